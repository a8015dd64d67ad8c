//! The documents as a reader, a court's machine and a stranger's program would meet them.

#![allow(clippy::unwrap_used, reason = "a test says what went wrong by where it stops")]

mod attached;
mod catalogues;
mod documents;
mod docx;
mod pitfalls;
mod sample;

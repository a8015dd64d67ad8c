//! Opening made and real files.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as expected")]

mod databases;
mod encodings;
mod formats;
mod images;
mod kept;
mod limits;
mod messages;
mod real;
mod volumes;
mod walk;

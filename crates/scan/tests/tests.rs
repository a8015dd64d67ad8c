//! The scanner against labelled and real data.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as expected")]
#![allow(clippy::print_stdout, reason = "counts are told beside the verdict")]

mod data;
mod files;
mod labels;
mod made;
mod masking;
mod messages;
mod notes;
mod secrets;
mod wallets;

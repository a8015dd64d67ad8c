//! The program as a new user would run it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bench;
mod demo;
mod engines;
mod exhibits;
mod founding;
mod kill;
mod node;
mod serve;
mod served;
mod words;

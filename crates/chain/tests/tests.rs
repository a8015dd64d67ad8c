//! The crate seen from outside: real blocks, the exercise chain with its truth, and made-up chains.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a test that cannot go on ends"
)]

mod account;
mod cluster;
mod exercise;
mod kept;
mod made;
mod messages;
mod random;
mod real;
mod store;
mod support;
mod tag_index;
mod tags;
mod trace;

//! The tests of this crate, one binary.

mod compile;
mod messages;
mod search;

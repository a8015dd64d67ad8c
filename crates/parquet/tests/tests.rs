//! The crate seen from outside: exports read back with another part of the library than the one that wrote them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on ends")]

mod export;
mod messages;
mod rows;
mod support;

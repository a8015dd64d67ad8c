//! The tests of this crate, one binary.

#![expect(clippy::unwrap_used, reason = "helpers of tests; clippy allows it only inside #[test]")]

mod compile;
mod messages;
mod search;

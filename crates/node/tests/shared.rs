//! Two nodes that have agreed, as the tests of casework make them.
#![allow(dead_code, reason = "the tests of casework use more of it")]

#[path = "../../casework/tests/bench.rs"]
pub mod bench;
#[path = "../../casework/tests/two.rs"]
pub mod two;

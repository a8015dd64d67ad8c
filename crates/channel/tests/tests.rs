//! Everything that the crate promises, from the outside.
#![expect(clippy::unwrap_used, reason = "the helpers of tests fail as tests do")]

mod agreement;
mod boxes;
mod cosign;
mod help;
mod keys;
mod messages;
mod rules;
mod sheet;
mod simulator;
mod tamper;

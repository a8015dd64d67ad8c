//! Everything that the crate promises, from the outside.
#![expect(clippy::unwrap_used, reason = "the helpers of tests fail as tests do")]

mod crash;
mod help;
mod messages;
mod properties;
mod texts;
mod vectors;
mod witness;

//! The real disk and the simulated one behave alike; the simulated one convicts wrong protocols.

#![expect(clippy::unwrap_used, reason = "helpers of tests; clippy allows it only inside #[test]")]

mod conformance;
mod simulator;

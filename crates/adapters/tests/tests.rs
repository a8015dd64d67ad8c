//! The integration tests of `comity-adapters`: real children, real locks, real sockets.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod delivery;
mod lock;
mod messages;
mod node_blocks;
mod s3;
mod sandbox;
mod socket;
mod stamp_server;
mod tasks;

/// The program that the tests start as their child.
const CHILD: &str = env!("CARGO_BIN_EXE_adapters-test-child");

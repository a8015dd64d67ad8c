//! The invariants of the door, each by the test that holds it. See docs/ARCHITECTURE.md.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod api;
mod bench;
mod catalogue;
mod delivery;
mod door;
// Time-stamps by an authority that the tests play.
#[allow(dead_code, reason = "the tests of its crate use more of it")]
#[path = "../../stamp/tests/forge.rs"]
mod forge;
mod guards;
mod law;
mod packs;
mod pages;
mod requests;
mod scrubbing;
mod served;
mod shared;
mod sign_in;
mod stamping;
mod tls;

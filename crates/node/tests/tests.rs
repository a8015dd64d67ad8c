//! The invariants of the door, each by the test that holds it. See docs/ARCHITECTURE.md.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod api;
mod bench;
mod catalogue;
mod delivery;
mod door;
mod guards;
mod law;
mod packs;
mod pages;
mod requests;
mod served;
mod shared;
mod sign_in;
mod tls;

//! The invariants of a node, each by the test that holds it. See docs/ARCHITECTURE.md.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bench;
mod dispatch;
mod exchange;
mod exhibits;
mod export;
mod filled;
mod forgetting;
mod forms;
mod founding;
mod journal;
mod law_sheet;
mod packs;
mod properties;
mod request;
mod rights;
mod sample;
mod tampering;
mod two;
mod upkeep;

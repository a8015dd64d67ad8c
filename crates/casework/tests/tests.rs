//! The invariants of a node, each by the test that holds it. See docs/ARCHITECTURE.md.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bench;
mod dispatch;
mod exchange;
mod exhibits;
mod export;
mod filled;
// Time-stamps by an authority that the tests play.
#[allow(dead_code, reason = "the tests of the crate use more of it")]
#[path = "../../stamp/tests/forge.rs"]
mod forge;
mod forgetting;
mod forms;
mod founding;
mod journal;
mod law_sheet;
mod leads;
mod offers;
mod packs;
mod properties;
mod readings;
mod request;
mod resumed;
mod rights;
mod room;
mod sample;
mod scrubbing;
mod secrets;
mod tampering;
mod timestamps;
mod two;
mod upkeep;

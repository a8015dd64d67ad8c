//! The targets of every crate.
//!
//! To add a crate: a file `<crate>.rs` here with `pub fn targets() -> Vec<crate::Target>`, the crate in
//! `[dependencies]` of `fuzz/Cargo.toml`, and its name in the two lists below. A test fails when one is forgotten.

use crate::Target;

mod adapters;
mod casework;
mod chain;
mod channel;
mod evidence;
mod journal;
mod law;
mod node;
mod request;
mod scan;

/// Every target, crate by crate.
pub fn all() -> Vec<Target> {
    [
        adapters::targets(),
        casework::targets(),
        chain::targets(),
        channel::targets(),
        evidence::targets(),
        journal::targets(),
        law::targets(),
        node::targets(),
        request::targets(),
        scan::targets(),
    ]
    .concat()
}

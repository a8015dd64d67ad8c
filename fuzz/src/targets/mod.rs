//! The targets of every crate.
//!
//! To add a crate: a file `<crate>.rs` here with `pub fn targets() -> Vec<crate::Target>`, the crate in
//! `[dependencies]` of `fuzz/Cargo.toml`, and its name in the two lists below. A test fails when one is forgotten.

use crate::Target;

mod adapters;
mod casework;
mod chain;
mod channel;
mod comity;
mod document;
mod evidence;
mod journal;
mod law;
mod messages;
mod node;
mod parquet;
mod policy;
mod record;
mod request;
mod rules;
mod scan;
mod stamp;
mod unpack;

/// Every target, crate by crate.
pub fn all() -> Vec<Target> {
    [
        adapters::targets(),
        casework::targets(),
        chain::targets(),
        channel::targets(),
        comity::targets(),
        document::targets(),
        evidence::targets(),
        journal::targets(),
        law::targets(),
        messages::targets(),
        node::targets(),
        parquet::targets(),
        policy::targets(),
        record::targets(),
        request::targets(),
        rules::targets(),
        scan::targets(),
        stamp::targets(),
        unpack::targets(),
    ]
    .concat()
}

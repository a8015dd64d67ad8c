//! How the columns of a ledger lie in files: rows of fixed width that only grow, indexes in sorted runs, and a manifest
//! that says how much of them counts.
//!
//! The manifest is replaced whole when a batch is durable, so that opening a store after any crash finds the last batch
//! that was sealed; what lies behind it in the columns is overwritten by the next. Everything but the columns is a hint:
//! an entry of an index, and the mark that an output is spent, are believed only when the column that they lead to
//! agrees. What a crash or a reorganisation left in them is therefore harmless, and nothing has to be undone.

mod bytes;
mod column;
mod index;
mod manifest;
mod run;

pub(crate) use bytes::FileBytes;
pub(crate) use column::{Column, LostRow, bytes_of, number};
pub(crate) use index::{Index, Older, PARTS, Part, find_in, insert, part_of, seal, spread};
pub(crate) use manifest::{MANIFEST, Manifest, ManifestError, Rows, RunName};

use comity_disk::DiskPath;

/// The path of a file of the store; its names are letters, digits, dots, hyphens and a slash.
pub(crate) fn path(name: &str) -> DiskPath {
    DiskPath::new(name).expect("the store's own names are plain")
}

//! Packages that programs of others can check: BagIt 1.0 (RFC 8493).
//!
//! [`BagWriter`] writes a bag through a [`Disk`](comity_disk::Disk), and it appears under its name only when it is
//! whole. [`verify`] reads any bag and answers with a [`Report`]. The texts of a bag are written and read in
//! [`text`].

mod report;
mod sink;
pub mod text;
mod verify;
mod write;

use crate::hash::Algorithm;

pub use report::{Answer, Check, Finding, MAX_FINDINGS, Note, Report, Verdict};
pub use sink::BagSink;
pub use verify::verify;
pub use write::{BagError, BagSummary, BagWriter};

/// The longest path inside a bag, in bytes: leaves room for the folder that the bag lies in.
pub const MAX_PATH_BYTES: usize = 2048;

/// The folder of the payload.
pub const PAYLOAD: &str = "data";

pub(crate) const DECLARATION: &str = "bagit.txt";
pub(crate) const INFO: &str = "bag-info.txt";
pub(crate) const MANIFEST: &str = "manifest-sha256.txt";
pub(crate) fn further_manifest(algorithm: Algorithm) -> String {
    format!("manifest-{}.txt", algorithm.as_str())
}

pub(crate) const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
pub(crate) const FETCH: &str = "fetch.txt";

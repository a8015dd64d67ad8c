//! Writes a Bitcoin ledger as Parquet files, for whole-chain joins on Spark and other engines that read columns.
//!
//! [`export`] writes what a [`View`](comity_chain::ledger::View) shows into a folder: the tables of [`Table`], a file of each
//! for each range of heights that range digests cover ([`comity_chain::range`]). Each file is sorted and names its range, its
//! digest and its network; `schema.json` says what each column means, and `export.json` which ledger it is all of. A later
//! export into the same folder writes only the ranges that are new or were changed by a reorganisation.
//!
//! What it is not: a reader of Parquet files, and no second store. It knows no clock, and nothing of cases.
//!
//! ```
//! use std::sync::Arc;
//!
//! use comity_chain::Network;
//! use comity_chain::ledger::{IngestOptions, Ledger};
//! use comity_chain::source::BlkFiles;
//! use comity_disk::{Disk, SimDisk};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let packs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
//! let mut ledger = Ledger::new(Network::Regtest);
//! let source = BlkFiles::folder(&packs.join("exercises/chain"), Network::Regtest)?;
//! ledger.ingest(&source, &IngestOptions::default(), &mut |_| {})?;
//!
//! let folder: Arc<dyn Disk> = Arc::new(SimDisk::new());
//! let view = ledger.at(None)?;
//! let report = comity_parquet::export(&view, &[], &folder, &mut |_| {})?;
//! assert_eq!(report.rows["blocks"], 861);
//! // Nothing has changed, so nothing is written.
//! assert_eq!(comity_parquet::export(&view, &[], &folder, &mut |_| {})?.written, 0);
//! # Ok(())
//! # }
//! ```
//!
//! *Invariants*
//! - The same ledger and tags give the same bytes, however the ledger was taken in and whatever the folder held of it
//!   before: `tests::export::the_same_ledger_gives_the_same_bytes_whatever_its_batches_and_threads`.
//! - `export.json` says that an export is complete only when every file that it names is whole and durable:
//!   `tests::export::an_export_that_is_cut_off_anywhere_is_begun_again_and_ends_the_same`.
//! - Memory does not grow with the ledger, but for the clusters whose oldest script is not their root:
//!   rows are written in groups of [`ROW_GROUP_ROWS`].

mod error;
mod export;
mod list;
mod rows;
mod table;
mod write;

pub use error::ExportError;
pub use export::{Progress, Report, export};
pub use list::{EXPORT, FORMAT, FileEntry, List, MAX_LIST_BYTES};
pub use table::{SCHEMA, Table};
pub use write::ROW_GROUP_ROWS;

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] = &[
    "parquet-folder-in-use",
    "parquet-folder-not-empty",
    "parquet-list-malformed",
    "parquet-list-format",
    "parquet-other-ledger",
    "parquet-ledger-changed",
    "parquet-not-written",
];

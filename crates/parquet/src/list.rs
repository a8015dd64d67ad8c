//! The list of an export: which ledger it is of, and its files.

use std::collections::HashSet;

use comity_chain::Network;
use comity_chain::hash::BlockHash;
use comity_chain::range::RangeDigest;
use comity_disk::{Disk, DiskError, DiskPath, write_durable};
use comity_record::Sha256Digest;
use serde::{Deserialize, Serialize};

use crate::ExportError;

/// The file of the list.
pub const EXPORT: &str = "export.json";
/// The form of export that this program writes. Another number is for other tables, and for other rules by which CoinJoins
/// are told or clusters joined: files that are there already would not follow them.
pub const FORMAT: u32 = 1;
/// Bytes of a list: a thousand ranges take two million.
pub const MAX_LIST_BYTES: u64 = 64 << 20;

/// What a folder holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// [`FORMAT`].
    pub format: u32,
    /// Whether all files are there. Until then, nobody should read them.
    pub complete: bool,
    /// The network of the ledger.
    pub network: Network,
    /// The height of its first block. Numbers of rows count from there.
    pub first_height: u32,
    /// The height that was taken as the tip.
    pub at_height: u32,
    /// The hash of the block at that height.
    pub at_block: BlockHash,
    /// The digests of the ranges.
    pub ranges: Vec<RangeDigest>,
    /// The files, table by table and from the first height on.
    pub files: Vec<FileEntry>,
}

/// A file of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Its path in the folder.
    pub path: String,
    /// What its rows follow from: the digest of the range; of clusters the hash of the last block; of tags the SHA-256 of
    /// their rows.
    pub of: String,
    /// How many rows it has.
    pub rows: u64,
    /// How many bytes.
    pub bytes: u64,
    /// SHA-256 of these.
    pub sha256: Sha256Digest,
}

impl List {
    /// Reads the list of a folder; none where there is none.
    ///
    /// # Errors
    /// When it is no list, larger than [`MAX_LIST_BYTES`], of another form, or cannot be read.
    pub fn read(disk: &dyn Disk) -> Result<Option<Self>, ExportError> {
        let bytes = match disk.read(&path(EXPORT), MAX_LIST_BYTES) {
            Err(DiskError::Missing { .. }) => return Ok(None),
            Err(DiskError::TooLarge { limit, .. }) => {
                return Err(ExportError::Malformed(format!("more than {limit} bytes")));
            }
            other => other?,
        };
        Self::parse(&bytes).map(Some)
    }

    /// Reads a list.
    ///
    /// # Errors
    /// For bytes that are no list, or one of another form.
    pub fn parse(bytes: &[u8]) -> Result<Self, ExportError> {
        #[derive(Deserialize)]
        struct Form {
            format: u32,
        }
        let malformed = |error: serde_json::Error| ExportError::Malformed(error.to_string());
        let form: Form = serde_json::from_slice(bytes).map_err(malformed)?;
        if form.format != FORMAT {
            return Err(ExportError::Format(form.format));
        }
        serde_json::from_slice(bytes).map_err(malformed)
    }

    /// The paths of the files.
    pub(crate) fn paths(&self) -> HashSet<&str> {
        self.files.iter().map(|file| &*file.path).collect()
    }

    /// Puts the list in the place of the one before, durably.
    pub(crate) fn write(&self, disk: &dyn Disk) -> Result<(), ExportError> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("plain data");
        bytes.push(b'\n');
        Ok(write_durable(disk, &path(EXPORT), &bytes)?)
    }
}

/// A path that this crate makes.
pub(crate) fn path(text: &str) -> DiskPath {
    DiskPath::new(text).expect("our names are plain")
}

//! What of a store counts: how many rows each column has, up to which block, and which runs the indexes have.

use comity_disk::{Disk, DiskError, write_durable};
use serde::{Deserialize, Serialize};

use super::path;
use crate::hash::BlockHash;
use crate::network::Network;

/// The file of the manifest.
pub(crate) const MANIFEST: &str = "ledger.json";
/// The form of store that this program writes.
pub(crate) const FORMAT: u32 = 2;
/// Some thousand names of runs are less.
const MAX_BYTES: u64 = 1 << 20;

/// A manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    /// [`FORMAT`].
    pub(crate) format: u32,
    /// Of which network the blocks are.
    pub(crate) network: Network,
    /// The height of the first block.
    pub(crate) first_height: u32,
    /// The hash of the last; none while there is no block.
    pub(crate) tip: Option<BlockHash>,
    /// How often blocks were taken back: whoever has read across such a moment has read two chains.
    pub(crate) reorganisations: u64,
    /// Seeds the keys of scripts, so that nobody can make up scripts that lie together in this store's index.
    pub(crate) seed: u64,
    /// The names of runs up to this number are taken.
    pub(crate) next_run: u64,
    /// Rows of the columns.
    pub(crate) rows: Rows,
    /// Runs from transaction ids to transactions.
    pub(crate) txids: Vec<RunName>,
    /// Runs from scripts to their numbers.
    pub(crate) scripts: Vec<RunName>,
    /// Runs from scripts to their outputs after the first.
    pub(crate) reuses: Vec<RunName>,
    /// Runs from hashes of blocks to their places.
    pub(crate) blocks: Vec<RunName>,
}

/// How many rows each kind of column has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rows {
    /// Blocks.
    pub(crate) blocks: u64,
    /// Transactions.
    pub(crate) txs: u64,
    /// Inputs.
    pub(crate) ins: u64,
    /// Outputs.
    pub(crate) outs: u64,
    /// Scripts.
    pub(crate) scripts: u64,
    /// Bytes of all keys of scripts.
    pub(crate) key_bytes: u64,
    /// Prevouts from before the first block.
    pub(crate) unknown: u64,
    /// Transactions with the id of an earlier one.
    pub(crate) twins: u64,
    /// Unions of scripts.
    pub(crate) unions: u64,
}

/// A run of an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RunName {
    /// Its file.
    pub(crate) file: String,
    /// How many entries it has.
    pub(crate) entries: u64,
}

impl RunName {
    /// Whether it is a name that a store gives: whoever writes a manifest must not have other files read.
    fn is_plain(&self) -> bool {
        let name = self.file.strip_prefix("index/").and_then(|name| name.strip_suffix(".run"));
        name.is_some_and(|name| {
            !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
    }
}

/// Why there is no manifest to go by.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ManifestError {
    #[error(transparent)]
    Disk(#[from] DiskError),
    #[error("the manifest is not what this program writes: {0}")]
    Malformed(String),
    #[error("the store has form {0}")]
    Format(u32),
}

impl Manifest {
    /// Of a store without a block.
    pub(crate) fn new(network: Network, seed: u64) -> Self {
        Self {
            format: FORMAT,
            network,
            first_height: 0,
            tip: None,
            reorganisations: 0,
            seed,
            next_run: 0,
            rows: Rows::default(),
            txids: vec![],
            scripts: vec![],
            reuses: vec![],
            blocks: vec![],
        }
    }

    /// Reads the manifest of a store; none where there is none.
    pub(crate) fn read(disk: &dyn Disk) -> Result<Option<Self>, ManifestError> {
        let bytes = match disk.read(&path(MANIFEST), MAX_BYTES) {
            Err(DiskError::Missing { .. }) => return Ok(None),
            other => other?,
        };
        #[derive(Deserialize)]
        struct Form {
            format: u32,
        }
        let malformed = |error: serde_json::Error| ManifestError::Malformed(format!("{MANIFEST}: {error}"));
        let form: Form = serde_json::from_slice(&bytes).map_err(malformed)?;
        if form.format != FORMAT {
            return Err(ManifestError::Format(form.format));
        }
        let manifest: Self = serde_json::from_slice(&bytes).map_err(malformed)?;
        let runs = [&manifest.txids, &manifest.scripts, &manifest.reuses, &manifest.blocks];
        if let Some(run) = runs.into_iter().flatten().find(|run| !run.is_plain()) {
            return Err(ManifestError::Malformed(format!("{MANIFEST}: no run is called {:?}", run.file)));
        }
        Ok(Some(manifest))
    }

    /// Puts the manifest in the place of the one before, durably.
    pub(crate) fn write(&self, disk: &dyn Disk) -> Result<(), DiskError> {
        let bytes = serde_json::to_vec_pretty(self).expect("plain data");
        write_durable(disk, &path(MANIFEST), &bytes)
    }
}

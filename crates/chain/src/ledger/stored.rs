//! A ledger whose columns lie in files.

use std::sync::Arc;

use comity_disk::{Disk, DiskLock, DiskPath};
use rayon::prelude::*;

use super::link::Added;
use super::{Columns, IngestError, Ledger, StoreError};
use crate::cluster::KeptClusters;
use crate::network::Network;
use crate::store::{self, Manifest, RunName};

/// The file that stands for the right to write.
const LOCK: &str = "lock";

/// The files of a ledger.
pub(crate) struct Stored {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) manifest: Manifest,
    /// Held by whoever writes.
    _lock: Option<Box<dyn DiskLock>>,
}

impl std::fmt::Debug for Stored {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stored").field("manifest", &self.manifest).finish_non_exhaustive()
    }
}

impl Ledger {
    /// The folder of a store in which clusterings are kept.
    pub const CLUSTERS: &str = "clusters";

    /// Opens a store for questions. It is read as it was sealed last; what is sealed later is seen when it is opened
    /// again.
    ///
    /// # Errors
    /// When there is no store, or it cannot be read.
    pub fn open(disk: Arc<dyn Disk>) -> Result<Self, StoreError> {
        let mut manifest = Manifest::read(disk.as_ref())?.ok_or(StoreError::Missing)?;
        let columns = loop {
            match Columns::open(disk.as_ref(), &manifest) {
                Ok(columns) => break columns,
                Err(error) => {
                    // Runs that were merged since are gone: whoever writes has sealed another batch meanwhile.
                    let now = Manifest::read(disk.as_ref())?.ok_or(StoreError::Missing)?;
                    if now == manifest {
                        return Err(error.into());
                    }
                    manifest = now;
                }
            }
        };
        Ok(Self {
            network: manifest.network,
            columns,
            store: Some(Stored { disk, manifest, _lock: None }),
            clusters: None,
        })
    }

    /// Opens a store to take blocks in, and makes it where there is none. Nobody else can write to it until the ledger is
    /// dropped. A new store's indexes are seeded with `seed`, a random number: what is answered does not depend on it,
    /// but whoever foresaw it could make up scripts that are slow to look up.
    ///
    /// # Errors
    /// When somebody else writes to it, it is of another network, it holds no ledger but something else, or the disk fails.
    pub fn open_to_write(disk: Arc<dyn Disk>, network: Network, seed: u64) -> Result<Self, StoreError> {
        let lock = disk.lock(&store::path(LOCK))?;
        let manifest = match Manifest::read(disk.as_ref())? {
            Some(manifest) => manifest,
            None => {
                let ours = |name: &str| name == LOCK || name.starts_with(store::MANIFEST);
                let listed = disk.list(&DiskPath::root())?;
                if let Some(other) = listed.into_iter().find(|entry| !ours(&entry.name)) {
                    return Err(StoreError::NotEmpty(other.name));
                }
                let manifest = Manifest::new(network, seed);
                manifest.write(disk.as_ref())?;
                manifest
            }
        };
        if manifest.network != network {
            return Err(StoreError::OtherNetwork { expected: network, found: manifest.network });
        }
        let columns = Columns::open(disk.as_ref(), &manifest)?;
        Ok(Self {
            network,
            columns,
            store: Some(Stored { disk, manifest, _lock: Some(lock) }),
            clusters: None,
        })
    }

    /// Keeps the clusterings that questions make in the folder that `disk` is, [`CLUSTERS`](Self::CLUSTERS) of the store or
    /// any other of its own, and takes them from there for questions that ask for the same. What is answered does not
    /// change; the folder may be emptied at any time.
    pub fn keep_clusters(&mut self, disk: Arc<dyn Disk>) {
        self.clusters = Some(KeptClusters::in_folder(disk));
    }

    pub(crate) fn clusters(&self) -> Option<&KeptClusters> {
        self.clusters.as_ref()
    }

    /// Whether a disk has what looks like a store. Nothing of it is read.
    pub fn is_on(disk: &dyn Disk) -> bool {
        disk.exists(&store::path(store::MANIFEST)).unwrap_or(false)
    }

    /// Whether the store still has every block that this ledger was opened with. Whoever was answered across a
    /// reorganisation asks again.
    ///
    /// # Errors
    /// When the store cannot be read any more.
    pub fn is_current(&self) -> Result<bool, StoreError> {
        let Some(store) = &self.store else { return Ok(true) };
        let now = Manifest::read(store.disk.as_ref())?.ok_or(StoreError::Missing)?;
        Ok(now.reorganisations == store.manifest.reorganisations)
    }

    /// Bytes of all files that the store counts; nothing for a ledger in memory.
    ///
    /// # Errors
    /// When a file cannot be looked at.
    pub fn stored_bytes(&self) -> Result<u64, StoreError> {
        let Some(store) = &self.store else { return Ok(0) };
        let mut bytes = 0;
        for dir in ["block", "tx", "in", "out", "script", "layer", "index"] {
            let dir = store::path(dir);
            if !store.disk.exists(&dir)? {
                continue;
            }
            for entry in store.disk.list(&dir)? {
                bytes += store.disk.metadata(&dir.join(&entry.name)?)?.size;
            }
        }
        Ok(bytes)
    }

    /// Makes a batch that was linked part of the store, durably.
    pub(super) fn seal(&mut self, added: &Added) -> Result<(), IngestError> {
        let Some(store) = &mut self.store else {
            self.columns.keep_reuses(&added.reuses);
            return Ok(());
        };
        let disk = store.disk.as_ref();
        let kept = self.columns.headers.file_rows();
        if store.manifest.rows.blocks > kept {
            // Rows that are taken back must count no more before they are overwritten.
            let manifest = Manifest {
                rows: self.columns.rows_of(kept),
                tip: kept.checked_sub(1).map(|last| self.columns.header_of(last).hash()),
                reorganisations: store.manifest.reorganisations + 1,
                ..store.manifest.clone()
            };
            manifest.write(disk)?;
            store.manifest = manifest;
        }
        self.columns.write(disk)?;
        self.columns.out_spent_by.patch(disk, "out/spent-by", &added.spent)?;
        self.columns.unions.patch(disk, &added.lost)?;
        let mut manifest = store.manifest.clone();
        let mut number = manifest.next_run;
        let indexes = [
            ("tx", &mut manifest.txids, &added.txids),
            ("script", &mut manifest.scripts, &added.scripts),
            ("reuse", &mut manifest.reuses, &added.reuses),
            ("block", &mut manifest.blocks, &added.blocks),
        ];
        let mut sealing = vec![];
        for (kind, runs, entries) in indexes {
            // A batch makes one run, and merging may make one more for each tier.
            sealing.push((kind, runs, entries, number));
            number += RUNS_OF_A_BATCH;
        }
        let replaced = sealing.into_par_iter().map(|(kind, runs, entries, mut number)| {
            let name = |entries| {
                number += 1;
                RunName { file: format!("index/{kind}-{number:08}.run"), entries }
            };
            store::seal(&store.disk, runs, name, entries)
        });
        let replaced: Vec<Vec<String>> = replaced.collect::<Result<_, _>>()?;
        manifest.next_run = number;
        manifest.first_height = self.columns.first_height;
        manifest.rows = self.columns.rows();
        manifest.tip = manifest.rows.blocks.checked_sub(1).map(|last| self.columns.header_of(last).hash());
        manifest.write(disk)?;
        store.manifest = manifest;
        for file in replaced.into_iter().flatten() {
            // Nobody needs it any more; who still reads it keeps it open.
            disk.remove(&store::path(&file))?;
        }
        self.columns.reopen(disk, &store.manifest)?;
        Ok(())
    }
}

/// Names of runs that are set aside for each index of a batch.
const RUNS_OF_A_BATCH: u64 = 32;

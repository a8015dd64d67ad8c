//! A large file that comes leaf by leaf, over a bad line or from a bad medium.
//!
//! Each [leaf](crate::leaves) is verified before it is written, into a file beside the place that has the ending
//! [`ARRIVING_SUFFIX`], and the file comes under its name when every leaf is right. Which leaves are there already is
//! noted nowhere: whoever goes on after a cut, a kill or a restart reads what is there and verifies it again, so that what a
//! power cut or a failing medium made of it is seen too. Reading takes a second for some gigabytes; a line takes longer.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use comity_disk::{Disk, DiskError, DiskFile, DiskLock, DiskPath};
use comity_record::Coded;

use crate::leaves::Leaves;

/// The end of the name of a file of which leaves are still to come.
pub const ARRIVING_SUFFIX: &str = ".comity-arriving";

/// After so many leaves the disk is asked to hold what it has: a power cut costs 64 MiB at most.
const SYNC_EVERY: u32 = 16;

/// Told after every leaf how many bytes have been dealt with.
pub type Told<'a> = &'a mut dyn FnMut(u64);

/// A file of which some leaves are there.
pub struct Arriving {
    disk: Arc<dyn Disk>,
    path: DiskPath,
    partial: DiskPath,
    file: Box<dyn DiskFile>,
    /// Held until the file is in its place, so that nobody else writes it in the meantime.
    _lock: Box<dyn DiskLock>,
    leaves: Leaves,
    missing: BTreeSet<u64>,
    unsynced: u32,
}

impl Arriving {
    /// Begins a file, or goes on with one, in a folder that is there. Gives nothing where the file is at `path` already,
    /// whole. One that is there damaged is taken back beside its place, to be repaired.
    ///
    /// # Errors
    /// Fails when another file is at `path` (no leaf of it is right, or it has another length), somebody else is
    /// writing it ([`DiskError::Locked`]), or the disk fails.
    pub fn begin(
        disk: Arc<dyn Disk>,
        path: &DiskPath,
        leaves: Leaves,
        told: Told<'_>,
    ) -> Result<Option<Self>, TransferError> {
        let partial = path.parent().join(&format!("{}{ARRIVING_SUFFIX}", path.name()))?;
        let every = 0..leaves.count();
        if disk.exists(path)? {
            let there = disk.open_read(path)?;
            let wrong = wrong_leaves(there.as_ref(), &leaves, every.clone(), told)?;
            if there.size()? != leaves.size() || length_of(&wrong) == leaves.count() {
                return Err(TransferError::OtherFile { path: path.to_string() });
            }
            if wrong.is_empty() {
                return Ok(None);
            }
            // Nobody may be writing under the name that the file gets now.
            drop(disk.lock(&partial)?);
            disk.rename(path, &partial)?;
        }
        let lock = disk.lock(&partial)?;
        let mut file = disk.open(&partial)?;
        if file.size()? > leaves.size() {
            file.truncate(leaves.size())?;
        }
        let missing = wrong_leaves(file.as_ref(), &leaves, every, told)?;
        let path = path.clone();
        Ok(Some(Self { disk, path, partial, file, _lock: lock, leaves, missing, unsynced: 0 }))
    }

    /// The leaves of the file.
    pub fn leaves(&self) -> &Leaves {
        &self.leaves
    }

    /// Where the file is until it is whole.
    pub fn partial(&self) -> &DiskPath {
        &self.partial
    }

    /// The leaves that are still to come, in order.
    pub fn missing(&self) -> impl Iterator<Item = u64> {
        self.missing.iter().copied()
    }

    /// How many bytes are still to come.
    pub fn bytes_missing(&self) -> u64 {
        self.missing().map(|index| self.leaves.range(index)).map(|range| range.end - range.start).sum()
    }

    /// Takes a leaf that came. Of a wrong one nothing is written.
    ///
    /// # Errors
    /// Refuses what is not the leaf at `index`, or fails when the disk does; the leaf is missing still then.
    pub fn put(&mut self, index: u64, bytes: &[u8]) -> Result<(), TransferError> {
        let range = self.leaves.range(index);
        if !self.leaves.is_leaf(index, bytes) {
            return Err(TransferError::Wrong { index, start: range.start, end: range.end });
        }
        if self.missing.contains(&index) {
            self.file.write_at(range.start, bytes)?;
            self.missing.remove(&index);
            self.unsynced += 1;
        }
        if self.unsynced >= SYNC_EVERY {
            self.pause()?;
        }
        Ok(())
    }

    /// Takes from `source`, a copy of the file that may be damaged or incomplete, every missing leaf that is right there.
    /// What is missing afterwards, the source has not.
    ///
    /// # Errors
    /// Fails when the disk does to which is written.
    pub fn take_from(&mut self, source: &dyn DiskFile, told: Told<'_>) -> Result<(), TransferError> {
        let mut done = 0;
        for index in self.missing.clone() {
            let range = self.leaves.range(index);
            if let Some(bytes) = right_leaf(source, &self.leaves, index)? {
                self.put(index, &bytes)?;
            }
            done += range.end - range.start;
            told(done);
        }
        self.pause()
    }

    /// Makes durable what came.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn pause(&mut self) -> Result<(), TransferError> {
        self.file.sync_data()?;
        self.unsynced = 0;
        Ok(())
    }

    /// Puts the file under its name. Durable when it returns.
    ///
    /// # Errors
    /// Refuses a file of which leaves are missing, and fails when something came to be at the place meanwhile or the
    /// disk fails.
    pub fn settle(mut self) -> Result<(), TransferError> {
        if !self.missing.is_empty() {
            return Err(TransferError::Incomplete { missing: length_of(&self.missing) });
        }
        self.file.sync_all()?;
        self.disk.rename_new(&self.partial, &self.path)?;
        Ok(self.disk.sync_dir(&self.path.parent())?)
    }
}

/// The leaf of a file, if it is right there: all of it, as the list says, and readable.
///
/// # Errors
/// Fails when the disk does otherwise than in reading the leaf.
pub fn right_leaf(file: &dyn DiskFile, leaves: &Leaves, index: u64) -> Result<Option<Vec<u8>>, DiskError> {
    let range = leaves.range(index);
    let mut bytes = vec![0; usize::try_from(range.end - range.start).unwrap_or_default()];
    match file.read_exact_at(range.start, &mut bytes) {
        Ok(()) => Ok(leaves.is_leaf(index, &bytes).then_some(bytes)),
        // Beyond the end, or a place that the medium does not give back.
        Err(DiskError::Short { .. } | DiskError::Failed { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Which of some leaves are not right in a file.
///
/// # Errors
/// As [`right_leaf`].
pub fn wrong_leaves(
    file: &dyn DiskFile,
    leaves: &Leaves,
    among: Range<u64>,
    told: Told<'_>,
) -> Result<BTreeSet<u64>, DiskError> {
    let (mut wrong, mut done, size) = (BTreeSet::new(), 0, file.size()?);
    for index in among {
        let range = leaves.range(index);
        if range.end > size || right_leaf(file, leaves, index)?.is_none() {
            wrong.insert(index);
        }
        done += range.end - range.start;
        told(done);
    }
    Ok(wrong)
}

fn length_of(leaves: &BTreeSet<u64>) -> u64 {
    u64::try_from(leaves.len()).unwrap_or(u64::MAX)
}

/// Why a file did not come.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TransferError {
    /// Bytes that came are not the leaf that they should be.
    #[error("leaf {index} (bytes {start} to {end}) is not what its sender sealed")]
    Wrong {
        /// Which, from 0.
        index: u64,
        /// Where it begins.
        start: u64,
        /// Where the next begins.
        end: u64,
    },
    /// Leaves are missing.
    #[error("{missing} leaves are missing")]
    Incomplete {
        /// How many.
        missing: u64,
    },
    /// Another file is at the place.
    #[error("{path} is another file")]
    OtherFile {
        /// Where.
        path: String,
    },
    /// The disk failed or refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
}

impl Coded for TransferError {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong { .. } => "evidence-transfer-wrong",
            Self::Incomplete { .. } => "evidence-transfer-incomplete",
            Self::OtherFile { .. } => "evidence-transfer-other-file",
            Self::Disk(error) => error.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Wrong { index, start, end } => {
                vec![("leaf", index.to_string()), ("start", start.to_string()), ("end", end.to_string())]
            }
            Self::Incomplete { missing } => vec![("missing", missing.to_string())],
            Self::OtherFile { path } => vec![("path", path.clone())],
            Self::Disk(error) => error.args(),
        }
    }
}

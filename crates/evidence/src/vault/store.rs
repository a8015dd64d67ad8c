//! Where finished objects lie: in a folder of a disk, or in a store elsewhere.

use comity_disk::{Disk, DiskError, DiskFile, DiskPath};
use comity_record::{Blake3Digest, Coded};

use super::pack::{self, RECORD_BYTES, Record, StagedPack};
use super::{ObjectName, at};
use crate::hash::BLOCK_BYTES;

/// What a vault needs of the place where sealed objects lie: a folder ([`super::FolderStore`]) or a store of objects
/// elsewhere, which is given to [`super::Vault::open_over`]. [`super::conformance`] is the suite that every store passes.
///
/// A store sees sealed bytes and names that say nothing, and needs no key. It is one vault's: nobody else puts or
/// removes there. Objects are never changed; a name stands for the same bytes until it is removed.
///
/// What the vault promises to its callers, and what of it rests on the store:
/// - *Acknowledged means durable.* When [`put`](Self::put) returns, every object that it calls stored is there after any
///   power cut, whole, with its name. A folder needs two or three syncs for a whole put.
/// - *All or nothing.* When `put` fails, none of its objects is acknowledged. The store takes back those that it can. What
///   stays all the same is an *orphan*: whole, of no use, its key forgotten. No part of an object is ever seen under a name.
/// - *Nothing is replaced.* Two may bring the same content at once, each under a key of its own. The second finds the name
///   taken, also where both asked before either had put, and the vault puts its copy under the next name.
/// - *Orphans* are found by the vault, which lists all names and compares them with those that its caller speaks of. It
///   remembers on its own disk since when, and removes them after a grace time. The store keeps no such list.
/// - *Leases* are the vault's too: it removes nothing that somebody was given and has yet to speak of. It puts and removes
///   under one lock, so that no name goes while it is given out. Reads happen meanwhile.
/// - *Scrubbing* reads objects in the order of their names and checks the digest at their end; an object that is removed
///   between the listing and the reading is simply gone.
/// - *Backup* copies objects as they lie. One that is there already under its name with the same bytes is not copied again.
pub trait ObjectStore: Send + Sync {
    /// Makes staged objects durable under their names; says of each, in the same order, whether it was stored or its name
    /// was taken. No two have the same name. What was staged may be moved away.
    ///
    /// A store that asks again because an answer was lost may find its own object: one with the same bytes under the name
    /// ([`Sealed::ciphertext`]) counts as stored.
    ///
    /// # Errors
    /// Then none is acknowledged; see above.
    fn put(&self, objects: &[Sealed<'_>]) -> Result<Vec<Put>, StoreError>;

    /// Whether an object of this name is there. Says nothing about whether it is whole.
    ///
    /// # Errors
    /// Fails when the store cannot say.
    fn holds(&self, name: &ObjectName) -> Result<bool, StoreError>;

    /// Opens an object for reading; `None` when no object has the name.
    ///
    /// # Errors
    /// Fails when the store does.
    fn open(&self, name: &ObjectName) -> Result<Option<Box<dyn ReadObject>>, StoreError>;

    /// The next names after `after`, sorted by their bytes: at least one where any is left, at most `limit`, which is not
    /// 0. Names in the store that are of no object are left out.
    ///
    /// # Errors
    /// Fails when they cannot be listed.
    fn names_after(&self, after: Option<&ObjectName>, limit: usize) -> Result<Vec<ObjectName>, StoreError>;

    /// The objects whose place is noted wrongly in the store, sorted, though they may be whole: what a store keeps besides
    /// the objects, to find them, is read again and compared. A store that keeps nothing of the kind has none.
    ///
    /// # Errors
    /// Fails when the store does.
    fn misplaced(&self) -> Result<Vec<ObjectName>, StoreError> {
        Ok(Vec::new())
    }

    /// Writes anew what [`misplaced`](Self::misplaced) found wrong.
    ///
    /// # Errors
    /// Fails when the store does; nothing is lost.
    fn mend(&self) -> Result<(), StoreError> {
        Ok(())
    }

    /// Copies every object that is not there yet into the folder of another disk on which no vault is open, and gives how
    /// many were copied. What was removed here stays there; where a name stands for other bytes there, for content that was
    /// destroyed and taken in anew, those are replaced, unless the object is damaged here. Each is made durable before the
    /// next is begun. Here each object goes into a file; a folder keeps its packs together ([`super::copy_objects`]).
    ///
    /// # Errors
    /// Fails when the store or the disk does; what was copied by then stays.
    fn copy_to(&self, to: &dyn Disk) -> Result<u64, StoreError> {
        super::copy::copy_each(self, to)
    }

    /// Removes objects, durably: neither name nor bytes come back after a power cut. A name that is not there is no error.
    ///
    /// # Errors
    /// Fails when one of them may still be there; the others are removed all the same.
    fn remove(&self, names: &[ObjectName]) -> Result<(), StoreError>;
}

/// What became of an object that was to be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is durable under its name.
    Stored,
    /// Another object has the name and was left as it is.
    Taken,
}

/// The sealed form of an object, open for reading.
pub trait ReadObject: Send {
    /// How many bytes it has.
    fn size(&self) -> u64;

    /// Fills all of `out` from `offset`.
    ///
    /// # Errors
    /// Fails where the object ends before that, or the store fails.
    fn read_exact_at(&self, offset: u64, out: &mut [u8]) -> Result<(), StoreError>;

    /// Whether what the store wrote beside the object, if anything, says this name.
    ///
    /// # Errors
    /// Fails when the store does.
    fn is_marked(&self, name: &ObjectName) -> Result<bool, StoreError> {
        let _ = name;
        Ok(true)
    }
}

/// The sealed form of an object that is to be stored. Its bytes are durable in a file of the vault's disk.
pub struct Sealed<'a> {
    pub(super) name: ObjectName,
    pub(super) ciphertext: Blake3Digest,
    pub(super) disk: &'a dyn Disk,
    pub(super) staged: Staging<'a>,
}

/// Where a sealed form is staged.
#[derive(Clone, Copy)]
pub(super) enum Staging<'a> {
    /// In a file of its own.
    File(&'a DiskPath),
    /// With others in a pack.
    Pack(&'a StagedPack, Record),
}

impl Sealed<'_> {
    /// The name that it is to have.
    pub fn name(&self) -> &ObjectName {
        &self.name
    }

    /// BLAKE3 of all bytes but the last 32, which are this digest.
    pub fn ciphertext(&self) -> &Blake3Digest {
        &self.ciphertext
    }

    /// Opens its bytes.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn open(&self) -> Result<Box<dyn ReadObject>, StoreError> {
        Ok(Box::new(match self.staged {
            Staging::File(path) => Part::whole(self.disk.open_read(path)?)?,
            Staging::Pack(pack, record) => record.open(self.disk, &pack.path)?,
        }))
    }
}

/// Consecutive bytes of a file that are an object.
pub(super) struct Part {
    file: Box<dyn DiskFile>,
    start: u64,
    size: u64,
}

impl Part {
    /// All of a file.
    pub(super) fn whole(file: Box<dyn DiskFile>) -> Result<Self, DiskError> {
        let size = file.size()?;
        Ok(Self { file, start: 0, size })
    }

    /// `size` bytes of a file from `start`.
    pub(super) fn of(file: Box<dyn DiskFile>, start: u64, size: u64) -> Self {
        Self { file, start, size }
    }
}

impl ReadObject for Part {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_exact_at(&self, offset: u64, out: &mut [u8]) -> Result<(), StoreError> {
        let end = offset.checked_add(crate::hash::length(out));
        if end.is_none_or(|end| end > self.size) {
            return Err(DiskError::Short { path: self.file.path().to_owned(), offset: self.size }.into());
        }
        Ok(self.file.read_exact_at(self.start.saturating_add(offset), out)?)
    }

    fn is_marked(&self, name: &ObjectName) -> Result<bool, StoreError> {
        let mut mark = [0; RECORD_BYTES];
        // A file of its own has no mark but its name.
        let Some(at) = self.start.checked_sub(crate::hash::length(&mark)) else { return Ok(true) };
        self.file.read_exact_at(at, &mut mark)?;
        let size = u32::try_from(self.size).unwrap_or(u32::MAX);
        Ok(mark == pack::mark(name, size))
    }
}

/// Writes an object into a file that must not exist, and syncs it.
pub(super) fn write_object(
    object: &dyn ReadObject,
    to: &dyn Disk,
    path: &DiskPath,
) -> Result<(), StoreError> {
    let mut file = to.create_new(path)?;
    let (mut block, mut offset) = (vec![0; BLOCK_BYTES], 0);
    while offset < object.size() {
        let read = usize::try_from(object.size() - offset).unwrap_or(usize::MAX).min(block.len());
        object.read_exact_at(offset, &mut block[..read])?;
        file.write_at(offset, &block[..read])?;
        offset += crate::hash::length(&block[..read]);
    }
    Ok(file.sync_all()?)
}

/// A store that did not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The disk that the objects lie on, or are staged on.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// A store elsewhere.
    #[error("{source}")]
    Elsewhere {
        /// The code of the error, of the crate that asks the store.
        code: &'static str,
        /// The values that its message speaks of.
        args: Vec<(&'static str, String)>,
        /// Whether the store could not be asked at all, for whatever it holds.
        away: bool,
        /// What went wrong.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl StoreError {
    /// Whether the store could not be asked at all, so that nothing is known of the object.
    pub fn is_away(&self) -> bool {
        matches!(self, Self::Elsewhere { away: true, .. })
    }
}

impl Coded for StoreError {
    fn code(&self) -> &'static str {
        match self {
            Self::Disk(error) => error.code(),
            Self::Elsewhere { code, .. } => code,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Disk(error) => error.args(),
            Self::Elsewhere { args, .. } => args.clone(),
        }
    }
}

/// Where an object is staged under a name of this text.
pub(super) fn incoming(name: &str) -> DiskPath {
    at(super::INCOMING).join(name).expect("hexadecimal digits make a path")
}

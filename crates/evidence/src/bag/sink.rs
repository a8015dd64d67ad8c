//! Where the files of a bag go: into a folder, or into whatever else takes one file after the other.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use comity_disk::{Disk, DiskFile, DiskPath, NewFolder};
use comity_record::Blake3Digest;

use super::{BagError, PAYLOAD};
use crate::hash::length;
use crate::intake::Stamp;
use crate::sessions::List;

/// Takes the files of a bag, one after the other. Their paths were judged before, and none comes twice.
pub trait BagSink {
    /// Begins a file. `size` is how many bytes will come, where that is known before they do.
    ///
    /// # Errors
    /// Fails when what lies below does, or when the size must be known.
    fn begin(&mut self, path: &str, size: Option<u64>) -> Result<(), BagError>;

    /// Adds bytes to the file that was begun last.
    ///
    /// # Errors
    /// Fails when what lies below does, or with [`BagError::Length`] when more come than were announced.
    fn append(&mut self, bytes: &[u8]) -> Result<(), BagError>;

    /// So much of the file that was begun last has come, with this digest: for those who can go on from there another time, where
    /// the source can be told from others.
    ///
    /// # Errors
    /// Fails when what lies below does.
    fn mark(&mut self, _: u64, _: Blake3Digest, _: Option<&Stamp>) -> Result<(), BagError> {
        Ok(())
    }

    /// Ends the file that was begun last.
    ///
    /// # Errors
    /// Fails when what lies below does, or with [`BagError::Length`] when fewer came than were announced.
    fn end(&mut self) -> Result<(), BagError>;

    /// Ends the bag and gives it its name. Durable when it returns.
    ///
    /// # Errors
    /// Fails when what lies below does.
    fn settle(&mut self) -> Result<(), BagError>;
}

/// A folder, which appears under its name when it is whole. When it does not come to that it leaves nothing, or what a later
/// session goes on with.
pub(super) struct Folder<'a> {
    disk: &'a dyn Disk,
    file: Option<Box<dyn DiskFile>>,
    /// What was written by an earlier session, and lets a later one go on.
    list: Option<Rc<RefCell<List<'a>>>>,
    /// Bytes of the file that are there already.
    skip: u64,
    made: BTreeSet<DiskPath>,
    bag: NewFolder<'a>,
}

impl<'a> Folder<'a> {
    pub(super) fn begin(disk: &'a dyn Disk, bag: &DiskPath) -> Result<Self, BagError> {
        Self::put_together(disk, NewFolder::begin(disk, bag)?, None)
    }

    /// A folder that was begun already, by this session or one before.
    pub(super) fn listed(
        disk: &'a dyn Disk,
        bag: NewFolder<'a>,
        list: &Rc<RefCell<List<'a>>>,
    ) -> Result<Self, BagError> {
        Self::put_together(disk, bag, Some(Rc::clone(list)))
    }

    fn put_together(
        disk: &'a dyn Disk,
        bag: NewFolder<'a>,
        list: Option<Rc<RefCell<List<'a>>>>,
    ) -> Result<Self, BagError> {
        let mut folder = Self { disk, file: None, list, skip: 0, made: BTreeSet::new(), bag };
        // A bag has a payload folder even when the payload is empty (RFC 8493, section 2.1.2).
        folder.make(PAYLOAD)?;
        Ok(folder)
    }

    fn make(&mut self, folder: &str) -> Result<(), BagError> {
        let mut at = self.bag.path().clone();
        for part in folder.split('/') {
            at = at.join(part)?;
            if self.made.insert(at.clone()) {
                self.disk.create_dir_all(&at)?;
            }
        }
        Ok(())
    }
}

impl BagSink for Folder<'_> {
    fn begin(&mut self, path: &str, _size: Option<u64>) -> Result<(), BagError> {
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.make(folder)?;
        }
        let place = self.bag.path().join(path)?;
        self.skip = self.list.as_ref().map_or(0, |list| list.borrow().from());
        let file = if self.skip > 0 {
            let mut file = self.disk.open(&place)?;
            // Nothing speaks for what comes after.
            file.truncate(self.skip)?;
            file
        } else {
            self.disk.create_new(&place)?
        };
        self.file = Some(file);
        Ok(())
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), BagError> {
        let there = usize::try_from(self.skip).unwrap_or(usize::MAX).min(bytes.len());
        self.skip -= length(&bytes[..there]);
        let bytes = &bytes[there..];
        if bytes.is_empty() {
            return Ok(());
        }
        Ok(self.file.as_mut().map_or(Ok(()), |file| file.append(bytes))?)
    }

    fn mark(&mut self, size: u64, blake3: Blake3Digest, source: Option<&Stamp>) -> Result<(), BagError> {
        match (&self.list, source) {
            (Some(list), Some(source)) => list.borrow_mut().mark(size, blake3, source),
            _ => Ok(()),
        }
    }

    fn end(&mut self) -> Result<(), BagError> {
        self.file = None;
        Ok(())
    }

    fn settle(&mut self) -> Result<(), BagError> {
        if let Some(list) = self.list.take() {
            list.borrow_mut().close()?;
        }
        // Thousands of files are synced at once; nobody sees them before the rename.
        Ok(self.bag.settle()?)
    }
}

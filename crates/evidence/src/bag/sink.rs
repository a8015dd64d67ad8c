//! Where the files of a bag go: into a folder, or into whatever else takes one file after the other.

use std::collections::BTreeSet;

use comity_disk::{Disk, DiskFile, DiskPath, NewFolder};

use super::{BagError, PAYLOAD};

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

/// A folder, which appears under its name when it is whole, and leaves nothing when it does not come to that.
pub(super) struct Folder<'a> {
    disk: &'a dyn Disk,
    file: Option<Box<dyn DiskFile>>,
    made: BTreeSet<DiskPath>,
    bag: NewFolder<'a>,
}

impl<'a> Folder<'a> {
    pub(super) fn begin(disk: &'a dyn Disk, bag: &DiskPath) -> Result<Self, BagError> {
        let bag = NewFolder::begin(disk, bag)?;
        let mut folder = Self { disk, file: None, made: BTreeSet::new(), bag };
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
        self.file = Some(self.disk.create_new(&self.bag.path().join(path)?)?);
        Ok(())
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), BagError> {
        Ok(self.file.as_mut().map_or(Ok(()), |file| file.append(bytes))?)
    }

    fn end(&mut self) -> Result<(), BagError> {
        self.file = None;
        Ok(())
    }

    fn settle(&mut self) -> Result<(), BagError> {
        // Thousands of files are synced at once; nobody sees them before the rename.
        Ok(self.bag.settle()?)
    }
}

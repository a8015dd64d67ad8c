//! A file that comes under its name when it is whole.

use std::io;
use std::sync::Arc;

use crate::{Disk, DiskError, DiskFile, DiskLock, DiskPath, PARTIAL_SUFFIX};

/// A file that is written beside its place and put there in one step. Until then nobody finds anything under its name;
/// what a death leaves is under another, and is taken over by whoever begins again. Unless it is settled, it is removed
/// when it is dropped.
pub struct NewFile {
    disk: Arc<dyn Disk>,
    path: DiskPath,
    partial: DiskPath,
    file: Box<dyn DiskFile>,
    /// Held until the file is in its place, so that nobody else writes under the same name in the meantime.
    _lock: Box<dyn DiskLock>,
    settled: bool,
}

impl NewFile {
    /// Begins a file in a folder that is there.
    ///
    /// # Errors
    /// Fails when something is at `path` already, somebody else is writing it ([`DiskError::Locked`]), or the disk
    /// fails.
    pub fn begin(disk: Arc<dyn Disk>, path: &DiskPath) -> Result<Self, DiskError> {
        free(disk.as_ref(), path)?;
        let partial = path.with_suffix(PARTIAL_SUFFIX)?;
        let lock = disk.lock(&partial)?;
        let mut file = disk.open(&partial)?;
        file.truncate(0)?;
        Ok(Self { disk, path: path.clone(), partial, file, _lock: lock, settled: false })
    }

    /// Adds bytes at the end.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn append(&mut self, bytes: &[u8]) -> Result<(), DiskError> {
        self.file.append(bytes)
    }

    /// Puts the file under its name. Durable when it returns.
    ///
    /// # Errors
    /// Fails when something came to be there meanwhile, or the disk fails; an error of the very last sync leaves the
    /// file, whole, under its name.
    pub fn settle(mut self) -> Result<(), DiskError> {
        self.file.sync_all()?;
        free(self.disk.as_ref(), &self.path)?;
        self.disk.rename(&self.partial, &self.path)?;
        self.settled = true;
        self.disk.sync_dir(&self.path.parent())
    }
}

/// For writers that know no disk. The error holds the [`DiskError`].
impl io::Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.append(bytes).map_err(io::Error::other)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.settled {
            // Whoever begins again takes over what stays.
            let _ = self.disk.remove(&self.partial);
        }
    }
}

fn free(disk: &dyn Disk, path: &DiskPath) -> Result<(), DiskError> {
    if disk.exists(path)? { Err(DiskError::Exists { path: path.to_string() }) } else { Ok(()) }
}

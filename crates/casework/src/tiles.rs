//! The files of the log, in a folder of the node.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use comity_disk::{Disk, DiskError, DiskPath, make_dir_durable, write_durable};
use comity_journal::TileStore;

/// Keeps the files of the log under a folder of a disk.
pub struct DiskTiles {
    disk: Arc<dyn Disk>,
    folder: &'static str,
    /// Folders whose names are not durable yet.
    unsynced: Mutex<Vec<DiskPath>>,
}

impl DiskTiles {
    /// The log's files under `folder`.
    pub fn new(disk: Arc<dyn Disk>, folder: &'static str) -> Self {
        Self { disk, folder, unsynced: Mutex::new(Vec::new()) }
    }

    fn path(&self, path: &str) -> io::Result<DiskPath> {
        DiskPath::new(format!("{}/{path}", self.folder)).map_err(other)
    }
}

impl TileStore for DiskTiles {
    fn read(&self, path: &str, limit: usize) -> io::Result<Option<Vec<u8>>> {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        match self.disk.read(&self.path(path)?, limit) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(DiskError::Missing { .. }) => Ok(None),
            Err(e @ DiskError::TooLarge { .. }) => Err(io::Error::new(io::ErrorKind::InvalidData, e)),
            Err(e) => Err(other(e)),
        }
    }

    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(path)?;
        make_dir_durable(self.disk.as_ref(), &path.parent()).map_err(other)?;
        match self.disk.remove(&path) {
            Ok(()) | Err(DiskError::Missing { .. }) => {}
            Err(e) => return Err(other(e)),
        }
        let mut file = self.disk.create_new(&path).map_err(other)?;
        file.append(bytes).and_then(|()| file.sync_data()).map_err(other)?;
        self.unsynced.lock().unwrap_or_else(PoisonError::into_inner).push(path.parent());
        Ok(())
    }

    fn sync(&self) -> io::Result<()> {
        let mut folders = self.unsynced.lock().unwrap_or_else(PoisonError::into_inner);
        folders.sort();
        folders.dedup();
        // A folder leaves the list only when its names are safe.
        while let Some(folder) = folders.last() {
            self.disk.sync_dir(folder).map_err(other)?;
            folders.pop();
        }
        Ok(())
    }

    fn replace(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        write_durable(self.disk.as_ref(), &self.path(path)?, bytes).map_err(other)
    }

    fn discard(&self, folder: &str) -> io::Result<()> {
        let folder = self.path(folder)?;
        let entries = match self.disk.list(&folder) {
            Ok(entries) => entries,
            Err(DiskError::Missing { .. }) => return Ok(()),
            Err(e) => return Err(other(e)),
        };
        for entry in entries {
            self.disk.remove(&folder.join(&entry.name).map_err(other)?).map_err(other)?;
        }
        self.disk.remove_dir(&folder).map_err(other)
    }
}

fn other(error: DiskError) -> io::Error {
    io::Error::other(error)
}

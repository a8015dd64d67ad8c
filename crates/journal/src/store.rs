//! What the log needs of a disk.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError};

/// Keeps the files of one log under their paths (`tile/0/000`, `checkpoint`).
///
/// The log writes in an order that lets a crash happen between any two calls: tiles with
/// [`write`](Self::write), then [`sync`](Self::sync), then the checkpoint with [`replace`](Self::replace). So
/// `write` may leave half a file behind when the power goes; nothing is read that a checkpoint does not
/// cover.
pub trait TileStore {
    /// The content of a file, or `None` when there is none. A file longer than `limit` is an error of kind
    /// `InvalidData`, found before it is read.
    fn read(&self, path: &str, limit: usize) -> io::Result<Option<Vec<u8>>>;

    /// Writes a whole file. It need not be durable before [`sync`](Self::sync).
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()>;

    /// Makes durable all that was written before, with the folders it lies in.
    fn sync(&self) -> io::Result<()>;

    /// Replaces a whole file, durable when it returns: a crash leaves the old content or the new.
    fn replace(&self, path: &str, bytes: &[u8]) -> io::Result<()>;

    /// Removes a folder of files that are no longer needed, if it is there. Need not be durable.
    fn discard(&self, folder: &str) -> io::Result<()>;
}

/// A store in memory: for tests, and to put a log into an export.
#[derive(Debug, Default)]
pub struct MemoryStore {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl MemoryStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// All files, by path.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.lock().clone()
    }

    /// Each change of the map is one call that cannot panic halfway, so a poisoned lock guards a whole map.
    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TileStore for MemoryStore {
    fn read(&self, path: &str, limit: usize) -> io::Result<Option<Vec<u8>>> {
        match self.lock().get(path) {
            Some(bytes) if bytes.len() > limit => Err(io::ErrorKind::InvalidData.into()),
            found => Ok(found.cloned()),
        }
    }

    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.lock().insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn sync(&self) -> io::Result<()> {
        Ok(())
    }

    fn replace(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.write(path, bytes)
    }

    fn discard(&self, folder: &str) -> io::Result<()> {
        let prefix = format!("{folder}/");
        self.lock().retain(|path, _| !path.starts_with(&prefix));
        Ok(())
    }
}

impl<S: TileStore + ?Sized> TileStore for &S {
    fn read(&self, path: &str, limit: usize) -> io::Result<Option<Vec<u8>>> {
        (**self).read(path, limit)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        (**self).write(path, bytes)
    }

    fn sync(&self) -> io::Result<()> {
        (**self).sync()
    }

    fn replace(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        (**self).replace(path, bytes)
    }

    fn discard(&self, folder: &str) -> io::Result<()> {
        (**self).discard(folder)
    }
}

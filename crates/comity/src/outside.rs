//! Files that a command writes outside of the node's folder: only their owner reads them, one that exists is not
//! overwritten, and one that could not be written whole is not left behind.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use crate::beside;
use crate::out::{Failure, Progress};

/// A file that is being written. Unless it is settled, it is removed when it is dropped.
pub struct Outside {
    path: PathBuf,
    file: BufWriter<File>,
    settled: bool,
}

impl Outside {
    /// Makes the file, which must not exist.
    pub fn create(path: &Path) -> Result<Self, Failure> {
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        let file = file.map_err(|e| Failure::file("write", path, e))?;
        Ok(Self { path: path.to_owned(), file: BufWriter::new(file), settled: false })
    }

    /// Durable when it returns.
    pub fn settle(mut self) -> Result<(), Failure> {
        let mut settle = || -> io::Result<()> {
            self.file.flush()?;
            self.file.get_ref().sync_all()?;
            beside::sync(beside::above(&self.path))
        };
        settle().map_err(|e| Failure::file("write", &self.path, e))?;
        self.settled = true;
        Ok(())
    }

    /// As this file, showing how many bytes were written.
    pub fn shown<'a>(&'a mut self, progress: &'a Progress) -> Shown<'a> {
        Shown { file: self, progress, done: 0 }
    }
}

impl Write for Outside {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        if !self.settled {
            // Whoever begins again is told if it is still in the way.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// A file and a bar.
pub struct Shown<'a> {
    file: &'a mut Outside,
    progress: &'a Progress,
    done: u64,
}

impl Write for Shown<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.done += u64::try_from(written).unwrap_or(u64::MAX);
        self.progress.set(self.done);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes a whole file.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut file = Outside::create(path)?;
    file.write_all(bytes).map_err(|e| Failure::file("write", path, e))?;
    file.settle()
}

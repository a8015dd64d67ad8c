//! Files that a command writes outside of the node's folder: only their owner reads them, one that exists is not
//! overwritten, and nothing is under the name of one that is not whole.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use comity_disk::{DiskError, DiskPath, NewFile, RealDisk, write_durable};

use crate::beside;
use crate::out::{Failure, Progress, shown};

/// A file that is being written. Unless it is settled, it is removed when it is dropped.
pub struct Outside {
    path: PathBuf,
    file: BufWriter<Begun>,
}

struct Begun(NewFile);

impl Write for Begun {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.append(bytes).map_err(io::Error::other)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Outside {
    /// Begins the file, which must not exist.
    pub fn create(path: &Path) -> Result<Self, Failure> {
        let failed = |error| failed(path, error);
        let name = path.file_name().and_then(|name| name.to_str()).ok_or_else(|| {
            Failure::file("write", path, io::Error::new(io::ErrorKind::InvalidInput, "no name in UTF-8"))
        })?;
        let disk = RealDisk::open(beside::above(path)).map_err(failed)?;
        let file = NewFile::begin(Arc::new(disk), &DiskPath::new(name).map_err(failed)?).map_err(failed)?;
        Ok(Self { path: path.to_owned(), file: BufWriter::new(Begun(file)) })
    }

    /// Puts the file under its name. Durable when it returns.
    pub fn settle(self) -> Result<(), Failure> {
        let Self { path, file } = self;
        let begun = file.into_inner().map_err(|e| Failure::file("write", &path, e.into_error()))?;
        begun.0.settle().map_err(|error| failed(&path, error))
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

fn failed(path: &Path, error: DiskError) -> Failure {
    match error {
        DiskError::Exists { .. } => Failure::new("comity-file-exists", vec![("path", shown(path))]),
        other => Failure::file("write", path, io::Error::other(other)),
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

/// Replaces a file that is there with the same and more in it: after a crash the old bytes are in it, or the new ones.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error| failed(path, error);
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let disk = RealDisk::open(beside::above(path)).map_err(failed)?;
    write_durable(&disk, &DiskPath::new(name).map_err(failed)?, bytes).map_err(failed)
}

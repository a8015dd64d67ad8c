//! The bytes of a file of the store, as the system has them in memory.

use std::fs::File;
use std::ops::Deref;

use comity_disk::{Disk, DiskError, DiskPath};

/// The first bytes of a file: mapped, or read where the disk has no place that can be mapped.
#[derive(Debug, Default)]
pub(crate) enum FileBytes {
    /// Nothing.
    #[default]
    None,
    /// Read.
    Held(Vec<u8>),
    /// Mapped.
    Mapped(memmap2::Mmap),
}

impl FileBytes {
    /// The first `length` bytes of the file at `path`.
    ///
    /// # Errors
    /// When the file is shorter, or the disk fails.
    pub(crate) fn open(disk: &dyn Disk, path: &DiskPath, length: u64) -> Result<Self, DiskError> {
        if length == 0 {
            return Ok(Self::None);
        }
        let shown = path.to_string();
        let short = |offset| DiskError::Short { path: shown.clone(), offset };
        let size = usize::try_from(length).map_err(|_| short(length))?;
        let Some(place) = disk.local_path(path) else {
            let file = disk.open_read(path)?;
            // A manifest may claim more than there is; nothing is allocated by what it claims.
            let found = file.size()?;
            if found < length {
                return Err(short(found));
            }
            let mut bytes = vec![0; size];
            file.read_exact_at(0, &mut bytes)?;
            return Ok(Self::Held(bytes));
        };
        let file = File::open(place).map_err(|e| DiskError::of_io(&shown, e))?;
        let found = file.metadata().map_err(|e| DiskError::of_io(&shown, e))?.len();
        if found < length {
            return Err(short(found));
        }
        #[expect(unsafe_code, reason = "a file can be mapped in no other way; see below")]
        // SAFETY: The map must not be read past the end of the file, and its bytes must not change under a reference.
        // The files of a store are written by this crate alone, under a lock. Those that follow from others are replaced
        // whole, which leaves a map the file that it was made of; the columns never get shorter than what a manifest
        // counts; the two that are changed in place, `out/spent-by` and `layer/lost`, are changed by the writer
        // between two reads of the same thread pool, or by another process some bytes at a time, and what a reader makes
        // of a torn value is checked against a column that does not change. All other bytes below `length` are final.
        let map = unsafe { memmap2::MmapOptions::new().len(size).map(&file) };
        Ok(Self::Mapped(map.map_err(|e| DiskError::of_io(&shown, e))?))
    }
}

impl Deref for FileBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::None => &[],
            Self::Held(bytes) => bytes,
            Self::Mapped(map) => map,
        }
    }
}

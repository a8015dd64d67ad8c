//! The file trait behind everything that Comity writes itself, and a disk that tests can make fail.
//!
//! `evidence` keeps a vault and packages, `casework` the files of the log. Both promise that what they
//! acknowledged survives kill -9 and power loss. That promise can only be tested against a disk that forgets,
//! reorders and tears what was not synced, so neither calls `std::fs` for what it writes: both go through [`Disk`].
//!
//! It is not a virtual file system: there are no permissions to choose, no links, no memory maps and no way out
//! of the folder that a disk was opened on. Databases keep their own files and are not covered.
//!
//! Main types: [`Disk`] and [`DiskFile`] (the traits), [`DiskPath`] (a checked relative path), [`RealDisk`]
//! (a folder of this machine), [`SimDisk`] (a deterministic disk in memory with power cuts and faults). Start with
//! [`write_durable`], which is the one right way to replace a small file.
//!
//! ```
//! use comity_disk::{Disk, DiskPath, SimDisk, write_durable};
//!
//! let disk = SimDisk::new();
//! let path = DiskPath::new("settings/node.toml")?;
//! write_durable(&disk, &path, b"office = \"one\"")?;
//!
//! // The machine loses power; whatever the seed drops, an acknowledged write is there.
//! let found = disk.power_cut(7);
//! assert_eq!(found.read(&path, 1 << 10)?, b"office = \"one\"");
//! # Ok::<(), comity_disk::DiskError>(())
//! ```
//!
//! *Invariants*
//! - No path leaves the folder of its disk: `tests::no_path_leaves_the_disk`, `tests::a_link_is_never_followed`.
//! - What [`write_durable`] returned from survives any power cut, and before that the old content does:
//!   `tests::a_durable_write_is_all_or_nothing_under_500_power_cuts`.
//! - A [`NewFile`] is under its name whole or not at all, through any power cut:
//!   `tests::a_new_file_is_whole_under_its_name_or_not_there_under_500_power_cuts`.
//! - A [`NewFolder`] that does not come to be whole leaves nothing, unless it is kept to be taken up: `new_folder::tests`.
//! - The simulator convicts writers that skip a sync: `tests::the_simulator_convicts_*`.
//! - Same operations, same seed, same disk after the cut: `tests::the_same_seed_gives_the_same_disk`.

mod error;
mod new_file;
mod new_folder;
mod path;
mod real;
mod sim;

pub use error::{CODES, DiskError};
pub use new_file::NewFile;
pub use new_folder::NewFolder;
use new_folder::remove_tree;
pub use path::{DiskPath, MAX_NAME_BYTES, MAX_PATH_BYTES};
pub use real::{Below, RealDisk, open_foreign};
pub use sim::{Fault, SimDisk};

/// What a disk must do for us. Object safe, so that an engine keeps an `Arc<dyn Disk>`.
///
/// Nothing is durable until it was synced: the bytes of a file by [`DiskFile::sync_data`] or
/// [`DiskFile::sync_all`], its name by [`Disk::sync_dir`] of the folder that holds it.
pub trait Disk: Send + Sync {
    /// Creates a file that must not exist yet, open for reading and writing.
    fn create_new(&self, path: &DiskPath) -> Result<Box<dyn DiskFile>, DiskError>;

    /// Opens an existing file for reading and writing.
    fn open(&self, path: &DiskPath) -> Result<Box<dyn DiskFile>, DiskError>;

    /// Opens an existing file for reading. Writing to it fails.
    fn open_read(&self, path: &DiskPath) -> Result<Box<dyn DiskFile>, DiskError>;

    /// Makes a folder and the missing ones above it. Not durable until the folders above are synced; see
    /// [`make_dir_durable`].
    fn create_dir_all(&self, path: &DiskPath) -> Result<(), DiskError>;

    /// Gives a file or folder another name, in one step. A file already of that name is replaced.
    fn rename(&self, from: &DiskPath, to: &DiskPath) -> Result<(), DiskError>;

    /// Gives a file a name that nothing has, in one step; fails with [`DiskError::Exists`] where something has it. Two
    /// callers at once may be told so late on a disk that cannot ask both in one step.
    fn rename_new(&self, from: &DiskPath, to: &DiskPath) -> Result<(), DiskError> {
        if self.exists(to)? {
            return Err(DiskError::Exists { path: to.to_string() });
        }
        self.rename(from, to)
    }

    /// Removes a file.
    fn remove(&self, path: &DiskPath) -> Result<(), DiskError>;

    /// Removes an empty folder.
    fn remove_dir(&self, path: &DiskPath) -> Result<(), DiskError>;

    /// What a folder holds, sorted by the bytes of the names.
    fn list(&self, dir: &DiskPath) -> Result<Vec<DirEntry>, DiskError>;

    /// What is at `path`; a link is reported as such, not followed.
    fn metadata(&self, path: &DiskPath) -> Result<Metadata, DiskError>;

    /// Makes the names in a folder durable: files created in it, renamed into or out of it, removed from it.
    fn sync_dir(&self, dir: &DiskPath) -> Result<(), DiskError>;

    /// Makes everything in a folder durable: the bytes and names of all files and folders below it and its own names, but
    /// not its own name in the folder above. Cheaper than syncing thousands of new files one by one.
    fn sync_tree(&self, dir: &DiskPath) -> Result<(), DiskError>;

    /// Takes the lock that the file at `path` stands for (made if missing), or fails with
    /// [`DiskError::Locked`] when somebody else holds it. Given back when the guard is dropped or the process ends.
    fn lock(&self, path: &DiskPath) -> Result<Box<dyn DiskLock>, DiskError>;

    /// Bytes that the disk has room for, as far as it can tell: what others write meanwhile is not known. `None` on a disk
    /// that has no end that it knows of.
    fn free_bytes(&self) -> Result<Option<u64>, DiskError> {
        Ok(None)
    }

    /// The place of `path` in the file system of this machine, for readers that map a file into memory.
    /// `None` on a disk that has no such place.
    fn local_path(&self, path: &DiskPath) -> Option<std::path::PathBuf> {
        let _ = path;
        None
    }

    /// The whole of a file that holds at most `limit` bytes.
    fn read(&self, path: &DiskPath, limit: u64) -> Result<Vec<u8>, DiskError> {
        let file = self.open_read(path)?;
        let size = file.size()?;
        if size > limit {
            return Err(DiskError::TooLarge { path: path.to_string(), limit });
        }
        // The size is a hint of the file system; the bytes decide, up to the limit.
        let mut bytes = Vec::new();
        let mut block = vec![0; READ_BLOCK];
        loop {
            let at = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            let read = file.read_at(at, &mut block)?;
            if read == 0 {
                return Ok(bytes);
            }
            bytes.extend_from_slice(&block[..read]);
            if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
                return Err(DiskError::TooLarge { path: path.to_string(), limit });
            }
        }
    }

    /// Whether a file or folder is at `path`.
    fn exists(&self, path: &DiskPath) -> Result<bool, DiskError> {
        match self.metadata(path) {
            Ok(_) => Ok(true),
            Err(DiskError::Missing { .. }) => Ok(false),
            Err(other) => Err(other),
        }
    }
}

/// An open file.
pub trait DiskFile: Send {
    /// Reads up to `out.len()` bytes from `offset`; 0 means that the file ends there.
    fn read_at(&self, offset: u64, out: &mut [u8]) -> Result<usize, DiskError>;

    /// Writes all of `bytes` at the end of the file.
    fn append(&mut self, bytes: &[u8]) -> Result<(), DiskError>;

    /// Writes all of `bytes` from `offset`, over what is there, growing the file where it must.
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> Result<(), DiskError>;

    /// Cuts the file to `size` bytes, or fills it up with zeros.
    fn truncate(&mut self, size: u64) -> Result<(), DiskError>;

    /// How many bytes the file holds.
    fn size(&self) -> Result<u64, DiskError>;

    /// Makes the bytes (and the size needed to read them) durable. After an error the state of the file on the disk
    /// is unknown, and a second call that succeeds proves nothing: give the file up.
    fn sync_data(&mut self) -> Result<(), DiskError>;

    /// As [`DiskFile::sync_data`], with times and other attributes.
    fn sync_all(&mut self) -> Result<(), DiskError>;

    /// The path at which it was opened, for errors.
    fn path(&self) -> &str;

    /// Fills all of `out` from `offset`, or fails with [`DiskError::Short`].
    fn read_exact_at(&self, offset: u64, out: &mut [u8]) -> Result<(), DiskError> {
        let mut done = 0;
        while done < out.len() {
            let at = offset.saturating_add(u64::try_from(done).unwrap_or(u64::MAX));
            let read = self.read_at(at, &mut out[done..])?;
            if read == 0 {
                return Err(DiskError::Short { path: self.path().to_owned(), offset: at });
            }
            done += read;
        }
        Ok(())
    }
}

/// A lock that is held until this is dropped.
pub trait DiskLock: Send + Sync {}

/// What kind of thing a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Dir,
    /// A symbolic link, never followed.
    Link,
    /// A device, pipe or socket, never opened.
    Special,
}

/// What is known of a file or folder without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metadata {
    /// File, folder, link or something else.
    pub kind: Kind,
    /// Bytes in a file; without meaning for the rest.
    pub size: u64,
}

/// One name in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirEntry {
    /// The last part of the path.
    pub name: String,
    /// What the name stands for.
    pub kind: Kind,
}

/// The ending of the file that [`write_durable`] fills before it takes the place of the old one. A crash may leave
/// one behind; the next write of the same path replaces it.
pub const TEMP_SUFFIX: &str = ".new";

/// Blocks in which [`Disk::read`] reads, so that a file that lies about its size costs no memory.
const READ_BLOCK: usize = 64 << 10;

/// Replaces (or makes) the file at `path` so that after a crash at any instant it holds the old bytes or the new
/// ones, and after this returned, the new ones. Folders above are made where they are missing.
///
/// One writer per path at a time: the temporary file has a fixed name.
///
/// # Errors
/// On failure the old file is untouched, unless the error came from the last sync, when either may be found.
pub fn write_durable(disk: &dyn Disk, path: &DiskPath, bytes: &[u8]) -> Result<(), DiskError> {
    let dir = path.parent();
    make_dir_durable(disk, &dir)?;
    let temp = path.with_suffix(TEMP_SUFFIX)?;
    match disk.remove(&temp) {
        Ok(()) | Err(DiskError::Missing { .. }) => {}
        Err(other) => return Err(other),
    }
    let written = disk.create_new(&temp).and_then(|mut file| {
        file.append(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| disk.rename(&temp, path)) {
        // The half-written file is of no use to anybody; the first error is the one that matters.
        let _ = disk.remove(&temp);
        return Err(error);
    }
    disk.sync_dir(&dir)
}

/// The end of the name of a folder or file that is put together beside its place, to be renamed when it is whole. Nobody
/// else's is called so, because what has this name is taken over or removed by whoever begins again.
pub const PARTIAL_SUFFIX: &str = ".comity-partial";

/// Removes everything in a folder. Only for folders that held nothing before we wrote into them.
///
/// # Errors
/// Fails when the disk does; some of it is then gone.
pub fn clear_folder(disk: &dyn Disk, folder: &DiskPath) -> Result<(), DiskError> {
    for entry in disk.list(folder)? {
        let path = folder.join(&entry.name)?;
        match entry.kind {
            Kind::Dir => remove_tree(disk, &path)?,
            _ => disk.remove(&path)?,
        }
    }
    Ok(())
}

/// Makes a folder and the missing ones above it, each durable in the one above.
///
/// # Errors
/// Fails where a file is in the way, or the disk fails.
pub fn make_dir_durable(disk: &dyn Disk, dir: &DiskPath) -> Result<(), DiskError> {
    if dir.is_root() {
        return Ok(());
    }
    match disk.metadata(dir) {
        Ok(Metadata { kind: Kind::Dir, .. }) => return Ok(()),
        Ok(_) => return Err(DiskError::NotADir { path: dir.to_string() }),
        Err(DiskError::Missing { .. }) => {}
        Err(other) => return Err(other),
    }
    let above = dir.parent();
    make_dir_durable(disk, &above)?;
    disk.create_dir_all(dir)?;
    disk.sync_dir(&above)
}

//! A folder of this machine.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::{DirBuilderExt as _, FileExt as _, FileTypeExt as _, OpenOptionsExt as _};
use std::path::{Component, Path, PathBuf};

use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, RenameFlags, ResolveFlags};
use rustix::io::Errno;

use crate::{DirEntry, Disk, DiskError, DiskFile, DiskLock, DiskPath, Kind, Metadata};

/// Only the account that the node runs as may read or write what we write.
const FILE_MODE: u32 = 0o600;
/// As [`FILE_MODE`], for folders.
const DIR_MODE: u32 = 0o700;

/// Never through a link; and opening a pipe that somebody planted must not hang the node.
const CAREFULLY: i32 = OFlags::NOFOLLOW.union(OFlags::NONBLOCK).bits().cast_signed();

/// Opens a file that is not ours for reading, wherever it lies: a regular file or a block device, never through a link
/// in its last part, never hanging on a pipe.
///
/// What is known of it comes with it, as it was when it was opened.
///
/// # Errors
/// As the system says; [`io::ErrorKind::InvalidInput`] for anything else than a file or block device.
pub fn open_foreign(path: &Path) -> io::Result<(File, fs::Metadata)> {
    let takes = |kind: fs::FileType| kind.is_file() || kind.is_block_device();
    // Looked at before opening too, because opening a device can do something to it.
    if !takes(fs::symlink_metadata(path)?.file_type()) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let file = OpenOptions::new().read(true).custom_flags(CAREFULLY).open(path)?;
    let known = file.metadata()?;
    if takes(known.file_type()) { Ok((file, known)) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// A folder of which files that are not ours are read. It is held open, and no link below it is followed, so that what is replaced
/// while it is read leads nowhere else. The folder itself may be named by a link.
#[derive(Debug)]
pub struct Below {
    root: PathBuf,
    folder: OwnedFd,
}

impl Below {
    /// Holds a folder.
    ///
    /// # Errors
    /// As the system says, also where it is no folder.
    pub fn hold(root: &Path) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self { root: root.to_owned(), folder: rustix::fs::open(root, flags, Mode::empty())? })
    }

    /// The folder, as it was named.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// As [`open_foreign`], of a path that begins with the folder.
    ///
    /// # Errors
    /// As [`open_foreign`]; [`io::ErrorKind::InvalidInput`] also for a path that is not below the folder, or has a link in any part
    /// below it.
    pub fn open_foreign(&self, path: &Path) -> io::Result<(File, fs::Metadata)> {
        let refused = || io::Error::from(io::ErrorKind::InvalidInput);
        let mut parts = Vec::new();
        for part in path.strip_prefix(&self.root).map_err(|_| refused())?.components() {
            match part {
                Component::Normal(part) => parts.push(part),
                _ => return Err(refused()),
            }
        }
        let (name, above) = parts.split_last().ok_or_else(refused)?;
        let mut folder: Option<OwnedFd> = None;
        let link = |errno| match errno {
            // What is a link is no folder, by the one name or the other.
            Errno::LOOP | Errno::NOTDIR => refused(),
            other => other.into(),
        };
        for part in above {
            let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
            let at = folder.as_ref().unwrap_or(&self.folder);
            folder = Some(rustix::fs::openat(at, *part, flags, Mode::empty()).map_err(link)?);
        }
        let at = folder.as_ref().unwrap_or(&self.folder);
        let found = rustix::fs::statat(at, *name, AtFlags::SYMLINK_NOFOLLOW)?;
        // Looked at before opening too, because opening a device can do something to it.
        if !matches!(FileType::from_raw_mode(found.st_mode), FileType::RegularFile | FileType::BlockDevice) {
            return Err(refused());
        }
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = File::from(rustix::fs::openat(at, *name, flags, Mode::empty()).map_err(link)?);
        let known = file.metadata()?;
        let kind = known.file_type();
        if kind.is_file() || kind.is_block_device() { Ok((file, known)) } else { Err(refused()) }
    }
}

/// A folder of this machine, through `std::fs`. Links below it are refused, not followed.
#[derive(Debug)]
pub struct RealDisk {
    root: PathBuf,
    /// The same folder, open.
    folder: File,
}

impl RealDisk {
    /// Opens an existing folder.
    ///
    /// # Errors
    /// Fails when `root` is no folder that can be reached.
    pub fn open(root: impl AsRef<Path>) -> Result<Self, DiskError> {
        let shown = root.as_ref().display().to_string();
        // Resolved once, so that a later change of the working folder or of a link above does not move the disk.
        let root = fs::canonicalize(&root).map_err(|e| DiskError::of_io(&shown, e))?;
        if !root.is_dir() {
            return Err(DiskError::NotADir { path: shown });
        }
        let folder = File::open(&root).map_err(|e| DiskError::of_io(&shown, e))?;
        Ok(Self { root, folder })
    }

    /// Opens a folder, making it (for its owner only) where it is missing. The folder above must exist.
    ///
    /// # Errors
    /// As [`RealDisk::open`], and when the folder cannot be made.
    pub fn create(root: impl AsRef<Path>) -> Result<Self, DiskError> {
        let path = root.as_ref();
        let fail = |e| DiskError::of_io(&path.display().to_string(), e);
        match DirBuilder::new().mode(DIR_MODE).create(path) {
            Ok(()) => {
                let above = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
                File::open(above).and_then(|dir| dir.sync_all()).map_err(fail)?;
            }
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
            Err(e) => return Err(fail(e)),
        }
        Self::open(path)
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The place of `path`, after making sure that no folder on the way is a link to somewhere else.
    fn place(&self, path: &DiskPath) -> Result<PathBuf, DiskError> {
        let mut place = self.root.clone();
        let mut parts = path.as_str().split('/').filter(|p| !p.is_empty()).peekable();
        while let Some(part) = parts.next() {
            place.push(part);
            if parts.peek().is_some() {
                let found = fs::symlink_metadata(&place).map_err(|e| DiskError::of_io(path.as_str(), e))?;
                if !found.is_dir() {
                    return Err(DiskError::NotADir { path: path.to_string() });
                }
            }
        }
        Ok(place)
    }

    fn open_file(&self, path: &DiskPath, flags: OFlags) -> Result<Box<dyn DiskFile>, DiskError> {
        if path.is_root() {
            return Err(DiskError::NotAFile { path: path.to_string() });
        }
        let flags = flags.union(OFlags::NOFOLLOW).union(OFlags::NONBLOCK).union(OFlags::CLOEXEC);
        let mode = if flags.contains(OFlags::CREATE) { Mode::RUSR.union(Mode::WUSR) } else { Mode::empty() };
        // One call of the system that follows no link on the way. Where it does not have that call, or does not say what
        // is in the way, each folder is looked at.
        let resolve = ResolveFlags::NO_SYMLINKS.union(ResolveFlags::BENEATH);
        let opened = match rustix::fs::openat2(&self.folder, path.as_str(), flags, mode, resolve) {
            Ok(opened) => Ok(opened),
            Err(
                Errno::NOSYS
                | Errno::PERM
                | Errno::INVAL
                | Errno::AGAIN
                | Errno::LOOP
                | Errno::XDEV
                | Errno::NOTDIR,
            ) => rustix::fs::open(&self.place(path)?, flags, mode),
            Err(other) => Err(other),
        };
        let file = File::from(opened.map_err(|errno| match errno {
            Errno::LOOP | Errno::NXIO => DiskError::NotAFile { path: path.to_string() },
            other => DiskError::of_io(path.as_str(), other.into()),
        })?);
        // What was made just now is a regular file.
        if !flags.contains(OFlags::EXCL) {
            let kind = file.metadata().map_err(|e| DiskError::of_io(path.as_str(), e))?;
            if !kind.is_file() {
                return Err(DiskError::NotAFile { path: path.to_string() });
            }
        }
        Ok(Box::new(RealFile { file, path: path.to_string() }))
    }
}

impl Disk for RealDisk {
    fn create_new(&self, path: &DiskPath) -> Result<Box<dyn DiskFile>, DiskError> {
        self.open_file(path, OFlags::RDWR.union(OFlags::CREATE).union(OFlags::EXCL))
    }

    fn open(&self, path: &DiskPath) -> Result<Box<dyn DiskFile>, DiskError> {
        self.open_file(path, OFlags::RDWR)
    }

    fn open_read(&self, path: &DiskPath) -> Result<Box<dyn DiskFile>, DiskError> {
        self.open_file(path, OFlags::RDONLY)
    }

    fn create_dir_all(&self, path: &DiskPath) -> Result<(), DiskError> {
        if path.is_root() {
            return Ok(());
        }
        if !path.parent().is_root() {
            self.create_dir_all(&path.parent())?;
        }
        let place = self.place(path)?;
        match DirBuilder::new().mode(DIR_MODE).create(&place) {
            Ok(()) => Ok(()),
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => match self.metadata(path)?.kind {
                Kind::Dir => Ok(()),
                _ => Err(DiskError::NotADir { path: path.to_string() }),
            },
            Err(e) => Err(DiskError::of_io(path.as_str(), e)),
        }
    }

    fn rename(&self, from: &DiskPath, to: &DiskPath) -> Result<(), DiskError> {
        fs::rename(self.place(from)?, self.place(to)?).map_err(|e| DiskError::of_io(from.as_str(), e))
    }

    fn rename_new(&self, from: &DiskPath, to: &DiskPath) -> Result<(), DiskError> {
        let (old, new) = (self.place(from)?, self.place(to)?);
        match rustix::fs::renameat_with(CWD, &old, CWD, &new, RenameFlags::NOREPLACE) {
            Ok(()) => Ok(()),
            // A file system that does not know the flag.
            Err(Errno::INVAL | Errno::NOSYS) if !self.exists(to)? => self.rename(from, to),
            Err(Errno::EXIST | Errno::INVAL | Errno::NOSYS) => {
                Err(DiskError::Exists { path: to.to_string() })
            }
            Err(other) => Err(DiskError::of_io(from.as_str(), other.into())),
        }
    }

    fn remove(&self, path: &DiskPath) -> Result<(), DiskError> {
        fs::remove_file(self.place(path)?).map_err(|e| DiskError::of_io(path.as_str(), e))
    }

    fn remove_dir(&self, path: &DiskPath) -> Result<(), DiskError> {
        fs::remove_dir(self.place(path)?).map_err(|e| DiskError::of_io(path.as_str(), e))
    }

    fn list(&self, dir: &DiskPath) -> Result<Vec<DirEntry>, DiskError> {
        let fail = |e| DiskError::of_io(dir.as_str(), e);
        if self.metadata(dir)?.kind != Kind::Dir {
            return Err(DiskError::NotADir { path: dir.to_string() });
        }
        let mut entries = Vec::new();
        for entry in fs::read_dir(self.place(dir)?).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            let kind = kind_of(entry.file_type().map_err(fail)?);
            let name =
                entry.file_name().into_string().map_err(|_| DiskError::NotUtf8 { path: dir.to_string() })?;
            entries.push(DirEntry { name, kind });
        }
        entries.sort_by(|a, b| a.name.as_bytes().cmp(b.name.as_bytes()));
        Ok(entries)
    }

    fn metadata(&self, path: &DiskPath) -> Result<Metadata, DiskError> {
        let found =
            fs::symlink_metadata(self.place(path)?).map_err(|e| DiskError::of_io(path.as_str(), e))?;
        Ok(Metadata { kind: kind_of(found.file_type()), size: found.len() })
    }

    fn sync_dir(&self, dir: &DiskPath) -> Result<(), DiskError> {
        File::open(self.place(dir)?)
            .and_then(|dir| dir.sync_all())
            .map_err(|e| DiskError::of_io(dir.as_str(), e))
    }

    fn sync_tree(&self, dir: &DiskPath) -> Result<(), DiskError> {
        // syncfs(2) writes the whole file system, which is more than was asked for and still far less work than a
        // journal commit a file. Since Linux 5.8 it reports write errors.
        File::open(self.place(dir)?)
            .and_then(|dir| rustix::fs::syncfs(&dir).map_err(io::Error::from))
            .map_err(|e| DiskError::of_io(dir.as_str(), e))
    }

    fn lock(&self, path: &DiskPath) -> Result<Box<dyn DiskLock>, DiskError> {
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .mode(FILE_MODE)
            .custom_flags(CAREFULLY)
            .open(self.place(path)?)
            .map_err(|e| DiskError::of_io(path.as_str(), e))?;
        match file.try_lock() {
            Ok(()) => Ok(Box::new(RealLock { _file: file })),
            Err(TryLockError::WouldBlock) => Err(DiskError::Locked { path: path.to_string() }),
            Err(TryLockError::Error(e)) => Err(DiskError::of_io(path.as_str(), e)),
        }
    }

    fn free_bytes(&self) -> Result<Option<u64>, DiskError> {
        let found = rustix::fs::fstatvfs(&self.folder).map_err(|e| DiskError::of_io("", e.into()))?;
        // What is left for those who are not root.
        Ok(Some(found.f_bavail.saturating_mul(found.f_frsize)))
    }

    fn local_path(&self, path: &DiskPath) -> Option<PathBuf> {
        self.place(path).ok()
    }
}

fn kind_of(file_type: fs::FileType) -> Kind {
    if file_type.is_symlink() {
        Kind::Link
    } else if file_type.is_dir() {
        Kind::Dir
    } else if file_type.is_block_device()
        || file_type.is_char_device()
        || file_type.is_fifo()
        || file_type.is_socket()
    {
        Kind::Special
    } else {
        Kind::File
    }
}

/// The operating system gives the lock back when the file is closed, also after a crash.
struct RealLock {
    _file: File,
}

impl DiskLock for RealLock {}

struct RealFile {
    file: File,
    path: String,
}

impl RealFile {
    fn fail(&self, source: io::Error) -> DiskError {
        DiskError::of_io(&self.path, source)
    }
}

impl DiskFile for RealFile {
    fn path(&self) -> &str {
        &self.path
    }

    fn read_at(&self, offset: u64, out: &mut [u8]) -> Result<usize, DiskError> {
        loop {
            match self.file.read_at(out, offset) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                other => return other.map_err(|e| self.fail(e)),
            }
        }
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), DiskError> {
        let end = self.size()?;
        self.write_at(end, bytes)
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> Result<(), DiskError> {
        self.file.write_all_at(bytes, offset).map_err(|e| self.fail(e))
    }

    fn truncate(&mut self, size: u64) -> Result<(), DiskError> {
        self.file.set_len(size).map_err(|e| self.fail(e))
    }

    fn size(&self) -> Result<u64, DiskError> {
        self.file.metadata().map(|m| m.len()).map_err(|e| self.fail(e))
    }

    fn sync_data(&mut self) -> Result<(), DiskError> {
        self.file.sync_data().map_err(|e| self.fail(e))
    }

    fn sync_all(&mut self) -> Result<(), DiskError> {
        self.file.sync_all().map_err(|e| self.fail(e))
    }
}

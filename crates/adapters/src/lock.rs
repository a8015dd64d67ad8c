//! The lock that keeps a node's folder to one process.
//!
//! The kernel holds the lock for as long as the process lives and lets go of it when the process ends, however it
//! ends; so there is no stale lock to clean up after a crash, and no file whose mere presence means anything.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use comity_record::Coded;

/// The name of the lock file in a node's folder.
pub const LOCK_FILE: &str = "node.lock";

/// What is read of the lock file at most, to name the holder: a process id has ten digits at most.
const MAX_HOLDER_BYTES: u64 = 16;

/// A node's folder, held by this process until the value (and everything that shares it) is dropped.
#[derive(Debug)]
pub struct FolderLock {
    file: File,
    folder: PathBuf,
}

/// Why a folder could not be locked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LockError {
    /// Another process holds it.
    #[error("the folder {} is in use{}", folder.display(), holder.map(|pid| format!(" by process {pid}")).unwrap_or_default())]
    Held {
        /// The folder.
        folder: PathBuf,
        /// Who holds it, if the holder has written so.
        holder: Option<u32>,
    },
    /// The lock file can be neither made nor opened, or the file system knows no locks.
    #[error("the lock file {} cannot be used", path.display())]
    Unusable {
        /// The lock file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Coded for LockError {
    fn code(&self) -> &'static str {
        match self {
            Self::Held { .. } => "adapters-lock-held",
            Self::Unusable { .. } => "adapters-lock-unusable",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Held { folder, holder } => vec![
                ("folder", folder.display().to_string()),
                // 0 is no process: the message has a form of its own for a holder that is not known.
                ("pid", holder.unwrap_or(0).to_string()),
            ],
            Self::Unusable { path, source } => {
                vec![("path", path.display().to_string()), ("cause", source.to_string())]
            }
        }
    }
}

impl FolderLock {
    /// Locks `folder`, which must exist, without waiting.
    ///
    /// # Errors
    /// Says who holds the folder, or what about the lock file does not work.
    pub fn acquire(folder: &Path) -> Result<Self, LockError> {
        let path = folder.join(LOCK_FILE);
        let unusable = |source| LockError::Unusable { path: path.clone(), source };
        let mut file = loop {
            let mut file = OpenOptions::new()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .mode(0o600)
                .open(&path)
                .map_err(unusable)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(LockError::Held {
                        folder: folder.to_owned(),
                        holder: read_holder(&mut file),
                    });
                }
                Err(TryLockError::Error(source)) => return Err(unusable(source)),
            }
            // The holder before us may have moved or removed the folder between our opening and our lock.
            if is_at(&file, &path).map_err(unusable)? {
                break file;
            }
        };
        write_holder(&mut file).map_err(unusable)?;
        Ok(Self { file, folder: folder.to_owned() })
    }

    /// The folder that is locked.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The same lock once more: the folder stays locked until both are dropped.
    ///
    /// # Errors
    /// Fails when the process has no descriptor left.
    pub fn share(&self) -> Result<Self, LockError> {
        let file = self
            .file
            .try_clone()
            .map_err(|source| LockError::Unusable { path: self.folder.join(LOCK_FILE), source })?;
        Ok(Self { file, folder: self.folder.clone() })
    }
}

/// Whether `file` is the one that `path` names now.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let own = file.metadata()?;
    match std::fs::metadata(path) {
        Ok(there) => Ok((own.dev(), own.ino()) == (there.dev(), there.ino())),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(e) => Err(e),
    }
}

fn write_holder(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    file.seek(SeekFrom::Start(0))?;
    writeln!(file, "{}", std::process::id())
}

/// The holder serves the message only, so whatever cannot be read is not known.
fn read_holder(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.take(MAX_HOLDER_BYTES).read_to_string(&mut text).ok()?;
    text.trim_end().parse().ok().filter(|pid| *pid != 0)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_second_lock_names_the_holder_and_the_first_to_drop_frees_it() {
        let folder = tempfile::tempdir().unwrap();
        let held = FolderLock::acquire(folder.path()).unwrap();
        let refused = FolderLock::acquire(folder.path()).unwrap_err();
        assert!(matches!(refused, LockError::Held { holder: Some(pid), .. } if pid == std::process::id()));
        assert_eq!(refused.args()[1], ("pid", std::process::id().to_string()));
        drop(held);
        FolderLock::acquire(folder.path()).unwrap();
    }

    #[test]
    fn a_shared_lock_holds_until_the_last_share_is_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let first = FolderLock::acquire(folder.path()).unwrap();
        let second = first.share().unwrap();
        drop(first);
        assert!(matches!(FolderLock::acquire(folder.path()), Err(LockError::Held { .. })));
        drop(second);
        FolderLock::acquire(folder.path()).unwrap();
    }

    #[test]
    fn a_left_lock_file_of_any_content_locks_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        for content in [&b"4294967295\n"[..], b"", b"\xff\xfe", &[b'1'; 1000]] {
            File::create(folder.path().join(LOCK_FILE)).unwrap().write_all(content).unwrap();
            drop(FolderLock::acquire(folder.path()).unwrap());
        }
    }

    #[test]
    fn a_lock_file_that_was_moved_or_removed_is_not_the_one_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let held = FolderLock::acquire(folder.path()).unwrap();
        let path = folder.path().join(LOCK_FILE);
        assert!(is_at(&held.file, &path).unwrap());
        std::fs::rename(&path, folder.path().join("moved")).unwrap();
        assert!(!is_at(&held.file, &path).unwrap());
        File::create(&path).unwrap();
        assert!(!is_at(&held.file, &path).unwrap());
        FolderLock::acquire(folder.path()).unwrap();
    }

    #[test]
    fn only_the_owner_may_open_the_lock_file() {
        let folder = tempfile::tempdir().unwrap();
        let _held = FolderLock::acquire(folder.path()).unwrap();
        let mode = std::fs::metadata(folder.path().join(LOCK_FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_that_names_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let refused = FolderLock::acquire(&folder.path().join("nowhere")).unwrap_err();
        assert_eq!(refused.code(), "adapters-lock-unusable");
        assert!(refused.args()[0].1.ends_with("nowhere/node.lock"));
    }
}

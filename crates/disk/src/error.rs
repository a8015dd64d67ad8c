//! What can go wrong between us and a disk.

use std::io;

/// The codes of [`DiskError`], each with a message in the catalogue.
pub const CODES: &[&str] = &[
    "disk-path-refused",
    "disk-missing",
    "disk-exists",
    "disk-not-a-folder",
    "disk-not-a-file",
    "disk-name-not-utf8",
    "disk-locked",
    "disk-full",
    "disk-failed",
    "disk-too-large",
    "disk-short",
    "disk-power-lost",
];

/// A disk that did not do what it was asked.
///
/// This crate stands on the lowest floor beside `record` and cannot use its `Coded` trait; [`DiskError::code`] and
/// [`DiskError::args`] have the same shape, and the errors of the engines that wrap this one pass them on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DiskError {
    /// A path that is not a plain relative one.
    #[error("the path {path:?} is refused: {why}")]
    Path {
        /// The beginning of the path.
        path: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// Nothing is at the path.
    #[error("{path} does not exist")]
    Missing {
        /// Where nothing is.
        path: String,
    },
    /// Something is there already.
    #[error("{path} exists already")]
    Exists {
        /// What is in the way.
        path: String,
    },
    /// A file where a folder is needed.
    #[error("{path} is not a folder")]
    NotADir {
        /// What is no folder.
        path: String,
    },
    /// A folder, link, device, pipe or socket where a regular file is needed.
    #[error("{path} is not a regular file")]
    NotAFile {
        /// What is no file.
        path: String,
    },
    /// A folder that holds a name that is not UTF-8.
    #[error("{path} holds a name that is not UTF-8")]
    NotUtf8 {
        /// The folder.
        path: String,
    },
    /// Another process, or another part of this one, holds the lock.
    #[error("{path} is locked by another process")]
    Locked {
        /// The lock file.
        path: String,
    },
    /// No room is left (`ENOSPC`, `EDQUOT`).
    #[error("no room is left on the disk for {path}")]
    Full {
        /// What was being written.
        path: String,
    },
    /// The disk or the system failed.
    #[error("{path}: {source}")]
    Failed {
        /// What was being read or written.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// A file larger than the caller can take.
    #[error("{path} holds more than {limit} bytes")]
    TooLarge {
        /// The file.
        path: String,
        /// The most that was asked for.
        limit: u64,
    },
    /// A file that ends before the bytes that were asked for.
    #[error("{path} ends at byte {offset}, before what was to be read")]
    Short {
        /// The file.
        path: String,
        /// Where it ends.
        offset: u64,
    },
    /// The simulated machine is without power. Never seen on a real disk.
    #[error("the simulated machine has lost power")]
    PowerLost,
}

impl DiskError {
    /// The stable code, in kebab case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Path { .. } => "disk-path-refused",
            Self::Missing { .. } => "disk-missing",
            Self::Exists { .. } => "disk-exists",
            Self::NotADir { .. } => "disk-not-a-folder",
            Self::NotAFile { .. } => "disk-not-a-file",
            Self::NotUtf8 { .. } => "disk-name-not-utf8",
            Self::Locked { .. } => "disk-locked",
            Self::Full { .. } => "disk-full",
            Self::Failed { .. } => "disk-failed",
            Self::TooLarge { .. } => "disk-too-large",
            Self::Short { .. } => "disk-short",
            Self::PowerLost => "disk-power-lost",
        }
    }

    /// The named values that the message speaks of.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Path { path, why } => vec![("path", path.clone()), ("cause", (*why).to_owned())],
            Self::Missing { path }
            | Self::Exists { path }
            | Self::NotADir { path }
            | Self::NotAFile { path }
            | Self::NotUtf8 { path }
            | Self::Locked { path }
            | Self::Full { path } => vec![("path", path.clone())],
            Self::Failed { path, source } => vec![("path", path.clone()), ("cause", source.to_string())],
            Self::TooLarge { path, limit } => vec![("path", path.clone()), ("limit", limit.to_string())],
            Self::Short { path, offset } => vec![("path", path.clone()), ("offset", offset.to_string())],
            Self::PowerLost => Vec::new(),
        }
    }

    /// Sorts what the system said into the kinds that callers tell apart.
    /// The error of the system at a path, for those who reach a file of a disk in a way of their own.
    pub fn of_io(path: &str, source: io::Error) -> Self {
        let path = if path.is_empty() { ".".to_owned() } else { path.to_owned() };
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing { path },
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            io::ErrorKind::NotADirectory => Self::NotADir { path },
            io::ErrorKind::IsADirectory => Self::NotAFile { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { path },
            _ => Self::Failed { path, source },
        }
    }
}

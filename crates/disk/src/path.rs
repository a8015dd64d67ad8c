//! Relative paths that cannot leave their disk.

use std::fmt;

use crate::DiskError;

/// The longest path taken, in bytes: `PATH_MAX` of Linux less room for the folder that the disk was opened on.
pub const MAX_PATH_BYTES: usize = 3072;

/// The longest name of one file or folder, in bytes: `NAME_MAX` of Linux.
pub const MAX_NAME_BYTES: usize = 255;

/// A path below the folder of a disk: UTF-8, `/` between the parts, no `.` and no `..`, not absolute.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DiskPath(String);

impl DiskPath {
    /// Checks `text`.
    ///
    /// # Errors
    /// Refuses an empty or absolute path, an empty part, `.` and `..`, a NUL, and what is over
    /// [`MAX_PATH_BYTES`] or [`MAX_NAME_BYTES`].
    pub fn new(text: impl Into<String>) -> Result<Self, DiskError> {
        let text = text.into();
        let refuse = |why| Err(DiskError::Path { path: shortened(&text), why });
        if text.is_empty() {
            return refuse("it is empty");
        }
        if text.len() > MAX_PATH_BYTES {
            return refuse("it is too long");
        }
        for part in text.split('/') {
            match part {
                "" => return refuse("it is absolute or has an empty part"),
                "." | ".." => return refuse("it holds . or .."),
                long if long.len() > MAX_NAME_BYTES => return refuse("one of its parts is too long"),
                nul if nul.contains('\0') => return refuse("it holds a NUL"),
                _ => {}
            }
        }
        Ok(Self(text))
    }

    /// The folder of the disk itself.
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// Whether this is the folder of the disk itself.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// The path as text; empty for the root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `rest`, a relative path of one or more parts, below this one.
    ///
    /// # Errors
    /// As [`DiskPath::new`].
    pub fn join(&self, rest: &str) -> Result<Self, DiskError> {
        if self.is_root() { Self::new(rest) } else { Self::new(format!("{}/{rest}", self.0)) }
    }

    /// The folder that holds this path; the root holds itself.
    #[must_use]
    pub fn parent(&self) -> Self {
        Self(self.0.rsplit_once('/').map(|(above, _)| above.to_owned()).unwrap_or_default())
    }

    /// The last part; empty for the root.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(self.0.as_str(), |(_, name)| name)
    }

    /// The same path with `suffix` at the end of its name.
    pub(crate) fn with_suffix(&self, suffix: &str) -> Result<Self, DiskError> {
        Self::new(format!("{}{suffix}", self.0))
    }
}

impl fmt::Display for DiskPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_root() { "." } else { &self.0 })
    }
}

/// Enough of a refused path to find it again, never megabytes of it.
fn shortened(text: &str) -> String {
    text.chars().take(120).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leaves_the_disk() {
        for bad in ["", "/", "/etc/passwd", "..", "a/../b", "a/..", "./a", "a//b", "a/", "a\0b", "a/."] {
            assert!(DiskPath::new(bad).is_err(), "took {bad:?}");
        }
        for good in ["a", "a/b", "...", "a/..b", "с/файл.txt", "with space", "a\\b"] {
            assert_eq!(DiskPath::new(good).unwrap().as_str(), good);
        }
    }

    #[test]
    fn lengths_are_taken_at_the_limit_and_refused_one_past_it() {
        assert!(DiskPath::new("n".repeat(MAX_NAME_BYTES)).is_ok());
        assert!(DiskPath::new("n".repeat(MAX_NAME_BYTES + 1)).is_err());
        let long = |bytes: usize| "abc/".repeat(bytes / 4) + &"x".repeat(bytes % 4);
        assert_eq!(long(MAX_PATH_BYTES - 1).len(), MAX_PATH_BYTES - 1);
        assert!(DiskPath::new(long(MAX_PATH_BYTES - 1)).is_ok());
        assert!(DiskPath::new("a/".repeat(MAX_PATH_BYTES / 2 - 1) + "bb").is_ok());
        assert!(DiskPath::new("a/".repeat(MAX_PATH_BYTES / 2 - 1) + "bbb").is_err());
    }

    #[test]
    fn parts_come_apart_and_together() {
        let path = DiskPath::new("a/b/c").unwrap();
        assert_eq!((path.parent().as_str(), path.name()), ("a/b", "c"));
        assert!(DiskPath::new("a").unwrap().parent().is_root());
        assert_eq!(DiskPath::root().join("x/y").unwrap().as_str(), "x/y");
        assert!(path.join("../d").is_err());
    }
}

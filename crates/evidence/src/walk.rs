//! What a folder holds, in an order that does not depend on the machine.
//!
//! Names are kept as they are where every checker of packages can read them. A name that some checker would trip
//! over is *quoted*: each offending byte, and each `=`, becomes `=XX` (as in quoted-printable, RFC 2045), and the
//! bytes of the real path are kept beside it. Offending are bytes that are not UTF-8, control characters and line
//! separators, `%` and `\` (BagIt and `sha256sum` disagree about how to write them), white space at the end, and a
//! name that differs from a neighbour only by letter case or Unicode form, which some file systems cannot hold.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::FileTypeExt as _;
use std::path::{Path, PathBuf};

use comity_record::Bytes;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use crate::intake::{IntakeError, Limits};

/// The longest name that is kept, in bytes: `NAME_MAX` of Linux.
const MAX_NAME_BYTES: usize = 255;

/// A folder (or one file) as found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// The files, sorted by the bytes of their kept paths.
    pub files: Vec<Found>,
    /// What was not taken, and why, sorted likewise.
    pub left_out: Vec<LeftOut>,
}

/// One file to be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The path below the folder, `/` between the parts, quoted where it must be.
    pub path: String,
    /// The bytes of the real path below the folder, where `path` is quoted.
    pub original: Option<Bytes>,
    /// Where it lies on this machine.
    pub place: PathBuf,
}

/// Something in a folder that has no content to be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The path below the folder.
    pub path: String,
    /// The bytes of the real path, where `path` is quoted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<Bytes>,
    /// What it is.
    pub kind: LeftOutKind,
    /// Where a link points, quoted where it must be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
}

/// What was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOutKind {
    /// A symbolic link; following it would take in what is not in the folder.
    Link,
    /// A folder without content.
    EmptyFolder,
    /// A pipe, socket or device; it has no content of its own.
    Special,
}

impl LeftOutKind {
    /// The word for it in a seal.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::EmptyFolder => "empty-folder",
            Self::Special => "special",
        }
    }
}

/// Walks the folder at `root`, or takes the one file there.
///
/// # Errors
/// A folder that cannot be read ends the walk: evidence is never taken in part without saying so.
pub fn walk(root: &Path, limits: &Limits) -> Result<Walk, IntakeError> {
    let found = fs::symlink_metadata(root).map_err(|e| unreadable(root, e))?;
    let mut walk = Walk::default();
    if found.is_dir() {
        descend(root, &Kept::default(), 0, limits, &mut walk)?;
    } else if found.is_file() || found.file_type().is_block_device() {
        let name = root.file_name().unwrap_or(OsStr::new("file"));
        let kept = Kept::default().join(name, &mut BTreeSet::new())?;
        walk.files.push(Found { original: kept.original(), path: kept.path, place: root.into() });
    } else {
        return Err(IntakeError::NotRegular { path: root.display().to_string() });
    }
    walk.files.sort_by(|a, b| a.path.as_bytes().cmp(b.path.as_bytes()));
    walk.left_out.sort_by(|a, b| a.path.as_bytes().cmp(b.path.as_bytes()));
    Ok(walk)
}

fn descend(
    folder: &Path,
    above: &Kept,
    depth: usize,
    limits: &Limits,
    walk: &mut Walk,
) -> Result<(), IntakeError> {
    if depth > limits.max_depth {
        return Err(IntakeError::TooDeep { path: above.path.clone(), limit: limits.max_depth });
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| unreadable(folder, e))? {
        entries.push(entry.map_err(|e| unreadable(folder, e))?);
        if u64::try_from(entries.len() + walk.files.len()).is_ok_and(|n| n > limits.max_files) {
            return Err(IntakeError::TooMany { limit: limits.max_files });
        }
    }
    if entries.is_empty() && depth > 0 {
        walk.left_out.push(above.left_out(LeftOutKind::EmptyFolder, None));
    }
    // Sorted by the real bytes, so that which of two clashing names is quoted does not depend on the file system.
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut taken = BTreeSet::new();
    for entry in entries {
        let place = entry.path();
        let kept = above.join(&entry.file_name(), &mut taken)?;
        let kind = entry.file_type().map_err(|e| unreadable(&place, e))?;
        if kind.is_dir() {
            descend(&place, &kept, depth + 1, limits, walk)?;
        } else if kind.is_file() {
            let original = kept.original();
            walk.files.push(Found { path: kept.path, original, place });
        } else if kind.is_symlink() {
            let target = fs::read_link(&place).map_err(|e| unreadable(&place, e))?;
            let target = target.as_os_str().as_bytes();
            let target =
                if plain(target) { String::from_utf8_lossy(target).into() } else { quote(target, offends) };
            walk.left_out.push(kept.left_out(LeftOutKind::Link, Some(target)));
        } else {
            walk.left_out.push(kept.left_out(LeftOutKind::Special, None));
        }
    }
    Ok(())
}

/// A path below the folder, as kept and as it is.
#[derive(Clone, Default)]
struct Kept {
    path: String,
    real: Vec<u8>,
}

impl Kept {
    /// One part more. `taken` holds the folded names already kept in the same folder.
    fn join(&self, name: &OsStr, taken: &mut BTreeSet<String>) -> Result<Self, IntakeError> {
        let name = name.as_bytes();
        let mut kept =
            if plain(name) { String::from_utf8_lossy(name).into_owned() } else { quote(name, offends) };
        if !taken.insert(fold(&kept)) {
            kept = quote(name, |_| true);
            taken.insert(fold(&kept));
        }
        let path = if self.path.is_empty() { kept.clone() } else { format!("{}/{kept}", self.path) };
        if kept.len() > MAX_NAME_BYTES || path.len() > crate::bag::MAX_PATH_BYTES {
            return Err(IntakeError::NameTooLong { path: path.chars().take(300).collect() });
        }
        let mut real = self.real.clone();
        if !real.is_empty() {
            real.push(b'/');
        }
        real.extend_from_slice(name);
        Ok(Self { path, real })
    }

    fn original(&self) -> Option<Bytes> {
        (self.path.as_bytes() != self.real).then(|| Bytes(self.real.clone()))
    }

    fn left_out(&self, kind: LeftOutKind, target: Option<String>) -> LeftOut {
        LeftOut { path: self.path.clone(), original: self.original(), kind, target }
    }
}

/// The form in which names are compared that some file systems cannot tell apart: NFC, lower case.
pub(crate) fn fold(name: &str) -> String {
    // Letters of ASCII have one form; most names are of no others.
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    name.nfc().flat_map(char::to_lowercase).nfc().collect()
}

/// The paths of one tree, watched for two that some file system could not tell apart.
#[derive(Default)]
pub(crate) struct Names(BTreeMap<String, String>);

impl Names {
    /// Adds the path of a file. Gives the path that it clashes with, if one is there.
    pub(crate) fn add(&mut self, path: &str) -> Option<String> {
        for (at, _) in path.match_indices('/') {
            let folder = &path[..at];
            let first = self.0.entry(fold(folder)).or_insert_with(|| folder.to_owned());
            if first != folder {
                return Some(first.clone());
            }
        }
        match self.0.entry(fold(path)) {
            Entry::Occupied(first) => Some(first.get().clone()),
            Entry::Vacant(free) => {
                free.insert(path.to_owned());
                None
            }
        }
    }
}

/// Whether every checker can read the name as it is.
fn plain(name: &[u8]) -> bool {
    std::str::from_utf8(name)
        .is_ok_and(|text| !text.chars().any(offends) && !text.ends_with(char::is_whitespace))
}

fn offends(c: char) -> bool {
    c.is_control() || matches!(c, '%' | '\\' | '\u{2028}' | '\u{2029}' | char::REPLACEMENT_CHARACTER)
}

/// Writes as `=XX` every `=`, every byte that is not UTF-8, every character that is `awkward`, and white space at
/// the end.
fn quote(name: &[u8], awkward: impl Fn(char) -> bool) -> String {
    let mut kept = String::with_capacity(name.len() * 3);
    let hex = |kept: &mut String, bytes: &[u8]| {
        for byte in bytes {
            let _ = write!(kept, "={byte:02X}");
        }
    };
    for chunk in name.utf8_chunks() {
        let valid = chunk.valid();
        let body = valid.trim_end().len();
        let at_end = chunk.invalid().is_empty();
        for (at, c) in valid.char_indices() {
            let mut bytes = [0; 4];
            if c == '=' || awkward(c) || (at_end && at >= body) {
                hex(&mut kept, c.encode_utf8(&mut bytes).as_bytes());
            } else {
                kept.push(c);
            }
        }
        hex(&mut kept, chunk.invalid());
    }
    kept
}

fn unreadable(path: &Path, source: std::io::Error) -> IntakeError {
    IntakeError::Unreadable { path: path.display().to_string(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(names: &[&[u8]]) -> Vec<String> {
        let mut taken = BTreeSet::new();
        names.iter().map(|n| Kept::default().join(OsStr::from_bytes(n), &mut taken).unwrap().path).collect()
    }

    #[test]
    fn ordinary_names_are_kept() {
        for name in ["a", "notes 1.txt", "отчёт.txt", "گزارش", "a=b", "~x", "..."] {
            assert_eq!(kept(&[name.as_bytes()]), [name]);
        }
    }

    #[test]
    fn awkward_names_are_quoted() {
        assert_eq!(
            kept(&[
                b"100%.txt",
                b"a\nb",
                b"dir\\f",
                b"a\xFFb=",
                b"end ",
                b"\xE2\x80\xA8",
                "\u{FFFD}".as_bytes()
            ]),
            ["100=25.txt", "a=0Ab", "dir=5Cf", "a=FFb=3D", "end=20", "=E2=80=A8", "=EF=BF=BD"]
        );
    }

    #[test]
    fn names_that_differ_by_case_or_unicode_form_are_told_apart() {
        assert_eq!(kept(&[b"Makefile", b"makefile"]), ["Makefile", "=6D=61=6B=65=66=69=6C=65"]);
        let composed = "\u{e9}".as_bytes();
        let decomposed = "e\u{301}".as_bytes();
        let names = kept(&[composed, decomposed]);
        assert_ne!(fold(&names[0]), fold(&names[1]));
    }

    #[test]
    fn clashes_of_folders_are_seen_too() {
        let mut names = Names::default();
        assert_eq!(names.add("data/A/x"), None);
        assert_eq!(names.add("data/A/y"), None);
        assert_eq!(names.add("data/a/z"), Some("data/A".to_owned()));
        assert_eq!(names.add("data/A/X"), Some("data/A/x".to_owned()));
        assert_eq!(names.add("data/A/x"), Some("data/A/x".to_owned()));
    }
}

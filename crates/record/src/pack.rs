//! Packs: facts, forms, templates, messages and policies that people may change without Rust.
//!
//! A pack is a folder of files with a `pack.toml`. Its digest is what two officers activate. It can be recomputed
//! by anybody with coreutils: `sha256sum` over the files in byte order of their paths, and `sha256sum` over that
//! listing.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use crate::digest::Sha256Digest;
use crate::token::Token;

/// The file that names a pack.
pub const MANIFEST: &str = "pack.toml";
/// Files of one pack. The largest of ours has some dozens.
pub const MAX_FILES: usize = 4096;
/// Bytes of one pack: facts and texts; chains and fonts are not packs.
pub const MAX_BYTES: usize = 64 << 20;
/// Letters of a path inside a pack.
pub const MAX_PATH: usize = 200;

/// What is wrong with a pack.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// No `pack.toml`.
    #[error("the pack has no {MANIFEST}")]
    NoManifest,
    /// A `pack.toml` that does not say what it must.
    #[error("{MANIFEST}: {0}")]
    Manifest(String),
    /// A path that is absolute, climbs, or holds letters other than ASCII letters, digits, `.`, `_`, `-` and `/`.
    #[error("{0:?} is not a path that a pack may have")]
    Path(String),
    /// More than [`MAX_FILES`] files or [`MAX_BYTES`] bytes.
    #[error("the pack has more than {0} {1}")]
    TooLarge(usize, &'static str),
}

impl crate::Coded for PackError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoManifest => "record-pack-no-manifest",
            Self::Manifest(_) => "record-pack-manifest",
            Self::Path(_) => "record-pack-path",
            Self::TooLarge(..) => "record-pack-too-large",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoManifest => vec![],
            Self::Manifest(cause) => vec![("cause", cause.clone())],
            Self::Path(path) => vec![("path", path.clone())],
            Self::TooLarge(most, what) => vec![("most", most.to_string()), ("what", (*what).to_owned())],
        }
    }
}

/// What a pack says of itself in `pack.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The name, unique among the packs of a node: `law`, `forms`, `policies`.
    pub name: Token,
    /// What reads it: the schema that its files follow.
    pub schema: Token,
    /// The version of that schema.
    pub schema_version: u16,
    /// The version of the content, as its editors count.
    pub version: String,
    /// The licence as an SPDX expression.
    pub licence: String,
    /// What it holds and for whom, in one sentence.
    pub about: String,
}

/// A pack in memory: its files by path, checked for form but not for content.
#[derive(Clone, Debug)]
pub struct Pack {
    manifest: Manifest,
    files: BTreeMap<String, Vec<u8>>,
    digest: Sha256Digest,
}

impl Pack {
    /// Takes the files of a folder, by path relative to it with `/` between the parts.
    ///
    /// # Errors
    /// Fails without a manifest, for paths that a pack may not have, or past a limit.
    pub fn from_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self, PackError> {
        let mut taken = BTreeMap::new();
        let mut bytes = 0;
        for (path, content) in files {
            if !is_pack_path(&path) {
                return Err(PackError::Path(path.chars().take(MAX_PATH).collect()));
            }
            bytes += content.len();
            if bytes > MAX_BYTES {
                return Err(PackError::TooLarge(MAX_BYTES, "bytes"));
            }
            taken.insert(path, content);
            if taken.len() > MAX_FILES {
                return Err(PackError::TooLarge(MAX_FILES, "files"));
            }
        }
        let manifest = taken.get(MANIFEST).ok_or(PackError::NoManifest)?;
        let manifest = std::str::from_utf8(manifest).map_err(|e| PackError::Manifest(e.to_string()))?;
        let manifest = toml::from_str(manifest).map_err(|e| PackError::Manifest(e.to_string()))?;
        let digest = Sha256Digest::of(listing(&taken).as_bytes());
        Ok(Self { manifest, files: taken, digest })
    }

    /// What the pack says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// What two officers activate.
    pub fn digest(&self) -> Sha256Digest {
        self.digest
    }

    /// The bytes of one file.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// All files in byte order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, content)| (path.as_str(), content.as_slice()))
    }

    /// The listing whose SHA-256 is the digest, in the form that `sha256sum -c` reads.
    pub fn listing(&self) -> String {
        listing(&self.files)
    }
}

fn listing(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut text = String::new();
    for (path, content) in files {
        writeln!(text, "{}  {path}", Sha256Digest::of(content)).expect("writing to memory");
    }
    text
}

fn is_pack_path(path: &str) -> bool {
    path.len() <= MAX_PATH
        && path.split('/').all(|part| {
            !part.is_empty()
                && !part.starts_with('.')
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST_TEXT: &str = "name = \"law\"\nschema = \"law\"\nschema_version = 1\nversion = \"2026-11\"\n\
                                 licence = \"CC0-1.0\"\nabout = \"Facts.\"\n";

    fn pack(extra: &[(&str, &str)]) -> Result<Pack, PackError> {
        let files = extra.iter().chain(&[(MANIFEST, MANIFEST_TEXT)]);
        Pack::from_files(files.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())))
    }

    #[test]
    fn the_digest_is_the_one_that_sha256sum_gives() {
        let pack = pack(&[("b.toml", "x"), ("a/c.toml", "")]).unwrap();
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let x = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
        let manifest = Sha256Digest::of(MANIFEST_TEXT.as_bytes());
        let listing = format!("{empty}  a/c.toml\n{x}  b.toml\n{manifest}  pack.toml\n");
        assert_eq!(pack.listing(), listing);
        assert_eq!(pack.digest(), Sha256Digest::of(listing.as_bytes()));
    }

    #[test]
    fn a_changed_added_or_renamed_file_changes_the_digest() {
        let base = pack(&[("a", "1")]).unwrap().digest();
        for other in [&[("a", "2")][..], &[("b", "1")], &[("a", "1"), ("b", "")]] {
            assert_ne!(pack(other).unwrap().digest(), base);
        }
    }

    #[test]
    fn paths_that_leave_the_pack_are_refused() {
        for wrong in ["../a", "/a", "a//b", "a/../b", ".hidden", "a\\b", "a\nb", "", "ä"] {
            assert!(matches!(pack(&[(wrong, "")]), Err(PackError::Path(_))), "{wrong}");
        }
        assert!(pack(&[(&"a".repeat(MAX_PATH), "")]).is_ok());
        assert!(pack(&[(&"a".repeat(MAX_PATH + 1), "")]).is_err());
    }

    #[test]
    fn a_manifest_says_all_and_no_more() {
        assert!(matches!(Pack::from_files([]), Err(PackError::NoManifest)));
        for wrong in ["name = 1", "", &format!("{MANIFEST_TEXT}surprise = 1\n")] {
            let files = [(MANIFEST.to_owned(), wrong.as_bytes().to_vec())];
            assert!(matches!(Pack::from_files(files), Err(PackError::Manifest(_))));
        }
    }
}

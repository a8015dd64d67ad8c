//! The seal of a folder: every file with both digests, what was left out, and one root that speaks for all.
//!
//! A seal is a value. [`seal_in_place`] makes one without copying anything; [`seal_to_bag`] copies the files into a
//! package and puts the seal beside them. The root is what an officer signs and what a time-stamp covers.
//!
//! The root is the Merkle tree hash of RFC 9162, section 2.1.1, with SHA-256, over one leaf a line, in this order:
//! ```text
//! file <sha256> <blake3> <size> <path>            for every file, sorted by the bytes of the path
//! original <bytes in hexadecimal>                 after a file whose path is quoted
//! left-out <kind> <path>                          for everything left out, sorted likewise
//! original <bytes in hexadecimal>                 after one whose path is quoted
//! target <target>                                 after a link, then its target
//! ```
//! each line without its end. No name holds a line end, so that no two folders have the same lines, and a page of any language
//! can recompute the root from `comity/seal.json`. How it is signed says [`signature`](crate::signature).

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

use comity_disk::{Disk, DiskPath};
use comity_record::{Bytes, Coded, Sha256Digest};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::bag::{BagError, BagSummary, BagWriter, Finding, PAYLOAD, Report, text};
use crate::hash::{Algorithm, Digests, Further};
use crate::intake::{Discard, Intake, IntakeError, Limits, Watch};
use crate::signature::Signer;
use crate::walk::{Found, LeftOut, walk};

/// Where the seal lies in a package.
pub const SEAL: &str = "comity/seal.json";

/// Where the BLAKE3 digests of the payload lie, in the form that `b3sum --check` reads. Not a payload manifest of the
/// bag, because validators refuse a bag with a manifest in an algorithm that they do not know.
pub const BLAKE3_MANIFEST: &str = "comity/manifest-blake3.txt";

const FORMAT: &str = "comity-seal-2";

/// A sealed folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    format: String,
    /// Speaks for everything below.
    pub root: Sha256Digest,
    /// The files, sorted by the bytes of their paths.
    pub files: Vec<SealedFile>,
    /// What has no content to be sealed.
    pub left_out: Vec<LeftOut>,
}

/// One file of a seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedFile {
    /// The path below the folder, quoted where it must be; see [`crate::walk`](mod@crate::walk).
    pub path: String,
    /// The bytes of the real path, where `path` is quoted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<Bytes>,
    /// Length and digests.
    #[serde(flatten)]
    pub digests: Digests,
    /// The digests that were asked for besides. The root does not speak for them; whoever checks the files computes them.
    #[serde(default, skip_serializing_if = "Further::is_empty")]
    pub further: Further,
}

impl SealedFile {
    /// The path below its folder by which the file is opened: its real bytes where the kept path is quoted.
    pub fn real_path(&self) -> PathBuf {
        match &self.original {
            Some(bytes) => PathBuf::from(std::ffi::OsStr::from_bytes(bytes.as_ref())),
            None => PathBuf::from(&self.path),
        }
    }
}

impl Seal {
    pub(crate) fn new(files: Vec<SealedFile>, left_out: Vec<LeftOut>) -> Self {
        let mut seal =
            Self { format: FORMAT.to_owned(), root: Sha256Digest::from_bytes([0; 32]), files, left_out };
        seal.root = seal.computed_root();
        seal
    }

    /// The root that the files and what was left out lead to.
    pub fn computed_root(&self) -> Sha256Digest {
        let original =
            |bytes: &Option<Bytes>| bytes.as_ref().map(|b| format!("original {}", hex::encode(b.as_ref())));
        let files = self.files.iter().flat_map(|f| {
            let Digests { sha256, blake3, size } = &f.digests;
            let line = format!("file {sha256} {blake3} {size} {}", f.path);
            [Some(line), original(&f.original)].into_iter().flatten()
        });
        let left_out = self.left_out.iter().flat_map(|l| {
            let line = format!("left-out {} {}", l.kind.as_str(), l.path);
            let target = l.target.as_ref().map(|target| format!("target {target}"));
            [Some(line), original(&l.original), target].into_iter().flatten()
        });
        let leaves = files
            .chain(left_out)
            .map(|line| Sha256Digest::of_parts(&[&[0], line.as_bytes()]))
            .collect::<Vec<_>>();
        tree_hash(&leaves)
    }

    /// The seal of a folder of what was sealed, as if it alone had been.
    #[must_use]
    pub fn of_folder(&self, folder: &str) -> Self {
        let inside = |path: &str| path.strip_prefix(folder)?.strip_prefix('/').map(str::to_owned);
        let files = self.files.iter();
        let files = files.filter_map(|file| Some(SealedFile { path: inside(&file.path)?, ..file.clone() }));
        let left_out = self.left_out.iter();
        let left_out = left_out.filter_map(|out| Some(LeftOut { path: inside(&out.path)?, ..out.clone() }));
        Self::new(files.collect(), left_out.collect())
    }

    /// Which digests some file has besides.
    pub fn asked(&self) -> BTreeSet<Algorithm> {
        let asked = self.files.iter().flat_map(|file| file.further.iter());
        asked.map(|(algorithm, _)| algorithm).collect()
    }

    /// Bytes of all files.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|f| f.digests.size).sum()
    }

    /// The seal as it lies in a package: JSON with a line end, the same bytes for the same folder.
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("texts and numbers are always JSON");
        json.push(b'\n');
        json
    }

    /// Reads a seal. Whether its root is right says [`Seal::computed_root`].
    ///
    /// # Errors
    /// Refuses what is no seal, and a seal whose paths are refused, unsorted or doubled.
    pub fn from_json(bytes: &[u8]) -> Result<Self, SealError> {
        let refuse = |why: String| SealError::Malformed { why };
        let seal: Self = serde_json::from_slice(bytes).map_err(|e| refuse(e.to_string()))?;
        if seal.format != FORMAT {
            return Err(SealError::Format { format: seal.format.chars().take(40).collect() });
        }
        if seal.files.windows(2).any(|pair| pair[0].path.as_bytes() >= pair[1].path.as_bytes()) {
            return Err(refuse("the files are not sorted".to_owned()));
        }
        let paths = seal.files.iter().map(|f| &f.path).chain(seal.left_out.iter().map(|l| &l.path));
        for path in paths {
            if let Some(why) = text::refuse_path(path) {
                return Err(refuse(why.to_owned()));
            }
        }
        let names = seal.files.iter().map(|f| &f.path);
        let names =
            names.chain(seal.left_out.iter().flat_map(|l| [Some(&l.path), l.target.as_ref()]).flatten());
        if names.into_iter().any(|name| name.contains(['\n', '\r'])) {
            return Err(refuse("a name holds a line end".to_owned()));
        }
        Ok(seal)
    }

    /// The text of [`BLAKE3_MANIFEST`].
    pub fn blake3_manifest(&self) -> String {
        let mut text = String::new();
        for file in &self.files {
            let _ = writeln!(text, "{}  {PAYLOAD}/{}", file.digests.blake3, file.path);
        }
        text
    }
}

/// What goes into a package besides the files.
#[derive(Clone, Debug)]
pub struct SealOptions {
    /// The day of the package (`Bagging-Date`).
    pub bagging_date: Date,
    /// More labels for `bag-info.txt`, in this order: `Source-Organization`, `External-Identifier` and the like.
    pub info: Vec<(String, String)>,
    /// More tag files: the custody record, proofs, time-stamps.
    pub tags: Vec<TagFile>,
}

/// A file about the payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagFile {
    /// Where it lies in the package.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A package that is complete and durable, and its seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedBag {
    /// The seal, as it lies in the package.
    pub seal: Seal,
    /// What the package holds.
    pub bag: BagSummary,
}

/// Copies a file or folder, read once, into a new package at `bag` of `disk` (`comity evidence seal PATH --out DIR`).
/// Unless somebody signs, the root is there unsigned.
///
/// # Errors
/// On any failure there is nothing at `bag`.
pub fn seal_to_bag(
    source: &Path,
    disk: &dyn Disk,
    bag: &DiskPath,
    options: &SealOptions,
    signer: Option<&Signer<'_>>,
    intake: &mut Intake<'_>,
) -> Result<SealedBag, SealError> {
    intake.stay_below(source);
    let found = walk(source, intake.limits())?;
    let mut writer = BagWriter::create(disk, bag)?;
    let mut files = Vec::with_capacity(found.files.len());
    for file in found.files {
        let digests = writer.payload_file(&file.path, None, &file.place, intake)?;
        files.push(sealed(file, digests, intake));
    }
    let seal = Seal::new(files, found.left_out);
    let bag = finish(writer, &seal, options, signer)?;
    Ok(SealedBag { seal, bag })
}

/// Writes everything but the payload.
pub(crate) fn finish(
    mut writer: BagWriter<'_>,
    seal: &Seal,
    options: &SealOptions,
    signer: Option<&Signer<'_>>,
) -> Result<BagSummary, SealError> {
    writer.tag(SEAL, &seal.to_json())?;
    writer.tag(BLAKE3_MANIFEST, seal.blake3_manifest().as_bytes())?;
    for tag in &options.tags {
        writer.tag(&tag.path, &tag.bytes)?;
    }
    let signed = |tags: &_| signer.map_or_else(Vec::new, |signer| signer.sign_bag(seal.root, tags));
    Ok(writer.finish_with(options.bagging_date, &options.info, signed)?)
}

/// Reads a file or folder once and gives its seal; copies and changes nothing (`comity evidence seal --in-place PATH`).
///
/// # Errors
/// Fails when anything cannot be read or changes while it is read.
pub fn seal_in_place(source: &Path, intake: &mut Intake<'_>) -> Result<Seal, SealError> {
    intake.stay_below(source);
    let found = walk(source, intake.limits())?;
    let mut files = Vec::with_capacity(found.files.len());
    for file in found.files {
        let digests = intake.file(&file.place, &mut Discard)?;
        files.push(sealed(file, digests, intake));
    }
    Ok(Seal::new(files, found.left_out))
}

/// Checks a file or folder against a seal made in place.
pub fn verify_in_place(source: &Path, seal: &Seal, intake: &mut Intake<'_>) -> Report {
    let mut report = Report::default();
    if seal.root != seal.computed_root() {
        report.findings.push(Finding::SealRoot);
    }
    intake.stay_below(source);
    let found = match walk(source, intake.limits()) {
        Ok(found) => found,
        Err(error) => {
            report.findings.push(Finding::from(&error));
            return report;
        }
    };
    intake.ask(seal.asked());
    let mut expected: std::collections::BTreeMap<_, _> =
        seal.files.iter().map(|f| (f.path.as_str(), f)).collect();
    for file in &found.files {
        let Some(entry) = expected.remove(file.path.as_str()) else {
            report.findings.push(Finding::PlaceAdded { path: file.path.clone() });
            continue;
        };
        match intake.file(&file.place, &mut Discard) {
            Ok(digests)
                if digests == entry.digests
                    && file.original == entry.original
                    && entry.further.agrees(intake.further()) => {}
            Ok(_) => {
                report.findings.push(Finding::PlaceChanged { path: file.path.clone() });
            }
            Err(error) => {
                report.findings.push(Finding::from(&error));
                if matches!(error, IntakeError::Stopped) {
                    return report;
                }
            }
        }
    }
    for path in expected.into_keys() {
        report.findings.push(Finding::PlaceMissing { path: path.to_owned() });
    }
    for (path, other) in differences(&seal.left_out, &found.left_out) {
        report.findings.push(if other {
            Finding::PlaceAdded { path }
        } else {
            Finding::PlaceMissing { path }
        });
    }
    report.checks.insert(crate::bag::Check::Seal);
    report.files = intake.progress().files;
    report.bytes = intake.progress().bytes;
    report
}

/// Checks a package, whoever wrote it (`comity evidence verify PACKAGE`).
pub fn verify_package(disk: &dyn Disk, bag: &DiskPath, limits: &Limits, watch: Option<Watch<'_>>) -> Report {
    crate::bag::verify(disk, bag, limits, watch)
}

fn sealed(file: Found, digests: Digests, intake: &Intake<'_>) -> SealedFile {
    SealedFile { path: file.path, original: file.original, digests, further: intake.further().clone() }
}

/// The paths that only one of both has; `true` for those of `found`.
fn differences(sealed: &[LeftOut], found: &[LeftOut]) -> Vec<(String, bool)> {
    let gone = sealed.iter().filter(|l| !found.contains(l)).map(|l| (l.path.clone(), false));
    let new = found.iter().filter(|l| !sealed.contains(l)).map(|l| (l.path.clone(), true));
    gone.chain(new).collect()
}

/// MTH of RFC 9162, section 2.1.1, over leaves hashed already.
fn tree_hash(leaves: &[Sha256Digest]) -> Sha256Digest {
    match leaves {
        [] => Sha256Digest::of(b""),
        [leaf] => *leaf,
        _ => {
            // The largest power of two smaller than the number of leaves.
            let left = leaves.len().next_power_of_two() / 2;
            let (left, right) = (tree_hash(&leaves[..left]), tree_hash(&leaves[left..]));
            Sha256Digest::of_parts(&[&[1], left.as_bytes(), right.as_bytes()])
        }
    }
}

/// Why something was not sealed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// What was to be sealed.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// The package.
    #[error(transparent)]
    Bag(#[from] BagError),
    /// What was half copied in an earlier session begins otherwise now: another device, or another content.
    #[error("{path} is not what was half copied in the session before")]
    OtherSource {
        /// The source.
        path: String,
    },
    /// What an interrupted session left has nothing of what is to be sealed now.
    #[error("what was left of another sealing has nothing of {path}")]
    NothingOfIt {
        /// What is to be sealed now.
        path: String,
    },
    /// A seal of another version.
    #[error("the seal is of the form {format:?}, which is not known here")]
    Format {
        /// What it says of itself.
        format: String,
    },
    /// A text that is no seal.
    #[error("this is not a seal: {why}")]
    Malformed {
        /// What is wrong with it.
        why: String,
    },
}

impl Coded for SealError {
    fn code(&self) -> &'static str {
        match self {
            Self::Intake(error) => error.code(),
            Self::Bag(error) => error.code(),
            Self::OtherSource { .. } => "evidence-other-source",
            Self::NothingOfIt { .. } => "evidence-nothing-of-it",
            Self::Format { .. } => "evidence-seal-format",
            Self::Malformed { .. } => "evidence-seal-malformed",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Intake(error) => error.args(),
            Self::Bag(error) => error.args(),
            Self::OtherSource { path } | Self::NothingOfIt { path } => vec![("path", path.clone())],
            Self::Format { format } => vec![("format", format.clone())],
            Self::Malformed { why } => vec![("cause", why.clone())],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::LeftOutKind;

    #[test]
    fn the_tree_hash_is_that_of_the_vectors_of_certificate_transparency() {
        // Inputs and roots as in the Merkle tree tests of the certificate-transparency project (RFC 6962 hashing).
        let inputs = [
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f",
        ];
        let leaves: Vec<_> =
            inputs.iter().map(|hex| Sha256Digest::of_parts(&[&[0], &hex::decode(hex).unwrap()])).collect();
        for (count, root) in [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
            (3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
            (5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
            (7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
            (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
        ] {
            assert_eq!(tree_hash(&leaves[..count]).to_string(), root, "{count} leaves");
        }
    }

    #[test]
    fn no_two_folders_have_one_root() {
        let link = |path: &str, target: &str| LeftOut {
            path: path.to_owned(),
            original: None,
            kind: LeftOutKind::Link,
            target: Some(target.to_owned()),
        };
        let file = |path: &str, original: Option<&[u8]>| SealedFile {
            path: path.to_owned(),
            original: original.map(|bytes| Bytes(bytes.to_vec())),
            digests: Digests::of(b"a"),
            further: Further::default(),
        };
        let roots = [
            Seal::new(vec![], vec![link("x -> y", "z")]),
            Seal::new(vec![], vec![link("x", "y -> z")]),
            Seal::new(vec![file("a=FF", None)], vec![]),
            Seal::new(vec![file("a=FF", Some(b"a\xff"))], vec![]),
            Seal::new(vec![file("a=FF", Some(b"a\xfe"))], vec![]),
        ]
        .map(|seal| seal.root);
        assert_eq!(roots.into_iter().collect::<std::collections::BTreeSet<_>>().len(), roots.len());
        let line = Seal::new(vec![], vec![link("x", "y\ntarget z")]).to_json();
        assert!(Seal::from_json(&line).is_err(), "a line end would make two lines of one");
    }

    #[test]
    fn a_seal_comes_back_and_says_when_it_was_changed() {
        let file = SealedFile {
            path: "a".to_owned(),
            original: None,
            digests: Digests::of(b"a"),
            further: Further::default(),
        };
        let seal = Seal::new(vec![file], vec![]);
        let json = seal.to_json();
        let read = Seal::from_json(&json).unwrap();
        assert_eq!(read, seal);
        assert_eq!(read.root, read.computed_root());
        let changed = String::from_utf8(json).unwrap().replace("\"path\": \"a\"", "\"path\": \"b\"");
        let read = Seal::from_json(changed.as_bytes()).unwrap();
        assert_ne!(read.root, read.computed_root());
        for bad in [changed.replace("\"b\"", "\"../b\""), changed.replace("-2\"", "-1\""), String::new()] {
            assert!(Seal::from_json(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}

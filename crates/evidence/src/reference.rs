//! Evidence that stays where it is: hashed, not copied. For images of terabytes that an office keeps elsewhere.

use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::FileTypeExt as _;
use std::path::{Path, PathBuf};

use comity_record::{Bytes, Sha256Digest};
use serde::{Deserialize, Serialize};

use crate::bag::{Finding, Report};
use crate::hash::Digests;
use crate::intake::{Discard, Intake, IntakeError};
use crate::seal::{Seal, SealError, seal_in_place, verify_in_place};

/// What a reference points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    /// A regular file.
    File,
    /// A block device.
    Device,
    /// A folder.
    Folder,
}

/// Evidence in place: where it lies, and what it was when it was referenced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// File, device or folder.
    pub kind: PlaceKind,
    /// The bytes of the path on the machine where it was made, links resolved.
    pub place: Bytes,
    /// Bytes of the file, or of all files of the folder.
    pub size: u64,
    /// Number of files.
    pub files: u64,
    /// What it was.
    pub content: Content,
}

/// What a reference binds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// The digests of a file or device.
    Bytes(Digests),
    /// The root of the seal of a folder. The seal itself is given beside the reference and belongs with it.
    Seal(Sha256Digest),
}

impl Reference {
    /// The digest that names what it was: that of the bytes, or the root of the seal.
    pub fn digest(&self) -> Sha256Digest {
        match &self.content {
            Content::Bytes(digests) => digests.sha256,
            Content::Seal(root) => *root,
        }
    }

    /// The path on this machine.
    pub fn path(&self) -> PathBuf {
        PathBuf::from(std::ffi::OsStr::from_bytes(&self.place.0))
    }

    /// Reads what lies at the place now and says whether it is what was referenced. A folder needs its seal.
    pub fn verify(&self, seal: Option<&Seal>, intake: &mut Intake<'_>) -> Report {
        let mut report = Report::default();
        let path = self.path();
        let shown = path.display().to_string();
        match (&self.content, seal) {
            (Content::Bytes(digests), _) => match intake.file(&path, &mut Discard) {
                Ok(found) if found == *digests => {
                    report.checks.insert(crate::bag::Check::Payload);
                }
                Ok(_) => report.findings.push(Finding::PlaceChanged { path: shown }),
                Err(error) => report.findings.push(Finding::from(&error)),
            },
            (Content::Seal(root), Some(seal)) if seal.root == *root => {
                return verify_in_place(&path, seal, intake);
            }
            // Without the seal the root can still be computed anew; only which file differs cannot be told.
            (Content::Seal(root), _) => match seal_in_place(&path, intake) {
                Ok(found) if found.root == *root => {
                    report.checks.insert(crate::bag::Check::Seal);
                }
                Ok(_) => report.findings.push(Finding::PlaceChanged { path: shown }),
                Err(SealError::Intake(error)) => report.findings.push(Finding::from(&error)),
                Err(error) => {
                    report.findings.push(Finding::PlaceUnreadable { path: shown, cause: error.to_string() });
                }
            },
        }
        report.files = intake.progress().files;
        report.bytes = intake.progress().bytes;
        report
    }
}

/// Hashes a file, block device or folder where it lies. A folder's seal comes with it, to be kept beside the
/// reference.
///
/// # Errors
/// Fails when anything cannot be read or changes while it is read.
pub fn reference(path: &Path, intake: &mut Intake<'_>) -> Result<(Reference, Option<Seal>), SealError> {
    let fail = |source| IntakeError::Unreadable { path: path.display().to_string(), source };
    let found = fs::symlink_metadata(path).map_err(fail)?;
    let place = Bytes(fs::canonicalize(path).map_err(fail)?.as_os_str().as_bytes().to_vec());
    if found.is_dir() {
        let seal = seal_in_place(path, intake)?;
        let files = u64::try_from(seal.files.len()).unwrap_or(u64::MAX);
        let content = Content::Seal(seal.root);
        let reference = Reference { kind: PlaceKind::Folder, place, size: seal.bytes(), files, content };
        return Ok((reference, Some(seal)));
    }
    let kind = if found.file_type().is_block_device() { PlaceKind::Device } else { PlaceKind::File };
    let digests = intake.file(path, &mut Discard)?;
    Ok((Reference { kind, place, size: digests.size, files: 1, content: Content::Bytes(digests) }, None))
}

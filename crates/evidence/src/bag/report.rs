//! What the check of a package or seal says.

use std::collections::BTreeSet;

use comity_record::{Coded, Sha256Digest};

use super::{INFO, PAYLOAD, TAG_MANIFEST};
use crate::intake::IntakeError;
use crate::seal::{BLAKE3_MANIFEST, SEAL};
use crate::signature::{SignatureError, SignedRoot};

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every check was made and held.
    Pass,
    /// At least one check did not hold.
    Fail,
    /// No check failed, but at least one could not be made.
    CannotDecide,
}

impl Verdict {
    /// The word for it in machine-readable output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::CannotDecide => "cannot-decide",
        }
    }
}

/// A check that was made to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// Declaration, paths, kinds of files, names.
    Structure,
    /// Every payload file against every manifest.
    Payload,
    /// Every file named by a tag manifest.
    Tags,
    /// Bytes and files of the payload against `Payload-Oxum`.
    Oxum,
    /// Both digests and the root of the seal.
    Seal,
    /// The signature over the root of the seal and over the tag files.
    Signature,
}

impl Check {
    /// Every check of a package, in the order in which they are told.
    pub const ALL: [Self; 6] =
        [Self::Structure, Self::Payload, Self::Tags, Self::Oxum, Self::Seal, Self::Signature];

    /// The word for it in machine-readable output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Payload => "payload",
            Self::Tags => "tags",
            Self::Oxum => "oxum",
            Self::Seal => "seal",
            Self::Signature => "signature",
        }
    }
}

/// What the check of a package said.
#[derive(Debug, Default)]
pub struct Report {
    /// The checks made.
    pub checks: BTreeSet<Check>,
    /// What did not hold, and what could not be checked.
    pub findings: Vec<Finding>,
    /// What somebody should know and what does not change the verdict.
    pub notes: Vec<Note>,
    /// Findings beyond [`MAX_FINDINGS`], counted only.
    pub left_off: u64,
    /// Files read.
    pub files: u64,
    /// Bytes read.
    pub bytes: u64,
    /// Who signed the root, where the signature holds. Whose key that is, is not said by this.
    pub signed: Option<Box<SignedRoot>>,
}

/// What came of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer<'a> {
    /// The check.
    pub check: Check,
    /// Pass only where the check was made to its end and nothing was found.
    pub verdict: Verdict,
    /// What was found.
    pub findings: Vec<&'a Finding>,
    /// Why it was not made, where nothing was found.
    pub because: Option<Note>,
}

/// The most findings that a report lists. Nobody reads more, and a hostile bag could make millions.
pub const MAX_FINDINGS: usize = 10_000;

impl Report {
    /// Fails if anything failed; else cannot be decided if anything could not be checked.
    pub fn verdict(&self) -> Verdict {
        if self.findings.iter().any(Finding::fails) {
            Verdict::Fail
        } else if self.findings.is_empty() {
            Verdict::Pass
        } else {
            Verdict::CannotDecide
        }
    }

    /// Adds what came of the signature over a root, where files were sealed where they lie.
    pub fn verify_signature(&mut self, signature: Option<&[u8]>, root: Sha256Digest) {
        match signature.map(|bytes| SignedRoot::verify_root(bytes, root)) {
            None => self.notes.push(Note::NoSignature),
            Some(Ok(signed)) => {
                self.signed = Some(Box::new(signed));
                self.checks.insert(Check::Signature);
            }
            Some(Err(error)) => self.findings.push(Finding::from(error)),
        }
    }

    /// What came of each check. One that a package does not call for, or that was not reached, cannot be decided.
    pub fn answers(&self) -> Vec<Answer<'_>> {
        let answer = |check: Check| {
            let findings: Vec<_> = self.findings.iter().filter(|finding| finding.check() == check).collect();
            let made = self.checks.contains(&check) && (self.left_off == 0 || !findings.is_empty());
            let verdict = if findings.iter().any(|finding| finding.fails()) {
                Verdict::Fail
            } else if made && findings.is_empty() {
                Verdict::Pass
            } else {
                Verdict::CannotDecide
            };
            let undecided = verdict == Verdict::CannotDecide && findings.is_empty();
            let because = undecided.then(|| {
                let absent = self.notes.iter().find(|note| note.is_why_not(check));
                absent.cloned().unwrap_or(Note::NotReached)
            });
            Answer { check, verdict, findings, because }
        };
        Check::ALL.map(answer).into()
    }
}

/// Something that did not hold, or could not be checked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Finding {
    /// `bagit.txt` is missing or is none.
    #[error("bagit.txt is missing or is not the declaration of a bag")]
    Declaration,
    /// No payload manifest.
    #[error("there is no payload manifest")]
    NoManifest,
    /// No payload folder.
    #[error("there is no folder {PAYLOAD}")]
    NoPayload,
    /// A file that a manifest names is not there.
    #[error("{path} is named by {manifest} and is missing")]
    Missing {
        /// The file.
        path: String,
        /// The manifest.
        manifest: String,
    },
    /// A payload file that a manifest does not name.
    #[error("{path} is not named by {manifest}")]
    Unlisted {
        /// The file.
        path: String,
        /// The manifest.
        manifest: String,
    },
    /// A file whose digest is not the one in the manifest.
    #[error("{path} is not what {manifest} says")]
    Mismatch {
        /// The file.
        path: String,
        /// The manifest.
        manifest: String,
    },
    /// A file that a manifest names twice.
    #[error("{path} is named twice by {manifest}")]
    Duplicate {
        /// The file.
        path: String,
        /// The manifest.
        manifest: String,
    },
    /// A path that leaves the bag or that checkers disagree about.
    #[error("{path:?} in {manifest} is refused: {why}")]
    Path {
        /// The path.
        path: String,
        /// The manifest.
        manifest: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A line of a manifest that is none.
    #[error("line {line} of {manifest} cannot be read")]
    Line {
        /// The manifest.
        manifest: String,
        /// Counted from 1.
        line: usize,
    },
    /// A text that is not UTF-8, too large, or not of its form.
    #[error("{path} is not of the form that it must have")]
    Form {
        /// The file.
        path: String,
    },
    /// A link, pipe, socket or device.
    #[error("{path} is not a regular file")]
    NotRegular {
        /// What it is.
        path: String,
    },
    /// Two names that some file systems cannot tell apart.
    #[error("{path} and {other} differ only by letter case or Unicode form")]
    Clash {
        /// The one.
        path: String,
        /// The other.
        other: String,
    },
    /// A folder with a name that is not UTF-8.
    #[error("{path} holds a name that is not UTF-8")]
    NotUtf8 {
        /// The folder.
        path: String,
    },
    /// A bag that wants parts of itself fetched from elsewhere.
    #[error("fetch.txt asks for files from elsewhere")]
    Fetch,
    /// The payload is not as large as it says.
    #[error("Payload-Oxum says {said}, found {found}")]
    Oxum {
        /// What the bag says.
        said: String,
        /// What is there.
        found: String,
    },
    /// The seal and the payload do not agree.
    #[error("{path} is not what the seal says")]
    Seal {
        /// The payload file, or the seal itself.
        path: String,
    },
    /// The root of a seal is not that of the files that it names.
    #[error("the root of the seal does not follow from the files that it names")]
    SealRoot,
    /// What was sealed in place is not there any more.
    #[error("{path} was sealed and is not there")]
    PlaceMissing {
        /// The path in what was sealed.
        path: String,
    },
    /// Something is in place that was not sealed.
    #[error("{path} is there and was not sealed")]
    PlaceAdded {
        /// The path.
        path: String,
    },
    /// What is in place is other than what was sealed, or is a link, a pipe or the like now.
    #[error("{path} is not what was sealed")]
    PlaceChanged {
        /// The path.
        path: String,
    },
    /// What was sealed in place cannot be read. Undecided.
    #[error("{path} cannot be read: {cause}")]
    PlaceUnreadable {
        /// The path.
        path: String,
        /// What the system said.
        cause: String,
    },
    /// The signature does not hold.
    #[error("the signature does not hold: {cause}")]
    Signature {
        /// What is wrong with it.
        cause: String,
    },
    /// The signature is over something else than what the package holds.
    #[error("the signature does not cover {path} as it is")]
    SignedOther {
        /// The file that is not as it was signed.
        path: String,
    },
    /// A signature of another version. Undecided.
    #[error("the signature is of version {version}, which is not known here")]
    SignatureVersion {
        /// The version.
        version: u16,
    },
    /// More files or deeper folders than the limits allow.
    #[error("the package is larger than the limits of this check")]
    Limits,
    /// A version of BagIt that we do not know. Undecided.
    #[error("BagIt version {version} is not known here")]
    Version {
        /// The version.
        version: String,
    },
    /// Tag files in another encoding than UTF-8. Undecided.
    #[error("the encoding {encoding} is not known here")]
    Encoding {
        /// The encoding.
        encoding: String,
    },
    /// A seal of another version. Undecided.
    #[error("the seal is of the form {format}, which is not known here")]
    SealFormat {
        /// What it says of itself.
        format: String,
    },
    /// A manifest in an algorithm that we do not have, or one that rests on nothing but an algorithm that is broken.
    /// Undecided.
    #[error("{manifest} decides nothing: its algorithm is not known here, or is broken")]
    Algorithm {
        /// The manifest.
        manifest: String,
    },
    /// A file that the disk does not give. Undecided.
    #[error("{path} cannot be read: {cause}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system said.
        cause: String,
    },
    /// The check was stopped. Undecided.
    #[error("the check was stopped")]
    Stopped,
}

impl Finding {
    /// The check that shows it.
    pub fn check(&self) -> Check {
        let of_manifest = |manifest: &str| match manifest {
            SEAL => Check::Seal,
            name if name.starts_with("tagmanifest-") => Check::Tags,
            _ => Check::Payload,
        };
        match self {
            Self::NoManifest | Self::NoPayload | Self::Stopped => Check::Payload,
            Self::Missing { manifest, .. }
            | Self::Unlisted { manifest, .. }
            | Self::Mismatch { manifest, .. }
            | Self::Duplicate { manifest, .. }
            | Self::Line { manifest, .. }
            | Self::Path { manifest, .. }
            | Self::Algorithm { manifest } => of_manifest(manifest),
            Self::Form { path } if path == INFO => Check::Oxum,
            Self::Form { path } if path == TAG_MANIFEST => Check::Tags,
            Self::Unreadable { path, .. } if path.starts_with("data/") => Check::Payload,
            Self::Unreadable { .. } => Check::Tags,
            Self::Oxum { .. } => Check::Oxum,
            Self::Form { path } if path == SEAL || path == BLAKE3_MANIFEST => Check::Seal,
            Self::Seal { .. }
            | Self::SealFormat { .. }
            | Self::SealRoot
            | Self::PlaceMissing { .. }
            | Self::PlaceAdded { .. }
            | Self::PlaceChanged { .. }
            | Self::PlaceUnreadable { .. } => Check::Seal,
            Self::Signature { .. } | Self::SignedOther { .. } | Self::SignatureVersion { .. } => {
                Check::Signature
            }
            Self::Declaration
            | Self::Form { .. }
            | Self::NotRegular { .. }
            | Self::Clash { .. }
            | Self::NotUtf8 { .. }
            | Self::Fetch
            | Self::Limits
            | Self::Version { .. }
            | Self::Encoding { .. } => Check::Structure,
        }
    }

    /// Whether this is a failure, rather than something that could not be checked.
    pub fn fails(&self) -> bool {
        !matches!(
            self,
            Self::Version { .. }
                | Self::Encoding { .. }
                | Self::SealFormat { .. }
                | Self::SignatureVersion { .. }
                | Self::Algorithm { .. }
                | Self::Unreadable { .. }
                | Self::PlaceUnreadable { .. }
                | Self::Limits
                | Self::Stopped
        )
    }
}

impl Coded for Finding {
    fn code(&self) -> &'static str {
        match self {
            Self::Declaration => "evidence-found-declaration",
            Self::NoManifest => "evidence-found-no-manifest",
            Self::NoPayload => "evidence-found-no-payload",
            Self::Missing { .. } => "evidence-found-missing",
            Self::Unlisted { .. } => "evidence-found-unlisted",
            Self::Mismatch { .. } => "evidence-found-mismatch",
            Self::Duplicate { .. } => "evidence-found-duplicate",
            Self::Path { .. } => "evidence-found-path",
            Self::Line { .. } => "evidence-found-line",
            Self::Form { .. } => "evidence-found-form",
            Self::NotRegular { .. } => "evidence-found-not-regular",
            Self::Clash { .. } => "evidence-found-clash",
            Self::NotUtf8 { .. } => "evidence-found-not-utf8",
            Self::Fetch => "evidence-found-fetch",
            Self::Oxum { .. } => "evidence-found-oxum",
            Self::Seal { .. } => "evidence-found-seal",
            Self::SealRoot => "evidence-found-seal-root",
            Self::PlaceMissing { .. } => "evidence-place-missing",
            Self::PlaceAdded { .. } => "evidence-place-added",
            Self::PlaceChanged { .. } => "evidence-place-changed",
            Self::PlaceUnreadable { .. } => "evidence-place-unreadable",
            Self::Signature { .. } => "evidence-found-signature",
            Self::SignedOther { .. } => "evidence-found-signed-other",
            Self::SignatureVersion { .. } => "evidence-undecided-signature-version",
            Self::Limits => "evidence-undecided-limits",
            Self::Version { .. } => "evidence-undecided-version",
            Self::Encoding { .. } => "evidence-undecided-encoding",
            Self::SealFormat { .. } => "evidence-undecided-seal-format",
            Self::Algorithm { .. } => "evidence-undecided-algorithm",
            Self::Unreadable { .. } => "evidence-undecided-unreadable",
            Self::Stopped => "evidence-undecided-stopped",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Missing { path, manifest }
            | Self::Unlisted { path, manifest }
            | Self::Mismatch { path, manifest }
            | Self::Duplicate { path, manifest } => {
                vec![("path", path.clone()), ("manifest", manifest.clone())]
            }
            Self::Path { path, manifest, why } => {
                vec![("path", path.clone()), ("manifest", manifest.clone()), ("cause", (*why).to_owned())]
            }
            Self::Line { manifest, line } => {
                vec![("manifest", manifest.clone()), ("line", line.to_string())]
            }
            Self::Form { path }
            | Self::NotRegular { path }
            | Self::NotUtf8 { path }
            | Self::SignedOther { path }
            | Self::PlaceMissing { path }
            | Self::PlaceAdded { path }
            | Self::PlaceChanged { path }
            | Self::Seal { path } => vec![("path", path.clone())],
            Self::Clash { path, other } => vec![("path", path.clone()), ("other", other.clone())],
            Self::Oxum { said, found } => vec![("said", said.clone()), ("found", found.clone())],
            Self::Version { version } => vec![("version", version.clone())],
            Self::Signature { cause } => vec![("cause", cause.clone())],
            Self::SignatureVersion { version } => vec![("version", version.to_string())],
            Self::Encoding { encoding } => vec![("encoding", encoding.clone())],
            Self::SealFormat { format } => vec![("format", format.clone())],
            Self::Algorithm { manifest } => vec![("manifest", manifest.clone())],
            Self::Unreadable { path, cause } | Self::PlaceUnreadable { path, cause } => {
                vec![("path", path.clone()), ("cause", cause.clone())]
            }
            Self::Declaration
            | Self::NoManifest
            | Self::NoPayload
            | Self::SealRoot
            | Self::Fetch
            | Self::Limits
            | Self::Stopped => Vec::new(),
        }
    }
}

/// Something worth knowing about a bag that is not wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Note {
    /// No tag manifest: nothing protects the tag files.
    #[error("there is no tag manifest")]
    NoTagManifest,
    /// A tag file that no tag manifest names, and nothing protects.
    #[error("{path} is named by no tag manifest")]
    TagUnprotected {
        /// The file.
        path: String,
    },
    /// A manifest writes `%` in a name unescaped, as older programs do.
    #[error("{path} is written unescaped")]
    PercentUnescaped {
        /// The file.
        path: String,
    },
    /// No seal of this program: BLAKE3 and what was left out are not recorded.
    #[error("there is no seal")]
    NoSeal,
    /// Nobody signed the root.
    #[error("there is no signature")]
    NoSignature,
    /// The size of the payload is not told.
    #[error("there is no Payload-Oxum")]
    NoOxum,
    /// A check was not made, because one before it did not come to its end.
    #[error("the check was not reached")]
    NotReached,
}

impl Note {
    /// Whether it says why a check was not made.
    fn is_why_not(&self, check: Check) -> bool {
        match self {
            Self::NoTagManifest => check == Check::Tags,
            Self::NoSeal => check == Check::Seal,
            Self::NoSignature => check == Check::Signature,
            Self::NoOxum => check == Check::Oxum,
            Self::TagUnprotected { .. } | Self::PercentUnescaped { .. } | Self::NotReached => false,
        }
    }
}

impl Coded for Note {
    fn code(&self) -> &'static str {
        match self {
            Self::NoTagManifest => "evidence-note-no-tag-manifest",
            Self::TagUnprotected { .. } => "evidence-note-tag-unprotected",
            Self::PercentUnescaped { .. } => "evidence-note-percent-unescaped",
            Self::NoSeal => "evidence-note-no-seal",
            Self::NoSignature => "evidence-note-no-signature",
            Self::NoOxum => "evidence-note-no-oxum",
            Self::NotReached => "evidence-note-not-reached",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TagUnprotected { path } | Self::PercentUnescaped { path } => vec![("path", path.clone())],
            Self::NoTagManifest | Self::NoSeal | Self::NoSignature | Self::NoOxum | Self::NotReached => {
                Vec::new()
            }
        }
    }
}

impl From<SignatureError> for Finding {
    fn from(error: SignatureError) -> Self {
        match error {
            SignatureError::Version(version) => Self::SignatureVersion { version },
            other => Self::Signature { cause: other.to_string() },
        }
    }
}

/// Of what is read in place.
impl From<&IntakeError> for Finding {
    fn from(error: &IntakeError) -> Self {
        match error {
            IntakeError::Stopped => Self::Stopped,
            IntakeError::Unreadable { path, source } => {
                Self::PlaceUnreadable { path: path.clone(), cause: source.to_string() }
            }
            IntakeError::NotRegular { path } | IntakeError::Changed { path } => {
                Self::PlaceChanged { path: path.clone() }
            }
            _ => Self::Limits,
        }
    }
}

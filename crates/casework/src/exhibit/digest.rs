//! By which value an exhibit is known: one, the same in every answer, page and paper.

use comity_evidence::reference::Content;
use comity_record::Sha256Digest;

use super::{Exhibit, Holding};

/// The hash value of what an exhibit holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HashValue {
    /// SHA-256 of its only file: `sha256sum` gives it.
    File(Sha256Digest),
    /// The root over the list of its files, with their paths and digests.
    Root(Sha256Digest),
}

impl HashValue {
    /// The word for it in machine-readable output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::File(_) => "file",
            Self::Root(_) => "root",
        }
    }

    /// The key of the label before it, in every language of the papers.
    pub const fn label(self) -> &'static str {
        match self {
            Self::File(_) => "document-hash-file",
            Self::Root(_) => "document-hash-root",
        }
    }

    /// The value.
    pub const fn sha256(self) -> Sha256Digest {
        match self {
            Self::File(sha256) | Self::Root(sha256) => sha256,
        }
    }
}

impl Exhibit {
    /// The value by which people know it: of one file its own SHA-256, of several the root; none of a thing, and of what was
    /// forgotten.
    pub fn hash_value(&self) -> Option<HashValue> {
        let received = self.received.as_ref()?;
        match &received.holds {
            Holding::Files { files, root, .. } => Some(match received.custody.after {
                Some(only) if *files == 1 => HashValue::File(only.sha256),
                _ => HashValue::Root(*root),
            }),
            Holding::InPlace(place) => Some(match &place.content {
                Content::Bytes(digests) => HashValue::File(digests.sha256),
                Content::Seal(root) => HashValue::Root(*root),
            }),
            Holding::Thing => None,
        }
    }

    /// The digest of the document that stands for it in a request and under a time-stamp: of the list of its files, or of
    /// what lies where it was found.
    pub fn digest(&self) -> Option<Sha256Digest> {
        match (&self.manifest, &self.received.as_ref()?.holds) {
            (Some(manifest), _) => Some(manifest.sha256),
            (None, Holding::InPlace(reference)) => Some(reference.digest()),
            (None, _) => None,
        }
    }
}

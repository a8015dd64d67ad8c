//! A file that shows offline that an entry was logged, and who has seen the log: C2SP tlog-proof.
//!
//! The format has no place for the entry itself, only for extra data that is not to be trusted by itself.
//! Here the extra data is the entry id, which the proof then confirms:
//!
//! ```text
//! c2sp.org/tlog-proof@v1
//! extra <entry id>
//! index 5
//! <hashes of the inclusion proof>
//!
//! <checkpoint with cosignatures>
//! ```

use std::fmt;

use comity_record::sign::VerifyingKey;
use comity_record::{Coded, EntryId};

use crate::checkpoint::{Checkpoint, CheckpointError, KnownLog};
use crate::note::{KeyKind, MAX_NOTE_BYTES, NoteError, NoteKey, SignedNote};
use crate::text::{NEWLINE, parse_base64_array, parse_decimal, print_base64};
use crate::tree::{InclusionProof, MAX_PROOF_HASHES, TreeError};

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";

/// The longest proof file: a note, the hashes in lines of 45 bytes, and no more than 128 bytes in the three
/// lines above them.
pub const MAX_PROOF_FILE_BYTES: usize = MAX_NOTE_BYTES + 45 * MAX_PROOF_HASHES + 128;

/// An entry, its place, and a checkpoint that covers it. Nothing in it is to be believed before
/// [`ProofFile::verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofFile {
    /// The entry.
    pub id: EntryId,
    /// That it stands at a place of the tree of the checkpoint.
    pub proof: InclusionProof,
    /// The checkpoint.
    pub note: SignedNote,
}

/// Whom the verifier trusts.
#[derive(Clone, Copy, Debug)]
pub struct Trust<'a> {
    /// The log, which needs to have signed.
    pub log: &'a KnownLog,
    /// The keys of witnesses.
    pub witnesses: &'a [NoteKey],
    /// How many different witness keys need to have cosigned.
    pub quorum: usize,
}

/// What a proof file shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven<'a> {
    /// The checkpoint of the log.
    pub checkpoint: Checkpoint,
    /// Who cosigned it and when (seconds since 1970), in the order of the lines.
    pub cosigned: Vec<(&'a NoteKey, u64)>,
}

/// Why a proof file is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProofFileError {
    /// Longer than [`MAX_PROOF_FILE_BYTES`].
    #[error("a proof file of {bytes} bytes is too long")]
    TooLong {
        /// How long it is.
        bytes: usize,
    },
    /// A line is missing or malformed.
    #[error("line {line} of the proof file is malformed")]
    Line {
        /// Which one, from 1.
        line: usize,
    },
    /// The checkpoint is malformed, or not signed by the log.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The entry is not where the file says.
    #[error(transparent)]
    Tree(#[from] TreeError),
    /// Too few witnesses have cosigned.
    #[error("{found} of {quorum} witnesses have cosigned")]
    Quorum {
        /// How many did.
        found: usize,
        /// How many need to.
        quorum: usize,
    },
}

impl ProofFile {
    /// Reads a proof file. Nothing is verified.
    pub fn parse(bytes: &[u8]) -> Result<Self, ProofFileError> {
        if bytes.len() > MAX_PROOF_FILE_BYTES {
            return Err(ProofFileError::TooLong { bytes: bytes.len() });
        }
        let text = str::from_utf8(bytes).map_err(|_| note_error(NoteError::Malformed))?;
        let (head, note) = text.split_once("\n\n").ok_or(note_error(NoteError::Malformed))?;
        let mut lines = head.split(NEWLINE);
        let at = |line| ProofFileError::Line { line };
        let read = |line: Option<&str>, prefix: &str| {
            line.and_then(|line| line.strip_prefix(prefix)).map(str::to_owned)
        };
        if lines.next() != Some(FIRST_LINE) {
            return Err(at(1));
        }
        let id = read(lines.next(), "extra ").and_then(|id| parse_base64_array(&id)).ok_or(at(2))?;
        let index = read(lines.next(), "index ").and_then(|index| parse_decimal(&index)).ok_or(at(3))?;
        let mut path = Vec::new();
        for (hash, line) in lines.zip(4..) {
            if path.len() == MAX_PROOF_HASHES {
                return Err(at(line));
            }
            path.push(hash.parse().map_err(|_| at(line))?);
        }
        let note = SignedNote::parse(note.as_bytes()).map_err(note_error)?;
        Ok(Self { id: EntryId::from_bytes(id), proof: InclusionProof { index, path }, note })
    }

    /// Checks the signature of the log, the place of the entry, and the cosignatures.
    pub fn verify<'a>(&self, trust: &Trust<'a>) -> Result<Proven<'a>, ProofFileError> {
        let checkpoint = trust.log.open(&self.note)?;
        self.proof.verify(&self.id, &checkpoint.head)?;
        let cosigned = match self.note.verify(trust.witnesses) {
            Ok(verified) => verified.into_iter().filter_map(|v| Some((v.key, v.unix_seconds?))).collect(),
            Err(NoteError::Unknown) => Vec::new(),
            Err(error) => return Err(note_error(error)),
        };
        // One witness with two names, or with two lines, is one witness; and nobody is the witness of
        // himself.
        let mut keys: Vec<_> = cosigned.iter().map(|(key, _): &(&NoteKey, u64)| key.public).collect();
        keys.retain(|key| !trust.log.keys().contains(key));
        keys.sort_unstable();
        keys.dedup();
        let (found, quorum) = (keys.len(), trust.quorum);
        if found < quorum {
            Err(ProofFileError::Quorum { found, quorum })
        } else {
            Ok(Proven { checkpoint, cosigned })
        }
    }
}

impl NoteKey {
    /// The key of a witness, for [`Trust::witnesses`].
    pub fn witness(name: crate::note::KeyName, public: VerifyingKey) -> Self {
        Self { name, kind: KeyKind::Cosignature, public }
    }
}

impl fmt::Display for ProofFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = print_base64(self.id.as_bytes());
        write!(f, "{FIRST_LINE}{NEWLINE}extra {id}{NEWLINE}index {}{NEWLINE}", self.proof.index)?;
        for hash in &self.proof.path {
            write!(f, "{hash}{NEWLINE}")?;
        }
        write!(f, "{NEWLINE}{}", self.note)
    }
}

fn note_error(error: NoteError) -> ProofFileError {
    ProofFileError::Checkpoint(error.into())
}

impl Coded for ProofFileError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "journal-proof-file-too-long",
            Self::Line { .. } => "journal-proof-file-line",
            Self::Checkpoint(source) => source.code(),
            Self::Tree(source) => source.code(),
            Self::Quorum { .. } => "journal-proof-file-quorum",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLong { bytes } => vec![("bytes", bytes.to_string())],
            Self::Line { line } => vec![("line", line.to_string())],
            Self::Checkpoint(source) => source.args(),
            Self::Tree(source) => source.args(),
            Self::Quorum { found, quorum } => {
                vec![("found", found.to_string()), ("quorum", quorum.to_string())]
            }
        }
    }
}

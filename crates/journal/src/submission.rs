//! What a log hands to a witness: its checkpoint, and the proofs that it is a later state of what the witness
//! has seen.
//!
//! The text is the request of C2SP tlog-witness (`add-checkpoint`). A new incarnation adds a second proof,
//! from the head that it names as its parent:
//!
//! ```text
//! old 1000
//! <hashes of the consistency proof>
//! parent 900
//! <hashes of the consistency proof>
//!
//! <checkpoint>
//! ```

use std::fmt;

use comity_record::Coded;

use crate::note::{MAX_NOTE_BYTES, NoteError, SignedNote};
use crate::text::{NEWLINE, parse_decimal};
use crate::tree::{ConsistencyProof, MAX_PROOF_HASHES, TreeHash};

/// The longest submission: a note, and two proofs of lines of 45 bytes with their first lines of up to 28.
pub const MAX_SUBMISSION_BYTES: usize = MAX_NOTE_BYTES + 2 * (45 * MAX_PROOF_HASHES + 28) + 1;

/// A checkpoint that a witness is asked to cosign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// From what the witness has seen last. Of size 0 when it has seen nothing, or when there is no such
    /// proof.
    pub proof: ConsistencyProof,
    /// From the parent, where the checkpoint names one.
    pub parent_proof: Option<ConsistencyProof>,
    /// The checkpoint.
    pub note: SignedNote,
}

/// Why a submission cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SubmissionError {
    /// Longer than [`MAX_SUBMISSION_BYTES`].
    #[error("a submission of {bytes} bytes is too long")]
    TooLong {
        /// How long it is.
        bytes: usize,
    },
    /// A line is missing or malformed.
    #[error("line {line} of the submission is malformed")]
    Line {
        /// Which one, from 1.
        line: usize,
    },
    /// More hashes than a proof can have.
    #[error("a proof has more than {MAX_PROOF_HASHES} hashes")]
    TooManyHashes,
    /// The checkpoint is not a note.
    #[error(transparent)]
    Note(#[from] NoteError),
}

impl Submission {
    /// Reads a submission. Neither signatures nor proofs are verified.
    pub fn parse(bytes: &[u8]) -> Result<Self, SubmissionError> {
        if bytes.len() > MAX_SUBMISSION_BYTES {
            return Err(SubmissionError::TooLong { bytes: bytes.len() });
        }
        let text = str::from_utf8(bytes).map_err(|_| NoteError::Malformed)?;
        let (proofs, note) = text.split_once("\n\n").ok_or(NoteError::Malformed)?;
        let mut lines = proofs.split(NEWLINE).enumerate().peekable();
        let proof = parse_proof("old ", &mut lines)?;
        let parent_proof = match lines.peek() {
            Some(_) => Some(parse_proof("parent ", &mut lines)?),
            None => None,
        };
        match lines.next() {
            Some((at, _)) => Err(SubmissionError::Line { line: at + 1 }),
            None => Ok(Self { proof, parent_proof, note: SignedNote::parse(note.as_bytes())? }),
        }
    }
}

/// Reads the first line of a proof and the hashes below it, up to the first line that is no hash.
fn parse_proof<'a, I>(
    prefix: &str,
    lines: &mut std::iter::Peekable<I>,
) -> Result<ConsistencyProof, SubmissionError>
where
    I: Iterator<Item = (usize, &'a str)>,
{
    let (at, first) = lines.next().ok_or(SubmissionError::Line { line: 1 })?;
    let old_size = first.strip_prefix(prefix).and_then(parse_decimal);
    let old_size = old_size.ok_or(SubmissionError::Line { line: at + 1 })?;
    let mut path: Vec<TreeHash> = Vec::new();
    while let Some(hash) = lines.peek().and_then(|(_, line)| line.parse().ok()) {
        if path.len() == MAX_PROOF_HASHES {
            return Err(SubmissionError::TooManyHashes);
        }
        path.push(hash);
        lines.next();
    }
    Ok(ConsistencyProof { old_size, path })
}

impl fmt::Display for Submission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parent = self.parent_proof.iter().map(|proof| ("parent", proof));
        for (word, proof) in std::iter::once(("old", &self.proof)).chain(parent) {
            write!(f, "{word} {}{NEWLINE}", proof.old_size)?;
            for hash in &proof.path {
                write!(f, "{hash}{NEWLINE}")?;
            }
        }
        write!(f, "{NEWLINE}{}", self.note)
    }
}

impl Coded for SubmissionError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "journal-submission-too-long",
            Self::Line { .. } => "journal-submission-line",
            Self::TooManyHashes => "journal-submission-too-many-hashes",
            Self::Note(source) => source.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLong { bytes } => vec![("bytes", bytes.to_string())],
            Self::Line { line } => vec![("line", line.to_string())],
            Self::TooManyHashes => vec![("most", MAX_PROOF_HASHES.to_string())],
            Self::Note(source) => source.args(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn submission(hashes: usize, parent: Option<usize>) -> Submission {
        let path = |count| vec![TreeHash::leaf(b"x"); count];
        Submission {
            proof: ConsistencyProof { old_size: 7, path: path(hashes) },
            parent_proof: parent.map(|count| ConsistencyProof { old_size: 5, path: path(count) }),
            note: SignedNote::parse("text\n\nmore\n\n— name AAAAAAA=\n".as_bytes()).unwrap(),
        }
    }

    #[test]
    fn a_submission_reads_back() {
        for submission in
            [submission(0, None), submission(3, None), submission(0, Some(0)), submission(2, Some(4))]
        {
            assert_eq!(Submission::parse(submission.to_string().as_bytes()), Ok(submission));
        }
    }

    #[test]
    fn a_proof_has_hashes_up_to_the_limit_and_not_past_it() {
        let most = submission(MAX_PROOF_HASHES, Some(MAX_PROOF_HASHES));
        assert_eq!(Submission::parse(most.to_string().as_bytes()), Ok(most));
        for more in [submission(MAX_PROOF_HASHES + 1, None), submission(0, Some(MAX_PROOF_HASHES + 1))] {
            assert_eq!(Submission::parse(more.to_string().as_bytes()), Err(SubmissionError::TooManyHashes));
        }
    }

    #[test]
    fn a_submission_is_as_long_as_the_limit_and_not_longer() {
        let long = |bytes: usize| {
            let tail = "\n\n— name AAAAAAA=\n";
            let head = format!(
                "{}\n",
                submission(MAX_PROOF_HASHES, Some(MAX_PROOF_HASHES))
                    .to_string()
                    .split("\n\n")
                    .next()
                    .unwrap()
            );
            // What is left of the limit is the longest numbers, which these are not.
            (head.clone() + "\n" + &"x".repeat(bytes - head.len() - 1 - tail.len()) + tail, bytes)
        };
        let (text, bytes) = long(MAX_SUBMISSION_BYTES + 1);
        assert_eq!(Submission::parse(text.as_bytes()), Err(SubmissionError::TooLong { bytes }));
        // At the limit it is the note that is too long by what the numbers leave free.
        let (text, _) = long(MAX_SUBMISSION_BYTES);
        assert!(matches!(
            Submission::parse(text.as_bytes()),
            Err(SubmissionError::Note(NoteError::TooLong { .. }))
        ));
        let (text, _) = long(MAX_SUBMISSION_BYTES - 64);
        assert!(Submission::parse(text.as_bytes()).is_ok());
    }

    #[test]
    fn other_spellings_are_refused() {
        let good = submission(1, Some(1)).to_string();
        for bad in [
            good.replace("old 7", "old 07"),
            good.replace("old 7", "old"),
            good.replace("old 7", "Old 7"),
            good.replace("parent 5", "parent five"),
            good.replace("parent 5\n", "parent 5\nparent 5\n"),
            good.replace("old 7\n", ""),
            good.replace("\n\ntext", "\n\n\ntext").replace("\n\n", "\n"),
        ] {
            assert!(Submission::parse(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}

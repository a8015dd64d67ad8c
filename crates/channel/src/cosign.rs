//! Cosigning: each node asks the other to look at its log, and the other answers.
//!
//! The request carries a [`Submission`] of the journal, the answer a cosignature or the reason why there is none. Both
//! travel on the [`crate::Sheet`] of an exchange: as letters they would make each log grow by telling of the other.
//! Whether the log is sound is decided by [`comity_journal::Witness`]; here the outcome gets the form of a message, and
//! what a person must be told is told apart: a log that was restored from an old backup, and one that was changed.

use comity_journal::{
    Accepted, KeyName, KnownLog, NoteKey, NoteSignature, Outcome, Submission, SubmissionError, Witness,
    WitnessError,
};
use comity_record::cbor::{self, CborError};
use comity_record::sign::SigningKey;
use comity_record::{Bytes, Coded, KeyId};
use serde::{Deserialize, Serialize};

use crate::agreement::Party;
use crate::strict;

/// The version of both messages.
pub const COSIGN_VERSION: u16 = 1;

/// What is wrong with a cosigning message.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CosignError {
    /// Not deterministic CBOR of the expected form.
    #[error(transparent)]
    Cbor(#[from] CborError),
    /// The submission cannot be read.
    #[error(transparent)]
    Submission(#[from] SubmissionError),
    /// The clock shows a time that a cosignature cannot hold.
    #[error(transparent)]
    Witness(#[from] WitnessError),
    /// A form that this version does not know.
    #[error("cosigning message version {0} is not known here")]
    Version(u16),
    /// The cosignature is not by the counterpart's node, or malformed.
    #[error("the answer does not hold a cosignature by the counterpart's node")]
    NotTheirs,
}

/// A checkpoint that the counterpart is asked to cosign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CosignRequest {
    /// [`COSIGN_VERSION`].
    pub v: u16,
    /// The text of the submission (C2SP tlog-witness).
    pub submission: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CosignAnswer {
    /// [`COSIGN_VERSION`].
    pub v: u16,
    /// The answer.
    pub answer: Answer,
}

/// The kinds of answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Answer {
    /// The checkpoint is sound, and cosigned.
    Cosigned {
        /// The name under which it is cosigned.
        name: String,
        /// The four bytes that name the key.
        key_hash: Bytes,
        /// The time and the signature.
        signature: Bytes,
    },
    /// The proof begins at the wrong size: send one from here.
    From {
        /// The size that was seen last.
        seen: u64,
    },
    /// The log says itself that it was restored from an old backup; a person here decides.
    Restored {
        /// The size that was seen before.
        seen: u64,
        /// The size that the backup still held.
        parent: u64,
    },
    /// It is not cosigned.
    Refused {
        /// The code of the reason.
        code: String,
    },
}

/// What a person must be told of a counterpart's log.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Concern {
    /// It was restored from an old backup, and says so. Entries that we saw may be lost there.
    #[error("the log of {node} was restored: {at_risk} entries that were seen here may be lost there")]
    Restored {
        /// The node.
        node: KeyId,
        /// How many entries.
        at_risk: u64,
    },
    /// An old state is passed off as the present one: a backup was put back and nothing said.
    #[error("the log of {node} shows an earlier state than it showed before: {source}")]
    RolledBack {
        /// The node.
        node: KeyId,
        /// What the witness found.
        source: WitnessError,
    },
    /// It was changed: it no longer holds what it showed before.
    #[error("the log of {node} was changed: {source}")]
    Rewritten {
        /// The node.
        node: KeyId,
        /// What the witness found.
        source: WitnessError,
    },
}

/// The outcome of looking at a request.
#[derive(Debug)]
pub struct Judged {
    /// What to send back.
    pub answer: CosignAnswer,
    /// What to remember, and to store *before* the answer is sent.
    pub accepted: Option<Accepted>,
    /// What a person must be told.
    pub concern: Option<Concern>,
}

impl CosignRequest {
    /// The request for a submission.
    pub fn new(submission: &Submission) -> Self {
        Self { v: COSIGN_VERSION, submission: submission.to_string() }
    }

    /// Its bytes, for the sheet.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CosignError> {
        Ok(cbor::to_canonical(self)?)
    }

    /// Reads a request.
    pub fn parse(bytes: &[u8]) -> Result<Self, CosignError> {
        let request: Self = strict::read(bytes)?;
        if request.v != COSIGN_VERSION {
            return Err(CosignError::Version(request.v));
        }
        Ok(request)
    }

    /// Looks at it as the witness of `party`'s log.
    ///
    /// # Errors
    /// Fails for what cannot be read. What can be read and is not sound is an answer, and often a concern.
    pub fn judge(
        &self,
        witness: &Witness,
        party: &Party,
        node: &SigningKey,
        unix_seconds: u64,
    ) -> Result<Judged, CosignError> {
        let submission = Submission::parse(self.submission.as_bytes())?;
        let known = log_of(party);
        let judged = |answer, accepted, concern| Judged {
            answer: CosignAnswer { v: COSIGN_VERSION, answer },
            accepted,
            concern,
        };
        match witness.examine(&submission, &known) {
            Ok(Outcome::Sound(accepted)) => {
                let name = witness_name(node.verifying_key().key_id());
                let signature = accepted.cosign(&name, node, unix_seconds)?;
                let answer = Answer::Cosigned {
                    name: signature.name.to_string(),
                    key_hash: Bytes(signature.key_hash.to_vec()),
                    signature: Bytes(signature.bytes),
                };
                Ok(judged(answer, Some(accepted), None))
            }
            Ok(Outcome::Rewritten(rewritten)) => {
                let seen = rewritten.previous().checkpoint().head.size;
                let answer = Answer::Restored { seen, parent: rewritten.parent().head.size };
                let concern = Concern::Restored { node: party.node.key_id(), at_risk: rewritten.at_risk() };
                Ok(judged(answer, None, Some(concern)))
            }
            Err(WitnessError::ProofFrom { seen, .. }) => Ok(judged(Answer::From { seen }, None, None)),
            Err(error) => {
                let answer = Answer::Refused { code: error.code().to_owned() };
                Ok(judged(answer, None, concern(party.node.key_id(), error)))
            }
        }
    }
}

impl CosignAnswer {
    /// Its bytes, for the sheet.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CosignError> {
        Ok(cbor::to_canonical(self)?)
    }

    /// Reads an answer.
    pub fn parse(bytes: &[u8]) -> Result<Self, CosignError> {
        let answer: Self = strict::read(bytes)?;
        if answer.v != COSIGN_VERSION {
            return Err(CosignError::Version(answer.v));
        }
        Ok(answer)
    }

    /// The cosignature, if there is one and it names the counterpart's node key. Whether it holds for the
    /// checkpoint is verified by [`comity_journal::Log::keep_cosigned`] with [`witness_key`].
    pub fn cosignature(&self, party: &Party) -> Result<Option<NoteSignature>, CosignError> {
        let Answer::Cosigned { name, key_hash, signature } = &self.answer else { return Ok(None) };
        let name: KeyName = name.parse().map_err(|_| CosignError::NotTheirs)?;
        let key_hash = key_hash.as_ref().try_into().map_err(|_| CosignError::NotTheirs)?;
        let signature = NoteSignature { name, key_hash, bytes: signature.0.clone() };
        if !witness_key(party).is_named_by(&signature) {
            return Err(CosignError::NotTheirs);
        }
        Ok(Some(signature))
    }
}

/// The log of a party's node, as the other side knows it from the agreement.
pub fn log_of(party: &Party) -> KnownLog {
    KnownLog::of_node(party.node.key_id(), vec![party.node])
}

/// The key with which a party's node cosigns.
pub fn witness_key(party: &Party) -> NoteKey {
    NoteKey::witness(witness_name(party.node.key_id()), party.node)
}

/// The name under which a node cosigns.
fn witness_name(node: KeyId) -> KeyName {
    format!("comity-witness/{node}").parse().expect("hexadecimal digits, letters, a hyphen and a slash")
}

/// Which refusals a person is told of, and as what. A submission that is merely malformed is none.
fn concern(node: KeyId, error: WitnessError) -> Option<Concern> {
    match error {
        WitnessError::Shrunk { .. } | WitnessError::Superseded { .. } => {
            Some(Concern::RolledBack { node, source: error })
        }
        WitnessError::Forked { .. }
        | WitnessError::Inconsistent { .. }
        | WitnessError::ParentChanged { .. }
        | WitnessError::ParentUnproven { .. } => Some(Concern::Rewritten { node, source: error }),
        _ => None,
    }
}

impl Coded for CosignError {
    fn code(&self) -> &'static str {
        match self {
            Self::Cbor(e) => e.code(),
            Self::Submission(e) => e.code(),
            Self::Witness(e) => e.code(),
            Self::Version(_) => "channel-cosign-version",
            Self::NotTheirs => "channel-cosign-not-theirs",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Cbor(e) => e.args(),
            Self::Submission(e) => e.args(),
            Self::Witness(e) => e.args(),
            Self::Version(version) => vec![("version", version.to_string())],
            Self::NotTheirs => vec![],
        }
    }
}

impl Coded for Concern {
    fn code(&self) -> &'static str {
        match self {
            Self::Restored { .. } => "channel-log-restored",
            Self::RolledBack { .. } => "channel-log-rolled-back",
            Self::Rewritten { .. } => "channel-log-rewritten",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Restored { node, at_risk } => {
                vec![("node", node.to_string()), ("entries", at_risk.to_string())]
            }
            Self::RolledBack { node, source } | Self::Rewritten { node, source } => {
                vec![("node", node.to_string()), ("finding", source.to_string())]
            }
        }
    }
}

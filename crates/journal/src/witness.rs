//! What a counterpart does with the checkpoints of a log: it remembers the last one, and cosigns only what
//! goes on from it.
//!
//! So a log that is shortened, rewritten or restored from an old backup is recognised by somebody whom its
//! owner does not control:
//!
//! * The same origin with fewer entries, or with others, is refused: [`WitnessError::Shrunk`],
//!   [`WitnessError::Forked`], [`WitnessError::Inconsistent`].
//! * A later incarnation that still holds all that was seen is accepted: [`Finding::Continued`].
//! * A later incarnation that says that it was restored from before what was seen gives
//!   [`Outcome::Rewritten`]: nothing is cosigned until a person has accepted the loss.
//! * An earlier incarnation coming back is refused: [`WitnessError::Superseded`].

use std::collections::BTreeMap;

use comity_record::Coded;
use comity_record::sign::SigningKey;
use serde::{Deserialize, Serialize};

use crate::checkpoint::{Checkpoint, CheckpointError, KnownLog, Parent};
use crate::cosignature;
use crate::note::{KeyName, NoteSignature, SignedNote};
use crate::submission::Submission;
use crate::tree::{TreeError, TreeHead};

/// The last checkpoint that was accepted of one log, with the signed note as evidence: should the log ever
/// sign something else, the two notes together prove it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Witnessed {
    checkpoint: Checkpoint,
    note: SignedNote,
}

/// All that a witness remembers, by log. The incarnations of a node are one log.
///
/// [`Witness::examine`] changes nothing. The caller stores what came of it, with [`Witness::record`] or as
/// rows of its own, *before* it hands out the cosignature.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Witness {
    seen: BTreeMap<String, Witnessed>,
}

/// What became of a submission that is not refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing that was seen before is lost.
    Sound(Accepted),
    /// The log says that it was restored from before what was seen.
    Rewritten(Rewritten),
}

/// What is new about an accepted checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding {
    /// The first that is seen of this log.
    First,
    /// The same tree as before.
    Unchanged,
    /// A later state of the same incarnation.
    Extended,
    /// A later incarnation, which holds all that was seen.
    Continued,
    /// A later incarnation, which does not hold all that was seen; a person accepted that.
    LossAccepted,
}

/// A checkpoint that may be cosigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    finding: Finding,
    witnessed: Witnessed,
    previous: Option<Witnessed>,
}

/// A log that admits to be restored from before what was seen of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    parent: Parent,
    witnessed: Witnessed,
    previous: Witnessed,
}

/// Why a checkpoint is not cosigned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WitnessError {
    /// It is malformed, or not signed by the log.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The same log has fewer entries than before: an old state is passed off as the present one.
    #[error("{origin} showed {seen} entries before and {now} now")]
    Shrunk {
        /// The log.
        origin: String,
        /// The size that was seen.
        seen: u64,
        /// The size that is claimed.
        now: u64,
    },
    /// The same log signed two trees of the same size.
    #[error("{origin} signed two different states of {size} entries")]
    Forked {
        /// The log.
        origin: String,
        /// The size of both.
        size: u64,
    },
    /// The proof that goes from what was seen to the checkpoint does not hold.
    #[error("the proof does not show that {origin} still holds the {seen} entries seen before")]
    Inconsistent {
        /// The log.
        origin: String,
        /// The size that was seen.
        seen: u64,
        /// What is wrong with the proof.
        #[source]
        source: TreeError,
    },
    /// The proof goes from another size than the one seen last: the log should try again from that one.
    #[error("the proof begins at {from} entries, and {seen} were seen")]
    ProofFrom {
        /// The size that was seen.
        seen: u64,
        /// The size from which the proof goes.
        from: u64,
    },
    /// A later incarnation of this log was seen already.
    #[error("{origin} is an earlier life of a log that is already at incarnation {seen}")]
    Superseded {
        /// The log.
        origin: String,
        /// The incarnation that was seen.
        seen: u32,
    },
    /// The parent that an incarnation names is not the one that it named before.
    #[error("{origin} now says that it goes on from another state than it said before")]
    ParentChanged {
        /// The log.
        origin: String,
    },
    /// A later incarnation does not say from which state it goes on, or does not prove it.
    #[error("{origin} does not show from which earlier state it goes on")]
    ParentUnproven {
        /// The log.
        origin: String,
    },
    /// What is remembered changed between the examination and now.
    #[error("another checkpoint of {origin} was accepted meanwhile")]
    Raced {
        /// The log.
        origin: String,
    },
    /// The clock shows a time that a cosignature cannot hold.
    #[error("{unix_seconds} seconds is no time for a cosignature")]
    Time {
        /// The time.
        unix_seconds: u64,
    },
}

impl Witnessed {
    /// What the log said.
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The note that the log signed.
    pub fn note(&self) -> &SignedNote {
        &self.note
    }

    fn head(&self) -> TreeHead {
        self.checkpoint.head
    }
}

impl Witness {
    /// A witness that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was last accepted of the log with this [lineage](crate::Origin::lineage).
    pub fn seen(&self, lineage: &str) -> Option<&Witnessed> {
        self.seen.get(lineage)
    }

    /// Looks at a submission of a log. Nothing is changed.
    pub fn examine(&self, submission: &Submission, known: &KnownLog) -> Result<Outcome, WitnessError> {
        let checkpoint = known.open(&submission.note)?;
        let previous = self.seen.get(known.lineage());
        let note = known.only_own(&submission.note, &checkpoint.origin);
        let witnessed = Witnessed { checkpoint, note };
        examine(previous, witnessed, submission)
    }

    /// Remembers an accepted checkpoint, unless another one came in between.
    pub fn record(&mut self, accepted: &Accepted) -> Result<(), WitnessError> {
        let origin = &accepted.witnessed.checkpoint.origin;
        let lineage = origin.lineage();
        if self.seen.get(&lineage) != accepted.previous.as_ref() {
            return Err(WitnessError::Raced { origin: origin.to_string() });
        }
        self.seen.insert(lineage, accepted.witnessed.clone());
        Ok(())
    }
}

/// The rules, given what was accepted last of this log.
fn examine(
    previous: Option<&Witnessed>,
    witnessed: Witnessed,
    submission: &Submission,
) -> Result<Outcome, WitnessError> {
    let origin = witnessed.checkpoint.origin.to_string();
    let head = witnessed.head();
    let parent = witnessed.checkpoint.parent;
    let accept = |finding| {
        Ok(Outcome::Sound(Accepted { finding, witnessed: witnessed.clone(), previous: previous.cloned() }))
    };

    let Some(previous) = previous else {
        prove(&origin, &TreeHead::EMPTY, &head, submission)?;
        prove_parent(&origin, parent, &head, submission)?;
        return accept(Finding::First);
    };
    let seen = previous.head();

    if previous.checkpoint.origin == witnessed.checkpoint.origin {
        if previous.checkpoint.parent != parent {
            return Err(WitnessError::ParentChanged { origin });
        }
        if head.size < seen.size {
            return Err(WitnessError::Shrunk { origin, seen: seen.size, now: head.size });
        }
        if head.size == seen.size {
            let same = head.root == seen.root;
            return if same {
                accept(Finding::Unchanged)
            } else {
                Err(WitnessError::Forked { origin, size: head.size })
            };
        }
        prove(&origin, &seen, &head, submission)?;
        return accept(Finding::Extended);
    }

    // Only origins of ours share a lineage, so that both have an incarnation.
    let incarnation =
        |witnessed: &Witnessed| witnessed.checkpoint.origin.node_log().map_or(0, |log| log.incarnation);
    if incarnation(&witnessed) < incarnation(previous) {
        return Err(WitnessError::Superseded { origin, seen: incarnation(previous) });
    }
    let parent = parent.ok_or_else(|| WitnessError::ParentUnproven { origin: origin.clone() })?;
    prove_parent(&origin, Some(parent), &head, submission)?;
    if submission.proof.old_size == seen.size && submission.proof.verify(&seen, &head).is_ok() {
        return accept(Finding::Continued);
    }
    // Where the backup is older than what was seen, there may be no proof, and the log says so. Otherwise it
    // has to have one.
    if parent.head.size < seen.size {
        return Ok(Outcome::Rewritten(Rewritten { parent, witnessed, previous: previous.clone() }));
    }
    prove(&origin, &seen, &head, submission)?;
    accept(Finding::Continued)
}

/// Checks that the proof leads from what was seen to the checkpoint.
fn prove(
    origin: &str,
    seen: &TreeHead,
    head: &TreeHead,
    submission: &Submission,
) -> Result<(), WitnessError> {
    let proof = &submission.proof;
    if proof.old_size != seen.size {
        return Err(WitnessError::ProofFrom { seen: seen.size, from: proof.old_size });
    }
    let inconsistent =
        |source| WitnessError::Inconsistent { origin: origin.to_owned(), seen: seen.size, source };
    proof.verify(seen, head).map_err(inconsistent)
}

/// Checks that the checkpoint is a later state of the parent that it names, if it names one.
fn prove_parent(
    origin: &str,
    parent: Option<Parent>,
    head: &TreeHead,
    submission: &Submission,
) -> Result<(), WitnessError> {
    let Some(parent) = parent else { return Ok(()) };
    let proven =
        submission.parent_proof.as_ref().is_some_and(|proof| proof.verify(&parent.head, head).is_ok());
    if proven { Ok(()) } else { Err(WitnessError::ParentUnproven { origin: origin.to_owned() }) }
}

impl Accepted {
    /// What is new about it.
    pub fn finding(&self) -> Finding {
        self.finding
    }

    /// What to remember.
    pub fn witnessed(&self) -> &Witnessed {
        &self.witnessed
    }

    /// What was remembered until now.
    pub fn previous(&self) -> Option<&Witnessed> {
        self.previous.as_ref()
    }

    /// Cosigns the checkpoint. To be handed out only after [`Accepted::witnessed`] has been stored.
    pub fn cosign(
        &self,
        name: &KeyName,
        key: &SigningKey,
        unix_seconds: u64,
    ) -> Result<NoteSignature, WitnessError> {
        let cosigned = cosignature::cosign(self.witnessed.note.text(), name, key, unix_seconds);
        cosigned.ok_or(WitnessError::Time { unix_seconds })
    }
}

impl Rewritten {
    /// The state from which the log says that it goes on.
    pub fn parent(&self) -> Parent {
        self.parent
    }

    /// The last checkpoint that was seen before, which the log no longer stands by.
    pub fn previous(&self) -> &Witnessed {
        &self.previous
    }

    /// What the log says now.
    pub fn witnessed(&self) -> &Witnessed {
        &self.witnessed
    }

    /// How many entries that were seen may be lost: all those after the parent.
    pub fn at_risk(&self) -> u64 {
        self.previous.head().size - self.parent.head.size
    }

    /// Accepts the new incarnation although entries may be lost. This is a person's decision, and the caller
    /// keeps [`Rewritten::previous`] as evidence.
    pub fn accept_loss(self) -> Accepted {
        Accepted { finding: Finding::LossAccepted, witnessed: self.witnessed, previous: Some(self.previous) }
    }
}

impl From<Witnessed> for String {
    fn from(witnessed: Witnessed) -> Self {
        witnessed.note.to_string()
    }
}

impl TryFrom<String> for Witnessed {
    type Error = CheckpointError;

    /// Reads what this witness stored itself: the signatures were verified then.
    fn try_from(note: String) -> Result<Self, CheckpointError> {
        let note = SignedNote::parse(note.as_bytes())?;
        Ok(Self { checkpoint: note.text().parse()?, note })
    }
}

impl Coded for WitnessError {
    fn code(&self) -> &'static str {
        match self {
            Self::Checkpoint(source) => source.code(),
            Self::Shrunk { .. } => "journal-witness-shrunk",
            Self::Forked { .. } => "journal-witness-forked",
            Self::Inconsistent { .. } => "journal-witness-inconsistent",
            Self::ProofFrom { .. } => "journal-witness-proof-from",
            Self::Superseded { .. } => "journal-witness-superseded",
            Self::ParentChanged { .. } => "journal-witness-parent-changed",
            Self::ParentUnproven { .. } => "journal-witness-parent-unproven",
            Self::Raced { .. } => "journal-witness-raced",
            Self::Time { .. } => "journal-witness-time",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Checkpoint(source) => source.args(),
            Self::Shrunk { origin, seen, now } => {
                vec![("origin", origin.clone()), ("seen", seen.to_string()), ("now", now.to_string())]
            }
            Self::Forked { origin, size } => vec![("origin", origin.clone()), ("size", size.to_string())],
            Self::Inconsistent { origin, seen, .. } => {
                vec![("origin", origin.clone()), ("seen", seen.to_string())]
            }
            Self::ProofFrom { seen, from } => vec![("seen", seen.to_string()), ("from", from.to_string())],
            Self::Superseded { origin, seen } => vec![("origin", origin.clone()), ("seen", seen.to_string())],
            Self::ParentChanged { origin } | Self::ParentUnproven { origin } | Self::Raced { origin } => {
                vec![("origin", origin.clone())]
            }
            Self::Time { unix_seconds } => vec![("seconds", unix_seconds.to_string())],
        }
    }
}

//! An append-only Merkle log over entry ids, which others can hold a node to.
//!
//! This is floor 1 of the house. A [`Log`] takes entry ids in the order that was decided elsewhere, keeps
//! their tree (RFC 9162 §2.1) in the files of C2SP tlog-tiles, and signs checkpoints (C2SP tlog-checkpoint,
//! signed-note). A counterpart keeps a [`Witness`], which cosigns what goes on from what it saw (C2SP
//! tlog-cosignature). A [`ProofFile`] (C2SP tlog-proof) shows years later, offline, that an entry was logged.
//! All of these formats have readers that others wrote.
//!
//! It is not a database: what an entry says is not here, only its id. It has no clock, no disk and no
//! network; files come in as a [`TileStore`].
//!
//! Start with [`Log::create`] and [`Log::append`]; on the other side with [`Witness::examine`].
//!
//! ```
//! use comity_journal::{KnownLog, Log, MemoryStore, NoteKey, Origin, Outcome, ProofFile};
//! use comity_journal::{Submission, Trust, Witness};
//! use comity_record::{EntryId, sign::SigningKey};
//!
//! // A node logs three entries.
//! let key = SigningKey::from_seed(&[1; 32]);
//! let node = key.verifying_key().key_id();
//! let known = KnownLog::of_node(node, vec![key.verifying_key()]);
//! let origin = Origin::of_node(node, 0);
//! let mut log = Log::create(MemoryStore::new(), origin, &key)?;
//! let note = log.append(&[EntryId::of(b"a"), EntryId::of(b"b"), EntryId::of(b"c")], &key)?.clone();
//!
//! // A counterpart looks at the checkpoint, stores what it saw, and cosigns.
//! let mut witness = Witness::new();
//! let (_, proof) = log.consistency(0)?;
//! let submission = Submission { proof, parent_proof: None, note: note.clone() };
//! let Outcome::Sound(accepted) = witness.examine(&submission, &known)? else { panic!("nothing was lost") };
//! witness.record(&accepted)?;
//! let (name, witness_key) = ("example.org/witness".parse()?, SigningKey::from_seed(&[2; 32]));
//! let cosignature = accepted.cosign(&name, &witness_key, 1_795_500_000)?;
//!
//! // A court checks one entry from a file.
//! let witnesses = [NoteKey::witness(name, witness_key.verifying_key())];
//! let cosigned = log.keep_cosigned(&note, cosignature, &known, &witnesses)?;
//! let file = log.prove(1, &cosigned, &known)?.to_string();
//! let file = ProofFile::parse(file.as_bytes())?;
//! let proven = file.verify(&Trust { log: &known, witnesses: &witnesses, quorum: 1 })?;
//! assert_eq!((file.id, proven.checkpoint.head.size), (EntryId::of(b"b"), 3));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants, each held by a test that names it:
//! - a crash between any two writes leaves a log that opens, and going on gives the same files;
//! - the same ids give the same files, whatever the batches;
//! - a full tile that a checkpoint covers is never written again;
//! - nothing read from files is returned unless it leads to the signed root;
//! - every text format has one spelling, and readers refuse all others.

mod checkpoint;
mod cosignature;
mod files;
mod log;
mod note;
mod proof_file;
mod sequencer;
mod store;
mod submission;
mod text;
mod tile;
mod tree;
mod witness;

pub use checkpoint::{
    Checkpoint, CheckpointError, KnownLog, MAX_EXTENSION_BYTES, MAX_EXTENSION_LINES, MAX_ORIGIN_BYTES,
    NodeLog, Origin, Parent,
};
pub use cosignature::MAX_UNIX_SECONDS;
pub use log::{CHECKPOINT_PATH, COSIGNED_PATH, Log, LogError};
pub use note::{
    KeyKind, KeyName, MAX_KEY_NAME_BYTES, MAX_NOTE_BYTES, MAX_SIGNATURES, NoteError, NoteKey, NoteSignature,
    SignedNote, Verified,
};
pub use proof_file::{MAX_PROOF_FILE_BYTES, ProofFile, ProofFileError, Proven, Trust};
pub use sequencer::{Batch, Sequencer, TileFile};
pub use store::{MemoryStore, TileStore};
pub use submission::{MAX_SUBMISSION_BYTES, Submission, SubmissionError};
pub use tile::{MAX_TILE_LEVEL, MAX_TILE_PATH_BYTES, TILE_HEIGHT, TILE_WIDTH, Tile, TileError, TileKind};
pub use tree::{
    ConsistencyProof, InclusionProof, MAX_PROOF_HASHES, MAX_TREE_SIZE, NodeSource, TreeError, TreeHash,
    TreeHashTextError, TreeHead,
};
pub use witness::{Accepted, Finding, Outcome, Rewritten, Witness, WitnessError, Witnessed};

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] = &[
    "journal-tree-too-large",
    "journal-index-outside",
    "journal-tree-shrinks",
    "journal-proof-length",
    "journal-proof-root",
    "journal-tile-path",
    "journal-tile-content",
    "journal-note-too-long",
    "journal-note-malformed",
    "journal-note-signature-line",
    "journal-note-too-many-signatures",
    "journal-note-key-name",
    "journal-note-key-text",
    "journal-note-unknown-keys",
    "journal-note-signature-invalid",
    "journal-checkpoint-origin",
    "journal-checkpoint-line",
    "journal-checkpoint-parent",
    "journal-checkpoint-other-log",
    "journal-log-store",
    "journal-log-missing",
    "journal-log-changed",
    "journal-log-root",
    "journal-log-exists",
    "journal-log-absent",
    "journal-log-other",
    "journal-log-incarnation",
    "journal-log-unsure",
    "journal-submission-too-long",
    "journal-submission-line",
    "journal-submission-too-many-hashes",
    "journal-witness-shrunk",
    "journal-witness-forked",
    "journal-witness-inconsistent",
    "journal-witness-proof-from",
    "journal-witness-superseded",
    "journal-witness-parent-changed",
    "journal-witness-parent-unproven",
    "journal-witness-raced",
    "journal-witness-time",
    "journal-proof-file-too-long",
    "journal-proof-file-line",
    "journal-proof-file-quorum",
];

//! The log of a node: appends, checkpoints, and what can be read and proved from its files.
//!
//! A leaf is *logged* when a stored checkpoint covers it. The order of writes is: tiles, sync, checkpoint;
//! the checkpoint that is returned, and may be published, is the one that was stored. After a crash the files
//! beyond the stored checkpoint are debris that the next append overwrites with the same bytes, because the
//! order of leaves was decided before (DESIGN §5, *Log*).

use std::io;

use comity_record::sign::SigningKey;
use comity_record::{Coded, EntryId};

use crate::checkpoint::{Checkpoint, CheckpointError, KnownLog, Origin, Parent};
use crate::files::{
    BundleSource, Files, failed, read, read_edge, read_entries, read_tile, replace, sync, write_tiles,
};
use crate::note::{MAX_NOTE_BYTES, NoteError, NoteKey, NoteSignature, SignedNote};
use crate::proof_file::ProofFile;
use crate::sequencer::{Sequencer, TileFile};
use crate::store::TileStore;
use crate::tile::{TILE_WIDTH, Tile, TileKind};
use crate::tree::{ConsistencyProof, InclusionProof, NodeSource, TreeError, TreeHash, TreeHead, tree_root};

/// Where the latest checkpoint lies (C2SP tlog-tiles).
pub const CHECKPOINT_PATH: &str = "checkpoint";

/// Where the latest checkpoint lies that a witness has cosigned.
pub const COSIGNED_PATH: &str = "checkpoint.cosigned";

/// How many ids [`Log::rebuild`] turns into files at a time: it bounds the memory, not the log.
const REBUILD_STEP: usize = 16 * TILE_WIDTH as usize;

/// A log with its files.
#[derive(Debug)]
pub struct Log<S> {
    store: S,
    checkpoint: Checkpoint,
    note: SignedNote,
    edge: Sequencer,
    superseded: Vec<String>,
    /// A write failed, so that the files may be ahead of what is here.
    unsure: bool,
}

/// Why the log cannot do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LogError {
    /// The store failed.
    #[error("the log's file {path} cannot be read or written")]
    Store {
        /// The path within the log.
        path: String,
        /// What the store said.
        #[source]
        source: io::Error,
    },
    /// A file that the checkpoint covers is not there.
    #[error("the log's file {path} is missing")]
    Missing {
        /// The path within the log.
        path: String,
    },
    /// A file is not what the checkpoint says.
    #[error("the log's file {path} was changed")]
    Changed {
        /// The path within the log.
        path: String,
    },
    /// The files together do not give the root of the checkpoint.
    #[error("the log's files do not give the root of its checkpoint")]
    Root,
    /// There is a log already.
    #[error("there is a log here already")]
    Exists,
    /// There is no log.
    #[error("there is no log here")]
    Absent,
    /// The files are those of another log.
    #[error("this is the log {found}, not {expected}")]
    OtherLog {
        /// The origin in the checkpoint.
        found: String,
        /// The origin that was asked for.
        expected: String,
    },
    /// A restored log has to go on under a later incarnation of the same node.
    #[error("{found} is not a later incarnation of {current}")]
    Incarnation {
        /// The origin of the log.
        current: String,
        /// The origin that was asked for.
        found: String,
    },
    /// An earlier write failed: what is on the disk has to be read again.
    #[error("the log has to be opened again after a failed write")]
    Unsure,
    /// A checkpoint is malformed, or not signed as it should be.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// A proof was asked for that there is not, or the files give none that holds.
    #[error(transparent)]
    Tree(#[from] TreeError),
}

impl<S: TileStore> Log<S> {
    /// Begins a log, with a checkpoint of the tree without leaves.
    pub fn create(store: S, origin: Origin, key: &SigningKey) -> Result<Self, LogError> {
        if read(&store, CHECKPOINT_PATH, MAX_NOTE_BYTES)?.is_some() {
            return Err(LogError::Exists);
        }
        let checkpoint = Checkpoint { origin, head: TreeHead::EMPTY, parent: None, extensions: Vec::new() };
        let note = checkpoint.sign(key)?;
        replace(&store, CHECKPOINT_PATH, &note)?;
        Ok(Self::whole(store, checkpoint, note, Sequencer::new()))
    }

    /// Opens the log of this origin, whose checkpoint one of its known keys signed. The right edge of the
    /// tree is read and has to give the root of the checkpoint; [`Log::verify`] reads the rest.
    pub fn open(store: S, origin: &Origin, known: &KnownLog) -> Result<Self, LogError> {
        let (checkpoint, note, edge) = read_head(&store, origin, known)?;
        Ok(Self::whole(store, checkpoint, note, edge))
    }

    /// Reads where the log stands anew from its files, so that it goes on after an append that failed: a disk that was
    /// full for a moment, say.
    ///
    /// # Errors
    /// As [`Log::open`]; it stays as it was then.
    pub fn reopen(&mut self, known: &KnownLog) -> Result<(), LogError> {
        let (checkpoint, note, edge) = read_head(&self.store, &self.checkpoint.origin, known)?;
        // The files end where they did, or where the append that failed would have ended.
        if checkpoint.head.size < self.checkpoint.head.size {
            return Err(LogError::Root);
        }
        (self.checkpoint, self.note, self.edge) = (checkpoint, note, edge);
        self.unsure = false;
        Ok(())
    }

    /// Writes the files of a log anew from its entry ids, in order, and the checkpoint that was made of them.
    /// For a restore from a backup: the store should be empty. Ids beyond the size of the checkpoint are left
    /// for [`Log::append`].
    pub fn rebuild(
        store: S,
        origin: &Origin,
        known: &KnownLog,
        note: SignedNote,
        ids: &[EntryId],
    ) -> Result<Self, LogError> {
        let checkpoint = open_checkpoint(&note, origin, known)?;
        let covered = usize::try_from(checkpoint.head.size)
            .ok()
            .and_then(|size| ids.get(..size))
            .ok_or(LogError::Root)?;
        let mut whole = Sequencer::new();
        for step in covered.chunks(REBUILD_STEP) {
            let batch = whole.extend(step)?;
            // Partial tiles within the range are covered by the full ones that follow.
            write_tiles(&store, batch.files.iter().filter(|file| file.tile.is_full()))?;
        }
        if whole.head() != checkpoint.head {
            return Err(LogError::Root);
        }
        write_tiles(&store, &whole.edge_files())?;
        sync(&store)?;
        replace(&store, CHECKPOINT_PATH, &note)?;
        Ok(Self::whole(store, checkpoint, note, whole))
    }

    fn whole(store: S, checkpoint: Checkpoint, note: SignedNote, edge: Sequencer) -> Self {
        Self { store, checkpoint, note, edge, superseded: Vec::new(), unsure: false }
    }

    /// The latest stored checkpoint, read.
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The latest stored checkpoint, as the log signed it.
    pub fn note(&self) -> &SignedNote {
        &self.note
    }

    /// The tree of the latest stored checkpoint.
    pub fn head(&self) -> TreeHead {
        self.checkpoint.head
    }

    /// Adds leaves: writes their tiles, then stores the checkpoint that covers them, and returns it. When
    /// this fails, nothing of it was published, and the log has to be [opened again](Log::reopen).
    pub fn append(&mut self, ids: &[EntryId], key: &SigningKey) -> Result<&SignedNote, LogError> {
        if self.unsure {
            return Err(LogError::Unsure);
        }
        if ids.is_empty() {
            return Ok(&self.note);
        }
        let mut edge = self.edge.clone();
        let batch = edge.extend(ids)?;
        let checkpoint = Checkpoint { head: batch.head, ..self.checkpoint.clone() };
        let note = checkpoint.sign(key)?;

        self.unsure = true;
        write_tiles(&self.store, &batch.files)?;
        sync(&self.store)?;
        replace(&self.store, CHECKPOINT_PATH, &note)?;
        self.unsure = false;

        self.superseded.extend(batch.superseded);
        (self.edge, self.checkpoint, self.note) = (edge, checkpoint, note);
        Ok(&self.note)
    }

    /// Goes on as a later incarnation of the same node, after a restore from a backup. The first checkpoint
    /// of it is stored: the same tree, with the present head named as its parent.
    pub fn reincarnate(mut self, incarnation: u32, key: &SigningKey) -> Result<Self, LogError> {
        if self.unsure {
            return Err(LogError::Unsure);
        }
        let current = self.checkpoint.origin.clone();
        let refused = |found: String| LogError::Incarnation { current: current.to_string(), found };
        let Some(log) = current.node_log() else {
            return Err(refused(incarnation.to_string()));
        };
        let origin = Origin::of_node(log.node, incarnation);
        if incarnation <= log.incarnation {
            return Err(refused(origin.to_string()));
        }
        let parent = Some(Parent { incarnation: log.incarnation, head: self.head() });
        let checkpoint = Checkpoint { origin, head: self.head(), parent, extensions: Vec::new() };
        let note = checkpoint.sign(key)?;
        replace(&self.store, CHECKPOINT_PATH, &note)?;
        (self.checkpoint, self.note) = (checkpoint, note);
        Ok(self)
    }

    /// Removes partial tiles that full ones have made needless. A failure here leaves only files that nobody
    /// needs.
    pub fn tidy(&mut self) -> Result<(), LogError> {
        while let Some(folder) = self.superseded.last() {
            self.store.discard(folder).map_err(|source| failed(folder, source))?;
            self.superseded.pop();
        }
        Ok(())
    }

    /// Keeps a checkpoint of this log with a cosignature, unless a larger one is kept already; returns what
    /// is kept. The checkpoint may be an earlier one: witnesses answer when they can.
    pub fn keep_cosigned(
        &self,
        note: &SignedNote,
        cosignature: NoteSignature,
        known: &KnownLog,
        witnesses: &[NoteKey],
    ) -> Result<SignedNote, LogError> {
        let checkpoint = open_checkpoint(note, &self.checkpoint.origin, known)?;
        self.check_covers(&checkpoint.head)?;
        let own = known.only_own(note, &checkpoint.origin);
        let named = witnesses.iter().find(|key| key.is_named_by(&cosignature)).ok_or(NoteError::Unknown)?;
        let mut cosigned = own.clone();
        cosigned.add(cosignature.clone())?;
        cosigned.verify(std::slice::from_ref(named))?;

        // Lines on the kept checkpoint were verified when they were added.
        let kept = self.cosigned(known)?;
        let mut keep = match kept {
            Some(kept) if kept.text() == own.text() => kept,
            Some(kept) if known.open(&kept)?.head.size > checkpoint.head.size => {
                return Ok(kept);
            }
            _ => own,
        };
        keep.add(cosignature)?;
        replace(&self.store, COSIGNED_PATH, &keep)?;
        Ok(keep)
    }

    /// The latest checkpoint of this incarnation that a witness has cosigned, if one is kept.
    pub fn cosigned(&self, known: &KnownLog) -> Result<Option<SignedNote>, LogError> {
        let Some(bytes) = read(&self.store, COSIGNED_PATH, MAX_NOTE_BYTES)? else {
            return Ok(None);
        };
        let note = SignedNote::parse(&bytes)?;
        let checkpoint = known.open(&note)?;
        if checkpoint.origin != self.checkpoint.origin {
            return Ok(None);
        }
        self.check_covers(&checkpoint.head)?;
        Ok(Some(note))
    }

    /// The tree as it was with `size` leaves.
    pub fn head_at(&self, size: u64) -> Result<TreeHead, LogError> {
        self.consistency(size).map(|(old, _)| old)
    }

    /// The tree as it was with `old_size` leaves, and the proof that the present one is a later state of it.
    pub fn consistency(&self, old_size: u64) -> Result<(TreeHead, ConsistencyProof), LogError> {
        let files = self.files();
        let proof = ConsistencyProof::make(&files, old_size, self.head().size)?;
        let old = TreeHead { size: old_size, root: tree_root(&files, old_size)? };
        proof.verify(&old, &self.head())?;
        Ok((old, proof))
    }

    /// The proof that an entry is in the tree of the first `size` leaves.
    pub fn inclusion(&self, index: u64, size: u64) -> Result<InclusionProof, LogError> {
        let head = self.head_at(size)?;
        let files = self.files();
        let proof = InclusionProof::make(&files, index, size)?;
        proof.verify_leaf(files.node(0, index)?, &head)?;
        Ok(proof)
    }

    /// A file that shows, offline, that an entry was logged; `note` is a checkpoint of this log, best a
    /// cosigned one.
    pub fn prove(&self, index: u64, note: &SignedNote, known: &KnownLog) -> Result<ProofFile, LogError> {
        let checkpoint = known.open(note)?;
        let proof = InclusionProof::make(&self.files(), index, checkpoint.head.size)?;
        let id = self.entry(index)?;
        proof.verify(&id, &checkpoint.head)?;
        Ok(ProofFile { id, proof, note: note.clone() })
    }

    /// The entry at a place.
    pub fn entry(&self, index: u64) -> Result<EntryId, LogError> {
        let width = u64::from(TILE_WIDTH);
        let outside = TreeError::IndexOutside { index, size: self.head().size };
        let place = usize::try_from(index % width).map_err(|_| outside.clone())?;
        self.bundle(index / width)?.get(place).copied().ok_or_else(|| outside.into())
    }

    /// The entries of a bundle of up to 256, as the checkpoint covers them.
    pub fn bundle(&self, number: u64) -> Result<Vec<EntryId>, LogError> {
        let size = self.head().size;
        let first = number.saturating_mul(u64::from(TILE_WIDTH));
        let tile = Tile::in_tree(TileKind::Entries, number, size);
        let tile = tile.ok_or(TreeError::IndexOutside { index: first, size })?;
        let ids = read_entries(&self.store, &tile)?;
        // The hashes beside the way up from the first leaf cover all others. Those within the bundle are
        // computed from its ids, so that the proof for one id holds for all of them.
        let files = self.files();
        let source =
            BundleSource { files: &files, first, leaves: ids.iter().map(TreeHash::of_entry).collect() };
        let proof = InclusionProof::make(&source, first, size)?;
        let whole = proof.verify_leaf(source.leaves[0], &self.head());
        whole.map_err(|_| LogError::Changed { path: tile.to_string() })?;
        Ok(ids)
    }

    /// Reads every file that the checkpoint covers and compares it with what the entries give.
    pub fn verify(&self) -> Result<(), LogError> {
        let size = self.head().size;
        let mut whole = Sequencer::new();
        let mut number = 0;
        while let Some(tile) = Tile::in_tree(TileKind::Entries, number, size) {
            let batch = whole.extend(&read_entries(&self.store, &tile)?)?;
            for file in batch.files.iter().filter(|file| file.tile.is_full()) {
                // Where entries and hashes part, the way up to the root tells which of them was changed.
                self.compare(file).or_else(|error| self.bundle(number).and(Err(error)))?;
            }
            number += 1;
        }
        for file in &whole.edge_files() {
            self.compare(file)?;
        }
        if whole.head() == self.head() { Ok(()) } else { Err(LogError::Root) }
    }

    fn compare(&self, file: &TileFile) -> Result<(), LogError> {
        let stored = read_tile(&self.store, &file.tile)?;
        let path = file.tile.to_string();
        if stored == file.bytes { Ok(()) } else { Err(LogError::Changed { path }) }
    }

    /// Refuses a head that is not an earlier state of this log.
    fn check_covers(&self, head: &TreeHead) -> Result<(), LogError> {
        if self.head_at(head.size)? == *head { Ok(()) } else { Err(LogError::Root) }
    }

    fn files(&self) -> Files<'_, S> {
        Files::new(&self.store, self.head().size)
    }
}

/// The stored checkpoint and the right edge of the tree that it speaks of.
fn read_head<S: TileStore>(
    store: &S,
    origin: &Origin,
    known: &KnownLog,
) -> Result<(Checkpoint, SignedNote, Sequencer), LogError> {
    let note = read(store, CHECKPOINT_PATH, MAX_NOTE_BYTES)?.ok_or(LogError::Absent)?;
    let note = SignedNote::parse(&note)?;
    let checkpoint = open_checkpoint(&note, origin, known)?;
    let edge = read_edge(store, &checkpoint.head)?;
    Ok((checkpoint, note, edge))
}

fn open_checkpoint(note: &SignedNote, origin: &Origin, known: &KnownLog) -> Result<Checkpoint, LogError> {
    let checkpoint = known.open(note)?;
    if checkpoint.origin == *origin {
        return Ok(checkpoint);
    }
    Err(LogError::OtherLog { found: checkpoint.origin.to_string(), expected: origin.to_string() })
}

impl From<NoteError> for LogError {
    fn from(error: NoteError) -> Self {
        Self::Checkpoint(error.into())
    }
}

impl Coded for LogError {
    fn code(&self) -> &'static str {
        match self {
            Self::Store { .. } => "journal-log-store",
            Self::Missing { .. } => "journal-log-missing",
            Self::Changed { .. } => "journal-log-changed",
            Self::Root => "journal-log-root",
            Self::Exists => "journal-log-exists",
            Self::Absent => "journal-log-absent",
            Self::OtherLog { .. } => "journal-log-other",
            Self::Incarnation { .. } => "journal-log-incarnation",
            Self::Unsure => "journal-log-unsure",
            Self::Checkpoint(source) => source.code(),
            Self::Tree(source) => source.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Store { path, source } => vec![("path", path.clone()), ("cause", source.to_string())],
            Self::Missing { path } | Self::Changed { path } => vec![("path", path.clone())],
            Self::OtherLog { found, expected } => {
                vec![("found", found.clone()), ("expected", expected.clone())]
            }
            Self::Incarnation { current, found } => {
                vec![("current", current.clone()), ("found", found.clone())]
            }
            Self::Checkpoint(source) => source.args(),
            Self::Tree(source) => source.args(),
            Self::Root | Self::Exists | Self::Absent | Self::Unsure => Vec::new(),
        }
    }
}

//! The values that go in and out of a store.

use comity_record::{CaseId, EntryId, Token};

/// An entry as it lies in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// SHA-256 of the statement.
    pub id: EntryId,
    /// The case, as the statement says.
    pub case: CaseId,
    /// The kind, as the statement says.
    pub kind: Token,
    /// The place in the case, as the seal says.
    pub sequence: u64,
    /// The index in the log, as the seal says.
    pub log_index: u64,
    /// The signed statement.
    pub statement: Vec<u8>,
    /// The node's signed seal.
    pub seal: Vec<u8>,
    /// The sealed content; absent once it has been forgotten.
    pub sealed: Option<Vec<u8>>,
}

/// What a wrap holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum WrapKind {
    /// The key of a case, under the node's key. The id is the case's.
    Case = 1,
    /// The key of an entry, under the case's key. The id is the entry's.
    Entry = 2,
    /// The signing key of an officer, under the officer's passphrase. The id is the officer's.
    Officer = 3,
    /// The key of an object in the vault, under a case's key. The id is the case's, then the object's name.
    Object = 4,
    /// The private key to which envelopes for an office are sealed, under the node's key. The id is the key's.
    Sealing = 5,
}

impl WrapKind {
    /// The kind with this number, if there is one.
    pub fn from_number(number: i64) -> Option<Self> {
        [Self::Case, Self::Entry, Self::Officer, Self::Object, Self::Sealing]
            .into_iter()
            .find(|kind| *kind as i64 == number)
    }
}

/// A wrapped key. Wraps are backed up apart from the rest: without them an old copy of the store opens nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Wrap {
    /// What it holds.
    pub kind: WrapKind,
    /// Whose key it is.
    pub id: Vec<u8>,
    /// The wrapped key.
    pub wrapped: Vec<u8>,
}

/// Sets a wrap, or destroys it.
#[derive(Clone, PartialEq, Eq)]
pub enum WrapChange {
    /// Sets or replaces it.
    Put(Wrap),
    /// Destroys it for ever.
    Destroy(WrapKind, Vec<u8>),
}

/// A row of a view: what people see, folded from entries. It can be thrown away and made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name of the view.
    pub view: String,
    /// The key inside the view; rows are ordered by it.
    pub key: Vec<u8>,
    /// The case that the row belongs to, if it belongs to one.
    pub case: Option<CaseId>,
    /// The entry that it was folded from last; forgetting that entry deletes the row.
    pub source: EntryId,
    /// The content.
    pub data: Vec<u8>,
}

/// A change to the views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowChange {
    /// Sets or replaces a row.
    Put(Row),
    /// Deletes a row.
    Delete(String, Vec<u8>),
    /// Deletes every row of every view, before the other changes of the delta: a rebuild.
    Clear,
}

/// Something that a node has still to do: a message to deliver, a clock that will run out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueItem {
    /// The name of the queue.
    pub queue: String,
    /// The identifier inside the queue.
    pub id: Vec<u8>,
    /// When it is due: milliseconds since 1970.
    pub due: i64,
    /// How often it has been tried.
    pub tries: u32,
    /// The content.
    pub data: Vec<u8>,
}

/// A change to the queues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueueChange {
    /// Sets or replaces an item.
    Put(QueueItem),
    /// Takes an item out.
    Remove(String, Vec<u8>),
}

/// A change that is taken whole or not at all.
#[derive(Clone, Default)]
pub struct Delta {
    /// Entries that the log held when the change was made.
    pub expected_size: u64,
    /// New entries; their log indexes follow `expected_size` without a gap.
    pub append: Vec<StoredEntry>,
    /// Changes to wrapped keys.
    pub wraps: Vec<WrapChange>,
    /// Entries whose sealed content is destroyed.
    pub forget: Vec<EntryId>,
    /// Changes to the views.
    pub rows: Vec<RowChange>,
    /// Settings to set, or to remove.
    pub settings: Vec<(String, Option<Vec<u8>>)>,
    /// Changes to the queues.
    pub queue: Vec<QueueChange>,
}

impl Delta {
    /// An empty change for a log of this size.
    pub fn at(expected_size: u64) -> Self {
        Self { expected_size, ..Self::default() }
    }
}

/// How far the log has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Entries in the log.
    pub size: u64,
}

//! What casework needs of a database: one trait and its conformance suite.
//!
//! A store keeps entries in the order of the log, the wraps of keys, the rows of views, settings and queues. It
//! decides nothing: which officer may do what is folded from signed entries, so a row that somebody edits gives
//! nobody a right.
//!
//! Start with [`Store`]. Everything that changes goes in through one [`Delta`], which is taken whole or not at all
//! ([`Store::commit`]); everything else reads. [`MemoryStore`] serves tests, and [`conformance`] is the suite that
//! every back end must pass.
//!
//! ```
//! use comity_store::{Delta, MemoryStore, Store};
//!
//! # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
//! let store = MemoryStore::default();
//! let delta = Delta { settings: vec![("language".into(), Some(b"tg".to_vec()))], ..Delta::at(0) };
//! store.commit(delta).await?;
//! assert_eq!(store.setting("language").await?.as_deref(), Some(b"tg".as_slice()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants:
//! - a delta whose expected size of the log is not the present one changes nothing ([`StoreError::Conflict`]);
//! - a commit that has returned survives power loss;
//! - entries are never changed; only their sealed content can be destroyed.

pub mod conformance;
mod delta;
mod memory;

use comity_record::{CaseId, Coded, EntryId};

pub use delta::{
    Delta, Head, QueueChange, QueueItem, Row, RowChange, StoredEntry, Wrap, WrapChange, WrapKind,
};
pub use memory::MemoryStore;

/// Rows, entries or queue items that one call may return; a caller with more to read asks again.
pub const MAX_PAGE: u32 = 1000;

/// What can go wrong with a store.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The log has grown since the delta was made.
    #[error("the log holds {found} entries, the change was made for {expected}")]
    Conflict {
        /// Entries that the delta was made for.
        expected: u64,
        /// Entries that there are.
        found: u64,
    },
    /// A delta that contradicts itself or what is stored: a programming error, not an accident.
    #[error("the change does not fit what is stored: {0}")]
    Refused(&'static str),
    /// The store was made by a newer version.
    #[error("the store has schema {found}, this program knows {known}")]
    Newer {
        /// The schema that was found.
        found: i64,
        /// The newest that is known here.
        known: i64,
    },
    /// The database answers that it cannot.
    #[error("the database failed: {0}")]
    Backend(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// What is stored does not read back as what was written.
    #[error("stored data is damaged: {0}")]
    Damaged(String),
}

impl Coded for StoreError {
    fn code(&self) -> &'static str {
        match self {
            Self::Conflict { .. } => "store-conflict",
            Self::Refused(_) => "store-refused",
            Self::Newer { .. } => "store-newer",
            Self::Backend(_) => "store-backend",
            Self::Damaged(_) => "store-damaged",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Conflict { expected, found } => {
                vec![("expected", expected.to_string()), ("found", found.to_string())]
            }
            Self::Refused(why) => vec![("cause", (*why).to_owned())],
            Self::Newer { found, known } => vec![("found", found.to_string()), ("known", known.to_string())],
            Self::Backend(e) => vec![("cause", e.to_string())],
            Self::Damaged(what) => vec![("what", what.clone())],
        }
    }
}

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] =
    &["store-conflict", "store-refused", "store-newer", "store-backend", "store-damaged"];

/// A database as casework sees it.
///
/// Reads see the last commit that has returned. Pages hold at most [`MAX_PAGE`] items, whatever `limit` says.
pub trait Store: Send + Sync {
    /// How far the log has come.
    fn head(&self) -> impl Future<Output = Result<Head, StoreError>> + Send;

    /// Takes a change whole or not at all. When it has returned, the change is durable.
    fn commit(&self, delta: Delta) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// One entry.
    fn entry(&self, id: EntryId) -> impl Future<Output = Result<Option<StoredEntry>, StoreError>> + Send;

    /// The entries of a case from a place in it on, in order.
    fn case_entries(
        &self,
        case: CaseId,
        from: u64,
        limit: u32,
    ) -> impl Future<Output = Result<Vec<StoredEntry>, StoreError>> + Send;

    /// The entries of the log from an index on, in order.
    fn log_entries(
        &self,
        from: u64,
        limit: u32,
    ) -> impl Future<Output = Result<Vec<StoredEntry>, StoreError>> + Send;

    /// The wrap of a key.
    fn wrap(
        &self,
        kind: WrapKind,
        id: &[u8],
    ) -> impl Future<Output = Result<Option<Vec<u8>>, StoreError>> + Send;

    /// All wraps after a given one in order of kind and id, for the backup that is kept apart.
    fn wraps(
        &self,
        after: Option<(WrapKind, Vec<u8>)>,
        limit: u32,
    ) -> impl Future<Output = Result<Vec<Wrap>, StoreError>> + Send;

    /// One row of a view.
    fn row(&self, view: &str, key: &[u8]) -> impl Future<Output = Result<Option<Row>, StoreError>> + Send;

    /// The rows of a view after a key, in order of their keys; of one case only, if one is given.
    fn rows(
        &self,
        view: &str,
        case: Option<CaseId>,
        after: Option<&[u8]>,
        limit: u32,
    ) -> impl Future<Output = Result<Vec<Row>, StoreError>> + Send;

    /// A setting of the node.
    fn setting(&self, name: &str) -> impl Future<Output = Result<Option<Vec<u8>>, StoreError>> + Send;

    /// The items of a queue that are due at `now` (milliseconds since 1970), by due time and then by id.
    fn due(
        &self,
        queue: &str,
        now: i64,
        limit: u32,
    ) -> impl Future<Output = Result<Vec<QueueItem>, StoreError>> + Send;

    /// Ends the work with the store. What was committed is durable before and after.
    fn close(&self) -> impl Future<Output = Result<(), StoreError>> + Send;
}

impl<S: Store> Store for std::sync::Arc<S> {
    async fn head(&self) -> Result<Head, StoreError> {
        S::head(self).await
    }

    async fn commit(&self, delta: Delta) -> Result<(), StoreError> {
        S::commit(self, delta).await
    }

    async fn entry(&self, id: EntryId) -> Result<Option<StoredEntry>, StoreError> {
        S::entry(self, id).await
    }

    async fn case_entries(
        &self,
        case: CaseId,
        from: u64,
        limit: u32,
    ) -> Result<Vec<StoredEntry>, StoreError> {
        S::case_entries(self, case, from, limit).await
    }

    async fn log_entries(&self, from: u64, limit: u32) -> Result<Vec<StoredEntry>, StoreError> {
        S::log_entries(self, from, limit).await
    }

    async fn wrap(&self, kind: WrapKind, id: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        S::wrap(self, kind, id).await
    }

    async fn wraps(&self, after: Option<(WrapKind, Vec<u8>)>, limit: u32) -> Result<Vec<Wrap>, StoreError> {
        S::wraps(self, after, limit).await
    }

    async fn row(&self, view: &str, key: &[u8]) -> Result<Option<Row>, StoreError> {
        S::row(self, view, key).await
    }

    async fn rows(
        &self,
        view: &str,
        case: Option<CaseId>,
        after: Option<&[u8]>,
        limit: u32,
    ) -> Result<Vec<Row>, StoreError> {
        S::rows(self, view, case, after, limit).await
    }

    async fn setting(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        S::setting(self, name).await
    }

    async fn due(&self, queue: &str, now: i64, limit: u32) -> Result<Vec<QueueItem>, StoreError> {
        S::due(self, queue, now, limit).await
    }

    async fn close(&self) -> Result<(), StoreError> {
        S::close(self).await
    }
}

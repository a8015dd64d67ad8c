//! The store of one folder: SQLite behind the trait of `store`.
//!
//! What it is not: a judge. An edited row is read as it is; that nothing was changed is shown by signatures and
//! by the log, above this floor. It keeps no keys of its own and encrypts nothing.
//!
//! Start with [`SqliteStore::open`]. There is one connection that writes and a few that only read
//! ([`READERS`]); what every one of them is set to is in [`SqliteStore::settings_in_force`]. A commit is one
//! transaction that begins with `BEGIN IMMEDIATE`, so that it waits for another writer instead of failing half
//! way through.
//!
//! ```
//! use comity_store::{Delta, Store};
//! use comity_store_sqlite::SqliteStore;
//!
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("store.sqlite");
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! let store = SqliteStore::open(&path).await?;
//! let delta = Delta { settings: vec![("language".into(), Some(b"tg".to_vec()))], ..Delta::at(0) };
//! store.commit(delta).await?;
//! store.close().await?;
//!
//! let again = SqliteStore::open(&path).await?;
//! assert_eq!(again.setting("language").await?.as_deref(), Some(b"tg".as_slice()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants:
//! - a commit that has returned is on the disk: write-ahead log, synced at every commit;
//! - what was forgotten is in no byte of the database and of its write-ahead log once the commit has returned,
//!   unless [`SqliteStore::traces_remain`] says so (the `traces` module says how);
//! - every SQL text is a constant; values come in as parameters only;
//! - a file of another program, of a newer version or that is no database is refused and not changed.
//!
//! Limits: numbers up to 2^63 - 1 (SQLite's integer), values below one gigabyte (SQLite's own bound).

mod connect;
mod error;
mod read;
mod schema;
mod traces;
mod write;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use comity_record::{CaseId, EntryId};
use comity_store::{Delta, Head, QueueItem, Row, Store, StoreError, StoredEntry, Wrap, WrapKind};
use sqlx::SqlitePool;
use tokio::sync::RwLock;

pub use connect::{BUSY_TIMEOUT, READERS, Settings};
pub use error::FileError;
pub use schema::SCHEMA_VERSION;

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] =
    &["store-sqlite-create", "store-sqlite-open", "store-sqlite-foreign", "store-sqlite-busy"];

/// A store in one file, with its write-ahead log beside it.
pub struct SqliteStore {
    path: PathBuf,
    writer: SqlitePool,
    readers: SqlitePool,
    /// Held shared by every read, and alone while the write-ahead log is cut: a reader would hold it up.
    reading: RwLock<()>,
    /// Set before a commit that destroys something, and cleared when the write-ahead log has been cut.
    traces: AtomicBool,
}

impl SqliteStore {
    /// Opens the store in this file. If there is none, makes it, readable and writable by its owner only.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let path = connect::prepare(path)?;
        schema::probe(&path).await?;
        let writer = connect::writer(&path).await?;
        if let Err(e) = schema::migrate(&writer).await {
            writer.close().await;
            return Err(e);
        }
        let readers = connect::readers(&path).await?;
        let store = Self { path, writer, readers, reading: RwLock::new(()), traces: AtomicBool::new(true) };
        // A process that died between a commit and the cut left the forgotten bytes in the log.
        store.erase_traces().await?;
        Ok(store)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Has SQLite go through the whole file: pages, indexes, constraints, types. Takes as long as reading it does.
    pub async fn check(&self) -> Result<(), StoreError> {
        let _reading = self.reading.read().await;
        schema::check(&self.readers).await
    }

    /// Whether bytes of something destroyed may still lie in the write-ahead log, because another program was
    /// reading the database when they should have gone. Each later commit tries again, and so do
    /// [`erase_traces`](Self::erase_traces) and the next [`open`](Self::open).
    pub fn traces_remain(&self) -> bool {
        self.traces.load(Ordering::SeqCst)
    }

    /// Moves the write-ahead log into the database and cuts it to nothing, if something destroyed may lie in it.
    /// Whether it went is in [`traces_remain`](Self::traces_remain).
    pub async fn erase_traces(&self) -> Result<(), StoreError> {
        if self.traces_remain() {
            let _alone = self.reading.write().await;
            if traces::cut_log(&self.writer).await? {
                self.traces.store(false, Ordering::SeqCst);
            }
        }
        Ok(())
    }

    /// What every connection is set to, read from the connections themselves: the writer, then the readers.
    pub async fn settings_in_force(&self) -> Result<Vec<Settings>, StoreError> {
        connect::settings_in_force(&self.writer, &self.readers).await
    }

    /// Closes every connection; the last one leaves no write-ahead log. A store that is only dropped loses
    /// nothing, the next opening finds what was committed in the log.
    pub async fn close(&self) -> Result<(), StoreError> {
        let cut = self.erase_traces().await;
        self.readers.close().await;
        self.writer.close().await;
        cut
    }
}

impl Store for SqliteStore {
    async fn head(&self) -> Result<Head, StoreError> {
        let _reading = self.reading.read().await;
        read::head(&mut *connect::acquire(&self.readers).await?).await
    }

    async fn commit(&self, delta: Delta) -> Result<(), StoreError> {
        write::commit(&self.writer, delta, &self.traces).await?;
        // The change is durable. That cutting the log failed is no reason to say that it was not taken: what was
        // to be erased is still marked so, and the next commit tries again.
        drop(self.erase_traces().await);
        Ok(())
    }

    async fn entry(&self, id: EntryId) -> Result<Option<StoredEntry>, StoreError> {
        let _reading = self.reading.read().await;
        read::entry(&self.readers, id).await
    }

    async fn case_entries(
        &self,
        case: CaseId,
        from: u64,
        limit: u32,
    ) -> Result<Vec<StoredEntry>, StoreError> {
        let _reading = self.reading.read().await;
        read::case_entries(&self.readers, case, from, limit).await
    }

    async fn log_entries(&self, from: u64, limit: u32) -> Result<Vec<StoredEntry>, StoreError> {
        let _reading = self.reading.read().await;
        read::log_entries(&self.readers, from, limit).await
    }

    async fn wrap(&self, kind: WrapKind, id: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let _reading = self.reading.read().await;
        read::wrap(&self.readers, kind, id).await
    }

    async fn wraps(&self, after: Option<(WrapKind, Vec<u8>)>, limit: u32) -> Result<Vec<Wrap>, StoreError> {
        let _reading = self.reading.read().await;
        read::wraps(&self.readers, after, limit).await
    }

    async fn row(&self, view: &str, key: &[u8]) -> Result<Option<Row>, StoreError> {
        let _reading = self.reading.read().await;
        read::row(&self.readers, view, key).await
    }

    async fn rows(
        &self,
        view: &str,
        case: Option<CaseId>,
        after: Option<&[u8]>,
        limit: u32,
    ) -> Result<Vec<Row>, StoreError> {
        let _reading = self.reading.read().await;
        read::rows(&self.readers, view, case, after, limit).await
    }

    async fn setting(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let _reading = self.reading.read().await;
        read::setting(&self.readers, name).await
    }

    async fn due(&self, queue: &str, now: i64, limit: u32) -> Result<Vec<QueueItem>, StoreError> {
        let _reading = self.reading.read().await;
        read::due(&self.readers, queue, now, limit).await
    }

    async fn close(&self) -> Result<(), StoreError> {
        Self::close(self).await
    }
}

//! The store in SQLite: the suite of every store, and what only a file can do wrong.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking; clippy allows it only inside #[test]")]

mod crash;
mod file;
mod handles;
mod traces;

use std::path::{Path, PathBuf};

use comity_record::{CaseId, EntryId, Sha256Digest};
use comity_store::{Delta, Store as _, StoredEntry, conformance};
use comity_store_sqlite::SqliteStore;
use sqlx::ConnectOptions as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};

#[tokio::test]
async fn the_store_in_sqlite_conforms() {
    let folder = tempfile::tempdir().unwrap();
    let number = std::cell::Cell::new(0);
    conformance::all(async || {
        number.set(number.get() + 1);
        open(&folder.path().join(format!("{}.sqlite", number.get()))).await
    })
    .await;
    assert_eq!(number.get(), 11, "checks of the suite");
}

/// The file of a store in a folder of its own.
fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sqlite");
    (folder, path)
}

async fn open(path: &Path) -> SqliteStore {
    SqliteStore::open(path).await.unwrap()
}

/// A connection that knows nothing of the store.
async fn stranger(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).connect().await.unwrap()
}

/// An entry with made-up bytes; the same index, the same entry.
fn entry(log_index: u64) -> StoredEntry {
    let mut statement = b"statement ".to_vec();
    statement.extend(log_index.to_be_bytes());
    StoredEntry {
        id: EntryId::of(&statement),
        case: CaseId::from_bytes([7; 16]),
        kind: "note.written".parse().unwrap(),
        sequence: log_index,
        log_index,
        seal: Sha256Digest::of(&statement).as_bytes().to_vec(),
        sealed: Some(marker("sealed", log_index)),
        statement,
    }
}

/// 32 bytes that occur nowhere else.
fn marker(of: &str, number: u64) -> Vec<u8> {
    Sha256Digest::of(format!("{of} {number}").as_bytes()).as_bytes().to_vec()
}

async fn append(store: &SqliteStore, entries: Vec<StoredEntry>) {
    let expected_size = store.head().await.unwrap().size;
    store.commit(Delta { append: entries, ..Delta::at(expected_size) }).await.unwrap();
}

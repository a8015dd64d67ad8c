//! Commits a second, with one entry and with a hundred entries a commit. Give it a folder on the disk to measure:
//!
//! ```text
//! cargo run --release -p comity-store-sqlite --example store_sqlite_throughput -- FOLDER
//! ```
#![allow(clippy::print_stdout, reason = "an example talks to its user")]

use std::path::Path;
use std::time::Instant;

use comity_record::{CaseId, EntryId};
use comity_store::{Delta, Row, RowChange, Store as _, StoredEntry};
use comity_store_sqlite::SqliteStore;

/// The size of a short note's statement and of its sealed content.
const BYTES: usize = 600;

fn entry(log_index: u64) -> StoredEntry {
    let mut statement = vec![0; BYTES];
    statement[..8].copy_from_slice(&log_index.to_be_bytes());
    StoredEntry {
        id: EntryId::of(&statement),
        case: CaseId::from_bytes([1; 16]),
        kind: "note.written".parse().expect("a word"),
        sequence: log_index,
        log_index,
        statement,
        seal: vec![2; 200],
        sealed: Some(vec![3; BYTES]),
    }
}

fn row(entry: &StoredEntry) -> RowChange {
    RowChange::Put(Row {
        view: "notes".into(),
        key: entry.id.as_bytes().to_vec(),
        case: Some(entry.case),
        source: entry.id,
        data: vec![4; 200],
    })
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args_os().nth(1).ok_or("name a folder")?;
    let folder = tempfile::tempdir_in(Path::new(&folder))?;
    for (commits, entries) in [(1000, 1), (100, 100)] {
        let store = SqliteStore::open(&folder.path().join(format!("{entries}.sqlite"))).await?;
        let begun = Instant::now();
        for n in 0..commits {
            let size = n * entries;
            let append: Vec<_> = (size..size + entries).map(entry).collect();
            let rows = append.iter().map(row).collect();
            store.commit(Delta { append, rows, ..Delta::at(size) }).await?;
        }
        let wall = begun.elapsed();
        println!("{commits} commits of {entries}: {wall:?}, {:?} a commit", wall / u32::try_from(commits)?);
        let begun = Instant::now();
        let size = commits * entries;
        store.commit(Delta { forget: vec![entry(size / 2).id], ..Delta::at(size) }).await?;
        println!("forgetting one of {size} entries with a row each: {:?}", begun.elapsed());
        let begun = Instant::now();
        let mut read = 0;
        while read < size {
            read += u64::try_from(store.log_entries(read, 1000).await?.len())?;
        }
        println!("reading {size} entries: {:?}", begun.elapsed());
        store.close().await?;
    }
    Ok(())
}

//! What is forgotten is in no byte of the database and of its write-ahead log.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use comity_record::EntryId;
use comity_store::{Delta, Row, RowChange, Store as _, Wrap, WrapChange, WrapKind};
use sqlx::Executor as _;

use crate::{append, entry, marker, open, place, stranger};

/// Which of these 32-byte markers are in the database or beside it. Eight bytes of one are a trace of it too.
fn found(database: &Path, markers: &[Vec<u8>]) -> usize {
    let mut bytes = std::fs::read(database).unwrap();
    for suffix in ["-wal", "-shm", "-journal"] {
        let mut beside = database.as_os_str().to_owned();
        beside.push(suffix);
        bytes.extend(std::fs::read(beside).unwrap_or_default());
    }
    let parts: HashMap<[u8; 8], usize> = (0..)
        .zip(markers)
        .flat_map(|(n, marker)| marker.chunks_exact(8).map(move |part| (part.try_into().unwrap(), n)))
        .collect();
    // Most places are told apart by two bytes, which keeps the search quick without optimisation.
    let mut begins = vec![false; 1 << 16];
    let begin = |at: &[u8]| usize::from(u16::from_be_bytes([at[0], at[1]]));
    for part in parts.keys() {
        begins[begin(part)] = true;
    }
    let windows = bytes.windows(8).filter(|at| begins[begin(at)]);
    windows.filter_map(|at| parts.get(at)).collect::<HashSet<_>>().len()
}

fn row(number: u64, source: EntryId, length: usize) -> RowChange {
    let data = marker("row", number).repeat(length);
    RowChange::Put(Row { view: "people".into(), key: marker("key", number), case: None, source, data })
}

#[tokio::test]
async fn forgetting_leaves_no_byte_of_content_and_rows() {
    let (_folder, path) = place();
    let store = open(&path).await;
    const ENTRIES: u64 = 600;
    // Rows come in the order of hashed keys, in many commits and of many lengths, so that SQLite moves cells between pages.
    for n in 0..ENTRIES {
        let mut new = entry(n);
        new.sealed = Some(marker("sealed", n).repeat(usize::try_from(1 + n % 150).unwrap()));
        let rows = vec![row(n, new.id, usize::try_from(1 + n % 20).unwrap())];
        store.commit(Delta { append: vec![new], rows, ..Delta::at(n) }).await.unwrap();
    }
    let of = |what: &'static str, third: u64| -> Vec<Vec<u8>> {
        (0..ENTRIES).filter(|n| n % 3 == third).map(|n| marker(what, n)).collect()
    };
    for what in ["sealed", "row", "key"] {
        assert_eq!(found(&path, &of(what, 0)), 200, "{what}: all there before");
    }
    let forget = (0..ENTRIES).filter(|n| n % 3 == 0).map(|n| entry(n).id).collect();
    store.commit(Delta { forget, ..Delta::at(ENTRIES) }).await.unwrap();
    assert!(!store.traces_remain());
    for what in ["sealed", "row", "key"] {
        assert_eq!(found(&path, &of(what, 0)), 0, "{what}: traces");
        assert_eq!(found(&path, &of(what, 1)), 200, "{what}: the others stay");
    }
    // One at a time, by commits that change rows as well.
    for n in (0..ENTRIES).filter(|n| n % 30 == 1) {
        let rows = vec![row(n + 1, entry(n + 1).id, 3)];
        store.commit(Delta { forget: vec![entry(n).id], rows, ..Delta::at(ENTRIES) }).await.unwrap();
        let gone = ["sealed", "row", "key"].map(|what| marker(what, n));
        assert_eq!(found(&path, &gone), 0, "{n}: traces");
    }
    // Those whose neighbours went before them: SQLite may have moved them when it closed the gaps.
    let forget = (0..ENTRIES).filter(|n| n % 3 == 1).map(|n| entry(n).id).collect();
    store.commit(Delta { forget, ..Delta::at(ENTRIES) }).await.unwrap();
    for what in ["sealed", "row", "key"] {
        assert_eq!(found(&path, &of(what, 1)), 0, "{what}: traces");
    }
    assert_eq!(found(&path, &of("sealed", 2)), 200, "the others stay");
    store.check().await.unwrap();
}

/// One at a time, the neighbours first: had SQLite moved what lay between them, a copy would stay where it was.
#[tokio::test]
async fn a_content_between_forgotten_ones_leaves_no_byte() {
    let (_folder, path) = place();
    let store = open(&path).await;
    const ENTRIES: u64 = 150;
    let mut entries: Vec<_> = (0..ENTRIES).map(entry).collect();
    for (n, entry) in (0..).zip(&mut entries) {
        entry.sealed = Some(marker("sealed", n).repeat(20));
    }
    append(&store, entries).await;
    for chosen in [|n: u64| n % 9 != 4, |n: u64| n % 9 == 4] {
        let gone: Vec<u64> = (0..ENTRIES).filter(|n| chosen(*n)).collect();
        let markers: Vec<_> = gone.iter().map(|n| marker("sealed", *n)).collect();
        assert_eq!(found(&path, &markers), gone.len());
        for n in gone {
            store.commit(Delta { forget: vec![entry(n).id], ..Delta::at(ENTRIES) }).await.unwrap();
        }
        assert_eq!(found(&path, &markers), 0);
    }
}

#[tokio::test]
async fn destroyed_and_replaced_wraps_leave_no_byte() {
    let (_folder, path) = place();
    let store = open(&path).await;
    const WRAPS: u64 = 900;
    let put = |n: u64, what| {
        let wrapped = marker(what, n).repeat(usize::try_from(1 + n % 3).unwrap());
        WrapChange::Put(Wrap { kind: WrapKind::Entry, id: marker("id", n), wrapped })
    };
    for n in 0..WRAPS {
        store.commit(Delta { wraps: vec![put(n, "wrap")], ..Delta::at(0) }).await.unwrap();
    }
    let of = |third: u64| -> Vec<Vec<u8>> {
        (0..WRAPS).filter(|n| n % 3 == third).map(|n| marker("wrap", n)).collect()
    };
    assert_eq!((found(&path, &of(0)), found(&path, &of(1)), found(&path, &of(2))), (300, 300, 300));
    let destroy = |n| WrapChange::Destroy(WrapKind::Entry, marker("id", n));
    let wraps = (0..WRAPS).filter(|n| n % 3 == 0).map(destroy).collect();
    store.commit(Delta { wraps, ..Delta::at(0) }).await.unwrap();
    assert_eq!((found(&path, &of(0)), found(&path, &of(1)), found(&path, &of(2))), (0, 300, 300));
    let wraps = (0..WRAPS).filter(|n| n % 3 == 1).map(|n| put(n, "new wrap")).collect();
    store.commit(Delta { wraps, ..Delta::at(0) }).await.unwrap();
    assert_eq!((found(&path, &of(0)), found(&path, &of(1)), found(&path, &of(2))), (0, 0, 300));
    assert_eq!(store.wraps(None, 1000).await.unwrap().len(), 600);
    // A destroyed wrap can be set again.
    store.commit(Delta { wraps: vec![put(0, "again")], ..Delta::at(0) }).await.unwrap();
    assert_eq!(store.wrap(WrapKind::Entry, &marker("id", 0)).await.unwrap(), Some(marker("again", 0)));
    store.check().await.unwrap();
}

#[tokio::test]
async fn a_deleted_row_and_a_removed_setting_are_not_in_the_log() {
    let (_folder, path) = place();
    let store = open(&path).await;
    append(&store, vec![entry(0)]).await;
    let settings = vec![("secret".into(), Some(marker("setting", 0)))];
    let rows = vec![row(0, entry(0).id, 1), row(1, entry(0).id, 1)];
    store.commit(Delta { rows, settings, ..Delta::at(1) }).await.unwrap();
    assert_eq!(found(&path, &[marker("row", 0), marker("setting", 0)]), 2);
    let rows = vec![RowChange::Delete("people".into(), marker("key", 0))];
    store.commit(Delta { rows, ..Delta::at(1) }).await.unwrap();
    assert_eq!(found(&path, &[marker("row", 0), marker("key", 0)]), 0);
    let settings = vec![("secret".into(), None)];
    store.commit(Delta { settings, ..Delta::at(1) }).await.unwrap();
    assert_eq!(found(&path, &[marker("setting", 0)]), 0);
    store.commit(Delta { rows: vec![RowChange::Clear], ..Delta::at(1) }).await.unwrap();
    assert_eq!(found(&path, &[marker("row", 1), marker("key", 1)]), 0);
}

#[tokio::test]
async fn a_strangers_reader_delays_the_erasure_and_the_store_says_so() {
    let (_folder, path) = place();
    let store = open(&path).await;
    append(&store, vec![entry(0)]).await;
    let mut reader = stranger(&path).await;
    reader.execute("BEGIN").await.unwrap();
    reader.fetch_all("SELECT * FROM entries").await.unwrap();
    store.commit(Delta { forget: vec![entry(0).id], ..Delta::at(1) }).await.unwrap();
    assert_eq!(store.entry(entry(0).id).await.unwrap().unwrap().sealed, None);
    assert!(store.traces_remain());
    assert_eq!(found(&path, &[marker("sealed", 0)]), 1, "what the flag speaks of");
    reader.execute("COMMIT").await.unwrap();
    append(&store, vec![entry(1)]).await;
    assert!(!store.traces_remain());
    assert_eq!(found(&path, &[marker("sealed", 0)]), 0);
}

#[tokio::test]
async fn traces_that_a_dead_process_left_go_at_the_next_opening() {
    let (_folder, path) = place();
    let store = open(&path).await;
    append(&store, vec![entry(0)]).await;
    let mut reader = stranger(&path).await;
    reader.execute("BEGIN").await.unwrap();
    reader.fetch_all("SELECT * FROM entries").await.unwrap();
    store.commit(Delta { forget: vec![entry(0).id], ..Delta::at(1) }).await.unwrap();
    // What a process that dies here leaves behind: the files as they are.
    let (_other, left) = place();
    std::fs::copy(&path, &left).unwrap();
    std::fs::copy(path.with_extension("sqlite-wal"), left.with_extension("sqlite-wal")).unwrap();
    assert_eq!(found(&left, &[marker("sealed", 0)]), 1);
    let again = open(&left).await;
    assert!(!again.traces_remain());
    assert_eq!(found(&left, &[marker("sealed", 0)]), 0);
    assert_eq!(again.entry(entry(0).id).await.unwrap().unwrap().sealed, None);
}

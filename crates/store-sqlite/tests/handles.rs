//! Two on the same file: one waits for the other, or is told.

use comity_record::Coded as _;
use comity_store::{Delta, Store as _, StoreError};
use comity_store_sqlite::{BUSY_TIMEOUT, FileError, SqliteStore};
use sqlx::Executor as _;

use crate::{append, entry, open, place, stranger};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_handles_lose_nothing_and_take_nothing_twice() {
    let (_folder, path) = place();
    let stores = [open(&path).await, open(&path).await];
    const EACH: u64 = 60;
    let work = async |store: &SqliteStore, name: &str| {
        let mut conflicts = 0;
        for _ in 0..EACH {
            loop {
                let size = store.head().await.unwrap().size;
                let mut mine = entry(size);
                mine.seal = name.as_bytes().to_vec();
                match store.commit(Delta { append: vec![mine], ..Delta::at(size) }).await {
                    Ok(()) => break,
                    Err(StoreError::Conflict { expected, found }) => {
                        assert!(found > expected);
                        conflicts += 1;
                    }
                    Err(e) => panic!("{e}"),
                }
            }
        }
        conflicts
    };
    let (_, _): (u64, u64) = tokio::join!(work(&stores[0], "a"), work(&stores[1], "b"));
    let entries = stores[0].log_entries(0, 1000).await.unwrap();
    assert_eq!(entries, stores[1].log_entries(0, 1000).await.unwrap());
    let of = |name: &[u8]| entries.iter().filter(|e| e.seal == name).count();
    assert_eq!((of(b"a"), of(b"b"), entries.len()), (60, 60, 120));
}

#[tokio::test]
async fn a_second_writer_waits_for_the_first() {
    let (_folder, path) = place();
    let store = open(&path).await;
    append(&store, vec![entry(0)]).await;
    let mut other = stranger(&path).await;
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    other.execute("UPDATE entries SET seal = x'01'").await.unwrap();
    let second = store.commit(Delta { append: vec![entry(1)], ..Delta::at(1) });
    let release = async {
        // Reads do not wait for the writer, and the commit cannot be done before the release.
        for _ in 0..20 {
            assert_eq!(store.head().await.unwrap().size, 1);
        }
        assert_eq!(store.entry(entry(0).id).await.unwrap(), Some(entry(0)));
        other.execute("COMMIT").await.unwrap();
    };
    let (taken, ()) = tokio::join!(second, release);
    taken.unwrap();
    assert_eq!(store.head().await.unwrap().size, 2);
}

#[tokio::test]
async fn a_second_writer_is_told_when_the_first_does_not_end() {
    let (_folder, path) = place();
    let store = open(&path).await;
    let mut other = stranger(&path).await;
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let begun = std::time::Instant::now();
    let e = store.commit(Delta { append: vec![entry(0)], ..Delta::at(0) }).await.unwrap_err();
    assert!(begun.elapsed() >= BUSY_TIMEOUT);
    let StoreError::Backend(e) = e else { panic!("{e}") };
    assert_eq!(e.downcast_ref::<FileError>().unwrap().code(), "store-sqlite-busy");
    other.execute("ROLLBACK").await.unwrap();
    append(&store, vec![entry(0)]).await;
}

#[tokio::test]
async fn a_commit_that_is_given_up_leaves_nothing_open() {
    let (_folder, path) = place();
    let store = open(&path).await;
    for n in 0..50 {
        let size = store.head().await.unwrap().size;
        let mut commit = Box::pin(store.commit(Delta { append: vec![entry(size)], ..Delta::at(size) }));
        // Polled a few times and dropped: the transaction is rolled back, or it was whole already.
        for _ in 0..n {
            if futures_poll(commit.as_mut()).await {
                break;
            }
        }
        drop(commit);
        let after = store.head().await.unwrap().size;
        assert!(after == size || after == size + 1, "{size} then {after}");
    }
    let size = store.head().await.unwrap().size;
    append(&store, vec![entry(size)]).await;
    assert_eq!(store.log_entries(0, 1000).await.unwrap(), (0..=size).map(entry).collect::<Vec<_>>());
}

/// Polls once, after giving the others a turn; whether it is done.
async fn futures_poll<F: Future + ?Sized>(mut future: std::pin::Pin<&mut F>) -> bool {
    tokio::task::yield_now().await;
    std::future::poll_fn(|context| std::task::Poll::Ready(future.as_mut().poll(context).is_ready())).await
}

//! The file: made, kept, refused, damaged, edited.

#![allow(clippy::disallowed_methods, reason = "a test may lose the file that it damages")]

use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

use comity_record::Coded as _;
use comity_store::{
    Delta, QueueChange, QueueItem, Row, RowChange, Store as _, StoreError, Wrap, WrapChange, WrapKind,
};
use comity_store_sqlite::{FileError, SCHEMA_VERSION, SqliteStore};
use sqlx::{Connection as _, Executor as _, Row as _};

use crate::{append, entry, open, place, stranger};

const DENIED: &str = "COMITY_STORE_SQLITE_DENIED";

/// The error of an opening that must fail.
async fn refused(path: &Path) -> StoreError {
    match SqliteStore::open(path).await {
        Ok(_) => panic!("{} was opened", path.display()),
        Err(e) => e,
    }
}

fn file_error(e: &StoreError) -> &FileError {
    let StoreError::Backend(e) = e else { panic!("{e}") };
    e.downcast_ref().unwrap()
}

#[tokio::test]
async fn opening_again_finds_everything() {
    let (_folder, path) = place();
    let store = open(&path).await;
    append(&store, vec![entry(0), entry(1), entry(2)]).await;
    let row = Row {
        view: "cases".into(),
        key: vec![0],
        case: Some(entry(0).case),
        source: entry(0).id,
        data: vec![],
    };
    let item = QueueItem { queue: "out".into(), id: vec![], due: i64::MIN, tries: u32::MAX, data: vec![1] };
    let delta = Delta {
        wraps: vec![WrapChange::Put(Wrap { kind: WrapKind::Officer, id: vec![], wrapped: vec![] })],
        forget: vec![entry(1).id],
        rows: vec![RowChange::Put(row.clone())],
        settings: vec![(String::new(), Some(vec![]))],
        queue: vec![QueueChange::Put(item.clone())],
        ..Delta::at(3)
    };
    store.commit(delta).await.unwrap();
    store.close().await.unwrap();
    assert!(!path.with_extension("sqlite-wal").exists(), "closing leaves one file");
    for round in ["closed", "dropped"] {
        let store = open(&path).await;
        let mut entries = vec![entry(0), entry(1), entry(2)];
        entries[1].sealed = None;
        assert_eq!(store.log_entries(0, 10).await.unwrap(), entries, "{round}");
        assert_eq!(store.row("cases", &[0]).await.unwrap().as_ref(), Some(&row));
        assert_eq!(store.wrap(WrapKind::Officer, &[]).await.unwrap(), Some(vec![]));
        assert_eq!(store.setting("").await.unwrap(), Some(vec![]));
        assert_eq!(store.due("out", i64::MIN, 1).await.unwrap(), std::slice::from_ref(&item));
        store.check().await.unwrap();
    }
}

#[tokio::test]
async fn a_store_is_readable_by_its_owner_only() {
    let (folder, path) = place();
    let store = open(&path).await;
    append(&store, vec![entry(0)]).await;
    let mut names = vec![];
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().mode() & 0o777, 0o600, "{:?}", file.file_name());
        names.push(file.file_name().into_string().unwrap());
    }
    names.sort();
    assert_eq!(names, ["store.sqlite", "store.sqlite-shm", "store.sqlite-wal"]);
}

#[tokio::test]
async fn the_schema_is_the_one_that_was_released() {
    let (_folder, path) = place();
    open(&path).await.close().await.unwrap();
    let mut connection = stranger(&path).await;
    let mut dump = vec![];
    for pragma in ["PRAGMA application_id", "PRAGMA user_version"] {
        let number: i64 = connection.fetch_one(pragma).await.unwrap().get(0);
        dump.push(format!("{pragma} = {number};\n"));
    }
    let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name";
    for row in connection.fetch_all(sql).await.unwrap() {
        dump.push(format!("{};\n", row.get::<String, _>(0)));
    }
    let dump = dump.join("\n");
    let released = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("schema/{SCHEMA_VERSION:04}.sql"));
    if std::env::var_os("COMITY_BLESS").is_some() {
        std::fs::write(&released, &dump).unwrap();
    }
    assert_eq!(std::fs::read_to_string(released).unwrap(), dump);
    // Every table is strict: a column holds its own type and no other.
    let loose = "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'";
    assert_eq!(connection.fetch_one(loose).await.unwrap().get::<i64, _>(0), 0);
}

#[tokio::test]
async fn a_newer_store_is_refused_and_not_changed() {
    let (_folder, path) = place();
    open(&path).await.close().await.unwrap();
    let mut connection = stranger(&path).await;
    connection.execute("PRAGMA user_version = 2").await.unwrap();
    connection.close().await.unwrap();
    let before = std::fs::read(&path).unwrap();
    assert!(matches!(refused(&path).await, StoreError::Newer { found: 2, known: 1 }));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn the_database_of_another_program_is_refused_and_not_changed() {
    let (_folder, path) = place();
    let mut connection = sqlx::ConnectOptions::connect(
        &sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true),
    )
    .await
    .unwrap();
    connection.execute("CREATE TABLE theirs (a)").await.unwrap();
    connection.close().await.unwrap();
    let before = std::fs::read(&path).unwrap();
    let e = refused(&path).await;
    assert_eq!(file_error(&e).code(), "store-sqlite-foreign");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_not_changed() {
    for bytes in [b"S".as_slice(), b"a note about a phone\n", &[0; 8192]] {
        let (_folder, path) = place();
        std::fs::write(&path, bytes).unwrap();
        let e = refused(&path).await;
        assert!(
            matches!(&e, StoreError::Damaged(what) if what.ends_with("store.sqlite is not a database")),
            "{e}"
        );
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
}

#[tokio::test]
async fn an_empty_file_becomes_a_store() {
    // A process that was killed right after it made the file.
    let (_folder, path) = place();
    std::fs::write(&path, b"").unwrap();
    append(&open(&path).await, vec![entry(0)]).await;
}

#[tokio::test]
async fn damage_is_reported_and_changes_nothing() {
    let (_folder, path) = place();
    let store = open(&path).await;
    append(&store, (0..100).map(entry).collect()).await;
    store.close().await.unwrap();
    let whole = std::fs::read(&path).unwrap();

    // Cut off after the magic, as a full disk leaves it.
    std::fs::write(&path, &whole[..50]).unwrap();
    let e = refused(&path).await;
    assert!(matches!(e, StoreError::Damaged(_)), "{e}");
    assert_eq!(std::fs::read(&path).unwrap(), &whole[..50]);

    // Every page but the first is noise.
    let mut noise = whole.clone();
    for (at, byte) in noise.iter_mut().enumerate().skip(4096) {
        *byte = u8::try_from((at * 7 + at / 13) % 251).unwrap();
    }
    std::fs::write(&path, &noise).unwrap();
    let store = open(&path).await;
    let e = store.log_entries(0, 10).await.unwrap_err();
    assert!(matches!(e, StoreError::Damaged(_)), "{e}");
    let e = store.commit(Delta { append: vec![entry(100)], ..Delta::at(100) }).await.unwrap_err();
    assert!(matches!(e, StoreError::Damaged(_)), "{e}");
    let e = store.check().await.unwrap_err();
    assert!(matches!(&e, StoreError::Damaged(what) if !what.is_empty()), "{e}");
    drop(store.close().await);
    assert!(std::fs::read(&path).unwrap() == noise, "the file is as it was");

    // The whole one again: the damage was in the file and nowhere else.
    std::fs::write(&path, &whole).unwrap();
    let store = open(&path).await;
    store.check().await.unwrap();
    assert_eq!(store.head().await.unwrap().size, 100);
}

#[tokio::test]
async fn an_edited_row_is_read_as_it_is() {
    let (_folder, path) = place();
    let store = open(&path).await;
    append(&store, vec![entry(0), entry(1)]).await;
    let mut connection = stranger(&path).await;
    connection
        .execute("UPDATE entries SET statement = x'0102', kind = 'order.given' WHERE log_index = 1")
        .await
        .unwrap();
    let read = store.entry(entry(1).id).await.unwrap().unwrap();
    assert_eq!((read.statement.as_slice(), read.kind.as_str()), ([1, 2].as_slice(), "order.given"));
    store.check().await.unwrap();
    // What does not fit its type is damage, and says where.
    connection.execute("UPDATE entries SET kind = 'Not A Word' WHERE log_index = 1").await.unwrap();
    let e = store.log_entries(0, 10).await.unwrap_err();
    assert!(matches!(&e, StoreError::Damaged(what) if what == "kind of an entry"), "{e}");
    assert_eq!(store.log_entries(0, 1).await.unwrap(), [entry(0)]);
    // The tables themselves refuse an id of the wrong length and a text among the numbers.
    for sql in [
        "UPDATE entries SET id = x'00' WHERE log_index = 1",
        "UPDATE entries SET case_id = x'00' WHERE log_index = 1",
        "UPDATE entries SET sequence = 'one' WHERE log_index = 1",
        "UPDATE entries SET sequence = 0 WHERE log_index = 1",
        "UPDATE entries SET log_index = -1 WHERE log_index = 1",
        "UPDATE entries SET forgotten = 2",
    ] {
        assert!(connection.execute(sql).await.is_err(), "{sql}");
    }
}

#[tokio::test]
async fn numbers_beyond_the_database_are_refused_and_found_nowhere() {
    let (_folder, path) = place();
    let store = open(&path).await;
    let last = u64::try_from(i64::MAX).unwrap();
    let beyond = comity_store::StoredEntry { sequence: last + 1, ..entry(0) };
    let e = store.commit(Delta { append: vec![beyond], ..Delta::at(0) }).await.unwrap_err();
    assert!(matches!(e, StoreError::Refused(_)), "{e}");
    assert_eq!(store.head().await.unwrap().size, 0);
    let at_the_limit = comity_store::StoredEntry { sequence: last, ..entry(0) };
    append(&store, vec![at_the_limit.clone()]).await;
    let case = at_the_limit.case;
    assert_eq!(store.case_entries(case, last, 10).await.unwrap(), [at_the_limit]);
    assert_eq!(store.case_entries(case, last + 1, 10).await.unwrap(), []);
    assert_eq!(store.log_entries(u64::MAX, 10).await.unwrap(), []);
    // A log that ends at the database's last number is full.
    let mut connection = stranger(&path).await;
    connection.execute("UPDATE entries SET log_index = 9223372036854775807").await.unwrap();
    assert_eq!(store.head().await.unwrap().size, last + 1);
    let full = comity_store::StoredEntry { log_index: last + 1, ..entry(1) };
    let e = store.commit(Delta { append: vec![full], ..Delta::at(last + 1) }).await.unwrap_err();
    assert!(matches!(e, StoreError::Refused(_)), "{e}");
}

#[tokio::test]
async fn a_missing_folder_and_a_folder_in_the_place_of_the_file_are_named() {
    let (folder, path) = place();
    let e = refused(&path.join("store.sqlite")).await;
    assert_eq!(file_error(&e).code(), "store-sqlite-create");
    assert!(e.to_string().contains("store.sqlite/store.sqlite cannot be made"), "{e}");
    let e = refused(folder.path()).await;
    assert_eq!(file_error(&e).code(), "store-sqlite-open");
}

/// Root may write everywhere, so the test runs itself again as nobody when it is root.
#[tokio::test]
async fn a_folder_without_permission_is_named() {
    const NOBODY: u32 = 65534;
    if let Some(path) = std::env::var_os(DENIED) {
        return denied(Path::new(&path)).await;
    }
    let (folder, path) = place();
    open(&path).await.close().await.unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o666)).unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o555)).unwrap();
    let root = std::fs::write(folder.path().join("probe"), b"").is_ok();
    if !root {
        return denied(folder.path()).await;
    }
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", "file::a_folder_without_permission_is_named"])
        .env(DENIED, folder.path())
        .uid(NOBODY);
    match child.output() {
        Ok(done) => {
            let said = String::from_utf8_lossy(&done.stdout);
            assert!(done.status.success() && said.contains("1 passed"), "{said}");
        }
        Err(e) => drop(writeln!(
            std::io::stderr(),
            "SKIPPED a_folder_without_permission_is_named: cannot become nobody: {e}"
        )),
    }
}

async fn denied(folder: &Path) {
    let e = refused(&folder.join("new.sqlite")).await;
    assert_eq!(file_error(&e).code(), "store-sqlite-create");
    assert!(e.to_string().contains("new.sqlite cannot be made"), "{e}");
    // The file alone is not enough: SQLite keeps its log beside it.
    let before = std::fs::read(folder.join("store.sqlite")).unwrap();
    let e = refused(&folder.join("store.sqlite")).await;
    assert_eq!(file_error(&e).code(), "store-sqlite-open", "{e}");
    assert_eq!(std::fs::read(folder.join("store.sqlite")).unwrap(), before);
}

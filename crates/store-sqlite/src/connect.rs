//! The file and the connections to it: one that writes, a few that read, all with the same settings.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use comity_store::StoreError;
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Row as _, Sqlite, SqlitePool};

use crate::error::{FileError, open_error, store_error};

/// Connections that read. Reads are short pages from a local file; more would only wait for the same disk.
pub const READERS: u32 = 4;

/// How long a statement waits for another program that holds the file. A commit of ours takes milliseconds.
pub const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// How long a task waits for its turn at a connection: many short commits may be queueing for the one writer.
const TURN_TIMEOUT: Duration = Duration::from_secs(30);

/// Only its owner reads and writes the file; SQLite gives the write-ahead log beside it the same mode.
const FILE_MODE: u32 = 0o600;

/// What the file of every SQLite database begins with (<https://sqlite.org/fileformat.html>, section 1.3).
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What a connection is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `wal`: readers see the last commit while a writer works, and a commit is one append.
    pub journal_mode: String,
    /// 3, `EXTRA`: the write-ahead log is synced at every commit, as with `FULL`; the difference costs nothing
    /// here and also syncs the folder in the one moment when a new file is not yet in WAL mode.
    pub synchronous: i64,
    /// 1, `ON`: what is deleted is overwritten by zeros.
    pub secure_delete: i64,
    /// 1.
    pub foreign_keys: i64,
    /// 0: a schema that somebody edited runs no functions with side effects.
    pub trusted_schema: i64,
    /// 2: sorted rows are never spilled into a temporary file in the clear.
    pub temp_store: i64,
    /// 1: a damaged page is noticed when it is read, not when it is used.
    pub cell_size_check: i64,
    /// 1: macOS syncs to the medium and not only to the drive; elsewhere without effect.
    pub fullfsync: i64,
    /// 1 for a connection that only reads.
    pub query_only: i64,
    /// Milliseconds for which a statement waits for another program.
    pub busy_timeout: i64,
}

/// Makes the file if there is none, refuses it if it is no database, and gives its absolute path.
pub(crate) fn prepare(path: &Path) -> Result<PathBuf, StoreError> {
    let create = |source| FileError::Create { path: path.to_owned(), source };
    // SQLite takes a path that begins with `file:` for a URI; an absolute one never does.
    let path = std::path::absolute(path).map_err(create)?;
    let open = |source: std::io::Error| FileError::Open { path: path.clone(), source: Box::new(source) };
    match OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(&path) {
        Ok(file) => {
            // The name itself must survive power loss before the first commit is acknowledged.
            file.sync_all().map_err(create)?;
            let folder = path.parent().unwrap_or(&path);
            File::open(folder).and_then(|f| f.sync_all()).map_err(create)?;
        }
        Err(e) if e.kind() == ErrorKind::AlreadyExists => {
            let file = OpenOptions::new().read(true).write(true).open(&path).map_err(open)?;
            let mut begin = Vec::new();
            file.take(16).read_to_end(&mut begin).map_err(open)?;
            // An empty file is a store that was killed before its first table; SQLite takes it as empty too.
            if !begin.is_empty() && begin != MAGIC {
                return Err(StoreError::Damaged(format!("{} is not a database", path.display())));
            }
        }
        Err(e) => return Err(create(e).into()),
    }
    Ok(path)
}

/// A connection that looks and changes nothing: no journal mode is set.
pub(crate) fn looking(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .foreign_keys(true)
        .synchronous(SqliteSynchronous::Extra)
        .busy_timeout(BUSY_TIMEOUT)
        .pragma("secure_delete", "ON")
        .pragma("trusted_schema", "OFF")
        .pragma("temp_store", "MEMORY")
        .pragma("cell_size_check", "ON")
        .pragma("fullfsync", "ON")
        .pragma("checkpoint_fullfsync", "ON")
}

/// The one connection that writes.
pub(crate) async fn writer(path: &Path) -> Result<SqlitePool, StoreError> {
    let options = looking(path).read_only(false).journal_mode(SqliteJournalMode::Wal);
    pool(1, path, options).await
}

/// The connections that read.
pub(crate) async fn readers(path: &Path) -> Result<SqlitePool, StoreError> {
    pool(READERS, path, looking(path).pragma("query_only", "ON")).await
}

async fn pool(size: u32, path: &Path, options: SqliteConnectOptions) -> Result<SqlitePool, StoreError> {
    SqlitePoolOptions::new()
        .max_connections(size)
        .acquire_timeout(TURN_TIMEOUT)
        // A local file needs no fresh connections; each reconnection would read the schema again.
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options)
        .await
        .map_err(|e| open_error(path, e))
}

pub(crate) async fn acquire(pool: &SqlitePool) -> Result<PoolConnection<Sqlite>, StoreError> {
    pool.acquire().await.map_err(store_error)
}

pub(crate) async fn settings_in_force(
    writer: &SqlitePool,
    readers: &SqlitePool,
) -> Result<Vec<Settings>, StoreError> {
    // All at once, so that each is a different one.
    let mut connections = vec![acquire(writer).await?];
    for _ in 0..READERS {
        connections.push(acquire(readers).await?);
    }
    let mut all = Vec::new();
    for connection in &mut connections {
        all.push(settings(connection).await.map_err(store_error)?);
    }
    Ok(all)
}

async fn settings(connection: &mut PoolConnection<Sqlite>) -> Result<Settings, sqlx::Error> {
    let journal_mode = sqlx::query("PRAGMA journal_mode").fetch_one(&mut **connection).await?.try_get(0)?;
    let mut number = async |pragma: &'static str| -> Result<i64, sqlx::Error> {
        sqlx::query(pragma).fetch_one(&mut **connection).await?.try_get(0)
    };
    Ok(Settings {
        journal_mode,
        synchronous: number("PRAGMA synchronous").await?,
        secure_delete: number("PRAGMA secure_delete").await?,
        foreign_keys: number("PRAGMA foreign_keys").await?,
        trusted_schema: number("PRAGMA trusted_schema").await?,
        temp_store: number("PRAGMA temp_store").await?,
        cell_size_check: number("PRAGMA cell_size_check").await?,
        fullfsync: number("PRAGMA fullfsync").await?,
        query_only: number("PRAGMA query_only").await?,
        busy_timeout: number("PRAGMA busy_timeout").await?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SqliteStore;

    fn wanted(query_only: i64) -> Settings {
        Settings {
            journal_mode: "wal".into(),
            synchronous: 3,
            secure_delete: 1,
            foreign_keys: 1,
            trusted_schema: 0,
            temp_store: 2,
            cell_size_check: 1,
            fullfsync: 1,
            query_only,
            busy_timeout: 5000,
        }
    }

    #[tokio::test]
    async fn every_connection_is_durable_also_after_reconnecting() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&folder.path().join("store.sqlite")).await.unwrap();
        let all = || [wanted(0), wanted(1), wanted(1), wanted(1), wanted(1)];
        assert_eq!(store.settings_in_force().await.unwrap(), all());
        for pool in [&store.writer, &store.readers] {
            let mut connections = Vec::new();
            for _ in 0..pool.size() {
                connections.push(pool.acquire().await.unwrap());
            }
            for connection in connections {
                connection.close().await.unwrap();
            }
            assert_eq!(pool.size(), 0, "every connection is gone");
        }
        assert_eq!(store.settings_in_force().await.unwrap(), all());
        assert_eq!((store.writer.size(), store.readers.size()), (1, READERS));
    }
}

//! The form of the database: numbered migrations, forward only, and the check of what is there.

use std::path::Path;

use comity_store::StoreError;
use sqlx::{ConnectOptions as _, Connection as _, Row as _, SqliteConnection, SqlitePool};

use crate::connect::looking;
use crate::error::{FileError, open_error, store_error};

/// The newest form that this version knows: the number of the last migration.
pub const SCHEMA_VERSION: i64 = 1;

/// One SQL text for each form, each leading from the one before it. A file sets `user_version` to its own number.
const MIGRATIONS: &[&str] = &[include_str!("../migrations/0001_initial.sql")];

/// "Comi", in the header of every store.
const APPLICATION_ID: i64 = 0x436f_6d69;

/// Faults that a check reports; the first ones tell enough.
const FAULTS: usize = 3;

/// Looks at a file without changing it: ours, and not newer than this program.
pub(crate) async fn probe(path: &Path) -> Result<(), StoreError> {
    let mut connection = looking(path).connect().await.map_err(|e| open_error(path, e))?;
    let seen = Seen::of(&mut connection).await;
    let closed = connection.close().await;
    let seen = seen.map_err(|e| open_error(path, e))?;
    closed.map_err(|e| open_error(path, e))?;
    if seen.is_empty() {
        return Ok(());
    }
    if seen.application_id != APPLICATION_ID || seen.version < 1 {
        return Err(FileError::Foreign { path: path.to_owned() }.into());
    }
    if seen.version > SCHEMA_VERSION {
        return Err(StoreError::Newer { found: seen.version, known: SCHEMA_VERSION });
    }
    Ok(())
}

/// Brings the database to the newest form, in one transaction.
pub(crate) async fn migrate(writer: &SqlitePool) -> Result<(), StoreError> {
    let mut transaction = writer.begin_with("BEGIN IMMEDIATE").await.map_err(store_error)?;
    let version = Seen::of(&mut transaction).await.map_err(store_error)?.version;
    if version > SCHEMA_VERSION {
        return Err(StoreError::Newer { found: version, known: SCHEMA_VERSION });
    }
    let done = usize::try_from(version).map_err(|_| StoreError::Damaged("schema number".into()))?;
    for migration in &MIGRATIONS[done..] {
        sqlx::raw_sql(*migration).execute(&mut *transaction).await.map_err(store_error)?;
    }
    transaction.commit().await.map_err(store_error)
}

/// Has SQLite check every page, index, constraint and type.
pub(crate) async fn check(readers: &SqlitePool) -> Result<(), StoreError> {
    let rows = sqlx::query("PRAGMA integrity_check").fetch_all(readers).await.map_err(store_error)?;
    let found: Vec<String> =
        rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>().map_err(store_error)?;
    if found == ["ok"] {
        return Ok(());
    }
    Err(StoreError::Damaged(found.into_iter().take(FAULTS).collect::<Vec<_>>().join("; ")))
}

/// What the header and the list of tables say.
struct Seen {
    application_id: i64,
    version: i64,
    tables: i64,
}

impl Seen {
    async fn of(connection: &mut SqliteConnection) -> Result<Self, sqlx::Error> {
        let mut number = async |sql: &'static str| -> Result<i64, sqlx::Error> {
            sqlx::query(sql).fetch_one(&mut *connection).await?.try_get(0)
        };
        Ok(Self {
            application_id: number("PRAGMA application_id").await?,
            version: number("PRAGMA user_version").await?,
            tables: number("SELECT count(*) FROM sqlite_schema").await?,
        })
    }

    fn is_empty(&self) -> bool {
        (self.application_id, self.version, self.tables) == (0, 0, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_number_of_migrations() {
        assert_eq!(i64::try_from(MIGRATIONS.len()).unwrap(), SCHEMA_VERSION);
        for (number, sql) in (1..).zip(MIGRATIONS) {
            assert!(sql.contains(&format!("PRAGMA user_version = {number};")), "migration {number}");
        }
    }
}

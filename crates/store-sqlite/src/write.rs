//! A delta, taken whole or not at all.

use std::sync::atomic::{AtomicBool, Ordering};

use comity_record::EntryId;
use comity_store::{
    Delta, QueueChange, QueueItem, Row, RowChange, StoreError, StoredEntry, Wrap, WrapChange, WrapKind,
};
use sqlx::{SqliteConnection, SqlitePool};

use crate::error::{append_error, store_error};
use crate::{read, traces};

/// Applies a delta in one transaction, in the order of the store in memory. Sets `erase` before anything that was
/// destroyed is committed.
pub(crate) async fn commit(writer: &SqlitePool, delta: Delta, erase: &AtomicBool) -> Result<(), StoreError> {
    // IMMEDIATE takes the write lock at once and waits for it; a transaction that began by reading could not.
    let mut transaction = writer.begin_with("BEGIN IMMEDIATE").await.map_err(store_error)?;
    let destroyed = apply(&mut transaction, delta).await?;
    if destroyed {
        erase.store(true, Ordering::SeqCst);
    }
    transaction.commit().await.map_err(store_error)
}

/// Whether something was destroyed of which the log may hold a copy.
async fn apply(transaction: &mut SqliteConnection, delta: Delta) -> Result<bool, StoreError> {
    let mut size = read::head(transaction).await?.size;
    if delta.expected_size != size {
        return Err(StoreError::Conflict { expected: delta.expected_size, found: size });
    }
    for entry in delta.append {
        if entry.log_index != size {
            return Err(StoreError::Refused("log indexes leave a gap"));
        }
        append(transaction, entry).await?;
        size += 1;
    }
    let mut destroyed = false;
    for change in delta.wraps {
        destroyed |= match change {
            WrapChange::Put(wrap) => put_wrap(transaction, wrap).await?,
            WrapChange::Destroy(kind, id) => destroy_wrap(transaction, kind, &id).await?,
        };
    }
    let forgets = !delta.forget.is_empty();
    for id in delta.forget {
        forget(transaction, id).await?;
    }
    if delta.rows.contains(&RowChange::Clear) {
        destroyed |= run(sqlx::query("DELETE FROM view_rows"), transaction).await? > 0;
    }
    for change in delta.rows {
        match change {
            RowChange::Put(row) => put_row(transaction, row).await?,
            RowChange::Delete(view, key) => destroyed |= delete_row(transaction, view, key).await?,
            RowChange::Clear => {}
        }
    }
    for (name, value) in delta.settings {
        destroyed |= set(transaction, name, value).await?;
    }
    for change in delta.queue {
        match change {
            QueueChange::Put(item) => put_item(transaction, item).await?,
            QueueChange::Remove(queue, id) => remove_item(transaction, queue, id).await?,
        }
    }
    if forgets {
        traces::lay_rows_anew(transaction).await?;
    }
    Ok(destroyed || forgets)
}

async fn append(transaction: &mut SqliteConnection, entry: StoredEntry) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO entries \
        (log_index, id, case_id, sequence, kind, statement, seal, forgotten, sealed) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let forgotten = entry.sealed.is_none();
    sqlx::query(SQL)
        .bind(number(entry.log_index)?)
        .bind(entry.id.as_bytes().to_vec())
        .bind(entry.case.as_bytes().to_vec())
        .bind(number(entry.sequence)?)
        .bind(entry.kind.as_str().to_owned())
        .bind(entry.statement)
        .bind(entry.seal)
        .bind(i64::from(forgotten))
        .bind(entry.sealed.unwrap_or_default())
        .execute(transaction)
        .await
        .map_err(append_error)?;
    Ok(())
}

/// Sets a wrap; whether another one had to go for it.
async fn put_wrap(transaction: &mut SqliteConnection, wrap: Wrap) -> Result<bool, StoreError> {
    let replaced = destroy_wrap(transaction, wrap.kind, &wrap.id).await?;
    const SQL: &str = "INSERT INTO wraps (kind, id, live, wrapped) VALUES (?1, ?2, 1, ?3)";
    run(sqlx::query(SQL).bind(wrap.kind as i64).bind(wrap.id).bind(wrap.wrapped), transaction).await?;
    Ok(replaced)
}

/// Overwrites a wrap in place; whether there was one.
async fn destroy_wrap(
    transaction: &mut SqliteConnection,
    kind: WrapKind,
    id: &[u8],
) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE wraps SET wrapped = zeroblob(length(wrapped)), live = 0 \
        WHERE kind = ?1 AND id = ?2 AND live = 1";
    Ok(run(sqlx::query(SQL).bind(kind as i64).bind(id.to_vec()), transaction).await? > 0)
}

/// Overwrites the sealed content in place, and takes out the rows that came from it.
async fn forget(transaction: &mut SqliteConnection, id: EntryId) -> Result<(), StoreError> {
    const CONTENT: &str = "UPDATE entries SET sealed = zeroblob(length(sealed)), forgotten = 1 WHERE id = ?1";
    const ROWS: &str = "DELETE FROM view_rows WHERE source = ?1";
    if run(sqlx::query(CONTENT).bind(id.as_bytes().to_vec()), transaction).await? == 0 {
        return Err(StoreError::Refused("no such entry"));
    }
    run(sqlx::query(ROWS).bind(id.as_bytes().to_vec()), transaction).await?;
    Ok(())
}

async fn put_row(transaction: &mut SqliteConnection, row: Row) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO view_rows (view, key, case_id, source, data) VALUES (?1, ?2, ?3, ?4, ?5) \
        ON CONFLICT (view, key) DO UPDATE \
        SET case_id = excluded.case_id, source = excluded.source, data = excluded.data";
    let query = sqlx::query(SQL)
        .bind(row.view)
        .bind(row.key)
        .bind(row.case.map(|case| case.as_bytes().to_vec()))
        .bind(row.source.as_bytes().to_vec())
        .bind(row.data);
    run(query, transaction).await?;
    Ok(())
}

async fn delete_row(
    transaction: &mut SqliteConnection,
    view: String,
    key: Vec<u8>,
) -> Result<bool, StoreError> {
    const SQL: &str = "DELETE FROM view_rows WHERE view = ?1 AND key = ?2";
    Ok(run(sqlx::query(SQL).bind(view).bind(key), transaction).await? > 0)
}

/// Sets or removes a setting; whether one was removed.
async fn set(
    transaction: &mut SqliteConnection,
    name: String,
    value: Option<Vec<u8>>,
) -> Result<bool, StoreError> {
    const PUT: &str = "INSERT INTO settings (name, value) VALUES (?1, ?2) \
        ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    const REMOVE: &str = "DELETE FROM settings WHERE name = ?1";
    match value {
        Some(value) => {
            run(sqlx::query(PUT).bind(name).bind(value), transaction).await?;
            Ok(false)
        }
        None => Ok(run(sqlx::query(REMOVE).bind(name), transaction).await? > 0),
    }
}

async fn put_item(transaction: &mut SqliteConnection, item: QueueItem) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO queue_items (queue, id, due, tries, data) VALUES (?1, ?2, ?3, ?4, ?5) \
        ON CONFLICT (queue, id) DO UPDATE \
        SET due = excluded.due, tries = excluded.tries, data = excluded.data";
    let query = sqlx::query(SQL)
        .bind(item.queue)
        .bind(item.id)
        .bind(item.due)
        .bind(i64::from(item.tries))
        .bind(item.data);
    run(query, transaction).await?;
    Ok(())
}

/// Takes an item out. Deliveries come and go with every message, so this alone does not cut the log.
async fn remove_item(
    transaction: &mut SqliteConnection,
    queue: String,
    id: Vec<u8>,
) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM queue_items WHERE queue = ?1 AND id = ?2";
    run(sqlx::query(SQL).bind(queue).bind(id), transaction).await?;
    Ok(())
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Sqlite, <sqlx::Sqlite as sqlx::Database>::Arguments>;

/// Runs a statement; how many rows it touched.
async fn run(query: Query<'_>, transaction: &mut SqliteConnection) -> Result<u64, StoreError> {
    Ok(query.execute(transaction).await.map_err(store_error)?.rows_affected())
}

fn number(n: u64) -> Result<i64, StoreError> {
    i64::try_from(n).map_err(|_| StoreError::Refused("a number is larger than the database can hold"))
}

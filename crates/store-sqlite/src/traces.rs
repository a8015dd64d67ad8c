//! How what is destroyed leaves the file, and not only the tables.
//!
//! `secure_delete` overwrites what a statement deletes and pages that become free, but not everything that was
//! once written: when SQLite spreads the cells of a b-tree over its pages anew (`rebuildPage` in btree.c), a
//! cell that moves to another page leaves its old bytes behind in the unused middle of the page that it left.
//! Deleting the row later overwrites the cell and not that copy. Beside it there is the write-ahead log, which
//! holds each page as it was after each commit. So:
//!
//! - `entries` and `wraps` are only ever appended to, and SQLite adds a page at the end without moving a cell.
//!   What is destroyed in them is overwritten by zeros of the same length, which SQLite does in place. The
//!   table does not shrink by that.
//! - `view_rows` is kept in the order of its keys, where cells do move. When an entry is forgotten the rows are
//!   laid anew: copied aside, every page of the table and its indexes set to zeros, copied back.
//! - then the log is moved into the database and cut to no bytes, while no reader holds it up.
//!
//! A row that is deleted or replaced without forgetting an entry, a setting and a queue item are overwritten by
//! `secure_delete`, but not laid anew: a copy in the middle of a page is possible, for rows
//! until the next entry is forgotten or the views are cleared.
//!
//! What a disk keeps of bytes that were overwritten or cut off is beyond a program; full-disk encryption meets
//! that.

use comity_store::StoreError;
use sqlx::{Row as _, SqliteConnection, SqlitePool};

use crate::error::store_error;

/// Lays the rows of all views anew, inside the transaction that forgets.
pub(crate) async fn lay_rows_anew(transaction: &mut SqliteConnection) -> Result<(), StoreError> {
    // A DELETE without a condition gives every page back, and `secure_delete` sets each of them to zeros.
    const STEPS: [&str; 4] = [
        "INSERT INTO view_rows_aside (view, key, case_id, source, data) \
         SELECT view, key, case_id, source, data FROM view_rows ORDER BY view, key",
        "DELETE FROM view_rows",
        "INSERT INTO view_rows (view, key, case_id, source, data) \
         SELECT view, key, case_id, source, data FROM view_rows_aside ORDER BY number",
        "DELETE FROM view_rows_aside",
    ];
    for sql in STEPS {
        sqlx::query(sql).execute(&mut *transaction).await.map_err(store_error)?;
    }
    Ok(())
}

/// Moves the write-ahead log into the database and cuts it. False if another program's reader was in the way.
pub(crate) async fn cut_log(writer: &SqlitePool) -> Result<bool, StoreError> {
    let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(writer).await.map_err(store_error)?;
    let busy: i64 = row.try_get(0).map_err(store_error)?;
    Ok(busy == 0)
}

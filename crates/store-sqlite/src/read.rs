//! Reading: SQL to values. What does not fit its type is damage; what fits is not judged.

use comity_record::{CaseId, EntryId};
use comity_store::{Head, MAX_PAGE, QueueItem, Row, StoreError, StoredEntry, Wrap, WrapKind};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection, SqlitePool};

use crate::error::store_error;

pub(crate) async fn head(connection: &mut SqliteConnection) -> Result<Head, StoreError> {
    let row =
        sqlx::query("SELECT max(log_index) FROM entries").fetch_one(connection).await.map_err(store_error)?;
    let size = match column::<Option<i64>>(&row, 0)? {
        // Adding one cannot overflow: the index is at most i64::MAX.
        Some(last) => unsigned(last, "log index")? + 1,
        None => 0,
    };
    Ok(Head { size })
}

pub(crate) async fn entry(pool: &SqlitePool, id: EntryId) -> Result<Option<StoredEntry>, StoreError> {
    const SQL: &str = "SELECT log_index, id, case_id, sequence, kind, statement, seal, forgotten, sealed \
        FROM entries WHERE id = ?1";
    let query = sqlx::query(SQL).bind(id.as_bytes().to_vec());
    query.fetch_optional(pool).await.map_err(store_error)?.as_ref().map(entry_of).transpose()
}

pub(crate) async fn case_entries(
    pool: &SqlitePool,
    case: CaseId,
    from: u64,
    limit: u32,
) -> Result<Vec<StoredEntry>, StoreError> {
    const SQL: &str = "SELECT log_index, id, case_id, sequence, kind, statement, seal, forgotten, sealed \
        FROM entries WHERE case_id = ?1 AND sequence >= ?2 ORDER BY sequence LIMIT ?3";
    // Past the largest number of the database there is nothing.
    let Ok(from) = i64::try_from(from) else { return Ok(vec![]) };
    let query = sqlx::query(SQL).bind(case.as_bytes().to_vec()).bind(from).bind(page(limit));
    query.fetch_all(pool).await.map_err(store_error)?.iter().map(entry_of).collect()
}

pub(crate) async fn log_entries(
    pool: &SqlitePool,
    from: u64,
    limit: u32,
) -> Result<Vec<StoredEntry>, StoreError> {
    const SQL: &str = "SELECT log_index, id, case_id, sequence, kind, statement, seal, forgotten, sealed \
        FROM entries WHERE log_index >= ?1 ORDER BY log_index LIMIT ?2";
    let Ok(from) = i64::try_from(from) else { return Ok(vec![]) };
    let query = sqlx::query(SQL).bind(from).bind(page(limit));
    query.fetch_all(pool).await.map_err(store_error)?.iter().map(entry_of).collect()
}

pub(crate) async fn wrap(
    pool: &SqlitePool,
    kind: WrapKind,
    id: &[u8],
) -> Result<Option<Vec<u8>>, StoreError> {
    const SQL: &str = "SELECT wrapped FROM wraps WHERE kind = ?1 AND id = ?2 AND live = 1";
    let query = sqlx::query(SQL).bind(kind as i64).bind(id.to_vec());
    query.fetch_optional(pool).await.map_err(store_error)?.map(|row| column(&row, 0)).transpose()
}

pub(crate) async fn wraps(
    pool: &SqlitePool,
    after: Option<(WrapKind, Vec<u8>)>,
    limit: u32,
) -> Result<Vec<Wrap>, StoreError> {
    const SQL: &str = "SELECT kind, id, wrapped FROM wraps \
        WHERE live = 1 AND (kind, id) >= (?1, ?2) ORDER BY kind, id LIMIT ?3";
    let (kind, id) = match &after {
        Some((kind, id)) => (*kind as i64, next_after(Some(id))),
        None => (0, vec![]),
    };
    let rows = sqlx::query(SQL).bind(kind).bind(id).bind(page(limit)).fetch_all(pool).await;
    rows.map_err(store_error)?
        .iter()
        .map(|row| {
            let number: i64 = column(row, 0)?;
            let kind = WrapKind::from_number(number)
                .ok_or_else(|| StoreError::Damaged(format!("a wrap of the unknown kind {number}")))?;
            Ok(Wrap { kind, id: column(row, 1)?, wrapped: column(row, 2)? })
        })
        .collect()
}

pub(crate) async fn row(pool: &SqlitePool, view: &str, key: &[u8]) -> Result<Option<Row>, StoreError> {
    const SQL: &str = "SELECT view, key, case_id, source, data FROM view_rows WHERE view = ?1 AND key = ?2";
    let query = sqlx::query(SQL).bind(view.to_owned()).bind(key.to_vec());
    query.fetch_optional(pool).await.map_err(store_error)?.as_ref().map(row_of).transpose()
}

pub(crate) async fn rows(
    pool: &SqlitePool,
    view: &str,
    case: Option<CaseId>,
    after: Option<&[u8]>,
    limit: u32,
) -> Result<Vec<Row>, StoreError> {
    const ALL: &str = "SELECT view, key, case_id, source, data FROM view_rows \
        WHERE view = ?1 AND key >= ?2 ORDER BY key LIMIT ?3";
    // Named, for SQLite would go by the primary key and pass over the rows of every other case.
    const OF_CASE: &str = "SELECT view, key, case_id, source, data FROM view_rows INDEXED BY view_rows_of_case \
        WHERE view = ?1 AND key >= ?2 AND case_id = ?4 ORDER BY key LIMIT ?3";
    let sql = if case.is_some() { OF_CASE } else { ALL };
    let mut query = sqlx::query(sql).bind(view.to_owned()).bind(next_after(after)).bind(page(limit));
    if let Some(case) = case {
        query = query.bind(case.as_bytes().to_vec());
    }
    query.fetch_all(pool).await.map_err(store_error)?.iter().map(row_of).collect()
}

pub(crate) async fn setting(pool: &SqlitePool, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let query = sqlx::query("SELECT value FROM settings WHERE name = ?1").bind(name.to_owned());
    query.fetch_optional(pool).await.map_err(store_error)?.map(|row| column(&row, 0)).transpose()
}

pub(crate) async fn due(
    pool: &SqlitePool,
    queue: &str,
    now: i64,
    limit: u32,
) -> Result<Vec<QueueItem>, StoreError> {
    const SQL: &str = "SELECT queue, id, due, tries, data FROM queue_items \
        WHERE queue = ?1 AND due <= ?2 ORDER BY due, id LIMIT ?3";
    let query = sqlx::query(SQL).bind(queue.to_owned()).bind(now).bind(page(limit));
    query.fetch_all(pool).await.map_err(store_error)?.iter().map(item_of).collect()
}

fn entry_of(row: &SqliteRow) -> Result<StoredEntry, StoreError> {
    let forgotten = column::<i64>(row, 7)? != 0;
    Ok(StoredEntry {
        log_index: unsigned(column(row, 0)?, "log index")?,
        id: EntryId::from_bytes(fixed(column(row, 1)?, "id of an entry")?),
        case: CaseId::from_bytes(fixed(column(row, 2)?, "case of an entry")?),
        sequence: unsigned(column(row, 3)?, "sequence of an entry")?,
        kind: column::<String>(row, 4)?
            .parse()
            .map_err(|_| StoreError::Damaged("kind of an entry".into()))?,
        statement: column(row, 5)?,
        seal: column(row, 6)?,
        sealed: if forgotten { None } else { Some(column(row, 8)?) },
    })
}

fn row_of(row: &SqliteRow) -> Result<Row, StoreError> {
    let case = column::<Option<Vec<u8>>>(row, 2)?;
    Ok(Row {
        view: column(row, 0)?,
        key: column(row, 1)?,
        case: case.map(|id| fixed(id, "case of a row")).transpose()?.map(CaseId::from_bytes),
        source: EntryId::from_bytes(fixed(column(row, 3)?, "source of a row")?),
        data: column(row, 4)?,
    })
}

fn item_of(row: &SqliteRow) -> Result<QueueItem, StoreError> {
    let tries = u32::try_from(column::<i64>(row, 3)?);
    Ok(QueueItem {
        queue: column(row, 0)?,
        id: column(row, 1)?,
        due: column(row, 2)?,
        tries: tries.map_err(|_| StoreError::Damaged("tries of a queue item".into()))?,
        data: column(row, 4)?,
    })
}

fn column<'r, T>(row: &'r SqliteRow, index: usize) -> Result<T, StoreError>
where
    T: sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite>,
{
    row.try_get(index).map_err(store_error)
}

fn unsigned(n: i64, what: &str) -> Result<u64, StoreError> {
    u64::try_from(n).map_err(|_| StoreError::Damaged(format!("{what}: {n}")))
}

fn fixed<const N: usize>(bytes: Vec<u8>, what: &str) -> Result<[u8; N], StoreError> {
    bytes
        .try_into()
        .map_err(|b: Vec<u8>| StoreError::Damaged(format!("{what}: {} bytes instead of {N}", b.len())))
}

fn page(limit: u32) -> i64 {
    i64::from(limit.min(MAX_PAGE))
}

/// The least key that is greater than this one; without one, the least of all. So one `>=` serves every page.
fn next_after(key: Option<&[u8]>) -> Vec<u8> {
    key.map_or_else(Vec::new, |key| [key, &[0]].concat())
}

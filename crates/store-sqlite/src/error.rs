//! What can go wrong with the file, and what SQLite's errors mean to a store.

use std::path::PathBuf;

use comity_record::Coded;
use comity_store::StoreError;

/// What can go wrong with the file of a store. It comes inside [`StoreError::Backend`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// There is no file, and none can be made.
    #[error("the database {} cannot be made: {source}", path.display())]
    Create {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file, or what SQLite keeps beside it, cannot be opened for reading and writing.
    #[error("the database {} cannot be opened: {source}", path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// What the system or SQLite says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A database, but of another program.
    #[error("{} is a database of another program", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// Somebody else has been writing for too long.
    #[error("another program has kept the database busy")]
    Busy,
}

impl Coded for FileError {
    fn code(&self) -> &'static str {
        match self {
            Self::Create { .. } => "store-sqlite-create",
            Self::Open { .. } => "store-sqlite-open",
            Self::Foreign { .. } => "store-sqlite-foreign",
            Self::Busy => "store-sqlite-busy",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Create { path, source } => {
                vec![("path", path.display().to_string()), ("cause", source.to_string())]
            }
            Self::Open { path, source } => {
                vec![("path", path.display().to_string()), ("cause", source.to_string())]
            }
            Self::Foreign { path } => vec![("path", path.display().to_string())],
            Self::Busy => vec![],
        }
    }
}

impl From<FileError> for StoreError {
    fn from(e: FileError) -> Self {
        Self::Backend(Box::new(e))
    }
}

/// SQLite's primary result codes that mean something of their own here (<https://sqlite.org/rescode.html>).
const BUSY: i32 = 5;
const READONLY: i32 = 8;
const CORRUPT: i32 = 11;
const CANTOPEN: i32 = 14;
const NOTADB: i32 = 26;

/// What an error of a statement means. SQLite's messages name tables and columns, never values.
pub(crate) fn store_error(e: sqlx::Error) -> StoreError {
    match primary_code(&e) {
        Some(BUSY) => return FileError::Busy.into(),
        Some(CORRUPT | NOTADB) => return StoreError::Damaged(e.to_string()),
        _ => {}
    }
    match e {
        // The one connection that writes is with somebody else.
        sqlx::Error::PoolTimedOut => FileError::Busy.into(),
        sqlx::Error::ColumnDecode { index, source } => {
            StoreError::Damaged(format!("column {index}: {source}"))
        }
        e => StoreError::Backend(Box::new(e)),
    }
}

/// What an error while opening means: the same, but that the file cannot be opened names the file.
pub(crate) fn open_error(path: &std::path::Path, e: sqlx::Error) -> StoreError {
    match primary_code(&e) {
        None | Some(READONLY | CANTOPEN) => {
            FileError::Open { path: path.to_owned(), source: Box::new(e) }.into()
        }
        Some(_) => store_error(e),
    }
}

/// What an error of appending an entry means.
pub(crate) fn append_error(e: sqlx::Error) -> StoreError {
    let taken = match &e {
        sqlx::Error::Database(d) if d.is_unique_violation() => Some(d.message().contains("entries.id")),
        _ => None,
    };
    match taken {
        Some(true) => StoreError::Refused("an entry is there already"),
        Some(false) => StoreError::Refused("a place in the case is taken"),
        None => store_error(e),
    }
}

fn primary_code(e: &sqlx::Error) -> Option<i32> {
    // The extended code holds the primary one in its lowest eight bits.
    e.as_database_error()?.code()?.parse::<i32>().ok().map(|code| code & 0xff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_listed() {
        let path = || PathBuf::from("store.sqlite");
        let errors = [
            FileError::Create { path: path(), source: std::io::Error::other("x") },
            FileError::Open { path: path(), source: "x".into() },
            FileError::Foreign { path: path() },
            FileError::Busy,
        ];
        assert_eq!(errors.map(|e| e.code()), crate::CODES);
    }
}

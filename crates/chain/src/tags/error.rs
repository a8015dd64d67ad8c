//! Why a file of tags is not taken, or cannot be kept.

use comity_disk::DiskError;
use comity_record::{Coded, Sha256Digest};

use super::{MAX_ACTORS, MAX_PACK_BYTES, MAX_TAGS, MAX_TEXT};
use crate::ledger::StoreError;

/// Why a file is not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TagError {
    /// More than [`MAX_PACK_BYTES`].
    #[error("{0} bytes are more than a file of tags may have ({MAX_PACK_BYTES})")]
    TooLarge(usize),
    /// No YAML or CSV, or not the shape that it should have, or over a limit of the reader.
    #[error("not a file of tags: {0}")]
    Malformed(String),
    /// More than [`MAX_TAGS`].
    #[error("more than {MAX_TAGS} tags in one file")]
    TooMany,
    /// More than [`MAX_ACTORS`].
    #[error("more than {MAX_ACTORS} actors in one file")]
    TooManyActors,
    /// A text longer than [`MAX_TEXT`].
    #[error("row {row}: {field} is longer than {MAX_TEXT} bytes")]
    TextTooLong {
        /// The row, counted from 1; 0 for the header.
        row: usize,
        /// The field.
        field: &'static str,
    },
    /// A row that lacks what every row must say, itself or by the header.
    #[error("row {row} does not say its {field}")]
    Missing {
        /// The row, counted from 1; 0 for the header.
        row: usize,
        /// The field.
        field: &'static str,
    },
    /// A state that is not an ISO 3166-1 code, or is stated without a source.
    #[error("row {row}: the state that the service answers to needs an ISO 3166-1 code and a source")]
    AnswersTo {
        /// The row, counted from 1; 0 for the header.
        row: usize,
    },
    /// A line of a list of addresses that is not one address.
    #[error("line {line} is not one address")]
    Line {
        /// The line, counted from 1.
        line: usize,
    },
    /// A date of CSV that is none.
    #[error("line {line} has a date that is none")]
    Date {
        /// The line, counted from 1.
        line: u64,
    },
    /// A column of CSV that is not read, or is there twice.
    #[error("the column {0:?} is unknown or there twice")]
    Column(String),
}

impl Coded for TagError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge(_) => "chain-tags-too-large",
            Self::Malformed(_) => "chain-tags-malformed",
            Self::TooMany => "chain-tags-too-many",
            Self::TooManyActors => "chain-tags-too-many-actors",
            Self::TextTooLong { .. } => "chain-tags-text-too-long",
            Self::Missing { .. } => "chain-tags-missing",
            Self::AnswersTo { .. } => "chain-tags-answers-to",
            Self::Line { .. } => "chain-tags-line",
            Self::Date { .. } => "chain-tags-date",
            Self::Column(_) => "chain-tags-column",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge(length) => {
                vec![("length", length.to_string()), ("most", MAX_PACK_BYTES.to_string())]
            }
            Self::Malformed(cause) => vec![("cause", cause.clone())],
            Self::TooMany => vec![("most", MAX_TAGS.to_string())],
            Self::TooManyActors => vec![("most", MAX_ACTORS.to_string())],
            Self::TextTooLong { row, field } => {
                vec![("row", row.to_string()), ("field", (*field).to_owned()), ("most", MAX_TEXT.to_string())]
            }
            Self::Missing { row, field } => vec![("row", row.to_string()), ("field", (*field).to_owned())],
            Self::AnswersTo { row } => vec![("row", row.to_string())],
            Self::Line { line } => vec![("line", line.to_string())],
            Self::Date { line } => vec![("line", line.to_string())],
            Self::Column(name) => vec![("name", name.chars().take(60).collect())],
        }
    }
}

/// Why the tags of a ledger cannot be read or changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TagStoreError {
    /// The ledger cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The disk failed.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// A file is not taken.
    #[error("{file}: {source}")]
    File {
        /// Its name.
        file: String,
        /// Why.
        #[source]
        source: TagError,
    },
    /// A file whose format cannot be seen by its name.
    #[error("the format of {0} is not known")]
    UnknownFormat(String),
    /// The list of what was imported, or a file, is not what was written.
    #[error("the imported tags are damaged: {0}")]
    Damaged(String),
    /// The list of what was imported has a form that this program does not know.
    #[error("the imported tags have form {0}")]
    Format(u32),
    /// More files than the list of what was imported may name.
    #[error("too many files of tags in one ledger")]
    Full,
    /// No file of this digest was imported.
    #[error("no file with the digest {0} was imported")]
    NotImported(Sha256Digest),
    /// No row names this actor or label.
    #[error("no imported row names {0:?}")]
    UnknownHolder(String),
    /// Nobody has entered the state that this actor or label answers to.
    #[error("nobody has entered what {0:?} answers to")]
    NotEntered(String),
    /// A text longer than [`MAX_TEXT`], or none.
    #[error("{0} is empty or longer than {MAX_TEXT} bytes")]
    Text(&'static str),
}

impl Coded for TagStoreError {
    fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Disk(error) => error.code(),
            Self::File { .. } => "chain-tags-file",
            Self::UnknownFormat(_) => "chain-tags-unknown-format",
            Self::Damaged(_) => "chain-tags-damaged",
            Self::Format(_) => "chain-tags-store-format",
            Self::Full => "chain-tags-full",
            Self::NotImported(_) => "chain-tags-not-imported",
            Self::UnknownHolder(_) => "chain-tags-unknown-holder",
            Self::NotEntered(_) => "chain-tags-not-entered",
            Self::Text(_) => "chain-tags-text",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let short = |text: &String| text.chars().take(60).collect();
        match self {
            Self::Store(error) => error.args(),
            Self::Disk(error) => error.args(),
            Self::File { source, .. } => source.args(),
            Self::UnknownFormat(file) => vec![("file", short(file))],
            Self::Damaged(cause) => vec![("cause", cause.clone())],
            Self::Format(format) => vec![("format", format.to_string())],
            Self::Full => vec![],
            Self::NotImported(digest) => vec![("digest", digest.to_string())],
            Self::UnknownHolder(name) | Self::NotEntered(name) => vec![("name", short(name))],
            Self::Text(field) => vec![("field", (*field).to_owned()), ("most", MAX_TEXT.to_string())],
        }
    }
}

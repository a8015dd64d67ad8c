//! Why a ledger is not exported.

use std::io;

use comity_chain::Network;
use comity_chain::ledger::StoreError;
use comity_disk::DiskError;
use comity_record::Coded;
use parquet::errors::ParquetError;

/// Why a ledger is not exported. What was written until then stays, and the next export goes on from there.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The folder cannot be written or read.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The ledger cannot be read any more.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Another export writes to the folder.
    #[error("another export writes to the folder")]
    InUse,
    /// The folder holds something that is no export.
    #[error("the folder holds {0:?} and no list of an export")]
    NotEmpty(String),
    /// The list of files is not what this program writes.
    #[error("the list of the export is malformed: {0}")]
    Malformed(String),
    /// An export in a form that another version of this program writes.
    #[error("the export has form {0}, which this program does not write")]
    Format(u32),
    /// The folder holds an export of a ledger that numbers its rows in another way.
    #[error(
        "the folder holds {found} from height {found_first}, the ledger is {expected} from {expected_first}"
    )]
    OtherLedger {
        /// The ledger's network.
        expected: Network,
        /// Its first height.
        expected_first: u32,
        /// The network of the export.
        found: Network,
        /// Its first height.
        found_first: u32,
    },
    /// Blocks were taken back from the ledger meanwhile.
    #[error("the ledger changed while it was exported")]
    Changed,
    /// The library that writes Parquet refuses.
    #[error("the file cannot be written: {0}")]
    NotWritten(String),
}

impl From<ParquetError> for ExportError {
    /// What the disk said comes back through the library, which knows only I/O errors.
    fn from(error: ParquetError) -> Self {
        let text = error.to_string();
        let ParquetError::External(source) = error else { return Self::NotWritten(text) };
        let disk = source.downcast::<io::Error>().ok().and_then(|error| error.into_inner());
        match disk.and_then(|error| error.downcast::<DiskError>().ok()) {
            Some(error) => Self::Disk(*error),
            None => Self::NotWritten(text),
        }
    }
}

impl Coded for ExportError {
    fn code(&self) -> &'static str {
        match self {
            Self::Disk(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::InUse => "parquet-folder-in-use",
            Self::NotEmpty(_) => "parquet-folder-not-empty",
            Self::Malformed(_) => "parquet-list-malformed",
            Self::Format(_) => "parquet-list-format",
            Self::OtherLedger { .. } => "parquet-other-ledger",
            Self::Changed => "parquet-ledger-changed",
            Self::NotWritten(_) => "parquet-not-written",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Disk(error) => error.args(),
            Self::Store(error) => error.args(),
            Self::NotEmpty(name) => vec![("name", name.clone())],
            Self::Malformed(cause) | Self::NotWritten(cause) => vec![("cause", cause.clone())],
            Self::Format(format) => vec![("format", format.to_string())],
            Self::OtherLedger { expected, expected_first, found, found_first } => vec![
                ("expected", expected.to_string()),
                ("expected_first", expected_first.to_string()),
                ("found", found.to_string()),
                ("found_first", found_first.to_string()),
            ],
            Self::InUse | Self::Changed => vec![],
        }
    }
}

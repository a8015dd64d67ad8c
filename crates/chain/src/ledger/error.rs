//! What can go wrong when blocks are taken into a ledger.

use std::any::Any;

use comity_disk::DiskError;
use comity_record::Coded;

use crate::block::BlockError;
use crate::hash::{Outpoint, Txid};
use crate::network::Network;
use crate::source::{Place, SourceError};
use crate::store::{LostRow, ManifestError};

/// A block that is sound by itself but does not fit the blocks before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkError {
    SpentTwice { prevout: Outpoint, txid: Txid },
    NoPrevout { prevout: Outpoint, txid: Txid },
    ValueFromNothing { txid: Txid },
    TooMuchValue { txid: Txid },
    TooManyScripts,
}

/// Why a source was not taken into the ledger, which is then as it was before.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IngestError {
    /// The source cannot be read or is malformed.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The source is of another network than the ledger.
    #[error("the blocks are of {found}, the ledger is of {expected}")]
    OtherNetwork {
        /// The ledger's network.
        expected: Network,
        /// The source's.
        found: Network,
    },
    /// No block at all.
    #[error("the source holds no block")]
    NoBlocks,
    /// The source gave another block than it had listed: somebody is writing to it.
    #[error("the source changed while it was read, at offset {} of {}", place.offset, place.file)]
    Changed {
        /// Where the block lay.
        place: Place,
    },
    /// More blocks than heights.
    #[error("more blocks than there are heights")]
    TooManyBlocks,
    /// The first block of the source is not the network's first, and nothing says its height.
    #[error("the height of the first block is not known")]
    FirstHeightUnknown,
    /// The height of the first block is not the one given.
    #[error("the first block is at height {stated}, not {given}")]
    FirstHeight {
        /// The height that its coinbase states, or that follows from a block that is known.
        stated: u32,
        /// The height that the caller gave.
        given: u32,
    },
    /// The height given for the first block puts a later one where it cannot be.
    #[error("the first block is not at height {given}: the block at height {at} cannot be there")]
    FirstHeightContradicted {
        /// The height of the first block, as it was given.
        given: u32,
        /// The height that a later block would have.
        at: u32,
    },
    /// An output that is spent by two transactions.
    #[error("{txid} spends {prevout}, which is spent already")]
    SpentTwice {
        /// Where the block lies.
        place: Place,
        /// The output.
        prevout: Outpoint,
        /// The second to spend it.
        txid: Txid,
    },
    /// A transaction that spends what no transaction before it made.
    #[error("{txid} spends {prevout}, which does not exist")]
    NoPrevout {
        /// Where the block lies.
        place: Place,
        /// The output.
        prevout: Outpoint,
        /// The transaction.
        txid: Txid,
    },
    /// A transaction whose outputs are worth more than its inputs.
    #[error("the outputs of {txid} are worth more than its inputs")]
    ValueFromNothing {
        /// Where the block lies.
        place: Place,
        /// The transaction.
        txid: Txid,
    },
    /// A transaction whose inputs are worth more than all coins that can be.
    #[error("the inputs of {txid} are worth more than all coins that can be")]
    TooMuchValue {
        /// Where the block lies.
        place: Place,
        /// The transaction.
        txid: Txid,
    },
    /// More different scripts than this store can number.
    #[error("more than 2^32 different scripts")]
    TooManyScripts,
    /// The store cannot be written or read.
    #[error(transparent)]
    Store(#[from] DiskError),
    /// The system gives no threads.
    #[error("no threads to work with: {0}")]
    Threads(String),
}

/// Why a store is not opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The folder or a file in it cannot be read or written.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// There is no store in the folder.
    #[error("no ledger is stored here")]
    Missing,
    /// The folder in which a store is to be made holds something else, such as this.
    #[error("the folder holds {0:?} and no ledger")]
    NotEmpty(String),
    /// A store of another network.
    #[error("the store is of {found}, not of {expected}")]
    OtherNetwork {
        /// The network that was asked for.
        expected: Network,
        /// The store's.
        found: Network,
    },
    /// A form of store that another version of this program writes.
    #[error("the store has form {0}, which this program does not read")]
    Format(u32),
    /// A manifest that no program wrote so.
    #[error("the store is damaged: {0}")]
    Damaged(String),
}

impl StoreError {
    /// What a panic says of a store whose rows lead nowhere. They are not checked each time they are followed, which would
    /// cost more than following them, so that work on a damaged store breaks off.
    pub fn broken_off(payload: &(dyn Any + Send)) -> Self {
        Self::Damaged(match payload.downcast_ref::<LostRow>() {
            Some(LostRow { file, row, rows }) if row < rows => {
                format!("row {row} of {file} contradicts the rows beside it")
            }
            Some(LostRow { file, row, rows }) => {
                format!("row {row} of {file}, which has {rows} rows, is led to")
            }
            None => match text_of(payload) {
                Some(cause) => format!("a row leads to one that is not there ({cause})"),
                None => "a row leads to one that is not there".to_owned(),
            },
        })
    }
}

/// What a panic says in words.
fn text_of(payload: &(dyn Any + Send)) -> Option<&str> {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
}

impl From<ManifestError> for StoreError {
    fn from(error: ManifestError) -> Self {
        match error {
            ManifestError::Disk(error) => Self::Disk(error),
            ManifestError::Malformed(cause) => Self::Damaged(cause),
            ManifestError::Format(format) => Self::Format(format),
        }
    }
}

impl Coded for StoreError {
    fn code(&self) -> &'static str {
        match self {
            Self::Disk(error) => error.code(),
            Self::Missing => "chain-store-missing",
            Self::NotEmpty(_) => "chain-store-not-empty",
            Self::OtherNetwork { .. } => "chain-store-other-network",
            Self::Format(_) => "chain-store-format",
            Self::Damaged(_) => "chain-store-damaged",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Disk(error) => error.args(),
            Self::Missing => vec![],
            Self::NotEmpty(name) => vec![("name", name.clone())],
            Self::OtherNetwork { expected, found } => {
                vec![("expected", expected.to_string()), ("found", found.to_string())]
            }
            Self::Format(format) => vec![("format", format.to_string())],
            Self::Damaged(cause) => vec![("cause", cause.clone())],
        }
    }
}

impl IngestError {
    pub(super) fn block(place: Place, source: BlockError) -> Self {
        Self::Source(SourceError::Block { place, source })
    }

    pub(super) fn link(place: Place, error: LinkError) -> Self {
        match error {
            LinkError::SpentTwice { prevout, txid } => Self::SpentTwice { place, prevout, txid },
            LinkError::NoPrevout { prevout, txid } => Self::NoPrevout { place, prevout, txid },
            LinkError::ValueFromNothing { txid } => Self::ValueFromNothing { place, txid },
            LinkError::TooMuchValue { txid } => Self::TooMuchValue { place, txid },
            LinkError::TooManyScripts => Self::TooManyScripts,
        }
    }
}

impl Coded for IngestError {
    fn code(&self) -> &'static str {
        match self {
            Self::Source(source) => source.code(),
            Self::OtherNetwork { .. } => "chain-ingest-other-network",
            Self::NoBlocks => "chain-ingest-no-blocks",
            Self::Changed { .. } => "chain-ingest-changed",
            Self::TooManyBlocks => "chain-ingest-too-many-blocks",
            Self::FirstHeightUnknown => "chain-ingest-first-height-unknown",
            Self::FirstHeight { .. } => "chain-ingest-first-height",
            Self::FirstHeightContradicted { .. } => "chain-ingest-first-height-contradicted",
            Self::SpentTwice { .. } => "chain-ingest-spent-twice",
            Self::NoPrevout { .. } => "chain-ingest-no-prevout",
            Self::ValueFromNothing { .. } => "chain-ingest-value-from-nothing",
            Self::TooMuchValue { .. } => "chain-ingest-too-much-value",
            Self::TooManyScripts => "chain-ingest-too-many-scripts",
            Self::Store(error) => error.code(),
            Self::Threads(_) => "chain-ingest-threads",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let at = |place: &Place| vec![("file", place.file.clone()), ("offset", place.offset.to_string())];
        match self {
            Self::Source(source) => source.args(),
            Self::OtherNetwork { expected, found } => {
                vec![("expected", expected.to_string()), ("found", found.to_string())]
            }
            Self::Changed { place } => at(place),
            Self::FirstHeight { stated, given } => {
                vec![("stated", stated.to_string()), ("given", given.to_string())]
            }
            Self::FirstHeightContradicted { given, at } => {
                vec![("given", given.to_string()), ("at", at.to_string())]
            }
            Self::SpentTwice { place, prevout, txid } | Self::NoPrevout { place, prevout, txid } => {
                let mut args = at(place);
                args.extend([("prevout", prevout.to_string()), ("txid", txid.to_string())]);
                args
            }
            Self::ValueFromNothing { place, txid } | Self::TooMuchValue { place, txid } => {
                let mut args = at(place);
                args.push(("txid", txid.to_string()));
                args
            }
            Self::Store(error) => error.args(),
            Self::Threads(cause) => vec![("cause", cause.clone())],
            Self::NoBlocks | Self::TooManyBlocks | Self::FirstHeightUnknown | Self::TooManyScripts => vec![],
        }
    }
}

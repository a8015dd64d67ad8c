//! Where blocks come from: a trait that lists what is stored and reads one of it, and the block files of a node.
//!
//! A source says what it holds in whatever order it holds it. [`crate::order`] finds the chain in it.

use comity_record::Coded;
use serde::{Deserialize, Serialize};

use crate::block::{BlockError, Header};
use crate::network::Network;

mod blk;

pub use blk::{BlkFiles, KEY_FILE};

/// Something that holds blocks: a folder of block files, a node that answers questions.
pub trait BlockSource: Sync {
    /// The network of the blocks.
    fn network(&self) -> Network;

    /// Says of every stored block its header and place, in any order, stale and repeated ones too.
    ///
    /// # Errors
    /// When something cannot be read, or is not what it must be.
    fn list(&self, found: &mut dyn FnMut(StoredBlock)) -> Result<Vec<SourceNote>, SourceError>;

    /// The bytes of one block; a source that has them at hand lends them and leaves `scratch` alone.
    ///
    /// # Errors
    /// When the block cannot be read any more.
    fn block<'a>(&'a self, stored: &StoredBlock, scratch: &'a mut Vec<u8>) -> Result<&'a [u8], SourceError>;

    /// The place in words that a person can find again: the file and the offset in it.
    fn place(&self, stored: &StoredBlock) -> Place;
}

/// A block of a source.
#[derive(Clone, Copy, Debug)]
pub struct StoredBlock {
    /// The header, not yet checked.
    pub header: Header,
    /// Which file of the source; always 0 where there are none.
    pub file: u32,
    /// Where the block's first byte lies in the file.
    pub offset: u64,
    /// How many bytes it has; where that is known only when it is read, about how many.
    pub length: u32,
}

/// A file and an offset in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The offset of a record or block in it.
    pub offset: u64,
}

/// What a source has to say that is no error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "note")]
#[non_exhaustive]
pub enum SourceNote {
    /// The last record of the last file breaks off: a node was writing it, or the copy is incomplete.
    CutTail {
        /// Where the record begins.
        place: Place,
        /// How many bytes of it are there.
        length: u64,
    },
    /// A file holds zeros at its end or between records: a node sets room aside for blocks, and does not always fill
    /// it after a crash.
    Padding {
        /// Where the zeros begin.
        place: Place,
        /// How many there are.
        length: u64,
    },
}

/// Why a source cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SourceError {
    /// A folder or file that cannot be opened or read.
    #[error("{path} cannot be read")]
    Unreadable {
        /// The folder or file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// A folder without block files.
    #[error("{path} holds no block files")]
    NoFiles {
        /// The folder.
        path: String,
    },
    /// An `xor.dat` that is not 8 bytes long.
    #[error("{path} has {length} bytes, not 8")]
    KeyLength {
        /// The file.
        path: String,
        /// Its length.
        length: u64,
    },
    /// A record that does not begin with the network's magic bytes.
    #[error("no block of {expected} at offset {} of {}", place.offset, place.file)]
    Magic {
        /// Where.
        place: Place,
        /// The network that was asked for.
        expected: Network,
        /// The network whose magic bytes are there, if of any.
        found: Option<Network>,
    },
    /// A record whose length no block can have.
    #[error("the record at offset {} of {} claims {length} bytes", place.offset, place.file)]
    RecordLength {
        /// Where.
        place: Place,
        /// The length that it claims.
        length: u64,
    },
    /// A record that breaks off before the end of the last file.
    #[error("the record at offset {} of {} breaks off", place.offset, place.file)]
    BreaksOff {
        /// Where.
        place: Place,
    },
    /// Zeros set aside by the node, with something after them that is no record.
    #[error("zeros at offset {} of {} are followed by what is no record", place.offset, place.file)]
    Padding {
        /// Where the zeros begin.
        place: Place,
    },
    /// A block that is malformed or of which something does not hold.
    #[error("the block at offset {} of {} is not sound", place.offset, place.file)]
    Block {
        /// Where.
        place: Place,
        /// What is wrong with it.
        source: BlockError,
    },
    /// A source outside of this crate failed; the code is its own.
    #[error("{0}")]
    Outside(Box<dyn OutsideError>),
}

/// The error of a source outside of this crate.
pub trait OutsideError: std::error::Error + Coded + Send + Sync {}

impl<T: std::error::Error + Coded + Send + Sync> OutsideError for T {}

impl Coded for SourceError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "chain-source-unreadable",
            Self::NoFiles { .. } => "chain-source-no-files",
            Self::KeyLength { .. } => "chain-source-key-length",
            Self::Magic { found: None, .. } => "chain-source-magic",
            Self::Magic { found: Some(_), .. } => "chain-source-other-network",
            Self::RecordLength { .. } => "chain-source-record-length",
            Self::BreaksOff { .. } => "chain-source-breaks-off",
            Self::Padding { .. } => "chain-source-padding",
            Self::Block { .. } => "chain-source-block",
            Self::Outside(error) => error.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let at = |place: &Place| vec![("file", place.file.clone()), ("offset", place.offset.to_string())];
        match self {
            Self::Unreadable { path, source } => vec![("path", path.clone()), ("cause", source.to_string())],
            Self::NoFiles { path } => vec![("path", path.clone())],
            Self::KeyLength { path, length } => vec![("path", path.clone()), ("length", length.to_string())],
            Self::Magic { place, expected, found } => {
                let mut args = at(place);
                args.push(("expected", expected.to_string()));
                args.extend(found.map(|found| ("found", found.to_string())));
                args
            }
            Self::RecordLength { place, length } => {
                let mut args = at(place);
                args.push(("length", length.to_string()));
                args
            }
            Self::BreaksOff { place } | Self::Padding { place } => at(place),
            Self::Block { place, source } => {
                let mut args = at(place);
                args.push(("cause", source.to_string()));
                args
            }
            Self::Outside(error) => error.args(),
        }
    }
}

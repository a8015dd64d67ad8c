//! What can be wrong with the bytes of a block.

use comity_record::Coded;

use super::MAX_BLOCK_LEN;
use crate::network::Network;

/// Bytes that are no block, or a block of which something does not hold. Offsets count from its first byte.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BlockError {
    /// More bytes than a block may have.
    #[error("{0} bytes are more than a block may have ({MAX_BLOCK_LEN})")]
    TooLong(usize),
    /// The bytes end inside something, or a count is larger than they have room for.
    #[error("the bytes break off in {what} at offset {at}")]
    BreaksOff {
        /// What stands there.
        what: &'static str,
        /// Where it begins.
        at: usize,
    },
    /// A length that is not in its shortest spelling.
    #[error("{what} at offset {at} is not in its shortest spelling")]
    LongNumber {
        /// What stands there.
        what: &'static str,
        /// Where it begins.
        at: usize,
    },
    /// A flag other than 1 (BIP 144).
    #[error("the witness flag at offset {at} is {flag}, not 1")]
    WitnessFlag {
        /// The flag.
        flag: u8,
        /// Where the marker stands.
        at: usize,
    },
    /// A witness without a single item.
    #[error("the witness at offset {at} is empty")]
    WitnessEmpty {
        /// Where it stands.
        at: usize,
    },
    /// A transaction without inputs.
    #[error("the transaction has no inputs at offset {at}")]
    NoInputs {
        /// Where their count stands.
        at: usize,
    },
    /// A transaction without outputs.
    #[error("the transaction has no outputs at offset {at}")]
    NoOutputs {
        /// Where their count stands.
        at: usize,
    },
    /// A value, or a sum of values, above all satoshis that can be.
    #[error("the value at offset {at} is more than all coins that can be")]
    ValueOutOfRange {
        /// Where it stands.
        at: usize,
    },
    /// A block without transactions.
    #[error("the block has no transactions")]
    NoTransactions,
    /// Bytes after the last transaction.
    #[error("{0} bytes follow after the end")]
    TrailingBytes(usize),
    /// The first transaction makes no new coins.
    #[error("the first transaction is not a coinbase")]
    CoinbaseMissing,
    /// A later transaction makes new coins.
    #[error("a transaction after the first is a coinbase")]
    SecondCoinbase,
    /// A target that is malformed or easier than the network allows.
    #[error("the target {bits:08x} is not allowed on {network}")]
    TargetNotAllowed {
        /// The compact form.
        bits: u32,
        /// The network that was asked for.
        network: Network,
    },
    /// The hash does not meet the target.
    #[error("the proof of work does not hold")]
    WorkMissing,
    /// The transactions are not those that the header commits to.
    #[error("the transactions do not make the header's Merkle root")]
    MerkleRoot,
    /// A list with repeated transactions that has the root of the list without (CVE-2012-2459).
    #[error("transactions are repeated so that the Merkle root stays the same")]
    MerkleMutated,
}

impl Coded for BlockError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong(_) => "chain-block-too-long",
            Self::BreaksOff { .. } => "chain-block-breaks-off",
            Self::LongNumber { .. } => "chain-block-long-number",
            Self::WitnessFlag { .. } => "chain-block-witness-flag",
            Self::WitnessEmpty { .. } => "chain-block-witness-empty",
            Self::NoInputs { .. } => "chain-block-no-inputs",
            Self::NoOutputs { .. } => "chain-block-no-outputs",
            Self::ValueOutOfRange { .. } => "chain-block-value",
            Self::NoTransactions => "chain-block-no-transactions",
            Self::TrailingBytes(_) => "chain-block-trailing-bytes",
            Self::CoinbaseMissing => "chain-block-coinbase-missing",
            Self::SecondCoinbase => "chain-block-second-coinbase",
            Self::TargetNotAllowed { .. } => "chain-block-target",
            Self::WorkMissing => "chain-block-work",
            Self::MerkleRoot => "chain-block-merkle-root",
            Self::MerkleMutated => "chain-block-merkle-mutated",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLong(length) => {
                vec![("length", length.to_string()), ("most", MAX_BLOCK_LEN.to_string())]
            }
            Self::BreaksOff { at, .. }
            | Self::LongNumber { at, .. }
            | Self::WitnessFlag { at, .. }
            | Self::WitnessEmpty { at }
            | Self::NoInputs { at }
            | Self::NoOutputs { at }
            | Self::ValueOutOfRange { at } => vec![("at", at.to_string())],
            Self::TrailingBytes(length) => vec![("length", length.to_string())],
            Self::TargetNotAllowed { bits, network } => {
                vec![("bits", format!("{bits:08x}")), ("network", network.to_string())]
            }
            _ => vec![],
        }
    }
}

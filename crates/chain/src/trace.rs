//! Follows money from outputs forward, satoshi by satoshi, first in first out.
//!
//! The convention comes from Clayton's case (1816) as Anderson and others applied it to Bitcoin (2018): within a
//! transaction the satoshis of the inputs, in the order of the inputs, fill the outputs in the order of the outputs, and
//! what is left is the fee. It loses and doubles nothing, so every satoshi traced ends in exactly one place. It is a
//! convention of law, not a fact of nature: a finding names it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use comity_record::Coded;
use serde::{Deserialize, Serialize};

use crate::hash::{Outpoint, Txid};
use crate::script::AddressError;
use crate::tags::{SERVICE_CATEGORIES, TagRow};

mod fifo;

/// Outputs from which one trace may start: those of the busiest addresses of a case, not of an exchange.
pub const MAX_STARTS: usize = 100_000;
/// Rows of one trace, whatever number of outputs it may reach: some gigabytes of memory.
pub const MAX_FLOWS: usize = 4_000_000;

/// How value is attributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// First in, first out.
    Fifo,
}

/// Which way money is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// From where it was to where it went.
    Forward,
}

/// Where a trace begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// One output.
    Output(Outpoint),
    /// All outputs of a transaction.
    Transaction(Txid),
    /// All outputs that an address has received.
    Address(String),
}

/// Where money is followed no further. All of it is printed in the finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stops {
    /// Stop at an address that a tag gives one of these categories; at none if empty.
    pub categories: BTreeSet<String>,
    /// Stop after so many transactions.
    pub hops: u32,
    /// Stop at an output that receives less traced value than this.
    pub least_sat: u64,
    /// Stop everywhere once so many outputs have been reached.
    pub max_outputs: u64,
}

/// What a trace was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraceQuestion {
    /// How value is attributed.
    pub method: Method,
    /// Which way it is followed.
    pub direction: Direction,
    /// Where it begins.
    pub starts: Vec<Start>,
    /// Where it stops.
    pub stops: Stops,
}

/// Why satoshis were followed no further, or that they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// They went on: later rows say where.
    Followed,
    /// They reached an address that a tag names as a service.
    Service,
    /// They lay there at the height of the trace.
    Unspent,
    /// They were left to a miner.
    Fee,
    /// They came back to an output from which the trace starts anyway.
    JoinsStart,
    /// They went on, after as many transactions as were asked for.
    Hops,
    /// They went on, but the output received less than the least value asked for.
    LeastValue,
    /// They went on, but as many outputs were reached as were asked for.
    OutputLimit,
    /// They went on behind an input from before the ledger's first block, whose worth is not known, so that their
    /// place in the order is not known either.
    UnknownInput,
    /// They can never be spent.
    Unspendable,
    /// They were lost when a later coinbase with the same id took the output's place.
    Overwritten,
}

/// A range of satoshis on one output or in one fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// Transactions since the start; 0 for the start itself.
    pub hop: u32,
    /// The height of the transaction.
    pub height: u32,
    /// The transaction that brought the satoshis here.
    pub txid: Txid,
    /// The output; none for the fee.
    pub vout: Option<u32>,
    /// The first satoshi of the range, counted from the beginning of the output or fee.
    pub offset_sat: u64,
    /// How many satoshis.
    pub value_sat: u64,
    /// Where they were before; none for the start.
    pub from: Option<FlowSource>,
    /// The address of the output.
    pub to: Option<String>,
    /// Why they were followed no further, or that they were.
    pub end: End,
    /// What is said of the address: places in the list of tag rows.
    pub tags: Vec<u32>,
}

/// The range from which a [`Flow`] comes; as long as the flow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowSource {
    /// The output.
    pub outpoint: Outpoint,
    /// The first satoshi.
    pub offset_sat: u64,
    /// The address.
    pub address: String,
}

/// How much was traced and where it ended. What started equals the sum of the ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// What was on the outputs of the start.
    pub started_sat: u64,
    /// What ended for each reason; [`End::Followed`] is none.
    pub ended_sat: BTreeMap<End, u64>,
}

/// The answer to a [`TraceQuestion`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Every movement, in chain order.
    pub flows: Vec<Flow>,
    /// How much was traced and where it ended.
    pub totals: Totals,
    /// Everything that tags say of the addresses reached.
    pub tag_rows: Vec<TagRow>,
}

/// Why a question has no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TraceError {
    /// No start, or only starts without outputs.
    #[error("the trace has no output to start from")]
    NoStart,
    /// A start that the ledger does not know at this height.
    #[error("the ledger does not hold {0}")]
    UnknownStart(String),
    /// A start that is not written as an address.
    #[error("the start is no address")]
    StartAddress(#[source] AddressError),
    /// More than [`MAX_STARTS`].
    #[error("more than {MAX_STARTS} outputs to start from")]
    TooManyStarts,
    /// More satoshis than a number can hold; only a made-up chain has them.
    #[error("the starts hold more than all coins that can be counted")]
    TooMuchValue,
}

impl Coded for TraceError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoStart => "chain-trace-no-start",
            Self::UnknownStart(_) => "chain-trace-unknown-start",
            Self::StartAddress(source) => source.code(),
            Self::TooManyStarts => "chain-trace-too-many-starts",
            Self::TooMuchValue => "chain-trace-too-much-value",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownStart(start) => vec![("start", start.clone())],
            Self::StartAddress(source) => source.args(),
            Self::TooManyStarts => vec![("most", MAX_STARTS.to_string())],
            Self::NoStart | Self::TooMuchValue => vec![],
        }
    }
}

impl Default for Stops {
    /// At services, and where a person could no longer read the result.
    fn default() -> Self {
        Self {
            categories: SERVICE_CATEGORIES.into_iter().map(str::to_owned).collect(),
            hops: 1000,
            least_sat: 0,
            max_outputs: 10_000,
        }
    }
}

impl TraceQuestion {
    /// First in first out, forward, with the usual stops.
    pub fn fifo_forward(starts: Vec<Start>) -> Self {
        Self { method: Method::Fifo, direction: Direction::Forward, starts, stops: Stops::default() }
    }
}

impl End {
    /// Every end, in the order in which they are listed to a person.
    pub const ALL: [Self; 11] = [
        Self::Followed,
        Self::Service,
        Self::Unspent,
        Self::Fee,
        Self::JoinsStart,
        Self::Hops,
        Self::LeastValue,
        Self::OutputLimit,
        Self::UnknownInput,
        Self::Unspendable,
        Self::Overwritten,
    ];

    /// The key of the message that names it to a person.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Followed => "chain-end-followed",
            Self::Service => "chain-end-service",
            Self::Unspent => "chain-end-unspent",
            Self::Fee => "chain-end-fee",
            Self::JoinsStart => "chain-end-joins-start",
            Self::Hops => "chain-end-hops",
            Self::LeastValue => "chain-end-least-value",
            Self::OutputLimit => "chain-end-output-limit",
            Self::UnknownInput => "chain-end-unknown-input",
            Self::Unspendable => "chain-end-unspendable",
            Self::Overwritten => "chain-end-overwritten",
        }
    }
}

impl Totals {
    /// The sum of all ends, which is what started.
    pub fn ended_total_sat(&self) -> u64 {
        self.ended_sat.values().sum()
    }
}

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Output(outpoint) => outpoint.fmt(f),
            Self::Transaction(txid) => txid.fmt(f),
            Self::Address(address) => address.fmt(f),
        }
    }
}

//! Follows money from outputs, forward to where it went or backward to where it came from, by a [`Method`] that the case
//! chooses.
//!
//! All amounts are whole satoshis, and every method but poison puts each of them in exactly one place: what starts is
//! the sum of what ends. A method is a convention, and a finding names it; [`View::compare`] lays several side by side.
//!
//! There is one engine for all of them: transactions in chain order, or against it, each taken when all that is traced
//! of its inputs (backward, of its outputs) is known. A method says how a transaction passes value on: by the order of
//! satoshis, by shares of a pool, or by the balance of accounts.
//!
//! [`View::compare`]: crate::ledger::View::compare

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use comity_record::Coded;
use serde::{Deserialize, Serialize};

use crate::cluster::Layer;
use crate::hash::{Outpoint, Txid};
use crate::script::AddressError;
use crate::tags::TagRow;

mod account;
mod compare;
mod end;
mod engine;
mod method;
mod order;
mod owners;
mod share;
mod stops;
mod write;

pub use compare::{Comparison, ComparisonRow};
pub use end::End;
pub use method::{Direction, Method};
pub use stops::Stops;

/// Outputs from which one trace may start: those of the busiest addresses of a case, not of an exchange.
pub const MAX_STARTS: usize = 100_000;
/// Rows of one trace, whatever number of outputs it may reach: some gigabytes of memory.
pub const MAX_FLOWS: usize = 4_000_000;

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

/// What a trace was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceQuestion {
    /// How value is attributed; the method that a finding relies on.
    pub method: Method,
    /// Methods whose sums a finding lays beside those of the one it relies on.
    pub beside: Vec<Method>,
    /// Which way it is followed.
    pub direction: Direction,
    /// Where it begins.
    pub starts: Vec<Start>,
    /// Where it stops.
    pub stops: Stops,
    /// The layers by which an address is its owner's, so that what tags say of any of his addresses counts for it; none
    /// where it counts for the address alone.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub owners: BTreeSet<Layer>,
}

/// Traced value on one output, or in one fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// Transactions since the start, by the shortest way where several join; 0 for the start itself.
    pub hop: u32,
    /// The height of the transaction.
    pub height: u32,
    /// The transaction that made the output, or left the fee.
    pub txid: Txid,
    /// The output. None for the fee; backward, none for what an unknown input has brought.
    pub vout: Option<u32>,
    /// The first satoshi, counted from the beginning of the output or fee; 0 where the method knows no order.
    pub offset_sat: u64,
    /// How many satoshis.
    pub value_sat: u64,
    /// Where the trace came from: where they were before, or backward where they went next. None for the start, and
    /// where several outputs were mixed; then those are it whose `spent_in` is the transaction between.
    pub from: Option<FlowSource>,
    /// The transaction by which they left the output, where they were followed through it.
    pub spent_in: Option<Txid>,
    /// The address of the output.
    pub to: Option<String>,
    /// Why they were followed no further, or that they were.
    pub end: End,
    /// What is said of the address: places in the list of tag rows.
    pub tags: Vec<u32>,
}

/// The output from which the trace came to a [`Flow`]; its address is in the movement that came there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowSource {
    /// The output.
    pub outpoint: Outpoint,
    /// The first satoshi; 0 where the method knows no order.
    pub offset_sat: u64,
}

/// How much was traced and where it ended. What started and what joined is the sum of the ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// What was on the outputs of the start.
    pub started_sat: u64,
    /// For [`Method::Poison`], which marks whole outputs: the value of all else that took part in the transactions
    /// passed, and was marked with it. 0 for the others.
    pub joined_sat: u64,
    /// What ended for each reason; [`End::Followed`] is none.
    pub ended_sat: BTreeMap<End, u64>,
}

/// The answer to a [`TraceQuestion`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Every movement, in the order in which it was found: the starts, then by transaction in chain order, or backward
    /// against it.
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
    /// A start, or a place to stop, that is not written as an address.
    #[error("not an address to start from or to stop at")]
    Address(#[source] AddressError),
    /// More than [`MAX_STARTS`].
    #[error("more than {MAX_STARTS} outputs to start from")]
    TooManyStarts,
    /// More satoshis than a number can hold; only a made-up chain has them.
    #[error("the trace holds more than all coins that can be counted")]
    TooMuchValue,
    /// A name that is none of a method.
    #[error("no method is called {0:?}")]
    UnknownMethod(String),
    /// A name that is none of a direction.
    #[error("no direction is called {0:?}")]
    UnknownDirection(String),
    /// Words that are none of a stop.
    #[error("no stop is written {0:?}")]
    UnknownStop(String),
    /// A method that does not go in the direction asked for.
    #[error("{0} goes forward only")]
    ForwardOnly(Method),
}

impl Coded for TraceError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoStart => "chain-trace-no-start",
            Self::UnknownStart(_) => "chain-trace-unknown-start",
            Self::Address(source) => source.code(),
            Self::TooManyStarts => "chain-trace-too-many-starts",
            Self::TooMuchValue => "chain-trace-too-much-value",
            Self::UnknownMethod(_) => "chain-trace-unknown-method",
            Self::UnknownDirection(_) => "chain-trace-unknown-direction",
            Self::UnknownStop(_) => "chain-trace-unknown-stop",
            Self::ForwardOnly(_) => "chain-trace-forward-only",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownStart(start) => vec![("start", start.clone())],
            Self::Address(source) => source.args(),
            Self::TooManyStarts => vec![("most", MAX_STARTS.to_string())],
            Self::UnknownMethod(text) | Self::UnknownDirection(text) | Self::UnknownStop(text) => {
                vec![("text", text.clone())]
            }
            Self::ForwardOnly(method) => vec![("what", method.to_string())],
            Self::NoStart | Self::TooMuchValue => vec![],
        }
    }
}

impl TraceQuestion {
    /// By this method and in this direction, with the usual stops.
    pub fn new(method: Method, direction: Direction, starts: Vec<Start>) -> Self {
        Self {
            method,
            beside: Vec::new(),
            direction,
            starts,
            stops: Stops::default(),
            owners: BTreeSet::new(),
        }
    }

    /// First in first out, forward, with the usual stops.
    pub fn fifo_forward(starts: Vec<Start>) -> Self {
        Self::new(Method::Fifo, Direction::Forward, starts)
    }
}

impl Totals {
    /// The sum of all ends, which is what started and what joined.
    pub fn ended_total_sat(&self) -> u64 {
        self.ended_sat.values().fold(0, |sum, sat| sum.saturating_add(*sat))
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

//! Bitcoin ledger, look-ups and tracing.
//!
//! Blocks go in as bytes from a [`BlockSource`](source::BlockSource), are checked and linked into a [`Ledger`], and
//! every question is asked of a [`View`](ledger::View): the ledger as it was at a height. A view finds transactions,
//! addresses and blocks ([`lookup`]), follows money to the services that tags name or back to where it came from
//! ([`trace`], [`tags`]), follows peel chains ([`peel`]), and writes down a [`Finding`] that another office recomputes to
//! the same digest on its own ledger.
//!
//! What it is not: a node. It reads blocks that a node has accepted, and checks proof of work, Merkle roots, that
//! nothing is spent twice or out of nothing. It does not check signatures, scripts, the subsidy, the rules of difficulty
//! or the commitment to witnesses. It knows no case, no network and no clock, and prints no words of its own.
//!
//! Start with [`source::BlkFiles`] for a node's folder, then [`Ledger::ingest`], [`Ledger::at`] and
//! [`View::find`](ledger::View::find).
//!
//! ```
//! use comity_chain::ledger::{IngestOptions, Ledger};
//! use comity_chain::source::BlkFiles;
//! use comity_chain::tags::{TagPack, TagSet};
//! use comity_chain::trace::{Start, TraceQuestion};
//! use comity_chain::{Finding, Network};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let packs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
//! let mut ledger = Ledger::new(Network::Regtest);
//! let source = BlkFiles::folder(&packs.join("exercises/chain"), Network::Regtest)?;
//! ledger.ingest(&source, &IngestOptions::default(), &mut |_| {})?;
//!
//! let pack = TagPack::parse(&std::fs::read(packs.join("tags/exercise.yaml"))?)?;
//! let mut tags = TagSet::new(Network::Regtest);
//! tags.add(&pack);
//!
//! // From the victim's address to wherever it went by block 860.
//! let victim = Start::Address("mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31".to_owned());
//! let question = TraceQuestion::fifo_forward(vec![victim]);
//! let finding = ledger.at(Some(860))?.find(&question, &tags, &[(&pack).into()])?;
//! assert_eq!(finding.totals.started_sat, finding.totals.ended_total_sat());
//!
//! let read = Finding::from_json(&finding.to_json()?)?;
//! assert!(read.verify(&ledger)?.is_equal());
//! # Ok(())
//! # }
//! ```
//!
//! Invariants:
//! - the same chain gives the same row numbers, digests and findings, whatever the files, their order or obfuscation,
//!   and whatever blocks come later;
//! - a trace conserves every satoshi: what starts is the sum of what ends, and for poison, which marks whole outputs, what
//!   starts and what joins is;
//! - what is followed forward from one output to another is found backward from the other;
//! - a source that fails leaves the ledger as it was;
//! - no bytes from outside make a parser panic, read past its end, or allocate by a length that they claim;
//! - tags are shown with the pack, row and file that they come from, and never merged; the order in which files came
//!   changes no answer.

pub mod block;
pub mod change;
pub mod cluster;
pub mod coinjoin;
pub mod finding;
pub mod flow;
pub mod hash;
pub mod ledger;
pub mod lookup;
pub mod merkle;
pub mod network;
pub mod order;
pub mod paths;
pub mod peel;
pub mod range;
pub mod score;
pub mod script;
pub mod source;
mod store;
pub mod tags;
pub mod trace;
pub mod work;

pub use finding::Finding;
pub use ledger::Ledger;
pub use network::Network;

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] = &[
    "chain-network-unknown",
    "chain-hash-malformed",
    "chain-address-malformed",
    "chain-address-other-network",
    "chain-block-too-long",
    "chain-block-breaks-off",
    "chain-block-long-number",
    "chain-block-witness-flag",
    "chain-block-witness-empty",
    "chain-block-no-inputs",
    "chain-block-no-outputs",
    "chain-block-value",
    "chain-block-no-transactions",
    "chain-block-trailing-bytes",
    "chain-block-coinbase-missing",
    "chain-block-second-coinbase",
    "chain-block-target",
    "chain-block-work",
    "chain-block-merkle-root",
    "chain-block-merkle-mutated",
    "chain-source-unreadable",
    "chain-source-no-files",
    "chain-source-key-length",
    "chain-source-magic",
    "chain-source-other-network",
    "chain-source-record-length",
    "chain-source-breaks-off",
    "chain-source-padding",
    "chain-source-block",
    "chain-ingest-other-network",
    "chain-ingest-no-blocks",
    "chain-ingest-changed",
    "chain-ingest-too-many-blocks",
    "chain-ingest-first-height-unknown",
    "chain-ingest-first-height",
    "chain-ingest-first-height-contradicted",
    "chain-ingest-spent-twice",
    "chain-ingest-no-prevout",
    "chain-ingest-value-from-nothing",
    "chain-ingest-too-much-value",
    "chain-ingest-too-many-scripts",
    "chain-ingest-threads",
    "chain-store-missing",
    "chain-store-not-empty",
    "chain-store-other-network",
    "chain-store-format",
    "chain-store-damaged",
    "chain-ledger-empty",
    "chain-height-outside",
    "chain-path-unknown-address",
    "chain-layer-unknown",
    "chain-tags-too-large",
    "chain-tags-malformed",
    "chain-tags-too-many",
    "chain-tags-text-too-long",
    "chain-tags-missing",
    "chain-tags-answers-to",
    "chain-tags-too-many-actors",
    "chain-tags-line",
    "chain-tags-column",
    "chain-tags-date",
    "chain-tags-file",
    "chain-tags-unknown-format",
    "chain-tags-damaged",
    "chain-tags-store-format",
    "chain-tags-full",
    "chain-tags-not-imported",
    "chain-tags-unknown-holder",
    "chain-tags-not-entered",
    "chain-tags-text",
    "chain-trace-no-start",
    "chain-trace-unknown-start",
    "chain-trace-too-many-starts",
    "chain-trace-too-much-value",
    "chain-truth-too-large",
    "chain-truth-malformed",
    "chain-truth-other-network",
    "chain-truth-other-chain",
    "chain-truth-address",
    "chain-truth-address-twice",
    "chain-truth-owner-twice",
    "chain-truth-transaction-twice",
    "chain-truth-transaction",
    "chain-trace-unknown-method",
    "chain-trace-unknown-direction",
    "chain-trace-unknown-stop",
    "chain-trace-forward-only",
    "chain-finding-too-large",
    "chain-finding-malformed",
    "chain-finding-format",
    "chain-finding-digest",
];

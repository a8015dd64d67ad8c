//! Tags: who is said to hold an address, by whom, and where it says so.
//!
//! Packs are read in the GraphSense TagPack format: what the header says holds for every row that does not say it
//! itself. Nothing is merged and nothing is decided here: rows of different packs that disagree stand side by side,
//! each with the pack, the row and the digest of the file that it comes from.

use std::collections::{BTreeSet, HashMap};

use comity_record::{Coded, Country, Sha256Digest};
use serde::{Deserialize, Serialize};

use crate::network::Network;
use crate::script::ScriptKey;

mod pack;

pub use pack::{MAX_PACK_BYTES, MAX_TAGS, MAX_TEXT, TagPack, TagRow};

/// The currency of tags for addresses of this crate's networks.
pub const CURRENCY: &str = "BTC";

/// The categories of GraphSense packs that mean a service which holds money for others and can be asked about it.
pub const SERVICE_CATEGORIES: [&str; 9] = [
    "exchange",
    "gambling",
    "hosted_wallet",
    "market",
    "mixing_service",
    "payment_processor",
    "service",
    "shop",
    "wallet_service",
];

/// The state whose courts a service answers to. Packs seldom know it; it stays unknown until somebody enters it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "answers")]
pub enum AnswersTo {
    /// Nobody has said.
    #[default]
    Unknown,
    /// Somebody has said, and where it is written.
    State {
        /// The state.
        country: Country,
        /// Where it is written.
        source: String,
    },
}

/// Why a pack is not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TagError {
    /// More than [`MAX_PACK_BYTES`].
    #[error("{0} bytes are more than a tag pack may have ({MAX_PACK_BYTES})")]
    TooLarge(usize),
    /// No YAML, or not the shape of a tag pack, or over a limit of the reader.
    #[error("not a tag pack: {0}")]
    Malformed(String),
    /// More than [`MAX_TAGS`].
    #[error("more than {MAX_TAGS} tags in one pack")]
    TooMany,
    /// A text longer than [`MAX_TEXT`].
    #[error("tag {row}: {field} is longer than {MAX_TEXT} bytes")]
    TextTooLong {
        /// The tag, counted from 1; 0 for the header.
        row: usize,
        /// The field.
        field: &'static str,
    },
    /// A tag that lacks what every tag must say, itself or by the header.
    #[error("tag {row} does not say its {field}")]
    Missing {
        /// The tag, counted from 1; 0 for the header.
        row: usize,
        /// The field.
        field: &'static str,
    },
    /// A state that is not an ISO 3166-1 code, or is stated without a source.
    #[error("tag {row}: the state that the service answers to needs an ISO 3166-1 code and a source")]
    AnswersTo {
        /// The tag, counted from 1; 0 for the header.
        row: usize,
    },
}

impl Coded for TagError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge(_) => "chain-tags-too-large",
            Self::Malformed(_) => "chain-tags-malformed",
            Self::TooMany => "chain-tags-too-many",
            Self::TextTooLong { .. } => "chain-tags-text-too-long",
            Self::Missing { .. } => "chain-tags-missing",
            Self::AnswersTo { .. } => "chain-tags-answers-to",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge(length) => {
                vec![("length", length.to_string()), ("most", MAX_PACK_BYTES.to_string())]
            }
            Self::Malformed(cause) => vec![("cause", cause.clone())],
            Self::TooMany => vec![("most", MAX_TAGS.to_string())],
            Self::TextTooLong { row, field } => {
                vec![("row", row.to_string()), ("field", (*field).to_owned()), ("most", MAX_TEXT.to_string())]
            }
            Self::Missing { row, field } => vec![("row", row.to_string()), ("field", (*field).to_owned())],
            Self::AnswersTo { row } => vec![("row", row.to_string())],
        }
    }
}

/// The tags of one network's addresses, from any number of packs.
#[derive(Clone, Debug)]
pub struct TagSet {
    network: Network,
    rows: Vec<TagRow>,
    of_key: HashMap<ScriptKey, Vec<usize>>,
    packs: BTreeSet<Sha256Digest>,
}

/// What became of a pack's rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagReport {
    /// The pack's title.
    pub title: String,
    /// The digest of its file.
    pub digest: Sha256Digest,
    /// Whether the same file was there already, so that nothing was added.
    pub repeated: bool,
    /// Rows that now stand for an address of the network.
    pub taken: usize,
    /// Rows of other currencies.
    pub other_currency: usize,
    /// The numbers of rows whose text is no address of the network.
    pub no_address: Vec<u32>,
}

/// Rows that say different things of one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagConflict<'t> {
    /// The address.
    pub address: String,
    /// All rows of it.
    pub rows: Vec<&'t TagRow>,
}

impl TagSet {
    /// No tags, for addresses of `network`.
    pub fn new(network: Network) -> Self {
        Self { network, rows: Vec::new(), of_key: HashMap::new(), packs: BTreeSet::new() }
    }

    /// Adds the rows of a pack.
    pub fn add(&mut self, pack: &TagPack) -> TagReport {
        let mut report = TagReport {
            title: pack.title.clone(),
            digest: pack.digest,
            repeated: !self.packs.insert(pack.digest),
            taken: 0,
            other_currency: 0,
            no_address: Vec::new(),
        };
        if report.repeated {
            return report;
        }
        for row in &pack.rows {
            if row.currency != CURRENCY {
                report.other_currency += 1;
            } else if self.add_row(row.clone()) {
                report.taken += 1;
            } else {
                report.no_address.push(row.row);
            }
        }
        report
    }

    /// Adds one row, as a finding holds it; `false` where its text is no address of the network.
    pub fn add_row(&mut self, row: TagRow) -> bool {
        let Ok(key) = ScriptKey::parse(&row.address, self.network) else { return false };
        self.of_key.entry(key).or_default().push(self.rows.len());
        self.rows.push(row);
        true
    }

    /// What is said of an address, in the order in which the packs were added.
    pub fn find(&self, key: &ScriptKey) -> impl Iterator<Item = &TagRow> {
        // A script by hash in a pack was read without its kind.
        key.alternatives().filter_map(|key| self.of_key.get(&key)).flatten().map(|place| &self.rows[*place])
    }

    /// All rows, in the order in which the packs were added.
    pub fn rows(&self) -> &[TagRow] {
        &self.rows
    }

    /// The addresses of which rows say different things, in the order of the addresses' text.
    pub fn conflicts(&self) -> Vec<TagConflict<'_>> {
        let mut conflicts: Vec<_> = self
            .of_key
            .values()
            .map(|places| -> Vec<&TagRow> { places.iter().map(|place| &self.rows[*place]).collect() })
            .filter(|rows| rows.iter().any(|row| row.contradicts(rows[0])))
            .map(|rows| TagConflict { address: rows[0].address.clone(), rows })
            .collect();
        conflicts.sort_by(|a, b| a.address.cmp(&b.address));
        conflicts
    }
}

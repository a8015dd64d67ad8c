//! A finding: a trace with everything that is needed to check it and to do it again.
//!
//! It names the chain (hash and height of the tip, digests over what the ledger holds up to there), the question with
//! every stop, the rows of tags that it used, every movement, and for each transaction the Merkle path to its header.
//! Whoever has the same blocks, in whatever files and up to whatever later tip, recomputes the same result digest.

use std::collections::BTreeSet;

use comity_record::cbor::{self, CborError};
use comity_record::{Bytes, Coded, Sha256Digest};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::block::{HEADER_LEN, Header};
use crate::hash::{BlockHash, Txid};
use crate::ledger::View;
use crate::merkle::{MerklePath, MerkleTree};
use crate::network::Network;
use crate::range::RangeDigest;
use crate::tags::{KeptFile, TagPack, TagRow, TagSet};
use crate::trace::{Comparison, Flow, Method, Totals, Trace, TraceError, TraceQuestion};

mod packs;
mod verify;

pub use packs::{PackCheck, PackStanding, PacksHere};
pub use verify::{Difference, DifferencePlace, MAX_DIFFERENCES, Verdict};

/// The name and version of the form below.
pub const FORMAT: &str = "comity-chain-finding/2";
/// Bytes of a finding as JSON: some hundred thousand movements. A larger trace is one that no court reads.
pub const MAX_FINDING_BYTES: usize = 256 << 20;

/// A trace that others can recompute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// [`FORMAT`].
    pub format: String,
    /// The network.
    pub network: Network,
    /// The height of the ledger's first block.
    pub first_height: u32,
    /// The height that was taken as the tip.
    pub at_height: u32,
    /// The hash of the block at that height.
    pub at_block: BlockHash,
    /// The digest over all headers up to there.
    pub headers_digest: Sha256Digest,
    /// The digests over what the ledger holds, by ranges of heights.
    pub ranges: Vec<RangeDigest>,
    /// What was asked, with every stop.
    pub question: TraceQuestion,
    /// The packs whose tags were considered.
    pub packs: Vec<PackName>,
    /// Everything that they say of the addresses reached.
    pub tag_rows: Vec<TagRow>,
    /// Every movement.
    pub flows: Vec<Flow>,
    /// How much was traced and where it ended.
    pub totals: Totals,
    /// Where the same money ends by the other methods that the question names, beside the one relied on; none where it
    /// names no other.
    pub comparison: Option<Comparison>,
    /// The transactions of the movements, each proved to lie under its header.
    pub proofs: Vec<TxProof>,
    /// SHA-256 over all of the above in deterministic CBOR; see [`Finding::compute_digest`].
    pub result_digest: Sha256Digest,
}

/// A pack by what names it for good.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PackName {
    /// SHA-256 of its file.
    pub digest: Sha256Digest,
    /// Its title.
    pub title: String,
    /// Who made it.
    pub creator: String,
}

/// That a transaction lies in a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TxProof {
    /// The transaction.
    pub txid: Txid,
    /// The height of the block.
    pub height: u32,
    /// The 80 bytes of the block's header; double SHA-256 gives its hash.
    pub header: Bytes,
    /// The path to the root in the header.
    pub path: MerklePath,
}

/// Why a finding cannot be made or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FindingError {
    /// The question has no answer.
    #[error(transparent)]
    Trace(#[from] TraceError),
    /// More than [`MAX_FINDING_BYTES`], of a file or of what would be written.
    #[error("{0} bytes are more than a finding may have ({MAX_FINDING_BYTES})")]
    TooLarge(usize),
    /// No JSON, or not the shape of a finding.
    #[error("not a finding")]
    Malformed(#[source] serde_json::Error),
    /// A form that this program does not know.
    #[error("the form {0:?} is not {FORMAT}")]
    Format(String),
    /// Something in it is too large for deterministic CBOR.
    #[error("the finding has no digest")]
    Digest(#[source] CborError),
}

impl Coded for FindingError {
    fn code(&self) -> &'static str {
        match self {
            Self::Trace(source) => source.code(),
            Self::TooLarge(_) => "chain-finding-too-large",
            Self::Malformed(_) => "chain-finding-malformed",
            Self::Format(_) => "chain-finding-format",
            Self::Digest(_) => "chain-finding-digest",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Trace(source) => source.args(),
            Self::TooLarge(length) => {
                vec![("length", length.to_string()), ("most", MAX_FINDING_BYTES.to_string())]
            }
            Self::Malformed(source) => vec![("cause", source.to_string())],
            Self::Format(format) => {
                vec![("found", format.chars().take(60).collect()), ("expected", FORMAT.to_owned())]
            }
            Self::Digest(source) => vec![("cause", source.to_string())],
        }
    }
}

impl From<&KeptFile> for PackName {
    fn from(file: &KeptFile) -> Self {
        Self { digest: file.digest, title: file.title.clone(), creator: file.creator.clone() }
    }
}

impl From<&TagPack> for PackName {
    fn from(pack: &TagPack) -> Self {
        Self { digest: pack.digest, title: pack.title.clone(), creator: pack.creator.clone() }
    }
}

impl View<'_> {
    /// Traces, and writes down everything that is needed to check the trace. `packs` names what `tags` was filled with.
    ///
    /// # Errors
    /// When there is nothing to start from.
    pub fn find(
        &self,
        question: &TraceQuestion,
        tags: &TagSet,
        packs: &[PackName],
    ) -> Result<Finding, FindingError> {
        let Trace { flows, totals, tag_rows } = self.trace(question, tags)?;
        let comparison = match &question.beside[..] {
            [] => None,
            beside => Some(self.compare(question, &[&[question.method], beside].concat(), tags)?),
        };
        let packs: BTreeSet<_> = packs.iter().cloned().collect();
        let mut finding = Finding {
            format: FORMAT.to_owned(),
            network: self.ledger().network(),
            first_height: self.ledger().columns.first_height(),
            at_height: self.height(),
            at_block: self.tip_hash(),
            headers_digest: self.headers_digest(),
            ranges: self.range_digests(),
            question: question.clone(),
            packs: packs.into_iter().collect(),
            proofs: self.proofs(&flows),
            tag_rows,
            flows,
            totals,
            comparison,
            result_digest: Sha256Digest::from_bytes([0; 32]),
        };
        finding.result_digest = finding.compute_digest()?;
        Ok(finding)
    }

    /// A proof for each transaction of the movements, in chain order.
    fn proofs(&self, flows: &[Flow]) -> Vec<TxProof> {
        let named = flows.iter().map(|flow| (flow.height, flow.txid));
        let txs: BTreeSet<_> = named
            .flat_map(|(height, txid)| {
                self.find_transaction(&txid).into_iter().filter(move |tx| self.height_of(*tx) == height)
            })
            .collect();
        let txs: Vec<_> = txs.into_iter().map(|tx| (self.height_of(tx), tx)).collect();
        let mut proofs = Vec::with_capacity(txs.len());
        for of_block in txs.chunk_by(|a, b| a.0 == b.0) {
            let height = of_block[0].0;
            let header = self.header(height);
            let tree = MerkleTree::of(&self.ledger().columns.txids(height));
            for (_, tx) in of_block {
                let position = usize::try_from(self.position_of(*tx)).expect("usize has 32 bits at least");
                proofs.push(TxProof {
                    txid: self.txid(*tx),
                    height,
                    header: Bytes(header.as_bytes().to_vec()),
                    path: tree.path(position).expect("a transaction has a place in its block"),
                });
            }
        }
        proofs
    }
}

impl TxProof {
    /// Whether the path leads from the transaction to the root in the header.
    pub fn holds(&self) -> bool {
        let Ok(header) = <[u8; HEADER_LEN]>::try_from(self.header.as_ref()) else { return false };
        self.path.root_from(&self.txid) == Some(Header::from_bytes(header).merkle_root())
    }
}

impl Finding {
    /// Reads a finding as JSON. That it says what its digest says is for [`Finding::verify`] to tell.
    ///
    /// # Errors
    /// For bytes that are too many, no JSON, or another form.
    pub fn from_json(bytes: &[u8]) -> Result<Self, FindingError> {
        if bytes.len() > MAX_FINDING_BYTES {
            return Err(FindingError::TooLarge(bytes.len()));
        }
        #[derive(Deserialize)]
        struct Form {
            format: String,
        }
        // Another form has other fields, and the error shall not be about these.
        match serde_json::from_slice::<Form>(bytes) {
            Ok(Form { format }) if format != FORMAT => Err(FindingError::Format(format)),
            _ => serde_json::from_slice(bytes).map_err(FindingError::Malformed),
        }
    }

    /// The finding as JSON for people and programs, ending in a line feed. Same finding, same bytes.
    ///
    /// # Errors
    /// For a finding that is larger than one that can be read.
    pub fn to_json(&self) -> Result<Vec<u8>, FindingError> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(FindingError::Malformed)?;
        bytes.push(b'\n');
        if bytes.len() > MAX_FINDING_BYTES { Err(FindingError::TooLarge(bytes.len())) } else { Ok(bytes) }
    }

    /// The result digest as it must be: SHA-256 over the deterministic CBOR (RFC 8949 §4.2.1) of a map with all fields
    /// but the digest, in which each of the lists `ranges`, `packs`, `tag_rows`, `flows`, `rows` of the comparison, and
    /// `proofs` stands as its length and the SHA-256 over the deterministic CBOR of its items one after another.
    ///
    /// # Errors
    /// When an item is larger than deterministic CBOR may be.
    pub fn compute_digest(&self) -> Result<Sha256Digest, FindingError> {
        #[derive(Serialize)]
        struct ComparisonSummary<'f> {
            methods: &'f [Method],
            totals: &'f [Totals],
            rows: List,
        }
        #[derive(Serialize)]
        struct Summary<'f> {
            format: &'f str,
            network: Network,
            first_height: u32,
            at_height: u32,
            at_block: BlockHash,
            headers_digest: Sha256Digest,
            ranges: List,
            question: &'f TraceQuestion,
            packs: List,
            tag_rows: List,
            flows: List,
            totals: &'f Totals,
            comparison: Option<ComparisonSummary<'f>>,
            proofs: List,
        }
        let comparison = match &self.comparison {
            Some(Comparison { methods, totals, rows }) => {
                Some(ComparisonSummary { methods, totals, rows: List::of(rows)? })
            }
            None => None,
        };
        let summary = Summary {
            format: &self.format,
            network: self.network,
            first_height: self.first_height,
            at_height: self.at_height,
            at_block: self.at_block,
            headers_digest: self.headers_digest,
            ranges: List::of(&self.ranges)?,
            question: &self.question,
            packs: List::of(&self.packs)?,
            tag_rows: List::of(&self.tag_rows)?,
            flows: List::of(&self.flows)?,
            totals: &self.totals,
            comparison,
            proofs: List::of(&self.proofs)?,
        };
        let bytes = cbor::to_canonical(&summary).map_err(FindingError::Digest)?;
        Ok(Sha256Digest::of(&bytes))
    }
}

/// A list of any length in the summary that is hashed.
#[derive(Serialize)]
struct List {
    length: usize,
    digest: Sha256Digest,
}

impl List {
    fn of<T: Serialize>(items: &[T]) -> Result<Self, FindingError> {
        let mut hasher = Sha256::new();
        for item in items {
            hasher.update(cbor::to_canonical(item).map_err(FindingError::Digest)?);
        }
        Ok(Self { length: items.len(), digest: Sha256Digest::from_bytes(hasher.finalize().into()) })
    }
}

//! Measures the engine against a chain of which the truth is known: who owned each address, and what each transaction was.
//!
//! A score says how the rules do on that chain and nothing about the real ledger, whose owners nobody has written down. It
//! therefore carries the name of the chain and how many cases it is of, and whoever quotes it quotes these too.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use comity_record::Coded;
use serde::{Deserialize, Serialize};

use crate::change::ChangeRule;
use crate::cluster::Layer;
use crate::hash::{BlockHash, Outpoint, Txid};
use crate::ledger::{OutNo, ScriptNo, TxNo, View};
use crate::network::Network;
use crate::script::ScriptKey;
use crate::tags::TagSet;

/// Bytes of a truth: some million labelled outputs.
pub const MAX_TRUTH_BYTES: usize = 512 << 20;
/// What a transaction is labelled with that several owners made together.
const COINJOIN: &str = "coinjoin";
/// What a transaction of a peel chain is labelled with.
const PEEL: &str = "peel";
/// Steps from which on a peel chain counts as one: whoever pays out of one purse a few times makes shorter ones.
pub const LEAST_PEELS: usize = 20;

/// What is known of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Truth {
    /// The network.
    pub network: Network,
    /// The height to which it is known.
    pub height: u32,
    /// The hash of the block there.
    pub tip: BlockHash,
    /// Who owned which addresses.
    pub owners: Vec<Owner>,
    /// What transactions were; not all need be there.
    pub transactions: Vec<LabelledTransaction>,
}

/// An owner.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Owner {
    /// His name.
    pub name: String,
    /// His addresses.
    pub addresses: Vec<String>,
}

/// A transaction and what it was.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LabelledTransaction {
    /// Its id.
    pub txid: Txid,
    /// What it was: `coinjoin`, `peel` and others.
    pub label: String,
    /// The owners of its inputs.
    pub inputs: Vec<String>,
    /// Its outputs in their order.
    pub outputs: Vec<LabelledOutput>,
}

/// An output and whose it was.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LabelledOutput {
    /// Its owner.
    pub owner: String,
}

/// Why a truth is not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TruthError {
    /// More than [`MAX_TRUTH_BYTES`].
    #[error("{0} bytes are more than a truth may have ({MAX_TRUTH_BYTES})")]
    TooLarge(usize),
    /// No JSON, or not the shape of a truth.
    #[error("not a truth")]
    Malformed(#[source] serde_json::Error),
    /// It is of another network than the ledger.
    #[error("the truth is of {0}")]
    OtherNetwork(Network),
    /// It is of another chain than the ledger's.
    #[error("the ledger has no block {tip} at height {height}")]
    OtherChain {
        /// The height to which the truth is known.
        height: u32,
        /// The block there.
        tip: BlockHash,
    },
    /// An address that is none.
    #[error("{0:?} is no address of the network")]
    Address(String),
    /// Something of it is not on the ledger.
    #[error("the ledger has no transaction {0} with the outputs that the truth gives it")]
    Transaction(Txid),
}

impl Coded for TruthError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge(_) => "chain-truth-too-large",
            Self::Malformed(_) => "chain-truth-malformed",
            Self::OtherNetwork(_) => "chain-truth-other-network",
            Self::OtherChain { .. } => "chain-truth-other-chain",
            Self::Address(_) => "chain-truth-address",
            Self::Transaction(_) => "chain-truth-transaction",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge(length) => {
                vec![("length", length.to_string()), ("most", MAX_TRUTH_BYTES.to_string())]
            }
            Self::Malformed(source) => vec![("cause", source.to_string())],
            Self::OtherNetwork(network) => vec![("network", network.to_string())],
            Self::OtherChain { height, tip } => {
                vec![("height", height.to_string()), ("hash", tip.to_string())]
            }
            Self::Address(text) => vec![("text", text.chars().take(90).collect())],
            Self::Transaction(txid) => vec![("txid", txid.to_string())],
        }
    }
}

/// How well something is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// What is so.
    pub actual: u128,
    /// What was said to be so.
    pub said: u128,
    /// What was said and is so.
    pub right: u128,
    /// Of what was said, the part that is so, in millionths; none where nothing was said.
    pub precision_ppm: Option<u32>,
    /// Of what is so, the part that was said, in millionths; none where nothing is.
    pub recall_ppm: Option<u32>,
}

impl Measure {
    fn new(actual: u128, said: u128, right: u128) -> Self {
        let part = |of: u128| {
            let ppm = (right * 1_000_000).checked_div(of)?;
            u32::try_from(ppm).ok()
        };
        Self { actual, said, right, precision_ppm: part(said), recall_ppm: part(actual) }
    }
}

/// What came of measuring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Score {
    /// The network of the chain.
    pub network: Network,
    /// The height to which it was measured.
    pub height: u32,
    /// The block there, which names the chain.
    pub tip: BlockHash,
    /// Owners, addresses on the ledger, and transactions that the truth knows.
    pub owners: usize,
    /// The addresses.
    pub addresses: usize,
    /// The transactions.
    pub transactions: usize,
    /// Pairs of addresses that are one owner's, by layers joined to the first.
    pub clusters: BTreeMap<&'static str, Measure>,
    /// Outputs that go back to whoever pays, by each rule.
    pub change: BTreeMap<&'static str, Measure>,
    /// Transactions that several owners made together.
    pub coinjoins: Measure,
    /// Transactions of peel chains of [`LEAST_PEELS`] steps and more, with what was carried on.
    pub peels: Measure,
    /// CoinJoins that were taken for one and are none.
    pub false_coinjoins: Vec<Txid>,
    /// CoinJoins that are one and were not told.
    pub missed_coinjoins: Vec<Txid>,
}

impl Truth {
    /// Reads a truth.
    ///
    /// # Errors
    /// For bytes that are too many or no truth.
    pub fn from_json(bytes: &[u8]) -> Result<Self, TruthError> {
        if bytes.len() > MAX_TRUTH_BYTES {
            return Err(TruthError::TooLarge(bytes.len()));
        }
        serde_json::from_slice(bytes).map_err(TruthError::Malformed)
    }
}

impl View<'_> {
    /// Measures the engine against a truth, at the height to which that is known.
    ///
    /// # Errors
    /// When the truth is of another chain.
    pub fn score(&self, truth: &Truth) -> Result<Score, TruthError> {
        let network = self.ledger().network();
        if truth.network != network {
            return Err(TruthError::OtherNetwork(truth.network));
        }
        let other = || TruthError::OtherChain { height: truth.height, tip: truth.tip };
        if truth.height > self.height() {
            return Err(other());
        }
        let view = self.ledger().at(Some(truth.height)).map_err(|_| other())?;
        if view.tip_hash() != truth.tip {
            return Err(other());
        }
        Ok(Measured::of(&view, truth)?.score(truth))
    }
}

/// The truth in the rows of the ledger.
struct Measured<'v> {
    view: &'v View<'v>,
    owner_of: HashMap<ScriptNo, usize>,
    transactions: Vec<TxNo>,
}

impl<'v> Measured<'v> {
    fn of(view: &'v View<'v>, truth: &Truth) -> Result<Self, TruthError> {
        let mut owner_of = HashMap::new();
        for (number, owner) in truth.owners.iter().enumerate() {
            for address in &owner.addresses {
                let key = ScriptKey::parse(address, truth.network)
                    .map_err(|_| TruthError::Address(address.clone()))?;
                // An address that was never paid is on no ledger.
                if let Some(script) = view.find_script(&key) {
                    owner_of.insert(script, number);
                }
            }
        }
        let found = |labelled: &LabelledTransaction| {
            let tx = view.find_transaction(&labelled.txid).first().copied();
            tx.filter(|tx| view.outputs(*tx).len() == labelled.outputs.len())
                .ok_or(TruthError::Transaction(labelled.txid))
        };
        let transactions = truth.transactions.iter().map(found).collect::<Result<_, _>>()?;
        Ok(Self { view, owner_of, transactions })
    }

    fn score(&self, truth: &Truth) -> Score {
        let labelled = || self.transactions.iter().copied().zip(&truth.transactions);
        let joins: BTreeSet<TxNo> =
            labelled().filter(|(_, tx)| tx.label == COINJOIN).map(|(tx, _)| tx).collect();
        let told: BTreeSet<TxNo> =
            labelled().filter(|(tx, _)| self.view.coinjoin(*tx).is_some()).map(|(tx, _)| tx).collect();
        let txids = |txs: &mut dyn Iterator<Item = &TxNo>| txs.map(|tx| self.view.txid(*tx)).collect();
        let count = |txs: usize| u128::try_from(txs).expect("memory holds fewer than 2^64 rows");
        Score {
            network: truth.network,
            height: truth.height,
            tip: truth.tip,
            owners: truth.owners.len(),
            addresses: self.owner_of.len(),
            transactions: truth.transactions.len(),
            clusters: Layer::all().map(|layer| (layer.name(), self.clusters(layer))).collect(),
            change: ChangeRule::ALL.into_iter().map(|rule| (rule.name(), self.change(rule, truth))).collect(),
            coinjoins: Measure::new(
                count(joins.len()),
                count(told.len()),
                count(joins.intersection(&told).count()),
            ),
            peels: self.peels(truth),
            false_coinjoins: txids(&mut told.difference(&joins)),
            missed_coinjoins: txids(&mut joins.difference(&told)),
        }
    }

    /// Pairs of addresses, with a layer joined to the first.
    fn clusters(&self, layer: Layer) -> Measure {
        let layers = BTreeSet::from([Layer::MultiInput, layer]);
        let no_tags = TagSet::new(self.view.ledger().network());
        let clustering = self.view.layered(&layers, &no_tags, &BTreeSet::new(), None);
        let (mut of_cluster, mut of_owner, mut of_both) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (script, oldest) in clustering.assignments() {
            if let Some(owner) = self.owner_of.get(&script) {
                *of_cluster.entry(oldest).or_insert(0_u128) += 1;
                *of_owner.entry(*owner).or_insert(0_u128) += 1;
                *of_both.entry((oldest, *owner)).or_insert(0_u128) += 1;
            }
        }
        let pairs = |sizes: &mut dyn Iterator<Item = u128>| sizes.map(|size| size * (size - 1) / 2).sum();
        Measure::new(
            pairs(&mut of_owner.into_values()),
            pairs(&mut of_cluster.into_values()),
            pairs(&mut of_both.into_values()),
        )
    }

    /// Outputs that go back to an owner of the inputs.
    fn change(&self, rule: ChangeRule, truth: &Truth) -> Measure {
        let (mut actual, mut said, mut right) = (0, 0, 0);
        for (tx, labelled) in self.transactions.iter().zip(&truth.transactions) {
            // All who join have change of their own, and one output alone is a payment.
            if labelled.label == COINJOIN || labelled.outputs.len() < 2 {
                continue;
            }
            let is_change = |output: &LabelledOutput| labelled.inputs.contains(&output.owner);
            actual += labelled.outputs.iter().filter(|output| is_change(output)).count();
            let Some(OutNo(told)) = self.view.change(*tx, rule) else { continue };
            let first = self.view.outputs(*tx).next().map_or(0, |output| output.0);
            let place = usize::try_from(told - first).expect("an output of the transaction");
            said += 1;
            right += usize::from(is_change(&labelled.outputs[place]));
        }
        let count = |outputs: usize| u128::try_from(outputs).expect("memory holds fewer than 2^64 rows");
        Measure::new(count(actual), said, count(right))
    }

    /// Transactions of peel chains. No tags are asked: a chain shows by its shape alone.
    fn peels(&self, truth: &Truth) -> Measure {
        let labelled: HashMap<Txid, &LabelledTransaction> =
            truth.transactions.iter().map(|tx| (tx.txid, tx)).collect();
        let no_tags = TagSet::new(self.view.ledger().network());
        let mut followed: BTreeSet<Outpoint> = BTreeSet::new();
        let (mut said, mut right) = (0_u128, 0_u128);
        // In chain order, so that each chain is found from its beginning.
        let txs: BTreeSet<TxNo> = self.transactions.iter().copied().collect();
        for output in txs.into_iter().flat_map(|tx| self.view.outputs(tx)) {
            let start = self.view.outpoint(output);
            if followed.contains(&start) {
                continue;
            }
            let Ok(chain) = self.view.peel_chain(&start, &no_tags) else { continue };
            if chain.steps.len() < LEAST_PEELS {
                continue;
            }
            for step in chain.steps {
                followed.insert(Outpoint { txid: step.txid, vout: step.change.vout });
                let Some(tx) = labelled.get(&step.txid) else { continue };
                let change = usize::try_from(step.change.vout).expect("an output of the transaction");
                said += 1;
                right += u128::from(tx.label == PEEL && tx.inputs.contains(&tx.outputs[change].owner));
            }
        }
        let actual = truth.transactions.iter().filter(|tx| tx.label == PEEL).count();
        Measure::new(u128::try_from(actual).expect("memory holds fewer than 2^64 rows"), said, right)
    }
}

//! Measures the engine against a chain of which the truth is known: who owned each address, and what each transaction was.
//!
//! A score says how the rules do on that chain and nothing about the real ledger, whose owners nobody has written down. It
//! therefore carries the name of the chain and how many cases it is of, and whoever quotes it quotes these too. It says as
//! well what was counted: the whole chain, or only what the truth labels.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use comity_record::Coded;
use serde::{Deserialize, Serialize};

use crate::change::ChangeRule;
use crate::cluster::Layer;
use crate::hash::{BlockHash, Outpoint, Txid};
use crate::ledger::{InNo, OutNo, Prevout, ScriptNo, TxNo, View};
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
    /// Whether a transaction that is not there is no CoinJoin and no peel. Where it is not said, the truth is whole if it
    /// labels every transaction but coinbases.
    #[serde(default)]
    pub whole: Option<bool>,
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
    /// An owner is there twice.
    #[error("owner {name:?} is there twice: {first} and {second}")]
    OwnerTwice {
        /// The name.
        name: String,
        /// Where he is first, counted from 1.
        first: usize,
        /// Where he is again.
        second: usize,
    },
    /// An address is given to two owners, in whatever form it is written.
    #[error("{address:?} is given to two owners: {first} and {second}")]
    AddressTwice {
        /// The address.
        address: String,
        /// The place of the one owner, counted from 1.
        first: usize,
        /// That of the other.
        second: usize,
    },
    /// A transaction is labelled twice.
    #[error("transaction {txid} is there twice: {first} and {second}")]
    TransactionTwice {
        /// The transaction.
        txid: Txid,
        /// Where it is first, counted from 1.
        first: usize,
        /// Where it is again.
        second: usize,
    },
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
            Self::OwnerTwice { .. } => "chain-truth-owner-twice",
            Self::AddressTwice { .. } => "chain-truth-address-twice",
            Self::TransactionTwice { .. } => "chain-truth-transaction-twice",
            Self::Transaction(_) => "chain-truth-transaction",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let twice = |name, what: &str, first: &usize, second: &usize| {
            let what = what.chars().take(90).collect();
            vec![(name, what), ("first", first.to_string()), ("second", second.to_string())]
        };
        match self {
            Self::OwnerTwice { name, first, second } => twice("name", name, first, second),
            Self::AddressTwice { address, first, second } => twice("address", address, first, second),
            Self::TransactionTwice { txid, first, second } => twice("txid", &txid.to_string(), first, second),
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
    /// Whether what the truth does not label was counted as well, as no CoinJoin and no peel ([`Truth::whole`]).
    pub whole: bool,
    /// Transactions of the chain that the truth does not label. Coinbases are none of them.
    pub unlabelled: usize,
    /// Those of them that were taken for CoinJoins and, since the truth says nothing of them, not counted.
    pub unlabelled_coinjoins: Vec<Txid>,
    /// Pairs of addresses that are one owner's, by layers joined to the first.
    pub clusters: BTreeMap<&'static str, Measure>,
    /// Outputs that go back to whoever pays, by each rule, in transactions of two outputs or more that are no CoinJoin.
    /// Where the truth does not label a counted transaction, the owners of its addresses tell.
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
    /// When the truth is of another chain, or contradicts itself.
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
        Ok(Measured::of(&view, truth)?.score())
    }
}

/// The truth in the rows of the ledger.
struct Measured<'v> {
    view: &'v View<'v>,
    truth: &'v Truth,
    owner_of: HashMap<ScriptNo, usize>,
    labelled: BTreeMap<TxNo, &'v LabelledTransaction>,
    /// Transactions that are neither labelled nor coinbases.
    unlabelled: Vec<TxNo>,
    whole: bool,
}

impl<'v> Measured<'v> {
    fn of(view: &'v View<'v>, truth: &'v Truth) -> Result<Self, TruthError> {
        let mut owner_of = HashMap::new();
        let (mut of_name, mut of_key, mut of_txid) = (HashMap::new(), HashMap::new(), HashMap::new());
        for (number, owner) in truth.owners.iter().enumerate() {
            if let Some(earlier) = of_name.insert(&owner.name, number) {
                let (first, second) = (earlier + 1, number + 1);
                return Err(TruthError::OwnerTwice { name: owner.name.clone(), first, second });
            }
            for address in &owner.addresses {
                let key = ScriptKey::parse(address, truth.network)
                    .map_err(|_| TruthError::Address(address.clone()))?;
                // One script has two forms: a bare key, and a script by its hash.
                if let Some(earlier) = of_key.insert(key.alternatives().next(), number)
                    && earlier != number
                {
                    let (first, second) = (earlier + 1, number + 1);
                    return Err(TruthError::AddressTwice { address: address.clone(), first, second });
                }
                // An address that was never paid is on no ledger.
                if let Some(script) = view.find_script(&key) {
                    owner_of.insert(script, number);
                }
            }
        }
        for (number, labelled) in truth.transactions.iter().enumerate() {
            if let Some(earlier) = of_txid.insert(labelled.txid, number) {
                let (first, second) = (earlier + 1, number + 1);
                return Err(TruthError::TransactionTwice { txid: labelled.txid, first, second });
            }
        }
        let found = |labelled: &'v LabelledTransaction| {
            let tx = view.find_transaction(&labelled.txid).first().copied();
            let tx = tx.filter(|tx| view.outputs(*tx).len() == labelled.outputs.len());
            Ok((tx.ok_or(TruthError::Transaction(labelled.txid))?, labelled))
        };
        let labelled: BTreeMap<_, _> = truth.transactions.iter().map(found).collect::<Result<_, _>>()?;
        let all = (0..view.transaction_end().0).map(TxNo);
        let unlabelled: Vec<TxNo> =
            all.filter(|tx| !labelled.contains_key(tx) && !view.is_coinbase(*tx)).collect();
        let whole = truth.whole.unwrap_or(unlabelled.is_empty());
        Ok(Self { view, truth, owner_of, labelled, unlabelled, whole })
    }

    /// What is counted, in chain order, with its label if it has one.
    fn counted(&self) -> BTreeMap<TxNo, Option<&'v LabelledTransaction>> {
        let labelled = self.labelled.iter().map(|(tx, labelled)| (*tx, Some(*labelled)));
        let others = self.unlabelled.iter().filter(|_| self.whole).map(|tx| (*tx, None));
        labelled.chain(others).collect()
    }

    fn score(&self) -> Score {
        let truth = self.truth;
        let of_label = |label: &str| -> BTreeSet<TxNo> {
            self.labelled.iter().filter(|(_, tx)| tx.label == label).map(|(tx, _)| *tx).collect()
        };
        let joins = of_label(COINJOIN);
        let is_told = |tx: &TxNo| self.view.coinjoin(*tx).is_some();
        let told: BTreeSet<TxNo> = self.counted().into_keys().filter(is_told).collect();
        let passed_over: Vec<TxNo> =
            self.unlabelled.iter().copied().filter(|tx| !self.whole && is_told(tx)).collect();
        let txids = |txs: &mut dyn Iterator<Item = &TxNo>| txs.map(|tx| self.view.txid(*tx)).collect();
        Score {
            network: truth.network,
            height: truth.height,
            tip: truth.tip,
            owners: truth.owners.len(),
            addresses: self.owner_of.len(),
            transactions: truth.transactions.len(),
            whole: self.whole,
            unlabelled: self.unlabelled.len(),
            unlabelled_coinjoins: txids(&mut passed_over.iter()),
            clusters: Layer::all().map(|layer| (layer.name(), self.clusters(layer))).collect(),
            change: ChangeRule::ALL.into_iter().map(|rule| (rule.name(), self.change(rule))).collect(),
            coinjoins: Measure::new(
                count(joins.len()),
                count(told.len()),
                count(joins.intersection(&told).count()),
            ),
            peels: self.peels(&of_label(PEEL)),
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
    fn change(&self, rule: ChangeRule) -> Measure {
        let (mut actual, mut said, mut right) = (0, 0, 0);
        for (tx, labelled) in self.counted() {
            let is_change = self.is_change(tx, labelled);
            // All who join have change of their own, and one output alone is a payment.
            if labelled.is_some_and(|tx| tx.label == COINJOIN) || is_change.len() < 2 {
                continue;
            }
            actual += is_change.iter().filter(|is_change| **is_change).count();
            let Some(told) = self.view.change(tx, rule) else { continue };
            said += 1;
            right += usize::from(is_change[self.place(tx, told)]);
        }
        Measure::new(count(actual), count(said), count(right))
    }

    /// Of each output of a transaction, whether it goes back to an owner of the inputs.
    fn is_change(&self, tx: TxNo, labelled: Option<&LabelledTransaction>) -> Vec<bool> {
        if let Some(labelled) = labelled {
            return labelled.outputs.iter().map(|output| labelled.inputs.contains(&output.owner)).collect();
        }
        let owner = |output: OutNo| self.owner_of.get(&self.view.script_of(output));
        let payers: BTreeSet<_> = self.view.inputs(tx).filter_map(|input| self.spent(input)).collect();
        let payers: BTreeSet<_> = payers.into_iter().filter_map(owner).collect();
        let goes_back = |output| owner(output).is_some_and(|owner| payers.contains(owner));
        self.view.outputs(tx).map(goes_back).collect()
    }

    fn spent(&self, input: InNo) -> Option<OutNo> {
        match self.view.prevout(input) {
            Prevout::Known(output) => Some(output),
            Prevout::Coinbase | Prevout::Unknown(_) => None,
        }
    }

    /// The place of an output in its transaction.
    fn place(&self, tx: TxNo, output: OutNo) -> usize {
        let first = self.view.outputs(tx).next().map_or(0, |output| output.0);
        usize::try_from(output.0 - first).expect("an output of the transaction")
    }

    /// Transactions of peel chains. No tags are asked: a chain shows by its shape alone.
    fn peels(&self, actual: &BTreeSet<TxNo>) -> Measure {
        let counted = self.counted();
        let no_tags = TagSet::new(self.view.ledger().network());
        let mut followed: BTreeSet<Outpoint> = BTreeSet::new();
        let (mut said, mut right) = (0_u128, 0_u128);
        // In chain order, so that each chain is found from its beginning.
        for output in counted.keys().flat_map(|tx| self.view.outputs(*tx)) {
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
                let Some(tx) = self.view.find_transaction(&step.txid).first().copied() else { continue };
                let Some(labelled) = counted.get(&tx) else { continue };
                let change = usize::try_from(step.change.vout).expect("an output of the transaction");
                said += 1;
                right += u128::from(actual.contains(&tx) && self.is_change(tx, *labelled)[change]);
            }
        }
        Measure::new(count(actual.len()), said, right)
    }
}

fn count(rows: usize) -> u128 {
    u128::try_from(rows).expect("memory holds fewer than 2^64 rows")
}

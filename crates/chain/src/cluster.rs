//! Clusters: the addresses that are taken for one owner's, by layers that are never merged silently.
//!
//! The first layer joins the inputs of a transaction, unless it is a CoinJoin; it is kept with the ledger. Each rule for
//! change is a layer of its own, and is joined to the first when somebody asks for it by name. Every union is known with
//! the transaction that shows it, so that *which transaction joined these two addresses* has an answer that anybody checks
//! by hand. Where tags give two actors to the sides of a union, it is held for a person to decide.

use std::collections::{BTreeSet, HashMap};
use std::str::FromStr;

use comity_record::Coded;
use serde::{Deserialize, Serialize};

use crate::change::ChangeRule;
use crate::hash::Txid;
use crate::ledger::{Pair, ScriptNo, TxNo, Unions, View};
use crate::lookup::History;
use crate::script::ScriptKey;
use crate::tags::TagSet;

mod build;
mod kept;
mod partition;

pub(crate) use kept::KeptClusters;
pub use partition::Partition;

/// A reason for which addresses are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// They were spent together.
    MultiInput,
    /// One took the change of the other.
    Change(ChangeRule),
}

/// No such layer.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no layer")]
pub struct LayerError(String);

impl Coded for LayerError {
    fn code(&self) -> &'static str {
        "chain-layer-unknown"
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let known: Vec<_> = Layer::all().map(Layer::name).collect();
        vec![("text", self.0.chars().take(60).collect()), ("known", known.join(", "))]
    }
}

impl Layer {
    /// Every layer, the first one first.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::MultiInput).chain(ChangeRule::ALL.map(Self::Change))
    }

    /// Its name in files and answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::MultiInput => "multi-input",
            Self::Change(rule) => rule.name(),
        }
    }
}

impl FromStr for Layer {
    type Err = LayerError;

    fn from_str(text: &str) -> Result<Self, LayerError> {
        Self::all().find(|layer| layer.name() == text).ok_or_else(|| LayerError(text.to_owned()))
    }
}

impl Serialize for Layer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Layer {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A way to take addresses for one owner's, on a view.
pub struct Clustering<'v> {
    view: View<'v>,
    layers: BTreeSet<Layer>,
    unions: Rows<'v>,
    end_row: u64,
    held: Vec<HeldUnion>,
}

enum Rows<'v> {
    /// The first layer.
    OfLedger(&'v Unions),
    /// Several, with the layer of each union.
    Own(Box<Unions>, Vec<Layer>),
}

/// That a transaction shows two addresses to be one owner's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joint {
    /// The layer that says so.
    pub layer: Layer,
    /// The transaction.
    pub txid: Txid,
    /// The height of its block.
    pub height: u32,
    /// An address of it.
    pub address: String,
    /// The other one.
    pub other: String,
}

/// A union that a person must decide: either side is tagged as somebody else's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldUnion {
    /// What would be joined, and by what.
    #[serde(flatten)]
    pub joint: Joint,
    /// Who is named for the side of `address`.
    pub actors: BTreeSet<String>,
    /// Who is named for the side of `other`.
    pub other_actors: BTreeSet<String>,
}

/// The addresses that are taken for one owner's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cluster {
    /// The number of the oldest script, which names the cluster as long as no older one joins it.
    pub id: u64,
    /// Its address.
    pub oldest: String,
    /// The layers by which it was joined.
    pub layers: Vec<Layer>,
    /// How many addresses it has; as many as were asked for are listed.
    pub addresses: usize,
    /// What they received and spent together, between themselves too.
    #[serde(flatten)]
    pub history: History,
    /// The first of them, the oldest first.
    pub listed: Vec<String>,
    /// Who is named for any of them.
    pub actors: BTreeSet<String>,
    /// Unions of one of them that a person must decide.
    pub held: Vec<HeldUnion>,
}

/// How two addresses are one owner's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// The transaction by which they became so.
    pub by: Joint,
    /// The way from one to the other, each step shown by its own transaction.
    pub proof: Vec<Joint>,
}

/// How many clusters there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterTotals {
    /// Addresses that somebody can own.
    pub addresses: u64,
    /// Clusters, those of one address among them.
    pub clusters: u64,
    /// The addresses of the largest.
    pub largest: u64,
}

impl Clustering<'_> {
    fn unions(&self) -> &Unions {
        match &self.unions {
            Rows::OfLedger(unions) => unions,
            Rows::Own(unions, _) => unions,
        }
    }

    /// The layer of a union.
    fn layer(&self, row: u64) -> Layer {
        match &self.unions {
            Rows::OfLedger(_) => Layer::MultiInput,
            Rows::Own(_, layers) => {
                layers[usize::try_from(row).expect("the rows of a clustering lie in memory")]
            }
        }
    }

    /// All scripts that are taken for one owner's with this one, in order.
    fn members(&self, script: ScriptNo) -> Vec<ScriptNo> {
        match &self.unions {
            Rows::OfLedger(_) => build::spent_with(&self.view, script),
            Rows::Own(unions, _) => {
                let root = unions.root(script, self.end_row);
                let all = (0..self.view.script_end().0).map(ScriptNo);
                all.filter(|other| unions.root(*other, self.end_row) == root).collect()
            }
        }
    }

    /// The layers that were joined.
    pub fn layers(&self) -> &BTreeSet<Layer> {
        &self.layers
    }

    /// Unions that a person must decide, in chain order.
    pub fn held(&self) -> &[HeldUnion] {
        &self.held
    }

    /// What names the owner of a script within this clustering.
    pub(crate) fn root(&self, script: ScriptNo) -> u32 {
        self.unions().root(script, self.end_row)
    }

    /// Whether two scripts are taken for one owner's.
    pub fn is_one_owner(&self, a: ScriptNo, b: ScriptNo) -> bool {
        self.root(a) == self.root(b)
    }

    /// The cluster of an address; at most `limit` of its addresses and transactions are listed. None where the view does
    /// not know the address.
    pub fn cluster(&self, key: &ScriptKey, tags: &TagSet, limit: usize) -> Option<Cluster> {
        let script = self.view.find_address(key)?;
        let members = self.members(script);
        let text = |script: &ScriptNo| self.address(*script);
        let outputs = members.iter().flat_map(|member| self.view.script_outputs(*member));
        let listed: Vec<String> = members.iter().take(limit).map(text).collect();
        let within: BTreeSet<String> =
            if self.held.is_empty() { BTreeSet::new() } else { members.iter().map(text).collect() };
        let is_ours =
            |held: &&HeldUnion| within.contains(&held.joint.address) || within.contains(&held.joint.other);
        Some(Cluster {
            id: members[0].0,
            oldest: self.address(members[0]),
            layers: self.layers.iter().copied().collect(),
            addresses: members.len(),
            history: self.view.history(outputs, limit),
            actors: build::actors_of(&self.view, &members, tags),
            held: self.held.iter().filter(is_ours).cloned().collect(),
            listed,
        })
    }

    /// By which transaction two addresses became one owner's, and the proof. None where they are not, or are the same.
    pub fn joined(&self, a: &ScriptKey, b: &ScriptKey) -> Option<Joined> {
        let (a, b) = (self.view.find_address(a)?, self.view.find_address(b)?);
        let unions = self.unions();
        let shown = |row: u64| {
            let mut pairs = vec![];
            build::show(&self.view, self.layer(row), unions.tx(row), &mut pairs);
            pairs
        };
        let steps = unions.proof((a, b), self.end_row, &shown);
        let last = *steps.iter().max_by_key(|step| step.0)?;
        let joint = |(row, near, far): (u64, ScriptNo, ScriptNo)| {
            joint(&self.view, self.layer(row), unions.tx(row), (near, far))
        };
        Some(Joined { by: joint(last), proof: steps.into_iter().map(joint).collect() })
    }

    /// Every script that somebody can own, and the oldest of its cluster, in the order of the scripts.
    pub fn assignments(&self) -> impl Iterator<Item = (ScriptNo, ScriptNo)> {
        // Of clusters that have an older script than their root.
        let mut older: HashMap<ScriptNo, ScriptNo> = HashMap::new();
        (0..self.view.script_end().0).map(ScriptNo).filter_map(move |script| {
            let root = ScriptNo(u64::from(self.root(script)));
            let oldest = if script < root {
                *older.entry(root).or_insert(script)
            } else {
                older.get(&root).copied().unwrap_or(root)
            };
            (!self.view.script_kind(script).is_unspendable()).then_some((script, oldest))
        })
    }

    /// How many clusters there are.
    pub fn totals(&self) -> ClusterTotals {
        let mut sizes: HashMap<ScriptNo, u64> = HashMap::new();
        let mut addresses = 0;
        for (_, oldest) in self.assignments() {
            addresses += 1;
            *sizes.entry(oldest).or_default() += 1;
        }
        ClusterTotals {
            addresses,
            clusters: u64::try_from(sizes.len()).expect("memory holds fewer than 2^64 clusters"),
            largest: sizes.into_values().max().unwrap_or(0),
        }
    }

    /// The address of a script, or its script by hash.
    pub fn address(&self, script: ScriptNo) -> String {
        self.view.script_key(script).text(self.view.ledger().network())
    }
}

fn joint(view: &View<'_>, layer: Layer, tx: TxNo, (near, far): Pair) -> Joint {
    let text = |script: ScriptNo| view.script_key(script).text(view.ledger().network());
    Joint { layer, txid: view.txid(tx), height: view.height_of(tx), address: text(near), other: text(far) }
}

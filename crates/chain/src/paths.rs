//! Ways by which coins went from some addresses to others, output by output.
//!
//! A way says that coins could have gone so: every transaction of it spends an output of the one before. It says nothing
//! of how much of what arrived came from where; that is for a [trace](crate::trace), which names its convention.

use std::collections::HashSet;

use comity_record::Coded;
use serde::{Deserialize, Serialize};

use crate::coinjoin::CoinJoin;
use crate::hash::{Outpoint, Txid};
use crate::ledger::{Gone, OutNo, ScriptNo, TxNo, View};
use crate::script::ScriptKey;

/// How far ways are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathLimits {
    /// Transactions of a way.
    pub hops: u32,
    /// Transactions that are looked at, on all ways together.
    pub transactions: usize,
    /// Ways that are told.
    pub paths: usize,
    /// Whether ways lead through CoinJoins, in which everybody's coins meet.
    pub through_coinjoins: bool,
}

impl Default for PathLimits {
    /// As far as a person follows, and no longer than some seconds.
    fn default() -> Self {
        Self { hops: 20, transactions: 1_000_000, paths: 100, through_coinjoins: false }
    }
}

/// A step of a way: a transaction spends an output and pays another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathStep {
    /// The transaction.
    pub txid: Txid,
    /// The height of its block.
    pub height: u32,
    /// The output that it spends.
    pub spent: Outpoint,
    /// Where that lay.
    pub from: String,
    /// The output that it pays.
    pub paid: Outpoint,
    /// Where that lies.
    pub to: String,
    /// What that is worth.
    pub value_sat: u64,
    /// What the transaction was recognised as.
    pub coinjoin: Option<CoinJoin>,
}

/// The ways that were found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paths {
    /// One way to each output that was reached, the shortest first; between two of the same length the older output.
    pub paths: Vec<Vec<PathStep>>,
    /// Transactions that were looked at.
    pub transactions: usize,
    /// CoinJoins at which ways ended, so that there may be others through them.
    pub at_coinjoins: usize,
    /// Whether a limit ended the search, so that there may be other ways.
    pub cut_off: bool,
}

/// Why ways cannot be looked for.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PathError {
    /// An address that the view does not know.
    #[error("the ledger does not hold {0}")]
    Unknown(String),
}

impl Coded for PathError {
    fn code(&self) -> &'static str {
        "chain-path-unknown-address"
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let Self::Unknown(address) = self;
        vec![("address", address.clone())]
    }
}

/// An output that was reached, and by which.
struct Reached {
    output: OutNo,
    before: Option<usize>,
    hops: u32,
}

impl View<'_> {
    /// The shortest ways from outputs of some addresses to those of others.
    ///
    /// # Errors
    /// When the view does not know an address.
    pub fn paths(
        &self,
        from: &[ScriptKey],
        to: &[ScriptKey],
        limits: &PathLimits,
    ) -> Result<Paths, PathError> {
        let script = |key: &ScriptKey| {
            self.find_address(key).ok_or_else(|| PathError::Unknown(key.text(self.ledger().network())))
        };
        let starts: Vec<ScriptNo> = from.iter().map(script).collect::<Result<_, _>>()?;
        let ends: HashSet<ScriptNo> = to.iter().map(script).collect::<Result<_, _>>()?;
        let mut outputs: Vec<OutNo> = starts.iter().flat_map(|start| self.script_outputs(*start)).collect();
        outputs.sort_unstable();
        outputs.dedup();
        let mut reached: Vec<Reached> =
            outputs.into_iter().map(|output| Reached { output, before: None, hops: 0 }).collect();
        let (mut seen, mut found) = (HashSet::<TxNo>::new(), Paths::default());
        let mut next = 0;
        while next < reached.len() {
            let (output, hops) = (reached[next].output, reached[next].hops);
            let before = next;
            next += 1;
            let Some(Gone::Spent(input)) = self.gone(output) else { continue };
            let tx = self.spender(input);
            if seen.contains(&tx) {
                continue;
            }
            if hops == limits.hops || seen.len() == limits.transactions || found.paths.len() == limits.paths {
                found.cut_off = true;
                continue;
            }
            seen.insert(tx);
            if !limits.through_coinjoins && self.coinjoin(tx).is_some() {
                found.at_coinjoins += 1;
                continue;
            }
            for paid in self.outputs(tx) {
                reached.push(Reached { output: paid, before: Some(before), hops: hops + 1 });
                if ends.contains(&self.script_of(paid)) {
                    if found.paths.len() < limits.paths {
                        found.paths.push(self.way(&reached));
                    } else {
                        found.cut_off = true;
                    }
                }
            }
        }
        found.transactions = seen.len();
        Ok(found)
    }

    /// The way to the last output that was reached.
    fn way(&self, reached: &[Reached]) -> Vec<PathStep> {
        let mut steps = vec![];
        let mut at = reached.last();
        while let Some(here) = at
            && let Some(before) = here.before
        {
            let (spent, tx) = (reached[before].output, self.maker(here.output));
            steps.push(PathStep {
                txid: self.txid(tx),
                height: self.height_of(tx),
                spent: self.outpoint(spent),
                from: self.address_of(spent),
                paid: self.outpoint(here.output),
                to: self.address_of(here.output),
                value_sat: self.value_sat(here.output),
                coinjoin: self.coinjoin(tx),
            });
            at = reached.get(before);
        }
        steps.reverse();
        steps
    }
}

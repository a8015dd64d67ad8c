//! What transactions show to be one owner's, before any of it is joined.

use rayon::prelude::*;

use super::columns::Columns;
use super::unions::{Lost, Pair};
use super::{InNo, Prevout, ScriptNo, TxNo};
use crate::coinjoin::joined;
use crate::script::ScriptKind;

/// Transactions that a thread looks at in one go.
const TXS_OF_A_TASK: u64 = 8192;

impl Columns {
    /// Adds the first layer of the transactions from `first` on.
    pub(super) fn join_inputs(&mut self, first: TxNo) -> Lost {
        let mut unions = std::mem::take(&mut self.unions);
        unions.grow(self.script_end.rows(), |script| is_owned(self.script_kind(script)));
        self.unions = unions;
        let pairs = self.pairs(first, TxNo(self.txids.rows()), |columns, tx, pairs| {
            columns.input_pairs(tx, pairs);
        });
        for pairs in pairs {
            self.unions.join_all(&pairs);
        }
        self.unions.changed()
    }

    /// What `show` says of the transactions from `first` to before `end`, in their order.
    pub(crate) fn pairs(
        &self,
        first: TxNo,
        end: TxNo,
        show: impl Fn(&Self, TxNo, &mut Vec<Pair>) + Sync,
    ) -> Vec<Vec<(TxNo, Pair)>> {
        let tasks = (end.0 - first.0).div_ceil(TXS_OF_A_TASK);
        let task = |task: u64| {
            let from = first.0 + task * TXS_OF_A_TASK;
            let (mut here, mut all) = (vec![], vec![]);
            for tx in (from..end.0.min(from + TXS_OF_A_TASK)).map(TxNo) {
                show(self, tx, &mut here);
                all.extend(here.drain(..).map(|pair| (tx, pair)));
            }
            all
        };
        (0..tasks).into_par_iter().map(task).collect()
    }

    /// The scripts of a transaction's inputs, each beside the first: whoever spends together is one owner, but in a
    /// CoinJoin.
    pub(crate) fn input_pairs(&self, tx: TxNo, pairs: &mut Vec<Pair>) {
        let (first, end) = self.tx_ins(tx);
        if end.0 - first.0 < 2 {
            return;
        }
        let (mut anchor, mut last) = (None, None);
        for input in (first.0..end.0).map(InNo) {
            let Prevout::Known(output) = self.prevout(input) else { continue };
            let script = self.script_of(output);
            if last == Some(script) || anchor == Some(script) || !self.is_owned(script) {
                continue;
            }
            last = Some(script);
            match anchor {
                None => anchor = last,
                Some(anchor) => pairs.push((anchor, script)),
            }
        }
        if !pairs.is_empty() && joined(self, tx).is_some() {
            pairs.clear();
        }
    }

    /// Whether a script is somebody's.
    pub(crate) fn is_owned(&self, script: ScriptNo) -> bool {
        self.unions.is_owned(script)
    }
}

/// Whether scripts of this kind are somebody's: of others nobody knows who may spend them, and many anybody may.
fn is_owned(kind: ScriptKind) -> bool {
    !kind.is_unspendable() && !matches!(kind, ScriptKind::Nonstandard | ScriptKind::WitnessOther)
}

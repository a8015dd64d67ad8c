//! Peel chains: transactions of one input and two outputs, of which one pays somebody and the other, the change, is
//! carried on to the next.
//!
//! Which of the two is carried on shows in features that change tends to share with what it is change of, and in how it
//! is spent: Kappos and others (USENIX Security 2022) follow peel chains by such features. Each step names the reasons
//! for it. Where reasons speak for both outputs or for none the chain ends there, with what spoke for each: a guess
//! would follow somebody else's money. It is a heuristic, unlike a trace, whose methods are conventions about value.

use serde::{Deserialize, Serialize};

use crate::hash::{Outpoint, Txid};
use crate::ledger::{Gone, OutNo, TxNo, View};
use crate::tags::{TagRow, TagSet};
use crate::trace::TraceError;

/// Steps that are followed at once; the longest peel chains have some thousands.
pub const MAX_STEPS: usize = 10_000;

/// A peel chain from an output on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeelChain {
    /// Where it begins.
    pub start: Outpoint,
    /// What it begins with.
    pub value_sat: u64,
    /// Its transactions in their order.
    pub steps: Vec<PeelStep>,
    /// Why it was followed no further.
    pub stop: PeelStop,
    /// The transaction that was not decided, where it stops at [`PeelStop::Ambiguous`].
    pub undecided: Option<Undecided>,
}

/// A transaction of a peel chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeelStep {
    /// The height of its block.
    pub height: u32,
    /// Its id.
    pub txid: Txid,
    /// What was paid to somebody.
    pub peeled: PeelOutput,
    /// What was carried on.
    pub change: PeelOutput,
    /// What was left to the miner.
    pub fee_sat: u64,
    /// Why the change is taken for it.
    pub reasons: Vec<Reason>,
    /// What speaks for the other output and is too weak.
    pub against: Vec<Reason>,
}

/// An output of a transaction of a peel chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeelOutput {
    /// Its place.
    pub vout: u32,
    /// Its worth.
    pub value_sat: u64,
    /// Its address.
    pub address: String,
    /// What is said of the address, by pack and row.
    pub tags: Vec<TagRow>,
}

/// A transaction of which it cannot be told what was carried on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undecided {
    /// The height of its block.
    pub height: u32,
    /// Its id.
    pub txid: Txid,
    /// Its two outputs.
    pub outputs: [PeelOutput; 2],
    /// What speaks for each.
    pub reasons: [Vec<Reason>; 2],
}

/// Why an output is taken for what is carried on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It pays the very script that the transaction spends from. This decides alone.
    OwnAddress,
    /// It alone has the kind of script that was spent.
    ScriptKind,
    /// It alone is spent by a transaction made in the same way: one input and two outputs, the same version, a lock time
    /// or none, replaceable or not, with a witness or without.
    SpentAlike,
    /// Its script alone was never seen before. Too weak to decide alone or against another: payees use new addresses too.
    Fresh,
    /// A tag names the other output's address as a service.
    OtherTagged,
}

/// Why a peel chain was followed no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeelStop {
    /// What was carried on lies there.
    Unspent,
    /// What was carried on can never be spent, or was overwritten.
    Unspendable,
    /// What was carried on is at an address that a tag names as a service.
    Service,
    /// The next transaction does not have one input and two outputs.
    OtherShape,
    /// Reasons speak for both outputs or for none.
    Ambiguous,
    /// [`MAX_STEPS`] were followed.
    Limit,
}

impl Reason {
    /// Every reason, in the order in which they are listed to a person.
    pub const ALL: [Self; 5] =
        [Self::OwnAddress, Self::ScriptKind, Self::SpentAlike, Self::Fresh, Self::OtherTagged];

    /// The key of the message that names it to a person.
    pub const fn message(self) -> &'static str {
        match self {
            Self::OwnAddress => "chain-peel-own-address",
            Self::ScriptKind => "chain-peel-script-kind",
            Self::SpentAlike => "chain-peel-spent-alike",
            Self::Fresh => "chain-peel-fresh",
            Self::OtherTagged => "chain-peel-other-tagged",
        }
    }
}

impl PeelStop {
    /// Every end of a peel chain, in the order in which they are listed to a person.
    pub const ALL: [Self; 6] =
        [Self::Unspent, Self::Unspendable, Self::Service, Self::OtherShape, Self::Ambiguous, Self::Limit];

    /// The key of the message that names it to a person.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Unspent => "chain-peel-unspent",
            Self::Unspendable => "chain-peel-unspendable",
            Self::Service => "chain-peel-service",
            Self::OtherShape => "chain-peel-other-shape",
            Self::Ambiguous => "chain-peel-ambiguous",
            Self::Limit => "chain-peel-limit",
        }
    }
}

impl View<'_> {
    /// Follows the peel chain that begins with an output, as of the height of the view. `tags` say which addresses are
    /// those of services.
    ///
    /// # Errors
    /// When the ledger does not hold the output at this height.
    pub fn peel_chain(&self, start: &Outpoint, tags: &TagSet) -> Result<PeelChain, TraceError> {
        let first = self.find_output(start).ok_or_else(|| TraceError::UnknownStart(start.to_string()))?;
        let mut follower = Follower { view: self, tags, output: first, steps: Vec::new(), undecided: None };
        let stop = loop {
            if let Some(stop) = follower.step() {
                break stop;
            }
        };
        let Follower { steps, undecided, .. } = follower;
        Ok(PeelChain { start: *start, value_sat: self.value_sat(first), steps, stop, undecided })
    }
}

struct Follower<'f> {
    view: &'f View<'f>,
    tags: &'f TagSet,
    /// What was carried on last.
    output: OutNo,
    steps: Vec<PeelStep>,
    undecided: Option<Undecided>,
}

impl Follower<'_> {
    /// Takes one step; why not, if it cannot.
    fn step(&mut self) -> Option<PeelStop> {
        let view = self.view;
        // Whoever starts at a service asked for just that.
        if !self.steps.is_empty() && self.is_service(self.output) {
            return Some(PeelStop::Service);
        }
        let tx = match view.gone(self.output) {
            Some(Gone::Spent(input)) => view.spender(input),
            None if view.is_spendable(self.output) => return Some(PeelStop::Unspent),
            None | Some(Gone::Overwritten(_)) => return Some(PeelStop::Unspendable),
        };
        let Some(outputs) = two_of_one(view, tx) else { return Some(PeelStop::OtherShape) };
        if self.steps.len() == MAX_STEPS {
            return Some(PeelStop::Limit);
        }
        let reasons = self.reasons(tx, outputs);
        let Some(change) = decided(&reasons) else {
            let outputs = outputs.map(|output| self.output_of(output));
            let (height, txid) = (view.height_of(tx), view.txid(tx));
            self.undecided = Some(Undecided { height, txid, outputs, reasons });
            return Some(PeelStop::Ambiguous);
        };
        let [first, second] = reasons;
        let (reasons, against) = if change == 0 { (first, second) } else { (second, first) };
        self.steps.push(PeelStep {
            height: view.height_of(tx),
            txid: view.txid(tx),
            peeled: self.output_of(outputs[1 - change]),
            change: self.output_of(outputs[change]),
            fee_sat: view.fee_sat(tx).unwrap_or(0),
            reasons,
            against,
        });
        self.output = outputs[change];
        None
    }

    /// What speaks for each of the two outputs of a transaction.
    fn reasons(&self, tx: TxNo, outputs: [OutNo; 2]) -> [Vec<Reason>; 2] {
        let view = self.view;
        let spent = view.script_of(self.output);
        let mut reasons = [Vec::new(), Vec::new()];
        let mut only = |reason, holds: [bool; 2]| {
            if holds[0] != holds[1] {
                reasons[usize::from(holds[1])].push(reason);
            }
        };
        let scripts = outputs.map(|output| view.script_of(output));
        only(Reason::OwnAddress, scripts.map(|script| script == spent));
        let kind = view.script_kind(spent);
        only(Reason::ScriptKind, scripts.map(|script| view.script_kind(script) == kind));
        only(Reason::SpentAlike, outputs.map(|output| self.is_spent_alike(tx, output)));
        only(Reason::Fresh, outputs.map(|output| view.first_output(view.script_of(output)) == output));
        let [first, second] = outputs.map(|output| self.is_service(output));
        only(Reason::OtherTagged, [second, first]);
        reasons
    }

    /// Whether an output is spent by a transaction made in the same way as the one that made it.
    fn is_spent_alike(&self, tx: TxNo, output: OutNo) -> bool {
        let Some(Gone::Spent(input)) = self.view.gone(output) else { return false };
        let next = self.view.spender(input);
        let habits = |tx| {
            let about = self.view.about(tx);
            let locks = about.lock_time != 0;
            (about.version, locks, about.is_replaceable, about.is_locked, about.has_witness)
        };
        two_of_one(self.view, next).is_some() && habits(tx) == habits(next)
    }

    fn is_service(&self, output: OutNo) -> bool {
        let key = self.view.script_key(self.view.script_of(output));
        let is_service = |row: &TagRow| row.is_about_holder() && row.is_of_service();
        self.tags.find(&key).any(is_service)
    }

    fn output_of(&self, output: OutNo) -> PeelOutput {
        let key = self.view.script_key(self.view.script_of(output));
        let mut tags: Vec<TagRow> = self.tags.find(&key).cloned().collect();
        // The order in which packs were loaded is no part of the answer.
        tags.sort_by_key(|row| (row.pack_digest, row.row));
        PeelOutput {
            vout: self.view.outpoint(output).vout,
            value_sat: self.view.value_sat(output),
            address: self.view.address_of(output),
            tags,
        }
    }
}

/// The two outputs of a transaction with one input.
fn two_of_one(view: &View<'_>, tx: TxNo) -> Option<[OutNo; 2]> {
    let mut outputs = view.outputs(tx);
    match (view.inputs(tx).len(), outputs.next(), outputs.next(), outputs.next()) {
        (1, Some(first), Some(second), None) => Some([first, second]),
        _ => None,
    }
}

/// Which of two outputs is carried on, by what speaks for each.
fn decided(reasons: &[Vec<Reason>; 2]) -> Option<usize> {
    let own = |place: usize| reasons[place].contains(&Reason::OwnAddress);
    let strong = |place: usize| reasons[place].iter().any(|reason| *reason != Reason::Fresh);
    if own(0) || own(1) {
        return Some(usize::from(own(1)));
    }
    match (strong(0), strong(1)) {
        (true, false) => Some(0),
        (false, true) => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_decide_only_where_strong_ones_agree() {
        use Reason::{Fresh, OtherTagged, OwnAddress, ScriptKind, SpentAlike};
        let of = |a: &[Reason], b: &[Reason]| decided(&[a.to_vec(), b.to_vec()]);
        assert_eq!(of(&[], &[]), None);
        assert_eq!(of(&[Fresh], &[]), None);
        assert_eq!(of(&[], &[SpentAlike]), Some(1));
        assert_eq!(of(&[OtherTagged], &[Fresh]), Some(0));
        assert_eq!(of(&[ScriptKind], &[SpentAlike]), None);
        assert_eq!(of(&[OwnAddress], &[SpentAlike, Fresh]), Some(0));
    }
}

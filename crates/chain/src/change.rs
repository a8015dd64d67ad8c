//! Which output of a payment goes back to whoever pays: each rule for itself.
//!
//! None of the rules is sure, and those of an owner's wallet are his to change: together and unchecked they join half the
//! ledger into one cluster (Möser and Narayanan, "Resurrecting Address Clustering in Bitcoin", 2022). Each is therefore a
//! layer of its own, which somebody asks for by name.

use serde::{Deserialize, Serialize};

use crate::ledger::{InNo, OutNo, Prevout, ScriptNo, TxNo, View};

/// Amounts that people think of are multiples of this.
const ROUND_SAT: u64 = 100_000;

/// A rule by which change is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeRule {
    /// The only output whose script is paid for the first time and never again, when nothing goes back to an input's
    /// script (Androulaki and others, 2013; Meiklejohn and others, 2013).
    OneTime,
    /// The only output whose script is of the kind of all inputs (Möser and Narayanan, 2022).
    ScriptKind,
    /// The only output that is not a multiple of 100,000 satoshis (the same).
    NotRound,
    /// The only output that is smaller than every input: with a larger one an input would not have been needed (the
    /// same).
    SmallerThanInputs,
}

impl ChangeRule {
    /// Every rule.
    pub const ALL: [Self; 4] = [Self::OneTime, Self::ScriptKind, Self::NotRound, Self::SmallerThanInputs];

    /// Its name in files and answers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OneTime => "change-one-time",
            Self::ScriptKind => "change-script-kind",
            Self::NotRound => "change-not-round",
            Self::SmallerThanInputs => "change-smaller-than-inputs",
        }
    }
}

/// What a rule looks at.
struct Payment<'v> {
    view: &'v View<'v>,
    /// Scripts and worth of the inputs.
    inputs: Vec<(ScriptNo, u64)>,
    outputs: Vec<OutNo>,
}

impl View<'_> {
    /// The output that a rule takes for change; none where it says nothing, or of more than one. A CoinJoin has none
    /// that a rule could tell.
    pub fn change(&self, tx: TxNo, rule: ChangeRule) -> Option<OutNo> {
        let payment = Payment::of(self, tx)?;
        match rule {
            ChangeRule::OneTime => payment.one_time(),
            ChangeRule::ScriptKind => payment.script_kind(),
            ChangeRule::NotRound => payment.only(|output| !self.value_sat(output).is_multiple_of(ROUND_SAT)),
            ChangeRule::SmallerThanInputs => {
                let least_sat = payment.inputs.iter().map(|(_, sat)| *sat).min()?;
                let needed = payment.inputs.len() > 1;
                payment.only(|output| self.value_sat(output) < least_sat).filter(|_| needed)
            }
        }
    }
}

impl<'v> Payment<'v> {
    fn of(view: &'v View<'v>, tx: TxNo) -> Option<Self> {
        let outputs: Vec<OutNo> =
            view.outputs(tx).filter(|output| !view.kind_of(*output).is_unspendable()).collect();
        if outputs.len() < 2 || view.coinjoin(tx).is_some() {
            return None;
        }
        let input = |input: InNo| match view.prevout(input) {
            Prevout::Known(output) => Some((view.script_of(output), view.value_sat(output))),
            Prevout::Coinbase | Prevout::Unknown(_) => None,
        };
        let inputs = view.inputs(tx).map(input).collect::<Option<_>>()?;
        Some(Self { view, inputs, outputs })
    }

    /// The only output of which this holds.
    fn only(&self, holds: impl Fn(OutNo) -> bool) -> Option<OutNo> {
        let mut held = self.outputs.iter().copied().filter(|output| holds(*output));
        held.next().filter(|_| held.next().is_none())
    }

    fn one_time(&self) -> Option<OutNo> {
        let pays_itself = |output: &OutNo| {
            let script = self.view.script_of(*output);
            self.inputs.iter().any(|(input, _)| *input == script)
        };
        if self.outputs.iter().any(pays_itself) {
            return None;
        }
        let is_first = |output| self.view.first_output(self.view.script_of(output)) == output;
        let only = self.only(is_first)?;
        // A second output of the same script is also the first of none.
        let paid_once = self.view.script_outputs(self.view.script_of(only)).nth(1).is_none();
        paid_once.then_some(only)
    }

    fn script_kind(&self) -> Option<OutNo> {
        let mut kinds = self.inputs.iter().map(|(script, _)| self.view.script_kind(*script));
        let kind = kinds.next()?;
        kinds.all(|other| other == kind).then(|| self.only(|output| self.view.kind_of(output) == kind))?
    }
}

//! Recognises CoinJoin transactions, in which several owners spend together, by their shape.
//!
//! The shapes are those by which Schnoering and Vazirgiannis tell the protocols on the ledger ("Heuristics for Detecting
//! CoinJoin Transactions on the Bitcoin Blockchain", 2023), made narrower where a payout or a consolidation could have
//! them: where equal outputs alone would do, the inputs must also divide into as many owners as there are equal outputs,
//! each with what he put in less fees (the test of Goldfeder and others, "When the cookie meets the blockchain", 2017), and
//! must not divide as well among owners with other changes, as many coins of one owner do by chance. In
//! a JoinMarket one owner pays all others: no more to each than a twentieth of the equal amount (a fiftieth where fewer
//! than five take part), or 10,000 satoshis.
//!
//! A shape is no proof. The confidence says how seldom an ordinary payment has the shape, in the judgement of the authors
//! named above and ours; it is not a measured rate. Whoever takes part can add an output that spoils a shape. So what
//! only looks like a join is not called one, and yet nobody's inputs are joined by it: a mistake that keeps two addresses
//! apart is small beside one that gives an innocent's to a thief.

use serde::{Deserialize, Serialize};

use crate::ledger::{Columns, Gone, Prevout, TxNo, View};
use crate::script::ScriptKind;

mod owners;

use owners::{Division, Payer, divide, divides_among_others};

/// A protocol that makes CoinJoins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CoinJoinProtocol {
    /// JoinMarket: somebody pays others to spend with him; equal outputs and a change for each.
    #[serde(rename = "joinmarket")]
    JoinMarket,
    /// Wasabi 1.0: equal outputs of about 0.1 coins, and a fee for the coordinator.
    #[serde(rename = "wasabi-1.0")]
    Wasabi1,
    /// Wasabi 1.1: the same at several levels, each twice the one below.
    #[serde(rename = "wasabi-1.1")]
    Wasabi11,
    /// Wasabi 2.0: many inputs, and outputs of standard denominations.
    #[serde(rename = "wasabi-2.0")]
    Wasabi2,
    /// Whirlpool: as many inputs as outputs, all of one pool's denomination.
    #[serde(rename = "whirlpool")]
    Whirlpool,
    /// The transaction in which one owner cuts coins to enter a Whirlpool (Tx0). It joins nobody.
    #[serde(rename = "whirlpool-premix")]
    WhirlpoolPremix,
}

/// What a transaction was recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoinJoin {
    /// The protocol.
    pub protocol: CoinJoinProtocol,
    /// Per cent; see the module for what it says.
    pub confidence: u8,
    /// How many owners take part at least, or how many outputs a premix makes.
    pub participants: u32,
    /// The worth of the equal outputs, of the lowest level where there are several.
    pub denomination_sat: u64,
}

impl CoinJoinProtocol {
    /// Every protocol.
    pub const ALL: [Self; 6] = [
        Self::JoinMarket,
        Self::Wasabi1,
        Self::Wasabi11,
        Self::Wasabi2,
        Self::Whirlpool,
        Self::WhirlpoolPremix,
    ];

    /// Its name in files and answers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::JoinMarket => "joinmarket",
            Self::Wasabi1 => "wasabi-1.0",
            Self::Wasabi11 => "wasabi-1.1",
            Self::Wasabi2 => "wasabi-2.0",
            Self::Whirlpool => "whirlpool",
            Self::WhirlpoolPremix => "whirlpool-premix",
        }
    }

    /// Whether several owners spend together, so that the inputs must not be taken for one owner's.
    pub fn joins_owners(self) -> bool {
        self != Self::WhirlpoolPremix
    }
}

impl View<'_> {
    /// The CoinJoin that a transaction is by its shape, if it is one. A premix is none.
    pub fn coinjoin(&self, tx: TxNo) -> Option<CoinJoin> {
        joined(&self.ledger.columns, tx).filter(|join| join.confidence >= LEAST_CONFIDENCE)
    }

    /// Whether a transaction may be one, so that its inputs are not taken for one owner's.
    pub fn may_be_coinjoin(&self, tx: TxNo) -> bool {
        joined(&self.ledger.columns, tx).is_some()
    }

    /// The same, or the premix that it is.
    pub fn coinjoin_or_premix(&self, tx: TxNo) -> Option<CoinJoin> {
        self.coinjoin(tx).or_else(|| {
            // One at least to enter the pool, the coordinator's, and the data.
            if self.outputs(tx).len() < 3 {
                return None;
            }
            let premix = Shape::of(&self.ledger.columns, tx).premix()?;
            // What went on into the pool leaves no doubt.
            let enters = self.outputs(tx).any(|output| match self.gone(output) {
                Some(Gone::Spent(input)) => {
                    self.coinjoin(self.spender(input)).is_some_and(|join| join.is_in_pool(&premix))
                }
                _ => false,
            });
            Some(CoinJoin { confidence: if enters { 90 } else { 60 }, ..premix })
        })
    }

    /// Every CoinJoin and premix of the view, in chain order.
    pub fn coinjoins(&self) -> Vec<(TxNo, CoinJoin)> {
        use rayon::prelude::*;
        let txs = (0..self.transaction_end().0).into_par_iter().map(TxNo);
        txs.filter_map(|tx| Some((tx, self.coinjoin_or_premix(tx)?))).collect()
    }
}

impl CoinJoin {
    fn is_in_pool(&self, premix: &Self) -> bool {
        self.protocol == CoinJoinProtocol::Whirlpool && self.denomination_sat == premix.denomination_sat
    }
}

/// What is less sure is no more than a suspicion.
pub const LEAST_CONFIDENCE: u8 = 50;
/// The confidence of what only looks like a join.
const SUSPICION: u8 = 20;
/// Outputs beside those of a join by which its shape may be spoilt.
const SPOILT_OUTPUTS: usize = 3;
/// The fewest equal outputs by which a join is told from chance.
const MIN_EQUAL: usize = 3;
/// Outputs of no more satoshis are no owner's aim (Bitcoin Core's dust limit of old, five times over).
const DUST_SAT: u64 = 2_730;
/// More inputs for each owner than JoinMarket takes: many small coins divide among any number of owners.
const JOINMARKET_MAX_INPUTS: usize = 4;
/// What Wasabi 1 mixed at its lowest level, about.
const WASABI_1_SAT: u64 = 10_000_000;
/// By how much it differed from round to round.
const WASABI_1_SPREAD_SAT: u64 = 1_000_000;
/// The fewest that a Wasabi 1 round joined.
const WASABI_1_MIN_EQUAL: usize = 5;
/// The fewest at the lowest of several levels: payouts of round amounts have some of each, too.
const WASABI_11_MIN_EQUAL: usize = 10;
/// From so many equal outputs on, of native inputs alone, it is one though its division among owners was not found. Rounds
/// were of fifty and more as a rule; smaller ones are divided in time.
const WASABI_1_SURE_EQUAL: usize = 30;
/// The most inputs that Wasabi 1 took from one owner.
const WASABI_1_MAX_INPUTS: usize = 7;
/// Levels of Wasabi 1.1: the highest is 2^11 times the lowest.
const WASABI_1_LEVELS: u32 = 12;
/// The fewest inputs of a Wasabi 2 round: a fifth of a hundred, which coordinators have let pass.
const WASABI_2_MIN_INPUTS: usize = 21;
/// The fewest that its first coordinator let pass.
const WASABI_2_USUAL_INPUTS: usize = 50;
/// The most inputs that Wasabi 2 takes from one owner.
const WASABI_2_MAX_INPUTS: usize = 10;
/// The least that Wasabi 2 pays out.
const WASABI_2_LEAST_SAT: u64 = 5_000;
/// Owners of a Whirlpool round: five, and up to ten when many wait.
const WHIRLPOOL_OWNERS: std::ops::RangeInclusive<usize> = 5..=10;
/// The denominations of Whirlpool's pools, and what each costs to enter.
const WHIRLPOOLS_SAT: [(u64, u64); 4] =
    [(100_000, 5_000), (1_000_000, 50_000), (5_000_000, 175_000), (50_000_000, 1_750_000)];
/// By how much an output that enters a pool is larger than the denomination, for the fee of the round.
const PREMIX_MORE_SAT: std::ops::RangeInclusive<u64> = 100..=50_000;
/// The most outputs of a premix that enter the pool.
const PREMIX_MAX_OUTPUTS: usize = 75;

/// The CoinJoin that a transaction is.
pub(crate) fn joined(columns: &Columns, tx: TxNo) -> Option<CoinJoin> {
    let ((first_in, end_in), (first_out, end_out)) = (columns.tx_ins(tx), columns.tx_outs(tx));
    // Nearly all transactions end here.
    if end_in.0 - first_in.0 < 3 || end_out.0 - first_out.0 < 3 {
        return None;
    }
    let shape = Shape::of(columns, tx);
    let whirlpool =
        shape.whirlpool().map(|join| CoinJoin { confidence: of_pool(columns, tx, &join), ..join });
    let known =
        whirlpool.or_else(|| shape.wasabi_2()).or_else(|| shape.wasabi_1()).or_else(|| shape.joinmarket());
    known.or_else(|| shape.suspicion())
}

/// How sure a Whirlpool round is by where its coins come from. What is mixed again comes from a round; anybody's coins of
/// about a pool's worth do not.
fn of_pool(columns: &Columns, tx: TxNo, join: &CoinJoin) -> u8 {
    let is_in_pool = |before: &CoinJoin| before.denomination_sat == join.denomination_sat;
    let (first, end) = columns.tx_ins(tx);
    let (mut all, mut again) = (true, false);
    for input in (first.0..end.0).map(crate::ledger::InNo) {
        let Prevout::Known(output) = columns.prevout(input) else {
            // From before the ledger: it may have been a round.
            (all, again) = (false, true);
            continue;
        };
        let maker = Shape::of(columns, columns.tx_of_out(output));
        let from_round = maker.whirlpool().as_ref().is_some_and(is_in_pool);
        again |= from_round;
        all &= from_round || maker.premix().as_ref().is_some_and(is_in_pool);
    }
    match (all, again) {
        (true, _) => 95,
        (false, true) => 60,
        (false, false) => SUSPICION,
    }
}

/// What is known of a transaction's inputs and outputs.
#[derive(Default)]
struct Shape {
    /// Worth of each input; none where it is from before the ledger.
    inputs_sat: Vec<Option<u64>>,
    /// Different scripts among the inputs.
    input_scripts: usize,
    /// Outputs that can be spent: their worth.
    outputs_sat: Vec<u64>,
    /// Different scripts among these.
    output_scripts: usize,
    /// Whether these are all native segregated witness.
    native: bool,
    /// Outputs that only carry data.
    data_outputs: usize,
}

impl Shape {
    fn of(columns: &Columns, tx: TxNo) -> Self {
        let mut shape = Self { native: true, ..Self::default() };
        let (first, end) = columns.tx_ins(tx);
        let (mut known, mut unknown) = (vec![], 0);
        for input in (first.0..end.0).map(crate::ledger::InNo) {
            match columns.prevout(input) {
                Prevout::Coinbase => return Self::default(),
                Prevout::Known(output) => {
                    shape.inputs_sat.push(Some(columns.value_sat(output)));
                    known.push(columns.script_of(output));
                }
                Prevout::Unknown(_) => {
                    shape.inputs_sat.push(None);
                    unknown += 1;
                }
            }
        }
        shape.input_scripts = distinct(known) + unknown;
        let (first, end) = columns.tx_outs(tx);
        let mut scripts = vec![];
        for output in (first.0..end.0).map(crate::ledger::OutNo) {
            let script = columns.script_of(output);
            let kind = columns.script_key(script).kind();
            if kind.is_unspendable() {
                shape.data_outputs += 1;
                continue;
            }
            let native = [ScriptKind::WitnessPubkeyHash, ScriptKind::WitnessScriptHash, ScriptKind::Taproot];
            shape.native &= native.contains(&kind);
            shape.outputs_sat.push(columns.value_sat(output));
            scripts.push(script);
        }
        shape.output_scripts = distinct(scripts);
        shape
    }

    /// Whether no output pays the same script as another.
    fn pays_once(&self) -> bool {
        self.output_scripts == self.outputs_sat.len()
    }

    /// The worth that most outputs have among those that `counts` takes, the largest such, and how many have it.
    fn most_frequent(&self, counts: impl Fn(u64) -> bool) -> Option<(u64, usize)> {
        let mut values: Vec<_> = self.outputs_sat.iter().copied().filter(|sat| counts(*sat)).collect();
        values.sort_unstable();
        let runs = values.chunk_by(|a, b| a == b).map(|run| (run[0], run.len()));
        runs.max_by_key(|(sat, times)| (*times, *sat))
    }

    /// What is left of the outputs when `times` of `sat` are taken away.
    fn others(&self, sat: u64, times: usize) -> Vec<u64> {
        let mut left = times;
        let keep = |value: &u64| {
            let taken = *value == sat && left > 0;
            left -= usize::from(taken);
            !taken
        };
        self.outputs_sat.iter().copied().filter(keep).collect()
    }

    fn fee_sat(&self) -> u64 {
        let sum = |values: &mut dyn Iterator<Item = u64>| values.fold(0_u64, u64::saturating_add);
        sum(&mut self.inputs_sat.iter().flatten().copied())
            .saturating_sub(sum(&mut self.outputs_sat.iter().copied()))
    }

    fn divide(&self, sat: u64, owners: usize, changes_sat: &[u64], payer: Payer) -> Division {
        divide(&self.inputs_sat, sat, owners, changes_sat, self.fee_sat(), payer)
    }

    /// Whether inputs of known worth that divide may do so by chance. One coin for each owner hardly ever does.
    fn divides_by_chance(&self, sat: u64, owners: usize, changes_sat: &[u64], payer: Payer) -> bool {
        let inputs_sat: Vec<u64> = self.inputs_sat.iter().copied().flatten().collect();
        let fee_sat = self.fee_sat();
        inputs_sat.len() > owners
            && divides_among_others(&inputs_sat, sat, owners, changes_sat, fee_sat, payer)
    }

    fn joinmarket(&self) -> Option<CoinJoin> {
        let (sat, equal) = self.most_frequent(|sat| sat > DUST_SAT)?;
        if equal < MIN_EQUAL
            || equal > self.input_scripts
            || 2 * equal < self.outputs_sat.len()
            || self.inputs_sat.len() > JOINMARKET_MAX_INPUTS * equal
            || self.data_outputs > 0
            || !self.pays_once()
        {
            return None;
        }
        let changes_sat = self.others(sat, equal);
        let confidence = match self.divide(sat, equal, &changes_sat, Payer::Taker) {
            Division::None => return None,
            Division::Unknown => SUSPICION,
            // So many inputs divide in any way, and so do coins that are as large as what is paid.
            Division::Found if self.inputs_sat.len() > 2 * equal => SUSPICION,
            Division::Found if 2 * equal > self.outputs_sat.len() + 1 => SUSPICION,
            Division::Found if self.divides_by_chance(sat, equal, &changes_sat, Payer::Taker) => SUSPICION,
            Division::Found if equal < 5 => 70,
            Division::Found => 80,
        };
        Some(join(CoinJoinProtocol::JoinMarket, confidence, equal, sat))
    }

    fn wasabi_1(&self) -> Option<CoinJoin> {
        let (sat, equal) = self.most_frequent(|sat| sat.abs_diff(WASABI_1_SAT) <= WASABI_1_SPREAD_SAT)?;
        if equal < WASABI_1_MIN_EQUAL
            || equal > self.input_scripts
            || self.inputs_sat.len() > WASABI_1_MAX_INPUTS * equal
            || self.data_outputs > 0
            || !self.pays_once()
        {
            return None;
        }
        // All who take part get the same at each level; a level of one owner is his change.
        let at_level = |level: u32| {
            let about = |value: u64| value.abs_diff(sat << level) <= WASABI_1_SPREAD_SAT << level;
            self.most_frequent(about).map_or(0, |(_, outputs)| outputs)
        };
        let higher: usize = (1..WASABI_1_LEVELS).map(at_level).filter(|outputs| *outputs > 1).sum();
        if higher > 0
            && equal >= WASABI_11_MIN_EQUAL
            && 2 * (equal + higher) + 1 >= self.outputs_sat.len()
            && 2 * equal + 1 < self.outputs_sat.len()
        {
            let confidence = if self.native { 70 } else { SUSPICION };
            return Some(join(CoinJoinProtocol::Wasabi11, confidence, equal, sat));
        }
        // One output more for the coordinator.
        if 2 * equal + 1 < self.outputs_sat.len() {
            return None;
        }
        let mut others = self.others(sat, equal);
        others.sort_unstable();
        let coordinator_apart = others.get(1..).unwrap_or_default();
        let confidence = match self.divide(sat, equal, coordinator_apart, Payer::Each) {
            Division::Found if !self.divides_by_chance(sat, equal, coordinator_apart, Payer::Each) => 85,
            // Payouts are of few equal amounts; that the search says nothing tells nothing by itself.
            Division::Found | Division::Unknown if equal >= WASABI_1_SURE_EQUAL && self.native => 60,
            Division::Found | Division::Unknown => SUSPICION,
            Division::None => match self.divide(sat, equal, &others, Payer::Each) {
                // Nothing for a coordinator: not this protocol.
                Division::Found | Division::None => return None,
                Division::Unknown => SUSPICION,
            },
        };
        Some(join(CoinJoinProtocol::Wasabi1, confidence, equal, sat))
    }

    fn wasabi_2(&self) -> Option<CoinJoin> {
        if self.inputs_sat.len() < WASABI_2_MIN_INPUTS {
            return None;
        }
        let standard: Vec<u64> = self.outputs_sat.iter().copied().filter(|sat| is_standard(*sat)).collect();
        // Round amounts are what payouts have too; powers of two and three are not.
        let not_round = standard.iter().filter(|sat| !is_round(**sat)).count();
        if 2 * standard.len() + 1 < self.outputs_sat.len()
            || standard.len() * WASABI_2_MAX_INPUTS < self.inputs_sat.len()
            || 4 * not_round < standard.len()
        {
            return None;
        }
        let spoilt = self.data_outputs > 0
            || !self.pays_once()
            || self.outputs_sat.iter().any(|sat| *sat < WASABI_2_LEAST_SAT);
        let confidence = match (self.native, self.inputs_sat.len() >= WASABI_2_USUAL_INPUTS) {
            _ if spoilt => SUSPICION,
            (true, true) => 90,
            (true, false) | (false, true) => 60,
            (false, false) => SUSPICION,
        };
        let owners = self.inputs_sat.len().div_ceil(WASABI_2_MAX_INPUTS);
        let least = standard.iter().copied().min().unwrap_or_default();
        Some(join(CoinJoinProtocol::Wasabi2, confidence, owners, least))
    }

    /// A join whose shape somebody has spoilt, or another payment of equal amounts.
    fn suspicion(&self) -> Option<CoinJoin> {
        let (sat, equal) = self.most_frequent(|sat| sat > DUST_SAT)?;
        let looks = equal >= MIN_EQUAL
            && equal <= self.input_scripts
            && self.outputs_sat.len() <= 2 * equal + SPOILT_OUTPUTS;
        looks.then(|| join(CoinJoinProtocol::JoinMarket, SUSPICION, equal, sat))
    }

    fn whirlpool(&self) -> Option<CoinJoin> {
        let owners = self.inputs_sat.len();
        if !WHIRLPOOL_OWNERS.contains(&owners)
            || self.outputs_sat.len() != owners
            || self.input_scripts != owners
            || self.data_outputs > 0
            || !self.pays_once()
        {
            return None;
        }
        let sat = self.outputs_sat[0];
        let is_pool = WHIRLPOOLS_SAT.iter().any(|(pool, _)| *pool == sat);
        if !is_pool || self.outputs_sat.iter().any(|other| *other != sat) {
            return None;
        }
        let mut enter = 0;
        for input in &self.inputs_sat {
            match (*input)?.checked_sub(sat)? {
                0 => {}
                more if PREMIX_MORE_SAT.contains(&more) => enter += 1,
                _ => return None,
            }
        }
        // Somebody pays the fee, and somebody is mixed again.
        (1..owners).contains(&enter).then(|| join(CoinJoinProtocol::Whirlpool, 60, owners, sat))
    }

    fn premix(&self) -> Option<CoinJoin> {
        if self.data_outputs != 1 || self.outputs_sat.len() < 2 {
            return None;
        }
        WHIRLPOOLS_SAT.iter().find_map(|(pool_sat, fee_sat)| {
            let enters =
                |sat: u64| sat.checked_sub(*pool_sat).is_some_and(|more| PREMIX_MORE_SAT.contains(&more));
            let (sat, equal) = self.most_frequent(enters)?;
            let is_fee = |sat: &u64| 2 * sat >= *fee_sat && *sat <= 3 * fee_sat;
            let others = self.others(sat, equal);
            // The coordinator's fee, and what is left of the owner's coins.
            let fits = equal <= PREMIX_MAX_OUTPUTS
                && others.len() <= 2
                && others.iter().filter(|sat| is_fee(sat)).count() == 1;
            // One output about as large as a pool's coins beside some data is anybody's.
            let confidence = if equal > 1 { 60 } else { SUSPICION };
            fits.then(|| join(CoinJoinProtocol::WhirlpoolPremix, confidence, equal, *pool_sat))
        })
    }
}

fn join(protocol: CoinJoinProtocol, confidence: u8, participants: usize, denomination_sat: u64) -> CoinJoin {
    let participants = u32::try_from(participants).expect("a transaction has fewer than 2^32 outputs");
    CoinJoin { protocol, confidence, participants, denomination_sat }
}

fn distinct<T: Ord>(mut items: Vec<T>) -> usize {
    items.sort_unstable();
    items.dedup();
    items.len()
}

/// Whether Wasabi 2 pays out this amount: powers of two and three, twice a power of three, and round amounts.
fn is_standard(sat: u64) -> bool {
    sat >= WASABI_2_LEAST_SAT
        && (sat.is_power_of_two()
            || is_power_of_three(sat)
            || (sat.is_multiple_of(2) && is_power_of_three(sat / 2))
            || is_round(sat))
}

fn is_power_of_three(mut number: u64) -> bool {
    while number > 1 && number.is_multiple_of(3) {
        number /= 3;
    }
    number == 1
}

/// One, two or five and zeros.
fn is_round(mut sat: u64) -> bool {
    while sat >= 10 && sat.is_multiple_of(10) {
        sat /= 10;
    }
    matches!(sat, 1 | 2 | 5)
}

#[cfg(test)]
mod tests;

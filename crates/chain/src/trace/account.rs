//! The lowest intermediate balance: what an account still holds of traced money is never more than its lowest balance
//! since it came in.
//!
//! An account is a script. Only transactions that pay more out of it than into it matter: its balance afterwards bounds
//! what is traced there, and what was traced above that has left. Within the account the traced payments wait in lots,
//! the earliest to leave first; each lot becomes as many movements as it has ways out.

use std::collections::{BTreeMap, HashMap, VecDeque};

use super::End;
use super::engine::{Arrival, Part, Row, Said, Tracer};
use super::share::apportion;
use crate::ledger::{Gone, OutNo, Prevout, ScriptNo, TxNo, View};

/// A traced payment into an account.
struct Lot {
    output: OutNo,
    maker: TxNo,
    hop: u32,
    /// Satoshis that have left.
    gone_sat: u64,
    left_sat: u64,
    from: Option<(OutNo, u64)>,
    /// Why what leaves is not followed.
    held: Option<End>,
    tags: Vec<u32>,
}

/// An account that holds traced money, or held it.
struct Account {
    /// The balance after each transaction that pays in or out, in chain order. One that a number cannot hold, which only a
    /// made-up chain has, is as large as one can be: more than can be traced.
    balances: Vec<(TxNo, u64)>,
    /// The first of them that has not been passed.
    next: usize,
    /// What is left of all lots.
    traced_sat: u64,
    lots: VecDeque<Lot>,
}

/// What is to be looked at in a transaction.
#[derive(Default)]
struct Due {
    /// Accounts, some of them perhaps more than once.
    payers: Vec<ScriptNo>,
    starts: Vec<OutNo>,
}

/// What a transaction spends of each script. It is looked at once, however many lots leave by it.
struct Spent {
    of_script: HashMap<ScriptNo, u64>,
    /// Whether it spends something of unknown worth besides.
    has_unknown: bool,
}

/// What leaves the accounts by a transaction, and is followed.
struct Pool {
    sat: u64,
    hop: u32,
    sources: Vec<OutNo>,
}

#[derive(Default)]
struct Accounts {
    by_script: HashMap<ScriptNo, Account>,
    waiting: BTreeMap<TxNo, Due>,
}

/// Follows everything to its end, forward.
pub(super) fn follow(tracer: &mut Tracer<'_>) {
    let view = tracer.view;
    let mut accounts = Accounts::default();
    for output in &tracer.starts {
        accounts.waiting.entry(view.maker(*output)).or_default().starts.push(*output);
    }
    while let Some((tx, mut due)) = accounts.waiting.pop_first() {
        due.payers.sort_unstable();
        due.payers.dedup();
        if !due.payers.is_empty() {
            accounts.pass(tracer, tx, due.payers);
        }
        for output in due.starts {
            let part = Part { offset_sat: 0, length_sat: view.value_sat(output), hop: 0 };
            accounts.take(tracer, tx, output, Arrival { part, from: None });
        }
    }
    for (_, account) in accounts.by_script {
        for lot in account.lots {
            let left_sat = lot.left_sat;
            lot.piece(tracer, left_sat, End::Unspent, None);
        }
    }
    tracer.rows.sort_unstable_by_key(|row| (row.tx, row.output.is_none(), row.output, row.part.offset_sat));
}

impl Accounts {
    /// Takes what leaves the accounts of `payers` by a transaction through it.
    fn pass(&mut self, tracer: &mut Tracer<'_>, tx: TxNo, payers: Vec<ScriptNo>) {
        let spent = Spent::by(tracer.view, tx);
        let mut pool = Pool { sat: 0, hop: u32::MAX, sources: Vec::new() };
        for script in payers {
            self.pay(tracer, tx, script, &spent, &mut pool);
        }
        if pool.sat > 0 {
            self.lay(tracer, tx, spent, &pool);
        }
    }

    /// What leaves an account by a transaction.
    fn pay(&mut self, tracer: &mut Tracer<'_>, tx: TxNo, script: ScriptNo, spent: &Spent, pool: &mut Pool) {
        let account = self.by_script.get_mut(&script).expect("whoever waits has an account");
        // Whoever waits points at the payment that is waited for.
        let (at, balance_sat) = account.balances[account.next];
        debug_assert_eq!(at, tx);
        let leaves_sat = account.traced_sat - balance_sat.min(account.traced_sat);
        account.leave(leaves_sat, &mut |lot, sat| {
            let end = end_of(tracer, tx, lot, script, spent);
            let spent_in = (end == End::Followed).then_some(tx);
            lot.piece(tracer, sat, end, spent_in);
            if end == End::Followed {
                pool.sat += sat;
                pool.hop = pool.hop.min(lot.hop);
                pool.sources.push(lot.output);
            }
        });
        account.wait(tx, script, &mut self.waiting);
    }

    /// Lays what leaves on the outputs of a transaction that pay others, and on its fee.
    fn lay(&mut self, tracer: &mut Tracer<'_>, tx: TxNo, spent: Spent, pool: &Pool) {
        let (outputs, weights) = spent.payments(tracer.view, tx);
        let from = match pool.sources[..] {
            [only] => Some((only, 0)),
            _ => None,
        };
        let arrival =
            |length_sat| Arrival { part: Part { offset_sat: 0, length_sat, hop: pool.hop + 1 }, from };
        let shares = apportion(pool.sat, &weights);
        for (output, sat) in outputs.iter().zip(&shares).filter(|(_, sat)| **sat > 0) {
            self.take(tracer, tx, *output, arrival(*sat));
        }
        let fee_sat = shares.last().copied().unwrap_or(0);
        if fee_sat > 0 {
            tracer.rest(tx, arrival(fee_sat));
        }
    }

    /// Takes what arrived at an output into its account.
    fn take(&mut self, tracer: &mut Tracer<'_>, tx: TxNo, output: OutNo, arrival: Arrival) {
        tracer.reach();
        let Arrival { part, from } = arrival;
        let view = tracer.view;
        let said = tracer.said_of(output);
        let dead = view.gone(output).is_none() && !view.is_spendable(output);
        let nothing = (part.length_sat == 0).then_some(End::LeastValue);
        let end = tracer.end_at(output, part.hop, &said).or(dead.then_some(End::Unspendable)).or(nothing);
        let Said { tags, .. } = said;
        if let Some(end) = end {
            tracer.push(Row { tx, output: Some(output), part, from, spent_in: None, end, tags });
            return;
        }
        let script = view.script_of(output);
        let held = tracer.limit(part.length_sat, part.hop);
        let account = self.by_script.entry(script).or_insert_with(|| Account::open(view, script));
        if part.hop == 0 {
            // The start may be what came back to the account by a payment of traced money: this is the same money.
            let room_sat = account.balance_sat(tx).saturating_sub(part.length_sat);
            let same_sat = account.traced_sat.saturating_sub(room_sat);
            account.leave(same_sat, &mut |lot, sat| lot.piece(tracer, sat, End::JoinsStart, None));
        }
        account.traced_sat += part.length_sat;
        account.lots.push_back(Lot {
            output,
            maker: tx,
            hop: part.hop,
            gone_sat: 0,
            left_sat: part.length_sat,
            from,
            held,
            tags,
        });
        account.wait(tx, script, &mut self.waiting);
    }
}

impl Account {
    /// The account of a script, of which nothing is traced.
    fn open(view: &View<'_>, script: ScriptNo) -> Self {
        // What a transaction paid to the script and spent of it, a row for each output.
        let mut events: Vec<(TxNo, u64, u64)> = Vec::new();
        for output in view.script_outputs(script) {
            let value_sat = view.value_sat(output);
            events.push((view.maker(output), value_sat, 0));
            // Not by way of the view, which would look up the spending transaction once more.
            let gone = view.ledger().columns.gone(output).map(|gone| match gone {
                Gone::Spent(input) => view.spender(input),
                Gone::Overwritten(tx) => tx,
            });
            if let Some(tx) = gone.filter(|tx| *tx < view.transaction_end()) {
                events.push((tx, 0, value_sat));
            }
        }
        events.sort_unstable_by_key(|(tx, ..)| *tx);
        let mut balance_sat = 0_u128;
        let balance = |of_one: &[(TxNo, u64, u64)]| {
            let paid_sat: u128 = of_one.iter().map(|(_, paid_sat, _)| u128::from(*paid_sat)).sum();
            let spent_sat: u128 = of_one.iter().map(|(.., spent_sat)| u128::from(*spent_sat)).sum();
            balance_sat = balance_sat + paid_sat - spent_sat;
            (of_one[0].0, u64::try_from(balance_sat).unwrap_or(u64::MAX))
        };
        let balances = events.chunk_by(|a, b| a.0 == b.0).map(balance).collect();
        Self { balances, next: 0, traced_sat: 0, lots: VecDeque::new() }
    }

    /// The balance after a transaction that pays in or out.
    fn balance_sat(&self, tx: TxNo) -> u64 {
        let place = self.balances.binary_search_by_key(&tx, |(at, _)| *at);
        self.balances[place.expect("the transaction pays in or out")].1
    }

    /// Takes so many satoshis out of the lots, the earliest first, and tells of each how many.
    fn leave(&mut self, mut leaves_sat: u64, tell: &mut dyn FnMut(&Lot, u64)) {
        self.traced_sat -= leaves_sat;
        while leaves_sat > 0 {
            let lot = self.lots.front_mut().expect("no more leaves than is there");
            let sat = leaves_sat.min(lot.left_sat);
            tell(lot, sat);
            lot.gone_sat += sat;
            lot.left_sat -= sat;
            leaves_sat -= sat;
            if lot.left_sat == 0 {
                self.lots.pop_front();
            }
        }
    }

    /// Has the next transaction after `tx` looked at that pays more out than in, as long as anything is traced here.
    fn wait(&mut self, tx: TxNo, script: ScriptNo, waiting: &mut BTreeMap<TxNo, Due>) {
        if self.lots.is_empty() {
            return;
        }
        // Step by step: every step is taken once, and most often there is one.
        while self.balances.get(self.next).is_some_and(|(at, _)| *at <= tx) {
            self.next += 1;
        }
        // Before the first there was nothing to pay out.
        let is_payment = |pair: &[(TxNo, u64)]| pair[1].1 < pair[0].1;
        let from = self.next.saturating_sub(1);
        let next = self.balances[from..].windows(2).position(is_payment);
        self.next = next.map_or(self.balances.len(), |place| from + place + 1);
        if let Some((payment, _)) = self.balances.get(self.next) {
            waiting.entry(*payment).or_default().payers.push(script);
        }
    }
}

impl Lot {
    /// Writes down what becomes of the first satoshis that are left.
    fn piece(&self, tracer: &mut Tracer<'_>, length_sat: u64, end: End, spent_in: Option<TxNo>) {
        let part = Part { offset_sat: self.gone_sat, length_sat, hop: self.hop };
        let (tx, output, tags) = (self.maker, Some(self.output), self.tags.clone());
        tracer.push(Row { tx, output, part, from: self.from, spent_in, end, tags });
    }
}

impl Spent {
    fn by(view: &View<'_>, tx: TxNo) -> Self {
        let mut spent = Self { of_script: HashMap::new(), has_unknown: false };
        for input in view.inputs(tx) {
            match view.prevout(input) {
                Prevout::Known(output) => {
                    let sat = spent.of_script.entry(view.script_of(output)).or_default();
                    *sat = sat.saturating_add(view.value_sat(output));
                }
                Prevout::Unknown(_) => spent.has_unknown = true,
                Prevout::Coinbase => {}
            }
        }
        spent
    }

    /// The outputs of the transaction, and how much each, and last the fee, pays to others: what an account spends covers
    /// its own outputs first.
    fn payments(mut self, view: &View<'_>, tx: TxNo) -> (Vec<OutNo>, Vec<u64>) {
        let outputs: Vec<OutNo> = view.outputs(tx).collect();
        let pays = |output: &OutNo| {
            let value_sat = view.value_sat(*output);
            let Some(own_sat) = self.of_script.get_mut(&view.script_of(*output)) else { return value_sat };
            let covered_sat = value_sat.min(*own_sat);
            *own_sat -= covered_sat;
            value_sat - covered_sat
        };
        let mut weights: Vec<u64> = outputs.iter().map(pays).collect();
        weights.push(view.fee_sat(tx).unwrap_or(0));
        (outputs, weights)
    }
}

/// Where what leaves a lot by a transaction ends, or that it is followed.
fn end_of(tracer: &Tracer<'_>, tx: TxNo, lot: &Lot, script: ScriptNo, spent: &Spent) -> End {
    if !spent.of_script.contains_key(&script) {
        return End::Overwritten;
    }
    let end = tracer.end_by(tx, Some((lot.maker, tx))).or(lot.held);
    end.unwrap_or(if spent.has_unknown { End::UnknownInput } else { End::Followed })
}

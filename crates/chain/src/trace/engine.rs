//! The engine of every method: what waits to be passed, what has arrived, and where it stops.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::owners::{MAX_OWNER_ROWS, Owners};
use super::{
    Direction, End, MAX_FLOWS, MAX_STARTS, Method, Start, Totals, TraceError, TraceQuestion, account, order,
    share,
};
use crate::ledger::{Gone, InNo, OutNo, Prevout, ScriptNo, TxNo, View};
use crate::script::ScriptKey;
use crate::tags::{TagRow, TagSet};

/// Traced satoshis of one output that lie together, all after the same number of hops. Where a method knows no order,
/// the offset is 0.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) offset_sat: u64,
    pub(super) length_sat: u64,
    pub(super) hop: u32,
}

/// A part that comes to an output or fee, with the output that it comes from and its first satoshi there.
#[derive(Clone, Copy)]
pub(super) struct Arrival {
    pub(super) part: Part,
    pub(super) from: Option<(OutNo, u64)>,
}

/// An output of which parts wait to be followed.
pub(super) struct Traced {
    pub(super) output: OutNo,
    pub(super) parts: Vec<Part>,
}

/// A movement by row numbers.
pub(super) struct Row {
    /// The transaction that made the output or left the fee.
    pub(super) tx: TxNo,
    pub(super) output: Option<OutNo>,
    pub(super) part: Part,
    pub(super) from: Option<(OutNo, u64)>,
    pub(super) spent_in: Option<TxNo>,
    pub(super) end: End,
    pub(super) tags: Vec<u32>,
}

/// What is said of an address: whether to stop there, and the places of its tags.
pub(super) struct Said {
    pub(super) stop: Option<End>,
    pub(super) tags: Vec<u32>,
}

pub(super) struct Tracer<'t> {
    pub(super) view: &'t View<'t>,
    pub(super) question: &'t TraceQuestion,
    pub(super) starts: BTreeSet<OutNo>,
    pub(super) rows: Vec<Row>,
    pub(super) totals: Totals,
    pub(super) tag_rows: Vec<TagRow>,
    tags: &'t TagSet,
    owners: Option<Owners<'t>>,
    stop_scripts: BTreeSet<ScriptNo>,
    stop_txs: BTreeSet<TxNo>,
    /// What is to be followed, by the transaction that passes it on.
    waiting: BTreeMap<TxNo, Vec<Traced>>,
    reached: u64,
    overflowed: bool,
    /// Places in the list of tag rows, by what names a row for good.
    tag_places: HashMap<(comity_record::Sha256Digest, u32), u32>,
    /// The confidence of each transaction that was looked at, if it is a CoinJoin.
    coinjoins: RefCell<HashMap<TxNo, Option<u8>>>,
    /// The first and the last input of unknown worth of each transaction that was looked at, if it has any.
    unknown_inputs: RefCell<HashMap<TxNo, Option<(InNo, InNo)>>>,
}

impl<'t> Tracer<'t> {
    /// Follows everything to its end.
    pub(super) fn run(
        view: &'t View<'t>,
        question: &'t TraceQuestion,
        tags: &'t TagSet,
    ) -> Result<Self, TraceError> {
        if !question.method.goes(question.direction) {
            return Err(TraceError::ForwardOnly(question.method));
        }
        let mut tracer = Self {
            view,
            question,
            starts: starts(view, &question.starts)?,
            rows: Vec::new(),
            totals: Totals::default(),
            tag_rows: Vec::new(),
            tags,
            owners: Owners::of(view, question, tags),
            stop_scripts: stop_scripts(view, question)?,
            stop_txs: question.stops.transactions.iter().flat_map(|id| view.find_transaction(id)).collect(),
            waiting: BTreeMap::new(),
            reached: 0,
            overflowed: false,
            tag_places: HashMap::new(),
            coinjoins: RefCell::default(),
            unknown_inputs: RefCell::default(),
        };
        for output in &tracer.starts {
            let started = tracer.totals.started_sat.checked_add(view.value_sat(*output));
            tracer.totals.started_sat = started.ok_or(TraceError::TooMuchValue)?;
        }
        match question.method {
            Method::Fifo | Method::Lifo => tracer.follow(order::pass),
            Method::Haircut | Method::Poison => tracer.follow(share::pass),
            Method::LowestIntermediateBalance => account::follow(&mut tracer),
        }
        if tracer.overflowed { Err(TraceError::TooMuchValue) } else { Ok(tracer) }
    }

    /// Takes what waits through one transaction after another. When a transaction's turn comes, all that is traced of
    /// its inputs (backward, of its outputs) has arrived: it can only come from transactions whose turn was before.
    fn follow(&mut self, pass: fn(&mut Self, TxNo, &[Traced])) {
        for output in self.starts.clone() {
            let part = Part { offset_sat: 0, length_sat: self.view.value_sat(output), hop: 0 };
            self.arrive(output, &[Arrival { part, from: None }], None);
        }
        loop {
            let next = match self.question.direction {
                Direction::Forward => self.waiting.pop_first(),
                Direction::Backward => self.waiting.pop_last(),
            };
            let Some((tx, mut traced)) = next else { break };
            if self.is_full() {
                self.waiting.insert(tx, traced);
                return self.end_waiting();
            }
            traced.sort_unstable_by_key(|traced| traced.output);
            pass(self, tx, &traced);
        }
    }

    /// Writes down what arrived at an output by a transaction, in the order of its satoshis, and has it followed if it
    /// shall be. Nothing is done if nothing arrived.
    pub(super) fn arrive(&mut self, output: OutNo, arrivals: &[Arrival], by: Option<TxNo>) {
        if arrivals.is_empty() {
            return;
        }
        self.reached += 1;
        let received_sat = arrivals.iter().map(|arrival| arrival.part.length_sat).sum();
        let said = self.said_of(output);
        let tx = self.view.maker(output);
        let mut ends: Vec<(u32, End)> = Vec::new();
        let mut next = None;
        let mut going_on: Vec<Part> = Vec::new();
        for arrival in arrivals {
            let Arrival { part, from } = *arrival;
            let end = ends.iter().find(|(hop, _)| *hop == part.hop).map(|(_, end)| *end);
            let end = end.unwrap_or_else(|| {
                let (end, through) = self.end_of(output, tx, received_sat, part.hop, &said, by);
                ends.push((part.hop, end));
                next = next.or(through);
                end
            });
            let spent_in = match self.question.direction {
                Direction::Forward => next.filter(|_| end == End::Followed),
                Direction::Backward => by,
            };
            self.push(Row { tx, output: Some(output), part, from, spent_in, end, tags: said.tags.clone() });
            if end != End::Followed {
                continue;
            }
            match going_on.last_mut() {
                Some(last) if last.hop == part.hop && last.end_sat() == part.offset_sat => {
                    last.length_sat += part.length_sat;
                }
                _ => going_on.push(part),
            }
        }
        if let (Some(next), false) = (next, going_on.is_empty()) {
            self.waiting.entry(next).or_default().push(Traced { output, parts: going_on });
        }
    }

    /// Writes down what a transaction did not pass to an output: the fee, or what an unknown input has brought.
    pub(super) fn rest(&mut self, tx: TxNo, arrival: Arrival) {
        let end = match self.question.direction {
            Direction::Forward => End::Fee,
            Direction::Backward => End::UnknownInput,
        };
        let Arrival { part, from } = arrival;
        self.push(Row { tx, output: None, part, from, spent_in: None, end, tags: vec![] });
    }

    pub(super) fn push(&mut self, row: Row) {
        if row.end != End::Followed {
            let ended = self.totals.ended_sat.entry(row.end).or_default();
            match ended.checked_add(row.part.length_sat) {
                Some(sum) => *ended = sum,
                None => self.overflowed = true,
            }
        }
        self.rows.push(row);
    }

    /// Counts what joined the traced value of a transaction.
    pub(super) fn join(&mut self, sat: u64) {
        match self.totals.joined_sat.checked_add(sat) {
            Some(sum) => self.totals.joined_sat = sum,
            None => self.overflowed = true,
        }
    }

    /// Counts an output that was reached by a method that does without [`Self::arrive`].
    pub(super) fn reach(&mut self) {
        self.reached += 1;
    }

    /// Where what arrived at an output ends, or that it is followed, and by which transaction.
    fn end_of(
        &self,
        output: OutNo,
        maker: TxNo,
        received_sat: u64,
        hop: u32,
        said: &Said,
        by: Option<TxNo>,
    ) -> (End, Option<TxNo>) {
        if let Some(end) = self.end_at(output, hop, said) {
            return (end, None);
        }
        let (next, lay) = match self.question.direction {
            Direction::Forward => match self.view.gone(output) {
                None if self.view.is_spendable(output) => return (End::Unspent, None),
                None => return (End::Unspendable, None),
                Some(Gone::Overwritten(_)) => return (End::Overwritten, None),
                Some(Gone::Spent(input)) => {
                    let spender = self.view.spender(input);
                    (spender, Some((maker, spender)))
                }
            },
            Direction::Backward if self.view.is_coinbase(maker) => return (End::NewCoins, None),
            Direction::Backward => (maker, by.map(|by| (maker, by))),
        };
        let end = self.end_by(next, lay).or_else(|| self.limit(received_sat, hop));
        let end = end.or_else(|| self.is_blocked(output, next).then_some(End::UnknownInput));
        match end {
            Some(end) => (end, None),
            None => (End::Followed, Some(next)),
        }
    }

    /// Whether money stops at an output whatever becomes of it. Whoever starts there asked for just that.
    pub(super) fn end_at(&self, output: OutNo, hop: u32, said: &Said) -> Option<End> {
        if hop == 0 {
            None
        } else if self.starts.contains(&output) {
            Some(End::JoinsStart)
        } else {
            said.stop
        }
    }

    /// Whether money that lay between two transactions stops before it is taken through one.
    pub(super) fn end_by(&self, next: TxNo, lay: Option<(TxNo, TxNo)>) -> Option<End> {
        let stops = &self.question.stops;
        let too_old = stops.age_blocks.zip(lay).is_some_and(|(most, (from, to))| {
            self.view.height_of(to).saturating_sub(self.view.height_of(from)) > most
        });
        let outside = stops.until.is_some_and(|until| match self.question.direction {
            Direction::Forward => self.view.height_of(next) > until,
            Direction::Backward => self.view.height_of(next) < until,
        });
        if self.stop_txs.contains(&next) {
            Some(End::NamedTransaction)
        } else if stops
            .coinjoin_percent
            .is_some_and(|least| self.confidence_of(next).is_some_and(|confidence| confidence >= least))
        {
            Some(End::Coinjoin)
        } else if too_old || outside {
            Some(End::Age)
        } else {
            None
        }
    }

    /// How sure it is that a transaction is a CoinJoin. It is looked at once, however many of its inputs are reached.
    fn confidence_of(&self, tx: TxNo) -> Option<u8> {
        let told = || self.view.coinjoin(tx).map(|join| join.confidence);
        *self.coinjoins.borrow_mut().entry(tx).or_insert_with(told)
    }

    /// Whether a limit of the question is reached.
    pub(super) fn limit(&self, received_sat: u64, hop: u32) -> Option<End> {
        let stops = &self.question.stops;
        // Nothing can be followed of nothing, but poison does not ask how much.
        let nothing = received_sat == 0 && self.question.method != Method::Poison;
        if hop >= stops.hops {
            Some(End::Hops)
        } else if received_sat < stops.least_sat || nothing {
            Some(End::LeastValue)
        } else if self.is_full() {
            Some(End::OutputLimit)
        } else {
            None
        }
    }

    /// Whether as many outputs were reached as may be.
    fn is_full(&self) -> bool {
        self.reached > self.question.stops.max_outputs || self.rows.len() >= MAX_FLOWS
    }

    /// Ends what waits to be followed where it lies: one transaction more for each might be millions of outputs more.
    fn end_waiting(&mut self) {
        let waiting = std::mem::take(&mut self.waiting).into_values().flatten();
        let outputs: BTreeSet<OutNo> = waiting.map(|traced| traced.output).collect();
        let rows = std::mem::take(&mut self.rows);
        for mut row in rows {
            if row.end == End::Followed && row.output.is_some_and(|output| outputs.contains(&output)) {
                row.end = End::OutputLimit;
                self.push(row);
            } else {
                self.rows.push(row);
            }
        }
    }

    /// Whether an input of unknown worth keeps the method from telling where the satoshis of an output go.
    fn is_blocked(&self, output: OutNo, next: TxNo) -> bool {
        if !self.view.ledger().columns.has_unknown() {
            return false;
        }
        let unknown = || self.unknown_inputs(next);
        // Forward, the input that spends the output.
        let own = || match self.view.gone(output) {
            Some(Gone::Spent(input)) => Some(input),
            _ => None,
        };
        match (self.question.method, self.question.direction) {
            // Backward, the part that an unknown input has brought shows when the transaction is passed.
            (Method::Poison, _) | (Method::Fifo | Method::Lifo, Direction::Backward) => false,
            (Method::Fifo, Direction::Forward) => {
                unknown().zip(own()).is_some_and(|((first, _), own)| first < own)
            }
            (Method::Lifo, Direction::Forward) => {
                unknown().zip(own()).is_some_and(|((_, last), own)| last > own)
            }
            (Method::Haircut | Method::LowestIntermediateBalance, _) => unknown().is_some(),
        }
    }

    /// The first and the last input of a transaction whose worth is not known. They are looked for once, however many of
    /// its inputs are reached.
    fn unknown_inputs(&self, tx: TxNo) -> Option<(InNo, InNo)> {
        let find = || {
            let is_unknown = |input: &InNo| matches!(self.view.prevout(*input), Prevout::Unknown(_));
            let mut unknown = self.view.inputs(tx).filter(is_unknown);
            let first = unknown.next()?;
            Some((first, unknown.last().unwrap_or(first)))
        };
        *self.unknown_inputs.borrow_mut().entry(tx).or_insert_with(find)
    }

    /// What the question and the tags say of an output's address.
    pub(super) fn said_of(&mut self, output: OutNo) -> Said {
        let script = self.view.script_of(output);
        let is_named = self.stop_scripts.contains(&script);
        let (is_service, tags) = if self.tags.is_empty() { (false, vec![]) } else { self.tags_of(script) };
        let service = is_service.then_some(End::Service);
        Said { stop: if is_named { Some(End::NamedAddress) } else { service }, tags }
    }

    /// Whether a tag calls the address, or its owner where the question asks for him, a service at which to stop, and the
    /// places of the tags.
    fn tags_of(&mut self, script: ScriptNo) -> (bool, Vec<u32>) {
        let categories = &self.question.stops.categories;
        let is_service = |row: &TagRow| {
            row.is_about_holder() && categories.iter().any(|category| row.is_of_category(category))
        };
        // The order in which packs were loaded is no part of a finding.
        let rows: Vec<&TagRow> = if let Some(owners) = &self.owners {
            let mut rows = owners.rows(script);
            rows.sort_by_key(|row| (!is_service(row), row.pack_digest, row.row));
            rows.truncate(MAX_OWNER_ROWS);
            rows
        } else {
            let mut rows: Vec<_> = self.tags.find(&self.view.script_key(script)).collect();
            rows.sort_by_key(|row| (row.pack_digest, row.row));
            rows
        };
        let is_service = rows.iter().any(|row| is_service(row));
        let place = |row: &&TagRow| {
            *self.tag_places.entry((row.pack_digest, row.row)).or_insert_with(|| {
                self.tag_rows.push((*row).clone());
                u32::try_from(self.tag_rows.len() - 1).expect("a tag set has fewer than 2^32 rows")
            })
        };
        (is_service, rows.iter().map(place).collect())
    }
}

impl Part {
    pub(super) fn end_sat(&self) -> u64 {
        self.offset_sat + self.length_sat
    }
}

impl Traced {
    /// How many satoshis of the output are traced.
    pub(super) fn value_sat(&self) -> u64 {
        self.parts.iter().map(|part| part.length_sat).sum()
    }
}

/// The scripts of the addresses at which to stop. One that the ledger does not hold is never reached.
fn stop_scripts(view: &View<'_>, question: &TraceQuestion) -> Result<BTreeSet<ScriptNo>, TraceError> {
    let mut scripts = BTreeSet::new();
    for address in &question.stops.addresses {
        scripts.extend(script_of(view, address)?);
    }
    Ok(scripts)
}

fn script_of(view: &View<'_>, address: &str) -> Result<Option<ScriptNo>, TraceError> {
    let key = ScriptKey::parse(address, view.ledger().network()).map_err(TraceError::Address)?;
    Ok(view.find_address(&key))
}

/// The outputs that the starts stand for.
fn starts(view: &View<'_>, starts: &[Start]) -> Result<BTreeSet<OutNo>, TraceError> {
    let mut outputs = BTreeSet::new();
    for start in starts {
        let unknown = || TraceError::UnknownStart(start.to_string());
        match start {
            Start::Output(outpoint) => {
                outputs.insert(view.find_output(outpoint).ok_or_else(unknown)?);
            }
            Start::Transaction(txid) => {
                let found = view.find_transaction(txid);
                if found.is_empty() {
                    return Err(unknown());
                }
                outputs.extend(found.into_iter().flat_map(|tx| view.outputs(tx)));
            }
            Start::Address(address) => {
                let script = script_of(view, address)?.ok_or_else(unknown)?;
                outputs.extend(view.script_outputs(script).take(MAX_STARTS + 1));
            }
        }
        if outputs.len() > MAX_STARTS {
            return Err(TraceError::TooManyStarts);
        }
    }
    if outputs.is_empty() { Err(TraceError::NoStart) } else { Ok(outputs) }
}

//! First in, first out.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{End, Flow, FlowSource, MAX_FLOWS, MAX_STARTS, Start, Totals, Trace, TraceError, TraceQuestion};
use crate::ledger::{Gone, InNo, OutNo, Prevout, TxNo, View};
use crate::script::ScriptKey;
use crate::tags::{TagRow, TagSet};

/// Satoshis of one output that are traced and lie together, all after the same number of hops.
#[derive(Clone, Copy)]
struct Range {
    offset_sat: u64,
    length_sat: u64,
    hop: u32,
}

/// A range on its way into an output or fee, with the output that it comes from.
struct Arrival {
    range: Range,
    from: OutNo,
    from_offset_sat: u64,
}

struct Tracer<'t> {
    view: &'t View<'t>,
    tags: &'t TagSet,
    question: &'t TraceQuestion,
    starts: BTreeSet<OutNo>,
    /// What is to be followed: by the spending transaction, then by the input. Chain order is event order.
    waiting: BTreeMap<TxNo, BTreeMap<InNo, Vec<Range>>>,
    reached: u64,
    trace: Trace,
    /// Places in the trace's tag rows, by what names a row for good.
    tag_places: BTreeMap<(comity_record::Sha256Digest, u32), u32>,
}

impl View<'_> {
    /// Answers `question` as of the height of the view.
    ///
    /// # Errors
    /// When there is nothing to start from.
    pub fn trace(&self, question: &TraceQuestion, tags: &TagSet) -> Result<Trace, TraceError> {
        let mut tracer = Tracer {
            view: self,
            tags,
            question,
            starts: starts(self, &question.starts)?,
            waiting: BTreeMap::new(),
            reached: 0,
            trace: Trace { flows: Vec::new(), totals: Totals::default(), tag_rows: Vec::new() },
            tag_places: BTreeMap::new(),
        };
        for output in tracer.starts.clone() {
            let value_sat = self.value_sat(output);
            let started = tracer.trace.totals.started_sat.checked_add(value_sat);
            tracer.trace.totals.started_sat = started.ok_or(TraceError::TooMuchValue)?;
            tracer.arrive(output, &[Range { offset_sat: 0, length_sat: value_sat, hop: 0 }], &[]);
        }
        while let Some((tx, inputs)) = tracer.waiting.pop_first() {
            tracer.pass(tx, &inputs);
        }
        Ok(tracer.trace)
    }
}

impl Tracer<'_> {
    /// Takes the traced ranges of a transaction's inputs through it to its outputs and fee.
    fn pass(&mut self, tx: TxNo, inputs: &BTreeMap<InNo, Vec<Range>>) {
        let mut arrivals = VecDeque::new();
        let mut input_start_sat = 0;
        for input in self.view.inputs(tx) {
            // Behind an unknown input nothing waits: `end_of` has seen to it.
            let Prevout::Known(from) = self.view.prevout(input) else { break };
            for range in inputs.get(&input).into_iter().flatten() {
                let at = input_start_sat + range.offset_sat;
                let on_way = Range { offset_sat: at, hop: range.hop + 1, ..*range };
                arrivals.push_back(Arrival { range: on_way, from, from_offset_sat: range.offset_sat });
            }
            input_start_sat += self.view.value_sat(from);
        }
        let mut output_start_sat = 0;
        for output in self.view.outputs(tx) {
            let output_end_sat = output_start_sat + self.view.value_sat(output);
            let mut here = Vec::new();
            while let Some(arrival) = arrivals.pop_front_if(|a| a.range.offset_sat < output_end_sat) {
                let room_sat = output_end_sat - arrival.range.offset_sat;
                let (fits, rest) = arrival.split(room_sat);
                here.push(fits.shifted(output_start_sat));
                // The rest begins where the next output does.
                if let Some(rest) = rest {
                    arrivals.push_front(rest);
                }
            }
            if !here.is_empty() {
                self.arrive(output, &joined(&here), &here);
            }
            output_start_sat = output_end_sat;
        }
        for arrival in arrivals {
            let arrival = arrival.shifted(output_start_sat);
            let flow = self.flow(tx, None, &arrival.range, Some(&arrival), End::Fee, vec![]);
            self.push(flow);
        }
    }

    /// Writes down what arrived at an output and has it followed if it shall be.
    fn arrive(&mut self, output: OutNo, ranges: &[Range], arrivals: &[Arrival]) {
        self.reached += 1;
        let received_sat = ranges.iter().map(|range| range.length_sat).sum();
        let key = self.view.script_key(self.view.script_of(output));
        let (is_service, tags) = self.tags_of(&key);
        let ends: Vec<_> = ranges
            .iter()
            .map(|range| (range.hop, self.end_of(output, received_sat, range.hop, is_service)))
            .collect();
        let end_of = |hop: u32| ends.iter().find(|end| end.0 == hop).expect("each hop is among the ranges").1;
        let tx = self.view.maker(output);
        if arrivals.is_empty() {
            for range in ranges {
                let flow = self.flow(tx, Some(output), range, None, end_of(range.hop), tags.clone());
                self.push(flow);
            }
        }
        for arrival in arrivals {
            let end = end_of(arrival.range.hop);
            let flow = self.flow(tx, Some(output), &arrival.range, Some(arrival), end, tags.clone());
            self.push(flow);
        }
        let going_on: Vec<_> =
            ranges.iter().filter(|range| end_of(range.hop) == End::Followed).copied().collect();
        if let (false, Some(Gone::Spent(input))) = (going_on.is_empty(), self.view.gone(output)) {
            self.waiting.entry(self.view.spender(input)).or_default().insert(input, going_on);
        }
    }

    fn end_of(&self, output: OutNo, received_sat: u64, hop: u32, is_service: bool) -> End {
        let stops = &self.question.stops;
        if hop > 0 && self.starts.contains(&output) {
            return End::JoinsStart;
        }
        // Whoever starts at a service asked for just that.
        if hop > 0 && is_service {
            return End::Service;
        }
        let input = match self.view.gone(output) {
            None if self.view.is_spendable(output) => return End::Unspent,
            None => return End::Unspendable,
            Some(Gone::Overwritten(_)) => return End::Overwritten,
            Some(Gone::Spent(input)) => input,
        };
        if hop >= stops.hops {
            End::Hops
        } else if received_sat < stops.least_sat {
            End::LeastValue
        } else if self.is_behind_unknown(input) {
            End::UnknownInput
        } else if self.reached > stops.max_outputs || self.trace.flows.len() >= MAX_FLOWS {
            End::OutputLimit
        } else {
            End::Followed
        }
    }

    /// Whether an input before this one, of the same transaction, is of unknown worth.
    fn is_behind_unknown(&self, input: InNo) -> bool {
        self.view
            .inputs(self.view.spender(input))
            .take_while(|before| *before < input)
            .any(|before| !matches!(self.view.prevout(before), Prevout::Known(_)))
    }

    /// Whether a tag calls the address a service at which to stop, and the places of all its tags.
    fn tags_of(&mut self, key: &ScriptKey) -> (bool, Vec<u32>) {
        let mut rows: Vec<&TagRow> = self.tags.find(key).collect();
        // The order in which packs were loaded is no part of a finding.
        rows.sort_by_key(|row| (row.pack_digest, row.row));
        let categories = &self.question.stops.categories;
        let is_service = rows.iter().any(|row| row.category.as_ref().is_some_and(|c| categories.contains(c)));
        let place = |row: &&TagRow| {
            *self.tag_places.entry((row.pack_digest, row.row)).or_insert_with(|| {
                self.trace.tag_rows.push((*row).clone());
                u32::try_from(self.trace.tag_rows.len() - 1).expect("a tag set has fewer than 2^32 rows")
            })
        };
        (is_service, rows.iter().map(place).collect())
    }

    fn flow(
        &self,
        tx: TxNo,
        output: Option<OutNo>,
        range: &Range,
        arrival: Option<&Arrival>,
        end: End,
        tags: Vec<u32>,
    ) -> Flow {
        Flow {
            hop: range.hop,
            height: self.view.height_of(tx),
            txid: self.view.txid(tx),
            vout: output.map(|output| self.view.outpoint(output).vout),
            offset_sat: range.offset_sat,
            value_sat: range.length_sat,
            from: arrival.map(|arrival| FlowSource {
                outpoint: self.view.outpoint(arrival.from),
                offset_sat: arrival.from_offset_sat,
                address: self.view.address_of(arrival.from),
            }),
            to: output.map(|output| self.view.address_of(output)),
            end,
            tags,
        }
    }

    fn push(&mut self, flow: Flow) {
        if flow.end != End::Followed {
            // No more can end than has started, and that fits.
            *self.trace.totals.ended_sat.entry(flow.end).or_default() += flow.value_sat;
        }
        self.trace.flows.push(flow);
    }
}

impl Arrival {
    /// The first `room_sat` satoshis, and the rest if there is one.
    fn split(self, room_sat: u64) -> (Self, Option<Self>) {
        if self.range.length_sat <= room_sat {
            return (self, None);
        }
        let first = Self { range: Range { length_sat: room_sat, ..self.range }, ..self };
        let rest = Self {
            range: Range {
                offset_sat: self.range.offset_sat + room_sat,
                length_sat: self.range.length_sat - room_sat,
                ..self.range
            },
            from_offset_sat: self.from_offset_sat + room_sat,
            ..self
        };
        (first, Some(rest))
    }

    /// The same, counted from a place `start_sat` later.
    fn shifted(self, start_sat: u64) -> Self {
        Self { range: Range { offset_sat: self.range.offset_sat - start_sat, ..self.range }, ..self }
    }
}

/// The ranges of the arrivals, neighbours of the same hop made one.
fn joined(arrivals: &[Arrival]) -> Vec<Range> {
    let mut ranges: Vec<Range> = Vec::new();
    for arrival in arrivals {
        match ranges.last_mut() {
            Some(last) if last.hop == arrival.range.hop && last.end_sat() == arrival.range.offset_sat => {
                last.length_sat += arrival.range.length_sat;
            }
            _ => ranges.push(arrival.range),
        }
    }
    ranges
}

impl Range {
    fn end_sat(&self) -> u64 {
        self.offset_sat + self.length_sat
    }
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
                let key =
                    ScriptKey::parse(address, view.ledger().network()).map_err(TraceError::StartAddress)?;
                let script = key.alternatives().find_map(|key| view.find_script(&key)).ok_or_else(unknown)?;
                outputs.extend(view.script_outputs(script).take(MAX_STARTS + 1));
            }
        }
        if outputs.len() > MAX_STARTS {
            return Err(TraceError::TooManyStarts);
        }
    }
    if outputs.is_empty() { Err(TraceError::NoStart) } else { Ok(outputs) }
}

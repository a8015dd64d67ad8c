//! Methods by the order of satoshis: first in first out, and last in first out.
//!
//! The satoshis of a transaction's inputs lie on one line; its outputs, in their order, cover the line from the
//! beginning, and what they do not cover is the fee. The two methods differ only in the order of the inputs. Forward
//! goes from the inputs on the line to the outputs, backward from the outputs to the inputs: the same satoshis.

use super::engine::{Arrival, Part, Traced, Tracer};
use super::{Direction, Method};
use crate::ledger::{OutNo, Prevout, TxNo, View};

/// Where an output's satoshis lie on the line.
struct Slot {
    output: OutNo,
    start_sat: u64,
    end_sat: u64,
}

/// Takes the traced parts of a transaction through it.
pub(super) fn pass(tracer: &mut Tracer<'_>, tx: TxNo, traced: &[Traced]) {
    let view = tracer.view;
    let inputs = inputs(view, tx, tracer.question.method);
    let outputs = line(view, view.outputs(tx));
    let (sources, sinks) = match tracer.question.direction {
        Direction::Forward => (inputs, outputs),
        Direction::Backward => (outputs, inputs),
    };
    let sinks_end_sat = sinks.last().map_or(0, |slot| slot.end_sat);
    let mut sinks = sinks.into_iter();
    let mut sink = sinks.next();
    let mut here: Vec<Arrival> = Vec::new();
    for source in &sources {
        let Ok(place) = traced.binary_search_by_key(&source.output, |traced| traced.output) else { continue };
        for part in &traced[place].parts {
            let mut taken_sat = 0;
            while taken_sat < part.length_sat {
                let at_sat = source.start_sat + part.offset_sat + taken_sat;
                while let Some(slot) = sink.take_if(|slot| slot.end_sat <= at_sat) {
                    tracer.arrive(slot.output, &here, Some(tx));
                    here.clear();
                    sink = sinks.next();
                }
                // What lies behind the last slot is the rest.
                let (start_sat, room_sat) = match &sink {
                    Some(slot) => (slot.start_sat, slot.end_sat - at_sat),
                    None => (sinks_end_sat, u64::MAX),
                };
                let length_sat = room_sat.min(part.length_sat - taken_sat);
                let part_there = Part { offset_sat: at_sat - start_sat, length_sat, hop: part.hop + 1 };
                let from = Some((source.output, part.offset_sat + taken_sat));
                here.push(Arrival { part: part_there, from });
                taken_sat += length_sat;
            }
        }
    }
    match sink {
        Some(slot) => tracer.arrive(slot.output, &here, Some(tx)),
        None => {
            for arrival in here {
                tracer.rest(tx, arrival);
            }
        }
    }
}

/// The inputs on the line, up to the first of unknown worth.
fn inputs(view: &View<'_>, tx: TxNo, method: Method) -> Vec<Slot> {
    let mut prevouts: Vec<Prevout> = view.inputs(tx).map(|input| view.prevout(input)).collect();
    if method == Method::Lifo {
        prevouts.reverse();
    }
    let known = prevouts.into_iter().map_while(|prevout| match prevout {
        Prevout::Known(output) => Some(output),
        Prevout::Coinbase | Prevout::Unknown(_) => None,
    });
    line(view, known)
}

fn line(view: &View<'_>, outputs: impl Iterator<Item = OutNo>) -> Vec<Slot> {
    let mut end_sat = 0;
    let slot = |output| {
        let start_sat = end_sat;
        end_sat += view.value_sat(output);
        Slot { output, start_sat, end_sat }
    };
    outputs.map(slot).collect()
}

//! Rows of numbers become movements with ids and addresses.

use super::engine::{Row, Tracer};
use super::{Flow, FlowSource, Trace, TraceError, TraceQuestion};
use crate::hash::{Outpoint, Txid};
use crate::ledger::{OutNo, TxNo, View};
use crate::tags::TagSet;

impl View<'_> {
    /// Answers `question` as of the height of the view, by the method that it names.
    ///
    /// # Errors
    /// When there is nothing to start from, an address is none, or the method does not go in the direction asked for.
    pub fn trace(&self, question: &TraceQuestion, tags: &TagSet) -> Result<Trace, TraceError> {
        let Tracer { rows, totals, tag_rows, .. } = Tracer::run(self, question, tags)?;
        let mut writer = Writer { view: self, made: None, spent_in: None, to: None, from: None };
        let flows = rows.into_iter().map(|row| writer.flow(row)).collect();
        Ok(Trace { flows, totals, tag_rows })
    }
}

/// Remembers what it looked up last: rows of one transaction, of one output, and from one output follow each other.
struct Writer<'w> {
    view: &'w View<'w>,
    made: Option<(TxNo, Made)>,
    spent_in: Option<(TxNo, Txid)>,
    to: Option<(OutNo, String)>,
    from: Option<(OutNo, Outpoint)>,
}

/// What every output of a transaction has from it.
#[derive(Clone, Copy)]
struct Made {
    txid: Txid,
    height: u32,
    first: Option<OutNo>,
}

impl Writer<'_> {
    fn flow(&mut self, row: Row) -> Flow {
        let view = self.view;
        let Made { txid, height, first } = remembered(&mut self.made, row.tx, |tx| Made {
            txid: view.txid(tx),
            height: view.height_of(tx),
            first: view.outputs(tx).next(),
        });
        let from = row.from.map(|(output, offset_sat)| {
            let outpoint = remembered(&mut self.from, output, |output| view.outpoint(output));
            FlowSource { outpoint, offset_sat }
        });
        Flow {
            hop: row.part.hop,
            height,
            txid,
            vout: row.output.map(|output| place(output, first)),
            offset_sat: row.part.offset_sat,
            value_sat: row.part.length_sat,
            from,
            spent_in: row.spent_in.map(|tx| remembered(&mut self.spent_in, tx, |tx| view.txid(tx))),
            to: row.output.map(|output| remembered(&mut self.to, output, |output| view.address_of(output))),
            end: row.end,
            tags: row.tags,
        }
    }
}

/// What was found for a row the last time, or is found now.
fn remembered<K: Copy + PartialEq, V: Clone>(
    last: &mut Option<(K, V)>,
    key: K,
    find: impl FnOnce(K) -> V,
) -> V {
    match last {
        Some((known, value)) if *known == key => value.clone(),
        _ => last.insert((key, find(key))).1.clone(),
    }
}

/// The place of an output in its transaction, of which `first` is the first.
fn place(output: OutNo, first: Option<OutNo>) -> u32 {
    let first = first.expect("a transaction with an output has a first one");
    u32::try_from(output.0 - first.0).expect("a transaction has fewer than 2^32 outputs")
}

//! Rows of numbers become movements with ids and addresses.

use super::engine::{Row, Tracer};
use super::{Flow, FlowSource, Trace, TraceError, TraceQuestion};
use crate::hash::Txid;
use crate::ledger::{OutNo, TxNo, View};
use crate::tags::TagSet;

impl View<'_> {
    /// Answers `question` as of the height of the view, by the method that it names.
    ///
    /// # Errors
    /// When there is nothing to start from, an address is none, or the method does not go in the direction asked for.
    pub fn trace(&self, question: &TraceQuestion, tags: &TagSet) -> Result<Trace, TraceError> {
        let Tracer { rows, totals, tag_rows, .. } = Tracer::run(self, question, tags)?;
        let mut writer = Writer { view: self, last: None };
        let flows = rows.into_iter().map(|row| writer.flow(row)).collect();
        Ok(Trace { flows, totals, tag_rows })
    }
}

/// Remembers the last transaction, of which most often several rows follow each other.
struct Writer<'w> {
    view: &'w View<'w>,
    last: Option<(TxNo, Made)>,
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
        let Made { txid, height, first } = self.made(row.tx);
        Flow {
            hop: row.part.hop,
            height,
            txid,
            vout: row.output.map(|output| place(output, first)),
            offset_sat: row.part.offset_sat,
            value_sat: row.part.length_sat,
            from: row.from.map(|(output, offset_sat)| FlowSource {
                outpoint: self.view.outpoint(output),
                offset_sat,
                address: self.view.address_of(output),
            }),
            spent_in: row.spent_in.map(|tx| self.view.txid(tx)),
            to: row.output.map(|output| self.view.address_of(output)),
            end: row.end,
            tags: row.tags,
        }
    }

    fn made(&mut self, tx: TxNo) -> Made {
        match self.last {
            Some((last, made)) if last == tx => made,
            _ => {
                let (txid, height) = (self.view.txid(tx), self.view.height_of(tx));
                let made = Made { txid, height, first: self.view.outputs(tx).next() };
                self.last = Some((tx, made));
                made
            }
        }
    }
}

/// The place of an output in its transaction, of which `first` is the first.
fn place(output: OutNo, first: Option<OutNo>) -> u32 {
    let first = first.expect("a transaction with an output has a first one");
    u32::try_from(output.0 - first.0).expect("a transaction has fewer than 2^32 outputs")
}

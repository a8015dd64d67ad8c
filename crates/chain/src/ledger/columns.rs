//! The columns of the ledger, in memory.

use std::collections::HashMap;

use super::error::LinkError;
use super::{Gone, InNo, OutNo, Prevout, ScriptNo, TxNo};
use crate::block::{CheckedBlock, Header, MAX_MONEY_SAT};
use crate::hash::{BlockHash, Outpoint, Txid};
use crate::script::ScriptKey;

/// Marks an output that is not spent.
const UNSPENT: u64 = u64::MAX;
/// Marks an output without an earlier one of the same script.
const FIRST: u64 = u64::MAX;
/// Marks the input of a coinbase.
const COINBASE: u64 = u64::MAX;
/// The bit of a prevout whose other bits are a place in `unknown`.
const UNKNOWN: u64 = 1 << 63;

/// Rows of blocks, transactions, inputs, outputs and scripts.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    first_height: u32,
    headers: Vec<Header>,
    height_of_hash: HashMap<BlockHash, u32>,
    /// The first transaction of each block.
    block_first_tx: Vec<u64>,
    txids: Vec<Txid>,
    tx_first_in: Vec<u64>,
    tx_first_out: Vec<u64>,
    /// An output's number, or COINBASE, or UNKNOWN and a place.
    in_prevout: Vec<u64>,
    unknown: Vec<Outpoint>,
    out_value_sat: Vec<u64>,
    out_script: Vec<u32>,
    out_spent_by: Vec<u64>,
    /// The output before with the same script.
    out_same_script: Vec<u64>,
    overwritten_by: HashMap<u64, TxNo>,
    scripts: Vec<ScriptKey>,
    script_last_out: Vec<u64>,
    script_of_key: HashMap<ScriptKey, u32>,
    tx_of_txid: HashMap<Txid, u64>,
    /// The transaction before with the same id.
    twin: HashMap<u64, u64>,
    work: u128,
}

impl Columns {
    pub(super) fn starting_at(first_height: u32, work: u128) -> Self {
        Self { first_height, work, ..Self::default() }
    }

    /// Adds the block after the last one. A failure leaves half a block behind: the caller throws the columns away.
    pub(super) fn append(&mut self, block: &CheckedBlock<'_>) -> Result<(), LinkError> {
        self.headers.push(block.header);
        let height = self.tip_height().expect("a header has just been added");
        self.height_of_hash.insert(block.header.hash(), height);
        self.block_first_tx.push(number(self.txids.len()));
        for (tx, txid) in block.transactions.iter().zip(&block.txids) {
            let tx_no = number(self.txids.len());
            self.tx_first_in.push(number(self.in_prevout.len()));
            self.tx_first_out.push(number(self.out_value_sat.len()));
            self.txids.push(*txid);
            let (mut in_sat, mut all_known, mut out_sat) = (0_u64, true, 0_u64);
            for input in tx.inputs() {
                let in_no = number(self.in_prevout.len());
                if tx.is_coinbase() {
                    self.in_prevout.push(COINBASE);
                    all_known = false;
                    continue;
                }
                match self.output_at(&input.prevout) {
                    Some(out) => {
                        let place = OutNo(out).index();
                        if self.out_spent_by[place] != UNSPENT {
                            return Err(LinkError::SpentTwice { prevout: input.prevout, txid: *txid });
                        }
                        self.out_spent_by[place] = in_no;
                        in_sat = in_sat.saturating_add(self.out_value_sat[place]);
                        self.in_prevout.push(out);
                    }
                    // An output from before the first block; not one of a transaction that the ledger does hold.
                    None if self.first_height > 0 && !self.tx_of_txid.contains_key(&input.prevout.txid) => {
                        self.in_prevout.push(UNKNOWN | number(self.unknown.len()));
                        self.unknown.push(input.prevout);
                        all_known = false;
                    }
                    None => return Err(LinkError::NoPrevout { prevout: input.prevout, txid: *txid }),
                }
            }
            for output in tx.outputs() {
                out_sat = out_sat.saturating_add(output.value_sat);
                self.append_output(output.value_sat, ScriptKey::of_script(output.script))?;
            }
            if in_sat > MAX_MONEY_SAT {
                return Err(LinkError::TooMuchValue { txid: *txid });
            }
            if all_known && in_sat < out_sat {
                return Err(LinkError::ValueFromNothing { txid: *txid });
            }
            if let Some(earlier) = self.tx_of_txid.insert(*txid, tx_no) {
                self.twin.insert(tx_no, earlier);
                let (from, to) = self.tx_outs(TxNo(earlier));
                for out in from.0..to.0 {
                    if self.out_spent_by[OutNo(out).index()] == UNSPENT {
                        self.overwritten_by.insert(out, TxNo(tx_no));
                    }
                }
            }
        }
        Ok(())
    }

    fn append_output(&mut self, value_sat: u64, key: ScriptKey) -> Result<(), LinkError> {
        let out = number(self.out_value_sat.len());
        let next = u32::try_from(self.scripts.len()).map_err(|_| LinkError::TooManyScripts)?;
        let script = *self.script_of_key.entry(key).or_insert(next);
        let place = ScriptNo(u64::from(script)).index();
        if script == next {
            self.scripts.push(key);
            self.script_last_out.push(FIRST);
        }
        self.out_value_sat.push(value_sat);
        self.out_script.push(script);
        self.out_spent_by.push(UNSPENT);
        self.out_same_script.push(self.script_last_out[place]);
        self.script_last_out[place] = out;
        Ok(())
    }

    fn output_at(&self, outpoint: &Outpoint) -> Option<u64> {
        let (from, to) = self.tx_outs(TxNo(*self.tx_of_txid.get(&outpoint.txid)?));
        let out = from.0 + u64::from(outpoint.vout);
        (out < to.0).then_some(out)
    }

    pub(crate) fn work(&self) -> u128 {
        self.work
    }

    pub(crate) fn block_count(&self) -> usize {
        self.headers.len()
    }

    pub(crate) fn tx_count(&self) -> usize {
        self.txids.len()
    }

    pub(crate) fn in_count(&self) -> usize {
        self.in_prevout.len()
    }

    pub(crate) fn out_count(&self) -> usize {
        self.out_value_sat.len()
    }

    pub(crate) fn script_count(&self) -> usize {
        self.scripts.len()
    }

    pub(crate) fn unknown_count(&self) -> usize {
        self.unknown.len()
    }

    pub(crate) fn twins(&self) -> Vec<Txid> {
        let mut twins: Vec<_> = self.twin.keys().copied().collect();
        twins.sort_unstable();
        twins.into_iter().map(|tx| self.txid(TxNo(tx))).collect()
    }

    pub(crate) fn first_height(&self) -> u32 {
        self.first_height
    }

    pub(crate) fn tip_height(&self) -> Option<u32> {
        let above = u32::try_from(self.headers.len().checked_sub(1)?).expect("ingest bounds the height");
        Some(self.first_height + above)
    }

    pub(crate) fn header(&self, height: u32) -> &Header {
        &self.headers[self.block(height)]
    }

    pub(crate) fn find_block(&self, hash: &BlockHash) -> Option<u32> {
        self.height_of_hash.get(hash).copied()
    }

    pub(crate) fn block_txs(&self, height: u32) -> (TxNo, TxNo) {
        let (from, to) = span(&self.block_first_tx, self.block(height), self.txids.len());
        (TxNo(from), TxNo(to))
    }

    pub(crate) fn tx_ins(&self, tx: TxNo) -> (InNo, InNo) {
        let (from, to) = span(&self.tx_first_in, tx.index(), self.in_prevout.len());
        (InNo(from), InNo(to))
    }

    pub(crate) fn tx_outs(&self, tx: TxNo) -> (OutNo, OutNo) {
        let (from, to) = span(&self.tx_first_out, tx.index(), self.out_value_sat.len());
        (OutNo(from), OutNo(to))
    }

    /// The outputs of all transactions before `end`.
    pub(crate) fn outs_before(&self, end: TxNo) -> (OutNo, OutNo) {
        let to = self.tx_first_out.get(end.index()).copied().unwrap_or(number(self.out_value_sat.len()));
        (OutNo(0), OutNo(to))
    }

    pub(crate) fn height_of(&self, tx: TxNo) -> u32 {
        let block = self.block_first_tx.partition_point(|first| *first <= tx.0) - 1;
        self.first_height + u32::try_from(block).expect("ingest bounds the height")
    }

    pub(crate) fn tx_of_in(&self, input: InNo) -> TxNo {
        TxNo(number(self.tx_first_in.partition_point(|first| *first <= input.0) - 1))
    }

    pub(crate) fn tx_of_out(&self, output: OutNo) -> TxNo {
        TxNo(number(self.tx_first_out.partition_point(|first| *first <= output.0) - 1))
    }

    pub(crate) fn txid(&self, tx: TxNo) -> Txid {
        self.txids[tx.index()]
    }

    pub(crate) fn txids(&self, height: u32) -> &[Txid] {
        let (from, to) = self.block_txs(height);
        &self.txids[from.index()..to.index()]
    }

    pub(crate) fn find_tx(&self, txid: &Txid) -> Vec<TxNo> {
        let latest = self.tx_of_txid.get(txid).copied();
        std::iter::successors(latest, |tx| self.twin.get(tx).copied()).map(TxNo).collect()
    }

    pub(crate) fn prevout(&self, input: InNo) -> Prevout {
        match self.in_prevout[input.index()] {
            COINBASE => Prevout::Coinbase,
            unknown if unknown & UNKNOWN != 0 => {
                Prevout::Unknown(self.unknown[OutNo(unknown & !UNKNOWN).index()])
            }
            out => Prevout::Known(OutNo(out)),
        }
    }

    pub(crate) fn value_sat(&self, output: OutNo) -> u64 {
        self.out_value_sat[output.index()]
    }

    pub(crate) fn script_of(&self, output: OutNo) -> ScriptNo {
        ScriptNo(u64::from(self.out_script[output.index()]))
    }

    pub(crate) fn gone(&self, output: OutNo) -> Option<Gone> {
        match self.out_spent_by[output.index()] {
            UNSPENT => self.overwritten_by.get(&output.0).copied().map(Gone::Overwritten),
            input => Some(Gone::Spent(InNo(input))),
        }
    }

    pub(crate) fn script_key(&self, script: ScriptNo) -> &ScriptKey {
        &self.scripts[script.index()]
    }

    pub(crate) fn find_script(&self, key: &ScriptKey) -> Option<ScriptNo> {
        self.script_of_key.get(key).map(|script| ScriptNo(u64::from(*script)))
    }

    pub(crate) fn script_outs(&self, script: ScriptNo) -> Vec<OutNo> {
        let last = Some(self.script_last_out[script.index()]).filter(|out| *out != FIRST);
        let before = |out: &u64| Some(self.out_same_script[OutNo(*out).index()]).filter(|out| *out != FIRST);
        let mut outs: Vec<_> = std::iter::successors(last, before).map(OutNo).collect();
        outs.reverse();
        outs
    }

    fn block(&self, height: u32) -> usize {
        let above =
            height.checked_sub(self.first_height).expect("a view begins at the ledger's first height");
        usize::try_from(above).expect("usize has 32 bits at least")
    }
}

/// The rows from the start at `place` to the next start, or to `end`.
fn span(starts: &[u64], place: usize, end: usize) -> (u64, u64) {
    (starts[place], starts.get(place + 1).copied().unwrap_or(number(end)))
}

fn number(index: usize) -> u64 {
    u64::try_from(index).expect("memory holds fewer than 2^64 rows")
}

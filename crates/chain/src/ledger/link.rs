//! Links parsed blocks into the columns: what each input spends, which outputs share a script, and that nothing is spent
//! twice or out of nothing.
//!
//! The work is cut by the first bits of ids and scripts, so that each thread has its own part of every index and none
//! waits for another. What is numbered follows the order of the chain, not of the threads.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering};

use hashbrown::HashTable;
use rayon::prelude::*;

use super::chunk::{Chunk, Row, Spend, index};
use super::columns::{COINBASE, Columns, SAMPLE, UNKNOWN, UNSPENT, block_key, reuse_key, tx_key};
use super::error::LinkError;
use super::unions::Lost;
use super::{OutNo, ScriptNo, TxNo};
use crate::block::MAX_MONEY_SAT;
use crate::hash::{Outpoint, Txid};
use crate::script::ScriptKey;
use crate::store::{Older, PARTS, Part, bytes_of, find_in, insert, spread};

/// Marks a script that no row has yet; the other bits are the place of its first output in the batch.
const NEW: u64 = 1 << 63;
/// Marks a prevout from before the first block.
const BEFORE: u64 = 1 << 62;

/// What a batch adds to the indexes and changes in rows before it; a store has to write it.
#[derive(Debug, Default)]
pub(super) struct Added {
    /// Keys of transactions, sorted.
    pub(super) txids: Vec<(u64, u64)>,
    /// Keys of scripts, sorted.
    pub(super) scripts: Vec<(u64, u64)>,
    /// Scripts and their outputs after the first, sorted.
    pub(super) reuses: Vec<(u64, u64)>,
    /// Keys of blocks, sorted.
    pub(super) blocks: Vec<(u64, u64)>,
    /// Outputs of earlier batches and the inputs that spend them, sorted.
    pub(super) spent: Vec<(u64, u64)>,
    /// Scripts of earlier batches that are roots of owners no longer, sorted.
    pub(super) lost: Lost,
}

/// A transaction that does not fit the chain before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Misfit {
    /// Its block, counted from the first of the batch.
    pub(super) block: usize,
    /// What is wrong with it.
    pub(super) error: LinkError,
}

/// A batch with the numbers of its rows.
struct Batch<'c> {
    chunks: &'c [Chunk],
    /// The first transaction, input and output of each chunk, counted from the first of the batch.
    starts: Vec<(u64, u64, u64)>,
    txids: Vec<Txid>,
    /// The first input of each transaction, counted from the first of the batch, and the end of the last.
    first_in: Vec<u64>,
    first_out: Vec<u64>,
    values_sat: Vec<u64>,
    /// Rows of the columns before.
    tx0: u64,
    in0: u64,
    out0: u64,
}

/// The inputs that spend outputs.
struct Spent {
    /// Of each output of the batch the input, or [`UNSPENT`].
    here: Vec<u64>,
    /// Outputs of earlier batches with the inputs that spend them, sorted.
    before: Vec<(u64, u64)>,
}

/// Scripts with their outputs after the first.
type Reuses = Vec<(u32, u64)>;

/// What came of one part of the indexes.
#[derive(Default)]
struct Found {
    misfits: Vec<(u64, u64, LinkError)>,
    twins: Vec<(u64, u64)>,
    /// Keys of new scripts with the place of the first output.
    new_scripts: Vec<(u64, u64)>,
}

impl Columns {
    /// Adds the blocks of a batch, in the order of the chunks.
    ///
    /// # Errors
    /// Gives the first transaction that does not fit. The columns are as they were; what the indexes then hold too much
    /// leads nowhere.
    pub(super) fn append(&mut self, chunks: &[Chunk]) -> Result<Added, Misfit> {
        let batch = Batch::new(self, chunks);
        let (mut by_txid, mut by_script) =
            (std::mem::take(&mut self.by_txid), std::mem::take(&mut self.by_script));
        let linked = batch.link(self, &mut by_txid, &mut by_script);
        (self.by_txid, self.by_script) = (by_txid, by_script);
        let mut added = linked?;
        added.lost = self.join_inputs(TxNo(batch.tx0));
        Ok(added)
    }
}

impl<'c> Batch<'c> {
    fn new(columns: &Columns, chunks: &'c [Chunk]) -> Self {
        let rows = columns.rows();
        let mut starts = Vec::with_capacity(chunks.len());
        let (mut tx, mut input, mut out) = (0, 0, 0);
        for chunk in chunks {
            starts.push((tx, input, out));
            tx += count(chunk.txids.len());
            input += count(chunk.prevouts.len());
            out += count(chunk.values_sat.len());
        }
        let sums = |of: fn(&Chunk) -> &Vec<u32>| {
            let mut sum = 0;
            let rows = chunks.iter().flat_map(of).map(|rows| {
                let first = sum;
                sum += u64::from(*rows);
                first
            });
            let mut firsts: Vec<u64> = rows.collect();
            firsts.push(sum);
            firsts
        };
        Self {
            chunks,
            starts,
            txids: chunks.iter().flat_map(|chunk| &chunk.txids).copied().collect(),
            first_in: sums(|chunk| &chunk.tx_ins),
            first_out: sums(|chunk| &chunk.tx_outs),
            values_sat: chunks.iter().flat_map(|chunk| &chunk.values_sat).copied().collect(),
            tx0: rows.txs,
            in0: rows.ins,
            out0: rows.outs,
        }
    }

    fn link(
        &self,
        columns: &mut Columns,
        by_txid: &mut crate::store::Index,
        by_script: &mut crate::store::Index,
    ) -> Result<Added, Misfit> {
        let prevouts = marks(self.in_count(), COINBASE);
        let scripts = marks(self.values_sat.len(), 0);
        let mut found: Vec<Found> = {
            let ((txs, older_txs), (keys, older_keys)) = (by_txid.parts(), by_script.parts());
            let linker = Linker { batch: self, columns, prevouts: &prevouts, scripts: &scripts };
            let parts = txs.par_iter_mut().zip(keys.par_iter_mut()).enumerate();
            parts.map(|(part, (txs, keys))| linker.part(part, txs, older_txs, keys, older_keys)).collect()
        };
        let mut twins: Vec<_> = found.iter().flat_map(|found| found.twins.iter().copied()).collect();
        let mut misfits: Vec<_> =
            found.iter_mut().flat_map(|found| std::mem::take(&mut found.misfits)).collect();
        let prevouts: Vec<u64> = prevouts.into_iter().map(AtomicU64::into_inner).collect();
        if misfits.is_empty() {
            self.add_later_twins(columns, by_txid.parts().1, &prevouts, &mut twins);
        }
        let spent = self.spent(columns, &prevouts, &mut misfits);
        self.check_values(columns, &prevouts, &mut misfits);
        misfits.sort_unstable_by_key(|(tx, place, _)| (*tx, *place));
        if let Some((tx, _, error)) = misfits.first() {
            return Err(Misfit { block: self.block_of(*tx), error: *error });
        }
        let rows = columns.rows();
        let (script_rows, reuses) = self
            .number(rows.scripts, scripts)
            .ok_or(Misfit { block: self.headers().count() - 1, error: LinkError::TooManyScripts })?;
        let is_new = |(key, first): &(u64, u64)| (*key, u64::from(script_rows[place(*first)]));
        by_script.parts().0.par_iter_mut().zip(&found).for_each(|(part, found)| {
            found.new_scripts.iter().map(is_new).for_each(|(key, script)| insert(part, key, script));
        });
        let mut added = self.added(columns, &found, is_new, reuses);
        self.write(columns, &prevouts, &script_rows, &spent.here, &twins);
        // Rows of earlier batches that lie in memory are marked where they are.
        added.spent = spent.before;
        added.spent.retain(|(out, input)| !columns.out_spent_by.set(*out, bytes_of(*input)));
        Ok(added)
    }

    /// A transaction may have the id of an earlier one only if it makes coins, or spends what such a one made. The first
    /// are found by their keys; these are looked for here.
    fn add_later_twins(
        &self,
        columns: &Columns,
        older: Older<'_>,
        prevouts: &[u64],
        twins: &mut Vec<(u64, u64)>,
    ) {
        twins.sort_unstable();
        if twins.is_empty() && columns.earlier_twin.is_empty() {
            return;
        }
        let mut later: HashSet<u64> = twins.iter().map(|(later, _)| *later).collect();
        for tx in 0..count(self.txids.len()) {
            let number = self.tx0 + tx;
            let ins = place(self.first_in[place(tx)])..place(self.first_in[place(tx) + 1]);
            let spends_twin = prevouts[ins].iter().any(|out| {
                *out != COINBASE && out & BEFORE == 0 && {
                    let maker = self.maker(columns, *out);
                    later.contains(&maker) || columns.earlier_twin.contains_key(&maker)
                }
            });
            if !spends_twin || later.contains(&number) {
                continue;
            }
            let mut earlier = None;
            let txid = self.txids[place(tx)];
            older.find(tx_key(&txid), &mut |other| {
                if other < columns.txids.rows() && columns.txids.get(other) == *txid.as_bytes() {
                    earlier = earlier.max(Some(other));
                }
            });
            if let Some(earlier) = earlier {
                twins.push((number, earlier));
                later.insert(number);
            }
        }
        twins.sort_unstable();
    }

    /// Which inputs spend which outputs, none of them twice.
    fn spent(&self, columns: &Columns, prevouts: &[u64], misfits: &mut Vec<(u64, u64, LinkError)>) -> Spent {
        let mut spent = Spent { here: vec![UNSPENT; self.values_sat.len()], before: vec![] };
        let mut twice = vec![];
        for (input, out) in (self.in0..).zip(prevouts) {
            if *out == COINBASE || out & BEFORE != 0 {
                continue;
            }
            match out.checked_sub(self.out0).map(place) {
                Some(out) if spent.here[out] == UNSPENT => spent.here[out] = input,
                Some(_) => twice.push(input),
                None => spent.before.push((*out, input)),
            }
        }
        spent.before.par_sort_unstable();
        let pairs = spent.before.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1);
        twice.extend(pairs);
        let gone = spent.before.iter().filter(|(out, _)| columns.spent_by(*out).is_some());
        twice.extend(gone.map(|(_, input)| *input));
        for input in twice {
            let (tx, prevout) = (self.tx_of_in(input), self.prevout_of(input));
            let txid = self.txids[place(tx)];
            misfits.push((tx, input, LinkError::SpentTwice { prevout, txid }));
        }
        spent
    }

    /// That no transaction gives more than it takes.
    fn check_values(&self, columns: &Columns, prevouts: &[u64], misfits: &mut Vec<(u64, u64, LinkError)>) {
        let failed = (0..self.txids.len()).into_par_iter().filter_map(|tx| {
            let (from, to) = (place(self.first_in[tx]), place(self.first_in[tx + 1]));
            let (mut in_sat, mut all_known) = (0_u64, true);
            for out in &prevouts[from..to] {
                if *out == COINBASE || out & BEFORE != 0 {
                    all_known = false;
                } else {
                    in_sat = in_sat.saturating_add(self.value_sat(columns, *out));
                }
            }
            let outs = place(self.first_out[tx])..place(self.first_out[tx + 1]);
            let out_sat = self.values_sat[outs].iter().fold(0_u64, |sum, sat| sum.saturating_add(*sat));
            let txid = self.txids[tx];
            let error = if in_sat > MAX_MONEY_SAT {
                LinkError::TooMuchValue { txid }
            } else if all_known && in_sat < out_sat {
                LinkError::ValueFromNothing { txid }
            } else {
                return None;
            };
            Some((count(tx), u64::MAX, error))
        });
        misfits.par_extend(failed);
    }

    /// The number of the script of each output, and the outputs after the first of each script.
    fn number(&self, next: u64, scripts: Vec<AtomicU64>) -> Option<(Vec<u32>, Reuses)> {
        let (mut next, mut rows, mut reuses) = (next, Vec::with_capacity(scripts.len()), vec![]);
        for (at, script) in (0..).zip(scripts) {
            let script = script.into_inner();
            let row = match script ^ NEW {
                first if script & NEW != 0 && first == at => {
                    next += 1;
                    u32::try_from(next - 1).ok()?
                }
                first if script & NEW != 0 => rows[place(first)],
                _ => u32::try_from(script).expect("scripts of the columns are numbered in 32 bits"),
            };
            if script != NEW | at {
                reuses.push((row, self.out0 + at));
            }
            rows.push(row);
        }
        Some((rows, reuses))
    }

    fn added(
        &self,
        columns: &mut Columns,
        found: &[Found],
        is_new: impl Fn(&(u64, u64)) -> (u64, u64) + Sync,
        reuses: Reuses,
    ) -> Added {
        let sorted = |mut entries: Vec<(u64, u64)>| {
            entries.sort_unstable();
            entries
        };
        let txids = (0..PARTS).into_par_iter().flat_map_iter(|part| {
            let chunks = self.chunks.iter().zip(&self.starts);
            let entries = chunks.flat_map(|(chunk, (tx, ..))| {
                chunk.by_txid.part(part).iter().map(move |row| (row.key, self.tx0 + tx + u64::from(row.at)))
            });
            sorted(entries.collect())
        });
        let scripts =
            found.par_iter().flat_map_iter(|found| sorted(found.new_scripts.iter().map(&is_new).collect()));
        let mut by_reuse: Vec<_> = reuses.into_iter().map(|(script, out)| (reuse_key(script), out)).collect();
        by_reuse.par_sort_unstable();
        let first = columns.headers.rows();
        let blocks: Vec<_> =
            (first..).zip(self.headers()).map(|(block, header)| (block_key(&header.hash()), block)).collect();
        for (key, block) in &blocks {
            columns.by_block.insert(*key, *block);
        }
        Added {
            txids: txids.collect(),
            scripts: scripts.collect(),
            reuses: by_reuse,
            blocks: sorted(blocks),
            spent: vec![],
            lost: vec![],
        }
    }

    /// Puts the rows behind those of the columns.
    fn write(
        &self,
        columns: &mut Columns,
        prevouts: &[u64],
        script_rows: &[u32],
        spent: &[u64],
        twins: &[(u64, u64)],
    ) {
        let mut next_tx = self.tx0;
        for (header, txs) in self.headers().zip(self.chunks.iter().flat_map(|chunk| &chunk.block_txs)) {
            columns.headers.push(*header.as_bytes());
            columns.block_first_tx.push_number(next_tx);
            next_tx += u64::from(*txs);
        }
        let first_script = columns.script_end.rows();
        let Columns {
            txids,
            tx_first_in,
            tx_first_out,
            tx_about,
            in_prevout,
            in_tx,
            out_value_sat,
            out_script,
            out_spent_by,
            out_tx,
            script_end,
            script_keys,
            script_first_out,
            unknown,
            ..
        } = columns;
        rayon::scope(|scope| {
            scope.spawn(|_| {
                self.txids.iter().for_each(|txid| txids.push(*txid.as_bytes()));
                self.chunks.iter().flat_map(|chunk| &chunk.about).for_each(|about| tx_about.push(*about));
                for tx in 0..self.txids.len() {
                    tx_first_in.push_number(self.in0 + self.first_in[tx]);
                    tx_first_out.push_number(self.out0 + self.first_out[tx]);
                }
            });
            scope.spawn(|_| {
                for (at, prevout) in (0..).zip(prevouts) {
                    if prevout & BEFORE == 0 {
                        in_prevout.push_number(*prevout);
                    } else {
                        in_prevout.push_number(UNKNOWN | unknown.rows());
                        let Outpoint { txid, vout } = self.prevout_of(self.in0 + at);
                        unknown.extend(&[&txid.as_bytes()[..], &vout.to_le_bytes()].concat());
                    }
                }
                self.samples(&self.first_in, self.in0, in_tx);
            });
            scope.spawn(|_| {
                for value in &self.values_sat {
                    out_value_sat.push(bytes_of(*value));
                }
                for script in script_rows {
                    out_script.push(script.to_le_bytes());
                }
            });
            scope.spawn(|_| {
                for input in spent {
                    out_spent_by.push_number(*input);
                }
                self.samples(&self.first_out, self.out0, out_tx);
            });
            scope.spawn(|_| {
                let keys = self.chunks.iter().flat_map(|chunk| &chunk.keys);
                let mut next = first_script;
                for ((out, key), row) in (self.out0..).zip(keys).zip(script_rows) {
                    if u64::from(*row) == next {
                        key.store(script_keys);
                        script_end.push_number(script_keys.rows());
                        script_first_out.push_number(out);
                        next += 1;
                    }
                }
            });
        });
        for (later, earlier) in twins {
            columns.twins.extend(&[bytes_of::<5>(*later), bytes_of::<5>(*earlier)].concat());
            columns.note_twin(*later, *earlier);
        }
    }

    /// Adds the transaction of every row whose number [`SAMPLE`] divides.
    fn samples(&self, firsts: &[u64], first: u64, samples: &mut crate::store::Column<5>) {
        let end = first + firsts[firsts.len() - 1];
        let mut row = first.next_multiple_of(SAMPLE);
        let mut tx = 0;
        while row < end {
            while first + firsts[tx + 1] <= row {
                tx += 1;
            }
            samples.push_number(self.tx0 + count(tx));
            row += SAMPLE;
        }
    }

    fn headers(&self) -> impl Iterator<Item = &crate::block::Header> {
        self.chunks.iter().flat_map(|chunk| &chunk.headers)
    }

    fn in_count(&self) -> usize {
        place(self.first_in[self.first_in.len() - 1])
    }

    /// The block of a transaction of the batch.
    fn block_of(&self, tx: u64) -> usize {
        let mut end = 0;
        let blocks = self.chunks.iter().flat_map(|chunk| &chunk.block_txs);
        let before = blocks.take_while(|txs| {
            end += u64::from(**txs);
            end <= tx
        });
        before.count()
    }

    /// The transaction of an input, counted from the first of the batch.
    fn tx_of_in(&self, input: u64) -> u64 {
        count(self.first_in.partition_point(|first| *first <= input - self.in0) - 1)
    }

    fn prevout_of(&self, input: u64) -> Outpoint {
        let at = input - self.in0;
        let chunk = self.starts.partition_point(|(_, first, _)| *first <= at) - 1;
        let at = place(at - self.starts[chunk].1);
        self.chunks[chunk].prevouts[at].expect("a coinbase spends nothing, so nothing is wrong with it")
    }

    /// The transaction that made an output.
    fn maker(&self, columns: &Columns, out: u64) -> u64 {
        match out.checked_sub(self.out0) {
            Some(out) => self.tx0 + count(self.first_out.partition_point(|first| *first <= out) - 1),
            None => columns.tx_of_out(OutNo(out)).0,
        }
    }

    fn value_sat(&self, columns: &Columns, out: u64) -> u64 {
        match out.checked_sub(self.out0) {
            Some(out) => self.values_sat[place(out)],
            None => columns.value_sat(OutNo(out)),
        }
    }

    fn is_tx(&self, columns: &Columns, tx: u64, txid: &Txid) -> bool {
        match tx.checked_sub(self.tx0) {
            // A number from a batch that was refused.
            Some(tx) => self.txids.get(place(tx)).is_some_and(|held| held == txid),
            None => columns.txids.get(tx) == *txid.as_bytes(),
        }
    }

    /// The outputs of a transaction: the first, and how many.
    fn outs_of(&self, columns: &Columns, tx: u64) -> (u64, u64) {
        match tx.checked_sub(self.tx0).map(place) {
            Some(tx) => (self.out0 + self.first_out[tx], self.first_out[tx + 1] - self.first_out[tx]),
            None => {
                let (from, to) = columns.tx_outs(TxNo(tx));
                // The last transaction of the columns ends where the batch begins.
                (from.0, to.0 - from.0)
            }
        }
    }
}

/// What every part of the indexes is worked on with.
#[derive(Clone, Copy)]
struct Linker<'b> {
    batch: &'b Batch<'b>,
    columns: &'b Columns,
    prevouts: &'b [AtomicU64],
    scripts: &'b [AtomicU64],
}

impl Linker<'_> {
    fn part(
        &self,
        part: usize,
        txs: &mut Part,
        older_txs: Older<'_>,
        keys: &mut Part,
        older_keys: Older<'_>,
    ) -> Found {
        let mut found = Found::default();
        for (chunk, start) in self.batch.chunks.iter().zip(&self.batch.starts) {
            self.transactions(part, chunk, *start, txs, older_txs, &mut found);
        }
        for (chunk, start) in self.batch.chunks.iter().zip(&self.batch.starts) {
            self.prevouts(part, chunk, *start, (txs, older_txs), &mut found);
        }
        let mut fresh = Fresh::default();
        for (chunk, start) in self.batch.chunks.iter().zip(&self.batch.starts) {
            self.scripts(part, (chunk, start.2), (keys, older_keys), &mut fresh);
        }
        found.new_scripts = fresh.scripts.into_iter().map(|(key, _, out)| (key, out)).collect();
        found
    }

    /// Enters the transactions.
    fn transactions(
        &self,
        part: usize,
        chunk: &Chunk,
        start: (u64, u64, u64),
        txs: &mut Part,
        older: Older<'_>,
        found: &mut Found,
    ) {
        let batch = self.batch;
        for row in chunk.by_txid.part(part) {
            let tx = start.0 + u64::from(row.at);
            let mut twin = None;
            let mut same = |other| {
                if other < batch.tx0 + tx && batch.is_tx(self.columns, other, &chunk.txids[index(row.at)]) {
                    twin = twin.max(Some(other));
                }
            };
            find_in(txs, row.key, &mut same);
            if row.what {
                older.find(row.key, &mut same);
            }
            found.twins.extend(twin.map(|earlier| (batch.tx0 + tx, earlier)));
            insert(txs, row.key, batch.tx0 + tx);
        }
    }

    /// Finds what the inputs spend.
    fn prevouts(
        &self,
        part: usize,
        chunk: &Chunk,
        (first_tx, first_in, _): (u64, u64, u64),
        (txs, older): (&Part, Older<'_>),
        found: &mut Found,
    ) {
        let batch = self.batch;
        // One pass for each place that is looked at, so that the memory of many rows is fetched at once.
        let rows = chunk.by_prevout.part(part);
        let candidate = |row: &Row<Spend>| {
            let (mut candidate, mut more) = (None, false);
            find_in(txs, row.key, &mut |tx| {
                more |= candidate.is_some();
                candidate = Some(tx);
            });
            // Of several that are alike the latest before the input is sought below.
            candidate.filter(|_| !more)
        };
        let candidates: Vec<Option<u64>> = rows.iter().map(candidate).collect();
        let makers: Vec<Option<u64>> = rows
            .iter()
            .zip(candidates)
            .map(|(row, candidate)| {
                let spender = batch.tx0 + first_tx + u64::from(row.what.tx);
                let is_maker =
                    |tx: &u64| *tx < spender && batch.is_tx(self.columns, *tx, &row.what.prevout.txid);
                candidate.filter(is_maker)
            })
            .collect();
        for (row, mut maker) in rows.iter().zip(makers) {
            let Spend { prevout, tx } = row.what;
            let spender = batch.tx0 + first_tx + u64::from(tx);
            if maker.is_none() {
                find_in(txs, row.key, &mut |tx| {
                    if tx < spender && batch.is_tx(self.columns, tx, &prevout.txid) {
                        maker = maker.max(Some(tx));
                    }
                });
            }
            if maker.is_none() {
                older.find(row.key, &mut |tx| {
                    if tx < batch.tx0 && batch.is_tx(self.columns, tx, &prevout.txid) {
                        maker = maker.max(Some(tx));
                    }
                });
            }
            let input = first_in + u64::from(row.at);
            let out = match maker {
                Some(maker) => {
                    let (first, outs) = batch.outs_of(self.columns, maker);
                    (u64::from(prevout.vout) < outs).then_some(first + u64::from(prevout.vout))
                }
                // An output from before the first block.
                None => (self.columns.first_height > 0).then_some(BEFORE),
            };
            match out {
                Some(out) => self.prevouts[place(input)].store(out, Ordering::Relaxed),
                None => {
                    let tx = spender - batch.tx0;
                    let txid = batch.txids[place(tx)];
                    found.misfits.push((tx, batch.in0 + input, LinkError::NoPrevout { prevout, txid }));
                }
            }
        }
    }

    /// Finds which outputs have the script of an earlier one.
    fn scripts(
        &self,
        part: usize,
        (chunk, start): (&Chunk, u64),
        (keys, older): (&Part, Older<'_>),
        fresh: &mut Fresh,
    ) {
        for row in chunk.by_script.part(part) {
            let (script, out) = (&row.what, start + u64::from(row.at));
            let number = if let Some(first) = fresh.find(row.key, script) {
                NEW | first
            } else {
                let mut number = None;
                let mut is_script = |other| {
                    if number.is_none()
                        && other < self.columns.script_end.rows()
                        && self.columns.script_key(ScriptNo(other)) == *script
                    {
                        number = Some(other);
                    }
                };
                find_in(keys, row.key, &mut is_script);
                older.find(row.key, &mut is_script);
                number.unwrap_or_else(|| {
                    fresh.add(row.key, *script, out);
                    NEW | out
                })
            };
            self.scripts[place(out)].store(number, Ordering::Relaxed);
        }
    }
}

/// The scripts of a part that no row has yet.
#[derive(Default)]
struct Fresh {
    places: HashTable<u32>,
    /// Each with its key and its first output.
    scripts: Vec<(u64, ScriptKey, u64)>,
}

impl Fresh {
    fn find(&self, key: u64, script: &ScriptKey) -> Option<u64> {
        let same = |at: &u32| {
            let (other, held, _) = &self.scripts[index(*at)];
            *other == key && held == script
        };
        self.places.find(spread(key), same).map(|at| self.scripts[index(*at)].2)
    }

    fn add(&mut self, key: u64, script: ScriptKey, out: u64) {
        let at = u32::try_from(self.scripts.len()).expect("a part of a batch has fewer than 2^32 scripts");
        self.scripts.push((key, script, out));
        self.places.insert_unique(spread(key), at, |at| spread(self.scripts[index(*at)].0));
    }
}

fn marks(length: usize, mark: u64) -> Vec<AtomicU64> {
    std::iter::repeat_with(|| AtomicU64::new(mark)).take(length).collect()
}

fn count(length: usize) -> u64 {
    u64::try_from(length).expect("memory holds fewer than 2^64 rows")
}

fn place(row: u64) -> usize {
    usize::try_from(row).expect("a batch fits in memory")
}

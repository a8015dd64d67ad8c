//! The columns of the ledger: rows of blocks, transactions, inputs, outputs and scripts, in memory or in the files of a
//! store.

use std::collections::HashMap;

use comity_disk::{Disk, DiskError};

use super::unions::Unions;
use super::{Gone, InNo, OutNo, Prevout, ScriptNo, TxNo};
use crate::block::Header;
use crate::hash::{BlockHash, Outpoint, Txid};
use crate::order::WorkOfBits;
use crate::script::{ScriptKey, ScriptKind};
use crate::store::{Column, Index, Manifest, Rows, number};

/// Marks an output that is not spent.
pub(super) const UNSPENT: u64 = (1 << 40) - 1;
/// Marks the input of a coinbase.
pub(super) const COINBASE: u64 = (1 << 40) - 1;
/// The bit of a prevout whose other bits are a place among the unknown.
pub(super) const UNKNOWN: u64 = 1 << 39;
/// Of so many inputs or outputs the transaction of the first is written down, to be found without a long search.
pub(super) const SAMPLE: u64 = 64;

/// Rows of blocks, transactions, inputs, outputs and scripts.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    pub(super) first_height: u32,
    /// Seeds the keys of scripts in their index.
    pub(super) seed: u64,
    pub(super) headers: Column<80>,
    /// The first transaction of each block.
    pub(super) block_first_tx: Column<5>,
    pub(super) txids: Column<32>,
    pub(super) tx_first_in: Column<5>,
    pub(super) tx_first_out: Column<5>,
    /// Version, lock time, weight and flags.
    pub(super) tx_about: Column<12>,
    /// An output's number, or COINBASE, or UNKNOWN and a place.
    pub(super) in_prevout: Column<5>,
    /// The transaction of every input whose number [`SAMPLE`] divides.
    pub(super) in_tx: Column<5>,
    pub(super) out_value_sat: Column<7>,
    pub(super) out_script: Column<4>,
    /// The input that spends it. A hint: it counts where that input is there and names the output as its prevout.
    pub(super) out_spent_by: Column<5>,
    /// As `in_tx`.
    pub(super) out_tx: Column<5>,
    /// Where the key of a script ends among the keys.
    pub(super) script_end: Column<5>,
    pub(super) script_keys: Column<1>,
    pub(super) script_first_out: Column<5>,
    pub(super) unknown: Column<36>,
    /// A transaction and the one before with the same id, both by number.
    pub(super) twins: Column<10>,
    pub(super) earlier_twin: HashMap<u64, u64>,
    pub(super) later_twin: HashMap<u64, u64>,
    pub(super) by_txid: Index,
    pub(super) by_script: Index,
    pub(super) by_block: Index,
    /// Outputs of scripts after the first of each, as far as they lie in runs.
    pub(super) reuses: Index,
    /// The same, of what lies in no run.
    pub(super) recent_reuses: HashMap<u32, Vec<u64>>,
    /// The scripts that are one owner's because they were spent together: the first layer.
    pub(crate) unions: Unions,
}

impl Columns {
    /// Opens what the manifest counts.
    pub(super) fn open(disk: &dyn Disk, manifest: &Manifest) -> Result<Self, DiskError> {
        let mut columns = Self {
            first_height: manifest.first_height,
            seed: manifest.seed,
            by_txid: Index::open(disk, &manifest.txids)?,
            by_script: Index::open(disk, &manifest.scripts)?,
            by_block: Index::open(disk, &manifest.blocks)?,
            ..Self::default()
        };
        columns.reopen(disk, manifest)?;
        for row in 0..columns.twins.rows() {
            let twin = columns.twins.get(row);
            let (later, earlier) = twin.split_first_chunk().expect("a row has ten bytes");
            let earlier = earlier.first_chunk().expect("five of ten");
            columns.note_twin(number::<5>(*later), number::<5>(*earlier));
        }
        Ok(columns)
    }

    /// Opens the columns anew after they were written. What the indexes hold in memory stays there.
    pub(super) fn reopen(&mut self, disk: &dyn Disk, manifest: &Manifest) -> Result<(), DiskError> {
        let rows = manifest.rows;
        self.headers.reopen(disk, "block/header", rows.blocks)?;
        self.block_first_tx.reopen(disk, "block/first-tx", rows.blocks)?;
        self.txids.reopen(disk, "tx/id", rows.txs)?;
        self.tx_first_in.reopen(disk, "tx/first-in", rows.txs)?;
        self.tx_first_out.reopen(disk, "tx/first-out", rows.txs)?;
        self.tx_about.reopen(disk, "tx/about", rows.txs)?;
        self.in_prevout.reopen(disk, "in/prevout", rows.ins)?;
        self.in_tx.reopen(disk, "in/tx", rows.ins.div_ceil(SAMPLE))?;
        self.out_value_sat.reopen(disk, "out/value", rows.outs)?;
        self.out_script.reopen(disk, "out/script", rows.outs)?;
        self.out_spent_by.reopen(disk, "out/spent-by", rows.outs)?;
        self.out_tx.reopen(disk, "out/tx", rows.outs.div_ceil(SAMPLE))?;
        self.script_end.reopen(disk, "script/end", rows.scripts)?;
        self.script_keys.reopen(disk, "script/key", rows.key_bytes)?;
        self.script_first_out.reopen(disk, "script/first-out", rows.scripts)?;
        self.unknown.reopen(disk, "in/unknown", rows.unknown)?;
        self.twins.reopen(disk, "tx/twin", rows.twins)?;
        self.by_txid.reopen(disk, &manifest.txids)?;
        self.by_script.reopen(disk, &manifest.scripts)?;
        self.by_block.reopen(disk, &manifest.blocks)?;
        self.reuses = Index::open(disk, &manifest.reuses)?;
        self.unions.reopen(disk, manifest)
    }

    /// Writes the rows that lie in memory behind those of the files, durably.
    pub(super) fn write(&self, disk: &dyn Disk) -> Result<(), DiskError> {
        type Write<'c> = Box<dyn Fn() -> Result<(), DiskError> + Send + Sync + 'c>;
        let writes: Vec<Write<'_>> = vec![
            Box::new(|| self.headers.write(disk, "block/header")),
            Box::new(|| self.block_first_tx.write(disk, "block/first-tx")),
            Box::new(|| self.txids.write(disk, "tx/id")),
            Box::new(|| self.tx_first_in.write(disk, "tx/first-in")),
            Box::new(|| self.tx_first_out.write(disk, "tx/first-out")),
            Box::new(|| self.tx_about.write(disk, "tx/about")),
            Box::new(|| self.in_prevout.write(disk, "in/prevout")),
            Box::new(|| self.in_tx.write(disk, "in/tx")),
            Box::new(|| self.out_value_sat.write(disk, "out/value")),
            Box::new(|| self.out_script.write(disk, "out/script")),
            Box::new(|| self.out_spent_by.write(disk, "out/spent-by")),
            Box::new(|| self.out_tx.write(disk, "out/tx")),
            Box::new(|| self.script_end.write(disk, "script/end")),
            Box::new(|| self.script_keys.write(disk, "script/key")),
            Box::new(|| self.script_first_out.write(disk, "script/first-out")),
            Box::new(|| self.unknown.write(disk, "in/unknown")),
            Box::new(|| self.twins.write(disk, "tx/twin")),
            Box::new(|| self.unions.write_rows(disk)),
            Box::new(|| self.unions.write_lost(disk)),
        ];
        use rayon::prelude::*;
        writes.par_iter().try_for_each(|write| write())
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> Rows {
        Rows {
            blocks: self.headers.rows(),
            txs: self.txids.rows(),
            ins: self.in_prevout.rows(),
            outs: self.out_value_sat.rows(),
            scripts: self.script_end.rows(),
            key_bytes: self.script_keys.rows(),
            unknown: self.unknown.rows(),
            twins: self.twins.rows(),
            unions: self.unions.len(),
        }
    }

    /// The rows of the first `blocks` blocks.
    pub(super) fn rows_of(&self, blocks: u64) -> Rows {
        let all = self.rows();
        if blocks >= all.blocks {
            return all;
        }
        let txs = self.block_first_tx.number(blocks);
        let (ins, outs) = (self.tx_first_in.number(txs), self.tx_first_out.number(txs));
        // Scripts, unknown prevouts and twins are numbered in chain order.
        let scripts = partition(0, all.scripts, |script| self.script_first_out.number(script) < outs);
        let key_bytes = scripts.checked_sub(1).map_or(0, |last| self.script_end.number(last));
        let unknown = (0..ins)
            .rev()
            .map(|input| self.in_prevout.number(input))
            .find(|prevout| *prevout != COINBASE && prevout & UNKNOWN != 0);
        let unknown = if all.unknown == 0 { 0 } else { unknown.map_or(0, |last| (last & !UNKNOWN) + 1) };
        let later = |row| {
            let twin = self.twins.get(row);
            number::<5>(*twin.first_chunk().expect("five of ten"))
        };
        let twins = partition(0, all.twins, |row| later(row) < txs);
        let unions = self.unions.len_before(TxNo(txs));
        Rows { blocks, txs, ins, outs, scripts, key_bytes, unknown, twins, unions }
    }

    /// Keeps the first `blocks` blocks. What the indexes and the marks of spent outputs say of the others is believed no
    /// more, since the rows are not there.
    pub(super) fn truncate(&mut self, blocks: u64) {
        let rows = self.rows_of(blocks);
        self.headers.truncate(rows.blocks);
        self.block_first_tx.truncate(rows.blocks);
        self.txids.truncate(rows.txs);
        self.tx_first_in.truncate(rows.txs);
        self.tx_first_out.truncate(rows.txs);
        self.tx_about.truncate(rows.txs);
        self.in_prevout.truncate(rows.ins);
        self.in_tx.truncate(rows.ins.div_ceil(SAMPLE));
        self.out_value_sat.truncate(rows.outs);
        self.out_script.truncate(rows.outs);
        self.out_spent_by.truncate(rows.outs);
        self.out_tx.truncate(rows.outs.div_ceil(SAMPLE));
        self.script_end.truncate(rows.scripts);
        self.script_keys.truncate(rows.key_bytes);
        self.script_first_out.truncate(rows.scripts);
        self.unknown.truncate(rows.unknown);
        self.twins.truncate(rows.twins);
        self.unions.truncate(rows.unions, rows.scripts);
        self.earlier_twin.retain(|later, _| *later < rows.txs);
        self.later_twin.retain(|_, later| *later < rows.txs);
        for outs in self.recent_reuses.values_mut() {
            outs.retain(|out| *out < rows.outs);
        }
    }

    /// A copy that lies in memory, as these columns must.
    pub(super) fn copied(&self) -> Self {
        Self {
            first_height: self.first_height,
            seed: self.seed,
            headers: self.headers.copied(),
            block_first_tx: self.block_first_tx.copied(),
            txids: self.txids.copied(),
            tx_first_in: self.tx_first_in.copied(),
            tx_first_out: self.tx_first_out.copied(),
            tx_about: self.tx_about.copied(),
            in_prevout: self.in_prevout.copied(),
            in_tx: self.in_tx.copied(),
            out_value_sat: self.out_value_sat.copied(),
            out_script: self.out_script.copied(),
            out_spent_by: self.out_spent_by.copied(),
            out_tx: self.out_tx.copied(),
            script_end: self.script_end.copied(),
            script_keys: self.script_keys.copied(),
            script_first_out: self.script_first_out.copied(),
            unknown: self.unknown.copied(),
            twins: self.twins.copied(),
            earlier_twin: self.earlier_twin.clone(),
            later_twin: self.later_twin.clone(),
            by_txid: self.by_txid.copied(),
            by_script: self.by_script.copied(),
            by_block: self.by_block.copied(),
            reuses: Index::default(),
            recent_reuses: self.recent_reuses.clone(),
            unions: self.unions.copied(),
        }
    }

    /// Keeps entries of the index of reuses in memory, where there are no runs for them.
    pub(super) fn keep_reuses(&mut self, reuses: &[(u64, u64)]) {
        for (key, out) in reuses {
            let script = u32::try_from(key >> 16).expect("a script by 32 bits");
            self.recent_reuses.entry(script).or_default().push(*out);
        }
    }

    pub(super) fn note_twin(&mut self, later: u64, earlier: u64) {
        self.earlier_twin.insert(later, earlier);
        self.later_twin.insert(earlier, later);
    }

    /// The work of all blocks.
    pub(crate) fn work(&self) -> u128 {
        let mut works = WorkOfBits::default();
        let headers = (0..self.headers.rows()).map(|block| self.header_of(block));
        headers.fold(0, |work, header| work.saturating_add(works.of(header.bits())))
    }

    pub(crate) fn twins(&self) -> Vec<Txid> {
        let mut twins: Vec<_> = self.earlier_twin.keys().copied().collect();
        twins.sort_unstable();
        twins.into_iter().map(|tx| self.txid(TxNo(tx))).collect()
    }

    /// Whether inputs spend outputs from before the first block.
    pub(crate) fn has_unknown(&self) -> bool {
        self.unknown.rows() > 0
    }

    /// Version, lock time, weight and flags of a transaction.
    pub(crate) fn about(&self, tx: TxNo) -> [u8; 12] {
        self.tx_about.get(tx.0)
    }

    pub(crate) fn first_height(&self) -> u32 {
        self.first_height
    }

    pub(crate) fn tip_height(&self) -> Option<u32> {
        let above = u32::try_from(self.headers.rows().checked_sub(1)?).expect("ingest bounds the height");
        Some(self.first_height + above)
    }

    pub(crate) fn header(&self, height: u32) -> Header {
        self.header_of(self.block(height))
    }

    pub(super) fn header_of(&self, block: u64) -> Header {
        Header::from_bytes(self.headers.get(block))
    }

    pub(crate) fn find_block(&self, hash: &BlockHash) -> Option<u32> {
        let mut found = None;
        self.by_block.find(block_key(hash), |block| {
            if block < self.headers.rows() && self.header_of(block).hash() == *hash {
                found = Some(self.first_height + u32::try_from(block).expect("ingest bounds the height"));
            }
        });
        found
    }

    pub(crate) fn block_txs(&self, height: u32) -> (TxNo, TxNo) {
        let (from, to) = span(&self.block_first_tx, self.block(height), self.txids.rows());
        (TxNo(from), TxNo(to))
    }

    pub(crate) fn tx_ins(&self, tx: TxNo) -> (InNo, InNo) {
        let (from, to) = span(&self.tx_first_in, tx.0, self.in_prevout.rows());
        (InNo(from), InNo(to))
    }

    pub(crate) fn tx_outs(&self, tx: TxNo) -> (OutNo, OutNo) {
        let (from, to) = span(&self.tx_first_out, tx.0, self.out_value_sat.rows());
        (OutNo(from), OutNo(to))
    }

    /// The outputs of all transactions before `end`.
    pub(crate) fn outs_before(&self, end: TxNo) -> (OutNo, OutNo) {
        let all = self.out_value_sat.rows();
        let to = if end.0 < self.txids.rows() { self.tx_first_out.number(end.0) } else { all };
        (OutNo(0), OutNo(to))
    }

    pub(crate) fn height_of(&self, tx: TxNo) -> u32 {
        let after = partition(0, self.headers.rows(), |block| self.block_first_tx.number(block) <= tx.0);
        let block = after.checked_sub(1).unwrap_or_else(|| self.block_first_tx.lost(0));
        self.first_height + u32::try_from(block).expect("ingest bounds the height")
    }

    pub(crate) fn tx_of_in(&self, input: InNo) -> TxNo {
        TxNo(self.tx_of(&self.in_tx, &self.tx_first_in, input.0))
    }

    pub(crate) fn tx_of_out(&self, output: OutNo) -> TxNo {
        TxNo(self.tx_of(&self.out_tx, &self.tx_first_out, output.0))
    }

    /// The last transaction that begins at `row` or before. Every transaction has an input and an output, so that the
    /// search ends within a sample.
    fn tx_of(&self, samples: &Column<5>, firsts: &Column<5>, row: u64) -> u64 {
        let sample = row / SAMPLE;
        let from = samples.number(sample);
        let to = (from + row % SAMPLE + 1).min(self.txids.rows());
        let after = partition(from, to, |tx| firsts.number(tx) <= row);
        after.checked_sub(1).unwrap_or_else(|| firsts.lost(0))
    }

    pub(crate) fn txid(&self, tx: TxNo) -> Txid {
        Txid::from_bytes(self.txids.get(tx.0))
    }

    pub(crate) fn txids(&self, height: u32) -> Vec<Txid> {
        let (from, to) = self.block_txs(height);
        (from.0..to.0).map(|tx| self.txid(TxNo(tx))).collect()
    }

    pub(crate) fn find_tx(&self, txid: &Txid) -> Vec<TxNo> {
        let mut found = vec![];
        self.by_txid.find(tx_key(txid), |tx| {
            if tx < self.txids.rows() && self.txids.get(tx) == *txid.as_bytes() {
                found.push(TxNo(tx));
            }
        });
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.dedup();
        found
    }

    pub(crate) fn prevout(&self, input: InNo) -> Prevout {
        match self.in_prevout.number(input.0) {
            COINBASE => Prevout::Coinbase,
            unknown if unknown & UNKNOWN != 0 => {
                let row = self.unknown.get(unknown & !UNKNOWN);
                let (txid, vout) = row.split_first_chunk().expect("a row has 36 bytes");
                let vout = vout.first_chunk().expect("four bytes are left");
                Prevout::Unknown(Outpoint { txid: Txid::from_bytes(*txid), vout: u32::from_le_bytes(*vout) })
            }
            out => Prevout::Known(OutNo(out)),
        }
    }

    pub(crate) fn value_sat(&self, output: OutNo) -> u64 {
        number(self.out_value_sat.get(output.0))
    }

    pub(crate) fn script_of(&self, output: OutNo) -> ScriptNo {
        ScriptNo(u64::from(u32::from_le_bytes(self.out_script.get(output.0))))
    }

    /// The input that spends an output.
    pub(super) fn spent_by(&self, out: u64) -> Option<u64> {
        let input = self.out_spent_by.number(out);
        (input < self.in_prevout.rows() && self.in_prevout.number(input) == out).then_some(input)
    }

    pub(crate) fn gone(&self, output: OutNo) -> Option<Gone> {
        if let Some(input) = self.spent_by(output.0) {
            return Some(Gone::Spent(InNo(input)));
        }
        if self.later_twin.is_empty() {
            return None;
        }
        self.later_twin.get(&self.tx_of_out(output).0).map(|later| Gone::Overwritten(TxNo(*later)))
    }

    pub(crate) fn script_key(&self, script: ScriptNo) -> ScriptKey {
        let from = script.0.checked_sub(1).map_or(0, |before| self.script_end.number(before));
        let mut bytes = [0; ScriptKey::MAX_STORED];
        let to = self.script_end.number(script.0);
        let length = to.checked_sub(from).unwrap_or_else(|| self.script_end.lost(script.0));
        let length = usize::try_from(length).expect("a key is short").min(bytes.len());
        self.script_keys.read(from, &mut bytes[..length]);
        ScriptKey::from_stored(&bytes[..length])
    }

    /// The kind of a script, without its key.
    pub(crate) fn script_kind(&self, script: ScriptNo) -> ScriptKind {
        let from = script.0.checked_sub(1).map_or(0, |before| self.script_end.number(before));
        let mut byte = [0; 1];
        self.script_keys.read(from, &mut byte);
        ScriptKind::of_stored(byte[0])
    }

    pub(crate) fn first_output(&self, script: ScriptNo) -> OutNo {
        OutNo(self.script_first_out.number(script.0))
    }

    /// One past the last script that an output before `end` has.
    pub(crate) fn scripts_before(&self, end: OutNo) -> ScriptNo {
        ScriptNo(partition(0, self.script_end.rows(), |script| self.script_first_out.number(script) < end.0))
    }

    pub(crate) fn find_script(&self, key: &ScriptKey) -> Option<ScriptNo> {
        let mut found = None;
        self.by_script.find(script_index_key(self.seed, key), |script| {
            if script < self.script_end.rows() && self.script_key(ScriptNo(script)) == *key {
                found = Some(ScriptNo(script));
            }
        });
        found
    }

    pub(crate) fn script_outs(&self, script: ScriptNo) -> Vec<OutNo> {
        let mut outs = vec![self.script_first_out.number(script.0)];
        let number = u32::try_from(script.0).expect("scripts are numbered in 32 bits");
        outs.extend(self.recent_reuses.get(&number).into_iter().flatten());
        self.reuses.find(reuse_key(number), |out| {
            if out < self.out_script.rows() && self.script_of(OutNo(out)) == script {
                outs.push(out);
            }
        });
        outs.sort_unstable();
        outs.dedup();
        outs.into_iter().map(OutNo).collect()
    }

    fn block(&self, height: u32) -> u64 {
        let above = height.checked_sub(self.first_height);
        u64::from(above.expect("a view begins at the ledger's first height"))
    }
}

/// The key of a transaction in its index: the first bytes of its id. To make many that are alike takes as much work as
/// there are blocks in a year; a few do no harm.
pub(super) fn tx_key(txid: &Txid) -> u64 {
    first_48_bits(txid.as_bytes())
}

/// The key of a block in its index.
pub(super) fn block_key(hash: &BlockHash) -> u64 {
    first_48_bits(hash.as_bytes())
}

fn first_48_bits(bytes: &[u8; 32]) -> u64 {
    u64::from_be_bytes(*bytes.first_chunk().expect("eight of 32")) >> 16
}

/// The key of a script in its index. Anybody can make up scripts that begin alike, so it is a keyed hash.
pub(super) fn script_index_key(seed: u64, key: &ScriptKey) -> u64 {
    use std::hash::Hasher as _;
    let mut hasher = siphasher::sip::SipHasher13::new_with_keys(seed, seed.rotate_left(32));
    hasher.write_u8(key.kind().byte());
    hasher.write(key.payload());
    hasher.finish() >> 16
}

/// The key of a script in the index of its outputs.
pub(super) fn reuse_key(script: u32) -> u64 {
    u64::from(script) << 16
}

/// The first row in a range for which `holds` no longer holds.
pub(super) fn partition(from: u64, to: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (from, to);
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

/// The rows from the start at `place` to the next start, or to `end`.
fn span(starts: &Column<5>, place: u64, end: u64) -> (u64, u64) {
    let next = place + 1;
    let (from, to) = (starts.number(place), if next < starts.rows() { starts.number(next) } else { end });
    if from > to { starts.lost(place) } else { (from, to) }
}

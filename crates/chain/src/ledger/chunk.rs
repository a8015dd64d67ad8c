//! Blocks that lie one after another in the chain, parsed into rows: what each thread of an ingest works on by itself.

use crate::block::{Block, Header, Tx};
use crate::hash::{Outpoint, Txid};
use crate::ledger::columns::{script_index_key, tx_key};
use crate::network::Network;
use crate::script::ScriptKey;
use crate::source::{BlockSource, SourceError, StoredBlock};
use crate::store::{PARTS, bytes_of, part_of};

use super::IngestError;

/// The flag of a transaction with a witness.
pub(super) const WITNESS: u8 = 1;
/// The flag of a transaction that says that it may be replaced (BIP 125).
pub(super) const REPLACEABLE: u8 = 2;
/// The flag of a transaction whose lock time is in force: an input has a sequence number below the highest.
pub(super) const LOCKED: u8 = 4;

/// Rows of blocks that follow one another. Numbers count within the chunk.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    pub(super) headers: Vec<Header>,
    /// Transactions of each block.
    pub(super) block_txs: Vec<u32>,
    pub(super) txids: Vec<Txid>,
    pub(super) tx_ins: Vec<u32>,
    pub(super) tx_outs: Vec<u32>,
    pub(super) about: Vec<[u8; 12]>,
    /// The prevout of each input; of a coinbase's, nothing.
    pub(super) prevouts: Vec<Option<Outpoint>>,
    pub(super) values_sat: Vec<u64>,
    pub(super) keys: Vec<ScriptKey>,
    /// Transactions, and whether each makes new coins.
    pub(super) by_txid: Parted<bool>,
    pub(super) by_prevout: Parted<Spend>,
    pub(super) by_script: Parted<ScriptKey>,
    /// The blocks whose coinbases state a height, by their places, and the heights.
    pub(super) stated: Vec<(u32, u32)>,
}

/// Rows with their keys and what is asked of them, those whose keys begin alike together, in their order. What is asked
/// stands beside the key: whoever takes part after part would else find every row in another place of memory.
#[derive(Debug)]
pub(super) struct Parted<T> {
    rows: Vec<Row<T>>,
    starts: Vec<u32>,
}

/// A row with its key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<T> {
    pub(super) key: u64,
    /// Its place in the chunk.
    pub(super) at: u32,
    pub(super) what: T,
}

/// What an input spends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spend {
    pub(super) prevout: Outpoint,
    /// The transaction of the input.
    pub(super) tx: u32,
}

impl<T> Default for Parted<T> {
    fn default() -> Self {
        Self { rows: vec![], starts: vec![0; PARTS + 1] }
    }
}

impl<T: Copy> Parted<T> {
    fn of(keys: &[(u64, u32)], what: impl Fn(u32) -> T) -> Self {
        let mut starts = vec![0_u32; PARTS + 1];
        for (key, _) in keys {
            starts[part_of(*key) + 1] += 1;
        }
        for part in 0..PARTS {
            starts[part + 1] += starts[part];
        }
        let mut next = starts.clone();
        let Some((key, at)) = keys.first() else { return Self::default() };
        let mut rows = vec![Row { key: *key, at: *at, what: what(*at) }; keys.len()];
        for (key, at) in keys {
            let place = &mut next[part_of(*key)];
            rows[index(*place)] = Row { key: *key, at: *at, what: what(*at) };
            *place += 1;
        }
        Self { rows, starts }
    }

    /// The rows of a part.
    pub(super) fn part(&self, part: usize) -> &[Row<T>] {
        &self.rows[index(self.starts[part])..index(self.starts[part + 1])]
    }
}

impl Chunk {
    /// Reads and checks blocks.
    pub(super) fn read(
        source: &dyn BlockSource,
        blocks: &[StoredBlock],
        network: Network,
        seed: u64,
    ) -> Result<Self, IngestError> {
        let mut chunk = Self::default();
        let mut scratch = Vec::new();
        for stored in blocks {
            let bytes = source.block(stored, &mut scratch)?;
            let failed =
                |source_error| SourceError::Block { place: source.place(stored), source: source_error };
            let block = Block::check(bytes, network).map_err(failed)?;
            // Another block than was listed would break the order that was found.
            if block.header != stored.header {
                return Err(IngestError::Changed { place: source.place(stored) });
            }
            let place = number(chunk.headers.len());
            chunk.stated.extend(block.stated_height().map(|height| (place, height)));
            chunk.headers.push(block.header);
            chunk.block_txs.push(number(block.transactions.len()));
            for tx in &block.transactions {
                chunk.add(tx);
            }
            chunk.txids.extend_from_slice(&block.txids);
        }
        let txids: Vec<_> = (0..).zip(&chunk.txids).map(|(at, txid)| (tx_key(txid), at)).collect();
        let mut coinbases = vec![false; chunk.txids.len()];
        let (mut spends, mut in_tx, mut next) = (vec![], vec![], chunk.prevouts.iter());
        for (tx, ins) in (0..).zip(&chunk.tx_ins) {
            for prevout in next.by_ref().take(index(*ins)) {
                match prevout {
                    Some(prevout) => spends.push((tx_key(&prevout.txid), number(in_tx.len()))),
                    None => coinbases[index(tx)] = true,
                }
                in_tx.push(tx);
            }
        }
        chunk.by_txid = Parted::of(&txids, |at| coinbases[index(at)]);
        chunk.by_prevout = Parted::of(&spends, |at| Spend {
            prevout: chunk.prevouts[index(at)].expect("only inputs that spend have a key"),
            tx: in_tx[index(at)],
        });
        let scripts = (0..).zip(&chunk.keys).map(|(at, key)| (script_index_key(seed, key), at));
        chunk.by_script = Parted::of(&scripts.collect::<Vec<_>>(), |at| chunk.keys[index(at)]);
        Ok(chunk)
    }

    fn add(&mut self, tx: &Tx<'_>) {
        let coinbase = tx.is_coinbase();
        let mut flags = if tx.has_witness() { WITNESS } else { 0 };
        for input in tx.inputs() {
            self.prevouts.push((!coinbase).then_some(input.prevout));
            flags |= if input.sequence < u32::MAX - 1 { REPLACEABLE } else { 0 };
            flags |= if input.sequence < u32::MAX { LOCKED } else { 0 };
        }
        for output in tx.outputs() {
            self.values_sat.push(output.value_sat);
            self.keys.push(ScriptKey::of_script(output.script));
        }
        self.tx_ins.push(number(tx.inputs().len()));
        self.tx_outs.push(number(tx.outputs().len()));
        let mut about = [flags; 12];
        about[..4].copy_from_slice(&tx.version().to_le_bytes());
        about[4..8].copy_from_slice(&tx.lock_time().to_le_bytes());
        about[8..11].copy_from_slice(&bytes_of::<3>(u64::from(tx.weight())));
        self.about.push(about);
    }

    /// About how much memory the rows take until they are linked.
    pub(super) fn memory_bytes(&self) -> u64 {
        let bytes = 200 * self.headers.len() + 140 * self.txids.len() + 125 * self.prevouts.len();
        u64::try_from(bytes + 210 * self.values_sat.len()).expect("memory is less than 2^64 bytes")
    }
}

/// A count within a chunk: of far fewer than 2^32 bytes.
fn number(count: usize) -> u32 {
    u32::try_from(count).expect("a chunk has fewer than 2^32 rows")
}

pub(super) fn index(row: u32) -> usize {
    usize::try_from(row).expect("usize has 32 bits at least")
}

//! Takes the chain of a source into the ledger.

use serde::{Deserialize, Serialize};

use super::{Columns, IngestError, Ledger};
use crate::block::Block;
use crate::hash::{BlockHash, Txid};
use crate::network::Network;
use crate::order::{HeaderChain, best_chain};
use crate::source::{BlockSource, SourceNote, StoredBlock};

/// What the caller may say beside the source.
#[derive(Clone, Debug, Default)]
pub struct IngestOptions {
    /// The height of the first block, where the source begins later than the network and the block is too old to
    /// state its height itself (before BIP 34).
    pub first_height: Option<u32>,
}

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Blocks taken in.
    pub blocks: usize,
    /// Blocks to be taken in.
    pub of_blocks: usize,
    /// Bytes of the blocks taken in.
    pub bytes: u64,
    /// Bytes of all blocks to be taken in.
    pub of_bytes: u64,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IngestReport {
    /// The network.
    pub network: Network,
    /// The height of the first block.
    pub first_height: u32,
    /// The height of the last.
    pub tip_height: u32,
    /// The hash of the last.
    pub tip: BlockHash,
    /// Whether the ledger now holds the source's chain; it keeps its own when that has more work.
    pub taken: bool,
    /// Transactions of the chain.
    pub transactions: usize,
    /// Inputs of the chain.
    pub inputs: usize,
    /// Outputs of the chain.
    pub outputs: usize,
    /// Different scripts of the chain.
    pub scripts: usize,
    /// Inputs that spend outputs from before the first block.
    pub unknown_prevouts: usize,
    /// Transaction ids that occur more than once.
    pub repeated_txids: Vec<Txid>,
    /// Blocks of branches that lost.
    pub stale: Vec<BlockHash>,
    /// Blocks that connect to no block of the chain.
    pub unconnected: Vec<BlockHash>,
    /// Blocks that the source holds more than once.
    pub repeated: Vec<BlockHash>,
    /// What the source had to say.
    pub notes: Vec<SourceNote>,
}

impl Ledger {
    /// Takes in the chain of the most work that `source` holds; every block is checked, stale ones too.
    ///
    /// The ledger is replaced whole when the chain has at least the work of what it holds, and else kept. When
    /// anything fails it is as it was before.
    ///
    /// # Errors
    /// When the source cannot be read, holds something that is no sound block, or its blocks contradict each other.
    pub fn ingest(
        &mut self,
        source: &dyn BlockSource,
        options: &IngestOptions,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<IngestReport, IngestError> {
        if source.network() != self.network {
            return Err(IngestError::OtherNetwork { expected: self.network, found: source.network() });
        }
        let mut stored = Vec::new();
        let notes = source.list(&mut |block| stored.push(block))?;
        for block in &stored {
            let work = block.header.check_work(self.network);
            work.map_err(|error| IngestError::block(source.place(block), error))?;
        }
        let headers: Vec<_> = stored.iter().map(|block| block.header).collect();
        let chain = best_chain(&headers, self.network).ok_or(IngestError::NoBlocks)?;
        let columns = self.build(source, &stored, &chain, options, progress)?;
        let hashes = |places: &[usize]| places.iter().map(|place| headers[*place].hash()).collect();
        let tip_height = columns.tip_height().ok_or(IngestError::NoBlocks)?;
        let report = IngestReport {
            network: self.network,
            first_height: columns.first_height(),
            tip_height,
            tip: columns.header(tip_height).hash(),
            taken: columns.work() >= self.columns.work(),
            transactions: columns.tx_count(),
            inputs: columns.in_count(),
            outputs: columns.out_count(),
            scripts: columns.script_count(),
            unknown_prevouts: columns.unknown_count(),
            repeated_txids: columns.twins(),
            stale: hashes(&chain.stale),
            unconnected: hashes(&chain.unconnected),
            repeated: hashes(&chain.repeated),
            notes,
        };
        if report.taken {
            self.columns = columns;
        }
        Ok(report)
    }

    fn build(
        &self,
        source: &dyn BlockSource,
        stored: &[StoredBlock],
        chain: &HeaderChain,
        options: &IngestOptions,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Columns, IngestError> {
        let mut scratch = Vec::new();
        for place in chain.stale.iter().chain(&chain.unconnected).chain(&chain.repeated) {
            let bytes = source.block(&stored[*place], &mut scratch)?;
            Block::check(bytes, self.network)
                .map_err(|error| IngestError::block(source.place(&stored[*place]), error))?;
        }
        let of_bytes = chain.best.iter().map(|place| u64::from(stored[*place].length)).sum();
        let mut done = Progress { blocks: 0, of_blocks: chain.best.len(), bytes: 0, of_bytes };
        let mut columns: Option<Columns> = None;
        for place in &chain.best {
            let block = &stored[*place];
            let bytes = source.block(block, &mut scratch)?;
            let checked = Block::check(bytes, self.network)
                .map_err(|error| IngestError::block(source.place(block), error))?;
            // Another block than was listed would break the order that was found.
            if checked.header != block.header {
                return Err(IngestError::Changed { place: source.place(block) });
            }
            let columns = match &mut columns {
                Some(columns) => columns,
                None => {
                    let first = self.first_height_of(&checked, options)?;
                    let count = u32::try_from(chain.best.len()).ok();
                    if count.and_then(|count| first.checked_add(count)).is_none() {
                        return Err(IngestError::TooManyBlocks);
                    }
                    columns.insert(Columns::starting_at(first, chain.work))
                }
            };
            columns.append(&checked).map_err(|error| IngestError::link(source.place(block), error))?;
            done.blocks += 1;
            done.bytes += u64::from(block.length);
            progress(done);
        }
        columns.ok_or(IngestError::NoBlocks)
    }

    fn first_height_of(
        &self,
        block: &crate::block::CheckedBlock<'_>,
        options: &IngestOptions,
    ) -> Result<u32, IngestError> {
        let known =
            if block.header.hash() == self.network.genesis() { Some(0) } else { block.stated_height() };
        match (known, options.first_height) {
            (Some(stated), Some(given)) if stated != given => Err(IngestError::FirstHeight { stated, given }),
            (Some(height), _) | (None, Some(height)) => Ok(height),
            (None, None) => Err(IngestError::FirstHeightUnknown),
        }
    }
}

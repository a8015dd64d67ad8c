//! Takes the chain of a source into the ledger.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::chunk::Chunk;
use super::link::Misfit;
use super::{Columns, IngestError, Ledger, height};
use crate::block::{Block, Header};
use crate::hash::{BlockHash, Txid};
use crate::network::Network;
use crate::order::{HeaderChain, best_chain};
use crate::source::{BlockSource, SourceNote, StoredBlock};

/// Bytes of blocks that a thread takes on in one go.
const CHUNK_BYTES: u64 = 4 << 20;
/// The least memory that an ingest can be held to; every thread needs some of it.
pub const MIN_MEMORY_BYTES: u64 = 64 << 20;

/// What the caller may say beside the source.
#[derive(Clone, Debug)]
pub struct IngestOptions {
    /// The height of the first block, where the source begins later than the network and the block is too old to
    /// state its height itself (before BIP 34). It is refused where a later block speaks against it; where none does, a
    /// wrong one makes every height of the ledger wrong.
    pub first_height: Option<u32>,
    /// About how many bytes of memory may be taken, beside the ledger itself where that lies in memory. At least
    /// [`MIN_MEMORY_BYTES`].
    pub memory_bytes: u64,
    /// How many threads work; as many as the machine has cores where none are said. The ledger is the same.
    pub threads: Option<usize>,
}

impl Default for IngestOptions {
    fn default() -> Self {
        Self { first_height: None, memory_bytes: 1 << 30, threads: None }
    }
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
    /// Blocks that were taken back, because the chain with more work does not have them.
    pub taken_back: u64,
    /// Blocks that were added.
    pub added: u64,
    /// Transactions of the ledger.
    pub transactions: u64,
    /// Inputs of the ledger.
    pub inputs: u64,
    /// Outputs of the ledger.
    pub outputs: u64,
    /// Different scripts of the ledger.
    pub scripts: u64,
    /// Inputs that spend outputs from before the first block.
    pub unknown_prevouts: u64,
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

/// What a source holds, and what of it is to be done.
struct Plan {
    stored: Vec<StoredBlock>,
    chain: HeaderChain,
    /// Blocks of the ledger that stay.
    kept: u64,
    /// Blocks of the source to be added, in the order of the chain.
    new: Vec<StoredBlock>,
    /// Whether the source's chain becomes the ledger's, or is it already.
    taken: bool,
}

impl Ledger {
    /// Takes in the chain of the most work that `source` and the ledger hold together; every block is checked, stale ones
    /// too. What the ledger has already is not read again.
    ///
    /// A ledger in memory is as it was when anything fails. One in a store keeps the batches that were sealed before: they
    /// are sound, and the next ingest goes on behind them.
    ///
    /// # Errors
    /// When the source cannot be read, holds something that is no sound block, or its blocks contradict each other.
    pub fn ingest(
        &mut self,
        source: &dyn BlockSource,
        options: &IngestOptions,
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<IngestReport, IngestError> {
        if source.network() != self.network {
            return Err(IngestError::OtherNetwork { expected: self.network, found: source.network() });
        }
        with_threads(options.threads, || {
            let mut stored = Vec::new();
            let notes = source.list(&mut |block| stored.push(block))?;
            let plan = self.plan(source, stored)?;
            self.check_others(source, &plan)?;
            let blocks = self.columns.rows().blocks;
            self.take(source, &plan, options, progress)?;
            Ok(self.report(&plan, blocks, notes))
        })?
    }

    fn plan(&self, source: &dyn BlockSource, stored: Vec<StoredBlock>) -> Result<Plan, IngestError> {
        for block in &stored {
            let work = block.header.check_work(self.network);
            work.map_err(|error| IngestError::block(source.place(block), error))?;
        }
        let own: Vec<_> =
            (0..self.columns.rows().blocks).map(|block| self.columns.header_of(block)).collect();
        let mut headers: Vec<Header> = stored.iter().map(|block| block.header).collect();
        if headers.is_empty() {
            return Err(IngestError::NoBlocks);
        }
        let source_chain = best_chain(&headers, self.network).ok_or(IngestError::NoBlocks)?;
        let (mut chain, mut joined) = (source_chain.clone(), own.is_empty());
        if !own.is_empty() {
            let listed: std::collections::HashSet<_> = headers.iter().map(Header::hash).collect();
            headers.extend(own.iter().filter(|header| !listed.contains(&header.hash())));
            let both = best_chain(&headers, self.network).ok_or(IngestError::NoBlocks)?;
            let kept = kept(&own, &headers, &both);
            // What only the ledger has cannot be read again behind other blocks; then the source stands for itself.
            joined = both.best[kept..].iter().all(|place| *place < stored.len());
            if joined {
                chain = both;
            }
        }
        let kept = kept(&own, &headers, &chain);
        let source_tip = source_chain.best.last().expect("a chain has a block");
        let taken = if joined { chain.best.contains(source_tip) } else { chain.work >= self.columns.work() };
        let ours = |places: &mut Vec<usize>| places.retain(|place| *place < stored.len());
        ours(&mut chain.stale);
        ours(&mut chain.unconnected);
        ours(&mut chain.repeated);
        let new =
            if taken { chain.best[kept..].iter().map(|place| stored[*place]).collect() } else { vec![] };
        let kept = u64::try_from(if taken { kept } else { own.len() }).expect("a list fits in memory");
        Ok(Plan { stored, chain, kept, new, taken })
    }

    /// Checks the blocks that are not of the chain: a source with a broken one is not to be trusted with others.
    fn check_others(&self, source: &dyn BlockSource, plan: &Plan) -> Result<(), IngestError> {
        let chain = &plan.chain;
        let mut scratch = Vec::new();
        for place in chain.stale.iter().chain(&chain.unconnected).chain(&chain.repeated) {
            let bytes = source.block(&plan.stored[*place], &mut scratch)?;
            Block::check(bytes, self.network)
                .map_err(|error| IngestError::block(source.place(&plan.stored[*place]), error))?;
        }
        Ok(())
    }

    fn take(
        &mut self,
        source: &dyn BlockSource,
        plan: &Plan,
        options: &IngestOptions,
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<(), IngestError> {
        if plan.new.is_empty() {
            return Ok(());
        }
        let blocks = self.columns.rows().blocks;
        let before = match &self.store {
            None if plan.kept < blocks => Some(self.columns.copied()),
            _ => None,
        };
        let done = self.take_batches(source, plan, options, progress);
        if done.is_err() {
            match (before, &self.store) {
                (Some(before), _) => self.columns = before,
                (None, None) => self.columns.truncate(blocks),
                (None, Some(store)) => self.columns = Columns::open(store.disk.as_ref(), &store.manifest)?,
            }
        }
        done
    }

    fn take_batches(
        &mut self,
        source: &dyn BlockSource,
        plan: &Plan,
        options: &IngestOptions,
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<(), IngestError> {
        let memory = options.memory_bytes.max(MIN_MEMORY_BYTES);
        let of_bytes: u64 = plan.new.iter().map(|block| u64::from(block.length)).sum();
        // Worth it only for many blocks: it reads the whole index.
        if of_bytes > memory / 16 {
            self.columns.by_txid.load(memory / 4);
            self.columns.by_script.load(memory / 4);
        }
        self.columns.truncate(plan.kept);
        if of_bytes > memory / 16 {
            self.columns.unions.hold_near(memory / 16);
        }
        let mut done = Progress { blocks: 0, of_blocks: plan.new.len(), bytes: 0, of_bytes };
        let mut rest = &plan.new[..];
        while !rest.is_empty() {
            let batch_start = done.blocks;
            let (mut chunks, mut taken_bytes) = (Vec::new(), 0);
            // A block of many small rows takes some twenty times its length, so that what is held is counted as it is read.
            while !rest.is_empty() && taken_bytes < memory / 5 {
                let mut wave = Vec::new();
                for _ in 0..rayon::current_num_threads() {
                    let mut bytes = 0;
                    let here = rest.iter().take_while(|block| {
                        let first = bytes == 0;
                        bytes += u64::from(block.length);
                        first || bytes <= CHUNK_BYTES
                    });
                    let (here, behind) = rest.split_at(here.count());
                    done.bytes += here.iter().map(|block| u64::from(block.length)).sum::<u64>();
                    done.blocks += here.len();
                    wave.extend((!here.is_empty()).then_some(here));
                    rest = behind;
                }
                let (network, seed) = (self.network, self.columns.seed);
                let read = wave.into_par_iter().map(|blocks| Chunk::read(source, blocks, network, seed));
                for chunk in read.collect::<Vec<_>>() {
                    let chunk = chunk?;
                    taken_bytes += chunk.memory_bytes();
                    chunks.push(chunk);
                }
                progress(done);
            }
            if self.columns.rows().blocks == 0 {
                self.columns.first_height = self.first_height_of(&chunks[0], &plan.new, options)?;
            }
            let (first, before) = (self.columns.first_height, self.columns.rows().blocks);
            let next = u32::try_from(before).ok().and_then(|before| first.checked_add(before));
            let next = next.ok_or(IngestError::TooManyBlocks)?;
            height::check_stated(self.network, first, next, &chunks)?;
            let added = self.columns.append(&chunks).map_err(|Misfit { block, error }| {
                IngestError::link(source.place(&plan.new[batch_start + block]), error)
            })?;
            drop(chunks);
            self.seal(&added)?;
            self.columns.by_txid.shed(memory / 4);
            self.columns.by_script.shed(memory / 4);
            self.columns.unions.shed_near(memory / 16);
        }
        Ok(())
    }

    fn first_height_of(
        &self,
        first: &Chunk,
        blocks: &[StoredBlock],
        options: &IngestOptions,
    ) -> Result<u32, IngestError> {
        let headers: Vec<Header> = blocks.iter().map(|block| block.header).collect();
        let is_genesis = headers[0].hash() == self.network.genesis();
        let stated = first.stated.first().filter(|(place, _)| *place == 0).map(|(_, height)| *height);
        let known = if is_genesis { Some(0) } else { stated };
        let known = known.or_else(|| height::known(self.network, &headers));
        let height = match (known, options.first_height) {
            (Some(stated), Some(given)) if stated != given => {
                return Err(IngestError::FirstHeight { stated, given });
            }
            (Some(height), _) | (None, Some(height)) => height,
            (None, None) => return Err(IngestError::FirstHeightUnknown),
        };
        height::check(self.network, height, &headers)?;
        let last = u32::try_from(blocks.len()).ok().and_then(|blocks| height.checked_add(blocks));
        last.map(|_| height).ok_or(IngestError::TooManyBlocks)
    }

    fn report(&self, plan: &Plan, blocks_before: u64, notes: Vec<SourceNote>) -> IngestReport {
        let rows = self.columns.rows();
        let hashes =
            |places: &[usize]| places.iter().map(|place| plan.stored[*place].header.hash()).collect();
        let tip_height = self.columns.tip_height().expect("a source without blocks was refused");
        IngestReport {
            network: self.network,
            first_height: self.columns.first_height(),
            tip_height,
            tip: self.columns.header(tip_height).hash(),
            taken: plan.taken,
            taken_back: blocks_before - plan.kept,
            added: rows.blocks - plan.kept,
            transactions: rows.txs,
            inputs: rows.ins,
            outputs: rows.outs,
            scripts: rows.scripts,
            unknown_prevouts: rows.unknown,
            repeated_txids: self.columns.twins(),
            stale: hashes(&plan.chain.stale),
            unconnected: hashes(&plan.chain.unconnected),
            repeated: hashes(&plan.chain.repeated),
            notes,
        }
    }
}

/// How many of the ledger's own blocks a chain begins with.
fn kept(own: &[Header], headers: &[Header], chain: &HeaderChain) -> usize {
    own.iter().zip(&chain.best).take_while(|(own, place)| **own == headers[**place]).count()
}

/// Does the work with so many threads. One is the caller's own: a sandboxed child can start no other.
fn with_threads<T: Send>(threads: Option<usize>, work: impl FnOnce() -> T + Send) -> Result<T, IngestError> {
    let failed = |error: rayon::ThreadPoolBuildError| IngestError::Threads(error.to_string());
    let threads =
        threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, std::num::NonZero::get));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
    if threads > 1 {
        return Ok(pool.build().map_err(failed)?.install(work));
    }
    thread_local! {
        /// A thread that was made a pool once stays one.
        static ALONE: std::cell::OnceCell<rayon::ThreadPool> = const { std::cell::OnceCell::new() };
    }
    if rayon::current_thread_index().is_none() {
        let alone = pool.use_current_thread().build().map_err(failed)?;
        ALONE.with(|cell| cell.set(alone)).expect("a thread without a pool was made none");
    }
    Ok(work())
}

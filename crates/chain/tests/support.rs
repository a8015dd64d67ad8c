//! What the other tests share: where data lies, and ledgers made of it.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use comity_chain::ledger::{IngestOptions, IngestReport, Ledger};
use comity_chain::network::Network;
use comity_chain::source::{BlkFiles, BlockSource};

/// A file of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// A file of the shared test data, which is not part of the repository; says so where it is absent.
pub fn test_data(test: &str, path: &str) -> Option<PathBuf> {
    let folder =
        std::env::var_os("COMITY_TEST_DATA").map_or_else(|| repository("../shared/data"), PathBuf::from);
    let path = folder.join("chain").join(path);
    if path.exists() {
        return Some(path);
    }
    let _ = writeln!(std::io::stderr(), "SKIPPED {test}: test data absent");
    None
}

pub fn ingest(source: &dyn BlockSource) -> (Ledger, IngestReport) {
    let mut ledger = Ledger::new(source.network());
    let report = ledger.ingest(source, &IngestOptions::default(), &mut |_| {}).unwrap();
    (ledger, report)
}

/// The exercise chain.
pub fn exercise() -> Ledger {
    ingest(&BlkFiles::folder(&repository("packs/exercises/chain"), Network::Regtest).unwrap()).0
}

/// The blocks of a plain block file of whole records.
pub fn records(bytes: &[u8]) -> Vec<&[u8]> {
    let mut rest = bytes;
    let mut found = Vec::new();
    while let [_, _, _, _, a, b, c, d, after @ ..] = rest {
        let length = usize::try_from(u32::from_le_bytes([*a, *b, *c, *d])).unwrap();
        let Some((block, after)) = after.split_at_checked(length) else { break };
        found.push(block);
        rest = after;
    }
    found
}

/// A block file of the blocks, in their order.
pub fn block_file<'b>(network: Network, blocks: impl IntoIterator<Item = &'b [u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for block in blocks {
        bytes.extend_from_slice(&network.magic());
        bytes.extend_from_slice(&u32::try_from(block.len()).unwrap().to_le_bytes());
        bytes.extend_from_slice(block);
    }
    bytes
}

/// A source of one file in memory.
pub fn one_file(network: Network, bytes: Vec<u8>) -> BlkFiles {
    BlkFiles::memory([("blk00000.dat".to_owned(), bytes)], network)
}

/// A source of numbers that look random and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        // Splitmix64 (Steele, Lea, Flood 2014).
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(sides).unwrap()).unwrap()
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.roll(last + 1));
        }
    }
}

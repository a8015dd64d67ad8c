//! Digests over what a ledger holds, for fixed ranges of heights.
//!
//! They cover the logical content (headers, ids, what is spent by what, values, scripts), so that they are equal for
//! every ledger of the same chain, whatever its files, batches, memory, threads or later blocks, and differ when a
//! store has lost or changed a row.

use comity_record::Sha256Digest;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::ledger::{Prevout, View};

/// Blocks in a range; ranges begin at multiples of it.
pub const RANGE_BLOCKS: u32 = 1000;

/// Begins what is hashed, so that no digest of one kind is ever one of another.
const RANGE_DOMAIN: &[u8] = b"comity chain range 1\n";
const HEADERS_DOMAIN: &[u8] = b"comity chain headers 1\n";

/// The digest of the blocks of one range, as far as the view has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RangeDigest {
    /// The first height that it covers.
    pub first: u32,
    /// The last.
    pub last: u32,
    /// SHA-256 over their content.
    pub digest: Sha256Digest,
}

impl View<'_> {
    /// SHA-256 over all headers of the view in their order.
    pub fn headers_digest(&self) -> Sha256Digest {
        let mut hasher = Sha256::new();
        hasher.update(HEADERS_DOMAIN);
        for height in self.ledger.columns.first_height()..=self.height() {
            hasher.update(self.header(height).as_bytes());
        }
        Sha256Digest::from_bytes(hasher.finalize().into())
    }

    /// The digests of all ranges of the view, in their order.
    pub fn range_digests(&self) -> Vec<RangeDigest> {
        let mut first = self.ledger.columns.first_height();
        let mut ranges = Vec::new();
        loop {
            let last =
                (first / RANGE_BLOCKS * RANGE_BLOCKS).saturating_add(RANGE_BLOCKS - 1).min(self.height());
            ranges.push((first, last));
            if last == self.height() {
                break;
            }
            first = last + 1;
        }
        let digest = |(first, last)| RangeDigest { first, last, digest: self.range_digest(first, last) };
        ranges.into_par_iter().map(digest).collect()
    }

    /// All counts are in 8 bytes and little endian, as are values; a script is a byte of its kind, a byte of length
    /// and the key.
    fn range_digest(&self, first: u32, last: u32) -> Sha256Digest {
        let mut hasher = Sha256::new();
        hasher.update(RANGE_DOMAIN);
        for height in first..=last {
            hasher.update(height.to_le_bytes());
            hasher.update(self.header(height).as_bytes());
            let transactions = self.block_transactions(height);
            hasher.update(count(transactions.len()));
            for tx in transactions {
                hasher.update(self.txid(tx).as_bytes());
                let inputs = self.inputs(tx);
                hasher.update(count(inputs.len()));
                for input in inputs {
                    let outpoint = match self.prevout(input) {
                        Prevout::Coinbase => None,
                        Prevout::Known(output) => Some(self.outpoint(output)),
                        Prevout::Unknown(outpoint) => Some(outpoint),
                    };
                    // A coinbase spends the null prevout, as in its block.
                    hasher.update(outpoint.map_or([0; 32], |o| *o.txid.as_bytes()));
                    hasher.update(outpoint.map_or(u32::MAX, |o| o.vout).to_le_bytes());
                }
                let outputs = self.outputs(tx);
                hasher.update(count(outputs.len()));
                for output in outputs {
                    let key = self.script_key(self.script_of(output));
                    hasher.update(self.value_sat(output).to_le_bytes());
                    let length = u8::try_from(key.payload().len()).expect("a key has at most 41 bytes");
                    hasher.update([key.kind().byte(), length]);
                    hasher.update(key.payload());
                }
            }
        }
        Sha256Digest::from_bytes(hasher.finalize().into())
    }
}

fn count(length: usize) -> [u8; 8] {
    u64::try_from(length).expect("memory holds fewer than 2^64 rows").to_le_bytes()
}

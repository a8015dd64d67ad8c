//! The Merkle tree of a block's transactions, and the path from one of them to the header.

use comity_record::Sha256Digest;
use serde::{Deserialize, Serialize};

use crate::hash::{Txid, sha256d_parts};

/// Siblings of a path: 2^32 transactions, of which a block of four million bytes has room for fewer than 2^17.
pub const MAX_PATH: usize = 32;

/// The way from a transaction up to the root that the header holds.
///
/// A transaction of exactly 64 bytes can be passed off as an inner node; the ledger that makes a path has parsed the
/// whole block, and a reader who has only the path should refuse a transaction of that length.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MerklePath {
    /// The place of the transaction in its block, counted from 0.
    pub position: u32,
    /// The hashes beside the way, from the leaves up, in the order in which blocks hold bytes.
    pub siblings: Vec<Sha256Digest>,
}

impl MerklePath {
    /// The path of the transaction at `position`; `None` where there is no such transaction.
    pub fn of(txids: &[Txid], position: usize) -> Option<Self> {
        MerkleTree::of(txids).path(position)
    }

    /// The root that the path leads to from `txid`; `None` for a path that no block can have.
    pub fn root_from(&self, txid: &Txid) -> Option<[u8; 32]> {
        if self.siblings.len() > MAX_PATH || u64::from(self.position) >= 1_u64 << self.siblings.len() {
            return None;
        }
        let mut hash = *txid.as_bytes();
        let mut place = self.position;
        for sibling in &self.siblings {
            let sibling = sibling.as_bytes();
            hash = if place & 1 == 0 {
                sha256d_parts(&[&hash, sibling])
            } else {
                sha256d_parts(&[sibling, &hash])
            };
            place >>= 1;
        }
        Some(hash)
    }
}

/// The tree over the transactions of one block, for the paths of several of them.
pub(crate) struct MerkleTree {
    /// From the transactions up; the last row is the root, of a block without transactions there is none.
    rows: Vec<Vec<[u8; 32]>>,
}

impl MerkleTree {
    pub(crate) fn of(txids: &[Txid]) -> Self {
        let mut rows = vec![txids.iter().map(|txid| *txid.as_bytes()).collect::<Vec<_>>()];
        while let Some(row) = rows.last().filter(|row| row.len() > 1) {
            let next = next_row(row).0;
            rows.push(next);
        }
        Self { rows }
    }

    /// The path of the transaction at `position`; `None` where there is no such transaction.
    pub(crate) fn path(&self, position: usize) -> Option<MerklePath> {
        self.rows[0].get(position)?;
        let below_root = &self.rows[..self.rows.len() - 1];
        let siblings = below_root.iter().enumerate().map(|(level, row)| {
            let place = position >> level;
            // The last of an odd row is paired with itself.
            Sha256Digest::from_bytes(*row.get(place ^ 1).unwrap_or(&row[place]))
        });
        Some(MerklePath { position: u32::try_from(position).ok()?, siblings: siblings.collect() })
    }
}

/// The root over the transactions of a block, and whether the list is a mutated one.
///
/// Because the last of an odd row is paired with itself, a list with its tail repeated has the same root as the
/// list without (CVE-2012-2459). Such a list shows as two equal hashes in one pair.
pub fn root(txids: &[Txid]) -> ([u8; 32], bool) {
    let mut row: Vec<[u8; 32]> = txids.iter().map(|txid| *txid.as_bytes()).collect();
    let mut mutated = false;
    while row.len() > 1 {
        let (next, equal_pair) = next_row(&row);
        row = next;
        mutated |= equal_pair;
    }
    (row.first().copied().unwrap_or_default(), mutated)
}

fn next_row(row: &[[u8; 32]]) -> (Vec<[u8; 32]>, bool) {
    let mut equal_pair = false;
    let next = row
        .chunks(2)
        .map(|pair| {
            equal_pair |= pair.len() == 2 && pair[0] == pair[1];
            sha256d_parts(&[&pair[0], pair.last().expect("chunks are never empty")])
        })
        .collect();
    (next, equal_pair)
}

#[cfg(test)]
mod tests {
    use bitcoin::hashes::Hash as _;
    use proptest::prelude::*;

    use super::*;

    fn leaves(count: u8) -> Vec<Txid> {
        (0..count).map(|i| Txid::from_bytes([i; 32])).collect()
    }

    proptest! {
        #[test]
        fn root_is_the_oracles_and_each_path_leads_to_it(count in 1_u8..40) {
            let txids = leaves(count);
            let (root, mutated) = root(&txids);
            let theirs = txids.iter().map(|t| bitcoin::Txid::from_byte_array(*t.as_bytes()));
            let theirs = bitcoin::merkle_tree::calculate_root(theirs).unwrap();
            prop_assert_eq!(&root, theirs.as_byte_array());
            prop_assert!(!mutated);
            for (position, txid) in txids.iter().enumerate() {
                let path = MerklePath::of(&txids, position).unwrap();
                prop_assert_eq!(path.root_from(txid), Some(root));
                let other = Txid::from_bytes([0xee; 32]);
                prop_assert_ne!(path.root_from(&other), Some(root));
            }
        }
    }

    #[test]
    fn a_repeated_tail_has_the_same_root_and_is_seen() {
        let three = leaves(3);
        let mut four = three.clone();
        four.push(three[2]);
        assert_eq!(root(&three).0, root(&four).0);
        assert!(root(&four).1);
    }

    #[test]
    fn a_path_with_no_place_in_a_tree_is_none() {
        assert_eq!(MerklePath::of(&leaves(3), 3), None);
        let sibling = Sha256Digest::from_bytes([1; 32]);
        let path = |position, length| MerklePath { position, siblings: vec![sibling; length] };
        let txid = leaves(1)[0];
        assert!(path(3, 2).root_from(&txid).is_some());
        assert_eq!(path(4, 2).root_from(&txid), None);
        assert!(path(0, MAX_PATH).root_from(&txid).is_some());
        assert_eq!(path(0, MAX_PATH + 1).root_from(&txid), None);
    }
}

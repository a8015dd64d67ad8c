//! The Merkle tree of RFC 9162 §2.1: hashes, and proofs that verify on their own.
//!
//! The functions that make proofs ask a [`NodeSource`] for hashes of *perfect* subtrees only, which is what
//! tiles can answer. The functions that verify follow the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2 and
//! share no code with those that make proofs.

use std::fmt;
use std::str::FromStr;

use comity_record::{Coded, EntryId};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::text::{parse_base64_array, print_base64};

/// The most leaves that a tree may have: with 2^62 leaves no proof is longer than [`MAX_PROOF_HASHES`].
pub const MAX_TREE_SIZE: u64 = 1 << 62;

/// The most hashes that a proof may carry: C2SP tlog-witness allows 63 lines.
pub const MAX_PROOF_HASHES: usize = 63;

/// A hash of the tree: of a leaf, of an inner node, or of the root.
///
/// It is a type of its own so that the hash of a leaf is never taken for the [`EntryId`] that it covers. As
/// text it is base64, as checkpoints write it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TreeHash([u8; 32]);

/// A tree at one moment: how many leaves it has, and its root.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TreeHead {
    /// The number of leaves.
    pub size: u64,
    /// The root over all of them.
    pub root: TreeHash,
}

/// Shows that one entry stands at one place of a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InclusionProof {
    /// The place of the entry, from zero.
    pub index: u64,
    /// The hashes beside the way from the leaf up to the root.
    pub path: Vec<TreeHash>,
}

/// Shows that a smaller tree is the beginning of a larger one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsistencyProof {
    /// The size of the smaller tree.
    pub old_size: u64,
    /// The hashes of RFC 9162 §2.1.4.1.
    pub path: Vec<TreeHash>,
}

/// Gives the hashes of perfect subtrees.
pub trait NodeSource {
    /// Why a hash could not be given.
    type Error: From<TreeError>;

    /// The root over the leaves `index << level` up to `(index + 1) << level`, all of which exist.
    fn node(&self, level: u32, index: u64) -> Result<TreeHash, Self::Error>;
}

/// Why a proof cannot be made or does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TreeError {
    /// The size is beyond [`MAX_TREE_SIZE`].
    #[error("a tree of {size} entries is larger than a log may be")]
    TooLarge {
        /// The size that was given.
        size: u64,
    },
    /// There is no such entry in a tree of this size.
    #[error("there is no entry {index} in a tree of {size} entries")]
    IndexOutside {
        /// The place that was asked for.
        index: u64,
        /// The size of the tree.
        size: u64,
    },
    /// The tree that should be the later one is the smaller one.
    #[error("a tree of {new} entries cannot be a later state of one of {old} entries")]
    Shrinks {
        /// The size of the earlier tree.
        old: u64,
        /// The size of the later tree.
        new: u64,
    },
    /// The proof has too few or too many hashes for these sizes.
    #[error("the proof has {found} hashes, which does not fit the tree")]
    Length {
        /// How many hashes there are.
        found: usize,
    },
    /// The proof leads to another root.
    #[error("the proof leads to another root")]
    Root,
}

impl TreeHash {
    /// The root of the tree without leaves: SHA-256 of nothing (RFC 9162 §2.1.1).
    pub const EMPTY: Self = Self([
        0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27,
        0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
    ]);

    /// Takes the 32 bytes as they are.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The hash of a leaf with this content: the prefix 0x00 keeps leaves and nodes apart.
    pub fn leaf(content: &[u8]) -> Self {
        Self(Sha256::new().chain_update([0x00]).chain_update(content).finalize().into())
    }

    /// The hash of the leaf of an entry.
    pub fn of_entry(id: &EntryId) -> Self {
        Self::leaf(id.as_bytes())
    }

    /// The hash of an inner node.
    pub fn node(left: &Self, right: &Self) -> Self {
        Self(Sha256::new().chain_update([0x01]).chain_update(left.0).chain_update(right.0).finalize().into())
    }
}

impl TreeHead {
    /// The tree without leaves.
    pub const EMPTY: Self = Self { size: 0, root: TreeHash::EMPTY };
}

impl InclusionProof {
    /// Makes the proof for the leaf at `index` in the tree of the first `size` leaves.
    pub fn make<S: NodeSource>(source: &S, index: u64, size: u64) -> Result<Self, S::Error> {
        check_size(size)?;
        if index >= size {
            return Err(TreeError::IndexOutside { index, size }.into());
        }
        // RFC 9162 §2.1.3.1, from the root down; the proof is written from the leaf up.
        let mut path = Vec::new();
        let (mut begin, mut end) = (0, size);
        while end - begin > 1 {
            let middle = begin + largest_power_below(end - begin);
            if index < middle {
                path.push(range_root(source, middle, end)?);
                end = middle;
            } else {
                path.push(range_root(source, begin, middle)?);
                begin = middle;
            }
        }
        path.reverse();
        Ok(Self { index, path })
    }

    /// Checks that `id` is the entry at this place of the tree `head`.
    pub fn verify(&self, id: &EntryId, head: &TreeHead) -> Result<(), TreeError> {
        self.verify_leaf(TreeHash::of_entry(id), head)
    }

    /// The algorithm of RFC 9162 §2.1.3.2.
    pub fn verify_leaf(&self, leaf: TreeHash, head: &TreeHead) -> Result<(), TreeError> {
        check_size(head.size)?;
        if self.index >= head.size {
            return Err(TreeError::IndexOutside { index: self.index, size: head.size });
        }
        let length = TreeError::Length { found: self.path.len() };
        let (mut node, mut last) = (self.index, head.size - 1);
        let mut hash = leaf;
        for beside in &self.path {
            if last == 0 {
                return Err(length);
            }
            if node & 1 == 1 || node == last {
                hash = TreeHash::node(beside, &hash);
                while node & 1 == 0 && node != 0 {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = TreeHash::node(&hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        if last != 0 {
            return Err(length);
        }
        if hash == head.root { Ok(()) } else { Err(TreeError::Root) }
    }
}

impl ConsistencyProof {
    /// Makes the proof that the tree of the first `old_size` leaves is the beginning of that of the first
    /// `size`.
    pub fn make<S: NodeSource>(source: &S, old_size: u64, size: u64) -> Result<Self, S::Error> {
        check_size(size)?;
        if old_size > size {
            return Err(TreeError::Shrinks { old: old_size, new: size }.into());
        }
        let mut path = Vec::new();
        if old_size == 0 || old_size == size {
            return Ok(Self { old_size, path });
        }
        // RFC 9162 §2.1.4.1, from the root down. `whole` says that the part looked at is a root the verifier
        // knows.
        let (mut begin, mut end, mut whole) = (0, size, true);
        while end != old_size {
            let middle = begin + largest_power_below(end - begin);
            if old_size <= middle {
                path.push(range_root(source, middle, end)?);
                end = middle;
            } else {
                path.push(range_root(source, begin, middle)?);
                begin = middle;
                whole = false;
            }
        }
        if !whole {
            path.push(range_root(source, begin, end)?);
        }
        path.reverse();
        Ok(Self { old_size, path })
    }

    /// Checks that the tree `old` is the beginning of the tree `new`, by the algorithm of RFC 9162 §2.1.4.2.
    ///
    /// The RFC leaves out the sizes that need no proof: the empty tree begins every tree, and a tree begins
    /// itself; then the proof has to be empty.
    pub fn verify(&self, old: &TreeHead, new: &TreeHead) -> Result<(), TreeError> {
        check_size(new.size)?;
        if old.size > new.size {
            return Err(TreeError::Shrinks { old: old.size, new: new.size });
        }
        let length = TreeError::Length { found: self.path.len() };
        if old.size != self.old_size {
            return Err(length);
        }
        if old.size == 0 || old.size == new.size {
            if !self.path.is_empty() {
                return Err(length);
            }
            let known = if old.size == 0 { TreeHash::EMPTY } else { new.root };
            let empty_fits = new.size != 0 || new.root == TreeHash::EMPTY;
            return if old.root == known && empty_fits { Ok(()) } else { Err(TreeError::Root) };
        }

        // Where the old tree is one perfect subtree, its root is the first hash, which the proof leaves out.
        let mut hashes = self.path.iter();
        let first = if old.size.is_power_of_two() {
            old.root
        } else {
            *hashes.next().ok_or_else(|| length.clone())?
        };
        let (mut node, mut last) = (old.size - 1, new.size - 1);
        while node & 1 == 1 {
            node >>= 1;
            last >>= 1;
        }
        let (mut old_root, mut new_root) = (first, first);
        for beside in hashes {
            if last == 0 {
                return Err(length);
            }
            if node & 1 == 1 || node == last {
                old_root = TreeHash::node(beside, &old_root);
                new_root = TreeHash::node(beside, &new_root);
                while node & 1 == 0 && node != 0 {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                new_root = TreeHash::node(&new_root, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        if last != 0 {
            return Err(length);
        }
        if old_root == old.root && new_root == new.root { Ok(()) } else { Err(TreeError::Root) }
    }
}

/// The root over the leaves from `begin` up to `end`, of which there is at least one. In the trees of RFC
/// 9162 `begin` is always a multiple of the largest perfect subtree that fits.
pub(crate) fn range_root<S: NodeSource>(source: &S, begin: u64, end: u64) -> Result<TreeHash, S::Error> {
    let count = end - begin;
    if count.is_power_of_two() {
        return source.node(count.trailing_zeros(), begin / count);
    }
    let middle = begin + largest_power_below(count);
    let left = range_root(source, begin, middle)?;
    let right = range_root(source, middle, end)?;
    Ok(TreeHash::node(&left, &right))
}

/// The root of the tree of the first `size` leaves.
pub(crate) fn tree_root<S: NodeSource>(source: &S, size: u64) -> Result<TreeHash, S::Error> {
    check_size(size)?;
    if size == 0 { Ok(TreeHash::EMPTY) } else { range_root(source, 0, size) }
}

/// The root over the leaves of one perfect subtree, whose hashes are given. Their number is a power of two.
pub(crate) fn perfect_root(hashes: &[TreeHash]) -> TreeHash {
    debug_assert!(hashes.len().is_power_of_two(), "a perfect subtree has a power of two of leaves");
    let mut row = hashes.to_vec();
    while row.len() > 1 {
        row = row.chunks_exact(2).map(|pair| TreeHash::node(&pair[0], &pair[1])).collect();
    }
    row[0]
}

/// The largest power of two smaller than `count`, which is at least two: where RFC 9162 §2.1.1 splits a tree.
fn largest_power_below(count: u64) -> u64 {
    1 << (count - 1).ilog2()
}

fn check_size(size: u64) -> Result<(), TreeError> {
    if size > MAX_TREE_SIZE { Err(TreeError::TooLarge { size }) } else { Ok(()) }
}

impl fmt::Display for TreeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print_base64(&self.0))
    }
}

impl fmt::Debug for TreeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TreeHash({self})")
    }
}

/// A text that is not the canonical base64 of 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a hash of the tree is written as the base64 of 32 bytes")]
pub struct TreeHashTextError;

impl FromStr for TreeHash {
    type Err = TreeHashTextError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse_base64_array(text).map(Self).ok_or(TreeHashTextError)
    }
}

impl TryFrom<String> for TreeHash {
    type Error = TreeHashTextError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<TreeHash> for String {
    fn from(hash: TreeHash) -> Self {
        hash.to_string()
    }
}

impl Coded for TreeError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "journal-tree-too-large",
            Self::IndexOutside { .. } => "journal-index-outside",
            Self::Shrinks { .. } => "journal-tree-shrinks",
            Self::Length { .. } => "journal-proof-length",
            Self::Root => "journal-proof-root",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { size } => vec![("size", size.to_string())],
            Self::IndexOutside { index, size } => {
                vec![("index", index.to_string()), ("size", size.to_string())]
            }
            Self::Shrinks { old, new } => vec![("old", old.to_string()), ("new", new.to_string())],
            Self::Length { found } => vec![("found", found.to_string())],
            Self::Root => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_root_is_sha256_of_nothing() {
        assert_eq!(TreeHash::EMPTY.0, <[u8; 32]>::from(Sha256::digest([])));
    }

    #[test]
    fn a_tree_splits_at_the_largest_power_of_two_below_its_size() {
        for (count, split) in
            [(2, 1), (3, 2), (4, 2), (5, 4), (8, 4), (9, 8), (MAX_TREE_SIZE, MAX_TREE_SIZE / 2)]
        {
            assert_eq!(largest_power_below(count), split, "{count}");
        }
    }

    #[test]
    fn sizes_are_accepted_up_to_the_limit_and_not_past_it() {
        let head = |size| TreeHead { size, root: TreeHash::leaf(b"x") };
        let proof = InclusionProof { index: 0, path: Vec::new() };
        let length = Err(TreeError::Length { found: 0 });
        assert_eq!(proof.verify_leaf(TreeHash::EMPTY, &head(MAX_TREE_SIZE)), length);
        let large = Err(TreeError::TooLarge { size: MAX_TREE_SIZE + 1 });
        assert_eq!(proof.verify_leaf(TreeHash::EMPTY, &head(MAX_TREE_SIZE + 1)), large);
        let proof = ConsistencyProof { old_size: 0, path: Vec::new() };
        assert_eq!(proof.verify(&TreeHead::EMPTY, &head(MAX_TREE_SIZE)), Ok(()));
        assert_eq!(proof.verify(&TreeHead::EMPTY, &head(MAX_TREE_SIZE + 1)), large);
    }
}

//! The leaves of one large file, so that each can be verified on arrival, before the rest is there.
//!
//! BLAKE3 hashes a file as a binary tree (the BLAKE3 paper, section 2.1). A list of the chaining values of all its subtrees
//! of one size, here called leaves, hashes to the digest of the file by a few operations more, and each leaf is
//! verified by hashing it alone. So 32 bytes, the root, speak for the list, the list for each leaf, and what hashes
//! to the root as a whole is what `b3sum` prints for the file: nobody needs this program to judge it in the end.
//!
//! A list is a text, one line after the other, each ended by a line feed:
//!
//! ```text
//! comity-leaves 1
//! root <BLAKE3 of the file>
//! size <bytes of the file>
//! leaf <bytes of each leaf but the last>
//! <chaining value of the first leaf>
//! <chaining value of the second leaf>
//! …
//! ```
//!
//! A file of one leaf has no chaining values: its root is the leaf's digest. There is one spelling of a list.

use std::fmt::Write as _;
use std::io::{self, Read};
use std::ops::Range;

use blake3::hazmat::{ChainingValue, HasherExt as _, Mode, merge_subtrees_non_root, merge_subtrees_root};
use comity_record::{Blake3Digest, Coded};

use crate::hash::{BLOCK_BYTES, length};

/// How large the leaves of a list are that is made here. A line of 300 kbit/s brings one in two minutes, and the list of
/// a terabyte has 16 MB.
pub const LEAF_BYTES: u64 = 4 << 20;

/// The largest leaf that is read, held in memory whole.
pub const MAX_LEAF_BYTES: u64 = LEAF_BYTES;

/// The smallest: a chunk of BLAKE3, which its tree does not divide.
pub const MIN_LEAF_BYTES: u64 = 1 << 10;

/// The most leaves of one file: 3.8 TiB, and a list that goes to another node in one answer.
pub const MAX_LEAVES: u64 = 1_000_000;

/// The longest list: [`MAX_LEAVES`] lines of 65 bytes, and what stands before them.
pub const MAX_LIST_BYTES: u64 = MAX_LEAVES * 65 + 256;

/// The end of the name of a list beside the file that it is of.
pub const LIST_SUFFIX: &str = ".leaves";

const FIRST_LINE: &str = "comity-leaves 1";

/// What every leaf of a file must hash to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaves {
    root: Blake3Digest,
    size: u64,
    leaf: u64,
    /// None where the file has one leaf.
    values: Vec<ChainingValue>,
}

impl Leaves {
    /// Of everything that a source gives.
    ///
    /// # Errors
    /// Fails when the source does, or gives more than [`MAX_LEAVES`] leaves.
    pub fn of_reader(source: &mut dyn Read) -> io::Result<Self> {
        let mut hasher = LeafHasher::new();
        let mut block = vec![0; BLOCK_BYTES];
        loop {
            match source.read(&mut block) {
                Ok(0) => return hasher.finish().map_err(io::Error::other),
                Ok(read) => hasher.update(&block[..read]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Reads a list. What is read speaks for the file of its [`root`](Self::root), and only for that: whoever knows which
    /// root is wanted compares them.
    ///
    /// # Errors
    /// Refuses what is no list, is spelled in another way, passes a limit, or does not hash to the root that it names.
    pub fn parse(bytes: &[u8]) -> Result<Self, LeavesError> {
        if length(bytes) > MAX_LIST_BYTES {
            return Err(LeavesError::TooMany { limit: MAX_LEAVES });
        }
        let text = std::str::from_utf8(bytes).map_err(|_| malformed(1))?;
        let mut lines = text.strip_suffix('\n').ok_or_else(|| malformed(1))?.split('\n');
        if lines.next() != Some(FIRST_LINE) {
            return Err(malformed(1));
        }
        let mut field = |name: &str, line| {
            let value = lines.next().and_then(|text| text.strip_prefix(name)?.strip_prefix(' '));
            value.ok_or_else(|| malformed(line))
        };
        let root = field("root", 2)?.parse().map_err(|_| malformed(2))?;
        let size = number(field("size", 3)?).ok_or_else(|| malformed(3))?;
        let leaf = number(field("leaf", 4)?).ok_or_else(|| malformed(4))?;
        if !(MIN_LEAF_BYTES..=MAX_LEAF_BYTES).contains(&leaf) || !leaf.is_power_of_two() {
            return Err(malformed(4));
        }
        let count = count(size, leaf);
        if count > MAX_LEAVES {
            return Err(LeavesError::TooMany { limit: MAX_LEAVES });
        }
        let mut values = Vec::new();
        for (line, text) in (5..).zip(lines) {
            let value: Blake3Digest = text.parse().map_err(|_| malformed(line))?;
            values.push(*value.as_bytes());
        }
        let lines = u64::try_from(values.len()).unwrap_or(u64::MAX);
        if lines != if count == 1 { 0 } else { count } {
            return Err(LeavesError::Lines { expected: count, found: lines });
        }
        if count > 1 && root_of(&values) != root {
            return Err(LeavesError::OtherRoot { named: root });
        }
        Ok(Self { root, size, leaf, values })
    }

    /// The list as it is written.
    pub fn to_text(&self) -> String {
        let Self { root, size, leaf, values } = self;
        let mut text = format!("{FIRST_LINE}\nroot {root}\nsize {size}\nleaf {leaf}\n");
        for value in values {
            // Writing into a text cannot fail.
            let _ = writeln!(text, "{}", Blake3Digest::from_bytes(*value));
        }
        text
    }

    /// BLAKE3 of the whole file.
    pub fn root(&self) -> Blake3Digest {
        self.root
    }

    /// How many bytes the file has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// How many leaves the file has: one at least, for an empty file has one of no bytes.
    pub fn count(&self) -> u64 {
        count(self.size, self.leaf)
    }

    /// Where a leaf lies in the file. Empty for one that there is not.
    pub fn range(&self, index: u64) -> Range<u64> {
        let start = index.saturating_mul(self.leaf).min(self.size);
        start..start.saturating_add(self.leaf).min(self.size)
    }

    /// The leaves that hold any byte of a range.
    pub fn touched(&self, bytes: &Range<u64>) -> Range<u64> {
        let end = bytes.end.min(self.size);
        if bytes.start >= end { 0..0 } else { bytes.start / self.leaf..end.div_ceil(self.leaf) }
    }

    /// Whether these bytes are the leaf at `index`, all of it.
    pub fn is_leaf(&self, index: u64, bytes: &[u8]) -> bool {
        let range = self.range(index);
        if index >= self.count() || length(bytes) != range.end - range.start {
            return false;
        }
        if self.values.is_empty() {
            return blake3::hash(bytes).as_bytes() == self.root.as_bytes();
        }
        let at = usize::try_from(index).ok().and_then(|at| self.values.get(at));
        at == Some(&hasher_at(range.start).update(bytes).finalize_non_root())
    }
}

/// Takes the bytes of a file and ends with its [`Leaves`].
pub struct LeafHasher {
    leaf: u64,
    hasher: Box<blake3::Hasher>,
    /// Bytes that the hasher of the present leaf has taken.
    taken: u64,
    values: Vec<ChainingValue>,
}

impl LeafHasher {
    /// Of nothing yet.
    #[expect(clippy::new_without_default, reason = "a hasher is made on purpose")]
    pub fn new() -> Self {
        Self::of_leaf(LEAF_BYTES).expect("the size of leaves is one that is read")
    }

    /// With leaves of another size, for files that are small or tests; none for a size that no list may have.
    pub fn of_leaf(leaf: u64) -> Option<Self> {
        let fits = (MIN_LEAF_BYTES..=MAX_LEAF_BYTES).contains(&leaf) && leaf.is_power_of_two();
        fits.then(|| Self { leaf, hasher: Box::new(blake3::Hasher::new()), taken: 0, values: vec![] })
    }

    /// Takes the next bytes.
    pub fn update(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            if self.taken == self.leaf {
                self.values.push(self.hasher.finalize_non_root());
                let start = length_of(&self.values) * self.leaf;
                *self.hasher = hasher_at(start);
                self.taken = 0;
            }
            let room = usize::try_from(self.leaf - self.taken).unwrap_or(usize::MAX);
            let (now, later) = bytes.split_at(room.min(bytes.len()));
            self.hasher.update(now);
            self.taken += length(now);
            bytes = later;
        }
    }

    /// The leaves of all bytes taken.
    ///
    /// # Errors
    /// Refuses a file of more than [`MAX_LEAVES`] leaves.
    pub fn finish(mut self) -> Result<Leaves, LeavesError> {
        let size = length_of(&self.values) * self.leaf + self.taken;
        if count(size, self.leaf) > MAX_LEAVES {
            return Err(LeavesError::TooMany { limit: MAX_LEAVES });
        }
        let root = if self.values.is_empty() {
            Blake3Digest::from_bytes(*self.hasher.finalize().as_bytes())
        } else {
            self.values.push(self.hasher.finalize_non_root());
            root_of(&self.values)
        };
        Ok(Leaves { root, size, leaf: self.leaf, values: self.values })
    }
}

/// Why something is not the list of a file's leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LeavesError {
    /// A line is another than the form has there.
    #[error("line {line} is not one of a list of leaves")]
    Malformed {
        /// Which, from 1.
        line: u64,
    },
    /// The file has more leaves than are taken.
    #[error("a file has more than {limit} leaves")]
    TooMany {
        /// [`MAX_LEAVES`].
        limit: u64,
    },
    /// The list has another number of leaves than a file of that size.
    #[error("the file has {expected} leaves, the list {found}")]
    Lines {
        /// By the size.
        expected: u64,
        /// In the list.
        found: u64,
    },
    /// The leaves do not hash to the root that the list names.
    #[error("the leaves are not those of {named}")]
    OtherRoot {
        /// What the list names.
        named: Blake3Digest,
    },
}

impl Coded for LeavesError {
    fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "evidence-leaves-malformed",
            Self::TooMany { .. } => "evidence-leaves-too-many",
            Self::Lines { .. } => "evidence-leaves-lines",
            Self::OtherRoot { .. } => "evidence-leaves-other-root",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Malformed { line } => vec![("line", line.to_string())],
            Self::TooMany { limit } => vec![("limit", limit.to_string())],
            Self::Lines { expected, found } => {
                vec![("expected", expected.to_string()), ("found", found.to_string())]
            }
            Self::OtherRoot { named } => vec![("root", named.to_string())],
        }
    }
}

fn malformed(line: u64) -> LeavesError {
    LeavesError::Malformed { line }
}

/// A number as it is printed, and no other spelling of it.
fn number(text: &str) -> Option<u64> {
    text.parse().ok().filter(|number: &u64| number.to_string() == text)
}

fn count(size: u64, leaf: u64) -> u64 {
    size.div_ceil(leaf).max(1)
}

fn length_of(values: &[ChainingValue]) -> u64 {
    u64::try_from(values.len()).expect("no machine has more than 2^64 bytes of memory")
}

/// A hasher of the subtree that begins at this offset, the border of a leaf.
fn hasher_at(start: u64) -> blake3::Hasher {
    let mut hasher = blake3::Hasher::new();
    hasher.set_input_offset(start);
    hasher
}

/// The digest of the file whose leaves these are, two or more.
fn root_of(values: &[ChainingValue]) -> Blake3Digest {
    let (left, right) = halves(values);
    Blake3Digest::from_bytes(*merge_subtrees_root(&subtree(left), &subtree(right), Mode::Hash).as_bytes())
}

fn subtree(values: &[ChainingValue]) -> ChainingValue {
    if let [value] = values {
        return *value;
    }
    let (left, right) = halves(values);
    merge_subtrees_non_root(&subtree(left), &subtree(right), Mode::Hash)
}

/// The left subtree is the largest whole one that leaves something for the right (section 2.1 of the paper).
fn halves(values: &[ChainingValue]) -> (&[ChainingValue], &[ChainingValue]) {
    values.split_at(values.len().next_power_of_two() / 2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bytes(size: usize) -> Vec<u8> {
        (0..=250).cycle().take(size).collect()
    }

    fn leaves(bytes: &[u8]) -> Leaves {
        let mut hasher = LeafHasher::of_leaf(1024).unwrap();
        for part in bytes.chunks(1000) {
            hasher.update(part);
        }
        hasher.finish().unwrap()
    }

    /// Known answers: `test_vectors.json` of the BLAKE3 reference, input byte i = i mod 251.
    #[test]
    fn the_root_is_the_digest_that_other_programs_print() {
        for (size, digest) in [
            (0, "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"),
            (1, "2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213"),
            (1024, "42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7"),
            (1025, "d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444"),
        ] {
            assert_eq!(leaves(&bytes(size)).root().to_string(), digest, "{size} bytes");
        }
        for size in [2048, 2049, 3 * 1024, 31_744, 102_400] {
            let bytes = bytes(size);
            assert_eq!(leaves(&bytes).root().as_bytes(), blake3::hash(&bytes).as_bytes(), "{size} bytes");
        }
        let large = bytes(9 << 20);
        let list = Leaves::of_reader(&mut &large[..]).unwrap();
        assert_eq!((list.count(), list.root().as_bytes()), (3, blake3::hash(&large).as_bytes()));
        assert!(list.is_leaf(2, &large[8 << 20..]) && !list.is_leaf(0, &large[4 << 20..8 << 20]));
    }

    #[test]
    fn a_list_is_read_as_it_was_written_and_in_no_other_spelling() {
        for size in [0, 1, 1024, 1025, 5000] {
            let list = leaves(&bytes(size));
            let text = list.to_text();
            assert_eq!(Leaves::parse(text.as_bytes()), Ok(list.clone()), "{size} bytes");
            for other in [
                text.trim_end().to_owned(),
                format!("{text}\n"),
                text.replace('\n', "\r\n"),
                text.replacen("size ", "size 0", 1),
                text.replacen("size ", "size +", 1),
                text.replacen("leaves 1", "leaves 2", 1),
                text.replacen("leaf 1024", "leaf 512", 1),
                text.replacen("leaf 1024", "leaf 1536", 1),
                text.replacen("leaf 1024", &format!("leaf {}", 2 * MAX_LEAF_BYTES), 1),
                text.to_uppercase(),
            ] {
                assert!(Leaves::parse(other.as_bytes()).is_err(), "{other}");
            }
        }
    }

    #[test]
    fn a_list_of_too_many_leaves_is_refused_before_its_leaves_are_counted() {
        let list = |count: u64| {
            let root = "0".repeat(64);
            Leaves::parse(format!("{FIRST_LINE}\nroot {root}\nsize {}\nleaf 1024\n", count * 1024).as_bytes())
        };
        let lines = LeavesError::Lines { expected: MAX_LEAVES, found: 0 };
        assert_eq!(list(MAX_LEAVES), Err(lines));
        assert_eq!(list(MAX_LEAVES + 1), Err(LeavesError::TooMany { limit: MAX_LEAVES }));
        let long = vec![b'\n'; usize::try_from(MAX_LIST_BYTES).unwrap() + 1];
        assert_eq!(Leaves::parse(&long), Err(LeavesError::TooMany { limit: MAX_LEAVES }));
        assert_eq!(Leaves::parse(&long[1..]), Err(LeavesError::Malformed { line: 1 }));
    }

    #[test]
    fn the_leaves_of_a_range_are_those_that_hold_a_byte_of_it() {
        let list = leaves(&bytes(2500));
        assert_eq!(list.touched(&(0..1)), 0..1);
        assert_eq!(list.touched(&(1023..1025)), 0..2);
        assert_eq!(list.touched(&(2048..u64::MAX)), 2..3);
        for none in [7..7, 2500..2501, 3000..4000] {
            assert!(list.touched(&none).is_empty(), "{none:?}");
        }
    }

    proptest! {
        #[test]
        fn a_flipped_byte_is_seen_in_its_leaf_and_in_no_other(size in 1_usize..9000, at: prop::sample::Index, mask in 1_u8..) {
            let whole = bytes(size);
            let list = leaves(&whole);
            let mut changed = whole.clone();
            let at = at.index(size);
            changed[at] ^= mask;
            for index in 0..list.count() {
                let range = list.range(index);
                let range = usize::try_from(range.start).unwrap()..usize::try_from(range.end).unwrap();
                prop_assert!(list.is_leaf(index, &whole[range.clone()]));
                prop_assert_eq!(list.is_leaf(index, &changed[range.clone()]), !range.contains(&at));
                prop_assert!(!list.is_leaf(index, &whole[range.start..range.end - 1]));
            }
            prop_assert!(!list.is_leaf(list.count(), &[]));
        }

        #[test]
        fn a_changed_list_is_refused_or_speaks_for_another_file(size in 1_usize..9000, at: prop::sample::Index, mask in 1_u8..) {
            let list = leaves(&bytes(size));
            let mut text = list.to_text().into_bytes();
            let at = at.index(text.len());
            text[at] ^= mask;
            if let Ok(other) = Leaves::parse(&text) {
                // The size is bound by the last leaf, the root of one leaf by the leaf.
                prop_assert_ne!(&other, &list);
                let last = list.range(list.count() - 1);
                let last = &bytes(size)[usize::try_from(last.start).unwrap()..];
                prop_assert!(other.root() != list.root() || !other.is_leaf(list.count() - 1, last));
            }
        }
    }
}

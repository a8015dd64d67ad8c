//! From entry ids to files: what has to be written when leaves are added.
//!
//! This is pure: the same ids after the same ids give the same files, whatever the batches. The state is the
//! right edge of the tree, which is at most 255 hashes a level.

use comity_record::EntryId;

use crate::tile::{TILE_WIDTH, Tile, TileKind, print_entries, print_hashes};
use crate::tree::{MAX_TREE_SIZE, TreeError, TreeHash, TreeHead, perfect_root};

/// A file that has to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileFile {
    /// Which one.
    pub tile: Tile,
    /// Its whole content.
    pub bytes: Vec<u8>,
}

/// What adding some leaves comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The files that have to be durable before a checkpoint of `head` is stored.
    pub files: Vec<TileFile>,
    /// The tree afterwards.
    pub head: TreeHead,
    /// Folders of partial tiles that full ones of this batch make needless.
    pub superseded: Vec<String>,
}

/// The right edge of a tree, to which leaves can be added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sequencer {
    size: u64,
    /// The entries of the partial bundle at the end.
    bundle: Vec<EntryId>,
    /// For each level of tiles, the hashes of the partial tile at the end.
    levels: Vec<Vec<TreeHash>>,
}

impl Sequencer {
    /// The edge of the tree without leaves.
    pub fn new() -> Self {
        Self::default()
    }

    /// The edge of a tree of `size` leaves, whose last partial bundle and tiles are given. The caller
    /// compares [`Sequencer::head`] with what it knows to be true.
    pub(crate) fn from_edge(size: u64, bundle: Vec<EntryId>, levels: Vec<Vec<TreeHash>>) -> Self {
        Self { size, bundle, levels }
    }

    /// The tree.
    pub fn head(&self) -> TreeHead {
        // The perfect subtrees at the edge, smallest first: each is the left neighbour of all that came
        // before it.
        let mut root = None;
        for row in &self.levels {
            let mut end = row.len();
            while end > 0 {
                let count = 1 << end.trailing_zeros();
                let subtree = perfect_root(&row[end - count..end]);
                root = Some(root.map_or(subtree, |right| TreeHash::node(&subtree, &right)));
                end -= count;
            }
        }
        TreeHead { size: self.size, root: root.unwrap_or(TreeHash::EMPTY) }
    }

    /// Adds leaves and says what has to be written.
    pub fn extend(&mut self, ids: &[EntryId]) -> Result<Batch, TreeError> {
        let added = u64::try_from(ids.len()).unwrap_or(u64::MAX);
        let size = self.size.saturating_add(added);
        if size > MAX_TREE_SIZE {
            return Err(TreeError::TooLarge { size });
        }
        let before = self.size;
        let mut files = Vec::new();
        for id in ids {
            self.push(*id, &mut files);
        }
        let superseded = files.iter().map(|file| file.tile.partial_folder()).collect();
        let grew =
            |file: &TileFile| before >> file.tile.kind().height() != self.size >> file.tile.kind().height();
        files.extend(self.edge_files().into_iter().filter(grew));
        Ok(Batch { files, head: self.head(), superseded })
    }

    /// The partial bundle and tiles at the end, all of them.
    pub fn edge_files(&self) -> Vec<TileFile> {
        let bundle = (TileKind::Entries, print_entries(&self.bundle));
        let rows =
            (0..).zip(&self.levels).map(|(level, row)| (TileKind::Hashes { level }, print_hashes(row)));
        std::iter::once(bundle)
            .chain(rows)
            .filter(|(_, bytes)| !bytes.is_empty())
            .map(|(kind, bytes)| TileFile { tile: last_tile(kind, self.size), bytes })
            .collect()
    }

    fn push(&mut self, id: EntryId, files: &mut Vec<TileFile>) {
        self.size += 1;
        self.bundle.push(id);
        if self.bundle.len() == usize::from(TILE_WIDTH) {
            let bytes = print_entries(&self.bundle);
            files.push(TileFile { tile: last_tile(TileKind::Entries, self.size), bytes });
            self.bundle.clear();
        }

        let mut hash = TreeHash::of_entry(&id);
        for level in 0.. {
            if self.levels.len() == usize::from(level) {
                self.levels.push(Vec::new());
            }
            let row = &mut self.levels[usize::from(level)];
            row.push(hash);
            if row.len() < usize::from(TILE_WIDTH) {
                break;
            }
            // A full tile is one hash of the level above.
            hash = perfect_root(row);
            let bytes = print_hashes(row);
            files.push(TileFile { tile: last_tile(TileKind::Hashes { level }, self.size), bytes });
            row.clear();
        }
    }
}

/// The last tile of a kind in a tree, which has at least one.
fn last_tile(kind: TileKind, size: u64) -> Tile {
    let hashes = size >> kind.height();
    let number = (hashes - 1) / u64::from(TILE_WIDTH);
    Tile::in_tree(kind, number, size).expect("the last hash of a level lies in a tile")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(count: u64) -> Vec<EntryId> {
        (0..count).map(|n| EntryId::of(&n.to_be_bytes())).collect()
    }

    fn paths(files: &[TileFile]) -> Vec<String> {
        files.iter().map(|file| file.tile.to_string()).collect()
    }

    #[test]
    fn one_leaf_makes_a_bundle_and_a_tile() {
        let mut sequencer = Sequencer::new();
        assert_eq!(sequencer.head(), TreeHead::EMPTY);
        let batch = sequencer.extend(&ids(1)).unwrap();
        assert_eq!(paths(&batch.files), ["tile/entries/000.p/1", "tile/0/000.p/1"]);
        assert_eq!(batch.head, TreeHead { size: 1, root: TreeHash::of_entry(&ids(1)[0]) });
        assert!(batch.superseded.is_empty());
    }

    #[test]
    fn a_full_tile_makes_a_hash_above_and_its_partial_states_needless() {
        let mut sequencer = Sequencer::new();
        sequencer.extend(&ids(255)).unwrap();
        let batch = sequencer.extend(&ids(256)[255..]).unwrap();
        assert_eq!(paths(&batch.files), ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
        assert_eq!(batch.superseded, ["tile/entries/000.p", "tile/0/000.p"]);
        // The next leaf leaves the tile above as it is.
        let batch = sequencer.extend(&ids(1)).unwrap();
        assert_eq!(paths(&batch.files), ["tile/entries/001.p/1", "tile/0/001.p/1"]);
    }

    #[test]
    fn nothing_added_is_nothing_to_write() {
        let mut sequencer = Sequencer::new();
        let head = sequencer.extend(&ids(300)).unwrap().head;
        let batch = sequencer.extend(&[]).unwrap();
        assert_eq!((batch.files.len(), batch.head), (0, head));
    }

    #[test]
    fn a_tree_grows_to_the_limit_and_not_past_it() {
        let full = Sequencer::from_edge(MAX_TREE_SIZE - 1, Vec::new(), Vec::new());
        let large = Err(TreeError::TooLarge { size: MAX_TREE_SIZE + 1 });
        assert_eq!(full.clone().extend(&ids(2)), large);
        assert!(full.clone().extend(&[]).is_ok());
    }
}

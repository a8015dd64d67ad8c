//! The files of a log as the source of its tree, and how they are read and written.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io;
use std::rc::Rc;

use comity_record::EntryId;

use crate::log::LogError;
use crate::note::SignedNote;
use crate::sequencer::{Sequencer, TileFile};
use crate::store::TileStore;
use crate::tile::{MAX_TILE_LEVEL, TILE_HEIGHT, TILE_WIDTH, Tile, TileError, TileKind};
use crate::tree::{NodeSource, TreeError, TreeHash, TreeHead, perfect_root};

/// No tile is longer: a full bundle of 34 bytes an entry.
const MAX_TILE_BYTES: usize = 34 * TILE_WIDTH as usize;

/// The hashes of a tree in its tiles, each read once. They are not to be believed until a proof made of them
/// holds.
pub(crate) struct Files<'a, S> {
    store: &'a S,
    size: u64,
    tiles: RefCell<HashMap<Tile, Rc<Vec<TreeHash>>>>,
}

impl<'a, S: TileStore> Files<'a, S> {
    /// The tree of the first `size` leaves in this store.
    pub fn new(store: &'a S, size: u64) -> Self {
        Self { store, size, tiles: RefCell::default() }
    }

    fn tile(&self, tile: Tile) -> Result<Rc<Vec<TreeHash>>, LogError> {
        if let Some(hashes) = self.tiles.borrow().get(&tile) {
            return Ok(Rc::clone(hashes));
        }
        let hashes = Rc::new(read_hashes(self.store, &tile)?);
        self.tiles.borrow_mut().insert(tile, Rc::clone(&hashes));
        Ok(hashes)
    }
}

impl<S: TileStore> NodeSource for Files<'_, S> {
    type Error = LogError;

    fn node(&self, level: u32, index: u64) -> Result<TreeHash, LogError> {
        let outside = || TreeError::IndexOutside { index, size: self.size };
        let tile_level = u8::try_from(level / TILE_HEIGHT).map_err(|_| outside())?;
        let count = 1_usize << (level % TILE_HEIGHT);
        let per_tile = u64::from(TILE_WIDTH >> (level % TILE_HEIGHT));
        let kind = TileKind::Hashes { level: tile_level };
        let tile = Tile::in_tree(kind, index / per_tile, self.size).ok_or_else(outside)?;
        let begin = usize::try_from(index % per_tile).map_err(|_| outside())? * count;
        let hashes = self.tile(tile)?;
        Ok(perfect_root(hashes.get(begin..begin + count).ok_or_else(outside)?))
    }
}

/// The hashes of a tree, of which those within one bundle come from its entries.
pub(crate) struct BundleSource<'a, S> {
    pub files: &'a Files<'a, S>,
    pub first: u64,
    pub leaves: Vec<TreeHash>,
}

impl<S: TileStore> NodeSource for BundleSource<'_, S> {
    type Error = LogError;

    fn node(&self, level: u32, index: u64) -> Result<TreeHash, LogError> {
        let within = |leaf: u64| usize::try_from(leaf.checked_sub(self.first)?).ok();
        let begin = within(index << level);
        let end = within((index + 1) << level);
        match begin.zip(end).and_then(|(begin, end)| self.leaves.get(begin..end)) {
            Some(leaves) => Ok(perfect_root(leaves)),
            None => self.files.node(level, index),
        }
    }
}

pub(crate) fn read_edge<S: TileStore>(store: &S, head: &TreeHead) -> Result<Sequencer, LogError> {
    let partial = |kind, hashes: u64| {
        let tile = Tile::in_tree(kind, hashes / u64::from(TILE_WIDTH), head.size);
        tile.filter(|tile| !tile.is_full())
    };
    let bundle = match partial(TileKind::Entries, head.size) {
        Some(tile) => read_entries(store, &tile)?,
        None => Vec::new(),
    };
    let mut levels = Vec::new();
    for level in 0..=MAX_TILE_LEVEL {
        let hashes = head.size >> (TILE_HEIGHT * u32::from(level));
        if hashes == 0 {
            break;
        }
        levels.push(match partial(TileKind::Hashes { level }, hashes) {
            Some(tile) => read_hashes(store, &tile)?,
            None => Vec::new(),
        });
    }
    // The entries have to be those of the tile, or the next full bundle would hold others than the tree.
    // Where they part, the root tells which of them was changed.
    let leaves: Vec<_> = bundle.iter().map(TreeHash::of_entry).collect();
    let same = levels.first().is_none_or(|row| *row == leaves);
    let edge = Sequencer::from_edge(head.size, bundle.clone(), levels.clone());
    if edge.head() == *head {
        return if same { Ok(edge) } else { Err(changed_edge(TileKind::Entries, head.size)) };
    }
    if let Some(row) = levels.first_mut() {
        *row = leaves;
    }
    let by_entries = Sequencer::from_edge(head.size, bundle, levels);
    let tile_changed = !same && by_entries.head() == *head;
    Err(if tile_changed { changed_edge(TileKind::Hashes { level: 0 }, head.size) } else { LogError::Root })
}

fn changed_edge(kind: TileKind, size: u64) -> LogError {
    let tile = Tile::in_tree(kind, size / u64::from(TILE_WIDTH), size);
    tile.map_or(LogError::Root, |tile| LogError::Changed { path: tile.to_string() })
}

pub(crate) fn read_hashes<S: TileStore>(store: &S, tile: &Tile) -> Result<Vec<TreeHash>, LogError> {
    tile.parse_hashes(&read_tile(store, tile)?).map_err(changed)
}

pub(crate) fn read_entries<S: TileStore>(store: &S, tile: &Tile) -> Result<Vec<EntryId>, LogError> {
    tile.parse_entries(&read_tile(store, tile)?).map_err(changed)
}

/// The bytes of a tile, or the beginning of the full one, which is as good when partial ones have been
/// removed.
pub(crate) fn read_tile<S: TileStore>(store: &S, tile: &Tile) -> Result<Vec<u8>, LogError> {
    let path = tile.to_string();
    if let Some(bytes) = read(store, &path, MAX_TILE_BYTES)? {
        return Ok(bytes);
    }
    let full = if tile.is_full() { None } else { read(store, &tile.full().to_string(), MAX_TILE_BYTES)? };
    let Some(mut bytes) = full else {
        return Err(LogError::Missing { path });
    };
    bytes.truncate(bytes.len() / usize::from(TILE_WIDTH) * tile.width());
    Ok(bytes)
}

pub(crate) fn write_tiles<'a, S, I>(store: &S, files: I) -> Result<(), LogError>
where
    S: TileStore,
    I: IntoIterator<Item = &'a TileFile>,
{
    for file in files {
        let path = file.tile.to_string();
        store.write(&path, &file.bytes).map_err(|source| failed(&path, source))?;
    }
    Ok(())
}

pub(crate) fn sync<S: TileStore>(store: &S) -> Result<(), LogError> {
    store.sync().map_err(|source| failed("tile", source))
}

pub(crate) fn replace<S: TileStore>(store: &S, path: &str, note: &SignedNote) -> Result<(), LogError> {
    store.replace(path, note.to_string().as_bytes()).map_err(|source| failed(path, source))
}

pub(crate) fn read<S: TileStore>(store: &S, path: &str, limit: usize) -> Result<Option<Vec<u8>>, LogError> {
    store.read(path, limit).map_err(|source| failed(path, source))
}

pub(crate) fn failed(path: &str, source: io::Error) -> LogError {
    LogError::Store { path: path.to_owned(), source }
}

fn changed(error: TileError) -> LogError {
    match error {
        TileError::Content { tile } => LogError::Changed { path: tile },
        TileError::Path => LogError::Root,
    }
}

//! The files of C2SP tlog-tiles: where a tile lies, and what is in it.
//!
//! A tile holds up to 256 hashes of one level of the tree; an entry bundle holds the up to 256 entry ids
//! whose leaf hashes are in the level 0 tile of the same number. A full tile never changes. A partial one
//! carries its width in its path, so that it never changes either: a wider one is another file.

use std::fmt;
use std::str::FromStr;

use comity_record::{Coded, EntryId};

use crate::text::parse_decimal;
use crate::tree::{MAX_TREE_SIZE, TreeHash};

/// How many levels of the tree one tile spans (C2SP tlog-tiles: tiles are 256 hashes wide).
pub const TILE_HEIGHT: u32 = 8;

/// How many hashes a full tile has.
pub const TILE_WIDTH: u16 = 1 << TILE_HEIGHT;

/// The highest level of a tile that a tree of [`MAX_TREE_SIZE`] leaves has.
pub const MAX_TILE_LEVEL: u8 = 7;

/// No path of a tile is longer: `tile/entries/`, seven groups of four characters, and `.p/255`.
pub const MAX_TILE_PATH_BYTES: usize = 64;

/// An entry of a bundle is its length in two bytes, then the id.
const BUNDLE_ENTRY_BYTES: usize = 2 + ID_BYTES;
const ID_BYTES: usize = 32;
const HASH_BYTES: usize = 32;

/// What a tile holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TileKind {
    /// Entry ids.
    Entries,
    /// Hashes of the tree at height `8 * level`.
    Hashes {
        /// The level of tiles, from zero.
        level: u8,
    },
}

/// One file of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    kind: TileKind,
    number: u64,
    width: u16,
}

/// Why a path or the content of a tile is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TileError {
    /// Not a path that C2SP tlog-tiles would write.
    #[error("not the path of a tile")]
    Path,
    /// The file does not have the length or the framing of its kind and width.
    #[error("the tile {tile} does not hold what its path says")]
    Content {
        /// The path of the tile.
        tile: String,
    },
}

impl TileKind {
    /// The height in the tree of what it holds; leaves are at height 0.
    pub(crate) fn height(self) -> u32 {
        match self {
            Self::Entries => 0,
            Self::Hashes { level } => TILE_HEIGHT * u32::from(level),
        }
    }
}

impl Tile {
    /// The tile of this kind and number that is `width` wide, if the largest tree has one.
    pub fn new(kind: TileKind, number: u64, width: u16) -> Option<Self> {
        let widest = Self::in_tree(kind, number, MAX_TREE_SIZE)?.width;
        (1..=widest).contains(&width).then_some(Self { kind, number, width })
    }

    /// The tile of this kind and number as it is in a tree of `size` leaves: full, partial, or not there.
    pub fn in_tree(kind: TileKind, number: u64, size: u64) -> Option<Self> {
        let hashes = size.checked_shr(kind.height())?;
        let before = number.checked_mul(u64::from(TILE_WIDTH))?;
        let width = hashes.checked_sub(before)?.min(u64::from(TILE_WIDTH));
        let width = u16::try_from(width).ok().filter(|width| *width > 0)?;
        Some(Self { kind, number, width })
    }

    /// What it holds.
    pub fn kind(&self) -> TileKind {
        self.kind
    }

    /// Its number within its level, from zero.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// How many hashes or entries it holds.
    pub fn width(&self) -> usize {
        usize::from(self.width)
    }

    /// Whether it will never be superseded by a wider one.
    pub fn is_full(&self) -> bool {
        self.width == TILE_WIDTH
    }

    /// The full tile of the same number.
    #[must_use]
    pub fn full(&self) -> Self {
        Self { width: TILE_WIDTH, ..*self }
    }

    /// The folder in which the partial states of this tile lie.
    pub fn partial_folder(&self) -> String {
        format!("{}.p", self.full())
    }

    /// Reads the hashes of a tile of this width.
    pub fn parse_hashes(&self, bytes: &[u8]) -> Result<Vec<TreeHash>, TileError> {
        let (chunks, rest) = bytes.as_chunks::<HASH_BYTES>();
        if self.kind == TileKind::Entries || !rest.is_empty() || chunks.len() != self.width() {
            return Err(self.bad_content());
        }
        Ok(chunks.iter().map(|chunk| TreeHash::from_bytes(*chunk)).collect())
    }

    /// Reads the entry ids of a bundle of this width.
    pub fn parse_entries(&self, bytes: &[u8]) -> Result<Vec<EntryId>, TileError> {
        let (chunks, rest) = bytes.as_chunks::<BUNDLE_ENTRY_BYTES>();
        if self.kind != TileKind::Entries || !rest.is_empty() || chunks.len() != self.width() {
            return Err(self.bad_content());
        }
        chunks
            .iter()
            .map(|chunk| match chunk.split_first_chunk::<2>() {
                Some((length, id)) if *length == ENTRY_LENGTH => id.try_into().map(EntryId::from_bytes).ok(),
                _ => None,
            })
            .collect::<Option<_>>()
            .ok_or_else(|| self.bad_content())
    }

    fn bad_content(&self) -> TileError {
        TileError::Content { tile: self.to_string() }
    }
}

/// The length of an entry, as the big-endian 16-bit number that stands before it.
const ENTRY_LENGTH: [u8; 2] = [0, 32];

/// The bytes of a tile with these hashes.
pub(crate) fn print_hashes(hashes: &[TreeHash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| *hash.as_bytes()).collect()
}

/// The bytes of a bundle with these entries.
pub(crate) fn print_entries(ids: &[EntryId]) -> Vec<u8> {
    ids.iter().flat_map(|id| ENTRY_LENGTH.into_iter().chain(*id.as_bytes())).collect()
}

impl fmt::Display for Tile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TileKind::Entries => f.write_str("tile/entries/")?,
            TileKind::Hashes { level } => write!(f, "tile/{level}/")?,
        }
        let mut groups = vec![format!("{:03}", self.number % 1000)];
        let mut rest = self.number / 1000;
        while rest > 0 {
            groups.push(format!("x{:03}", rest % 1000));
            rest /= 1000;
        }
        groups.reverse();
        f.write_str(&groups.join("/"))?;
        if self.is_full() { Ok(()) } else { write!(f, ".p/{}", self.width) }
    }
}

impl FromStr for Tile {
    type Err = TileError;

    fn from_str(path: &str) -> Result<Self, TileError> {
        if path.len() > MAX_TILE_PATH_BYTES {
            return Err(TileError::Path);
        }
        let tile = parse_path(path).ok_or(TileError::Path)?;
        // The printer is the definition of the one spelling.
        if tile.to_string() == path { Ok(tile) } else { Err(TileError::Path) }
    }
}

fn parse_path(path: &str) -> Option<Tile> {
    let rest = path.strip_prefix("tile/")?;
    let (level, rest) = rest.split_once('/')?;
    let kind = if level == "entries" {
        TileKind::Entries
    } else {
        TileKind::Hashes { level: u8::try_from(parse_decimal(level)?).ok()? }
    };
    let (groups, width) = match rest.split_once(".p/") {
        Some((groups, width)) => {
            let width = u16::try_from(parse_decimal(width)?).ok()?;
            (groups, Some(width).filter(|width| *width < TILE_WIDTH)?)
        }
        None => (rest, TILE_WIDTH),
    };
    let mut number: u64 = 0;
    for group in groups.split('/') {
        let digits = group.strip_prefix('x').unwrap_or(group);
        if digits.len() != 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        number = number.checked_mul(1000)?.checked_add(digits.parse().ok()?)?;
    }
    Tile::new(kind, number, width)
}

impl Coded for TileError {
    fn code(&self) -> &'static str {
        match self {
            Self::Path => "journal-tile-path",
            Self::Content { .. } => "journal-tile-content",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Path => Vec::new(),
            Self::Content { tile } => vec![("tile", tile.clone())],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEVEL_0: TileKind = TileKind::Hashes { level: 0 };

    fn path(kind: TileKind, number: u64, width: u16) -> String {
        Tile::new(kind, number, width).unwrap().to_string()
    }

    #[test]
    fn paths_are_those_of_c2sp_tlog_tiles() {
        // The example of the specification: index 1234067.
        assert_eq!(path(LEVEL_0, 1_234_067, 256), "tile/0/x001/x234/067");
        assert_eq!(path(TileKind::Hashes { level: 2 }, 0, 1), "tile/2/000.p/1");
        assert_eq!(path(TileKind::Entries, 273, 112), "tile/entries/273.p/112");
    }

    #[test]
    fn the_tree_of_70000_leaves_has_the_tiles_that_the_specification_counts() {
        let width =
            |level, number| Tile::in_tree(TileKind::Hashes { level }, number, 70_000).map(|t| t.width());
        assert_eq!(width(0, 272), Some(256));
        assert_eq!(width(0, 273), Some(112));
        assert_eq!(width(0, 274), None);
        assert_eq!((width(1, 0), width(1, 1), width(1, 2)), (Some(256), Some(17), None));
        assert_eq!((width(2, 0), width(2, 1), width(3, 0)), (Some(1), None, None));
        let of_256 = |level| Tile::in_tree(TileKind::Hashes { level }, 0, 256).map(|t| t.width());
        assert_eq!((of_256(0), of_256(1)), (Some(256), Some(1)));
    }

    #[test]
    fn other_spellings_of_a_path_are_refused() {
        for bad in [
            "tile/0/0",
            "tile/00/000",
            "tile/0/x000/001",
            "tile/0/000/001",
            "tile/0/001/x001",
            "tile/0/x001/x002",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/0/000.p/1/",
            "tile/0/",
            "tile/0",
            "tile/8/000",
            "tile/-1/000",
            "/tile/0/000",
            "tile/entries/x1/000",
            "tile/0/../000",
            "tile/7/x001/000",
        ] {
            assert_eq!(bad.parse::<Tile>(), Err(TileError::Path), "{bad}");
        }
        let long = format!("tile/0/{}001", "x001/".repeat(12));
        assert!(long.len() > MAX_TILE_PATH_BYTES && long.parse::<Tile>().is_err());
    }

    #[test]
    fn the_last_tile_of_the_largest_tree_has_a_path_and_the_next_none() {
        let last = (MAX_TREE_SIZE >> 8) - 1;
        let tile = Tile::new(TileKind::Entries, last, 255).unwrap();
        assert!(tile.to_string().len() <= MAX_TILE_PATH_BYTES);
        assert_eq!(tile.to_string().parse::<Tile>(), Ok(tile));
        assert!(Tile::new(TileKind::Entries, last + 1, 1).is_none());
        assert!(Tile::new(TileKind::Hashes { level: MAX_TILE_LEVEL }, 0, 1).is_some());
        assert!(Tile::new(TileKind::Hashes { level: MAX_TILE_LEVEL + 1 }, 0, 1).is_none());
    }

    #[test]
    fn a_bundle_frames_each_id_with_its_length() {
        let ids = [EntryId::from_bytes([1; 32]), EntryId::from_bytes([2; 32])];
        let bytes = print_entries(&ids);
        let tile = Tile::new(TileKind::Entries, 0, 2).unwrap();
        assert_eq!(bytes[..3], [0, 32, 1]);
        assert_eq!(tile.parse_entries(&bytes).unwrap(), ids);
        assert!(tile.parse_entries(&bytes[..67]).is_err());
        assert!(tile.parse_entries(&[&bytes[..], &[0]].concat()).is_err());
        assert!(Tile::new(TileKind::Entries, 0, 1).unwrap().parse_entries(&bytes).is_err());
        let mut other_length = bytes.clone();
        other_length[1] = 31;
        assert!(tile.parse_entries(&other_length).is_err());
        assert!(tile.parse_hashes(&bytes).is_err(), "entries are not hashes");
    }

    #[test]
    fn a_tile_of_hashes_is_exactly_as_long_as_its_width() {
        let hashes = vec![TreeHash::leaf(b"a"), TreeHash::leaf(b"b")];
        let tile = Tile::new(LEVEL_0, 0, 2).unwrap();
        let bytes = print_hashes(&hashes);
        assert_eq!(tile.parse_hashes(&bytes).unwrap(), hashes);
        assert!(tile.parse_hashes(&bytes[1..]).is_err());
        assert!(tile.parse_hashes(&bytes[..32]).is_err());
        assert!(tile.parse_entries(&bytes).is_err(), "hashes are not entries");
    }
}

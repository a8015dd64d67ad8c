//! Databases of SQLite (its *Database File Format*), by their pages.
//!
//! Of each page of a table the texts and blobs of its rows are shown as one layer, a line for each value: they stand without
//! anything between them in the page, and long ones go on in other pages. What no table holds, such as free pages, deleted rows
//! and indices, is left to the search of the raw bytes. Text in UTF-16 is shown as it is, to be found as such.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Range;

use crate::fault::{Fault, damaged};
use crate::layer::{Layer, wide};
use crate::media::{Runs, Scattered, Stream, exactly, up_to};
use crate::ranges::Ranges;
use crate::visit::Step;
use crate::volume::{Bounds, Volume, joined};
use crate::walk::{Inside, Tried, Walk};

/// How a database begins.
pub(crate) const MAGIC: &[u8] = b"SQLite format 3\0";

const HEADER_BYTES: usize = 100;

/// What reading one database may take: its pages and cells, and the pieces of their values.
pub(crate) const BOUNDS: Bounds = Bounds { entries: 64 << 20, links: 64 << 20, ..Bounds::DEFAULT };

/// A database that does not say how long it is, and cannot be read at any place, is looked for in so much.
const UNCOUNTED_BYTES: u64 = 16 << 20;

/// The header of a row: nine bytes for each of 32,767 columns are more than SQLite writes.
const ROW_HEADER_BYTES: u64 = 9 * 32_767;

/// A shorter value is not remembered as shown: nothing that is looked for is so short.
const REMEMBERED_BYTES: u64 = 4;

/// So many places of values are remembered. What is beyond is found twice.
const PLACES_MAX: usize = 1 << 20;

/// Kinds of pages.
const TABLE_LEAF: u8 = 0x0d;
const TABLE_INNER: u8 = 0x05;
const INDEX_LEAF: u8 = 0x0a;
const INDEX_INNER: u8 = 0x02;

/// Opens the database that begins at `offset`. Its bytes as they are are searched on.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let none = Tried { end: offset, is_part: false };
    layer.fill(offset + wide(HEADER_BYTES));
    let Some(facts) = Facts::of(layer.from(offset)) else { return none };
    let step = Step { name: "sqlite", offset, file: None };
    let held_bytes;
    let mut tables = Tables::new(walk, layer, step);
    match layer.random {
        Some(source) => tables.read(&Volume::new(source, offset, BOUNDS), facts),
        None => {
            let bytes = facts.bytes().unwrap_or(UNCOUNTED_BYTES);
            let Some(_held) = walk.hold(usize::try_from(bytes).unwrap_or(usize::MAX), &tables.step) else {
                return none;
            };
            layer.fill(offset + bytes);
            held_bytes = layer.from(offset);
            tables.read(&Volume::new(&held_bytes, 0, BOUNDS), facts);
        }
    }
    tables.end(layer);
    none
}

/// What the header says.
#[derive(Clone, Copy)]
pub(crate) struct Facts {
    pub(crate) page_bytes: u64,
    /// Bytes of each page that are in use.
    pub(crate) usable: u64,
    /// How many pages there are, if it is up to date.
    pub(crate) pages: Option<u32>,
}

impl Facts {
    pub(crate) fn of(header: &[u8]) -> Option<Self> {
        let header = header.get(..HEADER_BYTES).filter(|header| header.starts_with(MAGIC))?;
        let page_bytes = match be(header, 16, 2) {
            1 => 65_536,
            bytes => bytes,
        };
        let usable = page_bytes.checked_sub(be(header, 20, 1))?;
        let is_sound = is_page(page_bytes) && header[21..24] == [64, 32, 32] && usable >= 480;
        let is_current = be(header, 24, 4) == be(header, 92, 4);
        let pages = u32::try_from(be(header, 28, 4)).ok().filter(|pages| is_current && *pages > 0);
        is_sound.then_some(Self { page_bytes, usable, pages })
    }

    fn bytes(&self) -> Option<u64> {
        self.pages.map(|pages| u64::from(pages) * self.page_bytes)
    }
}

/// Whether pages may have so many bytes.
pub(crate) fn is_page(bytes: u64) -> bool {
    bytes.is_power_of_two() && (512..=65_536).contains(&bytes)
}

/// Whether these bytes of a page are a leaf of a table, which has rows.
pub(crate) fn is_leaf(page: Page, bytes: &[u8]) -> bool {
    let begin = if page.number == 1 { HEADER_BYTES } else { 0 };
    bytes.get(begin) == Some(&TABLE_LEAF)
}

/// Opens tables as they are found.
pub(crate) struct Tables<'w, 'v> {
    walk: &'w Walk<'v>,
    depth: usize,
    pub(crate) step: Step,
    /// Where what was shown stands in the layer.
    shown: Vec<Range<u64>>,
}

impl<'w, 'v> Tables<'w, 'v> {
    /// Those of what begins in the layer at the offset of the step.
    pub(crate) fn new(walk: &'w Walk<'v>, layer: &Layer<'_, 'v>, step: Step) -> Self {
        Self { walk, depth: layer.depth + 1, step, shown: Vec::new() }
    }

    /// Says what of the layer was shown.
    pub(crate) fn end(self, layer: &mut Layer<'_, 'v>) {
        let shown: Ranges = self.shown.into_iter().collect();
        self.walk.shown_inside(shown.as_slice());
        layer.covered.add(shown.as_slice().to_vec());
    }

    fn read(&mut self, volume: &Volume<'_>, facts: Facts) {
        let walk = self.walk;
        if let Err(fault) = walk.guarded(|| self.all(&Database { volume, facts, frames: None })) {
            walk.refuse(self.step.clone(), &fault);
        }
    }

    fn all(&mut self, database: &Database<'_, '_>) {
        let (tables, failure) = database.tables();
        if let Some(error) = failure {
            self.walk.refuse(self.step.clone(), &Fault::of(&error));
        }
        let mut seen = BTreeSet::new();
        for (name, root) in tables {
            let mut failure = Ok(());
            database.tree(root, &mut seen, &mut failure, &mut |page, rows| {
                self.rows(database, &name, page, &rows).err()
            });
            if let Err(error) = failure {
                let step = Step { file: Some(name), ..self.step.clone() };
                self.walk.refuse(step, &Fault::of(&error));
            }
            if self.walk.is_exhausted() {
                return;
            }
        }
    }

    /// Shows the values of the rows of one page.
    pub(crate) fn rows(
        &mut self,
        database: &Database<'_, '_>,
        table: &str,
        page: Page,
        rows: &[Row],
    ) -> io::Result<()> {
        let mut values = Runs::default();
        let mut places = Vec::new();
        let mut failure = Ok(());
        for row in rows {
            let columns = match database.columns(&row.payload) {
                Ok(columns) => columns,
                Err(error) => {
                    failure = failure.and(Err(error));
                    continue;
                }
            };
            for (_, place) in columns.into_iter().filter(|(kind, place)| *kind >= 12 && !place.is_empty()) {
                for place in row.payload.places(place) {
                    let start = self.step.offset + place.start;
                    values.push(Some(place.start), place.end - place.start);
                    if place.end - place.start >= REMEMBERED_BYTES {
                        places.push(start..self.step.offset + place.end);
                    }
                }
                values.push(None, 1);
            }
        }
        if values.bytes() == 0 || self.walk.is_exhausted() {
            return failure;
        }
        let ids = rows.first().and_then(|row| row.id).zip(rows.last().and_then(|row| row.id));
        let file = match ids {
            Some((first, last)) if first == last => format!("{table}/{first}"),
            Some((first, last)) => format!("{table}/{first}-{last}"),
            None => format!("{table}/page-{}", page.number),
        };
        let offset = self.step.offset + page.place;
        let step = Step { file: Some(file), offset, ..self.step.clone() };
        let bytes = values.bytes();
        let lines = Scattered { source: database.volume, runs: values, between: b'\n' };
        let inside = Inside { taken: bytes, random: Some(&lines), times: None };
        let given = self.walk.open_inside(self.depth, step, &inside, &mut Stream::new(&lines));
        if given == bytes && !self.walk.is_exhausted() && self.shown.len() < PLACES_MAX {
            self.shown.extend(places);
        }
        failure
    }
}

/// A page: its number, the first 1, and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    pub(crate) number: u32,
    pub(crate) place: u64,
}

/// A row: its number, if it has one, and where its values are.
pub(crate) struct Row {
    id: Option<i64>,
    payload: Runs,
}

pub(crate) struct Database<'a, 's> {
    pub(crate) volume: &'a Volume<'s>,
    pub(crate) facts: Facts,
    /// Where its pages stand, if they are in a log: not all of them are there.
    pub(crate) frames: Option<&'a BTreeMap<u32, u64>>,
}

impl Database<'_, '_> {
    /// The names of tables and the pages at which their trees begin; what was wrong, if not all could be read.
    fn tables(&self) -> (Vec<(String, u32)>, Option<io::Error>) {
        let mut tables = Vec::new();
        let mut failure = Ok(());
        self.tree(1, &mut BTreeSet::new(), &mut failure, &mut |_, rows| {
            let mut wrong = None;
            for row in rows {
                match self.table(&row.payload) {
                    Ok(table) => tables.extend(table),
                    Err(error) => wrong = wrong.or(Some(error)),
                }
            }
            wrong
        });
        (tables, failure.err())
    }

    /// A row of the first table: kind, name, table, page, text.
    fn table(&self, payload: &Runs) -> io::Result<Option<(String, u32)>> {
        let columns = self.columns(payload)?;
        let [(_, kind), (_, name), _, (_, root), ..] = &columns[..] else { return Ok(None) };
        let value = |place: &Range<u64>| {
            let count = usize::try_from(place.end - place.start).unwrap_or(usize::MAX).min(4096);
            let source = Scattered { source: self.volume, runs: payload.clone(), between: 0 };
            exactly(&source, place.start, count)
        };
        // In UTF-16 every other byte is zero, in names that programs give.
        let text =
            |place| value(place).map(|bytes| bytes.into_iter().filter(|byte| *byte != 0).collect::<Vec<_>>());
        let root = value(root)?;
        let root = u32::try_from(be(&root, 0, root.len().min(8))).unwrap_or(0);
        if text(kind)? != b"table" || root == 0 {
            return Ok(None);
        }
        Ok(joined("", &text(name)?).map(|name| (name, root)))
    }

    /// Where a page stands, if there is such a one.
    fn place(&self, number: u32) -> Option<u64> {
        match self.frames {
            Some(frames) => frames.get(&number).copied(),
            None if number == 0 || self.facts.pages.is_some_and(|pages| number > pages) => None,
            None => Some(u64::from(number - 1) * self.facts.page_bytes),
        }
    }

    fn page(&self, number: u32) -> io::Result<(Page, Vec<u8>)> {
        let place = self.place(number).ok_or_else(|| damaged(format!("no page {number}")))?;
        let page = self.volume.bytes(place, usize::try_from(self.facts.page_bytes).unwrap_or(0))?;
        Ok((Page { number, place }, page))
    }

    /// Takes the rows of a tree, page by page. A page that was seen is not read again, so that a tree that leads back to itself
    /// ends. The first that went wrong is kept; the other pages are read all the same.
    fn tree(
        &self,
        root: u32,
        seen: &mut BTreeSet<u32>,
        failure: &mut io::Result<()>,
        take: &mut dyn FnMut(Page, Vec<Row>) -> Option<io::Error>,
    ) {
        let mut waiting = vec![root];
        while let Some(number) = waiting.pop() {
            if let Err(error) = self.volume.entry() {
                *failure = std::mem::replace(failure, Ok(())).and(Err(error));
                return;
            }
            let mut inner = Vec::new();
            let read = if seen.insert(number) {
                self.page(number).and_then(|(page, bytes)| Ok((page, self.cells(page, &bytes, &mut inner)?)))
            } else {
                Err(damaged(format!("page {number} is in a tree twice")))
            };
            waiting.extend(inner.into_iter().rev());
            let wrong = match read {
                Ok((page, (rows, wrong))) => take(page, rows).or(wrong),
                Err(error) => Some(error),
            };
            if let Some(error) = wrong
                && failure.is_ok()
            {
                *failure = Err(error);
            }
        }
    }

    /// The rows in a page, and the pages below it.
    pub(crate) fn cells(
        &self,
        place: Page,
        page: &[u8],
        inner: &mut Vec<u32>,
    ) -> io::Result<(Vec<Row>, Option<io::Error>)> {
        let number = place.number;
        let begin = if number == 1 { HEADER_BYTES } else { 0 };
        let kind = page[begin];
        let (is_leaf, is_table) = match kind {
            TABLE_LEAF => (true, true),
            TABLE_INNER => (false, true),
            INDEX_LEAF => (true, false),
            INDEX_INNER => (false, false),
            _ => return Err(damaged(format!("page {number} is of no kind"))),
        };
        let count = usize::try_from(be(page, begin + 3, 2)).unwrap_or(0);
        let pointers = begin + if is_leaf { 8 } else { 12 };
        let pointers = page.get(pointers..pointers + 2 * count);
        let pointers = pointers.ok_or_else(|| damaged(format!("page {number} has no room for its cells")))?;
        let (mut rows, mut wrong) = (Vec::new(), None);
        for pointer in pointers.chunks_exact(2) {
            self.volume.entry()?;
            let mut at = usize::try_from(be(pointer, 0, 2)).unwrap_or(0);
            if !is_leaf {
                inner.extend(u32::try_from(be(page, at, 4)));
                at += 4;
            }
            if is_leaf || !is_table {
                match self.row(place, page, at, is_table) {
                    Ok(row) => rows.push(row),
                    Err(error) => wrong = wrong.or(Some(error)),
                }
            }
        }
        if !is_leaf {
            inner.extend(u32::try_from(be(page, begin + 8, 4)));
        }
        Ok((rows, wrong))
    }

    fn row(&self, place: Page, page: &[u8], mut at: usize, is_table: bool) -> io::Result<Row> {
        let number = place.number;
        let bytes = varint(page, &mut at);
        if self.facts.bytes().is_some_and(|all| bytes > all) {
            return Err(damaged(format!("a row of page {number} is longer than its database")));
        }
        let id = is_table.then(|| i64::from_le_bytes(varint(page, &mut at).to_le_bytes()));
        let usable = self.facts.usable;
        let most = if is_table { usable - 35 } else { (usable - 12) * 64 / 255 - 23 };
        let least = (usable - 12) * 32 / 255 - 23;
        let here = if bytes <= most {
            bytes
        } else {
            let here = least + (bytes - least) % (usable - 4);
            if here <= most { here } else { least }
        };
        let end = wide(at) + here;
        if end + if here < bytes { 4 } else { 0 } > usable {
            return Err(damaged(format!("a row of page {number} is longer than it")));
        }
        let mut payload = Runs::default();
        self.volume.piece(&mut payload, Some(place.place + wide(at)), here)?;
        let mut next = be(page, usize::try_from(end).unwrap_or(0), 4);
        // As many pages as the row needs and no more, so that a chain that leads back to itself ends.
        while payload.bytes() < bytes {
            let number = u32::try_from(next).unwrap_or(0);
            let Some(start) = self.place(number) else {
                if self.frames.is_some() {
                    // The rest is in the database, not in its log.
                    payload.fit(bytes);
                    break;
                }
                return Err(damaged(format!("a row goes on at page {number}, which is none")));
            };
            let piece = (usable - 4).min(bytes - payload.bytes());
            self.volume.piece(&mut payload, Some(start + 4), piece)?;
            next = be(&self.volume.bytes(start, 4)?, 0, 4);
        }
        Ok(Row { id, payload })
    }

    /// The columns of a row: what kind each is, and its place in the row.
    fn columns(&self, payload: &Runs) -> io::Result<Vec<(u64, Range<u64>)>> {
        let source = Scattered { source: self.volume, runs: payload.clone(), between: 0 };
        let mut begin = [0; 9];
        let read = up_to(&source, 0, &mut begin)?;
        let mut at = 0;
        let header_bytes = varint(&begin[..read], &mut at);
        if header_bytes > payload.bytes().min(ROW_HEADER_BYTES) || header_bytes < wide(at) {
            return Err(damaged(format!("a row with a header of {header_bytes} bytes")));
        }
        let header = exactly(&source, 0, usize::try_from(header_bytes).unwrap_or(0))?;
        let mut columns = Vec::new();
        let mut value = header_bytes;
        while at < header.len() {
            let kind = varint(&header, &mut at);
            let bytes = match kind {
                0 | 8 | 9 => 0,
                1..=4 => kind,
                5 => 6,
                6 | 7 => 8,
                10 | 11 => return Err(damaged(format!("a value of kind {kind}"))),
                _ => (kind - 12) / 2,
            };
            let end = value.saturating_add(bytes);
            if end > payload.bytes() {
                return Err(damaged("a value is longer than its row".into()));
            }
            columns.push((kind, value..end));
            value = end;
        }
        Ok(columns)
    }
}

/// A number in big-endian bytes; 0 where there are none.
pub(crate) fn be(bytes: &[u8], at: usize, count: usize) -> u64 {
    let field = bytes.get(at..at.saturating_add(count)).unwrap_or_default();
    field.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// A number of one to nine bytes, of which all but a ninth have seven bits.
fn varint(bytes: &[u8], at: &mut usize) -> u64 {
    let mut number = 0;
    for index in 0..9 {
        let byte = bytes.get(*at).copied().unwrap_or(0);
        *at += 1;
        if index == 8 {
            return number << 8 | u64::from(byte);
        }
        number = number << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            break;
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images::{SQLITE_PAGES, sqlite};

    fn text() -> Vec<u8> {
        vec![b'.'; 1200]
    }

    /// How many rows are read within these bounds, and whether all was well.
    fn rows(image: &Vec<u8>, bounds: Bounds) -> (usize, bool) {
        let (volume, facts) = (Volume::new(image, 0, bounds), Facts::of(image).unwrap());
        let (mut count, mut failure) = (0, Ok(()));
        Database { volume: &volume, facts, frames: None }.tree(
            2,
            &mut BTreeSet::new(),
            &mut failure,
            &mut |_, rows| {
                count += rows.len();
                None
            },
        );
        (count, failure.is_ok())
    }

    #[test]
    fn bounds_hold_at_the_limit_and_one_past_it() {
        let image = sqlite(&text());
        let all = Bounds { entries: 3, links: 4, pieces: 3, ..BOUNDS };
        assert_eq!(rows(&image, all), (2, true));
        assert_eq!(rows(&image, Bounds { entries: 2, ..all }), (0, false));
        assert_eq!(rows(&image, Bounds { entries: 0, ..all }), (0, false));
        assert_eq!(rows(&image, Bounds { links: 3, ..all }), (1, false));
        assert_eq!(rows(&image, Bounds { pieces: 2, ..all }), (1, false));
    }

    #[test]
    fn the_pieces_of_a_value_are_where_its_pages_are() {
        let image = sqlite(&text());
        let (volume, facts) = (Volume::new(&image, 0, BOUNDS), Facts::of(&image).unwrap());
        let database = Database { volume: &volume, facts, frames: None };
        let mut all = Vec::new();
        database.tree(2, &mut BTreeSet::new(), &mut Ok(()), &mut |_, rows| {
            all.extend(rows);
            None
        });
        let columns = database.columns(&all[1].payload).unwrap();
        let places = all[1].payload.places(columns[1].1.clone());
        let page = |number: usize| wide(number - 1) * 512;
        assert_eq!((all[1].id, places.len()), (Some(9), 3));
        assert_eq!(places[1], page(SQLITE_PAGES[0]) + 4..page(SQLITE_PAGES[0]) + 512);
        assert_eq!(places[2].start, page(SQLITE_PAGES[1]) + 4);
    }

    #[test]
    fn the_header_of_a_row_is_no_longer_than_allowed() {
        let header = |bytes: u64| {
            let mut image = sqlite(b"");
            let facts = Facts::of(&image).unwrap();
            let groups = [bytes >> 14 | 0x80, bytes >> 7 & 0x7f | 0x80, bytes & 0x7f];
            image = groups.iter().map(|group| u8::try_from(*group).unwrap()).collect();
            image.resize(usize::try_from(bytes).unwrap(), 0);
            let volume = Volume::new(&image, 0, BOUNDS);
            let mut payload = Runs::default();
            payload.push(Some(0), bytes);
            Database { volume: &volume, facts, frames: None }
                .columns(&payload)
                .map(|columns| columns.len())
                .ok()
        };
        assert_eq!(header(ROW_HEADER_BYTES), usize::try_from(ROW_HEADER_BYTES - 3).ok());
        assert_eq!(header(ROW_HEADER_BYTES + 1), None);
    }

    #[test]
    fn numbers_have_one_to_nine_bytes() {
        let read = |bytes: &[u8]| {
            let mut at = 0;
            (varint(bytes, &mut at), at)
        };
        assert_eq!(read(&[0x7f, 1]), (127, 1));
        assert_eq!(read(&[0x81, 0x00]), (128, 2));
        assert_eq!(read(&[0xff; 10]), (u64::MAX, 9));
        assert_eq!(read(&[0x81]), (128, 2));
    }
}

//! Logs of SQLite that were written ahead of their database (its *WAL-mode File Format*), each by itself: a program that was not
//! closed leaves its last rows there, and pages that were written again since keep what was deleted.
//!
//! The rows of each frame are shown as one layer, as those of a page of a database are. Which table they are of only the database
//! says. Frames that count for SQLite are told from those that do not: of an older page, of a change that was not ended, of the
//! log before, behind a wrong checksum.

use std::collections::BTreeMap;
use std::io;

use crate::fault::{Fault, damaged};
use crate::layer::{Layer, wide};
use crate::sqlite::{self, BOUNDS, Database, Facts, Page, Tables, be, is_leaf, is_page};
use crate::visit::Step;
use crate::volume::Volume;
use crate::walk::{Tried, Walk};

/// How a log begins: a mark that tells the order of bytes of its checksums, and the version of the format.
pub(crate) const MAGICS: [&[u8]; 2] = [b"\x37\x7f\x06\x82\0\x2d\xe2\x18", b"\x37\x7f\x06\x83\0\x2d\xe2\x18"];

const HEADER_BYTES: u64 = 32;
const FRAME_HEADER_BYTES: u64 = 24;
const FRAME_HEADER_BYTES_HELD: usize = 24;

/// A log that cannot be read at any place is looked for in so much: SQLite begins anew at four megabytes, if it can.
const UNCOUNTED_BYTES: u64 = 32 << 20;

/// How many frames are read of one log: 4 GiB of pages of usual size.
const FRAMES_MAX: usize = 1 << 20;

/// How many logs ago a frame may have been written. The first salt is one more in each.
const LOGS_AGO_MAX: u32 = 1 << 16;

/// Opens the log that begins at `offset`. Its bytes as they are are searched on.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let none = Tried { end: offset, is_part: false };
    layer.fill(offset + HEADER_BYTES);
    let Some(log) = Log::of(layer.from(offset)) else { return none };
    let step = Step { name: "sqlite-wal", offset, file: None };
    let held_bytes;
    let mut tables = Tables::new(walk, layer, step);
    let mut begins = Vec::new();
    match layer.random {
        Some(source) => log.read(walk, &mut tables, &Volume::new(source, offset, BOUNDS), &mut begins),
        None => {
            let bytes = usize::try_from(UNCOUNTED_BYTES).unwrap_or(usize::MAX);
            let Some(_held) = walk.hold(bytes, &tables.step) else { return none };
            layer.fill(offset + UNCOUNTED_BYTES);
            held_bytes = layer.from(offset);
            log.read(walk, &mut tables, &Volume::new(&held_bytes, 0, BOUNDS), &mut begins);
        }
    }
    tables.end(layer);
    // A first page among the frames begins as a database does, of which the pages that follow are not the next ones.
    layer.covered.add(begins.into_iter().map(|begin| begin..begin + wide(sqlite::MAGIC.len())));
    none
}

/// What the header of a log says.
#[derive(Clone, Copy)]
struct Log {
    is_big_endian: bool,
    page_bytes: u64,
    salts: [u32; 2],
    /// From which the checksums go on, if that of the header is right.
    sum: Option<[u32; 2]>,
}

/// A frame.
struct Frame {
    page: Page,
    /// A change ends with it.
    is_end: bool,
    /// It is of this log, and all checksums to it are right.
    is_sound: bool,
    /// How many logs ago it was written.
    logs_ago: u32,
}

impl Log {
    fn of(bytes: &[u8]) -> Option<Self> {
        let header = bytes.get(..usize::try_from(HEADER_BYTES).ok()?)?;
        let is_big_endian = header.starts_with(MAGICS[1]);
        let page_bytes = be(header, 8, 4);
        let mut log =
            Self { is_big_endian, page_bytes, salts: [be32(header, 16), be32(header, 20)], sum: None };
        let sum = log.checksum([0, 0], &header[..24]);
        log.sum = (sum == [be32(header, 24), be32(header, 28)]).then_some(sum);
        is_page(page_bytes).then_some(log)
    }

    /// Shows the rows of all frames, and says where first pages begin.
    fn read(&self, walk: &Walk<'_>, tables: &mut Tables<'_, '_>, volume: &Volume<'_>, begins: &mut Vec<u64>) {
        let read = walk.guarded(|| {
            let (frames, failure) = self.frames(volume, FRAMES_MAX);
            let first = frames.iter().filter(|frame| frame.page.number == 1);
            begins.extend(first.map(|frame| tables.step.offset + frame.page.place));
            failure.into_iter().chain(self.rows(walk, tables, volume, &frames)).next()
        });
        let fault = match read {
            Ok(None) => return,
            Ok(Some(error)) => Fault::of(&error),
            Err(fault) => fault,
        };
        walk.refuse(tables.step.clone(), &fault);
    }

    /// The frames, and what went wrong.
    fn frames(&self, volume: &Volume<'_>, limit: usize) -> (Vec<Frame>, Option<io::Error>) {
        let mut frames = Vec::new();
        let mut sum = self.sum;
        let mut failure = sum.is_none().then(|| damaged("the checksum of the log is wrong".into()));
        let page_bytes = usize::try_from(self.page_bytes).unwrap_or(0);
        loop {
            let at = HEADER_BYTES + wide(frames.len()) * (FRAME_HEADER_BYTES + self.page_bytes);
            let Ok(header) = volume.bytes(at, FRAME_HEADER_BYTES_HELD) else { break };
            let (number, pages) = (be32(&header, 0), be32(&header, 4));
            let salts = [be32(&header, 8), be32(&header, 12)];
            let logs_ago = self.salts[0].wrapping_sub(salts[0]);
            let is_of_log = salts == self.salts;
            if number == 0 || !is_of_log && !(1..=LOGS_AGO_MAX).contains(&logs_ago) {
                break;
            }
            if frames.len() >= limit {
                failure = failure.or_else(|| Some(damaged(format!("more than {limit} frames"))));
                break;
            }
            let place = at + FRAME_HEADER_BYTES;
            let Ok(page) = volume.bytes(place, page_bytes) else {
                failure = failure.or_else(|| Some(Fault::Truncated.error()));
                break;
            };
            let next = sum.map(|sum| self.checksum(self.checksum(sum, &header[..8]), &page));
            sum = next.filter(|next| is_of_log && *next == [be32(&header, 16), be32(&header, 20)]);
            let page = Page { number, place };
            frames.push(Frame { page, is_end: pages > 0, is_sound: sum.is_some(), logs_ago });
        }
        (frames, failure)
    }

    /// Shows the rows of all frames, and says what went wrong in one that counts.
    fn rows(
        &self,
        walk: &Walk<'_>,
        tables: &mut Tables<'_, '_>,
        volume: &Volume<'_>,
        frames: &[Frame],
    ) -> Option<io::Error> {
        let counting =
            frames.iter().rposition(|frame| frame.is_sound && frame.is_end).map_or(0, |last| last + 1);
        let newest: BTreeMap<_, _> =
            frames[..counting].iter().map(|frame| (frame.page.number, frame.page.place)).collect();
        let facts = Facts { page_bytes: self.page_bytes, usable: self.usable(volume, frames), pages: None };
        let (mut pages, mut failure) = (BTreeMap::new(), None);
        let mut number = 0;
        for change in frames.chunk_by(|frame, next| !frame.is_end && frame.logs_ago == next.logs_ago) {
            if number > 0 && frames[number - 1].logs_ago != change[0].logs_ago {
                pages.clear();
            }
            // A long row goes on in pages as they are at the end of its change.
            pages.extend(change.iter().map(|frame| (frame.page.number, frame.page.place)));
            let database = Database { volume, facts, frames: Some(&pages) };
            for frame in change {
                number += 1;
                let counts = newest.get(&frame.page.number) == Some(&frame.page.place);
                let state = if counts { "" } else { "-superseded" };
                let name = format!("frame-{number}{state}/page-{}", frame.page.number);
                let wrong = frame_rows(tables, &database, &name, frame.page).err();
                failure = failure.or(wrong.filter(|_| counts));
                if walk.is_exhausted() {
                    return failure;
                }
            }
        }
        failure
    }

    /// Bytes of each page that are in use, as the first page says, if it is among the frames.
    fn usable(&self, volume: &Volume<'_>, frames: &[Frame]) -> u64 {
        let first = frames.iter().find(|frame| frame.page.number == 1);
        let header = first.and_then(|frame| volume.bytes(frame.page.place, 100).ok());
        header.and_then(|header| Facts::of(&header)).map_or(self.page_bytes, |facts| facts.usable)
    }

    fn checksum(&self, sum: [u32; 2], bytes: &[u8]) -> [u32; 2] {
        let word = |bytes: &[u8]| {
            let word = bytes.first_chunk().copied().unwrap_or_default();
            if self.is_big_endian { u32::from_be_bytes(word) } else { u32::from_le_bytes(word) }
        };
        bytes.chunks_exact(8).fold(sum, |[first, second], pair| {
            let first = first.wrapping_add(word(pair)).wrapping_add(second);
            [first, second.wrapping_add(word(&pair[4..])).wrapping_add(first)]
        })
    }
}

/// Shows the rows of a frame, if it is a leaf of a table.
fn frame_rows(
    tables: &mut Tables<'_, '_>,
    database: &Database<'_, '_>,
    name: &str,
    page: Page,
) -> io::Result<()> {
    let bytes = database.volume.bytes(page.place, usize::try_from(database.facts.page_bytes).unwrap_or(0))?;
    if !is_leaf(page, &bytes) {
        return Ok(());
    }
    let (rows, wrong) = database.cells(page, &bytes, &mut Vec::new())?;
    let shown = tables.rows(database, name, page, &rows);
    shown.and(wrong.map_or(Ok(()), Err))
}

/// A number of four big-endian bytes.
fn be32(bytes: &[u8], at: usize) -> u32 {
    u32::try_from(be(bytes, at, 4)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images::{sqlite, sqlite_wal};

    /// The page of a frame, whether it ends a change, whether it is sound, and how many logs ago it was written.
    type Told = (u32, bool, bool, u32);

    fn read(log: &Vec<u8>, limit: usize) -> (Vec<Told>, Option<String>) {
        let volume = Volume::new(log, 0, BOUNDS);
        let (frames, failure) = Log::of(log).unwrap().frames(&volume, limit);
        let facts = |frame: &Frame| (frame.page.number, frame.is_end, frame.is_sound, frame.logs_ago);
        (frames.iter().map(facts).collect(), failure.map(|error| error.to_string()))
    }

    fn log() -> Vec<u8> {
        let (first, second) = (sqlite(b"first"), sqlite(b"second"));
        sqlite_wal(&[(&first, &[1, 2]), (&second, &[2])])
    }

    #[test]
    fn frames_are_sound_as_far_as_their_checksums_and_salts_are_right() {
        let all = vec![(1, false, true, 0), (2, true, true, 0), (2, true, true, 0), (2, true, false, 1)];
        assert_eq!(read(&log(), 9), (all.clone(), None));
        let mut wrong = log();
        wrong[32 + 24 + 512 + 24 + 300] ^= 1;
        let (frames, failure) = read(&wrong, 9);
        assert_eq!(frames.iter().map(|frame| frame.2).collect::<Vec<_>>(), [true, false, false, false]);
        assert_eq!(failure, None);
        let mut header = log();
        header[12] ^= 1;
        let (frames, failure) = read(&header, 9);
        assert_eq!(frames.len(), all.len());
        assert!(failure.is_some() && frames.iter().all(|frame| !frame.2));
    }

    #[test]
    fn no_more_frames_are_read_than_allowed() {
        assert_eq!((read(&log(), 4).0.len(), read(&log(), 4).1), (4, None));
        let (frames, failure) = read(&log(), 3);
        assert!(frames.len() == 3 && failure.is_some());
    }

    #[test]
    fn frames_of_logs_too_long_ago_are_none() {
        for (salt, count) in
            [(7_u32.wrapping_sub(LOGS_AGO_MAX), 4), (7_u32.wrapping_sub(LOGS_AGO_MAX + 1), 3), (8, 3)]
        {
            let mut log = log();
            let last = log.len() - 512 - 24;
            log[last + 8..last + 12].copy_from_slice(&salt.to_be_bytes());
            assert_eq!(read(&log, 9).0.len(), count, "{salt}");
        }
    }

    #[test]
    fn a_log_whose_last_frame_is_cut_off_says_so() {
        let log = log();
        let (frames, failure) = read(&log[..log.len() - 1].to_vec(), 9);
        assert!(frames.len() == 3 && failure.is_some());
        assert_eq!(read(&log[..log.len() - 512 - 24].to_vec(), 9).1, None);
    }
}

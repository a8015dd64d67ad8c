//! Bytes that can be read at any place: the input itself, an image in it, a file of a file system.

use std::cell::RefCell;
use std::io::{self, ErrorKind, Read, SeekFrom};
use std::ops::Range;

use crate::fault::Fault;
use crate::layer::wide;
use crate::walk::ReadSeek;

/// What can be read at any place, by whoever shares it.
pub(crate) trait ReadAt {
    /// Reads what stands at `offset`: no byte only at the end.
    fn read_at(&self, offset: u64, out: &mut [u8]) -> io::Result<usize>;
}

impl ReadAt for &[u8] {
    fn read_at(&self, offset: u64, out: &mut [u8]) -> io::Result<usize> {
        let rest = usize::try_from(offset).ok().and_then(|at| self.get(at..)).unwrap_or_default();
        let count = rest.len().min(out.len());
        out[..count].copy_from_slice(&rest[..count]);
        Ok(count)
    }
}

impl ReadAt for Vec<u8> {
    fn read_at(&self, offset: u64, out: &mut [u8]) -> io::Result<usize> {
        self.as_slice().read_at(offset, out)
    }
}

/// So many bytes at `offset`, or an error.
pub(crate) fn exactly(source: &dyn ReadAt, offset: u64, count: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; count];
    let read = up_to(source, offset, &mut bytes)?;
    if read < count { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(bytes) }
}

/// Fills `out` as far as there are bytes, and says how far.
pub(crate) fn up_to(source: &dyn ReadAt, offset: u64, out: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < out.len() {
        match source.read_at(offset.saturating_add(wide(filled)), &mut out[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// The input of a walk, which is read from the front to the back and, where it can seek, at any place besides.
pub(crate) struct Root<'i> {
    input: RefCell<Positioned<'i>>,
    /// Where the walk began.
    start: u64,
    can_seek: bool,
}

struct Positioned<'i> {
    input: &'i mut dyn ReadSeek,
    /// Where the input stands; unknown after an error.
    at: Option<u64>,
}

impl<'i> Root<'i> {
    pub(crate) fn new(input: &'i mut dyn ReadSeek) -> Self {
        let position = input.stream_position().ok();
        let start = position.unwrap_or(0);
        Self {
            input: RefCell::new(Positioned { input, at: Some(start) }),
            start,
            can_seek: position.is_some(),
        }
    }

    /// The input as what can be read at any place.
    pub(crate) fn at_any_place(&self) -> Option<&dyn ReadAt> {
        self.can_seek.then_some(self)
    }
}

impl ReadAt for Root<'_> {
    fn read_at(&self, offset: u64, out: &mut [u8]) -> io::Result<usize> {
        let mut positioned = self.input.borrow_mut();
        let place = self.start.saturating_add(offset);
        // Who only reads on never seeks.
        if positioned.at != Some(place) {
            positioned.at = None;
            positioned.input.seek(SeekFrom::Start(place))?;
        }
        positioned.at = None;
        let count = positioned.input.read(out)?;
        positioned.at = Some(place + wide(count));
        Ok(count)
    }
}

/// Reads from the front to the back.
pub(crate) struct Stream<'s> {
    source: &'s dyn ReadAt,
    at: u64,
}

impl<'s> Stream<'s> {
    pub(crate) fn new(source: &'s dyn ReadAt) -> Self {
        Self { source, at: 0 }
    }
}

impl Read for Stream<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read_at(self.at, out)?;
        self.at += wide(count);
        Ok(count)
    }
}

/// A run of bytes of a file: where it stands in the bytes around, or a hole of zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) from: Option<u64>,
    pub(crate) bytes: u64,
}

/// A file as its runs, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Runs {
    list: Vec<Run>,
    /// Where each run ends in the file.
    ends: Vec<u64>,
}

impl Runs {
    pub(crate) fn bytes(&self) -> u64 {
        self.ends.last().copied().unwrap_or(0)
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Where the first byte that is stored stands.
    pub(crate) fn first(&self) -> Option<u64> {
        self.list.iter().find_map(|run| run.from)
    }

    /// How many bytes are stored.
    pub(crate) fn stored(&self) -> u64 {
        self.list.iter().filter(|run| run.from.is_some()).fold(0, |sum, run| sum.saturating_add(run.bytes))
    }

    pub(crate) fn push(&mut self, from: Option<u64>, bytes: u64) {
        let end = self.bytes().saturating_add(bytes);
        if bytes == 0 || end == self.bytes() {
            return;
        }
        if let (Some(last), Some(last_end)) = (self.list.last_mut(), self.ends.last_mut()) {
            let follows = match (last.from, from) {
                (Some(before), Some(from)) => before.checked_add(last.bytes) == Some(from),
                (None, None) => true,
                _ => false,
            };
            if follows {
                last.bytes = last.bytes.saturating_add(bytes);
                *last_end = end;
                return;
            }
        }
        self.list.push(Run { from, bytes });
        self.ends.push(end);
    }

    /// Makes it so long: what is beyond is cut off, what is missing is a hole.
    pub(crate) fn fit(&mut self, bytes: u64) {
        while self.bytes() > bytes {
            let (Some(last), Some(end)) = (self.list.last_mut(), self.ends.last_mut()) else { return };
            let begin = *end - last.bytes;
            if begin < bytes {
                last.bytes = bytes - begin;
                *end = bytes;
            } else {
                self.list.pop();
                self.ends.pop();
            }
        }
        self.push(None, bytes - self.bytes());
    }

    /// The piece that holds the byte at `offset`: where it stands from there on, and how long it is from there on.
    pub(crate) fn piece(&self, offset: u64) -> Option<Run> {
        let index = self.ends.partition_point(|end| *end <= offset);
        let (run, end) = (self.list.get(index)?, self.ends[index]);
        let into = offset - (end - run.bytes);
        Some(Run { from: run.from.map(|from| from.saturating_add(into)), bytes: run.bytes - into })
    }

    /// Where the bytes of a place of the file stand.
    pub(crate) fn places(&self, place: Range<u64>) -> Vec<Range<u64>> {
        let mut places = Vec::new();
        let mut at = place.start;
        while at < place.end
            && let Some(piece) = self.piece(at)
        {
            let bytes = piece.bytes.min(place.end - at);
            places.extend(piece.from.map(|from| from..from.saturating_add(bytes)));
            at += bytes;
        }
        places
    }
}

/// The bytes of a file that lies in runs of what is around it.
pub(crate) struct Scattered<'s> {
    pub(crate) source: &'s dyn ReadAt,
    pub(crate) runs: Runs,
    /// What stands where nothing is stored.
    pub(crate) between: u8,
}

impl ReadAt for Scattered<'_> {
    fn read_at(&self, offset: u64, out: &mut [u8]) -> io::Result<usize> {
        let Some(piece) = self.runs.piece(offset) else { return Ok(0) };
        let count = out.len().min(usize::try_from(piece.bytes).unwrap_or(usize::MAX));
        let Some(from) = piece.from else {
            out[..count].fill(self.between);
            return Ok(count);
        };
        match self.source.read_at(from, &mut out[..count])? {
            // The media ends before the file does.
            0 if count > 0 => Err(Fault::Truncated.error()),
            read => Ok(read),
        }
    }
}

/// So much is read at once where structures are read piece by piece.
const BLOCK_BYTES: u64 = 16 * 1024;

/// How many such blocks are kept.
const BLOCKS: usize = 256;

/// Keeps the blocks that were read last.
pub(crate) struct Cached<'s> {
    source: &'s dyn ReadAt,
    blocks: RefCell<Vec<(u64, Vec<u8>)>>,
}

impl<'s> Cached<'s> {
    pub(crate) fn new(source: &'s dyn ReadAt) -> Self {
        Self { source, blocks: RefCell::new(vec![(u64::MAX, Vec::new()); BLOCKS]) }
    }
}

impl ReadAt for Cached<'_> {
    fn read_at(&self, offset: u64, out: &mut [u8]) -> io::Result<usize> {
        let number = offset / BLOCK_BYTES;
        let slot = usize::try_from(number % wide(BLOCKS)).unwrap_or(0);
        let mut blocks = self.blocks.borrow_mut();
        let (kept, block) = &mut blocks[slot];
        if *kept != number {
            *kept = u64::MAX;
            block.resize(usize::try_from(BLOCK_BYTES).unwrap_or(0), 0);
            let read = up_to(self.source, number * BLOCK_BYTES, block)?;
            block.truncate(read);
            *kept = number;
        }
        block.read_at(offset % BLOCK_BYTES, out)
    }
}

/// A number in little-endian bytes; 0 where there are none.
pub(crate) fn le(bytes: &[u8], at: usize, count: usize) -> u64 {
    let field = bytes.get(at..at + count).unwrap_or_default();
    field.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// A number of four little-endian bytes at most.
pub(crate) fn le32(bytes: &[u8], at: usize) -> u32 {
    u32::try_from(le(bytes, at, 4)).unwrap_or_default()
}

/// A number of two little-endian bytes.
pub(crate) fn le16(bytes: &[u8], at: usize) -> u16 {
    u16::try_from(le(bytes, at, 2)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_joined_cut_and_filled_up() {
        let mut runs = Runs::default();
        for (from, bytes) in [(Some(10), 5), (Some(15), 5), (None, 4), (Some(50), 10)] {
            runs.push(from, bytes);
        }
        assert_eq!((runs.len(), runs.bytes(), runs.stored(), runs.first()), (3, 24, 20, Some(10)));
        assert_eq!(runs.piece(9), Some(Run { from: Some(19), bytes: 1 }));
        assert_eq!(runs.places(8..16), [18..20, 50..52]);
        runs.fit(15);
        assert_eq!((runs.bytes(), runs.piece(14)), (15, Some(Run { from: Some(50), bytes: 1 })));
        runs.fit(20);
        assert_eq!((runs.bytes(), runs.piece(15)), (20, Some(Run { from: None, bytes: 5 })));
        assert_eq!(runs.piece(20), None);
    }

    #[test]
    fn a_file_that_ends_behind_its_media_is_cut_off() {
        let media = vec![7; 12];
        let mut runs = Runs::default();
        runs.push(None, 2);
        runs.push(Some(10), 5);
        let file = Scattered { source: &media, runs, between: 0 };
        let mut out = [1; 8];
        assert!(up_to(&file, 0, &mut out).is_err());
        assert_eq!(out[..4], [0, 0, 7, 7]);
    }

    #[test]
    fn blocks_are_kept_and_give_the_same_bytes() {
        let media: Vec<u8> = (0..40_000_u32).map(|at| at.to_le_bytes()[0] ^ at.to_le_bytes()[1]).collect();
        let cached = Cached::new(&media);
        for (offset, count) in [(0, 100), (16_380, 10), (39_990, 10), (0, 40_000)] {
            let at = usize::try_from(offset).unwrap();
            assert_eq!(exactly(&cached, offset, count).unwrap(), media[at..at + count]);
        }
        assert!(exactly(&cached, 39_991, 10).is_err());
    }
}

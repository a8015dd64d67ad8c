//! An image in the Expert Witness format at any place, which file systems in it need.
//!
//! Where its chunks lie is told by its tables; of a part of it whose table is missing or wrong, by unpacking chunk after chunk.

use std::cell::RefCell;
use std::io::{self, BufRead, Read};

use crate::ewf::{
    CHECKSUM_BYTES, CHUNK_BYTES, CHUNK_BYTES_MAX, FILE_HEADER_BYTES, PACKED_MORE, SECTION_HEADER_BYTES,
    segment_number, unpacked,
};
use crate::fault::{Fault, damaged};
use crate::layer::{Ready, wide};
use crate::media::{ReadAt, exactly, le, le32, up_to};

/// What the place of a chunk takes in memory.
pub(crate) const PLACE_BYTES: usize = 8;

/// The header of a table, before its entries.
const TABLE_HEADER_BYTES: u64 = 24;

/// In an entry of a table: the chunk is packed.
const PACKED: u32 = 1 << 31;

/// Chunks that were read last.
const CHUNKS_KEPT: usize = 16;

/// How many sections are read of one image. Programs write some three for each 500 MiB.
const SECTIONS_MAX: usize = 1 << 16;

/// The chunks of an image, whose segment files stand one behind the other.
pub(crate) struct Chunks<'s> {
    source: &'s dyn ReadAt,
    chunk_bytes: usize,
    /// Where each begins in the source.
    places: Vec<u64>,
    /// Where the stretches of chunks end, by the number of the first chunk behind each.
    ends: Vec<(usize, u64)>,
    kept: RefCell<Vec<(usize, Vec<u8>)>>,
    /// What was wrong where the image does not end well.
    failure: Option<Fault>,
}

impl<'s> Chunks<'s> {
    /// Finds the chunks of the image at `begin`, while there are no more than `limit`: a fault, if there are.
    pub(crate) fn find(source: &'s dyn ReadAt, begin: u64, limit: usize) -> Result<Self, Fault> {
        let mut chunks = Self {
            source,
            chunk_bytes: CHUNK_BYTES,
            places: Vec::new(),
            ends: Vec::new(),
            kept: RefCell::new(vec![(usize::MAX, Vec::new()); CHUNKS_KEPT]),
            failure: None,
        };
        match chunks.sections(begin, limit) {
            Ok(()) => {}
            Err(error) => match Fault::of(&error) {
                fault @ Fault::TooLarge { .. } => return Err(fault),
                fault => chunks.failure = Some(fault),
            },
        }
        Ok(chunks)
    }

    /// What was wrong where it does not end well.
    pub(crate) fn failure(&self) -> Option<&Fault> {
        self.failure.as_ref()
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    fn sections(&mut self, mut begin: u64, limit: usize) -> io::Result<()> {
        let source = self.source;
        let segment =
            |begin| exactly(source, begin, FILE_HEADER_BYTES).ok().and_then(|header| segment_number(&header));
        let mut number = segment(begin).unwrap_or(1);
        let lost = number.checked_sub(1).filter(|lost| *lost > 0);
        let mut at = begin + wide(FILE_HEADER_BYTES);
        // Chunks whose table has not come yet.
        let mut waiting: Option<(u64, u64)> = None;
        for _ in 0..SECTIONS_MAX {
            let header = match exactly(self.source, at, SECTION_HEADER_BYTES) {
                Ok(header) => header,
                Err(error) => {
                    self.go_through(waiting, limit)?;
                    return Err(error);
                }
            };
            let kind = header[..16].split(|byte| *byte == 0).next().unwrap_or_default();
            let body = at + wide(SECTION_HEADER_BYTES);
            let next = begin.saturating_add(le(&header, 16, 8));
            if matches!(kind, b"done" | b"next") {
                self.go_through(waiting.take(), limit)?;
                number += 1;
                begin = body;
                at = begin + wide(FILE_HEADER_BYTES);
                if kind == b"next" && segment(begin) == Some(number) {
                    continue;
                }
                let lost = lost.or((kind == b"next").then_some(number));
                return lost.map_or(Ok(()), |number| Err(Fault::Segment { number }.error()));
            }
            if next < body {
                self.go_through(waiting, limit)?;
                return Err(damaged(format!("section at {} leads to {}", at - begin, next - begin)));
            }
            match kind {
                b"sectors" => {
                    self.go_through(waiting, limit)?;
                    waiting = Some((body, next));
                }
                b"table" => {
                    if let Some(stretch) = waiting
                        && self.take_table(begin, stretch, (body, next), limit)?
                    {
                        waiting = None;
                    }
                }
                b"volume" | b"disk" | b"data" if next - body >= 24 => {
                    let facts = exactly(self.source, body, 24)?;
                    let bytes = u64::from(le32(&facts, 8)) * u64::from(le32(&facts, 12));
                    let bytes =
                        usize::try_from(bytes).ok().filter(|bytes| (1..=CHUNK_BYTES_MAX).contains(bytes));
                    self.chunk_bytes = bytes.filter(|_| self.places.is_empty()).unwrap_or(self.chunk_bytes);
                }
                _ => {}
            }
            at = next;
        }
        Err(damaged(format!("more than {SECTIONS_MAX} sections")))
    }

    /// Takes the places of chunks from their table, if it is one of this stretch.
    fn take_table(
        &mut self,
        begin: u64,
        (from, to): (u64, u64),
        (table, table_end): (u64, u64),
        limit: usize,
    ) -> io::Result<bool> {
        let Ok(header) = exactly(self.source, table, 24) else { return Ok(false) };
        let (count, base) = (le32(&header, 0), le(&header, 8, 8));
        let entries = table + TABLE_HEADER_BYTES;
        let bytes = u64::from(count) * 4;
        if count == 0 || entries.saturating_add(bytes) > table_end {
            return Ok(false);
        }
        self.may_hold(usize::try_from(count).unwrap_or(usize::MAX), limit)?;
        let Ok(entries) = exactly(self.source, entries, usize::try_from(bytes).unwrap_or(0)) else {
            return Ok(false);
        };
        let place =
            |entry: &[u8]| begin.saturating_add(base).saturating_add(u64::from(le32(entry, 0) & !PACKED));
        let places: Vec<_> = entries.chunks_exact(4).map(place).collect();
        let is_in_order = places.windows(2).all(|pair| pair[0] < pair[1]);
        if !is_in_order || places.first() != Some(&from) || places.last().is_none_or(|last| *last >= to) {
            return Ok(false);
        }
        self.places.extend(places);
        self.ends.push((self.places.len(), to));
        Ok(true)
    }

    /// Finds the chunks of a stretch by unpacking them.
    fn go_through(&mut self, stretch: Option<(u64, u64)>, limit: usize) -> io::Result<()> {
        let Some((mut at, to)) = stretch else { return Ok(()) };
        let mut chunk = Vec::new();
        while at < to {
            let stored = self.stored(at, to)?;
            if stored.is_empty() {
                break;
            }
            self.may_hold(1, limit)?;
            self.places.push(at);
            at += wide(self.taken(&stored, &mut chunk));
        }
        self.ends.push((self.places.len(), at.min(to)));
        Ok(())
    }

    fn may_hold(&self, more: usize, limit: usize) -> io::Result<()> {
        if self.places.len().saturating_add(more) > limit {
            return Err(Fault::TooLarge { limit: limit.saturating_mul(PLACE_BYTES) }.error());
        }
        Ok(())
    }

    /// What may be a chunk, and what follows.
    fn stored(&self, from: u64, to: u64) -> io::Result<Vec<u8>> {
        let most = wide(self.chunk_bytes + PACKED_MORE).min(to.saturating_sub(from));
        let mut stored = vec![0; usize::try_from(most).unwrap_or(0)];
        let read = up_to(self.source, from, &mut stored)?;
        stored.truncate(read);
        Ok(stored)
    }

    /// The bytes that a chunk stands for, and how many of those stored it took.
    fn taken(&self, stored: &[u8], chunk: &mut Vec<u8>) -> usize {
        chunk.clear();
        if let Some(taken) = unpacked(stored, self.chunk_bytes, chunk) {
            return taken;
        }
        let open = self.chunk_bytes.min(stored.len().saturating_sub(CHECKSUM_BYTES).max(1));
        chunk.clear();
        chunk.extend_from_slice(&stored[..open.min(stored.len())]);
        (open + CHECKSUM_BYTES).min(stored.len())
    }

    /// Where the chunk of this number ends.
    fn end(&self, number: usize) -> u64 {
        let stretch = self.ends.partition_point(|(behind, _)| *behind <= number);
        match (self.places.get(number + 1), self.ends.get(stretch)) {
            (Some(next), Some((behind, _))) if number + 1 < *behind => *next,
            (_, Some((_, end))) => *end,
            (_, None) => self.places[number],
        }
    }

    /// The bytes of a chunk. All but the last have one length, so that what comes behind a damaged one stands where it should.
    fn chunk(&self, number: usize) -> io::Result<Vec<u8>> {
        let mut chunk = Vec::with_capacity(self.chunk_bytes);
        self.taken(&self.stored(self.places[number], self.end(number))?, &mut chunk);
        if number + 1 < self.places.len() {
            chunk.resize(self.chunk_bytes, 0);
        }
        Ok(chunk)
    }
}

impl ReadAt for Chunks<'_> {
    fn read_at(&self, offset: u64, out: &mut [u8]) -> io::Result<usize> {
        let (chunk_bytes, number) = (wide(self.chunk_bytes), offset / wide(self.chunk_bytes));
        let Some(number) = usize::try_from(number).ok().filter(|number| *number < self.places.len()) else {
            return Ok(0);
        };
        let mut kept = self.kept.borrow_mut();
        let (held, chunk) = &mut kept[number % CHUNKS_KEPT];
        if *held != number {
            *held = usize::MAX;
            *chunk = self.chunk(number)?;
            *held = number;
        }
        chunk.read_at(offset % chunk_bytes, out)
    }
}

/// The same from the front to the back, which takes the stored bytes from `input` as it goes.
pub(crate) struct InOrder<'c, 's, R> {
    chunks: &'c Chunks<'s>,
    input: R,
    /// How far the input was taken.
    at: u64,
    next: usize,
    ready: Ready,
}

impl<'c, 's, R: BufRead> InOrder<'c, 's, R> {
    /// Of a segment that begins at `begin`, where the input stands.
    pub(crate) fn new(chunks: &'c Chunks<'s>, begin: u64, input: R) -> Self {
        Self { chunks, input, at: begin, next: 0, ready: Ready::default() }
    }

    fn take(&mut self, end: u64) -> io::Result<()> {
        let missing = end.saturating_sub(self.at);
        self.at += io::copy(&mut (&mut self.input).take(missing), &mut io::sink())?;
        Ok(())
    }
}

impl<R: BufRead> Read for InOrder<'_, '_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.ready.give(out);
            if count > 0 || out.is_empty() {
                return Ok(count);
            }
            if self.next >= self.chunks.places.len() {
                return match &self.chunks.failure {
                    Some(fault) => Err(fault.clone().error()),
                    None => Ok(0),
                };
            }
            self.take(self.chunks.end(self.next))?;
            let chunk = self.chunks.chunk(self.next)?;
            self.next += 1;
            if let Some(ready) = self.ready.anew() {
                *ready = chunk;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;
    use crate::ewf::Image;

    const LIMIT: usize = 100;

    fn media() -> Vec<u8> {
        (0..5000_u32)
            .map(|at| if at < 3000 { b'a' } else { at.wrapping_mul(2_654_435_761).to_be_bytes()[0] })
            .collect()
    }

    /// A segment of chunks of 1024 bytes, every other one packed, in two stretches, and where its tables are.
    fn segment(media: &[u8]) -> (Vec<u8>, Vec<usize>) {
        let mut segment = b"EVF\x09\x0d\x0a\xff\0\x01\x01\0\0\0".to_vec();
        let section = |segment: &mut Vec<u8>, kind: &[u8], body: &[u8]| {
            let mut header = vec![0; SECTION_HEADER_BYTES];
            header[..kind.len()].copy_from_slice(kind);
            let next = wide(segment.len() + SECTION_HEADER_BYTES + body.len());
            header[16..24].copy_from_slice(&next.to_le_bytes());
            segment.extend(header);
            segment.extend_from_slice(body);
        };
        section(&mut segment, b"volume", &[[0; 8], [2, 0, 0, 0, 0, 2, 0, 0], [0; 8]].concat());
        let mut tables = Vec::new();
        for part in media.chunks(3 * 1024) {
            let base = segment.len() + SECTION_HEADER_BYTES;
            let (mut body, mut table) = (Vec::new(), Vec::new());
            for (number, chunk) in part.chunks(1024).enumerate() {
                let at = u32::try_from(body.len()).unwrap();
                if number % 2 == 0 {
                    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
                    zlib.write_all(chunk).unwrap();
                    body.extend(zlib.finish().unwrap());
                    table.extend((at | PACKED).to_le_bytes());
                } else {
                    body.extend_from_slice(chunk);
                    body.extend([9; CHECKSUM_BYTES]);
                    table.extend(at.to_le_bytes());
                }
            }
            section(&mut segment, b"sectors", &body);
            tables.push(segment.len());
            let count = u32::try_from(table.len() / 4).unwrap().to_le_bytes();
            let head = [&count[..], &[0; 4], &wide(base).to_le_bytes(), &[0; 8]].concat();
            section(&mut segment, b"table", &[head, table, vec![0; 4]].concat());
        }
        section(&mut segment, b"done", b"");
        (segment, tables)
    }

    fn read_all(source: &Vec<u8>) -> (Vec<u8>, Option<Fault>) {
        let chunks = Chunks::find(source, 0, LIMIT).unwrap();
        let mut bytes = vec![0; 10_000];
        let count = up_to(&chunks, 0, &mut bytes).unwrap();
        bytes.truncate(count);
        let mut in_order = Vec::new();
        let read = InOrder::new(&chunks, 0, &source[..]).read_to_end(&mut in_order);
        assert_eq!(in_order, bytes);
        (bytes, read.err().map(|error| Fault::of(&error)))
    }

    #[test]
    fn an_image_is_the_same_by_its_tables_and_without_them() {
        let (media, (segment, tables)) = (media(), segment(&media()));
        assert_eq!(read_all(&segment), (media.clone(), None));
        for table in tables {
            for (at, byte) in [(0, b'x'), (76, 99), (76 + 24, 1)] {
                let mut other = segment.clone();
                other[table + at] = byte;
                assert_eq!(read_all(&other), (media.clone(), None), "{table} {at}");
            }
        }
    }

    /// The same media in three segments, by their numbers; the last ends with `done`.
    fn segments(numbers: &[u16]) -> Vec<u8> {
        let media = media();
        let parts: Vec<_> = media.chunks(2 * 1024).collect();
        let mut all = Vec::new();
        for number in numbers {
            let part = usize::from(*number - 1);
            let (mut one, _) = segment(parts[part]);
            one[9..11].copy_from_slice(&number.to_le_bytes());
            if part + 1 < parts.len() {
                let last = one.len() - SECTION_HEADER_BYTES;
                one[last..last + 4].copy_from_slice(b"next");
            }
            all.extend(one);
        }
        all
    }

    #[test]
    fn segments_that_stand_one_behind_the_other_are_one_image() {
        let all = segments(&[1, 2, 3]);
        assert_eq!(read_all(&all), (media(), None));
        let mut from_the_front = Vec::new();
        Image::new(&all[..]).read_to_end(&mut from_the_front).unwrap();
        assert_eq!(from_the_front, media());
        let lost = Image::new(&segments(&[1, 2])[..]).read_to_end(&mut Vec::new()).unwrap_err();
        assert_eq!(Fault::of(&lost), Fault::Segment { number: 3 });
    }

    #[test]
    fn the_segment_that_is_missing_is_named() {
        let lost = |number| Some(Fault::Segment { number });
        assert_eq!(read_all(&segments(&[1])), (media()[..2048].to_vec(), lost(2)));
        assert_eq!(read_all(&segments(&[1, 2])), (media()[..4096].to_vec(), lost(3)));
        assert_eq!(read_all(&segments(&[1, 3])), (media()[..2048].to_vec(), lost(2)));
        assert_eq!(read_all(&segments(&[2, 3])), (media()[2048..].to_vec(), lost(1)));
        assert_eq!(read_all(&segments(&[3])), (media()[4096..].to_vec(), lost(2)));
    }

    #[test]
    fn an_image_that_is_cut_off_is_read_as_far_as_it_goes() {
        let (segment, tables) = segment(&media());
        let (bytes, fault) = read_all(&segment[..tables[0]].to_vec());
        assert_eq!((bytes, fault), (media()[..3 * 1024].to_vec(), Some(Fault::Truncated)));
        let mut back = segment.clone();
        back[tables[1] + 16..tables[1] + 18].fill(0);
        let (bytes, fault) = read_all(&back);
        assert_eq!(bytes, media());
        assert!(matches!(fault, Some(Fault::Damaged { .. })));
    }

    #[test]
    fn what_comes_behind_a_damaged_chunk_stands_where_it_should() {
        let (mut segment, _) = segment(&media());
        let first = 13 + 76 + 24 + 76;
        segment[first + 4] ^= 0xff;
        let (bytes, _) = read_all(&segment);
        assert_eq!((bytes.len(), &bytes[1024..]), (5000, &media()[1024..]));
    }

    #[test]
    fn no_more_sections_are_read_than_allowed() {
        let sections = |count: usize| {
            let mut segment = b"EVF\x09\x0d\x0a\xff\0\x01\x01\0\0\0".to_vec();
            for number in 1..=count {
                let mut header = vec![0; SECTION_HEADER_BYTES];
                header[..4].copy_from_slice(if number == count { b"done" } else { b"xxxx" });
                let next = wide(segment.len() + SECTION_HEADER_BYTES);
                header[16..24].copy_from_slice(&next.to_le_bytes());
                segment.extend(header);
            }
            Chunks::find(&segment, 0, LIMIT).map(|chunks| chunks.failure.is_some())
        };
        assert_eq!(sections(SECTIONS_MAX), Ok(false));
        assert_eq!(sections(SECTIONS_MAX + 1), Ok(true));
    }

    #[test]
    fn no_more_chunks_are_remembered_than_allowed() {
        let (segment, tables) = segment(&media());
        let mut without = segment.clone();
        without[tables[0]] = b'x';
        for segment in [segment, without] {
            assert!(Chunks::find(&segment, 0, 5).is_ok());
            let fault = Chunks::find(&segment, 0, 4).err();
            assert_eq!(fault, Some(Fault::TooLarge { limit: 4 * PLACE_BYTES }));
        }
    }
}

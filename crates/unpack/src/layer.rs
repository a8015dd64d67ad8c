//! One layer while it is read: a piece of it in memory, and where the search in it stands.

use std::cell::Cell;
use std::io::{self, BufRead, ErrorKind, Read};
use std::ops::Range;

use crate::media::ReadAt;
use crate::ranges::Ranges;
use crate::walk::Walk;

/// How much is asked of a reader at once: little at first, for many layers are small.
const CHUNK_BYTES_MIN: usize = 2 * 1024;
const CHUNK_BYTES_MAX: usize = 64 * 1024;

/// How much of a layer lies in memory while it is searched.
pub(crate) const WINDOW_BYTES: usize = 256 * 1024;

/// How far before the place of the search bytes are kept: the neighbourhood of what is rewritten.
pub(crate) const BEHIND_BYTES: usize = 1024;

/// How much of a layer is kept while a decoder reads it. One that fails within is taken for chance, and the search goes on
/// right behind its first byte; else behind what it read.
pub(crate) const KEPT_BYTES: usize = 1 << 20;

/// Of a larger buffer the memory is given back.
const LARGE_BYTES: usize = 4 << 20;

/// A layer that is being read.
pub(crate) struct Layer<'l, 'v> {
    walk: &'l Walk<'v>,
    source: &'l mut dyn Read,
    /// The number of steps that led here.
    pub(crate) depth: usize,
    /// What was rewritten in it, if it repeats a piece of the layer before.
    pub(crate) rewritten: Option<&'l [Range<u64>]>,
    /// The piece of the layer before that it repeats, with the byte before it; nothing, if it repeats none.
    pub(crate) outer: &'l [u8],
    /// The same bytes at any place, where they can be had so.
    pub(crate) random: Option<&'l dyn ReadAt>,
    /// What was opened as files or cells already, which need not lie in one piece.
    pub(crate) covered: Ranges,
    buffer: Vec<u8>,
    /// The offset of the first byte of the buffer.
    base: u64,
    /// The visitor was given the bytes before this.
    visited: u64,
    ended: bool,
    pub(crate) failure: Option<io::Error>,
    /// Where the packed points of the last picture begin, which say nothing as text.
    pub(crate) points_at: Option<u64>,
    /// What begins before this was read as a part of a PDF file.
    pub(crate) pdf_until: u64,
}

impl<'l, 'v> Layer<'l, 'v> {
    pub(crate) fn new(walk: &'l Walk<'v>, source: &'l mut dyn Read, depth: usize) -> Self {
        Self {
            walk,
            source,
            depth,
            rewritten: None,
            outer: &[],
            random: None,
            covered: Ranges::default(),
            buffer: Vec::new(),
            base: 0,
            visited: 0,
            ended: false,
            failure: None,
            points_at: None,
            pdf_until: 0,
        }
    }

    /// The bytes in memory, the offset of the first, and whether no more follow.
    pub(crate) fn held(&self) -> (&[u8], u64, bool) {
        (&self.buffer, self.base, self.ended)
    }

    /// The bytes in memory from an offset on.
    pub(crate) fn from(&self, offset: u64) -> &[u8] {
        &self.buffer[self.index(offset)..]
    }

    pub(crate) fn base(&self) -> u64 {
        self.base
    }

    /// The offset behind the last byte in memory.
    pub(crate) fn end(&self) -> u64 {
        self.base + wide(self.buffer.len())
    }

    pub(crate) fn is_ended(&self) -> bool {
        self.ended
    }

    /// Reads on until the bytes before `end` are in memory, or there are no more.
    pub(crate) fn fill(&mut self, end: u64) {
        while !self.ended && self.end() < end {
            self.read_chunk();
        }
    }

    /// Lets go of what lies far enough before `offset`, once that is worth the move.
    pub(crate) fn let_go(&mut self, offset: u64) {
        let end = self.index(offset).saturating_sub(BEHIND_BYTES);
        if end >= WINDOW_BYTES / 2 {
            self.drop_front(end);
        }
    }

    /// Gives the visitor what lies before `offset`.
    pub(crate) fn visit(&mut self, offset: u64) {
        if offset > self.visited {
            let bytes = &self.buffer[self.index(self.visited)..self.index(offset)];
            self.walk.bytes(self.depth, bytes);
            self.visited = offset;
        }
    }

    fn index(&self, offset: u64) -> usize {
        let index = usize::try_from(offset.saturating_sub(self.base)).unwrap_or(usize::MAX);
        index.min(self.buffer.len())
    }

    fn drop_front(&mut self, count: usize) {
        self.visit(self.base + wide(count));
        self.buffer.drain(..count);
        // A reader that jumps may have had it hold much.
        if self.buffer.capacity() > LARGE_BYTES && self.buffer.len() < LARGE_BYTES / 2 {
            self.buffer.shrink_to(WINDOW_BYTES);
        }
        self.base += wide(count);
    }

    fn read_chunk(&mut self) {
        let length = self.buffer.len();
        self.buffer.resize(length + length.clamp(CHUNK_BYTES_MIN, CHUNK_BYTES_MAX), 0);
        let read = loop {
            match self.source.read(&mut self.buffer[length..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        let taken = match read {
            Ok(taken) => taken,
            Err(error) => {
                self.failure = Some(error);
                0
            }
        };
        self.buffer.truncate(length + taken);
        self.ended = taken == 0 || self.walk.is_stopped();
    }

    /// Reads the next piece for a decoder that has read all that is in memory.
    fn read_on(&mut self) {
        if self.buffer.len() >= KEPT_BYTES {
            self.drop_front(self.buffer.len() - BEHIND_BYTES);
        }
        self.read_chunk();
    }
}

/// A decoder's view of a layer from some offset on. What it has taken is exactly known.
pub(crate) struct Cursor<'c, 'l, 'v> {
    pub(crate) layer: &'c mut Layer<'l, 'v>,
    /// The offset of the next byte.
    pub(crate) at: &'c Cell<u64>,
}

impl BufRead for Cursor<'_, '_, '_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let at = self.at.get();
        while at >= self.layer.end() && !self.layer.ended {
            self.layer.read_on();
        }
        Ok(self.layer.from(at))
    }

    fn consume(&mut self, count: usize) {
        self.at.set(self.at.get() + wide(count));
    }
}

impl Read for Cursor<'_, '_, '_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let bytes = self.fill_buf()?;
        let count = bytes.len().min(out.len());
        out[..count].copy_from_slice(&bytes[..count]);
        self.consume(count);
        Ok(count)
    }
}

/// Bytes that a decoder made ready and has not given yet.
#[derive(Default)]
pub(crate) struct Ready {
    pub(crate) bytes: Vec<u8>,
    given: usize,
}

impl Ready {
    /// The room for new bytes, once all are given.
    pub(crate) fn anew(&mut self) -> Option<&mut Vec<u8>> {
        (self.given == self.bytes.len()).then(|| {
            self.bytes.clear();
            self.given = 0;
            &mut self.bytes
        })
    }

    pub(crate) fn give(&mut self, out: &mut [u8]) -> usize {
        let count = out.len().min(self.bytes.len() - self.given);
        out[..count].copy_from_slice(&self.bytes[self.given..self.given + count]);
        self.given += count;
        count
    }
}

/// A length in memory as a length in a file.
pub(crate) fn wide(bytes: usize) -> u64 {
    u64::try_from(bytes).expect("no machine has more than 64 bits of memory")
}

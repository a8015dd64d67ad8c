//! Images of disks in the Expert Witness format (EnCase `E01`), as the one run of bytes that was imaged.
//!
//! The format is as libewf's documentation describes it. An image may be divided into segment files (`E01`, `E02`, …): where they
//! stand one behind the other, they are one image. Each but the last ends with a section `next`. An image is read from the front to the back: each chunk is packed by
//! zlib or stands open with a checksum behind it, which its first bytes tell. The tables of offsets are not asked, since a
//! damaged image may have none.

use std::io::{self, BufRead, Read};

use flate2::{Decompress, FlushDecompress, Status};

use crate::chunks::{Chunks, PLACE_BYTES};
use crate::fault::Fault;
use crate::layer::{Layer, Ready, wide};
use crate::media::{ReadAt, le16};
use crate::plausible::is_zlib;
use crate::visit::Step;
use crate::walk::{Tried, Walk};

/// How a segment file begins.
pub(crate) const MAGIC: &[u8] = b"EVF\x09\x0d\x0a\xff\x00";

/// Where a segment file says which it is, the first 1.
const NUMBER_AT: usize = 9;

/// The header of a segment file, and of each section in it.
pub(crate) const FILE_HEADER_BYTES: usize = 13;
pub(crate) const SECTION_HEADER_BYTES: usize = 76;

/// Chunks are of 64 sectors of 512 bytes unless the image says otherwise.
pub(crate) const CHUNK_BYTES: usize = 32 * 1024;

/// No program makes larger ones.
pub(crate) const CHUNK_BYTES_MAX: usize = 16 << 20;

/// The checksum behind a chunk that stands open.
pub(crate) const CHECKSUM_BYTES: usize = 4;

/// How much a packed chunk may be longer than what is in it.
pub(crate) const PACKED_MORE: usize = 4096;

/// Opens the segment file that begins at `offset`.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let step = Step { name: "ewf", offset, file: None };
    if let Some(source) = layer.random {
        match found(walk, source, offset) {
            Ok(image) => {
                let Some(_held) = walk.hold(image.len() * PLACE_BYTES, &step) else {
                    return Tried { end: offset, is_part: false };
                };
                return walk.open_image(layer, step, &image);
            }
            // From the front to the back it is read all the same.
            Err(fault) => walk.refuse(step.clone(), &fault),
        }
    }
    walk.open(layer, step, offset, 1, |input| Box::new(Image::new(input)))
}

/// Which segment begins with these bytes.
pub(crate) fn segment_number(header: &[u8]) -> Option<u64> {
    let is_whole = header.len() >= FILE_HEADER_BYTES && header.starts_with(MAGIC);
    is_whole.then(|| u64::from(le16(header, NUMBER_AT)))
}

/// Where the chunks of an image are, as far as that can be remembered.
fn found<'s>(walk: &Walk<'_>, source: &'s dyn ReadAt, begin: u64) -> Result<Chunks<'s>, Fault> {
    walk.guarded(|| Chunks::find(source, begin, walk.holdable() / PLACE_BYTES)).flatten()
}

enum State {
    Begin,
    /// Behind a segment that is not the last.
    Next,
    /// At the header of a section.
    Section,
    /// Among the chunks of a section.
    Chunks,
    Ended,
}

/// An image that is read from the front to the back.
pub(crate) struct Image<R> {
    input: R,
    /// How far into the segment file.
    at: u64,
    chunk_bytes: usize,
    /// Bytes of the section that are neither in the buffer nor gone over.
    left: u64,
    buffer: Vec<u8>,
    ready: Ready,
    state: State,
    /// The segment that is read.
    number: u64,
    /// The first segment that is missing.
    lost: Option<u64>,
}

impl<R: BufRead> Image<R> {
    pub(crate) fn new(input: R) -> Self {
        Self {
            input,
            at: 0,
            chunk_bytes: CHUNK_BYTES,
            left: 0,
            buffer: Vec::new(),
            ready: Ready::default(),
            state: State::Begin,
            number: 1,
            lost: None,
        }
    }

    fn exactly(&mut self, count: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; count];
        self.input.read_exact(&mut bytes)?;
        self.at += wide(count);
        Ok(bytes)
    }

    fn skip(&mut self, count: u64) -> io::Result<()> {
        let skipped = io::copy(&mut (&mut self.input).take(count), &mut io::sink())?;
        self.at += skipped;
        if skipped < count { Err(Fault::Truncated.error()) } else { Ok(()) }
    }

    /// Goes on with the next segment, if it stands here.
    fn segment(&mut self) -> io::Result<()> {
        let mut header = Vec::new();
        (&mut self.input).take(wide(FILE_HEADER_BYTES)).read_to_end(&mut header)?;
        if segment_number(&header) == Some(self.number + 1) {
            self.number += 1;
            self.at = wide(FILE_HEADER_BYTES);
            self.state = State::Section;
        } else {
            self.lost = self.lost.or(Some(self.number + 1));
            self.state = State::Ended;
        }
        Ok(())
    }

    fn section(&mut self) -> io::Result<()> {
        let begin = self.at;
        let header = self.exactly(SECTION_HEADER_BYTES)?;
        let number = |at: usize| u64::from_le_bytes(header[at..at + 8].try_into().unwrap_or_default());
        let kind = header[..16].split(|byte| *byte == 0).next().unwrap_or_default();
        let next = number(16);
        let body = match (kind, next.checked_sub(self.at)) {
            (b"next", _) => {
                self.state = State::Next;
                return Ok(());
            }
            (b"done", _) => {
                self.state = State::Ended;
                return Ok(());
            }
            (_, Some(body)) => body,
            // A section that leads backwards would be read for ever.
            (_, None) => {
                return Err(Fault::Damaged { cause: format!("section at {begin} leads to {next}") }.error());
            }
        };
        match kind {
            b"sectors" => {
                self.left = body;
                self.state = State::Chunks;
            }
            b"volume" | b"disk" | b"data" if body >= 24 => {
                let facts = self.exactly(24)?;
                let word = |at: usize| u32::from_le_bytes(facts[at..at + 4].try_into().unwrap_or_default());
                let bytes = u64::from(word(8)) * u64::from(word(12));
                let bytes = usize::try_from(bytes).ok().filter(|bytes| (1..=CHUNK_BYTES_MAX).contains(bytes));
                self.chunk_bytes = bytes.unwrap_or(self.chunk_bytes);
                self.skip(body - 24)?;
            }
            _ => self.skip(body)?,
        }
        Ok(())
    }

    fn chunk(&mut self) -> io::Result<()> {
        let wanted = self.chunk_bytes + PACKED_MORE;
        let missing = wide(wanted.saturating_sub(self.buffer.len())).min(self.left);
        let read = (&mut self.input).take(missing).read_to_end(&mut self.buffer)?;
        self.at += wide(read);
        self.left -= wide(read);
        if wide(read) < missing {
            // The file ends here; what there is of the chunk counts.
            self.left = 0;
        }
        if self.buffer.is_empty() {
            self.state = State::Section;
            return Ok(());
        }
        let Some(ready) = self.ready.anew() else { return Ok(()) };
        let taken = match unpacked(&self.buffer, self.chunk_bytes, ready) {
            Some(taken) => taken,
            None => {
                let open = self.chunk_bytes.min(self.buffer.len().saturating_sub(CHECKSUM_BYTES).max(1));
                ready.clear();
                ready.extend_from_slice(&self.buffer[..open]);
                (open + CHECKSUM_BYTES).min(self.buffer.len())
            }
        };
        self.buffer.drain(..taken);
        Ok(())
    }
}

/// Unpacks the chunk at the beginning of `bytes`, and says how long it was; nothing if it is not packed.
pub(crate) fn unpacked(bytes: &[u8], chunk_bytes: usize, out: &mut Vec<u8>) -> Option<usize> {
    if !is_zlib(bytes) {
        return None;
    }
    let mut decoder = Decompress::new(true);
    out.reserve_exact(chunk_bytes);
    let status = decoder.decompress_vec(bytes, out, FlushDecompress::Finish).ok()?;
    (status == Status::StreamEnd).then(|| usize::try_from(decoder.total_in()).ok())?
}

impl<R: BufRead> Read for Image<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.ready.give(out);
            if count > 0 || out.is_empty() {
                return Ok(count);
            }
            match self.state {
                State::Begin => {
                    let header = self.exactly(FILE_HEADER_BYTES)?;
                    self.number = segment_number(&header).unwrap_or(1);
                    self.lost = self.number.checked_sub(1).filter(|lost| *lost > 0);
                    self.state = State::Section;
                }
                State::Next => self.segment()?,
                State::Section => self.section()?,
                State::Chunks => self.chunk()?,
                State::Ended => {
                    return match self.lost.take() {
                        Some(number) => Err(Fault::Segment { number }.error()),
                        None => Ok(0),
                    };
                }
            }
        }
    }
}

//! Entries of ZIP archives (APPNOTE.TXT 6.3.10), each by its local header.
//!
//! The directory at the end is not asked: an archive that is cut off or damaged has none, and deleted entries are not in it.
//! Names that lead out of a folder do no harm here, as nothing is written.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use flate2::Crc;

use crate::fault::Fault;
use crate::layer::{Layer, wide};
use crate::visit::Step;
use crate::walk::{SURE, Tried, Walk};
use crate::{deflate, packed};

/// How a local header begins.
pub(crate) const LOCAL: &[u8] = b"PK\x03\x04";

/// How what follows the data begins: the next entry, its descriptor, the directory, the end.
const FOLLOWING: [&[u8]; 4] = [LOCAL, DESCRIPTOR, b"PK\x01\x02", b"PK\x05\x06"];

/// How the descriptor behind an entry begins, and how much of it is needed: that, and the checksum.
const DESCRIPTOR: &[u8] = b"PK\x07\x08";
const DESCRIPTOR_BYTES: usize = 8;

/// The fixed part of a local header.
const HEADER_BYTES: usize = 30;

/// The longest name that is kept; longer ones are cut.
pub(crate) const NAME_BYTES: usize = 1024;

/// Bit 0 of the flags: encrypted. Bit 3: sizes follow the data.
const ENCRYPTED: u16 = 1;
const SIZES_FOLLOW: u16 = 1 << 3;
/// Bit 1, of LZMA: the end is marked.
const MARKED_END: u16 = 1 << 1;

/// The highest version that an archiver has ever asked for is 6.3; the low byte says it.
const VERSION_MAX: u16 = 63;

struct Header {
    flags: u16,
    method: u16,
    packed: u64,
    /// How many bytes it gives.
    given: u64,
    /// The checksum of that.
    sum: u32,
    name: String,
    data: u64,
}

/// Opens the entry whose local header begins at `offset`.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let none = Tried { end: offset, is_part: false };
    let Some(header) = header(layer, offset) else { return none };
    let step = Step { name: "zip", offset, file: Some(header.name.clone()) };
    if header.flags & ENCRYPTED != 0 {
        walk.refuse(step, &Fault::Encrypted);
        return Tried { end: header.data, is_part: true };
    }
    let sized = header.flags & SIZES_FOLLOW == 0;
    let packed = header.packed;
    // Writers that do not know the checksum leave it open.
    let said = (sized && header.sum != 0).then_some(header.sum);
    let sum = Sum { said, found: Rc::default() };
    let start = header.data;
    let mut open = |step: &Step, decoder: Decoder| {
        walk.open(layer, step.clone(), start, SURE, |input| sum.check(decoder(input)))
    };
    let held = || walk.hold(packed::WINDOW_BYTES, &step);
    let tried = match header.method {
        0 if sized && packed == 0 => return Tried { end: start, is_part: true },
        0 if sized => {
            return walk
                .open_copy(layer, step, start, |input| sum.check(Box::new(Exactly::new(input, packed))));
        }
        // Where it ends is not known for sure, and so neither is its checksum.
        0 => {
            return walk
                .open_copy(layer, step, start, |input| Box::new(UpToSignature { input, done: false }));
        }
        8 => open(&step, deflate::deflate),
        12 => open(&step, packed::bzip2),
        14 => match held() {
            Some(_held) => return open_lzma(walk, layer, step.clone(), &header, &sum),
            None => return Tried { end: start, is_part: true },
        },
        93 | 95 => match held() {
            Some(_held) => open(&step, if header.method == 93 { packed::zstd } else { packed::xz }),
            None => return Tried { end: start, is_part: true },
        },
        method => {
            walk.refuse(step, &Fault::Method { method: method.to_string() });
            return Tried { end: start, is_part: true };
        }
    };
    if let (false, Some(sum)) = (sized, sum.found.get()) {
        layer.fill(tried.end + wide(DESCRIPTOR_BYTES));
        if descriptor_sum(layer.from(tried.end)).is_some_and(|said| said != sum) {
            walk.refuse(step, &sum_fault());
        }
    }
    tried
}

type Decoder = for<'i> fn(Box<dyn BufRead + 'i>) -> Box<dyn Read + 'i>;

/// The checksum in the descriptor that follows an entry (4.3.9), if it begins with its signature.
fn descriptor_sum(bytes: &[u8]) -> Option<u32> {
    bytes.strip_prefix(DESCRIPTOR)?.first_chunk().map(|sum| u32::from_le_bytes(*sum))
}

fn sum_fault() -> Fault {
    Fault::Damaged { cause: "CRC-32".to_owned() }
}

/// The checksum of an entry (4.4.7).
struct Sum {
    /// As its header has it.
    said: Option<u32>,
    /// As it is, once the entry has come to its end.
    found: Rc<Cell<Option<u32>>>,
}

impl Sum {
    /// What a decoder gives, with an error at its end if the checksum is another.
    fn check<'d>(&self, decoder: Box<dyn Read + 'd>) -> Box<dyn Read + 'd> {
        Box::new(Checked { decoder, crc: Crc::new(), said: self.said, found: Rc::clone(&self.found) })
    }
}

struct Checked<'d> {
    decoder: Box<dyn Read + 'd>,
    crc: Crc,
    said: Option<u32>,
    found: Rc<Cell<Option<u32>>>,
}

impl Read for Checked<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.decoder.read(out)?;
        self.crc.update(&out[..count]);
        if count > 0 || out.is_empty() {
            return Ok(count);
        }
        self.found.set(Some(self.crc.sum()));
        match self.said.take() {
            Some(said) if said != self.crc.sum() => Err(sum_fault().error()),
            _ => Ok(0),
        }
    }
}

/// Opens an entry that is packed by LZMA (5.8). The decoder may read on behind its end, so that only what is of the entry is given
/// to it; where it is not said how much that is, what follows the entry is searched from its beginning.
fn open_lzma<'v>(
    walk: &Walk<'v>,
    layer: &mut Layer<'_, 'v>,
    step: Step,
    header: &Header,
    sum: &Sum,
) -> Tried {
    let is_sized = header.flags & SIZES_FOLLOW == 0;
    let packed = if is_sized { header.packed } else { u64::MAX };
    let given = (is_sized && header.flags & MARKED_END == 0).then_some(header.given);
    let tried = walk
        .open(layer, step, header.data, SURE, |input| sum.check(packed::zip_lzma(input.take(packed), given)));
    if is_sized { tried } else { Tried { end: header.data, ..tried } }
}

fn header(layer: &mut Layer<'_, '_>, offset: u64) -> Option<Header> {
    layer.fill(offset + wide(HEADER_BYTES + 2 * usize::from(u16::MAX)));
    let bytes = layer.from(offset);
    let short = |at: usize| Some(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
    let word = |at: usize| Some(u32::from(short(at)?) | u32::from(short(at + 2)?) << 16);
    let (version, flags, method) = (short(4)?, short(6)?, short(8)?);
    let (sum, given) = (word(14)?, word(22)?);
    let (packed, name_bytes, extra_bytes) = (word(18)?, usize::from(short(26)?), usize::from(short(28)?));
    if version & 0xff > VERSION_MAX {
        return None;
    }
    let name = bytes.get(HEADER_BYTES..HEADER_BYTES + name_bytes)?;
    let extra = bytes.get(HEADER_BYTES + name_bytes..HEADER_BYTES + name_bytes + extra_bytes)?;
    let packed = if packed == u32::MAX { long_size(extra)? } else { u64::from(packed) };
    let data = offset + wide(HEADER_BYTES + name_bytes + extra_bytes);
    let given = if given == u32::MAX { u64::MAX } else { u64::from(given) };
    Some(Header { flags, method, packed, given, sum, name: file_name(name), data })
}

/// The packed size in the extra field of ZIP64 (4.5.3), which follows the unpacked one.
fn long_size(mut extra: &[u8]) -> Option<u64> {
    while let [low, high, size_low, size_high, rest @ ..] = extra {
        let field = rest.get(..usize::from(u16::from_le_bytes([*size_low, *size_high])))?;
        if u16::from_le_bytes([*low, *high]) == 1 {
            return field.get(8..16)?.try_into().ok().map(u64::from_le_bytes);
        }
        extra = &rest[field.len()..];
    }
    None
}

/// A name as an archive has it, as text: cut at [`NAME_BYTES`], controls replaced.
pub(crate) fn file_name(name: &[u8]) -> String {
    let name = &name[..name.len().min(NAME_BYTES)];
    let is_seen = |c: char| !c.is_control();
    String::from_utf8_lossy(name)
        .chars()
        .map(|c| if is_seen(c) { c } else { char::REPLACEMENT_CHARACTER })
        .collect()
}

/// So many bytes, and an error if there are fewer.
pub(crate) struct Exactly<R> {
    input: R,
    left: u64,
}

impl<R> Exactly<R> {
    pub(crate) fn new(input: R, bytes: u64) -> Self {
        Self { input, left: bytes }
    }
}

impl<R: Read> Read for Exactly<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        read_left(&mut self.input, out, &mut self.left)
    }
}

/// Reads no more than is left, and counts it; an error where the input ends before.
pub(crate) fn read_left(input: &mut impl Read, out: &mut [u8], left: &mut u64) -> io::Result<usize> {
    let room = out.len().min(usize::try_from(*left).unwrap_or(usize::MAX));
    let count = input.read(&mut out[..room])?;
    if count == 0 && room > 0 {
        return Err(Fault::Truncated.error());
    }
    *left -= wide(count);
    Ok(count)
}

/// Data that is neither packed nor of known length: it goes on to the next signature.
struct UpToSignature<R> {
    input: R,
    done: bool,
}

impl<R: BufRead> Read for UpToSignature<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.done || out.is_empty() {
            return Ok(0);
        }
        let bytes = self.input.fill_buf()?;
        let mut count = bytes.len().min(out.len());
        if let Some(at) = memchr::memmem::find_iter(&bytes[..count], b"PK")
            .find(|at| FOLLOWING.iter().any(|sign| bytes[*at..].starts_with(sign)))
        {
            count = at;
            self.done = true;
        }
        out[..count].copy_from_slice(&bytes[..count]);
        self.input.consume(count);
        Ok(count)
    }
}

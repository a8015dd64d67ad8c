//! Entries of tar archives (POSIX ustar and pax, GNU), each by its header.
//!
//! The magic number is what is looked for, so that an archive whose beginning is lost is read all the same.

use crate::layer::Layer;
use crate::visit::Step;
use crate::walk::{Tried, Walk};
use crate::zip::{Exactly, file_name};

/// The magic numbers of POSIX and of GNU.
pub(crate) const MAGICS: [&[u8]; 2] = [b"ustar\x0000", b"ustar  \0"];

/// Where the magic number stands in a header.
const MAGIC_AT: u64 = 257;

const BLOCK_BYTES: u64 = 512;

/// So many headers may stand before the one that they speak of: a long name, a long link, pax.
const PRELUDES_MAX: usize = 4;

/// The longest such text that is read.
const PRELUDE_BYTES: u64 = 64 * 1024;

struct Header {
    name: Vec<u8>,
    size: u64,
    kind: u8,
}

/// Opens the entry whose header has its magic number at `offset`.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let none = Tried { end: offset, is_part: false };
    let Some(start) = offset.checked_sub(MAGIC_AT).filter(|start| *start >= layer.base()) else {
        return none;
    };
    let (mut at, mut long_name, mut long_size) = (start, None, None);
    for _ in 0..PRELUDES_MAX {
        layer.fill(at + BLOCK_BYTES);
        let Some(header) = header(layer.from(at)) else { return none };
        let data = at + BLOCK_BYTES;
        if !matches!(header.kind, b'L' | b'K' | b'x' | b'g') {
            let name = long_name.unwrap_or(header.name);
            let size = long_size.unwrap_or(header.size);
            let step = Step { name: "tar", offset: start, file: Some(file_name(&name)) };
            if size == 0 || !matches!(header.kind, 0 | b'0' | b'7' | b'S') {
                return Tried { end: data, is_part: true };
            }
            return walk.open_copy(layer, step, data, |input| Box::new(Exactly::new(input, size)));
        }
        let next = data + header.size.div_ceil(BLOCK_BYTES).saturating_mul(BLOCK_BYTES);
        if header.size > PRELUDE_BYTES {
            return none;
        }
        layer.fill(next);
        let size = usize::try_from(header.size).unwrap_or(0);
        let text = layer.from(data);
        let text = &text[..text.len().min(size)];
        match header.kind {
            b'L' => long_name = Some(before_zero(text).to_vec()),
            b'x' => {
                long_name = pax(text, b"path").map(<[u8]>::to_vec).or(long_name);
                let number = pax(text, b"size").and_then(|text| std::str::from_utf8(text).ok());
                long_size = number.and_then(|text| text.parse().ok()).or(long_size);
            }
            _ => {}
        }
        at = next;
    }
    none
}

fn header(bytes: &[u8]) -> Option<Header> {
    let block = bytes.get(..512)?;
    let sum = octal(&block[148..156])?;
    let bytes =
        block.iter().enumerate().map(|(at, byte)| if (148..156).contains(&at) { b' ' } else { *byte });
    if bytes.map(u64::from).sum::<u64>() != sum {
        return None;
    }
    let (prefix, name) = (before_zero(&block[345..500]), before_zero(&block[..100]));
    let is_posix = block[257..].starts_with(MAGICS[0]);
    let name = if is_posix && !prefix.is_empty() { [prefix, b"/", name].concat() } else { name.to_vec() };
    Some(Header { name, size: octal(&block[124..136])?, kind: block[156] })
}

/// A number in octal digits, or in binary where its first bit is set (GNU).
fn octal(field: &[u8]) -> Option<u64> {
    if field[0] & 0x80 != 0 {
        let bytes = field[field.len() - 8..].try_into().ok()?;
        return Some(u64::from_be_bytes(bytes));
    }
    let digits = before_zero(field).trim_ascii();
    let text = std::str::from_utf8(digits).ok()?;
    if text.is_empty() { Some(0) } else { u64::from_str_radix(text, 8).ok() }
}

fn before_zero(bytes: &[u8]) -> &[u8] {
    &bytes[..memchr::memchr(0, bytes).unwrap_or(bytes.len())]
}

/// The value of a record of pax: `30 path=a/long/name\n`.
fn pax<'t>(text: &'t [u8], key: &[u8]) -> Option<&'t [u8]> {
    text.split(|byte| *byte == b'\n').find_map(|record| {
        let record = &record[memchr::memchr(b' ', record)? + 1..];
        record.strip_prefix(key)?.strip_prefix(b"=")
    })
}

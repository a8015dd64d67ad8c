//! Bytes written in hexadecimal: plain runs, pairs with spaces, and the columns of `xxd`, `hexdump` and `od`.

use std::io::{self, BufRead, Read};

use crate::base64::{self, Lines};
use crate::layer::{Layer, Ready, wide};
use crate::plausible::{LOOKED_AT, is_plausible};
use crate::runs::Letters;
use crate::visit::Step;
use crate::walk::{Tried, Walk};

const DIGITS: Letters = Letters::new(b"0123456789abcdefABCDEF");

/// A shorter run of digits is a number or a hash; this is 16 bytes.
pub(crate) const DIGITS_MIN: usize = 32;

/// What pairs and columns consist of.
pub(crate) const SPACED: Letters = Letters::new(b"0123456789abcdefABCDEF \t:,-;x");

/// Eight pairs with a sign between.
pub(crate) const SPACED_MIN: usize = 23;

/// Fewer bytes in a line of a dump are taken for numbers.
const LINE_BYTES_MIN: usize = 8;

/// No dumper writes longer lines.
const LINE_MAX: usize = 1024;

/// How far behind the beginning of a run of digits and signs the first pair may stand.
const STARTS_WITHIN: usize = 16;

/// How many bytes of a dump must be there in the first lines for them to be looked at.
const DUMP_BYTES_MIN: usize = 12;

/// Whether a run of symbols is one of digits only, long enough.
pub(crate) fn is_plain(run: &[u8]) -> bool {
    DIGITS.leading(&run[..run.len().min(DIGITS_MIN)]) == DIGITS_MIN
}

/// Opens the run of digits that begins at `offset`.
pub(crate) fn open_plain<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let mut looked_at = Vec::new();
    let lines = Lines::of(layer.from(offset), &DIGITS);
    let _lines = lines.take(wide(2 * LOOKED_AT + 2)).read_to_end(&mut looked_at);
    let shift = (0..2).find(|shift| is_plausible(&pairs(&looked_at[*shift..])));
    let shift = shift.filter(|_| !base64::stands_before(layer.outer, layer.from(offset)));
    let Some(shift) = shift else { return Tried { end: offset, is_part: false } };
    let start = offset + wide(shift);
    let step = Step { name: "hex", offset: start, file: None };
    walk.open(layer, step, start, 1, |input| {
        Box::new(Plain { lines: Lines::of(input, &DIGITS), ready: Ready::default() })
    })
}

/// Opens the dump on whose first line `offset` lies.
pub(crate) fn open_dump<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let (held, base, _) = layer.held();
    let at = usize::try_from(offset - base).unwrap_or(0);
    let Some(start) = dump_start(held, at) else { return Tried { end: offset, is_part: false } };
    let start = base + wide(start);
    let step = Step { name: "hex", offset: start, file: None };
    walk.open(layer, step, start, 1, |input| Box::new(Dump { input, ready: Ready::default() }))
}

/// Where the dump begins on whose first line `at` lies, if there is one.
pub(crate) fn dump_start(held: &[u8], at: usize) -> Option<usize> {
    let line_start = memchr::memrchr(b'\n', &held[..at]).map_or(0, |end| end + 1);
    // The line may begin with words before the bytes, as `data: 31 48 6f`, and the last of them with a digit.
    let words = held[at..].iter().take(STARTS_WITHIN).enumerate().filter(|(_, byte)| **byte == b' ');
    let mut starts = [line_start, at].into_iter().chain(words.map(|(space, _)| at + space + 1).take(2));
    starts.find(|start| {
        let first = first_bytes(&held[*start..]);
        first.len() >= DUMP_BYTES_MIN && is_plausible(&first)
    })
}

fn first_bytes(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut text = text;
    while bytes.len() < LOOKED_AT {
        let (line, length) = line(text);
        let Some(parsed) = parse(line, bytes.is_empty()) else { break };
        bytes.extend(parsed);
        text = &text[length..];
    }
    bytes
}

/// The first line, and how much to go over it.
fn line(text: &[u8]) -> (&[u8], usize) {
    let within = &text[..text.len().min(LINE_MAX)];
    match memchr::memchr(b'\n', within) {
        Some(end) => (&within[..end], end + 1),
        None => (within, within.len()),
    }
}

/// The bytes that a line of a dump stands for.
fn parse(line: &[u8], is_first: bool) -> Option<Vec<u8>> {
    let line = line.trim_ascii();
    let line = line.strip_prefix(b"|").unwrap_or(line).trim_ascii_start();
    let (rest, swapped) = without_offset(line);
    let mut bytes = Vec::new();
    let mut at = 0;
    loop {
        let from = rest[at..].strip_prefix(b"0x").or_else(|| rest[at..].strip_prefix(b"\\x"));
        at = from.map_or(at, |from| rest.len() - from.len());
        let digits = DIGITS.leading(&rest[at..]);
        let ends_group = rest.get(at + digits).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        if !matches!(digits, 2 | 4 | 8 | 16) || !ends_group {
            break;
        }
        let mut group = pairs(&rest[at..at + digits]);
        if swapped && digits == 4 {
            group.reverse();
        }
        bytes.extend(group);
        at += digits;
        let gap = rest[at..]
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b',' | b':' | b'-' | b';' | b'\t'))
            .count();
        // What follows a wide gap is the column of text, but for the gap in the middle of 16 bytes.
        let is_wide = rest[at..at + gap].starts_with(b"  ");
        if gap == 0 || gap > 3 || (is_wide && bytes.len() != 8) || bytes.len() > LINE_MAX {
            break;
        }
        at += gap;
    }
    (bytes.len() >= if is_first { LINE_BYTES_MIN } else { 1 }).then_some(bytes)
}

/// A line without the offset at its beginning, and whether the words after it are in the order of the machine, as `hexdump` and
/// `od -x` write them after an offset of seven digits.
fn without_offset(line: &[u8]) -> (&[u8], bool) {
    let line = line.strip_prefix(b"0x").unwrap_or(line);
    let digits = DIGITS.leading(line);
    let rest = &line[digits..];
    let offset = match rest {
        [b':', b' ' | b'\t', ..] if digits >= 4 => Some(&rest[1..]),
        [b' ', b' ', ..] if digits >= 4 => Some(rest),
        [b' ', ..] if digits == 7 || digits == 6 => Some(rest),
        _ => None,
    };
    match offset {
        Some(rest) => (rest.trim_ascii_start(), digits == 7 && !line[digits..].starts_with(b":")),
        None => (line, false),
    }
}

fn pairs(digits: &[u8]) -> Vec<u8> {
    digits.chunks_exact(2).map(|pair| value(pair[0]) << 4 | value(pair[1])).collect()
}

fn value(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => (digit | 0x20) - b'a' + 10,
    }
}

/// How many digits are decoded at once.
const DIGITS_AT_ONCE: usize = 16 * 1024;

struct Plain<R> {
    lines: Lines<R>,
    ready: Ready,
}

impl<R: BufRead> Read for Plain<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if let Some(ready) = self.ready.anew() {
            let mut digits = Vec::new();
            (&mut self.lines).take(wide(DIGITS_AT_ONCE)).read_to_end(&mut digits)?;
            *ready = pairs(&digits);
        }
        Ok(self.ready.give(out))
    }
}

struct Dump<R> {
    input: R,
    ready: Ready,
}

impl<R: BufRead> Read for Dump<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if let Some(ready) = self.ready.anew() {
            let mut text = Vec::new();
            // A line may lie across two pieces of the input: it is taken out before it is known to belong to the dump.
            (&mut self.input).take(wide(LINE_MAX)).read_until(b'\n', &mut text)?;
            *ready = parse(line(&text).0, false).unwrap_or_default();
        }
        Ok(self.ready.give(out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_every_dumper_are_read() {
        let expected = b"Case note 0. The".to_vec();
        for line in [
            "00000000: 4361 7365 206e 6f74 6520 302e 2054 6865  Case note 0. The",
            "00000000: 43 61 73 65 20 6e 6f 74 65 20 30 2e 20 54 68 65  Case note 0. The",
            "00000000  43 61 73 65 20 6e 6f 74  65 20 30 2e 20 54 68 65  |Case note 0. The|",
            "0000000 6143 6573 6e20 746f 2065 2e30 5420 6568",
            "0000000 43 61 73 65 20 6e 6f 74 65 20 30 2e 20 54 68 65",
            "43 61 73 65 20 6e 6f 74 65 20 30 2e 20 54 68 65",
            "43:61:73:65:20:6E:6F:74:65:20:30:2E:20:54:68:65",
            "0x43, 0x61, 0x73, 0x65, 0x20, 0x6e, 0x6f, 0x74, 0x65, 0x20, 0x30, 0x2e, 0x20, 0x54, 0x68, 0x65,",
        ] {
            assert_eq!(parse(line.as_bytes(), true), Some(expected.clone()), "{line}");
        }
        for line in ["12 may 2020", "10 20 30 40", "Case note 0", ""] {
            assert_eq!(parse(line.as_bytes(), true), None, "{line}");
        }
    }
}

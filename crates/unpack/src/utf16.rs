//! Text in UTF-16 of either order, with a mark or without, alone or amid other bytes.

use std::io::{self, BufRead, Read};

use crate::layer::{Layer, Ready, wide};
use crate::plausible::is_printable;
use crate::visit::Step;
use crate::walk::{Tried, Walk};

/// So many units of ASCII in a row are taken for text: a word.
pub(crate) const UNITS_MIN: usize = 8;

/// So many units that are no text may stand between two pieces of it, as in tables of words.
const GAP_MAX: usize = 8;

/// So many letters may follow each other without one of ASCII: chance makes letters of most pairs of bytes.
const FOREIGN_MAX: usize = 256;

/// So many units of two signs of ASCII each are taken for text of one byte a letter that follows.
const NARROW_MAX: usize = 12;

/// How far behind the end of the text a decoder may have read.
pub(crate) const OVER_BYTES: u64 = 64;

/// How far before the first ASCII letters of another script are looked for.
const BEFORE_MAX: usize = 256;

/// Which byte of a unit comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Little,
    Big,
}

impl Order {
    fn unit(self, pair: &[u8]) -> u16 {
        match self {
            Self::Little => u16::from_le_bytes([pair[0], pair[1]]),
            Self::Big => u16::from_be_bytes([pair[0], pair[1]]),
        }
    }

    fn is_ascii(self, pair: &[u8]) -> bool {
        u8::try_from(self.unit(pair)).is_ok_and(is_printable)
    }
}

/// Where text begins, at or after `from` and before `limit`, and its order. `base` is the offset of the first byte.
pub(crate) fn find(bytes: &[u8], base: u64, from: usize, limit: usize) -> Option<(usize, Order)> {
    let mut at = from;
    while at < limit {
        let word: [u8; 8] = bytes.get(at..at + 8)?.try_into().ok()?;
        let word = u64::from_le_bytes(word);
        // Four units whose upper bytes are zero and whose lower ones are not: by two bytes of every eight.
        let upper = [word & 0xff00_ff00_ff00_ff00 == 0, word & 0x00ff_00ff_00ff_00ff == 0];
        if word != 0 && (upper[0] || upper[1]) {
            // Both orders are possible: the zero may belong to the letter before or after it.
            let parity = usize::from(upper[1]);
            // What one order reads, the other reads too, but for the letters at the ends.
            let little = run(bytes, from, at + parity, Order::Little);
            let big = run(bytes, from, at + 1 - parity, Order::Big);
            // Where neither has more, texts begin at even places.
            let is_even = (base + wide(little.start)).is_multiple_of(2);
            let is_little = little.units > big.units || (little.units == big.units && is_even);
            let (run, order) = if is_little { (little, Order::Little) } else { (big, Order::Big) };
            if run.units >= UNITS_MIN {
                let start = with_letters_before(bytes, from, run.start, order);
                return (start < limit).then_some((start, order));
            }
        }
        at += 8;
    }
    None
}

struct Run {
    start: usize,
    units: usize,
}

/// The run of ASCII that has a unit at `at`.
fn run(bytes: &[u8], from: usize, at: usize, order: Order) -> Run {
    let is_ascii = |pair: &&[u8]| order.is_ascii(pair);
    let before = bytes[from.min(at)..at].rchunks_exact(2).take_while(is_ascii).count();
    let after = bytes[at..].chunks_exact(2).take_while(is_ascii).count();
    Run { start: at - 2 * before, units: before + after }
}

/// Where the text begins if letters of other scripts stand before the ASCII.
fn with_letters_before(bytes: &[u8], from: usize, start: usize, order: Order) -> usize {
    let is_letter = |pair: &&[u8]| {
        let unit = order.unit(pair);
        let is_letter = char::from_u32(u32::from(unit)).is_some_and(char::is_alphanumeric);
        order.is_ascii(pair) || (0x100..0x2000).contains(&unit) && is_letter
    };
    let before = &bytes[from.min(start)..start];
    start - 2 * before.rchunks_exact(2).take(BEFORE_MAX).take_while(is_letter).count()
}

/// Opens the text that begins at `offset`.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64, order: Order) -> Tried {
    let name = match order {
        Order::Little => "utf-16le",
        Order::Big => "utf-16be",
    };
    let step = Step { name, offset, file: None };
    walk.open(layer, step, offset, 1, |input| {
        Box::new(Decoder {
            input,
            order,
            ready: Ready::default(),
            gap: 0,
            foreign: 0,
            narrow: 0,
            high: None,
            ended: false,
        })
    })
}

struct Decoder<R> {
    input: R,
    order: Order,
    ready: Ready,
    /// Units since the last one of text.
    gap: usize,
    /// Letters since the last one of ASCII.
    foreign: usize,
    /// Units in a row that would be two signs of ASCII.
    narrow: usize,
    high: Option<u16>,
    ended: bool,
}

impl<R: BufRead> Decoder<R> {
    fn decode(&mut self) -> io::Result<()> {
        let mut pair = [0; 2];
        while self.ready.bytes.len() < 8192 && !self.ended {
            let bytes = self.input.fill_buf()?;
            let whole = bytes.len() / 2 * 2;
            if whole == 0 {
                // One byte is left of this piece: its other half may be in the next.
                let mut got = 0;
                while got < 2 {
                    match self.input.read(&mut pair[got..])? {
                        0 => break,
                        count => got += count,
                    }
                }
                self.ended = got < 2 || !self.take(pair);
                continue;
            }
            let piece = bytes[..whole.min(8192)].to_vec();
            let mut taken = 0;
            for pair in piece.chunks_exact(2) {
                taken += 2;
                if !self.take([pair[0], pair[1]]) {
                    self.ended = true;
                    break;
                }
            }
            self.input.consume(taken);
        }
        Ok(())
    }

    /// Whether the text goes on after this unit.
    fn take(&mut self, pair: [u8; 2]) -> bool {
        let unit = self.order.unit(&pair);
        self.narrow = if pair.into_iter().all(is_printable) { self.narrow + 1 } else { 0 };
        if self.narrow > NARROW_MAX {
            return false;
        }
        let character = match (unit, self.high.take()) {
            (0xdc00..=0xdfff, Some(high)) => char::decode_utf16([high, unit]).next().and_then(Result::ok),
            (0xd800..=0xdbff, _) => {
                self.high = Some(unit);
                return true;
            }
            _ => char::from_u32(u32::from(unit)),
        };
        let is_text = |c: &char| {
            !c.is_control() && !('\u{e000}'..='\u{f8ff}').contains(c) && *c < '\u{fff0}'
                || c.is_ascii_whitespace()
        };
        match character.filter(is_text) {
            Some(character) => {
                self.gap = 0;
                self.foreign = if character.is_ascii() { 0 } else { self.foreign + 1 };
                let mut bytes = [0; 4];
                self.ready.bytes.extend_from_slice(character.encode_utf8(&mut bytes).as_bytes());
                self.foreign <= FOREIGN_MAX
            }
            None => {
                if self.gap == 0 {
                    self.ready.bytes.push(b'\n');
                }
                self.gap += 1;
                self.gap <= GAP_MAX
            }
        }
    }
}

impl<R: BufRead> Read for Decoder<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if !self.ended && self.ready.anew().is_some() {
            self.decode()?;
        }
        Ok(self.ready.give(out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_found_at_any_place_in_either_order() {
        for pad in 0..9 {
            for (order, write) in
                [(Order::Little, u16::to_le_bytes as fn(u16) -> [u8; 2]), (Order::Big, u16::to_be_bytes)]
            {
                let mut bytes = vec![0xEE; pad];
                bytes.extend("a wallet of ten".encode_utf16().flat_map(write));
                assert_eq!(find(&bytes, 0, 0, bytes.len()), Some((pad, order)), "{pad}");
            }
        }
        assert_eq!(find(b"plain text and \0\0\0\0\0\0\0\0\0 zeros", 0, 0, 30), None);
        assert_eq!(find(&[1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0, 9, 0, 1, 0], 0, 0, 20), None);
    }
}

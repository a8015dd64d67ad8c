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

/// So many letters of one script, and signs between words, are taken for text: twelve words of Chinese have no more.
const LETTERS_MIN: usize = 12;

/// How far such a run is followed to tell that.
const RUN_MAX: usize = 256;

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

/// A script whose letters are all far from those of ASCII, in which recovery phrases are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Kana,
    Han,
    Hangul,
}

impl Script {
    const ALL: [Self; 3] = [Self::Kana, Self::Han, Self::Hangul];

    /// A bit for each script.
    const fn bit(self) -> u8 {
        match self {
            Self::Kana => 1,
            Self::Han => 2,
            Self::Hangul => 4,
        }
    }

    /// For each byte the scripts of which it may be the upper one.
    const UPPER: [u8; 256] = {
        let mut upper = [0; 256];
        let mut byte = 0;
        while byte < 256 {
            upper[byte] = match byte {
                // Signs between words, and the block of kana.
                0x00 | 0x30 | 0xff => 7,
                0x4e..=0x9f => Self::Han.bit(),
                0x11 | 0xac..=0xd7 => Self::Hangul.bit(),
                _ => 0,
            };
            byte += 1;
        }
        upper
    };

    fn is_letter(self, unit: u16) -> bool {
        match self {
            Self::Kana => matches!(unit, 0x3041..=0x309f),
            Self::Han => matches!(unit, 0x4e00..=0x9fff),
            // Letters put together, and their parts.
            Self::Hangul => matches!(unit, 0xac00..=0xd7a3 | 0x1100..=0x11ff),
        }
    }

    /// What stands between words, or numbers them.
    fn is_between(unit: u16) -> bool {
        matches!(unit, 0x09 | 0x0a | 0x0d | 0x20 | 0x2c | 0x2e | 0x30..=0x3a | 0x3000..=0x3002 | 0xff0c)
    }

    /// The run of such text that has a unit at `at`; its length is that of its letters.
    fn run(self, bytes: &[u8], from: usize, at: usize, order: Order) -> Run {
        let is_text = |pair: &&[u8]| {
            let unit = order.unit(pair);
            self.is_letter(unit) || Self::is_between(unit)
        };
        let before = bytes[from.min(at)..at].rchunks_exact(2).take(RUN_MAX).take_while(is_text).count();
        let start = at - 2 * before;
        let all = bytes[start..].chunks_exact(2).take(2 * RUN_MAX).take_while(is_text);
        Run { start, units: all.filter(|pair| self.is_letter(order.unit(pair))).count() }
    }
}

/// Text that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wide {
    pub(crate) order: Order,
    /// The script by which it was told, where that was not ASCII.
    pub(crate) script: Option<Script>,
}

/// Where text begins, at or after `from` and before `limit`, and its order. `base` is the offset of the first byte.
pub(crate) fn find(bytes: &[u8], base: u64, from: usize, limit: usize) -> Option<(usize, Wide)> {
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
                return (start < limit).then_some((start, Wide { order, script: None }));
            }
        } else if !is_all_printable(word)
            && let Some((start, found)) = in_script(bytes, base, from, at)
        {
            return (start < limit).then_some((start, found));
        }
        at += 8;
    }
    None
}

/// Whether all of eight bytes are signs of ASCII, of which no text in another script has many.
fn is_all_printable(word: u64) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const SPACES: u64 = 0x2020_2020_2020_2020;
    (word.wrapping_sub(SPACES) | word) & HIGH == 0
}

/// The text in another script that has units in the eight bytes at `at`.
fn in_script(bytes: &[u8], base: u64, from: usize, at: usize) -> Option<(usize, Wide)> {
    for upper in [1, 0] {
        let uppers = bytes[at..at + 8].iter().skip(upper).step_by(2);
        let scripts = uppers.clone().fold(7, |scripts, byte| scripts & Script::UPPER[usize::from(*byte)]);
        if scripts == 0 || uppers.clone().all(|byte| *byte == 0) {
            continue;
        }
        for script in Script::ALL.into_iter().filter(|script| scripts & script.bit() != 0) {
            let little = script.run(bytes, from, at + 1 - upper, Order::Little);
            let big = script.run(bytes, from, at + upper, Order::Big);
            // One order mostly reads what the other does, until a sign between words.
            let is_even = (base + wide(little.start)).is_multiple_of(2);
            let is_little = little.units > big.units || (little.units == big.units && is_even);
            let (run, order) = if is_little { (little, Order::Little) } else { (big, Order::Big) };
            if run.units >= LETTERS_MIN {
                return Some((run.start, Wide { order, script: Some(script) }));
            }
        }
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
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64, found: Wide) -> Tried {
    let Wide { order, script } = found;
    let name = match order {
        Order::Little => "utf-16le",
        Order::Big => "utf-16be",
    };
    let step = Step { name, offset, file: None };
    walk.open(layer, step, offset, 1, |input| {
        Box::new(Decoder {
            input,
            order,
            script,
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
    script: Option<Script>,
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
                let is_of_script = self.script.is_some_and(|script| script.is_letter(unit));
                self.foreign = if character.is_ascii() || is_of_script { 0 } else { self.foreign + 1 };
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
                let found = Wide { order, script: None };
                assert_eq!(find(&bytes, 0, 0, bytes.len()), Some((pad, found)), "{pad}");
            }
        }
        assert_eq!(find(b"plain text and \0\0\0\0\0\0\0\0\0 zeros", 0, 0, 30), None);
        assert_eq!(find("слово ".repeat(90).as_bytes(), 0, 0, 900), None);
        assert_eq!(find("私は本を読むのが好きです。".repeat(20).as_bytes(), 0, 0, 700), None);
        assert_eq!(find(&[1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0, 9, 0, 1, 0], 0, 0, 20), None);
    }

    /// The first words of the lists of BIP39, a sign between them, and the script.
    const PHRASES: [(&str, Script); 4] = [
        ("あいこくしん\u{3000}あいさつ\u{3000}あいだ\u{3000}あおぞら", Script::Kana),
        ("的 一 是 在 不 了 有 和 人 这 中 大", Script::Han),
        ("的一是在不了有和人这中大", Script::Han),
        ("가격 가끔 가난 가능 가득 가르침", Script::Hangul),
    ];

    #[test]
    fn text_of_other_scripts_is_found_in_either_order() {
        for (text, script) in PHRASES {
            for pad in [0, 2, 6, 100] {
                for (order, write) in
                    [(Order::Little, u16::to_le_bytes as fn(u16) -> [u8; 2]), (Order::Big, u16::to_be_bytes)]
                {
                    let mut bytes = vec![0xEE; pad];
                    bytes.extend(text.encode_utf16().flat_map(write));
                    bytes.extend([0xEE; 40]);
                    let found = Wide { order, script: Some(script) };
                    assert_eq!(find(&bytes, 0, 0, bytes.len()), Some((pad, found)), "{text} {pad}");
                }
            }
        }
    }

    #[test]
    fn fewer_letters_than_a_phrase_has_are_none() {
        let text: Vec<u8> = PHRASES[2].0.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let around = |text: &[u8]| [&[0xEE; 16], text, &[0xEE; 16]].concat();
        assert!(find(&around(&text), 0, 0, 56).is_some());
        assert_eq!(find(&around(&text[2..]), 0, 0, 54), None);
    }
}

//! Text in UTF-16 of either order, with a mark or without, alone or amid other bytes.

use std::io::{self, BufRead, Read};

use crate::eastern::{self, Part};
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

/// So many letters of Chinese, Japanese or Korean in a row, and signs between them, are taken for text: twelve words of Chinese
/// have no more.
const LETTERS_MIN: usize = 12;

/// Eight bytes in so many are looked at for such text: twelve letters have eight of them.
const EASTERN_STEP: usize = 16;
const _: () = assert!(EASTERN_STEP + 8 <= 2 * LETTERS_MIN + 1);

/// How far such a run is followed to both sides to tell that.
const RUN_MAX: usize = 256;

/// So many letters or signs behind a rare letter tell it from the bytes that may follow on such a text.
const BELIEVED_BY: usize = 2;

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

/// By what text is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Ascii,
    /// Chinese, Japanese or Korean.
    Eastern,
}

/// Text that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wide {
    pub(crate) order: Order,
    pub(crate) script: Script,
}

/// Where text begins, at or after `from` and before `limit`, and its order. `base` is the offset of the first byte.
pub(crate) fn find(bytes: &[u8], base: u64, from: usize, limit: usize) -> Option<(usize, Wide)> {
    let mut at = from;
    // Of text that begins before the limit the first whole word may lie behind it.
    while at < limit + EASTERN_STEP + 8 {
        let is_block = (at - from).is_multiple_of(PLAIN_BYTES);
        if is_block && bytes[at..].first_chunk().is_some_and(is_plain) {
            at += PLAIN_BYTES;
            continue;
        }
        let word: [u8; 8] = bytes.get(at..at + 8)?.try_into().ok()?;
        let word = u64::from_le_bytes(word);
        // Four units whose upper bytes are zero and whose lower ones are not: by two bytes of every eight.
        let upper = [word & 0xff00_ff00_ff00_ff00 == 0, word & 0x00ff_00ff_00ff_00ff == 0];
        if word != 0 && (upper[0] || upper[1]) {
            // Both orders are possible: the zero may belong to the letter before or after it.
            let parity = usize::from(upper[1]);
            // In both orders these are letters.
            if ![2, 4, 6].iter().all(|letter| is_printable(bytes[at + letter - parity])) {
                at += 8;
                continue;
            }
            // What one order reads, the other reads too, but for the letters at the ends.
            let little = run(bytes, from, at + parity, Order::Little);
            let big = run(bytes, from, at + 1 - parity, Order::Big);
            let (run, order) = longer(base, little, big);
            if run.units >= UNITS_MIN {
                let start = with_letters_before(bytes, from, run.start, order);
                return (start < limit).then_some((start, Wide { order, script: Script::Ascii }));
            }
        } else if word != 0 && (at - from).is_multiple_of(EASTERN_STEP) {
            for upper in [1, 0] {
                if !may_be_eastern(&bytes[at + upper..at + upper + 7]) {
                    continue;
                }
                let little = eastern_run(bytes, from, at + 1 - upper, Order::Little);
                let big = eastern_run(bytes, from, at + upper, Order::Big);
                let (run, order) = longer(base, little, big);
                if run.units >= LETTERS_MIN && run.is_varied {
                    let found = Wide { order, script: Script::Eastern };
                    return (run.start < limit).then_some((run.start, found));
                }
            }
        }
        at += 8;
    }
    None
}

/// So many bytes are passed over at once where they are plain.
const PLAIN_BYTES: usize = 64;

/// Whether all bytes are ASCII and none is zero, as in a text of one byte a letter.
fn is_plain(bytes: &[u8; PLAIN_BYTES]) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const ONES: u64 = 0x0101_0101_0101_0101;
    let (words, _) = bytes.as_chunks();
    let odd = words
        .iter()
        .map(|word| u64::from_le_bytes(*word))
        .fold(0, |odd, word| odd | word | word.wrapping_sub(ONES));
    odd & HIGH == 0
}

/// Of the runs of both orders the one that has more; where neither has, texts begin at even places.
fn longer(base: u64, little: Run, big: Run) -> (Run, Order) {
    let is_even = (base + wide(little.start)).is_multiple_of(2);
    let is_little = little.units > big.units || (little.units == big.units && is_even);
    if is_little { (little, Order::Little) } else { (big, Order::Big) }
}

/// Whether every second one of the bytes may be the upper byte of a letter.
fn may_be_eastern(bytes: &[u8]) -> bool {
    bytes.iter().step_by(2).fold(true, |all, byte| all & eastern::UPPER[usize::from(*byte)])
}

/// The run of such text that has a unit at `at`; its length is that of its letters.
fn eastern_run(bytes: &[u8], from: usize, at: usize, order: Order) -> Run {
    let part = |pair: &[u8]| eastern::part(order.unit(pair));
    let is_text = |pair: &&[u8]| matches!(part(pair), Part::Letter | Part::Between);
    if bytes.get(at..at + 2).is_none_or(|pair| !is_text(&pair)) {
        return Run { start: at, units: 0, is_varied: false };
    }
    let before = bytes[from.min(at)..at].rchunks_exact(2).take(RUN_MAX).take_while(is_text).count();
    let start = at - 2 * before;
    let (mut units, mut changes) = (0, 0);
    let mut last: &[u8] = &[];
    for pair in bytes[start..].chunks_exact(2).take(2 * RUN_MAX).take_while(is_text) {
        if part(pair) == Part::Letter {
            units += 1;
            changes += usize::from(pair != last);
        }
        last = pair;
    }
    Run { start, units, is_varied: 2 * changes >= units }
}

struct Run {
    start: usize,
    units: usize,
    /// Whether half of its letters are other ones than those before them: tables repeat one, and no phrase does.
    is_varied: bool,
}

/// The run of ASCII that has a unit at `at`.
fn run(bytes: &[u8], from: usize, at: usize, order: Order) -> Run {
    let is_ascii = |pair: &&[u8]| order.is_ascii(pair);
    let before = bytes[from.min(at)..at].rchunks_exact(2).take_while(is_ascii).count();
    let after = bytes[at..].chunks_exact(2).take_while(is_ascii).count();
    Run { start: at - 2 * before, units: before + after, is_varied: true }
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
    let name = match found.order {
        Order::Little => "utf-16le",
        Order::Big => "utf-16be",
    };
    let step = Step { name, offset, file: None };
    walk.open(layer, step, offset, 1, |input| Box::new(decoder(input, found)))
}

fn decoder<R: BufRead>(input: R, found: Wide) -> Decoder<R> {
    Decoder {
        input,
        order: found.order,
        script: found.script,
        ready: Ready::default(),
        gap: 0,
        foreign: 0,
        narrow: 0,
        high: None,
        doubtful: Vec::new(),
        ended: false,
    }
}

struct Decoder<R> {
    input: R,
    order: Order,
    script: Script,
    ready: Ready,
    /// Units since the last one of text.
    gap: usize,
    /// Letters since the last one of ASCII.
    foreign: usize,
    /// Units in a row that would be two signs of ASCII.
    narrow: usize,
    high: Option<u16>,
    /// A rare letter and what follows it, until that is believed.
    doubtful: Vec<u16>,
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
        if self.script == Script::Eastern {
            return self.take_eastern(unit);
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

impl<R> Decoder<R> {
    /// The same of text that was told by its letters: it goes on as long as it consists of them, of signs and of ASCII. A rare letter
    /// is taken for one where so many of those follow.
    fn take_eastern(&mut self, unit: u16) -> bool {
        let is_ascii = u8::try_from(unit).is_ok_and(is_printable);
        match eastern::part(unit) {
            Part::Other if !is_ascii => return false,
            Part::Rare if !self.doubtful.is_empty() => return false,
            Part::Rare => self.doubtful.push(unit),
            _ if !self.doubtful.is_empty() => {
                self.doubtful.push(unit);
                if self.doubtful.len() > BELIEVED_BY {
                    for unit in std::mem::take(&mut self.doubtful) {
                        self.push(unit);
                    }
                }
            }
            _ => self.push(unit),
        }
        true
    }

    fn push(&mut self, unit: u16) {
        let character = char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER);
        self.ready.bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
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
                let found = Wide { order, script: Script::Ascii };
                assert_eq!(find(&bytes, 0, 0, bytes.len()), Some((pad, found)), "{pad}");
            }
        }
        assert_eq!(find(b"plain text and \0\0\0\0\0\0\0\0\0 zeros", 0, 0, 30), None);
        assert_eq!(find("слово ".repeat(90).as_bytes(), 0, 0, 900), None);
        assert_eq!(find("私は本を読むのが好きです。".repeat(20).as_bytes(), 0, 0, 700), None);
        assert_eq!(find(&[1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0, 9, 0, 1, 0], 0, 0, 20), None);
    }

    /// The first words of the lists of BIP39, with a sign between them or none.
    const PHRASES: [&str; 6] = [
        "あいこくしん\u{3000}あいさつ\u{3000}あいだ\u{3000}あおぞら",
        "的 一 是 在 不 了 有 和 人 这 中 大",
        "的一是在不了有和人这中大",
        "的 的 的 的 的 的 的 的 的 的 的 在",
        "1. 가격\r\n2. 가끔\r\n3. 가난\r\n4. 가능\r\n5. 가득\r\n6. 가르침",
        "①的②一③是④在⑤不⑥了⑦有⑧和⑨人⑩这⑪中⑫大",
    ];

    fn written(text: &str, order: Order) -> Vec<u8> {
        let write = match order {
            Order::Little => u16::to_le_bytes,
            Order::Big => u16::to_be_bytes,
        };
        text.encode_utf16().flat_map(write).collect()
    }

    fn is_found(text: &str) -> bool {
        let bytes = [&[0xEE; 16], &*written(text, Order::Little), &[0xEE; 16]].concat();
        find(&bytes, 0, 0, bytes.len()).is_some()
    }

    /// What is read of a text that was found at the beginning of these bytes.
    fn decoded(text: &str, behind: &[u8]) -> String {
        let bytes = [&*written(text, Order::Big), behind].concat();
        let found = find(&bytes, 0, 0, bytes.len()).expect("a text");
        assert_eq!(found, (0, Wide { order: Order::Big, script: Script::Eastern }));
        let mut read = String::new();
        decoder(bytes.as_slice(), found.1).read_to_string(&mut read).unwrap();
        read
    }

    #[test]
    fn text_of_eastern_letters_is_found_at_any_place_in_either_order() {
        for text in PHRASES {
            for pad in 0..40 {
                for order in [Order::Little, Order::Big] {
                    let bytes = [&vec![0xEE; pad], &*written(text, order), &[0xEE; 40]].concat();
                    let found = Wide { order, script: Script::Eastern };
                    assert_eq!(find(&bytes, 0, 0, bytes.len()), Some((pad, found)), "{text} {pad}");
                }
            }
        }
    }

    #[test]
    fn text_that_begins_before_the_limit_is_found_and_none_at_it() {
        for text in [PHRASES[2], "a wallet"] {
            for pad in 100..116 {
                let bytes = [&vec![0xEE; pad], &*written(text, Order::Little), &[0xEE; 40]].concat();
                let found = |limit| find(&bytes, 0, 0, limit).map(|(start, _)| start);
                assert_eq!((found(pad + 1), found(pad)), (Some(pad), None), "{text} {pad}");
            }
        }
    }

    #[test]
    fn fewer_letters_than_a_phrase_has_are_none() {
        let text = PHRASES[2];
        assert_eq!(text.chars().count(), LETTERS_MIN);
        assert!(is_found(text));
        assert!(!is_found(&text['的'.len_utf8()..]));
    }

    #[test]
    fn letters_of_which_most_repeat_the_one_before_are_none() {
        // Six of twelve letters are other ones than those before them, and five of twelve.
        assert!(is_found("的一是在不了了了了了了了"));
        assert!(!is_found("的一是在不不不不不不不不"));
    }

    #[test]
    fn letters_are_counted_as_far_as_a_run_is_followed() {
        let text = |units: usize| format!("的一是在不了有和人这中{}大", "。".repeat(units - LETTERS_MIN));
        assert!(is_found(&text(2 * RUN_MAX)));
        assert!(!is_found(&text(2 * RUN_MAX + 1)));
    }

    #[test]
    fn no_rare_letter_at_the_end_is_taken_for_text_that_other_bytes_may_be() {
        let text = PHRASES[2];
        assert_eq!(decoded(text, &[0xEE; 16]), text);
        // 龘 is rare, and so is 鬱 in Chinese.
        assert_eq!(decoded(&format!("{text}龘的"), &[0xEE; 16]), text);
        let longer = format!("{text}龘的，很好");
        assert_eq!(decoded(&longer, &[0xEE; 16]), longer);
        assert_eq!(decoded(&format!("{text}龘龘的，很好"), &[0xEE; 16]), text);
        let mixed = format!("{text} is the phrase, 私は本を読むのが好きです。");
        assert_eq!(decoded(&mixed, &[0xEE; 16]), mixed);
    }

    #[test]
    fn rows_of_chance_hold_no_text() {
        // Pairs of bytes as a simple generator gives them (Knuth's MMIX), all of them Han characters in one order.
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u16::try_from(state >> 48).unwrap()
        };
        let bytes: Vec<u8> = (0..200_000).flat_map(|_| (0x4e00 + next() % 0x51f0).to_be_bytes()).collect();
        assert_eq!(find(&bytes, 0, 0, bytes.len()), None);
    }

    #[test]
    fn text_of_one_byte_a_letter_is_none() {
        let text = "for (int at = 0; at < count; at += 1) {\n\tsum += values[at];\n}\n";
        assert_eq!(find(text.repeat(50).as_bytes(), 0, 0, 50 * text.len()), None);
        let french = "Le café est très agréable, n’est-ce pas ? Où êtes-vous allé hier ?\n".repeat(50);
        assert_eq!(find(french.as_bytes(), 0, 0, french.len()), None);
    }
}

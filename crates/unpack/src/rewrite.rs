//! Text in which single letters are written by others, or which is torn: the neighbourhood of such places is shown once
//! more as it is meant.

use std::ops::Range;

use crate::layer::wide;
use crate::plausible::is_text;
use crate::runs::Letters;

/// How far around a rewritten place the text is repeated, so that what is found there has its context.
pub(crate) const NEAR_BYTES: usize = 512;

/// The longest piece of text that is rewritten at once.
pub(crate) const PIECE_BYTES: usize = 64 * 1024;

/// How many bytes on both sides of the first place must be text: binary files hold every sign.
const TEXT_AROUND: usize = 16;

/// A way in which letters are written by others. The order is that in which they are nested: a mail holds JSON, which holds
/// markup with entities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rewriter {
    /// Quoted-printable (RFC 2045 6.7).
    QuotedPrintable,
    /// Escapes with a backslash: JSON (RFC 8259) and the languages that it took them from.
    Backslash,
    /// Tags of XML and HTML between parts of a word.
    Markup,
    /// Entities of HTML.
    Entities,
    /// Percent signs of URLs (RFC 3986 2.1).
    Percent,
    /// A line break in a long word.
    LineWrap,
}

/// A piece of text as it is meant.
pub(crate) struct Piece {
    /// The bytes that were gone over.
    pub(crate) place: Range<usize>,
    pub(crate) text: Vec<u8>,
    pub(crate) rewritten: Vec<Range<u64>>,
}

/// How many bytes are meant, and what is meant by them.
struct Meant {
    taken: usize,
    letters: Letter,
}

enum Letter {
    Nothing,
    Byte(u8),
    Char(char),
}

const HEX: Letters = Letters::new(b"0123456789abcdefABCDEF");
const HEX_UPPER: Letters = Letters::new(b"0123456789ABCDEF");
const WORD: Letters = Letters::new(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

impl Rewriter {
    pub(crate) const ALL: [Self; 6] =
        [Self::QuotedPrintable, Self::Backslash, Self::Markup, Self::Entities, Self::Percent, Self::LineWrap];

    /// The name of the step.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::QuotedPrintable => "quoted-printable",
            Self::Backslash => "backslash",
            Self::Markup => "markup",
            Self::Entities => "html",
            Self::Percent => "percent",
            Self::LineWrap => "line-wrap",
        }
    }

    /// Whether it is looked for in text that `outer` rewrote. JSON stands in JSON again and again.
    pub(crate) fn may_follow(self, outer: Self) -> bool {
        self > outer || (self == outer && self == Self::Backslash)
    }

    /// The sign at which one of its places begins.
    fn sign(self) -> u8 {
        match self {
            Self::QuotedPrintable => b'=',
            Self::Backslash => b'\\',
            Self::Markup => b'<',
            Self::Entities => b'&',
            Self::Percent => b'%',
            Self::LineWrap => b'\n',
        }
    }

    /// The next place at or after `from`, and what is meant by it.
    fn next(self, bytes: &[u8], from: usize, limit: usize) -> Option<(usize, Meant)> {
        let within = bytes.get(from..limit)?;
        memchr::memchr_iter(self.sign(), within).find_map(|at| {
            let at = from + at;
            // A line break may be of two bytes.
            let at = if self == Self::LineWrap && at > from && bytes[at - 1] == b'\r' { at - 1 } else { at };
            Some((at, self.meant(bytes, at)?))
        })
    }

    fn meant(self, bytes: &[u8], at: usize) -> Option<Meant> {
        match self {
            Self::QuotedPrintable => quoted_printable(&bytes[at..]),
            Self::Backslash => backslash(&bytes[at..]),
            Self::Markup => markup(bytes, at),
            Self::Entities => entity(&bytes[at..]),
            Self::Percent => percent(&bytes[at..]),
            Self::LineWrap => line_wrap(bytes, at),
        }
    }

    /// Where the next place is, at or after `from` and before `limit`.
    pub(crate) fn find(self, bytes: &[u8], from: usize, limit: usize) -> Option<usize> {
        let mut from = from;
        while let Some((at, meant)) = self.next(bytes, from, limit) {
            if is_text_around(bytes, at, at + meant.taken) {
                return Some(at);
            }
            from = at + meant.taken;
        }
        None
    }

    /// The text around the place at `at`, as long as the next one is near the one before. It begins not before `floor`.
    pub(crate) fn piece(self, bytes: &[u8], at: usize, floor: usize) -> Piece {
        let start = at.saturating_sub(NEAR_BYTES).max(floor);
        let limit = bytes.len().min(at + PIECE_BYTES);
        let mut piece = Piece { place: start..start, text: Vec::new(), rewritten: Vec::new() };
        let (mut copied, mut near) = (start, at + 1);
        while let Some((place, meant)) = self.next(bytes, copied.max(at), limit.min(near + NEAR_BYTES)) {
            piece.text.extend_from_slice(&bytes[copied..place]);
            let begin = wide(piece.text.len());
            match meant.letters {
                Letter::Nothing => {}
                Letter::Byte(byte) => piece.text.push(byte),
                Letter::Char(character) => {
                    piece.text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                }
            }
            piece.note(begin..wide(piece.text.len()));
            copied = place + meant.taken;
            near = copied;
        }
        let end = bytes.len().min(near + NEAR_BYTES).min(limit.max(copied));
        piece.text.extend_from_slice(&bytes[copied..end]);
        piece.place.end = end;
        if matches!(self, Self::Markup | Self::LineWrap) {
            piece.add_parts();
        }
        piece
    }

    /// Whether what was rewritten in a piece is enough to believe that it was meant so. An equals sign before two digits stands
    /// in many an URL.
    pub(crate) fn is_believed(self, bytes: &[u8], piece: &Piece) -> bool {
        self != Self::QuotedPrintable
            || piece.rewritten.len() >= 3
            || memchr::memchr_iter(b'=', &bytes[piece.place.clone()])
                .any(|at| matches!(&bytes[piece.place.start + at + 1..], [b'\n', ..] | [b'\r', b'\n', ..]))
    }
}

impl Piece {
    fn note(&mut self, range: Range<u64>) {
        match self.rewritten.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => self.rewritten.push(range),
        }
    }
}

/// So many parts of one torn word are put together in every way.
const PARTS_MAX: usize = 8;

impl Piece {
    /// Where a word was joined of three parts or more, one of its ends may be a word of its own: `subj`, `1HooWB2`, `ieBr959` hold
    /// the last two joined. Each such row of parts stands on a line of its own at the end of the piece.
    fn add_parts(&mut self) {
        let index = |offset: u64| usize::try_from(offset).expect("it is in memory");
        let joins: Vec<_> =
            self.rewritten.iter().filter(|range| range.is_empty()).map(|range| index(range.start)).collect();
        let mut from = 0;
        while let Some(first) = joins.get(from) {
            let start = first - self.text[..*first].iter().rev().take_while(|byte| WORD.has(**byte)).count();
            let end = first + WORD.leading(&self.text[*first..]);
            let inside = joins[from..].iter().take_while(|join| **join < end).count();
            let borders: Vec<_> =
                [start].iter().chain(&joins[from..from + inside]).chain(&[end]).copied().collect();
            from += inside.max(1);
            if borders.len() - 1 > PARTS_MAX {
                continue;
            }
            for (at, begin) in borders.iter().enumerate() {
                for (to, end) in borders.iter().enumerate().skip(at + 2) {
                    let is_whole = at == 0 && to == borders.len() - 1;
                    if !is_whole && (JOINED_MIN..=JOINED_MAX).contains(&(end - begin)) {
                        let word = self.text[*begin..*end].to_vec();
                        self.text.push(b'\n');
                        let begin = wide(self.text.len());
                        self.text.extend_from_slice(&word);
                        self.note(begin..wide(self.text.len()));
                    }
                }
            }
        }
    }
}

fn is_text_around(bytes: &[u8], start: usize, end: usize) -> bool {
    is_text(&bytes[start.saturating_sub(TEXT_AROUND)..bytes.len().min(end + TEXT_AROUND)])
}

fn hex(digits: &[u8], letters: &Letters) -> Option<u32> {
    (!digits.is_empty() && letters.leading(digits) == digits.len()).then(|| {
        digits
            .iter()
            .fold(0, |number, digit| number << 4 | char::from(*digit).to_digit(16).unwrap_or_default())
    })
}

fn hex_byte(digits: Option<&[u8]>, letters: &Letters) -> Option<u8> {
    hex(digits?, letters).and_then(|number| u8::try_from(number).ok())
}

fn quoted_printable(bytes: &[u8]) -> Option<Meant> {
    // Blanks before the break were added on the way (RFC 2045 6.7, rule 3).
    let blanks = bytes[1..].iter().take(16).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    match &bytes[1 + blanks..] {
        [b'\r', b'\n', ..] => return Some(Meant { taken: 3 + blanks, letters: Letter::Nothing }),
        [b'\n', ..] => return Some(Meant { taken: 2 + blanks, letters: Letter::Nothing }),
        _ => {}
    }
    let byte = hex_byte(bytes.get(1..3), &HEX_UPPER)?;
    Some(Meant { taken: 3, letters: Letter::Byte(byte) })
}

fn percent(bytes: &[u8]) -> Option<Meant> {
    Some(Meant { taken: 3, letters: Letter::Byte(hex_byte(bytes.get(1..3), &HEX)?) })
}

fn backslash(bytes: &[u8]) -> Option<Meant> {
    let letters = match bytes.get(1)? {
        b'n' | b'r' => Letter::Byte(b'\n'),
        b't' | b'b' | b'f' => Letter::Byte(b' '),
        sign @ (b'"' | b'\'' | b'\\' | b'/') => Letter::Byte(*sign),
        b'x' => {
            let byte = hex_byte(bytes.get(2..4), &HEX)?;
            return Some(Meant { taken: 4, letters: Letter::Byte(byte) });
        }
        b'u' => return unicode_escape(bytes),
        _ => return None,
    };
    Some(Meant { taken: 2, letters })
}

fn unicode_escape(bytes: &[u8]) -> Option<Meant> {
    let unit = |at: usize| {
        let is_escape = bytes.get(at..at + 2)? == b"\\u";
        is_escape
            .then(|| hex(bytes.get(at + 2..at + 6)?, &HEX))
            .flatten()
            .and_then(|unit| u16::try_from(unit).ok())
    };
    let first = unit(0)?;
    let (units, taken) = match (first, unit(6)) {
        (0xd800..=0xdbff, Some(second @ 0xdc00..=0xdfff)) => (vec![first, second], 12),
        _ => (vec![first], 6),
    };
    let character = char::decode_utf16(units).next()?.unwrap_or(char::REPLACEMENT_CHARACTER);
    Some(Meant { taken, letters: Letter::Char(character) })
}

/// Entities by name that stand in or beside what is looked for; those of letters of other scripts make no difference to it.
const NAMED: &[(&[u8], Letter)] = &[
    (b"amp", Letter::Char('&')),
    (b"lt", Letter::Char('<')),
    (b"gt", Letter::Char('>')),
    (b"quot", Letter::Char('"')),
    (b"apos", Letter::Char('\'')),
    (b"nbsp", Letter::Char(' ')),
    (b"ensp", Letter::Char(' ')),
    (b"emsp", Letter::Char(' ')),
    (b"thinsp", Letter::Char(' ')),
    (b"Tab", Letter::Char('\t')),
    (b"NewLine", Letter::Char('\n')),
    (b"commat", Letter::Char('@')),
    (b"period", Letter::Char('.')),
    (b"colon", Letter::Char(':')),
    (b"sol", Letter::Char('/')),
    (b"lowbar", Letter::Char('_')),
    (b"plus", Letter::Char('+')),
    (b"equals", Letter::Char('=')),
    (b"num", Letter::Char('#')),
    (b"quest", Letter::Char('?')),
    (b"percnt", Letter::Char('%')),
    (b"lpar", Letter::Char('(')),
    (b"rpar", Letter::Char(')')),
    (b"comma", Letter::Char(',')),
    (b"semi", Letter::Char(';')),
    (b"hyphen", Letter::Char('-')),
    (b"dash", Letter::Char('-')),
    // Not seen, and put between letters so that a line may break there.
    (b"shy", Letter::Nothing),
    (b"zwnj", Letter::Nothing),
    (b"zwj", Letter::Nothing),
];

fn entity(bytes: &[u8]) -> Option<Meant> {
    let body = bytes.get(1..)?;
    let Some(number) = body.strip_prefix(b"#") else {
        let length = WORD.leading(&body[..body.len().min(8)]);
        let (_, letters) = NAMED.iter().find(|(name, _)| *name == &body[..length])?;
        let ended = body.get(length) == Some(&b';');
        let letters = match letters {
            Letter::Char(character) => Letter::Char(*character),
            _ => Letter::Nothing,
        };
        return ended.then_some(Meant { taken: length + 2, letters });
    };
    let (digits, radix, sign) = match number {
        [b'x' | b'X', digits @ ..] => (digits, 16, 1),
        digits => (digits, 10, 0),
    };
    let length = digits.iter().take(8).take_while(|digit| char::from(**digit).is_digit(radix)).count();
    let value =
        std::str::from_utf8(&digits[..length]).ok().and_then(|text| u32::from_str_radix(text, radix).ok())?;
    let ended = usize::from(digits.get(length) == Some(&b';'));
    let letters = match char::from_u32(value)? {
        '\u{ad}' | '\u{200b}'..='\u{200d}' => Letter::Nothing,
        '\u{a0}' => Letter::Char(' '),
        character => Letter::Char(character),
    };
    Some(Meant { taken: 2 + sign + length + ended, letters })
}

/// Text without its entities.
pub(crate) fn without_entities(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        match entity(rest.as_bytes()) {
            Some(Meant { taken, letters }) => {
                match letters {
                    Letter::Char(letter) => plain.push(letter),
                    Letter::Byte(byte) => plain.push(char::from(byte)),
                    Letter::Nothing => {}
                }
                rest = rest.get(taken..).unwrap_or_default();
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// Elements that end a word, by their local names: HTML, and the formats of Word, Excel, PowerPoint and OpenDocument.
const SEPARATORS: &[&[u8]] = &[
    b"p",
    b"br",
    b"cr",
    b"tab",
    b"line-break",
    b"s",
    b"si",
    b"c",
    b"v",
    b"row",
    b"tc",
    b"tr",
    b"td",
    b"th",
    b"li",
    b"ul",
    b"ol",
    b"div",
    b"h",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"hr",
    b"title",
    b"table",
    b"table-row",
    b"table-cell",
    b"option",
    b"body",
    b"head",
    b"script",
    b"style",
    b"pre",
    b"dt",
    b"dd",
    b"input",
    b"button",
    b"img",
    b"section",
    b"article",
    b"instrText",
];

/// The longest row of tags between two letters that is gone over.
const TAGS_MAX: usize = 4096;

/// Tags between two letters.
fn markup(bytes: &[u8], start: usize) -> Option<Meant> {
    let is_part =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b';' | b'&' | b'_' | b'@' | b'.' | b'-');
    if !start.checked_sub(1).is_some_and(|before| is_part(&bytes[before])) {
        return None;
    }
    let row = &bytes[start..bytes.len().min(start + TAGS_MAX)];
    let (mut at, mut ends_word) = (0, false);
    while row.get(at) == Some(&b'<') {
        let inside = &row[at + 1..];
        let inside = inside.strip_prefix(b"/").unwrap_or(inside);
        if !inside.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'!') {
            return None;
        }
        let length =
            inside.iter().position(|byte| matches!(byte, b' ' | b'>' | b'/' | b'\t' | b'\n' | b'\r'))?;
        let name = &inside[..length];
        let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
        ends_word |= SEPARATORS.iter().any(|separator| separator.eq_ignore_ascii_case(local));
        at += memchr::memchr(b'>', &row[at..])? + 1;
    }
    row.get(at).filter(|byte| is_part(byte))?;
    let letters = if ends_word { Letter::Byte(b'\n') } else { Letter::Nothing };
    Some(Meant { taken: at, letters })
}

/// The shortest part of a word on either side of a line break that is joined, and the shortest and longest word that it
/// makes: addresses have 25 letters and more, and base64 has lines of 64.
const PART_MIN: usize = 2;
const JOINED_MIN: usize = 25;
const JOINED_MAX: usize = 120;

/// A line break in a long word that holds digits.
fn line_wrap(bytes: &[u8], at: usize) -> Option<Meant> {
    let before = bytes[..at].iter().rev().take(JOINED_MAX).take_while(|byte| WORD.has(**byte)).count();
    if before < PART_MIN {
        return None;
    }
    let rest = &bytes[at..];
    let break_bytes = if rest.starts_with(b"\r\n") { 2 } else { 1 };
    let indent =
        rest[break_bytes..].iter().take(16).take_while(|byte| matches!(byte, b' ' | b'\t' | b'>')).count();
    let taken = break_bytes + indent;
    let next = &rest[taken..];
    let after = WORD.leading(&next[..next.len().min(JOINED_MAX)]);
    // A word may be torn twice, and then no two of its parts may be long enough.
    let is_torn_again = matches!(&next[after..], [b'\n' | b'\r', ..]) && after >= PART_MIN;
    let is_torn_before = before > PART_MIN && matches!(bytes[..at - before].last(), Some(b'\n'));
    let length = before + after;
    let is_long = length >= JOINED_MIN || (length >= JOINED_MIN / 2 && (is_torn_again || is_torn_before));
    let word = || bytes[at - before..at].iter().chain(&next[..after]);
    let is_mixed = word().any(u8::is_ascii_digit) && word().any(u8::is_ascii_alphabetic);
    (after >= PART_MIN && is_long && length <= JOINED_MAX && is_mixed)
        .then_some(Meant { taken, letters: Letter::Nothing })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(by: Rewriter, text: &str) -> String {
        let at = by.find(text.as_bytes(), 0, text.len()).expect("a place");
        let piece = by.piece(text.as_bytes(), at, 0);
        String::from_utf8(piece.text).unwrap()
    }

    #[test]
    fn what_is_written_is_read_as_it_is_meant() {
        use Rewriter::*;
        for (by, written, expected) in [
            (QuotedPrintable, "1Boat=\r\nSLR=3Da =C3=A9", "1BoatSLR=a é"),
            (QuotedPrintable, "1Boat= \nSLR", "1BoatSLR"),
            (Backslash, r#"pay\n1Boat\u0053LR\/x\"\ud83d\ude00"#, "pay\n1BoatSLR/x\"😀"),
            (Backslash, r"\x31\x42oat", "1Boat"),
            (Markup, "<w:t>1Bo</w:t></w:r><w:r><w:t>at</w:t>", "<w:t>1Boat</w:t>"),
            (
                Markup,
                "of<b>1HooWB2juM1dVQ2nE</b>ieBr959kTSCTh87b",
                "of1HooWB2juM1dVQ2nEieBr959kTSCTh87b\n1HooWB2juM1dVQ2nEieBr959kTSCTh87b",
            ),
            (Markup, "<td>1Boat</td><td>2Boat</td>", "<td>1Boat\n2Boat</td>"),
            (Entities, "&#49;&#x42;oat&commat;x&nbsp;y&shy;z", "1Boat@x yz"),
            (Percent, "u%3A%31Boat", "u:1Boat"),
            (
                LineWrap,
                "To: 1HooWB2juM1dVQ2nE\r\n> ieBr959kTSCTh87b",
                "To: 1HooWB2juM1dVQ2nEieBr959kTSCTh87b",
            ),
            (LineWrap, "1HooWB2juM\n1dVQ2nEieBr9\n59kTSCTh87b", "1HooWB2juM1dVQ2nEieBr959kTSCTh87b"),
        ] {
            assert_eq!(meant(by, written), expected, "{by:?}");
        }
    }

    #[test]
    fn other_text_is_left_alone() {
        use Rewriter::*;
        for (by, text) in [
            (QuotedPrintable, "a = b; c=d0"),
            (Backslash, r"C:\games \d+"),
            (Markup, "a < b > c, 1 <2"),
            (Entities, "a & b; &unknown; &#; &amplifier;"),
            (Percent, "100% of it"),
            (LineWrap, "an ordinary line\nand another\nwith 12 words"),
        ] {
            assert_eq!(by.find(text.as_bytes(), 0, text.len()), None, "{by:?}");
        }
    }

    #[test]
    fn a_piece_ends_near_its_last_place() {
        let text = format!("{}&#49;{}&#50;{}", "x".repeat(2000), "y".repeat(500), "z".repeat(2000));
        let piece = Rewriter::Entities.piece(text.as_bytes(), 2000, 0);
        assert_eq!(piece.place, 2000 - NEAR_BYTES..2000 + 5 + 500 + 5 + NEAR_BYTES);
        assert_eq!(piece.rewritten, [512..513, 1013..1014]);
        assert_eq!(Rewriter::Entities.piece(text.as_bytes(), 2000, 1990).place.start, 1990);
    }
}

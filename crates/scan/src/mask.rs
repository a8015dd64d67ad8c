//! Where secrets stand in the open in a text that is shown: around a hit, in a hit that is none itself, in a name.
//!
//! A secret may be written there in another way than the one by which it is found: with escapes, between tags, in base64. What is
//! shown around a hit serves a person who looks at it, and needs no long rows of letters and digits; so all of them are masked there,
//! whatever they are. A name or an address has to stay what it is, and only what is a secret is masked in it.

use std::borrow::Cow;
use std::ops::Range;

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

use crate::secret::MASK;
use crate::{address, classes, phrase};

/// So many words of a list in a row are masked around a hit. A phrase with a misspelt word is no hit but still a secret, so what
/// remains of it has to go as well; three words of a sentence may stand.
pub(crate) const WORDS_MASKED: usize = 4;

/// So many are masked in a name: of twelve words of which one is misspelt so many stand in a row, and few names have them.
const NAME_WORDS_MASKED: usize = 6;

/// The fewest symbols in a row that are masked around a hit: half a private key, or nine letters of a phrase in base64 and few
/// words of a language.
const ROW_MIN: usize = 16;

/// The fewest symbols of a row in which a phrase may stand in a name: six words of three letters in base64.
const NAME_ROW_MIN: usize = 24;

/// The fewest words that make a phrase of a row of letters with nothing between them: fewer are in many long names.
const JOINED_MIN: usize = 8;

/// So often what was decoded is decoded again.
const ROUNDS: usize = 4;

/// The longest text of a tag.
const TAG_MAX: usize = 256;

/// The same text with the secrets in it masked, which are whole in it or nearly: recovery phrases, private keys in the wallet import
/// format, and extended private keys. They are also seen behind escapes (`%20`, `=20`, `&#32;`, `\u0020`), in base64 and in
/// hexadecimal digits, and with no space between the words.
///
/// ```
/// let name = "seed/legal winner thank year wave sausage worth useful legal winner thank yellow.txt";
/// assert_eq!(comity_scan::masked(name), "seed/•••.txt");
/// assert_eq!(comity_scan::masked("notes/2024.txt"), "notes/2024.txt");
/// ```
pub fn masked(text: &str) -> Cow<'_, str> {
    if !may_hold(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut places = in_name(text.as_bytes());
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    places.sort_by_key(|place| place.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for place in places {
        let start = text.floor_char_boundary(place.start);
        if start > at {
            out.push_str(&text[at..start]);
        }
        if start >= at && !out.ends_with(MASK) {
            out.push_str(MASK);
        }
        at = at.max(text.ceil_char_boundary(place.end));
    }
    out.push_str(&text[at..]);
    Cow::Owned(out)
}

/// Whether a name may hold a secret, by what costs little.
fn may_hold(text: &[u8]) -> bool {
    if !text.is_ascii() || is_escaped(text) {
        return true;
    }
    let words =
        || text.split(|byte| !byte.is_ascii_alphabetic()).filter(|word| word.len() >= phrase::SPELLED_MIN);
    let is_most = |count: usize| count == NAME_WORDS_MASKED;
    is_most(words().take(NAME_WORDS_MASKED).count())
        && is_most(words().filter(|word| phrase::is_word(word)).take(NAME_WORDS_MASKED).count())
        || text.split(|byte| !byte.is_ascii_alphanumeric()).any(|row| row.len() >= NAME_ROW_MIN)
}

/// The places of secrets in a name.
fn in_name(name: &[u8]) -> Vec<Range<usize>> {
    let mut places = secrets(&spaced(name));
    let [mut text, mut next] = <[Text; 2]>::default();
    let mut is_decoded = decode(name, &Pieces::default(), &mut text);
    for _ in 0..ROUNDS {
        if !is_decoded {
            break;
        }
        places.extend(secrets(&spaced(&text.bytes)).iter().map(|place| text.pieces.written(place)));
        is_decoded = decode(&text.bytes, &text.pieces, &mut next);
        std::mem::swap(&mut text, &mut next);
    }
    places
}

/// The places of phrases and keys in a text without escapes.
fn secrets(text: &[u8]) -> Vec<Range<usize>> {
    // The words around a phrase may be in its list too; signs between the parts of an address keep them away, where that leaves one.
    let parts: Vec<u8> = text.iter().map(|byte| if b"/?=&@#".contains(byte) { 0 } else { *byte }).collect();
    let mut places = phrase::places(&Zeroizing::new(parts), 0..text.len(), NAME_WORDS_MASKED);
    let mut all = phrase::places(text, 0..text.len(), NAME_WORDS_MASKED);
    all.retain(|place| places.iter().all(|part| part.end <= place.start || place.end <= part.start));
    places.append(&mut all);
    for row in rows(text, &(0..text.len()), NAME_ROW_MIN, u8::is_ascii_alphanumeric) {
        if let Some(key) = address::private_key(&text[row.clone()]) {
            places.push(row.start + key.start..row.start + key.end);
        } else if is_phrase_in_row(&text[row.clone()]) {
            places.push(row);
        }
    }
    places
}

/// Whether a row of letters and digits is a phrase or a key without spaces or in another writing.
fn is_phrase_in_row(row: &[u8]) -> bool {
    let letters =
        row.split(|byte| !byte.is_ascii_alphabetic()).filter(|letters| letters.len() >= NAME_ROW_MIN);
    letters.into_iter().any(|letters| phrase::is_joined(letters, JOINED_MIN))
        || packed(row).iter().any(|bytes| holds(bytes))
}

/// What a row may stand for, from each place at which a letter may begin.
fn packed(row: &[u8]) -> Vec<Zeroizing<Vec<u8>>> {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let base64 = |from: &usize| {
        let row = &row[*from..];
        let row = if row.len() % 4 == 1 { &row[..row.len() - 1] } else { row };
        let engines = [GeneralPurpose::new(&STANDARD, config), GeneralPurpose::new(&URL_SAFE, config)];
        engines.iter().find_map(|engine| engine.decode(row).ok())
    };
    let hex = |from: &usize| {
        let row = &row[*from..];
        hex::decode(&row[..row.len() - row.len() % 2]).ok()
    };
    let all = [0, 1, 2, 3].iter().filter_map(base64).chain([0, 1].iter().filter_map(hex));
    all.map(Zeroizing::new).collect()
}

fn holds(bytes: &[u8]) -> bool {
    let text = spaced(bytes);
    !phrase::places(&text, 0..text.len(), NAME_WORDS_MASKED).is_empty()
        || rows(&text, &(0..text.len()), NAME_ROW_MIN, u8::is_ascii_alphanumeric)
            .any(|row| address::private_key(&text[row]).is_some())
}

/// Looks for what is masked around hits. Its room is used again for the next hit, and wiped at the end.
#[derive(Default)]
pub(crate) struct Masker {
    joined: Zeroizing<Vec<u8>>,
    decoded: [Text; 2],
    looks: Looks,
}

impl Masker {
    /// The places of what is masked around a hit: `parts` are what stands before and after it, and only what lies in the
    /// range `shown` matters. Places count from the first byte before the hit, which itself counts for one.
    pub(crate) fn near(&mut self, parts: [&[u8]; 2], shown: &Range<usize>) -> Vec<Range<usize>> {
        let Self { joined, decoded: [text, next], looks } = self;
        make_room(joined, parts[0].len() + 1 + parts[1].len());
        joined.extend_from_slice(parts[0]);
        joined.push(b' ');
        joined.extend_from_slice(parts[1]);
        let whole = Pieces::default();
        let mut places = Vec::new();
        looks.around(joined, &whole, shown, &mut places);
        let (mut text, mut next) = (text, next);
        let mut is_decoded = decode(joined, &whole, text);
        for _ in 0..ROUNDS {
            if !is_decoded {
                break;
            }
            looks.around(&text.bytes, &text.pieces, shown, &mut places);
            is_decoded = decode(&text.bytes, &text.pieces, next);
            std::mem::swap(&mut text, &mut next);
        }
        places
    }
}

/// What a look at a text needs.
#[derive(Default)]
struct Looks {
    spaced: Zeroizing<Vec<u8>>,
    untagged: Text,
}

impl Looks {
    /// Adds what is masked in a text: rows of words, also across tags; rows of symbols of which keys and encoded texts consist; and
    /// rows of letters that are not written as such.
    fn around(&mut self, text: &[u8], pieces: &Pieces, shown: &Range<usize>, places: &mut Vec<Range<usize>>) {
        let Self { spaced, untagged } = self;
        space(text, spaced);
        let range = pieces.range(shown, text.len());
        let words = phrase::places(spaced, range.clone(), WORDS_MASKED).into_iter();
        let symbols = rows(spaced, &range, ROW_MIN, |byte| SYMBOLS[usize::from(*byte)]);
        let hidden = pieces.hidden(spaced, &range);
        places.extend(words.chain(symbols).chain(hidden).map(|place| pieces.written(&place)));
        // With a space for each tag there are other rows of words, but none of symbols or letters.
        if untag(text, pieces, untagged) {
            space(&untagged.bytes, spaced);
            let range = untagged.pieces.range(shown, spaced.len());
            let words = phrase::places(spaced, range, WORDS_MASKED);
            places.extend(words.iter().map(|place| untagged.pieces.written(place)));
        }
    }
}

/// The symbols of which keys and encoded texts consist.
static SYMBOLS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] =
            byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_');
        byte += 1;
    }
    table
};

/// The rows of so many bytes of a class that touch a range, whole.
fn rows<'t>(
    text: &'t [u8],
    range: &Range<usize>,
    least: usize,
    class: impl Fn(&u8) -> bool + Copy + 't,
) -> impl Iterator<Item = Range<usize>> + 't {
    let back = text[..range.start].iter().rev().take_while(|byte| class(byte)).count();
    let (mut at, end) = (range.start - back, range.end);
    std::iter::from_fn(move || {
        while at < end {
            // Most rows are too short, which shows first at the last byte of so many.
            if let Some(other) = text.get(at..at + least)?.iter().rposition(|byte| !class(byte)) {
                at += other + 1;
                continue;
            }
            let start = at;
            at += least;
            at += text[at..].iter().take_while(|byte| class(byte)).count();
            return Some(start..at);
        }
        None
    })
}

/// The bytes with a space for each control character, which keeps the words apart between which it stands.
fn spaced(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut spaced = Zeroizing::default();
    space(bytes, &mut spaced);
    spaced
}

/// The same in room that there is.
fn space(bytes: &[u8], spaced: &mut Zeroizing<Vec<u8>>) {
    make_room(spaced, bytes.len());
    spaced.extend(bytes.iter().map(|byte| if byte.is_ascii_control() { b' ' } else { *byte }));
}

/// Empties room for so many bytes.
fn make_room(room: &mut Zeroizing<Vec<u8>>, bytes: usize) {
    room.clear();
    if room.capacity() < bytes {
        // A text that grows would leave copies of itself behind.
        *room = Zeroizing::new(Vec::with_capacity(bytes.next_power_of_two()));
    }
}

/// A text, and how it is written in another.
#[derive(Default)]
struct Text {
    bytes: Zeroizing<Vec<u8>>,
    pieces: Pieces,
}

impl Text {
    fn make_room(&mut self, bytes: usize) {
        make_room(&mut self.bytes, bytes);
        self.pieces.0.clear();
    }

    /// Appends bytes of `from` as they are.
    fn copy(&mut self, from: &[u8], pieces: &Pieces, place: Range<usize>) {
        pieces.copy(&place, self.bytes.len(), &mut self.pieces);
        self.bytes.extend_from_slice(&from[place]);
    }

    /// Appends bytes that are written in another way.
    fn put(&mut self, bytes: &[u8], written: Range<usize>) {
        self.pieces.0.push(Piece { at: self.bytes.len(), written, is_escape: true });
        self.bytes.extend_from_slice(bytes);
    }
}

/// How the bytes of a text are written in another: pieces that follow on one another, or none where all stand as they are.
#[derive(Default)]
struct Pieces(Vec<Piece>);

/// Bytes from `at` to the next piece: written byte by byte, or all of them by one escape.
#[derive(Clone)]
struct Piece {
    at: usize,
    written: Range<usize>,
    is_escape: bool,
}

impl Piece {
    fn written(&self, at: usize) -> Range<usize> {
        if self.is_escape {
            return self.written.clone();
        }
        let start = self.written.start + (at - self.at);
        start..start + 1
    }
}

impl Pieces {
    /// The piece in which the byte `at` lies, by its number.
    fn of(&self, at: usize) -> usize {
        self.0.partition_point(|piece| piece.at <= at) - 1
    }

    /// The place of bytes of this text in that in which they are written.
    fn written(&self, place: &Range<usize>) -> Range<usize> {
        if self.0.is_empty() {
            return place.clone();
        }
        let (first, last) = (place.start, place.end - 1);
        self.0[self.of(first)].written(first).start..self.0[self.of(last)].written(last).end
    }

    /// The rows of letters that touch a range of the text and have one that is written by an escape, whole.
    fn hidden(&self, text: &[u8], range: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let is_letter = |byte: &&u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
        let before = move |at: usize| at - text[..at].iter().rev().take_while(is_letter).count();
        let after = move |at: usize| at + text[at..].iter().take_while(is_letter).count();
        let limit = range.end;
        // A text without escapes has no such row.
        let (mut end, last) = if self.0.is_empty() { (0, 0) } else { (before(range.start), after(limit)) };
        let from = self.0.partition_point(|piece| piece.at < end);
        let escapes = self.0[from..].iter().take_while(move |piece| piece.at < last);
        escapes.filter(|piece| piece.is_escape).filter_map(move |piece| {
            if piece.at < end {
                return None;
            }
            let row = before(piece.at)..after(piece.at);
            end = row.end;
            (row.end > piece.at && row.start < limit && row.len() > 1).then_some(row)
        })
    }

    /// The bytes of a text of `length` that are written in a place.
    fn range(&self, place: &Range<usize>, length: usize) -> Range<usize> {
        if self.0.is_empty() {
            return place.clone();
        }
        // The first byte that ends after a place, or begins at it or after it.
        let at = |place: usize, is_end: bool| {
            let number = self.0.partition_point(|piece| {
                if is_end { piece.written.end < place } else { piece.written.end <= place }
            });
            let Some(piece) = self.0.get(number) else { return length };
            if !piece.is_escape {
                return (piece.at + place.saturating_sub(piece.written.start)).min(length);
            }
            let is_before = is_end && piece.written.start < place;
            self.0.get(number + usize::from(is_before)).map_or(length, |piece| piece.at)
        };
        let start = at(place.start, false);
        start..at(place.end, true).max(start)
    }

    /// Appends how these bytes are written, as a part of a text that they continue from `to`.
    fn copy(&self, place: &Range<usize>, to: usize, out: &mut Self) {
        if place.is_empty() {
            return;
        }
        if self.0.is_empty() {
            out.0.push(Piece { at: to, written: place.clone(), is_escape: false });
            return;
        }
        let mut at = place.start;
        let mut number = self.of(at);
        while at < place.end {
            let piece = &self.0[number];
            let end = self.0.get(number + 1).map_or(place.end, |next| next.at.min(place.end));
            let written = if piece.is_escape {
                piece.written.clone()
            } else {
                piece.written(at).start..piece.written(end - 1).end
            };
            out.0.push(Piece { at: to + (at - place.start), written, is_escape: piece.is_escape });
            at = end;
            number += 1;
        }
    }
}

/// Reads each escape of a text, if there is one.
fn decode(bytes: &[u8], pieces: &Pieces, text: &mut Text) -> bool {
    let mut escapes = Escapes::of(bytes);
    let mut next = escapes.next();
    if next.is_none() {
        return false;
    }
    text.make_room(bytes.len());
    let mut at = 0;
    while let Some((place, read)) = next {
        text.copy(bytes, pieces, at..place.start);
        at = place.end;
        match read {
            Read::Nothing => {}
            Read::Byte(byte) => text.put(&[byte], pieces.written(&place)),
            Read::Character(character) => {
                text.put(character.encode_utf8(&mut [0; 4]).as_bytes(), pieces.written(&place));
            }
        }
        next = escapes.next();
    }
    text.copy(bytes, pieces, at..bytes.len());
    true
}

/// Puts a space for each tag of a text, if there is one.
fn untag(bytes: &[u8], pieces: &Pieces, text: &mut Text) -> bool {
    let mut at = 0;
    let mut open = None;
    for (start, block) in classes::blocks(bytes, 0..bytes.len()) {
        for sign in classes::each((block.is(b'<') | block.is(b'>')).bits()).map(|sign| start + sign) {
            if bytes[sign] == b'<' {
                open = Some(sign);
            } else if let Some(tag) = open.take().filter(|tag| sign - tag <= TAG_MAX) {
                if at == 0 {
                    text.make_room(bytes.len());
                }
                text.copy(bytes, pieces, at..tag);
                text.put(b" ", pieces.written(&(tag..sign + 1)));
                at = sign + 1;
            }
        }
    }
    if at > 0 {
        text.copy(bytes, pieces, at..bytes.len());
    }
    at > 0
}

/// What an escape stands for.
enum Read {
    Nothing,
    Byte(u8),
    Character(char),
}

fn is_escaped(text: &[u8]) -> bool {
    Escapes::of(text).next().is_some()
}

/// The escapes in a text, where each stands and what it stands for. None begins in another.
struct Escapes<'t> {
    text: &'t [u8],
    at: usize,
    /// Where the next signs are with which some begin, sought apart because a search takes three at most.
    signs: [usize; 2],
}

impl<'t> Escapes<'t> {
    fn of(text: &'t [u8]) -> Self {
        let mut escapes = Self { text, at: 0, signs: [0; 2] };
        escapes.signs = [escapes.sign(0, 0), escapes.sign(1, 0)];
        escapes
    }

    fn sign(&self, which: usize, from: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or_default();
        let found = if which == 0 {
            memchr::memchr3(b'%', b'&', b'\\', rest)
        } else {
            memchr::memchr2(b'=', 0, rest)
        };
        found.map_or(usize::MAX, |found| from + found)
    }
}

impl Iterator for Escapes<'_> {
    type Item = (Range<usize>, Read);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            for which in 0..2 {
                if self.signs[which] < self.at {
                    self.signs[which] = self.sign(which, self.at);
                }
            }
            let start = self.signs[0].min(self.signs[1]);
            let found = escape(self.text.get(start..)?);
            self.at = start + found.as_ref().map_or(1, |(length, _)| *length);
            if let Some((_, read)) = found {
                return Some((start..self.at, read));
            }
        }
    }
}

/// The escape with which a text begins: its length, and what it stands for. Percent signs (RFC 3986), quoted-printable (RFC 2045),
/// references of HTML, and the escapes of JSON and of programs; and the bytes between the letters of UTF-16.
fn escape(text: &[u8]) -> Option<(usize, Read)> {
    let hex = |digits: &[u8]| {
        let digits = std::str::from_utf8(digits).ok()?;
        if digits.starts_with('+') { None } else { u32::from_str_radix(digits, 16).ok() }
    };
    let byte = |high: u8, low: u8| hex(&[high, low]).and_then(|code| u8::try_from(code).ok());
    let is_upper = |digit: &u8| digit.is_ascii_digit() || digit.is_ascii_uppercase();
    let character = |code: u32| Read::Character(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
    match text {
        [0, ..] => Some((1, Read::Nothing)),
        [b'%', high, low, ..] => Some((3, Read::Byte(byte(*high, *low)?))),
        [b'=', b'\n', ..] => Some((2, Read::Nothing)),
        [b'=', b'\r', b'\n', ..] => Some((3, Read::Nothing)),
        [b'=', high, low, ..] if is_upper(high) && is_upper(low) => Some((3, Read::Byte(byte(*high, *low)?))),
        [b'&', b'#', rest @ ..] => {
            let (digits, radix) = match rest {
                [b'x' | b'X', digits @ ..] => (digits, 16),
                _ => (rest, 10),
            };
            let count = digits.iter().take(8).take_while(|digit| char::from(**digit).is_digit(radix)).count();
            let code = std::str::from_utf8(&digits[..count]).ok()?;
            let code = u32::from_str_radix(code, radix).ok()?;
            let end = usize::from(digits.get(count) == Some(&b';'));
            Some((text.len() - digits.len() + count + end, character(code)))
        }
        [b'&', rest @ ..] => {
            let count = rest.iter().take(8).take_while(|byte| byte.is_ascii_alphabetic()).count();
            let stands_for = match &rest[..count] {
                b"amp" => b'&',
                b"lt" => b'<',
                b"gt" => b'>',
                b"quot" => b'"',
                _ => b' ',
            };
            (count > 1 && rest.get(count) == Some(&b';')).then_some((count + 2, Read::Byte(stands_for)))
        }
        [b'\\', b'u', b'{', rest @ ..] => {
            let count = rest.iter().take(6).take_while(|digit| digit.is_ascii_hexdigit()).count();
            (rest.get(count) == Some(&b'}')).then_some((count + 4, character(hex(&rest[..count])?)))
        }
        [b'\\', b'u', digits @ ..] => Some((6, character(hex(digits.get(..4)?)?))),
        [b'\\', b'x', high, low, ..] => Some((4, Read::Byte(byte(*high, *low)?))),
        [b'\\', b'n' | b'r' | b't' | b'b' | b'f', ..] => Some((2, Read::Byte(b' '))),
        [b'\\', other @ (b'"' | b'\'' | b'\\' | b'/'), ..] => Some((2, Read::Byte(*other))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    const WIF: &str = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";

    #[test]
    fn a_secret_in_a_name_is_masked_and_the_rest_stands() {
        for (name, shown) in [
            (
                format!("https://a.example/?seed={}&x=1", PHRASE.replace(' ', "%20")),
                "https://a.example/?seed=•••&x=1",
            ),
            (format!("https://a.example/?seed={}", PHRASE.replace(' ', "+")), "https://a.example/?seed=•••"),
            (
                format!("https://a.example/?seed={}", PHRASE.replace(' ', "%2B%20")),
                "https://a.example/?seed=•••",
            ),
            (format!("https://a.example/?seed={WIF}"), "https://a.example/?seed=•••"),
            (format!("https://a.example/?seed=key{WIF}9"), "https://a.example/?seed=key•••9"),
            (format!("{WIF}@example.com"), "•••@example.com"),
            (format!("{}.example.com", PHRASE.replace(' ', ".")), "•••.com"),
            (format!("t.me/{}", PHRASE.replace(' ', "")), "t.me/•••"),
            (format!("{PHRASE}.txt"), "•••.txt"),
            (format!("a/{}/b", hex::encode(PHRASE)), "a/•••/b"),
            (format!("?{}", base64::prelude::BASE64_STANDARD.encode(format!("x {PHRASE}"))), "?•••="),
        ] {
            assert_eq!(masked(&name), shown, "{name}");
        }
    }

    #[test]
    fn names_without_a_secret_stand_as_they_are() {
        for name in [
            "https://www.example.com/how/to/make/money/online/with/your/own/page.html?a=1&amp;b=%20",
            "0x52908400098527886E0F7030069857D2E4169EE7",
            "мои документы/отчёт за год.txt",
            "internationalization-of-telecommunications.example",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855.bin",
            "",
        ] {
            assert_eq!(masked(name), name);
        }
    }

    #[test]
    fn so_many_words_are_masked_in_a_name_and_one_less_is_not() {
        let words = |count| PHRASE.split(' ').take(count).collect::<Vec<_>>().join("-");
        assert_eq!(masked(&words(NAME_WORDS_MASKED)), MASK);
        assert_eq!(masked(&words(NAME_WORDS_MASKED - 1)), words(NAME_WORDS_MASKED - 1));
    }

    #[test]
    fn rows_around_a_hit_are_masked_at_the_limit_and_not_one_less() {
        let text = |count: usize| format!("a.{}.b", "x".repeat(count)).into_bytes();
        let near = |text: Vec<u8>| Masker::default().near([&text, b""], &(0..4));
        assert!(near(text(ROW_MIN)).contains(&(2..2 + ROW_MIN)));
        assert!(near(text(ROW_MIN - 1)).is_empty());
    }
}

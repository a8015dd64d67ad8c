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
use crate::{address, phrase};

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
    let words = text.split(|byte| !byte.is_ascii_alphabetic()).filter(|word| phrase::is_word(word));
    words.take(NAME_WORDS_MASKED).count() == NAME_WORDS_MASKED
        || text.split(|byte| !byte.is_ascii_alphanumeric()).any(|row| row.len() >= NAME_ROW_MIN)
}

/// The places of secrets in a name.
fn in_name(name: &[u8]) -> Vec<Range<usize>> {
    let mut text = Text::of(name);
    let mut places = Vec::new();
    for _ in 0..=ROUNDS {
        let plain = spaced(&text.bytes);
        places.extend(secrets(&plain).into_iter().map(|place| text.written(&place)));
        match text.decoded() {
            Some(decoded) => text = decoded,
            None => break,
        }
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

/// The places of what is masked around a hit: `bytes` are what stands before and after it, and only what lies in one of the
/// ranges `shown` matters.
pub(crate) fn near(bytes: &[u8], shown: &[Range<usize>]) -> Vec<Range<usize>> {
    let plain = spaced(bytes);
    let mut places: Vec<_> = shown.iter().flat_map(|shown| around(&plain, shown)).collect();
    if !is_escaped(bytes) && memchr::memchr2(b'<', 0, bytes).is_none() {
        return places;
    }
    let mut text = Text::of(bytes);
    for _ in 0..=ROUNDS {
        let plain = spaced(&text.bytes);
        let untagged = text.untagged();
        let untagged = untagged.iter().map(|text| (text, &text.bytes));
        for (text, plain) in [(&text, &plain)].into_iter().chain(untagged) {
            for range in shown.iter().map(|shown| text.range(shown)) {
                places.extend(around(plain, &range).into_iter().map(|place| text.written(&place)));
                let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
                let hidden = rows(plain, &range, 2, is_letter).filter(|row| text.is_written_otherwise(row));
                places.extend(hidden.map(|row| text.written(&row)));
            }
        }
        match text.decoded() {
            Some(decoded) => text = decoded,
            None => break,
        }
    }
    places
}

/// The rows of words, and of symbols of which keys and encoded texts consist.
fn around(text: &[u8], shown: &Range<usize>) -> Vec<Range<usize>> {
    let is_symbol =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_');
    let mut places = phrase::places(text, shown.clone(), WORDS_MASKED);
    places.extend(rows(text, shown, ROW_MIN, is_symbol));
    places
}

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
            let length = text[at..].iter().take_while(|byte| class(byte)).count();
            let row = at..at + length;
            at += length.max(1);
            if length >= least {
                return Some(row);
            }
        }
        None
    })
}

/// The bytes with a space for each control character, which keeps the words apart between which it stands.
fn spaced(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(bytes.iter().map(|byte| if byte.is_ascii_control() { b' ' } else { *byte }).collect())
}

/// A text, and how each byte of it is written in another.
struct Text {
    bytes: Zeroizing<Vec<u8>>,
    written: Vec<Range<usize>>,
}

impl Text {
    fn of(bytes: &[u8]) -> Self {
        Self {
            bytes: Zeroizing::new(bytes.to_vec()),
            written: (0..bytes.len()).map(|at| at..at + 1).collect(),
        }
    }

    fn with_room(bytes: usize) -> Self {
        // A text that grows would leave copies of itself behind.
        Self { bytes: Zeroizing::new(Vec::with_capacity(bytes)), written: Vec::with_capacity(bytes) }
    }

    fn push(&mut self, byte: u8, written: Range<usize>) {
        self.bytes.push(byte);
        self.written.push(written);
    }

    /// The place of bytes of this text in that in which they are written.
    fn written(&self, place: &Range<usize>) -> Range<usize> {
        self.written[place.start].start..self.written[place.end - 1].end
    }

    fn is_written_otherwise(&self, place: &Range<usize>) -> bool {
        self.written[place.clone()].iter().any(|written| written.len() > 1)
    }

    /// The bytes that are written in a place.
    fn range(&self, place: &Range<usize>) -> Range<usize> {
        let start = self.written.partition_point(|written| written.end <= place.start);
        start..self.written.partition_point(|written| written.start < place.end).max(start)
    }

    /// The same with each escape read, if there is one.
    fn decoded(&self) -> Option<Self> {
        if !is_escaped(&self.bytes) {
            return None;
        }
        let mut text = Self::with_room(self.bytes.len());
        let mut at = 0;
        while at < self.bytes.len() {
            // Most bytes begin none.
            let begins = matches!(self.bytes[at], 0 | b'%' | b'=' | b'&' | b'\\');
            let found = if begins { escape(&self.bytes[at..]) } else { None };
            let (length, read) = found.unwrap_or((1, Read::Byte(self.bytes[at])));
            let written = self.written(&(at..at + length));
            match read {
                Read::Nothing => {}
                Read::Byte(byte) => text.push(byte, written),
                Read::Character(character) => {
                    let mut bytes = [0; 4];
                    for byte in character.encode_utf8(&mut bytes).bytes() {
                        text.push(byte, written.clone());
                    }
                }
            }
            at += length;
        }
        Some(text)
    }

    /// The same with a space for each tag, if there is one.
    fn untagged(&self) -> Option<Self> {
        memchr::memchr(b'<', &self.bytes)?;
        let mut text = Self::with_room(self.bytes.len());
        let mut at = 0;
        while at < self.bytes.len() {
            // What is before the next tag, or before what looks like one.
            let tag = memchr::memchr(b'<', &self.bytes[at..]).map_or(self.bytes.len(), |tag| at + tag);
            text.bytes.extend_from_slice(&spaced(&self.bytes[at..tag]));
            text.written.extend_from_slice(&self.written[at..tag]);
            let rest = self.bytes.get(tag + 1..).unwrap_or_default();
            let inside = memchr::memchr2(b'<', b'>', &rest[..rest.len().min(TAG_MAX)]);
            at = match inside.map(|inside| tag + 1 + inside).filter(|end| self.bytes[*end] == b'>') {
                Some(end) => {
                    text.push(b' ', self.written(&(tag..end + 1)));
                    end + 1
                }
                None => {
                    text.bytes.extend(self.bytes.get(tag));
                    text.written.extend(self.written.get(tag).cloned());
                    tag + 1
                }
            };
        }
        Some(text)
    }
}

/// What an escape stands for.
enum Read {
    Nothing,
    Byte(u8),
    Character(char),
}

fn is_escaped(text: &[u8]) -> bool {
    memchr::memchr3_iter(b'%', b'&', b'\\', text)
        .chain(memchr::memchr2_iter(b'=', 0, text))
        .any(|at| escape(&text[at..]).is_some())
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
        assert!(near(&text(ROW_MIN), std::slice::from_ref(&(0..4))).contains(&(2..2 + ROW_MIN)));
        assert!(near(&text(ROW_MIN - 1), std::slice::from_ref(&(0..4))).is_empty());
    }
}

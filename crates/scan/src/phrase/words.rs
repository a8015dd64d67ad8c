//! The words and gaps of a text.

use super::GAP_MAX;
use super::lists::{SPELLED_MAX, is_accent};

/// A word, by its place. The place alone says nothing about the phrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The scripts of the lists. A word is of one script and as long as possible, but of Chinese each character is a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Script {
    Latin,
    Cyrillic,
    Hiragana,
    Hangul,
    Han,
}

/// What a character is to a row of words.
enum Sign {
    Letter(Script),
    /// What may stand between two words of a phrase: anything but letters of any script and control characters.
    Gap,
    Other,
}

/// The word in which a position lies, or, where it lies in a gap, the word before that.
pub(super) fn around(bytes: &[u8], position: usize) -> Option<Word> {
    // Most texts are of ASCII, and their gaps of a space.
    let floor = position.saturating_sub(GAP_MAX);
    let gap = bytes[floor..=position].iter().rev().take_while(|byte| PLAIN_GAP[usize::from(**byte)]).count();
    let mut at = position.checked_sub(gap)?;
    let first = at.saturating_sub(3);
    while at > first && is_continuation(bytes[at]) {
        at -= 1;
    }
    while position - at <= GAP_MAX + SPELLED_MAX {
        let (character, _) = char_at(bytes, at)?;
        match sign(character) {
            Sign::Letter(script) => return word(bytes, at, script),
            Sign::Gap => at = char_before(bytes, at)?.1,
            Sign::Other => return None,
        }
    }
    None
}

/// The word that comes before a word, if only a gap lies between.
pub(super) fn before(bytes: &[u8], next: Word) -> Option<Word> {
    let mut end = next.start;
    // Accents that belong to the word before are no part of the gap.
    while next.start - end <= GAP_MAX + SPELLED_MAX {
        let (character, start) = char_before(bytes, end)?;
        match sign(character) {
            Sign::Letter(script) => {
                return word(bytes, start, script).filter(|word| next.start - word.end <= GAP_MAX);
            }
            Sign::Gap => end = start,
            Sign::Other => return None,
        }
    }
    None
}

/// The word that comes after a word, if only a gap lies between.
pub(super) fn after(bytes: &[u8], last: Word) -> Option<Word> {
    let mut start = last.end;
    loop {
        let (character, end) = char_at(bytes, start)?;
        match sign(character) {
            Sign::Letter(script) => return word(bytes, start, script),
            Sign::Gap => start = end,
            Sign::Other => return None,
        }
        if start - last.end > GAP_MAX {
            return None;
        }
    }
}

/// How far before a position in a row of Chinese characters one of them begins.
pub(super) const FOREIGN_NEAR: usize = GAP_MAX + 3;

/// Whether a position may lie in a row of Chinese characters: in one, or in a gap behind one.
pub(super) fn may_be_han(bytes: &[u8], position: usize) -> bool {
    let near = &bytes[position.saturating_sub(FOREIGN_NEAR)..=position];
    if bytes[position].is_ascii_alphabetic() || near.is_ascii() {
        return false;
    }
    let is_gap = |byte: &&u8| byte.is_ascii() && !byte.is_ascii_alphabetic();
    let ascii = near.iter().rev().take_while(is_gap).count();
    let rest = &near[..near.len() - ascii];
    // The first byte of a character of these blocks, or one of the signs between them.
    rest.last().is_some_and(|last| !last.is_ascii())
        && rest.iter().rev().take(4).any(|byte| matches!(byte, 0xe2..=0xe9 | 0xef | 0xc2))
}

/// Whether a Chinese character stands directly before or after a row, so that the row is a part of something longer.
pub(super) fn touches_han(bytes: &[u8], first: Word, last: Word) -> (bool, bool) {
    let is_han = |found: Option<(char, usize)>| {
        found.is_some_and(|(character, _)| matches!(sign(character), Sign::Letter(Script::Han)))
    };
    (is_han(char_before(bytes, first.start)), is_han(char_at(bytes, last.end)))
}

/// The word of a script around the letter that begins at `at`, unless it is longer than any in a list.
fn word(bytes: &[u8], at: usize, script: Script) -> Option<Word> {
    if script == Script::Latin {
        match plain_word(bytes, at) {
            Plain::Word(word) => return Some(word),
            Plain::TooLong => return None,
            Plain::Mixed => {}
        }
    }
    let (mut start, mut end) = (at, char_at(bytes, at)?.1);
    if script != Script::Han {
        let goes_on = |found: Option<(char, usize)>| {
            found.filter(|(character, _)| match sign(*character) {
                Sign::Letter(other) => other == script,
                _ => is_accent(*character) && matches!(script, Script::Latin | Script::Cyrillic),
            })
        };
        while let Some((_, earlier)) = goes_on(char_before(bytes, start)) {
            start = earlier;
            if end - start > SPELLED_MAX {
                return None;
            }
        }
        while let Some((_, later)) = goes_on(char_at(bytes, end)) {
            end = later;
            if end - start > SPELLED_MAX {
                return None;
            }
        }
    }
    Some(Word { start, end })
}

/// The signs of ASCII that may stand between two words.
static PLAIN_GAP: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        let is_letter = byte.is_ascii_alphabetic();
        table[byte as usize] = !is_letter && (!byte.is_ascii_control() || matches!(byte, b'\t'..=b'\r'));
        byte += 1;
    }
    table
};

/// What the letters of ASCII around one of them are.
enum Plain {
    Word(Word),
    TooLong,
    /// Other characters than ASCII are among them or beside them.
    Mixed,
}

fn plain_word(bytes: &[u8], at: usize) -> Plain {
    let is_letter = |byte: &&u8| byte.is_ascii_alphabetic();
    let floor = at.saturating_sub(SPELLED_MAX);
    let start = at - bytes[floor..at].iter().rev().take_while(is_letter).count();
    let ceiling = bytes.len().min(start + SPELLED_MAX + 1);
    let end = at + bytes[at..ceiling].iter().take_while(is_letter).count();
    let is_plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii);
    if start == end
        || !is_plain(start.checked_sub(1).and_then(|last| bytes.get(last)))
        || !is_plain(bytes.get(end))
    {
        Plain::Mixed
    } else if end - start > SPELLED_MAX {
        Plain::TooLong
    } else {
        Plain::Word(Word { start, end })
    }
}

fn sign(character: char) -> Sign {
    if character.is_ascii() {
        return match character {
            'a'..='z' | 'A'..='Z' => Sign::Letter(Script::Latin),
            '\t'..='\r' => Sign::Gap,
            _ if character.is_ascii_control() => Sign::Other,
            _ => Sign::Gap,
        };
    }
    match character {
        '\u{d7}' | '\u{f7}' => Sign::Gap,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Sign::Letter(Script::Latin),
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => Sign::Letter(Script::Cyrillic),
        '\u{3041}'..='\u{3096}' | '\u{3099}' | '\u{309a}' => Sign::Letter(Script::Hiragana),
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}' => Sign::Letter(Script::Hangul),
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => Sign::Letter(Script::Han),
        _ if character.is_alphabetic() || character.is_control() => Sign::Other,
        _ => Sign::Gap,
    }
}

/// The character that begins at a position, and where it ends.
fn char_at(bytes: &[u8], start: usize) -> Option<(char, usize)> {
    let lead = *bytes.get(start)?;
    if lead.is_ascii() {
        return Some((char::from(lead), start + 1));
    }
    let end = start + usize::try_from(lead.leading_ones()).expect("a byte has eight bits").clamp(2, 4);
    let text = std::str::from_utf8(bytes.get(start..end)?).ok()?;
    Some((text.chars().next()?, end))
}

/// The character that ends at a position, and where it begins.
fn char_before(bytes: &[u8], end: usize) -> Option<(char, usize)> {
    let last = *bytes.get(end.checked_sub(1)?)?;
    if last.is_ascii() {
        return Some((char::from(last), end - 1));
    }
    let back = bytes[..end].iter().rev().take(4).position(|byte| !is_continuation(*byte))?;
    let start = end - 1 - back;
    char_at(bytes, start).filter(|(_, stop)| *stop == end).map(|(character, _)| (character, start))
}

fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_hold_signs_of_any_script_but_no_letters() {
        let reaches = |gap: &str| {
            let text = format!("one{gap}two");
            let next = after(text.as_bytes(), Word { start: 0, end: 3 });
            let two = Word { start: 3 + gap.len(), end: text.len() };
            assert_eq!(next == Some(two), before(text.as_bytes(), two) == Some(Word { start: 0, end: 3 }));
            next == Some(two)
        };
        for gap in [" ", "\r\n12. ", "\", \"", "، ", "۱۲. ", "\u{3000}•", "—"] {
            assert!(reaches(gap), "{gap:?}");
        }
        for gap in ["\0", "\x1b", " é ", " слово ", " 的 ", " กา "] {
            assert!(!reaches(gap), "{gap:?}");
        }
        assert!(after(b"one\xfftwo", Word { start: 0, end: 3 }).is_none());
    }

    #[test]
    fn a_word_is_of_one_script_and_as_long_as_possible() {
        for (text, words) in [
            ("legalizes x", vec!["legalizes", "x"]),
            ("dépenser de\u{301}penser", vec!["dépenser", "de\u{301}penser"]),
            ("Ключlegal", vec!["Ключ", "legal"]),
            ("февраль и\u{306}", vec!["февраль", "и\u{306}"]),
            ("的一是", vec!["的", "一", "是"]),
            ("あいこくしん\u{3000}か\u{3099}", vec!["あいこくしん", "か\u{3099}"]),
            ("가방 \u{1100}\u{1161}", vec!["가방", "\u{1100}\u{1161}"]),
        ] {
            let mut place = around(text.as_bytes(), 0);
            let mut found = Vec::new();
            while let Some(word) = place {
                for position in word.start..word.end {
                    assert_eq!(around(text.as_bytes(), position), Some(word), "{text} {position}");
                }
                found.push(&text[word.start..word.end]);
                place = after(text.as_bytes(), word);
                if let Some(next) = place {
                    assert_eq!(before(text.as_bytes(), next), Some(word), "{text}");
                }
            }
            assert_eq!(found, words);
        }
    }

    #[test]
    fn a_word_at_the_limit_is_one_and_one_byte_more_is_not() {
        for (length, is_word) in [(SPELLED_MAX, true), (SPELLED_MAX + 1, false)] {
            let text = "a".repeat(length);
            assert_eq!(around(text.as_bytes(), 5).is_some(), is_word);
        }
    }
}

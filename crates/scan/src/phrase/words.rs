//! The list, and the words and gaps of a text.

use std::sync::LazyLock;

use zeroize::Zeroizing;

use super::{GAP_MAX, Word};

/// The shortest and the longest word of the English list.
pub(crate) const MIN_LETTERS: usize = 3;
pub(crate) const MAX_LETTERS: usize = 8;

/// The 2,048 words, findable by their letters.
pub(crate) struct WordList {
    words: &'static [&'static str; 2048],
    /// Open addressing by the first four letters, which BIP39 makes different for each word.
    slots: Vec<u16>,
}

/// Four times the words, so that most searches end at the first slot.
const SLOTS: u32 = 8192;
const EMPTY: u16 = u16::MAX;

impl WordList {
    /// The English list.
    pub(crate) fn english() -> &'static Self {
        static ENGLISH: LazyLock<WordList> = LazyLock::new(|| {
            let words = bip39::Language::English.word_list();
            let mut slots = vec![EMPTY; SLOTS as usize];
            for (index, word) in (0_u16..).zip(words) {
                let mut slot = slot_of(word.as_bytes());
                while slots[slot] != EMPTY {
                    slot = (slot + 1) % slots.len();
                }
                slots[slot] = index;
            }
            WordList { words, slots }
        });
        &ENGLISH
    }

    /// The number of a word, which may be in any case.
    pub(crate) fn index_of(&self, letters: &[u8]) -> Option<u16> {
        if !(MIN_LETTERS..=MAX_LETTERS).contains(&letters.len()) {
            return None;
        }
        let mut slot = slot_of(letters);
        loop {
            let index = self.slots[slot];
            if index == EMPTY {
                return None;
            }
            if letters.eq_ignore_ascii_case(self.words[usize::from(index)].as_bytes()) {
                return Some(index);
            }
            slot = (slot + 1) % self.slots.len();
        }
    }

    /// The word of the list in which a position lies, or, where it lies in a gap, the word before that.
    pub(super) fn word_around(&self, bytes: &[u8], position: usize) -> Option<Word> {
        let mut inside = position;
        while !bytes[inside].is_ascii_alphabetic() {
            if position - inside >= GAP_MAX || inside == 0 || is_control(bytes[inside]) {
                return None;
            }
            inside -= 1;
        }
        let start = letters_before(bytes, inside);
        let end = inside + letters_after(bytes, inside);
        (end - start <= MAX_LETTERS).then(|| self.checked(bytes, start, end)).flatten()
    }

    /// The word of the list that comes before a word, if only a gap lies between.
    pub(super) fn word_before(&self, bytes: &[u8], word: Word) -> Option<Word> {
        let floor = word.start.saturating_sub(GAP_MAX + 1);
        let back = bytes[floor..word.start].iter().rev().position(u8::is_ascii_alphabetic)?;
        let end = word.start - back;
        let start = letters_before(bytes, end - 1);
        is_gap(&bytes[end..word.start]).then(|| self.checked(bytes, start, end)).flatten()
    }

    /// The word of the list that comes after a word, if only a gap lies between.
    pub(super) fn word_after(&self, bytes: &[u8], word: Word) -> Option<Word> {
        let ceiling = bytes.len().min(word.end + GAP_MAX + 1);
        let forth = bytes[word.end..ceiling].iter().position(u8::is_ascii_alphabetic)?;
        let start = word.end + forth;
        let end = start + letters_after(bytes, start);
        is_gap(&bytes[word.end..start]).then(|| self.checked(bytes, start, end)).flatten()
    }

    fn checked(&self, bytes: &[u8], start: usize, end: usize) -> Option<Word> {
        self.index_of(&bytes[start..end]).map(|_| Word { start, end })
    }
}

/// The words at these places in lower case, one space between them.
pub(super) fn phrase(bytes: &[u8], words: &[Word]) -> Zeroizing<String> {
    // Room for all of it from the start: a text that grows would leave copies of itself behind.
    let mut phrase = Zeroizing::new(String::with_capacity(words.len() * (MAX_LETTERS + 1)));
    for word in words {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.extend(bytes[word.start..word.end].iter().map(|byte| char::from(byte.to_ascii_lowercase())));
    }
    phrase
}

/// Whether these bytes may stand between two words of a phrase: anything but letters (of any script) and
/// control characters, in good UTF-8.
fn is_gap(bytes: &[u8]) -> bool {
    if bytes.iter().copied().any(is_control) {
        return false;
    }
    bytes.is_ascii() || std::str::from_utf8(bytes).is_ok_and(|text| !text.contains(char::is_alphabetic))
}

/// Whether a byte is a control character other than space. One of them in a gap means that this is no text.
fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && !byte.is_ascii_whitespace() && byte != 0x0b
}

/// Where the letters around `inside` begin, looking no further than one letter more than a word can have.
fn letters_before(bytes: &[u8], inside: usize) -> usize {
    let floor = inside.saturating_sub(MAX_LETTERS);
    inside - bytes[floor..inside].iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// How many letters stand from `start` on, counting no more than one more than a word can have.
fn letters_after(bytes: &[u8], start: usize) -> usize {
    let ceiling = bytes.len().min(start + MAX_LETTERS + 1);
    bytes[start..ceiling].iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

fn slot_of(letters: &[u8]) -> usize {
    let mut key = [0_u8; 4];
    for (slot, letter) in key.iter_mut().zip(letters) {
        *slot = letter.to_ascii_lowercase();
    }
    // Multiplicative hashing: the upper 13 bits of the product number the 8,192 slots.
    let slot = u32::from_le_bytes(key).wrapping_mul(0x9e37_79b1) >> (32 - SLOTS.ilog2());
    usize::try_from(slot).expect("13 bits fit")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_list_has_its_number_in_any_case() {
        let list = WordList::english();
        for (index, word) in (0_u16..).zip(bip39::Language::English.word_list()) {
            assert!((MIN_LETTERS..=MAX_LETTERS).contains(&word.len()));
            assert_eq!(list.index_of(word.as_bytes()), Some(index));
            assert_eq!(list.index_of(word.to_uppercase().as_bytes()), Some(index));
            assert_eq!(list.index_of(format!("{word}q").as_bytes()), None);
            assert_eq!(list.index_of(&word.as_bytes()[1..]), bip39_index(&word[1..]));
        }
    }

    fn bip39_index(word: &str) -> Option<u16> {
        let index = bip39::Language::English.word_list().iter().position(|listed| *listed == word)?;
        u16::try_from(index).ok()
    }

    #[test]
    fn gaps_hold_signs_of_any_script_but_no_letters() {
        for gap in [" ", "\r\n12. ", "\", \"", "، ", "۱۲. ", "\u{3000}•", "—", ""] {
            assert!(is_gap(gap.as_bytes()), "{gap:?}");
        }
        for gap in ["\0", "\x1b", "é", "слово", "的"] {
            assert!(!is_gap(gap.as_bytes()), "{gap:?}");
        }
        assert!(!is_gap(b"\xff"));
    }

    #[test]
    fn a_word_touching_more_letters_is_not_a_word() {
        let list = WordList::english();
        let text = b"legalizes abandonment legal";
        for position in 0..20 {
            assert_eq!(list.word_around(text, position), None, "{position}");
        }
        assert_eq!(list.word_around(text, 23), Some(Word { start: 22, end: 27 }));
    }
}

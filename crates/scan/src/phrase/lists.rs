//! The word lists, and the dictionary that holds all of them.
//!
//! A word is looked up *folded*: in lower case, decomposed (NFKD), without accents, with the dot of ı, ß as ss. So it is found composed
//! and decomposed, in any case, and by who has no accents on the keyboard. No two words of a list fold to the same.

use std::sync::LazyLock;

use bip39::Language;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use zeroize::Zeroize;

/// A list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum List {
    English,
    ChineseSimplified,
    ChineseTraditional,
    Czech,
    French,
    Italian,
    Japanese,
    Korean,
    Portuguese,
    Russian,
    Spanish,
    Turkish,
    // Those of Monero; all before are of BIP39.
    MoneroEnglish,
    MoneroChinese,
    MoneroDutch,
    MoneroFrench,
    MoneroGerman,
    MoneroItalian,
    MoneroJapanese,
    MoneroPortuguese,
    MoneroRussian,
    MoneroSpanish,
}

/// Some of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Lists(u32);

/// The words of each list of Monero.
pub(super) const MONERO_WORDS: usize = 1626;

/// The most bytes of a folded word: Korean in decomposed letters.
const FOLDED_MAX: usize = 33;
/// Room for them, in parts of eight.
const FOLDED_ROOM: usize = 40;
const _: () = assert!(FOLDED_MAX <= FOLDED_ROOM && FOLDED_ROOM.is_multiple_of(8));

/// The most bytes of a word as it may stand in a text: folded ones of any list, with an accent on every second letter.
pub(crate) const SPELLED_MAX: usize = 36;

/// The most letters of ASCII that follow each other in a word.
pub(super) const PLAIN_MAX: u32 = 16;

/// The fewest bytes of a word: a Chinese one, or one of three letters.
pub(crate) const SPELLED_MIN: usize = 3;

impl List {
    pub(super) const ALL: [Self; 22] = [
        Self::English,
        Self::ChineseSimplified,
        Self::ChineseTraditional,
        Self::Czech,
        Self::French,
        Self::Italian,
        Self::Japanese,
        Self::Korean,
        Self::Portuguese,
        Self::Russian,
        Self::Spanish,
        Self::Turkish,
        Self::MoneroEnglish,
        Self::MoneroChinese,
        Self::MoneroDutch,
        Self::MoneroFrench,
        Self::MoneroGerman,
        Self::MoneroItalian,
        Self::MoneroJapanese,
        Self::MoneroPortuguese,
        Self::MoneroRussian,
        Self::MoneroSpanish,
    ];

    /// Whether each word is one Chinese character, so that a phrase may be written without spaces.
    pub(super) fn is_chinese(self) -> bool {
        Lists::CHINESE.has(self)
    }

    /// The characters by which Monero tells the words of this list apart; `None` for a list that is not Monero's.
    pub(super) fn monero_prefix(self) -> Option<usize> {
        match self {
            Self::MoneroChinese => Some(1),
            Self::MoneroEnglish | Self::MoneroJapanese => Some(3),
            Self::MoneroDutch
            | Self::MoneroFrench
            | Self::MoneroGerman
            | Self::MoneroItalian
            | Self::MoneroPortuguese
            | Self::MoneroRussian
            | Self::MoneroSpanish => Some(4),
            _ => None,
        }
    }

    fn number(self) -> usize {
        self as usize
    }

    /// The words as the standard writes them.
    fn words(self) -> Vec<&'static str> {
        let of = |language: Language| language.word_list().to_vec();
        let lines = |text: &'static str| text.lines().collect();
        match self {
            Self::English => of(Language::English),
            Self::ChineseSimplified => of(Language::SimplifiedChinese),
            Self::ChineseTraditional => of(Language::TraditionalChinese),
            Self::Czech => of(Language::Czech),
            Self::French => of(Language::French),
            Self::Italian => of(Language::Italian),
            Self::Japanese => of(Language::Japanese),
            Self::Korean => of(Language::Korean),
            Self::Portuguese => of(Language::Portuguese),
            Self::Russian => lines(include_str!("lists/russian.txt")),
            Self::Spanish => of(Language::Spanish),
            Self::Turkish => lines(include_str!("lists/turkish.txt")),
            // The same characters in the same order, as far as it goes.
            Self::MoneroChinese => Language::SimplifiedChinese.word_list()[..MONERO_WORDS].to_vec(),
            Self::MoneroEnglish => lines(include_str!("lists/monero/english.txt")),
            Self::MoneroDutch => lines(include_str!("lists/monero/dutch.txt")),
            Self::MoneroFrench => lines(include_str!("lists/monero/french.txt")),
            Self::MoneroGerman => lines(include_str!("lists/monero/german.txt")),
            Self::MoneroItalian => lines(include_str!("lists/monero/italian.txt")),
            Self::MoneroJapanese => lines(include_str!("lists/monero/japanese.txt")),
            Self::MoneroPortuguese => lines(include_str!("lists/monero/portuguese.txt")),
            Self::MoneroRussian => lines(include_str!("lists/monero/russian.txt")),
            Self::MoneroSpanish => lines(include_str!("lists/monero/spanish.txt")),
        }
    }
}

impl Lists {
    pub(super) const CHINESE: Self = Self(
        1 << List::ChineseSimplified as u32
            | 1 << List::ChineseTraditional as u32
            | 1 << List::MoneroChinese as u32,
    );
    /// All whose words stand apart.
    pub(super) const SPACED: Self = Self(((1 << List::ALL.len()) - 1) & !Self::CHINESE.0);

    pub(super) fn has(self, list: List) -> bool {
        self.0 >> list.number() & 1 == 1
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn each(self) -> impl Iterator<Item = List> {
        List::ALL.into_iter().filter(move |list| self.has(*list))
    }

    fn add(&mut self, list: List) {
        self.0 |= 1 << list.number();
    }
}

impl FromIterator<List> for Lists {
    fn from_iter<I: IntoIterator<Item = List>>(lists: I) -> Self {
        let mut all = Self::default();
        lists.into_iter().for_each(|list| all.add(list));
        all
    }
}

/// All words of all lists, findable by their folded spelling.
pub(crate) struct Dictionary {
    /// The words of each list, decomposed as BIP39 has them hashed (NFKD).
    words: Vec<Vec<Box<str>>>,
    /// The same folded, without the voice marks of Japanese too, as Electrum has them hashed.
    bare: Vec<Vec<Box<str>>>,
    entries: Vec<Entry>,
    /// Open addressing by the hash of the folded spelling.
    slots: Vec<Slot>,
    /// A bit for each hash that some word has. It is small enough for the first cache of a processor, and turns six in seven
    /// of the words away that no list has.
    hashes: Vec<u64>,
}

/// A folded spelling, the lists that have it, and its number in each of them, in their order.
struct Entry {
    folded: Box<str>,
    lists: Lists,
    numbers: Vec<u16>,
}

/// What a search needs, together in memory: most end here.
#[derive(Clone, Copy)]
struct Slot {
    /// Bits of the hash that do not number the slot.
    tag: u32,
    lists: Lists,
    entry: u16,
}

/// More than twice the words, so that most searches end at the first slot.
const SLOT_BITS: u32 = 17;
const SLOTS: usize = 1 << SLOT_BITS;
const EMPTY: Slot = Slot { tag: 0, lists: Lists(0), entry: u16::MAX };

/// Bits of the hash for which a bit is kept.
const HASH_BITS: u32 = 18;

impl Dictionary {
    /// The dictionary of all lists.
    pub(crate) fn all() -> &'static Self {
        static ALL: LazyLock<Dictionary> = LazyLock::new(Dictionary::new);
        &ALL
    }

    fn new() -> Self {
        let mut dictionary = Self {
            words: Vec::new(),
            bare: Vec::new(),
            entries: Vec::new(),
            slots: vec![EMPTY; SLOTS],
            hashes: vec![0; 1 << (HASH_BITS - 6)],
        };
        for list in List::ALL {
            let words: Vec<Box<str>> =
                list.words().iter().map(|word| word.nfkd().collect::<String>().into()).collect();
            for (number, word) in (0..).zip(&words) {
                let folded: String = fold(word).collect();
                dictionary.add(folded.into(), list, number);
            }
            let bare = |word: &str| fold(word).filter(|c| !is_combining_mark(*c)).collect::<String>();
            dictionary.bare.push(words.iter().map(|word| bare(word).into()).collect());
            dictionary.words.push(words);
        }
        dictionary
    }

    fn add(&mut self, folded: Box<str>, list: List, number: u16) {
        let mut padded = [0; FOLDED_ROOM];
        padded[..folded.len()].copy_from_slice(folded.as_bytes());
        let hash = hash_of(&padded, folded.len());
        let (at, bit) = bit_of(hash);
        self.hashes[at] |= bit;
        let (mut slot, tag) = slot_of(hash);
        while !self.slots[slot].lists.is_empty() {
            let found = &mut self.slots[slot];
            let entry = &mut self.entries[usize::from(found.entry)];
            if entry.folded == folded {
                found.lists.add(list);
                entry.lists.add(list);
                entry.numbers.push(number);
                return;
            }
            slot = (slot + 1) % SLOTS;
        }
        let entry = u16::try_from(self.entries.len()).expect("there are fewer words than 16 bits number");
        let lists = Lists::from_iter([list]);
        self.slots[slot] = Slot { tag, lists, entry };
        self.entries.push(Entry { folded, lists, numbers: vec![number] });
    }

    /// The lists that have a word, whatever its case and its accents. It goes by 48 bits of a hash: one word in 2^32 of those
    /// that no list has is taken for one of them, and [`Self::number`] knows better.
    pub(super) fn lists(&self, word: &[u8]) -> Lists {
        // To fold a word takes long, and many words beside those of lists are shorter or longer.
        let is_long = u32::try_from(word.len()).is_ok_and(|length| length > PLAIN_MAX);
        if word.len() < SPELLED_MIN || is_long && word.is_ascii() {
            return Lists::default();
        }
        let slot = match plain_parts(word) {
            Some(parts) => self.slot(hash(&parts[..word.len().div_ceil(8)]), |_| true),
            None => searched(word, |hash, _| self.slot(hash, |_| true)),
        };
        slot.map_or(Lists::default(), |slot| slot.lists)
    }

    /// The number of a word in a list.
    pub(super) fn number(&self, list: List, word: &[u8]) -> Option<u16> {
        let entry = self.entry(word).filter(|entry| entry.lists.has(list))?;
        entry.lists.each().zip(&entry.numbers).find(|(other, _)| *other == list).map(|(_, number)| *number)
    }

    /// The word of a list with this number.
    pub(super) fn word(&self, list: List, number: u16) -> &str {
        &self.words[list.number()][usize::from(number)]
    }

    /// The word of a list with this number, without accents and marks.
    pub(super) fn bare(&self, list: List, number: u16) -> &str {
        &self.bare[list.number()][usize::from(number)]
    }

    fn entry(&self, word: &[u8]) -> Option<&Entry> {
        let of = |slot: Slot| &self.entries[usize::from(slot.entry)];
        let slot = match plain_parts(word) {
            Some(parts) => self.slot(hash(&parts[..word.len().div_ceil(8)]), |slot| {
                of(slot).folded.as_bytes().eq_ignore_ascii_case(word)
            }),
            None => {
                searched(word, |hash, folded| self.slot(hash, |slot| *of(slot).folded.as_bytes() == *folded))
            }
        };
        slot.map(of)
    }

    fn slot(&self, hash: u64, is_it: impl Fn(Slot) -> bool) -> Option<Slot> {
        let (at, bit) = bit_of(hash);
        if self.hashes[at] & bit == 0 {
            return None;
        }
        let (mut slot, tag) = slot_of(hash);
        loop {
            let found = self.slots[slot];
            if found.lists.is_empty() {
                return None;
            }
            if found.tag == tag && is_it(found) {
                return Some(found);
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// What a search finds for the hash of a word and its folded spelling.
fn searched(word: &[u8], search: impl Fn(u64, &[u8]) -> Option<Slot>) -> Option<Slot> {
    let mut folded = [0_u8; FOLDED_ROOM];
    let mut length = 0;
    for character in fold(std::str::from_utf8(word).ok()?) {
        let end = length + character.len_utf8();
        character.encode_utf8(folded[..FOLDED_MAX].get_mut(length..end)?);
        length = end;
    }
    let found = search(hash_of(&folded, length), &folded[..length]);
    if found.is_some() {
        folded.zeroize();
    }
    found
}

/// The letters of a word of ASCII in lower case, as numbers of eight, if it is as long as words of lists are.
fn plain_parts(word: &[u8]) -> Option<[u64; 2]> {
    const SMALL: u64 = 0x2020_2020_2020_2020;
    const FOREIGN: u64 = 0x8080_8080_8080_8080;
    let length = word.len();
    let number = |from: usize| word.get(from..)?.first_chunk().map(|part| u64::from_le_bytes(*part));
    let half = |from: usize| word.get(from..)?.first_chunk().map(|part| u64::from(u32::from_le_bytes(*part)));
    // Of two numbers that overlap, both have the same letters there.
    let parts = match length {
        3 => [u64::from(word[0]) | u64::from(word[1]) << 8 | u64::from(word[2]) << 16, 0],
        4..=8 => [half(0)? | half(length - 4)? << (8 * (length - 4)), 0],
        9..=15 => [number(0)?, number(length - 8)? >> (8 * (16 - length))],
        _ => return None,
    };
    // Of a letter this bit is the case.
    let small = |letters: usize| if letters == 0 { 0 } else { SMALL >> (64 - 8 * letters) };
    let is_plain = (parts[0] | parts[1]) & FOREIGN == 0;
    is_plain.then(|| [parts[0] | small(length.min(8)), parts[1] | small(length.saturating_sub(8))])
}

/// The folded spelling of a word.
fn fold(word: &str) -> impl Iterator<Item = char> {
    let decomposed = word.chars().flat_map(char::to_lowercase).nfkd();
    // The capitals of ß are two.
    decomposed
        .filter(|c| !is_accent(*c))
        .flat_map(|c| match c {
            'ı' => ['i', '\0'],
            'ß' => ['s', 's'],
            _ => [c, '\0'],
        })
        .filter(|c| *c != '\0')
}

/// Whether a character is an accent that folding leaves out. The voice marks of Japanese are none: they make other letters.
pub(super) fn is_accent(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// The hash of a folded spelling.
fn hash_of(folded: &[u8; FOLDED_ROOM], length: usize) -> u64 {
    let (parts, _) = folded.as_chunks();
    let mut numbers = [0; FOLDED_ROOM / 8];
    numbers.iter_mut().zip(parts).for_each(|(number, part)| *number = u64::from_le_bytes(*part));
    hash(&numbers[..length.div_ceil(8)])
}

/// The hash of letters, eight of them in a number, multiplied (Fibonacci hashing): its upper bits are good.
fn hash(parts: &[u64]) -> u64 {
    let add = |hash: u64, part: &u64| (hash.rotate_left(29) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let hash = parts.iter().fold(0, add);
    hash ^ hash >> 32
}

/// The slot at which the search for a hash begins, and its tag.
fn slot_of(hash: u64) -> (usize, u32) {
    let slot = usize::try_from(hash >> (u64::BITS - SLOT_BITS)).expect("17 bits fit");
    (slot, u32::try_from(hash & u64::from(u32::MAX)).expect("32 bits fit"))
}

/// The bit that is kept for a hash: which of the 64-bit parts it is in, and the part with it.
fn bit_of(hash: u64) -> (usize, u64) {
    let number = hash >> (64 - HASH_BITS);
    (usize::try_from(number >> 6).expect("13 bits fit"), 1 << (number & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_every_list_has_its_number_however_it_is_spelled() {
        let dictionary = Dictionary::all();
        for list in List::ALL {
            let words = list.words();
            assert_eq!(
                words.len(),
                if list.monero_prefix().is_some() { MONERO_WORDS } else { 2048 },
                "{list:?}"
            );
            for (number, word) in (0..).zip(&words) {
                let spellings: [String; 5] = [
                    (*word).to_owned(),
                    word.nfc().collect(),
                    word.nfkd().collect(),
                    word.nfc().collect::<String>().to_uppercase(),
                    fold(word).collect(),
                ];
                for spelling in spellings {
                    let plain = spelling.split(|c: char| !c.is_ascii_alphabetic()).map(str::len).max();
                    assert!(plain.unwrap() <= usize::try_from(PLAIN_MAX).unwrap(), "{spelling}");
                    assert!((SPELLED_MIN..=SPELLED_MAX).contains(&spelling.len()), "{spelling}");
                    assert_eq!(dictionary.number(list, spelling.as_bytes()), Some(number), "{spelling}");
                    assert!(dictionary.lists(spelling.as_bytes()).has(list));
                }
                let longer = format!("{word}q");
                assert!(
                    !words.contains(&longer.as_str()) && dictionary.number(list, longer.as_bytes()).is_none()
                );
            }
        }
    }

    #[test]
    fn voice_marks_make_other_words_and_accents_do_not() {
        let dictionary = Dictionary::all();
        assert_eq!(
            dictionary.number(List::French, "FERVEUR".as_bytes()),
            dictionary.number(List::French, b"ferveur")
        );
        assert!(dictionary.number(List::Spanish, "ABEJA".as_bytes()).is_some());
        assert!(dictionary.number(List::Japanese, "かいす".as_bytes()).is_none());
        for word in ["", "qqq", "\u{301}", "的的", "a".repeat(200).as_str()] {
            assert!(dictionary.lists(word.as_bytes()).is_empty(), "{word}");
        }
        assert!(dictionary.lists(b"\xff\xfe").is_empty());
    }
}

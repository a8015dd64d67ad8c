//! Which parts of a run of words are phrases.

use std::cmp::Ordering;
use std::ops::Range;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::Word;
use super::words::WordList;
use crate::hit::Class;

/// A row of words in a run, as many as a phrase may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    first: usize,
    count: usize,
    /// Whether the text itself makes a break before and after it, of a kind that it does not make inside.
    aligned: bool,
    /// Whether the same punctuation stands between all its words.
    uniform: bool,
    /// Whether its checksum is more likely to be right by chance than not.
    doubtful: bool,
}

/// The numbers of words that BIP39 allows.
const COUNTS: [usize; 5] = [12, 15, 18, 21, 24];
const COUNT_MAX: usize = 24;

impl Window {
    /// The numbers of its words in the run.
    pub(super) fn words(&self) -> Range<usize> {
        self.first..self.first + self.count
    }

    /// A right checksum makes a phrase verified, but not where chance is the better explanation: see [`doubt`].
    pub(super) fn class(&self) -> Class {
        if self.doubtful { Class::ShapeOnly } else { Class::Verified }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.first < other.words().end && other.first < self.words().end
    }

    fn contains(&self, other: &Self) -> bool {
        self.first <= other.first && other.words().end <= self.words().end
    }

    fn rank(&self) -> (bool, bool) {
        (self.aligned, self.uniform)
    }
}

/// The windows of a run that are reported, in the order of the text.
///
/// A right checksum says less in a long run: one window of twelve in sixteen has it by chance. So of windows
/// that have a right checksum and overlap,
/// - one that begins and ends at a break of the text stands against those that do not, and among those that
///   do, one with the same punctuation all through against those with different kinds of it;
/// - otherwise a longer one stands against those that it contains, whose words it holds anyway;
/// - otherwise one that repeats the words of an earlier one is left out.
///
/// All others are reported: where chance cannot be told from truth, a phrase too many is better than one lost.
/// Words in the order of the list, one after the other, are an extract of the list and no phrase.
///
/// Each decision rests on the windows that overlap, whether or not those are reported themselves, and so only
/// on the words nearby.
pub(super) fn choose(list: &WordList, bytes: &[u8], run: &[Word]) -> Vec<Window> {
    let mut numbers = Zeroizing::new(Vec::with_capacity(run.len()));
    numbers.extend(run.iter().map(|word| {
        list.index_of(&bytes[word.start..word.end]).expect("the words of a run stand in the list")
    }));
    let gaps: Vec<_> = run.windows(2).map(|pair| Gap::new(&bytes[pair[0].end..pair[1].start])).collect();
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for first in 0..run.len() {
        for count in COUNTS {
            let Some(words) = numbers.get(first..first + count) else { break };
            if !is_extract(words) {
                let (aligned, uniform) = standing(&gaps, first, count);
                let window = Window { first, count, aligned, uniform, doubtful: false };
                if is_valid(words) {
                    right.push(window);
                } else if aligned && uniform {
                    wrong.push(window);
                }
            }
        }
    }
    let mut chosen = right.clone();
    chosen.retain(|window| {
        !overlapping(&right, window).filter(|other| other != &window).any(|other| {
            let repeats = other.first < window.first && numbers[other.words()] == numbers[window.words()];
            match other.rank().cmp(&window.rank()) {
                Ordering::Greater => true,
                Ordering::Equal => repeats || other.contains(window),
                Ordering::Less => false,
            }
        })
    });
    for window in &mut chosen {
        window.doubtful = doubt(&numbers[window.words()], window, &wrong);
    }
    chosen
}

/// Whether a right checksum is more likely chance than truth:
/// - all words are the same (`check(1); check(2); …` in a program), or the text makes no break around it and
///   half of the words are repetitions (a row of `true` and `false`). Of twelve words drawn at random, six or
///   fewer are different ones less than once in 10^13 times; published examples that repeat words stand
///   between breaks, and are verified;
/// - the text makes no break around it, and it is a part of a longer text which is clearly meant as one phrase
///   and fails its own checksum.
fn doubt(words: &[u16], window: &Window, wrong: &[Window]) -> bool {
    let different = words.iter().enumerate().filter(|(at, word)| !words[..*at].contains(word)).count();
    let fewest = if window.aligned { 2 } else { words.len() / 2 + 1 };
    let is_part = || overlapping(wrong, window).any(|other| other.contains(window));
    different < fewest || (!window.aligned && is_part())
}

/// Those of the windows, which are in the order of the text, that overlap this one.
fn overlapping<'a>(all: &'a [Window], window: &'a Window) -> impl Iterator<Item = &'a Window> {
    let from = all.partition_point(|other| other.first + COUNT_MAX <= window.first);
    let near = all[from..].iter().take_while(|other| other.first < window.words().end);
    near.filter(|other| other.overlaps(window))
}

/// Whether a window is aligned, and whether it is uniform; `gaps[i]` lies after word `i` of the run.
fn standing(gaps: &[Gap], first: usize, count: usize) -> (bool, bool) {
    let inside = &gaps[first..first + count - 1];
    let before = first.checked_sub(1).map(|gap| &gaps[gap]);
    let after = gaps.get(first + count - 1);
    let breaks = |gap: &Gap| inside.iter().all(|other| other.form != gap.form);
    let aligned = before.is_none_or(breaks) && after.is_none_or(breaks);
    (aligned, inside.iter().all(|gap| gap.signs == inside[0].signs))
}

/// What a gap looks like, in a form that can be compared.
struct Gap {
    /// Spaces, line breaks and signs; and whether it holds the number 1, with which a list begins.
    form: u64,
    /// The signs alone.
    signs: u64,
}

impl Gap {
    fn new(bytes: &[u8]) -> Self {
        let mut numbers = bytes.split(|byte| !byte.is_ascii_digit()).filter(|digits| !digits.is_empty());
        let is_one = numbers.next().is_some_and(|digits| matches!(digits, b"1" | b"01"));
        let breaks_line = bytes.contains(&b'\n') || bytes.contains(&b'\r');
        let mut gap = Self { form: u64::from(is_one) << 1 | u64::from(breaks_line), signs: 0 };
        for byte in bytes.iter().filter(|byte| !byte.is_ascii_digit() && !byte.is_ascii_whitespace()) {
            gap.form = mix(gap.form, *byte);
            gap.signs = mix(gap.signs, *byte);
        }
        gap
    }
}

/// One step of FNV-1a. Two forms that collide would only make a break go unseen.
fn mix(state: u64, byte: u8) -> u64 {
    (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

/// Whether the words stand in the list one after the other.
fn is_extract(words: &[u16]) -> bool {
    words.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// Whether the checksum of BIP39 is right: of the bits of all words, eleven each, one in 33 is checksum, and
/// equals the first bits of the SHA-256 of the others.
fn is_valid(words: &[u16]) -> bool {
    let mut bits = Zeroizing::new([0_u8; 33]);
    let mut slots = bits.iter_mut();
    let (mut held, mut count) = (0_u32, 0);
    // Seven zero bits at the end push the last bits of the last word out.
    for (value, width) in words.iter().map(|word| (u32::from(*word), 11)).chain([(0, 7)]) {
        held = held << width | value;
        count += width;
        while count >= 8 {
            count -= 8;
            if let Some(slot) = slots.next() {
                *slot = u8::try_from(held >> count & 0xff).expect("eight bits were kept");
            }
        }
    }
    let checksum_bits = words.len() * 11 / 33;
    let entropy_bytes = checksum_bits * 4;
    let digest = Sha256::digest(&bits[..entropy_bytes]);
    let left_over = 8 - checksum_bits;
    bits[entropy_bytes] >> left_over == digest[0] >> left_over
}

#[cfg(test)]
mod tests {
    use bip39::{Language, Mnemonic};
    use proptest::prelude::*;

    use super::*;
    use crate::phrase::find;

    fn phrases(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        find(text.as_bytes(), 0..text.len(), |found| all.push(found.canonical.to_string()));
        all
    }

    fn mnemonic(seed: u8, words: usize) -> String {
        let entropy: Vec<u8> = Sha256::digest([seed]).iter().copied().take(words / 3 * 4).collect();
        Mnemonic::from_entropy(&entropy).unwrap().to_string()
    }

    fn valid(words: &[&str]) -> bool {
        Mnemonic::parse_in_normalized(Language::English, &words.join(" ")).is_ok()
    }

    #[test]
    fn every_length_is_found_alone() {
        for seed in 0..32 {
            for count in COUNTS {
                let phrase = mnemonic(seed, count);
                assert_eq!(phrases(&phrase), [&*phrase]);
            }
        }
    }

    #[test]
    fn a_heading_of_list_words_is_not_taken_into_the_phrase() {
        for seed in 0..64 {
            let phrase = mnemonic(seed, 12);
            assert_eq!(phrases(&format!("My seed phrase: {phrase}\nKeep it secret and safe")), [&*phrase]);
            assert_eq!(phrases(&format!("seed phrase 1 {phrase}")), [&*phrase]);
        }
    }

    #[test]
    fn a_run_of_thirty_words_yields_the_phrase_in_it() {
        for seed in 0..64 {
            let (noise, phrase) = (mnemonic(seed + 100, 18), mnemonic(seed, 12));
            let noise: Vec<_> = noise.split(' ').collect();
            let text = format!("{} {phrase} {}", noise[..9].join(" "), noise[9..].join(" "));
            let all = phrases(&text);
            assert!(all.iter().any(|found| found.contains(&phrase)), "{seed}");
            for found in all {
                assert!(valid(&found.split(' ').collect::<Vec<_>>()));
            }
        }
    }

    #[test]
    fn a_longer_phrase_stands_against_those_inside_it() {
        let mut inner = 0;
        for seed in 0..64 {
            let phrase = mnemonic(seed, 24);
            let words: Vec<_> = phrase.split(' ').collect();
            inner += words.windows(12).filter(|window| valid(window)).count();
            assert_eq!(phrases(&phrase), [&*phrase]);
            let lines = words.chunks(6).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n");
            assert_eq!(phrases(&lines), [&*phrase]);
        }
        assert!(inner > 0, "no phrase of the test had a shorter one inside");
    }

    #[test]
    fn a_part_of_a_phrase_with_a_wrong_word_has_only_the_shape() {
        let mut parts = 0;
        for seed in 0..128 {
            let phrase = mnemonic(seed, 24);
            let (rest, last) = phrase.rsplit_once(' ').unwrap();
            let wrong = format!("{rest} {}", if last == "zoo" { "able" } else { "zoo" });
            if valid(&wrong.split(' ').collect::<Vec<_>>()) {
                continue;
            }
            for text in [wrong.clone(), wrong.replace(' ', "\n"), format!("words: {wrong}.")] {
                find(text.as_bytes(), 0..text.len(), |found| {
                    assert_eq!(found.class, Class::ShapeOnly, "{text}");
                    parts += 1;
                });
            }
        }
        assert!(parts > 0, "no text of the test had a part with a right checksum");
    }

    #[test]
    fn rows_of_few_words_have_only_the_shape() {
        let mut seen = 0;
        for seed in 0..64_u8 {
            let row: Vec<_> =
                Sha256::digest([seed]).iter().map(|byte| ["true", "false"][usize::from(byte & 1)]).collect();
            for text in [row.join(", "), row.join(",\n"), "check(1);\n".repeat(9 + usize::from(seed))] {
                find(text.as_bytes(), 0..text.len(), |found| {
                    assert_eq!(found.class, Class::ShapeOnly, "{text}");
                    seen += 1;
                });
            }
        }
        assert!(seen > 0, "no row of the test had a right checksum");
    }

    #[test]
    fn published_examples_with_few_words_are_verified() {
        let abandon = format!("{}about", "abandon ".repeat(11));
        let zoo = format!("{}wrong", "zoo ".repeat(11));
        for phrase in [abandon, zoo] {
            for text in [phrase.clone(), format!("the phrase: \"{phrase}\" of the standard")] {
                let mut classes = Vec::new();
                find(text.as_bytes(), 0..text.len(), |found| classes.push(found.class));
                assert_eq!(classes, [Class::Verified], "{text}");
            }
        }
    }

    #[test]
    fn the_word_list_itself_holds_no_phrase() {
        let list = Language::English.word_list().join("\n");
        assert!(phrases(&list).is_empty());
        assert!(phrases(&list.replace('\n', "\", \"")).is_empty());
    }

    #[test]
    fn a_phrase_that_repeats_itself_is_reported_once() {
        let word = Language::English.word_list().iter().find(|word| valid(&[**word; 12])).unwrap();
        assert_eq!(phrases(&format!("{word} ").repeat(500)).len(), 1);
    }

    proptest! {
        #[test]
        fn the_checksum_agrees_with_the_bip39_crate(
            numbers in prop::collection::vec(0_u16..2048, 24),
            count in prop::sample::select(COUNTS.to_vec()),
        ) {
            let numbers = &numbers[..count];
            let list = Language::English.word_list();
            let words: Vec<_> = numbers.iter().map(|number| list[usize::from(*number)]).collect();
            prop_assert_eq!(is_valid(numbers), valid(&words));
            // With the last word taken from what is left, half of the cases would never be valid ones.
            let some = (0..2048).find(|last| {
                is_valid(&[&numbers[..count - 1], &[*last]].concat())
            }).unwrap();
            let right = [&words[..count - 1], &[list[usize::from(some)]]].concat();
            prop_assert!(valid(&right));
        }
    }
}

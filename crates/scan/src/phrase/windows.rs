//! Which parts of a run of words are phrases.

use std::cmp::Ordering;
use std::ops::Range;

use zeroize::Zeroizing;

use super::GLUED_MIN;
use super::lists::{Dictionary, List};
use super::schemes::{COUNT_MAX, Scheme, Verdict};
use super::words::{self, Word};
use crate::hit::Class;

/// A row of words in a run, as many as a phrase may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) scheme: Scheme,
    first: usize,
    count: usize,
    /// Whether the text itself makes a break before and after it, of a kind that it does not make inside.
    aligned: bool,
    /// Whether the same punctuation stands between all its words.
    uniform: bool,
    /// Whether its checksum is more likely to be right by chance than not.
    doubtful: bool,
}

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
        self.first <= other.first && other.words().end <= self.words().end && self.count > other.count
    }

    fn rank(&self) -> (bool, bool) {
        (self.aligned, self.uniform)
    }
}

/// A run of words of one list, with what stands between them.
pub(super) struct Run<'a> {
    list: List,
    pub(super) words: &'a [Word],
    /// The numbers of the words in the list.
    pub(super) numbers: Zeroizing<Vec<u16>>,
    /// `gaps[i]` lies after word `i`.
    gaps: Vec<Gap>,
    /// How many of the gaps before each have nothing in them.
    glued: Vec<usize>,
    /// Whether the run touches a Chinese character at its beginning, and at its end.
    touches: (bool, bool),
}

impl<'a> Run<'a> {
    pub(super) fn new(list: List, bytes: &[u8], words: &'a [Word]) -> Self {
        let dictionary = Dictionary::all();
        let mut numbers = Zeroizing::new(Vec::with_capacity(words.len()));
        numbers.extend(words.iter().map(|word| {
            let number = dictionary.number(list, &bytes[word.start..word.end]);
            number.expect("the words of a run stand in the list")
        }));
        let gaps: Vec<_> =
            words.windows(2).map(|pair| Gap::new(&bytes[pair[0].end..pair[1].start])).collect();
        let mut glued = vec![0];
        glued.extend(gaps.iter().scan(0, |sum, gap| {
            *sum += usize::from(gap.is_empty);
            Some(*sum)
        }));
        let touches = if list.is_chinese() {
            words::touches_han(bytes, words[0], words[words.len() - 1])
        } else {
            (false, false)
        };
        Self { list, words, numbers, gaps, glued, touches }
    }

    /// The windows that are reported, in the order of the text.
    ///
    /// A right checksum says less in a long run: one window of twelve in sixteen has it by chance. So of windows
    /// that have a right checksum and overlap,
    /// - one that begins and ends at a break of the text stands against those that do not, and among those that
    ///   do, one with the same punctuation all through against those with different kinds of it;
    /// - otherwise a longer one stands against those of its standard that it contains, whose words it holds anyway;
    /// - otherwise one that repeats the words of an earlier one is left out.
    ///
    /// All others are reported: where chance cannot be told from truth, a phrase too many is better than one lost.
    /// What two standards take for a phrase is reported as both. Words in the order of the list, one after the other, are an
    /// extract of the list and no phrase.
    ///
    /// Each decision rests on the windows that overlap, whether or not those are reported themselves, and so only
    /// on the words nearby.
    pub(super) fn phrases(&self) -> Vec<Window> {
        let (mut right, mut wrong) = (Vec::new(), Vec::new());
        for first in 0..self.words.len() {
            for count in Scheme::counts(self.list) {
                let Some(numbers) = self.numbers.get(first..first + count) else { break };
                if !is_extract(numbers) && (!self.list.is_chinese() || self.may_stand(first, *count)) {
                    self.judge(first, *count, numbers, &mut right, &mut wrong);
                }
            }
        }
        let mut chosen = right.clone();
        chosen.retain(|window| {
            !overlapping(&right, window).filter(|other| other != &window).any(|other| {
                let repeats =
                    other.first < window.first && self.numbers[other.words()] == self.numbers[window.words()];
                match other.rank().cmp(&window.rank()) {
                    Ordering::Greater => true,
                    Ordering::Equal => other.scheme == window.scheme && (repeats || other.contains(window)),
                    Ordering::Less => false,
                }
            })
        });
        for window in &mut chosen {
            window.doubtful |= self.doubt(window, &wrong);
        }
        chosen
    }

    fn judge(
        &self,
        first: usize,
        count: usize,
        numbers: &[u16],
        right: &mut Vec<Window>,
        wrong: &mut Vec<Window>,
    ) {
        let (aligned, uniform) = self.standing(first, count);
        let mut is_right = false;
        for scheme in Scheme::of(self.list) {
            let verdict = scheme.check(self.list, numbers);
            let window = Window { scheme: *scheme, first, count, aligned, uniform, doubtful: false };
            match verdict {
                Verdict::Right => right.push(window),
                Verdict::Unchecked if aligned => right.push(Window { doubtful: true, ..window }),
                _ => continue,
            }
            is_right = true;
        }
        if !is_right && aligned && uniform {
            wrong.push(Window { scheme: Scheme::Bip39, first, count, aligned, uniform, doubtful: false });
        }
    }

    /// Whether a right checksum is more likely chance than truth:
    /// - all words are the same (`check(1); check(2); …` in a program), or the text makes no break around it and
    ///   half of the words are repetitions (a row of `true` and `false`). Of twelve words drawn at random, six or
    ///   fewer are different ones less than once in 10^13 times; published examples that repeat words stand
    ///   between breaks, and are verified;
    /// - the text makes no break around it, and it is a part of a longer text which is clearly meant as one phrase
    ///   and fails its own checksum;
    /// - it is Chinese without spaces, and may be a sentence.
    fn doubt(&self, window: &Window, wrong: &[Window]) -> bool {
        let numbers = &self.numbers[window.words()];
        let different =
            numbers.iter().enumerate().filter(|(at, word)| !numbers[..*at].contains(word)).count();
        let fewest = if window.aligned { 2 } else { numbers.len() / 2 + 1 };
        let is_part = || overlapping(wrong, window).any(|other| other.contains(window));
        let is_sentence = || {
            self.glued_in(window.first, window.count) > 0
                && (!window.aligned || rarity(numbers) < RARITY_DRAWN * numbers.len())
        };
        different < fewest || (!window.aligned && is_part()) || is_sentence()
    }

    /// Whether a window of Chinese words may be a phrase at all. With something between all its words it may, as in any
    /// language. Without spaces it may only stand between breaks, in one piece or in lines of equal length, and must not
    /// read like a sentence: most rows of Chinese characters are sentences.
    fn may_stand(&self, first: usize, count: usize) -> bool {
        let glued = self.glued_in(first, count);
        if glued == 0 {
            return true;
        }
        let free_before = match first.checked_sub(1) {
            Some(gap) => !self.gaps[gap].is_empty,
            None => !self.touches.0,
        };
        let free_after = self.gaps.get(first + count - 1).map_or(!self.touches.1, |gap| !gap.is_empty);
        if !free_before
            || !free_after
            || rarity(&self.numbers[first..first + count]) * 2 < RARITY_PROSE_TWICE * count
        {
            return false;
        }
        let inside = &self.gaps[first..first + count - 1];
        let line = inside.iter().position(|gap| !gap.is_empty).map_or(count, |at| at + 1);
        let ends_line = |at: usize| (at + 1).is_multiple_of(line);
        inside
            .iter()
            .enumerate()
            .all(|(at, gap)| gap.is_empty != ends_line(at) && (gap.is_empty || gap.is_blank))
    }

    /// The places of a run in Chinese that are masked because a phrase may stand there: of at least `words_min` words in a row, but
    /// without spaces only what may be a phrase, or most of one ([`GLUED_MIN`]), by its look.
    pub(super) fn masked(&self, words_min: usize) -> Vec<Range<usize>> {
        let place = |words: Range<usize>| self.words[words.start].start..self.words[words.end - 1].end;
        let mut places = Vec::new();
        for is_glued in [true, false] {
            let mut first = 0;
            while first < self.words.len() {
                let gaps = self.gaps[first..].iter().take_while(|gap| gap.is_empty == is_glued).count();
                let row = first..first + gaps + 1;
                let is_secret = if is_glued {
                    row.len() >= GLUED_MIN
                        && rarity(&self.numbers[row.clone()]) * 2 >= RARITY_PROSE_TWICE * row.len()
                } else {
                    row.len() >= words_min
                };
                first = row.end.max(first + 1);
                if is_secret {
                    places.push(place(row));
                }
            }
        }
        for first in 0..self.words.len() {
            for count in Scheme::counts(self.list) {
                if first + count <= self.words.len()
                    && self.glued_in(first, *count) > 0
                    && self.may_stand(first, *count)
                {
                    places.push(place(first..first + count));
                }
            }
        }
        places
    }

    fn glued_in(&self, first: usize, count: usize) -> usize {
        self.glued[first + count - 1] - self.glued[first]
    }

    /// Whether a window is aligned, and whether it is uniform.
    fn standing(&self, first: usize, count: usize) -> (bool, bool) {
        let inside = &self.gaps[first..first + count - 1];
        let before = first.checked_sub(1).map(|gap| &self.gaps[gap]);
        let after = self.gaps.get(first + count - 1);
        let breaks = |gap: &Gap| inside.iter().all(|other| other.form != gap.form);
        let aligned = before.is_none_or(breaks) && after.is_none_or(breaks);
        (aligned, inside.iter().all(|gap| gap.signs == inside[0].signs))
    }
}

/// The lists of Chinese are in the order of how often a character is used, so that a sentence has low numbers and a phrase
/// drawn at random has not. Of twelve characters drawn, one row in 2,000 has a mean below 7.5 and one in 170 one below 8; of
/// rows of twelve in manuals of programs, nine in ten are below 7.5 and 99 in 100 below 8.
const RARITY_PROSE_TWICE: usize = 15;
const RARITY_DRAWN: usize = 8;

/// The sum of how rare the characters are, each by the logarithm of its number.
fn rarity(numbers: &[u16]) -> usize {
    let each = |number: &u16| usize::try_from((u32::from(*number) + 16).ilog2()).expect("it is below 12");
    numbers.iter().map(each).sum()
}

/// Those of the windows, which are in the order of the text, that overlap this one.
fn overlapping<'a>(all: &'a [Window], window: &'a Window) -> impl Iterator<Item = &'a Window> {
    let from = all.partition_point(|other| other.first + COUNT_MAX <= window.first);
    let near = all[from..].iter().take_while(|other| other.first < window.words().end);
    near.filter(|other| other.overlaps(window))
}

/// What a gap looks like, in a form that can be compared.
struct Gap {
    /// Spaces, line breaks and signs; and whether it holds the number 1, with which a list begins.
    form: u64,
    /// The signs alone.
    signs: u64,
    /// Whether nothing is in it, and whether nothing that is seen.
    is_empty: bool,
    is_blank: bool,
}

impl Gap {
    fn new(bytes: &[u8]) -> Self {
        let mut numbers = bytes.split(|byte| !byte.is_ascii_digit()).filter(|digits| !digits.is_empty());
        let is_one = numbers.next().is_some_and(|digits| matches!(digits, b"1" | b"01"));
        let breaks_line = bytes.contains(&b'\n') || bytes.contains(&b'\r');
        let is_empty = bytes.is_empty();
        let is_blank = std::str::from_utf8(bytes).is_ok_and(|gap| gap.trim().is_empty());
        let form = u64::from(is_empty) << 2 | u64::from(is_one) << 1 | u64::from(breaks_line);
        let mut gap = Self { form, signs: 0, is_empty, is_blank };
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

#[cfg(test)]
mod tests {
    use bip39::{Language, Mnemonic};
    use sha2::{Digest as _, Sha256};

    use crate::classes::Area;
    use crate::hit::{Class, Kind};
    use crate::phrase::find;
    use crate::phrase::schemes::Scheme;

    fn phrases(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        find(&Area::of(text), |found| {
            if found.kind == Kind::Bip39Phrase {
                all.push(found.canonical.to_string());
            }
        });
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
            for count in Scheme::Bip39.lengths() {
                let phrase = mnemonic(seed, *count);
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
                find(&Area::of(&text), |found| {
                    // As the words of another standard it may be right.
                    if found.kind == Kind::Bip39Phrase {
                        assert_eq!(found.class, Class::ShapeOnly, "{text}");
                        parts += 1;
                    }
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
                find(&Area::of(&text), |found| {
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
                find(&Area::of(&text), |found| classes.push(found.class));
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

    /// Rows of words drawn at random from a list, with a right checksum.
    fn drawn(language: Language, seed: u8, words: usize) -> Vec<&'static str> {
        let entropy: Vec<u8> = Sha256::digest([seed, 9]).iter().copied().take(words / 3 * 4).collect();
        Mnemonic::from_entropy_in(language, &entropy).unwrap().words().collect()
    }

    #[test]
    fn chinese_phrases_are_found_with_and_without_spaces() {
        for language in [Language::SimplifiedChinese, Language::TraditionalChinese] {
            for (seed, count) in
                (0..40).flat_map(|seed| Scheme::Bip39.lengths().iter().map(move |n| (seed, *n)))
            {
                let words = drawn(language, seed, count);
                let expected = words.join(" ");
                let lines: Vec<_> = words.chunks(3).map(<[_]>::concat).collect();
                for written in [expected.clone(), words.concat(), lines.join("\n"), lines.join(" ")] {
                    for text in [written.clone(), format!("助记词：{written}。"), format!("Seed: {written}")]
                    {
                        assert_eq!(phrases(&text), [&*expected], "{text}");
                    }
                }
                assert!(!phrases(&format!("的{}", words.concat())).contains(&expected));
            }
        }
    }

    #[test]
    fn a_chinese_sentence_is_no_phrase() {
        // The most common characters, as sentences have them, in rows of twelve: one in sixteen has a right checksum.
        let list = Language::SimplifiedChinese.word_list();
        let mut right = 0;
        for seed in 0..=255_u8 {
            let digest = Sha256::digest([seed]);
            let row: Vec<_> = digest.iter().take(12).map(|byte| list[usize::from(*byte)]).collect();
            right += usize::from(Mnemonic::parse_in(Language::SimplifiedChinese, row.join(" ")).is_ok());
            assert!(phrases(&format!("，{}。", row.concat())).is_empty());
        }
        assert!(right > 0, "no row of the test had a right checksum");
    }
}

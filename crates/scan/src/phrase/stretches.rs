//! Where in a text so many words may stand in a row that they can be a phrase: most texts have few such places, and nothing else of
//! them is looked at.

use std::ops::Range;

use super::lists::{PLAIN_MAX, SPELLED_MAX, SPELLED_MIN};
use super::schemes::COUNT_MIN;
use crate::classes::{self, Area, BLOCK, Block, Classes};

/// The places to look at: on each row of words which may be a phrase lies one.
#[derive(Default)]
pub(super) struct Probes {
    /// For the lists in which words stand apart.
    pub(super) spaced: Vec<usize>,
    /// For those in Chinese.
    pub(super) chinese: Vec<usize>,
}

/// The places to look at for the phrases that begin in a range which ends [`AHEAD`] bytes before this one.
///
/// Looked at are stretches in which there are enough words, or which go on behind the range. A stretch ends at what no row of words
/// goes over: a word of letters of ASCII that is shorter or longer than any in the lists, or a control character.
pub(super) fn probes(area: &Area<'_>, range: Range<usize>) -> Probes {
    let bytes = area.bytes;
    let end = range.end.min(bytes.len());
    let mut stretches = Stretches::new(range.start);
    let masks = |at: usize| {
        let Classes { controls, letters, foreign, .. } = area.classes(at);
        (controls, letters, foreign)
    };
    let mut next = masks(range.start);
    // The word that a block begins with may have begun before it.
    let mut last = (0, 0);
    for at in (range.start..end).step_by(BLOCK) {
        let (controls, letters, foreign) = next;
        next = masks(at + BLOCK);
        let before = |mask: u64, last: u64| mask << 1 | last >> (BLOCK - 1);
        let after = |mask: u64, next: u64, places: usize| mask >> places | next << (BLOCK - places);
        let begins = letters & !before(letters, last.0);
        let is_letter = |places| after(letters, next.1, places);
        let (second, third) = (is_letter(1), is_letter(2));
        let mut short = begins & !(second & third);
        if foreign | last.1 | next.2 != 0 {
            // Beside a byte that is not ASCII a letter may belong to a longer word.
            let is_foreign = |places| after(foreign, next.2, places);
            let goes_on = !second & is_foreign(1) | second & !third & is_foreign(2);
            short &= !before(foreign, last.1) & !goes_on;
        }
        let breaks = short | controls;
        let long = begins & classes::rows::<{ PLAIN_MAX + 1 }>(letters, next.1);
        stretches.go_on(at, breaks | long, begins, foreign);
        last = (letters, foreign);
    }
    let mut probes = Probes::default();
    stretches.close(bytes, end, &mut probes);
    probes
}

/// Where the stretch begins that has not come to its end, and those before it that are long enough.
struct Stretches {
    begin: usize,
    /// Where words of ASCII begin in the block in which it begins, from there on.
    open: u64,
    /// How many begin in the blocks after that.
    words: usize,
    /// Behind the last block that has bytes which are not ASCII.
    foreign_end: usize,
    long: Vec<Range<usize>>,
}

impl Stretches {
    fn new(begin: usize) -> Self {
        Self { begin, open: 0, words: 0, foreign_end: 0, long: Vec::new() }
    }

    /// Goes over the breaks in a block, in which words of ASCII begin at `begins`.
    #[inline]
    fn go_on(&mut self, at: usize, mut breaks: u64, mut begins: u64, foreign: u64) {
        if foreign != 0 {
            self.foreign_end = at + BLOCK;
        }
        // Only in Chinese there may be nothing between words.
        let middle =
            if foreign == 0 { middle(bytes_min(COUNT_MIN)) } else { middle(COUNT_MIN * SPELLED_MIN) };
        if breaks == 0 {
            self.words += classes::count(begins);
            return;
        }
        while breaks != 0 {
            let first = classes::first(breaks);
            let end = at + first;
            let is_spaced = self.foreign_end <= self.begin;
            let room = if is_spaced { bytes_min(COUNT_MIN) } else { COUNT_MIN * SPELLED_MIN };
            if end >= self.begin + room {
                let words =
                    self.words + classes::count(self.open) + classes::count(begins & !(u64::MAX << first));
                if words >= COUNT_MIN || !is_spaced {
                    self.long.push(self.begin..end);
                }
            }
            breaks &= breaks - 1;
            // Mostly no phrase has room between the breaks of a block, and the last is the next that matters.
            let last = if breaks & middle == 0 { first } else { classes::last(breaks) };
            breaks = if last == first { breaks } else { 0 };
            begins &= u64::MAX << last;
            (self.begin, self.open, self.words) = (at + last, 0, 0);
        }
        self.open = begins;
    }

    /// Adds the places to look at.
    fn close(self, bytes: &[u8], end: usize, probes: &mut Probes) {
        let Probes { spaced, chinese } = probes;
        let open = self.begin..end;
        for place in self.long.into_iter().chain([open.clone()]) {
            let known = spaced.len();
            let (words, foreign) = nth_words(bytes, place.clone(), COUNT_MIN, spaced);
            let is_open = place == open;
            if words < COUNT_MIN && !is_open {
                continue;
            }
            if foreign > 0 {
                // Not each letter is seen with which a word begins.
                spaced.truncate(known);
                spaced.extend(place.clone().step_by(bytes_min(COUNT_MIN)));
            } else if is_open {
                // A row that goes on behind the end has the last word before it.
                let begins = |at: &usize| bytes[*at].is_ascii_alphabetic();
                spaced.extend(place.clone().rev().find(begins).filter(|last| spaced.last() < Some(last)));
            }
            if foreign >= COUNT_MIN * SPELLED_MIN || is_open && foreign > 0 {
                chinese.extend(place.step_by(COUNT_MIN * SPELLED_MIN));
            }
        }
    }
}

/// How many words there are at most in a place, and how many bytes that are not ASCII; adds the place of every so many words.
fn nth_words(bytes: &[u8], place: Range<usize>, every: usize, nth: &mut Vec<usize>) -> (usize, usize) {
    let (mut words, mut foreign) = (0, 0);
    let mut last = 0;
    for (at, block) in classes::blocks(&bytes[..place.end], place) {
        let letters = block.letters().bits();
        let others = match block.foreign().bits() {
            0 => 0,
            foreign => classes::count(foreign),
        };
        let begins = letters & !(letters << 1 | last);
        let count = classes::count(begins);
        if words / every != (words + count) / every {
            let is_nth = |(number, _): &(usize, usize)| (words + number + 1).is_multiple_of(every);
            nth.extend(classes::each(begins).enumerate().filter(is_nth).map(|(_, begin)| at + begin));
        }
        // Each word begins with a letter of ASCII or has a byte that is not.
        words += count + others;
        foreign += others;
        last = letters >> (BLOCK - 1);
    }
    (words, foreign)
}

/// The fewest bytes of so many words, with something between them.
const fn bytes_min(words: usize) -> usize {
    words * (SPELLED_MIN + 1) - 1
}

/// How far behind the last place at which a phrase may begin is looked for words: as far as the shortest phrase goes.
pub(super) const AHEAD: usize = bytes_min(COUNT_MIN);
const _: () = assert!(AHEAD + BLOCK <= classes::BEHIND);

/// The longest range in which [`plain_words`] looks.
pub(super) const PLAIN_RANGE_MAX: usize = 2 * BLOCK;

/// Words that touch a range of ASCII, so many that each row of `words_min` words of a list which touches it has one of them. A word
/// that is too short for a list ends a row, and none of a row with too few words is given.
pub(super) fn plain_words(
    bytes: &[u8],
    range: Range<usize>,
    words_min: usize,
) -> impl Iterator<Item = Range<usize>> {
    let letters_at = |at: usize| Block::at(bytes, at).letters().bits();
    let letters = u128::from(letters_at(range.start)) | u128::from(letters_at(range.start + BLOCK)) << BLOCK;
    let unseen = u32::try_from(PLAIN_RANGE_MAX - range.len()).unwrap_or(0);
    let begins = letters & !(letters << 1) & u128::MAX.checked_shr(unseen).unwrap_or(0);
    let is_letter = |places: u32| letters >> places | !(u128::MAX >> places);
    // The first may have begun before the range.
    let short = begins & !1 & (!is_letter(1) | !is_letter(2));
    let before = || match range.start.checked_sub(BLOCK) {
        Some(start) => words_beside(letters_at(start).reverse_bits(), letters & 1 == 1, words_min),
        None => words_min,
    };
    let ends_in_word = range.end.checked_sub(1).is_some_and(|last| bytes[last].is_ascii_alphabetic());
    let after = || words_beside(letters_at(range.end), ends_in_word, words_min);
    let (mut probes, mut rest) = (0_u128, begins);
    while rest != 0 {
        let end = (short & rest).trailing_zeros();
        let row = rest & !u128::MAX.checked_shl(end).unwrap_or(0);
        rest &= u128::MAX.checked_shl(end + 1).unwrap_or(0);
        let is_first = row & begins & begins.wrapping_neg() != 0;
        let is_last = end == u128::BITS;
        let mut words = wide(row.count_ones());
        words += if is_first && words < words_min { before() } else { 0 };
        words += if is_last && words < words_min { after() } else { 0 };
        if row == 0 || words < words_min {
            continue;
        }
        if is_first {
            probes |= row & row.wrapping_neg();
        }
        if is_last {
            probes |= 1 << row.ilog2();
        }
        let mut row = row;
        while wide(row.count_ones()) >= words_min {
            (1..words_min).for_each(|_| row &= row - 1);
            probes |= row & row.wrapping_neg();
            row &= row - 1;
        }
    }
    let is_letter = |byte: &&u8| byte.is_ascii_alphabetic();
    let word = move |at: u32| {
        let (offset, known) = (wide(at), wide((letters >> at).trailing_ones()));
        let (start, end) = (range.start + offset, range.start + offset + known);
        let before = if at == 0 { bytes[..start].iter().rev().take_while(is_letter).count() } else { 0 };
        let goes_on = offset + known == PLAIN_RANGE_MAX;
        let after = if goes_on { bytes[end..].iter().take_while(is_letter).count() } else { 0 };
        start - before..end + after
    };
    std::iter::from_fn(move || {
        let at = (probes != 0).then(|| probes.trailing_zeros());
        probes &= probes.wrapping_sub(1);
        at.map(word)
    })
}

/// How many words stand beside a range, up to `words_min`, before one that is too short for a list. `letters` begin at the range, and
/// the word may be passed over that it cuts. Where they are not to be seen, it is as many as are asked for.
fn words_beside(mut letters: u64, is_cut: bool, words_min: usize) -> usize {
    let mut seen = 0;
    let mut pass = |letters: &mut u64, count: u32| {
        *letters = letters.checked_shr(count).unwrap_or(0);
        seen += wide(count);
        seen < SPELLED_MAX
    };
    if is_cut {
        let rest = letters.trailing_ones();
        pass(&mut letters, rest);
    }
    for words in 0..words_min {
        let gap = letters.trailing_zeros();
        if !pass(&mut letters, gap) {
            break;
        }
        let word = letters.trailing_ones();
        if !pass(&mut letters, word) {
            break;
        }
        if wide(word) < SPELLED_MIN {
            return words;
        }
    }
    words_min
}

/// A place in a block.
fn wide(bit: u32) -> usize {
    usize::try_from(bit).expect("there are few bits")
}

/// The bytes in the middle of a block that any row of so many has which lies in one block.
const fn middle(row: usize) -> u64 {
    u64::MAX << (BLOCK - row) & u64::MAX >> (BLOCK - row)
}

const _: () = assert!(SPELLED_MIN == 3 && SPELLED_MAX < BLOCK);

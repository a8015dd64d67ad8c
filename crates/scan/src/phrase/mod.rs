//! Recovery phrases of BIP39 (English list) in plain bytes.
//!
//! A *word* is a run of ASCII letters that is as long as possible and stands in the list, in any case. A
//! *run* is a row of such words with nothing but a short gap of spaces, line breaks, digits, punctuation or
//! signs that are no letters between one and the next: so numbered, quoted and broken lists are runs too. A
//! *window* is 12, 15, 18, 21 or 24 neighbouring words of a run whose checksum is right.
//!
//! By chance one window of twelve words in sixteen has a right checksum, so windows that overlap are weighed:
//! see [`windows::choose`].

mod windows;
pub(crate) mod words;

use std::ops::Range;

use zeroize::Zeroizing;

use crate::hit::Class;
use words::{MAX_LETTERS, MIN_LETTERS, WordList};

/// A phrase with its place in the window of bytes.
pub(crate) struct Found {
    pub place: Range<usize>,
    /// Lower case, one space between the words.
    pub canonical: Zeroizing<String>,
    pub words: u8,
    pub class: Class,
}

/// A word of the list, by its place. The place alone says nothing about the phrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Word {
    start: usize,
    end: usize,
}

/// The most bytes between two words of one run: a number, punctuation, and the padding of a table.
pub(crate) const GAP_MAX: usize = 32;

/// What the longest word and the longest gap take together.
pub(crate) const STEP_MAX: usize = MAX_LETTERS + GAP_MAX;

/// The most bytes of a phrase of 24 words.
pub(crate) const PHRASE_MAX: usize = 24 * STEP_MAX;

/// How far from the first byte of a phrase, to both sides, the search may have to look: the phrase itself, the
/// windows that overlap it, and the words that tell where those windows' neighbours end.
pub(crate) const REACH: usize = 3 * PHRASE_MAX;

/// The fewest words of a phrase, and the fewest bytes that they can take.
const WORDS_MIN: usize = 12;

/// So many bytes are searched at a time: a hostile text may be one run of words from end to end, and what is
/// kept for each word is many times as long as the word.
const BLOCK: usize = 64 * 1024;

/// Calls `on_found` for each phrase that begins in `range`.
///
/// Whether there is one depends only on the bytes nearer than [`REACH`] to its beginning.
pub(crate) fn find(bytes: &[u8], range: Range<usize>, mut on_found: impl FnMut(Found)) {
    for start in range.clone().step_by(BLOCK) {
        find_in_block(bytes, start..range.end.min(start + BLOCK), &mut on_found);
    }
}

fn find_in_block(bytes: &[u8], range: Range<usize>, on_found: &mut impl FnMut(Found)) {
    let area = range.start.saturating_sub(REACH)..bytes.len().min(range.end.saturating_add(REACH));
    runs(bytes, area, range.clone(), WORDS_MIN, |run| {
        for window in windows::choose(WordList::english(), bytes, run) {
            let words = &run[window.words()];
            let place = words[0].start..words[words.len() - 1].end;
            if range.contains(&place.start) {
                on_found(Found {
                    canonical: words::phrase(bytes, words),
                    words: u8::try_from(words.len()).expect("a window has at most 24 words"),
                    class: window.class(),
                    place,
                });
            }
        }
    });
}

/// The places, from the first byte of the first word to the last byte of the last, of the runs of at least
/// `words_min` words that touch `range`, as far as `bytes` shows them.
pub(crate) fn places(bytes: &[u8], range: Range<usize>, words_min: usize) -> Vec<Range<usize>> {
    let side = words_min * STEP_MAX;
    let area = range.start.saturating_sub(side)..bytes.len().min(range.end.saturating_add(side));
    let mut places = Vec::new();
    runs(bytes, area, range, words_min, |run| places.push(run[0].start..run[run.len() - 1].end));
    places
}

/// Calls `on_run` for each run of at least `words_min` words that touches `range`, with those of its words
/// that lie in `area`.
fn runs(
    bytes: &[u8],
    area: Range<usize>,
    range: Range<usize>,
    words_min: usize,
    mut on_run: impl FnMut(&[Word]),
) {
    let list = WordList::english();
    // A run takes at least this many bytes, so it covers one position in every such step.
    let step = words_min * (MIN_LETTERS + 1) - 1;
    let end = area.end.min(range.end.saturating_add(step));
    let mut run = Vec::new();
    let mut probe = range.start;
    while probe < end {
        let Some(word) = list.word_around(bytes, probe) else {
            // Any run begins behind the word (or the gap) that the probe met, or ended before it.
            probe += step;
            continue;
        };
        run.clear();
        run.push(word);
        while let Some(word) = list.word_before(bytes, run[run.len() - 1])
            && word.start >= area.start
        {
            run.push(word);
        }
        run.reverse();
        while let Some(word) = list.word_after(bytes, run[run.len() - 1])
            && word.end <= area.end
        {
            run.push(word);
        }
        if run.len() >= words_min {
            on_run(&run);
        }
        // The next run begins behind this one.
        probe = probe.max(run[run.len() - 1].end) + step;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWELVE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

    fn found(text: &str) -> Vec<(usize, usize, String)> {
        let mut all = Vec::new();
        find(text.as_bytes(), 0..text.len(), |found| {
            all.push((found.place.start, found.place.end, found.canonical.to_string()));
        });
        all
    }

    fn shaped(shape: impl Fn(usize, &str) -> String) -> String {
        TWELVE.split(' ').enumerate().map(|(index, word)| shape(index + 1, word)).collect()
    }

    #[test]
    fn a_phrase_is_found_in_the_shapes_that_people_write() {
        for text in [
            TWELVE.to_owned(),
            TWELVE.to_uppercase(),
            shaped(|number, word| format!("{number}. {word} ")),
            shaped(|number, word| format!("{number}){word}\r\n")),
            shaped(|number, word| format!("{number:02}:\t{word}\n")),
            shaped(|_, word| format!("\"{word}\", ")),
            shaped(|_, word| format!("{}{}-", word[..1].to_uppercase(), &word[1..])),
            shaped(|number, word| format!("{word}{}", if number % 4 == 0 { "\n" } else { " " })),
            shaped(|_, word| format!("• {word}\n")),
            shaped(|number, word| format!("{number}、{word}\u{3000}")),
            shaped(|number, word| format!("{word}{}", if number == 12 { "วลี" } else { "\u{a0}" })),
        ] {
            for text in [text.clone(), format!("Die Woerter: {text}! Ende.")] {
                let all = found(&text);
                assert_eq!(all.len(), 1, "{text}");
                assert_eq!(all[0].2, TWELVE, "{text}");
                assert!(text[all[0].0..].to_lowercase().starts_with("legal"));
                assert!(text[..all[0].1].to_lowercase().ends_with("yellow"));
            }
        }
    }

    #[test]
    fn a_phrase_on_the_border_of_two_blocks_is_found_once() {
        for start in BLOCK - 80..BLOCK + 3 {
            assert_eq!(found(&format!("{}{TWELVE}", " ".repeat(start)))[0].0, start);
            assert_eq!(found(&format!("{}{TWELVE}", " ".repeat(start))).len(), 1);
        }
    }

    #[test]
    fn a_letter_between_two_words_ends_the_run() {
        for between in [" a ", " и ", " é", "xx", " και "] {
            let text = TWELVE.replacen(' ', between, 1);
            assert!(found(&text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_gap_at_the_limit_holds_and_one_byte_more_does_not() {
        let gap = |bytes: usize| TWELVE.replacen(' ', &" ".repeat(bytes), 1);
        assert_eq!(found(&gap(GAP_MAX)).len(), 1);
        assert!(found(&gap(GAP_MAX + 1)).is_empty());
    }

    #[test]
    fn a_wrong_checksum_is_not_reported() {
        assert!(found(&TWELVE.replace("yellow", "year")).is_empty());
        assert!(found(&TWELVE.replace(" yellow", "")).is_empty());
    }

    #[test]
    fn a_phrase_is_found_at_every_offset() {
        for offset in 0..120 {
            let text = format!("{}{TWELVE} \u{1}", "x ".repeat(offset));
            assert_eq!(found(&text).len(), 1, "{offset}");
        }
    }

    #[test]
    fn the_shortest_phrase_is_found_at_every_offset() {
        // Twelve words of three letters, with a right checksum.
        let list = bip39::Language::English.word_list();
        let short: Vec<_> = list.iter().copied().filter(|word| word.len() == 3).collect();
        let mut tried = short.windows(12).map(|words| words.join(" "));
        let phrase = tried.find(|text| bip39::Mnemonic::parse_normalized(text).is_ok()).unwrap();
        assert_eq!(phrase.len(), 47);
        for offset in 0..120 {
            assert_eq!(found(&format!("{}{phrase}", " ".repeat(offset))).len(), 1, "{offset}");
        }
    }
}

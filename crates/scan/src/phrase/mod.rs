//! Recovery phrases in plain bytes: of BIP39 in its twelve languages, of Electrum, of Monero in ten.
//!
//! A *word* is a run of letters of one script that is as long as possible and stands in a list, in any case, with or without
//! its accents, composed or not; of Chinese each character is a word. A *run* is a row of words of one list with nothing but
//! a short gap of spaces, line breaks, digits, punctuation or signs that are no letters between one and the next: so
//! numbered, quoted and broken lists are runs too. A *window* is as many neighbouring words of a run as a phrase may have,
//! whose checksum is right.
//!
//! By chance one window of twelve words in sixteen has a right checksum, so windows that overlap are weighed:
//! see [`windows::Run::phrases`].

mod lists;
mod schemes;
mod stretches;
mod windows;
mod words;

use std::ops::Range;

use zeroize::Zeroizing;

use crate::classes::Area;
use crate::hit::{Class, Kind};
pub(crate) use lists::SPELLED_MIN;
use lists::{Dictionary, List, Lists, SPELLED_MAX};
use schemes::{COUNT_MAX, COUNT_MIN};
use stretches::Probes;
use windows::Run;
use words::Word;

/// A phrase with its place in the window of bytes.
pub(crate) struct Found {
    pub place: Range<usize>,
    pub kind: Kind,
    /// As the list writes the words, decomposed, one space between them.
    pub canonical: Zeroizing<String>,
    pub words: u8,
    pub class: Class,
}

/// The kinds of hit that [`find`] gives.
pub(crate) const KINDS: [Kind; 3] = [Kind::Bip39Phrase, Kind::ElectrumPhrase, Kind::MoneroPhrase];

/// The most bytes between two words of one run: a number, punctuation, and the padding of a table.
pub(crate) const GAP_MAX: usize = 32;

/// What the longest word and the longest gap take together.
pub(crate) const STEP_MAX: usize = SPELLED_MAX + GAP_MAX;

/// The most bytes of a phrase of 25 words.
pub(crate) const PHRASE_MAX: usize = COUNT_MAX * STEP_MAX;

/// How far from the first byte of a phrase, to both sides, the search may have to look: the phrase itself, the
/// windows that overlap it, and the words that tell where those windows' neighbours end.
pub(crate) const REACH: usize = 3 * PHRASE_MAX;

/// So many bytes are searched at a time: a hostile text may be one run of words from end to end, and what is
/// kept for each word is many times as long as the word.
const BLOCK: usize = 64 * 1024;

/// Calls `on_found` for each phrase that begins in `range`.
///
/// Whether there is one depends only on the bytes nearer than [`REACH`] to its beginning.
pub(crate) fn find(searched: &Area<'_>, mut on_found: impl FnMut(Found)) {
    let range = &searched.range;
    for start in range.clone().step_by(BLOCK) {
        find_in_block(searched, start..range.end.min(start + BLOCK), &mut on_found);
    }
}

fn find_in_block(searched: &Area<'_>, range: Range<usize>, on_found: &mut impl FnMut(Found)) {
    let bytes = searched.bytes;
    let area = range.start.saturating_sub(REACH)..bytes.len().min(range.end.saturating_add(REACH));
    let mut all = Vec::new();
    let mut on_run = |list, words: &[Word]| {
        let run = Run::new(list, bytes, words);
        for window in run.phrases() {
            let words = &run.words[window.words()];
            let place = words[0].start..words[words.len() - 1].end;
            if range.contains(&place.start) {
                all.push(Found {
                    kind: window.scheme.kind(),
                    canonical: canonical(list, &run.numbers[window.words()]),
                    words: u8::try_from(words.len()).expect("a window has at most 25 words"),
                    class: window.class(),
                    place,
                });
            }
        }
    };
    let looked_at = range.start..area.end.min(range.end.saturating_add(stretches::AHEAD));
    let Probes { spaced, chinese } = stretches::probes(searched, looked_at);
    runs_of(Lists::SPACED, bytes, area.clone(), spaced, COUNT_MIN, &mut on_run);
    runs_of(Lists::CHINESE, bytes, area, chinese, COUNT_MIN, &mut on_run);
    // What both lists of Chinese have stands at the same place in each, and is one phrase.
    all.sort_by_key(|found| (found.place.start, found.place.end, found.kind, found.class));
    all.dedup_by(|next, first| next.place == first.place && next.kind == first.kind);
    all.into_iter().for_each(on_found);
}

/// The words of a list with these numbers, one space between them.
fn canonical(list: List, numbers: &[u16]) -> Zeroizing<String> {
    // Room for all of it from the start: a text that grows would leave copies of itself behind.
    let mut phrase = Zeroizing::new(String::with_capacity(numbers.len() * (SPELLED_MAX + 1)));
    for number in numbers {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(Dictionary::all().word(list, *number));
    }
    phrase
}

/// The places near `range` where a phrase stands, or what may remain of one: of the runs of at least `words_min` words, from
/// the first byte of the first word to the last byte of the last, as far as they are looked at; of Chinese without spaces only
/// what may be a phrase by its look, or most of one.
pub(crate) fn places(bytes: &[u8], range: Range<usize>, words_min: usize) -> Vec<Range<usize>> {
    let area = |side| range.start.saturating_sub(side)..bytes.len().min(range.end.saturating_add(side));
    let probes =
        |area: &Range<usize>, step| (range.start..area.end.min(range.end.saturating_add(step))).step_by(step);
    let mut places = Vec::new();
    let (spaced, glued) = steps(words_min);
    let near = area(words_min * STEP_MAX);
    let mut on_run = |_, words: &[Word]| places.push(words[0].start..words[words.len() - 1].end);
    let is_plain = bytes[area(SPELLED_MAX)].is_ascii();
    // A range without letters may be the gap between two words, in which none begins.
    if is_plain
        && range.len() <= stretches::PLAIN_RANGE_MAX
        && bytes[range.clone()].iter().any(u8::is_ascii_alphabetic)
    {
        let is_listed = |word: &Range<usize>| !Dictionary::all().lists(&bytes[word.clone()]).is_empty();
        let listed = stretches::plain_words(bytes, range, words_min).filter(is_listed);
        runs_of(Lists::SPACED, bytes, near, listed.map(|word| word.start), words_min, &mut on_run);
        return places;
    }
    let at = probes(&near, spaced);
    runs_of(Lists::SPACED, bytes, near, at, words_min, &mut on_run);
    // How a row of characters looks is seen in all of it.
    let near = area(PHRASE_MAX);
    if bytes[range.start.saturating_sub(words::FOREIGN_NEAR)..near.end.min(range.end + glued)].is_ascii() {
        return places;
    }
    let at = probes(&near, glued);
    runs_of(Lists::CHINESE, bytes, near, at, words_min, &mut |list, words| {
        places.extend(Run::new(list, bytes, words).masked(words_min));
    });
    places
}

/// Whether these letters are a word of some list.
pub(crate) fn is_word(letters: &[u8]) -> bool {
    (SPELLED_MIN..=SPELLED_MAX).contains(&letters.len()) && !Dictionary::all().lists(letters).is_empty()
}

/// Whether so many words of one list follow on one another in a row of letters of ASCII with nothing between them.
pub(crate) fn is_joined(letters: &[u8], words_min: usize) -> bool {
    let longest = usize::try_from(lists::PLAIN_MAX).unwrap_or(SPELLED_MAX);
    // For each place the words of each list that may end there.
    let mut ends = vec![[0_usize; List::ALL.len()]; letters.len() + 1];
    for start in 0..letters.len() {
        for end in (start + SPELLED_MIN..=letters.len().min(start + longest)).rev() {
            for list in Dictionary::all().lists(&letters[start..end]).each() {
                let count = ends[start][list as usize] + 1;
                if count >= words_min {
                    return true;
                }
                let known = &mut ends[end][list as usize];
                *known = (*known).max(count);
            }
        }
    }
    false
}

/// The fewest bytes of a run, so that it covers one position in every such step; and of one in Chinese, which needs no spaces.
fn steps(words_min: usize) -> (usize, usize) {
    let spaced = words_min * (SPELLED_MIN + 1) - 1;
    (spaced, spaced.min(words_min.max(GLUED_MIN) * SPELLED_MIN))
}

/// The fewest Chinese words without spaces that are masked; a phrase has more.
const GLUED_MIN: usize = 8;

/// Calls `on_run` for each run of at least `words_min` words of a wanted list on which one of the `probes` lies, with those of
/// its words that lie in `area`.
fn runs_of(
    wanted: Lists,
    bytes: &[u8],
    area: Range<usize>,
    probes: impl IntoIterator<Item = usize>,
    words_min: usize,
    on_run: &mut impl FnMut(List, &[Word]),
) {
    let dictionary = Dictionary::all();
    let lists_of = |word: Word| dictionary.lists(&bytes[word.start..word.end]);
    let is_chinese = wanted.has(List::ChineseSimplified);
    // Where the run of each list ended that was seen last.
    let mut seen = [0; List::ALL.len()];
    let (mut back, mut ahead) = (Vec::new(), Vec::new());
    let mut words = Vec::new();
    for probe in probes {
        if is_chinese && !words::may_be_han(bytes, probe) {
            continue;
        }
        let Some(word) = words::around(bytes, probe) else { continue };
        let lists = lists_of(word).and(wanted);
        if lists.is_empty() {
            continue;
        }
        let fresh = lists.each().filter(|list| word.start >= seen[*list as usize]).collect::<Lists>();
        if fresh.is_empty() {
            continue;
        }
        let earlier = |word| words::before(bytes, word).filter(|word| word.start >= area.start);
        let later = |word| words::after(bytes, word).filter(|word| word.end <= area.end);
        follow(&mut back, word, fresh, earlier, lists_of);
        follow(&mut ahead, word, fresh, later, lists_of);
        for list in fresh.each() {
            let reached = |row: &[(Word, Lists)]| row.partition_point(|(_, lists)| lists.has(list));
            let (first, last) = (reached(&back), reached(&ahead));
            seen[list as usize] = last.checked_sub(1).map_or(word.end, |last| ahead[last].0.end);
            if first + 1 + last < words_min {
                continue;
            }
            words.clear();
            words.extend(back[..first].iter().rev().map(|(word, _)| *word));
            words.push(word);
            words.extend(ahead[..last].iter().map(|(word, _)| *word));
            let is_other = |word: &Word| dictionary.number(list, &bytes[word.start..word.end]).is_none();
            words.split(is_other).filter(|run| run.len() >= words_min).for_each(|run| on_run(list, run));
        }
    }
}

/// The words that follow on one in some direction, each with those of the lists that have it and all before it.
fn follow(
    row: &mut Vec<(Word, Lists)>,
    word: Word,
    mut lists: Lists,
    next: impl Fn(Word) -> Option<Word>,
    lists_of: impl Fn(Word) -> Lists,
) {
    row.clear();
    let mut last = word;
    while let Some(word) = next(last) {
        lists = lists.and(lists_of(word));
        if lists.is_empty() {
            break;
        }
        row.push((word, lists));
        last = word;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TWELVE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

    fn found(text: &str) -> Vec<(usize, usize, String)> {
        let mut all = Vec::new();
        find(&Area::of(text), |found| {
            assert_eq!(found.kind, Kind::Bip39Phrase);
            all.push((found.place.start, found.place.end, found.canonical.to_string()));
        });
        all
    }

    fn shaped(shape: impl Fn(usize, &str) -> String) -> String {
        TWELVE.split(' ').enumerate().map(|(index, word)| shape(index + 1, word)).collect()
    }

    fn runs_at(
        bytes: &[u8],
        lists: Lists,
        probes: impl IntoIterator<Item = usize>,
    ) -> Vec<(List, Vec<Word>)> {
        let mut runs = Vec::new();
        runs_of(lists, bytes, 0..bytes.len(), probes, COUNT_MIN, &mut |list, words| {
            runs.push((list, words.to_vec()));
        });
        // Of runs of several lists whichever a probe meets first comes first.
        runs.sort_by_key(|(list, words)| (words[0].start, *list));
        runs
    }

    /// Words of lists and others, in rows, and what may stand between or break them.
    fn piece() -> impl Strategy<Value = String> {
        let words = |list: &'static [&'static str], joined: &'static str| {
            prop::collection::vec(prop::sample::select(list), 1..30).prop_map(move |words| words.join(joined))
        };
        let of = |language: bip39::Language| &language.word_list()[..];
        prop_oneof![
            8 => words(of(bip39::Language::English), " "),
            2 => words(of(bip39::Language::French), "\n1. "),
            2 => words(of(bip39::Language::Italian), ","),
            2 => words(of(bip39::Language::SimplifiedChinese), ""),
            2 => words(of(bip39::Language::Japanese), "\u{3000}"),
            2 => words(&["tissue", "rustled", "abbey", "zoom", "unnoticed"], " "),
            2 => prop::sample::select(&["a", " of ", "\0", "\x7f", "я", "é", "interesting", "word"][..]).prop_map(str::to_owned),
            4 => prop::sample::select(&[" ", "\r\n", "\"", "  -  ", "1", ""][..]).prop_map(str::to_owned),
            1 => (1_usize..80).prop_map(|count| " ".repeat(count)),
        ]
    }

    proptest! {
        #[test]
        fn no_row_of_words_lies_beside_the_places_that_are_looked_at(pieces in prop::collection::vec(piece(), 0..12)) {
            let text = pieces.concat();
            let Probes { spaced, chinese } = stretches::probes(&Area::of(&text), 0..text.len());
            for (lists, probes) in [(Lists::SPACED, spaced), (Lists::CHINESE, chinese)] {
                let every = runs_at(text.as_bytes(), lists, 0..text.len());
                prop_assert_eq!(runs_at(text.as_bytes(), lists, probes), every, "{}", &text);
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_masked_does_not_depend_on_where_is_looked(
            pieces in prop::collection::vec(piece(), 1..12),
            at in any::<prop::sample::Index>(),
            length in 1_usize..=stretches::PLAIN_RANGE_MAX + 2,
        ) {
            const WORDS_MIN: usize = 4;
            let text = pieces.concat();
            let bytes = text.as_bytes();
            prop_assume!(!bytes.is_empty());
            let start = at.index(bytes.len());
            let range = start..bytes.len().min(start + length);
            let is_seen = |places: &[Range<usize>]| {
                range.clone().map(|at| places.iter().any(|place| place.contains(&at))).collect::<Vec<_>>()
            };
            let area = start.saturating_sub(WORDS_MIN * STEP_MAX)..bytes.len().min(range.end + WORDS_MIN * STEP_MAX);
            let mut every = Vec::new();
            runs_of(Lists::SPACED, bytes, area, range.start..bytes.len().min(range.end + 15), WORDS_MIN, &mut |_, words| {
                every.push(words[0].start..words[words.len() - 1].end);
            });
            let found = is_seen(&places(bytes, range.clone(), WORDS_MIN));
            for (at, (found, every)) in found.iter().zip(is_seen(&every)).enumerate() {
                prop_assert!(*found || !every, "{} of {:?} in {}", at, range, &text);
            }
        }
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

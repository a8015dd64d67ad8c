//! The text around a hit, with the secrets in it masked.

use std::ops::Range;

use crate::hit::Context;
use crate::mask::Masker;
use crate::secret::MASK;
use crate::{contact, mask, phrase};

/// How many bytes before and after a hit are shown: about a line.
pub(crate) const CONTEXT_BYTES: usize = 48;

/// How far around what is shown is looked for the rest of what is masked: four words with all that may lie between them.
const NEAR_BYTES: usize = 320;
const _: () = assert!(mask::WORDS_MASKED * phrase::STEP_MAX < NEAR_BYTES);

/// How far from a hit, to both sides, the bytes matter for its context.
pub(crate) const REACH: usize = CONTEXT_BYTES + contact::REACH;
const _: () = assert!(phrase::PHRASE_MAX + 2 * phrase::STEP_MAX < contact::REACH);
const _: () = assert!(NEAR_BYTES < contact::REACH);

/// The context of a hit. The bytes given begin where the file begins if `from_start`, and have armor of these private keys.
pub(crate) fn around(
    bytes: &[u8],
    hit: &Range<usize>,
    from_start: bool,
    private_keys: &contact::PrivateKeys,
    masker: &mut Masker,
) -> Context {
    let before = hit.start.saturating_sub(CONTEXT_BYTES)..hit.start;
    let after = hit.end..bytes.len().min(hit.end + CONTEXT_BYTES);
    // The hit itself is not shown here.
    let mut secrets = masked(bytes, hit, [&before, &after], masker);
    for shown in [&before, &after] {
        secrets.append(&mut private_keys.places(bytes, shown));
    }
    if hit.len() <= CONTEXT_BYTES {
        secrets.append(&mut contact::cards(bytes, before.start..after.end));
    } else {
        secrets.append(&mut contact::cards(bytes, before.clone()));
        secrets.append(&mut contact::cards(bytes, after.clone()));
    }
    secrets.sort_by_key(|place| place.start);
    let cut_before = before.start > 0 || !from_start;
    Context {
        before: text(bytes, before, &secrets, cut_before),
        after: text(bytes, after.clone(), &secrets, after.end < bytes.len()),
    }
}

/// What stands before a hit and after it, in one piece with a space for the hit, for a phrase may lie around it: the places of
/// what is masked.
fn masked(
    bytes: &[u8],
    hit: &Range<usize>,
    [before, after]: [&Range<usize>; 2],
    masker: &mut Masker,
) -> Vec<Range<usize>> {
    let start = before.start.saturating_sub(NEAR_BYTES);
    let end = bytes.len().min(after.end + NEAR_BYTES);
    let gap = hit.start - start;
    let place = |at: usize| if at <= gap { start + at } else { hit.end + (at - gap - 1) };
    let shown = before.start - start..gap + 1 + after.len();
    let found = masker.near([&bytes[start..hit.start], &bytes[hit.end..end]], &shown);
    found.into_iter().map(|found| place(found.start)..place(found.end)).collect()
}

/// The bytes of `range` as text: secrets masked, half characters at the cut edges left out.
fn text(bytes: &[u8], range: Range<usize>, secrets: &[Range<usize>], cut: bool) -> String {
    let mut out = String::with_capacity(range.len() + 8);
    let mut at = range.start;
    // A character that the edge of the context cuts in two is not shown.
    if cut {
        let half = bytes[range.clone()].iter().take(3).take_while(|byte| is_continuation(**byte)).count();
        at += half;
    }
    for secret in secrets.iter().filter(|secret| secret.start < range.end && secret.end > range.start) {
        if secret.start > at {
            push(&mut out, &bytes[at..secret.start]);
        }
        if !out.ends_with(MASK) {
            out.push_str(MASK);
        }
        at = at.max(secret.end);
    }
    if at < range.end {
        push(&mut out, &bytes[at..range.end]);
    }
    out
}

fn push(out: &mut String, bytes: &[u8]) {
    for chunk in bytes.utf8_chunks() {
        let mut rest = chunk.valid();
        while !rest.is_empty() {
            let seen = rest.bytes().take_while(|byte| matches!(byte, b' '..=b'~')).count();
            let (plain, other) = rest.split_at(seen);
            out.push_str(plain);
            let mut others = other.chars();
            out.extend(others.next().map(|character| match character {
                _ if character.is_ascii_whitespace() => ' ',
                _ if acts(character) => char::REPLACEMENT_CHARACTER,
                _ => character,
            }));
            rest = others.as_str();
        }
        if !chunk.invalid().is_empty() {
            out.push(char::REPLACEMENT_CHARACTER);
        }
    }
}

/// Whether a character does something to a terminal or to the text around it instead of being seen: controls,
/// marks of direction (UAX 9), invisible separators.
fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(character, '\u{061c}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context(text: &str, hit: &str) -> Context {
        let start = text.find(hit).unwrap();
        let keys = contact::PrivateKeys::of(text.as_bytes());
        around(text.as_bytes(), &(start..start + hit.len()), true, &keys, &mut Masker::default())
    }

    #[test]
    fn the_text_on_both_sides_is_shown() {
        assert_eq!(
            context("Кошелёк:HIT срок\n3 дня", "HIT"),
            Context { before: "Кошелёк:".into(), after: " срок 3 дня".into() }
        );
    }

    #[test]
    fn a_character_cut_by_the_edge_is_left_out() {
        for pad in 0..6 {
            let text = format!("{}{}HIT{}", "я".repeat(40), ".".repeat(pad), "я".repeat(40));
            let context = context(&text, "HIT");
            assert!(context.before.chars().all(|c| c == 'я' || c == '.'), "{context:?}");
            assert!(context.after.chars().all(|c| c == 'я'), "{context:?}");
            assert!(context.before.len() <= CONTEXT_BYTES && context.after.len() <= CONTEXT_BYTES);
        }
    }

    #[test]
    fn what_acts_on_a_terminal_is_replaced() {
        let shown = context("\x1b[2J\u{202e}HIT\0\u{feff}", "HIT");
        assert_eq!(shown.before, "\u{fffd}[2J\u{fffd}");
        assert_eq!(shown.after, "\u{fffd}\u{fffd}");
    }

    #[test]
    fn four_words_of_the_list_are_masked_and_three_are_not() {
        assert_eq!(context("we can say about HIT", "HIT").before, "we can say about ");
        assert_eq!(context("zoo can say about HIT", "HIT").before, "••• ");
        // The run begins before what is shown, and only its last word would be seen.
        let text = format!("legal winner thank{}year HIT", " ".repeat(30));
        assert_eq!(context(&text, "HIT").before, "••• ");
        let text = format!("HIT {}zoo ability able about", " ".repeat(30));
        assert_eq!(context(&text, "HIT").after.trim(), "•••");
    }

    #[test]
    fn private_keys_are_masked_by_their_shape() {
        for key in [
            format!("K{}", "w".repeat(51)),
            format!("5{}", "J".repeat(50)),
            format!("xprv{}", "9".repeat(107)),
        ] {
            assert_eq!(context(&format!("key {key} HIT"), "HIT").before.trim_start_matches("key "), "••• ");
            assert_eq!(context(&format!("HIT {key} end"), "HIT").after.trim_end_matches(" end"), " •••");
        }
    }
}

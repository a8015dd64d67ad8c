//! Accounts at banks (IBAN) and payment cards: rows of capitals and digits, in groups or not.
//!
//! No sign announces them. But each is a row of [`SIGNS_MIN`] bytes or more of few kinds, and such rows are rare.

use std::ops::Range;

use zeroize::Zeroizing;

use super::{Found, before, count, from, last, text};
use crate::classes::{self, Area, BLOCK, Block, Classes};
use crate::hit::{Class, Kind};
use crate::syntax::{iban, number};

/// The fewest signs: of a card. The shortest account number has 15.
const SIGNS_MIN: u32 = 13;

/// The most digits of a card (ISO/IEC 7812-1).
const CARD_MAX: usize = 19;

/// How far before a card a word may stand that says what it is.
const WORD_NEAR: usize = 48;

/// The first digits of the issuers, from and to, and how many digits their cards have: the large schemes by their public
/// rules (Mastercard 51-55 and 2221-2720, Mir 2200-2204, UnionPay 62, JCB 3528-3589, …), the schemes of the region, and the
/// banks of Iran.
#[rustfmt::skip]
const ISSUERS: &[(u32, u32, &[usize])] = &[
    (4000, 4999, &[13, 16, 19]), (5100, 5599, &[16]), (2221, 2720, &[16]), (3400, 3499, &[15]), (3700, 3799, &[15]),
    (3000, 3059, &[14, 16]), (3600, 3699, &[14, 16]), (3800, 3999, &[14, 16]), (3528, 3589, &[16, 17, 18, 19]),
    (6011, 6011, &[16, 19]), (6440, 6599, &[16, 19]), (6200, 6299, &[16, 17, 18, 19]), (2200, 2205, &[16, 17, 18, 19]),
    (5018, 5018, &[13, 16, 19]), (5020, 5020, &[13, 16, 19]), (5038, 5038, &[13, 16, 19]), (5893, 5893, &[13, 16, 19]),
    (6304, 6304, &[13, 16, 19]), (6759, 6763, &[13, 16, 19]), (5080, 5089, &[16]), (6000, 6109, &[16]),
    (8100, 8299, &[16]), (9792, 9792, &[16]), (9860, 9860, &[16]), (8600, 8600, &[16]), (5614, 5614, &[16]),
    (9417, 9417, &[16]), (5022, 5029, &[16]), (5041, 5058, &[16]), (5859, 5892, &[16]), (6362, 6369, &[16]),
    (6391, 6396, &[16]),
];

/// Calls `add` for each account and card that begins in the range.
pub(super) fn find(area: &Area<'_>, add: impl FnMut(Found)) {
    find_by(area.bytes, area.range.clone(), |at| area.classes(at), add);
}

fn find_by(
    bytes: &[u8],
    range: Range<usize>,
    classes: impl Fn(usize) -> Classes,
    mut add: impl FnMut(Found),
) {
    let signs = |classes: Classes| classes.capitals | classes.digits | classes.spaces | classes.hyphens;
    let mut next = classes(range.start);
    for at in range.clone().step_by(BLOCK) {
        let here = next;
        next = classes(at + BLOCK);
        let rows = classes::rows::<SIGNS_MIN>(signs(here), signs(next));
        if rows == 0 {
            continue;
        }
        let Classes { capitals, digits, letters, .. } = here;
        let parts = digits | letters;
        let is_digit = |places| classes::of_next(digits, places);
        let two = is_digit(2) & is_digit(3);
        let heads = (digits & is_digit(1) | capitals & classes::of_next(capitals, 1)) & two;
        for start in classes::each(rows & heads & !(parts << 1)).map(|start| at + start) {
            if last(bytes, start).is_some_and(|byte| byte.is_ascii_alphanumeric()) {
                continue;
            }
            let found = match bytes.get(start..start + 4) {
                Some([b'A'..=b'Z', b'A'..=b'Z', b'0'..=b'9', b'0'..=b'9']) => account(bytes, start),
                Some(head) if head.iter().all(u8::is_ascii_digit) => card(bytes, start),
                _ => None,
            };
            found.into_iter().for_each(&mut add);
        }
    }
}

/// The classes of a block that are asked for here.
fn signs(bytes: &[u8], at: usize) -> Classes {
    let block = Block::at(bytes, at);
    Classes {
        letters: block.letters().bits(),
        capitals: block.between(b'A', b'Z').bits(),
        digits: block.digits().bits(),
        spaces: block.is(b' ').bits(),
        hyphens: block.is(b'-').bits(),
        ..Classes::default()
    }
}

/// The places of cards that begin near `range` and may reach into it, to be masked.
pub(crate) fn cards(bytes: &[u8], range: Range<usize>) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let range = range.start.saturating_sub(2 * CARD_MAX)..range.end;
    find_by(
        bytes,
        range,
        |at| signs(bytes, at),
        |found| {
            if found.kind == Kind::PaymentCard {
                places.push(found.place);
            }
        },
    );
    places
}

/// The account whose number begins at a position. Single spaces may stand in it.
fn account(bytes: &[u8], start: usize) -> Option<Found> {
    let signs = iban::length_of(text(bytes, &(start..start + 2))?)?;
    let mut end = start;
    let mut seen = 0;
    while seen < signs {
        match bytes.get(end)? {
            b' ' if bytes[end - 1] != b' ' => {}
            byte if byte.is_ascii_uppercase() || byte.is_ascii_digit() => seen += 1,
            _ => return None,
        }
        end += 1;
    }
    if bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let place = start..end;
    let sound = iban::read(text(bytes, &place)?).ok()?;
    Some(Found::plain(Kind::Iban, sound.class, place, sound.canonical))
}

/// The card whose number begins at a position. It is verified where it stands in the groups in which cards are printed, or
/// behind a word that says what it is; a row of digits alone has a right check digit once in ten.
fn card(bytes: &[u8], start: usize) -> Option<Found> {
    let joins = |byte: u8| b"._+-/$#%:=&".contains(&byte);
    let head = last(bytes, start);
    let mut groups = Vec::with_capacity(CARD_MAX);
    let (mut end, mut digits) = (start, 0);
    let mut separator = None;
    loop {
        let group = count(from(bytes, end), |byte| byte.is_ascii_digit());
        groups.push(group);
        digits += group;
        end += group;
        let next = bytes.get(end).copied();
        let goes_on = next.is_some_and(|byte| byte == b' ' || byte == b'-')
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
            && separator.is_none_or(|known| Some(known) == next);
        if digits > CARD_MAX || group == 0 {
            return None;
        }
        if !goes_on || is_printed(&groups) && digits >= 14 && !is_printed_with(&groups, bytes, end + 1) {
            break;
        }
        separator = next;
        end += 1;
    }
    let tail = bytes.get(end).copied();
    let place = start..end;
    let sound = number::card(text(bytes, &place)?).ok()?;
    let canonical = Zeroizing::new(sound.canonical);
    let first: u32 = canonical.get(..4)?.parse().ok()?;
    let issued =
        ISSUERS.iter().any(|(from, to, lengths)| (*from..=*to).contains(&first) && lengths.contains(&digits));
    let is_joined = tail.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        || tail.is_some_and(joins)
            && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric)
            && tail != Some(b'&')
        || head.is_some_and(|byte| b"._+-$#%".contains(&byte));
    let is_row = canonical.bytes().all(|digit| digit == canonical.as_bytes()[0]);
    if !issued || is_joined || is_row || (groups.len() > 1 && !is_printed(&groups)) {
        return None;
    }
    let class = if groups.len() > 1 || is_named(bytes, start) { Class::Verified } else { Class::ShapeOnly };
    let shown = format!("{}{}", "*".repeat(digits - 4), &canonical[digits - 4..]);
    Some(Found { place, kind: Kind::PaymentCard, class, canonical, shown: Some(shown) })
}

/// Whether cards are printed in these groups.
fn is_printed(groups: &[usize]) -> bool {
    const PRINTED: [&[usize]; 8] =
        [&[4, 4, 4, 4], &[4, 4, 4, 4, 3], &[4, 6, 5], &[4, 6, 4], &[4, 4, 4, 1], &[8, 8], &[6, 10], &[6, 13]];
    PRINTED.contains(&groups)
}

/// Whether the next group makes a longer card of these.
fn is_printed_with(groups: &[usize], bytes: &[u8], next: usize) -> bool {
    let group = count(from(bytes, next), |byte| byte.is_ascii_digit());
    is_printed(&[groups, &[group]].concat())
}

/// Whether a word shortly before says that a number is a card's.
fn is_named(bytes: &[u8], start: usize) -> bool {
    const WORDS: [&str; 14] = [
        "card", "visa", "maestro", "amex", "unionpay", "pan:", "pan=", "cvv", "карт", "мир", "kart", "humo",
        "uzcard", "کارت",
    ];
    let head = before(bytes, start);
    let near = &head[head.len().saturating_sub(WORD_NEAR)..];
    let lower = String::from_utf8_lossy(near).to_lowercase();
    WORDS.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::tests::{all, found};

    #[test]
    fn accounts_are_found_in_one_piece_and_in_groups() {
        for number in [
            "GB82WEST12345698765432",
            "GB82 WEST 1234 5698 7654 32",
            "KZ86 125K ZT50 0410 0100",
            "NO93 8601 1117 947",
        ] {
            for pad in 0..26 {
                let text = format!("{}{number}. X", "x ".repeat(pad));
                assert_eq!(found(&text, &[Kind::Iban]), [number], "{text}");
            }
            for text in [format!("счёт{number}срок"), format!("iban={number}&x"), format!("账号：{number}，")]
            {
                assert_eq!(found(&text, &[Kind::Iban]), [number], "{text}");
            }
            for text in [
                format!("X{number}"),
                format!("{number}1"),
                number.replacen("86", "87", 1).replacen("82", "83", 1).replacen("93", "94", 1),
            ] {
                if text != number {
                    assert!(found(&text, &[Kind::Iban]).is_empty(), "{text}");
                }
            }
        }
    }

    #[test]
    fn cards_are_told_from_rows_of_digits() {
        // Numbers that payment systems publish for tests.
        for (text, class) in [
            ("4111 1111 1111 1111", Class::Verified),
            ("paid 5555-5555-5555-4444 today", Class::Verified),
            ("3782 822463 10005", Class::Verified),
            ("card 4111111111111111.", Class::Verified),
            ("Номер карты: 4111111111111111", Class::Verified),
            ("id,4111111111111111,7", Class::ShapeOnly),
            ("卡号：4111 1111 1111 1111，", Class::Verified),
            ("4111 1111 1111 1111 2027", Class::Verified),
        ] {
            let hits = all(text, &[Kind::PaymentCard]);
            assert_eq!(hits.iter().map(|hit| hit.class).collect::<Vec<_>>(), [class], "{text}");
            assert_eq!(hits[0].shown.as_ref().map(|shown| shown.trim_start_matches('*').len()), Some(4));
        }
        for text in [
            "4111 1111 1111 1112",
            "1234 5678 9012 3456",
            "4111 11111 111 1111",
            "x4111111111111111",
            "4111111111111111f",
            "41111111111111111111",
            "0000 0000 0000 0000",
            "4.4111111111111111",
            "4111111111111111.5",
        ] {
            assert!(found(text, &[Kind::PaymentCard]).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_card_is_found_at_every_offset() {
        for pad in 0..39 {
            assert_eq!(
                found(&format!("{}4111111111111111", "x ".repeat(pad)), &[Kind::PaymentCard]).len(),
                1,
                "{pad}"
            );
        }
    }
}

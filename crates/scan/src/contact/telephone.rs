//! Telephone numbers in international form, by their `+`.

use super::{Found, last};
use crate::hit::{Class, Kind};
use crate::syntax;

/// The fewest digits, country code included. There are shorter numbers, on a few islands; sums and versions are more.
const DIGITS_MIN: usize = 9;

/// The most digits (ITU-T E.164, 6.1).
const DIGITS_MAX: usize = 15;

/// The fewest digits of a group that stands apart, but for the country code.
const GROUP_MIN: usize = 2;

/// The number that begins with a `+`: its digits and what may separate them, up to the last group of digits with which it is
/// a number of its country.
pub(super) fn from(bytes: &[u8], plus: usize) -> Option<Found> {
    let joins = |byte: u8| byte.is_ascii_alphanumeric() || b"+._-)]".contains(&byte);
    if last(bytes, plus).is_some_and(joins) || !bytes.get(plus + 1).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let (mut at, mut digits, mut groups) = (plus + 1, 0, 0);
    let mut best = None;
    loop {
        let group = super::count(super::from(bytes, at), |byte| byte.is_ascii_digit());
        digits += group;
        groups += 1;
        at += group;
        if group == 0 || digits > DIGITS_MAX || (groups > 2 && group < GROUP_MIN) {
            break;
        }
        let ends = !bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+/=_".contains(byte));
        if ends
            && digits >= DIGITS_MIN
            && let Some(found) = read(bytes, plus..at)
        {
            best = Some(found);
        }
        match separator(super::from(bytes, at)) {
            Some(length) => at += length,
            None => break,
        }
    }
    best
}

fn read(bytes: &[u8], place: std::ops::Range<usize>) -> Option<Found> {
    let sound = syntax::telephone::read(super::text(bytes, &place)?).ok()?;
    let digits = &sound.canonical.as_bytes()[1..];
    let fits = match digits {
        // North America: ten digits, of which the area and the exchange begin with 2 to 9.
        [b'1', area, _, _, exchange, ..] => digits.len() == 11 && *area > b'1' && *exchange > b'1',
        // Russia has codes that begin with 3, 4, 8 and 9, Kazakhstan with 6 and 7.
        [b'7', code, ..] => digits.len() == 11 && b"346789".contains(code),
        _ => true,
    };
    let all_same = digits[3..].windows(2).all(|pair| pair[0] == pair[1]) && digits[3] != b'0';
    (fits && !all_same)
        .then(|| Found::plain(Kind::TelephoneNumber, Class::WellFormed, place, sound.canonical.clone()))
}

/// What stands between two groups of digits: one sign, or one with a bracket and a space.
fn separator(bytes: &[u8]) -> Option<usize> {
    const SIGNS: [&[u8]; 9] = [b") ", b" (", b")-", b"-(", b" ", b"-", b".", b"(", b")"];
    let spaces = [&b"\xc2\xa0"[..]];
    let sign = SIGNS.iter().chain(&spaces).find(|sign| bytes.starts_with(sign))?;
    bytes.get(sign.len()).is_some_and(u8::is_ascii_digit).then_some(sign.len())
}

#[cfg(test)]
mod tests {
    use crate::contact::tests::found;
    use crate::hit::Kind;

    #[test]
    fn numbers_are_found_in_the_ways_they_are_written() {
        for number in [
            "+93 70 123 4567",
            "+98 (912) 123-45-67",
            "+77011234567",
            "+7 (701) 123-45-67",
            "+996-700-123-456",
            "+92 300 1234567",
            "+992 90 123 4567",
            "+998\u{a0}90.123.45.67",
            "+1 (202) 555-0143",
            "+44 20 7946 0018",
        ] {
            for text in [
                number.to_owned(),
                format!("Tel.: {number}."),
                format!("tel:{number};"),
                format!("电话：{number}，请"),
                format!("звони{number}срочно"),
                format!("({number}) 5"),
            ] {
                assert_eq!(found(&text, &[Kind::TelephoneNumber]), [number], "{text}");
            }
        }
    }

    #[test]
    fn sums_zones_and_base64_are_none() {
        for text in [
            "1+77011234567",
            "2026-01-01T00:00:00+0300",
            "+7 1 2 3 4 5 6 7 8 9 0",
            "a+98912000000b",
            "+99 912 000 0000",
            "+1 123 456 7890",
            "+00000000000",
            "+77777777777",
            "x = +12345678",
            "+7701123456789012",
        ] {
            assert!(found(text, &[Kind::TelephoneNumber]).is_empty(), "{text}");
        }
    }
}

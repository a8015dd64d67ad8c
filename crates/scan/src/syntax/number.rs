//! Numbers with the check digit of Luhn (ISO/IEC 7812-1, annex B): payment cards and mobile devices; and the addresses of
//! network interfaces.

use super::{Sound, SyntaxError};
use crate::hit::Class;

/// Digits of a payment card (ISO/IEC 7812-1).
const CARD: std::ops::RangeInclusive<usize> = 12..=19;
/// Digits of an IMEI with its check digit (3GPP TS 23.003, 6.2.1).
const IMEI: usize = 15;
/// Digits of an IMEI with the version of the software in place of the check digit (3GPP TS 23.003, 6.2.2).
const IMEISV: usize = 16;
/// Digits of a card that may be shown: the first six and the last four (PCI DSS, 3.4.1).
const SHOWN: (usize, usize) = (6, 4);

/// Reads the number of a payment card, with or without spaces and hyphens. A number that is masked already, as a bank
/// prints it, is [`Class::ShapeOnly`].
///
/// # Errors
/// [`SyntaxError::Form`], [`SyntaxError::Length`] and [`SyntaxError::Checksum`].
pub fn card(text: &str) -> Result<Sound, SyntaxError> {
    let number = without_separators(text);
    let hidden = |b: u8| matches!(b, b'*' | b'X' | b'x');
    let masked = number.bytes().any(hidden);
    if !number.bytes().all(|b| b.is_ascii_digit() || hidden(b)) || number.is_empty() {
        return Err(SyntaxError::Form);
    }
    if !CARD.contains(&number.len()) {
        let expected = if number.len() < *CARD.start() { *CARD.start() } else { *CARD.end() };
        return Err(SyntaxError::Length { expected, found: number.len() });
    }
    if masked {
        return Ok(Sound { class: Class::ShapeOnly, canonical: number });
    }
    if luhn(&number) {
        Ok(Sound { class: Class::Verified, canonical: number })
    } else {
        Err(SyntaxError::Checksum)
    }
}

/// The number of a card as it may be shown: the digits in the middle are hidden.
pub fn masked(card: &str) -> String {
    let number = without_separators(card);
    let (head, tail) = (SHOWN.0, number.chars().count().saturating_sub(SHOWN.1));
    number.chars().enumerate().map(|(at, sign)| if at < head || at >= tail { sign } else { '*' }).collect()
}

/// Reads the number of a mobile device: an IMEI with its check digit, or an IMEISV, which has none.
///
/// # Errors
/// [`SyntaxError::Form`], [`SyntaxError::Length`] and [`SyntaxError::Checksum`].
pub fn imei(text: &str) -> Result<Sound, SyntaxError> {
    let number = without_separators(text);
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(SyntaxError::Form);
    }
    match number.len() {
        IMEI if luhn(&number) => Ok(Sound { class: Class::Verified, canonical: number }),
        IMEI => Err(SyntaxError::Checksum),
        IMEISV => Ok(Sound { class: Class::WellFormed, canonical: number }),
        found => Err(SyntaxError::Length { expected: IMEI, found }),
    }
}

/// Reads the address of a network interface (EUI-48): six pairs of hexadecimal digits with colons or hyphens, or three
/// groups of four with dots.
///
/// # Errors
/// [`SyntaxError::Form`] where it is none.
pub fn mac(text: &str) -> Result<Sound, SyntaxError> {
    let groups = |separator: char, count: usize, digits: usize| {
        let groups: Vec<&str> = text.split(separator).collect();
        let fits = |group: &&str| group.len() == digits && group.bytes().all(|b| b.is_ascii_hexdigit());
        (groups.len() == count && groups.iter().all(fits)).then(|| groups.concat().to_ascii_lowercase())
    };
    let digits = groups(':', 6, 2).or_else(|| groups('-', 6, 2)).or_else(|| groups('.', 3, 4));
    let digits = digits.ok_or(SyntaxError::Form)?;
    let pairs: Vec<&str> = (0..6).map(|at| &digits[2 * at..2 * at + 2]).collect();
    Ok(Sound { class: Class::WellFormed, canonical: pairs.join(":") })
}

/// Whether the digits, every second from the right doubled and its digits added, sum up to a multiple of ten.
fn luhn(digits: &str) -> bool {
    let weighted = digits.bytes().rev().enumerate().map(|(at, digit)| {
        let digit = u32::from(digit - b'0') << (at % 2);
        if digit > 9 { digit - 9 } else { digit }
    });
    weighted.sum::<u32>().is_multiple_of(10)
}

fn without_separators(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ' ' | '-')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(read: Result<Sound, SyntaxError>) -> Result<Class, SyntaxError> {
        read.map(|sound| sound.class)
    }

    #[test]
    fn cards_are_checked_and_masked() {
        // The number that payment systems publish for tests.
        assert_eq!(class(card("4111 1111 1111 1111")), Ok(Class::Verified));
        assert_eq!(class(card("4111-1111-1111-1112")), Err(SyntaxError::Checksum));
        assert_eq!(class(card("411111******1111")), Ok(Class::ShapeOnly));
        assert_eq!(class(card("4111 1111 111")), Err(SyntaxError::Length { expected: 12, found: 11 }));
        assert_eq!(class(card(&"0".repeat(12))), Ok(Class::Verified));
        assert_eq!(class(card(&"0".repeat(19))), Ok(Class::Verified));
        assert_eq!(class(card(&"0".repeat(20))), Err(SyntaxError::Length { expected: 19, found: 20 }));
        assert_eq!(class(card("4111 1111 1111 111O")), Err(SyntaxError::Form));
        assert_eq!(class(card("")), Err(SyntaxError::Form));
        assert_eq!(masked("4111 1111 1111 1111"), "411111******1111");
        assert_eq!(masked("4111"), "4111");
    }

    #[test]
    fn devices_are_checked() {
        // The example of the GSM Association's IMEI guidelines (TS.06).
        assert_eq!(class(imei("49-015420-323751-8")), Ok(Class::Verified));
        assert_eq!(class(imei("490154203237517")), Err(SyntaxError::Checksum));
        assert_eq!(class(imei("4901542032375101")), Ok(Class::WellFormed));
        assert_eq!(class(imei("49015420323751")), Err(SyntaxError::Length { expected: 15, found: 14 }));
        assert_eq!(class(imei("49015420323751A")), Err(SyntaxError::Form));
    }

    #[test]
    fn interfaces_have_one_spelling() {
        // RFC 7042 keeps these for documentation.
        for text in ["00:00:5E:00:53:01", "00-00-5e-00-53-01", "0000.5e00.5301"] {
            assert_eq!(mac(text).unwrap().canonical, "00:00:5e:00:53:01");
        }
        for text in ["00:00:5e:00:53", "00:00:5e:00:53:0g", "00005e005301", "00:00-5e:00:53:01"] {
            assert_eq!(mac(text).unwrap_err(), SyntaxError::Form, "{text}");
        }
    }
}

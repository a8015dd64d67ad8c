//! The strict spellings that every text format of this crate shares: one value has one spelling.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The line break of all formats here. Carriage returns are refused by the note format already.
pub(crate) const NEWLINE: char = '\n';

/// Reads a decimal number without sign, leading zeros or anything around it.
pub(crate) fn parse_decimal(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let canonical = digits && (text == "0" || !text.starts_with('0'));
    canonical.then(|| text.parse().ok()).flatten()
}

/// Standard base64 with padding (RFC 4648 §4).
pub(crate) fn print_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Reads canonical base64: padded, no stray bits in the last character, no white space.
pub(crate) fn parse_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// Reads canonical base64 of exactly `N` bytes. Nothing is decoded unless the length of the text fits.
pub(crate) fn parse_base64_array<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != N.div_ceil(3) * 4 {
        return None;
    }
    parse_base64(text)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!(parse_decimal("0"), Some(0));
        assert_eq!(parse_decimal("18446744073709551615"), Some(u64::MAX));
        for bad in ["", "00", "01", "+1", "-1", " 1", "1 ", "1a", "18446744073709551616", "١"] {
            assert_eq!(parse_decimal(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn base64_has_one_spelling() {
        assert_eq!(parse_base64("AAE="), Some(vec![0, 1]));
        // Stray bits, missing padding, the alphabet for addresses, white space.
        for bad in ["AAF=", "AAE", "AAE==", "_-8=", "AAE= ", "AA\nE="] {
            assert_eq!(parse_base64(bad), None, "{bad:?}");
        }
        assert_eq!(parse_base64_array::<2>("AAE="), Some([0, 1]));
        assert_eq!(parse_base64_array::<3>("AAE="), None);
    }
}

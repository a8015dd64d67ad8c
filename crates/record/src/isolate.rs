//! Keeps identifiers, amounts and dates in their own direction inside a text that runs the other way.

/// LEFT-TO-RIGHT ISOLATE.
const LRI: char = '\u{2066}';
/// POP DIRECTIONAL ISOLATE.
const PDI: char = '\u{2069}';

/// Wraps an identifier, hash, address, date, amount or telephone number for plain text, mail and DOCX.
///
/// Without it a date inside a Persian sentence reads as another date. Characters of `text` that would close or
/// open an isolate or override of their own are left out, so that a value cannot break out of its wrapping.
pub fn isolate(text: &str) -> String {
    let inner = text.chars().filter(|c| !is_bidi_control(*c));
    std::iter::once(LRI).chain(inner).chain(std::iter::once(PDI)).collect()
}

/// The explicit directional formatting characters of UAX #9.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_break_out_of_its_isolate() {
        assert_eq!(isolate("2026-02-01"), "\u{2066}2026-02-01\u{2069}");
        assert_eq!(isolate("a\u{2069}\u{202E}b"), "\u{2066}ab\u{2069}");
    }
}

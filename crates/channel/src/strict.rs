//! Reading what others send: one spelling, and nothing that a reader could be misled by.

use comity_record::Sha256Digest;
use comity_record::cbor::{self, CborError};
use comity_record::is_bidi_control;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The longest text that a counterpart can put before our officers' eyes in one field.
pub const MAX_TEXT_BYTES: usize = 200;

/// Reads a `T` whose bytes are exactly those that we would have written: dates and words within it have one
/// spelling too.
pub(crate) fn read<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, CborError> {
    let value: T = cbor::from_canonical(bytes)?;
    if cbor::to_canonical(&value)? == bytes { Ok(value) } else { Err(CborError::NotCanonical) }
}

/// Whether a text can be shown: not empty, not too long, no control characters, nothing that turns the
/// direction of what stands around it.
pub(crate) fn is_showable(text: &str) -> bool {
    !text.trim().is_empty()
        && text.len() <= MAX_TEXT_BYTES
        && !text.chars().any(|c| c.is_control() || is_bidi_control(c))
}

/// Whether a list is in order and names nothing twice, so that the same list has one spelling.
pub(crate) fn is_set<T: Ord>(list: &[T]) -> bool {
    list.windows(2).all(|pair| pair[0] < pair[1])
}

/// Days since 1970-01-01.
pub(crate) fn day_number(day: Date) -> i64 {
    day.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24
}

/// The day in UTC on which an act took place. Both ends count days so.
pub(crate) fn utc_day(at: jiff::Timestamp) -> Date {
    at.to_zoned_datetime(TimeZone::UTC).date()
}

/// SHA-256 of signed bytes.
pub(crate) fn digest(bytes: &[u8]) -> Sha256Digest {
    Sha256Digest::of(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_long_as_the_limit_and_turns_nothing() {
        assert!(is_showable(&"x".repeat(MAX_TEXT_BYTES)));
        assert!(!is_showable(&"x".repeat(MAX_TEXT_BYTES + 1)));
        for wrong in ["", " ", "a\nb", "a\u{202e}b", "a\u{2066}b"] {
            assert!(!is_showable(wrong), "{wrong:?}");
        }
        assert!(is_showable("Отдел по борьбе с киберпреступностью"));
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(day_number(Date::constant(1970, 1, 1)), 0);
        assert_eq!(day_number(Date::constant(1969, 12, 31)), -1);
        assert_eq!(day_number(Date::constant(2026, 11, 23)), 20_780);
        let late = "2026-11-23T23:59:59Z".parse().unwrap();
        assert_eq!(utc_day(late), Date::constant(2026, 11, 23));
    }

    #[test]
    fn a_date_has_one_spelling() {
        let read_date = |text: &str| read::<Date>(&cbor::to_canonical(text).unwrap());
        assert!(read_date("2026-11-23").is_ok());
        for other in ["20261123", "2026-11-23T00:00", "2026-W48-1", "+002026-11-23"] {
            assert!(read_date(other).is_err(), "{other}");
        }
    }
}

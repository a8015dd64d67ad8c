//! Times: what an officer says (with offset and zone), and what a node recorded (UTC).

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};
use serde::{Deserialize, Serialize};

/// A time that cannot be taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TimeError {
    /// Not RFC 3339 with seconds, followed by a zone in brackets if one is known.
    #[error("{0:?} is not a time like 2026-11-23T09:30:00+05:00[Asia/Tashkent]")]
    Text(String),
    /// A zone that the embedded time-zone data does not know.
    #[error("{0:?} is not a time zone of the IANA database")]
    Zone(String),
}

impl crate::Coded for TimeError {
    fn code(&self) -> &'static str {
        match self {
            Self::Text(_) => "record-time-malformed",
            Self::Zone(_) => "record-time-zone-unknown",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Text(text) | Self::Zone(text) => vec![("text", text.clone())],
        }
    }
}

/// Date, time and offset as they are written; `d` stands for a digit, `+` for either sign.
const SHAPE: &str = "dddd-dd-ddTdd:dd:dd+dd:dd";
const STAMP: usize = SHAPE.len();
const DATE: usize = "dddd-dd-dd".len();

/// When an act took place, as the person who did it says: local time, offset and zone (RFC 9557), to the second.
///
/// The offset binds. The zone is kept as written, and only checked to be a known name, because zone rules
/// change after the fact and an old entry must still read as it was signed.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ActTime(String);

impl ActTime {
    /// The moment `at`, told in the time of `zone` (an IANA name such as `Asia/Dushanbe`, or `UTC`).
    ///
    /// # Errors
    /// Fails for a zone that the embedded data does not know.
    pub fn at(at: Timestamp, zone: &str) -> Result<Self, TimeError> {
        let unknown = || TimeError::Zone(zone.chars().take(60).collect());
        let tz = TimeZone::get(zone).map_err(|_| unknown())?;
        // Offsets of whole minutes are all that RFC 3339 can write; sub-minute ones ended before 1972.
        Self::spell(&at.to_zoned_datetime(tz)).ok_or_else(unknown)
    }

    /// The moment, without the place.
    pub fn timestamp(&self) -> Timestamp {
        self.stamp().parse().expect("checked when it was made")
    }

    /// The day at the place of the act.
    pub fn local_day(&self) -> Date {
        self.0[..DATE].parse().expect("checked when it was made")
    }

    /// The IANA name of the zone.
    pub fn zone(&self) -> &str {
        self.0[STAMP + 1..].trim_end_matches(']')
    }

    /// The text that is signed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Date, time and offset: the part that RFC 3339 defines.
    fn stamp(&self) -> &str {
        &self.0[..STAMP]
    }

    fn spell(zoned: &ZonedDateTime) -> Option<Self> {
        let seconds = zoned.offset().seconds();
        if seconds % 60 != 0 {
            return None;
        }
        let local = zoned.datetime();
        let sign = if seconds < 0 { '-' } else { '+' };
        let minutes = (seconds / 60).unsigned_abs();
        let zone = zoned.time_zone().iana_name()?;
        Some(Self(format!(
            "{}{sign}{:02}:{:02}[{zone}]",
            local.strftime("%Y-%m-%dT%H:%M:%S"),
            minutes / 60,
            minutes % 60
        )))
    }
}

impl FromStr for ActTime {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || TimeError::Text(text.chars().take(60).collect());
        if text.len() > 80 {
            return Err(refuse());
        }
        // The zone's rules of today are not asked: they may have changed since, and the text as signed survives.
        let (stamp, zone) = text.strip_suffix(']').and_then(|t| t.split_once('[')).ok_or_else(refuse)?;
        let known = TimeZone::get(zone).map_err(|_| TimeError::Zone(zone.chars().take(60).collect()))?;
        if known.iana_name() != Some(zone) {
            return Err(TimeError::Zone(zone.chars().take(60).collect()));
        }
        let shape = SHAPE.as_bytes();
        let fits = stamp.len() == shape.len()
            && stamp.bytes().zip(shape).all(|(b, s)| match s {
                b'd' => b.is_ascii_digit(),
                b'+' => b == b'+' || b == b'-',
                other => b == *other,
            });
        // RFC 3339 gives -00:00 the sense "offset unknown", and an act has a place.
        if !fits || stamp.ends_with("-00:00") || stamp.parse::<Timestamp>().is_err() {
            return Err(refuse());
        }
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for ActTime {
    type Error = TimeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ActTime> for String {
    fn from(time: ActTime) -> Self {
        time.0
    }
}

impl fmt::Display for ActTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ActTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ActTime({self})")
    }
}

/// When a node recorded something: milliseconds since 1970 in UTC. A claim of the node, not proof.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordedTime(i64);

impl RecordedTime {
    /// The moment `at`, cut to the millisecond.
    pub fn at(at: Timestamp) -> Self {
        Self(at.as_millisecond())
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub fn as_millisecond(self) -> i64 {
        self.0
    }

    /// The moment; what lies outside the calendar of the library is clamped to its ends.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_millisecond(self.0).unwrap_or(if self.0 < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        })
    }
}

impl fmt::Display for RecordedTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.timestamp())
    }
}

impl fmt::Debug for RecordedTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecordedTime({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_keeps_its_local_time_offset_and_zone() {
        let noon: Timestamp = "2026-11-23T07:00:00Z".parse().unwrap();
        for (zone, text) in [
            ("Asia/Tashkent", "2026-11-23T12:00:00+05:00[Asia/Tashkent]"),
            ("Asia/Kabul", "2026-11-23T11:30:00+04:30[Asia/Kabul]"),
            ("Asia/Tehran", "2026-11-23T10:30:00+03:30[Asia/Tehran]"),
            ("America/New_York", "2026-11-23T02:00:00-05:00[America/New_York]"),
            ("UTC", "2026-11-23T07:00:00+00:00[UTC]"),
        ] {
            let act = ActTime::at(noon, zone).unwrap();
            assert_eq!(act.as_str(), text);
            assert_eq!(act.timestamp(), noon);
            assert_eq!(text.parse::<ActTime>().unwrap(), act);
        }
    }

    #[test]
    fn an_old_offset_survives_a_change_of_zone_rules() {
        // Kazakhstan moved Almaty from +06:00 to +05:00 on 2024-03-01; an act signed under another belief keeps it.
        let text = "2025-01-01T09:00:00+06:00[Asia/Almaty]";
        let act: ActTime = text.parse().unwrap();
        assert_eq!(act.as_str(), text);
        assert_eq!(act.timestamp(), "2025-01-01T03:00:00Z".parse::<Timestamp>().unwrap());
    }

    #[test]
    fn a_time_without_offset_or_known_zone_is_refused() {
        for wrong in [
            "2026-11-23T12:00:00Z",
            "2026-11-23T12:00:00+05:00",
            "2026-11-23T12:00:00[Asia/Tashkent]",
            "2026-11-23T12:00:00+05:00[Asia/Nowhere]",
            "2026-11-23T12:00:00+05:00[asia/tashkent]",
            "2026-02-30T12:00:00+05:00[Asia/Tashkent]",
            "2026-11-23T12:00:00.5+05:00[Asia/Tashkent]",
            "2026-11-23T12:00:00+05:00[Asia/Tashkent][u-ca=persian]",
            "2026-11-23T12:00:00-00:00[UTC]",
            "",
        ] {
            assert!(wrong.parse::<ActTime>().is_err(), "{wrong}");
        }
    }
}

//! A moment as a person writes it: as it is recorded, with an offset alone, or by the clocks of the node.

use std::str::FromStr;

use comity_record::{ActTime, Clock};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::out::{Failure, Out};

/// A moment that was written on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moment {
    /// With offset and zone, as it is recorded.
    Whole(ActTime),
    /// With an offset (RFC 3339) or `Z`.
    Offset(Timestamp),
    /// As a clock on the wall shows it.
    Local(DateTime),
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.ends_with(']') {
            return text
                .parse()
                .map(Self::Whole)
                .map_err(|error: comity_record::TimeError| error.to_string());
        }
        // A day without a time of day is no moment.
        let has_time = text.contains(':');
        let offset = text.parse().ok().filter(|_| has_time).map(Self::Offset);
        let local = || text.parse().ok().filter(|_| has_time).map(Self::Local);
        offset.or_else(local).ok_or_else(|| {
            "write it as 2026-11-23T11:00:00+05:00[Asia/Dushanbe], with an offset alone as 2026-11-23T11:00+05:00, or by the \
             clocks of the node as 2026-11-23T11:00"
                .to_owned()
        })
    }
}

impl Moment {
    /// The moment as it is recorded, by the clocks of the zone in which the node counts days; says so where it was not
    /// written like that.
    pub fn told(&self, out: &Out, clock: &impl Clock) -> Result<ActTime, Failure> {
        let at = self.at(clock.zone())?;
        if !matches!(self, Self::Whole(_)) {
            out.say("comity-moment", &[("at", at.as_str())]);
        }
        Ok(at)
    }

    fn at(&self, zone: &str) -> Result<ActTime, Failure> {
        let timestamp = match self {
            Self::Whole(at) => return Ok(at.clone()),
            Self::Offset(timestamp) => *timestamp,
            Self::Local(local) => {
                // A clock that is put back shows the same time twice, and one that is put forward never shows some.
                let known = TimeZone::get(zone)
                    .ok()
                    .and_then(|zone| zone.to_ambiguous_timestamp(*local).unambiguous().ok());
                let args = || vec![("time", local.to_string()), ("zone", zone.to_owned())];
                known.ok_or_else(|| Failure::new("comity-moment-ambiguous", args()))?
            }
        };
        ActTime::at(timestamp, zone).map_err(Failure::of)
    }
}

#[cfg(test)]
mod tests {
    use comity_record::Coded as _;

    use super::*;

    fn at(text: &str, zone: &str) -> String {
        match text.parse::<Moment>() {
            Ok(moment) => moment.at(zone).map_or_else(|e| e.code().to_owned(), |at| at.to_string()),
            Err(error) => error,
        }
    }

    #[test]
    fn a_moment_is_understood_as_it_is_recorded_with_an_offset_and_by_the_clocks_of_the_node() {
        let whole = "2026-11-23T11:00:00+05:00[Asia/Dushanbe]";
        for text in [
            whole,
            "2026-11-23T11:00:00+05:00",
            "2026-11-23T11:00+05:00",
            "2026-11-23T06:00:00Z",
            "2026-11-23T09:00:00+03:00",
            "2026-11-23T11:00:00",
            "2026-11-23T11:00",
            "2026-11-23 11:00",
        ] {
            assert_eq!(at(text, "Asia/Dushanbe"), whole, "{text}");
        }
        // What was written with its zone keeps it.
        assert_eq!(at(whole, "Europe/Berlin"), whole);
    }

    #[test]
    fn a_time_that_a_clock_shows_twice_or_never_needs_an_offset() {
        for text in ["2026-10-25T02:30", "2026-03-29T02:30"] {
            assert_eq!(at(text, "Europe/Berlin"), "comity-moment-ambiguous", "{text}");
        }
        assert_eq!(at("2026-10-25T02:30+01:00", "Europe/Berlin"), "2026-10-25T02:30:00+01:00[Europe/Berlin]");
    }

    #[test]
    fn what_is_no_moment_is_told_how_to_write_one() {
        for text in ["2026-11-23", "11:00", "yesterday", "", "2026-11-23T25:00"] {
            assert!(at(text, "UTC").starts_with("write it as "), "{text}");
        }
        assert!(at("2026-11-23T11:00:00+05:00[Asia/Nowhere]", "UTC").contains("Nowhere"));
    }
}

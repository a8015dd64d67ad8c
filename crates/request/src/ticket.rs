//! A preservation ticket and its clock: how long data is kept, and when to renew.

use comity_record::Coded;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Days that one preservation or renewal may last. Ten years is longer than any limitation on keeping that we know
/// of, and short enough that a slip of the keyboard is caught.
pub const MAX_KEEP_DAYS: u16 = 3_660;

/// A clock that cannot be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TicketError {
    /// No number.
    #[error("a ticket has a number")]
    NumberMissing,
    /// No days, or more than [`MAX_KEEP_DAYS`].
    #[error("data is kept for 1 to {MAX_KEEP_DAYS} days, not {0}")]
    Days(u16),
    /// The data is no longer kept: a renewal revives nothing.
    #[error("the ticket lapsed on {0}")]
    Lapsed(Date),
    /// A renewal dated before the ticket was given.
    #[error("the renewal is dated before {0}, when the ticket was given")]
    BeforeIssue(Date),
    /// Beyond the last day of the calendar.
    #[error("the day is beyond the calendar")]
    BeyondCalendar,
}

impl Coded for TicketError {
    fn code(&self) -> &'static str {
        match self {
            Self::NumberMissing => "request-ticket-number-missing",
            Self::Days(_) => "request-ticket-days",
            Self::Lapsed(_) => "request-ticket-lapsed",
            Self::BeforeIssue(_) => "request-ticket-before-issue",
            Self::BeyondCalendar => "request-ticket-beyond-calendar",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Days(days) => vec![("days", days.to_string()), ("most", MAX_KEEP_DAYS.to_string())],
            Self::Lapsed(day) | Self::BeforeIssue(day) => vec![("day", day.to_string())],
            Self::NumberMissing | Self::BeyondCalendar => vec![],
        }
    }
}

/// That the other side keeps data until a day.
///
/// Days are those of the authority that keeps. The data is kept to the end of `kept_until`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ticket {
    /// The number that it gave.
    pub number: String,
    /// The day on which it was given.
    pub given: Date,
    /// The last day on which the data is kept.
    pub kept_until: Date,
    /// How often it was renewed.
    pub renewals: u16,
}

impl Ticket {
    /// A ticket given on a day for so many days: given on the 1st for 60 days, data is kept to the end of the
    /// day 60 days later.
    ///
    /// # Errors
    /// Fails without a number, for no days or too many.
    pub fn give(number: &str, given: Date, days: u16) -> Result<Self, TicketError> {
        if number.trim().is_empty() {
            return Err(TicketError::NumberMissing);
        }
        let kept_until = later(given, days)?;
        Ok(Self { number: number.to_owned(), given, kept_until, renewals: 0 })
    }

    /// The ticket renewed on a day for so many days from that day. A renewal never shortens.
    ///
    /// # Errors
    /// Fails once the ticket has lapsed, for a day before it was given, and for no days or too many.
    pub fn renew(&self, on: Date, days: u16) -> Result<Self, TicketError> {
        if on < self.given {
            return Err(TicketError::BeforeIssue(self.given));
        }
        if self.has_lapsed(on) {
            return Err(TicketError::Lapsed(self.kept_until));
        }
        let kept_until = self.kept_until.max(later(on, days)?);
        Ok(Self { kept_until, renewals: self.renewals.saturating_add(1), ..self.clone() })
    }

    /// Whether the data is no longer kept on that day.
    pub fn has_lapsed(&self, on: Date) -> bool {
        on > self.kept_until
    }

    /// Days that are left, the last one included; 0 once it has lapsed.
    pub fn days_left(&self, on: Date) -> u32 {
        let days = on.duration_until(self.kept_until).as_hours() / 24 + 1;
        u32::try_from(days).unwrap_or(0)
    }

    /// The day on which to ask for renewal, so many days before the last.
    pub fn renew_by(&self, lead_days: u16) -> Date {
        self.kept_until.checked_sub(i32::from(lead_days).days()).unwrap_or(Date::MIN).max(self.given)
    }
}

fn later(day: Date, days: u16) -> Result<Date, TicketError> {
    if days == 0 || days > MAX_KEEP_DAYS {
        return Err(TicketError::Days(days));
    }
    day.checked_add(i32::from(days).days()).map_err(|_| TicketError::BeyondCalendar)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn sixty_days_cross_a_leap_day_as_the_calendar_does() {
        // 2028 is a leap year: 15 January plus 60 days is 15 March; in 2027 it is 16 March.
        assert_eq!(Ticket::give("T-1", day("2028-01-15"), 60).unwrap().kept_until, day("2028-03-15"));
        assert_eq!(Ticket::give("T-1", day("2027-01-15"), 60).unwrap().kept_until, day("2027-03-16"));
    }

    #[test]
    fn the_last_day_counts_and_the_next_does_not() {
        let ticket = Ticket::give("T-1", day("2026-11-23"), 90).unwrap();
        assert_eq!(ticket.kept_until, day("2027-02-21"));
        assert!(!ticket.has_lapsed(day("2027-02-21")));
        assert_eq!(ticket.days_left(day("2027-02-21")), 1);
        assert!(ticket.has_lapsed(day("2027-02-22")));
        assert_eq!(ticket.days_left(day("2027-02-22")), 0);
        assert_eq!(ticket.days_left(day("2026-11-23")), 91);
        assert_eq!(ticket.renew_by(14), day("2027-02-07"));
        assert_eq!(ticket.renew_by(500), day("2026-11-23"));
    }

    #[test]
    fn a_renewal_never_shortens_and_revives_nothing() {
        let ticket = Ticket::give("T-1", day("2026-11-23"), 90).unwrap();
        let renewed = ticket.renew(day("2027-02-21"), 60).unwrap();
        assert_eq!((renewed.kept_until, renewed.renewals), (day("2027-04-22"), 1));
        assert_eq!(ticket.renew(day("2026-11-24"), 1).unwrap().kept_until, ticket.kept_until);
        assert_eq!(ticket.renew(day("2027-02-22"), 60), Err(TicketError::Lapsed(day("2027-02-21"))));
        assert_eq!(ticket.renew(day("2026-11-22"), 60), Err(TicketError::BeforeIssue(day("2026-11-23"))));
    }

    #[test]
    fn days_are_bounded_at_the_limit_and_one_past_it() {
        let give = |days| Ticket::give("T-1", day("2026-11-23"), days);
        assert!(give(1).is_ok() && give(MAX_KEEP_DAYS).is_ok());
        assert_eq!(give(0), Err(TicketError::Days(0)));
        assert_eq!(give(MAX_KEEP_DAYS + 1), Err(TicketError::Days(MAX_KEEP_DAYS + 1)));
        assert_eq!(Ticket::give(" ", day("2026-11-23"), 1), Err(TicketError::NumberMissing));
        assert_eq!(Ticket::give("T", Date::MAX, 1), Err(TicketError::BeyondCalendar));
    }
}

//! The system's clock and random source, behind the traits that engines know.
//!
//! These are the only two places that ask the system for time or for randomness, so that a test can put another
//! clock and another source in their stead everywhere.

use std::sync::OnceLock;

use comity_record::{ActTime, Clock, Entropy, TimeError};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The zone by which this process counts days.
static ZONE: OnceLock<String> = OnceLock::new();

/// Counts days by a zone from now on, or by that of the machine; UTC, where that has none that is known. The first call
/// counts, so it comes before anything asks for a day.
///
/// # Errors
/// Fails for a name that is not in the IANA database.
pub fn count_days_in(zone: Option<&str>) -> Result<(), TimeError> {
    let zone = zone.map_or_else(|| Ok(zone_of_machine()), spelled)?;
    ZONE.get_or_init(|| zone);
    Ok(())
}

/// A zone as the database spells it.
fn spelled(zone: &str) -> Result<String, TimeError> {
    Ok(ActTime::at(Timestamp::UNIX_EPOCH, zone)?.zone().to_owned())
}

fn zone_of_machine() -> String {
    let zone = TimeZone::system();
    // Machines that keep UTC call it so.
    let named = zone.iana_name().filter(|name| *name != "Etc/UTC");
    named.and_then(|name| spelled(name).ok()).unwrap_or_else(|| "UTC".to_owned())
}

/// The system's clock, in the zone of [`count_days_in`].
///
/// It is a claim, as every clock is: the log's order has authority, and recorded time never runs backwards.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this module owns the clock")]
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }

    fn zone(&self) -> &str {
        ZONE.get_or_init(zone_of_machine)
    }
}

/// The kernel's random source, getrandom(2) on Linux.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    /// Fills `out` from the kernel.
    ///
    /// # Panics
    /// Never on a system that we support: getrandom(2) blocks until the kernel's pool is seeded and then cannot
    /// fail for a buffer in memory. Going on with predictable bytes would be worse than ending.
    #[expect(clippy::disallowed_methods, reason = "this module owns the random source")]
    fn fill(&self, out: &mut [u8]) {
        getrandom::fill(out).expect("the kernel's random source cannot fail once it is seeded");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_later_than_the_day_this_was_written() {
        let written: jiff::Timestamp = "2025-01-01T00:00:00Z".parse().unwrap();
        assert!(SystemClock.now() > written);
    }

    #[test]
    fn a_zone_is_spelled_as_the_database_has_it_and_an_unknown_one_is_refused() {
        assert_eq!(spelled("asia/dushanbe").unwrap(), "Asia/Dushanbe");
        assert!(spelled(&zone_of_machine()).is_ok());
        for unknown in ["", "Asia/Nowhere", "+05:00"] {
            assert_eq!(
                comity_record::Coded::code(&count_days_in(Some(unknown)).unwrap_err()),
                "record-time-zone-unknown"
            );
        }
    }

    #[test]
    fn two_draws_differ_and_every_byte_is_filled() {
        let (mut a, mut b) = ([0_u8; 4096], [0_u8; 4096]);
        SystemEntropy.fill(&mut a);
        SystemEntropy.fill(&mut b);
        assert_ne!(a, b);
        // 64 zero bytes in a row have the chance of 2^-512 each; a part left unfilled would show as such.
        assert!(!a.windows(64).any(|window| window == [0; 64]));
    }
}

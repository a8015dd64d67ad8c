//! What an engine needs of the world, as traits that `adapters` fulfils.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::{ActTime, TimeError};

/// Tells the time. Engines never read a clock of their own, so that the same input gives the same bytes.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> jiff::Timestamp;

    /// Where it hangs, as a name of the IANA database: days are counted by the zone of the people who read it.
    #[expect(clippy::unnecessary_literal_bound, reason = "another clock keeps a name of its own")]
    fn zone(&self) -> &str {
        "UTC"
    }

    /// The present moment, as it is told there.
    ///
    /// # Errors
    /// Fails for a zone that the embedded data does not know.
    fn here(&self) -> Result<ActTime, TimeError> {
        ActTime::at(self.now(), self.zone())
    }

    /// The day that it is there; in UTC, where the zone is unknown.
    fn today(&self) -> Date {
        let zone = TimeZone::get(self.zone()).unwrap_or(TimeZone::UTC);
        self.now().to_zoned_datetime(zone).date()
    }
}

/// Gives unpredictable bytes.
pub trait Entropy: Send + Sync {
    /// Fills the whole of `out` with bytes that nobody can predict.
    fn fill(&self, out: &mut [u8]);
}

impl dyn Entropy + '_ {
    /// Draws an array of unpredictable bytes.
    pub fn draw<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }
}

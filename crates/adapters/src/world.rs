//! The system's clock and random source, behind the traits that engines know.
//!
//! These are the only two places that ask the system for time or for randomness, so that a test can put another
//! clock and another source in their stead everywhere.

use comity_record::{Clock, Entropy};

/// The system's clock, in UTC.
///
/// It is a claim, as every clock is: the log's order has authority, and recorded time never runs backwards.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this module owns the clock")]
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
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
    fn two_draws_differ_and_every_byte_is_filled() {
        let (mut a, mut b) = ([0_u8; 4096], [0_u8; 4096]);
        SystemEntropy.fill(&mut a);
        SystemEntropy.fill(&mut b);
        assert_ne!(a, b);
        // 64 zero bytes in a row have the chance of 2^-512 each; a part left unfilled would show as such.
        assert!(!a.windows(64).any(|window| window == [0; 64]));
    }
}

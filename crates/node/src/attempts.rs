//! How often somebody may try to sign in.
//!
//! A passphrase is guarded by Argon2id; this keeps a guesser on the wire from using the node's own patience. An
//! attempt counts before its passphrase is tried, so that many at once are no way around.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use comity_record::OfficerId;
use jiff::Timestamp;

/// Attempts for one officer before the waiting begins: people mistype.
pub const FREE_ATTEMPTS: u32 = 3;
/// The longest wait. Longer ones would let anybody lock an officer out for a day.
pub const MAX_DELAY_SECONDS: i64 = 15 * 60;
/// Wrong attempts in a minute at all officers together, and as many under names that nobody has: more than the slips of
/// a shift that begins work, fewer than a guesser wants. The two are counted apart, so that whoever knows no name keeps
/// no officer out.
pub const MAX_ATTEMPTS_A_MINUTE: u32 = 30;

const MINUTE_SECONDS: i64 = 60;

/// The attempts of the last minutes.
#[derive(Default)]
pub(crate) struct Attempts(Mutex<Counts>);

#[derive(Default)]
struct Counts {
    /// By officer. Only officers of the node are in it, so that it cannot grow.
    failed: HashMap<OfficerId, Failed>,
    minute: i64,
    at_officers: u32,
    at_nobody: u32,
}

impl Counts {
    fn in_minute(&mut self, officer: Option<OfficerId>) -> &mut u32 {
        if officer.is_some() { &mut self.at_officers } else { &mut self.at_nobody }
    }
}

#[derive(Clone, Copy, Default)]
struct Failed {
    times: u32,
    /// Seconds since 1970 before which no attempt is taken.
    until: i64,
}

impl Attempts {
    /// Takes an attempt, or says how many seconds to wait. `officer` is absent when nobody has that name.
    pub(crate) fn begin(&self, officer: Option<OfficerId>, now: Timestamp) -> Result<(), u64> {
        let now = now.as_second();
        let mut counts = self.counts();
        let minute = now.div_euclid(MINUTE_SECONDS);
        if counts.minute != minute {
            (counts.minute, counts.at_officers, counts.at_nobody) = (minute, 0, 0);
        }
        if *counts.in_minute(officer) >= MAX_ATTEMPTS_A_MINUTE {
            return Err(wait((minute + 1) * MINUTE_SECONDS - now));
        }
        if let Some(officer) = officer {
            let failed = counts.failed.entry(officer).or_default();
            // A clock that ran ahead and was set back makes nobody wait longer than the attempts do.
            failed.until = failed.until.min(now + delay(failed.times));
            if now < failed.until {
                return Err(wait(failed.until - now));
            }
            failed.times = failed.times.saturating_add(1);
            failed.until = now + delay(failed.times);
        }
        *counts.in_minute(officer) += 1;
        Ok(())
    }

    /// An attempt that began at a moment was right: it was no guess, and counts no more.
    pub(crate) fn succeeded(&self, officer: Option<OfficerId>, begun: Timestamp) {
        let mut counts = self.counts();
        if let Some(officer) = officer {
            counts.failed.remove(&officer);
        }
        if counts.minute == begun.as_second().div_euclid(MINUTE_SECONDS) {
            let in_minute = counts.in_minute(officer);
            *in_minute = in_minute.saturating_sub(1);
        }
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Seconds to wait after so many attempts: none at first, then 2, 4, 8 … up to the limit.
fn delay(times: u32) -> i64 {
    match times.checked_sub(FREE_ATTEMPTS) {
        None => 0,
        Some(over) => 2_i64.checked_pow(over + 1).unwrap_or(MAX_DELAY_SECONDS).min(MAX_DELAY_SECONDS),
    }
}

fn wait(seconds: i64) -> u64 {
    u64::try_from(seconds).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_wait_doubles_up_to_its_limit_and_ends_with_success() {
        let attempts = Attempts::default();
        let officer = OfficerId::from_bytes([7; 16]);
        let mut now = 600_000;
        for _ in 0..FREE_ATTEMPTS {
            attempts.begin(Some(officer), at(now)).unwrap();
        }
        let mut waits = Vec::new();
        for _ in 0..12 {
            let seconds = attempts.begin(Some(officer), at(now)).unwrap_err();
            waits.push(seconds);
            let seconds = i64::try_from(seconds).unwrap();
            assert!(attempts.begin(Some(officer), at(now + seconds - 1)).is_err(), "one second early");
            now += seconds;
            attempts.begin(Some(officer), at(now)).unwrap();
        }
        assert_eq!(waits, [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
        attempts.succeeded(Some(officer), at(now));
        attempts.begin(Some(officer), at(now)).unwrap();
    }

    #[test]
    fn a_clock_that_was_set_back_makes_nobody_wait_for_a_day() {
        let attempts = Attempts::default();
        let officer = OfficerId::from_bytes([7; 16]);
        let (ahead, now) = (600_000 + 86_400, 600_000);
        for _ in 0..FREE_ATTEMPTS {
            attempts.begin(Some(officer), at(ahead)).unwrap();
        }
        assert_eq!(attempts.begin(Some(officer), at(now)), Err(2));
        assert_eq!(attempts.begin(Some(officer), at(now + 1)), Err(1), "the wait goes on with the clock");
        attempts.begin(Some(officer), at(now + 2)).unwrap();
    }

    #[test]
    fn the_whole_node_takes_so_many_attempts_a_minute_and_not_one_more() {
        let attempts = Attempts::default();
        let officer = |number: u32| Some(OfficerId::from_bytes([u8::try_from(number).unwrap(); 16]));
        for _ in 0..MAX_ATTEMPTS_A_MINUTE {
            attempts.begin(None, at(600_010)).unwrap();
        }
        assert_eq!(attempts.begin(None, at(600_010)), Err(50));
        // Whoever knows no name keeps no officer out; whoever knows many has no more attempts for that.
        for number in 0..MAX_ATTEMPTS_A_MINUTE {
            attempts.begin(officer(number), at(600_010)).unwrap();
        }
        assert_eq!(attempts.begin(officer(MAX_ATTEMPTS_A_MINUTE), at(600_010)), Err(50));
        assert_eq!(attempts.begin(None, at(600_060)), Ok(()));
        // What was right is given back, to the minute in which it was taken.
        attempts.succeeded(None, at(600_010));
        for _ in 1..MAX_ATTEMPTS_A_MINUTE {
            attempts.begin(None, at(600_060)).unwrap();
        }
        assert_eq!(attempts.begin(None, at(600_060)), Err(60));
        attempts.succeeded(None, at(600_060));
        assert_eq!(attempts.begin(None, at(600_060)), Ok(()));
    }
}

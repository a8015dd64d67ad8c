//! Reading the vault again in rounds: a part of it each day, from where the part before it ended.
//!
//! How far a round has come lies beside the objects, and is made durable after every part. Losing it loses no object: a
//! round begins anew.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::PoisonError;

use comity_disk::{DiskError, write_durable};
use comity_record::{Coded as _, cbor};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Damage, ObjectName, ROUNDS, ScrubReport, Vault, VaultError, at};

/// Objects that are remembered as damaged. With more, the disk is lost and not some objects.
pub const MAX_DAMAGED: usize = 100_000;

/// The largest file that is read: so many names, each with a code and a time.
const MAX_ROUNDS_BYTES: u64 = 32 << 20;

/// How far reading the vault again has come, and what was found by it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rounds {
    /// The round that is under way.
    pub current: Option<Round>,
    /// The last one that came to the end of the vault.
    pub last: Option<WholeRound>,
    /// The objects that were not whole when they were read last.
    pub damaged: BTreeMap<ObjectName, SeenDamaged>,
}

/// A round that has not come to the end of the vault yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// When it began.
    pub began: Timestamp,
    /// The object that was read last; none before the first.
    pub after: Option<ObjectName>,
    /// Objects read so far.
    pub objects: u64,
    /// Bytes read so far.
    pub bytes: u64,
}

/// A round that read the whole vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WholeRound {
    /// When it began.
    pub began: Timestamp,
    /// When it ended.
    pub ended: Timestamp,
    /// Objects that it read.
    pub objects: u64,
    /// Bytes that it read.
    pub bytes: u64,
}

/// An object that was not whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenDamaged {
    /// The code of the [damage](super::Damage) that was seen last.
    pub code: String,
    /// Since when it is known.
    pub since: Timestamp,
}

impl Rounds {
    /// Up to which name the round that is under way should have come at `now`, for the whole vault to be read within
    /// `period` by somebody who looks once a day; none: to its end. Names are made by an HMAC and spread evenly, so that
    /// a share of all names is that share of the objects, whoever added them and when.
    pub fn due(&self, now: Timestamp, period: SignedDuration) -> Option<ObjectName> {
        let began = self.current.map_or(now, |round| round.began);
        // A clock that was put back lets a round go on as on its first day.
        let elapsed = now.duration_since(began).max(SignedDuration::ZERO) + SignedDuration::from_hours(24);
        let (elapsed, period) =
            (u128::try_from(elapsed.as_secs()).ok()?, u128::try_from(period.as_secs()).ok()?);
        if elapsed >= period {
            return None;
        }
        let share = u64::try_from((elapsed << 64) / period).ok()?;
        let mut name = [0; 32];
        name[..8].copy_from_slice(&share.to_be_bytes());
        Some(ObjectName::from_bytes(name))
    }

    /// Whether the round after the last one is to begin, for each object to be read once in a `period`.
    pub fn begins(&self, now: Timestamp, period: SignedDuration) -> bool {
        self.last.is_none_or(|last| now < last.began || now.duration_since(last.began) >= period)
    }

    /// Takes in what a part of the round has found. Gives the objects that were damaged and are whole now, or gone.
    fn take(&mut self, now: Timestamp, report: &ScrubReport) -> Vec<ObjectName> {
        let mut round = self.current.unwrap_or(Round { began: now, after: None, objects: 0, bytes: 0 });
        let read = |name: &ObjectName| {
            let within = report.next.map_or(!report.stopped, |end| *name <= end);
            within && round.after.is_none_or(|after| *name > after)
        };
        let found = |name: &ObjectName| report.damaged.iter().any(|damaged| damaged.name == *name);
        let mended: Vec<_> = self.damaged.keys().filter(|name| read(name) && !found(name)).copied().collect();
        for name in &mended {
            self.damaged.remove(name);
        }
        for damaged in &report.damaged {
            let code = damaged.damage.code().to_owned();
            let known = self.damaged.get(&damaged.name).map(|seen| seen.since);
            if known.is_some() || self.damaged.len() < MAX_DAMAGED {
                self.damaged.insert(damaged.name, SeenDamaged { code, since: known.unwrap_or(now) });
            }
        }
        round.objects += report.objects;
        round.bytes += report.bytes;
        if report.stopped || report.next.is_some() {
            round.after = report.next;
            self.current = Some(round);
        } else {
            let Round { began, objects, bytes, .. } = round;
            self.last = Some(WholeRound { began, ended: now, objects, bytes });
            self.current = None;
        }
        mended
    }
}

/// What a part of a round has found.
#[derive(Debug)]
pub struct PartRead {
    /// What was read, and what is not whole.
    pub report: ScrubReport,
    /// What was not whole when it was read before, and is now, or is there no more.
    pub mended: Vec<ObjectName>,
}

impl Vault {
    /// How far reading the vault again has come.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn rounds(&self) -> Result<Rounds, VaultError> {
        match self.disk.read(&at(ROUNDS), MAX_ROUNDS_BYTES) {
            // What cannot be read costs a round that begins anew.
            Ok(bytes) => {
                Ok(cbor::from_canonical::<Kept>(&bytes).ok().and_then(Kept::rounds).unwrap_or_default())
            }
            Err(DiskError::Missing { .. } | DiskError::TooLarge { .. }) => Ok(Rounds::default()),
            Err(other) => Err(other.into()),
        }
    }

    /// Remembers, durably, how far it has come. One caller at a time.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn remember_rounds(&self, rounds: &Rounds) -> Result<(), VaultError> {
        let bytes = cbor::to_canonical(&Kept::of(rounds)).expect("texts and integers, below the limit");
        Ok(write_durable(&*self.disk, &at(ROUNDS), &bytes)?)
    }

    /// Reads one object to its end: whether it is whole; nothing where it is not there.
    ///
    /// # Errors
    /// Fails only when a store elsewhere is not reached.
    pub fn read_one(&self, name: &ObjectName) -> Result<Option<Result<(), Damage>>, VaultError> {
        match self.examine(name) {
            Err(Damage::Unreadable(error)) if error.is_away() => Err(error.into()),
            found => Ok(found.map(|found| found.map(drop)).transpose()),
        }
    }

    /// Reads the next part of the round that is under way, or of one that begins now: until about `max_bytes` were read.
    /// `rounds` is carried on and not remembered yet. `watch` is told of the bytes of each block, and says whether to go
    /// on.
    ///
    /// # Errors
    /// Fails only when the names cannot be listed, or noted anew where they were noted wrongly.
    pub fn read_part(
        &self,
        rounds: &mut Rounds,
        now: Timestamp,
        max_bytes: u64,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<PartRead, VaultError> {
        let after = rounds.current.and_then(|round| round.after);
        let report = self.scrub_watched(after.as_ref(), max_bytes, watch)?;
        if !report.misplaced.is_empty() {
            let _names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
            self.store.mend()?;
        }
        let mended = rounds.take(now, &report);
        Ok(PartRead { report, mended })
    }
}

/// The form in which it lies in the folder: times in seconds since 1970, names in digits.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    current: Vec<(i64, String, u64, u64)>,
    last: Vec<(i64, i64, u64, u64)>,
    damaged: BTreeMap<String, (String, i64)>,
}

impl Kept {
    fn of(rounds: &Rounds) -> Self {
        let current = rounds.current.map(|round| {
            let after = round.after.map(|after| after.to_string()).unwrap_or_default();
            (round.began.as_second(), after, round.objects, round.bytes)
        });
        let last = rounds
            .last
            .map(|round| (round.began.as_second(), round.ended.as_second(), round.objects, round.bytes));
        let damaged = rounds.damaged.iter();
        let damaged =
            damaged.map(|(name, seen)| (name.to_string(), (seen.code.clone(), seen.since.as_second())));
        Self {
            current: current.into_iter().collect(),
            last: last.into_iter().collect(),
            damaged: damaged.collect(),
        }
    }

    fn rounds(self) -> Option<Rounds> {
        let time = |seconds| Timestamp::from_second(seconds).ok();
        let current = match self.current.into_iter().next() {
            None => None,
            Some((began, after, objects, bytes)) => {
                let after = if after.is_empty() { None } else { Some(after.parse().ok()?) };
                Some(Round { began: time(began)?, after, objects, bytes })
            }
        };
        let last = match self.last.into_iter().next() {
            None => None,
            Some((began, ended, objects, bytes)) => {
                Some(WholeRound { began: time(began)?, ended: time(ended)?, objects, bytes })
            }
        };
        let seen = |(name, (code, since)): (String, (String, i64))| {
            Some((name.parse().ok()?, SeenDamaged { code, since: time(since)? }))
        };
        let damaged = self.damaged.into_iter().map(seen).collect::<Option<_>>()?;
        Some(Rounds { current, last, damaged })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: SignedDuration = SignedDuration::from_hours(24);

    fn day(number: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + number * DAY.as_secs()).unwrap()
    }

    fn under_way(began: Timestamp) -> Rounds {
        let round = Round { began, after: None, objects: 0, bytes: 0 };
        Rounds { current: Some(round), ..Rounds::default() }
    }

    #[test]
    fn whoever_looks_each_day_comes_to_the_end_within_the_period() {
        let (rounds, period) = (under_way(day(0)), DAY * 30);
        let mut before = ObjectName::from_bytes([0; 32]);
        for number in 0..29 {
            let due = rounds.due(day(number), period).unwrap();
            assert!(due > before);
            before = due;
        }
        assert_eq!(rounds.due(day(29), period), None);
        assert_eq!(under_way(day(0)).due(day(0), DAY), None, "a day is one part");
        // Half of the names are due when half of the days have come.
        assert_eq!(rounds.due(day(14), period).unwrap().as_bytes()[0], 0x80);
        // Whoever was away catches up, and a clock that was put back holds nothing up.
        assert_eq!(rounds.due(day(300), period), None);
        assert_eq!(rounds.due(day(-300), period), rounds.due(day(0), period));
    }

    #[test]
    fn a_round_begins_a_period_after_the_one_before_it_began() {
        let mut rounds = Rounds::default();
        assert!(rounds.begins(day(0), DAY * 30));
        rounds.last = Some(WholeRound { began: day(0), ended: day(29), objects: 1, bytes: 1 });
        assert!(!rounds.begins(day(29), DAY * 30));
        assert!(rounds.begins(day(30), DAY * 30));
        assert!(rounds.begins(day(-1), DAY * 30), "the clock was put back");
    }

    #[test]
    fn what_is_kept_is_read_as_it_was() {
        let name = ObjectName::from_bytes([7; 32]);
        let seen = SeenDamaged { code: "evidence-damage-decayed".to_owned(), since: day(2) };
        let round = Round { began: day(3), after: Some(name), objects: 4, bytes: 5 };
        let all = Rounds {
            current: Some(round),
            last: Some(WholeRound { began: day(0), ended: day(1), objects: 2, bytes: 3 }),
            damaged: BTreeMap::from([(name, seen)]),
        };
        let begun = Rounds { current: Some(Round { after: None, ..round }), ..Rounds::default() };
        for rounds in [Rounds::default(), begun, all] {
            assert_eq!(Kept::of(&rounds).rounds().unwrap(), rounds);
        }
        let broken = Kept { last: vec![(i64::MAX, 0, 0, 0)], ..Kept::default() };
        assert!(broken.rounds().is_none());
    }
}

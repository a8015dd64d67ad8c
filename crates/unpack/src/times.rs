//! When a file was made and changed, as its file system has it.

/// A moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    /// Seconds since the beginning of 1970.
    pub seconds: i64,
    /// And so many billionths, below 10^9.
    pub nanoseconds: u32,
    /// By a clock on a wall: it is not recorded in which zone (FAT). Else in UTC.
    pub is_local: bool,
}

/// The times of a file. What the file system does not record is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Times {
    /// When it came to be on this file system.
    pub created: Option<Time>,
    /// When its bytes were last changed.
    pub modified: Option<Time>,
    /// When it was last read, as far as that was kept up.
    pub accessed: Option<Time>,
    /// When its record (name, owner, size) was last changed.
    pub changed: Option<Time>,
}

impl Times {
    /// The times that are there, by their names.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, Time)> {
        [
            ("created", self.created),
            ("modified", self.modified),
            ("accessed", self.accessed),
            ("changed", self.changed),
        ]
        .into_iter()
        .filter_map(|(name, time)| Some((name, time?)))
    }
}

impl Time {
    /// So many seconds since 1970, in UTC; none for 0, by which file systems say that there is no time.
    pub(crate) fn unix(seconds: i64, nanoseconds: u32) -> Option<Self> {
        (seconds != 0 || nanoseconds != 0).then_some(Self {
            seconds,
            nanoseconds: nanoseconds.min(999_999_999),
            is_local: false,
        })
    }

    /// Tenths of a microsecond since 1601, in UTC (`FILETIME`).
    pub(crate) fn windows(ticks: u64) -> Option<Self> {
        const EPOCH_SECONDS: i64 = 11_644_473_600;
        let seconds = i64::try_from(ticks / 10_000_000).ok()? - EPOCH_SECONDS;
        let nanoseconds = u32::try_from(ticks % 10_000_000).ok()? * 100;
        (ticks != 0).then_some(Self { seconds, nanoseconds, is_local: false })
    }

    /// Date and time as FAT packs them, on a local clock; hundredths of a second besides.
    pub(crate) fn dos(date: u16, time: u16, hundredths: u8) -> Option<Self> {
        let (year, month, day) =
            (1980 + i64::from(date >> 9), i64::from(date >> 5 & 15), i64::from(date & 31));
        if !(1..=12).contains(&month) || day == 0 {
            return None;
        }
        let (hour, minute, second) =
            (i64::from(time >> 11), i64::from(time >> 5 & 63), i64::from(time & 31) * 2);
        let seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
        Some(Self {
            seconds: seconds + i64::from(hundredths / 100),
            nanoseconds: u32::from(hundredths % 100) * 10_000_000,
            is_local: true,
        })
    }
}

/// Days from the beginning of 1970 to a day of the Gregorian calendar, in a year that begins with March.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap + (month * 153 + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_of_each_file_system_are_seconds_since_1970() {
        let utc = |seconds, nanoseconds| Some(Time { seconds, nanoseconds, is_local: false });
        assert_eq!((Time::unix(0, 0), Time::unix(-1, 5)), (None, utc(-1, 5)));
        // 2009-01-03T18:15:05Z, the time of Bitcoin's first block.
        assert_eq!(Time::windows(128_754_801_050_000_001), utc(1_231_006_505, 100));
        assert_eq!(Time::windows(0), None);
        let local = |seconds, nanoseconds| Some(Time { seconds, nanoseconds, is_local: true });
        assert_eq!(
            Time::dos(29 << 9 | 1 << 5 | 3, 18 << 11 | 15 << 5 | 2, 150),
            local(1_231_006_505, 500_000_000)
        );
        assert_eq!(Time::dos(20 << 9 | 2 << 5 | 0x1d, 0, 0), local(951_782_400, 0));
        assert_eq!((Time::dos(0, 0, 0), Time::dos(1 << 5, 0, 0)), (None, None));
    }
}

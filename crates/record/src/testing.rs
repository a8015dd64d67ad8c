//! Stand-ins for the world in tests, here and in the crates above.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::world::{Clock, Entropy};

/// Bytes that never repeat and that anybody can predict: SHA-256 of a counter. For tests only.
#[derive(Debug, Default)]
pub struct Counting(AtomicU64);

impl Entropy for Counting {
    fn fill(&self, out: &mut [u8]) {
        for chunk in out.chunks_mut(32) {
            let count = self.0.fetch_add(1, Ordering::Relaxed);
            let block = crate::Sha256Digest::of(&count.to_be_bytes());
            chunk.copy_from_slice(&block.as_bytes()[..chunk.len()]);
        }
    }
}

/// A clock that stands still until a test moves it.
#[derive(Debug)]
pub struct Standing {
    seconds: AtomicU64,
    zone: OnceLock<&'static str>,
}

impl Standing {
    /// A clock that shows so many seconds since 1970.
    pub fn at(seconds: u64) -> Self {
        Self { seconds: AtomicU64::new(seconds), zone: OnceLock::new() }
    }

    /// Sets the clock, forwards or backwards.
    pub fn set(&self, seconds: u64) {
        self.seconds.store(seconds, Ordering::Relaxed);
    }

    /// Hangs the clock up in a zone, where it stays. Before that it hangs in UTC.
    pub fn hang_in(&self, zone: &'static str) {
        self.zone.get_or_init(|| zone);
    }
}

impl Clock for Standing {
    fn now(&self) -> jiff::Timestamp {
        let seconds = i64::try_from(self.seconds.load(Ordering::Relaxed)).expect("a test's time");
        jiff::Timestamp::from_second(seconds).expect("a test's time")
    }

    fn zone(&self) -> &str {
        self.zone.get().copied().unwrap_or("UTC")
    }
}

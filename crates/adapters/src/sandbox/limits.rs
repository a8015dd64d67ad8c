//! What a child may use.

use serde::{Deserialize, Serialize};

use super::error::SandboxError;

/// The least memory that a child can do anything with: its allocator takes this much at once for its first arena.
pub const MIN_MEMORY_BYTES: u64 = 16 << 20;

/// The most memory that one child may be given: a parser that wants more wants another design (it should stream).
pub const MAX_MEMORY_BYTES: u64 = 16 << 30;

/// The most processor time of one child: a terabyte image at 50 MB/s takes under six hours.
pub const MAX_CPU_SECONDS: u64 = 6 * 60 * 60;

/// The longest that a child may live, beyond the processor time for an input that comes slowly.
pub const MAX_WALL_MILLIS: u64 = 24 * 60 * 60 * 1000;

/// The deepest nesting that a task may be allowed. Parsers recurse at some hundred bytes to a few kilobytes of stack
/// for each level; a thousand levels fit the 8 MiB of stack that a child has.
pub const MAX_DEPTH: u32 = 1000;

/// The largest single reply. A reply is held in memory whole by the parent, several times if several children run.
pub const MAX_FRAME_BYTES: u64 = 64 << 20;

/// The largest parameters of a task: options, lists of things to look for and compiled rules, not data.
pub const MAX_PARAMETER_BYTES: usize = 50 << 20;

/// What a child may use. The defaults suit a document or a report; a task over a disk image states its own.
///
/// ```
/// use comity_adapters::sandbox::Limits;
/// let limits = Limits { cpu_seconds: 3600, wall_millis: 7_200_000, ..Limits::default() };
/// assert!(limits.check().is_ok());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Memory beyond what the program itself occupies when it starts (`RLIMIT_AS`).
    pub memory_bytes: u64,
    /// Processor time (`RLIMIT_CPU`).
    pub cpu_seconds: u64,
    /// Time on the wall from start to end, not counting what the parent takes to use each reply.
    pub wall_millis: u64,
    /// How deep the task may follow nesting (archives in archives, elements in elements).
    pub depth: u32,
    /// The largest single reply.
    pub frame_bytes: u64,
    /// How many replies.
    pub frames: u64,
    /// All replies together.
    pub reply_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            memory_bytes: 512 << 20,
            cpu_seconds: 60,
            wall_millis: 120_000,
            depth: 32,
            frame_bytes: 4 << 20,
            frames: 1_000_000,
            reply_bytes: 1 << 30,
        }
    }
}

impl Limits {
    /// Refuses limits that no task can work under or that would limit nothing.
    ///
    /// # Errors
    /// Names the first limit that is out of its range.
    pub fn check(&self) -> Result<(), SandboxError> {
        let ranges = [
            ("memory_bytes", self.memory_bytes, MIN_MEMORY_BYTES, MAX_MEMORY_BYTES),
            ("cpu_seconds", self.cpu_seconds, 1, MAX_CPU_SECONDS),
            ("wall_millis", self.wall_millis, 1, MAX_WALL_MILLIS),
            ("depth", u64::from(self.depth), 1, u64::from(MAX_DEPTH)),
            ("frame_bytes", self.frame_bytes, 1, MAX_FRAME_BYTES),
        ];
        match ranges.into_iter().find(|(_, value, least, most)| value < least || value > most) {
            Some((name, value, least, most)) => Err(SandboxError::LimitRange { name, value, least, most }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_holds_at_its_ends_and_not_one_past_them() {
        let ok = Limits::default();
        ok.check().unwrap();
        type Set = fn(&mut Limits, u64);
        let cases: [(Set, u64, u64); 5] = [
            (|l, v| l.memory_bytes = v, MIN_MEMORY_BYTES, MAX_MEMORY_BYTES),
            (|l, v| l.cpu_seconds = v, 1, MAX_CPU_SECONDS),
            (|l, v| l.wall_millis = v, 1, MAX_WALL_MILLIS),
            (|l, v| l.depth = u32::try_from(v).unwrap(), 1, u64::from(MAX_DEPTH)),
            (|l, v| l.frame_bytes = v, 1, MAX_FRAME_BYTES),
        ];
        for (set, least, most) in cases {
            for (value, good) in [(least - 1, false), (least, true), (most, true), (most + 1, false)] {
                let mut limits = ok;
                set(&mut limits, value);
                assert_eq!(limits.check().is_ok(), good, "{limits:?}");
            }
        }
    }
}

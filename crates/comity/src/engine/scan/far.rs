//! How far a search is inside the file that it reads now: that of one large image takes hours.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, Thread};
use std::time::Duration;

use comity_adapters::sandbox::ReadSeek;

use crate::out::Progress;

/// How often one looks where the child stands.
const INTERVAL: Duration = Duration::from_millis(200);

/// How far the file that is read now has been read. A search goes back and forth in it, what is shown only forth.
pub struct Far<'a> {
    progress: &'a Progress,
    /// Bytes of the files before it.
    before: u64,
    furthest: AtomicU64,
}

impl<'a> Far<'a> {
    /// Of a file behind so many bytes of others.
    pub fn behind(progress: &'a Progress, before: u64) -> Self {
        Self { progress, before, furthest: AtomicU64::new(0) }
    }

    fn reached(&self, place: u64) {
        let furthest = self.furthest.fetch_max(place, Ordering::Relaxed).max(place);
        self.progress.set(self.before.saturating_add(furthest));
    }

    /// Does `work`, and shows meanwhile where somebody stands who was handed the same opened file.
    pub fn follow<T>(&self, file: &File, work: impl FnOnce() -> T) -> T {
        if !self.progress.is_watched() {
            return work();
        }
        let ended = AtomicBool::new(false);
        thread::scope(|scope| {
            let follower = scope.spawn(|| {
                while !ended.load(Ordering::Acquire) {
                    thread::park_timeout(INTERVAL);
                    // Whoever was handed the file has the same place in it (dup(2)); to ask for it changes nothing.
                    let mut same = file;
                    if let Ok(place) = same.stream_position() {
                        self.reached(place);
                    }
                }
            });
            let _end = End { ended: &ended, follower: follower.thread() };
            work()
        })
    }

    /// Shows how far is read what we read ourselves.
    pub fn over<'s>(&'s self, source: &'s mut dyn ReadSeek) -> Shown<'s> {
        Shown { source, far: self, at: 0 }
    }
}

/// Ends the thread that follows, also when the work panics.
struct End<'a> {
    ended: &'a AtomicBool,
    follower: &'a Thread,
}

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Release);
        self.follower.unpark();
    }
}

/// What is read, and shown.
pub struct Shown<'a> {
    source: &'a mut dyn ReadSeek,
    far: &'a Far<'a>,
    at: u64,
}

impl Read for Shown<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(out)?;
        self.at = self.at.saturating_add(u64::try_from(count).unwrap_or(0));
        self.far.reached(self.at);
        Ok(count)
    }
}

impl Seek for Shown<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = self.source.seek(to)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn what_is_read_of_a_file_by_whoever_was_handed_it_is_shown_and_never_goes_back() {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&[0; 1000]).unwrap();
        let mut child = file.try_clone().unwrap();
        let progress = Progress::unseen();
        let far = Far::behind(&progress, 5000);
        far.follow(&file, || {
            for (to, shown) in [(300, 5300), (900, 5900), (100, 5900)] {
                child.seek(SeekFrom::Start(to)).unwrap();
                while progress.done() != shown {
                    thread::yield_now();
                }
            }
        });
        assert_eq!(progress.done(), 5900);
    }

    #[test]
    fn what_we_read_ourselves_is_shown_from_where_the_file_begins() {
        let progress = Progress::unseen();
        let far = Far::behind(&progress, 10);
        let mut content = io::Cursor::new(vec![7; 100]);
        let mut shown = far.over(&mut content);
        shown.seek(SeekFrom::Start(40)).unwrap();
        shown.read_exact(&mut [0; 20]).unwrap();
        assert_eq!(progress.done(), 70);
        shown.seek(SeekFrom::Start(0)).unwrap();
        shown.read_exact(&mut [0; 20]).unwrap();
        assert_eq!(progress.done(), 70);
        shown.seek(SeekFrom::End(0)).unwrap();
        assert_eq!(shown.read(&mut [0; 20]).unwrap(), 0);
        assert_eq!(progress.done(), 110);
    }
}

//! A run of an index: keys of 48 bits with the row that each leads to, sorted, in a file that never changes.

use std::sync::Arc;

use comity_disk::{Disk, DiskError, NewFile};

use super::column::{bytes_of, number};
use super::{FileBytes, path};

/// Bits of a key.
pub(crate) const KEY_BITS: u32 = 48;
/// Runs of so many entries or more have a directory by the first 16 bits of a key and leave these bits out.
const DIRECTORY_FROM: u64 = 1 << 20;
const DIRECTORY_BUCKETS: u64 = 1 << 16;
/// Bytes of the directory: where each bucket begins, and the end of the last.
const DIRECTORY_BYTES: u64 = (DIRECTORY_BUCKETS + 1) * 5;
/// Bytes that are handed to the disk in one go.
const CHUNK: usize = 1 << 20;

/// A sorted run.
#[derive(Debug)]
pub(crate) struct Run {
    bytes: FileBytes,
    entries: u64,
}

impl Run {
    pub(crate) fn open(disk: &dyn Disk, name: &str, entries: u64) -> Result<Self, DiskError> {
        Ok(Self { bytes: FileBytes::open(disk, &path(name), file_bytes(entries))?, entries })
    }

    pub(crate) fn entries(&self) -> u64 {
        self.entries
    }

    /// Gives every row that the key leads to.
    pub(crate) fn find(&self, key: u64, found: &mut impl FnMut(u64)) {
        let (mut low, end) = self.bucket(key);
        let mut high = end;
        while low < high {
            let middle = low.midpoint(high);
            if self.key_at(middle, key) < key { low = middle + 1 } else { high = middle }
        }
        while low < end && self.key_at(low, key) == key {
            found(self.row_at(low));
            low += 1;
        }
    }

    /// The entries whose keys begin with these eight bits.
    pub(crate) fn iter_part(&self, part: usize) -> impl Iterator<Item = (u64, u64)> + '_ {
        let first = |part: usize| self.first(u64::try_from(part).expect("at most 256") << 8);
        self.range(first(part), first(part + 1))
    }

    /// The place of the first entry of a bucket or of a later one.
    fn first(&self, bucket: u64) -> u64 {
        if has_directory(self.entries) {
            return self.bucket_start(bucket).min(self.entries);
        }
        let key = bucket << 32;
        let (mut low, mut high) = (0, self.entries);
        while low < high {
            let middle = low.midpoint(high);
            if self.key_at(middle, 0) < key { low = middle + 1 } else { high = middle }
        }
        low
    }

    fn range(&self, from: u64, to: u64) -> impl Iterator<Item = (u64, u64)> + '_ {
        let mut bucket = 0;
        (from..to).map(move |at| {
            if has_directory(self.entries) {
                while bucket + 1 < DIRECTORY_BUCKETS && self.bucket_start(bucket + 1) <= at {
                    bucket += 1;
                }
            }
            (self.key_at(at, bucket << 32), self.row_at(at))
        })
    }

    /// Adds the entries from one place to before another, all of one bucket.
    fn extend(&self, bucket: u64, from: u64, to: u64, into: &mut Vec<(u64, u64)>) {
        into.extend((from..to).map(|at| (self.key_at(at, bucket << 32), self.row_at(at))));
    }

    fn bucket(&self, key: u64) -> (u64, u64) {
        if !has_directory(self.entries) {
            return (0, self.entries);
        }
        let bucket = key >> 32;
        // Files may lie: a directory that points past the end leads nowhere.
        let start = self.bucket_start(bucket).min(self.entries);
        (start, self.bucket_start(bucket + 1).clamp(start, self.entries))
    }

    fn bucket_start(&self, bucket: u64) -> u64 {
        let at = usize::try_from(bucket.min(DIRECTORY_BUCKETS) * 5).expect("a directory fits in memory");
        number::<5>(*self.bytes[at..].first_chunk().expect("a run has its directory"))
    }

    /// The key of the entry at `at`, the first bits of which are those of `near` where the run leaves them out.
    fn key_at(&self, at: u64, near: u64) -> u64 {
        let entry = self.entry(at);
        if has_directory(self.entries) {
            let low = u32::from_le_bytes(*entry.first_chunk().expect("four bytes of key"));
            near >> 32 << 32 | u64::from(low)
        } else {
            number::<6>(*entry.first_chunk().expect("six bytes of key"))
        }
    }

    fn row_at(&self, at: u64) -> u64 {
        number::<5>(*self.entry(at).last_chunk().expect("five bytes of row"))
    }

    fn entry(&self, at: u64) -> &[u8] {
        let width = entry_width(self.entries);
        let start = if has_directory(self.entries) { DIRECTORY_BYTES } else { 0 };
        let from = usize::try_from(start + at * width).expect("a mapped file fits in memory");
        &self.bytes[from..from + usize::try_from(width).expect("eleven at most")]
    }
}

/// Where the entries of a new run come from.
pub(crate) enum Source<'s> {
    /// New ones, sorted by key and row.
    New(&'s [(u64, u64)]),
    /// An older run.
    Run(&'s Run),
}

impl Source<'_> {
    /// The place of the first entry of a bucket or of a later one.
    fn first(&self, bucket: u64) -> u64 {
        match self {
            Self::New(entries) => {
                let before = entries.partition_point(|(key, _)| key >> 32 < bucket);
                u64::try_from(before).expect("memory holds fewer than 2^64 entries")
            }
            Self::Run(run) => run.first(bucket),
        }
    }

    fn extend(&self, bucket: u64, from: u64, to: u64, into: &mut Vec<(u64, u64)>) {
        match self {
            Self::New(entries) => {
                let place = |at: u64| usize::try_from(at).expect("entries lie in memory");
                into.extend_from_slice(&entries[place(from)..place(to)]);
            }
            Self::Run(run) => run.extend(bucket, from, to, into),
        }
    }
}

/// Writes a run of all entries of the sources, `count` together.
pub(crate) fn write(
    disk: Arc<dyn Disk>,
    name: &str,
    count: u64,
    sources: &[Source<'_>],
) -> Result<(), DiskError> {
    let path = path(name);
    comity_disk::make_dir_durable(disk.as_ref(), &path.parent())?;
    // What a crash left under this name is in no manifest.
    match disk.remove(&path) {
        Ok(()) | Err(DiskError::Missing { .. }) => {}
        Err(other) => return Err(other),
    }
    let mut file = NewFile::begin(disk, &path)?;
    let mut chunk = Vec::with_capacity(CHUNK + 64);
    let dense = has_directory(count);
    if dense {
        for bucket in 0..=DIRECTORY_BUCKETS {
            let start: u64 = sources.iter().map(|source| source.first(bucket)).sum();
            chunk.extend_from_slice(&bytes_of::<5>(start));
        }
    }
    let mut starts = vec![0; sources.len()];
    let mut entries = vec![];
    // What needs no directory is few enough to be sorted in one go.
    let buckets = if dense { 1 } else { DIRECTORY_BUCKETS };
    for bucket in (0..DIRECTORY_BUCKETS).step_by(usize::try_from(buckets).expect("65,536 at most")) {
        entries.clear();
        for (source, start) in sources.iter().zip(&mut starts) {
            let end = source.first(bucket + buckets);
            source.extend(bucket, *start, end, &mut entries);
            *start = end;
        }
        if sources.len() > 1 {
            #[expect(
                clippy::stable_sort_primitive,
                reason = "it notices that each source is sorted, and merges them"
            )]
            entries.sort();
        }
        for (key, row) in &entries {
            let key = key.to_le_bytes();
            chunk.extend_from_slice(if dense { &key[..4] } else { &key[..6] });
            chunk.extend_from_slice(&bytes_of::<5>(*row));
        }
        if chunk.len() >= CHUNK {
            file.append(&chunk)?;
            chunk.clear();
        }
    }
    file.append(&chunk)?;
    file.settle()
}

fn has_directory(entries: u64) -> bool {
    entries >= DIRECTORY_FROM
}

fn entry_width(entries: u64) -> u64 {
    if has_directory(entries) { 4 + 5 } else { 6 + 5 }
}

/// Bytes of the file of a run.
fn file_bytes(entries: u64) -> u64 {
    let directory = if has_directory(entries) { DIRECTORY_BYTES } else { 0 };
    entries.saturating_mul(entry_width(entries)).saturating_add(directory)
}

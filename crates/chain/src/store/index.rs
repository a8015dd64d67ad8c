//! An index from keys of 48 bits to rows: what is recent in hash tables, the rest in sorted runs.
//!
//! It says where to look and nothing more: whoever asks compares the row with what he seeks.

use std::sync::Arc;

use comity_disk::{Disk, DiskError};
use hashbrown::HashTable;
use rayon::prelude::*;

use super::column::{bytes_of, number};
use super::manifest::RunName;
use super::run::{self, Run, Source};

/// Tables of an index, by the first bits of the keys: each is small, and several are filled at once.
pub(crate) const PARTS: usize = 256;
/// Runs of about the same size that are merged into one.
const MERGE: usize = 8;
/// Bytes of memory that an entry of a table takes, with the room that a table keeps free.
const ENTRY_BYTES: u64 = 20;

/// The part of a key.
pub(crate) fn part_of(key: u64) -> usize {
    usize::try_from(key >> (run::KEY_BITS - 8)).expect("eight bits")
}

/// An entry of a table: six bytes of key, five of row.
type Entry = [u8; 11];

/// The recent entries whose keys begin alike.
pub(crate) type Part = HashTable<Entry>;

/// An index.
#[derive(Debug)]
pub(crate) struct Index {
    runs: Vec<Run>,
    recent: Vec<Part>,
    /// Whether the tables hold every entry there is, so that what is not in them is nowhere.
    complete: bool,
}

impl Default for Index {
    fn default() -> Self {
        let recent = std::iter::repeat_with(Part::new).take(PARTS).collect();
        Self { runs: vec![], recent, complete: true }
    }
}

impl Index {
    /// Opens the runs. Nothing is recent.
    pub(crate) fn open(disk: &dyn Disk, names: &[RunName]) -> Result<Self, DiskError> {
        let runs = open_runs(disk, names)?;
        Ok(Self { complete: runs.is_empty(), runs, ..Self::default() })
    }

    /// Opens the runs anew, keeping what is recent.
    pub(crate) fn reopen(&mut self, disk: &dyn Disk, names: &[RunName]) -> Result<(), DiskError> {
        self.runs = open_runs(disk, names)?;
        Ok(())
    }

    /// Gives every row that the key may lead to; some twice, some that are there no more.
    pub(crate) fn find(&self, key: u64, mut found: impl FnMut(u64)) {
        find_in(&self.recent[part_of(key)], key, &mut found);
        self.older().find(key, &mut found);
    }

    /// Adds an entry to the tables.
    pub(crate) fn insert(&mut self, key: u64, row: u64) {
        insert(&mut self.recent[part_of(key)], key, row);
    }

    /// A copy of an index of which all lies in memory.
    pub(crate) fn copied(&self) -> Self {
        Self { runs: vec![], recent: self.recent.clone(), complete: true }
    }

    /// The tables, to be filled each by itself, and the runs for what they do not hold.
    pub(crate) fn parts(&mut self) -> (&mut [Part], Older<'_>) {
        (&mut self.recent, Older { runs: if self.complete { &[] } else { &self.runs } })
    }

    /// The runs for what the tables do not hold.
    fn older(&self) -> Older<'_> {
        Older { runs: if self.complete { &[] } else { &self.runs } }
    }

    /// Fills the tables from the runs where they then take no more than `most_bytes`: whoever asks for many rows asks
    /// faster.
    pub(crate) fn load(&mut self, most_bytes: u64) {
        let entries: u64 = self.runs.iter().map(Run::entries).sum();
        if self.complete || entries * ENTRY_BYTES > most_bytes {
            return;
        }
        let runs = &self.runs;
        self.recent.par_iter_mut().enumerate().for_each(|(part, table)| {
            table.clear();
            for run in runs {
                run.iter_part(part).for_each(|(key, row)| insert(table, key, row));
            }
        });
        self.complete = true;
    }

    /// Empties the tables where they take more than `most_bytes`; everything in them must be in runs.
    pub(crate) fn shed(&mut self, most_bytes: u64) {
        let entries: usize = self.recent.iter().map(HashTable::capacity).sum();
        if u64::try_from(entries).unwrap_or(u64::MAX).saturating_mul(ENTRY_BYTES) > most_bytes {
            self.recent.iter_mut().for_each(|part| *part = Part::new());
            self.complete = self.runs.is_empty();
        }
    }
}

/// Writes a run of new entries, sorted by key and row, and merges what has become many. `name` gives the names of new
/// runs; what is given back are the files that are no longer needed once the names are in a manifest.
pub(crate) fn seal(
    disk: &Arc<dyn Disk>,
    runs: &mut Vec<RunName>,
    mut name: impl FnMut(u64) -> RunName,
    entries: &[(u64, u64)],
) -> Result<Vec<String>, DiskError> {
    let mut replaced = vec![];
    if entries.is_empty() {
        return Ok(replaced);
    }
    let new = name(u64::try_from(entries.len()).expect("memory holds fewer than 2^64 rows"));
    run::write(disk.clone(), &new.file, new.entries, &[Source::New(entries)])?;
    runs.push(new);
    while let Some(last) = runs.len().checked_sub(MERGE)
        && runs[last..].iter().all(|run| tier(run.entries) == tier(runs[last].entries))
    {
        let old = runs.split_off(last);
        let open = open_runs(disk.as_ref(), &old)?;
        let new = name(open.iter().map(Run::entries).sum());
        let sources: Vec<_> = open.iter().map(Source::Run).collect();
        run::write(disk.clone(), &new.file, new.entries, &sources)?;
        runs.push(new);
        replaced.extend(old.into_iter().map(|run| run.file));
    }
    Ok(replaced)
}

/// Runs of about the same size have the same tier.
fn tier(entries: u64) -> u32 {
    entries.max(1).ilog2() / MERGE.ilog2()
}

/// The runs that hold what the tables do not.
#[derive(Clone, Copy)]
pub(crate) struct Older<'i> {
    runs: &'i [Run],
}

impl Older<'_> {
    pub(crate) fn find(&self, key: u64, found: &mut impl FnMut(u64)) {
        for run in self.runs.iter().rev() {
            run.find(key, found);
        }
    }
}

pub(crate) fn find_in(part: &Part, key: u64, found: &mut impl FnMut(u64)) {
    for entry in part.iter_hash(spread(key)) {
        if key_of(entry) == key {
            found(row_of(entry));
        }
    }
}

pub(crate) fn insert(part: &mut Part, key: u64, row: u64) {
    let mut entry = [0; 11];
    entry[..6].copy_from_slice(&bytes_of::<6>(key));
    entry[6..].copy_from_slice(&bytes_of::<5>(row));
    part.insert_unique(spread(key), entry, |entry| spread(key_of(entry)));
}

/// A key as a hash: its first bits, which all keys of a part share, go to neither end.
pub(crate) fn spread(key: u64) -> u64 {
    key.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(24)
}

fn key_of(entry: &Entry) -> u64 {
    number::<6>(*entry.first_chunk().expect("six bytes of key"))
}

fn row_of(entry: &Entry) -> u64 {
    number::<5>(*entry.last_chunk().expect("five bytes of row"))
}

fn open_runs(disk: &dyn Disk, names: &[RunName]) -> Result<Vec<Run>, DiskError> {
    names.iter().map(|name| Run::open(disk, &name.file, name.entries)).collect()
}

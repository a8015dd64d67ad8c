//! Where packed objects lie, in memory: 44 bytes for each.

use std::collections::BTreeMap;
use std::fmt;

use comity_disk::DiskPath;

use super::ObjectName;
use super::pack::Record;

/// What a pack is called: drawn at random, so that it says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PackId([u8; 16]);

impl PackId {
    /// The pack that a file of this name is.
    pub(super) fn read(name: &str) -> Option<Self> {
        let mut id = [0; 16];
        hex::decode_to_slice(name, &mut id).ok()?;
        // A name is written in one way only.
        (hex::encode(id) == name).then_some(Self(id))
    }

    /// Another, for a second pack that comes of the same.
    pub(super) fn next(self) -> Self {
        Self(u128::from_be_bytes(self.0).wrapping_add(1).to_be_bytes())
    }

    /// The pack that is staged at this path.
    pub(super) fn of(staged: &DiskPath) -> Self {
        Self::read(staged.name()).expect("packs are staged under the names that they get")
    }
}

impl fmt::Display for PackId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

/// The places of objects in packs.
#[derive(Default)]
pub(super) struct Places {
    /// The packs, by a short number, and how the number is found.
    ids: Vec<PackId>,
    numbers: BTreeMap<PackId, u32>,
    /// Sorted, but for what was added since [`Places::sort`].
    sorted: Vec<(Record, u32)>,
}

impl Places {
    /// Adds the objects of a pack. To be sorted when all are added.
    pub(super) fn add(&mut self, id: PackId, records: &[Record]) {
        let next = u32::try_from(self.ids.len()).expect("fewer packs than that");
        let number = *self.numbers.entry(id).or_insert(next);
        if number == next {
            self.ids.push(id);
        }
        self.sorted.extend(records.iter().map(|record| (*record, number)));
    }

    /// Makes what was added be found.
    pub(super) fn sort(&mut self) {
        // Most of it is sorted already, which this sort makes use of.
        self.sorted.sort();
    }

    /// Says what a pack holds now. To be sorted afterwards.
    pub(super) fn replace(&mut self, id: PackId, records: &[Record]) {
        if let Some(number) = self.numbers.get(&id).copied() {
            self.sorted.retain(|(_, of)| *of != number);
            if records.is_empty() {
                self.numbers.remove(&id);
            }
        }
        if !records.is_empty() {
            self.add(id, records);
        }
    }

    /// Where an object lies: nowhere, in one place, or in more if somebody copied packs about.
    pub(super) fn of(&self, name: &ObjectName) -> Vec<(PackId, Record)> {
        let first = self.sorted.partition_point(|(record, _)| record.name < *name);
        let found = self.sorted[first..].iter().take_while(|(record, _)| record.name == *name);
        found.map(|(record, number)| (self.id(*number), *record)).collect()
    }

    /// The objects of a pack, sorted by name.
    pub(super) fn in_pack(&self, id: PackId) -> Vec<Record> {
        let Some(number) = self.numbers.get(&id) else { return Vec::new() };
        self.sorted.iter().filter(|(_, of)| of == number).map(|(record, _)| *record).collect()
    }

    /// The packs with what they hold, each sorted by name.
    pub(super) fn by_pack(&self) -> BTreeMap<PackId, Vec<Record>> {
        let mut packs: BTreeMap<PackId, Vec<Record>> = BTreeMap::new();
        for (record, number) in &self.sorted {
            packs.entry(self.id(*number)).or_default().push(*record);
        }
        packs
    }

    /// The names after this one, sorted.
    pub(super) fn names_after(&self, after: Option<&ObjectName>) -> impl Iterator<Item = ObjectName> {
        let first = after.map_or(0, |after| self.sorted.partition_point(|(record, _)| record.name <= *after));
        self.sorted[first..].iter().map(|(record, _)| record.name)
    }

    fn id(&self, number: u32) -> PackId {
        self.ids[usize::try_from(number).expect("an index")]
    }
}

//! Copying objects into the folder of another disk, as they lie: for a backup, and back from one.

use std::collections::BTreeSet;

use comity_disk::{Disk, DiskError, DiskFile, DiskPath, make_dir_durable};

use super::files::{names_in, pack_path, packs, path_of, places, rewrite, shards};
use super::keep::{Damage, PAGE, examine, unwatched};
use super::pack::{self, Record};
use super::places::{PackId, Places};
use super::store::{ObjectStore, Part, ReadObject, StoreError, incoming, write_object};
use super::{INCOMING, OBJECTS, ObjectName, at};
use crate::chunk::TRAILER_BYTES;

/// Copies every object of a folder that is not there yet into the folder of another disk, as it lies: sealed, so that no
/// key is needed and the copy may be kept anywhere; packs stay packs. Gives how many were copied. Each file is durable
/// before the next is begun. A vault may be at work in the folder that is copied, and none in the other.
///
/// What was removed here stays there. But a name that came again under another key, for content that was destroyed and
/// taken in anew, has its object there replaced: the older one is of no use any more. One that is damaged here replaces
/// nothing.
///
/// # Errors
/// Fails when either disk does; what was copied by then stays.
pub fn copy_objects(from: &dyn Disk, to: &dyn Disk) -> Result<u64, StoreError> {
    if !from.exists(&at(OBJECTS))? {
        return Ok(0);
    }
    let mut copy = Copying::into(to)?;
    for shard in shards(from)? {
        for name in names_in(from, &at(OBJECTS).join(&shard)?)? {
            if let Some(file) = open(from, &path_of(&name))? {
                copy.object(&name, &Part::whole(file)?)?;
            }
        }
    }
    for id in packs(from)? {
        copy.pack(from, id)?;
    }
    Ok(copy.copied)
}

/// As [`copy_objects`], out of any store: each object into a file.
pub(super) fn copy_each(store: &(impl ObjectStore + ?Sized), to: &dyn Disk) -> Result<u64, StoreError> {
    let mut copy = Copying::into(to)?;
    let mut after = None;
    loop {
        let names = store.names_after(after.as_ref(), PAGE)?;
        let Some(last) = names.last() else { return Ok(copy.copied) };
        after = Some(*last);
        for name in names {
            if let Some(object) = store.open(&name)? {
                copy.object(&name, &*object)?;
            }
        }
    }
}

/// Opens a file; `None` where it was removed since it was listed: nothing that a backup needs.
fn open(disk: &dyn Disk, path: &DiskPath) -> Result<Option<Box<dyn DiskFile>>, DiskError> {
    match disk.open_read(path) {
        Ok(file) => Ok(Some(file)),
        Err(DiskError::Missing { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Whether it has the bytes that were written, where that can be told.
fn is_whole(name: &ObjectName, object: &dyn ReadObject) -> Result<bool, StoreError> {
    match examine(name, object, &mut unwatched) {
        Ok(_) => Ok(true),
        // A store that does not answer now may have it whole; a bad spot of a disk stays one.
        Err(Damage::Unreadable(error @ StoreError::Elsewhere { .. })) => Err(error),
        Err(_) => Ok(false),
    }
}

/// Sealed forms of one size that end with the same digest are the same.
fn is_same(one: &dyn ReadObject, other: &dyn ReadObject) -> bool {
    let end = |object: &dyn ReadObject| {
        let mut trailer = [0; TRAILER_BYTES];
        let at = object.size().checked_sub(crate::hash::length(&trailer))?;
        object.read_exact_at(at, &mut trailer).ok()?;
        Some((object.size(), trailer))
    };
    end(one).is_some_and(|one| end(other) == Some(one))
}

/// A copy that is being made.
struct Copying<'d> {
    to: &'d dyn Disk,
    /// Where packed objects lie there.
    packed: Places,
    copied: u64,
}

/// What is there already under the name of an object.
#[derive(PartialEq, Eq)]
enum There {
    Nothing,
    Same,
    Other,
}

impl<'d> Copying<'d> {
    fn into(to: &'d dyn Disk) -> Result<Self, DiskError> {
        Ok(Self { to, packed: places(to)?, copied: 0 })
    }

    fn object(&mut self, name: &ObjectName, object: &dyn ReadObject) -> Result<(), StoreError> {
        match self.there(name, object)? {
            There::Same => return Ok(()),
            There::Other if !is_whole(name, object)? => return Ok(()),
            There::Nothing | There::Other => {}
        }
        let path = path_of(name);
        let staged = self.stage(object, &path)?;
        self.forget_packed(&[*name])?;
        self.settle(&staged, &path)?;
        self.copied += 1;
        Ok(())
    }

    /// Copies a pack as it lies, unless it would replace something with what is damaged: then what is whole in it goes
    /// object by object.
    fn pack(&mut self, from: &dyn Disk, id: PackId) -> Result<(), StoreError> {
        let path = pack_path(id);
        // A pack of this name had these objects, and perhaps more, when it was copied.
        if self.to.exists(&path)? {
            return Ok(());
        }
        let records = match pack::read(from, &path) {
            Ok(contents) => contents.records(),
            Err(DiskError::Missing { .. }) => None,
            Err(other) => return Err(other.into()),
        };
        let Some(records) = records else { return Ok(()) };
        let object = |record: &Record| {
            let part = |file| Part::of(file, record.offset.into(), record.size.into());
            Ok::<_, DiskError>(open(from, &path)?.map(part))
        };
        let mut harms = false;
        for record in &records {
            let Some(object) = object(record)? else { return Ok(()) };
            harms |= self.there(&record.name, &object)? == There::Other && !is_whole(&record.name, &object)?;
        }
        if harms {
            for record in &records {
                let Some(object) = object(record)? else { return Ok(()) };
                if is_whole(&record.name, &object)? {
                    self.object(&record.name, &object)?;
                }
            }
            return Ok(());
        }
        let Some(file) = open(from, &path)? else { return Ok(()) };
        let staged = self.stage(&Part::whole(file)?, &path)?;
        let names: Vec<_> = records.iter().map(|record| record.name).collect();
        self.forget_packed(&names)?;
        self.settle(&staged, &path)?;
        // Last: a name that is still in a pack and a file after a power cut is read from the pack.
        for file in names.iter().map(path_of) {
            if self.to.exists(&file)? {
                self.to.remove(&file)?;
                self.to.sync_dir(&file.parent())?;
            }
        }
        self.copied += u64::try_from(names.len()).unwrap_or(u64::MAX);
        Ok(())
    }

    fn there(&self, name: &ObjectName, object: &dyn ReadObject) -> Result<There, DiskError> {
        let file = open(self.to, &path_of(name))?.map(Part::whole);
        let packed = self.packed.of(name).into_iter();
        let packed = packed.map(|(id, record)| record.open(self.to, &pack_path(id)));
        let mut there = There::Nothing;
        for copy in file.into_iter().chain(packed) {
            if !is_same(object, &copy?) {
                return Ok(There::Other);
            }
            there = There::Same;
        }
        Ok(there)
    }

    /// Writes what will lie at `path`, durably, under a name that counts for nothing yet: a disk that is full keeps what it
    /// has.
    fn stage(&self, object: &dyn ReadObject, path: &DiskPath) -> Result<DiskPath, StoreError> {
        let staged = incoming(path.name());
        make_dir_durable(self.to, &path.parent())?;
        make_dir_durable(self.to, &at(INCOMING))?;
        if self.to.exists(&staged)? {
            self.to.remove(&staged)?;
        }
        write_object(object, self.to, &staged)?;
        Ok(staged)
    }

    fn settle(&self, staged: &DiskPath, path: &DiskPath) -> Result<(), DiskError> {
        self.to.rename(staged, path)?;
        self.to.sync_dir(&path.parent())
    }

    /// Removes objects from the packs that are there.
    fn forget_packed(&mut self, names: &[ObjectName]) -> Result<(), DiskError> {
        let doomed: BTreeSet<_> =
            names.iter().copied().filter(|name| !self.packed.of(name).is_empty()).collect();
        let packs: BTreeSet<_> =
            doomed.iter().flat_map(|name| self.packed.of(name)).map(|(id, _)| id).collect();
        for id in packs {
            rewrite(self.to, &mut self.packed, id, &doomed)?;
            self.to.sync_dir(&pack_path(id).parent())?;
            self.packed.sort();
        }
        Ok(())
    }
}

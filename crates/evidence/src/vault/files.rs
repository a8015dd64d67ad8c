//! Objects in a folder of a disk, each a file.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use comity_disk::{Disk, DiskError, DiskPath, Kind, make_dir_durable};

use super::store::{ObjectStore, Part, Put, ReadObject, Sealed, StoreError};
use super::{OBJECTS, ObjectName, at};

/// Objects as files of a disk, in a folder for each first byte of a name.
pub struct FolderStore {
    disk: Arc<dyn Disk>,
    /// Which folders of objects are there, durably.
    shards: Mutex<BTreeSet<u8>>,
}

impl FolderStore {
    /// Opens the store on a disk, or makes one there.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn open(disk: Arc<dyn Disk>) -> Result<Self, StoreError> {
        make_dir_durable(&*disk, &at(OBJECTS))?;
        let found: BTreeSet<String> = shards(&*disk)?.into_iter().collect();
        let shards = (0..=u8::MAX).filter(|shard| found.contains(shard_path(*shard).name())).collect();
        // One who died may have made some and not synced them.
        disk.sync_dir(&at(OBJECTS))?;
        Ok(Self { disk, shards: Mutex::new(shards) })
    }

    /// Makes those folders of objects that are not there, all durable by one sync.
    fn make_shards(&self, wanted: impl IntoIterator<Item = u8>) -> Result<(), DiskError> {
        let mut shards = self.shards.lock().unwrap_or_else(PoisonError::into_inner);
        let missing: BTreeSet<u8> = wanted.into_iter().filter(|shard| !shards.contains(shard)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        for shard in &missing {
            self.disk.create_dir_all(&shard_path(*shard))?;
        }
        self.disk.sync_dir(&at(OBJECTS))?;
        shards.extend(missing);
        Ok(())
    }

    /// Gives the objects their names and syncs those. `stored` is what has its name by then, also after a failure.
    fn place(&self, objects: &[Sealed<'_>], stored: &mut Vec<ObjectName>) -> Result<Vec<Put>, DiskError> {
        self.make_shards(objects.iter().map(|object| object.name.shard()))?;
        let mut all = Vec::with_capacity(objects.len());
        for object in objects {
            all.push(match self.disk.rename_new(object.staged, &path_of(&object.name)) {
                Ok(()) => Put::Stored,
                Err(DiskError::Exists { .. }) => Put::Taken,
                Err(other) => return Err(other),
            });
            if all.last() == Some(&Put::Stored) {
                stored.push(object.name);
            }
        }
        match stored.as_slice() {
            [] => {}
            [one] => self.disk.sync_dir(&shard_path(one.shard()))?,
            _ => self.disk.sync_tree(&at(OBJECTS))?,
        }
        Ok(all)
    }

    fn remove_one(&self, name: &ObjectName) -> Result<(), DiskError> {
        match self.disk.remove(&path_of(name)) {
            Ok(()) => self.disk.sync_dir(&shard_path(name.shard())),
            Err(DiskError::Missing { .. }) => Ok(()),
            Err(other) => Err(other),
        }
    }
}

impl ObjectStore for FolderStore {
    fn put(&self, objects: &[Sealed<'_>]) -> Result<Vec<Put>, StoreError> {
        let mut stored = Vec::new();
        Ok(self.place(objects, &mut stored).inspect_err(|_| {
            for name in &stored {
                let _ = self.disk.remove(&path_of(name));
            }
        })?)
    }

    fn holds(&self, name: &ObjectName) -> Result<bool, StoreError> {
        Ok(self.disk.exists(&path_of(name))?)
    }

    fn open(&self, name: &ObjectName) -> Result<Option<Box<dyn ReadObject>>, StoreError> {
        match self.disk.open_read(&path_of(name)) {
            Ok(file) => Ok(Some(Box::new(Part::whole(file)?))),
            Err(DiskError::Missing { .. }) => Ok(None),
            Err(other) => Err(other.into()),
        }
    }

    fn names_after(&self, after: Option<&ObjectName>, limit: usize) -> Result<Vec<ObjectName>, StoreError> {
        let begins = after.map(|after| shard_path(after.shard()).name().to_owned());
        let mut names = Vec::new();
        // A folder is listed when its turn has come: each call lists a part of the store, not all of it.
        for shard in shards(&*self.disk)?.into_iter().filter(|shard| Some(shard) >= begins.as_ref()) {
            let found = names_in(&*self.disk, &at(OBJECTS).join(&shard)?)?.into_iter();
            names.extend(found.filter(|name| after.is_none_or(|after| name > after)));
            if names.len() >= limit {
                names.truncate(limit);
                break;
            }
        }
        Ok(names)
    }

    fn remove(&self, names: &[ObjectName]) -> Result<(), StoreError> {
        let mut all = Ok(());
        for name in names {
            all = all.and(self.remove_one(name));
        }
        Ok(all?)
    }
}

/// The folder of the objects whose names begin with this byte.
pub(super) fn shard_path(shard: u8) -> DiskPath {
    at(&format!("{OBJECTS}/{shard:02x}"))
}

/// The file of an object.
pub(super) fn path_of(name: &ObjectName) -> DiskPath {
    shard_path(name.shard()).join(&name.to_string()).expect("hexadecimal digits make a path")
}

/// The folders of the objects, sorted. Each is called by the first two digits of the names in it.
pub(super) fn shards(disk: &dyn Disk) -> Result<Vec<String>, DiskError> {
    let listed = disk.list(&at(OBJECTS))?.into_iter();
    Ok(listed.filter(|entry| entry.kind == Kind::Dir).map(|entry| entry.name).collect())
}

/// The names of the objects in one of these folders, sorted.
pub(super) fn names_in(disk: &dyn Disk, shard: &DiskPath) -> Result<Vec<ObjectName>, DiskError> {
    // Anything else in there was not put there by the vault, and is neither read nor removed.
    let mut names: Vec<ObjectName> =
        disk.list(shard)?.iter().filter_map(|entry| entry.name.parse().ok()).collect();
    names.sort_unstable();
    Ok(names)
}

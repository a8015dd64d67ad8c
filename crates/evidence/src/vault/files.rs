//! Objects in a folder of a disk: each a file, or small ones together in packs.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use comity_disk::{Disk, DiskError, DiskPath, Kind, make_dir_durable};

use super::copy::copy_objects;
use super::pack::{Contents, Record, StagedPack, read, size_of, write_anew};
use super::places::{PackId, Places};
use super::store::{ObjectStore, Part, Put, ReadObject, Sealed, Staging, StoreError, incoming};
use super::{OBJECTS, ObjectName, at};

/// Where the packs lie. Not called as a folder of objects is.
pub(super) const PACKED: &str = "objects/packed";

/// So many folders are synced one by one. For more it is less work to sync all that was written on the disk, by others too.
const SYNCED_ALONE: usize = 16;

/// Objects in files of a disk: in a folder for each first byte of a name, or in packs. A name is in one place.
pub struct FolderStore {
    disk: Arc<dyn Disk>,
    /// Which folders of objects are there, durably.
    shards: Mutex<BTreeSet<u8>>,
    packed: RwLock<Packed>,
}

/// What is known of packs.
#[derive(Default)]
struct Packed {
    places: Places,
    /// Names that were to go and may come back after a power cut, because the disk failed while it made that durable. Nothing
    /// is stored under them, lest a name have two places.
    ghosts: BTreeSet<ObjectName>,
}

/// What a put has given names by now.
#[derive(Default)]
struct Done {
    files: Vec<ObjectName>,
    packs: Vec<(PackId, Vec<Record>)>,
}

impl FolderStore {
    /// Opens the store on a disk, or makes one there.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn open(disk: Arc<dyn Disk>) -> Result<Self, StoreError> {
        make_dir_durable(&*disk, &at(OBJECTS))?;
        disk.create_dir_all(&at(PACKED))?;
        let found: BTreeSet<String> = shards(&*disk)?.into_iter().collect();
        let shards = (0..=u8::MAX).filter(|shard| found.contains(shard_path(*shard).name())).collect();
        // One who died may have made some and not synced them.
        disk.sync_dir(&at(OBJECTS))?;
        let packed = Packed { places: places(&*disk)?, ghosts: BTreeSet::new() };
        Ok(Self { disk, shards: Mutex::new(shards), packed: RwLock::new(packed) })
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

    fn is_file(&self, name: &ObjectName) -> Result<bool, DiskError> {
        let shards = self.shards.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(shards.contains(&name.shard()) && self.disk.exists(&path_of(name))?)
    }

    /// Gives the objects their names and syncs those. `done` is what has its name by then, also after a failure.
    fn place(&self, objects: &[Sealed<'_>], packed: &Packed, done: &mut Done) -> Result<Vec<Put>, DiskError> {
        let mut all = vec![Put::Taken; objects.len()];
        let free = |name: &ObjectName| packed.places.of(name).is_empty() && !packed.ghosts.contains(name);
        let mut files = Vec::new();
        let mut packs: Vec<(&StagedPack, Vec<(ObjectName, Record)>)> = Vec::new();
        for (object, put) in objects.iter().zip(&mut all).filter(|(object, _)| free(&object.name)) {
            match object.staged {
                Staging::File(staged) => files.push((object.name, staged, put)),
                Staging::Pack(pack, record) if !self.is_file(&object.name)? => {
                    *put = Put::Stored;
                    match packs.last_mut().filter(|(last, _)| std::ptr::eq(*last, pack)) {
                        Some((_, records)) => records.push((object.name, record)),
                        None => packs.push((pack, vec![(object.name, record)])),
                    }
                }
                Staging::Pack(..) => {}
            }
        }
        self.make_shards(files.iter().map(|(name, ..)| name.shard()))?;
        for (name, staged, put) in files {
            match self.disk.rename_new(staged, &path_of(&name)) {
                Ok(()) => {
                    *put = Put::Stored;
                    done.files.push(name);
                }
                Err(DiskError::Exists { .. }) => {}
                Err(other) => return Err(other),
            }
        }
        for (staged, records) in packs {
            self.place_pack(staged, records, done)?;
        }
        self.sync(done)?;
        Ok(all)
    }

    /// Gives a staged pack its name. If some of its objects are not to be stored, or under other names, the rest is
    /// written anew: that happens only where two bring the same at once.
    fn place_pack(
        &self,
        staged: &StagedPack,
        records: Vec<(ObjectName, Record)>,
        done: &mut Done,
    ) -> Result<(), DiskError> {
        let mut id = PackId::of(&staged.path);
        while self.disk.exists(&pack_path(id))? {
            // The first part of what was staged in it.
            id = id.next();
        }
        let as_staged = records.iter().map(|(name, record)| (*name, *record));
        if as_staged.eq(staged.records.iter().map(|record| (record.name, *record))) {
            self.disk.rename(&staged.path, &pack_path(id))?;
            done.packs.push((id, staged.records.clone()));
            return Ok(());
        }
        let objects: Vec<_> =
            records.into_iter().map(|(name, record)| (name, &staged.path, record)).collect();
        let other = write_anew(&*self.disk, &incoming(&format!("{id}.new")), &objects)?;
        self.disk.rename(&other.path, &pack_path(id))?;
        done.packs.push((id, other.records));
        Ok(())
    }

    fn sync(&self, done: &Done) -> Result<(), DiskError> {
        let shards: BTreeSet<u8> = done.files.iter().map(ObjectName::shard).collect();
        if shards.len() > SYNCED_ALONE {
            self.disk.sync_tree(&at(OBJECTS))?;
        } else {
            shards.into_iter().try_for_each(|shard| self.disk.sync_dir(&shard_path(shard)))?;
        }
        if done.packs.is_empty() { Ok(()) } else { self.disk.sync_dir(&at(PACKED)) }
    }

    /// Removes what a put that failed had given names, so that nothing of it comes back.
    fn take_back(&self, done: &Done, packed: &mut Packed) {
        let mut gone = Ok(());
        for name in &done.files {
            gone = gone.and(self.disk.remove(&path_of(name)));
        }
        for (id, _) in &done.packs {
            gone = gone.and(self.disk.remove(&pack_path(*id)));
        }
        if gone.and_then(|()| self.sync(done)).is_err() {
            let of_packs = done.packs.iter().flat_map(|(_, records)| records).map(|record| record.name);
            packed.ghosts.extend(done.files.iter().copied().chain(of_packs));
        }
    }

    fn remove_file(&self, name: &ObjectName) -> Result<(), DiskError> {
        if !self.is_file(name)? {
            return Ok(());
        }
        self.disk.remove(&path_of(name))?;
        self.disk.sync_dir(&shard_path(name.shard()))
    }
}

impl ObjectStore for FolderStore {
    fn put(&self, objects: &[Sealed<'_>]) -> Result<Vec<Put>, StoreError> {
        let mut packed = self.packed.write().unwrap_or_else(PoisonError::into_inner);
        let mut done = Done::default();
        let put =
            self.place(objects, &packed, &mut done).inspect_err(|_| self.take_back(&done, &mut packed))?;
        for (id, records) in &done.packs {
            packed.places.add(*id, records);
        }
        packed.places.sort();
        Ok(put)
    }

    fn holds(&self, name: &ObjectName) -> Result<bool, StoreError> {
        let packed = self.packed.read().unwrap_or_else(PoisonError::into_inner);
        for (id, _) in packed.places.of(name) {
            if self.disk.exists(&pack_path(id))? {
                return Ok(true);
            }
        }
        Ok(self.is_file(name)?)
    }

    fn open(&self, name: &ObjectName) -> Result<Option<Box<dyn ReadObject>>, StoreError> {
        // Held while the pack is opened: once open, it stays what it is.
        let packed = self.packed.read().unwrap_or_else(PoisonError::into_inner);
        for (id, record) in packed.places.of(name) {
            match record.open(&*self.disk, &pack_path(id)) {
                Ok(part) => return Ok(Some(Box::new(part))),
                Err(DiskError::Missing { .. }) => {}
                Err(other) => return Err(other.into()),
            }
        }
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
                break;
            }
        }
        let packed = self.packed.read().unwrap_or_else(PoisonError::into_inner);
        names.extend(packed.places.names_after(after).take(limit));
        names.sort_unstable();
        names.dedup();
        names.truncate(limit);
        Ok(names)
    }

    fn misplaced(&self) -> Result<Vec<ObjectName>, StoreError> {
        let packed = self.packed.read().unwrap_or_else(PoisonError::into_inner);
        let mut misplaced = Vec::new();
        for (id, records) in packed.places.by_pack() {
            if !is_indexed(&*self.disk, id, &records)? {
                misplaced.extend(records.iter().map(|record| record.name));
            }
        }
        misplaced.sort_unstable();
        Ok(misplaced)
    }

    fn mend(&self) -> Result<(), StoreError> {
        let mut packed = self.packed.write().unwrap_or_else(PoisonError::into_inner);
        for (id, records) in packed.places.by_pack() {
            if is_indexed(&*self.disk, id, &records)? {
                continue;
            }
            // What lies in it and is not known may be saved by hand some day; it is not thrown away.
            if self.disk.metadata(&pack_path(id))?.size == size_of(&records) {
                rewrite(&*self.disk, &mut packed.places, id, &BTreeSet::new())?;
                packed.places.sort();
                self.disk.sync_dir(&at(PACKED))?;
            }
        }
        Ok(())
    }

    fn copy_to(&self, to: &dyn Disk) -> Result<u64, StoreError> {
        // Nobody is held up: what is removed meanwhile is passed over.
        copy_objects(&*self.disk, to)
    }

    fn remove(&self, names: &[ObjectName]) -> Result<(), StoreError> {
        let mut packed = self.packed.write().unwrap_or_else(PoisonError::into_inner);
        let Packed { places, ghosts } = &mut *packed;
        let mut all = Ok(());
        for name in names {
            all = all.and(self.remove_file(name).inspect_err(|_| _ = ghosts.insert(*name)));
        }
        let doomed: BTreeSet<ObjectName> =
            names.iter().copied().filter(|name| !places.of(name).is_empty()).collect();
        if doomed.is_empty() {
            return Ok(all?);
        }
        let mut packs: Vec<_> = doomed.iter().flat_map(|name| places.of(name)).map(|(id, _)| id).collect();
        packs.sort_unstable();
        packs.dedup();
        // Those of which nothing stays need no room and make some.
        packs.sort_by_key(|id| places.in_pack(*id).iter().any(|record| !doomed.contains(&record.name)));
        for id in packs {
            all = all.and(rewrite(&*self.disk, places, id, &doomed));
        }
        places.sort();
        let synced = self.disk.sync_dir(&at(PACKED));
        if synced.is_err() {
            ghosts.extend(doomed);
        }
        Ok(all.and(synced)?)
    }
}

/// Writes a pack anew without the objects in `doomed`, or removes it when none stays. The name is not synced.
pub(super) fn rewrite(
    disk: &dyn Disk,
    places: &mut Places,
    id: PackId,
    doomed: &BTreeSet<ObjectName>,
) -> Result<(), DiskError> {
    let path = pack_path(id);
    let stays: Vec<_> = places
        .in_pack(id)
        .into_iter()
        .filter(|record| !doomed.contains(&record.name))
        .map(|record| (record.name, &path, record))
        .collect();
    if stays.is_empty() {
        match disk.remove(&path) {
            Ok(()) | Err(DiskError::Missing { .. }) => {}
            Err(other) => return Err(other),
        }
        places.replace(id, &[]);
        return Ok(());
    }
    let anew = write_anew(disk, &incoming(&format!("{id}.new")), &stays)?;
    disk.rename(&anew.path, &path).inspect_err(|_| {
        let _ = disk.remove(&anew.path);
    })?;
    places.replace(id, &anew.records);
    Ok(())
}

/// Whether the index of a pack on the disk has these objects.
fn is_indexed(disk: &dyn Disk, id: PackId, records: &[Record]) -> Result<bool, DiskError> {
    match read(disk, &pack_path(id)) {
        Ok(Contents::Indexed(found)) => Ok(found == records),
        Ok(_) => Ok(false),
        // Its objects are missing, which is another matter.
        Err(DiskError::Missing { .. }) => Ok(true),
        Err(other) => Err(other),
    }
}

/// The places of all objects in packs.
pub(super) fn places(disk: &dyn Disk) -> Result<Places, DiskError> {
    let mut places = Places::default();
    for id in packs(disk)? {
        if let Some(records) = read(disk, &pack_path(id))?.records() {
            places.add(id, &records);
        }
    }
    places.sort();
    Ok(places)
}

/// The packs on a disk, sorted. Anything else among them was not put there by the vault.
pub(super) fn packs(disk: &dyn Disk) -> Result<Vec<PackId>, DiskError> {
    match disk.list(&at(PACKED)) {
        Ok(listed) => Ok(listed
            .iter()
            .filter(|entry| entry.kind == Kind::File)
            .filter_map(|entry| PackId::read(&entry.name))
            .collect()),
        Err(DiskError::Missing { .. }) => Ok(Vec::new()),
        Err(other) => Err(other),
    }
}

/// The file of a pack.
pub(super) fn pack_path(id: PackId) -> DiskPath {
    at(PACKED).join(&id.to_string()).expect("hexadecimal digits make a path")
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
    let is_shard = |name: &str| name.len() == 2 && hex::decode(name).is_ok();
    let listed = disk.list(&at(OBJECTS))?.into_iter();
    let listed = listed.filter(|entry| entry.kind == Kind::Dir).map(|entry| entry.name);
    Ok(listed.filter(|name| is_shard(name)).collect())
}

/// The names of the objects in one of these folders, sorted.
pub(super) fn names_in(disk: &dyn Disk, shard: &DiskPath) -> Result<Vec<ObjectName>, DiskError> {
    // Anything else in there was not put there by the vault, and is neither read nor removed.
    let mut names: Vec<ObjectName> =
        disk.list(shard)?.iter().filter_map(|entry| entry.name.parse().ok()).collect();
    names.sort_unstable();
    Ok(names)
}

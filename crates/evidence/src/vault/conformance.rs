//! The suite that every store of objects must pass. A store's tests call [`all`] with a way to make an empty one.

use std::cell::Cell;
use std::sync::Arc;

use comity_disk::{Disk, SimDisk, make_dir_durable};
use comity_record::Blake3Digest;
use comity_record::key::SecretKey;

use super::pack::NewPack;
use super::store::{ObjectStore, Put, Sealed, Staging, incoming};
use super::{INCOMING, ObjectName, at};
use crate::chunk::{CHUNK_BYTES, ChunkRoom, Sealer};

/// Runs every check on a fresh store each. A store in a folder lies on the disk that it is given with, on which the vault
/// would stage; for a store elsewhere any disk does, as a [`comity_disk::SimDisk`].
///
/// # Panics
/// Panics, as a test does, at the first thing that a store does not do as the trait says.
pub fn all(fresh: impl Fn() -> (Arc<dyn Disk>, Box<dyn ObjectStore>)) {
    for check in [
        an_empty_store_is_empty,
        objects_come_back_as_they_went_in,
        what_is_there_is_never_replaced,
        names_are_listed_in_order_by_the_page,
        what_is_removed_is_gone_and_may_come_again,
        many_small_objects_are_put_at_once,
        a_copy_has_what_is_there_and_what_came_anew,
    ] {
        let (disk, store) = fresh();
        make_dir_durable(&*disk, &at(INCOMING)).expect("a disk that works");
        check(&Bench { disk, store, count: Cell::new(0) });
    }
}

struct Bench {
    disk: Arc<dyn Disk>,
    store: Box<dyn ObjectStore>,
    /// How many were put, so that each is staged under another name.
    count: Cell<u64>,
}

/// A sealed object with its name.
#[derive(Clone)]
struct Object {
    name: ObjectName,
    ciphertext: Blake3Digest,
    bytes: Vec<u8>,
}

impl Object {
    /// `bytes` plain bytes under a name that begins with `first`.
    fn new(first: u8, number: u8, bytes: usize) -> Self {
        let mut sealed = Vec::new();
        let mut out = |piece: &[u8]| {
            sealed.extend_from_slice(piece);
            Ok::<_, std::convert::Infallible>(())
        };
        let key = SecretKey::from_bytes([number; 32]);
        let mut sealer = Sealer::new(&key, CHUNK_BYTES, ChunkRoom::default());
        let Ok(()) = sealer.take(&vec![first; bytes], &mut out);
        let last = sealer.finish();
        let (ciphertext, Ok(())) = (last.digest, out(last.sealed()));
        let mut name = [number; 32];
        name[0] = first;
        Self { name: ObjectName::from_bytes(name), ciphertext, bytes: sealed }
    }

    fn named(&self, other: &Self) -> Self {
        Self { name: other.name, ..self.clone() }
    }
}

impl Bench {
    /// Stages one object as a file, several as a pack and the last of those as a file too, as a vault does.
    fn put(&self, objects: &[Object]) -> Vec<Put> {
        let (packed, alone) = objects.split_at(objects.len().saturating_sub(1));
        let path = incoming(&format!("{:032x}", self.count.get()));
        self.count.set(self.count.get() + 1);
        let mut pack = NewPack::new(path.clone(), CHUNK_BYTES);
        for object in packed {
            let mut room = pack.take_room();
            room.extend_from_slice(&object.bytes);
            pack.keep(&*self.disk, object.name, room, object.bytes.len()).expect("a disk that works");
        }
        pack.finish(&*self.disk).expect("a disk that works");
        let pack = pack.staged();
        let own = incoming("alone");
        for object in alone {
            let mut file = self.disk.create_new(&own).expect("nothing else is staged");
            file.append(&object.bytes).and_then(|()| file.sync_all()).expect("a disk that works");
        }
        let in_pack = pack.records.iter().map(|record| Staging::Pack(&pack, *record));
        let sealed: Vec<_> = objects
            .iter()
            .zip(in_pack.chain([Staging::File(&own)]))
            .map(|(object, staged)| Sealed {
                name: object.name,
                ciphertext: object.ciphertext,
                disk: &*self.disk,
                staged,
            })
            .collect();
        let put = self.store.put(&sealed).expect("a put that works");
        assert_eq!(put.len(), objects.len(), "an answer for each");
        for path in [path, own] {
            let _ = self.disk.remove(&path);
        }
        put
    }

    fn bytes_of(&self, name: &ObjectName) -> Option<Vec<u8>> {
        let object = self.store.open(name).expect("a store that opens")?;
        let mut bytes = vec![0; usize::try_from(object.size()).expect("a small object")];
        object.read_exact_at(0, &mut bytes).expect("all of it can be read");
        Some(bytes)
    }

    fn names(&self) -> Vec<ObjectName> {
        self.store.names_after(None, 1000).expect("a store that lists")
    }

    fn assert_holds(&self, object: &Object) {
        assert!(self.store.holds(&object.name).expect("a store that answers"));
        assert_eq!(self.bytes_of(&object.name).as_ref(), Some(&object.bytes));
    }

    fn assert_lacks(&self, name: &ObjectName) {
        assert!(!self.store.holds(name).expect("a store that answers"));
        assert!(self.bytes_of(name).is_none());
    }
}

fn an_empty_store_is_empty(bench: &Bench) {
    assert!(bench.names().is_empty());
    bench.assert_lacks(&Object::new(1, 1, 0).name);
    assert!(bench.put(&[]).is_empty());
    bench.store.remove(&[Object::new(1, 1, 0).name]).expect("nothing to be removed is no error");
    bench.store.remove(&[]).expect("nor is nothing");
}

fn objects_come_back_as_they_went_in(bench: &Bench) {
    let objects: Vec<_> =
        (0..).zip([0, 1, 63, 64, 65, 300, 200_000]).map(|(n, bytes)| Object::new(n * 30, n, bytes)).collect();
    for (number, object) in objects.iter().enumerate() {
        // The last ones together, the others one by one.
        if number < 4 {
            assert_eq!(bench.put(std::slice::from_ref(object)), [Put::Stored]);
        }
    }
    assert!(bench.put(&objects[4..]).iter().all(|put| *put == Put::Stored));
    for object in &objects {
        bench.assert_holds(object);
        let open = bench.store.open(&object.name).expect("a store that opens").expect("it is there");
        let size = object.bytes.len();
        assert_eq!(open.size(), crate::hash::length(&object.bytes));
        for (from, to) in [(0, 1), (7, 64), (size - 32, size), (size, size), (size / 2, size)] {
            let mut part = vec![0; to - from];
            open.read_exact_at(crate::hash::length(&object.bytes[..from]), &mut part).expect("within it");
            assert_eq!(part, object.bytes[from..to]);
        }
        let end = crate::hash::length(&object.bytes);
        assert!(open.read_exact_at(end, &mut [0]).is_err(), "nothing lies behind the end");
        assert!(open.read_exact_at(end - 1, &mut [0; 2]).is_err());
        assert!(open.read_exact_at(u64::MAX, &mut [0; 2]).is_err());
    }
}

fn what_is_there_is_never_replaced(bench: &Bench) {
    let (first, second, other) = (Object::new(1, 1, 100), Object::new(2, 2, 200), Object::new(3, 3, 300));
    assert_eq!(bench.put(std::slice::from_ref(&first)), [Put::Stored]);
    assert_eq!(bench.put(&[other.clone(), second.named(&first)]), [Put::Stored, Put::Taken]);
    bench.assert_holds(&first);
    bench.assert_holds(&other);
    assert_eq!(bench.put(&[second.named(&other), second.named(&first)]), [Put::Taken, Put::Taken]);
    assert_eq!(bench.names(), [first.name, other.name]);
    bench.assert_holds(&other);
}

fn names_are_listed_in_order_by_the_page(bench: &Bench) {
    let mut objects: Vec<_> = (0..40).map(|n| Object::new(n % 5 * 60, n, usize::from(n))).collect();
    assert!(bench.put(&objects[..30]).iter().all(|put| *put == Put::Stored));
    assert!(objects[30..].iter().all(|object| bench.put(std::slice::from_ref(object)) == [Put::Stored]));
    objects.sort_by_key(|object| object.name);
    let sorted: Vec<_> = objects.iter().map(|object| object.name).collect();
    assert_eq!(bench.names(), sorted);
    for limit in [1, 3, 40] {
        let mut listed: Vec<ObjectName> = Vec::new();
        loop {
            let page = bench.store.names_after(listed.last(), limit).expect("a store that lists");
            assert!(page.len() <= limit);
            if page.is_empty() {
                break;
            }
            listed.extend(page);
        }
        assert_eq!(listed, sorted, "by {limit}");
    }
    // What is asked for need not be there.
    let between = ObjectName::from_bytes([61; 32]);
    let after: Vec<_> = sorted.iter().copied().filter(|name| *name > between).collect();
    assert_eq!(bench.store.names_after(Some(&between), 1000).expect("a store that lists"), after);
}

fn what_is_removed_is_gone_and_may_come_again(bench: &Bench) {
    let objects: Vec<_> = (0..10).map(|n| Object::new(n * 20, n, usize::from(n) * 30)).collect();
    assert!(bench.put(&objects).iter().all(|put| *put == Put::Stored));
    let missing = Object::new(255, 99, 0).name;
    bench.store.remove(&[objects[2].name, missing, objects[7].name]).expect("a store that removes");
    for (number, object) in objects.iter().enumerate() {
        if number == 2 || number == 7 { bench.assert_lacks(&object.name) } else { bench.assert_holds(object) }
    }
    assert_eq!(bench.names().len(), 8);
    let again = Object::new(9, 77, 500).named(&objects[2]);
    assert_eq!(bench.put(std::slice::from_ref(&again)), [Put::Stored]);
    bench.assert_holds(&again);
    let all = bench.names();
    bench.store.remove(&all).expect("a store that removes");
    assert!(bench.names().is_empty());
}

fn many_small_objects_are_put_at_once(bench: &Bench) {
    let objects: Vec<_> = (0..100).map(|n| Object::new(n, n, usize::from(n) * 3)).collect();
    assert!(bench.put(&objects).iter().all(|put| *put == Put::Stored));
    for object in &objects {
        bench.assert_holds(object);
    }
    let (gone, kept) = objects.split_at(60);
    bench
        .store
        .remove(&gone.iter().map(|object| object.name).collect::<Vec<_>>())
        .expect("a store that removes");
    assert_eq!(bench.names(), kept.iter().map(|object| object.name).collect::<Vec<_>>());
    for object in kept {
        bench.assert_holds(object);
    }
}

fn a_copy_has_what_is_there_and_what_came_anew(bench: &Bench) {
    let objects: Vec<_> = (0..20).map(|n| Object::new(n * 10, n, usize::from(n) * 30)).collect();
    assert!(bench.put(&objects).iter().all(|put| *put == Put::Stored));
    let copy = SimDisk::new();
    let copy_to = || bench.store.copy_to(&copy).expect("a store that copies");
    assert_eq!((copy_to(), copy_to()), (20, 0), "nothing is copied twice");
    bench.store.remove(&[objects[3].name, objects[4].name, objects[19].name]).expect("a store that removes");
    // Of the same length, as content that was taken in anew.
    let again: Vec<_> =
        [90, 120].iter().zip(&objects[3..]).map(|(n, object)| Object::new(1, 77, *n).named(object)).collect();
    assert!(again.iter().all(|object| bench.put(std::slice::from_ref(object)) == [Put::Stored]));
    assert_eq!((copy_to(), copy_to()), (2, 0), "what came anew is copied");
    let store: Box<dyn ObjectStore> =
        Box::new(super::FolderStore::open(Arc::new(copy)).expect("a disk that works"));
    let copied = Bench { disk: Arc::clone(&bench.disk), store, count: Cell::new(0) };
    for object in objects.iter().take(3).chain(&again).chain(&objects[5..]) {
        copied.assert_holds(object);
    }
    assert_eq!(copied.names().len(), 20, "what was removed here stays there");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::FolderStore;

    #[test]
    fn the_folder_of_a_disk_conforms() {
        all(|| {
            let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
            let store = FolderStore::open(Arc::clone(&disk)).unwrap();
            (disk, Box::new(store))
        });
    }

    #[test]
    fn the_folder_of_this_machine_conforms() {
        let folders = std::cell::RefCell::new(Vec::new());
        all(|| {
            let folder = tempfile::tempdir().unwrap();
            let disk: Arc<dyn Disk> = Arc::new(comity_disk::RealDisk::open(folder.path()).unwrap());
            folders.borrow_mut().push(folder);
            let store = FolderStore::open(Arc::clone(&disk)).unwrap();
            (disk, Box::new(store))
        });
    }
}

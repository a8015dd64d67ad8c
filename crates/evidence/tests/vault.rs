//! The vault as `casework` uses it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read as _, Seek as _, SeekFrom};
use std::sync::Arc;

use comity_disk::{DiskError, DiskPath, Fault, SimDisk};
use comity_evidence::vault::{Damage, FolderStore, ObjectStore, Put, ReadObject, Sealed, StoreError};
use comity_evidence::{
    Digests, Holder, Intake, KeyRing, Limits, NoKeys, ObjectName, Stored, Vault, VaultError,
};
use comity_record::key::SecretKey;
use comity_record::testing::Counting;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::{intake, path, tree, vault};

/// For whom the tests store.
pub const CASE: Holder = [1; 16];

#[derive(Default)]
struct Ring(BTreeMap<ObjectName, [u8; 32]>);

impl Ring {
    fn of<'a>(stored: impl IntoIterator<Item = &'a Stored>) -> Self {
        Self(stored.into_iter().map(|s| (s.name, *s.key.expose())).collect())
    }
}

impl KeyRing for Ring {
    fn holder(&self) -> Holder {
        CASE
    }

    fn key_of(&self, name: &ObjectName) -> Option<SecretKey> {
        self.0.get(name).copied().map(SecretKey::from_bytes)
    }
}

/// Where an object lies.
pub fn object_path(name: &ObjectName) -> DiskPath {
    let name = name.to_string();
    path(&format!("objects/{}/{name}", &name[..2]))
}

/// A store that carries what it is given to another disk, as one elsewhere does.
pub struct Carried(pub FolderStore, pub SimDisk);

impl ObjectStore for Carried {
    fn put(&self, objects: &[Sealed<'_>]) -> Result<Vec<Put>, StoreError> {
        objects
            .iter()
            .map(|object| {
                let (name, from) = (object_path(object.name()), object.open()?);
                if self.0.holds(object.name())? {
                    return Ok(Put::Taken);
                }
                let mut bytes = vec![0; usize::try_from(from.size()).unwrap()];
                from.read_exact_at(0, &mut bytes)?;
                comity_disk::write_durable(&self.1, &name, &bytes)?;
                Ok(Put::Stored)
            })
            .collect()
    }

    fn holds(&self, name: &ObjectName) -> Result<bool, StoreError> {
        self.0.holds(name)
    }

    fn open(&self, name: &ObjectName) -> Result<Option<Box<dyn ReadObject>>, StoreError> {
        self.0.open(name)
    }

    fn names_after(&self, after: Option<&ObjectName>, limit: usize) -> Result<Vec<ObjectName>, StoreError> {
        self.0.names_after(after, limit)
    }

    fn remove(&self, names: &[ObjectName]) -> Result<(), StoreError> {
        Ok(names.iter().try_for_each(|name| comity_disk::Disk::remove(&self.1, &object_path(name)))?)
    }
}

fn second(at: i64) -> Timestamp {
    Timestamp::from_second(at).unwrap()
}

#[test]
fn what_was_stored_is_read_back_whole_and_by_range() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    for length in [0, 1, 63, 64, 65, 128, 1000] {
        let plain: Vec<u8> = (0..=255).cycle().take(length).collect();
        let stored = vault.add(&mut plain.as_slice(), "x", &mut intake(), &NoKeys(CASE)).unwrap();
        assert_eq!(stored.digests, Digests::of(&plain));
        assert_eq!(vault.verify(CASE, &stored.name, &stored.key).unwrap(), stored.digests);
        let mut reader = vault.read(&stored.name, &stored.key).unwrap();
        let mut read = Vec::new();
        reader.read_to_end(&mut read).unwrap();
        assert_eq!(read, plain);
        for (from, to) in [(0, 10), (60, 70), (64, 64), (63, 900), (length, 2000)] {
            let range = vault
                .read_range(&stored.name, &stored.key, u64::try_from(from).unwrap(), to - from.min(to))
                .unwrap();
            assert_eq!(*range, plain[from.min(length)..to.max(from).min(length)], "{from}..{to} of {length}");
        }
        reader.seek(SeekFrom::End(-i64::try_from(length.min(5)).unwrap())).unwrap();
        read.clear();
        reader.read_to_end(&mut read).unwrap();
        assert_eq!(read, plain[length - length.min(5)..]);
    }
}

#[test]
fn the_disk_shows_neither_content_nor_digest() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let plain = vec![b'S'; 500];
    let stored = vault.add(&mut plain.as_slice(), "secret plans.txt", &mut intake(), &NoKeys(CASE)).unwrap();
    drop(vault);
    for (path, bytes) in tree(&disk, &DiskPath::root()) {
        assert!(!path.contains(&stored.digests.sha256.to_string()));
        assert!(!path.contains("secret"));
        assert!(!bytes.windows(8).any(|w| w == [b'S'; 8]), "{path} holds plain bytes");
        for hidden in
            [stored.digests.sha256.as_bytes(), stored.digests.blake3.as_bytes(), stored.key.expose()]
        {
            assert!(!bytes.windows(32).any(|w| w == hidden), "{path} tells what is held");
        }
    }
    assert!(!format!("{stored:?}").contains(&format!("{:?}", stored.key.expose())));
}

#[test]
fn the_same_content_is_held_once_for_who_can_open_it() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let first = vault.add(&mut &b"same"[..], "a", &mut intake(), &NoKeys(CASE)).unwrap();
    let again = vault.add(&mut &b"same"[..], "b", &mut intake(), &Ring::of([&first])).unwrap();
    assert!(again.was_held && !first.was_held);
    assert_eq!((again.name, again.ciphertext), (first.name, first.ciphertext));
    assert_eq!(again.key.expose(), first.key.expose());
    assert_eq!(vault.names().unwrap(), [first.name]);
    // Whoever cannot open it gets a copy of his own, and both stay readable.
    let other = vault.add(&mut &b"same"[..], "c", &mut intake(), &NoKeys(CASE)).unwrap();
    assert!(!other.was_held);
    assert_ne!(other.name, first.name);
    vault.verify(CASE, &first.name, &first.key).unwrap();
    vault.verify(CASE, &other.name, &other.key).unwrap();
    let ring = Ring::of([&other]);
    assert_eq!(vault.add(&mut &b"same"[..], "d", &mut intake(), &ring).unwrap().name, other.name);
    // A ring with a wrong key is as good as none.
    let wrong = Ring(BTreeMap::from([(first.name, [9; 32]), (other.name, [9; 32])]));
    assert!(!vault.add(&mut &b"same"[..], "e", &mut intake(), &wrong).unwrap().was_held);
    assert_eq!(vault.names().unwrap().len(), 3);
}

#[test]
fn copies_are_taken_at_the_limit_and_refused_one_past_it() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    for _ in 0..comity_evidence::vault::MAX_COPIES {
        vault.add(&mut &b"same"[..], "a", &mut intake(), &NoKeys(CASE)).unwrap();
    }
    let refused = vault.add(&mut &b"same"[..], "a", &mut intake(), &NoKeys(CASE));
    assert!(matches!(refused, Err(VaultError::TooManyCopies { limit: 16 })));
    assert!(tree(&disk, &path("incoming")).is_empty());
}

#[test]
fn what_others_hold_is_never_in_the_way() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let mut names = BTreeSet::new();
    for case in 0..100 {
        let holder = [case; 16];
        let stored = vault.add(&mut &b"same"[..], "a", &mut intake(), &NoKeys(holder)).unwrap();
        assert!(!stored.was_held);
        assert_eq!(vault.verify(holder, &stored.name, &stored.key).unwrap(), stored.digests);
        assert!(names.insert(stored.name), "no name tells that two cases hold the same");
        let others = vault.verify([case + 1; 16], &stored.name, &stored.key);
        assert!(matches!(others, Err(VaultError::OtherContent { .. })));
    }
}

#[test]
fn what_somebody_was_given_is_not_removed_before_he_has_spoken_of_it() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let first = vault.add(&mut &b"same"[..], "a", &mut intake(), &NoKeys(CASE)).unwrap();
    let again = vault.add(&mut &b"same"[..], "a", &mut intake(), &Ring::of([&first])).unwrap();
    let name = first.name;
    assert!(again.was_held);
    drop(first);
    vault.remove_unheld([name]).unwrap();
    assert!(vault.holds(&name).unwrap(), "it was given a second time");
    drop(again.lease.clone());
    vault.remove_unheld([name]).unwrap();
    assert!(vault.holds(&name).unwrap());
    drop(again);
    vault.remove_unheld([name, name]).unwrap();
    assert!(!vault.holds(&name).unwrap());
}

#[test]
fn an_object_that_is_gone_from_the_disk_is_stored_anew_under_its_name() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let first = vault.add(&mut &b"same"[..], "a", &mut intake(), &NoKeys(CASE)).unwrap();
    comity_disk::Disk::remove(&disk, &object_path(&first.name)).unwrap();
    let again = vault.add(&mut &b"same"[..], "a", &mut intake(), &Ring::of([&first])).unwrap();
    assert_eq!((again.name, again.was_held), (first.name, false));
}

#[test]
fn a_damaged_copy_is_not_what_a_new_one_is_thrown_away_for() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let first = vault.add(&mut &[5; 300][..], "a", &mut intake(), &NoKeys(CASE)).unwrap();
    disk.damage(&object_path(&first.name), 100, 1).unwrap();
    let second = vault.add(&mut &[5; 300][..], "a", &mut intake(), &Ring::of([&first])).unwrap();
    assert!(!second.was_held);
    vault.verify(CASE, &second.name, &second.key).unwrap();
    assert!(matches!(
        vault.verify(CASE, &first.name, &first.key),
        Err(VaultError::DoesNotOpen { offset: 64, .. })
    ));
}

#[test]
fn a_wrong_key_a_cut_object_and_a_swapped_one_are_told_apart() {
    use comity_disk::Disk as _;
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let a = vault.add(&mut &[1; 300][..], "a", &mut intake(), &NoKeys(CASE)).unwrap();
    let b = vault.add(&mut &[2; 300][..], "b", &mut intake(), &NoKeys(CASE)).unwrap();
    assert!(matches!(vault.verify(CASE, &a.name, &b.key), Err(VaultError::DoesNotOpen { offset: 0, .. })));
    let missing: ObjectName = "0".repeat(64).parse().unwrap();
    assert!(matches!(vault.read(&missing, &a.key), Err(VaultError::Missing { .. })));
    // The object of b under the name of a, with the key of b: it opens, and is not what the name stands for.
    disk.rename(&object_path(&b.name), &object_path(&a.name)).unwrap();
    assert!(matches!(vault.verify(CASE, &a.name, &b.key), Err(VaultError::OtherContent { .. })));
    disk.open(&object_path(&a.name)).unwrap().truncate(20).unwrap();
    assert!(matches!(vault.verify(CASE, &a.name, &b.key), Err(VaultError::Malformed { .. })));
    disk.open(&object_path(&a.name)).unwrap().truncate(3).unwrap();
    assert!(matches!(vault.verify(CASE, &a.name, &b.key), Err(VaultError::Malformed { .. })));
}

#[test]
fn scrubbing_needs_no_key_finds_damage_and_goes_on_where_it_stopped() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let mut names: Vec<_> = (0..10_u8)
        .map(|n| vault.add(&mut &[n; 200][..], "x", &mut intake(), &NoKeys(CASE)).unwrap().name)
        .collect();
    names.sort_unstable();
    assert!(vault.scrub(None, u64::MAX).unwrap().damaged.is_empty());
    disk.damage(&object_path(&names[2]), 150, 0x80).unwrap();
    disk.break_reads(&object_path(&names[5])).unwrap();
    {
        use comity_disk::Disk as _;
        disk.open(&object_path(&names[8])).unwrap().truncate(10).unwrap();
    }
    let (mut next, mut damaged, mut objects, mut runs) = (None, Vec::new(), 0, 0);
    loop {
        let report = vault.scrub(next.as_ref(), 500).unwrap();
        damaged.extend(report.damaged);
        objects += report.objects;
        runs += 1;
        next = report.next;
        if next.is_none() {
            break;
        }
    }
    assert_eq!(objects, 10);
    assert!(runs > 2);
    assert_eq!(damaged.iter().map(|d| d.name).collect::<Vec<_>>(), [names[2], names[5], names[8]]);
    assert!(matches!(damaged[0].damage, Damage::Decayed));
    assert!(matches!(damaged[1].damage, Damage::Unreadable(StoreError::Disk(DiskError::Failed { .. }))));
    assert!(matches!(damaged[2].damage, Damage::Malformed));
}

#[test]
fn every_damaged_byte_is_found_by_scrubbing() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let stored = vault.add(&mut &[7; 100][..], "x", &mut intake(), &NoKeys(CASE)).unwrap();
    let at = object_path(&stored.name);
    let size = 16 + 100 + 2 * 16 + 32;
    for offset in 0..size {
        disk.damage(&at, offset, 0x10).unwrap();
        assert_eq!(vault.scrub(None, u64::MAX).unwrap().damaged.len(), 1, "byte {offset}");
        disk.damage(&at, offset, 0x10).unwrap();
    }
    assert!(disk.damage(&at, size, 1).is_err());
    assert!(vault.scrub(None, u64::MAX).unwrap().damaged.is_empty());
}

#[test]
fn orphans_are_swept_after_their_grace_time_and_not_before() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let kept = vault.add(&mut &b"kept"[..], "x", &mut intake(), &NoKeys(CASE)).unwrap();
    let orphan = vault.add(&mut &b"orphan"[..], "x", &mut intake(), &NoKeys(CASE)).unwrap();
    let live = BTreeSet::from([kept.name]);
    let grace = SignedDuration::from_secs(100);
    let sweep = |at| vault.sweep(&live, second(at), grace).unwrap();
    assert_eq!(sweep(1000).waiting, [orphan.name]);
    assert_eq!(sweep(1099).removed, []);
    // A clock that ran back removes nothing early.
    assert_eq!(sweep(500).removed, []);
    assert_eq!(sweep(1100).removed, [orphan.name]);
    assert!(!vault.holds(&orphan.name).unwrap());
    assert_eq!(sweep(9999).removed, []);
    vault.verify(CASE, &kept.name, &kept.key).unwrap();
}

#[test]
fn an_orphan_that_is_given_out_again_has_its_grace_time_anew() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let first = vault.add(&mut &b"x"[..], "x", &mut intake(), &NoKeys(CASE)).unwrap();
    let grace = SignedDuration::from_secs(100);
    let nobody = BTreeSet::new();
    vault.sweep(&nobody, second(1000), grace).unwrap();
    // Given out again just before its time is over, while the sweeper works with a list from before.
    assert!(vault.add(&mut &b"x"[..], "x", &mut intake(), &Ring::of([&first])).unwrap().was_held);
    assert_eq!(vault.sweep(&nobody, second(1200), grace).unwrap().removed, []);
    assert_eq!(vault.sweep(&nobody, second(1300), grace).unwrap().removed, [first.name]);
}

#[test]
fn one_vault_is_open_once() {
    let disk = SimDisk::new();
    let entropy = Arc::<Counting>::default();
    let open = vault(&disk, &entropy);
    let again =
        comity_evidence::Vault::open(Arc::new(disk.clone()), SecretKey::from_bytes([1; 32]), entropy.clone());
    assert!(matches!(again, Err(VaultError::Disk(DiskError::Locked { .. }))));
    drop(open);
    vault(&disk, &entropy);
}

#[test]
fn a_failing_or_full_disk_changes_nothing() {
    let begin = || {
        let disk = SimDisk::new();
        let vault = vault(&disk, &Arc::default());
        let kept = vault.add(&mut &b"kept"[..], "x", &mut intake(), &NoKeys(CASE)).unwrap();
        (disk, vault, kept)
    };
    let steps = {
        let (disk, vault, _) = begin();
        let before = disk.operations();
        vault.add(&mut &[3; 400][..], "y", &mut intake(), &NoKeys(CASE)).unwrap();
        disk.operations() - before
    };
    assert!(steps > 10);
    for fault in [Fault::Full, Fault::Io] {
        for operation in 0..steps {
            let (disk, vault, kept) = begin();
            disk.fail_at(disk.operations() + operation, fault);
            let added = vault.add(&mut &[3; 400][..], "y", &mut intake(), &NoKeys(CASE));
            let damaged = vault.scrub(None, u64::MAX).unwrap().damaged;
            assert!(damaged.is_empty(), "{fault:?} at {operation}: {damaged:?}");
            vault.verify(CASE, &kept.name, &kept.key).unwrap();
            assert!(matches!(added, Err(VaultError::Disk(_))), "{fault:?} at {operation}");
            assert_eq!(vault.names().unwrap(), [kept.name]);
            assert!(tree(&disk, &path("incoming")).is_empty(), "{fault:?} at {operation}");
            // The next attempt succeeds.
            let again = vault.add(&mut &[3; 400][..], "y", &mut intake(), &NoKeys(CASE)).unwrap();
            vault.verify(CASE, &again.name, &again.key).unwrap();
        }
    }
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    disk.set_capacity(Some(1000));
    let full = vault.add(&mut &[3; 4000][..], "y", &mut intake(), &NoKeys(CASE));
    assert!(matches!(full, Err(VaultError::Disk(DiskError::Full { .. }))));
    assert!(vault.names().unwrap().is_empty());
    vault.add(&mut &[3; 400][..], "y", &mut intake(), &NoKeys(CASE)).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_range_of_any_content_comes_back(plain in proptest::collection::vec(any::<u8>(), 0..600), from in 0_usize..700, length in 0_usize..700) {
        let vault = vault(&SimDisk::new(), &Arc::default());
        let stored = vault.add(&mut plain.as_slice(), "x", &mut intake(), &NoKeys(CASE)).unwrap();
        let range = vault.read_range(&stored.name, &stored.key, u64::try_from(from).unwrap(), length).unwrap();
        let end = plain.len().min(from.saturating_add(length));
        prop_assert_eq!(&range[..], plain.get(from.min(end)..end).unwrap());
    }
}

#[test]
fn objects_are_copied_as_they_lie_and_open_from_the_copy() {
    let (disk, copy) = (SimDisk::new(), SimDisk::new());
    let entropy = Arc::new(Counting::default());
    let naming = || SecretKey::from_bytes([3; 32]);
    let vault = Vault::open(Arc::new(disk.clone()), naming(), entropy.clone()).unwrap();
    let mut intake = Intake::new(Limits::default());
    let first = vault.add(&mut &b"seized"[..], "a", &mut intake, &NoKeys(CASE)).unwrap();
    vault.add(&mut &b"other"[..], "b", &mut intake, &NoKeys(CASE)).unwrap();
    assert_eq!(comity_evidence::vault::copy_objects(&disk, &copy).unwrap(), 2);
    assert_eq!(comity_evidence::vault::copy_objects(&disk, &copy).unwrap(), 0, "nothing is copied twice");
    let copy = copy.power_cut(1);
    let restored = Vault::open(Arc::new(copy), naming(), entropy).unwrap();
    assert_eq!(&restored.read_range(&first.name, &first.key, 0, 100).unwrap()[..], b"seized");
}

#[test]
fn a_vault_over_another_store_keeps_objects_there_and_the_rest_on_its_disk() {
    let (disk, elsewhere, copy) = (SimDisk::new(), SimDisk::new(), SimDisk::new());
    let entropy = Arc::new(Counting::default());
    // Stands for a store elsewhere: what is staged on the one disk lies on the other afterwards.
    let store = Carried(FolderStore::open(Arc::new(elsewhere.clone())).unwrap(), elsewhere.clone());
    let vault =
        Vault::open_over(Box::new(store), Arc::new(disk.clone()), SecretKey::from_bytes([3; 32]), entropy)
            .unwrap();
    let stored = vault.add(&mut &b"seized"[..], "a", &mut intake(), &NoKeys(CASE)).unwrap();
    assert_eq!(vault.verify(CASE, &stored.name, &stored.key).unwrap(), stored.digests);
    assert!(
        tree(&disk, &DiskPath::root()).iter().all(|(path, _)| path == "vault.lock"),
        "nothing is left staged"
    );
    assert!(!tree(&elsewhere, &path("objects")).is_empty());
    assert_eq!(vault.copy_objects(&copy).unwrap(), 1);
    assert_eq!(vault.copy_objects(&copy).unwrap(), 0);
    let name = stored.name;
    drop(stored);
    vault.remove_unheld([name]).unwrap();
    assert!(vault.names().unwrap().is_empty());
    assert_eq!(vault.copy_objects(&copy).unwrap(), 0, "what was removed here stays there");
    let anew = vault.add(&mut &b"seized"[..], "a", &mut intake(), &NoKeys(CASE)).unwrap();
    assert_eq!(anew.name, name);
    assert_eq!(vault.copy_objects(&copy).unwrap(), 1, "what came anew takes its place");
    drop(vault);
    let copied = Vault::open(Arc::new(copy), SecretKey::from_bytes([3; 32]), Arc::new(Counting::default()));
    assert_eq!(copied.unwrap().verify(CASE, &name, &anew.key).unwrap(), anew.digests);
}

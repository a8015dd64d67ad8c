//! Small files of a folder, which lie in packs.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use comity_disk::{Disk as _, DiskError, DiskPath, Fault, SimDisk};
use comity_evidence::vault::{
    Damage, FolderStore, ObjectStore as _, PACKED_FROM, Rounds, StoreError, copy_objects,
};
use comity_evidence::{Holder, KeyRing, NoKeys, ObjectName, StoredFolder, Vault, VaultError};
use comity_record::key::SecretKey;
use comity_record::testing::Counting;
use jiff::{SignedDuration, Timestamp};

use crate::vault::{CASE, Carried};
use crate::{intake, path, tree, vault};

const CUTS: u64 = 500;

/// What the journal would hold.
#[derive(Default)]
struct Ring(BTreeMap<ObjectName, [u8; 32]>);

impl Ring {
    fn of(folder: &StoredFolder) -> Self {
        Self(folder.files.iter().map(|file| (file.object.name, *file.object.key.expose())).collect())
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

/// Files of up to `largest` bytes, each of another content but for a few.
fn folder(files: usize, largest: usize) -> tempfile::TempDir {
    use std::io::Write as _;
    let folder = tempfile::tempdir().unwrap();
    for number in 0..files {
        let byte = u8::try_from(number.min(files - 2)).unwrap();
        let bytes = vec![byte; usize::from(byte) * 7 % (largest + 1)];
        let mut file = std::fs::File::create(folder.path().join(format!("{number:03}"))).unwrap();
        file.write_all(&bytes).unwrap();
    }
    folder
}

/// As many small files as make several packs in the vaults of these tests, and some that are no small ones.
fn mixed() -> tempfile::TempDir {
    folder(30, 90)
}

fn add(vault: &Vault, folder: &tempfile::TempDir) -> Result<StoredFolder, VaultError> {
    vault.add_folder(folder.path(), &mut intake(), &NoKeys(CASE))
}

fn packs(disk: &SimDisk) -> Vec<DiskPath> {
    let listed = disk.list(&path("objects/packed")).unwrap_or_default();
    listed.iter().map(|entry| path("objects/packed").join(&entry.name).unwrap()).collect()
}

fn assert_opens(vault: &Vault, stored: &StoredFolder, but: &BTreeSet<ObjectName>, when: &str) {
    for object in stored.files.iter().map(|file| &file.object).filter(|object| !but.contains(&object.name)) {
        let verified = vault.verify(CASE, &object.name, &object.key);
        assert_eq!(verified.unwrap_or_else(|e| panic!("{when}: {e}")), object.digests, "{when}");
    }
}

fn assert_whole(vault: &Vault, when: &str) {
    let found = vault.scrub(None, u64::MAX).unwrap();
    assert!(found.damaged.is_empty() && found.misplaced.is_empty(), "{when}: {found:?}");
}

/// The names of every second object.
fn half(stored: &StoredFolder) -> BTreeSet<ObjectName> {
    stored.files.iter().step_by(2).map(|file| file.object.name).collect()
}

#[test]
fn small_files_of_a_folder_lie_in_packs_and_are_read_like_others() {
    let (disk, entropy) = (SimDisk::new(), Arc::default());
    let folder = mixed();
    let open = vault(&disk, &entropy);
    let stored = add(&open, &folder).unwrap();
    let names: BTreeSet<_> = stored.files.iter().map(|file| file.object.name).collect();
    assert_eq!((stored.files.len(), names.len()), (30, 27), "three of the files have the content of others");
    let alone = tree(&disk, &path("objects")).len() - packs(&disk).len();
    assert!(packs(&disk).len() > 2 && alone > 2, "{} packs, {alone} others", packs(&disk).len());
    assert!(tree(&disk, &path("incoming")).is_empty());
    drop(open);
    let open = vault(&disk, &entropy);
    assert_eq!(open.names().unwrap(), names.iter().copied().collect::<Vec<_>>());
    assert_opens(&open, &stored, &BTreeSet::new(), "opened again");
    for file in &stored.files {
        let object = &file.object;
        assert!(open.holds(&object.name).unwrap());
        let range = open.read_range(&object.name, &object.key, 3, 10).unwrap();
        assert_eq!(range.len(), usize::try_from(object.digests.size.saturating_sub(3).min(10)).unwrap());
    }
    // By the page, as scrubbing goes.
    let (mut next, mut objects) = (None, 0);
    loop {
        let report = open.scrub(next.as_ref(), 300).unwrap();
        assert!(report.damaged.is_empty());
        objects += report.objects;
        next = report.next;
        if next.is_none() {
            break;
        }
    }
    assert_eq!(objects, 27);
}

#[test]
fn packs_begin_at_so_many_files_and_not_one_below() {
    for (files, packed) in [(PACKED_FROM - 1, false), (PACKED_FROM, true)] {
        let disk = SimDisk::new();
        add(&vault(&disk, &Arc::default()), &folder(files, 20)).unwrap();
        assert_eq!(!packs(&disk).is_empty(), packed, "{files} files");
    }
}

#[test]
fn a_pack_tells_neither_content_nor_digest_nor_path() {
    let disk = SimDisk::new();
    let stored = add(&vault(&disk, &Arc::default()), &folder(100, 64)).unwrap();
    for (path, bytes) in tree(&disk, &DiskPath::root()) {
        for object in stored.files.iter().map(|file| &file.object) {
            for hidden in
                [object.digests.sha256.as_bytes(), object.digests.blake3.as_bytes(), object.key.expose()]
            {
                assert!(!bytes.windows(32).any(|w| w == hidden), "{path}");
            }
        }
        assert!(
            !bytes.windows(20).any(|w| w.iter().all(|byte| *byte == w[0] && *byte != 0)),
            "{path}: plain bytes"
        );
    }
}

#[test]
fn what_is_held_is_not_packed_again_and_what_others_hold_is() {
    let (disk, entropy, folder) = (SimDisk::new(), Arc::default(), mixed());
    let vault = vault(&disk, &entropy);
    let first = add(&vault, &folder).unwrap();
    let files = tree(&disk, &path("objects")).len();
    let again = vault.add_folder(folder.path(), &mut intake(), &Ring::of(&first)).unwrap();
    assert!(again.files.iter().all(|file| file.object.was_held));
    assert_eq!(tree(&disk, &path("objects")).len(), files, "nothing was written");
    // Without the keys each is stored under the next name, where some of the names are free and some are taken.
    for _ in 0..3 {
        vault.remove_unheld([again.files[4].object.name]).unwrap();
        let other = add(&vault, &folder).unwrap();
        assert_opens(&vault, &other, &BTreeSet::new(), "stored beside");
        assert_opens(&vault, &first, &BTreeSet::new(), "stored first");
        assert_whole(&vault, "stored beside");
    }
    assert!(tree(&disk, &path("incoming")).is_empty());
    let names = vault.names().unwrap();
    let distinct: BTreeSet<_> = names.iter().collect();
    assert_eq!((names.len(), distinct.len()), (4 * 27, 4 * 27));
}

#[test]
fn a_part_of_a_folder_that_others_hold_goes_under_other_names() {
    let (disk, entropy) = (SimDisk::new(), Arc::default());
    let open = vault(&disk, &entropy);
    let small = folder(20, 60);
    let part = add(&open, &small).unwrap();
    let all = add(&open, &folder(40, 60)).unwrap();
    drop(open);
    let open = vault(&disk, &entropy);
    for stored in [&part, &all] {
        assert_opens(&open, stored, &BTreeSet::new(), "opened again");
    }
    assert_whole(&open, "opened again");
}

#[test]
fn what_is_removed_leaves_the_disk_and_the_rest_stays() {
    let (disk, entropy) = (SimDisk::new(), Arc::default());
    let open = vault(&disk, &entropy);
    let stored = add(&open, &folder(60, 60)).unwrap();
    let doomed = half(&stored);
    let sealed: Vec<Vec<u8>> = doomed.iter().map(|name| raw(&disk, name)).collect();
    let files = forget_leases(stored);
    open.remove_unheld(doomed.iter().copied()).unwrap();
    assert_whole(&open, "removed");
    let check = |open: &Vault| {
        assert!(doomed.iter().all(|name| !open.holds(name).unwrap()));
        for (name, key) in files.iter().filter(|(name, _)| !doomed.contains(name)) {
            open.verify(CASE, name, &SecretKey::from_bytes(*key)).unwrap();
        }
    };
    check(&open);
    drop(open);
    // A name that something was staged under may come back, until the vault is opened.
    let disk = disk.power_cut(1);
    drop(vault(&disk, &entropy));
    let disk = disk.power_cut(2);
    for (path, bytes) in tree(&disk, &DiskPath::root()) {
        for sealed in &sealed {
            assert!(!bytes.windows(sealed.len()).any(|w| w == sealed), "{path} has removed bytes");
        }
    }
    let open = vault(&disk, &entropy);
    check(&open);
    // The last ones take the packs with them.
    open.remove_unheld(files.iter().map(|(name, _)| *name)).unwrap();
    assert!(packs(&disk).is_empty() && open.names().unwrap().is_empty());
}

/// The sealed form of an object in a pack, as it lies on the disk.
fn raw(disk: &SimDisk, name: &ObjectName) -> Vec<u8> {
    for pack in packs(disk) {
        let bytes = disk.read(&pack, 1 << 20).unwrap();
        if let Some(at) = bytes.windows(32).position(|w| w == name.as_bytes()) {
            let size =
                usize::try_from(u32::from_be_bytes(bytes[at + 32..at + 36].try_into().unwrap())).unwrap();
            return bytes[at + 36..at + 36 + size].to_vec();
        }
    }
    panic!("it is in no pack")
}

/// The names and keys, without the leases.
#[expect(clippy::needless_pass_by_value, reason = "the leases end here")]
fn forget_leases(stored: StoredFolder) -> Vec<(ObjectName, [u8; 32])> {
    stored.files.iter().map(|file| (file.object.name, *file.object.key.expose())).collect()
}

#[test]
fn orphans_in_packs_are_swept_after_their_grace_time() {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let stored = add(&vault, &mixed()).unwrap();
    let doomed = half(&stored);
    let live: BTreeSet<_> =
        vault.names().unwrap().into_iter().filter(|name| !doomed.contains(name)).collect();
    let sweep = |at| {
        let now = Timestamp::from_second(at).unwrap();
        vault.sweep(&live, now, SignedDuration::from_secs(100)).unwrap()
    };
    assert_eq!(sweep(1000).waiting.len(), doomed.len());
    assert_eq!(sweep(1100).removed, doomed.iter().copied().collect::<Vec<_>>());
    assert_eq!(vault.names().unwrap(), live.into_iter().collect::<Vec<_>>());
    assert_opens(&vault, &stored, &doomed, "swept");
}

#[test]
fn a_folder_in_packs_is_whole_or_not_acknowledged_under_500_power_cuts() {
    let (folder, entropy) = (mixed(), Arc::<Counting>::default());
    let steps = steps(|vault| drop(add(vault, &folder)));
    let mut acknowledged = 0;
    for run in 0..CUTS {
        let disk = SimDisk::new();
        let open = vault(&disk, &entropy);
        disk.cut_at(disk.operations() + run % (steps + 3));
        let stored = add(&open, &folder);
        let disk = disk.power_cut(run);
        let found = vault(&disk, &entropy);
        assert_whole(&found, &format!("run {run}"));
        assert!(tree(&disk, &path("incoming")).is_empty());
        if let Ok(stored) = stored {
            acknowledged += 1;
            assert_opens(&found, &stored, &BTreeSet::new(), &format!("run {run}"));
        }
        // What stayed of a put that was cut is in nobody's way.
        let again = add(&found, &folder).unwrap();
        assert_opens(&found, &again, &BTreeSet::new(), &format!("run {run}, again"));
    }
    assert!((5..CUTS - 50).contains(&acknowledged), "{acknowledged} acknowledged");
}

/// How many operations of the disk some work on an empty vault takes.
fn steps(work: impl Fn(&Vault)) -> u64 {
    let disk = SimDisk::new();
    let vault = vault(&disk, &Arc::default());
    let before = disk.operations();
    work(&vault);
    disk.operations() - before
}

#[test]
fn a_removal_from_packs_takes_what_it_should_and_no_more_under_500_power_cuts() {
    let (folder, entropy) = (mixed(), Arc::<Counting>::default());
    let begin = || {
        let disk = SimDisk::new();
        let open = vault(&disk, &entropy);
        let stored = add(&open, &folder).unwrap();
        let doomed = half(&stored);
        (disk, open, stored, doomed)
    };
    let remove = |open: &Vault, doomed: &BTreeSet<ObjectName>| {
        let now = |at| Timestamp::from_second(at).unwrap();
        let live = open.names()?.into_iter().filter(|name| !doomed.contains(name)).collect();
        open.sweep(&live, now(0), SignedDuration::from_secs(9))?;
        open.sweep(&live, now(10), SignedDuration::from_secs(9)).map(|swept| swept.removed.len())
    };
    let steps = {
        let (disk, open, _, doomed) = begin();
        let before = disk.operations();
        assert_eq!(remove(&open, &doomed).unwrap(), doomed.len());
        disk.operations() - before
    };
    let (mut acknowledged, mut in_part) = (0, 0);
    for run in 0..CUTS {
        let (disk, open, stored, doomed) = begin();
        disk.cut_at(disk.operations() + run % (steps + 2));
        let removed = remove(&open, &doomed);
        let disk = disk.power_cut(run);
        let found = vault(&disk, &entropy);
        let when = format!("run {run}");
        assert_whole(&found, &when);
        let gone: BTreeSet<_> = doomed.iter().copied().filter(|name| !found.holds(name).unwrap()).collect();
        assert_opens(&found, &stored, &gone, &when);
        if removed.is_ok() {
            acknowledged += 1;
            assert_eq!(gone, doomed, "{when}: a removed object came back");
        } else {
            in_part += u32::from(!gone.is_empty() && gone != doomed);
        }
        remove(&found, &doomed).unwrap();
        assert_opens(&found, &stored, &doomed, &when);
        assert!(tree(&disk, &path("incoming")).is_empty());
    }
    assert!(acknowledged > 5 && in_part > 20, "{acknowledged} acknowledged, {in_part} in part");
}

#[test]
fn a_failing_or_full_disk_leaves_packs_as_they_are() {
    let (folder, other, entropy) = (mixed(), self::folder(25, 50), Arc::<Counting>::default());
    let begin = || {
        let disk = SimDisk::new();
        let open = vault(&disk, &entropy);
        let kept = open.add_folder(other.path(), &mut intake(), &NoKeys([2; 16])).unwrap();
        (disk, open, kept)
    };
    let steps = {
        let (disk, open, _) = begin();
        let before = disk.operations();
        add(&open, &folder).unwrap();
        disk.operations() - before
    };
    for fault in [Fault::Full, Fault::Io] {
        for operation in 0..steps {
            let (disk, open, kept) = begin();
            let names = open.names().unwrap();
            disk.fail_at(disk.operations() + operation, fault);
            let added = add(&open, &folder);
            let when = format!("{fault:?} at {operation}");
            assert!(matches!(added, Err(VaultError::Disk(_))), "{when}");
            assert_eq!(open.names().unwrap(), names, "{when}");
            assert_whole(&open, &when);
            // The next attempt succeeds, and neither it nor what was there is lost when the power goes then.
            let again = add(&open, &folder).unwrap();
            let found = vault(&disk.power_cut(operation), &entropy);
            assert_opens(&found, &again, &BTreeSet::new(), &when);
            for object in kept.files.iter().map(|file| &file.object) {
                assert_eq!(
                    found.verify([2; 16], &object.name, &object.key).unwrap(),
                    object.digests,
                    "{when}"
                );
            }
        }
    }
}

#[test]
fn what_comes_back_after_a_removal_on_a_failing_disk_is_in_nobodys_way() {
    let (folder, entropy) = (mixed(), Arc::<Counting>::default());
    for operation in 0..200 {
        let disk = SimDisk::new();
        let open = vault(&disk, &entropy);
        let files = forget_leases(add(&open, &folder).unwrap());
        let doomed: BTreeSet<_> = files.iter().step_by(2).map(|(name, _)| *name).collect();
        let before = disk.operations();
        disk.fail_at(before + operation, Fault::Io);
        let removed = open.remove_unheld(doomed.iter().copied());
        if disk.operations() <= before + operation {
            assert!(operation > 5 && removed.is_ok());
            return;
        }
        let again = add(&open, &folder).unwrap();
        let found = vault(&disk.power_cut(operation), &entropy);
        let when = format!("operation {operation}");
        assert_whole(&found, &when);
        assert_opens(&found, &again, &BTreeSet::new(), &when);
        for (name, key) in files.iter().filter(|(name, _)| !doomed.contains(name)) {
            found.verify(CASE, name, &SecretKey::from_bytes(*key)).unwrap_or_else(|e| panic!("{when}: {e}"));
        }
    }
    panic!("a removal takes fewer operations");
}

#[test]
fn every_damaged_byte_of_a_pack_is_found_and_the_other_objects_open() {
    let (disk, entropy) = (SimDisk::new(), Arc::default());
    let open = vault(&disk, &entropy);
    let stored = add(&open, &folder(16, 20)).unwrap();
    drop(open);
    for pack in packs(&disk) {
        let size = disk.metadata(&pack).unwrap().size;
        for offset in 0..size {
            disk.damage(&pack, offset, 0x10).unwrap();
            let open = vault(&disk, &entropy);
            let found = open.scrub(None, u64::MAX).unwrap();
            let hurt: BTreeSet<_> = found.damaged.iter().map(|damaged| damaged.name).collect();
            assert!(!hurt.is_empty() || !found.misplaced.is_empty(), "byte {offset} of {size}");
            assert!(hurt.len() <= 1, "byte {offset} of {size}: {found:?}");
            assert_opens(&open, &stored, &hurt, &format!("byte {offset} of {size}"));
            disk.damage(&pack, offset, 0x10).unwrap();
        }
    }
    assert_whole(&vault(&disk, &entropy), "all undone");
}

#[test]
fn a_damaged_index_is_reported_found_around_and_written_anew() {
    let (disk, entropy) = (SimDisk::new(), Arc::default());
    let open = vault(&disk, &entropy);
    let stored = add(&open, &mixed()).unwrap();
    let live: BTreeSet<_> = open.names().unwrap().into_iter().collect();
    let pack = &packs(&disk)[0];
    let size = disk.metadata(pack).unwrap().size;
    disk.damage(pack, size - 1, 1).unwrap();
    let sweep = |open: &Vault| {
        open.sweep(&live, Timestamp::from_second(0).unwrap(), SignedDuration::from_secs(9)).unwrap()
    };
    // Found while the vault is open, and by one that is opened then.
    let found = open.scrub(None, u64::MAX).unwrap();
    assert!(found.misplaced.len() > 2 && found.damaged.is_empty(), "no file is damaged: {found:?}");
    drop(open);
    let open = vault(&disk, &entropy);
    assert_eq!(open.scrub(None, u64::MAX).unwrap().misplaced, found.misplaced);
    assert_opens(&open, &stored, &BTreeSet::new(), "by its records");
    sweep(&open);
    assert_whole(&open, "mended");
    drop(open);
    let open = vault(&disk, &entropy);
    assert_whole(&open, "mended, opened again");
    assert_opens(&open, &stored, &BTreeSet::new(), "mended");
    // Reading the vault again in its rounds does the same, and tells of no damage to any file.
    disk.damage(pack, size - 1, 1).unwrap();
    let now = Timestamp::from_second(0).unwrap();
    let mut rounds = Rounds::default();
    let part = open.read_part(&mut rounds, now, u64::MAX, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(part.report.misplaced, found.misplaced);
    assert!(part.report.damaged.is_empty() && rounds.damaged.is_empty() && part.mended.is_empty());
    assert_whole(&open, "mended by a round");
    drop(open);
    // Where a record is damaged too, one object cannot be told. Nothing is thrown away.
    disk.damage(pack, size - 1, 1).unwrap();
    disk.damage(pack, 12 + 36, 1).unwrap();
    let open = vault(&disk, &entropy);
    assert_eq!(open.names().unwrap().len(), live.len() - 1);
    sweep(&open);
    assert_eq!(disk.metadata(pack).unwrap().size, size);
    disk.damage(pack, size - 1, 1).unwrap();
    disk.damage(pack, 12 + 36, 1).unwrap();
    drop(open);
    assert_opens(&vault(&disk, &entropy), &stored, &BTreeSet::new(), "as it was");
}

#[test]
fn a_pack_that_is_cut_or_cannot_be_read_or_is_gone_says_so() {
    let (disk, entropy) = (SimDisk::new(), Arc::default());
    let open = vault(&disk, &entropy);
    let stored = add(&open, &folder(16, 60)).unwrap();
    let pack = packs(&disk).remove(0);
    disk.break_reads(&pack).unwrap();
    let damaged = open.scrub(None, u64::MAX).unwrap().damaged;
    assert!(damaged.iter().any(|damaged| matches!(damaged.damage, Damage::Unreadable(_))));
    drop(open);
    // A disk that does not give a pack does not keep the vault from opening the others.
    let open = vault(&disk, &entropy);
    assert!(open.names().unwrap().len() > 2);
    disk.remove(&pack).unwrap();
    drop(open);
    let open = vault(&disk, &entropy);
    let missing = stored.files.iter().filter(|file| !open.holds(&file.object.name).unwrap());
    for object in missing.map(|file| &file.object) {
        assert!(matches!(open.read(&object.name, &object.key), Err(VaultError::Missing { .. })));
    }
    let pack = packs(&disk).remove(0);
    disk.open(&pack).unwrap().truncate(200).unwrap();
    assert!(!open.scrub(None, u64::MAX).unwrap().damaged.is_empty());
    drop(open);
    vault(&disk, &entropy).scrub(None, u64::MAX).unwrap();
}

#[test]
fn packs_are_copied_as_they_lie_and_what_came_anew_takes_the_place_of_what_was_destroyed() {
    let (disk, copy, entropy, folder) = (SimDisk::new(), SimDisk::new(), Arc::<Counting>::default(), mixed());
    let open = vault(&disk, &entropy);
    let files = forget_leases(add(&open, &folder).unwrap());
    assert_eq!(copy_objects(&disk, &copy).unwrap(), 27);
    assert_eq!(copy_objects(&disk, &copy).unwrap(), 0, "nothing is copied twice");
    // Destroyed, and taken in again: in packs, and one by one.
    open.remove_unheld(files.iter().map(|(name, _)| *name)).unwrap();
    let anew = add(&open, &folder).unwrap();
    assert_eq!(copy_objects(&disk, &copy).unwrap(), 27);
    let copy = copy.power_cut(1);
    assert_opens(&vault(&copy, &entropy), &anew, &BTreeSet::new(), "from the copy");
    open.remove_unheld(forget_leases(anew).iter().map(|(name, _)| *name)).unwrap();
    let one = open.add(&mut &[3; 21][..], "x", &mut intake(), &NoKeys(CASE)).unwrap();
    assert_eq!(copy_objects(&disk, &copy).unwrap(), 1);
    let copy = copy.power_cut(2);
    let found = vault(&copy, &entropy);
    assert_eq!(found.verify(CASE, &one.name, &one.key).unwrap(), one.digests);
    assert_eq!(found.names().unwrap().len(), 27, "what was removed here stays there");
    let full = SimDisk::new();
    full.set_capacity(Some(500));
    assert!(matches!(copy_objects(&copy, &full), Err(StoreError::Disk(DiskError::Full { .. }))));
}

/// A copy in which each object is a file, as that of a store elsewhere.
fn copied_as_files(disk: &SimDisk) -> SimDisk {
    let (copy, store) = (SimDisk::new(), FolderStore::open(Arc::new(disk.clone())).unwrap());
    Carried(store, disk.clone()).copy_to(&copy).unwrap();
    assert!(packs(&copy).is_empty());
    copy
}

#[test]
fn packs_take_the_place_of_files_and_no_power_cut_and_no_full_disk_takes_anything_from_a_copy() {
    let (disk, entropy) = (SimDisk::new(), Arc::default());
    let stored = add(&vault(&disk, &entropy), &mixed()).unwrap();
    let all = BTreeSet::new();
    let copy = copied_as_files(&disk);
    let used: usize = tree(&copy, &DiskPath::root()).iter().map(|(_, bytes)| bytes.len()).sum();
    copy.set_capacity(Some(u64::try_from(used).unwrap() + 100));
    assert!(matches!(copy_objects(&disk, &copy), Err(StoreError::Disk(DiskError::Full { .. }))));
    assert_opens(&vault(&copy.power_cut(1), &entropy), &stored, &all, "full");
    for cut in 0..CUTS {
        let copy = copied_as_files(&disk);
        copy.cut_at(copy.operations() + cut);
        let whole = copy_objects(&disk, &copy).is_ok();
        let copy = copy.power_cut(cut);
        assert_opens(&vault(&copy, &entropy), &stored, &all, &format!("cut {cut}"));
        if whole {
            assert!(cut > 20, "cuts came in the midst");
            assert_eq!(packs(&copy), packs(&disk));
            return;
        }
    }
    panic!("a copy takes fewer operations");
}

#[test]
fn what_has_decayed_does_not_take_the_place_of_what_was_copied_when_it_was_whole() {
    let (disk, entropy) = (SimDisk::new(), Arc::default());
    let stored = add(&vault(&disk, &entropy), &mixed()).unwrap();
    let copy = copied_as_files(&disk);
    let pack = &packs(&disk)[0];
    // The last byte of the first object of a pack: its record says how long it is.
    let bytes = disk.read(pack, 1 << 20).unwrap();
    let size = u32::from_be_bytes(bytes[44..48].try_into().unwrap());
    disk.damage(pack, u64::from(48 + size - 1), 1).unwrap();
    let in_packs: BTreeSet<_> = packs(&disk).into_iter().map(|pack| pack.as_str().to_owned()).collect();
    let files: Vec<_> = tree(&disk, &path("objects")).into_iter().map(|(path, _)| path).collect();
    let files: Vec<_> =
        files.iter().filter(|file| !in_packs.contains(*file)).map(|file| path(file)).collect();
    disk.damage(&files[0], disk.metadata(&files[0]).unwrap().size - 1, 1).unwrap();
    disk.open(&files[1]).unwrap().truncate(20).unwrap();
    disk.break_reads(&files[2]).unwrap();
    copy_objects(&disk, &copy).unwrap();
    assert_eq!(packs(&copy).len(), packs(&disk).len() - 1, "packs that are whole stay packs");
    assert_opens(&vault(&copy, &entropy), &stored, &BTreeSet::new(), "copied when it was whole");
    assert_eq!(copy_objects(&disk, &copy).unwrap(), 0);
}

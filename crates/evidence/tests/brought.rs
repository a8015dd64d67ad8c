//! Taking a folder into the vault in several sessions.

#![allow(clippy::disallowed_methods, reason = "what a test takes in need not survive a power cut")]

use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use comity_disk::{Disk as _, SimDisk};
use comity_evidence::vault::{Notes, StoredInSessions};
use comity_evidence::{
    Intake, IntakeError, Limits, NoKeys, ObjectName, Progress, Session, Vault, VaultError, seal_in_place,
};
use comity_record::testing::Counting;
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::vault::{CASE, object_path};
use crate::{intake, path, tree, vault};

/// So many bytes make a batch in these tests: two files of the folder.
const BATCH: u64 = 200;

/// Notes that are durable as soon as they are added, wherever they lie.
#[derive(Default)]
struct Kept(Vec<Zeroizing<Vec<u8>>>);

impl Notes for Kept {
    fn read(&mut self) -> Result<Vec<Zeroizing<Vec<u8>>>, VaultError> {
        Ok(self.0.clone())
    }

    fn add(&mut self, notes: &[Zeroizing<Vec<u8>>]) -> Result<(), VaultError> {
        self.0.extend_from_slice(notes);
        Ok(())
    }
}

fn folder() -> TempDir {
    folder_of(9, 100)
}

/// So many files of so many bytes.
fn folder_of(files: u8, bytes: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..files {
        fs::write(folder.path().join(format!("{number:02}.bin")), vec![number; bytes]).unwrap();
    }
    folder
}

fn add(
    vault: &Vault,
    folder: &Path,
    notes: &mut Kept,
    began: &str,
    intake: Intake<'_>,
) -> Result<StoredInSessions, VaultError> {
    let mut intake = intake.with_mark_bytes(BATCH);
    let session = Session { began, resume: true };
    vault.add_folder_in_sessions(folder, &mut intake, &NoKeys(CASE), notes, session)
}

/// Ends when so many bytes were read.
fn interrupted(vault: &Vault, folder: &Path, notes: &mut Kept, began: &str, bytes: u64) {
    let mut watch = |progress: Progress| {
        if progress.bytes > bytes { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let error = add(vault, folder, notes, began, Intake::watched(Limits::default(), &mut watch));
    assert!(matches!(error.unwrap_err(), VaultError::Intake(IntakeError::Stopped)));
}

/// What was taken in is the folder as it is, and every object opens. Gives which files were brought before.
fn is_whole(vault: &Vault, folder: &Path, stored: &StoredInSessions) -> Vec<bool> {
    let files = &stored.folder.files;
    assert_eq!(stored.folder.seal(), seal_in_place(folder, &mut intake()).unwrap());
    for file in files {
        let object = &file.object;
        assert_eq!(vault.verify(CASE, &object.name, &object.key).unwrap(), object.digests);
    }
    files.iter().map(|file| file.object.was_held).collect()
}

#[test]
fn files_that_were_brought_whole_are_not_read_from_their_source_again() {
    let (folder, disk, mut notes) = (folder(), SimDisk::new(), Kept::default());
    let entropy = Arc::<Counting>::default();
    let first = vault(&disk, &entropy);
    interrupted(&first, folder.path(), &mut notes, "monday", 550);
    drop(first);
    let again = vault(&disk, &entropy);
    assert_eq!(again.names().unwrap().len(), 4, "two batches of two");
    let stored = add(&again, folder.path(), &mut notes, "tuesday", intake()).unwrap();
    let held = is_whole(&again, folder.path(), &stored);
    assert_eq!(held, [true, true, true, true, false, false, false, false, false]);
    let told: Vec<_> = stored.sessions.iter().map(|session| (&*session.began, session.files)).collect();
    assert_eq!(told, [("monday", 4), ("tuesday", 5)]);
    assert!(tree(&disk, &path("incoming")).is_empty());
    // Their leases keep them while their entry is made.
    again.remove_unheld(stored.folder.files.iter().map(|file| file.object.name)).unwrap();
    is_whole(&again, folder.path(), &stored);
}

#[test]
fn what_is_small_is_taken_in_at_once_and_leaves_no_notes() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a"), b"a").unwrap();
    let (disk, mut notes) = (SimDisk::new(), Kept::default());
    let vault = vault(&disk, &Arc::default());
    let stored = add(&vault, folder.path(), &mut notes, "noon", intake()).unwrap();
    is_whole(&vault, folder.path(), &stored);
    assert_eq!((stored.sessions.len(), notes.0.len()), (1, 0));
}

#[test]
fn nothing_is_believed_that_is_not_as_it_was() {
    let entropy = Arc::<Counting>::default();
    let begun = |folder: &Path, disk: &SimDisk, notes: &mut Kept| {
        let vault = vault(disk, &entropy);
        interrupted(&vault, folder, notes, "monday", 550);
        vault.names().unwrap()
    };
    // A source that changed, and one that is gone.
    let (folder, disk, mut notes) = (folder(), SimDisk::new(), Kept::default());
    begun(folder.path(), &disk, &mut notes);
    fs::write(folder.path().join("00.bin"), b"otherwise").unwrap();
    fs::remove_file(folder.path().join("01.bin")).unwrap();
    let again = vault(&disk, &entropy);
    let stored = add(&again, folder.path(), &mut notes, "tuesday", intake()).unwrap();
    assert_eq!(is_whole(&again, folder.path(), &stored)[..3], [false, true, true]);

    // Objects that decayed, that cannot be read, and that were swept.
    let (folder, disk, mut notes) = (self::folder(), SimDisk::new(), Kept::default());
    let names = begun(folder.path(), &disk, &mut notes);
    disk.damage(&object_path(&names[0]), 40, 1).unwrap();
    disk.break_reads(&object_path(&names[1])).unwrap();
    disk.remove(&object_path(&names[2])).unwrap();
    let again = vault(&disk, &entropy);
    let stored = add(&again, folder.path(), &mut notes, "tuesday", intake()).unwrap();
    let held = is_whole(&again, folder.path(), &stored);
    assert_eq!(held.into_iter().filter(|held| *held).count(), 1);
    assert_eq!(stored.sessions[0].files, 1);
}

#[test]
fn content_that_comes_in_every_batch_is_one_object() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..40 {
        fs::write(folder.path().join(format!("{number}.bin")), vec![7; 200]).unwrap();
    }
    let (disk, mut notes) = (SimDisk::new(), Kept::default());
    let vault = vault(&disk, &Arc::default());
    interrupted(&vault, folder.path(), &mut notes, "monday", 5_000);
    let stored = add(&vault, folder.path(), &mut notes, "tuesday", intake()).unwrap();
    is_whole(&vault, folder.path(), &stored);
    let names: BTreeSet<_> = stored.folder.files.iter().map(|file| file.object.name).collect();
    assert_eq!((names.len(), vault.names().unwrap().len()), (1, 1));
    assert!(tree(&disk, &path("incoming")).is_empty());
}

/// Whether an object lies in a pack.
fn is_packed(disk: &SimDisk, name: &ObjectName) -> bool {
    !disk.exists(&object_path(name)).unwrap()
}

#[test]
fn small_files_of_many_are_gone_on_with_in_their_packs() {
    let (folder, disk, mut notes) = (folder_of(40, 50), SimDisk::new(), Kept::default());
    let entropy = Arc::<Counting>::default();
    let first = vault(&disk, &entropy);
    interrupted(&first, folder.path(), &mut notes, "monday", 1_020);
    drop(first);
    let again = vault(&disk, &entropy);
    let names = again.names().unwrap();
    assert_eq!(names.len(), 20, "five batches of four");
    assert!(names.iter().all(|name| is_packed(&disk, name)));
    // What decayed in a pack is read anew, and its neighbours are gone on with.
    let (pack, _) = tree(&disk, &path("objects/packed")).remove(0);
    // Behind the beginning of the pack, the mark of its first object, and the header of that.
    disk.damage(&path(&pack), 13 + 36 + 60, 1).unwrap();
    let stored = add(&again, folder.path(), &mut notes, "tuesday", intake()).unwrap();
    let held = is_whole(&again, folder.path(), &stored);
    let told: Vec<_> = stored.sessions.iter().map(|session| session.files).collect();
    assert_eq!((held.into_iter().filter(|held| *held).count(), told), (19, vec![19, 21]));
    assert!(tree(&disk, &path("incoming")).is_empty());
}

#[test]
fn three_hundred_power_cuts_lose_nothing_that_was_noted() {
    // Files of their own, and small ones in packs.
    three_hundred_power_cuts(&folder(), 80);
    three_hundred_power_cuts(&folder_of(20, 50), 35);
}

/// Power is cut within so many operations of the disk.
fn three_hundred_power_cuts(folder: &TempDir, within: u64) {
    let entropy = Arc::<Counting>::default();
    let (mut cuts, mut kept) = (0, 0);
    for run in 0..300_u64 {
        let (mut disk, mut notes) = (SimDisk::new(), Kept::default());
        for life in 0..2 {
            disk.cut_at(5 + (run * 7 + life * 31) % within);
            let opened = Vault::open(
                Arc::new(disk.clone()),
                comity_record::key::SecretKey::from_bytes([1; 32]),
                entropy.clone(),
            );
            if let Ok(opened) = opened {
                let opened = opened.with_chunk_bytes(64);
                cuts += u32::from(add(&opened, folder.path(), &mut notes, "before", intake()).is_err());
            }
            disk = disk.power_cut(run * 2 + life);
        }
        let noted = notes.0.len();
        let last = vault(&disk, &entropy);
        let stored = add(&last, folder.path(), &mut notes, "at last", intake()).unwrap();
        let held = is_whole(&last, folder.path(), &stored).into_iter().filter(|held| *held).count();
        assert!(held > 0 || noted == 0, "run {run}: what was noted is there");
        kept += held;
        assert!(tree(&disk, &path("incoming")).is_empty());
        assert!(last.scrub(None, u64::MAX).unwrap().damaged.is_empty());
    }
    assert!(cuts > 250 && kept > 1_000, "{cuts} {kept}");
}

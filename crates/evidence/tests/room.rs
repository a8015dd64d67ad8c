//! Intake that asks for room before it takes it.

#![allow(clippy::disallowed_methods, reason = "what a test takes in need not survive a power cut")]

use std::fs;
use std::sync::{Arc, Mutex};

use comity_disk::{Disk as _, DiskPath, SimDisk};
use comity_evidence::room::{PENDING_BYTES, sealed_bytes};
use comity_evidence::{CHUNK_BYTES, Intake, IntakeError, NoKeys, Quota, Room, Vault, VaultError};
use comity_record::key::SecretKey;
use comity_record::testing::Counting;

use crate::vault::CASE;
use crate::{intake, tree};

/// So many bytes, and what became of them: how many were taken, and whether they were kept.
#[derive(Clone, Default)]
struct Fixed(Arc<Mutex<(u64, u64, Option<bool>)>>);

impl Fixed {
    fn of(most: u64) -> Self {
        Self(Arc::new(Mutex::new((most, 0, None))))
    }

    fn told(&self) -> (u64, Option<bool>) {
        let all = *self.0.lock().unwrap();
        (all.1, all.2)
    }
}

impl Room for Fixed {
    fn ask(&mut self, bytes: u64) -> Result<(), IntakeError> {
        let (most, held, _) = *self.0.lock().unwrap();
        if held + bytes <= most {
            return Ok(());
        }
        Err(IntakeError::NoRoom { quota: Quota::Case, most, held, wanted: bytes })
    }

    fn take(&mut self, bytes: u64) -> Result<(), IntakeError> {
        self.ask(bytes)?;
        self.0.lock().unwrap().1 += bytes;
        Ok(())
    }

    fn end(&mut self, kept: bool) {
        self.0.lock().unwrap().2 = Some(kept);
    }
}

/// What of a disk is free, but for so much.
struct Kept(SimDisk, u64);

impl Room for Kept {
    fn ask(&mut self, bytes: u64) -> Result<(), IntakeError> {
        let held = self.0.free_bytes().map_err(IntakeError::RoomUnknown)?.unwrap_or(u64::MAX);
        if held >= self.1 + bytes + PENDING_BYTES {
            return Ok(());
        }
        Err(IntakeError::NoRoom { quota: Quota::Disk, most: self.1, held, wanted: bytes })
    }

    fn take(&mut self, bytes: u64) -> Result<(), IntakeError> {
        self.ask(bytes)
    }

    fn end(&mut self, _: bool) {}
}

/// A vault with chunks of the size that they have outside of tests.
fn whole_chunks(disk: &SimDisk) -> Vault {
    Vault::open(Arc::new(disk.clone()), SecretKey::from_bytes([1; 32]), Arc::new(Counting::default()))
        .unwrap()
}

fn within(room: impl Room + 'static) -> Intake<'static> {
    let mut intake = intake();
    intake.within(Box::new(room));
    intake
}

#[test]
fn a_stream_is_taken_to_the_last_byte_that_has_room_and_not_one_more() {
    let content = vec![5; 3 * CHUNK_BYTES + 17];
    let needed = sealed_bytes(u64::try_from(content.len()).unwrap());
    for (most, fits) in [(needed, true), (needed - 1, false), (0, false)] {
        let disk = SimDisk::new();
        let vault = whole_chunks(&disk);
        let before = tree(&disk, &DiskPath::root());
        let room = Fixed::of(most);
        let mut intake = within(room.clone());
        let added = vault.add(&mut content.as_slice(), "x", &mut intake, &NoKeys(CASE));
        intake.leave(added.is_ok());
        if fits {
            let name = added.unwrap().name;
            assert_eq!(vault.size_of(&name).unwrap(), Some(needed));
            assert_eq!(vault.bytes_held().unwrap(), needed);
            assert_eq!(room.told(), (needed, Some(true)));
        } else {
            let error = added.unwrap_err();
            assert!(
                matches!(error, VaultError::Intake(IntakeError::NoRoom { quota: Quota::Case, .. })),
                "{error}"
            );
            assert_eq!(tree(&disk, &DiskPath::root()), before, "nothing is left of it");
            assert!(room.told().0 <= most && room.told().1 == Some(false));
        }
    }
}

#[test]
fn a_folder_that_has_no_room_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..4_u8 {
        fs::write(folder.path().join(format!("{number}.bin")), vec![number; 1_000]).unwrap();
    }
    let needed = 4 * sealed_bytes(1_000);
    let disk = SimDisk::new();
    let vault = whole_chunks(&disk);
    let (before, steps) = (tree(&disk, &DiskPath::root()), disk.operations());
    let mut read = vec![];
    let mut watch = |progress: comity_evidence::Progress| {
        read.push(progress.bytes);
        std::ops::ControlFlow::Continue(())
    };
    let mut intake = Intake::watched(comity_evidence::Limits::default(), &mut watch);
    intake.within(Box::new(Fixed::of(needed - 1)));
    let refused = vault.add_folder(folder.path(), &mut intake, &NoKeys(CASE)).unwrap_err();
    drop(intake);
    assert!(
        matches!(refused, VaultError::Intake(IntakeError::NoRoom { wanted, .. }) if wanted == needed),
        "{refused}"
    );
    assert!(read.is_empty(), "no byte was read");
    assert_eq!(
        (tree(&disk, &DiskPath::root()), disk.operations()),
        (before, steps),
        "and the disk was not touched"
    );

    let room = Fixed::of(needed);
    let mut intake = within(room.clone());
    vault.add_folder(folder.path(), &mut intake, &NoKeys(CASE)).unwrap();
    assert_eq!(room.told().0, vault.bytes_held().unwrap());
}

#[test]
fn what_is_kept_free_of_a_disk_stays_free_and_a_full_one_loses_nothing() {
    let disk = SimDisk::new();
    let vault = whole_chunks(&disk);
    let first = vault.add(&mut &[1; 500][..], "x", &mut intake(), &NoKeys(CASE)).unwrap();
    let before = tree(&disk, &DiskPath::root());
    disk.set_capacity(Some(10 << 20));
    // With nothing kept free the disk itself ends the intake; with something kept free it is never full.
    for kept in [0, 1 << 20, 6 << 20, 20 << 20] {
        let mut intake = within(Kept(disk.clone(), kept));
        let mut endless = std::io::repeat(7);
        let error = vault.add(&mut endless, "endless", &mut intake, &NoKeys(CASE)).unwrap_err();
        assert!(
            matches!(error, VaultError::Intake(IntakeError::NoRoom { quota: Quota::Disk, held, most, .. })
                if most == kept && (kept > 10 << 20 || held >= kept)),
            "{kept}: {error}"
        );
        assert_eq!(tree(&disk, &DiskPath::root()), before, "what was staged is gone");
        assert_eq!(vault.verify(CASE, &first.name, &first.key).unwrap(), first.digests);
    }
}

//! The simulator loses what a wrong protocol leaves to luck, and never what a right one made sure of.

use std::sync::Arc;

use comity_disk::{Disk, DiskError, DiskPath, Fault, NewFile, SimDisk, make_dir_durable, write_durable};
use proptest::prelude::*;

const SEEDS: u64 = 64;

fn path(text: &str) -> DiskPath {
    DiskPath::new(text).unwrap()
}

/// In how many of the seeds `holds` is true after `write` and a power cut.
fn survivals(write: impl Fn(&SimDisk), holds: impl Fn(&SimDisk) -> bool) -> u64 {
    (0..SEEDS)
        .filter(|&seed| {
            let disk = SimDisk::new();
            write(&disk);
            holds(&disk.power_cut(seed))
        })
        .count()
        .try_into()
        .unwrap()
}

fn has(disk: &SimDisk, at: &str, bytes: &[u8]) -> bool {
    disk.read(&path(at), 1 << 20).is_ok_and(|found| found == bytes)
}

#[test]
fn the_simulator_convicts_a_writer_that_never_syncs() {
    let kept = survivals(
        |disk| disk.create_new(&path("a")).unwrap().append(b"gone").unwrap(),
        |disk| has(disk, "a", b"gone"),
    );
    assert!(kept > 0 && kept < SEEDS, "kept {kept} of {SEEDS}");
}

#[test]
fn the_simulator_convicts_a_writer_that_syncs_the_file_but_not_its_name() {
    let kept = survivals(
        |disk| {
            let mut file = disk.create_new(&path("a")).unwrap();
            file.append(b"nameless").unwrap();
            file.sync_all().unwrap();
        },
        |disk| has(disk, "a", b"nameless"),
    );
    assert!(kept > 0 && kept < SEEDS, "kept {kept} of {SEEDS}");
}

#[test]
fn the_simulator_convicts_a_writer_that_renames_before_it_syncs() {
    // The classic: the new name is durable and the bytes are not, so old and new are both gone.
    let whole = survivals(
        |disk| {
            write_durable(disk, &path("a"), b"old").unwrap();
            disk.create_new(&path("b")).unwrap().append(b"new").unwrap();
            disk.rename(&path("b"), &path("a")).unwrap();
            disk.sync_dir(&DiskPath::root()).unwrap();
        },
        |disk| has(disk, "a", b"old") || has(disk, "a", b"new"),
    );
    assert!(whole < SEEDS, "kept {whole} of {SEEDS}");
}

#[test]
fn the_simulator_convicts_a_writer_that_does_not_sync_the_folder_above_a_new_folder() {
    let kept = survivals(
        |disk| {
            disk.create_dir_all(&path("d")).unwrap();
            let mut file = disk.create_new(&path("d/a")).unwrap();
            file.append(b"x").unwrap();
            file.sync_all().unwrap();
            disk.sync_dir(&path("d")).unwrap();
        },
        |disk| has(disk, "d/a", b"x"),
    );
    assert!(kept > 0 && kept < SEEDS, "kept {kept} of {SEEDS}");
}

#[test]
fn the_simulator_convicts_a_writer_that_goes_on_after_a_failed_sync() {
    let disk = SimDisk::new();
    let mut file = disk.create_new(&path("a")).unwrap();
    file.append(b"lost").unwrap();
    disk.sync_dir(&DiskPath::root()).unwrap();
    disk.fail_at(disk.operations(), Fault::Io);
    assert!(matches!(file.sync_all(), Err(DiskError::Failed { .. })));
    // The second sync says yes; the bytes are gone all the same.
    file.sync_all().unwrap();
    assert_eq!(disk.read(&path("a"), 9).unwrap(), b"lost");
    assert!(!has(&disk.power_cut(1), "a", b"lost"));
}

#[test]
fn the_simulator_tears_and_reorders_writes() {
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..400 {
        let disk = SimDisk::new();
        let mut file = disk.create_new(&path("a")).unwrap();
        disk.sync_dir(&DiskPath::root()).unwrap();
        file.append(&[1; 512]).unwrap();
        file.append(&[2; 1024]).unwrap();
        let found = disk.power_cut(seed).read(&path("a"), 1 << 20).unwrap();
        seen.insert(match found.as_slice() {
            [] => "nothing",
            whole if whole.len() == 1536 && whole[511] == 1 && whole[512] == 2 && whole[1535] == 2 => "whole",
            [0 | 0xA5, .., 2] => "the second without the first",
            [1, .., 1] if found.len() == 512 => "the first without the second",
            _ => "torn",
        });
    }
    assert_eq!(seen.len(), 5, "{seen:?}");
}

#[test]
fn what_was_synced_is_there_under_every_seed() {
    let kept = survivals(
        |disk| {
            make_dir_durable(disk, &path("d/e")).unwrap();
            let mut file = disk.create_new(&path("d/e/a")).unwrap();
            file.append(b"kept").unwrap();
            file.sync_data().unwrap();
            disk.sync_dir(&path("d/e")).unwrap();
            file.append(b" and not yet").unwrap();
        },
        |disk| disk.read(&path("d/e/a"), 99).is_ok_and(|found| found.starts_with(b"kept")),
    );
    assert_eq!(kept, SEEDS);
}

#[test]
fn a_synced_tree_is_there_under_every_seed_and_its_own_name_is_not() {
    let write = |disk: &SimDisk| {
        disk.create_dir_all(&path("t/d")).unwrap();
        for name in ["t/a", "t/d/b"] {
            disk.create_new(&path(name)).unwrap().append(b"x").unwrap();
        }
        disk.sync_tree(&path("t")).unwrap();
    };
    let whole = |disk: &SimDisk| has(disk, "t/a", b"x") && has(disk, "t/d/b", b"x");
    let kept = survivals(write, whole);
    assert!(kept > 0 && kept < SEEDS, "kept {kept} of {SEEDS}");
    assert_eq!(survivals(write, |disk| whole(disk) || !disk.exists(&path("t")).unwrap()), SEEDS);
    let named = |disk: &SimDisk| {
        write(disk);
        disk.sync_dir(&DiskPath::root()).unwrap();
    };
    assert_eq!(survivals(named, whole), SEEDS);
}

#[test]
fn a_renamed_file_has_one_of_its_names_under_every_seed() {
    for sync in [None, Some("from"), Some("to")] {
        let kept = survivals(
            |disk| {
                write_durable(disk, &path("from/a"), b"x").unwrap();
                make_dir_durable(disk, &path("to")).unwrap();
                disk.rename(&path("from/a"), &path("to/a")).unwrap();
                if let Some(dir) = sync {
                    disk.sync_dir(&path(dir)).unwrap();
                }
            },
            |disk| match sync {
                None => has(disk, "from/a", b"x") || has(disk, "to/a", b"x"),
                Some("from") => has(disk, "to/a", b"x") && !disk.exists(&path("from/a")).unwrap(),
                Some(_) => has(disk, "to/a", b"x"),
            },
        );
        assert_eq!(kept, SEEDS, "after syncing {sync:?}");
    }
}

#[test]
fn a_durable_write_is_all_or_nothing_under_500_power_cuts() {
    let (old, new) = (vec![b'o'; 3000], vec![b'n'; 5000]);
    let count = {
        let disk = SimDisk::new();
        write_durable(&disk, &path("d/a"), &old).unwrap();
        let before = disk.operations();
        write_durable(&disk, &path("d/a"), &new).unwrap();
        disk.operations() - before
    };
    let mut found = [0_u32; 2];
    for run in 0..500_u64 {
        let disk = SimDisk::new();
        write_durable(&disk, &path("d/a"), &old).unwrap();
        disk.cut_at(disk.operations() + run % (count + 1));
        let acknowledged = write_durable(&disk, &path("d/a"), &new).is_ok();
        let after = disk.power_cut(run);
        let bytes = after.read(&path("d/a"), 1 << 20).unwrap();
        assert!(bytes == old || bytes == new, "run {run}: neither old nor new");
        assert!(!acknowledged || bytes == new, "run {run}: an acknowledged write is lost");
        found[usize::from(bytes == new)] += 1;
        // What the crash left behind is in nobody's way.
        write_durable(&after, &path("d/a"), b"next").unwrap();
    }
    assert!(found[0] > 0 && found[1] > 0, "the cuts never fell on both sides: {found:?}");
}

#[test]
fn a_new_file_is_whole_under_its_name_or_not_there_under_500_power_cuts() {
    let bytes: Vec<u8> = (0..9000_u32).map(|n| u8::try_from(n % 251).unwrap()).collect();
    let write = |disk: &SimDisk| -> Result<(), DiskError> {
        let mut file = NewFile::begin(Arc::new(disk.clone()), &path("a"))?;
        bytes.chunks(2500).try_for_each(|chunk| file.append(chunk))?;
        file.settle()
    };
    let whole = SimDisk::new();
    write(&whole).unwrap();
    let count = whole.operations();
    assert!(matches!(write(&whole), Err(DiskError::Exists { .. })), "nothing is overwritten");
    let mut found = [0_u32; 2];
    for run in 0..500_u64 {
        let disk = SimDisk::new();
        disk.cut_at(run % (count + 1));
        let acknowledged = write(&disk).is_ok();
        let after = disk.power_cut(run);
        let there = after.exists(&path("a")).unwrap();
        assert!(!acknowledged || there, "run {run}: an acknowledged file is lost");
        assert!(!there || after.read(&path("a"), 1 << 20).unwrap() == bytes, "run {run}: half a file");
        found[usize::from(there)] += 1;
        // What the crash left behind is in nobody's way.
        assert!(there || write(&after).is_ok(), "run {run}");
    }
    assert!(found[0] > 0 && found[1] > 0, "the cuts never fell on both sides: {found:?}");
}

#[test]
fn a_new_file_that_fails_leaves_nothing_and_is_written_by_one_at_a_time() {
    let disk = SimDisk::new();
    let first = NewFile::begin(Arc::new(disk.clone()), &path("a")).unwrap();
    let second = NewFile::begin(Arc::new(disk.clone()), &path("a"));
    assert!(matches!(second.map(drop), Err(DiskError::Locked { .. })));
    drop(first);
    disk.set_capacity(Some(10));
    let mut full = NewFile::begin(Arc::new(disk.clone()), &path("a")).unwrap();
    assert!(matches!(full.append(&[1; 11]), Err(DiskError::Full { .. })));
    drop(full);
    assert_eq!(disk.list(&DiskPath::root()).unwrap(), []);
}

#[test]
fn a_full_disk_and_a_failing_one_leave_the_old_file() {
    for fault in [Fault::Full, Fault::Io] {
        for operation in 0..6 {
            let disk = SimDisk::new();
            write_durable(&disk, &path("a"), b"old").unwrap();
            disk.fail_at(disk.operations() + operation, fault);
            if write_durable(&disk, &path("a"), b"new").is_err() {
                let found = disk.read(&path("a"), 9).unwrap();
                assert!(found == b"old" || (operation == 5 && found == b"new"), "operation {operation}");
            }
        }
    }
}

#[test]
fn capacity_is_held_to_the_byte_and_given_back() {
    let disk = SimDisk::new();
    assert_eq!(disk.free_bytes().unwrap(), None, "a disk without an end");
    disk.set_capacity(Some(10));
    assert_eq!(disk.free_bytes().unwrap(), Some(10));
    let mut file = disk.create_new(&path("a")).unwrap();
    file.append(&[1; 10]).unwrap();
    assert_eq!(disk.free_bytes().unwrap(), Some(0));
    assert!(matches!(file.append(&[2]), Err(DiskError::Full { .. })));
    file.write_at(0, &[3; 10]).unwrap();
    disk.remove(&path("a")).unwrap();
    disk.create_new(&path("b")).unwrap().append(&[4; 10]).unwrap();
}

#[test]
fn a_dead_disk_answers_nothing() {
    let disk = SimDisk::new();
    let mut file = disk.create_new(&path("a")).unwrap();
    let found = disk.power_cut(0);
    assert!(matches!(file.append(b"x"), Err(DiskError::PowerLost)));
    assert!(matches!(disk.read(&path("a"), 1), Err(DiskError::PowerLost)));
    assert!(found.list(&DiskPath::root()).is_ok());
}

#[test]
fn damage_and_broken_reads_show() {
    let disk = SimDisk::new();
    write_durable(&disk, &path("a"), b"abc").unwrap();
    disk.damage(&path("a"), 1, 1).unwrap();
    assert_eq!(disk.power_cut(3).read(&path("a"), 9).unwrap(), b"acc");
    assert!(disk.damage(&path("a"), 3, 1).is_err());
    let disk = SimDisk::new();
    write_durable(&disk, &path("a"), b"abc").unwrap();
    disk.break_reads(&path("a")).unwrap();
    assert!(matches!(disk.read(&path("a"), 9), Err(DiskError::Failed { .. })));
}

proptest! {
    #[test]
    fn the_same_seed_gives_the_same_disk(seed: u64, writes in proptest::collection::vec((0_u64..4000, 1_usize..2000), 1..8)) {
        let found: Vec<_> = (0..2)
            .map(|_| {
                let disk = SimDisk::new();
                let mut file = disk.create_new(&path("a")).unwrap();
                disk.sync_dir(&DiskPath::root()).unwrap();
                for (offset, size) in &writes {
                    file.write_at(*offset, &vec![7; *size]).unwrap();
                }
                disk.power_cut(seed).read(&path("a"), 1 << 20).unwrap()
            })
            .collect();
        prop_assert_eq!(&found[0], &found[1]);
    }

    #[test]
    fn readers_see_what_a_plain_vector_would_hold(
        changes in proptest::collection::vec((0_u8..3, 0_u64..3000, 0_usize..2000), 0..20)
    ) {
        let disk = SimDisk::new();
        let mut file = disk.create_new(&path("a")).unwrap();
        disk.sync_dir(&DiskPath::root()).unwrap();
        let mut model: Vec<u8> = Vec::new();
        for (index, (kind, offset, size)) in changes.into_iter().enumerate() {
            let bytes = vec![u8::try_from(index).unwrap() + 1; size];
            let at = usize::try_from(offset).unwrap();
            match kind {
                0 => {
                    file.append(&bytes).unwrap();
                    model.extend_from_slice(&bytes);
                }
                1 => {
                    file.write_at(offset, &bytes).unwrap();
                    if !bytes.is_empty() {
                        model.resize(model.len().max(at + size), 0);
                        model[at..at + size].copy_from_slice(&bytes);
                    }
                }
                _ => {
                    file.truncate(offset).unwrap();
                    model.resize(at, 0);
                }
            }
            file.sync_data().unwrap();
        }
        prop_assert_eq!(disk.power_cut(1).power_cut(2).read(&path("a"), 1 << 20).unwrap(), model);
    }
}

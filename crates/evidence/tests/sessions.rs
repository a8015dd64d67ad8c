//! Sealing by copy that was interrupted and is taken up again.

#![allow(clippy::disallowed_methods, reason = "what a test takes in need not survive a power cut")]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use comity_disk::{Disk, DiskError, DiskPath, Fault, SimDisk};
use comity_evidence::sessions::{SESSIONS, SealedInSessions, Session, WentOn, left_of, seal_in_sessions};
use comity_evidence::{
    BagError, Intake, IntakeError, Limits, Progress, Seal, SealError, SealOptions, Verdict, seal_in_place,
    seal_to_bag, verify_package,
};
use tempfile::TempDir;

use crate::{intake, path, tree};

const MARK: u64 = 300;

fn options() -> SealOptions {
    SealOptions { bagging_date: "2026-11-23".parse().unwrap(), info: vec![], tags: vec![] }
}

/// A folder with small files, and one that has marks in it.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("sub")).unwrap();
    for (name, length) in [("a.bin", 10), ("big.dd", 1_000), ("sub/c%d.bin", 299), ("z.bin", 0)] {
        fs::write(folder.path().join(name), bytes(length)).unwrap();
    }
    folder
}

fn bytes(length: u32) -> Vec<u8> {
    (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect()
}

fn session(began: &str) -> Session<'_> {
    Session { began, resume: true }
}

fn seal(
    source: &Path,
    disk: &SimDisk,
    began: &str,
    intake: Intake<'_>,
) -> Result<SealedInSessions, SealError> {
    let mut intake = intake.with_mark_bytes(MARK);
    seal_in_sessions(source, (disk, &path("bag")), &options(), None, &mut intake, session(began))
}

/// Seals until so many blocks came, as if whoever watched had pulled the cable.
fn interrupted(source: &Path, disk: &SimDisk, began: &str, blocks: u32) {
    let mut seen = 0;
    let mut watch = |_: Progress| {
        seen += 1;
        if seen > blocks { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let error = seal(source, disk, began, Intake::watched(Limits::default(), &mut watch)).unwrap_err();
    assert!(matches!(error, SealError::Bag(BagError::Intake(IntakeError::Stopped))), "{error}");
    assert!(!disk.exists(&path("bag")).unwrap(), "no half package is seen");
    assert_eq!(left_of(disk, &path("bag")).unwrap(), Some(path("bag.comity-partial")));
}

/// The package passes, holds the source as it is now, and nothing that only helped to make it.
fn passes(disk: &SimDisk, source: &Path) {
    let report = verify_package(disk, &path("bag"), &Limits::default(), None);
    assert_eq!(report.verdict(), Verdict::Pass, "{:?}", report.findings);
    let held = disk.read(&path("bag/comity/seal.json"), 1 << 20).unwrap();
    let in_place = seal_in_place(source, &mut intake()).unwrap();
    assert_eq!(Seal::from_json(&held).unwrap(), in_place);
    assert_eq!(left_of(disk, &path("bag")).unwrap(), None);
    assert!(tree(disk, &DiskPath::root()).iter().all(|(path, _)| path.starts_with("bag/")));
}

#[test]
fn one_session_gives_the_same_bytes_as_sealing_without_sessions() {
    let (folder, plain, listed) = (folder(), SimDisk::new(), SimDisk::new());
    seal_to_bag(folder.path(), &plain, &path("bag"), &options(), None, &mut intake()).unwrap();
    let sealed = seal(folder.path(), &listed, "noon", intake()).unwrap();
    assert_eq!((sealed.sessions.len(), sealed.sessions[0].files), (1, 4));
    assert_eq!(tree(&plain, &DiskPath::root()), tree(&listed, &DiskPath::root()));
}

#[test]
fn what_was_interrupted_anywhere_is_taken_up_and_the_package_says_so() {
    // Blocks of the files: 1, 4, 1 and none; and one notice more at the end of each.
    for blocks in 0..9 {
        let (folder, disk) = (folder(), SimDisk::new());
        interrupted(folder.path(), &disk, "monday", blocks);
        let sealed = seal(folder.path(), &disk, "tuesday", intake()).unwrap();
        passes(&disk, folder.path());
        let [first, second] = sealed.sessions.as_slice() else { panic!("{:?}", sealed.sessions) };
        assert_eq!((&*first.began, &*second.began), ("monday", "tuesday"));
        assert_eq!(first.files + second.files, 4, "each file was made whole in one of them");
        // A mark is noted before its notice; the next one comes a block later.
        let marks = u64::from(blocks.saturating_sub(1)).min(3);
        let went_on = WentOn { path: "big.dd".into(), offset: marks * MARK };
        let half = (2..=6).contains(&blocks) && first.files == 1;
        assert_eq!(second.went_on, if half && marks > 0 { vec![went_on] } else { vec![] }, "{blocks}");
        let told = disk.read(&path("bag").join(SESSIONS).unwrap(), 1 << 20).unwrap();
        let told: Vec<comity_evidence::SessionTold> = serde_json::from_slice(&told).unwrap();
        assert_eq!(told, sealed.sessions);
        let info = disk.read(&path("bag/bag-info.txt"), 1 << 20).unwrap();
        assert!(String::from_utf8(info).unwrap().contains("Comity-Sessions: 2\n"));
    }
}

#[test]
fn five_hundred_power_cuts_in_three_sessions_each_lose_nothing_and_lie_about_nothing() {
    let folder = folder();
    let (mut taken_up, mut cut) = (0, 0);
    for run in 0..500_u64 {
        let mut disk = SimDisk::new();
        let mut whole = None;
        for life in 0..3_u64 {
            disk.cut_at(disk.operations() + (run * 7 + life * 13) % 41);
            let sealed = seal(folder.path(), &disk, "later", intake());
            cut += u32::from(sealed.is_err());
            disk = disk.power_cut(run * 3 + life);
            if sealed.is_ok() || disk.exists(&path("bag")).unwrap() {
                whole = Some(sealed);
                break;
            }
        }
        if whole.is_none() {
            let sealed = seal(folder.path(), &disk, "at last", intake()).unwrap();
            taken_up += u32::from(sealed.sessions.len() > 1);
        }
        passes(&disk, folder.path());
    }
    assert!(taken_up > 300 && cut > 1_000, "{taken_up} {cut}");
}

#[test]
fn a_full_or_failing_disk_is_no_end() {
    let folder = folder();
    for fault in [Fault::Full, Fault::Io] {
        for operation in 0..40 {
            let disk = SimDisk::new();
            disk.fail_at(operation, fault);
            if seal(folder.path(), &disk, "monday", intake()).is_err() {
                assert!(!disk.exists(&path("bag")).unwrap());
                seal(folder.path(), &disk, "tuesday", intake()).unwrap();
            }
            passes(&disk, folder.path());
        }
    }
}

#[test]
fn a_source_that_changed_between_the_sessions_is_sealed_as_it_is_now() {
    let (folder, disk) = (folder(), SimDisk::new());
    interrupted(folder.path(), &disk, "monday", 4);
    fs::write(folder.path().join("a.bin"), b"otherwise!").unwrap();
    fs::write(folder.path().join("big.dd"), bytes(1_000).into_iter().rev().collect::<Vec<_>>()).unwrap();
    fs::write(folder.path().join("new.bin"), b"new").unwrap();
    let sealed = seal(folder.path(), &disk, "tuesday", intake()).unwrap();
    passes(&disk, folder.path());
    assert_eq!((sealed.sessions[0].files, sealed.sessions[1].files), (0, 5));
    assert!(sealed.sessions[1].went_on.is_empty(), "a changed file is copied from its beginning");

    let (folder, disk) = (self::folder(), SimDisk::new());
    interrupted(folder.path(), &disk, "monday", 4);
    fs::remove_file(folder.path().join("a.bin")).unwrap();
    fs::remove_file(folder.path().join("big.dd")).unwrap();
    seal(folder.path(), &disk, "tuesday", intake()).unwrap();
    passes(&disk, folder.path());
}

#[test]
fn a_copy_that_decayed_between_the_sessions_is_never_taken_for_whole() {
    let big = path("bag.comity-partial/data/big.dd");
    // A whole file is copied anew.
    let (folder, disk) = (folder(), SimDisk::new());
    interrupted(folder.path(), &disk, "monday", 4);
    disk.damage(&path("bag.comity-partial/data/a.bin"), 3, 1).unwrap();
    let sealed = seal(folder.path(), &disk, "tuesday", intake()).unwrap();
    assert_eq!(sealed.sessions[0].files, 0);
    passes(&disk, folder.path());

    // A half-copied one is refused where it does not begin as the source does, and nothing is lost by that.
    let (folder, disk) = (self::folder(), SimDisk::new());
    interrupted(folder.path(), &disk, "monday", 5);
    disk.damage(&big, 3, 1).unwrap();
    let refused = seal(folder.path(), &disk, "tuesday", intake()).unwrap_err();
    assert!(matches!(refused, SealError::OtherSource { .. }), "{refused}");
    disk.damage(&big, 3, 1).unwrap();
    seal(folder.path(), &disk, "wednesday", intake()).unwrap();
    passes(&disk, folder.path());
}

#[test]
fn a_place_that_no_spot_looks_at_is_found_by_the_digest() {
    let folder = tempfile::tempdir().unwrap();
    let (disk, image) = (SimDisk::new(), folder.path().join("image.dd"));
    fs::write(&image, bytes(40 << 20)).unwrap();
    let sealed = |watch: comity_evidence::intake::Watch<'_>| {
        let mut intake = Intake::watched(Limits::default(), watch).with_mark_bytes(16 << 20);
        seal_in_sessions(&image, (&disk, &path("bag")), &options(), None, &mut intake, session("noon"))
    };
    let mut stop = |progress: Progress| {
        if progress.bytes > 33 << 20 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    sealed(&mut stop).unwrap_err();
    let at = (2 << 20) + 10;
    disk.damage(&path("bag.comity-partial/data/image.dd"), at, 1).unwrap();
    let mut on = |_: Progress| ControlFlow::Continue(());
    let refused = sealed(&mut on).unwrap_err();
    assert!(matches!(refused, SealError::Bag(BagError::CopyDecayed { .. })), "{refused}");
    disk.damage(&path("bag.comity-partial/data/image.dd"), at, 1).unwrap();
    let mut on = |_: Progress| ControlFlow::Continue(());
    let whole = sealed(&mut on).unwrap();
    let offset = 32 << 20;
    assert_eq!(whole.sessions.last().unwrap().went_on, [WentOn { path: "image.dd".into(), offset }]);
    passes(&disk, &image);
}

#[test]
fn two_do_not_work_in_one_folder_and_a_package_is_not_written_over() {
    let (folder, disk) = (folder(), SimDisk::new());
    // Neither one that goes on nor one that begins anew.
    let mut others = vec![];
    let mut watch = |_: Progress| {
        for resume in [true, false] {
            let (place, session) =
                ((&disk as &dyn Disk, &path("bag")), Session { began: "meanwhile", resume });
            let other = seal_in_sessions(folder.path(), place, &options(), None, &mut intake(), session);
            others.push(other.map(drop));
            assert_eq!(left_of(&disk, &path("bag")).unwrap(), None, "another one works there");
        }
        ControlFlow::Continue(())
    };
    seal(folder.path(), &disk, "noon", Intake::watched(Limits::default(), &mut watch)).unwrap();
    assert!(!others.is_empty());
    for locked in others {
        let locked = locked.unwrap_err();
        assert!(matches!(locked, SealError::Bag(BagError::Disk(DiskError::Locked { .. }))), "{locked}");
    }
    let again = seal(folder.path(), &disk, "again", intake()).unwrap_err();
    assert!(matches!(again, SealError::Bag(BagError::Disk(DiskError::Exists { .. }))), "{again}");
    passes(&disk, folder.path());
}

#[test]
fn what_was_left_of_another_source_is_not_touched() {
    let (source, disk) = (folder(), SimDisk::new());
    interrupted(source.path(), &disk, "monday", 4);
    let left = tree(&disk, &path("bag.comity-partial"));
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("other.bin"), b"another").unwrap();
    let error = seal(other.path(), &disk, "tuesday", intake()).unwrap_err();
    assert!(matches!(error, SealError::NothingOfIt { .. }), "{error}");
    assert_eq!(tree(&disk, &path("bag.comity-partial")), left);
    // A file that came to the source since, or is there no more, is no other source.
    fs::write(source.path().join("new.bin"), b"new").unwrap();
    fs::remove_file(source.path().join("a.bin")).unwrap();
    let done = seal(source.path(), &disk, "wednesday", intake()).unwrap();
    assert_eq!(done.sessions.len(), 2, "the mistake is no session");
}

#[test]
fn without_the_word_what_was_left_is_removed() {
    let (folder, disk) = (folder(), SimDisk::new());
    interrupted(folder.path(), &disk, "monday", 4);
    let mut intake = intake().with_mark_bytes(MARK);
    let anew = Session { began: "tuesday", resume: false };
    let place = (&disk as &dyn Disk, &path("bag"));
    let sealed = seal_in_sessions(folder.path(), place, &options(), None, &mut intake, anew).unwrap();
    assert_eq!(sealed.sessions.len(), 1);
    passes(&disk, folder.path());
}

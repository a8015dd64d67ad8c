//! An intake that was cut off, and one that goes on with it.

#![allow(clippy::disallowed_methods, reason = "what a test takes in need not survive a power cut")]

use std::ops::ControlFlow;
use std::path::Path;

use comity_casework::exhibit::{NewExhibit, Source, TakenIn, Verified};
use comity_casework::{CaseworkError, SWEEP_GRACE};
use comity_disk::{Disk as _, DiskPath};
use comity_evidence::{Intake, Limits, Progress};
use comity_record::CaseId;
use tempfile::TempDir;

use crate::bench::{Bench, NOON, Staffed};
use crate::exhibits::{collected, objects};

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for number in 0..8 {
        std::fs::write(folder.path().join(format!("{number}.txt")), format!("page {number}").repeat(20))
            .unwrap();
    }
    folder
}

/// Takes in a folder of which two files make a batch, until so many bytes were read.
async fn take(
    office: &Staffed,
    case: CaseId,
    (folder, resume): (&Path, bool),
    bytes: u64,
) -> Result<TakenIn, CaseworkError> {
    let mut watch = |progress: Progress| {
        if progress.bytes > bytes { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let mut intake = Intake::watched(Limits::default(), &mut watch).with_mark_bytes(200);
    let source = if resume { Source::Resume(folder) } else { Source::Copy(folder) };
    let new = NewExhibit { title: "A folder".into(), custody: collected(), item: None, source };
    office.node.receive_exhibit(&office.investigator, case, new, &mut intake).await
}

fn notes(bench: &Bench) -> usize {
    bench.disk.list(&DiskPath::new("intakes").unwrap()).map_or(0, |listed| listed.len())
}

#[tokio::test]
async fn what_was_cut_off_is_gone_on_with_and_the_record_says_so() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let folder = folder();
    let cut_off = || office.node.cut_off(&office.investigator, case, folder.path());
    assert_eq!(cut_off().await.unwrap(), None);
    take(&office, case, (folder.path(), false), 700).await.unwrap_err();
    assert_eq!((notes(&bench), objects(&bench).len()), (1, 4));
    assert_eq!(cut_off().await.unwrap().map(jiff::Timestamp::as_second), i64::try_from(NOON).ok());
    assert!(office.node.cut_off(&office.auditor, case, folder.path()).await.is_err());
    let entries = office.node.state().size();
    // Neither the paths nor the digests lie in the clear.
    let listed = bench.disk.list(&DiskPath::new("intakes").unwrap()).unwrap();
    let kept = bench.disk.read(&DiskPath::new("intakes").unwrap().join(&listed[0].name).unwrap(), 1 << 20);
    let kept = kept.unwrap();
    assert!(!kept.windows(5).any(|window| window == b"0.txt"));
    drop(office);

    let node = bench.open().await.unwrap();
    let state = node.state();
    let office = state.offices().next().unwrap();
    let investigator = office.officers.values().find(|officer| officer.name == "investigator").unwrap();
    let (office_id, investigator) = (office.id, investigator.id);
    let session = crate::bench::unlock(&node, office_id, investigator, "investigator").await;
    assert_eq!(state.size(), entries);
    let source = Source::Resume(folder.path());
    let new = NewExhibit { title: "A folder".into(), custody: collected(), item: None, source };
    let mut intake = Intake::new(Limits::default());
    let taken = node.receive_exhibit(&session, case, new, &mut intake).await.unwrap();
    let files: Vec<_> = taken.sessions.iter().map(|session| session.files).collect();
    assert_eq!((files, notes(&bench)), (vec![4, 4], 0));
    let exhibit = node.exhibit(&session, case, taken.number).await.unwrap();
    assert_eq!(exhibit.received.as_ref().unwrap().sessions, taken.sessions);
    let paper = node.custody_record(&session, case, taken.number, &["en".parse().unwrap()]).await.unwrap();
    let twin = comity_document::attached::attached(paper.pdf.bytes).unwrap().twin;
    assert!(String::from_utf8(twin).unwrap().contains("document-custody-session-began"));
    let verified = node.verify_exhibit(&session, case, &exhibit, &mut Intake::new(Limits::default())).await;
    assert!(matches!(verified.unwrap(), Verified::Files { files: 8, damaged } if damaged.is_empty()));
    assert_eq!(node.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn without_the_word_it_begins_anew_and_what_was_left_is_swept() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let folder = folder();
    take(&office, case, (folder.path(), false), 700).await.unwrap_err();
    let taken = take(&office, case, (folder.path(), false), u64::MAX).await.unwrap();
    assert!(taken.sessions.is_empty());
    assert_eq!(notes(&bench), 0);
    assert_eq!(office.node.cut_off(&office.investigator, case, folder.path()).await.unwrap(), None);

    // Another case goes on with nothing of it, and notes with which nobody goes on are swept with what they tell of.
    let (other, _) = office.node.open_case(&office.investigator, "Other".into(), None).await.unwrap();
    take(&office, case, (folder.path(), false), 700).await.unwrap_err();
    let taken = take(&office, other, (folder.path(), true), u64::MAX).await.unwrap();
    assert!(taken.sessions.is_empty());
    assert_eq!(notes(&bench), 1);
    office.node.sweep(&office.administrator).await.unwrap();
    assert_eq!(notes(&bench), 1, "its time has not come");
    bench.clock.set(NOON + u64::try_from(SWEEP_GRACE.as_secs()).unwrap());
    office.node.sweep(&office.administrator).await.unwrap();
    assert_eq!(notes(&bench), 0);
    assert!(office.node.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn notes_that_were_changed_are_not_believed() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let folder = folder();
    take(&office, case, (folder.path(), false), 700).await.unwrap_err();
    let listed = bench.disk.list(&DiskPath::new("intakes").unwrap()).unwrap();
    let place = DiskPath::new("intakes").unwrap().join(&listed[0].name).unwrap();
    bench.disk.damage(&place, 24 + 4 + 30, 1).unwrap();
    let taken = take(&office, case, (folder.path(), true), u64::MAX).await.unwrap();
    assert!(taken.sessions.is_empty(), "all was read from its source");
    let exhibit = office.node.exhibit(&office.investigator, case, taken.number).await.unwrap();
    let mut intake = Intake::new(Limits::default());
    let verified = office.node.verify_exhibit(&office.investigator, case, &exhibit, &mut intake).await;
    assert!(matches!(verified.unwrap(), Verified::Files { files: 8, damaged } if damaged.is_empty()));
}

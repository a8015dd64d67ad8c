//! What the vault and a case may take of the disk, as two persons of the office set it.

#![allow(clippy::disallowed_methods, reason = "what a test takes in need not survive a power cut")]

use std::io::Read;

use comity_casework::exhibit::{ImageSource, NewExhibit, Source};
use comity_casework::{CaseworkError, KEPT_FREE_BYTES, Refusal, VaultLimits};
use comity_disk::{Disk as _, DiskPath};
use comity_evidence::{Intake, IntakeError, Limits, Quota, VaultError};
use comity_record::CaseId;

use crate::bench::{Bench, Staffed, refusal};
use crate::exhibits::{collected, take};

const NONE: VaultLimits = VaultLimits { most_bytes: None, most_case_bytes: None, kept_free_bytes: 0 };

async fn set(office: &Staffed, limits: VaultLimits) {
    let proposed = office.node.propose_vault_limits(&office.administrator, limits, "as decided".into()).await;
    office.node.approve(&office.supervisor, proposed.unwrap().entry).await.unwrap();
}

async fn case(office: &Staffed) -> CaseId {
    office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap().0
}

/// Takes in what is sent.
async fn send(office: &Staffed, case: CaseId, mut from: impl Read + Send) -> Result<u32, CaseworkError> {
    let source = Source::Stream { from: &mut from, name: "image.dd".as_ref() };
    let new = NewExhibit { title: "An image".into(), custody: collected(), item: None, source };
    let mut intake = Intake::new(Limits::default());
    Ok(office.node.receive_exhibit(&office.investigator, case, new, &mut intake).await?.number)
}

fn bytes(length: u64) -> impl Read + Send {
    std::io::repeat(7).take(length)
}

/// Which limit, how much it is and how much is held.
#[track_caller]
fn no_room(refused: Result<u32, CaseworkError>) -> (Quota, u64, u64) {
    match refused {
        Err(CaseworkError::Vault(VaultError::Intake(IntakeError::NoRoom { quota, most, held, .. }))) => {
            (quota, most, held)
        }
        other => panic!("{other:?}"),
    }
}

fn staged(bench: &Bench) -> usize {
    bench.disk.list(&DiskPath::new("incoming").unwrap()).unwrap().len()
}

#[tokio::test]
async fn two_persons_set_what_the_vault_may_hold() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let found = node.vault_use(&office.administrator).unwrap();
    assert_eq!(found.limits, VaultLimits::default());
    assert_eq!((found.limits.most_bytes, found.limits.kept_free_bytes), (None, KEPT_FREE_BYTES));
    let limits = VaultLimits { most_bytes: Some(1 << 20), ..NONE };
    let by_others = node.propose_vault_limits(&office.investigator, limits, "more room".into()).await;
    assert!(matches!(refusal(by_others), Refusal::NotAllowed { .. }));
    let proposed =
        node.propose_vault_limits(&office.administrator, limits, "as decided".into()).await.unwrap();
    assert_eq!(refusal(node.approve(&office.administrator, proposed.entry).await), Refusal::SamePerson);
    assert_eq!(node.vault_use(&office.administrator).unwrap().limits, VaultLimits::default(), "not yet");
    node.approve(&office.supervisor, proposed.entry).await.unwrap();
    assert_eq!(node.vault_use(&office.administrator).unwrap().limits, limits);
    let again = node.propose_vault_limits(&office.administrator, limits, "once more".into()).await;
    assert!(matches!(refusal(again), Refusal::Exists(_)));
    drop(office);
    let node = bench.open().await.unwrap();
    assert_eq!(node.state().offices().next().unwrap().vault_limits, limits, "the log says so");
}

#[tokio::test]
async fn what_would_be_more_than_the_vault_may_hold_changes_nothing() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (one, two) = (case(&office).await, case(&office).await);
    set(&office, NONE).await;
    send(&office, one, bytes(100_000)).await.unwrap();
    let held = office.node.vault_use(&office.administrator).unwrap().held_bytes;
    set(&office, VaultLimits { most_bytes: Some(held + 50_000), ..NONE }).await;
    let entries = office.node.state().size();
    assert_eq!(no_room(send(&office, two, bytes(50_000)).await), (Quota::Vault, held + 50_000, held));
    // What has no end is ended all the same.
    assert_eq!(no_room(send(&office, two, std::io::repeat(1)).await).0, Quota::Vault);
    assert_eq!((office.node.state().size(), staged(&bench)), (entries, 0));
    assert_eq!(office.node.vault_use(&office.administrator).unwrap().held_bytes, held);
    // What was refused took nothing of the room: something smaller has it.
    send(&office, two, bytes(40_000)).await.unwrap();
    assert!(office.node.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn a_case_has_room_of_its_own() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (one, two) = (case(&office).await, case(&office).await);
    set(&office, VaultLimits { most_case_bytes: Some(100_000), ..NONE }).await;
    send(&office, one, bytes(60_000)).await.unwrap();
    let (quota, most, held) = no_room(send(&office, one, bytes(60_000)).await);
    assert_eq!((quota, most), (Quota::Case, 100_000));
    assert!((60_000..70_000).contains(&held), "{held}");
    send(&office, two, bytes(60_000)).await.unwrap();
    // A folder is refused before it is read: nothing of it is staged at any time.
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("large.bin"), vec![3; 200_000]).unwrap();
    let mut read = 0;
    let mut watch = |_| {
        read += 1;
        std::ops::ControlFlow::Continue(())
    };
    let mut intake = Intake::watched(Limits::default(), &mut watch);
    let source = Source::Copy(folder.path());
    let new = NewExhibit { title: "A folder".into(), custody: collected(), item: None, source };
    let refused = office.node.receive_exhibit(&office.investigator, two, new, &mut intake).await;
    assert_eq!(no_room(refused.map(|taken| taken.number)).0, Quota::Case);
    drop(intake);
    assert_eq!((read, staged(&bench)), (0, 0));
}

#[tokio::test]
async fn what_is_read_and_has_no_entry_yet_counts_for_others_that_begin() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let case = case(&office).await;
    set(&office, VaultLimits { most_case_bytes: Some(100_000), ..NONE }).await;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("image.dd"), vec![3; 60_000]).unwrap();
    let mut beside = None;
    {
        // While the media of the first are read, which may take minutes, a second is taken in.
        let mut read = |_: &mut dyn ImageSource| {
            let second = || {
                let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
                runtime.block_on(send(&office, case, bytes(60_000)))
            };
            beside = std::thread::scope(|scope| scope.spawn(second).join().ok());
            None
        };
        let mut intake = Intake::new(Limits::default());
        let source = Source::Copy(folder.path());
        let new = NewExhibit { title: "An image".into(), custody: collected(), item: None, source };
        office.node.receive_images(&office.investigator, case, new, &mut intake, &mut read).await.unwrap();
    }
    assert_eq!(no_room(beside.unwrap()).0, Quota::Case);
    // What failed counts no more.
    send(&office, case, bytes(30_000)).await.unwrap();
}

#[tokio::test]
async fn what_is_kept_free_of_the_disk_stays_free() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let case = case(&office).await;
    take(&office, case, crate::exhibits::folder().path()).await;
    let taken = 8 << 20;
    let used = office.node.vault_use(&office.administrator).unwrap().held_bytes;
    bench.disk.set_capacity(Some(used + (4 << 20)));
    // As long as nobody says otherwise, a gibibyte is kept.
    assert_eq!(no_room(send(&office, case, bytes(1)).await).1, KEPT_FREE_BYTES);
    bench.disk.set_capacity(None);
    set(&office, VaultLimits { kept_free_bytes: 1 << 20, ..NONE }).await;
    bench.disk.set_capacity(Some(used + (6 << 20)));
    let free = bench.disk.free_bytes().unwrap().unwrap();
    let (quota, most, _) = no_room(send(&office, case, bytes(taken)).await);
    assert_eq!((quota, most), (Quota::Disk, 1 << 20));
    assert_eq!((bench.disk.free_bytes().unwrap(), staged(&bench)), (Some(free), 0), "all was given back");
    send(&office, case, bytes(1 << 20)).await.unwrap();
    assert!(bench.disk.free_bytes().unwrap() >= Some(1 << 20));
}

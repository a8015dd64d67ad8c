//! Exhibits and leads: taken in once, found, followed, and gone when they are forgotten.

#![allow(clippy::disallowed_methods, reason = "what a test takes in need not survive a power cut")]
use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use comity_casework::body::{CaseAct, WithdrawalGround};
use comity_casework::exhibit::{CustodyRefusal, Holding, MANIFEST, NewExhibit, Source, Turn, Verified};
use comity_casework::lead::{HITS, NewScan, count_reached};
use comity_casework::{CaseworkError, Fault, Refusal, SWEEP_GRACE, Session, With};
use comity_chain::Finding;
use comity_chain::tags::{TagPack, TagSet};
use comity_chain::trace::{End, Start, TraceQuestion};
use comity_disk::{Disk as _, DiskPath};
use comity_evidence::custody::{Act, CustodyEntry, GapKind, Item, Party};
use comity_evidence::{Intake, Limits, Progress, Verdict};
use comity_record::{CaseId, Coded as _, Sha256Digest, Token};
use comity_request::Identifier;
use comity_store::{Delta, Store, Wrap, WrapChange, WrapKind};
use jiff::Timestamp;
use serde_json::json;
use tempfile::TempDir;

use crate::bench::{Bench, NOON, Staffed, refusal};

const NOTE: &str = "pay to bcrt1qexample";

pub fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("mail")).unwrap();
    fs::write(folder.path().join("note.txt"), NOTE).unwrap();
    fs::write(folder.path().join("mail/1.eml"), "Subject: wallet\n").unwrap();
    folder
}

/// An act by which a thing comes into custody.
pub fn collected() -> CustodyEntry {
    act_of(Act::Collected)
}

fn act_of(act: Act) -> CustodyEntry {
    let at = "2026-11-23T11:00:00+05:00[Asia/Dushanbe]".parse().unwrap();
    let entry = CustodyEntry::new(act, at, "the trader's office", "search under warrant 7");
    CustodyEntry { authority: Some("warrant 7".into()), ..entry }
}

fn from<'a>(title: &str, source: Source<'a>) -> NewExhibit<'a> {
    NewExhibit { title: title.into(), custody: act_of(Act::Collected), item: None, source }
}

pub async fn take(office: &Staffed, case: CaseId, path: &Path) -> u32 {
    take_as(office, &office.investigator, case, path).await
}

pub async fn take_as(office: &Staffed, officer: &Session, case: CaseId, path: &Path) -> u32 {
    let mut intake = Intake::new(Limits::default());
    let new = from("The trader's notebook", Source::Copy(path));
    office.node.receive_exhibit(officer, case, new, &mut intake).await.unwrap().number
}

#[tokio::test]
async fn a_folder_comes_in_once_and_is_read_back_whole() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let folder = folder();
    std::os::unix::fs::symlink("/etc", folder.path().join("link")).unwrap();
    fs::create_dir(folder.path().join("empty")).unwrap();
    let mut intake = Intake::new(Limits::default());
    let new = from("The trader's notebook", Source::Copy(folder.path()));
    let taken = node.receive_exhibit(officer, case, new, &mut intake).await.unwrap();
    assert_eq!((taken.number, &taken.gaps), (1, &vec![]));
    let left_out: Vec<_> =
        taken.left_out.iter().map(|left| (left.path.as_str(), left.kind.as_str())).collect();
    assert_eq!(left_out, [("empty", "empty-folder"), ("link", "link")]);
    let exhibit = node.exhibit(officer, case, 1).await.unwrap();
    let Some(Holding::Files { files: 2, bytes, root }) = exhibit.received.as_ref().map(|r| r.holds.clone())
    else {
        panic!("{:?}", exhibit.received);
    };
    assert_eq!(bytes, 36);
    let seal = node.manifest(officer, case, &exhibit).await.unwrap();
    assert_eq!((seal.root, seal.computed_root()), (root, root));
    let in_place = comity_evidence::seal_in_place(folder.path(), &mut Intake::new(Limits::default()));
    assert_eq!(in_place.unwrap(), seal, "what is in the vault is what lies in the folder");
    let mut intake = Intake::new(Limits::default());
    let verified = node.verify_exhibit(officer, case, &exhibit, &mut intake).await.unwrap();
    assert!(matches!(verified, Verified::Files { files: 2, damaged } if damaged.is_empty()));
    // The officer took it, with this program, and nothing is missing in the chain.
    let act = exhibit.acts[0].custody.as_ref().unwrap();
    assert_eq!(act.taker.as_ref().unwrap().name, "investigator");
    assert_eq!(act.exhibit, "E-1");
    assert!(exhibit.chains[0].1.gaps.is_empty(), "{:?}", exhibit.chains);
    // The same folder again takes no more room, and the next number.
    let before = bench.store.wraps(Some((WrapKind::Object, vec![])), 1000).await.unwrap().len();
    assert_eq!(take(&office, case, folder.path()).await, 2);
    let after = bench.store.wraps(Some((WrapKind::Object, vec![])), 1000).await.unwrap().len();
    assert_eq!(before, after);
    assert!(node.verify().await.unwrap().faults.is_empty());
    node.rebuild().await.unwrap();
    assert!(node.verify().await.unwrap().faults.is_empty());
    let reopened = bench.open_again().await.unwrap();
    assert_eq!(reopened.state().case(case).unwrap().exhibits, node.state().case(case).unwrap().exhibits);
}

#[tokio::test]
async fn reading_an_exhibit_again_tells_how_far_it_is_and_ends_when_nobody_waits() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let folder = folder();
    take(&office, case, folder.path()).await;
    let mut intake = Intake::new(Limits::default());
    let new = from("A server", Source::InPlace(folder.path()));
    node.receive_exhibit(officer, case, new, &mut intake).await.unwrap();
    for number in [1, 2] {
        let exhibit = node.exhibit(officer, case, number).await.unwrap();
        let mut told = Vec::new();
        let mut watch = |progress: Progress| {
            told.push(progress.bytes);
            ControlFlow::Continue(())
        };
        let mut intake = Intake::watched(Limits::default(), &mut watch);
        node.verify_exhibit(officer, case, &exhibit, &mut intake).await.unwrap();
        assert!(told.is_sorted() && told.len() > 2, "{told:?}");
        assert_eq!(told.last(), Some(&exhibit.received.as_ref().unwrap().holds.bytes()));
        let mut stop = |_: Progress| ControlFlow::Break(());
        let mut intake = Intake::watched(Limits::default(), &mut stop);
        let stopped = node.verify_exhibit(officer, case, &exhibit, &mut intake).await.unwrap_err();
        assert_eq!(stopped.code(), "evidence-stopped", "what was not read is not damaged");
    }
}

#[tokio::test]
async fn whoever_may_not_take_in_fills_no_disk_and_reads_nothing() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let folder = folder();
    let mut intake = Intake::new(Limits::default());
    let new = from("x", Source::Copy(folder.path()));
    let stranger = node.receive_exhibit(&office.prosecutor, case, new, &mut intake).await;
    assert!(matches!(refusal(stranger), Refusal::NotAllowed { .. }));
    assert_eq!(intake.progress().bytes, 0, "not a byte was read");
    take(&office, case, folder.path()).await;
    let exhibits = node.exhibits(&office.prosecutor, case).await;
    assert!(matches!(refusal(exhibits), Refusal::NotAllowed { .. }));
    let note = node.exhibit_file(&office.prosecutor, case, Sha256Digest::of(NOTE.as_bytes())).await;
    assert!(matches!(refusal(note.map(drop)), Refusal::NotAllowed { .. }));
    // A file of one case is not a file of another.
    let (other, _) = node.open_case(officer, "Other".into(), None).await.unwrap();
    let note = node.exhibit_file(officer, other, Sha256Digest::of(NOTE.as_bytes())).await;
    assert!(matches!(refusal(note.map(drop)), Refusal::UnknownFile(_)));
}

#[tokio::test]
async fn an_object_that_is_gone_is_reported() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    take(&office, case, folder().path()).await;
    let exhibit = office.node.exhibit(&office.investigator, case, 1).await.unwrap();
    for object in objects(&bench) {
        let bytes = bench.disk.read(&object, 1 << 20).unwrap();
        bench.disk.remove(&object).unwrap();
        let faults = office.node.verify().await.unwrap().faults;
        let [Fault::File { case: of, entry, what, .. }] = faults.as_slice() else { panic!("{faults:?}") };
        assert_eq!((*of, *entry, *what), (case, exhibit.entry, "it is not in the vault"));
        comity_disk::write_durable(&bench.disk, &object, &bytes).unwrap();
    }
    assert_eq!(office.node.verify().await.unwrap().faults, []);
}

/// The objects of the vault.
pub fn objects(bench: &Bench) -> Vec<DiskPath> {
    let folder = DiskPath::new("objects").unwrap();
    let mut objects = Vec::new();
    for shard in bench.disk.list(&folder).unwrap() {
        let shard = folder.join(&shard.name).unwrap();
        if let Ok(inside) = bench.disk.list(&shard) {
            objects.extend(inside.iter().map(|object| shard.join(&object.name).unwrap()));
        }
    }
    assert!(!objects.is_empty());
    objects
}

#[tokio::test]
async fn files_whose_keys_were_deleted_are_reported_and_never_swept() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    take(&office, case, folder().path()).await;
    let exhibit = node.exhibit(officer, case, 1).await.unwrap();
    let before = objects(&bench);
    let keys = bench.store.wraps(Some((WrapKind::Object, vec![])), 1000).await.unwrap();
    let keys: Vec<_> = keys.into_iter().filter(|wrap| wrap.kind == WrapKind::Object).collect();
    assert_eq!(keys.len(), 3, "two files and their list");
    let commit = async |wraps| {
        bench.store.commit(Delta { wraps, ..Delta::at(node.state().size()) }).await.unwrap();
    };
    // One key that is deleted or overwritten, and then all of them.
    for lost in [&keys[..1], &keys[1..2], &keys[2..], &keys[..]] {
        let garbage = |wrap: &Wrap| WrapChange::Put(Wrap { wrapped: vec![7; 40], ..wrap.clone() });
        let delete = |wrap: &Wrap| WrapChange::Destroy(wrap.kind, wrap.id.clone());
        for change in [&garbage as &dyn Fn(&Wrap) -> WrapChange, &delete] {
            commit(lost.iter().map(change).collect()).await;
            let faults = node.verify().await.unwrap().faults;
            assert!(!faults.is_empty());
            for fault in &faults {
                let Fault::File { case: of, entry, what, .. } = fault else { panic!("{fault:?}") };
                assert_eq!((*of, *entry, *what), (case, exhibit.entry, "its key is gone"));
            }
            for seconds in [0, SWEEP_GRACE.as_secs()] {
                bench.clock.set(NOON + u64::try_from(seconds).unwrap());
                let swept = node.sweep(&office.administrator).await;
                assert!(matches!(swept, Err(CaseworkError::FilesLost { .. })), "{swept:?}");
            }
            commit(lost.iter().cloned().map(WrapChange::Put).collect()).await;
        }
    }
    assert_eq!(objects(&bench), before);
    assert_eq!(node.verify().await.unwrap().faults, []);
    assert_eq!(node.sweep(&office.administrator).await.unwrap().removed, []);
    assert_eq!(node.sweep(&office.administrator).await.unwrap().waiting, []);
}

#[tokio::test]
async fn the_files_of_a_forgotten_exhibit_are_removed_and_no_others() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let second = folder();
    fs::write(second.path().join("private.txt"), "the neighbour's illness").unwrap();
    take(&office, case, folder().path()).await;
    take(&office, case, second.path()).await;
    let exhibit = node.exhibit(officer, case, 2).await.unwrap();
    let proposal = node.propose(officer, case, CaseAct::Forget(exhibit.entry), "not of the case".into());
    let proposal = proposal.await.unwrap();
    let before = objects(&bench).len();
    node.approve_in_case(&office.supervisor, case, proposal.entry).await.unwrap();
    assert_eq!(before - objects(&bench).len(), 2, "the file and the list");
    assert_eq!(node.sweep(&office.administrator).await.unwrap().waiting, []);
    assert_eq!(node.verify().await.unwrap().faults, []);
    assert!(node.exhibit_file(officer, case, Sha256Digest::of(NOTE.as_bytes())).await.is_ok());
}

#[tokio::test]
async fn a_hand_over_is_told_and_a_missing_one_is_shown() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let mut intake = Intake::new(Limits::default());
    node.receive_exhibit(officer, case, from("A telephone", Source::Thing), &mut intake).await.unwrap();
    let person = |name: &str| Some(Party { name: name.into(), role: None, organisation: "Unit One".into() });
    let mut over = act_of(Act::HandedOver);
    over.giver = person("investigator");
    over.taker = person("the laboratory");
    node.record_custody(officer, case, 1, over, Turn::Next).await.unwrap();
    let exhibit = node.exhibit(officer, case, 1).await.unwrap();
    assert_eq!(exhibit.chains[0].1.holder, person("the laboratory"));
    let gaps: Vec<_> = exhibit.chains[0].1.gaps.iter().map(|gap| (gap.at, &gap.kind)).collect();
    assert_eq!(gaps, [(1, &GapKind::MissingSignature)], "the laboratory has not signed");
    let nobody = CustodyEntry { taker: person("investigator"), ..act_of(Act::HandedOver) };
    let nobody = node.record_custody(officer, case, 1, nobody, Turn::Next).await;
    assert_eq!(refusal(nobody), CustodyRefusal::PersonMissing { who: "giver" }.into());
    let mut stray = act_of(Act::HandedOver);
    stray.giver = person("somebody else");
    stray.taker = person("investigator");
    let (_, stray) = node.record_custody(officer, case, 1, stray, Turn::Next).await.unwrap();
    let (holder, found) = (person("the laboratory").unwrap(), person("somebody else").unwrap());
    let missing = [GapKind::MissingHandOver { holder, found }, GapKind::MissingSignature];
    assert_eq!(
        stray.gaps.into_iter().map(|gap| gap.kind).collect::<Vec<_>>(),
        missing,
        "told when it is written"
    );
    // Neither hand-over was signed twice, and one names somebody who did not have it.
    assert_eq!(node.exhibit(officer, case, 1).await.unwrap().chains[0].1.gaps.len(), 3);
    let none = node.record_custody(officer, case, 2, act_of(Act::Examined), Turn::Next).await;
    assert_eq!(refusal(none), Refusal::UnknownExhibit(2));
}

#[tokio::test]
async fn a_hand_over_is_whole_when_both_persons_have_signed() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer, colleague) = (&office.node, &office.investigator, &office.prosecutor);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    node.assign(&office.supervisor, case, colleague.officer(), true).await.unwrap();
    let mut intake = Intake::new(Limits::default());
    let item = Item { make: Some("Maker".into()), imei: vec!["490154203237518".into()], ..Item::default() };
    let telephone = NewExhibit { item: Some(item.clone()), ..from("A telephone", Source::Thing) };
    let wrong = Item { imei: vec!["490154203237519".into()], ..item.clone() };
    let refused = NewExhibit { item: Some(wrong), ..from("A telephone", Source::Thing) };
    let refused = node.receive_exhibit(officer, case, refused, &mut intake).await;
    assert!(matches!(refusal(refused), Refusal::Body(_)), "its check digit does not fit");
    let taken = node.receive_exhibit(officer, case, telephone, &mut intake).await.unwrap();
    let party = |name: &str| Some(Party { name: name.into(), role: None, organisation: "Unit One".into() });
    let mut over = act_of(Act::HandedOver);
    over.giver = party("investigator");
    over.taker = party("prosecutor");
    over.storage = Some("room 4, shielded bag".into());
    let (act, further) = node.record_custody(officer, case, 1, over, Turn::Next).await.unwrap();
    assert_eq!(further.gaps.into_iter().map(|gap| gap.kind).collect::<Vec<_>>(), [GapKind::MissingSignature]);
    let confirm = async |who, act| node.confirm_custody(who, case, act, None).await;
    assert_eq!(refusal(confirm(officer, act.entry).await), Refusal::SamePerson);
    assert!(
        matches!(refusal(confirm(colleague, taken.receipt.entry).await), Refusal::NotOfAct { .. }),
        "the collection names the investigator alone"
    );
    confirm(colleague, act.entry).await.unwrap();
    let twice = refusal(confirm(colleague, act.entry).await);
    assert!(matches!(twice, Refusal::Custody(CustodyRefusal::Confirmed { .. })), "once is enough");
    let exhibit = node.exhibit(officer, case, 1).await.unwrap();
    assert_eq!(exhibit.acts[1].confirmed.as_ref().unwrap().by.name, "prosecutor");
    assert!(exhibit.chains[0].1.gaps.is_empty());
    assert_eq!(exhibit.received.unwrap().item, Some(item));
    assert_eq!(node.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn an_act_yet_to_come_is_refused_and_an_earlier_one_is_said_to_be_late() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let at = |second: u64| {
        comity_record::ActTime::at(Timestamp::new(i64::try_from(second).unwrap(), 0).unwrap(), "UTC").unwrap()
    };
    let act = |act: Act, second: u64| CustodyEntry { at: at(second), ..act_of(act) };
    let taken = async |second| {
        let new = NewExhibit { custody: act(Act::Collected, second), ..from("A telephone", Source::Thing) };
        node.receive_exhibit(officer, case, new, &mut Intake::new(Limits::default())).await
    };
    // The clocks of two offices may differ by five minutes.
    assert_eq!(refusal(taken(NOON + 301).await), Refusal::ActInFuture(at(NOON + 301)));
    taken(NOON + 300).await.unwrap();
    taken(NOON - 60).await.unwrap();
    let record =
        async |kind, second, turn| node.record_custody(officer, case, 2, act(kind, second), turn).await;
    for turn in [Turn::Next, Turn::Late] {
        let future = record(Act::Examined, NOON + 301, turn).await;
        assert_eq!(refusal(future), Refusal::ActInFuture(at(NOON + 301)));
    }
    let early = record(Act::Examined, NOON - 61, Turn::Next).await;
    assert_eq!(refusal(early), Refusal::ActBefore { at: at(NOON - 61), before: at(NOON - 60) });
    record(Act::Examined, NOON - 60, Turn::Next).await.unwrap();
    assert!(node.exhibit(officer, case, 2).await.unwrap().chains[0].1.gaps.is_empty());
    record(Act::Examined, NOON - 61, Turn::Late).await.unwrap();
    let gaps = node.exhibit(officer, case, 2).await.unwrap().chains.remove(0).1.gaps;
    assert_eq!(gaps.iter().map(|gap| gap.kind.code()).collect::<Vec<_>>(), ["evidence-gap-time"]);
    // The act before it is the latest, not the one that was recorded last.
    let between = record(Act::Examined, NOON - 61, Turn::Next).await;
    assert_eq!(refusal(between), Refusal::ActBefore { at: at(NOON - 61), before: at(NOON - 60) });
}

#[tokio::test]
async fn what_would_be_refused_is_not_read_first() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let seized = folder();
    take(&office, case, seized.path()).await;
    fs::write(seized.path().join("another.txt"), "not yet seen").unwrap();
    let before = objects(&bench);
    let mut intake = Intake::new(Limits::default());
    let long = from(&"я".repeat(101), Source::Copy(seized.path()));
    let refused = node.receive_exhibit(officer, case, long, &mut intake).await;
    assert!(matches!(refusal(refused), Refusal::Text(..)), "two bytes a letter");
    let mut nowhere = from("A folder", Source::Copy(seized.path()));
    nowhere.custody.place = String::new();
    let refused = node.receive_exhibit(officer, case, nowhere, &mut intake).await;
    assert!(matches!(refusal(refused), Refusal::Text(..)));
    assert_eq!(objects(&bench), before);
}

#[tokio::test]
async fn the_same_folder_is_taken_in_by_any_number_of_cases() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let seized = folder();
    fs::write(seized.path().join("empty"), "").unwrap();
    let mut cases = Vec::new();
    for n in 0..40 {
        let (case, _) = node.open_case(officer, format!("Case {n}"), None).await.unwrap();
        take(&office, case, seized.path()).await;
        cases.push(case);
    }
    for case in cases {
        let copied = node.exhibit(officer, case, 1).await.unwrap();
        assert!(copied.chains[0].1.gaps.is_empty());
    }
    assert_eq!(node.missing_files().await.unwrap(), BTreeSet::new());
}

#[tokio::test]
async fn a_withdrawn_exhibit_goes_into_no_request() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    take(&office, case, folder().path()).await;
    assert_eq!(node.exhibit_for_request(officer, case, 1).await.unwrap().number, "E-1");
    let exhibit = node.exhibit(officer, case, 1).await.unwrap();
    let ground = WithdrawalGround::Mistaken;
    node.withdraw(officer, case, exhibit.entry, ground, "another trader's".into()).await.unwrap();
    let refused = node.exhibit_for_request(officer, case, 1).await;
    assert_eq!(refusal(refused), Refusal::Withdrawn(exhibit.entry));
}

#[tokio::test]
async fn nobody_goes_on_from_an_exhibit_that_was_withdrawn() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let scan = crate::sample::searched_exhibit(&office, case).await;
    let exhibit = node.exhibit(officer, case, 1).await.unwrap().entry;
    let ground = WithdrawalGround::Mistaken;
    node.withdraw(officer, case, exhibit, ground, "another trader's".into()).await.unwrap();
    let promoted = node.promote_hit(officer, case, scan, 1, "suspect".parse().unwrap(), "his".into()).await;
    assert_eq!(refusal(promoted), Refusal::Withdrawn(exhibit));
    let again = NewScan { program: "comity".into(), files: 1, ..NewScan::default() };
    let again = node.record_scan(officer, case, 1, again).await;
    assert_eq!(refusal(again), Refusal::Withdrawn(exhibit));
}

#[tokio::test]
async fn a_reference_in_place_says_when_the_place_has_changed() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let folder = folder();
    let mut intake = Intake::new(Limits::default());
    let new = from("A server", Source::InPlace(folder.path()));
    node.receive_exhibit(officer, case, new, &mut intake).await.unwrap();
    let exhibit = node.exhibit(officer, case, 1).await.unwrap();
    let verdict = async || {
        let mut intake = Intake::new(Limits::default());
        match node.verify_exhibit(officer, case, &exhibit, &mut intake).await.unwrap() {
            Verified::InPlace(report) => report.verdict(),
            Verified::Files { .. } => panic!("nothing was copied"),
        }
    };
    assert_eq!(verdict().await, Verdict::Pass);
    fs::write(folder.path().join("note.txt"), "pay to bcrt1qanother").unwrap();
    assert_eq!(verdict().await, Verdict::Fail);
}

#[tokio::test]
async fn files_that_stay_where_they_are_are_not_missed_in_the_vault() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let folder = folder();
    let mut intake = Intake::new(Limits::default());
    let new = from("A server", Source::InPlace(folder.path()));
    node.receive_exhibit(officer, case, new, &mut intake).await.unwrap();
    let whole = async || {
        assert_eq!(node.verify().await.unwrap().faults, []);
        assert!(node.missing_files().await.unwrap().is_empty());
        assert_eq!(node.sweep(&office.administrator).await.unwrap().removed, []);
    };
    whole().await;
    node.rebuild().await.unwrap();
    whole().await;
    // Its list does not keep what another exhibit had in the vault, and that is forgotten.
    take(&office, case, folder.path()).await;
    whole().await;
    let copied = node.exhibit(officer, case, 2).await.unwrap();
    let act = CaseAct::Forget(copied.entry);
    let proposal = node.propose(officer, case, act, "not of the case".into()).await.unwrap();
    node.approve_in_case(&office.supervisor, case, proposal.entry).await.unwrap();
    let read = node.exhibit_file(officer, case, Sha256Digest::of(NOTE.as_bytes())).await;
    assert!(matches!(refusal(read.map(drop)), Refusal::UnknownFile(_)));
    whole().await;
    // The list itself lies in the vault, and is missed.
    let in_place = node.exhibit(officer, case, 1).await.unwrap();
    assert_eq!(node.manifest(officer, case, &in_place).await.unwrap().files.len(), 2);
    for object in objects(&bench) {
        bench.disk.remove(&object).unwrap();
    }
    assert_eq!(node.verify().await.unwrap().faults.len(), 1);
}

#[tokio::test]
async fn a_forgotten_exhibit_takes_the_keys_of_its_files_along_and_no_others() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let (first, second) = (folder(), folder());
    fs::write(second.path().join("private.txt"), "the neighbour's illness").unwrap();
    take(&office, case, first.path()).await;
    take(&office, case, second.path()).await;
    let exhibit = node.exhibit(officer, case, 2).await.unwrap();
    let manifest = exhibit.manifest.as_ref().unwrap();
    assert_eq!(manifest.name, MANIFEST);
    let act = CaseAct::Forget(exhibit.entry);
    let proposal = node.propose(officer, case, act, "not part of the case".into()).await.unwrap();
    node.approve_in_case(&office.supervisor, case, proposal.entry).await.unwrap();

    let read = async |text: &str| node.exhibit_file(officer, case, Sha256Digest::of(text.as_bytes())).await;
    assert!(matches!(
        read("the neighbour's illness").await,
        Err(CaseworkError::Refused(Refusal::UnknownFile(_)))
    ));
    assert!(read(NOTE).await.is_ok(), "the first exhibit still has this one");
    let attached = node.attached(officer, exhibit.entry, manifest.sha256).await;
    assert!(matches!(refusal(attached.map(drop)), Refusal::UnknownFile(_)));
    // The number stays taken, and what was forgotten folds to the same state again.
    assert!(node.exhibit(officer, case, 2).await.unwrap().received.is_none());
    assert_eq!(take(&office, case, first.path()).await, 3);
    assert!(node.verify().await.unwrap().faults.is_empty());
    let reopened = bench.open_again().await.unwrap();
    assert_eq!(reopened.state().case(case).unwrap().exhibits, node.state().case(case).unwrap().exhibits);
}

fn address(value: &str) -> serde_json::Value {
    json!({ "kind": "bitcoin-address", "class": "verified", "value": value, "canonical": value,
        "network": "regtest", "words": null, "fingerprint": null, "file": "note.txt", "path": "note.txt-7",
        "offset": 7, "length": value.len(), "decoders": [], "context": { "before": "", "after": "" } })
}

#[tokio::test]
async fn a_find_becomes_an_account_of_the_case() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    take(&office, case, folder().path()).await;
    let scan = |hits: Vec<serde_json::Value>| NewScan {
        program: "comity".into(),
        files: 2,
        hits,
        ..NewScan::default()
    };
    let missing = node.record_scan(officer, case, 9, scan(vec![])).await;
    assert_eq!(refusal(missing), Refusal::UnknownExhibit(9));
    let odd = node.record_scan(officer, case, 1, scan(vec![json!({ "kind": 7 })])).await;
    assert!(matches!(refusal(odd), Refusal::Body(_)));
    let hits = vec![address("bcrt1qone"), address("bcrt1qtwo")];
    let recorded = node.record_scan(officer, case, 1, scan(hits.clone())).await.unwrap();
    assert_eq!(node.hits(officer, case, recorded.entry).await.unwrap(), hits);
    let role = || "suspect".parse().unwrap();
    let promote = async |line| {
        node.promote_hit(officer, case, recorded.entry, line, role(), "in the ransom note".into()).await
    };
    assert_eq!(refusal(promote(0).await), Refusal::UnknownHit(0));
    assert_eq!(refusal(promote(3).await), Refusal::UnknownHit(3));
    let account = promote(2).await.unwrap();
    let by = account.entry;
    assert_eq!(refusal(promote(2).await), Refusal::AccountExists { what: "bcrt1qtwo".into(), by });
    let wictim = "wictim".parse::<Token>().unwrap();
    let wrong = node.promote_hit(officer, case, recorded.entry, 1, wictim.clone(), "x".into()).await;
    assert_eq!(refusal(wrong), Refusal::UnknownRole(wictim));
    let accounts = node.accounts(officer, case).await.unwrap();
    assert_eq!(accounts[0].entry, account.entry);
    assert_eq!(accounts[0].promoted.as_ref().unwrap().hit.canonical.as_deref(), Some("bcrt1qtwo"));
    let scans = node.entries_of(officer, case, &["scan.recorded"]).await.unwrap();
    assert_eq!(scans[0].attachments[0].name, HITS);
    // What was withdrawn can be promoted anew.
    node.withdraw(officer, case, by, WithdrawalGround::Mistaken, "another role".into()).await.unwrap();
    promote(2).await.unwrap();
    // A note is no scan that something could be found in.
    let note = node.write_note(officer, case, "x".into()).await.unwrap();
    let body = accounts[0].promoted.clone().unwrap();
    let stray = node.record(officer, case, &body, With::reference("found-in", note.entry)).await;
    assert_eq!(refusal(stray), Refusal::UnknownEntry(note.entry));
}

#[tokio::test]
async fn addresses_of_other_ledgers_are_asked_about_by_their_ledgers() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    take(&office, case, folder().path()).await;
    let hit = |kind: &str, value: &str| {
        let mut hit = address(value);
        hit["kind"] = kind.into();
        hit["network"] = serde_json::Value::Null;
        hit
    };
    let (tron, evm) = ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    let hits = vec![hit("tron-address", tron), hit("evm-address", evm), hit("something-later", "x")];
    let scan = NewScan { program: "comity".into(), files: 1, hits, ..NewScan::default() };
    let scan = node.record_scan(officer, case, 1, scan).await.unwrap().entry;
    for line in 1..=3 {
        node.promote_hit(officer, case, scan, line, "suspect".parse().unwrap(), "his".into()).await.unwrap();
    }
    let facts = node.case_facts(officer, case, None).await.unwrap();
    // Of which chain the second is, no letter tells: the drafter names it.
    let expected = [Identifier::new("address", "tron", tron), Identifier::new("address", "", evm)];
    assert_eq!(facts.accounts, expected);
}

/// Follows money on the chain of the exercise.
fn found(starts: Vec<Start>) -> (Finding, TagPack) {
    use comity_chain::ledger::{IngestOptions, Ledger};
    use comity_chain::source::BlkFiles;
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let network = comity_chain::Network::Regtest;
    let mut ledger = Ledger::new(network);
    let source = BlkFiles::folder(&packs.join("exercises/chain"), network).unwrap();
    ledger.ingest(&source, &IngestOptions::default(), &mut |_| {}).unwrap();
    let pack = TagPack::parse(&fs::read(packs.join("tags/exercise.yaml")).unwrap()).unwrap();
    let mut tags = TagSet::new(network);
    tags.add(&pack);
    let question = TraceQuestion::fifo_forward(starts);
    let finding = ledger.at(Some(860)).unwrap().find(&question, &tags, &[(&pack).into()]).unwrap();
    (finding, pack)
}

fn victim() -> Start {
    Start::Address("mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31".to_owned())
}

#[tokio::test]
async fn money_that_joins_another_start_is_counted_once() {
    let (alone, _) = found(vec![victim()]);
    let through = alone.flows.iter().find(|flow| flow.hop == 1 && flow.end == End::Followed).unwrap();
    let output = format!("{}:{}", through.txid, through.vout.unwrap()).parse().unwrap();
    let (twice, _) = found(vec![victim(), Start::Output(output)]);
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    for finding in [&alone, &twice] {
        node.record_trace(officer, case, &finding.to_json().unwrap(), b"<svg/>", &[]).await.unwrap();
    }
    let traces = node.traces(officer, case).await.unwrap();
    let recorded = |at: usize| traces[at].recorded.as_ref().unwrap();
    assert!(recorded(1).started_sat > recorded(0).started_sat);
    assert_eq!(recorded(0).followed_sat(), recorded(0).started_sat);
    assert_eq!(recorded(1).followed_sat(), recorded(0).started_sat);
}

#[tokio::test]
async fn a_trace_goes_in_with_what_it_reached_and_a_changed_finding_does_not() {
    let (finding, pack) = found(vec![victim()]);
    let json = finding.to_json().unwrap();

    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let (number, _) = node.record_trace(officer, case, &json, b"<svg/>", &[]).await.unwrap();
    assert_eq!(number, 1);
    let traces = node.traces(officer, case).await.unwrap();
    let recorded = traces[0].recorded.as_ref().unwrap();
    assert_eq!(recorded.started_sat, recorded.ended_sat.values().sum::<u64>());
    let at_services: u64 = recorded.reached.iter().map(|reached| reached.value_sat).sum();
    assert_eq!(Some(&at_services), recorded.ended_sat.get("service"));
    assert!(recorded.reached.iter().all(|reached| reached.pack == pack.digest && !reached.txids.is_empty()));
    assert!(at_services > 0);
    assert_eq!(count_reached(&finding), recorded.reached.len());
    let kept = node.attached(officer, traces[0].entry, traces[0].attachments[0].sha256).await.unwrap();
    assert_eq!(*kept, json, "the finding comes back byte for byte");

    // A request is about the service that most of it reached, however many addresses that took, or about the one named.
    let sums: Vec<_> =
        recorded.services().iter().map(|service| (service.label, service.value_sat())).collect();
    assert_eq!(sums, [("Exchange Y (invented)", 637_820_770), ("Exchange X (invented)", 535_308_921)]);
    assert_eq!(
        recorded.reached[0].label, "Exchange X (invented)",
        "the largest sum at one address is another's"
    );
    for (asked, label) in [(None, sums[0].0), (Some(sums[1].0), sums[1].0)] {
        let facts = node.case_facts(officer, case, asked).await.unwrap();
        assert_eq!(facts.provider.unwrap().names, [label]);
        let its: BTreeSet<_> = recorded.reached.iter().filter(|reached| reached.label == label).collect();
        let addresses: BTreeSet<_> =
            facts.accounts.iter().filter(|account| account.kind == "address").map(|a| &a.text).collect();
        assert_eq!(addresses, its.iter().map(|reached| &reached.address).collect());
    }
    // Of the accounts that officers follow, the victim's is nobody's to ask about, and one that stands elsewhere is not
    // this service's; the network is that of the ledger, which the letters of an address do not tell.
    take(&office, case, folder().path()).await;
    let at_x = recorded.services()[1].at[0].address.clone();
    let hits: Vec<_> =
        ["mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31", "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", "mOther", &at_x]
            .map(|value| {
                let mut hit = address(value);
                hit["network"] = json!("testnet-or-regtest");
                hit
            })
            .into();
    let scan = NewScan { program: "comity".into(), files: 2, hits, ..NewScan::default() };
    let scan = node.record_scan(officer, case, 1, scan).await.unwrap().entry;
    let mut accounts = Vec::new();
    for (line, role) in [(1, "victim"), (2, "suspect"), (3, "unknown"), (4, "unknown")] {
        let role = role.parse().unwrap();
        let account = node.promote_hit(officer, case, scan, line, role, "in the notes".into()).await.unwrap();
        accounts.push(account.entry);
    }
    let facts = node.case_facts(officer, case, Some(sums[1].0)).await.unwrap();
    assert!(
        facts.accounts.iter().all(|account| account.network == "bitcoin-regtest"),
        "{:?}",
        facts.accounts
    );
    let count = |text: &str| facts.accounts.iter().filter(|account| account.text == text).count();
    let counted = [count("mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31"), count("mOther"), count(&at_x)];
    assert_eq!(counted, [0, 0, 1]);
    assert_eq!(count("mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"), 1);

    let unknown = node.case_facts(officer, case, Some("Exchange Z")).await.unwrap_err();
    assert_eq!(unknown.code(), "casework-request-service-not-reached");
    assert_eq!(unknown.args()[1].1, "Exchange X (invented); Exchange Y (invented)");

    // Whoever has an exhibit destroyed is told what was followed from it.
    let (_, from_it) = node.record_trace(officer, case, &json, b"<svg/>", &accounts[..1]).await.unwrap();
    let state = node.state();
    let within = state.case(case).unwrap();
    let gone = within.with_repetitions(within.standing(scan).unwrap().repeats[0]);
    assert!(gone.contains(&scan) && accounts.iter().all(|account| gone.contains(account)));
    for entry in [scan, accounts[0]] {
        assert_eq!(within.resting_on(entry), BTreeSet::from([from_it.entry]));
    }
    assert!(within.resting_on(accounts[1]).is_empty());

    let changed = String::from_utf8(json).unwrap().replacen("\"at_height\": 860", "\"at_height\": 861", 1);
    let changed = node.record_trace(officer, case, changed.as_bytes(), b"<svg/>", &[]).await;
    assert!(matches!(refusal(changed), Refusal::Body(_)));
}

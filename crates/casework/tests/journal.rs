//! What is recorded follows, is durable, and is in the log.

use std::sync::Arc;

use comity_casework::body::{NoteWritten, WithdrawalGround};
use comity_casework::{Refusal, With};
use comity_journal::{KnownLog, ProofFile, Trust};
use comity_record::{ActTime, EntryId};

use crate::bench::{Bench, NOON, Staffed, refusal};

#[tokio::test]
async fn a_corrected_or_withdrawn_entry_stays_as_it_was() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let officer = &office.investigator;
    let (case, opened) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let note = node.write_note(officer, case, "seen on Monday".into()).await.unwrap();
    let better = NoteWritten { text: "seen on Tuesday".into() };
    let correction = node.correct(officer, case, note.entry, &better, "wrong day".into()).await.unwrap();
    let line = node.timeline(officer, case, 1, 1).await.unwrap();
    assert_eq!(line[0].standing.as_ref().unwrap().corrected_by, Some(correction.entry));
    let body: NoteWritten = line[0].row.body.as_ref().unwrap().deserialized().unwrap();
    assert_eq!(body.text, "seen on Monday");
    let ground = WithdrawalGround::WrongCase;
    node.withdraw(officer, case, note.entry, ground, "another case".into()).await.unwrap();
    let again = node.withdraw(officer, case, note.entry, ground, "again".into()).await;
    assert!(matches!(refusal(again), Refusal::NotChangeable(_)));
    let decision = node.withdraw(officer, case, opened.entry, ground, "x".into()).await;
    assert!(matches!(refusal(decision), Refusal::NotChangeable(_)));
    let unknown = EntryId::of(b"unknown");
    assert_eq!(
        refusal(node.withdraw(officer, case, unknown, ground, "x".into()).await),
        Refusal::UnknownEntry(unknown)
    );
}

#[tokio::test]
async fn recorded_time_never_runs_backwards_and_a_jump_is_marked() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let (case, first) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    bench.clock.set(NOON - 3600);
    let second = node.write_note(&office.investigator, case, "x".into()).await.unwrap();
    assert_eq!(second.recorded, first.recorded);
    bench.clock.set(NOON + 60);
    let third = node.write_note(&office.investigator, case, "x".into()).await.unwrap();
    assert!(third.recorded > second.recorded);
    let jumps: Vec<_> = node
        .timeline(&office.investigator, case, 0, 10)
        .await
        .unwrap()
        .iter()
        .map(|e| e.row.clock_jump)
        .collect();
    assert_eq!(jumps, [false, true, false]);
}

#[tokio::test]
async fn an_act_keeps_its_own_time() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let (case, _) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let act: ActTime = "2026-11-20T16:20:00+05:00[Asia/Dushanbe]".parse().unwrap();
    let with = With { act: Some(act.clone()), ..With::default() };
    node.record(&office.investigator, case, &NoteWritten { text: "seen".into() }, with).await.unwrap();
    let line = node.timeline(&office.investigator, case, 1, 1).await.unwrap();
    assert_eq!(line[0].row.act, act);
}

#[tokio::test]
async fn every_entry_is_proven_by_the_log() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let (case, _) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let note = node.write_note(&office.investigator, case, "x".into()).await.unwrap();
    let known = KnownLog::of_node(node.node_key().key_id(), vec![node.node_key()]);
    let log = node.log();
    let file = log.prove(note.log_index, log.note(), &known).unwrap().to_string();
    let file = ProofFile::parse(file.as_bytes()).unwrap();
    let trust = Trust { log: &known, witnesses: &[], quorum: 0 };
    assert_eq!(file.id, note.entry);
    assert_eq!(file.verify(&trust).unwrap().checkpoint.head.size, node.state().size());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn officers_who_write_at_once_leave_no_gap() {
    let bench = Bench::new();
    let office = Arc::new(Staffed::new(&bench).await);
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let tasks: Vec<_> = (0..64)
        .map(|n| {
            let office = Arc::clone(&office);
            tokio::spawn(async move {
                office.node.write_note(&office.investigator, case, format!("note {n}")).await.unwrap()
            })
        })
        .collect();
    let mut places = Vec::new();
    for task in tasks {
        places.push(task.await.unwrap().sequence);
    }
    places.sort_unstable();
    assert_eq!(places, (1..=64).collect::<Vec<u64>>());
    assert!(office.node.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn what_was_written_while_the_disk_was_full_is_logged_when_there_is_room() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    bench.disk.set_capacity(Some(0));
    let mut last = None;
    for n in 0..3 {
        last = Some(node.write_note(officer, case, format!("note {n}")).await.unwrap());
    }
    assert!(node.log().head().size < node.state().size(), "durable, and not yet logged");
    bench.disk.set_capacity(None);
    let next = node.write_note(officer, case, "there is room".into()).await.unwrap();
    assert_eq!(node.log().head().size, node.state().size());
    for receipt in [last.unwrap(), next] {
        assert_eq!(node.log().entry(receipt.log_index).unwrap(), receipt.entry);
    }
    node.log().verify().unwrap();
    assert_eq!(node.verify().await.unwrap().faults, []);
}

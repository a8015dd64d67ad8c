//! Somebody edits the database. It gives nobody a right, and it is noticed.

use comity_casework::body::{Body as _, CaseAct, CaseProposal};
use comity_casework::{CaseworkError, Fault, TIMELINE, TimelineRow};
use comity_record::cbor::{from_canonical, to_canonical, value_from_canonical};
use comity_record::{CaseId, Token};
use comity_store::{Delta, Row, RowChange, Store, StoredEntry};

use crate::bench::{Bench, Staffed};

fn line(case: CaseId, sequence: u64) -> Vec<u8> {
    [case.as_bytes().as_slice(), &sequence.to_be_bytes()].concat()
}

#[tokio::test]
async fn an_edited_row_is_reported_and_gives_nobody_a_right() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let (case, _) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let rows = bench.store.rows(TIMELINE, Some(case), None, 10).await.unwrap();
    let edited = Row { data: b"edited".to_vec(), ..rows[0].clone() };
    let invented = Row { key: b"invented".to_vec(), ..rows[0].clone() };
    let rows = vec![RowChange::Put(edited), RowChange::Put(invented)];
    bench.store.commit(Delta { rows, ..Delta::at(node.state().size()) }).await.unwrap();
    let report = node.verify().await.unwrap();
    let whats: Vec<_> = report
        .faults
        .iter()
        .map(|fault| match fault {
            Fault::Row { what, .. } => *what,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(whats, ["changed", "one too many"]);
    // Rights are folded from entries: the state does not know the row.
    assert!(node.write_note(&office.auditor, case, "x".into()).await.is_err());
    node.rebuild().await.unwrap();
    assert!(node.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn whoever_decides_is_shown_what_was_signed_and_not_what_a_row_says() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let note = node.write_note(officer, case, "the address of the witness".into()).await.unwrap();
    let kept = node.write_note(officer, case, "kept".into()).await.unwrap();
    let act = CaseAct::Forget(note.entry);
    let proposal = node.propose(officer, case, act.clone(), "not part of the case".into()).await.unwrap();
    // Somebody has the second person read of another entry than the one that would be destroyed.
    let key = line(case, proposal.sequence);
    let row = bench.store.row(TIMELINE, &key).await.unwrap().unwrap();
    let mut shown: TimelineRow = from_canonical(&row.data).unwrap();
    let other = CaseProposal { act: CaseAct::Forget(kept.entry), reason: "a double".into() };
    shown.body = Some(value_from_canonical(&to_canonical(&other).unwrap()).unwrap());
    let rows = vec![RowChange::Put(Row { data: to_canonical(&shown).unwrap(), ..row })];
    bench.store.commit(Delta { rows, ..Delta::at(node.state().size()) }).await.unwrap();

    let line = node.timeline(&office.supervisor, case, proposal.sequence, 1).await.unwrap();
    let body: CaseProposal = line[0].row.body.as_ref().unwrap().deserialized().unwrap();
    assert_eq!(body.act, act);
    let told = node.entries_of(&office.supervisor, case, &[CaseProposal::KIND]).await.unwrap();
    assert_eq!(told[0].body::<CaseProposal>().unwrap().act, act);
}

#[tokio::test]
async fn an_entry_that_was_edited_under_a_running_node_is_not_shown() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let first = node.write_note(officer, case, "first".into()).await.unwrap();
    let second = node.write_note(officer, case, "second".into()).await.unwrap();
    let first = bench.store.entry(first.entry).await.unwrap().unwrap();
    let second = bench.store.entry(second.entry).await.unwrap().unwrap();
    // Another statement, seal or content; another entry; none at all, for the place or for the content.
    let edited = [
        StoredEntry { statement: first.statement.clone(), ..second.clone() },
        StoredEntry { seal: first.seal.clone(), ..second.clone() },
        StoredEntry { sealed: first.sealed.clone(), ..second.clone() },
        StoredEntry { sealed: None, ..second.clone() },
        StoredEntry { id: first.id, ..second.clone() },
        StoredEntry { log_index: second.log_index, sequence: second.sequence, ..first.clone() },
        StoredEntry { sequence: 77, ..second.clone() },
    ];
    for edited in edited {
        bench.store.overwrite_entry(second.log_index, edited.clone());
        assert!(node.timeline(officer, case, 0, 10).await.is_err(), "{edited:?}");
        assert!(node.entries_of(officer, case, &["note.written"]).await.is_err(), "{edited:?}");
        bench.store.overwrite_entry(second.log_index, second.clone());
    }
    assert_eq!(node.timeline(officer, case, 0, 10).await.unwrap().len(), 3);
}

async fn damaged(change: impl Fn(&mut StoredEntry)) -> CaseworkError {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let note = office.node.write_note(&office.investigator, case, "x".into()).await.unwrap();
    drop(office);
    let mut stored = bench.store.entry(note.entry).await.unwrap().unwrap();
    change(&mut stored);
    bench.store.overwrite_entry(note.log_index, stored);
    bench.open().await.map(drop).unwrap_err()
}

#[tokio::test]
async fn an_edited_entry_refuses_to_start_and_is_named() {
    let flip = |bytes: &mut Vec<u8>, at: usize| {
        let at = at % bytes.len();
        bytes[at] ^= 1;
    };
    for at in [0, 7, 60, 200, 400, usize::MAX] {
        let edits: [&dyn Fn(&mut StoredEntry); 3] =
            [&|e| flip(&mut e.statement, at), &|e| flip(&mut e.seal, at), &|e| {
                flip(e.sealed.as_mut().unwrap(), at);
            }];
        for edit in edits {
            let error = damaged(edit).await;
            assert!(matches!(error, CaseworkError::Damaged { index: 9, .. }), "{error}");
        }
    }
    let kind: Token = "case.opened".parse().unwrap();
    let error = damaged(|e| e.kind = kind.clone()).await;
    assert!(matches!(error, CaseworkError::Damaged { index: 9, .. }), "{error}");
}

#[tokio::test]
async fn an_older_database_under_a_newer_log_is_noticed() {
    let bench = Bench::new();
    let older = Bench { store: std::sync::Arc::default(), ..bench.clone() };
    let office = Staffed::new(&bench).await;
    office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    drop(office);
    let opened = older.open().await.map(drop);
    assert!(matches!(opened, Err(CaseworkError::RolledBack { log: 9, store: 0 })));
}

//! Somebody edits the database. It gives nobody a right, and it is noticed.

use comity_casework::{CaseworkError, Fault, TIMELINE};
use comity_record::Token;
use comity_store::{Delta, Row, RowChange, Store, StoredEntry};

use crate::bench::{Bench, Staffed};

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

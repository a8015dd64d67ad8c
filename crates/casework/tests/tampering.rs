//! Somebody edits the database. It gives nobody a right, and it is noticed.

use std::path::{Path, PathBuf};

use comity_casework::body::{Body as _, CaseAct, CaseAssigned, CaseProposal};
use comity_casework::{
    CASES, Casework, CaseworkError, Fault, Parts, Refusal, Session, TIMELINE, TimelineRow,
};
use comity_record::cbor::{from_canonical, to_canonical, value_from_canonical};
use comity_record::entry::Author;
use comity_record::{CaseId, Token};
use comity_store::{Delta, Row, RowChange, Store, StoredEntry};
use comity_store_sqlite::SqliteStore;
use sqlx::SqlitePool;
use tempfile::TempDir;

use crate::bench::{Bench, Staffed, packs, passphrase, refusal, unlock};

/// A node on the database that it has in earnest, and somebody with access to the file.
struct File {
    bench: Bench,
    path: PathBuf,
    attacker: SqlitePool,
    _folder: TempDir,
}

impl File {
    async fn new() -> (Self, Casework<SqliteStore>) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("node.db");
        let bench = Bench::new();
        let node = Self::open(&bench, &path).await;
        let attacker = SqlitePool::connect(path.to_str().unwrap()).await.unwrap();
        (Self { bench, path, attacker, _folder: folder }, node)
    }

    async fn open(bench: &Bench, path: &Path) -> Casework<SqliteStore> {
        let Parts { disk, objects, keyring, clock, entropy, packs, .. } = bench.parts(packs());
        let store = SqliteStore::open(path).await.unwrap();
        Casework::open(Parts { store, disk, objects, keyring, clock, entropy, packs }).await.unwrap()
    }

    /// The row of a view with this key.
    async fn row(&self, view: &str, key: &[u8]) -> Vec<u8> {
        let query = sqlx::query_scalar("SELECT data FROM view_rows WHERE view = ?1 AND key = ?2");
        query.bind(view).bind(key).fetch_one(&self.attacker).await.unwrap()
    }

    async fn put_row(&self, view: &str, key: &[u8], case: CaseId, data: &[u8]) {
        let sql = "INSERT INTO view_rows (view, key, case_id, source, data) VALUES (?1, ?2, ?3, zeroblob(32), ?4) \
            ON CONFLICT (view, key) DO UPDATE SET case_id = excluded.case_id, data = excluded.data";
        let query = sqlx::query(sql).bind(view).bind(key).bind(case.as_bytes().as_slice()).bind(data);
        query.execute(&self.attacker).await.unwrap();
    }
}

fn line(case: CaseId, sequence: u64) -> Vec<u8> {
    [case.as_bytes().as_slice(), &sequence.to_be_bytes()].concat()
}

/// What an investigator can do in a case who is not a member of it: nothing.
async fn nothing_follows(node: &Casework<SqliteStore>, investigator: &Session, case: CaseId, own: CaseId) {
    let denied = |refusal| matches!(refusal, Refusal::NotAllowed { .. });
    assert!(denied(refusal(node.timeline(investigator, case, 0, 10).await)));
    assert!(denied(refusal(
        node.entries_of(investigator, case, &["note.written"]).await.map(|told| told.len())
    )));
    assert!(denied(refusal(node.write_note(investigator, case, "x".into()).await)));
    let cases = node.cases(investigator).unwrap();
    assert_eq!(cases.iter().map(|row| (row.case, row.title.as_str())).collect::<Vec<_>>(), [(own, "Own")]);
    let lines = node.timeline(investigator, own, 0, 10).await.unwrap();
    assert!(lines.iter().all(|line| line.row.kind == "case.opened"), "{lines:?}");
    assert!(!node.state().case(case).unwrap().members.contains(&investigator.officer()));
}

#[tokio::test]
async fn rows_edited_in_the_database_file_give_an_investigator_no_case_and_are_reported_and_mended() {
    let (file, node) = File::new().await;
    let office = Staffed::found(node, "Unit One").await;
    let (node, investigator) = (&office.node, &office.investigator);
    let (case, opened) = node.open_case(&office.supervisor, "Case".into(), None).await.unwrap();
    node.assign(&office.supervisor, case, office.prosecutor.officer(), true).await.unwrap();
    let (own, _) = node.open_case(investigator, "Own".into(), None).await.unwrap();
    nothing_follows(node, investigator, case, own).await;

    // The investigator opened the case, says its time line, and is the one who was assigned.
    let mut first: TimelineRow = from_canonical(&file.row(TIMELINE, &line(case, 0)).await).unwrap();
    first.author = Author::Officer(investigator.officer());
    file.put_row(TIMELINE, &line(case, 0), case, &to_canonical(&first).unwrap()).await;
    let assigned = CaseAssigned { officer: investigator.officer(), member: true };
    let body = Some(value_from_canonical(&to_canonical(&assigned).unwrap()).unwrap());
    let second: TimelineRow = from_canonical(&file.row(TIMELINE, &line(case, 1)).await).unwrap();
    let second = TimelineRow { body, ..second };
    file.put_row(TIMELINE, &line(case, 1), case, &to_canonical(&second).unwrap()).await;
    // Another assignment that nobody made, and the case among those of the investigator.
    let third = TimelineRow { sequence: 2, ..second };
    file.put_row(TIMELINE, &line(case, 2), case, &to_canonical(&third).unwrap()).await;
    file.put_row(TIMELINE, &line(own, 1), own, &to_canonical(&third).unwrap()).await;
    let cases = file.row(CASES, case.as_bytes()).await;
    file.put_row(CASES, own.as_bytes(), own, &cases).await;
    // The supervisor's key is the investigator's.
    let sql = "UPDATE wraps SET wrapped = (SELECT wrapped FROM wraps WHERE kind = 3 AND substr(id, 1, 16) = ?1 AND live = 1) \
        WHERE kind = 3 AND substr(id, 1, 16) = ?2 AND live = 1";
    let (supervisor, own_key) = (office.supervisor.officer(), investigator.officer());
    let query = sqlx::query(sql).bind(own_key.as_bytes().as_slice()).bind(supervisor.as_bytes().as_slice());
    assert_eq!(query.execute(&file.attacker).await.unwrap().rows_affected(), 1);

    // Neither the node that runs nor one that starts with this database takes any of it.
    let started = Bench { disk: file.bench.disk.power_cut(1), ..file.bench.clone() };
    let reopened = File::open(&started, &file.path).await;
    let again = unlock(&reopened, office.office, investigator.officer(), "investigator").await;
    nothing_follows(&reopened, &again, case, own).await;
    let as_supervisor = reopened.unlock(office.office, supervisor, &passphrase("investigator")).await;
    assert!(as_supervisor.map(drop).is_err());
    let faults = reopened.verify().await.unwrap().faults;
    let mut whats: Vec<_> = faults
        .iter()
        .map(|fault| match fault {
            Fault::Row { view, what, .. } => (view.as_str(), *what),
            other => panic!("{other:?}"),
        })
        .collect();
    whats.sort_unstable();
    let timeline = |what| (TIMELINE, what);
    let expected = [
        (CASES, "changed"),
        timeline("changed"),
        timeline("changed"),
        timeline("one too many"),
        timeline("one too many"),
    ];
    assert_eq!(whats, expected);
    reopened.rebuild().await.unwrap();
    assert_eq!(reopened.verify().await.unwrap().faults, []);
    nothing_follows(&reopened, &again, case, own).await;
    let mended: TimelineRow = from_canonical(&file.row(TIMELINE, &line(case, 0)).await).unwrap();
    assert_eq!((mended.entry, mended.author), (opened.entry, Author::Officer(supervisor)));

    // A signed entry gives what no row gave.
    reopened.assign(&office.supervisor, case, again.officer(), true).await.unwrap();
    reopened.write_note(&again, case, "x".into()).await.unwrap();
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

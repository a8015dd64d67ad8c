//! To forget takes two persons, destroys the content, and leaves the proof that something was there.

use comity_casework::body::{Body as _, CaseAct, NoteWritten, OfficeApproval, office_journal};
use comity_casework::{Fault, ProposalStatus as Status, Refusal, Session, TIMELINE, With};
use comity_record::CaseId;
use comity_store::{Delta, Store, StoredEntry, Wrap, WrapChange, WrapKind};

use crate::bench::{Bench, Node, Staffed, refusal, unlock};

#[tokio::test]
async fn a_forgotten_entry_is_gone_everywhere_and_still_proven() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let (case, _) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let note = node.write_note(&office.investigator, case, "the wrong person's name".into()).await.unwrap();
    let act = CaseAct::Forget(note.entry);
    let proposal =
        node.propose(&office.investigator, case, act, "not part of the case".into()).await.unwrap();
    let alone = node.approve_in_case(&office.investigator, case, proposal.entry).await;
    assert!(matches!(refusal(alone), Refusal::NotAllowed { .. }));
    let approval = node.approve_in_case(&office.supervisor, case, proposal.entry).await.unwrap();

    let stored = bench.store.entry(note.entry).await.unwrap().unwrap();
    assert_eq!(stored.sealed, None);
    assert_eq!(bench.store.wrap(WrapKind::Entry, note.entry.as_bytes()).await.unwrap(), None);
    let line = node.timeline(&office.investigator, case, 0, 10).await.unwrap();
    assert_eq!(line[1].row.body, None);
    assert_eq!(line[1].standing.as_ref().unwrap().forgotten_by, Some(approval.entry));
    assert_eq!(node.log().entry(note.log_index).unwrap(), note.entry);

    // A rebuild gives the same views, and a new start the same state.
    assert!(node.verify().await.unwrap().faults.is_empty());
    node.rebuild().await.unwrap();
    assert!(node.verify().await.unwrap().faults.is_empty());
    let reopened = bench.open_again().await.unwrap();
    assert_eq!(reopened.state().case(case).unwrap().entries, node.state().case(case).unwrap().entries);
}

#[tokio::test]
async fn what_repeats_a_forgotten_entry_goes_with_it() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let other = node.write_note(officer, case, "it stays".into()).await.unwrap();
    let note = node.write_note(officer, case, format!("{NEEDLE}, mistyped")).await.unwrap();
    let mut gone = vec![note.entry];
    for _ in 0..2 {
        let right = NoteWritten { text: NEEDLE.into() };
        gone.push(node.correct(officer, case, note.entry, &right, "typing".into()).await.unwrap().entry);
    }
    let scan = crate::sample::searched_exhibit(&office, case).await;
    let hit =
        node.promote_hit(officer, case, scan, 1, "victim".parse().unwrap(), "its own".into()).await.unwrap();
    let exhibit = node.state().case(case).unwrap().standing(scan).unwrap().repeats[0];
    gone.extend([exhibit, scan, hit.entry]);
    for entry in [note.entry, exhibit] {
        let proposal = node.propose(officer, case, CaseAct::Forget(entry), "order 7".into()).await.unwrap();
        node.approve_in_case(&office.supervisor, case, proposal.entry).await.unwrap();
    }
    for entry in &gone {
        assert!(node.state().is_forgotten(case, *entry));
        assert_eq!(bench.store.entry(*entry).await.unwrap().unwrap().sealed, None);
        assert_eq!(bench.store.wrap(WrapKind::Entry, entry.as_bytes()).await.unwrap(), None);
    }
    assert!(!node.state().is_forgotten(case, other.entry));
    for row in bench.store.rows(TIMELINE, None, None, 500).await.unwrap() {
        assert!(!row.data.windows(NEEDLE.len()).any(|bytes| bytes == NEEDLE.as_bytes()));
    }
    let objects = bench.store.wraps(Some((WrapKind::Object, vec![])), 100).await.unwrap();
    assert!(objects.iter().all(|wrap| wrap.kind != WrapKind::Object), "no file opens any more");
    assert!(node.verify().await.unwrap().faults.is_empty());
    let reopened = bench.open_again().await.unwrap();
    assert!(gone.iter().all(|entry| reopened.state().is_forgotten(case, *entry)));
    assert!(reopened.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn nothing_waits_for_the_destruction_of_what_is_destroyed() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let note = node.write_note(officer, case, "one".into()).await.unwrap().entry;
    let other = node.write_note(officer, case, "two".into()).await.unwrap().entry;
    let mut proposals = Vec::new();
    for entry in [note, note, other] {
        let act = CaseAct::Forget(entry);
        proposals.push(node.propose(officer, case, act, "order 7".into()).await.unwrap().entry);
    }
    let approval = node.approve_in_case(&office.supervisor, case, proposals[0]).await.unwrap().entry;
    let status = |of: usize| node.state().case(case).unwrap().proposal(proposals[of]).unwrap().status();
    assert_eq!(status(0), Status::Approved(approval));
    assert_eq!(status(1), Status::Rejected(approval), "taken back by what destroyed it");
    assert_eq!(status(2), Status::Open);
    assert_eq!(refusal(node.approve_in_case(&office.supervisor, case, proposals[1]).await), Refusal::Decided);
}

#[tokio::test]
async fn whoever_proposed_is_not_the_second_person_even_with_the_right() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let (case, opened) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let note = node.write_note(&office.investigator, case, "x".into()).await.unwrap();
    let act = CaseAct::Forget(note.entry);
    let proposal = node.propose(&office.supervisor, case, act, "reason".into()).await.unwrap();
    let alone = node.approve_in_case(&office.supervisor, case, proposal.entry).await;
    assert_eq!(refusal(alone), Refusal::SamePerson);
    let decision = CaseAct::Forget(opened.entry);
    let decision = node.propose(&office.supervisor, case, decision, "reason".into()).await;
    assert!(matches!(refusal(decision), Refusal::NotChangeable(_)));
}

#[tokio::test]
async fn an_approval_that_names_nothing_or_something_else_approves_nothing() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let journal = office_journal(office.office);
    for with in
        [With::default(), With::reference("confirms", node.state().office(office.office).unwrap().founding)]
    {
        let approval = node.record(&office.supervisor, journal, &OfficeApproval {}, with).await;
        assert_eq!(refusal(approval), Refusal::Reference("approves"));
    }
}

#[tokio::test]
async fn content_that_is_gone_without_an_approval_is_noticed() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let note = office.node.write_note(&office.investigator, case, "x".into()).await.unwrap();
    drop(office);
    let mut stored = bench.store.entry(note.entry).await.unwrap().unwrap();
    stored.sealed = None;
    bench.store.overwrite_entry(note.log_index, stored);
    let opened = bench.open().await.map(drop);
    assert!(opened.unwrap_err().to_string().contains("nobody approved"));
}

/// A case with a note, and an exhibit, both of which two persons had destroyed.
struct Forgotten {
    office: Staffed,
    case: CaseId,
    note: StoredEntry,
    key: Wrap,
    objects: Vec<Wrap>,
}

impl Forgotten {
    async fn new(bench: &Bench) -> Self {
        let office = Staffed::new(bench).await;
        let (node, officer) = (&office.node, &office.investigator);
        let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
        let scan = crate::sample::searched_exhibit(&office, case).await;
        let note = node.write_note(officer, case, NEEDLE.into()).await.unwrap();
        let key = bench.store.wrap(WrapKind::Entry, note.entry.as_bytes()).await.unwrap().unwrap();
        let key = Wrap { kind: WrapKind::Entry, id: note.entry.as_bytes().to_vec(), wrapped: key };
        let objects = bench.store.wraps(Some((WrapKind::Object, vec![])), 100).await.unwrap();
        let objects: Vec<_> = objects.into_iter().filter(|wrap| wrap.kind == WrapKind::Object).collect();
        let note = bench.store.entry(note.entry).await.unwrap().unwrap();
        for entry in [note.id, scan] {
            let proposal =
                node.propose(officer, case, CaseAct::Forget(entry), "reason".into()).await.unwrap();
            node.approve_in_case(&office.supervisor, case, proposal.entry).await.unwrap();
        }
        Self { office, case, note, key, objects }
    }

    /// Somebody puts back what an older copy of the database had.
    async fn put_back(&self, bench: &Bench) {
        bench.store.overwrite_entry(self.note.log_index, self.note.clone());
        let wraps = self.objects.iter().chain([&self.key]).cloned().map(WrapChange::Put).collect();
        bench.store.commit(Delta { wraps, ..Delta::at(self.office.node.state().size()) }).await.unwrap();
    }
}

const NEEDLE: &str = "the wrong person's name";

/// Nobody gets to read it, and it is in no row.
async fn nobody_reads_it(bench: &Bench, node: &Node, officer: &Session, of: &Forgotten) {
    for row in bench.store.rows(TIMELINE, None, None, 500).await.unwrap() {
        assert!(!row.data.windows(NEEDLE.len()).any(|bytes| bytes == NEEDLE.as_bytes()));
    }
    let line = node.timeline(officer, of.case, 0, 50).await.unwrap();
    let note = line.iter().find(|line| line.row.entry == of.note.id).unwrap();
    assert_eq!(note.row.body, None);
    let told = node.entries_of(officer, of.case, &[NoteWritten::KIND]).await.unwrap();
    assert!(told.iter().all(|told| told.body::<NoteWritten>().is_none()));
}

async fn reported_and_unread(bench: &Bench, node: &Node, officer: &Session, of: &Forgotten) {
    nobody_reads_it(bench, node, officer, of).await;
    let faults = node.verify().await.unwrap().faults;
    let [Fault::Returned { case, entry }, Fault::Key(_)] = faults.as_slice() else { panic!("{faults:?}") };
    assert_eq!((*case, *entry), (of.case, of.note.id));
}

#[tokio::test]
async fn forgotten_content_that_is_put_back_is_reported_never_shown_and_destroyed_again() {
    let bench = Bench::new();
    let of = Forgotten::new(&bench).await;
    let node = &of.office.node;
    assert_eq!(node.verify().await.unwrap().faults, []);
    let lost = bench.store.wraps(Some((WrapKind::Object, vec![])), 100).await.unwrap();
    let lost = of.objects.iter().filter(|wrap| !lost.iter().any(|kept| kept.id == wrap.id)).count();
    assert_eq!(lost, 1, "the list of finds");
    of.put_back(&bench).await;

    reported_and_unread(&bench, node, &of.office.investigator, &of).await;
    let reopened = bench.open_again().await.unwrap();
    let officer = unlock(&reopened, of.office.office, of.office.investigator.officer(), "investigator").await;
    reported_and_unread(&bench, &reopened, &officer, &of).await;
    let backup = reopened.backup(&of.office.administrator).await.unwrap();
    let sealed = of.note.sealed.as_ref().unwrap();
    assert!(!backup.data.windows(sealed.len()).any(|bytes| bytes == sealed));
    assert!(!backup.keys.windows(of.key.wrapped.len()).any(|bytes| bytes == of.key.wrapped));

    reopened.rebuild().await.unwrap();
    nobody_reads_it(&bench, &reopened, &officer, &of).await;
    assert_eq!(bench.store.entry(of.note.id).await.unwrap().unwrap().sealed, None);
    assert_eq!(bench.store.wrap(WrapKind::Entry, of.note.id.as_bytes()).await.unwrap(), None);
    assert_eq!(reopened.verify().await.unwrap().faults, []);
    bench.open_again().await.unwrap();
}

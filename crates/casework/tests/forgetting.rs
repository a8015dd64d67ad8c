//! To forget takes two persons, destroys the content, and leaves the proof that something was there.

use comity_casework::body::{CaseAct, OfficeApproval, office_journal};
use comity_casework::{Refusal, With};
use comity_store::{Store, WrapKind};

use crate::bench::{Bench, Staffed, refusal};

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

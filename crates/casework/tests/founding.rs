//! An office begins with two persons, and nobody becomes two.

use comity_casework::body::{CaseAct, Role};
use comity_casework::{Cost, PassphraseError, ProposalStatus, Refusal};

use crate::bench::{Bench, Staffed, founding, join, passphrase, person, refusal, roles, unlock};

#[tokio::test]
async fn an_office_is_founded_by_two_and_works() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let state = office.node.state();
    let founded = state.office(office.office).unwrap();
    assert!(founded.founded);
    assert_eq!(founded.officers.len(), 5);
    let (case, _) = office.node.open_case(&office.investigator, "Exchange theft".into(), None).await.unwrap();
    let receipt = office.node.write_note(&office.investigator, case, "a lead".into()).await.unwrap();
    assert_eq!((receipt.sequence, receipt.log_index), (1, 9));
    assert_eq!(office.node.log().head().size, 10);
}

#[tokio::test]
async fn nobody_founds_an_office_with_himself() {
    let node = Bench::new().open().await.unwrap();
    let none = [person("one", &[Role::Administrator]), person("two", &[])];
    assert!(matches!(refusal(node.found(founding("Unit", none)).await), Refusal::Body(_)));
    let unnamed = [person("one", &[Role::Administrator]), person(" ", &[Role::Supervisor])];
    assert!(matches!(refusal(node.found(founding("Unit", unnamed)).await), Refusal::Text("officer", _)));
    assert_eq!(node.state().size(), 0, "nothing was recorded");
}

#[tokio::test]
async fn one_administrator_alone_cannot_make_a_second_person() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let ghost = person("ghost", &[Role::Supervisor]);
    let (id, proposal) =
        node.propose_officer(&office.administrator, ghost, Cost::RANDOM, "helps me".into()).await.unwrap();
    assert_eq!(refusal(node.approve(&office.administrator, proposal.entry).await), Refusal::SamePerson);
    // The ghost has a key on the machine, but signs for nobody.
    let unlocked = node.unlock(office.office, id, &passphrase("ghost")).await.map(drop);
    assert_eq!(refusal(unlocked), Refusal::UnknownOfficer(id));
    // Nor does the administrator become the second person by another key of the first.
    let supervisor = office.supervisor.officer();
    let away = node.propose_roles(&office.administrator, supervisor, roles(&[]), "away".into()).await;
    assert_eq!(refusal(away), Refusal::NoSecondPerson);
    let key = passphrase("mine");
    let proposal =
        node.propose_key(&office.administrator, supervisor, &key, Cost::RANDOM, "lost".into()).await.unwrap();
    assert_eq!(refusal(node.approve(&office.administrator, proposal.entry).await), Refusal::SamePerson);
    assert!(!node.state().office(office.office).unwrap().officers[&supervisor].roles.is_empty());
}

#[tokio::test]
async fn a_decision_is_made_once() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let propose = async || {
        let id = office.auditor.officer();
        let roles = roles(&[Role::Auditor, Role::Analyst]);
        node.propose_roles(&office.administrator, id, roles, "helps out".into()).await.unwrap().entry
    };
    let approved = propose().await;
    node.approve(&office.supervisor, approved).await.unwrap();
    assert_eq!(refusal(node.approve(&office.supervisor, approved).await), Refusal::Decided);
    let rejected = propose().await;
    node.reject(&office.supervisor, rejected, "not now".into()).await.unwrap();
    assert_eq!(refusal(node.approve(&office.supervisor, rejected).await), Refusal::Decided);
}

#[tokio::test]
async fn a_key_is_unlocked_by_its_own_passphrase_only() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let id = office.investigator.officer();
    let wrong = office.node.unlock(office.office, id, &passphrase("auditor")).await;
    assert!(matches!(
        wrong.map(drop),
        Err(comity_casework::CaseworkError::Passphrase(PassphraseError::Wrong))
    ));
    unlock(&office.node, office.office, id, "investigator").await;
}

#[tokio::test]
async fn exercise_and_real_offices_do_not_share_a_node() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let founders = [person("a", &[Role::Administrator]), person("b", &[Role::Supervisor])];
    let mut real = founding("Real", founders);
    real.exercise = false;
    assert_eq!(refusal(office.node.found(real).await), Refusal::ExerciseMix);
}

#[tokio::test]
async fn two_officers_of_one_name_are_refused_and_so_is_an_office_without_administrator() {
    let bench = Bench::new();
    let node = bench.open().await.unwrap();
    let twins = [person("one", &[Role::Administrator]), person("one", &[Role::Supervisor])];
    assert_eq!(refusal(node.found(founding("Unit", twins)).await), Refusal::Exists("officer of that name"));
    let nobody = [person("one", &[Role::Investigator]), person("two", &[Role::Supervisor])];
    assert_eq!(refusal(node.found(founding("Unit", nobody)).await), Refusal::NoAdministrator);
    let alone = [person("one", &[Role::Administrator]), person("two", &[Role::Investigator])];
    assert_eq!(refusal(node.found(founding("Unit", alone)).await), Refusal::NoSecondPerson);
    let alike = [person("Amina", &[Role::Administrator]), person("\u{410}mina", &[Role::Supervisor])];
    assert_eq!(refusal(node.found(founding("Unit", alike)).await), Refusal::Exists("officer of that name"));
    assert_eq!(node.state().size(), 0, "nothing was recorded");
    drop(node);
    let office = Staffed::new(&bench).await;
    let (node, by) = (&office.node, &office.administrator);
    for name in ["investigator", "Investigator ", "In\u{200B}vestigator", "\u{456}nvestigator"] {
        let again = person(name, &[Role::Analyst]);
        let again = node.propose_officer(by, again, Cost::RANDOM, "joins".into()).await.map(drop);
        assert_eq!(refusal(again), Refusal::Exists("officer of that name"));
    }
    let last = node.propose_roles(by, by.officer(), roles(&[Role::Analyst]), "moves on".into()).await;
    assert_eq!(refusal(last), Refusal::NoAdministrator);
    let another = person(&office.investigator.officer().to_string(), &[Role::Analyst]);
    let another = node.propose_officer(by, another, Cost::RANDOM, "joins".into()).await.map(drop);
    assert!(matches!(refusal(another), Refusal::Body(_)), "people are called by their identifiers too");
    // The supervisor is the only one who can approve what the administrator proposes.
    let second = node.propose_roles(by, office.supervisor.officer(), roles(&[Role::Auditor]), "moves".into());
    assert_eq!(refusal(second.await), Refusal::NoSecondPerson);
}

#[tokio::test]
async fn nothing_waits_on_the_word_of_whoever_lost_a_role() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let note = node.write_note(officer, case, "one".into()).await.unwrap().entry;
    let forget =
        async || node.propose(officer, case, CaseAct::Forget(note), "order 7".into()).await.unwrap().entry;
    let status = |proposal| node.state().case(case).unwrap().proposal(proposal).unwrap().status();
    let set = async |to: &[Role]| {
        let reason = "a new post".to_owned();
        let proposal = node.propose_roles(&office.administrator, officer.officer(), roles(to), reason).await;
        node.approve(&office.supervisor, proposal.unwrap().entry).await.unwrap().entry
    };
    let waiting = forget().await;
    set(&[Role::Investigator, Role::Analyst]).await;
    assert_eq!(status(waiting), ProposalStatus::Open, "nothing was taken away");
    let lost = set(&[Role::Analyst]).await;
    assert_eq!(status(waiting), ProposalStatus::Rejected(lost));
}

#[tokio::test]
async fn a_lost_passphrase_is_answered_by_another_key_when_two_say_so() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, id) = (&office.node, office.investigator.officer());
    let key = || node.state().office(office.office).unwrap().officers[&id].key;
    let old = key();
    let (new, reason) = (passphrase("a new one"), "the passphrase is lost".to_owned());
    let proposal = node.propose_key(&office.administrator, id, &new, Cost::RANDOM, reason).await.unwrap();
    assert_eq!(refusal(node.approve(&office.administrator, proposal.entry).await), Refusal::SamePerson);
    // Until the second person has spoken the old key is in force, and the new one is not.
    unlock(node, office.office, id, "investigator").await;
    assert!(node.unlock(office.office, id, &new).await.is_err());
    node.approve(&office.supervisor, proposal.entry).await.unwrap();
    assert!(node.unlock(office.office, id, &passphrase("investigator")).await.is_err());
    let session = node.unlock(office.office, id, &new).await.unwrap();
    assert_ne!(key(), old);
    let (case, _) = node.open_case(&session, "Case".into(), None).await.unwrap();
    // Whoever kept the old key signs nothing with it.
    let late = node.write_note(&office.investigator, case, "late".into()).await;
    assert_eq!(refusal(late), Refusal::WrongKey);
}

#[tokio::test]
async fn what_waits_on_the_word_of_a_replaced_key_waits_no_longer() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, by) = (&office.node, &office.administrator);
    let (case, _) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let note = node.write_note(&office.investigator, case, "x".into()).await.unwrap();
    // A thief of the passphrase proposes what the others may approve without a thought.
    let mine = || passphrase("the thief's");
    let own = node.propose_key(by, by.officer(), &mine(), Cost::RANDOM, "new".into()).await.unwrap();
    let ghost = person("ghost", &[Role::Supervisor]);
    let (_, ghost) = node.propose_officer(by, ghost, Cost::RANDOM, "joins".into()).await.unwrap();
    let forget =
        node.propose(&office.investigator, case, CaseAct::Forget(note.entry), "y".into()).await.unwrap();
    let (new, reason) = (passphrase("a new one"), "known to others".to_owned());
    let replace = node.propose_key(&office.supervisor, by.officer(), &new, Cost::RANDOM, reason).await;
    let replace = replace.unwrap().entry;
    let second = join(node, by, &office.supervisor, "second", Role::Supervisor).await;
    node.approve(&second, replace).await.unwrap();
    for old in [own.entry, ghost.entry] {
        assert_eq!(refusal(node.approve(&second, old).await), Refusal::Decided);
    }
    node.unlock(office.office, by.officer(), &new).await.unwrap();
    // What another proposed waits on.
    node.approve_in_case(&second, case, forget.entry).await.unwrap();
    let again = bench.open_again().await.unwrap();
    assert!(again.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn an_officer_changes_the_passphrase_of_the_same_key() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, by) = (&office.node, &office.investigator);
    let before = (node.state().size(), node.state().office(office.office).unwrap().officers.clone());
    node.change_passphrase(by, &passphrase("another"), Cost::RANDOM).await.unwrap();
    assert!(node.unlock(office.office, by.officer(), &passphrase("investigator")).await.is_err());
    let again = node.unlock(office.office, by.officer(), &passphrase("another")).await.unwrap();
    let after = (node.state().size(), node.state().office(office.office).unwrap().officers.clone());
    assert_eq!(format!("{after:?}"), format!("{before:?}"), "the key is the same, and nothing is recorded");
    node.open_case(&again, "Case".into(), None).await.unwrap();
    assert!(node.verify().await.unwrap().faults.is_empty());
}

//! An office begins with two persons, and nobody becomes two.

use comity_casework::body::Role;
use comity_casework::{Cost, PassphraseError, Refusal};

use crate::bench::{Bench, Staffed, founding, passphrase, person, refusal, roles, unlock};

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
    let proposal =
        node.propose_roles(&office.administrator, supervisor, roles(&[]), "away".into()).await.unwrap();
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

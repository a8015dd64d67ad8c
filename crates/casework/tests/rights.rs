//! Who may do what is decided by the policies in force, over what the log says.

use comity_casework::{CaseworkError, Packs, Refusal};
use comity_record::pack::Pack;

use crate::bench::{Bench, Staffed, policies, refusal};

#[tokio::test]
async fn only_members_and_overseers_read_a_case_and_only_members_write() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let (case, _) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let denied = |r| matches!(r, Refusal::NotAllowed { .. });
    assert!(denied(refusal(node.timeline(&office.prosecutor, case, 0, 10).await)));
    assert_eq!(node.timeline(&office.auditor, case, 0, 10).await.unwrap().len(), 1);
    assert!(denied(refusal(node.write_note(&office.auditor, case, "x".into()).await)));
    assert!(denied(refusal(node.write_note(&office.prosecutor, case, "x".into()).await)));
    assert!(denied(refusal(node.open_case(&office.auditor, "x".into(), None).await)));
    assert!(node.cases(&office.prosecutor).unwrap().is_empty());
    let before = node.state().size();
    node.assign(&office.supervisor, case, office.prosecutor.officer(), true).await.unwrap();
    node.write_note(&office.prosecutor, case, "x".into()).await.unwrap();
    assert_eq!(node.cases(&office.prosecutor).unwrap().len(), 1);
    assert_eq!(node.state().size(), before + 2, "refusals left nothing behind");
}

#[tokio::test]
async fn a_closed_case_rests_until_it_is_reopened() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let (case, _) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    node.close_case(&office.supervisor, case, "solved".into()).await.unwrap();
    let refused = refusal(node.write_note(&office.investigator, case, "x".into()).await);
    let Refusal::NotAllowed { policies, .. } = refused else { panic!("{refused:?}") };
    assert_eq!(policies, ["closed-cases-rest"], "the refusal names the policy");
    node.reopen_case(&office.supervisor, case, "a new lead".into()).await.unwrap();
    node.write_note(&office.investigator, case, "x".into()).await.unwrap();
}

#[tokio::test]
async fn a_case_is_handed_over_only_to_the_office_it_was_offered_to() {
    let bench = Bench::new();
    let one = Staffed::new(&bench).await;
    let (case, _) = one.node.open_case(&one.investigator, "Case".into(), None).await.unwrap();
    let two = Staffed::found(one.node, "Unit Two").await;
    let node = &two.node;
    assert!(matches!(refusal(node.take_over(&two.supervisor, case).await), Refusal::CaseState(_)));
    node.hand_over(&one.supervisor, case, two.office, "competent".into()).await.unwrap();
    node.take_over(&two.supervisor, case).await.unwrap();
    assert_eq!(node.state().case(case).unwrap().office, two.office);
    let gone = refusal(node.write_note(&one.investigator, case, "x".into()).await);
    assert!(matches!(gone, Refusal::NotAllowed { .. }), "{gone:?}");
    node.assign(&two.supervisor, case, two.investigator.officer(), true).await.unwrap();
    node.write_note(&two.investigator, case, "x".into()).await.unwrap();
}

#[tokio::test]
async fn an_edited_pack_of_policies_refuses_to_start() {
    let bench = Bench::new();
    drop(Staffed::new(&bench).await);
    let edited = Pack::from_files(policies().files().map(|(path, bytes)| {
        let mut bytes = bytes.to_vec();
        if path == "office.cedar" {
            bytes.extend_from_slice(b"@id(\"mine\") permit(principal, action, resource);");
        }
        (path.to_owned(), bytes)
    }));
    let packs = Packs::new([edited.unwrap()]).unwrap();
    let opened = comity_casework::Casework::open(bench.parts(packs)).await.map(drop);
    assert!(matches!(opened, Err(CaseworkError::PackMissing { name, .. }) if name == "policies"));
    assert!(bench.open().await.is_ok(), "the pack that two activated still starts");
}

#[tokio::test]
async fn a_new_pack_of_policies_is_in_force_from_its_approval_on() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let looser = Pack::from_files(policies().files().map(|(path, bytes)| {
        let mut bytes = bytes.to_vec();
        if path == "office.cedar" {
            bytes.extend_from_slice(
                b"@id(\"auditors-note\") permit(principal, action == Action::\"note.written\", resource)
                  when { principal.roles.contains(\"auditor\") };",
            );
        }
        (path.to_owned(), bytes)
    }))
    .unwrap();
    let digest = looser.digest();
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let (administrator, supervisor, auditor) = (office.administrator, office.supervisor, office.auditor);
    drop(office.node);
    let packs = Packs::new([policies(), looser]).unwrap();
    let node = comity_casework::Casework::open(bench.parts(packs)).await.unwrap();
    assert!(node.write_note(&auditor, case, "x".into()).await.is_err());
    let proposal = node.propose_pack(&administrator, digest, "auditors comment".into()).await.unwrap();
    assert!(node.write_note(&auditor, case, "x".into()).await.is_err(), "one person does not activate");
    node.approve(&supervisor, proposal.entry).await.unwrap();
    let note = node.write_note(&auditor, case, "x".into()).await.unwrap();
    let (_, seal) = node.signed_entry(&supervisor, note.entry).await.unwrap();
    let seal = seal.verify(&node.node_key()).unwrap();
    assert_eq!(seal.policies, Some(digest), "the seal names the policies that allowed it");
}

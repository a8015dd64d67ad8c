//! What is read of an exhibit after it came in is on record: checks, and files that were given out.

use std::fs;

use comity_casework::Refusal;
use comity_casework::body::{CaseAct, WithdrawalGround};
use comity_casework::exhibit::{CheckResult, NewExhibit, Purpose, Source};
use comity_evidence::{Intake, Limits};
use comity_record::{CaseId, Coded as _, Sha256Digest};

use crate::bench::{Bench, Staffed, refusal};
use crate::exhibits::{collected, folder, take};

fn purpose(reason: &str) -> Purpose {
    Purpose { reason: reason.into(), authority: Some("order 4".into()) }
}

async fn checked(office: &Staffed, case: CaseId, number: u32, reason: Option<&str>) {
    let exhibit = office.node.exhibit(&office.investigator, case, number).await.unwrap();
    let mut intake = Intake::new(Limits::default());
    let reason = reason.map(str::to_owned);
    office.node.check_exhibit(&office.investigator, case, &exhibit, reason, &mut intake).await.unwrap();
}

#[tokio::test]
async fn each_check_of_an_exhibit_is_on_record_with_what_came_of_it() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let folder = folder();
    take(&office, case, folder.path()).await;
    let custody = collected();
    let new =
        NewExhibit { title: "A server".into(), custody, item: None, source: Source::InPlace(folder.path()) };
    node.receive_exhibit(officer, case, new, &mut Intake::new(Limits::default())).await.unwrap();

    checked(&office, case, 1, Some("before trial")).await;
    checked(&office, case, 2, None).await;
    fs::OpenOptions::new().append(true).open(folder.path().join("note.txt")).unwrap().set_len(3).unwrap();
    checked(&office, case, 2, None).await;
    fs::remove_dir_all(folder.path().join("mail")).unwrap();
    checked(&office, case, 2, None).await;

    let results = async |number| {
        let exhibit = node.exhibit(officer, case, number).await.unwrap();
        let said = exhibit.checks.into_iter().map(|check| {
            assert_eq!(check.by.name, "investigator");
            check.said.unwrap()
        });
        said.collect::<Vec<_>>()
    };
    let [first] = &results(1).await[..] else { panic!("one check of the first") };
    assert_eq!((first.result, first.files, first.bytes, first.findings), (CheckResult::Unchanged, 2, 36, 0));
    assert_eq!((first.reason.as_deref(), first.tool.name.as_str()), (Some("before trial"), "Comity"));
    let second = results(2).await;
    let told: Vec<_> = second.iter().map(|check| (check.result, check.findings, &check.paths[..])).collect();
    let (note, mail) = ("note.txt".to_owned(), "mail/1.eml".to_owned());
    assert_eq!(told[0], (CheckResult::Unchanged, 0, &[][..]));
    assert_eq!(told[1], (CheckResult::Changed, 1, &[note.clone()][..]));
    assert_eq!((told[2].0, told[2].1), (CheckResult::Changed, 2));
    assert!(told[2].2.contains(&note) && told[2].2.contains(&mail), "{told:?}");
    node.rebuild().await.unwrap();
    assert!(node.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn who_gives_a_file_out_is_on_record() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    take(&office, case, folder().path()).await;
    let exhibit = node.exhibit(officer, case, 1).await.unwrap();
    let seal = node.manifest(officer, case, &exhibit).await.unwrap();
    let mail = seal.files.iter().find(|file| file.path == "mail/1.eml").unwrap();
    let end = node.state().end(case).next;
    // Whoever may not read it gets nothing, and nor does who says not why.
    let refused = node.give_out(&office.prosecutor, case, &exhibit, mail, purpose("to read")).await;
    assert!(matches!(refusal(refused.map(drop)), Refusal::NotAllowed { .. }));
    assert!(node.give_out(officer, case, &exhibit, mail, purpose(" ")).await.is_err());
    assert_eq!(node.state().end(case).next, end);

    let (mut object, taken) =
        node.give_out(officer, case, &exhibit, mail, purpose("for the translator")).await.unwrap();
    let text = std::io::read_to_string(&mut object).unwrap();
    assert_eq!(text, "Subject: wallet\n");
    let (_, overseen) =
        node.give_out(&office.auditor, case, &exhibit, mail, purpose("an audit")).await.unwrap();
    let exhibit = node.exhibit(officer, case, 1).await.unwrap();
    let given: Vec<_> = exhibit
        .given_out
        .iter()
        .map(|given| {
            let said = given.said.as_ref().unwrap();
            (given.entry, given.by.name.as_str(), said.path.as_str(), said.sha256, said.reason.as_str())
        })
        .collect();
    let sha256 = Sha256Digest::of(text.as_bytes());
    assert_eq!(
        given,
        [
            (taken.entry, "investigator", "mail/1.eml", sha256, "for the translator"),
            (overseen.entry, "auditor", "mail/1.eml", sha256, "an audit"),
        ]
    );
    assert_eq!(exhibit.given_out[0].said.as_ref().unwrap().authority.as_deref(), Some("order 4"));
    // A closed case is read, too.
    node.close_case(&office.supervisor, case, "ended".into()).await.unwrap();
    node.give_out(officer, case, &exhibit, mail, purpose("for the appeal")).await.unwrap();
    checked(&office, case, 1, None).await;
}

#[tokio::test]
async fn nobody_takes_a_reading_back_and_it_goes_with_the_exhibit() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    take(&office, case, folder().path()).await;
    checked(&office, case, 1, None).await;
    let exhibit = node.exhibit(officer, case, 1).await.unwrap();
    let check = exhibit.checks[0].entry;
    let withdrawn =
        node.withdraw(officer, case, check, WithdrawalGround::Mistaken, "never".into()).await.unwrap_err();
    assert_eq!(withdrawn.code(), "casework-not-changeable");
    let forgotten = node.propose(officer, case, CaseAct::Forget(check), "never".into()).await.unwrap_err();
    assert_eq!(forgotten.code(), "casework-not-changeable");
    // What it says of the exhibit is destroyed with what the exhibit says.
    let proposal =
        node.propose(officer, case, CaseAct::Forget(exhibit.entry), "by order".into()).await.unwrap();
    node.approve_in_case(&office.supervisor, case, proposal.entry).await.unwrap();
    let exhibit = node.exhibit(officer, case, 1).await.unwrap();
    assert_eq!((exhibit.received, exhibit.checks[0].said.clone()), (None, None));
    node.rebuild().await.unwrap();
    assert!(node.verify().await.unwrap().faults.is_empty());
}

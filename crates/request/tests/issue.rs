//! Versions, approvals that bind them, and the jurist's word on uncertain facts.

use comity_record::testing::Counting;
use comity_record::{Coded as _, OfficerId};
use comity_request::{
    Approval, Clearance, Confirmation, Decision, Obstacle, Report, RequestVersion, Value, check,
    ready_to_issue,
};

use crate::{DAY, FORMS, Known, records, text};

fn officers() -> (OfficerId, OfficerId, OfficerId) {
    let entropy = Counting::default();
    (OfficerId::draw(&entropy), OfficerId::draw(&entropy), OfficerId::draw(&entropy))
}

fn version() -> (RequestVersion, Report) {
    let (draft, basis) = records();
    let report = check(FORMS.form("vasp-records").unwrap(), &draft, &basis, &Known);
    (RequestVersion::freeze(FORMS.form("vasp-records").unwrap(), "EX-17/1", 1, None, draft, &basis), report)
}

fn word(fact: &comity_law::ToConfirm, by: OfficerId, decision: Decision) -> Confirmation {
    Confirmation {
        fact: fact.digest(),
        by,
        name: "J. Exercise".into(),
        day: DAY.parse().unwrap(),
        decision,
        reason: "Compared with the text in the office's library.".into(),
    }
}

fn codes(result: Result<comity_request::ReadyToIssue, Vec<Obstacle>>) -> Vec<&'static str> {
    result.unwrap_err().iter().map(comity_record::Coded::code).collect()
}

#[test]
fn a_version_goes_out_when_it_is_complete_cleared_and_approved_by_another() {
    let (drafter, approver, jurist) = officers();
    let (version, report) = version();
    let digest = version.digest().unwrap();
    let approval = |by| Approval { version: digest, by, day: DAY.parse().unwrap() };
    let none = Clearance::default();
    assert_eq!(
        codes(ready_to_issue(&version, &report.verdict(), &none, drafter, &[])),
        ["request-issue-unconfirmed", "request-issue-not-approved"]
    );
    let all = |decision| Clearance::of(report.to_confirm.iter().map(|f| word(f, jurist, decision))).unwrap();
    let clear = all(Decision::Overruled);
    assert_eq!(
        codes(ready_to_issue(&version, &report.verdict(), &clear, drafter, &[approval(drafter)])),
        ["request-issue-approved-by-drafter"]
    );
    let ready = ready_to_issue(
        &version,
        &report.verdict(),
        &clear,
        drafter,
        &[approval(drafter), approval(approver)],
    );
    assert_eq!(ready.unwrap().version(), digest);
    // A jurist who says that a fact is wrong stops it, whatever was said before.
    let mut words: Vec<_> = report.to_confirm.iter().map(|f| word(f, jurist, Decision::Confirmed)).collect();
    words.push(word(&report.to_confirm[0], jurist, Decision::Rejected));
    let rejected = Clearance::of(words).unwrap();
    assert_eq!(
        codes(ready_to_issue(&version, &report.verdict(), &rejected, drafter, &[approval(approver)])),
        ["request-issue-rejected"]
    );
}

#[test]
fn an_approval_is_worth_nothing_for_another_version() {
    let (drafter, approver, jurist) = officers();
    let (version, report) = version();
    let clear =
        Clearance::of(report.to_confirm.iter().map(|f| word(f, jurist, Decision::Confirmed))).unwrap();
    let approval = Approval { version: version.digest().unwrap(), by: approver, day: DAY.parse().unwrap() };
    assert!(
        ready_to_issue(&version, &report.verdict(), &clear, drafter, std::slice::from_ref(&approval)).is_ok()
    );

    let mut other = version.clone();
    other.draft.values.insert("purpose".into(), text("To identify the holder of the account!"));
    let refused =
        codes(ready_to_issue(&other, &report.verdict(), &clear, drafter, std::slice::from_ref(&approval)));
    assert_eq!(refused, ["request-issue-other-draft", "request-issue-not-approved"]);
    // Not even what no person typed may differ.
    for change in [
        (|v: &mut RequestVersion| v.reference.push('a')) as fn(&mut RequestVersion),
        |v| v.number += 1,
        |v| v.basis[0].articles.clear(),
        |v| v.draft.exercise = false,
        |v| v.sections[0].label.push('a'),
    ] {
        let mut other = version.clone();
        change(&mut other);
        assert_ne!(other.digest().unwrap(), approval.version);
        let refused = codes(ready_to_issue(
            &other,
            &report.verdict(),
            &clear,
            drafter,
            std::slice::from_ref(&approval),
        ));
        assert!(refused.contains(&"request-issue-not-approved"), "{refused:?}");
    }
}

#[test]
fn an_incomplete_request_does_not_go_out() {
    let (drafter, approver, jurist) = officers();
    let (mut draft, basis) = records();
    draft.values.remove("signatory");
    let report = check(FORMS.form("vasp-records").unwrap(), &draft, &basis, &Known);
    let version =
        RequestVersion::freeze(FORMS.form("vasp-records").unwrap(), "EX-17/1", 1, None, draft, &basis);
    let clear =
        Clearance::of(report.to_confirm.iter().map(|f| word(f, jurist, Decision::Confirmed))).unwrap();
    let approval = Approval { version: version.digest().unwrap(), by: approver, day: DAY.parse().unwrap() };
    let refused = ready_to_issue(&version, &report.verdict(), &clear, drafter, &[approval]).unwrap_err();
    assert_eq!(refused, [Obstacle::Fields(1), Obstacle::Contents(1)]);
}

#[test]
fn a_confirmation_has_a_name_and_a_reason() {
    let (_, _, jurist) = officers();
    let (_, report) = version();
    let good = word(&report.to_confirm[0], jurist, Decision::Confirmed);
    let code = |c: Confirmation| Clearance::of([c]).map(|_| ()).map_err(|e| e.code());
    assert_eq!(code(good.clone()), Ok(()));
    assert_eq!(code(Confirmation { name: " ".into(), ..good.clone() }), Err("request-confirm-name-missing"));
    assert_eq!(
        code(Confirmation { reason: String::new(), ..good.clone() }),
        Err("request-confirm-reason-missing")
    );
    let long = |n: usize| Confirmation { reason: "x".repeat(n), ..good.clone() };
    assert_eq!(code(long(comity_request::MAX_CHARS)), Ok(()));
    assert_eq!(code(long(comity_request::MAX_CHARS + 1)), Err("request-confirm-too-long"));
}

#[test]
fn a_version_is_written_down_and_read_back_to_the_byte() {
    let (version, _) = version();
    let bytes = version.to_bytes().unwrap();
    let back: RequestVersion = comity_record::cbor::from_canonical(&bytes).unwrap();
    assert_eq!(back, version);
    assert_eq!(back.to_bytes().unwrap(), bytes);
    assert!(version.basis.iter().all(|c| !c.articles.is_empty()));
    assert!(matches!(version.draft.values["accounts"], Value::List(_)));
}

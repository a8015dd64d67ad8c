//! Pending requests of an office's old register: carried over together, living on like any other.

use comity_casework::request::statistics::Period;
use comity_casework::request::{CarryOver, CarryOverFault, RequestCarriedOver};
use comity_request::{REGISTER_QUESTION, RegisterRow};

use super::*;

const REGISTER: &str = "\
direction,state,measure,register_number,day,stage,stage_day,their_reference,deadline,notes
sent,KZ,stored-content,OUT-2025/5,2025-03-01,questioned,2025-03-20,KZ-77,2026-12-01,Mail of the accused
received,UZ,preservation,IN-2025/9,2025-04-02,original-received,,UZ-3,,
sent,KZ,stored-content,OUT-2025/6,2025-05-01,acknowledged,,,,
";

async fn carry(desk: &Desk, register: &str) -> Result<Vec<EntryId>, CaseworkError> {
    let new = CarryOver { register: register.into(), language: language("en") };
    let by = &desk.office.investigator;
    let taken = desk.node().carry_over_requests(by, desk.case, &new, With::default()).await?;
    Ok(taken.iter().map(|receipt| receipt.entry).collect())
}

#[tokio::test]
async fn a_request_of_the_old_register_lives_on_here() {
    let desk = Desk::new("TJ").await;
    let [sent, received, acknowledged] = carry(&desk, REGISTER).await.unwrap()[..] else { panic!() };
    let known = desk.request(sent);
    assert_eq!((known.side(), known.life.stage), (Side::Sender, Some(Stage::Questioned)));
    assert_eq!((known.reference(), known.life.their_reference.as_str()), ("OUT-2025/5", "KZ-77"));
    assert_eq!(known.deadline(), Some(day("2026-12-01")));
    assert!(known.version().request.shows_all() && known.carried_over.is_some());
    assert_eq!(known.next_step(), None, "no step needs the draft that nobody has here");
    let other = desk.request(received);
    assert_eq!((other.side(), other.reference()), (Side::Receiver, "UZ-3"));

    let answered =
        Event::Answered { question: REGISTER_QUESTION.into(), text: "Both.".into(), day: day("2026-11-23") };
    desk.happens(sent, answered).await.unwrap();
    let ground = Ground { ground: String::new(), provision: "UNTOC 18(21)(a)".into(), text: "No.".into() };
    desk.happens(sent, Event::Refused { day: day("2026-11-24"), reasons: vec![ground] }).await.unwrap();
    let event = Event::Acknowledged { day: day("2026-11-25"), reference: "IN-2025/9".into() };
    desk.happens(received, event).await.unwrap();
    let executed = Event::Executed { day: day("2026-11-26"), what: "The mail.".into(), result: None };
    desk.happens(acknowledged, executed).await.unwrap();

    let counted = desk
        .node()
        .request_statistics(&desk.office.investigator, Period::default(), day("2026-12-01"))
        .unwrap();
    let [ours, theirs] = &counted.rows[..] else { panic!("{counted:?}") };
    assert_eq!((ours.requests, ours.carried_over, ours.pending), (2, 2, 0));
    let days = |stage: Stage| ours.stages.iter().find(|figures| figures.stage == stage).unwrap();
    assert_eq!((days(Stage::Questioned).reached, days(Stage::Questioned).median_days), (1, Some(19)));
    assert_eq!((days(Stage::Acknowledged).reached, days(Stage::Acknowledged).median_days), (1, None));
    assert_eq!(days(Stage::Refused).longest_days, Some(633));
    assert_eq!((theirs.side, theirs.from.as_str(), theirs.pending), (Side::Receiver, "UZ", 1));
    desk.reads_the_same().await;
}

#[tokio::test]
async fn a_request_of_the_old_register_has_no_draft_to_be_printed_checked_or_changed() {
    let desk = Desk::new("TJ").await;
    let [sent, received, _] = carry(&desk, REGISTER).await.unwrap()[..] else { panic!() };
    let (node, case, by) = (desk.node(), desk.case, &desk.office.investigator);
    let no_draft = "casework-request-no-draft";
    assert_eq!(code(node.check_request(by, case, sent)), no_draft);
    assert_eq!(code(node.print_request(by, case, sent, CopyKind::Original, &[]).await), no_draft);
    assert_eq!(code(node.request_docx(by, case, sent, &[])), no_draft);
    assert_eq!(code(desk.change(by, sent, "notes", "Other words").await), no_draft);
    let ticket = Some(("T-1".to_owned(), 60));
    let acknowledged = node.acknowledge_request(by, case, received, ticket, &[], None, With::default());
    assert_eq!(code(acknowledged.await), no_draft);
    assert_eq!(code(desk.propose(sent).await), "request-life-illegal");
    let word = desk.say(&desk.office.prosecutor, sent, Subject::Words(language("ru")), Decision::Overruled);
    assert_eq!(refusal(word.await), RequestRefusal::NotReliedOn.into());
}

#[tokio::test]
async fn a_register_is_carried_over_whole_or_not_at_all() {
    let desk = Desk::new("TJ").await;
    let (node, by) = (desk.node(), &desk.office.investigator);
    let faulty = REGISTER.to_owned()
        + "sent,TJ,stored-content,OUT-1,2025-05-01,acknowledged,,,,\n\
           sent,KZ,witchcraft,OUT-2,2025-05-01,acknowledged,,,,\n\
           sent,KZ,stored-content,OUT-3,2027-05-01,acknowledged,,,,\n\
           sent,KZ,witchcraft,OUT-4,2025-05-01,executed,,,,\n";
    let read = node.read_old_register(by, faulty.as_bytes()).unwrap();
    let codes: Vec<_> = read.faults.iter().map(Coded::code).collect();
    let [first, ..] = codes[..] else { panic!() };
    assert_eq!(
        codes,
        [
            "casework-register-own-state",
            "casework-register-measure",
            "casework-register-future",
            "request-register-value",
            "casework-register-measure"
        ],
        "line by line, and of the last line both faults"
    );
    let before = node.state().size();
    assert_eq!(code(carry(&desk, &faulty).await), first);
    assert_eq!(node.state().size(), before);

    carry(&desk, REGISTER).await.unwrap();
    let read = node.read_old_register(by, REGISTER.as_bytes()).unwrap();
    let held =
        |fault: &CarryOverFault| matches!(fault, CarryOverFault::Held { case, .. } if *case == desk.case);
    assert_eq!((read.faults.len(), read.faults.iter().all(held)), (3, true));
    assert_eq!(code(carry(&desk, REGISTER).await), "casework-register-held");
    // A number is given once, to whichever State, and that is told beside whatever else is wrong with the row.
    let number = &desk
        .node()
        .state()
        .case(desk.case)
        .unwrap()
        .requests
        .iter()
        .next()
        .unwrap()
        .life
        .register_number
        .clone();
    let again = format!(
        "direction,state,measure,register_number,day,stage\nsent,UZ,preservation,{number},2025-13-01,acknowledged\n\
         sent,KG,preservation,NEW-1,2025-05-01,acknowledged\nsent,UZ,preservation,NEW-1,2025-05-01,acknowledged\n"
    );
    let read = node.read_old_register(by, again.as_bytes()).unwrap();
    let codes: Vec<_> = read.faults.iter().map(Coded::code).collect();
    assert_eq!(codes, ["request-register-value", "casework-register-held", "request-register-twice"]);
}

/// Whatever a door checked, an entry that says what no register of pending requests can say is refused.
#[tokio::test]
async fn an_unsound_row_is_refused_by_the_fold() {
    let desk = Desk::new("TJ").await;
    let (node, case, by) = (desk.node(), desk.case, &desk.office.investigator);
    let row = RegisterRow {
        side: Side::Sender,
        state: "KZ".parse().unwrap(),
        measure: "preservation".into(),
        register_number: "OUT-1".into(),
        their_reference: String::new(),
        day: day("2025-03-01"),
        stage: Stage::Acknowledged,
        stage_day: None,
        deadline: None,
        notes: String::new(),
    };
    let record = async |own: &str, exercise: bool, row: RegisterRow| {
        let own = own.parse().unwrap();
        let body = RequestCarriedOver { own, exercise, language: language("en"), row, emergency: false };
        node.record(by, case, &body, With::default()).await
    };
    let other = "UZ".parse().unwrap();
    assert_eq!(refusal(record("UZ", true, row.clone()).await), RequestRefusal::OtherState(other).into());
    assert_eq!(refusal(record("TJ", false, row.clone()).await), Refusal::ExerciseMix);
    for stage in [Stage::Drafted, Stage::Executed, Stage::Assigned] {
        let wrong = RegisterRow { stage, ..row.clone() };
        assert_eq!(code(record("TJ", true, wrong).await), "casework-body", "{stage:?}");
    }
    record("TJ", true, row.clone()).await.unwrap();
    assert_eq!(refusal(record("TJ", true, row).await), Refusal::Exists("register number"));
}

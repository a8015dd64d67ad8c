//! What goes on record of a request: under a number of its own, and on a day on which there was the request.

use comity_casework::MinutesText;
use comity_casework::request::CarryOver;

use super::*;

const TAKEN: &str = "casework-request-number-taken";

async fn ready(desk: &Desk) -> EntryId {
    let request = desk.preservation().await;
    desk.clear(request).await;
    desk.review(request).await;
    desk.approve(request).await;
    request
}

fn arrives(issued: &Issued, number: &str) -> Received {
    Received {
        twin: issued.twin.clone(),
        signature: None,
        original: false,
        register_number: number.into(),
        day: None,
    }
}

#[tokio::test]
async fn a_number_of_the_outgoing_register_was_given_twice() {
    let desk = Desk::new("TJ").await;
    let (first, _) = desk.issued().await;
    let second = ready(&desk).await;
    let (before, reference) = (desk.node().state().size(), desk.request(first).reference().to_owned());
    let refused = desk.issue_as(second, "OUT-2026/117").await.err().unwrap();
    assert_eq!((refused.code(), desk.node().state().size()), (TAKEN, before));
    let said = refused.args();
    assert_eq!((said[0].1.as_str(), &said[2].1), ("OUT-2026/117", &reference), "it names the other request");
    assert_eq!(desk.issue_as(second, " OUT-2026/117 ").await.err().unwrap().code(), TAKEN);
    desk.issue_as(second, "OUT-2026/118").await.unwrap();
}

#[tokio::test]
async fn a_number_of_the_incoming_register_was_given_twice() {
    let sender = Desk::new("TJ").await;
    let (_, first) = sender.issued().await;
    let (_, second) = sender.issued().await;
    let desk = Desk::new("KZ").await;
    let (node, by) = (desk.node(), &desk.office.investigator);
    let receive = async |what: &Received| node.receive_request(by, desk.case, what, With::default()).await;
    let one = receive(&arrives(&first, "IN-1")).await.unwrap().entry;
    assert_eq!(code(receive(&arrives(&second, "IN-1")).await), TAKEN);
    assert_eq!(code(node.read_received(by, &arrives(&second, "IN-1"))), TAKEN, "no case is opened for it");
    // The two registers are counted apart, and so is what the other side counts.
    let other = receive(&arrives(&second, "OUT-2026/117")).await.unwrap().entry;
    let original = |number: &str, of: EntryId| Event::OriginalReceived {
        version: desk.request(of).version().digest,
        day: day("2026-11-24"),
        register_number: number.into(),
    };
    assert_eq!(code(desk.happens(other, original("IN-1", other)).await), TAKEN);
    // The original may have the number of its copy, or another one; the one before is not free for that.
    desk.happens(one, original("IN-7", one)).await.unwrap();
    assert_eq!(desk.request(one).former_numbers, ["IN-1"]);
    assert_eq!(code(desk.happens(other, original("IN-1", other)).await), TAKEN);
    desk.happens(other, original("OUT-2026/117", other)).await.unwrap();
    desk.reads_the_same().await;
}

#[tokio::test]
async fn a_number_that_the_other_side_gave_twice_is_told_and_taken() {
    let desk = Desk::new("TJ").await;
    let (first, _) = desk.issued().await;
    let (second, _) = desk.issued().await;
    let (node, by) = (desk.node(), &desk.office.investigator);
    for request in [first, second] {
        let sent = Event::AdvanceCopySent { day: day("2026-11-23"), channel: "e-mail".into() };
        desk.happens(request, sent).await.unwrap();
        let acknowledged = Event::Acknowledged { day: day("2026-11-24"), reference: "IN-9".into() };
        desk.happens(request, acknowledged).await.unwrap();
    }
    let told = node.same_number_of_other_side(by, &desk.request(second));
    let [told] = &told[..] else { panic!("{told:?}") };
    assert_eq!((told.case, told.reference.as_str()), (desk.case, desk.request(first).reference()));
}

#[tokio::test]
async fn an_event_was_taken_from_before_the_issue() {
    let desk = Desk::new("TJ").await;
    let (request, _) = desk.issued().await;
    let sent = |on: &str| Event::AdvanceCopySent { day: day(on), channel: "e-mail".into() };
    let record = async |event: Event| {
        let by = &desk.office.investigator;
        desk.node().record_request_event(by, desk.case, request, event, With::default()).await
    };
    // What this office did itself it did on a day that is not before the issue.
    assert_eq!(code(record(sent("2026-11-22")).await), "casework-request-before-issue");
    record(sent("2026-11-23")).await.unwrap();
    let acknowledged = |on: &str| Event::Acknowledged { day: day(on), reference: "KZ-1".into() };
    assert_eq!(code(record(acknowledged("2026-11-21")).await), "casework-request-before-issue");
    // The other side may be so far west that its day is the one before.
    record(acknowledged("2026-11-22")).await.unwrap();
}

#[tokio::test]
async fn an_event_was_taken_from_before_the_receipt() {
    let sender = Desk::new("TJ").await;
    let (_, issued) = sender.issued().await;
    let desk = Desk::new("KZ").await;
    let (node, by) = (desk.node(), &desk.office.investigator);
    let taken =
        node.receive_request(by, desk.case, &arrives(&issued, "IN-1"), With::default()).await.unwrap();
    let record = async |event: Event| {
        node.record_request_event(by, desk.case, taken.entry, event, With::default()).await
    };
    let before = "casework-request-before-receipt";
    let acknowledged = |on: &str| Event::Acknowledged { day: day(on), reference: "IN-1".into() };
    assert_eq!(code(record(acknowledged("2026-11-22")).await), before);
    let at: ActTime = "2026-11-22T12:00:00+05:00[Asia/Dushanbe]".parse().unwrap();
    let with = With { act: Some(at), ..With::default() };
    let early = node.acknowledge_request(by, desk.case, taken.entry, None, &[], None, with);
    assert_eq!(code(early.await), before);
    record(acknowledged("2026-11-23")).await.unwrap();
    let executed = Event::Executed { day: day("2026-11-22"), what: "All".into(), result: None };
    assert_eq!(code(record(executed).await), before);
    // Whoever asks can have taken it back before it was here.
    record(Event::Withdrawn { day: day("2026-11-22"), reason: "It is known.".into() }).await.unwrap();
}

#[tokio::test]
async fn what_was_carried_over_has_the_days_of_its_register() {
    let desk = Desk::new("TJ").await;
    let (node, by) = (desk.node(), &desk.office.investigator);
    let register = "direction,state,measure,register_number,day,stage\n\
                    sent,KZ,preservation,OUT-1,2025-03-01,acknowledged\n\
                    received,KZ,preservation,IN-1,2025-03-01,original-received\n";
    let new = CarryOver { register: register.into(), language: language("en") };
    let carried = node.carry_over_requests(by, desk.case, &new, With::default()).await.unwrap();
    let record = async |at: usize, event: Event| {
        node.record_request_event(by, desk.case, carried[at].entry, event, With::default()).await
    };
    let accepted = |on: &str| Event::Accepted { day: day(on) };
    assert_eq!(code(record(0, accepted("2025-02-27")).await), "casework-request-before-issue");
    record(0, accepted("2025-02-28")).await.unwrap();
    let acknowledged = |on: &str| Event::Acknowledged { day: day(on), reference: "IN-1".into() };
    assert_eq!(code(record(1, acknowledged("2025-02-28")).await), "casework-request-before-receipt");
    record(1, acknowledged("2025-03-01")).await.unwrap();
}

#[tokio::test]
async fn minutes_were_printed_of_a_day_that_is_yet_to_come() {
    let desk = Desk::new("TJ").await;
    let text = "subject = \"Search\"\nplace = \"Dushanbe\"\nbegan = \"2026-11-22T09:00:00+05:00[Asia/Dushanbe]\"\n\
                ended = \"2099-11-22T11:00:00+05:00[Asia/Dushanbe]\"\ncourse = \"Searched.\"\n\
                recorder = { name = \"A. Exercise\", part = \"Investigator\" }\n";
    let minutes = MinutesText::read(text.as_bytes()).unwrap();
    let (by, english) = (&desk.office.investigator, [language("en")]);
    let printed = desk.node().minutes(by, desk.case, &minutes, &english);
    assert_eq!(code(printed.await), "casework-act-in-future");
}

#[tokio::test]
async fn two_officers_gave_one_number_at_the_same_moment() {
    let desk = Desk::new("TJ").await;
    let (first, second) = (ready(&desk).await, ready(&desk).await);
    let (one, other) =
        tokio::join!(desk.issue_as(first, "OUT-2026/130"), desk.issue_as(second, "OUT-2026/130"));
    let refused: Vec<_> = [one, other].into_iter().filter_map(Result::err).collect();
    let [refused] = &refused[..] else { panic!("one of two is issued: {refused:?}") };
    assert_eq!(refused.code(), TAKEN);
    let waits = if desk.request(first).issue.is_none() { first } else { second };
    for hidden in ["OUT\n2026", "OUT-2026/130\u{200b}", "OUT-2026/1\u{202e}30"] {
        assert_eq!(code(desk.issue_as(waits, hidden).await.map(drop)), "casework-request-number-hides");
    }
    desk.issue_as(waits, "OUT-2026/131").await.unwrap();
}

#[tokio::test]
async fn a_request_was_issued_before_it_was_written_and_received_before_it_was_asked() {
    let desk = Desk::new("TJ").await;
    let request = ready(&desk).await;
    let at: ActTime = "2026-11-22T10:00:00+05:00[Asia/Dushanbe]".parse().unwrap();
    let by = &desk.office.investigator;
    let early = With { act: Some(at), ..With::default() };
    let issued = desk.node().issue_request(by, desk.case, request, "OUT-2026/117".into(), early).await;
    assert!(matches!(issued.err().unwrap(), CaseworkError::Refused(Refusal::ActBefore { .. })));
    let issued = desk.issue(request).await.unwrap();
    let other = Desk::new("KZ").await;
    let (node, by) = (other.node(), &other.office.investigator);
    let on = |day: &str| Received { day: Some(self::day(day)), ..arrives(&issued, "IN-1") };
    let receive = async |what: &Received| node.receive_request(by, other.case, what, With::default()).await;
    let before = "casework-request-before-issue";
    assert_eq!(code(receive(&on("2026-11-21")).await), before);
    let taken = receive(&on("2026-11-22")).await.unwrap().entry;
    let withdrawn =
        Event::Withdrawn { day: day("2026-11-21"), reason: "The account was found elsewhere.".into() };
    let withdrawn = node.record_request_event(by, other.case, taken, withdrawn, With::default());
    assert_eq!(code(withdrawn.await), before);
}

#[tokio::test]
async fn a_refused_number_named_a_case_that_the_officer_may_not_read() {
    let sender = Desk::new("TJ").await;
    let (_, first) = sender.issued().await;
    let (_, second) = sender.issued().await;
    let desk = Desk::new("KZ").await;
    let node = desk.node();
    let by = &desk.office.investigator;
    let taken = node.receive_request(by, desk.case, &arrives(&first, "IN-1"), With::default()).await.unwrap();
    let stranger = &desk.office.administrator;
    assert!(node.request(stranger, desk.case, taken.entry).is_err(), "not of the case");
    let refused = node.read_received(stranger, &arrives(&second, "IN-1")).unwrap_err();
    assert_eq!(refused.code(), "casework-request-number-taken-elsewhere");
    assert!(!refused.args().iter().any(|(_, value)| value.contains(&desk.case.to_string())));
    let held = node.read_received(stranger, &arrives(&first, "IN-2")).unwrap_err();
    assert_eq!((held.code(), held.args().len()), ("casework-request-held-elsewhere", 0));
}

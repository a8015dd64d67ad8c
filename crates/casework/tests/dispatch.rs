//! A request travels between two offices: what it brings, whose it is, and what two persons approved of it.

use comity_casework::body::CaseAct;
use comity_casework::dispatch::{
    ANSWER_KIND, DispatchError, EVENT_KIND, PARCEL_VERSION, Parcel, REQUEST_KIND,
};
use comity_casework::exchange::{MessageFate, SendWhat, Terms};
use comity_casework::request::{NewRequest, Received, Request, Review, TwinRecord, TwinSignature, Word};
use comity_casework::{CaseworkError, Package, With};
use comity_disk::{DiskPath, SimDisk};
use comity_evidence::{BagWriter, Intake, Limits};
use comity_record::cbor::to_canonical;
use comity_record::pack::Pack;
use comity_record::sign::{Purpose, SigningKey, sign};
use comity_record::{ActTime, Bytes, CaseId, EntryId, Sha256Digest};
use comity_request::life::{Event, EventKind, Ground, Stage};
use comity_request::{Decision, plain};
use std::sync::Arc;

use crate::bench::policies;
use crate::request::{PRESERVATION, folder};
use crate::two::{Side, Two, agree, call};

fn packs() -> Vec<Pack> {
    vec![policies(), folder("law"), folder("forms")]
}

/// The sender is TJ, the second side; the receiver KZ, the first.
async fn two() -> Two {
    Two::on(&Terms::default(), packs).await
}

/// A request for preservation that was drafted, confirmed, reviewed, approved and issued.
async fn issued(side: &Side) -> EntryId {
    let (node, case, by) = (&side.node, side.case, side.investigator());
    let facts = node.case_facts(by, case, None).await.unwrap();
    let state = node.state();
    let forms = node.packs().forms(state.office(side.office).unwrap()).unwrap();
    let new = NewRequest {
        form: "preservation".into(),
        to: "KZ".parse().unwrap(),
        offences: vec!["illegal_access".into()],
        language: "en".parse().unwrap(),
        translation: None,
        reference: None,
        cited: vec![],
        values: plain::read_values(forms.form("preservation").unwrap(), PRESERVATION).unwrap(),
    };
    let request = node.draft_request(by, case, new, &facts, With::default()).await.unwrap().0.entry;
    for subject in known(side, request).to_clear() {
        let word = Word { subject, decision: Decision::Overruled, reason: "Exercise.".into() };
        node.confirm_for_request(side.prosecutor(), case, request, word, With::default()).await.unwrap();
    }
    node.review_request(side.prosecutor(), case, request, Review::Passed, With::default()).await.unwrap();
    let proposal = node.propose_issue(by, case, request, "needed".into()).await.unwrap();
    node.approve_in_case(side.supervisor(), case, proposal.entry).await.unwrap();
    let number = format!("OUT-{}", node.state().case(case).unwrap().requests.len());
    node.issue_request(by, case, request, number, With::default()).await.unwrap();
    request
}

fn known(side: &Side, request: EntryId) -> Arc<Request> {
    side.node.request(side.investigator(), side.case, request).unwrap()
}

fn code<T>(result: Result<T, CaseworkError>) -> &'static str {
    comity_record::Coded::code(&result.err().unwrap())
}

/// Proposed by one, approved by another; gives the proposal.
async fn approved(side: &Side, request: EntryId, what: &SendWhat) -> EntryId {
    let (node, case) = (&side.node, side.case);
    let proposed = node.propose_dispatch(side.investigator(), case, request, what, "agreed".into()).await;
    let proposal = proposed.unwrap().entry;
    node.approve_in_case(side.prosecutor(), case, proposal).await.unwrap();
    proposal
}

/// Sends what was approved.
async fn sent(side: &Side, request: EntryId, proposal: EntryId) -> Result<(), CaseworkError> {
    let (node, case, by) = (&side.node, side.case, side.investigator());
    let what = node.approved_message(by, case, request, proposal).await.unwrap();
    node.dispatch(by, case, request, what).await.map(drop)
}

async fn send(two: &mut Two, request: EntryId) {
    let (node, case) = (&two.b.node, two.b.case);
    let what = node.request_message(two.b.investigator(), case, request, two.agreement).await.unwrap();
    let proposal = approved(&two.b, request, &what).await;
    sent(&two.b, request, proposal).await.unwrap();
    two.talk().await;
}

/// The newest message that came.
fn newest(side: &Side) -> EntryId {
    let messages = side.node.messages(side.prosecutor()).unwrap();
    messages.iter().rfind(|message| message.way == comity_casework::exchange::Way::In).unwrap().entry
}

async fn take(side: &Side, case: CaseId) -> Result<EntryId, CaseworkError> {
    let taken = side.node.take_parcel(side.prosecutor(), case, newest(side), "IN-1".into()).await;
    taken.map(|taken| taken.request)
}

fn acknowledged() -> Event {
    Event::Acknowledged { day: "2026-11-23".parse().unwrap(), reference: "IN-1".to_owned() }
}

/// What a counterpart could say of a request, in words that are ours.
fn said(version: Sha256Digest, events: Vec<Event>) -> Vec<u8> {
    to_canonical(&Parcel::Events { v: PARCEL_VERSION, request: version, events, print: None }).unwrap()
}

#[tokio::test]
async fn a_request_goes_over_and_what_happens_to_it_comes_back_with_its_paper() {
    let mut two = two().await;
    let request = issued(&two.b).await;
    send(&mut two, request).await;
    assert_eq!(known(&two.b, request).life.stage, Some(Stage::AdvanceCopySent));
    let received = take(&two.a, two.a.case).await.unwrap();
    assert_eq!(known(&two.a, received).signed_by, Some(two.b.node.node_key().key_id()));
    let (node, by, case) = (&two.a.node, two.a.prosecutor(), two.a.case);
    let ticket = Some(("KZ-T-7".to_owned(), 60));
    let tell = Some(two.agreement);
    node.acknowledge_request(by, case, received, ticket, &[], tell, With::default()).await.unwrap();
    two.talk().await;
    assert_eq!(take(&two.b, two.b.case).await.unwrap(), request);
    let known = known(&two.b, request);
    assert_eq!(known.life.ticket.as_ref().unwrap().number, "KZ-T-7");
    let (acknowledged, _, _) =
        known.history.iter().find(|(_, _, kind)| *kind == EventKind::Acknowledged).unwrap();
    let files = two.b.node.attachments(two.b.prosecutor(), two.b.case, *acknowledged).await.unwrap();
    assert_eq!(files[0].name, "acknowledgement.pdf");
    // Taken again, nothing happens twice.
    assert_eq!(code(take(&two.b, two.b.case).await), "casework-dispatch-taken-before");
    two.a.check().await;
    two.b.check().await;
}

#[tokio::test]
async fn a_step_and_the_message_that_tells_of_it_are_taken_together_or_not_at_all() {
    for after in [false, true] {
        let mut two = two().await;
        let request = issued(&two.b).await;
        send(&mut two, request).await;
        let received = take(&two.a, two.a.case).await.unwrap();
        two.a.place.store.stop_at(1, after);
        let told = two.a.node.tell_request_event(
            two.a.prosecutor(),
            two.a.case,
            received,
            acknowledged(),
            two.agreement,
            With::default(),
        );
        assert!(told.await.is_err(), "the program was stopped");
        two.a.restart().await;
        let happened = known(&two.a, received).life.stage == Some(Stage::Acknowledged);
        let waits = two.a.node.state().channels().get(two.agreement).unwrap().outbox.items().len();
        assert_eq!((happened, waits), (after, usize::from(after)));
    }
}

#[tokio::test]
async fn what_two_persons_must_approve_does_not_leave_under_another_kind() {
    let mut two = two().await;
    let request = issued(&two.b).await;
    send(&mut two, request).await;
    take(&two.a, two.a.case).await.unwrap();
    let version = known(&two.b, request).version().digest;
    let accepted = vec![Event::Accepted { day: "2026-11-23".parse().unwrap() }];
    let body = said(version, accepted);
    let (node, case, by) = (&two.a.node, two.a.case, two.a.investigator());
    for kind in [REQUEST_KIND, EVENT_KIND, ANSWER_KIND] {
        let what = SendWhat { body: body.clone(), ..two.what(&two.a, kind, "") };
        assert_eq!(code(node.send(by, case, what.clone()).await), "casework-dispatch-only-requests");
        let proposed = node.propose_message(by, case, &what, "x".into()).await;
        assert_eq!(code(proposed), "casework-dispatch-only-requests");
    }
    // A program that lets it go all the same is not believed.
    let what = SendWhat { body, ..two.what(&two.a, "request.acknowledged", "") };
    node.send(by, case, what).await.unwrap();
    two.talk().await;
    assert_eq!(code(take(&two.b, two.b.case).await), "casework-dispatch-other-kind");
    assert_eq!(known(&two.b, request).life.stage, Some(Stage::AdvanceCopySent));
    // It was put into no case, so that everybody who may can still read it.
    let message = newest(&two.b);
    assert!(two.b.node.state().channels().received(two.b.office, message).unwrap().1.filed.is_empty());
}

#[tokio::test]
async fn an_approval_for_one_request_sends_no_other() {
    let two = two().await;
    let (first, second) = (issued(&two.b).await, issued(&two.b).await);
    let (node, case, by) = (&two.b.node, two.b.case, two.b.investigator());
    let what = node.request_message(by, case, first, two.agreement).await.unwrap();
    let proposed = node.propose_dispatch(by, case, second, &what, "agreed".into()).await;
    assert_eq!(code(proposed), "casework-dispatch-other-request");
    let proposal = approved(&two.b, first, &what).await;
    assert_eq!(code(sent(&two.b, second, proposal).await), "casework-dispatch-other-request");
    sent(&two.b, first, proposal).await.unwrap();
    assert_eq!(known(&two.b, second).life.stage, Some(Stage::Issued));
}

#[tokio::test]
async fn an_office_that_has_nothing_to_do_with_a_request_cannot_speak_of_it() {
    let mut two = two().await;
    let request = issued(&two.b).await;
    send(&mut two, request).await;
    // A third office of the same state has an agreement of its own, and somebody gave it a copy of the paper.
    let third = Side::new(3, "KZ", two.clock.clone(), packs).await;
    let agreement = agree(&third, &two.b, &Terms::default()).await;
    let printed = two.b.node.print_request(
        two.b.investigator(),
        two.b.case,
        request,
        comity_document::CopyKind::Advance,
        &[],
    );
    let printed = printed.await.unwrap();
    let signature = TwinSignature { bytes: printed.signature.clone().unwrap(), key: two.b.node.node_key() };
    let copy = Received {
        twin: printed.twin.clone(),
        signature: Some(signature),
        original: false,
        register_number: "IN-9".into(),
        day: None,
    };
    let (by, case) = (third.prosecutor(), third.case);
    let theirs = third.node.receive_request(by, case, &copy, With::default()).await.unwrap().entry;
    let told =
        third.node.tell_request_event(by, case, theirs, acknowledged(), agreement, With::default()).await;
    told.unwrap();
    call(&third, &two.b, agreement).await;
    assert_eq!(code(take(&two.b, two.b.case).await), "casework-dispatch-other-office");
    let found = two.b.node.case_of_parcel(two.b.prosecutor(), newest(&two.b), "").await;
    assert_eq!(code(found), "casework-dispatch-other-office");
    assert_eq!(known(&two.b, request).life.stage, Some(Stage::AdvanceCopySent));
    // Neither does the request go to it by mistake.
    let (node, case) = (&two.b.node, two.b.case);
    let what = node.request_message(two.b.investigator(), case, request, agreement).await.unwrap();
    let proposed = node.propose_dispatch(two.b.investigator(), case, request, &what, "x".into()).await;
    assert_eq!(code(proposed), "casework-dispatch-other-office");
}

#[tokio::test]
async fn an_answer_comes_as_the_package_that_two_persons_approved() {
    let mut two = two().await;
    let request = issued(&two.b).await;
    send(&mut two, request).await;
    let received = take(&two.a, two.a.case).await.unwrap();
    let package = package(b"a,b\n");
    let (node, case) = (&two.a.node, two.a.case);
    accepted_on_both_sides(&two, received, request).await;
    let by = two.a.investigator();
    let what = answer(&two, received, Some(&package)).unwrap();
    assert_eq!(code(node.dispatch(by, case, received, what.clone()).await), "channel-rule-approval");
    let proposal = approved(&two.a, received, &what).await;
    let CaseAct::Send { content, .. } = *node.state().case(case).unwrap().proposal(proposal).unwrap().act()
    else {
        panic!("it was proposed to be sent");
    };
    assert_eq!(content, what.digest().unwrap());
    sent(&two.a, received, proposal).await.unwrap();
    assert_eq!(known(&two.a, received).life.stage, Some(Stage::Executed));
    two.talk().await;
    take(&two.b, two.b.case).await.unwrap();
    let came = two.b.node.answer(two.b.prosecutor(), two.b.case, request).await.unwrap();
    assert_eq!(came.digest(), package.digest());
    let other = Parcel::Answer {
        v: PARCEL_VERSION,
        request: Sha256Digest::of(b"x"),
        event: Event::Executed { day: "2026-11-23".parse().unwrap(), what: "x".into(), result: None },
        package: Some(Bytes(vec![1])),
    };
    let refused = Parcel::read(&to_canonical(&other).unwrap());
    assert!(matches!(refused, Err(DispatchError::OtherPackage)));
}

/// A package with one file of records.
fn package(records: &[u8]) -> Package {
    let (disk, folder) = (SimDisk::new(), DiskPath::new("package").unwrap());
    let mut bag = BagWriter::create(&disk, &folder).unwrap();
    let mut intake = Intake::new(Limits::default());
    bag.payload("records.csv", &mut &records[..], &mut intake).unwrap();
    bag.finish("2026-11-23".parse().unwrap(), &[]).unwrap();
    let act: ActTime = "2026-11-24T12:00:00+05:00[Asia/Almaty]".parse().unwrap();
    Package::read(&disk, &folder, &act).unwrap()
}

/// The same with one byte more in the records, and nothing said of it.
fn damaged(package: &Package) -> Package {
    let mut files = package.files().clone();
    files.get_mut("data/records.csv").unwrap().push(b'x');
    Package::new(files, &"2026-11-24T12:00:00+05:00[Asia/Almaty]".parse().unwrap())
}

async fn accepted_on_both_sides(two: &Two, received: EntryId, request: EntryId) {
    for (side, request) in [(&two.a, received), (&two.b, request)] {
        for event in [acknowledged(), accepted()] {
            let (by, with) = (side.prosecutor(), With::default());
            side.node.record_request_event(by, side.case, request, event, with).await.unwrap();
        }
    }
}

fn accepted() -> Event {
    Event::Accepted { day: "2026-11-23".parse().unwrap() }
}

fn answer(two: &Two, received: EntryId, package: Option<&Package>) -> Result<SendWhat, CaseworkError> {
    let (by, done) = (two.a.investigator(), "done".to_owned());
    two.a.node.answer_message(by, two.a.case, received, two.agreement, done, None, package)
}

#[tokio::test]
async fn a_damaged_package_is_not_sent_and_a_further_answer_takes_the_place_of_one() {
    let mut two = two().await;
    let request = issued(&two.b).await;
    send(&mut two, request).await;
    let received = take(&two.a, two.a.case).await.unwrap();
    accepted_on_both_sides(&two, received, request).await;
    let (first, second) = (package(b"of another account\n"), package(b"of the account\n"));
    let (node, case, by) = (Arc::clone(&two.a.node), two.a.case, two.a.investigator());
    let bad = answer(&two, received, Some(&damaged(&first))).unwrap();
    let proposed = node.propose_dispatch(by, case, received, &bad, "agreed".into()).await;
    assert_eq!(code(proposed), "casework-dispatch-unsound");
    assert_eq!(code(node.dispatch(by, case, received, bad).await), "casework-dispatch-unsound");
    for package in [&first, &second] {
        let what = answer(&two, received, Some(package)).unwrap();
        let proposal = approved(&two.a, received, &what).await;
        sent(&two.a, received, proposal).await.unwrap();
        two.talk().await;
        take(&two.b, two.b.case).await.unwrap();
        assert_eq!(code(take(&two.b, two.b.case).await), "casework-dispatch-taken-before");
        let came = two.b.node.answer(two.b.prosecutor(), two.b.case, request).await.unwrap();
        assert_eq!(came.digest(), package.digest(), "the last one counts");
    }
    for known in [known(&two.a, received), known(&two.b, request)] {
        assert_eq!(known.life.stage, Some(Stage::Executed));
        let executed = known.history.iter().filter(|(_, _, kind)| *kind == EventKind::Executed);
        assert_eq!(
            executed.map(|(entry, _, _)| known.is_further_answer(*entry)).collect::<Vec<_>>(),
            [false, true]
        );
    }
    two.a.check().await;
    two.b.check().await;
}

#[tokio::test]
async fn that_a_request_was_executed_leaves_and_comes_as_an_answer_only() {
    let mut two = two().await;
    let request = issued(&two.b).await;
    send(&mut two, request).await;
    let received = take(&two.a, two.a.case).await.unwrap();
    accepted_on_both_sides(&two, received, request).await;
    let (node, case, by) = (Arc::clone(&two.a.node), two.a.case, two.a.prosecutor());
    let day = "2026-11-23".parse().unwrap();
    let version = known(&two.b, request).version().digest;
    for executed in [
        Event::Executed { day, what: "All that you ask.".into(), result: None },
        Event::ExecutedInPart { day, what: "A".into(), outstanding: "B".into(), result: None },
    ] {
        let agreement = two.agreement;
        let told = node.tell_request_event(by, case, received, executed.clone(), agreement, With::default());
        assert_eq!(code(told.await), "casework-dispatch-by-answer");
        let body = said(version, vec![executed.clone()]);
        let what = SendWhat { body, ..two.what(&two.a, EVENT_KIND, "") };
        assert_eq!(code(node.dispatch(by, case, received, what).await), "casework-dispatch-by-answer");
    }
    assert_eq!(known(&two.a, received).life.stage, Some(Stage::Accepted));
    // Where nothing is handed over, it is an answer all the same, with all that the agreement asks for one.
    let what = answer(&two, received, None).unwrap();
    assert_eq!(code(node.dispatch(by, case, received, what.clone()).await), "channel-rule-approval");
    let proposal = approved(&two.a, received, &what).await;
    sent(&two.a, received, proposal).await.unwrap();
    two.talk().await;
    take(&two.b, two.b.case).await.unwrap();
    assert_eq!(known(&two.b, request).life.stage, Some(Stage::Executed));
    let came = two.b.node.answer(two.b.prosecutor(), two.b.case, request).await;
    assert_eq!(code(came.map(|package| package.digest())), "casework-dispatch-answer-without-package");
}

#[tokio::test]
async fn messages_about_a_request_are_taken_in_order_and_a_refused_one_is_not_opened() {
    let mut two = two().await;
    let request = issued(&two.b).await;
    send(&mut two, request).await;
    // What cannot be taken counts as unread, and lies in no case.
    let unnumbered = two.a.node.take_parcel(two.a.prosecutor(), two.a.case, newest(&two.a), " ".into()).await;
    assert_eq!(code(unnumbered.map(|taken| taken.request)), "casework-text");
    let found = two.a.node.case_of_parcel(two.a.prosecutor(), newest(&two.a), "").await;
    assert_eq!(code(found), "casework-text");
    assert!(unread(&two.a, newest(&two.a)));
    let found = two.a.node.case_of_parcel(two.a.prosecutor(), newest(&two.a), "IN-1").await;
    assert_eq!(found.unwrap(), None);
    assert!(unread(&two.a, newest(&two.a)));
    let received = take(&two.a, two.a.case).await.unwrap();
    let (node, by, case) = (Arc::clone(&two.a.node), two.a.prosecutor(), two.a.case);
    for event in [acknowledged(), accepted()] {
        node.tell_request_event(by, case, received, event, two.agreement, With::default()).await.unwrap();
    }
    let what = answer(&two, received, Some(&package(b"a\n"))).unwrap();
    let proposal = approved(&two.a, received, &what).await;
    sent(&two.a, received, proposal).await.unwrap();
    two.talk().await;
    let messages = two.b.node.messages(two.b.prosecutor()).unwrap();
    let came: Vec<_> = messages
        .iter()
        .filter(|message| message.way == comity_casework::exchange::Way::In)
        .map(|message| message.entry)
        .collect();
    let [first, second, third] = came[..] else { panic!("three messages came") };
    let take = async |message| {
        let (node, by) = (&two.b.node, two.b.prosecutor());
        let found = node.case_of_parcel(by, message, "").await?;
        assert_eq!(found, Some(two.b.case));
        node.take_parcel(by, two.b.case, message, String::new()).await.map(drop)
    };
    for (message, before) in [(third, first), (second, first)] {
        let refused = take(message).await.unwrap_err();
        assert!(matches!(&refused, CaseworkError::Dispatch(DispatchError::TakeFirst(of)) if *of == before));
        let at_once = two.b.node.take_parcel(two.b.prosecutor(), two.b.case, message, String::new()).await;
        assert_eq!(code(at_once.map(|taken| taken.request)), "casework-dispatch-take-first");
        assert!(unread(&two.b, message));
    }
    for message in [first, second, third] {
        take(message).await.unwrap();
    }
    let kinds: Vec<_> = known(&two.b, request).history.iter().map(|(_, _, kind)| *kind).collect();
    assert_eq!(kinds[5..], [EventKind::Acknowledged, EventKind::Accepted, EventKind::Executed]);
    two.b.check().await;
}

/// Whether nobody has opened a message, and it lies in no case.
fn unread(side: &Side, message: EntryId) -> bool {
    let state = side.node.state();
    let (_, received) = state.channels().received(side.office, message).unwrap();
    received.fate == MessageFate::Unread && received.filed.is_empty()
}

#[tokio::test]
async fn a_request_lies_in_one_case_and_its_signature_counts_by_the_agreement_that_names_the_key() {
    let mut two = two().await;
    let request = issued(&two.b).await;
    let (node, by) = (Arc::clone(&two.a.node), two.a.prosecutor());
    let printed = two.b.node.print_request(
        two.b.investigator(),
        two.b.case,
        request,
        comity_document::CopyKind::Advance,
        &[],
    );
    let printed = printed.await.unwrap();
    let arrived = |bytes: Vec<u8>, key| Received {
        twin: printed.twin.clone(),
        signature: Some(TwinSignature { bytes, key }),
        original: true,
        register_number: "IN-2".into(),
        day: None,
    };
    let record =
        TwinRecord::verify(printed.signature.as_ref().unwrap(), &two.b.node.node_key(), &printed.twin)
            .unwrap();
    let stranger = SigningKey::from_seed(&[7; 32]);
    let by_stranger = |record: &TwinRecord| {
        let bytes = sign(&stranger, Purpose::Twin, &to_canonical(record).unwrap());
        arrived(bytes, stranger.verifying_key())
    };
    // Whoever signs for another state than the one that asks has nothing to do with the request.
    let other = TwinRecord { country: "KG".parse().unwrap(), ..record.clone() };
    let refused = node.receive_request(by, two.a.case, &by_stranger(&other), With::default()).await;
    assert_eq!(code(refused), "casework-request-signature-other-state");
    // A key that no agreement names is not taken for that of the office, whatever it signs.
    let (case, _) = node.open_case(by, "A copy".into(), None).await.unwrap();
    let taken = node.receive_request(by, case, &by_stranger(&record), With::default()).await.unwrap();
    let known_here = node.request(by, case, taken.entry).unwrap();
    assert_eq!(known_here.signed_by, Some(stranger.verifying_key().key_id()));
    assert_eq!(known_here.signed_under, None);
    // It is here now: neither the same by another way nor a message opens a second life of it.
    let genuine = arrived(printed.signature.clone().unwrap(), two.b.node.node_key());
    let again = node.receive_request(by, two.a.case, &genuine, With::default()).await.unwrap_err();
    assert_eq!(comity_record::Coded::code(&again), "casework-request-held");
    assert_eq!(comity_record::Coded::args(&again)[0].1, case.to_string());
    send(&mut two, request).await;
    let found = two.a.node.case_of_parcel(two.a.prosecutor(), newest(&two.a), "IN-3").await;
    assert_eq!(code(found), "casework-request-held");
    assert_eq!(code(take(&two.a, two.a.case).await), "casework-request-held");
    assert!(unread(&two.a, newest(&two.a)));
    // What comes under an agreement says so.
    let second = issued(&two.b).await;
    send(&mut two, second).await;
    let received = take(&two.a, two.a.case).await.unwrap();
    assert_eq!(known(&two.a, received).signed_under, Some(two.agreement));
}

/// What came and was not taken yet, in order.
fn came(side: &Side, after: usize) -> Vec<EntryId> {
    let messages = side.node.messages(side.prosecutor()).unwrap().into_iter();
    let came = messages.filter(|message| message.way == comity_casework::exchange::Way::In);
    came.map(|message| message.entry).skip(after).collect()
}

async fn take_all(side: &Side, after: usize) {
    for message in came(side, after) {
        let taken = side.node.take_parcel(side.prosecutor(), side.case, message, String::new()).await;
        taken.unwrap();
    }
}

async fn happens(side: &Side, request: EntryId, event: Event) {
    let (by, with) = (side.prosecutor(), With::default());
    side.node.record_request_event(by, side.case, request, event, with).await.unwrap();
}

async fn tells(side: &Side, request: EntryId, event: Event, agreement: Sha256Digest) {
    let (by, with) = (side.prosecutor(), With::default());
    side.node.tell_request_event(by, side.case, request, event, agreement, with).await.unwrap();
}

#[tokio::test]
async fn an_answer_and_a_withdrawal_that_cross_are_both_taken() {
    let mut two = two().await;
    let request = issued(&two.b).await;
    send(&mut two, request).await;
    let received = take(&two.a, two.a.case).await.unwrap();
    let day = "2026-11-23".parse().unwrap();
    let withdrawn = Event::Withdrawn { day, reason: "Settled otherwise.".into() };
    tells(&two.b, request, withdrawn, two.agreement).await;
    // That it was acknowledged is not told.
    happens(&two.a, received, acknowledged()).await;
    tells(&two.a, received, accepted(), two.agreement).await;
    let package = package(b"a\n");
    let what = answer(&two, received, Some(&package)).unwrap();
    let proposal = approved(&two.a, received, &what).await;
    sent(&two.a, received, proposal).await.unwrap();
    two.talk().await;
    take_all(&two.b, 0).await;
    take_all(&two.a, 1).await;
    assert_eq!(known(&two.b, request).life.stage, Some(Stage::Withdrawn));
    assert_eq!(known(&two.a, received).life.stage, Some(Stage::Executed));
    assert!(known(&two.a, received).history.iter().any(|(_, _, kind)| *kind == EventKind::Withdrawn));
    let came = two.b.node.answer(two.b.prosecutor(), two.b.case, request).await.unwrap();
    assert_eq!(came.digest(), package.digest());
    two.a.check().await;
    two.b.check().await;
}

#[tokio::test]
async fn a_refusal_on_the_wrong_request_keeps_nothing_away_that_comes() {
    let mut two = two().await;
    let request = issued(&two.b).await;
    send(&mut two, request).await;
    let received = take(&two.a, two.a.case).await.unwrap();
    let text = "Of another request.".to_owned();
    let reasons = vec![Ground { ground: String::new(), provision: String::new(), text }];
    happens(&two.b, request, Event::Refused { day: "2026-11-23".parse().unwrap(), reasons }).await;
    for event in [acknowledged(), accepted()] {
        tells(&two.a, received, event, two.agreement).await;
    }
    two.talk().await;
    take_all(&two.b, 0).await;
    assert_eq!(known(&two.b, request).life.stage, Some(Stage::Accepted));
    two.b.check().await;
}

#[tokio::test]
async fn messages_about_a_request_go_by_the_agreement_under_which_it_travels() {
    let mut two = two().await;
    let lasting = two.agreement;
    let terms = Terms { valid_until: Some("2026-11-30".parse().unwrap()), ..Terms::default() };
    two.agreement = agree(&two.a, &two.b, &terms).await;
    let request = issued(&two.b).await;
    // As long as it has not travelled, its sender chooses.
    let which = two.b.node.agreement_for(two.b.investigator(), &known(&two.b, request), None);
    assert_eq!(code(which), "casework-dispatch-which-agreement");
    send(&mut two, request).await;
    let received = take(&two.a, two.a.case).await.unwrap();
    for (side, request, event) in [
        (&two.a, received, acknowledged()),
        (&two.b, request, Event::StatusAsked { day: "2026-11-23".parse().unwrap() }),
    ] {
        let (node, by) = (&side.node, side.prosecutor());
        let told = node.tell_request_event(by, side.case, request, event, lasting, With::default()).await;
        let refused = told.unwrap_err();
        assert_eq!(comity_record::Coded::code(&refused), "casework-dispatch-other-agreement");
        assert_eq!(comity_record::Coded::args(&refused)[0].1, two.agreement.to_string());
        let chosen = node.agreement_for(by, &known(side, request), None);
        assert_eq!(chosen.unwrap(), two.agreement);
    }
    tells(&two.a, received, acknowledged(), two.agreement).await;
    two.talk().await;
    // When that agreement is over, another does; what came under the first is taken first all the same.
    two.wait(8 * 86_400);
    tells(&two.a, received, accepted(), lasting).await;
    let first = std::mem::replace(&mut two.agreement, lasting);
    two.talk().await;
    let take = async |agreement| {
        let state = two.b.node.state();
        let message = state.channels().get(agreement).unwrap().received.values().next_back().unwrap().entry;
        two.b.node.take_parcel(two.b.prosecutor(), two.b.case, message, String::new()).await.map(drop)
    };
    assert_eq!(code(take(lasting).await), "casework-dispatch-take-first");
    take(first).await.unwrap();
    take(lasting).await.unwrap();
    assert_eq!(known(&two.b, request).life.stage, Some(Stage::Accepted));
}

#[tokio::test]
async fn whoever_hands_a_case_over_is_told_whose_answers_come_to_the_office() {
    let mut two = two().await;
    let answered = |side: &Side| side.node.answered_here(side.prosecutor(), side.case).unwrap();
    let request = issued(&two.b).await;
    assert_eq!(answered(&two.b), 0, "nothing travelled");
    send(&mut two, request).await;
    let received = take(&two.a, two.a.case).await.unwrap();
    assert_eq!((answered(&two.a), answered(&two.b)), (1, 1));
    happens(&two.a, received, acknowledged()).await;
    happens(
        &two.a,
        received,
        Event::Executed { day: "2026-11-23".parse().unwrap(), what: "All.".into(), result: None },
    )
    .await;
    assert_eq!((answered(&two.a), answered(&two.b)), (0, 1));
}

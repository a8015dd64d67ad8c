//! The requested side: what comes in, what is refused, what goes back.

use super::*;

fn received(twin: &[u8]) -> Received {
    Received {
        twin: twin.to_vec(),
        signature: None,
        original: false,
        register_number: "IN-2026/8".into(),
        day: None,
    }
}

#[tokio::test]
async fn the_other_side_takes_a_request_in_and_answers_for_it() {
    let sender = Desk::new("TJ").await;
    let (_, issued) = sender.issued().await;
    let desk = Desk::new("KZ").await;
    let (node, case, by) = (desk.node(), desk.case, &desk.office.investigator);
    let signature = Some(TwinSignature { bytes: issued.signature.clone(), key: sender.node().node_key() });
    let arrived = Received { signature, ..received(&issued.twin) };
    let taken = node.receive_request(by, case, &arrived, With::default()).await.unwrap();
    let request = desk.request(taken.entry);
    assert_eq!((request.side(), request.life.stage), (Side::Receiver, Some(Stage::AdvanceCopyReceived)));
    assert_eq!(request.signed_by, Some(sender.node().node_key().key_id()));
    let verdict = request.version().verdict().unwrap();
    assert_eq!((verdict.errors, verdict.missing), (0, 0), "this side's own packs say so too");
    assert_eq!(request.life.register_number, "IN-2026/8");

    let reading =
        node.print_request(by, case, request.id, CopyKind::Original, &[language("ru")]).await.unwrap();
    assert_eq!((reading.twin == issued.twin, reading.signature), (true, None));
    let ticket = Some(("KZ-T-7".to_owned(), 60));
    let acknowledged =
        node.acknowledge_request(by, case, request.id, ticket, &[], None, With::default()).await.unwrap();
    assert_eq!(acknowledged.receipts.len(), 2);
    assert!(acknowledged.pdf.bytes.starts_with(b"%PDF-1.7"));
    let life = desk.request(request.id).life;
    assert_eq!(life.stage, Some(Stage::Acknowledged));
    assert_eq!(life.ticket.unwrap().kept_until, day("2027-01-22"));

    let original = Event::OriginalReceived {
        version: request.version().digest,
        day: day("2026-12-01"),
        register_number: String::new(),
    };
    desk.happens(request.id, original).await.unwrap();
    desk.happens(request.id, Event::Accepted { day: day("2026-12-02") }).await.unwrap();
    desk.happens(request.id, Event::Assigned { office: "Unit Two".into(), day: day("2026-12-02") })
        .await
        .unwrap();
    let refused = Event::Refused { day: day("2026-12-03"), reasons: vec![] };
    assert_eq!(code(desk.happens(request.id, refused).await), "request-life-reasons-missing");
    let ground =
        Ground { ground: String::new(), provision: "article 46(21)(b)".into(), text: "Security.".into() };
    desk.happens(request.id, Event::Refused { day: day("2026-12-03"), reasons: vec![ground] }).await.unwrap();
    assert_eq!(desk.request(request.id).life.stage, Some(Stage::Refused));
    // It is no request of ours: nothing of it is reviewed, issued or confirmed here.
    let by = &desk.office.prosecutor;
    let review = node.review_request(by, case, request.id, Review::Passed, With::default()).await;
    assert_eq!(code(review), "request-life-illegal");
    let word = desk.say(by, request.id, Subject::Words(language("ru")), Decision::Overruled).await;
    assert_eq!(refusal(word), RequestRefusal::Issued.into());
    desk.reads_the_same().await;
}

#[tokio::test]
async fn a_received_request_is_read_in_another_language_whatever_this_sides_pack_is_not_sure_of() {
    let sender = Desk::new("TJ").await;
    let request = sender.records().await;
    sender.clear(request).await;
    sender.review(request).await;
    sender.approve(request).await;
    let issued = sender.issue(request).await.unwrap();
    let desk = Desk::new("KZ").await;
    let (node, case, by) = (desk.node(), desk.case, &desk.office.investigator);
    let taken = node.receive_request(by, case, &received(&issued.twin), With::default()).await.unwrap();
    assert!(!desk.request(taken.entry).to_clear().is_empty(), "the pack is not sure of all of it");
    let languages = [language("fa"), language("ru")];
    let reading = node.print_request(by, case, taken.entry, CopyKind::Original, &languages).await.unwrap();
    assert!(reading.pdf.starts_with(b"%PDF-1.7") && reading.layout.unwrap().pages >= 2);
}

#[tokio::test]
async fn what_is_not_what_it_says_is_not_taken_in() {
    let sender = Desk::new("TJ").await;
    let (own, issued) = sender.issued().await;
    let desk = Desk::new("KZ").await;
    let (node, case, by) = (desk.node(), desk.case, &desk.office.investigator);
    let take = async |arrived: &Received| node.receive_request(by, case, arrived, With::default()).await;
    let text = String::from_utf8(issued.twin.clone()).unwrap();
    let changed = text.replacen("Logs are overwritten", "Logs are kept", 1);
    assert_eq!(code(take(&received(changed.as_bytes())).await), "request-twin-digest-differs");
    let signed = |twin: &[u8], key| Received {
        signature: Some(TwinSignature { bytes: issued.signature.clone(), key }),
        ..received(twin)
    };
    let other_key = comity_record::sign::SigningKey::from_seed(&[5; 32]).verifying_key();
    assert_eq!(code(take(&signed(&issued.twin, other_key)).await), "record-signature-other-key");
    let spaced = [issued.twin.as_slice(), b"\n"].concat();
    let key = sender.node().node_key();
    assert_eq!(code(take(&signed(&spaced, key)).await), "casework-request-signature-other");
    let unnumbered = Received { register_number: " ".into(), ..received(&issued.twin) };
    assert_eq!(refusal(take(&unnumbered).await), Refusal::Text("register number", 200));
    // The desk of the state that asked is not the desk of the state that is asked.
    let arrived = received(&issued.twin);
    let (node_of_sender, by_sender) = (sender.node(), &sender.office.investigator);
    let back = node_of_sender.receive_request(by_sender, sender.case, &arrived, With::default());
    assert_eq!(refusal(back.await), RequestRefusal::OtherState("KZ".parse().unwrap()).into());
    assert!(sender.request(own).signed_by.is_none());
    // An entry that says one thing and receives another.
    let version = RequestTwin::from_bytes(&issued.twin).unwrap().request;
    let event =
        |version| Event::AdvanceCopyReceived { version, day: day("2026-11-23"), register_number: "1".into() };
    let body = RequestReceived {
        event: event(Sha256Digest::of(b"other")),
        version: version.clone(),
        checked: None,
        signed_by: None,
        signed_under: None,
        emergency: false,
    };
    let said = node.record(by, case, &body, With::default()).await;
    assert_eq!(refusal(said), RequestRefusal::OtherVersion.into());
    let digest = version.digest().unwrap();
    let mut real = body.clone();
    real.version.draft.exercise = false;
    real.event = event(real.version.digest().unwrap());
    assert_eq!(refusal(node.record(by, case, &real, With::default()).await), Refusal::ExerciseMix);
    let begun = RequestReceived { event: Event::Accepted { day: day("2026-11-23") }, ..body };
    assert_eq!(code(node.record(by, case, &begun, With::default()).await), "casework-request-own-entry");
    take(&received(&issued.twin)).await.unwrap();
    assert_eq!(code(take(&received(&issued.twin)).await), "casework-request-held");
    assert_eq!(
        desk.node().state().case(case).unwrap().requests.iter().next().unwrap().version().digest,
        digest
    );
}

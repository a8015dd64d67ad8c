//! The papers beside a request: what each says is in the entries, or was said for it.

use comity_casework::body::WithdrawalGround;
use comity_casework::exhibit::Turn;
use comity_casework::{Lent, MinutesText};
use comity_evidence::custody::{Act, CustodyEntry, Party, Piece};

use super::*;

#[tokio::test]
async fn a_cover_letter_lists_what_is_enclosed_with_its_hash_values() {
    let desk = Desk::new("TJ").await;
    let request = desk.preservation().await;
    let by = &desk.office.investigator;
    let early = desk.node().cover_letter(by, desk.case, request, None, &[]).await;
    assert_eq!(code(early), "casework-request-not-issued-yet");
    let (request, issued) = desk.issued().await;
    let letter = desk.node().cover_letter(by, desk.case, request, Some(5), &[]).await.unwrap();
    let again = desk.node().cover_letter(by, desk.case, request, Some(5), &[]).await.unwrap();
    assert_eq!(letter.pdf.bytes, again.pdf.bytes, "the same entries give the same paper");
    let read = comity_document::docx::read(&letter.docx.bytes).unwrap();
    assert_eq!(read.twin_sha256, Some(letter.pdf.twin_sha256));
    let twin = twin_of(&letter);
    let annexes = twin["annexes"].as_array().unwrap();
    let has = |bytes: &[u8]| {
        let digest = Sha256Digest::of(bytes).to_string();
        annexes.iter().any(|annex| annex["sha256"] == digest.as_str() && annex["length"] == bytes.len())
    };
    assert!(has(&issued.original.bytes) && has(&issued.twin) && has(&issued.signature));
}

/// What a paper says to machines.
fn twin_of(paper: &comity_casework::Paper) -> serde_json::Value {
    let files = comity_document::attached::attached(paper.pdf.bytes.clone()).unwrap();
    serde_json::from_slice(&files.twin).unwrap()
}

#[tokio::test]
async fn a_certificate_tells_what_was_done_and_what_was_not() {
    let sender = Desk::new("TJ").await;
    let (own, issued) = sender.issued().await;
    let desk = Desk::new("KZ").await;
    let (node, case, by) = (desk.node(), desk.case, &desk.office.investigator);
    let arrived = Received {
        twin: issued.twin,
        signature: None,
        original: false,
        register_number: "IN-2026/8".into(),
        day: None,
    };
    let request = node.receive_request(by, case, &arrived, With::default()).await.unwrap().entry;
    let certificate =
        async |lent: &[Lent], why| node.execution_certificate(by, case, request, (lent, why), &[]).await;
    assert_eq!(code(certificate(&[], None).await), "casework-request-nothing-done");
    let on = day("2026-11-23");
    desk.happens(request, Event::Acknowledged { day: on, reference: "KZ-9".into() }).await.unwrap();
    let part = Event::ExecutedInPart {
        day: on,
        what: "Identity records".into(),
        outstanding: "Access logs".into(),
        result: None,
    };
    desk.happens(request, part).await.unwrap();
    let lent =
        [Lent { exhibit: "E-1".into(), what: "One telephone".into(), return_by: Some(day("2027-06-01")) }];
    assert_eq!(code(certificate(&lent, None).await), "casework-request-why-not");
    let said = twin_of(&certificate(&lent, Some("The provider has none.")).await.unwrap()).to_string();
    for word in ["Identity records", "Access logs", "The provider has none.", "One telephone", "2027-06-01"] {
        assert!(said.contains(word), "{word} is not in {said}");
    }
    assert!(said.contains("document-certificate-part"));
    // Noon in UTC is told at the clock of the office once it has said in which zone it works.
    assert!(!said.contains("+06:00[Asia/Bishkek]"), "{said}");
    desk.works_by("known = false", "known = true\nzone = \"Asia/Bishkek\"\n").await;
    let said = twin_of(&certificate(&lent, Some("The provider has none.")).await.unwrap()).to_string();
    assert!(said.contains("T18:00:00+06:00[Asia/Bishkek]") && !said.contains("+05:00["), "{said}");
    desk.happens(request, Event::Executed { day: on, what: "The logs".into(), result: None }).await.unwrap();
    let said = twin_of(&certificate(&[], None).await.unwrap()).to_string();
    assert!(said.contains("document-certificate-whole") && !said.contains("Access logs"));
    // Whoever asked certifies nothing.
    let other =
        sender.node().execution_certificate(&sender.office.investigator, sender.case, own, (&[], None), &[]);
    assert_eq!(code(other.await), "casework-request-nothing-done");
}

#[tokio::test]
async fn minutes_are_read_from_a_file_and_name_the_exhibits_that_were_taken() {
    let desk = Desk::new("TJ").await;
    crate::sample::searched_exhibit(&desk.office, desk.case).await;
    let text = r#"
subject = "Search of the flat"
place = "Dushanbe, the flat"
began = "2026-11-22T09:00:00+05:00[Asia/Dushanbe]"
ended = "2026-11-22T11:00:00+05:00[Asia/Dushanbe]"
course = "The flat was searched."
taken = [1]
recorder = { name = "A. Exercise", part = "Investigator" }
present = [{ name = "B. Exercise", part = "Attesting witness" }]
objections = [{ by = "B. Exercise", words = "The door was open." }]
"#;
    let (node, by) = (desk.node(), &desk.office.investigator);
    let minutes = MinutesText::read(text.as_bytes()).unwrap();
    let paper = node.minutes(by, desk.case, &minutes, &[language("en")]).await.unwrap();
    let said = twin_of(&paper).to_string();
    for word in ["Search of the flat", "E-1", "B. Exercise", "The door was open."] {
        assert!(said.contains(word), "{word} is not in {said}");
    }
    let called = MinutesText::read(text.replace("[1]", "[\"E-1\"]").as_bytes()).unwrap();
    assert_eq!(called, minutes, "an exhibit is named as it is called, or by its number");
    let missing = MinutesText { taken: vec![9], ..minutes };
    assert!(node.minutes(by, desk.case, &missing, &[language("en")]).await.is_err());
    for (wrong, line) in [
        (text.replace("place =", "plaice ="), "line 3"),
        (text.replace("T11:00", "T08:00"), "line 5: the act ends before it begins"),
        (format!("{text}taken = [2]\n"), "line 11"),
        (text.replace("[1]", "[\"F-1\"]"), "line 7: an exhibit is written"),
    ] {
        let error = MinutesText::read(wrong.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(line), "{error}");
    }
}

#[tokio::test]
async fn a_custody_record_tells_all_of_each_act_what_is_missing_and_what_the_files_hash_to() {
    let desk = Desk::new("TJ").await;
    crate::sample::searched_exhibit(&desk.office, desk.case).await;
    let (node, by) = (desk.node(), &desk.office.investigator);
    let record = async || {
        let paper = node.custody_record(by, desk.case, 1, &[language("fa"), language("en")]).await.unwrap();
        twin_of(&paper).to_string()
    };
    let said = record().await;
    assert!(said.contains("document-custody-no-gaps"), "{said}");
    let exhibit = node.exhibit(by, desk.case, 1).await.unwrap();
    for file in node.manifest(by, desk.case, &exhibit).await.unwrap().files {
        assert!(said.contains(&file.digests.sha256.to_string()) && said.contains(&file.path));
    }
    let person = |name: &str, role: &str| Party {
        name: name.into(),
        role: Some(role.into()),
        organisation: "Expert centre".into(),
    };
    let last = exhibit.acts.last().unwrap().custody.clone().unwrap();
    let handed_over = CustodyEntry {
        act: Act::HandedOver,
        place: "Laboratory, room 4".into(),
        giver: Some(person("C. Exercise", "courier")),
        taker: Some(person("D. Exercise", "expert")),
        present: vec![person("E. Exercise", "attesting witness")],
        reason: "For examination".into(),
        authority: Some("Order 12 of the investigator".into()),
        seals_before: vec!["SEAL-100".into()],
        seals_after: vec!["SEAL-101".into()],
        condition: Some("The box is torn.".into()),
        tool: None,
        before: None,
        after: None,
        unavoidable_change: Some("The battery was empty.".into()),
        ..last
    };
    node.record_custody(by, desk.case, 1, handed_over, Turn::Next).await.unwrap();
    let tools = exhibit.acts.iter().filter_map(|act| act.custody.as_ref()?.tool.as_ref()).count();
    assert_eq!(
        said.matches("document-custody-tool").count(),
        tools,
        "the program was the tool of the intake alone"
    );
    let said = record().await;
    assert_eq!(said.matches("document-custody-tool").count(), tools, "a hand-over takes no program");
    for words in [
        "Laboratory, room 4",
        "D. Exercise, expert, Expert centre",
        "E. Exercise, attesting witness, Expert centre",
        "Order 12 of the investigator",
        "SEAL-100",
        "SEAL-101",
        "The box is torn.",
        "The battery was empty.",
        "document-gap-hand-over",
        "document-gap-seals-in-act",
    ] {
        assert!(said.contains(words), "{words} is not in {said}");
    }
    assert!(!said.contains("document-custody-no-gaps"));
}

#[tokio::test]
async fn a_custody_record_belongs_to_its_case_and_strikes_out_what_was_withdrawn() {
    let desk = Desk::new("TJ").await;
    crate::sample::searched_exhibit(&desk.office, desk.case).await;
    let (node, by) = (desk.node(), &desk.office.investigator);
    let first = node.exhibit(by, desk.case, 1).await.unwrap().acts[0].custody.clone().unwrap();
    let act = |act, reason: &str, copy| CustodyEntry {
        act,
        reason: reason.into(),
        taker: None,
        tool: None,
        after: None,
        copy_made: copy,
        ..first.clone()
    };
    let record = async |act| node.record_custody(by, desk.case, 1, act, Turn::Next).await.unwrap().0.entry;
    let mistaken = record(act(Act::Examined, "the wrong telephone", None)).await;
    let privileged = record(act(Act::Examined, "as counsel said", None)).await;
    record(act(Act::Copied, "to work on", Some(Piece::WorkingCopy(3)))).await;
    let mut ended = act(Act::Destroyed, "by order", None);
    ended.piece = Piece::WorkingCopy(3);
    record(ended).await;
    for (entry, ground, why) in [
        (mistaken, WithdrawalGround::Mistaken, "another one"),
        (privileged, WithdrawalGround::Privileged, "of counsel"),
    ] {
        node.withdraw(by, desk.case, entry, ground, why.into()).await.unwrap();
    }
    let paper = node.custody_record(by, desk.case, 1, &[language("en")]).await.unwrap();
    let said = twin_of(&paper).to_string();
    let exhibit = node.exhibit(by, desk.case, 1).await.unwrap();
    let case = node.state().case(desk.case).unwrap().clone();
    let hash = exhibit.hash_value().unwrap();
    assert_eq!(hash.label(), "document-hash-file", "it holds one file");
    for words in [
        &case.title,
        &desk.case.to_string(),
        case.register_number.as_deref().unwrap(),
        hash.label(),
        &hash.sha256().to_string(),
        "document-custody-file-count",
        "document-custody-bytes",
        &mistaken.to_string(),
        &privileged.to_string(),
        "document-custody-withdrawn",
        "document-ground-mistaken",
        "the wrong telephone",
        "another one",
        "document-ground-privileged",
        "document-content-withheld",
        "document-recorded-at",
        "document-custody-on-copy",
        "document-custody-original",
    ] {
        assert!(said.contains(words), "{words} is not in {said}");
    }
    assert!(!said.contains("as counsel said"), "what is privileged stays here");
    // The minutes name the same value, and what it is.
    let text = MinutesText { taken: vec![1], ..minutes_of_a_search() };
    let minutes = twin_of(&node.minutes(by, desk.case, &text, &[language("en")]).await.unwrap()).to_string();
    for words in [&case.title, hash.label(), &hash.sha256().to_string()] {
        assert!(minutes.contains(words), "{words} is not in {minutes}");
    }
    let manifest = exhibit.manifest.unwrap().sha256.to_string();
    assert!(!minutes.contains(&manifest), "the list of the files is not the exhibit");
}

fn minutes_of_a_search() -> MinutesText {
    let text = r#"
subject = "Search of the flat"
place = "Dushanbe, the flat"
began = "2026-11-22T09:00:00+05:00[Asia/Dushanbe]"
ended = "2026-11-22T11:00:00+05:00[Asia/Dushanbe]"
course = "The flat was searched."
recorder = { name = "A. Exercise", part = "Investigator" }
"#;
    MinutesText::read(text.as_bytes()).unwrap()
}

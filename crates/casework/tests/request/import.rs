//! Twins that come back from an office without a node: edited drafts, and answers.

use comity_casework::request::{ANSWER_PAPER, ANSWER_TWIN, Edited, Imported};
use comity_law::Question;
use comity_request::{Draft, RequestVersion};

use super::*;

/// The twin of a version that was written elsewhere.
fn twin(version: RequestVersion) -> Vec<u8> {
    RequestTwin::of(version).unwrap().to_bytes().unwrap()
}

/// The last version of a request as somebody elsewhere changed it.
fn edited(desk: &Desk, request: EntryId, change: impl FnOnce(&mut Draft)) -> RequestVersion {
    let last = desk.request(request).version().clone();
    let mut version = RequestVersion { previous: Some(last.digest), number: 2, ..last.request };
    change(&mut version.draft);
    version
}

impl Desk {
    fn imported(&self, request: EntryId, twin: &[u8]) -> Result<Imported, CaseworkError> {
        self.node().read_twin(&self.office.investigator, self.case, request, twin)
    }

    fn edits(&self, request: EntryId, twin: &[u8]) -> Edited {
        let Imported::Edited(edited) = self.imported(request, twin).unwrap() else { panic!() };
        edited
    }

    /// An answer by the form of that name, as the office of Kazakhstan writes it without a node.
    fn answer(&self, values: &str, change: impl FnOnce(&mut Question)) -> Vec<u8> {
        let state = self.node().state();
        let office = state.office(self.office.office).unwrap();
        let (law, forms) =
            (self.node().packs().law(office).unwrap(), self.node().packs().forms(office).unwrap());
        let form = forms.form("answer").unwrap();
        let mut question = Question {
            from: "KZ".parse().unwrap(),
            to: "TJ".parse().unwrap(),
            on: day("2026-12-01"),
            measure: form.measure.clone(),
            offences: vec![],
        };
        change(&mut question);
        let basis = law.basis(&question).unwrap();
        let mut draft = Draft::begin(form, question, language("en"), true);
        draft.values = plain::read_values(form, values).unwrap();
        twin(RequestVersion::freeze(form, "KZ-OUT-9", 1, None, draft, &basis))
    }
}

#[tokio::test]
async fn an_edited_twin_changes_the_fields_that_an_officer_takes() {
    let desk = Desk::new("TJ").await;
    let request = desk.preservation().await;
    let same = twin(desk.request(request).version().request.clone());
    let found = desk.edits(request, &same);
    assert_eq!((found.version, found.changes.len(), found.outside), (1, 0, false));

    let changed = twin(edited(&desk, request, |draft| {
        draft.values.insert("facts_summary".into(), Value::Text("Two persons did it.".into()));
        draft.values.insert("keep_days".into(), Value::Number(60));
    }));
    let found = desk.edits(request, &changed);
    let fields: Vec<_> = found.changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!((&fields[..], found.version), (&["facts_summary", "keep_days"][..], 1));
    let mut draft = desk.request(request).version().request.draft.clone();
    assert_eq!(found.put(&[3], &mut draft).unwrap_err().code(), "casework-request-no-change");
    found.put(&[2], &mut draft).unwrap();
    let (node, by) = (desk.node(), &desk.office.investigator);
    node.revise_request(by, desk.case, request, draft, With::default()).await.unwrap();
    let mut draft = desk.request(request).version().request.draft.clone();
    assert_eq!(draft.value("keep_days"), Some(&Value::Number(60)));
    assert_eq!(found.put(&[2], &mut draft).unwrap_err().code(), "casework-request-edit-overtaken");
    // What was changed beside the fields is told, and no field can make it so.
    let besides = edited(&desk, request, |draft| draft.translation = None);
    assert!(desk.edits(request, &twin(besides)).outside);
}

#[tokio::test]
async fn a_twin_of_another_request_or_a_damaged_one_is_refused() {
    let desk = Desk::new("TJ").await;
    let request = desk.preservation().await;
    let other = edited(&desk, desk.records().await, |_| {});
    assert_eq!(code(desk.imported(request, &twin(other))), "casework-request-edit-of-other");
    let elsewhere = edited(&desk, request, |draft| draft.question.to = "UZ".parse().unwrap());
    assert_eq!(code(desk.imported(request, &twin(elsewhere))), "casework-request-edit-of-other");
    let mut damaged = twin(edited(&desk, request, |_| {}));
    let at = damaged.windows(9).position(|window| window == b"somebody ").unwrap();
    damaged[at] = b'S';
    assert_eq!(code(desk.imported(request, &damaged)), "request-twin-digest-differs");
    assert_eq!(code(desk.imported(request, b"%PDF-1.7")), "request-twin-malformed");
}

#[tokio::test]
async fn an_answer_on_paper_comes_back_in_with_its_twin() {
    let desk = Desk::new("TJ").await;
    let (request, _) = desk.issued().await;
    let sent = Event::AdvanceCopySent { day: day("2026-11-24"), channel: "courier".into() };
    desk.happens(request, sent).await.unwrap();
    desk.waits_until(day("2026-12-02"));
    let head = "parent = \"Your request OUT-2026/117 of 23 November 2026\"\n";
    let part = desk.answer(
        &format!(
            "{head}answer_kind = \"answered-in-part\"\nresult_in_part = \"Kept.\"\nopen_part = \"Names.\""
        ),
        |_| {},
    );
    let Imported::Answer(event) = desk.imported(request, &part).unwrap() else { panic!() };
    let expected = Event::ExecutedInPart {
        day: day("2026-12-01"),
        what: "Kept.".into(),
        outstanding: "Names.".into(),
        result: None,
    };
    assert_eq!(event, expected);
    let (node, case, by) = (desk.node(), desk.case, &desk.office.investigator);
    let paper = Some(&b"%PDF-1.7 signed"[..]);
    let taken = node.record_answer(by, case, request, (&part, paper), With::default()).await.unwrap();
    assert_eq!(desk.request(request).life.stage, Some(Stage::ExecutedInPart));
    let entries = node.entries_of(by, case, &["request.recorded"]).await.unwrap();
    let files = &entries.iter().find(|told| told.entry == taken.entry).unwrap().attachments;
    let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, [ANSWER_TWIN, ANSWER_PAPER]);

    let refused = desk.answer(
        &format!("{head}answer_kind = \"refused\"\nrefusal_reasons = [\"Security.\", \"Time.\"]"),
        |_| {},
    );
    node.record_answer(by, case, request, (&refused, None), With::default()).await.unwrap();
    let life = desk.request(request).life;
    assert_eq!((life.stage, life.reasons.len()), (Some(Stage::Refused), 2));
    desk.reads_the_same().await;
}

#[tokio::test]
async fn an_answer_counts_for_the_request_that_it_names_and_from_the_state_that_was_asked() {
    let desk = Desk::new("TJ").await;
    let (request, _) = desk.issued().await;
    let done = "answer_kind = \"answered-in-full\"\nresult = \"Kept.\"";
    let ours = format!("parent = \"OUT-2026/117\"\n{done}");
    let of_other = "casework-request-answer-of-other";
    for parent in ["OUT-2026/1171", "nothing", "2026/17-11"] {
        let other = desk.answer(&format!("parent = \"{parent}\"\n{done}"), |_| {});
        assert_eq!(code(desk.imported(request, &other)), of_other, "{parent}");
    }
    let stranger = desk.answer(&ours, |question| question.from = "UZ".parse().unwrap());
    assert_eq!(code(desk.imported(request, &stranger)), of_other);
    let unclear = desk.answer("parent = \"2026/17-1\"", |_| {});
    assert_eq!(code(desk.imported(request, &unclear)), "casework-request-answer-unclear");

    // Where the request stands, and what the clock says, is asked before it is recorded.
    let (node, case, by) = (desk.node(), desk.case, &desk.office.investigator);
    let answer = desk.answer(&ours, |_| {});
    let early = node.record_answer(by, case, request, (&answer, None), With::default()).await;
    assert_eq!(code(early), "casework-day-in-future");
    desk.waits_until(day("2026-12-02"));
    let unsent = node.record_answer(by, case, request, (&answer, None), With::default()).await;
    assert_eq!(code(unsent), "request-life-illegal");
    let draft = twin(desk.request(request).version().request.clone());
    let none = node.record_answer(by, case, request, (&draft, None), With::default()).await;
    assert_eq!(code(none), "casework-request-no-answer");
}

#[tokio::test]
async fn two_versions_are_compared_field_by_field() {
    let desk = Desk::new("TJ").await;
    let request = desk.preservation().await;
    desk.change(&desk.office.prosecutor, request, "facts_summary", "Other words.").await.unwrap();
    let known = desk.request(request);
    let changes = known.compare_versions(None, None).unwrap();
    assert_eq!((changes.from.request.number, changes.to.request.number), (1, 2));
    let [change] = &changes.fields[..] else { panic!("{:?}", changes.fields) };
    assert_eq!(
        (change.field.as_str(), changes.label(change)),
        ("facts_summary", "request-field-facts-short")
    );
    assert_eq!(change.after, Some(Value::Text("Other words.".into())));
    assert!(!changes.is_empty() && changes.cited().is_none() && !changes.other_form());
    assert!(known.compare_versions(Some(2), Some(2)).unwrap().is_empty());
    let back = known.compare_versions(Some(2), Some(1)).unwrap();
    assert_eq!((&back.fields[0].before, &back.fields[0].after), (&change.after, &change.before));
    assert_eq!(known.compare_versions(None, Some(3)).unwrap_err().code(), "casework-request-no-version");
    assert_eq!(known.compare_versions(Some(0), None).unwrap_err().code(), "casework-request-no-version");
}

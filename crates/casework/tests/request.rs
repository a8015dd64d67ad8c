//! A request from its first draft to its issue, and on the other side from its receipt to its ticket.

mod happened;
mod import;
mod old_register;
mod papers;
mod practice;
mod print;
mod provisions;
mod receiving;
mod statistics;
mod translate;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use comity_casework::body::{CaseAct, Role, WithdrawalGround};
use comity_casework::request::print::{PrintAs, document};
use comity_casework::request::{
    Issued, NewRequest, Received, Request, RequestDrafted, RequestError, RequestReceived, RequestRecorded,
    RequestRefusal, Review, Subject, TwinRecord, TwinSignature, Word,
};
use comity_casework::{Casework, CaseworkError, Founding, Packs, Parts, Refusal, Session, With};
use comity_disk::Disk;
use comity_document::{CopyKind, RequestDocument, State, Template, Twin, page_texts, render};
use comity_messages::Catalogues;
use comity_record::entry::Reference;
use comity_record::pack::Pack;
use comity_record::{ActTime, CaseId, Coded, EntryId, Language, Sha256Digest};
use comity_request::life::{Event, Ground, Side, Stage};
use comity_request::{CaseFacts, Decision, Document, Identifier, RequestTwin, Value, plain};
use comity_store::MemoryStore;
use jiff::civil::Date;

use crate::bench::{
    Bench, NOON, Node, Staffed, founding, join, person, policies, policies_digest, refusal, unlock,
};

/// What an officer of the exercise writes into the form for preservation.
pub const PRESERVATION: &str = r#"
matter_nature = "Exercise case 17, inquiry into an entry into a company's systems"
facts_summary = "On 2 September 2026 somebody entered the systems of an exercise company."
reply_contact = "Exercise desk, 09:00 to 18:00, UTC+5"
preservation_need = "Logs are overwritten after thirty days."
intent_to_follow_up = "A formal request will follow within sixty days."
renewal = "new"
keep_days = 90
holder = "body: Exercise Exchange"
accounts = "address:bitcoin-testnet:mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"
period = "2026-09-01T00:00:00+05:00[Asia/Dushanbe]..2026-10-01T00:00:00+05:00[Asia/Dushanbe]"
signatory = "A. Exercise; Deputy prosecutor of the exercise"
requested_authority = "KZ: Exercise authority of the other side"
ways = "police:caricc"
[[offences]]
category = "illegal_access"
provision = "Exercise Code, article 1"
text = "Wording from the exercise library."
[[data]]
what = "Sign-in records of the account"
link = "The entry was made from it."
offence = "Exercise Code, article 1"
account = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"
"#;

/// The same for records of a service.
const RECORDS: &str = r#"
matter_nature = "Exercise case 17, investigation of a fraud"
facts_summary = "On 2 September 2026 coins were taken by a forged page and followed to the exchange."
purpose = "To identify the holder of the account."
provider = "body: Exercise Exchange"
persons = "person: Unknown holder of the account"
damage = "1.5 BTC/8"
deadline = "2026-12-20"
deadline_reason = "Detention ends on that day."
requested_authority = "KZ: Exercise authority of the other side"
conducting_authority = "TJ: Exercise cybercrime unit"
accounts = "address:bitcoin-testnet:mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"
period = "2026-09-01T00:00:00+05:00[Asia/Dushanbe]..2026-10-01T00:00:00+05:00[Asia/Dushanbe]"
signatory = "A. Exercise; Deputy prosecutor of the exercise"
[[offences]]
category = "computer_fraud"
provision = "Exercise Code, article 2"
text = "Wording from the exercise library."
[[items]]
what = "Identity documents given when the account was opened"
link = "The trace ends at this account (finding F-1)."
offence = "Exercise Code, article 2"
account = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"
"#;

pub fn folder(name: &str) -> Pack {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs").join(name);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| {
        let entry = entry.unwrap();
        (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
    });
    Pack::from_files(files).unwrap()
}

fn packs() -> Packs {
    Packs::new([policies(), folder("law"), folder("forms")]).unwrap()
}

fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

/// The code that a command was refused with.
fn code<T: std::fmt::Debug>(result: Result<T, CaseworkError>) -> &'static str {
    result.unwrap_err().code()
}

/// An office with law and forms in force, and a case that its people work on.
struct Desk {
    bench: Bench,
    office: Staffed,
    second_prosecutor: Session,
    case: CaseId,
}

impl Desk {
    async fn new(country: &str) -> Self {
        let bench = Bench::new();
        let node = Casework::open(bench.parts(packs())).await.unwrap();
        let founders =
            [person("administrator", &[Role::Administrator]), person("supervisor", &[Role::Supervisor])];
        let founding = Founding {
            country: country.parse().unwrap(),
            packs: vec![policies_digest(), folder("law").digest(), folder("forms").digest()],
            ..founding("Unit One", founders)
        };
        let (office, [administrator, supervisor]) = node.found(founding).await.unwrap();
        let administrator = unlock(&node, office, administrator, "administrator").await;
        let supervisor = unlock(&node, office, supervisor, "supervisor").await;
        let mut joined = vec![];
        for (name, role) in [
            ("investigator", Role::Investigator),
            ("prosecutor", Role::Prosecutor),
            ("auditor", Role::Auditor),
            ("second prosecutor", Role::Prosecutor),
        ] {
            joined.push(join(&node, &administrator, &supervisor, name, role).await);
        }
        let [investigator, prosecutor, auditor, second_prosecutor] =
            <[Session; 4]>::try_from(joined).ok().unwrap();
        let (case, _) =
            node.open_case(&investigator, "Exercise".into(), Some("2026/17".into())).await.unwrap();
        for session in [&prosecutor, &second_prosecutor] {
            node.assign(&supervisor, case, session.officer(), true).await.unwrap();
        }
        let office = Staffed { node, office, administrator, supervisor, investigator, prosecutor, auditor };
        Self { bench, office, second_prosecutor, case }
    }

    fn node(&self) -> &Node {
        &self.office.node
    }

    fn new_request(&self, form: &str, values: &str) -> NewRequest {
        let state = self.node().state();
        let forms = self.node().packs().forms(state.office(self.office.office).unwrap()).unwrap();
        NewRequest {
            form: form.into(),
            to: "KZ".parse().unwrap(),
            offences: vec!["illegal_access".into()],
            language: language("en"),
            translation: Some(language("ru")),
            reference: None,
            cited: vec![],
            values: plain::read_values(forms.form(form).unwrap(), values).unwrap(),
        }
    }

    async fn draft(&self, form: &str, values: &str) -> EntryId {
        let facts = self.node().case_facts(&self.office.investigator, self.case, None).await.unwrap();
        let new = self.new_request(form, values);
        let drafted = self
            .node()
            .draft_request(&self.office.investigator, self.case, new, &facts, With::default())
            .await;
        drafted.unwrap().0.entry
    }

    /// A request for records with everything that it needs. It cites an instrument, so it relies on facts.
    async fn records(&self) -> EntryId {
        self.draft("vasp-records", RECORDS).await
    }

    /// A request for preservation with everything that it needs.
    async fn preservation(&self) -> EntryId {
        self.draft("preservation", PRESERVATION).await
    }

    fn request(&self, request: EntryId) -> Request {
        Request::clone(&self.node().request(&self.office.investigator, self.case, request).unwrap())
    }

    async fn change(
        &self,
        by: &Session,
        request: EntryId,
        field: &str,
        text: &str,
    ) -> Result<(), CaseworkError> {
        let mut draft = self.request(request).version().request.draft.clone();
        draft.values.insert(field.into(), Value::Text(text.into()));
        self.node().revise_request(by, self.case, request, draft, With::default()).await.map(drop)
    }

    async fn say(
        &self,
        by: &Session,
        request: EntryId,
        subject: Subject,
        decision: Decision,
    ) -> Result<(), CaseworkError> {
        let word = Word { subject, decision, reason: "Compared with the exercise library.".into() };
        self.node().confirm_for_request(by, self.case, request, word, With::default()).await.map(drop)
    }

    async fn clear(&self, request: EntryId) {
        for subject in self.request(request).to_clear() {
            self.say(&self.office.prosecutor, request, subject, Decision::Overruled).await.unwrap();
        }
    }

    async fn review(&self, request: EntryId) {
        let by = &self.office.prosecutor;
        self.node().review_request(by, self.case, request, Review::Passed, With::default()).await.unwrap();
    }

    async fn propose(&self, request: EntryId) -> Result<EntryId, CaseworkError> {
        let by = &self.office.investigator;
        self.node()
            .propose_issue(by, self.case, request, "The exercise needs it.".into())
            .await
            .map(|r| r.entry)
    }

    async fn approve(&self, request: EntryId) {
        let proposal = self.propose(request).await.unwrap();
        self.node().approve_in_case(&self.office.supervisor, self.case, proposal).await.unwrap();
    }

    /// Under the next number of the register, of which the first is OUT-2026/117.
    async fn issue(&self, request: EntryId) -> Result<Issued, CaseworkError> {
        let state = self.node().state();
        let all = state.case(self.case).unwrap().requests.iter();
        let number = 117 + all.filter(|known| known.issue.is_some()).count();
        self.issue_as(request, &format!("OUT-2026/{number}")).await
    }

    async fn issue_as(&self, request: EntryId, number: &str) -> Result<Issued, CaseworkError> {
        let by = &self.office.investigator;
        self.node().issue_request(by, self.case, request, number.into(), With::default()).await
    }

    async fn issued(&self) -> (EntryId, Issued) {
        let request = self.preservation().await;
        self.clear(request).await;
        self.review(request).await;
        self.approve(request).await;
        let issued = self.issue(request).await.unwrap();
        (request, issued)
    }

    /// It is noon of that day.
    fn waits_until(&self, day: Date) {
        let noon: jiff::Timestamp = format!("{day}T12:00:00Z").parse().unwrap();
        self.bench.clock.set(noon.as_second().unsigned_abs());
    }

    /// On the day of the event.
    async fn happens(&self, request: EntryId, event: Event) -> Result<(), CaseworkError> {
        if let Some(day) = event.day() {
            self.waits_until(day);
        }
        let by = &self.office.investigator;
        self.node().record_request_event(by, self.case, request, event, With::default()).await.map(drop)
    }

    /// The parts of the node as it starts again after a power cut, while the test still holds the one before.
    fn again(&self, packs: Packs) -> Parts<Arc<MemoryStore>> {
        let disk = Arc::new(self.bench.disk.power_cut(1)) as Arc<dyn Disk>;
        Parts { disk, ..self.bench.parts(packs) }
    }

    /// The node is read again from its entries, and says the same.
    async fn reads_the_same(&self) {
        assert!(self.node().verify().await.unwrap().faults.is_empty());
        let again = Casework::open(self.again(packs())).await.unwrap();
        let told = |node: &Node| format!("{:?}", node.state().case(self.case).unwrap().requests);
        assert_eq!(told(&again), told(self.node()));
    }
}

fn day(text: &str) -> comity_law::Day {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_request_lives_from_its_first_draft_to_its_end() {
    let desk = Desk::new("TJ").await;
    let (request, issued) = desk.issued().await;
    let known = desk.request(request);
    assert_eq!(known.side(), Side::Sender);
    assert_eq!(known.life.stage, Some(Stage::Issued));
    assert_eq!((known.reference(), known.life.register_number.as_str()), ("2026/17-1", "OUT-2026/117"));
    let happened: Vec<_> = known.history.iter().map(|(_, _, event)| event.code()).collect();
    assert_eq!(happened, ["drafted", "reviewed", "approved", "issued"]);
    assert!(issued.original.bytes.starts_with(b"%PDF-1.7"));
    assert_ne!(issued.original.bytes, issued.advance.bytes);
    let twin = RequestTwin::from_bytes(&issued.twin).unwrap();
    assert_eq!(twin.digest, known.version().digest);
    let record = TwinRecord::verify(&issued.signature, &desk.node().node_key(), &issued.twin).unwrap();
    assert_eq!((record.version, record.register_number.as_str()), (twin.digest, "OUT-2026/117"));

    for (event, stage) in [
        (Event::AdvanceCopySent { day: day("2026-11-23"), channel: "e-mail".into() }, Stage::AdvanceCopySent),
        (
            Event::OriginalDispatched {
                day: day("2026-11-24"),
                note_number: "N-5".into(),
                courier_number: "C-9".into(),
            },
            Stage::OriginalDispatched,
        ),
        (Event::Acknowledged { day: day("2026-11-25"), reference: "KZ-88".into() }, Stage::Acknowledged),
        (
            Event::TicketGiven { number: "T-1".into(), day: day("2026-11-25"), keep_days: 60 },
            Stage::Acknowledged,
        ),
        (
            Event::Questioned {
                question: "Q1".into(),
                text: "Which account?".into(),
                day: day("2026-11-26"),
            },
            Stage::Questioned,
        ),
        (
            Event::Answered { question: "Q1".into(), text: "The second.".into(), day: day("2026-11-27") },
            Stage::Answered,
        ),
        (Event::TicketRenewed { day: day("2027-01-20"), keep_days: 60 }, Stage::Answered),
        (Event::Executed { day: day("2027-01-30"), what: "Kept".into(), result: None }, Stage::Executed),
        (Event::Closed { day: day("2027-02-01"), reason: "Done".into() }, Stage::Closed),
    ] {
        desk.happens(request, event).await.unwrap();
        assert_eq!(desk.request(request).life.stage, Some(stage));
    }
    let ticket = desk.request(request).life.ticket.unwrap();
    assert_eq!((ticket.kept_until, ticket.days_left(day("2027-03-21"))), (day("2027-03-21"), 1));
    let late = Event::StatusAsked { day: day("2027-02-02") };
    assert_eq!(code(desk.happens(request, late).await), "request-life-illegal");
    desk.reads_the_same().await;
}

#[tokio::test]
async fn what_was_not_approved_to_the_letter_is_not_issued() {
    let desk = Desk::new("TJ").await;
    let (node, case) = (desk.node(), desk.case);
    let request = desk.preservation().await;
    desk.clear(request).await;
    // Nothing is proposed that nobody has reviewed.
    assert_eq!(refusal(desk.propose(request).await), RequestRefusal::NotReviewed.into());
    assert_eq!(refusal(desk.issue(request).await), Refusal::NotApproved);
    desk.review(request).await;
    let proposal = desk.propose(request).await.unwrap();
    assert_eq!(refusal(desk.issue(request).await), Refusal::NotApproved);
    node.approve_in_case(&desk.office.supervisor, case, proposal).await.unwrap();

    // A proposal that was overtaken by another version is approved by nobody.
    desk.change(&desk.office.investigator, request, "preservation_need", "Soon.").await.unwrap();
    desk.review(request).await;
    let overtaken = desk.propose(request).await.unwrap();
    desk.change(&desk.office.investigator, request, "preservation_need", "Now.").await.unwrap();
    let late = node.approve_in_case(&desk.office.supervisor, case, overtaken).await;
    assert_eq!(refusal(late), RequestRefusal::OtherVersion.into());
    desk.review(request).await;
    desk.approve(request).await;
    // One letter of difference, and the approval is worth nothing.
    desk.change(&desk.office.investigator, request, "facts_summary", "On 3 September 2026.").await.unwrap();
    assert_eq!(refusal(desk.issue(request).await), Refusal::NotApproved);
    // Nor does an entry that names the old approval issue the new version, or the old one.
    let versions: Vec<_> = desk.request(request).versions.iter().map(|version| version.digest).collect();
    for version in versions {
        let event = Event::Issued { version, register_number: "OUT-1".into(), day: day("2026-11-23") };
        let refs = [("about", request), ("carries-out", proposal)];
        let refs = refs.map(|(role, entry)| Reference { role: role.parse().unwrap(), entry }).to_vec();
        let with = With { refs, ..With::default() };
        let said = node.record(&desk.office.investigator, case, &RequestRecorded { event }, with).await;
        assert_eq!(code(said), "request-life-illegal");
    }
    desk.review(request).await;
    desk.approve(request).await;
    // Approved anew: the old proposal still carries nothing out.
    let version = desk.request(request).version().digest;
    let event = Event::Issued { version, register_number: "OUT-1".into(), day: day("2026-11-23") };
    let refs = [("about", request), ("carries-out", proposal)];
    let refs = refs.map(|(role, entry)| Reference { role: role.parse().unwrap(), entry }).to_vec();
    let with = With { refs, ..With::default() };
    let said = node.record(&desk.office.investigator, case, &RequestRecorded { event }, with).await;
    assert_eq!(refusal(said), Refusal::NotApproved);
    desk.issue(request).await.unwrap();
    assert_eq!(code(desk.issue(request).await), "request-life-illegal", "nothing is issued twice");
    desk.reads_the_same().await;
}

#[tokio::test]
async fn whoever_wrote_a_version_neither_reviews_nor_approves_it() {
    let desk = Desk::new("TJ").await;
    let (node, case) = (desk.node(), desk.case);
    let request = desk.preservation().await;
    desk.clear(request).await;
    desk.change(&desk.office.prosecutor, request, "facts_summary", "In better words.").await.unwrap();
    let review = |by| node.review_request(by, case, request, Review::Passed, With::default());
    assert_eq!(refusal(review(&desk.office.prosecutor).await), Refusal::SamePerson);
    review(&desk.second_prosecutor).await.unwrap();
    let proposal = desk.propose(request).await.unwrap();
    // The investigator proposed it, so the prosecutor is another person; but the version is the prosecutor's.
    let approved = node.approve_in_case(&desk.office.prosecutor, case, proposal).await;
    assert_eq!(refusal(approved), Refusal::SamePerson);
    node.approve_in_case(&desk.second_prosecutor, case, proposal).await.unwrap();
    desk.issue(request).await.unwrap();
}

#[tokio::test]
async fn no_fact_goes_out_without_a_jurists_name_to_it() {
    let desk = Desk::new("TJ").await;
    let request = desk.records().await;
    let open = desk.request(request).to_clear();
    assert!(open.iter().any(|subject| matches!(subject, Subject::Fact(_))), "{open:?}");
    assert!(open.contains(&Subject::Words(language("ru"))), "nobody has reviewed Russian");
    desk.review(request).await;
    desk.approve(request).await;
    assert_eq!(code(desk.issue(request).await), "request-issue-unconfirmed");

    let fact = open.iter().find(|subject| matches!(subject, Subject::Fact(_))).unwrap().clone();
    let by_investigator =
        desk.say(&desk.office.investigator, request, fact.clone(), Decision::Confirmed).await;
    assert!(matches!(refusal(by_investigator), Refusal::NotAllowed { .. }));
    for subject in open.iter().filter(|subject| matches!(subject, Subject::Fact(_))) {
        desk.say(&desk.office.prosecutor, request, subject.clone(), Decision::Confirmed).await.unwrap();
    }
    assert_eq!(code(desk.issue(request).await), "casework-request-words-unreviewed");
    for tag in ["en", "ru"] {
        let words = Subject::Words(language(tag));
        desk.say(&desk.office.prosecutor, request, words, Decision::Overruled).await.unwrap();
    }
    // The last word counts: what was confirmed is rejected, and taken back again.
    desk.say(&desk.second_prosecutor, request, fact.clone(), Decision::Rejected).await.unwrap();
    assert_eq!(code(desk.issue(request).await), "request-issue-rejected");
    desk.say(&desk.office.prosecutor, request, fact, Decision::Overruled).await.unwrap();
    let foreign = Subject::Words(language("fa"));
    let refused = desk.say(&desk.office.prosecutor, request, foreign, Decision::Overruled).await;
    assert_eq!(refusal(refused), RequestRefusal::NotReliedOn.into());
    let issued = desk.issue(request).await.unwrap();
    desk.reads_the_same().await;
    let text = String::from_utf8_lossy(&issued.twin).into_owned();
    assert!(!text.contains("Compared with the exercise library"), "the log carries it, the twin does not");
    let after =
        desk.say(&desk.office.prosecutor, request, Subject::Words(language("ru")), Decision::Rejected).await;
    assert_eq!(refusal(after), RequestRefusal::Issued.into());
}

#[tokio::test]
async fn an_incomplete_request_is_put_before_nobody() {
    let desk = Desk::new("TJ").await;
    let values: String =
        PRESERVATION.lines().filter(|line| !line.starts_with("signatory")).collect::<Vec<_>>().join("\n");
    let request = desk.draft("preservation", &values).await;
    desk.review(request).await;
    assert_eq!(code(desk.propose(request).await), "request-issue-fields");
    let checked = desk.node().check_request(&desk.office.investigator, desk.case, request).unwrap();
    assert_eq!(checked.report.errors[0].field.as_deref(), Some("signatory"));
    // Sent back with a reason, it is a draft again.
    let reason = Review::SentBack { reason: "Who signs?".into() };
    let by = &desk.office.prosecutor;
    desk.node().review_request(by, desk.case, request, reason, With::default()).await.unwrap();
    assert_eq!(desk.request(request).life.stage, Some(Stage::Drafted));
    desk.reads_the_same().await;
}

#[tokio::test]
async fn roles_and_members_are_asked_at_every_step() {
    let desk = Desk::new("TJ").await;
    let (node, case) = (desk.node(), desk.case);
    let request = desk.preservation().await;
    let not_allowed = |result: Result<(), CaseworkError>| {
        assert!(matches!(refusal(result), Refusal::NotAllowed { .. }));
    };
    for stranger in [&desk.office.supervisor, &desk.office.auditor, &desk.office.administrator] {
        let new = desk.new_request("preservation", PRESERVATION);
        let facts = CaseFacts::default();
        not_allowed(node.draft_request(stranger, case, new, &facts, With::default()).await.map(drop));
    }
    let by = &desk.office.investigator;
    not_allowed(node.review_request(by, case, request, Review::Passed, With::default()).await.map(drop));
    assert!(matches!(refusal(node.requests(&desk.office.administrator, case)), Refusal::NotAllowed { .. }));
    assert_eq!(node.requests(&desk.office.auditor, case).unwrap().len(), 1);
}

#[tokio::test]
async fn no_entry_of_a_request_is_taken_back_or_forgotten() {
    let desk = Desk::new("TJ").await;
    let (node, case) = (desk.node(), desk.case);
    let (request, issued) = desk.issued().await;
    let entries: Vec<EntryId> = node
        .timeline(&desk.office.investigator, case, 0, 100)
        .await
        .unwrap()
        .into_iter()
        .filter(|line| line.row.kind.starts_with("request."))
        .map(|line| line.row.entry)
        .collect();
    assert!(entries.len() >= 5 && entries.contains(&request) && entries.contains(&issued.receipt.entry));
    for entry in entries {
        let by = &desk.office.investigator;
        let ground = WithdrawalGround::Mistaken;
        let withdrawn = node.withdraw(by, case, entry, ground, "x".into()).await;
        assert!(matches!(refusal(withdrawn), Refusal::NotChangeable(_)));
        let forgotten = node.propose(by, case, CaseAct::Forget(entry), "x".into()).await;
        assert!(matches!(refusal(forgotten), Refusal::NotChangeable(_)));
    }
    // What is wrong with an issued request is answered by withdrawing the request, with a reason.
    desk.happens(request, Event::Withdrawn { day: day("2026-11-24"), reason: "Not needed".into() })
        .await
        .unwrap();
}

#[tokio::test]
async fn a_version_follows_the_one_before_it_and_shows_all_that_it_says() {
    let desk = Desk::new("TJ").await;
    let (node, case, by) = (desk.node(), desk.case, &desk.office.investigator);
    let request = desk.preservation().await;
    assert!(matches!(
        desk.change(by, request, "facts_summary", &text_of(&desk.request(request), "facts_summary")).await,
        Err(CaseworkError::Request(RequestError::Unchanged))
    ));
    let body = drafted(&desk, request).await;
    let record = async |change: fn(&mut RequestDrafted), about: bool| {
        let mut body = body.clone();
        body.version.number = 2;
        body.version.previous = Some(body.version.digest().unwrap());
        let first = drafted(&desk, request).await;
        body.version.previous = Some(first.version.digest().unwrap());
        change(&mut body);
        let with = if about { With::reference("about", request) } else { With::default() };
        node.record(by, case, &body, with).await
    };
    assert_eq!(code(record(|_| {}, false).await), "casework-request-does-not-follow");
    assert_eq!(code(record(|b| b.version.number = 3, true).await), "casework-request-does-not-follow");
    assert_eq!(code(record(|b| b.version.previous = None, true).await), "casework-request-does-not-follow");
    assert_eq!(
        code(record(|b| b.version.reference.push('x'), true).await),
        "casework-request-does-not-follow"
    );
    assert_eq!(code(record(|b| drop(b.version.sections.pop()), true).await), "casework-request-hides");
    assert_eq!(code(record(|b| b.version.schema = 2, true).await), "casework-body");
    assert_eq!(code(record(|b| b.version.draft.exercise = false, true).await), "casework-exercise-mix");
    let other = |b: &mut RequestDrafted| b.version.draft.question.from = "KG".parse().unwrap();
    assert_eq!(code(record(other, true).await), "casework-request-other-state");
    let other = |b: &mut RequestDrafted| b.forms = Sha256Digest::of(b"other");
    assert_eq!(code(record(other, true).await), "casework-request-other-packs");
    let other = |b: &mut RequestDrafted| b.verdict.law_pack = Sha256Digest::of(b"other");
    assert_eq!(code(record(other, true).await), "casework-request-other-packs");
    record(|_| {}, true).await.unwrap();
    // A second request of the case has a reference of its own.
    let first_again = drafted(&desk, request).await;
    assert_eq!(
        refusal(node.record(by, case, &first_again, With::default()).await),
        Refusal::Exists("reference")
    );
    assert_eq!(desk.request(desk.preservation().await).reference(), "2026/17-2");
}

/// The body of the entry that began a request.
async fn drafted(desk: &Desk, request: EntryId) -> RequestDrafted {
    let lines = desk.node().timeline(&desk.office.investigator, desk.case, 0, 100).await.unwrap();
    let line = lines.into_iter().find(|line| line.row.entry == request).unwrap();
    line.row.body.unwrap().deserialized().unwrap()
}

fn text_of(request: &Request, field: &str) -> String {
    match request.version().request.draft.value(field) {
        Some(Value::Text(text)) => text.clone(),
        other => panic!("not words: {other:?}"),
    }
}

#[tokio::test]
async fn only_steps_of_its_life_are_recorded_of_a_request() {
    let desk = Desk::new("TJ").await;
    let request = desk.preservation().await;
    let version = desk.request(request).version().digest;
    for event in [
        Event::Drafted { version },
        Event::Revised { version },
        Event::Reviewed { version },
        Event::SentBack { reason: "x".into() },
        Event::Approved { version },
    ] {
        assert_eq!(code(desk.happens(request, event).await), "casework-request-own-entry");
    }
    let early = Event::Acknowledged { day: day("2026-11-23"), reference: "x".into() };
    assert_eq!(code(desk.happens(request, early.clone()).await), "request-life-illegal");
    let nowhere = EntryId::from_bytes([7; 32]);
    assert_eq!(code(desk.happens(nowhere, early).await), "casework-request-unknown");
}

#[tokio::test]
async fn a_request_of_the_small_hours_bears_the_day_that_it_is_there() {
    let desk = Desk::new("TJ").await;
    // 20:30 on the 23rd in UTC is 01:30 on the 24th in Dushanbe.
    desk.bench.clock.hang_in("Asia/Dushanbe");
    desk.bench
        .clock
        .set("2026-11-23T20:30:00Z".parse::<jiff::Timestamp>().unwrap().as_second().unsigned_abs());
    let request = desk.preservation().await;
    desk.clear(request).await;
    desk.review(request).await;
    desk.approve(request).await;
    desk.issue(request).await.unwrap();
    let known = desk.request(request);
    assert_eq!(known.version().request.draft.question.on, day("2026-11-24"));
    assert_eq!(known.issue.as_ref().unwrap().act.as_str(), "2026-11-24T01:30:00+05:00[Asia/Dushanbe]");
    desk.reads_the_same().await;
}

#[tokio::test]
async fn a_reference_that_was_given_by_hand_is_counted_past() {
    let desk = Desk::new("TJ").await;
    let (node, by, case) = (desk.node(), &desk.office.investigator, desk.case);
    let facts = node.case_facts(by, case, None).await.unwrap();
    let drafted = async |reference: Option<&str>| {
        let reference = reference.map(str::to_owned);
        let new = NewRequest { reference, ..desk.new_request("preservation", PRESERVATION) };
        let drafted = node.draft_request(by, case, new, &facts, With::default()).await.unwrap();
        desk.request(drafted.0.entry).reference().to_owned()
    };
    assert_eq!(drafted(None).await, "2026/17-1");
    assert_eq!(drafted(Some("2026/17-3")).await, "2026/17-3");
    assert_eq!(drafted(None).await, "2026/17-4");
    assert_eq!(drafted(Some("2026/17-6")).await, "2026/17-6");
    assert_eq!(drafted(None).await, "2026/17-5");
}

#[tokio::test]
async fn nothing_is_put_on_record_of_a_request_that_is_yet_to_come() {
    let desk = Desk::new("TJ").await;
    let (node, by, case) = (desk.node(), &desk.office.investigator, desk.case);
    let request = desk.preservation().await;
    desk.clear(request).await;
    desk.review(request).await;
    desk.approve(request).await;
    let at = |act: &str| With { act: Some(act.parse().unwrap()), ..With::default() };
    // The clocks of two offices may differ by five minutes.
    let late = at("2026-11-23T07:05:01+00:00[UTC]");
    assert_eq!(
        code(node.issue_request(by, case, request, "1".into(), late.clone()).await),
        "casework-act-in-future"
    );
    let soon = at("2026-11-23T07:05:00+00:00[UTC]");
    node.issue_request(by, case, request, "1".into(), soon).await.unwrap();
    let sent = |day: &str| Event::AdvanceCopySent { day: day.parse().unwrap(), channel: "e-mail".into() };
    let record = async |event, with| node.record_request_event(by, case, request, event, with).await;
    assert_eq!(code(record(sent("2031-01-01"), With::default()).await), "casework-day-in-future");
    assert_eq!(code(record(sent("2026-11-23"), late).await), "casework-act-in-future");
    // At seven in the morning the 24th has begun nowhere; five minutes before ten it is near enough, furthest east.
    assert_eq!(code(record(sent("2026-11-24"), With::default()).await), "casework-day-in-future");
    desk.bench.clock.set(NOON + 3 * 3_600 - 300);
    record(sent("2026-11-24"), With::default()).await.unwrap();
}

#[tokio::test]
async fn a_law_that_answers_otherwise_on_the_day_of_issue_stops_it() {
    let desk = Desk::new("TJ").await;
    let request = desk.records().await;
    desk.clear(request).await;
    desk.review(request).await;
    desk.approve(request).await;
    // Before the convention was there it bound nobody: the answer of that day is another one.
    let issue = async |at: &str| {
        let act: ActTime = at.parse().unwrap();
        let with = With { act: Some(act), ..With::default() };
        desk.node().issue_request(&desk.office.investigator, desk.case, request, "OUT-1".into(), with).await
    };
    assert_eq!(code(issue("1950-01-01T12:00:00+00:00[UTC]").await), "casework-request-answer-changed");
    desk.waits_until(day("2026-11-24"));
    issue("2026-11-24T12:00:00+05:00[Asia/Dushanbe]").await.unwrap();
    let issued = desk.request(request).issue.unwrap();
    assert_eq!(issued.act.local_day(), day("2026-11-24"));
}

#[tokio::test]
async fn the_case_fills_the_form_and_the_law_names_addressee_and_instrument() {
    let desk = Desk::new("TJ").await;
    let (node, by) = (desk.node(), &desk.office.investigator);
    let mut facts = node.case_facts(by, desk.case, None).await.unwrap();
    assert_eq!(facts.own_authority.as_ref().unwrap().reference, "2026/17");
    facts.findings = vec![Document {
        number: "F-1".into(),
        title: "Trace to the exchange".into(),
        sha256: Sha256Digest::of(b"finding"),
    }];
    facts.accounts =
        vec![Identifier::new("address", "bitcoin-testnet", "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn")];
    let mut new = desk.new_request("vasp-records", "");
    new.offences = vec!["computer_fraud".into()];
    let (receipt, checked) = node.draft_request(by, desk.case, new, &facts, With::default()).await.unwrap();
    let best = checked.basis.obligation.by[0].value().clone();
    assert_eq!(checked.draft.cited, [best], "the best that obliges");
    for field in
        ["requesting_authority", "requested_authority", "conducting_authority", "accounts", "findings"]
    {
        assert!(checked.draft.value(field).is_some(), "{field}");
    }
    let missing: Vec<_> = checked.report.errors.iter().filter_map(|error| error.field.as_deref()).collect();
    assert!(missing.contains(&"facts_summary") && missing.contains(&"items"), "{missing:?}");
    let demanded: Vec<_> =
        checked.report.blocking().map(|m| (m.articles.clone(), m.put_in.clone())).collect();
    assert!(demanded.iter().all(|(articles, field)| !articles.is_empty() && field.is_some()), "{demanded:?}");
    let verdict = desk.request(receipt.entry).version().verdict().unwrap().clone();
    assert_eq!(verdict, checked.report.verdict(), "what is recorded is what was told");
}

#[tokio::test]
async fn a_pack_that_would_fit_nothing_is_not_put_in_force() {
    let desk = Desk::new("TJ").await;
    let mut files: BTreeMap<String, Vec<u8>> =
        folder("law").files().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    let measures = String::from_utf8(files["measures.toml"].clone()).unwrap();
    let renamed = measures.replace("\"preservation\"", "\"keeping\"");
    assert_ne!(renamed, measures);
    files.insert("measures.toml".into(), renamed.into_bytes());
    let law = Pack::from_files(files).unwrap();
    let packs = Packs::new([policies(), folder("law"), folder("forms"), law.clone()]).unwrap();
    let node = Casework::open(desk.again(packs)).await.unwrap();
    let proposed = node.propose_pack(&desk.office.administrator, law.digest(), "newer".into()).await;
    assert_eq!(code(proposed), "request-form-dangling");
    let again = node.propose_pack(&desk.office.administrator, folder("law").digest(), "again".into()).await;
    node.approve(&desk.office.supervisor, again.unwrap().entry).await.unwrap();
}

#[tokio::test]
async fn a_request_that_names_what_was_withdrawn_is_not_issued() {
    let desk = Desk::new("TJ").await;
    let (node, by) = (desk.node(), &desk.office.investigator);
    crate::sample::searched_exhibit(&desk.office, desk.case).await;
    let exhibit = node.exhibit(by, desk.case, 1).await.unwrap().entry;
    let annex = node.exhibit_for_request(by, desk.case, 1).await.unwrap();
    let request = desk.records().await;
    let mut draft = desk.request(request).version().request.draft.clone();
    draft.values.insert("exhibits".into(), Value::List(vec![Value::Exhibit(annex)]));
    node.revise_request(by, desk.case, request, draft, With::default()).await.unwrap();
    desk.clear(request).await;
    desk.review(request).await;
    let ground = comity_casework::body::WithdrawalGround::Mistaken;
    let approved = desk.propose(request).await.unwrap();
    node.withdraw(by, desk.case, exhibit, ground, "another trader's".into()).await.unwrap();
    // Whether it was proposed before or is proposed now.
    node.approve_in_case(&desk.office.supervisor, desk.case, approved).await.unwrap();
    assert_eq!(refusal(desk.issue(request).await.map(drop)), Refusal::Withdrawn(exhibit));
    let again = desk.records().await;
    let mut draft = desk.request(again).version().request.draft.clone();
    let annex = desk.request(request).version().request.draft.values["exhibits"].clone();
    draft.values.insert("exhibits".into(), annex);
    node.revise_request(by, desk.case, again, draft, With::default()).await.unwrap();
    desk.clear(again).await;
    desk.review(again).await;
    assert_eq!(refusal(desk.propose(again).await.map(drop)), Refusal::Withdrawn(exhibit));
}

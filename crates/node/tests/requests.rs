//! The page of a request, on the side that asks and on the side that is asked.

use comity_casework::body::Role;
use comity_casework::request::{CarryOver, Issued, NewRequest, Received, Review, TwinSignature, Word};
use comity_casework::{Session, With};
use comity_record::{CaseId, EntryId};
use comity_request::life::Event;
use comity_request::{Decision, Value, plain};

use crate::bench::{Browser, NOON, Office, join};

/// What an officer of the exercise writes into the form for preservation, but for the signatory.
const VALUES: &str = r#"
matter_nature = "Exercise case 17, inquiry into an entry into a company's systems"
facts_summary = "On 2026-09-02 somebody entered the systems of an exercise company."
reply_contact = "Exercise desk, 09:00 to 18:00, UTC+5"
preservation_need = "Logs are overwritten after thirty days."
intent_to_follow_up = "A formal request will follow within sixty days."
renewal = "new"
keep_days = 90
holder = "body: Exercise Exchange"
accounts = "address:bitcoin-testnet:mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"
period = "2026-09-01T00:00:00+05:00[Asia/Dushanbe]..2026-10-01T00:00:00+05:00[Asia/Dushanbe]"
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
const SIGNATORY: &str = "signatory = \"A. Exercise; Deputy prosecutor of the exercise\"\n";
const DAY: u64 = 24 * 60 * 60;

/// An office with law and forms in force, and a case of its investigator and its prosecutor.
struct Desk {
    office: Office,
    prosecutor: Session,
    case: CaseId,
}

impl Desk {
    async fn new(country: &str) -> Self {
        let office = Office::with(country, &["law", "forms"]).await;
        let both = [&office.administrator, &office.supervisor];
        let prosecutor = join(&office.node, both, "Parvin", Role::Prosecutor).await;
        let case = office.case("Entry into a company's systems").await;
        office.node.assign(&office.supervisor, case, prosecutor.officer(), true).await.unwrap();
        Self { office, prosecutor, case }
    }

    async fn draft(&self, form: &str, values: &str, language: &str) -> EntryId {
        let (node, by) = (&self.office.node, &self.office.investigator);
        let state = node.state();
        let forms = node.packs().forms(state.office(self.office.id).unwrap()).unwrap();
        let new = NewRequest {
            form: form.into(),
            to: "KZ".parse().unwrap(),
            offences: vec!["illegal_access".into()],
            language: language.parse().unwrap(),
            translation: Some("ru".parse().unwrap()),
            reference: None,
            cited: vec![],
            values: plain::read_values(forms.form(form).unwrap(), values).unwrap(),
        };
        let facts = node.case_facts(by, self.case, None).await.unwrap();
        node.draft_request(by, self.case, new, &facts, With::default()).await.unwrap().0.entry
    }

    async fn complete(&self) -> EntryId {
        self.draft("preservation", &format!("{SIGNATORY}{VALUES}"), "en").await
    }

    async fn clear(&self, request: EntryId, decision: Decision) {
        let node = &self.office.node;
        for subject in node.request(&self.prosecutor, self.case, request).unwrap().to_clear() {
            let word = Word { subject, decision, reason: "Compared with <the> library.".into() };
            let said = node.confirm_for_request(&self.prosecutor, self.case, request, word, With::default());
            said.await.unwrap();
        }
    }

    async fn review(&self, request: EntryId, outcome: Review) {
        let node = &self.office.node;
        node.review_request(&self.prosecutor, self.case, request, outcome, With::default()).await.unwrap();
    }

    async fn issue(&self, request: EntryId) -> Issued {
        let (node, by) = (&self.office.node, &self.office.investigator);
        let proposal = node.propose_issue(by, self.case, request, "Needed.".into()).await.unwrap();
        node.approve_in_case(&self.office.supervisor, self.case, proposal.entry).await.unwrap();
        let number = "OUT-2026/117".to_owned();
        node.issue_request(by, self.case, request, number, With::default()).await.unwrap()
    }

    async fn issued(&self) -> (EntryId, Issued) {
        let request = self.complete().await;
        self.clear(request, Decision::Overruled).await;
        self.review(request, Review::Passed).await;
        (request, self.issue(request).await)
    }

    async fn happens(&self, request: EntryId, event: Event) {
        let (node, by) = (&self.office.node, &self.office.investigator);
        node.record_request_event(by, self.case, request, event, With::default()).await.unwrap();
    }

    async fn receive(&self, issued: &Issued, from: &Self) -> EntryId {
        let key = from.office.node.node_key();
        let received = Received {
            twin: issued.twin.clone(),
            signature: Some(TwinSignature { bytes: issued.signature.clone(), key }),
            original: false,
            register_number: "IN-2026/8".into(),
            day: None,
        };
        let by = &self.office.investigator;
        let taken = self.office.node.receive_request(by, self.case, &received, With::default()).await;
        taken.unwrap().entry
    }

    fn at(&self, request: EntryId) -> String {
        format!("/cases/{}/requests/{request}", self.case)
    }

    async fn browser(&self) -> Browser {
        self.office.signed_in("Ismat").await
    }
}

/// What follows a heading, up to the next one of its height.
fn part<'a>(page: &'a str, id: &str) -> &'a str {
    let from = page.find(&format!("<h2 id=\"{id}\">")).unwrap_or_else(|| panic!("{id} is not in {page}"));
    let rest = &page[from + 1..];
    &rest[..rest.find("<h2 ").unwrap_or(rest.len())]
}

#[track_caller]
fn says(page: &str, id: &str, words: &[&str]) {
    let part = part(page, id);
    for word in words {
        assert!(part.contains(word), "{word:?} is not under {id}: {part}");
    }
}

#[tokio::test]
async fn a_draft_tells_what_is_missing_and_what_to_type() {
    let desk = Desk::new("TJ").await;
    let request = desk.draft("preservation", VALUES, "en").await;
    let mut browser = desk.browser().await;
    let at = desk.at(request);
    browser
        .get(&format!("/cases/{}", desk.case))
        .await
        .is(200)
        .has(&format!("<a href=\"{at}\"><bdi class=\"said\">"))
        .has("Republic of Tajikistan")
        .has("Draft");
    let page = browser.get(&at).await;
    page.is(200).has("Request for expedited preservation").has("7/2026-1");
    let page = &page.body;
    says(
        page,
        "about",
        &["This office asks", "Exercise authority of the other side", "Republic of Kazakhstan"],
    );
    let typed = format!("<code dir=\"ltr\">comity request set {} ", desk.case);
    says(page, "next", &["Fill what is missing", &typed, "--set FIELD=VALUE", "In the way of issue"]);
    says(
        page,
        "check",
        &["Fields that are wrong or missing", "Signed by", "<bdi dir=\"ltr\">signatory</bdi>"],
    );
    says(page, "check", &["is empty.", "Fill it.", "<caption>To be mended before issue</caption>"]);
    // Nothing obliges to preserve; what remains is said with what it rests on, and the chosen way comes first.
    let known = "No instrument obliges the requested State, as far as known.";
    says(page, "basis", &[known, "What can be asked where nothing obliges", "Police channel", "<time>2"]);
    says(page, "basis", &["Verified in the source", "A drafting aid, not legal advice"]);
    says(page, "facts", &["Nobody has confirmed or overruled this yet", "NUMBER --confirm --reason"]);
    says(page, "says", &["Short facts", "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", "class=\"whole\">2026-09-02"]);
    says(page, "versions", &["Version <bdi dir=\"ltr\">1</bdi>", "Written by", "Ismat"]);
    says(page, "life", &["Draft begun", "2026-11-23", &format!("href=\"/entries/{request}\"")]);
    assert!(!page.contains("id=\"files\""), "a draft has no files");
    // Sent back with a reason, and written anew: both versions are there, with what was said of each.
    desk.review(request, Review::SentBack { reason: "Who signs?".into() }).await;
    let (node, by) = (&desk.office.node, &desk.prosecutor);
    let known = node.request(by, desk.case, request).unwrap();
    let mut draft = known.version().request.draft.clone();
    draft.values.insert("facts_summary".into(), Value::Text("In better words.".into()));
    node.revise_request(by, desk.case, request, draft, With::default()).await.unwrap();
    let page = browser.get(&at).await;
    let versions = part(&page.body, "versions");
    let (second, first) = (versions.find("id=\"v2\"").unwrap(), versions.find("id=\"v1\"").unwrap());
    assert!(second < first && versions[first..].contains("Who signs?"), "{versions}");
    says(&page.body, "life", &["Sent back for revision", "Who signs?", "New version written"]);
}

#[tokio::test]
async fn an_issued_request_shows_who_answers_for_it_and_its_files() {
    let desk = Desk::new("TJ").await;
    let request = desk.complete().await;
    desk.clear(request, Decision::Overruled).await;
    desk.review(request, Review::Passed).await;
    let (node, by) = (&desk.office.node, &desk.office.investigator);
    let proposal = node.propose_issue(by, desk.case, request, "Needed.".into()).await.unwrap().entry;
    let mut browser = desk.browser().await;
    let at = desk.at(request);
    let page = browser.get(&at).await;
    let approve = format!("comity case approve {} {proposal}", desk.case);
    says(&page.body, "next", &["Another person approves", &approve, &format!("#p{proposal}")]);
    node.approve_in_case(&desk.office.supervisor, desk.case, proposal).await.unwrap();
    let page = browser.get(&at).await;
    says(&page.body, "next", &["Issue this version", "--register-number"]);
    says(&page.body, "check", &["Nothing is missing"]);
    node.issue_request(by, desk.case, request, "OUT-2026/117".into(), With::default()).await.unwrap();

    let page = browser.get(&at).await;
    says(&page.body, "about", &["Issued", "OUT-2026/117"]);
    says(
        &page.body,
        "next",
        &["advance-copy-sent --channel", "comity request record", "Original dispatched"],
    );
    says(&page.body, "facts", &["Overruled", "Parvin", "Compared with &lt;the&gt; library."]);
    assert!(!part(&page.body, "facts").contains("Nobody has confirmed"));
    says(
        &page.body,
        "versions",
        &["Read by", "Parvin", "Approved by", "Samar", "Issued under", "OUT-2026/117"],
    );
    let files = part(&page.body, "files");
    for name in
        ["Original for signature and seal", "Advance copy", "Machine-readable twin", "Signature of the node"]
    {
        assert!(files.contains(name), "{name} is not in {files}");
    }
    let link = files.split("href=\"").find(|rest| rest.contains("/files/")).unwrap();
    let link = link.split('"').next().unwrap().to_owned();
    browser.get(&link).await.is(200).has("%PDF-");

    // The other side keeps the data: the clock runs, then renewal is due, then it is too late.
    let day = "2026-11-23".parse().unwrap();
    desk.happens(request, Event::AdvanceCopySent { day, channel: "e-mail".into() }).await;
    desk.happens(request, Event::Acknowledged { day, reference: "KZ-88".into() }).await;
    desk.happens(request, Event::TicketGiven { number: "KZ-T-7".into(), day, keep_days: 60 }).await;
    let asked = Event::Questioned {
        question: "Q1\u{2069}\u{202E}<i>".into(),
        text: "Which account?".into(),
        day: "2026-11-23".parse().unwrap(),
    };
    desk.happens(request, asked).await;
    let page = browser.get(&at).await;
    page.has("To ask for renewal of ticket").has("2027-01-08");
    page.has("Our answer to question \u{2068}Q1U+2069U+202E&lt;i&gt;\u{2069}").lacks("\u{202E}").lacks("<i>");
    page.lacks("class=\"urgent\"");
    says(&page.body, "next", &["Answer question", "answered --question"]);
    says(&page.body, "about", &["Reference of the other side", "KZ-88"]);
    says(&page.body, "life", &["Question asked", "Which account?", "KZ-T-7"]);
    for (days, words) in [(46, "To ask for renewal"), (61, "overdue since")] {
        desk.office.clock.set(NOON + days * DAY);
        let mut later = desk.browser().await;
        later.get(&at).await.has("class=\"urgent\"").has(words);
        later.get(&format!("/cases/{}", desk.case)).await.has(words);
    }
}

#[tokio::test]
async fn the_side_that_is_asked_sees_who_signed_its_own_verdict_and_its_ticket() {
    let sender = Desk::new("TJ").await;
    let (_, issued) = sender.issued().await;
    let desk = Desk::new("KZ").await;
    let request = desk.receive(&issued, &sender).await;
    let mut browser = desk.browser().await;
    let page = browser.get(&desk.at(request)).await;
    let key = sender.office.node.node_key().key_id().to_string();
    says(
        &page.body,
        "about",
        &["This office is asked", "Twin signed by", &key, "IN-2026/8", "Advance copy received"],
    );
    says(&page.body, "about", &["a key that no agreement here names"]);
    says(&page.body, "next", &["comity request acknowledge", "Acknowledge the request"]);
    says(&page.body, "check", &["By our own packs"]);
    assert!(!page.body.contains("--confirm"), "nobody here clears another office's facts");
    let (node, by) = (&desk.office.node, &desk.office.investigator);
    let ticket = Some(("KZ-T-7".to_owned(), 60));
    node.acknowledge_request(by, desk.case, request, ticket, &[], None, With::default()).await.unwrap();
    let page = browser.get(&desk.at(request)).await;
    says(&page.body, "grounds", &["essential_interests", "Bank secrecy is no ground", "46(23)"]);
    browser.get("/clocks").await.is(200).has("under which data is kept for the other side").has("2027-01-08");
    page.has("under which data is kept for the other side").has("2027-01-22");
    says(&page.body, "files", &["Machine-readable twin", "acknowledgement.pdf"]);
    says(&page.body, "life", &["Receipt acknowledged", "Preservation ticket given", "Days of keeping"]);
    says(&page.body, "next", &["ticket-renewed"]);

    let list = browser.get(&format!("/api/v1/cases/{}/requests", desk.case)).await;
    list.is(200)
        .has("\"reference\":\"7/2026-1\"")
        .has("\"kept_until\":\"2027-01-22\"")
        .has("\"side\":\"receiver\"");
    let one = browser.get(&format!("/api/v1/cases/{}/requests/{request}", desk.case)).await;
    one.is(200).has("\"history\"").has("\"versions\"").has("mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn");
}

#[tokio::test]
async fn who_may_not_read_the_case_reads_no_request_of_it() {
    let desk = Desk::new("TJ").await;
    let request = desk.complete().await;
    let other = desk.office.case("Another case").await;
    let api = format!("/api/v1/cases/{}/requests", desk.case);
    let mut administrator = desk.office.signed_in("Adila").await;
    for path in [desk.at(request), api.clone(), format!("{api}/{request}")] {
        administrator.get(&path).await.is(403).has("casework-not-allowed").lacks("Exercise Exchange");
    }
    desk.office.browser().get(&desk.at(request)).await.is(303);
    let mut browser = desk.browser().await;
    let nowhere = EntryId::from_bytes([7; 32]);
    for path in [
        desk.at(nowhere),
        format!("/cases/{other}/requests/{request}"),
        format!("/cases/{}/requests/x", desk.case),
        format!("/cases/x/requests/{request}"),
        format!("{api}/{nowhere}"),
        "/api/v1/cases/x/requests".to_owned(),
    ] {
        browser.get(&path).await.is(404).lacks("Exercise Exchange");
    }
    browser.ask("POST", &desk.at(request), &[("sec-fetch-site", "same-origin")], "").await.is(405);
}

#[tokio::test]
async fn what_a_request_says_is_text_in_its_own_language() {
    let desk = Desk::new("TJ").await;
    let hostile = "<script>alert(1)</script> \\\"onclick=x & <img src=x>";
    let values = VALUES
        .replace("Logs are overwritten after thirty days.", hostile)
        .replace("On 2026-09-02 somebody", "در تاریخ 2026-09-02 کسی");
    let request = desk.draft("preservation", &format!("{SIGNATORY}{values}"), "fa").await;
    let mut browser = desk.browser().await;
    let page = browser.get(&desk.at(request)).await;
    page.is(200).has("&lt;script&gt;alert(1)&lt;/script&gt;").lacks("<script").lacks("<img");
    says(&page.body, "says", &["<span lang=\"fa\" dir=\"rtl\"><bdi class=\"said\">در تاریخ"]);
    says(&page.body, "about", &["Persian", "Russian"]);
    // Words of the other side's making reach the page by its twin.
    let reason = "<b>no</b>".to_owned();
    desk.review(request, Review::SentBack { reason }).await;
    browser.get(&desk.at(request)).await.has("&lt;b&gt;no&lt;/b&gt;").lacks("<b>no");
}

#[tokio::test]
async fn the_page_speaks_the_readers_language_and_marks_every_other_one() {
    let sender = Desk::new("TJ").await;
    let (request, issued) = sender.issued().await;
    let receiver = Desk::new("KZ").await;
    let received = receiver.receive(&issued, &sender).await;
    for (language, words) in [
        ("ru", ["Правовое основание", "Республика Казахстан", "Краткие обстоятельства"]),
        ("fa", ["مبنای حقوقی", "جمهوری قزاقستان", "خلاصه وقایع"]),
    ] {
        for (desk, request) in [(&sender, request), (&receiver, received)] {
            let mut browser = desk.browser().await;
            browser.language = language.into();
            let page = browser.get(&desk.at(request)).await;
            page.is(200).has(&format!("<html lang=\"{language}\"")).has(words[0]).has(words[1]).has(words[2]);
            // What the drafter wrote and what the law pack names is English, and says so.
            page.has("<span lang=\"en\" dir=\"ltr\"><bdi class=\"said\">Exercise Exchange");
            for english in ["Completeness", "No instrument is known", "Draft begun", "Issued", "Reviewed"] {
                page.lacks(&format!(">{english}"));
            }
        }
    }
}

#[tokio::test]
async fn figures_over_requests_are_had_as_a_page_a_table_and_paper() {
    let desk = Desk::new("TJ").await;
    desk.issued().await;
    let mut browser = desk.office.signed_in("Ismat").await;
    browser.get("/cases").await.is(200).has("href=\"/requests/statistics\"");
    let page = browser.get("/requests/statistics?from=2026-11-01&to=2026-12-31").await;
    page.is(200).has("whoever asked may read").has("value=\"2026-11-01\"").has("Kazakhstan").has("Issued");
    page.has("href=\"/requests/statistics/statistics.csv?from=2026-11-01&#38;to=2026-12-31\"");
    browser.get("/requests/statistics?from=2027-01-01").await.is(200).has("None in this period.");
    let csv = browser.get("/requests/statistics/statistics.csv").await;
    assert_eq!(csv.is(200).headers["content-type"], "text/csv; charset=utf-8");
    csv.has("sent,TJ,KZ,preservation,all,,1,,");
    let paper = browser.get("/requests/statistics/paper.pdf").await;
    assert_eq!(paper.is(200).headers["content-type"], "application/pdf");
    paper.has("%PDF-1.7");
    browser.get("/requests/statistics?from=yesterday").await.is(400);
    desk.office.browser().get("/requests/statistics").await.is(303);
}

#[tokio::test]
async fn a_request_of_an_old_register_is_told_apart_and_has_its_clock() {
    let desk = Desk::new("TJ").await;
    let register = "direction,state,measure,register_number,day,stage,deadline,notes\n\
                    sent,KZ,preservation,OUT-5,2025-03-01,questioned,2026-12-01,Mail of the accused\n";
    let new = CarryOver { register: register.into(), language: "en".parse().unwrap() };
    let (node, by) = (&desk.office.node, &desk.office.investigator);
    let taken = node.carry_over_requests(by, desk.case, &new, With::default()).await.unwrap();
    let mut browser = desk.office.signed_in("Ismat").await;
    let page = browser.get(&format!("/cases/{}/requests/{}", desk.case, taken[0].entry)).await;
    page.is(200).has("From the old register; no draft of it is here").has("Mail of the accused");
    page.has("2026-12-01").has("answered --question").has("Carried over from the old register");
    page.lacks("id=\"check\"").lacks("id=\"basis\"").lacks("id=\"versions\"");
    let page = browser.get(&format!("/cases/{}", desk.case)).await;
    page.is(200).has("Request carried over from the old register");
}

#[tokio::test]
async fn two_versions_stand_side_by_side() {
    let desk = Desk::new("TJ").await;
    let request = desk.complete().await;
    let (node, by) = (&desk.office.node, &desk.office.investigator);
    let mut browser = desk.office.signed_in("Ismat").await;
    let at = format!("/cases/{}/requests/{request}", desk.case);
    browser.get(&at).await.is(200).lacks("/compare\"");
    let mut draft = node.request(by, desk.case, request).unwrap().version().request.draft.clone();
    draft.values.insert("facts_summary".into(), Value::Text("<b>Other</b> words.".into()));
    node.revise_request(by, desk.case, request, draft, With::default()).await.unwrap();
    browser.get(&at).await.is(200).has(&format!("href=\"{at}/compare\""));
    let page = browser.get(&format!("{at}/compare")).await;
    page.is(200).has("somebody entered the systems").has("&lt;b&gt;Other&lt;/b&gt; words.");
    page.has("<option value=\"1\" selected>").lacks("Logs are overwritten");
    browser.get(&format!("{at}/compare?from=2&to=2")).await.is(200).has("Nothing changes.");
    browser.get(&format!("{at}/compare?from=9")).await.is(404);
    browser.get(&format!("{at}/compare?from=x")).await.is(400);
}

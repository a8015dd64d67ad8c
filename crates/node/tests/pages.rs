//! What pages show, and what their forms do.

use comity_casework::body::{CaseAct, NoteWritten, WithdrawalGround};
use comity_journal::{KnownLog, ProofFile, Trust};

use crate::bench::Office;

#[tokio::test]
async fn an_officer_opens_a_case_writes_a_note_and_sees_its_proof() {
    let office = Office::new().await;
    let mut browser = office.signed_in("Ismat").await;
    browser.get("/").await.is(303);
    browser
        .get("/cases")
        .await
        .is(200)
        .has("There is no case")
        .has("Open the case")
        .has("aria-current=\"page\"");
    let opened = browser.post("/cases", &[("title", "Theft of coins"), ("register_number", "12/2026")]).await;
    let case = opened.is(303).location().to_owned();
    let noted = browser.post(&format!("{case}/notes"), &[("text", "The phone\r\nwas off.")]).await;
    assert_eq!(noted.is(303).location(), format!("{case}#e1"));
    let page = browser.get(&case).await;
    page.is(200)
        .has("<h1><bdi class=\"said\">Theft of coins</bdi></h1>")
        .has("12/2026")
        .has("The phone\nwas off.");
    page.has("id=\"e1\"").has("<time>2026-11-23 07:00:00 UTC</time>");
    browser.get("/cases").await.has("<caption>").has("Theft of coins");

    let state = office.node.state();
    let id = case.rsplit('/').next().unwrap().parse().unwrap();
    let note = state.end(id).last.unwrap();
    let page = browser.get(&format!("/entries/{note}")).await;
    page.is(200).has("<h1>Note</h1>").has("The phone").has("Statement").has("Seal of the node");
    page.has(&office.node.node_key().key_id().to_string())
        .has("SHA-256")
        .has("H0:")
        .has("Exercise authority");
    page.has("<pre dir=\"ltr\"").has("proof.tlog-proof");

    let file = browser.get(&format!("/entries/{note}/proof.tlog-proof")).await;
    let disposition = file.is(200).headers["content-disposition"].to_str().unwrap();
    assert_eq!(disposition, format!("attachment; filename=\"{note}-proof.tlog-proof\""));
    let key = office.node.node_key();
    let known = KnownLog::of_node(key.key_id(), vec![key]);
    let proof = ProofFile::parse(file.body.as_bytes()).unwrap();
    proof.verify(&Trust { log: &known, witnesses: &[], quorum: 0 }).unwrap();
    assert_eq!(proof.id, note);
    let checkpoint = browser.get(&format!("/entries/{note}/checkpoint.txt")).await;
    assert_eq!(checkpoint.is(200).body, office.node.log().note().to_string());
    browser.get(&format!("/entries/{note}/other")).await.is(404);
}

#[tokio::test]
async fn what_people_write_is_shown_as_text() {
    let office = Office::new().await;
    let mut browser = office.signed_in("Ismat").await;
    let title = "\"><img src=x onerror=alert(1)>";
    let opened = browser.post("/cases", &[("title", title), ("register_number", "'\u{202E}7")]).await;
    let case = opened.is(303).location().to_owned();
    let note = "<script>alert(1)</script> \u{202E}drowssap\u{2066} & سلام\u{200C}ها";
    browser.post(&format!("{case}/notes"), &[("text", note)]).await.is(303);
    let page = browser.get(&case).await;
    page.is(200)
        .has("&lt;script&gt;alert(1)&lt;/script&gt;")
        .has("<span class=\"control\">U+202E</span>drowssap");
    page.has("<span class=\"control\">U+2066</span> &amp; <bdi dir=\"rtl\">سلام\u{200C}ها</bdi>")
        .lacks("<img")
        .lacks("\u{202E}");
    let list = browser.get("/cases").await;
    list.has("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;").lacks("<img").lacks("\u{202E}");
    let sign_in = office.browser().get("/sign-in?next=/%22%3E%3Cscript%3E").await;
    sign_in.is(200).lacks("\"><script");
}

#[tokio::test]
async fn what_the_policies_refuse_is_shown_as_they_say_it() {
    let office = Office::new().await;
    let case = office.case("Members only").await;
    let mut administrator = office.signed_in("Adila").await;
    let answer = administrator.get(&format!("/cases/{case}")).await;
    answer.is(403).has("The policies of your office do not allow this step").has("casework-not-allowed");
    answer.has("Ask a colleague whose role allows it").lacks("Members only");
    administrator.get("/cases").await.is(200).lacks("Members only").lacks("Open the case");
    let size = office.node.state().size();
    administrator.post("/cases", &[("title", "Mine")]).await.is(403);
    administrator.post(&format!("/cases/{case}/notes"), &[("text", "x")]).await.is(403);
    assert_eq!(office.node.state().size(), size);
    // A supervisor reads every case of the office, but does not write in it: no form is offered, none is taken.
    let mut supervisor = office.signed_in("Samar").await;
    supervisor.get(&format!("/cases/{case}")).await.is(200).has("Members only").lacks("/notes");
    supervisor.post(&format!("/cases/{case}/notes"), &[("text", "x")]).await.is(403);
    let mut investigator = office.signed_in("Ismat").await;
    investigator.get(&format!("/cases/{case}")).await.has("/notes").lacks("/close");
    let empty = investigator.post(&format!("/cases/{case}/notes"), &[("text", "   ")]).await;
    empty.is(422).has("casework-text");
}

#[tokio::test]
async fn a_supervisor_assigns_closes_and_reopens() {
    let office = Office::new().await;
    let case = office.case("Steered").await;
    let path = format!("/cases/{case}");
    let mut browser = office.signed_in("Samar").await;
    let officer = office.administrator.officer().to_string();
    let form = format!("{path}/members");
    browser.post(&form, &[("officer", &officer), ("member", "joins")]).await.is(303);
    assert!(office.node.state().case(case).unwrap().members.contains(&office.administrator.officer()));
    browser.get(&path).await.has("Assignment").has("Joins");
    browser.post(&form, &[("officer", &officer), ("member", "leaves")]).await.is(303);
    assert!(!office.node.state().case(case).unwrap().members.contains(&office.administrator.officer()));
    browser.post(&form, &[("officer", &officer), ("member", "maybe")]).await.is(400);
    browser.post(&form, &[("officer", "x"), ("member", "joins")]).await.is(400);
    browser.post(&format!("{path}/close"), &[("reason", "Done")]).await.is(303);
    browser.get(&path).await.has("closed").has("Reopen the case").lacks("Close the case");
    browser.post(&format!("{path}/close"), &[("reason", "Again")]).await.is(403);
    browser.post(&format!("{path}/reopen"), &[("reason", "More")]).await.is(303);
    browser.get(&path).await.has("Close the case");
}

#[tokio::test]
async fn nobody_is_the_second_person_of_an_own_proposal() {
    let office = Office::new().await;
    let roles = [comity_casework::body::Role::Analyst].into();
    let officer = office.investigator.officer();
    let proposed =
        office.node.propose_roles(&office.administrator, officer, roles, "moves".into()).await.unwrap();
    let form = format!("/office/proposals/{}", proposed.entry);
    let mut proposer = office.signed_in("Adila").await;
    let page = proposer.get("/office").await;
    page.is(200)
        .has("waits for a second person")
        .has("Another person with the right to approve")
        .has("Reject");
    page.lacks("value=\"approve\"");
    proposer.post(&form, &[("decision", "approve")]).await.is(409).has("casework-same-person");
    let mut second = office.signed_in("Samar").await;
    second.get("/office").await.has("value=\"approve\"").has("these roles replace the old ones at once");
    second.post(&form, &[("decision", "perhaps")]).await.is(400);
    second.post(&form, &[("decision", "approve")]).await.is(303);
    second.get("/office").await.has("Analyst").lacks("value=\"approve\"");
    second.post(&form, &[("decision", "reject"), ("reason", "late")]).await.is(409).has("casework-decided");
    second.get("/office/journal").await.is(200).has("Office founded").has("Proposal approved");
}

#[tokio::test]
async fn a_proposal_in_a_case_is_decided_with_its_consequence_in_sight() {
    let office = Office::new().await;
    let case = office.case("Forgetting").await;
    let note = office.node.write_note(&office.investigator, case, "Not to be kept".into()).await.unwrap();
    let right = NoteWritten { text: "Not to be kept either".into() };
    office.node.correct(&office.investigator, case, note.entry, &right, "typing".into()).await.unwrap();
    let forget = CaseAct::Forget(note.entry);
    let first =
        office.node.propose(&office.investigator, case, forget.clone(), "wrong".into()).await.unwrap();
    let mut browser = office.signed_in("Samar").await;
    let path = format!("/cases/{case}");
    browser
        .get(&path)
        .await
        .has("The content is destroyed for ever")
        .has("Not to be kept")
        .has("Destroyed with it, because it repeats it")
        .lacks("Rests on it");
    let form = |entry| format!("{path}/proposals/{entry}");
    browser.post(&form(first.entry), &[("decision", "reject"), ("reason", "Not yet")]).await.is(303);
    browser.get(&path).await.has("Not yet").has("rejected");
    let again = office.node.propose(&office.investigator, case, forget, "still wrong".into()).await.unwrap();
    browser.post(&form(again.entry), &[("decision", "approve")]).await.is(303);
    browser
        .get(&path)
        .await
        .lacks("Not to be kept")
        .has("The content was destroyed")
        .has("Content destroyed by");
    browser.get(&format!("/entries/{}", note.entry)).await.is(200).has("The content was destroyed");
}

#[tokio::test]
async fn a_proposal_that_would_destroy_more_than_is_listed_says_how_many() {
    let office = Office::new().await;
    let (node, officer) = (&office.node, &office.investigator);
    let case = office.case("Forgetting").await;
    let note = node.write_note(officer, case, "Not to be kept".into()).await.unwrap();
    let forget = CaseAct::Forget(note.entry);
    node.propose(officer, case, forget, "wrong".into()).await.unwrap();
    let mut browser = office.signed_in("Samar").await;
    let correct = async || {
        let right = NoteWritten { text: "Again".into() };
        node.correct(officer, case, note.entry, &right, "typing".into()).await.unwrap();
    };
    for _ in 0..50 {
        correct().await;
    }
    browser.get(&format!("/cases/{case}")).await.has("because it repeats it").lacks("are not listed here");
    for _ in 0..2 {
        correct().await;
    }
    browser.get(&format!("/cases/{case}")).await.has("\u{2068}2\u{2069} more are not listed here");
}

#[tokio::test]
async fn a_withdrawn_entry_says_so_where_it_stands() {
    let office = Office::new().await;
    let case = office.case("Withdrawing").await;
    let note = office.node.write_note(&office.investigator, case, "Wrong case".into()).await.unwrap();
    let ground = WithdrawalGround::WrongCase;
    office.node.withdraw(&office.investigator, case, note.entry, ground, "mixed up".into()).await.unwrap();
    let mut browser = office.signed_in("Ismat").await;
    let page = browser.get(&format!("/cases/{case}")).await;
    page.has("sheet changed").has("Withdrawn by").has("It belongs to another case").has("Withdraws");
}

#[tokio::test]
async fn a_long_time_line_comes_in_parts() {
    let office = Office::new().await;
    let case = office.case("Long").await;
    for number in 0..60 {
        office.node.write_note(&office.investigator, case, format!("Note number {number}.")).await.unwrap();
    }
    let mut browser = office.signed_in("Ismat").await;
    let path = format!("/cases/{case}");
    let last = browser.get(&path).await;
    last.has("Note number 59.").lacks("Note number 9.").has("?from=0").lacks("rel=\"next\"");
    let first = browser.get(&format!("{path}?from=0")).await;
    first.has("Note number 0.").has("Note number 48.").lacks("Note number 49.").has("?from=50");
    browser.get(&format!("{path}?from=banana")).await.is(200).has("Note number 59.");
    browser.get(&format!("{path}?from=99999999999")).await.is(200);
}

#[tokio::test]
async fn pages_speak_three_languages_each_in_its_direction() {
    let office = Office::new().await;
    let case = office.case("دزدی رمزارز").await;
    let state = office.node.state();
    let entry = state.end(case).last.unwrap();
    let paths =
        ["/cases".to_owned(), format!("/cases/{case}"), format!("/entries/{entry}"), "/office".to_owned()];
    for (language, dir, words) in [("en", "ltr", "Sign out"), ("ru", "ltr", "Выйти"), ("fa", "rtl", "خروج")]
    {
        let mut browser = office.signed_in("Samar").await;
        browser.language = format!("{language}-XX,en;q=0.5");
        for path in &paths {
            let page = browser.get(path).await;
            page.is(200).has(&format!("<html lang=\"{language}\" dir=\"{dir}\">")).has(words);
            page.has(&format!(
                "value=\"{language}\" lang=\"{language}\" dir=\"{dir}\" aria-pressed=\"true\""
            ));
        }
        browser
            .get(&paths[1])
            .await
            .has("<bdi class=\"said\">دزدی رمزارز</bdi>")
            .has(&format!("<bdi dir=\"ltr\">{case}</bdi>"));
        let error = browser.get("/no-such").await;
        error.is(404).has(&format!("role=\"alert\" lang=\"{language}\" dir=\"{dir}\""));
    }
    // What a browser asks for yields to what the officer chose.
    let mut browser = office.signed_in("Samar").await;
    let chosen = browser.post("/language", &[("language", "fa"), ("back", "/office")]).await;
    assert_eq!(chosen.is(303).location(), "/office");
    browser.get("/office").await.has("<html lang=\"fa\" dir=\"rtl\">");
    browser.post("/language", &[("language", "xx"), ("back", "/")]).await.is(400);
    let away = browser.post("/language", &[("language", "ru"), ("back", "//example.org")]).await;
    assert_eq!(away.location(), "/");
    // A refusal of the floors below has English words only, so far: the page says that they are English.
    let refused = browser.get(&format!("/cases/{}", "0".repeat(32))).await;
    refused.is(404).has("<html lang=\"ru\"").has("role=\"alert\" lang=\"en\" dir=\"ltr\"");
}

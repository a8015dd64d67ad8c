//! The same for programs.

use comity_journal::ProofFile;
use serde_json::Value;

use crate::bench::Office;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[tokio::test]
async fn programs_read_what_pages_show() {
    let office = Office::new().await;
    let case = office.case("Theft").await;
    let note = office.node.write_note(&office.investigator, case, "First".into()).await.unwrap();
    let mut browser = office.signed_in("Ismat").await;
    let cases = json(&browser.get("/api/v1/cases").await.is(200).body);
    assert_eq!(cases["cases"][0]["case"], case.to_string());
    assert_eq!(cases["cases"][0]["title"], "Theft");
    let timeline = json(&browser.get(&format!("/api/v1/cases/{case}/timeline?from=1")).await.is(200).body);
    assert_eq!(timeline["entries"][0]["body"]["text"], "First");
    assert_eq!((timeline["entries"].as_array().unwrap().len(), &timeline["next"]), (1, &Value::Null));
    let entry = json(&browser.get(&format!("/api/v1/entries/{}", note.entry)).await.is(200).body);
    assert_eq!(entry["seal"]["sequence"], 1);
    assert_eq!(entry["statement"]["kind"], "note.written");
    assert_eq!(entry["statement"]["office"], office.id.to_string());
    let proof = ProofFile::parse(entry["proof"].as_str().unwrap().as_bytes()).unwrap();
    assert_eq!(proof.id, note.entry);
    let checkpoint = json(&browser.get("/api/v1/checkpoint").await.is(200).body);
    assert_eq!(checkpoint["size"], office.node.state().size());
    assert_eq!(checkpoint["note"], office.node.log().note().to_string());
}

#[tokio::test]
async fn errors_come_as_problems() {
    let office = Office::new().await;
    let case = office.case("Theft").await;
    let mut browser = office.signed_in("Adila").await;
    let answer = browser.get(&format!("/api/v1/cases/{case}/timeline")).await;
    assert_eq!(answer.is(403).headers["content-type"], "application/problem+json");
    let problem = json(&answer.body);
    assert_eq!((&problem["status"], &problem["code"]), (&403.into(), &"casework-not-allowed".into()));
    assert_eq!(problem["type"], "urn:comity:casework-not-allowed");
    assert!(problem["detail"].as_str().unwrap().contains("Ask a colleague"));
    // A page asked for as JSON answers errors as JSON too.
    let answer = browser.ask("GET", "/no-such", &[("accept", "application/json")], "").await;
    assert_eq!(json(&answer.is(404).body)["code"], "node-not-found");
}

#[tokio::test]
async fn the_log_is_open_to_everybody_who_watches_it() {
    let office = Office::new().await;
    let mut nobody = office.browser();
    let checkpoint = nobody.get("/log/checkpoint").await;
    assert_eq!(checkpoint.is(200).body, office.node.log().note().to_string());
    let size = office.node.state().size();
    nobody.get(&format!("/log/tile/0/000.p/{size}")).await.is(200);
    nobody.get(&format!("/log/tile/entries/000.p/{size}")).await.is(200);
    for path in ["/log/tile/0/000", "/log/tile/0/001.p/3", "/log/cosigned", "/log/tile/0/%2e%2e/x"] {
        nobody.get(path).await.is(404);
    }
}

//! What is refused before a page is asked.

use comity_casework::{Cost, Passphrase};
use comity_node::{Config, MAX_BODY_BYTES, ServeError, check_address};
use comity_record::Coded;
use comity_record::testing::{Counting, Standing};
use std::sync::Arc;

use crate::bench::{NOON, Office};

const PAGES: [&str; 4] = ["/cases", "/office", "/office/journal", "/entries/00"];
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test]
async fn a_session_ends_with_the_passphrase_that_it_began_with() {
    let office = Office::new().await;
    let mut browser = office.signed_in("Samar").await;
    let mut other = office.signed_in("Ismat").await;
    browser.get("/cases").await.is(200);
    let another = Passphrase::new("another passphrase".to_owned().into()).unwrap();
    office.node.change_passphrase(&office.supervisor, &another, Cost::RANDOM).await.unwrap();
    browser.get("/cases").await.is(303);
    other.get("/cases").await.is(200);
}

#[tokio::test]
async fn pages_need_a_session() {
    let office = Office::new().await;
    let case = office.case("Secret title").await;
    let mut browser = office.browser();
    let case_page = format!("/cases/{case}");
    for page in PAGES.iter().copied().chain([case_page.as_str()]) {
        let answer = browser.get(page).await;
        answer.is(303).lacks("Secret title");
        assert!(answer.location().starts_with("/sign-in"), "{page}");
    }
    for page in ["/api/v1/cases", "/api/v1/checkpoint", "/api/v1/entries/00", "/api/v1/cases/00/timeline"] {
        let answer = browser.get(page).await;
        if !page.contains("00") {
            answer.is(401).has("\"code\":\"node-not-signed-in\"");
            assert_eq!(answer.headers["content-type"], "application/problem+json");
        }
        assert!(answer.status.is_client_error());
    }
    for form in [case_page + "/notes", "/cases".into()] {
        browser.post(&form, &[("text", "x"), ("title", "x")]).await.is(303);
    }
    assert_eq!(office.node.state().cases().count(), 1);
}

#[tokio::test]
async fn a_form_from_another_site_changes_nothing() {
    let office = Office::new().await;
    let mut browser = office.signed_in("Ismat").await;
    let size = office.node.state().size();
    let foreign: [&[(&str, &str)]; 4] = [
        &[FORM],
        &[FORM, ("sec-fetch-site", "cross-site")],
        &[FORM, ("origin", "http://127.0.0.1:9999")],
        &[FORM, ("origin", "null")],
    ];
    for headers in foreign {
        let answer = browser.ask("POST", "/cases", headers, "title=Forged").await;
        answer.is(403).has("node-cross-site");
    }
    assert_eq!(office.node.state().size(), size);
    let own = [FORM, ("origin", "http://127.0.0.1:8470")];
    browser.ask("POST", "/cases", &own, "title=Own").await.is(303);
    assert_eq!(office.node.state().size(), size + 1);
}

#[tokio::test]
async fn a_request_under_a_foreign_name_is_refused() {
    let office = Office::new().await;
    let mut browser = office.signed_in("Samar").await;
    for host in
        ["rebound.example.org", "rebound.example.org:8470", "127.0.0.1", "127.0.0.1:8471", "[::1]:8470"]
    {
        let answer = browser.ask("GET", "/cases", &[("host", host)], "").await;
        answer.is(421).has("node-host").lacks("Samar's");
    }
    browser.ask("GET", "/cases", &[("host", "localhost:8470")], "").await.is(200);
    browser.ask("GET", "http://rebound.example.org/cases", &[], "").await.is(421);
}

#[tokio::test]
async fn a_request_is_taken_up_to_its_limit() {
    let office = Office::new().await;
    let mut browser = office.signed_in("Ismat").await;
    let headers = [FORM, ("sec-fetch-site", "same-origin")];
    let body =
        |length: usize| format!("title=Large&padding={}", "x".repeat(length - "title=Large&padding=".len()));
    browser.ask("POST", "/cases", &headers, &body(MAX_BODY_BYTES)).await.is(303);
    let answer = browser.ask("POST", "/cases", &headers, &body(MAX_BODY_BYTES + 1)).await;
    answer.is(413).has("node-request-too-large");
    let kind = [("content-type", "text/plain"), ("sec-fetch-site", "same-origin")];
    browser.ask("POST", "/cases", &kind, "title=x").await.is(400).has("node-request-malformed");
    browser.ask("POST", "/cases", &headers, "title=%ff").await.is(400);
}

#[tokio::test]
async fn unknown_addresses_and_methods_are_answered_by_a_page() {
    let office = Office::new().await;
    let mut browser = office.signed_in("Samar").await;
    for path in [
        "/no-such",
        "/cases/zz",
        "/entries/zz",
        "/cases/00000000000000000000000000000000/exhibits/x",
        "/static/../cases",
        "/log/tile/../../node.key",
        "/log/x",
    ] {
        browser.get(path).await.is(404).has("node-not-found");
    }
    for path in ["/cases/zz", "/entries/zz", "/cases/zz/exhibits/1"] {
        let answer = office.browser().get(path).await;
        assert!(answer.is(303).location().starts_with("/sign-in"), "nobody else is told what there is");
    }
    browser.get("/cases/%ff").await.is(400).has("node-request-malformed");
    let own = [("sec-fetch-site", "same-origin")];
    let answer = browser.ask("DELETE", "/cases", &own, "").await;
    answer.is(405).has("node-method");
    assert!(answer.headers["allow"].to_str().unwrap().contains("GET"));
    let unknown = format!("/cases/{}", "0".repeat(32));
    browser.get(&unknown).await.is(404).has("casework-unknown-case");
}

#[tokio::test]
async fn an_address_that_others_can_reach_is_refused() {
    for address in ["0.0.0.0:80", "[::]:80", "192.0.2.1:8443", "[2001:db8::1]:8443", "[::ffff:127.0.0.1]:80"]
    {
        let refused = check_address(address.parse().unwrap()).unwrap_err();
        assert_eq!(refused.code(), "node-not-loopback", "{address}");
    }
    for address in ["127.0.0.1:0", "127.0.0.9:8470", "[::1]:8470"] {
        assert!(check_address(address.parse().unwrap()).is_ok(), "{address}");
    }
    let office = Office::new().await;
    let mut config = Config::new(Arc::new(Standing::at(NOON)), Arc::new(Counting::default()));
    config.address = "192.0.2.1:8443".parse().unwrap();
    let bound = comity_node::Server::bind(Arc::clone(&office.node), config.clone()).await;
    assert!(matches!(bound, Err(ServeError::NotLoopback(_))));
    assert!(comity_node::router(office.node, config).is_err());
}

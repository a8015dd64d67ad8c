//! Who may come in, how often, and for how long.

use comity_node::{ABSOLUTE_SECONDS, FREE_ATTEMPTS, IDLE_SECONDS, MAX_ATTEMPTS_A_MINUTE, MAX_SESSIONS};
use comity_record::sign::SigningKey;

use crate::bench::{NOON, Office, SECRET};

fn seconds(of: i64) -> u64 {
    u64::try_from(of).unwrap()
}

#[tokio::test]
async fn the_right_passphrase_opens_a_session_and_signing_out_ends_it() {
    let office = Office::new().await;
    let mut browser = office.signed_in("Samar").await;
    browser.get("/cases").await.is(200).has("Samar");
    let token = browser.cookies["comity-session-8470"].clone();
    assert_eq!(token.len(), 64);
    browser.post("/sign-out", &[]).await.is(303);
    browser.cookies.insert("comity-session-8470".into(), token);
    let answer = browser.get("/cases").await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/sign-in?next=/cases"));
}

#[tokio::test]
async fn an_officer_may_sign_in_by_identifier_too() {
    let office = Office::new().await;
    let mut browser = office.browser();
    let id = office.supervisor.officer().to_string();
    browser.sign_in(office.id, &id, &format!("{SECRET}Samar")).await.is(303);
    browser.get("/cases").await.is(200);
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_passphrase_are_answered_alike() {
    let office = Office::new().await;
    let mut browser = office.browser();
    let mut bodies = Vec::new();
    let wrong =
        [("Samar", "the passphrase of nobody"), ("Nobody", "the passphrase of Samar"), ("Samar", "short")];
    for (officer, passphrase) in wrong {
        let answer = browser.sign_in(office.id, officer, passphrase).await;
        answer
            .is(401)
            .has("Office, officer and passphrase do not belong together")
            .has("node-sign-in-failed");
        assert!(browser.cookies.is_empty());
        bodies.push(answer.body);
    }
    assert!(bodies.windows(2).all(|two| two[0] == two[1]));
    // The decoy behind an unknown name is somebody's key: even its right passphrase opens nothing.
    browser.sign_in(office.id, "Nobody", &format!("{SECRET}Adila")).await.is(401);
    let unknown = comity_record::OfficeId::from_bytes([9; 16]);
    browser.sign_in(unknown, "Samar", &format!("{SECRET}Samar")).await.is(401);
}

#[tokio::test]
async fn after_a_few_wrong_passphrases_even_the_right_one_must_wait() {
    let office = Office::new().await;
    let mut browser = office.browser();
    for _ in 0..FREE_ATTEMPTS {
        browser.sign_in(office.id, "Samar", "the passphrase of nobody").await.is(401);
    }
    let answer = browser.sign_in(office.id, "Samar", &format!("{SECRET}Samar")).await;
    answer.is(429).has("node-too-many-attempts");
    assert_eq!(answer.headers["retry-after"], "2");
    // Others are not held up, and the wait ends.
    office.signed_in("Adila").await;
    office.clock.set(NOON + 2);
    office.signed_in("Samar").await;
}

#[tokio::test]
async fn a_guesser_of_names_is_held_up_too() {
    let office = Office::new().await;
    let mut browser = office.browser();
    for guess in 0..MAX_ATTEMPTS_A_MINUTE {
        browser.sign_in(office.id, &format!("Guess {guess}"), "short").await.is(401);
    }
    browser.sign_in(office.id, "Another", "short").await.is(429);
    office.clock.set(NOON + 60);
    browser.sign_in(office.id, "Another", "short").await.is(401);
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_and_at_the_end_of_a_shift() {
    let office = Office::new().await;
    let mut browser = office.signed_in("Samar").await;
    office.clock.set(NOON + seconds(IDLE_SECONDS) - 1);
    browser.get("/cases").await.is(200);
    office.clock.set(NOON + 2 * seconds(IDLE_SECONDS) - 1);
    browser.get("/cases").await.is(303);

    office.clock.set(NOON);
    let mut browser = office.signed_in("Samar").await;
    for used in (0..ABSOLUTE_SECONDS).step_by(600) {
        office.clock.set(NOON + seconds(used));
        browser.get("/cases").await.is(200);
    }
    office.clock.set(NOON + seconds(ABSOLUTE_SECONDS) - 1);
    browser.get("/cases").await.is(200);
    office.clock.set(NOON + seconds(ABSOLUTE_SECONDS));
    browser.get("/cases").await.is(303);

    // Nobody can say how long a session has lasted when the clock went back.
    let mut browser = office.signed_in("Samar").await;
    office.clock.set(NOON);
    browser.get("/cases").await.is(303);
}

#[tokio::test]
async fn a_session_ends_when_the_office_gives_its_officer_another_key() {
    use comity_casework::With;
    use comity_casework::body::{OfficeAct, OfficeProposal, office_journal};
    let office = Office::new().await;
    let mut browser = office.signed_in("Ismat").await;
    browser.get("/cases").await.is(200);
    let act =
        OfficeAct::ReplaceKey(office.investigator.officer(), SigningKey::from_seed(&[9; 32]).verifying_key());
    let proposal = OfficeProposal { act, reason: "lost".into() };
    let journal = office_journal(office.id);
    let proposed =
        office.node.record(&office.administrator, journal, &proposal, With::default()).await.unwrap();
    office.node.approve(&office.supervisor, proposed.entry).await.unwrap();
    browser.get("/cases").await.is(303);
}

#[tokio::test]
async fn the_table_of_sessions_is_bounded() {
    let office = Office::new().await;
    let mut oldest = office.signed_in("Samar").await;
    oldest.get("/cases").await.is(200);
    for more in 0..u64::try_from(MAX_SESSIONS).unwrap() {
        office.clock.set(NOON + 3 * (more + 1));
        office.signed_in("Adila").await;
    }
    // It was used within its quarter of an hour, but others came after it.
    oldest.get("/cases").await.is(303);
}

#[tokio::test]
async fn the_sign_in_leads_back_into_this_node_only() {
    let office = Office::new().await;
    let mut browser = office.browser();
    let answer = browser.get("/cases/00?from=3").await;
    assert_eq!(answer.location(), "/sign-in?next=/cases/00%3Ffrom%3D3");
    browser.get(answer.location().to_owned().as_str()).await.is(200).has("value=\"/cases/00?from=3\"");
    let foreign = browser.get("/sign-in?next=//example.org/").await;
    foreign.is(200).has("name=\"next\" value=\"/\"");
    let id = office.id.to_string();
    let passphrase = format!("{SECRET}Samar");
    let fields = [
        ("office", id.as_str()),
        ("officer", "Samar"),
        ("passphrase", &passphrase),
        ("next", "https://example.org/"),
    ];
    assert_eq!(browser.post("/sign-in", &fields).await.location(), "/");
}

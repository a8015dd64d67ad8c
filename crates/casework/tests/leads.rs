//! Hits become wallets, accounts and subjects; cases that know the same value find each other, and no more than may be told.

use comity_casework::body::{CaseAct, WithdrawalGround};
use comity_casework::lead::{As, Becomes, Choice, Elsewhere, MAX_PLACES, NewScan};
use comity_casework::{KNOWN, Refusal, Session};
use comity_record::{CaseId, EntryId};
use comity_store::Store as _;
use serde_json::{Value, json};

use crate::bench::{Bench, Node, Staffed, refusal};
use crate::exhibits::{folder, take};

const ADDRESS: &str = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT";

fn hit(kind: &str, class: &str, value: &str, at: u64) -> Value {
    json!({ "kind": kind, "class": class, "value": value, "canonical": value, "file": "note.txt",
        "path": format!("note.txt-{at}"), "offset": at, "length": value.len() })
}

fn how() -> As {
    As { becomes: None, role: "suspect".parse().unwrap(), reason: "in the note".into() }
}

/// A case of an officer with an exhibit in which a scan found something.
async fn found(office: &Staffed, officer: &Session, hits: Vec<Value>) -> (CaseId, EntryId) {
    let (case, _) = office.node.open_case(officer, "A case".into(), None).await.unwrap();
    let scan = search(office, officer, case, hits).await;
    (case, scan)
}

async fn search(office: &Staffed, officer: &Session, case: CaseId, hits: Vec<Value>) -> EntryId {
    let number = crate::exhibits::take_as(office, officer, case, folder().path()).await;
    scan(&office.node, officer, case, number, hits).await
}

async fn scan(node: &Node, officer: &Session, case: CaseId, number: u32, hits: Vec<Value>) -> EntryId {
    let scan = NewScan { program: "comity".into(), files: 1, hits, ..NewScan::default() };
    node.record_scan(officer, case, number, scan).await.unwrap().entry
}

#[tokio::test]
async fn a_value_is_in_a_case_once_with_all_its_places() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let hits = vec![
        hit("bitcoin-address", "verified", ADDRESS, 7),
        hit("bitcoin-address", "verified", ADDRESS, 90),
        hit("email-address", "well-formed", "seller@example.org", 120),
        json!({ "kind": "wif-key", "class": "verified", "value": "5***", "canonical": "5Kreal",
            "fingerprint": "a1b2", "path": "note.txt-200", "offset": 200, "length": 51 }),
    ];
    let (case, first) = found(&office, officer, hits.clone()).await;
    let verified = Choice { verified: true, ..Choice::default() };
    let promoted = node.promote_hits(officer, case, first, &verified, &how()).await.unwrap();
    assert_eq!((promoted.made.len(), promoted.placed.len(), promoted.known), (2, 0, 0));
    let accounts = node.accounts(officer, case).await.unwrap();
    let wallet = accounts.iter().find(|account| account.places.len() == 2).unwrap();
    assert_eq!(wallet.promoted.as_ref().unwrap().becomes(), Becomes::Wallet);
    assert_eq!(wallet.places.iter().map(|at| at.place.line).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(wallet.places[0].exhibit, Some(1));
    // Of a secret the entry holds nothing but what the scanner masked, whatever else was written.
    let secret = accounts.iter().find(|account| account.entry != wallet.entry).unwrap();
    let body = secret.promoted.as_ref().unwrap();
    assert_eq!((body.hit.name(), body.hit.canonical.as_deref()), (Some("a1b2"), None));
    assert!(!format!("{body:?}").contains("5Kreal"));

    // The same search brings nothing new, and another search of the same exhibit neither.
    let again = node.promote_hits(officer, case, first, &verified, &how()).await.unwrap();
    assert_eq!((again.made.len(), again.placed.len(), again.known), (0, 0, 3));
    let searched_again = scan(node, officer, case, 1, hits).await;
    let again = node.promote_hits(officer, case, searched_again, &verified, &how()).await.unwrap();
    assert_eq!((again.made.len(), again.placed.len(), again.known), (0, 0, 3));
    assert_eq!(node.last_scan(officer, case, 1).unwrap(), searched_again);
    // What is named and known is refused, so that nobody takes it for done.
    let named = node.promote_hits(officer, case, first, &Choice::line(2), &how()).await;
    let known = Refusal::AccountExists { what: ADDRESS.into(), by: wallet.entry };
    assert_eq!(refusal(named), known);

    // Another exhibit is another place of the same wallet.
    let many = (1..=MAX_PLACES as u64 + 2).map(|at| hit("bitcoin-address", "verified", ADDRESS, at));
    let second = search(&office, officer, case, many.collect()).await;
    let kinds = Choice { kinds: vec!["bitcoin-address".into()], ..Choice::default() };
    let more = node.promote_hits(officer, case, second, &kinds, &how()).await.unwrap();
    assert_eq!((more.made.len(), more.placed.len()), (0, 1));
    let accounts = node.accounts(officer, case).await.unwrap();
    assert_eq!(accounts.len(), 2);
    let places = &accounts.iter().find(|account| account.entry == wallet.entry).unwrap().places;
    assert_eq!(places.len(), 2 + MAX_PLACES);
    assert_eq!(places.last().unwrap().exhibit, Some(2));
    let none = node.promote_hits(officer, case, second, &kinds, &how()).await.unwrap();
    assert_eq!((none.placed.len(), none.known), (0, MAX_PLACES + 2), "what was only counted is known, too");
    // A place that is withdrawn is none, and can be recorded anew.
    let placed = more.placed[0].entry;
    node.withdraw(officer, case, placed, WithdrawalGround::Mistaken, "another note".into()).await.unwrap();
    let accounts = node.accounts(officer, case).await.unwrap();
    assert_eq!(accounts.iter().map(|account| account.places.len()).max(), Some(2));
    assert_eq!(node.promote_hits(officer, case, second, &kinds, &how()).await.unwrap().placed.len(), 1);

    let nothing = Choice { kinds: vec!["iban".into()], ..Choice::default() };
    let nothing = node.promote_hits(officer, case, first, &nothing, &how()).await;
    assert_eq!(refusal(nothing), Refusal::NoHits);
    // With the exhibit all that repeats of it is destroyed.
    let state = node.state();
    let within = state.case(case).unwrap();
    let gone = within.with_repetitions(within.exhibits.entry(2).unwrap());
    assert!(gone.contains(&second) && gone.contains(&placed) && !gone.contains(&wallet.entry));
    assert!(within.with_repetitions(wallet.entry).contains(&placed));
    assert!(node.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn more_values_at_once_than_anybody_looked_at_are_refused() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let most = comity_casework::lead::MAX_PROMOTED as u64;
    let hits = (0..=most).map(|at| hit("email-address", "well-formed", &format!("a{at}@example.org"), at));
    let (case, scan) = found(&office, officer, hits.collect()).await;
    let all = Choice { kinds: vec!["email-address".into()], ..Choice::default() };
    let values = comity_casework::lead::MAX_PROMOTED + 1;
    let refused = node.promote_hits(officer, case, scan, &all, &how()).await;
    assert_eq!(refusal(refused), Refusal::TooManyHits { values, most: values - 1 });
    let lines = Choice { lines: (1..=most).collect(), ..Choice::default() };
    assert_eq!(node.promote_hits(officer, case, scan, &lines, &how()).await.unwrap().made.len(), values - 1);
}

#[tokio::test]
async fn whoever_may_not_read_the_other_case_is_told_only_whom_to_ask() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let (ours, theirs) = (&office.investigator, &office.prosecutor);
    let url = hit("url", "verified", "https://example.org/", 300);
    let shared = || vec![hit("bitcoin-address", "verified", ADDRESS, 7), url.clone()];
    let (own, own_scan) = found(&office, ours, shared()).await;
    let (other, other_scan) = found(&office, theirs, shared()).await;

    // Found by both scans, promoted by none: a match, of the address and not of the page that everybody links to.
    let matches = node.matches(ours, own).await.unwrap();
    assert_eq!(matches.len(), 1);
    assert_eq!((matches[0].value.as_str(), matches[0].own, matches[0].line), (ADDRESS, own_scan, Some(1)));
    assert_eq!(matches[0].elsewhere, [Elsewhere::Closed { office: office.office }]);
    let said = format!("{matches:?}");
    assert!(!said.contains(&other.to_string()) && !said.contains(&other_scan.to_string()), "{said}");
    // The supervisor may read both.
    let open = node.matches(&office.supervisor, own).await.unwrap();
    let at = Elsewhere::Open { case: other, entry: other_scan, line: Some(1), exhibit: Some(1) };
    assert_eq!(open[0].elsewhere, [at]);
    let refused = node.matches(ours, other).await;
    assert!(matches!(refusal(refused), Refusal::NotAllowed { .. }));

    // The question goes to whoever knows the value, and says nothing of the case that asks.
    let account =
        node.promote_hits(ours, own, own_scan, &Choice::line(1), &how()).await.unwrap().made[0].entry;
    assert_eq!(node.account_matches(ours, own).await.unwrap()[0].own, account);
    let question = node.ask_owner(ours, own, account, "He is arrested here".into()).await.unwrap().entry;
    let questions = node.questions(theirs, other).await.unwrap();
    assert_eq!((questions.len(), questions[0].entry), (1, question));
    assert_eq!((questions[0].asked.value.as_str(), questions[0].office), (ADDRESS, office.office));
    assert!(!format!("{questions:?}").contains(&own.to_string()));
    assert_eq!(node.questions(ours, own).await.unwrap(), []);
    let answered =
        node.answer_owner(theirs, other, question, "Ours, too: call me".into()).await.unwrap().entry;
    let asked = node.asked(ours, own).await.unwrap();
    assert_eq!((asked[0].entry, asked[0].answers[0].entry), (question, answered));
    assert_eq!(asked[0].answers[0].text, "Ours, too: call me");
    assert!(!format!("{asked:?}").contains(&other.to_string()));
    // Nobody answers what he was not asked, in his own case least of all.
    let stray = node.answer_owner(ours, own, question, "x".into()).await;
    assert_eq!(refusal(stray), Refusal::UnknownEntry(question));

    // What is withdrawn matches nothing any more, and is asked about by nobody.
    let exhibit = node.state().case(other).unwrap().exhibits.entry(1).unwrap();
    node.withdraw(theirs, other, exhibit, WithdrawalGround::WrongCase, "of another case".into())
        .await
        .unwrap();
    assert_eq!(node.matches(ours, own).await.unwrap(), []);
    assert_eq!(node.questions(theirs, other).await.unwrap(), []);
    let nobody = node.ask_owner(ours, own, account, "again".into()).await;
    assert_eq!(refusal(nobody), Refusal::NoMatch);
    assert!(node.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn what_is_known_is_rebuilt_the_same_and_goes_with_what_is_forgotten() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let shared = || vec![hit("bitcoin-address", "verified", ADDRESS, 7)];
    let (own, own_scan) = found(&office, &office.investigator, shared()).await;
    let (other, other_scan) = found(&office, &office.prosecutor, shared()).await;
    let (first, how) = (Choice::line(1), how());
    node.promote_hits(&office.prosecutor, other, other_scan, &first, &how).await.unwrap();
    let rows = async || bench.store.rows(KNOWN, None, None, 100).await.unwrap();
    let before = rows().await;
    assert_eq!(before.len(), 3);
    assert!(before.iter().all(|row| !row.data.windows(5).any(|part| part == b"1Boat")));
    node.rebuild().await.unwrap();
    assert_eq!(rows().await, before);
    assert!(node.verify().await.unwrap().faults.is_empty());

    let act = CaseAct::Forget(node.state().case(other).unwrap().exhibits.entry(1).unwrap());
    let proposal = node.propose(&office.prosecutor, other, act, "of a child".into()).await.unwrap().entry;
    node.approve_in_case(&office.supervisor, other, proposal).await.unwrap();
    let left = rows().await;
    assert_eq!(left.iter().map(|row| row.source).collect::<Vec<_>>(), [own_scan]);
    assert_eq!(node.matches(&office.investigator, own).await.unwrap(), []);
    node.rebuild().await.unwrap();
    assert_eq!(rows().await, left);
    assert!(node.verify().await.unwrap().faults.is_empty());
    let reopened = bench.open_again().await.unwrap();
    assert!(reopened.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn pages_of_captures_are_told_with_what_they_show() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "A case".into(), None).await.unwrap();
    let number = take(&office, case, folder().path()).await;
    let step = |name: &str, offset: u64, file: &str| json!({ "name": name, "offset": offset, "file": file });
    let page = |offset: u64, url: &str, title: &str| {
        json!({ "kind": "response", "url": url, "date": "2017-03-06T04:02:06Z", "status": 200,
            "media_type": "text/html", "digest": "sha1:X", "title": title, "file": "shop.warc",
            "path": format!("shop.warc-{offset}-warc({url})"), "decoders": [step("warc", offset, url)] })
    };
    let (one, two) = ("http://a.example/1", "http://a.example/2");
    let on = |offset: u64, url: &str, kind: &str, value: &str, at: u64| {
        let mut hit = hit(kind, "verified", value, at);
        hit["file"] = "shop.warc".into();
        hit["path"] = format!("shop.warc-{offset}-warc({url})-0-gzip-{at}").into();
        hit["decoders"] = json!([step("warc", offset, url), { "name": "gzip", "offset": 0 }]);
        hit
    };
    let hits = vec![
        on(0, one, "bitcoin-address", ADDRESS, 7),
        on(0, one, "bitcoin-address", ADDRESS, 99),
        on(900, two, "bitcoin-address", ADDRESS, 7),
        on(900, two, "pgp-public-key", "0123ABCD", 40),
        on(900, two, "url", "http://b.example/", 60),
        hit("email-address", "well-formed", "a@example.org", 1),
    ];
    let pages = vec![page(0, one, "Shop"), page(900, two, "Keys of the seller")];
    let new = NewScan { program: "comity".into(), files: 1, hits, pages, ..NewScan::default() };
    let scan = node.record_scan(officer, case, number, new).await.unwrap().entry;
    let account =
        node.promote_hits(officer, case, scan, &Choice::line(1), &how()).await.unwrap().made[0].entry;

    let all = node.pages(officer, case, None, None).await.unwrap();
    let found: Vec<_> = all.iter().map(|page| page.hits.len()).collect();
    assert_eq!(found, [1, 2], "each value once, and no links");
    let address = &all[1].hits[0];
    assert_eq!((address.other_pages, address.account), (1, Some(account)));
    assert_eq!((all[1].hits[1].other_pages, all[1].hits[1].account), (0, None));
    let shared = comity_casework::lead::shared(&all);
    assert_eq!(shared.len(), 1);
    assert_eq!((shared[0].1.as_str(), shared[0].2.len()), (ADDRESS, 2));
    let find = async |text| node.pages(officer, case, Some(number), Some(text)).await.unwrap().len();
    assert_eq!(
        (find("KEYS of").await, find("0123abcd").await, find(ADDRESS).await, find("x.example").await),
        (1, 1, 2, 0)
    );
    assert_eq!(refusal(node.pages(officer, case, Some(9), None).await.map(drop)), Refusal::UnknownExhibit(9));
    let refused = node.pages(&office.prosecutor, case, None, None).await.map(drop);
    assert!(matches!(refusal(refused), Refusal::NotAllowed { .. }));
}

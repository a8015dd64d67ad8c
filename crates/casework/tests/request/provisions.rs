//! The office's own library of provisions, and what drafters take from it.

use comity_casework::Provision;
use comity_record::Bytes;
use comity_record::cbor::{from_canonical, to_canonical};

use super::*;

fn article(number: u32, as_of: &str) -> Provision {
    Provision {
        country: "TJ".parse().unwrap(),
        statute: "Exercise Code".into(),
        article: format!("article {number}"),
        language: language("en"),
        text: format!("Who enters a system as of {as_of} is punished."),
        source: "Exercise gazette 7".into(),
        as_of: as_of.parse().unwrap(),
        confirmed_by: "A. Exercise, jurist".into(),
    }
}

#[tokio::test]
async fn the_library_is_kept_by_signed_entries_and_folded_again() {
    let desk = Desk::new("TJ").await;
    let (node, by) = (desk.node(), &desk.office.prosecutor);
    let first = node.add_provision(by, article(1, "2020-01-01")).await.unwrap();
    let newer = node.add_provision(by, article(1, "2026-01-01")).await.unwrap();
    node.add_provision(&desk.office.supervisor, article(2, "2026-01-01")).await.unwrap();
    let again = node.add_provision(by, article(2, "2026-01-01")).await;
    assert_eq!(refusal(again), Refusal::Exists("provision"));
    let names = |node: &Node| -> Vec<_> {
        let kept = node.provisions(&desk.office.investigator).unwrap();
        kept.iter().map(|kept| (kept.provision.article.clone(), kept.provision.as_of.to_string())).collect()
    };
    let article_1 = |as_of: &str| ("article 1".to_owned(), as_of.to_owned());
    assert_eq!(
        names(node),
        [article_1("2020-01-01"), article_1("2026-01-01"), ("article 2".to_owned(), "2026-01-01".to_owned())]
    );
    node.remove_provision(by, first.entry, "repealed".into()).await.unwrap();
    let twice = node.remove_provision(by, first.entry, "repealed".into()).await;
    assert_eq!(refusal(twice), Refusal::UnknownEntry(first.entry));
    let kept = node.provisions(by).unwrap();
    assert_eq!((kept.len(), kept[0].entry, kept[0].by), (2, newer.entry, by.officer()));
    // What is read again from the log is the same.
    let opened = Casework::open(Parts {
        disk: Arc::new(desk.bench.disk.power_cut(1)) as Arc<dyn Disk>,
        ..desk.bench.parts(packs())
    });
    let state = opened.await.unwrap().state();
    let office = state.office(desk.office.office).unwrap();
    assert_eq!(office.provisions.all(), node.provisions(by).unwrap().iter().collect::<Vec<_>>());
}

#[tokio::test]
async fn only_who_answers_for_requests_keeps_provisions() {
    let desk = Desk::new("TJ").await;
    let (node, investigator) = (desk.node(), &desk.office.investigator);
    let refused = node.add_provision(investigator, article(1, "2026-01-01")).await;
    assert!(matches!(refusal(refused), Refusal::NotAllowed { action, .. } if action == "provision.added"));
    let added = node.add_provision(&desk.office.prosecutor, article(1, "2026-01-01")).await.unwrap();
    let refused = node.remove_provision(investigator, added.entry, "wrong".into()).await;
    assert!(matches!(refusal(refused), Refusal::NotAllowed { action, .. } if action == "provision.removed"));
}

#[tokio::test]
async fn a_provision_that_no_request_could_take_is_refused() {
    let desk = Desk::new("TJ").await;
    let add = async |provision: Provision| {
        desk.node().add_provision(&desk.office.prosecutor, provision).await.map(drop)
    };
    let of = |letters: usize| Provision { text: "ж".repeat(letters), ..article(1, "2026-01-01") };
    assert!(add(of(comity_request::MAX_CHARS)).await.is_ok());
    assert!(matches!(refusal(add(of(comity_request::MAX_CHARS + 1)).await), Refusal::Body(_)));
    for provision in [
        Provision { statute: " ".into(), ..article(1, "2026-01-01") },
        Provision { article: String::new(), ..article(1, "2026-01-01") },
        Provision { text: String::new(), ..article(1, "2026-01-01") },
        Provision { source: String::new(), ..article(1, "2026-01-01") },
        Provision { confirmed_by: String::new(), ..article(1, "2026-01-01") },
    ] {
        assert!(matches!(refusal(add(provision).await), Refusal::Text(..)));
    }
    let tomorrow = article(1, "2026-12-24");
    assert!(matches!(refusal(add(tomorrow).await), Refusal::DayInFuture(_)));
}

#[tokio::test]
async fn a_drafter_is_told_that_the_library_has_a_wording_and_takes_it() {
    let desk = Desk::new("TJ").await;
    let (node, by) = (desk.node(), &desk.office.investigator);
    let without = RECORDS.replace("text = \"Wording from the exercise library.\"\n", "");
    let request = desk.draft("vasp-records", &without).await;
    let warned = |code: &str| {
        let report = node.check_request(by, desk.case, request).unwrap().report;
        report.warnings.iter().any(|warning| warning.kind.code() == code)
    };
    let (missing, kept) = ("request-warn-provision-text-missing", "request-warn-provision-text-kept");
    assert!(warned(missing) && !warned(kept));
    // Another article, another language, another state: not this one.
    let prosecutor = &desk.office.prosecutor;
    for other in [
        article(22, "2026-01-01"),
        Provision { language: language("ru"), ..article(2, "2026-01-01") },
        Provision { country: "KZ".parse().unwrap(), ..article(2, "2026-01-01") },
    ] {
        node.add_provision(prosecutor, other).await.unwrap();
    }
    assert!(warned(missing) && !warned(kept));
    node.add_provision(prosecutor, article(2, "2020-01-01")).await.unwrap();
    let newest = Provision { statute: "EXERCISE  Code".into(), ..article(2, "2026-01-01") };
    let newest = node.add_provision(prosecutor, newest).await.unwrap();
    assert!(!warned(missing) && warned(kept));

    let mut draft = desk.request(request).version().request.draft.clone();
    let taken = node.take_wordings(by, &draft.language.clone(), &mut draft.values).unwrap();
    assert_eq!(taken.iter().map(|kept| kept.entry).collect::<Vec<_>>(), [newest.entry]);
    let again = node.take_wordings(by, &draft.language.clone(), &mut draft.values).unwrap();
    assert!(again.is_empty(), "what has its wording is left alone");
    let (_, checked) = node.revise_request(by, desk.case, request, draft, With::default()).await.unwrap();
    let codes: Vec<_> = checked.report.warnings.iter().map(|warning| warning.kind.code()).collect();
    assert!(!codes.contains(&missing) && !codes.contains(&kept), "{codes:?}");
    let Value::Offence(offence) = &checked.draft.values["offences"].each()[0] else { panic!("an offence") };
    assert_eq!(offence.text, "Who enters a system as of 2026-01-01 is punished.");
    // Removed from the library, it stays in the request.
    node.remove_provision(prosecutor, newest.entry, "repealed".into()).await.unwrap();
    assert!(!warned(missing));
}

/// What is written now is read by every later version.
#[test]
fn a_provision_is_read_as_it_was_written() {
    let added = comity_casework::ProvisionAdded { provision: article(1, "2026-01-01") };
    let written = to_canonical(&added).unwrap();
    let before: Bytes = WRITTEN.parse().unwrap();
    assert_eq!(from_canonical::<comity_casework::ProvisionAdded>(before.as_ref()).unwrap(), added);
    assert_eq!(before.0, written);
}

const WRITTEN: &str = "a16970726f766973696f6ea86474657874783157686f20656e7465727320612073797374656d206173206f6620\
    323032362d30312d30312069732070756e69736865642e6561735f6f666a323032362d30312d303166736f7572\
    63657245786572636973652067617a6574746520376761727469636c656961727469636c65203167636f756e74\
    727962544a67737461747574656d457865726369736520436f6465686c616e677561676562656e6c636f6e6669\
    726d65645f627973412e2045786572636973652c206a7572697374";

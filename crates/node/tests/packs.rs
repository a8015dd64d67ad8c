//! What whoever decides on a pack is shown before.

use comity_casework::exchange::PartyCard;
use comity_record::OfficeId;
use comity_record::pack::Pack;

use crate::bench::{Office, folder};

/// The law pack with other texts in it, each where it stands first.
fn law(replace: &[(&str, &str, &str)]) -> Pack {
    let files = folder("law");
    let files = files.files().map(|(path, bytes)| {
        let mut text = String::from_utf8(bytes.to_vec()).unwrap();
        for (_, old, new) in replace.iter().filter(|(of, ..)| *of == path) {
            assert!(text.contains(old), "{old:?} is not in {path}");
            text = text.replacen(old, new, 1);
        }
        (path.to_owned(), text.into_bytes())
    });
    Pack::from_files(files).unwrap()
}

#[tokio::test]
async fn whoever_decides_on_a_pack_sees_which_rows_and_answers_it_changes() {
    let office = Office::with("TJ", &["law"]).await;
    let party = "state = \"KZ\"\ninstrument = \"chisinau2002\"\nstatus = ";
    let (was, is) = (format!("{party}\"party\""), format!("{party}\"none\""));
    let newer = law(&[
        ("pack.toml", "version = \"2026-11-23\"", "version = \"2026-12-24\""),
        ("parties.toml", &was, &is),
        ("parties.toml", "Ratification law of 10 Mar 2004", "<b>Ratification</b>\u{202E} of 10 Mar 2004"),
    ]);
    let digest = newer.digest();
    office.node.packs().add([newer]).unwrap();
    let proposed =
        office.node.propose_pack(&office.administrator, digest, "Kazakhstan left".into()).await.unwrap();
    let mut browser = office.signed_in("Samar").await;
    let page = browser.get("/office").await;
    page.is(200).has("From version").has("2026-12-24").has("Other rows").has("Other answers on");
    page.has("parties.toml party KZ:chisinau2002").has("chisinau2002").has("minsk1993");
    page.has("vasp-records").lacks("<b>Ratification").lacks("\u{202E}");
    for language in ["ru", "fa"] {
        browser.post("/language", &[("language", language), ("back", "/office")]).await.is(303);
        let page = browser.get("/office").await;
        page.is(200).has("parties.toml party KZ:chisinau2002").lacks("node-diff-");
    }
    browser.post("/language", &[("language", "en"), ("back", "/office")]).await.is(303);
    let form = format!("/office/proposals/{}", proposed.entry);
    browser.post(&form, &[("decision", "approve")]).await.is(303);
    browser.get("/office").await.is(200).has("2026-12-24").lacks("Other rows");

    // More than a page lists: it says how many it leaves out.
    let files = folder("law");
    let files = files.files().map(|(path, bytes)| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let less = text.replace("confidence = \"verified\"", "confidence = \"unverified\"");
        (path.to_owned(), if path == "offences.toml" { less } else { text }.into_bytes())
    });
    let many = Pack::from_files(files).unwrap();
    let digest = many.digest();
    office.node.packs().add([many]).unwrap();
    office.node.propose_pack(&office.administrator, digest, "nothing was seen".into()).await.unwrap();
    browser.get("/office").await.is(200).has("more are not listed here").has("Other rows");
}

#[tokio::test]
async fn whoever_decides_on_a_publisher_sees_whose_card_it_is_and_the_digest_to_compare() {
    let office = Office::new().await;
    let card = office.node.party_card(&office.supervisor, &[]).await.unwrap();
    let mut signers = card.signers.clone();
    let state = office.node.state();
    let administrator = &state.office(office.id).unwrap().officers[&office.administrator.officer()];
    signers.push(administrator.key);
    let card =
        PartyCard { office: OfficeId::from_bytes([9; 16]), name: "<i>Jurists</i>".into(), signers, ..card };
    let proposed =
        office.node.propose_publisher(&office.administrator, &card, "a neighbour".into()).await.unwrap();
    let digest = comity_casework::Publisher::of_card(&card).digest().to_string();
    let mut browser = office.signed_in("Samar").await;
    let page = browser.get("/office").await;
    page.is(200).has("Take packs from a publisher").has("&lt;i&gt;Jurists").has(&digest).lacks("<i>");
    page.has("Compare the digest with the publisher by another way first");
    page.lacks("Publishers whose packs are taken");
    browser.post(&format!("/office/proposals/{}", proposed.entry), &[("decision", "approve")]).await.is(303);
    browser.get("/office").await.has("Publishers whose packs are taken").has("&lt;i&gt;Jurists");
    browser.get("/office/journal").await.is(200).has("&lt;i&gt;Jurists").lacks("<i>");
}

//! Packs between two offices, each on a node of its own, as officers would type it.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::bench::{Bench, errors, said, text};
use crate::request::{Transcript, compare};
use crate::served::Served;

/// A node of another state, in which two officers may sign.
fn publisher() -> Bench {
    let bench = Bench::new();
    let other = |word: String| match word.as_str() {
        "TJ" => "KZ".to_owned(),
        "Unit" => "Jurists".to_owned(),
        "Amina=administrator,investigator" => "Amina=administrator,prosecutor".to_owned(),
        _ => word,
    };
    let words: Vec<String> = bench.init().into_iter().map(other).collect();
    let made = bench.run(&words);
    assert!(made.status.success(), "{}", errors(&made));
    bench
}

fn put(path: &Path, bytes: &[u8]) {
    std::fs::File::create_new(path).unwrap().write_all(bytes).unwrap();
}

/// A pack that the program carries, with other texts in it.
fn pack(bench: &Bench, of: &str, name: &str, replace: &[(&str, &str, &str)]) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs").join(of);
    let to = bench.path(name);
    std::fs::create_dir(&to).unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        let mut content = std::fs::read_to_string(file.path()).unwrap();
        for (_, old, new) in replace.iter().filter(|(of, ..)| *of == name) {
            assert!(content.contains(old), "{old:?} is not in {name}");
            content = content.replacen(old, new, 1);
        }
        put(&to.join(name), content.as_bytes());
    }
    to
}

/// Kazakhstan is no party to the Chisinau convention any more.
fn newer(bench: &Bench) -> PathBuf {
    let party = "state = \"KZ\"\ninstrument = \"chisinau2002\"\nstatus = ";
    let (was, is) = (format!("{party}\"party\""), format!("{party}\"none\""));
    pack(
        bench,
        "law",
        "newer",
        &[("pack.toml", "version = \"2026-11-23\"", "version = \"2026-12-24\""), ("parties.toml", &was, &is)],
    )
}

/// A bundle of a folder, signed by both officers of the publisher.
fn released(publisher: &Bench, folder: &Path, name: &str) -> String {
    let bundle = publisher.path(name).display().to_string();
    publisher.one("Bobur", &["packs", "bundle", folder.to_str().unwrap(), "--to", &bundle]);
    publisher.one("Amina", &["packs", "sign", &bundle]);
    bundle
}

/// Lets the publisher be trusted, as two persons decide.
fn trust(taker: &Bench, publisher: &Bench) {
    let card = publisher.path("card.toml").display().to_string();
    publisher.one("Bobur", &["agreement", "card", "--out", &card]);
    let proposed = taker.one("Amina", &["packs", "trust", &card, "--reason", "the jurists of the region"]);
    let proposal = text(&proposed["entry"]);
    let alone = taker.answer("Amina", &["office", "approve", proposal]).unwrap_err();
    assert_eq!(alone["error"], "casework-same-person");
    taker.one("Bobur", &["office", "approve", proposal]);
    // What the two compare by telephone is the same at both ends.
    let there = publisher.one("Bobur", &["packs", "card", &card]);
    let here = taker.one("Bobur", &["packs", "publishers"]);
    assert_eq!((&here["digest"], &here["digest"]), (&there["digest"], &proposed["publisher"]["digest"]));
}

/// What there is of a node that a refused bundle could change: entries, and packs in its folder.
fn standing(bench: &Bench) -> (Value, Vec<String>) {
    let status = bench.one("Amina", &["node", "status"]);
    let packs = std::fs::read_dir(bench.path("office/packs")).unwrap();
    let mut packs: Vec<_> = packs.map(|pack| pack.unwrap().file_name().into_string().unwrap()).collect();
    packs.sort();
    (status["entries"].clone(), packs)
}

#[test]
fn a_forged_bundle_or_one_signed_by_one_person_is_refused_and_one_of_two_is_taken_by_two() {
    let (publisher, taker) = (publisher(), Bench::founded());
    let folder = newer(&publisher);
    let bundle = publisher.path("law.bundle").display().to_string();
    publisher.one("Bobur", &["packs", "bundle", folder.to_str().unwrap(), "--to", &bundle]);
    let take = ["packs", "take", &bundle, "--reason", "Kazakhstan left"];
    let before = std::cell::RefCell::new(standing(&taker));
    let refused = |words: &[&str], code: &str| {
        let refused = taker.told("Amina", words);
        assert!(!refused.status.success(), "{}", said(&refused));
        assert!(errors(&refused).contains(&format!("error[{code}]")), "{code}: {}", errors(&refused));
        assert_eq!(errors(&refused).trim().lines().count(), 2, "no remedy: {}", errors(&refused));
        assert_eq!(standing(&taker), *before.borrow(), "what was refused changed something");
    };
    // What changes by decisions in between is meant.
    let decided = || drop(before.replace(standing(&taker)));
    refused(&take, "casework-pack-publisher-unknown");
    trust(&taker, &publisher);
    decided();
    refused(&take, "casework-pack-one-signer");
    let twice = publisher.answer("Bobur", &["packs", "sign", &bundle]).unwrap_err();
    assert_eq!(twice["error"], "record-bundle-signed-twice");
    let signed = publisher.one("Amina", &["packs", "sign", &bundle]);
    assert_eq!(signed["signed_by"].as_array().unwrap().len(), 2);
    let checked = taker.run(&["--json", "packs", "check", &bundle]);
    let checked: Value = serde_json::from_str(&said(&checked)).unwrap();
    assert_eq!((&checked["digest"], &checked["signed_by"]), (&signed["digest"], &signed["signed_by"]));

    // One letter in a file, and one bit in the last signature.
    let whole = std::fs::read(&bundle).unwrap();
    let place = whole.windows(6).position(|part| part == b"Afghan").unwrap();
    for (name, at, code) in [
        ("altered", place, "record-bundle-other-pack"),
        ("forged", whole.len() - 1, "record-bundle-signature"),
    ] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        let path = taker.path(name);
        put(&path, &bytes);
        refused(&["packs", "take", path.to_str().unwrap(), "--reason", "x"], code);
    }
    put(&taker.path("cut"), &whole[..whole.len() / 2]);
    refused(&["packs", "take", "cut", "--reason", "x"], "record-bundle-malformed");
    refused(&["packs", "take", &bundle, "--reason", ""], "casework-text");

    let proposed = taker.one("Amina", &take);
    let answers = proposed["changes"]["law"]["answers"].as_array().unwrap();
    let records = answers
        .iter()
        .find(|answer| answer["from"] == "KZ" && answer["to"] == "UZ" && answer["measure"] == "vasp-records");
    let by = |answer: &Value| answer["by"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let records = records.unwrap();
    assert_eq!(
        (by(&records["before"]), by(&records["after"])),
        (vec!["chisinau2002".into()], vec!["minsk1993".into()])
    );
    assert_ne!(taker.one("Bobur", &["office", "show"])["packs"]["law"], proposed["digest"]);
    let shown = said(&taker.told("Bobur", &["office", "show"]));
    for told in [
        "Jurists released it",
        "KG asks KZ for answer, asset-tracing, bank-records",
        "obliged before, and not any more: chisinau2002",
        "parties.toml party KZ:chisinau2002",
        "status: party -> none",
        "more",
    ] {
        assert!(shown.contains(told), "{told}: {shown}");
    }
    let alone = taker.answer("Amina", &["office", "approve", text(&proposed["entry"])]).unwrap_err();
    assert_eq!(alone["error"], "casework-same-person");
    taker.one("Bobur", &["office", "approve", text(&proposed["entry"])]);
    assert_eq!(taker.one("Bobur", &["office", "show"])["packs"]["law"], proposed["digest"]);
    assert_eq!(taker.one("Amina", &["node", "verify"])["faults"], serde_json::json!([]));
    decided();
    refused(&take, "casework-pack-in-force");

    // A release of before does not come back unless that is meant.
    let old = released(&publisher, &pack(&publisher, "law", "old", &[]), "old.bundle");
    refused(&["packs", "take", &old, "--reason", "x"], "casework-pack-older");
    let meant = taker.one("Amina", &["packs", "take", &old, "--older", "--reason", "the newer one is wrong"]);
    let shown = said(&taker.told("Bobur", &["office", "show"]));
    assert!(shown.contains("not newer than the one in force"), "{shown}");
    taker.one("Bobur", &["office", "reject", text(&meant["entry"]), "--reason", "it is right"]);

    // Trust ends as it began.
    let office = text(&proposed["publisher"]);
    let ends = taker.one("Amina", &["packs", "distrust", office, "--reason", "a quarrel"]);
    taker.one("Bobur", &["office", "approve", text(&ends["entry"])]);
    decided();
    refused(&["packs", "take", &old, "--older", "--reason", "x"], "casework-pack-publisher-unknown");
    assert!(taker.answer("Amina", &["packs", "publishers"]).unwrap().is_empty());
}

#[test]
fn a_bundle_is_taken_by_a_node_that_serves_and_is_in_force_without_a_new_start() {
    let (publisher, taker) = (publisher(), Bench::founded());
    let bundle = released(&publisher, &newer(&publisher), "law.bundle");
    let served = Served::start(&taker, &[]);
    trust(&taker, &publisher);
    let proposed = taker.one("Amina", &["packs", "take", &bundle, "--reason", "Kazakhstan left"]);
    taker.one("Bobur", &["office", "approve", text(&proposed["entry"])]);
    // The law in force is asked by the same process.
    let case = taker.one("Amina", &["case", "open", "Entry", "--register-number", "2026/17"]);
    let draft = [
        "request",
        "draft",
        text(&case["case"]),
        "--form",
        "preservation",
        "--to",
        "KZ",
        "--written-in",
        "en",
    ];
    taker.one("Amina", &draft);
    served.end();
    assert_eq!(taker.one("Bobur", &["office", "show"])["packs"]["law"], proposed["digest"]);
}

#[test]
fn two_packs_are_compared_by_whatever_they_are_named() {
    let bench = Bench::founded();
    let folder = newer(&bench).display().to_string();
    let diff = |old: &str, new: &str| {
        let output = bench.run(&["--json", "packs", "diff", old, new, "--on", "2026-11-23"]);
        assert!(output.status.success(), "{}", errors(&output));
        serde_json::from_str::<Value>(&said(&output)).unwrap()
    };
    let by_name = diff("law", &folder);
    let digest = text(&by_name["before"]["digest"]).to_owned();
    assert_eq!(diff(&digest, "newer"), by_name);
    assert_eq!(by_name["law"]["rows"].as_array().unwrap().len(), 1);
    assert!(!by_name["law"]["answers"].as_array().unwrap().is_empty());
    let files: Vec<_> = by_name["files"].as_array().unwrap().iter().map(|file| text(&file["path"])).collect();
    assert_eq!(files, ["pack.toml", "parties.toml"]);
    // Before the convention was in force nothing of it changes.
    let early = bench.run(&["--json", "packs", "diff", "law", "newer", "--on", "1995-01-01"]);
    let early: Value = serde_json::from_str(&said(&early)).unwrap();
    assert_eq!(early["law"]["answers"], serde_json::json!([]));

    let same = said(&bench.run(&["packs", "diff", "law", "law"]));
    assert!(same.contains("Nothing changes."), "{same}");
    let mine = pack(&bench, "forms", "mine", &[]);
    put(&mine.join("mine.txt"), b"a line\n");
    let lines = said(&bench.run(&["packs", "diff", "forms", "mine"]));
    assert!(lines.contains("mine.txt is new") && lines.contains("+ 1: a line"), "{lines}");
    let unknown = bench.run(&["packs", "diff", "law", "nothing"]);
    assert!(errors(&unknown).contains("comity-pack-not-found"), "{}", errors(&unknown));
}

#[test]
fn officers_are_told_who_signed_what_is_missing_and_what_to_do() {
    let (publisher, taker) = (publisher(), Bench::founded());
    // Forms, of which only what is changed here is told: facts of law change too often for a text that stays.
    let newer = [("pack.toml", "version = \"2026-", "version = \"2099-")];
    let folder = pack(&publisher, "forms", "newer", &newer).display().to_string();
    let mut there = Transcript { bench: &publisher, text: String::new() };
    there.types("Bobur", &["packs", "-h"]);
    there.types("Bobur", &["packs", "bundle", &folder, "--to", "forms.bundle"]);
    there.types("Bobur", &["packs", "sign", "forms.bundle"]);
    there.types("Bobur", &["agreement", "card", "--out", "card.toml"]);
    there.types("Bobur", &["packs", "card", "card.toml"]);
    let [bundle, card] = ["forms.bundle", "card.toml"].map(|name| {
        std::fs::copy(publisher.path(name), taker.path(name)).unwrap();
        name
    });
    let mut here = Transcript { bench: &taker, text: there.settled() };
    here.types("Amina", &["packs", "take", bundle, "--reason", "the newest"]);
    let proposed = taker.one("Amina", &["packs", "trust", card, "--reason", "the jurists of the region"]);
    here.types("Bobur", &["office", "approve", text(&proposed["entry"])]);
    here.types("Amina", &["packs", "publishers"]);
    here.types("Amina", &["packs", "take", bundle, "--reason", "the newest"]);
    publisher.one("Amina", &["packs", "sign", "forms.bundle"]);
    std::fs::copy(publisher.path("forms.bundle"), taker.path("signed.bundle")).unwrap();
    here.types("Amina", &["packs", "take", "signed.bundle", "--reason", "the newest"]);
    compare("packs.txt", &here.settled());
}

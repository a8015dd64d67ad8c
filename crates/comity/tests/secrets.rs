//! Secrets that a search finds: they leave the program encrypted, or by two officers, and in no other way.

use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Output};

use comity_record::Sha256Digest;
use serde_json::{Value, json};

use crate::bench::{Bench, errors, said, text};
use crate::packages::{files_of, forged, verdict, verified};

const WORDS: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const WIF: &str = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";
/// A key of nobody, made for this test.
const IDENTITY: &str = "key.txt";

/// Makes sure that no word of a secret is in what a command printed.
fn silent(output: &Output) {
    let printed = format!("{}{}", said(output), errors(output)).to_lowercase();
    for word in WORDS.split(' ').chain([WIF.to_lowercase().as_str()]) {
        assert!(!printed.contains(word), "{word}: {printed}");
    }
}

/// A bench with a seized note, and a key to which something can be sealed.
fn seized(bench: &Bench) -> String {
    std::fs::create_dir(bench.path("seized")).unwrap();
    bench.write("seized/note.txt", &format!("the words: {WORDS}\nand {WIF} too\n"));
    let made = bench.run(&["--json", "case", "export", "key", "--out", IDENTITY]);
    assert!(made.status.success(), "{}", errors(&made));
    let answer: Value = serde_json::from_str(&said(&made)).unwrap();
    text(&answer["key"]).to_owned()
}

/// What the program `age` reads in a file; none where it is not installed.
fn by_age(bench: &Bench, file: &str) -> Option<String> {
    let words = ["--decrypt", "--identity", IDENTITY, file];
    let opened = Command::new("age").args(words).current_dir(bench.folder.path()).output().ok()?;
    assert!(opened.status.success(), "{}", errors(&opened));
    Some(said(&opened))
}

/// The same by our own reader.
fn by_us(bench: &Bench, file: &str) -> String {
    let identity = std::fs::read_to_string(bench.path(IDENTITY)).unwrap();
    let identity = comity_casework::Identity::read(identity.trim()).unwrap();
    let sealed = std::fs::read(bench.path(file)).unwrap();
    String::from_utf8(comity_casework::age::open(&identity, &sealed).unwrap().to_vec()).unwrap()
}

fn opened(bench: &Bench, file: &str) -> Vec<Value> {
    let read = by_us(bench, file);
    if let Some(other) = by_age(bench, file) {
        assert_eq!(read, other);
    }
    read.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn what_a_scan_finds_is_written_encrypted_and_said_to_nobody() {
    let bench = Bench::new();
    let key = seized(&bench);
    let scan = ["--json", "scan", "seized", "--secrets-to", "out.age", "--secrets-for", &key];
    let output = bench.run(&scan);
    assert!(output.status.success(), "{}", errors(&output));
    silent(&output);
    let sealed = std::fs::read(bench.path("out.age")).unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("winner"));
    let mode = std::fs::metadata(bench.path("out.age")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);

    let lines = opened(&bench, "out.age");
    let mut told: Vec<Value> =
        said(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    told.retain(|hit| !hit["fingerprint"].is_null());
    assert_eq!(lines.len(), told.len());
    for (line, hit) in lines.iter().zip(&told) {
        for field in ["fingerprint", "kind", "file", "path", "offset"] {
            assert_eq!(line[field], hit[field], "{field}");
        }
    }
    let secrets: Vec<_> = lines.iter().map(|line| (text(&line["kind"]), text(&line["secret"]))).collect();
    assert!(
        secrets.contains(&("bip39-phrase", WORDS)) && secrets.contains(&("wif-key", WIF)),
        "{}",
        secrets.len()
    );

    // What is there is not written over, and nothing is searched for that.
    let again = bench.run(&scan);
    assert!(!again.status.success() && errors(&again).contains("comity-file-exists"), "{}", errors(&again));
    assert_eq!(std::fs::read(bench.path("out.age")).unwrap(), sealed);
    // Without a secret the file says so.
    bench.write("empty.txt", "nothing\n");
    let none = bench.run(&["scan", "empty.txt", "--secrets-to", "none.age", "--secrets-for", &key]);
    assert!(said(&none).contains("No secrets were found"), "{}", said(&none));
    assert_eq!(opened(&bench, "none.age"), Vec::<Value>::new());
    // Without being asked for, secrets do not even leave the child.
    silent(&bench.run(&["scan", "seized", "--no-decode"]));
    for (words, code) in [
        (
            &["scan", "seized", "--secrets-to", "x.age", "--secrets-for", "age1x"][..],
            "casework-export-key-text",
        ),
        (&["scan", "seized", "--secrets-to", "no/x.age", "--secrets-for", &key], "comity-file"),
    ] {
        let refused = bench.run(words);
        assert!(!refused.status.success() && errors(&refused).contains(code), "{}", errors(&refused));
    }
    assert!(!bench.path("x.age").exists());
}

#[test]
fn a_passphrase_does_as_well_as_a_key() {
    use comity_casework::Passphrase;
    let bench = Bench::new();
    seized(&bench);
    let output =
        bench.run(&["scan", "seized", "--secrets-to", "out.age", "--secrets-passphrase-file", "other"]);
    assert!(output.status.success(), "{}", errors(&output));
    silent(&output);
    let sealed = std::fs::read(bench.path("out.age")).unwrap();
    let passphrase = Passphrase::new("the passphrase of other".to_owned().into()).unwrap();
    let read = comity_casework::age::open_with_passphrase(&passphrase, &sealed).unwrap();
    assert!(String::from_utf8_lossy(&read).contains(WORDS));
}

#[test]
fn a_secret_of_an_exhibit_is_seen_once_as_the_other_officer_approves() {
    let bench = Bench::new();
    let mut init = bench.init();
    for word in &mut init {
        *word = word
            .replace("Amina=administrator,investigator", "Amina=administrator,custody-officer,investigator");
    }
    let made = bench.run(&init);
    assert!(made.status.success(), "{}", errors(&made));
    let key = seized(&bench);
    let case = bench.case("Bobur", "Theft");
    bench.one("Bobur", &["case", "assign", &case, "Amina"]);
    let add = ["evidence", "add", &case, "The note", "seized", "--place", "Office 3", "--reason", "search"];
    bench.one("Amina", &add);

    let masked = bench.told("Amina", &["evidence", "scan", &case, "E-1"]);
    silent(&masked);
    assert!(said(&masked).contains("--secrets-officer"), "{}", said(&masked));
    let one = ["evidence", "scan", &case, "E-1", "--secrets-officer", "Amina"];
    assert_eq!(bench.answer("Amina", &one).unwrap_err()["error"], "comity-secret-two-officers");
    let scan = [&one[..], &["--secrets-officer", "Bobur"]].concat();
    let scanned = bench.one("Amina", &scan);
    assert!(scanned["sealed"].is_string(), "{scanned}");
    let hits = scanned["hits"].as_array().unwrap();
    let phrase = hits.iter().find(|hit| hit["kind"] == "bip39-phrase").unwrap();
    let print = text(&phrase["fingerprint"]).to_owned();

    let secret = ["evidence", "secret", &case, "E-1", &print];
    let with = |words: &[&str]| {
        let all: Vec<String> = secret.iter().chain(words).map(|word| (*word).to_owned()).collect();
        all
    };
    let ask = |officer: &str, words: &[&str]| {
        let words = with(words);
        bench.answer(officer, &words.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(ask("Amina", &[]).unwrap_err()["error"], "comity-secret-reason");
    let asked = ask("Amina", &["--reason", "to secure the coins"]).unwrap().remove(0);
    let asked = text(&asked["entry"]).to_owned();
    let see = ["--asked", &asked, "--for", &key, "--out", "secret.age"];
    assert_eq!(ask("Amina", &see).unwrap_err()["error"], "casework-not-approved");
    assert!(!bench.path("secret.age").exists());
    let alone = bench.answer("Amina", &["case", "approve", &case, &asked]);
    assert_eq!(alone.unwrap_err()["error"], "casework-same-person");
    let approved = bench.told("Bobur", &["case", "approve", &case, &asked]);
    assert!(approved.status.success() && said(&approved).contains(&print), "{}", errors(&approved));
    silent(&approved);
    // Into a pipe it goes by no means, and that uses nothing up.
    let words = with(&["--asked", &asked]);
    let piped = bench.told("Amina", &words.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(errors(&piped).contains("comity-secret-no-terminal"), "{}", errors(&piped));
    silent(&piped);

    // A proposal shows the secret that it is about, and says so.
    let other = ["evidence", "secret", &case, "E-1", "00000000"];
    let other = bench.answer("Amina", &[&other[..], &see].concat()).unwrap_err();
    assert_eq!(other["error"], "casework-secret-other");
    assert!(text(&other["message"]).contains(&print), "{other}");
    assert!(ask("Amina", &see).unwrap()[0]["entry"].is_string());
    let lines = opened(&bench, "secret.age");
    assert_eq!((&lines[0]["fingerprint"], &lines[0]["secret"]), (&json!(print), &json!(WORDS)));
    let again = ["--asked", &asked, "--for", &key, "--out", "again.age"];
    assert_eq!(ask("Amina", &again).unwrap_err()["error"], "casework-secret-shown");

    let list = bench.one("Bobur", &["evidence", "secret", &case, "E-1"]);
    assert_eq!(list["kept"][0]["officers"], json!(["Amina", "Bobur"]));
    assert_eq!(list["looks"][0]["by"]["name"], "Amina");
    assert_eq!(list["looks"][0]["approved_by"]["name"], "Bobur");
    for words in [&["evidence", "secret", &case, "E-1"][..], &["case", "show", &case]] {
        let told = bench.told("Bobur", words);
        silent(&told);
        assert!(
            said(&told).contains(&print) && said(&told).contains("to secure the coins"),
            "{}",
            said(&told)
        );
    }
    the_look_leaves_with_the_exhibit(&bench, &case, &print);
}

/// Whoever receives the exhibit learns who saw the secret and why, proven by the entries; the secret stays here.
fn the_look_leaves_with_the_exhibit(bench: &Bench, case: &str, print: &str) {
    let propose =
        ["evidence", "package", "propose", case, "E-1", "--recipient", "Court", "--reason", "trial"];
    let proposal = text(&bench.one("Amina", &propose)["entry"]).to_owned();
    bench.one("Bobur", &["case", "approve", case, &proposal]);
    bench.one("Amina", &["evidence", "package", "write", case, &proposal, "--out", "package"]);
    let (_, answer) = verified(bench, &bench.path("package"), &[]);
    assert_eq!((verdict(&answer, "journal"), verdict(&answer, "custody")), ("pass", "pass"), "{answer}");
    let files = files_of(&bench.path("package"));
    let custody = String::from_utf8(files["custody/E-1.json"].clone()).unwrap();
    let record: Value = serde_json::from_str(&custody).unwrap();
    let [look] = record["looks"].as_array().unwrap().as_slice() else { panic!("{record}") };
    assert_eq!((text(&look["fingerprint"]), text(&look["reason"])), (print, "to secure the coins"));
    assert_eq!((text(&look["by"]), text(&look["approved_by"])), ("Amina", "Bobur"));
    for (path, bytes) in files.iter().filter(|(path, _)| !path.starts_with("data/")) {
        assert!(!bytes.windows(6).any(|part| part == b"winner"), "{path}");
    }
    // Nobody leaves it out of the record, has another see it, or leaves out that it was approved.
    let mut none = record.clone();
    none.as_object_mut().unwrap().remove("looks");
    let none = format!("{}\n", serde_json::to_string_pretty(&none).unwrap());
    let approval = custody.split("\"approved\": \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let stem = files.iter().find_map(|(path, bytes)| {
        let stem = path.strip_suffix(".statement").filter(|path| path.starts_with("journal/entries/"))?;
        (Sha256Digest::of(bytes).to_string() == approval).then(|| stem.to_owned())
    });
    let stem = stem.expect("the approval goes along");
    let mut unapproved = files.clone();
    unapproved.retain(|path, _| !path.starts_with(&stem));
    let changed = |custody: String| {
        let mut files = files.clone();
        files.insert("custody/E-1.json".to_owned(), custody.into_bytes());
        files
    };
    let by_other = custody.replacen("\"by\": \"Amina\"", "\"by\": \"Bobur\"", 1);
    for (name, files) in [("a", changed(none)), ("b", changed(by_other)), ("c", unapproved)] {
        forged(bench, name, &files);
        let (_, answer) = verified(bench, &bench.path(name), &[]);
        assert_eq!(
            (verdict(&answer, "signature"), verdict(&answer, "custody")),
            ("pass", "fail"),
            "{answer}"
        );
    }
}

//! Exhibits leave as packages, and are checked without the node.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use comity_disk::{DiskPath, RealDisk};
use comity_evidence::{Intake, Limits, PackageWriter, SealOptions, Signer, TagFile};
use comity_record::Sha256Digest;
use comity_record::sign::SigningKey;
use serde_json::{Value, json};

use crate::bench::{Bench, said, text};
use crate::exhibits::packs;

const FOR: [&str; 4] = ["--recipient", "City Court", "--reason", "for trial"];

/// A case with an exhibit that changed hands, and a thing without files.
fn case_of(bench: &Bench) -> String {
    let case = bench.case("Amina", "Theft");
    let how = ["--place", "Office 3", "--reason", "search", "--authority", "warrant 7"];
    let notes = packs("exercises/notes");
    bench.one("Amina", &[&["evidence", "add", &case, "The notes", &notes][..], &how].concat());
    bench.one("Amina", &[&["evidence", "add", &case, "A telephone"][..], &how].concat());
    let over = ["--act", "handed-over", "--giver", "Amina=Unit", "--taker", "Farida=Laboratory"];
    let over = [&over[..], &["--place", "Laboratory", "--reason", "analysis"]].concat();
    bench.one("Amina", &[&["evidence", "custody", &case, "E-1"][..], &over].concat());
    case
}

/// The proposal to package these exhibits, approved by the other person.
fn approved(bench: &Bench, case: &str, exhibits: &[&str], key: &[&str]) -> String {
    let words = [&["evidence", "package", "propose", case][..], exhibits, &FOR, key].concat();
    let proposal = text(&bench.one("Amina", &words)["entry"]).to_owned();
    bench.one("Bobur", &["case", "approve", case, &proposal]);
    proposal
}

fn written(bench: &Bench, case: &str, proposal: &str, more: &[&str]) -> Value {
    bench.one("Amina", &[&["evidence", "package", "write", case, proposal][..], more].concat())
}

fn packaged(bench: &Bench, case: &str, out: &str, key: &[&str]) -> Value {
    let proposal = approved(bench, case, &["E-1", "E-2"], key);
    written(bench, case, &proposal, &[&["--out", out][..], key].concat())
}

/// What the check of a package says: the status, the verdict, and that of each check.
pub fn verified(bench: &Bench, package: &Path, more: &[&str]) -> (Option<i32>, Value) {
    let package = package.display().to_string();
    let words = [&["--json", "evidence", "verify", &package][..], more].concat();
    let output = bench.run(&words);
    (output.status.code(), serde_json::from_slice(&output.stdout).unwrap())
}

pub fn verdict<'a>(answer: &'a Value, check: &str) -> &'a str {
    let checks = answer["checks"].as_array().unwrap();
    text(&checks.iter().find(|of| of["check"] == check).unwrap()["verdict"])
}

#[expect(clippy::disallowed_methods, reason = "a test's damage")]
fn put(at: &Path, bytes: impl AsRef<[u8]>) {
    fs::write(at, bytes).unwrap();
}

/// Makes the lists of the texts fit again, as somebody would who changes a package.
fn rewrite_tag_manifest(package: &Path) {
    let list = package.join("tagmanifest-sha256.txt");
    let mut lines = String::new();
    for line in fs::read_to_string(&list).unwrap().lines() {
        let path = &line[66..];
        let digest = Sha256Digest::of(&fs::read(package.join(path)).unwrap());
        writeln!(lines, "{digest}  {path}").unwrap();
    }
    put(&list, lines);
}

#[test]
fn a_package_of_exhibits_passes_and_names_what_was_not_checked() {
    let bench = Bench::founded();
    let case = case_of(&bench);
    let made = packaged(&bench, &case, "package", &[]);
    let package = bench.path("package");
    let (status, answer) = verified(&bench, &package, &[]);
    assert_eq!((status, text(&answer["verdict"])), (Some(0), "pass"), "{answer}");
    let passed = [
        "structure",
        "payload",
        "tags",
        "oxum",
        "seal",
        "signature",
        "journal",
        "officer",
        "approval",
        "exhibits",
        "custody",
        "case-uco",
    ];
    for check in passed {
        assert_eq!(verdict(&answer, check), "pass", "{check}: {answer}");
    }
    for check in ["timestamps", "signer", "node"] {
        assert_eq!(verdict(&answer, check), "cannot-decide", "{check}");
    }
    assert_eq!(answer["signed"]["root"], made["root"]);
    assert_eq!(answer["signed"]["signer"], "Amina, Unit");

    let officer = text(&answer["signed"]["key"]).to_owned();
    let info = fs::read_to_string(package.join("bag-info.txt")).unwrap();
    let node = info.lines().find_map(|line| line.strip_prefix("Comity-Node: ")).unwrap();
    let (status, answer) = verified(&bench, &package, &["--signer", &officer, "--node-key", node]);
    assert_eq!((status, verdict(&answer, "signer"), verdict(&answer, "node")), (Some(0), "pass", "pass"));
    for (option, check) in [("--signer", "signer"), ("--node-key", "node")] {
        let (status, answer) = verified(&bench, &package, &[option, &"07".repeat(32)]);
        assert_eq!((status, verdict(&answer, check)), (Some(1), "fail"));
        assert_eq!(answer["verdict"], "fail");
    }

    // The entry says for whom, and the officer who is no member may not.
    let line = said(&bench.told("Amina", &["case", "show", &case]));
    assert!(line.contains("E-1, E-2 packaged for City Court: for trial"), "{line}");
    let proposal = approved(&bench, &case, &["E-1"], &[]);
    let words = ["evidence", "package", "write", &case, &proposal, "--out", "elsewhere"];
    assert_eq!(bench.answer("Bobur", &words).unwrap_err()["error"], "casework-not-allowed");
    assert!(!bench.path("elsewhere").exists());
    assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], Value::Array(vec![]));
}

#[test]
fn what_was_changed_in_a_package_is_found_by_the_check_that_it_concerns() {
    let bench = Bench::founded();
    let case = case_of(&bench);
    packaged(&bench, &case, "package", &[]);
    let package = bench.path("package");
    let file = package.join("data/E-1/todo.html");
    let kept = fs::read(&file).unwrap();
    put(&file, b"x");
    let (status, answer) = verified(&bench, &package, &[]);
    assert_eq!((status, verdict(&answer, "payload"), verdict(&answer, "seal")), (Some(1), "fail", "fail"));
    put(&file, &kept);

    // With lists that fit again the signature still shows it, and the check whose text it is.
    let entries = fs::read_dir(package.join("journal/entries")).unwrap();
    let proof =
        entries.map(|entry| entry.unwrap().path()).find(|path| path.extension().unwrap() == "tlog-proof");
    let proof = proof.unwrap();
    let changes = [
        ("custody/E-1.json".to_owned(), "Farida", "Parvin", "custody"),
        ("case-uco.jsonld".to_owned(), "Farida", "Parvin", "case-uco"),
        ("package.json".to_owned(), "E-2", "E-3", "custody"),
        (proof.strip_prefix(&package).unwrap().display().to_string(), "index ", "index 1", "journal"),
    ];
    for (path, old, new, check) in changes {
        let at = package.join(&path);
        let kept = fs::read_to_string(&at).unwrap();
        put(&at, kept.replace(old, new));
        rewrite_tag_manifest(&package);
        let (status, answer) = verified(&bench, &package, &[]);
        assert_eq!((status, verdict(&answer, "signature")), (Some(1), "fail"), "{path}");
        assert_ne!(verdict(&answer, check), "pass", "{path}: {answer}");
        put(&at, kept);
        rewrite_tag_manifest(&package);
    }
    assert_eq!(verified(&bench, &package, &[]).0, Some(0));

    // A time-stamp that nobody checked is not passed over in silence.
    fs::create_dir(package.join("timestamps")).unwrap();
    put(&package.join("timestamps/signature.tsr"), b"token");
    let (status, answer) = verified(&bench, &package, &[]);
    assert_eq!((status, text(&answer["verdict"])), (Some(3), "cannot-decide"));
}

#[test]
fn a_package_for_one_recipient_is_opened_by_him_and_passes() {
    let bench = Bench::founded();
    let case = case_of(&bench);
    let key = said(&bench.told("Amina", &["case", "export", "key", "--out", "court.key"]));
    let made = packaged(&bench, &case, "package.age", &["--key", key.trim()]);
    let opened = ["case", "export", "open", "package.age", "--identity", "court.key", "--out", "opened"];
    assert_eq!(bench.one("Amina", &opened)["digest"], made["digest"]);
    let (status, answer) = verified(&bench, &bench.path("opened"), &[]);
    assert_eq!((status, verdict(&answer, "exhibits")), (Some(0), "pass"));
    assert!(!bench.path("package").exists());
}

#[test]
fn exhibits_leave_only_as_two_persons_approved() {
    let bench = Bench::founded();
    let case = case_of(&bench);
    let key = said(&bench.told("Amina", &["case", "export", "key", "--out", "court.key"]));
    let other = said(&bench.told("Amina", &["case", "export", "key", "--out", "other.key"]));
    let (key, other) = (["--key", key.trim()], ["--key", other.trim()]);
    let refused = |proposal: &str, more: &[&str]| {
        let words = [&["evidence", "package", "write", &case, proposal, "--out", "out"][..], more].concat();
        let error = text(&bench.answer("Amina", &words).unwrap_err()["error"]).to_owned();
        assert!(!bench.path("out").exists(), "{error}");
        error
    };
    // Proposed and not yet approved; approved by whoever proposed it; rejected.
    let words = [&["evidence", "package", "propose", &case, "E-1"][..], &FOR].concat();
    let proposal = text(&bench.one("Amina", &words)["entry"]).to_owned();
    assert_eq!(refused(&proposal, &[]), "casework-not-approved");
    bench.answer("Amina", &["case", "approve", &case, &proposal]).unwrap_err();
    assert_eq!(refused(&proposal, &[]), "casework-not-approved");
    bench.one("Bobur", &["case", "reject", &case, &proposal, "--reason", "not yet"]);
    assert_eq!(refused(&proposal, &[]), "casework-not-approved");

    // What was approved is written in the form in which it was approved, as often as it takes.
    let sealed = approved(&bench, &case, &["E-1"], &key);
    assert_eq!(refused(&sealed, &[]), "casework-package-key-needed");
    assert_eq!(refused(&sealed, &other), "casework-export-other-recipient");
    for out in ["first.age", "second.age"] {
        written(&bench, &case, &sealed, &[&["--out", out][..], &key].concat());
    }
    let open = approved(&bench, &case, &["E-2"], &[]);
    assert_eq!(refused(&open, &key), "casework-package-key-not-approved");
    written(&bench, &case, &open, &["--out", "open"]);
    let record: Value = serde_json::from_slice(&fs::read(bench.path("open/package.json")).unwrap()).unwrap();
    assert_eq!(text(&record["proposal"]), open);
    assert_ne!(record["proposed_by"], record["approved_by"]);

    // An approval of something else, and one that was ended.
    let words = ["case", "export", "propose", &case, "--recipient", "Court", "--reason", "trial"];
    let export = text(&bench.one("Amina", &[&words[..], &key].concat())["entry"]).to_owned();
    bench.one("Bobur", &["case", "approve", &case, &export]);
    assert_eq!(refused(&export, &key), "casework-export-other-step");
    bench.one("Bobur", &["case", "reject", &case, &open, "--reason", "no more"]);
    assert_eq!(refused(&open, &[]), "casework-not-approved");

    // Whoever forges the names of those who approved is found by the entries.
    let package = bench.path("open");
    let (one, two) = (text(&record["proposed_by"]), text(&record["approved_by"]));
    let kept = fs::read_to_string(package.join("package.json")).unwrap();
    put(&package.join("package.json"), kept.replace(two, one));
    rewrite_tag_manifest(&package);
    let (status, answer) = verified(&bench, &package, &[]);
    assert_eq!((status, verdict(&answer, "approval")), (Some(1), "fail"));
}

#[test]
fn what_cannot_be_packaged_leaves_nothing_and_says_why() {
    let bench = Bench::founded();
    let case = case_of(&bench);
    let refused = |exhibit: &str, more: &[&str]| {
        let words = [&["evidence", "package", "propose", &case, exhibit][..], more].concat();
        text(&bench.answer("Amina", &words).unwrap_err()["error"]).to_owned()
    };
    assert_eq!(refused("E-7", &FOR), "casework-unknown-exhibit");
    assert_eq!(refused("E-1", &["--recipient", "", "--reason", "x"]), "casework-text");
    assert_eq!(refused("E-1", &[&FOR[..], &["--key", "age1x"]].concat()), "casework-export-key-text");
    let entries = bench.answer("Amina", &["case", "show", &case]).unwrap().len();

    // In place, and changed since.
    bench.write("ledger.txt", "one");
    let ledger = bench.path("ledger.txt").display().to_string();
    let how = ["--in-place", "--place", "Office 3", "--reason", "search"];
    bench.one("Amina", &[&["evidence", "add", &case, "A ledger", &ledger][..], &how].concat());
    let proposal = approved(&bench, &case, &["E-3"], &[]);
    written(&bench, &case, &proposal, &["--out", "ledger"]);
    assert_eq!(verified(&bench, &bench.path("ledger"), &[]).0, Some(0));
    let key = said(&bench.told("Amina", &["case", "export", "key", "--out", "court.key"]));
    let key = ["--key", key.trim()];
    let sealed = approved(&bench, &case, &["E-3"], &key);
    let first = approved(&bench, &case, &["E-1"], &[]);
    let unwritten = |proposal: &str, to: &str, more: &[&str]| {
        let words = [&["evidence", "package", "write", &case, proposal, "--out", to][..], more].concat();
        let error = text(&bench.answer("Amina", &words).unwrap_err()["error"]).to_owned();
        assert!(!bench.path(to).exists(), "{error}");
        error
    };
    // Of the same length, shorter, and longer.
    for changed in ["two", "o", "more than one"] {
        put(&bench.path("ledger.txt"), changed);
        assert_eq!(unwritten(&proposal, "out", &[]), "casework-package-exhibit-changed", "{changed}");
        assert_eq!(unwritten(&sealed, "out.age", &key), "casework-package-exhibit-changed", "{changed}");
    }

    // Withdrawn: it leaves no more.
    let list = bench.answer("Amina", &["evidence", "list", &case]).unwrap();
    let entry = text(&list[0]["entry"]).to_owned();
    let withdraw = ["case", "withdraw", &case, &entry, "--ground", "wrong-case", "--reason", "of another"];
    bench.one("Amina", &withdraw);
    assert_eq!(refused("E-1", &FOR), "casework-package-exhibit-gone");
    assert_eq!(unwritten(&first, "out", &[]), "casework-package-exhibit-gone");
    let more = bench.answer("Amina", &["case", "show", &case]).unwrap().len() - entries;
    assert_eq!(more, 9, "the ledger, three proposals and approvals, its package, and the withdrawal");
}

#[test]
fn sealed_files_are_signed_with_a_key_that_others_made_and_unsigned_ones_say_so() {
    let bench = Bench::new();
    fs::create_dir(bench.path("files")).unwrap();
    put(&bench.path("files/a.txt"), "one");
    // RFC 8410, section 10.
    put(
        &bench.path("key.pem"),
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n",
    );
    put(
        &bench.path("public.pem"),
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n",
    );
    bench.one(
        "Amina",
        &["evidence", "seal", "files", "--out", "signed", "--key", "key.pem", "--signer", "Amina"],
    );
    let (status, answer) = verified(&bench, &bench.path("signed"), &["--signer", "public.pem"]);
    assert_eq!((status, verdict(&answer, "signer")), (Some(0), "pass"));
    assert_eq!(
        said(&bench.run(&["evidence", "verify", "signed", "--signer", "public.pem"])).lines().last(),
        Some("Pass: every check was made, and nothing was changed.")
    );

    let id = text(&answer["signed"]["key_id"]).to_owned();
    assert_eq!(
        verified(&bench, &bench.path("signed"), &["--signer", &id]).0,
        Some(0),
        "its identifier will do"
    );
    let inside = bench.program().current_dir(bench.path("signed")).args(["evidence", "verify", "."]).output();
    assert!(said(&inside.unwrap()).contains("seal: pass"), "a folder has no other name from within");
    // What only looks like a list of the bag, and what lies with the time-stamps, is signed by nobody.
    fs::create_dir(bench.path("signed/tagmanifest-E-1")).unwrap();
    put(&bench.path("signed/tagmanifest-E-1/record.pdf"), "forged");
    let (status, answer) = verified(&bench, &bench.path("signed"), &["--signer", "public.pem"]);
    assert_eq!((status, verdict(&answer, "tags")), (Some(1), "fail"), "{answer}");
    fs::remove_dir_all(bench.path("signed/tagmanifest-E-1")).unwrap();
    fs::create_dir(bench.path("signed/timestamps")).unwrap();
    for (name, expected) in [("x.tsr", Some(3)), ("README.exe", Some(1))] {
        put(&bench.path("signed/timestamps").join(name), "garbage");
        let (status, answer) = verified(&bench, &bench.path("signed"), &["--signer", "public.pem"]);
        assert_eq!(status, expected, "{answer}");
        fs::remove_file(bench.path("signed/timestamps").join(name)).unwrap();
    }
    for (package, error) in [("files/a.txt", "comity-package-no-folder"), ("nowhere", "comity-file")] {
        let refused = bench.answer("Amina", &["evidence", "verify", package]).unwrap_err();
        assert_eq!(refused["error"], error, "{package}");
    }

    bench.one("Amina", &["evidence", "seal", "files", "--out", "plain"]);
    let (status, answer) = verified(&bench, &bench.path("plain"), &[]);
    assert_eq!((status, verdict(&answer, "signature")), (Some(0), "cannot-decide"));
    let told = said(&bench.run(&["evidence", "verify", "plain"]));
    assert!(told.contains("signature: cannot be decided, because\n    The package is not signed."), "{told}");
    assert!(!told.contains("Pass:"), "{told}");
    // Who asks for a signer is not content with none.
    assert_eq!(verified(&bench, &bench.path("plain"), &["--signer", "public.pem"]).0, Some(3));

    let seal = bench.run(&["evidence", "seal", "files", "--key", "key.pem", "--signature", "files.sig"]);
    put(&bench.path("files.json"), &seal.stdout);
    let at = ["--seal", "files.json", "--signature", "files.sig", "--signer", "public.pem"];
    assert_eq!(verified(&bench, &bench.path("files"), &at).0, Some(0));
    put(&bench.path("files/b.txt"), "two");
    let other = bench.run(&["evidence", "seal", "files"]);
    put(&bench.path("files.json"), &other.stdout);
    let (status, answer) = verified(&bench, &bench.path("files"), &at);
    assert_eq!((status, verdict(&answer, "signature")), (Some(1), "fail"));
    let refused = bench.answer("Amina", &["evidence", "seal", "files", "--key", "key.pem"]).unwrap_err();
    assert_eq!(refused["error"], "comity-seal-signature-where");
    let refused = bench.answer("Amina", &["evidence", "seal", "files", "--out", "x", "--key", "public.pem"]);
    assert_eq!(refused.unwrap_err()["error"], "record-key-text");
    assert!(!bench.path("x").exists());
}

/// The files below a folder, by their paths.
pub fn files_of(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(folder).unwrap().display().to_string();
                files.insert(inside, fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// A package made anew of these files, sealed and signed by somebody else as it should be.
pub fn forged(bench: &Bench, name: &str, files: &BTreeMap<String, Vec<u8>>) {
    let disk = RealDisk::open(bench.path("")).unwrap();
    let mut writer = PackageWriter::create(&disk, &DiskPath::new(name).unwrap()).unwrap();
    let mut tags = Vec::new();
    for (path, bytes) in files {
        if let Some(inside) = path.strip_prefix("data/") {
            writer.file(inside, None, None, &mut &bytes[..], &mut Intake::new(Limits::default())).unwrap();
        } else if ["custody/", "journal/", "package.json", "case-uco.jsonld"]
            .iter()
            .any(|of| path.starts_with(of))
        {
            tags.push(TagFile { path: path.clone(), bytes: bytes.clone() });
        }
    }
    let options = SealOptions { bagging_date: "2026-11-23".parse().unwrap(), info: vec![], tags };
    let at = "2026-11-23T12:00:00+05:00[Asia/Dushanbe]".parse().unwrap();
    let key = SigningKey::from_seed(&[7; 32]);
    let signer = Signer { key: &key, name: Some("Amina, Unit".to_owned()), at };
    writer.finish(vec![], &options, Some(&signer)).unwrap();
}

#[test]
fn what_somebody_else_sealed_and_signed_as_he_should_is_found_by_the_entries() {
    let bench = Bench::founded();
    let case = case_of(&bench);
    packaged(&bench, &case, "package", &[]);
    let whole = files_of(&bench.path("package"));
    let custody = String::from_utf8(whole["custody/E-1.json"].clone()).unwrap();
    let first = whole.keys().find(|path| path.starts_with("journal/entries/")).unwrap();
    let stem = first.split('.').next().unwrap().to_owned();
    let is_custody = |path: &&String| path.ends_with(".content") && path.starts_with("journal/entries/");
    let last = whole.keys().rfind(is_custody).unwrap().clone();
    // What is changed, to what (none takes it away), and which check says so beside that of the officer.
    let changes: [(&str, Option<Vec<u8>>, &str); 6] = [
        ("custody/E-1.json", Some(custody.replace("Farida", "Parvin").into_bytes()), "custody"),
        ("data/E-1/todo.html", Some(b"changed".to_vec()), "exhibits"),
        ("data/E-1/todo.html", None, "exhibits"),
        ("data/E-2/added.txt", Some(b"added".to_vec()), "exhibits"),
        (&last, None, "journal"),
        (&format!("{stem}.seal"), None, "journal"),
    ];
    forged(&bench, "same", &whole);
    let (_, answer) = verified(&bench, &bench.path("same"), &[]);
    for check in ["signature", "journal", "exhibits", "custody", "case-uco"] {
        assert_eq!(verdict(&answer, check), "pass", "{check}");
    }
    assert_eq!(verdict(&answer, "officer"), "fail");
    for (number, (path, change, check)) in changes.into_iter().enumerate() {
        let mut files = whole.clone();
        files.remove(path);
        files.extend(change.map(|bytes| (path.to_owned(), bytes)));
        let name = format!("forged-{number}");
        forged(&bench, &name, &files);
        let (status, answer) = verified(&bench, &bench.path(&name), &[]);
        assert_eq!((status, verdict(&answer, "signature")), (Some(1), "pass"), "{path}");
        assert_eq!(verdict(&answer, check), "fail", "{path}: {answer}");
        assert_ne!(verdict(&answer, "officer"), "pass", "{path}");
    }
}

#[test]
fn an_act_that_was_withdrawn_goes_along_struck_through() {
    let bench = Bench::founded();
    let case = case_of(&bench);
    let act = ["--act", "examined", "--giver", "Farida=Laboratory", "--place", "Laboratory", "--reason"];
    let act = [&["evidence", "custody", &case, "E-1"][..], &act, &["the wrong notes"]].concat();
    let entry = text(&bench.one("Amina", &act)["entry"]).to_owned();
    let withdraw = ["case", "withdraw", &case, &entry, "--ground", "mistaken", "--reason", "other notes"];
    bench.one("Amina", &withdraw);
    packaged(&bench, &case, "package", &[]);
    let (status, answer) = verified(&bench, &bench.path("package"), &[]);
    assert_eq!((status, verdict(&answer, "custody")), (Some(0), "pass"), "{answer}");
    let files = files_of(&bench.path("package"));
    let custody: Value = serde_json::from_slice(&files["custody/E-1.json"]).unwrap();
    let struck = &custody["acts"][2];
    assert_eq!(
        (&struck["reason"], &struck["withdrawn"]["reason"]),
        (&"the wrong notes".into(), &"other notes".into())
    );
    assert_eq!(
        (&struck["withdrawn"]["ground"], &struck["withdrawn"]["by"]),
        (&"mistaken".into(), &"Amina".into())
    );
    let record: Value = serde_json::from_slice(&files["package.json"]).unwrap();
    assert_eq!(record["title"], "Theft");
    let info = String::from_utf8(files["bag-info.txt"].clone()).unwrap();
    assert!(info.contains("Internal-Sender-Description: Theft"), "{info}");
    // Nobody makes it count again, and nobody gives another ground.
    for (as_is, other) in
        [("mistaken", "privileged"), ("\"reason\": \"other notes\"", "\"reason\": \"none\"")]
    {
        let mut changed = files.clone();
        let custody = String::from_utf8(changed["custody/E-1.json"].clone()).unwrap().replace(as_is, other);
        changed.insert("custody/E-1.json".to_owned(), custody.into_bytes());
        let name = format!("forged-{}", other.len());
        forged(&bench, &name, &changed);
        assert_eq!(verdict(&verified(&bench, &bench.path(&name), &[]).1, "custody"), "fail");
    }
}

#[test]
fn what_was_withdrawn_stays_here_and_the_package_says_so() {
    let bench = Bench::founded();
    let case = case_of(&bench);
    let act = ["--act", "examined", "--giver", "Farida=Laboratory", "--place", "Laboratory", "--reason"];
    let act = [&["evidence", "custody", &case, "E-1"][..], &act, &["as counsel Zafar said"]].concat();
    let entry = text(&bench.one("Amina", &act)["entry"]).to_owned();
    let withdraw =
        ["case", "withdraw", &case, &entry, "--ground", "privileged", "--reason", "counsel's words"];
    bench.one("Amina", &withdraw);
    let made = packaged(&bench, &case, "package", &[]);
    assert_eq!(made["withheld"].as_object().unwrap().len(), 1, "{made}");
    let (status, answer) = verified(&bench, &bench.path("package"), &[]);
    assert_eq!((status, verdict(&answer, "custody")), (Some(0), "pass"), "{answer}");
    let files = files_of(&bench.path("package"));
    assert!(files.values().all(|bytes| !bytes.windows(5).any(|part| part == b"Zafar")));
    // Nobody leaves a content out without the package saying so.
    let path = made["withheld"].as_object().unwrap().keys().next().unwrap();
    let mut changed = files.clone();
    let record = String::from_utf8(changed["package.json"].clone()).unwrap();
    let record = record.replace(&format!("{{\n    \"{path}\": \"privileged\"\n  }}"), "{}");
    changed.insert("package.json".to_owned(), record.into_bytes());
    forged(&bench, "forged", &changed);
    assert_eq!(verdict(&verified(&bench, &bench.path("forged"), &[]).1, "journal"), "fail");
}

#[test]
fn digests_that_were_asked_for_are_recorded_and_leave_with_the_exhibit() {
    let bench = Bench::founded();
    let case = bench.case("Amina", "Theft");
    let file = bench.path("abc");
    put(&file, "abc");
    let file = file.display().to_string();
    let how = ["--place", "Office 3", "--reason", "search", "--digest", "md5", "--digest", "sha1"];
    bench.one("Amina", &[&["evidence", "add", &case, "Note", &file][..], &how].concat());
    bench.one("Amina", &[&["evidence", "add", &case, "Note", &file, "--in-place"][..], &how].concat());
    // RFC 1321, appendix A.5, and FIPS 180-4.
    let md5 = "900150983cd24fb0d6963f7d28e17f72";
    let sha1 = "a9993e364706816aba3e25717850c26c9cd0d89d";
    for exhibit in ["E-1", "E-2"] {
        let shown = bench.one("Amina", &["evidence", "show", &case, exhibit]);
        assert_eq!((&shown["further"]["md5"], &shown["further"]["sha1"]), (&json!(md5), &json!(sha1)));
        let told = said(&bench.told("Amina", &["evidence", "show", &case, exhibit]));
        assert!(told.contains(&format!("MD5  {md5}\n")), "{told}");
    }
    let package = bench.path("out");
    let out = package.display().to_string();
    packaged(&bench, &case, &out, &[]);
    let listed = std::fs::read_to_string(package.join("manifest-md5.txt")).unwrap();
    assert_eq!(listed, format!("{md5}  data/E-1/abc\n{md5}  data/E-2/abc\n"));
    let graph = std::fs::read_to_string(package.join("case-uco.jsonld")).unwrap();
    assert!(graph.contains(md5) && graph.contains(sha1));
    let (status, answer) = verified(&bench, &package, &[]);
    assert_eq!(verdict(&answer, "payload"), "pass", "{status:?} {answer}");
}

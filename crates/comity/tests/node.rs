//! A node from its founding to its restoration.

use crate::bench::{Bench, errors, said, text};

#[test]
fn an_office_is_founded_worked_in_verified_and_restored() {
    let bench = Bench::founded();
    let sheet = std::fs::read_to_string(bench.path("sheet.txt")).unwrap();
    assert!(sheet.contains("RECOVERY SHEET") && sheet.is_ascii(), "{sheet}");

    let case = bench.one("Amina", &["case", "open", "Exchange theft"]);
    let case = text(&case["case"]);
    let note = bench.one("Amina", &["case", "note", case, "a lead"]);
    let shown = bench.answer("Bobur", &["case", "show", case]).unwrap();
    assert_eq!(shown.len(), 2);
    assert_eq!(shown[1]["entry"], note["entry"]);
    assert_eq!(shown[1]["body"]["text"], "a lead");
    let proof = said(&bench.run(&["--help"]));
    assert!(proof.contains("Usage: comity"));

    let verified = bench.one("Amina", &["node", "verify"]);
    assert_eq!(verified["entries"], 4);
    let (data, keys) = (bench.path("data.backup"), bench.path("keys.backup"));
    let (data, keys) = (data.to_str().unwrap(), keys.to_str().unwrap());
    bench.one("Amina", &["node", "backup", "--data", data, "--keys", keys]);
    let restored = bench.path("restored");
    let node_key = bench.path("office/node.key");
    let words = [
        "node",
        "restore",
        "--node",
        restored.to_str().unwrap(),
        "--data",
        data,
        "--keys",
        keys,
        "--node-key",
        node_key.to_str().unwrap(),
    ];
    let answer = bench.one("Amina", &words);
    assert_eq!(answer["entries"], 5, "the restoration is an entry");
    let verified = bench.one("Amina", &["node", "verify", "--node", restored.to_str().unwrap()]);
    assert_eq!(verified["entries"], 5);
    let again = bench.answer("Amina", &words).unwrap_err();
    assert_eq!(again["error"], "comity-folder-exists");
}

#[test]
fn a_note_is_corrected_and_the_case_goes_on_in_a_second_office() {
    let bench = Bench::founded();
    let second = ["office", "found", "--office", "Prosecution", "--authority", "Ministry", "--country", "TJ"];
    let [first, other] = [("amina", "cyrus"), ("bobur", "dilnoza")].map(|(from, to)| {
        std::fs::copy(bench.path(from), bench.path(to)).unwrap();
        bench.path(to).display().to_string()
    });
    let founders = ["--founder", "Cyrus=administrator,prosecutor", "--founder", "Dilnoza=supervisor"];
    let files = ["--founder-passphrase-file", &first, "--founder-passphrase-file", &other];
    let real = bench.answer("Amina", &[&second[..], &founders, &files].concat()).unwrap_err();
    assert_eq!(real["error"], "casework-exercise-mix");
    bench.one("Amina", &[&second[..], &["--exercise"], &founders, &files].concat());
    let opened = bench.one("Amina", &["case", "open", "Theft", "--office", "Unit"]);
    let case = text(&opened["case"]);
    let note = bench.one("Amina", &["case", "note", case, "seen on Monday", "--office", "Unit"]);
    let entry = text(&note["entry"]);
    let by = |officer: &str, office: &str, words: &[&str]| {
        bench.answer(officer, &[words, &["--office", office]].concat())
    };
    let correct = ["case", "correct", case, entry, "seen on Tuesday", "--reason", "wrong day"];
    by("Amina", "Unit", &correct).unwrap();
    let other_kind = ["case", "correct", case, text(&opened["entry"]), "x", "--reason", "x"];
    assert_eq!(by("Amina", "Unit", &other_kind).unwrap_err()["error"], "casework-body");
    let no_entry = ["case", "correct", case, case, "x", "--reason", "x"];
    assert_eq!(by("Amina", "Unit", &no_entry).unwrap_err()["error"], "comity-command-line");
    let told = said(&bench.told("Amina", &["case", "show", case, "--office", "Unit"]));
    assert!(told.contains("[corrected]\n      seen on Monday\n"), "{told}");
    assert!(told.contains("      Entry 1 should say: seen on Tuesday (wrong day)\n"), "{told}");
    let forget = by("Amina", "Unit", &["case", "forget", case, entry, "--reason", "x"]).unwrap();
    let reject = ["case", "reject", case, text(&forget[0]["entry"]), "--reason", "it is needed"];
    by("Bobur", "Unit", &["case", "assign", case, "Bobur"]).unwrap();
    by("Bobur", "Unit", &reject).unwrap();
    let shown = by("Amina", "Unit", &["case", "show", case]).unwrap();
    let kinds: Vec<&str> = shown.iter().map(|entry| text(&entry["kind"])).collect();
    assert!(kinds.contains(&"entry.corrected") && kinds.contains(&"case.proposal-rejected"), "{kinds:?}");
    let hand_over = ["case", "hand-over", case, "Prosecution", "--reason", "for prosecution"];
    by("Bobur", "Unit", &hand_over).unwrap();
    assert_eq!(by("Cyrus", "Prosecution", &["case", "list"]).unwrap().len(), 0);
    by("Cyrus", "Prosecution", &["case", "take-over", case]).unwrap();
    let note = ["case", "note", case, "charges are prepared"];
    by("Cyrus", "Prosecution", &note).unwrap();
    assert_eq!(by("Amina", "Unit", &note).unwrap_err()["error"], "casework-not-allowed");
    assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], serde_json::json!([]));
}

#[test]
fn every_fault_has_its_line_and_many_are_counted() {
    let bench = Bench::founded();
    let case = bench.one("Amina", &["case", "open", "Theft"]);
    std::fs::create_dir(bench.path("folder")).unwrap();
    for number in 0..24 {
        bench.write(&format!("folder/{number}"), &format!("file {number}"));
    }
    let folder = bench.path("folder").display().to_string();
    let how = ["--place", "x", "--reason", "x"];
    bench.one("Amina", &[&["evidence", "add", text(&case["case"]), "A disk", &folder], &how[..]].concat());
    assert!(bench.run(&["node", "verify"]).status.success());
    let mut objects: Vec<_> = std::fs::read_dir(bench.path("office/objects"))
        .unwrap()
        .flat_map(|shard| std::fs::read_dir(shard.unwrap().path()).unwrap())
        .map(|object| object.unwrap())
        .collect();
    // The largest is the list of the others, which lie in one pack.
    objects.sort_by_key(|object| object.metadata().unwrap().len());
    objects.pop();
    assert_eq!(objects.len(), 1);
    for object in &objects {
        std::fs::remove_file(object.path()).unwrap();
    }
    let verified = bench.run(&["node", "verify"]);
    let told = errors(&verified);
    assert!(!verified.status.success() && told.contains("error[comity-faults-of-files]"), "{told}");
    assert_eq!(told.lines().filter(|line| line.trim().starts_with("case ")).count(), 20, "{told}");
    assert!(told.contains("\nand 4 more\n"), "{told}");
}

#[test]
fn what_takes_two_persons_takes_two() {
    let bench = Bench::founded();
    let words = [
        "office",
        "add-officer",
        "--person",
        "Ghost=supervisor",
        "--reason",
        "helps",
        "--person-passphrase-file",
    ];
    let other = bench.path("other");
    let proposed = bench.one("Amina", &[&words[..], &[other.to_str().unwrap()]].concat());
    let proposal = text(&proposed["entry"]);
    let alone = bench.answer("Amina", &["office", "approve", proposal]).unwrap_err();
    assert_eq!(alone["error"], "casework-same-person");
    assert_eq!(bench.one("Amina", &["office", "show"])["officers"].as_array().unwrap().len(), 2);
    bench.one("Bobur", &["office", "approve", proposal]);
    assert_eq!(bench.one("Bobur", &["office", "show"])["officers"].as_array().unwrap().len(), 3);
}

#[test]
fn whoever_approves_is_told_what_and_a_lost_passphrase_is_answered_by_another_key() {
    let bench = Bench::founded();
    bench.write("forgotten", "nobody knows it any more\n");
    let reason = ["--reason", "lost"];
    let key = |file: &str| bench.path(file).display().to_string();
    let replace = ["office", "replace-key", "--person", "Amina", "--person-passphrase-file", &key("other")];
    bench.one("Bobur", &["office", "change-passphrase", "--new-passphrase-file", &key("forgotten")]);
    assert!(bench.answer("Bobur", &["office", "show"]).is_err(), "the old passphrase opens nothing");
    let asked = bench.answer("Amina", &[&replace[..], &reason].concat()).unwrap();
    let proposal = text(&asked[0]["entry"]).to_owned();
    let by = |words: &[&str]| {
        let who = ["--as", "Bobur", "--passphrase-file", &key("forgotten"), "--node", &key("office")];
        let output = bench.run(&[words, &who, &["--node-passphrase-file", &key("node")]].concat());
        assert!(output.status.success(), "{}", errors(&output));
        said(&output)
    };
    let shown = by(&["office", "show"]);
    for told in ["Waits for a second person", "Amina gets another key", "public key"] {
        assert!(shown.contains(told), "{told}: {shown}");
    }
    assert!(by(&["office", "approve", &proposal]).contains("Amina gets another key"));
    assert!(bench.answer("Amina", &["office", "show"]).is_err());
}

#[test]
fn a_lost_passphrase_is_recovered_with_the_sheet_once() {
    let bench = Bench::founded();
    let sheet = std::fs::read_to_string(bench.path("sheet.txt")).unwrap();
    let code = sheet.lines().map(str::trim).find(|line| line.matches('-').count() == 11).unwrap();
    bench.write("code", &format!("{}\n", code.to_lowercase()));
    let at = |name: &str| bench.path(name).display().to_string();
    let recover = |sheet: &str| {
        let words = [
            "node",
            "recover",
            "--code-file",
            &at("code"),
            "--new-passphrase-file",
            &at("other"),
            "--recovery-sheet",
            &at(sheet),
        ];
        bench.run(&words)
    };
    let recovered = recover("second-sheet.txt");
    assert!(recovered.status.success(), "{}", errors(&recovered));
    let old = bench.run(&["node", "status"]);
    assert!(errors(&old).contains("comity-node-passphrase-wrong"));
    let new = bench.run(&["node", "status", "--node-passphrase-file", &at("other")]);
    assert!(new.status.success(), "{}", errors(&new));
    assert!(
        errors(&recover("third-sheet.txt")).contains("casework-passphrase-wrong"),
        "the old sheet is spent"
    );
}

#[test]
fn bad_input_gets_a_code_a_remedy_and_changes_nothing() {
    let bench = Bench::new();
    let with = |from: &str, to: &str| -> Vec<String> {
        bench.init().into_iter().map(|word| if word == from { to.to_owned() } else { word }).collect()
    };
    for (words, code) in [
        (with("Amina=administrator,investigator", "Amina"), "comity-person"),
        (with("Amina=administrator,investigator", "Amina=boss"), "comity-person"),
        (
            with(
                &bench.path("sheet.txt").display().to_string(),
                &bench.path("office/sheet").display().to_string(),
            ),
            "comity-recovery-sheet-inside",
        ),
        (
            with(&bench.path("amina").display().to_string(), &bench.path("absent").display().to_string()),
            "adapters-passphrase-unreadable",
        ),
        ([vec!["--language".to_owned(), "xx".to_owned()], bench.init()].concat(), "comity-language-unknown"),
    ] {
        let output = bench.run(&words);
        let errors = errors(&output);
        assert!(!output.status.success() && errors.contains(&format!("error[{code}]")), "{errors}");
        assert_eq!(errors.trim().lines().count(), 2, "no remedy: {errors}");
        assert!(!bench.path("office").exists() && !bench.path("sheet.txt").exists());
    }
    let founded = bench.run(&bench.init());
    assert!(founded.status.success(), "{}", errors(&founded));
    let again = bench.run(&bench.init());
    assert!(errors(&again).contains("comity-folder-exists"));
    let unknown = bench.answer("Nobody", &["case", "list"]).unwrap_err();
    assert_eq!(unknown["error"], "comity-officer-unknown");
    let elsewhere = bench.run(&["node", "status", "--node", bench.folder.path().to_str().unwrap()]);
    assert!(errors(&elsewhere).contains("comity-not-a-node"));
    assert_eq!(bench.one("Amina", &["node", "verify"])["entries"], 2);
}

#[test]
fn an_edited_pack_in_the_folder_refuses_to_start() {
    let bench = Bench::founded();
    let office = bench.one("Amina", &["office", "show"]);
    for (pack, name) in
        [("policies", "office.cedar"), ("law", "measures.toml"), ("forms", "preservation.toml")]
    {
        let folder = bench.path("office/packs").join(text(&office["packs"][pack]));
        let (file, kept) = (folder.join(name), bench.path(pack));
        let mut edited = std::fs::read_to_string(&file).unwrap();
        edited.push_str("\n# Nobody approved this.\n");
        std::fs::rename(&file, &kept).unwrap();
        for edit in [Some(edited.as_str()), None] {
            if let Some(edit) = edit {
                bench.write("edited", edit);
                std::fs::rename(bench.path("edited"), &file).unwrap();
            } else {
                std::fs::remove_file(&file).unwrap();
            }
            let refused = bench.answer("Amina", &["node", "verify"]).unwrap_err();
            assert_eq!(refused["error"], "comity-pack-edited");
            assert!(text(&refused["message"]).contains(text(&office["packs"][pack])), "{refused}");
        }
        std::fs::rename(&kept, &file).unwrap();
        assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], serde_json::json!([]));
    }
    // A pack that somebody is writing harms nobody, and neither does what a death left of one.
    std::fs::create_dir(bench.path("office/packs/mine")).unwrap();
    std::fs::create_dir(bench.path(&format!("office/packs/{}.new", "0".repeat(64)))).unwrap();
    let output = bench.run(&["--json", "node", "verify"]);
    assert!(output.status.success() && errors(&output).contains("is no pack"), "{}", errors(&output));
}

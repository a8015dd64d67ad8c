//! The custody of an exhibit as an officer keeps it by commands, and as others read it.

use serde_json::{Value, json};

use crate::bench::{Bench, errors, said, text};

const HOW: [&str; 4] = ["--place", "Store", "--reason", "kept"];

/// A case with a telephone as its exhibit, in which Bobur works too.
fn telephone(bench: &Bench) -> String {
    let case = bench.case("Amina", "Theft");
    bench.one("Bobur", &["case", "assign", &case, "Bobur"]);
    let add = ["evidence", "add", &case, "A telephone", "--authority", "warrant 7"];
    bench.one("Amina", &[&add[..], &HOW].concat());
    case
}

fn act(case: &str, kind: &str, more: &[&str]) -> Vec<String> {
    let words = [&["evidence", "custody", case, "E-1", "--act", kind][..], &HOW, more].concat();
    words.into_iter().map(str::to_owned).collect()
}

fn done(bench: &Bench, case: &str, kind: &str, more: &[&str]) -> Value {
    let words = act(case, kind, more);
    bench.one("Amina", &words.iter().map(String::as_str).collect::<Vec<_>>())
}

fn refused(bench: &Bench, case: &str, kind: &str, more: &[&str]) -> Value {
    let words = act(case, kind, more);
    bench.answer("Amina", &words.iter().map(String::as_str).collect::<Vec<_>>()).unwrap_err()
}

fn shown(bench: &Bench, case: &str) -> Value {
    bench.one("Amina", &["evidence", "show", case, "E-1"])
}

#[test]
fn an_act_that_was_withdrawn_is_struck_through_and_not_gone() {
    let bench = Bench::founded();
    let case = telephone(&bench);
    let wrong = done(&bench, &case, "examined", &["--seal-after", "S-9"]);
    assert_eq!(wrong["gaps"][0]["code"], "evidence-gap-seals-in-act");
    let entry = text(&wrong["entry"]);
    let words = act(&case, "sealed", &["--seal-before", "S-9", "--seal-after", "S-9"]);
    let told = bench.told("Amina", &words.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(said(&told).contains(&format!("comity case withdraw {case} ")), "{}", said(&told));
    let withdraw =
        ["case", "withdraw", &case, entry, "--ground", "mistaken", "--reason", "another telephone"];
    let withdrawal = bench.one("Amina", &withdraw);
    let now = shown(&bench, &case);
    let struck = &now["custody"][1]["withdrawn"];
    assert_eq!((&struck["ground"], &struck["reason"]), (&json!("mistaken"), &json!("another telephone")));
    assert_eq!((&struck["by"]["name"], &struck["entry"]), (&json!("Amina"), &withdrawal["entry"]));
    assert_eq!(now["custody"][1]["act"]["seals_after"], json!(["S-9"]), "what it said can still be read");
    // The chain is that of the other acts, and its gap names the third of three.
    let gaps = now["chains"][0]["gaps"].as_array().unwrap();
    assert_eq!(gaps.len(), 1, "{gaps:?}");
    assert_eq!((&gaps[0]["act"], &gaps[0]["entry"]), (&json!(3), &now["custody"][2]["entry"]));
    assert_eq!(gaps[0]["args"], json!({ "left": "", "found": "S-9" }));
    let told = said(&bench.told("Amina", &["evidence", "show", &case, "E-1"]));
    for line in ["[withdrawn]", "recorded by mistake. another telephone", "Withdrawn by: Amina, Unit"] {
        assert!(told.contains(line), "{line}: {told}");
    }
}

#[test]
fn an_act_on_a_copy_is_told_from_one_on_the_exhibit_itself() {
    let bench = Bench::founded();
    let case = telephone(&bench);
    done(&bench, &case, "copied", &["--copy-made", "1"]);
    done(&bench, &case, "destroyed", &["--copy", "1", "--authority", "order 3"]);
    let told = said(&bench.told("Amina", &["evidence", "show", &case, "E-1"]));
    for line in [
        "Destroyed (Working copy No. 1)",
        "Held now by: Original: Amina, Unit",
        "Held now by: Working copy No. 1: nobody: custody has ended",
        "Working copy made, No.: 1",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    let line = said(&bench.told("Amina", &["case", "show", &case]));
    assert!(line.contains("E-1 (Working copy No. 1) Destroyed by Amina"), "{line}");
}

#[test]
fn what_cannot_have_been_so_is_refused_before_it_is_signed() {
    let bench = Bench::founded();
    let case = telephone(&bench);
    let entries = || bench.answer("Amina", &["case", "show", &case]).unwrap().len();
    let before = entries();
    let code = |kind: &str, more: &[&str]| text(&refused(&bench, &case, kind, more)["error"]).to_owned();
    assert_eq!(code("copied", &[]), "casework-custody-copy-unnamed");
    assert_eq!(code("examined", &["--copy", "1"]), "casework-custody-copy-unknown");
    assert_eq!(code("handed-over", &["--taker", "Lab=Laboratory"]), "casework-custody-person");
    let himself = ["--giver", "Amina=Unit", "--taker", "amina=Unit "];
    assert_eq!(code("handed-over", &himself), "casework-custody-himself");
    assert_eq!(entries(), before, "nothing was signed");
    done(&bench, &case, "copied", &["--copy-made", "1"]);
    let again = refused(&bench, &case, "copied", &["--copy-made", "1"]);
    assert_eq!(again["error"], "casework-custody-copy-exists");
    assert!(text(&again["to_do"]).contains("--copy-made 2"), "{again}");
    done(&bench, &case, "destroyed", &["--copy", "1", "--authority", "order 3"]);
    let after = refused(&bench, &case, "examined", &["--copy", "1"]);
    assert_eq!(after["error"], "casework-custody-ended");
    assert!(text(&after["message"]).starts_with("Working copy 1 was destroyed at "), "{after}");
    // The exhibit itself goes on, and what was done before the end may still be written down.
    done(&bench, &case, "examined", &[]);
    let day = ["--copy", "1", "--when", "2020-01-01T00:00:00+00:00[UTC]", "--late"];
    assert_eq!(done(&bench, &case, "examined", &day)["gaps"][0]["code"], "evidence-gap-time");
    assert_eq!(shown(&bench, &case)["custody"][4]["late"], true);
}

#[test]
fn what_is_doubtful_is_told_before_anything_is_signed() {
    let bench = Bench::founded();
    let case = telephone(&bench);
    let entries = || bench.answer("Amina", &["case", "show", &case]).unwrap().len();
    let before = entries();
    let doubtful = ["--giver", "Amina=The Unit", "--taker", "Lab=Laboratory", "--seal-before", "9"];
    let tried = done(&bench, &case, "handed-over", &[&doubtful[..], &["--dry-run"]].concat());
    let codes = |answer: &Value| -> Vec<String> {
        answer["gaps"].as_array().unwrap().iter().map(|gap| text(&gap["code"]).to_owned()).collect()
    };
    let missing = [
        "evidence-gap-hand-over",
        "evidence-gap-seals",
        "evidence-gap-seals-in-act",
        "evidence-gap-signature",
    ];
    assert_eq!((codes(&tried), &tried["recorded"]), (missing.map(str::to_owned).to_vec(), &json!(false)));
    assert_eq!(tried["gaps"][0]["args"], json!({ "holder": "Amina, Unit", "found": "Amina, The Unit" }));
    assert_eq!(entries(), before);
    let words = act(&case, "handed-over", &[&doubtful[..], &["--dry-run"]].concat());
    let told = said(&bench.told("Amina", &words.iter().map(String::as_str).collect::<Vec<_>>()));
    for line in ["Nothing was recorded.", "would show 4 things", "Last holder: Amina, Unit."] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert_eq!(codes(&done(&bench, &case, "handed-over", &doubtful)), missing, "it is taken all the same");
    assert_eq!(entries(), before + 1);
    // Nothing is tried that would be refused.
    assert_eq!(refused(&bench, &case, "copied", &["--dry-run"])["error"], "casework-custody-copy-unnamed");
}

#[test]
fn who_is_no_officer_signs_on_paper_that_another_officer_has_seen() {
    let bench = Bench::founded();
    let case = telephone(&bench);
    bench.write("receipt.pdf", "%PDF-1.7 a scan\n");
    let receipt = bench.path("receipt.pdf").display().to_string();
    let over = done(&bench, &case, "handed-over", &["--giver", "Amina=Unit", "--taker", "Lab=Laboratory"]);
    let entry = text(&over["entry"]);
    let confirm = ["evidence", "confirm", &case, entry];
    let on_paper = [&confirm[..], &["--paper", &receipt, "--note", "compared"]].concat();
    let code = |officer: &str, words: &[&str]| bench.answer(officer, words).unwrap_err();
    let stranger = code("Bobur", &confirm);
    assert_eq!(stranger["error"], "casework-not-of-act");
    for name in ["Bobur, Unit", "Amina, Unit", "Lab, Laboratory"] {
        assert!(text(&stranger["message"]).contains(name), "{stranger}");
    }
    assert_eq!(code("Amina", &on_paper)["error"], "casework-custody-own-paper");
    bench.one("Bobur", &on_paper);
    let now = shown(&bench, &case);
    assert_eq!(now["chains"][0]["gaps"], json!([]));
    let second = &now["custody"][1]["confirmed"];
    assert_eq!((&second["by"]["name"], &second["on_paper"][0]["name"]), (&json!("Bobur"), &json!("Lab")));
    assert_eq!(second["papers"][0]["media_type"], "application/pdf");
    let told = said(&bench.told("Amina", &["evidence", "show", &case, "E-1"]));
    for line in ["Signed on paper by: Lab, Laboratory", "Paper seen by: Bobur, Unit", "Remark: compared"] {
        assert!(told.contains(line), "{line}: {told}");
    }
    let line = said(&bench.told("Amina", &["case", "show", &case]));
    assert!(line.contains("Has seen on paper that Lab, Laboratory signed entry 3. compared"), "{line}");
    // Once is enough, and it says so.
    let again = code("Bobur", &on_paper);
    assert_eq!(again["error"], "casework-custody-confirmed");
    assert!(text(&again["message"]).contains("Bobur, Unit"), "{again}");
    // The scan comes out again.
    let out = bench.path("again.pdf").display().to_string();
    bench.one("Amina", &["case", "file", &case, text(&second["entry"]), "receipt.pdf", "--out", &out]);
    assert_eq!(std::fs::read(&out).unwrap(), b"%PDF-1.7 a scan\n");
    // An officer signs for himself.
    let inside = done(&bench, &case, "handed-over", &["--giver", "Lab=Laboratory", "--taker", "Amina=Unit"]);
    bench.one("Bobur", &["evidence", "confirm", &case, text(&inside["entry"]), "--paper", &receipt]);
    let to_bobur = done(&bench, &case, "handed-over", &["--giver", "Amina=Unit", "--taker", "Bobur=Unit"]);
    let confirm = ["evidence", "confirm", &case, text(&to_bobur["entry"])];
    bench.one("Bobur", &confirm);
    assert_eq!(code("Bobur", &confirm)["error"], "casework-custody-confirmed");
    assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], json!([]));
}

#[test]
fn an_officer_who_is_no_member_of_the_case_is_told_so() {
    let bench = Bench::founded();
    let case = bench.case("Amina", "Theft");
    let add = ["evidence", "add", &case, "A telephone", "--imei", "123"];
    let short = bench.answer("Amina", &[&add[..], &HOW].concat()).unwrap_err();
    assert!(text(&short["message"]).contains("it has 3 digits"), "{short}");
    bench.one("Amina", &[&["evidence", "add", &case, "A telephone"][..], &HOW].concat());
    let over = done(&bench, &case, "handed-over", &["--giver", "Amina=Unit", "--taker", "Bobur=Unit"]);
    let confirm = ["evidence", "confirm", &case, text(&over["entry"])];
    let outside = bench.answer("Bobur", &confirm).unwrap_err();
    assert_eq!(outside["error"], "casework-not-allowed");
    assert!(text(&outside["message"]).contains("not a member of this case"), "{outside}");
    assert!(text(&outside["to_do"]).contains("comity case assign CASE OFFICER"), "{outside}");
    bench.one("Bobur", &["case", "assign", &case, "Bobur"]);
    bench.one("Bobur", &confirm);
}

#[test]
fn an_exhibit_is_shown_with_all_that_is_recorded_and_no_flood_of_files() {
    let bench = Bench::founded();
    let case = bench.case("Amina", "Theft");
    std::fs::create_dir(bench.path("notes")).unwrap();
    for number in 0..25 {
        bench.write(&format!("notes/{number:02}.txt"), "nothing\n");
    }
    let notes = bench.path("notes").display().to_string();
    let more = ["--authority", "warrant 7", "--condition", "wet", "--present", "Zoir=Witnesses"];
    bench.one("Amina", &[&["evidence", "add", &case, "Notes", &notes][..], &HOW, &more].concat());
    let moved = ["--storage", "room 4", "--transport", "by car", "--tool", "Reader=2.1"];
    done(&bench, &case, "examined", &moved);
    let scan = bench.one("Amina", &["evidence", "scan", &case, "E-1"]);
    let told = said(&bench.told("Amina", &["evidence", "show", &case, "E-1"]));
    for line in [
        "Reason: kept",
        "Legal ground: warrant 7",
        "Condition: wet",
        "Also present: Zoir, Witnesses",
        "Kept at: room 4",
        "Transport: by car",
        "Tool used: Reader 2.1",
        "19.txt",
        "and 5 more",
        &format!("Scan {}", text(&scan["entry"])),
        "Root of the list of files (SHA-256)",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert!(!told.contains("20.txt"), "{told}");
    let all = said(&bench.told("Amina", &["evidence", "show", &case, "E-1", "--files"]));
    assert!(all.contains("24.txt") && !all.contains("and 5 more"), "{all}");
    let now = shown(&bench, &case);
    assert_eq!((now["files"].as_array().unwrap().len(), &now["scans"][0]["entry"]), (25, &scan["entry"]));
    let given = ["--giver", "Zoir=Witnesses", "--taker", "Amina=Unit"];
    done(&bench, &case, "handed-over", &given);
    let list = said(&bench.told("Amina", &["evidence", "list", &case]));
    assert!(list.contains("Held now by: Amina, Unit"), "{list}");
    assert!(list.contains("2 things are missing or contradictory"), "{list}");
    let russian = bench.told("Amina", &["--language", "ru", "evidence", "show", &case, "E-1"]);
    let russian = said(&russian);
    assert!(russian.contains("Нынешний хранитель") && !russian.contains("Only one of the two"), "{russian}");
}

/// The lines of the guide for whoever keeps exhibits, typed as they stand there.
#[test]
fn the_hand_overs_of_the_guide_leave_nothing_missing() {
    let bench = Bench::new();
    let init: Vec<_> = bench
        .init()
        .into_iter()
        .map(|word| if word == "Unit" { "Cyber unit".into() } else { word })
        .collect();
    let made = bench.run(&init);
    assert!(made.status.success(), "{}", errors(&made));
    let case = bench.case("Amina", "Theft");
    bench.one("Bobur", &["case", "assign", &case, "Bobur"]);
    bench.write("receipt.pdf", "%PDF-1.7 a scan\n");
    let guide = include_str!("../../../docs/guide/README.md");
    let part = guide.split_once("## Custody officer").unwrap().1;
    let lines: Vec<_> = part
        .lines()
        .take_while(|line| !line.starts_with("## "))
        .filter_map(|line| line.strip_prefix("    comity "))
        .collect();
    // These need a device, images, a server, and a place to write to.
    let outside = [
        "evidence add CASE \"Disk\"",
        "evidence add CASE \"Image\"",
        "evidence stamp",
        "evidence check",
        "evidence file",
    ];
    let (mut entry, mut typed) = (String::new(), 0);
    for line in lines.into_iter().filter(|line| !outside.iter().any(|other| line.starts_with(other))) {
        let line = line.split(" # ").next().unwrap().trim();
        let words = crate::guide::words(line);
        let officer =
            words.iter().position(|word| word == "--as").map_or("Amina", |at| words[at + 1].as_str());
        let words = words.iter().map(|word| match word.as_str() {
            "CASE" => case.as_str(),
            "ENTRY" => entry.as_str(),
            other => other,
        });
        let answers = bench.answer(officer, &words.collect::<Vec<_>>());
        let answer = answers.unwrap_or_else(|error| panic!("{line}: {error}")).remove(0);
        if line.contains(" custody ") {
            let signature = line.contains("handed-over");
            assert_eq!(answer["gaps"].as_array().unwrap().len(), usize::from(signature), "{line}: {answer}");
            entry = answer["entry"].as_str().unwrap_or_default().to_owned();
        }
        typed += 1;
    }
    assert!(typed > 10, "{typed}");
    let now = shown(&bench, &case);
    assert!(now["chains"].as_array().unwrap().iter().all(|chain| chain["gaps"] == json!([])), "{now}");
}

//! The register of requests at the command line: what an old one brings, and the figures over all of them.

use serde_json::{Value, json};

use crate::bench::{Bench, errors, said, text};

const REGISTER: &str = "\
direction;state;measure;register_number;day;stage;notes
sent;KZ;stored-content;OUT-2025/5;2025-03-01;acknowledged;Mail of the accused
received;UZ;preservation;IN-2025/9;2025-04-02;original-received;
";

#[test]
fn an_old_register_is_shown_row_by_row_and_carried_over_once() {
    let bench = Bench::founded();
    let opened = bench.one("Amina", &["case", "open", "Requests of the old register"]);
    let case = text(&opened["case"]);
    bench.write("old.csv", REGISTER);
    bench.write("bad.csv", &(REGISTER.to_owned() + "sent;KZ;witchcraft;;2025-03-01;executed;\n"));
    let carry = |file: &str, more: &[&str]| {
        let words = ["request", "carry-over", case, file, "--written-in", "en"];
        [&words[..], more].concat().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let run =
        |words: Vec<String>| bench.answer("Amina", &words.iter().map(String::as_str).collect::<Vec<_>>());
    let listed = || bench.answer("Amina", &["request", "list"]).unwrap().len();

    let shown = run(carry("old.csv", &["--dry-run"])).unwrap();
    let lines: Vec<_> = shown.iter().map(|row| row["line"].as_u64().unwrap()).collect();
    assert_eq!((lines, listed()), (vec![2, 3], 0));
    let words: Vec<_> = carry("bad.csv", &[]);
    let told = bench.told("Amina", &words.iter().map(String::as_str).collect::<Vec<_>>());
    for fault in ["Line 4: stage holds executed.", "Line 4: register_number is empty.", "Line 4, measure:"] {
        assert!(said(&told).contains(fault), "{fault} is not in {}", said(&told));
    }
    assert!(errors(&told).contains("comity-request-carry-over-faults"), "{}", errors(&told));
    assert_eq!(listed(), 0);

    let taken = run(carry("old.csv", &[])).unwrap();
    assert_eq!((taken.last().unwrap()["entries"].as_array().unwrap().len(), listed()), (2, 2));
    let again = run(carry("old.csv", &[])).unwrap_err();
    assert_eq!((&again["error"], listed()), (&json!("comity-request-carry-over-faults"), 2));

    let show = said(&bench.told("Amina", &["request", "show", case, "OUT-2025/5"]));
    assert!(show.contains("From the old register; no draft of it is here"), "{show}");
    assert!(show.contains("Mail of the accused") && show.contains("Carried over"), "{show}");
    let printed = bench.answer("Amina", &["request", "print", case, "OUT-2025/5", "--out", "p.pdf"]);
    assert_eq!(printed.unwrap_err()["error"], "casework-request-no-draft");
    let refuse = ["request", "record", case, "OUT-2025/5", "refused", "--reason", "No."];
    bench.one("Amina", &[&refuse[..], &["--provision", "=UNTOC", "--day", "2025-06-01"]].concat());

    let counted = bench.one("Amina", &["request", "statistics", "--to", "2025-12-31"]);
    assert_eq!((&counted["requests"], &counted["rows"][0]["carried_over"]), (&json!(2), &json!(1)));
    assert_eq!(
        counted["rows"][0]["refusals"][0],
        json!({"ground": "", "provision": "=UNTOC", "requests": 1})
    );
    let csv = said(&bench.told("Amina", &["request", "statistics", "--csv", "-"]));
    assert!(csv.contains("\nsent,TJ,KZ,stored-content,refused,'=UNTOC,1,,\n"), "{csv}");
    let turned = ["request", "statistics", "--from", "2026-01-01", "--to", "2025-12-31"];
    assert_eq!(bench.answer("Amina", &turned).unwrap_err()["error"], "casework-request-period");
    let files = ["--csv", "figures.csv", "--pdf", "figures.pdf", "--languages", "ru,en"];
    bench.answer("Amina", &[&["request", "statistics"][..], &files].concat()).unwrap();
    assert_eq!(std::fs::read_to_string(bench.path("figures.csv")).unwrap(), csv);
    assert!(std::fs::read(bench.path("figures.pdf")).unwrap().starts_with(b"%PDF-1.7"));
    let people = said(&bench.told("Bobur", &["request", "statistics"]));
    assert!(people.contains("whoever asked may read"), "{people}");
    assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], Value::Array(vec![]));
}

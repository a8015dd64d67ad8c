//! Cases are named as officers know them: by their number in the register, or by the beginning of their identifier.

use serde_json::Value;

use crate::bench::{Bench, said, text};

#[test]
fn a_case_is_found_by_its_number_or_the_beginning_of_its_identifier_in_every_command() {
    let bench = Bench::founded();
    let open = |title: &str, number: &str| {
        let words = ["case", "open", title, "--register-number", number];
        text(&bench.one("Amina", &words)["case"]).to_owned()
    };
    let (first, second) = (open("Theft", "17/2026"), open("Fraud", "18/2026"));
    let (short, other) = (first[..8].to_owned(), second[..8].to_owned());
    bench.one("Amina", &["case", "note", "17/2026", "by its number"]);
    bench.one("Amina", &["case", "note", &short.to_uppercase(), "by its beginning"]);
    bench.one("Amina", &["case", "note", &first, "by its identifier"]);
    let notes = |case: &str| {
        let entries = bench.answer("Amina", &["case", "show", case]).unwrap();
        entries.iter().filter(|entry| entry["kind"] == "note.written").count()
    };
    assert_eq!((notes(&first), notes("17/2026"), notes("18/2026")), (3, 3, 0));
    let listed = said(&bench.told("Amina", &["case", "list"]));
    assert!(listed.contains("17/2026  Theft"), "{listed}");

    // An exhibit is called by its number in that case, as before.
    let how = ["--place", "Office 3", "--reason", "search", "--authority", "warrant 7"];
    bench.one("Amina", &[&["evidence", "add", "18/2026", "A telephone"][..], &how].concat());
    let shown = bench.one("Amina", &["evidence", "show", &other, "e-1"]);
    assert_eq!(shown["title"], "A telephone");
    assert_eq!(bench.answer("Amina", &["evidence", "list", "17/2026"]).unwrap(), Vec::<Value>::new());

    for unknown in ["19/2026", "17", &first[..5], "zzzzzzzz", ""] {
        let refused = bench.answer("Amina", &["case", "show", unknown]).unwrap_err();
        assert_eq!(refused["error"], "comity-case-unknown", "{unknown}");
    }
    // Two cases of one number: the command says which there are, and nothing is done.
    let twin = open("Threats", "18/2026");
    let refused = bench.answer("Amina", &["case", "note", "18/2026", "which?"]).unwrap_err();
    assert_eq!(refused["error"], "comity-case-ambiguous", "{refused}");
    for candidate in [&second, &twin] {
        assert!(text(&refused["message"]).contains(candidate.as_str()), "{refused}");
    }
    assert_eq!((notes(&second), notes(&twin)), (0, 0));
}

//! `comity law`: answers for people, for programs and on paper.

use serde_json::Value;

use crate::bench::{Bench, errors, said};

const ON: [&str; 2] = ["--on", "2026-11-23"];

fn ask(bench: &Bench, words: &[&str]) -> String {
    let output = bench.run(&[&["law"][..], words].concat());
    assert!(output.status.success(), "{}", errors(&output));
    said(&output)
}

fn refused(bench: &Bench, words: &[&str]) -> String {
    let output = bench.run(&[&["law"][..], words].concat());
    assert!(!output.status.success(), "{}", said(&output));
    errors(&output)
}

#[test]
fn the_answer_shows_what_carries_a_request_what_does_not_and_dual_criminality() {
    let bench = Bench::new();
    let question =
        ["basis", "--from", "TJ", "--to", "UZ", "--measure", "stored-content", "--offence", "illegal_access"];
    let said = ask(&bench, &[&question[..], &ON].concat());
    let (carry, rest) = said.split_once("do not carry this request").unwrap();
    assert!(carry.contains("Minsk Convention 1993") && !carry.contains("\nUNCAC"));
    assert!(rest.contains("UNCAC (Merida Convention)\n    It does not name this offence."));
    let theirs = "only theirs asks for: A harmful result";
    assert!(rest.contains("Dual criminality:") && rest.contains(theirs), "{rest}");
    assert!(rest.contains("With less coercion you can ask for:"));
    assert!(carry.contains("Address it to: Prosecutor General's Office"));
    // The penalty as the drafter reads it goes before the pack: it opens UNTOC, or closes it.
    let with = |years: &str| {
        let question = ["basis", "--from", "TJ", "--to", "UZ", "--measure", "stored-content", "--offence"];
        ask(&bench, &[&question[..], &[&format!("illegal_access={years}")], &ON].concat())
    };
    assert!(with("4").contains("illegal_access: The highest penalty of the offence reaches its threshold."));
    assert!(
        with("3.99").contains("UNTOC (Palermo Convention)\n    The highest penalty of the offence is below")
    );
    // In the language of the reader as far as there are words.
    let russian = bench.run(&[&["--language", "ru", "law"][..], &question[..], &ON].concat());
    assert!(
        crate::bench::said(&russian).contains("Действующий документ обязывает"),
        "{}",
        crate::bench::said(&russian)
    );
}

#[test]
fn states_are_set_side_by_side_for_people_for_programs_and_on_paper() {
    let bench = Bench::new();
    let question = ["compare", "--state", "UZ", "--state", "TJ", "--offence", "data_theft"];
    assert!(ask(&bench, &question).contains("Republic of Uzbekistan\n    Provision: Not seen"));
    let paper = bench.path("side.pdf").display().to_string();
    let print = [&["--json", "law"][..], &question, &["--pdf", &paper, "--languages", "ru,fa"]].concat();
    let output = bench.run(&print);
    assert!(output.status.success(), "{}", errors(&output));
    let answers: Vec<Value> = said(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers[0]["rows"][0]["cells"][0]["finding"], "not-seen");
    assert_eq!(answers[1]["untranslated"], 0);
    assert!(std::fs::read(&paper).unwrap().starts_with(b"%PDF-1.7"));
    // A file that is there is not written over, and languages are of a print.
    assert!(refused(&bench, &[&question[..], &["--pdf", &paper]].concat()).contains("error[comity-file"));
    assert!(refused(&bench, &[&question[..], &["--languages", "ru"]].concat()).contains("--pdf"));
}

#[test]
fn gaps_lists_and_the_work_list_answer_and_say_what_they_cannot_take() {
    let bench = Bench::new();
    let gaps = ask(&bench, &["gaps", "--state", "UZ", "--against", "budapest2001"]);
    assert!(gaps.contains("asks for more than the plain conduct"), "{gaps}");
    let list = ask(&bench, &[&["to-verify", "--from", "UZ", "--to", "AF"][..], &ON].concat());
    assert!(list.contains("authorities.toml af-ca"), "{list}");
    assert!(
        ask(&bench, &["offences", "--state", "PK", "--category", "illegal_access"]).contains("0.25 years")
    );
    let authorities = ask(&bench, &["authorities", "--state", "PK", "--role", "central_authority_mla"]);
    assert!(authorities.contains("named for: uncac"), "{authorities}");
    assert!(ask(&bench, &["instruments"]).contains("untoc  UNTOC (Palermo Convention)"));
    for (words, code) in [
        (&["gaps", "--state", "UZ", "--against", "magna-carta"][..], "law-instrument-unknown"),
        (&["gaps", "--state", "JP", "--against", "untoc"], "law-state-unknown"),
        (&["offences", "--state", "JP"], "law-state-unknown"),
        (&["offences", "--state", "TJ", "--category", "witchcraft"], "law-category-unknown"),
        (&["authorities", "--state", "JP"], "law-state-unknown"),
        (&["to-verify", "--from", "TJ", "--to", "TJ"], "law-same-state"),
        (&["compare", "--state", "Tajikistan"], "--state"),
        (
            &["basis", "--from", "TJ", "--to", "UZ", "--measure", "statement", "--offence", "extortion=long"],
            "years",
        ),
    ] {
        assert!(refused(&bench, words).contains(code), "{words:?}");
    }
}

//! The wording of provisions, from the library of the office into a request.

use serde_json::Value;

use crate::bench::{Bench, text};
use crate::request::{Transcript, compare};

#[test]
fn a_wording_is_kept_listed_taken_into_a_request_and_removed() {
    let bench = Bench::founded();
    let opened = bench.one("Amina", &["case", "open", "Entry", "--register-number", "2026/17"]);
    let case = text(&opened["case"]);
    bench.write("article.txt", "Who enters a system without right\nis punished.\n");
    let mut transcript = Transcript { bench: &bench, text: String::new() };
    let provisions = ["office", "provisions"];
    let name = ["--statute", "Exercise Code", "--article", "article 1", "--in", "en"];
    let article = bench.path("article.txt").display().to_string();
    let from = ["--text", &article, "--source", "Exercise gazette 7", "--as-of", "2026-01-01"];
    let who = ["--confirmed-by", "A. Exercise, jurist"];
    let add = [&provisions[..], &["add"], &name, &from, &who].concat();
    transcript.types("Bobur", &add);
    transcript.types("Bobur", &add);
    transcript.types("Amina", &[&provisions[..], &["list", "--country", "TJ"]].concat());
    let languages = ["--to", "KZ", "--written-in", "en", "--at", "2026-11-23T12:00:00+05:00[Asia/Dushanbe]"];
    let offence = "offences=illegal_access: Exercise Code, Article 1";
    let draft = ["request", "draft", case, "--form", "preservation"];
    let drafted = bench.one("Amina", &[&draft[..], &languages, &["--set", offence]].concat());
    let warned = |answer: &Value, code: &str| {
        answer["report"]["warnings"].as_array().unwrap().iter().any(|warning| warning["kind"] == code)
    };
    assert!(warned(&drafted, "request-warn-provision-text-kept"), "{drafted}");
    let set = ["request", "set", case, "2026/17-1", "--wording"];
    let revised = bench.one("Amina", &set);
    assert!(!warned(&revised, "request-warn-provision-text-kept"), "{revised}");
    let taken = &revised["wordings"][0];
    assert_eq!(taken["provision"]["text"], "Who enters a system without right\nis punished.");
    transcript.types(
        "Bobur",
        &[&provisions[..], &["remove", text(&taken["entry"]), "--reason", "repealed"]].concat(),
    );
    transcript.types("Amina", &[&provisions[..], &["list"]].concat());
    compare("provisions.txt", &transcript.settled());
}

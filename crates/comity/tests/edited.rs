//! A request printed for a last edit, edited as an office program would, and read back.

use std::io::{Cursor, Read as _, Write as _};

use serde_json::json;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::bench::{Bench, text};
use crate::request::VALUES;

/// Writes a copy of a file with other words in it.
fn edit(bench: &Bench, from: &str, to: &str, words: &[(&str, &str)]) {
    let bytes = std::fs::read(bench.path(from)).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut zip = ZipWriter::new(std::fs::File::create(bench.path(to)).unwrap());
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let (name, mut part) = (file.name().unwrap().into_owned(), String::new());
        file.read_to_string(&mut part).unwrap();
        for (before, after) in words.iter().filter(|_| name == "word/document.xml") {
            assert!(part.contains(before), "{before:?} is not in {from}");
            part = part.replace(before, after);
        }
        zip.start_file(&name, SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
}

#[test]
fn an_edited_print_comes_back_field_by_field_or_is_told_apart_from_its_twin() {
    let bench = Bench::founded();
    let opened = bench.one("Amina", &["case", "open", "Entry", "--register-number", "2026/17"]);
    let case = text(&opened["case"]);
    bench.write("values.toml", VALUES);
    let draft = ["request", "draft", case, "--form", "preservation", "--to", "KZ", "--written-in", "en"];
    let more = ["--beside", "fa", "--offence", "illegal_access", "--file", "values.toml"];
    bench.one("Amina", &[&draft[..], &more].concat());
    let which = [case, "2026/17-1"];
    let print = [&["request", "print"][..], &which, &["--out", "a.pdf", "--docx", "a.docx"]].concat();
    bench.one("Amina", &print);
    let import = |file: &str, more: &[&str]| {
        let words = [&["request", "import"][..], &which, &[file], more].concat();
        bench.answer("Amina", &words)
    };
    let one = |file: &str, more: &[&str]| import(file, more).unwrap().remove(0);

    let same = one("a.docx", &[]);
    assert_eq!((&same["changes"], &same["lost"], &same["outside"]), (&json!([]), &json!([]), &json!(false)));

    let words = [
        ("somebody entered the systems", "two persons entered the systems"),
        ("Logs are overwritten after thirty days.", "Logs are overwritten after twenty days."),
    ];
    edit(&bench, "a.docx", "b.docx", &words);
    let told = one("b.docx", &[]);
    let fields: Vec<_> = told["changes"].as_array().unwrap().iter().map(|c| text(&c["field"])).collect();
    assert_eq!(fields, ["facts_summary", "preservation_need"]);
    assert_eq!((&told["outside"], &told["version"]), (&json!(false), &json!(null)));
    // Nothing was taken yet; one change is, and makes a version that says just that.
    let taken = one("b.docx", &["--take", "2"]);
    assert_eq!((&taken["taken"], &taken["version"]), (&json!([2]), &json!(2)));
    bench
        .one("Amina", &[&["request", "print"][..], &which, &["--out", "c.pdf", "--docx", "c.docx"]].concat());
    let left = one("b.docx", &[]);
    assert_eq!((&left["printed_from"], left["changes"].as_array().unwrap().len()), (&json!(1), 2));
    // The field says something else by now than on the print that was edited.
    assert_eq!(import("b.docx", &["--take", "2"]).unwrap_err()["error"], "casework-request-edit-overtaken");
    assert_eq!(one("b.docx", &["--take", "1"])["version"], 3);
    assert_eq!(import("b.docx", &["--take", "3"]).unwrap_err()["error"], "casework-request-no-change");

    // An authority is no field that is edited on paper.
    edit(&bench, "a.docx", "d.docx", &[("Exercise authority of the other side", "Another authority")]);
    let other = one("d.docx", &[]);
    assert_eq!((&other["outside"], &other["changes"]), (&json!(true), &json!([])));

    // Neither a print of another request nor a file of another kind.
    bench.one("Amina", &[&draft[..], &more].concat());
    let words = ["request", "import", case, "2026/17-2", "c.docx"];
    assert_eq!(bench.answer("Amina", &words).unwrap_err()["error"], "casework-request-edit-of-other");
    assert_eq!(one("a.pdf", &[])["changes"], json!([]), "the twin inside is that of a version");
    assert_eq!(import("none.docx", &[]).unwrap_err()["error"], "comity-file");
}

#[test]
fn an_office_without_a_node_answers_on_paper_and_comes_back_in() {
    let bench = Bench::founded();
    let opened = bench.one("Amina", &["case", "open", "Requests of the old register"]);
    let case = text(&opened["case"]);
    bench.write(
        "old.csv",
        "direction,state,measure,register_number,day,stage\nsent,KZ,preservation,OUT-5,2025-03-01,acknowledged\n",
    );
    bench.answer("Amina", &["request", "carry-over", case, "old.csv", "--written-in", "en"]).unwrap();
    bench.write(
        "answer.toml",
        "form = \"answer\"\nfrom = \"KZ\"\nto = \"TJ\"\non = 2025-06-01\nlanguage = \"en\"\nexercise = true\n\
         [values]\nparent = \"OUT-5\"\nanswer_kind = \"refused\"\nrefusal_reasons = [\"The data is gone.\"]\n",
    );
    let print = ["form", "print", "answer.toml", "--reference", "KZ-9", "--out", "answer.pdf"];
    let printed = bench.run(&print);
    assert!(printed.status.success(), "{}", crate::bench::errors(&printed));

    let import = ["request", "import", case, "OUT-5", "answer.pdf"];
    let shown = bench.one("Amina", &import);
    assert_eq!((text(&shown["answer"]["event"]), &shown["entry"]), ("refused", &json!(null)));
    let told = crate::bench::said(&bench.told("Amina", &import));
    assert!(told.contains("The data is gone.") && told.contains("Nothing was recorded"), "{told}");
    let taken = bench.one("Amina", &[&import[..], &["--all"]].concat());
    assert!(taken["entry"].is_string());
    assert_eq!(bench.one("Amina", &["request", "list"])["stage"], "refused");
    // A PDF without a twin, and one that is none.
    bench.write("none.pdf", "%PDF-1.7\nnothing\n");
    let none = bench.answer("Amina", &["request", "import", case, "OUT-5", "none.pdf"]).unwrap_err();
    assert_eq!(none["error"], "document-pdf-not");
}

#[test]
fn kept_versions_are_listed_and_compared() {
    let bench = Bench::founded();
    let opened = bench.one("Amina", &["case", "open", "Entry", "--register-number", "2026/17"]);
    let case = text(&opened["case"]);
    bench.write("values.toml", VALUES);
    let draft = ["request", "draft", case, "--form", "preservation", "--to", "KZ", "--written-in", "en"];
    bench.one("Amina", &[&draft[..], &["--offence", "illegal_access", "--file", "values.toml"]].concat());
    let set = ["request", "set", case, "2026/17-1", "--set", "keep_days=60", "--beside", "ru"];
    bench.one("Amina", &set);
    let listed = bench.answer("Amina", &["request", "versions", case, "2026/17-1"]).unwrap();
    let changed: Vec<_> = listed.iter().map(|version| &version["changed"]).collect();
    assert_eq!(changed, [&json!([]), &json!(["keep_days"])]);
    let compared = bench.one("Amina", &["request", "compare", case, "2026/17-1"]);
    let number = |n: u8| json!({ "type": "number", "value": n });
    let fields = json!([{ "field": "keep_days", "before": number(90), "after": number(60) }]);
    assert_eq!((&compared["fields"], &compared["translation"]["after"]), (&fields, &json!("ru")));
    let told = bench.told("Amina", &["request", "compare", case, "2026/17-1", "--from", "1"]);
    let told = crate::bench::said(&told);
    assert!(told.contains("- 90\n  + 60") && told.contains("by Amina"), "{told}");
    let none = bench.answer("Amina", &["request", "compare", case, "2026/17-1", "--to", "9"]).unwrap_err();
    assert_eq!(none["error"], "casework-request-no-version");
}

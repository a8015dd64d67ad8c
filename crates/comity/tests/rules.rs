//! Rules of users, in searches of files and of exhibits.

use std::io::{Cursor, Write as _};
use std::path::Path;

use comity_record::Sha256Digest;
use comity_rules::WHOLE_BYTES;
use serde_json::{Value, json};

use crate::bench::{Bench, errors, said, text};

/// What no output may show: it is what the rules look for.
const SECRET: &str = "the-password-of-the-market";

const RULES: &str = r#"
    rule password { strings: $a = "the-password-of-the-market" $b = "never there" condition: any of them }
    rule small { condition: filesize < 100 and uint8(0) == 0x70 }
"#;

fn bytes(path: &Path, bytes: &[u8]) {
    #[expect(clippy::disallowed_methods, reason = "a test's input")]
    std::fs::write(path, bytes).unwrap();
}

/// A file with an address and the password, and the same once more in an archive.
fn seized(bench: &Bench) {
    std::fs::create_dir(bench.path("seized")).unwrap();
    let note = format!("pay mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn {SECRET}\n");
    bytes(&bench.path("seized/a.txt"), note.as_bytes());
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("in/b.txt", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(note.repeat(2).as_bytes()).unwrap();
    bytes(&bench.path("seized/b.zip"), &archive.finish().unwrap().into_inner());
    bench.write("gang.yar", RULES);
}

fn lines(output: &std::process::Output) -> Vec<Value> {
    said(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn of_rules(hits: &[Value]) -> Vec<&Value> {
    hits.iter().filter(|hit| hit["kind"] == "rule").collect()
}

#[test]
fn what_rules_find_is_told_beside_the_hits_and_never_what_stands_there() {
    let bench = Bench::new();
    seized(&bench);
    let output = bench.run(&["--json", "scan", "seized", "--rules", "gang.yar"]);
    assert!(output.status.success(), "{}", errors(&output));
    let hits = lines(&output);
    // What stands beside an address is its context, and not of the rules.
    assert!(!format!("{:?}{}", of_rules(&hits), errors(&output)).contains(SECRET));
    assert_eq!(hits.iter().filter(|hit| hit["kind"] == "bitcoin-address").count(), 3);
    let found = of_rules(&hits);
    let short = |hit: &&Value| format!("{} {}", text(&hit["value"]), text(&hit["path"]));
    assert_eq!(
        found.iter().map(short).collect::<Vec<_>>(),
        ["password seized/a.txt-39", "small seized/a.txt-0", "password seized/b.zip-0-zip(in/b.txt)-39"]
    );
    assert_eq!(
        (&found[0]["file"], &found[0]["namespace"], &found[0]["class"], &found[0]["seen"]),
        (&json!("seized/a.txt"), &json!("gang"), &json!("matched"), &json!("whole"))
    );
    assert_eq!((&found[0]["offset"], &found[0]["length"]), (&json!(39), &json!(26)));
    let place = |offset| json!({ "id": "$a", "offset": offset, "length": 26 });
    assert_eq!((&found[0]["strings"], &found[0]["decoders"]), (&json!([place(39)]), &json!([])));
    assert_eq!(found[2]["strings"], json!([place(39), place(105)]));
    assert_eq!(found[2]["decoders"], json!([{ "name": "zip", "offset": 0, "file": "in/b.txt" }]));
    assert_eq!((&found[1]["strings"], &found[1]["length"]), (&json!([]), &json!(66)));

    let told = bench.run(&["scan", "seized", "--rules", "gang.yar"]);
    let told = said(&told) + &errors(&told);
    assert!(told.contains("seized/a.txt:39\trule\tmatched\tgang:password"), "{told}");
    assert!(told.contains("2 files read, 6 hits") && !told.contains(SECRET), "{told}");
}

#[test]
fn rules_see_the_bytes_as_they_are_where_nothing_is_decoded() {
    let bench = Bench::new();
    seized(&bench);
    let scan = ["--json", "scan", "--no-decode", "seized", "--rules", "gang.yar", "--kinds", "iban"];
    let output = bench.run(&scan);
    assert!(output.status.success(), "{}", errors(&output));
    let hits = lines(&output);
    let paths: Vec<_> = hits.iter().map(|hit| text(&hit["path"])).collect();
    assert_eq!(paths, ["seized/a.txt-39", "seized/a.txt-0"]);
    // And where nothing fits, nothing is told.
    bench.write("none.yar", "rule nothing { strings: $a = \"nowhere to be found\" condition: $a }");
    let none = bench.run(&["--json", "scan", "seized", "--rules", "none.yar", "--kinds", "iban"]);
    assert!(none.status.success() && said(&none).is_empty(), "{}", errors(&none));
}

#[test]
fn a_rule_that_is_wrong_is_named_by_its_place_and_nothing_is_searched() {
    let bench = Bench::new();
    seized(&bench);
    bench.write("wrong.yar", "rule a {\n  condition:\n    nobody\n}\n");
    bench.write("module.yar", "import \"pe\"\nrule a { condition: pe.is_pe }\n");
    bench.write("include.yar", "include \"gang.yar\"\n");
    bench.write("empty.yar", "// nothing\n");
    bytes(&bench.path("large.yar"), &vec![b' '; comity_rules::MAX_TEXT_BYTES + 1]);
    for (file, code, says) in [
        ("wrong.yar", "rules-wrong", "wrong.yar, line 3, column 5: unknown identifier `nobody`"),
        ("module.yar", "rules-module", "module.yar, line 1, column 1: there is no module “pe” here"),
        ("include.yar", "rules-include", "include.yar, line 1, column 1"),
        ("empty.yar", "rules-none", "There is no rule in empty.yar"),
        ("large.yar", "rules-too-large", "8388608"),
        ("absent.yar", "comity-file", "absent.yar"),
    ] {
        let output = bench.run(&["scan", "seized", "--rules", "gang.yar", "--rules", file]);
        let told = errors(&output).replace(['\u{2068}', '\u{2069}'], "");
        assert!(!output.status.success() && said(&output).is_empty(), "{file}: {}", said(&output));
        assert!(told.contains(&format!("error[{code}]")) && told.contains(says), "{file}: {told}");
    }
}

#[test]
fn files_of_rules_are_told_apart_though_rules_have_one_name() {
    let bench = Bench::new();
    seized(&bench);
    std::fs::create_dir(bench.path("more")).unwrap();
    bench.write("more/gang.yar", "rule password { strings: $c = /pay [a-zA-Z0-9]{34}/ condition: $c }");
    let words = ["--json", "scan", "seized/a.txt", "--rules", "gang.yar", "--rules", "more/gang.yar"];
    let hits = lines(&bench.run(&words));
    let names: Vec<_> = of_rules(&hits).iter().map(|hit| text(&hit["namespace"])).collect();
    assert_eq!(names, ["gang", "gang", "gang-2"]);
    assert_eq!(of_rules(&hits)[2]["strings"], json!([{ "id": "$c", "offset": 0, "length": 38 }]));
}

#[test]
fn what_is_too_long_to_be_seen_whole_is_seen_in_blocks_and_that_is_told() {
    let bench = Bench::new();
    let mut long = vec![0; WHOLE_BYTES + 1];
    let at = WHOLE_BYTES - 7;
    long.splice(at.., SECRET.bytes());
    bytes(&bench.path("long.bin"), &long);
    bench.write("gang.yar", RULES);
    bench.write("size.yar", "rule size { condition: filesize > 0 }");
    let words = ["scan", "long.bin", "--rules", "gang.yar", "--rules", "size.yar"];
    let output = bench.run(&[&["--json"], &words[..]].concat());
    let hits = lines(&output);
    let found: Vec<_> = hits.iter().map(|hit| (&hit["value"], &hit["offset"], &hit["seen"])).collect();
    assert_eq!(found, [(&json!("password"), &json!(at), &json!("blocks"))], "{}", errors(&output));
    let told = bench.run(&words);
    let told = said(&told) + &errors(&told);
    assert!(told.contains("One part was too long to be seen whole by the rules"), "{told}");
}

/// The answer of a search that tells of a part which was not opened.
fn searched(bench: &Bench, scan: &[&str]) -> Value {
    let output = bench.told("Amina", &[&["--json"], scan].concat());
    assert!(output.status.success() && errors(&output).contains("unpack-encrypted"), "{}", errors(&output));
    lines(&output).remove(0)
}

#[test]
fn an_exhibit_is_searched_without_what_is_known_and_the_entry_says_what_was_not_seen() {
    let bench = Bench::founded();
    seized(&bench);
    let archive = "PK\u{3}\u{4}\u{14}\0\u{1}\0\u{8}\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u{1}\0\0\0a";
    bench.write("seized/locked.zip", archive);
    bench.write("seized/known.txt", "pay mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn");
    let list = format!("{}  known.txt\n", Sha256Digest::of(b"pay mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"));
    bench.write("known.list", &list);
    let case = bench.case("Amina", "Theft");
    let folder = bench.path("seized").display().to_string();
    let (known, rules) = (bench.path("known.list"), bench.path("gang.yar"));
    let (known, rules) = (known.display().to_string(), rules.display().to_string());
    let how = ["--place", "Office 3", "--reason", "search", "--authority", "warrant 7"];
    for (exhibit, place) in [("E-1", &["A server"][..]), ("E-2", &["A server", "--in-place"])] {
        let add = [&["evidence", "add", &case, place[0], &folder], &place[1..], &how].concat();
        assert_eq!(bench.one("Amina", &add)["exhibit"], exhibit);
        let scan = ["evidence", "scan", &case, exhibit, "--known", &known, "--rules", &rules];
        let answer = searched(&bench, &scan);
        let expected = json!({
            "parts": 1, "known": { "lists": [Sha256Digest::of(list.as_bytes()).to_string()], "files": 1 },
        });
        assert_eq!(answer["unseen"], expected, "{exhibit}");
        let sha256 = Sha256Digest::of(RULES.as_bytes()).to_string();
        assert_eq!(answer["rules"], json!([{ "namespace": "gang", "sha256": sha256 }]));
        let mut hits = bench.answer("Amina", &["evidence", "hits", &case, text(&answer["entry"])]).unwrap();
        for (number, hit) in (1..).zip(&mut hits) {
            assert_eq!(hit.as_object_mut().unwrap().remove("number"), Some(json!(number)));
        }
        assert_eq!(Value::from(hits.clone()), answer["hits"]);
        assert_eq!(of_rules(&hits).len(), 3);
        let found = format!("{:?}", of_rules(&hits));
        assert!(!found.contains(SECRET) && !format!("{hits:?}").contains("known.txt"), "{hits:?}");
    }
    let told = said(&bench.told("Amina", &["case", "show", &case]));
    assert!(told.contains("1 part inside these files was not opened"), "{told}");
    assert!(told.contains("One file is on the lists of known files"), "{told}");
    // Without a list nothing is set aside, and a list that is none changes nothing.
    let all = searched(&bench, &["evidence", "scan", &case, "E-1"]);
    assert_eq!((&all["unseen"], &all["rules"]), (&json!({ "parts": 1 }), &json!([])));
    bench.write("empty.list", "nothing\n");
    let (empty, entries) =
        (bench.path("empty.list").display().to_string(), bench.answer("Amina", &["case", "show", &case]));
    let refused = bench.answer("Amina", &["evidence", "scan", &case, "E-1", "--known", &empty]).unwrap_err();
    assert_eq!(refused["error"], "comity-known-none");
    assert_eq!(bench.answer("Amina", &["case", "show", &case]).unwrap().len(), entries.unwrap().len());
}

//! An office writes down how it works, puts that in force by two, and its requests follow it.

use std::path::Path;

use crate::bench::{Bench, errors, said, text};
use crate::request::VALUES;

/// Writes an office's own words over a file of the copied pack.
fn write(path: &Path, text: &str) {
    use std::io::Write as _;
    std::fs::OpenOptions::new()
        .write(true)
        .truncate(true)
        .open(path)
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
}

#[test]
fn an_office_writes_its_approvals_and_its_calendar_and_its_requests_follow_them() {
    let bench = Bench::founded();
    let copied = bench.run(&["packs", "copy", "practice", "mine"]);
    assert!(copied.status.success(), "{}", errors(&copied));
    let again = bench.run(&["packs", "copy", "practice", "mine"]);
    assert!(errors(&again).contains("comity-file-exists"), "{}", errors(&again));
    let unknown = bench.run(&["packs", "copy", "praxis", "other"]);
    assert!(errors(&unknown).contains("practice"), "{}", errors(&unknown));
    let folder = bench.path("mine");
    write(
        &folder.join("approvals.toml"),
        "known = true\n[[step]]\nid = \"ministry\"\ntitle = { en = \"Ministry\" }\nby = \"outsid\"\n",
    );
    let wrong = bench.run(&["packs", "check", "mine"]);
    assert!(!wrong.status.success());
    assert!(errors(&wrong).contains("ministry: by is one of"), "{}", errors(&wrong));
    write(
        &folder.join("approvals.toml"),
        "known = true\n[[step]]\nid = \"ministry\"\ntitle = { en = \"Ministry\" }\nby = \"outside\"\n",
    );
    write(
        &folder.join("calendar.toml"),
        "known = true\nrest_days = [\"sunday\"]\n[terms]\noriginal = 2\nremind = 3\n",
    );
    assert!(bench.run(&["packs", "check", "mine"]).status.success());
    let proposed = bench.one("Amina", &["packs", "activate", "mine", "--reason", "Ours."]);
    bench.one("Bobur", &["office", "approve", text(&proposed["entry"])]);

    let opened = bench.one("Amina", &["case", "open", "Entry", "--register-number", "2026/17"]);
    let case = text(&opened["case"]);
    bench.one("Bobur", &["case", "assign", case, "Bobur"]);
    bench.write("values.toml", VALUES);
    let draft = ["request", "draft", case, "--form", "preservation", "--to", "KZ", "--file", "values.toml"];
    let more = ["--written-in", "en", "--offence", "illegal_access", "--add", "ways=police:caricc"];
    let signed = ["--set", "signatory=A. Exercise; Prosecutor"];
    bench.one("Amina", &[&draft[..], &more, &signed].concat());
    let on = |verb: &'static str| ["request", verb, case, "2026/17-1"];
    bench.one("Bobur", &[&on("confirm")[..], &["all", "--overrule", "--reason", "Read."]].concat());
    bench.one("Bobur", &on("review"));
    let proposed = bench.one("Amina", &[&on("propose")[..], &["--reason", "needed"]].concat());
    bench.one("Bobur", &["case", "approve", case, text(&proposed["entry"])]);
    let issue = [&on("issue")[..], &["--register-number", "OUT-7", "--out", "issued"]].concat();
    let refused = bench.answer("Amina", &issue).unwrap_err();
    assert_eq!(refused["error"], "casework-request-step-open");
    // What comes next, as it is typed.
    let next = said(&bench.told("Amina", &on("show")));
    assert!(next.contains("Ministry"), "{next}");
    assert!(
        next.contains(&format!("comity request endorse {case} 2026/17-1 ministry --number … --day …")),
        "{next}"
    );
    let here = bench.answer("Bobur", &[&on("endorse")[..], &["ministry"]].concat()).unwrap_err();
    assert_eq!(here["error"], "casework-request-step-decision");
    let paper = ["ministry", "--number", "M-12", "--day", "2026-11-20"];
    bench.one("Bobur", &[&on("endorse")[..], &paper].concat());
    bench.one("Amina", &issue);
    assert!(bench.answer("Amina", &["request", "clocks", "--urgent"]).unwrap().is_empty());
    let sent = ["advance-copy-sent", "--channel", "e-mail"];
    bench.one("Amina", &[&on("record")[..], &sent].concat());
    let clocks = bench.answer("Amina", &["request", "clocks"]).unwrap();
    let kinds: Vec<_> = clocks.iter().map(|clock| text(&clock["kind"])).collect();
    assert_eq!(kinds, ["original", "remind"]);
    assert_eq!(text(&clocks[0]["urgency"]), "now");
    let told = said(&bench.told("Amina", &["request", "clocks"]));
    assert!(told.contains("To send the signed and sealed original"), "{told}");
    let grounds = bench.one("Amina", &on("grounds"));
    assert!(!grounds["grounds"].as_array().unwrap().is_empty());
    let cost = ["cost-noted", "--what", "Translation", "--amount", "12.50 USD", "--borne-by", "open"];
    bench.one("Amina", &[&on("record")[..], &cost].concat());
    let wrong =
        bench.told("Amina", &[&on("record")[..], &["cost-noted", "--what", "x", "--amount", "12"]].concat());
    assert!(errors(&wrong).contains("120.50 USD"), "{}", errors(&wrong));
    assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], serde_json::Value::Array(vec![]));
}

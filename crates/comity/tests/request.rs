//! A request from the first draft in one office to the acknowledgement in another, as officers would type it.

use std::io::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::bench::{Bench, errors, said, text};

/// What the officer writes into the form.
pub const VALUES: &str = r#"
matter_nature = "Exercise case 2026/17, inquiry into an entry into a company's systems"
facts_summary = "On 2 September 2026 somebody entered the systems of an exercise company."
reply_contact = "Exercise desk, at all hours, UTC+5"
preservation_need = "Logs are overwritten after thirty days."
intent_to_follow_up = "A formal request will follow within sixty days."
renewal = "new"
keep_days = 90
holder = "body: Exercise Exchange"
accounts = "address:bitcoin-testnet:mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"
period = "2026-09-01T00:00:00+05:00[Asia/Dushanbe]..2026-10-01T00:00:00+05:00[Asia/Dushanbe]"
requested_authority = "KZ: Exercise authority of the other side"
data = [{ what = "Sign-in records", link = "The entry was made from this account.", offence = "Exercise Code, article 1" }]
[[offences]]
category = "illegal_access"
provision = "Exercise Code, article 1"
text = "Wording from the exercise library."
"#;

/// When it all takes place.
const AT: &str = "2026-11-23T12:00:00+05:00[Asia/Dushanbe]";

/// What officers typed, and what they were told, with everything that differs from run to run left out.
pub struct Transcript<'a> {
    pub bench: &'a Bench,
    pub text: String,
}

impl Transcript<'_> {
    /// Types a command as an officer.
    pub fn types(&mut self, officer: &str, words: &[&str]) {
        let output = self.bench.program_of(officer).args(words).output().unwrap();
        let words: Vec<String> =
            words.iter().map(|w| if w.contains(' ') { format!("'{w}'") } else { (*w).to_owned() }).collect();
        let told = format!("{}{}", said(&output), errors(&output));
        self.text.extend([officer, "$ comity ", &words.join(" "), "\n", &told, "\n"]);
    }

    /// The text without identifiers, digests, times of the day and folders.
    pub fn settled(&self) -> String {
        let folder = self.bench.folder.path().display().to_string();
        let text = self.text.replace(&folder, "FOLDER");
        let settle = |word: &str| {
            let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
            let id = matches!(bare.len(), 32 | 64) && bare.bytes().all(|b| b.is_ascii_hexdigit());
            let time = bare.contains('T') && bare.contains("[UTC");
            match (id, time) {
                (true, _) => word.replace(bare, "ID"),
                (_, true) => "TIME".to_owned(),
                _ => word.to_owned(),
            }
        };
        let line = |line: &str| line.split(' ').map(settle).collect::<Vec<_>>().join(" ");
        text.lines().map(|l| line(l).trim_end().to_owned() + "\n").collect()
    }
}

/// Compares with the transcript of that name; `COMITY_UPDATE_TRANSCRIPTS=1` writes it anew.
pub fn compare(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts").join(name);
    if std::env::var_os("COMITY_UPDATE_TRANSCRIPTS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    assert!(text == expected, "not as in {}:\n{text}", path.display());
}

/// What an officer is told, for people.
fn people(bench: &Bench, officer: &str, words: &[&str]) -> String {
    let mut transcript = Transcript { bench, text: String::new() };
    transcript.types(officer, words);
    transcript.text
}

/// A node of the state that is asked.
pub fn other_side() -> Bench {
    let bench = Bench::new();
    let words: Vec<String> =
        bench.init().into_iter().map(|word| if word == "TJ" { "KZ".to_owned() } else { word }).collect();
    let made = bench.run(&words);
    assert!(made.status.success(), "{}", errors(&made));
    bench
}

#[test]
fn the_day_of_a_request_is_counted_in_a_zone_that_is_known() {
    let bench = Bench::new();
    let asked = |zone: &str, by_option: bool| {
        let mut program = bench.program();
        if by_option {
            program.args(["--zone", zone]);
        } else {
            program.env("COMITY_ZONE", zone);
        }
        program.args(["law", "basis", "--from", "TJ", "--to", "KZ", "--measure", "preservation"]);
        program.output().unwrap()
    };
    for by_option in [false, true] {
        assert!(asked("asia/dushanbe", by_option).status.success());
        let unknown = asked("Asia/Nowhere", by_option);
        assert!(errors(&unknown).contains("record-time-zone-unknown"), "{}", errors(&unknown));
    }
}

#[test]
fn an_officer_is_told_what_is_missing_and_what_to_type_next_until_it_is_issued() {
    let bench = Bench::founded();
    let opened = bench.one("Amina", &["case", "open", "Entry", "--register-number", "2026/17"]);
    let case = text(&opened["case"]);
    bench.one("Bobur", &["case", "assign", case, "Bobur"]);
    bench.write("values.toml", VALUES);
    let reference = "2026/17-1";
    let mut transcript = Transcript { bench: &bench, text: String::new() };
    let draft = ["request", "draft", case, "--form", "preservation", "--to", "KZ"];
    let languages = ["--written-in", "en", "--beside", "ru", "--offence", "illegal_access", "--at", AT];
    transcript.types("Amina", &[&draft[..], &languages].concat());
    let set = ["request", "set", case, reference, "--file", "values.toml", "--at", AT];
    transcript.types("Amina", &set);
    transcript.types("Amina", &["request", "propose", case, reference, "--reason", "needed"]);
    let ways = ["--add", "ways=police:caricc", "--set", "signatory=A. Exercise; Prosecutor", "--at", AT];
    transcript.types("Amina", &[&["request", "set", case, reference], &ways[..]].concat());
    transcript.types("Amina", &["request", "review", case, reference]);
    transcript.types("Bobur", &["request", "review", case, reference]);
    let confirm = ["request", "confirm", case, reference, "all", "--overrule", "--reason", "Read."];
    transcript.types("Bobur", &confirm);
    let proposed = bench.one("Amina", &["request", "propose", case, reference, "--reason", "needed"]);
    let proposal = text(&proposed["entry"]);
    transcript.types("Amina", &["case", "approve", case, proposal]);
    transcript.types("Bobur", &["case", "approve", case, proposal]);
    let issue = ["request", "issue", case, reference, "--register-number", "OUT-7"];
    transcript.types("Amina", &[&issue[..], &["--out", "issued", "--at", AT]].concat());
    transcript.types("Amina", &["request", "record", case, reference, "advance-copy-sent"]);
    let sent = ["advance-copy-sent", "--channel", "e-mail", "--day", "2026-11-23"];
    transcript.types("Amina", &[&["request", "record", case, reference], &sent[..]].concat());
    transcript.types("Amina", &["request", "list"]);
    transcript.types("Amina", &["request", "show", case, reference]);
    transcript.types("Amina", &["form", "twin", "issued/comity-twin.json"]);
    compare("request.txt", &transcript.settled());

    let status = bench.one("Amina", &["node", "status"]);
    let key = text(&status["public_key"]).to_owned();
    let signature = ["--signature", "issued/comity-twin.cose", "--sender-key", &key];
    let checked = bench.run(&[&["form", "twin", "issued/comity-twin.json"], &signature[..]].concat());
    assert!(said(&checked).contains("The signature holds"), "{}{}", said(&checked), errors(&checked));
    let again = ["--out", "again.pdf", "--twin", "again.json", "--signature", "again.cose"];
    bench.one("Amina", &[&["request", "print", case, reference], &again[..]].concat());
    for (kept, printed) in
        [("request.pdf", "again.pdf"), ("comity-twin.json", "again.json"), ("comity-twin.cose", "again.cose")]
    {
        let read = |path: std::path::PathBuf| std::fs::read(path).unwrap();
        assert!(read(bench.path("issued").join(kept)) == read(bench.path(printed)), "{kept}");
    }
    assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], Value::Array(vec![]));
    answered_by_the_other_side(&bench, &key);
}

fn answered_by_the_other_side(sender: &Bench, key: &str) {
    let bench = other_side();
    let from = |name: &str| sender.path("issued").join(name).display().to_string();
    let (twin, signature) = (from("comity-twin.json"), from("comity-twin.cose"));
    let receive = ["request", "receive", &twin, "--register-number", "IN-3"];
    let signed = ["--signature", &signature, "--sender-key", key];
    let received = bench.one("Amina", &[&receive[..], &signed].concat());
    assert_eq!((&received["verdict"]["errors"], &received["verdict"]["missing"]), (&0.into(), &0.into()));
    assert!(received["signed_by"].is_string());
    let case = text(&received["case"]);
    let again = bench.answer("Amina", &[&receive[..], &["--case", case]].concat()).unwrap_err();
    assert_eq!(again["error"], "casework-request-held");
    // By whom it is signed, no agreement tells; and it is said whatever way one looks.
    let shown = people(&bench, "Amina", &["request", "show", case, "2026/17-1"]);
    assert!(shown.contains("no agreement names this key"), "{shown}");
    // The twin lies inside the PDF, with its signature, and is the same.
    let pdf = from("request.pdf");
    let inside = ["request", "receive", &pdf, "--register-number", "IN-4", "--sender-key", key];
    assert_eq!(bench.answer("Amina", &inside).unwrap_err()["error"], "casework-request-held");
    let unsigned = ["request", "receive", &twin, "--register-number", "IN-4", "--sender-key", key];
    assert_eq!(bench.answer("Amina", &unsigned).unwrap_err()["error"], "comity-request-unsigned-twin");
    assert_eq!(bench.answer("Amina", &["case", "list"]).unwrap().len(), 1, "no case was opened for it");
    // A folder that was not sealed is no package.
    let plain = bench.path("plain");
    std::fs::create_dir(&plain).unwrap();
    let answer = ["request", "answer", case, "2026/17-1", "--what", "Done.", "--package"];
    let refused = bench.answer("Amina", &[&answer[..], &[plain.to_str().unwrap()]].concat()).unwrap_err();
    assert_eq!(refused["error"], "comity-answer-not-a-package");
    let to = bench.path("acknowledgement.pdf").display().to_string();
    let acknowledge = ["request", "acknowledge", case, "2026/17-1", "--out", &to];
    bench.answer("Amina", &[&acknowledge[..], &["--ticket", "T-9", "--keep-days", "60"]].concat()).unwrap();
    assert!(std::fs::read(&to).unwrap().starts_with(b"%PDF-1.7"));
    let listed = bench.one("Amina", &["request", "list"]);
    assert_eq!((text(&listed["stage"]), text(&listed["ticket"]["number"])), ("acknowledged", "T-9"));
    assert_eq!(listed["ticket"]["days_left"], 61);
    let reading = bench.path("reading.pdf").display().to_string();
    let print = ["request", "print", case, "2026/17-1", "--in", "fa", "--in", "en", "--out", &reading];
    assert!(bench.one("Amina", &print)["pages"].as_u64().unwrap() >= 2);
    let read = |path: &str| std::fs::read(path).unwrap();
    for (name, languages) in [("comma.pdf", ["--in", "fa,en"]), ("languages.pdf", ["--languages", "fa,en"])] {
        let again = bench.path(name).display().to_string();
        let print = ["request", "print", case, "2026/17-1", "--out", &again];
        bench.one("Amina", &[&print[..], &languages].concat());
        assert!(read(&again) == read(&reading), "{languages:?} is written otherwise and means the same");
    }
    // The sender's own node is no desk for its own request, and opens no case for it either.
    let own = sender.answer("Amina", &receive).unwrap_err();
    assert_eq!(own["error"], "casework-request-other-state");
    assert_eq!(sender.answer("Amina", &["case", "list"]).unwrap().len(), 1);
    assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], Value::Array(vec![]));
}

#[test]
fn a_jurist_is_told_which_fact_and_what_the_pack_says_of_it() {
    let bench = Bench::founded();
    let opened = bench.one("Amina", &["case", "open", "Entry", "--register-number", "2026/17"]);
    let case = text(&opened["case"]);
    bench.one("Bobur", &["case", "assign", case, "Bobur"]);
    let draft = ["request", "draft", case, "--form", "vasp-records", "--to", "IR", "--written-in", "en"];
    let more = ["--offence", "computer_fraud", "--add", "ways=reciprocity:IR"];
    bench.one("Amina", &[&draft[..], &more].concat());
    let reference = "2026/17-1";
    let check = people(&bench, "Bobur", &["request", "check", case, reference]);
    let facts: Vec<&str> = check.lines().filter(|line| line.contains(".toml ")).collect();
    assert!(facts.len() >= 2, "{check}");
    let mut different = facts.iter().map(|line| line.split_once("  ").unwrap().1).collect::<Vec<_>>();
    different.sort_unstable();
    different.dedup();
    assert_eq!(different.len(), facts.len(), "two facts are told alike: {check}");
    assert!(check.contains("the row says: "), "{check}");
    bench.one("Bobur", &["request", "confirm", case, reference, "1", "--confirm", "--reason", "Read."]);
    let show = people(&bench, "Bobur", &["request", "show", case, reference]);
    let confirmed = show.lines().find(|line| line.contains("Confirmed by Bobur")).unwrap();
    assert!(confirmed.contains(".toml ") && confirmed.contains("Read."), "{confirmed}");
}

#[test]
fn a_request_that_is_not_issued_leaves_no_folder_behind() {
    let bench = Bench::founded();
    let opened = bench.one("Amina", &["case", "open", "Entry", "--register-number", "2026/17"]);
    let case = text(&opened["case"]);
    bench.write("values.toml", VALUES);
    let draft = ["request", "draft", case, "--form", "preservation", "--to", "KZ", "--written-in", "en"];
    bench.one("Amina", &[&draft[..], &["--offence", "illegal_access", "--file", "values.toml"]].concat());
    let issue = ["request", "issue", case, "2026/17-1", "--register-number", "OUT-7", "--out"];
    for folder in ["zz", "yy/zz"] {
        let refused = bench.answer("Amina", &[&issue[..], &[folder]].concat()).unwrap_err();
        assert_eq!(refused["error"], "casework-not-approved");
    }
    assert!(!bench.path("zz").exists() && !bench.path("yy").exists());
    std::fs::create_dir(bench.path("kept")).unwrap();
    bench.answer("Amina", &[&issue[..], &["kept"]].concat()).unwrap_err();
    assert!(bench.path("kept").exists(), "what was there before stays");
}

#[test]
fn a_form_is_shown_checked_and_printed_without_any_case() {
    let bench = Bench::new();
    let forms = bench.answer("Amina", &["form", "list"]).unwrap();
    assert_eq!(forms.len(), 24);
    let shown = said(&bench.run(&["form", "show", "preservation"]));
    assert!(shown.contains("keep_days") && shown.contains("YYYY-MM-DD"), "{shown}");
    let head = "form = \"preservation\"\nfrom = \"TJ\"\nto = \"KZ\"\non = 2026-11-23\nlanguage = \"en\"\n\
                translation = \"fa\"\noffences = [\"illegal_access\"]\nexercise = true\n[values]\n";
    bench.write("draft.toml", &format!("{head}{}", VALUES.replace("[[offences]]", "[[values.offences]]")));
    let output = bench.run(&["--json", "form", "check", "draft.toml"]);
    assert!(!output.status.success(), "the signatory and the ways are missing");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let missing: Vec<&str> =
        answer["report"]["errors"].as_array().unwrap().iter().map(|e| text(&e["field"])).collect();
    assert_eq!(missing, ["requesting_authority", "ways", "signatory"]);
    let printed = bench.run(&["form", "print", "draft.toml", "--out", "draft.pdf"]);
    assert!(printed.status.success(), "{}", errors(&printed));
    let again = bench.run(&["form", "print", "draft.toml", "--out", "again.pdf"]);
    assert!(again.status.success(), "{}", errors(&again));
    let read = |name: &str| std::fs::read(bench.path(name)).unwrap();
    assert!(read("draft.pdf") == read("again.pdf"), "the same draft gives the same paper");
    let refused = bench.run(&["form", "print", "draft.toml", "--out", "draft.pdf"]);
    assert!(errors(&refused).contains("comity-file"), "nothing is overwritten");
    let languages = "from = \"TJ\"\nlanguage = \"en\"\n";
    for (file, text, code) in [
        ("other.toml", "form = \"nothing\"\nto = \"KZ\"\n", "request-plain-form"),
        ("broken.toml", "form = \n", "request-plain-syntax"),
        ("state.toml", "form = \"preservation\"\nto = \"FJ\"\n", "law-state-unknown"),
    ] {
        bench.write(file, &format!("{text}{languages}"));
        let refused = bench.run(&["form", "check", file]);
        assert!(errors(&refused).contains(code), "{file}: {}", errors(&refused));
    }
}

#[test]
fn a_pack_in_force_is_proposed_by_one_and_approved_by_another() {
    let bench = Bench::founded();
    let packs = bench.answer("Amina", &["packs", "list"]).unwrap();
    let law = packs.iter().find(|pack| pack["name"] == "law").unwrap();
    let digest = text(&law["digest"]);
    let proposed = bench.one("Amina", &["packs", "activate", digest, "--reason", "again"]);
    let proposal = text(&proposed["entry"]);
    let alone = bench.answer("Amina", &["office", "approve", proposal]).unwrap_err();
    assert_eq!(alone["error"], "casework-same-person");
    bench.one("Bobur", &["office", "approve", proposal]);
    let shown = bench.one("Bobur", &["office", "show"]);
    assert_eq!(text(&shown["packs"]["law"]), digest);
}

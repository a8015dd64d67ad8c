//! Large files go leaf by leaf: by a medium, and between two nodes that are killed on the way.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use crate::bench::{Bench, said, text};
use crate::channel::Two;
use crate::kill_two::{Serving, free_door};

const LEAF: usize = 4 << 20;

#[expect(clippy::disallowed_methods, reason = "a test's damage")]
fn put(at: &Path, bytes: impl AsRef<[u8]>) {
    fs::write(at, bytes).unwrap();
}

/// Bytes that do not repeat within a leaf.
fn bytes(size: usize) -> Vec<u8> {
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()
    };
    let mut bytes = Vec::with_capacity(size + 8);
    while bytes.len() < size {
        bytes.extend(next());
    }
    bytes.truncate(size);
    bytes
}

/// What a command answers, and whether it succeeded.
fn asked(bench: &Bench, words: &[&str]) -> (bool, Value) {
    let output = bench.program_of("Amina").arg("--json").args(words).output().unwrap();
    let told = if output.stdout.is_empty() { &output.stderr } else { &output.stdout };
    (output.status.success(), serde_json::from_slice(told).unwrap_or_else(|_| panic!("{output:?}")))
}

#[test]
fn a_copy_on_a_medium_is_checked_completed_and_repaired_by_leaves() {
    let bench = Bench::new();
    let whole = bytes(2 * LEAF + 100);
    put(&bench.path("package.age"), &whole);
    fs::create_dir(bench.path("medium")).unwrap();
    let (_, made) = asked(&bench, &["evidence", "leaves", "package.age"]);
    assert_eq!((&made["leaves"], &made["bytes"]), (&3.into(), &whole.len().into()));
    let root = text(&made["root"]).to_owned();

    // The medium was full, or pulled out; and one byte is wrong.
    let mut part = whole[..LEAF + 7].to_vec();
    part[5] ^= 1;
    put(&bench.path("medium/package.age.comity-arriving"), &part);
    let (done, told) = asked(&bench, &["evidence", "transfer", "package.age", "medium", "--root", &root]);
    assert!(done && told["copied"] == whole.len(), "{told}");
    assert_eq!(fs::read(bench.path("medium/package.age")).unwrap(), whole);
    let (done, told) = asked(&bench, &["evidence", "transfer", "package.age", "medium"]);
    assert!(done && told["copied"] == 0, "{told}");

    // The copy alone is checked by the list beside it, whole and in parts.
    let list = ["evidence", "leaves", "medium/package.age", "--list", "medium/package.age.leaves"];
    assert_eq!(asked(&bench, &list).1["whole"], true);
    let mut decayed = whole.clone();
    decayed[LEAF + 1] ^= 4;
    put(&bench.path("medium/package.age"), &decayed);
    let (done, told) = asked(&bench, &list);
    assert!(!done && told["wrong"] == json!([{ "start": LEAF, "end": 2 * LEAF }]), "{told}");
    let (done, told) = asked(&bench, &[&list[..], &["--range", "0-4194303"]].concat());
    assert!(done && told["checked"] == 1 && told["whole"] == false, "{told}");
    assert!(!asked(&bench, &[&list[..], &["--range", "4194304-4194304"]].concat()).0);

    // A damaged copy gives what is right of it, and the rest comes from another.
    let from = ["evidence", "transfer", "medium/package.age", "arrived.age", "--root", &root];
    let (done, told) = asked(&bench, &from);
    assert!(!done && told["missing"] == json!([{ "start": LEAF, "end": 2 * LEAF }]), "{told}");
    assert!(!bench.path("arrived.age").exists());
    let (done, told) = asked(&bench, &["evidence", "transfer", "package.age", "arrived.age"]);
    assert!(done && told["copied"] == LEAF, "{told}");
    assert_eq!(fs::read(bench.path("arrived.age")).unwrap(), whole);
    // What decayed in its place is repaired there.
    assert!(asked(&bench, &["evidence", "transfer", "package.age", "medium"]).0);
    assert_eq!(fs::read(bench.path("medium/package.age")).unwrap(), whole);

    what_is_another_file_is_refused(&bench, &whole);
}

fn what_is_another_file_is_refused(bench: &Bench, whole: &[u8]) {
    let error = |words: &[&str]| {
        let (done, told) = asked(bench, words);
        assert!(!done, "{told}");
        text(&told["error"]).to_owned()
    };
    let other = "07".repeat(32);
    let with_other = ["evidence", "transfer", "package.age", "x", "--root", &other];
    assert_eq!(error(&with_other), "comity-leaves-other-root");
    put(&bench.path("other"), "another file");
    assert_eq!(error(&["evidence", "transfer", "package.age", "other"]), "evidence-transfer-other-file");
    assert_eq!(fs::read(bench.path("other")).unwrap(), b"another file");
    assert_eq!(error(&["evidence", "leaves", "medium"]), "comity-leaves-no-file");
    put(&bench.path("list"), "comity-leaves 1\n");
    let malformed = ["evidence", "leaves", "package.age", "--list", "list"];
    assert_eq!(error(&malformed), "evidence-leaves-malformed");
    assert_eq!(error(&["evidence", "leaves", "package.age"]), "comity-file-exists");
    let list = ["evidence", "leaves", "longer", "--list", "package.age.leaves"];
    put(&bench.path("longer"), [whole, b"x"].concat());
    assert_eq!(asked(bench, &list).1["longer"], true);
    // A copy would be shorter, and called whole.
    let copy = ["evidence", "transfer", "longer", "copy", "--list", "package.age.leaves"];
    assert_eq!(error(&copy), "comity-transfer-longer");
    assert!(!bench.path("copy").exists());
}

/// A node with a sealed package that another may fetch, as commands make it.
struct Offering {
    case: String,
    root: String,
    /// The entry by which it was written, and the one by which it was offered.
    packaged: String,
    offered: String,
    file: Vec<u8>,
}

impl Offering {
    /// Of an exhibit of so many bytes, sealed to a key of the other node's office.
    fn make(two: &Two, size: usize) -> Self {
        let (a, b) = (&two.a, &two.b);
        put(&a.path("image.dd"), bytes(size));
        let key = said(&b.told("Amina", &["case", "export", "key", "--out", "unit.key"]));
        let key = ["--key", key.trim()];
        let case = a.case("Amina", "Theft");
        let how = ["--place", "Office 3", "--reason", "search", "--authority", "warrant 7"];
        a.one("Amina", &[&["evidence", "add", &case, "A disk", "image.dd"][..], &how].concat());
        let words =
            ["evidence", "package", "propose", &case, "E-1", "--recipient", "Unit", "--reason", "asked"];
        let proposal = text(&a.one("Amina", &[&words[..], &key].concat())["entry"]).to_owned();
        a.one("Bobur", &["case", "approve", &case, &proposal]);
        let words = ["evidence", "package", "write", &case, &proposal, "--out", "package.age"];
        let written = a.one("Amina", &[&words[..], &key].concat());
        let (packaged, root) = (text(&written["entry"]).to_owned(), text(&written["file"]).to_owned());
        let file = fs::read(a.path("package.age")).unwrap();

        // Two persons decide that it may be fetched; what they decide on is this file and no other.
        let conditions =
            ["--measure", "stored-content", "--keep-until", "2027-01-01", "--reason", "asked for"];
        let propose = |file: &str| {
            a.answer(
                "Amina",
                &[&["evidence", "offer", "propose", &case, &packaged, file][..], &conditions].concat(),
            )
        };
        put(&a.path("other.age"), "another file");
        assert_eq!(propose("other.age").unwrap_err()["error"], "casework-offer-other-file");
        let proposal = text(&propose("package.age").unwrap().remove(0)["entry"]).to_owned();
        let send = ["evidence", "offer", "send", &case, &proposal, "package.age"];
        assert_eq!(a.answer("Amina", &send).unwrap_err()["error"], "casework-not-approved");
        let shown = a.one("Bobur", &["channel", "proposed", &case, &proposal]);
        assert_eq!(shown["holds"]["offer"]["root"], root.as_str());
        a.one("Bobur", &["case", "approve", &case, &proposal]);
        let offered = a.one("Amina", &send);
        assert_eq!(offered["offer"]["size"], file.len());
        let offered = text(&offered["entry"]).to_owned();
        let package = a.one("Amina", &["evidence", "show", &case, "E-1"])["packages"][0].clone();
        assert_eq!((&package["entry"], &package["withdrawn"]), (&json!(packaged), &json!(false)));
        let offer = &package["offers"][0];
        assert_eq!((&offer["entry"], &offer["ended"]), (&json!(offered), &Value::Null));
        assert_eq!((&offer["message"], &offer["said"]["name"]), (&"waiting".into(), &"package.age".into()));
        // A message of that kind is made by these commands only.
        let words = ["channel", "send", &case, "image.dd", "--kind", "package.offered"];
        put(&a.path("image.dd"), "x");
        assert_eq!(a.answer("Amina", &words).unwrap_err()["error"], "casework-offer-own-command");
        Self { case, root, packaged, offered, file }
    }
}

/// Begins to fetch, and waits until a leaf is there.
fn begin_to_fetch(bench: &Bench, message: &str, arriving: &Path) -> Child {
    let mut fetching = bench
        .program_of("Amina")
        .args(["--json", "evidence", "fetch", message, "fetched.age"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let length = || fs::metadata(arriving).map_or(0, |found| found.len());
    let (before, leaf) = (length(), u64::try_from(LEAF).unwrap());
    let more = || length() >= before + leaf;
    for _ in 0..6000 {
        if more() {
            return fetching;
        }
        std::thread::park_timeout(Duration::from_millis(5));
    }
    fetching.kill().unwrap();
    panic!("nothing comes: {:?}", fetching.wait());
}

#[test]
fn a_package_is_fetched_through_kills_of_either_node_and_by_nobody_else() {
    let two = Two::founded();
    two.agree();
    let (a, b) = (&two.a, &two.b);
    let offering = Offering::make(&two, 8 * LEAF);
    let whole = offering.file.len();
    let door = free_door();
    b.one("Bobur", &["channel", "address", &door]);
    let mut sender = Serving::start(a, door.clone());
    b.one("Amina", &["channel", "sync"]);
    let message = b.one("Amina", &["channel", "inbox"]);
    assert_eq!((&message["kind"], &message["status"]), (&"package.offered".into(), &"unread".into()));
    let message = text(&message["entry"]).to_owned();

    // A leaf that the sender's disk has lost is named; the rest comes.
    let mut damaged = offering.file.clone();
    damaged[LEAF + 3] ^= 1;
    put(&a.path("package.age"), &damaged);
    fs::remove_file(a.path("package.age.leaves")).unwrap();
    let fetch = ["evidence", "fetch", &message, "fetched.age"];
    let arriving = b.path("fetched.age.comity-arriving");

    // The receiver is killed in the middle, then the sender while it gives the rest.
    let mut fetching = begin_to_fetch(b, &message, &arriving);
    fetching.kill().unwrap();
    fetching.wait().unwrap();
    let mut fetching = begin_to_fetch(b, &message, &arriving);
    sender.kill();
    sender.again();
    let mut told = String::new();
    fetching.stdout.take().unwrap().read_to_string(&mut told).unwrap();
    assert!(!fetching.wait().unwrap().success());
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["missing"], json!([{ "start": LEAF, "end": 2 * LEAF }]), "{told}");
    assert!(told["copied"].as_u64().unwrap() < u64::try_from(whole - LEAF).unwrap(), "{told}");
    assert!(!b.path("fetched.age").exists());

    // The sender puts the file back; only the one leaf is fetched.
    put(&a.path("package.age"), &offering.file);
    let (done, told) = asked(b, &fetch);
    assert!(done && told["copied"] == LEAF && told["root"] == offering.root.as_str(), "{told}");
    assert_eq!(fs::read(b.path("fetched.age")).unwrap(), offering.file);
    assert!(!arriving.exists());
    let open = ["case", "export", "open", "fetched.age", "--identity", "unit.key", "--out", "opened"];
    b.one("Amina", &open);
    let (done, checked) = asked(b, &["evidence", "verify", "opened"]);
    assert!(done && checked["verdict"] == "pass", "{checked}");

    what_is_not_offered_is_not_given(&two, &offering, &message, &mut sender);
}

fn what_is_not_offered_is_not_given(two: &Two, offering: &Offering, message: &str, sender: &mut Serving<'_>) {
    let (a, b) = (&two.a, &two.b);
    let refused = |to: &str| {
        let (done, told) = asked(b, &["evidence", "fetch", message, to]);
        assert!(!done && !b.path(to).exists(), "{told}");
        text(&told["error"]).to_owned()
    };
    fs::rename(a.path("package.age"), a.path("moved.age")).unwrap();
    let (done, told) = asked(b, &["evidence", "fetch", message, "again.age"]);
    assert!(!done && told["error"] == "casework-offer-file-gone", "{told}");
    fs::rename(a.path("moved.age"), a.path("package.age")).unwrap();
    // Whoever offers it may take it back, by the signed entry.
    sender.kill();
    let withdraw = ["case", "withdraw", &offering.case, &offering.offered];
    let why = ["--ground", "mistaken", "--reason", "the wrong disk"];
    a.one("Amina", &[&withdraw[..], &why].concat());
    let made =
        |a: &Bench| a.one("Amina", &["evidence", "show", &offering.case, "E-1"])["packages"][0].clone();
    let offer = made(a)["offers"][0].clone();
    assert_eq!(
        (&offer["ended"], &offer["entry"]),
        (&"withdrawn".into(), &json!(offering.offered)),
        "{offer}"
    );
    let shown = said(&a.told("Amina", &["evidence", "show", &offering.case, "E-1"]));
    assert!(shown.contains("package.age offered by Amina to Unit"), "{shown}");
    assert!(shown.contains(": withdrawn, "), "{shown}");
    let packaged = shown.find("packaged by Amina for Unit: asked").unwrap();
    assert!(packaged < shown.find("package.age offered").unwrap(), "{shown}");
    sender.again();
    assert_eq!(refused("more.age"), "casework-offer-withdrawn");
    assert_eq!(refused("again.age"), "casework-offer-withdrawn");
    let shown = a.answer("Amina", &["case", "show", &offering.case]).unwrap();
    assert!(shown.iter().any(|entry| entry["entry"] == offering.packaged.as_str()));
}

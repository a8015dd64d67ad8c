//! Large files go leaf by leaf, by a medium.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::bench::{Bench, text};

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
    let output = bench
        .program()
        .arg("--json")
        .args(words)
        .env("COMITY_OFFICER", "Amina")
        .env("COMITY_PASSPHRASE_FILE", bench.path("amina"))
        .output()
        .unwrap();
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
}

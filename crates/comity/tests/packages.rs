//! Packages, signed and checked without a node.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::bench::{Bench, said, text};

/// What the check of a package says: the status, the verdict, and that of each check.
fn verified(bench: &Bench, package: &Path, more: &[&str]) -> (Option<i32>, Value) {
    let package = package.display().to_string();
    let words = [&["--json", "evidence", "verify", &package][..], more].concat();
    let output = bench.run(&words);
    (output.status.code(), serde_json::from_slice(&output.stdout).unwrap())
}

fn verdict<'a>(answer: &'a Value, check: &str) -> &'a str {
    let checks = answer["checks"].as_array().unwrap();
    text(&checks.iter().find(|of| of["check"] == check).unwrap()["verdict"])
}

#[expect(clippy::disallowed_methods, reason = "a test's damage")]
fn put(at: &Path, bytes: impl AsRef<[u8]>) {
    fs::write(at, bytes).unwrap();
}

#[test]
fn sealed_files_are_signed_with_a_key_that_others_made_and_unsigned_ones_say_so() {
    let bench = Bench::new();
    fs::create_dir(bench.path("files")).unwrap();
    put(&bench.path("files/a.txt"), "one");
    // RFC 8410, section 10.
    put(
        &bench.path("key.pem"),
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n",
    );
    put(
        &bench.path("public.pem"),
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n",
    );
    bench.one(
        "Amina",
        &["evidence", "seal", "files", "--out", "signed", "--key", "key.pem", "--signer", "Amina"],
    );
    let (status, answer) = verified(&bench, &bench.path("signed"), &["--signer", "public.pem"]);
    assert_eq!((status, verdict(&answer, "signer")), (Some(0), "pass"));
    assert_eq!(
        said(&bench.run(&["evidence", "verify", "signed", "--signer", "public.pem"])).lines().last(),
        Some("Pass: every check was made, and nothing was changed.")
    );

    bench.one("Amina", &["evidence", "seal", "files", "--out", "plain"]);
    let (status, answer) = verified(&bench, &bench.path("plain"), &[]);
    assert_eq!((status, verdict(&answer, "signature")), (Some(0), "cannot-decide"));
    let told = said(&bench.run(&["evidence", "verify", "plain"]));
    assert!(told.contains("signature: cannot be decided, because\n    The package is not signed."), "{told}");
    assert!(!told.contains("Pass:"), "{told}");
    // Who asks for a signer is not content with none.
    assert_eq!(verified(&bench, &bench.path("plain"), &["--signer", "public.pem"]).0, Some(3));

    let seal = bench.run(&["evidence", "seal", "files", "--key", "key.pem", "--signature", "files.sig"]);
    put(&bench.path("files.json"), &seal.stdout);
    let at = ["--seal", "files.json", "--signature", "files.sig", "--signer", "public.pem"];
    assert_eq!(verified(&bench, &bench.path("files"), &at).0, Some(0));
    put(&bench.path("files/b.txt"), "two");
    let other = bench.run(&["evidence", "seal", "files"]);
    put(&bench.path("files.json"), &other.stdout);
    let (status, answer) = verified(&bench, &bench.path("files"), &at);
    assert_eq!((status, verdict(&answer, "signature")), (Some(1), "fail"));
    let refused = bench.answer("Amina", &["evidence", "seal", "files", "--key", "key.pem"]).unwrap_err();
    assert_eq!(refused["error"], "comity-seal-signature-where");
    let refused = bench.answer("Amina", &["evidence", "seal", "files", "--out", "x", "--key", "public.pem"]);
    assert_eq!(refused.unwrap_err()["error"], "record-key-text");
    assert!(!bench.path("x").exists());
}

//! What the commands on exhibits read after they came in, and how it is asked for.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::bench::{Bench, errors, said, text};
use crate::exhibits::searched;

/// Two addresses of Bitcoin (BIP 173), and names of mail in two files.
fn notes(bench: &Bench) -> String {
    std::fs::create_dir_all(bench.path("notes/mail")).unwrap();
    bench.write("notes/wallets.txt", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4 and\nbc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3\n");
    bench.write("notes/mail/1.eml", "From: trader@example.org\r\n\r\nask buyer@example.net\r\n");
    bench.path("notes").display().to_string()
}

#[test]
fn a_check_and_a_file_that_is_given_out_are_on_record_and_in_the_package() {
    let bench = Bench::founded();
    let folder = notes(&bench);
    let (case, ..) = searched(&bench, &folder);
    let check = bench.one("Amina", &["evidence", "check", &case, "E-1", "--reason", "before trial"]);
    assert_eq!(check["pass"], true);
    let out = bench.path("1.eml").display().to_string();
    let file = ["evidence", "file", &case, "E-1", "mail/1.eml", "--out", &out];
    // A purpose is needed, and a place where it can go.
    assert!(bench.answer("Amina", &file).is_err());
    let file = [&file[..], &["--reason", "for the translator", "--authority", "order 4"]].concat();
    let given = bench.one("Amina", &file);
    let end = bench.answer("Amina", &["case", "show", &case]).unwrap().len();
    assert_eq!(bench.answer("Amina", &file).unwrap_err()["error"], "comity-file-exists");
    assert_eq!(bench.answer("Amina", &["case", "show", &case]).unwrap().len(), end, "nothing was given out");

    let shown = bench.one("Amina", &["evidence", "show", &case, "E-1"]);
    assert_eq!(shown["checks"][0]["entry"], check["entry"]);
    assert_eq!(shown["checks"][0]["said"]["result"], "unchanged");
    assert_eq!(shown["given_out"][0]["entry"], given["entry"]);
    assert_eq!(shown["given_out"][0]["said"]["authority"], "order 4");
    let told = said(&bench.told("Amina", &["case", "show", &case]));
    assert!(told.contains("2 files: unchanged (0). before trial"), "{told}");
    assert!(told.contains("mail/1.eml of the exhibit of entry 1 given out: for the translator"), "{told}");
    let print = bench.path("custody.pdf").display().to_string();
    bench.one("Amina", &["evidence", "record", &case, "E-1", "--out", &print, "--in", "tg,ru"]);

    let propose =
        ["evidence", "package", "propose", &case, "E-1", "--recipient", "Court", "--reason", "trial"];
    let proposal = text(&bench.one("Amina", &propose)["entry"]).to_owned();
    bench.one("Bobur", &["case", "approve", &case, &proposal]);
    let package = bench.path("package").display().to_string();
    bench.one("Amina", &["evidence", "package", "write", &case, &proposal, "--out", &package]);
    let custody = std::fs::read(bench.path("package/custody/E-1.json")).unwrap();
    let custody: Value = serde_json::from_slice(&custody).unwrap();
    assert_eq!(custody["checks"][0]["said"]["reason"], "before trial");
    assert_eq!(custody["given_out"][0]["said"]["path"], "mail/1.eml");
    let verified = bench.run(&["--json", "evidence", "verify", &package]);
    assert_eq!(verified.status.code(), Some(0), "{}{}", said(&verified), errors(&verified));
}

/// Every file below a folder, the largest last.
fn by_size(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { files.extend(by_size(&entry)) } else { files.push(entry) }
    }
    files.sort_by_key(|file| file.metadata().unwrap().len());
    files
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test's damage")]
fn damage_in_the_vault_is_told_with_what_brings_the_file_back() {
    let bench = Bench::founded();
    let case = bench.case("Amina", "Theft");
    bench.one("Bobur", &["case", "assign", &case, "Bobur"]);
    bench.write("big.log", &"a line of a log\n".repeat(200_000));
    let (big, out) = (bench.path("big.log").display().to_string(), bench.path("out").display().to_string());
    let add = ["evidence", "add", &case, "A log", &big, "--place", "Office 3", "--reason", "search"];
    bench.one("Amina", &[&add[..], &["--authority", "warrant 7"]].concat());
    let propose =
        ["evidence", "package", "propose", &case, "E-1", "--recipient", "Court", "--reason", "trial"];
    let proposal = text(&bench.one("Amina", &propose)["entry"]).to_owned();
    bench.one("Bobur", &["case", "approve", &case, &proposal]);
    let object = by_size(&bench.path("office/objects")).pop().unwrap();
    let whole = std::fs::read(&object).unwrap();
    let mut damaged = whole.clone();
    damaged[whole.len() / 2] ^= 1;
    let refused = |words: &[&str], code: &str| {
        let told = bench.answer("Amina", words).unwrap_err();
        assert_eq!(told["error"], code, "{words:?}: {told}");
    };
    let check = || {
        let told = bench.told("Amina", &["evidence", "check", &case, "E-1"]);
        assert!(said(&told).contains("big.log is damaged in the vault, or not there."), "{}", said(&told));
        assert!(!told.status.success() && said(&told).contains("Copy objects/ of a backup"), "{told:?}");
    };
    let write = ["evidence", "package", "write", &case, &proposal, "--out", &out];
    let file = ["evidence", "file", &case, "E-1", "big.log", "--out", &out, "--reason", "to read"];
    std::fs::write(&object, damaged).unwrap();
    check();
    refused(&file, "evidence-object-does-not-open");
    refused(&write, "casework-package-exhibit-changed");
    refused(&["node", "scrub"], "comity-damaged");
    std::fs::remove_file(&object).unwrap();
    check();
    refused(&file, "evidence-object-missing");
    refused(&write, "casework-package-exhibit-changed");
    refused(&["node", "verify"], "comity-faults-of-files");
    // What is not there cannot be read: the entries say that it should be.
    let scrubbed = bench.told("Amina", &["node", "scrub"]);
    assert!(!scrubbed.status.success() && errors(&scrubbed).contains("comity-damaged"), "{scrubbed:?}");
    let left = |name: &str| bench.path(name).exists();
    assert!(!left("out") && !left("out.comity-partial"), "nothing is left in the clear");
    std::fs::write(&object, whole).unwrap();
    bench.one("Amina", &["node", "scrub"]);
    bench.one("Amina", &write);
}

#[test]
fn what_a_check_was_given_is_told_apart_from_a_package_that_fails() {
    let bench = Bench::new();
    let folder = notes(&bench);
    let sealed = bench.run(&["evidence", "seal", &folder, "--out", "plain"]);
    assert!(sealed.status.success(), "{}", errors(&sealed));
    bench.write("none.pem", "no certificate\n");
    for (words, code) in [
        (&["plain"][..], 0),
        (&["plain", "--signer", "abc"], 2),
        (&["plain", "--node-key", "abc"], 2),
        (&["absent"], 2),
        (&["notes", "--seal", "absent"], 2),
    ] {
        let told = bench.run(&[&["evidence", "verify"][..], words].concat());
        assert_eq!(told.status.code(), Some(code), "{words:?}: {}", errors(&told));
    }
    // Without authorities the rest is checked.
    let told = bench.run(&["evidence", "verify", "plain", "--authorities", "none.pem"]);
    assert!(errors(&told).contains("stamp-anchor"), "{}", errors(&told));
    assert!(said(&told).contains("seal: pass"), "{}", said(&told));
    std::fs::create_dir(bench.path("plain/data/added")).unwrap();
    let told = bench.run(&["evidence", "verify", "plain"]);
    assert_eq!(told.status.code(), Some(1), "{}", said(&told));
    assert!(said(&told).contains("data/added is not named by comity/seal.json"), "{}", said(&told));
}

#[test]
fn hits_are_told_one_a_line_by_what_is_asked_for_and_not_without_end() {
    let bench = Bench::founded();
    let folder = notes(&bench);
    let (case, scan, all) = searched(&bench, &folder);
    let asked = |more: &[&str]| -> Vec<u64> {
        let hits = bench.answer("Amina", &[&["evidence", "hits", &case, &scan][..], more].concat()).unwrap();
        hits.iter().map(|hit| hit["number"].as_u64().unwrap()).collect()
    };
    let of = |wanted: &dyn Fn(&Value) -> bool| -> Vec<u64> {
        (1..).zip(&all).filter(|(_, hit)| wanted(hit)).map(|(number, _)| number).collect()
    };
    assert_eq!(asked(&[]), of(&|_| true));
    assert!(all.len() >= 4, "{all:?}");
    let kind = of(&|hit| hit["kind"] == "bitcoin-address");
    assert!(kind.len() == 2 && asked(&["--kind", "bitcoin-address"]) == kind, "{kind:?}");
    assert_eq!(asked(&["--class", "verified"]), of(&|hit| hit["class"] == "verified"));
    assert_eq!(asked(&["--file", "MAIL/"]), of(&|hit| hit["file"] == "mail/1.eml"));
    // In whatever letters it was written.
    assert_eq!(asked(&["--find", "bc1qw508d6"]).len(), 1);
    assert_eq!(asked(&["--find", "buyer@", "--kind", "bitcoin-address"]), [0; 0]);
    assert_eq!(asked(&["--limit", "1"]), [1]);
    let last = bench.answer("Amina", &["evidence", "hits", &case, "E-1"]).unwrap();
    assert_eq!(last.len(), all.len(), "the last search of the exhibit");
    let told = said(&bench.told("Amina", &["evidence", "hits", &case, "E-1", "--limit", "1"]));
    assert!(told.contains(&format!("1 of {} hits are shown", all.len())) && told.contains("--all"), "{told}");
    let unknown = ["evidence", "hits", &case, "E-1", "--kind", "purse"];
    assert!(bench.answer("Amina", &unknown).is_err());
}

#[test]
fn a_time_is_given_by_the_clocks_of_the_node_or_with_an_offset_and_told_as_it_was_understood() {
    let bench = Bench::founded();
    let case = bench.case("Amina", "Theft");
    let add =
        ["evidence", "add", &case, "A telephone", "--place", "Office 3", "--reason", "search", "--when"];
    for (when, understood) in [
        ("2026-02-03T10:00", "2026-02-03T10:00:00+05:00[Asia/Dushanbe]"),
        ("2026-02-03T10:00:00+03:00", "2026-02-03T12:00:00+05:00[Asia/Dushanbe]"),
        ("2026-02-03T05:00:00Z", "2026-02-03T10:00:00+05:00[Asia/Dushanbe]"),
    ] {
        let words = [&["--zone", "Asia/Dushanbe"][..], &add, &[when]].concat();
        assert_eq!(bench.one("Amina", &words)["at"], understood, "{when}");
        let told = said(&bench.told("Amina", &words));
        assert!(told.contains(&format!("The time was understood as {understood}.")), "{told}");
    }
    let twice = [&["--zone", "Europe/Berlin"][..], &add, &["2025-10-26T02:30"]].concat();
    assert_eq!(bench.answer("Amina", &twice).unwrap_err()["error"], "comity-moment-ambiguous");
}

#[test]
fn the_help_of_a_command_tells_its_own_options_first() {
    let bench = Bench::new();
    let told = said(&bench.run(&["evidence", "hits", "--help"]));
    let at = |part: &str| told.find(part).unwrap_or_else(|| panic!("{part} is not in {told}"));
    let option = |name: &str| at(&format!("\n      --{name}"));
    let general = at("General options:");
    for own in ["kind", "find", "limit"] {
        assert!(option(own) < general, "{told}");
    }
    for of_all in ["json", "node ", "as ", "passphrase-file"] {
        assert!(option(of_all) > general, "{told}");
    }
}

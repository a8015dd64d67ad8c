//! The engines as commands on files.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use crate::bench::{Bench, data, errors, said};

#[path = "../../unpack/tests/images.rs"]
#[expect(dead_code, reason = "what is in the other file systems is for the tests of the opener")]
mod images;

fn packs(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs").join(path).display().to_string()
}

const CHAIN: [&str; 2] = ["--network", "regtest"];

#[test]
fn the_theft_is_traced_and_the_finding_found_again() {
    let bench = Bench::new();
    let (blocks, tags) = (packs("exercises/chain"), packs("tags/exercise.yaml"));
    let finding = bench.path("finding.json").display().to_string();
    let trace = [
        &[
            "--json",
            "chain",
            "trace",
            "--blocks",
            &blocks,
            "--tags",
            &tags,
            "--at",
            "860",
            "--finding",
            &finding,
        ][..],
        &["--from", "mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31"],
        &CHAIN,
    ]
    .concat();
    let traced = bench.run(&trace);
    assert!(traced.status.success(), "{}", errors(&traced));
    let answer: Value = serde_json::from_str(&said(&traced)).unwrap();
    assert!(answer["totals"]["ended_sat"]["service"].as_u64().unwrap() > 0);
    let verify = [&["--json", "chain", "verify", "--blocks", &blocks][..], &CHAIN, &[&finding]].concat();
    let verified = bench.run(&verify);
    assert!(verified.status.success(), "{}", errors(&verified));

    let text = std::fs::read_to_string(&finding).unwrap();
    let changed = text.replacen("\"at_height\": 860", "\"at_height\": 859", 1);
    assert_ne!(changed, text);
    bench.write("changed.json", &changed);
    let changed = bench.path("changed.json").display().to_string();
    let verify = [&["--json", "chain", "verify", "--blocks", &blocks][..], &CHAIN, &[&changed]].concat();
    assert!(!bench.run(&verify).status.success());
}

/// A file of the tests of time-stamps.
fn stamp(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../stamp/tests/data").join(name).display().to_string()
}

#[test]
fn a_time_stamp_in_files_passes_fails_or_cannot_be_decided() {
    let bench = Bench::new();
    let (request, root, other) = (stamp("request.tsq"), stamp("root.pem"), stamp("other.pem"));
    let (data, renewal) = (stamp("data.txt"), stamp("renewal.tsq"));
    let check = |reply: &str, words: &[&str]| {
        let reply = stamp(reply);
        let checked = bench.run(&[&["--json", "evidence", "stamp-check", &reply][..], words].concat());
        let answer: Value = serde_json::from_str(&said(&checked)).unwrap();
        (checked.status.code(), answer)
    };
    let of = ["--request", &request];
    let (code, answer) = check("under.tsr", &[&of[..], &["--authorities", &root, "--data", &data]].concat());
    assert_eq!((code, &answer["code"]), (Some(3), &json!("stamp-no-revocation-list")));
    assert_eq!(answer["data_compared"], true);
    let (code, answer) = check("rsa.tsr", &[&of[..], &["--authorities", &other]].concat());
    assert_eq!((code, &answer["code"]), (Some(1), &json!("stamp-no-path")));
    let (code, answer) = check("rsa.tsr", &[&of[..], &["--authorities", &root, "--data", &renewal]].concat());
    assert_eq!((code, &answer["code"]), (Some(1), &json!("stamp-other-imprint")));
    let (code, answer) = check("rsa.tsr", &of);
    assert_eq!((code, &answer["code"]), (Some(3), &json!("stamp-no-anchor")));
    // Whether a certificate was revoked is asked by the lists that are at hand: one of each authority in the chain.
    let [asked, trusted] = ["lists/stamp.tsq", "lists/root.pem"].map(stamp);
    let of = ["--request", &asked, "--authorities", &trusted];
    let judged = |lists: &[&str]| {
        let lists: Vec<_> = lists.iter().map(|list| stamp(&format!("lists/{list}"))).collect();
        let words = lists.iter().flat_map(|list| ["--crl", list.as_str()]);
        check("lists/stamp.tsr", &of.into_iter().chain(words).collect::<Vec<_>>())
    };
    let (code, answer) = judged(&["root.crl", "none.der"]);
    assert_eq!((code, &answer["stamp"]["revocation_checked"]), (Some(0), &json!(true)), "{answer}");
    let (code, answer) = judged(&["root.crl"]);
    assert_eq!((code, &answer["code"]), (Some(3), &json!("stamp-no-revocation-list")));
    assert!(answer["message"].as_str().unwrap().contains("Exercise middle"), "{answer}");
    let (code, answer) = judged(&["root.crl", "before.crl"]);
    assert_eq!((code, &answer["code"]), (Some(1), &json!("stamp-revoked")));
    let broken = bench.run(&["--json", "evidence", "stamp-check", &data, "--request", &data]);
    assert!(!broken.status.success() && errors(&broken).contains("stamp-malformed"), "{}", errors(&broken));
}

#[test]
fn a_question_about_what_is_not_in_the_blocks_is_answered_and_a_cut_file_is_told() {
    let bench = Bench::new();
    let blocks = packs("exercises/chain");
    let ask = |words: &[&str]| bench.run(&[&["chain"][..], words, &["--blocks", &blocks], &CHAIN].concat());
    let victim = "mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31";
    let elsewhere = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";
    let txid = "0".repeat(64);
    for (from, at, code) in [
        (victim, "99999", "chain-height-outside"),
        (victim, "300", "chain-trace-unknown-start"),
        (elsewhere, "860", "chain-trace-unknown-start"),
        (&txid, "860", "chain-trace-unknown-start"),
        (&format!("{txid}:7"), "860", "chain-trace-unknown-start"),
    ] {
        let refused = ask(&["trace", "--from", from, "--at", at]);
        assert!(!refused.status.success() && errors(&refused).contains(code), "{}", errors(&refused));
    }
    for (words, text) in [(["address", elsewhere], elsewhere), (["tx", &txid], &txid)] {
        let answer = ask(&words);
        assert!(said(&answer).starts_with("Nothing was found") && said(&answer).contains(text));
    }
    let whole = std::fs::read(Path::new(&blocks).join("blk00000.dat")).unwrap();
    let folder = bench.path("cut");
    std::fs::create_dir(&folder).unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test's input")]
    std::fs::write(folder.join("blk00000.dat"), &whole[..150_000]).unwrap();
    let cut = bench.run(&[&["chain", "status", "--blocks", folder.to_str().unwrap()][..], &CHAIN].concat());
    assert!(said(&cut).contains("breaks off after"), "{}", said(&cut));
}

#[test]
fn malformed_blocks_are_refused_with_their_place() {
    let bench = Bench::new();
    let blocks = std::fs::read(Path::new(&packs("exercises/chain/blk00000.dat"))).unwrap();
    let mut broken = blocks.clone();
    broken[200] ^= 1;
    let folder = bench.path("blocks");
    std::fs::create_dir(&folder).unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test's input")]
    std::fs::write(folder.join("blk00000.dat"), broken).unwrap();
    let output =
        bench.run(&[&["chain", "status", "--blocks", folder.to_str().unwrap()][..], &CHAIN].concat());
    let errors = errors(&output);
    assert!(!output.status.success() && errors.contains("error[chain-"), "{errors}");
    assert!(errors.trim().lines().count() >= 2, "no remedy: {errors}");
}

#[test]
fn every_address_in_the_real_notes_is_found_in_a_sandboxed_child() {
    let Some(data) = data("every_address_in_the_real_notes_is_found_in_a_sandboxed_child") else { return };
    let bench = Bench::new();
    let notes = bench.path("notes");
    std::fs::create_dir(&notes).unwrap();
    let unpacked = std::process::Command::new("tar")
        .args(["xzf", data.join("evidence/notes/ransom_notes.tar.gz").to_str().unwrap(), "-C"])
        .arg(&notes)
        .status()
        .unwrap();
    assert!(unpacked.success());
    let output = bench.run(&["--json", "scan", "notes", "--kinds", "bitcoin-address"]);
    assert!(output.status.success(), "{}", errors(&output));
    // The counts of the separate oracle in the scanner's own tests.
    let mut hits: Vec<Value> =
        said(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    hits.retain(|hit| hit["class"] != "shape-only");
    assert_eq!(hits.len(), 3);
    assert!(hits.iter().all(|hit| hit["class"] == "verified" && hit["kind"] == "bitcoin-address"));
}

#[test]
fn every_address_in_every_encoding_is_found_and_none_of_them_without_decoding() {
    let test = "every_address_in_every_encoding_is_found_and_none_of_them_without_decoding";
    let Some(data) = data(test) else { return };
    let bench = Bench::new();
    std::fs::copy(data.join("evidence/addresses/encoded.tar.gz"), bench.path("encoded.tar.gz")).unwrap();
    let unpacked = std::process::Command::new("tar")
        .args(["xzf", "encoded.tar.gz"])
        .current_dir(bench.path(""))
        .status()
        .unwrap();
    assert!(unpacked.success());
    let labels = std::fs::read_to_string(data.join("evidence/addresses/encoded.tsv")).unwrap();
    let folders: BTreeSet<_> = labels.lines().skip(1).map(|line| line.split('/').next().unwrap()).collect();
    let (mut found, mut verified, mut as_they_are) = (0, 0, 0);
    for folder in folders {
        for (words, is_decoded) in
            [(&["--json", "scan", folder][..], true), (&["--json", "scan", "--no-decode", folder], false)]
        {
            let output = bench.run(words);
            assert!(output.status.success() && errors(&output).lines().count() <= 1, "{}", errors(&output));
            let hits: Vec<Value> =
                said(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            for label in labels.lines().filter(|line| line.starts_with(&format!("{folder}/"))) {
                let fields: Vec<_> = label.split('\t').collect();
                let is_it = |hit: &&Value| hit["file"] == fields[0] && hit["canonical"] == fields[2];
                let hit = hits.iter().find(is_it);
                if is_decoded {
                    found += u32::from(hit.is_some());
                    verified += u32::from(hit.is_some_and(|hit| hit["class"] == "verified"));
                } else {
                    as_they_are += u32::from(hit.is_some());
                }
            }
            // There is nothing else in these files.
            let is_labelled = |hit: &Value| labels.contains(hit["canonical"].as_str().unwrap());
            assert!(hits.iter().all(is_labelled), "{folder}");
        }
    }
    // The line wrap is a candidate. What stands open is found as it is: in UTF-8.
    assert_eq!((found, verified, as_they_are), (12 * 14, 11 * 14, 14));
}

#[test]
fn a_part_that_cannot_be_opened_is_told_and_is_no_failure() {
    let bench = Bench::new();
    // The beginning of an entry that is encrypted.
    let archive = "PK\u{3}\u{4}\u{14}\0\u{1}\0\u{8}\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u{1}\0\0\0a";
    bench.write("archive.zip", archive);
    let output = bench.run(&["scan", "archive.zip"]);
    assert!(output.status.success());
    assert!(errors(&output).contains("unpack-encrypted"), "{}", errors(&output));
    assert!(errors(&output).contains("archive.zip-0-zip(a)"), "{}", errors(&output));
    assert!(said(&output).contains("1 part inside these files was not opened"), "{}", said(&output));
}

#[test]
fn a_hit_in_a_disk_is_told_once_with_the_path_and_times_of_its_file() {
    let bench = Bench::new();
    // The address lies in one of the pieces of the file, and on the border of two.
    let mut text = vec![b' '; 1500];
    for at in [100, 1024 - 10] {
        text[at..at + 34].copy_from_slice(b"mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn");
    }
    #[expect(clippy::disallowed_methods, reason = "a test's input")]
    std::fs::write(bench.path("disk.img"), images::disk(&images::ntfs(&text))).unwrap();
    let output = bench.run(&["--json", "scan", "disk.img", "--kinds", "bitcoin-address"]);
    assert!(output.status.success(), "{}", errors(&output));
    let hits: Vec<Value> = said(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let paths: Vec<_> = hits.iter().map(|hit| hit["path"].as_str().unwrap()).collect();
    let file = (8 + images::NTFS_CLUSTERS[0]) * 512;
    let path = |at: usize| format!("disk.img-{file}-ntfs(partition-2/docs/note.txt)-{at}");
    assert_eq!(paths, [path(100), path(1014)]);
    assert_eq!(hits[0]["decoders"][0]["file"], "partition-2/docs/note.txt");
    assert_eq!(hits[0]["decoders"][0]["times"], json!({ "modified": "2009-01-03T18:15:05Z" }));
}

/// Writes bytes to a file of the bench.
#[expect(clippy::disallowed_methods, reason = "a test's input")]
fn write(bench: &Bench, name: &str, bytes: &[u8]) {
    let path = bench.path(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// A segment of an image, of this number: a piece of the media that is not packed, and whether more follow.
fn segment(number: u8, media: &[u8], is_last: bool) -> Vec<u8> {
    let section = |kind: &[u8], next: usize| {
        let mut header = vec![0; 76];
        header[..kind.len()].copy_from_slice(kind);
        header[16..24].copy_from_slice(&(next as u64).to_le_bytes());
        header
    };
    let end = 13 + 76 + media.len() + 4;
    let last = section(if is_last { b"done" } else { b"next" }, end);
    let head = [&b"EVF\x09\x0d\x0a\xff\0\x01"[..], &[number, 0, 0, 0], &section(b"sectors", end)].concat();
    [&head[..], media, b"sum.", &last].concat()
}

#[test]
fn segments_of_an_image_are_searched_as_one_and_a_missing_one_is_named() {
    const VALUE: &[u8] = b"mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";
    let bench = Bench::new();
    let chunk = 32 * 1024;
    let mut media = vec![b'.'; 3 * chunk];
    media[chunk - 9..chunk - 9 + VALUE.len()].copy_from_slice(VALUE);
    let parts: Vec<_> = media.chunks(chunk).collect();
    for (number, part) in (1..).zip(&parts) {
        write(&bench, &format!("seized/disk.E0{number}"), &segment(number, part, number == 3));
    }
    for named in ["seized", "seized/disk.E01"] {
        let output = bench.run(&["--json", "scan", named]);
        assert!(output.status.success() && errors(&output).lines().count() <= 1, "{}", errors(&output));
        let hits: Vec<Value> =
            said(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(hits.len(), 1, "{hits:?}");
        let path = hits[0]["path"].as_str().unwrap();
        assert!(path.ends_with("seized/disk.E01-0-ewf-32759"), "{path}");
    }
    std::fs::remove_file(bench.path("seized/disk.E02")).unwrap();
    let output = bench.run(&["--json", "scan", "seized"]);
    assert!(output.status.success());
    assert!(errors(&output).contains("unpack-segment-missing"), "{}", errors(&output));
}

#[test]
fn a_wallet_is_named_with_its_state_wherever_it_lies() {
    let bench = Bench::new();
    let wallet = br#"{"seed_version": 17, "use_encryption": true, "wallet_type": "standard"}"#;
    write(&bench, "default_wallet", wallet);
    write(&bench, "disk.img", &images::fat(wallet));
    let output = bench.run(&["scan", "default_wallet", "disk.img", "--kinds", "wallet-file"]);
    let lines: Vec<_> = said(&output).lines().map(str::to_owned).collect();
    let named = |line: &&String| line.contains("\twallet-file\twell-formed\telectrum:encrypted:");
    assert_eq!(lines.iter().filter(named).count(), 2, "{lines:?}");
}

#[test]
fn a_phrase_is_never_printed() {
    let bench = Bench::new();
    // A published test vector of BIP 39: never fund it.
    let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    bench.write("note.txt", &format!("keep this: {phrase}\n"));
    for words in [&["scan", "note.txt"][..], &["--json", "scan", "note.txt"]] {
        let output = bench.run(words);
        let all = said(&output) + &errors(&output);
        assert!(output.status.success() && all.contains("bip39-phrase"), "{all}");
        assert!(!all.contains("winner") && !all.contains("sausage"), "{all}");
    }
}

#[test]
fn a_package_is_sealed_checked_and_a_change_is_named() {
    let bench = Bench::new();
    let (source, bag) = (packs("exercises/notes"), bench.path("bag").display().to_string());
    let sealed = bench.run(&["evidence", "seal", &source, "--out", &bag, "--date", "2026-11-23"]);
    assert!(sealed.status.success(), "{}", errors(&sealed));
    let check = || bench.run(&["evidence", "verify", &bag]);
    assert!(check().status.success());
    let file = bench.path("bag/data/todo.html");
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[0] ^= 1;
    #[expect(clippy::disallowed_methods, reason = "somebody changes a file of the package")]
    std::fs::write(&file, bytes).unwrap();
    let checked = check();
    assert!(!checked.status.success() && said(&checked).contains("data/todo.html"), "{}", said(&checked));
}

#[test]
fn files_are_sealed_where_they_lie_and_a_change_is_named() {
    let bench = Bench::new();
    let folder = bench.path("seized");
    std::fs::create_dir(&folder).unwrap();
    bench.write("seized/note.txt", "pay");
    let folder = folder.display().to_string();
    let sealed = bench.run(&["evidence", "seal", "--in-place", &folder]);
    assert!(sealed.status.success(), "{}", errors(&sealed));
    bench.write("seal.json", &said(&sealed));
    let seal = bench.path("seal.json").display().to_string();
    let check = || bench.run(&["evidence", "verify", &folder, "--seal", &seal]);
    assert!(check().status.success());
    bench.write("seized/later.txt", "paid");
    let checked = check();
    assert!(!checked.status.success() && said(&checked).contains("later.txt"), "{}", said(&checked));
    // Either way, not both.
    let both = bench.run(&["evidence", "seal", "--in-place", &folder, "--out", &seal]);
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn what_a_package_does_not_hold_is_told() {
    let bench = Bench::new();
    let seized = bench.path("seized");
    std::fs::create_dir(&seized).unwrap();
    bench.write("seized/note.txt", "pay");
    std::os::unix::fs::symlink("/elsewhere", seized.join("link")).unwrap();
    let (seized, bag) = (seized.display().to_string(), bench.path("bag").display().to_string());
    let sealed = bench.run(&["evidence", "seal", &seized, "--out", &bag]);
    assert!(said(&sealed).contains("link, a link to /elsewhere"), "{}", said(&sealed));
    let sealed = bench.run(&["--json", "evidence", "seal", &seized, "--out", &(bag + "-again")]);
    let answer: Value = serde_json::from_str(&said(&sealed)).unwrap();
    assert_eq!((&answer["files"], &answer["left_out"][0]["path"]), (&json!(1), &json!("link")));
}

#[test]
fn nothing_obliges_to_preserve_and_the_answer_says_what_remains() {
    let bench = Bench::new();
    let words = [
        "--json",
        "law",
        "basis",
        "--from",
        "TJ",
        "--to",
        "KZ",
        "--measure",
        "preservation",
        "--on",
        "2026-11-23",
    ];
    let output = bench.run(&words);
    let answer: Value = serde_json::from_str(&said(&output)).unwrap();
    let reason = answer["obligation"]["reason"].as_str().unwrap();
    assert!(["no-instrument-obliges", "no-instrument-known-to-oblige"].contains(&reason));
    assert!(!answer["remains"].as_array().unwrap().is_empty());
    let unknown = bench.run(&["law", "basis", "--from", "TJ", "--to", "KZ", "--measure", "magic"]);
    assert!(!unknown.status.success() && errors(&unknown).contains("error[law-"), "{}", errors(&unknown));
}

#[test]
fn known_files_are_set_aside_and_counted() {
    let bench = Bench::new();
    std::fs::create_dir(bench.path("seized")).unwrap();
    let address = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";
    bench.write("seized/known.txt", &format!("pay {address}"));
    bench.write("seized/other.txt", &format!("pay to {address}"));
    let digest = comity_record::Sha256Digest::of(format!("pay {address}").as_bytes());
    bench.write("known.list", &format!("%%%% HASHDEEP-1.0\n38,{digest},known.txt\n"));
    let output = bench.run(&["--json", "scan", "seized", "--known", "known.list"]);
    assert!(output.status.success(), "{}", errors(&output));
    assert!(said(&output).contains("other.txt") && !said(&output).contains("known.txt"), "{}", said(&output));
    let told = said(&bench.run(&["scan", "seized", "--known", "known.list"]));
    assert!(told.contains("One file is on the lists of known files"), "{told}");
    bench.write("empty.list", "d41d8cd98f00b204e9800998ecf8427e  empty\n");
    let none = bench.run(&["scan", "seized", "--known", "empty.list"]);
    assert!(!none.status.success() && errors(&none).contains("has no line with a SHA-256 digest"));
}

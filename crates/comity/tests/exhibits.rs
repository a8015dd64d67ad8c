//! From a seized folder to a service, by the commands of a case.

use std::io::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::bench::{Bench, data, errors, said, text};

pub fn packs(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs").join(path).display().to_string()
}

/// A case with the notes of the exercise as its exhibit, searched. Gives the case, the scan's entry and the finds.
pub fn searched(bench: &Bench, notes: &str) -> (String, String, Vec<Value>) {
    let case = bench.case("Amina", "Theft");
    let how = ["--place", "Office 3", "--reason", "search", "--authority", "warrant 7"];
    let add = [&["evidence", "add", &case, "The notes", notes][..], &how].concat();
    assert_eq!(bench.one("Amina", &add)["exhibit"], "E-1");
    let scan = bench.one("Amina", &["evidence", "scan", &case, "E-1"]);
    let hits = scan["hits"].as_array().unwrap().clone();
    (case, text(&scan["entry"]).to_owned(), hits)
}

#[test]
fn a_lead_becomes_an_account_and_a_trace_of_the_case() {
    let bench = Bench::founded();
    let (case, scan, hits) = searched(&bench, &packs("exercises/notes"));
    let at = hits.iter().position(|hit| text(&hit["canonical"]).starts_with("bcrt1")).unwrap();
    let find = (at + 1).to_string();
    let promote =
        ["evidence", "promote", &case, &scan, &find, "--role", "suspect", "--reason", "named in the chat"];
    let account = bench.one("Amina", &promote);
    let (blocks, tags) = (packs("exercises/chain"), packs("tags/exercise.yaml"));
    let chain = ["--blocks", &blocks, "--network", "regtest", "--at", "860"];
    let account = text(&account["entry"]);
    let trace = [&["case", "trace", &case, "--account", account, "--tags", &tags][..], &chain].concat();
    let traced = bench.one("Amina", &trace);
    let recorded = &traced["trace"];
    assert_eq!(traced["number"], 1);
    assert!(recorded["reached"].as_array().unwrap().iter().all(|at| at["category"] == "exchange"));
    let ended: u64 = recorded["ended_sat"].as_object().unwrap().values().map(|v| v.as_u64().unwrap()).sum();
    assert_eq!(recorded["started_sat"].as_u64(), Some(ended), "every satoshi ends somewhere");
    // The same as the engine gives without a case.
    let address = text(&hits[at]["canonical"]);
    let alone = [&["chain", "trace", "--from", address, "--tags", &tags][..], &chain].concat();
    let alone = bench.one("Amina", &alone);
    assert_eq!(alone["result_digest"], recorded["result_digest"]);
    // Who starts also where that money came through follows the same money, and is told so in words.
    let through = alone["rows"].as_array().unwrap().iter().find(|row| row["hop"] == 1).unwrap();
    let output = format!("{}:{}", text(&through["txid"]), through["vout"]);
    let twice = said(&bench.told("Amina", &[&trace[..], &["--from", &output]].concat()));
    assert!(twice.contains(&format!(": {} satoshis.", recorded["started_sat"])), "{twice}");
    assert!(twice.contains("  joined another start and is counted there\n"), "{twice}");
    assert!(!twice.contains("joins-start"), "{twice}");
    let line = said(&bench.told("Amina", &["case", "show", &case]));
    assert_eq!(line.matches(&format!(": {} satoshis, ", recorded["started_sat"])).count(), 2, "{line}");
    let ledger =
        ["case", "ledger", &case, "--source", "the exercise", "--blocks", &blocks, "--network", "regtest"];
    bench.one("Amina", &ledger);
    assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], Value::Array(vec![]));
    // The prosecutor is no member of the case.
    let refused = bench.answer("Bobur", &["evidence", "promote", &case, &scan, "1", "--reason", "x"]);
    assert_eq!(refused.unwrap_err()["error"], "casework-not-allowed");
}

#[test]
fn a_kept_ledger_is_traced_for_a_case_both_ways_and_found_again() {
    let bench = Bench::founded();
    let (case, scan, hits) = searched(&bench, &packs("exercises/notes"));
    let at = hits.iter().position(|hit| text(&hit["canonical"]).starts_with("bcrt1")).unwrap();
    let promote =
        ["evidence", "promote", &case, &scan, &(at + 1).to_string(), "--reason", "named in the chat"];
    let account = text(&bench.one("Amina", &promote)["entry"]).to_owned();
    let address = text(&hits[at]["canonical"]);
    let store = bench.path("store").display().to_string();
    let (blocks, tags) = (packs("exercises/chain"), packs("tags/exercise.yaml"));
    bench.one("Amina", &["chain", "ingest", "--store", &store, "--blocks", &blocks, "--network", "regtest"]);
    bench.one("Amina", &["chain", "tags", "import", &tags, "--store", &store]);
    let ledger = ["case", "ledger", &case, "--source", "the exercise", "--store", &store];
    bench.one("Amina", &ledger);

    for direction in ["forward", "backward"] {
        let how = ["--direction", direction, "--method", "all", "--relied-on", "haircut", "--at", "860"];
        let how = [&how[..], &["--stop", "category=mixer", "--depth", "30"]].concat();
        let kept = ["--store", &store];
        let traced =
            bench.one("Amina", &[&["case", "trace", &case, "--account", &account][..], &how, &kept].concat());
        let recorded = &traced["trace"];
        let alone = bench.one("Amina", &[&["chain", "trace", address][..], &how, &kept].concat());
        assert_eq!(recorded["result_digest"], alone["result_digest"], "{direction}");
        assert_eq!(recorded["packs"][0]["title"], "Exercise services", "the tags that the ledger keeps");
        // Read from the blocks and the pack it is the same; an entry that names no direction is of a trace forward.
        let read = ["--blocks", &blocks, "--network", "regtest", "--tags", &tags];
        let read =
            bench.one("Amina", &[&["case", "trace", &case, "--account", &account][..], &how, &read].concat());
        assert_eq!(recorded["result_digest"], read["trace"]["result_digest"], "{direction}");
        assert_eq!(recorded["direction"].as_str(), Some(direction).filter(|named| *named != "forward"));
        let finding = bench.path(&format!("{direction}.json")).display().to_string();
        let entry = text(&traced["entry"]);
        bench.one("Amina", &["case", "file", &case, entry, "finding.json", "--out", &finding]);
        assert_eq!(bench.one("Amina", &["chain", "verify", &finding, "--store", &store])["equal"], true);
    }
    let shown = said(&bench.told("Amina", &["case", "traces", &case]));
    assert!(shown.contains("Trace 1 (haircut, forward) on regtest at height 860"), "{shown}");
    assert!(shown.contains("Trace 3 (haircut, backward) on regtest at height 860"), "{shown}");

    // What is refused records nothing.
    let refused = |words: &[&str]| {
        let words = [&["case", "trace", &case, "--from", address][..], words].concat();
        text(&bench.answer("Amina", &words).unwrap_err()["error"]).to_owned()
    };
    let nowhere = bench.path("nowhere").display().to_string();
    assert_eq!(refused(&["--store", &store, "--method", "all"]), "comity-trace-relied-on");
    assert_eq!(refused(&["--store", &store, "--network", "mainnet"]), "chain-store-other-network");
    assert_eq!(refused(&["--store", &store, "--at", "861"]), "chain-height-outside");
    assert_eq!(refused(&["--store", &nowhere]), "disk-missing");
    let column = bench.path("store/in/prevout");
    let length = std::fs::metadata(&column).unwrap().len();
    #[expect(clippy::disallowed_methods, reason = "a test's damage")]
    std::fs::write(&column, vec![0x7b; usize::try_from(length).unwrap()]).unwrap();
    assert_eq!(refused(&["--store", &store]), "chain-store-damaged");
    assert_eq!(bench.answer("Amina", &["case", "traces", &case]).unwrap().len(), 4);
    assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], Value::Array(vec![]));
}

#[test]
fn a_file_comes_out_of_the_vault_as_it_went_in_and_a_missing_one_is_named() {
    let bench = Bench::founded();
    let (case, _, _) = searched(&bench, &packs("exercises/notes"));
    let out = bench.path("todo.html").display().to_string();
    bench
        .one("Amina", &["evidence", "file", &case, "E-1", "todo.html", "--out", &out, "--reason", "to read"]);
    assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(packs("exercises/notes/todo.html")).unwrap());
    let unknown = [
        "evidence",
        "file",
        &case,
        "E-1",
        "none.txt",
        "--out",
        &bench.path("x").display().to_string(),
        "--reason",
        "to read",
    ];
    assert_eq!(bench.answer("Amina", &unknown).unwrap_err()["error"], "comity-exhibit-file-unknown");
    let unknown = bench.answer("Amina", &["evidence", "show", &case, "E-7"]).unwrap_err();
    assert_eq!(unknown["error"], "casework-unknown-exhibit");
    assert!(unknown["to_do"].is_string());
    assert_eq!(bench.one("Amina", &["evidence", "check", &case, "E-1"])["pass"], true);
}

/// A folder with a link, a pipe and an empty folder beside its one file.
fn odd_folder(bench: &Bench) -> String {
    let folder = bench.path("odd");
    std::fs::create_dir_all(folder.join("empty")).unwrap();
    std::os::unix::fs::symlink("note.txt", folder.join("link")).unwrap();
    pipe(&folder.join("pipe"));
    bench.write("odd/note.txt", "Pay to mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn\n");
    folder.display().to_string()
}

fn pipe(path: &Path) {
    assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
}

const HOW: [&str; 4] = ["--place", "Office 3", "--reason", "search"];

#[test]
fn what_a_folder_holds_beside_files_is_told() {
    let bench = Bench::founded();
    let folder = odd_folder(&bench);
    let case = bench.case("Amina", "Theft");
    for (number, more) in [("E-1", &[][..]), ("E-2", &["--in-place"])] {
        let add = [&["evidence", "add", &case, "A server", &folder], &HOW[..], more].concat();
        let kinds = |answer: &Value| -> Vec<String> {
            answer["left_out"].as_array().unwrap().iter().map(|left| text(&left["kind"]).to_owned()).collect()
        };
        let added = bench.one("Amina", &add);
        assert_eq!(
            (&added["exhibit"], kinds(&added)),
            (&number.into(), vec!["empty-folder".into(), "link".into(), "special".into()])
        );
        assert_eq!(kinds(&bench.one("Amina", &["evidence", "show", &case, number])).len(), 3);
        let told = said(&bench.told("Amina", &["evidence", "show", &case, number]));
        for line in [
            "3 things",
            "link, a link to note.txt",
            "pipe, a pipe, socket or device",
            "empty, an empty folder",
        ] {
            assert!(told.contains(line), "{told}");
        }
    }
    let add = [&["evidence", "add", &case, "A server", &folder], &HOW[..]].concat();
    assert!(said(&bench.told("Amina", &add)).contains("link, a link to note.txt"));
    assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], Value::Array(vec![]));
}

#[test]
fn a_pipe_is_left_out_of_a_search_and_told() {
    let bench = Bench::new();
    odd_folder(&bench);
    let scan = bench.run(&["scan", "odd"]);
    assert!(scan.status.success(), "{}", errors(&scan));
    assert!(said(&scan).contains("1 file read, 1 hit"), "{}", said(&scan));
    assert!(said(&scan).contains("2 things in folders were left out"), "{}", said(&scan));
    assert!(errors(&scan).contains("error[comity-scan-special]: odd/pipe"), "{}", errors(&scan));
    assert!(errors(&scan).contains("error[scan-not-a-file]: odd/link"), "{}", errors(&scan));
    let named = bench.run(&["scan", "odd/pipe"]);
    assert!(!named.status.success() && errors(&named).contains("comity-scan-special"), "{}", errors(&named));
    // A link that somebody names is followed.
    assert!(said(&bench.run(&["scan", "odd/link"])).contains("1 hit"));
}

#[test]
fn a_search_that_can_read_nothing_records_nothing() {
    let bench = Bench::founded();
    let case = bench.case("Amina", "Theft");
    std::fs::create_dir(bench.path("server")).unwrap();
    for name in ["a.txt", "b.txt"] {
        bench.write(&format!("server/{name}"), "nothing\n");
    }
    let folder = bench.path("server").display().to_string();
    bench.one("Amina", &[&["evidence", "add", &case, "A server", &folder, "--in-place"], &HOW[..]].concat());
    let scan = ["evidence", "scan", &case, "E-1"];
    let entries = || bench.answer("Amina", &["case", "show", &case]).unwrap().len();
    let before = entries();
    std::fs::rename(bench.path("server"), bench.path("moved")).unwrap();
    assert_eq!(bench.answer("Amina", &scan).unwrap_err()["error"], "comity-file");
    std::fs::create_dir(bench.path("server")).unwrap();
    let told = bench.told("Amina", &scan);
    assert!(!told.status.success() && errors(&told).contains("comity-exhibit-unread"), "{}", errors(&told));
    assert!(errors(&told).contains("None of the 2 files of E-1"), "{}", errors(&told));
    assert_eq!(entries(), before);
    // What could be read is recorded, and the rest makes the command fail.
    std::fs::copy(bench.path("moved/a.txt"), bench.path("server/a.txt")).unwrap();
    let part = bench.told("Amina", &scan);
    assert!(!part.status.success() && said(&part).contains("1 file searched"), "{}", said(&part));
    assert_eq!(entries(), before + 1);
}

#[test]
fn what_lies_in_place_of_an_exhibit_by_now_is_not_searched_as_the_exhibit() {
    let bench = Bench::founded();
    let case = bench.case("Amina", "Theft");
    std::fs::create_dir(bench.path("server")).unwrap();
    let (paid, planted) =
        ("pay mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", "pay mfWyW5fc9NUj75YAnFgoRLrjxgLDn2MMth");
    for name in ["a.txt", "b.txt"] {
        bench.write(&format!("server/{name}"), paid);
    }
    bench.write("planted", planted);
    for (title, path) in [("A server", "server"), ("A note", "server/a.txt")] {
        let path = bench.path(path).display().to_string();
        bench.one("Amina", &[&["evidence", "add", &case, title, &path, "--in-place"], &HOW[..]].concat());
    }
    let scan = |exhibit: &str| bench.told("Amina", &["--json", "evidence", "scan", &case, exhibit]);
    let unread = "The only file of E-2 could not be read. Nothing was searched";
    let changed = |exhibit: &str| {
        let told = scan(exhibit);
        assert!(!told.status.success() && errors(&told).contains("comity-exhibit-file-changed"), "{told:?}");
        assert!(!said(&told).contains("mfWyW"), "{}", said(&told));
        said(&told)
    };
    assert!(scan("E-1").status.success() && scan("E-2").status.success());
    let a = bench.path("server/a.txt");
    // Other bytes, as many.
    std::fs::copy(bench.path("planted"), &a).unwrap();
    assert!(changed("E-1").contains("b.txt") && changed("E-2").is_empty());
    assert!(errors(&scan("E-2")).contains(unread));
    // A link to other bytes, and to the same.
    for target in ["planted", "server/b.txt"] {
        std::fs::remove_file(&a).unwrap();
        std::os::unix::fs::symlink(bench.path(target), &a).unwrap();
        assert!(changed("E-1").contains("b.txt") && changed("E-2").is_empty());
    }
    std::fs::rename(bench.path("server"), bench.path("moved")).unwrap();
    std::os::unix::fs::symlink(bench.path("moved"), bench.path("server")).unwrap();
    assert!(changed("E-1").is_empty());
}

#[test]
fn gaps_and_impossible_times_of_custody_are_told_when_they_are_written() {
    let bench = Bench::founded();
    let case = bench.case("Amina", "Theft");
    let add = |more: &[&str]| {
        bench.answer("Amina", &[&["evidence", "add", &case, "A telephone"], &HOW[..], more].concat())
    };
    let refused = add(&["--when", "2999-01-01T00:00:00+00:00[UTC]"]).unwrap_err();
    assert_eq!(refused["error"], "casework-act-in-future");
    let received = add(&["--act", "received"]).unwrap().remove(0);
    assert_eq!(received["gaps"][0]["code"], "evidence-gap-person");
    assert_eq!((&received["gaps"][0]["act"], &received["gaps"][0]["entry"]), (&1.into(), &received["entry"]));
    assert_eq!(add(&[]).unwrap()[0]["gaps"], serde_json::json!([]));
    let custody = |act: &str, more: &[&str]| {
        let words = [&["evidence", "custody", &case, "E-2", "--act", act], &HOW[..], more].concat();
        (bench.answer("Amina", &words), said(&bench.told("Amina", &words)))
    };
    let early =
        ["--when", "2020-01-01T00:00:00+00:00[UTC]", "--authority", "order 9", "--taker", "Owner=None"];
    assert_eq!(custody("returned", &early).0.unwrap_err()["error"], "casework-act-before");
    let over = ["--giver", "Amina=The Unit", "--taker", "Lab=Laboratory"];
    let (_, told) = custody("handed-over", &over);
    assert!(told.contains("Last holder: Lab, Laboratory. Given by: Amina, The Unit."), "{told}");
    let late =
        custody("returned", &[&early[..], &["--late", "--giver", "Lab=Laboratory"]].concat()).0.unwrap();
    assert_eq!(late[0]["gaps"].as_array().unwrap().len(), 1, "{late:?}");
}

#[test]
fn what_was_withdrawn_is_marked_wherever_it_is_listed() {
    let bench = Bench::founded();
    let (case, scan, hits) = searched(&bench, &packs("exercises/notes"));
    let at = hits.iter().position(|hit| text(&hit["canonical"]).starts_with("bcrt1")).unwrap();
    let find = (at + 1).to_string();
    let promote = |role: &str| {
        bench.answer(
            "Amina",
            &["evidence", "promote", &case, &scan, &find, "--role", role, "--reason", "named"],
        )
    };
    let wrong = promote("wictim").unwrap_err();
    assert_eq!(wrong["error"], "comity-command-line");
    assert!(text(&wrong["message"]).contains("suspect, victim, witness, service, other, unknown"), "{wrong}");
    let account = promote("suspect").unwrap().remove(0);
    assert_eq!(promote("victim").unwrap_err()["error"], "casework-account-exists");
    let account = text(&account["entry"]);
    let (blocks, tags) = (packs("exercises/chain"), packs("tags/exercise.yaml"));
    let chain = ["--blocks", &blocks, "--network", "regtest", "--at", "860"];
    let trace = [&["case", "trace", &case, "--account", account, "--tags", &tags][..], &chain].concat();
    let trace = bench.one("Amina", &trace);
    let exhibit = bench.one("Amina", &["evidence", "show", &case, "E-1"]);
    let lists = [
        ["evidence", "list", &case].to_vec(),
        ["evidence", "show", &case, "E-1"].to_vec(),
        ["case", "accounts", &case].to_vec(),
        ["case", "traces", &case].to_vec(),
    ];
    let marked = || {
        lists
            .iter()
            .map(|words| said(&bench.told("Amina", words)).contains("[withdrawn]"))
            .collect::<Vec<_>>()
    };
    assert_eq!(marked(), [false; 4]);
    let shown = said(&bench.told("Amina", &["case", "show", &case]));
    let address = text(&hits[at]["canonical"]);
    for line in [
        "E-1 “The notes”: 4 files",
        "E-1 searched: 4 files",
        &format!("{address} (suspect): named"),
        &format!("Trace 1 forward from {address}: "),
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    let withdraw = |entry| {
        let words = ["case", "withdraw", &case, entry, "--ground", "mistaken", "--reason", "another's"];
        bench.one("Amina", &words);
    };
    withdraw(account);
    promote("victim").unwrap();
    withdraw(text(&exhibit["entry"]));
    withdraw(text(&trace["entry"]));
    assert_eq!(marked(), [true; 4]);
    let shown = said(&bench.told("Amina", &["case", "show", &case]));
    assert!(shown.contains("Entry 1 does not count. It is mistaken: another's"), "{shown}");
    assert_eq!(promote("witness").unwrap_err()["error"], "casework-entry-withdrawn");
}

#[test]
fn exhibits_come_back_from_a_backup_with_their_files() {
    let bench = Bench::founded();
    let (case, _, _) = searched(&bench, &packs("exercises/notes"));
    let at = |name: &str| bench.path(name).display().to_string();
    let backup = |data: &str, keys: &str, more: &[&str]| {
        let (data, keys) = (at(data), at(keys));
        bench.one("Amina", &[&["node", "backup", "--data", &data, "--keys", &keys], more].concat())
    };
    assert_eq!(backup("d1", "k1", &[])["objects_left_out"], true);
    let objects = at("objects");
    let whole = backup("d2", "k2", &["--objects", &objects]);
    assert!(whole["objects"].as_u64().unwrap() > 3, "{whole}");
    assert_eq!(backup("d3", "k3", &["--objects", &objects])["objects"], 0, "each is copied once");
    let restore = |to: &str, more: &[&str]| {
        let (to, data, keys, key) = (at(to), at("d2"), at("k2"), at("office/node.key"));
        let words = ["node", "restore", "--node", &to, "--data", &data, "--keys", &keys, "--node-key", &key];
        bench.one("Amina", &[&words, more].concat())
    };
    assert!(restore("without", &[])["objects_missing"].as_u64().unwrap() > 0);
    assert_eq!(restore("restored", &["--objects", &objects])["objects_missing"], 0);
    let restored = at("restored");
    let check = ["evidence", "check", &case, "E-1", "--node", &restored];
    assert_eq!(bench.one("Amina", &check)["pass"], true);
    let scrub = ["node", "scrub", "--node", &restored];
    let scrubbed = bench.one("Amina", &scrub);
    assert_eq!((&scrubbed["files"], &scrubbed["damaged"]), (&whole["objects"], &Value::Array(vec![])));
    assert_eq!(bench.one("Amina", &["node", "sweep", "--node", &restored])["removed"], 0);
    let shard = std::fs::read_dir(bench.path("restored/objects")).unwrap().next().unwrap().unwrap().path();
    let object = std::fs::read_dir(shard).unwrap().next().unwrap().unwrap().path();
    let mut bytes = std::fs::read(&object).unwrap();
    bytes[100] ^= 1;
    std::fs::remove_file(&object).unwrap();
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&object)
        .unwrap()
        .write_all(&bytes)
        .unwrap();
    let damaged = bench.answer("Amina", &scrub).unwrap_err();
    let name = object.file_name().unwrap().to_str().unwrap();
    assert!(damaged["error"] == "comity-damaged" && damaged.to_string().contains(name), "{damaged}");
    // The case says so, signed by the node, and that it is whole again when it was copied back.
    let said_in_case = || {
        let shown = said(&bench.told("Amina", &["case", "show", &case, "--node", &restored]));
        ["its bytes have changed", "whole again"].map(|words| shown.matches(words).count())
    };
    let [damaged_in, 0] = said_in_case() else { panic!("nothing is whole again yet") };
    assert!(damaged_in > 0);
    let status = bench.one("Amina", &["node", "status", "--node", &restored]);
    assert_eq!(status["vault"]["damaged"][0]["name"], name);
    let again = bench.answer("Amina", &[&scrub[..], &["--resume"]].concat()).unwrap_err();
    assert_eq!(again["error"], "comity-damaged");
    bytes[100] ^= 1;
    std::fs::OpenOptions::new().write(true).open(&object).unwrap().write_all(&bytes).unwrap();
    let mended = bench.one("Amina", &scrub);
    assert_eq!((&mended["mended"][0], &mended["damaged"]), (&Value::from(name), &Value::Array(vec![])));
    assert_eq!(said_in_case(), [damaged_in, damaged_in]);
    let status = said(&bench.told("Amina", &["node", "status", "--node", &restored]));
    assert!(status.contains("All files of the vault were read again until ") && !status.contains("DAMAGED"));
    // What could not be written whole is not left in the way.
    let (data, keys) = (at("d4"), at("nowhere/k4"));
    let refused = bench.answer("Amina", &["node", "backup", "--data", &data, "--keys", &keys]).unwrap_err();
    assert_eq!(refused["error"], "comity-file");
    assert!(!bench.path("d4").exists());
}

#[test]
fn what_the_vault_may_hold_is_set_by_two_and_kept_by_every_intake() {
    let bench = Bench::founded();
    let case = bench.case("Amina", "Case");
    let limits = |words: &[&str]| bench.answer("Amina", &[&["office", "vault-limits"], words].concat());
    let shown = limits(&[]).unwrap().remove(0);
    assert_eq!(shown["limits"]["kept_free_bytes"], 1_u64 << 30);
    assert_eq!((&shown["held_bytes"], shown["free_bytes"].is_u64()), (&Value::from(0), true));
    let proposed = limits(&["--vault", "64KiB", "--keep-free", "1MiB", "--reason", "a small disk"]).unwrap();
    let approve = ["office", "approve", text(&proposed[0]["entry"])];
    let words = said(&bench.told("Bobur", &approve));
    assert!(words.contains("The vault may hold 65536 bytes in all and a case any number of;"), "{words}");
    let how = ["--place", "Office 3", "--reason", "search", "--authority", "warrant 7"];
    let add = |title: &str, path: &str| {
        bench.answer("Amina", &[&["evidence", "add", &case, title, path][..], &how].concat())
    };
    std::fs::File::create(bench.path("large.bin")).unwrap().write_all(&vec![7; 70_000]).unwrap();
    let large = bench.path("large.bin").display().to_string();
    let refused = add("Large", &large).unwrap_err();
    assert_eq!(refused["error"], "evidence-no-room-vault");
    assert!(refused["message"].as_str().unwrap().contains("65536"), "{refused}");
    assert_eq!(limits(&[]).unwrap()[0]["held_bytes"], 0);
    bench.write("small.txt", "a page\n");
    assert_eq!(add("Small", &bench.path("small.txt").display().to_string()).unwrap()[0]["exhibit"], "E-1");
    let in_place = ["evidence", "add", &case, "Large", &large, "--in-place"];
    assert_eq!(bench.one("Amina", &[&in_place[..], &how].concat())["exhibit"], "E-2");
    let proposed = limits(&["--vault", "none", "--reason", "a larger disk"]).unwrap();
    bench.one("Bobur", &["office", "approve", text(&proposed[0]["entry"])]);
    let shown = limits(&[]).unwrap().remove(0);
    assert_eq!(
        (&shown["limits"]["most_bytes"], &shown["limits"]["kept_free_bytes"]),
        (&Value::Null, &Value::from(1 << 20))
    );
    assert_eq!(add("Large", &large).unwrap()[0]["exhibit"], "E-3");
}

#[test]
fn a_phrase_in_an_exhibit_is_kept_from_sight() {
    let bench = Bench::founded();
    // A published test vector of BIP 39: never fund it.
    bench.write("note.txt", "legal winner thank year wave sausage worth useful legal winner thank yellow\n");
    let note = bench.path("note.txt").display().to_string();
    let (case, scan, hits) = searched(&bench, &note);
    assert_eq!(hits[0]["kind"], "bip39-phrase");
    for words in [&["evidence", "hits", &case, &scan][..], &["case", "show", &case]] {
        let shown = format!("{:?}", bench.answer("Amina", words).unwrap());
        assert!(!shown.contains("winner") && !shown.contains("sausage"), "{shown}");
    }
}

#[test]
fn the_real_notes_hold_three_addresses_that_no_tag_names() {
    let test = "the_real_notes_hold_three_addresses_that_no_tag_names";
    let Some(data) = data(test) else { return };
    let bench = Bench::founded();
    let notes = bench.path("notes");
    std::fs::create_dir(&notes).unwrap();
    let archive = data.join("evidence/notes/ransom_notes.tar.gz").display().to_string();
    let unpacked = std::process::Command::new("tar").args(["xzf", &archive, "-C"]).arg(&notes).status();
    assert!(unpacked.unwrap().success());
    let (case, scan, hits) = searched(&bench, &notes.display().to_string());
    // The counts of the separate oracle in the scanner's own tests.
    let hits: Vec<_> = (1..).zip(&hits).filter(|(_, hit)| hit["kind"] == "bitcoin-address").collect();
    assert_eq!(hits.len(), 3);
    assert!(hits.iter().all(|(_, hit)| hit["class"] == "verified" && hit["network"] == "mainnet"));
    let packs: Vec<String> = std::fs::read_dir(data.join("chain/tags"))
        .unwrap()
        .map(|entry| entry.unwrap().path().display().to_string())
        .collect();
    let found: Vec<&str> = hits.iter().map(|(_, hit)| text(&hit["canonical"])).collect();
    for (number, _) in &hits {
        let number: String = format!("{number}");
        bench.one("Amina", &["evidence", "promote", &case, &scan, &number, "--reason", "ransom note"]);
    }
    let answer = tags(&bench, &packs, &found);
    assert_eq!(answer["packs"].as_array().unwrap().len(), packs.len());
    for said in answer["addresses"].as_array().unwrap() {
        assert_eq!(said["rows"], Value::Array(vec![]), "{said}");
    }
    let told = bench.run(
        &["chain", "tags", "show", "--tags", &packs[0]].iter().chain(&found).copied().collect::<Vec<_>>(),
    );
    assert_eq!(said(&told).matches("no pack names it").count(), found.len());
}

/// What tag packs say of mainnet addresses.
fn tags(bench: &Bench, packs: &[String], addresses: &[&str]) -> Value {
    let packs = packs.iter().flat_map(|pack| ["--tags", pack.as_str()]);
    let words: Vec<&str> = ["--json", "chain", "tags", "show"]
        .into_iter()
        .chain(packs)
        .chain(addresses.iter().copied())
        .collect();
    let output = bench.run(&words);
    assert!(output.status.success(), "{}", errors(&output));
    serde_json::from_str(&said(&output)).unwrap()
}

#[test]
fn labelled_addresses_of_the_real_tag_packs_are_attributed_with_provenance() {
    let test = "labelled_addresses_of_the_real_tag_packs_are_attributed_with_provenance";
    let Some(data) = data(test) else { return };
    let bench = Bench::new();
    // Each labelled text in a file of its own, so that what was found can be told from what was not.
    let texts = bench.path("texts");
    std::fs::create_dir(&texts).unwrap();
    let labels = std::fs::read_to_string(data.join("evidence/addresses/labels.jsonl")).unwrap();
    let known: Vec<String> = std::fs::read_dir(data.join("chain/tags"))
        .unwrap()
        .map(|entry| entry.unwrap().path().display().to_string())
        .collect();
    let mut labelled: Vec<(String, String)> = Vec::new();
    for label in labels.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()) {
        let origin = text(&label["origin"]).to_owned();
        let here = known.iter().any(|pack| Path::new(pack).file_name().unwrap().to_str() == Some(&origin));
        if label["kind"] == "BTC" && label["valid"] == true && here {
            bench.write(&format!("texts/{}", text(&label["id"])), text(&label["text"]));
            labelled.push((text(&label["value"]).to_owned(), origin));
        }
    }
    assert!(labelled.len() >= 10, "{} labels", labelled.len());
    let output = bench.run(&["--json", "scan", "texts"]);
    let hits: Vec<Value> = said(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let found: Vec<&str> = labelled.iter().map(|(value, _)| value.as_str()).collect();
    for address in &found {
        assert!(hits.iter().any(|hit| hit["value"] == *address), "{address} was not found");
    }
    let answer = tags(&bench, &known, &found);
    for ((address, origin), said) in labelled.iter().zip(answer["addresses"].as_array().unwrap()) {
        let rows = said["rows"].as_array().unwrap();
        let pack = known.iter().find(|pack| pack.ends_with(&format!("/{origin}"))).unwrap();
        let digest = comity_record::Sha256Digest::of(&std::fs::read(pack).unwrap()).to_string();
        let row = rows.iter().find(|row| row["pack_digest"] == digest.as_str());
        let row = row.unwrap_or_else(|| panic!("{address}: not attributed by {origin}: {rows:?}"));
        assert!(!text(&row["label"]).is_empty() && row["row"].as_u64().unwrap() > 0);
        assert!(!text(&row["pack"]).is_empty() && !text(&row["pack_creator"]).is_empty());
    }
}

#[test]
fn a_case_leaves_for_one_recipient_as_two_persons_approved() {
    let bench = Bench::founded();
    let (case, _, _) = searched(&bench, &packs("exercises/notes"));
    let path = |name: &str| bench.path(name).display().to_string();
    let (secret, sealed, opened) = (path("court.key"), path("case.age"), path("opened"));
    let key = bench.one("Amina", &["case", "export", "key", "--out", &secret]);
    let key = text(&key["key"]);
    bench.one("Bobur", &["case", "assign", &case, "Bobur"]);
    let propose =
        ["case", "export", "propose", &case, "--recipient", "Court", "--reason", "trial", "--key", key];
    let proposal = bench.one("Amina", &propose);
    assert_eq!(proposal["withheld"], Value::Array(vec![]));
    let proposal = text(&proposal["entry"]);
    let write = ["case", "export", "write", &case, proposal, "--key", key, "--out", &sealed];
    assert_eq!(bench.answer("Amina", &write).unwrap_err()["error"], "casework-not-approved");
    assert!(!Path::new(&sealed).exists());
    bench.one("Bobur", &["case", "approve", &case, proposal]);
    let written = bench.one("Amina", &write);
    assert_eq!(written["remaining"]["exhibits"], 1);
    assert!(written["remaining"]["exhibit_files"].as_u64().unwrap() > 0);
    let back =
        bench.one("Amina", &["case", "export", "open", &sealed, "--identity", &secret, "--out", &opened]);
    assert_eq!(back["digest"], written["digest"]);
    let hits = bench.one("Amina", &["case", "show", &case]);
    assert!(hits.is_object());
    let files: Vec<_> = std::fs::read_dir(bench.path("opened/data/files")).unwrap().collect();
    assert_eq!(files.len(), 3, "the manifest of the exhibit, the hits and the pages of the scan");
    // Another key opens nothing.
    let other = path("other.key");
    bench.one("Amina", &["case", "export", "key", "--out", &other]);
    let refused = ["case", "export", "open", &sealed, "--identity", &other, "--out", &path("x")];
    assert_eq!(bench.answer("Amina", &refused).unwrap_err()["error"], "casework-export-sealed-other-key");
}

#[test]
fn whoever_proposes_an_export_is_told_what_stays_here() {
    let bench = Bench::founded();
    let (case, scan, _) = searched(&bench, &packs("exercises/notes"));
    let promoted = bench.one("Amina", &["evidence", "promote", &case, &scan, "1", "--reason", "named"]);
    let exhibit = bench.one("Amina", &["evidence", "list", &case]);
    let exhibit = text(&exhibit["entry"]);
    let withdraw = ["case", "withdraw", &case, exhibit, "--ground", "privileged", "--reason", "counsel's"];
    bench.one("Amina", &withdraw);
    let secret = bench.path("court.key").display().to_string();
    let key = bench.one("Amina", &["case", "export", "key", "--out", &secret]);
    let key = text(&key["key"]);
    let propose =
        ["case", "export", "propose", &case, "--recipient", "Court", "--reason", "trial", "--key", key];
    let proposed = bench.one("Amina", &propose);
    let withheld = proposed["withheld"].as_array().unwrap();
    let entries: Vec<_> = withheld.iter().map(|line| text(&line["entry"])).collect();
    assert_eq!(entries, [exhibit, &scan, text(&promoted["entry"])]);
    assert!(withheld.iter().all(|line| line["ground"] == "privileged"));
    let mut program = bench.program_of("Amina");
    let told = said(&program.args(propose).output().unwrap());
    for words in ["3 entries go out without their contents", "Entry 2, scan.recorded: it is privileged"] {
        assert!(told.contains(words), "{told}");
    }
}

#[test]
fn what_is_sent_to_the_program_is_an_exhibit_and_a_hand_over_is_signed_by_both() {
    let bench = Bench::founded();
    let case = bench.case("Amina", "Theft");
    bench.one("Bobur", &["case", "assign", &case, "Bobur"]);
    let how = ["--place", "Office 3", "--reason", "search", "--authority", "warrant 7"];
    let add = [&["evidence", "add", &case, "An image", "-", "--name", "disk.raw"][..], &how].concat();
    let mut program = bench.program_of("Amina");
    let mut child = program
        .arg("--json")
        .args(add)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let image: Vec<u8> = (0..3_000_000_u32).flat_map(u32::to_le_bytes).collect();
    child.stdin.take().unwrap().write_all(&image).unwrap();
    let answer: Value = serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!(answer["exhibit"], "E-1");
    let copy = bench.path("copy.raw").display().to_string();
    bench
        .one("Amina", &["evidence", "file", &case, "E-1", "disk.raw", "--out", &copy, "--reason", "to read"]);
    assert!(std::fs::read(&copy).unwrap() == image, "what was sent comes back");

    let over = [
        &["evidence", "custody", &case, "E-1", "--act", "handed-over"][..],
        &["--giver", "Amina=Unit", "--taker", "Bobur=Unit", "--storage", "room 4"],
        &how,
    ];
    let over = bench.one("Amina", &over.concat());
    assert_eq!(over["gaps"].as_array().unwrap().len(), 1, "one signature is missing");
    let act = text(&over["entry"]);
    let own = bench.answer("Amina", &["evidence", "confirm", &case, act]).unwrap_err();
    assert_eq!(own["error"], "casework-same-person");
    bench.one("Bobur", &["evidence", "confirm", &case, act]);
    let shown = bench.one("Amina", &["evidence", "show", &case, "E-1"]);
    assert_eq!(shown["custody"][1]["confirmed"]["by"]["name"], "Bobur");
    assert_eq!(shown["chains"][0]["gaps"], Value::Array(vec![]));
    let told = said(&bench.told("Amina", &["case", "show", &case]));
    assert!(told.contains("Confirms entry 4."), "{told}");
}

#[test]
fn the_media_in_an_image_is_hashed_apart_and_compared_with_what_the_image_bears() {
    let Some(data) = data("the_media_in_an_image_is_hashed_apart") else { return };
    let image = std::fs::read(data.join("evidence/images/ext2.E01")).unwrap();
    let bench = Bench::founded();
    let case = bench.case("Amina", "Theft");
    let how = ["--place", "Office 3", "--reason", "search"];
    // As the program that made the image computed it, in its section `hash`.
    let bears = "196066add11fb71c4c49cf1bb50d6d24";
    let add = |name: &str, bytes: &[u8], more: &[&str]| {
        let file = bench.path(name);
        std::fs::File::create(&file).unwrap().write_all(bytes).unwrap();
        let file = file.display().to_string();
        let added = bench.one("Amina", &[&["evidence", "add", &case, name, &file][..], &how, more].concat());
        added["media"].clone()
    };
    let media = add("disk.E01", &image, &[]);
    assert_eq!(media[0]["verdict"], "same", "{media}");
    let read = &media[0]["content"]["read"];
    assert_eq!((read["digests"]["size"].as_u64(), text(&read["stored"]["md5"])), (Some(8192 * 512), bears));
    assert_eq!(read["computed"]["md5"], bears);
    assert_eq!(text(&read["computed"]["sha1"]).len(), 40);
    assert_eq!(
        add("in place", &image, &["--in-place"]),
        serde_json::json!([{
            "path": "in place", "content": media[0]["content"], "verdict": "same",
        }])
    );
    // Another digest in the image, none, and an image that is cut off.
    let at = image.windows(16).rposition(|window| window.starts_with(&[0x19, 0x60, 0x66, 0xad])).unwrap();
    let mut other = image.clone();
    other[at] ^= 1;
    assert_eq!(add("other.E01", &other, &[])[0]["verdict"], "different");
    other[at..at + 16].fill(0);
    assert_eq!(add("none.E01", &other, &[])[0]["verdict"], "not-stored");
    let cut = add("cut.E01", &image[..9000], &[]);
    assert_eq!(
        (text(&cut[0]["verdict"]), text(&cut[0]["content"]["unread"])),
        ("unread", "unpack-truncated")
    );
    assert_eq!(add("note", b"EVF", &[]), serde_json::json!([]));

    let shown = said(&bench.told("Amina", &["evidence", "show", &case, "E-1"]));
    assert!(shown.contains("it is what the image says"), "{shown}");
    assert!(shown.contains(&format!("MD5  {bears}  =\n")), "{shown}");
    let shown = said(&bench.told("Amina", &["evidence", "show", &case, "E-3"]));
    assert!(
        shown.contains("NOT what the image says") && shown.contains(&format!("MD5  {bears}  != 18")),
        "{shown}"
    );
    let listed = said(&bench.told("Amina", &["evidence", "list", &case]));
    assert_eq!(listed.matches("NOT what the image says").count(), 1, "{listed}");
}

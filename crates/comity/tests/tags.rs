//! Tags that a ledger keeps, by the command line.

use std::path::Path;

use serde_json::Value;

use crate::bench::{Bench, data, errors, said};

const VICTIM: &str = "mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31";
/// An address of an invented exchange, row 1 of the built-in pack.
const EXCHANGE: &str = "mroVUe5GBD53ZGWceURY5qsuVE9uzy7DdF";

fn packs(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs").join(path).display().to_string()
}

/// A bench with a ledger of the exercise chain.
fn with_ledger() -> (Bench, String) {
    let bench = Bench::new();
    let store = bench.path("store").display().to_string();
    let blocks = packs("exercises/chain");
    let taken =
        bench.run(&["chain", "ingest", "--network", "regtest", "--store", &store, "--blocks", &blocks]);
    assert!(taken.status.success(), "{}", errors(&taken));
    (bench, store)
}

fn ask(bench: &Bench, store: &str, words: &[&str]) -> Value {
    let output = bench.run(&[&["--json", "chain"][..], words, &["--store", store]].concat());
    assert!(output.status.success(), "{words:?}: {}", errors(&output));
    serde_json::from_str(&said(&output)).unwrap()
}

fn refused(bench: &Bench, store: &str, words: &[&str], code: &str) {
    let output = bench.run(&[&["chain", "tags"][..], words, &["--store", store]].concat());
    let errors = errors(&output);
    assert!(!output.status.success() && errors.contains(&format!("error[{code}]")), "{errors}");
    assert!(errors.trim().lines().count() >= 2, "no remedy: {errors}");
}

#[test]
fn what_is_imported_is_used_by_the_questions_that_the_ledger_answers() {
    let (bench, store) = with_ledger();
    let pack = packs("tags/exercise.yaml");
    let trace = ["trace", "--from", VICTIM, "--at", "860"];
    let given = ask(&bench, &store, &[&trace[..], &["--tags", &pack]].concat());
    assert!(given["totals"]["ended_sat"]["service"].as_u64() > Some(0));
    assert_eq!(ask(&bench, &store, &trace)["totals"]["ended_sat"]["service"].as_u64().unwrap_or(0), 0);
    assert_eq!(ask(&bench, &store, &["address", EXCHANGE])["tags"], Value::Array(vec![]));

    let imported = ask(&bench, &store, &["tags", "import", &pack]);
    let rows = &imported["files"][0]["tags"];
    assert_eq!((rows["taken"].as_u64(), rows["other_currency"].as_u64()), (Some(298), Some(0)), "{imported}");
    assert_eq!(
        (&rows["no_address"], imported["files"][0]["conflicts"].as_u64()),
        (&Value::Array(vec![]), Some(0))
    );
    assert_eq!(ask(&bench, &store, &trace), given, "the same, whether it is given or kept");
    let both = ask(&bench, &store, &[&trace[..], &["--tags", &pack]].concat());
    assert_eq!(both, given);
    let address = ask(&bench, &store, &["address", EXCHANGE]);
    assert_eq!(address["tags"][0]["label"], "Exchange X (invented)");
    let told = bench.run(&["chain", "address", "--store", &store, EXCHANGE]);
    assert!(said(&told).contains("row 1 of Exercise services"), "{}", said(&told));
    // The finding names the pack, and verifies where nothing was imported.
    let finding = bench.path("finding.json").display().to_string();
    ask(&bench, &store, &[&trace[..], &["--finding", &finding]].concat());
    let written: Value = serde_json::from_slice(&std::fs::read(&finding).unwrap()).unwrap();
    assert_eq!(written["packs"][0]["title"], "Exercise services");
    let digest = written["packs"][0]["digest"].as_str().unwrap();
    assert_eq!(ask(&bench, &store, &["tags", "remove", digest])["removed"]["title"], "Exercise services");
    assert_eq!(ask(&bench, &store, &["verify", &finding])["equal"], true);
    assert_eq!(ask(&bench, &store, &["address", EXCHANGE])["tags"], Value::Array(vec![]));
    // A category is one however a publisher writes it.
    let reached = given["rows"].as_array().unwrap().iter().find(|row| row["end"] == "service").unwrap();
    bench.write(
        "loud.csv",
        &format!("address,label,category\n{},X,Exchange\n", reached["to_address"].as_str().unwrap()),
    );
    let loud = bench.path("loud.csv").display().to_string();
    ask(&bench, &store, &["tags", "import", &loud, "--creator", "me"]);
    assert!(ask(&bench, &store, &trace)["totals"]["ended_sat"]["service"].as_u64() > Some(0));
    // Other files than tag packs are imported, and whoever gives one with --tags is told so.
    let output = bench.run(&["chain", "trace", VICTIM, "--store", &store, "--tags", &loud]);
    assert!(errors(&output).contains("error[chain-tags-malformed]"), "{}", errors(&output));
    assert!(errors(&output).contains("comity chain tags import"), "{}", errors(&output));
}

#[test]
fn files_of_every_format_are_kept_and_shown_and_disagree() {
    let (bench, store) = with_ledger();
    let csv = format!(
        "address,label,actor,currency\n{EXCHANGE},Other holder,,\n{EXCHANGE},Other holder,,\n0x0,X,,ETH\nnothing,Y,,\n"
    );
    bench.write("notes.csv", &csv);
    bench.write("sanctioned_addresses_XBT.txt", &format!("{VICTIM}\n"));
    bench.write(
        "a.actorpack.yaml",
        "title: Actors\ncreator: C\nactors:\n- {id: exercise-exchange-x, label: X Ltd, uri: x.example, jurisdictions: [MT], categories: [exchange]}\n",
    );
    let pack = packs("tags/exercise.yaml");
    let words = [
        "chain",
        "tags",
        "import",
        "--store",
        &store,
        "notes.csv",
        "sanctioned_addresses_XBT.txt",
        "a.actorpack.yaml",
        &pack,
        "--creator",
        "FIU",
        "--licence",
        "internal",
        "--source",
        "file 7",
    ];
    let told = bench.run(&words);
    assert!(told.status.success(), "{}", errors(&told));
    let told = said(&told);
    for line in [
        "Rows: 4; taken: 1; of other currencies: 1.",
        "1 row names no address of this network: 4",
        "left out: 2",
        "Actors: 1.",
        "On 1 address of this file",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert_eq!(said(&bench.run(&words)).matches("Nothing was changed").count(), 4);
    let list = ask(&bench, &store, &["tags", "list"]);
    let formats: std::collections::BTreeSet<_> =
        list["files"].as_array().unwrap().iter().map(|file| file["format"].as_str().unwrap()).collect();
    assert_eq!(formats, ["actorpack", "csv", "ofac", "tagpack"].into());
    assert!(
        said(&bench.run(&["chain", "tags", "list", "--store", &store]))
            .contains("licence internal, file notes.csv")
    );

    let conflicts = ask(&bench, &store, &["tags", "conflicts"]);
    assert_eq!(conflicts["conflicts"].as_array().unwrap().len(), 1);
    let rows = conflicts["conflicts"][0]["rows"].as_array().unwrap();
    let provenance: Vec<_> =
        rows.iter().map(|row| (row["pack"].as_str().unwrap(), row["row"].as_u64().unwrap())).collect();
    assert_eq!(provenance, [("Exercise services", 1), ("notes", 1)]);
    assert_eq!(rows[1]["source"], "file 7");

    let show = ["tags", "show", EXCHANGE, VICTIM];
    let shown = ask(&bench, &store, &show);
    let of = |at: usize| &shown["addresses"][at];
    assert_eq!(of(0)["actors"][0]["jurisdictions"][0], "MT");
    assert_eq!(of(0)["rows"][0]["answers_to"]["answers"], "unknown", "a jurisdiction is not the state");
    assert_eq!(
        (&of(1)["rows"][0]["category"], &of(1)["rows"][0]["source"]),
        (&"sanction".into(), &"file 7".into())
    );
    let people = said(&bench.run(&[&["chain"][..], &show, &["--store", &store]].concat()));
    assert!(people.contains("the pack names the jurisdictions MT, which does not say"), "{people}");

    assert!(people.contains("of notes by FIU, licence internal, SHA-256"), "{people}");

    // The state is entered with its source, and taken back.
    let enter = ["tags", "answers-to", "exercise-exchange-x", "KZ", "--source", "its terms of use, 12"];
    assert_eq!(ask(&bench, &store, &enter)["answers_to"]["country"], "KZ");
    let row = |shown: &Value| shown["addresses"][0]["rows"][0]["answers_to"].clone();
    assert_eq!(row(&ask(&bench, &store, &show))["source"], "its terms of use, 12");
    let people = said(&bench.run(&["chain", "tags", "list", "--store", &store]));
    assert!(people.contains("exercise-exchange-x answers to KZ (its terms of use, 12)."), "{people}");
    ask(&bench, &store, &["tags", "answers-to", "exercise-exchange-x", "--unknown"]);
    assert_eq!(row(&ask(&bench, &store, &show))["answers"], "unknown");
}

#[test]
fn what_is_wrong_with_a_file_is_said_and_nothing_is_changed() {
    let (bench, store) = with_ledger();
    let pack = packs("tags/exercise.yaml");
    bench.write("notes.csv", "address,label\na,b\n");
    bench.write("notes.pdf", "%PDF");
    bench.write("broken.yaml", "title: [");
    for (file, code) in [
        ("notes.csv", "chain-tags-file"),
        ("broken.yaml", "chain-tags-file"),
        ("notes.pdf", "chain-tags-unknown-format"),
        ("absent.csv", "comity-file"),
    ] {
        refused(&bench, &store, &["import", &pack, file], code);
    }
    let unlisted = "00".repeat(32);
    refused(&bench, &store, &["remove", &unlisted], "chain-tags-not-imported");
    refused(&bench, &store, &["answers-to", "nobody", "KZ", "--source", "s"], "chain-tags-unknown-holder");
    refused(&bench, &store, &["answers-to", "nobody", "--unknown"], "chain-tags-not-entered");
    refused(&bench, &store, &["show", VICTIM, "--network", "mainnet"], "chain-store-other-network");
    refused(&bench, &store, &["show", "nothing"], "chain-address-malformed");
    for words in [&["KZ"][..], &[], &["--source", "s"], &["KZ", "--source", "s", "--unknown"]] {
        let words = [&["chain", "tags", "answers-to", "x", "--store", &store][..], words].concat();
        assert_eq!(bench.run(&words).status.code(), Some(2), "{words:?}");
    }
    let empty = bench.path("empty").display().to_string();
    refused(&bench, &empty, &["list"], "disk-missing");
    std::fs::create_dir(&empty).unwrap();
    refused(&bench, &empty, &["import", &pack], "chain-store-missing");
    assert_eq!(std::fs::read_dir(&empty).unwrap().count(), 0);
    assert_eq!(ask(&bench, &store, &["tags", "list"])["files"], Value::Array(vec![]));
    assert!(said(&bench.run(&["chain", "tags", "conflicts", "--store", &store])).contains("agree"));
}

#[test]
fn the_real_packs_and_lists_are_imported_into_one_ledger() {
    let test = "the_real_packs_and_lists_are_imported_into_one_ledger";
    let Some(data) = data(test) else { return };
    let bench = Bench::new();
    let store = bench.path("store").display().to_string();
    let blocks = data.join("chain/btc-chains/mainnet-0-299.blk.dat").display().to_string();
    assert!(bench.run(&["chain", "ingest", "--store", &store, "--blocks", &blocks]).status.success());
    let files = |folder: &str| -> Vec<String> {
        let entries = std::fs::read_dir(data.join(folder)).unwrap();
        entries.map(|entry| entry.unwrap().path().display().to_string()).collect()
    };
    let (tags, lists) = (files("chain/tags"), files("chain/ofac"));
    let import = |files: &[String]| {
        let words: Vec<_> = ["tags", "import", "--creator", "OFAC"]
            .into_iter()
            .chain(files.iter().map(String::as_str))
            .collect();
        ask(&bench, &store, &words)
    };
    let report = import(&tags);
    let count = |report: &Value, field: &str| -> u64 {
        report["files"].as_array().unwrap().iter().filter_map(|file| file["tags"][field].as_u64()).sum()
    };
    assert_eq!((count(&report, "taken"), count(&report, "other_currency")), (45_420, 1325));
    let report = import(&lists);
    assert_eq!(count(&report, "taken"), 434);
    let list = ask(&bench, &store, &["tags", "list"]);
    assert_eq!(list["files"].as_array().unwrap().len(), tags.len() + lists.len());
    let shown = ask(&bench, &store, &["tags", "show", "1Lud76Q98VRHCUiyK7XUs7AgFofrqXeP78"]);
    assert_eq!(shown["addresses"][0]["rows"][0]["label"], "7ev3n");
    let conflicts = ask(&bench, &store, &["tags", "conflicts"]);
    assert!(conflicts["conflicts"].as_array().unwrap().len() > 100);
}

//! A ledger as Parquet files, by the command line.

use std::path::Path;

use serde_json::Value;

use crate::bench::{Bench, errors, said};

fn repository(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path).display().to_string()
}

/// The exercise chain in a ledger.
fn ledger(bench: &Bench) -> String {
    let (store, blocks) = (bench.path("store").display().to_string(), repository("packs/exercises/chain"));
    let words = ["chain", "ingest", "--network", "regtest", "--store", &store, "--blocks", &blocks];
    let output = bench.run(&words);
    assert!(output.status.success(), "{}", errors(&output));
    store
}

#[test]
fn a_ledger_is_exported_and_only_what_is_new_is_written_again() {
    let bench = Bench::new();
    let store = ledger(&bench);
    let folder = bench.path("export").display().to_string();
    let export = |more: &[&str]| -> Value {
        let words = ["--json", "chain", "export", "--store", &store, "--parquet", &folder];
        let output = bench.run(&[&words[..], more].concat());
        assert!(output.status.success(), "{}", errors(&output));
        serde_json::from_str(&said(&output)).unwrap()
    };
    let early = export(&["--at", "400"]);
    assert_eq!(
        (&early["at_height"], &early["written"], &early["rows"]["tags"]),
        (&400.into(), &6.into(), &0.into())
    );
    // The tags that the ledger keeps go with it, and those that are given.
    let pack = repository("packs/tags/exercise.yaml");
    let tagged = export(&["--tags", &pack]);
    assert_eq!((&tagged["written"], &tagged["removed"]), (&7.into(), &6.into()));
    let rows = &tagged["rows"];
    assert_eq!(
        (&rows["blocks"], &rows["transactions"], &rows["outputs"]),
        (&861.into(), &2379.into(), &5045.into())
    );
    assert!(rows["tags"].as_u64() > Some(0));
    let imported = bench.run(&["chain", "tags", "import", "--store", &store, &pack]);
    assert!(imported.status.success(), "{}", errors(&imported));
    assert_eq!(export(&[])["written"], 0, "the same rows from the ledger itself");
    assert_eq!(export(&["--tags", &pack])["written"], 0, "a pack counts once");
    let told = bench.run(&["chain", "export", "--store", &store, "--parquet", &folder]);
    assert!(said(&told).contains("outputs: 5045"), "{}", said(&told));
}

#[test]
fn what_cannot_be_exported_is_refused_and_nothing_is_made() {
    let bench = Bench::new();
    let store = ledger(&bench);
    let folder = bench.path("export").display().to_string();
    let refused = |words: &[&str], code: &str| {
        let output = bench.run(&[&["chain", "export"][..], words].concat());
        let errors = errors(&output);
        assert!(!output.status.success() && errors.contains(&format!("error[{code}]")), "{errors}");
        assert!(errors.trim().lines().count() >= 2, "no remedy: {errors}");
    };
    let to = ["--store", &store, "--parquet", &folder];
    refused(&[&to[..], &["--at", "861"]].concat(), "chain-height-outside");
    refused(&[&to[..], &["--network", "signet"]].concat(), "chain-store-other-network");
    let missing = bench.path("nothing").display().to_string();
    refused(&["--store", &missing, "--parquet", &folder], "disk-missing");
    assert!(!bench.path("export").exists());
    // A folder that holds something else stays as it is.
    let pack = repository("packs/tags");
    let count = || std::fs::read_dir(&pack).unwrap().count();
    let before = count();
    refused(&["--store", &store, "--parquet", &pack], "parquet-folder-not-empty");
    assert_eq!(count(), before);
    refused(&["--store", &store, "--parquet", &store], "parquet-folder-not-empty");
}

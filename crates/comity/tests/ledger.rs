//! A ledger in files, by the command line: taken in, asked, killed at any moment.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::bench::{Bench, errors, said};

const VICTIM: &str = "mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31";
/// How often the program is killed.
const KILLS: usize = 200;

fn exercise() -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/exercises/chain/blk00000.dat"))
        .unwrap()
}

/// Writes the first bytes of the exercise chain as a node's folder.
fn blocks(bench: &Bench, bytes: &[u8]) -> String {
    let folder = bench.path("blocks");
    std::fs::create_dir_all(&folder).unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test's input")]
    std::fs::write(folder.join("blk00000.dat"), bytes).unwrap();
    folder.display().to_string()
}

fn ingest(bench: &Bench, store: &str, blocks: &str, more: &[&str]) -> std::process::Output {
    let words = ["--json", "chain", "ingest", "--network", "regtest", "--store", store, "--blocks", blocks];
    bench.run(&[&words[..], more].concat())
}

fn ask(bench: &Bench, store: &str, words: &[&str]) -> Value {
    let output = bench.run(&[&["--json", "chain"][..], words, &["--store", store]].concat());
    assert!(output.status.success(), "{}", errors(&output));
    serde_json::from_str(&said(&output)).unwrap()
}

#[test]
fn a_ledger_answers_what_the_blocks_answer_and_takes_only_what_is_new() {
    let bench = Bench::new();
    let all = exercise();
    let store = bench.path("store").display().to_string();
    let part = blocks(&bench, &all[..all.len() / 2]);
    let first = ingest(&bench, &store, &part, &["--threads", "1", "--memory", "64M"]);
    assert!(first.status.success(), "{}", errors(&first));
    let first: Value = serde_json::from_str(&said(&first)).unwrap();
    let whole = blocks(&bench, &all);
    let second = ingest(&bench, &store, &whole, &[]);
    let second: Value = serde_json::from_str(&said(&second)).unwrap();
    let count = |report: &Value| report["added"].as_u64().unwrap();
    assert_eq!((count(&first) + count(&second), second["tip_height"].as_u64()), (861, Some(860)));
    let third: Value = serde_json::from_str(&said(&ingest(&bench, &store, &whole, &[]))).unwrap();
    assert_eq!((count(&third), third["taken"].as_bool()), (0, Some(true)));

    let tip = ask(&bench, &store, &["status"]);
    assert_eq!((tip["height"].as_u64(), tip["utxo_count"].as_u64()), (Some(860), Some(2509)));
    assert_eq!(tip["utxo_sat"].as_u64(), Some(1_465_464_194_000), "as Bitcoin Core counts");
    let block = ask(&bench, &store, &["block", "860"]);
    let txid = block["txids"][0].as_str().unwrap().to_owned();
    let told = said(&bench.run(&["chain", "tx", &txid, "--store", &store]));
    assert!(told.starts_with(&format!("txid: {txid}\nheight: 860\n")), "{told}");
    assert!(told.contains("coinbase: true") && told.contains("outputs: ") && !told.contains('{'), "{told}");
    assert!(told.lines().any(|line| line.ends_with("  unspent")), "{told}");
    assert_eq!(block["hash"], tip["tip"]);
    assert_eq!(ask(&bench, &store, &["block", tip["tip"].as_str().unwrap()]), block);
    for words in [&["address", VICTIM][..], &["tx", &txid], &["address", VICTIM, "--at", "859"]] {
        let read = bench
            .run(&[&["--json", "chain"][..], words, &["--blocks", &whole, "--network", "regtest"]].concat());
        let read: Value = serde_json::from_str(&said(&read)).unwrap();
        assert_eq!(ask(&bench, &store, words), read);
    }
    let tags = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/tags/exercise.yaml");
    let finding = bench.path("finding.json").display().to_string();
    let trace =
        ["trace", "--from", VICTIM, "--tags", tags.to_str().unwrap(), "--at", "860", "--finding", &finding];
    assert!(ask(&bench, &store, &trace)["totals"]["ended_sat"]["service"].as_u64() > Some(0));
    assert_eq!(ask(&bench, &store, &["verify", &finding])["equal"], true);
}

#[test]
fn clusters_coinjoins_and_the_score_are_told_and_written() {
    let bench = Bench::new();
    let store = bench.path("store").display().to_string();
    assert!(ingest(&bench, &store, &blocks(&bench, &exercise()), &[]).status.success());
    let file = |name: &str| bench.path(name).display().to_string();
    let lines = |name: &str| -> Vec<String> {
        std::fs::read_to_string(bench.path(name)).unwrap().lines().map(str::to_owned).collect()
    };
    let summary = ask(&bench, &store, &["clusters", "--csv", &file("clusters.csv")]);
    let rows = lines("clusters.csv");
    assert_eq!(rows[0], "address,cluster");
    assert_eq!(summary["totals"]["addresses"].as_u64(), u64::try_from(rows.len() - 1).ok());
    let clusters: std::collections::BTreeSet<_> =
        rows[1..].iter().map(|row| row.split_once(',').unwrap().1).collect();
    assert_eq!(summary["totals"]["clusters"].as_u64(), u64::try_from(clusters.len()).ok());
    let joins = ask(&bench, &store, &["coinjoins", "--csv", &file("joins.csv")]);
    assert_eq!((joins["count"].as_u64(), lines("joins.csv").len()), (Some(24), 25));
    assert!(lines("joins.csv")[1].contains(",joinmarket,"));

    // What a layer of change came to is kept for the next question, and may be deleted.
    let layered = || ask(&bench, &store, &["clusters", "--layer", "change-one-time"]);
    let kept = || std::fs::read_dir(bench.path("store/clusters")).unwrap().count();
    let (first, files) = (layered(), kept());
    assert!(files > 0 && first["totals"]["clusters"].as_u64() < summary["totals"]["clusters"].as_u64());
    assert_eq!((layered(), kept()), (first.clone(), files));
    std::fs::remove_dir_all(bench.path("store/clusters")).unwrap();
    assert_eq!((layered(), kept()), (first, files));

    // The largest cluster, from its list, one by one.
    let mut sizes = std::collections::BTreeMap::<_, Vec<&str>>::new();
    for (address, cluster) in rows[1..].iter().map(|row| row.split_once(',').unwrap()) {
        sizes.entry(cluster).or_default().push(address);
    }
    let (id, largest) = sizes.iter().max_by_key(|(_, addresses)| addresses.len()).unwrap();
    let cluster = ask(&bench, &store, &["cluster", largest[0]]);
    assert_eq!(
        (cluster["id"].to_string(), cluster["listed"].as_array().unwrap().len()),
        ((*id).to_owned(), largest.len())
    );
    assert!(cluster["listed"].as_array().unwrap().iter().eq(largest.iter()));
    let joined = ask(&bench, &store, &["joined", largest[0], largest[1]]);
    let txid = joined["by"]["txid"].as_str().unwrap();
    assert_eq!(ask(&bench, &store, &["tx", txid])[0]["height"], joined["by"]["height"]);
    assert!(ask(&bench, &store, &["joined", largest[0], VICTIM])["by"].is_null());
    assert_eq!(ask(&bench, &store, &["joined", VICTIM, VICTIM])["same"], true);
    let same = bench.run(&["chain", "joined", VICTIM, VICTIM, "--store", &store]);
    assert!(said(&same).contains("are the same address"), "{}", said(&same));
    let nowhere = "ab".repeat(32);
    for words in [&["cluster", VICTIM][..], &["clusters"], &["joined", VICTIM, largest[0]]] {
        let words = [&["chain"], words, &["--store", &store, "--decided", &nowhere]].concat();
        let unknown = bench.run(&words);
        assert!(!unknown.status.success(), "{words:?}");
        assert!(errors(&unknown).contains("error[comity-chain-unknown-transaction]"), "{}", errors(&unknown));
    }
    let nothing = bench.run(&["chain", "block", "861", "--store", &store]);
    assert!(!nothing.status.success(), "what is not there is no success");
    let theft = ask(&bench, &store, &["address", VICTIM])["history"][1]["txid"].clone();
    let thief = ask(&bench, &store, &["tx", theft.as_str().unwrap()])[0]["outputs"][0]["address"].clone();
    let paths = ask(&bench, &store, &["paths", "--from", VICTIM, "--to", thief.as_str().unwrap()]);
    assert_eq!(paths["paths"][0][0]["txid"], theft);

    let truth = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/exercises/chain/truth.json");
    let score = ask(&bench, &store, &["score", "--truth", truth.to_str().unwrap()]);
    assert_eq!(score["coinjoins"]["precision_ppm"], 1_000_000);
    assert_eq!(score["clusters"]["multi-input"]["precision_ppm"], 1_000_000);
    let told = bench.run(&["chain", "score", "--store", &store, "--truth", truth.to_str().unwrap()]);
    assert!(said(&told).contains(score["tip"].as_str().unwrap()), "a figure without its chain");

    // What cannot be is refused, and a file that is there stays as it is.
    let again = bench.run(&["chain", "clusters", "--store", &store, "--csv", &file("clusters.csv")]);
    assert!(!again.status.success() && lines("clusters.csv") == rows);
    let layer = bench.run(&["chain", "clusters", "--store", &store, "--layer", "guess"]);
    assert!(!layer.status.success() && errors(&layer).contains("error[chain-layer-unknown]"));
    let other = bench.run(&["chain", "score", "--store", &store, "--truth", &file("joins.csv")]);
    assert!(!other.status.success() && errors(&other).contains("error[chain-truth-malformed]"));
}

#[test]
fn a_bare_public_key_is_found_by_the_key_and_its_address_says_so() {
    // The one output of the first block of every network but the testnets after the third, and the address that
    // explorers show for it.
    let key = "04678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5f";
    let address = "mpXwg4jMtRhuSpVq4xS3HFHmCmWp9NyGKt";
    let bench = Bench::new();
    let store = bench.path("store").display().to_string();
    let whole = blocks(&bench, &exercise());
    assert!(ingest(&bench, &store, &whole, &[]).status.success());
    let found = ask(&bench, &store, &["address", key]);
    assert_eq!(
        (found["kind"].as_str(), found["received_sat"].as_u64()),
        (Some("pubkey"), Some(5_000_000_000))
    );
    assert_eq!(ask(&bench, &store, &["address", found["address"].as_str().unwrap()]), found);
    assert!(found["bare_keys_left_out"].is_null());
    assert_eq!(ask(&bench, &store, &["cluster", key])["addresses"], 1);
    for from in [["--store", &store].as_slice(), &["--blocks", &whole, "--network", "regtest"]] {
        let words = [&["chain", "address", address][..], from].concat();
        let told = bench.run(&words);
        assert_eq!(told.status.code(), Some(1));
        assert!(said(&told).contains(&format!("bare public key of {address} (P2PK)")), "{}", said(&told));
        let told = bench.run(&[&["--json"][..], &words].concat());
        let told: Value = serde_json::from_str(&said(&told)).unwrap();
        assert_eq!(told, serde_json::json!({ "found": false, "bare_keys_left_out": [address] }));
    }
    // Also where outputs to the hash are found.
    for words in
        [&["address", VICTIM][..], &["cluster", VICTIM], &["trace", VICTIM], &["joined", VICTIM, VICTIM]]
    {
        let left_out = ask(&bench, &store, words)["bare_keys_left_out"].clone();
        assert_eq!(left_out, serde_json::json!([VICTIM]), "{words:?}");
        let told = bench.run(&[&["chain"], words, &["--store", &store]].concat());
        assert_eq!(said(&told).matches("bare public key of").count(), 1, "{}", said(&told));
    }
    let start = bench.run(&["chain", "trace", address, "--store", &store]);
    assert!(errors(&start).contains("the key in hexadecimal"), "{}", errors(&start));
}

#[test]
fn a_finding_with_a_forged_tag_is_found_out_by_the_pack_and_without_it_said_to_be_unchecked() {
    let bench = Bench::new();
    let store = bench.path("store").display().to_string();
    let whole = blocks(&bench, &exercise());
    assert!(ingest(&bench, &store, &whole, &[]).status.success());
    let tags = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/tags/exercise.yaml");
    let tags = tags.to_str().unwrap();
    let (made, forged) = (bench.path("finding.json"), bench.path("forged.json"));
    let (made, forged) = (made.display().to_string(), forged.display().to_string());
    ask(&bench, &store, &["trace", VICTIM, "--tags", tags, "--finding", &made]);
    let mut finding = comity_chain::Finding::from_json(&std::fs::read(&made).unwrap()).unwrap();
    for row in &mut finding.tag_rows {
        row.label = "Exchange Z".to_owned();
    }
    finding.result_digest = finding.compute_digest().unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test's input")]
    std::fs::write(&forged, finding.to_json().unwrap()).unwrap();
    let rows = finding.tag_rows.len();

    let verify = |finding: &str, more: &[&str], of: &[&str]| {
        let words = [&["chain", "verify", finding], more, of].concat();
        let output = bench.run(&[&["--json"][..], &words].concat());
        let answer: Value = serde_json::from_str(&said(&output)).unwrap();
        let people = bench.run(&words);
        assert_eq!((output.status.code(), people.status.code()), {
            let code = Some(i32::from(answer["equal"] != true));
            (code, code)
        });
        assert_eq!(answer["packs"][0]["rows"].as_u64(), u64::try_from(rows).ok());
        (answer["equal"] == true, answer["packs"][0]["standing"].as_str().unwrap().to_owned(), said(&people))
    };
    let of_store = ["--store", &*store];
    let of_blocks = ["--blocks", &*whole, "--network", "regtest"];
    let check = |of: &[&str], given: &[&str], here: bool| {
        let (equal, standing, told) = verify(&made, given, of);
        assert_eq!((equal, &*standing), (true, if here { "agrees" } else { "not-here" }));
        assert!(
            told.contains(if here { "the rows of the finding are its rows" } else { "unchecked" }),
            "{told}"
        );
        let (equal, standing, told) = verify(&forged, given, of);
        assert_eq!((equal, &*standing), (!here, if here { "differs" } else { "not-here" }));
        assert!(told.contains(if here { "says something else" } else { "unchecked" }), "{told}");
    };
    for of in [&of_store[..], &of_blocks] {
        check(of, &[], false);
        check(of, &["--tags", tags], true);
    }
    assert!(bench.run(&["chain", "tags", "import", tags, "--store", &store]).status.success());
    check(&of_store, &[], true);
}

#[test]
fn money_is_followed_by_every_method_both_ways_into_files_that_are_found_again() {
    let bench = Bench::new();
    let store = bench.path("store").display().to_string();
    let whole = blocks(&bench, &exercise());
    assert!(ingest(&bench, &store, &whole, &[]).status.success());
    let tags = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/tags/exercise.yaml");
    let tags = ["--tags", tags.to_str().unwrap()];
    let refused = |words: &[&str], code: &str| {
        let output = bench.run(&[&["chain"][..], words, &["--store", &store]].concat());
        let errors = errors(&output);
        assert!(!output.status.success() && errors.contains(&format!("error[{code}]")), "{errors}");
        assert!(errors.trim().lines().count() >= 2, "no remedy: {errors}");
    };

    // All methods side by side; the movements are of the one relied on.
    let all = ask(&bench, &store, &[&["trace", VICTIM, "--method", "all"][..], &tags].concat());
    let methods = ["fifo", "lifo", "haircut", "poison", "lowest-intermediate-balance"];
    assert_eq!(all["comparison"]["methods"], serde_json::json!(methods));
    assert!(all["rows"].is_null() && all["result_digest"].is_null());
    let table = bench.run(&["chain", "trace", VICTIM, "--store", &store, "--method", "all"]);
    assert!(said(&table).contains("lowest intermediate balance"), "{}", said(&table));

    let one = ["chain", "trace", VICTIM, "--store", &store, "--method", "all", "--relied-on", "haircut"];
    let table = said(&bench.run(&[&one[..], &tags].concat()));
    assert!(table.contains("Relied on: in proportion (haircut).") && table.contains("Exchange X"), "{table}");

    for direction in ["forward", "backward"] {
        for method in methods.into_iter().filter(|method| direction == "forward" || *method != methods[4]) {
            let path = |kind: &str| bench.path(&format!("{direction}-{method}.{kind}")).display().to_string();
            let (finding, svg, graphml) = (path("json"), path("svg"), path("graphml"));
            let words = ["trace", VICTIM, "--direction", direction, "--at", "800", "--relied-on", method];
            let files = ["--method", "fifo", "--finding", &finding, "--svg", &svg, "--graphml", &graphml];
            let answer = ask(&bench, &store, &[&words[..], &files, &tags].concat());
            assert_eq!(answer["method"], method);
            let totals = &answer["totals"];
            let ended: u64 =
                totals["ended_sat"].as_object().unwrap().values().map(|sat| sat.as_u64().unwrap()).sum();
            let started = totals["started_sat"].as_u64().unwrap() + totals["joined_sat"].as_u64().unwrap();
            assert_eq!(started, ended, "{direction} {method}");
            assert_eq!(ask(&bench, &store, &["verify", &finding])["equal"], true, "{direction} {method}");
            let graph = std::fs::read_to_string(&graphml).unwrap();
            assert!(graph.contains("<graph edgedefault=\"directed\">") && graph.ends_with("</graphml>\n"));
            assert!(std::fs::read_to_string(&svg).unwrap().contains("marker-end"));
        }
    }
    let none = bench.path("none.json").display().to_string();
    refused(&["trace", VICTIM, "--method", "all", "--finding", &none], "comity-trace-relied-on");
    refused(&["trace", VICTIM, "--finding", &none, "--svg", &none], "comity-trace-same-file");
    refused(&["trace", VICTIM, "--method", "libr", "--direction", "backward"], "chain-trace-forward-only");
    refused(&["trace", VICTIM, "--method", "first"], "chain-trace-unknown-method");
    refused(&["trace", VICTIM, "--direction", "up"], "chain-trace-unknown-direction");
    refused(&["trace", VICTIM, "--stop", "somewhere"], "chain-trace-unknown-stop");
    refused(&["trace", VICTIM, "--stop", "address=nobody"], "chain-address-malformed");
    let elsewhere = format!("tx={}", "ab".repeat(32));
    refused(&["trace", VICTIM, "--stop", &elsewhere], "comity-chain-unknown-transaction");
    assert!(!Path::new(&none).exists(), "nothing is written by what is refused");

    // Each movement names the outputs that it came from, also where several were mixed; backward those that it went to.
    for (direction, name) in [("forward", "sources"), ("backward", "targets")] {
        for method in ["fifo", "haircut", "poison"] {
            let words = ["trace", VICTIM, "--direction", direction, "--method", method, "--stop", "none"];
            let answer = ask(&bench, &store, &[&words[..], &["--depth", "12"]].concat());
            let rows = answer["rows"].as_array().unwrap();
            let known: std::collections::BTreeSet<_> =
                rows.iter().map(|row| format!("{}:{}", row["txid"].as_str().unwrap(), row["vout"])).collect();
            for row in rows {
                let outputs = row[name].as_array().unwrap();
                assert_eq!(outputs.is_empty(), row["hop"] == 0, "{direction} {method} {row}");
                assert!(outputs.iter().all(|output| known.contains(output.as_str().unwrap())), "{row}");
                let count = row[format!("{name}_count")].as_u64().unwrap();
                assert_eq!(count.min(20), u64::try_from(outputs.len()).unwrap());
            }
            let mixed = rows.iter().any(|row| row[name].as_array().unwrap().len() > 1);
            assert!(mixed || method == "fifo" || direction == "backward", "{direction} {method}");
        }
    }
    let table = said(&bench.run(&["chain", "trace", VICTIM, "--store", &store, "--depth", "1"]));
    let start = ask(&bench, &store, &["trace", VICTIM, "--depth", "0"])["rows"][0]["txid"].clone();
    assert!(table.contains(&format!("  <- {}:0\n", start.as_str().unwrap())), "{table}");

    // What does not go backward is said to be left out; forward nothing is.
    let back = ask(&bench, &store, &["trace", VICTIM, "--method", "all", "--direction", "backward"]);
    assert_eq!(back["methods_left_out"], serde_json::json!([methods[4]]));
    assert_eq!(back["comparison"]["methods"], serde_json::json!(methods[..4]));
    assert_eq!(all["methods_left_out"], serde_json::json!([]));
    let back = ["chain", "trace", VICTIM, "--store", &store, "--method", "all", "--direction", "backward"];
    let back = said(&bench.run(&back));
    assert!(back.contains("Left out: lowest intermediate balance. It is defined forward only."), "{back}");

    // A stop at which nothing can stop is named; a category is one however it is written.
    let nowhere = ask(&bench, &store, &[&["trace", VICTIM, "--stop", "category=bakery"][..], &tags].concat());
    assert_eq!(nowhere["stops_nowhere"], serde_json::json!(["category=bakery"]));
    let plain = ["trace", VICTIM, "--stop", "none", "--stop", "category=exchange"];
    let plain = ask(&bench, &store, &[&plain[..], &tags].concat());
    assert!(plain["totals"]["ended_sat"]["service"].as_u64() > Some(0));
    let loud = ["trace", VICTIM, "--stop", "none", "--stop", "category=EXCHANGE"];
    assert_eq!(ask(&bench, &store, &[&loud[..], &tags].concat()), plain);
    assert_eq!(plain["stops_nowhere"], serde_json::json!([]));

    // Without the services it goes on; to a height it stops.
    let ends = |words: &[&str]| {
        let answer = ask(&bench, &store, &[&["trace", "--from", VICTIM][..], words, &tags].concat());
        answer["totals"]["ended_sat"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    assert!(ends(&[]).contains(&"service".to_owned()));
    assert!(!ends(&["--stop", "none"]).contains(&"service".to_owned()));
    assert!(!ends(&["--no-stop", "service"]).contains(&"service".to_owned()));
    assert!(ends(&["--until", "700"]).contains(&"age".to_owned()));
    assert!(ends(&["--hops", "3"]).contains(&"hops".to_owned()));
    assert!(ends(&["--depth", "900", "--min-sats", "900000000"]).contains(&"least-value".to_owned()));

    // The peel chain of the theft, whose first output is where it begins.
    let history = ask(&bench, &store, &["address", VICTIM]);
    let theft = format!("{}:0", history["history"][1]["txid"].as_str().unwrap());
    let chain = ask(&bench, &store, &[&["peel", &theft][..], &tags].concat());
    assert_eq!((chain["steps"].as_array().unwrap().len(), chain["stop"].as_str()), (90, Some("unspent")));
    let told = bench.run(&[&["chain", "peel", &theft, "--store", &store][..], &tags].concat());
    assert!(said(&told).contains("90 steps; then: not spent."), "{}", said(&told));
    let untold = bench.run(&["chain", "peel", &theft, "--store", &store]);
    assert!(said(&untold).contains("speaks: "), "{}", said(&untold));
    refused(&["peel", &format!("{}:9", "00".repeat(32))], "chain-trace-unknown-start");
}

#[test]
fn what_is_asked_of_no_ledger_or_given_from_another_network_is_refused_with_a_remedy() {
    let bench = Bench::new();
    let store = bench.path("store").display().to_string();
    let refused = |words: &[&str], code: &str| {
        let output = bench.run(&[&["chain"][..], words].concat());
        let errors = errors(&output);
        assert!(!output.status.success() && errors.contains(&format!("error[{code}]")), "{errors}");
        assert!(errors.trim().lines().count() >= 2, "no remedy: {errors}");
    };
    std::fs::create_dir(bench.path("empty")).unwrap();
    let empty = bench.path("empty").display().to_string();
    refused(&["status", "--store", &empty], "chain-store-missing");
    refused(&["status", "--store", &store], "disk-missing");
    let whole = blocks(&bench, &exercise());
    refused(&["ingest", "--store", &empty, "--blocks", &whole], "chain-source-other-network");
    assert_eq!(std::fs::read_dir(&empty).unwrap().count(), 0, "what was empty is empty again");
    let elsewhere = bench.path("elsewhere");
    let other = ["ingest", "--store", elsewhere.to_str().unwrap(), "--blocks", &whole];
    refused(&other, "chain-source-other-network");
    refused(&["ingest", "--store", &format!("{empty}/a/b"), "--blocks", &whole], "disk-missing");
    assert!(!elsewhere.exists(), "what was refused leaves nothing where nothing was");
    assert!(ingest(&bench, &store, &whole, &[]).status.success());
    refused(&["status", "--store", &store, "--network", "mainnet"], "chain-store-other-network");
    // A broken block leaves nothing of its batch.
    let mut broken = exercise();
    let magic = comity_chain::Network::Regtest.magic();
    let last = broken.windows(4).rposition(|bytes| bytes == magic).unwrap();
    // A byte of the root over its transactions.
    let root = last + 8 + 40;
    broken[root] ^= 1;
    let broken = blocks(&bench, &broken);
    let fresh = bench.path("fresh").display().to_string();
    refused(
        &["ingest", "--network", "regtest", "--store", &fresh, "--blocks", &broken],
        "chain-source-block",
    );
    assert!(!Path::new(&fresh).exists());
    // What a ledger holds stays when what was to be added is refused.
    refused(
        &["ingest", "--network", "regtest", "--store", &store, "--blocks", &broken],
        "chain-source-block",
    );
    assert!(bench.run(&["chain", "status", "--store", &store]).status.success());
    let whole = blocks(&bench, &exercise());
    let least = |size: &str| ingest(&bench, &fresh, &whole, &["--memory", size]);
    for size in ["1K", "65535K", "0"] {
        let refused = least(size);
        assert!(!refused.status.success() && errors(&refused).contains("the least is 64M"), "{size}");
        assert!(!Path::new(&fresh).exists());
    }
    assert!(least("65536K").status.success());
    let neither = bench.run(&["chain", "status"]);
    assert!(!neither.status.success() && errors(&neither).contains("--blocks"), "{}", errors(&neither));
    // A damaged ledger is said to be one, wherever it is damaged.
    for file in ["out/script", "tx/first-out", "block/first-tx", "in/prevout", "script/end"] {
        let path = Path::new(&store).join(file);
        let whole = std::fs::read(&path).unwrap();
        let put = |bytes: &[u8]| {
            #[expect(clippy::disallowed_methods, reason = "a test's damage")]
            std::fs::write(&path, bytes).unwrap();
        };
        put(&vec![0x7b; whole.len()]);
        let damaged = bench.run(&["chain", "status", "--store", &store]);
        refused(&["status", "--store", &store], "chain-store-damaged");
        let told = errors(&damaged);
        assert!(told.contains("row ") && !told.contains("a row leads"), "{file}: {told}");
        put(&whole[..whole.len() - 1]);
        refused(&["status", "--store", &store], "disk-short");
        let cut = bench.run(&["chain", "status", "--store", &store]);
        let says = format!("{file} ends at byte {}", whole.len() - 1);
        assert!(errors(&cut).replace(['\u{2068}', '\u{2069}'], "").contains(&says), "{}", errors(&cut));
        put(&whole);
    }
    assert!(bench.run(&["chain", "status", "--store", &store]).status.success());
}

/// What a node that asks for a password says to everything, and how often it was asked.
fn closed_node() -> (String, std::sync::Arc<std::sync::atomic::AtomicUsize>) {
    use std::io::{Read as _, Write as _};
    let door = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let at = door.local_addr().unwrap();
    let asked = std::sync::Arc::<std::sync::atomic::AtomicUsize>::default();
    let count = std::sync::Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in door.incoming() {
            let mut stream = stream.unwrap();
            count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        }
    });
    (format!("http://{at}"), asked)
}

#[test]
fn a_node_that_gives_no_blocks_is_told_of_and_no_ledger_is_made() {
    let bench = Bench::new();
    let store = bench.path("store").display().to_string();
    let (node, asked) = closed_node();
    let cookie = bench.path("node").display().to_string();
    let words = ["chain", "ingest", "--network", "regtest", "--store", &store];
    for from in [&["--rpc", &node, "--rpc-cookie", &cookie][..], &["--rest", &node]] {
        let output = bench.run(&[&words[..], from].concat());
        let told = errors(&output);
        assert!(!output.status.success() && told.contains("error[adapters-node-not-let-in]"), "{told}");
        assert!(told.trim().lines().count() >= 2 && !told.contains("passphrase of"), "{told}");
        let status = bench.run(&["chain", "status", "--store", &store]);
        assert!(errors(&status).contains("error[disk-missing]"), "{}", errors(&status));
    }
    assert_eq!(asked.load(std::sync::atomic::Ordering::SeqCst), 2);
    for wrong in [
        &["--rpc", &node][..],
        &["--rest", &node, "--blocks", &cookie],
        &["--rest", &node, "--rpc-cookie", &cookie],
        &["--rpc", &node, "--rpc-user", "u"],
        &["--rpc", &node, "--rpc-cookie", &cookie, "--rpc-password-file", &cookie],
        &[],
    ] {
        let output = bench.run(&[&words[..], wrong].concat());
        assert_eq!(output.status.code(), Some(2), "{wrong:?}: {}", errors(&output));
    }
    let tls = bench.run(&[&words[..], &["--rest", "https://127.0.0.1:1"]].concat());
    assert!(errors(&tls).contains("error[adapters-endpoint]"), "{}", errors(&tls));
    assert_eq!(asked.load(std::sync::atomic::Ordering::SeqCst), 2, "nobody is asked for nothing");
}

#[test]
fn two_hundred_kills_of_an_ingest_leave_a_sound_ledger_each_time() {
    let bench = Bench::new();
    let all = exercise();
    let (undisturbed, store) = (bench.path("undisturbed"), bench.path("store").display().to_string());
    let undisturbed = undisturbed.display().to_string();
    let whole = blocks(&bench, &all);
    let begun = Instant::now();
    assert!(ingest(&bench, &undisturbed, &whole, &[]).status.success());
    let one = begun.elapsed();
    let (mut killed, mut height) = (0, None);
    for n in 0..KILLS {
        // A node that writes on: each time there is a little more to take.
        let blocks = blocks(&bench, &all[..all.len() * (n + 1) / KILLS]);
        let mut child = bench
            .program()
            .args(["chain", "ingest", "--network", "regtest", "--store", &store, "--blocks", &blocks])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let moment = one.mul_f64(f64::from(u32::try_from(n % 20).unwrap()) / 20.0);
        std::thread::park_timeout(moment.max(Duration::from_millis(1)));
        child.kill().unwrap();
        killed += usize::from(!child.wait().unwrap().success());
        if n % 10 == 9 && Path::new(&store).join("ledger.json").exists() {
            let status = bench.run(&["--json", "chain", "status", "--store", &store]);
            let Ok(status) = serde_json::from_str::<Value>(&said(&status)) else {
                assert!(errors(&status).contains("chain-ledger-empty"), "{}", errors(&status));
                continue;
            };
            assert!(status["height"].as_u64() >= height, "what was sealed is there");
            height = status["height"].as_u64();
            let at = height.unwrap().to_string();
            let same = ask(&bench, &undisturbed, &["status", "--at", &at]);
            assert_eq!((&status["ranges"], &status["tip"]), (&same["ranges"], &same["tip"]));
        }
    }
    assert!(killed > KILLS / 4, "only {killed} of {KILLS} were cut short");
    let whole = blocks(&bench, &all);
    assert!(ingest(&bench, &store, &whole, &[]).status.success());
    assert_eq!(ask(&bench, &store, &["status"]), ask(&bench, &undisturbed, &["status"]));
}

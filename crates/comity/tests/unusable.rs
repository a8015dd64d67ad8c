//! What is named on the command line of `comity chain` and cannot be used: it is said what it is, and what to do.

use std::path::Path;

use crate::bench::{Bench, errors, said};

fn exercise() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/exercises/chain/blk00000.dat")
}

/// What is said of a command that fails with this code, without the marks of direction.
fn refused(bench: &Bench, words: &[&str], code: &str) -> String {
    let output = bench.run(&[&["chain"], words].concat());
    let errors = errors(&output).replace(['\u{2068}', '\u{2069}'], "");
    assert!(!output.status.success(), "{words:?}: {}", said(&output));
    assert!(errors.starts_with(&format!("error[{code}]")), "{words:?}: {errors}");
    errors
}

#[test]
fn a_pipe_is_refused_and_not_waited_for() {
    let bench = Bench::new();
    let pipe = bench.path("pipe").display().to_string();
    let (fifo, mode) = (rustix::fs::FileType::Fifo, rustix::fs::Mode::RWXU);
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, fifo, mode, 0).unwrap();
    let (chain, store) = (exercise().display().to_string(), bench.path("store").display().to_string());
    let made = bench.run(&["chain", "ingest", "--network", "regtest", "--store", &store, "--blocks", &chain]);
    assert!(made.status.success(), "{}", errors(&made));
    for words in [
        &["verify", &pipe, "--store", &store][..],
        &["verify", &pipe, "--network", "regtest", "--blocks", &chain],
        &["score", "--truth", &pipe, "--store", &store],
        &["tags", "import", &pipe, "--store", &store],
        &["status", "--network", "regtest", "--blocks", "/dev/null"],
    ] {
        let code = if words.contains(&"/dev/null") { "comity-file" } else { "comity-not-a-file" };
        let errors = refused(&bench, words, code);
        assert!(errors.contains(if code == "comity-file" { "/dev/null" } else { &pipe }), "{errors}");
    }
}

#[test]
fn a_link_among_the_block_files_is_named_with_what_it_leads_to() {
    let bench = Bench::new();
    let (folder, store) = (bench.path("blocks"), bench.path("store").display().to_string());
    std::fs::create_dir(&folder).unwrap();
    let (link, chain) = (folder.join("blk00000.dat"), exercise().canonicalize().unwrap());
    std::os::unix::fs::symlink(&chain, &link).unwrap();
    let blocks = folder.display().to_string();
    let words = ["ingest", "--network", "regtest", "--store", &store, "--blocks", &blocks];
    let errors = refused(&bench, &words, "comity-block-link");
    assert!(errors.contains(link.to_str().unwrap()) && errors.contains(chain.to_str().unwrap()), "{errors}");
    assert!(!Path::new(&store).exists());
    // The link itself may be named: then what it leads to is what can be read.
    let link = link.display().to_string();
    let words = ["chain", "ingest", "--network", "regtest", "--store", &store, "--blocks", &link];
    assert!(bench.run(&words).status.success());
}

#[test]
fn a_password_in_the_address_of_a_node_is_refused_and_not_shown() {
    let bench = Bench::new();
    let (store, cookie) =
        (bench.path("store").display().to_string(), bench.path("node").display().to_string());
    let node = "http://name:hunter2@127.0.0.1:8332";
    for from in [&["--rpc", node, "--rpc-cookie", &cookie][..], &["--rest", node]] {
        let words = [&["ingest", "--store", &store][..], from].concat();
        let errors = refused(&bench, &words, "adapters-endpoint-credentials");
        assert!(!errors.contains("hunter2") && errors.contains("--rpc-cookie"), "{errors}");
        assert!(!Path::new(&store).exists());
    }
}

#[test]
fn a_finding_says_its_height_itself_and_is_not_asked_for_another() {
    let bench = Bench::new();
    let output = bench.run(&["chain", "verify", "finding.json", "--store", "store", "--at", "800"]);
    assert!(!output.status.success() && errors(&output).contains("--at"), "{}", errors(&output));
}

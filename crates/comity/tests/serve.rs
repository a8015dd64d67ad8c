//! A serving node answers on this machine, is locked until it has its passphrase, and ends in order.

use crate::bench::{Bench, errors, said};
use crate::served::Served;

#[test]
fn a_serving_node_answers_holds_its_folder_and_ends_when_told() {
    let bench = Bench::founded();
    let served = Served::start(&bench, &[]);
    let page = served.page("/");
    assert!(page.starts_with("HTTP/1.1 ") && page.contains("content-security-policy"), "{page}");
    let lock = std::fs::File::open(bench.path("office/node.lock")).unwrap();
    assert!(lock.try_lock().is_err(), "the folder is not held");
    served.end();
    lock.try_lock().unwrap();
    drop(lock);
    assert!(!bench.path("office/command.sock").exists());
    assert_eq!(bench.one("Amina", &["node", "verify"])["entries"], 2);
}

#[test]
fn an_address_beyond_this_machine_is_refused_before_a_passphrase_is_asked_for() {
    let bench = Bench::founded();
    let output = bench.run(&["node", "serve", "--listen", "0.0.0.0:0"]);
    assert!(!output.status.success() && errors(&output).contains("node-not-loopback"), "{}", errors(&output));
}

#[test]
fn a_node_that_starts_locked_answers_nothing_until_it_is_unlocked() {
    let bench = Bench::founded();
    let served = Served::start_with(bench.program().env_remove("COMITY_NODE_PASSPHRASE_FILE"), &["--locked"]);
    for path in ["/", "/sign-in", "/cases", "/log/checkpoint"] {
        let page = served.page(path);
        assert!(page.starts_with("HTTP/1.1 503 ") && page.contains("node-locked"), "{page}");
        assert!(page.contains("content-security-policy") && page.contains("The node is locked"), "{page}");
    }
    assert!(served.page("/static/style.css").starts_with("HTTP/1.1 200"));
    for words in [&["node", "status"][..], &["office", "show"]] {
        let refused = bench.answer("Amina", words).unwrap_err();
        assert_eq!(refused["error"], "comity-node-locked");
    }
    let unlock = |file: &str| {
        let file = bench.path(file).display().to_string();
        bench.answer("Amina", &["node", "unlock", "--node-passphrase-file", &file])
    };
    assert_eq!(unlock("other").unwrap_err()["error"], "casework-passphrase-wrong");
    assert!(served.page("/sign-in").starts_with("HTTP/1.1 503"));
    assert_eq!(unlock("node").unwrap()[0]["unlocked"], true);
    assert!(served.page("/sign-in").starts_with("HTTP/1.1 200"));
    assert_eq!(unlock("other").unwrap()[0]["unlocked"], false, "nothing is asked any more");
    bench.one("Amina", &["case", "open", "Case"]);
    served.end();
    // Whoever ends it while it is locked waits for nothing.
    let mut locked = bench.program();
    let locked = Served::start_with(locked.env_remove("COMITY_NODE_PASSPHRASE_FILE"), &["--locked"]);
    locked.end();
    assert_eq!(bench.one("Amina", &["node", "verify"])["entries"], 3);
}

#[test]
fn a_node_under_systemd_takes_its_passphrase_from_a_credential() {
    let bench = Bench::founded();
    std::fs::create_dir(bench.path("credentials")).unwrap();
    std::fs::copy(bench.path("node"), bench.path("credentials/node")).unwrap();
    let program = |folder: Option<&str>| {
        let mut program = bench.program();
        program.env_remove("COMITY_NODE_PASSPHRASE_FILE");
        program.envs(folder.map(|folder| ("CREDENTIALS_DIRECTORY", bench.path(folder))));
        program
    };
    let served =
        Served::start_with(&mut program(Some("credentials")), &["--node-passphrase-credential", "node"]);
    assert!(served.page("/sign-in").starts_with("HTTP/1.1 200"));
    served.end();
    for (folder, name, code) in [
        (None, "node", "comity-no-credentials"),
        (Some("credentials"), "absent", "adapters-passphrase-unreadable"),
        (Some("credentials"), "../node", "comity-credential-name"),
        (Some("credentials"), "", "comity-credential-name"),
    ] {
        let words = ["node", "serve", "--listen", "127.0.0.1:0", "--node-passphrase-credential", name];
        let output = program(folder).args(words).output().unwrap();
        assert!(
            !output.status.success() && errors(&output).contains(&format!("error[{code}]")),
            "{}",
            errors(&output)
        );
    }
    // Two places for one passphrase are a mistake, and so is one for a node that should start without.
    for words in
        [["--locked", "--node-passphrase-credential=node"], ["--locked", "--node-passphrase-file=node"]]
    {
        let output = program(Some("credentials")).args(["node", "serve"]).args(words).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}{}", said(&output), errors(&output));
    }
}

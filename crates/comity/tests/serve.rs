//! A serving node answers on this machine, is locked until it has its passphrase, and ends in order.

use crate::bench::{Bench, errors};
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

//! A serving node answers on this machine, holds its folder, and ends in order.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use serde_json::Value;

use crate::bench::{Bench, errors, text};

/// Ends a child also when a test fails.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_serving_node_answers_holds_its_folder_and_ends_when_told() {
    let bench = Bench::founded();
    let mut serving = Ended(
        bench
            .program()
            .args(["--json", "node", "serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let mut line = String::new();
    BufReader::new(serving.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let answer: Value = serde_json::from_str(&line).unwrap();
    let address = text(&answer["url"]).trim_start_matches("http://").trim_end_matches('/').to_owned();

    let mut page = String::new();
    let mut stream = TcpStream::connect(&address).unwrap();
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    stream.read_to_string(&mut page).unwrap();
    assert!(page.starts_with("HTTP/1.1 ") && page.contains("content-security-policy"), "{page}");

    let beside = bench.run(&["node", "status"]);
    assert!(errors(&beside).contains("adapters-lock-held"), "{}", errors(&beside));

    let id = serving.0.id().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    assert!(serving.0.wait().unwrap().success());
    assert_eq!(bench.one("Amina", &["node", "verify"])["entries"], 2);
}

#[test]
fn an_address_beyond_this_machine_is_refused_before_a_passphrase_is_asked_for() {
    let bench = Bench::founded();
    let output = bench.run(&["node", "serve", "--listen", "0.0.0.0:0"]);
    assert!(!output.status.success() && errors(&output).contains("node-not-loopback"), "{}", errors(&output));
}

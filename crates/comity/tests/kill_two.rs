//! SIGKILL of either of two nodes that serve, while messages go between them: nothing that was acknowledged is lost,
//! nothing is there twice, and both nodes read whole afterwards.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::bench::{Bench, text};
use crate::channel::{Two, case};

/// How often a node is killed.
const KILLS: u32 = 50;

/// How often a node is started before it counts as one that does not start.
const TRIES: u32 = 40;

/// A node that serves until it is killed.
pub struct Serving<'b> {
    pub bench: &'b Bench,
    door: String,
    process: Child,
}

impl<'b> Serving<'b> {
    pub fn start(bench: &'b Bench, door: String) -> Self {
        let process = Self::run(bench, &door);
        Self { bench, door, process }
    }

    /// Starts the program and waits until it says that it serves. Whoever calls from this machine may have the port of
    /// the door for a moment; then it is started again.
    fn run(bench: &Bench, door: &str) -> Child {
        for _ in 0..TRIES {
            if let Some(process) = Self::try_to_run(bench, door) {
                return process;
            }
            std::thread::park_timeout(Duration::from_millis(250));
        }
        panic!("the node does not start on {door}");
    }

    fn try_to_run(bench: &Bench, door: &str) -> Option<Child> {
        let mut process = bench
            .program()
            .args(["--json", "node", "serve", "--listen", "127.0.0.1:0", "--door", door])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut said).unwrap();
        if said.is_empty() {
            assert!(!process.wait().unwrap().success());
            return None;
        }
        let said: Value = serde_json::from_str(&said).unwrap();
        assert_eq!(text(&said["door"]), door);
        Some(process)
    }

    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    pub fn again(&mut self) {
        self.process = Self::run(self.bench, &self.door);
    }
}

impl Drop for Serving<'_> {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A door that nobody else has now, and that the node takes again after each kill.
pub fn free_door() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

#[test]
fn fifty_kills_of_either_node_lose_no_message_and_double_none() {
    let two = Two::founded();
    two.agree();
    let (a, b) = (&two.a, &two.b);
    let (door_a, door_b) = (free_door(), free_door());
    a.one("Bobur", &["channel", "address", &door_b]);
    b.one("Bobur", &["channel", "address", &door_a]);
    let case = case(a);
    a.write("letter.txt", "how far it has come\n");
    let letter = a.path("letter.txt").display().to_string();
    let words = [
        "channel",
        "send",
        &case,
        &letter,
        "--kind",
        "request.acknowledged",
        "--measure",
        "preservation",
        "--keep-until",
        "2027-01-01",
    ];
    let mut nodes = [Serving::start(a, door_a), Serving::start(b, door_b)];
    let begun = Instant::now();
    let mut acknowledged = vec![text(&a.one("Amina", &words)["entry"]).to_owned()];
    let whole = begun.elapsed();
    for n in 0..KILLS {
        let mut child = a
            .program_of("Amina")
            .arg("--json")
            .args(words)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The kills fall all over the sending and the delivery that follows it.
        let moment = whole.mul_f64(1.5).mul_f64(f64::from(n / 2) / f64::from(KILLS / 2));
        std::thread::park_timeout(moment.max(Duration::from_millis(1)));
        let node = &mut nodes[usize::from(n % 2 == 1)];
        node.kill();
        let mut said = Vec::new();
        std::io::Read::read_to_end(&mut child.stdout.take().unwrap(), &mut said).unwrap();
        child.wait().unwrap();
        // A sender whose node is gone may have opened the folder himself, or been refused: what he was told counts.
        if let Ok(answer) = serde_json::from_slice::<Value>(&said) {
            acknowledged.push(text(&answer["entry"]).to_owned());
        }
        node.again();
    }
    a.one("Amina", &["channel", "sync"]);
    b.one("Amina", &["channel", "sync"]);
    let entries = a.answer("Amina", &["case", "show", &case]).unwrap();
    let sent: BTreeSet<&str> =
        entries.iter().filter(|e| e["kind"] == "message.sent").map(|e| text(&e["entry"])).collect();
    for entry in &acknowledged {
        assert!(sent.contains(entry.as_str()), "{entry} was acknowledged and is gone");
    }
    let places = |lines: &[Value]| -> BTreeSet<String> {
        lines.iter().map(|line| line["place"].to_string()).collect()
    };
    let outbox = a.answer("Amina", &["channel", "outbox"]).unwrap();
    let inbox = b.answer("Amina", &["channel", "inbox"]).unwrap();
    assert_eq!((outbox.len(), inbox.len()), (sent.len(), sent.len()));
    assert_eq!(places(&outbox).len(), sent.len());
    assert_eq!(places(&outbox), places(&inbox), "each once, and none but those that were sent");
    assert!(outbox.iter().all(|line| line["status"] == "received"), "{outbox:?}");
    for bench in [a, b] {
        assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], Value::Array(vec![]));
        assert_eq!(bench.one("Amina", &["channel", "status"])["concerns"], Value::Array(vec![]));
    }
}

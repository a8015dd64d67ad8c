//! SIGKILL of either of two nodes that serve, at every step by which a request comes about, is sent, acknowledged and
//! accepted: what was acknowledged is there, what is done again is there once, and both nodes read whole afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::bench::{Bench, text};
use crate::channel::Two;
use crate::kill_two::{Serving, free_door};
use crate::request::{VALUES, other_side};

/// The least number of kills.
const KILLS: usize = 50;
/// How often the walk is gone.
const WALKS: usize = 4;
/// How long a command is thought to take, to begin with, when the moment of the kill is chosen.
const FIRST_GUESS: Duration = Duration::from_millis(600);
/// How often delivery is tried before it counts as lost.
const TRIES: usize = 40;

/// Which node.
const A: usize = 0;
const B: usize = 1;

struct Walk<'b> {
    nodes: [Serving<'b>; 2],
    kills: usize,
    /// How long a command is thought to take on this machine: more after each that was cut, less after each that was not.
    guess: Duration,
    /// Kills that the command did not survive, of those.
    cut: usize,
    /// Messages that were taken, on either side.
    taken: BTreeSet<String>,
}

impl<'b> Walk<'b> {
    fn bench(&self, node: usize) -> &'b Bench {
        self.nodes[node].bench
    }

    /// Runs a command while a node is killed. Afterwards it is done: because it was acknowledged, or found to be done, or
    /// given again.
    fn step(&mut self, node: usize, officer: &str, words: &[&str], done: &dyn Fn() -> bool) {
        let bench = self.bench(node);
        let mut child = bench
            .program_of(officer)
            .arg("--json")
            .args(words)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The moments fall all over a command; every third kill hits the other node.
        let part = u32::try_from(self.kills * 7 % 16).unwrap();
        std::thread::park_timeout(self.guess * part / 16 + Duration::from_millis(1));
        let victim = if self.kills % 3 == 2 { 1 - node } else { node };
        self.nodes[victim].kill();
        self.kills += 1;
        let acknowledged = child.wait().unwrap().success();
        if victim == node {
            self.guess = if acknowledged { self.guess * 9 / 10 } else { self.guess * 11 / 10 };
            self.guess = self.guess.clamp(Duration::from_millis(50), Duration::from_secs(3));
        }
        self.nodes[victim].again();
        if acknowledged {
            assert!(done(), "{words:?} was acknowledged and is gone");
            return;
        }
        self.cut += 1;
        if !done() {
            bench.one(officer, words);
            assert!(done(), "{words:?} was done and is not there");
        }
    }

    /// The message that came to a node and was not taken yet, when it has come.
    fn message(&self, node: usize) -> String {
        let begun = Instant::now();
        for _ in 0..TRIES {
            // Whoever does not wait for the next call makes one.
            let _ = self.bench(1 - node).answer("Amina", &["channel", "sync"]);
            let inbox = self.bench(node).answer("Amina", &["channel", "inbox"]).unwrap();
            let new =
                inbox.iter().map(|line| text(&line["entry"])).find(|entry| !self.taken.contains(*entry));
            if let Some(new) = new {
                return new.to_owned();
            }
            std::thread::park_timeout(Duration::from_millis(100));
        }
        panic!("nothing came in {:?}", begun.elapsed());
    }
}

/// The entries of a kind in a case.
fn entries(bench: &Bench, case: &str, kind: &str) -> Vec<Value> {
    let mut entries = bench.answer("Amina", &["case", "show", case]).unwrap();
    entries.retain(|entry| entry["kind"] == kind);
    entries
}

/// The requests of this reference: none, or the one.
fn request(bench: &Bench, reference: &str) -> Option<Value> {
    let mut found = bench.answer("Amina", &["request", "list"]).unwrap();
    found.retain(|line| line["reference"] == reference);
    assert!(found.len() < 2, "{reference} is there twice");
    found.pop()
}

fn stage(bench: &Bench, reference: &str) -> String {
    request(bench, reference).map(|request| text(&request["stage"]).to_owned()).unwrap_or_default()
}

/// How often each event is in the life of a request.
fn events(bench: &Bench, case: &str, reference: &str) -> BTreeMap<String, usize> {
    let shown = bench.one("Amina", &["request", "show", case, reference]);
    let mut events = BTreeMap::new();
    for step in shown["history"].as_array().unwrap() {
        *events.entry(text(&step["event"]).to_owned()).or_insert(0) += 1;
    }
    events
}

fn walk(walk: &mut Walk<'_>, number: usize) -> String {
    let (a, b) = (walk.bench(A), walk.bench(B));
    let register = format!("2026/{number}");
    let reference = format!("{register}-1");
    let case_of = |bench: &Bench| {
        let mut cases = bench.answer("Amina", &["case", "list"]).unwrap();
        cases.retain(|case| case["register_number"] == register.as_str());
        cases.first().map(|case| text(&case["case"]).to_owned())
    };
    let opened = ["case", "open", "Entry", "--register-number", &register];
    walk.step(A, "Amina", &opened, &|| case_of(a).is_some());
    let case = case_of(a).unwrap();
    let count = |kind: &str| entries(a, &case, kind).len();
    walk.step(A, "Bobur", &["case", "assign", &case, "Bobur"], &|| count("case.assigned") == 1);
    let draft = ["request", "draft", &case, "--form", "preservation", "--to", "KZ", "--written-in", "en"];
    let values = ["--file", "values.toml", "--add", "ways=police:caricc"];
    let more = ["--set", "signatory=A. Exercise; Prosecutor", "--offence", "illegal_access"];
    let draft = [&draft[..], &values, &more].concat();
    walk.step(A, "Amina", &draft, &|| request(a, &reference).is_some());
    let confirm = ["request", "confirm", &case, &reference, "all", "--overrule", "--reason", "Read."];
    let shown = || a.one("Bobur", &["request", "show", &case, &reference]);
    walk.step(A, "Bobur", &confirm, &|| shown()["to_confirm"] == Value::Array(vec![]));
    let review = ["request", "review", &case, &reference];
    walk.step(A, "Bobur", &review, &|| stage(a, &reference) == "reviewed");
    let propose = ["request", "propose", &case, &reference, "--reason", "needed"];
    walk.step(A, "Amina", &propose, &|| count("case.proposal-made") == 1);
    let proposal = |at: usize| text(&entries(a, &case, "case.proposal-made")[at]["entry"]).to_owned();
    let issue = proposal(0);
    walk.step(A, "Bobur", &["case", "approve", &case, &issue], &|| count("case.proposal-approved") == 1);
    let out = format!("issued-{number}");
    let issue = ["request", "issue", &case, &reference, "--register-number", &register, "--out", &out];
    walk.step(A, "Amina", &issue, &|| stage(a, &reference) == "issued");
    let send = ["request", "send", &case, &reference];
    let propose = [&send[..], &["--propose", "as agreed"]].concat();
    walk.step(A, "Amina", &propose, &|| count("case.proposal-made") == 2);
    let proposed = proposal(1);
    let looked_at = a.one("Bobur", &["channel", "proposed", &case, &proposed]);
    assert_eq!(looked_at["holds"]["request"], reference.as_str(), "who approves sees what");
    walk.step(A, "Bobur", &["case", "approve", &case, &proposed], &|| count("case.proposal-approved") == 2);
    let send = [&send[..], &["--proposal", &proposed]].concat();
    walk.step(A, "Amina", &send, &|| count("message.sent") == 1);
    assert_eq!(stage(a, &reference), "advance-copy-sent", "what left is known to have left");

    let message = walk.message(B);
    let take = ["request", "take", &message, "--register-number", &register];
    walk.step(B, "Amina", &take, &|| request(b, &reference).is_some());
    walk.taken.insert(message);
    let theirs = text(&request(b, &reference).unwrap()["case"]).to_owned();
    let paper = format!("acknowledgement-{number}.pdf");
    let ticket = format!("T-{number}");
    let acknowledge = ["request", "acknowledge", &theirs, &reference, "--out", &paper];
    let acknowledge = [&acknowledge[..], &["--ticket", &ticket, "--keep-days", "60", "--tell"]].concat();
    walk.step(B, "Amina", &acknowledge, &|| stage(b, &reference) == "acknowledged");
    let message = walk.message(A);
    let ticket_of = |bench: &Bench| request(bench, &reference).unwrap()["ticket"]["number"].clone();
    walk.step(A, "Amina", &["request", "take", &message], &|| ticket_of(a) == ticket.as_str());
    walk.taken.insert(message);
    let accept = ["request", "record", &theirs, &reference, "accepted", "--tell"];
    walk.step(B, "Amina", &accept, &|| stage(b, &reference) == "accepted");
    let message = walk.message(A);
    walk.step(A, "Amina", &["request", "take", &message], &|| stage(a, &reference) == "accepted");
    walk.taken.insert(message);

    let once = |kinds: &[&str]| kinds.iter().map(|kind| ((*kind).to_owned(), 1)).collect::<BTreeMap<_, _>>();
    let of_a = ["drafted", "reviewed", "approved", "issued", "advance-copy-sent"];
    let of_both = ["acknowledged", "ticket-given", "accepted"];
    assert_eq!(events(a, &case, &reference), once(&[&of_a[..], &of_both].concat()));
    let of_b = ["advance-copy-received"];
    assert_eq!(events(b, &theirs, &reference), once(&[&of_b[..], &of_both].concat()));
    theirs
}

#[test]
fn fifty_kills_of_either_node_lose_and_double_no_step_of_a_request() {
    let two = Two { a: Bench::founded(), b: other_side() };
    two.agree();
    let (a, b) = (&two.a, &two.b);
    let (door_a, door_b) = (free_door(), free_door());
    a.one("Bobur", &["channel", "address", &door_b]);
    b.one("Bobur", &["channel", "address", &door_a]);
    a.write("values.toml", VALUES);
    let nodes = [Serving::start(a, door_a), Serving::start(b, door_b)];
    let mut run = Walk { nodes, kills: 0, guess: FIRST_GUESS, cut: 0, taken: BTreeSet::new() };
    let cases: BTreeSet<String> = (1..=WALKS).map(|number| walk(&mut run, number)).collect();
    assert!(run.kills >= KILLS, "{} kills", run.kills);
    assert!(run.cut * 6 > run.kills, "only {} of {} commands were cut short", run.cut, run.kills);
    for bench in [a, b] {
        bench.one("Amina", &["channel", "sync"]);
        assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], Value::Array(vec![]));
        assert_eq!(bench.one("Amina", &["channel", "status"])["concerns"], Value::Array(vec![]));
    }
    let places = |lines: Vec<Value>| -> Vec<String> {
        let mut places: Vec<_> = lines.iter().map(|line| line["place"].to_string()).collect();
        places.sort_unstable();
        places
    };
    for (from, to, messages) in [(a, b, WALKS), (b, a, WALKS * 2)] {
        let sent = places(from.answer("Amina", &["channel", "outbox"]).unwrap());
        assert_eq!(sent.len(), messages, "each message was sent once");
        assert_eq!(sent, places(to.answer("Amina", &["channel", "inbox"]).unwrap()));
    }
    // A case that was opened for a request, and whose node died before it took the request in, is empty.
    for case in b.answer("Amina", &["case", "list"]).unwrap() {
        let case = text(&case["case"]);
        let size = b.answer("Amina", &["case", "show", case]).unwrap().len();
        assert!(cases.contains(case) || size == 1, "{case} has {size} entries");
    }
}

//! SIGKILL at any moment: nothing acknowledged is lost, nothing is there twice.

use std::collections::BTreeMap;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::bench::{Bench, text};

/// How often the program is killed.
const KILLS: u64 = 50;

#[test]
fn fifty_kills_lose_nothing_acknowledged_and_double_nothing() {
    let bench = Bench::founded();
    let case = bench.one("Amina", &["case", "open", "Case"]);
    let case = text(&case["case"]).to_owned();
    // How long one whole command takes here, so that the kills fall all over it.
    let begun = Instant::now();
    bench.one("Amina", &["case", "note", &case, "before"]);
    let whole = begun.elapsed();
    let mut acknowledged = vec!["before".to_owned()];
    for n in 0..KILLS {
        let note = format!("note {n}");
        let mut child = bench
            .program()
            .args(["--json", "case", "note", &case, &note])
            .env("COMITY_OFFICER", "Amina")
            .env("COMITY_PASSPHRASE_FILE", bench.path("amina"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // From no time at all to a little more than a whole command.
        let moment = whole.mul_f64(1.2).mul_f64(f64::from(u32::try_from(n).unwrap()) / 50.0);
        std::thread::park_timeout(moment.max(Duration::from_millis(1)));
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        if let Ok(answer) = serde_json::from_slice::<Value>(&output.stdout) {
            assert!(answer["entry"].is_string());
            acknowledged.push(note);
        }
    }
    let done = u64::try_from(acknowledged.len()).unwrap() - 1;
    assert!(KILLS - done > 5, "only {} of {KILLS} commands were cut short", KILLS - done);
    bench.one("Amina", &["node", "verify"]);
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for entry in bench.answer("Amina", &["case", "show", &case]).unwrap() {
        if entry["kind"] == "note.written" {
            *found.entry(text(&entry["body"]["text"]).to_owned()).or_default() += 1;
        }
    }
    for note in &acknowledged {
        assert_eq!(found.get(note), Some(&1), "{note}");
    }
    assert!(found.values().all(|count| *count == 1), "{found:?}");
}

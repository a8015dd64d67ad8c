//! SIGKILL at any moment: nothing acknowledged is lost, nothing is there twice.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::bench::{Bench, text};

/// How often the program is killed while it writes a note.
const KILLS: u32 = 50;
/// How often while it takes an exhibit in.
const KILLS_OF_INTAKE: u32 = 200;

/// Which part of all kills this one is, so that they fall all over a command.
fn part(number: u32, kills: u32) -> f64 {
    f64::from(number) / f64::from(kills)
}

/// Gives a command, kills the program at a moment after its start, and gives the answer if it had come by then.
fn killed(bench: &Bench, words: &[&str], moment: Duration) -> Option<Value> {
    let mut child = bench
        .program()
        .arg("--json")
        .args(words)
        .env("COMITY_OFFICER", "Amina")
        .env("COMITY_PASSPHRASE_FILE", bench.path("amina"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::park_timeout(moment.max(Duration::from_millis(1)));
    child.kill().unwrap();
    let output = child.wait_with_output().unwrap();
    serde_json::from_slice(&output.stdout).ok()
}

#[test]
fn a_package_that_is_broken_off_leaves_nothing_in_the_clear() {
    let bench = Bench::new();
    // A hole on the disk, and long to be copied.
    File::create(bench.path("disk.raw")).unwrap().set_len(8 << 30).unwrap();
    let partial = bench.path("package.comity-partial");
    let mut child = bench
        .program()
        .args(["evidence", "seal", "disk.raw", "--out", "package"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    while !partial.join("data/disk.raw").exists() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it could be broken off");
        std::thread::park_timeout(Duration::from_millis(1));
    }
    let pid = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw).unwrap();
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("error[evidence-stopped]"), "{output:?}");
    assert!(!partial.exists() && !bench.path("package").exists());
}

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
        // From no time at all to a little more than a whole command.
        let moment = whole.mul_f64(1.2).mul_f64(part(n, KILLS));
        if let Some(answer) = killed(&bench, &["case", "note", &case, &note], moment) {
            assert!(answer["entry"].is_string());
            acknowledged.push(note);
        }
    }
    let done = u32::try_from(acknowledged.len()).unwrap() - 1;
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

#[test]
fn two_hundred_kills_of_intake_lose_no_acknowledged_exhibit_and_show_no_half_one() {
    let bench = Bench::founded();
    let case = text(&bench.one("Amina", &["case", "open", "Case"])["case"]).to_owned();
    let seized = bench.path("seized");
    std::fs::create_dir(&seized).unwrap();
    let put = |name: &str, n: u32| {
        // New content each time, so that each intake has objects of its own to write.
        let bytes: Vec<u8> = n.to_le_bytes().into_iter().cycle().take(200_000).collect();
        File::create(seized.join(name)).unwrap().write_all(&bytes).unwrap();
    };
    let folder = seized.display().to_string();
    let words = ["--place", "Office 3", "--reason", "search", "--authority", "warrant 7"];
    let add = [&["evidence", "add", &case, "A folder", &folder][..], &words].concat();
    for file in 0..20 {
        put(&format!("same-{file}"), file);
    }
    let begun = Instant::now();
    let first = bench.one("Amina", &add);
    let whole = begun.elapsed();
    let mut acknowledged = vec![text(&first["entry"]).to_owned()];
    for n in 0..KILLS_OF_INTAKE {
        for file in 0..4 {
            put(&format!("new-{file}"), 1_000 + 4 * n + file);
        }
        if let Some(answer) = killed(&bench, &add, whole.mul_f64(1.1).mul_f64(part(n, KILLS_OF_INTAKE))) {
            acknowledged.push(text(&answer["entry"]).to_owned());
        }
    }
    let done = u32::try_from(acknowledged.len()).unwrap() - 1;
    assert!(KILLS_OF_INTAKE - done > 20, "only {} were cut short", KILLS_OF_INTAKE - done);
    bench.one("Amina", &["node", "verify"]);
    bench.one("Amina", &["node", "scrub"]);
    let exhibits = bench.answer("Amina", &["evidence", "list", &case]).unwrap();
    let entries: Vec<_> = exhibits.iter().map(|exhibit| text(&exhibit["entry"])).collect();
    for entry in &acknowledged {
        assert_eq!(entries.iter().filter(|known| *known == entry).count(), 1, "{entry}");
    }
    // Whatever is on record is whole, acknowledged or not: the first, and those written while the program was killed.
    let last = exhibits.len().saturating_sub(5);
    for (at, exhibit) in exhibits.iter().enumerate().filter(|(at, _)| *at == 0 || *at >= last) {
        assert_eq!(exhibit["number"], at + 1, "numbers have no gap");
        let checked = bench.one("Amina", &["evidence", "check", &case, text(&exhibit["exhibit"])]);
        assert_eq!(checked["pass"], true, "{checked}");
    }
}

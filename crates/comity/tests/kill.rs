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
        .program_of("Amina")
        .arg("--json")
        .args(words)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::park_timeout(moment.max(Duration::from_millis(1)));
    child.kill().unwrap();
    let output = child.wait_with_output().unwrap();
    serde_json::from_slice(&output.stdout).ok()
}

/// Gives a command that takes long, and ends it by Ctrl-C as soon as it has begun. Gives what it says then.
fn broken_off(bench: &Bench, words: &[&str], begun: impl Fn() -> bool) -> String {
    let mut child =
        bench.program_of("Amina").args(words).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    while !begun() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it could be broken off");
        std::thread::park_timeout(Duration::from_millis(1));
    }
    let pid = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw).unwrap();
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("error[evidence-stopped]"), "{said}");
    said
}

#[test]
fn a_package_that_is_broken_off_leaves_nothing_in_the_clear() {
    let bench = Bench::founded();
    let case = bench.case("Amina", "Case");
    // A hole on the disk, and long to be copied.
    File::create(bench.path("disk.raw")).unwrap().set_len(128 << 20).unwrap();
    let image = bench.path("disk.raw").display().to_string();
    let how = ["--place", "Office 3", "--reason", "search", "--authority", "warrant 7"];
    bench.one("Amina", &[&["evidence", "add", &case, "A disk", &image][..], &how].concat());
    let propose =
        ["evidence", "package", "propose", &case, "E-1", "--recipient", "City Court", "--reason", "trial"];
    let proposal = text(&bench.one("Amina", &propose)["entry"]).to_owned();
    bench.one("Bobur", &["case", "approve", &case, &proposal]);
    let partial = bench.path("package.comity-partial");
    let write = ["evidence", "package", "write", &case, &proposal, "--out", "package"];
    let said = broken_off(&bench, &write, || partial.join("data").exists());
    assert!(!said.contains("--resume"), "{said}");
    assert!(!partial.exists() && !bench.path("package").exists());
}

#[test]
fn a_sealing_without_a_case_that_is_broken_off_says_what_it_keeps_and_is_gone_on_with() {
    let bench = Bench::new();
    let seized = bench.path("seized");
    std::fs::create_dir(&seized).unwrap();
    File::create(seized.join("a.txt")).unwrap().write_all(b"a page").unwrap();
    // A hole on the disk, and long to be copied.
    File::create(seized.join("disk.raw")).unwrap().set_len(8 << 30).unwrap();
    let partial = bench.path("package.comity-partial");
    let seal = ["evidence", "seal", "seized", "--out", "package"];
    let said = broken_off(&bench, &seal, || partial.join("data/disk.raw").exists());
    assert!(said.contains("package.comity-partial") && said.contains("--resume"), "{said}");
    assert!(partial.join("data/a.txt").exists() && !bench.path("package").exists());

    // Nothing of it is removed without a word.
    let refused = bench.answer("Amina", &seal).unwrap_err();
    assert_eq!(refused["error"], "comity-sealing-left-before");
    assert!(partial.join("data/a.txt").exists());

    // So long that a test ends; the file is another one then.
    File::create(seized.join("disk.raw")).unwrap().set_len(1 << 20).unwrap();
    bench.one("Amina", &[&seal[..], &["--resume"]].concat());
    bench.one("Amina", &["evidence", "verify", "package"]);
    let told = std::fs::read(bench.path("package/comity/sessions.json")).unwrap();
    let told: Value = serde_json::from_slice(&told).unwrap();
    assert_eq!((&told[0]["files"], &told[1]["files"]), (&Value::from(1), &Value::from(1)), "{told}");
    assert!(!partial.exists());

    // Or it is begun anew.
    std::fs::remove_dir_all(bench.path("package")).unwrap();
    std::fs::create_dir_all(partial.join("data")).unwrap();
    for name in ["data/of another day", "sessions.jsonl", "sessions.lock"] {
        File::create(partial.join(name)).unwrap();
    }
    assert!(bench.answer("Amina", &seal).is_err());
    bench.one("Amina", &[&seal[..], &["--anew"]].concat());
    bench.one("Amina", &["evidence", "verify", "package"]);
    assert!(!partial.exists() && !bench.path("package/data/of another day").exists());
}

#[test]
fn an_intake_that_is_broken_off_leaves_nothing_and_says_so() {
    let bench = Bench::founded();
    let case = text(&bench.one("Amina", &["case", "open", "Case"])["case"]).to_owned();
    File::create(bench.path("disk.raw")).unwrap().set_len(8 << 30).unwrap();
    let how = ["--place", "Office 3", "--reason", "search", "--authority", "warrant 7"];
    let add = [&["evidence", "add", &case, "A disk", "disk.raw"][..], &how].concat();
    let incoming = bench.path("office/incoming");
    let said =
        broken_off(&bench, &add, || std::fs::read_dir(&incoming).is_ok_and(|mut all| all.next().is_some()));
    assert!(said.contains("Nothing was taken in"), "{said}");
    assert_eq!(std::fs::read_dir(&incoming).unwrap().count(), 0);
    assert!(bench.answer("Amina", &["evidence", "list", &case]).unwrap().is_empty());
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
    let case = bench.case("Amina", "Case");
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

#[test]
fn a_sealing_that_is_killed_again_and_again_goes_on_and_ends_whole() {
    const FILES: u32 = 300;
    let bench = Bench::new();
    let seized = bench.path("seized");
    std::fs::create_dir(&seized).unwrap();
    for n in 0..FILES {
        let bytes: Vec<u8> = n.to_le_bytes().into_iter().cycle().take(40_000).collect();
        File::create(seized.join(format!("{n:03}.bin"))).unwrap().write_all(&bytes).unwrap();
    }
    let (seized, to) = (seized.display().to_string(), bench.path("package").display().to_string());
    let other = bench.path("other-package").display().to_string();
    bench.one("Amina", &["evidence", "seal", &seized, "--out", &other]);
    let seal = ["evidence", "seal", &seized, "--out", &to, "--resume"];
    let copied = bench.path("package.comity-partial/data");
    for n in 1..=8_usize {
        let mut child = bench.program().arg("--json").args(seal).stdout(Stdio::null()).spawn().unwrap();
        // Killed when so many files are there, whatever the machine does besides.
        while std::fs::read_dir(&copied).map_or(0, Iterator::count) < 30 * n
            && child.try_wait().unwrap().is_none()
        {
            std::thread::park_timeout(Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    if !bench.path("package").exists() {
        bench.one("Amina", &seal);
    }
    bench.one("Amina", &["evidence", "verify", &to]);
    let read = |package: &str, name: &str| std::fs::read(format!("{package}/{name}")).unwrap();
    assert_eq!(read(&to, "comity/seal.json"), read(&other, "comity/seal.json"));
    let sessions: Value = serde_json::from_slice(&read(&to, "comity/sessions.json")).unwrap();
    let sessions = sessions.as_array().unwrap();
    let files: u64 = sessions.iter().map(|session| session["files"].as_u64().unwrap()).sum();
    assert!(sessions.len() > 2 && files == u64::from(FILES), "{sessions:?}");
    assert!(!bench.path("package.comity-partial").exists());
}

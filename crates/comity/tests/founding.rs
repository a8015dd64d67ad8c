//! A founding or a restoration that dies halfway: it was never acknowledged, and is begun anew.

use std::fs::{self, File};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::bench::{Bench, errors};

/// How often a founding is killed.
const KILLS: u32 = 6;

/// Starts a command, kills it after a while, and waits for its end.
fn killed_after(bench: &Bench, words: &[String], moment: Duration) {
    let mut child = bench.program().args(words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::park_timeout(moment.max(Duration::from_millis(1)));
    child.kill().unwrap();
    child.wait().unwrap();
}

fn timed(bench: &Bench, words: &[String]) -> Duration {
    let begun = Instant::now();
    let output = bench.run(words);
    assert!(output.status.success(), "{}", errors(&output));
    begun.elapsed()
}

#[test]
fn a_founding_that_was_killed_is_begun_anew() {
    let bench = Bench::new();
    let with_sheet = |sheet: &str| -> Vec<String> {
        let new = bench.path(sheet).display().to_string();
        let old = bench.path("sheet.txt").display().to_string();
        bench.init().into_iter().map(|word| if word == old { new.clone() } else { word }).collect()
    };
    let whole = timed(&bench, &with_sheet("first"));
    let mut halfway = 0;
    for n in 0..KILLS {
        let _ = fs::remove_dir_all(bench.path("office"));
        // From no time at all to nearly a whole founding.
        killed_after(
            &bench,
            &with_sheet(&format!("killed-{n}")),
            whole.mul_f64(f64::from(n) / f64::from(KILLS)),
        );
        halfway += u32::from(bench.path("office.new").exists());
        if !bench.path("office").exists() {
            timed(&bench, &with_sheet(&format!("again-{n}")));
        }
        assert_eq!(bench.one("Amina", &["node", "verify"])["entries"], 2);
        assert!(!bench.path("office.new").exists());
    }
    assert!(halfway > 0, "no founding was killed halfway");
}

#[test]
fn a_restoration_that_was_killed_is_begun_anew() {
    let bench = Bench::founded();
    let at = |name: &str| bench.path(name).display().to_string();
    bench.one("Amina", &["node", "backup", "--data", &at("data"), "--keys", &at("keys")]);
    let mut words = vec!["node".to_owned(), "restore".to_owned()];
    for (option, file) in
        [("--node", "restored"), ("--data", "data"), ("--keys", "keys"), ("--node-key", "office/node.key")]
    {
        words.extend([option.to_owned(), at(file)]);
    }
    let whole = timed(&bench, &words);
    for n in 0..KILLS {
        let _ = fs::remove_dir_all(bench.path("restored"));
        // In the second half: the passphrase is opened by then, and files are written.
        killed_after(&bench, &words, whole.mul_f64(0.5 + 0.5 * f64::from(n) / f64::from(KILLS)));
        if !bench.path("restored").exists() {
            timed(&bench, &words);
        }
        assert_eq!(bench.one("Amina", &["node", "verify", "--node", &at("restored")])["entries"], 3);
        assert!(!bench.path("restored.new").exists());
    }
}

#[test]
fn a_founding_that_fails_leaves_nothing() {
    let bench = Bench::new();
    let sheet = bench.path("sheet.txt").display().to_string();
    let nowhere = bench.path("nowhere/sheet.txt").display().to_string();
    let words: Vec<String> =
        bench.init().into_iter().map(|word| if word == sheet { nowhere.clone() } else { word }).collect();
    let output = bench.run(&words);
    assert!(errors(&output).contains("error[comity-file]"), "{}", errors(&output));
    assert!(!bench.path("office").exists() && !bench.path("office.new").exists());
    bench.write("sheet.txt", "of another node\n");
    let output = bench.run(&bench.init());
    assert!(errors(&output).contains("error[comity-recovery-sheet-exists]"), "{}", errors(&output));
    assert!(!bench.path("office").exists());
}

#[test]
fn what_lies_in_the_way_of_a_founding_is_named_and_left_alone() {
    let bench = Bench::founded();
    let refused = |code: &str| {
        let output = bench.run(&bench.init());
        let errors = errors(&output);
        assert!(!output.status.success() && errors.contains(&format!("error[{code}]")), "{errors}");
        assert_eq!(errors.trim().lines().count(), 2, "no remedy: {errors}");
    };
    // Somebody moved a whole node to the very name under which the next one is put together.
    fs::rename(bench.path("office"), bench.path("office.new")).unwrap();
    fs::remove_file(bench.path("sheet.txt")).unwrap();
    refused("comity-beside-foreign");
    let moved = bench.path("office.new").display().to_string();
    assert_eq!(bench.one("Amina", &["node", "verify", "--node", &moved])["entries"], 2);
    fs::remove_dir_all(bench.path("office.new")).unwrap();
    bench.write("office.new", "a file\n");
    refused("comity-beside-foreign");
    fs::remove_file(bench.path("office.new")).unwrap();
    // Another founding is at work.
    fs::create_dir(bench.path("office.new")).unwrap();
    let lock = File::create(bench.path("office.new/node.lock")).unwrap();
    lock.lock().unwrap();
    refused("adapters-lock-held");
    drop(lock);
    assert!(bench.run(&bench.init()).status.success());
}

#[test]
fn nobody_works_in_a_node_that_was_never_finished() {
    let bench = Bench::founded();
    File::create(bench.path("office/node.unfinished")).unwrap();
    let refused = bench.answer("Amina", &["case", "list"]).unwrap_err();
    assert_eq!(refused["error"], "comity-node-unfinished");
}

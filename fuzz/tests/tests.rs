//! The driver, tried on targets that fail.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops, and says where")]

use std::path::Path;
use std::process::{Command, Output};

fn drive(failures: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_comity-fuzz"))
        .args(["--self-test", "--seconds-per-target", "5", "--limit-seconds", "1", "--failures"])
        .arg(failures)
        .args(arguments)
        .output()
        .unwrap()
}

/// The driver finds the failing input of a target and keeps it; the kept input fails again, by itself.
fn finds(target: &str, why: &str) {
    let folder = tempfile::tempdir().unwrap();
    let output = drive(folder.path(), &["--target", target]);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(1), "{out}{err}");
    assert!(out.contains("1 targets, 1 failed"), "{out}");
    assert!(err.contains(&format!("FAILED {target}: {why}")), "{err}");
    let kept =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert!(std::fs::read(&kept[0]).unwrap().contains(&0xff));
    let again = drive(folder.path(), &["--target", target, "--replay", kept[0].to_str().unwrap()]);
    assert!(!again.status.success());
}

#[test]
fn a_target_that_panics_is_found_and_its_input_made_short() {
    finds("selftest-panics", "panicked");
    let folder = tempfile::tempdir().unwrap();
    drive(folder.path(), &["--target", "selftest-panics"]);
    let kept = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    assert_eq!(std::fs::read(kept).unwrap(), [0xff]);
}

#[test]
fn a_target_that_overflows_the_stack_is_found() {
    finds("selftest-overflows", "the process died");
}

#[test]
fn a_target_that_does_not_come_back_is_found() {
    finds("selftest-hangs", "did not come back within 1 seconds");
}

#[test]
fn a_target_that_asks_for_all_memory_is_found() {
    finds("selftest-swallows", "asked for 4294967296 bytes at once");
}

#[test]
fn a_sound_target_passes_and_the_same_seed_makes_as_many_runs() {
    let folder = tempfile::tempdir().unwrap();
    let output = drive(folder.path(), &["--target", "selftest-sound", "--runs", "500"]);
    assert!(output.status.success());
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.lines().any(|line| line.starts_with("selftest-sound") && line.contains(" 501 ")), "{out}");
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none());
}

#[test]
fn a_wrong_command_line_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(drive(folder.path(), &["--target", "no-such"]).status.code(), Some(2));
    assert_eq!(drive(folder.path(), &["--seed", "x"]).status.code(), Some(2));
    assert_eq!(drive(folder.path(), &["--replay", "x"]).status.code(), Some(2));
}

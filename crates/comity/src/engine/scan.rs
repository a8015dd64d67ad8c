//! `comity scan`: every file in a sandboxed child of its own.

use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use comity_adapters::sandbox::{Job, Limits, Sandbox, Source};
use comity_scan::Kind;
use serde_json::Value;

use crate::cli::ScanArguments;
use crate::out::{Failure, Out, clean, shown};
use crate::tasks::{SCAN, TASKS};

/// A hostile file may hold scanning up; an hour is more than any plain file needs.
const CPU_SECONDS: u64 = 3600;

pub fn run(out: &Out, arguments: &ScanArguments) -> Result<ExitCode, Failure> {
    check_kinds(&arguments.kinds)?;
    let parameters = arguments.kinds.join("\n");
    let mut failures = 0_u64;
    let mut files = Vec::new();
    for path in &arguments.paths {
        collect(path, &mut files, &mut |failure| {
            failures += 1;
            out.failure(&failure);
        });
    }
    let progress = out.progress(Some(u64::try_from(files.len()).unwrap_or(u64::MAX)));
    let (mut hits, mut read) = (0_u64, 0_u64);
    for (done, path) in (1..).zip(&files) {
        match scan(path, parameters.as_bytes()) {
            Ok(found) => {
                read += 1;
                for hit in found {
                    hits += 1;
                    progress.suspend(|| print(out, &hit));
                }
            }
            Err(failure) => {
                failures += 1;
                progress.suspend(|| out.failure(&failure));
            }
        }
        progress.set(done);
    }
    drop(progress);
    let counted = |n: u64| n.to_string();
    out.say(
        "comity-scan-done",
        &[("files", &counted(read)), ("hits", &counted(hits)), ("failures", &counted(failures))],
    );
    Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The plain files under a path, in an order that is always the same. Links inside folders are not followed: they may
/// lead out of what was seized.
fn collect(path: &Path, files: &mut Vec<PathBuf>, fail: &mut dyn FnMut(Failure)) {
    let kind = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(source) => return fail(Failure::file("read", path, source)),
    };
    if !kind.is_dir() {
        return files.push(path.to_owned());
    }
    let listed = std::fs::read_dir(path)
        .and_then(|entries| entries.map(|entry| entry.map(|e| e.path())).collect::<Result<Vec<_>, _>>());
    match listed {
        Ok(mut inside) => {
            inside.sort();
            for path in inside {
                match std::fs::symlink_metadata(&path) {
                    Ok(kind) if kind.is_dir() || kind.is_file() => collect(&path, files, fail),
                    Ok(_) => {}
                    Err(source) => fail(Failure::file("read", &path, source)),
                }
            }
        }
        Err(source) => fail(Failure::file("read", path, source)),
    }
}

/// Whether all kinds are ones that the scanner knows.
pub fn check_kinds(kinds: &[String]) -> Result<(), Failure> {
    kinds.iter().try_for_each(|kind| kind.parse::<Kind>().map(drop).map_err(Failure::of))
}

/// What the child of one file may take.
pub fn limits() -> Limits {
    Limits { cpu_seconds: CPU_SECONDS, wall_millis: CPU_SECONDS * 2000, ..Limits::default() }
}

/// A hit with the name of its file: the forensic path is the name, then the way inside. The child read foreign bytes:
/// what it answers is taken apart again, and what is not well formed is no hit.
pub fn placed(frame: &[u8], file: &str) -> Option<Value> {
    let Ok(Value::Object(mut hit)) = serde_json::from_slice::<Value>(frame) else { return None };
    let place = hit.get("path").and_then(Value::as_str).unwrap_or_default().to_owned();
    hit.insert("file".to_owned(), Value::String(file.to_owned()));
    hit.insert("path".to_owned(), Value::String(format!("{file}-{place}")));
    Some(Value::Object(hit))
}

fn scan(path: &Path, parameters: &[u8]) -> Result<Vec<Value>, Failure> {
    let file = File::open(path).map_err(|source| Failure::file("read", path, source))?;
    let job = Job { parameters, limits: limits(), ..Job::new(SCAN) };
    let mut hits = Vec::new();
    let mut read = |frame: Vec<u8>| {
        hits.extend(placed(&frame, &shown(path)));
        ControlFlow::Continue(())
    };
    Sandbox::new(TASKS).run(&job, Source::File(file), &mut read).map_err(Failure::of)?;
    Ok(hits)
}

fn print(out: &Out, hit: &Value) {
    if out.is_json() {
        return out.line(&hit.to_string());
    }
    let text = |name: &str| match &hit[name] {
        Value::String(text) => clean(text),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let value = match hit["fingerprint"].as_str() {
        Some(fingerprint) => format!("{} words, fingerprint {}", text("words"), clean(fingerprint)),
        None => text("value"),
    };
    out.line(&format!("{}:{}\t{}\t{}\t{value}", text("file"), text("offset"), text("kind"), text("class")));
}

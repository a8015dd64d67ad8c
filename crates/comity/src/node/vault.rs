//! `comity node scrub`: read the vault again, and tell how far that is.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::process::ExitCode;

use comity_casework::scrubbing::Scrub;
use comity_evidence::vault::Rounds;
use serde_json::{Value, json};

use crate::cli::ScrubArguments;
use crate::folder;
use crate::out::{Failure, Out, plain};

/// Reads the vault again, and says what is damaged.
pub async fn scrub(out: &Out, words: &ScrubArguments) -> Result<ExitCode, Failure> {
    let opened = folder::open(out, &words.at).await?;
    // Whoever ends it is told that it can be gone on with.
    out.hear_interrupts();
    let progress = out.progress(None);
    let mut read = 0;
    let mut watch = |bytes: u64| {
        read += bytes;
        progress.set(read);
        if progress.is_abandoned() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let how = if words.resume { Scrub::Rest } else { Scrub::Whole };
    let done = opened.node.scrub(how, &mut watch).await.map_err(Failure::of)?;
    drop(progress);
    let now: BTreeMap<_, _> =
        done.damaged.iter().map(|found| (found.name, out.advice(&found.damage).what)).collect();
    // What was found in an earlier part of the round is told by its code alone.
    let what = |name, code: &str| match now.get(name) {
        Some(what) => what.clone(),
        None => out.message(code, &[("cause", "?")]),
    };
    let damaged: Vec<_> =
        done.rounds.damaged.iter().map(|(name, seen)| (name, what(name, &seen.code), seen.since)).collect();
    let told = damaged.iter().map(
        |(name, what, since)| json!({ "name": name.to_string(), "what": what, "since": since.to_string() }),
    );
    let entries: Vec<_> = done.entries.iter().map(|receipt| receipt.entry).collect();
    let missing: Vec<_> = done.missing.iter().map(super::told_of).collect();
    let answer = json!({
        "files": done.objects, "bytes": done.bytes, "damaged": told.collect::<Vec<_>>(),
        "mended": done.mended.iter().map(ToString::to_string).collect::<Vec<_>>(), "entries": entries,
        "stopped": done.stopped, "missing": missing,
    });
    out.answer(&answer, |out| {
        let (files, bytes) = (done.objects.to_string(), done.bytes.to_string());
        let count = damaged.len().to_string();
        out.say("comity-scrubbed", &[("files", &files), ("bytes", &bytes), ("damaged", &count)]);
        if !done.mended.is_empty() {
            out.say("comity-scrubbed-mended", &[("count", &done.mended.len().to_string())]);
        }
        if !entries.is_empty() {
            out.say("comity-scrubbed-recorded", &[("count", &entries.len().to_string())]);
        }
        if done.stopped {
            out.say("comity-scrubbed-stopped", &[]);
        }
    });
    if !damaged.is_empty() || !missing.is_empty() {
        let damaged = damaged.iter().map(|(name, what, _)| format!("{name}: {what}"));
        let lines: Vec<_> = damaged.chain(missing).collect();
        return Err(Failure::new("comity-damaged", vec![("files", plain(&out.first(&lines).join("; ")))]));
    }
    Ok(if done.stopped { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// How far reading the vault again has come, in a line or two, and how many files were not there.
pub fn tell(out: &Out, rounds: &Rounds, missing: usize) {
    match rounds.last {
        Some(last) => {
            let (files, ended) = (last.objects.to_string(), last.ended.to_string());
            let bytes = last.bytes.to_string();
            out.say("comity-status-vault", &[("files", &files), ("bytes", &bytes), ("ended", &ended)]);
        }
        None => out.say("comity-status-vault-never", &[]),
    }
    if let Some(round) = rounds.current {
        let (files, began) = (round.objects.to_string(), round.began.to_string());
        out.say("comity-status-vault-round", &[("files", &files), ("began", &began)]);
    }
    if !rounds.damaged.is_empty() {
        out.say("comity-status-vault-damaged", &[("count", &rounds.damaged.len().to_string())]);
    }
    if missing > 0 {
        out.say("comity-status-vault-missing", &[("count", &missing.to_string())]);
    }
}

/// How far reading the vault again has come.
pub fn as_json(rounds: &Rounds, missing: usize) -> Value {
    let last = rounds.last.map(|last| {
        json!({
            "began": last.began.to_string(), "ended": last.ended.to_string(), "files": last.objects,
            "bytes": last.bytes,
        })
    });
    let current = rounds.current.map(
        |round| json!({ "began": round.began.to_string(), "files": round.objects, "bytes": round.bytes }),
    );
    let damaged = rounds.damaged.iter().map(|(name, seen)| {
        json!({ "name": name.to_string(), "code": seen.code, "since": seen.since.to_string() })
    });
    json!({
        "last": last, "current": current, "damaged": damaged.collect::<Vec<_>>(), "missing": missing,
    })
}

//! `comity request import`: what an edited print says, and taking it into a new version.

use std::ops::ControlFlow;
use std::path::Path;

use comity_adapters::sandbox::{Job, Limits, Sandbox, Source};
use comity_casework::request::Edited;
use comity_document::docx;
use serde_json::json;

use super::Desk;
use crate::cli::request::{When, Which};
use crate::out::{Failure, Out, clean};
use crate::tasks::{DOCX, TASKS};

/// Words of one document; the answer of the child has little beside them.
const ANSWER_BYTES: u64 = 64 << 20;

/// Which changes are taken.
pub struct Taken {
    /// By their numbers, from 1.
    pub numbers: Vec<usize>,
    /// All of them.
    pub all: bool,
}

pub async fn run(out: &Out, which: &Which, file: &Path, taken: &Taken, when: When) -> Result<(), Failure> {
    let desk = Desk::open(out, which).await?;
    let edited = desk.node().read_edited(&desk.session, desk.case, desk.id(), &read(file)?);
    let edited = edited.map_err(Failure::of)?;
    let changes: Vec<_> = (1..)
        .zip(&edited.changes)
        .map(|(number, c): (usize, _)| {
            json!({
                "number": number, "field": c.field, "language": c.language, "before": c.before,
                "after": c.after,
            })
        })
        .collect();
    let numbers: Vec<usize> =
        if taken.all { (1..=edited.changes.len()).collect() } else { taken.numbers.clone() };
    if let Some(wrong) = numbers.iter().find(|number| !(1..=edited.changes.len()).contains(*number)) {
        let args = vec![("number", wrong.to_string()), ("most", edited.changes.len().to_string())];
        return Err(Failure::new("comity-request-import-number", args));
    }
    let mut version = None;
    if !numbers.is_empty() {
        let mut draft = desk.request.version().request.draft.clone();
        let places: Vec<_> = numbers.iter().map(|number| number - 1).collect();
        edited.put(&places, &mut draft).map_err(Failure::of)?;
        let revised = desk.node().revise_request(&desk.session, desk.case, desk.id(), draft, when.with());
        revised.await.map_err(Failure::of)?;
        version = Some(desk.again()?.version().request.number);
    }
    let answer = json!({
        "printed_from": edited.version, "changes": changes, "lost": edited.lost, "outside": edited.outside,
        "taken": numbers, "version": version,
    });
    out.answer(&answer, |out| show(out, &desk, &edited, version));
    Ok(())
}

fn show(out: &Out, desk: &Desk, edited: &Edited, version: Option<u32>) {
    let reference = desk.request.reference();
    let printed_from = edited.version.to_string();
    if edited.changes.is_empty() && edited.lost.is_empty() && !edited.outside {
        return out
            .say("comity-request-import-equal", &[("reference", reference), ("version", &printed_from)]);
    }
    for (number, change) in (1..).zip(&edited.changes) {
        let number: usize = number;
        let field = format!("{} ({})", change.field, change.language);
        out.say("comity-request-import-change", &[("number", &number.to_string()), ("field", &field)]);
        out.line(&format!("  - {}", clean(&change.before)));
        out.line(&format!("  + {}", clean(&change.after)));
    }
    for field in &edited.lost {
        out.say("comity-request-import-lost", &[("field", field)]);
    }
    if edited.outside {
        out.say("comity-request-import-outside", &[("version", &printed_from)]);
    }
    match version {
        Some(version) => {
            out.say("comity-request-revised", &[("reference", reference), ("version", &version.to_string())]);
        }
        None if !edited.changes.is_empty() => out.say("comity-request-import-take", &[]),
        None => {}
    }
}

/// What the file says, read in a child of its own.
fn read(file: &Path) -> Result<docx::Read, Failure> {
    let open = std::fs::File::open(file).map_err(|source| Failure::file("read", file, source))?;
    let limits = Limits { frame_bytes: ANSWER_BYTES, reply_bytes: ANSWER_BYTES, ..Limits::default() };
    let job = Job { limits, ..Job::new(DOCX) };
    let mut answer = None;
    let mut take = |frame: Vec<u8>| {
        answer = serde_json::from_slice(&frame).ok();
        ControlFlow::Continue(())
    };
    Sandbox::new(TASKS).run(&job, Source::File(open), &mut take).map_err(Failure::of)?;
    answer.ok_or_else(|| Failure::new("comity-child-answer", vec![]))
}

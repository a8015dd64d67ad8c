//! `comity request import`: what an edited print, a twin or an answer says, and taking it over.

use std::path::Path;

use comity_casework::request::{Edited, Imported};
use comity_request::life::Event;
use serde_json::json;

use super::Desk;
use super::foreign::{Foreign, ForeignTwin};
use crate::case::receipt;
use crate::cli::request::{When, Which};
use crate::out::{Failure, Out, clean};
use crate::report;

/// Which changes are taken.
pub struct Taken {
    /// By their numbers, from 1.
    pub numbers: Vec<usize>,
    /// All of them, or the answer.
    pub all: bool,
}

pub async fn run(out: &Out, which: &Which, file: &Path, taken: &Taken, when: When) -> Result<(), Failure> {
    let desk = Desk::open(out, which).await?;
    let (node, session, case, id) = (desk.node(), &desk.session, desk.case, desk.id());
    let edited = match Foreign::read(file)? {
        Foreign::Docx(words) => node.read_edited(session, case, id, &words).map_err(Failure::of)?,
        Foreign::Twin(came) => match node.read_twin(session, case, id, &came.twin).map_err(Failure::of)? {
            Imported::Edited(edited) => edited,
            Imported::Answer(event) => return answer(out, &desk, &came, &event, taken, when).await,
        },
    };
    let numbers: Vec<usize> =
        if taken.all { (1..=edited.changes.len()).collect() } else { taken.numbers.clone() };
    let mut version = None;
    if !numbers.is_empty() {
        let mut draft = desk.request.version().request.draft.clone();
        edited.put(&numbers, &mut draft).map_err(Failure::of)?;
        node.revise_request(session, case, id, draft, when.with(out)?).await.map_err(Failure::of)?;
        version = Some(desk.again()?.version().request.number);
    }
    let changes = (1..).zip(&edited.changes).map(|(number, change): (usize, _)| {
        json!({
            "number": number, "field": change.field, "translates": change.translates, "before": change.before,
            "after": change.after,
        })
    });
    let answer = json!({
        "printed_from": edited.version, "changes": changes.collect::<Vec<_>>(), "lost": edited.lost,
        "outside": edited.outside, "taken": numbers, "version": version,
    });
    out.answer(&answer, |out| show(out, &desk, &edited, version));
    Ok(())
}

/// An answer is shown, and recorded when it is asked for: nobody has checked who wrote it.
async fn answer(
    out: &Out,
    desk: &Desk,
    came: &ForeignTwin,
    event: &Event,
    taken: &Taken,
    when: When,
) -> Result<(), Failure> {
    let words = out.message(&format!("request-event-{}", event.kind().code()), &[]);
    let values = [("reference", desk.request.reference()), ("event", words.as_str())];
    if !taken.all {
        let told = json!({ "answer": event, "entry": null });
        out.answer(&told, |out| {
            out.say("comity-request-import-answer", &values);
            report::event(out, event);
            out.say("comity-request-import-answer-take", &[]);
        });
        return Ok(());
    }
    let files = (came.twin.as_slice(), came.paper.as_deref());
    let taken = desk.node().record_answer(&desk.session, desk.case, desk.id(), files, when.with(out)?);
    let taken = taken.await.map_err(Failure::of)?;
    out.answer(&json!({ "answer": event, "entry": taken.entry }), |out| {
        out.say("comity-request-import-answer", &values);
        report::event(out, event);
        receipt(out, "comity-recorded", &taken);
    });
    desk.next(out)
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
        let field = match &change.translates {
            Some(translates) => format!("{} ({})", change.field, translates.language),
            None => change.field.clone(),
        };
        out.say(
            "comity-request-import-change",
            &[("number", &number.to_string()), ("field", &clean(&field))],
        );
        report::change(out, change);
    }
    for field in &edited.lost {
        out.say("comity-request-import-lost", &[("field", &clean(field))]);
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

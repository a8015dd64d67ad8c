//! `comity request list|clocks`: what there is, and what is waited for.

use comity_casework::Session;
use comity_casework::request::{Urgency, Waiting};
use comity_record::CaseId;
use serde_json::json;

use super::today;
use super::told::{Waits, clock_words, clocks, head};
use crate::case::shown as shown_text;
use crate::folder::Opened;
use crate::out::{Failure, Out};

/// The requests of a case, or of all that the officer may read.
pub(super) fn list(
    out: &Out,
    opened: &Opened,
    session: &Session,
    case: Option<CaseId>,
) -> Result<(), Failure> {
    let cases = match case {
        Some(case) => vec![case],
        None => opened.node.cases(session).map_err(Failure::of)?.into_iter().map(|row| row.case).collect(),
    };
    let calendar = opened.node.calendar(session).map_err(Failure::of)?;
    for case in cases {
        let requests = opened.node.requests(session, case).map_err(Failure::of)?;
        let waits = Waits { calendar: &calendar, requests: &requests };
        for request in &requests {
            out.answer(&request.summary(case, today()), |out| {
                head(out, request);
                clocks(out, &waits, request);
            });
        }
    }
    Ok(())
}

/// What the requests wait for, the most urgent first.
pub(super) fn waiting(
    out: &Out,
    opened: &Opened,
    session: &Session,
    case: Option<CaseId>,
    urgent: bool,
) -> Result<(), Failure> {
    let waiting = opened.node.clocks(session, case, today()).map_err(Failure::of)?;
    let told = |one: &&Waiting| !urgent || matches!(one.clock.urgency, Urgency::Overdue | Urgency::Now);
    for one in waiting.iter().filter(told) {
        let Waiting { case, request, clock } = one;
        let mut answer = json!(clock);
        answer["case"] = json!(case);
        answer["request"] = json!(request.id);
        answer["reference"] = json!(request.reference());
        out.answer(&answer, |out| {
            out.line(&format!("{}  {}", shown_text(request.reference()), clock_words(out, clock)));
            out.line(&format!("    {}", request.command("show", *case)));
        });
    }
    if !waiting.iter().any(|one| told(&one)) {
        out.say(if urgent { "comity-request-clocks-none-urgent" } else { "comity-request-clocks-none" }, &[]);
    }
    Ok(())
}

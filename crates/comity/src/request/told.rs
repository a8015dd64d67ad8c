//! How a request is told: on one line, with its clocks, with what comes next.

use std::sync::Arc;

use comity_casework::request::{Clock, Request, is_followed};
use comity_casework::{Session, State};
use comity_law::{Cites, Law, RefusalPrompts};
use comity_record::CaseId;
use comity_request::Calendar;
use comity_request::life::Side;
use serde_json::json;

use super::today;
use crate::case::shown as shown_text;
use crate::folder::Node;
use crate::out::{Out, plain as without_isolates};
use crate::report;

/// One line on a request.
pub fn head(out: &Out, request: &Request) {
    let version = &request.version().request;
    let question = &version.draft.question;
    let stage = request.life.stage.map(|stage| out.message(&format!("request-stage-{}", stage.code()), &[]));
    out.say(
        match request.side() {
            Side::Sender => "comity-request-line-sender",
            Side::Receiver => "comity-request-line-receiver",
        },
        &[
            ("reference", &shown_text(request.reference())),
            ("title", &out.message(&version.title, &[])),
            ("from", question.from.as_str()),
            ("to", question.to.as_str()),
            ("version", &version.number.to_string()),
            ("stage", &stage.unwrap_or_default()),
        ],
    );
}

/// What a request waits for, the most urgent first.
pub fn clocks(out: &Out, desk: &Waits<'_>, request: &Request) {
    let followed = |ticket: &str| is_followed(desk.requests, ticket);
    for clock in request.clocks(today(), desk.calendar, followed) {
        out.line(&format!("  {}", clock_words(out, &clock)));
    }
}

/// What the clocks of a request depend on beside it.
pub struct Waits<'a> {
    pub calendar: &'a Calendar,
    /// The requests of its case.
    pub requests: &'a [Arc<Request>],
}

/// One thing that a request waits for, as a sentence.
pub fn clock_words(out: &Out, clock: &Clock) -> String {
    let (what, when) = clock.keys();
    let what = out.message(&what, &[("about", &shown_text(&clock.about))]);
    let when = out.message(&when, &clock.days().each_ref().map(|(name, day)| (*name, day.as_str())));
    without_isolates(&format!("{what}: {when}"))
}

/// What a person weighs before a refusal.
pub fn grounds(out: &Out, prompts: &RefusalPrompts, command: &str) {
    let cited = |list: &[Cites]| shown_text(&list.iter().map(Cites::cited).collect::<Vec<_>>().join("; "));
    out.answer(&json!(prompts), |out| {
        out.say("comity-request-grounds", &[]);
        for prompt in &prompts.grounds {
            out.line(&format!("  {} ({})", shown_text(&prompt.ground.label), prompt.ground.ground));
            out.line(&format!("    {}", cited(&prompt.by)));
        }
        for (key, list) in [
            ("comity-request-grounds-secrecy", &prompts.bank_secrecy),
            ("comity-request-grounds-fiscal", &prompts.fiscal),
            ("comity-request-grounds-reasons", &prompts.reasons),
            ("comity-request-grounds-postponement", &prompts.postponement),
        ] {
            if !list.is_empty() {
                out.say(key, &[("articles", &cited(list))]);
            }
        }
        out.say("comity-request-grounds-how", &[("command", command)]);
    });
}

/// Whose signature lay beside the twin of a received request, as far as an agreement tells.
pub fn signature_told(out: &Out, state: &State, request: &Request) {
    let under = request.signed_under.and_then(|agreement| state.channels().get(agreement).ok());
    match (request.signed_by, under) {
        (Some(_), Some(channel)) => {
            out.say("comity-request-signed", &[("office", &shown_text(&channel.them().name))]);
        }
        (Some(key), None) => {
            let from = request.version().request.draft.question.from;
            let values = [("key", key.to_string()), ("state", from.to_string())];
            out.say(
                "comity-request-signed-unknown",
                &values.each_ref().map(|(name, value)| (*name, value.as_str())),
            );
        }
        (None, _) => out.say("comity-request-unsigned", &[]),
    }
}

/// Other requests for which the other side gave the same number: a second copy, or a slip.
pub fn same_number(out: &Out, node: &Node, session: &Session, request: &Request) {
    for other in node.same_number_of_other_side(session, request) {
        let values = [("reference", shown_text(&other.reference)), ("case", other.case.to_string())];
        out.say(
            "comity-request-same-number",
            &values.each_ref().map(|(name, value)| (*name, value.as_str())),
        );
    }
}

/// What a jurist must still speak on, with the number of each.
pub fn to_clear(out: &Out, case: CaseId, request: &Request, law: Option<&Law>) {
    let open = request.to_clear();
    if request.side() != Side::Sender || request.issue.is_some() || open.is_empty() {
        return;
    }
    out.say("comity-request-to-confirm", &[("count", &open.len().to_string())]);
    for (number, subject) in (1..).zip(request.version().to_clear()) {
        if open.contains(&subject) {
            report::subject(out, number, &subject, law);
        }
    }
    out.say("comity-request-confirm-how", &[("command", &request.command("confirm", case))]);
}

/// What comes next, and what to type for it.
pub fn next(out: &Out, case: CaseId, request: &Request) {
    let Some(step) = request.next_step() else { return };
    // What is sent under an agreement is on record by that.
    let (command, send) = (step.command(case, request), request.command("send", case));
    let open = request.open_steps().next().map_or("", |step| step.title_in(out.language()));
    let values = [("command", command.as_str()), ("send", &send), ("step", &shown_text(open))];
    out.say(&format!("comity-request-next-{}", step.code()), &values);
}

pub fn typist(case: CaseId, request: &Request) -> report::Typist {
    let own = request.side() == Side::Sender && request.issue.is_none();
    report::Typist { set: own.then(|| request.command("set", case)) }
}

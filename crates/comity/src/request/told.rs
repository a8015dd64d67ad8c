//! How a request is told: on one line, with its clocks, with what comes next.

use comity_casework::State;
use comity_casework::request::{RENEW_LEAD_DAYS, Request, TicketState, is_open};
use comity_law::Law;
use comity_record::CaseId;
use comity_request::life::Side;

use super::today;
use crate::case::shown as shown_text;
use crate::out::Out;
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

/// What runs out.
pub fn clocks(out: &Out, request: &Request) {
    let today = today();
    if let (Some(ticket), Some(state)) = (&request.life.ticket, request.ticket_state(today)) {
        let key = match state {
            TicketState::Lapsed => "comity-request-ticket-lapsed",
            TicketState::Renew => "comity-request-ticket-renew",
            TicketState::Runs => "comity-request-ticket-clock",
        };
        let values = [
            ("number", shown_text(&ticket.number)),
            ("until", ticket.kept_until.to_string()),
            ("days", ticket.days_left(today).to_string()),
            ("renew_by", ticket.renew_by(RENEW_LEAD_DAYS).to_string()),
        ];
        out.say(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    }
    if let Some(day) = request.deadline().filter(|_| is_open(request.life.stage)) {
        out.say("comity-request-deadline", &[("day", &day.to_string())]);
    }
    for question in &request.life.open_questions {
        out.say("comity-request-question", &[("question", &shown_text(question))]);
    }
    if request.life.status_owed {
        out.say("comity-request-status-owed", &[]);
    }
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
    out.say(&format!("comity-request-next-{}", step.code()), &[("command", &command), ("send", &send)]);
}

pub fn typist(case: CaseId, request: &Request) -> report::Typist {
    let own = request.side() == Side::Sender && request.issue.is_none();
    report::Typist { set: own.then(|| request.command("set", case)) }
}

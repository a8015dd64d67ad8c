//! How a request is told: on one line, with its clocks, with what comes next.

use comity_casework::request::{Request, is_open};
use comity_law::Day;
use comity_record::CaseId;
use comity_request::Value;
use comity_request::life::{Side, Stage};
use serde_json::{Value as Json, json};

use super::today;
use crate::case::shown as shown_text;
use crate::out::Out;
use crate::report;

/// Days before a ticket lapses from which its renewal is urged: a request for renewal takes a week to arrive where it
/// travels on paper, and as long to be granted.
const RENEW_LEAD_DAYS: u16 = 14;

/// A request in a list.
pub fn summary(case: CaseId, request: &Request) -> Json {
    let draft = &request.version().request.draft;
    let ticket = request.life.ticket.as_ref().map(|ticket| {
        json!({
            "number": ticket.number, "kept_until": ticket.kept_until, "days_left": ticket.days_left(today()),
            "renew_by": ticket.renew_by(RENEW_LEAD_DAYS),
        })
    });
    json!({
        "case": case, "request": request.id, "reference": request.reference(), "side": request.side(),
        "form": draft.form, "from": draft.question.from, "to": draft.question.to, "stage": request.life.stage,
        "version": request.version().request.number, "register_number": request.life.register_number,
        "open": is_open(request.life.stage), "ticket": ticket,
        "deadline": deadline(request), "status_owed": request.life.status_owed,
    })
}

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
    if let Some(ticket) = request.life.ticket.as_ref().filter(|_| is_open(request.life.stage)) {
        let left = ticket.days_left(today);
        let renew_by = ticket.renew_by(RENEW_LEAD_DAYS);
        let key = if ticket.has_lapsed(today) {
            "comity-request-ticket-lapsed"
        } else if today >= renew_by {
            "comity-request-ticket-renew"
        } else {
            "comity-request-ticket-clock"
        };
        let values = [
            ("number", shown_text(&ticket.number)),
            ("until", ticket.kept_until.to_string()),
            ("days", left.to_string()),
            ("renew_by", renew_by.to_string()),
        ];
        out.say(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    }
    if let Some(day) = deadline(request).filter(|_| is_open(request.life.stage)) {
        out.say("comity-request-deadline", &[("day", &day.to_string())]);
    }
    for question in &request.life.open_questions {
        out.say("comity-request-question", &[("question", &shown_text(question))]);
    }
    if request.life.status_owed {
        out.say("comity-request-status-owed", &[]);
    }
}

fn deadline(request: &Request) -> Option<Day> {
    match request.version().request.draft.value("deadline") {
        Some(Value::Date(day)) => Some(*day),
        _ => None,
    }
}

/// What a jurist must still speak on, with the number of each.
pub fn to_clear(out: &Out, case: CaseId, request: &Request) {
    let open = request.to_clear();
    if request.side() != Side::Sender || request.issue.is_some() || open.is_empty() {
        return;
    }
    out.say("comity-request-to-confirm", &[("count", &open.len().to_string())]);
    for (number, subject) in (1..).zip(request.version().to_clear()) {
        if open.contains(&subject) {
            report::subject(out, number, &subject);
        }
    }
    out.say("comity-request-confirm-how", &[("command", &typed("confirm", case, request))]);
}

/// What comes next, and what to type for it.
pub fn next(out: &Out, case: CaseId, request: &Request) {
    let command = |name: &str| typed(name, case, request);
    let say = |key: &str, command: String| out.say(key, &[("command", &command)]);
    let version = request.version();
    let complete = version.verdict().is_some_and(|verdict| verdict.errors == 0 && verdict.missing == 0);
    match (request.side(), request.life.stage) {
        (Side::Sender, Some(Stage::Drafted | Stage::Reviewed)) if !complete => {
            say("comity-request-next-fill", command("set"));
        }
        (Side::Sender, Some(Stage::Drafted)) => say("comity-request-next-review", command("review")),
        (Side::Sender, Some(Stage::Reviewed)) => {
            say("comity-request-next-propose", format!("{} --reason …", command("propose")));
        }
        (Side::Sender, Some(Stage::Approved)) if request.to_clear().is_empty() => {
            say("comity-request-next-issue", format!("{} --register-number … --out …", command("issue")));
        }
        (Side::Sender, Some(Stage::Issued)) => {
            let send = command("send");
            let record = format!("{} advance-copy-sent --channel …", command("record"));
            out.say("comity-request-next-send", &[("send", &send), ("command", &record)]);
        }
        (Side::Receiver, Some(Stage::AdvanceCopyReceived | Stage::OriginalReceived)) => {
            say("comity-request-next-acknowledge", format!("{} --out …", command("acknowledge")));
        }
        _ => {}
    }
}

/// How a command on a request is typed.
pub fn typed(name: &str, case: CaseId, request: &Request) -> String {
    format!("comity request {name} {case} {}", quoted(request.reference()))
}

pub fn typist(case: CaseId, request: &Request) -> report::Typist {
    let own = request.side() == Side::Sender && request.issue.is_none();
    report::Typist { set: own.then(|| typed("set", case, request)) }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=,:".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", shown_text(word).replace('\'', "'\\''"))
    }
}

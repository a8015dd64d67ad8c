//! What both doors tell of a request: what runs out, what an officer does next and how it is typed, and the whole of
//! it for programs.

use comity_law::Day;
use comity_record::CaseId;
use comity_request::life::{EventKind, Side, Stage};
use comity_request::{Authority, Value};
use serde_json::{Value as Json, json};

use super::fold::{Request, is_open};
use super::print::{DEADLINE, FROM, TO};

/// Days before a ticket lapses from which its renewal is urged: a request for renewal takes a week to arrive where it
/// travels on paper, and as long to be granted.
pub const RENEW_LEAD_DAYS: u16 = 14;

/// What an officer does next with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Fill what is missing.
    Fill,
    /// Have another officer review it.
    Review,
    /// Propose to issue it.
    Propose,
    /// Issue it.
    Issue,
    /// Send it, and say so.
    Send,
    /// Acknowledge it.
    Acknowledge,
}

impl NextStep {
    /// Every step.
    pub const ALL: &[Self] =
        &[Self::Fill, Self::Review, Self::Propose, Self::Issue, Self::Send, Self::Acknowledge];

    /// The stable name, with which the keys of its words end.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fill => "fill",
            Self::Review => "review",
            Self::Propose => "propose",
            Self::Issue => "issue",
            Self::Send => "send",
            Self::Acknowledge => "acknowledge",
        }
    }

    /// How the step is typed for a request of a case.
    pub fn command(self, case: CaseId, request: &Request) -> String {
        let (name, options) = match self {
            Self::Fill => ("set", ""),
            Self::Review => ("review", ""),
            Self::Propose => ("propose", " --reason …"),
            Self::Issue => ("issue", " --register-number … --out …"),
            Self::Send => ("record", " advance-copy-sent --channel …"),
            Self::Acknowledge => ("acknowledge", " --out …"),
        };
        format!("{}{options}", request.command(name, case))
    }
}

/// How urgent a preservation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketState {
    /// It runs.
    Runs,
    /// Renewal is to be asked for now.
    Renew,
    /// It has lapsed.
    Lapsed,
}

impl Request {
    /// What an officer does next, where it is this office's turn and one step stands out.
    pub fn next_step(&self) -> Option<NextStep> {
        let verdict = self.version().verdict();
        let complete = verdict.is_some_and(|verdict| verdict.errors == 0 && verdict.missing == 0);
        match (self.side(), self.life.stage?) {
            (Side::Sender, Stage::Drafted | Stage::Reviewed) if !complete => Some(NextStep::Fill),
            (Side::Sender, Stage::Drafted) => Some(NextStep::Review),
            (Side::Sender, Stage::Reviewed) => Some(NextStep::Propose),
            (Side::Sender, Stage::Approved) if self.to_clear().is_empty() => Some(NextStep::Issue),
            (Side::Sender, Stage::Issued) => Some(NextStep::Send),
            (Side::Receiver, Stage::AdvanceCopyReceived | Stage::OriginalReceived) => {
                Some(NextStep::Acknowledge)
            }
            _ => None,
        }
    }

    /// Until when an answer is asked for, if the request says so.
    pub fn deadline(&self) -> Option<Day> {
        match self.version().request.draft.value(DEADLINE) {
            Some(Value::Date(day)) => Some(*day),
            _ => None,
        }
    }

    /// The authority that asks, if the request names it.
    pub fn requesting_authority(&self) -> Option<&Authority> {
        self.authority(FROM)
    }

    /// The authority that is asked, if the request names it.
    pub fn requested_authority(&self) -> Option<&Authority> {
        self.authority(TO)
    }

    fn authority(&self, field: &str) -> Option<&Authority> {
        match self.version().request.draft.value(field) {
            Some(Value::Authority(authority)) => Some(authority),
            _ => None,
        }
    }

    /// How urgent the preservation is that the request led to; nothing where there is none, or nobody waits any more.
    pub fn ticket_state(&self, today: Day) -> Option<TicketState> {
        let ticket = self.life.ticket.as_ref().filter(|_| is_open(self.life.stage))?;
        Some(if ticket.has_lapsed(today) {
            TicketState::Lapsed
        } else if today >= ticket.renew_by(RENEW_LEAD_DAYS) {
            TicketState::Renew
        } else {
            TicketState::Runs
        })
    }

    /// How a command on the request is typed: `comity request NAME CASE REFERENCE`.
    pub fn command(&self, name: &str, case: CaseId) -> String {
        format!("comity request {name} {case} {}", quoted(self.reference()))
    }

    /// The request in a list, for programs.
    pub fn summary(&self, case: CaseId, today: Day) -> Json {
        let draft = &self.version().request.draft;
        let ticket = self.life.ticket.as_ref().map(|ticket| {
            json!({
                "number": ticket.number, "kept_until": ticket.kept_until, "days_left": ticket.days_left(today),
                "renew_by": ticket.renew_by(RENEW_LEAD_DAYS),
            })
        });
        json!({
            "case": case, "request": self.id, "reference": self.reference(), "side": self.side(),
            "form": draft.form, "from": draft.question.from, "to": draft.question.to, "stage": self.life.stage,
            "version": self.version().request.number, "register_number": self.life.register_number,
            "open": is_open(self.life.stage), "ticket": ticket,
            "deadline": self.deadline(), "status_owed": self.life.status_owed,
        })
    }

    /// The request with its versions, its life and what may happen next, for programs.
    pub fn told(&self, case: CaseId, today: Day) -> Json {
        let mut told = self.summary(case, today);
        let versions = self.versions.iter().map(|version| {
            json!({
                "entry": version.entry, "by": version.by, "act": version.act, "number": version.request.number,
                "digest": version.digest, "verdict": version.verdict(), "unreviewed": version.unreviewed,
            })
        });
        told["versions"] = versions.collect();
        told["draft"] = json!(self.version().request.draft);
        told["life"] = json!(self.life);
        told["to_confirm"] = json!(self.to_clear());
        told["confirmations"] = json!(self.clearance.words());
        let history = self.history.iter();
        told["history"] = history
            .map(|(entry, act, event)| {
                let further = self.is_further_answer(*entry);
                json!({ "entry": entry, "act": act, "event": event, "further": further })
            })
            .collect();
        told["next"] = self.life.allowed().map(EventKind::code).collect();
        told
    }
}

/// A word as a shell takes it. What would move the cursor of a terminal is a blank.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=,:".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        let shown: String = word.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        format!("'{}'", shown.replace('\'', "'\\''"))
    }
}

//! What both doors tell of a request: what runs out, what an officer does next and how it is typed, and the whole of
//! it for programs.

use comity_law::Day;
use comity_record::CaseId;
use comity_request::life::{EventKind, Side, Stage, next};
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
    /// Take the next step of the approval chain.
    Endorse,
    /// Issue it.
    Issue,
    /// Send it, and say so.
    Send,
    /// Acknowledge it.
    Acknowledge,
    /// Call back whoever asks, before data leaves.
    CallBack,
}

impl NextStep {
    /// Every step.
    pub const ALL: &[Self] = &[
        Self::Fill,
        Self::Review,
        Self::Propose,
        Self::Endorse,
        Self::Issue,
        Self::Send,
        Self::Acknowledge,
        Self::CallBack,
    ];

    /// The stable name, with which the keys of its words end.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fill => "fill",
            Self::Review => "review",
            Self::Propose => "propose",
            Self::Endorse => "endorse",
            Self::Issue => "issue",
            Self::Send => "send",
            Self::Acknowledge => "acknowledge",
            Self::CallBack => "call-back",
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
            Self::Endorse => ("endorse", " "),
            Self::CallBack => {
                ("record", " called-back --spoke-with … --number … --number-from … --confirmed yes")
            }
        };
        let step = request.open_steps().next().filter(|_| self == Self::Endorse);
        let outside = step.filter(|step| step.is_outside()).map_or("", |_| " --number … --day …");
        let step = step.map_or("", |step| &step.id);
        format!("{}{options}{step}{outside}", request.command(name, case))
    }
}

impl Request {
    /// What an officer does next, where it is this office's turn and one step stands out.
    pub fn next_step(&self) -> Option<NextStep> {
        if self.carried_over.is_some() {
            return None;
        }
        let verdict = self.version().verdict();
        let complete = verdict.is_some_and(|verdict| verdict.errors == 0 && verdict.missing == 0);
        match (self.side(), self.life.stage?) {
            (Side::Sender, Stage::Drafted | Stage::Reviewed) if !complete => Some(NextStep::Fill),
            (Side::Sender, Stage::Drafted) => Some(NextStep::Review),
            (Side::Sender, Stage::Reviewed) => Some(NextStep::Propose),
            (Side::Sender, Stage::Approved) if self.open_steps().next().is_some() => Some(NextStep::Endorse),
            (Side::Sender, Stage::Approved) if self.to_clear().is_empty() => Some(NextStep::Issue),
            (Side::Sender, Stage::Issued) => Some(NextStep::Send),
            (Side::Receiver, Stage::AdvanceCopyReceived | Stage::OriginalReceived) => {
                Some(NextStep::Acknowledge)
            }
            (Side::Receiver, stage) if self.call_back_due() && is_open(Some(stage)) => {
                Some(NextStep::CallBack)
            }
            _ => None,
        }
    }

    /// What may happen next, in the order of [`EventKind::ALL`]. In an emergency whoever asks is called back first: until
    /// then no data goes, and nothing is executed.
    pub fn may_happen(&self) -> impl Iterator<Item = EventKind> {
        let (side, stage, due) = (self.side(), self.life.stage, self.call_back_due());
        let awaited: Vec<_> = self.life.allowed().collect();
        let may = move |kind: &EventKind| match kind {
            EventKind::CalledBack => due && next(side, stage, *kind).is_some(),
            EventKind::ExecutedInPart | EventKind::Executed if due => false,
            kind => awaited.contains(kind),
        };
        EventKind::ALL.iter().copied().filter(may)
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
            "deadline": self.deadline(), "status_owed": self.life.status_owed.is_some(),
            "carried_over": self.carried_over,
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
        told["approvals"] = json!(self.version().approvals);
        told["open_steps"] = self.open_steps().map(|step| step.id.clone()).collect();
        told["emergency"] = json!(self.emergency);
        told["confirmations"] = json!(self.clearance.words());
        let history = self.history.iter();
        told["history"] = history
            .map(|(entry, act, event)| {
                let further = self.is_further_answer(*entry);
                json!({ "entry": entry, "act": act, "event": event, "further": further })
            })
            .collect();
        told["next"] = self.may_happen().map(EventKind::code).collect();
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

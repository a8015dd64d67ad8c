//! What a request waits for, until when, and by when an officer acts on it.
//!
//! All of it is computed from entries, the office's own calendar and the day of whoever looks, and nothing is stored: a
//! node that was off for a month tells on its first day what fell due meanwhile.

use std::sync::Arc;

use comity_law::Day;
use comity_record::CaseId;
use comity_request::life::{Side, Stage};
use comity_request::{Calendar, Value};
use comity_store::Store;
use jiff::ToSpan as _;
use serde::Serialize;

use super::fold::{Request, is_open};
use super::view::RENEW_LEAD_DAYS;
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;

/// Days before something falls due from which it is told among what is to be done now.
pub const SOON_DAYS: u16 = 7;
/// The measure whose data is asked for by another request, before the ticket lapses.
const PRESERVATION: &str = "preservation";

/// Declares what clocks there are, with their stable codes.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// What a request waits for. The words are the messages `request-clock-<code>`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        pub enum ClockKind { $($(#[$doc])* #[serde(rename = $code)] $name,)* }

        impl ClockKind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

kinds! {
    /// The answer that the request asks for.
    Reply = "reply",
    /// The preservation under a ticket ends.
    Ticket = "ticket",
    /// Nobody has asked yet for the data that is preserved under a ticket.
    FollowUp = "follow-up",
    /// A question that is not answered.
    Question = "question",
    /// Word how it stands, for which the sender asked.
    Status = "status",
    /// The acknowledgement of a request that came in.
    Acknowledge = "acknowledge",
    /// The call to whoever asks in an emergency.
    CallBack = "call-back",
    /// The signed and sealed original, after an advance copy.
    Original = "original",
    /// The day until which the request was put off.
    Resume = "resume",
    /// A word to the other side, which has said nothing for long.
    Remind = "remind",
}

/// How urgent it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// The day has passed.
    Overdue,
    /// It is to be acted on now.
    Now,
    /// It runs.
    Runs,
    /// It waits, and nobody has said until when.
    Waits,
}

impl Urgency {
    /// All, the most urgent first.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Now, Self::Runs, Self::Waits];

    /// The stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Now => "now",
            Self::Runs => "runs",
            Self::Waits => "waits",
        }
    }
}

/// One thing that a request waits for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Clock {
    /// How urgent it is.
    pub urgency: Urgency,
    /// The last working day of the office on which it can be acted on in time; none where it has no term.
    pub act_by: Option<Day>,
    /// The last day; none where nobody has said.
    pub due: Option<Day>,
    /// What it waits for.
    pub kind: ClockKind,
    /// The name of the question or the number of the ticket, or nothing.
    pub about: String,
    /// Since when it waits, where it is known.
    pub since: Option<Day>,
    /// Whether the other side has to act; else this office has.
    pub theirs: bool,
}

impl Clock {
    /// The keys of the messages that tell what it waits for (with `about`), and how urgently (with `act_by`, `due` and
    /// `since`).
    pub fn keys(&self) -> (String, String) {
        let side = if self.theirs { "theirs" } else { "ours" };
        (
            format!("request-clock-{}-{side}", self.kind.code()),
            format!("request-clock-{}", self.urgency.code()),
        )
    }

    /// Every pair of a kind and of whether the other side has to act, with the key of its message.
    pub fn all_keys() -> impl Iterator<Item = String> {
        use ClockKind::{Original, Question, Reply, Resume, Status, Ticket};
        let either = |kind: ClockKind| matches!(kind, Reply | Ticket | Question | Status | Original | Resume);
        let kinds = ClockKind::ALL.iter().flat_map(move |kind| {
            let theirs = either(*kind).then(|| format!("request-clock-{}-theirs", kind.code()));
            std::iter::once(format!("request-clock-{}-ours", kind.code())).chain(theirs)
        });
        kinds.chain(Urgency::ALL.iter().map(|urgency| format!("request-clock-{}", urgency.code())))
    }

    /// The days of the message, as they are written.
    pub fn days(&self) -> [(&'static str, String); 3] {
        let written = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        [("act_by", written(self.act_by)), ("due", written(self.due)), ("since", written(self.since))]
    }
}

impl Request {
    /// What the request waits for, the most urgent first. `followed` says whether a ticket of that number is cited by a
    /// request of the case.
    pub fn clocks(&self, today: Day, calendar: &Calendar, followed: impl Fn(&str) -> bool) -> Vec<Clock> {
        // What is preserved outlives the answer that it is: executed, and kept until a day.
        let ended = !is_open(self.life.stage);
        let kept = self.life.stage == Some(Stage::Executed)
            && self.life.ticket.as_ref().is_some_and(|ticket| !ticket.has_lapsed(today));
        if ended && !kept {
            return vec![];
        }
        let ours = self.side() == Side::Receiver;
        let (terms, life) = (calendar.terms(), &self.life);
        let clock = |kind, about: &str, since, due: Option<Day>, lead: u16, theirs| {
            let act_by = due.map(|due| calendar.act_by(earlier(due, lead)));
            let urgency = match (due, act_by) {
                (Some(due), _) if due < today => Urgency::Overdue,
                (_, Some(act_by)) if earlier(act_by, SOON_DAYS) <= today => Urgency::Now,
                (Some(_), _) => Urgency::Runs,
                (None, _) => Urgency::Waits,
            };
            Clock { urgency, act_by, due, kind, about: about.to_owned(), since, theirs }
        };
        let within = |since: Option<Day>, term: Option<u16>| calendar.after(since?, term?);
        let mut clocks = vec![];
        if let Some(due) = self.deadline().filter(|_| ours || life.stage.is_some_and(is_under_way)) {
            clocks.push(clock(ClockKind::Reply, "", None, Some(due), 0, !ours));
        }
        if let Some(ticket) = &life.ticket {
            let (given, until) = (Some(ticket.given), Some(ticket.kept_until));
            clocks.push(clock(ClockKind::Ticket, &ticket.number, given, until, RENEW_LEAD_DAYS, ours));
            let preserves = self.version().request.draft.question.measure == PRESERVATION;
            if !ours && preserves && !followed(&ticket.number) {
                clocks.push(clock(ClockKind::FollowUp, &ticket.number, given, until, RENEW_LEAD_DAYS, false));
            }
        }
        for question in &life.open_questions {
            let since = life.questions.get(question).copied();
            clocks.push(clock(ClockKind::Question, question, since, within(since, terms.answer), 0, ours));
        }
        if life.status_owed.is_some() {
            let since = life.status_owed;
            clocks.push(clock(ClockKind::Status, "", since, within(since, terms.answer), 0, !ours));
        }
        let first = life.days.map(|(first, _)| first);
        if matches!(life.stage, Some(Stage::AdvanceCopyReceived | Stage::OriginalReceived)) && ours {
            let due = within(first, terms.acknowledge);
            clocks.push(clock(ClockKind::Acknowledge, "", first, due, 0, false));
        }
        if self.call_back_due() {
            // An emergency has no term: it is now.
            clocks.push(clock(ClockKind::CallBack, "", first, Some(today), 0, false));
        }
        if let Some(copy) = life.paper.advance_copy {
            let arrived = if ours {
                life.paper.original_received.is_some()
            } else {
                life.paper.original_dispatched.is_some() || life.paper.original_received.is_some()
            };
            if !arrived {
                let due = within(Some(copy), terms.original);
                clocks.push(clock(ClockKind::Original, "", Some(copy), due, 0, ours));
            }
        }
        if let Some(until) = life.postponed_until.filter(|_| life.stage == Some(Stage::Postponed)) {
            clocks.push(clock(ClockKind::Resume, "", None, Some(until), 0, !ours));
        }
        // Days that the other side tells are its own; silence is not counted from one that is yet to come.
        let told = self.history.last().map(|(_, act, _)| act.local_day());
        let silent = life.days.map(|(_, last)| told.map_or(last, |told| last.min(told)));
        if !ours
            && life.stage.is_some_and(|stage| is_under_way(stage) && stage != Stage::Questioned)
            && let Some(due) = within(silent, terms.remind)
        {
            clocks.push(clock(ClockKind::Remind, "", silent, Some(due), 0, false));
        }
        if ended {
            clocks.retain(|clock| matches!(clock.kind, ClockKind::Ticket | ClockKind::FollowUp));
        }
        clocks.sort();
        clocks
    }
}

/// What a request of a case waits for.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The case.
    pub case: CaseId,
    /// The request.
    pub request: Arc<Request>,
    /// One thing.
    pub clock: Clock,
}

impl<S: Store> Casework<S> {
    /// What the requests of all cases wait for that the officer may read, or of one, the most urgent first.
    ///
    /// # Errors
    /// Fails for a case that the officer may not read, and when the practice of the office cannot be read.
    pub fn clocks(
        &self,
        session: &Session,
        case: Option<CaseId>,
        today: Day,
    ) -> Result<Vec<Waiting>, CaseworkError> {
        let cases = match case {
            Some(case) => vec![case],
            None => self.cases(session)?.into_iter().map(|row| row.case).collect(),
        };
        let calendar = self.calendar(session)?;
        let mut waiting = vec![];
        for case in cases {
            let requests = self.requests(session, case)?;
            for request in &requests {
                let clocks = request.clocks(today, &calendar, |ticket| is_followed(&requests, ticket));
                let request = |clock| Waiting { case, request: Arc::clone(request), clock };
                waiting.extend(clocks.into_iter().map(request));
            }
        }
        waiting.sort_by(|a, b| (&a.clock, a.request.id).cmp(&(&b.clock, b.request.id)));
        Ok(waiting)
    }

    /// The calendar of the office; every day is a working day where it has not said anything.
    ///
    /// # Errors
    /// Fails when the practice of the office cannot be read.
    pub fn calendar(&self, session: &Session) -> Result<Calendar, CaseworkError> {
        let state = self.state();
        let practice = self.packs.practice(state.office(session.office())?)?;
        Ok(practice.map(|practice| practice.calendar().clone()).unwrap_or_default())
    }
}

/// Whether an own request of the case asks for the data of a ticket.
pub fn is_followed(requests: &[Arc<Request>], ticket: &str) -> bool {
    let cites = |request: &Arc<Request>| {
        let values = request.version().request.draft.values.values().flat_map(Value::each);
        // A renewal cites the ticket too, and asks for no data.
        request.side() == Side::Sender
            && request.issue.is_some()
            && request.version().request.draft.question.measure != PRESERVATION
            && values.into_iter().any(|value| matches!(value, Value::Ticket(cited) if cited.number == ticket))
    };
    requests.iter().any(cites)
}

/// Whether the request is with the other side.
fn is_under_way(stage: Stage) -> bool {
    !matches!(stage, Stage::Drafted | Stage::Reviewed | Stage::Approved | Stage::Issued)
}

/// So many days earlier; the first day of the calendar where there is none.
fn earlier(day: Day, days: u16) -> Day {
    day.checked_sub(i32::from(days).days()).unwrap_or(Day::MIN)
}

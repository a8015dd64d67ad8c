//! The life of a request, on the sender's side and on the receiver's: a fold of typed events by one table.

mod event;
mod table;

use std::collections::BTreeMap;

use comity_record::{Amount, Coded, Sha256Digest};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use event::{BorneBy, Event, EventKind, Ground, Stage};
pub use table::{Next, RECEIVER, SENDER, Transition, next};

use crate::ticket::Ticket;

/// Letters of one text in an event: a reason, a question.
pub const MAX_EVENT_CHARS: usize = 20_000;
/// Events of one request; one that has more is several requests.
pub const MAX_EVENTS: usize = 10_000;

/// Whose life of the request it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The office that asks.
    Sender,
    /// The office that is asked.
    Receiver,
}

/// An event that cannot follow.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LifeError {
    /// Not an event that this version knows.
    #[error("not an event of a request: {0}")]
    Unknown(String),
    /// The table does not allow it.
    #[error("{event} cannot follow {stage} on the side of the {side}")]
    Illegal {
        /// Whose life.
        side: &'static str,
        /// Where the request stands; `nothing` before its first event.
        stage: &'static str,
        /// What was to happen.
        event: &'static str,
    },
    /// Refused or put off without a reason: reasons are due (UNCAC article 46(23), UNTOC article 18(23)).
    #[error("{0} needs reasons")]
    ReasonsMissing(&'static str),
    /// A text that must be there is blank.
    #[error("{0} lacks a text that must be there")]
    TextMissing(&'static str),
    /// A text is over [`MAX_EVENT_CHARS`].
    #[error("{0} holds a text longer than {MAX_EVENT_CHARS} letters")]
    TooLong(&'static str),
    /// Another version than the one that was written, reviewed or approved before.
    #[error("{0} is about another version")]
    OtherVersion(&'static str),
    /// The answer is to a question that is not open, or the question was asked before.
    #[error("there is no open question {0:?}, or it was asked before")]
    Question(String),
    /// The step of the approval chain was taken for this version already.
    #[error("the step {0:?} was taken for this version already")]
    Endorsed(String),
    /// There is no ticket to renew, or there is one already.
    #[error("the ticket does not fit: {0}")]
    Ticket(String),
    /// More than [`MAX_EVENTS`] events.
    #[error("a request has more than {MAX_EVENTS} events")]
    TooMany,
}

impl Coded for LifeError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "request-life-unknown",
            Self::Illegal { .. } => "request-life-illegal",
            Self::ReasonsMissing(_) => "request-life-reasons-missing",
            Self::TextMissing(_) => "request-life-text-missing",
            Self::TooLong(_) => "request-life-too-long",
            Self::OtherVersion(_) => "request-life-other-version",
            Self::Question(_) => "request-life-question",
            Self::Endorsed(_) => "request-life-endorsed",
            Self::Ticket(_) => "request-life-ticket",
            Self::TooMany => "request-life-too-many",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unknown(cause) | Self::Ticket(cause) => vec![("cause", cause.clone())],
            Self::Illegal { side, stage, event } => {
                vec![("side", (*side).into()), ("stage", (*stage).into()), ("event", (*event).into())]
            }
            Self::ReasonsMissing(event)
            | Self::TextMissing(event)
            | Self::TooLong(event)
            | Self::OtherVersion(event) => vec![("event", (*event).into())],
            Self::Question(question) => vec![("question", question.chars().take(80).collect())],
            Self::Endorsed(step) => vec![("step", step.chars().take(80).collect())],
            Self::TooMany => vec![("most", MAX_EVENTS.to_string())],
        }
    }
}

/// What happened to the paper. An advance copy is not the original, and neither stands for the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// When an advance copy was sent or received.
    pub advance_copy: Option<Date>,
    /// When the original was dispatched, with the numbers of the note and of the courier.
    pub original_dispatched: Option<Dispatch>,
    /// When the original was received.
    pub original_received: Option<Date>,
    /// SHA-256 of the scan of the signed original.
    pub scan: Option<Sha256Digest>,
    /// A national electronic signature that was kept. This program does not check it, and says so.
    pub unchecked_signature: Option<KeptSignature>,
}

/// How the original travels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispatch {
    /// When it left.
    pub day: Date,
    /// The number of the covering note.
    pub note_number: String,
    /// The number of the courier or bag.
    pub courier_number: String,
}

/// A signature file that was kept and not checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptSignature {
    /// SHA-256 of the file.
    pub sha256: Sha256Digest,
    /// What it says it is.
    pub format: String,
}

/// A cost of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// When it arose.
    pub day: Date,
    /// For what.
    pub what: String,
    /// How much.
    pub amount: Amount,
    /// Who bears it.
    pub borne_by: BorneBy,
}

/// Evidence that went back to whom it belongs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// When.
    pub day: Date,
    /// What.
    pub what: String,
    /// The number of the receipt, or nothing.
    pub number: String,
}

/// Where a request stands, folded from its events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Life {
    /// Whose life.
    pub side: Side,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// The version in force: the last one written, or the one received.
    pub version: Option<Sha256Digest>,
    /// The own register number.
    pub register_number: String,
    /// The reference that the other side gave.
    pub their_reference: String,
    /// The paper.
    pub paper: Paper,
    /// Questions that nobody has answered.
    pub open_questions: Vec<String>,
    /// All questions that were asked, each with its day.
    pub questions: BTreeMap<String, Date>,
    /// The office that executes it.
    pub assigned_to: String,
    /// The reasons of the last refusal or postponement.
    pub reasons: Vec<Ground>,
    /// The steps of the approval chain that were taken for the version in force, in order.
    pub endorsed: Vec<String>,
    /// What the last call to the authority that asks found: whether it confirmed the request. None where nobody called.
    pub called_back: Option<bool>,
    /// What it cost.
    pub costs: Vec<Cost>,
    /// Evidence that went back.
    pub returned: Vec<Return>,
    /// Digests of what came of it.
    pub results: Vec<Sha256Digest>,
    /// The preservation that it led to.
    pub ticket: Option<Ticket>,
    /// Until when it was put off, if that was said.
    pub postponed_until: Option<Date>,
    /// Since when the sender waits for word how it stands.
    pub status_owed: Option<Date>,
    /// The first and the last day of which an event tells.
    pub days: Option<(Date, Date)>,
    /// Events so far.
    pub events: usize,
}

/// Folds events from the beginning.
///
/// # Errors
/// Fails at the first event that cannot follow; nothing of it is kept.
pub fn fold<'e>(side: Side, events: impl IntoIterator<Item = &'e Event>) -> Result<Life, LifeError> {
    let mut life = Life::begin(side);
    for event in events {
        life.apply(event)?;
    }
    Ok(life)
}

impl Life {
    /// A request to which nothing has happened.
    pub fn begin(side: Side) -> Self {
        Self {
            side,
            stage: None,
            version: None,
            register_number: String::new(),
            their_reference: String::new(),
            paper: Paper::default(),
            open_questions: vec![],
            questions: BTreeMap::new(),
            assigned_to: String::new(),
            reasons: vec![],
            endorsed: vec![],
            called_back: None,
            costs: vec![],
            returned: vec![],
            results: vec![],
            ticket: None,
            postponed_until: None,
            status_owed: None,
            days: None,
            events: 0,
        }
    }

    /// The kinds of event that are looked for next, in the order of [`EventKind::ALL`]. What comes late
    /// ([`Next::Late`]) can be put on record beside them.
    pub fn allowed(&self) -> impl Iterator<Item = EventKind> {
        let (side, stage) = (self.side, self.stage);
        let awaited =
            move |kind: &EventKind| matches!(next(side, stage, *kind), Some(Next::To(_) | Next::Stay));
        EventKind::ALL.iter().copied().filter(awaited)
    }

    /// Lets an event happen. On an error nothing has changed.
    ///
    /// # Errors
    /// Says why the event cannot follow.
    pub fn apply(&mut self, event: &Event) -> Result<(), LifeError> {
        let kind = event.kind();
        if self.events >= MAX_EVENTS {
            return Err(LifeError::TooMany);
        }
        let next = next(self.side, self.stage, kind).ok_or(LifeError::Illegal {
            side: match self.side {
                Side::Sender => "sender",
                Side::Receiver => "receiver",
            },
            stage: self.stage.map_or("nothing", Stage::code),
            event: kind.code(),
        })?;
        check_texts(event)?;
        // A first draft, a revision and a first receipt bring a version; everything else speaks of that one.
        let brings = matches!(kind, EventKind::Drafted | EventKind::Revised) || self.version.is_none();
        if event.version().is_some_and(|v| !brings && self.version != Some(v)) {
            return Err(LifeError::OtherVersion(kind.code()));
        }
        let mut after = self.clone();
        after.take(event)?;
        if let Some(version) = event.version() {
            after.version = Some(version);
        }
        after.stage = match next {
            Next::Stay | Next::Late => self.stage,
            // One answer of several leaves the request questioned.
            Next::To(Stage::Answered) if !after.open_questions.is_empty() => Some(Stage::Questioned),
            Next::To(stage) => Some(stage),
        };
        if let Some(day) = event.day() {
            after.days = Some(after.days.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        }
        after.events += 1;
        *self = after;
        Ok(())
    }

    /// What an event brings beside the stage.
    fn take(&mut self, event: &Event) -> Result<(), LifeError> {
        let ticket = |e: crate::ticket::TicketError| LifeError::Ticket(e.to_string());
        match event {
            Event::Issued { register_number, .. } => self.register_number.clone_from(register_number),
            Event::AdvanceCopySent { day, .. } => self.paper.advance_copy = Some(*day),
            Event::AdvanceCopyReceived { day, register_number, .. } => {
                self.paper.advance_copy = Some(*day);
                self.register_number.clone_from(register_number);
            }
            Event::OriginalDispatched { day, note_number, courier_number } => {
                self.paper.original_dispatched = Some(Dispatch {
                    day: *day,
                    note_number: note_number.clone(),
                    courier_number: courier_number.clone(),
                });
            }
            Event::OriginalReceived { day, register_number, .. } => {
                self.paper.original_received = Some(*day);
                let number = if self.side == Side::Sender {
                    &mut self.their_reference
                } else {
                    &mut self.register_number
                };
                if !register_number.is_empty() {
                    number.clone_from(register_number);
                }
            }
            Event::OriginalScanned { sha256 } => self.paper.scan = Some(*sha256),
            Event::SignatureKept { sha256, format } => {
                self.paper.unchecked_signature =
                    Some(KeptSignature { sha256: *sha256, format: format.clone() });
            }
            Event::Acknowledged { reference, .. } => self.their_reference.clone_from(reference),
            Event::Questioned { question, day, .. } => {
                if self.questions.contains_key(question) {
                    return Err(LifeError::Question(question.clone()));
                }
                self.questions.insert(question.clone(), *day);
                self.open_questions.push(question.clone());
            }
            Event::Answered { question, .. } => {
                let open = self.open_questions.iter().position(|q| q == question);
                self.open_questions.remove(open.ok_or_else(|| LifeError::Question(question.clone()))?);
            }
            // Another version, or a second look at this one, begins the chain again.
            Event::Revised { .. } | Event::SentBack { .. } => self.endorsed.clear(),
            Event::Endorsed { step, .. } => {
                if self.endorsed.contains(step) {
                    return Err(LifeError::Endorsed(step.clone()));
                }
                self.endorsed.push(step.clone());
            }
            Event::CalledBack { confirmed, .. } => self.called_back = Some(*confirmed),
            Event::CostNoted { day, what, amount, borne_by } => {
                let (what, amount, borne_by) = (what.clone(), *amount, *borne_by);
                self.costs.push(Cost { day: *day, what, amount, borne_by });
            }
            Event::EvidenceReturned { day, what, number } => {
                self.returned.push(Return { day: *day, what: what.clone(), number: number.clone() });
            }
            Event::Assigned { office, .. } => self.assigned_to.clone_from(office),
            Event::ExecutedInPart { result, .. } | Event::Executed { result, .. } => {
                self.results.extend(result);
            }
            Event::Postponed { reasons, until, .. } => {
                self.reasons.clone_from(reasons);
                self.postponed_until = *until;
            }
            Event::Refused { reasons, .. } => self.reasons.clone_from(reasons),
            Event::StatusAsked { day } => self.status_owed = self.status_owed.or(Some(*day)),
            Event::StatusGiven { .. } => self.status_owed = None,
            Event::TicketGiven { number, day, keep_days } => {
                if self.ticket.is_some() {
                    return Err(LifeError::Ticket("there is one already".to_owned()));
                }
                self.ticket = Some(Ticket::give(number, *day, *keep_days).map_err(ticket)?);
            }
            Event::TicketRenewed { day, keep_days } => {
                let held =
                    self.ticket.as_ref().ok_or_else(|| LifeError::Ticket("there is none".to_owned()))?;
                self.ticket = Some(held.renew(*day, *keep_days).map_err(ticket)?);
            }
            _ => {}
        }
        Ok(())
    }
}

fn check_texts(event: &Event) -> Result<(), LifeError> {
    let kind = event.kind();
    let (must, may) = event.texts();
    let reasons = matches!(kind, EventKind::Refused | EventKind::Postponed);
    let blank = must.iter().any(|text| text.trim().is_empty());
    if reasons && (must.is_empty() || blank) {
        return Err(LifeError::ReasonsMissing(kind.code()));
    }
    if blank {
        return Err(LifeError::TextMissing(kind.code()));
    }
    if must.into_iter().chain(may).any(|text| text.chars().count() > MAX_EVENT_CHARS) {
        return Err(LifeError::TooLong(kind.code()));
    }
    Ok(())
}

//! What an officer puts on record of a request has happened: not later than now, not before there was the request, and
//! under a number of the office's register that no other request bears.
//!
//! The commands check this, and the fold does not: what was recorded once stays readable, and what the other side tells
//! under an agreement is taken as it says it.

use comity_record::{CaseId, Country, is_bidi_control};
use comity_request::life::{Event, EventKind, Side, Stage};
use comity_store::Store;
use jiff::civil::Date;
use serde::Serialize;

use comity_request::RequestVersion;

use super::error::RequestError;
use super::fold::Request;
use crate::casework::{Casework, Session, With};
use crate::error::CaseworkError;
use crate::refusal;

/// A request of the office, by the case in which it lies and the reference that is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OtherRequest {
    /// The case.
    pub case: CaseId,
    /// The reference.
    pub reference: String,
}

impl<S: Store> Casework<S> {
    /// Refuses an event that cannot have happened yet, that is said to be from before the request, or that gives the
    /// request a number of the register which another one bears.
    pub(crate) fn happened(
        &self,
        session: &Session,
        request: &Request,
        event: &Event,
        with: &With,
    ) -> Result<(), CaseworkError> {
        with.act.iter().try_for_each(|act| self.has_been(act))?;
        if let Some(day) = event.day() {
            self.has_begun(day)?;
            not_before(request, event.kind(), day)?;
        }
        match event {
            Event::AdvanceCopyReceived { register_number, .. }
            | Event::OriginalReceived { register_number, .. }
                // A copy that comes without a number of its own is filed under the one that is there.
                if request.side() == Side::Receiver && !register_number.trim().is_empty() =>
            {
                self.number_is_free(session, Some(request), Side::Receiver, register_number)
            }
            _ => Ok(()),
        }
    }

    /// Refuses a number of the outgoing or of the incoming register that another request of the office bears: by its
    /// number a letter is found. The two registers are counted apart.
    pub(super) fn number_is_free(
        &self,
        session: &Session,
        request: Option<&Request>,
        side: Side,
        number: &str,
    ) -> Result<(), CaseworkError> {
        refusal::name("register number", number)?;
        if number.trim().contains(hides) {
            return Err(RequestError::NumberHides(number.escape_unicode().to_string()).into());
        }
        let state = self.state();
        for case in state.cases().filter(|case| case.office == session.office()) {
            let others = case.requests.iter().filter(|other| request.is_none_or(|own| own.id != other.id));
            if let Some(other) = { others }.find(|other| other.side() == side && other.bears(number)) {
                if self.may_read(session, case.id).is_err() {
                    let number = number.trim().to_owned();
                    return Err(RequestError::NumberTakenElsewhere { number }.into());
                }
                let (number, reference) = (number.trim().to_owned(), other.reference().to_owned());
                return Err(RequestError::NumberTaken { number, case: case.id, reference }.into());
            }
        }
        Ok(())
    }

    /// The requests with the same State, among those that the officer may read, for which the other side gave the number
    /// that it gave for this one. What it counts is not ours to refuse: it may be a second copy, or a slip there.
    pub fn same_number_of_other_side(&self, session: &Session, request: &Request) -> Vec<OtherRequest> {
        let Some(number) = number_of_other_side(request) else { return vec![] };
        let state = self.state();
        let readable = state.cases().filter(|case| self.may_read(session, case.id).is_ok());
        let all = readable.flat_map(|case| case.requests.iter().map(|other| (case.id, other)));
        let same = all.filter(|(_, other)| {
            other.id != request.id
                && (other.side(), other_state(other)) == (request.side(), other_state(request))
                && number_of_other_side(other) == Some(number)
        });
        same.map(|(case, other)| OtherRequest { case, reference: other.reference().to_owned() }).collect()
    }
}

/// Whether a sign does not show: two numbers that differ in it alone are one number to whoever reads them.
fn hides(c: char) -> bool {
    // Soft hyphen, zero widths and joiners, invisible operators, byte order mark.
    let invisible = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}');
    c.is_control() || invisible || is_bidi_control(c)
}

/// Refuses a day on which the request was not there yet.
fn not_before(request: &Request, kind: EventKind, day: Date) -> Result<(), RequestError> {
    let reached = |stage: Option<Stage>| {
        request.reached.iter().find(|reached| stage.is_none_or(|stage| reached.stage == stage))?.day
    };
    match request.side() {
        Side::Sender => {
            // What is not issued can be closed, and nothing else happens to it on a day of its own.
            let Some(issued) = reached(Some(Stage::Issued)) else { return Ok(()) };
            // West of here it may still be the day before: to an act of the other side that day is granted, and no more.
            let before = issued.yesterday().unwrap_or(issued);
            let first = if is_ours(kind) { issued } else { before };
            if day < first { Err(RequestError::BeforeIssue { day, issued }) } else { Ok(()) }
        }
        Side::Receiver => {
            // The letters of the asking side cross, and its copies come in one after the other: what it did, and what else
            // came in, may be older than what came in first.
            let crosses = matches!(
                kind,
                EventKind::AdvanceCopyReceived
                    | EventKind::OriginalReceived
                    | EventKind::Withdrawn
                    | EventKind::StatusAsked
            );
            match reached(None) {
                Some(received) if day < received && !crosses => {
                    Err(RequestError::BeforeReceipt { day, received })
                }
                _ => not_before_question(&request.version().request, day),
            }
        }
    }
}

/// Refuses a day before the one for which the asking side asked the law: the request was not written then. East of here
/// it may have been the next day already.
pub(super) fn not_before_question(version: &RequestVersion, day: Date) -> Result<(), RequestError> {
    let asked = version.draft.question.on;
    let first = asked.yesterday().unwrap_or(asked);
    if day < first { Err(RequestError::BeforeIssue { day, issued: asked }) } else { Ok(()) }
}

/// Whether the asking side does it, where it is on record of its own request.
fn is_ours(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::AdvanceCopySent
            | EventKind::OriginalDispatched
            | EventKind::Answered
            | EventKind::StatusAsked
            | EventKind::Withdrawn
            | EventKind::EvidenceReturned
            | EventKind::Closed
    )
}

/// The number under which the other side keeps a request, if it gave one.
fn number_of_other_side(request: &Request) -> Option<&str> {
    let number = match request.side() {
        Side::Sender => &request.life.their_reference,
        Side::Receiver => request.reference(),
    };
    Some(number.trim()).filter(|number| !number.is_empty())
}

/// The State of the other side.
fn other_state(request: &Request) -> Country {
    let question = &request.version().request.draft.question;
    if request.side() == Side::Sender { question.to } else { question.from }
}

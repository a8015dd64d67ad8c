//! A machine-readable twin that comes back from an office without a node: a draft that was edited there, or the answer to
//! a request.

use comity_record::{CaseId, EntryId};
use comity_request::life::{Event, Ground, Side};
use comity_request::{Draft, RequestTwin, Value, changes};
use comity_store::Store;

use super::body::RequestRecorded;
use super::desk::{PDF_TYPE, TWIN_TYPE, about};
use super::edit::Edited;
use super::error::RequestError;
use super::fold::Request;
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::Refusal;

/// The name of the attachment that holds the twin of an answer.
pub const ANSWER_TWIN: &str = "answer.json";
/// The name of the attachment that holds the paper from which the twin of an answer was taken.
pub const ANSWER_PAPER: &str = "answer.pdf";
/// The form in which a request is answered.
const ANSWER: &str = "answer";
/// The form's field that names the request.
const ANSWERED: &str = "parent";

/// What a twin says of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imported {
    /// Other values for its fields.
    Edited(Edited),
    /// What the other side did: an answer in full or in part, a refusal, a postponement.
    Answer(Event),
}

impl<S: Store> Casework<S> {
    /// Reads a twin that came back, and says what it has to do with a request.
    ///
    /// # Errors
    /// Fails for a twin that was damaged, and for one of another request.
    pub fn read_twin(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        twin: &[u8],
    ) -> Result<Imported, CaseworkError> {
        let twin = RequestTwin::from_bytes(twin).map_err(RequestError::from)?;
        if twin.request.draft.form == ANSWER {
            let known = self.request(session, case, request)?;
            return Ok(Imported::Answer(answer(&known, &twin.request.draft)?));
        }
        Ok(Imported::Edited(edited(&*self.written(session, case, request)?, &twin)?))
    }

    /// Records an answer that came back, with its twin and the paper in which it lay attached.
    ///
    /// # Errors
    /// As [`Casework::read_twin`], and where the answer cannot follow on where the request stands.
    pub async fn record_answer(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        (twin, paper): (&[u8], Option<&[u8]>),
        with: With,
    ) -> Result<Receipt, CaseworkError> {
        let Imported::Answer(event) = self.read_twin(session, case, request, twin)? else {
            return Err(RequestError::NoAnswer.into());
        };
        let _numbers = self.numbers.lock().await;
        let known = self.request(session, case, request)?;
        self.happened(session, &known, &event, &with)?;
        known.after(&event).map_err(Refusal::from)?;
        let mut with = about(request, with);
        with.files.push(self.keep_bytes(case, ANSWER_TWIN, TWIN_TYPE, twin).await?);
        if let Some(paper) = paper {
            with.files.push(self.keep_bytes(case, ANSWER_PAPER, PDF_TYPE, paper).await?);
        }
        self.record(session, case, &RequestRecorded { event }, with).await
    }
}

/// What an edited twin changes: from the version that it was made of, if that is kept here, or else from the last one.
fn edited(known: &Request, twin: &RequestTwin) -> Result<Edited, RequestError> {
    // A twin that nobody changed is a version that is kept, and the one after that which it names as before it.
    let kept = |digest| known.versions.iter().find(|version| Some(version.digest) == digest);
    let made_of = kept(Some(twin.digest)).or_else(|| kept(twin.request.previous));
    let version = made_of.map_or(known.version(), AsRef::as_ref);
    let (ours, theirs) = (&version.request.draft, &twin.request.draft);
    let same_request = twin.request.reference == version.request.reference
        && (&ours.form, ours.question.from, ours.question.to, ours.exercise)
            == (&theirs.form, theirs.question.from, theirs.question.to, theirs.exercise);
    if !same_request {
        return Err(RequestError::EditOfOther);
    }
    let outside = (&ours.cited, &ours.language, &ours.translation)
        != (&theirs.cited, &theirs.language, &theirs.translation);
    Ok(Edited { version: version.request.number, changes: changes(ours, theirs), lost: vec![], outside })
}

/// What an answer tells of the request that it names.
fn answer(known: &Request, draft: &Draft) -> Result<Event, RequestError> {
    let text = |field: &str| match draft.value(field) {
        Some(Value::Text(text) | Value::Choice(text)) => text.clone(),
        _ => String::new(),
    };
    let asked = &known.version().request.draft;
    let named = text(ANSWERED);
    let numbers = [known.reference(), &known.life.register_number];
    let names_it = numbers.iter().any(|number| !number.is_empty() && names(&named, number));
    let (from, to) = (draft.question.from, draft.question.to);
    let of_other_side = (from, to) == (asked.question.to, asked.question.from);
    if known.side() != Side::Sender || !names_it || !of_other_side || draft.exercise != asked.exercise {
        return Err(RequestError::AnswerOfOther(named));
    }
    let day = draft.question.on;
    let reasons = |field: &str| {
        let reasons = draft.value(field).map(Value::each).unwrap_or_default().iter();
        let reason = |value: &Value| match value {
            Value::Text(text) => {
                Some(Ground { ground: String::new(), provision: String::new(), text: text.clone() })
            }
            _ => None,
        };
        reasons.filter_map(reason).collect::<Vec<_>>()
    };
    let until = match draft.value("postponed_until") {
        Some(Value::Date(day)) => Some(*day),
        _ => None,
    };
    match text("answer_kind").as_str() {
        "answered-in-full" => Ok(Event::Executed { day, what: text("result"), result: None }),
        "answered-in-part" => {
            let (what, outstanding) = (text("result_in_part"), text("open_part"));
            Ok(Event::ExecutedInPart { day, what, outstanding, result: None })
        }
        "refused" => Ok(Event::Refused { day, reasons: reasons("refusal_reasons") }),
        "postponed" => Ok(Event::Postponed { day, reasons: reasons("postponement_reasons"), until }),
        other => Err(RequestError::AnswerUnclear(other.to_owned())),
    }
}

/// Whether a text names a number as a word of its own: 2026/1 is not named by 2026/17.
fn names(text: &str, number: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !"/-".contains(c));
    text.match_indices(number)
        .any(|(at, _)| edge(text[..at].chars().next_back()) && edge(text[at + number.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_number_is_named_by_itself_and_not_by_a_longer_one() {
        for text in ["OUT-2026/1", "Request No. OUT-2026/1 of 3 March", "№OUT-2026/1, KZ-7", "(OUT-2026/1)."]
        {
            assert!(names(text, "OUT-2026/1"), "{text}");
        }
        for text in ["", "OUT-2026/17", "XOUT-2026/1", "OUT-2026/1-2", "OUT-2026/1/3"] {
            assert!(!names(text, "OUT-2026/1"), "{text}");
        }
    }
}

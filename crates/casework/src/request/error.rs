//! Why a step of a request is not taken.

use comity_document::RenderError;
use comity_law::{LawPackError, QuestionError};
use comity_messages::CatalogueError;
use comity_record::sign::SignError;
use comity_record::{CaseId, Coded, Country, EntryId, Language};
use comity_request::life::LifeError;
use comity_request::plain::PlainError;
use comity_request::{ConfirmError, FormError, GlossaryError, Obstacle, PracticeError, TwinError};
use jiff::civil::Date;

use super::old_register::CarryOverFault;

/// A step that the state of a request does not admit. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RequestRefusal {
    /// The entry began no request of this case.
    #[error("entry {0} began no request of this case")]
    Unknown(EntryId),
    /// The life of the request does not admit it.
    #[error(transparent)]
    Life(#[from] LifeError),
    /// A version that does not follow the one before it.
    #[error("the version does not follow the one before it")]
    DoesNotFollow,
    /// The step is about another version than the one in force.
    #[error("the step is about another version than the one in force")]
    OtherVersion,
    /// The version was checked by other packs than those in force.
    #[error("the version was checked by other packs than those in force in the office")]
    OtherPacks,
    /// The version holds values that it does not show, or shows what it does not hold.
    #[error("the version does not show exactly what it says")]
    Hides,
    /// The request is another state's business.
    #[error("the request names {0}, which is not the state of this office")]
    OtherState(Country),
    /// The event happens by an entry of its own kind.
    #[error("{0} happens by an entry of its own kind")]
    OwnEntry(&'static str),
    /// The day of issue is not the day of the act.
    #[error("the day of issue is not the day of the act")]
    OtherDay,
    /// Nobody but its author has read the version.
    #[error("nobody has reviewed this version")]
    NotReviewed,
    /// Something stands in the way of issue.
    #[error(transparent)]
    NotReady(Obstacle),
    /// Nobody has reviewed the words of a language, and nobody overruled that.
    #[error("nobody has reviewed the words in {0}, and nobody has overruled that")]
    WordsUnreviewed(Language),
    /// A step of the office's approval chain was not taken for this version.
    #[error("the approval {0:?} is missing, which the practice of the office asks for")]
    StepOpen(String),
    /// The chain has no such step for this version, or another comes first.
    #[error("the next approval of this version is {next:?}, and not {named:?}")]
    StepOrder {
        /// What was to be taken.
        named: String,
        /// Which one is next; a dash where none is left.
        next: String,
    },
    /// The officer has not the role that the step asks for.
    #[error("the approval is given by an officer in the role {0:?}")]
    StepRole(String),
    /// A decision that is taken elsewhere has a number and a day, and one that is taken here has neither.
    #[error(
        "an approval from outside has a number and a day that is not yet to come; one of this office has neither"
    )]
    StepDecision,
    /// In an emergency nobody has called back yet, or the other side did not confirm.
    #[error("nobody has called back whoever asks, and had the request confirmed")]
    CallBack,
    /// The request does not rely on what was confirmed.
    #[error("the request does not rely on this")]
    NotReliedOn,
    /// The name is not that of the officer who signs.
    #[error("the name is not that of the officer who signs")]
    OtherName,
    /// A confirmation that says nothing.
    #[error(transparent)]
    Confirmation(ConfirmError),
    /// The request was issued, or is not ours, so nothing of it can be confirmed any more.
    #[error("the request was issued already, or is not this office's own")]
    Issued,
}

impl Coded for RequestRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "casework-request-unknown",
            Self::Life(e) => e.code(),
            Self::DoesNotFollow => "casework-request-does-not-follow",
            Self::OtherVersion => "casework-request-other-version",
            Self::OtherPacks => "casework-request-other-packs",
            Self::Hides => "casework-request-hides",
            Self::OtherState(_) => "casework-request-other-state",
            Self::OwnEntry(_) => "casework-request-own-entry",
            Self::OtherDay => "casework-request-other-day",
            Self::NotReviewed => "casework-request-not-reviewed",
            Self::NotReady(obstacle) => obstacle.code(),
            Self::WordsUnreviewed(_) => "casework-request-words-unreviewed",
            Self::StepOpen(_) => "casework-request-step-open",
            Self::StepOrder { .. } => "casework-request-step-order",
            Self::StepRole(_) => "casework-request-step-role",
            Self::StepDecision => "casework-request-step-decision",
            Self::CallBack => "casework-request-call-back",
            Self::NotReliedOn => "casework-request-not-relied-on",
            Self::OtherName => "casework-request-other-name",
            Self::Confirmation(e) => e.code(),
            Self::Issued => "casework-request-issued",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unknown(entry) => vec![("entry", entry.to_string())],
            Self::Life(e) => e.args(),
            Self::OtherState(state) => vec![("state", state.to_string())],
            Self::OwnEntry(event) => vec![("event", (*event).to_owned())],
            Self::NotReady(obstacle) => obstacle.args(),
            Self::WordsUnreviewed(language) => vec![("language", language.to_string())],
            Self::StepOpen(step) => vec![("step", step.clone())],
            Self::StepOrder { named, next } => {
                vec![("named", named.chars().take(80).collect()), ("next", next.clone())]
            }
            Self::StepRole(role) => vec![("role", role.clone())],
            Self::Confirmation(e) => e.args(),
            Self::DoesNotFollow
            | Self::OtherVersion
            | Self::OtherPacks
            | Self::Hides
            | Self::OtherDay
            | Self::NotReviewed
            | Self::StepDecision
            | Self::CallBack
            | Self::NotReliedOn
            | Self::OtherName
            | Self::Issued => vec![],
        }
    }
}

/// Why a command on a request was not carried out. Nothing has been changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RequestError {
    /// The question to the law.
    #[error(transparent)]
    Question(#[from] QuestionError),
    /// A pack of law facts that cannot be read.
    #[error(transparent)]
    Law(#[from] LawPackError),
    /// A pack of an office's practice that cannot be read.
    #[error(transparent)]
    Practice(#[from] PracticeError),
    /// A pack of terms that cannot be read.
    #[error(transparent)]
    Glossary(#[from] GlossaryError),
    /// A file of minutes that cannot be read.
    #[error("line {line}: {cause}")]
    Minutes {
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        cause: String,
    },
    /// The request is printed in one language.
    #[error("the request is printed in one language, so nothing of it is translated")]
    OneLanguage,
    /// There is no text of that number.
    #[error("there is no text {number}; there are {texts}")]
    NoSuchText {
        /// The number.
        number: usize,
        /// How many there are.
        texts: usize,
    },
    /// A pack of forms that cannot be read.
    #[error(transparent)]
    Form(#[from] FormError),
    /// A pack of layouts that cannot be used.
    #[error(transparent)]
    Layout(#[from] comity_document::TemplateError),
    /// A pack of messages that cannot be read.
    #[error(transparent)]
    Words(#[from] CatalogueError),
    /// Values that cannot be read.
    #[error(transparent)]
    Plain(#[from] PlainError),
    /// A twin that cannot be read or written.
    #[error(transparent)]
    Twin(#[from] TwinError),
    /// The signature beside a twin.
    #[error(transparent)]
    Signature(#[from] SignError),
    /// The signature beside a twin is over another twin.
    #[error("the signature is over another twin")]
    SignatureOther,
    /// The signature is that of another state than the one that asks.
    #[error("the signature is for {signed}, and {from} asks")]
    SignatureOtherState {
        /// For which state the node signed.
        signed: Country,
        /// The state that the twin names as asking.
        from: Country,
    },
    /// The request was taken in before. One request lies in one case, so that what comes later finds it.
    #[error("the request is here already, as {reference} in case {case}")]
    Held {
        /// The case.
        case: CaseId,
        /// Its reference.
        reference: String,
    },
    /// A number of the register holds a sign that does not show.
    #[error("the number holds a sign that does not show: {0}")]
    NumberHides(String),
    /// The same, where the officer may not read that case.
    #[error("the request is here already, in a case that the officer may not read")]
    HeldElsewhere,
    /// As [`RequestError::NumberTaken`], by a request of a case that the officer may not read.
    #[error("the number {number:?} is that of a request in a case that the officer may not read")]
    NumberTakenElsewhere {
        /// The number.
        number: String,
    },
    /// A number of the office's register is borne by another request, and one number finds one letter.
    #[error("the number {number:?} is that of {reference} in case {case}")]
    NumberTaken {
        /// The number.
        number: String,
        /// The case of the other request.
        case: CaseId,
        /// Its reference.
        reference: String,
    },
    /// Something is said to have happened to a request before it was issued.
    #[error("{day} is before {issued}, when the request was issued")]
    BeforeIssue {
        /// The day that is said.
        day: Date,
        /// The day of issue.
        issued: Date,
    },
    /// Something is said to have happened on a request before it came in.
    #[error("{day} is before {received}, when the request came in")]
    BeforeReceipt {
        /// The day that is said.
        day: Date,
        /// The day of receipt.
        received: Date,
    },
    /// A period that ends before it begins.
    #[error("the period ends on {to}, before it begins on {from}")]
    Period {
        /// Its first day.
        from: Date,
        /// Its last day.
        to: Date,
    },
    /// A text of another version that says something else by now, or stands elsewhere.
    #[error("text {number} of version {version} says something else in version {last}")]
    TextMoved {
        /// The number.
        number: usize,
        /// The version from which it was read.
        version: u32,
        /// The version in force.
        last: u32,
    },
    /// The print.
    #[error(transparent)]
    Print(#[from] RenderError),
    /// An office works without law or forms.
    #[error("no {0} is in force in the office")]
    NoPack(&'static str),
    /// The draft says what it said before.
    #[error("nothing was changed")]
    Unchanged,
    /// The number that was called stands in the request itself.
    #[error("the number that was called stands in the request itself")]
    NumberOfRequest,
    /// A request that was not issued has no cover letter.
    #[error("the request is not issued yet")]
    NotIssuedYet,
    /// Nothing was done on the request that could be certified.
    #[error("nothing was done on the request yet")]
    NothingDone,
    /// A part was not done, and nobody says why.
    #[error("a part of the request was not done, and nobody says why")]
    WhyNot,
    /// The office asks for other approvals than when the version was written.
    #[error("the office asks for other approvals than when the version was written")]
    PracticeChanged,
    /// The law answers otherwise than when the version was written.
    #[error("the law answers otherwise than when the version was written")]
    AnswerChanged,
    /// There is no such subject to confirm, or more than one.
    #[error("{0:?} names no single thing that is to be confirmed")]
    Subject(String),
    /// An edited file that cannot be read.
    #[error(transparent)]
    Docx(#[from] comity_document::docx::DocxError),
    /// An edited file that was printed from no version of the request.
    #[error("the file was printed from no version of this request")]
    EditOfOther,
    /// A field that says something else in the meantime than on the print that was edited.
    #[error("{0} says something else by now than on the print that was edited")]
    EditOvertaken(String),
    /// An edited file has no change of this number.
    #[error("there is no change {number}, the last is {last}")]
    NoChange {
        /// The number.
        number: usize,
        /// How many changes there are.
        last: usize,
    },
    /// A request has no version of this number.
    #[error("there is no version {number}, the last is {last}")]
    NoVersion {
        /// The number.
        number: u32,
        /// The number of the last one.
        last: u32,
    },
    /// An answer that names another request, or is not from the state that was asked.
    #[error("the answer is to another request: {0:?}")]
    AnswerOfOther(String),
    /// An answer that does not say of which kind it is.
    #[error("the answer does not say what was done: {0:?}")]
    AnswerUnclear(String),
    /// A twin that holds no answer.
    #[error("the twin is no answer to a request")]
    NoAnswer,
    /// The request cannot be printed in this way on this side.
    #[error("there is nothing to print here: {0}")]
    NothingToPrint(&'static str),
    /// The request was carried over from an old register: there is no draft of it here to be checked, printed or told of.
    #[error("the request was carried over from an old register, and there is no draft of it here")]
    NoDraft,
    /// An old register that is not carried over.
    #[error(transparent)]
    CarryOver(#[from] CarryOverFault),
    /// No trace of the case reached the service that the request is to be about.
    #[error("no trace of the case reached {service:?}")]
    ServiceNotReached {
        /// What was asked for.
        service: String,
        /// What the tags call the services that were reached.
        reached: Vec<String>,
    },
}

impl Coded for RequestError {
    fn code(&self) -> &'static str {
        match self {
            Self::Question(e) => e.code(),
            Self::Law(e) => e.code(),
            Self::Practice(e) => e.code(),
            Self::Glossary(e) => e.code(),
            Self::Minutes { .. } => "casework-minutes",
            Self::OneLanguage => "casework-request-one-language",
            Self::NoSuchText { .. } => "casework-request-no-such-text",
            Self::Form(e) => e.code(),
            Self::Layout(e) => e.code(),
            Self::Words(e) => e.code(),
            Self::Plain(e) => e.code(),
            Self::Twin(e) => e.code(),
            Self::Signature(e) => e.code(),
            Self::SignatureOther => "casework-request-signature-other",
            Self::SignatureOtherState { .. } => "casework-request-signature-other-state",
            Self::Held { .. } => "casework-request-held",
            Self::NumberTaken { .. } => "casework-request-number-taken",
            Self::NumberHides(_) => "casework-request-number-hides",
            Self::HeldElsewhere => "casework-request-held-elsewhere",
            Self::NumberTakenElsewhere { .. } => "casework-request-number-taken-elsewhere",
            Self::Period { .. } => "casework-request-period",
            Self::TextMoved { .. } => "casework-request-text-moved",
            Self::BeforeIssue { .. } => "casework-request-before-issue",
            Self::BeforeReceipt { .. } => "casework-request-before-receipt",
            Self::Print(e) => e.code(),
            Self::NoPack(_) => "casework-request-no-pack",
            Self::Unchanged => "casework-request-unchanged",
            Self::NumberOfRequest => "casework-request-number-of-request",
            Self::NotIssuedYet => "casework-request-not-issued-yet",
            Self::NothingDone => "casework-request-nothing-done",
            Self::WhyNot => "casework-request-why-not",
            Self::PracticeChanged => "casework-request-practice-changed",
            Self::AnswerChanged => "casework-request-answer-changed",
            Self::Subject(_) => "casework-request-subject",
            Self::Docx(e) => e.code(),
            Self::EditOfOther => "casework-request-edit-of-other",
            Self::EditOvertaken(_) => "casework-request-edit-overtaken",
            Self::NoChange { .. } => "casework-request-no-change",
            Self::NoVersion { .. } => "casework-request-no-version",
            Self::AnswerOfOther(_) => "casework-request-answer-of-other",
            Self::AnswerUnclear(_) => "casework-request-answer-unclear",
            Self::NoAnswer => "casework-request-no-answer",
            Self::NothingToPrint(_) => "casework-request-nothing-to-print",
            Self::NoDraft => "casework-request-no-draft",
            Self::CarryOver(e) => e.code(),
            Self::ServiceNotReached { .. } => "casework-request-service-not-reached",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Question(e) => e.args(),
            Self::Law(e) => e.args(),
            Self::Practice(e) => e.args(),
            Self::Glossary(e) => e.args(),
            Self::Minutes { line, cause } => vec![("line", line.to_string()), ("cause", cause.clone())],
            Self::NoSuchText { number, texts } => {
                vec![("number", number.to_string()), ("texts", texts.to_string())]
            }
            Self::Form(e) => e.args(),
            Self::Layout(e) => e.args(),
            Self::Words(e) => e.args(),
            Self::Plain(e) => e.args(),
            Self::Twin(e) => e.args(),
            Self::Signature(e) => e.args(),
            Self::SignatureOtherState { signed, from } => {
                vec![("signed", signed.to_string()), ("from", from.to_string())]
            }
            Self::Held { case, reference } => {
                vec![("case", case.to_string()), ("reference", reference.clone())]
            }
            Self::NumberHides(number) | Self::NumberTakenElsewhere { number } => {
                vec![("number", number.clone())]
            }
            Self::NumberTaken { number, case, reference } => {
                vec![("number", number.clone()), ("case", case.to_string()), ("reference", reference.clone())]
            }
            Self::Period { from, to } => vec![("from", from.to_string()), ("to", to.to_string())],
            Self::TextMoved { number, version, last } => vec![
                ("number", number.to_string()),
                ("version", version.to_string()),
                ("last", last.to_string()),
            ],
            Self::BeforeIssue { day, issued } => {
                vec![("day", day.to_string()), ("issued", issued.to_string())]
            }
            Self::BeforeReceipt { day, received } => {
                vec![("day", day.to_string()), ("received", received.to_string())]
            }
            Self::Print(e) => e.args(),
            Self::NoPack(name) | Self::NothingToPrint(name) => vec![("name", (*name).to_owned())],
            Self::ServiceNotReached { service, reached } => vec![
                ("service", service.chars().take(80).collect()),
                ("reached", if reached.is_empty() { "-".to_owned() } else { reached.join("; ") }),
            ],
            Self::Subject(text) => vec![("text", text.chars().take(80).collect())],
            Self::Docx(e) => e.args(),
            Self::CarryOver(e) => e.args(),
            Self::EditOvertaken(field) => vec![("field", field.clone())],
            Self::NoChange { number, last } => {
                vec![("number", number.to_string()), ("most", last.to_string())]
            }
            Self::NoVersion { number, last } => {
                vec![("number", number.to_string()), ("most", last.to_string())]
            }
            Self::AnswerOfOther(text) | Self::AnswerUnclear(text) => {
                vec![("text", text.chars().take(80).collect())]
            }
            Self::SignatureOther
            | Self::Unchanged
            | Self::AnswerChanged
            | Self::PracticeChanged
            | Self::NumberOfRequest
            | Self::NotIssuedYet
            | Self::NothingDone
            | Self::WhyNot
            | Self::EditOfOther
            | Self::OneLanguage
            | Self::NoAnswer
            | Self::HeldElsewhere
            | Self::NoDraft => vec![],
        }
    }
}

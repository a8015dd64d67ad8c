//! Why something about a request cannot travel.

use comity_record::{Coded, Country, EntryId, Sha256Digest};

/// Why something about a request cannot travel.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DispatchError {
    /// What is about a request goes by its own command, which knows what it says.
    #[error("messages of the kind {0} are made and taken by the commands for requests")]
    OnlyRequests(String),
    /// The message is of another kind than what is inside.
    #[error("a message of the kind {kind} holds what only {holds} may bring")]
    OtherKind {
        /// What stands on its outside.
        kind: String,
        /// The kind of what is inside.
        holds: &'static str,
    },
    /// The message speaks of another request than the one that it is sent, taken or approved for.
    #[error("it is about another request")]
    OtherRequest,
    /// The request was sent to another office, or came from another.
    #[error("this office has nothing to do with the request")]
    OtherOffice,
    /// The request travels under another agreement, which is in force.
    #[error("the request travels under agreement {0}")]
    OtherAgreement(Sha256Digest),
    /// The letter holds nothing that this version reads.
    #[error("the message holds nothing about a request that is read here: {0}")]
    NotAParcel(String),
    /// The request was not issued.
    #[error("the request was not issued")]
    NotIssued,
    /// No request of the case has this version.
    #[error("no request of this case has version {0}")]
    NoSuchRequest(Sha256Digest),
    /// The other side may not say this.
    #[error("the other side may not say {0} of a request")]
    NotTheirs(&'static str),
    /// That a request was executed is told by an answer, which two persons may have to approve.
    #[error("{0} is told by an answer only")]
    ByAnswer(&'static str),
    /// The package does not pass its own check, so that it answers nothing.
    #[error("the package does not pass its check: {0}")]
    Unsound(String),
    /// What the message brings was taken before.
    #[error("what the message brings was taken before")]
    TakenBefore,
    /// An earlier message about the same request waits, and would not fit after this one.
    #[error("message {0} about the same request came before and was not taken yet")]
    TakeFirst(EntryId),
    /// The package is not the one that the message names.
    #[error("the package is not the one that the message names")]
    OtherPackage,
    /// No agreement with the state, or more than one: it must be named.
    #[error("{found} agreements are in force with {country}; one must be named")]
    WhichAgreement {
        /// The state.
        country: Country,
        /// How many there are.
        found: usize,
    },
    /// Nothing came in answer to the request.
    #[error("nothing came in answer to the request")]
    NoAnswer,
    /// The last answer brought no package.
    #[error("the last answer to the request brought no package")]
    AnswerWithoutPackage,
}

impl Coded for DispatchError {
    fn code(&self) -> &'static str {
        match self {
            Self::OnlyRequests(_) => "casework-dispatch-only-requests",
            Self::OtherKind { .. } => "casework-dispatch-other-kind",
            Self::OtherRequest => "casework-dispatch-other-request",
            Self::OtherOffice => "casework-dispatch-other-office",
            Self::OtherAgreement(_) => "casework-dispatch-other-agreement",
            Self::NotAParcel(_) => "casework-dispatch-not-a-parcel",
            Self::NotIssued => "casework-dispatch-not-issued",
            Self::NoSuchRequest(_) => "casework-dispatch-no-such-request",
            Self::NotTheirs(_) => "casework-dispatch-not-theirs",
            Self::ByAnswer(_) => "casework-dispatch-by-answer",
            Self::Unsound(_) => "casework-dispatch-unsound",
            Self::TakenBefore => "casework-dispatch-taken-before",
            Self::TakeFirst(_) => "casework-dispatch-take-first",
            Self::OtherPackage => "casework-dispatch-other-package",
            Self::WhichAgreement { .. } => "casework-dispatch-which-agreement",
            Self::NoAnswer => "casework-dispatch-no-answer",
            Self::AnswerWithoutPackage => "casework-dispatch-answer-without-package",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::OnlyRequests(kind) => vec![("kind", kind.clone())],
            Self::OtherKind { kind, holds } => {
                vec![("kind", kind.clone()), ("holds", (*holds).to_owned())]
            }
            Self::NotAParcel(cause) | Self::Unsound(cause) => vec![("cause", cause.clone())],
            Self::NoSuchRequest(version) => vec![("version", version.to_string())],
            Self::OtherAgreement(agreement) => vec![("agreement", agreement.to_string())],
            Self::NotTheirs(event) | Self::ByAnswer(event) => vec![("event", (*event).to_owned())],
            Self::TakeFirst(message) => vec![("message", message.to_string())],
            Self::WhichAgreement { country, found } => {
                vec![("country", country.to_string()), ("found", found.to_string())]
            }
            Self::NotIssued
            | Self::OtherPackage
            | Self::OtherRequest
            | Self::OtherOffice
            | Self::TakenBefore
            | Self::NoAnswer
            | Self::AnswerWithoutPackage => vec![],
        }
    }
}

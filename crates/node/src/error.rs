//! What can go wrong at the door.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use comity_casework::request::RequestRefusal;
use comity_casework::{CaseworkError, Refusal};
use comity_law::QuestionError;
use comity_record::Coded;

/// Why a request is not answered as it was meant. Nothing has been changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NodeError {
    /// The page is for officers who have signed in.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// Office, officer and passphrase do not belong together. Which of them is wrong is not said.
    #[error("the sign-in failed")]
    SignInFailed,
    /// Too many attempts to sign in.
    #[error("too many attempts to sign in; the next is taken in {seconds} seconds")]
    TooManyAttempts {
        /// Seconds until the next attempt is taken.
        seconds: u64,
    },
    /// The request was not sent by a page of this node.
    #[error("the request does not come from a page of this node")]
    CrossSite,
    /// The request was sent to another name than those of this node.
    #[error("this node does not answer under the name that was asked for")]
    Host,
    /// There is no such page.
    #[error("there is no such page")]
    NotFound,
    /// The page takes no such request.
    #[error("the page takes no such request")]
    Method,
    /// More than [`crate::MAX_BODY_BYTES`].
    #[error("the request is larger than {} bytes", crate::MAX_BODY_BYTES)]
    TooLarge,
    /// A form that is not one of ours.
    #[error("the request cannot be read: {0}")]
    Malformed(&'static str),
    /// Longer than [`crate::MAX_REQUEST_SECONDS`].
    #[error("the request took longer than {} seconds", crate::MAX_REQUEST_SECONDS)]
    Timeout,
    /// The entry is durable, but no checkpoint covers it yet.
    #[error("the entry is not in the published log yet")]
    NotLoggedYet,
    /// The node serves, but nobody has given its passphrase yet.
    #[error("the node is locked")]
    Locked,
    /// A page that could not be written.
    #[error("the page could not be written")]
    Page(#[from] askama::Error),
    /// The command was not carried out.
    #[error(transparent)]
    Casework(#[from] CaseworkError),
    /// The law pack cannot take the question.
    #[error(transparent)]
    Law(#[from] QuestionError),
}

/// Why a node cannot be served.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// An address that other machines can reach, which takes TLS.
    #[error("{0} can be reached from other machines, which takes TLS")]
    NotLoopback(SocketAddr),
    /// Every address of the machine, without a name under which it is asked for.
    #[error("pages at {0} have no name")]
    NoName(SocketAddr),
    /// The address cannot be taken.
    #[error("the address {address} cannot be served")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the operating system says.
        source: io::Error,
    },
}

impl NodeError {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotSignedIn | Self::SignInFailed => StatusCode::UNAUTHORIZED,
            Self::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::CrossSite => StatusCode::FORBIDDEN,
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Malformed(_) | Self::Law(_) => StatusCode::BAD_REQUEST,
            Self::NotLoggedYet => StatusCode::CONFLICT,
            Self::Casework(CaseworkError::Refused(refusal)) => of_refusal(refusal),
            Self::Locked | Self::Timeout | Self::Casework(CaseworkError::Interrupted) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::Page(_) | Self::Casework(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

fn of_refusal(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::NotAllowed { .. } | Refusal::WrongKey => StatusCode::FORBIDDEN,
        Refusal::UnknownOffice(_)
        | Refusal::UnknownOfficer(_)
        | Refusal::UnknownCase(_)
        | Refusal::UnknownEntry(_)
        | Refusal::Request(RequestRefusal::Unknown(_)) => StatusCode::NOT_FOUND,
        Refusal::Text(..) | Refusal::Body(_) | Refusal::Reference(_) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    }
}

impl From<Refusal> for NodeError {
    fn from(refusal: Refusal) -> Self {
        Self::Casework(refusal.into())
    }
}

/// The error travels beside an empty answer; the guard of all pages writes it in the reader's language and form.
impl IntoResponse for NodeError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

impl Coded for NodeError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotSignedIn => "node-not-signed-in",
            Self::SignInFailed => "node-sign-in-failed",
            Self::TooManyAttempts { .. } => "node-too-many-attempts",
            Self::CrossSite => "node-cross-site",
            Self::Host => "node-host",
            Self::NotFound => "node-not-found",
            Self::Method => "node-method",
            Self::TooLarge => "node-request-too-large",
            Self::Malformed(_) => "node-request-malformed",
            Self::Timeout => "node-timeout",
            Self::NotLoggedYet => "node-not-logged-yet",
            Self::Locked => "node-locked",
            Self::Page(_) => "node-page",
            Self::Casework(e) => e.code(),
            Self::Law(e) => e.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooManyAttempts { seconds } => vec![("seconds", seconds.to_string())],
            Self::TooLarge => vec![("most", crate::MAX_BODY_BYTES.to_string())],
            Self::Timeout => vec![("seconds", crate::MAX_REQUEST_SECONDS.to_string())],
            Self::Casework(e) => e.args(),
            Self::Law(e) => e.args(),
            _ => vec![],
        }
    }
}

impl Coded for ServeError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotLoopback(_) => "node-not-loopback",
            Self::NoName(_) => "node-no-name",
            Self::Listen { .. } => "node-listen",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotLoopback(address) | Self::NoName(address) => vec![("address", address.to_string())],
            Self::Listen { address, source } => {
                vec![("address", address.to_string()), ("cause", source.to_string())]
            }
        }
    }
}

//! What can go wrong between two nodes.

use comity_channel::{
    AgreementError, BundleError, CosignError, EnvelopeError, InboxError, KeyError, OutboxError, ReceiptError,
    Rule, SheetError,
};
use comity_policy::PolicyError;
use comity_record::{Coded, Sha256Digest};

use super::address::AddressError;
use super::card::CardError;

/// Why something between two nodes was not done. Nothing has been changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    /// An agreement.
    #[error(transparent)]
    Agreement(#[from] AgreementError),
    /// A sealing key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A sealed message.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// A receipt.
    #[error(transparent)]
    Receipt(#[from] ReceiptError),
    /// The outbox.
    #[error(transparent)]
    Outbox(#[from] OutboxError),
    /// The inbox.
    #[error(transparent)]
    Inbox(#[from] InboxError),
    /// What the counterpart says of itself.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// A request to cosign, or an answer.
    #[error(transparent)]
    Cosign(#[from] CosignError),
    /// The parts of an exchange together.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// An agreement that cannot be made into rules.
    #[error(transparent)]
    Rules(#[from] PolicyError),
    /// A card, or terms, that cannot be read.
    #[error(transparent)]
    Card(#[from] CardError),
    /// An address.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The agreement does not let the message go. The first of its terms that stand in the way is told with its words.
    #[error("the agreement does not let it go: {}", names(.0))]
    Terms(Vec<Rule>),
    /// What came is not from the counterpart of the agreement.
    #[error("agreement {0} is with another node than the one that speaks")]
    OtherPeer(Sha256Digest),
    /// An answer under another agreement than the one that was spoken of.
    #[error("the answer is under agreement {found}, not {expected}")]
    OtherAgreement {
        /// The agreement of the answer.
        found: Sha256Digest,
        /// The agreement that was spoken of.
        expected: Sha256Digest,
    },
    /// No sheet in front, or more than one.
    #[error("an exchange begins with exactly one sheet")]
    NoSheet,
    /// More bytes than one exchange may have.
    #[error("an exchange of {bytes} bytes is longer than {most}")]
    TooLong {
        /// How many there are.
        bytes: usize,
        /// How many there may be.
        most: usize,
    },
    /// Others sent at the same time, again and again.
    #[error("other messages took the place of this one {0} times")]
    Overtaken(usize),
    /// No letter is kept for the message: it was refused, or its content was destroyed.
    #[error("there is nothing to be read in this message")]
    NoLetter,
}

fn names(rules: &[Rule]) -> String {
    rules.iter().map(|rule| rule.as_str()).collect::<Vec<_>>().join(", ")
}

impl Coded for ExchangeError {
    fn code(&self) -> &'static str {
        match self {
            Self::Agreement(e) => e.code(),
            Self::Key(e) => e.code(),
            Self::Envelope(e) => e.code(),
            Self::Receipt(e) => e.code(),
            Self::Outbox(e) => e.code(),
            Self::Inbox(e) => e.code(),
            Self::Sheet(e) => e.code(),
            Self::Cosign(e) => e.code(),
            Self::Bundle(e) => e.code(),
            Self::Rules(e) => e.code(),
            Self::Card(e) => e.code(),
            Self::Address(_) => "casework-exchange-address",
            Self::Terms(rules) => rules.first().map_or(Rule::Undecided, |rule| *rule).code(),
            Self::OtherPeer(_) => "casework-exchange-other-peer",
            Self::OtherAgreement { .. } => "casework-exchange-other-agreement",
            Self::NoSheet => "casework-exchange-no-sheet",
            Self::TooLong { .. } => "casework-exchange-too-long",
            Self::Overtaken(_) => "casework-exchange-overtaken",
            Self::NoLetter => "casework-exchange-no-letter",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Agreement(e) => e.args(),
            Self::Key(e) => e.args(),
            Self::Envelope(e) => e.args(),
            Self::Receipt(e) => e.args(),
            Self::Outbox(e) => e.args(),
            Self::Inbox(e) => e.args(),
            Self::Sheet(e) => e.args(),
            Self::Cosign(e) => e.args(),
            Self::Bundle(e) => e.args(),
            Self::Rules(e) => e.args(),
            Self::Card(e) => e.args(),
            Self::Terms(rules) => vec![("terms", names(rules))],
            Self::OtherPeer(agreement) => vec![("agreement", agreement.to_string())],
            Self::OtherAgreement { found, expected } => {
                vec![("found", found.to_string()), ("expected", expected.to_string())]
            }
            Self::TooLong { bytes, most } => vec![("bytes", bytes.to_string()), ("most", most.to_string())],
            Self::Overtaken(times) => vec![("times", times.to_string())],
            Self::Address(_) | Self::NoSheet | Self::NoLetter => vec![],
        }
    }
}

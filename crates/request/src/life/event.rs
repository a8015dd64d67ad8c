//! What can happen to a request, and where it can stand.

use comity_record::{Amount, Sha256Digest, cbor};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::LifeError;

/// Declares an enum of plain names with their stable spelling and the list of all of them.
macro_rules! names {
    ($(#[$outer:meta])* $type:ident { $($(#[$doc:meta])* $name:ident = $code:literal,)* }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum $type { $($(#[$doc])* #[serde(rename = $code)] $name,)* }

        impl $type {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The stable name.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

names! {
    /// Where a request stands. The words are the messages `request-stage-<name>`.
    Stage {
        /// Being written.
        Drafted = "drafted",
        /// Reviewed by a second officer.
        Reviewed = "reviewed",
        /// Approved; the approval binds one version.
        Approved = "approved",
        /// Issued under a register number.
        Issued = "issued",
        /// An advance copy went out electronically.
        AdvanceCopySent = "advance-copy-sent",
        /// The paper original went out.
        OriginalDispatched = "original-dispatched",
        /// An advance copy came in; the original is awaited.
        AdvanceCopyReceived = "advance-copy-received",
        /// The paper original came in.
        OriginalReceived = "original-received",
        /// The requested side said that it has it.
        Acknowledged = "acknowledged",
        /// The requested side asked something.
        Questioned = "questioned",
        /// The question was answered.
        Answered = "answered",
        /// The requested side will execute it.
        Accepted = "accepted",
        /// Handed to the office that executes it.
        Assigned = "assigned",
        /// Executed in part.
        ExecutedInPart = "executed-in-part",
        /// Executed.
        Executed = "executed",
        /// Put off, with reasons.
        Postponed = "postponed",
        /// Refused, with reasons.
        Refused = "refused",
        /// Taken back by the sender.
        Withdrawn = "withdrawn",
        /// Closed.
        Closed = "closed",
    }
}

names! {
    /// The kinds of [`Event`].
    EventKind {
        /// A draft was begun.
        Drafted = "drafted",
        /// Another version was written.
        Revised = "revised",
        /// A version was reviewed.
        Reviewed = "reviewed",
        /// A version was sent back for revision.
        SentBack = "sent-back",
        /// A step of the office's approval chain was taken for a version.
        Endorsed = "endorsed",
        /// A version was approved.
        Approved = "approved",
        /// A version was issued.
        Issued = "issued",
        /// An advance copy was sent.
        AdvanceCopySent = "advance-copy-sent",
        /// An advance copy was received.
        AdvanceCopyReceived = "advance-copy-received",
        /// The paper original was dispatched.
        OriginalDispatched = "original-dispatched",
        /// The paper original was received.
        OriginalReceived = "original-received",
        /// The signed original was scanned.
        OriginalScanned = "original-scanned",
        /// A national electronic signature was kept, unchecked.
        SignatureKept = "signature-kept",
        /// Receipt was acknowledged.
        Acknowledged = "acknowledged",
        /// A question was asked.
        Questioned = "questioned",
        /// A question was answered.
        Answered = "answered",
        /// The request was accepted.
        Accepted = "accepted",
        /// An office was charged with it.
        Assigned = "assigned",
        /// The authority that asks in an emergency was called at a number known from elsewhere.
        CalledBack = "called-back",
        /// A cost arose, and who bears it.
        CostNoted = "cost-noted",
        /// Part of it was done.
        ExecutedInPart = "executed-in-part",
        /// All of it was done.
        Executed = "executed",
        /// It was put off.
        Postponed = "postponed",
        /// It was taken up again.
        Resumed = "resumed",
        /// It was refused.
        Refused = "refused",
        /// It was taken back.
        Withdrawn = "withdrawn",
        /// The sender asked how it stands.
        StatusAsked = "status-asked",
        /// The receiver said how it stands.
        StatusGiven = "status-given",
        /// Data is preserved under a ticket.
        TicketGiven = "ticket-given",
        /// The preservation was renewed.
        TicketRenewed = "ticket-renewed",
        /// Evidence that was lent went back to whom it belongs.
        EvidenceReturned = "evidence-returned",
        /// It was closed.
        Closed = "closed",
    }
}

names! {
    /// Who bears a cost. Ordinary costs are the requested State's, others are agreed upon (UNTOC article 18(28), UNCAC
    /// article 46(28)).
    BorneBy {
        /// The State that asks.
        Requesting = "requesting",
        /// The State that is asked.
        Requested = "requested",
        /// The two have not agreed yet.
        Open = "open",
    }
}

/// Something that happened to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
#[expect(missing_docs, reason = "each variant is documented at `EventKind`, each field by its name and type")]
pub enum Event {
    Drafted {
        version: Sha256Digest,
    },
    Revised {
        version: Sha256Digest,
    },
    Reviewed {
        version: Sha256Digest,
    },
    SentBack {
        reason: String,
    },
    Endorsed {
        version: Sha256Digest,
        step: String,
    },
    Approved {
        version: Sha256Digest,
    },
    Issued {
        version: Sha256Digest,
        register_number: String,
        day: Date,
    },
    AdvanceCopySent {
        day: Date,
        channel: String,
    },
    AdvanceCopyReceived {
        version: Sha256Digest,
        day: Date,
        register_number: String,
    },
    OriginalDispatched {
        day: Date,
        note_number: String,
        courier_number: String,
    },
    OriginalReceived {
        version: Sha256Digest,
        day: Date,
        register_number: String,
    },
    OriginalScanned {
        sha256: Sha256Digest,
    },
    SignatureKept {
        sha256: Sha256Digest,
        format: String,
    },
    Acknowledged {
        day: Date,
        reference: String,
    },
    Questioned {
        question: String,
        text: String,
        day: Date,
    },
    Answered {
        question: String,
        text: String,
        day: Date,
    },
    Accepted {
        day: Date,
    },
    Assigned {
        office: String,
        day: Date,
    },
    CalledBack {
        day: Date,
        spoke_with: String,
        number: String,
        number_from: String,
        confirmed: bool,
        text: String,
    },
    CostNoted {
        day: Date,
        what: String,
        amount: Amount,
        borne_by: BorneBy,
    },
    ExecutedInPart {
        day: Date,
        what: String,
        outstanding: String,
        result: Option<Sha256Digest>,
    },
    Executed {
        day: Date,
        what: String,
        result: Option<Sha256Digest>,
    },
    Postponed {
        day: Date,
        reasons: Vec<Ground>,
        until: Option<Date>,
    },
    Resumed {
        day: Date,
    },
    Refused {
        day: Date,
        reasons: Vec<Ground>,
    },
    Withdrawn {
        day: Date,
        reason: String,
    },
    StatusAsked {
        day: Date,
    },
    StatusGiven {
        day: Date,
        text: String,
    },
    TicketGiven {
        number: String,
        day: Date,
        keep_days: u16,
    },
    TicketRenewed {
        day: Date,
        keep_days: u16,
    },
    EvidenceReturned {
        day: Date,
        what: String,
        number: String,
    },
    Closed {
        day: Date,
        reason: String,
    },
}

/// A reason for refusing or putting off: a ground of the law pack if one fits, and words in any case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// The law pack's id of the ground, or nothing.
    #[serde(default)]
    pub ground: String,
    /// The instrument and article, or nothing.
    #[serde(default)]
    pub provision: String,
    /// The reason in words.
    pub text: String,
}

impl Event {
    /// What kind of event it is.
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Drafted { .. } => EventKind::Drafted,
            Self::Revised { .. } => EventKind::Revised,
            Self::Reviewed { .. } => EventKind::Reviewed,
            Self::SentBack { .. } => EventKind::SentBack,
            Self::Endorsed { .. } => EventKind::Endorsed,
            Self::Approved { .. } => EventKind::Approved,
            Self::Issued { .. } => EventKind::Issued,
            Self::AdvanceCopySent { .. } => EventKind::AdvanceCopySent,
            Self::AdvanceCopyReceived { .. } => EventKind::AdvanceCopyReceived,
            Self::OriginalDispatched { .. } => EventKind::OriginalDispatched,
            Self::OriginalReceived { .. } => EventKind::OriginalReceived,
            Self::OriginalScanned { .. } => EventKind::OriginalScanned,
            Self::SignatureKept { .. } => EventKind::SignatureKept,
            Self::Acknowledged { .. } => EventKind::Acknowledged,
            Self::Questioned { .. } => EventKind::Questioned,
            Self::Answered { .. } => EventKind::Answered,
            Self::Accepted { .. } => EventKind::Accepted,
            Self::Assigned { .. } => EventKind::Assigned,
            Self::CalledBack { .. } => EventKind::CalledBack,
            Self::CostNoted { .. } => EventKind::CostNoted,
            Self::ExecutedInPart { .. } => EventKind::ExecutedInPart,
            Self::Executed { .. } => EventKind::Executed,
            Self::Postponed { .. } => EventKind::Postponed,
            Self::Resumed { .. } => EventKind::Resumed,
            Self::Refused { .. } => EventKind::Refused,
            Self::Withdrawn { .. } => EventKind::Withdrawn,
            Self::StatusAsked { .. } => EventKind::StatusAsked,
            Self::StatusGiven { .. } => EventKind::StatusGiven,
            Self::TicketGiven { .. } => EventKind::TicketGiven,
            Self::TicketRenewed { .. } => EventKind::TicketRenewed,
            Self::EvidenceReturned { .. } => EventKind::EvidenceReturned,
            Self::Closed { .. } => EventKind::Closed,
        }
    }

    /// The day on which it happened, where the event says so; what is written, reviewed or approved happens on the day
    /// of its entry.
    pub const fn day(&self) -> Option<Date> {
        match self {
            Self::Drafted { .. }
            | Self::Revised { .. }
            | Self::Reviewed { .. }
            | Self::SentBack { .. }
            | Self::Endorsed { .. }
            | Self::Approved { .. }
            | Self::OriginalScanned { .. }
            | Self::SignatureKept { .. } => None,
            Self::Issued { day, .. }
            | Self::AdvanceCopySent { day, .. }
            | Self::AdvanceCopyReceived { day, .. }
            | Self::OriginalDispatched { day, .. }
            | Self::OriginalReceived { day, .. }
            | Self::Acknowledged { day, .. }
            | Self::Questioned { day, .. }
            | Self::Answered { day, .. }
            | Self::Accepted { day }
            | Self::Assigned { day, .. }
            | Self::CalledBack { day, .. }
            | Self::CostNoted { day, .. }
            | Self::ExecutedInPart { day, .. }
            | Self::Executed { day, .. }
            | Self::Postponed { day, .. }
            | Self::Resumed { day }
            | Self::Refused { day, .. }
            | Self::Withdrawn { day, .. }
            | Self::StatusAsked { day }
            | Self::StatusGiven { day, .. }
            | Self::TicketGiven { day, .. }
            | Self::TicketRenewed { day, .. }
            | Self::EvidenceReturned { day, .. }
            | Self::Closed { day, .. } => Some(*day),
        }
    }

    /// Reads an event from canonical CBOR.
    ///
    /// # Errors
    /// Fails for an event of a later version, and for bytes that are none.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LifeError> {
        cbor::from_canonical(bytes).map_err(|e| LifeError::Unknown(e.to_string()))
    }

    /// The texts that must not be blank, and those that may be, for the limits.
    pub(super) fn texts(&self) -> (Vec<&str>, Vec<&str>) {
        match self {
            Self::SentBack { reason } | Self::Withdrawn { reason, .. } | Self::Closed { reason, .. } => {
                (vec![reason], vec![])
            }
            Self::Issued { register_number, .. } => (vec![register_number], vec![]),
            Self::AdvanceCopySent { channel, .. } => (vec![channel], vec![]),
            Self::AdvanceCopyReceived { register_number, .. }
            | Self::OriginalReceived { register_number, .. } => (vec![], vec![register_number]),
            Self::OriginalDispatched { note_number, courier_number, .. } => {
                (vec![], vec![note_number, courier_number])
            }
            Self::SignatureKept { format, .. } => (vec![format], vec![]),
            Self::Acknowledged { reference, .. } => (vec![], vec![reference]),
            Self::Questioned { question, text, .. } | Self::Answered { question, text, .. } => {
                (vec![question, text], vec![])
            }
            Self::Assigned { office, .. } => (vec![office], vec![]),
            Self::ExecutedInPart { what, outstanding, .. } => (vec![what, outstanding], vec![]),
            Self::Endorsed { step, .. } => (vec![step], vec![]),
            Self::CalledBack { spoke_with, number, number_from, text, .. } => {
                (vec![spoke_with, number, number_from], vec![text])
            }
            Self::CostNoted { what, .. } | Self::Executed { what, .. } => (vec![what], vec![]),
            Self::EvidenceReturned { what, number, .. } => (vec![what], vec![number]),
            Self::StatusGiven { text, .. } => (vec![text], vec![]),
            Self::Postponed { reasons, .. } | Self::Refused { reasons, .. } => {
                let must = reasons.iter().map(|r| r.text.as_str()).collect();
                (must, reasons.iter().flat_map(|r| [r.ground.as_str(), r.provision.as_str()]).collect())
            }
            Self::TicketGiven { number, .. } => (vec![number], vec![]),
            _ => (vec![], vec![]),
        }
    }

    /// The version that the event speaks of.
    pub(super) fn version(&self) -> Option<Sha256Digest> {
        match self {
            Self::Drafted { version }
            | Self::Revised { version }
            | Self::Reviewed { version }
            | Self::Endorsed { version, .. }
            | Self::Approved { version }
            | Self::Issued { version, .. }
            | Self::AdvanceCopyReceived { version, .. }
            | Self::OriginalReceived { version, .. } => Some(*version),
            _ => None,
        }
    }
}

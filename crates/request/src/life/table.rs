//! Which event may follow on which stage, on either side.

use super::Side;
use super::event::{EventKind, Stage};

/// Where an event leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// To that stage.
    To(Stage),
    /// Nowhere: it is noted, and the request stands where it stood.
    Stay,
    /// Nowhere either. Nobody waits for it any more, but the letters of two offices cross, and officers put down wrong
    /// things: what the other side really said goes on record all the same.
    Late,
}

/// One line of the table: on these stages the event leads there. Of two lines for one event and stage the first counts.
pub type Transition = (EventKind, &'static [Stage], Next);

use Stage as S;

/// Stages in which the requested side has something in hand and has not finished.
const PENDING: &[Stage] = &[
    S::AdvanceCopyReceived,
    S::OriginalReceived,
    S::Acknowledged,
    S::Questioned,
    S::Answered,
    S::Accepted,
    S::Assigned,
    S::ExecutedInPart,
    S::Postponed,
];
/// Stages in which the sender waits.
const WAITING: &[Stage] = &[
    S::AdvanceCopySent,
    S::OriginalDispatched,
    S::OriginalReceived,
    S::Acknowledged,
    S::Questioned,
    S::Answered,
    S::Accepted,
    S::ExecutedInPart,
    S::Postponed,
];
/// Stages of the sender from the first word on that the other side can have said of the request.
const SENT: &[Stage] = &[
    S::AdvanceCopySent,
    S::OriginalDispatched,
    S::OriginalReceived,
    S::Acknowledged,
    S::Questioned,
    S::Answered,
    S::Accepted,
    S::ExecutedInPart,
    S::Executed,
    S::Postponed,
    S::Refused,
    S::Withdrawn,
    S::Closed,
];
/// Stages in which nothing more is due.
const ENDED: &[Stage] = &[S::Executed, S::Refused, S::Withdrawn, S::Closed];
/// Stages after the other side spoke, in which only the paper still moves.
const UNDER_WAY: &[Stage] = &[
    S::Acknowledged,
    S::Questioned,
    S::Answered,
    S::Accepted,
    S::Assigned,
    S::ExecutedInPart,
    S::Executed,
    S::Postponed,
    S::Refused,
];
const ISSUED_OR_LATER: &[Stage] = &[
    S::Issued,
    S::AdvanceCopySent,
    S::OriginalDispatched,
    S::OriginalReceived,
    S::Acknowledged,
    S::Questioned,
    S::Answered,
    S::Accepted,
    S::ExecutedInPart,
    S::Executed,
    S::Postponed,
    S::Refused,
    S::Withdrawn,
];

/// What may happen on the sender's side. The first event is [`EventKind::Drafted`].
pub const SENDER: &[Transition] = &[
    (EventKind::Revised, &[S::Drafted, S::Reviewed, S::Approved], Next::To(S::Drafted)),
    (EventKind::Reviewed, &[S::Drafted], Next::To(S::Reviewed)),
    (EventKind::SentBack, &[S::Drafted, S::Reviewed, S::Approved], Next::To(S::Drafted)),
    (EventKind::Endorsed, &[S::Reviewed, S::Approved], Next::Stay),
    (EventKind::Approved, &[S::Reviewed], Next::To(S::Approved)),
    (EventKind::Issued, &[S::Approved], Next::To(S::Issued)),
    (EventKind::AdvanceCopySent, &[S::Issued], Next::To(S::AdvanceCopySent)),
    (EventKind::AdvanceCopySent, &[S::OriginalDispatched, S::OriginalReceived], Next::Stay),
    (EventKind::OriginalDispatched, &[S::Issued, S::AdvanceCopySent], Next::To(S::OriginalDispatched)),
    (EventKind::OriginalDispatched, UNDER_WAY, Next::Stay),
    (EventKind::OriginalDispatched, &[S::OriginalReceived], Next::Late),
    (
        EventKind::OriginalReceived,
        &[S::AdvanceCopySent, S::OriginalDispatched],
        Next::To(S::OriginalReceived),
    ),
    (EventKind::OriginalReceived, UNDER_WAY, Next::Stay),
    (EventKind::OriginalReceived, SENT, Next::Late),
    (EventKind::OriginalScanned, ISSUED_OR_LATER, Next::Stay),
    (EventKind::SignatureKept, ISSUED_OR_LATER, Next::Stay),
    (
        EventKind::Acknowledged,
        &[S::AdvanceCopySent, S::OriginalDispatched, S::OriginalReceived],
        Next::To(S::Acknowledged),
    ),
    (EventKind::Acknowledged, SENT, Next::Late),
    (EventKind::Questioned, WAITING, Next::To(S::Questioned)),
    // The other side goes on: a refusal that was put down here is none.
    (EventKind::Questioned, &[S::Refused], Next::To(S::Questioned)),
    (EventKind::Questioned, SENT, Next::Late),
    (EventKind::Answered, &[S::Questioned], Next::To(S::Answered)),
    (EventKind::Answered, SENT, Next::Late),
    (
        EventKind::Accepted,
        // The other side tells what it wants to tell: it can accept without having acknowledged.
        &[
            S::AdvanceCopySent,
            S::OriginalDispatched,
            S::OriginalReceived,
            S::Acknowledged,
            S::Questioned,
            S::Answered,
            S::Postponed,
            S::Refused,
        ],
        Next::To(S::Accepted),
    ),
    (EventKind::Accepted, SENT, Next::Late),
    (EventKind::ExecutedInPart, WAITING, Next::To(S::ExecutedInPart)),
    (EventKind::ExecutedInPart, &[S::Refused], Next::To(S::ExecutedInPart)),
    (EventKind::ExecutedInPart, SENT, Next::Late),
    (EventKind::Executed, WAITING, Next::To(S::Executed)),
    (EventKind::Executed, &[S::Refused], Next::To(S::Executed)),
    // A further answer, in place of one that was damaged or wrong.
    (EventKind::Executed, &[S::Executed], Next::To(S::Executed)),
    (EventKind::Executed, SENT, Next::Late),
    (EventKind::Postponed, WAITING, Next::To(S::Postponed)),
    (EventKind::Postponed, &[S::Refused], Next::To(S::Postponed)),
    (EventKind::Postponed, SENT, Next::Late),
    (EventKind::Resumed, &[S::Postponed, S::Refused], Next::To(S::Accepted)),
    (EventKind::Resumed, SENT, Next::Late),
    (EventKind::Refused, WAITING, Next::To(S::Refused)),
    (EventKind::Refused, SENT, Next::Late),
    (EventKind::Withdrawn, WAITING, Next::To(S::Withdrawn)),
    (EventKind::Withdrawn, &[S::Issued], Next::To(S::Withdrawn)),
    (EventKind::StatusAsked, WAITING, Next::Stay),
    (EventKind::StatusGiven, WAITING, Next::Stay),
    (EventKind::StatusGiven, SENT, Next::Late),
    (EventKind::TicketGiven, WAITING, Next::Stay),
    (EventKind::TicketGiven, SENT, Next::Late),
    (EventKind::TicketRenewed, WAITING, Next::Stay),
    (EventKind::TicketRenewed, &[S::Executed], Next::Stay),
    (EventKind::TicketRenewed, SENT, Next::Late),
    (EventKind::CostNoted, SENT, Next::Late),
    // Lent evidence goes back when the proceedings are over, which may be years after the request was.
    (EventKind::EvidenceReturned, &[S::ExecutedInPart, S::Executed], Next::Stay),
    (EventKind::EvidenceReturned, &[S::Closed], Next::Late),
    (
        EventKind::Closed,
        &[S::Drafted, S::Reviewed, S::Approved, S::ExecutedInPart, S::Executed, S::Refused, S::Withdrawn],
        Next::To(S::Closed),
    ),
];

/// What may happen on the receiver's side. The first event is a receipt, of the advance copy or the original.
pub const RECEIVER: &[Transition] = &[
    (EventKind::AdvanceCopyReceived, &[S::OriginalReceived], Next::Stay),
    (EventKind::OriginalReceived, &[S::AdvanceCopyReceived], Next::To(S::OriginalReceived)),
    (EventKind::OriginalReceived, UNDER_WAY, Next::Stay),
    (EventKind::OriginalScanned, PENDING, Next::Stay),
    (EventKind::SignatureKept, PENDING, Next::Stay),
    (EventKind::Acknowledged, &[S::AdvanceCopyReceived, S::OriginalReceived], Next::To(S::Acknowledged)),
    (EventKind::Questioned, PENDING, Next::To(S::Questioned)),
    (EventKind::Answered, &[S::Questioned], Next::To(S::Answered)),
    (EventKind::Answered, PENDING, Next::Late),
    (EventKind::Answered, ENDED, Next::Late),
    (EventKind::Accepted, &[S::Acknowledged, S::Answered, S::Postponed], Next::To(S::Accepted)),
    // Not looked for: only an emergency asks for it, and then it is the next step.
    (EventKind::CalledBack, PENDING, Next::Late),
    (EventKind::CostNoted, &[S::Accepted, S::Assigned, S::ExecutedInPart, S::Executed], Next::Stay),
    (EventKind::CostNoted, PENDING, Next::Late),
    (EventKind::CostNoted, ENDED, Next::Late),
    (EventKind::Assigned, &[S::Accepted, S::Assigned, S::Answered, S::ExecutedInPart], Next::To(S::Assigned)),
    (
        EventKind::ExecutedInPart,
        &[S::Acknowledged, S::Answered, S::Accepted, S::Assigned, S::ExecutedInPart],
        Next::To(S::ExecutedInPart),
    ),
    (
        EventKind::Executed,
        &[S::Acknowledged, S::Answered, S::Accepted, S::Assigned, S::ExecutedInPart, S::Executed],
        Next::To(S::Executed),
    ),
    (
        EventKind::Postponed,
        &[S::Acknowledged, S::Questioned, S::Answered, S::Accepted, S::Assigned, S::ExecutedInPart],
        Next::To(S::Postponed),
    ),
    // A refusal that was put down on the wrong request is taken back so.
    (EventKind::Resumed, &[S::Postponed, S::Refused], Next::To(S::Accepted)),
    (EventKind::Refused, PENDING, Next::To(S::Refused)),
    (EventKind::Withdrawn, PENDING, Next::To(S::Withdrawn)),
    (EventKind::Withdrawn, ENDED, Next::Late),
    (EventKind::StatusAsked, PENDING, Next::Stay),
    (EventKind::StatusAsked, ENDED, Next::Late),
    (EventKind::StatusGiven, PENDING, Next::Stay),
    // The question how it stands crossed the answer or the refusal.
    (EventKind::StatusGiven, &[S::Executed, S::Refused], Next::Late),
    (EventKind::TicketGiven, PENDING, Next::Stay),
    (EventKind::TicketRenewed, PENDING, Next::Stay),
    (EventKind::TicketRenewed, &[S::Executed], Next::Stay),
    (EventKind::EvidenceReturned, &[S::ExecutedInPart, S::Executed], Next::Stay),
    (EventKind::EvidenceReturned, PENDING, Next::Late),
    (EventKind::EvidenceReturned, ENDED, Next::Late),
    (EventKind::Closed, &[S::ExecutedInPart, S::Executed, S::Refused, S::Withdrawn], Next::To(S::Closed)),
];

/// Where an event leads from a stage, or nothing if it cannot follow.
pub fn next(side: Side, stage: Option<Stage>, kind: EventKind) -> Option<Next> {
    let Some(stage) = stage else {
        return match (side, kind) {
            (Side::Sender, EventKind::Drafted) => Some(Next::To(S::Drafted)),
            (Side::Receiver, EventKind::AdvanceCopyReceived) => Some(Next::To(S::AdvanceCopyReceived)),
            (Side::Receiver, EventKind::OriginalReceived) => Some(Next::To(S::OriginalReceived)),
            _ => None,
        };
    };
    let table = match side {
        Side::Sender => SENDER,
        Side::Receiver => RECEIVER,
    };
    table.iter().find(|(event, from, _)| *event == kind && from.contains(&stage)).map(|(_, _, next)| *next)
}

//! Requests to other states and from them, as signed entries of a case.
//!
//! A request is drafted version by version; what the law and the forms in force say of each version is recorded with
//! it. Another officer reviews it, a named jurist clears the facts that it relies on, two persons approve exactly one
//! version, and only that one can be issued. From there the request lives on: copies go out, questions come back,
//! data is kept under a ticket. The office that is asked takes the request in from its machine-readable twin, checks it
//! by its own packs, and lives its own side of the same life.
//!
//! The engines stay what they are: [`comity_law`] answers, [`comity_request`] fills and checks, [`comity_document`]
//! prints. Here their answers become entries, and the fold says which step may follow.
//!
//! Invariants, each held by a test that names it in `tests/request.rs`:
//! - what is issued was approved to the letter, by another person than the one who wrote it;
//! - no fact that a request relies on goes out without a jurist's name to it;
//! - no entry of a request is ever corrected, withdrawn or forgotten, since later ones stand on it ([`KINDS`]);
//! - the same version gives the same paper.

mod body;
mod desk;
mod edit;
mod error;
mod facts;
mod fold;
mod identifiers;
pub mod print;
mod receive;
mod sender;
mod twin;
mod view;

pub use body::{
    KINDS, OwnCheck, RequestDrafted, RequestFactConfirmed, RequestReceived, RequestRecorded, RequestReviewed,
    Review, Subject,
};
pub(crate) use desk::PDF_TYPE;
pub use desk::{ADVANCE, Checked, Layout, ORIGINAL, Printed};
pub use edit::{Edited, FieldChange};
pub use error::{RequestError, RequestRefusal};
pub use fold::{Issue, Request, Requests, Version, is_open};
pub(crate) use fold::{SENT_BY, Step, TAKEN_FROM};
pub use identifiers::Identifiers;
pub use receive::{ACKNOWLEDGEMENT, Acknowledged, Received, TwinSignature};
pub use sender::{Issued, NewRequest, Word};
pub use twin::{COSE_TYPE, TWIN_RECORD_VERSION, TwinRecord};
pub use view::{NextStep, RENEW_LEAD_DAYS, TicketState};

/// The names of the twin and of the signature beside it among the files of an entry.
pub use comity_document::{TWIN_NAME, TWIN_SIGNATURE_NAME};

/// The name of the pack with facts about states and treaties.
pub const LAW: &str = "law";
/// The name of the pack with request forms.
pub const FORMS: &str = "forms";

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
//! - what the office's own practice asks to be approved is approved, step by step and by another person each;
//! - in an emergency nothing leaves before one officer called back whoever asks, and another lets it go;
//! - no entry of a request is ever corrected, withdrawn or forgotten, since later ones stand on it ([`KINDS`]);
//! - the same version gives the same paper.

mod body;
mod clocks;
mod desk;
mod edit;
mod error;
mod facts;
mod fold;
mod happened;
mod identifiers;
mod import;
mod old_register;
pub mod print;
mod receive;
mod sender;
pub mod statistics;
mod translate;
mod twin;
mod versions;
mod view;

pub use body::{
    Approvals, KINDS, OutsideDecision, OwnCheck, RequestCarriedOver, RequestDrafted, RequestEndorsed,
    RequestFactConfirmed, RequestReceived, RequestRecorded, RequestReviewed, Review, Subject,
};
pub use clocks::{Clock, ClockKind, SOON_DAYS, Urgency, Waiting, is_followed};
pub use desk::{ADVANCE, Checked, Layout, ORIGINAL, Printed};
pub(crate) use desk::{PDF_TYPE, languages_of};
pub use edit::Edited;
pub use error::{RequestError, RequestRefusal};
pub use fold::{Endorsement, Issue, Reached, Request, Requests, Version, is_open};
pub(crate) use fold::{SENT_BY, Step, TAKEN_FROM};
pub use happened::OtherRequest;
pub use identifiers::Identifiers;
pub use import::{ANSWER_PAPER, ANSWER_TWIN, Imported};
pub use old_register::{CarryOver, CarryOverFault, OldRegister};
pub use receive::{ACKNOWLEDGEMENT, Acknowledged, Received, TwinSignature};
pub use sender::{Issued, NewRequest, Word};
pub use translate::{Proposal as TranslationProposal, ToTranslate};
pub use twin::{COSE_TYPE, TWIN_RECORD_VERSION, TwinRecord};
pub use versions::VersionChanges;
pub use view::{NextStep, RENEW_LEAD_DAYS};

/// The names of the twin and of the signature beside it among the files of an entry.
pub use comity_document::{TWIN_NAME, TWIN_SIGNATURE_NAME};

/// The name of the pack with facts about states and treaties.
pub const LAW: &str = "law";
/// The name of the pack with the office's own practice: its approvals and its calendar.
pub const PRACTICE: &str = "practice";
/// The name of the pack with terms in several languages.
pub const GLOSSARY: &str = "glossary";
/// The name of the pack with request forms.
pub const FORMS: &str = "forms";

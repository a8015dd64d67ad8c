//! Request forms: filling, completeness, confirmation, life as sender and receiver.
//!
//! A form is data ([`Forms`], `packs/forms`), what a treaty demands is data too (the law pack, by
//! [`comity_law::Basis`]). A [`Draft`] is filled from plain values; [`check`] says what is wrong, what each
//! instrument misses with the article that asks for it and the field where it goes, what to think twice about, and
//! which legal facts a named jurist must confirm or overrule. A [`RequestVersion`] freezes the draft; an
//! [`Approval`] binds its digest; [`ready_to_issue`] lets it go. [`life`] folds what happens afterwards, on both
//! sides, and [`RequestTwin`] is what is printed and read by machines.
//!
//! It knows no case, no store and no clock, renders nothing, sends nothing, and invents no law: provisions come from
//! the office's own library, facts about treaties from the law pack, with what they rest on.
//!
//! ```
//! use comity_request::life::{Event, Side, Stage, fold};
//! use comity_record::Sha256Digest;
//!
//! let version = Sha256Digest::of(b"the version that was approved");
//! let events = [
//!     Event::Drafted { version },
//!     Event::Reviewed { version },
//!     Event::Approved { version },
//!     Event::Issued { version, register_number: "2026/117".into(), day: "2026-11-23".parse()? },
//! ];
//! assert_eq!(fold(Side::Sender, &events)?.stage, Some(Stage::Issued));
//! // An unapproved version cannot be issued.
//! assert!(fold(Side::Sender, &[events[0].clone(), events[3].clone()]).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants, each with the test that holds it:
//! - an approval is worth nothing for another version, not even for one letter of difference
//!   (`issue::an_approval_is_worth_nothing_for_another_version`);
//! - nothing is issued while a fact relied on is neither confirmed nor overruled by name
//!   (`issue::a_version_goes_out_when_it_is_complete_cleared_and_approved_by_another`);
//! - refusing or putting off needs reasons, UNCAC article 46(23) (`life::refusing_and_putting_off_need_reasons`);
//! - a twin that was changed is refused (`twin::a_flipped_byte_never_changes_what_the_twin_says`).

mod changes;
mod check;
mod confirm;
mod draft;
mod form;
mod forms;
mod glossary;
mod identifier;
pub mod life;
mod lines;
pub mod plain;
mod platforms;
mod practice;
mod register;
mod ticket;
mod twin;
mod value;

pub use changes::{FieldChange, Translates, changes, edited};
pub use check::{
    Completeness, MAX_PART_CHARS, MissingContent, PACK_AGE_DAYS, Remark, RemarkKind, Report, Verdict, check,
};
pub use confirm::{Clearance, ConfirmError, Confirmation, Decision};
pub use draft::{
    Approval, CaseFacts, CitedInstrument, Draft, NamedWay, Obstacle, ReadyToIssue, RequestVersion,
    ShownField, ShownSection, VERSION_SCHEMA, ready_to_issue,
};
pub use form::{
    Condition, DEFAULT_CHARS, DEFAULT_ITEMS, Field, FieldKind, Form, FromCase, MAX_CHARS, MAX_FIELDS,
    MAX_ITEMS, ObligationIs, Place, Required, Section,
};
pub use forms::{Fault, FormError, Forms, MAX_FORM_BYTES, MAX_NAME, read as read_form};
pub use glossary::{Glossary, GlossaryError, TermPair, likeness};
pub use identifier::{
    IDENTIFIER_KINDS, Identifier, IdentifierCheck, IdentifierDoubt, IdentifierFault, IdentifierVerdict,
};
pub use lines::{line_of, read_toml};
pub use platforms::{
    Account, AccountForm, MAX_ACCOUNT_FORMS, MAX_PATTERN, MAX_PLATFORMS, PLATFORMS_FILE, Platform, Platforms,
};
pub use practice::{ApprovalStep, Calendar, Hours, MAX_STEPS, Practice, PracticeError, Terms, Titles};
pub use register::{
    Legible, MAX_NOTES_BYTES, MAX_NUMBER_BYTES, MAX_REGISTER_BYTES, MAX_REGISTER_ROWS, REGISTER_COLUMNS,
    REGISTER_QUESTION, Register, RegisterFault, RegisterRow, read_register,
};
pub use ticket::{MAX_KEEP_DAYS, Ticket, TicketError};
pub use twin::{MAX_TWIN_BYTES, RequestTwin, TWIN_LABELS, TWIN_SCHEMA, TWIN_VERSION, TwinError};
pub use value::{
    Authority, Document, Item, Offence, Party, PartyKind, Period, Signatory, TicketRef, Value, WayChosen,
};

/// A legal fact that is not verified or not certain, and that a request relies on. A named jurist confirms,
/// overrules or rejects it before issue.
pub use comity_law::ToConfirm as UnverifiedFact;

/// The codes of every error of this crate; each has a message in `packs/locales`. The remarks of a check have
/// theirs in [`RemarkKind::ALL`].
pub const CODES: &[&str] = &[
    "request-form-too-large",
    "request-form-syntax",
    "request-form-twice",
    "request-form-name",
    "request-form-name-twice",
    "request-form-dangling",
    "request-form-limit",
    "request-form-misplaced",
    "request-form-pattern",
    "request-form-conditions",
    "request-form-size",
    "request-plain-too-large",
    "request-plain-syntax",
    "request-plain-form",
    "request-plain-field",
    "request-plain-shape",
    "request-confirm-name-missing",
    "request-confirm-reason-missing",
    "request-confirm-too-long",
    "request-issue-fields",
    "request-issue-contents",
    "request-issue-unconfirmed",
    "request-issue-rejected",
    "request-issue-not-approved",
    "request-issue-approved-by-drafter",
    "request-issue-too-large",
    "request-issue-other-draft",
    "request-glossary",
    "request-practice-missing",
    "request-practice-syntax",
    "request-practice-fault",
    "request-ticket-number-missing",
    "request-ticket-days",
    "request-ticket-lapsed",
    "request-ticket-before-issue",
    "request-ticket-beyond-calendar",
    "request-life-unknown",
    "request-life-illegal",
    "request-life-reasons-missing",
    "request-life-text-missing",
    "request-life-too-long",
    "request-life-other-version",
    "request-life-question",
    "request-life-endorsed",
    "request-life-ticket",
    "request-life-too-many",
    "request-register-too-large",
    "request-register-too-many-rows",
    "request-register-no-row",
    "request-register-column-missing",
    "request-register-column-unknown",
    "request-register-line",
    "request-register-empty",
    "request-register-value",
    "request-register-too-long",
    "request-register-twice",
    "request-twin-too-large",
    "request-twin-malformed",
    "request-twin-unknown",
    "request-twin-digest-differs",
    "request-twin-shows-other",
    "request-twin-unwritable",
];

//! Facts about states and treaties, and the questions that a request asks of them.
//!
//! The facts are data (`packs/law`, schema in its README); nothing here knows a State by name, nor a treaty or
//! network but for the three that columns and a table of the schema are named after. The crate reads a pack, refuses one that breaks its rules, and answers a [`Question`]: which instruments bind two
//! States on a day, what each provides for a measure, what it demands of a request, which of its paragraphs yield
//! to another treaty, whether the offence opens it, who is addressed, and what remains where nothing obliges.
//!
//! It is a drafting aid and no legal advice. It holds no treaty text, decides nothing, and takes no word for the
//! law that nobody saw: every fact is a [`Sourced`] value with the row, the source, the date of the source and the
//! confidence, and what is uncertain comes out of [`Candidate::to_confirm`] for a named jurist.
//!
//! Start with [`Law::from_pack`] and [`Law::basis`].
//!
//! ```
//! use comity_law::{Law, Question};
//! use comity_record::pack::Pack;
//!
//! # fn pack() -> Pack {
//! #     let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/law");
//! #     let files = std::fs::read_dir(root).unwrap().map(|f| f.unwrap()).filter(|f| f.path().extension().is_some_and(|e| e == "toml"));
//! #     Pack::from_files(files.map(|f| (f.file_name().into_string().unwrap(), std::fs::read(f.path()).unwrap()))).unwrap()
//! # }
//! let law = Law::from_pack(&pack())?;
//! let basis = law.basis(&Question {
//!     from: "KZ".parse()?,
//!     to: "UZ".parse()?,
//!     on: "2026-11-23".parse()?,
//!     measure: "preservation".into(),
//!     offences: vec![],
//! })?;
//! // Nothing is known to oblige; what remains is part of the answer.
//! assert!(basis.obligation.is_none());
//! assert!(!basis.remains.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants, each with the test that holds it:
//! - a fact is verified only if everything that it rests on is, `recalled` never is (DESIGN invariant 7), a
//!   recalled row never says that a State is bound, and the same question to the same pack gives the same bytes
//!   (`properties::a_fact_is_verified_only_if_all_that_it_rests_on_is`);
//! - A and B are bound to each other or not, whoever asks (`properties::binding_is_symmetric`);
//! - time alone never makes a binding less sure (`properties::once_bound_stays_bound`);
//! - that nothing obliges is an answer (`properties::expedited_preservation_is_owed_by_nobody_among_the_seven`).

mod article;
mod basis;
mod binding;
mod change;
mod check;
mod compare;
mod dual;
mod error;
mod fact;
mod grounds;
mod law;
mod opening;
mod read;
mod reason;
mod remains;
pub mod rows;
mod solve;
mod work_list;

pub use article::ArticleUse;
pub use basis::{
    Addressee, Basis, Candidate, ContentDemand, DomesticOffence, DomesticSheet, MAX_OFFENCES, Obligation,
    Provision, ProvisionKind, Question, RefusalGround, Remaining, Replacement, RequestedState, Standing,
    Strength, ToConfirm, VirtualAssetSheet, Way, Yielding,
};
pub use binding::{Binding, Binds, ENTRY_WINDOW_DAYS, InForce, Side};
pub use change::{AnswerChange, Changes, FieldChange, Owed, RowChange, RowChangeKind, is_table_file};
pub use compare::{
    CategoryRow, Finding, Gaps, LawProvisions, MAX_STATES, OffenceGap, PowerGap, ProvisionSeen,
    ProvisionsSeen, SideBySide,
};
pub use dual::{Comparison, DualCriminality, DualDemand, DualSheet, Element, NonCoercive};
pub use error::{LawPackError, Problem, QuestionError};
pub use fact::{
    Aspect, Confidence, PackDate, PackDateError, Provenance, RECALLED, RowRef, Sourced, Term, TermError,
};
pub use grounds::{Cites, GroundPrompt, RefusalPrompts};
pub use law::{Law, Row};
pub use opening::{OffenceAsked, OffenceOpening, Opening, Penalty};
pub use read::{MAX_FILE_BYTES, MAX_ROWS, MAX_TEXT, SCHEMA_VERSION};
pub use reason::Reason;
pub use work_list::ToVerify;

/// A day, as questions name it.
pub use jiff::civil::Date as Day;

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] = &[
    "law-pack-file-missing",
    "law-pack-too-large",
    "law-pack-syntax",
    "law-pack-meta",
    "law-pack-row",
    "law-pack-dangling",
    "law-pack-row-twice",
    "law-pack-verified-from-recall",
    "law-pack-confidence-unknown",
    "law-pack-party-missing",
    "law-pack-contradiction",
    "law-pack-private",
    "law-state-unknown",
    "law-same-state",
    "law-measure-unknown",
    "law-category-unknown",
    "law-instrument-unknown",
    "law-states-count",
    "law-too-many-offences",
];

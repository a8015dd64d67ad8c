//! Commands on cases: authorise, validate, append, apply.
//!
//! This is the one way in. The command line, the pages and the API call what is here and decide nothing themselves.
//! Everything that changes is a signed entry; everything that is known is folded from entries; every step is asked
//! of the policies in force, checked against the state, made durable, and only then applied.
//!
//! Start with [`Casework::open`] and [`Casework::found`]; [`Casework::unlock`] gives a [`Session`], and with it an
//! officer works: [`Casework::open_case`], [`Casework::record`].
//!
//! Invariants, each held by a test that names it in `tests/`:
//! - nothing changes except by a signed entry, and state is a fold of entries ([`State`]);
//! - what a caller was told is stored is durable ([`Receipt`]);
//! - what takes two persons takes an [`Approved`], which one module can make;
//! - an edited row of the database gives nobody a right;
//! - a case leaves only as two persons approved, and leaves an entry ([`Export`]); whoever receives it can check it
//!   without us (`tests/checker`).

pub mod age;
mod approval;
mod backup;
pub mod body;
mod case;
mod casework;
mod comparison;
pub mod dispatch;
mod error;
pub mod exchange;
pub mod exhibit;
mod export;
mod files;
mod fold;
mod held;
mod keyring;
mod known;
pub mod law_sheet;
pub mod lead;
mod library;
pub mod offer;
mod office;
mod papers;
mod passphrase;
mod provision;
mod publisher;
mod refusal;
pub mod request;
mod rights;
mod room;
pub mod scrubbing;
pub mod secret;
mod signed;
mod state;
mod taking;
mod tiles;
pub mod timestamp;
mod told;
mod transport;
mod upkeep;
mod view;

pub use age::{AgeError, Identity, Recipient};
pub use approval::{Approved, Proposal, Status as ProposalStatus};
pub use backup::{BACKUP_VERSION, Backup, Medium};
pub use case::TimelineEntry;
pub use casework::{Casework, LOG_FOLDER, Parts, Receipt, Session, With};
pub use comparison::{Comparison, FileChange, LineChange, MAX_COMPARED_LINES, PackVersion};
pub use error::CaseworkError;
pub use export::evidence;
pub use export::{
    EXPORT_VERSION, Export, ExportError, ExportRecord, MAX_FILE_BYTES, MAX_PACKAGE_BYTES, OpenedPackage,
    Package, Remaining, Withheld, WithheldGround, open_sealed,
};
pub use files::{Kept, MAX_ATTACHED_BYTES};
pub use keyring::{KeyFile, Keyring, KeyringError, RecoveryCode};
pub use known::KNOWN;
pub use library::{DOCUMENTS, LOCALES};
pub use office::{Founding, Person};
pub use papers::{Lent, MAX_MINUTES_BYTES, MinutesText, ObjectionText, Paper, PresentText};
pub use passphrase::{Cost, MAX_LENGTH, MIN_LENGTH, Passphrase, PassphraseError};
pub use provision::{KeptProvision, MAX_PROVISIONS, Provision, ProvisionAdded, ProvisionRemoved, Provisions};
pub use publisher::{LEAST_SIGNERS, PackRefusal, Publisher, TakenPack, compare_versions};
pub use refusal::{MAX_NAME, MAX_TEXT, Refusal};
pub use rights::{POLICIES, Packs, Step};
pub use room::{KEPT_FREE_BYTES, VaultLimits, VaultUse};
pub use state::{Case, JournalEnd, Office, Officer, Standing, State, Status};
pub use taking::Examined;
pub use tiles::DiskTiles;
pub use told::Told;
pub use upkeep::{Fault, Report, SWEEP_GRACE};
pub use view::{CASES, CaseRow, TIMELINE, TimelineRow};

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] = &[
    "casework-passphrase-length",
    "casework-passphrase-wrong",
    "casework-passphrase-sealed-malformed",
    "casework-node-key-malformed",
    "casework-unknown-officer",
    "casework-wrong-key",
    "casework-unknown-office",
    "casework-not-founded",
    "casework-unknown-case",
    "casework-unknown-entry",
    "casework-unknown-agreement",
    "casework-agreement-ended",
    "casework-unknown-message",
    "casework-message-state",
    "casework-exists",
    "casework-reference",
    "casework-same-person",
    "casework-not-of-act",
    "casework-custody-copy-unnamed",
    "casework-custody-copy-exists",
    "casework-custody-copy-unknown",
    "casework-custody-person",
    "casework-custody-himself",
    "casework-custody-ended",
    "casework-custody-withdrawn",
    "casework-custody-confirmed",
    "casework-custody-officer",
    "casework-custody-own-paper",
    "casework-no-administrator",
    "casework-no-stamp-server",
    "casework-stamp-server-authorities",
    "casework-timestamp-no-later",
    "casework-no-second-person",
    "casework-decided",
    "casework-not-approved",
    "casework-exercise-mix",
    "casework-not-changeable",
    "casework-case-state",
    "casework-text",
    "casework-body",
    "casework-not-allowed",
    "casework-unknown-file",
    "casework-unknown-exhibit",
    "casework-unknown-hit",
    "casework-unknown-role",
    "casework-account-exists",
    "casework-not-searched",
    "casework-no-hits",
    "casework-too-many-hits",
    "casework-no-match",
    "casework-entry-withdrawn",
    "casework-act-in-future",
    "casework-nothing-sent",
    "casework-day-in-future",
    "casework-act-before",
    "casework-file-too-large",
    "casework-damaged",
    "casework-rolled-back",
    "casework-pack-missing",
    "casework-pack-not-here",
    "casework-pack-unsigned",
    "casework-pack-publisher-unknown",
    "casework-pack-not-its-signer",
    "casework-pack-one-signer",
    "casework-pack-divided",
    "casework-pack-older",
    "casework-pack-replaced",
    "casework-pack-in-force",
    "casework-pack-schema",
    "casework-publisher-signers",
    "casework-publisher-itself",
    "casework-publisher-trusted",
    "casework-key-missing",
    "casework-files-lost",
    "casework-backup",
    "casework-backup-write",
    "casework-interrupted",
    "casework-card-malformed",
    "casework-card-version",
    "casework-card-term-missing",
    "casework-card-unsigned",
    "casework-exchange-address",
    "casework-exchange-other-peer",
    "casework-exchange-other-agreement",
    "casework-exchange-no-sheet",
    "casework-exchange-too-long",
    "casework-exchange-overtaken",
    "casework-exchange-no-letter",
    "casework-request-unknown",
    "casework-request-does-not-follow",
    "casework-request-other-version",
    "casework-request-other-packs",
    "casework-request-hides",
    "casework-request-other-state",
    "casework-request-own-entry",
    "casework-request-other-day",
    "casework-request-not-reviewed",
    "casework-request-step-open",
    "casework-request-step-order",
    "casework-request-step-role",
    "casework-request-step-decision",
    "casework-request-call-back",
    "casework-request-practice-changed",
    "casework-request-number-of-request",
    "casework-request-not-issued-yet",
    "casework-request-nothing-done",
    "casework-request-why-not",
    "casework-request-one-language",
    "casework-request-no-such-text",
    "casework-minutes",
    "casework-request-words-unreviewed",
    "casework-request-not-relied-on",
    "casework-request-other-name",
    "casework-request-issued",
    "casework-request-signature-other",
    "casework-request-signature-other-state",
    "casework-request-held",
    "casework-request-number-taken",
    "casework-request-number-taken-elsewhere",
    "casework-request-number-hides",
    "casework-request-held-elsewhere",
    "casework-request-before-issue",
    "casework-request-period",
    "casework-request-text-moved",
    "casework-request-before-receipt",
    "casework-request-no-pack",
    "casework-request-unchanged",
    "casework-request-answer-changed",
    "casework-request-subject",
    "casework-request-edit-of-other",
    "casework-request-edit-overtaken",
    "casework-request-nothing-to-print",
    "casework-request-no-draft",
    "casework-request-no-change",
    "casework-request-no-version",
    "casework-request-answer-of-other",
    "casework-request-answer-unclear",
    "casework-request-no-answer",
    "casework-register-measure",
    "casework-register-own-state",
    "casework-register-future",
    "casework-register-held",
    "casework-request-service-not-reached",
    "casework-dispatch-not-a-parcel",
    "casework-dispatch-only-requests",
    "casework-dispatch-other-kind",
    "casework-dispatch-other-agreement",
    "casework-dispatch-other-office",
    "casework-dispatch-other-request",
    "casework-dispatch-not-issued",
    "casework-dispatch-no-such-request",
    "casework-dispatch-not-theirs",
    "casework-dispatch-by-answer",
    "casework-dispatch-unsound",
    "casework-dispatch-taken-before",
    "casework-dispatch-take-first",
    "casework-dispatch-other-package",
    "casework-dispatch-which-agreement",
    "casework-dispatch-no-answer",
    "casework-dispatch-answer-without-package",
    "casework-offer-own-command",
    "casework-offer-no-package",
    "casework-offer-other-file",
    "casework-offer-name",
    "casework-offer-malformed",
    "casework-offer-no-address",
    "casework-offer-unknown",
    "casework-offer-withdrawn",
    "casework-offer-file-gone",
    "casework-offer-leaf-gone",
    "casework-offer-too-many",
    "casework-export-other-step",
    "casework-export-other-recipient",
    "casework-package-key-needed",
    "casework-package-key-not-approved",
    "casework-export-place",
    "casework-export-other-entries",
    "casework-export-not-logged",
    "casework-export-too-large",
    "casework-export-not-a-package",
    "casework-package-exhibit-gone",
    "casework-package-exhibit-changed",
    "casework-package-journal",
    "casework-package-other-officer",
    "casework-package-approval",
    "casework-package-no-approval",
    "casework-package-exhibit",
    "casework-package-stray",
    "casework-package-custody",
    "casework-package-form",
    "casework-package-graph",
    "casework-package-graph-other",
    "casework-package-version",
    "casework-package-unreadable",
    "casework-package-rests-on",
    "casework-package-no-timestamps",
    "casework-package-timestamps-unchecked",
    "casework-package-timestamp-missing",
    "casework-package-timestamp-other",
    "casework-package-timestamp",
    "casework-package-timestamp-undecided",
    "casework-secret-not-holder",
    "casework-secret-other",
    "casework-secret-unknown",
    "casework-secret-shown",
    "casework-secret-lost",
    "casework-secret-officers",
    "casework-secret-too-many",
    "casework-age-recipients",
    "casework-export-key-text",
    "casework-export-key-weak",
    "casework-export-sealed-malformed",
    "casework-export-sealed-other-key",
    "casework-export-sealed-changed",
];

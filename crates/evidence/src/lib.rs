//! Intake, vault, custody and packages of evidence.
//!
//! Bytes come in once and are hashed on the way ([`intake`]), stay encrypted in the node's [`vault`] or where they are
//! ([`mod@reference`]), pass from hand to hand on record ([`custody`]), and leave as a package that programs of others can
//! check ([`seal`], [`bag`]). What is too large for one try goes [leaf by leaf](transfer).
//!
//! It knows no case, no clock, no network and no random source: dates and times come in as values, randomness as
//! [`comity_record::Entropy`], and everything that it writes goes through [`comity_disk::Disk`]. What is inside a file is
//! not its business; that is `scan`.
//!
//! Main types: [`Intake`] and [`Digests`]; [`Vault`], [`Stored`], [`ObjectReader`] and [`vault::ObjectStore`]; [`Reference`];
//! [`CustodyEntry`] and [`custody::check`]; [`Seal`], [`seal_to_bag`], [`seal_in_place`], [`verify_package`];
//! [`BagWriter`], [`Report`] and [`Verdict`]. Start with [`seal_to_bag`] for files, with [`Vault::add`] for a case.
//!
//! ```
//! use std::sync::Arc;
//! use comity_disk::SimDisk;
//! use comity_evidence::{Intake, Limits, NoKeys, Vault};
//! use comity_record::key::SecretKey;
//! use comity_record::testing::Counting;
//!
//! let entropy = Arc::new(Counting::default()); // a test's stand-in; a node takes the system's
//! let vault = Vault::open(Arc::new(SimDisk::new()), SecretKey::draw(&*entropy), entropy)?;
//! let mut intake = Intake::new(Limits::default());
//! let stored = vault.add(&mut &b"seized"[..], "note.txt", &mut intake, &NoKeys([1; 16]))?;
//! assert_eq!(&vault.read_range(&stored.name, &stored.key, 0, 100)?[..], b"seized");
//! # Ok::<(), comity_evidence::VaultError>(())
//! ```
//!
//! *Invariants*
//! - Acknowledged means durable: `tests::power::*` over 500 power cuts each for the vault and for packages.
//! - No half object and no half package is ever visible: the same tests, and
//!   `tests::vault::a_failing_or_full_disk_changes_nothing`.
//! - An object that was cut, reordered, doubled or changed does not open: the properties in `chunk`.
//! - A flipped byte anywhere in a package fails the check and names the file:
//!   `tests::bag::every_flipped_byte_is_found_and_its_file_named`.
//! - A check that was not made is never called passed: `tests::bag::what_was_not_checked_is_not_called_passed`.
//! - No leaf of a file that comes in parts is written before it was verified, and none that is wrong counts as there:
//!   `tests::transfer::*`.
//! - Same files and date, same package: `tests::bag::the_same_files_give_the_same_bytes`.

pub mod bag;
pub mod case_uco;
mod chunk;
pub mod custody;
pub mod hash;
pub mod intake;
pub mod leaves;
mod package;
pub mod reference;
pub mod room;
pub mod salvage;
pub mod seal;
pub mod sessions;
pub mod signature;
pub mod transfer;
pub mod vault;
pub mod walk;

pub use bag::{Answer, BagError, BagWriter, Report, Verdict};
pub use chunk::CHUNK_BYTES;
pub use custody::CustodyEntry;
pub use hash::{Algorithm, Digests, Further};
pub use intake::{Intake, IntakeError, Limits, Progress};
pub use leaves::Leaves;
pub use package::PackageWriter;
pub use reference::{Reference, reference};
pub use room::{Quota, Room};
pub use seal::{
    Seal, SealError, SealOptions, SealedBag, TagFile, seal_in_place, seal_to_bag, verify_in_place,
    verify_package,
};
pub use sessions::{SealedInSessions, Session, SessionTold, seal_in_sessions};
pub use signature::{SignatureError, SignedRoot, Signer};
pub use transfer::Arriving;
pub use vault::{
    Holder, KeyRing, Lease, NoKeys, ObjectName, ObjectReader, Stored, StoredFile, StoredFolder, Vault,
    VaultError,
};

/// The codes of every error and finding of this crate; each has a message in `packs/locales`. Errors of the disk keep
/// their own codes, [`comity_disk::CODES`].
pub const CODES: &[&str] = &[
    "evidence-unreadable",
    "evidence-not-regular",
    "evidence-changed",
    "evidence-file-too-large",
    "evidence-total-too-large",
    "evidence-too-many-files",
    "evidence-too-deep",
    "evidence-name-too-long",
    "evidence-stopped",
    "evidence-no-room-vault",
    "evidence-no-room-case",
    "evidence-no-room-disk",
    "evidence-room-unknown",
    "evidence-object-missing",
    "evidence-object-malformed",
    "evidence-object-does-not-open",
    "evidence-object-other-content",
    "evidence-too-many-copies",
    "evidence-damage-decayed",
    "evidence-damage-malformed",
    "evidence-damage-unreadable",
    "evidence-package-path",
    "evidence-package-clash",
    "evidence-package-length",
    "evidence-package-info",
    "evidence-copy-decayed",
    "evidence-nothing-of-it",
    "evidence-other-source",
    "evidence-seal-format",
    "evidence-seal-malformed",
    "evidence-signature-malformed",
    "evidence-signature-version",
    "evidence-signature-other-root",
    "evidence-leaves-malformed",
    "evidence-leaves-too-many",
    "evidence-leaves-lines",
    "evidence-leaves-other-root",
    "evidence-transfer-wrong",
    "evidence-transfer-incomplete",
    "evidence-transfer-other-file",
    "evidence-found-declaration",
    "evidence-found-no-manifest",
    "evidence-found-no-payload",
    "evidence-found-missing",
    "evidence-found-unlisted",
    "evidence-found-mismatch",
    "evidence-found-duplicate",
    "evidence-found-path",
    "evidence-found-line",
    "evidence-found-form",
    "evidence-found-not-regular",
    "evidence-found-clash",
    "evidence-found-not-utf8",
    "evidence-found-fetch",
    "evidence-found-oxum",
    "evidence-found-seal",
    "evidence-found-seal-root",
    "evidence-place-missing",
    "evidence-place-added",
    "evidence-place-changed",
    "evidence-place-unreadable",
    "evidence-found-signature",
    "evidence-found-signed-other",
    "evidence-undecided-limits",
    "evidence-undecided-version",
    "evidence-undecided-encoding",
    "evidence-undecided-seal-format",
    "evidence-undecided-signature-version",
    "evidence-undecided-algorithm",
    "evidence-undecided-unreadable",
    "evidence-undecided-stopped",
    "evidence-note-no-tag-manifest",
    "evidence-note-tag-unprotected",
    "evidence-note-percent-unescaped",
    "evidence-note-no-seal",
    "evidence-note-no-signature",
    "evidence-note-no-oxum",
    "evidence-note-not-reached",
    "evidence-gap-no-beginning",
    "evidence-gap-hand-over",
    "evidence-gap-person",
    "evidence-gap-same-person",
    "evidence-gap-time",
    "evidence-gap-seals",
    "evidence-gap-seals-in-act",
    "evidence-gap-digest",
    "evidence-gap-change",
    "evidence-gap-after-end",
    "evidence-gap-second-beginning",
    "evidence-gap-signature",
    "evidence-gap-authority",
    "evidence-gap-copy",
    "evidence-gap-other-exhibit",
];

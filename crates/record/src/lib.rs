//! What a case is made of: ids, entries, canonical bytes, signatures, handling, amounts, times, countries.
//!
//! This is floor 0 of the house. It knows no file, no database, no network, no clock and no source of randomness;
//! what it needs of them comes in as [`Clock`] and [`Entropy`].
//!
//! Start with [`entry::Draft`]: what an officer hands in. [`entry::Draft::sign`] makes an entry of it, whose
//! [`entry::Statement`] is signed and whose [`entry::Content`] is sealed under a key of its own, and
//! [`seal::NodeSeal`] adds where and when a node took it in.
//!
//! ```
//! use comity_record::testing::Counting;
//! use comity_record::sign::SigningKey;
//! use comity_record::entry::{Author, Content, Draft, SignedStatement};
//! use comity_record::handling::{Handling, Origin};
//! use comity_record::{ActTime, CaseId, OfficeId, OfficerId};
//!
//! let entropy = Counting::default(); // a test's stand-in; a node takes the system's
//! let key = SigningKey::draw(&entropy);
//! let entry = Draft {
//!     author: Author::Officer(OfficerId::draw(&entropy)),
//!     office: OfficeId::draw(&entropy),
//!     case: CaseId::draw(&entropy),
//!     kind: "note.written".parse()?,
//!     kind_version: 1,
//!     handling: Handling::own_work(Origin { country: "TJ".parse()?, authority: "Exercise unit".into() }),
//!     act: "2026-11-23T12:00:00+05:00[Asia/Dushanbe]".parse::<ActTime>()?,
//!     refs: vec![],
//!     content: Content::new("found in the drawer", vec![])?,
//! }
//! .sign(&key, &entropy)?;
//!
//! let read = SignedStatement::parse(&entry.statement)?;
//! assert_eq!(read.verify(&key.verifying_key())?.kind.as_str(), "note.written");
//! assert_eq!(read.open(&entry.key, &entry.sealed)?.read::<String>()?, "found in the drawer");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants:
//! - what is signed or hashed has one spelling ([`cbor`]), and readers refuse every other;
//! - a signature names its purpose ([`sign::Purpose`]) and is worth nothing for another;
//! - the statement commits to the content but does not hold it, so a content can be forgotten.

pub mod bundle;
pub mod cbor;
mod coded;
mod digest;
pub mod entry;
pub mod handling;
mod id;
mod isolate;
pub mod key;
mod money;
pub mod pack;
pub mod pem;
mod place;
pub mod seal;
pub mod sign;
pub mod testing;
mod time;
mod token;
mod world;

pub use ciborium::Value;
pub use coded::Coded;
pub use digest::{Blake3Digest, Bytes, DigestTextError, Sha256Digest};
pub use id::{CaseId, EntryId, IdTextError, KeyId, OfficeId, OfficerId};
pub use isolate::{is_bidi_control, isolate};
pub use money::{Amount, AmountError, Currency};
pub use place::{Country, Direction, Language, PlaceError};
pub use time::{ActTime, RecordedTime, TimeError};
pub use token::{Token, TokenError};
pub use world::{Clock, Entropy};

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] = &[
    "record-cbor-malformed",
    "record-cbor-not-canonical",
    "record-cbor-forbidden",
    "record-cbor-too-large",
    "record-cbor-too-deep",
    "record-cbor-shape",
    "record-country-unknown",
    "record-language-malformed",
    "record-amount-unit",
    "record-amount-number",
    "record-amount-too-large",
    "record-amount-units-differ",
    "record-time-malformed",
    "record-time-zone-unknown",
    "record-token-malformed",
    "record-signature-malformed",
    "record-signature-other-key",
    "record-signature-invalid",
    "record-key-text",
    "record-sealed-does-not-open",
    "record-entry-version",
    "record-entry-too-many",
    "record-entry-commitment",
    "record-pack-no-manifest",
    "record-pack-manifest",
    "record-pack-path",
    "record-pack-too-large",
    "record-bundle-malformed",
    "record-bundle-signature",
    "record-bundle-version",
    "record-bundle-too-large",
    "record-bundle-too-many-signatures",
    "record-bundle-other-pack",
    "record-bundle-signed-twice",
    "record-bundle-pack-version",
];

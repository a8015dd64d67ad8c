//! Time-stamps of RFC 3161: asks for them, reads them, and says whether they hold.
//!
//! A time-stamp authority signs that it saw a digest at a time. Whoever trusts the authority can check that in ten years with
//! `openssl ts -verify`, and so can this crate. It also says until when a time-stamp can be checked as it is, and how it is
//! renewed before: the next one is over the reply that held the one before it (RFC 4998, 5.2), so that a file which is
//! there anyway is what the next one speaks of.
//!
//! It is not a client: who carries a request to a server is a [`Stamper`]. It knows no network, no clock and no randomness.
//! Whether a certificate was revoked it asks by lists that somebody has at hand ([`Anchors::asking`]), and says by
//! [`Stamped::revocation_asked`] whether it did.
//!
//! Start with [`Request::new`], [`verify()`] and [`verify_series`].
//!
//! ```
//! use comity_record::Sha256Digest;
//! use comity_stamp::{Anchors, Request, Undecided, Verdict, verify};
//!
//! let data = include_bytes!("../tests/data/data.txt");
//! // The request is kept beside the reply: by its nonce the reply is known to be the one to it.
//! let request = Request::parse(include_bytes!("../tests/data/request.tsq"))?;
//! assert_eq!(request.imprint(), Sha256Digest::of(data));
//! let reply = include_bytes!("../tests/data/rsa.tsr");
//! let anchors = Anchors::from_pem(include_bytes!("../tests/data/root.pem"))?;
//! let Verdict::Pass(stamped) = verify(reply, &request, &anchors) else { panic!("it holds") };
//! assert!(stamped.time < stamped.until);
//! // Without somebody who is trusted nothing is known, and nothing is said to hold.
//! let verdict = verify(reply, &request, &Anchors::default());
//! assert_eq!(verdict, Verdict::Undecided(Undecided::NoAnchor));
//! # Ok::<(), comity_stamp::ReadError>(())
//! ```
//!
//! # Invariants
//!
//! - *Invariant:* nothing passes of which a check was left out (`known::without_an_anchor_nothing_is_decided`,
//!   `known::what_is_signed_by_an_algorithm_that_is_not_known_is_not_decided`).
//! - *Invariant:* where revocation is asked, nothing passes of which no list says that it was good
//!   (`revoked::without_a_list_that_tells_nothing_is_decided`).
//! - *Invariant:* a changed byte of a reply never gives another time that passes
//!   (`forged::no_changed_byte_gives_another_content_that_passes`).
//! - *Invariant:* what is read of foreign bytes stays within the named limits (`limits::*`).

mod anchor;
mod asn1;
mod certificate;
mod digest;
mod error;
mod reply;
mod request;
mod revocation;
mod series;
mod server;
mod signature;
mod token;
mod verify;

pub use anchor::{Anchors, MAX_ANCHORS, MAX_PEM_BYTES};
pub use certificate::MAX_CERTIFICATE_BYTES;
pub use error::{Fault, ReadError, Undecided};
pub use reply::{MAX_REPLY_BYTES, MAX_STATUS_TEXTS};
pub use request::{MAX_NONCE_BYTES, MAX_REQUEST_BYTES, NONCE_BYTES, Request};
pub use revocation::{MAX_LIST_BYTES, MAX_LISTS, RevocationLists};
pub use series::{Link, MAX_SERIES, Series, verify_series};
pub use server::{MAX_URL_BYTES, Server, Stamper};
pub use token::{MAX_ATTRIBUTES, MAX_CERTIFICATES, MAX_EXTENSIONS};
pub use verify::{Stamped, Verdict, verify};

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] = &[
    "stamp-address",
    "stamp-algorithm",
    "stamp-anchor",
    "stamp-attribute",
    "stamp-certificate-time",
    "stamp-certificate-use",
    "stamp-chain",
    "stamp-extension",
    "stamp-malformed",
    "stamp-no-anchor",
    "stamp-no-certificate",
    "stamp-no-path",
    "stamp-no-revocation-list",
    "stamp-not-granted",
    "stamp-other-imprint",
    "stamp-other-nonce",
    "stamp-renewed-early",
    "stamp-renewed-late",
    "stamp-revoked",
    "stamp-signature",
    "stamp-too-large",
    "stamp-too-many",
];

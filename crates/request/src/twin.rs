//! The machine-readable twin of a printed request: what `document` prints, and what the other side's program reads.
//!
//! # Schema, version 1
//!
//! A JSON object in UTF-8:
//!
//! | key | holds |
//! |---|---|
//! | `schema` | `comity.request-twin` |
//! | `schema_version` | `1` |
//! | `digest` | SHA-256 of `request` in canonical CBOR, in hexadecimal: what was approved |
//! | `request` | the [`RequestVersion`], see below |
//! | `annexes` | `number`, `title` and `sha256` of every exhibit and finding, in the order of print |
//!
//! In `request`:
//!
//! | key | holds |
//! |---|---|
//! | `schema` | `1` |
//! | `reference`, `number`, `previous` | the office's reference, the number of the version, the digest of the one before |
//! | `law_pack` | digest of the law pack that answered |
//! | `obligation` | reason code of the answer whether any instrument obliges; the words are `law-reason-<code>` |
//! | `basis` | the cited instruments: `instrument`, `short_name`, `official_name`, `articles`, `reason` |
//! | `ways` | what is asked on other ground: `way` (`way`, `id`), `name`, `provisions` |
//! | `title` | key of the form's title |
//! | `sections` | `id`, `label` key and `fields`: each `id`, `label` key, `type`, whether it is a `list` |
//! | `places` | what the print leaves room for |
//! | `draft` | form and its digest, `question` (who asks whom for what, on which day, about which offences), `cited`, `language`, `translation`, `exercise`, and `values` by field, each with `type` and `value` |
//!
//! Labels are keys of messages, so that a program prints them in any language it has. The twin repeats nothing of
//! the case but what is printed, and carries no confirmation of a jurist.

use comity_record::{Coded, Sha256Digest};
use serde::{Deserialize, Serialize};

use crate::draft::{RequestVersion, VERSION_SCHEMA};
use crate::value::Document;

/// The name of the schema.
pub const TWIN_SCHEMA: &str = "comity.request-twin";
/// Its version.
pub const TWIN_VERSION: u16 = 1;
/// Bytes of one twin: a request is text, its annexes travel beside it.
pub const MAX_TWIN_BYTES: usize = 4 << 20;

/// Keys of the words that a print of a request needs beside those of its form, [`crate::IDENTIFIER_KINDS`] as
/// `request-identifier-<kind>` and the ways of the law answer as `request-way-<way>`.
pub const TWIN_LABELS: &[&str] = &[
    "request-twin-reference",
    "request-twin-version",
    "request-twin-digest",
    "request-twin-date",
    "request-twin-requesting-state",
    "request-twin-requested-state",
    "request-twin-legal-basis",
    "request-twin-articles",
    "request-twin-no-obligation",
    "request-twin-asked-instead",
    "request-twin-asked-under-general-clause",
    "request-twin-official-name-unknown",
    "request-twin-annexes",
    "request-twin-annex-number",
    "request-twin-annex-title",
    "request-twin-annex-sha256",
    "request-twin-advance-copy",
    "request-twin-original",
    "request-twin-exercise",
    "request-twin-from",
    "request-twin-to",
    "request-twin-kept-until",
    "request-twin-yes",
    "request-twin-no",
    "request-twin-name",
    "request-twin-unit",
    "request-twin-role",
    "request-twin-born",
    "request-twin-nationality",
    "request-twin-address",
    "request-twin-occupation",
    "request-twin-registration",
    "request-twin-network",
    "request-twin-provision",
    "request-twin-provision-text",
    "request-twin-max-penalty",
    "request-twin-conduct",
    "request-twin-item",
    "request-twin-link",
    "request-twin-offence",
    "request-twin-account",
    "request-twin-machine-readable",
    "request-twin-basis-provides",
    "request-twin-basis-carries",
    "request-twin-basis-between",
    "request-twin-way",
    "request-twin-way-name",
    "request-twin-provisions",
    "request-twin-identifier-kind",
    "request-twin-identifier",
    "request-twin-identifier-at",
    "request-twin-identifier-port",
    "request-twin-preserved",
];

/// A twin that cannot be taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TwinError {
    /// More than [`MAX_TWIN_BYTES`].
    #[error("the twin is larger than {MAX_TWIN_BYTES} bytes")]
    TooLarge,
    /// Not JSON, or not of this shape.
    #[error("line {line}: {cause}")]
    Malformed {
        /// The line, from 1.
        line: usize,
        /// What the reader says.
        cause: String,
    },
    /// Another schema, or a version that this program does not know.
    #[error("{schema:?} version {version} is no twin that this program reads")]
    Unknown {
        /// The schema it names.
        schema: String,
        /// The version it names.
        version: u16,
    },
    /// The digest is not that of the request.
    #[error("the request does not have the digest that the twin states")]
    DigestDiffers,
    /// The annexes or sections are not those of the request's values.
    #[error("the twin shows other fields or annexes than the request has")]
    ShowsOther,
    /// The request is beyond a limit.
    #[error("the request cannot be written down: {0}")]
    Unwritable(#[source] comity_record::cbor::CborError),
}

impl Coded for TwinError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "request-twin-too-large",
            Self::Malformed { .. } => "request-twin-malformed",
            Self::Unknown { .. } => "request-twin-unknown",
            Self::DigestDiffers => "request-twin-digest-differs",
            Self::ShowsOther => "request-twin-shows-other",
            Self::Unwritable(_) => "request-twin-unwritable",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge => vec![("most", MAX_TWIN_BYTES.to_string())],
            Self::Malformed { line, cause } => vec![("line", line.to_string()), ("cause", cause.clone())],
            Self::Unknown { schema, version } => {
                vec![("schema", schema.chars().take(80).collect()), ("version", version.to_string())]
            }
            Self::DigestDiffers | Self::ShowsOther => vec![],
            Self::Unwritable(e) => vec![("cause", e.to_string())],
        }
    }
}

/// The twin of a printed request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestTwin {
    /// [`TWIN_SCHEMA`].
    pub schema: String,
    /// [`TWIN_VERSION`].
    pub schema_version: u16,
    /// The digest of the request version.
    pub digest: Sha256Digest,
    /// The request version.
    pub request: RequestVersion,
    /// The annexes in the order of print.
    pub annexes: Vec<Document>,
}

impl RequestTwin {
    /// The twin of a version.
    ///
    /// # Errors
    /// Fails for a version that is beyond the limits of canonical CBOR.
    pub fn of(request: RequestVersion) -> Result<Self, TwinError> {
        let digest = request.digest().map_err(TwinError::Unwritable)?;
        let annexes = request.annexes();
        Ok(Self { schema: TWIN_SCHEMA.to_owned(), schema_version: TWIN_VERSION, digest, request, annexes })
    }

    /// The bytes that are attached to the print: the same twin gives the same bytes.
    ///
    /// # Errors
    /// Fails for a twin that is too large.
    pub fn to_bytes(&self) -> Result<Vec<u8>, TwinError> {
        let malformed = |e: serde_json::Error| TwinError::Malformed { line: e.line(), cause: e.to_string() };
        let mut bytes = serde_json::to_vec_pretty(self).map_err(malformed)?;
        bytes.push(b'\n');
        if bytes.len() > MAX_TWIN_BYTES { Err(TwinError::TooLarge) } else { Ok(bytes) }
    }

    /// Reads a twin that came from elsewhere, and checks that it shows what its digest binds.
    ///
    /// # Errors
    /// Fails for other bytes, another schema, a digest that is not the request's, or fields and annexes that the
    /// request does not have.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, TwinError> {
        if bytes.len() > MAX_TWIN_BYTES {
            return Err(TwinError::TooLarge);
        }
        let malformed = |e: serde_json::Error| TwinError::Malformed { line: e.line(), cause: e.to_string() };
        let head: Head = serde_json::from_slice(bytes).map_err(malformed)?;
        if head.schema != TWIN_SCHEMA || head.schema_version != TWIN_VERSION {
            return Err(TwinError::Unknown { schema: head.schema, version: head.schema_version });
        }
        let twin: Self = serde_json::from_slice(bytes).map_err(malformed)?;
        if twin.request.schema != VERSION_SCHEMA {
            return Err(TwinError::Unknown { schema: TWIN_SCHEMA.to_owned(), version: twin.request.schema });
        }
        if twin.request.digest().map_err(TwinError::Unwritable)? != twin.digest {
            return Err(TwinError::DigestDiffers);
        }
        if !twin.request.shows_all() || twin.annexes != twin.request.annexes() {
            return Err(TwinError::ShowsOther);
        }
        Ok(twin)
    }
}

#[derive(Deserialize)]
struct Head {
    schema: String,
    schema_version: u16,
}

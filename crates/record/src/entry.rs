//! The entry: a signed statement that commits to a body which travels, and is forgotten, apart from it.
//!
//! The statement says who did what kind of thing in which case, when and under which handling, and holds
//! `SHA-256(salt || content)`. The content is sealed under an entry key of its own. So one entry can be shared or
//! forgotten alone, and the proof that something was there remains; without the salt nobody can guess a short
//! body from its digest.

use ciborium::Value;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::cbor::{self, CborError};
use crate::digest::{Bytes, Sha256Digest};
use crate::handling::Handling;
use crate::id::{CaseId, EntryId, KeyId, OfficeId, OfficerId};
use crate::key::{OpenError, SecretKey};
use crate::sign::{self, Purpose, SignError, Signed, SigningKey, VerifyingKey};
use crate::time::ActTime;
use crate::token::Token;
use crate::world::Entropy;

/// The version of the statement's form. Kinds have versions of their own.
pub const STATEMENT_VERSION: u16 = 1;

/// An entry that refers to more than this is an import, and belongs into an attachment.
pub const MAX_REFERENCES: usize = 4096;

/// An entry with more attachments than this is a package, and is attached as one.
pub const MAX_ATTACHMENTS: usize = 4096;

const SALT: usize = 32;

/// What is wrong with an entry.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EntryError {
    /// The statement is not well formed.
    #[error(transparent)]
    Cbor(#[from] CborError),
    /// The signature is missing or does not hold.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// The body does not open under the key.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A form of the statement that this version does not know.
    #[error("statement version {0} is not known here")]
    Version(u16),
    /// More references or attachments than an entry may have.
    #[error("more than {1} {0}")]
    TooMany(&'static str, usize),
    /// The body is not the one that the statement commits to.
    #[error("the body is not the one that was signed")]
    Commitment,
}

impl crate::Coded for EntryError {
    fn code(&self) -> &'static str {
        match self {
            Self::Cbor(e) => e.code(),
            Self::Sign(e) => e.code(),
            Self::Open(e) => e.code(),
            Self::Version(_) => "record-entry-version",
            Self::TooMany(..) => "record-entry-too-many",
            Self::Commitment => "record-entry-commitment",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Cbor(e) => e.args(),
            Self::Sign(e) => e.args(),
            Self::Open(e) => e.args(),
            Self::Version(version) => vec![("version", version.to_string())],
            Self::TooMany(what, most) => vec![("what", (*what).to_owned()), ("most", most.to_string())],
            Self::Commitment => vec![],
        }
    }
}

/// Who made an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Author {
    /// A person, with the key that the office journal gives that person.
    Officer(OfficerId),
    /// The node by itself: a clock that ran out, a receipt.
    Node(KeyId),
}

/// One entry that speaks of another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// What the other entry is to this one: `corrects`, `approves`, `answers`.
    pub role: Token,
    /// The other entry.
    pub entry: EntryId,
}

/// What the author signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// [`STATEMENT_VERSION`].
    pub v: u16,
    /// Who made it.
    pub author: Author,
    /// For which office.
    pub office: OfficeId,
    /// In which case.
    pub case: CaseId,
    /// What kind of thing it is.
    pub kind: Token,
    /// The version of the kind's body.
    pub kind_version: u16,
    /// Under which conditions it may be used.
    pub handling: Handling,
    /// When the act took place, as the author says.
    pub act: ActTime,
    /// The entries that it speaks of.
    pub refs: Vec<Reference>,
    /// `SHA-256(salt || content)`.
    pub content: Sha256Digest,
}

/// A file that belongs to an entry, named by digest; its bytes lie in the vault or beside the entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// A name for people. Never used as a path.
    pub name: String,
    /// The media type (RFC 6838).
    pub media_type: String,
    /// Bytes.
    pub length: u64,
    /// The digest of the bytes.
    pub sha256: Sha256Digest,
}

/// The part of an entry that can be forgotten.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The body, in the form that the kind and its version give it.
    pub body: Value,
    /// The files that belong to it.
    pub attachments: Vec<Attachment>,
}

impl Content {
    /// A content with this body and these attachments.
    ///
    /// # Errors
    /// Fails for a body that has no deterministic CBOR (floats).
    pub fn new<T: Serialize + ?Sized>(body: &T, attachments: Vec<Attachment>) -> Result<Self, CborError> {
        let body = cbor::value_from_canonical(&cbor::to_canonical(body)?)?;
        Ok(Self { body, attachments })
    }

    /// The body as the type that its kind promises.
    ///
    /// # Errors
    /// Fails when the body has another shape.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, CborError> {
        self.body.deserialized().map_err(|e| CborError::Shape(e.to_string()))
    }
}

/// What an author hands in; [`Draft::sign`] makes the entry of it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Who makes it.
    pub author: Author,
    /// For which office.
    pub office: OfficeId,
    /// In which case.
    pub case: CaseId,
    /// What kind of thing it is.
    pub kind: Token,
    /// The version of the kind's body.
    pub kind_version: u16,
    /// Under which conditions it may be used.
    pub handling: Handling,
    /// When the act took place.
    pub act: ActTime,
    /// The entries that it speaks of.
    pub refs: Vec<Reference>,
    /// The body and the list of files.
    pub content: Content,
}

/// An entry as it was just made: the signed statement, the sealed content, and the key that opens it.
pub struct NewEntry {
    /// SHA-256 of the statement's bytes.
    pub id: EntryId,
    /// The COSE_Sign1 of the [`Statement`].
    pub statement: Vec<u8>,
    /// Salt and [`Content`], sealed under the entry key.
    pub sealed: Vec<u8>,
    /// The entry key, to be wrapped under the case key.
    pub key: SecretKey,
}

impl Draft {
    /// Signs the draft and seals its content under a new entry key.
    ///
    /// # Errors
    /// Fails when a limit is passed or the content has no deterministic form.
    pub fn sign(self, key: &SigningKey, entropy: &dyn Entropy) -> Result<NewEntry, EntryError> {
        let mut opened = Zeroizing::new(entropy.draw::<SALT>().to_vec());
        opened.extend_from_slice(&cbor::to_canonical(&self.content)?);
        let statement = Statement {
            v: STATEMENT_VERSION,
            author: self.author,
            office: self.office,
            case: self.case,
            kind: self.kind,
            kind_version: self.kind_version,
            handling: self.handling,
            act: self.act,
            refs: self.refs,
            content: Sha256Digest::of(&opened),
        };
        within_limits(&statement, self.content.attachments.len())?;
        let statement = sign::sign(key, Purpose::Entry, &cbor::to_canonical(&statement)?);
        let id = EntryId::of(&statement);
        let entry_key = SecretKey::draw(entropy);
        let sealed = entry_key.seal(entropy, &seal_context(id), &opened);
        Ok(NewEntry { id, statement, sealed, key: entry_key })
    }
}

/// A statement that has been read, with its identifier; verified only after [`SignedStatement::verify`].
#[derive(Clone, Debug)]
pub struct SignedStatement {
    id: EntryId,
    signed: Signed,
    statement: Statement,
}

impl SignedStatement {
    /// Reads the bytes of a signed statement.
    ///
    /// # Errors
    /// Fails for any spelling that [`Draft::sign`] would not have written.
    pub fn parse(bytes: &[u8]) -> Result<Self, EntryError> {
        let signed = Signed::parse(bytes)?;
        let statement: Statement = cbor::from_canonical(signed.unverified_payload())?;
        if statement.v != STATEMENT_VERSION {
            return Err(EntryError::Version(statement.v));
        }
        within_limits(&statement, 0)?;
        Ok(Self { id: EntryId::of(bytes), signed, statement })
    }

    /// The identifier of the entry.
    pub fn id(&self) -> EntryId {
        self.id
    }

    /// The key that claims to have signed.
    pub fn key_id(&self) -> KeyId {
        self.signed.key_id()
    }

    /// The statement before verification: to find out whose key to verify with.
    pub fn unverified(&self) -> &Statement {
        &self.statement
    }

    /// The statement, if `key` signed it.
    ///
    /// # Errors
    /// Fails when another key is named or the signature does not hold.
    pub fn verify(&self, key: &VerifyingKey) -> Result<&Statement, EntryError> {
        self.signed.verify(key, Purpose::Entry)?;
        Ok(&self.statement)
    }

    /// Opens the sealed content and checks that it is the one that was signed.
    ///
    /// # Errors
    /// Fails for another key, changed bytes, or a content that the statement does not commit to.
    pub fn open(&self, key: &SecretKey, sealed: &[u8]) -> Result<Content, EntryError> {
        let opened = key.open(&seal_context(self.id), sealed)?;
        self.read_opened(&opened)
    }

    /// Reads salt and content as an export carries them in the clear.
    ///
    /// # Errors
    /// Fails when the statement does not commit to them.
    pub fn read_opened(&self, opened: &[u8]) -> Result<Content, EntryError> {
        if Sha256Digest::of(opened) != self.statement.content || opened.len() < SALT {
            return Err(EntryError::Commitment);
        }
        let content: Content = cbor::from_canonical(&opened[SALT..])?;
        within_limits(&self.statement, content.attachments.len())?;
        Ok(content)
    }

    /// Salt and content in the clear, for an export to a named recipient.
    ///
    /// # Errors
    /// Fails for another key or changed bytes.
    pub fn unseal(&self, key: &SecretKey, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, EntryError> {
        let opened = key.open(&seal_context(self.id), sealed)?;
        self.read_opened(&opened)?;
        Ok(opened)
    }
}

/// Wraps an entry key under the case key, bound to the entry.
pub fn wrap_entry_key(case_key: &SecretKey, entropy: &dyn Entropy, entry: EntryId, key: &SecretKey) -> Bytes {
    Bytes(case_key.wrap(entropy, &wrap_context(entry), key))
}

/// Unwraps an entry key.
///
/// # Errors
/// Fails for another case key, another entry, or changed bytes.
pub fn unwrap_entry_key(
    case_key: &SecretKey,
    entry: EntryId,
    wrapped: &Bytes,
) -> Result<SecretKey, OpenError> {
    case_key.unwrap_key(&wrap_context(entry), wrapped.as_ref())
}

fn seal_context(entry: EntryId) -> Vec<u8> {
    [b"comity/content/1".as_slice(), entry.as_bytes()].concat()
}

fn wrap_context(entry: EntryId) -> Vec<u8> {
    [b"comity/entry-key/1".as_slice(), entry.as_bytes()].concat()
}

fn within_limits(statement: &Statement, attachments: usize) -> Result<(), EntryError> {
    if statement.refs.len() > MAX_REFERENCES {
        return Err(EntryError::TooMany("references", MAX_REFERENCES));
    }
    if attachments > MAX_ATTACHMENTS {
        return Err(EntryError::TooMany("attachments", MAX_ATTACHMENTS));
    }
    Ok(())
}

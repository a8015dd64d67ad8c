//! The envelope: one message, sealed to the other office and signed by the node that sends it.
//!
//! Outside stands the [`Header`], which both nodes and whoever carries the envelope can read: between whom, under
//! which agreement, the place in the order, the kind. Inside, padded to one of few sizes, lies the [`Letter`].
//! The header is authenticated twice: by the seal, as additional data, and by the signature.

use comity_record::cbor::{self, CborError};
use comity_record::entry::Attachment;
use comity_record::handling::Handling;
use comity_record::sign::{self, Purpose, SignError, Signed, SigningKey};
use comity_record::{ActTime, Bytes, Coded, Entropy, KeyId, OfficeId, OfficerId, Sha256Digest, Token};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::agreement::{Agreed, AgreementError};
use crate::keys::{KeyError, Keyring, PublishedKey};
use crate::strict;
use crate::suite::Suite;

/// The version of the envelope's form.
pub const ENVELOPE_VERSION: u16 = 1;

/// The sizes to which letters are padded, so that the length on the wire says little.
pub const SIZE_CLASSES: [usize; 7] = [1 << 10, 4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20, 4 << 20];

/// The longest letter: the largest size without the four bytes of length. What is longer lies in the vault and
/// is referred to by its digest.
pub const MAX_LETTER_BYTES: usize = (4 << 20) - LENGTH_BYTES;

/// The longest envelope: the largest size, the tag, the encapsulated key, the header and the signature.
pub const MAX_ENVELOPE_BYTES: usize = (4 << 20) + (8 << 10);

/// A letter that refers to more files than this refers to a package.
pub const MAX_ATTACHMENTS: usize = 256;

/// The most officers who can have approved one letter.
pub const MAX_APPROVERS: usize = 16;

/// The longest list of purposes, recipients, measures or data in the label of a letter.
pub const MAX_LABEL_LIST: usize = crate::agreement::MAX_LIST;

const LENGTH_BYTES: usize = 4;

/// What is wrong with an envelope.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EnvelopeError {
    /// Not deterministic CBOR of the expected form.
    #[error(transparent)]
    Cbor(#[from] CborError),
    /// The signature is malformed or does not hold.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// The key to seal to, or to open with, cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The header's offices are not the parties.
    #[error(transparent)]
    Agreement(#[from] AgreementError),
    /// More bytes than an envelope or a letter may have.
    #[error("{bytes} bytes are more than the limit of {limit}")]
    TooLong {
        /// How many there are.
        bytes: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A form that this version does not know.
    #[error("envelope version {0} is not known here")]
    Version(u16),
    /// The envelope names another agreement.
    #[error("the envelope is under agreement {found}, not {expected}")]
    OtherAgreement {
        /// The one it names.
        found: Sha256Digest,
        /// The one at hand.
        expected: Sha256Digest,
    },
    /// The envelope is not for this office.
    #[error("the envelope is for office {0}")]
    NotForUs(OfficeId),
    /// It does not open: sealed to another key, or changed.
    #[error("the envelope does not open under key {0}")]
    DoesNotOpen(KeyId),
    /// What was inside is not a padded letter.
    #[error("what was sealed is not a letter in its padding")]
    Padding,
    /// More in a list of the letter than there may be, or not in order.
    #[error("the letter's {0} are too many, not in order, or one is there twice")]
    List(&'static str),
}

/// What stands on the outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// [`ENVELOPE_VERSION`].
    pub v: u16,
    /// Under which agreement.
    pub agreement: Sha256Digest,
    /// Who sends.
    pub sender: OfficeId,
    /// Who is to receive.
    pub recipient: OfficeId,
    /// Where it stands among the messages in this direction.
    pub place: Place,
    /// The envelope before it in this direction.
    pub previous: Option<Sha256Digest>,
    /// What kind of message it is.
    pub kind: Token,
    /// When the sender sealed it.
    pub act: ActTime,
    /// It belongs to an exercise.
    pub exercise: bool,
    /// How it is sealed.
    pub suite: Suite,
    /// To which key.
    pub key: KeyId,
}

/// A place in the order of messages from one office to another. The lives of the sender's log come one after
/// another, and each counts from 0: a node restored from a backup would otherwise use numbers again that it has
/// forgotten to have used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The life of the sender's log.
    pub incarnation: u32,
    /// The number in that life, from 0.
    pub counter: u64,
}

/// The conditions under which a letter is sent: what the agreement is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// The conditions of the information.
    pub handling: Handling,
    /// For what it is sent.
    pub purpose: Token,
    /// The measures it asks for or answers.
    pub measures: Vec<Token>,
    /// The kinds of data it holds.
    pub data: Vec<Token>,
    /// Who approved it.
    pub approved_by: Vec<OfficerId>,
    /// For information of a third state: the digest of its consent to this transfer.
    pub consent: Option<Sha256Digest>,
}

/// What lies inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Its conditions. A message that the channel sends by itself has none.
    pub label: Option<Label>,
    /// The message, in the form that its kind gives it.
    pub body: Bytes,
    /// Larger content, by digest; it travels on its own and is worth nothing without this.
    pub attachments: Vec<Attachment>,
}

/// What a new envelope says on its outside, but for what the seal itself decides.
#[derive(Clone, Debug)]
pub struct Address<'a> {
    /// Under which agreement.
    pub agreed: &'a Agreed,
    /// Who sends.
    pub sender: OfficeId,
    /// Where it stands in the order.
    pub place: Place,
    /// The envelope before it.
    pub previous: Option<Sha256Digest>,
    /// What kind of message it is.
    pub kind: Token,
    /// When it is sealed.
    pub act: ActTime,
}

/// A sealed envelope whose signature holds. Only [`Envelope::seal`] and [`Envelope::verify`] make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    id: Sha256Digest,
    bytes: Vec<u8>,
    header: Header,
    aad: Vec<u8>,
    encapsulated: Vec<u8>,
    ciphertext: Vec<u8>,
}

/// What is signed.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Outer {
    header: Bytes,
    encapsulated: Bytes,
    ciphertext: Bytes,
}

impl Header {
    /// The day of the act in UTC.
    pub fn act_day(&self) -> Date {
        strict::utc_day(self.act.timestamp())
    }
}

impl Letter {
    /// What is sealed: the length, the letter, and zeros up to the next size.
    pub fn to_padded(&self) -> Result<Zeroizing<Vec<u8>>, EnvelopeError> {
        self.check()?;
        let letter = Zeroizing::new(cbor::to_canonical(self)?);
        Ok(Zeroizing::new(pad(&letter)?))
    }

    /// Reads what was sealed.
    pub fn parse_padded(plain: &[u8]) -> Result<Self, EnvelopeError> {
        let letter: Self = strict::read(unpad(plain)?)?;
        letter.check()?;
        Ok(letter)
    }

    fn check(&self) -> Result<(), EnvelopeError> {
        if self.attachments.len() > MAX_ATTACHMENTS {
            return Err(EnvelopeError::List("attachments"));
        }
        let Some(label) = &self.label else { return Ok(()) };
        for (list, what) in [(&label.measures, "measures"), (&label.data, "data")] {
            if list.len() > MAX_LABEL_LIST || !strict::is_set(list) {
                return Err(EnvelopeError::List(what));
            }
        }
        if label.approved_by.len() > MAX_APPROVERS || !strict::is_set(&label.approved_by) {
            return Err(EnvelopeError::List("approvers"));
        }
        if label.handling.purposes.len() > MAX_LABEL_LIST || label.handling.recipients.len() > MAX_LABEL_LIST
        {
            return Err(EnvelopeError::List("purposes or recipients"));
        }
        Ok(())
    }
}

impl Envelope {
    /// Seals a letter to `key` and signs the envelope with the node's key.
    ///
    /// Whether the agreement lets it go is asked before, see [`crate::Rules::decide`].
    pub fn seal(
        address: Address<'_>,
        letter: &Letter,
        key: &PublishedKey,
        node: &SigningKey,
        entropy: &dyn Entropy,
    ) -> Result<Self, EnvelopeError> {
        let agreement = address.agreed.agreement();
        let sender = agreement.party(address.sender)?;
        if sender.node != node.verifying_key() {
            let (named, expected) = (node.verifying_key().key_id(), sender.node.key_id());
            return Err(SignError::OtherKey { named, expected }.into());
        }
        let header = Header {
            v: ENVELOPE_VERSION,
            agreement: address.agreed.digest(),
            sender: address.sender,
            recipient: agreement.counterpart(address.sender)?.office,
            place: address.place,
            previous: address.previous,
            kind: address.kind,
            act: address.act,
            exercise: agreement.exercise,
            suite: key.suite,
            key: key.id(),
        };
        if !key.in_use(header.act_day()) {
            return Err(KeyError::NotInUse { key: key.id(), day: header.act_day() }.into());
        }
        let aad = cbor::to_canonical(&header)?;
        let plain = letter.to_padded()?;
        let sealed = key
            .suite
            .seal(entropy, key.public.as_ref(), &info(&header), &aad, &plain)
            .map_err(|_| KeyError::NotAKey(key.id()))?;
        let outer = Outer {
            header: Bytes(aad.clone()),
            encapsulated: Bytes(sealed.encapsulated.clone()),
            ciphertext: Bytes(sealed.ciphertext.clone()),
        };
        let bytes = sign::sign(node, Purpose::Envelope, &cbor::to_canonical(&outer)?);
        let id = strict::digest(&bytes);
        Ok(Self { id, bytes, header, aad, encapsulated: sealed.encapsulated, ciphertext: sealed.ciphertext })
    }

    /// Reads the header of an envelope, unverified: to find out under which agreement to verify it.
    pub fn peek(bytes: &[u8]) -> Result<Header, EnvelopeError> {
        Ok(read(bytes)?.1)
    }

    /// Reads an envelope under its agreement. The signature must be that of the sender's node.
    pub fn verify(bytes: &[u8], agreed: &Agreed) -> Result<Self, EnvelopeError> {
        let (signed, header, outer) = read(bytes)?;
        if header.agreement != agreed.digest() {
            return Err(EnvelopeError::OtherAgreement { found: header.agreement, expected: agreed.digest() });
        }
        let sender = agreed.agreement().party(header.sender)?;
        signed.verify(&sender.node, Purpose::Envelope)?;
        if agreed.agreement().counterpart(header.sender)?.office != header.recipient {
            return Err(AgreementError::NotAParty(header.recipient).into());
        }
        Ok(Self {
            id: strict::digest(bytes),
            bytes: bytes.to_vec(),
            header,
            aad: outer.header.0,
            encapsulated: outer.encapsulated.0,
            ciphertext: outer.ciphertext.0,
        })
    }

    /// Opens it with the recipient's keys.
    ///
    /// Whether what is inside may be shown is asked next, see [`crate::Rules::decide`].
    pub fn open(&self, recipient: OfficeId, keyring: &Keyring) -> Result<Letter, EnvelopeError> {
        if self.header.recipient != recipient {
            return Err(EnvelopeError::NotForUs(self.header.recipient));
        }
        let key = keyring.for_envelope(self.header.key, self.header.act_day())?;
        if key.published().suite != self.header.suite {
            return Err(EnvelopeError::DoesNotOpen(self.header.key));
        }
        let plain = key
            .open(&info(&self.header), &self.aad, &self.encapsulated, &self.ciphertext)
            .ok_or(EnvelopeError::DoesNotOpen(self.header.key))?;
        Letter::parse_padded(&plain)
    }

    /// What names it: SHA-256 of its bytes.
    pub fn id(&self) -> Sha256Digest {
        self.id
    }

    /// What stands on the outside.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// What is sent. The same bytes go by the network and by hand, and again when they are sent again.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

fn read(bytes: &[u8]) -> Result<(Signed, Header, Outer), EnvelopeError> {
    if bytes.len() > MAX_ENVELOPE_BYTES {
        return Err(EnvelopeError::TooLong { bytes: bytes.len(), limit: MAX_ENVELOPE_BYTES });
    }
    let signed = Signed::parse(bytes)?;
    let outer: Outer = strict::read(signed.unverified_payload())?;
    let header: Header = strict::read(outer.header.as_ref())?;
    if header.v != ENVELOPE_VERSION {
        return Err(EnvelopeError::Version(header.v));
    }
    Ok((signed, header, outer))
}

/// What HPKE binds the key schedule to: the form and the agreement.
fn info(header: &Header) -> Vec<u8> {
    [b"comity/letter/1".as_slice(), header.agreement.as_bytes()].concat()
}

/// The length, the letter, and zeros up to the next size.
fn pad(letter: &[u8]) -> Result<Vec<u8>, EnvelopeError> {
    let too_long = EnvelopeError::TooLong { bytes: letter.len(), limit: MAX_LETTER_BYTES };
    let Some(size) = size_class(letter.len()) else { return Err(too_long) };
    let length = u32::try_from(letter.len()).map_err(|_| too_long)?;
    let mut plain = Vec::with_capacity(size);
    plain.extend_from_slice(&length.to_be_bytes());
    plain.extend_from_slice(letter);
    plain.resize(size, 0);
    Ok(plain)
}

/// The letter within its padding. There is one padding for each letter.
fn unpad(plain: &[u8]) -> Result<&[u8], EnvelopeError> {
    let (length, rest) = plain.split_first_chunk::<LENGTH_BYTES>().ok_or(EnvelopeError::Padding)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| EnvelopeError::Padding)?;
    let (letter, padding) = rest.split_at_checked(length).ok_or(EnvelopeError::Padding)?;
    if size_class(length) != Some(plain.len()) || padding.iter().any(|byte| *byte != 0) {
        return Err(EnvelopeError::Padding);
    }
    Ok(letter)
}

fn size_class(letter: usize) -> Option<usize> {
    SIZE_CLASSES.into_iter().find(|size| letter.checked_add(LENGTH_BYTES).is_some_and(|need| need <= *size))
}

impl Coded for EnvelopeError {
    fn code(&self) -> &'static str {
        match self {
            Self::Cbor(e) => e.code(),
            Self::Sign(e) => e.code(),
            Self::Key(e) => e.code(),
            Self::Agreement(e) => e.code(),
            Self::TooLong { .. } => "channel-envelope-too-long",
            Self::Version(_) => "channel-envelope-version",
            Self::OtherAgreement { .. } => "channel-envelope-other-agreement",
            Self::NotForUs(_) => "channel-envelope-not-for-us",
            Self::DoesNotOpen(_) => "channel-envelope-does-not-open",
            Self::Padding => "channel-envelope-padding",
            Self::List(_) => "channel-envelope-list",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Cbor(e) => e.args(),
            Self::Sign(e) => e.args(),
            Self::Key(e) => e.args(),
            Self::Agreement(e) => e.args(),
            Self::TooLong { bytes, limit } => {
                vec![("bytes", bytes.to_string()), ("limit", limit.to_string())]
            }
            Self::Version(version) => vec![("version", version.to_string())],
            Self::OtherAgreement { found, expected } => {
                vec![("found", found.to_string()), ("expected", expected.to_string())]
            }
            Self::NotForUs(office) => vec![("office", office.to_string())],
            Self::DoesNotOpen(key) => vec![("key", key.to_string())],
            Self::Padding => vec![],
            Self::List(what) => vec![("what", (*what).to_owned())],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_padded_to_the_next_size_and_read_back() {
        for size in SIZE_CLASSES {
            for length in [size - LENGTH_BYTES, size - LENGTH_BYTES - 1] {
                let padded = pad(&vec![7; length]).unwrap();
                assert_eq!(padded.len(), size);
                assert_eq!(unpad(&padded).unwrap(), vec![7; length]);
            }
        }
        assert_eq!(pad(&[]).unwrap().len(), SIZE_CLASSES[0]);
        assert!(matches!(
            pad(&vec![0; MAX_LETTER_BYTES + 1]),
            Err(EnvelopeError::TooLong { bytes, limit }) if bytes == limit + 1
        ));
    }

    #[test]
    fn every_other_padding_is_refused() {
        let good = pad(b"letter").unwrap();
        let mut marked = good.clone();
        *marked.last_mut().unwrap() = 1;
        let mut longer = good.clone();
        longer.resize(SIZE_CLASSES[1], 0);
        let mut lying = good.clone();
        lying[..4].copy_from_slice(&u32::MAX.to_be_bytes());
        for wrong in [&marked, &longer, &lying, &good[..good.len() - 1].to_vec(), &vec![0; 3], &vec![]] {
            assert!(matches!(unpad(wrong), Err(EnvelopeError::Padding)));
        }
    }
}

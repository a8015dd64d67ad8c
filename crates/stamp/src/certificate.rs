//! What of a certificate (RFC 5280) is asked here and not by the verifier of chains.

use der::Tag;
use der::asn1::{AnyRef, ObjectIdentifier};
use jiff::Timestamp;

use crate::asn1::{Part, context};
use crate::error::ReadError;
use crate::token::{extensions, time};

/// The largest certificate. Those of authorities have 1 to 3 kB.
pub const MAX_CERTIFICATE_BYTES: usize = 32 << 10;

const PART: &str = "certificate";

const EXTENDED_KEY_USAGE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.37");
const KEY_USAGE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.15");
/// The bit of [`KEY_USAGE`] by which lists of revoked certificates may be signed (RFC 5280, 4.2.1.3), in its first byte.
const CRL_SIGN: u8 = 0x02;
const SUBJECT_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.14");
const TIME_STAMPING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8");
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");

/// A certificate, read and not verified.
pub struct Certificate<'a> {
    pub bytes: &'a [u8],
    pub serial: &'a [u8],
    /// The name of the issuer, as it stands.
    pub issuer: &'a [u8],
    subject: &'a [u8],
    pub not_after: Timestamp,
    /// Whether it may be used for time-stamps and for nothing else, and says that nobody may overlook this.
    pub only_stamps: bool,
    /// Whether lists of revoked certificates may be signed by its key: what does not say what its key is for says nothing else.
    pub signs_lists: bool,
    pub key_id: Option<&'a [u8]>,
}

impl<'a> Certificate<'a> {
    pub fn parse(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if bytes.len() > MAX_CERTIFICATE_BYTES {
            return Err(ReadError::TooLarge { part: PART, limit: MAX_CERTIFICATE_BYTES });
        }
        let mut certificate = Part::of_one(PART, Tag::Sequence, bytes)?;
        let mut body = certificate.sequence()?;
        certificate.sequence()?;
        certificate.value(Tag::BitString)?;
        certificate.end()?;
        body.optional(context(0))?;
        let serial = body.value(Tag::Integer)?;
        body.sequence()?;
        let issuer = body.whole()?;
        let not_after = not_after(body.sequence()?)?;
        let subject = body.value(Tag::Sequence)?;
        body.sequence()?;
        body.optional(crate::asn1::context_bytes(1))?;
        body.optional(crate::asn1::context_bytes(2))?;
        let (mut only_stamps, mut signs_lists, mut key_id) = (false, true, None);
        if let Some(inner) = body.optional(context(3))? {
            let mut explicit = Part::new(PART, inner)?;
            let list = explicit.sequence()?;
            explicit.end()?;
            for extension in extensions(list)? {
                match extension.id {
                    EXTENDED_KEY_USAGE => {
                        let mut uses = Part::of_one(PART, Tag::Sequence, extension.value)?;
                        let first = uses.identifier()?;
                        only_stamps = extension.critical && first == TIME_STAMPING && uses.is_empty();
                    }
                    KEY_USAGE => {
                        // The first byte tells how many bits at the end do not count.
                        let bits = Part::new(PART, extension.value)?.value(Tag::BitString)?;
                        signs_lists = bits.get(1).is_some_and(|uses| uses & CRL_SIGN != 0);
                    }
                    SUBJECT_KEY => {
                        key_id = Part::new(PART, extension.value)?.optional(Tag::OctetString)?;
                    }
                    _ => {}
                }
            }
        }
        body.end()?;
        Ok(Self { bytes, serial, issuer, subject, not_after, only_stamps, signs_lists, key_id })
    }

    /// What the subject is called, for people; none, where it has no such name.
    pub fn common_name(&self) -> Option<String> {
        let mut sets = Part::new(PART, self.subject).ok()?;
        let mut found = None;
        while !sets.is_empty() {
            let mut set = sets.inner(Tag::Set).ok()?;
            while !set.is_empty() {
                let mut pair = set.sequence().ok()?;
                let id = pair.identifier().ok()?;
                let value = pair.any().ok()?;
                if id == COMMON_NAME {
                    // Of the kinds of text only those are in use that are UTF-8, or part of it.
                    found = std::str::from_utf8(value.value()).ok().map(str::to_owned);
                }
            }
        }
        found
    }
}

fn not_after(mut validity: Part<'_>) -> Result<Timestamp, ReadError> {
    let malformed = validity.malformed();
    validity.any()?;
    let until = validity.any()?;
    validity.end()?;
    moment(until, malformed)
}

/// A time as certificates and lists of revoked ones have it.
pub fn moment(of: AnyRef<'_>, malformed: ReadError) -> Result<Timestamp, ReadError> {
    let text = match der::Tagged::tag(&of) {
        Tag::GeneralizedTime => of.value().to_vec(),
        // Two digits of the year: from 1950 on (RFC 5280, 4.1.2.5.1).
        Tag::UtcTime if of.value().first().is_some_and(|digit| *digit >= b'5') => {
            [b"19", of.value()].concat()
        }
        Tag::UtcTime => [b"20", of.value()].concat(),
        _ => return Err(malformed),
    };
    // 9999 is written for what never ends; it lies at the end of what is counted here.
    if text.starts_with(b"9999") {
        return Ok(Timestamp::MAX);
    }
    time(&text).ok_or(malformed)
}

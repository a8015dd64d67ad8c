//! Tokens: signed data (RFC 5652) with one signer over what an authority says (RFC 3161, 2.4.2).

use comity_record::Sha256Digest;
use der::Tag;
use der::asn1::ObjectIdentifier;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::asn1::{Algorithm, Part, context, context_bytes};
use crate::error::ReadError;
use crate::request::{MAX_NONCE_BYTES, imprint};

/// Certificates in a token. A chain has three or four.
pub const MAX_CERTIFICATES: usize = 16;
/// Signed attributes of a token. There are four to six.
pub const MAX_ATTRIBUTES: usize = 32;
/// Extensions of what an authority says, and of a certificate. Certificates of authorities have about ten.
pub const MAX_EXTENSIONS: usize = 64;
/// Lists of revoked certificates and algorithms of digests that are passed over.
const MAX_PASSED: usize = 64;

const PART: &str = "token";
const CONTENT: &str = "content";

const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
/// What the content of a token is (id-ct-TSTInfo).
pub const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

/// A token, read and not verified.
pub struct Token<'a> {
    /// What the authority says, as it was signed.
    pub content: &'a [u8],
    /// The certificates with it, as they stand.
    pub certificates: Vec<&'a [u8]>,
    pub signer: Signer<'a>,
}

/// Who signed a token, and how.
pub struct Signer<'a> {
    pub id: SignerId<'a>,
    pub digest: Algorithm<'a>,
    /// The bytes that were signed: the signed attributes as a set (RFC 5652, 5.4).
    pub signed: Vec<u8>,
    pub attributes: Vec<Attribute<'a>>,
    pub algorithm: Algorithm<'a>,
    pub signature: &'a [u8],
}

/// How the signer's certificate is named.
pub enum SignerId<'a> {
    /// The issuer's name as it stands, and the serial number.
    Issued { issuer: &'a [u8], serial: &'a [u8] },
    /// The identifier of the key.
    Key(&'a [u8]),
}

/// A signed attribute: what it is, and its values.
pub struct Attribute<'a> {
    pub id: ObjectIdentifier,
    pub values: &'a [u8],
}

impl<'a> Token<'a> {
    pub fn parse(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let mut info = Part::of_one(PART, Tag::Sequence, bytes)?;
        if info.identifier()? != SIGNED_DATA {
            return Err(info.malformed());
        }
        let mut explicit = info.inner(context(0))?;
        info.end()?;
        let mut data = explicit.sequence()?;
        explicit.end()?;
        data.small()?;
        pass(data.inner(Tag::Set)?)?;
        let content = content(data.sequence()?)?;
        let certificates = match data.optional(context(0))? {
            Some(inner) => certificates(Part::new(PART, inner)?)?,
            None => vec![],
        };
        if let Some(revoked) = data.optional(context(1))? {
            pass(Part::new(PART, revoked)?)?;
        }
        let mut signers = data.inner(Tag::Set)?;
        data.end()?;
        let signer = Signer::parse(signers.sequence()?)?;
        // An authority signs alone (RFC 3161, 2.4.2).
        signers.end()?;
        Ok(Self { content, certificates, signer })
    }
}

fn pass(mut part: Part<'_>) -> Result<(), ReadError> {
    let mut count = 0;
    while !part.is_empty() {
        part.any()?;
        count += 1;
        if count > MAX_PASSED {
            return Err(ReadError::TooMany { part: "list", limit: MAX_PASSED });
        }
    }
    Ok(())
}

fn content(mut part: Part<'_>) -> Result<&[u8], ReadError> {
    if part.identifier()? != TST_INFO {
        return Err(part.malformed());
    }
    let mut explicit = part.inner(context(0))?;
    let content = explicit.value(Tag::OctetString)?;
    explicit.end()?;
    part.end()?;
    Ok(content)
}

fn certificates(mut part: Part<'_>) -> Result<Vec<&[u8]>, ReadError> {
    let mut certificates = Vec::new();
    while !part.is_empty() {
        let whole = part.whole()?;
        if certificates.len() == MAX_CERTIFICATES {
            return Err(ReadError::TooMany { part: "certificate", limit: MAX_CERTIFICATES });
        }
        // Other kinds of certificates, such as those of attributes, help nobody here.
        if whole.first() == Some(&0x30) {
            certificates.push(whole);
        }
    }
    Ok(certificates)
}

impl<'a> Signer<'a> {
    fn parse(mut part: Part<'a>) -> Result<Self, ReadError> {
        part.small()?;
        let id = match part.optional(context_bytes(0))? {
            Some(key) => SignerId::Key(key),
            None => {
                let mut issued = part.sequence()?;
                let issuer = issued.whole()?;
                let serial = issued.value(Tag::Integer)?;
                issued.end()?;
                SignerId::Issued { issuer, serial }
            }
        };
        let digest = part.algorithm()?;
        // Required, as the content is not plain data (RFC 5652, 5.3).
        let signed = part.optional_whole(context(0))?.ok_or(part.malformed())?;
        let attributes = attributes(Part::of_one(PART, context(0), signed)?)?;
        let mut signed = signed.to_vec();
        signed[0] = 0x31;
        let algorithm = part.algorithm()?;
        let signature = part.value(Tag::OctetString)?;
        if let Some(unsigned) = part.optional(context(1))? {
            pass(Part::new(PART, unsigned)?)?;
        }
        part.end()?;
        Ok(Self { id, digest, signed, attributes, algorithm, signature })
    }

    /// The one value of the attribute that there is once; none if it is missing.
    pub fn attribute(&self, id: ObjectIdentifier) -> Result<Option<&'a [u8]>, ReadError> {
        let mut found = self.attributes.iter().filter(|attribute| attribute.id == id);
        match (found.next(), found.next()) {
            (None, _) => Ok(None),
            (Some(attribute), None) => {
                let mut values = Part::new(PART, attribute.values)?;
                let value = values.whole()?;
                values.end()?;
                Ok(Some(value))
            }
            _ => Err(ReadError::Malformed { part: PART }),
        }
    }
}

fn attributes(mut part: Part<'_>) -> Result<Vec<Attribute<'_>>, ReadError> {
    let mut attributes = Vec::new();
    while !part.is_empty() {
        let mut attribute = part.sequence()?;
        let id = attribute.identifier()?;
        let values = attribute.value(Tag::Set)?;
        attribute.end()?;
        if attributes.len() == MAX_ATTRIBUTES {
            return Err(ReadError::TooMany { part: "attribute", limit: MAX_ATTRIBUTES });
        }
        attributes.push(Attribute { id, values });
    }
    Ok(attributes)
}

/// What an authority says.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    /// The rules by which it works.
    pub policy: ObjectIdentifier,
    /// None, if it is about another digest than SHA-256.
    pub imprint: Option<Sha256Digest>,
    pub serial: Vec<u8>,
    pub time: Timestamp,
    pub nonce: Option<Vec<u8>>,
    /// An extension that must be understood. None is, here.
    pub critical: Option<ObjectIdentifier>,
}

impl Said {
    pub fn parse(bytes: &[u8]) -> Result<Self, ReadError> {
        let mut info = Part::of_one(CONTENT, Tag::Sequence, bytes)?;
        if info.small()? != 1 {
            return Err(info.malformed());
        }
        let policy = info.identifier()?;
        let imprint = imprint(&mut info)?;
        let serial = info.value(Tag::Integer)?.to_vec();
        let time = time(info.value(Tag::GeneralizedTime)?).ok_or(info.malformed())?;
        // How exact it is, and whether times of this authority can be ordered.
        info.optional(Tag::Sequence)?;
        info.optional(Tag::Boolean)?;
        let nonce = info.optional(Tag::Integer)?.map(<[u8]>::to_vec);
        if nonce.as_ref().is_some_and(|nonce| nonce.len() > MAX_NONCE_BYTES) {
            return Err(ReadError::TooLarge { part: "nonce", limit: MAX_NONCE_BYTES });
        }
        info.optional(context(0))?;
        let mut critical = None;
        if let Some(inner) = info.optional(context(1))? {
            let known = extensions(Part::new(CONTENT, inner)?)?;
            critical = known.iter().find(|extension| extension.critical).map(|extension| extension.id);
        }
        info.end()?;
        Ok(Self { policy, imprint, serial, time, nonce, critical })
    }
}

/// An extension of a certificate or of what an authority says (RFC 5280, 4.2).
pub struct Extension<'a> {
    pub id: ObjectIdentifier,
    pub critical: bool,
    pub value: &'a [u8],
}

pub fn extensions(mut part: Part<'_>) -> Result<Vec<Extension<'_>>, ReadError> {
    let mut extensions = Vec::new();
    while !part.is_empty() {
        let mut extension = part.sequence()?;
        let id = extension.identifier()?;
        let critical = extension.optional(Tag::Boolean)?.is_some_and(|value| value != [0]);
        let value = extension.value(Tag::OctetString)?;
        extension.end()?;
        if extensions.len() == MAX_EXTENSIONS {
            return Err(ReadError::TooMany { part: "extension", limit: MAX_EXTENSIONS });
        }
        extensions.push(Extension { id, critical, value });
    }
    Ok(extensions)
}

/// A generalized time in UTC, which may have digits after the second (RFC 3161, 2.4.2): `20261128000134.5Z`.
pub fn time(bytes: &[u8]) -> Option<Timestamp> {
    let text = std::str::from_utf8(bytes).ok()?.strip_suffix('Z')?;
    let (whole, fraction) =
        text.split_once('.').map_or((text, None), |(whole, digits)| (whole, Some(digits)));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 14 || !is_number(whole) {
        return None;
    }
    let two = |at: usize| whole[at..at + 2].parse::<i8>().ok();
    let nanoseconds = match fraction {
        None => 0,
        // Nothing is written that says nothing: no zeros at the end, no point alone.
        Some(digits) if (1..=9).contains(&digits.len()) && is_number(digits) && !digits.ends_with('0') => {
            format!("{digits:0<9}").parse().ok()?
        }
        Some(_) => return None,
    };
    let year = whole[..4].parse().ok()?;
    let civil = DateTime::new(year, two(4)?, two(6)?, two(8)?, two(10)?, two(12)?, nanoseconds).ok()?;
    TimeZone::UTC.to_timestamp(civil).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_the_standard_writes_it() {
        let read = |text: &str| time(text.as_bytes()).map(|time| time.to_string());
        assert_eq!(read("20261128000134Z").as_deref(), Some("2026-11-28T00:01:34Z"));
        assert_eq!(read("20261128000134.5Z").as_deref(), Some("2026-11-28T00:01:34.5Z"));
        assert_eq!(read("19990609001326.34352Z").as_deref(), Some("1999-06-09T00:13:26.34352Z"));
        for wrong in [
            "",
            "Z",
            "20261128000134",
            "20261128000134.Z",
            "20261128000134.50Z",
            "20261128000134,5Z",
            "20261328000134Z",
            "20261128240134Z",
            "202611280001Z",
            "20261128000134+0100Z",
            "20261128000134.1234567891Z",
            "+026112800013.4Z",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}

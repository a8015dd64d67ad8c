//! Requests for time-stamps (RFC 3161, 2.4.1).

use comity_record::Sha256Digest;
use der::{Encode as _, Tag};

use crate::asn1::{Part, context};
use crate::digest::{Hash, SHA256};
use crate::error::ReadError;

/// Random bytes of a nonce that is made here. Some authorities take no more.
pub const NONCE_BYTES: usize = 8;
/// The largest nonce that is read; programs use 8 to 20 bytes.
pub const MAX_NONCE_BYTES: usize = 32;
/// The largest request that is read. Ours have 70 bytes, those with extensions some hundred.
pub const MAX_REQUEST_BYTES: usize = 4 << 10;

const PART: &str = "request";

/// A request for a time-stamp of a SHA-256 digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    imprint: Sha256Digest,
    /// The bytes of the integer.
    nonce: Option<Vec<u8>>,
}

impl Request {
    /// A request for this digest. The nonce is drawn by the caller, for each request anew: by it the reply is known to
    /// be the one to this request and not to an earlier one.
    pub fn new(imprint: Sha256Digest, nonce: [u8; NONCE_BYTES]) -> Self {
        // A positive integer in as few bytes as it needs.
        let digits =
            nonce.iter().position(|byte| *byte != 0).map_or(&nonce[NONCE_BYTES - 1..], |at| &nonce[at..]);
        let mut bytes = digits.to_vec();
        if bytes[0] & 0x80 != 0 {
            bytes.insert(0, 0);
        }
        Self { imprint, nonce: Some(bytes) }
    }

    /// Reads a request, also one that another program made.
    ///
    /// # Errors
    /// Fails for a request that is malformed, too large, or for another digest than SHA-256.
    pub fn parse(bytes: &[u8]) -> Result<Self, ReadError> {
        if bytes.len() > MAX_REQUEST_BYTES {
            return Err(ReadError::TooLarge { part: PART, limit: MAX_REQUEST_BYTES });
        }
        let mut request = Part::of_one(PART, Tag::Sequence, bytes)?;
        if request.small()? != 1 {
            return Err(request.malformed());
        }
        let imprint = imprint(&mut request)?.ok_or(request.malformed())?;
        request.optional(Tag::ObjectIdentifier)?;
        let nonce = request.optional(Tag::Integer)?.map(<[u8]>::to_vec);
        if nonce.as_ref().is_some_and(|nonce| nonce.len() > MAX_NONCE_BYTES) {
            return Err(ReadError::TooLarge { part: "nonce", limit: MAX_NONCE_BYTES });
        }
        request.optional(Tag::Boolean)?;
        request.optional(context(0))?;
        request.end()?;
        Ok(Self { imprint, nonce })
    }

    /// The request as it is sent, as `openssl ts -queryfile` reads it. It asks for the certificate of the signer, without
    /// which nobody could check the time-stamp later.
    pub fn to_der(&self) -> Vec<u8> {
        let mut algorithm = SHA256.to_der().expect("an identifier has a few bytes");
        algorithm.extend([5, 0]);
        let mut message = sequence(&algorithm);
        message.extend(tagged(4, self.imprint.as_bytes()));
        let mut request = vec![2, 1, 1];
        request.extend(sequence(&message));
        request.extend(self.nonce.iter().flat_map(|nonce| tagged(2, nonce)));
        request.extend([1, 1, 0xff]);
        sequence(&request)
    }

    /// The digest that is to be stamped.
    pub fn imprint(&self) -> Sha256Digest {
        self.imprint
    }

    /// The bytes of the nonce, if it has one.
    pub(crate) fn nonce(&self) -> Option<&[u8]> {
        self.nonce.as_deref()
    }
}

/// Reads a message imprint; none for another digest than SHA-256.
pub fn imprint(part: &mut Part<'_>) -> Result<Option<Sha256Digest>, ReadError> {
    let mut imprint = part.sequence()?;
    let algorithm = imprint.algorithm()?;
    let digest = imprint.value(Tag::OctetString)?;
    let malformed = imprint.malformed();
    imprint.end()?;
    if Hash::of(&algorithm) != Some(Hash::Sha256) {
        return Ok(None);
    }
    let digest = <[u8; 32]>::try_from(digest).map_err(|_| malformed)?;
    Ok(Some(Sha256Digest::from_bytes(digest)))
}

fn sequence(content: &[u8]) -> Vec<u8> {
    tagged(0x30, content)
}

/// A value of fewer than 128 bytes, as all of a request are.
fn tagged(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u8::try_from(content.len()).ok().filter(|length| *length < 0x80);
    [&[tag, length.expect("a request is short")], content].concat()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_request_is_what_openssl_makes_of_the_same() {
        let theirs = include_bytes!("../tests/data/request.tsq");
        let request = Request::parse(theirs).unwrap();
        assert_eq!(request.imprint(), Sha256Digest::of(include_bytes!("../tests/data/data.txt")));
        assert_eq!(request.to_der(), theirs);
    }

    #[test]
    fn a_request_is_read_up_to_its_limits() {
        let made = |nonce: usize| Request {
            imprint: Sha256Digest::of(b""),
            nonce: Some([vec![1], vec![0; nonce - 1]].concat()),
        };
        assert_eq!(Request::parse(&made(MAX_NONCE_BYTES).to_der()), Ok(made(MAX_NONCE_BYTES)));
        let over = Request::parse(&made(MAX_NONCE_BYTES + 1).to_der());
        assert_eq!(over, Err(ReadError::TooLarge { part: "nonce", limit: MAX_NONCE_BYTES }));
        assert!(matches!(Request::parse(&vec![0; MAX_REQUEST_BYTES]), Err(ReadError::Malformed { .. })));
        assert!(matches!(Request::parse(&vec![0; MAX_REQUEST_BYTES + 1]), Err(ReadError::TooLarge { .. })));
    }

    proptest! {
        #[test]
        fn what_is_made_is_read_again(imprint: [u8; 32], nonce: [u8; NONCE_BYTES]) {
            let request = Request::new(Sha256Digest::from_bytes(imprint), nonce);
            prop_assert_eq!(Request::parse(&request.to_der()), Ok(request));
        }
    }
}

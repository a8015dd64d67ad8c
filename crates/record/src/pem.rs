//! Ed25519 keys as files that other programs read and write: PEM (RFC 7468) of RFC 8410.
//!
//! One spelling is read of each: a public key as `openssl pkey -pubout` writes it, and a private key without a
//! passphrase as `openssl genpkey -algorithm ed25519` does.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use crate::sign::{SigningKey, VerifyingKey};

/// A file of one key has about 120 bytes; comments above it are no part of the spelling.
pub const MAX_PEM_BYTES: usize = 256;

/// A `SubjectPublicKeyInfo` of Ed25519 up to the 32 bytes of the key (RFC 8410 §4).
const SPKI: &[u8] = &[0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
/// A PKCS #8 document of an Ed25519 seed up to the seed (RFC 8410 §7).
const PKCS8: &[u8] =
    &[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// Not the text of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an Ed25519 key in PEM without a passphrase")]
pub struct PemError;

impl crate::Coded for PemError {
    fn code(&self) -> &'static str {
        "record-key-text"
    }
}

impl VerifyingKey {
    /// The key as a PEM file.
    pub fn to_pem(&self) -> String {
        write("PUBLIC KEY", SPKI, self.as_bytes())
    }

    /// Reads what [`VerifyingKey::to_pem`] writes.
    ///
    /// # Errors
    /// Refuses every other text.
    pub fn from_pem(text: &str) -> Result<Self, PemError> {
        read("PUBLIC KEY", SPKI, text).map(|key| Self::from_bytes(*key)).ok_or(PemError)
    }
}

impl SigningKey {
    /// Reads a private key from a PEM file without a passphrase.
    ///
    /// # Errors
    /// Refuses every other text.
    pub fn from_pem(text: &str) -> Result<Self, PemError> {
        read("PRIVATE KEY", PKCS8, text).map(|seed| Self::from_seed(&seed)).ok_or(PemError)
    }
}

fn write(label: &str, before: &[u8], key: &[u8; 32]) -> String {
    let der = Zeroizing::new([before, key].concat());
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", STANDARD.encode(&*der))
}

fn read(label: &str, before: &[u8], text: &str) -> Option<Zeroizing<[u8; 32]>> {
    if text.len() > MAX_PEM_BYTES {
        return None;
    }
    let body = text.trim().strip_prefix(&format!("-----BEGIN {label}-----"))?;
    let body = body.strip_suffix(&format!("-----END {label}-----"))?;
    let der = Zeroizing::new(STANDARD.decode(body.trim()).ok()?);
    Some(Zeroizing::new(der.strip_prefix(before)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8410 §10.1 and §10.3.
    const PUBLIC: &str = "-----BEGIN PUBLIC KEY-----\n\
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n\
        -----END PUBLIC KEY-----\n";
    const PRIVATE: &str = "-----BEGIN PRIVATE KEY-----\n\
        MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n\
        -----END PRIVATE KEY-----\n";

    #[test]
    fn the_keys_of_rfc_8410_are_read_and_belong_together() {
        let key = SigningKey::from_pem(PRIVATE).unwrap();
        assert_eq!(key.verifying_key(), VerifyingKey::from_pem(PUBLIC).unwrap());
        assert_eq!(key.verifying_key().to_pem(), PUBLIC);
    }

    #[test]
    fn another_text_is_no_key() {
        let long = |spaces: usize| format!("{PUBLIC}{}", " ".repeat(spaces));
        assert!(VerifyingKey::from_pem(&long(MAX_PEM_BYTES - PUBLIC.len())).is_ok());
        assert!(VerifyingKey::from_pem(&long(MAX_PEM_BYTES - PUBLIC.len() + 1)).is_err());
        for text in ["", PRIVATE, &PUBLIC[1..], &PUBLIC.replace("MCow", "MCov"), &PUBLIC.replace("uE=", "u=")]
        {
            assert!(VerifyingKey::from_pem(text).is_err(), "{text}");
        }
        assert!(SigningKey::from_pem(PUBLIC).is_err());
    }
}

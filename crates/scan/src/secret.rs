//! What must not be shown: kept in memory that is wiped, named by a fingerprint.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use serde::{Serialize, Serializer};
use sha2::Sha256;
use zeroize::Zeroizing;

/// What stands in an output in the place of a secret. It is the same in every language.
pub const MASK: &str = "•••";

/// A recovery phrase, a private key or the number of a payment card. It is wiped from memory when it is dropped; it cannot be copied, and neither `Debug` nor
/// serialisation shows it.
pub struct Secret {
    text: Zeroizing<String>,
    words: Option<u8>,
    shown: Option<String>,
    fingerprint: Fingerprint,
}

/// Names a secret without giving it away: 32 bits of a keyed hash, written as eight hexadecimal digits.
///
/// Equal secrets have equal fingerprints under the same key. With [`FingerprintKey::PUBLIC`] anybody who holds
/// a phrase can tell whether a fingerprint may be its own; a phrase cannot be computed from it, as 32 bits say
/// too little about the 128 or more of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 4]);

/// The key under which fingerprints are made. Fingerprints made under different keys cannot be compared.
pub struct FingerprintKey(Zeroizing<Vec<u8>>);

impl Secret {
    /// Takes the canonical spelling: of a phrase of so many words, or of a key.
    pub(crate) fn new(text: Zeroizing<String>, words: Option<u8>, key: &FingerprintKey) -> Self {
        let fingerprint = key.fingerprint(text.as_bytes());
        Self { text, words, shown: None, fingerprint }
    }

    /// The secret in plain: a phrase in lower case with one space between the words, a key as it stands. Whoever calls this
    /// has to have recorded who asked, and why.
    pub fn reveal(&self) -> &str {
        &self.text
    }

    /// Shows this in the place of the secret.
    pub(crate) fn shown_as(self, shown: Option<String>) -> Self {
        Self { shown, ..self }
    }

    /// What may be seen of the secret: the last digits of a payment card (PCI DSS, 3.4.1), of all others [`MASK`].
    pub fn shown(&self) -> &str {
        self.shown.as_deref().unwrap_or(MASK)
    }

    /// How many words a phrase has.
    pub fn words(&self) -> Option<u8> {
        self.words
    }

    /// The fingerprint of the secret.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Secret")
            .field("words", &self.words)
            .field("fingerprint", &self.fingerprint)
            .finish_non_exhaustive()
    }
}

impl FingerprintKey {
    /// The text that is the key where the caller gives none.
    pub const PUBLIC: &str = "comity scan fingerprint 1";

    /// A key of the caller's own, such as a node's, so that fingerprints say nothing to strangers.
    pub fn new(key: &[u8; 32]) -> Self {
        Self(Zeroizing::new(key.to_vec()))
    }

    fn fingerprint(&self, canonical: &[u8]) -> Fingerprint {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length (RFC 2104)");
        // The text keeps these hashes apart from any other use of the caller's key.
        mac.update(b"comity-scan/bip39\0");
        mac.update(canonical);
        let digest = mac.finalize().into_bytes();
        Fingerprint([digest[0], digest[1], digest[2], digest[3]])
    }
}

impl Default for FingerprintKey {
    fn default() -> Self {
        Self(Zeroizing::new(Self::PUBLIC.as_bytes().to_vec()))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:08x}", u32::from_be_bytes(self.0))
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str, key: &FingerprintKey) -> Secret {
        Secret::new(Zeroizing::new(text.to_owned()), Some(12), key)
    }

    #[test]
    fn a_fingerprint_follows_the_phrase_and_the_key() {
        let public = FingerprintKey::default();
        let own = FingerprintKey::new(&[7; 32]);
        let one = secret("one", &public).fingerprint();
        assert_eq!(one, secret("one", &public).fingerprint());
        assert_ne!(one, secret("two", &public).fingerprint());
        assert_ne!(one, secret("one", &own).fingerprint());
        assert_eq!(one.to_string().len(), 8);
    }

    #[test]
    fn debug_does_not_show_the_phrase() {
        let text = format!("{:?}", secret("legal winner thank", &FingerprintKey::default()));
        assert!(!text.contains("winner"), "{text}");
    }
}

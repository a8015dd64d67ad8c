//! Symmetric keys: sealing bodies under an entry key, wrapping entry keys under the case key.
//!
//! XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha over RFC 8439): its 24-byte nonce may be drawn at random for as
//! many messages as an office will ever write.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::world::Entropy;

/// Bytes that sealing adds: the nonce and the tag.
pub const OVERHEAD: usize = NONCE + 16;
const NONCE: usize = 24;

/// What was sealed does not open: another key, another context, or changed bytes. Which of them cannot be told.
#[derive(Debug, thiserror::Error)]
#[error("the sealed bytes do not open under this key")]
pub struct OpenError;

impl crate::Coded for OpenError {
    fn code(&self) -> &'static str {
        "record-sealed-does-not-open"
    }
}

/// A 256-bit secret key. Overwritten when dropped; neither printed nor copied.
pub struct SecretKey(Zeroizing<[u8; 32]>);

impl SecretKey {
    /// Draws a new key.
    pub fn draw(entropy: &dyn Entropy) -> Self {
        Self(Zeroizing::new(entropy.draw()))
    }

    /// Takes the 32 bytes as they are.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes, for derivation and wrapping.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals `plain`, bound to `context`: the random nonce, the ciphertext, the tag.
    pub fn seal(&self, entropy: &dyn Entropy, context: &[u8], plain: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE] = entropy.draw();
        let mut sealed = nonce.to_vec();
        let body = self
            .cipher()
            .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: context })
            .expect("what fits in memory is far below the cipher's limit");
        sealed.extend_from_slice(&body);
        sealed
    }

    /// Opens what [`seal`](Self::seal) made under the same context.
    ///
    /// # Errors
    /// Fails for another key, another context, or changed bytes.
    pub fn open(&self, context: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let (nonce, body) = sealed.split_first_chunk::<NONCE>().ok_or(OpenError)?;
        self.cipher()
            .decrypt(&XNonce::from(*nonce), Payload { msg: body, aad: context })
            .map(Zeroizing::new)
            .map_err(|_| OpenError)
    }

    /// Wraps another key under this one, bound to `context`.
    pub fn wrap(&self, entropy: &dyn Entropy, context: &[u8], key: &SecretKey) -> Vec<u8> {
        self.seal(entropy, context, key.expose())
    }

    /// Unwraps what [`wrap`](Self::wrap) made under the same context.
    ///
    /// # Errors
    /// Fails for another key, another context, or changed bytes.
    pub fn unwrap_key(&self, context: &[u8], wrapped: &[u8]) -> Result<SecretKey, OpenError> {
        let plain = self.open(context, wrapped)?;
        plain.as_slice().try_into().map(SecretKey::from_bytes).map_err(|_| OpenError)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.expose().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Counting;

    #[test]
    fn xchacha20_poly1305_as_in_the_draft_appendix_a_3_1() {
        let key: [u8; 32] = hex::decode("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")
            .unwrap()
            .try_into()
            .unwrap();
        let sealed = hex::decode(
            "404142434445464748494a4b4c4d4e4f5051525354555657\
             bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb\
             731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452\
             2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
             21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49",
        )
        .unwrap();
        let aad = hex::decode("50515253c0c1c2c3c4c5c6c7").unwrap();
        let plain = SecretKey::from_bytes(key).open(&aad, &sealed).unwrap();
        assert!(plain.starts_with(b"Ladies and Gentlemen of the class of '99"));
    }

    #[test]
    fn nothing_opens_under_another_key_or_context_or_when_changed() {
        let entropy = Counting::default();
        let key = SecretKey::draw(&entropy);
        let sealed = key.seal(&entropy, b"case", b"body");
        assert_eq!(sealed.len(), OVERHEAD + 4);
        assert_eq!(key.open(b"case", &sealed).unwrap().as_slice(), b"body");
        assert!(key.open(b"other", &sealed).is_err());
        assert!(SecretKey::draw(&entropy).open(b"case", &sealed).is_err());
        for at in 0..sealed.len() {
            let mut broken = sealed.clone();
            broken[at] ^= 1;
            assert!(key.open(b"case", &broken).is_err(), "byte {at}");
            assert!(key.open(b"case", &sealed[..at]).is_err(), "cut at {at}");
        }
    }
}

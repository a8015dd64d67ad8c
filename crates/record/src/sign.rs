//! Signatures: Ed25519 (RFC 8032) in COSE_Sign1 (RFC 9052) with an empty unprotected header.

use coset::{CoseSign1, CoseSign1Builder, HeaderBuilder, TaggedCborSerializable as _, iana};
use ed25519_dalek::Signer as _;
use zeroize::Zeroizing;

use crate::digest::{Sha256Digest, bytes32};
use crate::id::KeyId;
use crate::world::Entropy;

/// A signed object of ours is a statement, never a container; this is room enough.
pub const MAX_SIGNED_BYTES: usize = crate::cbor::MAX_BYTES;

/// What is wrong with a signed object.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SignError {
    /// Not a COSE_Sign1 as we write it: tagged, EdDSA, key identifier, empty unprotected header, attached payload.
    #[error("not a signed object of the form used here: {0}")]
    Malformed(String),
    /// The key that is named is another than the one at hand.
    #[error("signed by key {named}, not by {expected}")]
    OtherKey {
        /// The key named in the object.
        named: KeyId,
        /// The key that the reader has.
        expected: KeyId,
    },
    /// The signature does not hold.
    #[error("the signature of key {0} does not hold")]
    Invalid(KeyId),
}

impl crate::Coded for SignError {
    fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "record-signature-malformed",
            Self::OtherKey { .. } => "record-signature-other-key",
            Self::Invalid(_) => "record-signature-invalid",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Malformed(cause) => vec![("cause", cause.clone())],
            Self::OtherKey { named, expected } => {
                vec![("named", named.to_string()), ("expected", expected.to_string())]
            }
            Self::Invalid(key) => vec![("key", key.to_string())],
        }
    }
}

/// What a signature is for. The name enters the signed bytes (`external_aad`), so that a signature under one
/// purpose is worth nothing under another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Purpose {
    /// The statement of an entry.
    Entry,
    /// The node's seal on an entry.
    Seal,
    /// An agreement between offices.
    Agreement,
    /// An envelope between nodes.
    Envelope,
    /// A receipt for an envelope.
    Receipt,
    /// What a node says of itself when it exchanges with another.
    Exchange,
    /// An exported case.
    Export,
    /// A request's machine-readable twin.
    Twin,
    /// A command to the node over its socket or pages.
    Command,
    /// A copy in a backup of the node.
    Backup,
    /// The release of a pack by the office that publishes it.
    Pack,
    /// The root of sealed evidence.
    Evidence,
}

impl Purpose {
    /// The bytes that enter the signature.
    pub fn context(self) -> &'static [u8] {
        match self {
            Self::Entry => b"comity/entry/1",
            Self::Seal => b"comity/seal/1",
            Self::Agreement => b"comity/agreement/1",
            Self::Envelope => b"comity/envelope/1",
            Self::Receipt => b"comity/receipt/1",
            Self::Exchange => b"comity/exchange/1",
            Self::Export => b"comity/export/1",
            Self::Twin => b"comity/twin/1",
            Self::Command => b"comity/command/1",
            Self::Backup => b"comity/backup/1",
            Self::Pack => b"comity/pack/1",
            Self::Evidence => b"comity/evidence/1",
        }
    }
}

bytes32! {
    /// An Ed25519 public key as its 32 bytes. Whether they are a point of the curve shows when it verifies.
    VerifyingKey
}

impl VerifyingKey {
    /// The identifier of the key.
    pub fn key_id(&self) -> KeyId {
        KeyId::from_bytes(*Sha256Digest::of(self.as_bytes()).as_bytes())
    }

    /// The same key for an agreement of keys by X25519 (RFC 7748): the point of the Edwards curve on the Montgomery curve,
    /// as `age` seals to an Ed25519 key of SSH. None for bytes that are no point.
    ///
    /// One pair of keys for signatures and for sealing is proven to be sound together where the agreed secret goes through
    /// a hash (E. Thormarker, *On using the same key pair for Ed25519 and an X25519 based KEM*, 2021).
    pub fn to_x25519(&self) -> Option<[u8; 32]> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(self.as_bytes()).ok()?;
        Some(key.to_montgomery().to_bytes())
    }

    /// Whether `signature` over `message` is by this key. Weak keys and non-canonical signatures are refused.
    pub fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        ed25519_dalek::VerifyingKey::from_bytes(self.as_bytes())
            .is_ok_and(|key| key.verify_strict(message, &signature).is_ok())
    }
}

/// An Ed25519 private key. Overwritten when dropped; neither printed nor copied.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// Draws a new key.
    pub fn draw(entropy: &dyn Entropy) -> Self {
        Self::from_seed(&Zeroizing::new(entropy.draw()))
    }

    /// The key of a 32-byte seed (RFC 8032 §5.1.5).
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The seed, to be wrapped and put away. Callers keep it in zeroizing memory only.
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// The public half.
    pub fn verifying_key(&self) -> VerifyingKey {
        VerifyingKey::from_bytes(self.0.verifying_key().to_bytes())
    }

    /// The secret of [`VerifyingKey::to_x25519`]. Callers keep it in zeroizing memory only.
    pub fn to_x25519(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_scalar_bytes())
    }

    /// Signs plain bytes; for formats that are not ours, such as the signed notes of the log.
    pub fn sign_bytes(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

/// Signs `payload` for `purpose`: the bytes of a tagged COSE_Sign1.
pub fn sign(key: &SigningKey, purpose: Purpose, payload: &[u8]) -> Vec<u8> {
    let unsigned = object(key.verifying_key().key_id(), payload.to_vec(), vec![]);
    let signature = key.sign_bytes(&unsigned.tbs_data(purpose.context()));
    encode(object(key.verifying_key().key_id(), payload.to_vec(), signature.to_vec()))
}

/// A signed object that has been read but not yet verified.
#[derive(Clone, Debug)]
pub struct Signed {
    key: KeyId,
    payload: Vec<u8>,
    signature: [u8; 64],
}

impl Signed {
    /// Reads a signed object. There is one spelling of it, and this takes no other.
    ///
    /// # Errors
    /// Fails for anything that [`sign`] would not have written.
    pub fn parse(bytes: &[u8]) -> Result<Self, SignError> {
        let malformed = |why: &str| SignError::Malformed(why.to_owned());
        if bytes.len() > MAX_SIGNED_BYTES {
            return Err(malformed("too large"));
        }
        let cose = CoseSign1::from_tagged_slice(bytes).map_err(|e| malformed(&e.to_string()))?;
        let key = <[u8; 32]>::try_from(cose.protected.header.key_id.as_slice())
            .map_err(|_| malformed("the key identifier is not 32 bytes"))?;
        let payload = cose.payload.ok_or_else(|| malformed("the payload is not attached"))?;
        let signature =
            <[u8; 64]>::try_from(cose.signature).map_err(|_| malformed("the signature is not 64 bytes"))?;
        let key = KeyId::from_bytes(key);
        if encode(object(key, payload.clone(), signature.to_vec())) != bytes {
            return Err(malformed("another spelling than the deterministic one"));
        }
        Ok(Self { key, payload, signature })
    }

    /// The key that claims to have signed.
    pub fn key_id(&self) -> KeyId {
        self.key
    }

    /// The payload, unverified: to find out whose key to verify with, and for nothing else.
    pub fn unverified_payload(&self) -> &[u8] {
        &self.payload
    }

    /// The bytes that the signature is over (RFC 9052 §4.4, `Sig_structure`): for programs that know Ed25519 and not
    /// COSE.
    pub fn signed_bytes(&self, purpose: Purpose) -> Vec<u8> {
        object(self.key, self.payload.clone(), vec![]).tbs_data(purpose.context())
    }

    /// The 64 bytes of the signature.
    pub fn signature(&self) -> &[u8; 64] {
        &self.signature
    }

    /// The payload, if `key` signed it for `purpose`.
    ///
    /// # Errors
    /// Fails when another key is named or the signature does not hold.
    pub fn verify(&self, key: &VerifyingKey, purpose: Purpose) -> Result<&[u8], SignError> {
        if key.key_id() != self.key {
            return Err(SignError::OtherKey { named: self.key, expected: key.key_id() });
        }
        if key.verifies(&self.signed_bytes(purpose), &self.signature) {
            Ok(&self.payload)
        } else {
            Err(SignError::Invalid(self.key))
        }
    }
}

fn object(key: KeyId, payload: Vec<u8>, signature: Vec<u8>) -> CoseSign1 {
    let protected =
        HeaderBuilder::new().algorithm(iana::Algorithm::EdDSA).key_id(key.as_bytes().to_vec()).build();
    CoseSign1Builder::new().protected(protected).payload(payload).signature(signature).build()
}

fn encode(object: CoseSign1) -> Vec<u8> {
    object.to_tagged_vec().expect("headers of integers and byte strings always encode")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SigningKey {
        SigningKey::from_seed(&[7; 32])
    }

    #[test]
    fn ed25519_as_in_rfc_8032_section_7_1_test_2() {
        let seed = hex::decode("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb").unwrap();
        let key = SigningKey::from_seed(&seed.try_into().unwrap());
        assert_eq!(
            key.verifying_key().to_string(),
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
        );
        let signature = key.sign_bytes(&[0x72]);
        assert_eq!(
            hex::encode(signature),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
             085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        );
        assert!(key.verifying_key().verifies(&[0x72], &signature));
    }

    #[test]
    fn a_signature_is_worth_nothing_for_another_purpose_key_or_payload() {
        let bytes = sign(&key(), Purpose::Entry, b"statement");
        let signed = Signed::parse(&bytes).unwrap();
        let public = key().verifying_key();
        assert_eq!(signed.verify(&public, Purpose::Entry).unwrap(), b"statement");
        assert!(matches!(signed.verify(&public, Purpose::Seal), Err(SignError::Invalid(_))));
        let other = SigningKey::from_seed(&[8; 32]).verifying_key();
        assert!(matches!(signed.verify(&other, Purpose::Entry), Err(SignError::OtherKey { .. })));
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let bytes = sign(&key(), Purpose::Entry, b"statement");
        let public = key().verifying_key();
        for at in 0..bytes.len() * 8 {
            let mut broken = bytes.clone();
            broken[at / 8] ^= 1 << (at % 8);
            let holds =
                Signed::parse(&broken).is_ok_and(|signed| signed.verify(&public, Purpose::Entry).is_ok());
            assert!(!holds, "bit {at}");
        }
    }

    #[test]
    fn an_unprotected_header_or_trailing_byte_is_refused() {
        let mut with_header = object(key().verifying_key().key_id(), b"x".to_vec(), vec![0; 64]);
        with_header.unprotected = HeaderBuilder::new().key_id(vec![1]).build();
        assert!(Signed::parse(&with_header.to_tagged_vec().unwrap()).is_err());
        let mut trailing = sign(&key(), Purpose::Entry, b"x");
        trailing.push(0);
        assert!(Signed::parse(&trailing).is_err());
    }
}

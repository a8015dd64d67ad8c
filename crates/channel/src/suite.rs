//! Sealing: HPKE (RFC 9180) in base mode, with two suites of which the hybrid one is the rule.
//!
//! Base mode, not the authenticated one: X-Wing has none, and who sent is shown by the signature on the
//! envelope, which also a court can check. The suite is part of every key and every header, so that a later one
//! needs new keys and no new envelope.

use comity_record::{Entropy, Sha256Digest};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::{Kem, X25519HkdfSha256, XWing};
use hpke::rand_core::{Infallible, TryCryptoRng, TryRng};
use hpke::{Deserializable, HpkeError, OpModeR, OpModeS, Serializable};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Bytes of a private key, in both suites.
pub const PRIVATE_KEY_BYTES: usize = 32;

/// The longest public key: an encapsulation key of X-Wing.
pub const MAX_PUBLIC_KEY_BYTES: usize = 1216;

/// How envelopes are sealed. The number is what is stored and sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
#[non_exhaustive]
pub enum Suite {
    /// DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305: RFC 9180, ids 0x0020, 0x0001, 0x0003. Falls
    /// to one who records today and has a quantum computer later; for a counterpart that has nothing else.
    X25519 = 1,
    /// MLKEM768-X25519, known as X-Wing, with the same two: draft-ietf-hpke-pq, ids 0x647a, 0x0001, 0x0003.
    /// Holds as long as one of X25519 and ML-KEM-768 (FIPS 203) does.
    Hybrid = 2,
}

/// What cannot be sealed or opened. It does not say why: whoever asks could be probing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SuiteError;

/// The number of no suite that this version knows.
#[derive(Debug, thiserror::Error)]
#[error("suite {0} is not known here")]
pub struct UnknownSuite(u16);

/// What HPKE sends: the encapsulated key and the ciphertext.
pub(crate) struct Sealed {
    pub(crate) encapsulated: Vec<u8>,
    pub(crate) ciphertext: Vec<u8>,
}

impl Suite {
    /// The suite in which new keys are made.
    pub const PREFERRED: Self = Self::Hybrid;

    /// Bytes of a public key.
    pub fn public_key_bytes(self) -> usize {
        match self {
            Self::X25519 => <X25519HkdfSha256 as Kem>::PublicKey::size(),
            Self::Hybrid => <XWing as Kem>::PublicKey::size(),
        }
    }

    /// Bytes of an encapsulated key.
    pub fn encapsulated_bytes(self) -> usize {
        match self {
            Self::X25519 => <X25519HkdfSha256 as Kem>::EncappedKey::size(),
            Self::Hybrid => <XWing as Kem>::EncappedKey::size(),
        }
    }

    /// The key pair of this keying material (RFC 9180 §7.1.3).
    pub(crate) fn derive(self, material: &[u8]) -> (Zeroizing<Vec<u8>>, Vec<u8>) {
        match self {
            Self::X25519 => derive::<X25519HkdfSha256>(material),
            Self::Hybrid => derive::<XWing>(material),
        }
    }

    /// The public half of a private key.
    pub(crate) fn public_of(self, private: &[u8]) -> Result<Vec<u8>, SuiteError> {
        match self {
            Self::X25519 => public_of::<X25519HkdfSha256>(private),
            Self::Hybrid => public_of::<XWing>(private),
        }
    }

    /// Whether these bytes are a public key.
    pub(crate) fn accepts(self, public: &[u8]) -> bool {
        match self {
            Self::X25519 => <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(public).is_ok(),
            Self::Hybrid => <XWing as Kem>::PublicKey::from_bytes(public).is_ok(),
        }
    }

    pub(crate) fn seal(
        self,
        entropy: &dyn Entropy,
        public: &[u8],
        info: &[u8],
        aad: &[u8],
        plain: &[u8],
    ) -> Result<Sealed, SuiteError> {
        match self {
            Self::X25519 => seal::<X25519HkdfSha256>(entropy, public, info, aad, plain),
            Self::Hybrid => seal::<XWing>(entropy, public, info, aad, plain),
        }
    }

    pub(crate) fn open(
        self,
        private: &[u8],
        info: &[u8],
        aad: &[u8],
        encapsulated: &[u8],
        ciphertext: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, SuiteError> {
        match self {
            Self::X25519 => open::<X25519HkdfSha256>(private, info, aad, encapsulated, ciphertext),
            Self::Hybrid => open::<XWing>(private, info, aad, encapsulated, ciphertext),
        }
    }
}

impl TryFrom<u16> for Suite {
    type Error = UnknownSuite;

    fn try_from(number: u16) -> Result<Self, UnknownSuite> {
        match number {
            1 => Ok(Self::X25519),
            2 => Ok(Self::Hybrid),
            _ => Err(UnknownSuite(number)),
        }
    }
}

impl From<Suite> for u16 {
    fn from(suite: Suite) -> Self {
        match suite {
            Suite::X25519 => 1,
            Suite::Hybrid => 2,
        }
    }
}

impl From<HpkeError> for SuiteError {
    fn from(_: HpkeError) -> Self {
        Self
    }
}

fn derive<K: Kem>(material: &[u8]) -> (Zeroizing<Vec<u8>>, Vec<u8>) {
    let (private, public) = K::derive_keypair(material);
    (Zeroizing::new(private.to_bytes().to_vec()), public.to_bytes().to_vec())
}

fn public_of<K: Kem>(private: &[u8]) -> Result<Vec<u8>, SuiteError> {
    let private = K::PrivateKey::from_bytes(private)?;
    Ok(K::sk_to_pk(&private).to_bytes().to_vec())
}

fn seal<K: Kem>(
    entropy: &dyn Entropy,
    public: &[u8],
    info: &[u8],
    aad: &[u8],
    plain: &[u8],
) -> Result<Sealed, SuiteError> {
    let public = K::PublicKey::from_bytes(public)?;
    let mut random = Random(entropy);
    let (encapsulated, ciphertext) = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, K>(
        &OpModeS::Base,
        &public,
        info,
        plain,
        aad,
        &mut random,
    )?;
    Ok(Sealed { encapsulated: encapsulated.to_bytes().to_vec(), ciphertext })
}

fn open<K: Kem>(
    private: &[u8],
    info: &[u8],
    aad: &[u8],
    encapsulated: &[u8],
    ciphertext: &[u8],
) -> Result<Zeroizing<Vec<u8>>, SuiteError> {
    let private = K::PrivateKey::from_bytes(private)?;
    let encapsulated = K::EncappedKey::from_bytes(encapsulated)?;
    let plain = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, K>(
        &OpModeR::Base,
        &private,
        &encapsulated,
        info,
        ciphertext,
        aad,
    )?;
    Ok(Zeroizing::new(plain))
}

/// The node's source of randomness in the shape that HPKE asks for.
struct Random<'a>(&'a dyn Entropy);

impl TryRng for Random<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(self.0.draw()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(self.0.draw()))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(out);
        Ok(())
    }
}

impl TryCryptoRng for Random<'_> {}

/// The digest that names a public key: of the suite's number and the key's bytes.
pub(crate) fn key_digest(suite: Suite, public: &[u8]) -> Sha256Digest {
    Sha256Digest::of_parts(&[b"comity/hpke-key/1", &u16::from(suite).to_be_bytes(), public])
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    /// Gives out bytes that a standard prescribes.
    struct Given(Mutex<Vec<u8>>);

    impl Given {
        fn hex(text: &str) -> Self {
            Self(Mutex::new(hex::decode(text).unwrap()))
        }
    }

    impl Entropy for Given {
        fn fill(&self, out: &mut [u8]) {
            let mut left = self.0.lock().unwrap();
            let rest = left.split_off(out.len());
            out.copy_from_slice(&left);
            *left = rest;
        }
    }

    struct Vector {
        suite: Suite,
        info: &'static str,
        material_sender: &'static str,
        material_recipient: &'static str,
        private: &'static str,
        public_begins: &'static str,
        encapsulated_begins: &'static str,
        aad: &'static str,
        plain: &'static str,
        ciphertext: &'static str,
    }

    /// RFC 9180, appendix A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, sequence 0.
    const RFC_9180_A_2_1: Vector = Vector {
        suite: Suite::X25519,
        info: "4f6465206f6e2061204772656369616e2055726e",
        material_sender: "909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b",
        material_recipient: "1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df",
        private: "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb",
        public_begins: "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a",
        encapsulated_begins: "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
        aad: "436f756e742d30",
        plain: "4265617574792069732074727574682c20747275746820626561757479",
        ciphertext: "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db\
                     21993c62ce81883d2dd1b51a28",
    };

    /// The second vector of `pq-53273fb.json` of github.com/rozbb/rust-hpke (commit 59c1308), which comes from the
    /// reference implementation of draft-ietf-hpke-pq (github.com/hpkewg/hpke-pq): MLKEM768-X25519, HKDF-SHA256,
    /// ChaCha20Poly1305, sequence 0. The ciphertext depends on both halves of the encapsulation.
    const HPKE_PQ: Vector = Vector {
        suite: Suite::Hybrid,
        info: "34663634363532303666366532303631323034373732363536333639363136653230353537323665",
        material_sender: "2a1c0a3745fe8a48fb62034d300f54dfe1974a5b2e169e580a8789cb1cf5fd19\
                          0fc00f3fd899594e01a8b15334b9f3fa03d8de44da86e19f5776850fb689e6c8",
        material_recipient: "b86e76a59fabfc87b30cd7b1f7aaa28a834eb64e7a261c197b9a842893fbce56",
        private: "3ec47fa82dd5689d27c6190e724c74ec8f608df3331ce331929e37b829676630",
        public_begins: "f5fb01a5db909ac907ecc9524de9b9eaf4997dac7d22c961267c9644038251605a105ba7",
        encapsulated_begins: "26759c7b22923ea5cc9c78e3e14c8fc62dcb0a66ce44460966978a7fe9685e0c6d22999d",
        aad: "436f756e742d30",
        plain: "3432363536313735373437393230363937333230373437323735373436383263\
                3230373437323735373436383230363236353631373537343739",
        ciphertext: "c5c591f99092d5e38df0a52699af249c66f8275a863423c076de8147a53e65cc\
                     584041c963b77a7e59ea93841b1339b5efda8909b71f74bb0073ad62e899de31\
                     0c1566dea2fd29eba377",
    };

    fn check(vector: &Vector) {
        let bytes = |text: &str| hex::decode(text).unwrap();
        let suite = vector.suite;
        let (private, public) = suite.derive(&bytes(vector.material_recipient));
        assert!(hex::encode(&public).starts_with(vector.public_begins));
        assert_eq!(suite.public_of(&private).unwrap(), public);
        assert_eq!(suite.public_of(&bytes(vector.private)).unwrap(), public, "clamped or not, it is the key");
        assert_eq!(public.len(), suite.public_key_bytes());

        let entropy = Given::hex(vector.material_sender);
        let (info, aad, plain) = (bytes(vector.info), bytes(vector.aad), bytes(vector.plain));
        let sealed = suite.seal(&entropy, &public, &info, &aad, &plain).unwrap();
        assert!(hex::encode(&sealed.encapsulated).starts_with(vector.encapsulated_begins));
        assert_eq!(sealed.encapsulated.len(), suite.encapsulated_bytes());
        assert_eq!(hex::encode(&sealed.ciphertext), vector.ciphertext);

        let open = |private: &[u8], info: &[u8], aad: &[u8]| {
            suite.open(private, info, aad, &sealed.encapsulated, &sealed.ciphertext)
        };
        assert_eq!(*open(&bytes(vector.private), &info, &aad).unwrap(), plain);
        assert!(open(&[1; 32], &info, &aad).is_err());
        assert!(open(&private, b"another", &aad).is_err());
        assert!(open(&private, &info, b"another").is_err());
    }

    #[test]
    fn x25519_as_in_rfc_9180_appendix_a_2_1() {
        check(&RFC_9180_A_2_1);
    }

    #[test]
    fn hybrid_as_in_the_vectors_of_draft_ietf_hpke_pq() {
        check(&HPKE_PQ);
    }

    #[test]
    fn a_suite_has_one_number_and_others_are_refused() {
        for suite in [Suite::X25519, Suite::Hybrid] {
            assert_eq!(Suite::try_from(u16::from(suite)).unwrap(), suite);
            assert!(suite.public_key_bytes() <= MAX_PUBLIC_KEY_BYTES);
            assert!(!suite.accepts(&[]));
            assert!(!suite.accepts(&vec![0; suite.public_key_bytes() + 1]));
        }
        assert!(Suite::try_from(0).is_err());
        assert!(Suite::try_from(3).is_err());
    }
}

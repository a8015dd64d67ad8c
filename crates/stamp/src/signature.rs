//! Which signatures are known, and how they are checked.

use der::Tag;
use der::asn1::ObjectIdentifier;
use rustls_pki_types::SignatureVerificationAlgorithm;
use webpki::{EndEntityCert, Error, aws_lc_rs as algs};

use crate::asn1::{Algorithm, Part, context};
use crate::digest::Hash;
use crate::error::{Fault, Undecided};

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const MGF1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.8");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
/// Algorithms that name their digest.
const WITH_DIGEST: [(ObjectIdentifier, Kind, Hash); 6] = [
    (ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11"), Kind::Rsa, Hash::Sha256),
    (ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12"), Kind::Rsa, Hash::Sha384),
    (ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13"), Kind::Rsa, Hash::Sha512),
    (ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2"), Kind::Ecdsa, Hash::Sha256),
    (ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3"), Kind::Ecdsa, Hash::Sha384),
    (ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.4"), Kind::Ecdsa, Hash::Sha512),
];

#[derive(Clone, Copy)]
enum Kind {
    Rsa,
    Pss,
    Ecdsa,
    Ed25519,
}

type Algorithms = Vec<&'static dyn SignatureVerificationAlgorithm>;

/// What came of a check.
pub enum Outcome {
    Holds,
    Fails(Fault),
    Unknown(Undecided),
}

/// Whether a signature over `message` is by the key of a certificate. `digest` is what the attributes were made by, and
/// what a signature by RSA without a digest of its own is made by.
pub fn check(
    certificate: &EndEntityCert<'_>,
    algorithm: &Algorithm<'_>,
    digest: Hash,
    message: &[u8],
    signature: &[u8],
) -> Outcome {
    let unknown = || Outcome::Unknown(Undecided::Algorithm { id: algorithm.id.to_string() });
    let Some(known) = known(algorithm, digest) else { return unknown() };
    for algorithm in known {
        match certificate.verify_signature(algorithm, message, signature) {
            Ok(()) => return Outcome::Holds,
            // The key is of another kind or curve.
            Err(Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_)) => {}
            Err(_) => return Outcome::Fails(Fault::Signature),
        }
    }
    unknown()
}

/// The algorithms that an identifier may mean, one for each curve.
fn known(algorithm: &Algorithm<'_>, digest: Hash) -> Option<Algorithms> {
    let (kind, hash) = match algorithm.id {
        RSA => (Kind::Rsa, digest),
        RSA_PSS => (Kind::Pss, pss(algorithm)?),
        ED25519 => (Kind::Ed25519, digest),
        id => {
            let (_, kind, hash) = WITH_DIGEST.iter().find(|(known, ..)| *known == id)?;
            (*kind, *hash)
        }
    };
    Some(match (kind, hash) {
        (Kind::Rsa, Hash::Sha256) => vec![algs::RSA_PKCS1_2048_8192_SHA256],
        (Kind::Rsa, Hash::Sha384) => vec![algs::RSA_PKCS1_2048_8192_SHA384],
        (Kind::Rsa, Hash::Sha512) => vec![algs::RSA_PKCS1_2048_8192_SHA512],
        (Kind::Pss, Hash::Sha256) => vec![algs::RSA_PSS_2048_8192_SHA256_LEGACY_KEY],
        (Kind::Pss, Hash::Sha384) => vec![algs::RSA_PSS_2048_8192_SHA384_LEGACY_KEY],
        (Kind::Pss, Hash::Sha512) => vec![algs::RSA_PSS_2048_8192_SHA512_LEGACY_KEY],
        (Kind::Ecdsa, Hash::Sha256) => vec![algs::ECDSA_P256_SHA256, algs::ECDSA_P384_SHA256],
        (Kind::Ecdsa, Hash::Sha384) => vec![algs::ECDSA_P256_SHA384, algs::ECDSA_P384_SHA384],
        (Kind::Ecdsa, Hash::Sha512) => vec![algs::ECDSA_P256_SHA512, algs::ECDSA_P384_SHA512],
        // It hashes by itself (RFC 8419, 2.3).
        (Kind::Ed25519, _) => vec![algs::ED25519],
    })
}

/// The digest of RSASSA-PSS (RFC 4055, 3.1), where all its parameters are of that one and the salt is as long.
fn pss(algorithm: &Algorithm<'_>) -> Option<Hash> {
    const PART: &str = "token";
    let parameters = algorithm.parameters.filter(|any| der::Tagged::tag(any) == Tag::Sequence)?;
    let mut parameters = Part::new(PART, parameters.value()).ok()?;
    let mut explicit = parameters.inner(context(0)).ok()?;
    let hash = Hash::of(&explicit.algorithm().ok()?)?;
    explicit.end().ok()?;
    let mut explicit = parameters.inner(context(1)).ok()?;
    let mask = explicit.algorithm().ok()?;
    explicit.end().ok()?;
    let inner = mask.parameters.filter(|any| der::Tagged::tag(any) == Tag::Sequence)?;
    let mut inner = Part::new(PART, inner.value()).ok()?;
    let of_mask = Algorithm {
        id: inner.identifier().ok()?,
        parameters: if inner.is_empty() { None } else { Some(inner.any().ok()?) },
    };
    let mut explicit = parameters.inner(context(2)).ok()?;
    let salt = explicit.small().ok()?;
    explicit.end().ok()?;
    // The trailer has one value, which is left out.
    parameters.end().ok()?;
    (mask.id == MGF1 && Hash::of(&of_mask) == Some(hash) && salt == hash.length()).then_some(hash)
}

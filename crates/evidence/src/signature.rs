//! The signature over a seal: who says that this is what was sealed, and when.
//!
//! What is signed is the deterministic CBOR of a [`SignedRoot`]: the root of the [seal](crate::seal), which speaks for
//! every file of the payload, and the SHA-256 of [`TAGS`], which speaks for every tag file beside it. It is signed with
//! Ed25519 in a `COSE_Sign1` for the purpose [`Purpose::Evidence`], and lies in a package as [`SIGNATURE`].
//!
//! [`TAGS`] has a line `<sha256>  <path>` for each tag file, sorted by the bytes of the path and with the path written as
//! in a manifest of RFC 8493, so that `sha256sum --check` reads it. Not in it are itself, the tag manifests, which come
//! after it, the signature in its two forms, and what lies below [`TIMESTAMPS`], which is about the signature and may come
//! years later.
//!
//! For courts without COSE the same signature lies there in the parts that `openssl pkeyutl -verify -rawin` takes:
//! [`SIGNED_BYTES`], [`SIGNATURE_BYTES`] and [`SIGNER`]. The root and the digest of [`TAGS`] stand in the first as they are,
//! 32 bytes each.
//!
//! The signature says which key signed. Whose key that is, nobody can read from the package alone.

use std::collections::BTreeMap;

use comity_record::cbor::{from_canonical, to_canonical};
use comity_record::sign::{Purpose, SignError, Signed, SigningKey, VerifyingKey, sign};
use comity_record::{ActTime, Coded, Sha256Digest};
use serde::{Deserialize, Serialize};

use crate::bag::text::{TAG_MANIFESTS, is_manifest, manifest};
use crate::seal::TagFile;

/// Where the signature lies in a package.
pub const SIGNATURE: &str = "comity/signature.cose";
/// Where the list of the tag files lies that the signature covers.
pub const TAGS: &str = "comity/tags-sha256.txt";
/// The bytes that were signed, for programs that know Ed25519 and not COSE.
pub const SIGNED_BYTES: &str = "comity/openssl/signed.bin";
/// The 64 bytes of the signature.
pub const SIGNATURE_BYTES: &str = "comity/openssl/signature.bin";
/// The public key in PEM.
pub const SIGNER: &str = "comity/openssl/signer.pem";
/// Below this lie time-stamps of the signature (RFC 3161). They are made after it, so that it does not cover them.
pub const TIMESTAMPS: &str = "timestamps/";

/// The version of [`SignedRoot`] that is written and read.
pub const VERSION: u16 = 1;
/// The longest signature that is read: the record is short, and what the signer is called is in it.
pub const MAX_SIGNATURE_BYTES: usize = 4096;
/// The longest name of a signer, in bytes.
pub const MAX_SIGNER_BYTES: usize = 1024;

/// What is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedRoot {
    /// [`VERSION`].
    pub v: u16,
    /// The root of the seal.
    pub root: Sha256Digest,
    /// SHA-256 of [`TAGS`]; none for what was sealed where it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Sha256Digest>,
    /// The key that signs.
    pub key: VerifyingKey,
    /// What the signer calls himself: name and office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<String>,
    /// When, as the signer says.
    pub at: ActTime,
}

/// Somebody who signs.
pub struct Signer<'a> {
    /// The key.
    pub key: &'a SigningKey,
    /// What he calls himself, up to [`MAX_SIGNER_BYTES`]; what is longer is cut.
    pub name: Option<String>,
    /// When he signs.
    pub at: ActTime,
}

impl Signer<'_> {
    /// Signs the root of files that were sealed where they lie.
    pub fn sign(&self, root: Sha256Digest) -> Vec<u8> {
        self.signed(root, None)
    }

    /// The files that sign a package, where the other tag files have these digests.
    pub(crate) fn sign_bag(
        &self,
        root: Sha256Digest,
        others: &BTreeMap<String, Sha256Digest>,
    ) -> Vec<TagFile> {
        let tags = tag_list(others.iter().map(|(path, digest)| (path.as_str(), digest.to_string())));
        let signature = self.signed(root, Some(Sha256Digest::of(tags.as_bytes())));
        let mut files = vec![TagFile { path: TAGS.to_owned(), bytes: tags.into_bytes() }];
        files.extend(for_openssl(&signature));
        files.push(TagFile { path: SIGNATURE.to_owned(), bytes: signature });
        files
    }

    fn signed(&self, root: Sha256Digest, tags: Option<Sha256Digest>) -> Vec<u8> {
        let signer =
            self.name.as_ref().map(|name| name[..name.floor_char_boundary(MAX_SIGNER_BYTES)].to_owned());
        let record =
            SignedRoot { v: VERSION, root, tags, key: self.key.verifying_key(), signer, at: self.at.clone() };
        let record = to_canonical(&record).expect("digests and short texts always encode");
        sign(self.key, Purpose::Evidence, &record)
    }
}

impl SignedRoot {
    /// Reads a signature and verifies it with the key that it names itself. Whose key that is, is the reader's question.
    ///
    /// # Errors
    /// Says whether it is none, is of a later version, or does not hold.
    pub fn verify(bytes: &[u8]) -> Result<Self, SignatureError> {
        #[derive(Deserialize)]
        struct Version {
            v: u16,
        }
        let malformed = |cause: String| SignatureError::Malformed(cause);
        if bytes.len() > MAX_SIGNATURE_BYTES {
            return Err(malformed(format!("longer than {MAX_SIGNATURE_BYTES} bytes")));
        }
        let signed = Signed::parse(bytes)?;
        let payload = signed.unverified_payload();
        let Version { v } = from_canonical(payload).map_err(|e| malformed(e.to_string()))?;
        if v != VERSION {
            return Err(SignatureError::Version(v));
        }
        let record: Self = from_canonical(payload).map_err(|e| malformed(e.to_string()))?;
        signed.verify(&record.key, Purpose::Evidence)?;
        Ok(record)
    }

    /// As [`SignedRoot::verify`], for files that were sealed where they lie.
    ///
    /// # Errors
    /// Fails also for the signature of another root, or of a package.
    pub fn verify_root(bytes: &[u8], root: Sha256Digest) -> Result<Self, SignatureError> {
        let record = Self::verify(bytes)?;
        if record.root == root && record.tags.is_none() { Ok(record) } else { Err(SignatureError::OtherRoot) }
    }
}

/// Whether a tag file is in [`TAGS`].
pub(crate) fn is_covered(path: &str) -> bool {
    let about_it = [TAGS, SIGNATURE, SIGNED_BYTES, SIGNATURE_BYTES, SIGNER].contains(&path);
    !about_it && !is_manifest(path, TAG_MANIFESTS) && !path.starts_with(TIMESTAMPS)
}

/// The text of [`TAGS`] for these tag files.
pub(crate) fn tag_list<'a>(tags: impl Iterator<Item = (&'a str, String)>) -> String {
    manifest(tags.filter(|(path, _)| is_covered(path)))
}

/// The signature in the parts that OpenSSL takes; nothing for what is none.
pub(crate) fn for_openssl(signature: &[u8]) -> Vec<TagFile> {
    let Ok(signed) = Signed::parse(signature) else { return vec![] };
    let Ok(record) = from_canonical::<SignedRoot>(signed.unverified_payload()) else { return vec![] };
    [
        (SIGNED_BYTES, signed.signed_bytes(Purpose::Evidence)),
        (SIGNATURE_BYTES, signed.signature().to_vec()),
        (SIGNER, record.key.to_pem().into_bytes()),
    ]
    .map(|(path, bytes)| TagFile { path: path.to_owned(), bytes })
    .into()
}

/// Why a signature over a seal does not count.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SignatureError {
    /// Not a signed object, or it does not hold.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// Signed, and not a record of this form.
    #[error("this is not the signature of a seal: {0}")]
    Malformed(String),
    /// Of a later version.
    #[error("the signature is of version {0}, which is not known here")]
    Version(u16),
    /// Of something else.
    #[error("the signature is over another seal")]
    OtherRoot,
}

impl Coded for SignatureError {
    fn code(&self) -> &'static str {
        match self {
            Self::Sign(error) => error.code(),
            Self::Malformed(_) => "evidence-signature-malformed",
            Self::Version(_) => "evidence-signature-version",
            Self::OtherRoot => "evidence-signature-other-root",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Sign(error) => error.args(),
            Self::Malformed(cause) => vec![("cause", cause.clone())],
            Self::Version(version) => vec![("version", version.to_string())],
            Self::OtherRoot => vec![],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signer(key: &SigningKey, name: Option<&str>) -> Vec<u8> {
        let at = "2026-11-23T12:00:00+05:00[Asia/Dushanbe]".parse().unwrap();
        Signer { key, name: name.map(str::to_owned), at }.sign(Sha256Digest::of(b"root"))
    }

    #[test]
    fn a_signature_holds_for_its_root_only_and_says_who_and_when() {
        let key = SigningKey::from_seed(&[7; 32]);
        let bytes = signer(&key, Some("Samar, Unit One"));
        let record = SignedRoot::verify_root(&bytes, Sha256Digest::of(b"root")).unwrap();
        assert_eq!((record.key, record.signer.as_deref()), (key.verifying_key(), Some("Samar, Unit One")));
        let other = SignedRoot::verify_root(&bytes, Sha256Digest::of(b"other"));
        assert!(matches!(other, Err(SignatureError::OtherRoot)));
        for at in 0..bytes.len() {
            let mut broken = bytes.clone();
            broken[at] ^= 1;
            assert!(SignedRoot::verify(&broken).is_err(), "byte {at}");
        }
    }

    #[test]
    fn a_signature_of_another_key_or_purpose_or_version_does_not_count() {
        let (key, other) = (SigningKey::from_seed(&[7; 32]), SigningKey::from_seed(&[8; 32]));
        let mut record = SignedRoot::verify(&signer(&key, None)).unwrap();
        let payload = to_canonical(&record).unwrap();
        assert!(SignedRoot::verify(&sign(&other, Purpose::Evidence, &payload)).is_err());
        assert!(SignedRoot::verify(&sign(&key, Purpose::Entry, &payload)).is_err());
        record.v = VERSION + 1;
        let later = sign(&key, Purpose::Evidence, &to_canonical(&record).unwrap());
        assert!(matches!(SignedRoot::verify(&later), Err(SignatureError::Version(2))));
    }

    #[test]
    fn a_name_is_kept_up_to_the_limit() {
        let key = SigningKey::from_seed(&[7; 32]);
        for (length, kept) in [(MAX_SIGNER_BYTES, MAX_SIGNER_BYTES), (MAX_SIGNER_BYTES + 1, MAX_SIGNER_BYTES)]
        {
            let bytes = signer(&key, Some(&"n".repeat(length)));
            assert!(bytes.len() <= MAX_SIGNATURE_BYTES);
            assert_eq!(SignedRoot::verify(&bytes).unwrap().signer.unwrap().len(), kept);
        }
        let bytes = signer(&key, Some(&"я".repeat(MAX_SIGNER_BYTES)));
        assert_eq!(SignedRoot::verify(&bytes).unwrap().signer.unwrap().len(), MAX_SIGNER_BYTES);
        assert!(matches!(
            SignedRoot::verify(&vec![0; MAX_SIGNATURE_BYTES + 1]),
            Err(SignatureError::Malformed(_))
        ));
    }
}

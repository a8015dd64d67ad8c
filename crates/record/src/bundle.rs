//! Bundles: a pack on its way from the office that publishes it to those that take it, with the signatures of the
//! persons who answer for it.
//!
//! Each person signs a [`Release`]: which pack, in which version, with which digest, for which office. A bundle holds the
//! files, and its digest is computed from them whenever it is opened; a signature for other files is not one of this
//! bundle. Whose signatures are enough is not asked here: that is a decision of the office that takes the pack.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::cbor::{self, CborError, from_canonical, to_canonical};
use crate::digest::{Bytes, Sha256Digest};
use crate::id::{OfficeId, OfficerId};
use crate::pack::{Pack, PackError};
use crate::sign::{Purpose, SignError, Signed, SigningKey, VerifyingKey, sign};
use crate::token::Token;

/// The version of the form of bundles and releases.
pub const BUNDLE_VERSION: u16 = 1;
/// Signatures of one bundle: two are needed, and a whole commission of jurists fits.
pub const MAX_SIGNATURES: usize = 16;
/// Bytes of a bundle. Smaller than a pack may be, because it is read at once and in several copies; ours are far below.
pub const MAX_BUNDLE_BYTES: usize = cbor::MAX_BYTES;
/// Bytes of the version of a pack that is released: a day, or a number.
pub const MAX_VERSION: usize = 64;

/// What is wrong with a bundle or with the signature of a release.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// Not the deterministic bytes of one.
    #[error(transparent)]
    Cbor(#[from] CborError),
    /// The files are no pack.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// A signature that does not hold, or that is none.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// A form that this version does not know.
    #[error("bundle version {0} is not known here")]
    Version(u16),
    /// More than [`MAX_BUNDLE_BYTES`].
    #[error("the bundle is larger than {MAX_BUNDLE_BYTES} bytes")]
    TooLarge,
    /// More than [`MAX_SIGNATURES`].
    #[error("the bundle has {0} signatures, more than {MAX_SIGNATURES}")]
    TooMany(usize),
    /// A signature for another pack than the one whose files are here.
    #[error("a signature is for pack {name} of digest {signed}; the files here have digest {found}")]
    OtherPack {
        /// The pack that was signed.
        name: Token,
        /// Its digest.
        signed: Sha256Digest,
        /// The digest of the files.
        found: Sha256Digest,
    },
    /// A person who signed before, or a key under two names.
    #[error("{0} has signed this bundle before")]
    Twice(OfficerId),
    /// The signatures are not in the order of their offices and persons.
    #[error("the signatures are not in order")]
    Order,
    /// The version of the pack is empty, too long, or holds what cannot be shown.
    #[error("the version of the pack is not one that can be released")]
    PackVersion,
}

impl crate::Coded for BundleError {
    fn code(&self) -> &'static str {
        match self {
            Self::Cbor(_) | Self::Order => "record-bundle-malformed",
            Self::Pack(e) => e.code(),
            Self::Sign(_) => "record-bundle-signature",
            Self::Version(_) => "record-bundle-version",
            Self::TooLarge => "record-bundle-too-large",
            Self::TooMany(_) => "record-bundle-too-many-signatures",
            Self::OtherPack { .. } => "record-bundle-other-pack",
            Self::Twice(_) => "record-bundle-signed-twice",
            Self::PackVersion => "record-bundle-pack-version",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Cbor(cause) => vec![("cause", cause.to_string())],
            Self::Order => vec![("cause", self.to_string())],
            Self::Pack(e) => e.args(),
            Self::Sign(cause) => vec![("cause", cause.to_string())],
            Self::Version(version) => vec![("version", version.to_string())],
            Self::TooLarge => vec![("most", MAX_BUNDLE_BYTES.to_string())],
            Self::TooMany(count) => {
                vec![("count", count.to_string()), ("most", MAX_SIGNATURES.to_string())]
            }
            Self::OtherPack { name, signed, found } => {
                vec![("name", name.to_string()), ("signed", signed.to_string()), ("found", found.to_string())]
            }
            Self::Twice(officer) => vec![("officer", officer.to_string())],
            Self::PackVersion => vec![("most", MAX_VERSION.to_string())],
        }
    }
}

/// What one person signs: that this pack is released by the office, in these very bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// [`BUNDLE_VERSION`].
    pub v: u16,
    /// The name of the pack.
    pub name: Token,
    /// The version of its content, as its editors count.
    pub version: String,
    /// The digest of the pack.
    pub digest: Sha256Digest,
    /// The office that publishes it.
    pub office: OfficeId,
    /// The person who signs.
    pub officer: OfficerId,
    /// The person's key. Whose it is, the card of the office tells, and not this.
    pub key: VerifyingKey,
}

impl Release {
    /// What a person of an office signs for a pack.
    ///
    /// # Errors
    /// Fails for a version that cannot be shown to the people who decide by it.
    pub fn of(
        pack: &Pack,
        office: OfficeId,
        officer: OfficerId,
        key: VerifyingKey,
    ) -> Result<Self, BundleError> {
        let manifest = pack.manifest();
        let (name, version, digest) = (manifest.name.clone(), manifest.version.clone(), pack.digest());
        let release = Self { v: BUNDLE_VERSION, name, version, digest, office, officer, key };
        release.check()?;
        Ok(release)
    }

    fn check(&self) -> Result<(), BundleError> {
        if self.v != BUNDLE_VERSION {
            return Err(BundleError::Version(self.v));
        }
        let shows = |c: char| !c.is_control() && !crate::is_bidi_control(c);
        let good = !self.version.trim().is_empty()
            && self.version.len() <= MAX_VERSION
            && self.version.chars().all(shows);
        if good { Ok(()) } else { Err(BundleError::PackVersion) }
    }
}

/// A release with the signature of the person whom it names: it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedRelease {
    release: Release,
    bytes: Bytes,
}

impl SignedRelease {
    /// Signs a release with the key that it names.
    ///
    /// # Errors
    /// Fails when it names another key.
    pub fn sign(release: Release, key: &SigningKey) -> Result<Self, BundleError> {
        if release.key != key.verifying_key() {
            let (named, expected) = (release.key.key_id(), key.verifying_key().key_id());
            return Err(SignError::OtherKey { named, expected }.into());
        }
        release.check()?;
        let bytes = Bytes(sign(key, Purpose::Pack, &to_canonical(&release)?));
        Ok(Self { release, bytes })
    }

    /// Reads a signed release.
    ///
    /// # Errors
    /// Fails when the signature is not by the key that it names, or the bytes are not the one spelling.
    pub fn parse(bytes: &[u8]) -> Result<Self, BundleError> {
        let signed = Signed::parse(bytes)?;
        let release: Release = from_canonical(signed.unverified_payload())?;
        signed.verify(&release.key, Purpose::Pack)?;
        release.check()?;
        Ok(Self { release, bytes: Bytes(bytes.to_vec()) })
    }

    /// What was signed.
    pub fn release(&self) -> &Release {
        &self.release
    }

    /// The bytes, as they are kept.
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    fn place(&self) -> (OfficeId, OfficerId) {
        (self.release.office, self.release.officer)
    }
}

/// The file as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    v: u16,
    files: BTreeMap<String, Bytes>,
    signatures: Vec<Bytes>,
}

/// A pack, and the signatures of those who release it: each holds, and each is for this pack.
#[derive(Clone, Debug)]
pub struct Bundle {
    pack: Pack,
    signatures: Vec<SignedRelease>,
}

impl Bundle {
    /// A bundle that nobody has signed.
    pub fn new(pack: Pack) -> Self {
        Self { pack, signatures: Vec::new() }
    }

    /// The pack.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The pack, for whoever keeps it.
    pub fn into_pack(self) -> Pack {
        self.pack
    }

    /// The signatures, by office and person.
    pub fn signatures(&self) -> &[SignedRelease] {
        &self.signatures
    }

    /// Puts a signature to those that it has.
    ///
    /// # Errors
    /// Fails for one of another pack, of a person or key that signed before, or past a limit.
    pub fn add(&mut self, signed: SignedRelease) -> Result<(), BundleError> {
        let mut signatures = self.signatures.clone();
        signatures.push(signed);
        signatures.sort_by_key(SignedRelease::place);
        check(&self.pack, &signatures)?;
        self.signatures = signatures;
        Ok(())
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// Fails when they are more than [`MAX_BUNDLE_BYTES`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, BundleError> {
        let files = self.pack.files().map(|(path, bytes)| (path.to_owned(), Bytes(bytes.to_vec())));
        let signatures = self.signatures.iter().map(|signed| signed.bytes.clone());
        let written = Written { v: BUNDLE_VERSION, files: files.collect(), signatures: signatures.collect() };
        to_canonical(&written).map_err(too_large)
    }

    /// Opens a bundle. The digest is computed from the files, and every signature is verified over it.
    ///
    /// # Errors
    /// Fails for bytes that [`Bundle::to_bytes`] would not have written, and for a signature that does not hold.
    pub fn parse(bytes: &[u8]) -> Result<Self, BundleError> {
        let written: Written = from_canonical(bytes).map_err(too_large)?;
        if written.v != BUNDLE_VERSION {
            return Err(BundleError::Version(written.v));
        }
        if written.signatures.len() > MAX_SIGNATURES {
            return Err(BundleError::TooMany(written.signatures.len()));
        }
        let pack = Pack::from_files(written.files.into_iter().map(|(path, Bytes(bytes))| (path, bytes)))?;
        let signed = written.signatures.iter().map(|bytes| SignedRelease::parse(bytes.as_ref()));
        let signatures = signed.collect::<Result<Vec<_>, _>>()?;
        check(&pack, &signatures)?;
        Ok(Self { pack, signatures })
    }
}

/// Whether these can be the signatures of a bundle with this pack, in this order.
fn check(pack: &Pack, signatures: &[SignedRelease]) -> Result<(), BundleError> {
    if signatures.len() > MAX_SIGNATURES {
        return Err(BundleError::TooMany(signatures.len()));
    }
    let manifest = pack.manifest();
    let (mut persons, mut keys) = (BTreeSet::new(), BTreeSet::new());
    for signed in signatures {
        let Release { name, version, digest, .. } = &signed.release;
        if *digest != pack.digest() || *name != manifest.name || *version != manifest.version {
            let (name, signed) = (name.clone(), *digest);
            return Err(BundleError::OtherPack { name, signed, found: pack.digest() });
        }
        // One person under two names would be two: a key stands for one person for ever.
        if !persons.insert(signed.place()) || !keys.insert(signed.release.key) {
            return Err(BundleError::Twice(signed.release.officer));
        }
    }
    // One spelling: a bundle that two people compare has one digest, whoever signed first.
    if signatures.is_sorted_by_key(SignedRelease::place) { Ok(()) } else { Err(BundleError::Order) }
}

fn too_large(error: CborError) -> BundleError {
    match error {
        CborError::TooLarge(_) => BundleError::TooLarge,
        other => BundleError::Cbor(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::MANIFEST;

    fn pack(version: &str, text: &str) -> Pack {
        let manifest = format!(
            "name = \"law\"\nschema = \"law\"\nschema_version = 1\nversion = \"{version}\"\n\
             licence = \"CC0-1.0\"\nabout = \"Facts.\"\n"
        );
        let files = [(MANIFEST.to_owned(), manifest.into_bytes()), ("a.toml".to_owned(), text.into())];
        Pack::from_files(files).unwrap()
    }

    fn key(number: u8) -> SigningKey {
        SigningKey::from_seed(&[number; 32])
    }

    fn signed(pack: &Pack, office: u8, officer: u8, by: &SigningKey) -> SignedRelease {
        let (office, officer) = (OfficeId::from_bytes([office; 16]), OfficerId::from_bytes([officer; 16]));
        let release = Release::of(pack, office, officer, by.verifying_key()).unwrap();
        SignedRelease::sign(release, by).unwrap()
    }

    fn bundle() -> Bundle {
        let mut bundle = Bundle::new(pack("2026-12", "x = 1\n"));
        for officer in [2, 1] {
            let signed = signed(bundle.pack(), 9, officer, &key(officer));
            bundle.add(signed).unwrap();
        }
        bundle
    }

    /// The file with something else in it, in the one spelling that is read.
    fn rewritten(change: impl FnOnce(&mut Written)) -> Vec<u8> {
        let mut written: Written = from_canonical(&bundle().to_bytes().unwrap()).unwrap();
        change(&mut written);
        to_canonical(&written).unwrap()
    }

    #[test]
    fn a_bundle_reads_back_and_whoever_signs_first_makes_no_difference() {
        let bytes = bundle().to_bytes().unwrap();
        let read = Bundle::parse(&bytes).unwrap();
        assert_eq!(read.pack().digest(), pack("2026-12", "x = 1\n").digest());
        assert_eq!(read.to_bytes().unwrap(), bytes);
        let mut other = Bundle::new(pack("2026-12", "x = 1\n"));
        for officer in [1, 2] {
            let signed = signed(other.pack(), 9, officer, &key(officer));
            other.add(signed).unwrap();
        }
        assert_eq!(other.to_bytes().unwrap(), bytes);
    }

    #[test]
    fn every_flipped_bit_of_a_bundle_is_noticed() {
        let bytes = bundle().to_bytes().unwrap();
        for at in 0..bytes.len() * 8 {
            let mut broken = bytes.clone();
            broken[at / 8] ^= 1 << (at % 8);
            assert!(Bundle::parse(&broken).is_err(), "bit {at}");
        }
    }

    #[test]
    fn a_changed_added_or_missing_file_is_another_pack_than_the_one_that_was_signed() {
        let altered = rewritten(|w| drop(w.files.insert("a.toml".into(), Bytes(b"x = 2\n".to_vec()))));
        let added = rewritten(|w| drop(w.files.insert("b.toml".into(), Bytes(vec![]))));
        let gone = rewritten(|w| drop(w.files.remove("a.toml")));
        for bytes in [altered, added, gone] {
            assert!(matches!(Bundle::parse(&bytes), Err(BundleError::OtherPack { .. })));
        }
    }

    #[test]
    fn a_signature_of_another_purpose_key_or_pack_is_none_of_the_bundle() {
        let payload = |officer: u8| {
            let bundle = bundle();
            to_canonical(signed(bundle.pack(), 9, officer, &key(officer)).release()).unwrap()
        };
        let with = |bytes: Vec<u8>| rewritten(|w| w.signatures[1] = Bytes(bytes));
        let other_purpose = with(sign(&key(2), Purpose::Agreement, &payload(2)));
        assert!(matches!(Bundle::parse(&other_purpose), Err(BundleError::Sign(_))));
        // The release names the key of the second officer; the first signed it.
        let other_key = with(sign(&key(1), Purpose::Pack, &payload(2)));
        assert!(matches!(Bundle::parse(&other_key), Err(BundleError::Sign(_))));
        let later = pack("2027-01", "x = 1\n");
        let other_pack = with(signed(&later, 9, 2, &key(2)).bytes.0);
        assert!(matches!(Bundle::parse(&other_pack), Err(BundleError::OtherPack { .. })));
        let release = Release::of(&later, OfficeId::from_bytes([9; 16]), OfficerId::from_bytes([2; 16]), {
            key(1).verifying_key()
        });
        assert!(SignedRelease::sign(release.unwrap(), &key(2)).is_err());
    }

    #[test]
    fn one_person_signs_once_under_whatever_name() {
        let mut bundle = bundle();
        let again = signed(bundle.pack(), 9, 2, &key(2));
        assert!(matches!(bundle.add(again), Err(BundleError::Twice(_))));
        let other_name = signed(bundle.pack(), 9, 3, &key(2));
        assert!(matches!(bundle.add(other_name), Err(BundleError::Twice(_))));
        let other_key = signed(bundle.pack(), 9, 2, &key(3));
        assert!(matches!(bundle.add(other_key), Err(BundleError::Twice(_))));
        assert_eq!(bundle.signatures().len(), 2, "what was refused left nothing behind");
        let twice = rewritten(|w| w.signatures[1] = w.signatures[0].clone());
        assert!(matches!(Bundle::parse(&twice), Err(BundleError::Twice(_))));
        let crossed = rewritten(|w| w.signatures.reverse());
        assert!(matches!(Bundle::parse(&crossed), Err(BundleError::Order)));
    }

    #[test]
    fn signatures_and_versions_are_bounded_at_the_limit_and_refused_one_past_it() {
        let mut bundle = Bundle::new(pack("1", ""));
        let most = u8::try_from(MAX_SIGNATURES).unwrap();
        for officer in 1..=most {
            let signed = signed(bundle.pack(), 9, officer, &key(officer));
            bundle.add(signed).unwrap();
        }
        assert_eq!(Bundle::parse(&bundle.to_bytes().unwrap()).unwrap().signatures().len(), MAX_SIGNATURES);
        let one_more = signed(bundle.pack(), 9, most + 1, &key(most + 1));
        assert!(matches!(bundle.add(one_more), Err(BundleError::TooMany(_))));
        let release = |version: &str| {
            let pack = pack(version, "");
            Release::of(&pack, OfficeId::from_bytes([9; 16]), OfficerId::from_bytes([1; 16]), {
                key(1).verifying_key()
            })
        };
        assert!(release(&"1".repeat(MAX_VERSION)).is_ok());
        for wrong in ["", " ", &"1".repeat(MAX_VERSION + 1), "1\u{202E}2"] {
            assert!(matches!(release(wrong), Err(BundleError::PackVersion)), "{wrong:?}");
        }
    }

    #[test]
    fn a_bundle_of_another_version_or_too_large_is_refused() {
        assert!(matches!(Bundle::parse(&rewritten(|w| w.v = 2)), Err(BundleError::Version(2))));
        let room = MAX_BUNDLE_BYTES - Bundle::new(pack("1", "")).to_bytes().unwrap().len();
        let large = |bytes: usize| Bundle::new(pack("1", &"x".repeat(bytes))).to_bytes();
        // The length of a long text takes four bytes more than that of an empty one.
        assert!(large(room - 4).is_ok());
        assert!(matches!(large(room - 3), Err(BundleError::TooLarge)));
        assert!(matches!(Bundle::parse(&vec![0; MAX_BUNDLE_BYTES + 1]), Err(BundleError::TooLarge)));
    }
}

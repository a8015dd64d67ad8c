//! Bytes sealed to X25519 keys or to a passphrase, in the format of the program `age` (age-encryption.org/v1, specified
//! by C2SP).
//!
//! Taken because a recipient needs no software of ours to open it: `age --decrypt` does, and so do the libraries that
//! others wrote. Only what we write is read: recipient lines of kind X25519, or one of kind scrypt.

mod header;
mod payload;

use std::fmt;
use std::io::{self, Read as _, Write as _};
use std::str::FromStr;

use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32, Hrp};
use chacha20poly1305::ChaCha20Poly1305;
use chacha20poly1305::aead::KeyInit as _;
use comity_record::sign::{SigningKey, VerifyingKey};
use comity_record::{Coded, Entropy, KeyId, Sha256Digest};
use hkdf::Hkdf;
use sha2::Sha256;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use crate::passphrase::Passphrase;
pub(crate) use payload::fill;
pub use payload::{Opener, Sealer};

/// Keys to which one thing is sealed. More would be a list that nobody keeps in mind.
pub const MAX_RECIPIENTS: usize = 20;
/// What a seal adds to each part.
const TAG: usize = 16;
/// Bytes of the key of a sealed file.
const FILE_KEY: usize = 16;

const RECIPIENT: Hrp = Hrp::parse_unchecked("age");
const IDENTITY: Hrp = Hrp::parse_unchecked("age-secret-key-");

/// Why a sealed package cannot be opened, or a key not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AgeError {
    /// Not the text of a recipient's key or secret key.
    #[error("not a key of the form age1… or AGE-SECRET-KEY-1…")]
    Key,
    /// A key with which nothing can be kept secret.
    #[error("the key is one of the few with which nothing can be kept secret")]
    WeakKey,
    /// Nobody to seal to, or more than [`MAX_RECIPIENTS`].
    #[error("something is sealed to one key or to {MAX_RECIPIENTS} at most")]
    Recipients,
    /// Not of the format, or of a part of the format that we do not write.
    #[error("not sealed to X25519 keys or to a passphrase")]
    Malformed,
    /// Sealed to somebody else, or changed in the part that says to whom.
    #[error("the package is not sealed to this key")]
    OtherKey,
    /// Changed, or cut off.
    #[error("the sealed package was changed or is not whole")]
    Changed,
}

impl Coded for AgeError {
    fn code(&self) -> &'static str {
        match self {
            Self::Key => "casework-export-key-text",
            Self::WeakKey => "casework-export-key-weak",
            Self::Recipients => "casework-age-recipients",
            Self::Malformed => "casework-export-sealed-malformed",
            Self::OtherKey => "casework-export-sealed-other-key",
            Self::Changed => "casework-export-sealed-changed",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Recipients => vec![("most", MAX_RECIPIENTS.to_string())],
            _ => vec![],
        }
    }
}

/// Who opens what is sealed.
#[derive(Clone, Copy)]
pub enum Lock<'a> {
    /// Whoever has the secret key of one of these.
    Recipients(&'a [Recipient]),
    /// Whoever knows this.
    Passphrase(&'a Passphrase),
}

/// The public key of somebody for whom something is sealed; as text `age1…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipient([u8; 32]);

impl Recipient {
    /// The 32 bytes of the key.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key by which something is sealed to an officer: [`VerifyingKey::to_x25519`]. None for bytes that are no key.
    pub fn of_officer(key: &VerifyingKey) -> Option<Self> {
        key.to_x25519().map(Self)
    }

    /// The identifier of the key: what is approved when an export is.
    pub fn key_id(&self) -> KeyId {
        KeyId::from_bytes(*Sha256Digest::of(&self.0).as_bytes())
    }
}

impl FromStr for Recipient {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        read_key(text, RECIPIENT).map(|key| Self(*key)).ok_or(AgeError::Key)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&bech32::encode_lower::<Bech32>(RECIPIENT, &self.0).expect("32 bytes are short enough"))
    }
}

/// The secret key of a recipient. Overwritten when dropped; neither printed nor copied.
pub struct Identity(StaticSecret);

impl Identity {
    /// Draws a new key.
    pub fn draw(entropy: &dyn Entropy) -> Self {
        Self(StaticSecret::from(entropy.draw()))
    }

    /// The key by which an officer opens what is sealed to him.
    pub fn of_officer(key: &SigningKey) -> Self {
        Self(StaticSecret::from(*key.to_x25519()))
    }

    /// Reads the text `AGE-SECRET-KEY-1…` that `age-keygen` writes.
    ///
    /// # Errors
    /// Fails for any other text.
    pub fn read(text: &str) -> Result<Self, AgeError> {
        let key = read_key(text, IDENTITY).ok_or(AgeError::Key)?;
        Ok(Self(StaticSecret::from(*key)))
    }

    /// Reads the one secret key of a file as `age-keygen` writes it: lines that begin with `#` are comments.
    ///
    /// # Errors
    /// Fails where there is none, more than one, or another text.
    pub fn read_file(text: &str) -> Result<Self, AgeError> {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        match (lines.next(), lines.next()) {
            (Some(key), None) => Self::read(key),
            _ => Err(AgeError::Key),
        }
    }

    /// The text that `age` reads, to be put away where only its owner reads it.
    pub fn reveal(&self) -> Zeroizing<String> {
        let text = bech32::encode_upper::<Bech32>(IDENTITY, self.0.as_bytes());
        Zeroizing::new(text.expect("32 bytes are short enough"))
    }

    /// The public half.
    pub fn recipient(&self) -> Recipient {
        Recipient(PublicKey::from(&self.0).to_bytes())
    }
}

/// Seals `plain` so that only the recipient opens it.
///
/// # Errors
/// [`AgeError::WeakKey`] for a key of low order (RFC 7748 §6.1).
pub fn seal(recipient: &Recipient, entropy: &dyn Entropy, plain: &[u8]) -> Result<Vec<u8>, AgeError> {
    let mut sealer = Sealer::begin(Vec::new(), Lock::Recipients(&[*recipient]), entropy)?;
    let sealed = sealer.write_all(plain).and_then(|()| sealer.finish());
    Ok(sealed.expect("memory takes what is written"))
}

/// Opens what [`seal`] or a [`Sealer`] sealed, or `age --encrypt --recipient`.
///
/// # Errors
/// Says whether it is nothing sealed, is not for this key, or was changed.
pub fn open(identity: &Identity, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    whole(Opener::new(identity, sealed), sealed.len())
}

/// Opens what a [`Sealer`] sealed to a passphrase, or `age --encrypt --passphrase`.
///
/// # Errors
/// As [`open`], for another passphrase; what would ask for more work than `age` ever does is malformed.
pub fn open_with_passphrase(passphrase: &Passphrase, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    whole(Opener::by_passphrase(passphrase, sealed), sealed.len())
}

/// All that an opener gives; memory has no errors but those of what was sealed.
fn whole(opener: io::Result<Opener<&[u8]>>, most: usize) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    // As much as can be needed at once: memory that is given up for more is not overwritten.
    let mut plain = Zeroizing::new(Vec::with_capacity(most));
    let opened = opener.and_then(|mut opener| opener.read_to_end(&mut plain));
    opened.map_err(|error| error.downcast().unwrap_or(AgeError::Changed))?;
    Ok(plain)
}

fn derive(secret: &[u8], salt: &[u8], info: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand(info, key.as_mut())
        .expect("32 bytes are within what HKDF-SHA-256 gives");
    key
}

fn cipher(key: &Zeroizing<[u8; 32]>) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new((&**key).into())
}

fn read_key(text: &str, hrp: Hrp) -> Option<Zeroizing<[u8; 32]>> {
    let parsed = CheckedHrpstring::new::<Bech32>(text).ok()?;
    let bytes: Zeroizing<Vec<u8>> = Zeroizing::new(parsed.byte_iter().collect());
    let key = Zeroizing::new(<[u8; 32]>::try_from(bytes.as_slice()).ok()?);
    // Padding bits that are not zero would be a second spelling of the same key.
    let again = bech32::encode_lower::<Bech32>(hrp, key.as_slice()).ok().map(Zeroizing::new)?;
    again.eq_ignore_ascii_case(text).then_some(key)
}

#[cfg(test)]
mod tests {
    use comity_record::testing::Counting;

    use super::payload::CHUNK;
    use super::*;

    #[test]
    fn a_file_of_age_keygen_is_read_with_its_comments() {
        let identity = Identity::draw(&Counting::default());
        let key = identity.reveal();
        let file =
            format!("# created: 2026-11-28T10:00:00Z\n# public key: {}\n{}\n", identity.recipient(), *key);
        assert_eq!(Identity::read_file(&file).unwrap().recipient(), identity.recipient());
        assert_eq!(Identity::read_file(&key).unwrap().recipient(), identity.recipient());
        for other in ["", "# none\n", &format!("{file}{}\n", *key), &format!("{} {}", *key, *key)] {
            assert_eq!(Identity::read_file(other).err(), Some(AgeError::Key), "{other}");
        }
    }

    #[test]
    fn only_the_recipient_opens_and_every_size_around_a_chunk_comes_back() {
        let entropy = Counting::default();
        let identity = Identity::draw(&entropy);
        let other = Identity::draw(&entropy);
        for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1] {
            let plain: Vec<u8> = (0..=250).cycle().take(size).collect();
            let sealed = seal(&identity.recipient(), &entropy, &plain).unwrap();
            assert_eq!(open(&identity, &sealed).unwrap().as_slice(), plain, "{size}");
            assert_eq!(open(&other, &sealed), Err(AgeError::OtherKey), "{size}");
        }
    }

    #[test]
    fn every_flipped_byte_and_every_cut_is_noticed() {
        let entropy = Counting::default();
        let identity = Identity::draw(&entropy);
        let sealed = seal(&identity.recipient(), &entropy, b"a case").unwrap();
        for at in 0..sealed.len() {
            let mut broken = sealed.clone();
            broken[at] ^= 1;
            assert!(open(&identity, &broken).is_err(), "byte {at}");
            assert!(open(&identity, &sealed[..at]).is_err(), "cut at {at}");
        }
        // A whole last chunk left out: what is left is marked as not the last.
        let long = seal(&identity.recipient(), &entropy, &vec![7; 2 * CHUNK]).unwrap();
        assert_eq!(open(&identity, &long[..long.len() - CHUNK - TAG]), Err(AgeError::Changed));
    }

    #[test]
    fn a_key_has_one_spelling_and_comes_back() {
        let identity = Identity::draw(&Counting::default());
        let text = identity.reveal();
        assert!(text.starts_with("AGE-SECRET-KEY-1"));
        assert_eq!(Identity::read(&text).unwrap().recipient(), identity.recipient());
        let public = identity.recipient().to_string();
        assert_eq!(public.parse(), Ok(identity.recipient()));
        for wrong in ["", "age1", &public[..40], &public.replace("age1", "agf1"), &text] {
            assert_eq!(wrong.parse::<Recipient>(), Err(AgeError::Key), "{wrong}");
        }
    }

    #[test]
    fn a_key_of_low_order_gets_nothing() {
        let zero = Recipient([0; 32]);
        assert_eq!(seal(&zero, &Counting::default(), b"x"), Err(AgeError::WeakKey));
    }

    #[test]
    fn each_of_several_opens_and_nobody_else() {
        let entropy = Counting::default();
        let identities: Vec<_> = (0..=MAX_RECIPIENTS).map(|_| Identity::draw(&entropy)).collect();
        let recipients: Vec<_> = identities.iter().map(Identity::recipient).collect();
        let seal = |to: &[Recipient]| {
            let mut sealer = Sealer::begin(Vec::new(), Lock::Recipients(to), &entropy)?;
            sealer.write_all(b"words").unwrap();
            Ok::<_, AgeError>(sealer.finish().unwrap())
        };
        let sealed = seal(&recipients[..MAX_RECIPIENTS]).unwrap();
        for identity in &identities[..MAX_RECIPIENTS] {
            assert_eq!(open(identity, &sealed).unwrap().as_slice(), b"words");
        }
        assert_eq!(open(&identities[MAX_RECIPIENTS], &sealed), Err(AgeError::OtherKey));
        assert_eq!(seal(&recipients), Err(AgeError::Recipients));
        assert_eq!(seal(&[]), Err(AgeError::Recipients));
    }

    #[test]
    fn only_the_same_passphrase_opens_and_every_cut_is_noticed() {
        let passphrase = |text: &str| Passphrase::new(Zeroizing::new(text.to_owned())).unwrap();
        let right = passphrase("twelve bytes and more");
        let mut sealer = Sealer::begin(Vec::new(), Lock::Passphrase(&right), &Counting::default()).unwrap();
        sealer.write_all(b"words").unwrap();
        let sealed = sealer.finish().unwrap();
        assert_eq!(open_with_passphrase(&right, &sealed).unwrap().as_slice(), b"words");
        let wrong = passphrase("twelve bytes and More");
        assert_eq!(open_with_passphrase(&wrong, &sealed), Err(AgeError::OtherKey));
        assert_eq!(open(&Identity::draw(&Counting::default()), &sealed), Err(AgeError::OtherKey));
        for at in [1, 40, 90, sealed.len() - 1] {
            assert!(open_with_passphrase(&right, &sealed[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn what_is_sealed_to_the_public_key_of_an_officer_his_own_key_opens() {
        let entropy = Counting::default();
        let (key, other) = (SigningKey::draw(&entropy), SigningKey::draw(&entropy));
        let recipient = Recipient::of_officer(&key.verifying_key()).unwrap();
        assert_eq!(recipient, Identity::of_officer(&key).recipient());
        let sealed = seal(&recipient, &entropy, b"half").unwrap();
        assert_eq!(open(&Identity::of_officer(&key), &sealed).unwrap().as_slice(), b"half");
        assert_eq!(open(&Identity::of_officer(&other), &sealed), Err(AgeError::OtherKey));
    }
}

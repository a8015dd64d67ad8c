//! Bytes sealed to one X25519 key, in the format of the program `age` (age-encryption.org/v1, specified by C2SP).
//!
//! Taken because a recipient needs no software of ours to open it: `age --decrypt` does, and so do the libraries that
//! others wrote. Only what we write is read: one recipient line, of kind X25519.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32, Hrp};
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use comity_record::{Coded, Entropy, KeyId, Sha256Digest};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

const VERSION: &str = "age-encryption.org/v1\n";
const STANZA: &str = "-> X25519 ";
const FOOTER: &str = "---";
const INFO_WRAP: &[u8] = b"age-encryption.org/v1/X25519";
/// The payload is sealed in chunks of this many bytes, so that none is read before it was checked.
const CHUNK: usize = 64 << 10;
const TAG: usize = 16;
const FILE_KEY: usize = 16;
const PAYLOAD_NONCE: usize = 16;

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
    /// Not of the format, or of a part of the format that we do not write.
    #[error("not a package sealed to one X25519 key")]
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
            Self::Malformed => "casework-export-sealed-malformed",
            Self::OtherKey => "casework-export-sealed-other-key",
            Self::Changed => "casework-export-sealed-changed",
        }
    }
}

/// The public key of somebody for whom something is sealed; as text `age1…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipient([u8; 32]);

impl Recipient {
    /// The 32 bytes of the key.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
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

    /// Reads the text `AGE-SECRET-KEY-1…` that `age-keygen` writes.
    ///
    /// # Errors
    /// Fails for any other text.
    pub fn read(text: &str) -> Result<Self, AgeError> {
        let key = read_key(text, IDENTITY).ok_or(AgeError::Key)?;
        Ok(Self(StaticSecret::from(*key)))
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
    let file_key: Zeroizing<[u8; FILE_KEY]> = Zeroizing::new(entropy.draw());
    let ephemeral = StaticSecret::from(entropy.draw());
    let share = PublicKey::from(&ephemeral).to_bytes();
    let wrap = wrapping_key(&ephemeral, &recipient.0, &share, recipient).ok_or(AgeError::WeakKey)?;
    let wrapped =
        cipher(&wrap).encrypt(&Nonce::default(), file_key.as_slice()).expect("16 bytes are not too many");

    let mut sealed =
        format!("{VERSION}{STANZA}{}\n{}\n{FOOTER}", BASE64.encode(share), BASE64.encode(wrapped))
            .into_bytes();
    let mac = header_mac(file_key.as_slice(), &sealed).finalize().into_bytes();
    sealed.extend_from_slice(format!(" {}\n", BASE64.encode(mac)).as_bytes());

    let nonce: [u8; PAYLOAD_NONCE] = entropy.draw();
    sealed.extend_from_slice(&nonce);
    let cipher = cipher(&derive(file_key.as_slice(), &nonce, b"payload"));
    // An empty payload is one empty chunk, and every other ends with a chunk that is not empty.
    let count = plain.len().div_ceil(CHUNK).max(1);
    for number in 0..count {
        let chunk = &plain[number * CHUNK..plain.len().min((number + 1) * CHUNK)];
        let chunk = cipher.encrypt(&chunk_nonce(number, number + 1 == count), chunk);
        sealed.extend_from_slice(&chunk.expect("64 KiB are far below the cipher's limit"));
    }
    Ok(sealed)
}

/// Opens what [`seal`] sealed, or `age --encrypt --recipient` with one recipient.
///
/// # Errors
/// Says whether it is no sealed package, is not for this key, or was changed.
pub fn open(identity: &Identity, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    let header = Header::read(sealed).ok_or(AgeError::Malformed)?;
    let recipient = identity.recipient();
    let wrap =
        wrapping_key(&identity.0, &header.share, &header.share, &recipient).ok_or(AgeError::Malformed)?;
    let file_key = cipher(&wrap).decrypt(&Nonce::default(), header.wrapped.as_slice());
    let file_key = Zeroizing::new(file_key.map_err(|_| AgeError::OtherKey)?);
    header_mac(&file_key, header.signed).verify_slice(&header.mac).map_err(|_| AgeError::Changed)?;

    let (nonce, body) = header.rest.split_first_chunk::<PAYLOAD_NONCE>().ok_or(AgeError::Changed)?;
    let cipher = cipher(&derive(&file_key, nonce, b"payload"));
    let mut plain = Zeroizing::new(Vec::with_capacity(body.len()));
    let count = body.len().div_ceil(CHUNK + TAG).max(1);
    for number in 0..count {
        let chunk = &body[number * (CHUNK + TAG)..body.len().min((number + 1) * (CHUNK + TAG))];
        let chunk = cipher.decrypt(&chunk_nonce(number, number + 1 == count), chunk);
        let chunk = Zeroizing::new(chunk.map_err(|_| AgeError::Changed)?);
        // The specification allows an empty last chunk only where there is no other.
        if chunk.is_empty() && number > 0 {
            return Err(AgeError::Changed);
        }
        plain.extend_from_slice(&chunk);
    }
    Ok(plain)
}

/// The header of a sealed file, in the one spelling that we write.
struct Header<'a> {
    share: [u8; 32],
    wrapped: [u8; FILE_KEY + TAG],
    mac: [u8; 32],
    /// What the MAC covers.
    signed: &'a [u8],
    rest: &'a [u8],
}

impl<'a> Header<'a> {
    fn read(sealed: &'a [u8]) -> Option<Self> {
        let rest = sealed.strip_prefix(VERSION.as_bytes())?.strip_prefix(STANZA.as_bytes())?;
        let (share, rest) = line(rest)?;
        let (wrapped, rest) = line(rest)?;
        let rest = rest.strip_prefix(FOOTER.as_bytes())?;
        let signed = &sealed[..sealed.len() - rest.len()];
        let (mac, rest) = line(rest.strip_prefix(b" ")?)?;
        Some(Self { share, wrapped, mac, signed, rest })
    }
}

/// One line of base64 that holds exactly `N` bytes.
fn line<const N: usize>(bytes: &[u8]) -> Option<([u8; N], &[u8])> {
    let length = (N * 4).div_ceil(3);
    let (text, rest) = bytes.split_at_checked(length)?;
    let value = BASE64.decode(text).ok()?.try_into().ok()?;
    Some((value, rest.strip_prefix(b"\n")?))
}

fn wrapping_key(
    secret: &StaticSecret,
    other: &[u8; 32],
    share: &[u8; 32],
    recipient: &Recipient,
) -> Option<Zeroizing<[u8; 32]>> {
    let shared = secret.diffie_hellman(&PublicKey::from(*other));
    let salt = [share.as_slice(), &recipient.0].concat();
    shared.was_contributory().then(|| derive(shared.as_bytes(), &salt, INFO_WRAP))
}

fn derive(secret: &[u8], salt: &[u8], info: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand(info, key.as_mut())
        .expect("32 bytes are within what HKDF-SHA-256 gives");
    key
}

fn header_mac(file_key: &[u8], header: &[u8]) -> Hmac<Sha256> {
    let key = derive(file_key, &[], b"header");
    let mut mac =
        <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key.as_slice()).expect("any length is a key");
    mac.update(header);
    mac
}

fn cipher(key: &Zeroizing<[u8; 32]>) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new((&**key).into())
}

/// Eleven bytes of counter, and one that marks the last chunk.
fn chunk_nonce(number: usize, last: bool) -> Nonce {
    let mut nonce = [0; 12];
    let number = u64::try_from(number).expect("a count of chunks in memory");
    nonce[3..11].copy_from_slice(&number.to_be_bytes());
    nonce[11] = u8::from(last);
    Nonce::from(nonce)
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

    use super::*;

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
}

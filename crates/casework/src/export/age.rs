//! Bytes sealed to one X25519 key, in the format of the program `age` (age-encryption.org/v1, specified by C2SP).
//!
//! Taken because a recipient needs no software of ours to open it: `age --decrypt` does, and so do the libraries that
//! others wrote. Only what we write is read: one recipient line, of kind X25519.

use std::fmt;
use std::io::{self, Read, Write};
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
/// The header: the version, the recipient, a share and a wrapped key of 32 bytes, and the MAC, in base64 without padding.
const HEADER: usize = VERSION.len() + STANZA.len() + 43 + 1 + 43 + 1 + FOOTER.len() + 1 + 43 + 1;

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
    let sealed = Sealer::new(recipient, entropy, Vec::new()).and_then(|mut sealer| {
        sealer.write_all(plain)?;
        sealer.finish()
    });
    sealed.map_err(own)
}

/// Opens what [`seal`] sealed, or `age --encrypt --recipient` with one recipient.
///
/// # Errors
/// Says whether it is no sealed package, is not for this key, or was changed.
pub fn open(identity: &Identity, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    // As much as can be needed at once: memory that is given up for more is not overwritten.
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    let opened = Opener::new(identity, sealed).and_then(|mut opener| opener.read_to_end(&mut plain));
    opened.map_err(own)?;
    Ok(plain)
}

/// The error of ours in one of reading or writing; memory has no others.
fn own(error: io::Error) -> AgeError {
    error.downcast().unwrap_or(AgeError::Changed)
}

/// Seals what is written to it, and holds no more of it than one chunk. Without [`Sealer::finish`] nobody opens it.
pub struct Sealer<W> {
    out: W,
    cipher: ChaCha20Poly1305,
    number: u64,
    chunk: Zeroizing<Vec<u8>>,
}

impl<W: Write> Sealer<W> {
    /// Begins, for one recipient.
    ///
    /// # Errors
    /// Holds [`AgeError::WeakKey`] for a key of low order (RFC 7748 §6.1), or is that of `out`.
    pub fn new(recipient: &Recipient, entropy: &dyn Entropy, mut out: W) -> io::Result<Self> {
        let file_key: Zeroizing<[u8; FILE_KEY]> = Zeroizing::new(entropy.draw());
        let ephemeral = StaticSecret::from(entropy.draw());
        let share = PublicKey::from(&ephemeral).to_bytes();
        let wrap = wrapping_key(&ephemeral, &recipient.0, &share, recipient)
            .ok_or_else(|| io::Error::other(AgeError::WeakKey))?;
        let wrapped =
            cipher(&wrap).encrypt(&Nonce::default(), file_key.as_slice()).expect("16 bytes are not too many");

        let mut header =
            format!("{VERSION}{STANZA}{}\n{}\n{FOOTER}", BASE64.encode(share), BASE64.encode(wrapped))
                .into_bytes();
        let mac = header_mac(file_key.as_slice(), &header).finalize().into_bytes();
        header.extend_from_slice(format!(" {}\n", BASE64.encode(mac)).as_bytes());
        let nonce: [u8; PAYLOAD_NONCE] = entropy.draw();
        header.extend_from_slice(&nonce);
        out.write_all(&header)?;
        let cipher = cipher(&derive(file_key.as_slice(), &nonce, b"payload"));
        Ok(Self { out, cipher, number: 0, chunk: Zeroizing::new(Vec::with_capacity(CHUNK)) })
    }

    /// Seals the last chunk, and gives back what the sealed bytes went to.
    ///
    /// # Errors
    /// That of `out`.
    pub fn finish(mut self) -> io::Result<W> {
        // An empty payload is one empty chunk, and every other ends with a chunk that is not empty.
        self.put(true)?;
        Ok(self.out)
    }

    fn put(&mut self, last: bool) -> io::Result<()> {
        let sealed = self.cipher.encrypt(&chunk_nonce(self.number, last), self.chunk.as_slice());
        self.out.write_all(&sealed.expect("64 KiB are far below the cipher's limit"))?;
        self.number += 1;
        self.chunk.clear();
        Ok(())
    }
}

impl<W: Write> Write for Sealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full chunk waits until it is known not to be the last.
        if self.chunk.len() == CHUNK && !bytes.is_empty() {
            self.put(false)?;
        }
        let taken = bytes.len().min(CHUNK - self.chunk.len());
        self.chunk.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Opens what a [`Sealer`] sealed, as it is read, and holds no more of it than one chunk. What was read is whole and
/// unchanged only once the end came.
pub struct Opener<R> {
    source: R,
    cipher: ChaCha20Poly1305,
    number: u64,
    sealed: Vec<u8>,
    chunk: Zeroizing<Vec<u8>>,
    /// How much of the chunk was given out.
    given: usize,
    ended: bool,
}

impl<R: Read> Opener<R> {
    /// Begins, with the key of the recipient.
    ///
    /// # Errors
    /// Holds the [`AgeError`] that says whether it is no sealed package, is not for this key, or was changed; or is that
    /// of `source`.
    pub fn new(identity: &Identity, mut source: R) -> io::Result<Self> {
        let mut sealed = [0; HEADER];
        let read = fill(&mut source, &mut sealed)?;
        let header = Header::read(&sealed[..read]).ok_or_else(|| io::Error::other(AgeError::Malformed))?;
        let recipient = identity.recipient();
        let wrap = wrapping_key(&identity.0, &header.share, &header.share, &recipient)
            .ok_or_else(|| io::Error::other(AgeError::Malformed))?;
        let file_key = cipher(&wrap).decrypt(&Nonce::default(), header.wrapped.as_slice());
        let file_key = Zeroizing::new(file_key.map_err(|_| io::Error::other(AgeError::OtherKey))?);
        let mac = header_mac(&file_key, header.signed).verify_slice(&header.mac);
        mac.map_err(|_| io::Error::other(AgeError::Changed))?;
        let mut nonce = [0; PAYLOAD_NONCE];
        if fill(&mut source, &mut nonce)? < PAYLOAD_NONCE {
            return Err(io::Error::other(AgeError::Changed));
        }
        let cipher = cipher(&derive(&file_key, &nonce, b"payload"));
        let (sealed, chunk) = (vec![0; CHUNK + TAG], Zeroizing::new(vec![]));
        Ok(Self { source, cipher, number: 0, sealed, chunk, given: 0, ended: false })
    }

    fn next(&mut self) -> io::Result<()> {
        let read = fill(&mut self.source, &mut self.sealed)?;
        let open = |last| self.cipher.decrypt(&chunk_nonce(self.number, last), &self.sealed[..read]);
        // Only the last chunk can be short; a full one is the last if it does not open as any other.
        let (chunk, last) = match (read == self.sealed.len()).then(|| open(false)) {
            Some(Ok(chunk)) => (Ok(chunk), false),
            _ => (open(true), true),
        };
        let chunk = Zeroizing::new(chunk.map_err(|_| io::Error::other(AgeError::Changed))?);
        // The specification allows an empty last chunk only where there is no other, and nothing behind the last.
        if chunk.is_empty() && self.number > 0 || last && fill(&mut self.source, &mut [0])? > 0 {
            return Err(io::Error::other(AgeError::Changed));
        }
        (self.chunk, self.given, self.ended) = (chunk, 0, last);
        self.number += 1;
        Ok(())
    }
}

impl<R: Read> Read for Opener<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.chunk.len() && !self.ended {
            self.next()?;
        }
        let rest = &self.chunk[self.given..];
        let taken = rest.len().min(out.len());
        out[..taken].copy_from_slice(&rest[..taken]);
        self.given += taken;
        Ok(taken)
    }
}

/// Reads until `out` is full or the source ends, and says how much it was.
pub(super) fn fill(source: &mut impl Read, out: &mut [u8]) -> io::Result<usize> {
    let mut read = 0;
    while read < out.len() {
        match source.read(&mut out[read..]) {
            Ok(0) => break,
            Ok(more) => read += more,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(read)
}

/// The header of a sealed file, in the one spelling that we write.
struct Header<'a> {
    share: [u8; 32],
    wrapped: [u8; FILE_KEY + TAG],
    mac: [u8; 32],
    /// What the MAC covers.
    signed: &'a [u8],
}

impl<'a> Header<'a> {
    fn read(sealed: &'a [u8]) -> Option<Self> {
        let rest = sealed.strip_prefix(VERSION.as_bytes())?.strip_prefix(STANZA.as_bytes())?;
        let (share, rest) = line(rest)?;
        let (wrapped, rest) = line(rest)?;
        let rest = rest.strip_prefix(FOOTER.as_bytes())?;
        let signed = &sealed[..sealed.len() - rest.len()];
        let (mac, rest) = line(rest.strip_prefix(b" ")?)?;
        rest.is_empty().then_some(Self { share, wrapped, mac, signed })
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
fn chunk_nonce(number: u64, last: bool) -> Nonce {
    let mut nonce = [0; 12];
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
            // Written and read in pieces of any size, it is the same.
            let mut sealer = Sealer::new(&identity.recipient(), &entropy, Vec::new()).unwrap();
            for piece in plain.chunks(7001) {
                sealer.write_all(piece).unwrap();
            }
            let sealed = sealer.finish().unwrap();
            let mut opener = Opener::new(&identity, sealed.as_slice()).unwrap();
            let mut pieces = vec![0; size + 1];
            assert_eq!(fill(&mut opener, &mut pieces).unwrap(), size);
            assert_eq!(pieces[..size], plain);
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

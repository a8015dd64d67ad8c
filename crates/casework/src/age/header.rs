//! The header of a sealed file: for whom its key is wrapped, and a code over all of it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use chacha20poly1305::Nonce;
use chacha20poly1305::aead::Aead as _;
use comity_record::Entropy;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use super::{AgeError, FILE_KEY, Identity, Lock, MAX_RECIPIENTS, Recipient, TAG, cipher, derive};
use crate::passphrase::Passphrase;

const VERSION: &str = "age-encryption.org/v1\n";
const X25519: &str = "-> X25519 ";
const SCRYPT: &str = "-> scrypt ";
const FOOTER: &str = "---";
const INFO_X25519: &[u8] = b"age-encryption.org/v1/X25519";
const SALT_SCRYPT: &[u8] = b"age-encryption.org/v1/scrypt";
/// Work and memory of a passphrase, as a power of two: 256 MiB, as `age` takes.
const WORK: u8 = 18;
/// What a reader is made to do at most, as by `age`.
const MAX_WORK: u8 = 22;
const SALT: usize = 16;

/// The longest header: a recipient takes 98 bytes, and what is around them below 100.
pub(super) const HEADER_MAX: usize = MAX_RECIPIENTS * 98 + 100;

/// The key of a sealed file.
pub(super) type FileKey = Zeroizing<Vec<u8>>;

/// A key of a file, wrapped.
type Wrapped = [u8; FILE_KEY + TAG];

/// For whom the key of a file is wrapped.
enum Stanza {
    X25519 { share: [u8; 32], wrapped: Wrapped },
    Scrypt { salt: [u8; SALT], work: u8, wrapped: Wrapped },
}

/// The header that wraps `file_key`, with the code over it.
pub(super) fn write(lock: Lock<'_>, entropy: &dyn Entropy, file_key: &FileKey) -> Result<Vec<u8>, AgeError> {
    let mut text = VERSION.to_owned();
    match lock {
        Lock::Recipients(recipients) if !(1..=MAX_RECIPIENTS).contains(&recipients.len()) => {
            return Err(AgeError::Recipients);
        }
        Lock::Recipients(recipients) => {
            for recipient in recipients {
                let ephemeral = StaticSecret::from(entropy.draw());
                let share = PublicKey::from(&ephemeral).to_bytes();
                let wrap = x25519_key(&ephemeral, &recipient.0, &share, recipient);
                let wrapped = wrap_key(&wrap.ok_or(AgeError::WeakKey)?, file_key);
                text.extend([X25519, &BASE64.encode(share), "\n", &wrapped, "\n"]);
            }
        }
        Lock::Passphrase(passphrase) => {
            let salt: [u8; SALT] = entropy.draw();
            let wrapped = wrap_key(&scrypt_key(passphrase, &salt, WORK)?, file_key);
            let first = format!("{SCRYPT}{} {WORK}\n", BASE64.encode(salt));
            text.extend([&first, &wrapped, "\n"]);
        }
    }
    text += FOOTER;
    let code = code(file_key, text.as_bytes()).finalize().into_bytes();
    text.extend([" ", &BASE64.encode(code), "\n"]);
    Ok(text.into_bytes())
}

/// The header of a sealed file, in the one spelling that we write.
pub(super) struct Header<'a> {
    stanzas: Vec<Stanza>,
    code: [u8; 32],
    /// What the code covers.
    signed: &'a [u8],
    /// What follows the header.
    pub(super) rest: &'a [u8],
}

impl<'a> Header<'a> {
    pub(super) fn read(sealed: &'a [u8]) -> Option<Self> {
        let mut rest = sealed.strip_prefix(VERSION.as_bytes())?;
        let mut stanzas = Vec::new();
        while let Some((stanza, after)) = Stanza::read(rest) {
            stanzas.push(stanza);
            rest = after;
            // What is wrapped by a passphrase is wrapped by nothing else.
            let by_passphrase = stanzas.iter().any(|one| matches!(one, Stanza::Scrypt { .. }));
            if stanzas.len() > MAX_RECIPIENTS || by_passphrase && stanzas.len() > 1 {
                return None;
            }
        }
        let rest = rest.strip_prefix(FOOTER.as_bytes())?;
        let signed = &sealed[..sealed.len() - rest.len()];
        let (code, rest) = line(rest.strip_prefix(b" ")?)?;
        Some(Self { stanzas, code, signed, rest })
    }

    /// The key of the file, for whoever has this key.
    pub(super) fn file_key(&self, identity: &Identity) -> Result<FileKey, AgeError> {
        let recipient = identity.recipient();
        for stanza in &self.stanzas {
            let Stanza::X25519 { share, wrapped } = stanza else { continue };
            let wrap = x25519_key(&identity.0, share, share, &recipient).ok_or(AgeError::Malformed)?;
            if let Some(file_key) = unwrap_key(&wrap, wrapped) {
                return Ok(file_key);
            }
        }
        Err(AgeError::OtherKey)
    }

    /// The key of the file, for whoever knows the passphrase.
    pub(super) fn file_key_by(&self, passphrase: &Passphrase) -> Result<FileKey, AgeError> {
        let [Stanza::Scrypt { salt, work, wrapped }] = self.stanzas.as_slice() else {
            return Err(AgeError::OtherKey);
        };
        unwrap_key(&scrypt_key(passphrase, salt, *work)?, wrapped).ok_or(AgeError::OtherKey)
    }

    /// Whether nobody changed the header.
    pub(super) fn verify(&self, file_key: &FileKey) -> Result<(), AgeError> {
        code(file_key, self.signed).verify_slice(&self.code).map_err(|_| AgeError::Changed)
    }
}

impl Stanza {
    fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        if let Some(rest) = bytes.strip_prefix(X25519.as_bytes()) {
            let (share, rest) = line(rest)?;
            let (wrapped, rest) = line(rest)?;
            return Some((Self::X25519 { share, wrapped }, rest));
        }
        let (salt, rest) = value(bytes.strip_prefix(SCRYPT.as_bytes())?)?;
        let rest = rest.strip_prefix(b" ")?;
        let (work, rest) = rest.split_at_checked(rest.iter().position(|byte| *byte == b'\n')?)?;
        let work = std::str::from_utf8(work).ok()?;
        let work: u8 = work.parse().ok().filter(|number: &u8| number.to_string() == work)?;
        let (wrapped, rest) = line(rest.strip_prefix(b"\n")?)?;
        (1..=MAX_WORK).contains(&work).then_some((Self::Scrypt { salt, work, wrapped }, rest))
    }
}

/// A value of exactly `N` bytes in base64.
fn value<const N: usize>(bytes: &[u8]) -> Option<([u8; N], &[u8])> {
    let (text, rest) = bytes.split_at_checked((N * 4).div_ceil(3))?;
    Some((BASE64.decode(text).ok()?.try_into().ok()?, rest))
}

/// One line with such a value.
fn line<const N: usize>(bytes: &[u8]) -> Option<([u8; N], &[u8])> {
    let (value, rest) = value(bytes)?;
    Some((value, rest.strip_prefix(b"\n")?))
}

fn x25519_key(
    secret: &StaticSecret,
    other: &[u8; 32],
    share: &[u8; 32],
    recipient: &Recipient,
) -> Option<Zeroizing<[u8; 32]>> {
    let shared = secret.diffie_hellman(&PublicKey::from(*other));
    let salt = [share.as_slice(), &recipient.0].concat();
    shared.was_contributory().then(|| derive(shared.as_bytes(), &salt, INFO_X25519))
}

/// The key of a passphrase (RFC 7914), with the parameters r = 8 and p = 1 of the format.
fn scrypt_key(passphrase: &Passphrase, salt: &[u8; SALT], work: u8) -> Result<Zeroizing<[u8; 32]>, AgeError> {
    let params = scrypt::Params::new(work, 8, 1).map_err(|_| AgeError::Malformed)?;
    let salt = [SALT_SCRYPT, salt].concat();
    let mut key = Zeroizing::new([0; 32]);
    scrypt::scrypt(passphrase.as_bytes(), &salt, &params, key.as_mut()).map_err(|_| AgeError::Malformed)?;
    Ok(key)
}

fn wrap_key(wrap: &Zeroizing<[u8; 32]>, file_key: &FileKey) -> String {
    let wrapped = cipher(wrap).encrypt(&Nonce::default(), file_key.as_slice());
    BASE64.encode(wrapped.expect("16 bytes are not too many"))
}

fn unwrap_key(wrap: &Zeroizing<[u8; 32]>, wrapped: &Wrapped) -> Option<FileKey> {
    cipher(wrap).decrypt(&Nonce::default(), wrapped.as_slice()).ok().map(Zeroizing::new)
}

fn code(file_key: &FileKey, header: &[u8]) -> Hmac<Sha256> {
    let key = derive(file_key, &[], b"header");
    let mut mac =
        <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key.as_slice()).expect("any length is a key");
    mac.update(header);
    mac
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scrypt_stanza(work: &str) -> String {
        let zeros = |bytes: usize| BASE64.encode(vec![0; bytes]);
        format!("{SCRYPT}{} {work}\n{}\n", zeros(SALT), zeros(FILE_KEY + TAG))
    }

    #[test]
    fn a_header_cannot_make_the_reader_work_without_bound() {
        assert!(Stanza::read(scrypt_stanza("22").as_bytes()).is_some());
        for work in ["23", "0", "018", "+18", "256", ""] {
            assert!(Stanza::read(scrypt_stanza(work).as_bytes()).is_none(), "{work}");
        }
    }

    #[test]
    fn a_passphrase_stands_alone() {
        let two = format!("{VERSION}{0}{0}{FOOTER} {1}\n", scrypt_stanza("18"), BASE64.encode([0; 32]));
        assert!(Header::read(two.as_bytes()).is_none());
        let one = two.replacen(&scrypt_stanza("18"), "", 1);
        assert!(Header::read(one.as_bytes()).is_some());
    }
}

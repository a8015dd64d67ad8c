//! Secrets sealed under something that a person remembers or keeps on paper.

use argon2::{Algorithm, Argon2, Params, Version};
use comity_record::key::SecretKey;
use comity_record::{Bytes, Coded, Entropy, cbor};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Shorter passphrases are guessed from a stolen disk.
pub const MIN_LENGTH: usize = 12;
/// Longer ones are pasted by accident.
pub const MAX_LENGTH: usize = 1024;

/// Memory that a sealed secret may ask for, in KiB; more would be an attack on the reader.
const MAX_MEMORY_KIB: u32 = 1 << 20;
const MAX_PASSES: u32 = 16;
const SALT: usize = 16;

/// Why a secret cannot be sealed or opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PassphraseError {
    /// Fewer than [`MIN_LENGTH`] or more than [`MAX_LENGTH`] bytes.
    #[error("a passphrase has {MIN_LENGTH} to {MAX_LENGTH} bytes")]
    Length,
    /// Another passphrase than the one that sealed, or changed bytes.
    #[error("the passphrase does not open it")]
    Wrong,
    /// Bytes that are not a sealed secret, or ask for more work than is allowed.
    #[error("the sealed secret cannot be read")]
    Malformed,
}

impl Coded for PassphraseError {
    fn code(&self) -> &'static str {
        match self {
            Self::Length => "casework-passphrase-length",
            Self::Wrong => "casework-passphrase-wrong",
            Self::Malformed => "casework-passphrase-sealed-malformed",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        vec![("least", MIN_LENGTH.to_string())]
    }
}

/// Something that a person remembers. Overwritten when dropped; neither printed nor copied.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes a passphrase as typed. Only its length is judged.
    ///
    /// # Errors
    /// Fails for one that is too short or too long.
    pub fn new(text: Zeroizing<String>) -> Result<Self, PassphraseError> {
        if (MIN_LENGTH..=MAX_LENGTH).contains(&text.len()) {
            Ok(Self(text))
        } else {
            Err(PassphraseError::Length)
        }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// How hard guessing is made (RFC 9106). It is stored with each secret, so that it can be raised later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
}

impl Cost {
    /// For passphrases of people: 64 MiB and three passes, the second recommendation of RFC 9106 §4.
    pub const PERSON: Self = Self { memory_kib: 64 << 10, passes: 3 };
    /// For secrets that are random themselves, such as a recovery code, and for tests.
    pub const RANDOM: Self = Self { memory_kib: 64, passes: 1 };
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    cost: Cost,
    salt: Bytes,
    secret: Bytes,
}

/// Seals `secret` under a passphrase, bound to `context`.
///
/// # Errors
/// None in practice: the parameters are ours.
pub fn seal(
    passphrase: &Passphrase,
    cost: Cost,
    entropy: &dyn Entropy,
    context: &[u8],
    secret: &[u8],
) -> Result<Vec<u8>, PassphraseError> {
    let salt: [u8; SALT] = entropy.draw();
    let key = derive(passphrase, cost, &salt)?;
    let sealed =
        Sealed { cost, salt: salt.to_vec().into(), secret: key.seal(entropy, context, secret).into() };
    cbor::to_canonical(&sealed).map_err(|_| PassphraseError::Malformed)
}

/// Opens what [`seal`] made under the same passphrase and context.
///
/// # Errors
/// Fails for another passphrase, another context, changed bytes, or bytes that are no sealed secret.
pub fn open(
    passphrase: &Passphrase,
    context: &[u8],
    bytes: &[u8],
) -> Result<Zeroizing<Vec<u8>>, PassphraseError> {
    let sealed: Sealed = cbor::from_canonical(bytes).map_err(|_| PassphraseError::Malformed)?;
    if sealed.cost.memory_kib > MAX_MEMORY_KIB || sealed.cost.passes > MAX_PASSES {
        return Err(PassphraseError::Malformed);
    }
    let key = derive(passphrase, sealed.cost, sealed.salt.as_ref())?;
    key.open(context, sealed.secret.as_ref()).map_err(|_| PassphraseError::Wrong)
}

fn derive(passphrase: &Passphrase, cost: Cost, salt: &[u8]) -> Result<SecretKey, PassphraseError> {
    let params =
        Params::new(cost.memory_kib, cost.passes, 1, Some(32)).map_err(|_| PassphraseError::Malformed)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.0.as_bytes(), salt, key.as_mut())
        .map_err(|_| PassphraseError::Malformed)?;
    Ok(SecretKey::from_bytes(*key))
}

#[cfg(test)]
mod tests {
    use comity_record::testing::Counting;

    use super::*;

    fn passphrase(text: &str) -> Passphrase {
        Passphrase::new(Zeroizing::new(text.to_owned())).unwrap()
    }

    #[test]
    fn only_the_same_passphrase_and_context_open() {
        let entropy = Counting::default();
        let right = passphrase("twelve bytes and more");
        let sealed = seal(&right, Cost::RANDOM, &entropy, b"officer", b"seed").unwrap();
        assert_eq!(open(&right, b"officer", &sealed).unwrap().as_slice(), b"seed");
        assert!(matches!(open(&right, b"node", &sealed), Err(PassphraseError::Wrong)));
        let wrong = passphrase("twelve bytes and More");
        assert!(matches!(open(&wrong, b"officer", &sealed), Err(PassphraseError::Wrong)));
        for cut in 0..sealed.len() {
            assert!(open(&right, b"officer", &sealed[..cut]).is_err(), "cut at {cut}");
        }
    }

    #[test]
    fn a_sealed_secret_cannot_make_the_reader_work_without_bound() {
        for cost in [
            Cost { memory_kib: MAX_MEMORY_KIB + 1, passes: 1 },
            Cost { memory_kib: 64, passes: MAX_PASSES + 1 },
        ] {
            let sealed = Sealed { cost, salt: vec![0; SALT].into(), secret: vec![0; 64].into() };
            let bytes = cbor::to_canonical(&sealed).unwrap();
            let opened = open(&passphrase("twelve bytes and more"), b"", &bytes);
            assert!(matches!(opened, Err(PassphraseError::Malformed)));
        }
    }

    #[test]
    fn lengths_are_judged_at_the_limits() {
        let of = |length: usize| Passphrase::new(Zeroizing::new("x".repeat(length)));
        assert!(of(MIN_LENGTH).is_ok() && of(MAX_LENGTH).is_ok());
        assert!(of(MIN_LENGTH - 1).is_err() && of(MAX_LENGTH + 1).is_err());
    }
}

//! The node's own keys, and how they are put away.

use comity_record::key::SecretKey;
use comity_record::sign::SigningKey;
use comity_record::{Bytes, Coded, Entropy, KeyId, cbor};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::passphrase::{self, Cost, Passphrase, PassphraseError};

const CONTEXT: &[u8] = b"comity/node-key/1";

/// Groups of letters on a recovery sheet: 30 bytes, short enough to copy by hand.
const CODE_GROUPS: usize = 12;
const CODE_LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// Why the node's keys cannot be had.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyringError {
    /// The passphrase or recovery code does not open them.
    #[error(transparent)]
    Passphrase(#[from] PassphraseError),
    /// The file is not a sealed node key.
    #[error("the node's key file cannot be read")]
    Malformed,
}

impl Coded for KeyringError {
    fn code(&self) -> &'static str {
        match self {
            Self::Passphrase(e) => e.code(),
            Self::Malformed => "casework-node-key-malformed",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Passphrase(e) => e.args(),
            Self::Malformed => vec![],
        }
    }
}

/// The keys of a node: one that signs seals and checkpoints, and one from which all others are derived.
pub struct Keyring {
    signing: SigningKey,
    master: SecretKey,
}

impl Keyring {
    /// Draws the keys of a new node.
    pub fn draw(entropy: &dyn Entropy) -> Self {
        Self { signing: SigningKey::draw(entropy), master: SecretKey::draw(entropy) }
    }

    /// The key that signs seals, checkpoints and what the node does by itself.
    pub fn signing(&self) -> &SigningKey {
        &self.signing
    }

    /// The identifier of the node.
    pub fn node(&self) -> KeyId {
        self.signing.verifying_key().key_id()
    }

    /// The key under which the keys of cases are wrapped.
    pub fn case_wrapping(&self) -> SecretKey {
        self.derive(b"comity/case-wrapping/1")
    }

    /// The key under which the private keys are wrapped to which messages are sealed.
    pub fn sealing_wrapping(&self) -> SecretKey {
        self.derive(b"comity/sealing-wrapping/1")
    }

    /// The key from which that of the node's pages follows.
    pub fn pages(&self) -> SecretKey {
        self.derive(b"comity/pages/1")
    }

    /// The key of the names in the vault.
    pub fn vault_names(&self) -> SecretKey {
        self.derive(b"comity/vault-names/1")
    }

    /// The key of the names under which the view of known values keeps what cases hold.
    pub fn known_values(&self) -> SecretKey {
        self.derive(b"comity/known-values/1")
    }

    fn derive(&self, label: &[u8]) -> SecretKey {
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, self.master.expose())
            .expand(label, key.as_mut())
            .expect("32 bytes are within what HKDF-SHA-256 gives");
        SecretKey::from_bytes(*key)
    }
}

/// The node's key file: the keys sealed twice, under the passphrase and under the recovery code.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    v: u16,
    passphrase: Bytes,
    recovery: Bytes,
}

/// The code on the recovery sheet: random, so that a stolen disk without the sheet is worth nothing.
pub struct RecoveryCode(Zeroizing<String>);

impl RecoveryCode {
    /// Draws a new code.
    pub fn draw(entropy: &dyn Entropy) -> Self {
        let bytes: Zeroizing<[u8; CODE_GROUPS * 4]> = Zeroizing::new(entropy.draw());
        let mut text = Zeroizing::new(String::with_capacity(CODE_GROUPS * 5));
        for (at, byte) in bytes.iter().enumerate() {
            if at % 4 == 0 && at > 0 {
                text.push('-');
            }
            // 32 letters divide 256 evenly, so no letter is likelier than another.
            text.push(char::from(CODE_LETTERS[usize::from(*byte) % CODE_LETTERS.len()]));
        }
        Self(text)
    }

    /// Reads a code as a person types it: lower case and other separators are forgiven.
    ///
    /// # Errors
    /// Fails when letters are missing or are not of the code's alphabet.
    pub fn read(text: &str) -> Result<Self, PassphraseError> {
        let letters: Zeroizing<String> = Zeroizing::new(
            text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect(),
        );
        let known = letters.bytes().all(|b| CODE_LETTERS.contains(&b));
        if !known || letters.len() != CODE_GROUPS * 4 {
            return Err(PassphraseError::Wrong);
        }
        let mut grouped = Zeroizing::new(String::with_capacity(CODE_GROUPS * 5));
        for (at, letter) in letters.chars().enumerate() {
            if at % 4 == 0 && at > 0 {
                grouped.push('-');
            }
            grouped.push(letter);
        }
        Ok(Self(grouped))
    }

    /// The code, to be printed on the sheet and nowhere else.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    fn as_passphrase(&self) -> Result<Passphrase, PassphraseError> {
        Passphrase::new(self.0.clone())
    }
}

impl KeyFile {
    /// Seals the keys under a passphrase and under a recovery code.
    ///
    /// # Errors
    /// None in practice.
    pub fn seal(
        keyring: &Keyring,
        passphrase: &Passphrase,
        cost: Cost,
        recovery: &RecoveryCode,
        entropy: &dyn Entropy,
    ) -> Result<Self, KeyringError> {
        let mut secret = Zeroizing::new(keyring.signing.seed().to_vec());
        secret.extend_from_slice(keyring.master.expose());
        let seal =
            |under: &Passphrase, cost| passphrase::seal(under, cost, entropy, CONTEXT, &secret).map(Bytes);
        Ok(Self {
            v: 1,
            passphrase: seal(passphrase, cost)?,
            recovery: seal(&recovery.as_passphrase()?, Cost::RANDOM)?,
        })
    }

    /// Opens the keys with the passphrase.
    ///
    /// # Errors
    /// Fails for another passphrase or a damaged file.
    pub fn open(&self, passphrase: &Passphrase) -> Result<Keyring, KeyringError> {
        Self::open_slot(passphrase, &self.passphrase)
    }

    /// Opens the keys with the code of the recovery sheet.
    ///
    /// # Errors
    /// Fails for another code or a damaged file.
    pub fn recover(&self, code: &RecoveryCode) -> Result<Keyring, KeyringError> {
        Self::open_slot(&code.as_passphrase()?, &self.recovery)
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// None in practice.
    pub fn to_bytes(&self) -> Result<Vec<u8>, KeyringError> {
        cbor::to_canonical(self).map_err(|_| KeyringError::Malformed)
    }

    /// Reads the bytes of the file.
    ///
    /// # Errors
    /// Fails for anything but the bytes that [`KeyFile::to_bytes`] gave.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyringError> {
        let file: Self = cbor::from_canonical(bytes).map_err(|_| KeyringError::Malformed)?;
        if file.v == 1 { Ok(file) } else { Err(KeyringError::Malformed) }
    }

    fn open_slot(passphrase: &Passphrase, slot: &Bytes) -> Result<Keyring, KeyringError> {
        let secret = passphrase::open(passphrase, CONTEXT, slot.as_ref())?;
        let (seed, master) = secret.split_first_chunk::<32>().ok_or(KeyringError::Malformed)?;
        let master: [u8; 32] = master.try_into().map_err(|_| KeyringError::Malformed)?;
        Ok(Keyring { signing: SigningKey::from_seed(seed), master: SecretKey::from_bytes(master) })
    }
}

#[cfg(test)]
mod tests {
    use comity_record::testing::Counting;

    use super::*;

    #[test]
    fn passphrase_and_recovery_sheet_open_the_same_keys() {
        let entropy = Counting::default();
        let keyring = Keyring::draw(&entropy);
        let passphrase = Passphrase::new(Zeroizing::new("a long passphrase".into())).unwrap();
        let code = RecoveryCode::draw(&entropy);
        let file = KeyFile::seal(&keyring, &passphrase, Cost::RANDOM, &code, &entropy).unwrap();
        let file = KeyFile::from_bytes(&file.to_bytes().unwrap()).unwrap();
        assert_eq!(file.open(&passphrase).unwrap().node(), keyring.node());
        let typed = code.reveal().to_lowercase().replace('-', " ");
        let recovered = file.recover(&RecoveryCode::read(&typed).unwrap()).unwrap();
        assert_eq!(recovered.case_wrapping().expose(), keyring.case_wrapping().expose());
        assert!(file.recover(&RecoveryCode::draw(&entropy)).is_err());
        assert!(RecoveryCode::read("AAAA").is_err());
    }

    #[test]
    fn derived_keys_differ() {
        let keyring = Keyring::draw(&Counting::default());
        assert_ne!(keyring.case_wrapping().expose(), keyring.vault_names().expose());
        assert_ne!(keyring.case_wrapping().expose(), keyring.sealing_wrapping().expose());
        assert_ne!(keyring.case_wrapping().expose(), keyring.pages().expose());
        assert_ne!(keyring.vault_names().expose(), keyring.known_values().expose());
        assert_ne!(keyring.case_wrapping().expose(), keyring.master.expose());
    }
}

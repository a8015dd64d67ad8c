//! Sealing keys that change: published with the days of their use, kept a while, then destroyed.
//!
//! An office publishes its next keys in a signed [`KeyBundle`]. An envelope names the key it is sealed to. The
//! private key is kept for [`GRACE_DAYS`] after its last day, because envelopes are sent again for 30 days, and
//! then destroyed: what was recorded on the wire cannot be opened any more, by nobody.

use std::collections::BTreeMap;

use comity_record::cbor::{self, CborError};
use comity_record::sign::{self, Purpose, SignError, Signed, SigningKey};
use comity_record::{Bytes, Coded, Entropy, KeyId, OfficeId, Sha256Digest};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::agreement::Agreed;
use crate::strict;
use crate::suite::{self, PRIVATE_KEY_BYTES, Suite};

/// The version of a bundle's form.
pub const BUNDLE_VERSION: u16 = 1;

/// The most keys that an office may have published at once: the present and some to come, in both suites.
pub const MAX_KEYS: usize = 8;

/// The longest use of a key. A key that is used longer gives away more when it is lost.
pub const MAX_KEY_DAYS: i64 = 400;

/// How long after its last day a private key is kept: the 30 days for which a message is sent again, and five
/// for one that is carried.
pub const GRACE_DAYS: i64 = 35;

/// The longest signed bundle: all keys at their longest, with room for the rest.
pub const MAX_BUNDLE_BYTES: usize = 16 << 10;

/// What is wrong with a sealing key.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// Not deterministic CBOR of the expected form.
    #[error(transparent)]
    Cbor(#[from] CborError),
    /// The bundle's signature is malformed or does not hold.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// More than [`MAX_BUNDLE_BYTES`].
    #[error("a key bundle of {0} bytes is too long")]
    TooLong(usize),
    /// A form that this version does not know.
    #[error("key bundle version {0} is not known here")]
    Version(u16),
    /// The bytes are no public key of the suite.
    #[error("key {0} is not a public key of its suite")]
    NotAKey(KeyId),
    /// The days of use make no sense or are too many.
    #[error("key {0} has days of use that cannot be accepted")]
    Days(KeyId),
    /// No key, too many, or not in the order of their identifiers.
    #[error("not a list of 1 to {MAX_KEYS} different keys in the order of their identifiers")]
    List,
    /// The bundle is of another agreement or office.
    #[error("the key bundle is of another agreement or office")]
    Other,
    /// The bundle is not newer than what is known, and says something else.
    #[error("key bundle {found} was superseded by {known}")]
    Superseded {
        /// The number of what is known.
        known: u32,
        /// The number of the bundle.
        found: u32,
    },
    /// The office has no key that is in use on that day.
    #[error("there is no sealing key for {0}")]
    NoneInUse(Date),
    /// The private key is not here: never was, or was destroyed.
    #[error("the private key {0} is not here")]
    Gone(KeyId),
    /// The envelope is of a day on which its key was not in use.
    #[error("key {key} was not in use on {day}")]
    NotInUse {
        /// The key.
        key: KeyId,
        /// The day.
        day: Date,
    },
    /// The stored private key is not one.
    #[error("the stored private key cannot be read")]
    Stored,
}

/// A public key to seal to, with the days on which it may be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedKey {
    /// How to seal to it.
    pub suite: Suite,
    /// Its bytes.
    pub public: Bytes,
    /// The first day (UTC).
    pub from: Date,
    /// The last day (UTC).
    pub until: Date,
}

/// The keys that an office announces from now on; all that were announced before are replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyBundle {
    /// [`BUNDLE_VERSION`].
    pub v: u16,
    /// Under which agreement.
    pub agreement: Sha256Digest,
    /// Of which office.
    pub office: OfficeId,
    /// 1 for the first after the agreement, and one more each time.
    pub number: u32,
    /// The keys.
    pub keys: Vec<PublishedKey>,
}

/// What one end knows of the other's sealing keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeerKeys {
    number: u32,
    keys: Vec<PublishedKey>,
}

/// A private key. Overwritten when dropped; neither printed nor copied.
pub struct SealingKey {
    private: Zeroizing<Vec<u8>>,
    published: PublishedKey,
}

/// The private keys of one office.
#[derive(Default)]
pub struct Keyring {
    keys: BTreeMap<KeyId, SealingKey>,
}

impl PublishedKey {
    /// The identifier by which envelopes name it.
    pub fn id(&self) -> KeyId {
        KeyId::from_bytes(*suite::key_digest(self.suite, self.public.as_ref()).as_bytes())
    }

    /// Whether it may be sealed to on that day.
    pub fn in_use(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }

    fn check(&self) -> Result<(), KeyError> {
        if !self.suite.accepts(self.public.as_ref()) {
            return Err(KeyError::NotAKey(self.id()));
        }
        let days = strict::day_number(self.until) - strict::day_number(self.from) + 1;
        if !(1..=MAX_KEY_DAYS).contains(&days) {
            return Err(KeyError::Days(self.id()));
        }
        Ok(())
    }
}

impl KeyBundle {
    /// Signs it with the node's key.
    pub fn sign(&self, node: &SigningKey) -> Result<Vec<u8>, KeyError> {
        self.check()?;
        // The purpose is that of the agreement, whose keys it carries on; the two texts have different fields,
        // so that neither can be taken for the other.
        Ok(sign::sign(node, Purpose::Agreement, &cbor::to_canonical(self)?))
    }

    /// Reads a bundle that `office` signed under this agreement.
    pub fn open(bytes: &[u8], agreed: &Agreed, office: OfficeId) -> Result<Self, KeyError> {
        if bytes.len() > MAX_BUNDLE_BYTES {
            return Err(KeyError::TooLong(bytes.len()));
        }
        let signed = Signed::parse(bytes)?;
        let party = agreed.agreement().party(office).map_err(|_| KeyError::Other)?;
        let bundle: Self = strict::read(signed.verify(&party.node, Purpose::Agreement)?)?;
        bundle.check()?;
        if bundle.agreement != agreed.digest() || bundle.office != office {
            return Err(KeyError::Other);
        }
        Ok(bundle)
    }

    fn check(&self) -> Result<(), KeyError> {
        if self.v != BUNDLE_VERSION {
            return Err(KeyError::Version(self.v));
        }
        check_list(&self.keys)
    }
}

impl PeerKeys {
    /// What the agreement says of an office's keys.
    pub fn agreed(agreed: &Agreed, office: OfficeId) -> Result<Self, KeyError> {
        let party = agreed.agreement().party(office).map_err(|_| KeyError::Other)?;
        Ok(Self { number: 0, keys: party.keys.clone() })
    }

    /// What is known after a bundle. A bundle that comes twice changes nothing; an earlier one is refused, so
    /// that nobody brings a lost key back.
    pub fn updated(&self, bundle: &KeyBundle) -> Result<Self, KeyError> {
        if bundle.number > self.number {
            return Ok(Self { number: bundle.number, keys: bundle.keys.clone() });
        }
        if bundle.number == self.number && bundle.keys == self.keys {
            return Ok(self.clone());
        }
        Err(KeyError::Superseded { known: self.number, found: bundle.number })
    }

    /// The key to seal to on that day: of those in use the strongest suite, then the newest.
    pub fn choose(&self, day: Date) -> Result<&PublishedKey, KeyError> {
        self.keys
            .iter()
            .filter(|key| key.in_use(day))
            .max_by_key(|key| (key.suite, key.from, key.id()))
            .ok_or(KeyError::NoneInUse(day))
    }

    /// The number of the last bundle that was accepted, 0 for the agreement's own keys.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The keys.
    pub fn keys(&self) -> &[PublishedKey] {
        &self.keys
    }
}

impl SealingKey {
    /// Draws a new key to be used on these days.
    pub fn draw(entropy: &dyn Entropy, suite: Suite, from: Date, until: Date) -> Result<Self, KeyError> {
        let material: Zeroizing<[u8; PRIVATE_KEY_BYTES]> = Zeroizing::new(entropy.draw());
        let (private, public) = suite.derive(&*material);
        let published = PublishedKey { suite, public: Bytes(public), from, until };
        published.check()?;
        Ok(Self { private, published })
    }

    /// A key as it was stored: the private bytes, and what was published of it.
    pub fn restore(private: Zeroizing<Vec<u8>>, published: PublishedKey) -> Result<Self, KeyError> {
        let public = published.suite.public_of(&private).map_err(|_| KeyError::Stored)?;
        if public != published.public.as_ref() {
            return Err(KeyError::Stored);
        }
        Ok(Self { private, published })
    }

    /// The private bytes, to be wrapped and put away. Callers keep them in zeroizing memory only.
    pub fn private(&self) -> &Zeroizing<Vec<u8>> {
        &self.private
    }

    /// What is published of it.
    pub fn published(&self) -> &PublishedKey {
        &self.published
    }
}

impl Keyring {
    /// A ring without keys.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a key.
    pub fn add(&mut self, key: SealingKey) {
        self.keys.insert(key.published.id(), key);
    }

    /// The identifiers of the keys that are to be destroyed on that day: those whose grace is over. The
    /// caller destroys what it stored, then calls [`Keyring::destroy`].
    pub fn overdue(&self, today: Date) -> Vec<KeyId> {
        let over = |key: &SealingKey| {
            strict::day_number(today) - strict::day_number(key.published.until) > GRACE_DAYS
        };
        self.keys.iter().filter(|(_, key)| over(key)).map(|(id, _)| *id).collect()
    }

    /// Forgets a key. Its bytes are overwritten.
    pub fn destroy(&mut self, id: KeyId) -> bool {
        self.keys.remove(&id).is_some()
    }

    /// The keys to publish: those in use on that day and those to come.
    pub fn publishable(&self, today: Date) -> Vec<PublishedKey> {
        self.keys
            .values()
            .filter(|key| key.published.until >= today)
            .map(|key| key.published.clone())
            .collect()
    }

    /// The key by which an envelope of that day is opened.
    pub(crate) fn for_envelope(&self, id: KeyId, act_day: Date) -> Result<&SealingKey, KeyError> {
        let key = self.keys.get(&id).ok_or(KeyError::Gone(id))?;
        if key.published.in_use(act_day) {
            Ok(key)
        } else {
            Err(KeyError::NotInUse { key: id, day: act_day })
        }
    }
}

impl SealingKey {
    pub(crate) fn open(
        &self,
        info: &[u8],
        aad: &[u8],
        encapsulated: &[u8],
        ciphertext: &[u8],
    ) -> Option<Zeroizing<Vec<u8>>> {
        self.published.suite.open(&self.private, info, aad, encapsulated, ciphertext).ok()
    }
}

/// Whether a list of keys may stand in an agreement or a bundle.
pub(crate) fn check_list(keys: &[PublishedKey]) -> Result<(), KeyError> {
    if keys.is_empty() || keys.len() > MAX_KEYS {
        return Err(KeyError::List);
    }
    if !keys.is_sorted_by_key(PublishedKey::id) || keys.windows(2).any(|pair| pair[0].id() == pair[1].id()) {
        return Err(KeyError::List);
    }
    keys.iter().try_for_each(PublishedKey::check)
}

impl Coded for KeyError {
    fn code(&self) -> &'static str {
        match self {
            Self::Cbor(e) => e.code(),
            Self::Sign(e) => e.code(),
            Self::TooLong(_) => "channel-keys-too-long",
            Self::Version(_) => "channel-keys-version",
            Self::NotAKey(_) => "channel-keys-not-a-key",
            Self::Days(_) => "channel-keys-days",
            Self::List => "channel-keys-list",
            Self::Other => "channel-keys-other",
            Self::Superseded { .. } => "channel-keys-superseded",
            Self::NoneInUse(_) => "channel-keys-none-in-use",
            Self::Gone(_) => "channel-keys-gone",
            Self::NotInUse { .. } => "channel-keys-not-in-use",
            Self::Stored => "channel-keys-stored",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Cbor(e) => e.args(),
            Self::Sign(e) => e.args(),
            Self::TooLong(bytes) => vec![("bytes", bytes.to_string())],
            Self::Version(version) => vec![("version", version.to_string())],
            Self::NotAKey(key) | Self::Days(key) | Self::Gone(key) => vec![("key", key.to_string())],
            Self::List | Self::Other | Self::Stored => vec![],
            Self::Superseded { known, found } => {
                vec![("known", known.to_string()), ("found", found.to_string())]
            }
            Self::NoneInUse(day) => vec![("day", day.to_string())],
            Self::NotInUse { key, day } => vec![("key", key.to_string()), ("day", day.to_string())],
        }
    }
}

//! The node's store of exhibits: encrypted, deduplicated, durable before it is spoken of.
//!
//! An object is named by an HMAC-SHA-256, under the naming key, of the SHA-256 of its content and of the [`Holder`] it is
//! kept for, so that neither the disk nor a list of known files tells what is held, or that two cases hold the same. Each
//! object has a key of its own, drawn at random, which the vault gives out once and does not keep: the caller wraps it
//! under the key of the case. Destroying the wrap destroys the content.
//!
//! The same content given twice for one holder is held once, if the caller can still open what is held ([`KeyRing`]). If
//! it cannot (its key was destroyed, or whoever stored it died before he spoke of it), a further copy is stored under the
//! next name. What others hold is never in the way: the empty file lies in the folders of every case.
//!
//! Objects are staged, sealed, on the vault's own disk, and given from there to an [`ObjectStore`]. The small files of a
//! folder are staged in packs, one behind another, because making, syncing and naming a file for each takes longer than
//! sealing it; a store that keeps objects in a folder takes a pack over as it is. What a pack looks like, how its objects
//! are removed and why so: `vault/pack.rs` and docs/adr/0016-packs-of-small-objects.md.

pub mod conformance;
mod copy;
mod files;
mod folder;
mod intake;
mod keep;
mod pack;
mod places;
mod read;
mod rounds;
mod sessions;
mod store;
mod usage;

use std::collections::BTreeMap;
use std::fmt;
use std::io::Read;
use std::path::Path;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use comity_disk::{Disk, DiskError, DiskLock, DiskPath, Kind, make_dir_durable};
use comity_record::key::SecretKey;
use comity_record::{Blake3Digest, Coded, Entropy, Sha256Digest};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};

pub use copy::copy_objects;
pub use files::FolderStore;
pub use folder::{PACKED_FROM, StoredFile, StoredFolder};
pub use keep::{Damage, Damaged, ScrubReport, SweepReport};
pub use read::ObjectReader;
pub use rounds::{MAX_DAMAGED, PartRead, Round, Rounds, SeenDamaged, WholeRound};
pub use sessions::{BATCH_FILES, Notes, StoredInSessions};
pub use store::{ObjectStore, Put, ReadObject, Sealed, StoreError};

use crate::chunk::{CHUNK_BYTES, ChunkRoom};
use crate::hash::{Digests, Further};
use crate::intake::{Intake, IntakeError};

/// How many copies of one content may be held for one holder under keys that the caller does not have. Each is what an
/// interrupted or refused work left within the grace time of [`Vault::sweep`]; more says that the caller never offers
/// its keys.
pub const MAX_COPIES: u8 = 16;

/// For whom content is kept: the identifier of a case or of an office's journal.
pub type Holder = [u8; 16];

/// The name of an object on the disk. It says nothing to whoever lacks the naming key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ObjectName(Sha256Digest);

impl ObjectName {
    /// The names of content with digest `sha256` that is kept for `holder`: of the first copy and of those after it.
    fn of(
        naming_key: &SecretKey,
        holder: &Holder,
        sha256: &Sha256Digest,
    ) -> impl Iterator<Item = Self> + use<> {
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(naming_key.expose()).expect("HMAC takes any key");
        // All parts are of fixed length, so that no two names are made of the same bytes.
        mac.update(sha256.as_bytes());
        mac.update(holder);
        (0..MAX_COPIES).map(move |copy| {
            let name = mac.clone().chain_update([copy]).finalize().into_bytes();
            Self(Sha256Digest::from_bytes(name.into()))
        })
    }

    /// The name of these 32 bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Sha256Digest::from_bytes(bytes))
    }

    /// The 32 bytes of the name.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// The folder that it lies in, where it is a file.
    fn shard(&self) -> u8 {
        self.as_bytes()[0]
    }
}

impl fmt::Display for ObjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for ObjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ObjectName({self})")
    }
}

impl FromStr for ObjectName {
    type Err = comity_record::DigestTextError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// For whom something is added, and what that holder can still open. Asked while something is added whose content may
/// be held already.
pub trait KeyRing {
    /// Who is to hold it.
    fn holder(&self) -> Holder;

    /// The key of the object `name`, if the holder has it.
    fn key_of(&self, name: &ObjectName) -> Option<SecretKey>;

    /// Whether the holder has no key at all, so that nothing need be looked for.
    fn is_empty(&self) -> bool {
        false
    }
}

/// A holder without keys: everything added is stored anew.
pub struct NoKeys(pub Holder);

impl KeyRing for NoKeys {
    fn holder(&self) -> Holder {
        self.0
    }

    fn key_of(&self, _: &ObjectName) -> Option<SecretKey> {
        None
    }

    fn is_empty(&self) -> bool {
        true
    }
}

/// An object that is durably in the vault.
pub struct Stored {
    /// Its name.
    pub name: ObjectName,
    /// Length and digests of the content.
    pub digests: Digests,
    /// The digests that were asked for besides.
    pub further: Further,
    /// BLAKE3 of the sealed form: what scrubbing checks, also good for the entry.
    pub ciphertext: Blake3Digest,
    /// Opens it; to be wrapped for the case now, for the vault does not keep it.
    pub key: SecretKey,
    /// Whether the same content was there already, under this key.
    pub was_held: bool,
    /// Keeps it from being [removed](Vault::remove_unheld) before anybody has spoken of it.
    pub lease: Lease,
}

impl fmt::Debug for Stored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stored")
            .field("name", &self.name)
            .field("digests", &self.digests)
            .field("was_held", &self.was_held)
            .finish_non_exhaustive()
    }
}

/// Held by whoever was given an object and is yet to speak of it: to write down, durably, the key that opens it.
#[derive(Clone)]
pub struct Lease(Arc<Given>);

struct Given {
    name: ObjectName,
    all: Leases,
}

/// How many leases there are of each object.
type Leases = Arc<Mutex<BTreeMap<ObjectName, usize>>>;

impl Lease {
    fn of(name: ObjectName, all: &Leases) -> Self {
        *all.lock().unwrap_or_else(PoisonError::into_inner).entry(name).or_default() += 1;
        Self(Arc::new(Given { name, all: Arc::clone(all) }))
    }
}

impl Drop for Given {
    fn drop(&mut self) {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = all.get_mut(&self.name) {
            *count -= 1;
            if *count == 0 {
                all.remove(&self.name);
            }
        }
    }
}

const OBJECTS: &str = "objects";
const INCOMING: &str = "incoming";
const ORPHANS: &str = "orphans";
const ROUNDS: &str = "rounds";
const LOCK: &str = "vault.lock";

/// Every name that a vault has in its folder.
pub const NAMES: &[&str] = &[OBJECTS, INCOMING, ORPHANS, ROUNDS, LOCK];

/// The vault in one folder. One process opens it at a time; its threads may share it.
pub struct Vault {
    disk: Arc<dyn Disk>,
    store: Box<dyn ObjectStore>,
    naming_key: SecretKey,
    entropy: Arc<dyn Entropy>,
    chunk_bytes: usize,
    /// Held while names go and while it is decided which are given, so that an object is not swept while it is being given
    /// out again. The store puts and reads without it.
    names: Mutex<()>,
    leases: Leases,
    /// Where the next object's chunks are sealed.
    room: Mutex<ChunkRoom>,
    _lock: Box<dyn DiskLock>,
}

impl Vault {
    /// Opens the vault in the folder of `disk`, or makes one there. `naming_key` is derived from the node key and
    /// used for nothing else. What an earlier process left unfinished is removed.
    ///
    /// # Errors
    /// Fails when another process has it open, or the disk fails.
    pub fn open(
        disk: Arc<dyn Disk>,
        naming_key: SecretKey,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Self, VaultError> {
        let lock = disk.lock(&at(LOCK))?;
        let store = FolderStore::open(Arc::clone(&disk))?;
        Self::begin(disk, lock, Box::new(store), naming_key, entropy)
    }

    /// As [`Vault::open`], with the objects in another store. What is being taken in is staged in the folder of `disk`,
    /// sealed, where the list of orphans and the lock lie as well.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_over(
        store: Box<dyn ObjectStore>,
        disk: Arc<dyn Disk>,
        naming_key: SecretKey,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Self, VaultError> {
        let lock = disk.lock(&at(LOCK))?;
        Self::begin(disk, lock, store, naming_key, entropy)
    }

    fn begin(
        disk: Arc<dyn Disk>,
        lock: Box<dyn DiskLock>,
        store: Box<dyn ObjectStore>,
        naming_key: SecretKey,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Self, VaultError> {
        make_dir_durable(&*disk, &at(INCOMING))?;
        let left: Vec<_> =
            disk.list(&at(INCOMING))?.into_iter().filter(|entry| entry.kind == Kind::File).collect();
        for file in &left {
            disk.remove(&at(INCOMING).join(&file.name)?)?;
        }
        if !left.is_empty() {
            // Among it may be bytes that were removed from where they lay afterwards.
            disk.sync_dir(&at(INCOMING))?;
        }
        Ok(Self {
            disk,
            store,
            naming_key,
            entropy,
            chunk_bytes: CHUNK_BYTES,
            names: Mutex::default(),
            leases: Leases::default(),
            room: Mutex::default(),
            _lock: lock,
        })
    }

    /// Seals new objects in chunks of this size, for tests that need many chunks of few bytes.
    #[doc(hidden)]
    #[must_use]
    pub fn with_chunk_bytes(self, chunk_bytes: usize) -> Self {
        assert!(chunk_bytes.is_power_of_two() && (64..=CHUNK_BYTES).contains(&chunk_bytes));
        Self { chunk_bytes, ..self }
    }

    /// Takes in everything that `source` gives, read once. Returns only when the object and its name are durable.
    /// `called` is what errors call the source.
    ///
    /// # Errors
    /// On any failure what was in the vault is as it was. A disk that fails at the very last step may keep an object of
    /// which nobody was told; it is swept like any orphan.
    pub fn add(
        &self,
        source: &mut dyn Read,
        called: &str,
        intake: &mut Intake<'_>,
        ring: &dyn KeyRing,
    ) -> Result<Stored, VaultError> {
        self.receive(ring, intake, |sink, intake| intake.stream(source, called, sink))
    }

    /// Takes in a file or block device, and makes sure that it did not change meanwhile.
    ///
    /// # Errors
    /// As [`Vault::add`] and [`Intake::file`].
    pub fn add_file(
        &self,
        path: &Path,
        intake: &mut Intake<'_>,
        ring: &dyn KeyRing,
    ) -> Result<Stored, VaultError> {
        self.receive(ring, intake, |sink, intake| intake.file(path, sink))
    }

    /// The names under which content with this digest may lie for a holder: the first copy and those after it.
    pub fn names_of(&self, holder: Holder, sha256: Sha256Digest) -> impl Iterator<Item = ObjectName> + use<> {
        ObjectName::of(&self.naming_key, &holder, &sha256)
    }

    /// Whether an object of this name is there. Says nothing about whether it is whole; see [`Vault::scrub`].
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn holds(&self, name: &ObjectName) -> Result<bool, VaultError> {
        Ok(self.store.holds(name)?)
    }
}

fn at(path: &str) -> DiskPath {
    DiskPath::new(path).expect("a constant path")
}

/// What can go wrong in the vault.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// The disk under it.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The store elsewhere that the objects lie in.
    #[error(transparent)]
    Store(StoreError),
    /// What was to be taken in.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// No object of this name.
    #[error("the vault holds no object {name}")]
    Missing {
        /// The name.
        name: ObjectName,
    },
    /// The file of an object is no sealed object.
    #[error("the object {name} is cut or is no object of the vault")]
    Malformed {
        /// The name.
        name: ObjectName,
    },
    /// A chunk that does not open: another key, or the object was changed.
    #[error("the object {name} does not open with this key at byte {offset}")]
    DoesNotOpen {
        /// The name.
        name: ObjectName,
        /// Where the chunk begins in the content.
        offset: u64,
    },
    /// An object that opens, but whose content is not what its name stands for.
    #[error("the content of the object {name} is not what was stored under this name")]
    OtherContent {
        /// The name.
        name: ObjectName,
    },
    /// More copies than [`MAX_COPIES`] under keys that the caller does not have.
    #[error("{limit} copies of this content are held under keys that are not at hand")]
    TooManyCopies {
        /// The limit.
        limit: u8,
    },
}

impl From<StoreError> for VaultError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Disk(error) => Self::Disk(error),
            elsewhere => Self::Store(elsewhere),
        }
    }
}

impl Coded for VaultError {
    fn code(&self) -> &'static str {
        match self {
            Self::Disk(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::Intake(error) => error.code(),
            Self::Missing { .. } => "evidence-object-missing",
            Self::Malformed { .. } => "evidence-object-malformed",
            Self::DoesNotOpen { .. } => "evidence-object-does-not-open",
            Self::OtherContent { .. } => "evidence-object-other-content",
            Self::TooManyCopies { .. } => "evidence-too-many-copies",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Disk(error) => error.args(),
            Self::Store(error) => error.args(),
            Self::Intake(error) => error.args(),
            Self::Missing { name } | Self::Malformed { name } | Self::OtherContent { name } => {
                vec![("name", name.to_string())]
            }
            Self::DoesNotOpen { name, offset } => {
                vec![("name", name.to_string()), ("offset", offset.to_string())]
            }
            Self::TooManyCopies { limit } => vec![("limit", limit.to_string())],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_plain_hmac_sha256_of_digest_holder_and_copy() {
        // RFC 4231, test case 2, has a key and a text of other lengths, so that the name is checked against the
        // definition of RFC 2104 written out.
        let key = SecretKey::from_bytes([0x0b; 32]);
        let digest = Sha256Digest::of(b"Hi There");
        let pad = |byte: u8| {
            let mut block = [byte; 64];
            block[..32].iter_mut().for_each(|b| *b ^= 0x0b);
            block
        };
        let holder = [7; 16];
        let names: Vec<_> = ObjectName::of(&key, &holder, &digest).collect();
        assert_eq!(names.len(), usize::from(MAX_COPIES));
        for copy in [0, 1, MAX_COPIES - 1] {
            let inner = Sha256Digest::of_parts(&[&pad(0x36), digest.as_bytes(), &holder, &[copy]]);
            let outer = Sha256Digest::of_parts(&[&pad(0x5c), inner.as_bytes()]);
            assert_eq!(names[usize::from(copy)].0, outer);
        }
    }
}

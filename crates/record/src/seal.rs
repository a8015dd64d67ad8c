//! The node's seal: what the author of an entry cannot know.

use serde::{Deserialize, Serialize};

use crate::cbor;
use crate::digest::Sha256Digest;
use crate::entry::EntryError;
use crate::id::{CaseId, EntryId, KeyId};
use crate::sign::{self, Purpose, Signed, SigningKey, VerifyingKey};
use crate::time::RecordedTime;

/// The version of the seal's form.
pub const SEAL_VERSION: u16 = 1;

/// Where and when a node took an entry into its journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NodeSeal {
    /// [`SEAL_VERSION`].
    pub v: u16,
    /// The entry.
    pub entry: EntryId,
    /// Its case.
    pub case: CaseId,
    /// Its place in the case on this node, from 0.
    pub sequence: u64,
    /// The entry before it in the same case on this node.
    pub previous: Option<EntryId>,
    /// When the node recorded it. Never earlier than the seal before it.
    pub recorded: RecordedTime,
    /// The clock stood behind the last recorded time when this was recorded.
    pub clock_jump: bool,
    /// The life of the node's log: 0, and one more after each restore from a backup.
    pub incarnation: u32,
    /// The index of the entry's leaf in the log.
    pub log_index: u64,
    /// The digest of the policy pack under which the node allowed it; none before the office was founded.
    pub policies: Option<Sha256Digest>,
}

impl NodeSeal {
    /// Signs the seal with the node's key.
    ///
    /// # Errors
    /// None in practice: every field has a deterministic form.
    pub fn sign(&self, node: &SigningKey) -> Result<Vec<u8>, EntryError> {
        Ok(sign::sign(node, Purpose::Seal, &cbor::to_canonical(self)?))
    }
}

/// A seal that has been read; verified only after [`SignedSeal::verify`].
#[derive(Clone, Debug)]
pub struct SignedSeal {
    signed: Signed,
    seal: NodeSeal,
}

impl SignedSeal {
    /// Reads the bytes of a signed seal.
    ///
    /// # Errors
    /// Fails for any spelling that [`NodeSeal::sign`] would not have written.
    pub fn parse(bytes: &[u8]) -> Result<Self, EntryError> {
        let signed = Signed::parse(bytes)?;
        let seal: NodeSeal = cbor::from_canonical(signed.unverified_payload())?;
        if seal.v != SEAL_VERSION {
            return Err(EntryError::Version(seal.v));
        }
        Ok(Self { signed, seal })
    }

    /// The node key that claims to have sealed.
    pub fn key_id(&self) -> KeyId {
        self.signed.key_id()
    }

    /// The seal before verification: to find out where an entry claims to stand.
    pub fn unverified(&self) -> &NodeSeal {
        &self.seal
    }

    /// The seal, if `key` signed it.
    ///
    /// # Errors
    /// Fails when another key is named or the signature does not hold.
    pub fn verify(&self, key: &VerifyingKey) -> Result<&NodeSeal, EntryError> {
        self.signed.verify(key, Purpose::Seal)?;
        Ok(&self.seal)
    }
}

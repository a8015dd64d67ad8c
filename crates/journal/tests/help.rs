//! What several tests need.

use comity_journal::{
    KnownLog, Log, MemoryStore, NodeSource, Origin, TileStore, TreeError, TreeHash, TreeHead,
};
use comity_record::EntryId;
use comity_record::sign::SigningKey;

/// The key of the node whose log it is.
pub fn node_key() -> SigningKey {
    SigningKey::from_seed(&[1; 32])
}

/// That log, as others know it.
pub fn known() -> KnownLog {
    KnownLog::of(&origin(0), vec![node_key().verifying_key()])
}

/// The same log, by one who has a wrong key for it.
pub fn mistaken() -> KnownLog {
    KnownLog::of(&origin(0), vec![SigningKey::from_seed(&[9; 32]).verifying_key()])
}

/// The origin of its log in this incarnation.
pub fn origin(incarnation: u32) -> Origin {
    Origin::of_node(node_key().verifying_key().key_id(), incarnation)
}

/// So many different entries.
pub fn ids(count: u64) -> Vec<EntryId> {
    (0..count).map(|n| EntryId::of(&n.to_be_bytes())).collect()
}

/// A log in memory with these entries, appended at once.
pub fn log_of(ids: &[EntryId]) -> Log<MemoryStore> {
    log_in(MemoryStore::new(), ids)
}

/// A log in this store with these entries, appended at once.
pub fn log_in<S: TileStore>(store: S, ids: &[EntryId]) -> Log<S> {
    let mut log = Log::create(store, origin(0), &node_key()).unwrap();
    log.append(ids, &node_key()).unwrap();
    log
}

/// The tree of RFC 9162 §2.1.1, written down as the RFC defines it and sharing nothing with the crate but the
/// hash type.
pub fn naive_root(leaves: &[TreeHash]) -> TreeHash {
    match leaves {
        [] => TreeHash::EMPTY,
        [leaf] => *leaf,
        _ => {
            let mut middle = 1;
            while middle * 2 < leaves.len() {
                middle *= 2;
            }
            TreeHash::node(&naive_root(&leaves[..middle]), &naive_root(&leaves[middle..]))
        }
    }
}

/// The head of that tree.
pub fn naive_head(leaves: &[TreeHash]) -> TreeHead {
    TreeHead { size: u64::try_from(leaves.len()).unwrap(), root: naive_root(leaves) }
}

/// Leaves as the source of nodes, for proofs without files.
pub struct Leaves<'a>(pub &'a [TreeHash]);

impl NodeSource for Leaves<'_> {
    type Error = TreeError;

    fn node(&self, level: u32, index: u64) -> Result<TreeHash, TreeError> {
        let begin = usize::try_from(index << level).unwrap();
        let end = usize::try_from((index + 1) << level).unwrap();
        Ok(naive_root(&self.0[begin..end]))
    }
}

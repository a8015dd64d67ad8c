//! Clusterings that were made for one question, kept in a folder for the next.
//!
//! A clustering follows from the chain up to a block, the layers, what tags say of whom, and the transactions that somebody
//! has decided. The SHA-256 of these is its key ([`Key`]), and stands in its file: after another block, a reorganisation
//! or a change of tags another key is asked for. A file also ends in the SHA-256 of all before it. One that is damaged or
//! has another key inside counts for nothing, and the clustering is made again; so it is when the folder is emptied.

use std::collections::BTreeSet;
use std::sync::Arc;

use comity_disk::{DirEntry, Disk, DiskError, DiskPath, TEMP_SUFFIX, write_durable};
use comity_record::Sha256Digest;

use super::{HeldUnion, Layer};
use crate::hash::Txid;
use crate::ledger::{Unions, View};
use crate::store::FileBytes;
use crate::tags::TagSet;

/// The first bytes of a file: what it is, and its form. Another form is due whenever the rules for change, the tests for
/// CoinJoins or who is named by tags become others.
const MAGIC: &[u8; 8] = b"cmtycls4";
/// Files of each kind that are kept: the latest.
const MOST: usize = 4;
/// The file that stands for the right to write.
const LOCK: &str = "lock";

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The roots of the first layer's clusters that tags speak against.
    Disputed,
    /// Layers joined, and what is held.
    Layered,
}

/// What a clustering follows from.
pub(super) struct Key {
    disputed: Sha256Digest,
    layered: Sha256Digest,
}

/// A folder of clusterings.
pub(crate) struct KeptClusters {
    disk: Arc<dyn Disk>,
}

impl std::fmt::Debug for KeptClusters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeptClusters").finish_non_exhaustive()
    }
}

impl Key {
    pub(super) fn of(
        view: &View<'_>,
        layers: &BTreeSet<Layer>,
        tags: &TagSet,
        decided: &BTreeSet<Txid>,
    ) -> Self {
        let ledger = view.ledger();
        let chain = (ledger.network(), ledger.first_height(), view.height(), view.tip_hash());
        // Another program may have other rules.
        let program = (MAGIC, env!("CARGO_PKG_VERSION"));
        let disputed = (program, chain, tags.names_digest());
        let digest = |bytes: Vec<u8>| Sha256Digest::of(&bytes);
        Self {
            layered: digest(serde_json::to_vec(&(&disputed, layers, decided)).expect("plain data")),
            disputed: digest(serde_json::to_vec(&disputed).expect("plain data")),
        }
    }
}

impl KeptClusters {
    pub(crate) fn in_folder(disk: Arc<dyn Disk>) -> Self {
        Self { disk }
    }

    /// The roots of the clusters that tags speak against, if they were kept.
    pub(super) fn disputed(&self, key: &Key) -> Option<BTreeSet<u32>> {
        let file = self.read(Kind::Disputed, &key.disputed)?;
        let roots = content(&file)?.chunks_exact(4);
        Some(roots.map(|root| u32::from_le_bytes(*root.first_chunk().expect("four bytes"))).collect())
    }

    pub(super) fn keep_disputed(&self, key: &Key, roots: &BTreeSet<u32>) {
        let bytes: Vec<u8> = roots.iter().flat_map(|root| root.to_le_bytes()).collect();
        self.keep(Kind::Disputed, &key.disputed, &[&bytes]);
    }

    /// The unions of `scripts` scripts with the layer of each, and what is held, if they were kept.
    pub(super) fn layered(&self, key: &Key, scripts: u64) -> Option<(Unions, Vec<Layer>, Vec<HeldUnion>)> {
        let file = self.read(Kind::Layered, &key.layered)?;
        let (held_length, rest) = content(&file)?.split_first_chunk::<8>()?;
        let (held, rest) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*held_length)).ok()?)?;
        let rows = rest.len() / (Unions::ROW_BYTES + 1);
        let (unions, layers) = rest.split_at_checked(rows * Unions::ROW_BYTES)?;
        let layer = |number: &u8| Layer::all().nth(usize::from(*number));
        let layers = layers.iter().map(layer).collect::<Option<_>>()?;
        Some((Unions::of_rows(unions, scripts), layers, serde_json::from_slice(held).ok()?))
    }

    pub(super) fn keep_layered(&self, key: &Key, unions: &Unions, layers: &[Layer], held: &[HeldUnion]) {
        let number = |layer: &Layer| {
            let place = Layer::all().position(|other| other == *layer).expect("every layer is among them");
            u8::try_from(place).expect("there are few")
        };
        let layers: Vec<u8> = layers.iter().map(number).collect();
        let held = serde_json::to_vec(held).expect("plain data");
        let held_length = u64::try_from(held.len()).expect("memory holds fewer than 2^64 bytes");
        let parts = [&held_length.to_le_bytes()[..], &held, &unions.row_bytes(), &layers];
        self.keep(Kind::Layered, &key.layered, &parts);
    }

    /// A file of this key that is whole.
    fn read(&self, kind: Kind, key: &Sha256Digest) -> Option<FileBytes> {
        let disk = self.disk.as_ref();
        let ending = kind.ending(key);
        let entries = disk.list(&DiskPath::root()).ok()?;
        let name = entries.into_iter().map(|entry| entry.name).rev().find(|name| name.ends_with(&ending))?;
        let path = DiskPath::new(&name).ok()?;
        let bytes = FileBytes::open(disk, &path, disk.metadata(&path).ok()?.size).ok()?;
        let (before, digest) = bytes.split_last_chunk::<32>()?;
        let is_whole = before.starts_with(&head(key)) && Sha256Digest::of(before).as_bytes() == digest;
        is_whole.then_some(bytes)
    }

    /// Keeps a file, durably, and of its kind as many as are to be kept. What fails here costs time and nothing else.
    fn keep(&self, kind: Kind, key: &Sha256Digest, parts: &[&[u8]]) {
        let _ = self.try_keep(kind, key, parts);
    }

    fn try_keep(&self, kind: Kind, key: &Sha256Digest, parts: &[&[u8]]) -> Result<(), DiskError> {
        let disk = self.disk.as_ref();
        let _lock = disk.lock(&DiskPath::new(LOCK)?)?;
        let ending = kind.ending(key);
        let (mut last, mut kept) = (0, vec![]);
        for DirEntry { name, .. } in disk.list(&DiskPath::root())? {
            // Nobody else's file is touched, whatever it does here.
            let Some(number) = Kind::number(name.strip_suffix(TEMP_SUFFIX).unwrap_or(&name)) else {
                continue;
            };
            last = last.max(number);
            if name.ends_with(TEMP_SUFFIX) || name.ends_with(&ending) {
                // What a death left, or what is damaged.
                disk.remove(&DiskPath::new(&name)?)?;
            } else if name.ends_with(kind.name()) {
                kept.push(name);
            }
        }
        // They are listed in the order of their numbers.
        for name in kept.iter().rev().skip(MOST - 1) {
            disk.remove(&DiskPath::new(name)?)?;
        }
        let mut bytes = head(key);
        for part in parts {
            bytes.extend_from_slice(part);
        }
        let digest = Sha256Digest::of(&bytes);
        bytes.extend_from_slice(digest.as_bytes());
        write_durable(disk, &DiskPath::new(format!("{:010}{ending}", last.saturating_add(1)))?, &bytes)
    }
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Disputed => ".disputed",
            Self::Layered => ".layered",
        }
    }

    /// How the name of a file of this key ends; a number goes before it.
    fn ending(self, key: &Sha256Digest) -> String {
        format!("-{key}{}", self.name())
    }

    /// The number of a file, if its name is one of ours.
    fn number(name: &str) -> Option<u32> {
        let ours = [Self::Disputed, Self::Layered].iter().any(|kind| name.ends_with(kind.name()));
        let (number, _) = name.split_once('-')?;
        number.parse().ok().filter(|_| ours && number.len() == 10)
    }
}

/// How a file of this key begins.
fn head(key: &Sha256Digest) -> Vec<u8> {
    [&MAGIC[..], key.as_bytes()].concat()
}

/// What lies between the head of a whole file and its digest.
fn content(file: &FileBytes) -> Option<&[u8]> {
    file.get(MAGIC.len() + 32..file.len().checked_sub(32)?)
}

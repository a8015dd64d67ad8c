//! The engine from outside: vault, packages, seals, power cuts.

#![expect(clippy::unwrap_used, reason = "helpers of tests; clippy allows it only inside #[test]")]

mod bag;
mod brought;
mod codes;
mod further;
mod packs;
mod places;
mod power;
mod room;
mod rounds;
mod sessions;
mod signed;
mod transfer;
mod vault;

use std::sync::Arc;

use comity_disk::{Disk, DiskPath, SimDisk};
use comity_evidence::{Intake, Limits, Vault};
use comity_record::key::SecretKey;
use comity_record::testing::Counting;

fn intake() -> Intake<'static> {
    Intake::new(Limits::default())
}

fn path(text: &str) -> DiskPath {
    DiskPath::new(text).unwrap()
}

/// A vault whose naming key is always the same. The random source is the caller's, because a second process draws
/// other numbers than the first.
fn vault(disk: &SimDisk, entropy: &Arc<Counting>) -> Vault {
    Vault::open(Arc::new(disk.clone()), SecretKey::from_bytes([1; 32]), entropy.clone())
        .unwrap()
        .with_chunk_bytes(64)
}

/// All files below a folder with their bytes, sorted.
fn tree(disk: &dyn Disk, below: &DiskPath) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in disk.list(below).unwrap() {
        let path = below.join(&entry.name).unwrap();
        if entry.kind == comity_disk::Kind::Dir {
            files.extend(tree(disk, &path));
        } else {
            files.push((path.as_str().to_owned(), disk.read(&path, 1 << 30).unwrap()));
        }
    }
    files
}

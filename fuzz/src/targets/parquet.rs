//! The list of an earlier export, in a folder that somebody else may have written to.

use std::sync::{Arc, LazyLock};

use comity_chain::Network;
use comity_chain::ledger::{IngestOptions, Ledger};
use comity_chain::source::BlkFiles;
use comity_disk::{Disk, DiskPath, SimDisk, write_durable};
use comity_parquet::{EXPORT, List, export};

use crate::Target;

/// The targets of this crate.
pub fn targets() -> Vec<Target> {
    vec![Target { name: "parquet-list", seeds, run: list }]
}

/// The first block of the network and nothing more: each input has a ledger exported.
static SMALL: LazyLock<Ledger> = LazyLock::new(|| {
    let chain = include_bytes!("../../../packs/exercises/chain/blk00000.dat");
    let length = u32::from_le_bytes(chain[4..8].try_into().expect("four bytes"));
    let first = chain[..8 + usize::try_from(length).expect("a length in memory")].to_vec();
    let mut ledger = Ledger::new(Network::Regtest);
    let options = IngestOptions { threads: Some(1), ..IngestOptions::default() };
    let source = BlkFiles::memory([("blk00000.dat".to_owned(), first)], Network::Regtest);
    ledger.ingest(&source, &options, &mut |_| {}).expect("the exercise chain is sound");
    ledger
});

static CLEAN: LazyLock<Vec<u8>> = LazyLock::new(|| exported(None).expect("an empty folder is taken"));

fn list_path() -> DiskPath {
    DiskPath::new(EXPORT).expect("a plain name")
}

/// What the list says after an export into a folder with this list, if it is taken.
fn exported(list: Option<&[u8]>) -> Option<Vec<u8>> {
    let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
    if let Some(list) = list {
        write_durable(disk.as_ref(), &list_path(), list).expect("a disk in memory");
    }
    let view = SMALL.at(None).expect("it has a block");
    let taken = export(&view, &[], &disk, &mut |_| {}).is_ok();
    let now = disk.read(&list_path(), u64::MAX).expect("there is a list");
    assert!(taken || list == Some(&now), "a list that is refused stays as it was");
    taken.then_some(now)
}

fn seeds() -> Vec<Vec<u8>> {
    let mut unfinished = List::parse(&CLEAN).expect("a list that was made");
    unfinished.complete = false;
    unfinished.files.truncate(2);
    vec![CLEAN.clone(), serde_json::to_vec(&unfinished).expect("plain data")]
}

/// Whatever an earlier list says of files that are not there, they are written.
fn list(bytes: &[u8]) {
    if List::parse(bytes).is_ok()
        && let Some(now) = exported(Some(bytes))
    {
        assert_eq!(now, *CLEAN);
    }
}

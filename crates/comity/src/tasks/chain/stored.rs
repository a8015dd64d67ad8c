//! Questions to a ledger that lies in files.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use comity_adapters::sandbox::{FrameSink, Input, Limits, TaskError};
use comity_chain::Network;
use comity_chain::ledger::{Ledger, StoreError};
use comity_chain::tags::{TagPack, TagStore};
use comity_disk::RealDisk;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Read, What, answer, packs_here, read_parts};

/// What the child of a ledger is asked.
#[derive(Serialize, Deserialize)]
pub struct StoreAsk {
    /// The network that the ledger must be of, by name.
    pub network: Option<String>,
    /// The height that is taken as the tip.
    pub at: Option<u32>,
    /// The question.
    pub what: What,
}

impl StoreAsk {
    /// The parameters of the task: the folder of the ledger, from the root, a zero byte, and the question.
    pub fn parameters(&self, store: &Path) -> Vec<u8> {
        let question = serde_json::to_vec(self).expect("plain data");
        [store.as_os_str().as_bytes(), &[0], &question].concat()
    }
}

/// The folder of the ledger, and the question.
fn parted(parameters: &[u8]) -> (&Path, &[u8]) {
    let end = parameters.iter().position(|byte| *byte == 0).expect("the parent wrote it");
    (Path::new(OsStr::from_bytes(&parameters[..end])), &parameters[end + 1..])
}

/// The one folder that the task reads.
pub fn folders(parameters: &[u8]) -> Vec<PathBuf> {
    vec![parted(parameters).0.to_owned()]
}

pub fn run(input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Result<(), TaskError> {
    let (store, question) = parted(input.parameters());
    let asked: StoreAsk = serde_json::from_slice(question).expect("the parent wrote it");
    let disk = RealDisk::open(store).map_err(|error| TaskError::new(error.code(), error.args()))?;
    let (_, packs, given) = read_parts(input)?;
    let mut sent = Ok(());
    let disks = (Arc::new(disk), None);
    ask(disks, asked.network.as_deref(), asked.at, &asked.what, (packs, given), &mut |answer| {
        if sent.is_ok() {
            sent = replies.frame(&serde_json::to_vec(&answer).expect("plain data"));
        }
    })?;
    sent
}

/// Asks a ledger, with the tags that it keeps beside those that are given. Clusterings are kept where there is a place for
/// them.
pub fn ask(
    (disk, clusters): (Arc<RealDisk>, Option<RealDisk>),
    network: Option<&str>,
    at: Option<u32>,
    what: &What,
    (packs, mut given): (Vec<TagPack>, Read),
    each: &mut dyn FnMut(Value),
) -> Result<(), TaskError> {
    let mut ledger = Ledger::open(disk.clone())?;
    if let Some(clusters) = clusters {
        ledger.keep_clusters(Arc::new(clusters));
    }
    of_network(network, ledger.network())?;
    if let Some(finding) = &given.finding {
        given.packs = Some(packs_here(finding, &packs, Some(&TagStore::open(disk)?))?);
    } else if what.uses_tags() {
        given.tags = Some(TagStore::open(disk)?.tags_with(packs)?);
    }
    let answered = sound(|| answer(&ledger, what, at, &given, None, each));
    // Rows that were taken back meanwhile look like damage.
    if !ledger.is_current()? {
        return Err(TaskError::new("comity-chain-changed", vec![]));
    }
    answered?
}

/// That a ledger is of the network that was named, if one was.
pub fn of_network(named: Option<&str>, found: Network) -> Result<(), TaskError> {
    let named: Option<Network> = named.map(str::parse).transpose()?;
    match named.filter(|network| *network != found) {
        Some(expected) => Err(StoreError::OtherNetwork { expected, found }.into()),
        None => Ok(()),
    }
}

/// Does something with a ledger. The rows of a damaged one lead outside of it, so that the work breaks off in a panic.
pub fn sound<T>(work: impl FnOnce() -> T) -> Result<T, StoreError> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let done = catch_unwind(AssertUnwindSafe(work));
    std::panic::set_hook(hook);
    done.map_err(|payload| StoreError::broken_off(payload.as_ref()))
}

//! Ledgers in files: taking blocks in, and asking.
//!
//! Blocks, tag packs and findings are foreign bytes. Here they are read in this process, which holds no key: before it
//! reads the first of them it gives up every file but those that it was given, and the network but for the port of a node
//! that it asks for blocks.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use comity_adapters::confine::{Kept, LANDLOCK_OF_TCP, confine};
use comity_adapters::node_blocks::{self, Login, NodeBlocks};
use comity_adapters::sandbox::TaskError;
use comity_adapters::world::SystemEntropy;
use comity_chain::finding::MAX_FINDING_BYTES;
use comity_chain::ledger::{IngestOptions, IngestReport, Ledger};
use comity_chain::score::{MAX_TRUTH_BYTES, Truth};
use comity_chain::source::{BlkFiles, BlockSource};
use comity_chain::tags::{MAX_PACK_BYTES, TagPack};
use comity_chain::{Finding, Network};
use comity_disk::{Disk as _, DiskError, DiskPath, RealDisk, clear_folder};
use comity_record::Entropy as _;
use serde_json::Value;

use super::{Given, block_files, notes, read_key};
use crate::beside::above;
use crate::cli::Ingest;
use crate::folder::of_disk;
use crate::out::{Failure, Out, shown};
use crate::tasks::chain::{self as tasks, What};

/// Memory for taking blocks in where the system does not say how much it has.
const MEMORY_BYTES: u64 = 2 << 30;

pub fn ingest(out: &Out, words: &Ingest) -> Result<(), Failure> {
    let network: Network = words.network.parse().map_err(Failure::of)?;
    let files = words.from.blocks.as_deref().map(|path| files(path, network)).transpose()?;
    let node = node(words, network)?;
    let made = !words.store.exists();
    if made && !above(&words.store).is_dir() {
        // A folder is made, and not those above it, which a misspelt path would leave behind.
        return Err(of_disk(DiskError::Missing { path: shown(above(&words.store)) }));
    }
    let disk = Arc::new(RealDisk::create(&words.store).map_err(of_disk)?);
    let empty = disk.list(&DiskPath::root()).map_err(of_disk)?.is_empty();
    let memory = words.memory.or_else(|| Some(machine_memory_bytes()? / 4)).unwrap_or(MEMORY_BYTES);
    let read: Vec<&Path> = words.from.blocks.iter().map(PathBuf::as_path).collect();
    let ports: Vec<u16> = node.iter().map(NodeBlocks::port).collect();
    let clear = if made { above(&words.store) } else { &words.store };
    confined(out, &Kept { read: &read, write: &[&words.store], clear: &[clear], connect: &ports });
    let taken = taken_in(out, words, &disk, network, files.as_ref(), node, memory);
    if taken.is_err() && empty && is_without_blocks(&disk) {
        // What was refused leaves nothing where nothing was.
        let _ = clear_folder(disk.as_ref(), &DiskPath::root());
        if made {
            let _ = std::fs::remove_dir(&words.store);
        }
    }
    let report = taken?;
    let told = serde_json::to_value(&report).expect("plain data");
    out.answer(&told, |out| {
        tell(out, &report);
        notes(out, &serde_json::json!({ "report": told }));
    });
    Ok(())
}

/// Takes the blocks in.
fn taken_in(
    out: &Out,
    words: &Ingest,
    disk: &Arc<RealDisk>,
    network: Network,
    files: Option<&BlkFiles>,
    node: Option<NodeBlocks>,
    memory_bytes: u64,
) -> Result<IngestReport, Failure> {
    if let Some(node) = &node {
        // Before a store is made for a network that is not the node's.
        node.check().map_err(Failure::of)?;
    }
    let mut seed = [0; 8];
    SystemEntropy.fill(&mut seed);
    let mut ledger =
        Ledger::open_to_write(disk.clone(), network, u64::from_le_bytes(seed)).map_err(Failure::of)?;
    let options = IngestOptions {
        first_height: words.first_height,
        memory_bytes,
        threads: words.threads.map(usize::from),
    };
    let node = node.map(|node| node.behind(&ledger));
    let source: &dyn BlockSource = match (files, &node) {
        (Some(files), _) => files,
        (None, Some(node)) => node,
        (None, None) => unreachable!("the command line asks for one of them"),
    };
    let mut bar = None;
    let report = sound(|| {
        ledger.ingest(source, &options, &mut |done| {
            // How many bytes the blocks of a node have is known when they are there.
            let (done, of) = match &node {
                Some(_) => (whole(done.blocks), whole(done.of_blocks)),
                None => (done.bytes, done.of_bytes),
            };
            bar.get_or_insert_with(|| out.progress(Some(of))).set(done);
        })
    });
    drop(bar);
    report?.map_err(Failure::of)
}

/// Whether the ledger that was begun holds no block.
fn is_without_blocks(disk: &Arc<RealDisk>) -> bool {
    Ledger::open(disk.clone()).map_or(true, |ledger| ledger.at(None).is_err())
}

fn whole(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn files(path: &Path, network: Network) -> Result<BlkFiles, Failure> {
    let files = block_files(path)?;
    if path.is_dir() {
        files.iter().try_for_each(|file| within(path, file))?;
    }
    Ok(BlkFiles::files(files, network).with_key(read_key(path)?.unwrap_or_default()))
}

/// That a file of a folder is not a link to somewhere outside of it, where nothing can be read any more by the time that
/// the blocks are.
fn within(folder: &Path, file: &Path) -> Result<(), Failure> {
    let resolved = |path: &Path| path.canonicalize().map_err(|e| Failure::file("read", path, e));
    let target = resolved(file)?;
    if target.starts_with(resolved(folder)?) {
        return Ok(());
    }
    Err(Failure::new("comity-block-link", vec![("path", shown(file)), ("target", shown(&target))]))
}

/// The node that is named, if one is. Its name is looked up and what lets us in is read here, while that can still be done.
fn node(words: &Ingest, network: Network) -> Result<Option<NodeBlocks>, Failure> {
    let at = |text: &str| node_blocks::endpoint(text).map_err(Failure::of);
    let node = match (&words.from.rest, &words.from.rpc) {
        (Some(rest), _) => NodeBlocks::rest(at(rest)?, network),
        (None, Some(rpc)) => {
            let login = match (&words.login.rpc_cookie, &words.login.rpc_user, &words.rpc_password_file) {
                (Some(cookie), _, _) => Login::cookie(cookie),
                (None, Some(user), Some(file)) => Login::password(user, file),
                _ => unreachable!("the command line asks for one of them"),
            };
            NodeBlocks::rpc(at(rpc)?, &login.map_err(Failure::of)?, network)
        }
        (None, None) => return Ok(None),
    };
    node.map(Some).map_err(Failure::of)
}

fn tell(out: &Out, report: &IngestReport) {
    let number = |count: u64| count.to_string();
    if let Some(first) = report.unconnected.first() {
        let count = number(whole(report.unconnected.len()));
        out.say("comity-chain-unconnected", &[("count", &count), ("first", &first.to_string())]);
    }
    if !report.stale.is_empty() {
        out.say("comity-chain-stale", &[("count", &number(whole(report.stale.len())))]);
    }
    if !report.taken {
        return out.say("comity-chain-not-taken", &[]);
    }
    out.say(
        "comity-chain-ingested",
        &[
            ("added", &number(report.added)),
            ("back", &number(report.taken_back)),
            ("height", &report.tip_height.to_string()),
            ("tip", &report.tip.to_string()),
        ],
    );
    out.say(
        "comity-chain-holds",
        &[
            ("transactions", &number(report.transactions)),
            ("inputs", &number(report.inputs)),
            ("outputs", &number(report.outputs)),
            ("scripts", &number(report.scripts)),
        ],
    );
}

/// Asks a ledger.
pub fn ask(
    out: &Out,
    store: &Path,
    network: Option<&str>,
    at: Option<u32>,
    what: &What,
    given: &Given<'_>,
    each: &mut dyn FnMut(Value),
) -> Result<(), Failure> {
    let disk = Arc::new(RealDisk::open(store).map_err(of_disk)?);
    let packs: Vec<_> = given.tags.iter().map(|path| read(path, MAX_PACK_BYTES)).collect::<Result<_, _>>()?;
    let finding = given.finding.map(|path| read(path, MAX_FINDING_BYTES)).transpose()?;
    let truth = given.truth.map(|path| read(path, MAX_TRUTH_BYTES)).transpose()?;
    let mut written: Vec<PathBuf> = given.written.iter().map(|path| above(path).to_owned()).collect();
    // Where nothing can be kept, as on a disk that is only read, everything is made again.
    let clusters = what.joins_addresses() && Ledger::is_on(disk.as_ref());
    let clusters = clusters.then(|| RealDisk::create(store.join(Ledger::CLUSTERS)).ok()).flatten();
    written.extend(clusters.iter().map(|clusters| clusters.root().to_owned()));
    let written: Vec<&Path> = written.iter().map(PathBuf::as_path).collect();
    confined(out, &Kept { read: &[store], write: &written, ..Kept::default() });
    let packs = packs.iter().map(|bytes| TagPack::parse(bytes)).collect::<Result<_, _>>();
    let finding = finding.map(|bytes| Finding::from_json(&bytes)).transpose().map_err(Failure::of)?;
    let truth = truth.map(|bytes| Truth::from_json(&bytes)).transpose().map_err(Failure::of)?;
    let given = tasks::Read { finding, truth, ..tasks::Read::default() };
    let given = (packs.map_err(Failure::of)?, given);
    tasks::stored::ask((disk, clusters), network, at, what, given, each).map_err(of_task)
}

/// What a task of a child says when it is done without one.
fn of_task(error: TaskError) -> Failure {
    let (code, args) = error.into_parts();
    Failure::new(code, args)
}

/// Does something with a ledger, and says so where that is damaged.
pub(super) fn sound<T>(work: impl FnOnce() -> T) -> Result<T, Failure> {
    tasks::stored::sound(work).map_err(Failure::of)
}

/// That a ledger is of the network that was named, if one was.
pub(super) fn of_network(named: Option<&str>, found: Network) -> Result<(), Failure> {
    tasks::stored::of_network(named, found).map_err(of_task)
}

/// Gives up the rest, and says so where the system cannot.
pub(super) fn confined(out: &Out, kept: &Kept<'_>) {
    tell_confined(out, confine(kept));
}

/// Says what a version of Landlock does not take away.
pub(super) fn tell_confined(out: &Out, landlock: u32) {
    match landlock {
        0 => out.say("comity-chain-unconfined", &[]),
        1..LANDLOCK_OF_TCP => out.say("comity-chain-unconfined-network", &[]),
        _ => {}
    }
}

/// A file of no more bytes than its reader takes.
pub(super) fn read(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let failed = |e| Failure::file("read", path, e);
    let (file, _) = open(path)?;
    let mut bytes = vec![];
    // One more, so that the reader says that it is too much.
    file.take(u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    Ok(bytes)
}

/// Opens a regular file and gives its length. A pipe would be waited for without end.
pub(super) fn open(path: &Path) -> Result<(File, u64), Failure> {
    let failed = |e| Failure::file("read", path, e);
    regular(path)?;
    let file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    Ok((file, length))
}

/// That something is a regular file, or a link to one. It is looked at before it is opened: opening a pipe already waits
/// for somebody who writes to it.
pub(super) fn regular(path: &Path) -> Result<(), Failure> {
    let found = std::fs::metadata(path).map_err(|e| Failure::file("read", path, e))?;
    if found.is_file() { Ok(()) } else { Err(Failure::new("comity-not-a-file", vec![("path", shown(path))])) }
}

/// The memory of the machine (Linux, `/proc/meminfo`).
fn machine_memory_bytes() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok()?.checked_mul(1024)
}

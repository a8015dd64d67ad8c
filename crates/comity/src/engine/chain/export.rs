//! `comity chain export`: a ledger as Parquet files.
//!
//! The ledger and the tags are foreign bytes, and so is the list of an earlier export: they are read in this process, which
//! holds no key, after it has given up everything but the two folders.

use std::path::PathBuf;
use std::sync::Arc;

use comity_adapters::confine::Kept;
use comity_chain::ledger::Ledger;
use comity_chain::tags::{MAX_PACK_BYTES, TagPack, TagStore};
use comity_disk::{Disk, RealDisk};
use comity_parquet::Report;

use super::stored::{confined, of_network, read, sound};
use crate::beside::above;
use crate::cli::Export;
use crate::folder::of_disk;
use crate::out::{Failure, Out};

pub fn run(out: &Out, words: &Export) -> Result<(), Failure> {
    let store = Arc::new(RealDisk::open(&words.store).map_err(of_disk)?);
    let read = |path: &PathBuf| read(path, MAX_PACK_BYTES);
    let packs: Vec<_> = words.tags.iter().map(read).collect::<Result<_, _>>()?;
    // The folder is made only when all else is in order.
    let write = if words.parquet.exists() { &words.parquet } else { above(&words.parquet) };
    confined(out, &Kept { read: &[&words.store], write: &[write], ..Kept::default() });
    let ledger = Ledger::open(store.clone()).map_err(Failure::of)?;
    of_network(words.network.as_deref(), ledger.network())?;
    let view = ledger.at(words.at).map_err(Failure::of)?;
    let kept = TagStore::open(store).map_err(Failure::of)?;
    let packs = packs.iter().map(|bytes| TagPack::parse(bytes)).collect::<Result<_, _>>();
    let (tags, _) = kept.tags_with(packs.map_err(Failure::of)?).map_err(Failure::of)?;
    let folder: Arc<dyn Disk> = Arc::new(RealDisk::create(&words.parquet).map_err(of_disk)?);
    let mut bar = None;
    let report = sound(|| {
        comity_parquet::export(&view, &tags.rows().collect::<Vec<_>>(), &folder, &mut |done| {
            bar.get_or_insert_with(|| out.progress(Some(done.of_files))).set(done.files);
        })
    });
    drop(bar);
    let report = report?.map_err(Failure::of)?;
    out.answer(&report, |out| tell(out, &report));
    Ok(())
}

fn tell(out: &Out, report: &Report) {
    for (table, rows) in &report.rows {
        out.line(&format!("{table}: {rows}"));
    }
    out.say(
        "comity-chain-exported",
        &[
            ("height", &report.at_height.to_string()),
            ("block", &report.at_block.to_string()),
            ("files", &report.files.to_string()),
            ("written", &report.written.to_string()),
            ("removed", &report.removed.to_string()),
        ],
    );
}

//! Measures clusterings that are made for a question, and those that were kept for it.
//!
//! `cargo run --release -p comity-chain --example kept_clusters -- BLOCKS FOLDER`, with a folder of block files as `made_chain`
//! writes it and an empty one. Tags name one of a hundred holders for every eighth script of the ledger.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement for people")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use comity_chain::cluster::Layer;
use comity_chain::ledger::{IngestOptions, Ledger, ScriptNo};
use comity_chain::source::BlkFiles;
use comity_chain::tags::{TagPack, TagSet};
use comity_chain::{Network, script::ScriptKey};
use comity_disk::RealDisk;

/// One address in so many is tagged.
const TAGGED: usize = 8;

fn main() {
    let mut args = std::env::args().skip(1);
    let mut next = || PathBuf::from(args.next().expect("BLOCKS FOLDER"));
    let source = BlkFiles::folder(&next(), Network::Regtest).unwrap();
    let folder = next();
    let mut ledger = Ledger::new(Network::Regtest);
    let report = ledger.ingest(&source, &IngestOptions::default(), &mut |_| {}).unwrap();
    println!("{} outputs, {} scripts", report.outputs, report.scripts);
    ledger.keep_clusters(Arc::new(RealDisk::create(&folder).unwrap()));
    let view = ledger.at(None).unwrap();
    let mut tags = TagSet::new(Network::Regtest);
    let tagged: Vec<u64> = (0..report.scripts).step_by(TAGGED).collect();
    for (rows, file) in tagged.chunks(100_000).zip(0..) {
        let mut text = format!("title: Made {file}\ncreator: C\ncurrency: BTC\ntags:\n");
        for script in rows {
            let key: ScriptKey = view.script_key(ScriptNo(*script));
            let address = key.text(Network::Regtest);
            writeln!(text, "- {{address: '{address}', label: L, actor: holder{}}}", script % 100).unwrap();
        }
        tags.add(&TagPack::parse(text.as_bytes()).unwrap());
    }
    println!("{} rows of tags", tags.len());
    let none = TagSet::new(Network::Regtest);
    let change: Layer = "change-one-time".parse().unwrap();
    for (what, layers, tags) in [
        ("the first layer, disputed by tags", BTreeSet::from([Layer::MultiInput]), &tags),
        ("a layer of change", BTreeSet::from([Layer::MultiInput, change]), &none),
        ("a layer of change and tags", BTreeSet::from([Layer::MultiInput, change]), &tags),
    ] {
        for time in ["first", "again"] {
            let begun = Instant::now();
            let clustering = view.layered(&layers, tags, &BTreeSet::new(), None);
            let (took, held) = (begun.elapsed(), clustering.held().len());
            println!("{what}, {time}: {took:?}, {held} held");
        }
    }
}

//! Measures taking a folder of block files into a new store, beside the `bitcoin` crate's decode and transaction ids on
//! the same files.
//!
//! `cargo run --release -p comity-chain --example chain_ingest -- BLOCKS STORE THREADS MEMORY_MB [peer]`. Prints bytes by
//! CPU time of the process, the peak of resident memory, and bytes of the store for each output.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a measurement for people"
)]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;

use comity_chain::Network;
use comity_chain::ledger::{IngestOptions, Ledger};
use comity_chain::source::{BlkFiles, BlockSource as _};
use comity_disk::RealDisk;

fn main() {
    let mut args = std::env::args().skip(1);
    let mut next = || args.next().expect("BLOCKS STORE THREADS MEMORY_MB [peer]");
    let (blocks, store) = (PathBuf::from(next()), PathBuf::from(next()));
    let (threads, memory): (usize, u64) = (next().parse().unwrap(), next().parse().unwrap());
    let source = BlkFiles::folder(&blocks, Network::Regtest).unwrap();
    let mut stored = vec![];
    source.list(&mut |block| stored.push(block)).unwrap();
    let bytes: f64 = stored.iter().map(|block| f64::from(block.length)).sum();
    if args.next().as_deref() == Some("peer") {
        let before = cpu_seconds();
        let mut scratch = vec![];
        for block in &stored {
            let bytes = source.block(block, &mut scratch).unwrap();
            let block: bitcoin::Block = bitcoin::consensus::deserialize(bytes).unwrap();
            block.txdata.iter().for_each(|tx| {
                black_box(tx.compute_txid());
            });
        }
        let seconds = cpu_seconds() - before;
        println!("bitcoin decode + txid: {seconds:.2} s, {:.0} MB/s of CPU time", bytes / 1e6 / seconds);
    }
    let before = cpu_seconds();
    let disk = Arc::new(RealDisk::create(&store).unwrap());
    let mut ledger = Ledger::open_to_write(disk, Network::Regtest, 7).unwrap();
    let options =
        IngestOptions { threads: Some(threads), memory_bytes: memory << 20, ..IngestOptions::default() };
    let mut threads_nanos = BTreeMap::new();
    let report = ledger.ingest(&source, &options, &mut |_| note_threads(&mut threads_nanos)).unwrap();
    let seconds = cpu_seconds() - before;
    println!(
        "ingest with {threads} threads: {seconds:.2} s, {:.0} MB/s of CPU time, peak resident {} kB",
        bytes / 1e6 / seconds,
        peak()
    );
    // What only one thread can do, it does alone: the others run that much less.
    let mut nanos: Vec<u64> = threads_nanos.into_values().collect();
    nanos.sort_unstable_by(|a, b| b.cmp(a));
    if let ([most, ..], [.., least]) = (&nanos[..], &nanos[..threads.min(nanos.len())]) {
        let all: u64 = nanos.iter().sum();
        println!(
            "serial {:.1} % of CPU time, up to the last batch",
            (most - least) as f64 * 100.0 / all as f64
        );
    }
    let stored = ledger.stored_bytes().unwrap();
    println!(
        "{} outputs, {} transactions, {} scripts; store {stored} bytes, {:.1} an output",
        report.outputs,
        report.transactions,
        report.scripts,
        stored as f64 / report.outputs as f64
    );
}

/// Notes how long every thread has run by now (Linux, `/proc/self/task/*/schedstat`).
fn note_threads(nanos: &mut BTreeMap<String, u64>) {
    for task in std::fs::read_dir("/proc/self/task").unwrap().flatten() {
        if let Ok(text) = std::fs::read_to_string(task.path().join("schedstat")) {
            let run = text.split(' ').next().unwrap().parse().unwrap();
            nanos.insert(task.file_name().to_string_lossy().into_owned(), run);
        }
    }
}

/// Seconds that the threads of this process have run.
fn cpu_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = text.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks: f64 = [11, 12].iter().map(|at| fields[*at].parse::<f64>().unwrap()).sum();
    ticks / 100.0
}

/// The most memory that was resident (Linux, `VmHWM`).
fn peak() -> String {
    let text = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").to_owned()
}

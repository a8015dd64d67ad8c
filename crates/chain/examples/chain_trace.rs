//! Measures traces by every method, both ways, over a folder of block files that is held in memory.
//!
//! `cargo run --release -p comity-chain --example chain_trace -- BLOCKS OUTPUTS [METHOD]`, with a folder as
//! `made_chain` writes it.
//! Forward it begins at the outputs of the first hundred coinbases, backward at those of the last thousand transactions,
//! and stops once so many outputs have been reached. Prints movements and CPU time of the process, which has one thread.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement for people")]

use std::hint::black_box;
use std::path::PathBuf;

use comity_chain::Network;
use comity_chain::ledger::{IngestOptions, Ledger};
use comity_chain::source::BlkFiles;
use comity_chain::tags::TagSet;
use comity_chain::trace::{Direction, Method, Start, Stops, TraceQuestion};

fn main() {
    let mut args = std::env::args().skip(1);
    let mut next = || args.next().expect("BLOCKS OUTPUTS");
    let (blocks, outputs) = (PathBuf::from(next()), next().parse().unwrap());
    let only: Option<Method> = args.next().map(|method| method.parse().unwrap());
    let source = BlkFiles::folder(&blocks, Network::Regtest).unwrap();
    let mut ledger = Ledger::new(Network::Regtest);
    let report = ledger.ingest(&source, &IngestOptions::default(), &mut |_| {}).unwrap();
    println!("{} blocks, {} outputs", report.tip_height, report.outputs);
    let view = ledger.at(None).unwrap();
    let coinbases = (1..=100).map(|height| view.block_at(height).unwrap().txids[0]);
    let first: Vec<Start> = coinbases.map(Start::Transaction).collect();
    let last = view.block_at(view.height()).unwrap().txids;
    let last: Vec<Start> = last.into_iter().rev().take(1000).map(Start::Transaction).collect();
    for (direction, starts) in [(Direction::Forward, first), (Direction::Backward, last)] {
        let methods = Method::ALL.into_iter().filter(|method| method.goes(direction));
        for method in methods.filter(|method| only.is_none_or(|only| only == *method)) {
            let mut question = TraceQuestion::new(method, direction, starts.clone());
            question.stops = Stops { max_outputs: outputs, hops: u32::MAX, ..Stops::default() };
            let before = cpu_seconds();
            let trace = black_box(view.trace(&question, &TagSet::new(Network::Regtest)).unwrap());
            let seconds = cpu_seconds() - before;
            let started = trace.totals.started_sat + trace.totals.joined_sat;
            assert_eq!(started, trace.totals.ended_total_sat());
            let reached = trace.flows.chunk_by(|a, b| (a.txid, a.vout) == (b.txid, b.vout)).count();
            println!(
                "{direction} {method}: {} movements, {reached} outputs and fees, {seconds:.2} s",
                trace.flows.len()
            );
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

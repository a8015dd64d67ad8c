//! Measures reading blocks and computing transaction ids, beside the `bitcoin` crate on the same bytes.
//!
//! `cargo run --release -p comity-chain --example chain_throughput -- FILE.raw…` takes files of one block each, puts copies of
//! them end to end so that they come from memory and not from a cache, and prints bytes by CPU time of the thread.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a measurement for people"
)]

use std::hint::black_box;

use comity_chain::block::Block;
use sha2::{Digest as _, Sha256};

const COPIES: usize = 20;
const ROUNDS: usize = 7;

fn main() {
    let files: Vec<Vec<u8>> = std::env::args().skip(1).map(|path| std::fs::read(path).unwrap()).collect();
    let blocks: Vec<Vec<u8>> = (0..COPIES).flat_map(|_| files.clone()).collect();
    let total: usize = blocks.iter().map(Vec::len).sum();
    println!("{} blocks, {total} bytes", blocks.len());
    measure("own walker", total, || {
        for block in &blocks {
            black_box(Block::read(block).unwrap().map(|tx| tx.unwrap().raw().len()).sum::<usize>());
        }
    });
    measure("own walker + txid", total, || {
        for block in &blocks {
            for tx in Block::read(block).unwrap() {
                black_box(tx.unwrap().txid());
            }
        }
    });
    let mut hasher = Sha256::new();
    for block in &files {
        for tx in Block::read(block).unwrap() {
            hasher.update(tx.unwrap().txid().as_bytes());
        }
    }
    println!("ids {}", hex::encode(hasher.finalize()));
    measure("bitcoin decode + txid", total, || {
        for block in &blocks {
            let block: bitcoin::Block = bitcoin::consensus::deserialize(block).unwrap();
            for tx in &block.txdata {
                black_box(tx.compute_txid());
            }
        }
    });
}

fn measure(name: &str, bytes: usize, work: impl Fn()) {
    let best = (0..ROUNDS)
        .map(|_| {
            let before = cpu_ticks();
            work();
            cpu_ticks() - before
        })
        .min()
        .unwrap();
    println!("{name}: {:.0} MB/s of CPU time", bytes as f64 / 1e6 / (best as f64 / 1e9));
}

/// Nanoseconds that this thread has run (Linux, `/proc/thread-self/schedstat`).
fn cpu_ticks() -> u64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    text.split(' ').next().unwrap().parse().unwrap()
}

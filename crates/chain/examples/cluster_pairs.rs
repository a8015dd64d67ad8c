//! Measures joining pairs into clusters, and writes the pairs for a peer to do the same.
//!
//! `cargo run --release -p comity-chain --example cluster_pairs -- FILE THINGS TRANSACTIONS [SEED]`. FILE gets the pairs as
//! 32-bit numbers, little endian. What a transaction joins is two or three things, mostly such as were seen lately, some of
//! a few that are everywhere. Prints the processor time of the thread, and SHA-256 over the first thing of the cluster of
//! each thing, as 32-bit numbers.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a measurement for people"
)]

use std::io::{BufWriter, Write as _};

use comity_chain::cluster::Partition;
use sha2::{Digest as _, Sha256};

const HUBS: u64 = 1000;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (things, transactions): (u32, u64) = (args[1].parse().unwrap(), args[2].parse().unwrap());
    let mut dice: u64 = args.get(3).map_or(7, |seed| seed.parse().unwrap());
    let mut roll = |sides: u64| {
        dice = dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = dice;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    };
    let mut pairs: Vec<(u32, u32)> = vec![];
    for tx in 0..transactions {
        let seen = u64::from(things) * (tx + 1) / transactions;
        let mut thing = || match roll(10) {
            0 => roll(HUBS.min(seen.max(1))),
            1..=6 => seen.saturating_sub(1 + roll(20_000)),
            _ => roll(seen.max(1)),
        } as u32;
        let first = thing();
        pairs.push((first, thing()));
        if tx % 5 < 4 {
            pairs.push((first, thing()));
        }
    }
    let mut file = BufWriter::new(std::fs::File::create(&args[0]).unwrap());
    for (a, b) in &pairs {
        file.write_all(&a.to_le_bytes()).unwrap();
        file.write_all(&b.to_le_bytes()).unwrap();
    }
    file.flush().unwrap();
    let before = cpu_nanos();
    let mut partition = Partition::new(things);
    let joined = partition.join_all(&pairs);
    let nanos = cpu_nanos() - before;
    println!("{} pairs of {things} things, {joined} unions", pairs.len());
    println!("comity: {:.2} million pairs a second of CPU time", pairs.len() as f64 / (nanos as f64 / 1e3));
    let mut hasher = Sha256::new();
    partition.firsts().iter().for_each(|first| hasher.update(first.to_le_bytes()));
    println!("partition {}", hex::encode(hasher.finalize()));
}

/// Nanoseconds that this thread has run (Linux, `/proc/thread-self/schedstat`).
fn cpu_nanos() -> u64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    text.split(' ').next().unwrap().parse().unwrap()
}

//! Measures reading tag packs.
//!
//! `cargo run --release -p comity-chain --example tag_packs -- FILE.yaml…` prints how long the files take to be parsed and
//! how long their rows take to be put in order.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement for people")]

use std::time::Instant;

use comity_chain::Network;
use comity_chain::tags::{TagPack, TagSet};

fn main() {
    let files: Vec<Vec<u8>> = std::env::args().skip(1).map(|path| std::fs::read(path).unwrap()).collect();
    for _ in 0..3 {
        let begun = Instant::now();
        let packs: Vec<_> = files.iter().map(|bytes| TagPack::parse(bytes).unwrap()).collect();
        let parsed = begun.elapsed();
        let begun = Instant::now();
        let mut tags = TagSet::new(Network::Mainnet);
        for pack in &packs {
            tags.add(pack);
        }
        let rows: usize = packs.iter().map(|pack| pack.rows.len()).sum();
        println!("{rows} rows: parsed in {parsed:?}, in order in {:?}", begun.elapsed());
    }
}

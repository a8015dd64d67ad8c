//! Measures questions about a large collection of tags that a ledger keeps.
//!
//! `cargo run --release -p comity-chain --example tag_store -- FOLDER ROWS` makes a ledger of no blocks in an empty folder,
//! imports packs of made-up addresses, and prints how long it takes to read all of them, to open the index over them, to
//! look up a thousand addresses, and to go through all names.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement for people")]

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Instant;

use comity_chain::script::ScriptKey;
use comity_chain::tags::{Incoming, Stated, TagStore};
use comity_chain::{Ledger, Network};
use comity_disk::{Disk, RealDisk};
use sha2::{Digest as _, Sha256};

const NET: Network = Network::Mainnet;
const ROWS_OF_A_FILE: usize = 50_000;

fn key(number: usize) -> ScriptKey {
    let payload = Sha256::digest(number.to_le_bytes());
    ScriptKey::of_script(&[&[0x00, 0x14][..], &payload[..20]].concat())
}

fn main() {
    let mut args = std::env::args().skip(1);
    let folder = args.next().expect("FOLDER ROWS");
    let rows: usize = args.next().expect("FOLDER ROWS").parse().unwrap();
    let disk: Arc<dyn Disk> = Arc::new(RealDisk::create(&folder).unwrap());
    drop(Ledger::open_to_write(disk.clone(), NET, 7).unwrap());
    let all: Vec<usize> = (0..rows).collect();
    let files = all.chunks(ROWS_OF_A_FILE).zip(0..).map(|(numbers, file)| {
        let mut text = format!("title: Made {file}\ncreator: C\ncurrency: BTC\nconfidence: web_crawl\ntags:\n");
        for number in numbers {
            let (address, holder) = (key(*number).text(NET), number % 997);
            write!(
                text,
                "- address: {address}\n  label: Holder {holder}\n  actor: holder{holder}\n  category: exchange\n  \
                 source: https://example.org/wallets/{holder}\n  lastmod: 2024-01-0{}\n",
                1 + number % 9
            )
            .unwrap();
        }
        let name = format!("made{file}.yaml");
        Incoming { name, bytes: text.into_bytes(), format: None, stated: Stated::default() }
    });
    let files: Vec<_> = files.collect();
    let begun = Instant::now();
    TagStore::open_to_write(disk.clone()).unwrap().import(files).unwrap();
    println!("{rows} rows imported in {:?}", begun.elapsed());
    for _ in 0..3 {
        let begun = Instant::now();
        let store = TagStore::open(disk.clone()).unwrap();
        let loaded = store.load().unwrap().in_order(NET);
        let all = begun.elapsed();
        let begun = Instant::now();
        let (tags, _) = TagStore::open(disk.clone()).unwrap().tags_with(vec![]).unwrap();
        let opened = begun.elapsed();
        let begun = Instant::now();
        let found: usize = (0..1000).map(|place| tags.find(&key(place * rows / 1000)).count()).sum();
        let thousand = begun.elapsed();
        let begun = Instant::now();
        let named = tags.conflicts().len();
        let passed = begun.elapsed();
        assert_eq!((loaded.len(), tags.len(), found, named), (rows, rows, 1000, 0));
        println!(
            "all read {all:?}; index opened {opened:?}; 1000 look-ups {thousand:?}; all names {passed:?}"
        );
    }
}

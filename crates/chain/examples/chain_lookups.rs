//! Measures look-ups in a store: addresses and transactions drawn from all of it, from the page cache.
//!
//! `cargo run --release -p comity-chain --example chain_lookups -- STORE [COUNT]`. Prints processor time a look-up, and how
//! many bytes of the store a trace reads for each output.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a measurement for people"
)]

use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;

use comity_chain::ledger::{Ledger, OutNo, ScriptNo, TxNo};
use comity_disk::RealDisk;

/// Files that following money reads: what outputs are worth and who spends them, and where transactions begin.
const HOT: [&str; 8] = [
    "out/value",
    "out/script",
    "out/spent-by",
    "out/tx",
    "in/prevout",
    "in/tx",
    "tx/first-in",
    "tx/first-out",
];

fn main() {
    let mut args = std::env::args().skip(1);
    let store = PathBuf::from(args.next().expect("STORE [COUNT]"));
    let count: u64 = args.next().map_or(100_000, |count| count.parse().unwrap());
    let ledger = Ledger::open(Arc::new(RealDisk::open(&store).unwrap())).unwrap();
    let view = ledger.at(None).unwrap();
    let last = view.block_transactions(view.height()).last().unwrap();
    let outputs = view.outputs(last).last().unwrap().0 + 1;
    let mut dice = 7_u64;
    let mut roll = |sides: u64| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) % sides
    };
    // Every address is as likely as another, however often it was paid.
    let latest = (outputs.saturating_sub(1000)..outputs).map(|out| view.script_of(OutNo(out)).0);
    let scripts = latest.max().unwrap();
    let keys: Vec<_> = (0..count).map(|_| view.script_key(ScriptNo(roll(scripts)))).collect();
    let txids: Vec<_> = (0..count).map(|_| view.txid(TxNo(roll(last.0)))).collect();
    for round in ["first", "from the page cache"] {
        let before = cpu_nanos();
        let found = keys.iter().filter(|key| view.find_script(key).is_some()).count();
        println!("{round}: script of an address {:.1} µs", micros(before, count));
        assert_eq!(found, keys.len());
        let before = cpu_nanos();
        for key in &keys {
            black_box(view.address(key, 10));
        }
        println!("{round}: history of an address {:.1} µs", micros(before, count));
        let before = cpu_nanos();
        for txid in &txids {
            black_box(view.find_transaction(txid));
        }
        println!("{round}: transaction {:.1} µs", micros(before, count));
        let before = cpu_nanos();
        let clustering = view.clustering();
        let known = keys.iter().filter_map(|key| view.find_script(key));
        let same = known.filter(|script| clustering.is_one_owner(*script, ScriptNo(0))).count();
        println!("{round}: owner of an address {:.1} µs ({same} with the first)", micros(before, count));
    }
    let hot: u64 = HOT.iter().map(|file| std::fs::metadata(store.join(file)).unwrap().len()).sum();
    let lost = std::fs::metadata(store.join("layer/lost")).unwrap().len();
    println!(
        "a trace reads {:.1} bytes an output, {:.1} with the owners of the first layer",
        hot as f64 / outputs as f64,
        (hot + lost) as f64 / outputs as f64
    );
}

fn micros(before: u64, count: u64) -> f64 {
    (cpu_nanos() - before) as f64 / 1e3 / count as f64
}

/// Nanoseconds that this thread has run (Linux, `/proc/thread-self/schedstat`).
fn cpu_nanos() -> u64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    text.split(' ').next().unwrap().parse().unwrap()
}

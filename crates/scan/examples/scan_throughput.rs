//! How fast one core scans: `throughput FILE…` prints megabytes per second of processor time.

#![expect(clippy::print_stdout, reason = "a measurement is printed")]

use std::fs;
use std::ops::ControlFlow;

use comity_scan::{Kind, Scanner};

/// Times that each measurement is made; the best is told, as others share the machine.
const RUNS: u64 = 7;

fn main() {
    let mut bytes = Vec::new();
    for path in std::env::args().skip(1) {
        bytes.extend(fs::read(&path).expect("the files to measure with can be read"));
    }
    let phrases = [Kind::Bip39Phrase, Kind::ElectrumPhrase, Kind::MoneroPhrase];
    // The kinds of addresses and keys are the first, then phrases, then what else there is.
    let at = Kind::ALL.iter().position(|kind| *kind == phrases[0]).expect("all kinds are listed");
    for (name, kinds) in [
        ("addresses and keys", Kind::ALL[..at].to_vec()),
        ("phrases", phrases.to_vec()),
        ("contacts and accounts", Kind::ALL[at + phrases.len()..].to_vec()),
        ("all", Kind::ALL.to_vec()),
    ] {
        let scanner = Scanner::new().with_kinds(kinds);
        let mut hits = 0;
        let mut best = u64::MAX;
        for _ in 0..RUNS {
            hits = 0;
            let before = processor_ns();
            let summary = scanner.scan(&bytes[..], |_| {
                hits += 1;
                ControlFlow::Continue(())
            });
            summary.expect("memory can be read");
            best = best.min((processor_ns() - before).max(1));
        }
        let length = u64::try_from(bytes.len()).expect("the bytes are in memory");
        println!("{name}: {} MB/s, {hits} hits in {length} bytes", length * 1000 / best);
    }
}

/// Processor time of this thread, as Linux counts it.
fn processor_ns() -> u64 {
    let line = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux shows this file");
    line.split(' ').next().and_then(|field| field.parse().ok()).expect("the first field is a number")
}

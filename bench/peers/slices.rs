//! Walks blocks and computes transaction ids with `bitcoin_slices`, on the same bytes and in the same way as the example
//! `chain_throughput` of `comity-chain`: copies of the files end to end, bytes by CPU time of the thread, and SHA-256 over all
//! ids so that the answers are compared too.

use std::hint::black_box;
use std::ops::ControlFlow;

use bitcoin_slices::{Visit, Visitor, bsl};
use sha2::{Digest as _, Sha256};

const COPIES: usize = 20;
const ROUNDS: usize = 7;

struct Ids<F: FnMut(&[u8])>(F);

impl<F: FnMut(&[u8])> Visitor for Ids<F> {
    fn visit_transaction(&mut self, tx: &bsl::Transaction) -> ControlFlow<()> {
        (self.0)(&tx.txid_sha2());
        ControlFlow::Continue(())
    }
}

fn main() {
    let files: Vec<Vec<u8>> =
        std::env::args().skip(1).map(|path| std::fs::read(path).expect("a file")).collect();
    let blocks: Vec<Vec<u8>> = (0..COPIES).flat_map(|_| files.clone()).collect();
    let total: usize = blocks.iter().map(Vec::len).sum();
    let best = (0..ROUNDS).map(|_| {
        let before = cpu_nanos();
        for block in &blocks {
            let mut ids = Ids(|id| {
                black_box(id);
            });
            bsl::Block::visit(block, &mut ids).expect("a block");
        }
        cpu_nanos() - before
    });
    let nanos = best.min().expect("seven rounds");
    println!("bitcoin_slices visit + txid: {:.0} MB/s of CPU time", total as f64 * 1e3 / nanos as f64);
    let mut hasher = Sha256::new();
    for block in &files {
        bsl::Block::visit(block, &mut Ids(|id| hasher.update(id))).expect("a block");
    }
    let digest = hasher.finalize();
    println!("ids {}", digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
}

/// Nanoseconds that this thread has run (Linux, `/proc/thread-self/schedstat`).
fn cpu_nanos() -> u64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux");
    text.split(' ').next().and_then(|nanos| nanos.parse().ok()).expect("a number")
}

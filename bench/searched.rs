//! How fast one core searches files: `searched OUT FILE…` prints megabytes of input per second of processor time, and writes the
//! addresses of Bitcoin that it found without decoding, each once, to OUT.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::ops::ControlFlow;

use comity_scan::{Hit, Kind, Scanner, Stream};
use comity_unpack::{Fault, Limits, Opened, Step, Visitor, walk};

/// Times that each is measured; the best is told, as others share the machine.
const RUNS: usize = 3;

type OnHit<'s> = Box<dyn FnMut(Hit) -> ControlFlow<()> + 's>;

/// Searches each layer, as the program does.
struct Searching<'s> {
    /// For the input, and for what lies in it.
    scanners: [&'s Scanner; 2],
    hits: &'s Cell<u64>,
    bytes: usize,
    layers: Vec<Stream<'s, OnHit<'s>>>,
}

impl Visitor for Searching<'_> {
    fn enter(&mut self, layer: Opened<'_>) -> ControlFlow<()> {
        let hits = self.hits;
        let on_hit: OnHit = Box::new(|_| {
            hits.set(hits.get() + 1);
            ControlFlow::Continue(())
        });
        let scanner = self.scanners[usize::from(!layer.steps.is_empty())];
        self.layers.push(scanner.stream(on_hit).decoded());
        ControlFlow::Continue(())
    }
    fn bytes(&mut self, depth: usize, bytes: &[u8]) -> ControlFlow<()> {
        self.bytes += bytes.len();
        self.layers[depth].push(bytes)
    }
    fn leave(&mut self) -> ControlFlow<()> {
        if let Some(stream) = self.layers.pop() {
            stream.finish();
        }
        ControlFlow::Continue(())
    }
    fn fault(&mut self, _: &[Step], _: &Fault) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

fn main() {
    let mut paths = std::env::args().skip(1);
    let out = paths.next().expect("the first argument is a file to write to");
    let files: Vec<_> = paths.map(|path| fs::read(path).expect("the files can be read")).collect();
    let length: usize = files.iter().map(Vec::len).sum();
    let report = |name: &str, run: &mut dyn FnMut() -> u64| {
        let (mut best, mut hits) = (u64::MAX, 0);
        for _ in 0..RUNS {
            let before = processor_ns();
            hits = run();
            best = best.min((processor_ns() - before).max(1));
        }
        println!("{name}: {} MB/s, {hits} hits", length as u64 * 1000 / best);
    };

    // The kinds of addresses and keys are the first.
    let first = Kind::ALL.iter().position(|kind| *kind == Kind::Bip39Phrase).expect("all kinds are listed");
    let addresses = Scanner::new().with_kinds(Kind::ALL[..first].to_vec());
    let all = Scanner::new();
    let mut bitcoin = BTreeSet::new();
    for bytes in &files {
        let hits = addresses.scan_bytes(bytes);
        let hits = hits.iter().filter(|hit| hit.kind == Kind::BitcoinAddress);
        bitcoin.extend(hits.filter_map(|hit| hit.canonical().map(str::to_owned)));
    }
    let lines: String = bitcoin.iter().map(|address| format!("{address}\n")).collect();
    fs::write(out, lines).expect("the file can be written");
    for (name, scanner) in [("addresses and keys", &addresses), ("all kinds", &all)] {
        report(name, &mut || files.iter().map(|bytes| scanner.scan_bytes(bytes).len() as u64).sum());
    }
    let inner = Scanner::new().with_window(0);
    let mut shown = 0;
    report("all kinds, decoded", &mut || {
        let hits = Cell::new(0);
        let mut visitor = Searching { scanners: [&all, &inner], hits: &hits, bytes: 0, layers: Vec::new() };
        for bytes in &files {
            let limits = Limits::for_input(bytes.len() as u64);
            walk(&mut Cursor::new(bytes), &limits, &mut visitor).expect("memory can be read");
        }
        shown = visitor.bytes;
        hits.get()
    });
    println!("decoded: {length} bytes in {} files, {shown} bytes searched", files.len());
}

/// Processor time of this thread, as Linux counts it.
fn processor_ns() -> u64 {
    // What the kernel shows is as old as its last tick, and giving way makes it count anew.
    std::thread::yield_now();
    let line = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux shows this file");
    line.split(' ').next().and_then(|field| field.parse().ok()).expect("the first field is a number")
}

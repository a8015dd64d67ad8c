//! How fast one core opens: `unpack_throughput FILE…` prints megabytes of all inputs together per second of processor time.

#![expect(clippy::print_stdout, reason = "a measurement is printed")]

use std::fs;
use std::io::Cursor;
use std::ops::ControlFlow;

use comity_unpack::{Fault, Limits, Opened, Step, Visitor, walk};

/// Looks at nothing, so that what is measured is the opening.
#[derive(Default)]
struct Idle {
    layers: u64,
    bytes: usize,
    faults: u64,
}

impl Visitor for Idle {
    fn enter(&mut self, _: Opened<'_>) -> ControlFlow<()> {
        self.layers += 1;
        ControlFlow::Continue(())
    }
    fn bytes(&mut self, _: usize, bytes: &[u8]) -> ControlFlow<()> {
        self.bytes += bytes.len();
        ControlFlow::Continue(())
    }
    fn leave(&mut self) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
    fn fault(&mut self, _: &[Step], _: &Fault) -> ControlFlow<()> {
        self.faults += 1;
        ControlFlow::Continue(())
    }
}

/// Times that the files are opened; the best is told, as others share the machine.
const RUNS: usize = 3;

fn main() {
    let read = |path| fs::read(path).expect("the files to measure with can be read");
    let files: Vec<_> = std::env::args().skip(1).map(read).collect();
    let length = |bytes: &Vec<u8>| u64::try_from(bytes.len()).expect("the bytes are in memory");
    let mut best = u64::MAX;
    let mut idle = Idle::default();
    for _ in 0..RUNS {
        idle = Idle::default();
        let before = processor_ns();
        for bytes in &files {
            let limits = Limits::for_input(length(bytes));
            walk(&mut Cursor::new(bytes), &limits, &mut idle).expect("memory can be read");
        }
        best = best.min((processor_ns() - before).max(1));
    }
    let Idle { layers, bytes, faults } = idle;
    let taken: u64 = files.iter().map(length).sum();
    println!(
        "opened: {} MB/s, {taken} bytes in {} files, {bytes} shown, {layers} layers, {faults} faults",
        taken * 1000 / best,
        files.len()
    );
}

/// Processor time of this thread, as Linux counts it.
fn processor_ns() -> u64 {
    let line = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux shows this file");
    line.split(' ').next().and_then(|field| field.parse().ok()).expect("the first field is a number")
}

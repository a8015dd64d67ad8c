//! How fast one core opens: `unpack_throughput FILE…` prints megabytes of input per second of processor time.

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

fn main() {
    for path in std::env::args().skip(1) {
        let bytes = fs::read(&path).expect("the files to measure with can be read");
        let length = u64::try_from(bytes.len()).expect("the bytes are in memory");
        let mut idle = Idle::default();
        let before = processor_ns();
        walk(&mut Cursor::new(&bytes), &Limits::for_input(length), &mut idle).expect("memory can be read");
        let spent = (processor_ns() - before).max(1);
        let Idle { layers, bytes, faults } = idle;
        println!(
            "{path}: {} MB/s, {length} bytes in, {bytes} shown, {layers} layers, {faults} faults",
            length * 1000 / spent
        );
    }
}

/// Processor time of this thread, as Linux counts it.
fn processor_ns() -> u64 {
    let line = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux shows this file");
    line.split(' ').next().and_then(|field| field.parse().ok()).expect("the first field is a number")
}

//! What lies inside bytes, decoder by decoder. All are tried through the one door, since each may meet what another gives.

use std::io::{Cursor, Write as _};
use std::ops::ControlFlow;

use comity_unpack::{Fault, Limits, Opened, Step, Visitor, walk};
use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};

use crate::Target;

/// Every target of this crate: the same door, from the seeds of each decoder.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "unpack-packed", seeds: packed, run },
        Target { name: "unpack-text", seeds: text, run },
    ]
}

const NOTE: &str =
    "Pay to mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn now, or else. Pay to mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn.";

fn packed() -> Vec<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(NOTE.as_bytes()).and(zlib.write_all(NOTE.as_bytes())).expect("memory can be written");
    let (gzip, zlib) =
        gzip.finish().and_then(|gzip| Ok((gzip, zlib.finish()?))).expect("memory can be written");
    let entry = |method: u8, flags: u8, data: &[u8]| {
        let size = u8::try_from(data.len()).expect("the note is short");
        let head = [
            b"PK\x03\x04\x14\0",
            &[flags, 0, method, 0][..],
            &[0; 8],
            &[size, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0],
        ];
        [&head.concat(), &b"a"[..], data].concat()
    };
    let deflate = &zlib[2..];
    let archive =
        [entry(8, 0, deflate), entry(0, 0, NOTE.as_bytes()), entry(0, 8, b"open"), entry(8, 1, b"")].concat();
    vec![gzip.repeat(2), zlib, archive]
}

fn text() -> Vec<Vec<u8>> {
    let wide = |write: fn(u16) -> [u8; 2]| NOTE.encode_utf16().flat_map(write).collect::<Vec<u8>>();
    let digits = NOTE.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    let pairs = NOTE.bytes().map(|byte| format!("{byte:02x} ")).collect::<Vec<_>>().concat();
    let entities =
        NOTE.bytes().map(|byte| format!("&#{byte};&nbsp;&#x{byte:x};")).collect::<Vec<_>>().concat();
    let lines = [
        "UGF5IHRvIHRoZSB3YWxsZXQg\r\nYmVsb3csIG9yIGVsc2UuIFBh\r\neSBub3cu\r\n",
        "=3DPay =\r\nto=20mipcBb=\nFg9gMiCh81",
        r#"{"a":"\"\n\u0041\\n\ud83d\ude00\x41\/"}"#,
        "<w:t>mipcBb</w:t></w:r><w:r><w:t>Fg9g</w:t><w:p/>x",
        "pay%3Amipc%20",
        "mipcBbFg9gMiCh81Kj\r\n> 8tqqdgoZub1ZJRfn",
        "00000000: 5061 7920 746f 206d 6970 6342 6246 6739  Pay to mipcBbFg9\n00000010: 674d 69\n",
        "00000000  50 61 79 20 74 6f 20 6d  69 70 63 42 62 46 67 39  |Pay to mipcBbFg9|",
    ];
    let lines = lines.iter().map(|line| line.as_bytes().to_vec());
    lines
        .chain([digits, pairs, entities].map(String::into_bytes))
        .chain([wide(u16::to_le_bytes), wide(u16::to_be_bytes)])
        .collect()
}

/// Counts what it is shown, and that it is shown in order.
#[derive(Default)]
struct Counting {
    open: Vec<u64>,
    input: Vec<u8>,
}

impl Visitor for Counting {
    fn enter(&mut self, layer: Opened<'_>) -> ControlFlow<()> {
        assert_eq!(layer.steps.len(), self.open.len());
        assert!(layer.rewritten.is_none_or(|places| places.is_sorted_by_key(|place| place.start)));
        self.open.push(0);
        ControlFlow::Continue(())
    }
    fn bytes(&mut self, depth: usize, bytes: &[u8]) -> ControlFlow<()> {
        self.open[depth] += 1;
        if depth == 0 {
            self.input.extend_from_slice(bytes);
        }
        ControlFlow::Continue(())
    }
    fn leave(&mut self) -> ControlFlow<()> {
        assert!(self.open.pop().is_some());
        ControlFlow::Continue(())
    }
    fn fault(&mut self, _: &[Step], _: &Fault) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// All bytes of the input are shown, layers close, and the budget holds.
fn run(bytes: &[u8]) {
    let limits =
        Limits { decoded_bytes: 4 << 20, parts: 2000, ratio_allowance: 1 << 20, ..Limits::default() };
    let mut counting = Counting::default();
    let walked = walk(&mut Cursor::new(bytes), &limits, &mut counting).expect("memory can be read");
    assert_eq!(counting.input, bytes);
    assert!(counting.open.is_empty());
    assert!(walked.decoded_bytes <= limits.decoded_bytes && walked.parts <= limits.parts);
}

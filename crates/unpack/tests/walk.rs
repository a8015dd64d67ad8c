//! What holds for every input.

use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

use comity_record::Coded;
use comity_unpack::{Fault, Limits, Opened, Step, UnpackError, Visitor, walk};
use proptest::prelude::*;

use crate::kept::{All, deflate, gzip, noise, opened, utf16, zip_entry, zlib};

/// Gives its bytes in pieces of these sizes.
struct Pieces<'a> {
    bytes: Cursor<&'a [u8]>,
    sizes: Vec<usize>,
    next: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let size = self.sizes[self.next % self.sizes.len()].min(out.len());
        self.next += 1;
        self.bytes.read(&mut out[..size])
    }
}

impl Seek for Pieces<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// Pieces of files: what is encoded, what looks so, and noise.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let text = "Pay to 1HooWB2juM1dVQ2nEieBr959kTSCTh87b in three days, or lose what you have. ".repeat(2);
    let packed =
        [gzip(text.as_bytes()), zlib(text.as_bytes()), zip_entry("a", 8, 0, &deflate(text.as_bytes()))];
    prop_oneof![
        4 => prop::sample::select(packed.to_vec()),
        2 => Just(utf16(&text)),
        2 => Just(text.into_bytes()),
        2 => Just(b"UGF5IHRvIHRoZSB3YWxsZXQgYmVsb3c=\r\n".to_vec()),
        2 => Just(b"pay=3D1Hoo=\r\nWB2&#49;\\n<b>x</b>y%41".to_vec()),
        1 => Just(b"506179205061792050617920506179205061792050617920".to_vec()),
        1 => Just(b"\x1f\x8b\x08PK\x03\x04\x78\x9c".to_vec()),
        2 => (0_usize..9000).prop_map(noise),
        1 => (0_usize..90_000).prop_map(|count| vec![0; count]),
        1 => prop::collection::vec(any::<u8>(), 0..300),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_pieces_give_the_same_layers(
        pieces in prop::collection::vec(piece(), 0..40),
        sizes in prop::collection::vec(1_usize..70_000, 1..5),
    ) {
        let bytes = pieces.concat();
        let whole = opened(&bytes);
        let mut all = All::default();
        let mut reader = Pieces { bytes: Cursor::new(&bytes[..]), sizes, next: 0 };
        walk(&mut reader, &Limits::default(), &mut all).unwrap();
        prop_assert_eq!(all.ways(), whole.ways());
        prop_assert!(all == whole);
    }
}

#[test]
fn every_byte_of_the_input_is_shown() {
    // Packed bytes of more than is kept for a second look, in which the decoder fails.
    let mut packed = gzip(&noise(3 << 20));
    let middle = packed.len() / 2;
    packed[middle..middle + 9].fill(0);
    for bytes in [noise(700_000), packed.clone(), [packed, noise(100)].concat(), Vec::new()] {
        // The helper compares what was shown with the input.
        opened(&bytes);
    }
}

#[test]
fn the_visitor_can_break_off_anywhere() {
    struct Breaking(u32, All);
    impl Breaking {
        fn count(&mut self) -> ControlFlow<()> {
            self.0 = self.0.checked_sub(1).expect("nothing is shown after the break");
            if self.0 == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    }
    impl Visitor for Breaking {
        fn enter(&mut self, layer: Opened<'_>) -> ControlFlow<()> {
            let _kept = self.1.enter(layer);
            self.count()
        }
        fn bytes(&mut self, depth: usize, bytes: &[u8]) -> ControlFlow<()> {
            let _kept = self.1.bytes(depth, bytes);
            self.count()
        }
        fn leave(&mut self) -> ControlFlow<()> {
            self.count()
        }
        fn fault(&mut self, _: &[Step], _: &Fault) -> ControlFlow<()> {
            self.count()
        }
    }
    let bytes = [gzip(&utf16("a text of words, and words again")), zip_entry("x", 8, 1, b""), noise(500_000)]
        .concat();
    for calls in 1..12 {
        let mut visitor = Breaking(calls, All::default());
        let walked = walk(&mut Cursor::new(&bytes), &Limits::default(), &mut visitor).unwrap();
        assert!(walked.stopped, "{calls}");
        assert_eq!(visitor.0, 0);
    }
}

#[test]
fn an_input_that_fails_is_opened_as_far_as_it_was_read() {
    struct Failing(Cursor<Vec<u8>>);
    impl Read for Failing {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            match self.0.read(out)? {
                0 => Err(io::Error::other("bad sector")),
                count => Ok(count),
            }
        }
    }
    impl Seek for Failing {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }
    let bytes = gzip(b"a text of words, and words again");
    let cut = bytes[..bytes.len() - 4].to_vec();
    let mut all = All::default();
    let error = walk(&mut Failing(Cursor::new(cut.clone())), &Limits::default(), &mut all).unwrap_err();
    assert_eq!(all.with("words again"), ["0-gzip"]);
    assert_eq!(all.faults[0].1, Fault::Truncated);
    let UnpackError::Read { offset, .. } = &error else { panic!("{error}") };
    assert_eq!(*offset, u64::try_from(cut.len()).unwrap());
    assert_eq!(error.args()[1], ("cause", "bad sector".to_owned()));
}

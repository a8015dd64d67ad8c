//! Bzip2, xz (with LZMA2) and Zstandard (RFC 8878).

use std::io::{self, BufRead, Read};

use bzip2::bufread::BzDecoder;
use lzma_rust2::XzReader;
use ruzstd::decoding::StreamingDecoder;

use crate::fault::Fault;

/// How a stream begins: with bzip2 the first block, the size of which is a digit before it.
pub(crate) const BZIP2: &[u8] = b"1AY&SY";
pub(crate) const XZ: &[u8] = b"\xfd7zXZ\0";
pub(crate) const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";

/// How far before its first block a stream of bzip2 begins: `BZh` and the digit.
pub(crate) const BZIP2_BEFORE: u64 = 4;

/// The largest window of xz and Zstandard that is held: that of `xz -9`, and more than `zstd -19` takes.
pub(crate) const WINDOW_BYTES: usize = 64 << 20;

pub(crate) fn bzip2<'a>(input: Box<dyn BufRead + 'a>) -> Box<dyn Read + 'a> {
    Box::new(BzDecoder::new(input))
}

pub(crate) fn xz<'a>(input: Box<dyn BufRead + 'a>) -> Box<dyn Read + 'a> {
    // The decoder needs somewhat more than its window.
    let kib = u32::try_from(WINDOW_BYTES / 1024 + 1024).unwrap_or(u32::MAX);
    Box::new(XzReader::new_mem_limit(input, false, kib))
}

pub(crate) fn zstd<'a>(input: Box<dyn BufRead + 'a>) -> Box<dyn Read + 'a> {
    match StreamingDecoder::new_with_max_window_size(input, crate::layer::wide(WINDOW_BYTES)) {
        Ok(decoder) => Box::new(decoder),
        Err(error) => Box::new(Failed(Some(Fault::Damaged { cause: error.to_string() }))),
    }
}

/// A decoder that did not even begin.
struct Failed(Option<Fault>);

impl Read for Failed {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), |fault| Err(fault.error()))
    }
}

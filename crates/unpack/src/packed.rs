//! Bzip2, xz (with LZMA2), LZMA as entries of ZIP archives have it, and Zstandard (RFC 8878).

use std::io::{self, BufRead, Read};

use bzip2::bufread::BzDecoder;
use lzma_rust2::{LzmaReader, XzReader};
use ruzstd::decoding::StreamingDecoder;

use crate::fault::Fault;
use crate::media::{le16, le32};

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

/// The head of an entry: two bytes of a version, the length of the properties, and these: a byte, and the size of the window.
const ZIP_LZMA_BYTES: usize = 9;

/// LZMA as an entry of an archive has it, which gives so many bytes, or marks its end.
pub(crate) fn zip_lzma<'a>(mut input: impl BufRead + 'a, given: Option<u64>) -> Box<dyn Read + 'a> {
    let mut head = [0; ZIP_LZMA_BYTES];
    if let Err(error) = input.read_exact(&mut head) {
        return Box::new(Failed(Some(Fault::of(&error))));
    }
    let window = le32(&head, 5);
    let properties = le16(&head, 2);
    if properties != 5 {
        let cause = format!("properties of {properties} bytes");
        return Box::new(Failed(Some(Fault::Damaged { cause })));
    }
    if usize::try_from(window).is_ok_and(|window| window > WINDOW_BYTES) {
        return Box::new(Failed(Some(Fault::TooLarge { limit: WINDOW_BYTES })));
    }
    match LzmaReader::new_with_props(input, given.unwrap_or(u64::MAX), head[4], window, None) {
        Ok(decoder) => Box::new(decoder),
        Err(error) => Box::new(Failed(Some(Fault::Damaged { cause: error.to_string() }))),
    }
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

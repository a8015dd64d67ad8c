//! Gzip (RFC 1952), zlib (RFC 1950) and bare deflate (RFC 1951).

use std::io::{self, BufRead, Read};

use flate2::bufread::{DeflateDecoder, GzDecoder, ZlibDecoder};

/// How a gzip member begins: deflate is the only method there is.
pub(crate) const GZIP: &[u8] = b"\x1f\x8b\x08";

/// What chance does not unpack from bytes that happen to begin so: the fixed code of deflate knows few errors.
pub(crate) const LEAST: usize = 256;

/// The members of a gzip file one after the other, as one text: programs cut one where it suits them (bgzip each 64 KiB).
pub(crate) struct Gzip<R: BufRead> {
    /// Nothing once the last member has ended.
    member: Option<GzDecoder<R>>,
}

impl<R: BufRead> Gzip<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { member: Some(GzDecoder::new(input)) }
    }
}

impl<R: BufRead> Read for Gzip<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while let Some(member) = &mut self.member {
            let count = member.read(out)?;
            if count > 0 || out.is_empty() {
                return Ok(count);
            }
            let mut input = self.member.take().map(GzDecoder::into_inner).expect("it was just read");
            if input.fill_buf()?.starts_with(GZIP) {
                self.member = Some(GzDecoder::new(input));
            }
        }
        Ok(0)
    }
}

pub(crate) fn gzip<'a>(input: Box<dyn BufRead + 'a>) -> Box<dyn Read + 'a> {
    Box::new(Gzip::new(input))
}

pub(crate) fn zlib<'a>(input: Box<dyn BufRead + 'a>) -> Box<dyn Read + 'a> {
    Box::new(ZlibDecoder::new(input))
}

pub(crate) fn deflate<'a>(input: Box<dyn BufRead + 'a>) -> Box<dyn Read + 'a> {
    Box::new(DeflateDecoder::new(input))
}

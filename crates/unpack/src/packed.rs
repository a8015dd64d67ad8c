//! Bzip2, xz (with LZMA2), LZMA as a file of its own and as entries of ZIP archives have it, and Zstandard (RFC 8878).

use std::error::Error;
use std::io::{self, BufRead, ErrorKind, Read};

use bzip2::Decompress;
use flate2::Crc;
use lzma_rust2::{Action, LzmaReader, LzmaStream, Status, StreamResult, XzStream};
use ruzstd::decoding::errors::FrameDecoderError;
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder, StreamingDecoder};

use crate::fault::Fault;
use crate::media::{le, le16, le32};

/// How a stream begins: with bzip2 the first block, the size of which is a digit before it.
pub(crate) const BZIP2: &[u8] = b"1AY&SY";
pub(crate) const XZ: &[u8] = b"\xfd7zXZ\0";
pub(crate) const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";

/// How far before its first block a stream of bzip2 begins: `BZh` and the digit.
pub(crate) const BZIP2_BEFORE: u64 = 4;

/// The header of a file `.lzma`: properties, window and length.
pub(crate) const LZMA_BYTES: usize = 13;

/// What encoders of LZMA write there (xz 5.4, `lzma_alone_decoder`): windows of 4 KiB and more, and less than 256 GiB of content.
const LZMA_WINDOW_MIN: u32 = 4 << 10;
const LZMA_LENGTH_MAX: u64 = 256 << 30;

/// The largest block of Zstandard (3.1.1.2.4).
const ZSTD_BLOCK_BYTES: u32 = 128 << 10;

/// The largest window of xz and Zstandard that is held: that of `xz -9`, and more than `zstd -19` takes.
pub(crate) const WINDOW_BYTES: usize = 64 << 20;

/// Whether bytes begin as a stream of xz does: flags that are known, with their right checksum.
pub(crate) fn is_xz(bytes: &[u8]) -> bool {
    let Some([0, check, sum @ ..]) = bytes.strip_prefix(XZ).and_then(|head| head.get(..6)) else {
        return false;
    };
    *check < 16 && sum == crc32(&[0, *check]).to_le_bytes()
}

/// Whether bytes begin as a frame of Zstandard does (RFC 8878, 3.1.1): a header without reserved bits, and a block of a kind and size
/// that there are.
pub(crate) fn is_zstd(bytes: &[u8]) -> bool {
    let Some([flags, rest @ ..]) = bytes.strip_prefix(ZSTD) else { return false };
    let is_single = flags & 0x20 != 0;
    let window = usize::from(!is_single);
    let dictionary = [0, 1, 2, 4][usize::from(flags & 3)];
    let content = match flags >> 6 {
        0 => usize::from(is_single),
        size => 1 << size,
    };
    let head = window + dictionary + content;
    let Some([low, middle, high]) = rest.get(head..head + 3) else { return false };
    let block = u32::from_le_bytes([*low, *middle, *high, 0]);
    let (is_last, kind, size) = (block & 1 == 1, block >> 1 & 3, block >> 3);
    // The sign is a number of many programs, and what follows it there are zeros.
    flags & 0x08 == 0 && kind != 3 && size <= ZSTD_BLOCK_BYTES && (size > 0 || is_last)
}

/// Whether bytes begin as a file `.lzma` does, which has no sign: the usual properties, a window as encoders take one, a length that
/// is unknown or may be, and the byte with which the data begins.
pub(crate) fn is_lzma(bytes: &[u8]) -> bool {
    let Some([0x5d, head @ .., 0]) = bytes.get(..LZMA_BYTES + 1) else { return false };
    let window = le32(head, 0);
    let of_two = window.is_power_of_two() || (window / 3).is_power_of_two() && window.is_multiple_of(3);
    let length = le(head, 4, 8);
    of_two && window >= LZMA_WINDOW_MIN && (length == u64::MAX || length < LZMA_LENGTH_MAX)
}

/// The CRC-32 of ISO 3309, as xz and ZIP have it.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

pub(crate) fn bzip2<'a>(input: Box<dyn BufRead + 'a>) -> Box<dyn Read + 'a> {
    Box::new(Unpacked::new(input, Decompress::new(false)))
}

pub(crate) fn xz<'a>(input: Box<dyn BufRead + 'a>) -> Box<dyn Read + 'a> {
    Box::new(Unpacked::new(input, XzStream::new_mem_limit(false, held_kib())))
}

/// A file `.lzma`, the form of xz that was before it.
pub(crate) fn lzma<'a>(input: Box<dyn BufRead + 'a>) -> Box<dyn Read + 'a> {
    Box::new(Unpacked::new(input, LzmaStream::new_mem_limit(held_kib(), None)))
}

/// What a decoder may hold: it needs somewhat more than its window.
fn held_kib() -> u32 {
    u32::try_from(WINDOW_BYTES / 1024 + 1024).unwrap_or(u32::MAX)
}

/// A decoder that is given its input piece by piece.
trait Decode {
    /// Bytes that it took, and bytes that it gave.
    fn counts(&self) -> (u64, u64);
    /// Decodes, and says whether the end is reached. What was given before an error counts.
    fn decode(&mut self, input: &[u8], out: &mut [u8]) -> io::Result<bool>;
}

impl Decode for Decompress {
    fn counts(&self) -> (u64, u64) {
        (self.total_in(), self.total_out())
    }

    fn decode(&mut self, input: &[u8], out: &mut [u8]) -> io::Result<bool> {
        let status = self.decompress(input, out).map_err(io::Error::other)?;
        Ok(status == bzip2::Status::StreamEnd)
    }
}

impl Decode for XzStream {
    fn counts(&self) -> (u64, u64) {
        (self.total_in(), self.total_out())
    }

    fn decode(&mut self, input: &[u8], out: &mut [u8]) -> io::Result<bool> {
        has_ended(self.process(input, out, action(input)))
    }
}

impl Decode for LzmaStream {
    fn counts(&self) -> (u64, u64) {
        (self.total_in(), self.total_out())
    }

    fn decode(&mut self, input: &[u8], out: &mut [u8]) -> io::Result<bool> {
        has_ended(self.process(input, out, action(input)))
    }
}

/// With no more input a decoder gives what it held back for the next piece.
fn action(input: &[u8]) -> Action {
    if input.is_empty() { Action::Finish } else { Action::Run }
}

fn has_ended(result: io::Result<StreamResult>) -> io::Result<bool> {
    match result {
        Ok(result) => Ok(result.status == Status::StreamEnd),
        Err(error) if error.kind() == ErrorKind::OutOfMemory => {
            Err(Fault::TooLarge { limit: WINDOW_BYTES }.error())
        }
        Err(error) => Err(error),
    }
}

/// Reads all that a decoder gives before an error or the end of its input. That of LZMA does not touch the last twenty bytes of an input
/// that ends too soon.
struct Unpacked<R, D> {
    input: R,
    decoder: D,
    failure: Option<io::Error>,
    is_ended: bool,
}

impl<R, D> Unpacked<R, D> {
    fn new(input: R, decoder: D) -> Self {
        Self { input, decoder, failure: None, is_ended: false }
    }
}

impl<R: BufRead, D: Decode> Read for Unpacked<R, D> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(failure) = self.failure.take() {
                return Err(failure);
            }
            if self.is_ended || out.is_empty() {
                return Ok(0);
            }
            let input = self.input.fill_buf()?;
            let is_last = input.is_empty();
            let (taken, given) = self.decoder.counts();
            let decoded = self.decoder.decode(input, out);
            let (taken_now, given_now) = self.decoder.counts();
            let count = |now: u64, before: u64| usize::try_from(now - before).unwrap_or(usize::MAX);
            let (taken, given) = (count(taken_now, taken), count(given_now, given));
            self.input.consume(taken);
            self.is_ended = !matches!(decoded, Ok(false));
            self.failure = decoded.err().map(|error| if is_last { Fault::Truncated.error() } else { error });
            if !self.is_ended && taken == 0 && given == 0 {
                // It asks for more, and there is none; or it takes nothing of what there is.
                self.is_ended = true;
                let stuck = || Fault::Damaged { cause: "no progress".to_owned() };
                self.failure = Some(if is_last { Fault::Truncated } else { stuck() }.error());
            }
            if given > 0 {
                return Ok(given);
            }
        }
    }
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
        Ok(decoder) => Box::new(Zstd { decoder, failure: None }),
        Err(error) => Box::new(Failed(Some(zstd_fault(&error)))),
    }
}

/// A frame of Zstandard. Its decoder keeps a window back until the frame ends, which it does here also where it is cut off or damaged.
struct Zstd<R: Read> {
    decoder: StreamingDecoder<R, FrameDecoder>,
    failure: Option<Fault>,
}

/// A last block without content, and room for a checksum.
const ZSTD_END: [u8; 7] = [1, 0, 0, 0, 0, 0, 0];

impl<R: Read> Read for Zstd<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.decoder.read(out) {
                Ok(0) if !out.is_empty() => {
                    return match self.failure.take().or_else(|| self.sum_fault()) {
                        Some(fault) => Err(fault.error()),
                        None => Ok(0),
                    };
                }
                Err(error) if self.failure.is_none() => {
                    self.failure = Some(zstd_fault(&error));
                    let one = BlockDecodingStrategy::UptoBlocks(1);
                    // Where even that fails, the next turn tells the first failure.
                    let _ended = self.decoder.decoder.decode_blocks(&ZSTD_END[..], one);
                }
                Err(_) => return Err(self.failure.take().unwrap_or(Fault::Truncated).error()),
                read => return read,
            }
        }
    }
}

impl<R: Read> Zstd<R> {
    fn sum_fault(&self) -> Option<Fault> {
        let decoder = &self.decoder.decoder;
        let said = decoder.get_checksum_from_data()?;
        let is_right = decoder.get_calculated_checksum().is_none_or(|sum| sum == said);
        (!is_right).then(|| Fault::Damaged { cause: "the checksum of the frame".to_owned() })
    }
}

fn zstd_fault(error: &(dyn Error + 'static)) -> Fault {
    let mut causes = std::iter::successors(Some(error), |error: &&(dyn Error + 'static)| (*error).source());
    let found = causes.find_map(|cause| {
        if let Some(FrameDecoderError::WindowSizeTooBig { .. }) = cause.downcast_ref() {
            return Some(Fault::TooLarge { limit: WINDOW_BYTES });
        }
        let read = cause.downcast_ref::<io::Error>()?;
        (read.kind() == ErrorKind::UnexpectedEof).then_some(Fault::Truncated)
    });
    found.unwrap_or_else(|| Fault::Damaged { cause: error.to_string() })
}

/// A decoder that did not even begin.
struct Failed(Option<Fault>);

impl Read for Failed {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), |fault| Err(fault.error()))
    }
}

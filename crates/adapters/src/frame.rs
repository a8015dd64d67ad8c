//! Length-framed messages: one byte of kind, four bytes of length (big-endian), then the body.
//!
//! Both ends of a sandbox and of the local socket speak them. Reading never allocates by a length that the other
//! side merely claims: memory grows with the bytes that have come.

use std::io::{self, ErrorKind, Read, Write};

use comity_record::Coded;
use zeroize::Zeroizing;

/// Bytes before the body: the kind and the length.
pub const HEADER_BYTES: usize = 5;

/// A body up to this size is sent together with its header in one write, and read into memory that never moves; larger
/// ones are not copied again.
const ONE_WRITE_BYTES: usize = 64 << 10;

/// One message.
#[derive(Clone, PartialEq, Eq)]
pub struct Frame {
    /// What the message is; its meaning belongs to the protocol.
    pub kind: u8,
    /// The message.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for Frame {
    /// Names the size and not the content, which may be personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Frame(kind {}, {} bytes)", self.kind, self.body.len())
    }
}

/// Why no frame could be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FrameError {
    /// The header announces more than is allowed here.
    #[error("a message of {length} bytes is over the limit of {limit}")]
    TooLarge {
        /// What the header says.
        length: u64,
        /// What is allowed.
        limit: u64,
    },
    /// The other side ended in the middle of a message.
    #[error("the message ends before its announced length")]
    Cut,
    /// The channel itself failed.
    #[error("the channel failed")]
    Io(#[from] io::Error),
}

impl Coded for FrameError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "adapters-frame-too-large",
            Self::Cut => "adapters-frame-cut",
            Self::Io(_) => "adapters-frame-broken",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { length, limit } => {
                vec![("length", length.to_string()), ("limit", limit.to_string())]
            }
            Self::Cut => Vec::new(),
            Self::Io(source) => vec![("cause", source.to_string())],
        }
    }
}

/// Writes one frame.
///
/// # Errors
/// Fails as the channel does, and for a body that four bytes of length cannot announce.
pub fn write_frame(channel: &mut dyn Write, kind: u8, body: &[u8]) -> io::Result<()> {
    let length = u32::try_from(body.len())
        .map_err(|_| io::Error::new(ErrorKind::InvalidInput, "a message of 4 GiB or more"))?;
    // The body may be a secret, so its copy does not stay in memory.
    let mut start = Zeroizing::new(Vec::with_capacity(HEADER_BYTES + body.len().min(ONE_WRITE_BYTES)));
    start.push(kind);
    start.extend_from_slice(&length.to_be_bytes());
    if body.len() <= ONE_WRITE_BYTES {
        start.extend_from_slice(body);
        channel.write_all(&start)
    } else {
        channel.write_all(&start)?;
        channel.write_all(body)
    }
}

/// Writes what follows the kind of a frame, which has gone out already.
pub(crate) fn write_rest(channel: &mut dyn Write, body: &[u8]) -> io::Result<()> {
    let length = u32::try_from(body.len()).map_err(|_| ErrorKind::InvalidInput)?;
    channel.write_all(&[&length.to_be_bytes(), body].concat())
}

/// Reads one frame of at most `max_body` bytes, or `None` where the channel ended between two frames.
///
/// # Errors
/// Says whether the frame was too large, cut off, or the channel failed.
pub fn read_frame(channel: &mut dyn Read, max_body: usize) -> Result<Option<Frame>, FrameError> {
    let mut kind = [0];
    if !read_first(channel, &mut kind)? {
        return Ok(None);
    }
    read_rest(channel, kind[0], max_body).map(Some)
}

/// Reads what follows the kind of a frame.
pub(crate) fn read_rest(channel: &mut dyn Read, kind: u8, max_body: usize) -> Result<Frame, FrameError> {
    let mut length = [0; HEADER_BYTES - 1];
    channel.read_exact(&mut length).map_err(cut)?;
    let length = checked_length(length, max_body)?;
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    // The vector grows with what has come, not with what was announced; a small body, which may be a secret, never moves.
    let mut body = vec![0; length.min(ONE_WRITE_BYTES)];
    channel.read_exact(&mut body).map_err(cut)?;
    let rest = u64::try_from(length - body.len()).unwrap_or(u64::MAX);
    if rest > 0 {
        channel.take(rest).read_to_end(&mut body)?;
    }
    if body.len() < length {
        return Err(FrameError::Cut);
    }
    Ok(Frame { kind, body })
}

/// Reads the first byte of a frame; `false` where the channel ended instead.
pub(crate) fn read_first(channel: &mut dyn Read, kind: &mut [u8; 1]) -> Result<bool, FrameError> {
    loop {
        match channel.read(kind) {
            Ok(0) => return Ok(false),
            Ok(_) => return Ok(true),
            Err(e) if e.kind() == ErrorKind::Interrupted => {}
            Err(e) => return Err(e.into()),
        }
    }
}

/// Takes bytes as they come and gives frames as they are complete.
///
/// ```
/// use comity_adapters::frame::{Decoder, write_frame};
/// let mut bytes = Vec::new();
/// write_frame(&mut bytes, 7, b"hello").unwrap();
/// let mut decoder = Decoder::new(16);
/// decoder.push(&bytes[..6]);
/// assert!(decoder.next_frame().unwrap().is_none());
/// decoder.push(&bytes[6..]);
/// assert_eq!(decoder.next_frame().unwrap().unwrap().body, b"hello");
/// ```
///
/// What comes may be a secret: it is overwritten when it is dropped, and left behind nowhere when more comes.
#[derive(Debug)]
pub struct Decoder {
    pending: Zeroizing<Vec<u8>>,
    /// Where in `pending` the next frame begins.
    start: usize,
    max_body: usize,
}

impl Decoder {
    /// A decoder that refuses bodies over `max_body` bytes.
    pub fn new(max_body: usize) -> Self {
        Self { pending: Zeroizing::new(Vec::new()), start: 0, max_body }
    }

    /// Adds bytes that came.
    pub fn push(&mut self, bytes: &[u8]) {
        self.pending.drain(..self.start);
        self.start = 0;
        let length = self.pending.len() + bytes.len();
        if length > self.pending.capacity() {
            let mut larger = Zeroizing::new(Vec::with_capacity(length.next_power_of_two()));
            larger.extend_from_slice(&self.pending);
            self.pending = larger;
        }
        self.pending.extend_from_slice(bytes);
    }

    /// The next complete frame, if there is one.
    ///
    /// # Errors
    /// Fails as soon as a header announces too much, before its body has come.
    pub fn next_frame(&mut self) -> Result<Option<Frame>, FrameError> {
        let Some((&[kind, a, b, c, d], rest)) =
            self.pending[self.start..].split_first_chunk::<HEADER_BYTES>()
        else {
            return Ok(None);
        };
        let length = checked_length([a, b, c, d], self.max_body)?;
        let Some(body) = usize::try_from(length).ok().and_then(|length| rest.get(..length)) else {
            return Ok(None);
        };
        let body = body.to_vec();
        self.start += HEADER_BYTES + body.len();
        Ok(Some(Frame { kind, body }))
    }

    /// Whether bytes of an unfinished frame are left.
    pub fn is_between_frames(&self) -> bool {
        self.start == self.pending.len()
    }
}

fn checked_length(length: [u8; 4], max_body: usize) -> Result<u32, FrameError> {
    let length = u32::from_be_bytes(length);
    if usize::try_from(length).is_ok_and(|length| length <= max_body) {
        return Ok(length);
    }
    Err(FrameError::TooLarge {
        length: u64::from(length),
        limit: u64::try_from(max_body).unwrap_or(u64::MAX),
    })
}

fn cut(error: io::Error) -> FrameError {
    if error.kind() == ErrorKind::UnexpectedEof { FrameError::Cut } else { FrameError::Io(error) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bytes_of(kind: u8, body: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        write_frame(&mut bytes, kind, body).unwrap();
        bytes
    }

    #[test]
    fn a_body_at_the_limit_is_read_and_one_past_it_refused() {
        let at_limit = bytes_of(1, &[9; 100]);
        let past_limit = bytes_of(1, &[9; 101]);
        assert_eq!(read_frame(&mut at_limit.as_slice(), 100).unwrap().unwrap().body, [9; 100]);
        assert!(matches!(
            read_frame(&mut past_limit.as_slice(), 100),
            Err(FrameError::TooLarge { length: 101, limit: 100 })
        ));
        let mut decoder = Decoder::new(100);
        decoder.push(&past_limit[..HEADER_BYTES]);
        assert!(matches!(decoder.next_frame(), Err(FrameError::TooLarge { length: 101, limit: 100 })));
    }

    #[test]
    fn a_claimed_length_without_bytes_is_cut_and_allocates_nothing() {
        let claim = [1, 0xff, 0xff, 0xff, 0xff, 0];
        assert!(matches!(read_frame(&mut claim.as_slice(), usize::MAX), Err(FrameError::Cut)));
        let mut decoder = Decoder::new(usize::MAX);
        decoder.push(&claim);
        assert!(decoder.next_frame().unwrap().is_none());
        assert!(decoder.pending.capacity() < 1 << 10);
    }

    #[test]
    fn the_end_between_frames_is_no_error_and_inside_one_is() {
        assert!(read_frame(&mut [].as_slice(), 10).unwrap().is_none());
        let bytes = bytes_of(3, b"abc");
        for end in 1..bytes.len() {
            assert!(matches!(read_frame(&mut &bytes[..end], 10), Err(FrameError::Cut)), "cut at {end}");
        }
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_in_whatever_pieces_it_comes(
            frames in proptest::collection::vec((any::<u8>(), proptest::collection::vec(any::<u8>(), 0..200)), 0..8),
            piece in 1_usize..40,
        ) {
            let bytes: Vec<u8> = frames.iter().flat_map(|(kind, body)| bytes_of(*kind, body)).collect();
            let mut decoder = Decoder::new(200);
            let mut read = Vec::new();
            for part in bytes.chunks(piece) {
                decoder.push(part);
                while let Some(frame) = decoder.next_frame().unwrap() {
                    read.push((frame.kind, frame.body));
                }
            }
            prop_assert!(decoder.is_between_frames());
            prop_assert_eq!(&read, &frames);
            let mut channel = bytes.as_slice();
            for (kind, body) in frames {
                prop_assert_eq!(read_frame(&mut channel, 200).unwrap(), Some(Frame { kind, body }));
            }
        }
    }
}

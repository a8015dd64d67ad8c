//! What a child reads.

use std::fmt;
use std::fs::File;
use std::io::{self, ErrorKind, PipeWriter, Read, Seek, SeekFrom, Write};
use std::os::fd::OwnedFd;

use rustix::fs::OFlags;

use super::error::SandboxError;
use super::parent::PIECE_BYTES;
use super::protocol::Ask;

/// What can be read at any place.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// What a child reads.
pub enum Source<'a> {
    /// A file opened for reading, of any size; it is read from where it stands, and the child may seek in it.
    File(File),
    /// Bytes in memory; the child may seek in them.
    Bytes(&'a [u8]),
    /// A stream that the parent reads on a thread of its own and passes on, as for what it decrypts. The call returns
    /// only when the reader has returned from its last read, so a reader must not block for ever.
    Stream(&'a mut (dyn Read + Send)),
    /// What the parent can read at any place, as what it decrypts: the child asks for one range after the other, so that
    /// it may seek and nothing lies in the clear meanwhile. It is read from its beginning.
    Ranges(&'a mut dyn ReadSeek),
}

impl fmt::Debug for Source<'_> {
    /// Names what it is and not what is in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(_) => f.write_str("Source::File"),
            Self::Bytes(bytes) => write!(f, "Source::Bytes({} bytes)", bytes.len()),
            Self::Stream(_) => f.write_str("Source::Stream"),
            Self::Ranges(_) => f.write_str("Source::Ranges"),
        }
    }
}

/// An input as the child gets it.
pub(super) struct Handed<'a> {
    /// What the child reads from; without it, it asks.
    pub opened: Option<OwnedFd>,
    pub length: Option<u64>,
    ranges: Option<&'a mut dyn ReadSeek>,
}

impl Handed<'_> {
    /// What stands at a range, cut where the input ends.
    pub(super) fn range(&mut self, ask: Ask) -> Result<Vec<u8>, SandboxError> {
        let reader = self.ranges.as_mut();
        let reader =
            reader.ok_or(SandboxError::ReplyMalformed { reason: "a range of an input that it has" })?;
        let mut range = Vec::new();
        reader
            .seek(SeekFrom::Start(ask.offset))
            .and_then(|_| reader.take(u64::from(ask.length)).read_to_end(&mut range))
            .map_err(|e| unreadable(&e))?;
        Ok(range)
    }
}

fn unreadable(error: &io::Error) -> SandboxError {
    SandboxError::InputUnreadable { cause: error.to_string() }
}

/// An input as the child gets it, and what has to be fed meanwhile.
pub(super) fn prepare(source: Source<'_>) -> Result<(Handed<'_>, Option<Feed<'_>>), SandboxError> {
    let unreadable = |e: io::Error| unreadable(&e);
    let open = |opened: OwnedFd, length| (Handed { opened: Some(opened), length, ranges: None }, None);
    match source {
        Source::File(mut file) => {
            let flags = rustix::fs::fcntl_getfl(&file).map_err(|e| unreadable(e.into()))?;
            if flags & OFlags::RWMODE != OFlags::RDONLY {
                return Err(SandboxError::InputWritable);
            }
            let metadata = file.metadata().map_err(unreadable)?;
            let length = if metadata.is_file() {
                let position = file.stream_position().map_err(unreadable)?;
                Some(metadata.len().saturating_sub(position))
            } else {
                None
            };
            Ok(open(file.into(), length))
        }
        Source::Bytes(bytes) => {
            let length = u64::try_from(bytes.len()).ok();
            match anonymous_file(bytes) {
                Ok(file) => Ok(open(file.into(), length)),
                // Without anonymous files the bytes go through a pipe, and the child cannot seek.
                Err(_) => piped(Box::new(bytes), length).map_err(unreadable),
            }
        }
        Source::Stream(reader) => piped(Box::new(reader), None).map_err(unreadable),
        Source::Ranges(reader) => {
            let length = Some(reader.seek(SeekFrom::End(0)).map_err(unreadable)?);
            Ok((Handed { opened: None, length, ranges: Some(reader) }, None))
        }
    }
}

/// A file that exists in memory only and that nobody can change any more, at its beginning.
#[cfg(target_os = "linux")]
fn anonymous_file(bytes: &[u8]) -> io::Result<File> {
    use rustix::fs::{MemfdFlags, SealFlags, fcntl_add_seals, memfd_create};
    let mut file = File::from(memfd_create("input", MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING)?);
    file.write_all(bytes)?;
    file.rewind()?;
    fcntl_add_seals(&file, SealFlags::WRITE | SealFlags::GROW | SealFlags::SHRINK | SealFlags::SEAL)?;
    Ok(file)
}

#[cfg(not(target_os = "linux"))]
fn anonymous_file(_bytes: &[u8]) -> io::Result<File> {
    Err(ErrorKind::Unsupported.into())
}

fn piped<'a>(
    reader: Box<dyn Read + Send + 'a>,
    length: Option<u64>,
) -> io::Result<(Handed<'a>, Option<Feed<'a>>)> {
    let (read_end, pipe) = io::pipe()?;
    let handed = Handed { opened: Some(read_end.into()), length, ranges: None };
    Ok((handed, Some(Feed { reader, pipe })))
}

/// Passes a stream on into a child's input.
pub(super) struct Feed<'a> {
    reader: Box<dyn Read + Send + 'a>,
    pipe: PipeWriter,
}

impl Feed<'_> {
    /// Runs until the stream ends, fails, or nobody reads any more; only the second is an error.
    pub(super) fn run(mut self) -> io::Result<()> {
        let mut piece = vec![0; PIECE_BYTES];
        loop {
            let length = match self.reader.read(&mut piece) {
                Ok(0) => return Ok(()),
                Ok(length) => length,
                Err(e) if e.kind() == ErrorKind::Interrupted => continue,
                Err(e) => return Err(e),
            };
            if self.pipe.write_all(&piece[..length]).is_err() {
                return Ok(());
            }
        }
    }
}

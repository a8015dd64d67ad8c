//! What a child reads.

use std::fmt;
use std::fs::File;
use std::io::Read;

/// What a child reads, on its standard input.
pub enum Source<'a> {
    /// A file opened for reading, of any size; it is read from where it stands, and the child may seek in it.
    File(File),
    /// Bytes in memory; the child may seek in them.
    Bytes(&'a [u8]),
    /// A stream that the parent reads on a thread of its own and passes on, as for what it decrypts. The call returns
    /// only when the reader has returned from its last read, so a reader must not block for ever.
    Stream(&'a mut (dyn Read + Send)),
}

impl fmt::Debug for Source<'_> {
    /// Names what it is and not what is in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(_) => f.write_str("Source::File"),
            Self::Bytes(bytes) => write!(f, "Source::Bytes({} bytes)", bytes.len()),
            Self::Stream(_) => f.write_str("Source::Stream"),
        }
    }
}

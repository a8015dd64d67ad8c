//! What was not opened, or not to its end, and why.

use std::io;

use comity_record::Coded;

/// Why a part was not opened, or not to its end. It is a finding about that part: what was decoded before counts, and the
/// rest of the input is read on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// The part ends before it should.
    #[error("the part is cut off")]
    Truncated,
    /// The part breaks a rule of its format.
    #[error("the part is damaged: {cause}")]
    Damaged {
        /// What the decoder said.
        cause: String,
    },
    /// The decoder has a flaw that the part hit upon.
    #[error("the decoder failed")]
    Crashed,
    /// The part needs a password.
    #[error("the part is encrypted")]
    Encrypted,
    /// A file is missing of those into which an image was divided.
    #[error("segment {number} of the image is missing")]
    Segment {
        /// Its number, the first 1.
        number: u64,
    },
    /// The part is packed by a method that this crate has no decoder for.
    #[error("the method {method} cannot be unpacked")]
    Method {
        /// Its number or name in the format.
        method: String,
    },
    /// It lies deeper than [`crate::Limits::depth`].
    #[error("more than {limit} layers lie in each other")]
    Depth {
        /// The limit.
        limit: usize,
    },
    /// It gave more for each byte than [`crate::Limits::ratio`].
    #[error("the part grows more than {limit} times")]
    Ratio {
        /// The limit.
        limit: u64,
    },
    /// All decoders together gave [`crate::Limits::decoded_bytes`]; nothing more of the input is opened.
    #[error("more than {limit} bytes were unpacked")]
    Bytes {
        /// The limit.
        limit: u64,
    },
    /// All decoders together read [`crate::Limits::taken_bytes`]; nothing more of the input is opened.
    #[error("more than {limit} bytes were read by decoders")]
    Taken {
        /// The limit.
        limit: u64,
    },
    /// The input holds more than [`crate::Limits::parts`]; nothing more of it is opened.
    #[error("more than {limit} parts were opened")]
    Parts {
        /// The limit.
        limit: u64,
    },
    /// The decoder would need more memory than is left of [`crate::Limits::held_bytes`].
    #[error("more than {limit} bytes would be held")]
    TooLarge {
        /// The limit.
        limit: usize,
    },
}

impl Fault {
    /// What a decoder's error says about the part.
    pub(crate) fn of(error: &io::Error) -> Self {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<Self>()) {
            Some(fault) => fault.clone(),
            None if error.kind() == io::ErrorKind::UnexpectedEof => Self::Truncated,
            None => Self::Damaged { cause: error.to_string() },
        }
    }

    /// The same as the error of a reader.
    pub(crate) fn error(self) -> io::Error {
        io::Error::other(self)
    }
}

impl Coded for Fault {
    fn code(&self) -> &'static str {
        match self {
            Self::Truncated => "unpack-truncated",
            Self::Damaged { .. } => "unpack-damaged",
            Self::Crashed => "unpack-crashed",
            Self::Encrypted => "unpack-encrypted",
            Self::Segment { .. } => "unpack-segment-missing",
            Self::Method { .. } => "unpack-method",
            Self::Depth { .. } => "unpack-depth",
            Self::Ratio { .. } => "unpack-ratio",
            Self::Bytes { .. } => "unpack-bytes",
            Self::Taken { .. } => "unpack-taken",
            Self::Parts { .. } => "unpack-parts",
            Self::TooLarge { .. } => "unpack-too-large",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Truncated | Self::Crashed | Self::Encrypted => Vec::new(),
            Self::Damaged { cause } => vec![("cause", cause.clone())],
            Self::Segment { number } => vec![("number", number.to_string())],
            Self::Method { method } => vec![("method", method.clone())],
            Self::Depth { limit } | Self::TooLarge { limit } => vec![("limit", limit.to_string())],
            Self::Ratio { limit } | Self::Bytes { limit } | Self::Taken { limit } | Self::Parts { limit } => {
                vec![("limit", limit.to_string())]
            }
        }
    }
}

/// Why the input itself was not read to its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UnpackError {
    /// The input could not be read on; what was read before has been opened.
    #[error("reading failed at offset {offset}")]
    Read {
        /// How far it was read.
        offset: u64,
        /// What the reader said.
        source: io::Error,
    },
}

impl Coded for UnpackError {
    fn code(&self) -> &'static str {
        match self {
            Self::Read { .. } => "unpack-read-failed",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Read { offset, source } => {
                vec![("offset", offset.to_string()), ("cause", source.to_string())]
            }
        }
    }
}

/// A reader's error that says which rule of its format a part breaks.
pub(crate) fn damaged(cause: String) -> io::Error {
    Fault::Damaged { cause }.error()
}

//! Takes the twin out of a foreign PDF.

use std::io::Read as _;

use comity_adapters::sandbox::{FrameSink, Input, Limits, TaskError};
use comity_document::attached::{Attached, MAX_PDF_BYTES, attached};

/// The names of the values that errors of this task may carry.
pub const ARGS: &[&str] = &["what", "most", "name"];

pub fn run(input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Result<(), TaskError> {
    let mut bytes = Vec::new();
    // One byte more than is taken, so that the reader says that it is too much.
    input.take(MAX_PDF_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|e| TaskError::input(&e))?;
    let Attached { twin, signature } = attached(bytes)?;
    replies.frame(&twin)?;
    signature.map_or(Ok(()), |signature| replies.frame(&signature))
}

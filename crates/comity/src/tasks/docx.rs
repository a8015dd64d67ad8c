//! Reads an edited document back.

use std::io::Read as _;

use comity_adapters::sandbox::{FrameSink, Input, Limits, TaskError};
use comity_document::docx::{MAX_DOCX_BYTES, read};

/// The names of the values that errors of this task may carry.
pub const ARGS: &[&str] = &["what", "most", "part", "at", "cause"];

pub fn run(input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Result<(), TaskError> {
    let mut bytes = Vec::new();
    // One byte more than is taken, so that the reader says that it is too much.
    input.take(MAX_DOCX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|e| TaskError::input(&e))?;
    let found = read(&bytes)?;
    replies.frame(&serde_json::to_vec(&found).expect("words are plain data"))
}

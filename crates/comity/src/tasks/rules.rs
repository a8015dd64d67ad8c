//! Rules of users: their compiling, and how a search gets them.

use std::io::{self, Read as _};

use comity_adapters::sandbox::{FrameSink, Input, Limits as ChildLimits, TaskError};
use comity_rules::Source;
use serde::{Deserialize, Serialize};

/// The names of the values that errors of rules may carry.
pub const ARGS: &[&str] = &["file", "line", "column", "reason", "module", "limit", "path"];

/// Every code that a search by rules can end with.
pub const SCAN_CODES: &[&str] = &scan_codes();

/// The words of a search end here, and its rules begin.
const END_OF_WORDS: u8 = 0;

const SCAN_COUNT: usize = comity_scan::CODES.len() + 1;

const fn scan_codes() -> [&'static str; SCAN_COUNT] {
    let mut all = ["rules-not-compiled"; SCAN_COUNT];
    let mut at = 0;
    while at < comity_scan::CODES.len() {
        all[at] = comity_scan::CODES[at];
        at += 1;
    }
    all
}

/// One of several texts of rules that lie behind each other.
#[derive(Debug, Serialize, Deserialize)]
pub struct Text {
    /// What people call it.
    pub file: String,
    /// What tells its rules from those of other texts.
    pub namespace: String,
    /// How many bytes it has.
    pub length: usize,
}

/// Compiles rules.
pub fn run(input: &mut Input, _limits: ChildLimits, replies: &mut dyn FrameSink) -> Result<(), TaskError> {
    let texts: Vec<Text> = serde_json::from_slice(input.parameters())
        .map_err(|e| TaskError::input(&io::Error::new(io::ErrorKind::InvalidData, e)))?;
    let mut all = Vec::new();
    input.read_to_end(&mut all).map_err(|e| TaskError::input(&e))?;
    let mut rest = &all[..];
    let mut sources = Vec::new();
    for text in &texts {
        let (here, later) = rest.split_at(text.length.min(rest.len()));
        sources.push(Source { file: &text.file, namespace: &text.namespace, text: here });
        rest = later;
    }
    replies.frame(&comity_rules::compile(&sources)?)
}

/// The parameters of a search by rules: its words, and the compiled rules.
pub fn parameters(words: &str, compiled: &[u8]) -> Vec<u8> {
    [words.as_bytes(), &[END_OF_WORDS], compiled].concat()
}

/// The words of a search, and its rules if it has any.
pub fn words(parameters: &[u8]) -> (&[u8], Option<&[u8]>) {
    match parameters.iter().position(|byte| *byte == END_OF_WORDS) {
        Some(end) => (&parameters[..end], Some(&parameters[end + 1..])),
        None => (parameters, None),
    }
}

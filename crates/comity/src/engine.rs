//! The engines as commands on files. None of them knows a case.

pub mod chain;
pub mod evidence;
pub mod form;
pub mod law;
pub mod scan;

use std::io::Write as _;
use std::path::Path;

use crate::out::Failure;

/// Writes an answer into a new file; one that exists is not overwritten.
fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(bytes))
        .map_err(|e| Failure::file("write", path, e))
}

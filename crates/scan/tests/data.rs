//! Where the shared test data lies, and how it is read.

use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;

use serde_json::Value;

/// The path of a file of the shared test data. Where it is absent the test's name is told, so that a run
/// without the data is not taken for one with it.
pub fn path(test: &str, name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("COMITY_TEST_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    let path = folder.join(name);
    if !path.exists() {
        let _written = writeln!(std::io::stderr(), "SKIPPED {test}: test data absent");
        return None;
    }
    Some(path)
}

/// The rows of a file of one JSON object a line.
pub fn rows(test: &str, name: &str) -> Option<Vec<Value>> {
    let text = fs::read_to_string(path(test, name)?).unwrap();
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// The files in a `.tar.gz`: name and bytes.
pub fn archive(test: &str, name: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let file = fs::File::open(path(test, name)?).unwrap();
    let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(file));
    let mut files = Vec::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if entry.header().entry_type().is_file() {
            files.push((entry.path().unwrap().display().to_string(), bytes));
        }
    }
    Some(files)
}

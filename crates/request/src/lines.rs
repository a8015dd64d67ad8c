//! Files that people write in TOML, read so that what is wrong is told with its line.

use serde::de::DeserializeOwned;

/// Reads a file.
///
/// # Errors
/// The line that is wrong, from 1, and what is wrong there.
pub fn read_toml<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, (usize, String)> {
    let line = |offset: usize| 1 + bytes.iter().take(offset).filter(|b| **b == b'\n').count();
    let text = std::str::from_utf8(bytes).map_err(|e| (line(e.valid_up_to()), "not UTF-8".to_owned()))?;
    toml::from_str(text).map_err(|e| (line(e.span().map_or(0, |span| span.start)), e.message().to_owned()))
}

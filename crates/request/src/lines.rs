//! Files that people write in TOML, read so that what is wrong is told with its line.

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

/// Reads a file.
///
/// # Errors
/// The line that is wrong, from 1, and what is wrong there.
pub fn read_toml<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, (usize, String)> {
    let text =
        std::str::from_utf8(bytes).map_err(|e| (line_at(bytes, e.valid_up_to()), "not UTF-8".to_owned()))?;
    toml::from_str(text).map_err(|e| {
        let at = e.span().map_or(0, |span| span.start);
        (line_at(bytes, at), e.message().to_owned())
    })
}

/// The line, from 1, on which a byte of a file stands.
pub fn line_at(bytes: &[u8], offset: usize) -> usize {
    1 + bytes.iter().take(offset).filter(|b| **b == b'\n').count()
}

/// The line, from 1, on which a value of a file that could be read stands. The way to it is written with dots: the keys
/// of tables, and the places in lists from 0, as in `step.2.by`. Of what is not there the last on the way counts that is.
pub fn line_of(bytes: &[u8], way: &str) -> usize {
    let Some(file) = std::str::from_utf8(bytes).ok().and_then(|text| DeTable::parse(text).ok()) else {
        return 1;
    };
    let (file, mut at) = (DeValue::Table(file.into_inner()), 0);
    let mut here = &file;
    for step in way.split('.') {
        let next = if here.is_array() {
            step.parse::<usize>().ok().and_then(|place| here.get(place))
        } else {
            here.get(step)
        };
        let Some(next) = next else { break };
        (here, at) = (next.get_ref(), next.span().start);
    }
    line_at(bytes, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_the_way_to_it() {
        let file = b"a = 1\n\n[t]\nb = { c = 2 }\n[[step]]\nid = \"x\"\n[[step]]\nid = \"y\"\nby = 3\n";
        for (way, line) in [
            ("a", 1),
            ("t", 3),
            ("t.b.c", 4),
            ("t.missing", 3),
            ("missing", 1),
            ("step.0.id", 6),
            ("step.1", 7),
            ("step.1.by", 9),
            ("step.7", 5),
        ] {
            assert_eq!(line_of(file, way), line, "{way}");
        }
        assert_eq!(line_of(b"\n\nbroken", "broken"), 1);
    }
}

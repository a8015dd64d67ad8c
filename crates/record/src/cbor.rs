//! Deterministic CBOR (RFC 8949 §4.2.1) of serde types.
//!
//! What is signed or hashed has exactly one spelling: definite lengths, shortest integers, map keys sorted by
//! their encoded bytes, no floats, no duplicate keys. Reading refuses every other spelling.

use ciborium::Value;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// No item of a case comes near this size; larger bodies are attachments.
pub const MAX_BYTES: usize = 16 << 20;

/// Nesting that no kind of entry reaches, and that no stack fears.
pub const MAX_DEPTH: usize = 32;

/// Bytes that are not deterministic CBOR, or not of the expected shape.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CborError {
    /// The bytes are not CBOR, or break off.
    #[error("not CBOR: {0}")]
    Malformed(String),
    /// Valid CBOR, but not the one deterministic spelling of it.
    #[error("not the deterministic encoding (RFC 8949, section 4.2.1)")]
    NotCanonical,
    /// A float or a tag: neither has a place in an entry.
    #[error("{0} is not allowed in an entry")]
    Forbidden(&'static str),
    /// More than [`MAX_BYTES`].
    #[error("{0} bytes of CBOR are more than the limit of {MAX_BYTES}")]
    TooLarge(usize),
    /// More than [`MAX_DEPTH`] levels.
    #[error("nested deeper than {MAX_DEPTH} levels")]
    TooDeep,
    /// Deterministic CBOR, but not of the type asked for.
    #[error("not the expected content: {0}")]
    Shape(String),
}

impl crate::Coded for CborError {
    fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "record-cbor-malformed",
            Self::NotCanonical => "record-cbor-not-canonical",
            Self::Forbidden(_) => "record-cbor-forbidden",
            Self::TooLarge(_) => "record-cbor-too-large",
            Self::TooDeep => "record-cbor-too-deep",
            Self::Shape(_) => "record-cbor-shape",
        }
    }
}

/// The deterministic bytes of `value`.
///
/// # Errors
/// Fails for a value that holds a float, is nested too deep or is too large.
pub fn to_canonical<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, CborError> {
    let value = Value::serialized(value).map_err(|e| CborError::Shape(e.to_string()))?;
    encode(&normal(value, 0)?)
}

/// Reads a `T` from bytes that must be deterministic CBOR to the last byte.
///
/// # Errors
/// Says whether the bytes are malformed, spelled in another way, over a limit, or of another shape.
pub fn from_canonical<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, CborError> {
    value_from_canonical(bytes)?.deserialized().map_err(|e| CborError::Shape(e.to_string()))
}

/// Reads deterministic CBOR whose shape is not known: an entry kind of a later version, say.
///
/// # Errors
/// As [`from_canonical`], but for the shape.
pub fn value_from_canonical(bytes: &[u8]) -> Result<Value, CborError> {
    if bytes.len() > MAX_BYTES {
        return Err(CborError::TooLarge(bytes.len()));
    }
    // One level more than allowed, so that `normal` can name the depth as the reason.
    let value: Value = ciborium::de::from_reader_with_recursion_limit(bytes, MAX_DEPTH * 2)
        .map_err(|e| CborError::Malformed(e.to_string()))?;
    let value = normal(value, 0)?;
    // The reader also takes long integers, indefinite lengths, unsorted maps and trailing bytes; the one
    // spelling that we write is the one that we read.
    if encode(&value)? != bytes {
        return Err(CborError::NotCanonical);
    }
    Ok(value)
}

fn encode(value: &Value) -> Result<Vec<u8>, CborError> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).map_err(|e| CborError::Malformed(e.to_string()))?;
    if bytes.len() > MAX_BYTES {
        return Err(CborError::TooLarge(bytes.len()));
    }
    Ok(bytes)
}

/// Sorts every map by its encoded keys and refuses what has no place in an entry.
fn normal(value: Value, depth: usize) -> Result<Value, CborError> {
    if depth > MAX_DEPTH {
        return Err(CborError::TooDeep);
    }
    match value {
        Value::Array(items) => {
            items.into_iter().map(|v| normal(v, depth + 1)).collect::<Result<_, _>>().map(Value::Array)
        }
        Value::Map(pairs) => {
            let mut keyed = Vec::with_capacity(pairs.len());
            for (key, value) in pairs {
                let key = normal(key, depth + 1)?;
                keyed.push((encode(&key)?, key, normal(value, depth + 1)?));
            }
            keyed.sort_by(|a, b| a.0.cmp(&b.0));
            if keyed.windows(2).any(|pair| pair[0].0 == pair[1].0) {
                return Err(CborError::NotCanonical);
            }
            Ok(Value::Map(keyed.into_iter().map(|(_, key, value)| (key, value)).collect()))
        }
        Value::Float(_) => Err(CborError::Forbidden("a floating-point number")),
        Value::Tag(..) => Err(CborError::Forbidden("a tag")),
        plain => Ok(plain),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn integers_and_text_as_in_rfc_8949_appendix_a() {
        assert_eq!(to_canonical(&1_000_000_u64).unwrap(), hex::decode("1a000f4240").unwrap());
        assert_eq!(to_canonical(&-100_i64).unwrap(), hex::decode("3863").unwrap());
        assert_eq!(to_canonical("IETF").unwrap(), hex::decode("6449455446").unwrap());
        assert_eq!(to_canonical(&[1, 2, 3]).unwrap(), hex::decode("83010203").unwrap());
    }

    #[test]
    fn map_keys_are_sorted_by_their_encoding_as_in_rfc_8949_section_4_2_1() {
        let map = BTreeMap::from([("aa", 1), ("b", 2), ("z", 3)]);
        // "b" and "z" are shorter encodings than "aa" and come first.
        assert_eq!(to_canonical(&map).unwrap(), hex::decode("a3616202617a0362616101").unwrap());
    }

    #[test]
    fn every_other_spelling_is_refused() {
        for (bytes, why) in [
            ("1801", "integer 1 in two bytes"),
            ("5f4101ff", "indefinite byte string"),
            ("9f01ff", "indefinite array"),
            ("a2617a03616202", "keys out of order"),
            ("a2616201616202", "a key twice"),
            ("0100", "a trailing byte"),
            ("f93c00", "a float"),
            ("c11a514b67b0", "a tag"),
        ] {
            let bytes = hex::decode(bytes).unwrap();
            assert!(value_from_canonical(&bytes).is_err(), "accepted {why}");
        }
        assert!(matches!(value_from_canonical(&[0x82, 0x01]), Err(CborError::Malformed(_))));
    }

    #[test]
    fn depth_is_bounded_at_the_limit_and_refused_one_past_it() {
        let nested = |levels: usize| {
            let mut bytes = vec![0x81; levels];
            bytes.push(0x00);
            bytes
        };
        assert!(value_from_canonical(&nested(MAX_DEPTH)).is_ok());
        assert!(matches!(value_from_canonical(&nested(MAX_DEPTH + 1)), Err(CborError::TooDeep)));
        assert!(value_from_canonical(&nested(100_000)).is_err());
    }

    #[test]
    fn a_length_that_the_bytes_do_not_hold_allocates_nothing() {
        // A byte string that claims 2^62 bytes.
        let bytes = hex::decode("5b4000000000000000").unwrap();
        assert!(matches!(value_from_canonical(&bytes), Err(CborError::Malformed(_))));
    }
}

//! Vaults of MetaMask and of what was made from it, anywhere in a file: browsers keep them in logs of databases, as text in which
//! quotation marks may be escaped, once or more.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use sha2::{Digest as _, Sha256};

use super::Wallet;
use crate::hit::{Class, Value};

/// The longest vault: it holds a phrase, and some keys that were brought from elsewhere.
const VAULT_MAX: usize = 8 * 1024;

/// How far from the first byte of a vault, to both sides, the search may have to look.
pub(crate) const REACH: usize = VAULT_MAX;

/// How much may stand between the vector and the salt: how the key is made of the password.
const BETWEEN_MAX: usize = 256;

/// How many times quotation marks may be escaped: three times in each other.
const ESCAPES_MAX: usize = 7;

/// 16 and 32 bytes in base64, and 16 in hexadecimal digits.
const VECTOR: usize = 24;
const VECTOR_HEX: usize = 32;
const SALT: usize = 44;
/// Nothing shorter holds a key.
const DATA_MIN: usize = 64;

static SIGN: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\"iv"));

/// Calls `on_found` for each vault that begins in `range`.
pub(crate) fn find(bytes: &[u8], range: Range<usize>, mut on_found: impl FnMut(Range<usize>, Class, Value)) {
    let end = range.end.saturating_add(VAULT_MAX).min(bytes.len());
    let from = range.start.min(end);
    for sign in SIGN.find_iter(&bytes[from..end]) {
        let Some(place) = around(bytes, from + sign) else { continue };
        if range.contains(&place.start) {
            let text: Vec<u8> = bytes[place.clone()].iter().copied().filter(|byte| *byte != b'\\').collect();
            let wallet = Wallet { format: "metamask", class: Class::WellFormed, is_encrypted: Some(true) };
            on_found(place, wallet.class, wallet.value(Sha256::digest(text)));
        }
    }
}

/// The vault whose vector is named at `sign`, the quotation mark before `iv`.
fn around(bytes: &[u8], sign: usize) -> Option<Range<usize>> {
    let escapes = bytes[..sign].iter().rev().take(ESCAPES_MAX + 1).take_while(|byte| **byte == b'\\').count();
    if escapes > ESCAPES_MAX {
        return None;
    }
    let mark = [&b"\\".repeat(escapes)[..], b"\""].concat();
    let before = strip_end(&bytes[..sign - escapes], b",")?;
    let before = strip_end(before, &mark)?;
    let data = before.iter().rev().take(VAULT_MAX).take_while(|byte| is_symbol(**byte)).count();
    let before = &before[..before.len() - data];
    let named = |name: &[u8]| strip_end(before, &[&b"{"[..], &mark, name, &mark, b":", &mark].concat());
    let (start, is_old) = match (named(b"data"), named(b"cipher")) {
        (Some(rest), _) => (rest.len(), false),
        (None, Some(rest)) => (rest.len(), true),
        _ => return None,
    };
    let rest = bytes[sign - escapes..].strip_prefix(&[&mark[..], b"iv", &mark, b":", &mark].concat()[..])?;
    let vector = rest.iter().take(SALT).take_while(|byte| is_symbol(**byte)).count();
    let is_vector = vector == VECTOR
        || is_old && vector == VECTOR_HEX && rest[..vector].iter().all(u8::is_ascii_hexdigit);
    let rest = rest[vector..].strip_prefix(&mark[..])?;
    let salt = [b",", &mark[..], b"salt", &mark, b":", &mark].concat();
    let near = &rest[..rest.len().min(BETWEEN_MAX + salt.len())];
    let rest = &rest[Finder::new(&salt).find(near)? + salt.len()..];
    let salt = rest.iter().take(2 * SALT).take_while(|byte| is_symbol(**byte)).count();
    let rest = rest[salt..].strip_prefix(&mark[..])?;
    // Newer ones say behind it which library wrote them, or how the key is made.
    let close = memchr::memchr(b'}', &rest[..rest.len().min(BETWEEN_MAX)])?;
    let place = start..bytes.len() - rest.len() + close + 1;
    (is_vector && data >= DATA_MIN && (salt == SALT || is_old && salt >= VECTOR) && place.len() <= VAULT_MAX)
        .then_some(place)
}

fn strip_end<'b>(bytes: &'b [u8], end: &[u8]) -> Option<&'b [u8]> {
    bytes.strip_suffix(end)
}

fn is_symbol(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(data: usize) -> String {
        let (data, iv, salt) = ("QUJD".repeat(data / 4), "A".repeat(22) + "==", "B".repeat(43) + "=");
        format!(r#"{{"data":"{data}","iv":"{iv}","salt":"{salt}"}}"#)
    }

    fn found(text: &str) -> Vec<(Range<usize>, String)> {
        let mut all = Vec::new();
        find(text.as_bytes(), 0..text.len(), |place, class, value| {
            let Value::Plain { canonical, .. } = value else { panic!("it is no secret") };
            assert_eq!(class, Class::WellFormed);
            all.push((place, canonical));
        });
        all
    }

    fn escaped(text: &str) -> String {
        text.replace('\\', "\\\\").replace('"', "\\\"")
    }

    #[test]
    fn a_vault_is_found_wherever_it_stands_and_however_it_is_escaped() {
        let vault = vault(400);
        let plain = found(&vault);
        assert_eq!(plain.len(), 1);
        assert_eq!(plain[0].0, 0..vault.len());
        let digest = hex::encode(Sha256::digest(&vault));
        assert_eq!(plain[0].1, format!("metamask:encrypted:{digest}"));
        let mut text = vault;
        for _ in 0..3 {
            text = escaped(&text);
            let inside = found(&format!("log \u{1}\"vault\":\"{text}\"}} more"));
            assert_eq!((inside.len(), &inside[0].1), (1, &plain[0].1));
            assert_eq!(inside[0].0.start, 14);
        }
        assert_eq!(found(&escaped(&text)), []);
    }

    #[test]
    fn what_says_how_the_key_is_made_is_a_part_of_it() {
        let meta = r#"","keyMetadata":{"algorithm":"PBKDF2","params":{"iterations":900000}},"salt""#;
        let newer = vault(400).replace("\",\"salt\"", meta);
        assert_eq!(found(&newer)[0].0, 0..newer.len());
        let telephone =
            vault(400).replace("\"data\"", "\"cipher\"").replace("\"}", "\",\"lib\":\"original\"}");
        let telephone = telephone.replace(&("A".repeat(22) + "=="), &"a1".repeat(16));
        assert_eq!(found(&telephone)[0].0, 0..telephone.len());
    }

    #[test]
    fn a_vault_is_as_long_as_allowed_and_no_longer() {
        let around = vault(0).len();
        let longest = (VAULT_MAX - around) / 4 * 4;
        assert_eq!(found(&vault(longest)).len(), 1);
        assert_eq!(found(&vault(longest + 4)), []);
        assert_eq!(found(&vault(DATA_MIN)).len(), 1);
        assert_eq!(found(&vault(DATA_MIN - 4)), []);
    }

    #[test]
    fn other_objects_with_a_vector_are_none() {
        for text in [
            r#"{"iv":"AAAA","salt":"BBBB"}"#.to_owned(),
            vault(400).replace("\"data\"", "\"name\""),
            vault(400).replace("\"salt\"", "\"pepper\""),
            vault(400).replace("AAAA", "A"),
            vault(400).replace("BBBB", "B"),
            vault(400).replace("QUJD", "Q!JD"),
        ] {
            assert_eq!(found(&text), [], "{text}");
        }
    }
}

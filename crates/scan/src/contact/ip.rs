//! IP addresses, by the full stops and colons in them.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Found, before, count, count_before, from, last, text};
use crate::hit::{Class, Kind};

/// How far before four numbers a word may stand that makes a version of them.
const WORD_NEAR: usize = 24;

/// The longest IPv6 address: eight groups of four, or six and an IPv4 address.
const SIX_MAX: usize = 45;

/// The IPv4 address of which a full stop is the first.
///
/// Four numbers are as often the version of a program or the number of a section, so that what stands around them is looked at.
pub(super) fn four_from(bytes: &[u8], at: usize) -> Option<Found> {
    let first = count_before(before(bytes, at), |byte| byte.is_ascii_digit());
    let start = at - first;
    let rest = from(bytes, start);
    let length = count(rest, |byte| byte.is_ascii_digit() || byte == b'.');
    let mut end = start + length;
    // The end of a sentence.
    end -= usize::from(length > 0 && rest[length - 1] == b'.');
    let place = start..end;
    let address: Ipv4Addr = text(bytes, &place)?.parse().ok()?;
    let next = bytes.get(end).copied();
    let joins = |byte: u8| byte.is_ascii_alphanumeric() || b"._-+".contains(&byte);
    if last(bytes, start).is_some_and(|byte| joins(byte) || byte == b'$')
        || next.is_some_and(|byte| byte != b'.' && joins(byte))
        || address.octets()[0] == 0
        || is_version(bytes, start, address, next)
    {
        return None;
    }
    Some(Found::plain(Kind::IpAddress, Class::WellFormed, place, address.to_string()))
}

/// Whether four numbers are rather the version of a program or the number of a section.
fn is_version(bytes: &[u8], start: usize, address: Ipv4Addr, next: Option<u8>) -> bool {
    let line = &bytes[start.saturating_sub(WORD_NEAR)..start];
    let near = line.rsplit(|byte| *byte == b'\n').next().unwrap_or_default().to_ascii_lowercase();
    // `Chrome/120.0.0.0`, but not what is in a web address.
    let head = before(bytes, start);
    let run = &head[head.len() - count_before(head, |byte| byte.is_ascii_graphic())..];
    let names_program = near.ends_with(b"/")
        && near.iter().rev().nth(1).is_some_and(u8::is_ascii_alphanumeric)
        && memchr::memmem::find(run, b"://").is_none();
    let says_so =
        [&b"version"[..], b"ver.", b"release", b"build", b"section", b"==", b">=", b"<=", b"~=", b"\xc2\xa7"]
            .iter()
            .any(|word| memchr::memmem::find(&near, word).is_some());
    let is_small = address.octets().iter().all(|octet| *octet < 20);
    let begins_line = start == 0 || matches!(bytes[start - 1], b'\n' | b'#');
    let is_heading = is_small && (begins_line || near.trim_ascii().is_empty()) && next == Some(b' ');
    names_program || says_so || is_heading
}

/// The IPv6 address of which a colon is the first. Only addresses of the ranges that are given out are taken: of the
/// Internet (2000::/3), of networks of one's own (fc00::/7), of a link (fe80::/10).
pub(super) fn six_around(bytes: &[u8], at: usize) -> Option<Found> {
    if !last(bytes, at).is_some_and(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let start = at - count_before(&bytes[at.saturating_sub(5)..at], |byte| byte.is_ascii_hexdigit());
    if at - start > 4 || !bytes.get(at + 1).is_some_and(|byte| byte.is_ascii_hexdigit() || *byte == b':') {
        return None;
    }
    let ceiling = bytes.len().min(start + SIX_MAX + 2);
    let mut end =
        start + count(&bytes[start..ceiling], |byte| byte.is_ascii_hexdigit() || b":.".contains(&byte));
    let is_open = bytes[start..end].ends_with(b"::");
    while end > at && b":.".contains(&bytes[end - 1]) && !(is_open && bytes[start..end].ends_with(b"::")) {
        end -= 1;
    }
    let joins = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    let after = bytes.get(end).copied();
    // Behind a word a colon is the word's, behind a group it is the address's.
    let is_group = || {
        let word = before(bytes, start - 1);
        let word = &word[word.len() - count_before(word, |byte| byte.is_ascii_alphanumeric())..];
        word.iter().all(u8::is_ascii_hexdigit) && (!word.is_empty() || last(bytes, start - 1) == Some(b':'))
    };
    if last(bytes, start).is_some_and(|byte| joins(byte) || byte == b':' && is_group())
        || after.is_some_and(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
    {
        return None;
    }
    let place = start..end;
    let address: Ipv6Addr = text(bytes, &place)?.parse().ok()?;
    let given_out = matches!(address.segments()[0], 0x2000..=0x3fff | 0xfc00..=0xfdff | 0xfe80..=0xfebf);
    (given_out && bytes[place.clone()].iter().any(u8::is_ascii_digit))
        .then(|| Found::plain(Kind::IpAddress, Class::WellFormed, place, address.to_string()))
}

#[cfg(test)]
mod tests {
    use crate::contact::tests::found;
    use crate::hit::Kind;

    #[test]
    fn addresses_are_found_in_text_and_logs() {
        for (text, address) in [
            ("Login from 192.0.2.1.", "192.0.2.1"),
            ("ip=203.0.113.77:8080", "203.0.113.77"),
            ("http://198.51.100.4/x", "198.51.100.4"),
            ("[2001:db8::8a2e:370:7334]:443", "2001:db8::8a2e:370:7334"),
            ("来自2001:db8:0:0:0:0:0:1，", "2001:db8:0:0:0:0:0:1"),
            ("fe80::1%eth0", "fe80::1"),
            ("node:2001:db8::1", "2001:db8::1"),
            ("2001:db8::/32", "2001:db8::"),
            ("::ffff 8.8.8.8, 1", "8.8.8.8"),
        ] {
            assert_eq!(found(text, &[Kind::IpAddress]), [address], "{text}");
        }
    }

    #[test]
    fn versions_sections_times_and_names_in_programs_are_none() {
        for text in [
            "version 1.2.3.4",
            "v1.2.3.4",
            "Chrome/120.0.0.0 Safari",
            "lib-1.2.3.4.tar",
            "pkg==1.2.3.4",
            "1.2.3.4.5",
            "1.2.3.4 Scope",
            "300.1.1.1",
            "01.2.3.4",
            "0.0.0.0",
            "12:34:56",
            "00:11:22:33:44:55:66:77",
            "std::fmt",
            "fee::add",
            "dead::beef",
            "a::b",
            "1.2.3.4-beta",
            "Release: \"10.0.1.2\"",
        ] {
            assert!(found(text, &[Kind::IpAddress]).is_empty(), "{text}");
        }
    }
}

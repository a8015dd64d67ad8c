//! Parts of mail whose headers say how they are encoded (RFC 2045): base64 and quoted-printable, with the names of
//! attachments.
//!
//! A part is found by that header, wherever it stands: what the mail is made of, and whether it is whole, makes no difference.
//! Other parts stand open.

use std::io::{self, BufRead, Read};

use crate::base64;
use crate::layer::{Layer, Ready, wide};
use crate::visit::Step;
use crate::walk::{Tried, Walk};
use crate::web::{blank_line, value};
use crate::zip::file_name;

/// The header in the letters in which programs write it.
pub(crate) const HEADER: [&[u8]; 4] = [
    b"Content-Transfer-Encoding:",
    b"Content-transfer-encoding:",
    b"content-transfer-encoding:",
    b"CONTENT-TRANSFER-ENCODING:",
];

/// How far before and after it the other headers of the part are looked for.
const BEFORE_BYTES: usize = 1024;
const AFTER_BYTES: u64 = 8192;

/// The longest line that is decoded at once.
const LINE_BYTES: u64 = 64 * 1024;

/// Opens the part whose header stands at `offset`.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let none = Tried { end: offset, is_part: false };
    layer.fill(offset + AFTER_BYTES);
    let (held, base, _) = layer.held();
    let at = usize::try_from(offset - base).unwrap_or(0);
    let after = &held[at..];
    let Some((ends, body)) = blank_line(&after[..after.len().min(8192)]) else { return none };
    let before = &held[at.saturating_sub(BEFORE_BYTES)..at];
    let begins = at - before.len() + last_blank_line(before);
    let headers = unfolded(&held[begins..at + ends]);
    let Some(encoding) = value(&headers, "content-transfer-encoding") else { return none };
    let (encoding, start) = (encoding.to_ascii_lowercase(), offset + wide(body));
    let file = name(&headers);
    match &encoding[..] {
        b"base64" => {
            let step = Step { name: "base64", offset: start, file };
            walk.open(layer, step, start, 1, |input| Box::new(base64::Decoder::new(input)))
        }
        b"quoted-printable" => {
            let step = Step { name: "quoted-printable", offset: start, file };
            walk.open(layer, step, start, 1, |input| {
                Box::new(Printable { input, ready: Ready::default(), ended: false })
            })
        }
        _ => none,
    }
}

/// Behind the last blank line or border.
fn last_blank_line(bytes: &[u8]) -> usize {
    let ends = memchr::memrchr_iter(b'\n', bytes);
    ends.into_iter()
        .find(|end| matches!(&bytes[end + 1..], [b'\n' | b'\r', ..] | [b'-', b'-', ..]))
        .map_or(0, |end| end + 1)
}

/// Headers with each in one line.
fn unfolded(headers: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(headers.len());
    for (at, byte) in headers.iter().enumerate() {
        let is_fold = *byte == b'\n' && matches!(headers.get(at + 1), Some(b' ' | b'\t'));
        out.push(if is_fold { b' ' } else { *byte });
    }
    out
}

/// The name of an attachment.
fn name(headers: &[u8]) -> Option<String> {
    let of = |header: &str, key: &[u8]| {
        let value = value(headers, header)?;
        let at = value.to_ascii_lowercase().windows(key.len()).position(|window| window == key)? + key.len();
        let rest = value[at..].trim_ascii_start();
        let name = match rest.strip_prefix(b"\"") {
            Some(quoted) => quoted.split(|byte| *byte == b'"').next()?,
            None => rest.split(|byte| matches!(byte, b';' | b' ' | b'\r')).next()?,
        };
        (!name.is_empty()).then(|| file_name(name))
    };
    of("content-disposition", b"filename=")
        .or_else(|| of("content-disposition", b"filename*="))
        .or_else(|| of("content-type", b"name="))
}

/// Quoted-printable to the border of the part.
struct Printable<R> {
    input: R,
    ready: Ready,
    ended: bool,
}

impl<R: BufRead> Read for Printable<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while !self.ended
            && let Some(ready) = self.ready.anew()
        {
            let mut line = Vec::new();
            (&mut self.input).take(LINE_BYTES).read_until(b'\n', &mut line)?;
            self.ended = line.is_empty() || line.starts_with(b"--");
            if !self.ended {
                decode_line(&line, ready);
            }
            if !ready.is_empty() {
                break;
            }
        }
        Ok(self.ready.give(out))
    }
}

fn decode_line(line: &[u8], out: &mut Vec<u8>) {
    let mut at = 0;
    while let Some(byte) = line.get(at) {
        let digits = line.get(at + 1..at + 3).and_then(|digits| std::str::from_utf8(digits).ok());
        let code = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code {
            _ if *byte != b'=' => out.push(*byte),
            Some(code) => {
                out.push(code);
                at += 2;
            }
            // A soft line break, with what blanks stand before it.
            None if line[at + 1..].trim_ascii().is_empty() => return,
            None => out.push(b'='),
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_attachments_are_found_in_either_header() {
        for (headers, expected) in [
            ("Content-Type: text/plain;\n name=\"a b.txt\"", Some("a b.txt")),
            ("Content-Disposition: attachment; filename=x.zip; size=3", Some("x.zip")),
            (
                "Content-Disposition: attachment;\r\n\tFileName=\"y.zip\"\r\nContent-Type: a/b; name=z",
                Some("y.zip"),
            ),
            ("Content-Type: text/plain", None),
        ] {
            assert_eq!(name(&unfolded(headers.as_bytes())).as_deref(), expected);
        }
    }

    #[test]
    fn a_line_of_quoted_printable_is_decoded_also_where_it_is_wrong() {
        let mut out = Vec::new();
        for line in [&b"a=3Db=\r\n"[..], b"c=zz = \n", b"d=4"] {
            decode_line(line, &mut out);
        }
        assert_eq!(out, b"a=bc=zz d=4");
    }
}

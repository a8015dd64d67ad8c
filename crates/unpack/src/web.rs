//! Web captures: records of WARC (ISO 28500) and ARC, and bodies of HTTP that came in chunks (RFC 9112 7.1).

use std::io::{self, BufRead, Read};

use crate::fault::Fault;
use crate::layer::{Layer, wide};
use crate::page::media_type;
use crate::visit::Step;
use crate::walk::{Tried, Walk};
use crate::zip::{Exactly, file_name};

/// How a record of WARC, an ARC file and an answer of HTTP begin.
pub(crate) const WARC: &[u8] = b"WARC/";
pub(crate) const ARC: &[u8] = b"filedesc://";
pub(crate) const HTTP: &[u8] = b"HTTP/1.";

/// What a record of a web capture says of itself. Its texts are foreign, shortened and made valid UTF-8.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Capture {
    /// What it is (ISO 28500, 5.5): `response`, `request`, `resource`; in ARC everything is a response.
    pub kind: String,
    /// When it was captured, as it says; that of ARC is written as WARC writes it.
    pub date: Option<String>,
    /// What it holds, where no answer of HTTP says that itself: `image/png`.
    pub media_type: Option<String>,
    /// The digest of what was captured, as it says: `sha1:G7HRM7BG…`.
    pub digest: Option<String>,
}

/// The longest headers that are read.
const HEADERS_BYTES: u64 = 64 * 1024;

/// The longest line of ARC, which holds a URL.
const LINE_BYTES: u64 = 16 * 1024;

/// How far after a broken record of ARC the next one is looked for.
const LOST_BYTES: u64 = 1 << 20;

/// The headers that begin at `offset`, and where what they speak of begins.
fn headers<'l>(layer: &'l mut Layer<'_, '_>, offset: u64) -> Option<(&'l [u8], u64)> {
    let mut wanted = 2048;
    loop {
        layer.fill(offset + wanted);
        let limit = usize::try_from(wanted).unwrap_or(usize::MAX);
        let bytes = layer.from(offset);
        let bytes = &bytes[..bytes.len().min(limit)];
        if let Some((headers, body)) = blank_line(bytes) {
            let (headers, body) = (headers..headers, wide(body));
            return Some((&layer.from(offset)[..headers.start], offset + body));
        }
        if layer.is_ended() && layer.end() <= offset + wanted || wanted >= HEADERS_BYTES {
            return None;
        }
        wanted *= 2;
    }
}

/// Where headers end, and where the body begins.
pub(crate) fn blank_line(bytes: &[u8]) -> Option<(usize, usize)> {
    memchr::memchr_iter(b'\n', bytes).find_map(|at| match &bytes[at + 1..] {
        [b'\n', ..] => Some((at, at + 2)),
        [b'\r', b'\n', ..] => Some((at, at + 3)),
        _ => None,
    })
}

/// The value of a header.
pub(crate) fn value<'h>(headers: &'h [u8], name: &str) -> Option<&'h [u8]> {
    headers.split(|byte| *byte == b'\n').find_map(|line| {
        let colon = memchr::memchr(b':', line)?;
        line[..colon]
            .trim_ascii()
            .eq_ignore_ascii_case(name.as_bytes())
            .then(|| line[colon + 1..].trim_ascii())
    })
}

fn number(text: &[u8]) -> Option<u64> {
    std::str::from_utf8(text).ok()?.parse().ok()
}

/// Opens the record that begins at `offset`.
pub(crate) fn open_warc<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let none = Tried { end: offset, is_part: false };
    let Some((headers, body)) = headers(layer, offset) else { return none };
    let Some(length) = value(headers, "content-length").and_then(number) else { return none };
    if value(headers, "warc-type").is_none() {
        return none;
    }
    // Some programs put the address in brackets.
    let uri = value(headers, "warc-target-uri")
        .map(|uri| file_name(uri.strip_prefix(b"<").and_then(|uri| uri.strip_suffix(b">")).unwrap_or(uri)));
    let said = |name| value(headers, name).map(file_name);
    let capture = Capture {
        kind: said("warc-type").unwrap_or_default().to_ascii_lowercase(),
        date: said("warc-date"),
        media_type: value(headers, "content-type").and_then(|value| media_type(value).0),
        digest: said("warc-payload-digest").or_else(|| said("warc-block-digest")),
    };
    let step = Step { name: "warc", offset, file: uri };
    walk.capture(&step, &capture);
    if length == 0 {
        return Tried { end: body, is_part: true };
    }
    walk.open_copy(layer, step, body, |input| Box::new(Exactly::new(input, length)))
}

/// Opens the records of the ARC file that begins at `offset`.
pub(crate) fn open_arc<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let mut at = offset;
    let mut is_part = false;
    while let Some((record, body)) = arc_line(layer, at) {
        is_part = true;
        let step = Step { name: "arc", offset: at, file: Some(record.uri) };
        walk.capture(&step, &record.capture);
        at = match record.length {
            Some(0) => body,
            Some(length) => {
                walk.open_copy(layer, step, body, |input| Box::new(Exactly::new(input, length))).end.max(body)
            }
            None => {
                walk.refuse(step, &Fault::Damaged { cause: "the length of the record".to_owned() });
                body
            }
        };
        at = next_arc_line(layer, at);
        if walk.is_exhausted() {
            break;
        }
    }
    Tried { end: at, is_part }
}

struct ArcRecord {
    uri: String,
    capture: Capture,
    length: Option<u64>,
}

/// `URL IP-address date content-type length`, and where the record begins.
fn arc_line(layer: &mut Layer<'_, '_>, offset: u64) -> Option<(ArcRecord, u64)> {
    layer.fill(offset + LINE_BYTES);
    let bytes = layer.from(offset);
    let end = memchr::memchr(b'\n', &bytes[..bytes.len().min(16 * 1024)])?;
    let fields: Vec<_> = bytes[..end].trim_ascii().split(|byte| *byte == b' ').collect();
    let [uri, _, date, _, .., length] = &fields[..] else { return None };
    let is_date = date.len() >= 8 && date.iter().all(u8::is_ascii_digit);
    if !is_date || memchr::memmem::find(uri, b":").is_none() {
        return None;
    }
    let media = match &fields[..] {
        [_, _, _, media, _, ..] => media_type(media).0,
        _ => None,
    };
    let capture =
        Capture { kind: "response".to_owned(), date: arc_date(date), media_type: media, digest: None };
    Some((ArcRecord { uri: file_name(uri), capture, length: number(length) }, offset + wide(end + 1)))
}

/// `20140216050221` as WARC writes it, `2014-02-16T05:02:21Z`. A day alone is midnight.
fn arc_date(digits: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(digits).ok()?;
    let pair = |at: usize| text.get(at..at + 2);
    let time = |at: usize| pair(at).unwrap_or("00");
    let (year, month, day) = (text.get(..4)?, pair(4)?, pair(6)?);
    Some(format!("{year}-{month}-{day}T{}:{}:{}Z", time(8), time(10), time(12)))
}

/// The next line that begins a record, at or after `offset`; the end of what was looked at if there is none.
fn next_arc_line(layer: &mut Layer<'_, '_>, offset: u64) -> u64 {
    let mut at = offset;
    while at < offset + LOST_BYTES {
        if arc_line(layer, at).is_some() {
            return at;
        }
        let bytes = layer.from(at);
        match memchr::memchr(b'\n', bytes) {
            Some(end) => at += wide(end + 1),
            None => break,
        }
    }
    offset
}

/// Opens the body of the answer that begins at `offset`, if it came in chunks. Any other stands there as it is.
pub(crate) fn open_http<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let none = Tried { end: offset, is_part: false };
    let Some((headers, body)) = headers(layer, offset) else { return none };
    let is_chunked =
        value(headers, "transfer-encoding").is_some_and(|coding| coding.eq_ignore_ascii_case(b"chunked"));
    let coding = value(headers, "content-encoding").map(<[u8]>::to_ascii_lowercase).unwrap_or_default();
    let step = Step { name: "http", offset, file: None };
    if coding == b"br" {
        walk.refuse(step.clone(), &Fault::Method { method: "br".to_owned() });
    }
    // Captures are often stored without the chunks that their headers speak of.
    if !is_chunked || chunk_line(layer.from(body)).is_none() {
        return none;
    }
    walk.open(layer, step, body, 1, |input| Box::new(Chunked { input, left: 0, state: State::First }))
}

/// The length of a chunk and of its line.
fn chunk_line(bytes: &[u8]) -> Option<(u64, usize)> {
    let line = &bytes[..bytes.len().min(256)];
    let end = memchr::memchr(b'\n', line)?;
    let text = line[..end].split(|byte| *byte == b';').next()?.trim_ascii();
    let text = std::str::from_utf8(text).ok().filter(|text| (1..=8).contains(&text.len()))?;
    Some((u64::from_str_radix(text, 16).ok()?, end + 1))
}

enum State {
    First,
    Inside,
    /// Behind something that is no chunk: the rest is given as it is.
    Broken,
    Ended,
}

struct Chunked<R> {
    input: R,
    left: u64,
    state: State,
}

impl<R: BufRead> Chunked<R> {
    fn next_chunk(&mut self) -> io::Result<()> {
        let mut line = Vec::new();
        if matches!(self.state, State::Inside) {
            // The line break that ends the chunk before.
            (&mut self.input).take(2).read_until(b'\n', &mut line)?;
            if line.trim_ascii().is_empty() {
                line.clear();
            }
        }
        (&mut self.input).take(256).read_until(b'\n', &mut line)?;
        self.state = match chunk_line(&line) {
            Some((0, _)) => State::Ended,
            Some((length, _)) => {
                self.left = length;
                State::Inside
            }
            None if line.is_empty() => State::Ended,
            None => State::Broken,
        };
        Ok(())
    }
}

impl<R: BufRead> Read for Chunked<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 && matches!(self.state, State::First | State::Inside) {
            self.next_chunk()?;
        }
        match self.state {
            State::Ended => Ok(0),
            State::Broken => self.input.read(out),
            State::First | State::Inside => crate::zip::read_left(&mut self.input, out, &mut self.left),
        }
    }
}

//! The text of PDF files (ISO 32000): what their pages show, by the tables of their fonts, put together where it is set in
//! pieces.
//!
//! Files are read by looking for objects and not by their tables of places, which damaged files lack. No reference is
//! followed further than from a font's name to its table, so that none can lead in a circle. The streams themselves are
//! opened where they stand, as any other, but for those that are written in a way that is no format of its own, such as ASCII85:
//! these are shown as layers from here.

use memchr::memmem;
use std::collections::{BTreeMap, BTreeSet};

use crate::fault::Fault;
use crate::filters::{self, Filter};
use crate::layer::{Layer, wide};
use crate::visit::Step;
use crate::walk::Walk;

/// How a file begins.
pub(crate) const MAGIC: &[u8] = b"%PDF-";

/// The largest file whose text is put together, and what its streams may give in all.
const FILE_BYTES: usize = 32 << 20;
const STREAMS_BYTES: usize = 64 << 20;

/// How much is read at once while the end is looked for.
const STEP_BYTES: u64 = 1 << 20;

/// A gap of this many thousandths of the size of the letters, within a piece of text, is seen as a space.
const SPACE_THOUSANDTHS: f32 = -180.0;

/// Tables of fonts have at most so many letters.
const LETTERS_MAX: usize = 1 << 16;

/// Shows the text of the file that begins at `offset`. Its bytes are searched on all the same.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) {
    let step = Step { name: "pdf-text", offset, file: None };
    // The objects of all that was taken for one file are read together, also where one begins in another.
    if offset < layer.pdf_until {
        return;
    }
    let Some(length) = length(layer, offset) else {
        layer.pdf_until = offset + STEP_BYTES;
        return;
    };
    layer.pdf_until = offset + wide(length);
    let Some(_held) = walk.hold(length + STREAMS_BYTES, &step) else { return };
    let file = &layer.from(offset)[..length];
    if memmem::find(file, b"/Encrypt").is_some() {
        return walk.refuse(step, &Fault::Encrypted);
    }
    let read = walk.guarded(|| {
        let objects = Objects::of(file);
        (objects.text(), objects.streams)
    });
    let (text, streams) = match read {
        Ok(read) => read,
        Err(fault) => return walk.refuse(step, &fault),
    };
    if !text.is_empty() {
        walk.open_reader(layer.depth + 1, step, wide(length), &mut text.as_bytes());
    }
    for Stream { place, written, bytes } in streams {
        let step = Step { name: "pdf-stream", offset: offset + wide(place), file: None };
        walk.open_reader(layer.depth + 1, step, wide(written), &mut &bytes[..]);
    }
}

/// How many bytes the file has, once they are in memory. Each change that was saved has an end of its own.
fn length(layer: &mut Layer<'_, '_>, offset: u64) -> Option<usize> {
    let end = b"%%EOF";
    let mut from = 0;
    loop {
        let bytes = layer.from(offset);
        if let Some(found) = memmem::find(&bytes[from.min(bytes.len())..], end) {
            from += found + end.len();
            layer.fill(offset + wide(from) + 64);
            let after = layer.from(offset)[from..].trim_ascii_start();
            if !after.first().is_some_and(u8::is_ascii_digit) {
                return (from <= FILE_BYTES).then_some(from);
            }
        } else if layer.is_ended() || bytes.len() > FILE_BYTES {
            return (bytes.len() <= FILE_BYTES).then_some(bytes.len());
        } else {
            from = from.max(bytes.len().saturating_sub(end.len()));
            let wanted = offset + wide(bytes.len()) + STEP_BYTES;
            layer.fill(wanted);
        }
    }
}

/// What a file holds of use for its text.
#[derive(Default)]
struct Objects {
    /// The dictionaries, by the numbers of their objects.
    dictionaries: BTreeMap<u32, Vec<u8>>,
    /// Tables of letters.
    tables: BTreeMap<u32, Table>,
    /// What draws pages.
    contents: Vec<Vec<u8>>,
    /// What is not found as the format that it is where it stands.
    streams: Vec<Stream>,
    given: usize,
}

/// A stream: where it stands in the file, how long it is there, and its bytes.
struct Stream {
    place: usize,
    written: usize,
    bytes: Vec<u8>,
}

/// Which letters the codes of a font stand for.
#[derive(Default)]
struct Table {
    code_bytes: usize,
    letters: BTreeMap<u32, String>,
}

impl Objects {
    fn of(file: &[u8]) -> Self {
        let mut objects = Self::default();
        let begins: Vec<_> = memmem::find_iter(file, b" obj").collect();
        for (index, begin) in begins.iter().enumerate() {
            let Some(number) = number_before(&file[..*begin]) else { continue };
            let end = begins.get(index + 1).copied().unwrap_or(file.len());
            let body = &file[begin + 4..end];
            match memmem::find(body, b"stream") {
                Some(at) if !body[..at].ends_with(b"end") => {
                    objects.stream(number, &body[..at], &body[at + 6..], begin + 4 + at + 6);
                }
                _ => objects.dictionary(number, body),
            }
        }
        objects
    }

    fn dictionary(&mut self, number: u32, body: &[u8]) {
        // What says nothing of fonts is of no use.
        if [&b"/ToUnicode"[..], b"/Font", b"/F"].iter().any(|word| memmem::find(body, word).is_some()) {
            self.dictionaries.insert(number, body[..body.len().min(1 << 20)].to_vec());
        }
    }

    fn stream(&mut self, number: u32, dictionary: &[u8], data: &[u8], place: usize) {
        self.dictionary(number, dictionary);
        let has = |word: &[u8]| memmem::find(dictionary, word).is_some();
        let (filters, is_all) = filters::of(dictionary);
        // The points of a picture say nothing; one in a format of its own is opened as that.
        let is_points = has(b"/Image") && is_all;
        if is_points || has(b"/FontFile") || filters.is_empty() && !is_all {
            return;
        }
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let data = &data[..memmem::rfind(data, b"endstream").unwrap_or(data.len())];
        let bytes = filters::decoded(&filters, data, STREAMS_BYTES.saturating_sub(self.given));
        self.given += bytes.len();
        if !matches!(filters[..], [] | [Filter::Flate]) {
            self.given += bytes.len();
            self.streams.push(Stream { place, written: data.len(), bytes: bytes.clone() });
        }
        if !is_all {
            return;
        }
        if has(b"/ObjStm") {
            self.packed_objects(dictionary, &bytes);
        } else if memmem::find(&bytes, b"beginbf").is_some() {
            self.tables.insert(number, Table::of(&bytes));
        } else if memmem::find(&bytes, b"Tj").is_some() || memmem::find(&bytes, b"TJ").is_some() {
            self.contents.push(bytes);
        }
    }

    /// Objects in a stream (7.5.7): numbers and places, then the objects.
    fn packed_objects(&mut self, dictionary: &[u8], bytes: &[u8]) {
        let Some(first) = after(dictionary, b"/First").and_then(number) else { return };
        let Some(head) = usize::try_from(first).ok().and_then(|first| bytes.get(..first)) else { return };
        let numbers: Vec<_> = head.split(u8::is_ascii_whitespace).filter_map(number).collect();
        let bodies = &bytes[head.len()..];
        let places: Vec<_> = numbers
            .chunks_exact(2)
            .map(|pair| (pair[0], usize::try_from(pair[1]).unwrap_or(usize::MAX)))
            .collect();
        for (index, (object, place)) in places.iter().enumerate() {
            let end = places.get(index + 1).map_or(bodies.len(), |(_, next)| *next);
            if let Some(body) = bodies.get(*place..end.min(bodies.len())) {
                self.dictionary(*object, body);
            }
        }
    }

    /// The tables of the fonts that have a name, on whatever page.
    fn fonts(&self) -> BTreeMap<&[u8], BTreeSet<u32>> {
        let with_table = |body: &Vec<u8>| {
            after(body, b"/ToUnicode").and_then(number).filter(|it| self.tables.contains_key(it))
        };
        let tables: BTreeMap<_, _> = self
            .dictionaries
            .iter()
            .filter_map(|(object, body)| Some((*object, with_table(body)?)))
            .collect();
        let mut fonts: BTreeMap<&[u8], BTreeSet<u32>> = BTreeMap::new();
        for body in self.dictionaries.values() {
            for at in memchr::memchr_iter(b'/', body) {
                let length = body[at + 1..].iter().take_while(|byte| is_regular(**byte)).count();
                let (name, rest) = body[at + 1..].split_at(length);
                let rest = rest.trim_ascii_start();
                let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
                let is_reference = rest[digits..].starts_with(b" 0 R");
                if let Some(table) =
                    number(&rest[..digits]).filter(|_| is_reference).and_then(|it| tables.get(&it))
                {
                    fonts.entry(name).or_default().insert(*table);
                }
            }
        }
        fonts
    }

    fn text(&self) -> String {
        let fonts = self.fonts();
        let mut text = String::new();
        for content in &self.contents {
            let names: BTreeSet<_> = fonts.values().map(BTreeSet::len).collect();
            // Pages may give one name to different fonts: then each reading is shown.
            let readings = names.last().copied().unwrap_or(1).clamp(1, 4);
            let mut seen = BTreeSet::new();
            for reading in 0..readings {
                let table = |name: &[u8]| {
                    let tables = fonts.get(name)?;
                    self.tables.get(tables.iter().nth(reading.min(tables.len() - 1))?)
                };
                let shown = page(content, &table);
                if seen.insert(shown.clone()) {
                    text.push_str(&shown);
                    text.push('\n');
                }
            }
        }
        if text.trim().is_empty() { String::new() } else { text }
    }
}

impl Table {
    /// Reads a table (9.10.3): `<code> <letters>`, and `<from> <to> <letters>`.
    fn of(text: &[u8]) -> Self {
        let mut table = Self::default();
        let mut rest = text;
        while let Some(at) = memmem::find(rest, b"beginbf") {
            rest = &rest[at + 7..];
            let is_range = rest.starts_with(b"range");
            let end = memmem::find(rest, b"endbf").unwrap_or(rest.len());
            let codes: Vec<_> = rest[..end]
                .split(|byte| *byte == b'<')
                .skip(1)
                .filter_map(|code| Some(hex_string(code.split(|byte| *byte == b'>').next()?)))
                .collect();
            if is_range && memchr::memchr(b'[', &rest[..end]).is_none() {
                codes.chunks_exact(3).for_each(|range| table.range(&range[0], &range[1], &range[2]));
            } else if !is_range {
                codes.chunks_exact(2).for_each(|pair| table.range(&pair[0], &pair[0], &pair[1]));
            }
            rest = &rest[end..];
        }
        table
    }

    fn range(&mut self, from: &[u8], to: &[u8], letters: &[u8]) {
        let code = |bytes: &[u8]| bytes.iter().take(4).fold(0_u32, |code, byte| code << 8 | u32::from(*byte));
        self.code_bytes = self.code_bytes.max(from.len()).min(4);
        let mut units: Vec<_> =
            letters.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        for code in (code(from)..=code(to)).take(LETTERS_MAX) {
            if self.letters.len() >= LETTERS_MAX {
                return;
            }
            self.letters.insert(code, String::from_utf16_lossy(&units));
            if let Some(last) = units.last_mut() {
                *last = last.wrapping_add(1);
            }
        }
    }

    fn read(&self, codes: &[u8], out: &mut String) {
        for code in codes.chunks(self.code_bytes.max(1)) {
            let code = code.iter().fold(0_u32, |code, byte| code << 8 | u32::from(*byte));
            out.push_str(self.letters.get(&code).map_or("\u{fffd}", String::as_str));
        }
    }
}

/// What the operators of a page show (9.4).
fn page<'t>(content: &[u8], table: &dyn Fn(&[u8]) -> Option<&'t Table>) -> String {
    let mut out = String::new();
    let (mut font, mut name): (Option<&Table>, &[u8]) = (None, b"");
    let mut numbers: Vec<f32> = Vec::new();
    let mut shown = String::new();
    let mut at = 0;
    while let Some(byte) = content.get(at) {
        match byte {
            b'(' => {
                let (string, length) = literal(&content[at..]);
                read(font, &string, &mut shown);
                at += length;
                continue;
            }
            b'<' if content.get(at + 1) != Some(&b'<') => {
                let end = memchr::memchr(b'>', &content[at..]).unwrap_or(content.len() - at);
                read(font, &hex_string(&content[at + 1..at + end]), &mut shown);
                at += end;
            }
            b'/' => {
                let length = content[at + 1..].iter().take_while(|byte| is_regular(**byte)).count();
                name = &content[at + 1..at + 1 + length];
                at += length;
            }
            b'0'..=b'9' | b'-' | b'.' | b'+' => {
                let length = content[at..].iter().take_while(|byte| is_regular(**byte)).count().max(1);
                let value =
                    std::str::from_utf8(&content[at..at + length]).ok().and_then(|text| text.parse().ok());
                let value: f32 = value.unwrap_or(0.0);
                // Between two strings of an array a number moves the second.
                if value < SPACE_THOUSANDTHS && !shown.is_empty() {
                    shown.push(' ');
                }
                numbers.push(value);
                at += length;
                continue;
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'\'' | b'"' | b'*' => {
                let length = content[at..].iter().take_while(|byte| is_regular(**byte)).count().max(1);
                match &content[at..at + length] {
                    b"Tf" => font = table(name),
                    b"Tj" | b"TJ" => out.push_str(&shown),
                    b"'" | b"\"" => {
                        out.push('\n');
                        out.push_str(&shown);
                    }
                    b"Td" | b"TD" => {
                        let is_same_line = numbers.last().is_some_and(|down| down.abs() < 0.01);
                        out.push(if is_same_line { ' ' } else { '\n' });
                    }
                    b"T*" | b"Tm" | b"ET" => out.push('\n'),
                    _ => {}
                }
                shown.clear();
                numbers.clear();
                at += length;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    out
}

fn read(font: Option<&Table>, string: &[u8], out: &mut String) {
    match font {
        Some(table) => table.read(string, out),
        None => out.extend(string.iter().map(|byte| char::from(*byte))),
    }
}

/// A string in parentheses (7.3.4.2), and how long it is written.
fn literal(text: &[u8]) -> (Vec<u8>, usize) {
    let (mut out, mut at, mut depth) = (Vec::new(), 1, 1_u32);
    while let Some(byte) = text.get(at) {
        at += 1;
        match byte {
            b'(' => depth += 1,
            b')' => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            b'\\' => {
                let rest = &text[at..];
                let digits = rest.iter().take(3).take_while(|digit| matches!(digit, b'0'..=b'7')).count();
                if digits > 0 {
                    let code =
                        rest[..digits].iter().fold(0_u32, |code, digit| code * 8 + u32::from(digit - b'0'));
                    out.extend(u8::try_from(code & 0xff));
                    at += digits;
                    continue;
                }
                let Some(escaped) = rest.first() else { break };
                at += 1;
                match escaped {
                    b'\r' | b'\n' => {}
                    b'n' | b'r' | b't' | b'b' | b'f' => out.push(b' '),
                    sign => out.push(*sign),
                }
                continue;
            }
            _ => {}
        }
        out.push(*byte);
    }
    (out, at)
}

fn hex_string(text: &[u8]) -> Vec<u8> {
    let digits: Vec<_> = text.iter().filter_map(|byte| char::from(*byte).to_digit(16)).collect();
    let pairs = digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0));
    pairs.filter_map(|byte| u8::try_from(byte).ok()).collect()
}

/// Neither blank nor a sign that ends a word (7.2.2).
fn is_regular(byte: u8) -> bool {
    byte > b' ' && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// What follows a word, without blanks.
fn after<'t>(text: &'t [u8], word: &[u8]) -> Option<&'t [u8]> {
    Some(text[memmem::find(text, word)? + word.len()..].trim_ascii_start())
}

/// The number at the beginning.
fn number(text: &[u8]) -> Option<u32> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&text[..digits]).ok()?.parse().ok()
}

/// The number of an object whose `obj` follows: `12 0`.
fn number_before(text: &[u8]) -> Option<u32> {
    let text = &text[text.len().saturating_sub(24)..];
    let generation = text.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = text[..text.len() - generation].strip_suffix(b" ")?;
    let digits = rest.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    number(&rest[rest.len() - digits..])
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    #[test]
    fn streams_give_as_much_as_is_allowed_and_no_more() {
        for (more, is_read) in [(0, true), (1, false)] {
            let mut content = vec![b' '; STREAMS_BYTES + more];
            let end = content.len() - 9;
            content[end..].copy_from_slice(b"(word) Tj");
            let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
            packed.write_all(&content).unwrap();
            let packed = packed.finish().unwrap();
            let head = b"%PDF-1.7\n1 0 obj << /Filter /FlateDecode >> stream\n";
            let objects = Objects::of(&[&head[..], &packed, b"\nendstream endobj\n"].concat());
            assert_eq!(objects.given, STREAMS_BYTES);
            assert_eq!(objects.text().contains("word"), is_read, "{more}");
        }
    }

    #[test]
    fn a_table_has_as_many_letters_as_are_allowed_and_no_more() {
        let table = |more: &str| {
            Table::of(format!("beginbfrange <00000000> <0000ffff> <0041> {more} endbfrange").as_bytes())
        };
        assert_eq!(table("").letters.len(), LETTERS_MAX);
        assert_eq!(table("<00010000> <00010000> <0041>").letters.len(), LETTERS_MAX);
    }
}

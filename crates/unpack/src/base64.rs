//! Base64 (RFC 4648) in both alphabets, in one line or broken into lines as mail has it (RFC 2045 6.8).

use std::io::{self, BufRead, Read};

use crate::layer::{Layer, Ready, wide};
use crate::plausible::{LOOKED_AT, is_plausible};
use crate::runs::Letters;
use crate::visit::Step;
use crate::walk::{Tried, Walk};

/// Both alphabets: what one lacks of the other occurs in no encoder's output.
pub(crate) const SYMBOLS: Letters =
    Letters::new(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

/// A shorter run is a word or a name: 24 symbols are 18 bytes.
pub(crate) const SYMBOLS_MIN: usize = 24;

/// So many symbols are looked at to tell whether the bytes are something.
const SYMBOLS_LOOKED_AT: usize = LOOKED_AT / 3 * 4 + 4;

/// What may stand between a line break and the next line: indentation and marks of quoting.
const INDENT: Letters = Letters::new(b" \t>\r\n");

/// How much of it.
const INDENT_MAX: usize = 64;

/// Opens the run that begins at `offset`.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let mut looked_at = Vec::with_capacity(SYMBOLS_LOOKED_AT);
    let _lines = Lines::new(layer.from(offset)).take(wide(SYMBOLS_LOOKED_AT)).read_to_end(&mut looked_at);
    // Letters of what stands before may hang on the front, as those of a path do.
    let shift = (0..4).find(|shift| {
        let quads = &looked_at[*shift..];
        quads.len() + 4 >= SYMBOLS_MIN && is_plausible(&bytes(&quads[..quads.len() / 4 * 4]))
    });
    match shift {
        Some(shift) => {
            let start = offset + wide(shift);
            let step = Step { name: "base64", offset: start, file: None };
            walk.open(layer, step, start, 1, |input| Box::new(Decoder::new(input)))
        }
        None => Tried { end: offset, is_part: false },
    }
}

/// The bytes that symbols stand for; a rest of less than two gives none.
fn bytes(symbols: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(symbols.len() / 4 * 3 + 2);
    for group in symbols.chunks(4) {
        let bits = group.iter().fold(0_u32, |bits, symbol| bits << 6 | u32::from(value(*symbol)));
        let [_, first, second, third] = (bits << (6 * (4 - group.len()))).to_be_bytes();
        bytes.extend(&[first, second, third][..group.len().saturating_sub(1)]);
    }
    bytes
}

fn value(symbol: u8) -> u8 {
    match symbol {
        b'A'..=b'Z' => symbol - b'A',
        b'a'..=b'z' => symbol - b'a' + 26,
        b'0'..=b'9' => symbol - b'0' + 52,
        b'+' | b'-' => 62,
        _ => 63,
    }
}

/// The symbols of a run, without the line breaks in it. It ends at a byte that is neither, and at a line that is shorter than
/// those before it, which is the last one.
pub(crate) struct Lines<R> {
    input: R,
    letters: &'static Letters,
    in_line: usize,
    longest: usize,
    count: usize,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    fn new(input: R) -> Self {
        Self::of(input, &SYMBOLS)
    }

    pub(crate) fn of(input: R, letters: &'static Letters) -> Self {
        Self { input, letters, in_line: 0, longest: 0, count: 0, ended: false }
    }

    /// Goes over a line break, if the next line goes on.
    fn next_line(&mut self) -> io::Result<bool> {
        // The first line may begin in the middle of one.
        let is_last = self.count > 1 && self.in_line < self.longest;
        self.count += 1;
        self.longest = self.longest.max(self.in_line);
        let line = std::mem::take(&mut self.in_line);
        let bytes = self.input.fill_buf()?;
        let indent = INDENT.leading(&bytes[..bytes.len().min(INDENT_MAX)]);
        let broken = bytes[..indent].contains(&b'\n') || bytes[..indent].contains(&b'\r');
        let goes_on = bytes.get(indent).is_some_and(|byte| self.letters.has(*byte));
        if is_last || line == 0 || !broken || !goes_on {
            return Ok(false);
        }
        self.input.consume(indent);
        Ok(true)
    }
}

impl<R: BufRead> Read for Lines<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while !self.ended && !out.is_empty() {
            let bytes = self.input.fill_buf()?;
            let count = self.letters.leading(&bytes[..bytes.len().min(out.len())]);
            if count > 0 {
                out[..count].copy_from_slice(&bytes[..count]);
                self.input.consume(count);
                self.in_line += count;
                return Ok(count);
            }
            self.ended = !self.next_line()?;
        }
        Ok(0)
    }
}

/// How many symbols are decoded at once.
const SYMBOLS_AT_ONCE: usize = 16 * 1024;

pub(crate) struct Decoder<R> {
    lines: Lines<R>,
    ready: Ready,
}

impl<R: BufRead> Decoder<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { lines: Lines::new(input), ready: Ready::default() }
    }
}

impl<R: BufRead> Read for Decoder<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if let Some(ready) = self.ready.anew() {
            let mut symbols = Vec::new();
            (&mut self.lines).take(wide(SYMBOLS_AT_ONCE)).read_to_end(&mut symbols)?;
            if symbols.is_empty() {
                let padding =
                    self.lines.input.fill_buf()?.iter().take(2).take_while(|sign| **sign == b'=').count();
                self.lines.input.consume(padding);
            }
            *ready = bytes(&symbols);
        }
        Ok(self.ready.give(out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_where_it_ends() {
        let decode = |text: &str| {
            let mut out = vec![0; 900];
            let mut decoder = Decoder::new(text.as_bytes());
            let mut length = 0;
            while let count @ 1.. = decoder.read(&mut out[length..]).unwrap() {
                length += count;
            }
            String::from_utf8(out[..length].to_vec()).unwrap()
        };
        assert_eq!(decode("aGVsbG8gd29ybGQ="), "hello world");
        assert_eq!(decode("aGVsbG8g\r\nd29ybGQg\r\nYWdhaW4=\r\nmore"), "hello world again");
        // The last line is the shorter one, though a word follows it.
        assert_eq!(decode("aGVs\naGVsbG8g\nd29y\nbGQ"), "helhello wor");
        assert_eq!(decode("> aGVsbG8g\n> d29ybGQg"), "");
        assert_eq!(decode("aGVsbG8g\n> d29ybGQg"), "hello world ");
    }
}

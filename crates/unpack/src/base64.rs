//! Base64 (RFC 4648) in both alphabets, in one line or broken into lines as mail has it (RFC 2045 6.8).

use std::io::{self, BufRead, Read};

use crate::layer::{Layer, Ready, wide};
use crate::plausible::{LOOKED_AT, is_plausible, may_begin};
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

/// So many symbols are looked at first.
const SYMBOLS_FIRST: usize = 32;

/// Opens the run that begins at `offset`.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let shift = shift_of(layer.from(offset)).filter(|_| !stands_before(layer.outer, layer.from(offset)));
    let Some(shift) = shift else { return Tried { end: offset, is_part: false } };
    let start = offset + wide(shift);
    let step = Step { name: "base64", offset: start, file: None };
    walk.open(layer, step, start, 1, |input| Box::new(Decoder::new(input)))
}

/// Where in a run something plausible begins, if it does: letters of what stands before may hang on the front, as those of a path do.
pub(crate) fn shift_of(run: &[u8]) -> Option<usize> {
    let mut looked_at = [0; SYMBOLS_LOOKED_AT];
    let looked_at = symbols(run, &mut looked_at);
    (0..4).find(|shift| {
        let quads = &looked_at[*shift..];
        let quads = &quads[..quads.len() / 4 * 4];
        let mut first = [0; SYMBOLS_FIRST / 4 * 3];
        let first = decode(&quads[..quads.len().min(SYMBOLS_FIRST)], &mut first);
        let mut all = [0; SYMBOLS_LOOKED_AT / 4 * 3];
        looked_at.len() - shift + 4 >= SYMBOLS_MIN
            && may_begin(first, quads.len() / 4 * 3)
            && is_plausible(decode(quads, &mut all))
    })
}

/// Whether the run at the beginning of `inner` stands letter for letter in the text of which it is the rewriting, so that it is
/// opened there, by a shorter way. One that may go on in another line is not looked at, for it may do so only here.
pub(crate) fn stands_before(outer: &[u8], inner: &[u8]) -> bool {
    if outer.is_empty() {
        return false;
    }
    let run = &inner[..SYMBOLS.leading(inner)];
    let behind = inner[run.len()..].iter().find(|byte| **byte != b'=');
    if behind.is_some_and(|byte| INDENT.has(*byte)) {
        return false;
    }
    // With letters before it, it begins elsewhere.
    let begins = |at: &usize| at.checked_sub(1).is_none_or(|before| !SYMBOLS.has(outer[before]));
    memchr::memmem::find_iter(outer, run).any(|at| begins(&at))
}

/// The first symbols of a run, as many as there is room for.
fn symbols<'r>(run: &[u8], room: &'r mut [u8]) -> &'r [u8] {
    let mut lines = Lines::new(run);
    let mut length = 0;
    while let Ok(count @ 1..) = lines.read(&mut room[length..]) {
        length += count;
    }
    &room[..length]
}

/// The bytes that symbols stand for; a rest of less than two gives none. There is room for three for each four.
fn decode<'r>(symbols: &[u8], room: &'r mut [u8]) -> &'r [u8] {
    let bytes = |group: &[u8; 4]| {
        let bits =
            group.iter().fold(0_u32, |bits, symbol| bits << 6 | u32::from(VALUE_OF[usize::from(*symbol)]));
        let [_, three @ ..] = bits.to_be_bytes();
        three
    };
    let (groups, rest) = symbols.as_chunks();
    let (places, behind) = room.as_chunks_mut();
    for (place, group) in places.iter_mut().zip(groups) {
        *place = bytes(group);
    }
    let mut length = 3 * groups.len();
    if let [first, second, others @ ..] = rest {
        let last = bytes(&[*first, *second, others.first().copied().unwrap_or(b'A'), b'A']);
        let count = rest.len() - 1;
        let place = places.get_mut(groups.len()).map_or(behind, |place| place.as_mut_slice());
        place[..count].copy_from_slice(&last[..count]);
        length += count;
    }
    &room[..length]
}

/// What a symbol of either alphabet counts.
static VALUE_OF: [u8; 256] = {
    let mut values = [63; 256];
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+";
    let mut value = 0_u8;
    while value < 63 {
        values[alphabet[value as usize] as usize] = value;
        value += 1;
    }
    values[b'-' as usize] = 62;
    values
};

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
            ready.resize(symbols.len().div_ceil(4) * 3, 0);
            let length = decode(&symbols, ready).len();
            ready.truncate(length);
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

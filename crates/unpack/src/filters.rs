//! The filters of streams in PDF files (ISO 32000, 7.4), one after the other: Flate, LZW, ASCII85, ASCIIHex and run lengths.

use std::io::Read as _;

use flate2::bufread::ZlibDecoder;
use memchr::memmem;

use crate::layer::wide;

/// How many filters of one stream are gone through. Programs use two at most.
const CHAIN_MAX: usize = 8;

/// The codes of LZW that stand for no bytes: begin anew, and end.
const CLEAR: usize = 256;
const END: usize = 257;

/// The longest code, and so the largest table.
const CODE_BITS_MAX: u32 = 12;

/// A way in which a stream is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filter {
    Flate,
    /// Whether codes grow one code early, as they do unless the stream says otherwise.
    Lzw {
        is_early: bool,
    },
    Ascii85,
    AsciiHex,
    RunLength,
}

/// The filters of a stream as far as they are known, in their order, and whether these are all.
pub(crate) fn of(dictionary: &[u8]) -> (Vec<Filter>, bool) {
    let Some(at) = memmem::find(dictionary, b"/Filter") else { return (Vec::new(), true) };
    let rest = dictionary[at + 7..].trim_ascii_start();
    let names = match rest.strip_prefix(b"[") {
        Some(rest) => &rest[..memchr::memchr(b']', rest).unwrap_or(rest.len())],
        None if rest.starts_with(b"/") => {
            let end =
                rest[1..].iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len() - 1);
            &rest[..=end]
        }
        // It stands in another object.
        None => return (Vec::new(), false),
    };
    let is_early = memmem::find(dictionary, b"/EarlyChange 0").is_none();
    let mut filters = Vec::new();
    for name in names.split(|byte| *byte == b'/').skip(1) {
        filters.push(match name.trim_ascii() {
            b"FlateDecode" | b"Fl" => Filter::Flate,
            b"LZWDecode" | b"LZW" => Filter::Lzw { is_early },
            b"ASCII85Decode" | b"A85" => Filter::Ascii85,
            b"ASCIIHexDecode" | b"AHx" => Filter::AsciiHex,
            b"RunLengthDecode" | b"RL" => Filter::RunLength,
            _ => return (filters, false),
        });
        if filters.len() > CHAIN_MAX {
            return (Vec::new(), false);
        }
    }
    (filters, true)
}

/// What a stream stands for, as far as it is sound, and no more than so many bytes after each filter.
pub(crate) fn decoded(filters: &[Filter], data: &[u8], most: usize) -> Vec<u8> {
    let mut bytes = data.to_vec();
    for filter in filters {
        bytes = match filter {
            Filter::Flate => {
                let mut out = Vec::new();
                // What was unpacked before damage counts.
                let _damaged = ZlibDecoder::new(&bytes[..]).take(wide(most)).read_to_end(&mut out);
                out
            }
            Filter::Lzw { is_early } => lzw(&bytes, *is_early, most),
            Filter::Ascii85 => ascii85(&bytes, most),
            Filter::AsciiHex => ascii_hex(&bytes, most),
            Filter::RunLength => run_lengths(&bytes, most),
        };
    }
    bytes
}

fn ascii_hex(text: &[u8], most: usize) -> Vec<u8> {
    let digits: Vec<_> = text
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .collect();
    let pairs = digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0));
    pairs.filter_map(|byte| u8::try_from(byte).ok()).take(most).collect()
}

fn ascii85(text: &[u8], most: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let (mut group, mut count) = (0_u64, 0_usize);
    for byte in text.strip_prefix(b"<~").unwrap_or(text) {
        match byte {
            b'z' if count == 0 => out.extend([0; 4]),
            b'!'..=b'u' => {
                group = group * 85 + u64::from(byte - b'!');
                count += 1;
                if count == 5 {
                    out.extend_from_slice(&last_four(group));
                    (group, count) = (0, 0);
                }
            }
            byte if byte.is_ascii_whitespace() || *byte == 0 => {}
            _ => break,
        }
        if out.len() >= most {
            break;
        }
    }
    // The last group may be short: it is filled up with the highest digit.
    if count > 1 {
        let filled = (count..5).fold(group, |group, _| group * 85 + 84);
        out.extend_from_slice(&last_four(filled)[..count - 1]);
    }
    out.truncate(most);
    out
}

/// The four lowest bytes of a group; one beyond what four bytes can say is damaged, and gives what it gives.
fn last_four(group: u64) -> [u8; 4] {
    let [.., first, second, third, fourth] = group.to_be_bytes();
    [first, second, third, fourth]
}

fn run_lengths(data: &[u8], most: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = data;
    while let Some((length, after)) = rest.split_first() {
        match length {
            0..=127 => {
                let (open, after) = after.split_at(after.len().min(usize::from(*length) + 1));
                out.extend_from_slice(open);
                rest = after;
            }
            128 => break,
            _ => {
                let Some((byte, after)) = after.split_first() else { break };
                out.extend(std::iter::repeat_n(*byte, 257 - usize::from(*length)));
                rest = after;
            }
        }
        if out.len() >= most {
            break;
        }
    }
    out.truncate(most);
    out
}

fn lzw(data: &[u8], is_early: bool, most: usize) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::new();
    // Where the bytes of each code beyond the first stand in what was given.
    let mut table: Vec<std::ops::Range<usize>> = Vec::new();
    let mut last: Option<std::ops::Range<usize>> = None;
    let (mut bits, mut held) = (0_u32, 0_u32);
    let mut bytes = data.iter();
    loop {
        let next = END + 1 + table.len() + usize::from(is_early) + usize::from(last.is_some());
        let width = (9..CODE_BITS_MAX).find(|width| next <= 1 << width).unwrap_or(CODE_BITS_MAX);
        while held < width {
            let Some(byte) = bytes.next() else { return out };
            bits = (bits & 0xffff) << 8 | u32::from(*byte);
            held += 8;
        }
        held -= width;
        let code = usize::try_from(bits >> held & ((1 << width) - 1)).unwrap_or(END);
        let start = out.len();
        match code {
            END => return out,
            CLEAR => {
                table.clear();
                last = None;
                continue;
            }
            0..CLEAR => out.extend(u8::try_from(code)),
            _ => match (table.get(code - END - 1).cloned(), &last) {
                (Some(known), _) => out.extend_from_within(known),
                // The code that is being made: what was last, and its first byte again.
                (None, Some(last)) if code - END - 1 == table.len() => {
                    out.extend_from_within(last.clone());
                    out.extend_from_within(last.start..=last.start);
                }
                _ => return out,
            },
        }
        // A new code: what was last, and the first byte of this, which stands right behind it.
        if let Some(last) = last.filter(|_| END + 1 + table.len() < 1 << CODE_BITS_MAX) {
            table.push(last.start..last.end + 1);
        }
        last = Some(start..out.len());
        if out.len() >= most {
            out.truncate(most);
            return out;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Writes codes of LZW as the standard has it, with a table that is cleared when it is full.
    fn lzw_of(data: &[u8], is_early: bool) -> Vec<u8> {
        let (mut out, mut bits, mut held) = (Vec::new(), 0_u64, 0_u32);
        let mut write = |code: usize, width: u32| {
            bits = bits << width | u64::try_from(code).unwrap();
            held += width;
            while held >= 8 {
                held -= 8;
                out.push(u8::try_from(bits >> held & 0xff).unwrap());
            }
            bits &= (1 << held) - 1;
        };
        let mut codes: Vec<Vec<u8>> = Vec::new();
        let width = |codes: usize| {
            let next = END + 1 + codes + usize::from(is_early);
            (9..12).find(|width| next <= 1 << width).unwrap_or(12)
        };
        write(CLEAR, 9);
        let mut rest = data;
        while !rest.is_empty() {
            let longest = codes
                .iter()
                .enumerate()
                .filter(|(_, code)| rest.starts_with(code))
                .max_by_key(|(_, code)| code.len());
            let (code, length) =
                longest.map_or((usize::from(rest[0]), 1), |(index, code)| (END + 1 + index, code.len()));
            write(code, width(codes.len()));
            // The end counts as what follows the last code: a reader has widened its codes by then.
            codes.push(rest[..rest.len().min(length + 1)].to_vec());
            rest = &rest[length..];
            if codes.len() > 3800 {
                write(CLEAR, width(codes.len()));
                codes.clear();
            }
        }
        write(END, width(codes.len()));
        write(0, 7);
        out
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn lzw_gives_what_was_written(pieces in prop::collection::vec("[ab]{1,9}|[ -~]{0,60}", 0..60), is_early: bool) {
            let data = pieces.concat().into_bytes();
            prop_assert_eq!(lzw(&lzw_of(&data, is_early), is_early, usize::MAX), data);
        }

        #[test]
        fn any_bytes_end_within_what_is_allowed(data in prop::collection::vec(any::<u8>(), 0..600), most in 0_usize..900) {
            for filter in [Filter::Flate, Filter::Lzw { is_early: true }, Filter::Ascii85, Filter::AsciiHex, Filter::RunLength] {
                prop_assert!(decoded(&[filter], &data, most).len() <= most);
            }
        }
    }

    #[test]
    fn the_example_of_the_standard_is_read() {
        // ISO 32000, 7.4.4.2, example 1.
        let codes = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(lzw(&codes, true, 99), [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
    }

    #[test]
    fn letters_stand_for_bytes() {
        assert_eq!(ascii85(b"87cURD]i,\"Ebo80~>x", 99), b"Hello World!");
        assert_eq!(ascii85(b"<~z 87cUR\nDZ~>", 99), b"\0\0\0\0Hello");
        assert_eq!(ascii_hex(b"50 61\n7>99", 99), b"Pap");
        assert_eq!(run_lengths(b"\x02abc\xfdx\x80more", 99), b"abcxxxx");
        assert_eq!(run_lengths(b"\x05ab", 99), b"ab");
    }

    #[test]
    fn filters_are_gone_through_in_their_order_as_far_as_they_are_known() {
        let hex = b"38 37 63 55 52 44 5d 69 2c 22 45 62 6f 38 30 7e 3e>";
        let (filters, is_all) = of(b"<< /Filter [/ASCIIHexDecode /A85] /Length 9 >>");
        assert!(is_all);
        assert_eq!(decoded(&filters, hex, 99), b"Hello World!");
        let early = b"<</Filter/LZWDecode/DecodeParms<</EarlyChange 0>>>>";
        assert_eq!(of(early), (vec![Filter::Lzw { is_early: false }], true));
        assert_eq!(of(b"<</Filter[/A85/DCTDecode]>>"), (vec![Filter::Ascii85], false));
        assert_eq!(of(b"<</Filter 9 0 R>>"), (vec![], false));
        assert_eq!(of(b"<</Length 3>>"), (vec![], true));
    }

    #[test]
    fn no_more_filters_are_gone_through_than_allowed() {
        let chain = |count: usize| of(format!("<</Filter[{}]>>", "/A85".repeat(count)).as_bytes()).0.len();
        assert_eq!((chain(CHAIN_MAX), chain(CHAIN_MAX + 1)), (CHAIN_MAX, 0));
    }
}

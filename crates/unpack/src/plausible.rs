//! Whether decoded bytes are something, or what chance makes of letters.

/// How much is looked at.
pub(crate) const LOOKED_AT: usize = 96;

/// How binary files begin that are worth opening out of a transfer encoding.
const BEGINNINGS: &[&[u8]] = &[
    b"\x1f\x8b\x08",
    b"PK\x03\x04",
    b"BZh",
    b"\xfd7zXZ\0",
    b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf\x27\x1c",
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"SQLite format 3\0",
    b"\x7fELF",
    b"MZ\x90",
    b"Rar!",
    b"{\\rtf",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
];

/// For each byte whether one of these files, or zlib, begins with it.
static FIRST: [bool; 256] = {
    let mut first = [false; 256];
    let mut at = 0;
    while at < BEGINNINGS.len() {
        first[BEGINNINGS[at][0] as usize] = true;
        at += 1;
    }
    let mut window = 0;
    while window <= 7 {
        first[window << 4 | 8] = true;
        window += 1;
    }
    first
};

/// Of so many bytes one may be neither text nor a mark of its coding.
const STRAY_ONE_IN: usize = 10;

/// Whether the beginning of what was decoded looks like text or like a file that is known.
pub(crate) fn is_plausible(bytes: &[u8]) -> bool {
    let bytes = &bytes[..bytes.len().min(LOOKED_AT)];
    BEGINNINGS.iter().any(|beginning| bytes.starts_with(beginning))
        || is_zlib(bytes)
        || is_text(bytes)
        || is_wide_text(bytes)
}

/// Whether bytes begin as zlib does (RFC 1950): deflate with a window of at most 32 KiB, a right check, no dictionary.
pub(crate) fn is_zlib(bytes: &[u8]) -> bool {
    match bytes {
        [first, second, ..] => {
            first & 0x0f == 8
                && first >> 4 <= 7
                && second & 0x20 == 0
                && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0
        }
        _ => false,
    }
}

/// Whether bytes that begin so may be plausible, if `LOOKED_AT` or fewer are looked at, `length` in all. What chance makes of
/// letters is mostly told by these few.
pub(crate) fn may_begin(bytes: &[u8], length: usize) -> bool {
    let length = length.min(LOOKED_AT);
    let is_beginning = |beginning: &&[u8]| {
        bytes.first() == beginning.first()
            && bytes.starts_with(&beginning[..beginning.len().min(bytes.len())])
    };
    let begins = bytes.first().is_some_and(|first| FIRST[usize::from(*first)]);
    stray(bytes, length / STRAY_ONE_IN) * STRAY_ONE_IN <= length
        || (begins && (BEGINNINGS.iter().any(is_beginning) || is_zlib(bytes)))
        || (bytes.contains(&0) && wide_stray(bytes) * WIDE_STRAY_ONE_IN <= length / 2)
}

/// Whether nearly all of it is text in ASCII or UTF-8.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    let most = bytes.len() / STRAY_ONE_IN;
    !bytes.is_empty() && stray(bytes, most) <= most
}

/// How many bytes are neither text nor belong to a character that the end cuts in two; counted up to one more than `most`.
fn stray(bytes: &[u8], most: usize) -> usize {
    let acts = |byte: &u8| matches!(byte, 0..=0x08 | 0x0b | 0x0e..=0x1f | 0x7f);
    if bytes.is_ascii() {
        return bytes.iter().filter(|byte| acts(byte)).count();
    }
    let least = least_stray(bytes, most);
    if least > most {
        return least;
    }
    let mut stray = 0;
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        let valid = chunk.valid();
        stray += valid.bytes().filter(acts).count();
        // Other controls are two bytes long.
        stray += valid.as_bytes().windows(2).filter(|pair| pair[0] == 0xc2 && pair[1] < 0xa0).count();
        // A character that the end cuts in two is none astray.
        if chunks.peek().is_some() {
            stray += chunk.invalid().len();
        }
        if stray > most {
            break;
        }
    }
    stray
}

/// What a byte is in UTF-8: a sign of ASCII, a control, of a character of several bytes one behind the first, or the first; or none of
/// these.
static OCTETS: [u8; 256] = {
    let mut octets = [SIGN; 256];
    let mut byte = 0;
    while byte < 256 {
        octets[byte] = match byte {
            0..=0x08 | 0x0b | 0x0e..=0x1f | 0x7f => CONTROL,
            0x80..=0xbf => LATER,
            0xc2..=0xf4 => LEAD,
            0xc0 | 0xc1 | 0xf5..=0xff => NEVER,
            _ => SIGN,
        };
        byte += 1;
    }
    octets
};
const SIGN: u8 = 0;
const CONTROL: u8 = 1;
const LATER: u8 = 2;
const LEAD: u8 = 3;
const NEVER: u8 = 4;

/// For each two of them how many bytes are astray by that: the second, and the first where no later byte follows on it.
static ASTRAY: [[u8; 5]; 5] =
    [[0, 1, 1, 0, 1], [0, 1, 1, 0, 1], [0, 1, 0, 0, 1], [1, 2, 0, 1, 2], [0, 1, 0, 0, 1]];

/// So many bytes are astray at least, by what follows on each, which is soon told; counted up to one more than `most` or two.
fn least_stray(bytes: &[u8], most: usize) -> usize {
    let (mut last, mut stray) = (SIGN, 0);
    for byte in bytes {
        let octet = OCTETS[usize::from(*byte)];
        stray += usize::from(ASTRAY[usize::from(last)][usize::from(octet)]);
        if stray > most.saturating_add(CUT_MAX) {
            break;
        }
        last = octet;
    }
    stray.saturating_sub(CUT_MAX)
}

/// The most bytes of a character that the end cuts in two: they are none astray.
const CUT_MAX: usize = 3;

/// Of so many pairs of bytes one may be no ASCII in UTF-16.
const WIDE_STRAY_ONE_IN: usize = 10;

/// Whether it is ASCII in UTF-16, of either order.
fn is_wide_text(bytes: &[u8]) -> bool {
    let pairs = bytes.len() / 2;
    pairs >= 4 && wide_stray(bytes) * WIDE_STRAY_ONE_IN <= pairs
}

/// How many pairs of bytes are no ASCII in UTF-16, in the order in which fewer are.
fn wide_stray(bytes: &[u8]) -> usize {
    let count = |zero: usize| {
        bytes.chunks_exact(2).filter(|pair| pair[zero] != 0 || !is_printable(pair[1 - zero])).count()
    };
    count(0).min(count(1))
}

/// Whether a byte is seen as a sign or a space of ASCII.
pub(crate) fn is_printable(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_soon_told_to_be_astray_is(
            pieces in prop::collection::vec(prop_oneof![
                prop::collection::vec(any::<u8>(), 0..6),
                "\\PC{0,4}".prop_map(String::into_bytes),
                "[\u{80}-\u{a0}]".prop_map(String::into_bytes),
            ], 0..20),
        ) {
            let bytes = pieces.concat();
            prop_assert!(least_stray(&bytes, usize::MAX) <= stray(&bytes, usize::MAX));
        }
    }

    #[test]
    fn text_and_known_files_are_plausible_and_chance_is_not() {
        for good in [
            &b"Pay to this wallet"[..],
            "адрес кошелька".as_bytes(),
            b"P\0a\0y\0 \0t\0o\0",
            b"\0P\0a\0y\0 \0t\0o",
            b"\x1f\x8b\x08\0\0\0",
            b"\x78\x9c\x01",
        ] {
            assert!(is_plausible(good), "{good:?}");
        }
        for bad in [&b""[..], b"\x9a\x13\xfe\x00\x77\x01\xc3\xe0\x05\x91", b"\x78\x9d\xff\x01\x90\x03"] {
            assert!(!is_plausible(bad), "{bad:?}");
        }
    }
}

//! Text in UTF-16, as Windows writes it, made searchable: a byte for each of its units.
//!
//! Everything that is looked for is ASCII, so a unit of ASCII becomes its byte, and any other a stand-in. So a place in
//! the text is half a place in the file, and nothing is decoded that a hostile file could make grow.

use std::ops::Range;

use zeroize::Zeroizing;

/// Which byte of a unit comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Little,
    Big,
}

/// Stands for a letter that is not ASCII: no text in UTF-8 has this byte, so nothing reaches across it.
const LETTER: u8 = 0xFF;

/// The byte order mark, which says that what follows is UTF-16.
const MARK: u16 = 0xFEFF;

impl Order {
    /// The order in which a file is written, if it begins with the byte order mark.
    pub(crate) fn of(beginning: &[u8]) -> Option<Self> {
        match beginning {
            [0xFF, 0xFE, ..] => Some(Self::Little),
            [0xFE, 0xFF, ..] => Some(Self::Big),
            _ => None,
        }
    }

    /// A byte for each whole unit. `bytes` begin with the first byte of a unit.
    pub(crate) fn narrowed(self, bytes: &[u8]) -> Zeroizing<Vec<u8>> {
        let unit = |pair: &[u8]| match self {
            Self::Little => u16::from_le_bytes([pair[0], pair[1]]),
            Self::Big => u16::from_be_bytes([pair[0], pair[1]]),
        };
        Zeroizing::new(bytes.chunks_exact(2).map(unit).map(byte).collect())
    }
}

/// The units whose first byte is in `range`, counted from the first whole unit at or after `odd`.
pub(crate) fn units(range: &Range<usize>, odd: usize) -> Range<usize> {
    let unit = |at: usize| at.saturating_sub(odd).div_ceil(2);
    unit(range.start)..unit(range.end)
}

fn byte(unit: u16) -> u8 {
    match u8::try_from(unit) {
        Ok(byte) if byte.is_ascii() => byte,
        _ if unit == MARK => b'\n',
        // Half of a pair is taken for a letter: whatever it is, it is no gap between two words.
        _ if char::from_u32(u32::from(unit)).is_none_or(char::is_alphabetic) => LETTER,
        _ => b' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_stays_and_the_rest_has_stand_ins() {
        let text = "\u{FEFF}a,\u{a0}я\u{3000}\u{1F600}z";
        for (order, write) in
            [(Order::Little, u16::to_le_bytes as fn(u16) -> [u8; 2]), (Order::Big, u16::to_be_bytes)]
        {
            let bytes: Vec<u8> = text.encode_utf16().flat_map(write).collect();
            assert_eq!(Order::of(&bytes), Some(order));
            assert_eq!(**order.narrowed(&bytes), *b"\na, \xFF \xFF\xFFz");
            // Half a unit at the end is no unit.
            assert_eq!(order.narrowed(&bytes[..bytes.len() - 1]).len(), text.encode_utf16().count() - 1);
        }
        assert_eq!((Order::of(b"\xFF"), Order::of(b"plain")), (None, None));
    }

    #[test]
    fn a_unit_belongs_to_the_range_that_holds_its_first_byte() {
        assert_eq!(units(&(0..4), 0), 0..2);
        assert_eq!(units(&(1..4), 0), 1..2);
        assert_eq!(units(&(0..5), 0), 0..3);
        // The window begins with the second byte of a unit.
        assert_eq!(units(&(0..5), 1), 0..2);
        assert_eq!(units(&(3..6), 1), 1..3);
    }
}

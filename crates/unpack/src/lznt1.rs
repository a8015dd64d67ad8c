//! LZNT1, by which NTFS packs files (Microsoft's [MS-XCA] 2.5).

/// A chunk holds so much at most.
const CHUNK_BYTES: usize = 4096;

/// Unpacks a unit of so many bytes. Where the packed bytes break a rule it ends: what there is counts.
pub(crate) fn unpack(mut packed: &[u8], unit_bytes: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(unit_bytes);
    while let [low, high, rest @ ..] = packed {
        let header = u16::from_le_bytes([*low, *high]);
        if header == 0 || out.len() >= unit_bytes {
            break;
        }
        let count = usize::from(header & 0xfff) + 1;
        let chunk = &rest[..count.min(rest.len())];
        if header & 0x8000 == 0 {
            out.extend_from_slice(chunk);
        } else {
            let begin = out.len();
            if self::chunk(chunk, begin, &mut out).is_none() {
                break;
            }
            // A chunk stands for its full length, whatever it gave.
            out.resize((begin + CHUNK_BYTES).max(out.len()), 0);
        }
        packed = &rest[chunk.len()..];
    }
    out.truncate(unit_bytes);
    out
}

fn chunk(packed: &[u8], begin: usize, out: &mut Vec<u8>) -> Option<()> {
    let mut at = 0;
    while let Some(flags) = packed.get(at) {
        at += 1;
        for bit in 0..8 {
            let Some(byte) = packed.get(at) else { return Some(()) };
            if flags >> bit & 1 == 0 {
                out.push(*byte);
                at += 1;
                continue;
            }
            let pair = usize::from(u16::from_le_bytes([*byte, *packed.get(at + 1)?]));
            at += 2;
            // The more there is to look back on, the more bits the distance has.
            let written = out.len() - begin;
            let mut length_bits = 12;
            while length_bits > 4 && (written.checked_sub(1)?) >> (16 - length_bits) > 0 {
                length_bits -= 1;
            }
            let (distance, length) = ((pair >> length_bits) + 1, (pair & ((1 << length_bits) - 1)) + 3);
            let from = out.len().checked_sub(distance).filter(|from| *from >= begin)?;
            if written + length > CHUNK_BYTES {
                return None;
            }
            for index in from..from + length {
                out.push(out[index]);
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_repeats_is_unpacked() {
        // The example of [MS-XCA] 3.4.
        let packed = [
            0x38, 0xb0, 0x88, 0x46, 0x23, 0x20, 0x00, 0x20, 0x47, 0x20, 0x41, 0x00, 0x10, 0xa2, 0x47, 0x01,
            0xa0, 0x45, 0x20, 0x44, 0x00, 0x08, 0x45, 0x01, 0x50, 0x79, 0x00, 0xc0, 0x45, 0x20, 0x05, 0x24,
            0x13, 0x88, 0x05, 0xb4, 0x02, 0x4a, 0x44, 0xef, 0x03, 0x58, 0x02, 0x8c, 0x09, 0x16, 0x01, 0x48,
            0x45, 0x00, 0xbe, 0x00, 0x9e, 0x00, 0x04, 0x01, 0x18, 0x90, 0x00,
        ];
        let expected = b"F# F# G A A G F# E D D E F# F# E E F# F# G A A G F# E D D E F# E D D E E F# D E F# G F# D E F# G F# E D E A F# F# G A A G F# E D D E F# E D D\0";
        assert_eq!(&unpack(&packed, 65_536)[..expected.len()], expected);
    }

    #[test]
    fn what_breaks_a_rule_ends_where_it_does() {
        assert_eq!(unpack(&[0x02, 0x30, b'a', b'b', b'c', 0, 0], 16), b"abc");
        // A look back to before the beginning.
        assert_eq!(unpack(&[0x03, 0xb0, 0x02, b'a', 0xff, 0xff], 16), b"a");
        assert_eq!(unpack(&[0x02, 0xb0, 0x01, 0x00], 16), b"");
    }
}

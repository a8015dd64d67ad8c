//! Containers that are known by how they begin, and that are told and not opened: encrypted volumes, and formats without a decoder here.
//! Their bytes are searched as they are.

use crate::fault::Fault;
use crate::layer::Layer;
use crate::media::le32;
use crate::visit::Step;
use crate::walk::{Tried, Walk};

/// A container of such a kind.
#[derive(Clone, Copy)]
pub(crate) enum Closed {
    Luks,
    BitLocker,
    Rar,
    Lz4,
    Qcow,
    Vmdk,
    Vhdx,
    Ex01,
    L01,
}

/// How each begins.
pub(crate) const MAGICS: [(&[u8], Closed); 9] = [
    (b"LUKS\xba\xbe", Closed::Luks),
    (BITLOCKER, Closed::BitLocker),
    (b"Rar!\x1a\x07", Closed::Rar),
    (b"\x04\x22\x4d\x18", Closed::Lz4),
    (b"QFI\xfb", Closed::Qcow),
    (b"KDMV", Closed::Vmdk),
    (b"vhdxfile", Closed::Vhdx),
    (b"EVF2\r\n\x81\0", Closed::Ex01),
    (b"LVF\x09\r\n\xff\0", Closed::L01),
];

/// The name of the file system in the first sector of a volume of BitLocker, behind a jump of three bytes.
const BITLOCKER: &[u8] = b"-FVE-FS-";
const BITLOCKER_BEFORE: u64 = 3;

/// Says that the container whose sign stands at `offset` was not opened, if it is one. A program holds such signs too: at the beginning
/// of a layer short ones are believed, elsewhere what follows has to be right.
pub(crate) fn tell(walk: &Walk<'_>, layer: &Layer<'_, '_>, offset: u64, closed: Closed) -> Tried {
    let bytes = layer.from(offset);
    let is_first = offset == 0;
    let version = |at: usize| bytes.get(at..at + 4).map(|_| le32(bytes, at));
    let (name, is_it) = match closed {
        Closed::Luks => ("luks", matches!(bytes, [_, _, _, _, _, _, 0, 1 | 2, ..])),
        Closed::BitLocker => return tell_bitlocker(walk, layer, offset),
        Closed::Rar => ("rar", matches!(bytes, [_, _, _, _, _, _, 0, ..] | [_, _, _, _, _, _, 1, 0, ..])),
        Closed::Lz4 => ("lz4", is_first || is_lz4(bytes)),
        Closed::Qcow => ("qcow2", matches!(bytes, [_, _, _, _, 0, 0, 0, 1..=3, ..])),
        Closed::Vmdk => ("vmdk", is_first && version(4).is_some_and(|version| (1..=3).contains(&version))),
        Closed::Vhdx => ("vhdx", is_first),
        Closed::Ex01 => ("ex01", true),
        Closed::L01 => ("l01", true),
    };
    if is_it {
        let fault = match closed {
            Closed::Luks => Fault::Encrypted,
            _ => Fault::Method { method: name.to_owned() },
        };
        walk.refuse(Step { name, offset, file: None }, &fault);
    }
    Tried { end: offset, is_part: false }
}

fn tell_bitlocker(walk: &Walk<'_>, layer: &Layer<'_, '_>, offset: u64) -> Tried {
    let start = offset.checked_sub(BITLOCKER_BEFORE).filter(|start| *start >= layer.base());
    if let Some(start) = start.filter(|start| matches!(layer.from(*start), [0xeb, _, 0x90, ..])) {
        walk.refuse(Step { name: "bitlocker", offset: start, file: None }, &Fault::Encrypted);
    }
    Tried { end: offset, is_part: false }
}

/// Whether the descriptor of a frame is one (LZ4 Frame Format 1.6.4): its version, no reserved bit, and a size of blocks that there is.
fn is_lz4(bytes: &[u8]) -> bool {
    matches!(bytes, [_, _, _, _, flags, block, ..] if flags >> 6 == 1 && flags & 2 == 0 && block & 0x8f == 0 && block >> 4 >= 4)
}

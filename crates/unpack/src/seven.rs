//! 7z archives. Their directory stands at the end and is packed itself, so an archive is held in memory while it is read.

use std::io::Cursor;

use sevenz_rust2::{Archive, BlockDecoder, Error, Password};

use crate::fault::Fault;
use crate::layer::{Layer, wide};
use crate::packed::WINDOW_BYTES;
use crate::visit::Step;
use crate::walk::{Tried, Walk};
use crate::zip::file_name;

/// How an archive begins.
pub(crate) const MAGIC: &[u8] = b"7z\xbc\xaf\x27\x1c";

/// The header at the beginning, which says where the directory is.
const HEADER_BYTES: u64 = 32;

/// Opens the archive that begins at `offset`.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let none = Tried { end: offset, is_part: false };
    layer.fill(offset + HEADER_BYTES);
    let number = |at: usize| Some(u64::from_le_bytes(layer.from(offset).get(at..at + 8)?.try_into().ok()?));
    let (Some(directory), Some(size)) = (number(12), number(20)) else { return none };
    let step = |file| Step { name: "7z", offset, file };
    let Some(bytes) = HEADER_BYTES.checked_add(directory).and_then(|end| end.checked_add(size)) else {
        walk.refuse(step(None), &Fault::Damaged { cause: "StartHeader".to_owned() });
        return none;
    };
    let held = usize::try_from(bytes).unwrap_or(usize::MAX).saturating_add(WINDOW_BYTES);
    let Some(_held) = walk.hold(held, &step(None)) else { return none };
    layer.fill(offset.saturating_add(bytes));
    let held = layer.from(offset);
    let archive_bytes = &held[..held.len().min(usize::try_from(bytes).unwrap_or(usize::MAX))];
    let read = walk.guarded(|| read(walk, layer.depth + 1, &step, archive_bytes));
    match read.unwrap_or_else(|_| Err(Error::Other("the decoder failed".into()))) {
        Ok(()) => Tried { end: offset + wide(archive_bytes.len()), is_part: true },
        Err(error) => {
            walk.refuse(step(None), &fault(&error));
            none
        }
    }
}

fn read(
    walk: &Walk<'_>,
    depth: usize,
    step: &dyn Fn(Option<String>) -> Step,
    bytes: &[u8],
) -> Result<(), Error> {
    let (mut source, password, limit) = (Cursor::new(bytes), Password::empty(), WINDOW_BYTES / 1024);
    let archive = Archive::read_with_memory_limit(&mut source, &password, limit)?;
    for block in 0..archive.blocks.len() {
        // One thread: a sandboxed child has no more.
        let decoder = BlockDecoder::new_with_memory_limit(1, limit, block, &archive, &password, &mut source);
        decoder.for_each_entries(&mut |entry, reader| {
            if entry.has_stream() && !entry.is_directory() {
                let file = file_name(entry.name().as_bytes());
                walk.open_reader(depth, step(Some(file)), wide(bytes.len()), reader);
            }
            Ok(!walk.is_exhausted())
        })?;
    }
    Ok(())
}

fn fault(error: &Error) -> Fault {
    match error {
        Error::PasswordRequired | Error::MaybeBadPassword(_) => Fault::Encrypted,
        Error::UnsupportedCompressionMethod(method) if method.contains("AES") => Fault::Encrypted,
        Error::UnsupportedCompressionMethod(method) => Fault::Method { method: method.clone() },
        Error::MaxMemLimited { max_kb, .. } => Fault::TooLarge { limit: max_kb.saturating_mul(1024) },
        Error::Io(error, _) => Fault::of(error),
        other => Fault::Damaged { cause: other.to_string() },
    }
}

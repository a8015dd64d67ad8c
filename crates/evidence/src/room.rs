//! Room: what an intake may take of a disk, asked before it takes it.
//!
//! Who runs a node sets how much its vault and each case may hold and what of the disk stays free. An intake asks once for
//! all that its source is known to have, before a byte is read, and again before each block: a source may not tell its
//! length, may grow, or others may fill the disk meanwhile. What is asked for is the sealed length, as it lies in the vault.

use crate::chunk::{CHUNK_BYTES, HEADER_BYTES, TAG_BYTES, TRAILER_BYTES};
use crate::intake::IntakeError;

/// What an intake would be too much for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quota {
    /// All that the vault may hold.
    Vault,
    /// All that one case may hold.
    Case,
    /// What stays free of the disk.
    Disk,
}

/// Says whether there is room for what an intake is about to take.
pub trait Room: Send {
    /// Whether there is room for so many bytes more. Takes nothing.
    ///
    /// # Errors
    /// [`IntakeError::NoRoom`], or that the disk does not say.
    fn ask(&mut self, bytes: u64) -> Result<(), IntakeError>;

    /// Takes so many bytes more, if there is room for them.
    ///
    /// # Errors
    /// As [`Room::ask`]; nothing was taken then.
    fn take(&mut self, bytes: u64) -> Result<(), IntakeError>;

    /// The intake has ended; what it took is kept, or was given back.
    fn end(&mut self, kept: bool);
}

/// Bytes that an intake has taken and not written yet, at most: a chunk is kept back until more bytes or the end come. Who asks a
/// disk what is free counts them as written.
pub const PENDING_BYTES: u64 = (CHUNK_BYTES + HEADER_BYTES + TAG_BYTES + TRAILER_BYTES) as u64;

/// How many bytes content of this length has in the vault, sealed.
pub fn sealed_bytes(size: u64) -> u64 {
    let chunks = size.div_ceil(as_u64(CHUNK_BYTES)).max(1);
    size.saturating_add(as_u64(HEADER_BYTES + TRAILER_BYTES))
        .saturating_add(chunks.saturating_mul(as_u64(TAG_BYTES)))
}

fn as_u64(bytes: usize) -> u64 {
    u64::try_from(bytes).expect("a small number")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chunk::{ChunkRoom, Sealer};
    use comity_record::key::SecretKey;

    #[test]
    fn what_is_asked_for_is_what_is_written() {
        let chunk = as_u64(CHUNK_BYTES);
        for size in [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk] {
            let mut written = 0;
            let mut out = |bytes: &[u8]| {
                written += as_u64(bytes.len());
                Ok::<_, ()>(())
            };
            let mut sealer = Sealer::new(&SecretKey::from_bytes([1; 32]), CHUNK_BYTES, ChunkRoom::default());
            sealer.take(&vec![7; usize::try_from(size).unwrap()], &mut out).unwrap();
            out(sealer.finish().sealed()).unwrap();
            assert_eq!(written, sealed_bytes(size), "{size}");
        }
    }
}

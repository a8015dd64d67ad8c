//! What opening may take, so that a hostile file ends.

/// How many layers may lie in each other. Real evidence has about six (image, archive, mail, attachment, archive, text).
pub const DEPTH: usize = 16;

/// How many bytes a decoder may give for each byte that it took. Deflate reaches 1,032, but only on bytes that repeat.
pub const RATIO: u64 = 200;

/// The output of one decoder to which [`RATIO`] does not apply, since small files of repeated lines are honest.
pub const RATIO_ALLOWANCE: u64 = 8 << 20;

/// What all decoders of one input may give together, whatever its size: some minutes of work.
pub const DECODED_BYTES: u64 = 4 << 30;

/// And for each byte of the input so much more.
pub const DECODED_BYTES_FOR_EACH: u64 = 8;

/// How many parts of one input may be opened, whatever its size.
pub const PARTS: u64 = 1_000_000;

/// And one more for so many bytes of the input: a disk image holds millions of small files.
pub const BYTES_FOR_EACH_PART: u64 = 4096;

/// The largest decoded layer that is held in memory where a reader has to jump in it.
pub const HELD_BYTES: usize = 64 << 20;

/// What opening may take. The budget is one for the whole input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Layers in each other, the input itself not counted.
    pub depth: usize,
    /// Bytes that a decoder may give for each byte taken, beyond the allowance.
    pub ratio: u64,
    /// Bytes that each decoder may give whatever it took.
    pub ratio_allowance: u64,
    /// Bytes that all decoders may give together.
    pub decoded_bytes: u64,
    /// Parts that may be opened.
    pub parts: u64,
    /// Bytes of a decoded layer that are held at once for a reader that jumps.
    pub held_bytes: usize,
}

impl Limits {
    /// The limits for an input of this many bytes (0 where the length is not known).
    pub fn for_input(bytes: u64) -> Self {
        Self {
            depth: DEPTH,
            ratio: RATIO,
            ratio_allowance: RATIO_ALLOWANCE,
            decoded_bytes: DECODED_BYTES.saturating_add(bytes.saturating_mul(DECODED_BYTES_FOR_EACH)),
            parts: PARTS.saturating_add(bytes / BYTES_FOR_EACH_PART),
            held_bytes: HELD_BYTES,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::for_input(0)
    }
}

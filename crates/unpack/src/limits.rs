//! What opening may take, so that a hostile file ends.

/// How many layers may lie in each other. Real evidence has about six (image, archive, mail, attachment, archive, text).
pub const DEPTH: usize = 16;

/// How many bytes a decoder may give for each byte that it took. Deflate reaches 1,032, but only on bytes that repeat.
pub const RATIO: u64 = 200;

/// The same for images of disks, most of which may never have been written to: what deflate can reach at all.
pub const IMAGE_RATIO: u64 = 1100;

/// The output of one decoder to which [`RATIO`] does not apply, since small files of repeated lines are honest.
pub const RATIO_ALLOWANCE: u64 = 8 << 20;

/// What all decoders of one input may give together, whatever its size: some minutes of work. The media of an image that is
/// the input itself are not counted: most of a disk may be empty, and its image small. [`IMAGE_RATIO`] bounds them.
pub const DECODED_BYTES: u64 = 4 << 30;

/// And for each byte of the input so much more.
pub const DECODED_BYTES_FOR_EACH: u64 = 8;

/// What all decoders of one input may read together: a small file that is opened again and again ends within seconds.
pub const TAKEN_BYTES: u64 = 32 << 20;

/// And for each byte of the input so much more: what it grows to at most in one layer ([`RATIO`]) is read there once more, and some
/// is read in vain.
pub const TAKEN_BYTES_FOR_EACH: u64 = 256;

/// How many parts of one input may be opened, whatever its size.
pub const PARTS: u64 = 1_000_000;

/// And one more for so many bytes of the input: a disk image holds millions of small files.
pub const BYTES_FOR_EACH_PART: u64 = 4096;

/// What decoders of one input may hold in memory at once beyond small buffers: windows of 64 MiB, of which three may be open
/// in each other, and layers in which a reader jumps.
pub const HELD_BYTES: usize = 192 << 20;

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
    /// Bytes that all decoders may read together.
    pub taken_bytes: u64,
    /// Parts that may be opened.
    pub parts: u64,
    /// Bytes that decoders may hold at once, for large windows and for readers that jump.
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
            taken_bytes: match bytes {
                0 => DECODED_BYTES,
                _ => TAKEN_BYTES.saturating_add(bytes.saturating_mul(TAKEN_BYTES_FOR_EACH)),
            },
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

//! Which of 64 bytes are letters, digits, signs: a bit for each, that of the first byte the lowest.
//!
//! Most of what is searched holds little that is looked for. Bits say where it may be, for a fraction of what a look at each byte
//! takes.

use std::ops::Range;

/// How many bytes are looked at together.
pub(crate) const BLOCK: usize = u64::BITS as usize;

/// What the bytes of a block are: a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes {
    /// The letters of ASCII in either case.
    pub(crate) letters: u64,
    pub(crate) capitals: u64,
    pub(crate) digits: u64,
    /// What is not ASCII.
    pub(crate) foreign: u64,
    /// The control characters that are no white space.
    pub(crate) controls: u64,
    pub(crate) ats: u64,
    pub(crate) pluses: u64,
    pub(crate) colons: u64,
    pub(crate) stops: u64,
    pub(crate) slashes: u64,
    pub(crate) spaces: u64,
    /// The hyphens of ASCII.
    pub(crate) hyphens: u64,
    pub(crate) underscores: u64,
}

impl Classes {
    /// The classes of the block that begins at a place.
    pub(crate) fn at(bytes: &[u8], at: usize) -> Self {
        let block = Block::at(bytes, at);
        Self {
            letters: block.letters().bits(),
            capitals: block.between(b'A', b'Z').bits(),
            digits: block.digits().bits(),
            foreign: block.foreign().bits(),
            controls: (block.between(0, 0x08) | block.between(0x0e, 0x1f) | block.is(0x7f)).bits(),
            ats: block.is(b'@').bits(),
            pluses: block.is(b'+').bits(),
            colons: block.is(b':').bits(),
            stops: block.is(b'.').bits(),
            slashes: block.is(b'/').bits(),
            spaces: block.is(b' ').bits(),
            hyphens: block.is(b'-').bits(),
            underscores: block.is(b'_').bits(),
        }
    }
}

/// So many bytes behind a range have their classes too: as far as is looked for what begins in the range, which whoever looks
/// asserts.
pub(crate) const BEHIND: usize = 9 * BLOCK;

/// Bytes that are searched for what begins in a range of them, with the classes of its blocks, which each kind asks for.
pub(crate) struct Area<'b> {
    pub(crate) bytes: &'b [u8],
    pub(crate) range: Range<usize>,
    classes: Vec<Classes>,
}

impl<'b> Area<'b> {
    /// The classes are put into `room`, which another area left.
    pub(crate) fn new(bytes: &'b [u8], range: Range<usize>, mut room: Vec<Classes>) -> Self {
        room.clear();
        let end = range.end.saturating_add(BEHIND).min(bytes.len());
        fill(bytes, range.start.min(end)..end, &mut room);
        Self { bytes, range, classes: room }
    }

    /// All of a text.
    #[cfg(test)]
    pub(crate) fn of(text: &'b str) -> Self {
        Self::new(text.as_bytes(), 0..text.len(), Vec::new())
    }

    /// The classes of the block that begins at a place, which is whole blocks behind the beginning of the range. It has none behind
    /// the bytes, or [`BEHIND`] the range.
    #[inline]
    pub(crate) fn classes(&self, at: usize) -> Classes {
        self.classes.get((at - self.range.start) / BLOCK).copied().unwrap_or_default()
    }

    /// The room of the classes.
    pub(crate) fn into_room(self) -> Vec<Classes> {
        self.classes
    }
}

/// Adds the classes of each block of a range.
fn fill(bytes: &[u8], range: Range<usize>, out: &mut Vec<Classes>) {
    #[cfg(target_arch = "x86_64")]
    if wider::is_there() {
        return wider::fill(bytes, range, out);
    }
    out.extend(range.step_by(BLOCK).map(|at| Classes::at(bytes, at)));
}

/// The blocks of a range, each with the place of its first byte. The last may reach behind the range, but not behind the bytes:
/// there it has zeros.
pub(crate) fn blocks(bytes: &[u8], range: Range<usize>) -> impl Iterator<Item = (usize, Block)> {
    let end = range.end.min(bytes.len());
    (range.start..end).step_by(BLOCK).map(|at| (at, Block::at(bytes, at)))
}

/// Where the bits of a mask are.
pub(crate) fn each(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (bits != 0).then(|| first(bits));
        bits &= bits.wrapping_sub(1);
        at
    })
}

/// Where the first bit is that is set. There is one.
#[inline]
pub(crate) fn first(bits: u64) -> usize {
    usize::try_from(bits.trailing_zeros()).expect("there are 64 bits")
}

/// Where the last bit is that is set. There is one.
#[inline]
pub(crate) fn last(bits: u64) -> usize {
    usize::try_from(bits.ilog2()).expect("there are 64 bits")
}

/// How many bits are set.
#[inline]
pub(crate) fn count(bits: u64) -> usize {
    usize::try_from(bits.count_ones()).expect("there are 64 bits")
}

/// The bits of `mask` at which a row of so many begins; `next` is the mask of the block that follows.
#[inline]
pub(crate) fn rows<const LENGTH: u32>(mask: u64, next: u64) -> u64 {
    let steps = const { steps(LENGTH) };
    // Mostly there is none, whatever follows.
    let rows = mask & of_next(mask, steps[0]);
    let rows = rows & of_next(rows, steps[1]);
    let rows = rows & of_next(rows, steps[2]);
    let rows = rows & of_next(rows, steps[3]);
    let rows = rows & of_next(rows, steps[4]);
    if rows & of_next(rows, steps[5]) == 0 {
        return 0;
    }
    let both = u128::from(mask) | u128::from(next) << u64::BITS;
    let rows = steps.iter().fold(both, |rows, step| rows & rows >> step);
    u64::try_from(rows & u128::from(u64::MAX)).expect("64 bits were kept")
}

/// How far rows are shifted against themselves, time by time, until so many bits have met.
const fn steps(length: u32) -> [u32; 6] {
    let mut steps = [0; 6];
    let (mut known, mut at) = (1, 0);
    while known < length {
        steps[at] = if known < length - known { known } else { length - known };
        known += steps[at];
        at += 1;
    }
    steps
}

/// For each byte the bit of the one before it. What stands before the block is not known and taken for set.
#[inline]
pub(crate) fn of_last(mask: u64) -> u64 {
    mask << 1 | 1
}

/// For each byte the bit of the one that stands so many places behind it. What stands behind the block is taken for set.
#[inline]
pub(crate) fn of_next(mask: u64, places: u32) -> u64 {
    mask >> places | !(u64::MAX >> places)
}

#[cfg(target_arch = "x86_64")]
#[expect(
    unsafe_code,
    reason = "16 comparisons at once can be said in no other way, and on them the speed of the scan rests"
)]
mod wide {
    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128, _mm_set_epi64x,
        _mm_set1_epi8, _mm_sub_epi8,
    };
    use std::ops::BitOr;

    use super::BLOCK;

    // The instructions are those of SSE2, which every processor of this kind has, and none reads or writes memory.

    /// Bytes that are compared together, in four parts of 16.
    #[derive(Clone, Copy)]
    pub(crate) struct Block([__m128i; 4]);

    /// Some of the bytes of a block: all bits of a byte are set, or its highest at least, or none.
    #[derive(Clone, Copy)]
    pub(crate) struct Marks([__m128i; 4]);

    impl Block {
        #[inline]
        pub(super) fn of(bytes: &[u8; BLOCK]) -> Self {
            let half = |at: usize| {
                let half = bytes[at..].first_chunk().expect("a block has eight such halves");
                i64::from_le_bytes(*half)
            };
            // SAFETY: SSE2 is a part of x86-64.
            let part = |at: usize| unsafe { _mm_set_epi64x(half(at + 8), half(at)) };
            Self([part(0), part(16), part(32), part(48)])
        }

        /// The bytes that are this one.
        #[inline]
        pub(crate) fn is(self, byte: u8) -> Marks {
            let byte = all(byte);
            // SAFETY: SSE2 is a part of x86-64.
            Marks(each(self.0, |part| unsafe { _mm_cmpeq_epi8(part, byte) }))
        }

        /// The bytes from one to another.
        #[inline]
        pub(crate) fn between(self, first: u8, last: u8) -> Marks {
            let (least, most) = (all(first), all(last - first));
            // SAFETY: SSE2 is a part of x86-64.
            Marks(each(self.0, |part| unsafe {
                let above = _mm_sub_epi8(part, least);
                _mm_cmpeq_epi8(_mm_min_epu8(above, most), above)
            }))
        }

        /// The letters of ASCII in either case.
        #[inline]
        pub(crate) fn letters(self) -> Marks {
            let small = all(0x20);
            // SAFETY: SSE2 is a part of x86-64.
            Self(each(self.0, |part| unsafe { _mm_or_si128(part, small) })).between(b'a', b'z')
        }

        /// The bytes that are not ASCII.
        #[inline]
        pub(crate) fn foreign(self) -> Marks {
            Marks(self.0)
        }
    }

    impl Marks {
        /// A bit for each byte.
        #[inline]
        pub(crate) fn bits(self) -> u64 {
            // SAFETY: SSE2 is a part of x86-64.
            let bits = |part| u64::from(unsafe { _mm_movemask_epi8(part) }.cast_unsigned());
            let [first, second, third, fourth] = self.0;
            bits(first) | bits(second) << 16 | bits(third) << 32 | bits(fourth) << 48
        }
    }

    impl BitOr for Marks {
        type Output = Self;

        #[inline]
        fn bitor(self, other: Self) -> Self {
            // SAFETY: SSE2 is a part of x86-64.
            let both = |at: usize| unsafe { _mm_or_si128(self.0[at], other.0[at]) };
            Self([both(0), both(1), both(2), both(3)])
        }
    }

    #[inline]
    fn each(parts: [__m128i; 4], change: impl Fn(__m128i) -> __m128i) -> [__m128i; 4] {
        let [first, second, third, fourth] = parts;
        [change(first), change(second), change(third), change(fourth)]
    }

    #[inline]
    fn all(byte: u8) -> __m128i {
        // SAFETY: SSE2 is a part of x86-64.
        unsafe { _mm_set1_epi8(byte.cast_signed()) }
    }
}

/// The classes by the instructions of AVX2, which most processors of this kind have.
#[cfg(target_arch = "x86_64")]
#[expect(
    unsafe_code,
    reason = "32 comparisons at once can be said in no other way, and on them the speed of the scan rests"
)]
mod wider {
    use std::arch::x86_64::{
        __m256i, _mm256_cmpeq_epi8, _mm256_loadu_si256, _mm256_min_epu8, _mm256_movemask_epi8,
        _mm256_or_si256, _mm256_set1_epi8, _mm256_sub_epi8,
    };
    use std::ops::Range;

    use super::{BLOCK, Classes};

    pub(super) fn is_there() -> bool {
        std::arch::is_x86_feature_detected!("avx2")
    }

    /// Adds the classes of each block of a range. The processor has the instructions.
    pub(super) fn fill(bytes: &[u8], range: Range<usize>, out: &mut Vec<Classes>) {
        assert!(is_there());
        // SAFETY: it has.
        unsafe { fill_each(bytes, range, out) }
    }

    #[target_feature(enable = "avx2")]
    fn fill_each(bytes: &[u8], range: Range<usize>, out: &mut Vec<Classes>) {
        let mut padded = [0; BLOCK];
        out.extend(range.step_by(BLOCK).map(|at| {
            let rest = &bytes[at..];
            classes(rest.first_chunk().unwrap_or_else(|| {
                padded[..rest.len()].copy_from_slice(rest);
                &padded
            }))
        }));
    }

    #[target_feature(enable = "avx2")]
    fn classes(block: &[u8; BLOCK]) -> Classes {
        let (low, high) = block.split_at(BLOCK / 2);
        // SAFETY: each half has the 32 bytes that are read.
        let block =
            unsafe { [_mm256_loadu_si256(low.as_ptr().cast()), _mm256_loadu_si256(high.as_ptr().cast())] };
        let small = block.map(|part| _mm256_or_si256(part, _mm256_set1_epi8(0x20)));
        Classes {
            letters: between(small, b'a', b'z'),
            capitals: between(block, b'A', b'Z'),
            digits: between(block, b'0', b'9'),
            foreign: bits(block),
            controls: between(block, 0, 0x08) | between(block, 0x0e, 0x1f) | is(block, 0x7f),
            ats: is(block, b'@'),
            pluses: is(block, b'+'),
            colons: is(block, b':'),
            stops: is(block, b'.'),
            slashes: is(block, b'/'),
            spaces: is(block, b' '),
            hyphens: is(block, b'-'),
            underscores: is(block, b'_'),
        }
    }

    #[target_feature(enable = "avx2")]
    fn is([low, high]: [__m256i; 2], byte: u8) -> u64 {
        let byte = _mm256_set1_epi8(byte.cast_signed());
        bits([_mm256_cmpeq_epi8(low, byte), _mm256_cmpeq_epi8(high, byte)])
    }

    #[target_feature(enable = "avx2")]
    fn between([low, high]: [__m256i; 2], first: u8, last: u8) -> u64 {
        let (least, most) =
            (_mm256_set1_epi8(first.cast_signed()), _mm256_set1_epi8((last - first).cast_signed()));
        let [low, high] = [_mm256_sub_epi8(low, least), _mm256_sub_epi8(high, least)];
        let is_of = [_mm256_min_epu8(low, most), _mm256_min_epu8(high, most)];
        bits([_mm256_cmpeq_epi8(is_of[0], low), _mm256_cmpeq_epi8(is_of[1], high)])
    }

    #[target_feature(enable = "avx2")]
    fn bits([low, high]: [__m256i; 2]) -> u64 {
        let bits = |part| u64::from(_mm256_movemask_epi8(part).cast_unsigned());
        bits(low) | bits(high) << 32
    }
}

#[cfg(not(target_arch = "x86_64"))]
use plain as wide;

/// The same byte by byte.
#[cfg(any(test, not(target_arch = "x86_64")))]
mod plain {
    use std::ops::BitOr;

    use super::BLOCK;

    #[derive(Clone, Copy)]
    pub(crate) struct Block([u8; BLOCK]);

    #[derive(Clone, Copy)]
    pub(crate) struct Marks(u64);

    impl Block {
        pub(super) fn of(bytes: &[u8; BLOCK]) -> Self {
            Self(*bytes)
        }

        pub(crate) fn is(self, byte: u8) -> Marks {
            self.some(|other| other == byte)
        }

        pub(crate) fn between(self, first: u8, last: u8) -> Marks {
            self.some(|byte| (first..=last).contains(&byte))
        }

        pub(crate) fn letters(self) -> Marks {
            self.some(|byte| byte.is_ascii_alphabetic())
        }

        pub(crate) fn foreign(self) -> Marks {
            self.some(|byte| !byte.is_ascii())
        }

        fn some(self, test: impl Fn(u8) -> bool) -> Marks {
            Marks(self.0.iter().rev().fold(0, |mask, byte| mask << 1 | u64::from(test(*byte))))
        }
    }

    impl Marks {
        pub(crate) fn bits(self) -> u64 {
            self.0
        }
    }

    impl BitOr for Marks {
        type Output = Self;

        fn bitor(self, other: Self) -> Self {
            Self(self.0 | other.0)
        }
    }
}

pub(crate) use wide::Block;

impl Block {
    /// The block that begins at a place.
    #[inline]
    pub(crate) fn at(bytes: &[u8], at: usize) -> Self {
        let rest = bytes.get(at..).unwrap_or_default();
        if let Some(whole) = rest.first_chunk() {
            return Self::of(whole);
        }
        let mut padded = [0; BLOCK];
        padded[..rest.len()].copy_from_slice(rest);
        Self::of(&padded)
    }

    /// The digits of ASCII.
    #[inline]
    pub(crate) fn digits(self) -> wide::Marks {
        self.between(b'0', b'9')
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn many_at_once_are_told_as_one_by_one(bytes in prop::array::uniform32(any::<[u8; 2]>()), byte: u8, last: u8) {
            let bytes: [u8; BLOCK] = bytes.concat().try_into().unwrap();
            let (wide, plain) = (wide::Block::of(&bytes), plain::Block::of(&bytes));
            prop_assert_eq!(wide.is(byte).bits(), plain.is(byte).bits());
            prop_assert_eq!(wide.is(bytes[9]).bits(), plain.is(bytes[9]).bits());
            let last = last.max(byte);
            prop_assert_eq!(wide.between(byte, last).bits(), plain.between(byte, last).bits());
            prop_assert_eq!(wide.letters().bits(), plain.letters().bits());
            prop_assert_eq!(wide.foreign().bits(), plain.foreign().bits());
        }

        #[test]
        fn rows_of_a_length_are_found_where_they_begin(mask: u64, next: u64, dense: u64) {
            let (mask, next) = (mask | dense, next | dense.rotate_left(7));
            for (mask, next) in [(mask, next), (mask | mask << 1 | mask << 2, next | next >> 2), (!mask << 20, !0), (!0, !next)] {
                let both = [mask, next];
                let is_set = |at: usize| both[at / BLOCK] >> (at % BLOCK) & 1 == 1;
                let slow = |length: usize| (0..BLOCK).filter(|at| (*at..at + length).all(is_set)).collect::<Vec<_>>();
                prop_assert_eq!(each(rows::<1>(mask, next)).collect::<Vec<_>>(), slow(1));
                prop_assert_eq!(each(rows::<13>(mask, next)).collect::<Vec<_>>(), slow(13));
                prop_assert_eq!(each(rows::<48>(mask, next)).collect::<Vec<_>>(), slow(48));
                prop_assert_eq!(each(rows::<64>(mask, next)).collect::<Vec<_>>(), slow(64));
            }
        }
    }

    #[test]
    fn every_byte_has_its_class() {
        for byte in 0..=255_u8 {
            let (wide, plain) = (wide::Block::of(&[byte; BLOCK]), plain::Block::of(&[byte; BLOCK]));
            assert_eq!(
                (wide.letters().bits(), wide.foreign().bits()),
                (plain.letters().bits(), plain.foreign().bits()),
                "{byte}"
            );
            assert_eq!(wide.digits().bits(), if byte.is_ascii_digit() { u64::MAX } else { 0 }, "{byte}");
        }
    }

    #[test]
    fn classes_are_the_same_by_whatever_instructions() {
        let bytes: Vec<u8> = (0..=255).cycle().skip(7).step_by(3).take(5 * BLOCK + 9).collect();
        for range in [0..bytes.len(), 3..bytes.len(), 70..200, 9..9, bytes.len()..bytes.len()] {
            let area = Area::new(&bytes, range.clone(), vec![Classes::default(); 3]);
            let is_near = |at: &usize| *at < range.end.max(1) && *at < bytes.len();
            for at in (range.start..).step_by(BLOCK).take_while(is_near) {
                assert_eq!(area.classes(at), Classes::at(&bytes, at), "{at}");
            }
            let behind = (range.start..bytes.len() + BLOCK).step_by(BLOCK).next_back().unwrap();
            assert_eq!(area.classes(behind + BLOCK), Classes::default());
        }
    }

    #[test]
    fn the_last_block_has_zeros_behind_the_bytes() {
        let bytes = [b'a'; BLOCK + 3];
        let masks: Vec<_> =
            blocks(&bytes, 0..BLOCK + 1).map(|(at, block)| (at, block.letters().bits())).collect();
        assert_eq!(masks, [(0, u64::MAX), (BLOCK, 0b111)]);
        assert_eq!(Block::at(&bytes, 500).letters().bits(), 0);
        assert_eq!((of_last(0b100), of_next(0b100, 1)), (0b1001, 0b10 | 1 << 63));
    }
}

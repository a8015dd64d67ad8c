//! Proof of work: targets in compact form, and the work that a header stands for.

use crate::hash::BlockHash;

/// The number below which a header's hash must lie, as 32 bytes, most significant first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target([u8; 32]);

impl Target {
    /// Reads the compact form of a header: one byte of length, three of leading digits.
    ///
    /// `None` for a negative number, zero, or one that 32 bytes cannot hold.
    pub fn from_bits(bits: u32) -> Option<Self> {
        let [length, high, middle, low] = bits.to_be_bytes();
        if high & 0x80 != 0 {
            return None;
        }
        let digits = [high, middle, low];
        let length = usize::from(length);
        let mut target = [0; 32];
        for (i, digit) in digits.into_iter().enumerate() {
            // The first digit is the most significant of `length` bytes; those below the last byte are cut off.
            let Some(weight) = length.checked_sub(i + 1) else { continue };
            match (31_usize.checked_sub(weight), digit) {
                (Some(place), digit) => target[place] = digit,
                (None, 0) => {}
                (None, _) => return None,
            }
        }
        (target != [0; 32]).then_some(Self(target))
    }

    /// Whether `hash` lies at or below the target.
    pub fn is_met_by(&self, hash: &BlockHash) -> bool {
        let mut number = *hash.as_bytes();
        number.reverse();
        number <= self.0
    }

    /// How many hashes are needed on average to meet the target: 2^256 / (target + 1), rounded down.
    ///
    /// Saturates at 2^128 - 1, some ten billion times the work of the whole main network.
    pub fn work(&self) -> u128 {
        // Long division of 2^256 by (target + 1), bit by bit, in two halves of 128 bits.
        let (high, low) = halves(self.0);
        let (divisor_low, carry) = low.overflowing_add(1);
        let (divisor_high, overflow) = high.overflowing_add(u128::from(carry));
        if overflow {
            return 1;
        }
        let (mut rest_high, mut rest_low) = (0_u128, 1_u128);
        let mut quotient = 0_u128;
        for _ in 0..256 {
            let shifted_out = rest_high >> 127 == 1;
            rest_high = (rest_high << 1) | (rest_low >> 127);
            rest_low <<= 1;
            if quotient >> 127 == 1 {
                return u128::MAX;
            }
            quotient <<= 1;
            if shifted_out || (rest_high, rest_low) >= (divisor_high, divisor_low) {
                let (low, borrow) = rest_low.overflowing_sub(divisor_low);
                rest_low = low;
                rest_high = rest_high.wrapping_sub(divisor_high).wrapping_sub(u128::from(borrow));
                quotient |= 1;
            }
        }
        quotient
    }
}

fn halves(bytes: [u8; 32]) -> (u128, u128) {
    let (mut high, mut low) = ([0; 16], [0; 16]);
    high.copy_from_slice(&bytes[..16]);
    low.copy_from_slice(&bytes[16..]);
    (u128::from_be_bytes(high), u128::from_be_bytes(low))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn theirs(bits: u32) -> bitcoin::Target {
        bitcoin::Target::from_compact(bitcoin::CompactTarget::from_consensus(bits))
    }

    #[test]
    fn work_of_the_first_difficulty_is_the_known_one() {
        // Chain work of mainnet's first block as every node prints it.
        assert_eq!(Target::from_bits(0x1d00_ffff).unwrap().work(), 0x1_0001_0001);
        assert_eq!(Target::from_bits(0x207f_ffff).unwrap().work(), 2);
    }

    #[test]
    fn negative_zero_and_too_large_targets_are_none() {
        for bits in [0, 0x1d00_0000, 0x0480_0001, 0x2300_0001 | 0x00ff_0000, 0x2101_0000, 0x0000_ffff] {
            assert_eq!(Target::from_bits(bits), None, "{bits:08x}");
        }
        assert!(Target::from_bits(0x2200_00ff).is_some());
        assert!(Target::from_bits(0x0101_0000).is_some());
    }

    proptest! {
        #[test]
        fn target_and_work_agree_with_the_bitcoin_crate(length in 1_u32..=32, digits in 1_u32..0x80_0000) {
            let bits = length << 24 | digits;
            if let Some(target) = Target::from_bits(bits) {
                prop_assert_eq!(target.0, theirs(bits).to_be_bytes());
                let mut work = [0; 16];
                let expected = theirs(bits).to_work().to_be_bytes();
                work.copy_from_slice(&expected[16..]);
                let expected = if expected[..16] == [0; 16] { u128::from_be_bytes(work) } else { u128::MAX };
                prop_assert_eq!(target.work(), expected);
            }
        }
    }
}

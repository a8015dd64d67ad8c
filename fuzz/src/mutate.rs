//! Makes new inputs from old ones, the same for the same seed.

/// The longest input that is made. Limits of parsers above this are tested at the limit by the crates
/// themselves; here many small inputs find more than few large ones.
pub const MAX_INPUT_BYTES: usize = 64 * 1024;

/// How many changes are made to one input at most. More than a few leave nothing that a parser recognises.
const MAX_CHANGES: usize = 8;

/// How many mutated inputs are kept to be mutated again, so that changes add up.
const DRIFT: usize = 64;

/// Makes inputs for one target.
pub struct Mutator {
    random: Random,
    pool: Vec<Vec<u8>>,
    fixed: usize,
}

impl Mutator {
    /// A mutator that starts from `seeds`. The order of the seeds matters: sort what comes from a folder.
    pub fn new(seed: u64, mut seeds: Vec<Vec<u8>>) -> Self {
        if seeds.is_empty() {
            seeds.push(Vec::new());
        }
        let fixed = seeds.len();
        Self { random: Random(seed), pool: seeds, fixed }
    }

    /// The next input.
    pub fn next_input(&mut self) -> Vec<u8> {
        let from = self.random.below(self.pool.len());
        let mut input = self.pool[from].clone();
        // One in thirty-two inputs has no structure at all.
        if self.random.below(32) == 0 {
            let length = self.random.below(256);
            input = (0..length).map(|_| self.random.byte()).collect();
        }
        for _ in 0..=self.random.below(MAX_CHANGES) {
            self.change(&mut input);
        }
        input.truncate(MAX_INPUT_BYTES);
        if self.random.below(16) == 0 {
            if self.pool.len() < self.fixed + DRIFT {
                self.pool.push(input.clone());
            } else {
                let place = self.fixed + self.random.below(DRIFT);
                self.pool[place].clone_from(&input);
            }
        }
        input
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let random = &mut self.random;
        let at = random.below(input.len() + 1);
        match random.below(12) {
            // A bit, a byte, a digit.
            0 if at < input.len() => input[at] ^= 1 << random.below(8),
            1 if at < input.len() => input[at] = random.byte(),
            2 if at < input.len() => {
                input[at] = input[at].wrapping_add(if random.below(2) == 0 { 1 } else { 255 });
            }
            // Cut off, cut out, said twice, swapped.
            3 => input.truncate(at),
            4 => {
                let end = (at + random.length()).min(input.len());
                input.drain(at..end);
            }
            5 => {
                let end = (at + random.length()).min(input.len());
                let piece = input[at..end].repeat(1 + random.below(4));
                insert(input, at, &piece);
            }
            6 if at < input.len() => {
                let other = random.below(input.len());
                input.swap(at, other);
            }
            // A number where lengths, counts and heights go, in both byte orders and several widths.
            7 | 8 => {
                let number =
                    NUMBERS[random.below(NUMBERS.len())].wrapping_add(NEAR[random.below(NEAR.len())]);
                let width = [1, 2, 4, 8][random.below(4)];
                let bytes = if random.below(2) == 0 {
                    number.to_le_bytes()[..width].to_vec()
                } else {
                    number.to_be_bytes()[8 - width..].to_vec()
                };
                put(input, at, &bytes, random.below(4) == 0);
            }
            9 => put(input, at, TOKENS[random.below(TOKENS.len())], random.below(2) == 0),
            // The head of this one, the tail of another; or a piece of another in the middle.
            10 => {
                let other = &self.pool[self.random.below(self.pool.len())];
                let from = self.random.below(other.len() + 1);
                let tail = other[from..].to_vec();
                input.truncate(at);
                input.extend_from_slice(&tail);
            }
            11 => {
                let other = &self.pool[self.random.below(self.pool.len())];
                let from = self.random.below(other.len() + 1);
                let end = (from + self.random.length()).min(other.len());
                let piece = other[from..end].to_vec();
                put(input, at, &piece, self.random.below(2) == 0);
            }
            _ => {
                let byte = random.byte();
                insert(input, at, &[byte]);
            }
        }
        input.truncate(MAX_INPUT_BYTES);
    }
}

/// Numbers at which formats change their mind.
const NUMBERS: &[u64] = &[
    0,
    23,
    0x7f,
    0x80,
    0xfc,
    0xfd,
    0xff,
    0x7fff,
    0xffff,
    0x1_0000,
    0x0010_0000,
    0x7fff_ffff,
    0x8000_0000,
    0xffff_ffff,
    // Bitcoin: the weight limit of a block, all the coins there will be in satoshis.
    4_000_000,
    2_100_000_000_000_000,
    1 << 53,
    0x7fff_ffff_ffff_ffff,
    0xffff_ffff_ffff_ffff,
];

/// One below, at, and one past.
const NEAR: &[u64] = &[0, 1, u64::MAX];

/// Pieces that mean something to one format or another.
const TOKENS: &[&[u8]] = &[
    b"\0",
    b"\n",
    b"\r\n",
    b"\"",
    b"../",
    b"[[",
    b"]]",
    b"{ $",
    b" = ",
    b"\xff\xff\xff\xff",
    // CBOR (RFC 8949): arrays and maps without end, byte string of 2^63 bytes, nested tags, not-a-number, break.
    b"\x9f",
    b"\xbf",
    b"\x5b\x80\0\0\0\0\0\0\0",
    b"\x9b\x7f\xff\xff\xff\xff\xff\xff\xff",
    b"\xd8\x18",
    b"\xf9\x7e\0",
    b"\x81\x81\x81\x81\x81\x81\x81\x81",
    // CompactSize of Bitcoin: 2^64 - 1.
    b"\xff\xff\xff\xff\xff\xff\xff\xff\xff",
    // Magic of mainnet, testnet3, regtest.
    b"\xf9\xbe\xb4\xd9",
    b"\x0b\x11\x09\x07",
    b"\xfa\xbf\xb5\xda",
    // Text: override of direction, zero width joiner, byte order mark, a surrogate, an overlong slash.
    b"\xe2\x80\xae",
    b"\xe2\x80\x8d",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xc0\xaf",
    b"\xe2\x80\x94 ",
    b"-1",
    b"1e999",
    b"18446744073709551616",
    b"9999-12-31T23:59:60Z",
];

/// SplitMix64: small, without state that could be wrong, and good enough to choose bytes. Nothing secret
/// comes from it.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    /// A number below `bound`; 0 when the bound is 0.
    fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound.max(1)).expect("a length in memory fits in 64 bits");
        usize::try_from(self.next() % bound).expect("it is below a length in memory")
    }

    /// A length that is mostly short.
    fn length(&mut self) -> usize {
        let bound = [4, 16, 64, 1024][self.below(4)];
        1 + self.below(bound)
    }
}

fn insert(input: &mut Vec<u8>, at: usize, piece: &[u8]) {
    input.splice(at..at, piece.iter().copied());
}

/// Writes `piece` at a place: between the bytes, or over them.
fn put(input: &mut Vec<u8>, at: usize, piece: &[u8], between: bool) {
    let end = if between { at } else { (at + piece.len()).min(input.len()) };
    input.splice(at..end, piece.iter().copied());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(seed: u64) -> Vec<Vec<u8>> {
        let mut mutator = Mutator::new(seed, vec![b"first seed".to_vec(), vec![0; MAX_INPUT_BYTES]]);
        (0..2000).map(|_| mutator.next_input()).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_inputs() {
        assert_eq!(inputs(7), inputs(7));
        assert_ne!(inputs(7), inputs(8));
    }

    #[test]
    fn no_input_is_longer_than_the_limit_and_most_differ() {
        let inputs = inputs(1);
        assert!(inputs.iter().all(|input| input.len() <= MAX_INPUT_BYTES));
        assert!(inputs.iter().any(|input| input.len() == MAX_INPUT_BYTES));
        let different = inputs.iter().collect::<std::collections::BTreeSet<_>>().len();
        assert!(different > 1800, "only {different} of 2000 inputs differ");
    }

    #[test]
    fn without_seeds_there_are_inputs_all_the_same() {
        let mut mutator = Mutator::new(3, Vec::new());
        assert!((0..100).any(|_| mutator.next_input().len() > 8));
    }
}

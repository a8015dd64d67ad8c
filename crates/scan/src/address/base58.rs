//! Base58Check addresses: a version byte, a hash of 20 bytes, four bytes of checksum.

use sha2::{Digest, Sha256};

use crate::hit::Network;
use crate::syntax::SyntaxError;

/// The fewest symbols that 25 bytes can take: each leading zero byte takes one, any other byte more than one.
pub(super) const SYMBOLS_MIN: usize = 25;

/// The most that 25 bytes can take: 25 * log(256) / log(58), rounded up.
pub(super) const SYMBOLS_MAX: usize = 35;

/// The version bytes of a ledger, each with its network.
pub(super) type Versions = [(u8, Network)];

/// `chainparams.cpp` of Bitcoin Core. Other ledgers have used the same bytes: Litecoin 0x05 before it took 0x32, Bitcoin
/// Cash all four before it took another form. They do not tell for which ledger an address was meant.
pub(super) const BITCOIN: [(u8, Network); 4] = [
    (0x00, Network::Mainnet),
    (0x05, Network::Mainnet),
    (0x6f, Network::TestnetOrRegtest),
    (0xc4, Network::TestnetOrRegtest),
];

/// `chainparams.cpp` of Litecoin Core: 0x05 and 0xc4 are how it wrote script addresses before 0x32 and 0x3a.
pub(super) const LITECOIN: [(u8, Network); 6] = [
    (0x30, Network::Mainnet),
    (0x32, Network::Mainnet),
    (0x05, Network::Mainnet),
    (0x6f, Network::TestnetOrRegtest),
    (0x3a, Network::TestnetOrRegtest),
    (0xc4, Network::TestnetOrRegtest),
];
/// `chainparams.cpp` of Dogecoin Core; regtest has the bytes of Bitcoin for key hashes.
pub(super) const DOGECOIN: [(u8, Network); 5] = [
    (0x1e, Network::Mainnet),
    (0x16, Network::Mainnet),
    (0x71, Network::Testnet),
    (0x6f, Network::Regtest),
    (0xc4, Network::TestnetOrRegtest),
];
/// `chainparams.cpp` of Dash Core.
pub(super) const DASH: [(u8, Network); 4] = [
    (0x4c, Network::Mainnet),
    (0x10, Network::Mainnet),
    (0x8c, Network::TestnetOrRegtest),
    (0x13, Network::TestnetOrRegtest),
];

/// TRON's developer documentation, *Account*.
pub(super) const TRON: [(u8, Network); 1] = [(0x41, Network::Mainnet)];

/// The network of a Base58Check address of the ledger that has these version bytes.
pub(super) fn read(text: &[u8], versions: &Versions) -> Result<Network, SyntaxError> {
    let bytes = decode(text).ok_or(SyntaxError::Form)?;
    if !is_checked(&bytes) {
        return Err(SyntaxError::Checksum);
    }
    network_of(versions, bytes[0]).ok_or(SyntaxError::Form)
}

pub(super) fn network_of(versions: &Versions, version: u8) -> Option<Network> {
    versions.iter().find(|(known, _)| *known == version).map(|(_, network)| *network)
}

/// Whether the last four bytes are the beginning of the double SHA-256 of all before them.
pub(super) fn is_checked(bytes: &[u8]) -> bool {
    bytes
        .split_last_chunk::<4>()
        .is_some_and(|(payload, checksum)| Sha256::digest(Sha256::digest(payload)).starts_with(checksum))
}

/// Decodes the text if it stands for exactly 25 bytes.
pub(super) fn decode(text: &[u8]) -> Option<[u8; 25]> {
    if !(SYMBOLS_MIN..=SYMBOLS_MAX).contains(&text.len()) {
        return None;
    }
    // Seven limbs, the highest first, hold 28 bytes. Five symbols at a time fit a limb: 58^5 < 2^32.
    let mut limbs = [0_u32; 7];
    for symbols in text.chunks(5) {
        let mut factor = 1_u64;
        let mut carry = 0_u64;
        for symbol in symbols {
            let digit = digit(*symbol)?;
            carry = carry * 58 + u64::from(digit);
            factor *= 58;
        }
        for limb in limbs.iter_mut().rev() {
            let sum = u64::from(*limb) * factor + carry;
            *limb = u32::try_from(sum & 0xffff_ffff).expect("32 bits were kept");
            carry = sum >> 32;
        }
        if carry != 0 {
            return None;
        }
    }
    let mut wide = [0_u8; 28];
    for (slot, limb) in wide.chunks_exact_mut(4).zip(limbs) {
        slot.copy_from_slice(&limb.to_be_bytes());
    }
    let (high, low) = wide.split_at(3);
    let bytes: [u8; 25] = low.try_into().expect("28 less 3 is 25");
    // Each leading zero byte is written as one leading `1`, no more and no fewer.
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let ones = text.iter().take_while(|symbol| **symbol == b'1').count();
    (high == [0; 3] && zeros == ones).then_some(bytes)
}

/// What a symbol counts.
pub(super) fn digit(symbol: u8) -> Option<u8> {
    let digit = DIGIT_OF[usize::from(symbol)];
    (digit != NONE).then_some(digit)
}

const NONE: u8 = 0xff;

static DIGIT_OF: [u8; 256] = {
    let alphabet = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut table = [NONE; 256];
    let mut digit = 0_u8;
    while digit < 58 {
        table[alphabet[digit as usize] as usize] = digit;
        digit += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn encode(version: u8, hash: [u8; 20]) -> String {
        let mut payload = vec![version];
        payload.extend(hash);
        bs58::encode(payload).with_check().into_string()
    }

    fn network(text: &[u8]) -> Option<Network> {
        read(text, &BITCOIN).ok()
    }

    #[test]
    fn the_four_version_bytes_name_their_networks() {
        for (version, expected) in [
            (0x00, Network::Mainnet),
            (0x05, Network::Mainnet),
            (0x6f, Network::TestnetOrRegtest),
            (0xc4, Network::TestnetOrRegtest),
        ] {
            assert_eq!(network(encode(version, [9; 20]).as_bytes()), Some(expected));
        }
        for version in (1..=255_u8).filter(|version| ![0x05, 0x6f, 0xc4].contains(version)) {
            assert_eq!(network(encode(version, [9; 20]).as_bytes()), None, "{version}");
        }
    }

    #[test]
    fn leading_ones_are_counted() {
        // The hash of 20 zero bytes: an address that coins were really sent to.
        let burned = "1111111111111111111114oLvT2";
        assert_eq!(network(burned.as_bytes()), Some(Network::Mainnet));
        assert_eq!(network(&burned.as_bytes()[1..]), None);
        assert_eq!(network(format!("1{burned}").as_bytes()), None);
    }

    #[test]
    fn the_longest_address_is_read_and_one_symbol_more_is_not() {
        let longest = encode(0xc4, [0xff; 20]);
        assert_eq!(longest.len(), SYMBOLS_MAX);
        assert_eq!(network(longest.as_bytes()), Some(Network::TestnetOrRegtest));
        assert_eq!(network(format!("{longest}1").as_bytes()), None);
    }

    proptest! {
        #[test]
        fn decodes_as_the_bs58_crate_does(text in "[1-9A-HJ-NP-Za-km-z]{25,36}") {
            let theirs = bs58::decode(&text).into_vec().unwrap();
            let theirs = <[u8; 25]>::try_from(theirs).ok();
            prop_assert_eq!(decode(text.as_bytes()), theirs);
        }

        #[test]
        fn round_trips(version in any::<u8>(), hash in any::<[u8; 20]>(), zeros in 0_usize..20) {
            let mut hash = hash;
            hash[..zeros].fill(0);
            let bytes = decode(encode(version, hash).as_bytes()).unwrap();
            prop_assert_eq!(bytes[0], version);
            prop_assert_eq!(&bytes[1..21], &hash[..]);
        }
    }
}

//! Addresses of Zcash: the transparent ones of Base58Check, the shielded ones of Bech32 and the unified ones of Bech32m.

use super::base58::is_checked;
use super::bech32::{self, BECH32, BECH32M};
use crate::hit::Network;

/// Symbols of the longest unified address that is read: with a receiver of each of the four kinds that there are (ZIP 316)
/// it has 256, and some more for those that come.
pub(super) const SYMBOLS_MAX: usize = 320;

/// The two bytes before the hash of a transparent address: the protocol specification, §5.6.1.1.
const TRANSPARENT: [([u8; 2], Network); 4] = [
    ([0x1c, 0xb8], Network::Mainnet),
    ([0x1c, 0xbd], Network::Mainnet),
    ([0x1d, 0x25], Network::TestnetOrRegtest),
    ([0x1c, 0xba], Network::TestnetOrRegtest),
];

/// The network of a transparent address.
pub(super) fn transparent(text: &[u8]) -> Option<Network> {
    let bytes = bs58::decode(text).into_vec().ok().filter(|bytes| bytes.len() == 26)?;
    let (_, network) = TRANSPARENT.into_iter().find(|(version, _)| bytes.starts_with(version))?;
    is_checked(&bytes).then_some(network)
}

/// The network of a Sapling address (§5.6.3.1: 43 bytes in Bech32 under `zs`) or of a unified one (ZIP 316: Bech32m
/// without its limit of length, under `u`; F4Jumble, by which the bytes are mixed, takes 48 at least).
pub(super) fn shielded(text: &[u8]) -> Option<Network> {
    const PREFIXES: [(&[u8], u32, Network); 4] = [
        (b"zs", BECH32, Network::Mainnet),
        (b"ztestsapling", BECH32, Network::Testnet),
        (b"u", BECH32M, Network::Mainnet),
        (b"utest", BECH32M, Network::Testnet),
    ];
    let end = text.iter().position(|byte| *byte == b'1')?;
    let (prefix, rest, network) =
        PREFIXES.into_iter().find(|(prefix, ..)| text[..end].eq_ignore_ascii_case(prefix))?;
    let bytes = bech32::bytes_of(text, prefix, rest)?;
    let fits = if rest == BECH32 { bytes == 43 } else { bytes >= 48 && text.len() <= SYMBOLS_MAX };
    fits.then_some(network)
}

#[cfg(test)]
pub(super) mod tests {
    use ::bech32::{Bech32, Bech32m, Checksum, Hrp};

    use super::*;

    /// Bech32m without a limit of length.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Unified {}

    impl Checksum for Unified {
        type MidstateRepr = <Bech32m as Checksum>::MidstateRepr;
        type CorrectionField = <Bech32m as Checksum>::CorrectionField;
        const ROOT_GENERATOR: Self::CorrectionField = Bech32m::ROOT_GENERATOR;
        const ROOT_EXPONENTS: std::ops::RangeInclusive<usize> = Bech32m::ROOT_EXPONENTS;
        const CODE_LENGTH: usize = SYMBOLS_MAX;
        const CHECKSUM_LENGTH: usize = Bech32m::CHECKSUM_LENGTH;
        const GENERATOR_SH: [Self::MidstateRepr; 5] = Bech32m::GENERATOR_SH;
        const TARGET_RESIDUE: Self::MidstateRepr = Bech32m::TARGET_RESIDUE;
    }

    /// An address of so many symbols under a prefix, of bytes that stand for nothing.
    pub(in crate::address) fn unified(prefix: &str, symbols: usize) -> String {
        let hrp = Hrp::parse(prefix).unwrap();
        let bytes = (symbols - prefix.len() - 1 - 6) * 5 / 8;
        ::bech32::encode::<Unified>(hrp, &vec![0x5a; bytes]).unwrap()
    }

    #[test]
    fn transparent_addresses_are_read_and_one_changed_symbol_is_seen() {
        for (version, network) in TRANSPARENT {
            let payload = [&version[..], &[7; 20]].concat();
            let text = bs58::encode(payload).with_check().into_string();
            assert_eq!(transparent(text.as_bytes()), Some(network), "{text}");
            let changed = text.replace(&text[10..11], if &text[10..11] == "x" { "y" } else { "x" });
            assert_eq!(transparent(changed.as_bytes()), None);
        }
        let other = bs58::encode([&[0x1c, 0xb9][..], &[7; 20]].concat()).with_check().into_string();
        assert_eq!(transparent(other.as_bytes()), None);
    }

    #[test]
    fn shielded_addresses_have_their_length_and_their_checksum() {
        let sapling = |bytes| {
            let hrp = Hrp::parse("zs").unwrap();
            ::bech32::encode::<Bech32>(hrp, &vec![9; bytes]).unwrap()
        };
        assert_eq!(shielded(sapling(43).as_bytes()), Some(Network::Mainnet));
        assert_eq!(shielded(sapling(42).as_bytes()), None);
        for (prefix, network) in [("u", Network::Mainnet), ("utest", Network::Testnet)] {
            for length in [141, SYMBOLS_MAX] {
                let text = unified(prefix, length);
                assert_eq!(shielded(text.as_bytes()), Some(network), "{text}");
                assert_eq!(shielded(text.replacen('d', "q", 1).as_bytes()), None);
            }
        }
    }
}

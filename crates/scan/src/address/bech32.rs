//! Segregated-witness addresses: Bech32 (BIP173) for version 0, Bech32m (BIP350) for versions 1 to 16.

use crate::hit::Network;
use crate::syntax::SyntaxError;

/// `bc1`, a version, a program of two bytes, the checksum.
const SYMBOLS_MIN: usize = super::SHORT_MIN;

/// `bcrt1`, a version, a program of 40 bytes, the checksum.
const SYMBOLS_MAX: usize = 76;

/// Letters of the longest of those parts below.
pub(super) const PREFIX_MAX: usize = 4;

/// The human-readable parts of a ledger, each with its network.
pub(super) type Prefixes = [(&'static [u8], Network); 3];

/// Main network and test networks of Bitcoin by BIP173; `bcrt` is what Bitcoin Core uses for regtest.
pub(super) const BITCOIN: Prefixes =
    [(b"bc", Network::Mainnet), (b"tb", Network::Testnet), (b"bcrt", Network::Regtest)];

/// Those of Litecoin, in its `chainparams.cpp`.
pub(super) const LITECOIN: Prefixes =
    [(b"ltc", Network::Mainnet), (b"tltc", Network::Testnet), (b"rltc", Network::Regtest)];

/// Whether a text begins as a segregated-witness address of the ledger does, right or wrong.
pub(super) fn has_prefix(text: &[u8], prefixes: &Prefixes) -> bool {
    prefix_of(text, prefixes).is_some()
}

/// The network of a segregated-witness address of the ledger that has these prefixes.
pub(super) fn read(text: &[u8], prefixes: &Prefixes) -> Result<Network, SyntaxError> {
    if !(SYMBOLS_MIN..=SYMBOLS_MAX).contains(&text.len()) {
        return Err(SyntaxError::Form);
    }
    let (prefix, network) = prefix_of(text, prefixes).ok_or(SyntaxError::Form)?;
    // BIP173: a decoder must not accept a text that is partly in one case and partly in the other.
    if text.iter().any(u8::is_ascii_lowercase) && text.iter().any(u8::is_ascii_uppercase) {
        return Err(SyntaxError::Form);
    }
    let mut symbols = [0_u8; SYMBOLS_MAX];
    let data = &text[prefix.len() + 1..];
    for (slot, symbol) in symbols.iter_mut().zip(data) {
        *slot = value_of(symbol.to_ascii_lowercase()).ok_or(SyntaxError::Form)?;
    }
    let symbols = &symbols[..data.len()];
    let (version, program) = match symbols.split_last_chunk::<6>() {
        Some(([version, program @ ..], _)) => (*version, program),
        _ => return Err(SyntaxError::Form),
    };
    let constant = if version == 0 { BECH32 } else { BECH32M };
    if checksum(prefix, symbols) != constant {
        return Err(SyntaxError::Checksum);
    }
    let fits =
        version <= 16 && program_length(program).is_some_and(|length| is_program_length(version, length));
    if fits { Ok(network) } else { Err(SyntaxError::Form) }
}

/// How many bytes stand between a prefix of small letters and a checksum that leaves this rest. None where the checksum does
/// not, the text has both cases, or what is left over is not zero.
pub(super) fn bytes_of(text: &[u8], prefix: &[u8], rest: u32) -> Option<usize> {
    if text.iter().any(u8::is_ascii_lowercase) && text.iter().any(u8::is_ascii_uppercase) {
        return None;
    }
    let data = text.get(prefix.len() + 1..)?;
    let symbols: Vec<u8> = data.iter().map(|b| value_of(b.to_ascii_lowercase())).collect::<Option<_>>()?;
    let (program, _) = symbols.split_last_chunk::<6>()?;
    (checksum(prefix, &symbols) == rest).then(|| program_length(program))?
}

fn prefix_of(text: &[u8], prefixes: &Prefixes) -> Option<(&'static [u8], Network)> {
    prefixes.iter().copied().find(|(prefix, _)| {
        text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
            && text.get(prefix.len()) == Some(&b'1')
    })
}

/// The checksum constants of BIP173 and BIP350.
pub(super) const BECH32: u32 = 1;
pub(super) const BECH32M: u32 = 0x2bc8_30a3;

/// BIP141: a program has 2 to 40 bytes, and that of version 0 has 20 (key hash) or 32 (script hash).
fn is_program_length(version: u8, bytes: usize) -> bool {
    if version == 0 { bytes == 20 || bytes == 32 } else { (2..=40).contains(&bytes) }
}

/// How many bytes the five-bit symbols hold; nothing where what is left over is more than four bits or not
/// zero (BIP173).
fn program_length(symbols: &[u8]) -> Option<usize> {
    let bits = symbols.len() * 5;
    let left_over = bits % 8;
    let last = *symbols.last()?;
    (left_over <= 4 && last & ((1 << left_over) - 1) == 0).then_some(bits / 8)
}

fn checksum(prefix: &[u8], symbols: &[u8]) -> u32 {
    let high = prefix.iter().map(|byte| byte >> 5);
    let low = prefix.iter().map(|byte| byte & 31);
    high.chain([0]).chain(low).chain(symbols.iter().copied()).fold(1, step)
}

fn step(state: u32, symbol: u8) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    let top = state >> 25;
    let mut next = (state & 0x01ff_ffff) << 5 ^ u32::from(symbol);
    for (bit, generator) in GENERATOR.into_iter().enumerate() {
        next ^= if top >> bit & 1 == 1 { generator } else { 0 };
    }
    next
}

/// The five bits for which a small letter or digit stands.
pub(super) fn value_of(symbol: u8) -> Option<u8> {
    let value = VALUE_OF[usize::from(symbol)];
    (value != NONE).then_some(value)
}

const NONE: u8 = 0xff;

static VALUE_OF: [u8; 256] = {
    let alphabet = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let mut table = [NONE; 256];
    let mut value = 0_u8;
    while value < 32 {
        table[alphabet[value as usize] as usize] = value;
        value += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use bech32::{Fe32, Hrp, segwit};
    use proptest::prelude::*;

    use super::*;

    fn network(text: &[u8]) -> Option<Network> {
        read(text, &BITCOIN).ok()
    }

    fn encode(prefix: &str, version: u8, program: &[u8]) -> String {
        let hrp = Hrp::parse(prefix).unwrap();
        segwit::encode(hrp, Fe32::try_from(version).unwrap(), program).unwrap()
    }

    #[test]
    fn the_valid_addresses_of_bip173_and_bip350_are_read() {
        for (text, expected) in [
            ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", Network::Mainnet),
            ("tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7", Network::Testnet),
            ("bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y", Network::Mainnet),
            ("BC1SW50QGDZ25J", Network::Mainnet),
            ("bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs", Network::Mainnet),
            ("tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy", Network::Testnet),
            ("tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0c", Network::Testnet),
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", Network::Mainnet),
        ] {
            assert_eq!(network(text.as_bytes()), Some(expected), "{text}");
        }
    }

    #[test]
    fn the_invalid_addresses_of_bip350_are_refused() {
        for text in [
            "tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut", // human-readable part
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", // Bech32 for version 1
            "tb1z0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqglt7rf", // Bech32 for version 2
            "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL", // Bech32 for version 16
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",                     // Bech32m for version 0
            "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4", // a symbol outside the alphabet
            "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R", // version 17
            "bc1pw5dgrnzv",                                                   // a program of one byte
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav", // 41 bytes
            "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",                           // version 0 with 16 bytes
            "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zagq", // mixed case
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf", // more than four bits over
            "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vpggkg4j", // bits over that are not zero
            "bc1gmk9yu",                                                      // no data at all
        ] {
            assert_eq!(network(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn program_lengths_at_the_limit_and_one_past_it() {
        let accepted = |version: u8, bytes: usize| is_program_length(version, bytes);
        assert!(!accepted(1, 1) && accepted(1, 2) && accepted(16, 40) && !accepted(16, 41));
        assert!(
            !accepted(0, 19) && accepted(0, 20) && !accepted(0, 21) && accepted(0, 32) && !accepted(0, 33)
        );
        let (longest, shortest) = (encode("bcrt", 16, &[1; 40]), encode("bc", 16, &[1; 2]));
        assert_eq!((longest.len(), shortest.len()), (SYMBOLS_MAX, SYMBOLS_MIN));
        assert_eq!(network(longest.as_bytes()), Some(Network::Regtest));
        assert_eq!(network(shortest.as_bytes()), Some(Network::Mainnet));
    }

    proptest! {
        #[test]
        fn agrees_with_the_bech32_crate(
            prefix in prop::sample::select(vec!["bc", "tb", "bcrt", "ltc"]),
            version in 0_u8..=16,
            program in prop::collection::vec(any::<u8>(), 2..=40),
            at in any::<prop::sample::Index>(),
            symbol in "[0-9a-zA-Z]",
        ) {
            let program = match version {
                0 if program.len() < 20 => vec![1; 20],
                0 => [program.clone(), vec![1; 32]].concat()[..32].to_vec(),
                _ => program,
            };
            let right = encode(prefix, version, &program);
            prop_assert_eq!(network(right.as_bytes()).is_some(), prefix != "ltc");
            // One symbol changed: both must still say the same.
            let mut changed = right.clone().into_bytes();
            let at = at.index(changed.len());
            changed[at] = symbol.as_bytes()[0];
            let changed = String::from_utf8(changed).unwrap();
            let theirs = segwit::decode(&changed)
                .is_ok_and(|(hrp, ..)| ["bc", "tb", "bcrt"].contains(&hrp.to_lowercase().as_str()));
            prop_assert_eq!(network(changed.as_bytes()).is_some(), theirs, "{}", changed);
        }
    }
}

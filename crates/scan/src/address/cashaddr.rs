//! Addresses of Bitcoin Cash in their own form: CashAddr, by the specification of Bitcoin Cash Node
//! (`spec/cashaddr.md`).

use super::bech32::value_of;
use crate::hit::Network;
use crate::syntax::SyntaxError;

/// What the networks write before the colon.
const PREFIXES: [(&str, Network); 3] =
    [("bitcoincash", Network::Mainnet), ("bchtest", Network::Testnet), ("bchreg", Network::Regtest)];

/// Symbols of the checksum.
const CHECKSUM: usize = 8;

/// Symbols of the longest payload: a version byte and a hash of 64 bytes, 104, and the checksum.
const SYMBOLS_MAX: usize = 112;

/// The network of an address and its spelling with prefix in small letters. The prefix may be left out.
pub(super) fn read(text: &str) -> Result<(Network, String), SyntaxError> {
    // Both cases in one text are refused, as in BIP173.
    if text.bytes().any(|b| b.is_ascii_lowercase()) && text.bytes().any(|b| b.is_ascii_uppercase()) {
        return Err(SyntaxError::Form);
    }
    let small = text.to_ascii_lowercase();
    let (written, payload) = match small.split_once(':') {
        Some((prefix, payload)) => (Some(prefix), payload),
        None => (None, small.as_str()),
    };
    if !(CHECKSUM..=SYMBOLS_MAX).contains(&payload.len()) {
        return Err(SyntaxError::Form);
    }
    let symbols: Vec<u8> = payload.bytes().map(value_of).collect::<Option<_>>().ok_or(SyntaxError::Form)?;
    let mut prefixes =
        PREFIXES.into_iter().filter(|(prefix, _)| written.is_none_or(|w| w == *prefix)).peekable();
    prefixes.peek().ok_or(SyntaxError::Form)?;
    if !has_shape(&symbols[..symbols.len() - CHECKSUM]) {
        return Err(SyntaxError::Form);
    }
    let (prefix, network) =
        prefixes.find(|(prefix, _)| checksum(prefix, &symbols) == 0).ok_or(SyntaxError::Checksum)?;
    Ok((network, format!("{prefix}:{payload}")))
}

/// The version byte has its highest bit clear, a known type (key hash, script hash, and either of them aware of tokens,
/// CHIP-2022-02), and names the length of the hash; what is left over of the last symbol is zero.
fn has_shape(symbols: &[u8]) -> bool {
    let (bytes, left_over) = (symbols.len() * 5 / 8, symbols.len() * 5 % 8);
    let (Some([first, second, ..]), Some(last)) = (symbols.first_chunk::<2>(), symbols.last()) else {
        return false;
    };
    let version = first << 3 | second >> 2;
    let hash = [20, 24, 28, 32, 40, 48, 56, 64][usize::from(version & 7)];
    version >> 3 <= 3 && bytes == 1 + hash && left_over < 5 && last & ((1 << left_over) - 1) == 0
}

/// Zero where the checksum is right: the code over GF(32) with 40 bits of the specification, over the low five bits of
/// each letter of the prefix, a zero, and the symbols.
fn checksum(prefix: &str, symbols: &[u8]) -> u64 {
    const GENERATOR: [u64; 5] =
        [0x98_f2bc_8e61, 0x79_b76d_99e2, 0xf3_3e5f_b3c4, 0xae_2eab_e2a8, 0x1e_4f43_e470];
    let head = prefix.bytes().map(|b| b & 31).chain([0]);
    let state = head.chain(symbols.iter().copied()).fold(1_u64, |state, symbol| {
        let top = state >> 35;
        let next = (state & 0x07_ffff_ffff) << 5 ^ u64::from(symbol);
        GENERATOR.iter().enumerate().fold(
            next,
            |next, (bit, generator)| {
                if top >> bit & 1 == 1 { next ^ generator } else { next }
            },
        )
    });
    state ^ 1
}

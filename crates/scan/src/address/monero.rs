//! Addresses of Monero: the CryptoNote form of Base58, which encodes blocks of eight bytes each for itself.

use sha3::{Digest as _, Keccak256};

use super::base58::digit;
use crate::hit::Network;
use crate::syntax::SyntaxError;

/// Symbols of a whole block of eight bytes, and of the last one, of five.
const BLOCK: usize = 11;
const LAST_BLOCK: usize = 7;

/// Symbols of an address with two keys of 32 bytes, and of one with a payment id of eight bytes beside them.
pub(super) const STANDARD: usize = 8 * BLOCK + LAST_BLOCK;
pub(super) const INTEGRATED: usize = 9 * BLOCK + LAST_BLOCK;

/// The network of an address.
///
/// The network bytes of standard, integrated and subaddresses are those of `cryptonote_config.h`.
pub(super) fn read(text: &str) -> Result<Network, SyntaxError> {
    if !matches!(text.len(), STANDARD | INTEGRATED) || !text.is_ascii() {
        return Err(SyntaxError::Form);
    }
    let mut bytes = Vec::new();
    for block in text.as_bytes().chunks(BLOCK) {
        let size = if block.len() == BLOCK { 8 } else { 5 };
        bytes.extend_from_slice(&decode(block).ok_or(SyntaxError::Form)?[8 - size..]);
    }
    let integrated = text.len() == INTEGRATED;
    let network = match (bytes[0], integrated) {
        (18 | 42, false) | (19, true) => Network::Mainnet,
        (24 | 36 | 53 | 63, false) | (25 | 54, true) => Network::Testnet,
        _ => return Err(SyntaxError::Form),
    };
    let (payload, checksum) = bytes.split_last_chunk::<4>().ok_or(SyntaxError::Form)?;
    if Keccak256::digest(payload).starts_with(checksum) { Ok(network) } else { Err(SyntaxError::Checksum) }
}

/// A block as a number, the highest symbol first; none where it has a foreign symbol or is too large for its bytes.
fn decode(block: &[u8]) -> Option<[u8; 8]> {
    let number =
        block.iter().try_fold(0_u128, |number, symbol| Some(number * 58 + u128::from(digit(*symbol)?)))?;
    let bits = if block.len() == BLOCK { 64 } else { 40 };
    (number >> bits == 0).then(|| u64::try_from(number).map(u64::to_be_bytes).ok()).flatten()
}

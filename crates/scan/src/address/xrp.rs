//! Addresses of the XRP Ledger: Base58Check in an alphabet of its own.

use super::base58::is_checked;
use crate::hit::Network;
use crate::syntax::SyntaxError;

/// Symbols of the longest address: an X-address has 47, and the limit keeps hostile texts from being decoded.
const SYMBOLS_MAX: usize = 50;

/// A classic address, which does not tell its network, or an X-address, which does.
///
/// The forms: xrpl.org, *Base58 Encodings* (one byte 0x00, 20 bytes); XLS-5 (two bytes, 20 bytes, one of flags, eight of
/// the tag).
pub(super) fn read(text: &str) -> Result<Option<Network>, SyntaxError> {
    if text.len() > SYMBOLS_MAX {
        return Err(SyntaxError::Form);
    }
    let decoder = bs58::decode(text).with_alphabet(bs58::Alphabet::RIPPLE);
    let bytes = decoder.into_vec().map_err(|_| SyntaxError::Form)?;
    let network = match (bytes.as_slice(), bytes.len()) {
        ([0x00, ..], 25) => None,
        ([0x05, 0x44, ..], 35) => Some(Network::Mainnet),
        ([0x04, 0x93, ..], 35) => Some(Network::Testnet),
        _ => return Err(SyntaxError::Form),
    };
    if is_checked(&bytes) { Ok(network) } else { Err(SyntaxError::Checksum) }
}

//! Addresses of TON, by its documentation, *Smart contract addresses* (TEP-2).

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};

use super::ledger::is_hex;
use crate::hit::{Class, Network};
use crate::syntax::SyntaxError;

/// Letters of the user-friendly form: 36 bytes in Base64.
pub(super) const FRIENDLY: usize = 48;

/// The tag of an address to which money bounces back where nobody takes it, and of one to which it does not.
const BOUNCEABLE: u8 = 0x11;
const NON_BOUNCEABLE: u8 = 0x51;
/// Set in the tag where the address is for the test network only.
const TEST_ONLY: u8 = 0x80;

/// The user-friendly form (tag, workchain, 32 bytes, CRC-16) or the raw one (`workchain:hex`).
///
/// The canonical spelling is the raw one, because four user-friendly ones name the same account.
pub(super) fn read(text: &str) -> Result<(Option<Network>, Class, String), SyntaxError> {
    if let Some((workchain, account)) = text.split_once(':') {
        let fits = matches!(workchain, "0" | "-1") && is_hex(account, 64);
        let raw = || (None, Class::WellFormed, text.to_ascii_lowercase());
        return fits.then(raw).ok_or(SyntaxError::Form);
    }
    let decoded = (text.len() == FRIENDLY).then(|| URL_SAFE.decode(text).or_else(|_| STANDARD.decode(text)));
    let bytes = decoded.and_then(Result::ok).ok_or(SyntaxError::Form)?;
    let [tag, workchain, account @ .., high, low] = bytes.as_slice() else { return Err(SyntaxError::Form) };
    let workchain = match workchain {
        0x00 => "0",
        0xff => "-1",
        _ => return Err(SyntaxError::Form),
    };
    if !matches!(tag & !TEST_ONLY, BOUNCEABLE | NON_BOUNCEABLE) {
        return Err(SyntaxError::Form);
    }
    if crc16(&bytes[..bytes.len() - 2]) != u16::from_be_bytes([*high, *low]) {
        return Err(SyntaxError::Checksum);
    }
    let network = (tag & TEST_ONLY != 0).then_some(Network::Testnet);
    // Without the mark it is an address of the main network by custom only: both take it.
    Ok((network, Class::Verified, format!("{workchain}:{}", hex::encode(account))))
}

/// Whether a text is 32 bytes in Base64.
pub(super) fn is_hash(text: &str) -> bool {
    let decoded = (text.len() == 44).then(|| URL_SAFE.decode(text).or_else(|_| STANDARD.decode(text)));
    decoded.and_then(Result::ok).is_some_and(|bytes| bytes.len() == 32)
}

/// CRC-16/XMODEM: polynomial 0x1021, beginning with zero.
fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |state, byte| {
        (0..8).fold(state ^ u16::from(*byte) << 8, |state, _| {
            if state & 0x8000 == 0 { state << 1 } else { state << 1 ^ 0x1021 }
        })
    })
}

//! Addresses of Ethereum and of the chains that took them over.

use sha3::{Digest as _, Keccak256};

use super::ledger::is_hex;
use crate::hit::Class;
use crate::syntax::SyntaxError;

/// The class and the checksummed spelling of an address. Letters all small or all capital carry no checksum (EIP-55);
/// mixed ones that do not spell the checksum are wrong.
pub(super) fn read(text: &str) -> Result<(Class, String), SyntaxError> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).ok_or(SyntaxError::Form)?;
    if !is_hex(digits, 40) {
        return Err(SyntaxError::Form);
    }
    let canonical = checksummed(digits);
    let has = |of: fn(&u8) -> bool| digits.as_bytes().iter().any(of);
    if !(has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase)) {
        return Ok((Class::WellFormed, canonical));
    }
    if canonical[2..] == *digits { Ok((Class::Verified, canonical)) } else { Err(SyntaxError::Checksum) }
}

/// EIP-55: a letter is capital where the hexadecimal digit at its place in the Keccak-256 of the small spelling is 8 or
/// more.
fn checksummed(digits: &str) -> String {
    let small = digits.to_ascii_lowercase();
    let hash = Keccak256::digest(small.as_bytes());
    let is_high = |at: usize| {
        let byte = hash[at / 2];
        (if at.is_multiple_of(2) { byte >> 4 } else { byte & 15 }) >= 8
    };
    let spelled =
        small.chars().enumerate().map(|(at, c)| if is_high(at) { c.to_ascii_uppercase() } else { c });
    std::iter::once('0').chain(std::iter::once('x')).chain(spelled).collect()
}

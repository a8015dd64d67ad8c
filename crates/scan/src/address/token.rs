//! What a whole token is. Its length and its first letters say what it can be, so that few tokens are decoded at all and
//! hardly any twice.

use super::{Address, Ledger, Reading, base58, bech32, key, monero, zcash};
use crate::hit::{Class, Kind, Network};

/// `0x` and 20 bytes, or 32, in hexadecimal; 32 bytes without.
const EVM: usize = 42;
const EVM_TRANSACTION: usize = 66;
const TRANSACTION: usize = 64;

/// Symbols of an X-address (XLS-5): its prefixes make all of one length.
const X_ADDRESS: usize = 47;

/// Symbols of nearly every text that stands for 32 bytes in Base58: one in 6,500 has fewer. There is no checksum, so that
/// shorter ones would cost more false hits than they bring right ones.
const SOLANA: std::ops::RangeInclusive<usize> = 43..=44;

/// How far before a token is looked for the beginning of a web address. Those of explorers begin nearer.
pub(super) const URL_REACH: usize = 128;

/// What CashAddr writes before the address, where it is written.
const CASH_PREFIXES: [&[u8]; 3] = [b"bitcoincash:", b"bchtest:", b"bchreg:"];

/// Reads a whole token, between what stands before it and after it.
pub(super) fn read(before: &[u8], text: &[u8], after: &[u8]) -> Option<Reading> {
    let reading = match (text.len(), *text.first()?) {
        (EVM, b'0') => of_ledger(text, Ledger::Evm),
        (EVM_TRANSACTION, b'0') => transaction(Ledger::Evm, text),
        (TRANSACTION, _) if text.iter().all(u8::is_ascii_hexdigit) => {
            return raw(before, text).or_else(|| transaction(Ledger::Bitcoin, text));
        }
        (monero::STANDARD | monero::INTEGRATED, b'4' | b'5' | b'7' | b'8' | b'9' | b'A' | b'B') => {
            of_ledger(text, Ledger::Monero)
        }
        (X_ADDRESS, b'X' | b'T') => of_ledger(text, Ledger::Xrp),
        (base58::SYMBOLS_MIN..=base58::SYMBOLS_MAX, first) => hashed(text).or_else(|| match first {
            b'r' => of_ledger(text, Ledger::Xrp),
            b't' => zcash::transparent(text).map(|network| verified(Kind::ZcashAddress, Some(network), text)),
            _ => None,
        }),
        (key::EXTENDED, _) => key::extended(text),
        (key::WIF_MIN..=key::WIF_MAX, _) => key::wif(text),
        _ => None,
    };
    let solana = || {
        if SOLANA.contains(&text.len()) && !is_of_base64(before, after) { candidate(text) } else { None }
    };
    reading.or_else(|| by_prefix(before, text)).or_else(solana)
}

/// Whether a token may be a part of Base64 (RFC 4648, section 4), whose lines are full of what looks like an address without
/// a checksum. The slashes of a web address and the sign of equality behind the name of a value are none of its symbols.
fn is_of_base64(before: &[u8], after: &[u8]) -> bool {
    let near = &before[before.len().saturating_sub(URL_REACH)..];
    let word = &near[near.iter().rposition(u8::is_ascii_whitespace).map_or(0, |space| space + 1)..];
    let is_url = || memchr::memmem::find(word, b"://").is_some();
    let is_named = || word.ends_with(b"=") && word.iter().rev().nth(1).is_some_and(u8::is_ascii_lowercase);
    let is_symbol = |byte: Option<&u8>| byte.is_some_and(|byte| b"+/=".contains(byte));
    is_symbol(after.first()) && !(after.starts_with(b"/") && is_url())
        || is_symbol(before.last()) && !is_named() && !(before.ends_with(b"/") && is_url())
}

/// The addresses whose beginning is a prefix in letters.
fn by_prefix(before: &[u8], text: &[u8]) -> Option<Reading> {
    let of_segwit = |prefixes, kind| Some(in_small_letters(kind, bech32::read(text, prefixes).ok()?, text));
    match text.first()?.to_ascii_lowercase() {
        b'b' => of_segwit(&bech32::BITCOIN, Kind::BitcoinAddress),
        b't' => of_segwit(&bech32::BITCOIN, Kind::BitcoinAddress)
            .or_else(|| of_segwit(&bech32::LITECOIN, Kind::LitecoinAddress)),
        b'l' | b'r' => of_segwit(&bech32::LITECOIN, Kind::LitecoinAddress),
        b'z' | b'u' => Some(in_small_letters(Kind::ZcashAddress, zcash::shielded(text)?, text)),
        b'q' | b'p' => cash(before, text),
        _ => None,
    }
}

/// An address of Bitcoin Cash in its own form. The prefix before the colon belongs to it, where it is written.
fn cash(before: &[u8], text: &[u8]) -> Option<Reading> {
    let ends_with = |prefix: &[u8]| {
        let start = before.len().checked_sub(prefix.len())?;
        before[start..].eq_ignore_ascii_case(prefix).then_some(prefix.len())
    };
    let prefix = CASH_PREFIXES.into_iter().find_map(ends_with).unwrap_or(0);
    let whole = [&before[before.len() - prefix..], text].concat();
    let reading = of_ledger(&whole, Ledger::BitcoinCash)?;
    Some(Reading { before: prefix, ..reading })
}

/// An address of 25 bytes in Base58Check. The version byte tells the ledger, or those that once shared it: then it is
/// Bitcoin's.
fn hashed(text: &[u8]) -> Option<Reading> {
    const LEDGERS: [(Kind, &base58::Versions); 5] = [
        (Kind::BitcoinAddress, &base58::BITCOIN),
        (Kind::LitecoinAddress, &base58::LITECOIN),
        (Kind::DogecoinAddress, &base58::DOGECOIN),
        (Kind::DashAddress, &base58::DASH),
        (Kind::TronAddress, &base58::TRON),
    ];
    let first = *text.first()?;
    if !b"123mnLMQD9AX7y8T".contains(&first) {
        return None;
    }
    let bytes = base58::decode(text)?;
    let of =
        |(kind, versions): (Kind, &base58::Versions)| Some((kind, base58::network_of(versions, bytes[0])?));
    let (kind, network) = LEDGERS.into_iter().find_map(of)?;
    // The test networks of TRON use the byte of the main one.
    let network = (kind != Kind::TronAddress).then_some(network);
    base58::is_checked(&bytes).then(|| verified(kind, network, text))
}

/// An address of TON in its user-friendly form.
pub(super) fn friendly(text: &[u8]) -> Option<Reading> {
    of_ledger(text, Ledger::Ton)
}

/// An address of TON in its raw form: the workchain and a colon stand before 64 digits.
fn raw(before: &[u8], digits: &[u8]) -> Option<Reading> {
    let workchain = [&b"-1:"[..], b"0:"].into_iter().find(|workchain| before.ends_with(workchain))?;
    let apart = before[..before.len() - workchain.len()].last();
    if apart.is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let reading = of_ledger(&[workchain, digits].concat(), Ledger::Ton)?;
    Some(Reading { before: workchain.len(), ..reading })
}

/// 32 bytes in Base58 that may be an address of Solana or anything else. Words and digits alone are never taken for one.
fn candidate(text: &[u8]) -> Option<Reading> {
    let has = |of: fn(&u8) -> bool| text.iter().any(of);
    let mixed = has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase) && has(u8::is_ascii_digit);
    let reading = if mixed { of_ledger(text, Ledger::Solana)? } else { return None };
    Some(Reading { class: Class::ShapeOnly, ..reading })
}

/// What looks like the name of a transaction, as does every other hash.
fn transaction(ledger: Ledger, text: &[u8]) -> Option<Reading> {
    let canonical = ledger.transaction(std::str::from_utf8(text).ok()?).ok()?;
    Some(Reading { kind: Kind::TransactionId, class: Class::ShapeOnly, network: None, canonical, before: 0 })
}

fn of_ledger(text: &[u8], ledger: Ledger) -> Option<Reading> {
    let Address { class, network, canonical, .. } = ledger.address(std::str::from_utf8(text).ok()?).ok()?;
    Some(Reading { kind: Kind::of_ledger(ledger), class, network, canonical, before: 0 })
}

/// BIP173: the lower-case spelling is the one to be used inside a program.
fn in_small_letters(kind: Kind, network: Network, text: &[u8]) -> Reading {
    verified(kind, Some(network), &text.to_ascii_lowercase())
}

fn verified(kind: Kind, network: Option<Network>, text: &[u8]) -> Reading {
    Reading { kind, class: Class::Verified, network, canonical: ascii(text), before: 0 }
}

fn ascii(text: &[u8]) -> String {
    text.iter().copied().map(char::from).collect()
}

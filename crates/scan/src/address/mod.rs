//! Addresses: those of Bitcoin, TRON and the chains of Ethereum found in plain bytes, and whole texts read as those of a
//! [`Ledger`].
//!
//! A *token* is a run of ASCII letters and digits that is as long as possible. An address is a whole token,
//! never a part of one: `x1BoatSLRHtKNngkdXEeobR76b53LETtpyT` holds none. Only ASCII counts, so a value that
//! touches Thai, Chinese or Cyrillic text is a token of its own. One exception: where an escape of JSON, URLs
//! or quoted-printable stands directly before the value (`\n`, `%3A`, `=3D`), its letters and digits belong to
//! the escape and not to the token.

mod base58;
mod bech32;
mod cashaddr;
mod evm;
mod ledger;
mod monero;
mod ton;
mod xrp;

use std::ops::Range;

use crate::hit::{Class, Kind, Network};

pub use ledger::{Address, Ledger};

/// An address with its place in the window.
pub(crate) struct Found {
    pub place: Range<usize>,
    pub reading: Reading,
}

/// What a token is as an address.
pub(crate) struct Reading {
    pub kind: Kind,
    pub class: Class,
    pub network: Option<Network>,
    pub canonical: String,
}

/// The kinds of hit that [`find`] gives.
pub(crate) const KINDS: [Kind; 3] = [Kind::BitcoinAddress, Kind::TronAddress, Kind::EvmAddress];

/// The shortest address: `bc1`, one symbol for the version, four for a program of two bytes (BIP141), six for
/// the checksum. It is also the step of the search, as a token of this length covers every 14th position.
const TOKEN_MIN: usize = 14;

/// The longest address, `bcrt1` with a program of 40 bytes (BIP141): 5 + 1 + 64 + 6; and the longest escape
/// that may stand before it, `u0000`.
const TOKEN_MAX: usize = 76 + ESCAPE_MAX;
const ESCAPE_MAX: usize = 5;

/// How far from the first byte of an address, to both sides, the search may have to look.
pub(crate) const REACH: usize = TOKEN_MAX + TOKEN_MIN + 1;

/// Calls `on_found` for each address that begins in `range`.
///
/// Whether there is one depends only on the bytes nearer than [`REACH`] to its beginning.
pub(crate) fn find(bytes: &[u8], range: Range<usize>, mut on_found: impl FnMut(Found)) {
    let mut check = |token: Range<usize>| {
        if let Some(found) = verify(bytes, token)
            && range.contains(&found.place.start)
        {
            on_found(found);
        }
    };
    let end = bytes.len().min(range.end + TOKEN_MIN);
    let mut probe = range.start;
    while probe < end {
        if !is_token(bytes[probe]) {
            probe += TOKEN_MIN;
            continue;
        }
        let floor = probe.saturating_sub(TOKEN_MAX);
        let before = bytes[floor..probe].iter().rev().take_while(|byte| is_token(**byte)).count();
        let start = probe - before;
        let ceiling = bytes.len().min(start + TOKEN_MAX + 1);
        let after = bytes[probe..ceiling].iter().take_while(|byte| is_token(**byte)).count();
        let mut stop = probe + after;
        let length = stop - start;
        if length > TOKEN_MAX {
            stop += bytes[stop..].iter().take_while(|byte| is_token(**byte)).count();
        } else if length >= TOKEN_MIN {
            check(start..stop);
        }
        // The next token begins behind `stop`, so one that is long enough covers this position.
        probe = stop + TOKEN_MIN;
    }
}

fn verify(bytes: &[u8], token: Range<usize>) -> Option<Found> {
    let at = |start: usize| Some(Found { place: start..token.end, reading: read(&bytes[start..token.end])? });
    at(token.start).or_else(|| match escape_length(&bytes[..token.start], &bytes[token.clone()]) {
        0 => None,
        escape => at(token.start + escape),
    })
}

/// Reads a whole token as an address. The first letters and the length say of which ledger it can be, so that no token is
/// decoded twice.
fn read(text: &[u8]) -> Option<Reading> {
    let bitcoin = |network: Network, canonical: String| Reading {
        kind: Kind::BitcoinAddress,
        class: Class::Verified,
        network: Some(network),
        canonical,
    };
    match text.first()? {
        b'1' | b'2' | b'3' | b'm' | b'n' => {
            let network = base58::network(text)?;
            Some(bitcoin(network, text.iter().copied().map(char::from).collect()))
        }
        first @ (b'b' | b'B' | b't' | b'T') => match bech32::network(text) {
            // BIP173: the lower-case spelling is the one to be used inside a program.
            Some(network) => {
                let small = text.iter().map(|byte| char::from(byte.to_ascii_lowercase()));
                Some(bitcoin(network, small.collect()))
            }
            None if *first == b'T' && text.len() == TRON_LENGTH => {
                of_ledger(text, Ledger::Tron, Kind::TronAddress)
            }
            None => None,
        },
        b'0' if text.len() == EVM_LENGTH => of_ledger(text, Ledger::Evm, Kind::EvmAddress),
        _ => None,
    }
}

/// Symbols of an address of TRON: the version byte 0x41 makes all of one length.
const TRON_LENGTH: usize = 34;

/// `0x` and 20 bytes in hexadecimal.
const EVM_LENGTH: usize = 42;

fn of_ledger(text: &[u8], ledger: Ledger, kind: Kind) -> Option<Reading> {
    let Address { class, network, canonical, .. } = ledger.address(std::str::from_utf8(text).ok()?).ok()?;
    Some(Reading { kind, class, network, canonical })
}

/// How many bytes at the beginning of a token belong to an escape that began before it.
fn escape_length(before: &[u8], token: &[u8]) -> usize {
    let hex =
        |range: Range<usize>| token.get(range).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    match (before.last(), token.first()) {
        (Some(b'\\'), Some(b'u')) if hex(1..5) => 5,
        (Some(b'\\'), Some(b'x')) if hex(1..3) => 3,
        (Some(b'\\'), Some(b'n' | b'r' | b't' | b'b' | b'f' | b'v' | b'0')) => 1,
        (Some(b'%' | b'='), Some(_)) if hex(0..2) => 2,
        _ => 0,
    }
}

fn is_token(byte: u8) -> bool {
    TOKEN_BYTE[usize::from(byte)]
}

static TOKEN_BYTE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(usize, String)> {
        let mut all = Vec::new();
        find(text.as_bytes(), 0..text.len(), |found| {
            all.push((found.place.start, text[found.place].to_owned()));
        });
        all
    }

    const LEGACY: &str = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";
    const SEGWIT: &str = "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx"; // BIP173, examples

    #[test]
    fn an_address_is_a_whole_token() {
        for address in [LEGACY, SEGWIT] {
            for text in [
                address.to_owned(),
                format!("wallet:{address}."),
                format!("addr={address}&x"),
                format!("_{address}_"),
                format!("โอนไปที่{address}ภายในวันนี้"),
                format!("付款地址：{address}，请"),
                format!("Кошелёк{address}срок"),
            ] {
                let place = text.find(address).unwrap();
                assert_eq!(found(&text), [(place, address.to_owned())], "{text}");
            }
            for text in [format!("x{address}"), format!("{address}x"), format!("0{address}0")] {
                assert!(found(&text).is_empty(), "{text}");
            }
        }
    }

    #[test]
    fn addresses_of_tron_and_of_ethereum_are_whole_tokens_too() {
        let read = |text: &str| {
            let mut all = Vec::new();
            find(text.as_bytes(), 0..text.len(), |found| {
                all.push((found.reading.kind, found.reading.class, text[found.place].to_owned()));
            });
            all
        };
        let tron = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
        let evm = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"; // EIP-55
        let small = evm.to_lowercase();
        for (address, kind, class) in [
            (tron, Kind::TronAddress, Class::Verified),
            (evm, Kind::EvmAddress, Class::Verified),
            (&small, Kind::EvmAddress, Class::WellFormed),
        ] {
            for text in [address.to_owned(), format!("to:{address}."), format!("\\n{address}\\n")] {
                assert_eq!(read(&text), [(kind, class, address.to_owned())], "{text}");
            }
            for text in [format!("x{address}"), format!("{address}0"), address[1..].to_owned()] {
                assert_eq!(read(&text), [], "{text}");
            }
        }
        // A checksum that does not fit, and the hash of a transaction.
        assert_eq!(read(&evm.replace("5aA", "5AA")), []);
        assert_eq!(read(&tron.replace("6t", "6u")), []);
        assert_eq!(read(&format!("0x{}", "5a".repeat(32))), []);
        // The test network of Bitcoin has addresses of that length, which nobody pays to yet.
        let capitals = bech32_of_hrp("tb", 2, &[7; 15]).to_uppercase();
        assert_eq!(capitals.len(), TRON_LENGTH);
        assert_eq!(read(&capitals), [(Kind::BitcoinAddress, Class::Verified, capitals)]);
    }

    #[test]
    fn an_escape_before_an_address_is_not_part_of_it() {
        for escape in ["\\n", "\\r\\n", "\\t", "\\u000a", "\\x0a", "%3A", "=3D", "=20"] {
            let text = format!("send here:{escape}{LEGACY} now");
            assert_eq!(found(&text), [(10 + escape.len(), LEGACY.to_owned())], "{text}");
        }
        assert!(found(&format!("C:\\data{LEGACY}")).is_empty());
    }

    #[test]
    fn the_longest_address_is_found_and_one_symbol_more_is_not() {
        let longest = bech32_of(16, &[0x5a; 40]);
        assert_eq!(longest.len(), 76);
        assert_eq!(found(&format!("\\u000a{longest} ")).len(), 1);
        assert!(found(&format!("\\u000a{longest}q ")).is_empty());
    }

    #[test]
    fn a_token_that_is_too_long_hides_no_neighbour() {
        for length in 60..200 {
            let text = format!("{} {LEGACY} {}", "A".repeat(length), "B".repeat(length));
            assert_eq!(found(&text).len(), 1, "{length}");
        }
    }

    #[test]
    fn the_shortest_address_is_found_at_every_offset() {
        let shortest = bech32_of_hrp("bc", 1, &[0x4e, 0x73]); // BIP433 pays to this one
        assert_eq!(shortest, "bc1pfeessrawgf");
        for offset in 0..64 {
            let text = format!("{}{shortest} ", " ".repeat(offset));
            assert_eq!(found(&text), [(offset, shortest.clone())]);
        }
    }

    fn bech32_of(version: u8, program: &[u8]) -> String {
        bech32_of_hrp("bcrt", version, program)
    }

    fn bech32_of_hrp(hrp: &str, version: u8, program: &[u8]) -> String {
        let hrp = ::bech32::Hrp::parse(hrp).unwrap();
        ::bech32::segwit::encode(hrp, ::bech32::Fe32::try_from(version).unwrap(), program).unwrap()
    }
}

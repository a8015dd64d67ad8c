//! Addresses, keys and names of transactions found in plain bytes, and whole texts read as those of a [`Ledger`].
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
mod key;
mod ledger;
mod monero;
mod token;
mod ton;
mod xrp;
mod zcash;

use std::ops::Range;

use crate::classes::{self, Area, BLOCK, Classes};
use crate::hit::{Class, Kind, Network};

pub use ledger::{Address, Ledger};

/// An address with its place in the window.
pub(crate) struct Found {
    pub place: Range<usize>,
    pub reading: Reading,
}

/// What a token is as an address, a key or the name of a transaction.
pub(crate) struct Reading {
    pub kind: Kind,
    pub class: Class,
    pub network: Option<Network>,
    pub canonical: String,
    /// How many bytes before the token belong to it, such as the prefix of Bitcoin Cash.
    pub before: usize,
}

/// The kinds of hit that [`find`] gives.
pub(crate) const KINDS: [Kind; 16] = [
    Kind::BitcoinAddress,
    Kind::BitcoinCashAddress,
    Kind::LitecoinAddress,
    Kind::DogecoinAddress,
    Kind::DashAddress,
    Kind::ZcashAddress,
    Kind::MoneroAddress,
    Kind::EvmAddress,
    Kind::TronAddress,
    Kind::XrpAddress,
    Kind::SolanaAddress,
    Kind::TonAddress,
    Kind::WifKey,
    Kind::ExtendedPrivateKey,
    Kind::ExtendedPublicKey,
    Kind::TransactionId,
];

/// The shortest token but for addresses of short witness programs: an address of Base58Check.
const TOKEN_MIN: usize = base58::SYMBOLS_MIN;
const _: () = assert!(TOKEN_MIN + BLOCK <= classes::BEHIND);

/// The shortest address: `bc1`, one symbol for the version, four for a program of two bytes (BIP141), six for the checksum.
const SHORT_MIN: usize = 14;
const SHORT_BITS: u32 = 14;
const _: () = assert!(SHORT_BITS as usize == SHORT_MIN && SHORT_MIN < TOKEN_MIN);

/// The longest address, a unified one of Zcash with four receivers (ZIP 316), and the longest escape that may stand before
/// it, `u0000`.
const TOKEN_MAX: usize = zcash::SYMBOLS_MAX + ESCAPE_MAX;
const ESCAPE_MAX: usize = 5;

/// How far from the first byte of an address, to both sides, the search may have to look.
pub(crate) const REACH: usize = TOKEN_MAX + TOKEN_MIN + 1;
const FRIENDLY_BITS: u32 = 48;
const _: () = assert!(FRIENDLY_BITS as usize == ton::FRIENDLY && ton::FRIENDLY <= BLOCK);
const _: () = assert!(2 * (ton::FRIENDLY + ESCAPE_MAX) < REACH && token::URL_REACH < REACH);

/// Where in a long row of letters and digits a private key lies: what has the shape of one, or a right checksum.
pub(crate) fn private_key(row: &[u8]) -> Option<Range<usize>> {
    let wif = |row: &[u8]| b"5KL9cT6QX7".contains(&row[0]);
    let extended = |row: &[u8]| row.get(1..4).is_some_and(|letters| letters == b"prv");
    // An extended key may be cut off.
    let is_shaped = (key::WIF_MIN..=key::WIF_MAX).contains(&row.len()) && wif(row) || extended(row);
    if is_shaped {
        return Some(0..row.len());
    }
    (0..row.len().saturating_sub(key::WIF_MIN - 1)).find_map(|start| {
        let lengths = [
            (key::EXTENDED, extended(&row[start..])),
            (key::WIF_MAX, wif(&row[start..])),
            (key::WIF_MIN, wif(&row[start..])),
        ];
        lengths.into_iter().filter(|(_, may_be)| *may_be).find_map(|(length, _)| {
            let text = row.get(start..start + length)?;
            let reading = if length == key::EXTENDED { key::extended(text) } else { key::wif(text) };
            reading.filter(|reading| reading.kind.is_secret()).map(|_| start..start + length)
        })
    })
}

/// Calls `on_found` for each address that begins in the range.
///
/// Whether there is one depends only on the bytes nearer than [`REACH`] to its beginning.
pub(crate) fn find(area: &Area<'_>, mut on_found: impl FnMut(Found)) {
    let (bytes, range) = (area.bytes, area.range.clone());
    let masks = |at: usize| {
        let Classes { letters, digits, hyphens, underscores, pluses, slashes, .. } = area.classes(at);
        let tokens = letters | digits;
        (tokens, tokens | hyphens | underscores | pluses | slashes)
    };
    // The prefix of an address may stand before its token.
    let end = bytes.len().min(range.end + TOKEN_MIN);
    let mut next = masks(range.start);
    let mut stop = 0;
    for at in (range.start..end).step_by(BLOCK) {
        let (tokens, symbols) = next;
        next = masks(at + BLOCK);
        if classes::rows::<SHORT_BITS>(symbols, next.1) == 0 {
            continue;
        }
        let long = classes::rows::<SHORT_BITS>(tokens, next.0);
        for begin in classes::each(long & !(long << 1)).map(|begin| at + begin) {
            if begin < stop {
                continue;
            }
            let token = whole(bytes, begin);
            stop = token.end;
            let is_long = (TOKEN_MIN..=TOKEN_MAX).contains(&token.len());
            if (is_long || is_short(&bytes[token.clone()]))
                && let Some(found) = verify(bytes, token)
                && range.contains(&found.place.start)
            {
                on_found(found);
            }
        }
        if classes::rows::<FRIENDLY_BITS>(symbols, next.1) != 0 {
            find_ton(bytes, at..range.end.min(at + BLOCK), &mut on_found);
        }
    }
}

/// The token of which a position is a part.
fn whole(bytes: &[u8], position: usize) -> Range<usize> {
    let floor = position.saturating_sub(TOKEN_MAX);
    let before = bytes[floor..position].iter().rev().take_while(|byte| is_token(**byte)).count();
    let after = bytes[position..].iter().take_while(|byte| is_token(**byte)).count();
    position - before..position + after
}

/// Whether a token may be an address of a witness program of two to eight bytes, such as the one that anybody may spend from
/// to pay a fee (BIP433). They are shorter than all others, and told by the `1` behind their prefix.
fn is_short(token: &[u8]) -> bool {
    let head = &token[..token.len().min(bech32::PREFIX_MAX + ESCAPE_MAX + 1)];
    (SHORT_MIN..TOKEN_MIN).contains(&token.len())
        && head.windows(2).any(|pair| b"cbtCBT".contains(&pair[0]) && pair[1] == b'1')
}

fn verify(bytes: &[u8], token: Range<usize>) -> Option<Found> {
    let at = |start: usize| {
        let reading = token::read(&bytes[..start], &bytes[start..token.end], &bytes[token.end..])?;
        Some(Found { place: start - reading.before..token.end, reading })
    };
    let behind_escape = || match escape_length(&bytes[..token.start], &bytes[token.clone()]) {
        0 => None,
        escape => at(token.start + escape),
    };
    match at(token.start) {
        // What only looks like something gives way to what is.
        Some(found) if found.reading.class == Class::ShapeOnly => behind_escape().or(Some(found)),
        found => found.or_else(behind_escape),
    }
}

/// Calls `on_found` for each address of TON in its user-friendly form that begins in `range`. The symbols of Base64 end a
/// token elsewhere, so that these are runs of their own, of either of its alphabets (RFC 4648, sections 4 and 5). All begin
/// with one of four letters and then `Q` or `f`, as tag and workchain have it.
fn find_ton(bytes: &[u8], range: Range<usize>, mut on_found: impl FnMut(Found)) {
    let seconds = range.start + 1..bytes.len().min(range.end + 1);
    let Some(searched) = bytes.get(seconds.clone()) else { return };
    for start in memchr::memchr2_iter(b'Q', b'f', searched).map(|at| seconds.start + at - 1) {
        let Some(text) = bytes.get(start..start + ton::FRIENDLY) else { break };
        if !matches!(text, [b'E' | b'U' | b'k' | b'0', b'Q', b'A'..=b'D', ..])
            && !matches!(text, [b'E' | b'U' | b'k' | b'0', b'f', b'8' | b'9' | b'-' | b'_' | b'+' | b'/', ..])
        {
            continue;
        }
        let is_whole = |others: [u8; 2]| {
            let is_symbol = |byte: &u8| is_token(*byte) || others.contains(byte);
            let before = &bytes[start.saturating_sub(ESCAPE_MAX)..start];
            let run = before.iter().rev().take_while(|byte| is_symbol(byte)).count();
            let escape = || escape_length(&bytes[..start - run], &bytes[start - run..start + ton::FRIENDLY]);
            text.iter().all(is_symbol)
                && (run == 0 || run == escape())
                && !bytes.get(start + ton::FRIENDLY).is_some_and(is_symbol)
        };
        if (is_whole(*b"-_") || is_whole(*b"+/"))
            && let Some(reading) = token::friendly(text)
        {
            on_found(Found { place: start..start + ton::FRIENDLY, reading });
        }
    }
}

/// How many bytes at the beginning of a token belong to an escape that began before it.
pub(crate) fn escape_length(before: &[u8], token: &[u8]) -> usize {
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
        let mut add = |found: Found| all.push((found.place.start, text[found.place].to_owned()));
        find(&Area::of(text), &mut add);
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
            find(&Area::of(text), |found| {
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
        let hash = format!("0x{}", "5a".repeat(32));
        assert_eq!(read(&hash), [(Kind::TransactionId, Class::ShapeOnly, hash)]);
        // The test network of Bitcoin has addresses of that length, which nobody pays to yet.
        let capitals = bech32_of_hrp("tb", 2, &[7; 15]).to_uppercase();
        assert_eq!(capitals.len(), tron.len());
        assert_eq!(read(&capitals), [(Kind::BitcoinAddress, Class::Verified, capitals)]);
    }

    fn read_all(text: &str) -> Vec<(Kind, Class, String)> {
        let mut all = Vec::new();
        let mut add = |found: Found| {
            all.push((found.reading.kind, found.reading.class, text[found.place].to_owned()));
        };
        find(&Area::of(text), &mut add);
        all
    }

    #[test]
    fn each_ledger_is_told_by_its_own_letters_and_keys_by_theirs() {
        let checked = |payload: &[u8]| bs58::encode(payload).with_check().into_string();
        let hash = |version: u8| checked(&[&[version][..], &[9; 20]].concat());
        let extended = |version: u32, key: &[u8]| {
            let head = [&version.to_be_bytes()[..], &[0; 9], &[5; 32], key].concat();
            checked(&head)
        };
        let ripple = bs58::encode([&[0][..], &[9; 20]].concat()).with_alphabet(bs58::Alphabet::RIPPLE);
        for (text, kind) in [
            (hash(0x30), Kind::LitecoinAddress),
            (hash(0x32), Kind::LitecoinAddress),
            (bech32_of_hrp("ltc", 0, &[7; 20]), Kind::LitecoinAddress),
            (hash(0x1e), Kind::DogecoinAddress),
            (hash(0x16), Kind::DogecoinAddress),
            (hash(0x4c), Kind::DashAddress),
            (hash(0x10), Kind::DashAddress),
            (checked(&[&[0x1c, 0xb8][..], &[9; 20]].concat()), Kind::ZcashAddress),
            (zcash::tests::unified("u", 141), Kind::ZcashAddress),
            (ripple.with_check().into_string(), Kind::XrpAddress),
            // The specification of CashAddr, test vectors.
            ("bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a".to_owned(), Kind::BitcoinCashAddress),
            ("qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a".to_owned(), Kind::BitcoinCashAddress),
            ("QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A".to_owned(), Kind::BitcoinCashAddress),
            // TEP-2.
            ("EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF".to_owned(), Kind::TonAddress),
            ("UQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPuwA".to_owned(), Kind::TonAddress),
            (checked(&[&[0x80][..], &[7; 32]].concat()), Kind::WifKey),
            (checked(&[&[0x80][..], &[7; 32], &[1]].concat()), Kind::WifKey),
            (extended(0x0488_ade4, &[&[0][..], &[7; 32]].concat()), Kind::ExtendedPrivateKey),
            (extended(0x04b2_4746, &[&[2][..], &[7; 32]].concat()), Kind::ExtendedPublicKey),
        ] {
            let expected = [(kind, Class::Verified, text.clone())];
            for text in
                [text.clone(), format!("to={text}&x"), format!("付款：{text}。"), format!("\\n{text}\\n")]
            {
                assert_eq!(read_all(&text), expected, "{text}");
            }
            // A colon ends a token, so that what stands before a prefix says nothing about the address.
            let glued = (!text.contains(':')).then(|| format!("x{text}"));
            for text in [Some(format!("{text}9")), glued].into_iter().flatten() {
                assert!(read_all(&text).iter().all(|(_, class, _)| *class == Class::ShapeOnly), "{text}");
            }
        }
        let ton = "EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF";
        for (around, text) in [
            ("a web address", format!("https://example.org/{ton}?tab=1")),
            ("an escape", format!("{}\\u000a{ton}", " ".repeat(43))),
            ("the other alphabet", format!("to {} now", ton.replace('-', "+"))),
        ] {
            assert_eq!(read_all(&text).len(), 1, "{around}");
        }
        let raw = format!("0:{}", "5a".repeat(32));
        assert_eq!(read_all(&format!("at {raw} ")), [(Kind::TonAddress, Class::WellFormed, raw)]);
        for (what, text) in [
            ("no private key", checked(&[&[0x80][..], &[0xff; 32]].concat())),
            ("zero", checked(&[&[0x80][..], &[0; 32]].concat())),
            ("another mark", checked(&[&[0x80][..], &[7; 32], &[2]].concat())),
            ("a public key under a private version", extended(0x0488_ade4, &[&[2][..], &[7; 32]].concat())),
            ("a private key under a public version", extended(0x0488_b21e, &[&[0][..], &[7; 32]].concat())),
        ] {
            assert_eq!(read_all(&text), [], "{what}");
        }
    }

    #[test]
    fn what_has_no_checksum_is_a_candidate_only() {
        let solana = "7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV"; // solana.com, the cookbook
        assert_eq!(read_all(solana), [(Kind::SolanaAddress, Class::ShapeOnly, solana.to_owned())]);
        assert_eq!(read_all(&"a".repeat(44)), [], "letters of one case");
        assert_eq!(read_all(&solana.replace('7', "0")), [], "no symbol of Base58");
        for around in
            ["https://solscan.io/account/{}", "https://x.test/account/{}/tokens", "address={}", "?to={}&x=1"]
        {
            let hits = read_all(&around.replace("{}", solana));
            assert_eq!(hits, [(Kind::SolanaAddress, Class::ShapeOnly, solana.to_owned())], "{around}");
        }
        for around in ["{}=", "+{}", "q/{}", "{}/q", "A={}", "https://x.test/ q/{}", "https://x.test/{}+q"] {
            assert_eq!(read_all(&around.replace("{}", solana)), [], "{around}");
        }
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
        let longest = zcash::tests::unified("u", TOKEN_MAX - ESCAPE_MAX);
        assert_eq!(longest.len(), TOKEN_MAX - ESCAPE_MAX);
        assert_eq!(found(&format!("\\u000a{longest} ")).len(), 1);
        assert!(found(&format!("\\u000a{longest}q ")).is_empty());
        let longest = bech32_of(16, &[0x5a; 40]);
        assert_eq!(found(&format!("\\u000a{longest} ")).len(), 1);
        assert!(found(&format!("\\u000a{longest}q ")).is_empty());
    }

    #[test]
    fn a_token_that_is_too_long_hides_no_neighbour() {
        for length in 60..200 {
            let text = format!("{} {LEGACY} {}", "Y".repeat(length), "Z".repeat(length));
            assert_eq!(found(&text).len(), 1, "{length}");
        }
    }

    #[test]
    fn the_shortest_address_is_found_at_every_offset() {
        // Up to the length from which on all tokens are looked at.
        for bytes in 2..=9 {
            let text = bech32_of_hrp("bc", 1, &[0x4e; 9][..bytes]);
            assert_eq!(found(&text), [(0, text.clone())]);
        }
        let shortest = bech32_of_hrp("bc", 1, &[0x4e, 0x73]); // BIP433 pays to this one
        assert_eq!(shortest, "bc1pfeessrawgf");
        for offset in 0..64 {
            let text = format!("{}{shortest} ", " ".repeat(offset));
            assert_eq!(found(&text), [(offset, shortest.clone())]);
            let text = format!("{}\\u000a{} ", " ".repeat(offset), shortest.to_uppercase());
            assert_eq!(found(&text), [(offset + 6, shortest.to_uppercase())]);
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

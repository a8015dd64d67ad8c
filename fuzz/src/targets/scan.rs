//! The scanner of addresses and recovery phrases, and the readers of whole texts.

use comity_scan::syntax::{Sound, SyntaxError, iban, internet, number, telephone};
use comity_scan::{Kind, Ledger, MASK, Scanner, Value};

use crate::Target;

/// Every target of this crate: one for each group of kinds, and the readers of whole texts.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "scan-bytes", seeds, run },
        Target { name: "scan-addresses", seeds: || wide_too(&ADDRESSES), run },
        Target { name: "scan-keys", seeds: || wide_too(&KEYS), run },
        Target { name: "scan-phrases", seeds: || wide_too(&PHRASES), run },
        Target { name: "scan-contacts", seeds: || wide_too(&CONTACTS), run },
        Target { name: "scan-accounts", seeds: || wide_too(&ACCOUNTS), run },
        Target { name: "scan-pgp", seeds: || wide_too(&PGP), run },
        Target { name: "scan-wallets", seeds: wallets, run },
        Target { name: "scan-syntax", seeds: syntax_seeds, run: run_syntax },
    ]
}

const ADDRESSES: [&str; 8] = [
    "Pay to mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn now",
    "\\u000atb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
    "BC1SW50QGDZ25J bc1pfeessrawgf 1111111111111111111114oLvT2",
    "Pay TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t or 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
    "EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF",
    "XVLhHMPHU98es4dbozjVtdWzVrDjtV5fdx1mHp98tDMoQXb",
    "0:ca6e321c7cce9ecedf0a8ca2492ec8592494aa5fb5ce0387dff96ef6af982a3e",
];

/// The first test vector of BIP32, and the example of the Bitcoin wiki.
const KEYS: [&str; 4] = [
    "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi",
    "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8",
    "key 5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ,",
    "a@example.org KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617",
];

const PHRASES: [&str; 6] = [
    "legal winner thank year wave sausage worth useful legal winner thank yellow",
    "1. legal 2. winner 3. thank 4. year 5. wave 6. sausage\n7. worth 8. useful 9. legal 10. winner",
    "的一是在不了有和人这中大 的 一 是 在 不 了 有 和 人 这 中 大",
    "あいこくしん\u{3000}あいこくしん か\u{3099}いこく FERVEUR fe\u{301}roce сентябрь",
    "gas example olive sketch outdoor entire settle donor among elder primary ceiling",
    "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn",
];

const CONTACTS: [&str; 3] = [
    "Write to Someone@Example.org, https://t.me/name or +992 90 123 4567; hxxps://u:p@example.org:8/a?b=c&amp;d#e",
    "http://pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion/ 192.0.2.1 2001:db8::1",
    "www.example.com имя@пример.рф shop.example.ru",
];

const ACCOUNTS: [&str; 2] =
    ["KZ86 125K ZT50 0410 0100 GB82WEST12345698765432", "card 4111 1111 1111 1111, 3782 822463 10005"];

const PGP: [&str; 2] = [
    "-----BEGIN PGP MESSAGE-----\n\njA0ECQMCe8FYOxMRjzD/\n=ZPfx\n-----END PGP MESSAGE-----",
    "x@example.org -----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlFgEawoAiRYJKwYBBAHaRw8BAQdA\n=ZPfx\n-----END PGP PRIVATE KEY BLOCK-----",
];

/// Beginnings of wallets: each format has a reader of its own.
fn wallets() -> Vec<Vec<u8>> {
    let mut berkeley = vec![0; 1024];
    berkeley[12..26].copy_from_slice(b"\x62\x31\x05\0\x09\0\0\0\0\x02\0\0\0\x09");
    // A page of two items, a key and its value.
    berkeley[520] = 1;
    berkeley[532] = 2;
    berkeley[537] = 5;
    berkeley[538..542].copy_from_slice(b"\x40\0\x60\0");
    berkeley[576..584].copy_from_slice(b"\x05\0\x01\x03keyx");
    let mut sqlite = vec![0; 1024];
    sqlite[..18].copy_from_slice(b"SQLite format 3\0\x02\0");
    sqlite[100] = 13;
    let table = b"CREATE TABLE main(key BLOB PRIMARY KEY NOT NULL, value BLOB NOT NULL)";
    sqlite[300..300 + table.len()].copy_from_slice(table);
    sqlite[512..522].copy_from_slice(b"\x0d\0\0\0\x01\0\0\0\0\x40");
    sqlite[576..590].copy_from_slice(b"\x0a\x07\x03\x16\x0c\x04mkey\0\0\0\0");
    let plain: [&[u8]; 8] = [
        br#"{"seed_version": 17, "use_encryption": true, "keystore": {"type": "bip32"}}"#,
        b"{'seed_version': 4, u'use_encryption': True, 'accounts': {}}",
        br#"{"version":3,"crypto":{"ciphertext":"ab","cipher":"aes-128-ctr","kdf":"scrypt","mac":"cd"}}"#,
        br#"{\"data\":\"QUJDQUJD\",\"iv\":\"AAAAAAAAAAAAAAAAAAAAAA==\",\"salt\":\"BBBB\"}"#,
        b"\x0a\x16org.bitcoin.production\x1a\x02\x08\x01\x28\x02",
        b"\x08\x14\x12\x1a\x08\x03\x1a\x16\x0a\x10abcdefghijklmnop",
        b"SECO\0\0\0\0\0\0\0\0\x12seco-v0-scrypt-aes\x06Exodus",
        b"QklFMQJaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpa",
    ];
    plain.into_iter().map(<[u8]>::to_vec).chain([berkeley, sqlite]).collect()
}

/// Texts as they are, and in UTF-16.
fn wide_too(texts: &[&str]) -> Vec<Vec<u8>> {
    let both = |text: &&str| {
        let wide = "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes);
        [text.as_bytes().to_vec(), wide.collect()]
    };
    texts.iter().flat_map(both).collect()
}

fn seeds() -> Vec<Vec<u8>> {
    vec![[&ADDRESSES[..], &KEYS, &PHRASES, &CONTACTS, &ACCOUNTS, &PGP].concat().join("\n").into_bytes()]
}

/// A small window and a large one find the same; each hit lies where it says, and shows no secret.
fn run(bytes: &[u8]) {
    // Repeated, so that short inputs too meet the borders of the small window.
    let long = bytes.repeat(1 + 200_000 / bytes.len().max(1)).into_iter().take(300_000).collect::<Vec<_>>();
    for bytes in [bytes, &long] {
        let hits = Scanner::new().with_window(usize::MAX).scan_bytes(bytes);
        let by_parts = Scanner::new().with_window(0).scan_bytes(bytes);
        assert_eq!(format!("{hits:?}"), format!("{by_parts:?}"));
        for hit in hits {
            let start = usize::try_from(hit.offset).expect("the input is in memory");
            let length = usize::try_from(hit.length).expect("the input is in memory");
            let place = &bytes[start..start + length];
            match &hit.value {
                // The name of the format stands for the file.
                Value::Plain { .. } if hit.kind == Kind::WalletFile => {}
                // What lies in it of a secret is masked.
                Value::Plain { found, .. } if found.contains(MASK) => {}
                Value::Plain { found, .. } if place.len() == found.len() => {
                    assert_eq!(found.as_bytes(), place);
                }
                // In UTF-16 a letter takes two bytes, one of them zero.
                Value::Plain { found, .. } => {
                    let letters: Vec<u8> = place.chunks(2).map(|unit| unit[0] | unit[1]).collect();
                    assert_eq!(found.as_bytes(), letters);
                }
                Value::Secret(secret) => {
                    // Armor of a key may have nothing in it.
                    let text = secret.reveal();
                    assert!(text.is_empty() || !format!("{hit:?}").contains(text), "{hit:?} {text}");
                    let words = secret.words().map_or(1, usize::from);
                    assert_eq!(secret.reveal().split(' ').count(), words);
                }
                _ => {}
            }
        }
    }
}

fn syntax_seeds() -> Vec<Vec<u8>> {
    [
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
        "EQDk2VTvn04SUKJrW7rXahzdF8_Qi6utb0wj43InCu9vdjrR",
        "XVLhHMPHU98es4dbozjVtdWzVrDjtV5fdx1mHp98tDMoQXb",
        "KZ86 125K ZT50 0410 0100",
        "+992 90 000 0000",
        "http://pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion/",
        "имя@пример.рф",
        "4111 1111 1111 1111",
        "00:00:5e:00:53:01",
    ]
    .map(|seed| seed.as_bytes().to_vec())
    .to_vec()
}

/// The canonical spelling of what is read is read again, as itself.
fn run_syntax(bytes: &[u8]) {
    type Reader = fn(&str) -> Result<Sound, SyntaxError>;
    let text = String::from_utf8_lossy(bytes);
    for ledger in Ledger::ALL {
        if let Ok(address) = ledger.address(&text) {
            let again = ledger.address(&address.canonical).map(|again| again.canonical);
            assert_eq!(again, Ok(address.canonical));
        }
        if let Ok(transaction) = ledger.transaction(&text) {
            assert_eq!(ledger.transaction(&transaction), Ok(transaction));
        }
    }
    let readers: [Reader; 8] = [
        iban::read,
        telephone::read,
        internet::domain,
        internet::mailbox,
        internet::url,
        number::card,
        number::imei,
        number::mac,
    ];
    for reader in readers {
        if let Ok(sound) = reader(&text) {
            assert_eq!(reader(&sound.canonical).map(|again| again.canonical), Ok(sound.canonical));
        }
    }
    let _mixed = internet::is_mixed_script(&text);
}

//! Texts made here, each with a value of a kind in one of the contexts of the labelled addresses, right or with one sign
//! changed: what is found is the value, and nothing else.
//!
//! Nothing is drawn at random: numbers come from SHA-256 of a counter.

use comity_scan::{Class, Hit, Kind, Scanner, Value};
use sha2::{Digest as _, Sha256};
use sha3::Sha3_256;

/// The contexts of the labelled addresses.
const CONTEXTS: [(&str, &str); 12] = [
    ("plain", "The payment went to {} yesterday and was confirmed."),
    ("period", "Send it to {}."),
    ("paren", "wallet ({}), see annex 3"),
    ("url", "https://explorer.example/address/{}?page=2"),
    ("csv", "2026-03-01;{};120.5;USD"),
    ("json", "{\"wallet\":\"{}\",\"amount\":0.5}"),
    ("tight", "addr={}&label=x"),
    ("chat", "[12:33] bot: {}\n[12:34] victim: ok"),
    ("html", "<td class=\"addr\"><a href=\"#\">{}</a></td>"),
    ("cjk", "付款地址：{}，请在48小时内转账。"),
    ("thai", "โอนไปที่{}ภายในวันนี้"),
    ("cyr", "Кошелёк:{}срок 3 дня"),
];

/// Values of each kind.
const VALUES: u32 = 24;

/// Numbers that follow from a seed.
struct Numbers(Vec<u8>);

impl Numbers {
    fn of(kind: Kind, seed: u32) -> Self {
        let block = |at: u32| Sha256::digest(format!("{kind} {seed} {at}"));
        Self((0..4).flat_map(block).collect())
    }

    fn below(&self, at: usize, bound: usize) -> usize {
        usize::from(self.0[at]) % bound
    }

    fn word(&self, from: usize, signs: &[u8], length: usize) -> String {
        (from..from + length).map(|at| char::from(signs[self.below(at, signs.len())])).collect()
    }
}

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
const DIGITS: &[u8] = b"0123456789";

fn value(kind: Kind, seed: u32) -> String {
    let numbers = Numbers::of(kind, seed);
    let name = |from| numbers.word(from, LETTERS, 5 + numbers.below(from, 6));
    let top = ["com", "org", "net", "ru", "kz", "uz", "ir"][numbers.below(0, 7)];
    match kind {
        Kind::EmailAddress => format!("{}.{}@{}.{top}", name(1), name(20), name(40)),
        Kind::Url => format!("https://{}.{top}/{}/{}", name(1), name(20), numbers.word(40, DIGITS, 4)),
        Kind::DomainName => format!("{}-{}.{top}", name(1), name(20)),
        Kind::OnionService => onion(&numbers.0[..32]),
        Kind::IpAddress if seed.is_multiple_of(2) => {
            format!(
                "{}.{}.{}.{}",
                20 + numbers.below(1, 200),
                numbers.below(2, 256),
                numbers.below(3, 256),
                1 + numbers.below(4, 254)
            )
        }
        Kind::IpAddress => {
            format!("2001:db8:{:x}::{:x}", 1 + numbers.below(1, 255), 1 + numbers.below(2, 255))
        }
        Kind::TelephoneNumber => {
            let (code, form) = [
                ("+992", "9d ddd dddd"),
                ("+998", "-9d-ddd-dd-dd"),
                ("+7", " (70d) ddd-dd-dd"),
                ("+98", " 91d ddd dddd"),
                ("+93", "7ddddddd d"),
                ("+92", " 3dd ddddddd"),
                ("+996", " 7dd ddd ddd"),
            ][numbers.below(0, 7)];
            let form = form.replace("d d", "dd");
            let mut at = 1;
            let digits = form.chars().map(|sign| {
                at += 1;
                if sign == 'd' { char::from(DIGITS[numbers.below(at, 10)]) } else { sign }
            });
            format!("{code}{}", digits.collect::<String>())
        }
        Kind::MessengerName => format!("t.me/{}_{}", name(1), numbers.word(20, DIGITS, 3)),
        Kind::Iban => {
            let (state, rest) = [
                ("KZ", "125KZT50"),
                ("DE", "37040044"),
                ("TR", "00061005"),
                ("PK", "SCBL0000"),
                ("GB", "WEST1234"),
            ][numbers.below(0, 5)];
            let digits = match state {
                "KZ" => 8,
                "TR" => 14,
                "PK" => 12,
                _ => 10,
            };
            let number = checked_iban(state, &format!("{rest}{}", numbers.word(1, DIGITS, digits)));
            if seed.is_multiple_of(2) { number } else { grouped(&number) }
        }
        Kind::PaymentCard => {
            let head = ["4", "51", "2200", "8600", "9860", "62"][numbers.below(0, 6)];
            let rest = numbers.word(1, DIGITS, 15 - head.len());
            grouped(&luhn(&format!("{head}{rest}")))
        }
        Kind::BitcoinAddress => {
            bs58::encode([&[0][..], &numbers.0[..20]].concat()).with_check().into_string()
        }
        Kind::TronAddress => {
            bs58::encode([&[0x41][..], &numbers.0[..20]].concat()).with_check().into_string()
        }
        Kind::WifKey => {
            bs58::encode([&[0x80][..], &numbers.0[..32], &[1]].concat()).with_check().into_string()
        }
        Kind::Bip39Phrase => {
            let languages = bip39::Language::ALL;
            let language = languages[numbers.below(0, languages.len())];
            let bytes = 16 + 4 * numbers.below(1, 5);
            bip39::Mnemonic::from_entropy_in(language, &numbers.0[2..2 + bytes]).unwrap().to_string()
        }
        other => panic!("{other} is not made here"),
    }
}

fn onion(key: &[u8]) -> String {
    let digest =
        Sha3_256::new().chain_update(".onion checksum").chain_update(key).chain_update([3]).finalize();
    let bytes = [key, &digest[..2], &[3]].concat();
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1)).collect();
    let symbol = |bits: &[u8]| {
        char::from(
            b"abcdefghijklmnopqrstuvwxyz234567"[bits.iter().fold(0, |all, bit| all << 1 | usize::from(*bit))],
        )
    };
    bits.chunks(5).map(symbol).chain(".onion".chars()).collect()
}

fn checked_iban(state: &str, rest: &str) -> String {
    let number = format!("{rest}{state}00");
    let remainder = number.chars().fold(0, |sum, sign| match sign.to_digit(36).unwrap() {
        digit @ 0..10 => (sum * 10 + digit) % 97,
        letter => (sum * 100 + letter) % 97,
    });
    format!("{state}{:02}{rest}", 98 - remainder)
}

fn luhn(number: &str) -> String {
    let sum: u32 = number
        .chars()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let digit = digit.to_digit(10).unwrap() * if at % 2 == 0 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    format!("{number}{}", (10 - sum % 10) % 10)
}

fn grouped(number: &str) -> String {
    let signs: Vec<char> = number.chars().collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The value with one sign, or one word, changed to another of its kind.
fn changed(kind: Kind, value: &str, seed: u32) -> String {
    let numbers = Numbers::of(kind, seed + 1000);
    if kind == Kind::Bip39Phrase {
        let words: Vec<_> = value.split(' ').collect();
        let at = numbers.below(0, words.len());
        let language =
            bip39::Language::ALL.iter().find(|language| bip39::Mnemonic::parse_in(**language, value).is_ok());
        let list = language.unwrap().word_list();
        let wrong = (0..2048).map(|step| {
            let mut words = words.clone();
            words[at] = list[(numbers.below(1, 256) + step) % 2048];
            words.join(" ")
        });
        return wrong
            .into_iter()
            .find(|text| bip39::Mnemonic::parse_in(*language.unwrap(), text.as_str()).is_err())
            .unwrap();
    }
    let last = if kind == Kind::OnionService { value.len() - 6 } else { value.len() };
    let mut signs = value.as_bytes().to_vec();
    let places: Vec<usize> = (2..last).filter(|at| signs[*at].is_ascii_alphanumeric()).collect();
    let at = places[numbers.below(0, places.len())];
    let alphabet: &[u8] = match signs[at] {
        b'0'..=b'9' => b"23456789",
        b'a'..=b'z' => b"abcdefghjkmnpqrstuvwxyz",
        _ => b"ABCDEFGHJKLMNPQRSTUVWXYZ",
    };
    let others: Vec<u8> = alphabet.iter().copied().filter(|sign| *sign != signs[at]).collect();
    signs[at] = others[numbers.below(1, others.len())];
    String::from_utf8(signs).unwrap()
}

/// Whether a value can be told from what stands around it in a context: a link in a link is a part of it, and behind a space
/// in a link the link has ended.
fn fits(kind: Kind, context: &str, value: &str) -> bool {
    match kind {
        Kind::Url => !matches!(context, "url" | "tight"),
        Kind::EmailAddress | Kind::DomainName | Kind::MessengerName | Kind::OnionService => context != "url",
        _ => context != "url" || !value.contains(' '),
    }
}

fn found(hit: &Hit) -> String {
    match &hit.value {
        Value::Plain { found, .. } => found.clone(),
        Value::Secret(secret) => secret.reveal().to_owned(),
        other => panic!("{other:?} is new"),
    }
}

#[test]
fn every_value_in_every_context_and_nothing_else() {
    let with_checksum = [
        Kind::BitcoinAddress,
        Kind::TronAddress,
        Kind::WifKey,
        Kind::Bip39Phrase,
        Kind::OnionService,
        Kind::Iban,
        Kind::PaymentCard,
    ];
    let without = [
        Kind::EmailAddress,
        Kind::Url,
        Kind::DomainName,
        Kind::IpAddress,
        Kind::TelephoneNumber,
        Kind::MessengerName,
    ];
    let (mut right, mut wrong) = (0, 0);
    for kind in with_checksum.iter().chain(&without).copied() {
        let scanner = Scanner::new().with_kinds([kind]);
        for seed in 0..VALUES {
            let value = value(kind, seed);
            for (context, form) in CONTEXTS.iter().filter(|(context, _)| fits(kind, context, &value)) {
                let text = form.replace("{}", &value);
                let hits = scanner.scan_bytes(text.as_bytes());
                let sure: Vec<_> = hits.iter().filter(|hit| hit.class != Class::ShapeOnly).collect();
                assert_eq!(sure.len(), 1, "{kind} in {context}: {text}");
                let expected = match kind {
                    Kind::PaymentCard => value.replace(' ', ""),
                    _ => value.clone(),
                };
                assert_eq!(found(sure[0]), expected, "{kind} in {context}");
                let at = usize::try_from(sure[0].offset).unwrap();
                assert_eq!(text.find(&value), Some(at));
                assert_eq!(sure[0].length, u64::try_from(value.len()).unwrap());
                assert_eq!(sure[0].class == Class::Verified, with_checksum.contains(&kind), "{kind}");
                right += 1;
            }
        }
        for seed in (0..VALUES).filter(|_| with_checksum.contains(&kind)) {
            let value = changed(kind, &value(kind, seed), seed);
            for (context, form) in CONTEXTS.iter().filter(|(context, _)| fits(kind, context, &value)) {
                let text = form.replace("{}", &value);
                for hit in scanner.scan_bytes(text.as_bytes()) {
                    // A part of a phrase may be right by chance, and is told so.
                    assert_eq!(hit.class, Class::ShapeOnly, "{kind} in {context}: {text}");
                }
                wrong += 1;
            }
        }
    }
    println!("{right} right values, all found and nothing else; of {wrong} wrong ones none");
    assert!(right > 3000 && wrong > 1500, "{right} {wrong}");
}

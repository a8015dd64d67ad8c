//! Secrets beside other hits and in them: shown nowhere, however they are written.

use comity_scan::{Scanner, masked};
use proptest::prelude::*;

/// So many words, or symbols, of a secret may not stand together in an output.
const WORDS: usize = 3;
const SYMBOLS: usize = 20;

const WIF: &str = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";
const XPRV: &str = "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi";

fn each(secret: &str, write: impl Fn(char) -> String) -> String {
    secret.chars().map(write).collect()
}

fn base64(secret: &str) -> String {
    use base64::Engine as _;
    base64::prelude::BASE64_STANDARD.encode(secret)
}

/// The ways in which a secret may stand beside something else.
fn writings(secret: &str) -> Vec<String> {
    let half = secret.len() / 2;
    let (first, second) = secret.split_at(half);
    vec![
        secret.to_owned(),
        base64(secret),
        hex::encode(secret),
        hex::encode_upper(secret),
        each(secret, |c| format!("%{:02x}", u32::from(c))),
        each(secret, |c| format!("%25{:02X}", u32::from(c))),
        each(secret, |c| format!("&#{};", u32::from(c))),
        each(secret, |c| format!("&#x{:x};", u32::from(c))),
        each(secret, |c| format!("\\u{:04x}", u32::from(c))),
        each(secret, |c| format!("\\x{:02x}", u32::from(c))),
        each(secret, |c| format!("={:02X}", u32::from(c))),
        // Every third letter alone.
        secret
            .char_indices()
            .map(|(at, c)| if at % 3 == 0 { format!("%{:02X}", u32::from(c)) } else { c.into() })
            .collect(),
        each(secret, |c| format!("{c}\0")),
        each(secret, |c| format!("\0{c}")),
        format!("<b>{}</b>", secret.replace(' ', "</b><b>")),
        format!("<span class=\"w\">{}</span>", secret.replace(' ', "</span> <span class=\"w\">")),
        secret.replace(' ', "\\n"),
        secret.replace(' ', "\\\",\\\""),
        secret.replace(' ', "%20"),
        secret.replace(' ', "+"),
        secret.replace(' ', "&nbsp;"),
        secret.replace(' ', ""),
        secret.replace(' ', "\0"),
        secret.replace(' ', " b@example.org "),
        format!("{first}\r\n{second}"),
        format!("{first}=\r\n{second}"),
        format!("{first}\n> {second}"),
        format!("{first} c@example.org {second}"),
        first.to_owned(),
        second.to_owned(),
    ]
}

/// What of a secret no output may have.
fn pieces(secret: &str) -> Vec<String> {
    let words: Vec<_> = secret.split(' ').collect();
    let rows = words.windows(WORDS).map(|row| row.concat().to_lowercase());
    let all: Vec<char> = secret.chars().collect();
    let is_key = words.len() == 1;
    let symbols =
        all.windows(SYMBOLS).filter(|_| is_key).map(|row| row.iter().collect::<String>().to_lowercase());
    rows.chain(symbols).collect()
}

/// The outputs about a text, as letters and digits only.
fn shown(text: &[u8]) -> Vec<String> {
    let lines = Scanner::new().scan_bytes(text).into_iter().map(|hit| serde_json::to_string(&hit).unwrap());
    lines.collect()
}

fn bare(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

fn assert_hidden(secret: &str, writing: &str, outputs: &[String]) {
    let all = secret.to_owned();
    let encoded = [base64(&all), hex::encode(&all)].map(|text| text.to_lowercase());
    for output in outputs {
        let seen = bare(output);
        for piece in pieces(secret) {
            assert!(!seen.contains(&piece), "{piece} of {writing:?} in {output}");
        }
        for row in encoded.iter().flat_map(|text| text.as_bytes().windows(SYMBOLS)) {
            let row = std::str::from_utf8(row).unwrap();
            assert!(!seen.contains(row), "{row} of {writing:?} in {output}");
        }
        // Read by who knows the escapes.
        let mut read = output.clone();
        for _ in 0..2 {
            read = unescaped(&read);
            for piece in pieces(secret) {
                assert!(!bare(&read).contains(&piece), "{piece} of {writing:?} behind escapes in {output}");
            }
        }
    }
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let hex = |from: usize, to: usize| {
            rest.get(from..to)
                .and_then(|digits| u32::from_str_radix(digits, 16).ok())
                .and_then(char::from_u32)
        };
        let reference =
            rest.strip_prefix("&#").and_then(|rest| rest.split_once(';')).and_then(|(number, _)| {
                let code = match number.strip_prefix('x') {
                    Some(digits) => u32::from_str_radix(digits, 16),
                    None => number.parse(),
                };
                Some((number.len() + 3, char::from_u32(code.ok()?)?))
            });
        let found = match first {
            '%' | '=' => hex(1, 3).map(|c| (3, c)),
            '&' => reference,
            '\\' if rest.starts_with("\\u") => hex(2, 6).map(|c| (6, c)),
            '\\' if rest.starts_with("\\x") => hex(2, 4).map(|c| (4, c)),
            _ => None,
        };
        let (length, read) = found.unwrap_or((first.len_utf8(), first));
        out.push(read);
        rest = &rest[length..];
    }
    out
}

fn phrase(entropy: [u8; 16], language: bip39::Language) -> String {
    bip39::Mnemonic::from_entropy_in(language, &entropy).unwrap().to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn no_line_shows_a_secret_however_it_is_written(
        entropy in any::<[u8; 16]>(),
        language in prop::sample::select(vec![bip39::Language::English, bip39::Language::Italian]),
        pad in "[ .,:;]{0,30}",
    ) {
        for secret in [phrase(entropy, language), WIF.to_owned(), XPRV.to_owned()] {
            for writing in writings(&secret) {
                let text = format!("a@example.com {pad}{writing}{pad} 1.2.3.4 d@example.com");
                assert_hidden(&secret, &writing, &shown(text.as_bytes()));
                // In an address half a key is a key like any other.
                if !writing.contains(char::is_whitespace) && writing.len() >= secret.len() - secret.matches(' ').count() {
                    let text = format!("see https://evil.example.com/?seed={writing} d@example.com");
                    assert_hidden(&secret, &writing, &shown(text.as_bytes()));
                }
            }
        }
    }

    #[test]
    fn no_name_shows_a_secret(entropy in any::<[u8; 16]>()) {
        for secret in [phrase(entropy, bip39::Language::English), WIF.to_owned(), XPRV.to_owned()] {
            for name in [
                format!("{secret}.txt"),
                format!("folder/{}.txt", secret.replace(' ', "_")),
                format!("{}.txt", secret.replace(' ', "")),
                format!("{}.txt", secret.replace(' ', "%20")),
                format!("{}.txt", secret.to_uppercase().replace(' ', "-")),
            ] {
                // A key in other letters is none.
                if name.contains(&secret) || secret.contains(' ') {
                    assert_hidden(&secret, &name, &[masked(&name).into_owned()]);
                }
            }
        }
    }
}

#[test]
fn secrets_in_other_hits_are_masked_and_the_class_stands() {
    let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    for (text, kind, value) in [
        (
            format!("https://evil.example.com/?seed={}", phrase.replace(' ', "%20")),
            "url",
            "https://evil.example.com/?seed=•••",
        ),
        (
            format!("https://evil.example.com/?seed={}", phrase.replace(' ', "+")),
            "url",
            "https://evil.example.com/?seed=•••",
        ),
        (format!("https://evil.example.com/?seed={WIF}"), "url", "https://evil.example.com/?seed=•••"),
        (format!("https://evil.example.com/?seed={XPRV}"), "url", "https://evil.example.com/?seed=•••"),
        (format!("{WIF}@example.com"), "email-address", "•••@example.com"),
    ] {
        let hits = Scanner::new().scan_bytes(text.as_bytes());
        let hit = hits.iter().map(|hit| serde_json::to_value(hit).unwrap()).find(|hit| hit["kind"] == kind);
        let hit = hit.unwrap_or_else(|| panic!("{text}"));
        assert_eq!(
            (hit["value"].as_str(), hit["class"].as_str()),
            (Some(value), Some("well-formed")),
            "{text}"
        );
        assert_eq!(hit["length"], text.len());
    }
}

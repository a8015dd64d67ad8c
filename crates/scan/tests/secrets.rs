//! Recovery phrases: found in the shapes that people write, and shown nowhere.

use std::collections::BTreeSet;

use comity_scan::{Class, Hit, Kind, Scanner};
use unicode_normalization::UnicodeNormalization as _;

use crate::data;

const TWELVE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const ADDRESS: &str = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";

fn phrases(text: &str) -> Vec<Hit> {
    let mut hits = Scanner::new().scan_bytes(text.as_bytes());
    hits.retain(|hit| hit.kind == Kind::Bip39Phrase);
    hits
}

/// The ways in which a phrase is written down.
fn shapes(phrase: &str) -> Vec<String> {
    let words: Vec<_> = phrase.split(' ').collect();
    let numbered = |form: fn(usize, &str) -> String| {
        words.iter().enumerate().map(|(index, word)| form(index + 1, word)).collect::<String>()
    };
    vec![
        phrase.to_owned(),
        phrase.to_uppercase(),
        phrase.replace(' ', ", "),
        phrase.replace(' ', "-"),
        phrase.replace(' ', "\r\n"),
        words.chunks(5).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n  "),
        numbered(|number, word| format!("{number}. {word} ")),
        numbered(|number, word| format!("{number:>2}) {word}\n")),
        numbered(|number, word| {
            format!(
                "[{number}]\t{}{}\n",
                word.chars().next().unwrap().to_uppercase(),
                word.chars().skip(1).collect::<String>()
            )
        }),
        format!("[\"{}\"]", phrase.replace(' ', "\",\"")),
        format!("Ключ: {phrase} (храни)"),
        format!("วลี{phrase}ห้าม"),
    ]
}

#[test]
fn labelled_phrases_are_found_and_invalid_ones_are_not() {
    let Some(rows) =
        data::rows("labelled_phrases_are_found_and_invalid_ones_are_not", "evidence/secrets/labels.jsonl")
    else {
        return;
    };
    let (mut valid, mut invalid, mut parts, mut texts) = (0, 0, 0, 0);
    let mut languages = BTreeSet::new();
    for row in rows.iter().filter(|row| row["kind"] == "bip39") {
        // The space of the Japanese list is wider.
        let phrase = row["value"].as_str().unwrap().replace('\u{3000}', " ");
        let canonical: String = phrase.nfkd().collect();
        for text in shapes(&phrase).into_iter().chain(spellings(&phrase)) {
            let hits = phrases(&text);
            texts += 1;
            if row["valid"] == true {
                assert_eq!(hits.len(), 1, "{text}");
                assert_eq!(hits[0].class, Class::Verified, "{text}");
                let secret = hits[0].secret().unwrap();
                assert_eq!(secret.reveal(), canonical);
                assert_eq!(usize::from(secret.words().unwrap()), phrase.split(' ').count());
                valid += 1;
            } else {
                // A part may pass by chance, but must not be called verified.
                assert!(hits.iter().all(|hit| hit.class == Class::ShapeOnly), "{text}");
                parts += hits.len();
                invalid += 1;
            }
        }
        languages.insert(row["lang"].as_str().unwrap());
    }
    println!(
        "{texts} texts: {valid} with a valid phrase, {invalid} with an invalid one ({parts} parts of shape only)"
    );
    assert!(languages.len() == 12 && valid >= 144 * 17 && invalid >= 144);
}

/// Other ways to write the letters of a phrase.
fn spellings(phrase: &str) -> [String; 5] {
    let without_accents = phrase.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).nfc().collect();
    [
        phrase.nfc().collect(),
        phrase.nfkd().collect(),
        phrase.nfc().collect::<String>().to_uppercase(),
        phrase.replace(' ', "\u{3000}"),
        without_accents,
    ]
}

#[test]
fn no_output_holds_a_word_of_a_phrase() {
    for phrase in shapes(TWELVE) {
        for text in [
            format!("{ADDRESS} {phrase} {ADDRESS}"),
            format!("{ADDRESS}\n{phrase}\n{ADDRESS}"),
            // With a wrong last word it is no hit, but a secret that somebody mistyped.
            format!("{ADDRESS} {} {ADDRESS}", phrase.to_lowercase().replace("yellow", "year")),
            format!("{phrase} {phrase} {ADDRESS}"),
        ] {
            let hits = Scanner::new().scan_bytes(text.as_bytes());
            assert!(hits.iter().any(|hit| hit.kind == Kind::BitcoinAddress));
            for hit in &hits {
                let outputs = [
                    format!("{hit:?}"),
                    format!("{hit:#?}"),
                    serde_json::to_string(hit).unwrap(),
                    hit.path(),
                    hit.canonical().unwrap_or_default().to_owned(),
                ];
                for output in outputs {
                    let output = output.to_lowercase();
                    for word in TWELVE.split(' ') {
                        assert!(!output.contains(word), "{word} in {output}");
                    }
                }
            }
        }
    }
}

#[test]
fn other_kinds_left_out_are_masked_all_the_same() {
    let text = format!("{TWELVE} {ADDRESS}");
    let hits = Scanner::new().with_kinds([Kind::BitcoinAddress]).scan_bytes(text.as_bytes());
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].context.before, "••• ");
}

#[test]
fn a_phrase_is_one_json_line_without_the_phrase() {
    let hits = phrases(&format!("x: {TWELVE}."));
    let line = serde_json::to_string(&hits[0]).unwrap();
    let fingerprint = hits[0].secret().unwrap().fingerprint();
    assert_eq!(
        line,
        format!(
            "{{\"kind\":\"bip39-phrase\",\"class\":\"verified\",\"value\":\"•••\",\"canonical\":null,\
             \"network\":null,\"words\":12,\"fingerprint\":\"{fingerprint}\",\"file\":null,\"path\":\"3\",\
             \"offset\":3,\"length\":75,\"decoders\":[],\"context\":{{\"before\":\"x: \",\"after\":\".\"}}}}"
        )
    );
}

#[test]
fn an_address_is_one_json_line() {
    let text = "to BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4\n"; // BIP173, examples
    let hits = Scanner::new().scan_bytes(text.as_bytes());
    assert_eq!(
        serde_json::to_string(&hits[0]).unwrap(),
        "{\"kind\":\"bitcoin-address\",\"class\":\"verified\",\
         \"value\":\"BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4\",\
         \"canonical\":\"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4\",\"network\":\"mainnet\",\"words\":null,\
         \"fingerprint\":null,\"file\":null,\"path\":\"3\",\"offset\":3,\"length\":42,\"decoders\":[],\
         \"context\":{\"before\":\"to \",\"after\":\" \"}}"
    );
}

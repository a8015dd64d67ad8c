//! Addresses in every encoding.

use std::collections::BTreeMap;

use comity_unpack::touches;

use crate::kept::{archive, noise, opened, read};

/// The decoder that must be the last step to the value of a file of each folder; the others may lead there too.
const DECODERS: &[(&str, &str)] = &[
    ("base64", "base64"),
    ("docx_split_runs", "markup"),
    ("gzip", "gzip"),
    ("hex", "hex"),
    ("html_entities", "html"),
    ("linewrap", "line-wrap"),
    ("qp_softbreak", "quoted-printable"),
    ("utf16be", "utf-16be"),
    ("utf16le", "utf-16le"),
    ("utf8", ""),
    ("zip_deflate", "zip"),
    ("zlib", "zlib"),
];

#[test]
fn every_address_in_every_encoding_stands_in_a_layer() {
    let test = "every_address_in_every_encoding_stands_in_a_layer";
    let Some(files) = archive(test, "addresses/encoded.tar.gz") else { return };
    let labels = String::from_utf8(read(test, "addresses/encoded.tsv").unwrap()).unwrap();
    let mut counts = BTreeMap::new();
    for label in labels.lines().skip(1) {
        let fields: Vec<_> = label.split('\t').collect();
        let (_, bytes) = files.iter().find(|(name, _)| name.ends_with(fields[0])).unwrap();
        let (_, decoder) = DECODERS.iter().find(|(folder, _)| *folder == fields[1]).unwrap();
        let all = opened(bytes);
        let found = all.layers.iter().any(|layer| {
            let last = layer.steps.last().map_or("", |step| step.name);
            let places = memchr::memmem::find_iter(&layer.bytes, fields[2]);
            last == *decoder
                && places.into_iter().any(|at| {
                    let start = u64::try_from(at).unwrap();
                    let place = start..start + u64::try_from(fields[2].len()).unwrap();
                    layer.rewritten.as_ref().is_none_or(|rewritten| touches(rewritten, &place))
                })
        });
        *counts.entry(fields[1].to_owned()).or_insert(0) += u32::from(found);
        assert_eq!(all.faults, [], "{}", fields[0]);
    }
    assert_eq!(counts.len(), 12);
    assert!(counts.values().all(|count| *count == 14), "{counts:?}");
}

/// Twelve words of lists of BIP39 as they are written. Of kana the other order reads as many letters where chance adds one.
const PHRASES: [&str; 4] = [
    "的 一 是 在 不 了 有 和 人 这 中 大",
    "歇\u{3000}逻\u{3000}歇\u{3000}逻\u{3000}歇\u{3000}逻\u{3000}歇\u{3000}逻\u{3000}歇\u{3000}逻\u{3000}歇\u{3000}逻",
    "的一是在不了有和人这中大",
    "가격 가끔 가난 가능 가득 가르침 가뭄 가방 가상 가슴 가운데 가을",
];

#[test]
fn phrases_of_eastern_letters_amid_other_bytes_stand_in_a_layer() {
    for phrase in PHRASES {
        for place in 1000..1200 {
            for (name, write) in
                [("utf-16le", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("utf-16be", u16::to_be_bytes)]
            {
                let text: Vec<u8> = phrase.encode_utf16().flat_map(write).collect();
                let bytes = [&noise(place), text.as_slice(), &noise(2000)[place..]].concat();
                let ways = opened(&bytes).with(phrase);
                assert_eq!(ways.len(), 1, "{phrase} {place} {ways:?}");
                assert!(ways[0].ends_with(name), "{phrase} {place} {ways:?}");
            }
        }
    }
}

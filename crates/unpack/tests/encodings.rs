//! Addresses in every encoding.

use std::collections::BTreeMap;

use comity_unpack::touches;

use crate::kept::{archive, opened, read};

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

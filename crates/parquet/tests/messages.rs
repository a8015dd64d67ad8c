//! Every code has its message, and every message is of a code.

use std::collections::BTreeSet;

use comity_parquet::CODES;

use crate::support::repository;

#[test]
fn every_code_has_a_message_that_says_what_to_do() {
    let text = std::fs::read_to_string(repository("packs/locales/en/parquet.ftl")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let mut keys = BTreeSet::new();
    for (number, line) in lines.iter().enumerate() {
        if let Some((key, _)) = line.split_once(" = ").filter(|(key, _)| key.starts_with("parquet-")) {
            assert!(keys.insert(key), "{key} is there twice");
            assert!(lines[number - 1].starts_with("# "), "{key} has no comment for translators");
            assert!(lines[number + 1].starts_with("    .do = "), "{key} does not say what to do");
        }
    }
    assert_eq!(keys, CODES.iter().copied().collect());
}

#[test]
fn every_code_in_the_sources_is_listed() {
    let text = std::fs::read_to_string(repository("crates/parquet/src/error.rs")).unwrap();
    let codes: BTreeSet<_> =
        text.split('"').filter(|part| part.starts_with("parquet-") && !part.contains(' ')).collect();
    assert_eq!(codes, CODES.iter().copied().collect());
}

#[test]
fn the_guide_has_every_column_of_every_table() {
    let guide = std::fs::read_to_string(repository("docs/guide/parquet.md")).unwrap();
    let tables: serde_json::Value = serde_json::from_str(comity_parquet::SCHEMA).unwrap();
    for table in tables.as_array().unwrap() {
        let name = table["table"].as_str().unwrap();
        let line = guide.lines().find(|line| line.starts_with(&format!("| `{name}`"))).unwrap();
        for column in table["columns"].as_array().unwrap() {
            let column = column["name"].as_str().unwrap();
            assert!(line.contains(&format!("`{column}`")), "{name}: {column}");
        }
    }
}

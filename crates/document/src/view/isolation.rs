//! No identifier, hash, date or amount stands outside an isolate, whatever it is and in whichever languages it is printed.

use std::io::{Cursor, Read as _};

use comity_messages::Catalogues;
use comity_record::{ActTime, Amount, Currency, Sha256Digest};
use jiff::civil::Date;
use proptest::prelude::*;

use super::tests::runs_of;
use crate::model::{Annex, Block, Field, Label, Localized, RequestDocument, Section, Table, Value};
use crate::render::Twin;
use crate::sample::{self, language};

/// A document that holds a value wherever one can stand, and no other digit.
fn with(value: &Value, identifier: &str) -> RequestDocument {
    let label = || Label::key("document-moment");
    let field = || Field { label: label(), values: vec![value.clone(), value.clone()] };
    let table = Table {
        caption: label(),
        columns: vec![label(), label()],
        rows: vec![vec![value.clone(), Value::Several(vec![value.clone(), value.clone()])]],
    };
    let named = |name: &str| (name.to_owned(), value.clone());
    let message = Block::Message {
        key: "document-received".into(),
        values: [named("reference"), named("moment")].into(),
    };
    RequestDocument {
        from: None,
        to: None,
        references: vec![Field::one(label(), Value::Identifier(identifier.to_owned())), field()],
        notice: vec![field()],
        sections: vec![Section {
            heading: label(),
            blocks: vec![
                Block::Fields(vec![field()]),
                Block::Records(vec![vec![field()]]),
                Block::Table(table),
                message,
            ],
        }],
        annexes: vec![Annex {
            title: Localized::new(language("en"), "Annex"),
            file: format!("{identifier}.pdf"),
            length: 48_211,
            sha256: Sha256Digest::of(identifier.as_bytes()),
        }],
        ..sample::acknowledgement()
    }
}

fn any_identifier() -> impl Strategy<Value = String> {
    "[0-9a-f]{64}|m[a-km-z1-9]{25,34}|EX-20[0-9]{2}/[0-9]{4}|\\+992 37 [0-9]{7}|۱۴۰۵-۰۹-۰[۱-۹]|[0-9]{1,4}-الف|الف [0-9]{4}"
}

fn any_value() -> impl Strategy<Value = Value> {
    let day = || (0_i32..80_000).prop_map(|days| Date::constant(1900, 1, 1) + jiff::Span::new().days(days));
    let moment = || {
        (0_i64..4_000_000_000, "Asia/(Kabul|Tehran|Almaty|Karachi)").prop_map(|(second, zone)| {
            ActTime::at(jiff::Timestamp::from_second(second).unwrap(), &zone).unwrap()
        })
    };
    let unit = prop_oneof![Just(Currency::BITCOIN), "KZT|UZS|AFN".prop_map(|code| code.parse().unwrap())];
    prop_oneof![
        any_identifier().prop_map(Value::Identifier),
        day().prop_map(Value::Date),
        (day(), day()).prop_map(|(from, to)| Value::Period(from, to)),
        moment().prop_map(Value::Moment),
        (moment(), moment()).prop_map(|(from, to)| Value::Span(from, to)),
        (any::<i64>(), unit)
            .prop_map(|(units, unit)| Value::Amount(Amount::from_minor_units(units.into(), unit))),
        any::<u64>().prop_map(Value::Number),
    ]
}

/// Digits in words of the catalogues that are no value.
fn without_names(text: &str) -> String {
    text.replace("SHA-256", "")
}

/// The letters of a text that stand outside of all isolates.
fn outside(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth -= 1,
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// The text of each run of the parts of a DOCX.
fn words_of_docx(bytes: &[u8]) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut words = vec![];
    for part in ["word/document.xml", "word/header1.xml"] {
        let mut xml = String::new();
        archive.by_name(part).unwrap().read_to_string(&mut xml).unwrap();
        let runs = xml.split("<w:t").skip(1).filter_map(|run| run.split_once('>'));
        words.extend(runs.filter_map(|(_, run)| run.split_once("</w:t>")).map(|(text, _)| text.to_owned()));
    }
    words
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_value_flows_with_the_words_around_it(
        value in any_value(), identifier in any_identifier(), first in 0_usize..11, second in 0_usize..11
    ) {
        let document = with(&value, &identifier);
        let tags: Vec<_> = sample::tags().collect();
        let mut tags = vec![tags[first], tags[second]];
        tags.dedup();
        for (_, run) in runs_of(&document, &tags) {
            let text = without_names(run["t"].as_str().unwrap());
            prop_assert!(run.get("d").is_some() || !text.contains(char::is_numeric), "{tags:?}: {run}");
        }
        let twin = Twin { json: b"{}".to_vec(), signature: None };
        let languages: Vec<_> = tags.iter().map(|tag| language(tag)).collect();
        let docx = crate::docx::write(&document, &twin, &languages, &Catalogues::embedded()).unwrap();
        for words in words_of_docx(&docx.bytes) {
            prop_assert!(!outside(&without_names(&words)).contains(char::is_numeric), "{tags:?}: {words}");
        }
    }
}

//! The catalogues as translators leave them: complete, alike in their values, commented, and showable.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use comity_document::{CODES, missing_glyphs};
use comity_messages::{Catalogues, ReviewState};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::sample::{PRINTED, WHOLE, language, tags};

fn file(tag: &str, name: &str) -> String {
    let locales = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../packs/locales");
    std::fs::read_to_string(locales.join(tag).join(name)).unwrap()
}

fn source(tag: &str) -> String {
    file(tag, "document.ftl")
}

/// The catalogues with words of paper.
fn sources(tag: &str) -> String {
    ["document.ftl", "request.ftl", "law.ftl"].map(|name| file(tag, name)).concat()
}

/// Every key, attributes as `key.attribute`, with the names of the values that it speaks of.
fn keys(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let source = source(tag);
    let resource = fluent_syntax::parser::parse(source.as_str()).expect("the catalogue is Fluent");
    let mut keys = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name.to_owned();
        assert!(message.comment.is_some(), "{tag}: {id} has no comment for translators");
        for attribute in &message.attributes {
            assert!(keys.insert(format!("{id}.{}", attribute.id.name), values(&attribute.value)).is_none());
        }
        let value = message.value.as_ref().map(values).unwrap_or_default();
        assert!(keys.insert(id.clone(), value).is_none(), "{tag}: {id} stands twice");
    }
    keys
}

fn values(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    names.insert(id.name.to_owned());
                }
                other => panic!("a value that this test does not know: {other:?}"),
            },
        }
    }
    names
}

#[test]
fn every_key_exists_in_every_language_with_the_same_values() {
    let english = keys("en");
    assert!(english.len() > 100);
    for tag in WHOLE {
        assert_eq!(keys(tag).keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{tag}");
    }
    for tag in tags() {
        for (key, values) in keys(tag) {
            assert_eq!(Some(&values), english.get(&key), "{tag}: {key}");
        }
    }
}

/// The codes of the crate and of the readers of foreign files, which are tasks of their own.
fn codes() -> impl Iterator<Item = &'static str> {
    CODES.iter().chain(comity_document::docx::CODES).chain(comity_document::attached::CODES).copied()
}

/// What is printed must be there: no other language stands in on paper. Errors are told on screens.
#[test]
fn every_printed_key_exists_in_the_languages_that_are_only_printed() {
    let printed = |key: &String| !codes().any(|code| code == key.trim_end_matches(".do"));
    let expected: Vec<_> = keys("en").into_keys().filter(printed).collect();
    assert!(expected.len() > 100);
    for tag in PRINTED {
        assert_eq!(keys(tag).into_keys().collect::<Vec<_>>(), expected, "{tag}");
    }
}

#[test]
fn every_error_has_a_message_and_says_what_to_do() {
    for tag in WHOLE {
        let keys = keys(tag);
        for code in codes() {
            assert!(keys.contains_key(code), "{tag}: {code}");
            assert!(keys.contains_key(&format!("{code}.do")), "{tag}: {code}.do");
        }
    }
}

#[test]
fn every_embedded_catalogue_is_read_and_says_that_nobody_reviewed_it() {
    let all = Catalogues::embedded();
    let embedded: BTreeSet<_> = all.languages().map(ToString::to_string).collect();
    assert_eq!(embedded, tags().map(str::to_owned).collect());
    for tag in tags() {
        for catalogue in ["document", "request"] {
            assert_eq!(all.review_state(&language(tag), catalogue).unwrap(), &ReviewState::Unreviewed);
        }
    }
}

#[test]
fn every_sign_of_the_catalogues_can_be_shown() {
    for tag in tags() {
        assert_eq!(missing_glyphs(&sources(tag)), BTreeSet::new(), "{tag}");
    }
}

#[test]
fn no_catalogue_holds_direction_marks() {
    for tag in tags() {
        assert!(!sources(tag).contains(comity_record::is_bidi_control), "{tag}");
    }
}

/// Letters that look alike and are not found by search: each language has its own.
#[test]
fn each_language_is_written_in_its_own_letters() {
    // Arabic yeh and kaf for the Persian ones, quotation marks for the Uzbek letters, and the joiner outside of words.
    let strange = |tag: &str| match tag {
        "fa" | "fa-AF" | "ur" => "يكة",
        "ps" => "كة\u{200C}",
        "uz" => "'\u{2018}\u{2019}`",
        _ => "\u{200C}",
    };
    for tag in tags() {
        let words: String =
            sources(tag).lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
        assert!(!words.contains(|c| strange(tag).contains(c) && tag != "en"), "{tag}");
        let letters: Vec<char> = words.chars().collect();
        for (at, _) in letters.iter().enumerate().filter(|(_, c)| **c == '\u{200C}') {
            assert!(letters[at - 1].is_alphabetic() && letters[at + 1].is_alphabetic(), "{tag}");
        }
    }
}

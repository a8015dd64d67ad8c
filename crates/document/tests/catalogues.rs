//! The catalogues as translators leave them: complete, alike in their values, commented, and showable.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use comity_document::{CODES, missing_glyphs};
use comity_messages::{Catalogues, ReviewState};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::sample::language;

const TAGS: [&str; 3] = ["en", "ru", "fa"];

fn source(tag: &str) -> String {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../packs/locales").join(tag).join("document.ftl");
    std::fs::read_to_string(path).unwrap()
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
    for tag in TAGS {
        let other = keys(tag);
        let names = |map: &BTreeMap<String, BTreeSet<String>>| map.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&other), names(&english), "{tag}");
        for (key, values) in &english {
            assert_eq!(&other[key], values, "{tag}: {key}");
        }
    }
}

#[test]
fn every_error_has_a_message_and_says_what_to_do() {
    for tag in TAGS {
        let keys = keys(tag);
        for code in CODES {
            assert!(keys.contains_key(*code), "{tag}: {code}");
            assert!(keys.contains_key(&format!("{code}.do")), "{tag}: {code}.do");
        }
    }
}

#[test]
fn every_embedded_catalogue_is_read_and_says_that_nobody_reviewed_it() {
    let all = Catalogues::embedded();
    assert_eq!(all.languages().map(ToString::to_string).collect::<Vec<_>>(), ["en", "fa", "ru"]);
    for tag in TAGS {
        assert_eq!(all.review_state(&language(tag), "document").unwrap(), &ReviewState::Unreviewed);
    }
}

#[test]
fn every_sign_of_the_catalogues_can_be_shown() {
    for tag in TAGS {
        assert_eq!(missing_glyphs(&source(tag)), BTreeSet::new(), "{tag}");
    }
}

#[test]
fn no_catalogue_holds_direction_marks() {
    for tag in TAGS {
        assert!(!source(tag).contains(comity_record::is_bidi_control), "{tag}");
    }
}

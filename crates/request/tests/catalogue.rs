//! Every code, remark, stage, event and form has English words with a comment for translators.

use std::collections::{BTreeMap, BTreeSet};

use comity_law::Way;
use comity_request::life::{EventKind, Stage};
use comity_request::{CODES, IDENTIFIER_KINDS, RemarkKind, TWIN_LABELS};

use crate::{FORMS, packs};

fn english() -> String {
    std::fs::read_to_string(packs().join("locales/en/request.ftl")).unwrap()
}

/// Where the message stands, if it has a comment above it.
fn message(text: &str, key: &str) -> usize {
    let at = text.find(&format!("\n{key} = ")).unwrap_or_else(|| panic!("{key} has no words"));
    let above = text[..at].lines().last().unwrap_or_default();
    assert!(above.starts_with("# "), "{key} has no comment for translators");
    at
}

#[test]
fn every_code_and_remark_has_a_message_and_says_what_to_do() {
    let text = english();
    let codes = CODES.iter().copied().chain(RemarkKind::ALL.iter().map(|kind| kind.code()));
    for code in codes {
        let at = message(&text, code);
        let mut rest = text[at + 1..].lines().skip(1).take_while(|line| line.starts_with(' '));
        assert!(rest.any(|line| line.trim_start().starts_with(".do = ")), "{code} does not say what to do");
    }
}

#[test]
fn every_label_of_forms_prints_stages_and_events_has_words() {
    let text = english();
    for key in FORMS.iter().flat_map(comity_request::Form::message_keys) {
        message(&text, &key);
    }
    for key in TWIN_LABELS {
        message(&text, key);
    }
    for kind in IDENTIFIER_KINDS {
        message(&text, &format!("request-identifier-{kind}"));
    }
    for way in Way::ALL {
        message(&text, &format!("request-way-{}", way.code()));
    }
    for stage in Stage::ALL {
        message(&text, &format!("request-stage-{}", stage.code()));
    }
    for event in EventKind::ALL {
        message(&text, &format!("request-event-{}", event.code()));
    }
}

/// What is printed must be there in every language, with the values of English: no other language stands in on paper.
/// Guidance, remarks and errors are told on screens.
#[test]
fn every_printed_label_has_words_in_every_language() {
    let english = messages("en");
    let mut keys: Vec<String> = TWIN_LABELS.iter().map(|key| (*key).to_owned()).collect();
    keys.extend(IDENTIFIER_KINDS.iter().map(|kind| format!("request-identifier-{kind}")));
    keys.extend(Way::ALL.iter().map(|way| format!("request-way-{}", way.code())));
    keys.extend(Stage::ALL.iter().map(|stage| format!("request-stage-{}", stage.code())));
    keys.extend(english.keys().filter(|key| key.starts_with("request-statistics")).cloned());
    for form in FORMS.iter() {
        let guidance: Vec<&String> = form.fields.iter().map(|f| &f.guidance).chain([&form.about]).collect();
        keys.extend(form.message_keys().into_iter().filter(|key| !guidance.contains(&key)));
    }
    let folders = std::fs::read_dir(packs().join("locales")).unwrap().map(|entry| entry.unwrap());
    let tags: Vec<_> = folders.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name()).collect();
    assert!(tags.len() >= 3);
    for tag in tags.iter().map(|tag| tag.to_str().unwrap()) {
        let words = messages(tag);
        for key in &keys {
            let said = words.get(key).unwrap_or_else(|| panic!("{tag}: {key} has no words"));
            assert_eq!(values(said), values(&english[key]), "{tag}: {key}");
        }
    }
}

/// The messages of one line, which all that are printed are.
fn messages(tag: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(packs().join("locales").join(tag).join("request.ftl")).unwrap();
    let pairs = text.lines().filter(|line| line.starts_with("request-")).filter_map(|l| l.split_once(" = "));
    pairs.map(|(key, words)| (key.to_owned(), words.to_owned())).collect()
}

fn values(words: &str) -> BTreeSet<&str> {
    words.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default().trim()).collect()
}

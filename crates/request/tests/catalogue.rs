//! Every code, remark, stage, event and form has English words with a comment for translators.

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
        let next = text[at + 1..].lines().nth(1).unwrap_or_default();
        assert!(next.trim_start().starts_with(".do = "), "{code} does not say what to do");
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
    for way in [
        Way::GeneralClause,
        Way::Reciprocity,
        Way::DomesticProvision,
        Way::ContactPoints,
        Way::Police,
        Way::FinancialIntelligence,
        Way::AssetRecovery,
        Way::OtherNetwork,
        Way::Provider,
    ] {
        message(&text, &format!("request-way-{}", way.code()));
    }
    for stage in Stage::ALL {
        message(&text, &format!("request-stage-{}", stage.code()));
    }
    for event in EventKind::ALL {
        message(&text, &format!("request-event-{}", event.code()));
    }
}

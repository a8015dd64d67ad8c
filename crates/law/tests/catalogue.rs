//! Every code and reason has English words.

use std::collections::BTreeSet;

use comity_law::{CODES, Reason};

fn english() -> String {
    std::fs::read_to_string(crate::packs().join("locales/en/law.ftl")).expect("packs/locales/en/law.ftl")
}

#[test]
fn every_code_has_a_message_and_says_what_to_do() {
    let text = english();
    for code in CODES {
        let at = text.find(&format!("\n{code} = ")).unwrap_or_else(|| panic!("{code} has no message"));
        let next = text[at + 1..].lines().nth(1).unwrap_or_default();
        assert!(next.trim_start().starts_with(".do = "), "{code} does not say what to do");
    }
    assert_eq!(CODES.iter().collect::<BTreeSet<_>>().len(), CODES.len());
}

#[test]
fn every_reason_has_words_and_a_comment_for_translators() {
    let text = english();
    for reason in Reason::ALL {
        let at = text.find(&format!("\nlaw-reason-{} = ", reason.code()));
        let before = &text[..at.unwrap_or_else(|| panic!("{} has no words", reason.code()))];
        assert!(before.lines().last().is_some_and(|line| line.starts_with("# ")), "{}", reason.code());
    }
}

#[test]
fn every_way_has_words_and_is_serialised_by_its_name() {
    use comity_law::Way;
    let text = english();
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
        assert_eq!(serde_json::to_string(&way).unwrap(), format!("\"{}\"", way.code()));
        assert!(text.contains(&format!("\nlaw-way-{} = ", way.code())), "{}", way.code());
    }
}

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
    for way in Way::ALL {
        assert_eq!(serde_json::to_string(&way).unwrap(), format!("\"{}\"", way.code()));
        assert!(text.contains(&format!("\nlaw-way-{} = ", way.code())), "{}", way.code());
    }
}

#[test]
fn every_element_finding_and_kind_of_coercion_has_words() {
    use comity_law::Finding;
    use comity_law::rows::{Coercion, ExtraElement};
    let text = english();
    let elements = ExtraElement::ALL.iter().map(|e| format!("law-element-{}", e.code()));
    let findings = Finding::ALL.iter().map(|f| format!("law-finding-{}", f.code()));
    let coercion = Coercion::ALL.iter().map(|c| format!("law-coercion-{}", c.code()));
    for key in elements.chain(findings).chain(coercion) {
        assert!(text.contains(&format!("\n{key} = ")), "{key}");
    }
}

/// What pages and prints show; how a pack is mended stays in English, as the pack itself is.
#[test]
fn what_readers_see_is_there_in_every_language() {
    let keys = |language: &str| -> BTreeSet<String> {
        let path = crate::packs().join(format!("locales/{language}/law.ftl"));
        let text = std::fs::read_to_string(path).expect("a catalogue of the repository");
        let keys = text.lines().filter(|line| line.starts_with("law-")).filter_map(|l| l.split_once(" = "));
        keys.map(|(key, _)| key.to_owned()).filter(|key| !key.starts_with("law-pack-")).collect()
    };
    let english = keys("en");
    assert!(english.len() > 150, "{}", english.len());
    for language in ["ru", "fa"] {
        assert_eq!(keys(language), english, "{language}");
    }
}

/// No other language stands in on a printed table about law.
#[test]
fn what_tables_print_is_there_in_every_language_that_is_only_printed() {
    const PRINTED: [&str; 10] = [
        "law-column-",
        "law-sheet-",
        "law-field-",
        "law-element-",
        "law-finding-",
        "law-confidence-",
        "law-liability-",
        "law-penalty-",
        "law-aspect-",
        "law-reason-",
    ];
    let keys = |language: &str| -> BTreeSet<String> {
        let path = crate::packs().join(format!("locales/{language}/law.ftl"));
        let text = std::fs::read_to_string(path).expect("a catalogue of the repository");
        let keys = text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key.to_owned());
        let alone = ["law-date-unknown", "law-not-advice"];
        let printed = |key: &String| {
            alone.contains(&key.as_str())
                || key.starts_with("law-standing-of-")
                || PRINTED.iter().any(|prefix| key.starts_with(prefix))
        };
        keys.filter(printed).collect()
    };
    let english = keys("en");
    assert!(english.len() > 130, "{}", english.len());
    for language in ["fa-AF", "ps", "ur", "tg", "uz", "uz-Cyrl", "kk", "ky"] {
        assert_eq!(keys(language), english, "{language}");
    }
}

#[test]
fn every_state_of_the_pack_has_a_name_in_every_language() {
    for language in ["en", "ru", "fa"] {
        let path = crate::packs().join(format!("locales/{language}/document.ftl"));
        let text = std::fs::read_to_string(path).expect("a catalogue of the repository");
        for row in crate::LAW.states() {
            let key = format!("\ndocument-country-{} = ", row.data.code);
            assert!(text.contains(&key), "{language}: {}", row.data.code);
        }
    }
}

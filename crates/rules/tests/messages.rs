//! Each code has its message.

use std::fs;

#[test]
fn every_code_has_a_message_and_says_what_to_do() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/locales/en/rules.ftl");
    let catalogue = fs::read_to_string(path).unwrap();
    for code in comity_rules::CODES {
        let mut lines = catalogue.lines().skip_while(|line| !line.starts_with(&format!("{code} = ")));
        assert!(lines.next().is_some(), "{code} has no message");
        assert!(
            lines.next().is_some_and(|line| line.starts_with("    .do = ")),
            "{code} says not what to do"
        );
    }
}

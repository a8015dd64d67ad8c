//! Every code has a message that says what happened and what to do.

use std::collections::BTreeSet;

fn messages(name: &str) -> Option<String> {
    let folder =
        std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    std::fs::read_to_string(format!("{folder}/../../packs/locales/en/{name}.ftl")).ok()
}

fn check(name: &str, codes: &[&str]) {
    let text = messages(name).unwrap();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "a code twice");
    let mut written = BTreeSet::new();
    let mut lines = text.lines().peekable();
    let mut comment = false;
    while let Some(line) = lines.next() {
        if let Some((code, message)) = line.split_once(" = ").filter(|_| !line.starts_with([' ', '#'])) {
            assert!(comment, "{code} has no comment for translators");
            assert!(!message.is_empty());
            assert!(
                lines.peek().is_some_and(|next| next.starts_with("    .do = ")),
                "{code} does not say what to do"
            );
            written.insert(code.to_owned());
        }
        comment = line.starts_with('#');
    }
    let codes: BTreeSet<_> = codes.iter().map(|c| (*c).to_owned()).collect();
    assert_eq!(codes, written);
}

#[test]
fn every_code_has_a_message_and_every_message_a_code() {
    check("evidence", comity_evidence::CODES);
    check("disk", comity_disk::CODES);
}

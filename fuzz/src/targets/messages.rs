//! Words that an office brings.

use std::sync::{Mutex, OnceLock};

use comity_messages::Catalogues;

use crate::Target;

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "messages-catalogue", seeds: catalogues, run: add },
        Target { name: "messages-review", seeds: reviews, run: review },
    ]
}

/// Each input replaces what the one before has brought.
fn catalogues_in_use() -> &'static Mutex<Catalogues> {
    static ALL: OnceLock<Mutex<Catalogues>> = OnceLock::new();
    ALL.get_or_init(|| Mutex::new(Catalogues::embedded()))
}

fn catalogues() -> Vec<Vec<u8>> {
    let text = include_str!("../../../packs/locales/fa/document.ftl");
    vec![
        text.chars().take(1500).collect::<String>().into_bytes(),
        b"a = { $b ->\n  [one] x\n *[other] y\n }\n".to_vec(),
    ]
}

/// What is taken can be shown, whatever values a message wants.
fn add(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let language = "tg".parse().expect("a literal tag");
    let mut all = catalogues_in_use().lock().expect("no run dies with it");
    if all.add(&language, "document", text, None).is_ok() {
        for key in text.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key) {
            let _shown_or_refused = all.message(&language, key, &[("b", "1")]);
        }
    }
}

fn reviews() -> Vec<Vec<u8>> {
    vec![b"[document]\nreviewed_by = \"Register 7\"\nreviewed_on = \"2026-11-23\"\n".to_vec()]
}

fn review(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let language = "tg".parse().expect("a literal tag");
    let mut all = catalogues_in_use().lock().expect("no run dies with it");
    let _taken_or_refused = all.add(&language, "document", "a = b\n", Some(text));
}

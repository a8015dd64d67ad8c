//! Rules of users: their text, and the bytes that they are asked about.

use std::sync::LazyLock;

use comity_rules::{RuleError, Rules, Source, compile};

use crate::Target;

const TEXTS: [&str; 4] = [
    "rule a { strings: $a = \"ab\" wide nocase $b = { 61 [0-4] ?2 (63 | 64) } condition: #a > 1 or $b at 3 }",
    "import \"hash\"\nimport \"math\"\nglobal rule g { condition: math.entropy(0, filesize) > 1.0 }\nprivate rule p { meta: x = 1 \
     strings: $r = /a[^b]{1,9}(c|d)+\\b/i condition: hash.md5(0, filesize) != \"\" and all of them }",
    "rule b : tag { condition: for any i in (0..filesize) : (uint16be(i) == 0x504b) }",
    "import \"string\"\nrule c { strings: $a = \"YWJj\" base64 condition: string.length(\"a\") == 1 and for all of ($*) : (@ < 9) }",
];

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target {
            name: "rules-text",
            seeds: || TEXTS.map(|text| text.as_bytes().to_vec()).to_vec(),
            run: text,
        },
        Target { name: "rules-bytes", seeds: || vec![b"xx abcab YWJj PK a1cd\0a\0b\0".to_vec()], run: bytes },
    ]
}

/// Whatever compiles is read again and comes to an end; whatever does not is named by a place of the text.
fn text(text: &[u8]) {
    match compile(&[Source { file: "a.yar", namespace: "a", text }]) {
        Ok(compiled) => {
            let rules = Rules::read(&compiled).expect("it was compiled here");
            let mut searcher = rules.searcher(Some(1));
            let mut layer = searcher.layer();
            let pushed = searcher.push(&mut layer, b"ab abcd PK");
            let _ended = pushed.and_then(|()| searcher.finish(layer, |_| true));
        }
        Err(RuleError::Wrong { line, column, .. }) => {
            let lines = text.split(|byte| *byte == b'\n').count();
            assert!((1..=lines).contains(&line) && column > 0, "{line}:{column}");
        }
        Err(_) => {}
    }
}

/// Each string lies within the bytes, and chunks make no difference.
fn bytes(bytes: &[u8]) {
    static RULES: LazyLock<Rules> = LazyLock::new(|| {
        let sources: Vec<_> = (["a", "b", "c", "d"].iter().zip(TEXTS))
            .map(|(name, text)| Source { file: name, namespace: name, text: text.as_bytes() })
            .collect();
        Rules::read(&compile(&sources).expect("sound rules")).expect("they were compiled here")
    });
    let search = |chunk: usize| {
        let mut searcher = RULES.searcher(None);
        let mut layer = searcher.layer();
        for chunk in bytes.chunks(chunk) {
            searcher.push(&mut layer, chunk).expect("it has time");
        }
        searcher.finish(layer, |_| true).expect("it has time").rules
    };
    let found = search(bytes.len().max(1));
    assert_eq!(found, search(3));
    for place in found.iter().flat_map(|rule| &rule.strings) {
        assert!(place.offset + place.length <= bytes.len() as u64, "{place:?}");
    }
}

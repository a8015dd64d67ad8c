//! What a search by rules finds.

use comity_rules::{
    Answer, OVERLAP_BYTES, RuleError, Rules, STRINGS_TOLD_EACH, Seen, Source, StringFound, WHOLE_BYTES,
    compile,
};

fn rules(text: &str) -> Rules {
    let compiled = compile(&[Source { file: "a.yar", namespace: "a", text: text.as_bytes() }]).unwrap();
    Rules::read(&compiled).unwrap()
}

fn search(rules: &Rules, bytes: &[u8], chunk: usize) -> Answer {
    let mut searcher = rules.searcher(None);
    let mut layer = searcher.layer();
    for chunk in bytes.chunks(chunk) {
        searcher.push(&mut layer, chunk).unwrap();
    }
    searcher.finish(layer, |_| true).unwrap()
}

fn names(answer: &Answer) -> Vec<&str> {
    answer.rules.iter().map(|rule| rule.name.as_str()).collect()
}

const TEXT: &str = r#"
    import "hash"
    private rule hidden { condition: true }
    rule word { strings: $a = "needle" $b = "absent" condition: any of them }
    rule whole { condition: hidden and filesize > 0 and uint8(0) == 0x78 }
    rule digest { condition: hash.md5(0, filesize) == "9dd4e461268c8034f5c8564e155c67a6" }
    rule nothing { condition: false }
"#;

#[test]
fn rules_that_hold_are_told_with_the_places_of_their_strings() {
    let rules = rules(TEXT);
    assert_eq!(rules.count(), 5);
    let answer = search(&rules, b"x..needle.needle", 100);
    assert_eq!((answer.seen, answer.bytes), (Seen::Whole, 16));
    assert_eq!(names(&answer), ["word", "whole"]);
    let place = |offset| StringFound { id: "$a".to_owned(), offset, length: 6 };
    let word = &answer.rules[0];
    assert_eq!((word.namespace.as_str(), &word.strings[..]), ("a", &[place(3), place(10)][..]));
    assert_eq!((word.more, word.elsewhere, answer.rules[1].elsewhere), (0, false, false));
    // MD5 of "x", by md5sum.
    assert_eq!(names(&search(&rules, b"x", 1)), ["whole", "digest"]);
    assert!(names(&search(&rules, b"", 1)).is_empty());
}

#[test]
fn chunks_make_no_difference() {
    let rules = rules(TEXT);
    let mut bytes = b"needle".repeat(40);
    bytes.extend_from_slice(b"xneedl");
    let whole = search(&rules, &bytes, bytes.len());
    assert_eq!((whole.rules[0].strings.len(), whole.rules[0].more), (STRINGS_TOLD_EACH, 30));
    for chunk in [1, 7, 100] {
        assert_eq!(search(&rules, &bytes, chunk).rules, whole.rules);
    }
}

#[test]
fn a_layer_is_seen_whole_up_to_its_limit_and_in_blocks_one_byte_past_it() {
    let rules = rules(TEXT);
    let mut bytes = vec![b'x'; WHOLE_BYTES];
    bytes[5..11].copy_from_slice(b"needle");
    let answer = search(&rules, &bytes, 1 << 20);
    assert_eq!((answer.seen, names(&answer)), (Seen::Whole, vec!["word", "whole"]));
    bytes.push(b'x');
    let answer = search(&rules, &bytes, 1 << 20);
    assert_eq!((answer.seen, answer.bytes), (Seen::Blocks, WHOLE_BYTES as u64 + 1));
    assert_eq!(names(&answer), ["word"]);
}

#[test]
fn a_string_across_the_border_of_two_blocks_is_found_once_and_at_its_place() {
    let rules = rules(TEXT);
    for before in [3, 6, OVERLAP_BYTES - 2, OVERLAP_BYTES + 3] {
        let at = WHOLE_BYTES - before;
        let mut bytes = vec![0; WHOLE_BYTES + 100];
        bytes[at..at + 6].copy_from_slice(b"needle");
        let answer = search(&rules, &bytes, 999_999);
        let place = StringFound { id: "$a".to_owned(), offset: at as u64, length: 6 };
        assert_eq!(answer.rules[0].strings, [place], "{before}");
    }
}

#[test]
fn strings_of_two_blocks_make_a_condition_true_together() {
    let rules = rules(r#"rule both { strings: $a = "first" $b = "second" condition: all of them }"#);
    let mut bytes = b"first".to_vec();
    bytes.resize(2 * WHOLE_BYTES, 0);
    assert!(search(&rules, &bytes, bytes.len()).rules.is_empty());
    bytes.extend_from_slice(b"second");
    let answer = search(&rules, &bytes, bytes.len());
    assert_eq!(
        answer.rules[0].strings.iter().map(|s| s.offset).collect::<Vec<_>>(),
        [0, 2 * WHOLE_BYTES as u64]
    );
}

#[test]
fn places_that_were_shown_before_are_not_told_again() {
    let rules = rules(TEXT);
    let mut searcher = rules.searcher(None);
    for (from, told, elsewhere) in [(0, 2, false), (5, 1, false), (11, 0, true)] {
        let mut layer = searcher.layer();
        searcher.push(&mut layer, b"...needle.needle").unwrap();
        let answer = searcher.finish(layer, |range| range.start >= from).unwrap();
        assert_eq!((answer.rules[0].strings.len(), answer.rules[0].elsewhere), (told, elsewhere));
    }
}

#[test]
fn layers_in_each_other_are_kept_apart() {
    let rules = rules(TEXT);
    let mut searcher = rules.searcher(None);
    let mut outer = searcher.layer();
    searcher.push(&mut outer, b"need").unwrap();
    let mut inner = searcher.layer();
    searcher.push(&mut inner, b"a needle").unwrap();
    searcher.push(&mut outer, b"le").unwrap();
    assert_eq!(searcher.finish(inner, |_| true).unwrap().rules[0].strings[0].offset, 2);
    assert_eq!(searcher.finish(outer, |_| true).unwrap().rules[0].strings[0].offset, 0);
}

#[test]
fn what_takes_too_long_ends() {
    let rules = rules("rule slow { condition: for any i in (0..100000000000) : (uint8(i) == 0xCC) }");
    let mut searcher = rules.searcher(Some(1));
    let mut layer = searcher.layer();
    searcher.push(&mut layer, b"x").unwrap();
    assert_eq!(searcher.finish(layer, |_| true).unwrap_err(), RuleError::TooSlow { seconds: 1 });
}

#[test]
fn other_bytes_are_no_rules() {
    assert_eq!(Rules::read(b"").unwrap_err(), RuleError::NotCompiled);
    assert_eq!(Rules::read(b"YARA-X\0\0\0\0\0\0\0").unwrap_err(), RuleError::NotCompiled);
}

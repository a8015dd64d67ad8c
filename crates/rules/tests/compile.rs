//! What compiling takes and refuses.

use comity_record::Coded as _;
use comity_rules::{MAX_TEXT_BYTES, RuleError, Source, compile};

fn error(text: &[u8]) -> RuleError {
    compile(&[Source { file: "a.yar", namespace: "a", text }]).unwrap_err()
}

#[test]
fn what_is_wrong_is_named_by_line_and_column() {
    let text = "rule one { condition: true }\nrule two {\n  condition:\n    ö and $a }\n";
    let RuleError::Wrong { file, line, reason, .. } = error(text.as_bytes()) else { panic!() };
    assert_eq!((file.as_str(), line), ("a.yar", 4), "{reason}");
    let unknown = error(b"rule one {\n  condition: nobody > 2 }");
    let expected = RuleError::Wrong {
        file: "a.yar".to_owned(),
        line: 2,
        column: 14,
        reason: "unknown identifier `nobody`: this identifier has not been declared".to_owned(),
    };
    assert_eq!(unknown, expected);
}

#[test]
fn modules_that_are_not_built_in_and_includes_are_refused_by_name() {
    let module = error(b"import \"hash\"\nimport \"pe\"\nrule a { condition: pe.is_pe }");
    let expected =
        RuleError::Module { file: "a.yar".to_owned(), line: 2, column: 1, module: "pe".to_owned() };
    assert_eq!(module, expected);
    for absent in ["elf", "cuckoo", "console", "time", "vt", "dotnet", "magic", "macho"] {
        let text = format!("import \"{absent}\" rule a {{ condition: true }}");
        assert_eq!(error(text.as_bytes()).code(), "rules-module", "{absent}");
    }
    let include = error(b"include \"/etc/passwd\"\nrule a { condition: true }");
    assert_eq!(include, RuleError::Include { file: "a.yar".to_owned(), line: 1, column: 1 });
    for present in ["hash", "math", "string"] {
        let text = format!("import \"{present}\" rule a {{ condition: true }}");
        assert!(compile(&[Source { file: "a", namespace: "a", text: text.as_bytes() }]).is_ok(), "{present}");
    }
}

#[test]
fn text_that_is_no_text_and_files_without_a_rule_are_refused() {
    assert_eq!(error(b"rule a { strings: $a = \"\xff\" condition: $a }").code(), "rules-wrong");
    assert_eq!(error(b"// nothing").code(), "rules-none");
    assert_eq!(error(b"").code(), "rules-none");
}

#[test]
fn the_same_name_in_two_files_is_two_rules_and_in_one_an_error() {
    let text = b"rule a { condition: true }";
    let two =
        [Source { file: "a.yar", namespace: "a", text }, Source { file: "b.yar", namespace: "b", text }];
    assert!(compile(&two).is_ok());
    assert_eq!(error(b"rule a { condition: true }\nrule a { condition: true }").code(), "rules-wrong");
}

#[test]
fn text_is_taken_up_to_its_limit_and_not_one_byte_past_it() {
    let mut text = b"rule a { condition: true }".to_vec();
    text.resize(MAX_TEXT_BYTES, b' ');
    assert!(compile(&[Source { file: "a", namespace: "a", text: &text }]).is_ok());
    text.push(b' ');
    assert_eq!(error(&text), RuleError::TooLarge { limit: MAX_TEXT_BYTES });
}

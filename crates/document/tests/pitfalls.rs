//! What was measured to go wrong with this compiler and these scripts, each held by a test.

use comity_document::{Localized, RequestDocument, State, Template, Twin, page_texts, render};
use comity_messages::Catalogues;

use crate::sample::{self, language};

fn numbered(number: u64) -> (RequestDocument, Twin) {
    let mut document = sample::request(State::Issued);
    document.subject =
        Localized::new(language("en"), format!("Document {number} of many, each with another text"))
            .with(language("fa"), format!("سند {number}"));
    let twin = Twin { json: document.to_twin(), signature: None };
    (document, twin)
}

/// Resident memory in KiB, from the kernel.
#[cfg(target_os = "linux")]
fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|l| l.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// The compiler's cache grows with each document unless it is emptied after each, also after those that fail.
#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_documents_good_or_bad() {
    let catalogues = Catalogues::embedded();
    let languages = [language("en"), language("fa")];
    let broken = Template::new(
        "broken",
        "#import \"base.typ\": *\n#let view = json(\"view.json\")\n#body(view)\n#panic()",
        None,
    )
    .unwrap();
    let print = |number: u64| {
        let (document, twin) = numbered(number);
        render(&Template::request(), &document, &twin, &languages, &catalogues).unwrap();
        assert!(render(&broken, &document, &twin, &languages, &catalogues).is_err());
    };
    (0..8).for_each(print);
    let warm = resident_kib();
    (8..32).for_each(print);
    let grown = resident_kib().saturating_sub(warm);
    // Measured in the dev profile: 1 MiB with emptying, 158 MiB without.
    assert!(grown < 12 * 1024, "grown by {grown} KiB");
}

/// Signs that the text font lacks come silently from another font or as an empty box: here they are refused.
#[test]
fn no_sign_of_the_sample_lacks_a_glyph() {
    for document in [sample::request(State::Draft), sample::acknowledgement(), sample::custody_record()] {
        let json = String::from_utf8(document.to_twin()).unwrap();
        assert!(comity_document::missing_glyphs(&json).is_empty());
    }
}

/// In a right-to-left paragraph a heading number can print reversed; ours stands in a box of its own direction.
#[test]
fn numbers_of_headings_are_written_by_us_and_in_the_digits_of_the_language() {
    let (document, twin) = numbered(1);
    let languages = [language("en"), language("fa")];
    let text = page_texts(&Template::request(), &document, &twin, &languages, &Catalogues::embedded())
        .unwrap()
        .concat();
    let lines: Vec<&str> = text.lines().collect();
    for (latin, persian) in [("1", "۱"), ("8", "۸")] {
        assert!(lines.contains(&latin) && lines.contains(&persian), "{latin} {persian}");
    }
}

/// A word in a layout would not be translated, and a function of the compiler that reads a clock, a package or code
/// has no place in it.
#[test]
fn the_layouts_hold_no_words_of_their_own() {
    let folder = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../packs/documents");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "typ") {
            continue;
        }
        seen += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|l| !l.trim_start().starts_with("//")) {
            assert!(
                line.is_ascii() || line.contains('·') || line.contains('—'),
                "{}: {line}",
                path.display()
            );
        }
        for forbidden in ["datetime", "plugin(", "@preview", "http", "numbering(", "sys.inputs", "eval("] {
            assert!(!text.contains(forbidden), "{} uses {forbidden}", path.display());
        }
    }
    assert_eq!(seen, Template::all().len() + 1, "every layout, and the base");
}

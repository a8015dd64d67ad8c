//! Every form, filled from a sample case, on paper and as a file to edit, in every language of the prints.

use std::sync::LazyLock;

use comity_document::{RenderError, State, Template, docx, render};
use comity_law::Law;
use comity_messages::Catalogues;
use comity_record::Language;
use comity_request::{Form, Forms};

use crate::filled::{Filled, WORDS, Words, words};

static PACKS: LazyLock<(Law, Forms)> = LazyLock::new(crate::filled::shipped);
static CATALOGUES: LazyLock<Catalogues> = LazyLock::new(Catalogues::embedded);

/// Pairs without English: two languages that are read from the right, or one in front of or behind one that is read from
/// the left. The forms take them in turn.
const PAIRS: &[(&str, &str)] = &[
    ("ru", "fa"),
    ("fa", "ru"),
    ("fa-AF", "tg"),
    ("ps", "fa-AF"),
    ("tg", "fa"),
    ("uz", "ru"),
    ("uz-Cyrl", "ur"),
    ("ur", "kk"),
    ("ky", "ps"),
];

/// Prints a filled form to PDF and DOCX, and judges both files.
fn print(form: &Form, words: &Words, other: Option<&str>, again: bool) {
    let told = format!("{} in {} {}", form.id, words.tag, other.unwrap_or_default());
    let filled = Filled::new(&PACKS, form, words, other);
    assert!(filled.version.shows_all(), "{told}");
    let state = if other.is_some() { State::Issued } else { State::Draft };
    let (document, twin) = filled.on_paper(state);
    let languages: Vec<Language> =
        [Some(words.tag), other].into_iter().flatten().map(|tag| tag.parse().unwrap()).collect();

    let pdf = || render(&Template::request(), &document, &twin, &languages, &CATALOGUES);
    let printed = pdf().unwrap_or_else(|e: RenderError| panic!("{told}: {e}"));
    // The identification of ISO 19005-3 and ISO 14289-1 stands uncompressed in the metadata.
    for mark in
        ["<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1<"]
    {
        assert!(printed.bytes.windows(mark.len()).any(|w| w == mark.as_bytes()), "{told}: {mark}");
    }
    if again {
        assert!(printed == pdf().unwrap(), "{told}");
    }

    let edited = docx::write(&document, &twin, &languages, &CATALOGUES).unwrap();
    assert!(edited == docx::write(&document, &twin, &languages, &CATALOGUES).unwrap(), "{told}");
    let read = docx::read(&edited.bytes).unwrap();
    assert_eq!(read.twin_sha256, Some(printed.twin_sha256), "{told}");
    assert!(read.segments.len() > 1, "{told}: the words of the drafter stand in content controls");
}

/// All forms in one language, and a third of them in it with English beside: over the languages, each form in several.
fn every_form(tag: &str) {
    let at = WORDS.iter().position(|words| words.tag == tag).unwrap();
    for (number, form) in PACKS.1.iter().enumerate() {
        print(form, &WORDS[at], None, number % WORDS.len() == at);
        if tag != "en" && (number + at) % 3 == 0 {
            print(form, &WORDS[at], Some("en"), false);
        }
    }
}

/// One test for each language, so that they run beside one another.
macro_rules! every_form_prints_in {
    ($($name:ident: $tag:literal),* $(,)?) => {
        mod every_form_prints_in {
            $(#[test]
            fn $name() {
                super::every_form($tag);
            })*
        }

        #[test]
        fn every_language_of_the_catalogues_has_its_test() {
            let tested = [$($tag),*];
            let mut printed: Vec<String> = CATALOGUES.languages().map(ToString::to_string).collect();
            printed.sort();
            let mut sorted = tested.map(str::to_owned).to_vec();
            sorted.sort();
            assert_eq!(sorted, printed);
            assert_eq!(WORDS.iter().map(|words| words.tag).collect::<Vec<_>>(), tested);
        }
    };
}

every_form_prints_in! {
    english: "en",
    russian: "ru",
    persian: "fa",
    dari: "fa-AF",
    pashto: "ps",
    urdu: "ur",
    tajik: "tg",
    uzbek: "uz",
    uzbek_in_cyrillic: "uz-Cyrl",
    kazakh: "kk",
    kyrgyz: "ky",
}

#[test]
fn every_form_prints_beside_a_language_other_than_english() {
    for (number, form) in PACKS.1.iter().enumerate() {
        let (first, second) = PAIRS[number % PAIRS.len()];
        print(form, words(first), Some(second), false);
    }
}

/// What fills the forms here is taken by their own check: the prints show what an officer could have written.
#[test]
fn a_filled_form_passes_its_own_check() {
    for words in WORDS {
        for form in PACKS.1.iter() {
            let report = Filled::new(&PACKS, form, words, None).report;
            assert!(report.errors.is_empty(), "{} in {}: {:?}", form.id, words.tag, report.errors);
        }
    }
}

#[test]
fn a_sign_without_a_glyph_stops_the_print_of_a_form() {
    let form = PACKS.1.form("preservation").unwrap();
    let (mut document, twin) = Filled::new(&PACKS, form, words("en"), None).on_paper(State::Draft);
    document.subject = comity_document::Localized::new("en".parse().unwrap(), "Exercise 漢");
    let refused = render(&Template::request(), &document, &twin, &[words("en").language()], &CATALOGUES);
    assert!(matches!(refused, Err(RenderError::GlyphsMissing(signs)) if signs.contains(&'漢')));
}

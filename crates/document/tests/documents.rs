//! The sample documents, printed.

use std::io::Write as _;
use std::process::Command;

use comity_document::{
    Annex, Block, CopyKind, ExecutionCertificate, Figure, Label, Localized, MAX_DOCUMENT_BYTES, MAX_FIGURES,
    MAX_TWIN_BYTES, Minutes, RenderError, RequestDocument, Section, State, TWIN_NAME, TWIN_SIGNATURE_NAME,
    Template, Twin, Value, page_texts, render,
};
use comity_messages::Catalogues;
use comity_record::{Coded, Language, Sha256Digest};

use crate::sample::{self, language, papers};

fn languages(tags: &str) -> Vec<Language> {
    tags.split('+').map(language).collect()
}

fn twin(document: &RequestDocument) -> Twin {
    Twin { json: document.to_twin(), signature: None }
}

fn print(document: &RequestDocument, tags: &str) -> Result<comity_document::Pdf, RenderError> {
    render(&Template::request(), document, &twin(document), &languages(tags), &Catalogues::embedded())
}

fn pages(document: &RequestDocument, tags: &str) -> Vec<String> {
    page_texts(&Template::request(), document, &twin(document), &languages(tags), &Catalogues::embedded())
        .unwrap()
}

/// How often `text` stands on a page. The pieces of a page come as they lie, from the left, and the dots of a Naskh letter
/// are pieces of their own: Persian is read by taking the pieces from the right and doubled letters once.
fn count(page: &str, text: &str) -> usize {
    let squeeze = |text: &str| {
        let mut letters: Vec<char> =
            text.chars().filter(|c| !comity_record::is_bidi_control(*c) && *c != '\u{200C}').collect();
        letters.dedup();
        letters.into_iter().collect::<String>()
    };
    let from_left = page.replace('\n', "");
    let from_right: String = page.lines().rev().collect();
    from_left.matches(text).count().max(squeeze(&from_right).matches(&squeeze(text)).count())
}

/// The text of a paper of its own layout.
fn paper(template: &Template, document: &RequestDocument, tags: &str) -> String {
    page_texts(template, document, &twin(document), &languages(tags), &Catalogues::embedded())
        .unwrap()
        .concat()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|w| w == text.as_bytes())
}

#[test]
fn every_layout_prints_in_every_language_and_pair() {
    let documents = [
        (Template::request(), sample::request(State::Issued)),
        (Template::request(), sample::request(State::Draft)),
        (Template::acknowledgement(), sample::acknowledgement()),
        (Template::custody_record(), sample::custody_record()),
        (Template::letter(), papers::cover_letter().into()),
        (Template::letter(), papers::execution_certificate().into()),
        (Template::minutes(), papers::minutes().into()),
    ];
    for (template, document) in &documents {
        let alone = sample::tags().map(str::to_owned);
        let pairs = sample::tags().filter(|tag| *tag != "en").map(|tag| format!("en+{tag}"));
        for tags in alone.chain(pairs).chain(["ru+fa".to_owned()]) {
            let tags = tags.as_str();
            let pdf = render(template, document, &twin(document), &languages(tags), &Catalogues::embedded());
            let pdf = pdf.unwrap_or_else(|e| panic!("{} {tags}: {e}", template.name()));
            // The identification of ISO 19005-3 and ISO 14289-1 stands uncompressed in the metadata.
            assert!(holds(&pdf.bytes, "<pdfaid:part>3</pdfaid:part>"), "{} {tags}", template.name());
            assert!(holds(&pdf.bytes, "<pdfaid:conformance>A</pdfaid:conformance>"));
            assert!(holds(&pdf.bytes, "<pdfuaid:part>1</pdfuaid:part>"));
            assert_eq!(pdf.twin_sha256, Sha256Digest::of(&document.to_twin()));
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_and_another_day_does_not() {
    let document = sample::request(State::Issued);
    for tag in sample::tags().filter(|tag| *tag != "en") {
        let tags = format!("en+{tag}");
        assert!(print(&document, &tags).unwrap().bytes == print(&document, &tags).unwrap().bytes, "{tags}");
    }
    let first = print(&document, "en+fa").unwrap();
    let mut later = document;
    later.act = "2026-11-24T12:05:00+05:00[Asia/Dushanbe]".parse().unwrap();
    assert!(print(&later, "en+fa").unwrap().bytes != first.bytes);
}

#[test]
fn an_exercise_and_a_draft_say_so_on_every_page_in_both_languages() {
    let mut document = sample::request(State::Draft);
    for (tags, marks) in [
        ("en+ru", ["EXERCISE", "УЧЕНИЕ", "DRAFT", "ЧЕРНОВИК"]),
        ("en+fa", ["EXERCISE", "تمرین", "DRAFT", "پیش‌نویس"]),
    ] {
        let pages = pages(&document, tags);
        assert!(pages.len() > 1);
        for page in &pages {
            for mark in marks {
                // Behind the text and in the running head.
                assert!(count(page, mark) >= 2, "{mark} in {page}");
            }
        }
    }
    document.exercise = false;
    document.state = State::Issued;
    for block in document.sections.iter_mut().flat_map(|s| &mut s.blocks) {
        if let Block::Basis(rows) = block {
            for row in rows {
                row.standing = comity_document::Standing::Confirmed;
            }
        }
    }
    for page in pages(&document, "en+ru") {
        assert!(!page.contains("EXERCISE") && !page.contains("DRAFT") && !page.contains("УЧЕНИЕ"));
    }
}

#[test]
fn an_issued_request_needs_confirmed_provisions_and_prints_nothing_of_it() {
    let mut draft = sample::request(State::Draft);
    let shown = pages(&draft, "en+ru").concat();
    assert!(
        shown.contains("NOT CONFIRMED") && shown.contains("НЕ ПОДТВЕРЖДЕНО") && shown.contains("XVIII-12")
    );
    draft.state = State::Issued;
    let error = print(&draft, "en+ru").unwrap_err();
    assert!(matches!(error, RenderError::BasisUnconfirmed { count: 1 }), "{error}");
    assert_eq!(error.code(), "document-basis-not-confirmed");
    let issued = pages(&sample::request(State::Issued), "en+ru").concat();
    assert!(!issued.contains("XVIII-12") && !issued.contains("Confirmed") && !issued.contains("confidence"));
}

#[test]
fn dates_amounts_and_identifiers_are_printed_in_the_way_of_each_language() {
    let text = pages(&sample::request(State::Issued), "en+fa").concat();
    for expected in [
        "23 November 2026",
        "نوامبر",
        "آذر",
        "۱۴۰۵",
        "2.41873000 BTC",
        "48,211",
        "02:17:41 UTC+05:00",
        "TJ-EX-2026/0017-03",
    ] {
        assert!(count(&text, expected) > 0, "{expected}");
    }
    for identifier in [sample::ADDRESS, sample::TRANSACTION] {
        assert!(count(&text, identifier) > 0, "{identifier}");
    }
    let twin = sample::request(State::Issued).to_twin();
    assert!(count(&text, &Sha256Digest::of(&twin).to_string()) > 0, "the paper names the digest of its twin");
}

/// In words of its own for the labels, and with its own months.
#[test]
fn a_page_speaks_the_language_that_it_is_printed_in() {
    for (tag, expected) in [
        ("fa-AF", ["درخواست همکاری عدلی", "قوس", "نومبر"]),
        ("tg", ["Дархост дар бораи расонидани ёрии ҳуқуқӣ", "23 ноябри соли 2026", "Асоси ҳуқуқӣ"]),
        ("kk", ["Құқықтық көмек туралы сұрау салу", "2026 ж. 23 қараша", "Құқықтық негіз"]),
        ("ky", ["Укуктук жардам көрсөтүү жөнүндө суроо-талап", "2026-ж. 23-ноябрь", "Укуктук негиз"]),
        ("uz", ["Huquqiy yordam koʻrsatish toʻgʻrisidagi soʻrov", "23-noyabr, 2026", "Huquqiy asos"]),
        ("uz-Cyrl", ["Ҳуқуқий ёрдам кўрсатиш тўғрисидаги сўров", "23 ноябр, 2026", "Ҳуқуқий асос"]),
        ("ur", ["قانونی معاونت کی درخواست", "نومبر", "قانونی بنیاد"]),
        ("ps", ["د حقوقي مرستې غوښتنه", "لیندۍ", "نومبر"]),
    ] {
        // A line ends where the column does.
        let without_spaces = |text: &str| text.split(char::is_whitespace).collect::<String>();
        let lines = |text: &str| text.lines().map(without_spaces).collect::<Vec<_>>().join("\n");
        let text = lines(&pages(&sample::request(State::Issued), tag).concat());
        for words in expected {
            assert!(count(&text, &without_spaces(words)) > 0, "{tag}: {words} in {text}");
        }
    }
}

/// Whoever holds the paper can compare every file and thing that goes with it.
#[test]
fn every_digest_of_what_goes_with_a_paper_is_printed() {
    let papers = [
        (Template::letter(), papers::cover_letter().into(), 2),
        (Template::letter(), papers::execution_certificate().into(), 1),
        (Template::minutes(), papers::minutes().into(), 1),
    ];
    for (template, document, digests) in papers {
        let text = paper(&template, &document, "en+fa");
        let all = papers::digests(&document);
        assert_eq!(all.len(), digests);
        for digest in all {
            assert!(count(&text, &digest) > 0, "{digest}");
        }
    }
}

#[test]
fn a_certificate_says_whether_all_was_executed_and_what_must_come_back() {
    let certificate = papers::execution_certificate();
    let text = |certificate| paper(&Template::letter(), &RequestDocument::from(certificate), "en");
    let part = text(certificate.clone());
    for words in
        ["was executed in part", "Not kept so long by the service", "30 June 2027", "return is not asked for"]
    {
        assert!(part.contains(words), "{words} is not in {part}");
    }
    let whole = text(ExecutionCertificate { unexecuted: vec![], handed_over: vec![], ..certificate });
    assert!(whole.contains("was executed in full") && !whole.contains("Return of evidence"), "{whole}");
}

#[test]
fn minutes_have_a_place_to_sign_for_all_who_were_there_and_tell_that_nobody_objected() {
    let minutes = papers::minutes();
    let text = |minutes| paper(&Template::minutes(), &RequestDocument::from(minutes), "en");
    let objected = text(minutes.clone());
    assert!(objected.contains("The light was poor.") && !objected.contains("No remarks or objections"));
    // One for each of the two who were there, and one for the official who kept the minutes.
    assert_eq!(objected.lines().filter(|line| *line == "Signature").count(), 3, "{objected}");
    let unopposed = text(Minutes { objections: vec![], ..minutes });
    assert!(unopposed.contains("No remarks or objections were made."), "{unopposed}");
}

#[test]
fn a_table_that_says_what_its_heading_says_has_no_caption() {
    let text = paper(&Template::minutes(), &papers::minutes().into(), "en");
    assert_eq!(text.matches("Persons present").count(), 1, "{text}");
}

#[test]
fn a_text_without_translation_stands_once_under_labels_of_both_languages() {
    let pdf = print(&sample::request(State::Issued), "en+ru").unwrap();
    // The name of a company is given in Russian only.
    assert_eq!(pdf.untranslated, 1);
    let text = pages(&sample::request(State::Issued), "en+ru").concat();
    assert_eq!(count(&text, "«Пример»"), 1);
    assert!(count(&text, "Full name") > 0 && count(&text, "Фамилия, имя, отчество") > 0, "{text}");
    let english = pages(&sample::request(State::Issued), "en").concat();
    assert!(english.contains("«Пример»"), "the original stands where no translation is");
}

/// The compiler embeds words of another direction and does not isolate them: a number after them would come before them.
#[test]
fn an_amount_after_a_name_in_arabic_letters_lies_behind_it() {
    let mut document = sample::request(State::Issued);
    let subject = "Paid to علی 2.41873 BTC on 2026-10-04 and to علی 0.5 BTC";
    document.subject = Localized::new(language("en"), subject);
    // The pieces of a line come as they lie, from the left; the name is one piece.
    let text = pages(&document, "en")[0].replace('\n', "");
    assert!(text.contains(subject), "{text}");
}

/// A Persian sentence isolates what an English one does not: the same letters are the same words all the same.
#[test]
fn what_both_languages_write_alike_stands_once_in_a_table() {
    let mut document = sample::request(State::Issued);
    let same = Localized::new(language("en"), "IBAN").with(language("fa"), "IBAN");
    for block in document.sections.iter_mut().flat_map(|s| &mut s.blocks) {
        if let Block::Table(table) = block {
            table.rows[0][2] = Value::Text(same.clone());
        }
    }
    assert_eq!(count(&pages(&document, "en+fa").concat(), "IBAN"), 1);
}

#[test]
fn the_twin_and_its_signature_travel_inside_unchanged() {
    let document = sample::request(State::Issued);
    let twin = Twin { json: document.to_twin(), signature: Some(vec![0xd2, 0x84, 0x00]) };
    let pdf =
        render(&Template::request(), &document, &twin, &languages("en+fa"), &Catalogues::embedded()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("request.pdf");
    write(&path, &pdf.bytes);
    for (name, content) in [(TWIN_NAME, &twin.json), (TWIN_SIGNATURE_NAME, twin.signature.as_ref().unwrap())]
    {
        assert!(holds(&pdf.bytes, name), "{name} is not listed");
        if !has("qpdf") {
            let _ = writeln!(
                std::io::stderr(),
                "NOT RUN the_twin_and_its_signature_travel_inside_unchanged: qpdf is not installed"
            );
            continue;
        }
        let shown =
            Command::new("qpdf").arg(format!("--show-attachment={name}")).arg(&path).output().unwrap();
        assert!(&shown.stdout == content, "{name}");
    }
    if has("qpdf") {
        let check = Command::new("qpdf").arg("--check").arg(&path).output().unwrap();
        assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
        assert!(check.stderr.is_empty(), "{}", String::from_utf8_lossy(&check.stderr));
    }
}

#[test]
fn markup_in_data_is_printed_and_not_run() {
    let mut document = sample::request(State::Issued);
    let hostile = "#read(\"/etc/passwd\") *bold* $x$ <label> @ref // \\ [x] #let ltr = 1";
    document.subject = Localized::new(language("en"), hostile);
    let text = pages(&document, "en").concat().replace('\n', " ");
    assert!(text.contains("#read(\"/etc/passwd\") *bold* $x$ <label> @ref // \\ [x] #let ltr = 1"), "{text}");
}

#[test]
fn what_cannot_be_printed_is_refused_with_the_reason() {
    let good = sample::request(State::Issued);
    let catalogues = Catalogues::embedded();
    let with = |document: &RequestDocument, twin: &Twin, tags: &[&str]| {
        let languages: Vec<_> = tags.iter().map(|t| language(t)).collect();
        render(&Template::request(), document, twin, &languages, &catalogues).unwrap_err().code()
    };
    let twin = twin(&good);
    assert_eq!(with(&good, &twin, &[]), "document-languages-count");
    assert_eq!(with(&good, &twin, &["en", "en"]), "document-languages-count");
    assert_eq!(with(&good, &twin, &["en", "ru", "fa"]), "document-languages-count");
    assert_eq!(with(&good, &twin, &["sv"]), "messages-language");
    let broken = Twin { json: b"{".to_vec(), signature: None };
    assert_eq!(with(&good, &broken, &["en"]), "document-twin-not-json");
    let mut bad = good.clone();
    bad.title = Label::key("document-title-nothing");
    assert_eq!(with(&bad, &twin, &["en"]), "messages-missing");
    let mut bad = good.clone();
    bad.subject = Localized::new(language("en"), "漢");
    assert_eq!(with(&bad, &twin, &["en"]), "document-glyphs-missing");
    let mut bad = good.clone();
    for block in bad.sections.iter_mut().flat_map(|s| &mut s.blocks) {
        if let Block::Table(table) = block {
            table.rows[1].push(Value::Number(1));
        }
    }
    assert_eq!(with(&bad, &twin, &["en"]), "document-table-shape");
    let template = Template::new("own", "#import \"base.typ\": *\n#nothing()", None).unwrap();
    let error = render(&template, &good, &twin, &languages("en"), &catalogues).unwrap_err();
    assert_eq!(error.code(), "document-template-failed");
    assert!(error.to_string().contains("own"), "{error}");
}

#[test]
fn limits_hold_at_the_limit_and_one_past_it() {
    let mut document = sample::acknowledgement();
    let catalogues = Catalogues::embedded();
    let json = |length: usize| Twin {
        json: format!("\"{}\"", "x".repeat(length - 2)).into_bytes(),
        signature: None,
    };
    let go = |document: &RequestDocument, twin: &Twin| {
        render(&Template::acknowledgement(), document, twin, &languages("en"), &catalogues)
    };
    assert!(go(&document, &json(MAX_TWIN_BYTES)).is_ok());
    assert!(matches!(
        go(&document, &json(MAX_TWIN_BYTES + 1)),
        Err(RenderError::TooLarge { what: "twin", .. })
    ));
    let figure = Block::Figure(Figure {
        svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 2\"><rect width=\"60\" height=\"1\"/></svg>".into(),
        caption: Label::key("document-tracing-figure"),
        alt: Localized::new(language("en"), "a line"),
    });
    document.sections = vec![Section {
        heading: Label::key("document-section-tracing"),
        blocks: vec![figure.clone(); MAX_FIGURES],
    }];
    assert!(go(&document, &json(10)).is_ok());
    document.sections[0].blocks.push(figure);
    assert!(matches!(go(&document, &json(10)), Err(RenderError::TooLarge { what: "figures", .. })));
}

#[test]
fn a_document_is_taken_up_to_its_limit() {
    let mut document = sample::acknowledgement();
    let mut code = |length: usize| {
        let original = document.subject.clone();
        let rest = length - (document.to_twin().len() - original.text(&language("en")).unwrap().len());
        document.subject = original.clone().with(language("en"), "x".repeat(rest));
        assert_eq!(document.to_twin().len(), length);
        let twin = Twin { json: b"{}".to_vec(), signature: None };
        // A language without words stops the print right after the limits, before four megabytes are laid out.
        let error = render(&Template::request(), &document, &twin, &languages("sv"), &Catalogues::embedded());
        document.subject = original;
        error.unwrap_err().code()
    };
    assert_eq!(code(MAX_DOCUMENT_BYTES), "messages-language");
    assert_eq!(code(MAX_DOCUMENT_BYTES + 1), "document-too-large");
}

#[test]
fn a_document_is_the_same_after_a_journey_as_json() {
    let document = sample::request(State::Draft);
    let back: RequestDocument = serde_json::from_slice(&document.to_twin()).unwrap();
    assert_eq!(back, document);
    let odd =
        String::from_utf8(document.to_twin()).unwrap().replacen("\"title\"", "\"unknown\": 1, \"title\"", 1);
    assert!(serde_json::from_str::<RequestDocument>(&odd).is_err());
}

#[test]
fn the_advance_copy_says_that_the_original_follows() {
    let mut document = sample::request(State::Issued);
    assert!(pages(&document, "en+ru")[0].contains("Advance copy"));
    document.copy = CopyKind::Original;
    assert!(!pages(&document, "en+ru")[0].contains("Advance copy"));
}

#[test]
fn a_long_name_of_a_file_or_of_an_office_stays_on_the_page() {
    let mut document = sample::request(State::Issued);
    document.annexes.push(Annex {
        title: Localized::new(language("en"), "A very long title of an annex ".repeat(12)),
        file: "n".repeat(180),
        length: u64::MAX,
        sha256: Sha256Digest::of(b"x"),
    });
    let text = pages(&document, "en+fa").concat().replace('\n', "");
    assert!(text.contains(&"n".repeat(180)));
}

#[test]
fn a_text_longer_than_a_page_runs_on_to_the_next_one() {
    let long = |words: usize| Value::Text(Localized::new(language("en"), "word ".repeat(words) + "END"));
    let one = sample::request(State::Issued);
    let before = pages(&one, "en").len();
    let mut many = one;
    for block in many.sections.iter_mut().flat_map(|s| &mut s.blocks) {
        match block {
            Block::Fields(fields) => fields[0].values = vec![long(4_000)],
            Block::Table(table) => table.rows[0][2] = long(1_500),
            _ => {}
        }
    }
    let text = pages(&many, "en");
    assert!(text.len() > before + 6, "{} pages", text.len());
    assert_eq!(text.concat().matches("END").count(), 2);
}

fn has(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|o| o.status.success())
}

fn write(path: &std::path::Path, bytes: &[u8]) {
    std::fs::File::create(path).unwrap().write_all(bytes).unwrap();
}

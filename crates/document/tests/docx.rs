//! The documents for a last edit: the words of the print, in order, and what is read back of an edited file.

use std::io::{Cursor, Read as _, Write as _};

use comity_document::docx::{self, Comparison, MAX_DOCX_BYTES, MAX_PART_BYTES, Read, Segment, compare, read};
use comity_document::{RequestDocument, State, Twin};
use comity_messages::Catalogues;
use comity_record::{Coded as _, Direction, Language, is_bidi_control};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::sample::{self, language};

fn languages(tags: &str) -> Vec<Language> {
    tags.split('+').map(language).collect()
}

fn write(document: &RequestDocument, tags: &str) -> Vec<u8> {
    let twin = Twin { json: document.to_twin(), signature: None };
    docx::write(document, &twin, &languages(tags), &Catalogues::embedded()).unwrap().bytes
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The same file with another main part.
fn with(bytes: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let (name, mut text) = (file.name().unwrap().into_owned(), String::new());
        file.read_to_string(&mut text).unwrap();
        zip.start_file(&name, SimpleFileOptions::default()).unwrap();
        let text = if name == "word/document.xml" { change(text) } else { text };
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn edited(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    with(bytes, |text| {
        assert!(text.contains(from), "{from:?} is not in the file");
        text.replace(from, to)
    })
}

fn segment(field: &str, tag: &str) -> Segment {
    Segment { field: field.to_owned(), language: language(tag) }
}

fn compared(printed: &[u8], other: &[u8]) -> Comparison {
    compare(&read(printed).unwrap(), &read(other).unwrap())
}

#[test]
fn every_document_is_written_in_every_language_and_the_same_every_time() {
    for document in [sample::request(State::Draft), sample::acknowledgement(), sample::custody_record()] {
        let pairs = sample::tags().filter(|tag| *tag != "en").map(|tag| format!("en+{tag}"));
        for tags in sample::tags().map(str::to_owned).chain(pairs).chain(["fa+en".to_owned()]) {
            let tags = tags.as_str();
            let bytes = write(&document, tags);
            assert!(bytes == write(&document, tags));
            let found = read(&bytes).unwrap();
            assert_eq!(found.twin_sha256, Some(comity_record::Sha256Digest::of(&document.to_twin())));
            assert_eq!(found.languages, languages(tags));
            assert!(compare(&found, &found).is_equal());
        }
    }
}

#[test]
fn what_the_drafter_wrote_stands_in_controls_by_field_and_language() {
    let found = read(&write(&sample::request(State::Draft), "en+fa")).unwrap();
    let fields: Vec<_> = found.segments.iter().map(|(segment, _)| segment.clone()).collect();
    assert_eq!(fields, [segment("facts_summary", "en"), segment("facts_summary", "fa")]);
    let (english, persian) = (&found.segments[0].1, &found.segments[1].1);
    assert!(english.starts_with("On 2026-10-04 at 02:17 UTC+05:00 somebody"));
    assert_eq!(english.matches("\n\n").count(), 1, "an empty line parts the paragraphs");
    // The marks around dates and sums are of the print, and not what somebody wrote.
    assert!(persian.contains("2.41873 BTC") && !persian.contains(is_bidi_control));
    assert!(!found.outside.contains("somebody entered the systems"));
}

/// A plain run of digits in a Persian paragraph is shown as another date (research by hand in LibreOffice): each date,
/// sum and identifier stands between isolates, in the file itself.
#[test]
fn dates_sums_and_identifiers_stand_between_isolates() {
    let pairs = sample::tags_from_the_right().map(|tag| format!("en+{tag}"));
    for tags in sample::tags_from_the_right().map(str::to_owned).chain(pairs) {
        let text = part(&write(&sample::request(State::Draft), &tags), "word/document.xml");
        for value in ["2026-10-04", "2.41873 BTC", "office@prosecutor.example"] {
            let runs: Vec<_> = text.match_indices(value).collect();
            assert!(!runs.is_empty(), "{value} is in {tags}");
        }
        // In a run that is read from the right no digit stands outside of isolates.
        for run in text.split("<w:r>").filter(|run| run.contains("<w:rtl/>")) {
            let words = run.split("<w:t xml:space=\"preserve\">").nth(1).unwrap_or_default();
            let words = words.split("</w:t>").next().unwrap_or_default();
            let mut depth = 0_i32;
            for c in words.chars() {
                match c {
                    '\u{2066}' | '\u{2067}' => depth += 1,
                    '\u{2069}' => depth -= 1,
                    c if c.is_ascii_digit() || ('\u{06F0}'..='\u{06F9}').contains(&c) => {
                        assert!(depth > 0, "{c} in {words}");
                    }
                    _ => {}
                }
            }
            assert_eq!(depth, 0, "{words}");
        }
    }
    let persian = part(&write(&sample::request(State::Draft), "fa"), "word/document.xml");
    assert!(persian.contains("<w:bidi/></w:sectPr>") && persian.contains("<w:bidiVisual/>"));
}

/// A program that checks spelling would take Uzbek in Cyrillic for Uzbek in Latin letters, and Dari for Persian.
#[test]
fn words_carry_the_whole_tag_of_their_language() {
    for tags in ["en+uz-Cyrl", "fa-AF+en", "uz+uz-Cyrl", "fa+fa-AF"] {
        let text = part(&write(&sample::request(State::Draft), tags), "word/document.xml");
        for tag in tags.split('+') {
            let name = if language(tag).direction() == Direction::Rtl { "bidi" } else { "val" };
            assert!(text.contains(&format!(r#"<w:lang w:{name}="{tag}"/>"#)), "{tag} in {tags}");
        }
    }
}

#[test]
fn other_words_in_a_field_are_a_change_and_other_words_elsewhere_are_told() {
    let printed = write(&sample::request(State::Draft), "en+ru");
    let other =
        compared(&printed, &edited(&printed, "somebody entered", "two persons &amp; a third entered"));
    assert_eq!((other.changes.len(), other.outside, other.lost.len()), (1, false, 0));
    assert_eq!(other.changes[0].segment, segment("facts_summary", "en"));
    assert!(other.changes[0].before.contains("somebody entered"));
    assert!(other.changes[0].after.contains("two persons & a third entered"));
    let outside = compared(&printed, &edited(&printed, "Exercise Central Authority", "Another Authority"));
    assert!(outside.outside && outside.changes.is_empty());
    // How words are spaced and broken over lines is not what they say.
    let spaced = edited(&printed, "somebody entered", "somebody   entered");
    assert!(compared(&printed, &spaced).is_equal());
}

#[test]
fn what_other_programs_do_to_a_file_is_no_change() {
    let printed = write(&sample::request(State::Draft), "en");
    // LibreOffice keeps the alias alone.
    let alias = with(&printed, |text| {
        let tag = regex_free_remove(&text, "<w:tag ", "/>");
        assert_ne!(tag, text);
        tag
    });
    assert!(compared(&printed, &alias).is_equal());
    // And tells a control again for a piece of it in another direction, with all its words behind.
    let again = with(&printed, |text| {
        let from = text.find("<w:sdt>").unwrap();
        let to = text.find("</w:sdt>").unwrap() + "</w:sdt>".len();
        let control = text[from..to].to_owned();
        let echo =
            control.replacen("<w:t xml:space=\"preserve\">", "<w:t>On</w:t><w:t xml:space=\"preserve\">", 1);
        text.replacen(&control, &format!("{control}{echo}"), 1)
    });
    assert!(compared(&printed, &again).is_equal());
    // Word marks what was struck out and what was put in.
    let tracked = edited(
        &printed,
        "somebody entered",
        "</w:t></w:r><w:del><w:r><w:delText>somebody</w:delText></w:r></w:del><w:ins><w:r><w:t>two persons</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> entered",
    );
    assert!(compared(&printed, &tracked).changes[0].after.contains("UTC+05:00 two persons entered"));
    // A copy of a control that somebody pasted belongs to no field.
    let pasted = with(&printed, |text| {
        let from = text.find("<w:sdt>").unwrap();
        let to = text.find("</w:sdt>").unwrap() + "</w:sdt>".len();
        let copy = text[from..to].replacen("On 2026", "And on 2026", 1).replacen("wallet.", "purse.", 1);
        text.replacen("</w:sdt>", &format!("</w:sdt>{copy}"), 1)
    });
    assert!(compared(&printed, &pasted).outside);
}

fn regex_free_remove(text: &str, from: &str, to: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(to).unwrap() + to.len();
        rest = &rest[at + end..];
    }
    out + rest
}

#[test]
fn a_field_whose_control_is_gone_is_named() {
    let printed = write(&sample::request(State::Draft), "en");
    let gone = with(&printed, |text| regex_free_remove(&text, "<w:sdt>", "</w:sdt>"));
    let found = compared(&printed, &gone);
    assert_eq!(found.lost, [segment("facts_summary", "en")]);
    assert!(found.changes.is_empty() && !found.outside);
}

#[test]
fn what_is_no_docx_or_a_hostile_one_is_refused_with_its_place() {
    let printed = write(&sample::request(State::Draft), "en");
    let code = |bytes: &[u8]| read(bytes).unwrap_err().code();
    assert_eq!(code(b"not a file of an office program"), "document-docx-not");
    assert_eq!(code(&vec![0; MAX_DOCX_BYTES + 1]), "document-docx-too-large");
    let mut empty = ZipWriter::new(Cursor::new(Vec::new()));
    empty.start_file("other.xml", SimpleFileOptions::default()).unwrap();
    assert_eq!(code(&empty.finish().unwrap().into_inner()), "document-docx-not");
    assert_eq!(code(&with(&printed, |text| text.replace("</w:body>", ""))), "document-docx-malformed");
    let entity =
        |text: String| text.replacen("<w:document", "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document", 1);
    assert_eq!(code(&with(&printed, entity)), "document-docx-malformed");
    assert_eq!(code(&edited(&printed, "somebody entered", "&unknown;")), "document-docx-malformed");
    let deep = format!("{}{}", "<w:p>".repeat(300), "</w:p>".repeat(300));
    assert_eq!(code(&edited(&printed, "<w:body>", &format!("<w:body>{deep}"))), "document-docx-malformed");
    // A part that unpacks to more than its limit: thirty-two megabytes of one letter are some kilobytes here.
    let most = usize::try_from(MAX_PART_BYTES).unwrap();
    let bomb = with(&printed, |text| text.replacen("<w:body>", &format!("<w:body>{}", " ".repeat(most)), 1));
    assert!(bomb.len() < MAX_DOCX_BYTES);
    assert_eq!(code(&bomb), "document-docx-too-large");
    assert_eq!(Read::default().segments.len(), 0);
}

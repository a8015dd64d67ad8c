//! Tables about law on paper: in every language of the prints, the same every time, with nothing left out.

use std::sync::LazyLock;

use comity_casework::law_sheet;
use comity_document::{Block, RequestDocument, Template, Twin, page_texts, render};
use comity_law::Law;
use comity_messages::Catalogues;
use comity_record::{Country, Language};

use crate::request::folder;

static LAW: LazyLock<Law> = LazyLock::new(|| Law::from_pack(&folder("law")).unwrap());

fn state(code: &str) -> Country {
    code.parse().unwrap()
}

fn languages(tags: &[&str]) -> Vec<Language> {
    tags.iter().map(|tag| tag.parse().unwrap()).collect()
}

fn twin() -> Twin {
    Twin { json: b"{}".to_vec(), signature: None }
}

fn text(document: &RequestDocument, tags: &[&str]) -> String {
    let template = Template::law_sheet();
    let pages = page_texts(&template, document, &twin(), &languages(tags), &Catalogues::embedded());
    pages.unwrap().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sheets() -> [RequestDocument; 3] {
    let states = [state("TJ"), state("UZ"), state("KG")];
    let table = LAW.compare(&states, &["illegal_access".into(), "data_theft".into()]).unwrap();
    let gaps = LAW.gaps(state("AF"), "untoc").unwrap();
    let (from, to, on) = (state("AF"), state("UZ"), "2026-11-23".parse().unwrap());
    let items = LAW.to_verify(from, to, on).unwrap();
    [
        law_sheet::side_by_side(&table),
        law_sheet::gaps(&gaps),
        law_sheet::work_list(&LAW, (from, to, on), &items[..12]),
    ]
}

#[test]
fn every_sheet_prints_in_every_language_and_the_same_every_time() {
    for document in sheets() {
        let all = Catalogues::embedded().languages().map(ToString::to_string).collect::<Vec<_>>();
        let alone = all.iter().map(|tag| vec![tag.as_str()]);
        for tags in alone.chain([vec!["en", "fa"], vec!["ru", "en"], vec!["en", "ur"]]) {
            let print = || {
                let template = Template::law_sheet();
                render(&template, &document, &twin(), &languages(&tags), &Catalogues::embedded()).unwrap()
            };
            let pdf = print();
            assert!(pdf.bytes == print().bytes, "{:?} in {tags:?}", document.title);
            assert_eq!(
                pdf.untranslated, 0,
                "what the pack says is a name, and nobody misses its translation"
            );
        }
    }
}

#[test]
fn a_sheet_tells_what_nobody_saw_and_where_each_fact_comes_from() {
    let [table, gaps, list] = sheets();
    let table = text(&table, &["en"]);
    for words in
        ["Unlawful access to computer information", "Not seen", "Verified in the source", "No imprisonment"]
    {
        assert!(table.contains(words), "{words:?} is not in {table}");
    }
    // The threshold has a column where the instrument has one, and none where it has none.
    assert!(text(&gaps, &["en"]).contains("Threshold of serious crime"));
    let budapest = law_sheet::gaps(&LAW.gaps(state("UZ"), "budapest2001").unwrap());
    assert!(!text(&budapest, &["en"]).contains("Threshold of serious crime"));
    assert!(text(&list, &["ru"]).contains("authorities.toml"));
}

/// A bilingual sheet has the words of both languages, also beside a name that only one of them has.
#[test]
fn both_languages_have_the_words_beside_a_name() {
    let [table, ..] = sheets();
    let both = text(&table, &["en", "ru"]);
    assert!(both.contains("Criminal") && both.contains("Уголовная"), "{both}");
    assert_eq!(both.matches("Unlawful access to computer information").count(), 1, "a name stands once");
}

#[test]
fn all_rows_of_an_answer_are_on_the_sheet() {
    for from in ["AF", "IR", "KZ"] {
        let (from, to, on) = (state(from), state("TJ"), "2026-11-23".parse().unwrap());
        let items = LAW.to_verify(from, to, on).unwrap();
        let document = law_sheet::work_list(&LAW, (from, to, on), &items);
        let tables = document.sections.iter().flat_map(|section| &section.blocks);
        let rows: usize =
            tables.map(|block| if let Block::Table(table) = block { table.rows.len() } else { 0 }).sum();
        assert_eq!(rows, items.len());
    }
}

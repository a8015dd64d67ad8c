//! A sheet of tables on a page: the same sections and rows as on paper.

use comity_document::{Block, Field, Label, Localized, RequestDocument, Value};

use super::super::request::country_name;
use super::{Fact, Reader, Shown, Table};

pub(in crate::pages) struct SheetView {
    pub(in crate::pages) facts: Vec<Fact>,
    pub(in crate::pages) sections: Vec<SectionView>,
}

pub(in crate::pages) struct SectionView {
    pub(in crate::pages) heading: Shown,
    pub(in crate::pages) words: Vec<Shown>,
    pub(in crate::pages) tables: Vec<Table>,
}

pub(in crate::pages) fn view(reader: &Reader<'_>, document: &RequestDocument) -> SheetView {
    let fact = |field: &Field| Fact {
        label: label(reader, &field.label),
        value: one_or_list(field.values.iter().map(|v| value(reader, v)).collect()),
    };
    let sections = document.sections.iter().map(|section| {
        let mut view =
            SectionView { heading: label(reader, &section.heading), words: vec![], tables: vec![] };
        for block in &section.blocks {
            match block {
                Block::Message { key, .. } => view.words.push(reader.word(key)),
                Block::Table(table) => {
                    let columns = table.columns.iter().map(|column| words(reader, column)).collect();
                    let row = |row: &Vec<Value>| row.iter().map(|cell| cells(reader, cell)).collect();
                    // The heading of the section says what the table shows.
                    view.tables.push(Table::of(
                        words(reader, &section.heading),
                        columns,
                        table.rows.iter().map(row).collect(),
                    ));
                }
                // The sheets have nothing else.
                _ => {}
            }
        }
        view
    });
    SheetView { facts: document.references.iter().map(fact).collect(), sections: sections.collect() }
}

fn cells(reader: &Reader<'_>, cell: &Value) -> Shown {
    one_or_list(cell.each().iter().map(|one| value(reader, one)).collect())
}

fn one_or_list(mut values: Vec<Shown>) -> Shown {
    if values.len() == 1 { values.remove(0) } else { Shown::List(values) }
}

fn value(reader: &Reader<'_>, value: &Value) -> Shown {
    match value {
        Value::Text(text) => said(reader, text),
        Value::Choice(key) => reader.word(key),
        Value::Country(country) => Shown::Words(country_name(reader, *country)),
        Value::Date(day) => Shown::Time(day.to_string()),
        Value::Moment(act) => Shown::Time(act.to_string()),
        Value::Number(number) => Shown::ltr(number),
        Value::Identifier(text) => Shown::ltr(text),
        Value::Amount(amount) => Shown::ltr(amount),
        Value::Language(language) => Shown::ltr(language),
        Value::Period(from, to) => Shown::Time(format!("{from}..{to}")),
        Value::Span(from, to) => Shown::Time(format!("{from}..{to}")),
        // A name and its value; no law sheet has other sentences with values in its cells.
        Value::Message { values, .. } => {
            Shown::Row(values.values().map(|one| self::value(reader, one)).collect())
        }
        Value::Several(_) => cells(reader, value),
    }
}

fn label(reader: &Reader<'_>, label: &Label) -> Shown {
    match label {
        Label::Key(key) => reader.word(key),
        Label::Text(text) => said(reader, text),
    }
}

/// The same as plain text, for where a page takes no marks.
fn words(reader: &Reader<'_>, label: &Label) -> String {
    match label {
        Label::Key(key) => reader.words.say(key),
        Label::Text(text) => text.text(text.original()).unwrap_or_default().to_owned(),
    }
}

fn said(reader: &Reader<'_>, text: &Localized) -> Shown {
    let language = reader.words.language();
    match text.text(language) {
        Some(words) => Shown::said(words),
        None => {
            reader.words.in_own(Shown::said(text.text(text.original()).unwrap_or_default()), text.original())
        }
    }
}

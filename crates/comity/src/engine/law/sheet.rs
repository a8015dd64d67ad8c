//! Tables about law at a terminal: a line for the first cell of each row, the others below it under their names.

use comity_document::{Block, Label, Localized, RequestDocument, Table, Value};

use crate::out::{Out, plain};

pub fn show(out: &Out, document: &RequestDocument) {
    for section in &document.sections {
        out.line(&format!("\n== {}", label(out, &section.heading)));
        for block in &section.blocks {
            match block {
                Block::Table(table) => rows(out, table),
                Block::Message { key, .. } => out.say(key, &[]),
                // The sheets have nothing else.
                _ => {}
            }
        }
    }
}

fn rows(out: &Out, table: &Table) {
    let columns: Vec<String> = table.columns.iter().map(|column| label(out, column)).collect();
    for row in &table.rows {
        // A number alone says nothing: the name follows it on its line.
        let named = if matches!(row.first(), Some(Value::Number(_))) { 2 } else { 1 };
        let head: Vec<String> = row.iter().take(named).map(|cell| cells(out, cell).join(", ")).collect();
        out.line(&head.join("  "));
        for (column, cell) in columns.iter().zip(row).skip(named) {
            let lines = cells(out, cell);
            if !lines.is_empty() {
                out.line(&format!("    {column}: {}", lines.join("; ")));
            }
        }
    }
}

fn cells(out: &Out, cell: &Value) -> Vec<String> {
    cell.each().iter().map(|value| one(out, value)).collect()
}

fn one(out: &Out, value: &Value) -> String {
    match value {
        Value::Text(text) => words(text),
        Value::Choice(key) => plain(&out.message(key, &[])),
        Value::Identifier(text) => text.clone(),
        Value::Country(country) => plain(&out.message(&format!("document-country-{country}"), &[])),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
        Value::Amount(amount) => amount.to_string(),
        Value::Moment(act) => act.to_string(),
        Value::Period(from, to) => format!("{from}..{to}"),
        Value::Span(from, to) => format!("{from}..{to}"),
        Value::Language(language) => language.to_string(),
        Value::Message { key, values } => {
            let given: Vec<_> = values.iter().map(|(name, value)| (name.as_str(), one(out, value))).collect();
            let given: Vec<_> = given.iter().map(|(name, text)| (*name, text.as_str())).collect();
            plain(&out.message(key, &given))
        }
        Value::Several(_) => cells(out, value).join("; "),
    }
}

fn label(out: &Out, label: &Label) -> String {
    match label {
        Label::Key(key) => plain(&out.message(key, &[])),
        Label::Text(text) => words(text),
    }
}

fn words(text: &Localized) -> String {
    text.text(text.original()).unwrap_or_default().to_owned()
}

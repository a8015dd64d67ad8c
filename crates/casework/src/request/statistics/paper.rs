//! The figures as tables for a page, a terminal and paper.

use std::collections::BTreeMap;

use comity_document::{
    Block, CopyKind, Field, Label, Localized, RequestDocument, Section, State, Table, Value,
};
use comity_law::Law;
use comity_record::Language;
use comity_request::life::Side;

use super::{Figures, Statistics};

/// The columns that name a row of every table.
const HEAD: [&str; 4] =
    ["request-statistics-direction", "law-field-from", "law-field-to", "request-statistics-measure"];

/// The figures on a sheet, with the names of measures as the law pack has them. The same figures on the same day give the
/// same sheet.
///
/// # Panics
/// Never: every day has a midnight.
pub fn document(statistics: &Statistics, law: Option<&Law>) -> RequestDocument {
    let rows = &statistics.rows;
    let counts =
        rows.iter().map(|row| row_of(law, row, [row.requests, row.carried_over, row.pending].map(number)));
    let times = rows.iter().flat_map(|row| {
        row.stages.iter().map(move |stage| {
            let name = Value::Choice(format!("request-stage-{}", stage.stage.code()));
            let known = |days: u32| Value::Number(days.into());
            let days = [stage.median_days, stage.longest_days];
            let days = days.map(|days| days.map_or(Value::Several(vec![]), known));
            row_of(law, row, [name, number(stage.reached)].into_iter().chain(days))
        })
    });
    let refusals = rows.iter().flat_map(|row| {
        row.refusals.iter().map(move |refusal| {
            let mut ground = vec![];
            if !refusal.ground.is_empty() {
                ground.push(Value::Identifier(refusal.ground.clone()));
            }
            if !refusal.provision.is_empty() {
                ground.push(name(&refusal.provision));
            }
            if ground.is_empty() {
                ground.push(Value::Choice("request-statistics-no-ground".to_owned()));
            }
            row_of(law, row, [Value::Several(ground), number(refusal.requests)])
        })
    });
    let about = ["request-statistics-about", "request-statistics-days"].map(message);
    RequestDocument {
        title: Label::key("request-statistics"),
        subject: Localized::name(english(), statistics.state.to_string()),
        state: State::Issued,
        copy: CopyKind::Original,
        exercise: false,
        urgent: false,
        act: format!("{}T00:00:00+00:00[UTC]", statistics.on).parse().expect("a day at midnight"),
        from: None,
        to: None,
        through: vec![],
        references: references(statistics),
        notice: vec![],
        sections: vec![
            Section { heading: Label::key("law-sheet-reading"), blocks: about.into() },
            section(
                "request-statistics-counts",
                &[
                    "request-statistics-requests",
                    "request-statistics-carried-over",
                    "request-statistics-pending",
                ],
                counts.collect(),
            ),
            section(
                "request-statistics-times",
                &[
                    "request-statistics-stage",
                    "request-statistics-reached",
                    "request-statistics-median",
                    "request-statistics-longest",
                ],
                times.collect(),
            ),
            section(
                "request-statistics-refusals",
                &["request-statistics-ground", "request-statistics-refused"],
                refusals.collect(),
            ),
        ],
        annexes: vec![],
        signatures: vec![],
    }
}

/// What the sheet is about, and what it was counted from.
fn references(statistics: &Statistics) -> Vec<Field> {
    let day = |key: &str, day| Field::one(Label::key(key), Value::Date(day));
    let from = statistics.period.from.map(|from| day("request-statistics-since", from));
    let to = statistics.period.to.map(|to| day("request-statistics-until", to));
    let mut fields: Vec<_> = from.into_iter().chain(to).collect();
    fields.push(day("request-statistics-on", statistics.on));
    fields.push(Field::one(Label::key("request-statistics-cases"), number(statistics.cases)));
    fields.push(Field::one(Label::key("request-statistics-requests"), number(statistics.requests)));
    fields
}

fn row_of(law: Option<&Law>, row: &Figures, figures: impl IntoIterator<Item = Value>) -> Vec<Value> {
    let direction = match row.side {
        Side::Sender => "request-statistics-sent",
        Side::Receiver => "request-statistics-received",
    };
    let known = law.and_then(|law| law.measures().find(|known| known.data.id == row.measure));
    let measure = known.map_or(row.measure.as_str(), |known| known.data.label.as_str());
    let head = [
        Value::Choice(direction.to_owned()),
        Value::Country(row.from),
        Value::Country(row.to),
        name(measure),
    ];
    head.into_iter().chain(figures).collect()
}

fn section(heading: &str, columns: &[&str], rows: Vec<Vec<Value>>) -> Section {
    let block = if rows.is_empty() {
        message("request-statistics-none")
    } else {
        let columns = HEAD.iter().chain(columns).map(|key| Label::key(key)).collect();
        Block::Table(Table { caption: Label::key(heading), columns, rows })
    };
    Section { heading: Label::key(heading), blocks: vec![block] }
}

fn message(key: &str) -> Block {
    Block::Message { key: key.to_owned(), values: BTreeMap::new() }
}

fn number(count: usize) -> Value {
    Value::Number(u64::try_from(count).unwrap_or(u64::MAX))
}

/// Words of the law pack or of an officer: nobody misses their translation.
fn name(text: &str) -> Value {
    Value::Text(Localized::name(english(), text))
}

/// The language in which the law pack is written.
fn english() -> Language {
    "en".parse().expect("a tag of the standard")
}

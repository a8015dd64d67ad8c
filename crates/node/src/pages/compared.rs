//! What a pack that waits for a second person would change: whoever decides sees that first.

use comity_casework::{Comparison, FileChange};
use comity_law::{AnswerChange, Changes, Owed, RowChange, RowChangeKind};

use super::proposed::listed;
use super::request::confidence_key;
use crate::facts::Reader;
use crate::shown::Shown;

/// Lines of a file, or fields of a row, that are shown.
const MAX_LINES: usize = 20;

/// What changes, in lists that say how much they leave out.
pub(super) fn of(reader: &Reader<'_>, compared: &Comparison) -> Shown {
    let after = compared.after.version.as_str();
    let head = match &compared.before {
        Some(before) => {
            let values = [("before", before.version.as_str()), ("after", after)];
            reader.words.shown("node-diff-head", &values)
        }
        None => reader.words.shown("node-diff-first", &[("after", after)]),
    };
    if compared.files.is_empty() {
        return Shown::List(vec![head, reader.word("node-diff-same")]);
    }
    let mut parts = vec![head];
    if let Some(law) = &compared.law {
        parts.extend(of_law(reader, law));
    }
    let count = compared.files.len().to_string();
    let files = compared.files.iter().map(|file| of_file(reader, file));
    parts.push(titled(reader.words.shown("node-diff-files", &[("count", &count)]), listed(reader, files)));
    Shown::List(parts)
}

fn of_law(reader: &Reader<'_>, law: &Changes) -> [Shown; 2] {
    let (answers, rows, on) = (law.answers.len().to_string(), law.rows.len().to_string(), law.on.to_string());
    let alike = law.alike();
    let words = |key: &str, count: &str| reader.words.shown(key, &[("count", count), ("on", &on)]);
    [
        titled(
            words("node-diff-answers", &answers),
            listed(reader, alike.iter().map(|(answer, measures)| of_answer(reader, answer, measures))),
        ),
        titled(
            words("node-diff-rows", &rows),
            listed(reader, law.rows.iter().map(|row| of_row(reader, row))),
        ),
    ]
}

fn titled(title: Shown, list: Vec<Shown>) -> Shown {
    if list.is_empty() { title } else { Shown::pair(title, Shown::List(list)) }
}

fn of_answer(reader: &Reader<'_>, change: &AnswerChange, measures: &[&str]) -> Shown {
    let (from, to) = (change.from.to_string(), change.to.to_string());
    let values = [("from", from.as_str()), ("to", &to), ("measures", &measures.join(", "))];
    let facts = vec![
        reader.fact("node-diff-before", of_owed(reader, change.before.as_ref())),
        reader.fact("node-diff-after", of_owed(reader, change.after.as_ref())),
    ];
    Shown::pair(reader.words.shown("node-diff-answer", &values), Shown::Facts(facts))
}

fn of_owed(reader: &Reader<'_>, owed: Option<&Owed>) -> Shown {
    let Some(owed) = owed else { return reader.word("node-diff-not-asked") };
    let reason = reader.word(&format!("law-reason-{}", owed.reason.code()));
    let by = owed.by.iter();
    let by = by.map(|(id, confidence)| Shown::pair(Shown::ltr(id), reader.word(confidence_key(*confidence))));
    let unchecked = (!owed.unchecked.is_empty()).then(|| {
        let ids = owed.unchecked.iter().map(Shown::ltr).collect();
        Shown::pair(reader.word("node-diff-unchecked"), Shown::Row(ids))
    });
    Shown::Row(std::iter::once(reason).chain(by).chain(unchecked).collect())
}

fn of_row(reader: &Reader<'_>, row: &RowChange) -> Shown {
    let key = match row.change {
        RowChangeKind::Added => "node-diff-added",
        RowChangeKind::Removed => "node-diff-removed",
        RowChangeKind::Changed => "node-diff-changed",
    };
    let name = Shown::pair(Shown::ltr(&row.at), reader.word(key));
    // A row that came or went is told by its name; the command line tells all of it.
    if row.change != RowChangeKind::Changed {
        return name;
    }
    let said =
        |value: &Option<String>| value.as_deref().map_or_else(|| reader.word("node-none"), Shown::said);
    let fields = row.fields.iter().map(|field| {
        let facts = vec![
            reader.fact("node-diff-before", said(&field.before)),
            reader.fact("node-diff-after", said(&field.after)),
        ];
        Shown::pair(Shown::ltr(&field.field), Shown::Facts(facts))
    });
    Shown::pair(name, Shown::List(listed(reader, fields)))
}

fn of_file(reader: &Reader<'_>, file: &FileChange) -> Shown {
    let key = match (file.before, file.after) {
        (false, _) => "node-diff-added",
        (_, false) => "node-diff-removed",
        _ => "node-diff-changed",
    };
    let name = Shown::pair(Shown::ltr(&file.path), reader.word(key));
    let Some(lines) = file.lines.as_ref().filter(|lines| !lines.is_empty()) else { return name };
    let line = |line: &comity_casework::LineChange| {
        format!("{} {}: {}", if line.added { '+' } else { '-' }, line.number, line.text)
    };
    let shown: Vec<String> = lines.iter().take(MAX_LINES).map(line).collect();
    let left = lines.len().saturating_sub(MAX_LINES);
    let more = (left > 0).then(|| reader.more(left));
    Shown::List(std::iter::once(name).chain([Shown::Lines(shown.join("\n"))]).chain(more).collect())
}

//! What one pack changes against another, as people read it.

use std::collections::BTreeMap;
use std::path::Path;

use comity_adapters::world::SystemClock;
use comity_casework::{Comparison, FileChange, Packs};
use comity_law::{AnswerChange, Changes, Confidence, Day, FieldChange, Owed, RowChange, RowChangeKind};
use comity_record::Clock as _;
use comity_record::pack::Pack;

use super::{built_in, open, read};
use crate::engine::law::confidence;
use crate::folder;
use crate::out::{Failure, Out, clean, plain};

/// How much is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Everything.
    Whole,
    /// The first lines of each list, and how many more there are.
    Short,
}

/// `comity packs diff`.
pub fn run(out: &Out, named: [&Path; 2], on: Option<Day>, node: Option<&Path>) -> Result<(), Failure> {
    let [old, new] = [named_pack(named[0], node)?, named_pack(named[1], node)?];
    let on = on.unwrap_or_else(|| SystemClock.today());
    let compared = Packs::default().compare(Some(&old), &new, on).map_err(Failure::of)?;
    out.answer(&*compared, |out| tell(out, &compared, Length::Whole));
    Ok(())
}

/// The pack in a folder or bundle, or the only one of that name or digest.
fn named_pack(path: &Path, node: Option<&Path>) -> Result<Pack, Failure> {
    if path.is_dir() {
        return read(path);
    }
    if path.is_file() {
        return Ok(open(path)?.into_pack());
    }
    // A command that goes to a serving node has its paths written out, names among them.
    let named = path.file_name().unwrap_or_default().to_string_lossy();
    let known = match node {
        Some(folder) => folder::all_packs(folder)?,
        None => built_in()?.into_iter().map(|pack| (pack.digest(), pack)).collect::<BTreeMap<_, _>>(),
    };
    let fits = |pack: &Pack| pack.manifest().name.as_str() == named || pack.digest().to_string() == named;
    let mut fitting: Vec<Pack> = known.into_values().filter(fits).collect();
    match (fitting.pop(), fitting.is_empty()) {
        (Some(pack), true) => Ok(pack),
        (Some(pack), false) => {
            let one = |pack: &Pack| format!("{} ({})", pack.digest(), clean(&pack.manifest().version));
            let known: Vec<_> = fitting.iter().chain([&pack]).map(one).collect();
            let args = vec![("named", named.into_owned()), ("known", known.join(", "))];
            Err(Failure::new("comity-pack-which", args))
        }
        (None, _) => Err(Failure::new("comity-pack-not-found", vec![("named", named.into_owned())])),
    }
}

/// Tells people what changes.
pub fn tell(out: &Out, compared: &Comparison, length: Length) {
    let (name, after) = (compared.name.as_str(), clean(&compared.after.version));
    match &compared.before {
        Some(before) => {
            let before = clean(&before.version);
            out.say("comity-diff-head", &[("name", name), ("before", &before), ("after", &after)]);
        }
        None => out.say("comity-diff-first", &[("name", name), ("after", &after)]),
    }
    if compared.files.is_empty() {
        out.say("comity-diff-same", &[]);
        return;
    }
    if let Some(law) = &compared.law {
        tell_law(out, law, length);
    }
    out.say("comity-diff-files", &[("count", &compared.files.len().to_string())]);
    let lines: Vec<String> =
        compared.files.iter().flat_map(|file| file_lines(out, file, compared.law.is_some())).collect();
    list(out, &lines, length);
}

fn tell_law(out: &Out, law: &Changes, length: Length) {
    // Answers first: a row is the reason, and what drafters are told is the effect.
    let (count, on) = (law.answers.len().to_string(), law.on.to_string());
    out.say("comity-diff-answers", &[("count", &count), ("on", &on)]);
    let answers: Vec<String> =
        law.alike().iter().map(|(answer, measures)| answer_lines(out, answer, measures).join("\n")).collect();
    list(out, &answers, length);
    out.say("comity-diff-rows", &[("count", &law.rows.len().to_string())]);
    let rows: Vec<String> = law.rows.iter().map(|row| row_lines(out, row).join("\n")).collect();
    list(out, &rows, length);
}

fn list(out: &Out, lines: &[String], length: Length) {
    let told = match length {
        Length::Whole => lines.to_vec(),
        Length::Short => out.first(lines),
    };
    for line in told {
        out.line(&line);
    }
}

fn answer_lines(out: &Out, change: &AnswerChange, measures: &[&str]) -> Vec<String> {
    let reason = |owed: &Option<Owed>| match owed {
        Some(owed) => out.message(&format!("law-reason-{}", owed.reason.code()), &[]),
        None => out.message("comity-diff-not-asked", &[]),
    };
    let (from, to) = (change.from.to_string(), change.to.to_string());
    let values = [("from", from.as_str()), ("to", &to), ("measures", &measures.join(", "))];
    let mut lines = vec![format!("  {}", plain(&out.message("comity-diff-answer", &values)))];
    let (before, after) = (reason(&change.before), reason(&change.after));
    if before == after {
        lines.push(format!("      {}", plain(&after)));
    } else {
        lines.push(format!("    - {}", plain(&before)));
        lines.push(format!("    + {}", plain(&after)));
    }
    let mut by = |sign: &str, key: &str, instruments: &[&str]| {
        if !instruments.is_empty() {
            let message = out.message(key, &[("instruments", &instruments.join(", "))]);
            lines.push(format!("    {sign} {}", plain(&message)));
        }
    };
    by("-", "comity-diff-obliged", &change.lost());
    by("+", "comity-diff-obliges", &change.gained());
    lines.extend(sureness(out, change));
    lines
}

/// The instruments that oblige as before, and more or less surely.
fn sureness(out: &Out, change: &AnswerChange) -> Vec<String> {
    let (Some(before), Some(after)) = (&change.before, &change.after) else { return vec![] };
    let told = |(id, now): (&String, &Confidence)| {
        let then = before.by.get(id).filter(|then| *then != now)?;
        let [then, now] = [then, now].map(|sure| confidence(out, *sure));
        let values = [("instrument", id.as_str()), ("before", &then), ("after", &now)];
        Some(format!("      {}", plain(&out.message("comity-diff-sureness", &values))))
    };
    let mut lines: Vec<String> = after.by.iter().filter_map(told).collect();
    for (key, instruments) in [
        ("comity-diff-unchecked-gone", before.unchecked_beyond(after)),
        ("comity-diff-unchecked-new", after.unchecked_beyond(before)),
    ] {
        if !instruments.is_empty() {
            let message = out.message(key, &[("instruments", &instruments.join(", "))]);
            lines.push(format!("      {}", plain(&message)));
        }
    }
    lines
}

fn row_lines(out: &Out, row: &RowChange) -> Vec<String> {
    let sign = match row.change {
        RowChangeKind::Added => '+',
        RowChangeKind::Removed => '-',
        RowChangeKind::Changed => '~',
    };
    let absent = plain(&out.message("comity-diff-absent", &[]));
    let said = |value: &Option<String>| value.as_deref().map_or_else(|| absent.clone(), clean);
    let field = |change: &FieldChange| {
        let name = clean(&change.field);
        match row.change {
            RowChangeKind::Added => format!("      {name}: {}", said(&change.after)),
            RowChangeKind::Removed => format!("      {name}: {}", said(&change.before)),
            RowChangeKind::Changed => {
                format!("      {name}: {} -> {}", said(&change.before), said(&change.after))
            }
        }
    };
    std::iter::once(format!("  {sign} {}", clean(&row.at.to_string())))
        .chain(row.fields.iter().map(field))
        .collect()
}

fn file_lines(out: &Out, file: &FileChange, of_law: bool) -> Vec<String> {
    let by_rows = of_law && comity_law::is_table_file(&file.path);
    let key = match (file.before, file.after) {
        (false, _) => "comity-diff-file-added",
        (_, false) => "comity-diff-file-removed",
        _ if file.lines.is_none() && !by_rows => "comity-diff-file-unread",
        _ => "comity-diff-file-changed",
    };
    let lines = file.lines.iter().flatten().map(|line| {
        let sign = if line.added { '+' } else { '-' };
        format!("    {sign} {}: {}", line.number, clean(&line.text))
    });
    std::iter::once(format!("  {}", plain(&out.message(key, &[("path", &file.path)])))).chain(lines).collect()
}

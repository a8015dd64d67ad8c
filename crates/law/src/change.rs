//! What changes from one pack to a newer one: row by row, and in the answers that drafters get.
//!
//! A row can be changed and no answer with it, and one row can change a hundred answers. Whoever puts a pack in force
//! decides on both, so both are told, in an order that does not depend on that of the files.

use std::collections::{BTreeMap, BTreeSet};

use comity_record::Country;
use comity_record::pack::Pack;
use jiff::civil::Date;
use serde::Serialize;
use toml::{Table, Value as Toml};

use crate::basis::Question;
use crate::error::LawPackError;
use crate::fact::{Confidence, RowRef, Sourced};
use crate::law::Law;
use crate::read::{FILES, text};
use crate::reason::Reason;
use crate::rows::StateGroup;

/// The table in which a file says when it was compiled.
const META: &str = "meta";

/// What changes from one pack to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// The day for which the answers were compared.
    pub on: Date,
    /// The rows that are not the same, by file, table and name.
    pub rows: Vec<RowChange>,
    /// The answers that are not the same, by the two States and the measure.
    pub answers: Vec<AnswerChange>,
}

/// A row that came, went, or says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowChange {
    /// Where it stands.
    #[serde(flatten)]
    pub at: RowRef,
    /// What became of it.
    pub change: RowChangeKind,
    /// Its fields that are not the same, by name; all of a row that came or went.
    pub fields: Vec<FieldChange>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowChangeKind {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
    /// It says something else.
    Changed,
}

/// A field that is not the same. One that is absent is something else than an empty one: nobody looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// Its name; `articles.extradition` for one of a table inside the row.
    pub field: String,
    /// What it said.
    pub before: Option<String>,
    /// What it says.
    pub after: Option<String>,
}

/// That the answer to a question is another one: whether one State owes a measure to another, and by which instruments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerChange {
    /// The requesting State.
    pub from: Country,
    /// The requested State.
    pub to: Country,
    /// The id of the measure.
    pub measure: String,
    /// The answer before; none where the pack did not know one of the States or the measure.
    pub before: Option<Owed>,
    /// The answer now.
    pub after: Option<Owed>,
}

impl AnswerChange {
    /// The instruments that oblige now and did not before.
    pub fn gained(&self) -> Vec<&str> {
        beyond(self.after.as_ref(), self.before.as_ref())
    }

    /// The instruments that obliged before and do not now.
    pub fn lost(&self) -> Vec<&str> {
        beyond(self.before.as_ref(), self.after.as_ref())
    }
}

impl Owed {
    /// The instruments that may oblige by this answer, and not by another.
    pub fn unchecked_beyond<'a>(&'a self, other: &Self) -> Vec<&'a str> {
        self.unchecked.iter().filter(|id| !other.unchecked.contains(*id)).map(String::as_str).collect()
    }
}

/// The instruments that oblige by one answer and not by the other.
fn beyond<'a>(one: Option<&'a Owed>, other: Option<&Owed>) -> Vec<&'a str> {
    let known = |id: &str| other.is_some_and(|other| other.by.contains_key(id));
    let by = one.into_iter().flat_map(|owed| owed.by.keys());
    by.map(String::as_str).filter(|id| !known(id)).collect()
}

/// What one State owes another, as far as a pack knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Owed {
    /// Whether any instrument obliges.
    pub reason: Reason,
    /// The instruments that oblige, and how sure that is.
    pub by: BTreeMap<String, Confidence>,
    /// The instruments that may oblige, but were not read, or are not sure to bind or to open.
    pub unchecked: BTreeSet<String>,
}

impl Changes {
    /// Compares two packs, and the answers that they give on a day.
    ///
    /// # Errors
    /// Fails when one of them is not sound.
    pub fn between(before: &Pack, after: &Pack, on: Date) -> Result<Self, LawPackError> {
        let (old, new) = (Law::from_pack(before)?, Law::from_pack(after)?);
        Ok(Self { on, rows: rows(before, after), answers: old.changed_answers(&new, on) })
    }

    /// The answers that change alike between the same two States, each with its measures: what people read, because one
    /// row often changes most measures between two States in the same way.
    pub fn alike(&self) -> Vec<(&AnswerChange, Vec<&str>)> {
        let mut groups: Vec<(&AnswerChange, Vec<&str>)> = Vec::new();
        for answer in &self.answers {
            let same = |(first, _): &&mut (&AnswerChange, Vec<&str>)| {
                (first.from, first.to) == (answer.from, answer.to)
                    && (&first.before, &first.after) == (&answer.before, &answer.after)
            };
            match groups.iter_mut().find(same) {
                Some((_, measures)) => measures.push(&answer.measure),
                None => groups.push((answer, vec![&answer.measure])),
            }
        }
        groups
    }

    /// Whether nothing changes that anybody could notice in an answer or look up in a row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.answers.is_empty()
    }
}

impl Law {
    /// The answers that a newer pack gives otherwise on a day: whether one State for which the pack is made owes another
    /// a measure, for all of them, both ways. Asked without offences: what an offence opens is a question of the case.
    pub fn changed_answers(&self, newer: &Self, on: Date) -> Vec<AnswerChange> {
        let states: BTreeSet<Country> = self.focus().chain(newer.focus()).collect();
        let measures: BTreeSet<&String> = self.measures.keys().chain(newer.measures.keys()).collect();
        let mut changes = Vec::new();
        for from in &states {
            for to in states.iter().filter(|to| *to != from) {
                for measure in &measures {
                    let [before, after] = [self, newer].map(|law| law.owed(*from, *to, measure, on));
                    if before != after {
                        let measure = (*measure).clone();
                        changes.push(AnswerChange { from: *from, to: *to, measure, before, after });
                    }
                }
            }
        }
        changes
    }

    fn focus(&self) -> impl Iterator<Item = Country> {
        self.states.iter().filter(|(_, row)| row.data.group == StateGroup::Focus).map(|(code, _)| *code)
    }

    fn owed(&self, from: Country, to: Country, measure: &str, on: Date) -> Option<Owed> {
        let question = Question { from, to, on, measure: measure.to_owned(), offences: vec![] };
        // What the pack does not know it does not answer: that is no fault here.
        let obligation = self.basis(&question).ok()?.obligation;
        let by = |fact: &Sourced<String>| (fact.value().clone(), fact.confidence());
        Some(Owed {
            reason: obligation.reason,
            by: obligation.by.iter().map(by).collect(),
            unchecked: obligation.unchecked.into_iter().collect(),
        })
    }
}

/// Whether a file of a pack holds tables of facts, which are compared by their rows.
pub fn is_table_file(path: &str) -> bool {
    path.strip_suffix(".toml").is_some_and(|name| FILES.iter().any(|(file, _)| *file == name))
}

/// The rows that are not the same in two sound packs.
fn rows(before: &Pack, after: &Pack) -> Vec<RowChange> {
    let (before, after) = (written(before), written(after));
    let names: BTreeSet<&RowRef> = before.keys().chain(after.keys()).collect();
    let mut changes = Vec::new();
    for at in names {
        let (old, new) = (before.get(at), after.get(at));
        let change = match (old, new) {
            (None, _) => RowChangeKind::Added,
            (_, None) => RowChangeKind::Removed,
            (Some(old), Some(new)) if old != new => RowChangeKind::Changed,
            _ => continue,
        };
        changes.push(RowChange { at: at.clone(), change, fields: fields(old, new) });
    }
    changes
}

type Fields = BTreeMap<String, String>;

fn fields(old: Option<&Fields>, new: Option<&Fields>) -> Vec<FieldChange> {
    let of = |row: Option<&Fields>, field: &str| row.and_then(|row| row.get(field)).cloned();
    let names: BTreeSet<&String> = [old, new].into_iter().flatten().flat_map(BTreeMap::keys).collect();
    let change =
        |field: &String| FieldChange { field: field.clone(), before: of(old, field), after: of(new, field) };
    names.into_iter().map(change).filter(|change| change.before != change.after).collect()
}

/// Every row of a pack with all its fields, those that say where it is from among them.
fn written(pack: &Pack) -> BTreeMap<RowRef, Fields> {
    let mut all = BTreeMap::new();
    for (file, _) in FILES {
        let text = pack.file(&format!("{file}.toml")).map(String::from_utf8_lossy).unwrap_or_default();
        // Sound packs parse: what does not was told before this.
        let tables = text.parse::<Table>().unwrap_or_default();
        for (table, rows) in &tables {
            let rows: Vec<&Table> = match rows {
                Toml::Array(rows) => rows.iter().filter_map(Toml::as_table).collect(),
                Toml::Table(row) => vec![row],
                _ => vec![],
            };
            for (index, row) in rows.into_iter().enumerate() {
                let name = if table == META { (*file).to_owned() } else { name(row, index) };
                let at = RowRef { file: (*file).to_owned(), table: table.clone(), row: name };
                let mut fields = Fields::new();
                row.iter().for_each(|(field, value)| flatten(field, value, &mut fields));
                all.insert(at, fields);
            }
        }
    }
    all
}

/// What names a row in its table: the id, or the State with what the row ties to it.
fn name(row: &Table, index: usize) -> String {
    let field = |name: &str| row.get(name).and_then(Toml::as_str);
    if let Some(id) = field("id").or(field("code")) {
        return id.to_owned();
    }
    let tied = field("instrument").or(field("law"));
    match (field("state"), tied) {
        (Some(state), Some(tied)) => format!("{state}:{tied}"),
        (Some(state), None) => state.to_owned(),
        _ => (index + 1).to_string(),
    }
}

/// Puts a field there as text; those of a table inside it one by one, so that one article among twenty is told alone.
fn flatten(field: &str, value: &Toml, into: &mut Fields) {
    match value {
        Toml::Table(inside) => {
            inside.iter().for_each(|(name, value)| flatten(&format!("{field}.{name}"), value, into));
        }
        value => drop(into.insert(field.to_owned(), text(value))),
    }
}

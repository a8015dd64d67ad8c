//! Reads the files of a pack: limits first, then TOML, then row by row, then the rules between rows.

use std::collections::BTreeMap;

use comity_record::pack::Pack;
use comity_record::{Country, Sha256Digest, Value, cbor};
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::{Table, Value as Toml};

use crate::check;
use crate::error::{LawPackError, Problem};
use crate::fact::RowRef;
use crate::law::{Law, Row, Written};
use crate::rows::{DomesticLaw, Party, VirtualAssetLaw};

/// The files that a law pack has, without their ending, and the tables of each.
pub(crate) const FILES: &[(&str, &[&str])] = &[
    ("sources", &["source"]),
    ("instruments", &["content_field", "refusal_ground", "instrument"]),
    ("parties", &["state", "party"]),
    ("authorities", &["authority", "egmont", "network", "domestic_law"]),
    ("offences", &["category", "offence", "virtual_asset_law"]),
    ("measures", &["measure"]),
];

/// The version of the schema that this crate reads.
pub const SCHEMA_VERSION: u16 = 1;
/// Bytes of one file: some forty times what the first pack has.
pub const MAX_FILE_BYTES: usize = 4 << 20;
/// Rows of one table: all States times a hundred instruments fit.
pub const MAX_ROWS: usize = 20_000;
/// Letters of one text; a note is a few sentences, never a treaty.
pub const MAX_TEXT: usize = 4_000;

/// The `[meta]` table of a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meta {
    file: String,
    schema_version: u16,
    compiled: Date,
    #[serde(default)]
    topics: Vec<String>,
    #[serde(rename = "serious_crime_years")]
    _serious_crime_years: Option<f64>,
}

/// Everything read so far, with everything found wrong.
pub(crate) struct Reader {
    pub(crate) problems: Vec<Problem>,
    tables: BTreeMap<&'static str, Table>,
    texts: BTreeMap<&'static str, String>,
    written: BTreeMap<RowRef, Written>,
}

pub(crate) fn law(pack: &Pack) -> Result<Law, LawPackError> {
    let mut reader = Reader {
        problems: Vec::new(),
        tables: BTreeMap::new(),
        texts: BTreeMap::new(),
        written: BTreeMap::new(),
    };
    let mut compiled = None;
    let mut topics = Vec::new();
    for (file, tables) in FILES {
        if let Some(meta) = reader.file(pack, file, tables) {
            compiled = compiled.max(Some(meta.compiled));
            topics.extend(meta.topics);
        }
    }
    // Rules between rows speak of rows that are there: with a file missing every sentence would be about that.
    if let Some(error) = LawPackError::of(std::mem::take(&mut reader.problems)) {
        return Err(error);
    }
    check::citations(&mut reader);
    check::private_data(&mut reader);

    let by_id = |row: &Table| text_of(row, "id");
    let of_state = |row: &Table| text_of(row, "state");
    let law = Law {
        digest: pack.digest(),
        compiled: compiled.unwrap_or(Date::ZERO),
        topics,
        sources: reader.keyed("sources", "source", by_id),
        content_fields: reader.keyed("instruments", "content_field", by_id),
        refusal_grounds: reader.keyed("instruments", "refusal_ground", by_id),
        instruments: reader.keyed("instruments", "instrument", by_id),
        states: by_country(reader.keyed("parties", "state", |row| text_of(row, "code"))),
        parties: {
            let name = |row: &Table| format!("{}:{}", text_of(row, "state"), text_of(row, "instrument"));
            let rows: BTreeMap<String, Row<Party>> = reader.keyed("parties", "party", name);
            let mut parties = BTreeMap::<String, BTreeMap<Country, Row<Party>>>::new();
            for row in rows.into_values() {
                parties.entry(row.data.instrument.clone()).or_default().insert(row.data.state, row);
            }
            parties
        },
        authorities: reader.keyed("authorities", "authority", by_id),
        egmont: by_country(reader.keyed("authorities", "egmont", of_state)),
        networks: reader.keyed("authorities", "network", by_id),
        domestic: {
            let name = |row: &Table| format!("{}:{}", text_of(row, "state"), text_of(row, "law"));
            let rows: BTreeMap<String, Row<DomesticLaw>> = reader.keyed("authorities", "domestic_law", name);
            grouped(rows, |law| law.state)
        },
        categories: reader.keyed("offences", "category", by_id),
        offences: reader.keyed("offences", "offence", by_id),
        virtual_assets: {
            let name = |row: &Table| format!("{}:{}", text_of(row, "state"), text_of(row, "law"));
            let rows: BTreeMap<String, Row<VirtualAssetLaw>> =
                reader.keyed("offences", "virtual_asset_law", name);
            grouped(rows, |law| law.state)
        },
        measures: reader.keyed("measures", "measure", by_id),
        written: std::mem::take(&mut reader.written),
    };
    check::rules(&law, &mut reader.problems);
    match LawPackError::of(reader.problems) {
        Some(error) => Err(error),
        None => Ok(law),
    }
}

impl Reader {
    /// The rows of a table as TOML, to be looked at by [`check`].
    pub(crate) fn rows(&self) -> impl Iterator<Item = (&'static str, &'static str, String, &Table)> {
        FILES.iter().flat_map(move |(file, tables)| {
            tables.iter().flat_map(move |table| {
                let rows = self.tables.get(file).and_then(|t| t.get(*table)).and_then(Toml::as_array);
                rows.into_iter()
                    .flatten()
                    .filter_map(Toml::as_table)
                    .enumerate()
                    .map(move |(index, row)| (*file, *table, row_name(row, index), row))
            })
        })
    }

    /// The lines of every file, with their numbers.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (&'static str, usize, &str)> {
        self.texts
            .iter()
            .flat_map(|(file, text)| text.lines().enumerate().map(move |(n, line)| (*file, n + 1, line)))
    }

    fn file(&mut self, pack: &Pack, file: &'static str, tables: &[&str]) -> Option<Meta> {
        let path = format!("{file}.toml");
        let Some(bytes) = pack.file(&path) else {
            self.problems.push(Problem::FileMissing { file: path });
            return None;
        };
        if bytes.len() > MAX_FILE_BYTES {
            let what = "the file's size in bytes".to_owned();
            self.problems.push(Problem::TooLarge { file: path, what, most: MAX_FILE_BYTES });
            return None;
        }
        let parsed = std::str::from_utf8(bytes)
            .map_err(|e| (line_of(bytes, e.valid_up_to()), "not UTF-8".to_owned()))
            .and_then(|text| {
                text.parse::<Table>()
                    .map(|table| (text, table))
                    .map_err(|e| (line_of(bytes, e.span().map_or(0, |s| s.start)), e.message().to_owned()))
            });
        let (text, mut table) = match parsed {
            Ok(parsed) => parsed,
            Err((line, cause)) => {
                self.problems.push(Problem::Syntax { file: path, line, cause });
                return None;
            }
        };
        let meta = self.meta(&path, file, tables, &mut table);
        for (name, rows) in &table {
            match rows.as_array() {
                Some(rows) if rows.len() > MAX_ROWS => {
                    let what = format!("the number of rows of {name}");
                    self.problems.push(Problem::TooLarge { file: path.clone(), what, most: MAX_ROWS });
                }
                Some(rows) if rows.iter().all(Toml::is_table) => {}
                _ => {
                    let cause = format!("{name} is not written as [[{name}]]");
                    self.problems.push(Problem::Meta { file: path.clone(), cause });
                }
            }
        }
        if longest_text(&Toml::Table(table.clone())) > MAX_TEXT {
            let what = "the length of a text".to_owned();
            self.problems.push(Problem::TooLarge { file: path, what, most: MAX_TEXT });
        }
        self.texts.insert(file, text.to_owned());
        self.tables.insert(file, table);
        meta
    }

    fn meta(&mut self, path: &str, file: &str, tables: &[&str], table: &mut Table) -> Option<Meta> {
        let mut refuse = |cause: String| self.problems.push(Problem::Meta { file: path.to_owned(), cause });
        let meta = table.remove("meta").map(Toml::try_into::<Meta>);
        for name in table.keys().filter(|name| !tables.contains(&name.as_str())) {
            refuse(format!("{name} is no table of this file"));
        }
        match meta {
            None => refuse("there is no [meta] table".to_owned()),
            Some(Err(e)) => refuse(format!("[meta]: {}", e.message())),
            Some(Ok(meta)) if meta.file != file => refuse(format!("[meta] says file = {:?}", meta.file)),
            Some(Ok(meta)) if meta.schema_version != SCHEMA_VERSION => {
                refuse(format!("schema_version {} is not {SCHEMA_VERSION}", meta.schema_version));
            }
            Some(Ok(meta)) => return Some(meta),
        }
        None
    }

    /// The rows of a table as a type, by name. What does not fit, or comes twice, becomes a problem.
    fn keyed<T: DeserializeOwned>(
        &mut self,
        file: &'static str,
        table: &'static str,
        name: impl Fn(&Table) -> String,
    ) -> BTreeMap<String, Row<T>> {
        let mut found = BTreeMap::new();
        let rows = self.tables.get(file).and_then(|t| t.get(table)).and_then(Toml::as_array);
        for (index, row) in rows.into_iter().flatten().enumerate() {
            let Toml::Table(fields) = row else { continue };
            let key = name(fields);
            let at = RowRef { file: file.to_owned(), table: table.to_owned(), row: key.clone() };
            match row.clone().try_into::<T>() {
                Err(e) => self.problems.push(Problem::Row {
                    file: format!("{file}.toml"),
                    table: table.to_owned(),
                    row: if key.is_empty() || key == ":" { (index + 1).to_string() } else { key },
                    line: heading_line(self.texts.get(file).map_or("", String::as_str), table, index),
                    cause: e.message().to_owned(),
                }),
                Ok(data) => {
                    let digest = row_digest(fields);
                    self.written.insert(at.clone(), (digest, written(fields)));
                    if found.insert(key.clone(), Row { data, at, digest }).is_some() {
                        let (file, table) = (format!("{file}.toml"), table.to_owned());
                        self.problems.push(Problem::Twice { file, table, row: key });
                    }
                }
            }
        }
        found
    }
}

/// What names a row for a person, whatever its table.
fn row_name(row: &Table, index: usize) -> String {
    let field = |name| row.get(name).and_then(Toml::as_str);
    match (field("id").or(field("code")), field("state"), field("instrument")) {
        (Some(id), ..) => id.to_owned(),
        (None, Some(state), Some(instrument)) => format!("{state}:{instrument}"),
        (None, Some(state), None) => state.to_owned(),
        _ => (index + 1).to_string(),
    }
}

fn text_of(row: &Table, field: &str) -> String {
    row.get(field).and_then(Toml::as_str).unwrap_or_default().to_owned()
}

fn by_country<T>(rows: BTreeMap<String, Row<T>>) -> BTreeMap<Country, Row<T>> {
    // The rows have parsed, so their codes have too.
    rows.into_iter().filter_map(|(code, row)| Some((code.parse().ok()?, row))).collect()
}

fn grouped<T>(
    rows: BTreeMap<String, Row<T>>,
    state: impl Fn(&T) -> Country,
) -> BTreeMap<Country, Vec<Row<T>>> {
    let mut groups = BTreeMap::<Country, Vec<Row<T>>>::new();
    for row in rows.into_values() {
        groups.entry(state(&row.data)).or_default().push(row);
    }
    groups
}

/// The line, from 1, that holds the byte at `offset`.
fn line_of(bytes: &[u8], offset: usize) -> usize {
    1 + bytes.iter().take(offset).filter(|b| **b == b'\n').count()
}

/// The line of the heading `[[table]]` that opens row `index`, or 0.
fn heading_line(text: &str, table: &str, index: usize) -> usize {
    let heading = format!("[[{table}]]");
    let mut found = text.lines().enumerate().filter(|(_, line)| line.trim() == heading);
    found.nth(index).map_or(0, |(n, _)| n + 1)
}

fn longest_text(value: &Toml) -> usize {
    match value {
        Toml::String(text) => text.chars().count(),
        Toml::Array(items) => items.iter().map(longest_text).max().unwrap_or(0),
        Toml::Table(fields) => fields.values().map(longest_text).max().unwrap_or(0),
        _ => 0,
    }
}

/// The fields of a row as text, without those that say where it is from: these are told as its source.
fn written(row: &Table) -> Vec<(String, String)> {
    let of_source = |field: &str| {
        ["source", "confidence", "note", "as_of"]
            .iter()
            .any(|end| field == *end || field.ends_with(&format!("_{end}")))
    };
    row.iter()
        .filter(|(field, _)| !of_source(field))
        .map(|(field, value)| (field.clone(), text(value)))
        .collect()
}

/// A value of the pack as people read it.
pub(crate) fn text(value: &Toml) -> String {
    match value {
        Toml::String(text) => text.clone(),
        Toml::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        Toml::Table(fields) => fields
            .iter()
            .map(|(name, value)| format!("{name}: {}", text(value)))
            .collect::<Vec<_>>()
            .join("; "),
        Toml::Integer(number) => number.to_string(),
        Toml::Float(number) => number.to_string(),
        Toml::Boolean(flag) => flag.to_string(),
        Toml::Datetime(moment) => moment.to_string(),
    }
}

/// Digest of a row's fields, whatever their order and spacing in the file.
fn row_digest(row: &Table) -> Sha256Digest {
    let value = canonical(&Toml::Table(row.clone()));
    let bytes = cbor::to_canonical(&value).expect("a checked row is small and holds no float any more");
    Sha256Digest::of(&bytes)
}

/// The row as CBOR; numbers with decimals become text, because what is hashed holds no floats.
fn canonical(value: &Toml) -> Value {
    match value {
        Toml::String(text) => Value::Text(text.clone()),
        Toml::Integer(number) => Value::Integer((*number).into()),
        Toml::Float(number) => Value::Text(format!("{number:?}")),
        Toml::Boolean(flag) => Value::Bool(*flag),
        Toml::Datetime(moment) => Value::Text(moment.to_string()),
        Toml::Array(items) => Value::Array(items.iter().map(canonical).collect()),
        Toml::Table(fields) => {
            Value::Map(fields.iter().map(|(k, v)| (Value::Text(k.clone()), canonical(v))).collect())
        }
    }
}

//! Values as people write them: a file of TOML or JSON with one key a field, or a short text on a command line.
//!
//! | type | short | in a file |
//! |---|---|---|
//! | `text`, `choice` | the words | a text |
//! | `flag` | `yes`, `no` | `true`, `false` |
//! | `number`, `date` | `60`, `2026-12-01` | the same |
//! | `period` | `TIME..TIME` | `{ from, to }` |
//! | `amount` | `1200.50 KGS`, `0.25 BTC/8` | the same as a text |
//! | `authority` | `KZ: NAME` | `{ country, name, unit, reference }` |
//! | `signatory` | `NAME; OFFICE` | `{ name, office }` |
//! | `party` | `person: NAME` or `body: NAME` | `{ kind, names, role, born, nationality, address, occupation, registration }` |
//! | `identifier` | `KIND:NETWORK:TEXT`, or `KIND:NETWORK:TEXT @ TIME` | `{ kind, network, text, at, port }` |
//! | `offence` | `CATEGORY: PROVISION` | `{ category, provision, text, max_penalty_years, conduct }` |
//! | `item` | what is asked for | `{ what, link, offence, account }` |
//! | `exhibit`, `finding` | `NUMBER: SHA256: TITLE` | `{ number, title, sha256 }` |
//! | `ticket` | `NUMBER: DATE` | `{ number, kept_until }` |
//! | `way` | `WAY:ID` | `{ way, id }` |
//!
//! An IP address may be written with its port, `192.0.2.1:51000` or `[2001:db8::1]:51000`.
//!
//! A short text that begins with `{` or `[` is read as in a file. A list takes one value or several in brackets.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use comity_law::{OffenceAsked, Question, Term};
use comity_record::{Amount, Coded, Country, Language};
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::draft::Draft;
use crate::form::{Field, FieldKind, Form};
use crate::forms::Forms;
use crate::identifier::{IP, Identifier};
use crate::lines::line_at;
use crate::value::{Authority, Offence, Party, PartyKind, Period, Signatory, Value, WayChosen};

/// Bytes of one file of values. The twin of the longest request, which repeats every value, has four times as many.
pub const MAX_VALUES_BYTES: usize = 1 << 20;

/// Why what a person wrote is no value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlainError {
    /// More than [`MAX_VALUES_BYTES`].
    #[error("the values are larger than {MAX_VALUES_BYTES} bytes")]
    TooLarge,
    /// Neither TOML nor JSON.
    #[error("line {line}: {cause}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// What the reader says.
        cause: String,
    },
    /// No such form.
    #[error("there is no form {form:?}")]
    Form {
        /// The name that was given.
        form: String,
        /// The names that there are.
        known: String,
    },
    /// No such field in the form.
    #[error("the form has no field {field:?}")]
    Field {
        /// The line, from 1, where it stands in a file of TOML.
        line: Option<usize>,
        /// The name that was given.
        field: String,
        /// The names that there are.
        known: String,
    },
    /// Not a value of the field's type.
    #[error("{field}: {cause}")]
    Shape {
        /// The line, from 1, where it stands in a file of TOML.
        line: Option<usize>,
        /// The field.
        field: String,
        /// How a value of it is written.
        pattern: &'static str,
        /// What does not fit.
        cause: String,
    },
}

impl Coded for PlainError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "request-plain-too-large",
            Self::Syntax { .. } => "request-plain-syntax",
            Self::Form { .. } => "request-plain-form",
            Self::Field { .. } => "request-plain-field",
            Self::Shape { .. } => "request-plain-shape",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge => vec![("most", MAX_VALUES_BYTES.to_string())],
            Self::Syntax { line, cause } => vec![("line", line.to_string()), ("cause", cause.clone())],
            Self::Form { form, known } => vec![("form", form.clone()), ("known", known.clone())],
            Self::Field { line, field, known } => {
                vec![("field", field.clone()), ("known", known.clone()), ("line", or_none(*line))]
            }
            Self::Shape { line, field, pattern, cause } => vec![
                ("field", field.clone()),
                ("pattern", (*pattern).to_owned()),
                ("cause", cause.clone()),
                ("line", or_none(*line)),
            ],
        }
    }
}

/// A line for a message, which tells none where it is 0.
fn or_none(line: Option<usize>) -> String {
    line.unwrap_or_default().to_string()
}

impl FieldKind {
    /// How a value of this type is written in short.
    pub const fn pattern(self) -> &'static str {
        match self {
            Self::Text => "WORDS",
            Self::Choice => "CHOICE",
            Self::Flag => "yes | no",
            Self::Number => "NUMBER",
            Self::Date => "YYYY-MM-DD",
            Self::Period => {
                "2026-09-01T00:00:00+05:00[Asia/Dushanbe]..2026-10-01T00:00:00+05:00[Asia/Dushanbe]"
            }
            Self::Amount => "1200.50 KGS | 0.25 BTC/8",
            Self::Authority => "KZ: NAME",
            Self::Signatory => "NAME; OFFICE",
            Self::Party => "person: NAME | body: NAME",
            Self::Identifier => {
                "KIND:NETWORK:TEXT | ip::192.0.2.1:51000 @ 2026-09-01T10:00:00+05:00[Asia/Dushanbe]"
            }
            Self::Offence => "CATEGORY: PROVISION",
            Self::Item => "{ what = \"…\", link = \"…\", offence = \"PROVISION\", account = \"TEXT\" }",
            Self::Exhibit | Self::Finding => "NUMBER: SHA256: TITLE",
            Self::Ticket => "NUMBER: YYYY-MM-DD",
            Self::Way => "WAY:ID",
        }
    }
}

/// The form of that name.
///
/// # Errors
/// Names the forms that there are.
pub fn form<'f>(forms: &'f Forms, id: &str) -> Result<&'f Form, PlainError> {
    forms.form(id).ok_or_else(|| PlainError::Form {
        form: cut(id),
        known: forms.iter().map(|f| f.id.as_str()).collect::<Vec<_>>().join(", "),
    })
}

/// The field of a form, by name.
///
/// # Errors
/// Names the fields that there are.
pub fn field<'f>(form: &'f Form, id: &str) -> Result<&'f Field, PlainError> {
    form.field(id).ok_or_else(|| PlainError::Field {
        line: None,
        field: cut(id),
        known: form.fields.iter().map(|f| f.id.as_str()).collect::<Vec<_>>().join(", "),
    })
}

/// Reads a file of values: TOML, or JSON where it begins with a brace.
///
/// # Errors
/// Says which line cannot be read, which field there is not, or what does not fit a field.
pub fn read_values(form: &Form, text: &str) -> Result<BTreeMap<String, Value>, PlainError> {
    values(form, text, read_table(text)?)
}

/// Reads one value of a field from a short text, in the forms that [`FieldKind::pattern`] shows.
///
/// # Errors
/// Says what does not fit.
pub fn read_value(field: &Field, text: &str) -> Result<Value, PlainError> {
    let trimmed = text.trim();
    let words = matches!(field.kind, FieldKind::Text | FieldKind::Choice) && !field.list;
    if !words && trimmed.starts_with(['{', '[']) {
        let given = match DeValue::parse(trimmed) {
            Ok(given) => Some(Given::Toml(given)),
            Err(_) => serde_json::from_str(trimmed).ok().map(Given::Json),
        };
        let given = given.ok_or_else(|| shape(field, "neither TOML nor JSON", None))?;
        return value(field, given, None);
    }
    let one = if words { text } else { trimmed };
    value(field, Given::Json(Json::String(one.to_owned())), None)
}

/// Who asks whom for what, as it stands in the file of a whole draft.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    form: String,
    from: Country,
    to: Country,
    #[serde(default)]
    on: Option<Date>,
    #[serde(default)]
    offences: Vec<String>,
    #[serde(default)]
    cited: Vec<String>,
    language: Language,
    #[serde(default)]
    translation: Option<Language>,
    #[serde(default)]
    exercise: bool,
}

/// The key of the values in the file of a whole draft.
const VALUES: &str = "values";

/// Reads a whole draft from TOML or JSON: `form`, `from`, `to`, `on`, `offences` (categories), `cited`, `language`,
/// `translation`, `exercise`, and the table `values`. `on` is the day of a file that names none.
///
/// # Errors
/// As [`read_values`], and for a form that there is not.
pub fn read_draft(forms: &Forms, text: &str, on: Date) -> Result<Draft, PlainError> {
    let mut table = read_table(text)?;
    let given = table.take(VALUES);
    let syntax = |Misfit { at, cause }: Misfit| PlainError::Syntax {
        line: at.map_or(1, |at| line_at(text.as_bytes(), at)),
        cause: cut(&cause),
    };
    let head: Head = table.whole().typed().map_err(syntax)?;
    let form = form(forms, &head.form)?;
    let question = Question {
        from: head.from,
        to: head.to,
        on: head.on.unwrap_or(on),
        measure: form.measure.clone(),
        offences: head.offences.iter().map(|category| OffenceAsked::of(category)).collect(),
    };
    let mut draft = Draft::begin(form, question, head.language, head.exercise);
    draft.cited = head.cited;
    draft.translation = head.translation;
    if let Some(given) = given {
        let at = given.at();
        let no_table = || syntax(Misfit { at, cause: "values is a table".to_owned() });
        draft.values = values(form, text, given.table().ok_or_else(no_table)?)?;
    }
    draft.ask_about_its_offences();
    Ok(draft)
}

fn values(form: &Form, text: &str, table: Table<'_>) -> Result<BTreeMap<String, Value>, PlainError> {
    let one = |(id, at, given): (String, Option<usize>, Given<'_>)| {
        let known = field(form, &id).map_err(|error| match error {
            PlainError::Field { field, known, .. } => {
                PlainError::Field { line: at.map(|at| line_at(text.as_bytes(), at)), field, known }
            }
            other => other,
        })?;
        Ok((id, value(known, given, Some(text))?))
    };
    table.entries().map(one).collect()
}

fn read_table(text: &str) -> Result<Table<'_>, PlainError> {
    if text.len() > MAX_VALUES_BYTES {
        return Err(PlainError::TooLarge);
    }
    if text.trim_start().starts_with('{') {
        let read = serde_json::from_str(text);
        return read
            .map(Table::Json)
            .map_err(|e| PlainError::Syntax { line: e.line(), cause: cut(&e.to_string()) });
    }
    let read = DeTable::parse(text).map_err(|e| PlainError::Syntax {
        line: line_at(text.as_bytes(), e.span().map_or(0, |span| span.start)),
        cause: cut(e.message()),
    })?;
    Ok(Table::Toml(read))
}

/// What was written for a field, before the field says of what type it is. TOML tells where each part of it stands.
enum Given<'t> {
    Toml(Spanned<DeValue<'t>>),
    Json(Json),
}

/// Keys with what was written for each.
enum Table<'t> {
    Toml(Spanned<DeTable<'t>>),
    Json(Map<String, Json>),
}

/// Why what was written is no value, and at which byte of the file.
struct Misfit {
    at: Option<usize>,
    cause: String,
}

impl Misfit {
    fn of(cause: String) -> Self {
        Self { at: None, cause }
    }
}

impl<'t> Table<'t> {
    /// Takes what was written for a key out of the rest.
    fn take(&mut self, key: &str) -> Option<Given<'t>> {
        match self {
            Self::Toml(table) => table.get_mut().remove(key).map(Given::Toml),
            Self::Json(table) => table.remove(key).map(Given::Json),
        }
    }

    /// All of it as one value.
    fn whole(self) -> Given<'t> {
        match self {
            Self::Toml(table) => {
                let span = table.span();
                Given::Toml(Spanned::new(span, DeValue::Table(table.into_inner())))
            }
            Self::Json(table) => Given::Json(Json::Object(table)),
        }
    }

    /// The keys, each with its place and with what was written for it.
    fn entries(self) -> Box<dyn Iterator<Item = (String, Option<usize>, Given<'t>)> + 't> {
        match self {
            Self::Toml(table) => Box::new(table.into_inner().into_iter().map(|(key, given)| {
                let at = Some(key.span().start);
                (key.into_inner().into_owned(), at, Given::Toml(given))
            })),
            Self::Json(table) => {
                Box::new(table.into_iter().map(|(key, given)| (key, None, Given::Json(given))))
            }
        }
    }
}

impl<'t> Given<'t> {
    /// Where it stands, if that is known.
    fn at(&self) -> Option<usize> {
        match self {
            Self::Toml(given) => Some(given.span().start),
            Self::Json(_) => None,
        }
    }

    /// It as a text. Dates are texts, and so are decimals: there are no floats in a request.
    fn text(&self) -> Option<String> {
        match self {
            Self::Toml(given) => text_of(given.get_ref()),
            Self::Json(Json::String(text)) => Some(text.clone()),
            Self::Json(_) => None,
        }
    }

    /// Its parts, if it is a list; or else itself.
    fn items(self) -> Vec<Self> {
        match self {
            Self::Json(Json::Array(items)) => items.into_iter().map(Self::Json).collect(),
            Self::Toml(given) if given.get_ref().is_array() => match given.into_inner() {
                DeValue::Array(items) => items.into_iter().map(Self::Toml).collect(),
                _ => vec![],
            },
            single => vec![single],
        }
    }

    fn table(self) -> Option<Table<'t>> {
        match self {
            Self::Json(Json::Object(table)) => Some(Table::Json(table)),
            Self::Toml(given) => {
                let span = given.span();
                match given.into_inner() {
                    DeValue::Table(table) => Some(Table::Toml(Spanned::new(span, table))),
                    _ => None,
                }
            }
            Self::Json(_) => None,
        }
    }

    fn typed<T: DeserializeOwned>(self) -> Result<T, Misfit> {
        match self {
            Self::Json(json) => serde_json::from_value(json).map_err(|e| Misfit::of(e.to_string())),
            Self::Toml(mut given) => {
                plain(given.get_mut());
                T::deserialize(ValueDeserializer::from(given)).map_err(|e| Misfit {
                    at: e.span().map(|span| span.start),
                    cause: e.message().to_owned(),
                })
            }
        }
    }
}

/// A text, date or decimal of TOML as a text.
fn text_of(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.as_ref().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Datetime(at) => Some(at.to_string()),
        _ => None,
    }
}

/// Writes dates and decimals inside a value as texts, where they stand.
fn plain(value: &mut DeValue<'_>) {
    match value {
        DeValue::Array(items) => {
            for item in items.iter_mut() {
                plain(item.get_mut());
            }
        }
        DeValue::Table(table) => {
            for (_, value) in table.iter_mut() {
                plain(value.get_mut());
            }
        }
        other => {
            if let Some(text) = text_of(other) {
                *other = DeValue::String(text.into());
            }
        }
    }
}

/// Reads what was written for a field; `file` is the text in which it stands, if it stands in one.
fn value(field: &Field, given: Given<'_>, file: Option<&str>) -> Result<Value, PlainError> {
    if !field.list {
        return one(field, given, file);
    }
    let items = given.items().into_iter().map(|item| one(field, item, file));
    Ok(Value::List(items.collect::<Result<_, _>>()?))
}

fn one(field: &Field, given: Given<'_>, file: Option<&str>) -> Result<Value, PlainError> {
    let at = given.at();
    let refuse = |misfit: Misfit| {
        let at = misfit.at.or(at);
        let line = at.zip(file).map(|(at, file)| line_at(file.as_bytes(), at));
        shape(field, &misfit.cause, line)
    };
    if let Some(text) = given.text() {
        return short(field.kind, &text).map_err(|cause| refuse(Misfit::of(cause)));
    }
    let offence = |written: PlainOffence| written.offence().map_err(Misfit::of);
    let read = match field.kind {
        FieldKind::Flag => given.typed().map(Value::Flag),
        FieldKind::Number => given.typed().map(Value::Number),
        FieldKind::Period => given.typed().map(Value::Period),
        FieldKind::Amount => given.typed().map(Value::Amount),
        FieldKind::Authority => given.typed().map(Value::Authority),
        FieldKind::Signatory => given.typed().map(Value::Signatory),
        FieldKind::Party => given.typed().map(Value::Party),
        FieldKind::Identifier => given.typed().map(Value::Identifier),
        FieldKind::Offence => given.typed().and_then(offence).map(Value::Offence),
        FieldKind::Item => given.typed().map(Value::Item),
        FieldKind::Exhibit => given.typed().map(Value::Exhibit),
        FieldKind::Finding => given.typed().map(Value::Finding),
        FieldKind::Ticket => given.typed().map(Value::Ticket),
        FieldKind::Way => given.typed().map(Value::Way),
        FieldKind::Text | FieldKind::Choice | FieldKind::Date => {
            Err(Misfit::of("a text is wanted".to_owned()))
        }
    };
    read.map_err(refuse)
}

fn short(kind: FieldKind, text: &str) -> Result<Value, String> {
    let pair = |separator: char| {
        let parts = text.split_once(separator).map(|(a, b)| (a.trim().to_owned(), b.trim().to_owned()));
        parts.ok_or_else(|| format!("{separator} is missing"))
    };
    fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T, String> {
        text.trim().parse().map_err(|e: T::Err| e.to_string())
    }
    let document = || {
        let (number, rest) = pair(':')?;
        let (sha256, title) = rest.split_once(':').ok_or("a second : is missing")?;
        Ok::<_, String>(crate::value::Document {
            number,
            title: title.trim().to_owned(),
            sha256: parsed(sha256)?,
        })
    };
    Ok(match kind {
        FieldKind::Text => Value::Text(text.to_owned()),
        FieldKind::Choice => Value::Choice(text.to_owned()),
        FieldKind::Flag => match text.trim() {
            "yes" | "true" => Value::Flag(true),
            "no" | "false" => Value::Flag(false),
            _ => return Err("neither yes nor no".to_owned()),
        },
        FieldKind::Number => Value::Number(parsed(text)?),
        FieldKind::Date => Value::Date(parsed(text)?),
        FieldKind::Period => {
            let (from, to) = text.split_once("..").ok_or(".. is missing between the two times")?;
            Value::Period(Period { from: parsed(from)?, to: parsed(to)? })
        }
        FieldKind::Amount => {
            let (number, unit) = pair(' ')?;
            Value::Amount(Amount::parse(&number, parsed(&unit)?).map_err(|e| e.to_string())?)
        }
        FieldKind::Authority => {
            let (country, name) = pair(':')?;
            let (unit, reference) = Default::default();
            Value::Authority(Authority { country: parsed(&country)?, name, unit, reference })
        }
        FieldKind::Signatory => {
            let (name, office) = pair(';')?;
            Value::Signatory(Signatory { name, office })
        }
        FieldKind::Party => {
            let (kind, name) = pair(':')?;
            let kind = match kind.as_str() {
                "person" => PartyKind::Person,
                "body" => PartyKind::Body,
                _ => return Err("neither person nor body".to_owned()),
            };
            Value::Party(Party::named(kind, &name))
        }
        FieldKind::Identifier => {
            let (kind, rest) = pair(':')?;
            let (network, text) = rest.split_once(':').ok_or("a second : is missing")?;
            let (text, at) = match text.rsplit_once(" @ ") {
                Some((text, at)) => (text, Some(parsed(at)?)),
                None => (text, None),
            };
            let identifier = Identifier { at, ..Identifier::new(&kind, network.trim(), text.trim()) };
            Value::Identifier(with_port(identifier))
        }
        FieldKind::Offence => {
            let (category, provision) = pair(':')?;
            let offence = PlainOffence { category, provision, ..PlainOffence::default() };
            Value::Offence(offence.offence()?)
        }
        FieldKind::Item => {
            let (link, offence, account) = Default::default();
            Value::Item(crate::value::Item { what: text.trim().to_owned(), link, offence, account })
        }
        FieldKind::Exhibit => Value::Exhibit(document()?),
        FieldKind::Finding => Value::Finding(document()?),
        FieldKind::Ticket => {
            let (number, kept_until) = text.rsplit_once(':').ok_or(": is missing")?;
            let number = number.trim().to_owned();
            Value::Ticket(crate::value::TicketRef { number, kept_until: parsed(kept_until)? })
        }
        FieldKind::Way => {
            let (way, id) = pair(':')?;
            Value::Way(WayChosen { way, id })
        }
    })
}

/// An IP address with the port that was written behind it.
fn with_port(identifier: Identifier) -> Identifier {
    match identifier.text.parse::<SocketAddr>() {
        Ok(socket) if identifier.kind == IP => {
            Identifier { text: socket.ip().to_string(), port: Some(socket.port()), ..identifier }
        }
        _ => identifier,
    }
}

/// An offence as people write it: a penalty in years, with at most two decimals.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlainOffence {
    category: String,
    provision: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    max_penalty_years: Option<Json>,
    #[serde(default)]
    conduct: String,
}

impl PlainOffence {
    fn offence(self) -> Result<Offence, String> {
        let max_penalty = match self.max_penalty_years {
            None | Some(Json::Null) => None,
            Some(Json::String(text)) => Some(years(&text)?),
            Some(Json::Number(number)) => Some(years(&number.to_string())?),
            Some(_) => return Err("max_penalty_years is not a number".to_owned()),
        };
        let Self { category, provision, text, conduct, .. } = self;
        Ok(Offence { category, provision, text, max_penalty, conduct })
    }
}

fn years(text: &str) -> Result<Term, String> {
    let refuse = || format!("{} is not a number of years up to {}", cut(text), Term::MAX_YEARS);
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.len() > 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return Err(refuse());
    }
    let whole: u32 = whole.parse().ok().filter(|years| *years <= Term::MAX_YEARS).ok_or_else(refuse)?;
    let part: u32 = format!("{part:0<2}").parse().map_err(|_| refuse())?;
    let hundredths = whole * 100 + part;
    if hundredths > Term::MAX_YEARS * 100 {
        Err(refuse())
    } else {
        Ok(Term::from_hundredths_of_year(hundredths))
    }
}

fn shape(field: &Field, cause: &str, line: Option<usize>) -> PlainError {
    PlainError::Shape { line, field: field.id.clone(), pattern: field.kind.pattern(), cause: cut(cause) }
}

/// What is told of a fault, cut short: it can quote what was written.
fn cut(text: &str) -> String {
    text.chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Form {
        let text = include_bytes!("../../../packs/forms/preservation.toml");
        crate::forms::read("preservation.toml", text).unwrap()
    }

    fn one_of(id: &str, text: &str) -> Result<Value, PlainError> {
        read_value(form().field(id).unwrap(), text)
    }

    #[test]
    fn a_short_text_and_a_file_say_the_same() {
        let file = r#"
            facts_summary = "A system was entered."
            renewal = "new"
            keep_days = 60
            secrecy = true
            deadline = 2026-12-01
            requested_authority = "KZ: Exercise authority"
            holder = "body: Exercise Exchange"
            signatory = "A. Exercise; Prosecutor"
            accounts = ["address:bitcoin-testnet:mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", { kind = "e-mail", text = "a@example.org" }]
            ways = [{ way = "police", id = "caricc" }]
            tickets = "T-7: 2026-12-01"
            data = [{ what = "Sign-in records", link = "Who used it" }, "Balances"]
            [[offences]]
            category = "illegal_access"
            provision = "Exercise Code, article 1"
            max_penalty_years = 0.25
            [period]
            from = "2026-09-01T00:00:00+05:00[Asia/Dushanbe]"
            to = "2026-10-01T00:00:00+05:00[Asia/Dushanbe]"
        "#;
        let form = form();
        let values = read_values(&form, file).unwrap();
        for (field, text) in [
            ("facts_summary", "A system was entered."),
            ("renewal", "new"),
            ("keep_days", "60"),
            ("secrecy", "yes"),
            ("deadline", "2026-12-01"),
            ("requested_authority", "{ country = \"KZ\", name = \"Exercise authority\" }"),
            ("holder", "{ \"kind\": \"body\", \"names\": [\"Exercise Exchange\"] }"),
            ("signatory", "A. Exercise;Prosecutor"),
            ("ways", "police:caricc"),
            ("tickets", "T-7:2026-12-01"),
            ("period", "2026-09-01T00:00:00+05:00[Asia/Dushanbe]..2026-10-01T00:00:00+05:00[Asia/Dushanbe]"),
        ] {
            assert_eq!(one_of(field, text).unwrap(), values[field], "{field}");
        }
        let Value::List(accounts) = &values["accounts"] else { panic!("a list") };
        assert_eq!(accounts.len(), 2);
        let Value::Offence(offence) = &values["offences"].each()[0] else { panic!("an offence") };
        assert_eq!(offence.max_penalty, Some(Term::from_hundredths_of_year(25)));
        let json = r#"{ "keep_days": 60, "data": "Balances", "offences": [{"category": "c", "provision": "p", "max_penalty_years": 5}] }"#;
        let values = read_values(&form, json).unwrap();
        assert_eq!(values["keep_days"], Value::Number(60));
        let Value::Offence(offence) = &values["offences"].each()[0] else { panic!("an offence") };
        assert_eq!(offence.max_penalty, Some(Term::from_years(5)));
    }

    #[test]
    fn what_does_not_fit_is_told_with_the_field_and_how_to_write_it() {
        for (field, text) in [
            ("keep_days", "many"),
            ("secrecy", "perhaps"),
            ("deadline", "tomorrow"),
            ("requested_authority", "Exercise authority"),
            ("requested_authority", "XX: Exercise authority"),
            ("holder", "exchange: Example"),
            ("period", "2026-09-01..2026-10-01"),
            ("accounts", "address:text"),
            ("tickets", "T-7: soon"),
            ("ways", "police"),
            ("offences", "{ category = \"c\", provision = \"p\", max_penalty_years = 201 }"),
            ("offences", "{ category = \"c\", provision = \"p\", max_penalty_years = 1.005 }"),
            ("data", "{ what = 1 }"),
            ("data", "[ broken"),
            ("data", "{ what = \"x\", unknown = 1 }"),
        ] {
            let error = one_of(field, text).unwrap_err();
            assert_eq!(error.code(), "request-plain-shape", "{field} {text}");
            assert_eq!(error.args()[0].1, field);
        }
        let form = form();
        let code = |text: &str| read_values(&form, text).unwrap_err();
        assert!(matches!(code("a = 1\nb ="), PlainError::Syntax { line: 2, .. }));
        assert!(matches!(code("{ broken"), PlainError::Syntax { line: 1, .. }));
        assert!(matches!(code("nowhere = 1"), PlainError::Field { .. }));
        assert!(matches!(code("keep_days = 1.5"), PlainError::Shape { .. }));
        assert!(matches!(code("facts_summary = 1"), PlainError::Shape { .. }));
        let long = |n: usize| format!("#{}", " ".repeat(n - 1));
        assert!(read_values(&form, &long(MAX_VALUES_BYTES)).is_ok());
        assert_eq!(code(&long(MAX_VALUES_BYTES + 1)), PlainError::TooLarge);
    }

    #[test]
    fn what_does_not_fit_in_a_composed_value_was_told_without_its_line() {
        let line = |text: &str| match read_values(&form(), text).unwrap_err() {
            PlainError::Shape { line, .. } | PlainError::Field { line, .. } => line,
            other => panic!("{other}"),
        };
        for (text, expected) in [
            ("keep_days = 60\n\n[[offences]]\ncategory = \"c\"\nprovision = 7\n", 5),
            ("[[offences]]\ncategory = \"c\"\nprovision = \"p\"\n[[offences]]\ncategory = \"c\"\n", 4),
            ("[[data]]\nwhat = \"Logs\"\nwhy = \"x\"\n", 3),
            ("keep_days = 60\ndata = [\n  { what = \"Logs\" },\n  { what = 1 },\n]\n", 4),
            ("\nholder = { kind = \"exchange\", names = [] }\n", 2),
            ("\n[period]\nfrom = \"2026-09-01T00:00:00+05:00[Asia/Dushanbe]\"\nto = 2026-10-01\n", 4),
            ("keep_days = 60\nsecrecy = \"perhaps\"\n", 2),
            ("keep_days = 60\nnowhere = 1\n", 2),
        ] {
            assert_eq!(line(text), Some(expected), "{text}");
        }
        assert_eq!(line(r#"{ "data": { "what": 1 } }"#), None);
    }

    #[test]
    fn an_ip_address_is_written_with_port_and_moment() {
        let at = "2026-09-01T10:00:00+05:00[Asia/Dushanbe]";
        for (text, address, port) in [
            (format!("ip::192.0.2.1:51000 @ {at}"), "192.0.2.1", Some(51_000)),
            (format!("ip::[2001:db8::1]:51000 @ {at}"), "2001:db8::1", Some(51_000)),
            (format!("ip::2001:db8::1 @ {at}"), "2001:db8::1", None),
        ] {
            let Value::List(read) = one_of("accounts", &text).unwrap() else { panic!("a list") };
            let expected =
                Identifier { at: Some(at.parse().unwrap()), port, ..Identifier::new("ip", "", address) };
            assert_eq!(read, [Value::Identifier(expected.clone())], "{text}");
            let file = format!(
                "accounts = [{{ kind = \"ip\", text = \"{address}\", at = \"{at}\" {} }}]",
                port.map_or(String::new(), |port| format!(", port = {port}")),
            );
            assert_eq!(read_values(&form(), &file).unwrap()["accounts"], Value::List(read), "{file}");
        }
        // What stands behind an @ without spaces belongs to the text, and of other kinds a port does too.
        let Value::List(read) = one_of("accounts", "e-mail::a@example.org").unwrap() else {
            panic!("a list")
        };
        assert_eq!(read, [Value::Identifier(Identifier::new("e-mail", "", "a@example.org"))]);
        let Value::List(read) = one_of("accounts", "account:x:192.0.2.1:80").unwrap() else {
            panic!("a list")
        };
        assert_eq!(read, [Value::Identifier(Identifier::new("account", "x", "192.0.2.1:80"))]);
        let error = one_of("accounts", "ip::192.0.2.1 @ 2026-09-01T10:00:00").unwrap_err();
        assert_eq!(error.code(), "request-plain-shape");
    }

    #[test]
    fn words_may_begin_with_a_brace() {
        assert_eq!(one_of("facts_summary", "{ not a table").unwrap(), Value::Text("{ not a table".into()));
    }
}

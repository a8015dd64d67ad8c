//! What is printed: plain values without any layout, the same whatever the languages of the print.

use std::collections::BTreeMap;

use comity_record::{ActTime, Amount, Country, Language, Sha256Digest};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A request, record or receipt of one office, ready to be printed.
///
/// Everything that a reader sees comes from here or from the message catalogues; nothing comes from a clock, a
/// file or a network. `casework` fills it from a case; this crate knows neither case nor form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestDocument {
    /// The title: *Request for legal assistance*.
    pub title: Label,
    /// What it is about, in one line.
    pub subject: Localized,
    /// Whether it is still being worked on. A draft says so on every page.
    pub state: State,
    /// Whether this is the copy that travels ahead of the sealed paper.
    pub copy: CopyKind,
    /// An exercise is marked on every page and binds nobody.
    pub exercise: bool,
    /// Asks for precedence; printed below the letter head.
    pub urgent: bool,
    /// When the document was made. It fixes every date in the file, so that the same input gives the same bytes.
    pub act: ActTime,
    /// The authority that writes; none for a sheet that speaks for no office.
    pub from: Option<Authority>,
    /// The authority that is written to; none for a record that stays in the file.
    pub to: Option<Authority>,
    /// Who passes it on, in order: a ministry, a diplomatic mission.
    pub through: Vec<Authority>,
    /// Register and reference numbers.
    pub references: Vec<Field>,
    /// What the reader must see first, in a frame: the ticket of an acknowledgement, the day on which data lapse.
    pub notice: Vec<Field>,
    /// The body, numbered in order.
    pub sections: Vec<Section>,
    /// What is attached, with its digest.
    pub annexes: Vec<Annex>,
    /// Places for signature and seal.
    pub signatures: Vec<Signatory>,
}

impl RequestDocument {
    /// The document itself as JSON with keys in fixed order: a twin for callers that have no other.
    pub fn to_twin(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).expect("plain values with text keys always serialise")
    }
}

/// Whether the document is still being worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Marked on every page; shows the standing of each legal basis.
    Draft,
    /// For signature: every legal basis is confirmed by a jurist.
    Issued,
}

/// Which of the two ways to the other state this print takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CopyKind {
    /// For signature and seal.
    Original,
    /// Sent ahead; the original follows.
    Advance,
    /// Printed from its twin to be read: by whoever received it, or in a language in which nobody approved it. It counts
    /// for nothing.
    Reading,
}

/// A text in the language in which it was written, and its translations where somebody attached them. One that is not
/// there in every language of a print is set once, across the columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localized {
    original: Language,
    texts: BTreeMap<Language, String>,
    /// A name, which is the same in every language.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    name: bool,
    /// The field whose words these are, where they may be edited on a print that can be read back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    field: Option<String>,
}

impl Localized {
    /// A text in one language.
    pub fn new(original: Language, text: impl Into<String>) -> Self {
        Self { texts: BTreeMap::from([(original.clone(), text.into())]), original, name: false, field: None }
    }

    /// A name: of a person, an office, a statute. It is the same in every language, and nobody misses a translation.
    pub fn name(original: Language, text: impl Into<String>) -> Self {
        Self { name: true, ..Self::new(original, text) }
    }

    /// The same with a translation.
    #[must_use]
    pub fn with(mut self, language: Language, text: impl Into<String>) -> Self {
        self.texts.insert(language, text.into());
        self
    }

    /// The same as the words of a field: letters, digits, dots, hyphens and underscores.
    #[must_use]
    pub fn of_field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// The field whose words these are.
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// Whether it is the same in every language.
    pub fn is_name(&self) -> bool {
        self.name
    }

    /// The language in which it was written.
    pub fn original(&self) -> &Language {
        &self.original
    }

    /// The text in `language`, if there is one.
    pub fn text(&self, language: &Language) -> Option<&str> {
        self.texts.get(language).map(String::as_str)
    }

    /// Every text with its language.
    pub fn texts(&self) -> impl Iterator<Item = (&Language, &str)> {
        self.texts.iter().map(|(language, text)| (language, text.as_str()))
    }
}

/// The name of a field, column, section or office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// A message of the catalogues.
    Key(String),
    /// A text that a form brings along.
    Text(Localized),
}

impl Label {
    /// The message `key` of the catalogues.
    pub fn key(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

/// A name and one or more values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// What it is.
    pub label: Label,
    /// The values, one a line.
    pub values: Vec<Value>,
}

impl Field {
    /// A field with one value.
    pub fn one(label: Label, value: Value) -> Self {
        Self { label, values: vec![value] }
    }
}

/// A value that is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// Words, perhaps translated.
    Text(Localized),
    /// One of a list of choices: a message of the catalogues.
    Choice(String),
    /// Something that is compared sign by sign: an address, an account, a number of a register, a hash.
    Identifier(String),
    /// A day.
    Date(Date),
    /// From a day to a day, both included.
    Period(Date, Date),
    /// A moment with its offset.
    Moment(ActTime),
    /// From a moment to a moment, each with its offset.
    Span(ActTime, ActTime),
    /// Money or a virtual asset.
    Amount(Amount),
    /// A count.
    Number(u64),
    /// A state.
    Country(Country),
    /// The name of a language.
    Language(Language),
    /// A message of the catalogues with values in it, on one line: `working copy No. 2`.
    Message {
        /// The message.
        key: String,
        /// Its values.
        values: BTreeMap<String, Value>,
    },
    /// Several values in one cell of a table, one a line; none leaves room to write.
    Several(Vec<Value>),
}

impl Value {
    /// The values of a cell, one a line.
    pub fn each(&self) -> &[Self] {
        if let Self::Several(values) = self { values } else { std::slice::from_ref(self) }
    }

    /// A value with its name before it, on one line.
    #[must_use]
    pub fn labelled(label: Self, value: Self) -> Self {
        let values = BTreeMap::from([("label".to_owned(), label), ("value".to_owned(), value)]);
        Self::Message { key: "document-labelled".to_owned(), values }
    }
}

/// An office of a state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// The state to which it belongs.
    pub country: Country,
    /// The name of the office.
    pub name: Localized,
    /// Street, town, telephone, mail.
    pub contact: Vec<Value>,
}

/// A part of the body under a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The heading.
    pub heading: Label,
    /// What stands below it, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A heading within the section, for the blocks after it.
    Heading(Label),
    /// Free text; an empty line begins a new paragraph.
    Text(Localized),
    /// A whole message of the catalogues, with named values.
    Message {
        /// The message.
        key: String,
        /// Its values.
        values: BTreeMap<String, Value>,
    },
    /// Names and values.
    Fields(Vec<Field>),
    /// Persons or things one by one, each with its own fields.
    Records(Vec<Vec<Field>>),
    /// A numbered list.
    List(Vec<Localized>),
    /// Rows and columns.
    Table(Table),
    /// The provisions that the request stands on.
    Basis(Vec<BasisRow>),
    /// A drawing.
    Figure(Figure),
}

/// Rows and columns, shared by both languages of a bilingual print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// What the table shows; read aloud to those who cannot see it.
    pub caption: Label,
    /// The names of the columns.
    pub columns: Vec<Label>,
    /// The cells, as many in each row as there are columns.
    pub rows: Vec<Vec<Value>>,
}

/// One provision that the request stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasisRow {
    /// The treaty, law or understanding.
    pub instrument: Localized,
    /// Its articles: `18(3)(f)`.
    pub articles: Vec<String>,
    /// What it provides here.
    pub provides: Label,
    /// Whether a jurist stands for it.
    pub standing: Standing,
}

/// Whether a jurist stands for a legal fact. The print of an issued request carries none of this; the log does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Confirmed or overruled by a named jurist, as an entry of the case.
    Confirmed,
    /// As the law pack has it.
    Unconfirmed {
        /// The source of the fact.
        source: String,
        /// The date of that source, or none if it is unknown.
        source_date: Option<Date>,
        /// How sure the pack is of it.
        confidence: String,
    },
}

/// Something attached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Annex {
    /// What it is.
    pub title: Localized,
    /// The name of the file.
    pub file: String,
    /// Its length in bytes.
    pub length: u64,
    /// Its digest.
    pub sha256: Sha256Digest,
}

/// A drawing as SVG, for example the flow of a trace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The drawing. Text in it should ask for the family `Noto Sans`.
    pub svg: String,
    /// What stands below it.
    pub caption: Label,
    /// What it shows, for those who cannot see it.
    pub alt: Localized,
}

/// A place for a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// In which role: *on behalf of the requesting authority*, *translator*.
    pub role: Label,
    /// The name, where it is known before signing.
    pub name: Option<Localized>,
    /// The office held.
    pub position: Option<Localized>,
    /// Whether a seal is put beside it.
    pub seal: bool,
}

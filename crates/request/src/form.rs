//! A form as data: sections, fields, limits, conditions. The schema is documented in `packs/forms/README.md`.

use comity_record::Sha256Digest;
use serde::{Deserialize, Serialize};

/// Fields of one form; a longer one nobody fills.
pub const MAX_FIELDS: usize = 200;
/// Letters of one text; what is longer is an annex.
pub const MAX_CHARS: usize = 20_000;
/// Letters of a text whose form sets no limit.
pub const DEFAULT_CHARS: usize = 2_000;
/// Values of one list.
pub const MAX_ITEMS: usize = 500;
/// Values of a list whose form sets no limit.
pub const DEFAULT_ITEMS: usize = 50;

/// A request form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Its name.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// The law pack's measure that it asks for.
    pub measure: String,
    /// Key of its title.
    pub title: String,
    /// Key of the sentence on when to use it.
    pub about: String,
    /// What the print leaves room for.
    pub places: Vec<Place>,
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// Its fields, in order.
    pub fields: Vec<Field>,
    /// SHA-256 of the file that it was read from.
    pub digest: Sha256Digest,
}

impl Form {
    /// The field of that name.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.id == id)
    }

    /// Every message key that the form uses, for the check of catalogues.
    pub fn message_keys(&self) -> Vec<String> {
        let mut keys = vec![self.title.clone(), self.about.clone()];
        keys.extend(self.sections.iter().map(|s| s.label.clone()));
        for field in &self.fields {
            keys.extend([field.label.clone(), field.guidance.clone()]);
            keys.extend(field.values.iter().map(|v| format!("request-value-{v}")));
        }
        keys.extend(self.places.iter().map(|p| p.label().to_owned()));
        keys.sort();
        keys.dedup();
        keys
    }
}

/// A part of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its name.
    pub id: String,
    /// Key of its heading.
    pub label: String,
}

/// What the print leaves room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The signature.
    Signature,
    /// The official seal.
    Seal,
    /// The number of the outgoing register.
    RegisterNumber,
    /// The stamp of receipt.
    DateReceived,
}

impl Place {
    /// Key of its label.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Signature => "request-place-signature",
            Self::Seal => "request-place-seal",
            Self::RegisterNumber => "request-place-register-number",
            Self::DateReceived => "request-place-date-received",
        }
    }
}

/// One question of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name.
    pub id: String,
    /// Its section.
    pub section: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: FieldKind,
    /// Whether it holds several.
    #[serde(default)]
    pub list: bool,
    /// Whether it must be filled.
    pub required: Required,
    /// Under which conditions, if not always.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// Key of its label.
    pub label: String,
    /// Key of its help.
    pub guidance: String,
    /// The law pack's content that it gives.
    #[serde(default)]
    pub content_field: Option<String>,
    /// The law pack's contents that it gives, if several.
    #[serde(default)]
    pub content_fields: Vec<String>,
    /// What the case fills in first.
    #[serde(default)]
    pub from_case: Option<FromCase>,
    /// The field that should say why.
    #[serde(default)]
    pub reason_field: Option<String>,
    /// Most letters of a text.
    #[serde(default)]
    pub max_chars: Option<usize>,
    /// Fewest values of a list.
    #[serde(default)]
    pub min_items: Option<usize>,
    /// Most values of a list.
    #[serde(default)]
    pub max_items: Option<usize>,
    /// Least number.
    #[serde(default)]
    pub min: Option<i64>,
    /// Greatest number.
    #[serde(default)]
    pub max: Option<i64>,
    /// The values to choose from.
    #[serde(default)]
    pub values: Vec<String>,
    /// Most days of a period.
    #[serde(default)]
    pub max_days: Option<u32>,
    /// Days beyond which a period may be overbroad.
    #[serde(default)]
    pub warn_days: Option<u32>,
    /// Kinds of identifiers that are taken; all if none is named.
    #[serde(default)]
    pub kinds: Vec<String>,
}

impl Field {
    /// Every content of the law pack that the field gives.
    pub fn contents(&self) -> impl Iterator<Item = &str> {
        self.content_field.iter().chain(&self.content_fields).map(String::as_str)
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "one for one the variants of `Value`, documented there")]
pub enum FieldKind {
    Text,
    Choice,
    Flag,
    Number,
    Date,
    Period,
    Amount,
    Authority,
    Signatory,
    Party,
    Identifier,
    Offence,
    Item,
    Exhibit,
    Finding,
    Ticket,
    Way,
}

/// Whether a field must be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Required {
    /// In every request.
    Always,
    /// In none.
    Never,
    /// If all its conditions hold.
    When,
}

/// What must hold for a field to be required. Exactly one question of the four is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The field that is looked at.
    #[serde(default)]
    pub field: Option<String>,
    /// It has a value, or has none.
    #[serde(default)]
    pub present: Option<bool>,
    /// Its choice or flag is this.
    #[serde(default)]
    pub equals: Option<String>,
    /// Its list of ways names this one.
    #[serde(default)]
    pub has_way: Option<String>,
    /// Whether any instrument is known to oblige.
    #[serde(default)]
    pub obligation: Option<ObligationIs>,
}

/// Whether any instrument is known to oblige the requested State.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ObligationIs {
    /// None is.
    None,
    /// At least one is.
    Some,
}

/// What the case can fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names of the fields of `CaseFacts`, documented there")]
pub enum FromCase {
    OwnAuthority,
    Addressee,
    ConductingAuthority,
    Signatory,
    Provider,
    Persons,
    Offences,
    Accounts,
    Period,
    Damage,
    Findings,
    Exhibits,
    Tickets,
}

impl FromCase {
    /// The kind of field that it fills, and whether that is a list.
    pub(crate) const fn fills(self) -> (FieldKind, bool) {
        match self {
            Self::OwnAuthority | Self::Addressee | Self::ConductingAuthority => (FieldKind::Authority, false),
            Self::Signatory => (FieldKind::Signatory, false),
            Self::Provider => (FieldKind::Party, false),
            Self::Persons => (FieldKind::Party, true),
            Self::Offences => (FieldKind::Offence, true),
            Self::Accounts => (FieldKind::Identifier, true),
            Self::Period => (FieldKind::Period, false),
            Self::Damage => (FieldKind::Amount, false),
            Self::Findings => (FieldKind::Finding, true),
            Self::Exhibits => (FieldKind::Exhibit, true),
            Self::Tickets => (FieldKind::Ticket, true),
        }
    }
}

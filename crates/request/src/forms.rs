//! Reads the pack of forms and refuses what a drafter could not fill.

use std::collections::{BTreeMap, BTreeSet};

use comity_law::Law;
use comity_record::pack::{MANIFEST, Pack};
use comity_record::{Coded, Sha256Digest};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::form::{
    Condition, Field, FieldKind, Form, MAX_CHARS, MAX_FIELDS, MAX_ITEMS, Place, Required, Section,
};
use crate::lines::read_toml;
use crate::platforms::{PLATFORMS_FILE, Platforms};

/// Bytes of one form; the longest of ours has a tenth.
pub const MAX_FORM_BYTES: usize = 128 << 10;
/// Longest name of a form, section or field, and longest message key.
pub const MAX_NAME: usize = 80;

/// A form that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormError {
    /// The file is over [`MAX_FORM_BYTES`].
    #[error("{file} is larger than {MAX_FORM_BYTES} bytes")]
    TooLarge {
        /// The file.
        file: String,
    },
    /// The file is not a form in TOML.
    #[error("{file}, line {line}: {cause}")]
    Syntax {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What the reader says.
        cause: String,
    },
    /// Something in the form does not fit the rest.
    #[error("{file}, {place}: {fault}")]
    Fault {
        /// The file.
        file: String,
        /// The section, field or key.
        place: String,
        /// What is wrong.
        fault: Fault,
    },
    /// Two forms have one name.
    #[error("two forms are called {id:?}")]
    Twice {
        /// The name.
        id: String,
    },
}

/// What does not fit in a form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// A name or key of letters that are not allowed.
    #[error("{0:?} is not a name of lower-case letters, digits and the one separator that is allowed there")]
    Name(String),
    /// There are two of that name.
    #[error("there are two of that name")]
    Twice,
    /// It names a section, field, measure or content that is nowhere.
    #[error("{0:?} is nowhere")]
    Dangling(String),
    /// A limit that contradicts another or is beyond the highest.
    #[error("the limit {0} cannot be kept")]
    Limit(&'static str),
    /// A key that the field's type does not take, or one that it needs.
    #[error("{0} does not go with this type of field")]
    Misplaced(&'static str),
    /// A pattern that cannot be read, or is longer or more complicated than is allowed.
    #[error("{0:?} is not a pattern that can be used")]
    Pattern(String),
    /// Conditions without `required = "when"`, or the other way round, or one that asks not exactly one thing.
    #[error("the conditions do not say exactly one thing each, or are there without need")]
    Conditions,
    /// More than [`MAX_FIELDS`] fields, or none.
    #[error("a form has 1 to {MAX_FIELDS} fields, and at least one section")]
    Size,
}

impl Coded for FormError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "request-form-too-large",
            Self::Syntax { .. } => "request-form-syntax",
            Self::Twice { .. } => "request-form-twice",
            Self::Fault { fault, .. } => match fault {
                Fault::Name(_) => "request-form-name",
                Fault::Twice => "request-form-name-twice",
                Fault::Dangling(_) => "request-form-dangling",
                Fault::Limit(_) => "request-form-limit",
                Fault::Misplaced(_) => "request-form-misplaced",
                Fault::Pattern(_) => "request-form-pattern",
                Fault::Conditions => "request-form-conditions",
                Fault::Size => "request-form-size",
            },
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { file } => vec![("file", file.clone()), ("most", MAX_FORM_BYTES.to_string())],
            Self::Syntax { file, line, cause } => {
                vec![("file", file.clone()), ("line", line.to_string()), ("cause", cause.clone())]
            }
            Self::Twice { id } => vec![("id", id.clone())],
            Self::Fault { file, place, fault } => {
                let value = match fault {
                    Fault::Name(text) | Fault::Dangling(text) | Fault::Pattern(text) => text.clone(),
                    Fault::Limit(key) | Fault::Misplaced(key) => (*key).to_owned(),
                    Fault::Twice | Fault::Conditions | Fault::Size => String::new(),
                };
                vec![("file", file.clone()), ("place", place.clone()), ("value", value)]
            }
        }
    }
}

/// The forms of a pack, by name.
#[derive(Clone, Debug)]
pub struct Forms {
    by_name: BTreeMap<String, Form>,
    platforms: Platforms,
    digest: Sha256Digest,
}

impl Forms {
    /// Reads every form of a pack, and checks it against the law pack that says what measures and contents there
    /// are.
    ///
    /// # Errors
    /// Tells the first thing that is wrong, with its file and place.
    pub fn from_pack(pack: &Pack, law: &Law) -> Result<Self, FormError> {
        let mut forms = BTreeMap::new();
        let is_form = |path: &str| {
            !matches!(path, MANIFEST | PLATFORMS_FILE)
                && std::path::Path::new(path).extension().is_some_and(|e| e == "toml")
        };
        for (path, bytes) in pack.files().filter(|(path, _)| is_form(path)) {
            let form = read(path, bytes)?;
            check_law(path, &form, law)?;
            if let Some(form) = forms.insert(form.id.clone(), form) {
                return Err(FormError::Twice { id: form.id });
            }
        }
        let platforms = pack.file(PLATFORMS_FILE);
        let platforms = platforms.map(|bytes| Platforms::read(PLATFORMS_FILE, bytes)).transpose()?;
        Ok(Self { by_name: forms, platforms: platforms.unwrap_or_default(), digest: pack.digest() })
    }

    /// The form of that name.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.by_name.get(id)
    }

    /// All forms, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Form> {
        self.by_name.values()
    }

    /// The ledgers and platforms that the pack knows.
    pub fn platforms(&self) -> &Platforms {
        &self.platforms
    }

    /// The digest of the pack.
    pub fn digest(&self) -> Sha256Digest {
        self.digest
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormFile {
    form: FormHead,
    section: Vec<Section>,
    field: Vec<Field>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormHead {
    id: String,
    version: u32,
    measure: String,
    title: String,
    about: String,
    places: Vec<Place>,
}

/// Reads one form from the bytes of its file.
///
/// # Errors
/// Tells what is wrong, with the line or the field. Measures and contents are checked by [`Forms::from_pack`].
pub fn read(file: &str, bytes: &[u8]) -> Result<Form, FormError> {
    let parsed: FormFile = Source { file, bytes }.parse()?;
    let FormHead { id, version, measure, title, about, places } = parsed.form;
    let digest = Sha256Digest::of(bytes);
    let form = Form {
        id,
        version,
        measure,
        title,
        about,
        places,
        sections: parsed.section,
        fields: parsed.field,
        digest,
    };
    match faults(&form).into_iter().next() {
        Some((place, fault)) => Err(FormError::Fault { file: file.to_owned(), place, fault }),
        None => Ok(form),
    }
}

/// A file of the pack.
pub(crate) struct Source<'s> {
    pub(crate) file: &'s str,
    pub(crate) bytes: &'s [u8],
}

impl Source<'_> {
    /// Reads the file as TOML.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T, FormError> {
        let Self { file, bytes } = self;
        if bytes.len() > MAX_FORM_BYTES {
            return Err(FormError::TooLarge { file: (*file).to_owned() });
        }
        read_toml(bytes).map_err(|(line, cause)| FormError::Syntax { file: (*file).to_owned(), line, cause })
    }
}

fn check_law(file: &str, form: &Form, law: &Law) -> Result<(), FormError> {
    let dangling = |place: &str, id: &str| FormError::Fault {
        file: file.to_owned(),
        place: place.to_owned(),
        fault: Fault::Dangling(id.to_owned()),
    };
    if !law.measures().any(|m| m.data.id == form.measure) {
        return Err(dangling("measure", &form.measure));
    }
    for field in &form.fields {
        for content in field.contents() {
            if !law.content_fields().any(|c| c.data.id == content) {
                return Err(dangling(&field.id, content));
            }
        }
    }
    Ok(())
}

/// Everything in the form that does not fit, in the order of the file.
fn faults(form: &Form) -> Vec<(String, Fault)> {
    let mut found = vec![];
    let mut fault = |place: &str, fault: Fault| found.push((place.to_owned(), fault));
    if form.fields.is_empty() || form.fields.len() > MAX_FIELDS || form.sections.is_empty() {
        fault("form", Fault::Size);
    }
    if form.version == 0 {
        fault("version", Fault::Limit("version"));
    }
    for (place, name, separator) in
        [("id", &form.id, '-'), ("title", &form.title, '-'), ("about", &form.about, '-')]
    {
        if !is_name(name, separator) {
            fault(place, Fault::Name(short(name)));
        }
    }
    let mut sections = BTreeSet::new();
    for section in &form.sections {
        if !is_name(&section.id, '-') || !is_name(&section.label, '-') {
            fault(&section.id, Fault::Name(short(&section.id)));
        }
        if !sections.insert(section.id.as_str()) {
            fault(&section.id, Fault::Twice);
        }
    }
    let mut fields = BTreeSet::new();
    for field in &form.fields {
        if !fields.insert(field.id.as_str()) {
            fault(&field.id, Fault::Twice);
        }
        if !sections.contains(field.section.as_str()) {
            fault(&field.id, Fault::Dangling(short(&field.section)));
        }
        field_faults(form, field, &mut fault);
    }
    found
}

fn field_faults(form: &Form, field: &Field, fault: &mut impl FnMut(&str, Fault)) {
    let place = field.id.as_str();
    if !is_name(place, '_') {
        fault(place, Fault::Name(short(place)));
    }
    for key in [&field.label, &field.guidance].into_iter().chain(&field.values) {
        if !is_name(key, '-') {
            fault(place, Fault::Name(short(key)));
        }
    }
    let there = |id: &str| form.fields.iter().any(|f| f.id == id);
    if let Some(reason) = field.reason_field.as_ref().filter(|id| !there(id)) {
        fault(place, Fault::Dangling(short(reason)));
    }
    if field.max_chars.is_some_and(|n| n == 0 || n > MAX_CHARS) {
        fault(place, Fault::Limit("max_chars"));
    }
    let most = field.max_items.unwrap_or(crate::form::DEFAULT_ITEMS);
    if most == 0 || most > MAX_ITEMS || field.min_items.unwrap_or(0) > most {
        fault(place, Fault::Limit("max_items"));
    }
    if field.min.zip(field.max).is_some_and(|(least, most)| least > most) {
        fault(place, Fault::Limit("min"));
    }
    if field.warn_days.zip(field.max_days).is_some_and(|(warn, most)| warn > most) {
        fault(place, Fault::Limit("warn_days"));
    }
    let kind = field.kind;
    for (key, there, fits) in [
        ("max_chars", field.max_chars.is_some(), kind == FieldKind::Text),
        ("min_items", field.min_items.is_some() || field.max_items.is_some(), field.list),
        ("min", field.min.is_some() || field.max.is_some(), kind == FieldKind::Number),
        ("values", !field.values.is_empty(), kind == FieldKind::Choice),
        ("max_days", field.max_days.is_some() || field.warn_days.is_some(), kind == FieldKind::Period),
        ("kinds", !field.kinds.is_empty(), kind == FieldKind::Identifier),
    ] {
        if there && !fits {
            fault(place, Fault::Misplaced(key));
        }
    }
    if kind == FieldKind::Choice && field.values.is_empty() {
        fault(place, Fault::Misplaced("values"));
    }
    if field.from_case.is_some_and(|from| from.fills() != (kind, field.list)) {
        fault(place, Fault::Misplaced("from_case"));
    }
    let conditions = field.when.iter().all(|c| condition_fits(form, c));
    if (field.required == Required::When) == field.when.is_empty() || !conditions {
        fault(place, Fault::Conditions);
    }
}

/// A condition asks exactly one thing, of a field that can answer it.
fn condition_fits(form: &Form, condition: &Condition) -> bool {
    let asked = [
        condition.present.is_some(),
        condition.equals.is_some(),
        condition.has_way.is_some(),
        condition.obligation.is_some(),
    ];
    let one = asked.iter().filter(|a| **a).count() == 1;
    let field = condition.field.as_ref().map(|id| form.field(id));
    one && match field {
        None => condition.obligation.is_some(),
        Some(None) => false,
        Some(Some(field)) => match (&condition.equals, &condition.has_way) {
            (Some(value), _) if field.kind == FieldKind::Choice => field.values.contains(value),
            (Some(value), _) => field.kind == FieldKind::Flag && matches!(value.as_str(), "yes" | "no"),
            (None, Some(_)) => field.kind == FieldKind::Way,
            (None, None) => condition.obligation.is_none(),
        },
    }
}

/// Whether a text is a name: lower-case letters and digits in parts with one separator between them.
pub(crate) fn is_name(text: &str, separator: char) -> bool {
    text.len() <= MAX_NAME
        && text.split(separator).all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// The beginning of a text, to be told back.
pub(crate) fn short(text: &str) -> String {
    text.chars().take(MAX_NAME).collect()
}

//! A request being written, its versions, and what must be there before one is issued.

use std::collections::BTreeMap;

use comity_law::{Basis, OffenceAsked, Question, Reason};
use comity_record::cbor::{self, CborError};
use comity_record::{Amount, Coded, Language, OfficerId, Sha256Digest};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::check::Verdict;
use crate::confirm::Clearance;
use crate::form::{FieldKind, Form, FromCase, Place};
use crate::identifier::Identifier;
use crate::value::{Authority, Document, Offence, Party, Period, Signatory, TicketRef, Value, WayChosen};

/// The version of what [`RequestVersion`] writes.
pub const VERSION_SCHEMA: u16 = 1;

/// What the case knows that a form may need. Everything may be absent; nothing is made up for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CaseFacts {
    /// The authority that asks.
    pub own_authority: Option<Authority>,
    /// The authority that is asked.
    pub addressee: Option<Authority>,
    /// The authority that conducts the proceedings.
    pub conducting_authority: Option<Authority>,
    /// The official who signs.
    pub signatory: Option<Signatory>,
    /// The provider or other holder of the data.
    pub provider: Option<Party>,
    /// The persons and bodies concerned.
    pub persons: Vec<Party>,
    /// The offences.
    pub offences: Vec<Offence>,
    /// Addresses, transactions and accounts.
    pub accounts: Vec<Identifier>,
    /// The time of the conduct.
    pub period: Option<Period>,
    /// The damage.
    pub damage: Option<Amount>,
    /// Results, such as traces.
    pub findings: Vec<Document>,
    /// Exhibits.
    pub exhibits: Vec<Document>,
    /// Earlier preservations.
    pub tickets: Vec<TicketRef>,
}

impl CaseFacts {
    /// The value for a field, if the case has one.
    fn value(&self, from: FromCase) -> Option<Value> {
        fn list<T: Clone>(items: &[T], value: impl Fn(T) -> Value) -> Option<Value> {
            (!items.is_empty()).then(|| Value::List(items.iter().cloned().map(value).collect()))
        }
        match from {
            FromCase::OwnAuthority => self.own_authority.clone().map(Value::Authority),
            FromCase::Addressee => self.addressee.clone().map(Value::Authority),
            FromCase::ConductingAuthority => self.conducting_authority.clone().map(Value::Authority),
            FromCase::Signatory => self.signatory.clone().map(Value::Signatory),
            FromCase::Provider => self.provider.clone().map(Value::Party),
            FromCase::Persons => list(&self.persons, Value::Party),
            FromCase::Offences => list(&self.offences, Value::Offence),
            FromCase::Accounts => list(&self.accounts, Value::Identifier),
            FromCase::Period => self.period.clone().map(Value::Period),
            FromCase::Damage => self.damage.map(Value::Amount),
            FromCase::Findings => list(&self.findings, Value::Finding),
            FromCase::Exhibits => list(&self.exhibits, Value::Exhibit),
            FromCase::Tickets => list(&self.tickets, Value::Ticket),
        }
    }
}

/// A request being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The name of its form.
    pub form: String,
    /// SHA-256 of the form's file.
    pub form_digest: Sha256Digest,
    /// Who asks whom for what, on which day, about which offences.
    pub question: Question,
    /// The instruments that it cites, by id, first the main one.
    pub cited: Vec<String>,
    /// The language in which its texts are written.
    pub language: Language,
    /// The language of the other side, into which it is translated, if any.
    pub translation: Option<Language>,
    /// Whether it belongs to an exercise.
    pub exercise: bool,
    /// The values, by field.
    pub values: BTreeMap<String, Value>,
    /// What its texts say in the language of the other side, by the text as its author wrote it. A text that is changed
    /// has no translation any more.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<String, String>,
}

/// Where something stands in a draft: a field, in a list with the place from 1, of a composed value with the part:
/// `facts`, `actions_wanted.2`, `items_wanted.2.link`.
pub(crate) struct FieldPath<'a> {
    pub(crate) field: &'a str,
    /// From 0.
    pub(crate) at: Option<usize>,
    pub(crate) part: Option<&'a str>,
}

impl<'a> FieldPath<'a> {
    pub(crate) fn of(path: &'a str) -> Self {
        let (field, rest) = path.split_once('.').unwrap_or((path, ""));
        let (first, part) = rest.split_once('.').unwrap_or((rest, ""));
        let at = first.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let part = if at.is_some() { part } else { rest };
        Self { field, at, part: Some(part).filter(|part| !part.is_empty()) }
    }
}

impl Draft {
    /// An empty draft for a form.
    pub fn begin(form: &Form, question: Question, language: Language, exercise: bool) -> Self {
        Self {
            form: form.id.clone(),
            form_digest: form.digest,
            question,
            cited: vec![],
            language,
            translation: None,
            exercise,
            values: BTreeMap::new(),
            translations: BTreeMap::new(),
        }
    }

    /// The texts that stay in the language of the draft until somebody translates them, each once.
    pub fn prose(&self) -> Vec<&str> {
        let mut seen = std::collections::BTreeSet::new();
        self.values.values().flat_map(Value::prose).filter(|text| seen.insert(*text)).collect()
    }

    /// The words of a field that holds a text, of a place in a list, from 1, or of a part of a value: `facts`,
    /// `actions_wanted.2`, `items_wanted.2.link`. None where no words are.
    pub fn text_at(&self, path: &str) -> Option<&str> {
        let place = FieldPath::of(path);
        let mut value = self.values.get(place.field)?;
        if let Some(at) = place.at {
            let Value::List(items) = value else { return None };
            value = items.get(at)?;
        }
        match (place.part, value) {
            (None, Value::Text(text)) => Some(text),
            (None, _) => None,
            (Some(part), value) => value.part(part),
        }
    }

    /// The same, to be changed.
    pub(crate) fn text_at_mut(&mut self, path: &str) -> Option<&mut String> {
        let place = FieldPath::of(path);
        let mut value = self.values.get_mut(place.field)?;
        if let Some(at) = place.at {
            let Value::List(items) = value else { return None };
            value = items.get_mut(at)?;
        }
        match (place.part, value) {
            (None, Value::Text(text)) => Some(text),
            (None, _) => None,
            (Some(part), value) => value.part_mut(part),
        }
    }

    /// Lets go of translations of what the draft does not say any more.
    pub fn forget_translations(&mut self) {
        let prose: std::collections::BTreeSet<String> = match self.translation {
            Some(_) => self.prose().into_iter().map(str::to_owned).collect(),
            None => [].into(),
        };
        self.translations.retain(|text, _| prose.contains(text));
    }

    /// Fills what the case knows into fields that are still empty; what a person wrote is left alone.
    pub fn fill(&mut self, form: &Form, facts: &CaseFacts) {
        for field in &form.fields {
            let empty = self.values.get(&field.id).is_none_or(|v| !v.is_present());
            if let Some(value) = field.from_case.filter(|_| empty).and_then(|from| facts.value(from)) {
                self.values.insert(field.id.clone(), value);
            }
        }
    }

    /// Asks the law about the offences that the draft names, if it names any. What the question already says of an
    /// offence of the same category stays.
    pub fn ask_about_its_offences(&mut self) {
        let mut asked: Vec<OffenceAsked> = vec![];
        for value in self.values.values().flat_map(Value::each) {
            let Value::Offence(offence) = value else { continue };
            if asked.iter().any(|a| a.category == offence.category && a.max_penalty == offence.max_penalty) {
                continue;
            }
            let known = self.question.offences.iter().find(|a| a.category == offence.category).cloned();
            let known = known.unwrap_or_else(|| OffenceAsked::of(&offence.category));
            asked.push(OffenceAsked { max_penalty: offence.max_penalty, ..known });
        }
        if !asked.is_empty() {
            self.question.offences = asked;
        }
    }

    /// The value of a field, if there is anything in it.
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.values.get(field).filter(|v| v.is_present())
    }

    /// The ways that the draft chose, in all its fields.
    pub fn ways(&self) -> impl Iterator<Item = &WayChosen> {
        self.values.values().flat_map(Value::each).filter_map(|value| match value {
            Value::Way(way) => Some(way),
            _ => None,
        })
    }
}

/// A version of a request: what is approved, issued and printed. Its digest covers every word of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestVersion {
    /// [`VERSION_SCHEMA`].
    pub schema: u16,
    /// The reference under which the office keeps the request.
    pub reference: String,
    /// 1 for the first version.
    pub number: u32,
    /// The digest of the version before.
    pub previous: Option<Sha256Digest>,
    /// The digest of the law pack that answered.
    pub law_pack: Sha256Digest,
    /// Whether any instrument obliges: the reason code of the law answer.
    pub obligation: Reason,
    /// The instruments that it cites, with what is cited.
    pub basis: Vec<CitedInstrument>,
    /// The ways that it names where nothing obliges.
    pub ways: Vec<NamedWay>,
    /// Key of the form's title.
    pub title: String,
    /// What is shown, in the order of print: a label that were changed would change what is asked.
    pub sections: Vec<ShownSection>,
    /// What the print leaves room for.
    pub places: Vec<Place>,
    /// The draft.
    pub draft: Draft,
}

/// A section of the print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShownSection {
    /// Its name.
    pub id: String,
    /// Key of its heading.
    pub label: String,
    /// Its fields that have a value, in the order of print.
    pub fields: Vec<ShownField>,
}

/// A field of the print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShownField {
    /// Its name; its value is `draft.values[id]`.
    pub id: String,
    /// Key of its label.
    pub label: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: FieldKind,
    /// Whether it holds several.
    pub list: bool,
}

/// An instrument as a request cites it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CitedInstrument {
    /// The law pack's id.
    pub instrument: String,
    /// Its usual name.
    pub short_name: String,
    /// Its official name, or `unknown`.
    pub official_name: String,
    /// The articles, for the measure.
    pub articles: Vec<String>,
    /// Whether they provide for the measure, carry it, or only let it be asked for.
    pub reason: Reason,
}

/// A way as a request names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedWay {
    /// The way.
    pub way: WayChosen,
    /// The name of the instrument, network or law.
    pub name: String,
    /// The provisions to point to.
    pub provisions: Vec<String>,
}

impl RequestVersion {
    /// Freezes a draft. What the law answer has no candidate or way for is left out; [`crate::check()`] has said so.
    pub fn freeze(
        form: &Form,
        reference: &str,
        number: u32,
        previous: Option<Sha256Digest>,
        draft: Draft,
        basis: &Basis,
    ) -> Self {
        let cited = draft.cited.iter().filter_map(|id| basis.candidate(id)).map(|c| CitedInstrument {
            instrument: c.instrument.clone(),
            short_name: c.short_name.value().clone(),
            official_name: c.official_name.clone(),
            articles: c.provision.value().articles.iter().map(|a| a.article.clone()).collect(),
            reason: c.provision.value().reason,
        });
        let ways = draft.ways().filter_map(|chosen| {
            let remaining = crate::check::remaining(basis, chosen)?.value();
            Some(NamedWay {
                way: chosen.clone(),
                name: remaining.name.clone(),
                provisions: remaining.provisions.clone(),
            })
        });
        let fields = |section: &str| {
            let own = form.fields.iter().filter(|f| f.section == section);
            own.filter(|f| draft.value(&f.id).is_some())
                .map(|f| ShownField { id: f.id.clone(), label: f.label.clone(), kind: f.kind, list: f.list })
                .collect::<Vec<_>>()
        };
        let sections = form.sections.iter().map(|s| ShownSection {
            id: s.id.clone(),
            label: s.label.clone(),
            fields: fields(&s.id),
        });
        Self {
            schema: VERSION_SCHEMA,
            reference: reference.to_owned(),
            number,
            previous,
            law_pack: basis.pack,
            obligation: basis.obligation.reason,
            basis: cited.collect(),
            ways: ways.collect(),
            title: form.title.clone(),
            sections: sections.filter(|s| !s.fields.is_empty()).collect(),
            places: form.places.clone(),
            draft,
        }
    }

    /// The exhibits and findings of the shown fields, in the order of print.
    pub fn annexes(&self) -> Vec<Document> {
        let fields = self.sections.iter().flat_map(|s| &s.fields);
        let values = fields.filter_map(|f| self.draft.value(&f.id)).flat_map(Value::each);
        values
            .filter_map(|value| match value {
                Value::Exhibit(document) | Value::Finding(document) => Some(document.clone()),
                _ => None,
            })
            .collect()
    }

    /// Whether every value is shown once, and nothing else is.
    pub fn shows_all(&self) -> bool {
        let mut shown: Vec<&str> =
            self.sections.iter().flat_map(|s| &s.fields).map(|f| f.id.as_str()).collect();
        shown.sort_unstable();
        let values = self.draft.values.iter().filter(|(_, v)| v.is_present());
        let prose = self.draft.prose();
        let translates = |text: &String| self.draft.translation.is_some() && prose.contains(&text.as_str());
        shown.iter().copied().eq(values.map(|(id, _)| id.as_str()))
            && self.draft.translations.keys().all(translates)
    }

    /// The canonical bytes of the version.
    ///
    /// # Errors
    /// Fails only for a version beyond the limits of canonical CBOR, which a checked draft never is.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CborError> {
        cbor::to_canonical(self)
    }

    /// What an approval binds.
    ///
    /// # Errors
    /// As [`Self::to_bytes`].
    pub fn digest(&self) -> Result<Sha256Digest, CborError> {
        self.to_bytes().map(|bytes| Sha256Digest::of(&bytes))
    }
}

/// That an officer approved one version, to the letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// The digest of the version.
    pub version: Sha256Digest,
    /// Who.
    pub by: OfficerId,
    /// When.
    pub day: Date,
}

/// Why a version cannot be issued yet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Obstacle {
    /// Fields are wrong or missing.
    #[error("{0} fields are wrong or missing")]
    Fields(usize),
    /// Contents that a cited instrument demands are missing.
    #[error("{0} contents are missing that a cited instrument demands")]
    Contents(usize),
    /// Facts relied on are neither confirmed nor overruled.
    #[error("{0} legal facts are neither confirmed nor overruled by a jurist")]
    Unconfirmed(usize),
    /// A jurist said that a fact relied on is wrong.
    #[error("{0} legal facts were rejected by a jurist")]
    Rejected(usize),
    /// Nobody approved this version.
    #[error("nobody approved this version")]
    NotApproved,
    /// The officer who drafted it approved it, and nobody else did.
    #[error("only the officer who drafted the version approved it")]
    ApprovedByDrafter,
    /// The version is beyond a limit.
    #[error("the version cannot be written down")]
    TooLarge,
    /// The check was made for another draft, or with another law pack.
    #[error("the check was made for another draft or law pack")]
    OtherDraft,
}

impl Coded for Obstacle {
    fn code(&self) -> &'static str {
        match self {
            Self::Fields(_) => "request-issue-fields",
            Self::Contents(_) => "request-issue-contents",
            Self::Unconfirmed(_) => "request-issue-unconfirmed",
            Self::Rejected(_) => "request-issue-rejected",
            Self::NotApproved => "request-issue-not-approved",
            Self::ApprovedByDrafter => "request-issue-approved-by-drafter",
            Self::TooLarge => "request-issue-too-large",
            Self::OtherDraft => "request-issue-other-draft",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Fields(n) | Self::Contents(n) | Self::Unconfirmed(n) | Self::Rejected(n) => {
                vec![("count", n.to_string())]
            }
            _ => vec![],
        }
    }
}

/// That a version may be issued. Only [`ready_to_issue`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadyToIssue {
    version: Sha256Digest,
}

impl ReadyToIssue {
    /// The digest of the version that may be issued.
    pub fn version(&self) -> Sha256Digest {
        self.version
    }
}

/// Whether a version may be issued: complete, every uncertain fact cleared, approved by another officer.
///
/// # Errors
/// Tells every obstacle, not only the first.
pub fn ready_to_issue(
    version: &RequestVersion,
    verdict: &Verdict,
    clearance: &Clearance,
    drafted_by: OfficerId,
    approvals: &[Approval],
) -> Result<ReadyToIssue, Vec<Obstacle>> {
    let Ok(digest) = version.digest() else { return Err(vec![Obstacle::TooLarge]) };
    let mut obstacles = vec![];
    if verdict.draft != draft_digest(&version.draft) || verdict.law_pack != version.law_pack {
        obstacles.push(Obstacle::OtherDraft);
    }
    let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let counted = [
        (count(verdict.errors), Obstacle::Fields as fn(usize) -> Obstacle),
        (count(verdict.missing), Obstacle::Contents),
        (clearance.open_for(verdict).count(), Obstacle::Unconfirmed),
        (clearance.rejected_for(verdict).count(), Obstacle::Rejected),
    ];
    obstacles.extend(counted.into_iter().filter(|(n, _)| *n > 0).map(|(n, obstacle)| obstacle(n)));
    let mut of_this = approvals.iter().filter(|a| a.version == digest).peekable();
    if of_this.peek().is_none() {
        obstacles.push(Obstacle::NotApproved);
    } else if of_this.all(|a| a.by == drafted_by) {
        obstacles.push(Obstacle::ApprovedByDrafter);
    }
    if obstacles.is_empty() { Ok(ReadyToIssue { version: digest }) } else { Err(obstacles) }
}

/// Names a draft, so that a check is not taken for another one's. A draft beyond all limits has no name of its own.
pub(crate) fn draft_digest(draft: &Draft) -> Option<Sha256Digest> {
    cbor::to_canonical(draft).ok().map(|bytes| Sha256Digest::of(&bytes))
}

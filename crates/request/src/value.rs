//! What a field holds: plain values that `casework` hands in and `document` prints.

use comity_law::Term;
use comity_record::{ActTime, Amount, Country, Sha256Digest, is_bidi_control};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::identifier::Identifier;

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Value {
    /// Words of the drafter.
    Text(String),
    /// One of the form's values.
    Choice(String),
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A day.
    Date(Date),
    /// Two times.
    Period(Period),
    /// A sum.
    Amount(Amount),
    /// An authority.
    Authority(Authority),
    /// The official who signs.
    Signatory(Signatory),
    /// A person or body.
    Party(Party),
    /// An account, address or the like.
    Identifier(Identifier),
    /// An offence with its provision.
    Offence(Offence),
    /// One thing asked for.
    Item(Item),
    /// An annex.
    Exhibit(Document),
    /// A result, such as a trace.
    Finding(Document),
    /// An earlier preservation.
    Ticket(TicketRef),
    /// A way that remains where no instrument obliges.
    Way(WayChosen),
    /// Several values of one type.
    List(Vec<Value>),
}

impl Value {
    /// Whether there is anything in it: blank text and an empty list are no value.
    pub fn is_present(&self) -> bool {
        match self {
            Self::Text(text) | Self::Choice(text) => !text.trim().is_empty(),
            Self::List(items) => items.iter().any(Self::is_present),
            Self::Authority(authority) => !authority.name.trim().is_empty(),
            Self::Signatory(signatory) => !signatory.name.trim().is_empty(),
            Self::Party(party) => party.names.iter().any(|name| !name.trim().is_empty()),
            Self::Identifier(identifier) => !identifier.text.trim().is_empty(),
            Self::Offence(offence) => !offence.provision.trim().is_empty(),
            Self::Item(item) => !item.what.trim().is_empty(),
            Self::Exhibit(document) | Self::Finding(document) => !document.number.trim().is_empty(),
            Self::Ticket(ticket) => !ticket.number.trim().is_empty(),
            Self::Way(way) => !way.way.is_empty(),
            Self::Flag(_) | Self::Number(_) | Self::Date(_) | Self::Period(_) | Self::Amount(_) => true,
        }
    }

    /// The values of a list, or the one value.
    pub fn each(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            one => std::slice::from_ref(one),
        }
    }

    /// The texts that stay in the language of their author until somebody translates them: no names, numbers or
    /// identifiers.
    pub fn prose(&self) -> Vec<&str> {
        let texts: Vec<&str> = match self {
            Self::Text(text) => vec![text],
            Self::List(items) => items.iter().flat_map(Self::prose).collect(),
            composed => composed.parts().into_iter().map(|(_, text)| text).collect(),
        };
        texts.into_iter().filter(|text| !text.trim().is_empty()).collect()
    }

    /// The parts of a composed value that are prose, each with its name.
    fn parts(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::Party(p) => vec![
                ("role", &p.role),
                ("born", &p.born),
                ("nationality", &p.nationality),
                ("address", &p.address),
                ("occupation", &p.occupation),
                ("registration", &p.registration),
            ],
            Self::Offence(o) => vec![("text", &o.text), ("conduct", &o.conduct)],
            Self::Item(i) => vec![("what", &i.what), ("link", &i.link)],
            _ => vec![],
        }
    }

    /// A part of a composed value that is prose, by its name.
    pub(crate) fn part(&self, name: &str) -> Option<&str> {
        self.parts().into_iter().find_map(|(part, text)| (part == name).then_some(text))
    }

    pub(crate) fn part_mut(&mut self, name: &str) -> Option<&mut String> {
        Some(match (self, name) {
            (Self::Party(party), "role") => &mut party.role,
            (Self::Party(party), "born") => &mut party.born,
            (Self::Party(party), "nationality") => &mut party.nationality,
            (Self::Party(party), "address") => &mut party.address,
            (Self::Party(party), "occupation") => &mut party.occupation,
            (Self::Party(party), "registration") => &mut party.registration,
            (Self::Offence(offence), "text") => &mut offence.text,
            (Self::Offence(offence), "conduct") => &mut offence.conduct,
            (Self::Item(item), "what") => &mut item.what,
            (Self::Item(item), "link") => &mut item.link,
            _ => return None,
        })
    }

    /// All texts that a person wrote or a case handed in, for the check of length and characters.
    pub(crate) fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(text) | Self::Choice(text) => vec![text],
            Self::Authority(a) => vec![&a.name, &a.unit, &a.reference],
            Self::Signatory(s) => vec![&s.name, &s.office],
            Self::Party(p) => {
                let mut texts: Vec<&str> =
                    vec![&p.role, &p.born, &p.nationality, &p.address, &p.occupation, &p.registration];
                texts.extend(p.names.iter().map(String::as_str));
                texts
            }
            Self::Identifier(i) => vec![&i.kind, &i.network, &i.text],
            Self::Offence(o) => vec![&o.category, &o.provision, &o.text, &o.conduct],
            Self::Item(i) => vec![&i.what, &i.link, &i.offence, &i.account],
            Self::Exhibit(d) | Self::Finding(d) => vec![&d.number, &d.title],
            Self::Ticket(t) => vec![&t.number],
            Self::Way(w) => vec![&w.way, &w.id],
            Self::List(items) => items.iter().flat_map(Self::texts).collect(),
            Self::Flag(_) | Self::Number(_) | Self::Date(_) | Self::Period(_) | Self::Amount(_) => vec![],
        }
    }
}

/// From one moment to another, each with the offset that the person who wrote it meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first moment.
    pub from: ActTime,
    /// The last moment.
    pub to: ActTime,
}

/// An authority as a request names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// The State.
    pub country: Country,
    /// The name, in the language of the request.
    pub name: String,
    /// The unit or department, or nothing.
    #[serde(default)]
    pub unit: String,
    /// Its file or register number for the matter, or nothing.
    #[serde(default)]
    pub reference: String,
}

/// The official who signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// The name.
    pub name: String,
    /// The office that makes the signature count.
    pub office: String,
}

/// A person or body that the request is about. Nothing is invented: what is not known is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Whether a natural person or a body.
    pub kind: PartyKind,
    /// The names, each as written in one script.
    pub names: Vec<String>,
    /// The role: suspect, victim, provider.
    #[serde(default)]
    pub role: String,
    /// Date and place of birth, or of founding.
    #[serde(default)]
    pub born: String,
    /// Nationality, or the State of registration.
    #[serde(default)]
    pub nationality: String,
    /// The address.
    #[serde(default)]
    pub address: String,
    /// The occupation, or the line of business.
    #[serde(default)]
    pub occupation: String,
    /// Number of an identity document, or of the register.
    #[serde(default)]
    pub registration: String,
}

impl Party {
    /// A party of which only the name is known.
    pub fn named(kind: PartyKind, name: &str) -> Self {
        let (role, born, nationality) = Default::default();
        let (address, occupation, registration) = Default::default();
        Self {
            kind,
            names: vec![name.to_owned()],
            role,
            born,
            nationality,
            address,
            occupation,
            registration,
        }
    }
}

/// Natural or legal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    /// A natural person.
    Person,
    /// A body: company, office, group.
    Body,
}

/// An offence with its provision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offence {
    /// The law pack's category.
    pub category: String,
    /// Statute and article.
    pub provision: String,
    /// The wording, from the office's own library; never from this program.
    #[serde(default)]
    pub text: String,
    /// The highest penalty, as the drafter read it.
    #[serde(default)]
    pub max_penalty: Option<Term>,
    /// The conduct in one sentence.
    #[serde(default)]
    pub conduct: String,
}

/// One thing asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What is asked for.
    pub what: String,
    /// Why it matters to the case: without it the requested State cannot judge proportionality.
    #[serde(default)]
    pub link: String,
    /// The provision of the offence that it is to prove, as named in the field of offences.
    #[serde(default)]
    pub offence: String,
    /// The identifier that it concerns, as named in the field of accounts, or nothing.
    #[serde(default)]
    pub account: String,
}

/// An exhibit or a finding, bound by its digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its number in the case.
    pub number: String,
    /// Its title.
    pub title: String,
    /// SHA-256 of its bytes.
    pub sha256: Sha256Digest,
}

/// An earlier preservation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TicketRef {
    /// The number that the other side gave.
    pub number: String,
    /// The last day on which the data is kept.
    pub kept_until: Date,
}

/// A way chosen from those that remain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WayChosen {
    /// The way, as the law answer names it: `reciprocity`.
    pub way: String,
    /// Its id there: the State, network or instrument.
    pub id: String,
}

/// Whether a text holds characters that would make a print lie: controls, and marks that turn its direction.
///
/// Words in Persian or Urdu need zero-width joiners and non-joiners, so those are let through.
pub(crate) fn has_forbidden_characters(text: &str) -> bool {
    text.chars().any(|c| (c.is_control() && !matches!(c, '\n' | '\t')) || is_bidi_control(c))
}

//! The pack in memory: checked rows, found by name, each with what it rests on.

use std::collections::BTreeMap;
use std::fmt::Debug;

use comity_record::pack::Pack;
use comity_record::{Country, Sha256Digest};
use jiff::civil::Date;

use crate::error::LawPackError;
use crate::fact::{Aspect, Confidence, PackDate, Provenance, RowRef};
use crate::read;
use crate::rows::{
    Authority, Category, DomesticLaw, Egmont, Instrument, Labelled, Measure, Network, Offence, Party, Source,
    State, VirtualAssetLaw,
};

/// A row with its place in the pack and its digest.
#[derive(Clone, Debug)]
pub struct Row<T> {
    /// What the row says.
    pub data: T,
    /// Where it stands.
    pub at: RowRef,
    /// Digest of all its fields.
    pub digest: Sha256Digest,
}

/// The facts of one pack, read and checked. Start with [`Law::from_pack`], then ask with [`Law::basis`].
#[derive(Clone, Debug)]
pub struct Law {
    pub(crate) digest: Sha256Digest,
    pub(crate) compiled: Date,
    pub(crate) topics: Vec<String>,
    pub(crate) sources: BTreeMap<String, Row<Source>>,
    pub(crate) content_fields: BTreeMap<String, Row<Labelled>>,
    pub(crate) refusal_grounds: BTreeMap<String, Row<Labelled>>,
    pub(crate) instruments: BTreeMap<String, Row<Instrument>>,
    pub(crate) states: BTreeMap<Country, Row<State>>,
    pub(crate) parties: BTreeMap<String, BTreeMap<Country, Row<Party>>>,
    pub(crate) authorities: BTreeMap<String, Row<Authority>>,
    pub(crate) egmont: BTreeMap<Country, Row<Egmont>>,
    pub(crate) networks: BTreeMap<String, Row<Network>>,
    pub(crate) domestic: BTreeMap<Country, Vec<Row<DomesticLaw>>>,
    pub(crate) categories: BTreeMap<String, Row<Category>>,
    pub(crate) offences: BTreeMap<String, Row<Offence>>,
    pub(crate) virtual_assets: BTreeMap<Country, Vec<Row<VirtualAssetLaw>>>,
    pub(crate) measures: BTreeMap<String, Row<Measure>>,
    /// Every row as it is written, for people who compare it with its source.
    pub(crate) written: BTreeMap<RowRef, Written>,
}

/// A row as it is written: its digest, and its fields by name.
pub(crate) type Written = (Sha256Digest, Vec<(String, String)>);

impl Law {
    /// Reads and checks a pack.
    ///
    /// # Errors
    /// Tells everything that is wrong: each problem with its file, table and row.
    pub fn from_pack(pack: &Pack) -> Result<Self, LawPackError> {
        read::law(pack)
    }

    /// The digest of the pack that the facts come from.
    pub fn digest(&self) -> Sha256Digest {
        self.digest
    }

    /// The day on which the pack was compiled: what happened later it cannot know.
    pub fn compiled(&self) -> Date {
        self.compiled
    }

    /// The topics to which articles are sorted.
    pub fn topics(&self) -> &[String] {
        &self.topics
    }

    /// All States, by code.
    pub fn states(&self) -> impl Iterator<Item = &Row<State>> {
        self.states.values()
    }

    /// All instruments, by id.
    pub fn instruments(&self) -> impl Iterator<Item = &Row<Instrument>> {
        self.instruments.values()
    }

    /// One instrument.
    pub fn instrument(&self, id: &str) -> Option<&Row<Instrument>> {
        self.instruments.get(id)
    }

    /// All measures, by id.
    pub fn measures(&self) -> impl Iterator<Item = &Row<Measure>> {
        self.measures.values()
    }

    /// Whether a measure is asked for when a life is at stake, so that whoever asks is called back before data leaves.
    pub fn is_emergency(&self, measure: &str) -> bool {
        self.measures.get(measure).is_some_and(|row| row.data.emergency)
    }

    /// All categories of offences, by id.
    pub fn categories(&self) -> impl Iterator<Item = &Row<Category>> {
        self.categories.values()
    }

    /// All contents that an instrument may ask of a request, by id.
    pub fn content_fields(&self) -> impl Iterator<Item = &Row<Labelled>> {
        self.content_fields.values()
    }

    /// The domestic offences of a State, by id; of one category if it is given.
    pub fn offences(&self, state: Country, category: Option<&str>) -> impl Iterator<Item = &Row<Offence>> {
        self.offences
            .values()
            .filter(move |row| row.data.state == state && category.is_none_or(|c| row.data.category == c))
    }

    /// The institutions of a State, by id; of one role if it is given.
    pub fn authorities(&self, state: Country, role: Option<&str>) -> impl Iterator<Item = &Row<Authority>> {
        self.authorities.values().filter(move |row| {
            row.data.state == state && role.is_none_or(|r| row.data.roles.iter().any(|have| have == r))
        })
    }

    /// What the row of a fact says of it, field by field as the pack writes it; nothing where the row is another one
    /// now.
    pub fn stated(&self, fact: &Provenance) -> impl Iterator<Item = (&str, &str)> {
        let written = self.written.get(&fact.row).filter(|(digest, _)| *digest == fact.row_digest);
        let fields = written.into_iter().flat_map(|(_, fields)| fields);
        let of_fact = |field: &str| fact.aspect == Aspect::of_field(field);
        fields
            .map(|(field, value)| (field.as_str(), value.as_str()))
            .filter(move |(field, value)| of_fact(field) && !value.is_empty())
    }

    /// What a fact of `row` rests on.
    pub(crate) fn provenance<T: Cited>(&self, row: &Row<T>, aspect: Aspect) -> Provenance {
        let cite = row.data.cite(aspect);
        let source = self.sources.get(cite.source).map(|s| &s.data);
        Provenance {
            row: row.at.clone(),
            aspect,
            source: cite.source.to_owned(),
            source_title: source.map(|s| s.title.clone()).unwrap_or_default(),
            as_of: cite.as_of.or(source.map(|s| s.as_of)).unwrap_or(PackDate::Unknown),
            confidence: cite.confidence,
            note: cite.note.to_owned(),
            row_digest: row.digest,
        }
    }
}

/// The citation of one part of a row.
pub(crate) struct Cite<'a> {
    pub(crate) source: &'a str,
    pub(crate) confidence: Confidence,
    pub(crate) as_of: Option<PackDate>,
    pub(crate) note: &'a str,
}

/// Rows that name a source. The parser has checked that every source resolves.
pub(crate) trait Cited {
    fn cite(&self, aspect: Aspect) -> Cite<'_>;
}

/// The common case: one source for the whole row, with a date of its own.
macro_rules! cited {
    ($($row:ident),*) => {$(
        impl Cited for $row {
            fn cite(&self, _: Aspect) -> Cite<'_> {
                Cite {
                    source: &self.source,
                    confidence: self.confidence,
                    as_of: Some(self.as_of),
                    note: &self.note,
                }
            }
        }
    )*};
}
cited!(Party, Authority, Egmont, Network, DomesticLaw);

impl Cited for Instrument {
    fn cite(&self, aspect: Aspect) -> Cite<'_> {
        let other = |source: &'_ Option<String>, confidence: Option<Confidence>| match source {
            Some(_) => confidence.unwrap_or(Confidence::Unverified),
            None => Confidence::Unverified,
        };
        let recalled = crate::fact::RECALLED;
        match aspect {
            Aspect::Articles => Cite {
                source: &self.articles_source,
                confidence: self.articles_confidence,
                as_of: None,
                note: &self.articles_note,
            },
            Aspect::Replacement => Cite {
                source: self.replaces_source.as_deref().unwrap_or(recalled),
                confidence: other(&self.replaces_source, self.replaces_confidence),
                as_of: None,
                note: &self.note,
            },
            Aspect::EntryIntoForce => Cite {
                source: self.entry_source.as_deref().unwrap_or(recalled),
                confidence: other(&self.entry_source, self.entry_confidence),
                as_of: None,
                note: "",
            },
            _ => Cite { source: &self.source, confidence: self.confidence, as_of: None, note: &self.note },
        }
    }
}

impl Cited for State {
    fn cite(&self, aspect: Aspect) -> Cite<'_> {
        match aspect {
            Aspect::RequestLanguage => Cite {
                source: &self.request_language_source,
                confidence: self.request_language_confidence,
                as_of: None,
                note: "",
            },
            _ => Cite {
                source: &self.mla_basis_source,
                confidence: self.mla_basis_confidence,
                as_of: None,
                note: &self.mla_basis_note,
            },
        }
    }
}

impl Cited for Category {
    fn cite(&self, aspect: Aspect) -> Cite<'_> {
        let confidence = match aspect {
            Aspect::UncyberArticles => self.uncyber_confidence.unwrap_or(Confidence::Unverified),
            _ => self.confidence,
        };
        Cite { source: &self.source, confidence, as_of: None, note: "" }
    }
}

impl Cited for Offence {
    fn cite(&self, aspect: Aspect) -> Cite<'_> {
        let (source, confidence) = match aspect {
            Aspect::Penalty => {
                (self.penalty_source.as_ref().unwrap_or(&self.source), self.penalty_confidence)
            }
            _ => (&self.source, self.confidence),
        };
        Cite { source, confidence, as_of: Some(self.as_of), note: &self.note }
    }
}

impl Cited for VirtualAssetLaw {
    fn cite(&self, aspect: Aspect) -> Cite<'_> {
        let (source, confidence) = match (aspect, &self.seizable_source) {
            (Aspect::Seizable, Some(source)) => (source, self.seizable_confidence.unwrap_or(self.confidence)),
            _ => (&self.source, self.confidence),
        };
        Cite { source, confidence, as_of: Some(self.as_of), note: &self.note }
    }
}

//! The offences of several States side by side, and what a State's law lacks against a convention.
//!
//! Both show what the pack has seen. That it has not seen a provision is a question for a jurist and never the answer
//! that the State's law has none.

use std::collections::BTreeMap;

use comity_record::{Country, Sha256Digest};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::basis::DomesticOffence;
use crate::error::QuestionError;
use crate::fact::{Aspect, Confidence, Sourced, Term};
use crate::law::{Law, Row};
use crate::opening::{OffenceAsked, Penalty, reaches};
use crate::reason::Reason;
use crate::rows::{Authority, Instrument, Liability, Offence, PartyStatus};

/// States that one comparison may set side by side; more columns nobody reads.
pub const MAX_STATES: usize = 24;

/// The offences of several States side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideBySide {
    /// The digest of the pack that answered.
    pub pack: Sha256Digest,
    /// The day on which that pack was compiled.
    pub compiled: Date,
    /// The States, in the order of the question.
    pub states: Vec<Country>,
    /// A row for each category of offences.
    pub rows: Vec<CategoryRow>,
}

/// One category of offences in several States.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryRow {
    /// The category.
    pub category: String,
    /// Its name in English, for places where no catalogue is at hand.
    pub label: String,
    /// What each State's law has, in the order of the States.
    pub cells: Vec<ProvisionsSeen>,
}

/// What the law of a State has for one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionsSeen {
    /// The State.
    pub state: Country,
    /// What the pack can say of it.
    pub finding: Finding,
    /// The provisions, with their penalties.
    pub provisions: Vec<ProvisionSeen>,
}

/// One provision with its penalty; the two may rest on different sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionSeen {
    /// The provision.
    pub offence: Sourced<DomesticOffence>,
    /// Its penalty.
    pub penalty: Sourced<Penalty>,
}

/// What the pack can say of a State's law on one thing, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// There is a provision, and a crime where an offence is asked for.
    Provided,
    /// There is one, but it asks for more than the plain conduct.
    Narrower,
    /// There is one, but it makes an administrative offence only.
    Administrative,
    /// There is said to be one, but nobody has seen it.
    Recalled,
    /// The pack has seen none, which does not say that there is none.
    NotSeen,
    /// The pack does not say by which domestic topic such a provision would be found.
    NotLookedFor,
}

impl Finding {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Provided,
        Self::Narrower,
        Self::Administrative,
        Self::Recalled,
        Self::NotSeen,
        Self::NotLookedFor,
    ];

    /// The stable name. The words are the messages `law-finding-<name>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Provided => "provided",
            Self::Narrower => "narrower",
            Self::Administrative => "administrative",
            Self::Recalled => "recalled",
            Self::NotSeen => "not-seen",
            Self::NotLookedFor => "not-looked-for",
        }
    }
}

/// What a State's law lacks against an instrument, as far as the pack knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gaps {
    /// The digest of the pack that answered.
    pub pack: Sha256Digest,
    /// The day on which that pack was compiled.
    pub compiled: Date,
    /// The State.
    pub state: Country,
    /// The instrument.
    pub instrument: String,
    /// Its usual name.
    pub short_name: Sourced<String>,
    /// The State's standing towards it; none if nobody looked.
    pub standing: Option<Sourced<PartyStatus>>,
    /// The threshold of serious crime, where the instrument has one.
    pub threshold: Option<Sourced<Term>>,
    /// The offences that the instrument names, by category of the pack.
    pub offences: Vec<OffenceGap>,
    /// The powers that it asks for, by measure of the pack.
    pub powers: Vec<PowerGap>,
}

/// One offence that an instrument names, against a State's law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OffenceGap {
    /// The category.
    pub category: String,
    /// Its name in English.
    pub label: String,
    /// The articles of the instrument that name it.
    pub articles: Sourced<Vec<String>>,
    /// What the State's law has.
    pub seen: ProvisionsSeen,
    /// Whether the penalty reaches the instrument's threshold; none where it has no threshold, or nothing was seen.
    pub reaches_threshold: Option<Reason>,
}

/// One power that an instrument asks for, against a State's law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PowerGap {
    /// The measure.
    pub measure: String,
    /// Its name in English.
    pub label: String,
    /// The articles of the instrument on it.
    pub articles: Sourced<Vec<String>>,
    /// What the State's law has.
    pub finding: Finding,
    /// The laws with the provisions that may carry it.
    pub laws: Vec<Sourced<LawProvisions>>,
}

/// Provisions of a law on cooperation or procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LawProvisions {
    /// The law.
    pub law: String,
    /// The provisions by topic.
    pub provisions: BTreeMap<String, String>,
}

impl Law {
    /// Sets the offences of several States side by side; all categories where none is named.
    ///
    /// # Errors
    /// Fails for no State or more than [`MAX_STATES`], and for a State or category that the pack has not.
    pub fn compare(&self, states: &[Country], categories: &[String]) -> Result<SideBySide, QuestionError> {
        if states.is_empty() || states.len() > MAX_STATES {
            return Err(QuestionError::StatesCount(MAX_STATES));
        }
        states.iter().try_for_each(|state| self.check_state(*state))?;
        for category in categories {
            self.check_category(category)?;
        }
        let wanted = |id: &&String| categories.is_empty() || categories.contains(id);
        let rows = self.categories.keys().filter(wanted).map(|category| CategoryRow {
            category: category.clone(),
            label: self.categories[category].data.label.clone(),
            cells: states.iter().map(|state| self.provisions_seen(*state, category)).collect(),
        });
        Ok(SideBySide {
            pack: self.digest,
            compiled: self.compiled,
            states: states.to_vec(),
            rows: rows.collect(),
        })
    }

    /// The institutions of a State with what each fact rests on; of one role if it is given.
    ///
    /// # Errors
    /// Fails for a State that the pack has not.
    pub fn institutions(
        &self,
        state: Country,
        role: Option<&str>,
    ) -> Result<Vec<Sourced<Authority>>, QuestionError> {
        self.check_state(state)?;
        let sourced =
            |row: &Row<Authority>| Sourced::new(row.data.clone(), self.provenance(row, Aspect::Row));
        Ok(self.authorities(state, role).map(sourced).collect())
    }

    /// What the law of `state` lacks against `instrument`: offences that it names, powers that it asks for.
    ///
    /// # Errors
    /// Fails for a State or instrument that the pack has not.
    pub fn gaps(&self, state: Country, instrument: &str) -> Result<Gaps, QuestionError> {
        self.check_state(state)?;
        let unknown = || QuestionError::InstrumentUnknown(instrument.chars().take(80).collect());
        let row = self.instruments.get(instrument).ok_or_else(unknown)?;
        let own = |aspect| self.provenance(row, aspect);
        let party = self.parties.get(instrument).and_then(|parties| parties.get(&state));
        let threshold = Some(row.data.serious_crime_threshold_years).filter(|term| !term.is_zero());
        Ok(Gaps {
            pack: self.digest,
            compiled: self.compiled,
            state,
            instrument: instrument.to_owned(),
            short_name: Sourced::new(row.data.short_name.clone(), own(Aspect::Row)),
            standing: party.map(|p| Sourced::new(p.data.status, self.provenance(p, Aspect::Row))),
            threshold: threshold.map(|term| Sourced::new(term, own(Aspect::Row))),
            offences: self.categories.keys().filter_map(|c| self.offence_gap(c, state, row)).collect(),
            powers: self.measures.keys().filter_map(|m| self.power_gap(m, state, row)).collect(),
        })
    }

    pub(crate) fn check_state(&self, state: Country) -> Result<(), QuestionError> {
        if self.states.contains_key(&state) { Ok(()) } else { Err(QuestionError::StateUnknown(state)) }
    }

    fn provisions_seen(&self, state: Country, category: &str) -> ProvisionsSeen {
        let seen = |row: &Row<Offence>| ProvisionSeen {
            offence: self.domestic_offence(row),
            penalty: self.penalty(row),
        };
        let finding = |o: &Offence| match o.liability {
            _ if o.confidence == Confidence::Unverified => Finding::Recalled,
            Liability::Administrative => Finding::Administrative,
            Liability::Criminal if o.extra_elements.is_empty() => Finding::Provided,
            Liability::Criminal => Finding::Narrower,
        };
        let rows = || self.offences(state, Some(category));
        ProvisionsSeen {
            state,
            finding: rows().map(|row| finding(&row.data)).min().unwrap_or(Finding::NotSeen),
            provisions: rows().map(seen).collect(),
        }
    }

    fn offence_gap(
        &self,
        category: &str,
        state: Country,
        instrument: &Row<Instrument>,
    ) -> Option<OffenceGap> {
        let articles = self.listed_in(&instrument.data.id, &OffenceAsked::of(category));
        if articles.value().is_empty() {
            return None;
        }
        let seen = self.provisions_seen(state, category);
        let threshold = instrument.data.serious_crime_threshold_years;
        let rows: Vec<_> = self.offences(state, Some(category)).collect();
        let asked = !threshold.is_zero() && !rows.is_empty();
        Some(OffenceGap {
            category: category.to_owned(),
            label: self.categories[category].data.label.clone(),
            articles,
            seen,
            reaches_threshold: asked.then(|| reaches(threshold, None, &rows).1),
        })
    }

    fn power_gap(&self, measure: &str, state: Country, instrument: &Row<Instrument>) -> Option<PowerGap> {
        let measure = &self.measures[measure].data;
        let found = measure.topics.iter().filter_map(|topic| instrument.data.articles.get(topic));
        let articles: Vec<String> = found.flatten().cloned().collect();
        if articles.is_empty() {
            return None;
        }
        let laws = self.domestic.get(&state).into_iter().flatten().filter_map(|row| {
            let of_topic = |topic: &String| Some((topic.clone(), row.data.provisions.get(topic)?.clone()));
            let provisions: BTreeMap<_, _> = measure.domestic_topics.iter().filter_map(of_topic).collect();
            let sheet = LawProvisions { law: row.data.law.clone(), provisions };
            (!sheet.provisions.is_empty()).then(|| Sourced::new(sheet, self.provenance(row, Aspect::Row)))
        });
        let laws: Vec<_> = laws.collect();
        let seen = laws.iter().map(Sourced::confidence).max();
        let finding = match (seen, measure.domestic_topics.is_empty()) {
            (Some(Confidence::Verified), _) => Finding::Provided,
            (Some(Confidence::Unverified), _) => Finding::Recalled,
            (None, false) => Finding::NotSeen,
            (None, true) => Finding::NotLookedFor,
        };
        Some(PowerGap {
            measure: measure.id.clone(),
            label: measure.label.clone(),
            articles: Sourced::new(articles, self.provenance(instrument, Aspect::Articles)),
            finding,
            laws,
        })
    }
}

//! Whether the offence opens an instrument: listed offences, and the threshold of serious crime.
//!
//! The trap: UNTOC opens to any *serious crime*, which is one punishable by four years or more (article 2(b)).
//! Most basic cyber offences of the States in the pack are punished more mildly, so a request that cites UNTOC
//! for them comes back.

use comity_record::Country;
use serde::{Deserialize, Serialize};

use crate::binding::Binds;
use crate::error::QuestionError;
use crate::fact::{Aspect, Provenance, Sourced, Term};
use crate::law::{Law, Row};
use crate::reason::Reason;
use crate::rows::{Category, Instrument, Liability, Offence, OffenceScope};

/// The instruments to which the columns `budapest_articles` and `uncyber_articles` of the pack's schema belong.
const BUDAPEST: &str = "budapest2001";
const UNCYBER: &str = "uncyber2024";

/// An offence that a request is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OffenceAsked {
    /// The pack's category.
    pub category: String,
    /// One offence of the requesting State's law, if the drafter has chosen it.
    #[serde(default)]
    pub offence: Option<String>,
    /// The highest penalty as the drafter states it from the text of the law; it goes before the pack.
    #[serde(default)]
    pub max_penalty: Option<Term>,
    /// Articles of treaties that name the offence, as the drafter states: `uncac:15`.
    #[serde(default)]
    pub treaty_articles: Vec<String>,
}

impl OffenceAsked {
    /// An offence of a category, with nothing else known.
    pub fn of(category: &str) -> Self {
        Self { category: category.to_owned(), offence: None, max_penalty: None, treaty_articles: vec![] }
    }
}

/// Whether the offences of a question open an instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The best answer among the offences.
    pub opens: Binds,
    /// The threshold of serious crime, where the instrument has one.
    pub threshold: Option<Sourced<Term>>,
    /// Why, whatever the offence.
    pub reasons: Vec<Reason>,
    /// Offence by offence.
    pub offences: Vec<OffenceOpening>,
}

/// Whether one offence opens an instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OffenceOpening {
    /// The offence that was asked about.
    pub offence: OffenceAsked,
    /// The answer.
    pub opens: Binds,
    /// Why.
    pub reason: Reason,
    /// The articles of the instrument that name the offence.
    pub listed_in: Sourced<Vec<String>>,
    /// What the law of the requesting State threatens, as the pack knows it; only where the instrument has a threshold.
    pub penalties: Vec<Sourced<Penalty>>,
}

/// What a domestic offence is punished with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Penalty {
    /// The pack's id of the offence.
    pub offence: String,
    /// The statute and article.
    pub provision: String,
    /// Criminal or administrative.
    pub liability: Liability,
    /// The highest penalty of the basic form, if it was seen.
    pub max: Option<Term>,
    /// The highest penalty of the aggravated form, if it was seen.
    pub max_aggravated: Option<Term>,
}

impl Law {
    /// Refuses categories and offences that the pack has not.
    pub(crate) fn check_offence(&self, asked: &OffenceAsked, state: Country) -> Result<(), QuestionError> {
        self.check_category(&asked.category)?;
        let fits = |id: &String| {
            let row = self.offences.get(id).map(|row| &row.data);
            row.is_some_and(|o| o.state == state && o.category == asked.category)
        };
        match &asked.offence {
            Some(id) if !fits(id) => Err(QuestionError::CategoryUnknown(id.chars().take(80).collect())),
            _ => Ok(()),
        }
    }

    pub(crate) fn check_category(&self, category: &str) -> Result<(), QuestionError> {
        let unknown = || QuestionError::CategoryUnknown(category.chars().take(80).collect());
        if self.categories.contains_key(category) { Ok(()) } else { Err(unknown()) }
    }

    /// Whether the offences, as the law of `state` has them, open the instrument.
    pub(crate) fn opening(&self, row: &Row<Instrument>, state: Country, asked: &[OffenceAsked]) -> Opening {
        let threshold = Some(row.data.serious_crime_threshold_years)
            .filter(|term| !term.is_zero())
            .map(|term| Sourced::new(term, self.provenance(row, Aspect::Row)));
        let mut reasons = vec![];
        match row.data.offence_scope {
            None => reasons.push(Reason::ScopeNotSorted),
            Some(OffenceScope::Any) => reasons.push(Reason::AnyOffence),
            Some(_) if asked.is_empty() => reasons.push(Reason::NoOffenceNamed),
            Some(OffenceScope::ListedOrSerious) => reasons.push(Reason::ScopeNeedsPerson),
            Some(OffenceScope::Listed) => {}
        }
        let offences: Vec<_> = asked.iter().map(|one| self.offence_opening(row, state, one)).collect();
        let opens = match row.data.offence_scope {
            Some(OffenceScope::Any) => Binds::Yes,
            _ => offences.iter().map(|o| o.opens).min().unwrap_or(Binds::Unclear),
        };
        Opening { opens, threshold, reasons, offences }
    }

    fn offence_opening(&self, row: &Row<Instrument>, state: Country, asked: &OffenceAsked) -> OffenceOpening {
        let listed_in = self.listed_in(&row.data.id, asked);
        let rows: Vec<&Row<Offence>> = self
            .offences(state, Some(&asked.category))
            .filter(|o| asked.offence.as_ref().is_none_or(|id| *id == o.data.id))
            .collect();
        let (opens, reason) = match row.data.offence_scope {
            None => (Binds::Unclear, Reason::ScopeNotSorted),
            Some(OffenceScope::Any) => (Binds::Yes, Reason::AnyOffence),
            Some(_) if !listed_in.value().is_empty() => (Binds::Yes, Reason::ListedOffence),
            Some(OffenceScope::Listed) => (Binds::No, Reason::OffenceNotListed),
            Some(OffenceScope::ListedOrSerious) => {
                reaches(row.data.serious_crime_threshold_years, asked.max_penalty, &rows)
            }
        };
        // Only a threshold asks for the penalty.
        let asked_for = row.data.offence_scope == Some(OffenceScope::ListedOrSerious);
        let penalties = rows.into_iter().filter(|_| asked_for).map(|o| self.penalty(o)).collect();
        OffenceOpening { offence: asked.clone(), opens, reason, listed_in, penalties }
    }

    /// The articles of an instrument that name the offence, by the pack and by the drafter.
    pub(crate) fn listed_in(&self, instrument: &str, asked: &OffenceAsked) -> Sourced<Vec<String>> {
        let mut articles = vec![];
        let mut rests_on: Vec<Provenance> = vec![];
        let own = |reference: &String| {
            reference
                .split_once(':')
                .filter(|(id, _)| *id == instrument)
                .map(|(_, article)| article.to_owned())
        };
        if let Some(row) = self.categories.get(&asked.category) {
            let Category { budapest_articles, uncyber_articles, other_treaty_articles, .. } = &row.data;
            let (named, aspect): (Vec<String>, _) = match instrument {
                BUDAPEST => (budapest_articles.clone(), Aspect::Row),
                UNCYBER => (uncyber_articles.clone(), Aspect::UncyberArticles),
                _ => (other_treaty_articles.iter().filter_map(own).collect(), Aspect::Row),
            };
            rests_on.push(self.provenance(row, aspect));
            articles.extend(named);
        }
        for article in asked.treaty_articles.iter().filter_map(own) {
            if !articles.contains(&article) {
                articles.push(article);
                // What a drafter states rests on no row, so nothing that counts it is verified.
                rests_on.clear();
            }
        }
        Sourced::drawn(articles, rests_on)
    }

    pub(crate) fn penalty(&self, row: &Row<Offence>) -> Sourced<Penalty> {
        let penalty = Penalty {
            offence: row.data.id.clone(),
            provision: row.data.provision(),
            liability: row.data.liability,
            max: row.data.max_years,
            max_aggravated: row.data.max_years_aggravated,
        };
        Sourced::drawn(
            penalty,
            vec![self.provenance(row, Aspect::Row), self.provenance(row, Aspect::Penalty)],
        )
    }
}

/// Whether the highest penalty reaches the threshold: the drafter's, else what the pack knows of the offences.
pub(crate) fn reaches(threshold: Term, stated: Option<Term>, rows: &[&Row<Offence>]) -> (Binds, Reason) {
    if let Some(stated) = stated {
        return if stated >= threshold {
            (Binds::Yes, Reason::ThresholdMet)
        } else {
            (Binds::No, Reason::ThresholdNotMet)
        };
    }
    // An administrative offence is no crime, whatever it is punished with.
    let criminal = || rows.iter().map(|r| &r.data).filter(|o| o.liability == Liability::Criminal);
    let reached = |term: Option<Term>| term.is_some_and(|t| t >= threshold);
    if criminal().next().is_some() && criminal().all(|o| reached(o.max_years)) {
        return (Binds::Yes, Reason::ThresholdMet);
    }
    if criminal().any(|o| reached(o.max_years) || reached(o.max_years_aggravated)) {
        return (Binds::Unclear, Reason::ThresholdMetIfAggravated);
    }
    if rows.is_empty() || criminal().any(|o| o.max_years.is_none()) {
        return (Binds::Unclear, Reason::PenaltyUnknown);
    }
    (Binds::No, Reason::ThresholdNotMet)
}

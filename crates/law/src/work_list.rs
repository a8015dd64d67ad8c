//! What a jurist should look up for a pair of States: every fact that an answer rests on and that nobody is sure of.

use std::collections::{BTreeMap, BTreeSet};

use comity_record::Country;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::basis::{Basis, Question};
use crate::error::QuestionError;
use crate::fact::{Aspect, Confidence, Provenance, Sourced};
use crate::law::Law;
use crate::opening::OffenceAsked;
use crate::reason::Reason;
use crate::rows::{Measure, MlaBasis, YesNoUnknown};

const UNKNOWN: &str = "unknown";

/// One fact to look up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToVerify {
    /// The row, with the source that it has now.
    pub fact: Provenance,
    /// What is uncertain about it.
    pub reasons: BTreeSet<Reason>,
    /// The instruments whose use rests on it.
    pub instruments: BTreeSet<String>,
    /// The measures whose answers rest on it.
    pub measures: BTreeSet<String>,
}

impl Law {
    /// The facts to verify between two States on a day, those on which most rests first.
    ///
    /// # Errors
    /// Fails for a State that the pack has not, and for a State beside itself.
    pub fn to_verify(&self, from: Country, to: Country, on: Date) -> Result<Vec<ToVerify>, QuestionError> {
        let offences: Vec<_> = self.categories.keys().map(|category| OffenceAsked::of(category)).collect();
        let mut list = WorkList::default();
        for measure in self.measures.values().map(|row| &row.data) {
            let question = Question { from, to, on, measure: measure.id.clone(), offences: offences.clone() };
            self.collect(&self.basis(&question)?, measure, &mut list);
        }
        let mut items: Vec<_> = list.items.into_values().collect();
        items.sort_by_key(|item| {
            let weight = (item.instruments.len(), item.measures.len());
            (std::cmp::Reverse(weight), item.fact.clone())
        });
        Ok(items)
    }

    fn collect(&self, basis: &Basis, measure: &Measure, list: &mut WorkList) {
        let id = measure.id.as_str();
        for candidate in &basis.candidates {
            for fact in candidate.to_confirm() {
                list.add(&fact.provenance, fact.reason, Some(&fact.instrument), id);
            }
            let gaps = candidate.addressees.iter().filter(|a| a.value().reason == Reason::AddresseeUnknown);
            for gap in gaps.flat_map(Sourced::rests_on) {
                list.add(gap, Reason::AddresseeUnknown, Some(&candidate.instrument), id);
            }
        }
        for binding in &basis.not_binding {
            let sides = binding.sides.iter().flat_map(|side| &side.rests_on);
            for fact in binding.in_force.rests_on().iter().chain(sides) {
                list.add_unsure(fact, Some(&binding.instrument), id);
            }
        }
        let requested = &basis.requested;
        list.add_fact(&requested.mla_basis, id);
        if *requested.mla_basis.value() == MlaBasis::Unknown {
            list.add_all(&requested.mla_basis, Reason::ReciprocityUnknown, id);
        }
        list.add_fact(&requested.request_language, id);
        if requested.request_language.value() == UNKNOWN {
            list.add_all(&requested.request_language, Reason::LanguageUnknown, id);
        }
        requested.domestic_law.iter().for_each(|law| list.add_fact(law, id));
        for law in &requested.virtual_assets {
            list.add_fact(law, id);
            if law.value().seizable == YesNoUnknown::Unknown {
                list.add_all(law, Reason::SeizableUnknown, id);
            }
        }
        for way in &basis.remains {
            list.add_fact(way, id);
            if way.value().reasons.contains(&Reason::NetworkMembershipNotSeen) {
                list.add_all(way, Reason::NetworkMembershipNotSeen, id);
            }
        }
        for dual in &basis.dual.offences {
            dual.here.iter().chain(&dual.there).for_each(|offence| list.add_fact(offence, id));
            for comparison in &dual.comparisons {
                let reason = comparison.value().reason;
                if reason == Reason::DualElementsNotExamined {
                    // The one whose elements count is the requested State's.
                    list.add(&comparison.rests_on()[1], reason, None, id);
                }
            }
            if matches!(dual.reason, Reason::DualNotSeenHere | Reason::DualNotSeenThere)
                && let Some(category) = self.categories.get(&dual.category)
            {
                list.add(&self.provenance(category, Aspect::Row), dual.reason, None, id);
            }
        }
    }
}

#[derive(Default)]
struct WorkList {
    items: BTreeMap<Provenance, ToVerify>,
}

impl WorkList {
    fn add(&mut self, fact: &Provenance, reason: Reason, instrument: Option<&str>, measure: &str) {
        let item = self.items.entry(fact.clone()).or_insert_with(|| ToVerify {
            fact: fact.clone(),
            reasons: BTreeSet::new(),
            instruments: BTreeSet::new(),
            measures: BTreeSet::new(),
        });
        item.reasons.insert(reason);
        item.instruments.extend(instrument.map(str::to_owned));
        item.measures.insert(measure.to_owned());
    }

    fn add_unsure(&mut self, fact: &Provenance, instrument: Option<&str>, measure: &str) {
        if fact.confidence == Confidence::Unverified {
            self.add(fact, Reason::RowUnverified, instrument, measure);
        }
    }

    /// What of a fact is not verified.
    fn add_fact<T>(&mut self, fact: &Sourced<T>, measure: &str) {
        fact.rests_on().iter().for_each(|row| self.add_unsure(row, None, measure));
    }

    fn add_all<T>(&mut self, fact: &Sourced<T>, reason: Reason, measure: &str) {
        fact.rests_on().iter().for_each(|row| self.add(row, reason, None, measure));
    }
}

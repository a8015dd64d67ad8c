//! Whether the act is an offence in both States: provision beside provision, element by element.
//!
//! Coercive help is usually refused where it is not; help without coercion may be owed all the same, UNCAC article
//! 46(9). What a provision adds to the plain conduct (a security measure overcome, substantial harm) narrows it, and the
//! facts of the request must show what the requested State's provision adds.

use comity_record::Country;
use serde::{Deserialize, Serialize};

use crate::article::ArticleUse;
use crate::basis::{Candidate, DomesticOffence, Question};
use crate::binding::Binds;
use crate::fact::{Aspect, Sourced};
use crate::law::{Law, Row};
use crate::reason::Reason;
use crate::rows::{Coercion, ExtraElement, Liability, Measure, Offence};

/// The ground for refusal of the pack that stands for dual criminality, and the topic of the articles on it.
const GROUND: &str = "no_dual_criminality";
const TOPIC: &str = "dual_criminality";

/// Dual criminality for a question, and what can be asked without coercion where it fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DualSheet {
    /// Whether the measure is coercive.
    pub coercion: Coercion,
    /// Offence by offence, each category once.
    pub offences: Vec<DualCriminality>,
    /// The instruments open to the offences that let help be refused for want of dual criminality.
    pub demanded_by: Vec<Sourced<DualDemand>>,
    /// What can be asked without coercion; empty where dual criminality is no obstacle.
    pub without_coercion: Vec<NonCoercive>,
}

/// Whether one kind of offence is one in both States.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DualCriminality {
    /// The category.
    pub category: String,
    /// Its name in English, for places where no catalogue is at hand.
    pub label: String,
    /// The best answer among the comparisons.
    pub met: Binds,
    /// Why.
    pub reason: Reason,
    /// The provisions of the requesting State.
    pub here: Vec<Sourced<DomesticOffence>>,
    /// The provisions of the requested State.
    pub there: Vec<Sourced<DomesticOffence>>,
    /// Each provision of the one beside each of the other, best first.
    pub comparisons: Vec<Sourced<Comparison>>,
}

/// A provision of the requesting State beside one of the requested State.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The offence of the requesting State, by the pack's id.
    pub here: String,
    /// The offence of the requested State.
    pub there: String,
    /// What either adds to the plain conduct.
    pub elements: Vec<Element>,
    /// The answer for these two.
    pub met: Binds,
    /// Why.
    pub reason: Reason,
}

/// An element that at least one of two provisions adds to the plain conduct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Element {
    /// Which.
    pub element: ExtraElement,
    /// Whether the requesting State's provision asks for it, as far as the pack saw.
    pub here: bool,
    /// Whether the requested State's provision asks for it, as far as the pack saw.
    pub there: bool,
}

/// That an instrument lets help be refused for want of dual criminality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DualDemand {
    /// The instrument.
    pub instrument: String,
    /// Its articles on dual criminality.
    pub articles: Vec<ArticleUse>,
    /// The clause by which help without coercion is owed all the same, if it was seen to have one.
    pub non_coercive_clause: Option<String>,
}

/// A measure that reaches a part of the aim without coercion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NonCoercive {
    /// The measure.
    pub measure: String,
    /// Its name in English, for places where no catalogue is at hand.
    pub label: String,
}

impl Law {
    /// What the pack knows of dual criminality for the question.
    pub(crate) fn dual(&self, question: &Question, measure: &Measure, candidates: &[Candidate]) -> DualSheet {
        let mut categories: Vec<&str> = question.offences.iter().map(|o| o.category.as_str()).collect();
        categories.sort_unstable();
        categories.dedup();
        let of = |category: &&str| {
            let chosen = |row: &&Row<Offence>| {
                let of_category = question.offences.iter().filter(|o| o.category == **category);
                let mut ids = of_category.map(|o| o.offence.as_ref());
                // Unless the drafter chose one for each time he named the category, all count.
                ids.any(|id| id.is_none_or(|id| *id == row.data.id))
            };
            self.dual_in(category, question.from, question.to, chosen)
        };
        let offences: Vec<_> = categories.iter().map(of).collect();
        let in_the_way = measure.coercion != Coercion::No && offences.iter().any(|o| o.met != Binds::Yes);
        let milder = measure.milder.iter().filter(|_| in_the_way).filter_map(|id| self.measures.get(id));
        DualSheet {
            coercion: measure.coercion,
            offences,
            demanded_by: candidates.iter().filter_map(|c| self.demand(c)).collect(),
            without_coercion: milder
                .map(|row| NonCoercive { measure: row.data.id.clone(), label: row.data.label.clone() })
                .collect(),
        }
    }

    fn dual_in(
        &self,
        category: &str,
        from: Country,
        to: Country,
        chosen: impl Fn(&&Row<Offence>) -> bool,
    ) -> DualCriminality {
        let here: Vec<_> = self.offences(from, Some(category)).filter(chosen).collect();
        let there: Vec<_> = self.offences(to, Some(category)).collect();
        let pairs = here.iter().flat_map(|h| there.iter().map(move |t| (*h, *t)));
        let mut comparisons: Vec<_> = pairs.map(|(h, t)| self.beside(h, t)).collect();
        comparisons.sort_by_key(|c| {
            let pair = c.value();
            (pair.met, std::cmp::Reverse(c.confidence()), pair.here.clone(), pair.there.clone())
        });
        let (met, reason) = match comparisons.first() {
            Some(best) => (best.value().met, best.value().reason),
            // That the pack has no provision says that nobody found one, and not that there is none.
            None if there.is_empty() => (Binds::Unclear, Reason::DualNotSeenThere),
            None => (Binds::Unclear, Reason::DualNotSeenHere),
        };
        let label = self.categories.get(category).map(|c| c.data.label.clone()).unwrap_or_default();
        let sheets = |rows: Vec<&Row<Offence>>| rows.into_iter().map(|o| self.domestic_offence(o)).collect();
        let category = category.to_owned();
        DualCriminality {
            category,
            label,
            met,
            reason,
            here: sheets(here),
            there: sheets(there),
            comparisons,
        }
    }

    fn beside(&self, here: &Row<Offence>, there: &Row<Offence>) -> Sourced<Comparison> {
        let (h, t) = (&here.data, &there.data);
        let (met, reason) = match (h.liability, t.liability) {
            (_, Liability::Administrative) => (Binds::No, Reason::DualAdministrativeThere),
            (Liability::Administrative, _) => (Binds::No, Reason::DualAdministrativeHere),
            _ if t.extra_elements.iter().any(|e| !h.extra_elements.contains(e)) => {
                (Binds::Unclear, Reason::DualFactsMustShow)
            }
            // An empty list means that nobody examined the provision, not that it adds nothing.
            _ if t.extra_elements.is_empty() => (Binds::Unclear, Reason::DualElementsNotExamined),
            _ => (Binds::Yes, Reason::DualElementsMatch),
        };
        let asked = |e: &ExtraElement| h.extra_elements.contains(e) || t.extra_elements.contains(e);
        let element = |e: ExtraElement| Element {
            element: e,
            here: h.extra_elements.contains(&e),
            there: t.extra_elements.contains(&e),
        };
        let comparison = Comparison {
            here: h.id.clone(),
            there: t.id.clone(),
            elements: ExtraElement::ALL.iter().copied().filter(asked).map(element).collect(),
            met,
            reason,
        };
        let rests_on = [here, there].map(|row| self.provenance(row, Aspect::Row)).to_vec();
        Sourced::drawn(comparison, rests_on)
    }

    fn demand(&self, candidate: &Candidate) -> Option<Sourced<DualDemand>> {
        let named = candidate.refusal_grounds.value().iter().any(|g| g.ground == GROUND);
        let articles = candidate.articles.value().get(TOPIC).cloned().unwrap_or_default();
        let applies = !candidate.is_replaced() && candidate.opening.opens != Binds::No;
        if !applies || (!named && articles.is_empty()) {
            return None;
        }
        let clause = self.instruments.get(&candidate.instrument)?.data.non_coercive_clause.clone();
        let demand =
            DualDemand { instrument: candidate.instrument.clone(), articles, non_coercive_clause: clause };
        Some(Sourced::drawn(demand, candidate.articles.rests_on().to_vec()))
    }

    /// A domestic offence as it is shown.
    pub(crate) fn domestic_offence(&self, row: &Row<Offence>) -> Sourced<DomesticOffence> {
        let offence = DomesticOffence {
            offence: row.data.id.clone(),
            category: row.data.category.clone(),
            provision: row.data.provision(),
            title: row.data.title.clone(),
            liability: row.data.liability,
            extra_elements: row.data.extra_elements.clone(),
        };
        Sourced::new(offence, self.provenance(row, Aspect::Row))
    }
}

//! Puts the answer together: instrument by instrument, then ranked.

use std::collections::BTreeMap;

use comity_record::Country;

use crate::article::{ArticleUse, ParagraphRange};
use crate::basis::{
    Addressee, Basis, Candidate, ContentDemand, MAX_OFFENCES, Obligation, Provision, ProvisionKind, Question,
    RefusalGround, Replacement, Standing, Strength, Yielding,
};
use crate::binding::{Binding, Binds};
use crate::error::QuestionError;
use crate::fact::{Aspect, Sourced};
use crate::law::{Law, Row};
use crate::reason::Reason;
use crate::rows::{ContentsBasis, GeneralClause, Instrument, InstrumentKind, Measure, YesNo};

const GENERAL: &str = "mla_general";
const CONTENTS: &str = "request_contents";
const CENTRAL_AUTHORITY: &str = "central_authority_mla";
const TRANSMISSION: &str = "transmission_channel";
const UNKNOWN: &str = "unknown";

impl Law {
    /// Answers on what basis `question.from` can ask `question.to` for the measure on that day.
    ///
    /// # Errors
    /// Fails for a State, measure or category of offences that the pack has not.
    pub fn basis(&self, question: &Question) -> Result<Basis, QuestionError> {
        let measure = self.check(question)?;
        let (from, to, on) = (question.from, question.to, question.on);
        let bindings: BTreeMap<&str, Binding> = self
            .instruments
            .keys()
            .filter_map(|id| Some((id.as_str(), self.binding(id, from, to, on)?)))
            .collect();

        let mut candidates: Vec<Candidate> = bindings
            .values()
            .filter(|binding| binding.binds != Binds::No)
            .map(|binding| {
                let row = &self.instruments[&binding.instrument];
                self.candidate(row, binding.clone(), &bindings, question, measure)
            })
            .collect();
        candidates.sort_by_cached_key(rank);

        let by: Vec<_> = candidates.iter().filter(|c| c.obliges()).map(obliging).collect();
        let unchecked: Vec<_> =
            candidates.iter().filter(|c| c.may_oblige()).map(|c| c.instrument.clone()).collect();
        let reason = match (by.is_empty(), unchecked.is_empty()) {
            (false, _) => Reason::InstrumentObliges,
            (true, true) => Reason::NoInstrumentObliges,
            (true, false) => Reason::NoInstrumentKnownToOblige,
        };
        Ok(Basis {
            question: question.clone(),
            pack: self.digest,
            compiled: self.compiled,
            obligation: Obligation { reason, by, unchecked },
            dual: self.dual(question, measure, &candidates),
            remains: self.remains(question, measure, &candidates),
            requested: self.requested(question),
            candidates,
            not_binding: bindings.into_values().filter(|b| b.binds == Binds::No).collect(),
        })
    }

    fn check(&self, question: &Question) -> Result<&Measure, QuestionError> {
        self.check_state(question.from)?;
        self.check_state(question.to)?;
        if question.from == question.to {
            return Err(QuestionError::SameState(question.from));
        }
        if question.offences.len() > MAX_OFFENCES {
            return Err(QuestionError::TooManyOffences(MAX_OFFENCES));
        }
        for offence in &question.offences {
            self.check_offence(offence, question.from)?;
        }
        let measure = self.measures.get(&question.measure);
        measure
            .map(|row| &row.data)
            .ok_or_else(|| QuestionError::MeasureUnknown(question.measure.chars().take(80).collect()))
    }

    fn candidate(
        &self,
        row: &Row<Instrument>,
        binding: Binding,
        bindings: &BTreeMap<&str, Binding>,
        question: &Question,
        measure: &Measure,
    ) -> Candidate {
        let data = &row.data;
        let own = |value: String| Sourced::new(value, self.provenance(row, Aspect::Row));
        let yields = self.yields(row, bindings);
        let range = yields
            .as_ref()
            .filter(|y| y.value().yields != Binds::No)
            .and_then(|y| ParagraphRange::parse(&y.value().paragraphs));
        let cite = |article: &String| ArticleUse {
            article: article.clone(),
            in_yielding_range: range.is_some_and(|r| r.holds(article)),
        };
        let articles: BTreeMap<String, Vec<ArticleUse>> =
            data.articles.iter().map(|(t, list)| (t.clone(), list.iter().map(cite).collect())).collect();
        let seen = !data.unknown_topics.iter().any(|t| t == CONTENTS)
            && (data.kind != InstrumentKind::Bilateral || !data.request_contents_required.is_empty());
        let by_text = |value| Sourced::new(value, self.provenance(row, Aspect::Articles));
        let grounds = data.refusal_grounds.iter().map(|id| RefusalGround {
            ground: id.clone(),
            label: self.refusal_grounds.get(id).map(|g| g.data.label.clone()).unwrap_or_default(),
        });
        Candidate {
            instrument: data.id.clone(),
            short_name: own(data.short_name.clone()),
            official_name: data.official_name.clone(),
            kind: data.kind,
            binding,
            replaced: self.replaced(&data.id, bindings),
            scope: own(data.scope.clone()),
            opening: self.opening(row, question.from, &question.offences),
            provision: Sourced::new(
                provision(data, measure, &articles),
                self.provenance(row, Aspect::Articles),
            ),
            contents: Sourced::new(
                self.contents(data, measure, &articles, yields.as_ref().map(Sourced::value)),
                self.provenance(row, Aspect::Articles),
            ),
            yields,
            articles: Sourced::new(articles, self.provenance(row, Aspect::Articles)),
            unknown_topics: data.unknown_topics.clone(),
            contents_seen: seen,
            refusal_grounds: Sourced::new(grounds.collect(), self.provenance(row, Aspect::Articles)),
            addressees: self.addressees(&data.id, question.to),
            preservation_min_days: data.preservation_min_days.map(by_text),
            safe_conduct_days: data.safe_conduct_days.map(by_text),
        }
    }

    /// The instrument that takes the place of `id` between the two States.
    fn replaced(&self, id: &str, bindings: &BTreeMap<&str, Binding>) -> Option<Sourced<Replacement>> {
        let replacing = |binds: Binds| {
            self.instruments.values().find(|row| {
                row.data.replaces.iter().any(|r| r == id)
                    && bindings.get(row.data.id.as_str()).is_some_and(|b| b.binds == binds)
            })
        };
        let (row, mut reason) = replacing(Binds::Yes)
            .map(|row| (row, Reason::Replaced))
            .or_else(|| replacing(Binds::Unclear).map(|row| (row, Reason::MaybeReplaced)))?;
        let provenance = self.provenance(row, Aspect::Replacement);
        if provenance.confidence == crate::Confidence::Unverified {
            // What is only recalled does not take an instrument away.
            reason = Reason::MaybeReplaced;
        }
        let clause = row.data.replaces_clause.clone().unwrap_or_default();
        Some(Sourced::new(Replacement { by: row.data.id.clone(), clause, reason }, provenance))
    }

    /// Whether paragraphs of the instrument yield to a treaty of mutual legal assistance between the two States.
    fn yields(&self, row: &Row<Instrument>, bindings: &BTreeMap<&str, Binding>) -> Option<Sourced<Yielding>> {
        let (clause, paragraphs) =
            (row.data.subsidiary_clause.clone()?, row.data.subsidiary_paragraphs.clone()?);
        let treaties = |binds: Binds| -> Vec<String> {
            let fits = |other: &&Row<Instrument>| {
                other.data.mla_treaty == Some(YesNo::Yes)
                    && other.data.id != row.data.id
                    && bindings.get(other.data.id.as_str()).is_some_and(|b| b.binds == binds)
            };
            self.instruments.values().filter(fits).map(|other| other.data.id.clone()).collect()
        };
        let (sure, unclear) = (treaties(Binds::Yes), treaties(Binds::Unclear));
        let (yields, to) = match (sure.is_empty(), unclear.is_empty()) {
            (false, _) => (Binds::Yes, sure),
            (true, false) => (Binds::Unclear, unclear),
            (true, true) => (Binds::No, vec![]),
        };
        let yielding = Yielding { yields, clause, paragraphs, to };
        Some(Sourced::new(yielding, self.provenance(row, Aspect::Articles)))
    }

    fn contents(
        &self,
        data: &Instrument,
        measure: &Measure,
        articles: &BTreeMap<String, Vec<ArticleUse>>,
        yields: Option<&Yielding>,
    ) -> Vec<ContentDemand> {
        let cited = articles.get(CONTENTS).cloned().unwrap_or_default();
        let standing = match yields {
            Some(y) if cited.iter().any(|a| a.in_yielding_range) => match y.yields {
                Binds::Yes => Standing::Yields,
                Binds::Unclear => Standing::MayYield,
                Binds::No => Standing::Applies,
            },
            _ => Standing::Applies,
        };
        let added = measure.contents_for.as_ref().and_then(|key| data.request_contents_for.get(key));
        let usual = match data.contents_basis {
            Some(ContentsBasis::Practice) => Strength::RequiredInPractice,
            None => Strength::Required,
        };
        let mut demands: Vec<ContentDemand> = vec![];
        let lists = [
            (added.map_or(&[][..], Vec::as_slice), Strength::Required),
            (&data.request_contents_required, usual),
            (&data.request_contents_optional, Strength::Optional),
        ];
        for (fields, strength) in lists {
            for field in fields {
                if demands.iter().any(|d| d.field == *field) {
                    continue;
                }
                demands.push(ContentDemand {
                    field: field.clone(),
                    label: self.content_fields.get(field).map(|f| f.data.label.clone()).unwrap_or_default(),
                    strength,
                    standing,
                    // A list that is practice is not found in the articles, so none is cited for it.
                    articles: if strength == Strength::RequiredInPractice { vec![] } else { cited.clone() },
                });
            }
        }
        demands
    }

    /// The authorities of `to` for an instrument: those named for it, then the central authorities at large.
    fn addressees(&self, instrument: &str, to: Country) -> Vec<Sourced<Addressee>> {
        let mut found: Vec<_> = [CENTRAL_AUTHORITY, TRANSMISSION]
            .into_iter()
            .flat_map(|role| self.authorities(to, Some(role)).map(move |row| (role, row)))
            .map(|(role, row)| {
                let reason = if row.data.name_en == UNKNOWN {
                    Reason::AddresseeUnknown
                } else if row.data.instruments.iter().any(|i| i == instrument) {
                    Reason::NamedForInstrument
                } else {
                    Reason::NotNamedForInstrument
                };
                let addressee = Addressee {
                    authority: row.data.id.clone(),
                    role: role.to_owned(),
                    name_en: row.data.name_en.clone(),
                    name_local: row.data.name_local.clone(),
                    reason,
                };
                Sourced::new(addressee, self.provenance(row, Aspect::Row))
            })
            .collect();
        // An authority that was found goes before the note that one was not; among these, the named one first.
        found.sort_by_key(|a| {
            let place = match a.value().reason {
                Reason::NamedForInstrument => 0,
                Reason::NotNamedForInstrument => 1,
                _ => 2,
            };
            (place, a.value().role.clone(), a.value().authority.clone())
        });
        found
    }
}

fn provision(
    data: &Instrument,
    measure: &Measure,
    articles: &BTreeMap<String, Vec<ArticleUse>>,
) -> Provision {
    let of = |topics: &[String]| -> Vec<ArticleUse> {
        topics.iter().filter_map(|t| articles.get(t)).flatten().cloned().collect()
    };
    let own = of(&measure.topics);
    if !own.is_empty() {
        return Provision { kind: ProvisionKind::Articles, reason: Reason::ArticlesProvide, articles: own };
    }
    let general = of(&[GENERAL.to_owned()]);
    let carries = measure.general_clause == GeneralClause::Carries;
    if carries && !general.is_empty() {
        let (kind, reason) = (ProvisionKind::GeneralClause, Reason::GeneralClauseCarries);
        return Provision { kind, reason, articles: general };
    }
    let mut asked: Vec<&str> = measure.topics.iter().map(String::as_str).collect();
    if carries {
        asked.push(GENERAL);
    }
    let unchecked = asked.iter().any(|t| data.unknown_topics.iter().any(|u| u == t));
    // Nearly all bilateral texts are unread (README): a topic that is absent there was not looked for. An
    // agreement on something else than assistance is left out of that.
    let unread = data.kind == InstrumentKind::Bilateral && data.mla_treaty != Some(YesNo::No);
    let (kind, reason, articles) = match (unchecked, unread) {
        (_, true) => (ProvisionKind::Unknown, Reason::TextNotRead, general),
        (true, _) => (ProvisionKind::Unknown, Reason::TopicNotChecked, general),
        _ if measure.general_clause == GeneralClause::MayAsk && !general.is_empty() => {
            (ProvisionKind::MayBeAsked, Reason::GeneralClauseMayBeAsked, general)
        }
        _ => (ProvisionKind::NotProvided, Reason::NotProvidedAsKnown, vec![]),
    };
    Provision { kind, reason, articles }
}

/// Best first: not replaced, sure to bind, not closed to the offence, providing most, verified, special before
/// general.
fn rank(c: &Candidate) -> (bool, Binds, bool, ProvisionKind, Binds, bool, InstrumentKind, String) {
    (
        c.is_replaced(),
        c.binding.binds,
        c.opening.opens == Binds::No,
        c.provision.value().kind,
        c.opening.opens,
        c.provision.confidence() == crate::Confidence::Unverified,
        c.kind,
        c.instrument.clone(),
    )
}

/// That an instrument obliges, resting on everything that makes it so.
fn obliging(c: &Candidate) -> Sourced<String> {
    let sides = c.binding.sides.iter().flat_map(|s| &s.rests_on);
    let opened = c.opening.offences.iter().filter(|o| o.opens == Binds::Yes);
    let opened = opened.flat_map(|o| {
        let by_list = o.reason == Reason::ListedOffence;
        let penalties = o.penalties.iter().filter(move |_| o.reason == Reason::ThresholdMet);
        let list = by_list.then(|| o.listed_in.rests_on());
        list.into_iter().flatten().chain(penalties.flat_map(Sourced::rests_on))
    });
    let mut rests_on: Vec<_> = c
        .binding
        .in_force
        .rests_on()
        .iter()
        .chain(c.provision.rests_on())
        .chain(sides)
        .chain(opened)
        .cloned()
        .collect();
    rests_on.sort();
    rests_on.dedup();
    Sourced::drawn(c.instrument.clone(), rests_on)
}

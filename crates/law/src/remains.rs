//! What can be asked beside a treaty, or where nothing obliges; and what the requested State's own law says.

use comity_record::Country;

use crate::basis::{
    Candidate, DomesticSheet, ProvisionKind, Question, Remaining, RequestedState, VirtualAssetSheet, Way,
};
use crate::binding::Binds;
use crate::fact::{Aspect, Sourced};
use crate::law::{Law, Row};
use crate::reason::Reason;
use crate::rows::{EgmontStatus, Measure, MlaBasis, Network, YesNoUnknown};

/// The network whose members the `egmont` table lists one by one.
const EGMONT: &str = "egmont";

impl Law {
    /// The ways beside the instruments, the open ones first.
    pub(crate) fn remains(
        &self,
        question: &Question,
        measure: &Measure,
        candidates: &[Candidate],
    ) -> Vec<Sourced<Remaining>> {
        let mut ways = vec![];
        ways.extend(candidates.iter().filter_map(general_clause));
        ways.push(self.reciprocity(question.to));
        ways.extend(self.domestic_provisions(question.to, measure));
        let wanted = |row: &&Row<Network>| row.data.use_for.iter().any(|u| measure.network_uses.contains(u));
        let networks = self.networks.values().filter(wanted);
        ways.extend(networks.map(|row| self.network(row, question)));
        if measure.provider {
            // A provider's own will is no fact of law, so it rests on no row.
            ways.push(Sourced::drawn(
                Remaining {
                    way: Way::Provider,
                    open: YesNoUnknown::Unknown,
                    reasons: vec![Reason::ProviderVoluntary],
                    id: "provider".to_owned(),
                    name: String::new(),
                    provisions: vec![],
                },
                vec![],
            ));
        }
        ways.sort_by_key(|w| (w.value().open, w.value().way, w.value().id.clone()));
        ways
    }

    /// What the pack has of the requested State's own law.
    pub(crate) fn requested(&self, question: &Question) -> RequestedState {
        let state = &self.states[&question.to];
        let domestic = self.domestic.get(&question.to).into_iter().flatten();
        let assets = self.virtual_assets.get(&question.to).into_iter().flatten();
        let wanted = |category: &str| question.offences.iter().any(|o| o.category == category);
        RequestedState {
            mla_basis: Sourced::new(state.data.mla_basis, self.provenance(state, Aspect::MlaBasis)),
            request_language: Sourced::new(
                state.data.request_language.clone(),
                self.provenance(state, Aspect::RequestLanguage),
            ),
            languages: state.data.languages.clone(),
            domestic_law: domestic
                .map(|row| {
                    let sheet = DomesticSheet {
                        law: row.data.law.clone(),
                        year: row.data.year,
                        provisions: row.data.provisions.clone(),
                        periods_days: row.data.periods.clone(),
                    };
                    Sourced::new(sheet, self.provenance(row, Aspect::Row))
                })
                .collect(),
            virtual_assets: assets
                .map(|row| {
                    let regulator = self.authorities.get(&row.data.regulator);
                    let sheet = VirtualAssetSheet {
                        law: row.data.law.clone(),
                        seizable: row.data.seizable,
                        market_status: row.data.market_status.clone(),
                        regulator: regulator.map(|r| r.data.name_en.clone()).unwrap_or_default(),
                    };
                    let mut rests_on =
                        vec![self.provenance(row, Aspect::Row), self.provenance(row, Aspect::Seizable)];
                    rests_on.extend(regulator.map(|r| self.provenance(r, Aspect::Row)));
                    Sourced::drawn(sheet, rests_on)
                })
                .collect(),
            offences: self
                .offences(question.to, None)
                .filter(|row| wanted(&row.data.category))
                .map(|row| self.domestic_offence(row))
                .collect(),
        }
    }

    fn reciprocity(&self, to: Country) -> Sourced<Remaining> {
        let state = &self.states[&to];
        let (open, reason) = match state.data.mla_basis {
            MlaBasis::TreatyOrReciprocity => (YesNoUnknown::Yes, Reason::ReciprocityOpen),
            MlaBasis::TreatyOnly => (YesNoUnknown::No, Reason::TreatyNeeded),
            MlaBasis::Unknown => (YesNoUnknown::Unknown, Reason::ReciprocityUnknown),
        };
        let way = Remaining {
            way: Way::Reciprocity,
            open,
            reasons: vec![reason],
            id: to.to_string(),
            name: state.data.name.clone(),
            provisions: vec![],
        };
        Sourced::new(way, self.provenance(state, Aspect::MlaBasis))
    }

    fn domestic_provisions(&self, to: Country, measure: &Measure) -> Vec<Sourced<Remaining>> {
        let laws = self.domestic.get(&to).into_iter().flatten();
        laws.filter_map(|row| {
            let found = measure.domestic_topics.iter().filter_map(|t| row.data.provisions.get(t));
            let provisions: Vec<String> = found.cloned().collect();
            let way = Remaining {
                way: Way::DomesticProvision,
                open: YesNoUnknown::Yes,
                reasons: vec![Reason::DomesticProvision],
                id: to.to_string(),
                name: row.data.law.clone(),
                provisions,
            };
            (!way.provisions.is_empty()).then(|| Sourced::new(way, self.provenance(row, Aspect::Row)))
        })
        .collect()
    }

    fn network(&self, row: &Row<Network>, question: &Question) -> Sourced<Remaining> {
        let states = [question.from, question.to];
        let mut rests_on = vec![self.provenance(row, Aspect::Row)];
        let mut open = if states.iter().all(|s| row.data.members.contains(s)) {
            YesNoUnknown::Yes
        } else {
            // Lists of members are seldom whole in the sources, so absence from one proves nothing.
            YesNoUnknown::Unknown
        };
        if row.data.id == EGMONT {
            let standing = states.map(|s| self.egmont.get(&s));
            rests_on.extend(standing.iter().flatten().map(|row| self.provenance(row, Aspect::Row)));
            open = standing
                .iter()
                .map(|row| match row.map(|r| r.data.status) {
                    Some(EgmontStatus::Member) => YesNoUnknown::Yes,
                    Some(EgmontStatus::NotMember) => YesNoUnknown::No,
                    Some(EgmontStatus::Unknown) | None => YesNoUnknown::Unknown,
                })
                .max()
                .unwrap_or(YesNoUnknown::Unknown);
        }
        let (way, worth) = match row.data.kind.as_str() {
            "24-7-network" => (Way::ContactPoints, None),
            "police-network" | "regional-centre" => (Way::Police, Some(Reason::PoliceInformationOnly)),
            "fiu-network" | "fsrb" => (Way::FinancialIntelligence, Some(Reason::IntelligenceOnly)),
            "informal-network" => (Way::AssetRecovery, Some(Reason::IntelligenceOnly)),
            _ => (Way::OtherNetwork, None),
        };
        let membership = match open {
            YesNoUnknown::Yes => Reason::NetworkOfBoth,
            YesNoUnknown::Unknown => Reason::NetworkMembershipNotSeen,
            YesNoUnknown::No => Reason::NetworkNotOfBoth,
        };
        let remaining = Remaining {
            way,
            open,
            reasons: std::iter::once(membership).chain(worth).collect(),
            id: row.data.id.clone(),
            name: row.data.name.clone(),
            provisions: vec![],
        };
        Sourced::drawn(remaining, rests_on)
    }
}

/// Asking under the general clause of an instrument that does not oblige to the measure.
fn general_clause(candidate: &Candidate) -> Option<Sourced<Remaining>> {
    let provision = candidate.provision.value();
    let asked = provision.kind == ProvisionKind::MayBeAsked;
    if !asked || candidate.is_replaced() || candidate.opening.opens == Binds::No {
        return None;
    }
    let sure = candidate.binding.binds == Binds::Yes && candidate.opening.opens == Binds::Yes;
    let way = Remaining {
        way: Way::GeneralClause,
        open: if sure { YesNoUnknown::Yes } else { YesNoUnknown::Unknown },
        reasons: vec![provision.reason],
        id: candidate.instrument.clone(),
        name: candidate.short_name.value().clone(),
        provisions: provision.articles.iter().map(|a| a.article.clone()).collect(),
    };
    Some(Sourced::drawn(way, candidate.provision.rests_on().to_vec()))
}

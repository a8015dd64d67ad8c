//! The question of a drafter and its answer: on what basis can this help be asked, and what must be in it.

use std::collections::BTreeMap;

use comity_record::{Country, Sha256Digest, cbor};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::article::ArticleUse;
use crate::binding::{Binding, Binds};
use crate::dual::DualSheet;
use crate::fact::{Confidence, Provenance, Sourced};
use crate::opening::{OffenceAsked, Opening};
use crate::reason::Reason;
use crate::rows::{ExtraElement, InstrumentKind, Liability, MlaBasis, YesNoUnknown};

/// Offences that one question may name; a request that is about more is several requests.
pub const MAX_OFFENCES: usize = 50;

/// Who asks whom for what, on which day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The requesting State.
    pub from: Country,
    /// The requested State.
    pub to: Country,
    /// The day on which the request is made.
    pub on: Date,
    /// The id of the measure.
    pub measure: String,
    /// The offences that the request is about.
    #[serde(default)]
    pub offences: Vec<OffenceAsked>,
}

/// The answer to a [`Question`]: the same question to the same pack gives the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// What was asked.
    pub question: Question,
    /// The digest of the pack that answered.
    pub pack: Sha256Digest,
    /// The day on which that pack was compiled.
    pub compiled: Date,
    /// Whether any instrument obliges the requested State.
    pub obligation: Obligation,
    /// The instruments that bind both States, or may, best first.
    pub candidates: Vec<Candidate>,
    /// The instruments that do not bind both, with the reason.
    pub not_binding: Vec<Binding>,
    /// Whether the act is an offence in both States, and what can be asked without coercion where it is not.
    pub dual: DualSheet,
    /// What can be asked beside a treaty, or where nothing obliges.
    pub remains: Vec<Sourced<Remaining>>,
    /// What the requested State's own law says, as far as the pack has it.
    pub requested: RequestedState,
}

/// Whether an instrument obliges the requested State to the measure. That none does is an answer too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// `instrument-obliges`, `no-instrument-obliges` or `no-instrument-known-to-oblige`.
    pub reason: Reason,
    /// The instruments that oblige, best first; each as sure as what it rests on.
    pub by: Vec<Sourced<String>>,
    /// Instruments that may oblige, but were not read, or are not sure to bind or to open.
    pub unchecked: Vec<String>,
}

impl Obligation {
    /// Whether nothing is known to oblige the requested State.
    pub fn is_none(&self) -> bool {
        self.by.is_empty()
    }

    /// How sure it is that something obliges.
    pub fn confidence(&self) -> Confidence {
        self.by.iter().map(Sourced::confidence).max().unwrap_or(Confidence::Unverified)
    }
}

/// An instrument that binds both States, or may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Its id.
    pub instrument: String,
    /// Its usual name.
    pub short_name: Sourced<String>,
    /// Its official name, or `unknown`.
    pub official_name: String,
    /// Between whom it is.
    pub kind: InstrumentKind,
    /// Whether and why it binds.
    pub binding: Binding,
    /// The instrument that replaces it between the two States, if any.
    pub replaced: Option<Sourced<Replacement>>,
    /// What it is for, in the pack's words.
    pub scope: Sourced<String>,
    /// Whether the offences open it.
    pub opening: Opening,
    /// What it provides for the measure.
    pub provision: Sourced<Provision>,
    /// Which of its paragraphs yield to another treaty.
    pub yields: Option<Sourced<Yielding>>,
    /// Its articles by topic, for reference beside the measure.
    pub articles: Sourced<BTreeMap<String, Vec<ArticleUse>>>,
    /// Topics that nobody checked in it.
    pub unknown_topics: Vec<String>,
    /// What a request must and may contain.
    pub contents: Sourced<Vec<ContentDemand>>,
    /// Whether the list of contents was seen whole.
    pub contents_seen: bool,
    /// On what grounds it lets a request be refused.
    pub refusal_grounds: Sourced<Vec<RefusalGround>>,
    /// Whom to address, best first. Empty where nobody was found.
    pub addressees: Vec<Sourced<Addressee>>,
    /// Least days that data must be kept after a preservation request.
    pub preservation_min_days: Option<Sourced<u16>>,
    /// Days after which a witness who could leave loses immunity.
    pub safe_conduct_days: Option<Sourced<u16>>,
}

/// That an instrument gives way to another between two States.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replacement {
    /// The instrument that takes its place.
    pub by: String,
    /// The clause that says so.
    pub clause: String,
    /// `replaced` or `maybe-replaced`.
    pub reason: Reason,
}

/// What an instrument provides for a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// The answer.
    pub kind: ProvisionKind,
    /// Why.
    pub reason: Reason,
    /// The articles to cite.
    pub articles: Vec<ArticleUse>,
}

/// How an instrument provides for a measure, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProvisionKind {
    /// By articles on the measure itself.
    Articles,
    /// By its general duty to assist.
    GeneralClause,
    /// Not known: nobody checked, or the text was not read.
    Unknown,
    /// Not as a duty; the general clause lets it be asked for.
    MayBeAsked,
    /// Not, as far as known.
    NotProvided,
}

/// That paragraphs yield to another treaty of mutual legal assistance in force between the two States.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Yielding {
    /// Whether there is such a treaty.
    pub yields: Binds,
    /// The clause: `18(7)`.
    pub clause: String,
    /// The paragraphs: `18(9)-18(29)`.
    pub paragraphs: String,
    /// The treaties to which they yield.
    pub to: Vec<String>,
}

/// One thing that a request must or may contain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentDemand {
    /// The pack's id: `facts_summary`.
    pub field: String,
    /// In English, for places where no catalogue is at hand.
    pub label: String,
    /// How much it is asked for.
    pub strength: Strength,
    /// Whether the articles that ask for it apply between the two States.
    pub standing: Standing,
    /// The articles that ask for it.
    pub articles: Vec<ArticleUse>,
}

/// How much a content is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// The instrument demands it.
    Required,
    /// The instrument has no list; practice expects it.
    RequiredInPractice,
    /// It may be given, or must be where it is possible or wished.
    Optional,
}

/// Whether an article applies between two States, or yields to another treaty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It applies.
    Applies,
    /// It yields to a treaty that may be in force between the two.
    MayYield,
    /// It yields to another treaty; it applies only if the two States agree.
    Yields,
}

/// A ground on which a request may be refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalGround {
    /// The pack's id.
    pub ground: String,
    /// In English, for places where no catalogue is at hand.
    pub label: String,
}

/// An authority to which a request may be addressed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// The pack's id.
    pub authority: String,
    /// Its role: `central_authority_mla` or `transmission_channel`.
    pub role: String,
    /// Its English name, or `unknown`: a gap to fill, not an institution.
    pub name_en: String,
    /// Its name in the language of its State.
    pub name_local: String,
    /// Whether it is named for this instrument.
    pub reason: Reason,
}

/// One way that remains beside the instruments, or where none obliges.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remaining {
    /// Which way.
    pub way: Way,
    /// Whether it is open, as far as the pack knows.
    pub open: YesNoUnknown,
    /// Why, and what it is worth.
    pub reasons: Vec<Reason>,
    /// The id of the instrument, network or law.
    pub id: String,
    /// Its name, for places where no catalogue is at hand.
    pub name: String,
    /// Articles or provisions to cite.
    pub provisions: Vec<String>,
}

/// The kinds of way that remain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Ask under the general clause of an instrument in force, which does not oblige to the measure.
    GeneralClause,
    /// Offer reciprocity.
    Reciprocity,
    /// Point to the requested State's own provision.
    DomesticProvision,
    /// A 24/7 network.
    ContactPoints,
    /// The police channel.
    Police,
    /// FIU to FIU.
    FinancialIntelligence,
    /// An asset-recovery network.
    AssetRecovery,
    /// A network of central authorities or another body.
    OtherNetwork,
    /// The provider itself, of its own will.
    Provider,
}

impl Way {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::GeneralClause,
        Self::Reciprocity,
        Self::DomesticProvision,
        Self::ContactPoints,
        Self::Police,
        Self::FinancialIntelligence,
        Self::AssetRecovery,
        Self::OtherNetwork,
        Self::Provider,
    ];

    /// The stable name, as it is serialised; its words are the message `law-way-<name>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::GeneralClause => "general-clause",
            Self::Reciprocity => "reciprocity",
            Self::DomesticProvision => "domestic-provision",
            Self::ContactPoints => "contact-points",
            Self::Police => "police",
            Self::FinancialIntelligence => "financial-intelligence",
            Self::AssetRecovery => "asset-recovery",
            Self::OtherNetwork => "other-network",
            Self::Provider => "provider",
        }
    }
}

/// What the requested State's own law says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestedState {
    /// Whether it needs a treaty.
    pub mla_basis: Sourced<MlaBasis>,
    /// The language in which it takes requests, in the pack's words, or `unknown`.
    pub request_language: Sourced<String>,
    /// Its languages.
    pub languages: Vec<String>,
    /// Its laws on cooperation, with provisions by topic.
    pub domestic_law: Vec<Sourced<DomesticSheet>>,
    /// Its laws on virtual assets.
    pub virtual_assets: Vec<Sourced<VirtualAssetSheet>>,
    /// Its offences in the categories that were asked about.
    pub offences: Vec<Sourced<DomesticOffence>>,
}

/// A law on cooperation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomesticSheet {
    /// The law.
    pub law: String,
    /// Its year; 0 if it was not seen.
    pub year: u16,
    /// Articles by topic.
    pub provisions: BTreeMap<String, String>,
    /// Periods in days.
    pub periods_days: BTreeMap<String, u16>,
}

/// A law on virtual assets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VirtualAssetSheet {
    /// The law.
    pub law: String,
    /// Whether virtual assets can be seized.
    pub seizable: YesNoUnknown,
    /// `licensed`, `restricted`, `prohibited` or `unregulated`.
    pub market_status: String,
    /// The name of the body that licenses providers, which can say who holds the records; empty if there is none.
    pub regulator: String,
}

/// An offence of a State's law, to set beside another State's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomesticOffence {
    /// The pack's id.
    pub offence: String,
    /// The category.
    pub category: String,
    /// The statute and article.
    pub provision: String,
    /// What it is called there, in English.
    pub title: String,
    /// Criminal or administrative; the latter seldom satisfies dual criminality.
    pub liability: Liability,
    /// What it adds to the plain conduct. Empty if nobody examined it, which does not say that it adds nothing.
    pub extra_elements: Vec<ExtraElement>,
}

/// A legal fact that a named jurist must confirm or overrule before a request relies on it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ToConfirm {
    /// What is uncertain.
    pub reason: Reason,
    /// The instrument in whose favour it is relied on.
    pub instrument: String,
    /// What it rests on; for a row that is not there, the instrument's own.
    pub provenance: Provenance,
}

impl ToConfirm {
    /// Names the fact for a confirmation. Another row, source, confidence or reason is another fact.
    pub fn digest(&self) -> Sha256Digest {
        let bytes = cbor::to_canonical(self).expect("texts, a date and a digest have a canonical form");
        Sha256Digest::of(&bytes)
    }
}

impl Candidate {
    /// Whether the instrument obliges the requested State to the measure, as far as the pack knows.
    pub fn obliges(&self) -> bool {
        self.binding.binds == Binds::Yes
            && !self.is_replaced()
            && self.opening.opens == Binds::Yes
            && self.provision.value().kind <= ProvisionKind::GeneralClause
    }

    /// Whether it may oblige, but something is not known.
    pub fn may_oblige(&self) -> bool {
        !self.obliges()
            && self.binding.binds != Binds::No
            && !self.is_replaced()
            && self.opening.opens != Binds::No
            && self.provision.value().kind <= ProvisionKind::Unknown
    }

    /// Whether another instrument surely takes its place.
    pub fn is_replaced(&self) -> bool {
        self.replaced.as_ref().is_some_and(|r| r.value().reason == Reason::Replaced)
    }

    /// Whether a request can cite it, as far as the pack knows: it is not replaced, not closed to the offences, and
    /// provides for the measure or at least lets it be asked for.
    pub fn carries(&self) -> bool {
        !self.is_replaced()
            && self.opening.opens != Binds::No
            && self.provision.value().kind != ProvisionKind::NotProvided
    }

    /// Everything uncertain that a request citing this instrument relies on, sorted, each once.
    pub fn to_confirm(&self) -> Vec<ToConfirm> {
        let mut found = vec![];
        let mut note = |reason: Reason, provenance: &Provenance| {
            found.push(ToConfirm {
                reason,
                instrument: self.instrument.clone(),
                provenance: provenance.clone(),
            });
        };
        let own = &self.binding.in_force.rests_on()[0];
        if self.binding.in_force.value().reason.is_uncertain() {
            note(self.binding.in_force.value().reason, own);
        }
        for side in &self.binding.sides {
            for reason in side.reasons.iter().filter(|r| r.is_uncertain()) {
                note(*reason, side.rests_on.first().unwrap_or(own));
            }
        }
        for reason in self.opening.reasons.iter().filter(|r| r.is_uncertain()) {
            note(*reason, own);
        }
        for offence in self.opening.offences.iter().filter(|o| o.reason.is_uncertain()) {
            let penalty = offence.penalties.first().and_then(|p| p.rests_on().last());
            note(offence.reason, penalty.or(offence.listed_in.rests_on().first()).unwrap_or(own));
        }
        if self.provision.value().reason.is_uncertain() {
            note(self.provision.value().reason, &self.provision.rests_on()[0]);
        }
        if let Some(replaced) = self.replaced.as_ref().filter(|r| r.value().reason.is_uncertain()) {
            note(replaced.value().reason, &replaced.rests_on()[0]);
        }
        if let Some(first) = self.addressees.first() {
            if first.value().reason.is_uncertain() {
                note(first.value().reason, &first.rests_on()[0]);
            }
        } else {
            note(Reason::AddresseeUnknown, own);
        }
        let relied_on = [
            self.short_name.rests_on(),
            self.provision.rests_on(),
            self.contents.rests_on(),
            self.opening.threshold.as_ref().map_or(&[], |t| t.rests_on()),
            self.addressees.first().map_or(&[], |a| a.rests_on()),
        ];
        let sides = self.binding.sides.iter().flat_map(|s| &s.rests_on);
        for provenance in relied_on.into_iter().flatten().chain(sides) {
            if provenance.confidence == Confidence::Unverified {
                note(Reason::RowUnverified, provenance);
            }
        }
        found.sort();
        found.dedup();
        found
    }
}

impl Basis {
    /// The candidate of that id.
    pub fn candidate(&self, instrument: &str) -> Option<&Candidate> {
        self.candidates.iter().find(|c| c.instrument == instrument)
    }
}

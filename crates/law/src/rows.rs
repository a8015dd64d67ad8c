//! The rows of the pack as types. Field by field documented in `packs/law/README.md`.

use std::collections::BTreeMap;

use comity_record::Country;
use serde::{Deserialize, Deserializer, Serialize};

use crate::fact::{Confidence, PackDate, Term};

/// A treaty or agreement.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field, for jurists and programmers alike")]
pub struct Instrument {
    pub id: String,
    pub official_name: String,
    pub short_name: String,
    pub kind: InstrumentKind,
    pub depositary: String,
    pub adopted_date: PackDate,
    pub adopted_place: String,
    pub in_force_date: PackDate,
    #[serde(default = "unknown")]
    pub in_force_by: PackDate,
    pub in_force_seen: Option<YesNo>,
    pub scope: String,
    pub offence_scope: Option<OffenceScope>,
    pub mla_treaty: Option<YesNo>,
    #[serde(default)]
    pub replaces: Vec<String>,
    pub replaces_clause: Option<String>,
    pub replaces_source: Option<String>,
    pub replaces_confidence: Option<Confidence>,
    pub entry_after_consent_days: Option<u16>,
    pub entry_clause: Option<String>,
    pub entry_source: Option<String>,
    pub entry_confidence: Option<Confidence>,
    #[serde(deserialize_with = "term")]
    pub serious_crime_threshold_years: Term,
    #[serde(default, deserialize_with = "optional_term")]
    pub extradition_threshold_years: Option<Term>,
    pub source: String,
    pub confidence: Confidence,
    pub request_contents_required: Vec<String>,
    pub request_contents_optional: Vec<String>,
    pub contents_basis: Option<ContentsBasis>,
    pub refusal_grounds: Vec<String>,
    pub unknown_topics: Vec<String>,
    pub preservation_min_days: Option<u16>,
    pub safe_conduct_days: Option<u16>,
    pub subsidiary_clause: Option<String>,
    pub subsidiary_paragraphs: Option<String>,
    pub non_coercive_clause: Option<String>,
    pub articles_source: String,
    pub articles_confidence: Confidence,
    #[serde(default)]
    pub articles_note: String,
    #[serde(default)]
    pub note: String,
    pub articles: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub request_contents_for: BTreeMap<String, Vec<String>>,
}

/// How wide an instrument is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InstrumentKind {
    /// Between two States.
    Bilateral,
    /// Between the States of a region.
    Regional,
    /// A protocol to another instrument.
    Protocol,
    /// Open to all States, or nearly.
    Multilateral,
}

/// Which offences open an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OffenceScope {
    /// Any criminal matter.
    Any,
    /// Only the offences that the instrument names.
    Listed,
    /// The offences that it names, and any serious crime.
    ListedOrSerious,
}

/// Where the list of contents comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContentsBasis {
    /// Practice; the instrument has no list.
    Practice,
}

/// Yes or no, where an absent key means that nobody looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// A State of the pack.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field")]
pub struct State {
    pub code: Country,
    pub name: String,
    pub name_local: String,
    pub group: StateGroup,
    pub languages: Vec<String>,
    pub mla_basis: MlaBasis,
    #[serde(default)]
    pub mla_basis_note: String,
    pub mla_basis_source: String,
    pub mla_basis_confidence: Confidence,
    pub request_language: String,
    pub request_language_source: String,
    pub request_language_confidence: Confidence,
}

/// Whom the pack is made for, and whom they write to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StateGroup {
    /// Looked up for every instrument.
    Focus,
    /// Looked up where it was asked for.
    Partner,
}

/// Whether a State needs a treaty to help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MlaBasis {
    /// Helps only by treaty.
    TreatyOnly,
    /// Helps by treaty, else on reciprocity.
    TreatyOrReciprocity,
    /// Not found.
    Unknown,
}

/// Who is bound by what.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field")]
pub struct Party {
    pub state: Country,
    pub instrument: String,
    pub status: PartyStatus,
    pub signature_date: PackDate,
    pub consent_date: PackDate,
    pub consent_type: String,
    pub in_force_date: Option<PackDate>,
    #[serde(default)]
    pub declarations: String,
    pub as_of: PackDate,
    pub source: String,
    pub confidence: Confidence,
    #[serde(default)]
    pub note: String,
}

/// A State's standing towards an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyStatus {
    /// Bound.
    Party,
    /// Signed, not bound as far as seen.
    Signatory,
    /// Neither, as of the date of the source.
    None,
    /// Not found.
    Unknown,
}

/// An institution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field")]
pub struct Authority {
    pub id: String,
    pub state: Country,
    pub roles: Vec<String>,
    pub name_en: String,
    pub name_local: String,
    pub instruments: Vec<String>,
    pub as_of: PackDate,
    pub source: String,
    pub confidence: Confidence,
    #[serde(default)]
    pub note: String,
}

/// Whether a State's FIU belongs to the Egmont Group.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field")]
pub struct Egmont {
    pub state: Country,
    pub status: EgmontStatus,
    pub as_of: PackDate,
    pub source: String,
    pub confidence: Confidence,
    #[serde(default)]
    pub note: String,
}

/// Membership of the Egmont Group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EgmontStatus {
    /// Belongs to it.
    Member,
    /// Does not, or does no longer.
    NotMember,
    /// Not found.
    Unknown,
}

/// A network of contact points.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field")]
pub struct Network {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub purpose: String,
    pub members: Vec<Country>,
    pub observers: Vec<Country>,
    pub use_for: Vec<String>,
    pub as_of: PackDate,
    pub source: String,
    pub confidence: Confidence,
    #[serde(default)]
    pub note: String,
}

/// A State's own law on helping others.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field")]
pub struct DomesticLaw {
    pub state: Country,
    pub law: String,
    pub year: u16,
    pub as_of: PackDate,
    pub source: String,
    pub confidence: Confidence,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub provisions: BTreeMap<String, String>,
    #[serde(default)]
    pub periods: BTreeMap<String, u16>,
}

/// A kind of offence, tied to the articles of treaties.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field")]
pub struct Category {
    pub id: String,
    pub label: String,
    pub budapest_articles: Vec<String>,
    pub uncyber_articles: Vec<String>,
    pub other_treaty_articles: Vec<String>,
    pub source: String,
    pub confidence: Confidence,
    pub uncyber_confidence: Option<Confidence>,
}

/// An offence of a State's law.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field")]
pub struct Offence {
    pub id: String,
    pub state: Country,
    pub category: String,
    pub statute: String,
    pub statute_year: u16,
    pub article: String,
    pub title: String,
    pub liability: Liability,
    #[serde(default, deserialize_with = "optional_term")]
    pub max_years: Option<Term>,
    #[serde(default, deserialize_with = "optional_term")]
    pub max_years_aggravated: Option<Term>,
    pub penalty_confidence: Confidence,
    pub penalty_source: Option<String>,
    #[serde(default)]
    pub extra_elements: Vec<ExtraElement>,
    pub as_of: PackDate,
    pub source: String,
    pub confidence: Confidence,
    #[serde(default)]
    pub note: String,
}

impl Offence {
    /// The statute and article as one cites them; the statute alone where the article was not found.
    pub fn provision(&self) -> String {
        match self.article.as_str() {
            "unknown" | "" => self.statute.clone(),
            article => format!("{}, {article}", self.statute),
        }
    }
}

/// Criminal or not: administrative liability usually does not satisfy dual criminality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Liability {
    /// A crime.
    Criminal,
    /// An administrative offence.
    Administrative,
}

impl Liability {
    /// The stable name, as it is serialised. The words are the messages `law-liability-<name>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Criminal => "criminal",
            Self::Administrative => "administrative",
        }
    }
}

/// What a domestic offence adds to the plain conduct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExtraElement {
    /// Substantial harm.
    SubstantialHarm,
    /// A security measure must be overcome.
    SecurityMeasure,
    /// Dishonest intent.
    DishonestIntent,
    /// Destruction, blocking, change, copying and the like.
    HarmfulResult,
    /// The communication is not public.
    NonPublicCommunication,
    /// Only alteration counts.
    AlterationOnly,
}

impl ExtraElement {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::SubstantialHarm,
        Self::SecurityMeasure,
        Self::DishonestIntent,
        Self::HarmfulResult,
        Self::NonPublicCommunication,
        Self::AlterationOnly,
    ];

    /// The stable name. The words are the messages `law-element-<name>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SubstantialHarm => "substantial-harm",
            Self::SecurityMeasure => "security-measure",
            Self::DishonestIntent => "dishonest-intent",
            Self::HarmfulResult => "harmful-result",
            Self::NonPublicCommunication => "non-public-communication",
            Self::AlterationOnly => "alteration-only",
        }
    }
}

/// A State's law on virtual assets.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field")]
pub struct VirtualAssetLaw {
    pub state: Country,
    pub law: String,
    pub date: PackDate,
    pub defines_virtual_asset: YesNoUnknown,
    pub seizable: YesNoUnknown,
    pub seizable_source: Option<String>,
    pub seizable_confidence: Option<Confidence>,
    pub market_status: String,
    pub regulator: String,
    pub as_of: PackDate,
    pub source: String,
    pub confidence: Confidence,
    #[serde(default)]
    pub note: String,
}

/// Yes, no, or not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum YesNoUnknown {
    /// Yes.
    Yes,
    /// Not found.
    Unknown,
    /// No.
    No,
}

/// A source that rows cite.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field")]
pub struct Source {
    pub id: String,
    pub title: String,
    pub kind: String,
    pub as_of: PackDate,
}

/// An id with words for people, as content fields and grounds for refusal are.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field")]
pub struct Labelled {
    pub id: String,
    pub label: String,
}

/// A kind of help that one State asks of another.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the pack's README documents each field")]
pub struct Measure {
    pub id: String,
    pub label: String,
    pub topics: Vec<String>,
    pub general_clause: GeneralClause,
    pub contents_for: Option<String>,
    pub domestic_topics: Vec<String>,
    pub network_uses: Vec<String>,
    pub provider: bool,
    #[serde(default)]
    pub coercion: Coercion,
    #[serde(default)]
    pub milder: Vec<String>,
    #[serde(default)]
    pub emergency: bool,
}

/// Whether a measure is carried out against somebody's will, or by an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Coercion {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// The requested State's law says.
    #[default]
    ByLaw,
}

impl Coercion {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Yes, Self::No, Self::ByLaw];

    /// The stable name. The words are the messages `law-coercion-<name>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::ByLaw => "by-law",
        }
    }
}

/// What a general duty to assist does for a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GeneralClause {
    /// It covers the measure as ordinary gathering of evidence.
    Carries,
    /// The measure may be asked for, but the clause does not oblige to it.
    MayAsk,
    /// It does not reach.
    None,
}

fn unknown() -> PackDate {
    PackDate::Unknown
}

fn term<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Term, D::Error> {
    Term::from_pack(f64::deserialize(deserializer)?).map_err(serde::de::Error::custom)
}

fn optional_term<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Term>, D::Error> {
    term(deserializer).map(Some)
}

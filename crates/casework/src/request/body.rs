//! What the entries of a request say.

use comity_record::{Country, KeyId, Language, Sha256Digest, cbor};
use comity_request::life::Event;
use comity_request::{ApprovalStep, Decision, RegisterRow, RequestVersion, UnverifiedFact, Verdict};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::body::Body;

/// The kinds of a request. They are decisions: every later step stands on the ones before it, and the two-person rule
/// on all of them, so none is ever corrected, withdrawn or forgotten. What is wrong is answered by another version or
/// another step.
pub const KINDS: [&str; 7] = [
    RequestDrafted::KIND,
    RequestFactConfirmed::KIND,
    RequestReviewed::KIND,
    RequestEndorsed::KIND,
    RequestRecorded::KIND,
    RequestReceived::KIND,
    RequestCarriedOver::KIND,
];

/// A version of a request. The entry of the first version is the request's identifier; every later entry refers to it
/// as `about`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestDrafted {
    /// The version, with every word that is printed of it and the digests of its form and law pack.
    pub version: RequestVersion,
    /// The digest of the pack that the form is from.
    pub forms: Sha256Digest,
    /// What a check by these packs found.
    pub verdict: Verdict,
    /// The languages of the print whose words nobody had reviewed. To issue in one of them, a named person overrules
    /// that.
    pub unreviewed: Vec<Language>,
    /// The approvals that it needs between review and issue, by the practice that was in force in the office; none where
    /// none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approvals: Option<Approvals>,
}

/// The approvals that a version needs, by the office's own practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approvals {
    /// The digest of the pack that says so.
    pub practice: Sha256Digest,
    /// The steps, in their order; none where the practice says that nobody knows them yet.
    pub steps: Option<Vec<ApprovalStep>>,
}

impl Body for RequestDrafted {
    const KIND: &'static str = "request.drafted";
}

/// Something uncertain that a request relies on, and that a named person must confirm or overrule before issue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// A legal fact, with what it rests on.
    Fact(UnverifiedFact),
    /// The words of a language, which nobody has reviewed.
    Words(Language),
}

impl Subject {
    /// Names the subject. Another row, source, confidence or reason is another subject.
    pub fn digest(&self) -> Sha256Digest {
        match self {
            Self::Fact(fact) => fact.digest(),
            Self::Words(_) => {
                Sha256Digest::of(&cbor::to_canonical(self).expect("a language has a canonical form"))
            }
        }
    }
}

/// A named jurist confirms, overrules or rejects something that the request relies on. The print carries none of
/// this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestFactConfirmed {
    /// What.
    pub subject: Subject,
    /// Which.
    pub decision: Decision,
    /// The name of the one who signs this, as the office has it.
    pub name: String,
    /// Why, or against which text.
    pub reason: String,
}

impl Body for RequestFactConfirmed {
    const KIND: &'static str = "request.fact-confirmed";
}

/// Another officer than its author has read a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestReviewed {
    /// The digest of the version.
    pub version: Sha256Digest,
    /// What the officer says of it.
    pub outcome: Review,
}

impl Body for RequestReviewed {
    const KIND: &'static str = "request.reviewed";
}

/// What a reviewer says of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// It may be proposed for issue.
    Passed,
    /// It goes back to its author.
    SentBack {
        /// Why.
        reason: String,
    },
}

/// A step of the office's approval chain is taken for a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestEndorsed {
    /// The digest of the version.
    pub version: Sha256Digest,
    /// The step, as the version names it.
    pub step: String,
    /// The decision, where the step is taken elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<OutsideDecision>,
}

impl Body for RequestEndorsed {
    const KIND: &'static str = "request.endorsed";
}

/// A decision that was taken elsewhere, as its paper has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutsideDecision {
    /// The number of the paper.
    pub number: String,
    /// Its day.
    pub day: Date,
}

/// Something happened to a request, on either side. To issue also refers, as `carries-out`, to the proposal that was
/// approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestRecorded {
    /// What.
    pub event: Event,
}

impl Body for RequestRecorded {
    const KIND: &'static str = "request.recorded";
}

/// A request of another state came in. The entry is the request's identifier on this side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestReceived {
    /// The version, read from its machine-readable twin.
    pub version: RequestVersion,
    /// The receipt: of the advance copy or of the original, under which register number.
    pub event: Event,
    /// What the receiving office's own packs say of it.
    pub checked: Option<OwnCheck>,
    /// The key whose signature over the twin was verified, if one was.
    pub signed_by: Option<KeyId>,
    /// The agreement that names this key as that of the office which signed. Without one, nobody here knows whose key
    /// it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_under: Option<Sha256Digest>,
    /// Whether the law pack of the receiving office calls what is asked for an emergency: whoever asks is called back
    /// before data leaves.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub emergency: bool,
}

impl Body for RequestReceived {
    const KIND: &'static str = "request.received";
}

/// What the packs of the receiving office say of a request of another state. There is none where these packs do not
/// know its form, its measure or a state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnCheck {
    /// The digest of the pack that the form is from.
    pub forms: Sha256Digest,
    /// What the check found, by the law pack that it names.
    pub verdict: Verdict,
}

/// A pending request of the office's old register was carried over as it stood. The entry is the request's identifier;
/// what is written and checked here began before there was a node, so there is no draft and no verdict of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestCarriedOver {
    /// The State of the office.
    pub own: Country,
    /// Whether it belongs to an exercise.
    pub exercise: bool,
    /// The language of the notes.
    pub language: Language,
    /// The request as the register has it.
    pub row: RegisterRow,
    /// Whether the law pack of the office calls what another State asks for an emergency.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub emergency: bool,
}

impl Body for RequestCarriedOver {
    const KIND: &'static str = "request.carried-over";
}

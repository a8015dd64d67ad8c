//! Why a step is not taken.

use comity_record::{ActTime, CaseId, Coded, EntryId, OfficeId, OfficerId, Sha256Digest, Token};
use jiff::civil::Date;

use crate::exhibit::CustodyRefusal;
use crate::lead::ROLES;
use crate::publisher::PackRefusal;
use crate::request::RequestRefusal;
use crate::secret::MAX_SECRETS;

/// Letters of a name or title.
pub const MAX_NAME: usize = 200;
/// Bytes of a text; longer ones are attached as files.
pub const MAX_TEXT: usize = 64 << 10;

/// A step that the state of the office or case does not admit. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// Nobody of that identifier signs for the office.
    #[error("officer {0} is not known here")]
    UnknownOfficer(OfficerId),
    /// The signature is not by the key that the officer has now.
    #[error("the signature is not by the key of its author")]
    WrongKey,
    /// No such office on this node.
    #[error("office {0} is not served here")]
    UnknownOffice(OfficeId),
    /// The second founder has not confirmed yet.
    #[error("the office is not founded: its second founder has not confirmed")]
    NotFounded,
    /// No such case on this node.
    #[error("case {0} is not known here")]
    UnknownCase(CaseId),
    /// No such entry in the case.
    #[error("entry {0} is not in this case")]
    UnknownEntry(EntryId),
    /// No such file in the entry or case.
    #[error("there is no file {0} here")]
    UnknownFile(Sha256Digest),
    /// No such exhibit in the case, or not in the form that the step needs.
    #[error("exhibit {0} is not in this case, or has no files")]
    UnknownExhibit(u32),
    /// The scan has no such hit.
    #[error("the scan has no hit {0}")]
    UnknownHit(u64),
    /// An account cannot have such a role.
    #[error("there is no role {0} of an account")]
    UnknownRole(Token),
    /// The address, or what else was found, is an account of the case already.
    #[error("{what} is an account of the case already, by entry {by}")]
    AccountExists {
        /// As it is recognised: an address, or the fingerprint of a secret.
        what: String,
        /// The entry that made it one.
        by: EntryId,
    },
    /// The exhibit was not searched, or no search of it counts.
    #[error("exhibit {0} was not searched")]
    NotSearched(u32),
    /// No hit of the scan is one of those that were chosen.
    #[error("the scan has no such hits")]
    NoHits,
    /// More hits at once than somebody can have looked at.
    #[error("{values} values at once, which is more than {most}")]
    TooManyHits {
        /// The values that were chosen.
        values: usize,
        /// How many can be promoted at once.
        most: usize,
    },
    /// No case that the officer may not read knows the value.
    #[error("no case whose owner could be asked knows the value")]
    NoMatch,
    /// The entry was withdrawn.
    #[error("entry {0} was withdrawn")]
    Withdrawn(EntryId),
    /// Nothing came over standard input: whatever should have sent it failed, more likely than not.
    #[error("nothing was sent")]
    NothingSent,
    /// An act that has not taken place yet.
    #[error("the act is at {0}, which is yet to come")]
    ActInFuture(ActTime),
    /// Something of a day that has not begun anywhere yet.
    #[error("{0} is yet to come")]
    DayInFuture(Date),
    /// An act that is earlier than the one before it.
    #[error("the act is at {at}, and the one before it at {before}")]
    ActBefore {
        /// When it took place.
        at: ActTime,
        /// When the act before it did.
        before: ActTime,
    },
    /// No such agreement was filed by this office.
    #[error("agreement {0} was not filed here")]
    UnknownAgreement(Sha256Digest),
    /// The agreement was ended.
    #[error("agreement {0} was ended")]
    AgreementEnded(Sha256Digest),
    /// The entry is no message of a counterpart.
    #[error("entry {0} is not a message of a counterpart")]
    UnknownMessage(EntryId),
    /// The message is not in the state that the step needs.
    #[error("the message is {0}")]
    MessageState(&'static str),
    /// Something of that identifier is there already.
    #[error("{0} exists already")]
    Exists(&'static str),
    /// The entry does not refer to what it speaks of, or to more than that.
    #[error("the entry must refer to exactly one other as {0:?}")]
    Reference(&'static str),
    /// The second person is the first.
    #[error("the second person must be another one")]
    SamePerson,
    /// The officer is neither of the two persons of an act.
    #[error("{officer} is neither giver ({giver}) nor taker ({taker}) of the act")]
    NotOfAct {
        /// What the officer is called, with his office.
        officer: String,
        /// The giver, with his organisation; empty where nobody is named.
        giver: String,
        /// The taker, as the giver.
        taker: String,
    },
    /// The secret is not sealed to the officer, or it was another who asked for it.
    #[error("the officer is not the one who holds this secret or asked for it")]
    NotHolder,
    /// No secret of that fingerprint is kept of the exhibit.
    #[error("no secret {0} is kept")]
    UnknownSecret(String),
    /// The proposal asks to see another secret.
    #[error("the proposal asks to see {asked}, not {given}")]
    OtherSecret {
        /// The fingerprint of the one that it is about.
        asked: String,
        /// The fingerprint that was given.
        given: String,
    },
    /// What was approved has been shown, as an entry tells.
    #[error("it was shown, as entry {0} tells")]
    SecretShown(EntryId),
    /// The secret was sealed to a key that an officer has no more.
    #[error("the secret is sealed to a key that is not in force any more")]
    SecretLost,
    /// Secrets cannot be sealed to these two.
    #[error("secrets are sealed to two members of the case, of whom one may ask and the other approve")]
    SecretOfficers,
    /// More different secrets than one scan keeps.
    #[error("{0} secrets are more than one scan keeps")]
    TooManySecrets(usize),
    /// An act of custody that cannot have been so.
    #[error(transparent)]
    Custody(#[from] CustodyRefusal),
    /// The office would have no administrator.
    #[error("the office would have no administrator")]
    NoAdministrator,
    /// The office would have nobody who could approve what its administrator proposes.
    #[error("the office would have nobody who could approve what its administrator proposes")]
    NoSecondPerson,
    /// The proposal was decided already.
    #[error("the proposal was decided already")]
    Decided,
    /// There is no approval for the step.
    #[error("nobody has approved the step")]
    NotApproved,
    /// A real case in an exercise office, or the other way round.
    #[error("exercise and real work do not mix")]
    ExerciseMix,
    /// The entry was corrected, withdrawn or forgotten, or is of a kind that cannot be.
    #[error("the entry cannot be changed in this way: {0}")]
    NotChangeable(&'static str),
    /// The case is not in the state that the step needs.
    #[error("the case is {0}")]
    CaseState(&'static str),
    /// An export up to a place that the case has not reached.
    #[error("the case has {entries} entries, and none at {up_to}")]
    ExportPlace {
        /// The place.
        up_to: u64,
        /// Entries of the case.
        entries: u64,
    },
    /// A text that is empty or too long.
    #[error("{0} must have between 1 and {1} bytes")]
    Text(&'static str, usize),
    /// A body that its kind does not allow.
    #[error("the content is not one that its kind allows: {0}")]
    Body(String),
    /// The office has named no time-stamp server.
    #[error("the office has named no time-stamp server")]
    NoStampServer,
    /// A time-stamp server without authorities of its time-stamps, or with those of TLS where it is called by HTTP, or
    /// without them where it is called by TLS.
    #[error(
        "a time-stamp server has authorities, and those of TLS where it is called by https and only there"
    )]
    StampServerAuthorities,
    /// A request does not admit the step.
    #[error(transparent)]
    Request(#[from] RequestRefusal),
    /// A pack is not taken, or a publisher not trusted.
    #[error(transparent)]
    Pack(#[from] PackRefusal),
    /// The policies in force do not allow it. The names are those of the policies that forbid, if any does.
    #[error("not allowed by the policies of the office")]
    NotAllowed {
        /// The step.
        action: String,
        /// The policies that forbid it; empty when none permits it.
        policies: Vec<String>,
        /// Whether it would be allowed if the officer were a member of the case.
        as_member: bool,
    },
}

impl Coded for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownOfficer(_) => "casework-unknown-officer",
            Self::WrongKey => "casework-wrong-key",
            Self::UnknownOffice(_) => "casework-unknown-office",
            Self::NotFounded => "casework-not-founded",
            Self::UnknownCase(_) => "casework-unknown-case",
            Self::UnknownEntry(_) => "casework-unknown-entry",
            Self::UnknownFile(_) => "casework-unknown-file",
            Self::UnknownExhibit(_) => "casework-unknown-exhibit",
            Self::UnknownHit(_) => "casework-unknown-hit",
            Self::UnknownRole(_) => "casework-unknown-role",
            Self::AccountExists { .. } => "casework-account-exists",
            Self::NotSearched(_) => "casework-not-searched",
            Self::NoHits => "casework-no-hits",
            Self::TooManyHits { .. } => "casework-too-many-hits",
            Self::NoMatch => "casework-no-match",
            Self::Withdrawn(_) => "casework-entry-withdrawn",
            Self::NothingSent => "casework-nothing-sent",
            Self::ActInFuture(_) => "casework-act-in-future",
            Self::DayInFuture(_) => "casework-day-in-future",
            Self::ActBefore { .. } => "casework-act-before",
            Self::UnknownAgreement(_) => "casework-unknown-agreement",
            Self::AgreementEnded(_) => "casework-agreement-ended",
            Self::UnknownMessage(_) => "casework-unknown-message",
            Self::MessageState(_) => "casework-message-state",
            Self::Exists(_) => "casework-exists",
            Self::Reference(_) => "casework-reference",
            Self::SamePerson => "casework-same-person",
            Self::NotOfAct { .. } => "casework-not-of-act",
            Self::NotHolder => "casework-secret-not-holder",
            Self::UnknownSecret(_) => "casework-secret-unknown",
            Self::OtherSecret { .. } => "casework-secret-other",
            Self::SecretShown(_) => "casework-secret-shown",
            Self::SecretLost => "casework-secret-lost",
            Self::SecretOfficers => "casework-secret-officers",
            Self::TooManySecrets(_) => "casework-secret-too-many",
            Self::NoAdministrator => "casework-no-administrator",
            Self::NoSecondPerson => "casework-no-second-person",
            Self::Decided => "casework-decided",
            Self::NotApproved => "casework-not-approved",
            Self::ExerciseMix => "casework-exercise-mix",
            Self::NotChangeable(_) => "casework-not-changeable",
            Self::CaseState(_) => "casework-case-state",
            Self::ExportPlace { .. } => "casework-export-place",
            Self::Text(..) => "casework-text",
            Self::Body(_) => "casework-body",
            Self::NoStampServer => "casework-no-stamp-server",
            Self::StampServerAuthorities => "casework-stamp-server-authorities",
            Self::Custody(e) => e.code(),
            Self::Request(e) => e.code(),
            Self::Pack(e) => e.code(),
            Self::NotAllowed { .. } => "casework-not-allowed",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownOfficer(id) => vec![("officer", id.to_string())],
            Self::UnknownOffice(id) => vec![("office", id.to_string())],
            Self::UnknownCase(id) => vec![("case", id.to_string())],
            Self::UnknownEntry(id) | Self::UnknownMessage(id) | Self::Withdrawn(id) => {
                vec![("entry", id.to_string())]
            }
            Self::UnknownRole(role) => vec![("role", role.to_string()), ("known", ROLES.join(", "))],
            Self::AccountExists { what, by } => vec![("what", what.clone()), ("entry", by.to_string())],
            Self::TooManyHits { values, most } => {
                vec![("values", values.to_string()), ("most", most.to_string())]
            }
            Self::ActInFuture(at) => vec![("at", at.to_string())],
            Self::DayInFuture(day) => vec![("day", day.to_string())],
            Self::ActBefore { at, before } => vec![("at", at.to_string()), ("before", before.to_string())],
            Self::UnknownAgreement(digest) | Self::AgreementEnded(digest) => {
                vec![("agreement", digest.to_string())]
            }
            Self::UnknownFile(sha256) => vec![("sha256", sha256.to_string())],
            Self::NotOfAct { officer, giver, taker } => {
                vec![("officer", officer.clone()), ("giver", giver.clone()), ("taker", taker.clone())]
            }
            Self::Custody(e) => e.args(),
            Self::UnknownExhibit(number) | Self::NotSearched(number) => vec![("number", number.to_string())],
            Self::UnknownSecret(fingerprint) => vec![("fingerprint", fingerprint.clone())],
            Self::OtherSecret { asked, given } => vec![("asked", asked.clone()), ("given", given.clone())],
            Self::SecretShown(entry) => vec![("entry", entry.to_string())],
            Self::TooManySecrets(count) => {
                vec![("count", count.to_string()), ("most", MAX_SECRETS.to_string())]
            }
            Self::UnknownHit(line) => vec![("line", line.to_string())],
            Self::Exists(what)
            | Self::Reference(what)
            | Self::NotChangeable(what)
            | Self::CaseState(what)
            | Self::MessageState(what) => {
                vec![("what", (*what).to_owned())]
            }
            Self::ExportPlace { up_to, entries } => {
                vec![("up_to", up_to.to_string()), ("entries", entries.to_string())]
            }
            Self::Text(what, most) => vec![("what", (*what).to_owned()), ("most", most.to_string())],
            Self::Body(cause) => vec![("cause", cause.clone())],
            Self::Request(e) => e.args(),
            Self::Pack(e) => e.args(),
            Self::NotAllowed { action, policies, as_member } => {
                let member = if *as_member { "missing" } else { "no-matter" };
                let policies = policies.join(", ");
                vec![("action", action.clone()), ("policies", policies), ("member", member.to_owned())]
            }
            Self::WrongKey
            | Self::NoHits
            | Self::NoMatch
            | Self::NotFounded
            | Self::NotHolder
            | Self::SecretLost
            | Self::SecretOfficers
            | Self::SamePerson
            | Self::NoAdministrator
            | Self::NoSecondPerson
            | Self::Decided
            | Self::NotApproved
            | Self::NoStampServer
            | Self::StampServerAuthorities
            | Self::NothingSent
            | Self::ExerciseMix => vec![],
        }
    }
}

/// A name or title: not empty, not a page.
pub(crate) fn name(what: &'static str, text: &str) -> Result<(), Refusal> {
    within(what, text, MAX_NAME)
}

/// A reason or note: not empty, not a file.
pub(crate) fn text(what: &'static str, text: &str) -> Result<(), Refusal> {
    within(what, text, MAX_TEXT)
}

fn within(what: &'static str, text: &str, most: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() || text.len() > most { Err(Refusal::Text(what, most)) } else { Ok(()) }
}

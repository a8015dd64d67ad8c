//! What entries say: a typed body for each kind that this version knows.
//!
//! Kinds are versioned. A kind that changes gets a new version and keeps the old one for ever; a kind that is not
//! here stays opaque: it is sealed, logged and shown as unknown.

use std::collections::BTreeSet;

use comity_record::entry::{Content, Statement};
use comity_record::sign::VerifyingKey;
use comity_record::{
    Bytes, CaseId, Country, EntryId, KeyId, OfficeId, OfficerId, Sha256Digest, Token, Value,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::provision::{ProvisionAdded, ProvisionRemoved};
use crate::publisher::{Publisher, TakenPack};
use crate::refusal::Refusal;
use crate::room::VaultLimits;
use crate::timestamp::StampServer;

/// A body of one kind in one version.
pub trait Body: Serialize + DeserializeOwned {
    /// The kind, as it stands in the statement.
    const KIND: &'static str;
    /// The version of the kind.
    const VERSION: u16 = 1;

    /// The kind as a word.
    fn kind() -> Token {
        Self::KIND.parse().expect("kinds are literal words")
    }
}

/// The body of an entry as its type; none once it was forgotten, and for a version of the kind that is not known here.
pub(crate) fn read_body<T: Body>(
    statement: &Statement,
    content: Option<&Content>,
) -> Result<Option<T>, Refusal> {
    match content {
        Some(content) if statement.kind_version == T::VERSION => {
            content.read().map(Some).map_err(|e| Refusal::Body(e.to_string()))
        }
        _ => Ok(None),
    }
}

/// Declares which kind a type is the body of.
macro_rules! kinds {
    ($($body:ty => $kind:literal,)*) => {
        $(impl Body for $body {
            const KIND: &'static str = $kind;
        })*

        /// The kinds of this module: what an office decides and how a case is steered.
        pub const KINDS: &[&str] = &[$($kind),*];
    };
}

kinds! {
    OfficeFounded => "office.founded",
    FoundingConfirmed => "office.founding-confirmed",
    OfficeProposal => "proposal.made",
    OfficeApproval => "proposal.approved",
    OfficeRejection => "proposal.rejected",
    PackSigned => "pack.signed",
    ProvisionAdded => "provision.added",
    ProvisionRemoved => "provision.removed",
    NodeRestored => "node.restored",
    CaseOpened => "case.opened",
    NoteWritten => "note.written",
    CaseAssigned => "case.assigned",
    CaseClosed => "case.closed",
    CaseReopened => "case.reopened",
    HandedOver => "case.handed-over",
    TakenOver => "case.taken-over",
    EntryCorrected => "entry.corrected",
    EntryWithdrawn => "entry.withdrawn",
    CaseProposal => "case.proposal-made",
    CaseApproval => "case.proposal-approved",
    CaseRejection => "case.proposal-rejected",
    CaseExported => "case.exported",
}

/// What a person may do in an office. Which steps each may take is written in the policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Takes in evidence and leads a case.
    Investigator,
    /// Follows money and compares reports.
    Analyst,
    /// Decides on requests: a prosecutor, or the officer of a central authority.
    Prosecutor,
    /// Secures and accounts for what is seized.
    CustodyOfficer,
    /// Assigns cases, and is the second person.
    Supervisor,
    /// Reads everything and changes nothing.
    Auditor,
    /// Keeps the node running and proposes officers.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 7] = [
        Self::Investigator,
        Self::Analyst,
        Self::Prosecutor,
        Self::CustodyOfficer,
        Self::Supervisor,
        Self::Auditor,
        Self::Administrator,
    ];

    /// The word that policies and pages use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Investigator => "investigator",
            Self::Analyst => "analyst",
            Self::Prosecutor => "prosecutor",
            Self::CustodyOfficer => "custody-officer",
            Self::Supervisor => "supervisor",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }
}

/// A person who signs for an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewOfficer {
    /// The identifier, which outlives keys and names.
    pub id: OfficerId,
    /// The name, as documents print it.
    pub name: String,
    /// The key that the person made and holds.
    pub key: VerifyingKey,
    /// What the person may do.
    pub roles: BTreeSet<Role>,
}

/// A pack that is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivePack {
    /// The name of the pack.
    pub name: Token,
    /// Its digest.
    pub digest: Sha256Digest,
}

/// The first entry of an office, signed by one of its two founders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeFounded {
    /// The office.
    pub office: OfficeId,
    /// Its name.
    pub name: String,
    /// Its state.
    pub country: Country,
    /// The authority that it belongs to.
    pub authority: String,
    /// Whether it exists for exercises only.
    pub exercise: bool,
    /// The key of the node that serves it.
    pub node: VerifyingKey,
    /// The two founders, the one who signs this first.
    pub founders: [NewOfficer; 2],
    /// The packs in force from the beginning, the policies among them.
    pub packs: Vec<ActivePack>,
}

/// The second founder has read the founding and agrees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FoundingConfirmed {}

/// A change to the office that takes two persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfficeAct {
    /// A person joins.
    AddOfficer(NewOfficer),
    /// A person gets other roles. An empty set takes every right away.
    SetRoles(OfficerId, BTreeSet<Role>),
    /// A person gets another key; the old one signs nothing more.
    ReplaceKey(OfficerId, VerifyingKey),
    /// A pack comes into force.
    ActivatePack(ActivePack),
    /// An agreement with another office comes into force. Both offices have signed it.
    FileAgreement {
        /// Its digest, which two people have compared with the counterpart by another way.
        agreement: Sha256Digest,
        /// The text with both signatures.
        signed: Bytes,
    },
    /// An agreement ends for this office: nothing is sent or taken under it any more.
    EndAgreement(Sha256Digest),
    /// A pack comes into force that came as a bundle, with the signatures of those who release it.
    TakePack(TakenPack),
    /// Packs are taken from an office that publishes them, when the persons of its card sign; a newer card takes the
    /// place of the one before.
    TrustPublisher(Publisher),
    /// No pack is taken from this office any more. What came from it before stays in force.
    DistrustPublisher(OfficeId),
    /// Time-stamps are asked for at this server from then on, and believed under these authorities; or at none.
    SetStampServer(Option<StampServer>),
    /// So much of the disk the vault and each case may take from then on.
    SetVaultLimits(VaultLimits),
}

impl OfficeAct {
    /// The word that policies use.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::AddOfficer(_) => "add-officer",
            Self::SetRoles(..) => "set-roles",
            Self::ReplaceKey(..) => "replace-key",
            // One word: whoever may not put a pack in force may not do it by a bundle either.
            Self::ActivatePack(_) | Self::TakePack(_) => "activate-pack",
            Self::FileAgreement { .. } => "file-agreement",
            Self::EndAgreement(_) => "end-agreement",
            Self::TrustPublisher(_) => "trust-publisher",
            Self::DistrustPublisher(_) => "distrust-publisher",
            Self::SetStampServer(_) => "set-stamp-server",
            Self::SetVaultLimits(_) => "set-vault-limits",
        }
    }
}

impl OfficeAct {
    /// The pack that it puts in force, whichever way that came.
    pub fn activates(&self) -> Option<&ActivePack> {
        match self {
            Self::ActivatePack(pack) | Self::TakePack(TakenPack { pack, .. }) => Some(pack),
            _ => None,
        }
    }
}

/// One person proposes a change to the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeProposal {
    /// The change.
    pub act: OfficeAct,
    /// Why.
    pub reason: String,
}

/// Another person approves the proposal that the entry refers to as `approves`. The reference is the digest of the
/// proposal's statement, so exactly what was proposed is approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeApproval {}

/// Somebody rejects the proposal that the entry refers to as `rejects`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeRejection {
    /// Why.
    pub reason: String,
}

/// An officer releases a pack for the office: other offices take it when another officer has, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackSigned {
    /// The pack.
    pub pack: ActivePack,
    /// Its version.
    pub version: String,
    /// The signed release ([`comity_record::bundle::SignedRelease`]), as it goes into the bundle.
    pub release: Bytes,
}

/// The node goes on from a backup. Signed by the node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NodeRestored {
    /// The life of the log that begins here.
    pub incarnation: u32,
    /// Entries that the backup held.
    pub size: u64,
    /// The entries among them whose content was missing although none of them tells why: it was destroyed after the
    /// data was copied. Nothing else that is missing is excused by the restoration.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub missing: BTreeSet<EntryId>,
}

/// The first entry of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseOpened {
    /// What people call the case.
    pub title: String,
    /// The number in the office's register, if it has one.
    pub register_number: Option<String>,
    /// A case is real or exercise from here on.
    pub exercise: bool,
}

/// Something that an officer puts on record in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteWritten {
    /// The words.
    pub text: String,
}

/// An officer joins or leaves those who work on a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseAssigned {
    /// The officer.
    pub officer: OfficerId,
    /// Joins, or leaves.
    pub member: bool,
}

/// Work on a case ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseClosed {
    /// Why.
    pub reason: String,
}

/// Work on a closed case goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseReopened {
    /// Why.
    pub reason: String,
}

/// An office gives a case to another office of the same node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandedOver {
    /// The office that shall take it.
    pub to: OfficeId,
    /// Why.
    pub reason: String,
}

/// The other office takes the case that was handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenOver {}

/// What the entry referred to as `corrects` should have said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryCorrected {
    /// What was wrong.
    pub reason: String,
    /// The body in the form of the corrected kind.
    pub body: Value,
}

/// Why an entry does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WithdrawalGround {
    /// It belongs to another case.
    WrongCase,
    /// It is covered by a privilege, such as that of counsel.
    Privileged,
    /// It is not true, and no correction makes it so.
    Mistaken,
}

/// The entry referred to as `withdraws` does not count; its content stays readable to those who may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryWithdrawn {
    /// Why it does not count.
    pub ground: WithdrawalGround,
    /// In words.
    pub reason: String,
}

/// A step in a case that takes two persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseAct {
    /// Destroys the content of an entry for ever; the statement remains.
    Forget(EntryId),
    /// Writes the case out for a recipient, who is named by a key.
    Export {
        /// Who shall receive it.
        recipient: String,
        /// The recipient's key.
        key: KeyId,
        /// The case's entries up to this place are written out.
        up_to: u64,
        /// SHA-256 over the identifiers of these entries, in their order ([`digest_of_entries`]): so two persons sign
        /// for what is written out, and the node alone leaves nothing out. None in proposals of before it was asked for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entries: Option<Sha256Digest>,
    },
    /// Writes exhibits out as a package for a recipient.
    Package {
        /// The exhibits, in the order of their numbers, each by the entry with which it came in: that one says which files
        /// it has. What happens to them until the package is written goes with it.
        exhibits: Vec<EntryId>,
        /// Who shall receive it.
        recipient: String,
        /// The key to which it is sealed; none for a package that whoever has it can read.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<KeyId>,
    },
    /// Issues a version of a request, which is named by its digest.
    IssueRequest(Sha256Digest),
    /// Sends a message to another office under an agreement, named by the digest of its content.
    Send {
        /// The agreement.
        agreement: Sha256Digest,
        /// The content.
        content: Sha256Digest,
    },
    /// Shows a secret to whoever proposes it, once.
    RevealSecret {
        /// The entry that sealed it to two officers.
        sealed: EntryId,
        /// By which the masked hit names it.
        fingerprint: String,
    },
}

impl CaseAct {
    /// The word that policies use.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Forget(_) => "forget",
            Self::Export { .. } => "export",
            Self::Package { .. } => "package",
            Self::IssueRequest(_) => "issue-request",
            Self::Send { .. } => "send",
            Self::RevealSecret { .. } => "reveal-secret",
        }
    }
}

/// One person proposes a step in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseProposal {
    /// The step.
    pub act: CaseAct,
    /// Why.
    pub reason: String,
}

/// Another person approves the proposal that the entry refers to as `approves`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseApproval {
    /// For [`CaseAct::RevealSecret`]: the approver's halves of the keys of what is to be seen, sealed to whoever proposed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub halves: Vec<Bytes>,
}

/// Somebody rejects the proposal that the entry refers to as `rejects`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseRejection {
    /// Why.
    pub reason: String,
}

/// The case was written out for a recipient, as two persons had approved. The entry refers to the proposal as
/// `carries-out`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseExported {
    /// SHA-256 of the package's tag manifest, which speaks for every byte of the package.
    pub package: Sha256Digest,
    /// The recipient's key.
    pub key: KeyId,
    /// The case's entries up to this place were written out.
    pub up_to: u64,
    /// Entries whose content was withheld.
    pub withheld: u64,
    /// The last entry of the case when it was written out. None may come between: it could withdraw or destroy what
    /// the package still holds.
    pub after: EntryId,
}

/// What a proposal to export says of the entries that are written out.
pub fn digest_of_entries(entries: impl IntoIterator<Item = EntryId>) -> Sha256Digest {
    Sha256Digest::of(&entries.into_iter().flat_map(|entry| *entry.as_bytes()).collect::<Vec<u8>>())
}

/// Which journal an entry belongs to: the identifier of an office's own journal is derived from the office.
pub fn office_journal(office: OfficeId) -> CaseId {
    CaseId::from_bytes(*office.as_bytes())
}

//! A case written out, so that it can be checked without Comity.
//!
//! An export is a dispatch: two persons have approved it for one recipient's key, and it leaves an entry. The package
//! is a BagIt bag (RFC 8493) of the signed bytes as they lie in the store, with contents in the clear where they may go
//! out, the journals of the offices from which keys and roles follow, a proof from the log for each entry, and a
//! record that the node signs over all of it. The same state gives the same bytes.

mod assemble;
pub mod evidence;
mod package;
mod sealed;
mod tar;

use comity_disk::DiskError;
use comity_record::{ActTime, CaseId, Coded, EntryId, KeyId, OfficeId, OfficerId, Sha256Digest};
use comity_store::Store;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::age::{AgeError, Recipient};
use crate::body::{CaseAct, CaseExported, digest_of_entries};
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::Refusal;
use assemble::{Assembled, Leaving};

pub use package::{MAX_FILE_BYTES, MAX_PACKAGE_BYTES, Package};
pub use sealed::{OpenedPackage, open_sealed};

/// The version of the record in an export, and of the layout of its files.
pub const EXPORT_VERSION: u16 = 2;

/// A case that was written out.
pub struct Export {
    /// The files.
    pub package: Package,
    /// For whom, and nobody else.
    pub recipient: Recipient,
    /// The entries that went out without content, and why.
    pub withheld: Vec<Withheld>,
    /// The files that are not in the package.
    pub remaining: Remaining,
    /// The entry that tells of it.
    pub receipt: Receipt,
}

/// Files that entries of an export speak of and that are not in it. Their digests are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Remaining {
    /// Files of exhibits, in the vault or where they were found.
    pub exhibit_files: u64,
    /// Exhibits that have some.
    pub exhibits: u64,
    /// Attachments of more than [`MAX_FILE_BYTES`].
    pub large_files: u64,
}

/// An entry that goes out as a statement without content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withheld {
    /// Its place in the case.
    pub sequence: u64,
    /// Why.
    pub ground: WithheldGround,
}

/// Why a content does not go out. That something was there is proven all the same. What stands on an entry stays with
/// it, for the same reason: what corrects it; of an exhibit the acts of custody, the searches, the accounts that were
/// found in them, and what was followed from those.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WithheldGround {
    /// It was withdrawn because it belongs to another case, or stands on an entry that was.
    WrongCase,
    /// It was withdrawn because a privilege covers it, or stands on an entry that was.
    Privileged,
    /// Two persons had it destroyed, or it stands on an entry that was.
    Forgotten,
    /// It was gone when the node was restored. Nobody has signed for that, and whoever checks the export is told.
    Missing,
}

/// What the node signs over an export ([`comity_record::sign::Purpose::Export`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportRecord {
    /// [`EXPORT_VERSION`].
    pub v: u16,
    /// The case.
    pub case: CaseId,
    /// The office that exports it.
    pub office: OfficeId,
    /// Entries up to this place are in the export.
    pub up_to: u64,
    /// The last entry of the case when it was written out.
    pub after: EntryId,
    /// Who shall receive it.
    pub recipient: String,
    /// The recipient's key.
    pub key: KeyId,
    /// The entry by which the export was proposed.
    pub proposal: EntryId,
    /// Who proposed it.
    pub proposed_by: OfficerId,
    /// Who approved it.
    pub approved_by: OfficerId,
    /// Who carried it out.
    pub exported_by: OfficerId,
    /// When.
    pub act: ActTime,
    /// The entries without content, and why.
    pub withheld: Vec<Withheld>,
    /// The digests of the bag's other tag files. The payload manifest among them speaks for every file of the payload.
    pub tags: BTreeMap<String, Sha256Digest>,
}

/// Why an export was not made, written or opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// What was approved is not an export.
    #[error("the step that was approved is not an export")]
    OtherStep,
    /// The approval names another key.
    #[error("the export was approved for key {approved}, not for {given}")]
    OtherRecipient {
        /// The key that was approved.
        approved: KeyId,
        /// The key at hand.
        given: KeyId,
    },
    /// The approval is of a package that is sealed to a key, and no key is at hand.
    #[error("the package was approved for key {0}, and would be open")]
    KeyNeeded(KeyId),
    /// The approval is of an open package.
    #[error("the package was approved to be open, and would be sealed to key {0}")]
    KeyNotApproved(KeyId),
    /// The approval names other entries than these, or none.
    #[error("what was approved does not name the entries up to {up_to} as they stand")]
    OtherEntries {
        /// The place that was approved.
        up_to: u64,
    },
    /// The log does not cover the entries yet.
    #[error("the log covers {logged} entries, and entry {needed} is to be proven")]
    NotLogged {
        /// Entries under the checkpoint.
        logged: u64,
        /// The index that is needed.
        needed: u64,
    },
    /// An exhibit that is to be packaged was withdrawn or destroyed.
    #[error("exhibit {0} was withdrawn or destroyed")]
    ExhibitGone(u32),
    /// A file of an exhibit is not any more what came in.
    #[error("{path} of exhibit {exhibit} is not any more what came in")]
    ExhibitChanged {
        /// The exhibit.
        exhibit: u32,
        /// The file, as it would lie in the package.
        path: String,
    },
    /// More than [`MAX_PACKAGE_BYTES`].
    #[error("the export is larger than {MAX_PACKAGE_BYTES} bytes")]
    TooLarge,
    /// What was opened is not a package as it is written here.
    #[error("what was opened is not an exported case")]
    NotAPackage,
    /// The disk that it is written to.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The seal to the recipient.
    #[error(transparent)]
    Age(#[from] AgeError),
}

impl Coded for ExportError {
    fn code(&self) -> &'static str {
        match self {
            Self::OtherStep => "casework-export-other-step",
            Self::OtherRecipient { .. } => "casework-export-other-recipient",
            Self::KeyNeeded(_) => "casework-package-key-needed",
            Self::KeyNotApproved(_) => "casework-package-key-not-approved",
            Self::OtherEntries { .. } => "casework-export-other-entries",
            Self::NotLogged { .. } => "casework-export-not-logged",
            Self::ExhibitGone(_) => "casework-package-exhibit-gone",
            Self::ExhibitChanged { .. } => "casework-package-exhibit-changed",
            Self::TooLarge => "casework-export-too-large",
            Self::NotAPackage => "casework-export-not-a-package",
            Self::Disk(e) => e.code(),
            Self::Age(e) => e.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::OtherRecipient { approved, given } => {
                vec![("approved", approved.to_string()), ("given", given.to_string())]
            }
            Self::KeyNeeded(key) | Self::KeyNotApproved(key) => vec![("key", key.to_string())],
            Self::OtherEntries { up_to } => vec![("up_to", up_to.to_string())],
            Self::NotLogged { logged, needed } => {
                vec![("logged", logged.to_string()), ("needed", needed.to_string())]
            }
            Self::ExhibitGone(number) => vec![("exhibit", crate::exhibit::label(*number))],
            Self::ExhibitChanged { path, .. } => vec![("path", path.clone())],
            Self::TooLarge => vec![("most", MAX_PACKAGE_BYTES.to_string())],
            Self::Disk(e) => e.args(),
            Self::Age(e) => e.args(),
            Self::OtherStep | Self::NotAPackage => vec![],
        }
    }
}

impl<S: Store> Casework<S> {
    /// What would leave: the act that is to be proposed, which names every entry up to a place (the last one, if none is
    /// given), and the entries that would go out without content as the case stands, in their order.
    ///
    /// # Errors
    /// Fails when the officer may not read the case.
    pub async fn plan_export(
        &self,
        session: &Session,
        case: CaseId,
        recipient: String,
        key: KeyId,
        up_to: Option<u64>,
    ) -> Result<(CaseAct, Vec<(EntryId, Withheld)>), CaseworkError> {
        self.may_read(session, case)?;
        let state = self.state();
        let end = state.end(case).next;
        let up_to = up_to.or(end.checked_sub(1)).ok_or(Refusal::UnknownCase(case))?;
        if up_to >= end {
            return Err(Refusal::ExportPlace { up_to, entries: end }.into());
        }
        let (entries, withheld) = self.leaving_case(state.case(case)?, up_to).await?;
        let entries = Some(digest_of_entries(entries.iter().map(Leaving::id)));
        let mut withheld: Vec<_> = withheld.into_iter().collect();
        withheld.sort_by_key(|(_, withheld)| withheld.sequence);
        Ok((CaseAct::Export { recipient, key, up_to, entries }, withheld))
    }

    /// Writes a case out, as two persons approved by naming `proposal`, and records that it was done. Nothing leaves
    /// the node by this: the caller puts the package, best sealed to its recipient, where it is to go.
    ///
    /// The same approval may be carried out again, when a medium was lost, say: each time is an entry.
    ///
    /// # Errors
    /// Says why it was not done: nobody approved it, it was approved for another key, or the case went on meanwhile.
    pub async fn export(
        &self,
        session: &Session,
        case: CaseId,
        proposal: EntryId,
        recipient: &Recipient,
        act: Option<ActTime>,
    ) -> Result<Export, CaseworkError> {
        let state = self.state();
        let known = state.case(case)?;
        self.may(session, case, "case.exported")?;
        let approved = known.approval(proposal)?;
        let CaseAct::Export { recipient: name, key, up_to, entries } = approved.act() else {
            return Err(ExportError::OtherStep.into());
        };
        if recipient.key_id() != *key {
            return Err(ExportError::OtherRecipient { approved: *key, given: recipient.key_id() }.into());
        }
        let act = match act {
            Some(act) => act,
            None => self.clock.here()?,
        };
        let after = state.end(case).last.ok_or(Refusal::UnknownCase(case))?;
        let record = ExportRecord {
            v: EXPORT_VERSION,
            case,
            office: session.office(),
            up_to: *up_to,
            after,
            recipient: name.clone(),
            key: *key,
            proposal,
            proposed_by: approved.proposed_by(),
            approved_by: approved.approved_by(),
            exported_by: session.officer(),
            act: act.clone(),
            withheld: vec![],
            tags: BTreeMap::new(),
        };
        let Assembled { package, withheld, remaining } = self.assemble(&state, record, *entries).await?;
        let body = CaseExported {
            package: package.digest(),
            key: *key,
            up_to: *up_to,
            withheld: u64::try_from(withheld.len()).unwrap_or(u64::MAX),
            after,
        };
        // The entry is refused when another came after `after`: a withdrawal that came meanwhile must not be passed
        // over by bytes that were read before it.
        let with = With { act: Some(act), ..With::reference("carries-out", proposal) };
        let receipt = self.record(session, case, &body, with).await?;
        Ok(Export { package, recipient: *recipient, withheld, remaining, receipt })
    }
}

impl Export {
    /// The package as one file that only the recipient opens, with this library ([`Package::open`]) or with `age` and
    /// `tar`.
    ///
    /// # Errors
    /// Fails for a key with which nothing can be kept secret.
    pub fn sealed(&self, entropy: &dyn comity_record::Entropy) -> Result<Vec<u8>, ExportError> {
        self.package.seal(&self.recipient, entropy)
    }
}

//! Files that were given out of an exhibit: whoever has the content in the clear is on record.

use comity_evidence::ObjectReader;
use comity_evidence::seal::SealedFile;
use comity_record::{CaseId, Sha256Digest};
use comity_store::Store;
use serde::{Deserialize, Serialize};

use super::Exhibit;
use crate::body::Body;
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::{self, Refusal};

/// An officer had a file of an exhibit written out of the vault, in the clear. The entry refers to the exhibit as `exhibit`. It
/// is never corrected or withdrawn; what it says goes with what the exhibit says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileGivenOut {
    /// The path of the file in the exhibit.
    pub path: String,
    /// Its content.
    pub sha256: Sha256Digest,
    /// How many bytes it has.
    pub size: u64,
    /// Why.
    pub reason: String,
    /// By what order, warrant or consent, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
}

impl Body for FileGivenOut {
    const KIND: &'static str = "exhibit.file-given-out";
}

impl FileGivenOut {
    pub(super) fn check(&self) -> Result<(), Refusal> {
        refusal::text("reason", &self.reason)?;
        self.authority.as_ref().map_or(Ok(()), |authority| refusal::text("authority", authority))
    }
}

/// Why a file is given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// In words.
    pub reason: String,
    /// By what order, warrant or consent.
    pub authority: Option<String>,
}

impl<S: Store> Casework<S> {
    /// Records that a file of an exhibit is given out, and only then gives it, to be streamed: who breaks off has seen it all
    /// the same.
    ///
    /// # Errors
    /// Says why not: the officer may not have that recorded, or the file is not in the vault. Then there is no entry.
    pub async fn give_out(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: &Exhibit,
        file: &SealedFile,
        purpose: Purpose,
    ) -> Result<(ObjectReader, Receipt), CaseworkError> {
        self.may_since(session, case, FileGivenOut::KIND)?;
        let object = self.exhibit_file(session, case, file.digests.sha256).await?;
        let Purpose { reason, authority } = purpose;
        let (sha256, size) = (file.digests.sha256, file.digests.size);
        let body = FileGivenOut { path: file.path.clone(), sha256, size, reason, authority };
        let with = With::reference("exhibit", exhibit.entry);
        let receipt = self.record(session, case, &body, with).await?;
        Ok((object, receipt))
    }
}

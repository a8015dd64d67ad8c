//! Whether an exhibit is still what came in.

use comity_evidence::bag::Finding;
use comity_evidence::intake::Discard;
use comity_evidence::{Intake, IntakeError, Report, SealError};
use comity_record::CaseId;
use comity_store::Store;

use super::{Exhibit, Holding};
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;
use crate::refusal::Refusal;

/// What a second reading of an exhibit showed.
#[derive(Debug)]
pub enum Verified {
    /// Of files in the vault.
    Files {
        /// How many were read.
        files: usize,
        /// The paths of those that are not what came in.
        damaged: Vec<String>,
    },
    /// Of files in place.
    InPlace(Report),
}

impl<S: Store> Casework<S> {
    /// Reads an exhibit again, in the vault or in place, through `intake`, and says whether it is what came in.
    ///
    /// # Errors
    /// Fails when the officer may not read the case or the exhibit has no files, and when the watcher of `intake` says stop.
    /// Damage is in the report.
    pub async fn verify_exhibit(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: &Exhibit,
        intake: &mut Intake<'_>,
    ) -> Result<Verified, CaseworkError> {
        let received = exhibit.received.as_ref().ok_or(Refusal::UnknownExhibit(exhibit.number))?;
        match &received.holds {
            Holding::InPlace(place) => {
                let seal = match &exhibit.manifest {
                    Some(_) => Some(self.manifest(session, case, exhibit).await?),
                    None => None,
                };
                self.may_read(session, case)?;
                let report = place.verify(seal.as_ref(), intake);
                if report.findings.contains(&Finding::Stopped) {
                    return Err(SealError::from(IntakeError::Stopped).into());
                }
                Ok(Verified::InPlace(report))
            }
            Holding::Files { root, .. } => {
                let seal = self.manifest(session, case, exhibit).await?;
                if seal.root != *root || seal.computed_root() != *root {
                    return Err(SealError::Malformed { why: "it has another root".to_owned() }.into());
                }
                let mut damaged = Vec::new();
                for file in &seal.files {
                    let object = self.open_object(case, file.digests.sha256).await.ok();
                    let read = object.map(|mut object| intake.stream(&mut object, &file.path, &mut Discard));
                    match read {
                        Some(Ok(found)) if found == file.digests => {}
                        Some(Err(stopped @ IntakeError::Stopped)) => {
                            return Err(SealError::from(stopped).into());
                        }
                        _ => damaged.push(file.path.clone()),
                    }
                }
                Ok(Verified::Files { files: seal.files.len(), damaged })
            }
            Holding::Thing => Err(Refusal::UnknownExhibit(exhibit.number).into()),
        }
    }
}

//! Whether an exhibit is still what came in: it is read again, and an entry tells what came of that.

use comity_evidence::bag::Finding;
use comity_evidence::custody::Tool;
use comity_evidence::intake::Discard;
use comity_evidence::{Intake, IntakeError, Report, SealError, Verdict};
use comity_record::{CaseId, Coded as _};
use comity_store::Store;
use serde::{Deserialize, Serialize};

use super::{Exhibit, Holding, PROGRAM};
use crate::body::Body;
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::lead::is_zero;
use crate::refusal::{self, Refusal};

/// Paths that an entry names of what is not as it came in. Nobody reads more, and the check can be made again.
pub const MAX_NAMED: usize = 100;

/// An officer had an exhibit read again. The entry refers to it as `exhibit`. It is never corrected or withdrawn; what it says
/// goes with what the exhibit says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExhibitChecked {
    /// What came of it.
    pub result: CheckResult,
    /// How many files were read.
    pub files: u64,
    /// How many bytes they had.
    pub bytes: u64,
    /// How much was found that is not as it came in, or could not be read.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub findings: u64,
    /// Where, as far as it has a path: the first [`MAX_NAMED`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paths: Vec<String>,
    /// The program that read it.
    pub tool: Tool,
    /// Why, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What came of reading an exhibit again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckResult {
    /// Everything is what came in.
    Unchanged,
    /// Something is changed, damaged, missing or more.
    Changed,
    /// Nothing is known to be changed, and not everything could be read.
    Undecided,
}

impl CheckResult {
    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Changed => "changed",
            Self::Undecided => "undecided",
        }
    }
}

impl Body for ExhibitChecked {
    const KIND: &'static str = "exhibit.checked";
}

impl ExhibitChecked {
    fn of(verified: &Verified, read: (u64, u64), reason: Option<String>) -> Self {
        let (result, findings, paths) = match verified {
            Verified::Files { damaged, .. } if damaged.is_empty() => (CheckResult::Unchanged, 0, vec![]),
            Verified::Files { damaged, .. } => {
                (CheckResult::Changed, damaged.len(), damaged.iter().take(MAX_NAMED).cloned().collect())
            }
            Verified::InPlace(report) => {
                let result = match report.verdict() {
                    Verdict::Pass => CheckResult::Unchanged,
                    Verdict::Fail => CheckResult::Changed,
                    Verdict::CannotDecide => CheckResult::Undecided,
                };
                let path = |finding: &Finding| {
                    finding.args().into_iter().find_map(|(name, value)| (name == "path").then_some(value))
                };
                let paths = report.findings.iter().filter_map(path).take(MAX_NAMED).collect();
                (result, report.findings.len(), paths)
            }
        };
        let (files, bytes) = read;
        let findings = u64::try_from(findings).unwrap_or(u64::MAX);
        let tool =
            Tool { name: PROGRAM.to_owned(), version: env!("CARGO_PKG_VERSION").to_owned(), settings: None };
        Self { result, files, bytes, findings, paths, tool, reason }
    }

    pub(super) fn check(&self) -> Result<(), Refusal> {
        if (self.result == CheckResult::Unchanged) != (self.findings == 0) || self.paths.len() > MAX_NAMED {
            return Err(Refusal::Body("a result that its findings do not bear out".to_owned()));
        }
        self.reason.as_ref().map_or(Ok(()), |reason| refusal::text("reason", reason))
    }
}

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
    /// Reads an exhibit again as [`verify_exhibit`](Self::verify_exhibit) does, and records what came of it.
    ///
    /// # Errors
    /// As there, and when the officer may not have it recorded: then nothing is read. Of a check that was not made to its
    /// end there is no entry.
    pub async fn check_exhibit(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: &Exhibit,
        reason: Option<String>,
        intake: &mut Intake<'_>,
    ) -> Result<(Verified, Receipt), CaseworkError> {
        self.may_since(session, case, ExhibitChecked::KIND)?;
        reason.as_ref().map_or(Ok(()), |reason| refusal::text("reason", reason))?;
        let before = intake.progress();
        let verified = self.verify_exhibit(session, case, exhibit, intake).await?;
        let after = intake.progress();
        let read = (after.files - before.files, after.bytes - before.bytes);
        let body = ExhibitChecked::of(&verified, read, reason);
        let with = With::reference("exhibit", exhibit.entry);
        let receipt = self.record(session, case, &body, with).await?;
        Ok((verified, receipt))
    }

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

//! How much the vault, and each case in it, may take of the disk.
//!
//! Two persons of an office set it ([`VaultLimits`]). An intake is asked before it reads and before each block, so that what
//! has no room is refused with nothing changed, and a disk is never filled to where the node could not write its log.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use comity_disk::Disk;
use comity_evidence::room::PENDING_BYTES;
use comity_evidence::{IntakeError, Quota, Room};
use comity_record::CaseId;
use comity_store::{Store, WrapKind};
use serde::{Deserialize, Serialize};

use crate::body::{OfficeAct, OfficeProposal, office_journal};
use crate::casework::{Casework, PAGE, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::files::object_name;
use crate::refusal::Refusal;

/// What stays free of the disk, unless an office says otherwise: room for the entries, the log and the papers of months.
pub const KEPT_FREE_BYTES: u64 = 1 << 30;

/// What an office lets its exhibits take of the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VaultLimits {
    /// The most bytes that the vault may hold in all, as they lie there; no limit, if none is given. Of the offices of one
    /// node the one counts that allows least, for they share the vault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_bytes: Option<u64>,
    /// The most bytes that one case of the office may hold; no limit, if none is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_case_bytes: Option<u64>,
    /// Bytes of the disk that stay free. Of the offices of one node the one counts that keeps most.
    pub kept_free_bytes: u64,
}

impl Default for VaultLimits {
    fn default() -> Self {
        Self { most_bytes: None, most_case_bytes: None, kept_free_bytes: KEPT_FREE_BYTES }
    }
}

impl VaultLimits {
    /// Whether these can take the place of `current`.
    pub(crate) fn check(self, current: Self) -> Result<(), Refusal> {
        if self == current { Err(Refusal::Exists("limit of the vault")) } else { Ok(()) }
    }
}

/// What is held, and what there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VaultUse {
    /// The limits in force for the officer's office, those of the other offices of the node counted in.
    pub limits: VaultLimits,
    /// Bytes of all objects, as they lie in the vault.
    pub held_bytes: u64,
    /// Bytes that are free on the disk; none where that is not known.
    pub free_bytes: Option<u64>,
}

/// What intakes that are under way have taken, and those that ended since the node started. What is held is looked up when an
/// intake begins; what others bring while it goes on is here.
#[derive(Debug, Default)]
pub(crate) struct InFlight {
    /// Each journal's.
    cases: BTreeMap<CaseId, Taken>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Taken {
    running: u64,
    ended: u64,
}

impl InFlight {
    fn ended(&self, case: Option<CaseId>) -> u64 {
        self.of(case).map(|taken| taken.ended).sum()
    }

    fn all(&self, case: Option<CaseId>) -> u64 {
        self.of(case).map(|taken| taken.ended + taken.running).sum()
    }

    fn of(&self, case: Option<CaseId>) -> impl Iterator<Item = &Taken> {
        let of_case = move |(of, _): &(&CaseId, &Taken)| case.is_none_or(|case| **of == case);
        self.cases.iter().filter(of_case).map(|(_, taken)| taken)
    }
}

/// A limit, and what was held of it when the intake began.
struct Limit {
    quota: Quota,
    most: u64,
    held: u64,
    /// What had ended by then: it is counted in what was held.
    ended: u64,
    case: Option<CaseId>,
}

/// What one intake into a case has room for.
pub(crate) struct CaseRoom {
    case: CaseId,
    limits: Vec<Limit>,
    kept_free: u64,
    disk: Arc<dyn Disk>,
    flight: Arc<Mutex<InFlight>>,
    taken: u64,
}

impl CaseRoom {
    fn check(&self, flight: &InFlight, bytes: u64) -> Result<(), IntakeError> {
        for Limit { quota, most, held, ended, case } in &self.limits {
            let held = held.saturating_add(flight.all(*case).saturating_sub(*ended));
            if held.saturating_add(bytes) > *most {
                // What this intake itself has taken is not held: it is given back.
                let held = held.saturating_sub(self.taken);
                let wanted = self.taken.saturating_add(bytes);
                return Err(IntakeError::NoRoom { quota: *quota, most: *most, held, wanted });
            }
        }
        let free = self.disk.free_bytes().map_err(IntakeError::RoomUnknown)?;
        match free {
            Some(free) if free < self.kept_free.saturating_add(bytes).saturating_add(PENDING_BYTES) => {
                Err(IntakeError::NoRoom {
                    quota: Quota::Disk,
                    most: self.kept_free,
                    held: free.saturating_add(self.taken),
                    wanted: self.taken.saturating_add(bytes),
                })
            }
            _ => Ok(()),
        }
    }
}

impl Room for CaseRoom {
    fn ask(&mut self, bytes: u64) -> Result<(), IntakeError> {
        let flight = self.flight.lock().unwrap_or_else(PoisonError::into_inner);
        self.check(&flight, bytes)
    }

    fn take(&mut self, bytes: u64) -> Result<(), IntakeError> {
        let mut flight = self.flight.lock().unwrap_or_else(PoisonError::into_inner);
        self.check(&flight, bytes)?;
        flight.cases.entry(self.case).or_default().running += bytes;
        self.taken += bytes;
        Ok(())
    }

    fn end(&mut self, kept: bool) {
        let mut flight = self.flight.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = flight.cases.entry(self.case).or_default();
        taken.running = taken.running.saturating_sub(self.taken);
        if kept {
            taken.ended = taken.ended.saturating_add(self.taken);
        }
        self.taken = 0;
    }
}

impl Drop for CaseRoom {
    fn drop(&mut self) {
        self.end(false);
    }
}

impl<S: Store> Casework<S> {
    /// Proposes what the office lets its exhibits take of the disk from then on.
    ///
    /// # Errors
    /// Says why the proposal was not taken: by somebody who may not, or for the limits that are in force already.
    pub async fn propose_vault_limits(
        &self,
        session: &Session,
        limits: VaultLimits,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let body = OfficeProposal { act: OfficeAct::SetVaultLimits(limits), reason };
        self.record(session, office_journal(session.office), &body, With::default()).await
    }

    /// What the vault holds, and what there is room for. Looks at every object.
    ///
    /// # Errors
    /// Fails when the officer may not read the office's journal, or the disk does not say.
    pub fn vault_use(&self, session: &Session) -> Result<VaultUse, CaseworkError> {
        self.may(session, office_journal(session.office), "office.read")?;
        let limits = self.vault_limits(session)?;
        let free_bytes = self.disk.free_bytes().map_err(IntakeError::RoomUnknown).map_err(of_intake)?;
        Ok(VaultUse { limits, held_bytes: self.vault.bytes_held()?, free_bytes })
    }

    /// The limits in force for an office, the vault's own among them.
    fn vault_limits(&self, session: &Session) -> Result<VaultLimits, CaseworkError> {
        let state = self.state();
        let all = || state.offices().map(|office| office.vault_limits);
        Ok(VaultLimits {
            most_bytes: all().filter_map(|limits| limits.most_bytes).min(),
            most_case_bytes: state.office(session.office)?.vault_limits.most_case_bytes,
            kept_free_bytes: all().map(|limits| limits.kept_free_bytes).max().unwrap_or(KEPT_FREE_BYTES),
        })
    }

    /// What an intake into a case has room for.
    pub(crate) async fn room_in(&self, session: &Session, case: CaseId) -> Result<CaseRoom, CaseworkError> {
        let set = self.vault_limits(session)?;
        let flight = Arc::clone(&self.in_flight);
        // Looked up before what is held: what ends in between is counted twice, and never not at all.
        let ended = |case| flight.lock().unwrap_or_else(PoisonError::into_inner).ended(case);
        let mut limits = vec![];
        if let Some(most) = set.most_bytes {
            let ended = ended(None);
            let held = self.vault.bytes_held()?;
            limits.push(Limit { quota: Quota::Vault, most, held, ended, case: None });
        }
        if let Some(most) = set.most_case_bytes {
            let ended = ended(Some(case));
            let held = self.bytes_of(case).await?;
            limits.push(Limit { quota: Quota::Case, most, held, ended, case: Some(case) });
        }
        Ok(CaseRoom {
            case,
            limits,
            kept_free: set.kept_free_bytes,
            disk: Arc::clone(&self.disk),
            flight: Arc::clone(&self.in_flight),
            taken: 0,
        })
    }

    /// Bytes of the objects that a journal has keys of.
    async fn bytes_of(&self, journal: CaseId) -> Result<u64, CaseworkError> {
        let mut bytes = 0_u64;
        let mut after = (WrapKind::Object, journal.as_bytes().to_vec());
        loop {
            let page = self.store.wraps(Some(after.clone()), PAGE).await?;
            let Some(last) = page.last() else { return Ok(bytes) };
            after = (last.kind, last.id.clone());
            let of_journal = |kind, id: &[u8]| kind == WrapKind::Object && id.starts_with(journal.as_bytes());
            for wrap in page.iter().filter(|wrap| of_journal(wrap.kind, &wrap.id)) {
                let size = object_name(&wrap.id).map(|name| self.vault.size_of(&name)).transpose()?;
                bytes = bytes.saturating_add(size.flatten().unwrap_or(0));
            }
            if !of_journal(after.0, &after.1) {
                return Ok(bytes);
            }
        }
    }
}

fn of_intake(error: IntakeError) -> CaseworkError {
    comity_evidence::VaultError::from(error).into()
}

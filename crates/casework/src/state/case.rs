//! A case, folded from its entries.

use std::collections::{BTreeMap, BTreeSet};

use comity_record::entry::Statement;
use comity_record::{CaseId, EntryId, OfficeId, OfficerId, Token};

use super::Known;
use crate::approval::{Approved, Proposal, officer, only_reference};
use crate::body::{
    Body, CaseAct, CaseApproval, CaseAssigned, CaseClosed, CaseExported, CaseOpened, CaseProposal,
    CaseRejection, CaseReopened, EntryCorrected, EntryWithdrawn, HandedOver, TakenOver,
};
use crate::exhibit::{ExhibitChecked, Exhibits, ExhibitsPackaged, FileGivenOut, Step};
use crate::lead::{HitPlaced, HitPromoted, Leads, OwnerAsked, ScanRecorded};
use crate::refusal::{self, Refusal};
use crate::request;
use crate::scrubbing::{Damaged, FilesChecked};
use crate::secret::{self, SecretRevealed, Secrets, SecretsSealed};
use crate::timestamp::Timestamps;

/// Whether work on a case goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It does.
    Open,
    /// It has ended.
    Closed,
}

/// What became of an entry after it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The kind.
    pub kind: Token,
    /// The entries whose content it repeats in part: that which it corrects, the exhibit that was searched, the scan that
    /// something was found in, the account that it speaks of. It is destroyed with any of them.
    pub repeats: Vec<EntryId>,
    /// The entries that it refers to, in whatever role.
    pub refs: Vec<EntryId>,
    /// The entry that corrects it, if one does; the last one counts.
    pub corrected_by: Option<EntryId>,
    /// The entry that withdraws it, if one does.
    pub withdrawn_by: Option<EntryId>,
    /// The approval by which its content was destroyed, if it was.
    pub forgotten_by: Option<EntryId>,
}

/// A case.
#[derive(Clone, Debug)]
pub struct Case {
    /// The identifier.
    pub id: CaseId,
    /// The entry that opened it.
    pub opened_by: EntryId,
    /// The office that works on it.
    pub office: OfficeId,
    /// Whether it is an exercise.
    pub exercise: bool,
    /// What people call it.
    pub title: String,
    /// The number in the office's register.
    pub register_number: Option<String>,
    /// Whether work goes on.
    pub status: Status,
    /// Those who work on it.
    pub members: BTreeSet<OfficerId>,
    /// The office that it has been offered to.
    pub offered_to: Option<OfficeId>,
    /// Its entries, and what became of them.
    pub entries: BTreeMap<EntryId, Standing>,
    /// What was proposed.
    pub proposals: BTreeMap<EntryId, Proposal<CaseAct>>,
    /// What was approved, by the entry that proposed it.
    pub approved: BTreeMap<EntryId, Approved<CaseAct>>,
    /// What was taken in.
    pub exhibits: Exhibits,
    /// What was found and followed.
    pub leads: Leads,
    /// What authorities outside say of when it was so.
    pub timestamps: Timestamps,
    /// The files that were not whole when they were read last.
    pub damaged: Damaged,
    /// The secrets that were sealed, and the looks at them.
    pub secrets: Secrets,
    /// The requests to other states and from them.
    pub requests: request::Requests,
}

/// The kinds by which persons steer a case, and that tell what left it or was seen. They are never corrected, withdrawn or forgotten.
const DECISIONS: [&str; 12] = [
    CaseOpened::KIND,
    CaseAssigned::KIND,
    CaseClosed::KIND,
    CaseReopened::KIND,
    HandedOver::KIND,
    TakenOver::KIND,
    EntryWithdrawn::KIND,
    CaseProposal::KIND,
    CaseApproval::KIND,
    CaseRejection::KIND,
    CaseExported::KIND,
    SecretRevealed::KIND,
];

/// The kinds that tell what was read of an exhibit. Nobody takes them back, and they go with what the exhibit says.
const READINGS: [&str; 3] = [ExhibitChecked::KIND, FileGivenOut::KIND, FilesChecked::KIND];

/// Whether a kind is one that is never corrected, withdrawn or forgotten: who may do what in the case, and how it
/// stands, follows from what such an entry says.
pub(crate) fn is_decision(kind: &str) -> bool {
    DECISIONS.contains(&kind) || request::KINDS.contains(&kind)
}

/// The kinds whose content repeats that of another entry, each with the role in which it refers to that one.
pub(crate) const REPEATS: [(&str, &str); 9] = [
    (EntryCorrected::KIND, "corrects"),
    (ScanRecorded::KIND, "exhibit"),
    (ExhibitChecked::KIND, "exhibit"),
    (FileGivenOut::KIND, "exhibit"),
    (HitPromoted::KIND, "found-in"),
    (HitPlaced::KIND, "found-in"),
    (HitPlaced::KIND, "account"),
    (OwnerAsked::KIND, "about"),
    (SecretsSealed::KIND, "found-in"),
];

/// The references of an entry to those whose content it repeats.
pub(super) fn repeated(statement: &Statement) -> Vec<EntryId> {
    let repeats = |role: &Token| REPEATS.contains(&(statement.kind.as_str(), role.as_str()));
    statement.refs.iter().filter(|of| repeats(&of.role)).map(|of| of.entry).collect()
}

impl Case {
    /// An entry, and those that repeat what it says: what two persons have destroyed goes with them.
    pub fn with_repetitions(&self, entry: EntryId) -> BTreeSet<EntryId> {
        let mut all = BTreeSet::from([entry]);
        let mut new = vec![entry];
        while let Some(of) = new.pop() {
            let repeating = self.entries.iter().filter(|(_, standing)| standing.repeats.contains(&of));
            new.extend(repeating.map(|(id, _)| *id).filter(|id| all.insert(*id)));
        }
        all
    }

    /// What refers to an entry or to one that [repeats it](Case::with_repetitions), however far, and would stay when
    /// they are destroyed: a trace that began at an account, a request drafted from that trace. It may say again what
    /// the entry says.
    pub fn resting_on(&self, entry: EntryId) -> BTreeSet<EntryId> {
        let gone = self.with_repetitions(entry);
        let mut resting = BTreeSet::new();
        let mut new = gone.clone();
        while !new.is_empty() {
            let refers = |standing: &Standing| standing.refs.iter().any(|of| new.contains(of));
            let speaks = |standing: &Standing| {
                standing.forgotten_by.is_none() && !DECISIONS.contains(&standing.kind.as_str())
            };
            let found = self.entries.iter().filter(|(_, standing)| refers(standing) && speaks(standing));
            let found: Vec<_> = found.map(|(id, _)| *id).filter(|id| !gone.contains(id)).collect();
            new = found.into_iter().filter(|id| resting.insert(*id)).collect();
        }
        resting
    }

    pub(super) fn opened(entry: EntryId, statement: &Statement, opened: CaseOpened) -> Self {
        let members = officer(statement).into_iter().collect();
        Self {
            id: statement.case,
            opened_by: entry,
            office: statement.office,
            exercise: opened.exercise,
            title: opened.title,
            register_number: opened.register_number,
            status: Status::Open,
            members,
            offered_to: None,
            entries: BTreeMap::new(),
            proposals: BTreeMap::new(),
            approved: BTreeMap::new(),
            exhibits: Exhibits::default(),
            leads: Leads::default(),
            timestamps: Timestamps::default(),
            damaged: Damaged::default(),
            secrets: Secrets::default(),
            requests: request::Requests::default(),
        }
    }

    /// The standing of an entry of this case.
    ///
    /// # Errors
    /// Fails when the entry is not of this case.
    pub fn standing(&self, entry: EntryId) -> Result<&Standing, Refusal> {
        self.entries.get(&entry).ok_or(Refusal::UnknownEntry(entry))
    }

    /// The number of the exhibit that a scan searched.
    pub fn searched(&self, scan: EntryId) -> Option<u32> {
        self.standing(scan).ok()?.refs.iter().find_map(|of| self.exhibits.number(*of))
    }

    /// Whether an entry counts: neither it nor anything that it [repeats](Standing::repeats) was withdrawn or destroyed, and
    /// no correction took its place.
    pub(crate) fn counts(&self, entry: EntryId) -> bool {
        let mut next = vec![entry];
        while let Some(of) = next.pop() {
            let Ok(standing) = self.standing(of) else { return false };
            if standing.withdrawn_by.is_some() || standing.forgotten_by.is_some() {
                return false;
            }
            next.extend(&standing.repeats);
        }
        let corrected = |standing: &Standing| match standing.kind.as_str() {
            EntryCorrected::KIND => standing.repeats.iter().any(|of| {
                let corrected = self.standing(*of).ok().and_then(|of| of.corrected_by);
                corrected != Some(entry)
            }),
            _ => standing.corrected_by.is_some(),
        };
        !self.standing(entry).is_ok_and(corrected)
    }

    /// What was approved by naming this proposal.
    ///
    /// # Errors
    /// Fails when nobody has approved it.
    pub fn approval(&self, proposal: EntryId) -> Result<&Approved<CaseAct>, Refusal> {
        self.approved.get(&proposal).ok_or(Refusal::NotApproved)
    }

    /// What was proposed by an entry.
    ///
    /// # Errors
    /// Fails when the entry made no proposal.
    pub fn proposal(&self, entry: EntryId) -> Result<&Proposal<CaseAct>, Refusal> {
        self.proposals.get(&entry).ok_or(Refusal::UnknownEntry(entry))
    }

    pub(super) fn check(&self, statement: &Statement, known: &Known) -> Result<(), Refusal> {
        match known {
            Known::Note(note) => refusal::text("text", &note.text),
            Known::Closed(closed) => {
                refusal::text("reason", &closed.reason)?;
                self.must_be(Status::Open, "closed already")
            }
            Known::Reopened(reopened) => {
                refusal::text("reason", &reopened.reason)?;
                self.must_be(Status::Closed, "open already")
            }
            Known::Corrected(corrected) => {
                if let Some(corrected) = corrected {
                    refusal::text("reason", &corrected.reason)?;
                }
                self.changeable(only_reference(statement, "corrects")?)
            }
            Known::Withdrawn(withdrawn) => {
                refusal::text("reason", &withdrawn.reason)?;
                self.changeable(only_reference(statement, "withdraws")?)
            }
            Known::CaseProposal(proposal) => {
                refusal::text("reason", &proposal.reason)?;
                self.check_act(&proposal.act)?;
                self.secrets.check_asked(statement, &proposal.act)
            }
            Known::CaseApproval(approval) => {
                let proposal = self.proposal(only_reference(statement, "approves")?)?;
                let approved = proposal.approval(statement)?;
                self.check_act(approved.act())?;
                self.secrets.check_approval(&approved, approval.halves.len())?;
                self.requests.check_approval(&approved)
            }
            Known::CaseRejection(rejection) => {
                refusal::text("reason", &rejection.reason)?;
                self.proposal(only_reference(statement, "rejects")?).map(drop)
            }
            Known::Exported(exported) => {
                match self.approval(only_reference(statement, "carries-out")?)?.act() {
                    CaseAct::Export { key, up_to, .. }
                        if (*key, *up_to) == (exported.key, exported.up_to) =>
                    {
                        Ok(())
                    }
                    _ => Err(Refusal::NotApproved),
                }
            }
            Known::Exhibit(step) => {
                if let Step::Packaged(Some(packaged)) = step.as_ref()
                    && statement.kind_version != ExhibitsPackaged::BY_ONE
                {
                    self.check_packaged(statement, packaged)?;
                }
                self.exhibits.check(statement, step)
            }
            Known::Lead(step) => {
                self.leads.check(statement, step, |entry| self.exhibits.number(entry).is_some())
            }
            Known::Timestamp(step) => self.timestamps.check(&self.exhibits, statement, step),
            Known::Scrubbing(step) => {
                Damaged::check(statement, step, |entry| self.entries.contains_key(&entry))
            }
            Known::Secret(secret::Step::Sealed(sealed)) => {
                Secrets::check_sealed(statement, sealed.as_ref(), |entry| self.leads.is_scan(entry))
            }
            Known::Secret(secret::Step::Revealed) => self.check_look(statement),
            Known::Opaque => Ok(()),
            _ => Err(Refusal::Body(format!("{} does not belong into a case", statement.kind))),
        }
    }

    /// Whether two persons approved that these exhibits go to this recipient in this form.
    fn check_packaged(&self, statement: &Statement, packaged: &ExhibitsPackaged) -> Result<(), Refusal> {
        let refs = |role: &'static str| {
            statement.refs.iter().filter(move |of| of.role.as_str() == role).map(|of| of.entry)
        };
        let proposal = refs("carries-out").next().ok_or(Refusal::NotApproved)?;
        match self.approval(proposal)?.act() {
            CaseAct::Package { exhibits, recipient, key }
                if refs("exhibit").eq(exhibits.iter().copied())
                    && (recipient, key) == (&packaged.recipient, &packaged.key) =>
            {
                Ok(())
            }
            _ => Err(Refusal::NotApproved),
        }
    }

    fn check_look(&self, statement: &Statement) -> Result<(), Refusal> {
        let approved = self.approval(secret::referred(statement, "carries-out")?)?;
        self.check_act(approved.act())?;
        self.secrets.check_look(statement, approved)?;
        let exhibit = secret::referred(statement, "exhibit")?;
        self.exhibits.number(exhibit).map(drop).ok_or(Refusal::UnknownEntry(exhibit))
    }

    fn must_be(&self, status: Status, otherwise: &'static str) -> Result<(), Refusal> {
        if self.status == status { Ok(()) } else { Err(Refusal::CaseState(otherwise)) }
    }

    /// Whether an entry can still be corrected or withdrawn.
    fn changeable(&self, entry: EntryId) -> Result<(), Refusal> {
        let standing = self.standing(entry)?;
        if standing.withdrawn_by.is_some() {
            return Err(Refusal::NotChangeable("it was withdrawn"));
        }
        if standing.forgotten_by.is_some() {
            return Err(Refusal::NotChangeable("its content was destroyed"));
        }
        // Decisions of persons are history; a wrong one is answered by another decision.
        let kind = standing.kind.as_str();
        if is_decision(kind) || kind == EntryCorrected::KIND {
            return Err(Refusal::NotChangeable("it is a decision"));
        }
        if READINGS.contains(&kind) {
            return Err(Refusal::NotChangeable("it tells what was read of an exhibit"));
        }
        Ok(())
    }

    fn check_act(&self, act: &CaseAct) -> Result<(), Refusal> {
        match act {
            CaseAct::Forget(entry) => {
                let standing = self.standing(*entry)?;
                if standing.forgotten_by.is_some() {
                    return Err(Refusal::NotChangeable("its content was destroyed"));
                }
                // Without its decisions nobody could fold the case again.
                let kind = standing.kind.as_str();
                if is_decision(kind) {
                    return Err(Refusal::NotChangeable("it is a decision"));
                }
                if READINGS.contains(&kind) {
                    return Err(Refusal::NotChangeable("it tells what was read of an exhibit"));
                }
                Ok(())
            }
            CaseAct::Export { recipient, up_to, .. } => {
                // What comes later was approved by nobody.
                let entries = u64::try_from(self.entries.len()).unwrap_or(u64::MAX);
                if *up_to >= entries {
                    return Err(Refusal::ExportPlace { up_to: *up_to, entries });
                }
                refusal::name("recipient", recipient)
            }
            CaseAct::Package { exhibits, recipient, .. } => {
                let number =
                    |entry: &EntryId| self.exhibits.number(*entry).ok_or(Refusal::UnknownEntry(*entry));
                let numbers = exhibits.iter().map(number).collect::<Result<Vec<_>, _>>()?;
                if numbers.is_empty() || !numbers.is_sorted_by(|one, next| one < next) {
                    return Err(Refusal::Reference("exhibit"));
                }
                refusal::name("recipient", recipient)
            }
            CaseAct::RevealSecret { sealed, .. } => {
                self.secrets.holders(*sealed)?;
                let standing = self.standing(*sealed)?;
                if standing.withdrawn_by.is_some() {
                    return Err(Refusal::Withdrawn(*sealed));
                }
                if standing.forgotten_by.is_some() {
                    return Err(Refusal::NotChangeable("its content was destroyed"));
                }
                Ok(())
            }
            CaseAct::IssueRequest(_) | CaseAct::Send { .. } => Ok(()),
        }
    }

    pub(super) fn apply(&mut self, id: EntryId, statement: &Statement, known: Known) -> Result<(), Refusal> {
        match known {
            Known::Assigned(assigned) => {
                if assigned.member {
                    self.members.insert(assigned.officer);
                } else {
                    self.members.remove(&assigned.officer);
                }
            }
            Known::Closed(_) => self.status = Status::Closed,
            Known::Reopened(_) => self.status = Status::Open,
            Known::HandedOver(handed) => self.offered_to = Some(handed.to),
            Known::Corrected(_) => {
                self.entry(only_reference(statement, "corrects")?)?.corrected_by = Some(id);
            }
            Known::Withdrawn(_) => {
                self.entry(only_reference(statement, "withdraws")?)?.withdrawn_by = Some(id);
            }
            Known::CaseProposal(proposal) => {
                self.proposals.insert(id, Proposal::made(proposal.act, id, statement)?);
            }
            Known::CaseApproval(_) => {
                let proposal = only_reference(statement, "approves")?;
                let open = self.proposals.get_mut(&proposal).ok_or(Refusal::UnknownEntry(proposal))?;
                let approved = open.approve(id, statement)?;
                if let CaseAct::Forget(entry) = approved.act() {
                    let gone = self.with_repetitions(*entry);
                    for entry in &gone {
                        self.entry(*entry)?.forgotten_by.get_or_insert(id);
                    }
                    // Nobody can destroy it a second time.
                    let again = |act: &CaseAct| matches!(act, CaseAct::Forget(entry) if gone.contains(entry));
                    for proposal in self.proposals.values_mut().filter(|proposal| again(proposal.act())) {
                        proposal.take_back(id);
                    }
                }
                self.requests.approve(id, statement, &approved)?;
                self.approved.insert(proposal, approved);
            }
            Known::CaseRejection(_) => {
                let proposal = only_reference(statement, "rejects")?;
                let known = self.proposals.get_mut(&proposal).ok_or(Refusal::UnknownEntry(proposal))?;
                // An export or a package that was approved serves until somebody ends that, and a look until it has taken
                // place.
                let serves = match known.act() {
                    CaseAct::Export { .. } | CaseAct::Package { .. } => true,
                    CaseAct::RevealSecret { .. } => self.secrets.look(proposal).is_none(),
                    _ => false,
                };
                if serves && self.approved.remove(&proposal).is_some() {
                    known.end(id);
                } else {
                    known.reject(id)?;
                }
            }
            Known::Exhibit(step) => self.exhibits.apply(id, statement, &step),
            Known::Lead(step) => self.leads.apply(id, statement, &step),
            Known::Timestamp(step) => self.timestamps.apply(id, statement, &step)?,
            Known::Scrubbing(step) => self.damaged.apply(statement, &step)?,
            Known::Secret(step) => self.secrets.apply(id, statement, &step)?,
            Known::Request(step) => self.requests.apply(id, statement, *step)?,
            _ => {}
        }
        Ok(())
    }

    /// Another office goes on: what was proposed in the one before waits no more, and what leaves the node or is seen only
    /// because two persons of that office had approved it does not, nor is it.
    pub(super) fn begin_anew(&mut self, by: EntryId) {
        for proposal in self.proposals.values_mut() {
            proposal.take_back(by);
        }
        let secrets = &self.secrets;
        self.approved.retain(|proposal, approved| match approved.act() {
            CaseAct::Export { .. } | CaseAct::Package { .. } | CaseAct::Send { .. } => false,
            // What tells of a look names the approval.
            CaseAct::RevealSecret { .. } => secrets.look(*proposal).is_some(),
            CaseAct::Forget(_) | CaseAct::IssueRequest(_) => true,
        });
    }

    fn entry(&mut self, entry: EntryId) -> Result<&mut Standing, Refusal> {
        self.entries.get_mut(&entry).ok_or(Refusal::UnknownEntry(entry))
    }
}

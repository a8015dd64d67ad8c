//! The state of a node, folded from the entries of its log and from nothing else.
//!
//! [`State::check`] says whether an entry is admitted, [`State::apply`] takes it in. Both read entry bytes only: no
//! clock, no file, no policy. What a policy said when an entry was made stands in its seal.

mod case;
mod people;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use comity_record::entry::{Author, Content, SignedStatement, Statement};
use comity_record::seal::NodeSeal;
use comity_record::sign::VerifyingKey;
use comity_record::{CaseId, Country, EntryId, OfficeId, OfficerId, RecordedTime, Sha256Digest, Token};

use crate::approval::{Approved, Proposal, officer, only_reference};
use crate::body::{
    Body, CaseAct, CaseApproval, CaseAssigned, CaseClosed, CaseExported, CaseOpened, CaseProposal,
    CaseRejection, CaseReopened, EntryCorrected, EntryWithdrawn, FoundingConfirmed, HandedOver, NewOfficer,
    NodeRestored, NoteWritten, OfficeAct, OfficeApproval, OfficeFounded, OfficeProposal, OfficeRejection,
    PackSigned, Role, TakenOver, office_journal, read_body,
};
use crate::exchange::{self, Channels};
use crate::provision::{self, Provisions};
use crate::publisher::{self, Publisher, TakenPack};
use crate::refusal::{self, Refusal};
use crate::room::VaultLimits;
use crate::timestamp::{self, Stamping};
use crate::{exhibit, lead, request, scrubbing, secret};

pub(crate) use case::REPEATS;
pub(crate) use case::is_decision;
pub use case::{Case, Standing, Status};
use people::{can_go_on, is_one_name};

/// How far an entry of the node's own may lie after the last time that is believed. One that lies further tells of a node
/// that was off for long, or of a clock that shows a wrong time: nobody can tell which by the log alone.
pub(crate) const BELIEVED_MS: i64 = 30 * 24 * 3_600_000;

/// A person who signs for an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// The identifier.
    pub id: OfficerId,
    /// The name.
    pub name: String,
    /// The key in force.
    pub key: VerifyingKey,
    /// What the person may do.
    pub roles: BTreeSet<Role>,
}

/// An office that this node serves.
#[derive(Clone, Debug)]
pub struct Office {
    /// The identifier.
    pub id: OfficeId,
    /// The name.
    pub name: String,
    /// The state.
    pub country: Country,
    /// The authority.
    pub authority: String,
    /// Whether it exists for exercises only.
    pub exercise: bool,
    /// The entry that founded it.
    pub founding: EntryId,
    /// Whether the second founder has confirmed.
    pub founded: bool,
    /// The persons.
    pub officers: BTreeMap<OfficerId, Officer>,
    /// The packs in force.
    pub packs: BTreeMap<Token, Sha256Digest>,
    /// The offices whose packs are taken.
    pub publishers: BTreeMap<OfficeId, Publisher>,
    /// The wording of provisions that the office keeps.
    pub provisions: Provisions,
    /// The time-stamp servers.
    pub stamping: Stamping,
    /// What its exhibits may take of the disk.
    pub vault_limits: VaultLimits,
    /// What was proposed.
    pub proposals: BTreeMap<EntryId, Proposal<OfficeAct>>,
    second_founder: OfficerId,
    retired_keys: BTreeSet<VerifyingKey>,
}

/// Whether the node makes entries of this kind by itself.
fn is_by_node(kind: &str) -> bool {
    kind == NodeRestored::KIND
        || exchange::is_by_node(kind)
        || timestamp::is_by_node(kind)
        || scrubbing::is_by_node(kind)
}

/// The end of a journal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JournalEnd {
    /// The place that the next entry takes.
    pub next: u64,
    /// The entry before it.
    pub last: Option<EntryId>,
    /// When that was recorded.
    pub recorded: Option<RecordedTime>,
}

/// Everything that a node knows, folded from its log. Offices and cases are shared between the copies that readers
/// hold, so that a copy is cheap and only what an entry touches is copied.
#[derive(Clone, Debug, Default)]
pub struct State {
    offices: BTreeMap<OfficeId, Arc<Office>>,
    cases: BTreeMap<CaseId, Arc<Case>>,
    ends: BTreeMap<CaseId, JournalEnd>,
    channels: Channels,
    size: u64,
    recorded: Option<RecordedTime>,
    believed: Option<RecordedTime>,
    incarnation: u32,
    /// Entries that came back from a backup without their content.
    missing: Arc<BTreeSet<EntryId>>,
}

/// Whether a time lies so soon after the last one that is believed that it is believed too.
pub(crate) fn is_believed(time: RecordedTime, last: Option<RecordedTime>) -> bool {
    last.is_none_or(|last| time.as_millisecond().saturating_sub(last.as_millisecond()) <= BELIEVED_MS)
}

/// What a body is, once it has been read. Kinds of later versions and forgotten contents stay [`Known::Opaque`].
enum Known {
    Founded(OfficeFounded),
    Confirmed,
    OfficeProposal(OfficeProposal),
    OfficeApproval,
    OfficeRejection(OfficeRejection),
    PackSigned(PackSigned),
    Provision(provision::Step),
    Restored(NodeRestored),
    Opened(CaseOpened),
    Note(NoteWritten),
    Assigned(CaseAssigned),
    Closed(CaseClosed),
    Reopened(CaseReopened),
    HandedOver(HandedOver),
    TakenOver,
    /// What it says may be forgotten; which entry it corrects stands in the statement.
    Corrected(Option<EntryCorrected>),
    Withdrawn(EntryWithdrawn),
    CaseProposal(CaseProposal),
    CaseApproval(CaseApproval),
    CaseRejection(CaseRejection),
    Exported(CaseExported),
    Exhibit(Box<exhibit::Step>),
    Lead(Box<lead::Step>),
    Timestamp(Box<timestamp::Step>),
    Scrubbing(scrubbing::Step),
    Secret(secret::Step),
    Exchange(Box<exchange::Step>),
    Request(Box<request::Step>),
    Opaque,
}

impl Known {
    fn read(statement: &Statement, content: Option<&Content>) -> Result<Self, Refusal> {
        // These say by their kind alone that something was there, forgotten or not.
        if let Some(step) = exhibit::Step::read(statement, content)? {
            return Ok(Self::Exhibit(Box::new(step)));
        }
        if let Some(step) = lead::Step::read(statement, content)? {
            return Ok(Self::Lead(Box::new(step)));
        }
        if let Some(step) = timestamp::Step::read(statement, content)? {
            return Ok(Self::Timestamp(Box::new(step)));
        }
        if let Some(step) = scrubbing::Step::read(statement, content)? {
            return Ok(Self::Scrubbing(step));
        }
        if let Some(step) = secret::Step::read(statement, content)? {
            return Ok(Self::Secret(step));
        }
        if let Some(step) = exchange::Step::read(statement, content)? {
            return Ok(Self::Exchange(Box::new(step)));
        }
        if let Some(step) = request::Step::read(statement, content)? {
            return Ok(Self::Request(Box::new(step)));
        }
        if let Some(step) = provision::Step::read(statement, content)? {
            return Ok(Self::Provision(step));
        }
        let Some(content) = content else {
            let corrects = statement.kind.as_str() == EntryCorrected::KIND;
            return Ok(if corrects { Self::Corrected(None) } else { Self::Opaque });
        };
        let known = match statement.kind.as_str() {
            OfficeFounded::KIND => read_body(statement, Some(content))?.map(Self::Founded),
            FoundingConfirmed::KIND => {
                read_body::<FoundingConfirmed>(statement, Some(content))?.map(|_| Self::Confirmed)
            }
            OfficeProposal::KIND => read_body(statement, Some(content))?.map(Self::OfficeProposal),
            OfficeApproval::KIND => {
                read_body::<OfficeApproval>(statement, Some(content))?.map(|_| Self::OfficeApproval)
            }
            OfficeRejection::KIND => read_body(statement, Some(content))?.map(Self::OfficeRejection),
            PackSigned::KIND => read_body(statement, Some(content))?.map(Self::PackSigned),
            NodeRestored::KIND => read_body(statement, Some(content))?.map(Self::Restored),
            CaseOpened::KIND => read_body(statement, Some(content))?.map(Self::Opened),
            NoteWritten::KIND => read_body(statement, Some(content))?.map(Self::Note),
            CaseAssigned::KIND => read_body(statement, Some(content))?.map(Self::Assigned),
            CaseClosed::KIND => read_body(statement, Some(content))?.map(Self::Closed),
            CaseReopened::KIND => read_body(statement, Some(content))?.map(Self::Reopened),
            HandedOver::KIND => read_body(statement, Some(content))?.map(Self::HandedOver),
            TakenOver::KIND => read_body::<TakenOver>(statement, Some(content))?.map(|_| Self::TakenOver),
            EntryCorrected::KIND => {
                read_body(statement, Some(content))?.map(|body| Self::Corrected(Some(body)))
            }
            EntryWithdrawn::KIND => read_body(statement, Some(content))?.map(Self::Withdrawn),
            CaseProposal::KIND => read_body(statement, Some(content))?.map(Self::CaseProposal),
            CaseApproval::KIND => read_body(statement, Some(content))?.map(Self::CaseApproval),
            CaseRejection::KIND => read_body(statement, Some(content))?.map(Self::CaseRejection),
            CaseExported::KIND => read_body(statement, Some(content))?.map(Self::Exported),
            _ => None,
        };
        Ok(known.unwrap_or(Self::Opaque))
    }
}

impl State {
    /// The office of an identifier.
    ///
    /// # Errors
    /// Fails when this node does not serve it.
    pub fn office(&self, id: OfficeId) -> Result<&Office, Refusal> {
        self.offices.get(&id).map(Arc::as_ref).ok_or(Refusal::UnknownOffice(id))
    }

    /// The case of an identifier.
    ///
    /// # Errors
    /// Fails when this node does not hold it.
    pub fn case(&self, id: CaseId) -> Result<&Case, Refusal> {
        self.cases.get(&id).map(Arc::as_ref).ok_or(Refusal::UnknownCase(id))
    }

    /// The offices of this node.
    pub fn offices(&self) -> impl Iterator<Item = &Office> {
        self.offices.values().map(Arc::as_ref)
    }

    /// The cases of this node.
    pub fn cases(&self) -> impl Iterator<Item = &Case> {
        self.cases.values().map(Arc::as_ref)
    }

    /// The agreements of this node, and the channels under them.
    pub fn channels(&self) -> &Channels {
        &self.channels
    }

    /// The end of the journal of a case or office.
    pub fn end(&self, journal: CaseId) -> JournalEnd {
        self.ends.get(&journal).copied().unwrap_or_default()
    }

    /// Entries folded so far: the size of the log.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The last recorded time.
    pub fn recorded(&self) -> Option<RecordedTime> {
        self.recorded
    }

    /// The last recorded time that is believed: that of an officer's entry, or of one by the node that follows soon
    /// enough.
    pub(crate) fn believed(&self) -> Option<RecordedTime> {
        self.believed
    }

    /// The life of the log.
    pub fn incarnation(&self) -> u32 {
        self.incarnation
    }

    /// Whether two persons had the content of an entry destroyed.
    pub fn is_forgotten(&self, journal: CaseId, entry: EntryId) -> bool {
        let standing = self.case(journal).and_then(|case| case.standing(entry));
        standing.is_ok_and(|standing| standing.forgotten_by.is_some())
    }

    /// The entries whose content two persons had destroyed, each with its case.
    pub fn forgotten(&self) -> impl Iterator<Item = (CaseId, EntryId)> {
        self.cases().flat_map(|case| {
            let gone = case.entries.iter().filter(|(_, standing)| standing.forgotten_by.is_some());
            gone.map(|(entry, _)| (case.id, *entry))
        })
    }

    /// The entries whose content is destroyed by this one, which was applied just now: that which two persons had
    /// forgotten, and those that repeat it.
    pub(crate) fn forgets(&self, statement: &Statement) -> BTreeSet<EntryId> {
        let forgets = || {
            let proposal = only_reference(statement, "approves").ok()?;
            let case = self.case(statement.case).ok()?;
            match case.approval(proposal).ok()?.act() {
                CaseAct::Forget(entry) => Some(case.with_repetitions(*entry)),
                _ => None,
            }
        };
        if statement.kind.as_str() == CaseApproval::KIND {
            forgets().unwrap_or_default()
        } else {
            BTreeSet::new()
        }
    }

    /// Whether the content of an entry may be missing: two persons had it destroyed, or it was not there any more when
    /// the node was restored. What decides and what stands in the journal of an office is never excused.
    pub fn is_excused(&self, journal: CaseId, entry: EntryId) -> bool {
        let Ok(standing) = self.case(journal).and_then(|case| case.standing(entry)) else { return false };
        let gone = standing.forgotten_by.is_some() || self.missing.contains(&entry);
        gone && !is_decision(standing.kind.as_str())
    }

    /// The digest of a pack in force in an office.
    pub fn active_pack(&self, office: OfficeId, name: &str) -> Option<Sha256Digest> {
        self.offices.get(&office).filter(|office| office.founded)?.active(name)
    }

    /// Checks who signed an entry, and whether the state admits it. `content` is absent once it was forgotten.
    ///
    /// # Errors
    /// Says why the entry is not admitted.
    pub fn check(
        &self,
        signed: &SignedStatement,
        content: Option<&Content>,
        node: &VerifyingKey,
    ) -> Result<(), Refusal> {
        let statement = signed.unverified();
        let known = Known::read(statement, content)?;
        let key = self.author_key(statement, &known, node)?;
        signed.verify(&key).map_err(|_| Refusal::WrongKey)?;
        // What the node does by itself it signs, and nobody else signs that.
        let by_node = matches!(statement.author, Author::Node(_));
        if by_node != is_by_node(statement.kind.as_str()) {
            return Err(Refusal::WrongKey);
        }
        match &known {
            Known::Founded(founded) => self.check_founding(statement, founded, node),
            Known::Confirmed => self.check_confirmation(statement),
            Known::Restored(restored) => {
                self.office(statement.office)?;
                if restored.incarnation <= self.incarnation
                    || statement.case != office_journal(statement.office)
                {
                    return Err(Refusal::Body("the incarnation does not follow".to_owned()));
                }
                Ok(())
            }
            _ => {
                let office = self.office(statement.office)?;
                if !office.founded {
                    return Err(Refusal::NotFounded);
                }
                if let Known::Exchange(step) = &known {
                    return exchange::check(self, statement, step, node);
                }
                if statement.case == office_journal(statement.office) {
                    check_office_entry(office, statement, &known)?;
                    match office.act_of(statement, &known)? {
                        Some(act) => exchange::check_act(self, office, act, node),
                        None => Ok(()),
                    }
                } else {
                    self.check_case_entry(office, statement, &known)
                }
            }
        }
    }

    /// Takes in an entry that [`State::check`] admitted. `seal` is the node's own, verified.
    ///
    /// # Errors
    /// Fails, changing nothing, where [`State::check`] would have.
    pub fn apply(
        &mut self,
        signed: &SignedStatement,
        content: Option<&Content>,
        seal: &NodeSeal,
        node: &VerifyingKey,
    ) -> Result<(), Refusal> {
        self.check(signed, content, node)?;
        let (id, statement) = (signed.id(), signed.unverified());
        let known = Known::read(statement, content)?;
        match known {
            Known::Founded(founded) => {
                self.offices.insert(founded.office, Arc::new(Office::from_founding(id, &founded)));
            }
            Known::Restored(restored) => {
                self.incarnation = restored.incarnation;
                Arc::make_mut(&mut self.missing).extend(restored.missing);
                self.channels.reincarnate(restored.incarnation);
            }
            Known::Exchange(step) => {
                let at = exchange::Position { incarnation: self.incarnation, index: self.size };
                exchange::apply(&mut self.channels, at, id, statement, *step, node)?;
            }
            _ if statement.case == office_journal(statement.office) => {
                let decided = self.office_mut(statement.office)?.apply(id, statement, known)?;
                if let Some(Decided { approved, doubted }) = decided {
                    if let Some(officer) = doubted {
                        self.take_back_of(officer, id);
                    }
                    let life = self.incarnation;
                    exchange::carry_out(&mut self.channels, id, statement.office, &approved, life)?;
                }
            }
            Known::Opened(opened) => {
                self.cases.insert(statement.case, Arc::new(Case::opened(id, statement, opened)));
            }
            Known::TakenOver => {
                let case = self.case_mut(statement.case)?;
                case.office = statement.office;
                case.offered_to = None;
                case.members = BTreeSet::from([officer(statement)?]);
                case.begin_anew(id);
            }
            _ => self.case_mut(statement.case)?.apply(id, statement, known)?,
        }
        if let Ok(case) = self.case_mut(statement.case) {
            let standing = Standing {
                kind: statement.kind.clone(),
                repeats: case::repeated(statement),
                refs: statement.refs.iter().map(|reference| reference.entry).collect(),
                corrected_by: None,
                withdrawn_by: None,
                forgotten_by: None,
            };
            case.entries.insert(id, standing);
        }
        self.ends.insert(
            statement.case,
            JournalEnd { next: seal.sequence + 1, last: Some(id), recorded: Some(seal.recorded) },
        );
        self.size = seal.log_index + 1;
        self.recorded = Some(seal.recorded);
        let by_person = matches!(statement.author, Author::Officer(_));
        if by_person || is_believed(seal.recorded, self.believed) {
            self.believed = Some(seal.recorded);
        }
        Ok(())
    }

    fn office_mut(&mut self, id: OfficeId) -> Result<&mut Office, Refusal> {
        self.offices.get_mut(&id).map(Arc::make_mut).ok_or(Refusal::UnknownOffice(id))
    }

    /// Takes back what waits in cases on the word of an officer whose word counts no more.
    fn take_back_of(&mut self, officer: OfficerId, by: EntryId) {
        for case in self.cases.values_mut() {
            if case.proposals.values().any(|proposal| proposal.waits_on(officer)) {
                for proposal in Arc::make_mut(case).proposals.values_mut() {
                    proposal.take_back_of(officer, by);
                }
            }
        }
    }

    fn case_mut(&mut self, id: CaseId) -> Result<&mut Case, Refusal> {
        self.cases.get_mut(&id).map(Arc::make_mut).ok_or(Refusal::UnknownCase(id))
    }

    /// The key that an author has at this place of the log.
    fn author_key(
        &self,
        statement: &Statement,
        known: &Known,
        node: &VerifyingKey,
    ) -> Result<VerifyingKey, Refusal> {
        let author = match statement.author {
            Author::Node(id) if id == node.key_id() => return Ok(*node),
            Author::Node(_) => return Err(Refusal::WrongKey),
            Author::Officer(author) => author,
        };
        if let Known::Founded(founded) = known {
            let first = &founded.founders[0];
            return if first.id == author { Ok(first.key) } else { Err(Refusal::UnknownOfficer(author)) };
        }
        let office = self.office(statement.office)?;
        office.officers.get(&author).map(|officer| officer.key).ok_or(Refusal::UnknownOfficer(author))
    }

    fn check_founding(
        &self,
        statement: &Statement,
        founded: &OfficeFounded,
        node: &VerifyingKey,
    ) -> Result<(), Refusal> {
        if self.offices.contains_key(&founded.office) {
            return Err(Refusal::Exists("office"));
        }
        if statement.office != founded.office || statement.case != office_journal(founded.office) {
            return Err(Refusal::UnknownOffice(statement.office));
        }
        if founded.node != *node {
            return Err(Refusal::WrongKey);
        }
        // A node is real or exercise as a whole.
        if self.offices.values().any(|office| office.exercise != founded.exercise) {
            return Err(Refusal::ExerciseMix);
        }
        refusal::name("name", &founded.name)?;
        refusal::name("authority", &founded.authority)?;
        let [first, second] = &founded.founders;
        if first.id == second.id || first.key == second.key {
            return Err(Refusal::SamePerson);
        }
        if is_one_name(&first.name, &second.name) {
            return Err(Refusal::Exists("officer of that name"));
        }
        for founder in &founded.founders {
            refusal::name("officer", &founder.name)?;
            if founder.roles.is_empty() {
                return Err(Refusal::Body("a founder without a role".to_owned()));
            }
        }
        can_go_on(founded.founders.iter().map(|founder| &founder.roles))?;
        if !founded.packs.iter().any(|pack| pack.name.as_str() == "policies") {
            return Err(Refusal::Body("no policies are named".to_owned()));
        }
        Ok(())
    }

    fn check_confirmation(&self, statement: &Statement) -> Result<(), Refusal> {
        let office = self.office(statement.office)?;
        if office.founded {
            return Err(Refusal::Decided);
        }
        if only_reference(statement, "confirms")? != office.founding {
            return Err(Refusal::Reference("confirms"));
        }
        if statement.case != office_journal(office.id) {
            return Err(Refusal::UnknownCase(statement.case));
        }
        if officer(statement)? == office.second_founder { Ok(()) } else { Err(Refusal::SamePerson) }
    }

    fn check_case_entry(&self, office: &Office, statement: &Statement, known: &Known) -> Result<(), Refusal> {
        if let Known::Opened(opened) = known {
            if self.cases.contains_key(&statement.case) || self.ends.contains_key(&statement.case) {
                return Err(Refusal::Exists("case"));
            }
            if opened.exercise != office.exercise {
                return Err(Refusal::ExerciseMix);
            }
            return refusal::name("title", &opened.title);
        }
        let case = self.case(statement.case)?;
        if let Known::TakenOver = known {
            return if case.offered_to == Some(office.id) {
                Ok(())
            } else {
                Err(Refusal::CaseState("not offered to this office"))
            };
        }
        if case.office != office.id {
            return Err(Refusal::UnknownCase(case.id));
        }
        if let Known::HandedOver(handed) = known {
            let to = self.office(handed.to)?;
            if to.id == office.id {
                return Err(Refusal::CaseState("with this office already"));
            }
            if !to.founded {
                return Err(Refusal::NotFounded);
            }
            return refusal::text("reason", &handed.reason);
        }
        if let Known::Assigned(assigned) = known {
            let known = office.officers.contains_key(&assigned.officer);
            return if known { Ok(()) } else { Err(Refusal::UnknownOfficer(assigned.officer)) };
        }
        if matches!(known, Known::Exported(exported) if self.end(case.id).last != Some(exported.after)) {
            return Err(Refusal::CaseState("not as it was when it was written out"));
        }
        if let Known::Lead(step) = known {
            step.check_question(statement, self.cases().filter(|of| of.id != case.id))?;
        }
        if let Known::Request(step) = known {
            return case.requests.check(case, office, statement, step);
        }
        case.check(statement, known)
    }
}

/// What two persons decided for an office.
struct Decided {
    approved: Approved<OfficeAct>,
    /// Whose word counts no more by that.
    doubted: Option<OfficerId>,
}

fn check_office_entry(office: &Office, statement: &Statement, known: &Known) -> Result<(), Refusal> {
    match known {
        Known::OfficeProposal(proposal) => {
            refusal::text("reason", &proposal.reason)?;
            office.check_act(&proposal.act)
        }
        Known::OfficeApproval => {
            let proposal = office.proposal(only_reference(statement, "approves")?)?;
            // What was sound when it was proposed may not be any more.
            office.check_act(proposal.approval(statement)?.act())
        }
        Known::OfficeRejection(rejection) => {
            refusal::text("reason", &rejection.reason)?;
            office.proposal(only_reference(statement, "rejects")?).map(drop)
        }
        Known::PackSigned(signed) => {
            let author = officer(statement)?;
            let author = office.officers.get(&author).ok_or(Refusal::UnknownOfficer(author))?;
            publisher::check_signed(office, author, signed)
        }
        Known::Provision(step) => office.provisions.check(statement, step),
        Known::Opaque => Ok(()),
        _ => Err(Refusal::Body(format!("{} does not belong into the journal of an office", statement.kind))),
    }
}

impl Office {
    fn from_founding(entry: EntryId, founded: &OfficeFounded) -> Self {
        let officers = founded.founders.iter().map(|founder| (founder.id, Officer::from(founder)));
        Self {
            id: founded.office,
            name: founded.name.clone(),
            country: founded.country,
            authority: founded.authority.clone(),
            exercise: founded.exercise,
            founding: entry,
            founded: false,
            officers: officers.collect(),
            packs: founded.packs.iter().map(|pack| (pack.name.clone(), pack.digest)).collect(),
            publishers: BTreeMap::new(),
            provisions: Provisions::default(),
            stamping: Stamping::default(),
            vault_limits: VaultLimits::default(),
            proposals: BTreeMap::new(),
            second_founder: founded.founders[1].id,
            retired_keys: BTreeSet::new(),
        }
    }

    /// What was proposed by an entry.
    ///
    /// # Errors
    /// Fails when the entry made no proposal.
    pub fn proposal(&self, entry: EntryId) -> Result<&Proposal<OfficeAct>, Refusal> {
        self.proposals.get(&entry).ok_or(Refusal::UnknownEntry(entry))
    }

    /// The act that an entry proposes or approves.
    fn act_of<'a>(
        &'a self,
        statement: &Statement,
        known: &'a Known,
    ) -> Result<Option<&'a OfficeAct>, Refusal> {
        Ok(match known {
            Known::OfficeProposal(proposal) => Some(&proposal.act),
            Known::OfficeApproval => Some(self.proposal(only_reference(statement, "approves")?)?.act()),
            _ => None,
        })
    }

    fn check_act(&self, act: &OfficeAct) -> Result<(), Refusal> {
        let known = |id: &OfficerId| match self.officers.get(id) {
            Some(_) => Ok(()),
            None => Err(Refusal::UnknownOfficer(*id)),
        };
        let fresh = |key: &VerifyingKey| {
            // A key stands for one person for ever: a retired key must not come back under another name.
            let taken = self.officers.values().any(|officer| officer.key == *key);
            if taken || self.retired_keys.contains(key) { Err(Refusal::Exists("key")) } else { Ok(()) }
        };
        match act {
            OfficeAct::AddOfficer(officer) => {
                refusal::name("officer", &officer.name)?;
                // People are called by their names: two of one name would be no one.
                let called = |other: &Officer| is_one_name(&other.name, &officer.name);
                if self.officers.contains_key(&officer.id) || self.officers.values().any(called) {
                    return Err(Refusal::Exists("officer of that name"));
                }
                fresh(&officer.key)
            }
            OfficeAct::SetRoles(id, roles) => {
                known(id)?;
                let others = self.officers.values().filter(|officer| officer.id != *id);
                can_go_on(others.map(|officer| &officer.roles).chain([roles]))
            }
            OfficeAct::ReplaceKey(id, key) => known(id).and_then(|()| fresh(key)),
            OfficeAct::TakePack(taken) => publisher::check_taken(self, taken),
            OfficeAct::TrustPublisher(publisher) => publisher::check_publisher(self, publisher),
            OfficeAct::DistrustPublisher(office) => publisher::check_distrust(self, *office),
            OfficeAct::SetStampServer(server) => self.stamping.check(server.as_ref()),
            OfficeAct::SetVaultLimits(limits) => limits.check(self.vault_limits),
            // Agreements are checked with the channels.
            OfficeAct::ActivatePack(_) | OfficeAct::FileAgreement { .. } | OfficeAct::EndAgreement(_) => {
                Ok(())
            }
        }
    }

    /// Takes an entry in; gives what was approved by it.
    fn apply(
        &mut self,
        id: EntryId,
        statement: &Statement,
        known: Known,
    ) -> Result<Option<Decided>, Refusal> {
        match known {
            Known::Confirmed => self.founded = true,
            Known::OfficeProposal(proposal) => {
                self.proposals.insert(id, Proposal::made(proposal.act, id, statement)?);
            }
            Known::OfficeApproval => {
                let proposal = only_reference(statement, "approves")?;
                let proposal = self.proposals.get_mut(&proposal).ok_or(Refusal::UnknownEntry(proposal))?;
                let approved = proposal.approve(id, statement)?;
                let doubted = self.carry_out(&approved);
                if let Some(officer) = doubted {
                    self.proposals.values_mut().for_each(|proposal| proposal.take_back_of(officer, id));
                }
                if let OfficeAct::ReplaceKey(officer, _) = approved.act() {
                    // Other new keys for the same officer.
                    let other =
                        |act: &OfficeAct| matches!(act, OfficeAct::ReplaceKey(of, _) if of == officer);
                    let others = self.proposals.values_mut().filter(|proposal| other(proposal.act()));
                    others.for_each(|proposal| proposal.take_back(id));
                }
                return Ok(Some(Decided { approved, doubted }));
            }
            Known::OfficeRejection(_) => {
                let proposal = only_reference(statement, "rejects")?;
                self.proposals.get_mut(&proposal).ok_or(Refusal::UnknownEntry(proposal))?.reject(id)?;
            }
            Known::Provision(step) => self.provisions.apply(id, statement, step)?,
            _ => {}
        }
        Ok(None)
    }

    /// Does what was approved. Gives the officer on whose word nothing waits from then on: somebody else may have given
    /// it with the old key, or it was given with a role that was taken away.
    fn carry_out(&mut self, approved: &Approved<OfficeAct>) -> Option<OfficerId> {
        match approved.act() {
            OfficeAct::AddOfficer(officer) => {
                self.officers.insert(officer.id, Officer::from(officer));
            }
            OfficeAct::SetRoles(id, roles) => {
                let before = self.officers.get_mut(id).map(|officer| &mut officer.roles)?;
                let lost = !before.is_subset(roles);
                before.clone_from(roles);
                return lost.then_some(*id);
            }
            OfficeAct::ReplaceKey(id, key) => {
                if let Some(officer) = self.officers.get_mut(id) {
                    self.retired_keys.insert(std::mem::replace(&mut officer.key, *key));
                }
                return Some(*id);
            }
            OfficeAct::ActivatePack(pack) | OfficeAct::TakePack(TakenPack { pack, .. }) => {
                self.packs.insert(pack.name.clone(), pack.digest);
            }
            OfficeAct::TrustPublisher(publisher) => {
                self.publishers.insert(publisher.office, publisher.clone());
            }
            OfficeAct::DistrustPublisher(office) => drop(self.publishers.remove(office)),
            OfficeAct::SetStampServer(server) => self.stamping.set(server.as_ref()),
            OfficeAct::SetVaultLimits(limits) => self.vault_limits = *limits,
            // Channels stand beside the offices, and follow from what is approved.
            OfficeAct::FileAgreement { .. } | OfficeAct::EndAgreement(_) => {}
        }
        None
    }
}

impl From<&NewOfficer> for Officer {
    fn from(new: &NewOfficer) -> Self {
        Self { id: new.id, name: new.name.clone(), key: new.key, roles: new.roles.clone() }
    }
}

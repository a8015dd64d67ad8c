//! The requests of a case, folded from its entries.

use std::collections::BTreeMap;
use std::sync::Arc;

use comity_record::entry::{Content, Statement};
use comity_record::{ActTime, EntryId, KeyId, Language, OfficerId, Sha256Digest};
use comity_request::life::{Event, EventKind, Ground, Life, Side, Stage};
use comity_request::{
    Approval, ApprovalStep, Clearance, Confirmation, Decision, RegisterRow, RequestVersion, VERSION_SCHEMA,
    Verdict, ready_to_issue,
};
use jiff::civil::Date;

use super::body::{
    Approvals, OutsideDecision, OwnCheck, RequestCarriedOver, RequestDrafted, RequestEndorsed,
    RequestFactConfirmed, RequestReceived, RequestRecorded, RequestReviewed, Review, Subject,
};
use super::error::RequestRefusal;
use super::{FORMS, LAW, PRACTICE, old_register};
use crate::approval::{Approved, officer};
use crate::body::{Body as _, CaseAct, read_body};
use crate::exchange::{MessageFiled, MessageSent};
use crate::refusal::{self, Refusal};
use crate::state::{Case, Office};

/// The role of the reference from every later entry to the one that began the request.
pub(crate) const ABOUT: &str = "about";
/// The reference to the message by which something about a request left.
pub(crate) const SENT_BY: &str = "sent-by";
/// The reference to the filing of the message from which something about a request was taken.
pub(crate) const TAKEN_FROM: &str = "taken-from";
/// The role of the reference from the issue to the proposal that was approved.
pub(crate) const CARRIES_OUT: &str = "carries-out";

/// The body of an entry of a request, read.
pub(crate) enum Step {
    Drafted(RequestDrafted),
    FactConfirmed(RequestFactConfirmed),
    Reviewed(RequestReviewed),
    Endorsed(RequestEndorsed),
    Recorded(RequestRecorded),
    Received(RequestReceived),
    CarriedOver(RequestCarriedOver),
}

impl Step {
    /// Reads a body of one of our kinds; none for other kinds and for later versions. Ours are never forgotten.
    pub(crate) fn read(statement: &Statement, content: Option<&Content>) -> Result<Option<Self>, Refusal> {
        Ok(match statement.kind.as_str() {
            RequestDrafted::KIND => read_body(statement, content)?.map(Self::Drafted),
            RequestFactConfirmed::KIND => read_body(statement, content)?.map(Self::FactConfirmed),
            RequestReviewed::KIND => read_body(statement, content)?.map(Self::Reviewed),
            RequestEndorsed::KIND => read_body(statement, content)?.map(Self::Endorsed),
            RequestRecorded::KIND => read_body(statement, content)?.map(Self::Recorded),
            RequestReceived::KIND => read_body(statement, content)?.map(Self::Received),
            RequestCarriedOver::KIND => read_body(statement, content)?.map(Self::CarriedOver),
            _ => None,
        })
    }
}

/// A version of a request, as its entry has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The entry.
    pub entry: EntryId,
    /// The officer who wrote it; on the receiving side, the one who took it in.
    pub by: OfficerId,
    /// When.
    pub act: ActTime,
    /// The digest of the version: what is reviewed, approved and issued.
    pub digest: Sha256Digest,
    /// The version.
    pub request: RequestVersion,
    /// What the packs in force said of it. On the receiving side there may be none.
    pub checked: Option<OwnCheck>,
    /// The languages of the print whose words nobody had reviewed.
    pub unreviewed: Vec<Language>,
    /// The approvals that it needs between review and issue; none where no practice was in force.
    pub approvals: Option<Approvals>,
}

impl Version {
    /// Everything that a named person must confirm or overrule before this version is issued.
    pub fn to_clear(&self) -> impl Iterator<Item = Subject> {
        let facts = self.checked.iter().flat_map(|checked| &checked.verdict.to_confirm);
        let words = self.unreviewed.iter().cloned().map(Subject::Words);
        facts.cloned().map(Subject::Fact).chain(words)
    }

    /// What the check found.
    pub fn verdict(&self) -> Option<&Verdict> {
        self.checked.as_ref().map(|checked| &checked.verdict)
    }
}

/// A step of the approval chain that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endorsement {
    /// The entry.
    pub entry: EntryId,
    /// The version.
    pub version: Sha256Digest,
    /// The step.
    pub step: String,
    /// The officer who took it, or who recorded what was decided elsewhere.
    pub by: OfficerId,
    /// When.
    pub act: ActTime,
    /// The decision, where it was taken elsewhere.
    pub decision: Option<OutsideDecision>,
}

/// The issue of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The entry.
    pub entry: EntryId,
    /// The proposal that was approved.
    pub proposal: EntryId,
    /// When it was issued; the print bears this day.
    pub act: ActTime,
}

/// A stage that a request came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Which.
    pub stage: Stage,
    /// On which day: as the event says, or that of the act. Nothing where an old register does not say.
    pub day: Option<Date>,
    /// Why, where it was refused or put off.
    pub grounds: Vec<Ground>,
}

/// A request of this office to another state, or of another state to this office.
#[derive(Clone, Debug)]
pub struct Request {
    /// The entry that began it here.
    pub id: EntryId,
    /// Its versions, oldest first; never empty.
    pub versions: Vec<Arc<Version>>,
    /// Where it stands.
    pub life: Life,
    /// What jurists said of the facts that it relies on.
    pub clearance: Clearance,
    /// The approvals of its versions.
    pub approvals: Vec<Approval>,
    /// The steps of the office's approval chain that were taken, for whichever version.
    pub endorsements: Vec<Endorsement>,
    /// Whether it is an emergency, in which whoever asks is called back before data leaves.
    pub emergency: bool,
    /// The officer who called back last.
    pub called_back_by: Option<OfficerId>,
    /// The proposal by which the version in force was approved, if it was.
    pub approved: Option<EntryId>,
    /// What happened, in order, with the entry that says so.
    pub history: Vec<(EntryId, ActTime, EventKind)>,
    /// The row of the old register from which it was carried over, if it was. There is no draft of such a request here:
    /// its version holds what the row says, and nothing of it can be checked or printed.
    pub carried_over: Option<RegisterRow>,
    /// The stages that it came to, in order. One that is left and entered again stands twice.
    pub reached: Vec<Reached>,
    /// Numbers of the office's register that it bore before the one in force: of its advance copy, where the original has
    /// another.
    pub former_numbers: Vec<String>,
    /// Its issue, once there was one.
    pub issue: Option<Issue>,
    /// The key whose signature over the received twin was verified, if one was.
    pub signed_by: Option<KeyId>,
    /// The agreement that named this key as that of the office which signed, when the request came in.
    pub signed_under: Option<Sha256Digest>,
    /// The entries of the case by which something about it left or came: a message that was sent, or one that was filed.
    pub messages: Vec<EntryId>,
}

impl Request {
    /// A request to which nothing has happened.
    pub(super) fn begin(side: Side, version: Version) -> Self {
        Self {
            id: version.entry,
            versions: vec![Arc::new(version)],
            life: Life::begin(side),
            clearance: Clearance::default(),
            approvals: vec![],
            endorsements: vec![],
            emergency: false,
            called_back_by: None,
            approved: None,
            history: vec![],
            carried_over: None,
            reached: vec![],
            former_numbers: vec![],
            issue: None,
            signed_by: None,
            signed_under: None,
            messages: vec![],
        }
    }

    /// The side of this office.
    pub fn side(&self) -> Side {
        self.life.side
    }

    /// The version in force: the last one.
    pub fn version(&self) -> &Version {
        self.versions.last().expect("a request begins with a version, and none is taken away")
    }

    /// The reference under which the requesting office keeps it.
    pub fn reference(&self) -> &str {
        &self.version().request.reference
    }

    /// Whether it bears a number of the office's register, or bore it before.
    pub fn bears(&self, number: &str) -> bool {
        let numbers = std::iter::once(&self.life.register_number).chain(&self.former_numbers);
        let number = number.trim();
        !number.is_empty() && { numbers }.any(|known| known.trim() == number)
    }

    /// Whether an entry of its history tells of an answer that followed on one that was whole already, and takes its
    /// place.
    pub fn is_further_answer(&self, entry: EntryId) -> bool {
        let mut executed = self.history.iter().filter(|(_, _, kind)| *kind == EventKind::Executed);
        executed.next().is_some() && executed.any(|(of, _, _)| *of == entry)
    }

    /// What must still be confirmed or overruled before issue.
    pub fn to_clear(&self) -> Vec<Subject> {
        self.version().to_clear().filter(|subject| self.clearance.last(subject.digest()).is_none()).collect()
    }

    /// What a jurist rejected.
    pub fn rejected(&self) -> Vec<Subject> {
        let rejected = |subject: &Subject| {
            self.clearance.last(subject.digest()).is_some_and(|word| word.decision == Decision::Rejected)
        };
        self.version().to_clear().filter(rejected).collect()
    }

    /// The steps of the approval chain that are still to be taken for the version in force, the next one first.
    pub fn open_steps(&self) -> impl Iterator<Item = &ApprovalStep> {
        let steps =
            self.version().approvals.iter().filter_map(|approvals| approvals.steps.as_ref()).flatten();
        steps.filter(|step| !self.life.endorsed.contains(&step.id))
    }

    /// Whether somebody is to be called back before data leaves.
    pub fn call_back_due(&self) -> bool {
        self.emergency && self.life.called_back != Some(true)
    }

    /// Everything that stands in the way of issuing the version in force, the first being the most basic.
    pub fn obstacles(&self) -> Vec<RequestRefusal> {
        let version = self.version();
        let Some(verdict) = version.verdict() else { return vec![] };
        let ready =
            ready_to_issue(&version.request, verdict, &self.clearance, version.by, &self.approvals).map(drop);
        let mut obstacles: Vec<_> =
            ready.err().unwrap_or_default().into_iter().map(RequestRefusal::NotReady).collect();
        for language in &version.unreviewed {
            let word = self.clearance.last(Subject::Words(language.clone()).digest());
            if word.is_none_or(|word| word.decision == Decision::Rejected) {
                obstacles.push(RequestRefusal::WordsUnreviewed(language.clone()));
            }
        }
        obstacles.extend(self.open_steps().map(|step| RequestRefusal::StepOpen(step.id.clone())));
        obstacles
    }

    fn happen(&mut self, entry: EntryId, act: &ActTime, event: &Event) -> Result<(), RequestRefusal> {
        let (before, number) = (self.life.stage, self.life.register_number.clone());
        self.life.apply(event)?;
        if !number.is_empty() && number != self.life.register_number {
            self.former_numbers.push(number);
        }
        if let Some(stage) = self.life.stage.filter(|stage| Some(*stage) != before) {
            let day = event.day().unwrap_or_else(|| act.local_day());
            let grounds = match event {
                Event::Refused { reasons, .. } | Event::Postponed { reasons, .. } => reasons.clone(),
                _ => vec![],
            };
            self.reached.push(Reached { stage, day: Some(day), grounds });
        }
        // Another version, or a second look at this one, wants another approval.
        if matches!(event.kind(), EventKind::Revised | EventKind::SentBack) {
            self.approved = None;
        }
        self.history.push((entry, act.clone(), event.kind()));
        Ok(())
    }

    /// The life after an event, without letting it happen.
    pub(crate) fn after(&self, event: &Event) -> Result<(), RequestRefusal> {
        Ok(self.life.clone().apply(event)?)
    }
}

/// The requests of a case. Copies share what they do not change.
#[derive(Clone, Debug, Default)]
pub struct Requests(BTreeMap<EntryId, Arc<Request>>);

impl Requests {
    /// The request that an entry began.
    ///
    /// # Errors
    /// Fails when the entry began none.
    pub fn get(&self, id: EntryId) -> Result<&Request, RequestRefusal> {
        self.0.get(&id).map(Arc::as_ref).ok_or(RequestRefusal::Unknown(id))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Request> {
        self.0.values().map(Arc::as_ref)
    }

    /// All of them, each to be held beside the state.
    pub(crate) fn shared(&self) -> impl Iterator<Item = Arc<Request>> {
        self.0.values().cloned()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the state of the case admits a step.
    pub(crate) fn check(
        &self,
        case: &Case,
        office: &Office,
        statement: &Statement,
        step: &Step,
    ) -> Result<(), Refusal> {
        match step {
            Step::Drafted(drafted) => self.check_draft(case, office, statement, drafted),
            Step::FactConfirmed(confirmed) => {
                let request = self.about(statement)?;
                if request.side() != Side::Sender || request.issue.is_some() {
                    return Err(RequestRefusal::Issued.into());
                }
                if !request.version().to_clear().any(|subject| subject == confirmed.subject) {
                    return Err(RequestRefusal::NotReliedOn.into());
                }
                let author = officer(statement)?;
                let known = office.officers.get(&author).ok_or(Refusal::UnknownOfficer(author))?;
                if known.name != confirmed.name {
                    return Err(RequestRefusal::OtherName.into());
                }
                Ok(word(statement, confirmed)?.check().map_err(RequestRefusal::Confirmation)?)
            }
            Step::Reviewed(reviewed) => {
                let request = self.about(statement)?;
                request.after(&review_event(reviewed))?;
                if reviewed.version != request.version().digest {
                    return Err(RequestRefusal::OtherVersion.into());
                }
                // A second pair of eyes is another person's.
                if officer(statement)? == request.version().by { Err(Refusal::SamePerson) } else { Ok(()) }
            }
            Step::Endorsed(endorsed) => self.check_endorsement(office, statement, endorsed),
            Step::Recorded(recorded) => self.check_event(case, statement, &recorded.event),
            Step::Received(received) => self.check_receipt(case, office, statement, received),
            Step::CarriedOver(carried) => old_register::check(self, case, office, statement, carried),
        }
    }

    fn check_draft(
        &self,
        case: &Case,
        office: &Office,
        statement: &Statement,
        drafted: &RequestDrafted,
    ) -> Result<(), Refusal> {
        let RequestDrafted { version, forms, verdict, .. } = drafted;
        let digest = sound(version)?;
        if version.draft.exercise != case.exercise {
            return Err(Refusal::ExerciseMix);
        }
        if version.draft.question.from != office.country {
            return Err(RequestRefusal::OtherState(version.draft.question.from).into());
        }
        if verdict.law_pack != version.law_pack {
            return Err(RequestRefusal::OtherPacks.into());
        }
        in_force(office, *forms, verdict)?;
        let practice = drafted.approvals.as_ref().map(|approvals| approvals.practice);
        if office.active(PRACTICE) != practice {
            return Err(RequestRefusal::OtherPacks.into());
        }
        refusal::name("reference", &version.reference)?;
        if statement.refs.is_empty() {
            if (version.number, version.previous) != (1, None) {
                return Err(RequestRefusal::DoesNotFollow.into());
            }
            // The reference goes out on paper, so it must tell the requests of a case apart.
            if self.iter().any(|other| other.reference() == version.reference) {
                return Err(Refusal::Exists("reference"));
            }
            return Ok(Life::begin(Side::Sender)
                .apply(&Event::Drafted { version: digest })
                .map_err(RequestRefusal::from)?);
        }
        let request = self.about(statement)?;
        let last = request.version();
        let follows = version.number == last.request.number.saturating_add(1)
            && version.previous == Some(last.digest)
            && version.reference == last.request.reference;
        if !follows {
            return Err(RequestRefusal::DoesNotFollow.into());
        }
        Ok(request.after(&Event::Revised { version: digest })?)
    }

    fn check_endorsement(
        &self,
        office: &Office,
        statement: &Statement,
        endorsed: &RequestEndorsed,
    ) -> Result<(), Refusal> {
        let request = self.about(statement)?;
        request.after(&endorsement_event(endorsed))?;
        let version = request.version();
        if endorsed.version != version.digest {
            return Err(RequestRefusal::OtherVersion.into());
        }
        let next = request.open_steps().next().filter(|step| step.id == endorsed.step);
        let Some(step) = next else {
            let next = request.open_steps().next().map_or("-", |step| &step.id).to_owned();
            return Err(RequestRefusal::StepOrder { named: endorsed.step.clone(), next }.into());
        };
        let fits = endorsed.decision.as_ref().map(|decision| decision.day <= statement.act.local_day());
        if fits != step.is_outside().then_some(true) {
            return Err(RequestRefusal::StepDecision.into());
        }
        let by = officer(statement)?;
        // What was decided elsewhere is put on record by another person than the author too: no paper proves itself.
        if by == version.by {
            return Err(Refusal::SamePerson);
        }
        if let Some(decision) = &endorsed.decision {
            return refusal::name("number of the decision", &decision.number);
        }
        let known = office.officers.get(&by).ok_or(Refusal::UnknownOfficer(by))?;
        if !known.roles.iter().any(|role| role.as_str() == step.by) {
            return Err(RequestRefusal::StepRole(step.by.clone()).into());
        }
        // A step of before a second look at the version counts no more.
        let took_another = |taken: &Endorsement| {
            taken.version == version.digest
                && taken.by == by
                && taken.decision.is_none()
                && request.life.endorsed.contains(&taken.step)
        };
        if request.endorsements.iter().any(took_another) {
            return Err(Refusal::SamePerson);
        }
        Ok(())
    }

    fn check_event(&self, case: &Case, statement: &Statement, event: &Event) -> Result<(), Refusal> {
        let request = self.get(reference(statement, ABOUT)?)?;
        let kind = event.kind();
        if matches!(
            kind,
            EventKind::Drafted
                | EventKind::Revised
                | EventKind::Reviewed
                | EventKind::SentBack
                | EventKind::Endorsed
                | EventKind::Approved
        ) {
            // These happen by entries of their own, which say who answers for them.
            return Err(RequestRefusal::OwnEntry(kind.code()).into());
        }
        let issues = kind == EventKind::Issued;
        if statement.refs.len() - by_message(case, statement)? != if issues { 2 } else { 1 } {
            return Err(Refusal::Reference(if issues { CARRIES_OUT } else { ABOUT }));
        }
        request.after(event)?;
        // In an emergency one officer calls back, and another lets data go.
        if request.emergency && matches!(kind, EventKind::ExecutedInPart | EventKind::Executed) {
            if request.call_back_due() {
                return Err(RequestRefusal::CallBack.into());
            }
            if request.called_back_by == Some(officer(statement)?) {
                return Err(Refusal::SamePerson);
            }
        }
        let Event::Issued { day, .. } = event else { return Ok(()) };
        let approved = case.approval(reference(statement, CARRIES_OUT)?)?;
        if request.approved != Some(approved.proposal())
            || *approved.act() != CaseAct::IssueRequest(request.version().digest)
        {
            return Err(Refusal::NotApproved);
        }
        if let Some(obstacle) = request.obstacles().into_iter().next() {
            return Err(obstacle.into());
        }
        if *day == statement.act.local_day() { Ok(()) } else { Err(RequestRefusal::OtherDay.into()) }
    }

    fn check_receipt(
        &self,
        case: &Case,
        office: &Office,
        statement: &Statement,
        received: &RequestReceived,
    ) -> Result<(), Refusal> {
        let RequestReceived { version, event, checked, .. } = received;
        if statement.refs.len() != by_message(case, statement)? {
            return Err(Refusal::Reference(TAKEN_FROM));
        }
        let digest = sound(version)?;
        let (named, number) = match event {
            Event::AdvanceCopyReceived { version, register_number, .. }
            | Event::OriginalReceived { version, register_number, .. } => (version, register_number),
            other => return Err(RequestRefusal::OwnEntry(other.kind().code()).into()),
        };
        if *named != digest {
            return Err(RequestRefusal::OtherVersion.into());
        }
        refusal::name("register number", number)?;
        if version.draft.question.to != office.country {
            return Err(RequestRefusal::OtherState(version.draft.question.to).into());
        }
        if version.draft.exercise != case.exercise {
            return Err(Refusal::ExerciseMix);
        }
        if self.iter().any(|other| other.versions.iter().any(|version| version.digest == digest)) {
            return Err(Refusal::Exists("request"));
        }
        if let Some(checked) = checked {
            in_force(office, checked.forms, &checked.verdict)?;
        }
        Ok(Life::begin(Side::Receiver).apply(event).map_err(RequestRefusal::from)?)
    }

    /// Whether an approval may be given. One that names no version of a request here is of no effect, and none of
    /// our business.
    pub(crate) fn check_approval(&self, approved: &Approved<CaseAct>) -> Result<(), Refusal> {
        let Some(request) = self.of_approval(approved) else {
            let before = |version: &Arc<Version>| *approved.act() == CaseAct::IssueRequest(version.digest);
            // Whoever approves a version that was written anew meanwhile would believe to have approved the new one.
            let overtaken = self.iter().any(|request| request.versions.iter().any(before));
            return if overtaken { Err(RequestRefusal::OtherVersion.into()) } else { Ok(()) };
        };
        request.after(&Event::Approved { version: request.version().digest })?;
        // Whoever wrote the version is no second person for it, even if somebody else proposed it.
        if approved.approved_by() == request.version().by { Err(Refusal::SamePerson) } else { Ok(()) }
    }

    /// Takes in a step that was admitted.
    pub(crate) fn apply(&mut self, id: EntryId, statement: &Statement, step: Step) -> Result<(), Refusal> {
        let act = &statement.act;
        match step {
            Step::Drafted(drafted) => {
                let RequestDrafted { version, forms, verdict, unreviewed, approvals } = drafted;
                let digest = sound(&version)?;
                let version = Version {
                    entry: id,
                    by: officer(statement)?,
                    act: act.clone(),
                    digest,
                    request: version,
                    checked: Some(OwnCheck { forms, verdict }),
                    unreviewed,
                    approvals,
                };
                if statement.refs.is_empty() {
                    self.begin(Side::Sender, version, &Event::Drafted { version: digest })?;
                } else {
                    let request = self.about_mut(statement)?;
                    request.happen(id, act, &Event::Revised { version: digest })?;
                    request.versions.push(Arc::new(version));
                }
            }
            Step::FactConfirmed(confirmed) => {
                let word = word(statement, &confirmed)?;
                self.about_mut(statement)?.clearance.add(word).map_err(RequestRefusal::Confirmation)?;
            }
            Step::Reviewed(reviewed) => {
                self.about_mut(statement)?.happen(id, act, &review_event(&reviewed))?;
            }
            Step::Endorsed(endorsed) => {
                let request = self.about_mut(statement)?;
                request.happen(id, act, &endorsement_event(&endorsed))?;
                let RequestEndorsed { version, step, decision } = endorsed;
                let (by, act) = (officer(statement)?, act.clone());
                request.endorsements.push(Endorsement { entry: id, version, step, by, act, decision });
            }
            Step::Recorded(RequestRecorded { event }) => {
                let request = self.get_mut(reference(statement, ABOUT)?)?;
                request.happen(id, act, &event)?;
                if event.kind() == EventKind::CalledBack {
                    request.called_back_by = Some(officer(statement)?);
                }
                request.messages.extend(messages(statement));
                if event.kind() == EventKind::Issued {
                    let proposal = reference(statement, CARRIES_OUT)?;
                    request.issue = Some(Issue { entry: id, proposal, act: act.clone() });
                }
            }
            Step::Received(received) => {
                let RequestReceived { version, event, checked, signed_by, signed_under, emergency } =
                    received;
                let version = Version {
                    entry: id,
                    by: officer(statement)?,
                    act: act.clone(),
                    digest: sound(&version)?,
                    request: version,
                    checked,
                    unreviewed: vec![],
                    approvals: None,
                };
                let id = self.begin(Side::Receiver, version, &event)?;
                let request = self.get_mut(id)?;
                request.messages.extend(messages(statement));
                (request.signed_by, request.signed_under) = (signed_by, signed_under);
                request.emergency = emergency;
            }
            Step::CarriedOver(carried) => {
                let request = old_register::request(id, statement, &carried)?;
                self.0.insert(id, Arc::new(request));
            }
        }
        Ok(())
    }

    /// Takes in an approval that was admitted.
    pub(crate) fn approve(
        &mut self,
        id: EntryId,
        statement: &Statement,
        approved: &Approved<CaseAct>,
    ) -> Result<(), Refusal> {
        let Some(request) = self.of_approval(approved).map(|request| request.id) else { return Ok(()) };
        let request = self.get_mut(request)?;
        let version = request.version().digest;
        request.happen(id, &statement.act, &Event::Approved { version })?;
        let (by, day) = (approved.approved_by(), statement.act.local_day());
        request.approvals.push(Approval { version, by, day });
        request.approved = Some(approved.proposal());
        Ok(())
    }

    fn begin(&mut self, side: Side, version: Version, event: &Event) -> Result<EntryId, Refusal> {
        let (id, act) = (version.entry, version.act.clone());
        let mut request = Request::begin(side, version);
        request.happen(id, &act, event)?;
        self.0.insert(id, Arc::new(request));
        Ok(id)
    }

    /// The request whose version in force an approval names.
    fn of_approval(&self, approved: &Approved<CaseAct>) -> Option<&Request> {
        let CaseAct::IssueRequest(version) = approved.act() else { return None };
        self.iter().find(|request| request.side() == Side::Sender && request.version().digest == *version)
    }

    fn about(&self, statement: &Statement) -> Result<&Request, Refusal> {
        Ok(self.get(crate::approval::only_reference(statement, ABOUT)?)?)
    }

    fn about_mut(&mut self, statement: &Statement) -> Result<&mut Request, Refusal> {
        self.get_mut(crate::approval::only_reference(statement, ABOUT)?)
    }

    fn get_mut(&mut self, id: EntryId) -> Result<&mut Request, Refusal> {
        Ok(self.0.get_mut(&id).map(Arc::make_mut).ok_or(RequestRefusal::Unknown(id))?)
    }
}

/// The digest of a version that shows all that it says.
fn sound(version: &RequestVersion) -> Result<Sha256Digest, Refusal> {
    if version.schema != VERSION_SCHEMA {
        return Err(Refusal::Body(format!("version {} of requests is not known here", version.schema)));
    }
    if !version.shows_all() {
        return Err(RequestRefusal::Hides.into());
    }
    version.digest().map_err(|e| Refusal::Body(e.to_string()))
}

/// A verdict counts when it was made by the packs in force and for nothing else.
fn in_force(office: &Office, forms: Sha256Digest, verdict: &Verdict) -> Result<(), RequestRefusal> {
    if office.active(LAW) == Some(verdict.law_pack) && office.active(FORMS) == Some(forms) {
        Ok(())
    } else {
        Err(RequestRefusal::OtherPacks)
    }
}

fn endorsement_event(endorsed: &RequestEndorsed) -> Event {
    Event::Endorsed { version: endorsed.version, step: endorsed.step.clone() }
}

fn review_event(reviewed: &RequestReviewed) -> Event {
    match &reviewed.outcome {
        Review::Passed => Event::Reviewed { version: reviewed.version },
        Review::SentBack { reason } => Event::SentBack { reason: reason.clone() },
    }
}

/// The confirmation that an entry gives.
fn word(statement: &Statement, confirmed: &RequestFactConfirmed) -> Result<Confirmation, Refusal> {
    Ok(Confirmation {
        fact: confirmed.subject.digest(),
        by: officer(statement)?,
        name: confirmed.name.clone(),
        day: statement.act.local_day(),
        decision: confirmed.decision,
        reason: confirmed.reason.clone(),
    })
}

/// How many references name a message by which something about a request left or came. Each must be a message of the
/// same case.
fn by_message(case: &Case, statement: &Statement) -> Result<usize, Refusal> {
    let mut named = 0;
    for reference in &statement.refs {
        let kind = match reference.role.as_str() {
            SENT_BY => MessageSent::KIND,
            TAKEN_FROM => MessageFiled::KIND,
            _ => continue,
        };
        if case.standing(reference.entry)?.kind.as_str() != kind {
            return Err(Refusal::UnknownEntry(reference.entry));
        }
        named += 1;
    }
    Ok(named)
}

/// The messages that a statement refers to, as [`by_message`] found them.
fn messages(statement: &Statement) -> impl Iterator<Item = EntryId> {
    let by = |role: &str| matches!(role, SENT_BY | TAKEN_FROM);
    statement
        .refs
        .iter()
        .filter(move |reference| by(reference.role.as_str()))
        .map(|reference| reference.entry)
}

/// The one entry that a statement refers to in a role, among others.
fn reference(statement: &Statement, role: &'static str) -> Result<EntryId, Refusal> {
    let mut fitting = statement.refs.iter().filter(|reference| reference.role.as_str() == role);
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => Ok(one.entry),
        _ => Err(Refusal::Reference(role)),
    }
}

/// Whether a stage is one in which a request still waits for somebody.
pub fn is_open(stage: Option<Stage>) -> bool {
    !matches!(stage, Some(Stage::Closed | Stage::Withdrawn | Stage::Refused | Stage::Executed))
}

//! The requesting side: draft, revise, confirm, review, propose, issue.

use comity_document::{CopyKind, Pdf, State, TWIN_NAME, TWIN_SIGNATURE_NAME};
use comity_law::{OffenceAsked, Question, Reason};
use comity_record::entry::Reference;
use comity_record::{ActTime, CaseId, Country, EntryId, Language};
use comity_request::life::{Event, Side, Stage};
use comity_request::{Authority, CaseFacts, Decision, Draft, RequestVersion, Value, plain};
use comity_store::Store;

use super::body::{
    Approvals, OutsideDecision, RequestDrafted, RequestEndorsed, RequestFactConfirmed, RequestRecorded,
    RequestReviewed, Review, Subject,
};
use super::desk::{ADVANCE, Checked, ORIGINAL, PDF_TYPE, TWIN_TYPE, about, languages_of, twin_of};
use super::error::{RequestError, RequestRefusal};
use super::fold::{CARRIES_OUT, Request, Version};
use super::print::{PrintAs, document};
use super::twin::{COSE_TYPE, TWIN_RECORD_VERSION, TwinRecord};
use crate::body::CaseAct;
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::Refusal;
use crate::state::{Case, Office};

/// What a request is begun with.
#[derive(Clone, Debug)]
pub struct NewRequest {
    /// The name of its form.
    pub form: String,
    /// The state that is asked.
    pub to: Country,
    /// The law pack's categories of the offences.
    pub offences: Vec<String>,
    /// The language in which it is written.
    pub language: Language,
    /// The language of the other side, in which it is printed beside.
    pub translation: Option<Language>,
    /// The reference under which the office keeps it; the number of the case and a count, if nothing is said.
    pub reference: Option<String>,
    /// The instruments that it cites; the best of those that oblige, if nothing is said.
    pub cited: Vec<String>,
    /// Values that are known already, by field.
    pub values: std::collections::BTreeMap<String, comity_request::Value>,
}

/// What a jurist says of something that a request relies on.
#[derive(Clone, Debug)]
pub struct Word {
    /// Of what.
    pub subject: Subject,
    /// What.
    pub decision: Decision,
    /// Why, or against which text.
    pub reason: String,
}

/// A request that was issued.
#[derive(Clone, Debug)]
pub struct Issued {
    /// The entry.
    pub receipt: Receipt,
    /// The number of the outgoing register.
    pub register_number: String,
    /// The machine-readable twin.
    pub twin: Vec<u8>,
    /// The node's signature over the twin.
    pub signature: Vec<u8>,
    /// The paper for signature and seal.
    pub original: Pdf,
    /// The copy that travels ahead of it.
    pub advance: Pdf,
}

impl<S: Store> Casework<S> {
    /// Begins a request: fills the form from the facts, checks it, and records the first version with the verdict.
    ///
    /// # Errors
    /// Says why the draft was not taken.
    pub async fn draft_request(
        &self,
        session: &Session,
        case: CaseId,
        new: NewRequest,
        facts: &CaseFacts,
        with: With,
    ) -> Result<(Receipt, Checked), CaseworkError> {
        let act = self.act(&with)?;
        let state = self.state();
        let (office, of_case) = (state.office(session.office())?, state.case(case)?);
        let knowledge = self.knowledge(session)?;
        let form = plain::form(&knowledge.forms, &new.form).map_err(RequestError::from)?;
        let question = Question {
            from: office.country,
            to: new.to,
            on: act.local_day(),
            measure: form.measure.clone(),
            offences: new.offences.iter().map(|category| OffenceAsked::of(category)).collect(),
        };
        let mut draft = Draft::begin(form, question, new.language, of_case.exercise);
        draft.translation = new.translation.filter(|other| *other != draft.language);
        draft.cited = new.cited;
        draft.values = new.values;
        draft.fill(form, facts);
        draft.ask_about_its_offences();
        let basis = knowledge.law.basis(&draft.question).map_err(RequestError::from)?;
        if draft.cited.is_empty() {
            draft.cited.extend(basis.obligation.by.first().map(|best| best.value().clone()));
        }
        if facts.addressee.is_none() {
            let addressee = addressee(&basis, &draft);
            draft.fill(form, &CaseFacts { addressee, ..CaseFacts::default() });
        }
        let reference = new.reference.unwrap_or_else(|| next_reference(of_case));
        let with = With { act: Some(act), ..with };
        self.record_version(session, case, None, &reference, draft, with).await
    }

    /// Writes another version: the draft as it was changed, checked anew on the day of the act. What was reviewed or
    /// approved before counts no more.
    ///
    /// # Errors
    /// Says why the version was not taken; a draft that says what it said before makes none.
    pub async fn revise_request(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        draft: Draft,
        with: With,
    ) -> Result<(Receipt, Checked), CaseworkError> {
        let act = self.act(&with)?;
        let known = self.written(session, case, request)?;
        let mut draft = draft;
        draft.question.on = act.local_day();
        draft.ask_about_its_offences();
        let knowledge = self.knowledge(session)?;
        let form = plain::form(&knowledge.forms, &draft.form).map_err(RequestError::from)?;
        // Written anew, it follows the form as it is now.
        draft.form_digest = form.digest;
        draft.question.measure.clone_from(&form.measure);
        let last = &known.version().request;
        let same_packs =
            known.version().verdict().is_some_and(|verdict| verdict.law_pack == knowledge.law.digest());
        let state = self.state();
        let practice =
            self.packs.practice(state.office(session.office())?)?.map(|practice| practice.digest());
        let same_practice =
            known.version().approvals.as_ref().map(|approvals| approvals.practice) == practice;
        if draft == last.draft && same_packs && same_practice {
            return Err(RequestError::Unchanged.into());
        }
        let with = With { act: Some(act), ..with };
        self.record_version(session, case, Some(&known), &last.reference, draft, with).await
    }

    async fn record_version(
        &self,
        session: &Session,
        case: CaseId,
        known: Option<&Request>,
        reference: &str,
        draft: Draft,
        with: With,
    ) -> Result<(Receipt, Checked), CaseworkError> {
        let knowledge = self.knowledge(session)?;
        let mut draft = draft;
        draft.forget_translations();
        let (form, basis, report) = knowledge.check(&draft)?;
        let state = self.state();
        let office = state.office(session.office())?;
        let unreviewed = self.unreviewed(office, &draft)?;
        let approvals = self.packs.practice(office)?.map(|practice| Approvals {
            practice: practice.digest(),
            steps: practice.steps(&draft.question.measure, draft.question.to),
        });
        let (number, previous) = match known {
            Some(request) => {
                let last = request.version();
                (last.request.number.saturating_add(1), Some(last.digest))
            }
            None => (1, None),
        };
        let version = RequestVersion::freeze(&form, reference, number, previous, draft, &basis);
        let draft = version.draft.clone();
        let verdict = report.verdict();
        let body =
            RequestDrafted { version, forms: knowledge.forms.digest(), verdict, unreviewed, approvals };
        let with = match known {
            Some(request) => about(request.id, with),
            None => with,
        };
        let receipt = self.record(session, case, &body, with).await?;
        let request = self.request(session, case, known.map_or(receipt.entry, |request| request.id))?;
        let (to_clear, obstacles) = (request.to_clear(), request.obstacles());
        Ok((receipt, Checked { form, draft, basis, report, to_clear, obstacles }))
    }

    /// Confirms, overrules or rejects a fact that a request relies on, by the name of the officer who signs.
    ///
    /// # Errors
    /// Says why the word was not taken.
    pub async fn confirm_for_request(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        word: Word,
        with: With,
    ) -> Result<Receipt, CaseworkError> {
        let with = With { act: Some(self.act(&with)?), ..with };
        let state = self.state();
        let office = state.office(session.office())?;
        let officer = office.officers.get(&session.officer());
        let name = officer.ok_or(Refusal::UnknownOfficer(session.officer()))?.name.clone();
        let Word { subject, decision, reason } = word;
        let body = RequestFactConfirmed { subject, decision, name, reason };
        self.record(session, case, &body, about(request, with)).await
    }

    /// Says that another officer's version may be proposed for issue, or sends it back.
    ///
    /// # Errors
    /// Says why the review was not taken: by the author of the version, say.
    pub async fn review_request(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        outcome: Review,
        with: With,
    ) -> Result<Receipt, CaseworkError> {
        let with = With { act: Some(self.act(&with)?), ..with };
        let version = self.request(session, case, request)?.version().digest;
        self.record(session, case, &RequestReviewed { version, outcome }, about(request, with)).await
    }

    /// Takes the next step of the office's approval chain for the version in force, or records what was decided
    /// elsewhere.
    ///
    /// # Errors
    /// Says why the step was not taken: another comes first, or the officer has not the role.
    pub async fn endorse_request(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        step: String,
        decision: Option<OutsideDecision>,
        with: With,
    ) -> Result<Receipt, CaseworkError> {
        let with = With { act: Some(self.act(&with)?), ..with };
        let version = self.request(session, case, request)?.version().digest;
        self.record(session, case, &RequestEndorsed { version, step, decision }, about(request, with)).await
    }

    /// Proposes to issue the version in force. Another person approves it ([`Casework::approve_in_case`]).
    ///
    /// # Errors
    /// Says what is missing: a version that cannot be issued is not put before anybody.
    pub async fn propose_issue(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let known = self.request(session, case, request)?;
        let version = known.version();
        let missing = known.obstacles().into_iter().find(|obstacle| {
            use comity_request::Obstacle::{ApprovedByDrafter, NotApproved, Rejected, Unconfirmed};
            // Facts may be cleared while the approver reads; the rest would need another version.
            let waits = matches!(
                obstacle,
                RequestRefusal::NotReady(NotApproved | ApprovedByDrafter | Unconfirmed(_) | Rejected(_))
                    | RequestRefusal::WordsUnreviewed(_)
                    | RequestRefusal::StepOpen(_)
            );
            !waits
        });
        if let Some(obstacle) = missing {
            return Err(Refusal::from(obstacle).into());
        }
        if known.life.stage == Some(Stage::Drafted) {
            return Err(Refusal::from(RequestRefusal::NotReviewed).into());
        }
        self.stands(case, version)?;
        let approved = Event::Approved { version: version.digest };
        known.life.clone().apply(&approved).map_err(RequestRefusal::from).map_err(Refusal::from)?;
        self.propose(session, case, CaseAct::IssueRequest(version.digest), reason).await
    }

    /// Refuses a version that names an exhibit or a trace of the case which was withdrawn.
    fn stands(&self, case: CaseId, version: &Version) -> Result<(), Refusal> {
        let state = self.state();
        let case = state.case(case)?;
        let number = |text: &str, prefix: &str| text.strip_prefix(prefix)?.parse::<u32>().ok();
        for value in version.request.draft.values.values().flat_map(Value::each) {
            let named = match value {
                Value::Exhibit(document) => {
                    number(&document.number, "E-").and_then(|number| case.exhibits.entry(number).ok())
                }
                Value::Finding(document) => {
                    number(&document.number, "T-").and_then(|number| case.leads.trace(number))
                }
                _ => None,
            };
            if let Some(entry) = named
                && case.standing(entry)?.withdrawn_by.is_some()
            {
                return Err(Refusal::Withdrawn(entry));
            }
        }
        Ok(())
    }

    /// Issues the version that was approved, under a number of the outgoing register: prints the original and the
    /// advance copy with the twin inside, and records the issue with all of them attached.
    ///
    /// # Errors
    /// Says everything that stands in the way one by one; the law is asked again for the day of issue, and an answer
    /// that has changed stops the issue.
    pub async fn issue_request(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        register_number: String,
        with: With,
    ) -> Result<Issued, CaseworkError> {
        let act = self.act(&with)?;
        let _numbers = self.numbers.lock().await;
        let known = self.request(session, case, request)?;
        let version = known.version();
        let state = self.state();
        let office = state.office(session.office())?;
        let proposal = known.approved.ok_or(Refusal::NotApproved)?;
        let event = Event::Issued {
            version: version.digest,
            register_number: register_number.clone(),
            day: act.local_day(),
        };
        known.life.clone().apply(&event).map_err(RequestRefusal::from).map_err(Refusal::from)?;
        if let Some(obstacle) = known.obstacles().into_iter().next() {
            return Err(Refusal::from(obstacle).into());
        }
        self.number_is_free(session, Some(&known), Side::Sender, &register_number)?;
        self.stands(case, version)?;
        self.ask_again(session, &known, &act)?;
        if act.timestamp() < version.act.timestamp() {
            return Err(Refusal::ActBefore { at: act, before: version.act.clone() }.into());
        }
        let question = &version.request.draft.question;
        let practice = self.packs.practice(office)?;
        let steps = practice.and_then(|practice| practice.steps(&question.measure, question.to));
        if steps.as_ref() != version.approvals.as_ref().and_then(|approvals| approvals.steps.as_ref()) {
            return Err(RequestError::PracticeChanged.into());
        }
        let twin = twin_of(&version.request)?;
        let signature = self.sign_twin(office, &version.request, &twin, &register_number)?;
        let mut copies = vec![];
        for copy in [CopyKind::Original, CopyKind::Advance] {
            let number = Some(register_number.as_str());
            let print = PrintAs { state: State::Issued, copy, act: &act, register_number: number, open: &[] };
            let document = document(&version.request, &print)?;
            let languages = languages_of(&version.request, &[]);
            let inside = (twin.clone(), Some(signature.clone()));
            copies.push(self.print(office, "request", document, inside.0, inside.1, languages).await?);
        }
        let carries_out = Reference { role: CARRIES_OUT.parse().expect("a literal word"), entry: proposal };
        let mut with = about(request, With { act: Some(act), ..with });
        with.refs.push(carries_out);
        let [original, advance] = <[Pdf; 2]>::try_from(copies).expect("two copies were printed");
        for (name, media_type, bytes) in [
            (ORIGINAL, PDF_TYPE, &original.bytes),
            (ADVANCE, PDF_TYPE, &advance.bytes),
            (TWIN_NAME, TWIN_TYPE, &twin),
            (TWIN_SIGNATURE_NAME, COSE_TYPE, &signature),
        ] {
            with.files.push(self.keep_bytes(case, name, media_type, bytes).await?);
        }
        let receipt = self.record(session, case, &RequestRecorded { event }, with).await?;
        Ok(Issued { receipt, register_number, twin, signature, original, advance })
    }

    /// What is approved stands on an answer of the law. If the pack or the day has moved on and the answer with it,
    /// the version must be written anew.
    fn ask_again(&self, session: &Session, known: &Request, act: &ActTime) -> Result<(), CaseworkError> {
        let version = &known.version().request;
        let knowledge = self.knowledge(session)?;
        if knowledge.law.digest() == version.law_pack && version.draft.question.on == act.local_day() {
            return Ok(());
        }
        let mut draft = version.draft.clone();
        draft.question.on = act.local_day();
        let (form, basis, report) = knowledge.check(&draft)?;
        let now = RequestVersion::freeze(
            &form,
            &version.reference,
            version.number,
            version.previous,
            draft,
            &basis,
        );
        let same =
            (now.obligation, &now.basis, &now.ways) == (version.obligation, &version.basis, &version.ways);
        let verdict = report.verdict();
        let cleared = known.clearance.open_for(&verdict).next().is_none()
            && known.clearance.rejected_for(&verdict).next().is_none();
        if same && cleared && verdict.errors == 0 && verdict.missing == 0 {
            Ok(())
        } else {
            Err(RequestError::AnswerChanged.into())
        }
    }

    /// The node's signature over a twin. The node signs what it prints; who approved it stands in the log.
    pub(super) fn sign_twin(
        &self,
        office: &Office,
        version: &RequestVersion,
        twin: &[u8],
        register_number: &str,
    ) -> Result<Vec<u8>, CaseworkError> {
        let record = TwinRecord {
            v: TWIN_RECORD_VERSION,
            twin: comity_record::Sha256Digest::of(twin),
            version: version.digest()?,
            office: office.id,
            country: office.country,
            authority: office.authority.clone(),
            register_number: register_number.to_owned(),
        };
        Ok(record.sign(self.keyring.signing())?)
    }
}

/// The authority that the law pack names for the instrument that is cited, or else for any between the two states.
/// Where it knows none, nobody is made up.
fn addressee(basis: &comity_law::Basis, draft: &Draft) -> Option<Authority> {
    let cited = draft.cited.iter().filter_map(|id| basis.candidate(id));
    let found = cited.chain(&basis.candidates).flat_map(|candidate| &candidate.addressees);
    let known = found.map(comity_law::Sourced::value).find(|a| a.reason != Reason::AddresseeUnknown)?;
    Some(Authority {
        country: basis.question.to,
        name: known.name_en.clone(),
        unit: String::new(),
        reference: String::new(),
    })
}

/// The number of the case, and the next count of its requests that nobody has given by hand.
fn next_reference(case: &Case) -> String {
    let number = case.register_number.clone().unwrap_or_else(|| {
        let id = case.id.to_string();
        id.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect()
    });
    let taken = |reference: &String| case.requests.iter().any(|other| other.reference() == reference);
    let mut counted = (case.requests.len() + 1..).map(|count| format!("{number}-{count}"));
    counted.find(|reference| !taken(reference)).expect("a case has fewer requests than there are counts")
}

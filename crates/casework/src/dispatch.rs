//! Requests that travel between two offices under an agreement: the advance copy with its twin, what happens to the
//! request on either side, and the answer with what was asked for.
//!
//! A request is known on both sides by the digest of the version that was issued. What came is put into a case first,
//! then taken: the message of the journal, its filing in the case and the step of the request are entries of their own,
//! each referring to the one before it.

mod error;
mod parcel;
mod take;

use std::sync::Arc;

use comity_channel::Label;
use comity_disk::{DiskPath, SimDisk};
use comity_evidence::{Limits, Verdict, verify_package};
use comity_record::cbor::to_canonical;
use comity_record::entry::Reference;
use comity_record::handling::{Handling, Origin};
use comity_record::{Bytes, CaseId, Country, EntryId, OfficeId, Sha256Digest, Token};
use comity_request::life::{Event, EventKind, Side};
use comity_store::Store;
use jiff::ToSpan as _;
use jiff::civil::Date;

pub use self::error::DispatchError;
pub use self::parcel::{PARCEL_VERSION, Parcel};
pub use self::take::Taken;
use crate::body::CaseAct;
use crate::casework::{Casework, Pending, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::exchange::{Channel, SendWhat};
use crate::export::Package;
use crate::refusal::Refusal;
use crate::request::{Request, RequestError, RequestRefusal, SENT_BY, is_open};
use crate::state::State;

/// The kind of the messages that bring an issued request.
pub const REQUEST_KIND: &str = "request.issued";
/// The kind of the messages that tell what happened to a request.
pub const EVENT_KIND: &str = "request.event";
/// The kind of the messages that bring what was asked for.
pub const ANSWER_KIND: &str = "request.answered";
/// The attachment that holds what came in answer: a package as a `tar`.
pub const ANSWER_FILE: &str = "answer.tar";
/// For what requests are made; an agreement must name it.
const PURPOSE: &str = "criminal-investigation";
/// What an answer holds; an agreement must name it.
const RECORDS: &str = "transaction-records";
/// What the requested side may say of a request, beside its answer: that a request was executed is told by an answer
/// only, for which an agreement can ask for a second person.
const FROM_RECEIVER: &[EventKind] = &[
    EventKind::OriginalReceived,
    EventKind::Acknowledged,
    EventKind::Questioned,
    EventKind::Accepted,
    EventKind::Postponed,
    EventKind::Resumed,
    EventKind::Refused,
    EventKind::StatusGiven,
    EventKind::TicketGiven,
    EventKind::TicketRenewed,
    EventKind::CostNoted,
];
/// What the requesting side may say of a request.
const FROM_SENDER: &[EventKind] =
    &[EventKind::Answered, EventKind::Withdrawn, EventKind::StatusAsked, EventKind::EvidenceReturned];

impl<S: Store> Casework<S> {
    /// The agreement for messages about a request: the one that is named; or that under which it travels; or the only one
    /// in force with the other state.
    ///
    /// # Errors
    /// Fails when there is none, or more than one to choose from.
    pub fn agreement_for(
        &self,
        session: &Session,
        known: &Request,
        named: Option<Sha256Digest>,
    ) -> Result<Sha256Digest, CaseworkError> {
        let state = self.state();
        let named = match named {
            Some(named) => Some(state.channels().of_office(session.office(), named)?),
            None => travels_under(&state, known, session.office(), self.channel_day()),
        };
        if let Some(channel) = named {
            return Ok(channel.agreement());
        }
        let (country, today) = (other_state(known), self.channel_day());
        let fits = |channel: &&Channel| {
            channel.office == session.office()
                && channel.them().country == country
                && in_force(channel, today)
        };
        let found: Vec<_> = state.channels().iter().filter(fits).map(Channel::agreement).collect();
        match found.as_slice() {
            [only] => Ok(*only),
            _ => Err(DispatchError::WhichAgreement { country, found: found.len() }.into()),
        }
    }

    /// How many requests of a case travel under agreements of this office and are not ended: what the other side says of
    /// them comes to this office, whoever keeps the case.
    ///
    /// # Errors
    /// Fails for a case that the officer may not read.
    pub fn answered_here(&self, session: &Session, case: CaseId) -> Result<usize, CaseworkError> {
        let (state, requests) = (self.state(), self.requests(session, case)?);
        let here = |known: &&Arc<Request>| {
            is_open(known.life.stage)
                && travelled(&state, known).any(|channel| channel.office == session.office())
        };
        Ok(requests.iter().filter(here).count())
    }

    /// The message by which an issued request goes to the other office, ahead of its sealed original: to be proposed
    /// ([`Casework::propose_message`]) where the agreement asks for a second person, or to be sent.
    ///
    /// # Errors
    /// Fails for a request that was not issued.
    pub async fn request_message(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        agreement: Sha256Digest,
    ) -> Result<SendWhat, CaseworkError> {
        let known = self.request(session, case, request)?;
        if known.issue.is_none() || known.side() != Side::Sender {
            return Err(DispatchError::NotIssued.into());
        }
        let copy = comity_document::CopyKind::Advance;
        let printed = self.print_request(session, case, request, copy, &[]).await?;
        let parcel = Parcel::Request {
            v: PARCEL_VERSION,
            twin: Bytes(printed.twin),
            signature: Bytes(printed.signature.ok_or(DispatchError::NotIssued)?),
            print: Bytes(printed.pdf),
        };
        let draft = &known.version().request.draft;
        let measures = vec![word(&draft.question.measure)?];
        self.message(session, agreement, REQUEST_KIND, measures, vec![], request, &parcel)
    }

    /// What two persons approved to be sent, as a message that carries it out.
    ///
    /// # Errors
    /// Fails when nobody proposed it, or the officer may not read the case.
    pub async fn approved_message(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        proposal: EntryId,
    ) -> Result<SendWhat, CaseworkError> {
        let content = self.proposed_message(session, case, proposal).await?;
        let state = self.state();
        let CaseAct::Send { agreement, .. } = *state.case(case)?.proposal(proposal)?.act() else {
            return Err(Refusal::NotApproved.into());
        };
        Ok(SendWhat {
            agreement,
            kind: content.kind,
            label: content.label,
            body: content.body.0,
            proposal: Some(proposal),
            refs: about(request)?,
        })
    }

    /// Sends a message about a request, and records what that means for the request: the advance copy left, or what was
    /// asked for was given. Both in one commit, so that nothing leaves of which the request does not tell.
    ///
    /// # Errors
    /// Names the term of the agreement that does not let it go, or what is missing; nothing was sent then.
    pub async fn dispatch(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        what: SendWhat,
    ) -> Result<Vec<Receipt>, CaseworkError> {
        let known = self.request(session, case, request)?;
        let event = match self.fitting_parcel(session, &known, &what)? {
            Parcel::Request { .. } => {
                Some(Event::AdvanceCopySent { day: self.clock.today(), channel: what.agreement.to_string() })
            }
            Parcel::Answer { event, .. } => Some(event),
            // What happened is on record before it is told.
            Parcel::Events { .. } => None,
        };
        if let Some(event) = &event {
            known.after(event).map_err(Refusal::from)?;
        }
        let arrange = |sent: Pending, queued: Pending| {
            let with = With::reference(SENT_BY, sent.id());
            let recorded = |event| self.sign_request_event(session, case, request, event, with);
            let recorded = event.clone().map(recorded).transpose()?;
            Ok([sent, queued].into_iter().chain(recorded).collect())
        };
        self.send_with(session, case, what, arrange).await
    }

    /// Proposes to send a message about a request ([`Casework::request_message`], [`Casework::answer_message`]).
    ///
    /// # Errors
    /// As [`Casework::propose_message`], and for a message about another request.
    pub async fn propose_dispatch(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        what: &SendWhat,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let known = self.request(session, case, request)?;
        self.fitting_parcel(session, &known, what)?;
        self.propose_content(session, case, what, reason).await
    }

    /// What a message holds, if it is about this request and goes to the office that has to do with it.
    fn fitting_parcel(
        &self,
        session: &Session,
        known: &Request,
        what: &SendWhat,
    ) -> Result<Parcel, CaseworkError> {
        let parcel = Parcel::of_message(&what.kind, &what.body)?;
        if parcel.version()? != known.version().digest {
            return Err(DispatchError::OtherRequest.into());
        }
        self.goes_by(session, known, what.agreement)?;
        match &parcel {
            Parcel::Events { events, .. } => may_say(known.side(), events)?,
            Parcel::Answer { package: Some(package), .. } => sound(package.as_ref())?,
            _ => {}
        }
        Ok(parcel)
    }

    /// Refuses an agreement under which nothing is told of a request: with an office that has nothing to do with it, or
    /// beside the one under which it travels.
    fn goes_by(
        &self,
        session: &Session,
        known: &Request,
        agreement: Sha256Digest,
    ) -> Result<(), CaseworkError> {
        let state = self.state();
        let channel = state.channels().of_office(session.office(), agreement)?;
        concerns(&state, known, channel)?;
        match travels_under(&state, known, session.office(), self.channel_day()) {
            Some(bound) if bound.agreement() != agreement => {
                Err(DispatchError::OtherAgreement(bound.agreement()).into())
            }
            _ => Ok(()),
        }
    }

    /// Records what happened to a request and tells the other office so, in one commit.
    ///
    /// # Errors
    /// Says why the event cannot follow, or names the term of the agreement that does not let it go.
    pub async fn tell_request_event(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        event: Event,
        agreement: Sha256Digest,
        with: With,
    ) -> Result<Vec<Receipt>, CaseworkError> {
        let _numbers = self.numbers.lock().await;
        let known = self.request(session, case, request)?;
        self.happened(session, &known, &event, &with)?;
        let what = self.events_message(session, &known, vec![event.clone()], None, agreement)?;
        let arrange = |sent, queued| {
            let recorded = self.sign_request_event(session, case, request, event.clone(), with.clone())?;
            Ok(vec![recorded, sent, queued])
        };
        self.send_with(session, case, what, arrange).await
    }

    /// The message that tells the other office what happened to a request.
    pub(crate) fn events_message(
        &self,
        session: &Session,
        known: &Request,
        events: Vec<Event>,
        print: Option<Vec<u8>>,
        agreement: Sha256Digest,
    ) -> Result<SendWhat, CaseworkError> {
        self.goes_by(session, known, agreement)?;
        may_say(known.side(), &events)?;
        // In an emergency nothing that may hold the data itself goes before whoever asks was called back.
        let may_hold_data =
            |event: &Event| matches!(event.kind(), EventKind::StatusGiven | EventKind::CostNoted);
        if known.call_back_due() && events.iter().any(may_hold_data) {
            return Err(Refusal::from(RequestRefusal::CallBack).into());
        }
        let measures = vec![word(&known.version().request.draft.question.measure)?];
        let version = known.version().digest;
        let parcel = Parcel::Events { v: PARCEL_VERSION, request: version, events, print: print.map(Bytes) };
        self.message(session, agreement, EVENT_KIND, measures, vec![], known.id, &parcel)
    }

    /// The message that brings what was asked for, or that says what was done where nothing is handed over. One that is
    /// sent after another takes its place.
    ///
    /// # Errors
    /// Fails for a request that was not received here, and for a package that is damaged or too large to travel.
    #[expect(clippy::too_many_arguments, reason = "what an answer is made of")]
    pub fn answer_message(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        agreement: Sha256Digest,
        said: String,
        outstanding: Option<String>,
        package: Option<&Package>,
    ) -> Result<SendWhat, CaseworkError> {
        let known = self.request(session, case, request)?;
        if known.side() != Side::Receiver {
            return Err(DispatchError::NoSuchRequest(known.version().digest).into());
        }
        let package =
            package.map(|package| Ok::<_, CaseworkError>(Bytes(package.to_tar()?.to_vec()))).transpose()?;
        let (day, result) = (self.clock.today(), package.as_ref().map(|tar| Sha256Digest::of(tar.as_ref())));
        let event = match outstanding {
            Some(outstanding) => Event::ExecutedInPart { day, what: said, outstanding, result },
            None => Event::Executed { day, what: said, result },
        };
        known.after(&event).map_err(Refusal::from)?;
        let measures = vec![word(&known.version().request.draft.question.measure)?];
        let data = if package.is_some() { vec![word(RECORDS)?] } else { vec![] };
        let parcel = Parcel::Answer { v: PARCEL_VERSION, request: known.version().digest, event, package };
        self.message(session, agreement, ANSWER_KIND, measures, data, request, &parcel)
    }

    /// What came in answer to a request, the last one: the files of a package, to be checked and taken in.
    ///
    /// # Errors
    /// Fails when nothing came, or what came is no package.
    pub async fn answer(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
    ) -> Result<Package, CaseworkError> {
        let known = self.request(session, case, request)?;
        for (entry, _, kind) in known.history.iter().rev() {
            if !matches!(kind, EventKind::Executed | EventKind::ExecutedInPart) {
                continue;
            }
            let stored = self.store.entry(*entry).await?.ok_or(Refusal::UnknownEntry(*entry))?;
            let (_, content) = self.read_stored(&stored).await?;
            let files = content.map(|content| content.attachments).unwrap_or_default();
            // An earlier package is not what the last answer says.
            let file = files.iter().find(|file| file.name == ANSWER_FILE);
            let file = file.ok_or(DispatchError::AnswerWithoutPackage)?;
            return Ok(Package::from_tar(&self.read_object(case, file.sha256).await?)?);
        }
        Err(DispatchError::NoAnswer.into())
    }

    #[expect(clippy::too_many_arguments, reason = "what a message is made of")]
    fn message(
        &self,
        session: &Session,
        agreement: Sha256Digest,
        kind: &str,
        measures: Vec<Token>,
        data: Vec<Token>,
        request: EntryId,
        parcel: &Parcel,
    ) -> Result<SendWhat, CaseworkError> {
        let state = self.state();
        let channel = state.channels().of_office(session.office(), agreement)?;
        let office = state.office(session.office())?;
        let origin = Origin { country: office.country, authority: office.authority.clone() };
        // As long as the agreement lets the other office keep it: a request that lapses before its answer is of no use.
        let kept = channel.agreed.agreement().retain_days;
        let retain_until = kept.map(|days| self.channel_day().saturating_add(i64::from(days).days()));
        let recipients = vec![channel.them().country];
        let handling = Handling { recipients, retain_until, ..Handling::own_work(origin) };
        let label =
            Label { handling, purpose: word(PURPOSE)?, measures, data, approved_by: vec![], consent: None };
        let body = to_canonical(parcel)?;
        Ok(SendWhat { agreement, kind: word(kind)?, label, body, proposal: None, refs: about(request)? })
    }
}

/// Refuses a kind of message that is made and taken by the commands for requests only.
pub(crate) fn no_parcel(kind: &Token) -> Result<(), CaseworkError> {
    match kind.as_str() {
        REQUEST_KIND | EVENT_KIND | ANSWER_KIND => Err(DispatchError::OnlyRequests(kind.to_string()).into()),
        _ => Ok(()),
    }
}

/// Whether the counterpart of a channel has to do with a request: it is an office of the other state, and the one that
/// the request went to or came from, where it travelled under an agreement.
fn concerns(state: &State, known: &Request, channel: &Channel) -> Result<(), CaseworkError> {
    // The other office has no request by the version that an old register makes here.
    if known.carried_over.is_some() {
        return Err(RequestError::NoDraft.into());
    }
    let them = channel.them();
    let mut offices = travelled(state, known).map(|channel| channel.them().office);
    if them.country == other_state(known) && offices.next().is_none_or(|office| office == them.office) {
        Ok(())
    } else {
        Err(DispatchError::OtherOffice.into())
    }
}

/// The state on the other side of a request.
fn other_state(known: &Request) -> Country {
    let question = &known.version().request.draft.question;
    if known.side() == Side::Sender { question.to } else { question.from }
}

/// The channels by which something about a request left or came, the first message first.
fn travelled<'s>(state: &'s State, known: &Request) -> impl Iterator<Item = &'s Channel> {
    let channels = state.channels();
    known.messages.iter().filter_map(|entry| {
        let sent = channels.sent(*entry).map(|(channel, _)| channel);
        sent.or_else(|| channels.filed(*entry).map(|(channel, _)| channel))
    })
}

/// The channel by which everything about a request goes, as long as its agreement is in force: the other side takes
/// messages in the order of one channel, and two have no order.
fn travels_under<'s>(
    state: &'s State,
    known: &Request,
    office: OfficeId,
    today: Date,
) -> Option<&'s Channel> {
    travelled(state, known).find(|channel| channel.office == office && in_force(channel, today))
}

/// Whether an agreement is in force on a day.
pub(crate) fn in_force(channel: &Channel, today: Date) -> bool {
    let text = channel.agreed.agreement();
    channel.ended_by.is_none() && (text.valid_from..=text.valid_until).contains(&today)
}

/// Whether a side may tell the other of these events in a message.
fn may_say(side: Side, events: &[Event]) -> Result<(), DispatchError> {
    let may = if side == Side::Sender { FROM_SENDER } else { FROM_RECEIVER };
    match events.iter().map(Event::kind).find(|kind| !may.contains(kind)) {
        None => Ok(()),
        Some(kind @ (EventKind::Executed | EventKind::ExecutedInPart)) if side == Side::Receiver => {
            Err(DispatchError::ByAnswer(kind.code()))
        }
        Some(kind) => Err(DispatchError::NotTheirs(kind.code())),
    }
}

/// Whether a package passes its own check, as whoever gets it will see. It is looked at where it is, in memory.
fn sound(tar: &[u8]) -> Result<(), CaseworkError> {
    let disk = SimDisk::new();
    let folder = DiskPath::new("package")?;
    Package::from_tar(tar)?.write(&disk, &folder)?;
    let report = verify_package(&disk, &folder, &Limits::default(), None);
    if report.verdict() == Verdict::Pass {
        return Ok(());
    }
    let finding = report.findings.first().map(ToString::to_string).unwrap_or_default();
    Err(DispatchError::Unsound(finding).into())
}

fn word(text: &str) -> Result<Token, CaseworkError> {
    text.parse().map_err(|_| Refusal::Body(format!("{text:?} is no word of an agreement")).into())
}

fn about(request: EntryId) -> Result<Vec<Reference>, CaseworkError> {
    Ok(vec![Reference { role: word("about")?, entry: request }])
}

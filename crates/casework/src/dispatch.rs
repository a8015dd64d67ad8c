//! Requests that travel between two offices under an agreement: the advance copy with its twin, what happens to the
//! request on either side, and the answer with what was asked for.
//!
//! A request is known on both sides by the digest of the version that was issued. What came is put into a case first,
//! then taken: the message of the journal, its filing in the case and the step of the request are entries of their own,
//! each referring to the one before it.

use comity_channel::{Label, Letter};
use comity_record::cbor::{from_canonical, to_canonical};
use comity_record::entry::Reference;
use comity_record::handling::{Handling, Origin};
use comity_record::{Bytes, CaseId, Coded, Country, EntryId, Sha256Digest, Token};
use comity_request::RequestTwin;
use comity_request::life::{Event, EventKind, Side};
use comity_store::Store;
use jiff::ToSpan as _;
use serde::{Deserialize, Serialize};

use crate::body::CaseAct;
use crate::casework::{Casework, Pending, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::exchange::{Channel, SendWhat};
use crate::export::Package;
use crate::refusal::Refusal;
use crate::request::{
    ACKNOWLEDGEMENT, PDF_TYPE, Received, Request, RequestError, SENT_BY, TAKEN_FROM, TwinRecord,
    TwinSignature,
};
use crate::state::State;

/// The version of what travels.
pub const PARCEL_VERSION: u16 = 1;
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
/// What happened is told in one message at most so often.
const MAX_EVENTS: usize = 16;

/// What the requested side may say of a request.
const FROM_RECEIVER: &[EventKind] = &[
    EventKind::OriginalReceived,
    EventKind::Acknowledged,
    EventKind::Questioned,
    EventKind::Accepted,
    EventKind::ExecutedInPart,
    EventKind::Executed,
    EventKind::Postponed,
    EventKind::Resumed,
    EventKind::Refused,
    EventKind::StatusGiven,
    EventKind::TicketGiven,
    EventKind::TicketRenewed,
];
/// What the requesting side may say of a request.
const FROM_SENDER: &[EventKind] = &[EventKind::Answered, EventKind::Withdrawn, EventKind::StatusAsked];

/// What travels in a letter about a request, in deterministic CBOR.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Parcel {
    /// A request, ahead of its sealed original.
    Request {
        /// [`PARCEL_VERSION`].
        v: u16,
        /// The machine-readable twin.
        twin: Bytes,
        /// The signature of the sender's node over it.
        signature: Bytes,
        /// The advance copy as it was printed.
        print: Bytes,
    },
    /// What happened to a request.
    Events {
        /// [`PARCEL_VERSION`].
        v: u16,
        /// The version that was issued.
        request: Sha256Digest,
        /// What happened, in order.
        events: Vec<Event>,
        /// The acknowledgement as it was printed, where one of the events is that.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        print: Option<Bytes>,
    },
    /// What was asked for.
    Answer {
        /// [`PARCEL_VERSION`].
        v: u16,
        /// The version that was issued.
        request: Sha256Digest,
        /// [`Event::Executed`] or [`Event::ExecutedInPart`], with the digest of the package as its result.
        event: Event,
        /// A package (BagIt) as a `tar`.
        package: Bytes,
    },
}

/// Why something about a request cannot travel.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DispatchError {
    /// What is about a request goes by its own command, which knows what it says.
    #[error("messages of the kind {0} are made and taken by the commands for requests")]
    OnlyRequests(String),
    /// The message is of another kind than what is inside.
    #[error("a message of the kind {kind} holds what only {holds} may bring")]
    OtherKind {
        /// What stands on its outside.
        kind: String,
        /// The kind of what is inside.
        holds: &'static str,
    },
    /// The message speaks of another request than the one that it is sent, taken or approved for.
    #[error("it is about another request")]
    OtherRequest,
    /// The request was sent to another office, or came from another.
    #[error("this office has nothing to do with the request")]
    OtherOffice,
    /// The letter holds nothing that this version reads.
    #[error("the message holds nothing about a request that is read here: {0}")]
    NotAParcel(String),
    /// The request was not issued.
    #[error("the request was not issued")]
    NotIssued,
    /// No request of the case has this version.
    #[error("no request of this case has version {0}")]
    NoSuchRequest(Sha256Digest),
    /// The other side may not say this.
    #[error("the other side may not say {0} of a request")]
    NotTheirs(&'static str),
    /// The package is not the one that the message names.
    #[error("the package is not the one that the message names")]
    OtherPackage,
    /// No agreement with the state, or more than one: it must be named.
    #[error("{found} agreements are in force with {country}; one must be named")]
    WhichAgreement {
        /// The state.
        country: Country,
        /// How many there are.
        found: usize,
    },
    /// Nothing came in answer to the request.
    #[error("nothing came in answer to the request")]
    NoAnswer,
}

impl Coded for DispatchError {
    fn code(&self) -> &'static str {
        match self {
            Self::OnlyRequests(_) => "casework-dispatch-only-requests",
            Self::OtherKind { .. } => "casework-dispatch-other-kind",
            Self::OtherRequest => "casework-dispatch-other-request",
            Self::OtherOffice => "casework-dispatch-other-office",
            Self::NotAParcel(_) => "casework-dispatch-not-a-parcel",
            Self::NotIssued => "casework-dispatch-not-issued",
            Self::NoSuchRequest(_) => "casework-dispatch-no-such-request",
            Self::NotTheirs(_) => "casework-dispatch-not-theirs",
            Self::OtherPackage => "casework-dispatch-other-package",
            Self::WhichAgreement { .. } => "casework-dispatch-which-agreement",
            Self::NoAnswer => "casework-dispatch-no-answer",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::OnlyRequests(kind) => vec![("kind", kind.clone())],
            Self::OtherKind { kind, holds } => {
                vec![("kind", kind.clone()), ("holds", (*holds).to_owned())]
            }
            Self::NotAParcel(cause) => vec![("cause", cause.clone())],
            Self::NoSuchRequest(version) => vec![("version", version.to_string())],
            Self::NotTheirs(event) => vec![("event", (*event).to_owned())],
            Self::WhichAgreement { country, found } => {
                vec![("country", country.to_string()), ("found", found.to_string())]
            }
            Self::NotIssued
            | Self::OtherPackage
            | Self::OtherRequest
            | Self::OtherOffice
            | Self::NoAnswer => vec![],
        }
    }
}

impl Parcel {
    /// The kind of message that brings it. An agreement says by kind what two persons approve, so nothing else may.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Request { .. } => REQUEST_KIND,
            Self::Events { .. } => EVENT_KIND,
            Self::Answer { .. } => ANSWER_KIND,
        }
    }

    /// The version of the request that it is about.
    fn version(&self) -> Result<Sha256Digest, CaseworkError> {
        match self {
            Self::Request { twin, .. } => {
                let twin = RequestTwin::from_bytes(twin.as_ref()).map_err(RequestError::from)?;
                Ok(twin.digest)
            }
            Self::Events { request, .. } | Self::Answer { request, .. } => Ok(*request),
        }
    }

    /// Reads what a message of a kind holds.
    fn of_message(kind: &Token, bytes: &[u8]) -> Result<Self, CaseworkError> {
        let parcel = Self::read(bytes)?;
        if parcel.kind() == kind.as_str() {
            Ok(parcel)
        } else {
            Err(DispatchError::OtherKind { kind: kind.to_string(), holds: parcel.kind() }.into())
        }
    }

    /// Reads what a letter holds.
    ///
    /// # Errors
    /// Fails for anything but what this version writes.
    pub fn read(bytes: &[u8]) -> Result<Self, DispatchError> {
        let refuse = |why: &str| DispatchError::NotAParcel(why.to_owned());
        let parcel: Self = from_canonical(bytes).map_err(|e| refuse(&e.to_string()))?;
        // The reader of an event takes bytes for a text; there is one spelling of each parcel.
        if to_canonical(&parcel).map_err(|e| refuse(&e.to_string()))? != bytes {
            return Err(refuse("it is spelled in another way"));
        }
        let v = match &parcel {
            Self::Request { v, .. } | Self::Events { v, .. } | Self::Answer { v, .. } => *v,
        };
        if v != PARCEL_VERSION {
            return Err(refuse("another version"));
        }
        match &parcel {
            Self::Events { events, .. } if events.is_empty() || events.len() > MAX_EVENTS => {
                Err(refuse("no event, or too many"))
            }
            Self::Answer { event, package, .. } => match event {
                Event::Executed { result: Some(result), .. }
                | Event::ExecutedInPart { result: Some(result), .. }
                    if *result == Sha256Digest::of(package.as_ref()) =>
                {
                    Ok(parcel)
                }
                _ => Err(DispatchError::OtherPackage),
            },
            _ => Ok(parcel),
        }
    }
}

/// What was taken from a message.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The request in this case.
    pub request: EntryId,
    /// The entries, that of the filing first.
    pub entries: Vec<Receipt>,
}

impl<S: Store> Casework<S> {
    /// The agreement in force with a state, where there is exactly one, or the one that is named.
    ///
    /// # Errors
    /// Fails when there is none, or more than one to choose from.
    pub fn agreement_with(
        &self,
        session: &Session,
        country: Country,
        named: Option<Sha256Digest>,
    ) -> Result<Sha256Digest, CaseworkError> {
        let state = self.state();
        if let Some(named) = named {
            return Ok(state.channels().of_office(session.office(), named)?.agreement());
        }
        let today = self.today();
        let fits = |channel: &&Channel| {
            let text = channel.agreed.agreement();
            channel.office == session.office()
                && channel.ended_by.is_none()
                && channel.them().country == country
                && (text.valid_from..=text.valid_until).contains(&today)
        };
        let found: Vec<_> = state.channels().iter().filter(fits).map(Channel::agreement).collect();
        match found.as_slice() {
            [only] => Ok(*only),
            _ => Err(DispatchError::WhichAgreement { country, found: found.len() }.into()),
        }
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
                Some(Event::AdvanceCopySent { day: self.today(), channel: what.agreement.to_string() })
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
        let state = self.state();
        concerns(&state, known, state.channels().of_office(session.office(), what.agreement)?)?;
        Ok(parcel)
    }

    /// Opens a message about a request, and says where it belongs: the case in which it lies already, or that of the
    /// request of which it tells. `None` for a request that lies in no case yet.
    ///
    /// # Errors
    /// Fails for a message that tells of a request which the officer does not find in any case.
    pub async fn case_of_parcel(
        &self,
        session: &Session,
        message: EntryId,
    ) -> Result<Option<CaseId>, CaseworkError> {
        let state = self.state();
        let (channel, received) = state.channels().received(session.office(), message)?;
        let readable = |case: &CaseId| self.may_read(session, *case).is_ok();
        if let Some(case) = received.filed.iter().map(|(case, _)| *case).find(readable) {
            return Ok(Some(case));
        }
        self.open_message(session, message).await?;
        let letter = self.read_message(session, message).await?;
        let parcel = Parcel::of_message(&received.header.kind, letter.body.as_ref())?;
        if matches!(parcel, Parcel::Request { .. }) {
            return Ok(None);
        }
        let version = parcel.version()?;
        for case in state.cases().map(|case| case.id).filter(readable) {
            let requests = self.requests(session, case)?;
            if let Some(known) = requests.iter().find(|known| known.version().digest == version) {
                return concerns(&state, known, channel).map(|()| Some(case));
            }
        }
        Err(DispatchError::NoSuchRequest(version).into())
    }

    /// Puts a message about a request into a case, and takes what it brings: a request is received, an event is put on
    /// record, an answer is kept.
    ///
    /// # Errors
    /// Says why it was not taken. The message stays filed in the case then, and can be taken again.
    pub async fn take_parcel(
        &self,
        session: &Session,
        case: CaseId,
        message: EntryId,
        register_number: String,
    ) -> Result<Taken, CaseworkError> {
        let state = self.state();
        let (channel, received) = state.channels().received(session.office(), message)?;
        let (key, filed) = (channel.them().node, received.filed.iter().find(|(of, _)| *of == case));
        let opened = self.open_message(session, message).await?;
        let letter = self.read_message(session, message).await?;
        let parcel = Parcel::of_message(&received.header.kind, letter.body.as_ref())?;
        // What does not belong into this case is not put there: its letter would be read with the case from then on.
        self.check_parcel(session, case, &parcel, channel)?;
        let mut entries: Vec<_> = opened.into_iter().collect();
        let filing = match filed {
            Some((_, filing)) => *filing,
            None => {
                let filed = self.put_into_case(session, message, case).await?;
                entries.push(filed);
                filed.entry
            }
        };
        let with = with_handling(&letter, filing);
        let (request, taken) = match parcel {
            Parcel::Request { twin, signature, .. } => {
                let received = Received {
                    twin: twin.0,
                    signature: Some(TwinSignature { bytes: signature.0, key }),
                    original: false,
                    register_number,
                    day: None,
                };
                let taken = self.receive_request(session, case, &received, with).await?;
                (taken.entry, vec![taken])
            }
            Parcel::Events { request, events, print, .. } => {
                let kept = match print {
                    Some(print) => {
                        Some(self.keep_bytes(case, ACKNOWLEDGEMENT, PDF_TYPE, print.as_ref()).await?)
                    }
                    None => None,
                };
                let with = With { files: kept.into_iter().collect(), ..with };
                self.take_events(session, case, request, events, with).await?
            }
            Parcel::Answer { request, event, package, .. } => {
                let kept = self.keep_bytes(case, ANSWER_FILE, "application/x-tar", package.as_ref()).await?;
                let with = With { files: vec![kept], ..with };
                self.take_events(session, case, request, vec![event], with).await?
            }
        };
        entries.extend(taken);
        Ok(Taken { request, entries })
    }

    /// Whether a parcel that came under an agreement may be taken in a case: a request of the party that sent it, or
    /// something about a request there that this party has to do with.
    fn check_parcel(
        &self,
        session: &Session,
        case: CaseId,
        parcel: &Parcel,
        channel: &Channel,
    ) -> Result<(), CaseworkError> {
        let them = channel.them();
        let version = parcel.version()?;
        if let Parcel::Request { twin, signature, .. } = parcel {
            let record = TwinRecord::verify(signature.as_ref(), &them.node, twin.as_ref())?;
            let twin = RequestTwin::from_bytes(twin.as_ref()).map_err(RequestError::from)?;
            let theirs = (record.office, record.country) == (them.office, them.country)
                && twin.request.draft.question.from == them.country;
            return if theirs { Ok(()) } else { Err(DispatchError::OtherOffice.into()) };
        }
        let requests = self.requests(session, case)?;
        let known = requests.iter().find(|known| known.version().digest == version);
        concerns(&self.state(), known.ok_or(DispatchError::NoSuchRequest(version))?, channel)
    }

    /// Lets what the other side says happen to the request that it names.
    async fn take_events(
        &self,
        session: &Session,
        case: CaseId,
        version: Sha256Digest,
        events: Vec<Event>,
        with: With,
    ) -> Result<(EntryId, Vec<Receipt>), CaseworkError> {
        let requests = self.requests(session, case)?;
        let known = requests.iter().find(|known| known.version().digest == version);
        let known = known.ok_or(DispatchError::NoSuchRequest(version))?;
        let theirs = if known.side() == Side::Sender { FROM_RECEIVER } else { FROM_SENDER };
        if let Some(stray) = events.iter().find(|event| !theirs.contains(&event.kind())) {
            return Err(DispatchError::NotTheirs(stray.kind().code()).into());
        }
        let mut pending = Vec::with_capacity(events.len());
        for (at, event) in events.into_iter().enumerate() {
            // What came along belongs to what was told first.
            let files = if at == 0 { with.files.clone() } else { vec![] };
            let with = With { files, ..with.clone() };
            pending.push(self.sign_request_event(session, case, known.id, event, with)?);
        }
        Ok((known.id, self.append(pending).await?))
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
        let known = self.request(session, case, request)?;
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
        let ours = if known.side() == Side::Sender { FROM_SENDER } else { FROM_RECEIVER };
        if let Some(stray) = events.iter().find(|event| !ours.contains(&event.kind())) {
            return Err(DispatchError::NotTheirs(stray.kind().code()).into());
        }
        let measures = vec![word(&known.version().request.draft.question.measure)?];
        let version = known.version().digest;
        let parcel = Parcel::Events { v: PARCEL_VERSION, request: version, events, print: print.map(Bytes) };
        self.message(session, agreement, EVENT_KIND, measures, vec![], known.id, &parcel)
    }

    /// The message that brings what was asked for.
    ///
    /// # Errors
    /// Fails for a request that was not received here, and for a package that is too large to travel.
    #[expect(clippy::too_many_arguments, reason = "what an answer is made of")]
    pub fn answer_message(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        agreement: Sha256Digest,
        said: String,
        outstanding: Option<String>,
        package: &Package,
    ) -> Result<SendWhat, CaseworkError> {
        let known = self.request(session, case, request)?;
        if known.side() != Side::Receiver {
            return Err(DispatchError::NoSuchRequest(known.version().digest).into());
        }
        let tar = package.to_tar()?.to_vec();
        let (day, result) = (self.today(), Some(Sha256Digest::of(&tar)));
        let event = match outstanding {
            Some(outstanding) => Event::ExecutedInPart { day, what: said, outstanding, result },
            None => Event::Executed { day, what: said, result },
        };
        known.after(&event).map_err(Refusal::from)?;
        let measures = vec![word(&known.version().request.draft.question.measure)?];
        let parcel =
            Parcel::Answer { v: PARCEL_VERSION, request: known.version().digest, event, package: Bytes(tar) };
        let data = vec![word(RECORDS)?];
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
            if let Some(file) = files.iter().find(|file| file.name == ANSWER_FILE) {
                return Ok(Package::from_tar(&self.read_object(case, file.sha256).await?)?);
            }
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
        let retain_until = kept.map(|days| self.today().saturating_add(i64::from(days).days()));
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
    let question = &known.version().request.draft.question;
    let other = if known.side() == Side::Sender { question.to } else { question.from };
    let them = channel.them();
    let channels = state.channels();
    let travelled = known.messages.iter().filter_map(|entry| {
        let sent = channels.sent(*entry).map(|(channel, _)| channel);
        sent.or_else(|| channels.filed(*entry).map(|(channel, _)| channel))
    });
    let mut offices = travelled.map(|channel| channel.them().office);
    if them.country == other && offices.next().is_none_or(|office| office == them.office) {
        Ok(())
    } else {
        Err(DispatchError::OtherOffice.into())
    }
}

/// The conditions of a letter for the entries that are made of it, and where it was filed.
fn with_handling(letter: &Letter, filing: EntryId) -> With {
    let handling = letter.label.as_ref().map(|label| label.handling.clone());
    With { handling, ..With::reference(TAKEN_FROM, filing) }
}

fn word(text: &str) -> Result<Token, CaseworkError> {
    text.parse().map_err(|_| Refusal::Body(format!("{text:?} is no word of an agreement")).into())
}

fn about(request: EntryId) -> Result<Vec<Reference>, CaseworkError> {
    Ok(vec![Reference { role: word("about")?, entry: request }])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes from a counterpart is signed for as it was read, so it must be what was written.
    #[test]
    fn a_parcel_has_one_spelling() {
        let day = "2026-11-23".parse().unwrap();
        let events = vec![Event::Acknowledged { day, reference: "IN-1".to_owned() }];
        let parcel = Parcel::Events {
            v: PARCEL_VERSION,
            request: Sha256Digest::of(b"a version"),
            events,
            print: None,
        };
        let mut bytes = to_canonical(&parcel).unwrap();
        assert!(Parcel::read(&bytes).is_ok());
        // The head of a text of four bytes becomes that of a byte string.
        let at = bytes.windows(5).position(|part| part == b"\x64IN-1").unwrap();
        bytes[at] = 0x44;
        assert!(from_canonical::<Parcel>(&bytes).is_ok(), "the reader of events takes it");
        assert!(matches!(Parcel::read(&bytes), Err(DispatchError::NotAParcel(_))));
    }
}

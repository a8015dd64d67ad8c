//! What came about a request is put into a case and taken: in order, once, and only what the other side may say.

use std::sync::Arc;

use comity_channel::Letter;
use comity_record::cbor::from_canonical;
use comity_record::{Bytes, CaseId, EntryId, Sha256Digest};
use comity_request::RequestTwin;
use comity_request::life::{Event, Side};
use comity_store::Store;

use super::parcel::Parcel;
use super::{ANSWER_FILE, DispatchError, concerns, may_say, no_parcel};
use crate::body::{Body as _, office_journal};
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::exchange::{Channel, Found, MessageFiled, Received as Arrived};
use crate::refusal::Refusal;
use crate::request::{
    ACKNOWLEDGEMENT, PDF_TYPE, Received, Request, RequestError, RequestReceived, RequestRecorded,
    RequestRefusal, TAKEN_FROM, TwinRecord, TwinSignature,
};
use crate::state::State;

/// What was taken from a message.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The request in this case.
    pub request: EntryId,
    /// The entries, that of the filing first.
    pub entries: Vec<Receipt>,
}

impl<S: Store> Casework<S> {
    /// Looks into a message about a request, and says where it belongs: the case in which it lies already, or that of
    /// the request of which it tells. `None` for a request that lies in no case yet and can be taken under this number
    /// of the incoming register. The message does not count as opened by that.
    ///
    /// # Errors
    /// Fails for a message that cannot be taken, or tells of a request which the officer does not find in any case.
    pub async fn case_of_parcel(
        &self,
        session: &Session,
        message: EntryId,
        register_number: &str,
    ) -> Result<Option<CaseId>, CaseworkError> {
        let state = self.state();
        let (channel, arrived) = state.channels().received(session.office(), message)?;
        let readable = |case: &CaseId| self.may_read(session, *case).is_ok();
        if let Some(case) = arrived.filed.iter().map(|(case, _)| *case).find(readable) {
            return Ok(Some(case));
        }
        let letter = self.look_into_message(session, message).await?;
        let parcel = Parcel::of_message(&arrived.header.kind, letter.body.as_ref())?;
        let version = parcel.version()?;
        self.first_in_turn(&state, channel, arrived, version).await?;
        if let Parcel::Request { twin, signature, .. } = &parcel {
            of_party(twin.as_ref(), signature.as_ref(), channel)?;
            self.read_received(session, &as_received(twin, signature, channel, register_number.to_owned()))?;
            return Ok(None);
        }
        for case in state.cases().map(|case| case.id).filter(readable) {
            let requests = self.requests(session, case)?;
            if let Some(known) = requests.iter().find(|known| known.version().digest == version) {
                return concerns(&state, known, channel).map(|()| Some(case));
            }
        }
        Err(DispatchError::NoSuchRequest(version).into())
    }

    /// Puts a message about a request into a case, and takes what it brings: a request is received, an event is put on
    /// record, an answer is kept. Messages about one request are taken in the order in which they were sent.
    ///
    /// # Errors
    /// Says why it was not taken. Nothing has been changed then, and the message does not count as opened.
    pub async fn take_parcel(
        &self,
        session: &Session,
        case: CaseId,
        message: EntryId,
        register_number: String,
    ) -> Result<Taken, CaseworkError> {
        let state = self.state();
        let (channel, arrived) = state.channels().received(session.office(), message)?;
        let letter = self.look_into_message(session, message).await?;
        let parcel = Parcel::of_message(&arrived.header.kind, letter.body.as_ref())?;
        // What does not belong into this case is not put there: its letter would be read with the case from then on.
        self.first_in_turn(&state, channel, arrived, parcel.version()?).await?;
        self.may(session, case, MessageFiled::KIND)?;
        let (twin, events) = match &parcel {
            Parcel::Request { twin, signature, .. } => {
                self.may(session, case, RequestReceived::KIND)?;
                of_party(twin.as_ref(), signature.as_ref(), channel)?;
                let received = as_received(twin, signature, channel, register_number);
                self.read_received(session, &received)?;
                (Some(received), vec![])
            }
            Parcel::Events { events, .. } => (None, events.clone()),
            Parcel::Answer { event, .. } => (None, vec![event.clone()]),
        };
        let known = match &twin {
            Some(_) => None,
            None => Some(self.fitting_request(session, case, &parcel, &events, (channel, arrived))?),
        };
        let opened = self.open_message(session, message).await?;
        let mut entries: Vec<_> = opened.into_iter().collect();
        let filing = match arrived.filed.iter().find(|(of, _)| *of == case) {
            Some((_, filing)) => *filing,
            None => {
                let filed = self.put_into_case(session, message, case).await?;
                entries.push(filed);
                filed.entry
            }
        };
        let with = with_handling(&letter, filing);
        let request = match (twin, known) {
            (Some(received), _) => {
                let taken = self.receive_request(session, case, &received, with).await?;
                entries.push(taken);
                taken.entry
            }
            (None, known) => {
                let request = known.ok_or(DispatchError::NotIssued)?.id;
                let (name, media_type, came) = match parcel {
                    Parcel::Events { print, .. } => (ACKNOWLEDGEMENT, PDF_TYPE, print),
                    Parcel::Answer { package, .. } => (ANSWER_FILE, "application/x-tar", package),
                    Parcel::Request { .. } => (ACKNOWLEDGEMENT, PDF_TYPE, None),
                };
                let mut with = with;
                if let Some(came) = came {
                    with.files.push(self.keep_bytes(case, name, media_type, came.as_ref()).await?);
                }
                entries.extend(self.take_events(session, case, (request, message), events, with).await?);
                request
            }
        };
        Ok(Taken { request, entries })
    }

    /// Fails where an earlier message of the counterpart about the same request waits and could be taken now, also under
    /// an agreement that was followed by this one. One that could not be taken holds nothing up.
    async fn first_in_turn(
        &self,
        state: &State,
        channel: &Channel,
        arrived: &Arrived,
        version: Sha256Digest,
    ) -> Result<(), CaseworkError> {
        let known = state.cases().filter(|case| case.office == channel.office);
        let known = known
            .flat_map(|case| case.requests.iter())
            .find(|known| known.versions.iter().any(|of| of.digest == version));
        let same_office =
            |other: &&Channel| (other.office, other.them().office) == (channel.office, channel.them().office);
        let came = state.channels().iter().filter(same_office);
        let came = came.flat_map(|other| other.received.values().map(move |earlier| (other, earlier)));
        for (channel, earlier) in came.filter(|(other, earlier)| before((other, earlier), (channel, arrived)))
        {
            let Found::Letter(digest) = earlier.found else { continue };
            if no_parcel(&earlier.header.kind).is_ok() || was_taken(state, earlier) {
                continue;
            }
            let journal = earlier.filed.last().map_or(office_journal(channel.office), |(case, _)| *case);
            // What cannot be read any more, or is no parcel, is taken by nobody.
            let Ok(bytes) = self.read_object(journal, digest).await else { continue };
            let Ok(letter) = from_canonical::<Letter>(&bytes) else { continue };
            let Ok(parcel) = Parcel::of_message(&earlier.header.kind, letter.body.as_ref()) else { continue };
            if parcel.version().ok() != Some(version) {
                continue;
            }
            let fits = match (&parcel, known) {
                (Parcel::Request { twin, signature, .. }, None) => {
                    of_party(twin.as_ref(), signature.as_ref(), channel).is_ok()
                }
                (Parcel::Events { events, .. }, Some(known)) => {
                    may_say(other_side(known), events).is_ok() && follow(known, events).is_ok()
                }
                (Parcel::Answer { event, .. }, Some(known)) => {
                    known.side() == Side::Sender && follow(known, std::slice::from_ref(event)).is_ok()
                }
                _ => false,
            };
            if fits {
                return Err(DispatchError::TakeFirst(earlier.entry).into());
            }
        }
        Ok(())
    }

    /// The request of a case of which a message tells, if the other side may say so and it can follow now.
    fn fitting_request(
        &self,
        session: &Session,
        case: CaseId,
        parcel: &Parcel,
        events: &[Event],
        (channel, arrived): (&Channel, &Arrived),
    ) -> Result<Arc<Request>, CaseworkError> {
        let version = parcel.version()?;
        let requests = self.requests(session, case)?;
        let known = requests.into_iter().find(|known| known.version().digest == version);
        let known = known.ok_or(DispatchError::NoSuchRequest(version))?;
        let state = self.state();
        concerns(&state, &known, channel)?;
        self.may(session, case, RequestRecorded::KIND)?;
        match (parcel, known.side()) {
            (Parcel::Answer { .. }, Side::Sender) => {}
            (Parcel::Answer { event, .. }, Side::Receiver) => {
                return Err(DispatchError::NotTheirs(event.kind().code()).into());
            }
            _ => may_say(other_side(&known), events).map_err(|e| match e {
                DispatchError::ByAnswer(event) => DispatchError::NotTheirs(event),
                other => other,
            })?,
        }
        if was_taken(&state, arrived) {
            return Err(DispatchError::TakenBefore.into());
        }
        follow(&known, events).map_err(Refusal::from)?;
        Ok(known)
    }

    /// Lets what the other side says happen to a request, once for each message.
    async fn take_events(
        &self,
        session: &Session,
        case: CaseId,
        (request, message): (EntryId, EntryId),
        events: Vec<Event>,
        with: With,
    ) -> Result<Vec<Receipt>, CaseworkError> {
        let mut pending = Vec::with_capacity(events.len());
        for (at, event) in events.into_iter().enumerate() {
            // What came along belongs to what was told first.
            let files = if at == 0 { with.files.clone() } else { vec![] };
            let with = With { files, ..with.clone() };
            pending.push(self.sign_request_event(session, case, request, event, with)?);
        }
        // Two officers may take it at once.
        self.append_made(|state| {
            let (_, arrived) = state.channels().received(session.office(), message)?;
            if was_taken(state, arrived) { Err(DispatchError::TakenBefore.into()) } else { Ok(pending) }
        })
        .await
    }
}

/// A request that came in a message, with the signature that its counterpart's node must have made.
fn as_received(twin: &Bytes, signature: &Bytes, channel: &Channel, register_number: String) -> Received {
    Received {
        twin: twin.0.clone(),
        signature: Some(TwinSignature { bytes: signature.0.clone(), key: channel.them().node }),
        original: false,
        register_number,
        day: None,
    }
}

/// Whether a request is one of the party that sent it.
fn of_party(twin: &[u8], signature: &[u8], channel: &Channel) -> Result<(), CaseworkError> {
    let them = channel.them();
    let record = TwinRecord::verify(signature, &them.node, twin)?;
    let twin = RequestTwin::from_bytes(twin).map_err(RequestError::from)?;
    let theirs = (record.office, record.country) == (them.office, them.country)
        && twin.request.draft.question.from == them.country;
    if theirs { Ok(()) } else { Err(DispatchError::OtherOffice.into()) }
}

/// Whether a message was sent before another: by its place, or by the clock of the office, where it used two channels.
fn before((channel, message): (&Channel, &Arrived), (other, arrived): (&Channel, &Arrived)) -> bool {
    if channel.agreement() == other.agreement() {
        message.header.place < arrived.header.place
    } else {
        message.header.act.timestamp() < arrived.header.act.timestamp()
    }
}

/// The side of the other office.
fn other_side(known: &Request) -> Side {
    match known.side() {
        Side::Sender => Side::Receiver,
        Side::Receiver => Side::Sender,
    }
}

/// Whether events can follow on where a request stands, one after the other.
fn follow(known: &Request, events: &[Event]) -> Result<(), RequestRefusal> {
    let mut life = known.life.clone();
    Ok(events.iter().try_for_each(|event| life.apply(event))?)
}

/// Whether something was taken from a message: an entry of a request names its filing.
fn was_taken(state: &State, arrived: &Arrived) -> bool {
    arrived.filed.iter().any(|(case, filing)| {
        let requests = state.case(*case).map(|case| case.requests.iter());
        requests.into_iter().flatten().any(|request| request.messages.contains(filing))
    })
}

/// The conditions of a letter for the entries that are made of it, and where it was filed.
fn with_handling(letter: &Letter, filing: EntryId) -> With {
    let handling = letter.label.as_ref().map(|label| label.handling.clone());
    With { handling, ..With::reference(TAKEN_FROM, filing) }
}

//! Messages as people see them: what was sent and received, opened, filed into a case, tried again.

use std::collections::BTreeSet;

use comity_channel::{Desk, InboxInput, Letter, LogPosition, OutboxInput, Place, Status};
use comity_record::cbor::from_canonical;
use comity_record::{ActTime, CaseId, EntryId, OfficeId, OfficerId, RecordedTime, Sha256Digest, Token};
use comity_store::{Store, StoredEntry};
use serde::Serialize;

use super::body::{
    Concern, CounterpartAccepted, Found, KINDS, LETTER_FILE, MessageFiled, MessageOpened, MessageTakenUp,
};
use super::channels::{Channel, MessageFate, Received};
use super::error::ExchangeError;
use super::send::reference;
use crate::body::{Body as _, office_journal};
use crate::casework::{Casework, Receipt, Session, With};
use crate::dispatch;
use crate::error::CaseworkError;
use crate::refusal::Refusal;
use crate::state::State;

/// Which way a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// From this office.
    Out,
    /// To this office.
    In,
}

/// A message in a list: what stands on its outside, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// The entry that queued or took it.
    pub entry: EntryId,
    /// Which way it goes.
    pub way: Way,
    /// The agreement.
    pub agreement: Sha256Digest,
    /// The counterpart.
    pub counterpart: OfficeId,
    /// Its place in its direction.
    pub place: Place,
    /// The kind.
    pub kind: Token,
    /// When it was sealed, as its sender says.
    pub act: ActTime,
    /// How far it has come: `waiting`, `given-up`, `received`, `opened`, `refused`; `unread` for one that came and was
    /// not opened yet.
    pub status: &'static str,
    /// By which rule it was refused here.
    pub rule: Option<Token>,
    /// Who opened it here.
    pub opened_by: Option<OfficerId>,
    /// When it was queued, if it is not acknowledged yet.
    pub waits_since: Option<RecordedTime>,
    /// The cases: that which it left, or those that it was put into.
    pub cases: Vec<CaseId>,
    /// The counterpart's receipts, by the entries that file them.
    pub receipts: Vec<EntryId>,
}

impl<S: Store> Casework<S> {
    /// The messages of the officer's office, as they lie in the state: by agreement, direction and place.
    ///
    /// # Errors
    /// Fails when the officer may not read the office's journal.
    pub fn messages(&self, session: &Session) -> Result<Vec<Message>, CaseworkError> {
        self.may(session, office_journal(session.office()), "office.read")?;
        let state = self.state();
        let channels = state.channels().iter().filter(|channel| channel.office == session.office());
        Ok(channels.flat_map(|channel| outgoing(channel).chain(incoming(channel))).collect())
    }

    /// Opens a message for the officer. The first to do so is put on record, and the counterpart gets a receipt that
    /// says so; [`Casework::read_message`] gives the letter.
    ///
    /// # Errors
    /// Fails when the officer may not, or the message was refused.
    pub async fn open_message(
        &self,
        session: &Session,
        message: EntryId,
    ) -> Result<Option<Receipt>, CaseworkError> {
        let journal = office_journal(session.office());
        self.may(session, journal, "message.opened")?;
        let receipts = self
            .append_made(|state| {
                let (channel, received) = state.channels().received(session.office(), message)?;
                match &received.fate {
                    MessageFate::Unread => {}
                    MessageFate::Opened { .. } => return Ok(vec![]),
                    MessageFate::Refused { .. } => return Err(Refusal::MessageState("refused").into()),
                }
                let place = received.header.place;
                let opened = InboxInput::Opened { place, by: session.officer() };
                let (delta, _) =
                    channel.inbox.step(&opened, self.desk(state, 0)).map_err(ExchangeError::from)?;
                let body = MessageOpened { agreement: channel.agreement(), place, delta };
                let with = With { refs: vec![reference("opens", message)], ..With::default() };
                Ok(vec![self.sign(session, journal, &body, with)?])
            })
            .await?;
        if !receipts.is_empty() {
            self.runtime.news.notify_one();
        }
        Ok(receipts.first().copied())
    }

    /// The letter of a message that was opened before.
    ///
    /// # Errors
    /// Fails when the officer may not read it, nobody has opened it, or its content was destroyed.
    pub async fn read_message(&self, session: &Session, message: EntryId) -> Result<Letter, CaseworkError> {
        let state = self.state();
        let (_, received) = state.channels().received(session.office(), message)?;
        match received.fate {
            MessageFate::Opened { .. } => {}
            MessageFate::Unread => return Err(Refusal::MessageState("not opened yet").into()),
            MessageFate::Refused { .. } => return Err(Refusal::MessageState("refused").into()),
        }
        self.letter_of(session, received).await
    }

    /// The letter of a message for a command that asks whether what it brings can be taken. Nobody is shown it by that,
    /// so it does not count as opened.
    pub(crate) async fn look_into_message(
        &self,
        session: &Session,
        message: EntryId,
    ) -> Result<Letter, CaseworkError> {
        let state = self.state();
        let (_, received) = state.channels().received(session.office(), message)?;
        match received.fate {
            MessageFate::Opened { .. } => {}
            MessageFate::Unread => {
                self.may(session, office_journal(session.office()), MessageOpened::KIND)?;
            }
            MessageFate::Refused { .. } => return Err(Refusal::MessageState("refused").into()),
        }
        self.letter_of(session, received).await
    }

    async fn letter_of(&self, session: &Session, received: &Received) -> Result<Letter, CaseworkError> {
        let Found::Letter(letter) = received.found else { return Err(ExchangeError::NoLetter.into()) };
        let journal = self.where_to_read(session, received)?;
        let bytes = match self.read_object(journal, letter).await {
            Err(CaseworkError::Refused(Refusal::UnknownFile(_))) => {
                return Err(ExchangeError::NoLetter.into());
            }
            read => read?,
        };
        Ok(from_canonical(&bytes)?)
    }

    /// Puts a message into a case. Its letter belongs to the case from then on, under the conditions that came with it,
    /// and is read and forgotten with the case; the office's journal keeps the sealed form and the receipts.
    ///
    /// # Errors
    /// Fails when the officer may not read it or write into the case, or nobody has opened it; and for what belongs to
    /// a request, which [`Casework::take_parcel`] puts where that is.
    pub async fn file_message(
        &self,
        session: &Session,
        message: EntryId,
        case: CaseId,
    ) -> Result<Receipt, CaseworkError> {
        let state = self.state();
        let (_, received) = state.channels().received(session.office(), message)?;
        dispatch::no_parcel(&received.header.kind)?;
        self.put_into_case(session, message, case).await
    }

    /// As [`Casework::file_message`], whatever the message is.
    pub(crate) async fn put_into_case(
        &self,
        session: &Session,
        message: EntryId,
        case: CaseId,
    ) -> Result<Receipt, CaseworkError> {
        self.may(session, case, "message.filed")?;
        let letter = self.read_message(session, message).await?;
        let label = letter.label.clone().ok_or(ExchangeError::NoLetter)?;
        let bytes = comity_record::cbor::to_canonical(&letter)?;
        let kept = self.keep_bytes(case, LETTER_FILE, "application/cbor", &bytes).await?;
        let journal = office_journal(session.office());
        let moved = self.keys_of_file(journal, Sha256Digest::of(&bytes)).await?;
        let receipts = self
            .append_made(|state| {
                let (_, received) = state.channels().received(session.office(), message)?;
                let with = With {
                    handling: Some(label.handling.clone()),
                    refs: vec![reference("files", message)],
                    files: vec![kept.clone()],
                    ..With::default()
                };
                let mut filed = self.sign(session, case, &MessageFiled {}, with)?;
                if received.filed.is_empty() && !needed_elsewhere(state, session.office(), received) {
                    filed.wraps.extend(moved.clone());
                }
                Ok(vec![filed])
            })
            .await?;
        Ok(receipts[0])
    }

    /// Has a message that was given up tried again.
    ///
    /// # Errors
    /// Fails when no message at this place waits for a decision.
    pub async fn take_up(
        &self,
        session: &Session,
        agreement: Sha256Digest,
        place: Place,
    ) -> Result<Receipt, CaseworkError> {
        let receipts = self
            .append_made(|state| {
                let channel = state.channels().of_office(session.office(), agreement)?;
                let input = OutboxInput::TakeUp { place, now: self.recorded_now(state) };
                let (delta, _) = channel.outbox.step(&input).map_err(ExchangeError::from)?;
                let body = MessageTakenUp { agreement, place, delta };
                Ok(vec![self.sign(session, office_journal(session.office()), &body, With::default())?])
            })
            .await?;
        self.runtime.news.notify_one();
        Ok(receipts[0])
    }

    /// Accepts how things stand with a counterpart after somebody has looked into a concern. Where its log was
    /// restored, it is cosigned again from there; where its messages go on in a life that joins nothing, they are taken
    /// from there.
    ///
    /// # Errors
    /// Fails when there is no such concern, or it was accepted already.
    pub async fn accept_concern(
        &self,
        session: &Session,
        concern: EntryId,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let receipts = self
            .append_made(|state| {
                let mut channels =
                    state.channels().iter().filter(|channel| channel.office == session.office());
                let found = channels.find_map(|channel| Some((channel, channel.concerns.get(&concern)?)));
                let (channel, raised) = found.ok_or(Refusal::UnknownEntry(concern))?;
                let delta = match raised.concern {
                    Concern::UnknownPast { place } => {
                        let input = InboxInput::AcceptLife { incarnation: place.incarnation };
                        channel.inbox.step(&input, self.desk(state, 0)).map_err(ExchangeError::from)?.0
                    }
                    _ => comity_channel::InboxDelta::default(),
                };
                let body =
                    CounterpartAccepted { agreement: channel.agreement(), reason: reason.clone(), delta };
                let with = With { refs: vec![reference("accepts", concern)], ..With::default() };
                Ok(vec![self.sign(session, office_journal(session.office()), &body, with)?])
            })
            .await?;
        self.runtime.news.notify_one();
        Ok(receipts[0])
    }

    /// Where a step of an inbox takes place whose first receipt stands in the entry after so many others.
    pub(super) fn desk(&self, state: &State, after: usize) -> Desk<'_> {
        let index = state.size().saturating_add(u64::try_from(after).unwrap_or(u64::MAX));
        Desk {
            now: self.recorded_now(state),
            position: LogPosition { incarnation: state.incarnation(), index },
            node: self.keyring.signing(),
        }
    }

    /// The journal in which the officer may read the letter of a message: a case that it was put into, or the office's
    /// own as long as it is in none.
    fn where_to_read(&self, session: &Session, received: &Received) -> Result<CaseId, CaseworkError> {
        let journal = office_journal(session.office());
        let Some((last, _)) = received.filed.last() else {
            return self.may(session, journal, "message.read").map(|()| journal);
        };
        for (case, _) in &received.filed {
            match self.may(session, *case, "case.read") {
                Ok(()) => return Ok(*case),
                Err(CaseworkError::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        self.may(session, *last, "case.read").map(|()| *last)
    }

    /// Whether an officer may read the files of an entry. Those of a message in the journal of the office are for fewer
    /// people than the journal.
    pub(crate) fn may_read_files(
        &self,
        session: &Session,
        stored: &StoredEntry,
    ) -> Result<(), CaseworkError> {
        if stored.case == office_journal(session.office()) && KINDS.contains(&stored.kind.as_str()) {
            return self.may(session, stored.case, "message.read");
        }
        self.may_read(session, stored.case)
    }
}

/// Whether another message that is in no case yet has the same letter.
fn needed_elsewhere(state: &State, office: OfficeId, of: &Received) -> bool {
    let mut channels = state.channels().iter().filter(|channel| channel.office == office);
    channels.any(|channel| {
        let mut received = channel.received.values();
        received.any(|other| other.entry != of.entry && other.filed.is_empty() && other.found == of.found)
            || channel.held.values().any(|held| held.found == of.found)
    })
}

/// Letters of the office's journals that went with the cases that they were put into: the journal need not have a key
/// of them any more.
pub(crate) fn moved_letters(state: &State) -> BTreeSet<(CaseId, Sha256Digest)> {
    let received = state.channels().iter().flat_map(|channel| {
        let filed = channel.received.values().filter(|received| !received.filed.is_empty());
        filed.map(|received| (office_journal(channel.office), &received.found))
    });
    received
        .filter_map(|(journal, found)| match found {
            Found::Letter(letter) => Some((journal, *letter)),
            Found::Refused(_) => None,
        })
        .collect()
}

fn outgoing(channel: &Channel) -> impl Iterator<Item = Message> {
    channel.sent.values().map(|sent| {
        let items = channel.outbox.items();
        let at = items.binary_search_by_key(&sent.header.place, |item| item.place);
        let item = at.ok().map(|at| &items[at]);
        Message {
            entry: sent.entry,
            way: Way::Out,
            agreement: channel.agreement(),
            counterpart: channel.them().office,
            place: sent.header.place,
            kind: sent.header.kind.clone(),
            act: sent.header.act.clone(),
            status: match channel.status(sent) {
                Status::Waiting => "waiting",
                Status::GivenUp => "given-up",
                Status::Received => "received",
                Status::Opened => "opened",
                Status::Refused => "refused",
            },
            rule: None,
            opened_by: None,
            waits_since: item.filter(|item| !item.status.is_settled()).map(|item| item.queued),
            cases: vec![sent.case],
            receipts: sent.receipts.clone(),
        }
    })
}

fn incoming(channel: &Channel) -> impl Iterator<Item = Message> {
    channel.received.values().map(|received| {
        let (status, rule, opened_by) = match &received.fate {
            MessageFate::Unread => ("unread", None, None),
            MessageFate::Opened { by, .. } => ("opened", None, Some(*by)),
            MessageFate::Refused { rule, .. } => ("refused", Some(rule.clone()), None),
        };
        Message {
            entry: received.entry,
            way: Way::In,
            agreement: channel.agreement(),
            counterpart: channel.them().office,
            place: received.header.place,
            kind: received.header.kind.clone(),
            act: received.header.act.clone(),
            status,
            rule,
            opened_by,
            waits_since: None,
            cases: received.filed.iter().map(|(case, _)| *case).collect(),
            receipts: vec![],
        }
    })
}

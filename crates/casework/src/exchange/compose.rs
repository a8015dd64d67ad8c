//! What this node gives a counterpart: its sheet, the receipts that are lacking there, its keys, and what is due.

use std::time::Duration;

use comity_channel::{
    GRACE_DAYS, Lacks, MAX_CARRIED_BYTES, MAX_HELD, OutboxDelta, OutboxInput, OutboxOutput, Part,
    SHEET_VERSION, Sheet, Status, write_bundle,
};
use comity_record::sign::VerifyingKey;
use comity_record::{Bytes, EntryId, RecordedTime, Sha256Digest};
use comity_store::Store;
use jiff::ToSpan as _;

use super::body::{MessageGivenUp, MessageOpened, MessageReceived, MessageRefused};
use super::channels::Channel;
use super::error::ExchangeError;
use crate::body::{Body as _, office_journal};
use crate::casework::{Casework, Session, With};
use crate::error::CaseworkError;
use crate::refusal::Refusal;

/// Bytes of messages that one exchange carries, but for the last of them: a slow line of a counterpart gets through it
/// before it breaks.
pub const MAX_TURN_BYTES: usize = 8 << 20;
/// Bytes of one exchange: [`MAX_TURN_BYTES`], one more message of the longest kind, and all else that there may be.
pub const MAX_EXCHANGE_BYTES: usize = 14 << 20;
/// Receipts that one exchange carries; there is always a next one.
const MAX_RECEIPTS: usize = 256;

/// A counterpart that can be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// Where its node is reached: `host:port`.
    pub address: String,
    /// The key that whoever answers there has to have.
    pub node: VerifyingKey,
}

/// What was written for a counterpart, to be carried there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The bundle.
    pub bytes: Vec<u8>,
    /// How many messages are in it.
    pub messages: usize,
    /// How many are not acknowledged, those in it among them.
    pub waiting: usize,
}

/// For what something is composed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    /// A call to the counterpart: what is due.
    Call,
    /// An answer to it: it is there, and gets everything that waits.
    Answer,
    /// A medium: everything that waits, with all that explains it.
    Medium,
}

impl<S: Store> Casework<S> {
    /// Whether a key is that of a counterpart under an agreement that is filed here.
    pub fn knows_peer(&self, key: &VerifyingKey) -> bool {
        self.state().channels().iter().any(|channel| channel.them().node == *key)
    }

    /// Answers a counterpart whose node has this key: takes what it gives, makes it durable, and gives what is due.
    ///
    /// # Errors
    /// Refuses, whole, what is not well formed or not of that node.
    pub async fn exchange(&self, peer: VerifyingKey, bytes: &[u8]) -> Result<Vec<u8>, CaseworkError> {
        let (sheet, _) = self.take_turn(bytes, Some(peer), MAX_EXCHANGE_BYTES).await?;
        Ok(self.composed(sheet.agreement, For::Answer).await?.0)
    }

    /// What is to be given to the counterpart of an agreement now.
    ///
    /// # Errors
    /// Fails when no such agreement is filed here, or the store fails.
    pub async fn compose(&self, agreement: Sha256Digest) -> Result<Vec<u8>, CaseworkError> {
        Ok(self.composed(agreement, For::Call).await?.0)
    }

    /// What waits for the counterpart of an agreement, to be carried there: as many messages as it can hold.
    ///
    /// # Errors
    /// Fails when the officer may not operate channels, or the office has filed no such agreement.
    pub async fn compose_carried(
        &self,
        session: &Session,
        agreement: Sha256Digest,
    ) -> Result<Carried, CaseworkError> {
        self.may_operate(session)?;
        self.state().channels().of_office(session.office(), agreement)?;
        let (bytes, messages) = self.composed(agreement, For::Medium).await?;
        let state = self.state();
        let items = state.channels().get(agreement)?.outbox.items();
        let waiting = items.iter().filter(|item| !item.status.is_settled()).count();
        Ok(Carried { bytes, messages, waiting })
    }

    /// Whether an officer may operate channels: carry messages, call counterparts, renew keys.
    ///
    /// # Errors
    /// Fails when the policies do not allow it.
    pub fn may_operate(&self, session: &Session) -> Result<(), CaseworkError> {
        self.may(session, office_journal(session.office()), "channel.operated")
    }

    /// The counterparts that can be called now: those with an address, as long as anything can come of it.
    pub fn destinations(&self) -> Vec<Destination> {
        let today = self.channel_day();
        let state = self.state();
        let callable = |channel: &&Channel| {
            let until = channel.agreed.agreement().valid_until;
            let over = channel.ended_by.is_some() || until.saturating_add(GRACE_DAYS.days()) < today;
            !over || channel.outbox.items().iter().any(|item| !item.status.is_settled())
        };
        let destination = |channel: &Channel| {
            let address = channel.address.clone()?;
            Some(Destination { agreement: channel.agreement(), address, node: channel.them().node })
        };
        state.channels().iter().filter(callable).filter_map(destination).collect()
    }

    /// When something is due for the counterpart of an agreement, in a time that is not set back with the clock; none,
    /// if nothing waits.
    ///
    /// # Errors
    /// Fails when no such agreement is filed here.
    pub fn next_due(&self, agreement: Sha256Digest) -> Result<Option<RecordedTime>, CaseworkError> {
        let state = self.state();
        let channel = state.channels().get(agreement)?;
        let now = self.steady_now();
        Ok(self.runtime.peer(agreement, |peer| peer.outbox(channel, now, false)).next_due())
    }

    /// In how long something is due for the counterpart of an agreement: at once, if it is overdue.
    ///
    /// # Errors
    /// Fails when no such agreement is filed here.
    pub fn due_in(&self, agreement: Sha256Digest) -> Result<Option<Duration>, CaseworkError> {
        let now = self.steady_now().as_millisecond();
        let due = self.next_due(agreement)?.map(|due| due.as_millisecond().saturating_sub(now));
        Ok(due.map(|ms| Duration::from_millis(u64::try_from(ms).unwrap_or(0))))
    }

    /// The bundle, and how many messages are in it.
    async fn composed(&self, agreement: Sha256Digest, to: For) -> Result<(Vec<u8>, usize), CaseworkError> {
        self.give_up(agreement).await?;
        let state = self.state();
        let channel = state.channels().get(agreement)?;
        let envelopes = self.due(channel, to).await?;
        let receipts = self.lacking(channel, to).await?;
        let quiet = envelopes.is_empty() && receipts.is_empty();
        // The log is shown when nothing else is to be said: else every message would be seen one by one.
        let (at, cosign) = if quiet || to == For::Medium {
            self.cosign_request(&state, channel)?
        } else {
            (self.sheet_time(&state, state.size()), None)
        };
        // Whoever carries messages is another program run each time: the answer is the last one that was given.
        let again = channel.given.clone().filter(|_| to == For::Medium);
        let cosigned = self.runtime.peer(agreement, |peer| peer.owed.take()).or(again);
        let head = &channel.outbox.head().receipts;
        let sheet = Sheet {
            v: SHEET_VERSION,
            agreement,
            office: channel.office,
            at,
            standing: channel.inbox.standing(state.incarnation()),
            lacks: Lacks { incarnation: head.incarnation, from: head.next },
            keys: channel.peer_keys.number(),
            cosign,
            cosigned,
        };
        let sheet = sheet.sign(self.keyring.signing()).map_err(ExchangeError::from)?;
        let mut parts = vec![Part::Sheet(sheet)];
        if to == For::Medium {
            parts.push(Part::Agreement(channel.signed.to_bytes().map_err(ExchangeError::from)?));
        }
        let told = self.runtime.peer(agreement, |peer| peer.keys).unwrap_or(0);
        if let Some((number, bundle)) = &channel.announced
            && *number > told
        {
            parts.push(Part::Keys(bundle.0.clone()));
        }
        parts.extend(receipts.into_iter().map(Part::Receipt));
        let messages = envelopes.len();
        parts.extend(envelopes.into_iter().map(Part::Envelope));
        Ok((write_bundle(&parts).map_err(ExchangeError::from)?, messages))
    }

    /// The sealed messages that go now, as far as they fit. Their attempts are counted.
    async fn due(&self, channel: &Channel, to: For) -> Result<Vec<Vec<u8>>, CaseworkError> {
        let agreement = channel.agreement();
        let (ids, tried) = match to {
            For::Medium => (waiting(channel), OutboxDelta::default()),
            For::Call | For::Answer => {
                let now = self.steady_now();
                let draw = u64::from_be_bytes(self.entropy.draw());
                let outbox =
                    self.runtime.peer(agreement, |peer| peer.outbox(channel, now, to == For::Answer));
                let tick = outbox.step(&OutboxInput::Tick { now, draw });
                let (delta, outputs) = tick.map_err(ExchangeError::from)?;
                let sent = outputs.into_iter().find_map(|output| match output {
                    OutboxOutput::Send(ids) => Some(ids),
                    _ => None,
                });
                (sent.unwrap_or_default(), delta)
            }
        };
        // One that is longer than what is left goes all the same, if it is the first: else it would never go.
        let most = if to == For::Medium { MAX_CARRIED_BYTES / 2 } else { MAX_TURN_BYTES };
        let journal = office_journal(channel.office);
        let (mut bytes, mut envelopes, mut gone) = (0, Vec::new(), Vec::new());
        let (mut left_over, mut unreadable) = (false, false);
        for id in ids {
            if bytes >= most {
                left_over = true;
                break;
            }
            match self.read_object(journal, id).await {
                Ok(envelope) => {
                    bytes += envelope.len();
                    envelopes.push(envelope.to_vec());
                    gone.push(id);
                }
                // A vault that was not restored whole. What waits behind it could not be delivered before it; the rest
                // of the exchange goes on, and the message is told of as one that nobody acknowledges.
                Err(error) => {
                    tracing::warn!(%error, envelope = %id, "a message that waits cannot be read");
                    unreadable = true;
                    break;
                }
            }
        }
        // What waits behind one that cannot be read is tried with it, and as seldom.
        let tried = tried.items.into_iter().filter(|item| unreadable || gone.contains(&item.envelope));
        let items = tried.collect();
        self.runtime.peer(agreement, |peer| {
            peer.tried(&OutboxDelta { items, ..OutboxDelta::default() });
            peer.left_over = left_over;
        });
        Ok(envelopes)
    }

    /// Our receipts that the counterpart lacks, as far as it has said so. To a medium go the last ones, whatever it has.
    async fn lacking(&self, channel: &Channel, to: For) -> Result<Vec<Vec<u8>>, CaseworkError> {
        let agreement = channel.agreement();
        let (lacks, given) = self.runtime.peer(agreement, |peer| (peer.lacks, peer.receipts_given));
        let from = match (lacks, to) {
            (Some(lacks), _) => lacks,
            (None, For::Medium) => {
                let first = channel.receipts.keys().rev().nth(MAX_RECEIPTS - 1);
                let (incarnation, from) = first.copied().unwrap_or_default();
                Lacks { incarnation, from }
            }
            (None, _) => return Ok(vec![]),
        };
        let wanted = channel.receipts.range((from.incarnation, from.from)..).take(MAX_RECEIPTS);
        let (mut entry_of_last, mut of_entry) = (None, Vec::new());
        let mut receipts = Vec::new();
        for (entry, n) in wanted.map(|(_, at)| *at) {
            // One entry may tell of several receipts, which follow each other.
            if entry_of_last != Some(entry) {
                of_entry = self.receipts_in(entry).await?;
                entry_of_last = Some(entry);
            }
            let receipt = of_entry.get(n).ok_or(Refusal::UnknownEntry(entry))?;
            receipts.push(receipt.0.clone());
        }
        if !receipts.is_empty() && given != Some(from) {
            self.runtime.peer(agreement, |peer| peer.receipts_given = Some(from));
        }
        Ok(receipts)
    }

    /// The receipts that an entry tells of.
    async fn receipts_in(&self, entry: EntryId) -> Result<Vec<Bytes>, CaseworkError> {
        let stored = self.store.entry(entry).await?.ok_or(Refusal::UnknownEntry(entry))?;
        let (_, content) = self.read_stored(&stored).await?;
        let content = content.ok_or(Refusal::UnknownEntry(entry))?;
        let delta = match stored.kind.as_str() {
            MessageReceived::KIND => content.read::<MessageReceived>()?.delta,
            MessageRefused::KIND => Some(content.read::<MessageRefused>()?.delta),
            MessageOpened::KIND => Some(content.read::<MessageOpened>()?.delta),
            _ => None,
        };
        Ok(delta.map(|delta| delta.receipts).unwrap_or_default())
    }

    /// Puts on record that messages were not acknowledged for so long that a person has to decide.
    async fn give_up(&self, agreement: Sha256Digest) -> Result<(), CaseworkError> {
        self.append_made(|state| {
            let channel = state.channels().get(agreement)?;
            if !self.believes_clock(state) {
                return Ok(vec![]);
            }
            // By the clock itself: the time of entries is ahead of it where it was set back.
            let now = RecordedTime::at(self.clock.now());
            let tick = OutboxInput::Tick { now, draw: 0 };
            let (delta, _) = channel.outbox.step(&tick).map_err(ExchangeError::from)?;
            let items: Vec<_> =
                delta.items.into_iter().filter(|item| item.status == Status::GivenUp).collect();
            if items.is_empty() {
                return Ok(vec![]);
            }
            let delta = OutboxDelta { items, ..OutboxDelta::default() };
            let body = MessageGivenUp { agreement, delta };
            Ok(vec![self.by_node(state, channel.office, &body, With::default())?])
        })
        .await
        .map(drop)
    }
}

/// What waits and may be carried now, whenever it is due. A courier comes seldom, so that it is as many as the receiver
/// holds and not as few as are on their way by the network.
fn waiting(channel: &Channel) -> Vec<Sha256Digest> {
    let open: Vec<_> = channel.outbox.items().iter().filter(|item| !item.status.is_settled()).collect();
    let life = open.first().map(|item| item.place.incarnation);
    open.into_iter()
        .take(usize::try_from(MAX_HELD).unwrap_or(usize::MAX))
        .take_while(|item| item.status == Status::Waiting && Some(item.place.incarnation) == life)
        .map(|item| item.envelope)
        .collect()
}

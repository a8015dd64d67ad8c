//! The inbox: each message once, in the order in which it was sent, with a receipt for each.
//!
//! A state machine like the [outbox](crate::Outbox): `step(state, input)` gives an [`InboxDelta`] and what to do, the
//! caller writes the delta, the envelope and the entry in one transaction. The receipts are part of the delta: they
//! are signed before anything is answered, and the same question always gets the same receipt.

use comity_record::sign::SigningKey;
use comity_record::{Bytes, Coded, OfficeId, OfficerId, RecordedTime, Sha256Digest, Token};
use serde::{Deserialize, Serialize};

use crate::agreement::{Agreed, AgreementError};
use crate::envelope::{Header, Place};
use crate::receipt::{Fate, LogPosition, RECEIPT_VERSION, Receipt, ReceiptError, SignedReceipt};

/// How far ahead of its turn a message is held. Beyond it is not stored: who sends it will send it again, and nobody
/// fills our disk with messages whose turn never comes.
pub const MAX_HELD: u64 = 64;

/// How many messages are remembered one by one, to answer one that comes again, and those of them above it that nobody
/// has opened. Others that are older are in the journal, and are not delivered again either.
pub const KEPT_TAKEN: usize = 4096;

/// Why an input is refused. The state is as before.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum InboxError {
    /// The office is not a party.
    #[error(transparent)]
    Agreement(#[from] AgreementError),
    /// The receipt cannot be made.
    #[error(transparent)]
    Receipt(#[from] ReceiptError),
    /// The envelope belongs to another channel.
    #[error("the envelope belongs to another channel")]
    OtherChannel,
    /// No message was delivered at this place.
    #[error("no message was delivered at this place")]
    NotDelivered,
    /// Our own log is in an earlier life than the last receipt says.
    #[error("life {found} of the log is earlier than {known}")]
    Incarnation {
        /// The life of the last receipt.
        known: u32,
        /// The life that was given.
        found: u32,
    },
}

/// The state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inbox {
    head: InboxHead,
    taken: Vec<Taken>,
    held: Vec<Held>,
}

/// The part of the state that is one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InboxHead {
    /// Under which agreement.
    pub agreement: Sha256Digest,
    /// Whose messages these are.
    pub sender: OfficeId,
    /// Whose inbox this is.
    pub recipient: OfficeId,
    /// The place that comes next.
    pub next: Place,
    /// The last message delivered.
    pub last: Option<Sha256Digest>,
    /// The life of our own log at the last receipt.
    pub incarnation: u32,
    /// The number with which that life began.
    pub life_from: u64,
    /// The number of the next receipt.
    pub next_receipt: u64,
    /// The digest of the last receipt.
    pub last_receipt: Option<Sha256Digest>,
}

/// A message that was delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// Its place.
    pub place: Place,
    /// The envelope.
    pub envelope: Sha256Digest,
    /// The receipt that says `received`.
    pub receipt: Sha256Digest,
    /// Whether it was opened or refused since: then nothing more will be said of it.
    pub decided: bool,
}

/// A message that came before its turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// Its place.
    pub place: Place,
    /// The envelope.
    pub envelope: Sha256Digest,
    /// The envelope that it says comes before it.
    pub previous: Option<Sha256Digest>,
}

/// What happened.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum InboxInput<'a> {
    /// An envelope came whose signature holds.
    Arrived {
        /// Its digest.
        envelope: Sha256Digest,
        /// Its header.
        header: &'a Header,
    },
    /// An officer saw what was inside, for the first time.
    Opened {
        /// The message.
        place: Place,
        /// The officer.
        by: OfficerId,
    },
    /// It could not be opened, or the agreement does not allow it.
    Refused {
        /// The message.
        place: Place,
        /// The rule.
        rule: Token,
    },
    /// A person accepts that the sender goes on in a life whose beginning does not join what we have.
    AcceptLife {
        /// The life of the sender's log.
        incarnation: u32,
    },
}

/// When and where a step takes place, and who signs for it.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The time.
    pub now: RecordedTime,
    /// Where in our log the first receipt of this step will stand; further ones follow it.
    pub position: LogPosition,
    /// The node's key.
    pub node: &'a SigningKey,
}

/// Where a receiver stands: told in every answer, over an authenticated connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// The life of its log.
    pub incarnation: u32,
    /// The number of the first receipt of that life.
    pub receipts_from: u64,
    /// The place that it expects next.
    pub expects: Place,
}

/// What changes. To be written in one transaction with what caused it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InboxDelta {
    /// The new head, where it changes.
    pub head: Option<InboxHead>,
    /// Messages delivered, or decided.
    pub taken: Vec<Taken>,
    /// Messages that are no longer remembered one by one.
    pub forgotten: Vec<Place>,
    /// Messages held for later.
    pub held: Vec<Held>,
    /// Messages that are no longer held.
    pub released: Vec<Place>,
    /// The receipts that were signed, in the order of their numbers.
    pub receipts: Vec<Bytes>,
}

/// What to do, after the delta is durable.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InboxOutput {
    /// Open this message now; it is its turn.
    Deliver {
        /// Its place.
        place: Place,
        /// Its envelope.
        envelope: Sha256Digest,
    },
    /// It came before; answer with this receipt again.
    Again {
        /// The receipt that says `received`.
        receipt: Sha256Digest,
    },
    /// It came before, longer ago than is remembered here; the receipt is in the journal.
    LongAgo(Place),
    /// It came before its turn and is kept.
    Held(Place),
    /// It came so far before its turn that it is not kept.
    TooFar(Place),
    /// Tell a person, and keep both envelopes: the sender signed two different messages for one place.
    Fork {
        /// The place.
        place: Place,
        /// The envelope that we know.
        known: Sha256Digest,
        /// The other one.
        other: Sha256Digest,
    },
    /// Tell a person, and keep the envelope: it does not follow from the one that we have before it.
    Broken {
        /// The place.
        place: Place,
        /// The envelope.
        envelope: Sha256Digest,
    },
    /// Tell a person: the sender's node was restored from a backup.
    CounterpartRestored {
        /// The life that ended.
        from: u32,
        /// The life that began.
        to: u32,
        /// How many messages that we have from it the sender no longer knows.
        forgotten_by_sender: u64,
    },
    /// The sender's new life begins after a message that we do not have. It is asked for what is missing.
    UnknownPast(Place),
    /// Tell a person: a message of a life of the sender's log that is over.
    Superseded(Place),
}

type Step = Result<(InboxDelta, Vec<InboxOutput>), InboxError>;

impl Inbox {
    /// An inbox of `recipient` that has received nothing yet.
    pub fn new(agreed: &Agreed, recipient: OfficeId) -> Result<Self, InboxError> {
        let sender = agreed.agreement().counterpart(recipient)?.office;
        let head = InboxHead {
            agreement: agreed.digest(),
            sender,
            recipient,
            next: Place { incarnation: 0, counter: 0 },
            last: None,
            incarnation: 0,
            life_from: 0,
            next_receipt: 0,
            last_receipt: None,
        };
        Ok(Self { head, taken: vec![], held: vec![] })
    }

    /// The state as it was stored: the head and the rows, in any order.
    pub fn restore(head: InboxHead, mut taken: Vec<Taken>, mut held: Vec<Held>) -> Self {
        taken.sort_by_key(|row| row.place);
        held.sort_by_key(|row| row.place);
        Self { head, taken, held }
    }

    /// The part of the state that is one row.
    pub fn head(&self) -> &InboxHead {
        &self.head
    }

    /// The messages delivered, in order.
    pub fn taken(&self) -> &[Taken] {
        &self.taken
    }

    /// The messages held for later.
    pub fn held(&self) -> &[Held] {
        &self.held
    }

    /// The place that is expected next.
    pub fn expects(&self) -> Place {
        self.head.next
    }

    /// What a receiver whose log is in this life tells the sender in every answer.
    pub fn standing(&self, incarnation: u32) -> Standing {
        // A life that has signed no receipt yet will go on from the last one that it knows.
        let begun = incarnation == self.head.incarnation;
        let receipts_from = if begun { self.head.life_from } else { self.head.next_receipt };
        Standing { incarnation, receipts_from, expects: self.head.next }
    }

    /// One step. Nothing is changed: the caller stores the delta and then calls [`Inbox::apply`].
    pub fn step(&self, input: &InboxInput<'_>, desk: Desk<'_>) -> Step {
        match input {
            InboxInput::Arrived { envelope, header } => self.arrived(*envelope, header, desk),
            InboxInput::Opened { place, by } => self.decided(*place, Fate::Opened { by: *by }, desk),
            InboxInput::Refused { place, rule } => {
                self.decided(*place, Fate::Refused { rule: rule.clone() }, desk)
            }
            InboxInput::AcceptLife { incarnation } => Ok(self.accept_life(*incarnation)),
        }
    }

    /// Applies a delta that is durable.
    pub fn apply(&mut self, delta: &InboxDelta) {
        if let Some(head) = &delta.head {
            self.head = head.clone();
        }
        for row in &delta.taken {
            match self.taken.binary_search_by_key(&row.place, |known| known.place) {
                Ok(at) => self.taken[at] = row.clone(),
                Err(at) => self.taken.insert(at, row.clone()),
            }
        }
        // Deltas of earlier versions name messages that nobody has opened, too. They can be opened all the same.
        self.taken.retain(|row| !row.decided || !delta.forgotten.contains(&row.place));
        self.held.extend(delta.held.iter().cloned());
        self.held.sort_by_key(|row| row.place);
        self.held.retain(|row| !delta.released.contains(&row.place));
    }

    fn arrived(&self, envelope: Sha256Digest, header: &Header, desk: Desk<'_>) -> Step {
        let head = &self.head;
        if (header.agreement, header.sender, header.recipient)
            != (head.agreement, head.sender, head.recipient)
        {
            return Err(InboxError::OtherChannel);
        }
        let (place, next) = (header.place, head.next);
        let arrived = Held { place, envelope, previous: header.previous };
        if place < next {
            return Ok(only(self.earlier(place, envelope)));
        }
        if place.incarnation > next.incarnation {
            return self.later_life(arrived, desk);
        }
        if place > next {
            return Ok(self.ahead(arrived));
        }
        if !self.joins(&arrived) {
            return Ok(only(InboxOutput::Broken { place, envelope }));
        }
        self.deliver(arrived, vec![], desk)
    }

    /// A place that has had its turn.
    fn earlier(&self, place: Place, envelope: Sha256Digest) -> InboxOutput {
        match self.find(place) {
            Some(known) if known.envelope == envelope => InboxOutput::Again { receipt: known.receipt },
            Some(known) => InboxOutput::Fork { place, known: known.envelope, other: envelope },
            None if self.had_its_turn(place) => InboxOutput::LongAgo(place),
            None => InboxOutput::Superseded(place),
        }
    }

    /// Whether a message was delivered for a place that is no longer remembered: one behind it in its life was.
    fn had_its_turn(&self, place: Place) -> bool {
        let behind = self.taken.partition_point(|row| row.place < place);
        let in_its_life = |row: &Taken| row.place.incarnation == place.incarnation;
        self.taken.get(behind).is_some_and(|row| behind == 0 || in_its_life(row))
    }

    /// How many messages were delivered from this row on, those between them that are no longer remembered included.
    fn delivered_from(&self, at: usize) -> u64 {
        let mut before = at.checked_sub(1).map(|before| self.taken[before].place);
        let mut count = 0;
        for Taken { place, .. } in &self.taken[at..] {
            let in_life = before.filter(|before| before.incarnation == place.incarnation);
            count += in_life.map_or(place.counter + 1, |before| place.counter - before.counter);
            before = Some(*place);
        }
        count
    }

    /// A place whose turn comes later in the same life.
    fn ahead(&self, arrived: Held) -> (InboxDelta, Vec<InboxOutput>) {
        let place = arrived.place;
        if place.counter - self.head.next.counter > MAX_HELD {
            return only(InboxOutput::TooFar(place));
        }
        if let Some(known) = self.held.iter().find(|held| held.place == place) {
            return only(if known.envelope == arrived.envelope {
                InboxOutput::Held(place)
            } else {
                InboxOutput::Fork { place, known: known.envelope, other: arrived.envelope }
            });
        }
        (InboxDelta { held: vec![arrived], ..InboxDelta::default() }, vec![InboxOutput::Held(place)])
    }

    /// A later life of the sender's log. Its first message says what the sender knew when it was restored.
    fn later_life(&self, arrived: Held, desk: Desk<'_>) -> Step {
        let place = arrived.place;
        if place.counter > 0 {
            return Ok(only(InboxOutput::TooFar(place)));
        }
        let (from, to) = (self.head.next.incarnation, place.incarnation);
        if arrived.previous == self.head.last {
            let nothing_before = self.head.last.is_none();
            let restored = InboxOutput::CounterpartRestored { from, to, forgotten_by_sender: 0 };
            return self.deliver(arrived, if nothing_before { vec![] } else { vec![restored] }, desk);
        }
        let known = match arrived.previous {
            Some(previous) => self.taken.iter().position(|row| row.envelope == previous).map(|at| at + 1),
            // A sender that knows of no message before: it was restored from before the first.
            None => self.taken.first().is_some_and(is_first).then_some(0),
        };
        let Some(known) = known else { return Ok(only(InboxOutput::UnknownPast(place))) };
        let forgotten_by_sender = self.delivered_from(known);
        let restored = InboxOutput::CounterpartRestored { from, to, forgotten_by_sender };
        self.deliver(arrived, vec![restored], desk)
    }

    /// Delivers a message whose turn it is, and those held behind it.
    fn deliver(&self, arrived: Held, before: Vec<InboxOutput>, desk: Desk<'_>) -> Step {
        let mut delta = InboxDelta::default();
        let mut outputs = before;
        let mut now = Self { held: vec![], taken: vec![], head: self.head.clone() };
        // What was held for an earlier life has no turn any more.
        let life = arrived.place.incarnation;
        let over = self.held.iter().filter(|held| held.place.incarnation < life);
        delta.released.extend(over.map(|held| held.place));
        let mut turn = Some(arrived);
        while let Some(message) = turn {
            let Held { place, envelope, .. } = message;
            let receipt = now.receipt(place, envelope, Fate::Received, &mut delta, desk)?;
            delta.taken.push(Taken { place, envelope, receipt, decided: false });
            outputs.push(InboxOutput::Deliver { place, envelope });
            now.head.next = Place { incarnation: place.incarnation, counter: place.counter + 1 };
            now.head.last = Some(envelope);
            turn = self.held.iter().find(|held| held.place == now.head.next).cloned();
            if let Some(held) = &turn {
                delta.released.push(held.place);
                if !now.joins(held) {
                    outputs.push(InboxOutput::Broken { place: held.place, envelope: held.envelope });
                    turn = None;
                }
            }
        }
        delta.head = Some(now.head);
        let surplus = (self.taken.len() + delta.taken.len()).saturating_sub(KEPT_TAKEN);
        // One that nobody has opened can be opened however many come after it. The last of a life stays as well: it
        // tells how many came in that life.
        let in_a_row = self.taken.iter().zip(self.taken.iter().skip(1));
        let forgotten = in_a_row
            .filter(|(row, next)| row.decided && row.place.incarnation == next.place.incarnation)
            .map(|(row, _)| row.place);
        delta.forgotten = forgotten.take(surplus).collect();
        Ok((delta, outputs))
    }

    /// A message that was delivered has been opened or refused. Saying it twice changes nothing.
    fn decided(&self, place: Place, fate: Fate, desk: Desk<'_>) -> Step {
        let row = self.find(place).ok_or(InboxError::NotDelivered)?;
        let mut delta = InboxDelta::default();
        if row.decided {
            return Ok((delta, vec![]));
        }
        let mut now = Self { held: vec![], taken: vec![], head: self.head.clone() };
        now.receipt(place, row.envelope, fate, &mut delta, desk)?;
        delta.taken.push(Taken { decided: true, ..row.clone() });
        delta.head = Some(now.head);
        Ok((delta, vec![]))
    }

    fn accept_life(&self, incarnation: u32) -> (InboxDelta, Vec<InboxOutput>) {
        if incarnation <= self.head.next.incarnation {
            return (InboxDelta::default(), vec![]);
        }
        let mut head = self.head.clone();
        head.next = Place { incarnation, counter: 0 };
        let released = self.held.iter().map(|held| held.place).collect();
        (InboxDelta { head: Some(head), released, ..InboxDelta::default() }, vec![])
    }

    /// Signs the next receipt of the chain.
    fn receipt(
        &mut self,
        place: Place,
        envelope: Sha256Digest,
        fate: Fate,
        delta: &mut InboxDelta,
        desk: Desk<'_>,
    ) -> Result<Sha256Digest, InboxError> {
        let head = &mut self.head;
        let life = desk.position.incarnation;
        if life < head.incarnation {
            return Err(InboxError::Incarnation { known: head.incarnation, found: life });
        }
        if life > head.incarnation {
            head.incarnation = life;
            head.life_from = head.next_receipt;
        }
        let signed_before = u64::try_from(delta.receipts.len()).unwrap_or(u64::MAX);
        let position =
            LogPosition { incarnation: life, index: desk.position.index.saturating_add(signed_before) };
        let receipt = Receipt {
            v: RECEIPT_VERSION,
            agreement: head.agreement,
            sender: head.sender,
            recipient: head.recipient,
            envelope,
            place,
            fate,
            at: desk.now,
            position,
            sequence: head.next_receipt,
            life_from: head.life_from,
            previous: head.last_receipt,
        };
        let signed = SignedReceipt::sign(receipt, desk.node)?;
        head.next_receipt += 1;
        head.last_receipt = Some(signed.digest());
        delta.receipts.push(Bytes(signed.bytes().to_vec()));
        Ok(signed.digest())
    }

    /// Whether a message whose turn it is follows from the one before it. The first of a life that a person
    /// accepted follows from whatever the sender says.
    fn joins(&self, message: &Held) -> bool {
        let first_of_accepted_life = message.place.counter == 0 && message.place.incarnation > 0;
        message.previous == self.head.last || first_of_accepted_life
    }

    fn find(&self, place: Place) -> Option<&Taken> {
        self.taken.binary_search_by_key(&place, |row| row.place).ok().map(|at| &self.taken[at])
    }
}

fn is_first(row: &Taken) -> bool {
    row.place == Place { incarnation: 0, counter: 0 }
}

fn only(output: InboxOutput) -> (InboxDelta, Vec<InboxOutput>) {
    (InboxDelta::default(), vec![output])
}

impl Coded for InboxError {
    fn code(&self) -> &'static str {
        match self {
            Self::Agreement(e) => e.code(),
            Self::Receipt(e) => e.code(),
            Self::OtherChannel => "channel-inbox-other-channel",
            Self::NotDelivered => "channel-inbox-not-delivered",
            Self::Incarnation { .. } => "channel-inbox-incarnation",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Agreement(e) => e.args(),
            Self::Receipt(e) => e.args(),
            Self::OtherChannel | Self::NotDelivered => vec![],
            Self::Incarnation { known, found } => {
                vec![("known", known.to_string()), ("found", found.to_string())]
            }
        }
    }
}

//! The outbox: what has been sealed and not yet acknowledged, in order, and when it is sent again.
//!
//! A state machine without clock, disk or chance: `step(state, input)` gives a [`OutboxDelta`] and what to do. The
//! caller writes the delta, the envelope and the entry in one transaction, applies the delta, and only then acts. So
//! a crash at any instant loses at most an act, and every act is asked for again.
//!
//! The bytes of envelopes and receipts are rows of the caller's; here they are named by digest.

use comity_record::{Coded, OfficeId, RecordedTime, Sha256Digest};
use serde::{Deserialize, Serialize};

use crate::agreement::Agreed;
use crate::envelope::{Header, Place};
use crate::inbox::Standing;
use crate::receipt::{Fate, SignedReceipt};

/// How many messages are on their way at once. No more than the receiver holds out of order
/// ([`crate::MAX_HELD`]), so that reordering never costs a message.
pub const WINDOW: usize = 32;

/// The shortest pause before a message is sent again.
pub const MIN_RETRY_MS: i64 = 1_000;

/// The longest pause before a message is sent again: a counterpart that is back is noticed within the hour.
pub const MAX_RETRY_MS: i64 = 3_600_000;

/// For how long a message is sent again before a person is told: 30 days since it could first go.
pub const GIVE_UP_AFTER_MS: i64 = 30 * 24 * 3_600_000;

/// How many settled messages are remembered one by one, so that a counterpart that was restored from a backup can
/// be sent again what it lost. Older ones are in the journal only.
pub const KEPT_SETTLED: usize = 4096;

/// How many lives of the counterpart's log are remembered that have sent no receipt yet: a node that is restored more
/// often between two receipts has other troubles.
pub const MAX_HEARD: usize = 16;

/// Why an input is refused. The state is as before.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum OutboxError {
    /// The office is not a party.
    #[error("office {0} is not a party to the agreement")]
    NotAParty(OfficeId),
    /// The envelope or receipt belongs to another channel, or to the other direction of this one.
    #[error("this belongs to another channel, or to the other direction")]
    OtherChannel,
    /// The envelope was sealed for a place that is no longer the next: another was queued meanwhile.
    #[error("the envelope was sealed for place {sealed:?}, and the next is {next:?}")]
    NotNext {
        /// The place in its header.
        sealed: Place,
        /// The next place.
        next: Place,
    },
    /// Two receipts of the counterpart have the same number and say different things.
    #[error("the counterpart signed two different receipts with number {sequence}")]
    ReceiptFork {
        /// The number.
        sequence: u64,
    },
    /// A receipt does not follow from the one before it.
    #[error("receipt {sequence} does not follow from the one before it")]
    ReceiptChain {
        /// The number.
        sequence: u64,
    },
    /// An earlier life of the counterpart's log.
    #[error("the receipt is of life {found} of the counterpart's log, which is at {known}")]
    Superseded {
        /// The life that is known.
        known: u32,
        /// The life in the receipt.
        found: u32,
    },
    /// A life of our own log that is not later than the present one.
    #[error("life {found} of the log is not later than {known}")]
    Incarnation {
        /// The present life.
        known: u32,
        /// The one that was asked for.
        found: u32,
    },
    /// There is no such message, or it is not given up.
    #[error("no message at this place waits for a decision")]
    NotGivenUp,
}

/// How far a message has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Not acknowledged; sent again when it is due.
    Waiting,
    /// Not acknowledged for [`GIVE_UP_AFTER_MS`]; a person decides.
    GivenUp,
    /// The counterpart has it.
    Received,
    /// Somebody there has read it.
    Opened,
    /// The counterpart refused it.
    Refused,
}

impl Status {
    /// Whether the counterpart acknowledged it.
    pub fn is_settled(self) -> bool {
        !matches!(self, Self::Waiting | Self::GivenUp)
    }

    /// The status after a receipt. It does not go back: `received` may be read after `opened`.
    #[must_use]
    pub fn after(self, fate: &Fate) -> Self {
        match (self, fate) {
            (Self::Opened, Fate::Received) | (_, Fate::Opened { .. }) => Self::Opened,
            (Self::Refused, Fate::Received) | (_, Fate::Refused { .. }) => Self::Refused,
            (_, Fate::Received) => Self::Received,
        }
    }
}

/// A message on its way, or settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its place in the order.
    pub place: Place,
    /// The envelope.
    pub envelope: Sha256Digest,
    /// When it was queued, or last taken up again.
    pub queued: RecordedTime,
    /// When it could first go, where it had to wait behind others before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<RecordedTime>,
    /// How often it was sent.
    pub attempts: u32,
    /// When it is to be sent next.
    pub due: RecordedTime,
    /// How far it has come.
    pub status: Status,
    /// The last receipt for it.
    pub receipt: Option<Sha256Digest>,
}

/// The end of the chain of receipts that we have of the counterpart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptHead {
    /// The life of the counterpart's log at the last receipt.
    pub incarnation: u32,
    /// The number with which that life began.
    pub life_from: u64,
    /// The number of the next receipt.
    pub next: u64,
    /// The digest of the last one.
    pub last: Option<Sha256Digest>,
}

/// The state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outbox {
    head: OutboxHead,
    items: Vec<Item>,
}

/// The part of the state that is one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutboxHead {
    /// Under which agreement.
    pub agreement: Sha256Digest,
    /// Whose outbox this is.
    pub sender: OfficeId,
    /// For whom its messages are.
    pub recipient: OfficeId,
    /// The next place.
    pub next: Place,
    /// The envelope before it.
    pub last: Option<Sha256Digest>,
    /// The counterpart's receipts.
    pub receipts: ReceiptHead,
    /// The lives of the counterpart's log in which it said where it stands, the latest last; of those before
    /// the last receipt, only the latest.
    pub heard: Vec<Heard>,
}

/// A life of the counterpart's log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heard {
    /// The life.
    pub incarnation: u32,
    /// The number of its first receipt. Receipts of earlier lives with this number or a later one are of
    /// messages that the counterpart has forgotten, and acknowledge nothing.
    pub receipts_from: u64,
}

/// What happened.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OutboxInput<'a> {
    /// A message was sealed for [`Outbox::next`].
    Queue {
        /// Its envelope's digest.
        envelope: Sha256Digest,
        /// Its header.
        header: &'a Header,
        /// The time.
        now: RecordedTime,
    },
    /// Time has passed: at start, when something was queued, and at [`Outbox::next_due`].
    Tick {
        /// The time.
        now: RecordedTime,
        /// A number that nobody can predict, for the pauses.
        draw: u64,
    },
    /// A receipt has come.
    Receipt {
        /// The receipt.
        receipt: &'a SignedReceipt,
        /// The time.
        now: RecordedTime,
    },
    /// The counterpart said, over an authenticated connection, where it stands.
    Stands {
        /// What it said.
        standing: Standing,
        /// The time.
        now: RecordedTime,
    },
    /// A person wants a message that was given up to be tried again.
    TakeUp {
        /// Its place.
        place: Place,
        /// The time.
        now: RecordedTime,
    },
    /// Our own log begins a new life: the node was restored from a backup.
    Reincarnate {
        /// The new life.
        incarnation: u32,
    },
}

/// What changes. To be written in one transaction with what caused it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutboxDelta {
    /// The new head, where it changes.
    pub head: Option<OutboxHead>,
    /// Messages that are new or changed.
    pub items: Vec<Item>,
    /// Settled messages that are no longer remembered one by one.
    pub dropped: Vec<Place>,
}

/// What to do, after the delta is durable.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OutboxOutput {
    /// Send these envelopes, in this order.
    Send(Vec<Sha256Digest>),
    /// Tell a person: this message was not acknowledged for [`GIVE_UP_AFTER_MS`].
    Alarm(Place),
    /// File the receipt: it says something new about a message.
    File {
        /// The message.
        place: Place,
        /// How far it has come.
        status: Status,
    },
    /// Ask the counterpart for its receipts: one or more are missing. It answers with those of this life from this
    /// number on, and with those of later lives.
    AskReceipts {
        /// The life of its log at the last receipt that we have.
        incarnation: u32,
        /// The first number that is missing.
        from: u64,
    },
    /// Tell a person: the counterpart was restored from a backup.
    CounterpartRestored {
        /// The life of its log.
        incarnation: u32,
        /// How many messages that it had acknowledged are sent again.
        sent_again: usize,
        /// It no longer knows of a receipt that it signed. The receipts that we have are evidence: keep them.
        forgot_receipts: bool,
        /// It wants messages that are no longer remembered one by one: a person sends them from the journal.
        out_of_reach: bool,
    },
    /// The counterpart acknowledges an envelope that this outbox does not remember: one that left before this
    /// node was restored from a backup, or one settled long ago. The receipt is filed; a person looks.
    Unremembered {
        /// The place that the receipt names.
        place: Place,
        /// The envelope that it names.
        envelope: Sha256Digest,
    },
}

/// A message that is not acknowledged, for a person to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenItem {
    /// Its place.
    pub place: Place,
    /// The envelope.
    pub envelope: Sha256Digest,
    /// For how long it has waited, in milliseconds.
    pub waited_ms: i64,
    /// How often it was sent.
    pub attempts: u32,
    /// Whether it was given up.
    pub given_up: bool,
}

type Step = Result<(OutboxDelta, Vec<OutboxOutput>), OutboxError>;

impl Outbox {
    /// An outbox of `sender` from which nothing was sent yet, in this life of its log.
    pub fn new(agreed: &Agreed, sender: OfficeId, incarnation: u32) -> Result<Self, OutboxError> {
        let counterpart = agreed.agreement().counterpart(sender);
        let head = OutboxHead {
            agreement: agreed.digest(),
            sender,
            recipient: counterpart.map_err(|_| OutboxError::NotAParty(sender))?.office,
            next: Place { incarnation, counter: 0 },
            last: None,
            receipts: ReceiptHead { incarnation: 0, life_from: 0, next: 0, last: None },
            heard: vec![],
        };
        Ok(Self { head, items: vec![] })
    }

    /// The state as it was stored: the head and the items, in any order.
    pub fn restore(head: OutboxHead, mut items: Vec<Item>) -> Self {
        items.sort_by_key(|item| item.place);
        Self { head, items }
    }

    /// The place for which the next envelope is sealed, and the envelope before it.
    pub fn next(&self) -> (Place, Option<Sha256Digest>) {
        (self.head.next, self.head.last)
    }

    /// The part of the state that is one row.
    pub fn head(&self) -> &OutboxHead {
        &self.head
    }

    /// The messages, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// When the next tick is needed.
    pub fn next_due(&self) -> Option<RecordedTime> {
        self.window().map(|item| item.due).min()
    }

    /// What is not acknowledged, oldest first: a receipt that does not come is an open item, not a silence.
    pub fn open_items(&self, now: RecordedTime) -> Vec<OpenItem> {
        let open = self.items.iter().filter(|item| !item.status.is_settled());
        open.map(|item| OpenItem {
            place: item.place,
            envelope: item.envelope,
            waited_ms: elapsed(item.queued, now),
            attempts: item.attempts,
            given_up: item.status == Status::GivenUp,
        })
        .collect()
    }

    /// One step. Nothing is changed: the caller stores the delta and then calls [`Outbox::apply`].
    pub fn step(&self, input: &OutboxInput<'_>) -> Step {
        match input {
            OutboxInput::Queue { envelope, header, now } => self.queue(*envelope, header, *now),
            OutboxInput::Tick { now, draw } => Ok(self.tick(*now, *draw)),
            OutboxInput::Receipt { receipt, now } => self.receipt(receipt, *now),
            OutboxInput::Stands { standing, now } => Ok(self.stands(*standing, *now)),
            OutboxInput::TakeUp { place, now } => self.take_up(*place, *now),
            OutboxInput::Reincarnate { incarnation } => self.reincarnate(*incarnation),
        }
    }

    /// Applies a delta that is durable.
    pub fn apply(&mut self, delta: &OutboxDelta) {
        if let Some(head) = &delta.head {
            self.head = head.clone();
        }
        for item in &delta.items {
            match self.items.binary_search_by_key(&item.place, |known| known.place) {
                Ok(at) => self.items[at] = item.clone(),
                Err(at) => self.items.insert(at, item.clone()),
            }
        }
        self.items.retain(|item| !delta.dropped.contains(&item.place));
    }

    fn queue(&self, envelope: Sha256Digest, header: &Header, now: RecordedTime) -> Step {
        let next = self.head.next;
        self.check_channel(header.agreement, header.sender, header.recipient)?;
        if header.place != next || header.previous != self.head.last {
            return Err(OutboxError::NotNext { sealed: header.place, next });
        }
        let item = Item {
            place: next,
            envelope,
            queued: now,
            since: None,
            attempts: 0,
            due: now,
            status: Status::Waiting,
            receipt: None,
        };
        let mut head = self.head.clone();
        head.next.counter += 1;
        head.last = Some(envelope);
        let delta = OutboxDelta { head: Some(head), items: vec![item], dropped: self.superfluous() };
        Ok((delta, vec![]))
    }

    fn check_channel(
        &self,
        agreement: Sha256Digest,
        sender: OfficeId,
        recipient: OfficeId,
    ) -> Result<(), OutboxError> {
        let head = &self.head;
        let ours = (agreement, sender, recipient) == (head.agreement, head.sender, head.recipient);
        if ours { Ok(()) } else { Err(OutboxError::OtherChannel) }
    }

    fn tick(&self, now: RecordedTime, draw: u64) -> (OutboxDelta, Vec<OutboxOutput>) {
        let mut delta = OutboxDelta::default();
        let mut outputs = vec![];
        let mut send = vec![];
        for item in self.window() {
            let mut item = item.clone();
            if elapsed(item.since.unwrap_or(item.queued), now) >= GIVE_UP_AFTER_MS {
                item.status = Status::GivenUp;
                outputs.push(OutboxOutput::Alarm(item.place));
                delta.items.push(item);
            } else if item.due <= now {
                item.attempts = item.attempts.saturating_add(1);
                item.due = later(now, pause_ms(item.attempts, draw, item.place));
                send.push(item.envelope);
                delta.items.push(item);
            }
        }
        if !send.is_empty() {
            outputs.push(OutboxOutput::Send(send));
        }
        (delta, outputs)
    }

    fn receipt(&self, signed: &SignedReceipt, now: RecordedTime) -> Step {
        let receipt = signed.receipt();
        // Without this our own receipts, sent back to us, would pass for the counterpart's.
        self.check_channel(receipt.agreement, receipt.sender, receipt.recipient)?;
        let (known, life) = (&self.head.receipts, receipt.position.incarnation);
        let (sequence, digest) = (receipt.sequence, signed.digest());
        if life < known.incarnation && sequence < known.life_from {
            // What came before the present life we have had.
            return Ok(nothing());
        }
        let forgotten = |heard: &&Heard| heard.incarnation > life && heard.receipts_from <= sequence;
        let over = self.head.heard.iter().rfind(forgotten).map(|heard| heard.incarnation);
        let over = over.or((life < known.incarnation).then_some(known.incarnation));
        if let Some(known) = over {
            // It is evidence that the counterpart had the message; and it has it no more.
            return Err(OutboxError::Superseded { known, found: life });
        }
        let later_life = life > known.incarnation;
        if later_life && receipt.life_from > sequence {
            return Err(OutboxError::ReceiptChain { sequence });
        }
        // The first of a later life goes on from what its backup knew: what we have, or less.
        let expected = if later_life { receipt.life_from.min(known.next) } else { known.next };
        if sequence > expected {
            let ask = OutboxOutput::AskReceipts { incarnation: known.incarnation, from: known.next };
            return Ok((OutboxDelta::default(), vec![ask]));
        }
        if sequence < expected {
            // An earlier one again. The last one can be compared; those before it are bound by the chain.
            let forked = sequence + 1 == known.next && known.last != Some(digest);
            return if forked { Err(OutboxError::ReceiptFork { sequence }) } else { Ok(nothing()) };
        }
        let follows = sequence == known.next && receipt.previous == known.last;
        if !follows && !later_life {
            return Err(OutboxError::ReceiptChain { sequence });
        }
        let mut head = self.head.clone();
        let life_from = receipt.life_from;
        head.receipts = ReceiptHead { incarnation: life, life_from, next: sequence + 1, last: Some(digest) };
        let mut delta = OutboxDelta { head: Some(head), ..OutboxDelta::default() };
        let mut outputs = vec![];
        if !follows {
            outputs.push(OutboxOutput::CounterpartRestored {
                incarnation: life,
                sent_again: 0,
                forgot_receipts: true,
                out_of_reach: false,
            });
        }
        match self.items.iter().find(|item| (item.place, item.envelope) == (receipt.place, receipt.envelope))
        {
            Some(item) => {
                let status = item.status.after(&receipt.fate);
                outputs.push(OutboxOutput::File { place: item.place, status });
                delta.items.push(Item { status, receipt: Some(digest), ..item.clone() });
                self.make_due(now, &mut delta.items);
                self.let_in(now, &mut delta.items);
            }
            None => {
                outputs.push(OutboxOutput::Unremembered { place: receipt.place, envelope: receipt.envelope });
            }
        }
        Ok((delta, outputs))
    }

    /// A counterpart in a later life may have lost what it acknowledged in an earlier one.
    fn stands(&self, standing: Standing, now: RecordedTime) -> (OutboxDelta, Vec<OutboxOutput>) {
        let Standing { incarnation, receipts_from, expects } = standing;
        let known = &self.head.receipts;
        // A late answer of the same life says less than the receipts that came since.
        if self.head.heard.last().map_or(0, |heard| heard.incarnation) >= incarnation {
            return nothing();
        }
        let lost = |item: &&Item| item.place >= expects && item.status.is_settled();
        let items: Vec<_> = self.items.iter().filter(lost).map(|item| taken_up(item, now)).collect();
        let mut head = self.head.clone();
        head.heard.retain(|heard| heard.incarnation > known.incarnation);
        if head.heard.len() >= MAX_HEARD {
            head.heard.remove(0);
        }
        head.heard.push(Heard { incarnation, receipts_from });
        let out_of_reach = expects < self.items.first().map_or(self.head.next, |item| item.place);
        let forgot_receipts = receipts_from < known.next;
        let mut outputs = vec![];
        if known.last.is_some() || out_of_reach {
            outputs.push(OutboxOutput::CounterpartRestored {
                incarnation,
                sent_again: items.len(),
                forgot_receipts,
                out_of_reach,
            });
        }
        (OutboxDelta { head: Some(head), items, dropped: vec![] }, outputs)
    }

    fn take_up(&self, place: Place, now: RecordedTime) -> Step {
        let given_up = self.items.iter().find(|item| item.place == place && item.status == Status::GivenUp);
        let item = given_up.ok_or(OutboxError::NotGivenUp)?;
        let mut items = vec![taken_up(item, now)];
        self.let_in(now, &mut items);
        Ok((OutboxDelta { items, ..OutboxDelta::default() }, vec![]))
    }

    /// The messages of the earlier life that are not acknowledged are sent again as they are: sealing them anew
    /// could bring one twice that the counterpart has and we have forgotten to have been told of.
    fn reincarnate(&self, incarnation: u32) -> Step {
        let known = self.head.next.incarnation;
        if incarnation <= known {
            return Err(OutboxError::Incarnation { known, found: incarnation });
        }
        let mut head = self.head.clone();
        head.next = Place { incarnation, counter: 0 };
        Ok((OutboxDelta { head: Some(head), ..OutboxDelta::default() }, vec![]))
    }

    /// The messages that may be on their way now: the first that wait, of one life.
    fn window(&self) -> impl Iterator<Item = &Item> {
        first_waiting(self.items.iter())
    }

    /// What had to wait behind what changed may go now, and its 30 days begin: else it would be given up unsent.
    fn let_in(&self, now: RecordedTime, changed: &mut Vec<Item>) {
        let known: Vec<_> = self.window().chain(changed.iter()).map(|item| item.place).collect();
        let items = self.items.iter();
        let after = items.map(|item| changed.iter().find(|new| new.place == item.place).unwrap_or(item));
        let entered = first_waiting(after).filter(|item| !known.contains(&item.place));
        let entered: Vec<_> = entered.map(|item| Item { since: Some(now), ..item.clone() }).collect();
        changed.extend(entered);
    }

    /// When a message is acknowledged, its counterpart is there: what waits behind it need not.
    fn make_due(&self, now: RecordedTime, changed: &mut Vec<Item>) {
        let settled: Vec<_> = changed.iter().map(|item| item.place).collect();
        let newly = self.window().filter(|item| item.attempts > 1 && item.due > now);
        changed.extend(newly.filter(|item| !settled.contains(&item.place)).map(|item| {
            let mut item = item.clone();
            item.due = now;
            item.attempts = 1;
            item
        }));
    }

    fn superfluous(&self) -> Vec<Place> {
        let settled: Vec<_> =
            self.items.iter().filter(|item| item.status.is_settled()).map(|item| item.place).collect();
        let surplus = settled.len().saturating_sub(KEPT_SETTLED);
        settled[..surplus].to_vec()
    }
}

fn nothing() -> (OutboxDelta, Vec<OutboxOutput>) {
    (OutboxDelta::default(), vec![])
}

/// The first that wait, of one life.
fn first_waiting<'a>(items: impl Iterator<Item = &'a Item>) -> impl Iterator<Item = &'a Item> {
    let mut life = None;
    // What waits behind a message that was given up waits: it would arrive and could not be delivered.
    items.filter(|item| !item.status.is_settled()).take(WINDOW).take_while(move |item| {
        let incarnation = item.place.incarnation;
        item.status == Status::Waiting && *life.get_or_insert(incarnation) == incarnation
    })
}

fn taken_up(item: &Item, now: RecordedTime) -> Item {
    Item { queued: now, since: None, attempts: 0, due: now, status: Status::Waiting, ..item.clone() }
}

/// The pause after so many attempts: full jitter, anywhere between the shortest pause and one that doubles up to
/// the longest. So a thousand messages that failed together do not come back together.
fn pause_ms(attempts: u32, draw: u64, place: Place) -> i64 {
    let doubled = MIN_RETRY_MS.saturating_mul(1_i64.checked_shl(attempts.min(32)).unwrap_or(i64::MAX));
    let span = u64::try_from(doubled.min(MAX_RETRY_MS) - MIN_RETRY_MS).unwrap_or(0) + 1;
    let mixed = Sha256Digest::of_parts(&[
        b"comity/retry/1",
        &draw.to_be_bytes(),
        &place.incarnation.to_be_bytes(),
        &place.counter.to_be_bytes(),
    ]);
    let number = mixed.as_bytes().first_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes));
    MIN_RETRY_MS + i64::try_from(number % span).unwrap_or(0)
}

fn elapsed(from: RecordedTime, to: RecordedTime) -> i64 {
    to.as_millisecond().saturating_sub(from.as_millisecond())
}

fn later(time: RecordedTime, ms: i64) -> RecordedTime {
    let at = jiff::Timestamp::from_millisecond(time.as_millisecond().saturating_add(ms));
    RecordedTime::at(at.unwrap_or(jiff::Timestamp::MAX))
}

impl Coded for OutboxError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAParty(_) => "channel-agreement-not-a-party",
            Self::OtherChannel => "channel-outbox-other-channel",
            Self::NotNext { .. } => "channel-outbox-not-next",
            Self::ReceiptFork { .. } => "channel-outbox-receipt-fork",
            Self::ReceiptChain { .. } => "channel-outbox-receipt-chain",
            Self::Superseded { .. } => "channel-outbox-superseded",
            Self::Incarnation { .. } => "channel-outbox-incarnation",
            Self::NotGivenUp => "channel-outbox-not-given-up",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotNext { sealed, next } => {
                vec![("sealed", sealed.counter.to_string()), ("next", next.counter.to_string())]
            }
            Self::NotAParty(office) => vec![("office", office.to_string())],
            Self::OtherChannel | Self::NotGivenUp => vec![],
            Self::ReceiptFork { sequence } | Self::ReceiptChain { sequence } => {
                vec![("sequence", sequence.to_string())]
            }
            Self::Superseded { known, found } | Self::Incarnation { known, found } => {
                vec![("known", known.to_string()), ("found", found.to_string())]
            }
        }
    }
}

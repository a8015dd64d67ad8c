//! What a node holds in memory of its channels: nothing that is missed when it is gone.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use comity_channel::{Cosigned, Item, Lacks, Outbox, OutboxDelta, Place, Rules, Sheet, Status};
use comity_record::entry::Author;
use comity_record::handling::{Handling, Origin};
use comity_record::{OfficeId, RecordedTime, Sha256Digest};
use comity_store::Store;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use tokio::sync::Notify;

use super::channels::Channel;
use super::error::ExchangeError;
use crate::body::{Body, office_journal};
use crate::casework::{Casework, NewBody, Pending, With};
use crate::error::CaseworkError;
use crate::state::{State, is_believed};

/// How long a counterpart that says nothing is silent, and not between two exchanges of one conversation.
const SILENCE_MS: i64 = 60_000;

/// How far the clocks of two nodes may be apart that confirm each other.
const SAME_TIME_MS: u64 = 24 * 3_600_000;

/// What is in memory.
#[derive(Default)]
pub(crate) struct Runtime {
    rules: Mutex<HashMap<Sha256Digest, Arc<Rules>>>,
    peers: Mutex<BTreeMap<Sha256Digest, Peer>>,
    /// Told when there is something new to deliver.
    pub(super) news: Notify,
    steady: Mutex<Option<Steady>>,
    /// When the clock was last believed, in this run of the program.
    believed: Mutex<Option<RecordedTime>>,
}

/// A time that goes on as the clock does and is not set back with it, in milliseconds since 1970.
#[derive(Clone, Copy)]
struct Steady {
    /// What the clock showed last.
    clock: i64,
    time: i64,
}

/// What is in memory of one counterpart. After a start everything that waits is due, and the counterpart says anew
/// what it lacks.
#[derive(Default)]
pub(super) struct Peer {
    /// How often each message was sent, and when it is due again.
    attempts: BTreeMap<Place, (u32, RecordedTime)>,
    /// Which of our receipts it lacks, as it said last.
    pub(super) lacks: Option<Lacks>,
    /// From where on receipts were last given to it.
    pub(super) receipts_given: Option<Lacks>,
    /// The number of our last key announcement that it knows.
    pub(super) keys: Option<u32>,
    /// The answer to its request to cosign, which goes out next.
    pub(super) owed: Option<Cosigned>,
    /// From where on it wants to be shown our log.
    pub(super) show_from: Option<u64>,
    /// When it was last asked to cosign, and the size of the log then.
    pub(super) asked: Option<(RecordedTime, u64)>,
    /// Something that was due did not fit into what was last composed.
    pub(super) left_over: bool,
    /// When it last said something.
    last_heard: Option<RecordedTime>,
}

impl Peer {
    /// What it said of itself. When it is there again after a silence, what had to wait because it was not goes now.
    /// Says whether there is such.
    pub(super) fn heard(&mut self, sheet: &Sheet, now: RecordedTime) -> bool {
        self.lacks = Some(sheet.lacks);
        self.keys = Some(sheet.keys);
        let mut waited = false;
        let last = self.last_heard.replace(now);
        let silent =
            |last: RecordedTime| now.as_millisecond().saturating_sub(last.as_millisecond()) > SILENCE_MS;
        // What it does not take although it is there waits as long as everything that is not acknowledged.
        if !last.is_none_or(silent) {
            return false;
        }
        for (attempts, due) in self.attempts.values_mut() {
            if *attempts > 1 && *due > now {
                (*attempts, *due) = (1, now);
                waited = true;
            }
        }
        waited
    }

    /// The outbox with what memory knows of attempts, at a time that is steady. `here` makes everything due: the
    /// counterpart is there.
    pub(super) fn outbox(&self, channel: &Channel, now: RecordedTime, here: bool) -> Outbox {
        let mut outbox = channel.outbox.clone();
        let waiting = outbox.items().iter().filter(|item| item.status == Status::Waiting);
        let items = waiting
            .map(|item| {
                let (attempts, due) = self.attempts.get(&item.place).copied().unwrap_or((0, now));
                let due = if here { due.min(now) } else { due };
                // For how long it waits is counted in the time of entries, and was looked at before.
                Item { attempts, due, queued: now, since: None, ..item.clone() }
            })
            .collect();
        outbox.apply(&OutboxDelta { items, ..OutboxDelta::default() });
        outbox
    }

    /// Remembers the attempts that a tick made.
    pub(super) fn tried(&mut self, delta: &OutboxDelta) {
        for item in &delta.items {
            if item.status == Status::Waiting {
                self.attempts.insert(item.place, (item.attempts, item.due));
            }
        }
    }

    /// Forgets the attempts of what is settled: what is sent again later begins anew.
    pub(super) fn tidy(&mut self, channel: &Channel) {
        let items = channel.outbox.items();
        self.attempts.retain(|place, _| {
            let at = items.binary_search_by_key(place, |item| item.place);
            at.is_ok_and(|at| items[at].status == Status::Waiting)
        });
    }
}

impl Runtime {
    /// Works on what is in memory of a counterpart.
    pub(super) fn peer<T>(&self, agreement: Sha256Digest, work: impl FnOnce(&mut Peer) -> T) -> T {
        let mut peers = self.peers.lock().unwrap_or_else(PoisonError::into_inner);
        work(peers.entry(agreement).or_default())
    }

    /// The time by which attempts are made. That of entries stands still where the clock ran ahead once and was set
    /// back, and nothing would be due until the real time has caught up.
    fn steady(&self, clock: RecordedTime) -> RecordedTime {
        let clock = clock.as_millisecond();
        let mut steady = self.steady.lock().unwrap_or_else(PoisonError::into_inner);
        let Steady { clock: last, time } = steady.unwrap_or(Steady { clock, time: clock });
        let time = time.saturating_add(clock.saturating_sub(last).max(0));
        *steady = Some(Steady { clock, time });
        RecordedTime::at(Timestamp::from_millisecond(time).unwrap_or(Timestamp::MAX))
    }

    /// The rules of an agreement, compiled once.
    pub(super) fn rules(&self, channel: &Channel) -> Result<Arc<Rules>, ExchangeError> {
        let mut known = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(rules) = known.get(&channel.agreement()) {
            return Ok(Arc::clone(rules));
        }
        let rules = Arc::new(Rules::compile(&channel.agreed)?);
        known.insert(channel.agreement(), Arc::clone(&rules));
        Ok(rules)
    }
}

impl<S: Store> Casework<S> {
    /// Waits until there is something new to deliver. What came before the call is told at once.
    pub async fn news(&self) {
        self.runtime.news.notified().await;
    }

    /// The day in UTC, as both ends of a channel count days, wherever their clocks hang.
    pub(crate) fn channel_day(&self) -> Date {
        self.clock.now().to_zoned_datetime(TimeZone::UTC).date()
    }

    /// The time as the next entry will say that it was recorded: it never runs backwards.
    pub(super) fn recorded_now(&self, state: &State) -> RecordedTime {
        let now = RecordedTime::at(self.clock.now());
        state.recorded().map_or(now, |last| last.max(now))
    }

    /// Whether the clock is believed, where something is done that nobody can undo: a machine that starts with a clock
    /// that is years ahead would destroy keys that are in use and give up what waits. It is believed as long as it goes
    /// on in steps of no more than 30 days; after a longer one, when an officer has signed an entry at that time, or a
    /// counterpart's clock says the same.
    pub(super) fn believes_clock(&self, state: &State) -> bool {
        let now = RecordedTime::at(self.clock.now());
        let mut known = self.runtime.believed.lock().unwrap_or_else(PoisonError::into_inner);
        let believed = is_believed(now, (*known).max(state.believed()));
        if believed {
            *known = Some(now);
        }
        believed
    }

    /// A counterpart's node has signed a time. Where the clock of this one shows the same, it is believed.
    pub(super) fn hear_time(&self, time: RecordedTime) {
        let now = RecordedTime::at(self.clock.now());
        if now.as_millisecond().abs_diff(time.as_millisecond()) <= SAME_TIME_MS {
            *self.runtime.believed.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
        }
    }

    /// The time by which attempts are made.
    pub(super) fn steady_now(&self) -> RecordedTime {
        self.runtime.steady(RecordedTime::at(self.clock.now()))
    }

    /// The time of a sheet. The counterpart takes a request to cosign for one that comes late unless its time is later,
    /// so that the time grows with the log even where that of its entries stands still.
    pub(super) fn sheet_time(&self, state: &State, size: u64) -> RecordedTime {
        let now = RecordedTime::at(self.clock.now());
        let Some(last) = state.recorded().filter(|last| now <= *last) else { return now };
        let grown = last.as_millisecond().saturating_add(i64::try_from(size).unwrap_or(i64::MAX));
        RecordedTime::at(Timestamp::from_millisecond(grown).unwrap_or(Timestamp::MAX))
    }

    /// An entry that the node makes by itself, for the journal of an office.
    pub(crate) fn by_node<B: Body>(
        &self,
        state: &State,
        office: OfficeId,
        body: &B,
        with: With,
    ) -> Result<Pending, CaseworkError> {
        let office = state.office(office)?;
        let own = || {
            let authority = office.authority.clone();
            Handling::own_work(Origin { country: office.country, authority })
        };
        let entry = NewBody {
            author: Author::Node(self.keyring.node()),
            office: office.id,
            journal: office_journal(office.id),
            body,
            handling: with.handling.clone().unwrap_or_else(own),
        };
        self.sign_with(self.keyring.signing(), entry, With { handling: None, ..with })
    }
}

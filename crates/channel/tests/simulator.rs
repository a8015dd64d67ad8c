//! Two nodes, a network that loses, doubles, delays and reorders, and restarts at any step.
//!
//! Each node keeps what a store would keep: rows, written delta by delta, and reads its state from them after every
//! restart. A step is computed, written in one transaction, and only then acted upon; a node can stop before or after
//! the writing, and then its acts are lost. One seed gives one run.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use comity_channel::{
    Address, Desk, Direction, Envelope, Inbox, InboxDelta, InboxHead, InboxInput, InboxOutput, Letter,
    LogPosition, Outbox, OutboxDelta, OutboxHead, OutboxInput, OutboxOutput, PeerKeys, Place, SignedReceipt,
    Standing, Status, Suite,
};
use comity_record::testing::Counting;
use comity_record::{ActTime, Bytes, OfficerId, RecordedTime, Sha256Digest, cbor};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::help::{APPROVED, Office, PLAIN, World, label, word};

/// How many runs there are.
const SEEDS: u64 = 600;

/// How many of those have a node restored from a backup.
const RESTORE_SEEDS: u64 = 200;

/// Steps in the bad weather, and then in the good.
const STORM: u32 = 220;
const CALM: u32 = 4000;

/// The receipts that one answer carries.
const PAGE: usize = 4;

/// A predictable source of decisions (xorshift64*).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, sides: u64) -> u64 {
        (self.roll() >> 8) % sides
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// What a store would keep, all of it written in transactions.
#[derive(Clone, Default)]
struct Rows {
    life: u32,
    log: u64,
    outbox: Vec<u8>,
    inbox: Vec<u8>,
    items: BTreeMap<Place, Vec<u8>>,
    taken: BTreeMap<Place, Vec<u8>>,
    held: BTreeMap<Place, Vec<u8>>,
    envelopes: BTreeMap<Sha256Digest, Vec<u8>>,
    /// Our receipts, by life and number.
    receipts: BTreeMap<(u32, u64), Vec<u8>>,
    /// The counterpart's receipts that were filed.
    filed: BTreeMap<Sha256Digest, Vec<u8>>,
    /// What was sealed and committed, in order.
    sent: Vec<Vec<u8>>,
    /// What was shown, in order.
    shown: Vec<Vec<u8>>,
}

fn write<T: Serialize>(row: &T) -> Vec<u8> {
    cbor::to_canonical(row).unwrap()
}

fn read<T: DeserializeOwned>(row: &[u8]) -> T {
    cbor::from_canonical(row).unwrap()
}

impl Rows {
    fn write_outbox(&mut self, delta: &OutboxDelta) {
        if let Some(head) = &delta.head {
            self.outbox = write(head);
        }
        self.items.extend(delta.items.iter().map(|item| (item.place, write(item))));
        self.items.retain(|place, _| !delta.dropped.contains(place));
    }

    fn write_inbox(&mut self, delta: &InboxDelta) {
        if let Some(head) = &delta.head {
            self.inbox = write(head);
        }
        self.taken.extend(delta.taken.iter().map(|row| (row.place, write(row))));
        self.taken.retain(|place, _| !delta.forgotten.contains(place));
        self.held.extend(delta.held.iter().map(|row| (row.place, write(row))));
        self.held.retain(|place, _| !delta.released.contains(place));
        for bytes in &delta.receipts {
            let receipt = SignedReceipt::verify(bytes.as_ref(), &world().agreed).unwrap();
            assert_eq!(receipt.receipt().position.index, self.log, "the receipt stands where it says");
            self.log += 1;
            let key = (receipt.receipt().position.incarnation, receipt.receipt().sequence);
            assert!(self.receipts.insert(key, bytes.0.clone()).is_none(), "each number is used once");
        }
    }

    fn outbox(&self) -> Outbox {
        let items = self.items.values().map(|row| read(row)).collect();
        Outbox::restore(read::<OutboxHead>(&self.outbox), items)
    }

    fn inbox(&self) -> Inbox {
        let taken = self.taken.values().map(|row| read(row)).collect();
        let held = self.held.values().map(|row| read(row)).collect();
        Inbox::restore(read::<InboxHead>(&self.inbox), taken, held)
    }
}

/// What travels.
#[derive(Clone)]
enum Message {
    /// Envelopes, and from where on the sender lacks receipts.
    Push { envelopes: Vec<Vec<u8>>, have: (u32, u64) },
    /// Receipts, and what the receiver expects next.
    Answer { receipts: Vec<Vec<u8>>, standing: Standing },
}

struct Flight {
    arrives: i64,
    to: usize,
    message: Message,
}

struct Node {
    office: &'static Office,
    rows: Rows,
    outbox: Outbox,
    inbox: Inbox,
    restores_told: usize,
}

struct Simulation {
    dice: Dice,
    entropy: Counting,
    now: i64,
    nodes: [Node; 2],
    flights: Vec<Flight>,
    storm: bool,
    crashes: u32,
    forks: usize,
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World::new(Suite::X25519))
}

const START: i64 = 1_795_417_200_000; // 2026-11-23T07:00:00Z

fn time(ms: i64) -> RecordedTime {
    RecordedTime::at(jiff::Timestamp::from_millisecond(START + ms).unwrap())
}

impl Node {
    fn new(office: &'static Office) -> Self {
        let outbox = Outbox::new(&world().agreed, office.id, 0).unwrap();
        let inbox = Inbox::new(&world().agreed, office.id).unwrap();
        let mut rows = Rows { outbox: write(outbox.head()), ..Rows::default() };
        rows.inbox = write(inbox.head());
        Self { office, rows, outbox, inbox, restores_told: 0 }
    }

    fn restart(&mut self) {
        self.outbox = self.rows.outbox();
        self.inbox = self.rows.inbox();
    }
}

impl Simulation {
    fn new(seed: u64) -> Self {
        let world = world();
        Self {
            dice: Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1),
            entropy: Counting::default(),
            now: 0,
            nodes: [Node::new(&world.a), Node::new(&world.b)],
            flights: vec![],
            storm: true,
            crashes: 0,
            forks: 0,
        }
    }

    /// Whether the node stops here. What is not in its rows is then gone.
    fn stops(&mut self, at: usize) -> bool {
        let stops = self.storm && self.dice.chance(6);
        if stops {
            self.nodes[at].restart();
            self.crashes += 1;
        }
        stops
    }

    /// Computes a step of the outbox, writes it with what belongs to it, and acts.
    fn outbox_step(&mut self, at: usize, input: &OutboxInput<'_>, also: impl FnOnce(&mut Rows)) {
        let Ok((delta, outputs)) = self.nodes[at].outbox.step(input) else {
            // Only a late receipt of a life that is over is refused here.
            assert!(matches!(input, OutboxInput::Receipt { .. }), "{input:?}");
            self.forks += 1;
            return;
        };
        if self.stops(at) {
            return;
        }
        self.nodes[at].rows.write_outbox(&delta);
        also(&mut self.nodes[at].rows);
        if self.stops(at) {
            return;
        }
        self.nodes[at].outbox.apply(&delta);
        for output in outputs {
            match output {
                OutboxOutput::Send(ids) => {
                    let rows = &self.nodes[at].rows;
                    let envelopes = ids.iter().map(|id| rows.envelopes[id].clone()).collect();
                    self.push(at, envelopes);
                }
                OutboxOutput::AskReceipts { .. } => self.push(at, vec![]),
                OutboxOutput::CounterpartRestored { out_of_reach, .. } => {
                    assert!(!out_of_reach);
                    self.nodes[at].restores_told += 1;
                }
                OutboxOutput::File { .. } | OutboxOutput::Unremembered { .. } => {}
                other => panic!("{other:?}"),
            }
        }
    }

    fn inbox_step(&mut self, at: usize, input: &InboxInput<'_>, also: impl FnOnce(&mut Rows, bool)) {
        let node = &self.nodes[at];
        let position = LogPosition { incarnation: node.rows.life, index: node.rows.log };
        let desk = Desk { now: time(self.now), position, node: &node.office.node };
        let (delta, outputs) = node.inbox.step(input, desk).unwrap();
        if self.stops(at) {
            return;
        }
        // An envelope is kept when it was delivered or is held.
        let kept = !delta.taken.is_empty() || !delta.held.is_empty();
        self.nodes[at].rows.write_inbox(&delta);
        also(&mut self.nodes[at].rows, kept);
        if self.stops(at) {
            return;
        }
        self.nodes[at].inbox.apply(&delta);
        for output in outputs {
            match output {
                InboxOutput::CounterpartRestored { .. } => self.nodes[at].restores_told += 1,
                InboxOutput::Fork { .. } | InboxOutput::Broken { .. } => panic!("{output:?}"),
                _ => {}
            }
        }
    }

    /// Sends over the network, whatever becomes of it.
    fn transmit(&mut self, to: usize, message: &Message) {
        if self.storm && self.dice.chance(30) {
            return;
        }
        let copies = if self.storm && self.dice.chance(20) { 2 } else { 1 };
        for _ in 0..copies {
            let delay = if self.storm { self.dice.below(40_000) } else { self.dice.below(50) };
            let arrives = self.now + i64::try_from(delay).unwrap();
            self.flights.push(Flight { arrives, to, message: message.clone() });
        }
    }

    fn push(&mut self, from: usize, envelopes: Vec<Vec<u8>>) {
        let receipts = &self.nodes[from].outbox.head().receipts;
        let have = (receipts.incarnation, receipts.next);
        // Each envelope may take a way of its own.
        for envelope in &envelopes {
            self.transmit(1 - from, &Message::Push { envelopes: vec![envelope.clone()], have });
        }
        if envelopes.is_empty() {
            self.transmit(1 - from, &Message::Push { envelopes, have });
        }
    }

    fn arrive(&mut self, at: usize, message: Message) {
        match message {
            Message::Push { envelopes, have } => {
                for bytes in envelopes {
                    let envelope = Envelope::verify(&bytes, &world().agreed).unwrap();
                    let input = InboxInput::Arrived { envelope: envelope.id(), header: envelope.header() };
                    self.inbox_step(at, &input, |rows, kept| {
                        if kept {
                            rows.envelopes.insert(envelope.id(), bytes.clone());
                        }
                    });
                }
                let node = &self.nodes[at];
                let receipts = node.rows.receipts.range(have..).take(PAGE).map(|(_, bytes)| bytes.clone());
                let answer = Message::Answer {
                    receipts: receipts.collect(),
                    standing: node.inbox.standing(node.rows.life),
                };
                self.transmit(1 - at, &answer);
            }
            Message::Answer { receipts, standing } => {
                self.outbox_step(at, &OutboxInput::Stands { standing, now: time(self.now) }, |_| {});
                for bytes in receipts {
                    let receipt = SignedReceipt::verify(&bytes, &world().agreed).unwrap();
                    let input = OutboxInput::Receipt { receipt: &receipt, now: time(self.now) };
                    self.outbox_step(at, &input, |rows| {
                        rows.filed.insert(receipt.digest(), bytes.clone());
                    });
                }
            }
        }
    }

    /// An officer writes a message: decided, sealed, queued, in one transaction.
    fn write_letter(&mut self, at: usize, number: usize) {
        let world = world();
        let (sender, counterpart) = (&self.nodes[at], self.nodes[1 - at].office);
        let (place, previous) = sender.outbox.next();
        let body = format!("{at} {number}").into_bytes();
        let origin = sender.office.party.country.as_str().to_owned();
        let letter = Letter { label: Some(label(&origin)), body: Bytes(body.clone()), attachments: vec![] };
        let at_time = time(self.now).timestamp();
        let address = Address {
            agreed: &world.agreed,
            sender: sender.office.id,
            place,
            previous,
            kind: word(if number.is_multiple_of(2) { PLAIN } else { APPROVED }),
            act: ActTime::at(at_time, "UTC").unwrap(),
        };
        let keys = PeerKeys::agreed(&world.agreed, counterpart.id).unwrap();
        let key = keys.choose(crate::help::day("2026-11-23")).unwrap();
        let envelope = Envelope::seal(address, &letter, key, &sender.office.node, &self.entropy).unwrap();
        let header = envelope.header();
        let day = header.act_day();
        assert!(world.rules.decide(Direction::Sending, header, letter.label.as_ref(), day).allowed);
        let queue = OutboxInput::Queue { envelope: envelope.id(), header, now: time(self.now) };
        self.outbox_step(at, &queue, |rows| {
            rows.envelopes.insert(envelope.id(), envelope.bytes().to_vec());
            rows.sent.push(body.clone());
            rows.log += 1;
        });
    }

    /// Opens and shows what was delivered, in order.
    fn read_letters(&mut self, at: usize) {
        let waiting: Vec<_> =
            self.nodes[at].inbox.taken().iter().filter(|row| !row.decided).map(|row| row.place).collect();
        let Some(&place) = waiting.first() else { return };
        let node = &self.nodes[at];
        let row = node.inbox.taken().iter().find(|row| row.place == place).unwrap();
        let envelope = Envelope::verify(&node.rows.envelopes[&row.envelope], &world().agreed).unwrap();
        let letter = envelope.open(node.office.id, &node.office.keyring).unwrap();
        let day = crate::help::day("2026-11-23");
        let verdict =
            world().rules.decide(Direction::Receiving, envelope.header(), letter.label.as_ref(), day);
        assert!(verdict.allowed, "{verdict:?}");
        let opened = InboxInput::Opened { place, by: OfficerId::from_bytes([7; 16]) };
        self.inbox_step(at, &opened, |rows, _| rows.shown.push(letter.body.0.clone()));
    }

    fn step(&mut self, written: &mut [usize; 2], letters: usize) {
        let at = usize::try_from(self.dice.below(2)).unwrap();
        match self.dice.below(if self.storm { 10 } else { 8 }) {
            0 | 1 => {
                let input = OutboxInput::Tick { now: time(self.now), draw: self.dice.roll() };
                self.outbox_step(at, &input, |_| {});
            }
            2 => self.push(at, vec![]),
            3 | 4 => self.read_letters(at),
            8 | 9 if written[at] < letters => {
                let before = self.nodes[at].rows.sent.len();
                self.write_letter(at, written[at]);
                written[at] += self.nodes[at].rows.sent.len() - before;
            }
            _ => {
                self.now += i64::try_from(self.dice.below(if self.storm { 3_000 } else { 60_000 })).unwrap();
                let due: Vec<_> =
                    (0..self.flights.len()).filter(|n| self.flights[*n].arrives <= self.now).collect();
                if !due.is_empty() {
                    let chosen = due[usize::try_from(self.dice.below(due.len() as u64)).unwrap()];
                    let flight = self.flights.swap_remove(chosen);
                    self.arrive(flight.to, flight.message);
                }
            }
        }
    }

    fn is_quiet(&self) -> bool {
        self.nodes.iter().enumerate().all(|(at, node)| {
            let (theirs, mine) = (self.nodes[1 - at].inbox.head(), &node.outbox.head().receipts);
            node.outbox.items().iter().all(|item| item.status == Status::Opened)
                && node.inbox.taken().iter().all(|row| row.decided)
                && (mine.next, mine.last) == (theirs.next_receipt, theirs.last_receipt)
        })
    }

    fn run(seed: u64, backup: bool) -> Self {
        let mut simulation = Self::new(seed);
        let letters = usize::try_from(2 + simulation.dice.below(5)).unwrap();
        let mut written = [0, 0];
        let (saved_at, restored_at) = (40 + simulation.dice.below(60), 120 + simulation.dice.below(60));
        let victim = usize::try_from(simulation.dice.below(2)).unwrap();
        let mut saved = None;
        for step in 0..STORM {
            simulation.step(&mut written, letters);
            if backup && u64::from(step) == saved_at {
                saved = Some(simulation.nodes[victim].rows.clone());
            }
            if backup && u64::from(step) == restored_at {
                simulation.restore(victim, saved.take().unwrap());
            }
        }
        simulation.storm = false;
        for _ in 0..CALM {
            if simulation.is_quiet() {
                break;
            }
            simulation.step(&mut written, letters);
        }
        simulation
    }

    /// Puts a backup back, as the restore command does: the log begins a new life.
    fn restore(&mut self, at: usize, saved: Rows) {
        self.nodes[at].rows = saved;
        self.nodes[at].rows.life += 1;
        self.nodes[at].restart();
        let life = self.nodes[at].rows.life;
        let (delta, _) = self.nodes[at].outbox.step(&OutboxInput::Reincarnate { incarnation: life }).unwrap();
        self.nodes[at].rows.write_outbox(&delta);
        self.nodes[at].outbox.apply(&delta);
    }
}

#[test]
fn every_message_is_delivered_exactly_once_and_in_order_and_the_receipts_agree() {
    let (mut crashes, mut messages) = (0, 0);
    for seed in 1..=SEEDS {
        let simulation = Simulation::run(seed, false);
        assert!(simulation.is_quiet(), "seed {seed}: {:?}", simulation.nodes[0].outbox.items());
        for at in [0, 1] {
            let (sender, receiver) = (&simulation.nodes[at], &simulation.nodes[1 - at]);
            assert_eq!(receiver.rows.shown, sender.rows.sent, "seed {seed}");
            // Every receipt that the sender filed is one that the receiver still has, and the last one of
            // each message says the same at both ends.
            let have: BTreeMap<_, _> =
                receiver.rows.receipts.values().map(|bytes| (Sha256Digest::of(bytes), bytes)).collect();
            for (digest, bytes) in &sender.rows.filed {
                assert_eq!(have.get(digest), Some(&bytes), "seed {seed}");
            }
            assert_eq!(sender.rows.filed.len(), have.len(), "seed {seed}: all receipts arrived");
            for item in sender.outbox.items() {
                let receipt = SignedReceipt::verify(have[&item.receipt.unwrap()], &world().agreed).unwrap();
                assert_eq!(receipt.receipt().envelope, item.envelope);
                assert!(receiver.rows.envelopes.contains_key(&item.envelope));
            }
            // What memory holds is what the rows hold.
            assert_eq!(sender.rows.outbox(), sender.outbox);
            assert_eq!(receiver.rows.inbox(), receiver.inbox);
            messages += sender.rows.sent.len();
        }
        assert_eq!(simulation.forks, 0, "seed {seed}: nothing was refused");
        assert!(simulation.nodes.iter().all(|node| node.restores_told == 0), "seed {seed}: no false alarm");
        crashes += simulation.crashes;
    }
    assert!(messages > 2000 && crashes > 2000, "{messages} messages, {crashes} restarts");
}

#[test]
fn a_node_restored_from_a_backup_loses_no_message_of_the_other_and_doubles_none() {
    let mut told = 0;
    for seed in 1..=RESTORE_SEEDS {
        let simulation = Simulation::run(seed, true);
        assert!(
            simulation.is_quiet(),
            "seed {seed}: {:?} {:?}",
            simulation.nodes.each_ref().map(|node| node.outbox.items().to_vec()),
            simulation.nodes.each_ref().map(|node| node.inbox.clone())
        );
        let victim = usize::from(simulation.nodes[1].rows.life == 1);
        let (restored, other) = (&simulation.nodes[victim], &simulation.nodes[1 - victim]);
        // What the other sent is all there again, once and in order.
        assert_eq!(restored.rows.shown, other.rows.sent, "seed {seed}");
        // What the restored node knows to have sent was shown, in order; what it forgot may have been, too.
        let known = |body: &&Vec<u8>| restored.rows.sent.contains(body);
        let shown: Vec<_> = other.rows.shown.iter().filter(known).collect();
        let mut once = shown.clone();
        once.dedup();
        assert_eq!(shown, once, "seed {seed}");
        assert!(restored.rows.sent.iter().all(|body| shown.contains(&body)), "seed {seed}");
        told += other.restores_told;
    }
    assert!(told > 50, "the counterpart was told {told} times");
}

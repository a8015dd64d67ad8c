//! The outbox and the inbox, step by step.

use comity_channel::{
    Desk, Envelope, Fate, GIVE_UP_AFTER_MS, Inbox, InboxDelta, InboxError, InboxHead, InboxInput,
    InboxOutput, KEPT_TAKEN, LogPosition, MAX_HELD, MAX_RETRY_MS, MIN_RETRY_MS, Outbox, OutboxDelta,
    OutboxError, OutboxInput, OutboxOutput, SignedReceipt, Standing, Status, Suite, Taken, WINDOW,
};
use comity_record::{OfficerId, RecordedTime, Sha256Digest, cbor};
use proptest::prelude::*;

use crate::help::{World, letter, place, word};

fn at(seconds: i64) -> RecordedTime {
    let start: jiff::Timestamp = "2026-11-23T07:00:00Z".parse().unwrap();
    RecordedTime::at(jiff::Timestamp::from_millisecond(start.as_millisecond() + seconds * 1000).unwrap())
}

/// Both ends of one direction, with the sender's envelopes and the receiver's receipts.
struct Pair {
    world: World,
    outbox: Outbox,
    inbox: Inbox,
    sealed: Vec<Envelope>,
    receipts: Vec<SignedReceipt>,
    life: u32,
}

impl Pair {
    fn new() -> Self {
        let world = World::new(Suite::X25519);
        let inbox = Inbox::new(&world.agreed, world.b.id).unwrap();
        let outbox = Outbox::new(&world.agreed, world.a.id, 0).unwrap();
        Self { world, outbox, inbox, sealed: vec![], receipts: vec![], life: 0 }
    }

    fn send(&mut self, body: &[u8], now: RecordedTime) -> Envelope {
        let (place, previous) = self.outbox.next();
        let envelope = self.world.seal(place, previous, &letter("KZ", body));
        self.out(&OutboxInput::Queue { envelope: envelope.id(), header: envelope.header(), now }).unwrap();
        self.sealed.push(envelope.clone());
        envelope
    }

    /// A step of the outbox, with its delta written and read as a store would.
    fn out(&mut self, input: &OutboxInput<'_>) -> Result<Vec<OutboxOutput>, OutboxError> {
        let (delta, outputs) = self.outbox.step(input)?;
        let stored = cbor::to_canonical(&delta).unwrap();
        self.outbox.apply(&cbor::from_canonical::<OutboxDelta>(&stored).unwrap());
        let stored = cbor::to_canonical(&self.outbox).unwrap();
        assert_eq!(cbor::from_canonical::<Outbox>(&stored).unwrap(), self.outbox);
        Ok(outputs)
    }

    fn feed(&mut self, input: &InboxInput<'_>) -> Result<Vec<InboxOutput>, InboxError> {
        let index = u64::try_from(self.receipts.len()).unwrap();
        let position = LogPosition { incarnation: self.life, index };
        let desk = Desk { now: at(0), position, node: &self.world.b.node };
        let (delta, outputs) = self.inbox.step(input, desk)?;
        let stored = cbor::to_canonical(&delta).unwrap();
        let delta: InboxDelta = cbor::from_canonical(&stored).unwrap();
        self.inbox.apply(&delta);
        let receipts =
            delta.receipts.iter().map(|bytes| SignedReceipt::verify(bytes.as_ref(), &self.world.agreed));
        self.receipts.extend(receipts.map(Result::unwrap));
        let stored = cbor::to_canonical(&self.inbox).unwrap();
        assert_eq!(cbor::from_canonical::<Inbox>(&stored).unwrap(), self.inbox);
        Ok(outputs)
    }

    fn arrive(&mut self, envelope: &Envelope) -> Vec<InboxOutput> {
        self.feed(&InboxInput::Arrived { envelope: envelope.id(), header: envelope.header() }).unwrap()
    }

    fn acknowledge(&mut self, number: usize) -> Result<Vec<OutboxOutput>, OutboxError> {
        let receipt = self.receipts[number].clone();
        self.out(&OutboxInput::Receipt { receipt: &receipt, now: at(1) })
    }

    fn tick(&mut self, now: RecordedTime, draw: u64) -> Vec<OutboxOutput> {
        self.out(&OutboxInput::Tick { now, draw }).unwrap()
    }
}

fn delivered(envelope: &Envelope) -> InboxOutput {
    InboxOutput::Deliver { place: envelope.header().place, envelope: envelope.id() }
}

#[test]
fn a_message_is_sent_received_opened_and_acknowledged() {
    let mut pair = Pair::new();
    let sent = pair.send(b"one", at(0));
    assert_eq!(pair.outbox.next_due(), Some(at(0)));
    assert_eq!(pair.tick(at(0), 7), [OutboxOutput::Send(vec![sent.id()])]);
    assert_eq!(pair.arrive(&sent), [delivered(&sent)]);
    let by = OfficerId::from_bytes([3; 16]);
    pair.feed(&InboxInput::Opened { place: place(0, 0), by }).unwrap();
    assert_eq!(
        pair.acknowledge(0).unwrap(),
        [OutboxOutput::File { place: place(0, 0), status: Status::Received }]
    );
    assert_eq!(
        pair.acknowledge(1).unwrap(),
        [OutboxOutput::File { place: place(0, 0), status: Status::Opened }]
    );
    assert_eq!(pair.outbox.open_items(at(9)), []);
    assert_eq!(pair.outbox.next_due(), None);
    let [first, second] = [0, 1].map(|n: usize| pair.receipts[n].receipt().clone());
    assert_eq!((first.sequence, first.previous, first.position.index), (0, None, 0));
    assert_eq!((second.sequence, second.previous), (1, Some(pair.receipts[0].digest())));
    assert_eq!(second.fate, Fate::Opened { by });
    assert_eq!(pair.acknowledge(0).unwrap(), [], "an old receipt says nothing new");
    assert_eq!(pair.outbox.items()[0].status, Status::Opened);
}

#[test]
fn a_duplicate_gets_the_same_receipt_and_is_not_delivered_again() {
    let mut pair = Pair::new();
    let sent = pair.send(b"one", at(0));
    pair.arrive(&sent);
    let again = InboxOutput::Again { receipt: pair.receipts[0].digest() };
    assert_eq!(pair.arrive(&sent), std::slice::from_ref(&again));
    let refused = InboxInput::Refused { place: place(0, 0), rule: word("kind") };
    pair.feed(&refused).unwrap();
    assert_eq!(pair.feed(&refused).unwrap(), []);
    let opened = InboxInput::Opened { place: place(0, 0), by: OfficerId::from_bytes([3; 16]) };
    pair.feed(&opened).unwrap();
    assert_eq!(pair.receipts.len(), 2, "what is decided stays so");
    assert_eq!(pair.arrive(&sent), [again]);
    let nothing_there = InboxInput::Opened { place: place(0, 1), by: OfficerId::from_bytes([3; 16]) };
    assert!(matches!(pair.feed(&nothing_there), Err(InboxError::NotDelivered)));
    pair.acknowledge(0).unwrap();
    pair.acknowledge(1).unwrap();
    assert_eq!(pair.outbox.items()[0].status, Status::Refused);
}

#[test]
fn messages_before_their_turn_are_held_up_to_the_bound_and_delivered_in_order() {
    let mut pair = Pair::new();
    let most = usize::try_from(MAX_HELD).unwrap();
    let sent: Vec<_> = (0..=most + 1).map(|n| pair.send(&[u8::try_from(n).unwrap()], at(0))).collect();
    assert_eq!(pair.arrive(&sent[most + 1]), [InboxOutput::TooFar(place(0, MAX_HELD + 1))]);
    assert_eq!(pair.arrive(&sent[most]), [InboxOutput::Held(place(0, MAX_HELD))]);
    assert_eq!(pair.arrive(&sent[2]), [InboxOutput::Held(place(0, 2))]);
    assert_eq!(pair.arrive(&sent[2]), [InboxOutput::Held(place(0, 2))]);
    assert_eq!(pair.inbox.held().len(), 2);
    assert_eq!(pair.receipts.len(), 0, "what is held is not acknowledged");
    assert_eq!(pair.arrive(&sent[0]), [delivered(&sent[0])]);
    assert_eq!(pair.arrive(&sent[1]), [delivered(&sent[1]), delivered(&sent[2])]);
    let positions: Vec<_> = pair.receipts.iter().map(|receipt| receipt.receipt().position.index).collect();
    assert_eq!(positions, [0, 1, 2]);
    for (at, envelope) in sent.iter().enumerate().skip(3) {
        let outputs = pair.arrive(envelope);
        assert_eq!(outputs[0], if at == most { outputs[0].clone() } else { delivered(envelope) });
    }
    assert_eq!(pair.inbox.expects(), place(0, MAX_HELD + 2));
    assert_eq!(pair.inbox.held(), []);
}

#[test]
fn a_fork_is_refused_and_reported() {
    let mut pair = Pair::new();
    let sent = pair.send(b"one", at(0));
    let other = pair.world.seal(place(0, 0), None, &letter("KZ", b"another"));
    pair.arrive(&sent);
    let fork = InboxOutput::Fork { place: place(0, 0), known: sent.id(), other: other.id() };
    assert_eq!(pair.arrive(&other), [fork]);
    // One that claims the next place and does not follow.
    let broken = pair.world.seal(place(0, 1), Some(other.id()), &letter("KZ", b"two"));
    let reported = InboxOutput::Broken { place: place(0, 1), envelope: broken.id() };
    assert_eq!(pair.arrive(&broken), [reported]);
    // Held ones are checked when their turn comes.
    let (second, third) = (pair.send(b"two", at(0)), pair.send(b"three", at(0)));
    let forged = pair.world.seal(place(0, 2), Some(broken.id()), &letter("KZ", b"three"));
    pair.arrive(&forged);
    let fork = InboxOutput::Fork { place: place(0, 2), known: forged.id(), other: third.id() };
    assert_eq!(pair.arrive(&third), [fork]);
    let reported = InboxOutput::Broken { place: place(0, 2), envelope: forged.id() };
    assert_eq!(pair.arrive(&second), [delivered(&second), reported]);
    assert_eq!(pair.arrive(&third), [delivered(&third)]);
    assert_eq!(pair.receipts.len(), 3);
}

#[test]
fn a_message_is_sent_again_for_thirty_days_and_then_a_person_is_told() {
    let mut pair = Pair::new();
    let (first, second) = (pair.send(b"one", at(0)), pair.send(b"two", at(0)));
    let last_day = GIVE_UP_AFTER_MS / 1000;
    let (mut now, mut sent) = (0, 0);
    while now < last_day {
        for output in pair.tick(at(now), u64::try_from(now).unwrap()) {
            assert!(matches!(output, OutboxOutput::Send(_)), "{output:?}");
            sent += 1;
        }
        let due = pair.outbox.next_due().unwrap().as_millisecond() - at(now).as_millisecond();
        assert!((1..=MAX_RETRY_MS).contains(&due));
        now += due / 1000 + 1;
    }
    assert!(sent > 700, "about every half hour: {sent}");
    let alarms = pair.tick(at(last_day), 1);
    assert_eq!(alarms, [OutboxOutput::Alarm(place(0, 0)), OutboxOutput::Alarm(place(0, 1))]);
    assert_eq!(pair.tick(at(last_day + 9999), 2), [], "once");
    let open = pair.outbox.open_items(at(last_day));
    assert_eq!((open.len(), open[0].given_up, open[0].waited_ms), (2, true, GIVE_UP_AFTER_MS));

    // A person has it tried again; what is behind it waits for its own decision.
    let now = at(last_day + 10_000);
    pair.out(&OutboxInput::TakeUp { place: place(0, 0), now }).unwrap();
    assert_eq!(pair.tick(now, 3), [OutboxOutput::Send(vec![first.id()])]);
    let again = pair.out(&OutboxInput::TakeUp { place: place(0, 0), now });
    assert_eq!(again, Err(OutboxError::NotGivenUp));
    // A late receipt settles even what was given up.
    pair.arrive(&first);
    pair.arrive(&second);
    pair.acknowledge(0).unwrap();
    pair.acknowledge(1).unwrap();
    assert_eq!(pair.outbox.open_items(now), []);
}

#[test]
fn the_thirty_days_of_what_waits_behind_others_begin_when_it_may_go() {
    let mut pair = Pair::new();
    let last_day = GIVE_UP_AFTER_MS / 1000;
    let sent: Vec<_> = (0..=WINDOW).map(|n| pair.send(&n.to_be_bytes(), at(0))).collect();
    pair.arrive(&sent[0]);
    let receipt = pair.receipts[0].clone();
    pair.out(&OutboxInput::Receipt { receipt: &receipt, now: at(last_day - 1) }).unwrap();
    let alarms = pair.tick(at(last_day), 1);
    assert_eq!(alarms.len(), WINDOW, "all but the last, and the last is sent: {alarms:?}");
    assert_eq!(alarms.last(), Some(&OutboxOutput::Send(vec![sent[WINDOW].id()])));

    // It waits as long as one before it waits for a person, whenever that one decides.
    let now = at(3 * last_day);
    for counter in 1..WINDOW {
        let place = place(0, u64::try_from(counter).unwrap());
        pair.out(&OutboxInput::TakeUp { place, now }).unwrap();
    }
    let OutboxOutput::Send(again) = &pair.tick(now, 2)[0] else { panic!("all of them go") };
    assert_eq!(again.len(), WINDOW);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn pauses_are_between_a_second_and_an_hour_and_grow_with_full_jitter(draws in proptest::collection::vec(any::<u64>(), 40)) {
        let mut pair = Pair::new();
        pair.send(b"one", at(0));
        let mut now = at(0);
        for (attempt, draw) in draws.into_iter().enumerate() {
            pair.tick(now, draw);
            let due = pair.outbox.next_due().unwrap();
            let pause = due.as_millisecond() - now.as_millisecond();
            let most = MAX_RETRY_MS.min(MIN_RETRY_MS << (attempt + 1).min(20));
            prop_assert!((MIN_RETRY_MS..=most).contains(&pause), "attempt {attempt}: {pause}");
            now = due;
        }
    }
}

#[test]
fn no_more_are_on_their_way_than_the_receiver_holds() {
    let mut pair = Pair::new();
    let sent: Vec<_> = (0..WINDOW + 3).map(|n| pair.send(&n.to_be_bytes(), at(0)).id()).collect();
    assert_eq!(pair.tick(at(0), 1), [OutboxOutput::Send(sent[..WINDOW].to_vec())]);
    let first = pair.sealed[0].clone();
    pair.arrive(&first);
    pair.acknowledge(0).unwrap();
    let OutboxOutput::Send(now) = &pair.tick(at(0), 1)[0] else { panic!("the next is due") };
    assert_eq!(now, &sent[WINDOW..=WINDOW]);
    assert!(u64::try_from(WINDOW).unwrap() <= MAX_HELD);
}

#[test]
fn a_message_that_nobody_has_opened_is_remembered_however_many_come_after_it() {
    let mut pair = Pair::new();
    let kept = u64::try_from(KEPT_TAKEN).unwrap();
    let id = |counter: u64| Sha256Digest::of(&counter.to_be_bytes());
    // All but the second were opened.
    let row = |counter| Taken {
        place: place(0, counter),
        envelope: id(counter),
        receipt: id(counter),
        decided: counter != 1,
    };
    let head = InboxHead { next: place(0, kept), last: Some(id(kept - 1)), ..pair.inbox.head().clone() };
    pair.inbox = Inbox::restore(head, (0..kept).map(row).collect(), vec![]);
    let mut header = pair.send(b"one", at(0)).header().clone();
    let mut arrive = |pair: &mut Pair, place, previous, counter| {
        (header.place, header.previous) = (place, previous);
        pair.feed(&InboxInput::Arrived { envelope: id(counter), header: &header }).unwrap()
    };
    for counter in kept..kept + 2 {
        let outputs = arrive(&mut pair, place(0, counter), Some(id(counter - 1)), counter);
        assert_eq!(outputs, [InboxOutput::Deliver { place: place(0, counter), envelope: id(counter) }]);
    }
    assert_eq!(pair.inbox.taken().len(), KEPT_TAKEN);
    for counter in [0, 2] {
        let again = arrive(&mut pair, place(0, counter), None, counter);
        assert_eq!(again, [InboxOutput::LongAgo(place(0, counter))], "no false alarm");
    }
    // A later life of the sender's that knows the second one only forgets all that came after it.
    let mut other = Pair { inbox: pair.inbox.clone(), ..Pair::new() };
    let outputs = arrive(&mut other, place(1, 0), Some(id(1)), kept + 9);
    let restored = InboxOutput::CounterpartRestored { from: 0, to: 1, forgotten_by_sender: kept };
    assert_eq!(outputs[0], restored);
    let by = OfficerId::from_bytes([3; 16]);
    let receipts = pair.receipts.len();
    pair.feed(&InboxInput::Opened { place: place(0, 1), by }).unwrap();
    assert_eq!(pair.receipts.len(), receipts + 1);
}

#[test]
fn an_envelope_sealed_for_a_place_that_was_taken_is_refused() {
    let mut pair = Pair::new();
    let (first, previous) = pair.outbox.next();
    let late = pair.world.seal(first, previous, &letter("KZ", b"late"));
    pair.send(b"one", at(0));
    let queued = pair.out(&OutboxInput::Queue { envelope: late.id(), header: late.header(), now: at(0) });
    assert_eq!(queued, Err(OutboxError::NotNext { sealed: place(0, 0), next: place(0, 1) }));
}

#[test]
fn missing_forked_and_foreign_receipts_show() {
    let mut pair = Pair::new();
    for body in [b"one", b"two"] {
        let envelope = pair.send(body, at(0));
        pair.arrive(&envelope);
    }
    let ask = OutboxOutput::AskReceipts { incarnation: 0, from: 0 };
    assert_eq!(pair.acknowledge(1).unwrap(), [ask]);
    pair.acknowledge(0).unwrap();

    // The receiver signs number 0 again, and says something else.
    let mut lie = pair.receipts[0].receipt().clone();
    lie.fate = Fate::Refused { rule: word("kind") };
    let lie = SignedReceipt::sign(lie, &pair.world.b.node).unwrap();
    let forked = pair.out(&OutboxInput::Receipt { receipt: &lie, now: at(1) });
    assert_eq!(forked, Err(OutboxError::ReceiptFork { sequence: 0 }));
    // A chain that goes on from the lie.
    let mut next = pair.receipts[1].receipt().clone();
    next.previous = Some(lie.digest());
    let next = SignedReceipt::sign(next, &pair.world.b.node).unwrap();
    let broken = pair.out(&OutboxInput::Receipt { receipt: &next, now: at(1) });
    assert_eq!(broken, Err(OutboxError::ReceiptChain { sequence: 1 }));
    // An acknowledgement of something that was never sent is filed, and told.
    let mut unasked = pair.receipts[1].receipt().clone();
    unasked.envelope = lie.digest();
    let unasked = SignedReceipt::sign(unasked, &pair.world.b.node).unwrap();
    let told = pair.out(&OutboxInput::Receipt { receipt: &unasked, now: at(1) }).unwrap();
    assert_eq!(told, [OutboxOutput::Unremembered { place: place(0, 1), envelope: lie.digest() }]);
    assert_eq!(pair.outbox.open_items(at(1)).len(), 1);
}

#[test]
fn a_sender_restored_from_a_backup_is_recognised_by_the_receiver() {
    let mut pair = Pair::new();
    let first = pair.send(b"one", at(0));
    pair.arrive(&first);
    let backup = pair.outbox.clone();
    for body in [b"two", b"tre"] {
        let lost = pair.send(body, at(0));
        pair.arrive(&lost);
    }
    // Without a new life it seals a second message for a place it has forgotten.
    pair.outbox = backup.clone();
    let (taken, previous) = pair.outbox.next();
    let forked = pair.world.seal(taken, previous, &letter("KZ", b"other"));
    let known = pair.sealed[1].id();
    assert_eq!(pair.arrive(&forked), [InboxOutput::Fork { place: taken, known, other: forked.id() }]);

    // With a new life it says itself what it knows, and the receiver says what it does not.
    pair.outbox = backup;
    pair.out(&OutboxInput::Reincarnate { incarnation: 1 }).unwrap();
    let again = pair.out(&OutboxInput::Reincarnate { incarnation: 1 });
    assert_eq!(again, Err(OutboxError::Incarnation { known: 1, found: 1 }));
    let new = pair.send(b"new", at(5));
    assert_eq!(new.header().place, place(1, 0));
    // What waits from the earlier life goes first, as it is.
    assert_eq!(pair.tick(at(5), 1), [OutboxOutput::Send(vec![first.id()])]);
    assert!(matches!(pair.arrive(&first)[..], [InboxOutput::Again { .. }]));
    for number in 0..3 {
        let outputs = pair.acknowledge(number).unwrap();
        let unremembered = matches!(outputs[0], OutboxOutput::Unremembered { .. });
        assert_eq!(unremembered, number > 0, "the receipts of the forgotten ones come to light");
    }
    assert_eq!(pair.tick(at(5), 1), [OutboxOutput::Send(vec![new.id()])]);
    let restored = InboxOutput::CounterpartRestored { from: 0, to: 1, forgotten_by_sender: 2 };
    assert_eq!(pair.arrive(&new), [restored, delivered(&new)]);
    // The earlier life is over.
    let ghost = pair.world.seal(place(0, 3), Some(pair.sealed[2].id()), &letter("KZ", b"ghost"));
    assert_eq!(pair.arrive(&ghost), [InboxOutput::Superseded(place(0, 3))]);
}

#[test]
fn a_receiver_restored_from_a_backup_is_sent_again_what_it_lost() {
    let mut pair = Pair::new();
    let first = pair.send(b"one", at(0));
    pair.arrive(&first);
    let backup = (pair.inbox.clone(), pair.receipts.len());
    let second = pair.send(b"two", at(0));
    pair.arrive(&second);
    pair.acknowledge(0).unwrap();
    pair.acknowledge(1).unwrap();
    let third = pair.send(b"three", at(0));

    pair.inbox = backup.0;
    let old_receipts = pair.receipts.split_off(backup.1);
    pair.life = 1;
    assert_eq!(pair.arrive(&third), [InboxOutput::Held(place(0, 2))]);
    let expects = OutboxInput::Stands { standing: pair.inbox.standing(1), now: at(9) };
    let restored = OutboxOutput::CounterpartRestored {
        incarnation: 1,
        sent_again: 1,
        forgot_receipts: true,
        out_of_reach: false,
    };
    assert_eq!(pair.out(&expects).unwrap(), [restored]);
    assert_eq!(pair.out(&expects).unwrap(), [], "a late answer of the same life changes nothing");
    assert_eq!(pair.tick(at(9), 1), [OutboxOutput::Send(vec![second.id(), third.id()])]);
    assert_eq!(pair.arrive(&second), [delivered(&second), delivered(&third)]);
    let receipt = pair.receipts[1].receipt();
    assert_eq!((receipt.position.incarnation, receipt.sequence, receipt.life_from), (1, 1, 1));
    assert_eq!(receipt.previous, Some(pair.receipts[0].digest()), "it goes on from what the backup knew");
    let outputs = pair.acknowledge(1).unwrap();
    assert!(matches!(outputs[0], OutboxOutput::CounterpartRestored { forgot_receipts: true, .. }));
    pair.acknowledge(2).unwrap();
    assert_eq!(pair.outbox.open_items(at(9)), []);
    // The receipt of the life that is over acknowledges nothing any more, and that life does not come back.
    let over = pair.out(&OutboxInput::Receipt { receipt: &old_receipts[0], now: at(9) });
    assert_eq!(over, Err(OutboxError::Superseded { known: 1, found: 0 }));
    pair.life = 0;
    let fourth = pair.send(b"four", at(9));
    let input = InboxInput::Arrived { envelope: fourth.id(), header: fourth.header() };
    assert!(matches!(pair.feed(&input), Err(InboxError::Incarnation { known: 1, found: 0 })));
}

#[test]
fn a_life_that_joins_nothing_waits_for_a_person() {
    let mut pair = Pair::new();
    let first = pair.send(b"one", at(0));
    pair.arrive(&first);
    let unknown =
        pair.world.seal(place(2, 0), Some(comity_record::Sha256Digest::of(b"?")), &letter("KZ", b"x"));
    assert_eq!(pair.arrive(&unknown), [InboxOutput::UnknownPast(place(2, 0))]);
    let second = pair.world.seal(place(2, 1), Some(unknown.id()), &letter("KZ", b"y"));
    assert_eq!(pair.arrive(&second), [InboxOutput::TooFar(place(2, 1))]);
    pair.feed(&InboxInput::AcceptLife { incarnation: 2 }).unwrap();
    assert_eq!(pair.arrive(&unknown), [delivered(&unknown)]);
    assert_eq!(pair.arrive(&second), [delivered(&second)]);
    pair.feed(&InboxInput::AcceptLife { incarnation: 1 }).unwrap();
    assert_eq!(pair.inbox.expects(), place(2, 2), "no way back");
}

#[test]
fn another_channels_envelope_is_refused() {
    let mut pair = Pair::new();
    let other = World::with(Suite::X25519, |text| text.retain_days = None);
    let stray = other.seal(place(0, 0), None, &letter("KZ", b"x"));
    let input = InboxInput::Arrived { envelope: stray.id(), header: stray.header() };
    assert!(matches!(pair.feed(&input), Err(InboxError::OtherChannel)));
}

#[test]
fn our_own_receipts_sent_back_to_us_are_not_the_counterparts() {
    let mut pair = Pair::new();
    let sent = pair.send(b"one", at(0));
    pair.arrive(&sent);
    let mut own = pair.receipts[0].receipt().clone();
    (own.sender, own.recipient) = (own.recipient, own.sender);
    let own = SignedReceipt::sign(own, &pair.world.a.node).unwrap();
    assert!(
        SignedReceipt::verify(own.bytes(), &pair.world.agreed).is_ok(),
        "it is a receipt, of the other direction"
    );
    let refused = pair.out(&OutboxInput::Receipt { receipt: &own, now: at(1) });
    assert_eq!(refused, Err(OutboxError::OtherChannel));
    let stranger = comity_record::OfficeId::from_bytes([9; 16]);
    let nobody = Outbox::new(&pair.world.agreed, stranger, 0);
    assert_eq!(nobody.unwrap_err(), OutboxError::NotAParty(stranger));
}

#[test]
fn what_is_long_settled_is_no_longer_remembered_one_by_one() {
    let mut pair = Pair::new();
    let count = comity_channel::KEPT_SETTLED + 2;
    // The headers alone decide; sealing thousands of letters would only take time.
    let template = pair.world.seal(place(0, 0), None, &letter("KZ", b"x")).header().clone();
    for n in 0..count {
        let (place, previous) = pair.outbox.next();
        let mut header = template.clone();
        (header.place, header.previous) = (place, previous);
        let envelope = comity_record::Sha256Digest::of(&n.to_be_bytes());
        let queue = OutboxInput::Queue { envelope, header: &header, now: at(0) };
        let (delta, _) = pair.outbox.step(&queue).unwrap();
        pair.outbox.apply(&delta);
        let desk =
            Desk { now: at(0), position: LogPosition { incarnation: 0, index: 0 }, node: &pair.world.b.node };
        // Only what was decided is forgotten.
        let refused = InboxInput::Refused { place, rule: word("kind") };
        let arrived = InboxInput::Arrived { envelope, header: &header };
        for input in [arrived, refused].into_iter().take(if n < 2 { 2 } else { 1 }) {
            let (delta, _) = pair.inbox.step(&input, desk).unwrap();
            pair.inbox.apply(&delta);
            let receipt = SignedReceipt::verify(delta.receipts[0].as_ref(), &pair.world.agreed).unwrap();
            let receipt = OutboxInput::Receipt { receipt: &receipt, now: at(0) };
            let (delta, _) = pair.outbox.step(&receipt).unwrap();
            pair.outbox.apply(&delta);
        }
    }
    assert_eq!(pair.inbox.taken().len(), comity_channel::KEPT_TAKEN);
    assert_eq!(pair.outbox.items().len(), comity_channel::KEPT_SETTLED + 1);
    let mut oldest = template;
    oldest.place = place(0, 0);
    let first = comity_record::Sha256Digest::of(&0_usize.to_be_bytes());
    let input = InboxInput::Arrived { envelope: first, header: &oldest };
    assert_eq!(pair.feed(&input).unwrap(), [InboxOutput::LongAgo(place(0, 0))]);
    // A counterpart that lost everything wants more than is remembered.
    let standing = Standing { incarnation: 1, receipts_from: 0, expects: place(0, 0) };
    let expects = OutboxInput::Stands { standing, now: at(1) };
    let outputs = pair.out(&expects).unwrap();
    assert!(matches!(outputs[0], OutboxOutput::CounterpartRestored { out_of_reach: true, .. }));
}

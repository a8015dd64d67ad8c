//! Two nodes agree, and exchange messages, receipts, keys and cosignatures.

mod alone;
mod card;
mod clock;
mod many;
mod waiting;

use std::collections::BTreeSet;

use comity_casework::body::{CaseAct, OfficeAct, OfficeProposal, office_journal};
use comity_casework::exchange::{
    Concern, DraftAgreement, LETTER_FILE, MAX_OPEN_CONCERNS, MessageFate, SEALING_DAYS, SendWhat, Terms, Way,
};
use comity_casework::{Keyring, Refusal, TIMELINE, With};
use comity_channel::{
    Address, Envelope, GIVE_UP_AFTER_MS, GRACE_DAYS, Letter, OutboxDelta, Part, Party, Place, Status,
    read_bundle, witness_key, write_bundle,
};
use comity_journal::KnownLog;
use comity_record::{Bytes, Coded as _, Sha256Digest};
use comity_store::{Delta, Row, RowChange, Store as _};

use crate::bench::refusal;
use crate::two::{Seeded, Side, Two, call};

/// A kind that no second person has to approve.
const PLAIN: &str = "request.acknowledged";
/// A kind that two have to approve.
const APPROVED: &str = "intelligence.spontaneous";

async fn send(two: &Two, from: &Side, body: &str) {
    let what = two.what(from, PLAIN, body);
    from.node.send(from.investigator(), from.case, what).await.unwrap();
}

/// What the office received, in order, with what is inside where it can be read.
async fn letters(side: &Side) -> Vec<String> {
    let mut texts = Vec::new();
    for message in side.node.messages(side.prosecutor()).unwrap() {
        if message.way == Way::In {
            side.node.open_message(side.prosecutor(), message.entry).await.unwrap();
            let letter = side.node.read_message(side.prosecutor(), message.entry).await.unwrap();
            texts.push(String::from_utf8(letter.body.0).unwrap());
        }
    }
    texts
}

/// The receipts that one side signed are those that the other filed, and say the same at both ends.
fn receipts_agree(two: &Two) {
    for (sender, receiver) in [(&two.a, &two.b), (&two.b, &two.a)] {
        let (sender, receiver) = (sender.node.state(), receiver.node.state());
        let outbox = &sender.channels().get(two.agreement).unwrap().outbox;
        let inbox = &receiver.channels().get(two.agreement).unwrap().inbox;
        let (filed, signed) = (&outbox.head().receipts, inbox.head());
        assert_eq!((filed.next, filed.last), (signed.next_receipt, signed.last_receipt));
        assert!(outbox.items().iter().all(|item| item.status.is_settled()), "{:?}", outbox.items());
        assert_eq!(outbox.items().len(), inbox.taken().len());
    }
}

#[tokio::test]
async fn two_nodes_agree_exchange_and_have_the_same_receipts() {
    let mut two = Two::new().await;
    for n in 0..3 {
        send(&two, &two.a, &format!("to b {n}")).await;
        send(&two, &two.b, &format!("to a {n}")).await;
    }
    two.talk().await;
    assert_eq!(letters(&two.b).await, ["to b 0", "to b 1", "to b 2"]);
    assert_eq!(letters(&two.a).await, ["to a 0", "to a 1", "to a 2"]);
    two.talk().await;
    receipts_agree(&two);
    for side in [&two.a, &two.b] {
        let state = side.node.state();
        let channel = state.channels().get(two.agreement).unwrap();
        assert!(channel.outbox.items().iter().all(|item| item.status == Status::Opened));
        assert!(channel.received.values().all(|r| matches!(r.fate, MessageFate::Opened { .. })));
        assert_eq!(channel.open_concerns().count(), 0);
        side.check().await;
    }
}

#[tokio::test]
async fn an_unapproved_message_is_refused_and_an_approved_one_leaves_once() {
    let mut two = Two::new().await;
    let what = two.what(&two.a, APPROVED, "please preserve");
    let (node, case) = (&two.a.node, two.a.case);
    let size = node.state().size();
    let refused = node.send(two.a.investigator(), case, what.clone()).await.unwrap_err();
    assert_eq!(refused.code(), "channel-rule-approval");
    assert_eq!(node.state().size(), size, "nothing was recorded");

    let proposal =
        node.propose_message(two.a.investigator(), case, &what, "urgent".into()).await.unwrap().entry;
    let read = node.proposed_message(two.a.prosecutor(), case, proposal).await.unwrap();
    assert_eq!(read, what.content());
    let carried = SendWhat { proposal: Some(proposal), ..what.clone() };
    let unapproved = node.send(two.a.investigator(), case, carried.clone()).await;
    assert_eq!(refusal(unapproved), Refusal::NotApproved);
    node.approve_in_case(two.a.prosecutor(), case, proposal).await.unwrap();
    let other = SendWhat { body: b"something else".to_vec(), ..carried.clone() };
    assert_eq!(refusal(node.send(two.a.investigator(), case, other).await), Refusal::NotApproved);
    node.send(two.a.investigator(), case, carried.clone()).await.unwrap();
    let twice = node.send(two.a.investigator(), case, carried).await;
    assert!(matches!(refusal(twice), Refusal::Exists(_)), "an approval is carried out once");
    two.talk().await;
    assert_eq!(letters(&two.b).await, ["please preserve"]);
}

#[tokio::test]
async fn a_node_stopped_at_any_commit_loses_nothing_and_doubles_nothing() {
    let mut two = Two::new().await;
    let (mut to_a, mut to_b) = (vec![], vec![]);
    let mut stopped = 0;
    for nth in 1..=6 {
        for after in [false, true] {
            for at_a in [true, false] {
                let name = format!("{nth} {after} {at_a}");
                send(&two, &two.a, &name).await;
                send(&two, &two.b, &name).await;
                to_a.push(name.clone());
                to_b.push(name);
                let store = if at_a { &two.a.place.store } else { &two.b.place.store };
                store.stop_at(nth, after);
                stopped += usize::from(!talk_until_stopped(&mut two).await);
                if at_a {
                    two.a.restart().await;
                } else {
                    two.b.restart().await;
                }
                two.talk().await;
            }
        }
    }
    assert!(stopped >= 12, "only {stopped} talks were stopped");
    assert_eq!(letters(&two.a).await, to_a);
    assert_eq!(letters(&two.b).await, to_b);
    two.talk().await;
    receipts_agree(&two);
    for side in [&two.a, &two.b] {
        assert_eq!(side.node.state().channels().get(two.agreement).unwrap().concerns.len(), 0);
        side.check().await;
    }
}

/// Talks until a node fails; whether they came to an end before.
async fn talk_until_stopped(two: &mut Two) -> bool {
    for _ in 0..12 {
        two.wait(1);
        let Ok(call) = two.a.node.compose(two.agreement).await else { return false };
        let Ok(answer) = two.b.node.exchange(two.a.node.node_key(), &call).await else { return false };
        match two.a.node.take_answer(two.agreement, &answer).await {
            Ok(progress) if progress.again => {}
            Ok(_) => return true,
            Err(_) => return false,
        }
    }
    panic!("they do not come to an end");
}

/// A predictable source of decisions (xorshift64*).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let roll = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(roll).unwrap() % sides
    }
}

#[tokio::test]
async fn whatever_is_dropped_doubled_or_late_every_message_is_taken_once_and_in_order() {
    for seed in 1..=4 {
        let mut dice = Dice(seed * 7919);
        let mut two = Two::new().await;
        let (mut to_a, mut to_b) = (vec![], vec![]);
        // What was ever on its way: to whom, and whether it is an answer. Everything may come again, late.
        let mut flights: Vec<(bool, bool, Vec<u8>)> = vec![];
        for step in 0..90 {
            two.wait(u64::try_from(dice.below(40)).unwrap());
            let a = dice.below(2) == 0;
            match dice.below(8) {
                0 | 1 => {
                    let body = format!("{seed} {step}");
                    send(&two, if a { &two.a } else { &two.b }, &body).await;
                    if a { to_b.push(body) } else { to_a.push(body) }
                }
                2 => {
                    let side = if a { &two.a } else { &two.b };
                    flights.push((!a, false, side.node.compose(two.agreement).await.unwrap()));
                }
                3 if dice.below(4) == 0 => {
                    if a {
                        two.a.restart().await;
                    } else {
                        two.b.restart().await;
                    }
                }
                4 if dice.below(3) == 0 => drop(letters(if a { &two.a } else { &two.b }).await),
                _ if flights.is_empty() => {}
                _ => {
                    let at = dice.below(flights.len());
                    let (to_the_first, is_answer, bytes) = flights[at].clone();
                    if dice.below(3) > 0 {
                        flights.swap_remove(at);
                    }
                    if dice.below(4) == 0 {
                        continue;
                    }
                    let (to, from) = if to_the_first { (&two.a, &two.b) } else { (&two.b, &two.a) };
                    if is_answer {
                        to.node.take_answer(two.agreement, &bytes).await.unwrap();
                    } else {
                        let answer = to.node.exchange(from.node.node_key(), &bytes).await.unwrap();
                        flights.push((!to_the_first, true, answer));
                    }
                }
            }
        }
        two.talk().await;
        assert_eq!(letters(&two.a).await, to_a, "seed {seed}");
        assert_eq!(letters(&two.b).await, to_b, "seed {seed}");
        two.talk().await;
        receipts_agree(&two);
        for side in [&two.a, &two.b] {
            let state = side.node.state();
            let concerns: Vec<_> = state.channels().get(two.agreement).unwrap().concerns.values().collect();
            assert!(concerns.is_empty(), "seed {seed}: no false alarm: {concerns:?}");
            side.check().await;
        }
    }
}

/// The kinds of the entries in the journal of a side's office, in order.
async fn kinds(side: &Side) -> Vec<String> {
    let journal = office_journal(side.office);
    let line = side.node.timeline(side.auditor(), journal, 0, 1000).await.unwrap();
    line.into_iter().map(|entry| entry.row.kind).collect()
}

#[tokio::test]
async fn a_counterpart_restored_from_a_backup_is_recognised_and_gets_again_what_it_lost() {
    let mut two = Two::new().await;
    send(&two, &two.a, "first to b").await;
    send(&two, &two.b, "first to a").await;
    two.talk().await;
    let backup = two.a.node.backup(two.a.administrator()).await.unwrap();
    send(&two, &two.a, "sent and forgotten").await;
    send(&two, &two.b, "received and forgotten").await;
    two.talk().await;
    receipts_agree(&two);

    two.wait(100);
    two.a.restore(&backup).await;
    two.talk().await;
    assert!(kinds(&two.b).await.contains(&"counterpart.restored".to_owned()));
    assert_eq!(letters(&two.a).await, ["first to a", "received and forgotten"]);
    send(&two, &two.a, "after the restore").await;
    two.talk().await;
    assert_eq!(letters(&two.b).await, ["first to b", "sent and forgotten", "after the restore"]);
    two.talk().await;

    // What the restored node forgot comes to light: the receipts of the other tell of it.
    let restored = kinds(&two.b).await.iter().filter(|kind| *kind == "counterpart.restored").count();
    assert!(restored >= 2, "once by its standing, once by its messages");
    let a = two.a.node.state();
    let outbox = &a.channels().get(two.agreement).unwrap().outbox;
    assert!(outbox.items().iter().all(|item| item.status == Status::Opened));
    // The other has seen entries of the log that are lost there, and a person decides about that.
    let b = two.b.node.state();
    let concerns: Vec<_> = b.channels().get(two.agreement).unwrap().open_concerns().collect();
    let at_risk = concerns.iter().find_map(|(entry, concern)| match concern {
        Concern::Log { at_risk: Some(lost), .. } => Some((**entry, *lost)),
        _ => None,
    });
    let (concern, lost) = at_risk.expect("the restored log was shown");
    assert!(lost > 0);
    two.b.node.accept_concern(two.b.supervisor(), concern, "told by telephone".into()).await.unwrap();
    let again = two.b.node.accept_concern(two.b.supervisor(), concern, "again".into()).await;
    assert_eq!(refusal(again), Refusal::Decided);
    two.wait(100);
    two.talk().await;
    assert!(is_cosigned(&two.a, &two.b), "it is cosigned again from there");
    for side in [&two.a, &two.b] {
        side.check().await;
    }
}

#[tokio::test]
async fn an_old_folder_that_is_put_back_without_a_word_is_noticed_by_the_counterpart() {
    let mut two = Two::new().await;
    send(&two, &two.a, "one").await;
    two.talk().await;
    let old = two.a.copy().await;
    send(&two, &two.a, "two").await;
    two.talk().await;
    assert!(is_cosigned(&two.a, &two.b));

    two.a.put_back(old).await;
    two.wait(100);
    two.talk().await;
    let concerns = |side: &Side| {
        let state = side.node.state();
        let raised = state.channels().iter().next().unwrap().concerns.values().cloned().collect::<Vec<_>>();
        raised.into_iter().map(|raised| raised.concern).collect::<Vec<_>>()
    };
    let told = concerns(&two.b);
    assert!(
        told.iter().any(|c| matches!(c, Concern::Log { code, at_risk: None, .. } if code.as_str() == "channel-log-rolled-back")),
        "{told:?}"
    );
    // It forgot what it sent, and signs another message for the same place.
    send(&two, &two.a, "another two").await;
    two.talk().await;
    assert!(concerns(&two.b).iter().any(|concern| matches!(concern, Concern::Fork { .. })));
    assert_eq!(letters(&two.b).await, ["one", "two"]);
    // When it has outgrown what was seen, it is no longer an earlier state but another one.
    two.wait(7200);
    two.talk().await;
    let before = concerns(&two.b);
    assert_eq!(before.len(), 3, "{before:?}");
    two.wait(7200);
    send(&two, &two.a, "another three").await;
    two.talk().await;
    two.wait(7200);
    two.talk().await;
    assert_eq!(concerns(&two.b).len(), before.len() + 1, "the fork of the next place, and nothing twice");
    two.b.check().await;
}

/// Whether the log of one side is kept with a cosignature of the other.
fn is_cosigned(side: &Side, by: &Side) -> bool {
    let known = KnownLog::of_node(side.node.node_key().key_id(), vec![side.node.node_key()]);
    let state = side.node.state();
    let channel = state.channels().iter().next().unwrap();
    let keys = [witness_key(channel.them())];
    assert_eq!(channel.them().node, by.node.node_key());
    let note = side.node.log().cosigned(&known).unwrap();
    note.is_some_and(|note| note.verify(&keys).is_ok_and(|found| found.len() == 1))
}

#[tokio::test]
async fn each_log_is_cosigned_by_the_other_and_then_both_are_quiet() {
    let mut two = Two::new().await;
    send(&two, &two.a, "x").await;
    two.talk().await;
    assert!(is_cosigned(&two.a, &two.b) && is_cosigned(&two.b, &two.a));
    two.wait(1000);
    two.talk().await;
    let sizes = [two.a.node.state().size(), two.b.node.state().size()];
    for _ in 0..3 {
        two.wait(1000);
        assert_eq!(two.talk().await, 1, "nothing is left to be said");
    }
    assert_eq!(sizes, [two.a.node.state().size(), two.b.node.state().size()]);
    // The files of the log follow from the entries, and are made again from them.
    two.a.restart().await;
    assert!(is_cosigned(&two.a, &two.b));

    // Who did not agree to it is not asked.
    let terms = Terms { cosign: Some(false), ..Terms::default() };
    let mut two = Two::with(&terms).await;
    two.talk().await;
    assert!(!is_cosigned(&two.a, &two.b));
}

#[tokio::test]
async fn what_is_not_the_counterparts_is_refused_and_changes_nothing() {
    let mut two = Two::new().await;
    send(&two, &two.a, "x").await;
    let call = two.a.node.compose(two.agreement).await.unwrap();
    let size = two.b.node.state().size();
    let refused = async |peer, bytes: &[u8]| two.b.node.exchange(peer, bytes).await.unwrap_err().code();
    let (a, b) = (two.a.node.node_key(), two.b.node.node_key());
    assert_eq!(refused(b, &call).await, "casework-exchange-other-peer", "our own key is not theirs");
    assert!(!two.b.node.knows_peer(&b) && two.b.node.knows_peer(&a));
    let own = two.b.node.compose(two.agreement).await.unwrap();
    assert_eq!(refused(a, &own).await, "casework-exchange-other-peer", "our own words sent back to us");
    assert_eq!(refused(a, b"").await, "channel-bundle-magic");
    let parts = read_bundle(&call).unwrap();
    let without = write_bundle(&parts[1..]).unwrap();
    assert_eq!(refused(a, &without).await, "casework-exchange-no-sheet");
    let twice = write_bundle(&[&parts[..1], &parts[..]].concat()).unwrap();
    assert_eq!(refused(a, &twice).await, "casework-exchange-no-sheet");
    let long = vec![0; comity_casework::exchange::MAX_EXCHANGE_BYTES + 1];
    assert_eq!(refused(a, &long).await, "casework-exchange-too-long");
    assert_eq!(refused(a, &long[1..]).await, "channel-bundle-magic");
    for at in (0..call.len()).step_by(31) {
        let mut broken = call.clone();
        broken[at] ^= 1;
        assert!(two.b.node.exchange(a, &broken).await.is_err(), "byte {at}");
    }
    let other = two.b.node.take_answer(Sha256Digest::of(b"another"), &call).await;
    assert_eq!(other.unwrap_err().code(), "casework-exchange-other-agreement");
    assert_eq!(two.b.node.state().size(), size);
    // What was composed above never arrived; it is due again soon.
    two.wait(10);
    two.talk().await;
    assert_eq!(letters(&two.b).await, ["x"]);
}

/// What a hijacked node of the first office could sign: an envelope for any place with any content.
fn forged(two: &Two, place: Place, previous: Option<Sha256Digest>, what: &SendWhat) -> Envelope {
    let keyring = Keyring::draw(&Seeded::new(1_001));
    let state = two.a.node.state();
    let channel = state.channels().get(two.agreement).unwrap();
    let address = Address {
        agreed: &channel.agreed,
        sender: two.a.office,
        place,
        previous,
        kind: what.kind.clone(),
        act: "2026-11-23T07:00:00+00:00[UTC]".parse().unwrap(),
    };
    let letter =
        Letter { label: Some(what.label.clone()), body: Bytes(what.body.clone()), attachments: vec![] };
    let key = channel.peer_keys.choose("2026-11-23".parse().unwrap()).unwrap();
    Envelope::seal(address, &letter, key, keyring.signing(), &Seeded::new(77)).unwrap()
}

/// Puts envelopes into a call of the first office.
async fn calling_with(two: &Two, envelopes: &[&Envelope]) -> Vec<u8> {
    let call = two.a.node.compose(two.agreement).await.unwrap();
    let mut parts: Vec<_> =
        read_bundle(&call).unwrap().into_iter().filter(|part| !matches!(part, Part::Envelope(_))).collect();
    parts.extend(envelopes.iter().map(|envelope| Part::Envelope(envelope.bytes().to_vec())));
    write_bundle(&parts).unwrap()
}

#[tokio::test]
async fn both_ends_refuse_alike_and_the_refusal_names_the_term() {
    let two = Two::new().await;
    type Change = fn(&mut SendWhat);
    let change: [(&str, Change); 5] = [
        ("channel-rule-purpose", |what| what.label.purpose = "taxation".parse().unwrap()),
        ("channel-rule-kind", |what| what.kind = "intelligence.raw".parse().unwrap()),
        ("channel-rule-measures", |what| what.label.measures = vec!["extradition".parse().unwrap()]),
        ("channel-rule-retention", |what| what.label.handling.retain_until = None),
        ("channel-rule-approval", |what| what.kind = APPROVED.parse().unwrap()),
    ];
    let mut previous = None;
    for (n, (code, change)) in (0..).zip(change) {
        let mut what = two.what(&two.a, PLAIN, "x");
        change(&mut what);
        let refused = two.a.node.send(two.a.investigator(), two.a.case, what.clone()).await.unwrap_err();
        assert_eq!(refused.code(), code);
        // A node that does not ask sends it all the same.
        let place = Place { incarnation: 0, counter: n };
        let envelope = forged(&two, place, previous, &what);
        previous = Some(envelope.id());
        let call = calling_with(&two, &[&envelope]).await;
        two.b.node.exchange(two.a.node.node_key(), &call).await.unwrap();
        let state = two.b.node.state();
        let received = &state.channels().get(two.agreement).unwrap().received[&place];
        assert!(
            matches!(&received.fate, MessageFate::Refused { rule, .. } if rule.as_str() == code),
            "{code}"
        );
        let entry = received.entry;
        let opened = two.b.node.open_message(two.b.prosecutor(), entry).await;
        assert_eq!(refusal(opened), Refusal::MessageState("refused"));
        let read = two.b.node.read_message(two.b.prosecutor(), entry).await;
        assert_eq!(refusal(read), Refusal::MessageState("refused"));
    }
    two.b.check().await;
}

#[tokio::test]
async fn a_fork_is_told_once_with_what_shows_it_and_nobody_floods_the_journal() {
    let two = Two::new().await;
    let what = |body: &str| two.what(&two.a, PLAIN, body);
    let first = Place { incarnation: 0, counter: 0 };
    let one = forged(&two, first, None, &what("one"));
    let call = calling_with(&two, &[&one]).await;
    let peer = two.a.node.node_key();
    two.b.node.exchange(peer, &call).await.unwrap();
    let concerns = || {
        let state = two.b.node.state();
        let channel = state.channels().get(two.agreement).unwrap();
        channel.open_concerns().map(|(entry, concern)| (*entry, concern.clone())).collect::<Vec<_>>()
    };
    for n in 0..2 * MAX_OPEN_CONCERNS {
        let other = forged(&two, first, None, &what(&format!("other {n}")));
        let call = calling_with(&two, &[&other]).await;
        two.b.node.exchange(peer, &call).await.unwrap();
        two.b.node.exchange(peer, &call).await.unwrap();
        assert_eq!(concerns().len(), (n + 1).min(MAX_OPEN_CONCERNS));
    }
    let left = two.b.node.sweep(two.b.administrator()).await.unwrap();
    assert_eq!(left.waiting, [], "what no concern names is not kept");
    let (entry, concern) = concerns().into_iter().next().unwrap();
    let Concern::Fork { known, other, .. } = concern else { panic!("{concern:?}") };
    assert_eq!(known, one.id());
    let kept = two.b.node.attached(two.b.prosecutor(), entry, other).await.unwrap();
    assert_eq!(Sha256Digest::of(&kept), other);
    // One that does not follow, and one of a later life that joins nothing.
    let broken = forged(&two, Place { incarnation: 0, counter: 1 }, Some(other), &what("broken"));
    let unknown = forged(&two, Place { incarnation: 9, counter: 0 }, Some(other), &what("unknown"));
    two.b.node.accept_concern(two.b.supervisor(), entry, "seen".into()).await.unwrap();
    let call = calling_with(&two, &[&broken]).await;
    two.b.node.exchange(peer, &call).await.unwrap();
    assert!(concerns().iter().any(|(_, concern)| matches!(concern, Concern::Broken { .. })));
    let (next, _) = concerns().into_iter().next().unwrap();
    two.b.node.accept_concern(two.b.supervisor(), next, "seen".into()).await.unwrap();
    let call = calling_with(&two, &[&unknown]).await;
    two.b.node.exchange(peer, &call).await.unwrap();
    let waits = concerns().into_iter().find(|(_, concern)| matches!(concern, Concern::UnknownPast { .. }));
    let (waits, _) = waits.unwrap();
    two.b.node.accept_concern(two.b.supervisor(), waits, "told by telephone".into()).await.unwrap();
    two.b.node.exchange(peer, &call).await.unwrap();
    let state = two.b.node.state();
    let place = Place { incarnation: 9, counter: 0 };
    assert!(state.channels().get(two.agreement).unwrap().received.contains_key(&place));
    two.b.check().await;
}

#[tokio::test]
async fn what_comes_before_its_turn_is_held_and_delivered_with_a_receipt_where_it_says() {
    let mut two = Two::new().await;
    for n in 0..4 {
        send(&two, &two.a, &n.to_string()).await;
    }
    let call = two.a.node.compose(two.agreement).await.unwrap();
    let parts = read_bundle(&call).unwrap();
    let peer = two.a.node.node_key();
    let (sheet, envelopes) = (parts[0].clone(), &parts[parts.len() - 4..]);
    let give = async |at: &[usize]| {
        let chosen = at.iter().map(|n| envelopes[*n].clone());
        let bundle = write_bundle(&std::iter::once(sheet.clone()).chain(chosen).collect::<Vec<_>>()).unwrap();
        two.b.node.exchange(peer, &bundle).await.unwrap();
    };
    give(&[3]).await;
    give(&[1, 2, 2]).await;
    give(&[0, 0]).await;
    assert_eq!(letters(&two.b).await, ["0", "1", "2", "3"]);
    let kinds = kinds(&two.b).await;
    assert_eq!(kinds.iter().filter(|kind| *kind == "message.held").count(), 3);
    assert_eq!(kinds.iter().filter(|kind| *kind == "message.received").count(), 4);
    two.talk().await;
    receipts_agree(&two);
    two.b.restart().await;
    two.b.check().await;
}

#[tokio::test]
async fn keys_change_are_announced_and_are_destroyed_when_their_grace_is_over() {
    let mut two = Two::new().await;
    two.talk().await;
    let agreement = two.agreement;
    let key_of = |side: &Side| {
        let state = side.node.state();
        let sent = state.channels().get(agreement).unwrap().sent.values().last().unwrap().clone();
        sent.header.key
    };
    send(&two, &two.a, "old key").await;
    let old = key_of(&two.a);
    let new = two.b.node.rotate_keys(two.b.supervisor()).await.unwrap();
    assert_eq!(
        refusal(two.b.node.rotate_keys(two.b.investigator()).await),
        Refusal::NotAllowed { action: "channel.operated".into(), policies: vec![], as_member: false }
    );
    two.talk().await;
    two.wait(86_400);
    send(&two, &two.a, "new key").await;
    assert_eq!(key_of(&two.a), new);
    two.talk().await;
    assert_eq!(letters(&two.b).await, ["old key", "new key"], "the old key still opens");

    // Weeks before the last day the calendar brings the next key, and long after it the old one is destroyed.
    let days = |days: i64| u64::try_from(days).unwrap() * 86_400;
    let count = |side: &Side| side.node.state().channels().sealing_keys(side.office).count();
    two.b.node.tend_keys().await.unwrap();
    assert_eq!(count(&two.b), 2, "nothing is due");
    two.wait(days(SEALING_DAYS - 30));
    two.talk().await;
    two.b.node.tend_keys().await.unwrap();
    assert_eq!(count(&two.b), 3);
    two.talk().await;
    two.wait(days(GRACE_DAYS + 31));
    call(&two.a, &two.b, agreement).await;
    two.b.node.tend_keys().await.unwrap();
    assert_eq!(count(&two.b), 1);
    let wraps =
        two.b.place.store.wraps(Some((comity_store::WrapKind::Object, vec![255; 64])), 10).await.unwrap();
    assert_eq!(wraps.len(), 1, "the private halves are gone with it");
    send(&two, &two.a, "newest key").await;
    assert!(![old, new].contains(&key_of(&two.a)));
    two.talk().await;
    assert_eq!(letters(&two.b).await.last().unwrap(), "newest key");
    for side in [&two.a, &two.b] {
        side.check().await;
    }
}

#[tokio::test]
async fn a_letter_is_read_by_those_who_may_and_goes_with_the_case() {
    let mut two = Two::new().await;
    send(&two, &two.a, "a name").await;
    two.talk().await;
    let b = &two.b;
    let message = b.node.messages(b.auditor()).unwrap()[0].clone();
    assert_eq!((message.way, message.status), (Way::In, "unread"));
    for session in [b.auditor(), b.administrator()] {
        let opened = b.node.open_message(session, message.entry).await;
        assert!(matches!(refusal(opened), Refusal::NotAllowed { .. }));
    }
    let line = b.node.timeline(b.auditor(), office_journal(b.office), 0, 1000).await.unwrap();
    let row = &line.iter().find(|entry| entry.row.entry == message.entry).unwrap().row;
    let letter = row.attachments.iter().find(|file| file.name == LETTER_FILE).unwrap().sha256;
    let read = b.node.attached(b.auditor(), message.entry, letter).await;
    assert!(
        matches!(refusal(read), Refusal::NotAllowed { .. }),
        "who may read the journal may not read the letter"
    );
    let unread = b.node.read_message(b.prosecutor(), message.entry).await;
    assert_eq!(refusal(unread), Refusal::MessageState("not opened yet"));
    let unopened = b.node.file_message(b.investigator(), message.entry, b.case).await;
    assert_eq!(refusal(unopened), Refusal::MessageState("not opened yet"));

    assert!(b.node.open_message(b.prosecutor(), message.entry).await.unwrap().is_some());
    assert!(
        b.node.open_message(b.investigator(), message.entry).await.unwrap().is_none(),
        "the first sight counts"
    );
    let (other, _) = b.node.open_case(b.prosecutor(), "Another case".into(), None).await.unwrap();
    let stranger = b.node.file_message(b.investigator(), message.entry, other).await;
    assert!(matches!(refusal(stranger), Refusal::NotAllowed { .. }), "not a member of the case");
    let filed = b.node.file_message(b.prosecutor(), message.entry, other).await.unwrap();
    let (statement, _) = b.node.signed_entry(b.prosecutor(), filed.entry).await.unwrap();
    let sent = two.what(&two.a, PLAIN, "").label.handling;
    assert_eq!(statement.unverified().handling, sent, "the conditions came with it");
    assert_eq!(b.node.read_message(b.prosecutor(), message.entry).await.unwrap().body.0, b"a name");
    let outsider = b.node.read_message(b.investigator(), message.entry).await;
    assert!(matches!(refusal(outsider), Refusal::NotAllowed { .. }), "it belongs to the case now");
    let gone = b.node.attached(b.investigator(), message.entry, letter).await;
    assert_eq!(refusal(gone), Refusal::UnknownFile(letter), "the office keeps the sealed form only");

    let act = CaseAct::Forget(filed.entry);
    let proposal = b.node.propose(b.prosecutor(), other, act, "not needed".into()).await.unwrap();
    b.node.approve_in_case(b.supervisor(), other, proposal.entry).await.unwrap();
    let forgotten = b.node.read_message(b.prosecutor(), message.entry).await.unwrap_err();
    assert_eq!(forgotten.code(), "casework-exchange-no-letter");
    two.b.restart().await;
    two.b.check().await;
    let state = two.b.node.state();
    let (_, received) = state.channels().received(two.b.office, message.entry).unwrap();
    assert_eq!(received.filed, [(other, filed.entry)], "that it was filed is not forgotten");
}

#[tokio::test]
async fn carried_media_take_the_place_of_the_network() {
    let mut two = Two::new().await;
    send(&two, &two.a, "by courier").await;
    send(&two, &two.b, "by courier too").await;
    let mut last = Vec::new();
    for _ in 0..4 {
        two.wait(86_400);
        let to_b = two.a.node.compose_carried(two.a.supervisor(), two.agreement).await.unwrap().bytes;
        let to_a = two.b.node.compose_carried(two.b.supervisor(), two.agreement).await.unwrap().bytes;
        // A courier brings the same stick twice, and an old one late.
        for bytes in [&to_b, &to_b, &last] {
            if !bytes.is_empty() {
                two.b.node.take_carried(two.b.administrator(), bytes).await.unwrap();
            }
        }
        let (agreement, _) = two.a.node.take_carried(two.a.administrator(), &to_a).await.unwrap();
        assert_eq!(agreement, two.agreement);
        last = to_b;
        letters(&two.a).await;
        letters(&two.b).await;
    }
    assert_eq!(letters(&two.b).await, ["by courier"]);
    assert_eq!(letters(&two.a).await, ["by courier too"]);
    receipts_agree(&two);
    assert!(is_cosigned(&two.a, &two.b) && is_cosigned(&two.b, &two.a));
    let refused = two.a.node.compose_carried(two.a.investigator(), two.agreement).await;
    assert!(matches!(refusal(refused), Refusal::NotAllowed { .. }));
    for side in [&two.a, &two.b] {
        assert_eq!(side.node.state().channels().get(two.agreement).unwrap().concerns.len(), 0);
        side.check().await;
    }
}

#[tokio::test]
async fn an_edited_row_gives_nobody_a_message() {
    let mut two = Two::new().await;
    send(&two, &two.a, "x").await;
    two.talk().await;
    let b = &two.b;
    let before = b.node.messages(b.prosecutor()).unwrap();
    let journal = office_journal(b.office);
    let rows = b.place.store.rows(TIMELINE, Some(journal), None, 1000).await.unwrap();
    let edits = rows.iter().map(|row| RowChange::Put(Row { data: b"edited".to_vec(), ..row.clone() }));
    let delta = Delta { rows: edits.collect(), ..Delta::at(b.node.state().size()) };
    b.place.store.commit(delta).await.unwrap();
    assert_eq!(b.node.verify().await.unwrap().faults.len(), rows.len());
    assert_eq!(b.node.messages(b.prosecutor()).unwrap(), before);
    assert!(b.node.open_message(b.auditor(), before[0].entry).await.is_err());
    b.node.open_message(b.prosecutor(), before[0].entry).await.unwrap();
    assert_eq!(b.node.read_message(b.prosecutor(), before[0].entry).await.unwrap().body.0, b"x");
    b.node.rebuild().await.unwrap();
    b.check().await;
}

#[tokio::test]
async fn an_agreement_is_filed_by_two_persons_who_signed_and_described_the_office_as_it_is() {
    let two = Two::new().await;
    let (a, b) = (&two.a, &two.b);
    let today = "2026-11-23".parse().unwrap();
    let terms = Terms { retain_days: Some(30), ..Terms::default() };
    let text = terms.agreement(&a.card().await, &b.card().await, today).unwrap();
    let draft = DraftAgreement::new(&text).unwrap();
    let unsigned = draft.complete().unwrap_err();
    assert_eq!(unsigned.code(), "casework-card-unsigned");
    let stranger = a.node.sign_agreement(a.investigator(), &draft).await.unwrap_err();
    assert_eq!(stranger.code(), "channel-agreement-signer");
    let (half, _) = b.node.sign_agreement(b.supervisor(), &draft).await.unwrap();
    assert_eq!(half.signed_by().unwrap(), [b.office]);

    // Signed by this office's key, but not here.
    let (full, _) = a.node.sign_agreement(a.prosecutor(), &half).await.unwrap();
    let unknown = b.node.propose_agreement(b.administrator(), &full.complete().unwrap(), "r".into()).await;
    assert!(unknown.is_ok(), "it was signed at both");
    let alone = b.node.approve(b.administrator(), unknown.unwrap().entry).await;
    assert_eq!(refusal(alone), Refusal::SamePerson);
    let mut other = text.clone();
    other.retain_days = Some(31);
    let other_draft = DraftAgreement::new(&other).unwrap();
    let (by_b, _) = b.node.sign_agreement(b.supervisor(), &other_draft).await.unwrap();
    let (by_both, _) = a.node.sign_agreement(a.prosecutor(), &by_b).await.unwrap();
    let again = a.node.propose_agreement(a.administrator(), &by_both.complete().unwrap(), "r".into()).await;
    assert!(again.is_ok());

    // An office or node that is described otherwise.
    let at = text.parties.iter().position(|party| party.office == a.office).unwrap();
    let changes: [fn(&mut Party); 4] = [
        |party| party.name = "Another".into(),
        |party| party.country = "UZ".parse().unwrap(),
        |party| party.authority = "Another".into(),
        |party| party.node = Keyring::draw(&Seeded::new(5)).signing().verifying_key(),
    ];
    for change in changes {
        let mut wrong = text.clone();
        change(&mut wrong.parties[at]);
        wrong.recipients = vec!["KZ".parse().unwrap(), "TJ".parse().unwrap(), "UZ".parse().unwrap()];
        let signed = a.node.sign_agreement(a.prosecutor(), &DraftAgreement::new(&wrong).unwrap()).await;
        assert!(matches!(refusal(signed), Refusal::Body(_)));
    }
    let mut real = text.clone();
    real.exercise = false;
    let signed = a.node.sign_agreement(a.prosecutor(), &DraftAgreement::new(&real).unwrap()).await;
    assert_eq!(refusal(signed), Refusal::ExerciseMix);

    // What is in force is not filed again, and what is named is what is filed.
    let state = a.node.state();
    let filed = state.channels().get(two.agreement).unwrap();
    let twice = a.node.propose_agreement(a.administrator(), &filed.signed, "again".into()).await;
    assert!(matches!(refusal(twice), Refusal::Exists(_)));
    let signed = Bytes(full.complete().unwrap().to_bytes().unwrap());
    let act = OfficeAct::FileAgreement { agreement: two.agreement, signed };
    let body = OfficeProposal { act, reason: "another digest".into() };
    let misnamed = a.node.record(a.administrator(), office_journal(a.office), &body, With::default()).await;
    assert!(matches!(refusal(misnamed), Refusal::Body(_)));
}

#[tokio::test]
async fn an_agreement_that_was_ended_lets_nothing_go_and_takes_nothing() {
    let mut two = Two::new().await;
    send(&two, &two.a, "before").await;
    two.talk().await;
    send(&two, &two.a, "on its way").await;
    let b = &two.b;
    let proposal = b.node.propose_ending(b.administrator(), two.agreement, "broken".into()).await.unwrap();
    send(&two, b, "still in force").await;
    b.node.approve(b.supervisor(), proposal.entry).await.unwrap();
    let refused = b.node.send(b.investigator(), b.case, two.what(b, PLAIN, "after")).await;
    assert_eq!(refusal(refused), Refusal::AgreementEnded(two.agreement));
    let again = b.node.propose_ending(b.administrator(), two.agreement, "again".into()).await;
    assert_eq!(refusal(again), Refusal::AgreementEnded(two.agreement));
    two.talk().await;
    let sent = two.a.node.messages(two.a.auditor()).unwrap();
    let fates: Vec<_> = sent.iter().filter(|m| m.way == Way::Out).map(|m| m.status).collect();
    assert_eq!(fates, ["received", "refused"]);
    // The same is told when they are no longer remembered one by one.
    let mut channel = two.a.node.state().channels().get(two.agreement).unwrap().clone();
    let dropped = channel.outbox.items().iter().map(|item| item.place).collect();
    channel.outbox.apply(&OutboxDelta { dropped, ..OutboxDelta::default() });
    let fates: Vec<_> = channel.sent.values().map(|sent| channel.status(sent)).collect();
    assert_eq!(fates, [Status::Received, Status::Refused]);
    assert_eq!(letters(&two.a).await, ["still in force"], "what was sent before arrives");
    for side in [&two.a, &two.b] {
        side.check().await;
    }
}

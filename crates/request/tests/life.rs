//! The life of a request on both sides.

use comity_record::{Amount, Coded as _, Sha256Digest, cbor};
use comity_request::life::{
    BorneBy, Event, EventKind, Ground, Life, LifeError, MAX_EVENT_CHARS, MAX_EVENTS, Next, RECEIVER, SENDER,
    Side, Stage, fold, next,
};
use jiff::civil::Date;
use proptest::prelude::*;

fn day(n: i8) -> Date {
    Date::constant(2026, 11, n)
}

fn version() -> Sha256Digest {
    Sha256Digest::of(b"version 1")
}

fn ground(text: &str) -> Ground {
    Ground { ground: "essential_interests".into(), provision: "UNCAC 46(21)(b)".into(), text: text.into() }
}

/// One event of each kind.
fn every() -> Vec<Event> {
    let version = version();
    vec![
        Event::Drafted { version },
        Event::Revised { version },
        Event::Reviewed { version },
        Event::SentBack { reason: "facts".into() },
        Event::Endorsed { version, step: "prosecutor".into() },
        Event::Approved { version },
        Event::Issued { version, register_number: "2026/117".into(), day: day(1) },
        Event::AdvanceCopySent { day: day(1), channel: "node".into() },
        Event::AdvanceCopyReceived { version, day: day(1), register_number: "IN-4".into() },
        Event::OriginalDispatched { day: day(2), note_number: "N-5".into(), courier_number: "C-6".into() },
        Event::OriginalReceived { version, day: day(9), register_number: "IN-9".into() },
        Event::OriginalScanned { sha256: Sha256Digest::of(b"scan") },
        Event::SignatureKept { sha256: Sha256Digest::of(b"p7s"), format: "national signature file".into() },
        Event::Acknowledged { day: day(2), reference: "UZ-77".into() },
        Event::Questioned { question: "Q1".into(), text: "Which account?".into(), day: day(3) },
        Event::Answered { question: "Q1".into(), text: "The first.".into(), day: day(4) },
        Event::Accepted { day: day(5) },
        Event::Assigned { office: "Exercise unit".into(), day: day(5) },
        Event::CalledBack {
            day: day(5),
            spoke_with: "The officer on duty".into(),
            number: "+992 00 000 00 00".into(),
            number_from: "The directory of the other ministry".into(),
            confirmed: true,
            text: String::new(),
        },
        Event::CostNoted {
            day: day(6),
            what: "Translation".into(),
            amount: Amount::parse("120.50", "USD".parse().unwrap()).unwrap(),
            borne_by: BorneBy::Open,
        },
        Event::ExecutedInPart {
            day: day(6),
            what: "Identity records".into(),
            outstanding: "Access logs".into(),
            result: Some(Sha256Digest::of(b"part")),
        },
        Event::Executed { day: day(7), what: "All".into(), result: Some(Sha256Digest::of(b"all")) },
        Event::Postponed {
            day: day(6),
            reasons: vec![ground("Own inquiry under way")],
            until: Some(day(20)),
        },
        Event::Resumed { day: day(20) },
        Event::Refused { day: day(6), reasons: vec![ground("Security")] },
        Event::Withdrawn { day: day(6), reason: "Settled otherwise".into() },
        Event::StatusAsked { day: day(6) },
        Event::StatusGiven { day: day(7), text: "With the provider".into() },
        Event::TicketGiven { number: "T-1".into(), day: day(2), keep_days: 90 },
        Event::TicketRenewed { day: day(28), keep_days: 90 },
        Event::EvidenceReturned { day: day(29), what: "One telephone".into(), number: "R-3".into() },
        Event::Closed { day: day(30), reason: "Done".into() },
    ]
}

fn event(kind: EventKind) -> Event {
    every().into_iter().find(|e| e.kind() == kind).unwrap()
}

fn live(side: Side, kinds: &[EventKind]) -> Result<Life, LifeError> {
    let events: Vec<_> = kinds.iter().map(|k| event(*k)).collect();
    fold(side, &events)
}

use EventKind as K;
const ISSUE: &[EventKind] = &[K::Drafted, K::Reviewed, K::Approved, K::Issued];

fn after(side: Side, first: &[EventKind], more: &[EventKind]) -> Result<Life, LifeError> {
    live(side, &[first, more].concat())
}

#[test]
fn a_request_goes_its_whole_way_on_the_senders_side() {
    let life = after(
        Side::Sender,
        ISSUE,
        &[
            K::AdvanceCopySent,
            K::Acknowledged,
            K::TicketGiven,
            K::OriginalDispatched,
            K::OriginalScanned,
            K::Questioned,
            K::Answered,
            K::OriginalReceived,
            K::Accepted,
            K::StatusAsked,
            K::ExecutedInPart,
            K::Executed,
            K::Closed,
        ],
    )
    .unwrap();
    assert_eq!(life.stage, Some(Stage::Closed));
    // The advance copy, the original and its receipt are three things with their own days and numbers.
    assert_eq!(life.paper.advance_copy, Some(day(1)));
    let dispatch = life.paper.original_dispatched.unwrap();
    assert_eq!(
        (dispatch.day, dispatch.note_number.as_str(), dispatch.courier_number.as_str()),
        (day(2), "N-5", "C-6")
    );
    assert_eq!(life.paper.original_received, Some(day(9)));
    assert_eq!((life.register_number.as_str(), life.their_reference.as_str()), ("2026/117", "IN-9"));
    assert_eq!(life.ticket.unwrap().kept_until, Date::constant(2027, 1, 31));
    assert_eq!(life.results.len(), 2);
    assert!(life.open_questions.is_empty());
    assert_eq!((life.status_owed, life.days), (Some(day(6)), Some((day(1), day(30)))));
}

#[test]
fn a_request_goes_its_whole_way_on_the_receivers_side() {
    let life = live(
        Side::Receiver,
        &[
            K::AdvanceCopyReceived,
            K::Acknowledged,
            K::TicketGiven,
            K::Accepted,
            K::OriginalReceived,
            K::SignatureKept,
            K::CalledBack,
            K::Assigned,
            K::Postponed,
            K::Resumed,
            K::CostNoted,
            K::Executed,
            K::TicketRenewed,
            K::EvidenceReturned,
            K::Closed,
        ],
    )
    .unwrap();
    assert_eq!(life.stage, Some(Stage::Closed));
    assert_eq!(life.called_back, Some(true));
    assert_eq!((life.costs.len(), life.costs[0].borne_by), (1, BorneBy::Open));
    assert_eq!(life.returned[0].number, "R-3");
    assert_eq!(life.assigned_to, "Exercise unit");
    assert_eq!(life.register_number, "IN-9");
    assert_eq!(life.paper.unchecked_signature.unwrap().format, "national signature file");
    assert_eq!(life.ticket.unwrap().renewals, 1);
}

#[test]
fn what_the_table_does_not_allow_is_refused_with_a_code_and_changes_nothing() {
    let code = |r: Result<Life, LifeError>| r.unwrap_err().code();
    assert_eq!(code(live(Side::Sender, &[K::Issued])), "request-life-illegal");
    assert_eq!(code(live(Side::Sender, &[K::Drafted, K::Approved])), "request-life-illegal");
    assert_eq!(code(live(Side::Receiver, &[K::Drafted])), "request-life-illegal");
    assert_eq!(code(live(Side::Receiver, &[K::AdvanceCopyReceived, K::Executed])), "request-life-illegal");
    assert_eq!(code(after(Side::Sender, ISSUE, &[K::Executed])), "request-life-illegal");
    assert_eq!(
        code(after(Side::Sender, ISSUE, &[K::AdvanceCopySent, K::Refused, K::StatusAsked])),
        "request-life-illegal"
    );
    assert_eq!(
        code(after(Side::Sender, ISSUE, &[K::AdvanceCopySent, K::TicketRenewed])),
        "request-life-ticket"
    );

    let mut life = after(Side::Sender, ISSUE, &[]).unwrap();
    let before = life.clone();
    let LifeError::Illegal { side, stage, event } = life.apply(&event(K::Executed)).unwrap_err() else {
        panic!()
    };
    assert_eq!((side, stage, event), ("sender", "issued", "executed"));
    assert_eq!(life, before);
}

#[test]
fn refusing_and_putting_off_need_reasons() {
    let start = after(Side::Sender, ISSUE, &[K::AdvanceCopySent, K::Acknowledged]).unwrap();
    for reasons in [vec![], vec![ground(" ")], vec![ground("good"), ground("")]] {
        let refused = Event::Refused { day: day(6), reasons: reasons.clone() };
        let postponed = Event::Postponed { day: day(6), reasons, until: None };
        for event in [refused, postponed] {
            assert_eq!(start.clone().apply(&event).unwrap_err().code(), "request-life-reasons-missing");
        }
    }
    let mut life = start;
    life.apply(&event(K::Refused)).unwrap();
    assert_eq!((life.stage, life.reasons[0].text.as_str()), (Some(Stage::Refused), "Security"));
}

#[test]
fn review_approval_and_issue_are_of_one_version() {
    let other = Sha256Digest::of(b"version 2");
    let mut life = live(Side::Sender, &[K::Drafted, K::Reviewed]).unwrap();
    assert_eq!(
        life.apply(&Event::Approved { version: other }).unwrap_err().code(),
        "request-life-other-version"
    );
    life.apply(&event(K::Approved)).unwrap();
    let issued = Event::Issued { version: other, register_number: "1".into(), day: day(1) };
    assert_eq!(life.apply(&issued).unwrap_err().code(), "request-life-other-version");
    // A revision begins again: the approval of the earlier version is gone.
    life.apply(&Event::Revised { version: other }).unwrap();
    assert_eq!((life.stage, life.version), (Some(Stage::Drafted), Some(other)));
    assert_eq!(life.apply(&issued).unwrap_err().code(), "request-life-illegal");
    // The original that comes in must be the version of the advance copy.
    let mut received = live(Side::Receiver, &[K::AdvanceCopyReceived]).unwrap();
    let original = Event::OriginalReceived { version: other, day: day(9), register_number: String::new() };
    assert_eq!(received.apply(&original).unwrap_err().code(), "request-life-other-version");
}

#[test]
fn the_approval_chain_begins_again_with_another_version_or_a_second_look() {
    let mut life = live(Side::Sender, &[K::Drafted, K::Reviewed, K::Endorsed]).unwrap();
    assert_eq!(life.endorsed, ["prosecutor"]);
    assert_eq!(life.apply(&event(K::Endorsed)).unwrap_err().code(), "request-life-endorsed");
    let other = Event::Endorsed { version: Sha256Digest::of(b"version 2"), step: "ministry".into() };
    assert_eq!(life.apply(&other).unwrap_err().code(), "request-life-other-version");
    life.apply(&event(K::Approved)).unwrap();
    assert_eq!(life.endorsed, ["prosecutor"]);
    for begins in [K::SentBack, K::Revised] {
        let mut again = life.clone();
        again.apply(&event(begins)).unwrap();
        assert!(again.endorsed.is_empty(), "{}", begins.code());
    }
}

#[test]
fn a_request_stays_questioned_until_every_question_is_answered() {
    let mut life = after(Side::Sender, ISSUE, &[K::AdvanceCopySent, K::Questioned]).unwrap();
    let second = Event::Questioned { question: "Q2".into(), text: "When?".into(), day: day(3) };
    life.apply(&second).unwrap();
    assert_eq!(life.apply(&second).unwrap_err().code(), "request-life-question");
    life.apply(&event(K::Answered)).unwrap();
    assert_eq!(
        (life.stage, life.open_questions.as_slice()),
        (Some(Stage::Questioned), &["Q2".to_owned()][..])
    );
    assert_eq!(life.apply(&event(K::Answered)).unwrap_err().code(), "request-life-question");
    let answer = Event::Answered { question: "Q2".into(), text: "Then.".into(), day: day(4) };
    life.apply(&answer).unwrap();
    assert_eq!(life.stage, Some(Stage::Answered));
}

#[test]
fn limits_of_events_hold_at_the_limit_and_one_past_it() {
    let mut life = after(Side::Sender, ISSUE, &[K::AdvanceCopySent]).unwrap();
    let given = |n: usize| Event::StatusGiven { day: day(7), text: "x".repeat(n) };
    assert!(life.apply(&given(MAX_EVENT_CHARS)).is_ok());
    assert_eq!(life.apply(&given(MAX_EVENT_CHARS + 1)).unwrap_err().code(), "request-life-too-long");
    assert_eq!(life.apply(&given(0)).unwrap_err().code(), "request-life-text-missing");
    let short = given(1);
    while life.events < MAX_EVENTS {
        life.apply(&short).unwrap();
    }
    assert_eq!(life.apply(&short).unwrap_err().code(), "request-life-too-many");
}

#[test]
fn every_event_is_written_down_and_read_back_and_an_unknown_one_has_a_code() {
    assert_eq!(every().len(), EventKind::ALL.len());
    for (event, kind) in every().iter().zip(EventKind::ALL) {
        assert_eq!(event.kind(), *kind);
        let bytes = cbor::to_canonical(event).unwrap();
        assert_eq!(&Event::from_bytes(&bytes).unwrap(), event);
        let json = serde_json::to_string(event).unwrap();
        assert_eq!(&serde_json::from_str::<Event>(&json).unwrap(), event);
        assert!(json.contains(&format!("\"event\":\"{}\"", kind.code())), "{json}");
    }
    let unknown = cbor::to_canonical(&std::collections::BTreeMap::from([("event", "teleported")])).unwrap();
    assert_eq!(Event::from_bytes(&unknown).unwrap_err().code(), "request-life-unknown");
    assert_eq!(Event::from_bytes(b"\xff").unwrap_err().code(), "request-life-unknown");
}

/// What the requested side can say, by a message or by an answer.
const OF_RECEIVER: [EventKind; 13] = [
    K::OriginalReceived,
    K::Acknowledged,
    K::Questioned,
    K::Accepted,
    K::ExecutedInPart,
    K::Executed,
    K::Postponed,
    K::Resumed,
    K::Refused,
    K::StatusGiven,
    K::TicketGiven,
    K::TicketRenewed,
    K::CostNoted,
];
/// What the requesting side can say.
const OF_SENDER: [EventKind; 4] = [K::Answered, K::Withdrawn, K::StatusAsked, K::EvidenceReturned];

#[test]
fn what_the_other_side_really_said_goes_on_record_on_every_stage() {
    let before = [Stage::Drafted, Stage::Reviewed, Stage::Approved, Stage::Issued];
    for (side, table, words, starts) in [
        (Side::Sender, SENDER, &OF_RECEIVER[..], &[][..]),
        (
            Side::Receiver,
            RECEIVER,
            &OF_SENDER[..],
            &[Stage::AdvanceCopyReceived, Stage::OriginalReceived][..],
        ),
    ] {
        let reached = table.iter().filter_map(|(_, _, next)| match next {
            Next::To(stage) => Some(*stage),
            Next::Stay | Next::Late => None,
        });
        let stages: std::collections::BTreeSet<_> = reached.chain(starts.iter().copied()).collect();
        for stage in stages.iter().filter(|stage| !before.contains(stage)) {
            for word in words {
                let next = next(side, Some(*stage), *word);
                assert!(next.is_some(), "{side:?}: {} on {}", word.code(), stage.code());
            }
        }
    }
}

#[test]
fn letters_that_cross_end_where_each_side_had_come() {
    // Withdrawn while the other side answers: both know of both, and the answer is there.
    let withdrawn =
        after(Side::Sender, ISSUE, &[K::AdvanceCopySent, K::Withdrawn, K::Accepted, K::Executed]).unwrap();
    assert_eq!((withdrawn.stage, withdrawn.results.len()), (Some(Stage::Withdrawn), 1));
    let executed =
        live(Side::Receiver, &[K::AdvanceCopyReceived, K::Acknowledged, K::Executed, K::Withdrawn]).unwrap();
    assert_eq!(executed.stage, Some(Stage::Executed));
    // The other side did not tell that it acknowledged.
    let answered = after(Side::Sender, ISSUE, &[K::AdvanceCopySent, K::Executed]).unwrap();
    assert_eq!(answered.stage, Some(Stage::Executed));
}

#[test]
fn a_refusal_on_the_wrong_request_gives_way_to_what_is_really_done() {
    for (word, stage) in [
        (K::Accepted, Stage::Accepted),
        (K::Resumed, Stage::Accepted),
        (K::Questioned, Stage::Questioned),
        (K::Postponed, Stage::Postponed),
        (K::ExecutedInPart, Stage::ExecutedInPart),
        (K::Executed, Stage::Executed),
        (K::Acknowledged, Stage::Refused),
    ] {
        let life = after(Side::Sender, ISSUE, &[K::AdvanceCopySent, K::Refused, word]).unwrap();
        assert_eq!(life.stage, Some(stage), "{}", word.code());
    }
    let taken_back =
        live(Side::Receiver, &[K::AdvanceCopyReceived, K::Refused, K::Resumed, K::Executed]).unwrap();
    assert_eq!(taken_back.stage, Some(Stage::Executed));
}

/// No stage of either table is a trap: from each, the end can be reached; and each stage can be reached.
#[test]
fn every_stage_can_be_reached_and_left_to_the_end() {
    for (side, table, starts) in [
        (Side::Sender, SENDER, vec![Stage::Drafted]),
        (Side::Receiver, RECEIVER, vec![Stage::AdvanceCopyReceived, Stage::OriginalReceived]),
    ] {
        let follow = |from: Stage| {
            let leads = |next: &Next| match next {
                Next::To(stage) => Some(*stage),
                Next::Stay | Next::Late => None,
            };
            table.iter().filter(move |(_, on, _)| on.contains(&from)).filter_map(move |(_, _, n)| leads(n))
        };
        let reach = |starts: &[Stage]| {
            let mut seen: std::collections::BTreeSet<_> = starts.iter().copied().collect();
            let mut open = starts.to_vec();
            while let Some(stage) = open.pop() {
                open.extend(follow(stage).filter(|s| seen.insert(*s)));
            }
            seen
        };
        let reached = reach(&starts);
        for stage in &reached {
            assert!(reach(&[*stage]).contains(&Stage::Closed), "{side:?}: {} is a trap", stage.code());
        }
        for (_, on, _) in table {
            let named: Vec<_> = on.iter().filter(|s| reached.contains(s)).collect();
            assert!(!named.is_empty());
        }
        assert_eq!(follow(Stage::Closed).count(), 0);
        let closed = |kind: &EventKind| next(side, Some(Stage::Closed), *kind);
        assert!(EventKind::ALL.iter().all(|kind| matches!(closed(kind), None | Some(Next::Late))));
        assert_eq!(live(side, &[]).unwrap().allowed().count(), starts.len());
    }
}

proptest! {
    /// Any order of events is folded or refused, never a panic; what is allowed is what can happen; and a refused
    /// event leaves no trace.
    #[test]
    fn any_order_of_events_is_folded_or_refused(
        picks in prop::collection::vec(0_usize..32, 0..40),
        sender in any::<bool>(),
    ) {
        let side = if sender { Side::Sender } else { Side::Receiver };
        let events = every();
        let mut life = Life::begin(side);
        let mut happened = vec![];
        for pick in picks {
            let event = &events[pick];
            let awaited = life.allowed().any(|k| k == event.kind());
            let allowed = next(side, life.stage, event.kind());
            prop_assert_eq!(awaited, allowed.is_some_and(|next| next != Next::Late));
            let before = life.clone();
            match life.apply(event) {
                Ok(()) => {
                    let Some(next) = allowed else { return Err(TestCaseError::fail("not in the table")) };
                    prop_assert!(matches!(next, Next::To(_)) || life.stage == before.stage);
                    happened.push(event.clone());
                }
                Err(error) => {
                    prop_assert_eq!(&life, &before);
                    prop_assert_eq!(matches!(error, LifeError::Illegal { .. }), allowed.is_none());
                }
            }
        }
        prop_assert_eq!(fold(side, &happened).unwrap(), life);
    }
}

//! The agreement decided at both ends.

use std::sync::OnceLock;

use comity_channel::{
    Direction, Header, KIND_CHECKPOINT, KIND_COSIGNATURE, KIND_KEYS, Label, Rule, Rules, Suite, Verdict,
};
use comity_record::handling::{HandlingCode, Onward, Use};
use comity_record::{ActTime, OfficeId, OfficerId, Sha256Digest};
use jiff::civil::Date;
use proptest::prelude::*;

use crate::help::{APPROVED, PLAIN, World, day, label, letter, place, word};

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World::new(Suite::X25519))
}

fn header(kind: &str) -> Header {
    let mut header = world().seal(place(0, 0), None, &letter("KZ", b"")).header().clone();
    header.kind = word(kind);
    header
}

fn decide(header: &Header, label: &Label) -> Verdict {
    world().rules.decide(Direction::Sending, header, Some(label), header.act_day())
}

/// The one rule that refuses a message which is allowed but for this change.
fn refusal(change: impl FnOnce(&mut Header, &mut Label)) -> Vec<Rule> {
    let (mut header, mut label) = (header(APPROVED), label("KZ"));
    assert!(decide(&header, &label).allowed);
    change(&mut header, &mut label);
    let verdict = decide(&header, &label);
    assert_eq!(verdict.allowed, verdict.reasons.is_empty());
    verdict.reasons
}

#[test]
fn each_term_refuses_by_its_name() {
    let other = || Sha256Digest::of(b"other");
    assert_eq!(refusal(|_, _| {}), []);
    assert_eq!(refusal(|header, _| header.agreement = other()), [Rule::Agreement]);
    let stranger = OfficeId::from_bytes([9; 16]);
    assert_eq!(refusal(|header, _| header.recipient = stranger), [Rule::Parties, Rule::Recipients]);
    assert_eq!(refusal(|header, _| header.recipient = header.sender), [Rule::Parties]);
    assert_eq!(refusal(|header, _| header.exercise = true), [Rule::Exercise]);
    assert_eq!(refusal(|header, _| header.kind = word("money.order")), [Rule::Kind]);
    assert_eq!(refusal(|_, label| label.approved_by.truncate(1)), [Rule::Approval]);
    assert_eq!(refusal(|_, label| label.purpose = word("taxation")), [Rule::Purpose]);
    assert_eq!(refusal(|_, label| label.handling.purposes = vec![word("prosecution")]), [Rule::Purpose]);
    assert_eq!(refusal(|_, label| label.measures.push(word("wiretap"))), [Rule::Measures]);
    assert_eq!(refusal(|_, label| label.measures.clear()), []);
    assert_eq!(refusal(|_, label| label.data.push(word("zodiac"))), [Rule::Data]);
    assert_eq!(refusal(|_, label| label.handling.code = HandlingCode::H3), [Rule::HandlingCode]);
    assert_eq!(refusal(|_, label| label.handling.code = HandlingCode::H2), []);
    assert_eq!(refusal(|_, label| label.handling.onward = Onward::Permitted), [Rule::Onward]);
    assert_eq!(refusal(|_, label| label.handling.onward = Onward::Forbidden), [], "own information");
    assert_eq!(refusal(|_, label| label.handling.recipients.clear()), [Rule::Recipients]);
    let wide = |_: &mut Header, label: &mut Label| label.handling.recipients.push("UZ".parse().unwrap());
    assert_eq!(refusal(wide), [Rule::Recipients]);
    assert_eq!(refusal(|_, label| label.handling.retain_until = None), [Rule::Retention]);
    // Day 365 after the act is the last.
    assert_eq!(refusal(|_, label| label.handling.retain_until = Some(day("2027-11-23"))), []);
    let longer = |_: &mut Header, label: &mut Label| label.handling.retain_until = Some(day("2027-11-24"));
    assert_eq!(refusal(longer), [Rule::Retention]);
}

#[test]
fn a_third_states_information_needs_its_consent() {
    let third = |label: &mut Label| label.handling.origin.country = "UZ".parse().unwrap();
    assert_eq!(refusal(|_, label| third(label)), [Rule::Consent]);
    let consented = |_: &mut Header, label: &mut Label| {
        third(label);
        label.consent = Some(Sha256Digest::of(b"note verbale"));
    };
    assert_eq!(refusal(consented), []);
    let forbidden = |header: &mut Header, label: &mut Label| {
        consented(header, label);
        label.handling.onward = Onward::Forbidden;
    };
    assert_eq!(refusal(forbidden), [Rule::Consent]);
}

#[test]
fn an_agreement_that_has_ended_is_receive_only() {
    let world = world();
    let (label, mut header) = (label("KZ"), header(PLAIN));
    let at = |header: &Header, direction, today: &str| {
        world.rules.decide(direction, header, Some(&label), day(today)).reasons
    };
    header.act = "2027-01-31T23:59:59+00:00[UTC]".parse().unwrap();
    assert_eq!(at(&header, Direction::Sending, "2027-01-31"), []);
    assert_eq!(at(&header, Direction::Sending, "2027-02-01"), [Rule::Expired]);
    assert_eq!(at(&header, Direction::Receiving, "2027-02-01"), [], "sent in time, it may arrive late");
    assert_eq!(at(&header, Direction::Receiving, "2029-02-01"), []);
    header.act = "2027-02-01T00:00:00+00:00[UTC]".parse().unwrap();
    assert_eq!(at(&header, Direction::Receiving, "2027-02-01"), [Rule::Expired]);
    header.act = "2026-10-31T23:59:59+00:00[UTC]".parse().unwrap();
    assert_eq!(at(&header, Direction::Receiving, "2026-11-01"), [Rule::NotYetValid]);
    header.act = "2026-11-01T00:00:00+00:00[UTC]".parse().unwrap();
    assert_eq!(at(&header, Direction::Receiving, "2026-11-01"), []);
    header.act = "2026-11-24T00:00:00+00:00[UTC]".parse().unwrap();
    assert_eq!(at(&header, Direction::Receiving, "2026-11-23"), []);
    assert_eq!(at(&header, Direction::Receiving, "2026-11-22"), [Rule::Clock]);
    // The day is that of UTC, wherever the officer sits.
    header.act = "2027-02-01T04:59:59+05:00[Asia/Almaty]".parse().unwrap();
    assert_eq!(at(&header, Direction::Receiving, "2027-02-01"), []);
}

#[test]
fn the_channels_own_messages_need_no_label_and_others_do() {
    let rules = &world().rules;
    let ask = |rules: &Rules, header: &Header| {
        rules.decide(Direction::Sending, header, None, header.act_day()).reasons
    };
    for kind in [KIND_KEYS, KIND_CHECKPOINT, KIND_COSIGNATURE] {
        assert_eq!(ask(rules, &header(kind)), [], "{kind}");
    }
    assert_eq!(ask(rules, &header("channel.unknown")), [Rule::Kind]);
    assert_eq!(ask(rules, &header(PLAIN)), [Rule::Undecided]);
    let mut exercise = header(KIND_KEYS);
    exercise.exercise = true;
    assert_eq!(ask(rules, &exercise), [Rule::Exercise]);

    let without = World::with(Suite::X25519, |text| text.cosign = false);
    let ask = |kind| {
        let mut header = header(kind);
        header.agreement = without.agreed.digest();
        ask(&without.rules, &header)
    };
    assert_eq!(ask(KIND_KEYS), []);
    assert_eq!(ask(KIND_CHECKPOINT), [Rule::Cosign]);
    assert_eq!(ask(KIND_COSIGNATURE), [Rule::Cosign]);
}

#[test]
fn an_agreement_without_measures_data_or_evidence_refuses_them() {
    let strict = World::with(Suite::X25519, |text| {
        text.measures.clear();
        text.data.clear();
        text.ceiling.use_as = Use::Intelligence;
        text.exercise = true;
        text.retain_days = None;
    });
    let mut header = header(PLAIN);
    (header.agreement, header.exercise) = (strict.agreed.digest(), true);
    let ask = |label: &Label| {
        strict.rules.decide(Direction::Sending, &header, Some(label), header.act_day()).reasons
    };
    let mut label = label("KZ");
    assert_eq!(ask(&label), [Rule::Measures, Rule::Data, Rule::Use]);
    (label.measures, label.data, label.handling.use_as) = (vec![], vec![], Use::Intelligence);
    label.handling.retain_until = None;
    assert_eq!(ask(&label), []);
}

#[test]
fn the_policies_of_an_agreement_are_the_same_at_both_ends_and_can_be_read() {
    let again = Rules::compile(&world().agreed).unwrap();
    assert_eq!(again.text(), world().rules.text());
    let text = again.text();
    for rule in Rule::ALL.iter().filter(|rule| !matches!(rule, Rule::Cosign | Rule::Use | Rule::Undecided)) {
        assert!(text.contains(&format!("@id(\"{}\")", rule.as_str())), "{}", rule.as_str());
    }
    assert!(text.contains("In force from 2026-11-01"));
    assert!(text.lines().all(|line| line.len() < 400));
    for rule in Rule::ALL {
        assert_eq!(rule.token().as_str(), rule.as_str());
    }
}

fn any_label() -> impl Strategy<Value = Label> {
    let words = |list: &'static [&'static str]| {
        proptest::sample::subsequence(list.to_vec(), 0..=list.len())
            .prop_map(|list| list.into_iter().map(word).collect::<Vec<_>>())
    };
    let code = prop_oneof![
        Just(HandlingCode::H0),
        Just(HandlingCode::H1),
        Just(HandlingCode::H2),
        Just(HandlingCode::H3)
    ];
    let onward = prop_oneof![Just(Onward::Permitted), Just(Onward::WithConsent), Just(Onward::Forbidden)];
    let states = proptest::sample::subsequence(vec!["AF", "KZ", "TJ"], 0..=3);
    (
        prop_oneof![Just("KZ"), Just("TJ"), Just("UZ")],
        words(&["criminal-investigation", "taxation"]),
        prop_oneof![Just("criminal-investigation"), Just("taxation")],
        words(&["freezing", "preservation"]),
        words(&["subscriber-data", "zodiac"]),
        (code, onward, states, 0..4_u8, any::<bool>(), proptest::option::of(0..800_i64)),
    )
        .prop_map(
            |(origin, usable, purpose, measures, data, (code, onward, states, approvers, consent, kept))| {
                let mut label = label(origin);
                label.handling.purposes = usable;
                label.purpose = word(purpose);
                (label.measures, label.data) = (measures, data);
                (label.handling.code, label.handling.onward) = (code, onward);
                label.handling.recipients = states.into_iter().map(|state| state.parse().unwrap()).collect();
                label.approved_by = (0..approvers).map(|n| OfficerId::from_bytes([n; 16])).collect();
                label.consent = consent.then(|| Sha256Digest::of(b"consent"));
                label.handling.retain_until = kept.map(|days| after(day("2026-11-01"), days));
                label
            },
        )
}

fn any_header() -> impl Strategy<Value = Header> {
    let kinds = prop_oneof![Just(PLAIN), Just(APPROVED), Just("money.order"), Just(KIND_KEYS)];
    (kinds, -40..140_i64, any::<bool>(), any::<bool>()).prop_map(|(kind, days, back, exercise)| {
        let mut header = header(kind);
        let date = after(day("2026-11-01"), days);
        header.act = format!("{date}T12:00:00+00:00[UTC]").parse::<ActTime>().unwrap();
        header.exercise = exercise && days % 5 == 0;
        if back {
            (header.sender, header.recipient) = (header.recipient, header.sender);
        }
        header
    })
}

fn after(from: Date, days: i64) -> Date {
    from.checked_add(jiff::SignedDuration::from_hours(24 * days)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn both_ends_decide_alike(header in any_header(), label in any_label(), late in 0..400_i64) {
        let rules = &world().rules;
        let act = header.act_day();
        let sent = rules.decide(Direction::Sending, &header, Some(&label), act);
        let theirs = Rules::compile(&world().agreed).unwrap();
        let same_day = theirs.decide(Direction::Receiving, &header, Some(&label), act);
        prop_assert_eq!(&sent, &same_day, "on the day of the act");
        let later = theirs.decide(Direction::Receiving, &header, Some(&label), after(act, late));
        prop_assert_eq!(&sent, &later, "and whenever it arrives");
        let unsent = rules.decide(Direction::Sending, &header, Some(&label), after(act, late));
        prop_assert!(sent.allowed || !unsent.allowed, "waiting gives nobody a right");
    }
}

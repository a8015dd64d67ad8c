//! What an agreement can say, and who makes it one.

use comity_channel::{
    Agreement, AgreementError, KindTerm, MAX_AGREEMENT_DAYS, MAX_LIST, MAX_TEXT_BYTES, SignedAgreement, Suite,
};
use comity_record::sign::SigningKey;
use comity_record::{Bytes, OfficeId};

use crate::help::{World, day, word};

fn world() -> World {
    World::new(Suite::X25519)
}

fn field(change: impl FnOnce(&mut Agreement)) -> Option<&'static str> {
    let mut text = world().text;
    change(&mut text);
    match text.to_bytes() {
        Ok(bytes) => {
            assert_eq!(Agreement::parse(&bytes).unwrap(), text);
            None
        }
        Err(AgreementError::Field { field, .. }) => Some(field),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn both_offices_sign_the_same_digest() {
    let world = world();
    let bytes = world.signed.to_bytes().unwrap();
    let read = SignedAgreement::parse(&bytes).unwrap().verify().unwrap();
    assert_eq!(read.agreement(), &world.text);
    assert_eq!(read.digest(), world.text.digest().unwrap());
    assert_eq!(read.agreement().counterpart(world.a.id).unwrap().office, world.b.id);
    let stranger = OfficeId::from_bytes([9; 16]);
    assert!(matches!(read.agreement().party(stranger), Err(AgreementError::NotAParty(_))));
    assert!(read.agreement().counterpart(stranger).is_err());
}

#[test]
fn one_office_cannot_agree_alone() {
    let world = world();
    let [a, b] = [&world.a, &world.b].map(|office| world.text.sign(office.id, &office.signer).unwrap());
    let refused = |signatures| SignedAgreement::assemble(&world.text, signatures).unwrap_err();
    assert!(matches!(refused([a.clone(), a.clone()]), AgreementError::Signer { .. }));
    assert!(matches!(refused([b.clone(), b]), AgreementError::Signer { .. }));
    assert!(refused([a, Bytes(vec![])]).to_string().contains("not a signed object"));
    let stranger = SigningKey::from_seed(&[99; 32]);
    assert!(matches!(world.text.sign(world.a.id, &stranger), Err(AgreementError::Signer { .. })));
}

#[test]
fn one_signature_is_known_as_that_of_its_office() {
    let world = world();
    let signature = world.text.sign(world.a.id, &world.a.signer).unwrap();
    assert_eq!(world.text.consent(world.a.id, &signature).unwrap(), world.a.signer.verifying_key());
    let of_another = world.text.consent(world.b.id, &signature);
    assert!(matches!(of_another, Err(AgreementError::Signer { .. })));
    let mut changed = world.text.clone();
    changed.cosign = false;
    let other_text = changed.consent(world.a.id, &signature);
    assert!(matches!(other_text, Err(AgreementError::OtherText(_))));
}

#[test]
fn a_signature_under_another_text_is_worth_nothing() {
    let world = world();
    let mut swapped = world.text.clone();
    swapped.purposes.push(word("taxation"));
    let signatures = [&world.a, &world.b].map(|office| world.text.sign(office.id, &office.signer).unwrap());
    let forged = SignedAgreement { text: Bytes(swapped.to_bytes().unwrap()), signatures };
    assert!(matches!(forged.verify(), Err(AgreementError::OtherText(_))));
}

#[test]
fn what_cannot_be_agreed_on_is_refused() {
    assert_eq!(field(|_| {}), None);
    assert_eq!(field(|text| text.parties.reverse()), Some("parties"));
    assert_eq!(field(|text| text.valid_until = day("2026-10-31")), Some("validity"));
    assert_eq!(field(|text| text.purposes.clear()), Some("purposes"));
    assert_eq!(field(|text| text.purposes.reverse()), Some("purposes"));
    assert_eq!(field(|text| text.data.push(word("transaction-records"))), Some("data"));
    assert_eq!(field(|text| text.kinds.clear()), Some("kinds"));
    let twice = |text: &mut Agreement| {
        let term = text.kinds[0].clone();
        text.kinds.insert(1, KindTerm { approval: true, ..term });
    };
    assert_eq!(field(twice), Some("kinds"));
    let service = |text: &mut Agreement| text.kinds[0].kind = word("channel.keys");
    assert_eq!(field(service), Some("kinds"));
    assert_eq!(field(|text| text.recipients.truncate(1)), Some("recipients"));
    assert_eq!(field(|text| text.retain_days = Some(0)), Some("retention"));
    assert_eq!(field(|text| text.retain_days = None), None);
    assert_eq!(field(|text| text.parties[0].name = "a\u{202e}b".into()), Some("party"));
    assert_eq!(field(|text| text.parties[0].authority = "a\nb".into()), Some("party"));
    assert_eq!(field(|text| text.parties[0].signers.clear()), Some("signers"));
    assert_eq!(field(|text| text.parties[0].node = text.parties[1].node), Some("keys"));
    assert_eq!(field(|text| text.parties[0].signers = text.parties[1].signers.clone()), Some("keys"));
    assert_eq!(field(|text| text.parties[0].keys = text.parties[1].keys.clone()), Some("keys"));
    assert!(matches!(Agreement { v: 2, ..world().text }.to_bytes(), Err(AgreementError::Version(2))));
}

#[test]
fn limits_hold_at_the_limit_and_one_past_it() {
    let words = |count: usize| (0..count).map(|n| word(&format!("w{n:03}"))).collect::<Vec<_>>();
    assert_eq!(field(|text| text.measures = words(MAX_LIST)), None);
    assert_eq!(field(|text| text.measures = words(MAX_LIST + 1)), Some("measures"));
    assert_eq!(field(|text| text.parties[0].name = "x".repeat(MAX_TEXT_BYTES)), None);
    assert_eq!(field(|text| text.parties[0].name = "x".repeat(MAX_TEXT_BYTES + 1)), Some("party"));
    let lasting = |days: i64| {
        move |text: &mut Agreement| {
            let span = jiff::SignedDuration::from_hours(24 * (days - 1));
            text.valid_until = text.valid_from.checked_add(span).unwrap();
        }
    };
    assert_eq!(field(lasting(MAX_AGREEMENT_DAYS)), None);
    assert_eq!(field(lasting(MAX_AGREEMENT_DAYS + 1)), Some("validity"));
    let long = vec![0; comity_channel::MAX_AGREEMENT_BYTES + 1];
    assert!(matches!(Agreement::parse(&long), Err(AgreementError::TooLong(_))));
    assert!(matches!(Agreement::parse(&long[1..]), Err(AgreementError::Cbor(_))));
}

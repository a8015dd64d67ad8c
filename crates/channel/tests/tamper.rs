//! What is changed on its way, or swapped, or replayed.

use comity_channel::{
    Agreed, Envelope, EnvelopeError, Fate, Keyring, Letter, LogPosition, MAX_ATTACHMENTS, MAX_LETTER_BYTES,
    Receipt, SIZE_CLASSES, SealingKey, SignedAgreement, SignedReceipt, Suite,
};
use comity_record::entry::Attachment;
use comity_record::sign::{self, Purpose, SignError};
use comity_record::testing::Counting;
use comity_record::{Bytes, OfficerId, RecordedTime, Sha256Digest};

use crate::help::{World, day, letter, place};

fn receipt(world: &World) -> Receipt {
    Receipt {
        v: 1,
        agreement: world.agreed.digest(),
        sender: world.a.id,
        recipient: world.b.id,
        envelope: Sha256Digest::of(b"envelope"),
        place: place(0, 3),
        fate: Fate::Opened { by: OfficerId::from_bytes([5; 16]) },
        at: RecordedTime::at("2026-11-23T07:00:00Z".parse().unwrap()),
        position: LogPosition { incarnation: 0, index: 77 },
        sequence: 4,
        life_from: 0,
        previous: Some(Sha256Digest::of(b"before")),
    }
}

/// Every byte changed in two ways, and every cut: none is taken for the original.
fn every_change(bytes: &[u8], accepted: impl Fn(&[u8]) -> bool) {
    assert!(accepted(bytes));
    for at in 0..bytes.len() {
        for flip in [0x01, 0x80] {
            let mut broken = bytes.to_vec();
            broken[at] ^= flip;
            assert!(!accepted(&broken), "byte {at} of {}", bytes.len());
        }
    }
    for at in (0..bytes.len()).step_by(7) {
        assert!(!accepted(&bytes[..at]), "cut at {at}");
    }
    assert!(!accepted(&[bytes, &[0]].concat()));
}

#[test]
fn every_changed_byte_of_an_agreement_is_refused() {
    let world = World::new(Suite::X25519);
    let bytes = world.signed.to_bytes().unwrap();
    every_change(&bytes, |bytes| SignedAgreement::parse(bytes).is_ok_and(|signed| signed.verify().is_ok()));
}

#[test]
fn every_changed_byte_of_an_envelope_is_refused_in_both_suites() {
    for suite in [Suite::X25519, Suite::Hybrid] {
        let world = World::new(suite);
        let envelope = world.seal(place(0, 0), None, &letter("KZ", b"secret"));
        assert_eq!(*envelope.open(world.b.id, &world.b.keyring).unwrap().body.0, *b"secret");
        every_change(envelope.bytes(), |bytes| Envelope::verify(bytes, &world.agreed).is_ok());
    }
}

#[test]
fn every_changed_byte_of_a_receipt_is_refused() {
    let world = World::new(Suite::X25519);
    let signed = SignedReceipt::sign(receipt(&world), &world.b.node).unwrap();
    assert_eq!(SignedReceipt::verify(signed.bytes(), &world.agreed).unwrap(), signed);
    every_change(signed.bytes(), |bytes| SignedReceipt::verify(bytes, &world.agreed).is_ok());
}

#[test]
fn a_receipt_is_signed_by_the_receiver_and_nobody_else() {
    let world = World::new(Suite::X25519);
    let verify = |receipt: Receipt, key| {
        SignedReceipt::verify(SignedReceipt::sign(receipt, key).unwrap().bytes(), &world.agreed).is_ok()
    };
    assert!(verify(receipt(&world), &world.b.node));
    assert!(!verify(receipt(&world), &world.a.node), "not by the sender");
    assert!(!verify(receipt(&world), &world.b.signer), "not by another key of the office");
    assert!(!verify(Receipt { agreement: Sha256Digest::of(b"x"), ..receipt(&world) }, &world.b.node));
    assert!(!verify(Receipt { sender: world.b.id, ..receipt(&world) }, &world.b.node));
    assert!(!verify(Receipt { v: 2, ..receipt(&world) }, &world.b.node));
}

#[test]
fn an_envelope_under_a_swapped_agreement_is_refused() {
    let world = World::new(Suite::X25519);
    let envelope = world.seal(place(0, 0), None, &letter("KZ", b""));
    let wider = World::with(Suite::X25519, |text| text.retain_days = None);
    assert!(matches!(
        Envelope::verify(envelope.bytes(), &wider.agreed),
        Err(EnvelopeError::OtherAgreement { .. })
    ));
}

#[test]
fn an_envelope_by_another_key_or_for_another_office_is_refused() {
    let world = World::new(Suite::X25519);
    let letter = letter("KZ", b"");
    let key = &world.b.party.keys[0];
    let address = || world.address(place(0, 0), None, crate::help::PLAIN);
    for wrong in [&world.a.signer, &world.b.node] {
        let sealed = Envelope::seal(address(), &letter, key, wrong, &Counting::default());
        assert!(matches!(sealed, Err(EnvelopeError::Sign(SignError::OtherKey { .. }))));
    }
    // The same content under another signature.
    let envelope = world.seal(place(0, 0), None, &letter);
    let payload = sign::Signed::parse(envelope.bytes()).unwrap().unverified_payload().to_vec();
    let resigned = sign::sign(&world.b.node, Purpose::Envelope, &payload);
    assert!(Envelope::verify(&resigned, &world.agreed).is_err());
    let repurposed = sign::sign(&world.a.node, Purpose::Receipt, &payload);
    assert!(Envelope::verify(&repurposed, &world.agreed).is_err());
    assert!(matches!(envelope.open(world.a.id, &world.a.keyring), Err(EnvelopeError::NotForUs(_))));
}

#[test]
fn an_envelope_opens_under_its_own_key_only() {
    let world = World::new(Suite::Hybrid);
    let envelope = world.seal(place(0, 0), None, &letter("KZ", b""));
    assert!(matches!(envelope.open(world.b.id, &Keyring::new()), Err(EnvelopeError::Key(_))));
    // What another header was sealed with does not open, even if the sender signs it.
    let moved = world.seal(place(0, 1), None, &letter("KZ", b""));
    let parts = |envelope: &Envelope| {
        let signed = sign::Signed::parse(envelope.bytes()).unwrap();
        comity_record::cbor::value_from_canonical(signed.unverified_payload()).unwrap()
    };
    let (mut first, second) = (parts(&envelope), parts(&moved));
    let field = |value: &comity_record::Value| {
        value.as_map().unwrap().iter().find(|(key, _)| key.as_text() == Some("header")).unwrap().1.clone()
    };
    let header = field(&second);
    for (key, value) in first.as_map_mut().unwrap() {
        if key.as_text() == Some("header") {
            *value = header.clone();
        }
    }
    let payload = comity_record::cbor::to_canonical(&first).unwrap();
    let forged = sign::sign(&world.a.node, Purpose::Envelope, &payload);
    let read = Envelope::verify(&forged, &world.agreed).unwrap();
    assert_eq!(read.header().place, place(0, 1));
    assert!(matches!(read.open(world.b.id, &world.b.keyring), Err(EnvelopeError::DoesNotOpen(_))));
}

#[test]
fn the_length_of_an_envelope_says_only_its_size_class() {
    let world = World::new(Suite::Hybrid);
    let length = |body: usize| world.seal(place(0, 0), None, &letter("KZ", &vec![7; body])).bytes().len();
    assert_eq!(length(0), length(200));
    assert!(length(0) > SIZE_CLASSES[0] && length(0) < SIZE_CLASSES[0] + 3000);
    assert_eq!(length(2000), length(3000));
    assert!(length(3000) < length(5000));
}

#[test]
fn letters_have_limits() {
    let world = World::new(Suite::X25519);
    let seal = |letter: &Letter| {
        let address = world.address(place(0, 0), None, crate::help::PLAIN);
        Envelope::seal(address, letter, &world.b.party.keys[0], &world.a.node, &Counting::default())
    };
    let body = |bytes: usize| Letter { label: None, body: Bytes(vec![0; bytes]), attachments: vec![] };
    let rest = comity_record::cbor::to_canonical(&body(1 << 20)).unwrap().len() - (1 << 20);
    let longest = seal(&body(MAX_LETTER_BYTES - rest)).unwrap();
    assert!(
        Envelope::verify(longest.bytes(), &world.agreed).unwrap().open(world.b.id, &world.b.keyring).is_ok()
    );
    assert!(matches!(seal(&body(MAX_LETTER_BYTES - rest + 1)), Err(EnvelopeError::TooLong { .. })));

    let file = |number: usize| Attachment {
        name: number.to_string(),
        media_type: "text/plain".into(),
        length: 1,
        sha256: Sha256Digest::of(b""),
    };
    let with = |count| Letter { attachments: (0..count).map(file).collect(), ..body(0) };
    assert!(seal(&with(MAX_ATTACHMENTS)).is_ok());
    assert!(matches!(seal(&with(MAX_ATTACHMENTS + 1)), Err(EnvelopeError::List("attachments"))));
    let mut unsorted = letter("KZ", b"");
    unsorted.label.as_mut().unwrap().approved_by.reverse();
    assert!(matches!(seal(&unsorted), Err(EnvelopeError::List("approvers"))));

    let huge = vec![0; comity_channel::MAX_ENVELOPE_BYTES + 1];
    assert!(matches!(Envelope::peek(&huge), Err(EnvelopeError::TooLong { .. })));
    assert!(matches!(Envelope::peek(&huge[1..]), Err(EnvelopeError::Sign(_))));
}

#[test]
fn the_same_randomness_gives_the_same_envelope_and_the_next_another() {
    let world = World::new(Suite::Hybrid);
    let letter = letter("KZ", b"again");
    let agreed: &Agreed = &world.agreed;
    let first = world.seal(place(0, 0), None, &letter);
    assert_eq!(first, world.seal(place(0, 0), None, &letter));
    let entropy = Counting::default();
    let seal = || {
        let address = world.address(place(0, 0), None, crate::help::PLAIN);
        Envelope::seal(address, &letter, &world.b.party.keys[0], &world.a.node, &entropy).unwrap()
    };
    assert_ne!(seal().id(), seal().id());
    assert_eq!(Envelope::peek(first.bytes()).unwrap(), *first.header());
    assert_eq!(Envelope::verify(first.bytes(), agreed).unwrap(), first);
    let _ = SealingKey::draw(&entropy, Suite::Hybrid, day("2026-11-01"), day("2026-11-01")).unwrap();
}

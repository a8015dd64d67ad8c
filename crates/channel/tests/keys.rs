//! Sealing keys that change.

use comity_channel::{
    Envelope, EnvelopeError, GRACE_DAYS, KeyBundle, KeyError, Keyring, MAX_KEY_DAYS, MAX_KEYS, PeerKeys,
    PublishedKey, SealingKey, Suite,
};
use comity_record::testing::Counting;
use jiff::SignedDuration;
use jiff::civil::Date;

use crate::help::{World, day, letter, place};

fn draw(entropy: &Counting, suite: Suite, from: &str, until: &str) -> SealingKey {
    SealingKey::draw(entropy, suite, day(from), day(until)).unwrap()
}

fn sorted(mut keys: Vec<PublishedKey>) -> Vec<PublishedKey> {
    keys.sort_by_key(PublishedKey::id);
    keys
}

fn bundle(world: &World, number: u32, keys: Vec<PublishedKey>) -> KeyBundle {
    KeyBundle { v: 1, agreement: world.agreed.digest(), office: world.b.id, number, keys: sorted(keys) }
}

fn plus(day: Date, days: i64) -> Date {
    day.checked_add(SignedDuration::from_hours(24 * days)).unwrap()
}

#[test]
fn the_strongest_suite_in_use_is_chosen_then_the_newest_key() {
    let world = World::new(Suite::X25519);
    let entropy = Counting::default();
    let old = draw(&entropy, Suite::Hybrid, "2026-11-01", "2026-12-31");
    let new = draw(&entropy, Suite::Hybrid, "2026-12-01", "2027-01-31");
    let plain = draw(&entropy, Suite::X25519, "2026-12-15", "2027-03-01");
    let published: Vec<_> = [&old, &new, &plain].map(|key| key.published().clone()).to_vec();
    let signed = bundle(&world, 1, published).sign(&world.b.node).unwrap();
    let read = KeyBundle::open(&signed, &world.agreed, world.b.id).unwrap();
    let keys = PeerKeys::agreed(&world.agreed, world.b.id).unwrap().updated(&read).unwrap();
    let chosen = |on: &str| keys.choose(day(on)).map(PublishedKey::id);
    assert_eq!(chosen("2026-11-23").unwrap(), old.published().id());
    assert_eq!(chosen("2026-12-20").unwrap(), new.published().id());
    assert_eq!(chosen("2027-02-15").unwrap(), plain.published().id());
    assert!(matches!(chosen("2027-03-02"), Err(KeyError::NoneInUse(_))));
    let stored = comity_record::cbor::to_canonical(&keys).unwrap();
    assert_eq!(comity_record::cbor::from_canonical::<PeerKeys>(&stored).unwrap(), keys);
}

#[test]
fn an_earlier_bundle_does_not_bring_a_lost_key_back() {
    let world = World::new(Suite::X25519);
    let entropy = Counting::default();
    let fresh = || vec![draw(&entropy, Suite::X25519, "2026-11-01", "2027-01-01").published().clone()];
    let (first, second) = (bundle(&world, 1, fresh()), bundle(&world, 2, fresh()));
    let keys = PeerKeys::agreed(&world.agreed, world.b.id).unwrap().updated(&second).unwrap();
    assert_eq!(keys.updated(&second).unwrap(), keys, "the same again changes nothing");
    let superseded = |bundle| matches!(keys.updated(bundle), Err(KeyError::Superseded { known: 2, .. }));
    assert!(superseded(&first));
    assert!(superseded(&bundle(&world, 2, fresh())), "one number, two contents");
}

#[test]
fn only_the_office_itself_publishes_its_keys_and_for_this_agreement() {
    let world = World::new(Suite::X25519);
    let keys = world.b.party.keys.clone();
    let open = |bytes: &[u8], office| KeyBundle::open(bytes, &world.agreed, office);
    let good = bundle(&world, 1, keys.clone());
    let signed = good.sign(&world.b.node).unwrap();
    assert_eq!(open(&signed, world.b.id).unwrap(), good);
    assert!(open(&signed, world.a.id).is_err());
    assert!(open(&good.sign(&world.a.node).unwrap(), world.b.id).is_err());
    assert!(open(&good.sign(&world.b.signer).unwrap(), world.b.id).is_err());
    let other = KeyBundle { agreement: comity_record::Sha256Digest::of(b"x"), ..good.clone() };
    assert!(matches!(open(&other.sign(&world.b.node).unwrap(), world.b.id), Err(KeyError::Other)));
    let foreign = KeyBundle { office: world.a.id, ..good.clone() };
    assert!(matches!(open(&foreign.sign(&world.b.node).unwrap(), world.b.id), Err(KeyError::Other)));
    // The signature of an office under the agreement is no bundle, though it has the same purpose.
    let consent = world.text.sign(world.b.id, &world.b.signer).unwrap();
    assert!(open(consent.as_ref(), world.b.id).is_err());
    for at in 0..signed.len() {
        let mut broken = signed.clone();
        broken[at] ^= 1;
        assert!(open(&broken, world.b.id).is_err(), "byte {at}");
    }
}

#[test]
fn limits_of_keys_hold_at_the_limit_and_one_past_it() {
    let world = World::new(Suite::X25519);
    let entropy = Counting::default();
    let many = |count: usize| {
        let keys = (0..count).map(|_| draw(&entropy, Suite::Hybrid, "2026-11-01", "2027-01-01"));
        bundle(&world, 1, keys.map(|key| key.published().clone()).collect())
    };
    let largest = many(MAX_KEYS).sign(&world.b.node).unwrap();
    assert!(KeyBundle::open(&largest, &world.agreed, world.b.id).is_ok());
    assert!(matches!(many(MAX_KEYS + 1).sign(&world.b.node), Err(KeyError::List)));
    assert!(matches!(many(0).sign(&world.b.node), Err(KeyError::List)));
    let from = day("2026-11-01");
    let lasting = |days| SealingKey::draw(&entropy, Suite::X25519, from, plus(from, days - 1)).map(|_| ());
    assert!(lasting(MAX_KEY_DAYS).is_ok());
    assert!(matches!(lasting(MAX_KEY_DAYS + 1), Err(KeyError::Days(_))));
    assert!(matches!(lasting(0), Err(KeyError::Days(_))));
    let mut nonsense = world.b.party.keys[0].clone();
    nonsense.public.0.pop();
    assert!(matches!(bundle(&world, 1, vec![nonsense]).sign(&world.b.node), Err(KeyError::NotAKey(_))));
}

#[test]
fn a_private_key_is_kept_for_its_grace_and_then_destroyed() {
    let mut world = World::new(Suite::Hybrid);
    let envelope = world.seal(place(0, 0), None, &letter("KZ", b"late"));
    let until = day("2027-03-31");
    assert_eq!(world.b.keyring.overdue(plus(until, GRACE_DAYS)), []);
    assert!(envelope.open(world.b.id, &world.b.keyring).is_ok());
    assert_eq!(world.b.keyring.publishable(until).len(), 1);
    assert_eq!(world.b.keyring.publishable(plus(until, 1)).len(), 0);
    let overdue = world.b.keyring.overdue(plus(until, GRACE_DAYS + 1));
    assert_eq!(overdue, [envelope.header().key]);
    assert!(world.b.keyring.destroy(overdue[0]));
    assert!(!world.b.keyring.destroy(overdue[0]));
    assert!(matches!(
        envelope.open(world.b.id, &world.b.keyring),
        Err(EnvelopeError::Key(KeyError::Gone(_)))
    ));
}

#[test]
fn a_key_is_neither_sealed_to_nor_opened_with_outside_its_days() {
    let world = World::new(Suite::X25519);
    let key = world.b.party.keys[0].clone();
    let mut address = world.address(place(0, 0), None, crate::help::PLAIN);
    address.act = "2027-04-01T00:00:00+00:00[UTC]".parse().unwrap();
    let letter = letter("KZ", b"");
    let sealed = Envelope::seal(address.clone(), &letter, &key, &world.a.node, &Counting::default());
    assert!(matches!(sealed, Err(EnvelopeError::Key(KeyError::NotInUse { .. }))));
    // A sender that pretends the key is still in use: the receiver knows better.
    let stretched = PublishedKey { until: day("2027-04-30"), ..key };
    let sealed = Envelope::seal(address, &letter, &stretched, &world.a.node, &Counting::default()).unwrap();
    let arrived = Envelope::verify(sealed.bytes(), &world.agreed).unwrap();
    assert!(matches!(
        arrived.open(world.b.id, &world.b.keyring),
        Err(EnvelopeError::Key(KeyError::NotInUse { .. }))
    ));
}

#[test]
fn a_stored_key_reads_back_and_another_does_not_pass_for_it() {
    let entropy = Counting::default();
    for suite in [Suite::X25519, Suite::Hybrid] {
        let key = draw(&entropy, suite, "2026-11-01", "2027-01-01");
        let other = draw(&entropy, suite, "2026-11-01", "2027-01-01");
        let restored = SealingKey::restore(key.private().clone(), key.published().clone()).unwrap();
        assert_eq!(restored.published(), key.published());
        let swapped = SealingKey::restore(key.private().clone(), other.published().clone());
        assert!(matches!(swapped, Err(KeyError::Stored)));
    }
    assert!(Keyring::new().overdue(day("2030-01-01")).is_empty());
}

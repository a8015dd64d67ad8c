//! What an entry is made of: statements and seals of other nodes, contents, packs and bundles of them, times and amounts
//! as texts.

use comity_record::bundle::{Bundle, Release, SignedRelease};
use comity_record::cbor::{to_canonical, value_from_canonical};
use comity_record::entry::{Author, Content, Draft, Reference, SignedStatement};
use comity_record::handling::{Handling, Origin};
use comity_record::pack::Pack;
use comity_record::seal::{NodeSeal, SEAL_VERSION, SignedSeal};
use comity_record::sign::{Purpose, SigningKey, sign};
use comity_record::testing::{Counting, Standing};
use comity_record::{ActTime, CaseId, Clock as _, EntryId, OfficeId, OfficerId, RecordedTime};

use crate::Target;

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "record-statement", seeds: statements, run: statement },
        Target { name: "record-seal", seeds: seals, run: seal },
        Target { name: "record-cbor", seeds: values, run: value },
        Target { name: "record-act-time", seeds: times, run: time },
        Target { name: "record-pack", seeds: manifests, run: manifest },
        Target { name: "record-bundle", seeds: bundles, run: bundle },
        Target { name: "record-release", seeds: releases, run: release },
    ]
}

fn statements() -> Vec<Vec<u8>> {
    let draft = Draft {
        author: Author::Officer(OfficerId::from_bytes([2; 16])),
        office: OfficeId::from_bytes([1; 16]),
        case: CaseId::from_bytes([7; 16]),
        kind: "note.written".parse().expect("a word"),
        kind_version: 1,
        handling: Handling::own_work(Origin {
            country: "TJ".parse().expect("a state"),
            authority: "Exercise authority".to_owned(),
        }),
        act: "2026-11-23T12:00:00+05:00[Asia/Dushanbe]".parse().expect("a time"),
        refs: vec![Reference { role: "about".parse().expect("a word"), entry: EntryId::of(b"another") }],
        content: Content::new(&"words", vec![]).expect("small"),
    };
    let new = draft.sign(&SigningKey::from_seed(&[1; 32]), &Counting::default()).expect("small");
    vec![new.statement]
}

/// What is read has one spelling: the identifier is that of these bytes and of no others.
fn statement(bytes: &[u8]) {
    if let Ok(statement) = SignedStatement::parse(bytes) {
        assert_eq!(statement.id(), EntryId::of(bytes));
        let payload = to_canonical(statement.unverified()).expect("it was read");
        assert!(bytes.windows(payload.len()).any(|part| part == payload), "it is read as it was signed");
    }
}

fn seals() -> Vec<Vec<u8>> {
    let seal = NodeSeal {
        v: SEAL_VERSION,
        entry: EntryId::of(b"a statement"),
        case: CaseId::from_bytes([7; 16]),
        sequence: 3,
        previous: Some(EntryId::of(b"before")),
        log_index: 12,
        recorded: RecordedTime::at(Standing::at(1_795_417_200).now()),
        clock_jump: false,
        incarnation: 0,
        policies: None,
    };
    let payload = to_canonical(&seal).expect("small");
    vec![sign(&SigningKey::from_seed(&[1; 32]), Purpose::Seal, &payload)]
}

fn seal(bytes: &[u8]) {
    if let Ok(seal) = SignedSeal::parse(bytes) {
        let payload = to_canonical(seal.unverified()).expect("it was read");
        assert!(bytes.windows(payload.len()).any(|part| part == payload), "it is read as it was signed");
    }
}

fn values() -> Vec<Vec<u8>> {
    let mut seeds = seals();
    seeds.push(b"\xa2\x61a\x01\x61b\x82\x20\xf6".to_vec());
    seeds
}

/// Deterministic CBOR has one spelling.
fn value(bytes: &[u8]) {
    if let Ok(value) = value_from_canonical(bytes) {
        assert_eq!(to_canonical(&value).expect("it was read"), bytes);
    }
}

fn times() -> Vec<Vec<u8>> {
    [
        "2026-11-23T12:00:00+05:00[Asia/Dushanbe]",
        "2024-02-29T23:59:59.5+05:00[Asia/Almaty]",
        "2026-11-23T12:00:00+00:00[UTC]",
    ]
    .map(|time| time.as_bytes().to_vec())
    .to_vec()
}

fn time(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(time) = text.parse::<ActTime>() {
        let again: ActTime = time.to_string().parse().expect("what we write we read");
        assert_eq!(again, time);
    }
}

fn manifests() -> Vec<Vec<u8>> {
    vec![include_bytes!("../../../packs/policies/pack.toml").to_vec()]
}

fn manifest(bytes: &[u8]) {
    let files = [("pack.toml".to_owned(), bytes.to_vec()), ("a/b.toml".to_owned(), b"x".to_vec())];
    if let Ok(pack) = Pack::from_files(files) {
        assert_eq!(pack.file("pack.toml"), Some(bytes));
    }
}

/// A pack that two persons of an office release.
fn released() -> Bundle {
    let files = [("pack.toml".to_owned(), manifests().concat()), ("a/b.toml".to_owned(), b"x = 1".to_vec())];
    let mut bundle = Bundle::new(Pack::from_files(files).expect("a test checks it"));
    for officer in [1, 2] {
        let key = SigningKey::from_seed(&[officer; 32]);
        let (office, officer) = (OfficeId::from_bytes([9; 16]), OfficerId::from_bytes([officer; 16]));
        let release = Release::of(bundle.pack(), office, officer, key.verifying_key());
        let signed = SignedRelease::sign(release.expect("it has a version"), &key).expect("its own key");
        bundle.add(signed).expect("two persons");
    }
    bundle
}

fn bundles() -> Vec<Vec<u8>> {
    let bundle = released();
    let unsigned = Bundle::new(bundle.pack().clone());
    vec![bundle.to_bytes().expect("small"), unsigned.to_bytes().expect("small")]
}

/// What is opened has one spelling, and every signature in it is for the files that are in it.
fn bundle(bytes: &[u8]) {
    if let Ok(bundle) = Bundle::parse(bytes) {
        assert_eq!(bundle.to_bytes().expect("it was read"), bytes);
        for signed in bundle.signatures() {
            assert_eq!(signed.release().digest, bundle.pack().digest());
        }
    }
}

fn releases() -> Vec<Vec<u8>> {
    released().signatures().iter().map(|signed| signed.bytes().as_ref().to_vec()).collect()
}

/// Nobody signs but who holds the key: what is read was signed by one of the two.
fn release(bytes: &[u8]) {
    if let Ok(signed) = SignedRelease::parse(bytes) {
        assert!(released().signatures().contains(&signed), "a signature that nobody gave");
    }
}

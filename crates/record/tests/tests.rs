//! Properties of entries that no single module can show.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use comity_record::cbor::{from_canonical, to_canonical, value_from_canonical};
use comity_record::entry::{
    Attachment, Author, Content, Draft, EntryError, MAX_REFERENCES, NewEntry, Reference, SignedStatement,
    unwrap_entry_key, wrap_entry_key,
};
use comity_record::handling::{Handling, Origin};
use comity_record::key::SecretKey;
use comity_record::seal::{NodeSeal, SEAL_VERSION, SignedSeal};
use comity_record::sign::SigningKey;
use comity_record::testing::Counting;
use comity_record::{
    ActTime, Amount, CaseId, Currency, EntryId, OfficeId, OfficerId, RecordedTime, Sha256Digest, Value,
};
use proptest::prelude::*;

fn draft(body: &Value, refs: usize) -> Draft {
    let entropy = Counting::default();
    Draft {
        author: Author::Officer(OfficerId::draw(&entropy)),
        office: OfficeId::draw(&entropy),
        case: CaseId::draw(&entropy),
        kind: "note.written".parse().unwrap(),
        kind_version: 1,
        handling: Handling::own_work(Origin {
            country: "KG".parse().unwrap(), authority: "Бөлүм".into()
        }),
        act: "2026-11-23T12:00:00+06:00[Asia/Bishkek]".parse().unwrap(),
        refs: (0..refs)
            .map(|n| Reference { role: "answers".parse().unwrap(), entry: EntryId::of(&n.to_be_bytes()) })
            .collect(),
        content: Content::new(
            body,
            vec![Attachment {
                name: "note.txt".into(),
                media_type: "text/plain".into(),
                length: 3,
                sha256: Sha256Digest::of(b"abc"),
            }],
        )
        .unwrap(),
    }
}

fn key() -> SigningKey {
    SigningKey::from_seed(&[3; 32])
}

fn signed(body: &Value) -> NewEntry {
    draft(body, 1).sign(&key(), &Counting::default()).unwrap()
}

#[test]
fn a_statement_reads_back_as_it_was_signed() {
    let entry = signed(&Value::from("a body"));
    let read = SignedStatement::parse(&entry.statement).unwrap();
    assert_eq!(read.id(), entry.id);
    assert_eq!(read.id(), EntryId::of(&entry.statement));
    let statement = read.verify(&key().verifying_key()).unwrap();
    assert_eq!(statement.handling.origin.authority, "Бөлүм");
    let content = read.open(&entry.key, &entry.sealed).unwrap();
    assert_eq!(content.read::<String>().unwrap(), "a body");
    assert_eq!(content.attachments[0].length, 3);
}

#[test]
fn the_statement_does_not_tell_the_body() {
    let entry = signed(&Value::from("the name of the witness"));
    let told = |bytes: &[u8]| bytes.windows(7).any(|w| w == b"witness");
    assert!(!told(&entry.statement) && !told(&entry.sealed));
    // Two entries with the same body do not show that they are the same.
    let entropy = Counting::default();
    let (a, b) = (draft(&Value::from("x"), 0), draft(&Value::from("x"), 0));
    let a = SignedStatement::parse(&a.sign(&key(), &entropy).unwrap().statement).unwrap();
    let b = SignedStatement::parse(&b.sign(&key(), &entropy).unwrap().statement).unwrap();
    assert_ne!(a.unverified().content, b.unverified().content);
}

#[test]
fn a_body_of_another_entry_does_not_open_here() {
    let (one, two) = (signed(&Value::from("one")), draft(&Value::from("two"), 2));
    let two = two.sign(&key(), &Counting::default()).unwrap();
    let read = SignedStatement::parse(&one.statement).unwrap();
    assert!(read.open(&two.key, &two.sealed).is_err());
    let other = SignedStatement::parse(&two.statement).unwrap();
    let opened = other.unseal(&two.key, &two.sealed).unwrap();
    assert!(matches!(read.read_opened(&opened), Err(EntryError::Commitment)));
}

#[test]
fn an_entry_key_is_bound_to_its_entry() {
    let entropy = Counting::default();
    let entry = signed(&Value::Null);
    let case_key = SecretKey::draw(&entropy);
    let wrapped = wrap_entry_key(&case_key, &entropy, entry.id, &entry.key);
    assert!(unwrap_entry_key(&case_key, entry.id, &wrapped).is_ok());
    assert!(unwrap_entry_key(&case_key, EntryId::of(b"other"), &wrapped).is_err());
    assert!(unwrap_entry_key(&SecretKey::draw(&entropy), entry.id, &wrapped).is_err());
}

#[test]
fn references_are_bounded_at_the_limit_and_refused_one_past_it() {
    let sign = |refs| draft(&Value::Null, refs).sign(&key(), &Counting::default());
    assert!(sign(MAX_REFERENCES).is_ok());
    assert!(matches!(sign(MAX_REFERENCES + 1), Err(EntryError::TooMany("references", _))));
}

#[test]
fn a_seal_reads_back_and_is_not_a_statement() {
    let seal = NodeSeal {
        v: SEAL_VERSION,
        entry: EntryId::of(b"entry"),
        case: CaseId::from_bytes([1; 16]),
        sequence: 4,
        previous: Some(EntryId::of(b"before")),
        recorded: RecordedTime::at("2026-11-23T07:00:00.123456Z".parse().unwrap()),
        clock_jump: false,
        incarnation: 0,
        log_index: 12,
        policies: Some(Sha256Digest::of(b"pack")),
    };
    let bytes = seal.sign(&key()).unwrap();
    let read = SignedSeal::parse(&bytes).unwrap();
    assert_eq!(read.verify(&key().verifying_key()).unwrap(), &seal);
    assert_eq!(seal.recorded.to_string(), "2026-11-23T07:00:00.123Z");
    assert!(SignedStatement::parse(&bytes).is_err());
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        any::<Vec<u8>>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::Array),
            prop::collection::btree_map(any::<String>(), inner, 0..8)
                .prop_map(|map| Value::Map(map.into_iter().map(|(k, v)| (Value::from(k), v)).collect())),
        ]
    })
}

proptest! {
    #[test]
    fn canonical_bytes_read_back_and_are_a_fixed_point(value in any_value()) {
        let bytes = to_canonical(&value).unwrap();
        let read = value_from_canonical(&bytes).unwrap();
        prop_assert_eq!(to_canonical(&read).unwrap(), bytes);
    }

    #[test]
    fn foreign_bytes_never_panic_and_what_is_read_is_written_alike(bytes: Vec<u8>) {
        if let Ok(value) = value_from_canonical(&bytes) {
            prop_assert_eq!(to_canonical(&value).unwrap(), bytes.clone());
        }
        prop_assert!(SignedStatement::parse(&bytes).is_err());
    }

    #[test]
    fn a_statement_with_one_changed_byte_is_never_the_same_entry(at: prop::sample::Index, xor in 1u8..) {
        let entry = signed(&Value::from("body"));
        let mut bytes = entry.statement.clone();
        let at = at.index(bytes.len());
        bytes[at] ^= xor;
        let verified = SignedStatement::parse(&bytes)
            .is_ok_and(|read| read.verify(&key().verifying_key()).is_ok());
        prop_assert!(!verified);
    }

    #[test]
    fn amounts_survive_text_and_bytes(units in any::<i128>().prop_filter("fits", |u| *u != i128::MIN)) {
        let amount = Amount::from_minor_units(units, Currency::BITCOIN);
        let bytes = to_canonical(&amount).unwrap();
        prop_assert_eq!(from_canonical::<Amount>(&bytes).unwrap(), amount);
        let text = amount.to_string();
        let digits = text.strip_suffix(" BTC").unwrap();
        prop_assert_eq!(Amount::parse(digits, Currency::BITCOIN).unwrap(), amount);
    }

    #[test]
    fn act_times_read_back_at_any_moment(second in 0i64..4_000_000_000, zone in prop::sample::select(vec![
        "Asia/Kabul", "Asia/Tehran", "Asia/Almaty", "Asia/Bishkek", "Asia/Karachi", "Asia/Dushanbe", "Asia/Tashkent", "UTC",
    ])) {
        let at = jiff::Timestamp::from_second(second).unwrap();
        let act = ActTime::at(at, zone).unwrap();
        prop_assert_eq!(act.timestamp(), at);
        prop_assert_eq!(act.zone(), zone);
        prop_assert_eq!(act.as_str().parse::<ActTime>().unwrap(), act);
    }
}

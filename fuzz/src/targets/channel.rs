//! What comes from the other office: agreements, key bundles, envelopes, letters, receipts, cosigning messages, and the
//! file that carries them.

use std::sync::OnceLock;

use comity_channel::{
    Address, Agreed, Agreement, Answer, Ceiling, CosignAnswer, CosignRequest, Cosigned, Envelope, Fate,
    KeyBundle, KindTerm, Label, Lacks, Letter, LogPosition, Part, Party, Place, Receipt, Rules, SealingKey,
    Sheet, SignedAgreement, SignedReceipt, Standing, Suite, read_bundle, write_bundle,
};
use comity_journal::Witness;
use comity_record::entry::Attachment;
use comity_record::handling::{Handling, HandlingCode, Onward, Origin, Use};
use comity_record::sign::SigningKey;
use comity_record::testing::Counting;
use comity_record::{Bytes, OfficeId, RecordedTime, Sha256Digest, Token};

use crate::Target;

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "channel-agreement", seeds: agreements, run: agreement },
        Target { name: "channel-keys", seeds: key_bundles, run: key_bundle },
        Target { name: "channel-envelope", seeds: envelopes, run: envelope },
        Target { name: "channel-letter", seeds: letters, run: letter },
        Target { name: "channel-receipt", seeds: receipts, run: receipt },
        Target { name: "channel-cosign", seeds: cosigns, run: cosign },
        Target { name: "channel-sheet", seeds: sheets, run: sheet },
        Target { name: "channel-bundle", seeds: bundles, run: bundle },
    ]
}

/// Two offices that agreed, and one of each thing that they send.
struct World {
    agreed: Agreed,
    node: SigningKey,
    agreement: Vec<u8>,
    keys: Vec<u8>,
    envelope: Vec<u8>,
    receipt: Vec<u8>,
    sheet: Vec<u8>,
    sealing: SealingKey,
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(make)
}

fn word(text: &str) -> Token {
    text.parse().expect("a literal word")
}

fn office(number: u8) -> OfficeId {
    OfficeId::from_bytes([number; 16])
}

fn make() -> World {
    let entropy = Counting::default();
    let draw = |suite| {
        let (from, until) = ("2026-10-01".parse(), "2027-03-31".parse());
        SealingKey::draw(&entropy, suite, from.expect("a day"), until.expect("a day"))
            .expect("drawn keys are keys")
    };
    let node = |number| SigningKey::from_seed(&[number; 32]);
    let signer = |number| SigningKey::from_seed(&[number + 10; 32]);
    let sealing = draw(Suite::Hybrid);
    let party = |number: u8, country: &str, key: &SealingKey| Party {
        office: office(number),
        name: format!("Exercise office {number}"),
        country: country.parse().expect("a literal code"),
        authority: "Exercise authority".to_owned(),
        node: node(number).verifying_key(),
        signers: vec![signer(number).verifying_key()],
        keys: vec![key.published().clone()],
    };
    let text = Agreement {
        v: 1,
        parties: [party(1, "KZ", &draw(Suite::X25519)), party(2, "TJ", &sealing)],
        exercise: true,
        valid_from: "2026-11-01".parse().expect("a day"),
        valid_until: "2027-01-31".parse().expect("a day"),
        purposes: vec![word("criminal-investigation")],
        kinds: vec![KindTerm { kind: word("request.preservation"), approval: true }],
        data: vec![word("transaction-records")],
        measures: vec![],
        ceiling: Ceiling { code: HandlingCode::H2, use_as: Use::Intelligence, onward: Onward::WithConsent },
        recipients: vec!["KZ".parse().expect("a code"), "TJ".parse().expect("a code")],
        retain_days: Some(30),
        cosign: true,
    };
    let sign = |number| text.sign(office(number), &signer(number)).expect("the text names the key");
    let signed = SignedAgreement::assemble(&text, [sign(1), sign(2)]).expect("both signed it");
    let agreed = signed.verify().expect("both signed it");
    let bundle = KeyBundle {
        v: 1,
        agreement: agreed.digest(),
        office: office(2),
        number: 1,
        keys: vec![sealing.published().clone()],
    };
    let address = Address {
        agreed: &agreed,
        sender: office(1),
        place: Place { incarnation: 0, counter: 1 },
        previous: Some(Sha256Digest::of(b"before")),
        kind: word("request.preservation"),
        act: "2026-11-23T12:00:00+05:00[Asia/Almaty]".parse().expect("a time"),
    };
    let envelope = Envelope::seal(address, &a_letter(), sealing.published(), &node(1), &entropy);
    let receipt = Receipt {
        v: 1,
        agreement: agreed.digest(),
        sender: office(1),
        recipient: office(2),
        envelope: Sha256Digest::of(b"envelope"),
        place: Place { incarnation: 0, counter: 1 },
        fate: Fate::Refused { rule: word("expired") },
        at: RecordedTime::at("2026-11-23T07:00:00Z".parse().expect("a time")),
        position: LogPosition { incarnation: 0, index: 300 },
        sequence: 1,
        life_from: 0,
        previous: Some(Sha256Digest::of(b"before")),
    };
    let sheet = Sheet {
        v: 1,
        agreement: agreed.digest(),
        office: office(2),
        at: RecordedTime::at("2026-11-23T07:00:00Z".parse().expect("a time")),
        standing: Standing {
            incarnation: 0,
            receipts_from: 0,
            expects: Place { incarnation: 0, counter: 2 },
        },
        lacks: Lacks { incarnation: 0, from: 1 },
        keys: 0,
        cosign: Some(Bytes(cosigns()[0].clone())),
        cosigned: Some(Cosigned {
            note: "text\n\n— name AAAAAAA=\n".to_owned(),
            answer: Bytes(cosigns()[1].clone()),
        }),
    };
    World {
        sheet: sheet.sign(&node(2)).expect("it is short"),
        agreement: signed.to_bytes().expect("it was read"),
        keys: bundle.sign(&node(2)).expect("one key is a list"),
        envelope: envelope.expect("the key is in use").bytes().to_vec(),
        receipt: SignedReceipt::sign(receipt, &node(2)).expect("it has one form").bytes().to_vec(),
        node: node(2),
        agreed,
        sealing,
    }
}

fn a_letter() -> Letter {
    let origin =
        Origin { country: "KZ".parse().expect("a code"), authority: "Exercise authority".to_owned() };
    Letter {
        label: Some(Label {
            handling: Handling::own_work(origin),
            purpose: word("criminal-investigation"),
            measures: vec![],
            data: vec![word("transaction-records")],
            approved_by: vec![],
            consent: Some(Sha256Digest::of(b"consent")),
        }),
        body: Bytes(b"please preserve".to_vec()),
        attachments: vec![Attachment {
            name: "list.csv".to_owned(),
            media_type: "text/csv".to_owned(),
            length: 12,
            sha256: Sha256Digest::of(b"list"),
        }],
    }
}

fn agreements() -> Vec<Vec<u8>> {
    let world = world();
    vec![world.agreement.clone(), world.agreed.agreement().to_bytes().expect("it was read")]
}

/// What verifies is what both signed; what is read has one spelling, and compiles.
fn agreement(bytes: &[u8]) {
    if let Ok(signed) = SignedAgreement::parse(bytes) {
        assert_eq!(signed.to_bytes().ok().as_deref(), Some(bytes));
        if let Ok(agreed) = signed.verify() {
            assert_eq!(agreed.digest(), world().agreed.digest(), "nobody else has their keys");
            assert!(Rules::compile(&agreed).is_ok());
        }
    }
    if let Ok(text) = Agreement::parse(bytes) {
        assert_eq!(text.to_bytes().ok().as_deref(), Some(bytes));
    }
}

fn key_bundles() -> Vec<Vec<u8>> {
    vec![world().keys.clone()]
}

fn key_bundle(bytes: &[u8]) {
    if KeyBundle::open(bytes, &world().agreed, office(2)).is_ok() {
        assert_eq!(bytes, world().keys, "nobody else has the node's key");
    }
}

fn envelopes() -> Vec<Vec<u8>> {
    vec![world().envelope.clone()]
}

fn envelope(bytes: &[u8]) {
    let world = world();
    if let Ok(header) = Envelope::peek(bytes)
        && let Ok(envelope) = Envelope::verify(bytes, &world.agreed)
    {
        assert_eq!(bytes, world.envelope, "nobody else has the node's key");
        assert_eq!(*envelope.header(), header);
        let mut keyring = comity_channel::Keyring::new();
        let private = world.sealing.private().clone();
        keyring.add(SealingKey::restore(private, world.sealing.published().clone()).expect("it is the key"));
        assert_eq!(envelope.open(office(2), &keyring).ok(), Some(a_letter()));
    }
}

fn letters() -> Vec<Vec<u8>> {
    let service = Letter { label: None, body: Bytes(vec![7; 2000]), attachments: vec![] };
    [a_letter(), service].map(|letter| letter.to_padded().expect("it is short").to_vec()).to_vec()
}

/// What is read has one spelling, padding included.
fn letter(bytes: &[u8]) {
    if let Ok(letter) = Letter::parse_padded(bytes) {
        assert_eq!(letter.to_padded().ok().map(|padded| padded.to_vec()).as_deref(), Some(bytes));
    }
}

fn receipts() -> Vec<Vec<u8>> {
    vec![world().receipt.clone()]
}

fn receipt(bytes: &[u8]) {
    if SignedReceipt::verify(bytes, &world().agreed).is_ok() {
        assert_eq!(bytes, world().receipt, "nobody else has the node's key");
    }
}

fn cosigns() -> Vec<Vec<u8>> {
    let request = CosignRequest { v: 1, submission: "old 0\n\ntext\n\n— name AAAAAAA=\n".to_owned() };
    let cosigned = Answer::Cosigned {
        name: "comity-witness/x".to_owned(),
        key_hash: Bytes(vec![1; 4]),
        signature: Bytes(vec![2; 72]),
    };
    let answer = |answer| CosignAnswer { v: 1, answer }.to_bytes().expect("it is short");
    vec![
        request.to_bytes().expect("it is short"),
        answer(cosigned),
        answer(Answer::From { seen: 7 }),
        answer(Answer::Restored { seen: 500, parent: 300 }),
        answer(Answer::Refused { code: "journal-witness-shrunk".to_owned() }),
    ]
}

fn cosign(bytes: &[u8]) {
    let world = world();
    let [first, second] = &world.agreed.agreement().parties;
    if let Ok(request) = CosignRequest::parse(bytes) {
        assert_eq!(request.to_bytes().ok().as_deref(), Some(bytes));
        if let Ok(judged) = request.judge(&Witness::new(), first, &world.node, 1_795_500_000) {
            assert!(judged.accepted.is_none(), "nobody else has the log's key");
        }
    }
    if let Ok(answer) = CosignAnswer::parse(bytes) {
        assert_eq!(answer.to_bytes().ok().as_deref(), Some(bytes));
        let _ = answer.cosignature(second);
    }
}

fn sheets() -> Vec<Vec<u8>> {
    vec![world().sheet.clone()]
}

/// What is read has one spelling, and only the node's own is verified.
fn sheet(bytes: &[u8]) {
    if let Ok(sheet) = Sheet::peek(bytes) {
        let resigned = sheet.sign(&world().node);
        if bytes == world().sheet {
            assert_eq!(resigned.ok().as_deref(), Some(bytes));
        }
        if Sheet::open(bytes, &world().agreed).is_ok() {
            assert_eq!(bytes, world().sheet, "nobody else has the node's key");
        }
    }
}

/// A bundle's digest keeps mutations out of it, so that the inside is tried under a digest that matches.
fn bundles() -> Vec<Vec<u8>> {
    let world = world();
    let parts = [
        Part::Agreement(world.agreement.clone()),
        Part::Keys(world.keys.clone()),
        Part::Envelope(world.envelope.clone()),
        Part::Receipt(world.receipt.clone()),
        Part::Sheet(world.sheet.clone()),
    ];
    let short = [Part::Receipt(vec![1; 10]), Part::Keys(vec![2; 3])];
    [write_bundle(&parts), write_bundle(&short), write_bundle(&[])]
        .map(|bytes| bytes.expect("they fit"))
        .to_vec()
}

fn bundle(bytes: &[u8]) {
    let rehashed = bytes.len().checked_sub(32).map(|end| {
        let digest = Sha256Digest::of(&bytes[..end]);
        [&bytes[..end], digest.as_bytes()].concat()
    });
    for bytes in std::iter::once(bytes).chain(rehashed.as_deref()) {
        if let Ok(parts) = read_bundle(bytes) {
            assert_eq!(write_bundle(&parts).ok().as_deref(), Some(bytes));
        }
    }
}

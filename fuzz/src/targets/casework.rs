//! Exports that others sealed to this office, and what is in them; the signature beside a twin, and the bodies of a
//! request; cards, terms and drafts of agreements; and what a
//! counterpart's node gives in an exchange.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use comity_casework::body::Role;
use comity_casework::dispatch::{PARCEL_VERSION, Parcel};
use comity_casework::evidence::{self, CustodyData, PackageCheck, PackageRecord};
use comity_casework::exchange::{DraftAgreement, PartyCard, SendWhat, Terms};
use comity_casework::offer::{OFFER_VERSION, Offer};
use comity_casework::request::{
    Approvals, OutsideDecision, RequestDrafted, RequestEndorsed, RequestFactConfirmed, RequestReceived,
    RequestRecorded, RequestReviewed, Review, Subject, TWIN_RECORD_VERSION, TwinRecord,
};
use comity_casework::{
    Backup, Casework, Cost, Fault, Founding, Identity, Keyring, Package, Packs, Parts, Passphrase, Person,
    Session,
};
use comity_channel::{Label, read_bundle};
use comity_disk::{Disk as _, DiskPath, SimDisk};
use comity_evidence::Report;
use comity_law::Day;
use comity_record::cbor::{from_canonical, to_canonical};
use comity_record::handling::{Handling, Origin};
use comity_record::pack::Pack;
use comity_record::sign::{Purpose, SigningKey, VerifyingKey, sign};
use comity_record::testing::{Counting, Standing};
use comity_record::{ActTime, Blake3Digest, Bytes, Entropy, EntryId, KeyId, OfficeId, Sha256Digest};
use comity_request::life::Event;
use comity_request::{Decision, RequestTwin, Verdict};
use comity_store::MemoryStore;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::runtime::{Builder, Runtime};

use crate::Target;

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "casework-sealed-export", seeds: sealed, run: open },
        Target { name: "casework-export-tar", seeds: tars, run: read },
        Target { name: "casework-twin-record", seeds: records, run: record },
        Target { name: "casework-request-bodies", seeds: bodies, run: body },
        Target { name: "casework-card", seeds: cards, run: card },
        Target { name: "casework-draft", seeds: drafts, run: draft },
        Target { name: "casework-exchange", seeds: calls, run: exchange },
        Target { name: "casework-backup", seeds: backups, run: restore },
        Target { name: "casework-parcel", seeds: parcels, run: parcel },
        Target { name: "casework-offer", seeds: offers, run: offer },
        Target { name: "casework-evidence-package", seeds: packages, run: check_package },
    ]
}

/// Between the files of a package of exhibits, and between the name and the bytes of a file.
const BETWEEN_FILES: &str = "\0\0";
const AFTER_NAME: &str = "\0=";

fn packages() -> Vec<Vec<u8>> {
    let id = "07".repeat(16);
    let entry = "07".repeat(32);
    let record = format!(
        r#"{{"v": 1, "case": "{id}", "office": "{id}", "officer": "{id}", "exhibits": ["E-1"], "recipient": "Court",
        "reason": "trial", "up_to": 9, "withheld": {{"3": "privileged"}}, "at": "2026-11-23T12:00:00+05:00[Asia/Dushanbe]"}}"#
    );
    let record: serde_json::Value = serde_json::from_str(&record).expect("written here");
    let record: PackageRecord = serde_json::from_value(record).expect("of its form");
    let custody = format!(
        r#"{{"v": 1, "exhibit": "E-1", "title": "Notes", "acts": [{{"entry": "{entry}", "exhibit": "E-1", "piece": "original",
        "act": "collected", "at": "2026-11-23T12:00:00+05:00[Asia/Dushanbe]", "place": "here", "reason": "search"}}], "gaps": []}}"#
    );
    let custody: CustodyData = serde_json::from_str(&custody).expect("of its form");
    let seal = r#"{"format": "comity-seal-1", "root": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "files": [], "left_out": []}"#;
    let key = SigningKey::from_seed(&[7; 32]);
    let statement = sign(&key, Purpose::Entry, b"statement");
    let files: [(&str, Vec<u8>); 6] = [
        ("package.json", record.to_json()),
        ("custody/E-1.json", custody.to_json()),
        ("comity/seal.json", seal.as_bytes().to_vec()),
        ("case-uco.jsonld", b"{}".to_vec()),
        ("journal/checkpoint", b"comity/07/0\n1\n".to_vec()),
        ("journal/entries/00000001.statement", statement),
    ];
    let files: Vec<_> =
        files.iter().map(|(name, bytes)| [name.as_bytes(), AFTER_NAME.as_bytes(), bytes].concat()).collect();
    vec![files.join(BETWEEN_FILES.as_bytes())]
}

/// Whatever lies in a package: nothing that rests on a signature passes where nobody signed.
fn check_package(bytes: &[u8]) {
    let disk = SimDisk::new();
    let text: Vec<_> = bytes.split(|byte| *byte == 0).collect();
    for pair in text.windows(2).take(64) {
        let [name, bytes] = pair else { continue };
        let name = str::from_utf8(name).ok().and_then(|name| DiskPath::new(format!("bag/{name}")).ok());
        if let (Some(path), Some(bytes)) = (name, bytes.strip_prefix(b"="))
            && disk.create_dir_all(&path.parent()).is_ok()
            && let Ok(mut file) = disk.create_new(&path)
        {
            file.append(bytes).expect("the disk has room");
        }
    }
    let bag = DiskPath::new("bag").expect("a plain path");
    let Some(checked) =
        evidence::check(&disk, &bag, &Report::default(), Some(&comity_stamp::Anchors::default()))
    else {
        return;
    };
    for answer in checked.answers {
        assert!(answer.check != PackageCheck::Officer || answer.verdict() != comity_evidence::Verdict::Pass);
    }
}

/// The key that every input is opened with.
fn identity() -> Identity {
    Identity::draw(&Counting::default())
}

fn package() -> Package {
    let files =
        [("tagmanifest-sha256.txt", 0), ("data/README.txt", 700), ("data/entries/00000000.seal", 512)];
    let files =
        files.into_iter().map(|(path, size)| (path.to_owned(), vec![0x61; size])).collect::<BTreeMap<_, _>>();
    let act: ActTime = "2026-11-23T12:00:00+05:00[Asia/Tashkent]".parse().expect("a literal time");
    Package::new(files, &act)
}

fn sealed() -> Vec<Vec<u8>> {
    vec![package().seal(&identity().recipient(), &Counting::default()).expect("the key is sound")]
}

fn tars() -> Vec<Vec<u8>> {
    vec![package().to_tar().expect("the paths are short").to_vec()]
}

fn open(bytes: &[u8]) {
    if let Ok(opened) = Package::open(&identity(), bytes) {
        assert!(opened.digest() == package().digest(), "only what was sealed opens");
    }
}

fn read(bytes: &[u8]) {
    if let Ok(read) = Package::from_tar(bytes) {
        assert_eq!(read.to_tar().expect("it was read").as_slice(), bytes, "there is one spelling");
        for path in read.files().keys() {
            assert!(
                !path.starts_with('/') && !path.split('/').any(|part| part == ".."),
                "{path} leaves the folder"
            );
        }
    }
}

/// Bytes that differ from office to office.
struct Salted(u8, Counting);

impl Entropy for Salted {
    fn fill(&self, out: &mut [u8]) {
        self.1.fill(out);
        let salt = Sha256Digest::of(&[self.0]);
        for (byte, salt) in out.iter_mut().zip(salt.as_bytes().iter().cycle()) {
            *byte ^= salt;
        }
    }
}

/// An office on a node of its own.
struct Side {
    node: Casework<MemoryStore>,
    supervisor: Session,
    administrator: Session,
}

/// Two offices that agreed, and the first call of one to the other.
struct World {
    runtime: Runtime,
    b: Side,
    peer: VerifyingKey,
    call: Vec<u8>,
    card: String,
    draft: Vec<u8>,
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let runtime = Builder::new_current_thread().build().expect("a runtime without drivers");
        let (a, b, call, card, draft) = runtime.block_on(make());
        World { runtime, b, peer: a, call, card, draft }
    })
}

fn parts(number: u8, packs: impl IntoIterator<Item = Pack>) -> Parts<MemoryStore> {
    Parts {
        store: MemoryStore::default(),
        disk: Arc::new(SimDisk::new()),
        objects: None,
        keyring: Keyring::draw(&Salted(number, Counting::default())),
        clock: Arc::new(Standing::at(1_795_417_200)),
        entropy: Arc::new(Salted(number + 100, Counting::default())),
        packs: Packs::new(packs).expect("a test checks it"),
    }
}

async fn side(number: u8, country: &str) -> Side {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs/policies");
    let files = ["office.cedar", "office.cedarschema", "pack.toml"];
    let files =
        files.map(|name| (name.to_owned(), std::fs::read(folder.join(name)).expect("it is in the checkout")));
    let policies = Pack::from_files(files).expect("a test checks it");
    let digest = policies.digest();
    let node = Casework::open(parts(number, [policies])).await.expect("an empty node opens");
    let passphrase = || Passphrase::new("a long passphrase".to_owned().into()).expect("it is long");
    let person = |name: &str, roles: &[Role]| Person {
        name: name.to_owned(),
        roles: roles.iter().copied().collect(),
        passphrase: passphrase(),
    };
    let founders = [
        person("administrator", &[Role::Administrator, Role::Prosecutor]),
        person("supervisor", &[Role::Supervisor, Role::Investigator]),
    ];
    let founding = Founding {
        name: format!("Unit {number}"),
        country: country.parse().expect("a code"),
        authority: "Exercise authority".to_owned(),
        exercise: true,
        founders,
        packs: vec![digest],
        cost: Cost::RANDOM,
    };
    let (office, [first, second]) = node.found(founding).await.expect("two persons found it");
    let administrator = node.unlock(office, first, &passphrase()).await.expect("it was just made");
    let supervisor = node.unlock(office, second, &passphrase()).await.expect("it was just made");
    Side { node, supervisor, administrator }
}

async fn make() -> (VerifyingKey, Side, Vec<u8>, String, Vec<u8>) {
    let (a, b) = (side(1, "KZ").await, side(2, "TJ").await);
    let card = async |side: &Side| side.node.party_card(&side.supervisor, &[]).await.expect("it may");
    let (of_a, of_b) = (card(&a).await, card(&b).await);
    let today = "2026-11-23".parse().expect("a day");
    let text = Terms::default().agreement(&of_a, &of_b, today).expect("an exercise has defaults");
    let draft = DraftAgreement::new(&text).expect("it was checked");
    let (half, _) = a.node.sign_agreement(&a.supervisor, &draft).await.expect("it may sign");
    let (full, _) = b.node.sign_agreement(&b.supervisor, &half).await.expect("it may sign");
    let signed = full.complete().expect("both signed");
    for side in [&a, &b] {
        let filed = side.node.propose_agreement(&side.administrator, &signed, "agreed".to_owned());
        let proposal = filed.await.expect("both signed it").entry;
        side.node.approve(&side.supervisor, proposal).await.expect("another person");
    }
    let (case, _) = a.node.open_case(&a.supervisor, "Case".to_owned(), None).await.expect("it may");
    let origin = Origin { country: of_a.country, authority: of_a.authority.clone() };
    let mut handling = Handling::own_work(origin);
    handling.recipients = vec![of_a.country, of_b.country];
    handling.retain_until = Some("2027-01-01".parse().expect("a day"));
    let what = SendWhat {
        agreement: full.digest(),
        kind: "request.acknowledged".parse().expect("a word"),
        label: Label {
            handling,
            purpose: "prosecution".parse().expect("a word"),
            measures: vec![],
            data: vec![],
            approved_by: vec![],
            consent: None,
        },
        body: b"seen".to_vec(),
        proposal: None,
        refs: vec![],
    };
    a.node.send(&a.supervisor, case, what).await.expect("the agreement allows it");
    let call = a.node.compose(full.digest()).await.expect("one message waits");
    let draft = full.to_bytes().expect("both signed");
    (a.node.node_key(), b, call, of_a.to_toml(), draft)
}

fn cards() -> Vec<Vec<u8>> {
    let terms = "valid-until = \"2027-01-01\"\nretain-days = 30\n[[kinds]]\nkind = \"request.issued\"\napproval = true\n";
    vec![world().card.clone().into_bytes(), terms.into()]
}

/// What is read is written so that it reads the same.
fn card(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(card) = PartyCard::from_toml(text) {
        assert_eq!(PartyCard::from_toml(&card.to_toml()).ok(), Some(card));
    }
    if let (Ok(terms), Ok(card)) = (Terms::from_toml(text), PartyCard::from_toml(&world().card)) {
        let today = "2026-11-23".parse().expect("a day");
        // An office does not agree with itself, whatever the terms.
        assert!(terms.agreement(&card, &card, today).is_err());
    }
}

fn drafts() -> Vec<Vec<u8>> {
    vec![world().draft.clone()]
}

/// What is read has one spelling, and both have signed nothing else than the one agreement.
fn draft(bytes: &[u8]) {
    if let Ok(draft) = DraftAgreement::parse(bytes) {
        let _ = draft.signed_by();
        if draft.complete().is_ok() {
            assert_eq!(draft.digest(), DraftAgreement::parse(&world().draft).expect("it is ours").digest());
        }
        if draft.signatures.len() < 2 {
            assert_eq!(draft.to_bytes().ok().as_deref(), Some(bytes));
        }
    }
}

fn calls() -> Vec<Vec<u8>> {
    vec![world().call.clone()]
}

/// Whatever is given is answered, or refused with nothing changed. A bundle's digest keeps mutations out of it, so that
/// the inside is tried under a digest that matches, too.
fn exchange(bytes: &[u8]) {
    let world = world();
    let rehashed = bytes.len().checked_sub(32).map(|end| {
        let digest = Sha256Digest::of(&bytes[..end]);
        [&bytes[..end], digest.as_bytes()].concat()
    });
    for bytes in std::iter::once(bytes).chain(rehashed.as_deref()) {
        let size = world.b.node.state().size();
        match world.runtime.block_on(world.b.node.exchange(world.peer, bytes)) {
            Ok(answer) => assert!(read_bundle(&answer).is_ok()),
            Err(_) => assert_eq!(world.b.node.state().size(), size, "what was refused changed something"),
        }
    }
}

/// What travels about a request: events and an answer.
fn parcels() -> Vec<Vec<u8>> {
    let request = Sha256Digest::of(b"a version");
    let package = b"a package".to_vec();
    let day = "2026-11-23".parse().expect("a literal day");
    let events = vec![Event::Acknowledged { day, reference: "IN-1".to_owned() }];
    let event = Event::Executed { day, what: "done".to_owned(), result: Some(Sha256Digest::of(&package)) };
    let alone = Event::Executed { day, what: "done".to_owned(), result: None };
    let v = PARCEL_VERSION;
    [
        Parcel::Events { v, request, events: events.clone(), print: None },
        Parcel::Events { v, request, events, print: Some(Bytes(vec![4])) },
        Parcel::Answer { v, request, event, package: Some(Bytes(package)) },
        Parcel::Answer { v, request, event: alone, package: None },
        Parcel::Request { v, twin: Bytes(vec![1]), signature: Bytes(vec![2]), print: Bytes(vec![3]) },
    ]
    .iter()
    .map(|parcel| to_canonical(parcel).expect("a parcel has a deterministic form"))
    .collect()
}

/// What is read has one spelling, and an answer has the package that its event names.
fn parcel(bytes: &[u8]) {
    let Ok(parcel) = Parcel::read(bytes) else { return };
    assert_eq!(to_canonical(&parcel).expect("it was read"), bytes);
    if let Parcel::Answer { event: Event::Executed { result, .. }, package, .. } = parcel {
        assert_eq!(result, package.map(|package| Sha256Digest::of(package.as_ref())));
    }
}

/// What offers a package to another office.
fn offers() -> Vec<Vec<u8>> {
    let offer = Offer {
        v: OFFER_VERSION,
        root: Blake3Digest::from_bytes([1; 32]),
        size: 9 << 20,
        name: "package.age".to_owned(),
        key: KeyId::from_bytes([2; 32]),
        packaged: EntryId::from_bytes([3; 32]),
    };
    vec![to_canonical(&offer).expect("plain values")]
}

/// What is read has one spelling, and names a file that lies where it is put.
fn offer(bytes: &[u8]) {
    let Ok(offer) = Offer::read(bytes) else { return };
    assert_eq!(to_canonical(&offer).expect("it was read"), bytes);
    assert!(!offer.name.is_empty() && !offer.name.contains('/') && !offer.name.starts_with('.'));
}

/// The twin under every record.
const TWIN: &[u8] = b"{}";

/// The key of the node that signs twins.
fn key_of_twins() -> SigningKey {
    SigningKey::from_seed(&[7; 32])
}

fn records() -> Vec<Vec<u8>> {
    let record = TwinRecord {
        v: TWIN_RECORD_VERSION,
        twin: Sha256Digest::of(TWIN),
        version: Sha256Digest::of(b"version"),
        office: OfficeId::from_bytes([1; 16]),
        country: "TJ".parse().expect("a state"),
        authority: "Exercise authority".to_owned(),
        register_number: "OUT-1".to_owned(),
    };
    vec![sign(&key_of_twins(), Purpose::Twin, &to_canonical(&record).expect("small"))]
}

/// Only what the key signed over this twin is taken, and there is one spelling of it.
fn record(bytes: &[u8]) {
    let key = key_of_twins();
    if let Ok(record) = TwinRecord::verify(bytes, &key.verifying_key(), TWIN) {
        assert_eq!(record.twin, Sha256Digest::of(TWIN));
        assert_eq!(bytes, sign(&key, Purpose::Twin, &to_canonical(&record).expect("it was read")));
    }
}

/// The body of each kind, with the number of the kind before it.
fn bodies() -> Vec<Vec<u8>> {
    let twin = super::request::twins().pop().expect("a sound twin");
    let version = RequestTwin::from_bytes(&twin).expect("a sound twin").request;
    let digest = version.digest().expect("small");
    let verdict = Verdict {
        draft: None,
        law_pack: version.law_pack,
        errors: 0,
        missing: 0,
        warnings: 1,
        to_confirm: vec![],
    };
    let language = || "ru".parse().expect("a language");
    let day = Day::constant(2026, 11, 23);
    let event = Event::AdvanceCopyReceived { version: digest, day, register_number: "1".to_owned() };
    let drafted = RequestDrafted {
        version: version.clone(),
        forms: Sha256Digest::of(b"forms"),
        verdict,
        unreviewed: vec![language()],
        approvals: Some(Approvals { practice: Sha256Digest::of(b"practice"), steps: None }),
    };
    let confirmed = RequestFactConfirmed {
        subject: Subject::Words(language()),
        decision: Decision::Overruled,
        name: "Exercise".to_owned(),
        reason: "Read.".to_owned(),
    };
    let outcome = Review::SentBack { reason: "facts".to_owned() };
    let received = RequestReceived {
        version,
        event: event.clone(),
        checked: None,
        signed_by: None,
        signed_under: None,
        emergency: true,
    };
    let decision = Some(OutsideDecision { number: "12".to_owned(), day });
    let endorsed = RequestEndorsed { version: digest, step: "cabinet".to_owned(), decision };
    let numbered = |number: u8, bytes: Vec<u8>| std::iter::once(number).chain(bytes).collect();
    vec![
        numbered(0, to_canonical(&drafted).expect("small")),
        numbered(1, to_canonical(&confirmed).expect("small")),
        numbered(2, to_canonical(&RequestReviewed { version: digest, outcome }).expect("small")),
        numbered(3, to_canonical(&RequestRecorded { event }).expect("small")),
        numbered(4, to_canonical(&received).expect("small")),
        numbered(5, to_canonical(&endorsed).expect("small")),
    ]
}

/// A body that is read is written back, and read again as what it was.
fn body(bytes: &[u8]) {
    fn again<T: Serialize + DeserializeOwned>(bytes: &[u8]) {
        if let Ok(body) = from_canonical::<T>(bytes) {
            let written = to_canonical(&body).expect("it was read");
            let read: T = from_canonical(&written).expect("what we write we read");
            assert_eq!(to_canonical(&read).expect("it was read"), written);
        }
    }
    let Some((number, rest)) = bytes.split_first() else { return };
    match number % 6 {
        0 => again::<RequestDrafted>(rest),
        1 => again::<RequestFactConfirmed>(rest),
        2 => again::<RequestReviewed>(rest),
        3 => again::<RequestRecorded>(rest),
        5 => again::<RequestEndorsed>(rest),
        _ => again::<RequestReceived>(rest),
    }
}

/// Both copies of a small node, the length of the first before them.
fn backups() -> Vec<Vec<u8>> {
    let world = world();
    let backup = world.runtime.block_on(world.b.node.backup(&world.b.administrator)).expect("it may");
    let length = u32::try_from(backup.data.len()).expect("it is small");
    vec![[&length.to_be_bytes()[..], &backup.data, &backup.keys].concat()]
}

/// What is restored is whole; everything else is refused. The digest and the signature at the end keep mutations out, so
/// that the inside is tried under such as match, too.
fn restore(bytes: &[u8]) {
    let Some((length, rest)) = bytes.split_first_chunk() else { return };
    let (data, keys) =
        rest.split_at(rest.len().min(usize::try_from(u32::from_be_bytes(*length)).unwrap_or(0)));
    let key = parts(2, []).keyring;
    let sealed_anew = |copy: &[u8]| {
        let signed = |body: &[u8]| {
            let signature = sign(key.signing(), Purpose::Backup, Sha256Digest::of(body).as_bytes());
            let length = u32::try_from(signature.len()).expect("it is short");
            [b"g", &length.to_be_bytes()[..], &signature].concat()
        };
        let body = &copy[..copy.len().saturating_sub(37 + signed(&[]).len())];
        [body, b".\0\0\0 ", Sha256Digest::of(body).as_bytes(), &signed(body)].concat()
    };
    for (data, keys) in [(data.to_vec(), keys.to_vec()), (sealed_anew(data), sealed_anew(keys))] {
        let backup = Backup { data, keys };
        let world = world();
        if let Ok(node) = world.runtime.block_on(Casework::restore(parts(2, []), &backup)) {
            let report = world.runtime.block_on(node.verify()).expect("what is restored is read again");
            assert!(report.faults.iter().all(|fault| matches!(fault, Fault::File { .. })), "{report:?}");
        }
    }
}

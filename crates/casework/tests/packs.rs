//! Packs on their way between offices: two persons release one, two take it, and whatever less there is of it is refused
//! with nothing changed.

use std::collections::BTreeSet;

use comity_casework::body::{ActivePack, OfficeAct, OfficeProposal, PackSigned, office_journal};
use comity_casework::exchange::PartyCard;
use comity_casework::{
    Casework, CaseworkError, Founding, PackRefusal, Packs, Publisher, Refusal, Session, TakenPack, With,
};
use comity_record::bundle::{Bundle, BundleError, Release, SignedRelease};
use comity_record::cbor::{from_canonical, to_canonical};
use comity_record::pack::Pack;
use comity_record::sign::SigningKey;
use comity_record::{Bytes, Coded as _, OfficeId, OfficerId, Value};

use crate::bench::{Bench, Node, Staffed, founding, packs, person, policies, refusal, unlock};
use comity_casework::body::Role;

/// Three offices on one node: two that publish, and one that takes.
struct Desk {
    node: Node,
    publisher: Office,
    other: Office,
    taker: Office,
}

/// Those of an office who sign, propose and decide.
struct Office {
    id: OfficeId,
    administrator: Session,
    supervisor: Session,
    prosecutor: Session,
    investigator: Session,
}

impl Office {
    fn of(staffed: Staffed) -> (Node, Self) {
        let Staffed { node, office: id, administrator, supervisor, investigator, prosecutor, .. } = staffed;
        (node, Self { id, administrator, supervisor, prosecutor, investigator })
    }
}

impl Desk {
    async fn new(bench: &Bench) -> Self {
        let (node, publisher) = Office::of(Staffed::new(bench).await);
        let (node, other) = Office::of(Staffed::found(node, "Unit Two").await);
        let (node, taker) = Office::of(Staffed::found(node, "Unit Three").await);
        Self { node, publisher, other, taker }
    }

    async fn card(&self, of: &Office) -> PartyCard {
        self.node.party_card(&of.supervisor, &[]).await.unwrap()
    }

    async fn trust(&self, of: &Office) {
        let card = self.card(of).await;
        self.trust_card(&card).await;
    }

    async fn trust_card(&self, card: &PartyCard) {
        let proposed = self.node.propose_publisher(&self.taker.administrator, card, "seen".into()).await;
        self.node.approve(&self.taker.supervisor, proposed.unwrap().entry).await.unwrap();
    }

    /// A bundle that these persons have signed, one after the other.
    async fn signed(&self, version: &str, by: &[&Session]) -> Bundle {
        let mut bundle = Bundle::new(notes(version));
        for session in by {
            bundle = self.node.sign_bundle(session, &bundle).await.unwrap().0;
        }
        // As it comes from a stick.
        Bundle::parse(&bundle.to_bytes().unwrap()).unwrap()
    }

    async fn released(&self, version: &str) -> Bundle {
        self.signed(version, &[&self.publisher.supervisor, &self.publisher.prosecutor]).await
    }

    fn examine(&self, bundle: &Bundle, older: bool) -> Result<TakenPack, CaseworkError> {
        let by = &self.taker.administrator;
        self.node.examine_bundle(by, bundle, older, "the newest".into()).map(|examined| examined.taken)
    }

    /// Takes a bundle over, to the proposal.
    async fn take(&self, bundle: &Bundle, older: bool) -> comity_casework::Receipt {
        let by = &self.taker.administrator;
        let examined = self.node.examine_bundle(by, bundle, older, "the newest".into()).unwrap();
        self.node.packs().add([bundle.pack().clone()]).unwrap();
        self.node.propose_examined(examined).await.unwrap()
    }

    async fn take_and_approve(&self, bundle: &Bundle, older: bool) {
        let proposed = self.take(bundle, older).await;
        self.node.approve(&self.taker.supervisor, proposed.entry).await.unwrap();
    }

    fn in_force(&self) -> Option<comity_record::Sha256Digest> {
        self.node.state().active_pack(self.taker.id, "notes")
    }

    /// The refusal that a bundle meets. Nothing is changed by it.
    fn refused(&self, bundle: &Bundle, older: bool) -> PackRefusal {
        let before = (self.node.state().size(), self.node.packs().iter().count(), self.in_force());
        let Refusal::Pack(refused) = refusal(self.examine(bundle, older)) else { panic!("another refusal") };
        let after = (self.node.state().size(), self.node.packs().iter().count(), self.in_force());
        assert_eq!(before, after, "what was refused changed something");
        refused
    }
}

/// A small pack that nothing reads.
fn notes(version: &str) -> Pack {
    let manifest = format!(
        "name = \"notes\"\nschema = \"notes\"\nschema_version = 1\nversion = \"{version}\"\n\
         licence = \"CC0-1.0\"\nabout = \"Notes of an exercise.\"\n"
    );
    let files = [("pack.toml".to_owned(), manifest.into_bytes()), ("a.txt".to_owned(), b"a note\n".to_vec())];
    Pack::from_files(files).unwrap()
}

/// A signature in the name of an officer, by a key of one's own.
fn forged(pack: &Pack, office: OfficeId, officer: OfficerId, seed: u8) -> SignedRelease {
    let key = SigningKey::from_seed(&[seed; 32]);
    SignedRelease::sign(Release::of(pack, office, officer, key.verifying_key()).unwrap(), &key).unwrap()
}

#[tokio::test]
async fn whom_to_trust_is_decided_by_two_persons_and_not_by_one() {
    let bench = Bench::new();
    let desk = Desk::new(&bench).await;
    let bundle = desk.released("2026-12").await;
    let card = desk.card(&desk.publisher).await;
    let (administrator, supervisor) = (&desk.taker.administrator, &desk.taker.supervisor);
    let proposed = desk.node.propose_publisher(administrator, &card, "a neighbour".into()).await.unwrap();
    assert_eq!(refusal(desk.node.approve(administrator, proposed.entry).await), Refusal::SamePerson);
    assert_eq!(desk.refused(&bundle, false), PackRefusal::UnknownPublisher(desk.publisher.id));
    desk.node.approve(supervisor, proposed.entry).await.unwrap();
    assert_eq!(desk.node.publishers(administrator).unwrap(), [Publisher::of_card(&card)]);
    desk.examine(&bundle, false).unwrap();
    // Nobody else's business: another office of the same node trusts nobody by that.
    let (other, reason) = (&desk.other.administrator, "x".to_owned());
    let elsewhere = desk.node.examine_bundle(other, &bundle, false, reason).map(|examined| examined.taken);
    assert!(matches!(refusal(elsewhere), Refusal::Pack(PackRefusal::UnknownPublisher(_))));
    // An investigator decides neither whom to trust nor what is taken.
    let by = &desk.taker.investigator;
    let trusts = desk.node.propose_publisher(by, &card, "x".into()).await;
    assert!(matches!(refusal(trusts), Refusal::NotAllowed { .. }));
    let takes = desk.node.examine_bundle(by, &bundle, false, "x".into()).map(|examined| examined.taken);
    assert!(matches!(refusal(takes), Refusal::NotAllowed { .. }));
}

#[tokio::test]
async fn a_bundle_of_two_persons_comes_into_force_when_two_others_decide_and_the_log_says_whose_it_was() {
    let bench = Bench::new();
    let desk = Desk::new(&bench).await;
    desk.trust(&desk.publisher).await;
    let bundle = desk.released("2026-12").await;
    let proposed = desk.take(&bundle, false).await;
    assert_eq!(desk.in_force(), None, "one person puts nothing in force");
    let alone = desk.node.approve(&desk.taker.administrator, proposed.entry).await;
    assert_eq!(refusal(alone), Refusal::SamePerson);
    let compared = desk.node.compare_proposed(desk.taker.id, proposed.entry).unwrap().unwrap();
    assert!(compared.before.is_none() && compared.files.len() == 2, "whoever decides sees that all is new");
    desk.node.approve(&desk.taker.supervisor, proposed.entry).await.unwrap();
    assert_eq!(desk.in_force(), Some(bundle.pack().digest()));

    let state = desk.node.state();
    let act = state.office(desk.taker.id).unwrap().proposal(proposed.entry).unwrap().act().clone();
    let OfficeAct::TakePack(taken) = act else { panic!("{act:?}") };
    assert_eq!((taken.publisher, taken.older, taken.replaces), (desk.publisher.id, false, None));
    let signed: BTreeSet<_> = taken.signed().unwrap().iter().map(|s| s.release().officer).collect();
    let persons = [desk.publisher.supervisor.officer(), desk.publisher.prosecutor.officer()];
    assert_eq!(signed, BTreeSet::from(persons));
    // What they signed is on record with the publisher as well.
    let journal = office_journal(desk.publisher.id);
    let kinds = ["pack.signed"];
    let told = desk.node.entries_of(&desk.publisher.supervisor, journal, &kinds).await.unwrap();
    let released: Vec<PackSigned> = told.iter().filter_map(comity_casework::Told::body).collect();
    assert_eq!(released.len(), 2);
    assert!(
        released.iter().all(|signed| signed.pack == taken.pack && taken.signatures.contains(&signed.release))
    );

    drop(desk);
    let at_hand = Packs::new([policies(), notes("2026-12")]).unwrap();
    let again = Casework::open(bench.parts(at_hand)).await.unwrap();
    let state = again.state();
    let office = state.offices().find(|office| office.name == "Unit Three").unwrap();
    assert_eq!(state.active_pack(office.id, "notes"), Some(notes("2026-12").digest()));
    assert_eq!(office.publishers.len(), 1);
    // The node does not start without what two persons put in force.
    drop(again);
    let without = Casework::open(bench.parts(packs())).await.map(drop);
    assert!(matches!(without, Err(CaseworkError::PackMissing { name, .. }) if name == "notes"));
}

#[tokio::test]
async fn a_bundle_that_fewer_than_two_of_one_trusted_publisher_signed_is_refused() {
    let bench = Bench::new();
    let desk = Desk::new(&bench).await;
    let (first, second) = (&desk.publisher.supervisor, &desk.publisher.prosecutor);
    desk.trust(&desk.publisher).await;
    let pack = notes("2026-12");

    assert_eq!(desk.refused(&Bundle::new(pack.clone()), false), PackRefusal::Unsigned);
    let alone = desk.signed("2026-12", &[first]).await;
    let refused = desk.refused(&alone, false);
    assert!(matches!(refused, PackRefusal::OneSigner { officer, .. } if officer == first.officer()));
    assert_eq!(refused.code(), "casework-pack-one-signer");
    // The same person once more, under the own name or another.
    let again = desk.node.sign_bundle(first, &alone).await.map(drop);
    assert!(matches!(again, Err(CaseworkError::Bundle(BundleError::Twice(_)))), "{again:?}");

    // One of each of two publishers, the other trusted or not.
    let divided = desk.signed("2026-12", &[first, &desk.other.supervisor]).await;
    assert_eq!(desk.refused(&divided, false), PackRefusal::Divided);
    desk.trust(&desk.other).await;
    assert_eq!(desk.refused(&divided, false), PackRefusal::Divided);

    // A second person who is none: with a key of the forger's own, under a name that is known or not.
    for (office, officer) in
        [(desk.publisher.id, second.officer()), (desk.publisher.id, OfficerId::from_bytes([7; 16]))]
    {
        let mut bundle = alone.clone();
        bundle.add(forged(&pack, office, officer, 7)).unwrap();
        let refused = desk.refused(&bundle, false);
        assert!(matches!(refused, PackRefusal::NotItsSigner { officer: named, .. } if named == officer));
    }
    // Two who are none.
    let mut bundle = Bundle::new(pack.clone());
    for seed in [7, 8] {
        bundle.add(forged(&pack, desk.publisher.id, OfficerId::from_bytes([seed; 16]), seed)).unwrap();
    }
    assert!(matches!(desk.refused(&bundle, false), PackRefusal::NotItsSigner { .. }));
    // An office that nobody here has heard of.
    let mut bundle = Bundle::new(pack.clone());
    let nobody = OfficeId::from_bytes([9; 16]);
    for seed in [7, 8] {
        bundle.add(forged(&pack, nobody, OfficerId::from_bytes([seed; 16]), seed)).unwrap();
    }
    assert_eq!(desk.refused(&bundle, false), PackRefusal::UnknownPublisher(nobody));

    // A further signature of a stranger takes nothing away from two that hold, and does not enter the log.
    let mut both = desk.released("2026-12").await;
    both.add(forged(&pack, nobody, OfficerId::from_bytes([7; 16]), 7)).unwrap();
    assert_eq!(desk.examine(&both, false).unwrap().signatures.len(), 2);
}

#[tokio::test]
async fn no_altered_bundle_opens_whatever_is_altered() {
    let bench = Bench::new();
    let desk = Desk::new(&bench).await;
    let bytes = desk.released("2026-12").await.to_bytes().unwrap();
    let mut value: Value = from_canonical(&bytes).unwrap();
    let edit = |value: &mut Value, key: &str, change: &mut dyn FnMut(&mut Value)| {
        let Value::Map(fields) = value else { panic!("a map") };
        let (_, field) = fields.iter_mut().find(|(name, _)| name.as_text() == Some(key)).unwrap();
        change(field);
    };
    edit(&mut value, "files", &mut |files| {
        edit(files, "a.txt", &mut |text| *text = Value::Bytes(b"another note\n".to_vec()));
    });
    let altered = Bundle::parse(&to_canonical(&value).unwrap());
    assert!(matches!(altered, Err(BundleError::OtherPack { .. })), "an altered file");
    let mut value: Value = from_canonical(&bytes).unwrap();
    edit(&mut value, "signatures", &mut |list| {
        let Some(Value::Bytes(signature)) = list.as_array_mut().and_then(|list| list.first_mut()) else {
            panic!("a signature")
        };
        *signature.last_mut().unwrap() ^= 1;
    });
    let altered = Bundle::parse(&to_canonical(&value).unwrap());
    assert!(matches!(altered, Err(BundleError::Sign(_))), "an altered signature");
}

#[tokio::test]
async fn a_publisher_that_is_not_trusted_any_more_gives_no_pack_not_even_one_that_waits() {
    let bench = Bench::new();
    let desk = Desk::new(&bench).await;
    let (administrator, supervisor) = (&desk.taker.administrator, &desk.taker.supervisor);
    let unknown = desk.node.propose_distrust(administrator, desk.publisher.id, "x".into()).await;
    assert!(matches!(refusal(unknown), Refusal::Pack(PackRefusal::UnknownPublisher(_))));
    desk.trust(&desk.publisher).await;
    let bundle = desk.released("2026-12").await;
    let waiting = desk.take(&bundle, false).await;
    let end = desk.node.propose_distrust(administrator, desk.publisher.id, "a quarrel".into()).await.unwrap();
    assert_eq!(refusal(desk.node.approve(administrator, end.entry).await), Refusal::SamePerson);
    desk.node.approve(supervisor, end.entry).await.unwrap();
    let late = refusal(desk.node.approve(supervisor, waiting.entry).await);
    assert_eq!(late, Refusal::Pack(PackRefusal::UnknownPublisher(desk.publisher.id)));
    assert_eq!(desk.refused(&bundle, false), PackRefusal::UnknownPublisher(desk.publisher.id));
    assert_eq!(desk.in_force(), None);
}

#[tokio::test]
async fn an_officer_who_is_not_on_the_newer_card_of_a_publisher_is_dropped() {
    let bench = Bench::new();
    let desk = Desk::new(&bench).await;
    let (node, publisher) = (&desk.node, &desk.publisher);
    // A third who may sign, so that two are left.
    let (id, joins) = node
        .propose_officer(
            &publisher.administrator,
            person("jurist", &[Role::Prosecutor]),
            comity_casework::Cost::RANDOM,
            "joins".into(),
        )
        .await
        .unwrap();
    node.approve(&publisher.supervisor, joins.entry).await.unwrap();
    let jurist = unlock(node, publisher.id, id, "jurist").await;
    desk.trust(publisher).await;
    let bundle = desk.signed("2026-12", &[&publisher.prosecutor, &jurist]).await;
    let waiting = desk.take(&bundle, false).await;

    // The jurist loses the role at the publisher; that alone is not known here.
    let none =
        node.propose_roles(&publisher.administrator, id, BTreeSet::new(), "left".into()).await.unwrap();
    node.approve(&publisher.supervisor, none.entry).await.unwrap();
    let signs = node.sign_bundle(&jurist, &Bundle::new(notes("2027-01"))).await.map(drop);
    assert!(matches!(refusal(signs), Refusal::NotAllowed { .. }));
    desk.examine(&bundle, false).unwrap();
    let newer = desk.card(publisher).await;
    assert_eq!(newer.signers.len(), 2);
    desk.trust_card(&newer).await;
    assert!(
        matches!(desk.refused(&bundle, false), PackRefusal::NotItsSigner { officer, .. } if officer == id)
    );
    let late = refusal(node.approve(&desk.taker.supervisor, waiting.entry).await);
    assert!(matches!(late, Refusal::Pack(PackRefusal::NotItsSigner { .. })), "{late:?}");
    let same = node.propose_publisher(&desk.taker.administrator, &newer, "x".into()).await;
    assert!(matches!(refusal(same), Refusal::Pack(PackRefusal::Trusted(_))));
}

#[tokio::test]
async fn an_older_release_comes_back_only_when_that_is_meant_and_said() {
    let bench = Bench::new();
    let desk = Desk::new(&bench).await;
    desk.trust(&desk.publisher).await;
    let [first, second, third] =
        [desk.released("2026-9").await, desk.released("2026-11").await, desk.released("2026-12").await];
    desk.take_and_approve(&second, false).await;
    assert_eq!(desk.refused(&second, false), PackRefusal::InForce("notes".parse().unwrap()));
    let older = PackRefusal::Older {
        name: "notes".parse().unwrap(),
        version: "2026-9".into(),
        in_force: "2026-11".into(),
    };
    assert_eq!(desk.refused(&first, false), older);
    // Of two that wait, the older one is not put over the newer: it was compared with what was in force before.
    let waits = desk.take(&first, true).await;
    desk.take_and_approve(&third, false).await;
    let late = refusal(desk.node.approve(&desk.taker.supervisor, waits.entry).await);
    assert_eq!(late, Refusal::Pack(PackRefusal::Replaced("notes".parse().unwrap())));
    assert_eq!(desk.in_force(), Some(third.pack().digest()));
    let taken = desk.examine(&second, true).unwrap();
    assert!(taken.older && taken.replaces == Some(third.pack().digest()));
    desk.take_and_approve(&second, true).await;
    assert_eq!(desk.in_force(), Some(second.pack().digest()));
    assert!(!desk.examine(&third, true).unwrap().older, "what is newer is not said to be older");
}

/// The fold asks again: a node that was taken over, or a door that forgot, records nothing that two did not sign.
#[tokio::test]
async fn a_proposal_that_says_more_than_was_signed_is_not_admitted() {
    let bench = Bench::new();
    let desk = Desk::new(&bench).await;
    desk.trust(&desk.publisher).await;
    let good = desk.examine(&desk.released("2026-12").await, false).unwrap();
    let size = desk.node.state().size();
    let other = notes("2027-01");
    let stranger = forged(&notes("2026-12"), desk.publisher.id, OfficerId::from_bytes([7; 16]), 7);
    let pack = ActivePack { name: "notes".parse().unwrap(), digest: other.digest() };
    for (what, taken) in [
        ("another digest", TakenPack { pack, ..good.clone() }),
        ("another version", TakenPack { version: "2027-01".into(), ..good.clone() }),
        ("another publisher", TakenPack { publisher: desk.other.id, ..good.clone() }),
        ("one signature", TakenPack { signatures: good.signatures[..1].to_vec(), ..good.clone() }),
        ("one twice", TakenPack { signatures: vec![good.signatures[0].clone(); 2], ..good.clone() }),
        ("none", TakenPack { signatures: vec![], ..good.clone() }),
        ("another in force", TakenPack { replaces: Some(other.digest()), ..good.clone() }),
        ("a stranger's beside them", {
            let signatures = good.signatures.iter().chain([stranger.bytes()]).cloned().collect();
            TakenPack { signatures, ..good.clone() }
        }),
        ("no signature", TakenPack { signatures: vec![Bytes(vec![0; 64]); 2], ..good.clone() }),
    ] {
        let body = OfficeProposal { act: OfficeAct::TakePack(taken), reason: "x".into() };
        let journal = office_journal(desk.taker.id);
        let recorded = desk.node.record(&desk.taker.administrator, journal, &body, With::default()).await;
        assert!(matches!(recorded, Err(CaseworkError::Refused(_))), "{what}: {recorded:?}");
    }
    assert_eq!(desk.node.state().size(), size);
    // Nor is a release on record that its author did not sign.
    let body = PackSigned {
        pack: good.pack.clone(),
        version: good.version.clone(),
        release: good.signatures[0].clone(),
    };
    let by = &desk.other.supervisor;
    let foreign = desk.node.record(by, office_journal(desk.other.id), &body, With::default()).await;
    assert_eq!(refusal(foreign), Refusal::WrongKey);
}

#[tokio::test]
async fn a_pack_that_is_not_here_is_not_put_in_force() {
    let bench = Bench::new();
    let desk = Desk::new(&bench).await;
    desk.trust(&desk.publisher).await;
    let bundle = desk.released("2026-12").await;
    let by = &desk.taker.administrator;
    let examined = desk.node.examine_bundle(by, &bundle, false, "x".into()).unwrap();
    let missing = desk.node.propose_examined(examined).await;
    assert!(matches!(refusal(missing), Refusal::Pack(PackRefusal::NotHere { .. })));
    // Somebody lost the folder between proposal and approval.
    let act = OfficeAct::TakePack(desk.examine(&bundle, false).unwrap());
    let body = OfficeProposal { act, reason: "x".into() };
    let journal = office_journal(desk.taker.id);
    let proposed = desk.node.record(by, journal, &body, With::default()).await.unwrap();
    let late = desk.node.approve(&desk.taker.supervisor, proposed.entry).await;
    assert!(matches!(refusal(late), Refusal::Pack(PackRefusal::NotHere { .. })));
    assert_eq!(desk.in_force(), None);
}

#[tokio::test]
async fn a_card_names_at_least_two_persons_and_an_exercise_publishes_nothing_for_real_work() {
    let bench = Bench::new();
    let desk = Desk::new(&bench).await;
    let by = &desk.taker.administrator;
    let card = desk.card(&desk.publisher).await;
    let alone = PartyCard { signers: card.signers[..1].to_vec(), ..card.clone() };
    let refused = refusal(desk.node.propose_publisher(by, &alone, "x".into()).await);
    assert_eq!(refused, Refusal::Pack(PackRefusal::Signers(1)));
    let twice = PartyCard { signers: vec![card.signers[0]; 2], ..card.clone() };
    let refused = refusal(desk.node.propose_publisher(by, &twice, "x".into()).await);
    assert_eq!(refused, Refusal::Pack(PackRefusal::Signers(1)), "one key twice is one person");
    let own = desk.card(&desk.taker).await;
    let refused = refusal(desk.node.propose_publisher(by, &own, "x".into()).await);
    assert_eq!(refused, Refusal::Pack(PackRefusal::Itself));

    let bench = Bench::new();
    let node = bench.open().await.unwrap();
    let founders =
        [person("administrator", &[Role::Administrator]), person("supervisor", &[Role::Supervisor])];
    let real = Founding { exercise: false, ..founding("Real", founders) };
    let (office, [administrator, _]) = node.found(real).await.unwrap();
    let administrator = unlock(&node, office, administrator, "administrator").await;
    let foreign = PartyCard { office: OfficeId::from_bytes([5; 16]), ..card };
    let refused = refusal(node.propose_publisher(&administrator, &foreign, "x".into()).await);
    assert_eq!(refused, Refusal::ExerciseMix);
    let real = PartyCard { exercise: false, ..foreign };
    node.propose_publisher(&administrator, &real, "x".into()).await.unwrap();
}

#[tokio::test]
async fn a_pack_called_as_another_kind_is_neither_released_nor_proposed() {
    let bench = Bench::new();
    let desk = Desk::new(&bench).await;
    let files = notes("2026-12");
    let files = files.files().map(|(path, bytes)| {
        let text =
            String::from_utf8(bytes.to_vec()).unwrap().replace("name = \"notes\"", "name = \"policies\"");
        (path.to_owned(), text.into_bytes())
    });
    let disguised = Pack::from_files(files).unwrap();
    let signs = desk.node.sign_bundle(&desk.publisher.supervisor, &Bundle::new(disguised.clone())).await;
    assert!(matches!(refusal(signs.map(drop)), Refusal::Pack(PackRefusal::Schema { .. })));
    let digest = disguised.digest();
    desk.node.packs().add([disguised]).unwrap();
    let proposed = desk.node.propose_pack(&desk.taker.administrator, digest, "x".into()).await;
    assert!(matches!(refusal(proposed), Refusal::Pack(PackRefusal::Schema { .. })));
}

/// An office that was founded with an earlier program releases nothing until it has put newer policies in force.
#[tokio::test]
async fn policies_that_know_of_no_releases_allow_them_to_nobody() {
    let bench = Bench::new();
    let desk = Desk::new(&bench).await;
    let earlier = Pack::from_files(policies().files().map(|(path, bytes)| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let text = match path {
            "office.cedar" => text.split("// Who signs for the office").next().unwrap().to_owned(),
            "office.cedarschema" => text.replace(",\n    \"pack.signed\"", ""),
            _ => text,
        };
        (path.to_owned(), text.into_bytes())
    }));
    let earlier = earlier.unwrap();
    let digest = earlier.digest();
    assert_ne!(digest, policies().digest());
    desk.node.packs().add([earlier]).unwrap();
    let Office { administrator, supervisor, .. } = &desk.publisher;
    let proposed = desk.node.propose_pack(administrator, digest, "as before".into()).await.unwrap();
    desk.node.approve(supervisor, proposed.entry).await.unwrap();
    let signs = desk.node.sign_bundle(supervisor, &Bundle::new(notes("2026-12"))).await.map(drop);
    assert!(matches!(refusal(signs), Refusal::NotAllowed { action, .. } if action == "pack.signed"));
}

/// What earlier versions of the program wrote is read as they meant it.
#[test]
fn proposals_of_before_there_were_bundles_are_read_as_they_were_written() {
    let written = "a263616374a16d61637469766174652d7061636ba2646e616d65636c6177666469676573745820030303030303\
                   030303030303030303030303030303030303030303030303030366726561736f6e65616761696e";
    let bytes: Bytes = written.parse().unwrap();
    let read: OfficeProposal = from_canonical(bytes.as_ref()).unwrap();
    let digest = comity_record::Sha256Digest::from_bytes([3; 32]);
    let act = OfficeAct::ActivatePack(ActivePack { name: "law".parse().unwrap(), digest });
    assert_eq!(read, OfficeProposal { act, reason: "again".into() });
    assert_eq!(to_canonical(&read).unwrap(), bytes.0, "and written as they were");
}

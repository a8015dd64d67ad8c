//! Each node is the witness of the other's log.

use comity_channel::{
    Answer, Concern, CosignAnswer, CosignError, CosignRequest, Judged, Suite, log_of, witness_key,
};
use comity_journal::{Finding, Log, MemoryStore, Origin, Submission, TileStore, Witness};
use comity_record::sign::SigningKey;
use comity_record::{Bytes, Coded, EntryId};

use crate::help::World;

const NOW: u64 = 1_795_500_000;

fn ids(range: std::ops::Range<u64>, salt: &str) -> Vec<EntryId> {
    range.map(|n| EntryId::of(format!("{salt}{n}").as_bytes())).collect()
}

fn log(node: &SigningKey, entries: &[EntryId]) -> Log<MemoryStore> {
    let origin = Origin::of_node(node.verifying_key().key_id(), 0);
    let mut log = Log::create(MemoryStore::new(), origin, node).unwrap();
    log.append(entries, node).unwrap();
    log
}

fn request<S: TileStore>(log: &Log<S>, seen: u64) -> CosignRequest {
    let parent = log.checkpoint().parent;
    CosignRequest::new(&Submission {
        proof: log.consistency(seen.min(log.head().size)).unwrap().1,
        parent_proof: parent.map(|parent| log.consistency(parent.head.size).unwrap().1),
        note: log.note().clone(),
    })
}

/// The second office looks at the first one's log.
fn judge(world: &World, witness: &Witness, request: &CosignRequest) -> Judged {
    let sent = CosignRequest::parse(&request.to_bytes().unwrap()).unwrap();
    let judged = sent.judge(witness, &world.a.party, &world.b.node, NOW).unwrap();
    let bytes = judged.answer.to_bytes().unwrap();
    assert_eq!(CosignAnswer::parse(&bytes).unwrap(), judged.answer);
    judged
}

#[test]
fn a_checkpoint_goes_there_and_comes_back_cosigned() {
    let world = World::new(Suite::X25519);
    let mut log = log(&world.a.node, &ids(0..300, "a"));
    let mut witness = Witness::new();
    let judged = judge(&world, &witness, &request(&log, 0));
    assert!(judged.concern.is_none());
    let accepted = judged.accepted.unwrap();
    assert_eq!(accepted.finding(), Finding::First);
    witness.record(&accepted).unwrap();

    // The first office keeps the cosignature with its log, verified under the key of the agreement.
    let signature = judged.answer.cosignature(&world.b.party).unwrap().unwrap();
    let note = log.note().clone();
    let keys = [witness_key(&world.b.party)];
    let kept = log.keep_cosigned(&note, signature, &log_of(&world.a.party), &keys).unwrap();
    assert_eq!(kept.verify(&keys).unwrap()[0].unix_seconds, Some(NOW));

    // A proof from the wrong size is answered with the right one.
    log.append(&ids(300..310, "a"), &world.a.node).unwrap();
    let judged = judge(&world, &witness, &request(&log, 7));
    assert_eq!(judged.answer.answer, Answer::From { seen: 300 });
    assert!(judged.accepted.is_none() && judged.concern.is_none());
    let judged = judge(&world, &witness, &request(&log, 300));
    assert_eq!(judged.accepted.unwrap().finding(), Finding::Extended);
}

#[test]
fn an_answer_by_somebody_else_is_not_taken() {
    let world = World::new(Suite::X25519);
    let log = log(&world.a.node, &ids(0..3, "a"));
    let judged = judge(&world, &Witness::new(), &request(&log, 0));
    assert!(matches!(judged.answer.cosignature(&world.a.party), Err(CosignError::NotTheirs)));
    let Answer::Cosigned { name, key_hash, signature } = judged.answer.answer else { panic!("it is sound") };
    let changed = |name: String, key_hash: Bytes| CosignAnswer {
        v: 1,
        answer: Answer::Cosigned { name, key_hash, signature: signature.clone() },
    };
    assert!(changed(name.clone(), key_hash.clone()).cosignature(&world.b.party).is_ok());
    for wrong in [changed(name.clone(), Bytes(vec![1; 5])), changed("a b".into(), key_hash.clone())] {
        assert!(matches!(wrong.cosignature(&world.b.party), Err(CosignError::NotTheirs)));
    }
    let refused = CosignAnswer { v: 1, answer: Answer::Refused { code: "x".into() } };
    assert_eq!(refused.cosignature(&world.b.party).unwrap(), None);
    // Another node's log is not looked at as this one's.
    let foreign = request(&self::log(&world.b.node, &ids(0..3, "b")), 0);
    let judged = judge(&world, &Witness::new(), &foreign);
    assert_eq!(judged.answer.answer, Answer::Refused { code: "journal-checkpoint-other-log".into() });
    assert!(judged.concern.is_none());
}

#[test]
fn an_old_backup_restored_at_the_other_side_is_recognised_and_said() {
    let world = World::new(Suite::X25519);
    let all = ids(0..500, "a");
    let node = &world.a.node;
    let mut witness = Witness::new();
    let judged = judge(&world, &witness, &request(&log(node, &all), 0));
    witness.record(&judged.accepted.unwrap()).unwrap();

    // Put back and nothing said.
    let judged = judge(&world, &witness, &request(&log(node, &all[..300]), 500));
    assert_eq!(judged.answer.answer, Answer::Refused { code: "journal-witness-shrunk".into() });
    assert!(judged.accepted.is_none());
    let concern = judged.concern.unwrap();
    assert!(matches!(concern, Concern::RolledBack { .. }));
    assert_eq!(concern.code(), "channel-log-rolled-back");

    // Put back and written over.
    let mut rewritten = log(node, &all[..300]);
    rewritten.append(&ids(0..200, "other"), node).unwrap();
    let judged = judge(&world, &witness, &request(&rewritten, 500));
    assert!(matches!(judged.concern, Some(Concern::Rewritten { .. })));

    // Restored as it should be: it says so, and a person here decides.
    let restored = log(node, &all[..300]).reincarnate(1, node).unwrap();
    let judged = judge(&world, &witness, &request(&restored, 500));
    assert_eq!(judged.answer.answer, Answer::Restored { seen: 500, parent: 300 });
    assert!(judged.accepted.is_none());
    assert!(matches!(judged.concern, Some(Concern::Restored { at_risk: 200, .. })));
}

#[test]
fn malformed_messages_are_refused() {
    let world = World::new(Suite::X25519);
    let nonsense = CosignRequest { v: 1, submission: "old x".into() };
    let judged = nonsense.judge(&Witness::new(), &world.a.party, &world.b.node, NOW);
    assert!(matches!(judged, Err(CosignError::Submission(_))));
    let later = CosignRequest { v: 2, submission: String::new() };
    assert!(matches!(CosignRequest::parse(&later.to_bytes().unwrap()), Err(CosignError::Version(2))));
    assert!(matches!(CosignRequest::parse(b"x"), Err(CosignError::Cbor(_))));
    let later = CosignAnswer { v: 2, answer: Answer::From { seen: 1 } };
    assert!(matches!(CosignAnswer::parse(&later.to_bytes().unwrap()), Err(CosignError::Version(2))));
    assert!(CosignAnswer::parse(&[0xa0]).is_err());
    let log = log(&world.a.node, &ids(0..3, "a"));
    let beyond = request(&log, 0).judge(&Witness::new(), &world.a.party, &world.b.node, u64::MAX);
    assert!(matches!(beyond, Err(CosignError::Witness(_))));
}

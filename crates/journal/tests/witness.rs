//! A counterpart that watches a log which is honest, forgetful or lying.

use comity_journal::{
    Accepted, Checkpoint, CheckpointError, ConsistencyProof, Finding, KnownLog, Log, MemoryStore, NoteError,
    NoteKey, Outcome, Parent, ProofFile, ProofFileError, SignedNote, Submission, TileStore, TreeHash,
    TreeHead, Trust, Witness, WitnessError,
};
use comity_record::EntryId;
use comity_record::sign::SigningKey;

use crate::help::{ids, known, log_in, log_of, mistaken, node_key, origin};

/// What an honest log sends to a witness that has seen so many entries.
fn submission<S: TileStore>(log: &Log<S>, seen: u64) -> Submission {
    let parent = log.checkpoint().parent;
    Submission {
        proof: log.consistency(seen.min(log.head().size)).unwrap().1,
        parent_proof: parent.map(|parent| log.consistency(parent.head.size).unwrap().1),
        note: log.note().clone(),
    }
}

fn sound(witness: &Witness, submission: &Submission) -> Accepted {
    match witness.examine(submission, &known()) {
        Ok(Outcome::Sound(accepted)) => accepted,
        other => panic!("{other:?}"),
    }
}

fn refused(witness: &Witness, submission: &Submission) -> WitnessError {
    witness.examine(submission, &known()).unwrap_err()
}

/// A witness that has seen this log.
fn witness_of<S: TileStore>(log: &Log<S>) -> Witness {
    let mut witness = Witness::new();
    witness.record(&sound(&witness, &submission(log, 0))).unwrap();
    witness
}

fn copy(store: &MemoryStore) -> MemoryStore {
    let copy = MemoryStore::new();
    for (path, bytes) in store.files() {
        copy.write(&path, &bytes).unwrap();
    }
    copy
}

fn open(store: MemoryStore) -> Log<MemoryStore> {
    Log::open(store, &origin(0), &known()).unwrap()
}

/// Other entries than those of [`ids`].
fn others(count: u64) -> Vec<EntryId> {
    (0..count).map(|n| EntryId::of(format!("other {n}").as_bytes())).collect()
}

#[test]
fn a_growing_log_is_cosigned() {
    let all = ids(900);
    let mut log = log_of(&[]);
    let mut witness = Witness::new();
    let mut seen = 0;
    for (end, finding) in
        [(0, Finding::First), (0, Finding::Unchanged), (7, Finding::Extended), (900, Finding::Extended)]
    {
        let done = usize::try_from(log.head().size).unwrap();
        log.append(&all[done..end], &node_key()).unwrap();
        let accepted = sound(&witness, &submission(&log, seen));
        assert_eq!(accepted.finding(), finding);
        witness.record(&accepted).unwrap();
        seen = log.head().size;
        assert_eq!(witness.seen(&origin(5).lineage()).unwrap().checkpoint().head, log.head());
    }
}

#[test]
fn an_old_backup_restored_is_recognised_by_the_counterpart() {
    let all = ids(500);
    let store = MemoryStore::new();
    log_in(&store, &all[..300]);
    let backup = copy(&store);
    let mut log = open(store);
    log.append(&all[300..], &node_key()).unwrap();
    let mut witness = witness_of(&log);

    // Passed off as the present state, it is refused: as it is, and with other entries put on top of it.
    let old = open(copy(&backup));
    let shrunk = WitnessError::Shrunk { origin: origin(0).to_string(), seen: 500, now: 300 };
    assert_eq!(refused(&witness, &submission(&old, 300)), shrunk);
    for added in [200, 201] {
        let mut rewritten = open(copy(&backup));
        rewritten.append(&others(added), &node_key()).unwrap();
        match refused(&witness, &submission(&rewritten, 500)) {
            WitnessError::Forked { size, .. } => assert_eq!((size, added), (500, 200)),
            WitnessError::Inconsistent { seen, .. } => assert_eq!((seen, added), (500, 201)),
            other => panic!("{other}"),
        }
    }

    // As a new incarnation it says what it is, and a person decides.
    let mut restored = open(copy(&backup)).reincarnate(1, &node_key()).unwrap();
    restored.append(&others(20), &node_key()).unwrap();
    let Ok(Outcome::Rewritten(rewritten)) = witness.examine(&submission(&restored, 320), &known()) else {
        panic!("the loss has to be reported")
    };
    assert_eq!((rewritten.at_risk(), rewritten.parent().head.size), (200, 300));
    assert_eq!(rewritten.previous().note(), log.note(), "the evidence is kept");
    assert_eq!(rewritten.witnessed().checkpoint().head, restored.head());
    let accepted = rewritten.accept_loss();
    assert_eq!(accepted.finding(), Finding::LossAccepted);
    witness.record(&accepted).unwrap();

    // From then on the earlier life is over, even with all its entries.
    let superseded = WitnessError::Superseded { origin: origin(0).to_string(), seen: 1 };
    assert_eq!(refused(&witness, &submission(&log, 0)), superseded);
    restored.append(&others(25)[20..], &node_key()).unwrap();
    assert_eq!(sound(&witness, &submission(&restored, 320)).finding(), Finding::Extended);
}

#[test]
fn one_entry_less_is_less() {
    let all = ids(30);
    let witness = witness_of(&log_of(&all));
    let shrunk = WitnessError::Shrunk { origin: origin(0).to_string(), seen: 30, now: 29 };
    assert_eq!(refused(&witness, &submission(&log_of(&all[..29]), 29)), shrunk);

    // A restore that admits the loss of one, and one that claims to have lost none.
    let restored = log_of(&all[..29]).reincarnate(1, &node_key()).unwrap();
    let Ok(Outcome::Rewritten(rewritten)) = witness.examine(&submission(&restored, 0), &known()) else {
        panic!("the loss has to be reported")
    };
    assert_eq!(rewritten.at_risk(), 1);
    let forged = log_of(&[&all[..29], &others(1)].concat()).reincarnate(1, &node_key()).unwrap();
    assert!(matches!(refused(&witness, &submission(&forged, 30)), WitnessError::Inconsistent { .. }));
}

#[test]
fn a_restored_log_that_lost_nothing_goes_on() {
    let all = ids(700);
    let store = MemoryStore::new();
    let log = log_in(&store, &all[..256]);
    let witness = witness_of(&log);
    let mut log = open(copy(&store));
    log.append(&all[256..600], &node_key()).unwrap();
    let mut restored = log.reincarnate(2, &node_key()).unwrap();
    assert_eq!(sound(&witness, &submission(&restored, 256)).finding(), Finding::Continued);
    restored.append(&all[600..], &node_key()).unwrap();
    let accepted = sound(&witness, &submission(&restored, 256));
    assert_eq!(accepted.finding(), Finding::Continued);
    assert_eq!(accepted.previous().unwrap().checkpoint().origin, origin(0));

    // The same, when the backup was older, but the entries that were seen were put in again.
    let backup = MemoryStore::new();
    let mut restored = log_in(&backup, &all[..100]).reincarnate(1, &node_key()).unwrap();
    restored.append(&all[100..300], &node_key()).unwrap();
    assert_eq!(sound(&witness, &submission(&restored, 256)).finding(), Finding::Continued);

    // With a proof from elsewhere the log is told where to begin, if it claims to have lost nothing.
    let log = log_of(&all[..300]).reincarnate(1, &node_key()).unwrap();
    assert_eq!(refused(&witness, &submission(&log, 20)), WitnessError::ProofFrom { seen: 256, from: 20 });
}

#[test]
fn a_new_incarnation_that_hides_what_it_changed_is_refused() {
    let all = ids(400);
    let witness = witness_of(&log_of(&all[..200]));
    // It claims a parent that is later than what was seen, but with other entries in it.
    let forged = log_of(&[&all[..150], &others(150)].concat()).reincarnate(1, &node_key()).unwrap();
    assert!(matches!(
        refused(&witness, &submission(&forged, 200)),
        WitnessError::Inconsistent { seen: 200, .. }
    ));

    // It names no parent, does not prove it, or later names another.
    let unproven = WitnessError::ParentUnproven { origin: origin(1).to_string() };
    let mut fresh = Log::create(MemoryStore::new(), origin(1), &node_key()).unwrap();
    fresh.append(&all, &node_key()).unwrap();
    assert_eq!(refused(&witness, &submission(&fresh, 200)), unproven);
    let honest = log_of(&all).reincarnate(1, &node_key()).unwrap();
    let without = Submission { parent_proof: None, ..submission(&honest, 200) };
    assert_eq!(refused(&witness, &without), unproven);
    let lie = Parent { incarnation: 0, head: TreeHead { size: 10, root: TreeHash::leaf(b"lie") } };
    let lying = Checkpoint { parent: Some(lie), ..honest.checkpoint().clone() }.sign(&node_key()).unwrap();
    let parent_proof = Some(honest.consistency(10).unwrap().1);
    assert_eq!(
        refused(&witness, &Submission { note: lying, parent_proof, ..submission(&honest, 200) }),
        unproven
    );

    let witness = witness_of(&honest);
    let parent = Parent { incarnation: 0, head: honest.head_at(390).unwrap() };
    let note = Checkpoint { parent: Some(parent), ..honest.checkpoint().clone() }.sign(&node_key()).unwrap();
    let changed = Submission { note, ..submission(&honest, 400) };
    assert_eq!(refused(&witness, &changed), WitnessError::ParentChanged { origin: origin(1).to_string() });
}

#[test]
fn a_first_sight_needs_an_honest_proof_too() {
    let log = log_of(&ids(20)).reincarnate(3, &node_key()).unwrap();
    let witness = Witness::new();
    assert_eq!(sound(&witness, &submission(&log, 0)).finding(), Finding::First);
    assert_eq!(refused(&witness, &submission(&log, 5)), WitnessError::ProofFrom { seen: 0, from: 5 });
    let unproven = Submission { parent_proof: None, ..submission(&log, 0) };
    assert!(matches!(refused(&witness, &unproven), WitnessError::ParentUnproven { .. }));
    let padded = ConsistencyProof { old_size: 0, path: vec![TreeHash::EMPTY] };
    let padded = Submission { proof: padded, ..submission(&log, 0) };
    assert!(matches!(refused(&witness, &padded), WitnessError::Inconsistent { .. }));
}

#[test]
fn a_checkpoint_that_the_log_did_not_sign_is_refused() {
    let log = log_of(&ids(20));
    let stranger = SigningKey::from_seed(&[9; 32]);
    let note = log.checkpoint().sign(&stranger).unwrap();
    let forged = Submission { note, ..submission(&log, 0) };
    assert!(matches!(refused(&Witness::new(), &forged), WitnessError::Checkpoint(_)));
}

#[test]
fn two_checkpoints_at_once_do_not_roll_the_witness_back() {
    let all = ids(20);
    let mut log = log_of(&all[..5]);
    let mut witness = witness_of(&log);
    log.append(&all[5..10], &node_key()).unwrap();
    let shorter = sound(&witness, &submission(&log, 5));
    log.append(&all[10..], &node_key()).unwrap();
    let longer = sound(&witness, &submission(&log, 5));
    witness.record(&longer).unwrap();
    assert!(matches!(witness.record(&shorter), Err(WitnessError::Raced { .. })));
    assert_eq!(witness.seen(&origin(0).lineage()).unwrap().checkpoint().head.size, 20);
}

#[test]
fn what_a_witness_remembers_survives_storing_and_holds_no_lines_of_strangers() {
    let log = log_of(&ids(20));
    let mut submission = submission(&log, 0);
    submission.note.add("— example.org/stranger AAAAAAA=".parse().unwrap()).unwrap();
    let mut witness = Witness::new();
    witness.record(&sound(&witness, &submission)).unwrap();
    assert_eq!(witness.seen(&origin(0).lineage()).unwrap().note(), log.note());

    let bytes = comity_record::cbor::to_canonical(&witness).unwrap();
    assert_eq!(comity_record::cbor::from_canonical::<Witness>(&bytes).unwrap(), witness);
}

#[test]
fn logs_of_others_are_witnessed_by_their_whole_origin() {
    let witness = witness_of(&log_of(&ids(20)));
    let elsewhere = "example.org/log".parse().unwrap();
    let mut log = Log::create(MemoryStore::new(), elsewhere, &node_key()).unwrap();
    log.append(&ids(3), &node_key()).unwrap();
    let submission = submission(&log, 0);
    let elsewhere = KnownLog::of(&log.checkpoint().origin, known().keys().to_vec());
    let Ok(Outcome::Sound(accepted)) = witness.examine(&submission, &elsewhere) else { panic!("refused") };
    assert_eq!(accepted.finding(), Finding::First);
    // The same key, but not the log that is expected.
    assert!(matches!(
        refused(&witness, &submission),
        WitnessError::Checkpoint(CheckpointError::OtherLog { .. })
    ));
    assert!(log.reincarnate(1, &node_key()).is_err(), "only logs of ours have incarnations");
}

#[test]
fn an_incarnation_is_later_than_the_one_before() {
    let log = log_of(&ids(3)).reincarnate(4, &node_key()).unwrap();
    let parent = Parent { incarnation: 0, head: log.head() };
    assert_eq!(log.checkpoint().parent, Some(parent));
    assert!(log.reincarnate(4, &node_key()).is_err());
}

struct Cosigned {
    log: Log<MemoryStore>,
    witness_keys: Vec<SigningKey>,
}

impl Cosigned {
    fn names() -> [&'static str; 3] {
        ["example.org/first", "example.org/second", "example.org/third"]
    }

    fn new() -> Self {
        let witness_keys = (20..23).map(|n| SigningKey::from_seed(&[n; 32])).collect();
        Self { log: log_of(&ids(300)), witness_keys }
    }

    fn witnesses(&self) -> Vec<NoteKey> {
        let names = Self::names().into_iter().map(|name| name.parse().unwrap());
        names.zip(&self.witness_keys).map(|(name, key)| NoteKey::witness(name, key.verifying_key())).collect()
    }

    /// Keeps the cosignature of one witness on this note.
    fn cosign(&self, which: usize, note: &SignedNote, at: u64) -> SignedNote {
        let submission = Submission { note: note.clone(), ..submission(&self.log, 0) };
        let name = Self::names()[which].parse().unwrap();
        let cosignature =
            sound(&Witness::new(), &submission).cosign(&name, &self.witness_keys[which], at).unwrap();
        self.log.keep_cosigned(note, cosignature, &known(), &self.witnesses()).unwrap()
    }
}

#[test]
fn cosignatures_gather_on_the_kept_checkpoint() {
    let mut cosigned = Cosigned::new();
    let early = cosigned.log.note().clone();
    cosigned.cosign(0, &early, 1000);
    cosigned.log.append(&others(10), &node_key()).unwrap();
    // The second answers late, to the checkpoint that it was asked for.
    let kept = cosigned.cosign(1, &early, 1001);
    assert_eq!(kept.signatures().len(), 3);
    assert_eq!(cosigned.log.cosigned(&known()).unwrap(), Some(kept));
    // A larger one replaces it, and a smaller one does not come back.
    let larger = cosigned.cosign(2, &cosigned.log.note().clone(), 1002);
    assert_eq!(cosigned.cosign(2, &early, 1003), larger);
    assert_eq!(cosigned.log.cosigned(&known()).unwrap(), Some(larger));
}

#[test]
fn only_cosignatures_by_known_witnesses_on_checkpoints_of_the_log_are_kept() {
    let Cosigned { log, witness_keys } = &Cosigned::new();
    let accepted = sound(&Witness::new(), &submission(log, 0));
    let good = accepted.cosign(&"example.org/first".parse().unwrap(), &witness_keys[0], 5).unwrap();
    let witnesses = [NoteKey::witness("example.org/first".parse().unwrap(), witness_keys[0].verifying_key())];
    assert!(log.keep_cosigned(log.note(), good.clone(), &known(), &[]).is_err(), "an unknown witness");
    let mut bad = good.clone();
    bad.bytes[7] ^= 1;
    assert!(log.keep_cosigned(log.note(), bad, &known(), &witnesses).is_err(), "another time");
    let forked = log_of(&others(300));
    assert!(forked.keep_cosigned(log.note(), good.clone(), &known(), &witnesses).is_err(), "another tree");
    assert_eq!(log.cosigned(&known()).unwrap(), None);
    log.keep_cosigned(log.note(), good, &known(), &witnesses).unwrap();
    assert!(accepted.cosign(&"w".parse().unwrap(), &witness_keys[0], u64::MAX).is_err());
}

#[test]
fn a_proof_file_counts_each_witness_once_and_the_log_not_at_all() {
    let cosigned = Cosigned::new();
    let note = cosigned.log.note().clone();
    cosigned.cosign(0, &note, 1000);
    let mut note = cosigned.cosign(1, &note, 1001);
    let file = |note: &SignedNote| {
        let text = cosigned.log.prove(77, note, &crate::help::known()).unwrap().to_string();
        ProofFile::parse(text.as_bytes()).unwrap()
    };
    let known = known();
    let trust = |witnesses, quorum| Trust { log: &known, witnesses, quorum };
    let witnesses = cosigned.witnesses();
    let read = file(&note);
    let proven = read.verify(&trust(&witnesses, 2)).unwrap();
    assert_eq!(proven.cosigned, [(&witnesses[0], 1000), (&witnesses[1], 1001)]);
    assert_eq!(read.verify(&trust(&witnesses, 3)), Err(ProofFileError::Quorum { found: 2, quorum: 3 }));
    assert_eq!(read.verify(&trust(&witnesses[1..], 2)), Err(ProofFileError::Quorum { found: 1, quorum: 2 }));
    assert_eq!(read.verify(&trust(&[], 0)).unwrap().cosigned, []);

    // The first witness under another name, and the log as its own witness.
    let accepted = sound(&Witness::new(), &submission(&cosigned.log, 0));
    let mut more = witnesses.clone();
    for (name, key) in [("example.org/again", &cosigned.witness_keys[0]), ("example.org/self", &node_key())] {
        let name: comity_journal::KeyName = name.parse().unwrap();
        note.add(accepted.cosign(&name, key, 9).unwrap()).unwrap();
        more.push(NoteKey::witness(name, key.verifying_key()));
    }
    let read = file(&note);
    assert_eq!(read.verify(&trust(&more, 2)).unwrap().cosigned.len(), 4);
    assert_eq!(read.verify(&trust(&more, 3)), Err(ProofFileError::Quorum { found: 2, quorum: 3 }));

    // A cosignature that does not hold refuses the file, not only itself.
    let broken = note.to_string().replace("example.org/second", "example.org/s3cond");
    let broken = SignedNote::parse(broken.as_bytes()).unwrap();
    assert_eq!(
        file(&broken).verify(&trust(&witnesses, 1)).unwrap().cosigned.len(),
        1,
        "an unknown name is passed over"
    );
    let mut forged = read.clone();
    forged.proof.index += 1;
    assert!(matches!(forged.verify(&trust(&witnesses, 0)), Err(ProofFileError::Tree(_))));
    let mistaken = mistaken();
    let unknown = Err(ProofFileError::Checkpoint(NoteError::Unknown.into()));
    assert_eq!(read.verify(&Trust { log: &mistaken, witnesses: &[], quorum: 0 }), unknown);
}

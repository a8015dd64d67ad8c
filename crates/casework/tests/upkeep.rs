//! Backup, restore, and what survives power cuts.

use std::sync::Arc;

use comity_casework::body::CaseAct;
use comity_casework::{Backup, Casework, CaseworkError, Packs};
use comity_disk::SimDisk;
use comity_journal::{KnownLog, Outcome, Submission, Witness};
use comity_record::pack::Pack;
use comity_store::MemoryStore;

use crate::bench::{Bench, NOON, Staffed, packs, policies, refusal};

fn elsewhere(bench: &Bench) -> Bench {
    Bench { store: Arc::new(MemoryStore::default()), disk: SimDisk::new(), ..bench.clone() }
}

#[tokio::test]
async fn a_restored_node_goes_on_in_a_new_life_that_the_counterpart_sees() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let backup = office.node.backup(&office.administrator).await.unwrap();
    office.node.write_note(&office.investigator, case, "after the backup".into()).await.unwrap();

    // The counterpart has seen the log up to the note.
    let known = KnownLog::of_node(office.node.node_key().key_id(), vec![office.node.node_key()]);
    let mut witness = Witness::new();
    let submission = {
        let log = office.node.log();
        let (_, proof) = log.consistency(0).unwrap();
        Submission { proof, parent_proof: None, note: log.note().clone() }
    };
    let Outcome::Sound(accepted) = witness.examine(&submission, &known).unwrap() else { panic!("not sound") };
    witness.record(&accepted).unwrap();

    bench.clock.set(NOON + 60);
    let new = elsewhere(&bench);
    let restored = Casework::restore(new.parts(packs()), &backup).await.unwrap();
    assert!(restored.state().incarnation() > 0);
    assert!(restored.verify().await.unwrap().faults.is_empty());
    let investigator =
        crate::bench::unlock(&restored, office.office, office.investigator.officer(), "investigator").await;
    let timeline = restored.timeline(&investigator, case, 0, 10).await.unwrap();
    assert_eq!(timeline.len(), 1, "the note came after the backup");

    // What the restored node shows does not go on from what the counterpart saw.
    let submission = {
        let log = restored.log();
        let (_, proof) = log.consistency(0).unwrap();
        Submission { proof, parent_proof: None, note: log.note().clone() }
    };
    assert!(matches!(witness.examine(&submission, &known), Ok(Outcome::Rewritten(_)) | Err(_)));
    drop(restored);
    new.open().await.unwrap();
}

#[tokio::test]
async fn what_was_destroyed_after_a_backup_stays_destroyed() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let (case, _) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let note = node.write_note(&office.investigator, case, "a name".into()).await.unwrap();
    let old = node.backup(&office.administrator).await.unwrap();
    let act = CaseAct::Forget(note.entry);
    let proposal = node.propose(&office.investigator, case, act, "reason".into()).await.unwrap();
    node.approve_in_case(&office.supervisor, case, proposal.entry).await.unwrap();
    let new = node.backup(&office.administrator).await.unwrap();

    let mixed = Backup { data: old.data.clone(), keys: new.keys.clone() };
    let restored = Casework::restore(elsewhere(&bench).parts(packs()), &mixed).await.unwrap();
    let investigator =
        crate::bench::unlock(&restored, office.office, office.investigator.officer(), "investigator").await;
    let line = restored.timeline(&investigator, case, 0, 10).await.unwrap();
    assert_eq!(line[1].row.body, None, "its key is gone");

    let stale = Backup { data: new.data, keys: old.keys };
    let refused = Casework::restore(elsewhere(&bench).parts(packs()), &stale).await.map(drop);
    assert!(matches!(refused, Err(CaseworkError::Backup(_))), "keys older than the data are refused");
}

#[tokio::test]
async fn a_backup_is_made_by_an_administrator_and_restored_into_nothing_else() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    assert!(matches!(
        refusal(office.node.backup(&office.investigator).await),
        comity_casework::Refusal::NotAllowed { .. }
    ));
    let backup = office.node.backup(&office.administrator).await.unwrap();
    let over = Casework::restore(bench.parts(packs()), &backup).await.map(drop);
    assert!(matches!(over, Err(CaseworkError::Backup(_))));
    let exchanged = Backup { data: backup.keys.clone(), keys: backup.data.clone() };
    let mut broken = vec![exchanged];
    for cut in [0, 1, backup.data.len() / 2, backup.data.len() - 1] {
        broken.push(Backup { data: backup.data[..cut].to_vec(), ..backup.clone() });
    }
    broken.push(Backup { keys: backup.keys[..backup.keys.len() - 1].to_vec(), ..backup.clone() });
    for at in (0..backup.keys.len()).step_by(7) {
        let mut flipped = backup.clone();
        flipped.keys[at] ^= 1 << (at % 8);
        broken.push(flipped);
    }
    for at in (0..backup.data.len()).rev().step_by(backup.data.len() / 40) {
        let mut flipped = backup.clone();
        flipped.data[at] ^= 1 << (at % 8);
        broken.push(flipped);
    }
    for broken in broken {
        let new = elsewhere(&bench);
        let refused = Casework::restore(new.parts(packs()), &broken).await.map(drop);
        assert!(matches!(refused, Err(CaseworkError::Backup(_))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_node_of_any_size_is_backed_up_and_restored_with_the_packs_that_it_had() {
    let bench = Bench::new();
    let own = Pack::from_files([
        (
            "pack.toml".to_owned(),
            b"name = \"locales\"\nschema = \"messages\"\nschema_version = 1\nversion = \"1\"\nlicence = \"Apache-2.0\"\nabout = \"Own.\"\n"
                .to_vec(),
        ),
        ("en/document.ftl".to_owned(), b"document-draft = WORKING PAPER\n".to_vec()),
    ])
    .unwrap();
    let digest = own.digest();
    let at_hand = Packs::new([policies(), own]).unwrap();
    let node = Casework::open(bench.parts(at_hand)).await.unwrap();
    let office = Staffed::found(node, "Unit One").await;
    let node = &office.node;
    let proposal = node.propose_pack(&office.administrator, digest, "our words".into()).await.unwrap();
    node.approve(&office.supervisor, proposal.entry).await.unwrap();
    let (case, _) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    // More than any single item may have.
    let text = "x".repeat(40_000);
    let mut written = 0;
    while written <= comity_record::cbor::MAX_BYTES {
        node.write_note(&office.investigator, case, text.clone()).await.unwrap();
        written += text.len();
    }
    let backup = node.backup(&office.administrator).await.unwrap();
    let size = node.state().size();
    // The new machine has only what is built in.
    let restored = Casework::restore(elsewhere(&bench).parts(packs()), &backup).await.unwrap();
    assert_eq!(restored.state().size(), size + 1, "the restoration is an entry");
    assert!(restored.packs().pack(digest).is_some());
    assert!(restored.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn the_log_opens_after_a_power_cut_at_any_moment_and_holds_every_entry() {
    for seed in 0..60 {
        let bench = Bench::new();
        let office = Staffed::new(&bench).await;
        let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
        for n in 0..seed % 7 {
            office.node.write_note(&office.investigator, case, format!("note {n}")).await.unwrap();
        }
        let size = office.node.state().size();
        drop(office);
        // The store is durable at once (its own tests show that); the log's files lose what was not synced.
        let after = Bench { disk: bench.disk.power_cut(seed), ..bench.clone() };
        let node = after.open().await.unwrap();
        assert_eq!((node.state().size(), node.log().head().size), (size, size), "seed {seed}");
        assert!(node.verify().await.unwrap().faults.is_empty(), "seed {seed}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_that_is_verified_while_others_write_shows_no_fault() {
    let bench = Bench::new();
    let office = Arc::new(Staffed::new(&bench).await);
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let writing = tokio::spawn({
        let office = Arc::clone(&office);
        async move {
            for n in 0..200 {
                office.node.write_note(&office.investigator, case, format!("note {n}")).await.unwrap();
            }
        }
    });
    let mut verified = 0;
    while !writing.is_finished() {
        let report = office.node.verify().await.unwrap();
        assert_eq!(report.faults, []);
        verified += 1;
    }
    writing.await.unwrap();
    assert!(verified > 1, "nothing was verified while somebody wrote");
}

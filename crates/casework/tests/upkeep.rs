//! Backup, restore, and what survives power cuts.

use std::ops::ControlFlow;
use std::sync::Arc;

use comity_casework::body::{Body, CaseAct, NodeRestored, office_journal};
use comity_casework::exhibit::Verified;
use comity_casework::scrubbing::Scrub;
use comity_casework::{Backup, Casework, CaseworkError, Keyring, Packs};
use comity_disk::{Disk, DiskPath, SimDisk};
use comity_evidence::vault::copy_objects;
use comity_evidence::{Intake, Limits};
use comity_journal::{KnownLog, Outcome, Submission, Witness};
use comity_record::pack::Pack;
use comity_record::sign::{Purpose, SigningKey, sign};
use comity_record::testing::Counting;
use comity_record::{CaseId, EntryId, Sha256Digest};
use comity_store::{Delta, MemoryStore, Store, WrapChange, WrapKind};

use crate::bench::{Bench, NOON, Staffed, packs, policies, refusal, unlock};
use crate::exhibits;

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
#[allow(clippy::disallowed_methods, reason = "what a test takes in need not survive a power cut")]
async fn files_that_were_destroyed_and_taken_in_anew_are_right_in_the_second_backup() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let (few, many) = (exhibits::folder(), tempfile::TempDir::new().unwrap());
    for number in 0..40 {
        std::fs::write(many.path().join(format!("{number}.txt")), format!("page {number}")).unwrap();
    }
    let mut copied = SimDisk::new();
    for round in 1..=2 {
        let first = exhibits::take(&office, case, few.path()).await;
        let second = exhibits::take(&office, case, many.path()).await;
        node.backup_objects(&office.administrator, &copied).unwrap();
        assert_eq!(
            node.backup_objects(&office.administrator, &copied).unwrap(),
            0,
            "nothing is copied twice"
        );
        copied = copied.power_cut(round);
        let packed = DiskPath::new("objects/packed").unwrap();
        let here = Disk::list(&bench.disk, &packed).unwrap();
        assert!(!here.is_empty());
        let there = Disk::list(&copied, &packed).unwrap();
        assert!(here.iter().all(|pack| there.contains(pack)), "packs stay packs");

        let backup = node.backup(&office.administrator).await.unwrap();
        let new = elsewhere(&bench);
        copy_objects(&copied, &new.disk).unwrap();
        let restored = Casework::restore(new.parts(packs()), &backup).await.unwrap();
        assert!(restored.missing_files().await.unwrap().is_empty());
        let scrubbed = restored.scrub(Scrub::Whole, &mut |_| ControlFlow::Continue(())).await.unwrap();
        assert!(scrubbed.objects > 40 && scrubbed.damaged.is_empty(), "{scrubbed:?}");
        let officer = unlock(&restored, office.office, officer.officer(), "investigator").await;
        for number in [first, second] {
            let exhibit = restored.exhibit(&officer, case, number).await.unwrap();
            let mut intake = Intake::new(Limits::default());
            let verified = restored.verify_exhibit(&officer, case, &exhibit, &mut intake).await.unwrap();
            assert!(
                matches!(verified, Verified::Files { damaged, .. } if damaged.is_empty()),
                "round {round}"
            );
        }
        for number in [first, second] {
            let exhibit = node.exhibit(&office.investigator, case, number).await.unwrap();
            let act = CaseAct::Forget(exhibit.entry);
            let proposal = node.propose(&office.investigator, case, act, "again".into()).await.unwrap();
            node.approve_in_case(&office.supervisor, case, proposal.entry).await.unwrap();
        }
    }
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
    let (mut cuts, mut amidst) = (0, 0);
    for round in 0..10 {
        let mut bench = Bench::new();
        let Staffed { mut node, investigator, .. } = Staffed::new(&bench).await;
        let (case, _) = node.open_case(&investigator, "Case".into(), None).await.unwrap();
        for life in 0..50 {
            // The power goes during one of the operations that follow, or right after them.
            let at = bench.disk.operations() + (round * 31 + life * 17) % 40;
            bench.disk.cut_at(at);
            for n in 0..3 {
                // The store is durable at once (its own tests show that), so that the note is taken in any case.
                node.write_note(&investigator, case, format!("note {n}")).await.unwrap();
            }
            amidst += u32::from(bench.disk.operations() > at);
            let size = node.state().size();
            drop(node);
            // The log's files lose what was not synced.
            bench.disk = bench.disk.power_cut(round * 50 + life);
            node = bench.open().await.unwrap();
            assert_eq!((node.state().size(), node.log().head().size), (size, size), "{round}, {life}");
            assert_eq!(node.verify().await.unwrap().faults, vec![], "{round}, {life}");
            cuts += 1;
        }
    }
    assert!(cuts == 500 && amidst > 250, "{amidst} of {cuts} cuts fell into the writing");
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

/// A node that was restored when nothing was missing, with an officer who was removed from the case again.
async fn restored_after_a_removal(bench: &Bench) -> (Bench, CaseId, EntryId, EntryId) {
    let office = Staffed::new(bench).await;
    let node = &office.node;
    let (case, _) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let note = node.write_note(&office.investigator, case, "a name".into()).await.unwrap();
    let officer = office.prosecutor.officer();
    node.assign(&office.supervisor, case, officer, true).await.unwrap();
    let removed = node.assign(&office.supervisor, case, officer, false).await.unwrap();
    let backup = node.backup(&office.administrator).await.unwrap();
    let new = elsewhere(bench);
    Casework::restore(new.parts(packs()), &backup).await.unwrap();
    (new, case, note.entry, removed.entry)
}

async fn without_key(bench: &Bench, entry: EntryId) -> String {
    let size = bench.store.head().await.unwrap().size;
    let wraps = vec![WrapChange::Destroy(WrapKind::Entry, entry.as_bytes().to_vec())];
    bench.store.commit(Delta { wraps, ..Delta::at(size) }).await.unwrap();
    match bench.open().await {
        Err(error @ CaseworkError::Damaged { .. }) => error.to_string(),
        other => panic!("it opened: {:?}", other.map(|node| node.state().size())),
    }
}

#[tokio::test]
async fn after_a_restore_the_loss_of_a_key_gives_no_right_back() {
    let bench = Bench::new();
    let (new, _, _, removed) = restored_after_a_removal(&bench).await;
    let error = without_key(&new, removed).await;
    assert!(error.contains(&removed.to_string()) && error.contains("case.assigned"), "{error}");
}

#[tokio::test]
async fn what_goes_missing_after_a_restore_is_not_excused_by_it() {
    let bench = Bench::new();
    let (new, _, note, _) = restored_after_a_removal(&bench).await;
    let error = without_key(&new, note).await;
    assert!(error.contains(&note.to_string()) && error.contains("nobody approved"), "{error}");
}

#[tokio::test]
async fn a_running_node_that_loses_the_key_of_a_decision_is_told_of_it_by_verify() {
    let bench = Bench::new();
    let (new, _, _, removed) = restored_after_a_removal(&bench).await;
    let node = new.open().await.unwrap();
    let wraps = vec![WrapChange::Destroy(WrapKind::Entry, removed.as_bytes().to_vec())];
    new.store.commit(Delta { wraps, ..Delta::at(node.state().size()) }).await.unwrap();
    let verified = node.verify().await;
    assert!(matches!(&verified, Err(error) if error.to_string().contains(&removed.to_string())));
}

#[tokio::test]
async fn a_restoration_tells_which_contents_were_missing() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let node = &office.node;
    let (case, _) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let gone = node.write_note(&office.investigator, case, "a name".into()).await.unwrap();
    let kept = node.write_note(&office.investigator, case, "another".into()).await.unwrap();
    let old = node.backup(&office.administrator).await.unwrap();
    let proposal = node.propose(&office.investigator, case, CaseAct::Forget(gone.entry), "reason".into());
    let proposal = proposal.await.unwrap();
    node.approve_in_case(&office.supervisor, case, proposal.entry).await.unwrap();
    let new = node.backup(&office.administrator).await.unwrap();

    let mixed = Backup { data: old.data, keys: new.keys };
    let place = elsewhere(&bench);
    let restored = Casework::restore(place.parts(packs()), &mixed).await.unwrap();
    let auditor = crate::bench::unlock(&restored, office.office, office.auditor.officer(), "auditor").await;
    let told = restored.entries_of(&auditor, office_journal(office.office), &[NodeRestored::KIND]).await;
    let told: NodeRestored = told.unwrap()[0].body().unwrap();
    assert_eq!(told.missing.into_iter().collect::<Vec<_>>(), [gone.entry]);
    assert!(restored.verify().await.unwrap().faults.is_empty());
    drop(restored);
    drop(place.open().await.unwrap());
    let error = without_key(&place, kept.entry).await;
    assert!(error.contains(&kept.entry.to_string()), "{error}");
}

#[test]
fn a_restoration_of_before_such_lists_is_still_read() {
    let bytes =
        comity_record::cbor::to_canonical(&serde_json::json!({ "incarnation": 7, "size": 3 })).unwrap();
    let read: NodeRestored = comity_record::cbor::from_canonical(&bytes).unwrap();
    assert_eq!(read, NodeRestored { incarnation: 7, size: 3, missing: [].into() });
    assert_eq!(comity_record::cbor::to_canonical(&read).unwrap(), bytes, "nothing missing, nothing said");
}

/// Makes the signature over a digest, if there shall be one.
type Signer<'a> = &'a dyn Fn(&[u8]) -> Option<Vec<u8>>;

/// The parts of a copy before its digest, each with its letter.
fn parts_of(copy: &[u8]) -> Vec<(u8, Vec<u8>)> {
    let (mut parts, mut rest) = (Vec::new(), copy);
    while rest[0] != b'.' {
        let length = usize::try_from(u32::from_be_bytes(rest[1..5].try_into().unwrap())).unwrap();
        parts.push((rest[0], rest[5..5 + length].to_vec()));
        rest = &rest[5 + length..];
    }
    parts
}

/// A copy of these parts, with the digest that fits, and signed.
fn copy_of(parts: &[(u8, Vec<u8>)], sign: impl Fn(&[u8]) -> Option<Vec<u8>>) -> Vec<u8> {
    let part = |letter: u8, bytes: &[u8]| {
        [&[letter], &u32::try_from(bytes.len()).unwrap().to_be_bytes()[..], bytes].concat()
    };
    let mut copy: Vec<u8> = parts.iter().flat_map(|(letter, bytes)| part(*letter, bytes)).collect();
    let digest = Sha256Digest::of(&copy);
    copy.extend(part(b'.', digest.as_bytes()));
    copy.extend(sign(digest.as_bytes()).map(|signature| part(b'g', &signature)).unwrap_or_default());
    copy
}

#[tokio::test]
async fn a_copy_that_was_put_together_by_somebody_else_is_refused_whatever_its_digest_says() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    let old = office.node.backup(&office.administrator).await.unwrap();
    office.node.write_note(&office.investigator, case, "later".into()).await.unwrap();
    let new = office.node.backup(&office.administrator).await.unwrap();
    let keyring = Keyring::draw(&Counting::default());
    let ours = |digest: &[u8]| Some(sign(keyring.signing(), Purpose::Backup, digest));
    assert_eq!(copy_of(&parts_of(&new.data), ours), new.data, "the test writes copies as the node does");

    // Old keys that say they are new: what was destroyed meanwhile would come back.
    let mut aged = parts_of(&old.keys);
    aged[0] = parts_of(&new.keys)[0].clone();
    // A key less: what it opens would be lost.
    let mut less = parts_of(&new.keys);
    less.remove(3);
    let stranger = SigningKey::from_seed(&[3; 32]);
    let of_new = sign(keyring.signing(), Purpose::Backup, Sha256Digest::of(b"another copy").as_bytes());
    for parts in [aged, less, parts_of(&new.keys)] {
        let forged: [Signer<'_>; 4] = [
            &|_| None,
            &|_| Some(of_new.clone()),
            &|digest| Some(sign(&stranger, Purpose::Backup, digest)),
            &|digest| Some(sign(keyring.signing(), Purpose::Export, digest)),
        ];
        for signature in forged {
            let backup = Backup { data: new.data.clone(), keys: copy_of(&parts, signature) };
            let refused = Casework::restore(elsewhere(&bench).parts(packs()), &backup).await.map(drop);
            assert!(matches!(refused, Err(CaseworkError::Backup(_))), "{refused:?}");
        }
    }
    // Decay is told from forgery.
    let why = async |keys: Vec<u8>| {
        let backup = Backup { data: new.data.clone(), keys };
        let refused = Casework::restore(elsewhere(&bench).parts(packs()), &backup).await.map(drop);
        refused.unwrap_err().to_string()
    };
    let mut decayed = new.keys.clone();
    decayed[200] ^= 1;
    assert!(why(decayed).await.contains("its bytes are not those that were written"));
    assert!(
        why(copy_of(&parts_of(&new.keys), |_| Some(of_new.clone()))).await.contains("somebody changed it")
    );
    let foreign = copy_of(&parts_of(&new.keys), |digest| Some(sign(&stranger, Purpose::Backup, digest)));
    assert!(why(foreign).await.contains("it is of another node"));
    Casework::restore(elsewhere(&bench).parts(packs()), &new).await.unwrap();
}

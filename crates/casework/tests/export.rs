//! An export takes two persons, leaves a trace, holds back what must not go out, and is the same bytes every time.

use std::path::Path;

use comity_casework::body::{CaseAct, CaseExported, CaseProposal, WithdrawalGround, digest_of_entries};
use comity_casework::{
    Backup, Casework, ExportError, ExportRecord, Identity, Package, Refusal, Remaining, With, WithheldGround,
};
use comity_disk::{Disk, DiskPath};
use comity_journal::{KnownLog, ProofFile, Trust};
use comity_record::cbor::from_canonical;
use comity_record::entry::SignedStatement;
use comity_record::sign::{Purpose, Signed};
use comity_record::testing::Counting;
use comity_record::{Coded, Sha256Digest};

use crate::bench::{Bench, Staffed, packs, refusal};
use crate::sample::{Sample, identity};
use crate::two::Two;

#[tokio::test]
async fn a_case_goes_out_whole_and_leaves_a_trace() {
    let bench = Bench::new();
    let sample = Sample::new(&bench).await;
    let export = sample.export(&identity().recipient()).await;
    let node = sample.node();
    let files = export.package.files();
    let known = KnownLog::of_node(node.node_key().key_id(), vec![node.node_key()]);
    let trust = Trust { log: &known, witnesses: &[], quorum: 0 };
    for place in 0..=sample.up_to {
        let file = |folder: &str, kind: &str| files.get(&format!("data/{folder}/{place:08}.{kind}"));
        let statement = SignedStatement::parse(file("entries", "statement").unwrap()).unwrap();
        let proof = ProofFile::parse(file("proofs", "tlog-proof").unwrap()).unwrap();
        assert_eq!(proof.id, statement.id());
        proof.verify(&trust).unwrap();
        if let Some(content) = file("entries", "content") {
            statement.read_opened(content).unwrap();
        }
    }
    assert!(!files.contains_key(&format!("data/entries/{:08}.statement", sample.up_to + 1)));
    for office in node.state().offices() {
        let founding = &files[&format!("data/offices/{}/00000000.statement", office.id)];
        assert_eq!(SignedStatement::parse(founding).unwrap().id(), office.founding);
    }

    // The trace: who, for whom, and exactly which bytes.
    let at = export.receipt.sequence;
    let line = node.timeline(&sample.prosecutor, sample.case, at, 1).await.unwrap();
    assert_eq!(line[0].row.kind, "case.exported");
    let body: CaseExported = line[0].row.body.as_ref().unwrap().deserialized().unwrap();
    assert_eq!(body.package, Sha256Digest::of(&files["tagmanifest-sha256.txt"]));
    assert_eq!((body.key, body.up_to, body.withheld), (identity().recipient().key_id(), sample.up_to, 10));
    assert!(node.verify().await.unwrap().faults.is_empty());
    let reopened = bench.open_again().await.unwrap();
    assert_eq!(reopened.state().size(), node.state().size());
    let ground = WithdrawalGround::Mistaken;
    let undone = node.withdraw(&sample.prosecutor, sample.case, line[0].row.entry, ground, "x".into()).await;
    assert!(matches!(refusal(undone), Refusal::NotChangeable(_)));
}

#[tokio::test]
async fn what_was_withdrawn_as_privileged_or_of_another_case_or_forgotten_stays_here() {
    let sample = Sample::new(&Bench::new()).await;
    let export = sample.export(&identity().recipient()).await;
    let withheld: Vec<_> =
        export.withheld.iter().map(|withheld| (withheld.sequence, withheld.ground)).collect();
    let mut expected = vec![
        (sample.privileged, WithheldGround::Privileged),
        (sample.privileged_correction, WithheldGround::Privileged),
        (sample.wrong_case, WithheldGround::WrongCase),
        (sample.forgotten, WithheldGround::Forgotten),
        (sample.forgotten_later, WithheldGround::Forgotten),
    ];
    // What was found in an exhibit, and what was followed from there, stays with it.
    expected.extend(sample.privileged_exhibit.map(|place| (place, WithheldGround::Privileged)));
    assert_eq!(withheld, expected);
    assert_eq!(export.remaining, Remaining { exhibit_files: 1, exhibits: 1, large_files: 0 });
    let files = export.package.files();
    for (place, _) in withheld {
        assert!(files.contains_key(&format!("data/entries/{place:08}.statement")));
        assert!(files.contains_key(&format!("data/entries/{place:08}.seal")));
        assert!(files.contains_key(&format!("data/proofs/{place:08}.tlog-proof")));
        assert!(!files.contains_key(&format!("data/entries/{place:08}.content")));
    }
    let all = files.values().flatten().copied().collect::<Vec<u8>>();
    let holds = |text: &str| all.windows(text.len()).any(|window| window == text.as_bytes());
    for text in &sample.withheld_texts {
        assert!(!holds(text), "{text}");
    }
    // What was corrected or mistaken is shown, with what says so.
    for text in ["seen on Monday", "seen on Tuesday", "the wallet is empty", "свидетель опрошен"]
    {
        assert!(holds(text), "{text}");
    }
    let record = Signed::parse(&files["export.cose"]).unwrap();
    let record = record.verify(&sample.node().node_key(), Purpose::Export).unwrap();
    let record: ExportRecord = from_canonical(record).unwrap();
    assert_eq!(record.withheld, export.withheld);
    assert_ne!(record.proposed_by, record.approved_by);
}

#[tokio::test]
async fn the_same_case_gives_the_same_bytes() {
    let first = Sample::new(&Bench::new()).await.export(&identity().recipient()).await;
    let second = Sample::new(&Bench::new()).await.export(&identity().recipient()).await;
    assert!(first.package == second.package);
    let seal = |export: &comity_casework::Export| export.sealed(&Counting::default()).unwrap();
    assert_eq!(seal(&first), seal(&second));
}

#[tokio::test]
async fn nobody_exports_alone() {
    let sample = Sample::new(&Bench::new()).await;
    let (node, case) = (sample.node(), sample.case);
    let recipient = identity().recipient();
    let act = sample.act(&recipient).await;
    let proposal =
        node.propose(&sample.prosecutor, case, act.clone(), "for trial".into()).await.unwrap().entry;
    let export =
        || async { node.export(&sample.prosecutor, case, proposal, &recipient, None).await.map(drop) };
    assert_eq!(refusal(export().await), Refusal::NotApproved);
    let alone = node.approve_in_case(&sample.prosecutor, case, proposal).await;
    assert_eq!(refusal(alone), Refusal::SamePerson);
    assert_eq!(refusal(export().await), Refusal::NotApproved);
    // Nor does an entry that says so make an export of what nobody approved.
    let after = node.state().end(case).last.unwrap();
    let CaseAct::Export { key, up_to, .. } = act else { unreachable!() };
    let body = CaseExported { package: Sha256Digest::of(b"x"), key, up_to, withheld: 0, after };
    let said = node.record(&sample.prosecutor, case, &body, With::reference("carries-out", proposal)).await;
    assert_eq!(refusal(said), Refusal::NotApproved);
    node.approve_in_case(&sample.supervisor, case, proposal).await.unwrap();
    // The approval took a place in the case; an export that was read before it would be refused.
    let said = node.record(&sample.prosecutor, case, &body, With::reference("carries-out", proposal)).await;
    assert!(matches!(refusal(said), Refusal::CaseState(_)));
    export().await.unwrap();
}

#[tokio::test]
async fn an_export_that_was_approved_serves_until_somebody_ends_that() {
    let sample = Sample::new(&Bench::new()).await;
    let (node, case) = (sample.node(), sample.case);
    let recipient = identity().recipient();
    let proposal = sample.approved(sample.act(&recipient).await).await;
    let export =
        || async { node.export(&sample.prosecutor, case, proposal, &recipient, None).await.map(drop) };
    for _ in 0..2 {
        export().await.unwrap();
    }
    let reason = "the key is not theirs".to_owned();
    node.reject_in_case(&sample.supervisor, case, proposal, reason.clone()).await.unwrap();
    assert_eq!(refusal(export().await), Refusal::NotApproved);
    let again = node.reject_in_case(&sample.supervisor, case, proposal, reason).await;
    assert_eq!(refusal(again), Refusal::Decided);
    assert_eq!(node.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn an_approval_of_something_else_exports_nothing() {
    let sample = Sample::new(&Bench::new()).await;
    let (node, case) = (sample.node(), sample.case);
    let recipient = identity().recipient();
    let other = Identity::draw(&{
        let entropy = Counting::default();
        drop(Identity::draw(&entropy));
        entropy
    })
    .recipient();
    let send = CaseAct::IssueRequest(Sha256Digest::of(b"request"));
    let issue = sample.approved(send).await;
    let right = sample.act(&recipient).await;
    let CaseAct::Export { recipient: name, key, up_to, entries } = right.clone() else { unreachable!() };
    let fewer = CaseAct::Export { recipient: name.clone(), key, up_to: up_to - 1, entries };
    let fewer = sample.approved(fewer).await;
    let unnamed = sample.approved(CaseAct::Export { recipient: name, key, up_to, entries: None }).await;
    let right = sample.approved(right).await;
    for (proposal, recipient, code) in [
        (issue, &recipient, "casework-export-other-step"),
        (fewer, &recipient, "casework-export-other-entries"),
        (unnamed, &recipient, "casework-export-other-entries"),
        (right, &other, "casework-export-other-recipient"),
    ] {
        let refused = node.export(&sample.prosecutor, case, proposal, recipient, None).await.map(drop);
        assert_eq!(refused.unwrap_err().code(), code);
    }
    // Another case's approval, and somebody who does not work on the case.
    let (another, _) = node.open_case(&sample.prosecutor, "Another".into(), None).await.unwrap();
    let refused = node.export(&sample.prosecutor, another, right, &recipient, None).await.map(drop);
    assert_eq!(refusal(refused), Refusal::NotApproved);
    for session in [&sample.supervisor, &sample.office.investigator] {
        let refused = node.export(session, case, right, &recipient, None).await.map(drop);
        assert!(matches!(refusal(refused), Refusal::NotAllowed { .. }));
    }
    node.export(&sample.prosecutor, case, right, &recipient, None).await.unwrap();
}

#[tokio::test]
async fn a_place_is_exported_up_to_the_entry_before_the_proposal() {
    let sample = Sample::new(&Bench::new()).await;
    let (node, case) = (sample.node(), sample.case);
    let recipient = identity().recipient();
    let next = node.state().end(case).next;
    let last = sample.approved(sample.act_up_to(&recipient, next - 1).await).await;
    let export = node.export(&sample.prosecutor, case, last, &recipient, None).await.unwrap();
    assert!(export.package.files().contains_key(&format!("data/entries/{:08}.statement", next - 1)));
    // The proposal itself, and what comes after it, cannot be named.
    let next = node.state().end(case).next;
    for up_to in [next, next + 1000] {
        let plan =
            node.plan_export(&sample.prosecutor, case, "Court".into(), recipient.key_id(), Some(up_to));
        assert_eq!(refusal(plan.await.map(drop)), Refusal::ExportPlace { up_to, entries: next });
        let key = recipient.key_id();
        let act = CaseAct::Export { recipient: "Court".into(), key, up_to, entries: None };
        let proposed = node.propose(&sample.prosecutor, case, act, "for trial".into()).await;
        assert_eq!(refusal(proposed), Refusal::ExportPlace { up_to, entries: next });
    }
}

#[tokio::test]
async fn what_two_persons_signed_for_an_export_is_in_it() {
    let sample = Sample::new(&Bench::new()).await;
    let (node, case, recipient) = (sample.node(), sample.case, identity().recipient());
    let act = sample.act(&recipient).await;
    let proposal = sample.approved(act.clone()).await;
    node.write_note(&sample.prosecutor, case, "the courier was late".into()).await.unwrap();
    let export = node.export(&sample.prosecutor, case, proposal, &recipient, None).await.unwrap();
    let files = export.package.files();
    let later: Vec<&String> =
        files.keys().filter(|path| path.starts_with("data/later/") && path.ends_with(".statement")).collect();
    let read = |path: &String| SignedStatement::parse(&files[path]).unwrap();
    let kinds: Vec<_> = later.iter().map(|path| read(path).unverified().kind.to_string()).collect();
    let made = ["case.proposal-made", "case.proposal-approved"];
    // The withdrawal and the destruction behind the last place, and this export; nothing else from there.
    assert_eq!(kinds, [&["entry.withdrawn"][..], &made, &made].concat());
    assert!(!files.values().any(|bytes| bytes.windows(11).any(|window| window == b"courier was")));
    let known = KnownLog::of_node(node.node_key().key_id(), vec![node.node_key()]);
    for path in &later {
        let stem = path.strip_suffix("statement").unwrap();
        read(path).read_opened(&files[&format!("{stem}content")]).unwrap();
        let proof = ProofFile::parse(&files[&format!("{stem}tlog-proof")]).unwrap();
        proof.verify(&Trust { log: &known, witnesses: &[], quorum: 0 }).unwrap();
    }
    let proposed = later.iter().find(|path| read(path).id() == proposal).unwrap();
    let content = read(proposed);
    let content = content.read_opened(&files[&proposed.replace("statement", "content")]).unwrap();
    let signed: CaseProposal = content.read().unwrap();
    assert_eq!(signed.act, act);
    let ids = (0..=sample.up_to).map(|place| read(&format!("data/entries/{place:08}.statement")).id());
    let CaseAct::Export { entries, .. } = act else { unreachable!() };
    assert_eq!(entries, Some(digest_of_entries(ids)));
}

#[tokio::test]
async fn a_case_goes_out_after_its_node_was_lost_and_restored() {
    let sample = Box::pin(Sample::new(&Bench::new()).await.restored()).await;
    let node = sample.node();
    let export = sample.export(&identity().recipient()).await;
    let checkpoint = String::from_utf8(export.package.files()["data/checkpoint"].clone()).unwrap();
    assert!(!checkpoint.lines().next().unwrap().ends_with("/0"), "another life of the log");
    let last = &export.package.files()[&format!("data/proofs/{:08}.tlog-proof", sample.up_to)];
    let known = KnownLog::of_node(node.node_key().key_id(), vec![node.node_key()]);
    let proof = ProofFile::parse(last).unwrap();
    proof.verify(&Trust { log: &known, witnesses: &[], quorum: 0 }).unwrap();
}

#[tokio::test]
async fn what_was_lost_with_a_backup_is_said_until_two_persons_sign_for_it() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let gone = node.write_note(officer, case, "a name".into()).await.unwrap();
    let data = node.backup(&office.administrator).await.unwrap().data;
    let forget = node.propose(officer, case, CaseAct::Forget(gone.entry), "reason".into()).await.unwrap();
    node.approve_in_case(&office.supervisor, case, forget.entry).await.unwrap();
    let keys = node.backup(&office.administrator).await.unwrap().keys;
    let place = Bench::new();
    let node = Casework::restore(place.parts(packs()), &Backup { data, keys }).await.unwrap();
    let key = identity().recipient().key_id();
    let ground = async || {
        let (_, withheld) = node.plan_export(officer, case, "Court".into(), key, None).await.unwrap();
        withheld.into_iter().map(|(entry, withheld)| (entry, withheld.ground)).collect::<Vec<_>>()
    };
    assert_eq!(ground().await, [(gone.entry, WithheldGround::Missing)]);
    let forget = node.propose(officer, case, CaseAct::Forget(gone.entry), "lost".into()).await.unwrap();
    node.approve_in_case(&office.supervisor, case, forget.entry).await.unwrap();
    assert_eq!(ground().await, [(gone.entry, WithheldGround::Forgotten)]);
}

#[tokio::test]
async fn an_export_shows_which_office_had_the_case() {
    let sample = Sample::new(&Bench::new()).await;
    let export = sample.export_by_other(&identity().recipient()).await;
    let later = export.package.files().iter().filter(|(path, _)| path.starts_with("data/later/"));
    let statements = later.filter(|(path, _)| path.ends_with(".statement"));
    let kinds: Vec<_> = statements
        .map(|(_, bytes)| SignedStatement::parse(bytes).unwrap().unverified().kind.to_string())
        .collect();
    let over = ["case.handed-over", "case.taken-over"];
    assert!(kinds.windows(over.len()).any(|kinds| kinds == over), "{kinds:?}");
}

#[tokio::test]
async fn a_checkpoint_that_a_counterpart_cosigned_stays_with_the_entries_and_another_covers_the_approval() {
    let mut two = Two::new().await;
    let side = &two.a;
    side.node.write_note(side.prosecutor(), side.case, "seen on Monday".into()).await.unwrap();
    two.talk().await;
    let side = &two.a;
    let recipient = identity().recipient();
    let (officer, key) = (side.prosecutor(), recipient.key_id());
    let (act, _) = side.node.plan_export(officer, side.case, "Court".into(), key, None).await.unwrap();
    let proposal = side.node.propose(officer, side.case, act, "for trial".into()).await.unwrap().entry;
    side.node.approve_in_case(side.supervisor(), side.case, proposal).await.unwrap();
    let export = side.node.export(officer, side.case, proposal, &recipient, None).await.unwrap();
    let files = export.package.files();
    let text = |path: &str| std::str::from_utf8(&files[path]).unwrap();
    let (first, later) = (text("data/checkpoint"), text("data/later/checkpoint"));
    let signatures = |note: &str| note.lines().filter(|line| line.starts_with('—')).count();
    assert_eq!((signatures(first), signatures(later)), (2, 1));
    let known = KnownLog::of_node(side.node.node_key().key_id(), vec![side.node.node_key()]);
    for path in files.keys().filter(|path| path.ends_with(".tlog-proof")) {
        ProofFile::parse(&files[path])
            .unwrap()
            .verify(&Trust { log: &known, witnesses: &[], quorum: 0 })
            .unwrap();
        let note = if path.starts_with("data/later/") { later } else { first };
        assert!(path.starts_with("data/offices/") || text(path).ends_with(note), "{path}");
    }
}

#[tokio::test]
async fn a_closed_case_can_be_exported() {
    let sample = Sample::new(&Bench::new()).await;
    sample.node().close_case(&sample.prosecutor, sample.case, "judged".into()).await.unwrap();
    // On another thread, as the doors do it.
    tokio::spawn(async move { sample.export(&identity().recipient()).await.receipt }).await.unwrap();
}

#[tokio::test]
async fn only_the_recipient_opens_the_sealed_form() {
    let sample = Sample::new(&Bench::new()).await;
    let export = sample.export(&identity().recipient()).await;
    let sealed = export.sealed(&Counting::default()).unwrap();
    assert!(Package::open(&identity(), &sealed).unwrap() == export.package);
    assert!(!sealed.windows(14).any(|window| window == b"seen on Monday"));
    let entropy = Counting::default();
    drop(Identity::draw(&entropy));
    let other = Package::open(&Identity::draw(&entropy), &sealed).map(drop).unwrap_err();
    assert_eq!(other.code(), "casework-export-sealed-other-key");
}

#[tokio::test]
async fn a_package_appears_whole_or_not_at_all() {
    let bench = Bench::new();
    let sample = Sample::new(&bench).await;
    let export = sample.export(&identity().recipient()).await;
    let disk = comity_disk::SimDisk::new();
    let at = DiskPath::new("out/case").unwrap();
    export.package.write(&disk, &at).unwrap();
    let again = export.package.write(&disk, &at).unwrap_err();
    assert!(matches!(again, ExportError::Disk(comity_disk::DiskError::Exists { .. })));
    for (path, bytes) in export.package.files() {
        assert_eq!(disk.read(&at.join(path).unwrap(), 1 << 20).unwrap(), *bytes, "{path}");
    }
    // The package passes the reader of packages of our own, too.
    let report = comity_evidence::bag::verify(&disk, &at, &comity_evidence::Limits::default(), None);
    assert_eq!(report.verdict(), comity_evidence::Verdict::Pass, "{:?}", report.findings);

    // Power fails at any step of the writing: nothing is there, or all of it; and writing again goes on.
    let steps = disk.operations();
    for run in 0..500 {
        let (step, disk) = (run * 7 % steps, comity_disk::SimDisk::new());
        disk.cut_at(step);
        export.package.write(&disk, &at).unwrap_err();
        let found = disk.power_cut(run);
        if found.exists(&at).unwrap() {
            let report = comity_evidence::bag::verify(&found, &at, &comity_evidence::Limits::default(), None);
            assert_eq!(report.verdict(), comity_evidence::Verdict::Pass, "cut at {step}");
        } else {
            export.package.write(&found, &at).unwrap();
        }
    }
}

#[tokio::test]
async fn no_secret_key_is_in_an_export() {
    let bench = Bench::new();
    let sample = Sample::new(&bench).await;
    let export = sample.export(&identity().recipient()).await;
    let all = export.package.files().values().flatten().copied().collect::<Vec<u8>>();
    let keyring = bench.parts(crate::bench::packs()).keyring;
    let mut secrets: Vec<Vec<u8>> = vec![
        keyring.signing().seed().to_vec(),
        keyring.case_wrapping().expose().to_vec(),
        keyring.vault_names().expose().to_vec(),
    ];
    for wrap in comity_store::Store::wraps(&*bench.store, None, 1000).await.unwrap() {
        secrets.push(wrap.wrapped);
    }
    assert!(secrets.len() > 40);
    for secret in secrets {
        assert!(!all.windows(secret.len()).any(|window| window == secret));
    }
}

#[test]
fn every_error_has_a_message() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/locales/en/casework.ftl");
    let text = std::fs::read_to_string(file).unwrap();
    for code in comity_casework::CODES {
        assert!(text.contains(&format!("\n{code} = ")), "{code}");
    }
}

//! Reading the vault again, and what the cases are told of it.

#![allow(clippy::disallowed_methods, reason = "what a test takes in need not survive a power cut")]

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use comity_casework::body::WithdrawalGround;
use comity_casework::scrubbing::{FilesChecked, Finding, Scrub, Scrubbed};
use comity_casework::{Refusal, Told, With};
use comity_disk::{Disk as _, DiskPath, write_durable};
use comity_record::{CaseId, Sha256Digest};

use crate::bench::{Bench, NOON, Node, Staffed, refusal};
use crate::exhibits::{folder, objects, take};

const DAY: u64 = 24 * 3_600;

fn on(_: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

async fn whole(node: &Node) -> Scrubbed {
    node.scrub(Scrub::Whole, &mut on).await.unwrap()
}

async fn due(node: &Node, within_days: u16) -> Scrubbed {
    node.scrub(Scrub::Due { within_days }, &mut on).await.unwrap()
}

/// What the node has said in a case of its files, one entry after the other.
async fn told(office: &Staffed, case: CaseId) -> Vec<(Told, FilesChecked)> {
    let told = office.node.entries_of(&office.investigator, case, &["files.checked"]).await.unwrap();
    told.into_iter().map(|told| (told.body().unwrap(), told)).map(|(body, told)| (told, body)).collect()
}

/// A case with an exhibit of two files, and the objects of its manifest and its files.
async fn with_exhibit(bench: &Bench) -> (Staffed, CaseId, Vec<DiskPath>) {
    let office = Staffed::new(bench).await;
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    take(&office, case, folder().path()).await;
    (office, case, objects(bench))
}

#[tokio::test]
async fn damage_is_told_once_in_the_case_that_holds_the_file_and_so_is_its_mending() {
    let bench = Bench::new();
    let (office, case, objects) = with_exhibit(&bench).await;
    let (other, _) = office.node.open_case(&office.investigator, "Other".into(), None).await.unwrap();
    let node = &office.node;
    assert_eq!(whole(node).await.objects, 3);
    assert!(told(&office, case).await.is_empty(), "of what is whole nothing is told");

    let exhibit = node.exhibit(&office.investigator, case, 1).await.unwrap();
    let seal = node.manifest(&office.investigator, case, &exhibit).await.unwrap();
    let mut files: BTreeSet<Sha256Digest> = seal.files.iter().map(|file| file.digests.sha256).collect();
    files.insert(exhibit.manifest.as_ref().unwrap().sha256);
    bench.clock.set(NOON + DAY);
    for object in &objects {
        bench.disk.damage(object, 20, 1).unwrap();
        let found = whole(node).await;
        assert_eq!((found.damaged.len(), found.entries.len()), (1, 1), "{object}");
        let entries = told(&office, case).await;
        let (entry, body) = entries.last().unwrap();
        assert_eq!(entry.reference("held-by"), Some(exhibit.entry));
        assert_eq!(body.finding, Finding::Decayed);
        let [file] = *body.files else { panic!("{body:?}") };
        assert!(files.remove(&file), "each file is told of once");
        let state = node.state();
        let known: Vec<_> = state.case(case).unwrap().damaged.of(exhibit.entry).collect();
        assert_eq!(known, [(file, Finding::Decayed)]);

        // It is known.
        assert!(whole(node).await.entries.is_empty());
        bench.disk.damage(object, 20, 1).unwrap();
        let mended = whole(node).await;
        assert_eq!((mended.mended.len(), mended.entries.len()), (1, 1));
        assert_eq!(told(&office, case).await.last().unwrap().1.finding, Finding::Whole);
        assert_eq!(node.state().case(case).unwrap().damaged.of(exhibit.entry).count(), 0);
    }
    assert!(files.is_empty());
    assert!(told(&office, other).await.is_empty());

    // The exhibit tells of it, in the order of time and on paper, and nobody takes it back.
    let exhibit = node.exhibit(&office.investigator, case, 1).await.unwrap();
    let found: Vec<_> = exhibit.found.iter().map(|found| found.said.as_ref().unwrap().finding).collect();
    assert_eq!(found, [Finding::Decayed, Finding::Whole].repeat(3));
    let later = exhibit.later(&[], &[]);
    assert!(later.len() == 6 && later.is_sorted_by_key(|later| later.at().timestamp()), "{later:?}");
    let english = ["en".parse().unwrap()];
    let paper = node.custody_record(&office.investigator, case, 1, &english).await.unwrap();
    let twin = comity_document::attached::attached(paper.pdf.bytes).unwrap().twin;
    let said = String::from_utf8(twin).unwrap();
    assert_eq!(said.matches("document-custody-found-decayed").count(), 3, "{said}");
    assert_eq!(said.matches("document-custody-found-whole").count(), 3, "{said}");
    let (entry, reason) = (exhibit.found[0].entry, "no such damage".to_owned());
    let taken_back =
        node.withdraw(&office.investigator, case, entry, WithdrawalGround::Mistaken, reason).await;
    assert!(matches!(refusal(taken_back), Refusal::NotChangeable(_)));
    assert!(node.verify().await.unwrap().faults.is_empty());
    drop(office);
    let again = bench.open().await.unwrap();
    assert_eq!(again.state().case(case).unwrap().entries.len(), 2 + 6, "the log is read as it was written");
}

#[tokio::test]
async fn a_file_that_is_gone_is_told_once_and_so_is_that_it_is_back() {
    let bench = Bench::new();
    let (office, case, objects) = with_exhibit(&bench).await;
    let node = &office.node;
    let exhibit = node.exhibit(&office.investigator, case, 1).await.unwrap();
    due(node, 30).await;
    for object in &objects {
        let bytes = bench.disk.read(object, 1 << 30).unwrap();
        bench.disk.remove(object).unwrap();
        // Nothing more is due to be read; what is gone is missed all the same.
        let missed = due(node, 30).await;
        assert_eq!((missed.objects, missed.missing.len(), missed.entries.len()), (0, 1, 1), "{object}");
        let entries = told(&office, case).await;
        let (entry, body) = entries.last().unwrap();
        assert_eq!((entry.reference("held-by"), body.finding), (Some(exhibit.entry), Finding::Missing));
        let known: Vec<_> = node.state().case(case).unwrap().damaged.missing().collect();
        assert_eq!(known, [(exhibit.entry, body.files[0])]);
        assert!(due(node, 30).await.entries.is_empty(), "it is known");

        // It is called whole only when it was read.
        write_durable(&bench.disk, object, &bytes).unwrap();
        bench.disk.damage(object, 20, 1).unwrap();
        assert_eq!(due(node, 30).await.entries.len(), 1);
        assert_eq!(told(&office, case).await.last().unwrap().1.finding, Finding::Decayed);
        bench.disk.damage(object, 20, 1).unwrap();
        whole(node).await;
        assert_eq!(told(&office, case).await.last().unwrap().1.finding, Finding::Whole);
        assert_eq!(node.state().case(case).unwrap().damaged.of(exhibit.entry).count(), 0);
        bench.disk.remove(object).unwrap();
        due(node, 30).await;
        write_durable(&bench.disk, object, &bytes).unwrap();
        assert_eq!(due(node, 30).await.entries.len(), 1);
        assert_eq!(told(&office, case).await.last().unwrap().1.finding, Finding::Whole);
    }
}

#[tokio::test]
async fn the_whole_vault_is_read_once_within_the_days() {
    let bench = Bench::new();
    let (office, case, _) = with_exhibit(&bench).await;
    let node = &office.node;
    let many = tempfile::TempDir::new().unwrap();
    for number in 0..60 {
        std::fs::write(many.path().join(format!("{number}.txt")), format!("page {number}")).unwrap();
    }
    take(&office, case, many.path()).await;
    // The files of that folder are together in one pack.
    let all = u64::try_from(objects(&bench).len() - 1 + 60).unwrap();
    let mut read = vec![];
    for day in 0..10 {
        bench.clock.set(NOON + day * DAY);
        read.push(due(node, 10).await.objects);
        assert_eq!(due(node, 10).await.objects, 0, "nothing more is due on the same day");
    }
    // What is less than a part is read on the first of the days.
    assert_eq!((read[0], read.iter().sum::<u64>()), (all, all));
    let rounds = node.scrub_rounds().unwrap();
    assert_eq!(rounds.last.unwrap().objects, all);
    // The next round begins on the eleventh day, and so does one after a long absence.
    for day in [10, 40] {
        bench.clock.set(NOON + day * DAY);
        assert_eq!(due(node, 10).await.objects, all);
        assert_eq!(due(node, 10).await.objects, 0);
    }
}

#[tokio::test]
async fn what_was_stopped_goes_on_where_it_was() {
    let bench = Bench::new();
    let (office, _, objects) = with_exhibit(&bench).await;
    let node = &office.node;
    let mut blocks = 0;
    let mut stop = |_| {
        blocks += 1;
        if blocks > 1 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let stopped = node.scrub(Scrub::Whole, &mut stop).await.unwrap();
    assert!(stopped.stopped && stopped.objects == 1);
    drop(office);
    let node = bench.open().await.unwrap();
    bench.disk.damage(&objects[0], 20, 1).unwrap();
    let rest = node.scrub(Scrub::Rest, &mut on).await.unwrap();
    assert_eq!((rest.objects, rest.damaged.len()), (2, 0), "the first was read before it was damaged");
    assert_eq!(node.scrub(Scrub::Rest, &mut on).await.unwrap().damaged.len(), 1, "a new round");
}

#[tokio::test]
async fn only_the_node_tells_of_its_vault_and_only_of_entries_that_there_are() {
    let bench = Bench::new();
    let (office, case, _) = with_exhibit(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let exhibit = node.exhibit(officer, case, 1).await.unwrap();
    let body = FilesChecked { finding: Finding::Decayed, files: vec![Sha256Digest::of(b"x")] };
    let forged = node.record(officer, case, &body, With::reference("held-by", exhibit.entry)).await;
    assert!(forged.is_err(), "{forged:?}");
    assert!(told(&office, case).await.is_empty());
}

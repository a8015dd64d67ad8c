//! The vault that a node at work reads again by itself.

use std::sync::Arc;

use comity_casework::exhibit::{NewExhibit, Source};
use comity_disk::{Disk as _, DiskPath};
use comity_evidence::custody::{Act, CustodyEntry};
use comity_evidence::{Intake, Limits};
use comity_node::{ONE_DAY, keep_scrubbed};
use comity_record::CaseId;
use tokio::sync::oneshot;

use crate::bench::{NOON, Office};

/// Takes in a file as it is sent, and gives the objects of the vault: that of the file, which is the shorter one, first.
async fn take(office: &Office, case: CaseId) -> Vec<DiskPath> {
    let (mut from, name) = (&b"a page of the ledger"[..], "page.txt".as_ref());
    let source = Source::Stream { from: &mut from, name };
    let at = "2026-11-23T11:00:00+05:00[Asia/Dushanbe]".parse().unwrap();
    let custody = CustodyEntry::new(Act::Collected, at, "the office", "search under warrant 7");
    let new = NewExhibit { title: "A page".into(), custody, item: None, source };
    let mut intake = Intake::new(Limits::default());
    office.node.receive_exhibit(&office.investigator, case, new, &mut intake).await.unwrap();
    let folder = DiskPath::new("objects").unwrap();
    let mut objects = vec![];
    for shard in office.disk.list(&folder).unwrap() {
        let shard = folder.join(&shard.name).unwrap();
        let inside = office.disk.list(&shard).unwrap();
        objects.extend(inside.iter().map(|object| shard.join(&object.name).unwrap()));
    }
    objects.sort_by_key(|object| office.disk.metadata(object).unwrap().size);
    objects
}

#[tokio::test(start_paused = true)]
async fn a_node_at_work_reads_its_vault_and_its_pages_say_what_is_damaged() {
    let office = Office::new().await;
    let case = office.case("Ledger").await;
    let objects = take(&office, case).await;
    assert_eq!(objects.len(), 2);
    let mut browser = office.signed_in("Ismat").await;
    browser.get("/office").await.has("not read again from end to end yet");

    let (stop, stopped) = oneshot::channel::<()>();
    let work = tokio::spawn(keep_scrubbed(Arc::clone(&office.node), 1, async {
        drop(stopped.await);
    }));
    tokio::time::sleep(ONE_DAY / 2).await;
    assert_eq!(office.node.scrub_rounds().unwrap().last.unwrap().objects, 2, "at its start");
    browser.get("/office").await.has("read again from end to end until").lacks("DAMAGED");
    browser.get(&format!("/cases/{case}/exhibits/1")).await.lacks("Damaged files");

    office.disk.damage(&objects[0], 20, 1).unwrap();
    office.clock.set(NOON + ONE_DAY.as_secs());
    tokio::time::sleep(ONE_DAY).await;
    // Nobody stays signed in for a day.
    let mut browser = office.signed_in("Ismat").await;
    browser.get("/office").await.has("1 file is\u{2069} DAMAGED");
    browser
        .get(&format!("/cases/{case}/exhibits/1"))
        .await
        .has("Damaged files")
        .has("What else is on record")
        .has("its bytes have changed");
    browser.get(&format!("/cases/{case}")).await.has("Files read again");

    stop.send(()).unwrap();
    work.await.unwrap();
}

//! Time-stamps that a node at work renews by itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use comity_casework::timestamp::{RENEW_WITHIN_DAYS, StampServer, Stampable};
use comity_node::{ONE_DAY, keep_stamped};
use comity_record::Bytes;
use comity_stamp::{Anchors, ReadError, Server, Stamper};
use jiff::Timestamp;
use tokio::sync::oneshot;

use crate::bench::Office;
use crate::forge::{FIRST, LATER};

const ROOT: &[u8] = include_bytes!("../../stamp/tests/data/root.pem");

/// A server that gives nothing until its line is mended.
struct Served {
    mended: AtomicBool,
    asked: AtomicUsize,
}

impl Stamper for &'static Served {
    type Error = ReadError;

    async fn stamp(&self, _: &Server, _: &[Vec<u8>], request: Vec<u8>) -> Result<Vec<u8>, ReadError> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        let mended = self.mended.load(Ordering::Relaxed);
        if mended { Ok(LATER.answer(&request, "20351210000000Z")) } else { Err(ReadError::Address) }
    }
}

/// The authority whose certificate ends first.
struct First;

impl Stamper for First {
    type Error = ReadError;

    async fn stamp(&self, _: &Server, _: &[Vec<u8>], request: Vec<u8>) -> Result<Vec<u8>, ReadError> {
        Ok(FIRST.answer(&request, "20261128000000Z"))
    }
}

#[tokio::test(start_paused = true)]
async fn a_node_at_work_renews_time_stamps_each_day_until_it_succeeds() {
    static SERVED: Served = Served { mended: AtomicBool::new(false), asked: AtomicUsize::new(0) };
    let office = Office::new().await;
    let node = &office.node;
    let anchors = Anchors::from_pem(ROOT).unwrap();
    let server = StampServer {
        url: "http://tsa.example.org/".into(),
        authorities: anchors.certificates().iter().cloned().map(Bytes).collect(),
        tls_authorities: vec![],
    };
    let proposed = node.propose_stamp_server(&office.administrator, Some(server), "new".into()).await;
    node.approve(&office.supervisor, proposed.unwrap().entry).await.unwrap();
    let case = office.case("Stamped").await;
    node.stamp(&office.investigator, case, Stampable::Checkpoint, &First).await.unwrap();
    let december: Timestamp = "2035-12-10T00:00:00Z".parse().unwrap();
    office.clock.set(u64::try_from(december.as_second()).unwrap());

    let (stop, stopped) = oneshot::channel::<()>();
    let work = tokio::spawn(keep_stamped(Arc::clone(node), &SERVED, async {
        drop(stopped.await);
    }));
    tokio::time::sleep(ONE_DAY / 2).await;
    assert_eq!(SERVED.asked.load(Ordering::Relaxed), 1, "at its start");
    assert_eq!(node.timestamps_ending(RENEW_WITHIN_DAYS).len(), 1);
    SERVED.mended.store(true, Ordering::Relaxed);
    tokio::time::sleep(ONE_DAY * 3).await;
    assert_eq!(SERVED.asked.load(Ordering::Relaxed), 2, "on the next day, and not again");
    let all = node.timestamps(&office.investigator, case).await.unwrap();
    assert_eq!(all[0].verdict.as_ref().unwrap().last.until.to_string(), "2040-01-01T00:00:00Z");
    stop.send(()).unwrap();
    work.await.unwrap();
}

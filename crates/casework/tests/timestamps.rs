//! Time-stamps: asked for, verified before they are taken, renewed before they end, and checked by others.

use std::fmt;
use std::sync::Mutex;

use comity_casework::body::{CaseAct, CaseClosed, EntryWithdrawn, WithdrawalGround};
use comity_casework::evidence::{self, PackageCheck, PackageFinding, PackagePlace};
use comity_casework::timestamp::{
    RENEW_WITHIN_DAYS, StampServer, Stampable, StampingError, Subject, TakenStamp, TimestampRenewed,
};
use comity_casework::{Casework, CaseworkError, Refusal, Session, With};
use comity_disk::{Disk as _, DiskPath, SimDisk};
use comity_evidence::{Intake, Limits, verify_package};
use comity_record::{Bytes, CaseId, Coded, EntryId, Sha256Digest};
use comity_stamp::{Anchors, Fault, NONCE_BYTES, ReadError, Request, Server, Stamper, Verdict, verify};
use comity_store::Store;

use crate::bench::{Bench, Staffed, refusal};
use crate::exhibits;
use crate::forge::{Authority, FIRST, LATER};

const ROOT: &[u8] = include_bytes!("../../stamp/tests/data/root.pem");
const OTHER: &[u8] = include_bytes!("../../stamp/tests/data/other.pem");
const URL: &str = "http://tsa.example.org/tsr";

/// A server in the test itself.
struct Served {
    by: Authority,
    time: &'static str,
    /// What was asked for, and where.
    asked: Mutex<Vec<(String, Vec<u8>)>>,
    /// What is given in the place of an answer.
    gives: Option<Vec<u8>>,
}

impl Served {
    fn at(time: &'static str) -> Self {
        Self { by: FIRST, time, asked: Mutex::default(), gives: None }
    }
}

impl Stamper for Served {
    type Error = ReadError;

    async fn stamp(&self, server: &Server, _: &[Vec<u8>], request: Vec<u8>) -> Result<Vec<u8>, ReadError> {
        self.asked.lock().unwrap().push((server.to_string(), request.clone()));
        Ok(self.gives.clone().unwrap_or_else(|| self.by.answer(&request, self.time)))
    }
}

fn server(root: &[u8]) -> StampServer {
    let authorities = Anchors::from_pem(root).unwrap().certificates().iter().cloned().map(Bytes).collect();
    StampServer { url: URL.into(), authorities, tls_authorities: vec![] }
}

async fn name<S: Store>(office: &Staffed<S>, server: Option<StampServer>) {
    let proposed = office.node.propose_stamp_server(&office.administrator, server, "as decided".into()).await;
    office.node.approve(&office.supervisor, proposed.unwrap().entry).await.unwrap();
}

/// An office with a server, and a case.
async fn stamping(bench: &Bench) -> (Staffed, CaseId) {
    let office = Staffed::new(bench).await;
    name(&office, Some(server(ROOT))).await;
    let (case, _) = office.node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
    (office, case)
}

async fn checkpoint<S: Store>(
    node: &Casework<S>,
    officer: &Session,
    case: CaseId,
    served: &Served,
) -> Result<TakenStamp, StampingError<ReadError>> {
    node.stamp(officer, case, Stampable::Checkpoint, served).await
}

fn refused<T: fmt::Debug>(result: Result<T, StampingError<ReadError>>) -> Refusal {
    match result.unwrap_err() {
        StampingError::Casework(CaseworkError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_server_is_named_by_two_persons_and_asked_from_then_on() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
    let served = Served::at("20261128000000Z");
    assert_eq!(refused(checkpoint(node, officer, case, &served).await), Refusal::NoStampServer);
    let proposed =
        node.propose_stamp_server(&office.administrator, Some(server(ROOT)), "new".into()).await.unwrap();
    let alone = node.approve(&office.administrator, proposed.entry).await.map(drop);
    assert_eq!(refusal(alone), Refusal::SamePerson);
    assert_eq!(refused(checkpoint(node, officer, case, &served).await), Refusal::NoStampServer);
    node.approve(&office.supervisor, proposed.entry).await.unwrap();
    assert_eq!(node.stamp_server(officer).unwrap(), server(ROOT));
    checkpoint(node, officer, case, &served).await.unwrap();
    assert_eq!(served.asked.lock().unwrap()[0].0, URL);
    // The same again is no change, and none is one that leaves none.
    let again = node.propose_stamp_server(&office.administrator, Some(server(ROOT)), "new".into()).await;
    assert_eq!(refusal(again.map(drop)), Refusal::Exists("time-stamp server"));
    name(&office, None).await;
    assert_eq!(refused(checkpoint(node, officer, case, &served).await), Refusal::NoStampServer);
    let none = node.propose_stamp_server(&office.administrator, None, "none".into()).await;
    assert_eq!(refusal(none.map(drop)), Refusal::NoStampServer);
    assert_eq!(served.asked.lock().unwrap().len(), 1);
    // What was taken before is still checked by it.
    assert!(node.timestamps(officer, case).await.unwrap()[0].verdict.is_ok());
}

#[tokio::test]
async fn a_server_without_authorities_or_address_is_not_named() {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let propose = async |server| {
        office.node.propose_stamp_server(&office.administrator, Some(server), "new".into()).await.map(drop)
    };
    let url = |url: &str| StampServer { url: url.into(), ..server(ROOT) };
    let none = StampServer { authorities: vec![], ..server(ROOT) };
    assert_eq!(refusal(propose(none).await), Refusal::StampServerAuthorities);
    assert_eq!(refusal(propose(url("https://tsa.example.org/")).await), Refusal::StampServerAuthorities);
    let unused = StampServer { tls_authorities: server(ROOT).authorities, ..server(ROOT) };
    assert_eq!(refusal(propose(unused).await), Refusal::StampServerAuthorities);
    assert_eq!(propose(url("tsa.example.org")).await.unwrap_err().code(), "stamp-address");
    let broken = StampServer { authorities: vec![Bytes(vec![0x30, 0])], ..server(ROOT) };
    assert_eq!(propose(broken).await.unwrap_err().code(), "stamp-malformed");
}

#[tokio::test]
async fn a_checkpoint_and_an_exhibit_are_stamped_and_their_files_are_what_others_check() {
    let bench = Bench::new();
    let (office, case) = stamping(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let folder = exhibits::folder();
    let number = exhibits::take(&office, case, folder.path()).await;
    let served = Served::at("20261128000000.5Z");
    let note = node.log().note().to_string();
    let taken = checkpoint(node, officer, case, &served).await.unwrap();
    assert_eq!(taken.stamped.authority, "Exercise ed25519");
    node.stamp(officer, case, Stampable::Exhibit(number), &served).await.unwrap();
    let unknown = node.stamp(officer, case, Stampable::Exhibit(9), &served).await;
    assert_eq!(refused(unknown), Refusal::UnknownExhibit(9));

    let all = node.timestamps(officer, case).await.unwrap();
    assert_eq!(all[0].of, Some(Subject::Checkpoint(note.clone())));
    let exhibit = node.exhibit(officer, case, number).await.unwrap();
    assert_eq!(all[1].of, Some(Subject::Exhibit(exhibit.digest().unwrap())));
    assert_eq!(all[1].exhibit, Some(exhibit.entry));
    for series in &all {
        let sound = series.verdict.as_ref().unwrap();
        assert_eq!(sound.first.time.to_string(), "2026-11-28T00:00:00.5Z");
    }
    let files = node.timestamp_files(officer, case).await.unwrap();
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "stamp-1.tsq",
        "stamp-1.tsr",
        "stamp-1.checkpoint",
        "stamp-1.authorities.pem",
        "stamp-2.tsq",
        "stamp-2.tsr",
        "stamp-2.authorities.pem",
    ];
    assert_eq!(names, expected);
    assert_eq!(files[2].1, note.as_bytes());
    let request = Request::parse(&files[4].1).unwrap();
    assert_eq!(request.imprint(), exhibit.digest().unwrap());
    let anchors = Anchors::from_pem(&files[6].1).unwrap();
    assert!(matches!(verify(&files[5].1, &request, &anchors), Verdict::Pass(_)));
    assert_eq!(node.verify().await.unwrap().faults, []);
    // All is folded from entries again.
    assert_eq!(bench.open_again().await.unwrap().timestamps(officer, case).await.unwrap().len(), 2);
}

#[tokio::test]
async fn nothing_is_taken_that_does_not_hold() {
    let bench = Bench::new();
    let (office, case) = stamping(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let before = node.state().size();
    let earlier = Served::at("20261128000000Z");
    let old = earlier.by.answer(&Request::new(Sha256Digest::of(b"x"), [1; 8]).to_der(), earlier.time);
    for (gives, code) in [
        (vec![], "stamp-malformed"),
        (old, "stamp-other-imprint"),
        (b"\x30\x05\x30\x03\x02\x01\x02".to_vec(), "stamp-not-granted"),
    ] {
        let served = Served { gives: Some(gives), ..Served::at("20261128000000Z") };
        assert_eq!(checkpoint(node, officer, case, &served).await.unwrap_err().code(), code);
    }
    let late = checkpoint(node, officer, case, &Served::at("20370101000000Z")).await.unwrap_err();
    assert!(matches!(late, StampingError::Fault(Fault::CertificateTime { .. })), "{late:?}");
    name(&office, Some(server(OTHER))).await;
    let untrusted = checkpoint(node, officer, case, &Served::at("20261128000000Z")).await.unwrap_err();
    assert!(matches!(untrusted, StampingError::Fault(Fault::NoPath)), "{untrusted:?}");
    // Naming the other server took two entries.
    assert_eq!(node.state().size(), before + 2);
    assert!(node.timestamps(officer, case).await.unwrap().is_empty());
}

#[tokio::test]
async fn who_may_not_work_on_the_case_asks_no_server() {
    let bench = Bench::new();
    let (office, case) = stamping(&bench).await;
    let served = Served::at("20261128000000Z");
    for officer in [&office.auditor, &office.administrator] {
        let refused = refused(checkpoint(&office.node, officer, case, &served).await);
        assert!(matches!(refused, Refusal::NotAllowed { action, .. } if action == "timestamp.taken"));
    }
    assert!(served.asked.lock().unwrap().is_empty());
    // Nor does an officer renew: the node does that, and signs it.
    let renewed = TimestampRenewed { token: token(&office, case).await };
    let entry = office.node.timestamps(&office.investigator, case).await.unwrap()[0].entry;
    let with = With::reference("renews", entry);
    let forged = office.node.record(&office.investigator, case, &renewed, with).await;
    assert!(forged.is_err());
}

async fn token(office: &Staffed, case: CaseId) -> comity_casework::timestamp::StampedToken {
    let served = Served::at("20261128000000Z");
    checkpoint(&office.node, &office.investigator, case, &served).await.unwrap();
    office.node.timestamps(&office.investigator, case).await.unwrap()[0].links[0].token.clone()
}

/// Moves the clock of a bench.
fn go_to(bench: &Bench, time: &str) {
    let time: jiff::Timestamp = time.parse().unwrap();
    bench.clock.set(u64::try_from(time.as_second()).unwrap());
}

#[tokio::test]
async fn a_time_stamp_is_renewed_before_its_certificates_end_and_not_again() {
    let bench = Bench::new();
    let (office, case) = stamping(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let taken = checkpoint(node, officer, case, &Served::at("20261128000000Z")).await.unwrap();
    // Cases rest, and their time-stamps are renewed all the same.
    let closed = CaseClosed { reason: "sent to court".into() };
    node.record(&office.supervisor, case, &closed, With::default()).await.unwrap();
    let served = Served { by: LATER, ..Served::at("20351210000000Z") };
    go_to(&bench, "2035-10-01T00:00:00Z");
    assert!(node.timestamps_ending(RENEW_WITHIN_DAYS).is_empty());
    assert!(node.renew_timestamps(RENEW_WITHIN_DAYS, &served).await.renewed.is_empty());
    go_to(&bench, "2035-12-10T00:00:00Z");
    let ending = node.timestamps_ending(RENEW_WITHIN_DAYS);
    assert_eq!(ending.iter().map(|ending| ending.entry).collect::<Vec<_>>(), [taken.receipt.entry]);
    // With the certificate that ends as early it would be renewed each day.
    let same = node.renew_timestamps(RENEW_WITHIN_DAYS, &Served::at("20351210000000Z")).await;
    assert!(matches!(same.left[0].why, StampingError::NoLater(_)));
    let renewals = node.renew_timestamps(RENEW_WITHIN_DAYS, &served).await;
    assert_eq!((renewals.renewed.len(), renewals.left.len()), (1, 0));
    assert!(node.timestamps_ending(RENEW_WITHIN_DAYS).is_empty());

    let all = node.timestamps(officer, case).await.unwrap();
    let series = all[0].verdict.as_ref().unwrap();
    assert_eq!(series.first.time.to_string(), "2026-11-28T00:00:00Z");
    assert_eq!(series.last.until.to_string(), "2040-01-01T00:00:00Z");
    let files = node.timestamp_files(officer, case).await.unwrap();
    let [_, (_, first), (name, request), ..] = files.as_slice() else { panic!("{}", files.len()) };
    assert_eq!(name, "stamp-1-2.tsq");
    assert_eq!(Request::parse(request).unwrap().imprint(), Sha256Digest::of(first));
    assert_eq!(node.verify().await.unwrap().faults, []);
    assert!(bench.open_again().await.unwrap().timestamps_ending(RENEW_WITHIN_DAYS).is_empty());
}

#[tokio::test]
async fn what_has_ended_is_not_renewed_as_if_it_had_not() {
    let bench = Bench::new();
    let (office, case) = stamping(&bench).await;
    let node = &office.node;
    checkpoint(node, &office.investigator, case, &Served::at("20261128000000Z")).await.unwrap();
    let before = node.state().size();
    let served = Served { by: LATER, ..Served::at("20360102000000Z") };
    // A clock that is behind does not help either.
    for now in ["2036-01-02T00:00:00Z", "2035-12-31T00:00:00Z"] {
        go_to(&bench, now);
        let renewals = node.renew_timestamps(RENEW_WITHIN_DAYS, &served).await;
        assert!(matches!(renewals.left[0].why, StampingError::Fault(Fault::RenewedLate { .. })));
    }
    assert_eq!(served.asked.lock().unwrap().len(), 1);
    assert_eq!(node.state().size(), before);
}

#[tokio::test]
async fn what_was_withdrawn_or_forgotten_is_neither_renewed_nor_given_out() {
    let bench = Bench::new();
    let (office, case) = stamping(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let served = Served::at("20261128000000Z");
    let entries: Vec<EntryId> = {
        let mut entries = vec![];
        for _ in 0..3 {
            entries.push(checkpoint(node, officer, case, &served).await.unwrap().receipt.entry);
        }
        entries
    };
    let withdrawn = EntryWithdrawn { ground: WithdrawalGround::Mistaken, reason: "of another day".into() };
    node.record(officer, case, &withdrawn, With::reference("withdraws", entries[0])).await.unwrap();
    let forget = node.propose(officer, case, CaseAct::Forget(entries[1]), "x".into()).await.unwrap();
    node.approve_in_case(&office.supervisor, case, forget.entry).await.unwrap();
    let files = node.timestamp_files(officer, case).await.unwrap();
    assert!(files.iter().all(|(name, _)| name.starts_with("stamp-3")), "numbers stay");
    assert_eq!(files.len(), 4);
    go_to(&bench, "2035-12-10T00:00:00Z");
    let ending = bench.open_again().await.unwrap().timestamps_ending(RENEW_WITHIN_DAYS);
    assert_eq!(ending.iter().map(|ending| ending.entry).collect::<Vec<_>>(), entries[2..]);
}

#[tokio::test]
async fn the_time_stamps_of_an_exhibit_go_into_its_package_and_are_checked_there() {
    let bench = Bench::new();
    let (office, case) = stamping(&bench).await;
    let (node, officer) = (&office.node, &office.investigator);
    let seized = exhibits::folder();
    for _ in 0..2 {
        exhibits::take(&office, case, seized.path()).await;
    }
    let served = Served::at("20261128000000Z");
    for stamped in [Stampable::Exhibit(1), Stampable::Exhibit(2), Stampable::Checkpoint] {
        node.stamp(officer, case, stamped, &served).await.unwrap();
    }
    let act = node.plan_package(officer, case, &[1], "Laboratory".into(), None).await.unwrap();
    let proposal = node.propose(officer, case, act, "examination".into()).await.unwrap().entry;
    node.approve_in_case(&office.supervisor, case, proposal).await.unwrap();
    let languages = ["en".parse().unwrap()];
    let (disk, bag) = (SimDisk::new(), DiskPath::new("package").unwrap());
    let mut intake = Intake::new(Limits::default());
    let place = PackagePlace::Folder(&disk, bag.clone());
    node.package_exhibits(officer, case, proposal, place, &languages, &mut intake).await.unwrap();
    let anchors = |pem| Anchors::from_pem(pem).unwrap();
    let answer = |disk: &SimDisk, anchors: Option<&Anchors>| {
        // Whoever puts something else here writes the lists of the bag anew, too.
        let report = verify_package(disk, &bag, &Limits::default(), None);
        let checked = evidence::check(disk, &bag, &report, anchors).unwrap();
        checked.answers.into_iter().find(|answer| answer.check == PackageCheck::Timestamps).unwrap().because
    };
    let whole = verify_package(&disk, &bag, &Limits::default(), None);
    assert!(whole.findings.is_empty(), "{:?}", whole.findings);
    let names: Vec<_> =
        disk.list(&bag.join("timestamps").unwrap()).unwrap().into_iter().map(|entry| entry.name).collect();
    assert_eq!(names, ["E-1.manifest.json", "stamp-1.authorities.pem", "stamp-1.tsq", "stamp-1.tsr"]);
    assert_eq!(answer(&disk, Some(&anchors(ROOT))), None, "it holds");
    assert_eq!(answer(&disk, None), Some(PackageFinding::TimestampsUnchecked));
    let other = answer(&disk, Some(&anchors(OTHER))).unwrap();
    assert!(!matches!(other, PackageFinding::TimestampsUnchecked) && other.code().contains("timestamp"));
    let again = |name: &str, bytes: &[u8]| {
        let path = bag.join(&format!("timestamps/{name}")).unwrap();
        let old = disk.read(&path, 1 << 20).ok();
        if old.is_some() {
            disk.remove(&path).unwrap();
        }
        if !bytes.is_empty() {
            disk.create_new(&path).unwrap().append(bytes).unwrap();
        }
        old.unwrap_or_default()
    };
    let other = |name: &str| Some(PackageFinding::TimestampOther { path: format!("timestamps/{name}") });
    // Nothing signs what lies here, so that each file must be known for what it is.
    for name in ["README.exe", "E-1.manifest.json", "E-2.manifest.json", "x.authorities.pem"] {
        let old = again(name, b"forged");
        assert_eq!(answer(&disk, Some(&anchors(ROOT))), other(name));
        again(name, &old);
    }
    // A later one of the same authority in the place of the one that the entries tell of.
    let list = disk.read(&bag.join("timestamps/E-1.manifest.json").unwrap(), 1 << 20).unwrap();
    let request = Request::new(Sha256Digest::of(&list), [9; NONCE_BYTES]).to_der();
    let [tsq, tsr] =
        [again("stamp-1.tsq", &request), again("stamp-1.tsr", &FIRST.answer(&request, "20270101000000Z"))];
    assert_eq!(answer(&disk, Some(&anchors(ROOT))), Some(PackageFinding::TimestampMissing));
    again("stamp-1.tsq", &tsq);
    for name in ["stamp-1.tsr", "stamp-1.tsq", "stamp-1.authorities.pem", "E-1.manifest.json"] {
        again(name, b"");
    }
    assert_eq!(answer(&disk, None), Some(PackageFinding::TimestampMissing), "stripped");
    again("stamp-1.tsq", &tsq);
    again("stamp-1.tsr", &tsr);
    assert_eq!(answer(&disk, Some(&anchors(ROOT))), None, "it holds again");
    // One that came later, of something else, stands in no list of the package and is noticed all the same.
    let request = Request::new(Sha256Digest::of(b"something else"), [7; NONCE_BYTES]).to_der();
    let reply = FIRST.answer(&request, "20261128000000Z");
    for (name, bytes) in [("x.tsq", request), ("x.tsr", reply)] {
        disk.create_new(&bag.join(&format!("timestamps/{name}")).unwrap()).unwrap().append(&bytes).unwrap();
    }
    let stray = PackageFinding::TimestampOther { path: "timestamps/x.tsr".into() };
    assert_eq!(answer(&disk, Some(&anchors(ROOT))), Some(stray));
}

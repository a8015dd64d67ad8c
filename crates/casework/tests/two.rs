//! Two nodes on one workbench: each with a store that can stop, a disk that can lose power, and a clock that both read.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use comity_casework::body::Role;
use comity_casework::exchange::{DraftAgreement, PartyCard, SendWhat, Terms};
use comity_casework::{Backup, Casework, CaseworkError, Cost, Founding, Keyring, Packs, Parts, Session};
use comity_channel::Label;
use comity_disk::{Disk, DiskPath, Kind, SimDisk, write_durable};
use comity_record::handling::{Handling, Origin};
use comity_record::pack::Pack;
use comity_record::testing::Standing;
use comity_record::{CaseId, Entropy, EntryId, OfficeId, OfficerId, Sha256Digest};
use comity_store::{
    Delta, Head, MemoryStore, QueueItem, Row, Store, StoreError, StoredEntry, Wrap, WrapChange, WrapKind,
};

use super::bench::{NOON, person, policies};

pub type Node = Casework<Arc<Stopping>>;

/// Bytes that never repeat and that differ from node to node.
pub struct Seeded(u64, AtomicU64);

impl Seeded {
    pub fn new(seed: u64) -> Self {
        Self(seed, AtomicU64::new(0))
    }
}

impl Entropy for Seeded {
    fn fill(&self, out: &mut [u8]) {
        for chunk in out.chunks_mut(32) {
            let count = self.1.fetch_add(1, Ordering::Relaxed);
            let block = Sha256Digest::of_parts(&[&self.0.to_be_bytes(), &count.to_be_bytes()]);
            chunk.copy_from_slice(&block.as_bytes()[..chunk.len()]);
        }
    }
}

/// A store whose program can be stopped before or after any commit.
#[derive(Default)]
pub struct Stopping {
    inner: MemoryStore,
    commits: AtomicU64,
    /// The commit at which it stops, from 1; 0 for none. Doubled, and odd if that commit is still made.
    stop: AtomicU64,
}

impl Stopping {
    /// Stops at the `nth` commit from now on, before it or after it.
    pub fn stop_at(&self, nth: u64, after: bool) {
        let at = self.commits.load(Ordering::Relaxed) + nth;
        self.stop.store(at * 2 + u64::from(after), Ordering::Relaxed);
    }

    /// A new program begins.
    pub fn go_on(&self) {
        self.stop.store(0, Ordering::Relaxed);
    }

    /// A copy of everything, as whoever copies the folder of a stopped node has it.
    pub async fn copied(&self) -> Self {
        let mut delta = Delta::at(0);
        delta.append = self.inner.log_entries(0, u32::MAX).await.unwrap();
        let mut after = None;
        loop {
            let page = self.inner.wraps(after, u32::MAX).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some((last.kind, last.id.clone()));
            delta.wraps.extend(page.into_iter().map(WrapChange::Put));
        }
        let copy = Self::default();
        copy.inner.commit(delta).await.unwrap();
        copy
    }
}

impl Store for Stopping {
    async fn head(&self) -> Result<Head, StoreError> {
        self.inner.head().await
    }

    async fn commit(&self, delta: Delta) -> Result<(), StoreError> {
        let number = self.commits.fetch_add(1, Ordering::Relaxed) + 1;
        let stop = self.stop.load(Ordering::Relaxed);
        if stop == 0 || number < stop / 2 {
            return self.inner.commit(delta).await;
        }
        if number == stop / 2 && stop % 2 == 1 {
            self.inner.commit(delta).await?;
        }
        Err(StoreError::Backend("the program was stopped".into()))
    }

    async fn entry(&self, id: EntryId) -> Result<Option<StoredEntry>, StoreError> {
        self.inner.entry(id).await
    }

    async fn case_entries(
        &self,
        case: CaseId,
        from: u64,
        limit: u32,
    ) -> Result<Vec<StoredEntry>, StoreError> {
        self.inner.case_entries(case, from, limit).await
    }

    async fn log_entries(&self, from: u64, limit: u32) -> Result<Vec<StoredEntry>, StoreError> {
        self.inner.log_entries(from, limit).await
    }

    async fn wrap(&self, kind: WrapKind, id: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.inner.wrap(kind, id).await
    }

    async fn wraps(&self, after: Option<(WrapKind, Vec<u8>)>, limit: u32) -> Result<Vec<Wrap>, StoreError> {
        self.inner.wraps(after, limit).await
    }

    async fn row(&self, view: &str, key: &[u8]) -> Result<Option<Row>, StoreError> {
        self.inner.row(view, key).await
    }

    async fn rows(
        &self,
        view: &str,
        case: Option<CaseId>,
        after: Option<&[u8]>,
        limit: u32,
    ) -> Result<Vec<Row>, StoreError> {
        self.inner.rows(view, case, after, limit).await
    }

    async fn setting(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.inner.setting(name).await
    }

    async fn due(&self, queue: &str, now: i64, limit: u32) -> Result<Vec<QueueItem>, StoreError> {
        self.inner.due(queue, now, limit).await
    }

    async fn close(&self) -> Result<(), StoreError> {
        self.inner.close().await
    }
}

/// What survives when the program of a node ends.
#[derive(Clone)]
pub struct Place {
    pub store: Arc<Stopping>,
    pub disk: SimDisk,
    pub clock: Arc<Standing>,
    entropy: Arc<Seeded>,
    seed: u64,
    /// What lies at hand, all of it in force.
    packs: fn() -> Vec<Pack>,
}

impl Place {
    pub fn new(seed: u64, clock: Arc<Standing>, packs: fn() -> Vec<Pack>) -> Self {
        let entropy = Arc::new(Seeded::new(seed));
        Self { store: Arc::default(), disk: SimDisk::new(), clock, entropy, seed, packs }
    }

    pub fn parts(&self) -> Parts<Arc<Stopping>> {
        Parts {
            store: Arc::clone(&self.store),
            disk: Arc::new(self.disk.clone()) as Arc<dyn Disk>,
            objects: None,
            keyring: Keyring::draw(&Seeded::new(self.seed + 1_000)),
            clock: self.clock.clone(),
            entropy: self.entropy.clone(),
            packs: Packs::new((self.packs)()).unwrap(),
        }
    }

    /// The node as its program starts again after the machine lost power.
    pub async fn again(&mut self) -> Result<Node, CaseworkError> {
        self.store.go_on();
        self.disk = self.disk.power_cut(self.seed);
        Casework::open(self.parts()).await
    }
}

/// Copies folders, as whoever keeps backups copies files.
fn copy_folders(from: &SimDisk, to: &SimDisk, folders: &[&str]) {
    let mut folders: Vec<_> = folders.iter().map(|folder| DiskPath::new(*folder).unwrap()).collect();
    while let Some(folder) = folders.pop() {
        comity_disk::make_dir_durable(to, &folder).unwrap();
        for entry in from.list(&folder).unwrap() {
            let path = folder.join(&entry.name).unwrap();
            match entry.kind {
                Kind::Dir => folders.push(path),
                _ => write_durable(to, &path, &from.read(&path, u64::MAX).unwrap()).unwrap(),
            }
        }
    }
}

/// An office at work on a node of its own.
pub struct Side {
    pub place: Place,
    pub node: Arc<Node>,
    pub office: OfficeId,
    ids: Vec<(&'static str, OfficerId)>,
    pub sessions: Vec<Session>,
    pub case: CaseId,
}

const STAFF: [(&str, Role); 5] = [
    ("administrator", Role::Administrator),
    ("supervisor", Role::Supervisor),
    ("investigator", Role::Investigator),
    ("prosecutor", Role::Prosecutor),
    ("auditor", Role::Auditor),
];

impl Side {
    pub async fn new(seed: u64, country: &str, clock: Arc<Standing>, packs: fn() -> Vec<Pack>) -> Self {
        let place = Place::new(seed, clock, packs);
        let node = Arc::new(Casework::open(place.parts()).await.unwrap());
        let founders =
            [person("administrator", &[Role::Administrator]), person("supervisor", &[Role::Supervisor])];
        let founding = Founding {
            name: format!("Unit {seed}"),
            country: country.parse().unwrap(),
            authority: format!("Authority of {country}"),
            exercise: true,
            founders,
            packs: packs().iter().map(Pack::digest).collect(),
            cost: Cost::RANDOM,
        };
        let (office, [administrator, supervisor]) = node.found(founding).await.unwrap();
        let mut ids = vec![("administrator", administrator), ("supervisor", supervisor)];
        let unlock =
            async |id, name: &str| node.unlock(office, id, &super::bench::passphrase(name)).await.unwrap();
        let (first, second) =
            (unlock(administrator, "administrator").await, unlock(supervisor, "supervisor").await);
        let mut sessions = vec![first, second];
        for (name, role) in &STAFF[2..] {
            let (id, proposal) = node
                .propose_officer(&sessions[0], person(name, &[*role]), Cost::RANDOM, "joins".into())
                .await
                .unwrap();
            node.approve(&sessions[1], proposal.entry).await.unwrap();
            sessions.push(unlock(id, name).await);
            ids.push((name, id));
        }
        let (case, _) = node.open_case(&sessions[3], "Exchange theft".into(), None).await.unwrap();
        node.assign(&sessions[1], case, sessions[2].officer(), true).await.unwrap();
        Self { place, node, office, ids, sessions, case }
    }

    pub fn administrator(&self) -> &Session {
        &self.sessions[0]
    }

    pub fn supervisor(&self) -> &Session {
        &self.sessions[1]
    }

    pub fn investigator(&self) -> &Session {
        &self.sessions[2]
    }

    pub fn prosecutor(&self) -> &Session {
        &self.sessions[3]
    }

    pub fn auditor(&self) -> &Session {
        &self.sessions[4]
    }

    /// The program starts again: what was in memory is gone.
    pub async fn restart(&mut self) {
        self.node = Arc::new(self.place.again().await.unwrap());
        self.unlock_all().await;
    }

    async fn unlock_all(&mut self) {
        self.sessions = vec![];
        for (name, id) in &self.ids {
            let session = self.node.unlock(self.office, *id, &super::bench::passphrase(name)).await.unwrap();
            self.sessions.push(session);
        }
    }

    /// A copy of the folder as it is now.
    pub async fn copy(&self) -> Place {
        let mut copy = self.place.clone();
        copy.store = Arc::new(self.place.store.copied().await);
        copy.disk = SimDisk::new();
        copy_folders(&self.place.disk, &copy.disk, &["objects", "log"]);
        copy
    }

    /// An old copy of the folder is put back, and nothing is said.
    pub async fn put_back(&mut self, old: Place) {
        self.place = old;
        self.node = Arc::new(Casework::open(self.place.parts()).await.unwrap());
        self.unlock_all().await;
    }

    /// The machine is lost, and a backup is restored on another.
    pub async fn restore(&mut self, backup: &Backup) {
        let mut elsewhere = Place::new(self.place.seed, self.place.clock.clone(), self.place.packs);
        elsewhere.entropy = Arc::clone(&self.place.entropy);
        copy_folders(&self.place.disk, &elsewhere.disk, &["objects"]);
        self.node = Arc::new(Casework::restore(elsewhere.parts(), backup).await.unwrap());
        self.place = elsewhere;
        self.unlock_all().await;
    }

    pub async fn card(&self) -> PartyCard {
        self.node.party_card(self.supervisor(), &[]).await.unwrap()
    }

    /// Proposed by one person, approved by another.
    pub async fn file(&self, draft: &DraftAgreement) {
        let signed = draft.complete().unwrap();
        let proposal =
            self.node.propose_agreement(self.administrator(), &signed, "agreed".into()).await.unwrap();
        self.node.approve(self.supervisor(), proposal.entry).await.unwrap();
    }

    /// Everything is as the entries say, before and after a rebuild.
    pub async fn check(&self) {
        let report = self.node.verify().await.unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
        self.node.rebuild().await.unwrap();
        let report = self.node.verify().await.unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    }
}

/// Two offices sign one agreement, and file it.
pub async fn agree(a: &Side, b: &Side, terms: &Terms) -> Sha256Digest {
    let text = terms.agreement(&a.card().await, &b.card().await, "2026-11-23".parse().unwrap()).unwrap();
    let draft = DraftAgreement::new(&text).unwrap();
    let (half, _) = a.node.sign_agreement(a.supervisor(), &draft).await.unwrap();
    let (full, _) = b.node.sign_agreement(b.prosecutor(), &half).await.unwrap();
    a.file(&full).await;
    b.file(&full).await;
    full.digest()
}

/// The first calls the second once. Says whether there is more to say.
pub async fn call(a: &Side, b: &Side, agreement: Sha256Digest) -> bool {
    let call = a.node.compose(agreement).await.unwrap();
    let answer = b.node.exchange(a.node.node_key(), &call).await.unwrap();
    a.node.take_answer(agreement, &answer).await.unwrap().again
}

/// Two offices that have filed one agreement.
pub struct Two {
    pub a: Side,
    pub b: Side,
    pub agreement: Sha256Digest,
    pub clock: Arc<Standing>,
    now: u64,
}

impl Two {
    pub async fn new() -> Self {
        Self::with(&Terms::default()).await
    }

    pub async fn with(terms: &Terms) -> Self {
        Self::on(terms, || vec![policies()]).await
    }

    /// With these packs in force on both sides.
    pub async fn on(terms: &Terms, packs: fn() -> Vec<Pack>) -> Self {
        let clock = Arc::new(Standing::at(NOON));
        let a = Side::new(1, "KZ", clock.clone(), packs).await;
        let b = Side::new(2, "TJ", clock.clone(), packs).await;
        Self { agreement: agree(&a, &b, terms).await, a, b, clock, now: NOON }
    }

    /// The clock goes on.
    pub fn wait(&mut self, seconds: u64) {
        self.now += seconds;
        self.clock.set(self.now);
    }

    /// The first calls the second until neither has more to say.
    pub async fn talk(&mut self) -> usize {
        for round in 1..=12 {
            self.wait(1);
            if !call(&self.a, &self.b, self.agreement).await {
                return round;
            }
        }
        panic!("they do not come to an end");
    }

    pub fn what(&self, from: &Side, kind: &str, body: &str) -> SendWhat {
        let of_a = from.office == self.a.office;
        let origin = if of_a { ("KZ", "Authority of KZ") } else { ("TJ", "Authority of TJ") };
        let origin = Origin { country: origin.0.parse().unwrap(), authority: origin.1.into() };
        let mut handling = Handling::own_work(origin);
        handling.recipients = vec!["KZ".parse().unwrap(), "TJ".parse().unwrap()];
        handling.retain_until = Some("2027-06-30".parse().unwrap());
        SendWhat {
            agreement: self.agreement,
            kind: kind.parse().unwrap(),
            label: Label {
                handling,
                purpose: "criminal-investigation".parse().unwrap(),
                measures: vec!["preservation".parse().unwrap()],
                data: vec!["transaction-records".parse().unwrap()],
                approved_by: vec![],
                consent: None,
            },
            body: body.as_bytes().to_vec(),
            proposal: None,
            refs: vec![],
        }
    }
}

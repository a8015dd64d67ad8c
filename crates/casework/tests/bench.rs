//! A node on a workbench: a store in memory, a disk that can lose power, a clock that stands.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use comity_casework::body::Role;
use comity_casework::{
    Casework, CaseworkError, Cost, Founding, Keyring, Packs, Parts, Passphrase, Person, Refusal, Session,
};
use comity_disk::{Disk, SimDisk};
use comity_record::pack::Pack;
use comity_record::testing::{Counting, Standing};
use comity_record::{OfficeId, OfficerId, Sha256Digest};
use comity_store::{MemoryStore, Store};
use zeroize::Zeroizing;

pub type Node = Casework<Arc<MemoryStore>>;

/// What survives when the program of a node ends.
#[derive(Clone)]
pub struct Bench {
    pub store: Arc<MemoryStore>,
    pub disk: SimDisk,
    pub clock: Arc<Standing>,
    pub entropy: Arc<Counting>,
}

/// 2026-11-23T07:00:00Z.
pub const NOON: u64 = 1_795_417_200;

impl Bench {
    pub fn new() -> Self {
        Self {
            store: Arc::new(MemoryStore::default()),
            disk: SimDisk::new(),
            clock: Arc::new(Standing::at(NOON)),
            entropy: Arc::new(Counting::default()),
        }
    }

    pub fn parts(&self, packs: Packs) -> Parts<Arc<MemoryStore>> {
        Parts {
            store: Arc::clone(&self.store),
            disk: Arc::new(self.disk.clone()) as Arc<dyn Disk>,
            objects: None,
            // Another process draws the same keys: a bench's entropy starts anew.
            keyring: Keyring::draw(&Counting::default()),
            clock: self.clock.clone(),
            entropy: self.entropy.clone(),
            packs,
        }
    }

    pub async fn open(&self) -> Result<Node, CaseworkError> {
        Casework::open(self.parts(packs())).await
    }

    /// The node as it starts again after a power cut, while the test still holds the one before.
    pub async fn open_again(&self) -> Result<Node, CaseworkError> {
        let disk = Arc::new(self.disk.power_cut(1)) as Arc<dyn Disk>;
        Casework::open(Parts { disk, ..self.parts(packs()) }).await
    }
}

pub fn policies() -> Pack {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/policies");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| {
        let entry = entry.unwrap();
        (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
    });
    Pack::from_files(files).unwrap()
}

pub fn packs() -> Packs {
    Packs::new([policies()]).unwrap()
}

pub fn policies_digest() -> Sha256Digest {
    policies().digest()
}

pub fn passphrase(of: &str) -> Passphrase {
    Passphrase::new(Zeroizing::new(format!("the passphrase of {of}"))).unwrap()
}

pub fn person(name: &str, roles: &[Role]) -> Person {
    Person { name: name.into(), roles: roles.iter().copied().collect(), passphrase: passphrase(name) }
}

pub fn founding(name: &str, founders: [Person; 2]) -> Founding {
    Founding {
        name: name.into(),
        country: "TJ".parse().unwrap(),
        authority: "Exercise authority".into(),
        exercise: true,
        founders,
        packs: vec![policies_digest()],
        cost: Cost::RANDOM,
    }
}

/// An office with one person for each role, all at work.
pub struct Staffed<S = Arc<MemoryStore>> {
    pub node: Casework<S>,
    pub office: OfficeId,
    pub administrator: Session,
    pub supervisor: Session,
    pub investigator: Session,
    pub prosecutor: Session,
    pub auditor: Session,
}

impl Staffed {
    pub async fn new(bench: &Bench) -> Self {
        let node = bench.open().await.unwrap();
        Self::found(node, "Unit One").await
    }
}

impl<S: Store> Staffed<S> {
    pub async fn found(node: Casework<S>, name: &str) -> Self {
        let founders =
            [person("administrator", &[Role::Administrator]), person("supervisor", &[Role::Supervisor])];
        let (office, [administrator, supervisor]) = node.found(founding(name, founders)).await.unwrap();
        let administrator = unlock(&node, office, administrator, "administrator").await;
        let supervisor = unlock(&node, office, supervisor, "supervisor").await;
        let mut joined = Vec::new();
        for (name, role) in [
            ("investigator", Role::Investigator),
            ("prosecutor", Role::Prosecutor),
            ("auditor", Role::Auditor),
        ] {
            joined.push(join(&node, &administrator, &supervisor, name, role).await);
        }
        let [investigator, prosecutor, auditor] = <[Session; 3]>::try_from(joined).ok().unwrap();
        Self { node, office, administrator, supervisor, investigator, prosecutor, auditor }
    }
}

pub async fn join<S: Store>(
    node: &Casework<S>,
    by: &Session,
    second: &Session,
    name: &str,
    role: Role,
) -> Session {
    let (id, proposal) =
        node.propose_officer(by, person(name, &[role]), Cost::RANDOM, "joins".into()).await.unwrap();
    node.approve(second, proposal.entry).await.unwrap();
    unlock(node, by.office(), id, name).await
}

pub async fn unlock<S: Store>(
    node: &Casework<S>,
    office: OfficeId,
    officer: OfficerId,
    name: &str,
) -> Session {
    node.unlock(office, officer, &passphrase(name)).await.unwrap()
}

pub fn roles(roles: &[Role]) -> BTreeSet<Role> {
    roles.iter().copied().collect()
}

/// The refusal that a command met.
pub fn refusal<T: std::fmt::Debug>(result: Result<T, CaseworkError>) -> Refusal {
    match result {
        Err(CaseworkError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

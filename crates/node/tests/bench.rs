//! A staffed exercise office in memory, and a browser that asks its pages.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use comity_casework::body::Role;
use comity_casework::{Casework, Cost, Founding, Keyring, Packs, Parts, Passphrase, Person, Session};
use comity_disk::{Disk, SimDisk};
use comity_node::{Config, SECURITY_POLICY, router};
use comity_record::pack::Pack;
use comity_record::testing::{Counting, Standing};
use comity_record::{CaseId, OfficeId, OfficerId};
use comity_store::MemoryStore;
use tower::ServiceExt;
use zeroize::Zeroizing;

/// 2026-11-23T07:00:00Z.
pub const NOON: u64 = 1_795_417_200;
pub const HOST: &str = "127.0.0.1:8470";

pub type Node = Casework<Arc<MemoryStore>>;

/// What stands in front of every passphrase of the office, so that a page can be searched for it.
pub const SECRET: &str = "the passphrase of ";

pub struct Office {
    pub node: Arc<Node>,
    pub id: OfficeId,
    pub clock: Arc<Standing>,
    pub disk: SimDisk,
    pub supervisor: Session,
    pub investigator: Session,
    pub administrator: Session,
    pub router: Router,
}

impl Office {
    pub async fn new() -> Self {
        Self::with("TJ", &[]).await
    }

    /// An office of a state, with more packs in force than the policies, by their folders.
    pub async fn with(country: &str, more: &[&str]) -> Self {
        let all: Vec<Pack> =
            std::iter::once(policies()).chain(more.iter().map(|name| folder(name))).collect();
        let digests = all.iter().map(Pack::digest).collect();
        let clock = Arc::new(Standing::at(NOON));
        let entropy = Arc::new(Counting::default());
        let of_node = SimDisk::new();
        let disk: Arc<dyn Disk> = Arc::new(of_node.clone());
        let parts = Parts {
            store: Arc::new(MemoryStore::default()),
            disk: Arc::clone(&disk),
            objects: None,
            keyring: Keyring::draw(&Counting::default()),
            clock: clock.clone(),
            entropy: entropy.clone(),
            packs: Packs::new(all).unwrap(),
        };
        let node = Arc::new(Casework::open(parts).await.unwrap());
        let founders = [person("Adila", Role::Administrator), person("Samar", Role::Supervisor)];
        let founding = Founding {
            name: "Unit One".into(),
            country: country.parse().unwrap(),
            authority: "Exercise authority".into(),
            exercise: true,
            founders,
            packs: digests,
            cost: Cost::RANDOM,
        };
        let (id, [administrator, supervisor]) = node.found(founding).await.unwrap();
        let administrator = unlock(&node, id, administrator, "Adila").await;
        let supervisor = unlock(&node, id, supervisor, "Samar").await;
        let investigator = join(&node, [&administrator, &supervisor], "Ismat", Role::Investigator).await;
        let config = Config { disk: Some(disk), ..Config::new(clock.clone(), entropy) };
        let router = router(Arc::clone(&node), config).unwrap();
        Self { node, id, clock, disk: of_node, supervisor, investigator, administrator, router }
    }

    pub fn browser(&self) -> Browser {
        Browser::of(self.router.clone(), HOST)
    }

    /// A browser in which an officer has signed in.
    pub async fn signed_in(&self, name: &str) -> Browser {
        let mut browser = self.browser();
        let answer = browser.sign_in(self.id, name, &format!("{SECRET}{name}")).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"), "{}", answer.body);
        browser
    }

    /// A case of the investigator.
    pub async fn case(&self, title: &str) -> CaseId {
        self.node.open_case(&self.investigator, title.into(), Some("7/2026".into())).await.unwrap().0
    }
}

/// Somebody who joins an office by two of its people.
pub async fn join(node: &Node, [first, second]: [&Session; 2], name: &str, role: Role) -> Session {
    let proposed = node.propose_officer(first, person(name, role), Cost::RANDOM, "joins".into()).await;
    let (officer, proposal) = proposed.unwrap();
    node.approve(second, proposal.entry).await.unwrap();
    unlock(node, first.office(), officer, name).await
}

pub fn policies() -> Pack {
    folder("policies")
}

/// A pack of this repository.
pub fn folder(name: &str) -> Pack {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs").join(name);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| {
        let entry = entry.unwrap();
        (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
    });
    Pack::from_files(files).unwrap()
}

pub fn passphrase(of: &str) -> Passphrase {
    Passphrase::new(Zeroizing::new(format!("{SECRET}{of}"))).unwrap()
}

pub fn person(name: &str, role: Role) -> Person {
    Person { name: name.into(), roles: [role].into(), passphrase: passphrase(name) }
}

pub async fn unlock(node: &Node, office: OfficeId, officer: OfficerId, name: &str) -> Session {
    node.unlock(office, officer, &passphrase(name)).await.unwrap()
}

fn encode(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut encoded, byte| {
        write!(encoded, "%{byte:02X}").unwrap();
        encoded
    })
}

pub struct Browser {
    pub router: Router,
    pub cookies: BTreeMap<String, String>,
    pub language: String,
    pub host: &'static str,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers.get("location").map_or("", |v| v.to_str().unwrap())
    }

    #[track_caller]
    pub fn has(&self, text: &str) -> &Self {
        assert!(self.body.contains(text), "{text:?} is not in {}", self.body);
        self
    }

    #[track_caller]
    pub fn lacks(&self, text: &str) -> &Self {
        assert!(!self.body.contains(text), "{text:?} is in {}", self.body);
        self
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }
}

impl Browser {
    pub fn of(router: Router, host: &'static str) -> Self {
        Self { router, cookies: BTreeMap::new(), language: "en".into(), host }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.ask("GET", path, &[], "").await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let own = [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
        self.ask("POST", path, &own, &body.join("&")).await
    }

    pub async fn sign_in(&mut self, office: OfficeId, officer: &str, passphrase: &str) -> Answer {
        let office = office.to_string();
        let fields =
            [("office", office.as_str()), ("officer", officer), ("passphrase", passphrase), ("next", "/")];
        self.post("/sign-in", &fields).await
    }

    /// Asks, and checks what must hold of every answer.
    pub async fn ask(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request =
            Request::builder().method(method).uri(path).header("accept-language", self.language.as_str());
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", self.host);
        }
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response =
            self.router.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = String::from_utf8_lossy(&to_bytes(body, 1 << 22).await.unwrap()).into_owned();
        let answer = Answer { status: parts.status, headers: parts.headers, body };
        self.check(path, &answer);
        for set in answer.headers.get_all("set-cookie") {
            let set = set.to_str().unwrap();
            assert!(set.contains("; HttpOnly; SameSite=Strict"), "{set}");
            let (name, value) = set.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        answer
    }

    fn check(&self, path: &str, answer: &Answer) {
        let header = |name: &str| answer.headers.get(name).map(|v| v.to_str().unwrap().to_owned());
        assert_eq!(header("content-security-policy").as_deref(), Some(SECURITY_POLICY), "{path}");
        assert_eq!(header("cache-control").as_deref(), Some("no-store"), "{path}");
        assert_eq!(header("x-content-type-options").as_deref(), Some("nosniff"), "{path}");
        assert_eq!(header("referrer-policy").as_deref(), Some("same-origin"), "{path}");
        assert_eq!(
            header("strict-transport-security"),
            None,
            "no test here has a certificate of an authority"
        );
        assert!(!answer.body.contains(SECRET), "a passphrase is on {path}");
        assert!(!answer.location().contains(SECRET), "a passphrase is in an address");
        for token in self.cookies.iter().filter(|(name, _)| name.contains("session")).map(|(_, token)| token)
        {
            assert!(token.is_empty() || !answer.body.contains(token.as_str()), "a token is on {path}");
        }
        let html = header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        if html && !answer.body.is_empty() {
            for inline in ["<script", "<style", " style=", " onclick", "javascript:"] {
                assert!(!answer.body.contains(inline), "{inline} is on {path}");
            }
            assert!(answer.body.contains("class=\"skip\" href=\"#main\""), "{path}");
            assert!(answer.body.contains("<p class=\"exercise\">"), "{path}");
            // Codes of errors are told beside the words, each isolated; a key without words would stand alone.
            let codes = answer.body.matches("<bdi dir=\"ltr\">node-").count();
            let keys = answer.body.matches(">node-").count() + answer.body.matches("\"node-").count();
            assert_eq!(keys, codes, "a key without words is on {path}: {}", answer.body);
        }
    }
}

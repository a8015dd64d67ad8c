//! Serves the pages of a staffed exercise office that lives in memory, for looking at them in a browser.
//!
//! Prints its address, and on the following lines the addresses of pages worth looking at: a case, an entry, and three
//! requests, one in draft, one issued, one that another office sent. Ends when its standard input does, or by a
//! signal. The officers are Adila (administrator), Samar (supervisor), Ismat (investigator) and
//! Parvin (prosecutor); each one's passphrase is `the passphrase of` and the name.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::Arc;

use comity_adapters::world::{SystemClock, SystemEntropy};
use comity_casework::body::{CaseAct, Role, WithdrawalGround};
use comity_casework::exhibit::{NewExhibit, Source};
use comity_casework::lead::{As, Choice, NewScan};
use comity_casework::request::{Issued, NewRequest, Received, Review, TwinSignature, Word};
use comity_casework::{Casework, Cost, Founding, Keyring, Packs, Parts, Passphrase, Person, Session, With};
use comity_disk::{Disk, SimDisk};
use comity_evidence::custody::{Act, CustodyEntry};
use comity_evidence::{Intake, Limits};
use comity_node::{Config, Server};
use comity_record::pack::Pack;
use comity_record::{CaseId, Clock, Entropy, EntryId, OfficeId};
use comity_request::life::Event;
use comity_request::{Decision, Party, PartyKind, plain};
use comity_store::MemoryStore;
use jiff::tz::TimeZone;
use serde_json::json;
use zeroize::Zeroizing;

type Failure = Box<dyn std::error::Error>;
type Node = Casework<Arc<MemoryStore>>;

/// What an officer writes into the form for preservation, in the language of the request.
const ENGLISH: &str = r#"
matter_nature = "Exercise case 17, inquiry into an entry into a company's systems"
facts_summary = "On 2026-09-02 somebody entered the systems of an exercise company through a forged page and copied its keys."
reply_contact = "Exercise desk, 09:00 to 18:00, UTC+5"
preservation_need = "The exchange overwrites its sign-in records after ninety days."
intent_to_follow_up = "A formal request for the records will follow within sixty days."
renewal = "new"
keep_days = 90
holder = "body: Exercise Exchange"
accounts = "address:bitcoin-testnet:mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"
period = "2026-09-01T00:00:00+05:00[Asia/Dushanbe]..2026-10-01T00:00:00+05:00[Asia/Dushanbe]"
signatory = "B. Exercise; Deputy prosecutor of the exercise"
requested_authority = "KZ: Exercise Central Authority"
ways = "police:caricc"
[[offences]]
category = "illegal_access"
provision = "Exercise Code, article 1"
text = "Whoever enters a computer without right is punished by up to three years."
[[data]]
what = "Sign-in records of the account"
link = "The entry was made from it."
offence = "Exercise Code, article 1"
account = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"
"#;
/// The same by the other side, to this one.
const RUSSIAN: &str = r#"
matter_nature = "Учебное дело 88, проверка по факту входа в систему предприятия"
facts_summary = "2026-08-14 неизвестное лицо вошло в систему учебного предприятия и вывело монеты на адрес, указанный ниже."
reply_contact = "Учебная дежурная часть, с 09:00 до 18:00, UTC+5"
preservation_need = "Поставщик услуг хранит журналы входа тридцать дней."
intent_to_follow_up = "Официальный запрос о предоставлении данных последует в течение шестидесяти дней."
renewal = "new"
keep_days = 60
holder = "body: Учебная биржа"
accounts = "address:bitcoin-testnet:mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"
period = "2026-08-01T00:00:00+05:00[Asia/Almaty]..2026-09-01T00:00:00+05:00[Asia/Almaty]"
signatory = "А. Учебный; заместитель прокурора"
requested_authority = "TJ: Учебный орган другой стороны"
ways = "police:caricc"
[[offences]]
category = "illegal_access"
provision = "Учебный кодекс, статья 1"
text = "Неправомерный доступ к компьютеру наказывается лишением свободы на срок до трёх лет."
[[data]]
what = "Журнал входа в учётную запись"
link = "Вход был совершён с неё."
offence = "Учебный кодекс, статья 1"
account = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"
"#;

/// An office with its people, on a node in memory.
struct Office {
    node: Arc<Node>,
    disk: Arc<dyn Disk>,
    id: OfficeId,
    administrator: Session,
    supervisor: Session,
    investigator: Session,
    prosecutor: Session,
}

/// What there is to look at.
struct Sample {
    case: CaseId,
    note: EntryId,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let office = Office::found("TJ", "Cybercrime Unit, Exercise", "Exercise Ministry").await?;
    // One proposal is left open, for the office's page.
    let (node, reason) = (&office.node, "Begins in December".to_owned());
    let bakhtiyor = person("Bakhtiyor", Role::Analyst)?;
    node.propose_officer(&office.administrator, bakhtiyor, Cost::RANDOM, reason).await?;
    let sample = work(node, &office.investigator, &office.supervisor).await?;
    let requests = requests(&office, sample.case).await?;

    let (clock, entropy): (Arc<dyn Clock>, Arc<dyn Entropy>) =
        (Arc::new(SystemClock), Arc::new(SystemEntropy));
    let mut config = Config { disk: Some(office.disk), ..Config::new(clock, entropy) };
    config.address.set_port(0);
    let server = Server::bind(office.node, config).await?;
    let url = format!("http://{}", server.address());
    let mut out = std::io::stdout();
    writeln!(out, "{url}\n{url}/cases/{}\n{url}/entries/{}", sample.case, sample.note)?;
    for (case, request) in requests {
        writeln!(out, "{url}/cases/{case}/requests/{request}")?;
    }
    out.flush()?;
    let ended = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
    server.run(async { drop(ended.await) }).await;
    Ok(())
}

impl Office {
    async fn found(country: &str, name: &str, authority: &str) -> Result<Self, Failure> {
        let entropy: Arc<dyn Entropy> = Arc::new(SystemEntropy);
        let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
        let packs = ["policies", "law", "forms"].into_iter().map(pack).collect::<Result<Vec<_>, _>>()?;
        let digests = packs.iter().map(Pack::digest).collect();
        let node = Casework::open(Parts {
            store: Arc::new(MemoryStore::default()),
            disk: Arc::clone(&disk),
            objects: None,
            keyring: Keyring::draw(entropy.as_ref()),
            clock: Arc::new(SystemClock),
            entropy,
            packs: Packs::new(packs)?,
        });
        let node = Arc::new(node.await?);
        let (id, founders) = node
            .found(Founding {
                name: name.into(),
                country: country.parse()?,
                authority: authority.into(),
                exercise: true,
                founders: [person("Adila", Role::Administrator)?, person("Samar", Role::Supervisor)?],
                packs: digests,
                cost: Cost::RANDOM,
            })
            .await?;
        let administrator = node.unlock(id, founders[0], &passphrase("Adila")?).await?;
        let supervisor = node.unlock(id, founders[1], &passphrase("Samar")?).await?;
        let investigator =
            join(&node, id, [&administrator, &supervisor], "Ismat", Role::Investigator).await?;
        let prosecutor = join(&node, id, [&administrator, &supervisor], "Parvin", Role::Prosecutor).await?;
        Ok(Self { node, disk, id, administrator, supervisor, investigator, prosecutor })
    }

    async fn draft(
        &self,
        case: CaseId,
        form: &str,
        values: &str,
        [to, written_in, beside]: [&str; 3],
    ) -> Result<EntryId, Failure> {
        let state = self.node.state();
        let forms = self.node.packs().forms(state.office(self.id)?)?;
        let new = NewRequest {
            form: form.into(),
            to: to.parse()?,
            offences: vec![],
            language: written_in.parse()?,
            translation: Some(beside.parse()?),
            reference: None,
            cited: vec![],
            values: plain::read_values(plain::form(&forms, form)?, values)?,
        };
        let mut facts = self.node.case_facts(&self.investigator, case, None).await?;
        facts.provider = Some(Party::named(PartyKind::Body, "Exchange X (invented)"));
        let drafted = self.node.draft_request(&self.investigator, case, new, &facts, With::default()).await?;
        Ok(drafted.0.entry)
    }

    /// A jurist speaks on everything that the request relies on, or only on the first of it.
    async fn clear(&self, case: CaseId, request: EntryId, most: usize) -> Result<(), Failure> {
        let open = self.node.request(&self.prosecutor, case, request)?.to_clear();
        for subject in open.into_iter().take(most) {
            let reason = "Compared with the text in the library of the office".to_owned();
            let word = Word { subject, decision: Decision::Overruled, reason };
            self.node.confirm_for_request(&self.prosecutor, case, request, word, With::default()).await?;
        }
        Ok(())
    }

    async fn issue(&self, case: CaseId, request: EntryId, number: &str) -> Result<Issued, Failure> {
        let node = &self.node;
        self.clear(case, request, usize::MAX).await?;
        node.review_request(&self.prosecutor, case, request, Review::Passed, With::default()).await?;
        let reason = "The exercise needs it".to_owned();
        let proposal = node.propose_issue(&self.investigator, case, request, reason).await?;
        node.approve_in_case(&self.supervisor, case, proposal.entry).await?;
        Ok(node.issue_request(&self.investigator, case, request, number.into(), With::default()).await?)
    }
}

/// Three requests: in draft, with something missing and a version sent back; issued, with a ticket that is soon to be
/// renewed; and of another office, acknowledged with a ticket.
async fn requests(office: &Office, case: CaseId) -> Result<[(CaseId, EntryId); 3], Failure> {
    let node = &office.node;
    node.assign(&office.supervisor, case, office.prosecutor.officer(), true).await?;
    let values = std::fs::read_to_string(packs().join("exercises/request/values.toml"))?;
    let unsigned: Vec<&str> = values.lines().filter(|line| !line.starts_with("signatory")).collect();
    let unsigned = unsigned.join("\n");
    let draft = office.draft(case, "vasp-records", &unsigned, ["KZ", "en", "ru"]).await?;
    let reason = "Who signs, and by when is the answer needed?".to_owned();
    let sent_back = Review::SentBack { reason };
    node.review_request(&office.prosecutor, case, draft, sent_back, With::default()).await?;
    office.clear(case, draft, 2).await?;

    let issued = office.draft(case, "preservation", ENGLISH, ["KZ", "en", "ru"]).await?;
    office.issue(case, issued, "OUT-2026/117").await?;
    let today = TimeZone::UTC.to_datetime(SystemClock.now()).date();
    for event in [
        Event::AdvanceCopySent { day: today, channel: "e-mail".into() },
        Event::OriginalDispatched { day: today, note_number: "N-5".into(), courier_number: "C-9".into() },
        Event::Acknowledged { day: today, reference: "KZ-88/2026".into() },
        Event::TicketGiven { number: "KZ-T-7".into(), day: today, keep_days: 10 },
        Event::Questioned { question: "Q1".into(), text: "Which of the two accounts?".into(), day: today },
    ] {
        node.record_request_event(&office.investigator, case, issued, event, With::default()).await?;
    }

    let other =
        Office::found("KZ", "Учебный отдел по киберпреступлениям", "Учебный центральный орган").await?;
    let title = "Учебное дело 88".to_owned();
    let (theirs, _) = other.node.open_case(&other.investigator, title, Some("88/2026".into())).await?;
    other.node.assign(&other.supervisor, theirs, other.prosecutor.officer(), true).await?;
    let asked = other.draft(theirs, "preservation", RUSSIAN, ["TJ", "ru", "fa"]).await?;
    let sent = other.issue(theirs, asked, "ИСХ-88/1").await?;
    let signature = Some(TwinSignature { bytes: sent.signature, key: other.node.node_key() });
    let register_number = "IN-2026/8".to_owned();
    let received = Received { twin: sent.twin, signature, original: false, register_number, day: None };
    let number = Some("IN-2026/8".to_owned());
    let (incoming, _) = node.open_case(&office.investigator, "Request of Kazakhstan".into(), number).await?;
    let taken = node.receive_request(&office.investigator, incoming, &received, With::default()).await?.entry;
    let ticket = Some(("TJ-T-3".to_owned(), 60));
    node.acknowledge_request(&office.investigator, incoming, taken, ticket, &[], None, With::default())
        .await?;
    Ok([(case, draft), (case, issued), (incoming, taken)])
}

async fn work(node: &Node, ismat: &Session, supervisor: &Session) -> Result<Sample, Failure> {
    node.open_case(ismat, "دزدی رمزارز از صرافی «سپیده»".into(), Some("۱۴۰۵/۷۱".into())).await?;
    let (closed, _) =
        node.open_case(supervisor, "Вымогательство: больница №2".into(), Some("2026-014".into())).await?;
    node.close_case(supervisor, closed, "Передано по подследственности".into()).await?;
    let (case, _) = node
        .open_case(ismat, "Theft from an exchange, exercise of November".into(), Some("2026-017".into()))
        .await?;
    let text = "Bank statement received on paper.\nPayments to tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx are marked.";
    let note = node.write_note(ismat, case, text.into()).await?.entry;
    let persian = "شاهد می‌گوید پول در تاریخ 2026-11-02 به نشانی bc1qexample رفت.";
    node.write_note(ismat, case, persian.into()).await?;
    let mistaken = node.write_note(ismat, case, "The phone belongs to another case.".into()).await?.entry;
    let ground = WithdrawalGround::WrongCase;
    node.withdraw(ismat, case, mistaken, ground, "Filed in the wrong case".into()).await?;
    let hostile = "<script>alert('x')</script> and an override: \u{202E}gnihton";
    let hostile = node.write_note(ismat, case, hostile.into()).await?.entry;
    node.propose(ismat, case, CaseAct::Forget(hostile), "Test text of the exercise".into()).await?;
    captures(node, ismat, supervisor, case).await?;
    Ok(Sample { case, note })
}

/// An exhibit with two captured pages that show one wallet, which another case knows, too.
async fn captures(node: &Node, ismat: &Session, supervisor: &Session, case: CaseId) -> Result<(), Failure> {
    const ADDRESS: &str = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT";
    let step = |offset: u64, url: &str| json!([{ "name": "warc", "offset": offset, "file": url }]);
    let hit = |offset: u64, url: &str, kind: &str, class: &str, value: &str| {
        json!({ "kind": kind, "class": class, "value": value, "canonical": value, "file": "shop.warc",
            "path": format!("shop.warc-{offset}-warc({url})-420"), "offset": 420, "length": value.len(),
            "decoders": step(offset, url) })
    };
    let page = |offset: u64, url: &str, title: &str, status: u16| {
        json!({ "kind": "response", "url": url, "title": title, "status": status, "media_type": "text/html",
            "date": "2026-10-02T08:00:00Z", "digest": "sha1:G7HRM7BGOKSKMSXZAHMUQTTV53QOFSMK",
            "file": "shop.warc", "path": format!("shop.warc-{offset}-warc({url})"), "decoders": step(offset, url) })
    };
    let (shop, seller) = ("http://shop.example/offers/17", "http://market.example/seller/ali");
    let hits = vec![
        hit(0, shop, "bitcoin-address", "verified", ADDRESS),
        hit(0, shop, "email-address", "well-formed", "ali@example.org"),
        hit(4096, seller, "bitcoin-address", "verified", ADDRESS),
        hit(4096, seller, "pgp-public-key", "well-formed", "3AA5C34371567BD20123456789ABCDEF01234567"),
    ];
    let pages = vec![
        page(0, shop, "Offers of the week <script>alert('x')</script>", 200),
        page(4096, seller, "صفحهٔ فروشنده علی", 200),
    ];
    let (other, _) = node.open_case(supervisor, "Extortion of a clinic".into(), None).await?;
    for (officer, case, hits, pages) in
        [(ismat, case, hits.clone(), pages), (supervisor, other, hits, vec![])]
    {
        let custody = CustodyEntry {
            authority: Some("warrant 7".into()),
            ..CustodyEntry::new(Act::Collected, SystemClock.here()?, "Office 3", "search")
        };
        let new = NewExhibit { title: "Web captures".into(), custody, item: None, source: Source::Thing };
        let mut intake = Intake::new(Limits::default());
        // A supervisor takes in nothing: what the other case knows is that of the investigator, who then leaves it.
        if officer.officer() == supervisor.officer() {
            node.assign(supervisor, case, ismat.officer(), true).await?;
        }
        let number = node.receive_exhibit(ismat, case, new, &mut intake).await?.number;
        let scan = NewScan { program: "comity 0.1.0".into(), files: 1, hits, pages, ..NewScan::default() };
        let scan = node.record_scan(ismat, case, number, scan).await?.entry;
        let how = As { becomes: None, role: "suspect".parse()?, reason: "He sells there".into() };
        node.promote_hits(ismat, case, scan, &Choice::line(1), &how).await?;
        if officer.officer() == supervisor.officer() {
            node.assign(supervisor, case, ismat.officer(), false).await?;
        }
    }
    let accounts = node.accounts(ismat, case).await?;
    let why = "He is arrested here. What do you have on him?".to_owned();
    node.ask_owner(ismat, case, accounts[0].entry, why).await?;
    Ok(())
}

async fn join(
    node: &Node,
    office: OfficeId,
    [first, second]: [&Session; 2],
    name: &str,
    role: Role,
) -> Result<Session, Failure> {
    let (id, made) = node.propose_officer(first, person(name, role)?, Cost::RANDOM, "Joins".into()).await?;
    node.approve(second, made.entry).await?;
    Ok(node.unlock(office, id, &passphrase(name)?).await?)
}

fn person(name: &str, role: Role) -> Result<Person, Failure> {
    Ok(Person { name: name.into(), roles: [role].into(), passphrase: passphrase(name)? })
}

fn passphrase(of: &str) -> Result<Passphrase, Failure> {
    Ok(Passphrase::new(Zeroizing::new(format!("the passphrase of {of}")))?)
}

fn packs() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")
}

fn pack(name: &str) -> Result<Pack, Failure> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(packs().join(name))? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).ok_or("a name that is not UTF-8")?;
        files.push((name.to_owned(), std::fs::read(&path)?));
    }
    Ok(Pack::from_files(files)?)
}

//! Serves the pages of a staffed exercise office that lives in memory, for looking at them in a browser.
//!
//! Prints its address, and on the following lines the addresses of pages worth looking at. Ends when its standard
//! input does, or by a signal. The officers are Adila (administrator), Samar (supervisor), Ismat (investigator) and
//! Parvin (prosecutor); each one's passphrase is `the passphrase of` and the name.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::Arc;

use comity_adapters::world::{SystemClock, SystemEntropy};
use comity_casework::body::{CaseAct, Role, WithdrawalGround};
use comity_casework::{Casework, Cost, Founding, Keyring, Packs, Parts, Passphrase, Person, Session};
use comity_disk::{Disk, SimDisk};
use comity_node::{Config, Server};
use comity_record::pack::Pack;
use comity_record::{CaseId, Clock, Entropy, EntryId, OfficeId};
use comity_store::MemoryStore;
use zeroize::Zeroizing;

type Failure = Box<dyn std::error::Error>;
type Node = Casework<Arc<MemoryStore>>;

/// What there is to look at.
struct Sample {
    case: CaseId,
    note: EntryId,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let entropy: Arc<dyn Entropy> = Arc::new(SystemEntropy);
    let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
    let policies = policies()?;
    let digest = policies.digest();
    let node = Arc::new(
        Casework::open(Parts {
            store: Arc::new(MemoryStore::default()),
            disk: Arc::clone(&disk),
            keyring: Keyring::draw(entropy.as_ref()),
            clock: Arc::clone(&clock),
            entropy: Arc::clone(&entropy),
            packs: Packs::new([policies])?,
        })
        .await?,
    );
    let (office, founders) = node
        .found(Founding {
            name: "Cybercrime Unit, Exercise".into(),
            country: "TJ".parse()?,
            authority: "Exercise Ministry".into(),
            exercise: true,
            founders: [person("Adila", Role::Administrator)?, person("Samar", Role::Supervisor)?],
            packs: vec![digest],
            cost: Cost::RANDOM,
        })
        .await?;
    let administrator = node.unlock(office, founders[0], &passphrase("Adila")?).await?;
    let supervisor = node.unlock(office, founders[1], &passphrase("Samar")?).await?;
    let ismat = join(&node, office, [&administrator, &supervisor], "Ismat", Role::Investigator).await?;
    join(&node, office, [&administrator, &supervisor], "Parvin", Role::Prosecutor).await?;
    // One proposal is left open, for the office's page.
    let reason = "Begins in December".to_owned();
    node.propose_officer(&administrator, person("Bakhtiyor", Role::Analyst)?, Cost::RANDOM, reason).await?;
    let sample = work(&node, &ismat, &supervisor).await?;

    let mut config = Config { disk: Some(disk), ..Config::new(clock, entropy) };
    config.address.set_port(0);
    let server = Server::bind(node, config).await?;
    let url = format!("http://{}", server.address());
    let mut out = std::io::stdout();
    writeln!(out, "{url}\n{url}/cases/{}\n{url}/entries/{}", sample.case, sample.note)?;
    out.flush()?;
    let ended = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
    server.run(async { drop(ended.await) }).await;
    Ok(())
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
    Ok(Sample { case, note })
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

fn policies() -> Result<Pack, Failure> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/policies");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).ok_or("a name that is not UTF-8")?;
        files.push((name.to_owned(), std::fs::read(&path)?));
    }
    Ok(Pack::from_files(files)?)
}

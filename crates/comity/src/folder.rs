//! The folder of a node: what lies in it, and how it is opened.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use comity_adapters::lock::{FolderLock, LockError};
use comity_adapters::socket::LocalClient;
use comity_adapters::world::{SystemClock, SystemEntropy};
use comity_casework::{
    Casework, KeyFile, Keyring, KeyringError, Packs, Parts, Passphrase, PassphraseError, Session,
};
use comity_disk::{Disk, DiskPath, RealDisk, write_durable};
use comity_record::pack::Pack;
use comity_record::{CaseId, OfficeId, OfficerId, Sha256Digest};
use comity_store_sqlite::SqliteStore;

use crate::beside;
use crate::cli::{As, At, CaseName};
use crate::objects;
use crate::out::{Failure, Out, clean, shown};
use crate::packs;
use crate::secret;

/// The sealed keys of the node.
pub const KEY_FILE: &str = "node.key";
/// The database.
pub const DATABASE: &str = "comity.db";
/// The packs that two officers activated, each under its digest.
pub const PACKS: &str = "packs";
/// The end of the name of a pack that is being put there.
const UNFINISHED_PACK: &str = "new";
/// No key file is larger.
const MAX_KEY_FILE: u64 = 64 << 10;
/// The fewest letters of an identifier that name a case, as a request: fewer are typed by mistake, and soon fit several.
const SHORTEST_PREFIX: usize = 6;
/// Cases that are told where a name fits several.
const MAX_CANDIDATES: usize = 10;

/// A node at work in its folder.
pub type Node = Casework<SqliteStore>;

/// An open node, and the lock on its folder.
pub struct Opened {
    /// The node.
    pub node: Arc<Node>,
    /// No other process works in the folder while this is held.
    _lock: FolderLock,
}

impl Opened {
    /// A node in its folder, which is ours.
    pub fn new(node: Arc<Node>, lock: FolderLock) -> Self {
        Self { node, _lock: lock }
    }

    /// The case that somebody named. A whole identifier is taken as it is: whether the officer may see that case is for
    /// whoever asks about it.
    ///
    /// # Errors
    /// Fails where none of the cases that the officer may read is so named, and where several are: which ones, it says.
    pub fn case(&self, session: &Session, named: &CaseName) -> Result<CaseId, Failure> {
        if let Ok(case) = named.0.parse() {
            return Ok(case);
        }
        let rows = self.node.cases(session).map_err(Failure::of)?;
        let of_cases = rows.iter().map(|row| (row.case, row.register_number.as_deref()));
        let fitting = fitting(&named.0, of_cases);
        match fitting.as_slice() {
            [only] => Ok(*only),
            [] => Err(Failure::new("comity-case-unknown", vec![("named", named.0.clone())])),
            several => {
                let candidate = |row: &&comity_casework::CaseRow| several.contains(&row.case);
                let told = rows.iter().filter(candidate).take(MAX_CANDIDATES).map(|row| {
                    let number = row.register_number.as_deref().map(|number| format!(" {number}"));
                    format!("{}{} ({})", row.case, number.unwrap_or_default(), row.title)
                });
                let more = several.len().saturating_sub(MAX_CANDIDATES);
                let told = told.chain((more > 0).then(|| format!("+ {more}")));
                let known = clean(&told.collect::<Vec<_>>().join(", "));
                Err(Failure::new("comity-case-ambiguous", vec![("named", named.0.clone()), ("known", known)]))
            }
        }
    }
}

/// Which of these cases, each with its number in the register, are so named: by that number, or by the first letters of
/// their identifiers.
fn fitting<'a>(named: &str, cases: impl Iterator<Item = (CaseId, Option<&'a str>)>) -> Vec<CaseId> {
    let prefix = named.to_ascii_lowercase();
    let is_prefix = prefix.len() >= SHORTEST_PREFIX;
    let fits = |(case, number): &(CaseId, Option<&str>)| {
        *number == Some(named) || is_prefix && case.to_string().starts_with(&prefix)
    };
    cases.filter(fits).map(|(case, _)| case).collect()
}

/// Opens the node of a folder; when this process serves it, the one that it serves.
pub async fn open(out: &Out, at: &At) -> Result<Opened, Failure> {
    if let Some(serving) = out.serving() {
        return serving.open(&at.folder);
    }
    let lock = lock(&at.folder)?;
    let passphrase = passphrase(out, at)?;
    let keyring = unlocked(&at.folder, &passphrase)?;
    let node = Casework::open(parts(&at.folder, keyring).await?).await.map_err(Failure::of)?;
    Ok(Opened::new(Arc::new(node), lock))
}

/// The passphrase of a node.
pub fn passphrase(out: &Out, at: &At) -> Result<Passphrase, Failure> {
    secret::read(out, at.node_passphrase_file.as_deref(), "comity-prompt-node", &shown(&at.folder))
}

/// Opens the node and unlocks the officer who acts.
pub async fn sign_in(out: &Out, who: &As) -> Result<(Opened, Session), Failure> {
    let opened = open(out, &who.at).await?;
    let office = office(&opened.node, who.office.as_deref())?;
    let officer = officer(&opened.node, office, &who.officer)?;
    let passphrase =
        secret::read(out, who.passphrase_file.as_deref(), "comity-prompt-officer", &who.officer)?;
    let session = match out.serving() {
        Some(serving) => serving.sign_in(&opened.node, office, officer, &passphrase).await?,
        None => opened.node.unlock(office, officer, &passphrase).await.map_err(Failure::of)?,
    };
    Ok((opened, session))
}

/// Takes the lock of a folder that is one of a node.
pub fn lock(folder: &Path) -> Result<FolderLock, Failure> {
    if !folder.join(KEY_FILE).is_file() {
        return Err(Failure::new("comity-not-a-node", vec![("folder", shown(folder))]));
    }
    // Whoever worked in it would lose the work: the next founding clears it away.
    if beside::is_unfinished(folder) {
        return Err(Failure::new("comity-node-unfinished", vec![("folder", shown(folder))]));
    }
    FolderLock::acquire(folder).map_err(|error| match error {
        // What works while a node serves has gone to that node: this is a command that does not.
        LockError::Held { .. } if LocalClient::connect(folder).is_ok() => {
            Failure::new("comity-served", vec![("folder", shown(folder))])
        }
        error => Failure::of(error),
    })
}

/// The sealed keys of a node.
pub fn keys(folder: &Path) -> Result<KeyFile, Failure> {
    let bytes = disk(folder)?.read(&path(KEY_FILE), MAX_KEY_FILE).map_err(of_disk)?;
    KeyFile::from_bytes(&bytes).map_err(Failure::of)
}

/// Opens the keys of a node. Who types a wrong passphrase is told whose it should have been.
pub fn unlocked(folder: &Path, passphrase: &Passphrase) -> Result<Keyring, Failure> {
    keys(folder)?.open(passphrase).map_err(|error| match error {
        KeyringError::Passphrase(PassphraseError::Wrong) => {
            Failure::new("comity-node-passphrase-wrong", vec![("folder", shown(folder))])
        }
        other => Failure::of(other),
    })
}

/// What a node of this folder works with.
pub async fn parts(folder: &Path, keyring: Keyring) -> Result<Parts<SqliteStore>, Failure> {
    // A store that is not reached is said before anything is opened.
    let objects = objects::of_node(folder, &keyring.node().to_string())?;
    let store = SqliteStore::open(&folder.join(DATABASE)).await.map_err(Failure::of)?;
    Ok(Parts {
        store,
        disk: Arc::new(disk(folder)?),
        objects,
        keyring,
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
        packs: packs_at_hand(folder)?,
    })
}

/// The folder as a disk.
pub fn disk(folder: &Path) -> Result<RealDisk, Failure> {
    RealDisk::open(folder).map_err(of_disk)
}

/// Writes a small file into a folder so that it is there after a crash, or not at all.
pub fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    write_durable(&disk(folder)?, &DiskPath::new(name).map_err(of_disk)?, bytes).map_err(of_disk)
}

/// Puts a pack into the folder of a node, whole or not at all, so that it is there as long as it is in force, whatever a
/// later version of the program carries. From then on it is compared with its digest at each start.
pub fn keep_pack(folder: &Path, pack: &Pack) -> Result<(), Failure> {
    let disk = disk(folder)?;
    let at = |name: &str| DiskPath::new(format!("{PACKS}/{name}")).map_err(of_disk);
    let (to, beside) =
        (at(&pack.digest().to_string())?, at(&format!("{}.{UNFINISHED_PACK}", pack.digest()))?);
    if disk.exists(&to).map_err(of_disk)? {
        return Ok(());
    }
    for (name, bytes) in pack.files() {
        write(folder, &format!("{beside}/{name}"), bytes)?;
    }
    disk.rename(&beside, &to).and_then(|()| disk.sync_dir(&to.parent())).map_err(of_disk)
}

/// An error of a disk, which stands on the lowest floor beside `record` and has the same shape.
#[expect(clippy::needless_pass_by_value, reason = "it is given to map_err")]
pub fn of_disk(error: comity_disk::DiskError) -> Failure {
    Failure::new(error.code(), error.args())
}

/// The office of a name or identifier; the only one, if none is named.
pub fn office(node: &Node, named: Option<&str>) -> Result<OfficeId, Failure> {
    let state = node.state();
    let mut fitting = state
        .offices()
        .filter(|office| named.is_none_or(|named| office.name == named || office.id.to_string() == named));
    match (fitting.next(), fitting.next()) {
        (Some(office), None) => Ok(office.id),
        _ => Err(Failure::new(
            "comity-office-unknown",
            vec![
                ("named", named.unwrap_or_default().to_owned()),
                ("known", names(state.offices().map(|o| &o.name))),
            ],
        )),
    }
}

/// The officer of a name or identifier.
pub fn officer(node: &Node, office: OfficeId, named: &str) -> Result<OfficerId, Failure> {
    let state = node.state();
    let office = state.office(office).map_err(Failure::of)?;
    let mut fitting =
        office.officers.values().filter(|officer| officer.name == named || officer.id.to_string() == named);
    match (fitting.next(), fitting.next()) {
        (Some(officer), None) => Ok(officer.id),
        _ => Err(Failure::new(
            "comity-officer-unknown",
            vec![("named", named.to_owned()), ("known", names(office.officers.values().map(|o| &o.name)))],
        )),
    }
}

/// Seals the keys of a new node and writes them into its folder.
pub fn write_keys(
    folder: &Path,
    keyring: &Keyring,
    passphrase: &Passphrase,
    recovery: &comity_casework::RecoveryCode,
) -> Result<(), Failure> {
    let file = KeyFile::seal(keyring, passphrase, comity_casework::Cost::PERSON, recovery, &SystemEntropy)
        .map_err(Failure::of)?;
    write(folder, KEY_FILE, &file.to_bytes().map_err(Failure::of)?)
}

fn names<'a>(names: impl Iterator<Item = &'a String>) -> String {
    names.map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The packs that the program carries, and those that lie in the folder.
fn packs_at_hand(folder: &Path) -> Result<Packs, Failure> {
    Packs::new(all_packs(folder)?.into_values()).map_err(Failure::of)
}

/// The packs that the program carries, and those that lie in the folder of a node, by digest.
pub fn all_packs(folder: &Path) -> Result<BTreeMap<Sha256Digest, Pack>, Failure> {
    let mut all: BTreeMap<_, _> = packs::built_in()?.into_iter().map(|pack| (pack.digest(), pack)).collect();
    let kept = folder.join(PACKS);
    if !kept.is_dir() {
        return Ok(all);
    }
    let entries = std::fs::read_dir(&kept).map_err(|e| Failure::file("read", &kept, e))?;
    let mut folders: Vec<PathBuf> = entries
        .map(|e| e.map(|e| e.path()))
        .collect::<Result<_, _>>()
        .map_err(|e| Failure::file("read", &kept, e))?;
    folders.sort();
    for folder in folders.into_iter().filter(|folder| !is_unfinished(folder)) {
        let pack = packs::read(&folder);
        match (digest_of(&folder), pack) {
            // Two officers activated this pack. Somebody has edited it since, or the disk has.
            (Some(named), Ok(pack)) if pack.digest() != named => return Err(edited(&folder)),
            (Some(_), Err(_)) => return Err(edited(&folder)),
            (_, Ok(pack)) => drop(all.insert(pack.digest(), pack)),
            // Nobody has activated it: whoever writes it may not have done yet.
            (None, Err(error)) => {
                tracing::warn!(folder = %shown(&folder), %error, "a folder among the packs is no pack");
            }
        }
    }
    Ok(all)
}

/// The digest that the name of a pack's folder gives, where it is one.
fn digest_of(folder: &Path) -> Option<Sha256Digest> {
    folder.file_name()?.to_str()?.parse().ok()
}

/// Whether a death left a pack before it was whole.
fn is_unfinished(folder: &Path) -> bool {
    folder.extension().is_some_and(|end| end == UNFINISHED_PACK)
}

fn edited(folder: &Path) -> Failure {
    Failure::new("comity-pack-edited", vec![("folder", shown(folder))])
}

fn path(name: &'static str) -> DiskPath {
    DiskPath::new(name).expect("a literal path")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_named_by_its_number_or_by_the_first_letters_of_its_identifier() {
        let [first, second, third] = ["aabbcc00", "aabbcc01", "2026"]
            .map(|begins| format!("{begins:0<32}").parse::<CaseId>().unwrap());
        let cases = [(first, Some("17/2026")), (second, Some("18")), (third, Some("aabbcc00"))];
        let named = |name: &str| fitting(name, cases.into_iter());
        assert_eq!(named("17/2026"), [first]);
        assert_eq!(named("18"), [second]);
        assert_eq!(named("aabbcc01"), [second]);
        assert_eq!(named("AABBCC01"), [second], "letters of an identifier are read in either case");
        assert_eq!(named("202600"), [third]);
        // The number of one is the beginning of another: nobody guesses which is meant.
        assert_eq!(named("aabbcc00"), [first, third]);
        assert_eq!(named("aabbcc"), [first, second]);
        for nothing in ["", "a", "aabbc", "20260", "17", "bbcc00", "17/2026 "] {
            assert_eq!(named(nothing), [], "{nothing:?}");
        }
    }
}

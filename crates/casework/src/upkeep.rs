//! Upkeep of a node: verify, rebuild, backup, restore.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use comity_disk::Disk;
use comity_evidence::vault::copy_objects;
use comity_journal::{Log, Origin, TILE_WIDTH};
use comity_record::cbor::{from_canonical, to_canonical};
use comity_record::entry::SignedStatement;
use comity_record::seal::SignedSeal;
use comity_record::{Bytes, Clock, EntryId};
use comity_store::{Delta, Row, Store, StoredEntry, Wrap, WrapChange, WrapKind};
use serde::{Deserialize, Serialize};

use crate::body::{NodeRestored, office_journal};
use crate::casework::{Casework, LOG_FOLDER, PAGE, Parts, Session, With};
use crate::error::CaseworkError;
use crate::fold::{Fold, replace_rows};
use crate::tiles::DiskTiles;
use crate::view::{CASES, TIMELINE};

/// The version of the form of a backup.
pub const BACKUP_VERSION: u16 = 1;

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Fault {
    /// A row of a view is not the one that the entries leave. The row gives nobody a right; rebuild the views.
    Row {
        /// The view.
        view: String,
        /// The key, in hex.
        key: String,
        /// Changed, missing, or one too many.
        what: &'static str,
    },
    /// The files of the log are not those of the entries.
    Log(String),
    /// A file of a case has a key and is not in the vault. The object, by name.
    Object(String),
}

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Entries that were read, each with its signature and seal.
    pub entries: u64,
    /// Rows that were compared.
    pub rows: u64,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// A copy of everything but the keys, and a copy of the keys, to be kept apart. The objects of the vault are copied by
/// [`Casework::backup_objects`].
///
/// Whoever has only one of them can read nothing. A restore takes the *newest* copy of the keys: what was destroyed
/// after the data was copied has no key in it, and stays destroyed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The entries.
    pub data: Vec<u8>,
    /// The wrapped keys.
    pub keys: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DataBackup {
    v: u16,
    node: comity_record::KeyId,
    incarnation: u32,
    entries: Vec<BackupEntry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BackupEntry {
    statement: Bytes,
    seal: Bytes,
    sealed: Option<Bytes>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyBackup {
    v: u16,
    node: comity_record::KeyId,
    /// Entries in the log when the keys were copied.
    size: u64,
    wraps: Vec<BackupWrap>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BackupWrap {
    kind: u8,
    id: Bytes,
    wrapped: Bytes,
}

impl<S: Store> Casework<S> {
    /// Reads everything again: signatures, seals, contents, the rows of the views and the files of the log.
    ///
    /// # Errors
    /// Fails at the first entry that is not what the node signed; lesser faults are in the report.
    pub async fn verify(&self) -> Result<Report, CaseworkError> {
        let mut fold = Fold::with_rows(&self.store, &self.keyring).await?;
        // The long part is done while others write. Only what they wrote meanwhile is read with the writer's lock, so
        // that the rows are compared with the entries that they are of.
        let writing = self.writer.lock().await;
        fold.go_on().await?;
        let expected = fold.final_rows();
        let mut faults = Vec::new();
        let mut stored: BTreeMap<(String, Vec<u8>), Row> = BTreeMap::new();
        for view in [CASES, TIMELINE] {
            for row in all_rows(&self.store, view).await? {
                stored.insert((row.view.clone(), row.key.clone()), row);
            }
        }
        drop(writing);
        let rows = u64::try_from(expected.len()).unwrap_or(u64::MAX);
        for row in expected {
            match stored.remove(&(row.view.clone(), row.key.clone())) {
                Some(found) if found == row => {}
                Some(_) => faults.push(row_fault(&row.view, &row.key, "changed")),
                None => faults.push(row_fault(&row.view, &row.key, "missing")),
            }
        }
        faults.extend(stored.into_keys().map(|(view, key)| row_fault(&view, &key, "one too many")));
        if let Err(e) = self.log().verify() {
            faults.push(Fault::Log(e.to_string()));
        }
        let head = self.log().head();
        let ids = self.log_ids(head.size).await?;
        for (number, ids) in (0..).zip(ids.chunks(usize::from(TILE_WIDTH))) {
            // A bundle is read and proved once, not once for each of its entries.
            let logged = self.log().bundle(number).unwrap_or_default();
            if let Some(at) = (0..ids.len()).find(|at| logged.get(*at) != Some(&ids[*at])) {
                let index = number * u64::from(TILE_WIDTH) + u64::try_from(at).unwrap_or(u64::MAX);
                faults.push(Fault::Log(format!("leaf {index} is not entry {}", ids[at])));
                break;
            }
        }
        faults.extend(self.missing_objects().await?);
        Ok(Report { entries: fold.state.size(), rows, faults })
    }

    /// The objects that a key speaks of and the vault does not hold. Whether those that are there are whole, scrubbing
    /// says.
    async fn missing_objects(&self) -> Result<BTreeSet<Fault>, CaseworkError> {
        let mut missing = BTreeSet::new();
        let mut after = Some((WrapKind::Object, vec![]));
        loop {
            let page = self.store.wraps(after, PAGE).await?;
            let Some(last) = page.last() else { return Ok(missing) };
            after = Some((last.kind, last.id.clone()));
            for wrap in page.iter().filter(|wrap| wrap.kind == WrapKind::Object) {
                let name = crate::files::object_of(&wrap.id);
                if !name.is_some_and(|name| self.vault.holds(&name).unwrap_or(false)) {
                    missing.insert(Fault::Object(Bytes(wrap.id.clone()).to_string()));
                }
            }
        }
    }

    /// Makes the rows of the views anew from the entries. Gives the number of rows.
    ///
    /// # Errors
    /// Fails when an entry is not what the node signed, or the store fails; the old rows are kept then.
    pub async fn rebuild(&self) -> Result<u64, CaseworkError> {
        let writing = self.writer.lock().await;
        let mut fold = Fold::with_rows(&self.store, &self.keyring).await?;
        let rows = fold.final_rows();
        let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        self.store.commit(Delta { rows: replace_rows(rows), ..Delta::at(writing.size()) }).await?;
        Ok(count)
    }

    /// Copies everything, as the officer who operates the node.
    ///
    /// # Errors
    /// Fails when the officer may not, or the store fails.
    pub async fn backup(&self, session: &Session) -> Result<Backup, CaseworkError> {
        self.may(session, office_journal(session.office), "node.operated")?;
        let writing = self.writer.lock().await;
        let mut entries = Vec::new();
        loop {
            let from = u64::try_from(entries.len()).unwrap_or(u64::MAX);
            let page = self.store.log_entries(from, PAGE).await?;
            if page.is_empty() {
                break;
            }
            entries.extend(page.into_iter().map(|entry| BackupEntry {
                statement: Bytes(entry.statement),
                seal: Bytes(entry.seal),
                sealed: entry.sealed.map(Bytes),
            }));
        }
        let mut wraps = Vec::new();
        let mut after = None;
        loop {
            let page = self.store.wraps(after, PAGE).await?;
            let Some(last) = page.last() else { break };
            after = Some((last.kind, last.id.clone()));
            wraps.extend(page.into_iter().map(|wrap| BackupWrap {
                kind: wrap.kind as u8,
                id: Bytes(wrap.id),
                wrapped: Bytes(wrap.wrapped),
            }));
        }
        let node = self.keyring.node();
        let data = DataBackup { v: BACKUP_VERSION, node, incarnation: writing.incarnation(), entries };
        let keys = KeyBackup { v: BACKUP_VERSION, node, size: writing.size(), wraps };
        Ok(Backup { data: to_canonical(&data)?, keys: to_canonical(&keys)? })
    }

    /// Copies the objects of the vault that are not yet in the folder of another disk: they are sealed, and nobody can
    /// read them without the copy of the keys and the node's key file. Gives how many were copied.
    ///
    /// # Errors
    /// Fails when the officer may not, or a disk fails; what was copied by then stays.
    pub fn backup_objects(&self, session: &Session, to: &dyn Disk) -> Result<u64, CaseworkError> {
        self.may(session, office_journal(session.office), "node.operated")?;
        Ok(copy_objects(self.disk.as_ref(), to)?)
    }

    /// Restores a backup into an empty store and folder. A new life of the log begins, which every counterpart sees;
    /// what was destroyed after the data was copied stays destroyed.
    ///
    /// # Errors
    /// Refuses a store that is not empty, a backup of another node, or keys that are older than the data: they could
    /// bring back what was destroyed.
    pub async fn restore(parts: Parts<S>, backup: &Backup) -> Result<Self, CaseworkError> {
        let refuse = |why: &str| CaseworkError::Backup(why.to_owned());
        let data: DataBackup = from_canonical(&backup.data).map_err(|e| refuse(&e.to_string()))?;
        let keys: KeyBackup = from_canonical(&backup.keys).map_err(|e| refuse(&e.to_string()))?;
        if data.v != BACKUP_VERSION || keys.v != BACKUP_VERSION {
            return Err(refuse("it was made by another version"));
        }
        let node = parts.keyring.node();
        if data.node != node || keys.node != node {
            return Err(refuse("it is of another node"));
        }
        let size = u64::try_from(data.entries.len()).unwrap_or(u64::MAX);
        if keys.size < size {
            return Err(refuse("the copy of the keys is older than the copy of the data"));
        }
        if parts.store.head().await?.size != 0 {
            return Err(refuse("the folder is not empty"));
        }
        let append = data
            .entries
            .into_iter()
            .map(|entry| restored_entry(entry).map_err(|e| refuse(&e.to_string())))
            .collect::<Result<Vec<_>, _>>()?;
        let ids: Vec<EntryId> = append.iter().map(|entry| entry.id).collect();
        let wraps = keys
            .wraps
            .into_iter()
            .map(|wrap| {
                let kind = WrapKind::from_number(i64::from(wrap.kind))
                    .ok_or_else(|| refuse("a key of no known kind"))?;
                Ok(WrapChange::Put(Wrap { kind, id: wrap.id.0, wrapped: wrap.wrapped.0 }))
            })
            .collect::<Result<_, CaseworkError>>()?;
        parts.store.commit(Delta { append, wraps, ..Delta::at(0) }).await?;
        let mut fold = Fold::restored(&parts.store, &parts.keyring).await?;
        let rows = replace_rows(fold.final_rows());
        parts.store.commit(Delta { rows, ..Delta::at(size) }).await?;
        let signing = parts.keyring.signing();
        let tiles = DiskTiles::new(Arc::clone(&parts.disk), LOG_FOLDER);
        let mut log = Log::create(tiles, Origin::of_node(node, data.incarnation), signing)?;
        log.append(&ids, signing)?;
        let incarnation = next_incarnation(data.incarnation, parts.clock.as_ref());
        log.reincarnate(incarnation, signing)?;
        let this = Self::open_in(parts, Some(incarnation)).await?;
        this.record_restoration(incarnation, size).await?;
        Ok(this)
    }

    async fn record_restoration(&self, incarnation: u32, size: u64) -> Result<(), CaseworkError> {
        let state = self.state();
        let office = state.offices().next().ok_or(crate::refusal::Refusal::NotFounded)?;
        let restored = NodeRestored { incarnation, size };
        let pending = self.by_node(&state, office.id, &restored, With::default())?;
        self.append(vec![pending]).await.map(drop)
    }

    async fn log_ids(&self, size: u64) -> Result<Vec<EntryId>, CaseworkError> {
        let mut ids: Vec<EntryId> = Vec::new();
        loop {
            let from = u64::try_from(ids.len()).unwrap_or(u64::MAX);
            let page = self.store.log_entries(from, PAGE).await?;
            if page.is_empty() || from >= size {
                ids.truncate(usize::try_from(size).unwrap_or(usize::MAX));
                return Ok(ids);
            }
            ids.extend(page.into_iter().map(|entry| entry.id));
        }
    }
}

/// The number of the life that begins now. It follows the clock, so that restoring the same backup twice begins two
/// lives that nobody takes for one.
fn next_incarnation(last: u32, clock: &dyn Clock) -> u32 {
    let seconds = u32::try_from(clock.now().as_second()).unwrap_or(0);
    seconds.max(last.saturating_add(1))
}

async fn all_rows<S: Store>(store: &S, view: &str) -> Result<Vec<Row>, CaseworkError> {
    let mut rows: Vec<Row> = Vec::new();
    loop {
        let after = rows.last().map(|row| row.key.clone());
        let page = store.rows(view, None, after.as_deref(), PAGE).await?;
        if page.is_empty() {
            return Ok(rows);
        }
        rows.extend(page);
    }
}

/// The columns of an entry follow from its statement and seal.
fn restored_entry(entry: BackupEntry) -> Result<StoredEntry, CaseworkError> {
    let signed = SignedStatement::parse(entry.statement.as_ref())?;
    let seal = SignedSeal::parse(entry.seal.as_ref())?;
    let seal = seal.unverified();
    Ok(StoredEntry {
        id: signed.id(),
        case: signed.unverified().case,
        kind: signed.unverified().kind.clone(),
        sequence: seal.sequence,
        log_index: seal.log_index,
        statement: entry.statement.0,
        seal: entry.seal.0,
        sealed: entry.sealed.map(|sealed| sealed.0),
    })
}

fn row_fault(view: &str, key: &[u8], what: &'static str) -> Fault {
    Fault::Row { view: view.to_owned(), key: Bytes(key.to_vec()).to_string(), what }
}

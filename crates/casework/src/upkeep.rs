//! Upkeep of a node: verify, rebuild.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use comity_evidence::vault::SweepReport;
use comity_journal::TILE_WIDTH;
use comity_record::{Bytes, CaseId, EntryId, Sha256Digest};
use comity_store::{Delta, Row, Store, WrapChange, WrapKind};
use jiff::SignedDuration;

use crate::body::office_journal;
use crate::casework::{Casework, PAGE, Session};
use crate::error::CaseworkError;
use crate::fold::{Fold, replace_rows, returned};
use crate::known::{KNOWN, ScanRows};
use crate::view::{CASES, TIMELINE};

/// How long an object that no entry needs is kept: longer than any file takes to be taken in.
pub const SWEEP_GRACE: SignedDuration = SignedDuration::from_hours(7 * 24);

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
    /// A file of an entry cannot be read any more.
    File {
        /// The case or the journal of the office.
        case: CaseId,
        /// The entry that holds the file.
        entry: EntryId,
        /// The file.
        file: Sha256Digest,
        /// Its key is gone, or it is not in the vault, or what is there cannot be read.
        what: &'static str,
    },
    /// Content that two persons had destroyed is in the database again: somebody put back what an older copy had. Nobody
    /// reads it; rebuild, and it is destroyed again.
    Returned {
        /// The case.
        case: CaseId,
        /// The entry.
        entry: EntryId,
    },
    /// The key of an object that no entry needs: that of a file that was forgotten, put back. Rebuild, and it is
    /// destroyed again. Its identifier, in hex: the journal and the name of the object.
    Key(String),
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

impl<S: Store> Casework<S> {
    /// Reads everything again: signatures, seals, contents, the rows of the views and the files of the log.
    ///
    /// # Errors
    /// Fails at the first entry that is not what the node signed; lesser faults are in the report.
    pub async fn verify(&self) -> Result<Report, CaseworkError> {
        let mut fold = Fold::with_rows(&self.store, &self.keyring, self.state()).await?;
        // The long part is done while others write. Only what they wrote meanwhile is read with the writer's lock, so
        // that the rows are compared with the entries that they are of.
        let mut of_scans = ScanRows::default();
        self.add_rows_of_scans(&fold.state, &mut of_scans).await?;
        let writing = self.writer.lock().await;
        fold.go_on().await?;
        self.add_rows_of_scans(&fold.state, &mut of_scans).await?;
        let mut expected = fold.final_rows();
        expected.append(&mut of_scans.rows);
        let mut faults = Vec::new();
        let mut stored: BTreeMap<(String, Vec<u8>), Row> = BTreeMap::new();
        for view in [CASES, TIMELINE, KNOWN] {
            for row in all_rows(&self.store, view).await? {
                if view == KNOWN && of_scans.unread.contains(&row.source) {
                    continue;
                }
                stored.insert((row.view.clone(), row.key.clone()), row);
            }
        }
        let returned = returned(&self.store, &fold.state).await?;
        drop(writing);
        faults.extend(returned.into_iter().map(|(case, entry)| Fault::Returned { case, entry }));
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
        let files = self.files().await?;
        faults.extend(files.faults);
        faults.extend(files.stray.into_iter().map(|id| Fault::Key(Bytes(id).to_string())));
        Ok(Report { entries: fold.state.size(), rows, faults })
    }

    /// The files that an entry holds and that have no key or are not in the vault. Whether the objects that are there
    /// are whole, [`Casework::scrub`] says.
    ///
    /// # Errors
    /// Fails when the store or the disk does.
    pub async fn missing_files(&self) -> Result<BTreeSet<Fault>, CaseworkError> {
        Ok(self.files().await?.faults)
    }

    /// Removes the objects that no entry needs, [`SWEEP_GRACE`] after they were first seen so: what an entry that was
    /// never taken had left, and what was forgotten. As the officer who operates the node.
    ///
    /// # Errors
    /// Fails when the officer may not, or store or disk fail; and with [`CaseworkError::FilesLost`], removing nothing,
    /// while a file of an entry has no key or the list of an exhibit's files cannot be read.
    pub async fn sweep(&self, session: &Session) -> Result<SweepReport, CaseworkError> {
        self.may(session, office_journal(session.office), "node.operated")?;
        let live = self.files().await?.needed()?;
        self.sweep_notes(SWEEP_GRACE)?;
        Ok(self.vault.sweep(&live, self.clock.now(), SWEEP_GRACE)?)
    }

    /// Makes the rows of the views anew from the entries, and destroys again what was forgotten and somebody has put
    /// back. Gives the number of rows.
    ///
    /// This is where it is destroyed, and not at the opening of the node: here the writer's lock is held, so nothing is
    /// forgotten or taken meanwhile, and [`Casework::verify`] can tell a person first that somebody tampered. Until then
    /// nobody reads it.
    ///
    /// # Errors
    /// Fails when an entry is not what the node signed, or the store fails; the old rows are kept then.
    pub async fn rebuild(&self) -> Result<u64, CaseworkError> {
        let writing = self.writer.lock().await;
        let mut fold = Fold::with_rows(&self.store, &self.keyring, Arc::new(writing.clone())).await?;
        let forget: Vec<_> =
            returned(&self.store, &fold.state).await?.into_iter().map(|(_, entry)| entry).collect();
        let entries =
            forget.iter().map(|entry| WrapChange::Destroy(WrapKind::Entry, entry.as_bytes().to_vec()));
        let objects = self.stray_keys().await?.into_iter();
        let objects = objects.map(|id| WrapChange::Destroy(WrapKind::Object, id));
        let wraps = entries.chain(objects).collect();
        let mut of_scans = ScanRows::default();
        self.add_rows_of_scans(&fold.state, &mut of_scans).await?;
        let mut rows = fold.final_rows();
        rows.append(&mut of_scans.rows);
        let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        let rows = replace_rows(rows);
        self.store.commit(Delta { rows, forget, wraps, ..Delta::at(writing.size()) }).await?;
        Ok(count)
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

fn row_fault(view: &str, key: &[u8], what: &'static str) -> Fault {
    Fault::Row { view: view.to_owned(), key: Bytes(key.to_vec()).to_string(), what }
}

//! What an interrupted intake notes for the session that goes on with it, sealed under the key of its case.
//!
//! One file for each case and source, in a folder of the node. It begins with the case and the time of its last session, in
//! the clear, so that it can be swept without a key; each note after it is sealed, bound to the file and to its place there.

use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::sync::{Arc, PoisonError};

use comity_disk::{Disk, DiskError, DiskFile, DiskPath, make_dir_durable};
use comity_evidence::VaultError;
use comity_evidence::vault::Notes;
use comity_record::key::SecretKey;
use comity_record::{CaseId, Entropy, Sha256Digest};
use comity_store::Store;
use jiff::{SignedDuration, Timestamp};
use zeroize::Zeroizing;

use super::ExhibitReceived;
use crate::body::Body as _;
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;
use crate::refusal::Refusal;

/// Where the notes lie in the node's folder.
pub const INTAKES: &str = "intakes";

/// Bytes of one file of notes: some 300 for each of the two million files of an intake.
const MAX_BYTES: u64 = 1 << 30;
/// Bytes of one sealed note. The path of a file has a tenth of that.
const MAX_NOTE_BYTES: usize = 32 << 10;
/// The case, and seconds since 1970.
const HEADER_BYTES: usize = 16 + 8;

/// The notes of one intake.
pub(super) struct SealedNotes {
    disk: Arc<dyn Disk>,
    path: DiskPath,
    header: [u8; HEADER_BYTES],
    key: Arc<SecretKey>,
    entropy: Arc<dyn Entropy>,
    /// What is open to be added to: the file, where it ends, and how many notes it has.
    open: Option<(Box<dyn DiskFile>, u64, u64)>,
    all: Arc<std::sync::Mutex<std::collections::BTreeSet<DiskPath>>>,
}

impl SealedNotes {
    fn context(&self, number: u64) -> Vec<u8> {
        let name = self.path.as_str().as_bytes();
        [b"comity/intake-note/1".as_slice(), name, &number.to_be_bytes()].concat()
    }

    /// Removes the notes: nobody goes on with what they tell of.
    pub(super) fn remove(&mut self) -> Result<(), CaseworkError> {
        self.open = None;
        match self.disk.remove(&self.path) {
            Ok(()) => Ok(self.disk.sync_dir(&self.path.parent()).map_err(VaultError::from)?),
            Err(DiskError::Missing { .. }) => Ok(()),
            Err(other) => Err(VaultError::from(other).into()),
        }
    }

    /// Whether anything was noted.
    pub(super) fn is_kept(&self) -> bool {
        self.open.is_some()
    }

    fn begin(&self) -> Result<(Box<dyn DiskFile>, u64, u64), DiskError> {
        make_dir_durable(&*self.disk, &self.path.parent())?;
        let mut file = self.disk.create_new(&self.path)?;
        file.append(&self.header)?;
        file.sync_all()?;
        self.disk.sync_dir(&self.path.parent())?;
        Ok((file, length(&self.header), 0))
    }
}

impl Notes for SealedNotes {
    fn read(&mut self) -> Result<Vec<Zeroizing<Vec<u8>>>, VaultError> {
        let bytes = match self.disk.read(&self.path, MAX_BYTES) {
            Ok(bytes) => bytes,
            Err(DiskError::Missing { .. }) => return Ok(vec![]),
            Err(other) => return Err(other.into()),
        };
        let mut notes = vec![];
        let mut rest = bytes.get(HEADER_BYTES..).unwrap_or_default();
        // What was cut, or does not open, ends them: the files of which it told are read again.
        while let Some((size, after)) = rest.split_first_chunk::<4>() {
            let size = usize::try_from(u32::from_be_bytes(*size)).unwrap_or(usize::MAX);
            let Some((sealed, after)) = after.split_at_checked(size).filter(|_| size <= MAX_NOTE_BYTES)
            else {
                break;
            };
            let Ok(note) = self.key.open(&self.context(count(&notes)), sealed) else { break };
            notes.push(note);
            rest = after;
        }
        let end = length(&bytes).saturating_sub(length(rest));
        if end < length(&self.header) {
            self.disk.remove(&self.path)?;
            return Ok(vec![]);
        }
        let mut file = self.disk.open(&self.path)?;
        file.truncate(end)?;
        file.write_at(0, &self.header)?;
        file.sync_all()?;
        self.open = Some((file, end, count(&notes)));
        Ok(notes)
    }

    fn add(&mut self, notes: &[Zeroizing<Vec<u8>>]) -> Result<(), VaultError> {
        if self.open.is_none() {
            self.open = Some(self.begin()?);
        }
        let first = self.open.as_ref().map_or(0, |(_, _, count)| *count);
        let mut bytes = vec![];
        for (number, note) in (first..).zip(notes) {
            let sealed = self.key.seal(&*self.entropy, &self.context(number), note);
            bytes.extend(u32::try_from(sealed.len()).unwrap_or(u32::MAX).to_be_bytes());
            bytes.extend(sealed);
        }
        if let Some((file, end, all)) = &mut self.open {
            file.write_at(*end, &bytes)?;
            file.sync_data()?;
            *end += length(&bytes);
            *all += u64::try_from(notes.len()).unwrap_or(u64::MAX);
        }
        Ok(())
    }
}

impl Drop for SealedNotes {
    fn drop(&mut self) {
        self.all.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.path);
    }
}

impl<S: Store> Casework<S> {
    /// The notes of an intake into a case; without `resume`, those of an earlier one are removed.
    pub(super) async fn notes_of(
        &self,
        case: CaseId,
        source: &Path,
        resume: bool,
    ) -> Result<SealedNotes, CaseworkError> {
        let key = self.case_key(case).await?;
        let path = place_of(&key, case, source).map_err(VaultError::from)?;
        let all = Arc::clone(&self.intakes);
        if !all.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone()) {
            return Err(Refusal::Exists("intake of this folder that is under way").into());
        }
        let mut header = [0; HEADER_BYTES];
        header[..16].copy_from_slice(case.as_bytes());
        header[16..].copy_from_slice(&self.clock.now().as_second().to_be_bytes());
        let (disk, entropy) = (Arc::clone(&self.disk), Arc::clone(&self.entropy));
        let mut notes = SealedNotes { disk, path, header, key, entropy, open: None, all };
        if !resume {
            notes.remove()?;
        }
        Ok(notes)
    }

    /// When the last intake of a folder into a case began, if it was cut off and one can [go on](super::Source::Resume) with it.
    /// One that is under way is none.
    ///
    /// # Errors
    /// Fails when the officer may not take in there, or the disk does.
    pub async fn cut_off(
        &self,
        session: &Session,
        case: CaseId,
        source: &Path,
    ) -> Result<Option<Timestamp>, CaseworkError> {
        self.may(session, case, ExhibitReceived::KIND)?;
        let path = place_of(&*self.case_key(case).await?, case, source).map_err(VaultError::from)?;
        if self.intakes.lock().unwrap_or_else(PoisonError::into_inner).contains(&path) {
            return Ok(None);
        }
        match began(&*self.disk, &path) {
            Ok(began) => Ok(began),
            Err(DiskError::Missing { .. }) => Ok(None),
            Err(other) => Err(VaultError::from(other).into()),
        }
    }

    /// Removes the notes of intakes with which nobody went on for `grace`: what they brought is swept as well.
    pub(crate) fn sweep_notes(&self, grace: SignedDuration) -> Result<(), CaseworkError> {
        self.sweep_notes_in(grace).map_err(|error| VaultError::from(error).into())
    }

    fn sweep_notes_in(&self, grace: SignedDuration) -> Result<(), DiskError> {
        let folder = DiskPath::new(INTAKES)?;
        if !self.disk.exists(&folder)? {
            return Ok(());
        }
        for entry in self.disk.list(&folder)? {
            let path = folder.join(&entry.name)?;
            let since = began(&*self.disk, &path).ok().flatten();
            let old = since.is_none_or(|since| self.clock.now().duration_since(since) >= grace);
            if old && !self.intakes.lock().unwrap_or_else(PoisonError::into_inner).contains(&path) {
                self.disk.remove(&path)?;
            }
        }
        self.disk.sync_dir(&folder)
    }
}

/// Where the notes of an intake lie. Whoever sees the folder learns nothing of the source.
fn place_of(key: &SecretKey, case: CaseId, source: &Path) -> Result<DiskPath, DiskError> {
    let source = std::fs::canonicalize(source).unwrap_or_else(|_| source.to_owned());
    let parts: [&[u8]; 4] =
        [b"comity/intake/1", key.expose(), case.as_bytes(), source.as_os_str().as_bytes()];
    DiskPath::new(INTAKES)?.join(&Sha256Digest::of_parts(&parts).to_string())
}

/// When the last session began of which these notes are; nothing, if it is no time.
fn began(disk: &dyn Disk, path: &DiskPath) -> Result<Option<Timestamp>, DiskError> {
    let mut header = [0; HEADER_BYTES];
    disk.open_read(path)?.read_exact_at(0, &mut header)?;
    let seconds = header.last_chunk::<8>().map_or(0, |bytes| i64::from_be_bytes(*bytes));
    Ok(Timestamp::from_second(seconds).ok())
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

fn count<T>(all: &[T]) -> u64 {
    u64::try_from(all.len()).unwrap_or(u64::MAX)
}

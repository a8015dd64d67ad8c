//! Taking in a folder in several sessions: the files that an interrupted one brought whole are not read from their source
//! again.
//!
//! The vault keeps no keys, so what was brought could not be found again by it. Whoever takes in keeps [`Notes`], sealed
//! under a key that he has anyway: after every [`MARK_BYTES`](crate::sessions::MARK_BYTES) the files so far become objects, and what they are, with their
//! keys, is noted. Until an entry speaks of them they are orphans like any other, and are swept in their time. Who goes on
//! believes no note unseen: the object is opened and hashed whole, and must be what was noted; and its source must be as it
//! was. Everything else is read anew.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::PoisonError;

use comity_record::key::SecretKey;
use comity_record::{Blake3Digest, Bytes, cbor};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::folder::how_for;
use super::intake::{How, Work};
use super::{Holder, KeyRing, Lease, ObjectName, Stored, StoredFile, StoredFolder, Vault, VaultError};
use crate::chunk::TRAILER_BYTES;
use crate::hash::{Digests, length};
use crate::intake::{Discard, Intake, Stamp};
use crate::salvage::Unread;
use crate::sessions::{Session, SessionTold};
use crate::walk::{Found, walk};

/// Files after which those so far become objects and are noted, however small they are. A folder of fewer and smaller ones is
/// taken in at once and needs no notes.
pub const BATCH_FILES: usize = 4_096;

/// Where an intake keeps notes for a session that goes on. They hold keys: whoever keeps them seals them.
pub trait Notes {
    /// The notes of the sessions before, in their order.
    ///
    /// # Errors
    /// Fails when they cannot be read.
    fn read(&mut self) -> Result<Vec<Zeroizing<Vec<u8>>>, VaultError>;

    /// Adds notes. Durable when it returns.
    ///
    /// # Errors
    /// Fails when they cannot be written.
    fn add(&mut self, notes: &[Zeroizing<Vec<u8>>]) -> Result<(), VaultError>;
}

/// A note.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum Note {
    /// A session began.
    Session(String),
    /// A file is in the vault.
    Brought(Box<Brought>),
}

/// A file that is in the vault, though nobody speaks of it yet.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Brought {
    path: String,
    source: Stamp,
    name: ObjectName,
    key: Secret,
    digests: Digests,
    /// BLAKE3 of the sealed form.
    ciphertext: Blake3Digest,
    /// What its device did not give.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unread: Vec<Unread>,
}

/// A key in a note.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Secret(Bytes);

impl Drop for Secret {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.0.0);
    }
}

impl Note {
    fn write(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(cbor::to_canonical(self).expect("texts, bytes and integers"))
    }
}

/// What the notes of earlier sessions say.
#[derive(Default)]
struct Noted {
    sessions: Vec<SessionTold>,
    /// By path, with the place of the session among all.
    files: BTreeMap<String, (Box<Brought>, usize)>,
}

impl Noted {
    /// Takes in the notes, to the first that is none.
    fn read(notes: &[Zeroizing<Vec<u8>>]) -> Self {
        let mut noted = Self::default();
        for note in notes {
            match cbor::from_canonical::<Note>(note) {
                Ok(Note::Session(began)) => noted.begin(began),
                Ok(Note::Brought(brought)) => {
                    let session = noted.sessions.len().saturating_sub(1);
                    noted.files.insert(brought.path.clone(), (brought, session));
                }
                Err(_) => break,
            }
        }
        noted
    }

    fn begin(&mut self, began: String) {
        self.sessions.push(SessionTold { began, files: 0, went_on: vec![] });
    }
}

/// A folder that is durably in the vault, and the sessions that brought it.
#[derive(Debug)]
pub struct StoredInSessions {
    /// The folder.
    pub folder: StoredFolder,
    /// The sessions, each with how many files it brought; the last one brought the rest.
    pub sessions: Vec<SessionTold>,
}

impl Vault {
    /// As [`Vault::add_folder`], and so that a later session can go on when this one is interrupted: `notes` are kept for it
    /// once a folder is larger than a batch. Those of earlier sessions are taken up if `session` says so, and must be
    /// removed before if it does not.
    ///
    /// # Errors
    /// As [`Vault::add_folder`], and when notes cannot be kept. None of the files is acknowledged then; those that are noted
    /// stay for a session that goes on, until they are swept.
    pub fn add_folder_in_sessions(
        &self,
        folder: &Path,
        intake: &mut Intake<'_>,
        ring: &dyn KeyRing,
        notes: &mut dyn Notes,
        session: Session<'_>,
    ) -> Result<StoredInSessions, VaultError> {
        intake.stay_below(folder);
        let found = walk(folder, intake.limits())?;
        let mut noted = if session.resume { Noted::read(&notes.read()?) } else { Noted::default() };
        noted.begin(session.began.to_owned());
        let mut likely = Vec::with_capacity(found.files.len());
        let mut to_read = vec![];
        for file in &found.files {
            let before = noted.files.remove(&file.path);
            let before = match before {
                // That a device is the one it was, its times do not tell.
                Some((brought, at))
                    if brought.source.regular && intake.look(&file.place)? == brought.source =>
                {
                    Some((brought, at))
                }
                _ => None,
            };
            if before.is_none() {
                to_read.push(file.clone());
            }
            likely.push(before);
        }
        intake.expect(&to_read)?;
        let how = how_for(to_read.len());
        drop(to_read);

        let keys = Keys { ring, own: BTreeMap::new() };
        let mut batch = Batch {
            vault: self,
            how,
            keys,
            notes,
            began: session.began,
            work: Work::new(self, how),
            about: vec![],
            bytes: 0,
            noted: false,
        };
        let mut all: Vec<Option<StoredFile>> = vec![];
        let current = noted.sessions.len() - 1;
        for (index, (file, before)) in found.files.into_iter().zip(likely).enumerate() {
            all.push(None);
            if let Some((brought, at)) = before
                && let Some(object) = self.still_brought(&file, &brought, intake, ring)?
            {
                noted.sessions[at].files += 1;
                batch.keys.put(&object);
                all[index] = Some(StoredFile { path: file.path, original: file.original, object });
                continue;
            }
            noted.sessions[current].files += 1;
            batch.take(index, file, intake)?;
            if batch.bytes >= intake.mark_bytes() || batch.about.len() >= BATCH_FILES {
                batch.settle(false, &mut all)?;
            }
        }
        batch.settle(true, &mut all)?;
        let files = all.into_iter().map(|file| file.expect("every file was brought")).collect();
        let folder = StoredFolder { files, left_out: found.left_out };
        Ok(StoredInSessions { folder, sessions: noted.sessions })
    }

    /// The object that an earlier session brought, if it is what was noted: opened and read whole.
    fn still_brought(
        &self,
        file: &Found,
        brought: &Brought,
        intake: &mut Intake<'_>,
        ring: &dyn KeyRing,
    ) -> Result<Option<Stored>, VaultError> {
        let Ok(key) = <[u8; 32]>::try_from(brought.key.0.as_ref()).map(SecretKey::from_bytes) else {
            return Ok(None);
        };
        let name = brought.name;
        if !self.names_of(ring.holder(), brought.digests.sha256).any(|of_it| of_it == name) {
            return Ok(None);
        }
        // From here on it is not removed as one that nobody holds.
        let lease = Lease::of(name, &self.leases);
        let Ok(mut object) = self.read(&name, &key) else { return Ok(None) };
        // Gaps are taken only by who asked for what a failing device still gives.
        if !intake.takes_gaps(&brought.unread) {
            return Ok(None);
        }
        // What does not open is read from its source again; whoever watches may still say stop.
        match intake.again(&mut object, &file.path, &mut Discard) {
            Ok(digests) if digests == brought.digests => {}
            Err(stopped @ crate::intake::IntakeError::Stopped) => return Err(stopped.into()),
            _ => return Ok(None),
        }
        // What is scrubbed is the sealed form, which must be the one that was noted as well.
        let Ok(ciphertext) = self.trailer(&name) else { return Ok(None) };
        if ciphertext != brought.ciphertext {
            return Ok(None);
        }
        let _names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.holds(&name)? {
            return Ok(None);
        }
        self.no_orphan(&name, &mut self.orphans()?)?;
        intake.add_unread(&brought.unread);
        let further = intake.further().clone();
        Ok(Some(Stored { name, digests: brought.digests, further, ciphertext, key, was_held: true, lease }))
    }

    /// The digest that an object carries.
    fn trailer(&self, name: &ObjectName) -> Result<Blake3Digest, VaultError> {
        let object = self.store.open(name)?.ok_or(VaultError::Missing { name: *name })?;
        let mut kept = [0; TRAILER_BYTES];
        object.read_exact_at(object.size().saturating_sub(length(&kept)), &mut kept)?;
        Ok(Blake3Digest::from_bytes(kept))
    }
}

/// What the holder can open, and what this intake has brought.
struct Keys<'b> {
    ring: &'b dyn KeyRing,
    own: BTreeMap<ObjectName, Zeroizing<[u8; 32]>>,
}

impl Keys<'_> {
    fn put(&mut self, object: &Stored) {
        self.own.insert(object.name, Zeroizing::new(*object.key.expose()));
    }
}

impl KeyRing for Keys<'_> {
    fn holder(&self) -> Holder {
        self.ring.holder()
    }

    fn key_of(&self, name: &ObjectName) -> Option<SecretKey> {
        let own = self.own.get(name).map(|key| SecretKey::from_bytes(**key));
        own.or_else(|| self.ring.key_of(name))
    }

    fn is_empty(&self) -> bool {
        self.own.is_empty() && self.ring.is_empty()
    }
}

/// What is to be noted of a file: its place among all, what told its source from others, and what that did not give.
struct About {
    index: usize,
    file: Found,
    source: Stamp,
    unread: Vec<Unread>,
}

/// Files that are staged and no objects yet. Dropped so, they leave nothing.
struct Batch<'b> {
    vault: &'b Vault,
    how: How,
    keys: Keys<'b>,
    notes: &'b mut dyn Notes,
    began: &'b str,
    work: Work<'b>,
    about: Vec<About>,
    bytes: u64,
    /// Whether the notes tell of this session.
    noted: bool,
}

impl Batch<'_> {
    fn take(&mut self, index: usize, file: Found, intake: &mut Intake<'_>) -> Result<(), VaultError> {
        let (gaps, before) = (intake.unread().len(), intake.progress().bytes);
        self.work.take(intake, &self.keys, |sink, intake| intake.file(&file.place, sink))?;
        self.bytes = self.bytes.saturating_add(intake.progress().bytes - before);
        let unread = intake.unread()[gaps..].to_vec();
        let source = intake.stamp().cloned().expect("a file was read");
        self.about.push(About { index, file, source, unread });
        Ok(())
    }

    /// Makes objects of what is staged, durably, and notes them; at the end without a note, for all is told then.
    fn settle(&mut self, last: bool, all: &mut [Option<StoredFile>]) -> Result<(), VaultError> {
        self.bytes = 0;
        let mut work = std::mem::replace(&mut self.work, Work::new(self.vault, self.how));
        let stored = work.finish(self.keys.holder())?;
        let mut notes = vec![];
        for (About { index, file, source, unread }, object) in self.about.drain(..).zip(stored) {
            self.keys.put(&object);
            if !last {
                let Stored { name, digests, ciphertext, .. } = object;
                let key = Secret(Bytes(object.key.expose().to_vec()));
                let path = file.path.clone();
                let brought = Brought { path, source, name, key, digests, ciphertext, unread };
                notes.push(Note::Brought(Box::new(brought)).write());
            }
            all[index] = Some(StoredFile { path: file.path, original: file.original, object });
        }
        if !last {
            if !std::mem::replace(&mut self.noted, true) {
                notes.insert(0, Note::Session(self.began.to_owned()).write());
            }
            self.notes.add(&notes)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_read_to_the_first_that_is_none() {
        let note = |path: &str| {
            let source = Stamp::for_tests(10);
            let (name, key) = (ObjectName::from_bytes([1; 32]), Secret(Bytes(vec![2; 32])));
            let digests = Digests::of(path.as_bytes());
            let ciphertext = digests.blake3;
            let path = path.to_owned();
            let brought = Brought { path, source, name, key, digests, ciphertext, unread: vec![] };
            Note::Brought(Box::new(brought)).write()
        };
        let session = |began: &str| Note::Session(began.to_owned()).write();
        let cut = Zeroizing::new(note("c")[..20].to_vec());
        let noted = Noted::read(&[session("one"), note("a"), session("two"), note("b"), cut, note("d")]);
        let began: Vec<_> = noted.sessions.iter().map(|session| &*session.began).collect();
        assert_eq!(began, ["one", "two"]);
        let files: Vec<_> = noted.files.iter().map(|(path, (_, session))| (&**path, *session)).collect();
        assert_eq!(files, [("a", 0), ("b", 1)]);
    }
}

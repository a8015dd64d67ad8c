//! The files of a case: kept in the vault before the entry that names them, and opened again for whoever may read it.
//!
//! A file is an object of the vault under a key of its own; the key is wrapped under the key of each journal that holds
//! the file, in the same commit as the entry. To forget an entry destroys the keys of the files that no other entry of
//! the case holds.

use std::collections::{BTreeMap, BTreeSet};

use comity_evidence::vault::ObjectReader;
use comity_evidence::{Holder, Intake, KeyRing, Lease, Limits, ObjectName, Seal, Stored};
use comity_record::entry::{Attachment, Content, EntryError, SignedStatement, unwrap_entry_key};
use comity_record::key::SecretKey;
use comity_record::{Bytes, CaseId, EntryId, Sha256Digest};
use comity_store::{Store, StoredEntry, WrapChange, WrapKind};
use zeroize::Zeroizing;

use crate::body::{Body as _, office_journal, read_body};
use crate::casework::{Casework, PAGE, Session, put};
use crate::error::CaseworkError;
use crate::exhibit::{ExhibitReceived, Holding, MANIFEST};
use crate::refusal::Refusal;
use crate::state::State;

/// Bytes of an attachment, which is read into memory at once: a finding, a print, a list of hits, or of the files of an
/// exhibit, of which there may be two millions. The files of exhibits are streamed.
pub const MAX_ATTACHED_BYTES: u64 = 1 << 30;

/// Bytes of a journal's identifier, with which the identifier of an object's key begins.
const JOURNAL_BYTES: usize = 16;

/// A file that lies in the vault and that no entry names yet. Given with [`With::files`](crate::With::files) it belongs
/// to the entry; given to nobody it is swept in time.
#[derive(Clone)]
pub struct Kept {
    pub(crate) attachment: Attachment,
    wrap: WrapChange,
    lease: Lease,
}

impl Kept {
    /// What the entry says of the file.
    pub fn attachment(&self) -> &Attachment {
        &self.attachment
    }

    /// The key of the file, wrapped, and what keeps the file until that is durable.
    pub(crate) fn into_wrap(self) -> (WrapChange, Lease) {
        (self.wrap, self.lease)
    }
}

impl<S: Store> Casework<S> {
    /// Keeps bytes as a file of a journal. Durable when it returns.
    ///
    /// # Errors
    /// Refuses more than could be read again, and fails when store or disk do.
    pub(crate) async fn keep_bytes(
        &self,
        journal: CaseId,
        name: &str,
        media_type: &str,
        bytes: &[u8],
    ) -> Result<Kept, CaseworkError> {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > MAX_ATTACHED_BYTES {
            return Err(CaseworkError::FileTooLarge { bytes: size, most: MAX_ATTACHED_BYTES });
        }
        let ring = self.ring_for(journal, Sha256Digest::of(bytes)).await?;
        let stored = self.vault.add(&mut &*bytes, name, &mut Intake::new(Limits::default()), &ring)?;
        let attachment = Attachment {
            name: name.to_owned(),
            media_type: media_type.to_owned(),
            length: stored.digests.size,
            sha256: stored.digests.sha256,
        };
        Ok(Kept { attachment, wrap: self.wrap_object(journal, &stored).await?, lease: stored.lease })
    }

    /// The key of an object, wrapped for a journal.
    pub(crate) async fn wrap_object(
        &self,
        journal: CaseId,
        stored: &Stored,
    ) -> Result<WrapChange, CaseworkError> {
        let case_key = self.case_key(journal).await?;
        let id = object_id(journal, &stored.name);
        let wrapped = case_key.wrap(self.entropy.as_ref(), &object_context(&id), &stored.key);
        Ok(put(WrapKind::Object, &id, wrapped))
    }

    /// Whether an officer may read a journal: a case, or that of the own office.
    pub(crate) fn may_read(&self, session: &Session, journal: CaseId) -> Result<(), CaseworkError> {
        let of_office = journal == office_journal(session.office());
        self.may(session, journal, if of_office { "office.read" } else { "case.read" })
    }

    /// The files that belong to an entry of a case or of the own office.
    ///
    /// # Errors
    /// Fails when the officer may not read the journal, or the entry is not in it.
    pub async fn attachments(
        &self,
        session: &Session,
        journal: CaseId,
        entry: EntryId,
    ) -> Result<Vec<Attachment>, CaseworkError> {
        self.may_read(session, journal)?;
        let stored = self.store.entry(entry).await?.filter(|stored| stored.case == journal);
        let (_, content) = self.read_stored(&stored.ok_or(Refusal::UnknownEntry(entry))?).await?;
        Ok(content.map(|content| content.attachments).unwrap_or_default())
    }

    /// An attachment of an entry, read whole.
    ///
    /// # Errors
    /// Fails when the officer may not read the journal, the entry has no such file, the file is larger than
    /// [`MAX_ATTACHED_BYTES`], or it is damaged.
    pub async fn attached(
        &self,
        session: &Session,
        entry: EntryId,
        sha256: Sha256Digest,
    ) -> Result<Zeroizing<Vec<u8>>, CaseworkError> {
        let stored = self.store.entry(entry).await?.ok_or(Refusal::UnknownEntry(entry))?;
        self.may_read_files(session, &stored)?;
        let (_, content) = self.read_stored(&stored).await?;
        let attachments = content.map(|content| content.attachments).unwrap_or_default();
        if attachments.iter().any(|file| file.sha256 == sha256) {
            self.read_object(stored.case, sha256).await
        } else {
            Err(Refusal::UnknownFile(sha256).into())
        }
    }

    /// A whole file of a journal. Every byte was authenticated, and the digest is the one asked for.
    pub(crate) async fn read_object(
        &self,
        journal: CaseId,
        sha256: Sha256Digest,
    ) -> Result<Zeroizing<Vec<u8>>, CaseworkError> {
        let mut object = self.open_object(journal, sha256).await?;
        let size = object.size();
        let length = usize::try_from(size).ok().filter(|_| size <= MAX_ATTACHED_BYTES);
        let length = length.ok_or(CaseworkError::FileTooLarge { bytes: size, most: MAX_ATTACHED_BYTES })?;
        let mut bytes = Zeroizing::new(vec![0; length]);
        let (mut done, mut at) = (0, 0);
        while done < length {
            let read = object.read_at(at, &mut bytes[done..])?;
            done += read;
            at += u64::try_from(read).expect("no more than the length");
        }
        if Sha256Digest::of(&bytes) == sha256 {
            Ok(bytes)
        } else {
            Err(CaseworkError::KeyMissing(format!("file {sha256}")))
        }
    }

    /// A file of a journal, to be streamed.
    pub(crate) async fn open_object(
        &self,
        journal: CaseId,
        sha256: Sha256Digest,
    ) -> Result<ObjectReader, CaseworkError> {
        for name in self.vault.names_of(*journal.as_bytes(), sha256) {
            let id = object_id(journal, &name);
            if let Some(wrapped) = self.store.wrap(WrapKind::Object, &id).await? {
                let key = self.case_key(journal).await?.unwrap_key(&object_context(&id), &wrapped);
                let key = key.map_err(|_| CaseworkError::KeyMissing(format!("file {sha256}")))?;
                return Ok(self.vault.read(&name, &key)?);
            }
        }
        Err(Refusal::UnknownFile(sha256).into())
    }

    /// An entry read from its bytes, and its content unless that was forgotten.
    pub(crate) async fn read_stored(
        &self,
        stored: &StoredEntry,
    ) -> Result<(SignedStatement, Option<Content>), CaseworkError> {
        let signed = SignedStatement::parse(&stored.statement)?;
        let opened = self.opened(stored, &signed).await?;
        let content = opened.map(|opened| signed.read_opened(&opened)).transpose()?;
        Ok((signed, content))
    }

    /// Salt and content of an entry in the clear; none once it was forgotten, even if somebody put it back into the
    /// database.
    pub(crate) async fn opened(
        &self,
        stored: &StoredEntry,
        signed: &SignedStatement,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, CaseworkError> {
        if signed.id() != stored.id {
            let what = "its statement is that of another entry".to_owned();
            return Err(CaseworkError::Damaged { index: stored.log_index, what });
        }
        if self.state().is_forgotten(stored.case, stored.id) {
            return Ok(None);
        }
        let Some(sealed) = &stored.sealed else { return Ok(None) };
        let Some(wrapped) = self.store.wrap(WrapKind::Entry, stored.id.as_bytes()).await? else {
            return Ok(None);
        };
        let case_key = self.case_key(stored.case).await?;
        let key = unwrap_entry_key(&case_key, stored.id, &Bytes(wrapped)).map_err(EntryError::from)?;
        Ok(Some(signed.unseal(&key, sealed)?))
    }

    /// The keys that open the files of a journal, for an intake that may bring what it holds already.
    pub(crate) async fn ring(&self, journal: CaseId) -> Result<JournalRing, CaseworkError> {
        let case_key = self.case_key(journal).await?;
        let mut ring = JournalRing { journal, keys: BTreeMap::new() };
        // No object's name sorts before the journal's identifier alone.
        let mut after = (WrapKind::Object, journal.as_bytes().to_vec());
        loop {
            let page = self.store.wraps(Some(after.clone()), PAGE).await?;
            let Some(last) = page.last() else { return Ok(ring) };
            after = (last.kind, last.id.clone());
            let of_journal = |kind, id: &[u8]| kind == WrapKind::Object && id.starts_with(journal.as_bytes());
            for wrap in page.iter().filter(|wrap| of_journal(wrap.kind, &wrap.id)) {
                ring.put(&case_key, &wrap.id, &wrap.wrapped);
            }
            if !of_journal(after.0, &after.1) {
                return Ok(ring);
            }
        }
    }

    /// The keys that open one content in a journal.
    async fn ring_for(&self, journal: CaseId, sha256: Sha256Digest) -> Result<JournalRing, CaseworkError> {
        let case_key = self.case_key(journal).await?;
        let mut ring = JournalRing { journal, keys: BTreeMap::new() };
        for id in self.object_ids(journal, sha256) {
            if let Some(wrapped) = self.store.wrap(WrapKind::Object, &id).await? {
                ring.put(&case_key, &id, &wrapped);
            }
        }
        Ok(ring)
    }

    /// Under which the keys of one content in a journal may be kept.
    fn object_ids(&self, journal: CaseId, sha256: Sha256Digest) -> impl Iterator<Item = Vec<u8>> {
        self.vault.names_of(*journal.as_bytes(), sha256).map(move |name| object_id(journal, &name))
    }

    /// Destroys the keys of the files that these entries hold and no other entry of their case does. `state` is that of the
    /// writer, who may be about to forget others in the same commit.
    pub(crate) async fn keys_only_of(
        &self,
        state: &State,
        case: CaseId,
        forgotten: &BTreeSet<EntryId>,
    ) -> Result<Vec<WrapChange>, CaseworkError> {
        let (mut lost, mut needed) = (BTreeSet::new(), BTreeSet::new());
        let mut from = 0;
        loop {
            let page = self.store.case_entries(case, from, PAGE).await?;
            let Some(last) = page.last() else { break };
            from = last.sequence + 1;
            for stored in page {
                let of_it = match forgotten.contains(&stored.id) {
                    true => &mut lost,
                    false if state.is_forgotten(case, stored.id) => continue,
                    false => &mut needed,
                };
                of_it.extend(self.files_of(&stored).await?);
            }
        }
        let mut destroyed = Vec::new();
        for sha256 in lost.difference(&needed) {
            destroyed.extend(self.keys_of_file(case, *sha256).await?);
        }
        Ok(destroyed)
    }

    /// Destroys the keys by which a journal opens a file.
    pub(crate) async fn keys_of_file(
        &self,
        journal: CaseId,
        sha256: Sha256Digest,
    ) -> Result<Vec<WrapChange>, CaseworkError> {
        let mut destroyed = Vec::new();
        for id in self.object_ids(journal, sha256) {
            if self.store.wrap(WrapKind::Object, &id).await?.is_some() {
                destroyed.push(WrapChange::Destroy(WrapKind::Object, id));
            }
        }
        Ok(destroyed)
    }

    /// Every file that an entry holds: its attachments, and what the manifest of an exhibit lists unless that stays in
    /// place.
    async fn files_of(&self, stored: &StoredEntry) -> Result<Vec<Sha256Digest>, CaseworkError> {
        let (mut files, manifest) = self.attached_to(stored).await?;
        if let Some(manifest) = manifest {
            files.extend(self.listed_in(stored.case, manifest).await?);
        }
        Ok(files)
    }

    /// The attachments of an entry, and which of them is the manifest of an exhibit whose files are in the vault. Files
    /// that stay in place are listed too, but the vault never had them.
    pub(crate) async fn attached_to(
        &self,
        stored: &StoredEntry,
    ) -> Result<(Vec<Sha256Digest>, Option<Sha256Digest>), CaseworkError> {
        let (signed, content) = self.read_stored(stored).await?;
        let received = (stored.kind.as_str() == ExhibitReceived::KIND)
            .then(|| read_body::<ExhibitReceived>(signed.unverified(), content.as_ref()).ok().flatten());
        // What an exhibit of a later version holds is not known here: its files are taken to be in the vault.
        let in_vault = received.is_some_and(|received| {
            received.is_none_or(|received| !matches!(received.holds, Holding::InPlace(_)))
        });
        let attached = content.map(|content| content.attachments).unwrap_or_default();
        let manifest = attached.iter().find(|file| in_vault && file.name == MANIFEST);
        let manifest = manifest.map(|file| file.sha256);
        Ok((attached.iter().map(|file| file.sha256).collect(), manifest))
    }

    /// The files that the manifest of an exhibit lists.
    pub(crate) async fn listed_in(
        &self,
        journal: CaseId,
        manifest: Sha256Digest,
    ) -> Result<Vec<Sha256Digest>, CaseworkError> {
        let seal = Seal::from_json(&self.read_object(journal, manifest).await?)?;
        Ok(seal.files.iter().map(|file| file.digests.sha256).collect())
    }
}

/// The keys of files of a journal. Overwritten when dropped.
pub(crate) struct JournalRing {
    journal: CaseId,
    keys: BTreeMap<Vec<u8>, Zeroizing<[u8; 32]>>,
}

impl JournalRing {
    /// Adds the key that is kept under `id`, if the key of the journal opens it.
    fn put(&mut self, case_key: &SecretKey, id: &[u8], wrapped: &[u8]) {
        if let Ok(key) = case_key.unwrap_key(&object_context(id), wrapped) {
            self.keys.insert(id[JOURNAL_BYTES..].to_vec(), Zeroizing::new(*key.expose()));
        }
    }
}

impl KeyRing for JournalRing {
    fn holder(&self) -> Holder {
        *self.journal.as_bytes()
    }

    fn key_of(&self, name: &ObjectName) -> Option<SecretKey> {
        self.keys.get(name.as_bytes().as_slice()).map(|key| SecretKey::from_bytes(**key))
    }
}

/// Under which a key of an object is kept: the journal's identifier, then the object's name.
pub(crate) fn object_id(journal: CaseId, name: &ObjectName) -> Vec<u8> {
    [journal.as_bytes().as_slice(), name.as_bytes()].concat()
}

/// The name of the object in such an identifier.
pub(crate) fn object_name(id: &[u8]) -> Option<ObjectName> {
    let name = id.get(JOURNAL_BYTES..).and_then(|name| name.try_into().ok())?;
    Some(ObjectName::from_bytes(name))
}

/// The objects whose keys a commit destroyed.
pub(crate) fn destroyed_objects(changes: &[WrapChange]) -> Vec<ObjectName> {
    let mut names = BTreeSet::new();
    for change in changes {
        let (kind, id, there) = match change {
            WrapChange::Put(wrap) => (wrap.kind, &wrap.id, true),
            WrapChange::Destroy(kind, id) => (*kind, id, false),
        };
        if kind != WrapKind::Object {
            continue;
        }
        let Some(name) = object_name(id) else { continue };
        if there {
            names.remove(&name)
        } else {
            names.insert(name)
        };
    }
    names.into_iter().collect()
}

/// The journal that such an identifier begins with.
pub(crate) fn object_journal(id: &[u8]) -> Option<CaseId> {
    id.first_chunk::<JOURNAL_BYTES>().map(|journal| CaseId::from_bytes(*journal))
}

pub(crate) fn object_context(id: &[u8]) -> Vec<u8> {
    [b"comity/object-key/1".as_slice(), id].concat()
}

//! Which files the entries hold, and whether each can still be read.
//!
//! What is needed follows from the entries alone. The keys in the database are what is checked: whoever deletes keys
//! there must not thereby make files look unneeded.

use std::collections::{BTreeMap, BTreeSet};

use comity_evidence::ObjectName;
use comity_record::{CaseId, EntryId, Sha256Digest};
use comity_store::{Store, WrapKind};

use crate::casework::{Casework, PAGE};
use crate::error::CaseworkError;
use crate::exchange::moved_letters;
use crate::files::{object_context, object_id, object_journal};
use crate::state::State;
use crate::upkeep::Fault;

/// What is said of a file that has a key and no object.
pub(crate) const NOT_IN_VAULT: &str = "it is not in the vault";

/// A file of a journal.
type FileOf = (CaseId, Sha256Digest);

/// The files that entries hold.
#[derive(Default)]
struct Held {
    /// The first entry that holds each.
    by: BTreeMap<FileOf, EntryId>,
    /// Manifests that could not be read: which files they list is not known.
    unread: BTreeSet<FileOf>,
}

/// What became of the files that entries hold.
#[derive(Default)]
pub(crate) struct Files {
    /// The objects that hold them, those of unread manifests excepted.
    pub(crate) live: BTreeSet<ObjectName>,
    /// The files that cannot be read.
    pub(crate) faults: BTreeSet<Fault>,
    /// The identifiers of keys that no entry needs.
    pub(crate) stray: BTreeSet<Vec<u8>>,
    /// Files without a key, and manifests that cannot be read, with the entries that hold them: as long as there are
    /// any, nobody knows which objects are needed.
    unknown: BTreeMap<FileOf, EntryId>,
}

impl Files {
    /// Leaves out what is as it should be by now: an entry may have been forgotten and a letter moved to a case since
    /// the entries were read. `state` is that of the writer, whose lock is held.
    fn settle(mut self, state: &State) -> Self {
        let moved = moved_letters(state);
        let excused = |journal: CaseId, file: Sha256Digest, entry: EntryId| {
            state.is_excused(journal, entry) || moved.contains(&(journal, file))
        };
        self.faults.retain(
            |fault| !matches!(fault, Fault::File { case, entry, file, .. } if excused(*case, *file, *entry)),
        );
        self.unknown.retain(|(journal, file), entry| !excused(*journal, *file, *entry));
        self
    }

    /// The objects that are needed, once all of them are known.
    pub(crate) fn needed(self) -> Result<BTreeSet<ObjectName>, CaseworkError> {
        match self.unknown.first_key_value() {
            None => Ok(self.live),
            Some(((case, _), entry)) => {
                Err(CaseworkError::FilesLost { files: self.unknown.len(), case: *case, entry: *entry })
            }
        }
    }
}

impl<S: Store> Casework<S> {
    /// Every file that an entry holds, and whether its key and its object are there.
    pub(crate) async fn files(&self) -> Result<Files, CaseworkError> {
        let files = self.look_at_files().await?;
        Ok(files.settle(&*self.writer.lock().await))
    }

    /// The identifiers of the keys of objects that no entry needs. For whoever holds the writer's lock.
    pub(crate) async fn stray_keys(&self) -> Result<BTreeSet<Vec<u8>>, CaseworkError> {
        Ok(self.look_at_files().await?.stray)
    }

    async fn look_at_files(&self) -> Result<Files, CaseworkError> {
        // Keys come and go in the commit of their entry. So a key that was there before the entries were read and is
        // there afterwards is needed by one of them, and one that is missing afterwards was destroyed or forgotten.
        let before = self.object_keys().await?;
        let held = self.held().await?;
        let after = self.object_keys().await?;
        let keys: BTreeSet<_> = after.iter().filter(|(_, opens)| **opens).map(|(id, _)| id.clone()).collect();
        let stray = before.into_keys().filter(|id| after.contains_key(id)).collect();
        // A list of a thousand names costs a store elsewhere as much as one question after one name.
        let there: BTreeSet<_> = self.vault.names()?.into_iter().collect();
        let mut files = Files { stray, ..Files::default() };
        // What an unread manifest lists needs its keys all the same.
        let unread: BTreeSet<_> = held.unread.iter().map(|(journal, _)| *journal).collect();
        files.stray.retain(|id| !object_journal(id).is_some_and(|journal| unread.contains(&journal)));
        for (&(case, file), &entry) in &held.by {
            let mut fault = |what| files.faults.insert(Fault::File { case, entry, file, what });
            let names: Vec<_> = self.vault.names_of(*case.as_bytes(), file).collect();
            for name in &names {
                files.stray.remove(&object_id(case, name));
            }
            let named: Vec<_> =
                names.into_iter().filter(|name| keys.contains(&object_id(case, name))).collect();
            let mut whole = true;
            for name in &named {
                // What came since the names were listed is looked for by itself.
                whole &= there.contains(name) || self.vault.holds(name)?;
            }
            let unread = held.unread.contains(&(case, file));
            match (named.is_empty(), whole) {
                (true, _) => fault("its key is gone"),
                (_, false) => fault(NOT_IN_VAULT),
                _ if unread => fault("it cannot be read"),
                _ => false,
            };
            if named.is_empty() || unread {
                files.unknown.insert((case, file), entry);
            }
            files.live.extend(named);
        }
        Ok(files)
    }

    /// Every file that an entry holds, from the entries and the manifests of exhibits.
    async fn held(&self) -> Result<Held, CaseworkError> {
        let mut held = Held::default();
        let mut from = 0;
        loop {
            let page = self.store.log_entries(from, PAGE).await?;
            let Some(last) = page.last() else { return Ok(held) };
            from = last.log_index + 1;
            for stored in page {
                let journal = stored.case;
                let (files, manifest) = self.attached_to(&stored).await?;
                let listed = match manifest {
                    None => vec![],
                    Some(manifest) => match self.listed_in(journal, manifest).await {
                        Ok(listed) => listed,
                        Err(CaseworkError::Store(error)) => return Err(error.into()),
                        Err(_) => {
                            held.unread.insert((journal, manifest));
                            vec![]
                        }
                    },
                };
                for file in files.into_iter().chain(listed) {
                    held.by.entry((journal, file)).or_insert(stored.id);
                }
            }
        }
    }

    /// The identifiers of the keys of objects that are there, and whether each opens.
    async fn object_keys(&self) -> Result<BTreeMap<Vec<u8>, bool>, CaseworkError> {
        let mut keys = BTreeMap::new();
        let mut after = Some((WrapKind::Object, vec![]));
        loop {
            let page = self.store.wraps(after, PAGE).await?;
            let Some(last) = page.last() else { return Ok(keys) };
            after = Some((last.kind, last.id.clone()));
            for wrap in page.into_iter().filter(|wrap| wrap.kind == WrapKind::Object) {
                let opens = match object_journal(&wrap.id) {
                    None => false,
                    Some(journal) => match self.case_key(journal).await {
                        Err(CaseworkError::KeyMissing(_)) => false,
                        key => key?.unwrap_key(&object_context(&wrap.id), &wrap.wrapped).is_ok(),
                    },
                };
                keys.insert(wrap.id, opens);
            }
        }
    }
}

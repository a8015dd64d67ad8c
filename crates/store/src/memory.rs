//! A store in memory: for tests, and as the plainest statement of what a store does.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use comity_record::{CaseId, EntryId};

use crate::{
    Delta, Head, MAX_PAGE, QueueChange, QueueItem, Row, RowChange, Store, StoreError, StoredEntry, Wrap,
    WrapChange, WrapKind,
};

/// Keeps everything in memory and loses it when dropped.
#[derive(Default)]
pub struct MemoryStore(Mutex<Tables>);

#[derive(Clone, Default)]
struct Tables {
    log: Vec<StoredEntry>,
    wraps: BTreeMap<(WrapKind, Vec<u8>), Vec<u8>>,
    rows: BTreeMap<(String, Vec<u8>), Row>,
    settings: BTreeMap<String, Vec<u8>>,
    queue: BTreeMap<(String, Vec<u8>), QueueItem>,
}

impl MemoryStore {
    /// Replaces an entry, as somebody with access to the database file could. For tests of what notices it.
    pub fn overwrite_entry(&self, index: u64, entry: StoredEntry) {
        let mut tables = self.tables();
        if let Some(found) = tables.log.iter_mut().find(|e| e.log_index == index) {
            *found = entry;
        }
    }

    fn tables(&self) -> MutexGuard<'_, Tables> {
        // A panic while the lock is held leaves the tables as they were: changes are made on a copy.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tables {
    fn size(&self) -> u64 {
        u64::try_from(self.log.len()).expect("a vector's length")
    }

    fn apply(&mut self, delta: Delta) -> Result<(), StoreError> {
        if delta.expected_size != self.size() {
            return Err(StoreError::Conflict { expected: delta.expected_size, found: self.size() });
        }
        for entry in delta.append {
            if entry.log_index != self.size() {
                return Err(StoreError::Refused("log indexes leave a gap"));
            }
            if self.log.iter().any(|e| e.id == entry.id) {
                return Err(StoreError::Refused("an entry is there already"));
            }
            if self.log.iter().any(|e| e.case == entry.case && e.sequence == entry.sequence) {
                return Err(StoreError::Refused("a place in the case is taken"));
            }
            self.log.push(entry);
        }
        for change in delta.wraps {
            match change {
                WrapChange::Put(wrap) => self.wraps.insert((wrap.kind, wrap.id), wrap.wrapped),
                WrapChange::Destroy(kind, id) => self.wraps.remove(&(kind, id)),
            };
        }
        for id in delta.forget {
            let entry =
                self.log.iter_mut().find(|e| e.id == id).ok_or(StoreError::Refused("no such entry"))?;
            entry.sealed = None;
            self.rows.retain(|_, row| row.source != id);
        }
        if delta.rows.contains(&RowChange::Clear) {
            self.rows.clear();
        }
        for change in delta.rows {
            match change {
                RowChange::Put(row) => drop(self.rows.insert((row.view.clone(), row.key.clone()), row)),
                RowChange::Delete(view, key) => drop(self.rows.remove(&(view, key))),
                RowChange::Clear => {}
            }
        }
        for (name, value) in delta.settings {
            match value {
                Some(value) => self.settings.insert(name, value),
                None => self.settings.remove(&name),
            };
        }
        for change in delta.queue {
            match change {
                QueueChange::Put(item) => self.queue.insert((item.queue.clone(), item.id.clone()), item),
                QueueChange::Remove(queue, id) => self.queue.remove(&(queue, id)),
            };
        }
        Ok(())
    }
}

/// The first `limit` items of a page.
fn page<T>(items: impl Iterator<Item = T>, limit: u32) -> Vec<T> {
    let limit = usize::try_from(limit.min(MAX_PAGE)).expect("a page fits in memory");
    items.take(limit).collect()
}

impl Store for MemoryStore {
    async fn head(&self) -> Result<Head, StoreError> {
        Ok(Head { size: self.tables().size() })
    }

    async fn commit(&self, delta: Delta) -> Result<(), StoreError> {
        let mut tables = self.tables();
        let mut changed = tables.clone();
        changed.apply(delta)?;
        *tables = changed;
        Ok(())
    }

    async fn entry(&self, id: EntryId) -> Result<Option<StoredEntry>, StoreError> {
        Ok(self.tables().log.iter().find(|e| e.id == id).cloned())
    }

    async fn case_entries(
        &self,
        case: CaseId,
        from: u64,
        limit: u32,
    ) -> Result<Vec<StoredEntry>, StoreError> {
        let tables = self.tables();
        let mut entries: Vec<_> =
            tables.log.iter().filter(|e| e.case == case && e.sequence >= from).cloned().collect();
        entries.sort_by_key(|e| e.sequence);
        Ok(page(entries.into_iter(), limit))
    }

    async fn log_entries(&self, from: u64, limit: u32) -> Result<Vec<StoredEntry>, StoreError> {
        Ok(page(self.tables().log.iter().filter(|e| e.log_index >= from).cloned(), limit))
    }

    async fn wrap(&self, kind: WrapKind, id: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.tables().wraps.get(&(kind, id.to_vec())).cloned())
    }

    async fn wraps(&self, after: Option<(WrapKind, Vec<u8>)>, limit: u32) -> Result<Vec<Wrap>, StoreError> {
        let tables = self.tables();
        let later = tables.wraps.iter().filter(|(name, _)| after.as_ref().is_none_or(|a| *name > a));
        let wraps =
            later.map(|((kind, id), wrapped)| Wrap { kind: *kind, id: id.clone(), wrapped: wrapped.clone() });
        Ok(page(wraps, limit))
    }

    async fn row(&self, view: &str, key: &[u8]) -> Result<Option<Row>, StoreError> {
        Ok(self.tables().rows.get(&(view.to_owned(), key.to_vec())).cloned())
    }

    async fn rows(
        &self,
        view: &str,
        case: Option<CaseId>,
        after: Option<&[u8]>,
        limit: u32,
    ) -> Result<Vec<Row>, StoreError> {
        let tables = self.tables();
        let found = tables.rows.values().filter(|row| {
            row.view == view
                && case.is_none_or(|case| row.case == Some(case))
                && after.is_none_or(|after| row.key.as_slice() > after)
        });
        Ok(page(found.cloned(), limit))
    }

    async fn setting(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.tables().settings.get(name).cloned())
    }

    async fn due(&self, queue: &str, now: i64, limit: u32) -> Result<Vec<QueueItem>, StoreError> {
        let tables = self.tables();
        let mut items: Vec<_> =
            tables.queue.values().filter(|i| i.queue == queue && i.due <= now).cloned().collect();
        items.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
        Ok(page(items.into_iter(), limit))
    }

    async fn close(&self) -> Result<(), StoreError> {
        Ok(())
    }
}

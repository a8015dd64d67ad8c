//! Reads the log back: every byte is checked again before it counts.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use comity_record::entry::{Content, SignedStatement, unwrap_entry_key};
use comity_record::key::SecretKey;
use comity_record::seal::{NodeSeal, SignedSeal};
use comity_record::{Bytes, CaseId, EntryId};
use comity_store::{Row, RowChange, Store, StoredEntry, WrapKind};

use crate::body::office_journal;
use crate::casework::{PAGE, case_context};
use crate::error::CaseworkError;
use crate::keyring::Keyring;
use crate::known;
use crate::refusal::Refusal;
use crate::state::{State, is_decision};
use crate::view;

/// A pass over the log from its beginning.
pub(crate) struct Fold<'a, S> {
    store: &'a S,
    keyring: &'a Keyring,
    /// What is known of the log already: contents that were forgotten later are not read again on the way there.
    known: Arc<State>,
    case_keys: HashMap<CaseId, SecretKey>,
    /// Entries whose content is gone: journal, and index in the log.
    missing: BTreeMap<EntryId, (CaseId, u64)>,
    /// What has been folded so far.
    pub(crate) state: State,
    /// The rows that the entries leave, if they are wanted.
    pub(crate) rows: Option<Vec<Row>>,
}

impl<'a, S: Store> Fold<'a, S> {
    /// Folds the whole log.
    pub(crate) async fn whole(store: &'a S, keyring: &'a Keyring) -> Result<Self, CaseworkError> {
        let fold = Self::run(store, keyring, Arc::default(), None).await?;
        fold.explain()?;
        Ok(fold)
    }

    /// Folds the whole log again and makes the rows of the views. `known` is what it was folded to before.
    pub(crate) async fn with_rows(
        store: &'a S,
        keyring: &'a Keyring,
        known: Arc<State>,
    ) -> Result<Self, CaseworkError> {
        let fold = Self::run(store, keyring, known, Some(Vec::new())).await?;
        fold.explain()?;
        Ok(fold)
    }

    /// Folds a log that was just copied back: keys may have been destroyed since it was copied, and no entry says so
    /// yet.
    pub(crate) async fn restored(store: &'a S, keyring: &'a Keyring) -> Result<Self, CaseworkError> {
        Self::run(store, keyring, Arc::default(), None).await
    }

    async fn run(
        store: &'a S,
        keyring: &'a Keyring,
        known: Arc<State>,
        rows: Option<Vec<Row>>,
    ) -> Result<Self, CaseworkError> {
        let mut fold = Self {
            store,
            keyring,
            known,
            case_keys: HashMap::new(),
            missing: BTreeMap::new(),
            state: State::default(),
            rows,
        };
        fold.read_on().await?;
        Ok(fold)
    }

    /// Folds what has come since.
    pub(crate) async fn go_on(&mut self) -> Result<(), CaseworkError> {
        self.read_on().await?;
        self.explain()
    }

    async fn read_on(&mut self) -> Result<(), CaseworkError> {
        loop {
            let page = self.store.log_entries(self.state.size(), PAGE).await?;
            if page.is_empty() {
                return Ok(());
            }
            for entry in page {
                self.entry(entry).await?;
            }
        }
    }

    async fn entry(&mut self, stored: StoredEntry) -> Result<(), CaseworkError> {
        let index = self.state.size();
        let damaged = |what: &str| CaseworkError::Damaged { index, what: what.to_owned() };
        let node = self.keyring.signing().verifying_key();
        let signed = SignedStatement::parse(&stored.statement).map_err(|e| damaged(&e.to_string()))?;
        let seal = SignedSeal::parse(&stored.seal).map_err(|e| damaged(&e.to_string()))?;
        let seal = seal.verify(&node).map_err(|e| damaged(&format!("the node's seal: {e}")))?;
        let statement = signed.unverified();
        if stored.id != signed.id() || stored.case != statement.case || stored.kind != statement.kind {
            return Err(damaged("the row does not say what the statement says"));
        }
        if stored.sequence != seal.sequence || stored.log_index != seal.log_index {
            return Err(damaged("the row does not say what the seal says"));
        }
        self.follows(seal, signed.id(), statement.case).map_err(damaged)?;
        let content = self.content(&stored, &signed).await?;
        if content.is_none() {
            let of_office = statement.case == office_journal(statement.office);
            if of_office || is_decision(statement.kind.as_str()) {
                // It would fold as if it had never been: a right that was taken away would be back.
                let what = format!("the content of entry {}, {}, is gone", stored.id, statement.kind);
                return Err(damaged(&what));
            }
            self.missing.insert(stored.id, (statement.case, index));
        }
        self.state
            .apply(&signed, content.as_ref(), seal, &node)
            .map_err(|e| damaged(&format!("it is not admitted: {e}")))?;
        if seal.incarnation != self.state.incarnation() {
            return Err(damaged("the seal names another life of the log"));
        }
        if let Some(rows) = &mut self.rows {
            rows.extend(view::rows(&self.state, stored.id, statement, content.as_ref(), seal));
            let key = self.keyring.known_values();
            rows.extend(known::rows(&key, stored.id, statement, content.as_ref()));
            for forgotten in self.state.forgets(statement) {
                // What was read before it was known to be forgotten, too, leaves nothing in a row.
                rows.push(forgotten_row(self.store, self.keyring, forgotten).await?);
            }
        }
        Ok(())
    }

    /// Whether a seal goes on where the one before it ended.
    fn follows(&self, seal: &NodeSeal, id: EntryId, case: CaseId) -> Result<(), &'static str> {
        let end = self.state.end(case);
        if seal.entry != id || seal.case != case {
            return Err("the seal is that of another entry");
        }
        if seal.log_index != self.state.size() || seal.sequence != end.next || seal.previous != end.last {
            return Err("an entry is missing before it, or is there twice");
        }
        if self.state.recorded().is_some_and(|last| seal.recorded < last) {
            return Err("its recorded time runs backwards");
        }
        Ok(())
    }

    async fn content(
        &mut self,
        stored: &StoredEntry,
        signed: &SignedStatement,
    ) -> Result<Option<Content>, CaseworkError> {
        let index = self.state.size();
        let damaged = |what: String| CaseworkError::Damaged { index, what };
        if self.known.is_forgotten(stored.case, stored.id) {
            return Ok(None);
        }
        let Some(sealed) = &stored.sealed else { return Ok(None) };
        let Some(wrapped) = self.store.wrap(WrapKind::Entry, stored.id.as_bytes()).await? else {
            return Ok(None);
        };
        if !self.case_keys.contains_key(&stored.case) {
            let key = read_case_key(self.store, self.keyring, stored.case).await?;
            self.case_keys.insert(stored.case, key);
        }
        let case_key = &self.case_keys[&stored.case];
        let key =
            unwrap_entry_key(case_key, stored.id, &Bytes(wrapped)).map_err(|e| damaged(e.to_string()))?;
        signed.open(&key, sealed).map(Some).map_err(|e| damaged(e.to_string()))
    }

    /// A content may be missing when an approval destroyed it, or when the restoration from a backup says that it was
    /// not there any more.
    fn explain(&self) -> Result<(), CaseworkError> {
        match self.unexplained().next() {
            None => Ok(()),
            Some((entry, index)) => Err(CaseworkError::Damaged {
                index,
                what: format!("the content of entry {entry} is gone and nobody approved that"),
            }),
        }
    }

    /// The entries whose content is gone and of which no entry says so, with their indexes in the log.
    pub(crate) fn unexplained(&self) -> impl Iterator<Item = (EntryId, u64)> {
        let open =
            self.missing.iter().filter(|(entry, (journal, _))| !self.state.is_excused(*journal, **entry));
        open.map(|(entry, (_, index))| (*entry, *index))
    }

    /// The rows in the order in which a store keeps them: the last one of a key counts.
    pub(crate) fn final_rows(&mut self) -> Vec<Row> {
        let mut rows = self.rows.take().unwrap_or_default();
        // What was read before it was known to be forgotten is known to no case any more.
        rows.retain(|row| {
            let gone = |case: CaseId| self.state.is_forgotten(case, row.source);
            row.view != known::KNOWN || !row.case.is_some_and(gone)
        });
        let by_key: BTreeMap<_, _> =
            rows.into_iter().map(|row| ((row.view.clone(), row.key.clone()), row)).collect();
        by_key.into_values().collect()
    }
}

/// Replaces all rows of the views by these.
pub(crate) fn replace_rows(rows: Vec<Row>) -> Vec<RowChange> {
    std::iter::once(RowChange::Clear).chain(rows.into_iter().map(RowChange::Put)).collect()
}

/// The row of an entry whose content was forgotten.
pub(crate) async fn forgotten_row<S: Store>(
    store: &S,
    keyring: &Keyring,
    entry: EntryId,
) -> Result<Row, CaseworkError> {
    let stored = store.entry(entry).await?.ok_or(Refusal::UnknownEntry(entry))?;
    let signed = SignedStatement::parse(&stored.statement)?;
    let seal = SignedSeal::parse(&stored.seal)?;
    let seal = seal.verify(&keyring.signing().verifying_key())?;
    Ok(view::timeline(entry, signed.unverified(), None, seal))
}

/// The entries among those that were forgotten whose content or key is in the store again.
pub(crate) async fn returned<S: Store>(
    store: &S,
    state: &State,
) -> Result<Vec<(CaseId, EntryId)>, CaseworkError> {
    let mut returned = Vec::new();
    for (case, entry) in state.forgotten() {
        let content = store.entry(entry).await?.is_some_and(|stored| stored.sealed.is_some());
        if content || store.wrap(WrapKind::Entry, entry.as_bytes()).await?.is_some() {
            returned.push((case, entry));
        }
    }
    Ok(returned)
}

/// The key of a case, unwrapped.
pub(crate) async fn read_case_key<S: Store>(
    store: &S,
    keyring: &Keyring,
    case: CaseId,
) -> Result<SecretKey, CaseworkError> {
    let wrapped = store
        .wrap(WrapKind::Case, case.as_bytes())
        .await?
        .ok_or_else(|| CaseworkError::KeyMissing(format!("case {case}")))?;
    keyring
        .case_wrapping()
        .unwrap_key(&case_context(case), &wrapped)
        .map_err(|_| CaseworkError::KeyMissing(format!("case {case}")))
}

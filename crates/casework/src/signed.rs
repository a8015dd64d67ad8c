//! Entries for whoever reads them, made from the signed bytes and from no row.
//!
//! The second person decides on what is shown. Whoever reaches the database can edit a row of a view, and nobody would
//! notice before the next verification.

use comity_record::CaseId;
use comity_record::entry::SignedStatement;
use comity_record::seal::SignedSeal;
use comity_store::{Store, StoredEntry};

use crate::casework::Casework;
use crate::error::CaseworkError;
use crate::state::State;
use crate::view::{TimelineRow, timeline_row};

/// Which kinds are wanted.
pub(crate) type Wanted<'a> = &'a (dyn Fn(&str) -> bool + Sync);

impl<S: Store> Casework<S> {
    /// The entries of a journal at the places from `from` until before `until`, as far as `state` has come, that are of
    /// a wanted kind. The node's seal holds for each, and its content is the one that was signed.
    ///
    /// # Errors
    /// Names the entry that is not what the node sealed, is missing, or has lost its content.
    pub(crate) async fn signed_rows(
        &self,
        state: &State,
        journal: CaseId,
        (from, until): (u64, u64),
        wanted: Wanted<'_>,
    ) -> Result<Vec<TimelineRow>, CaseworkError> {
        let until = until.min(state.end(journal).next);
        let (mut rows, mut at) = (Vec::new(), from);
        while at < until {
            let left = u32::try_from(until - at).unwrap_or(u32::MAX);
            let page = self.store.case_entries(journal, at, left).await?;
            if page.first().is_none_or(|first| first.sequence != at) {
                let what = format!("entry {at} of the journal {journal} is not in the database");
                return Err(CaseworkError::Damaged { index: state.size(), what });
            }
            for stored in page.iter().take_while(|stored| stored.sequence < until) {
                if stored.sequence != at {
                    break;
                }
                rows.extend(self.signed_row(state, stored, wanted).await?);
                at += 1;
            }
        }
        Ok(rows)
    }

    async fn signed_row(
        &self,
        state: &State,
        stored: &StoredEntry,
        wanted: Wanted<'_>,
    ) -> Result<Option<TimelineRow>, CaseworkError> {
        let damaged = |what: &str| CaseworkError::Damaged { index: stored.log_index, what: what.to_owned() };
        if let Ok(case) = state.case(stored.case) {
            // The state knows the entries of a case by their kinds: what is not wanted need not be read.
            let standing = case.standing(stored.id);
            if !wanted(standing.map_err(|_| damaged("the case has no such entry"))?.kind.as_str()) {
                return Ok(None);
            }
        }
        let signed = SignedStatement::parse(&stored.statement).map_err(|e| damaged(&e.to_string()))?;
        let seal = SignedSeal::parse(&stored.seal).map_err(|e| damaged(&e.to_string()))?;
        let seal = seal.verify(&self.node_key()).map_err(|e| damaged(&format!("the node's seal: {e}")))?;
        let place = (seal.entry, seal.case, seal.sequence);
        if signed.id() != stored.id || place != (stored.id, stored.case, stored.sequence) {
            return Err(damaged("it is not what the node sealed for this place"));
        }
        let statement = signed.unverified();
        if !wanted(statement.kind.as_str()) {
            return Ok(None);
        }
        let content = match self.opened(stored, &signed).await? {
            Some(opened) => Some(signed.read_opened(&opened)?),
            // It may have been forgotten just now, in a commit of which the state does not tell yet.
            None if state.is_excused(stored.case, stored.id)
                || self.writer.lock().await.is_excused(stored.case, stored.id) =>
            {
                None
            }
            None => return Err(damaged("its content is gone and nobody approved that")),
        };
        Ok(Some(timeline_row(stored.id, statement, content.as_ref(), seal)))
    }
}

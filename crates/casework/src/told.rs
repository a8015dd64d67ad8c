//! What a case says of one subject: its entries of some kinds, with what became of each.

use comity_record::entry::{Attachment, Author};
use comity_record::{ActTime, CaseId, EntryId, RecordedTime, Value};
use comity_store::Store;
use serde::de::DeserializeOwned;

use crate::body::{Body as _, EntryCorrected};
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;
use crate::view::TimelineRow;

/// An entry as it counts now: with the body of its last correction, and marked where it does not count any more.
#[derive(Clone, Debug)]
pub struct Told {
    /// The entry.
    pub entry: EntryId,
    /// Its place in the case.
    pub sequence: u64,
    /// Its kind.
    pub kind: String,
    /// Who made it.
    pub author: Author,
    /// When the act took place.
    pub act: ActTime,
    /// When the node recorded it.
    pub recorded: RecordedTime,
    /// The entries that it speaks of, with the role of each.
    pub refs: Vec<(String, EntryId)>,
    /// The files that belong to it.
    pub attachments: Vec<Attachment>,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    body: Option<Value>,
}

impl Told {
    /// The body, if it was not forgotten and is of the form that this version knows.
    pub fn body<T: DeserializeOwned>(&self) -> Option<T> {
        self.body.as_ref()?.deserialized().ok()
    }

    /// The first entry that it refers to in this role.
    pub fn reference(&self, role: &str) -> Option<EntryId> {
        self.refs.iter().find(|(of, _)| of == role).map(|(_, entry)| *entry)
    }
}

impl<S: Store> Casework<S> {
    /// The entries of these kinds in a case or in the journal of the own office, in order.
    ///
    /// # Errors
    /// Fails when the officer may not read it, and names an entry that is not what the node sealed.
    pub async fn entries_of(
        &self,
        session: &Session,
        journal: CaseId,
        kinds: &[&str],
    ) -> Result<Vec<Told>, CaseworkError> {
        self.may_read(session, journal)?;
        let state = self.state();
        let case = state.case(journal).ok();
        let mut told: Vec<Told> = Vec::new();
        let wanted = |kind: &str| kinds.contains(&kind) || kind == EntryCorrected::KIND;
        for row in self.signed_rows(&state, journal, (0, u64::MAX), &wanted).await? {
            let standing = case.and_then(|case| case.standing(row.entry).ok());
            if kinds.contains(&row.kind.as_str()) {
                told.push(Told {
                    entry: row.entry,
                    sequence: row.sequence,
                    kind: row.kind,
                    author: row.author,
                    act: row.act,
                    recorded: row.recorded,
                    refs: row.refs,
                    attachments: row.attachments,
                    withdrawn: standing.is_some_and(|standing| standing.withdrawn_by.is_some()),
                    body: row.body,
                });
            } else {
                correct(&mut told, &row);
            }
        }
        Ok(told)
    }
}

/// Puts the corrected body in the place of the old one; the last correction counts.
fn correct(told: &mut [Told], correction: &TimelineRow) {
    let corrected = correction.refs.iter().find(|(role, _)| role == "corrects").map(|(_, entry)| *entry);
    let body = correction.body.as_ref().and_then(|body| body.deserialized::<EntryCorrected>().ok());
    if let (Some(corrected), Some(body)) = (corrected, body)
        && let Some(entry) = told.iter_mut().find(|told| told.entry == corrected && told.body.is_some())
    {
        entry.body = Some(body.body);
    }
}

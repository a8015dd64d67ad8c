//! Steps in a case: opening, notes, members, correction, withdrawal, hand-over, and what takes two persons.

use comity_record::entry::SignedStatement;
use comity_record::seal::SignedSeal;
use comity_record::{CaseId, EntryId, OfficeId, OfficerId};
use comity_store::{MAX_PAGE, Store};

use crate::body::{
    Body, CaseAct, CaseApproval, CaseAssigned, CaseClosed, CaseOpened, CaseProposal, CaseRejection,
    CaseReopened, EntryCorrected, EntryWithdrawn, HandedOver, NoteWritten, TakenOver, WithdrawalGround,
    office_journal,
};
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::Refusal;
use crate::state::Standing;
use crate::view::{CaseRow, TimelineRow, case_row};

/// An entry in a time line, with what became of it.
#[derive(Clone, Debug)]
pub struct TimelineEntry {
    /// The row.
    pub row: TimelineRow,
    /// What became of the entry; none in the journal of an office, where nothing is changed afterwards.
    pub standing: Option<Standing>,
}

impl<S: Store> Casework<S> {
    /// Opens a case. Whoever opens it is its first member.
    ///
    /// # Errors
    /// Says why the case was not opened.
    pub async fn open_case(
        &self,
        session: &Session,
        title: String,
        register_number: Option<String>,
    ) -> Result<(CaseId, Receipt), CaseworkError> {
        let case = CaseId::draw(self.entropy.as_ref());
        // A node is real or exercise as a whole, so there is nothing to choose and nothing to choose wrongly.
        let exercise = self.state().office(session.office)?.exercise;
        let body = CaseOpened { title, register_number, exercise };
        Ok((case, self.record(session, case, &body, With::default()).await?))
    }

    /// Writes a note.
    ///
    /// # Errors
    /// Says why the note was not taken.
    pub async fn write_note(
        &self,
        session: &Session,
        case: CaseId,
        text: String,
    ) -> Result<Receipt, CaseworkError> {
        self.record(session, case, &NoteWritten { text }, With::default()).await
    }

    /// Lets an officer join or leave those who work on a case.
    ///
    /// # Errors
    /// Says why it was not done.
    pub async fn assign(
        &self,
        session: &Session,
        case: CaseId,
        officer: OfficerId,
        member: bool,
    ) -> Result<Receipt, CaseworkError> {
        self.record(session, case, &CaseAssigned { officer, member }, With::default()).await
    }

    /// Ends the work on a case.
    ///
    /// # Errors
    /// Says why it was not done.
    pub async fn close_case(
        &self,
        session: &Session,
        case: CaseId,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        self.record(session, case, &CaseClosed { reason }, With::default()).await
    }

    /// Goes on with a closed case.
    ///
    /// # Errors
    /// Says why it was not done.
    pub async fn reopen_case(
        &self,
        session: &Session,
        case: CaseId,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        self.record(session, case, &CaseReopened { reason }, With::default()).await
    }

    /// Offers a case to another office of this node.
    ///
    /// # Errors
    /// Says why it was not done.
    pub async fn hand_over(
        &self,
        session: &Session,
        case: CaseId,
        to: OfficeId,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        self.record(session, case, &HandedOver { to, reason }, With::default()).await
    }

    /// Takes a case that another office offered to this one. Whoever takes it is its first member.
    ///
    /// # Errors
    /// Says why it was not done.
    pub async fn take_over(&self, session: &Session, case: CaseId) -> Result<Receipt, CaseworkError> {
        self.record(session, case, &TakenOver {}, With::default()).await
    }

    /// Says what an entry should have said. The old entry stays as it was.
    ///
    /// # Errors
    /// Says why the correction was not taken: the kind is another, say.
    pub async fn correct<B: Body>(
        &self,
        session: &Session,
        case: CaseId,
        entry: EntryId,
        body: &B,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let state = self.state();
        if state.case(case)?.standing(entry)?.kind != B::kind() {
            return Err(Refusal::Body("the correction is of another kind".to_owned()).into());
        }
        let value = comity_record::cbor::value_from_canonical(&comity_record::cbor::to_canonical(body)?)?;
        let body = EntryCorrected { reason, body: value };
        self.record(session, case, &body, With::reference("corrects", entry)).await
    }

    /// Says that an entry does not count.
    ///
    /// # Errors
    /// Says why the withdrawal was not taken.
    pub async fn withdraw(
        &self,
        session: &Session,
        case: CaseId,
        entry: EntryId,
        ground: WithdrawalGround,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let body = EntryWithdrawn { ground, reason };
        self.record(session, case, &body, With::reference("withdraws", entry)).await
    }

    /// Proposes a step that takes two persons.
    ///
    /// # Errors
    /// Says why the proposal was not taken.
    pub async fn propose(
        &self,
        session: &Session,
        case: CaseId,
        act: CaseAct,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        self.record(session, case, &CaseProposal { act, reason }, With::default()).await
    }

    /// Approves a step that another person proposed. To forget an entry takes effect at once and for ever; other
    /// steps can be taken from now on.
    ///
    /// # Errors
    /// Says why the approval was not taken: by the same person, say.
    pub async fn approve_in_case(
        &self,
        session: &Session,
        case: CaseId,
        proposal: EntryId,
    ) -> Result<Receipt, CaseworkError> {
        let halves = self.halves_for(session, case, proposal).await?;
        self.record(session, case, &CaseApproval { halves }, With::reference("approves", proposal)).await
    }

    /// Rejects a step that was proposed.
    ///
    /// # Errors
    /// Says why the rejection was not taken.
    pub async fn reject_in_case(
        &self,
        session: &Session,
        case: CaseId,
        proposal: EntryId,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        self.record(session, case, &CaseRejection { reason }, With::reference("rejects", proposal)).await
    }

    /// The cases that an officer may read.
    ///
    /// # Errors
    /// Fails when the policies cannot be asked.
    pub fn cases(&self, session: &Session) -> Result<Vec<CaseRow>, CaseworkError> {
        let (state, mut cases) = (self.state(), Vec::new());
        for case in state.cases() {
            match self.may(session, case.id, "case.read") {
                Ok(()) => cases.extend(case_row(&state, case.id)),
                Err(CaseworkError::Refused(_)) => {}
                Err(e) => return Err(e),
            }
        }
        Ok(cases)
    }

    /// The time line of a case or of the office's own journal, from a place in it on: what was signed, whatever the rows
    /// of the database say.
    ///
    /// # Errors
    /// Fails when the officer may not read it, and names an entry that is not what the node sealed.
    pub async fn timeline(
        &self,
        session: &Session,
        journal: CaseId,
        from: u64,
        limit: u32,
    ) -> Result<Vec<TimelineEntry>, CaseworkError> {
        let of_office = journal == office_journal(session.office);
        self.may(session, journal, if of_office { "office.read" } else { "case.read" })?;
        let state = self.state();
        let until = from.saturating_add(u64::from(limit.min(MAX_PAGE)));
        let rows = self.signed_rows(&state, journal, (from, until), &|_| true).await?;
        let case = state.case(journal).ok();
        let standing = |row: &TimelineRow| case.and_then(|case| case.standing(row.entry).ok().cloned());
        Ok(rows.into_iter().map(|row| TimelineEntry { standing: standing(&row), row }).collect())
    }

    /// The bytes of an entry's statement and seal, for somebody who wants to check them.
    ///
    /// # Errors
    /// Fails when the officer may not read the journal.
    pub async fn signed_entry(
        &self,
        session: &Session,
        entry: EntryId,
    ) -> Result<(SignedStatement, SignedSeal), CaseworkError> {
        let stored = self.store.entry(entry).await?.ok_or(Refusal::UnknownEntry(entry))?;
        let of_office = stored.case == office_journal(session.office);
        self.may(session, stored.case, if of_office { "office.read" } else { "case.read" })?;
        Ok((SignedStatement::parse(&stored.statement)?, SignedSeal::parse(&stored.seal)?))
    }
}

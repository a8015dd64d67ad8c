//! A request for a last edit in an office program, and what came back of it: other words for its fields, each to be
//! taken or left by an officer, or a paper that is no longer equal to its twin.

use comity_document::docx::{self, Docx, compare};
use comity_document::{CopyKind, State, Twin};
use comity_record::{CaseId, EntryId, Language};
use comity_request::{Draft, FieldChange, Translates, Value, edited};
use comity_store::Store;

use super::desk::{languages_of, twin_of};
use super::error::RequestError;
use super::fold::Request;
use super::print::{PrintAs, document};
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;
use crate::state::Office;

/// What an edited print or twin says of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The number of the version that was printed.
    pub version: u32,
    /// Fields with other values, in the order of their names.
    pub changes: Vec<FieldChange>,
    /// Fields of which the file no longer tells what became of their words.
    pub lost: Vec<String>,
    /// Whether anything outside of the fields was changed: the paper is not what its twin says, and no field can make
    /// it so.
    pub outside: bool,
}

impl Edited {
    /// Puts the changes with these numbers, from 1, into a draft: what the drafter wrote first, and then what it was
    /// translated to.
    ///
    /// # Errors
    /// Fails for a number that no change has, and where the draft has another value in the meantime than the version that
    /// was edited.
    pub fn put(&self, numbers: &[usize], draft: &mut Draft) -> Result<(), RequestError> {
        let change = |number: &usize| {
            let change = number.checked_sub(1).and_then(|at| self.changes.get(at));
            change.ok_or(RequestError::NoChange { number: *number, last: self.changes.len() })
        };
        let mut taken: Vec<&FieldChange> = numbers.iter().map(change).collect::<Result<_, _>>()?;
        taken.sort_by_key(|change| change.translates.is_some());
        for change in taken {
            if !change.put(draft) {
                return Err(RequestError::EditOvertaken(change.field.clone()));
            }
        }
        Ok(())
    }
}

impl<S: Store> Casework<S> {
    /// A request as it stands, for a last edit in an office program.
    ///
    /// # Errors
    /// Fails for a request that is not there, or that cannot be printed.
    pub fn request_docx(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        languages: &[Language],
    ) -> Result<Docx, CaseworkError> {
        let request = self.written(session, case, request)?;
        let state = self.state();
        self.docx(state.office(session.office())?, &request, request.versions.len(), languages)
    }

    /// Compares a file that was edited with the version that it was printed from.
    ///
    /// # Errors
    /// Fails for a file that was printed from no version of this request.
    pub fn read_edited(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        paper: &docx::Read,
    ) -> Result<Edited, CaseworkError> {
        let request = self.written(session, case, request)?;
        let state = self.state();
        let office = state.office(session.office())?;
        let printed_from = |at: &usize| {
            let twin = twin_of(&request.versions[*at].request).ok();
            twin.map(|twin| comity_record::Sha256Digest::of(&twin)) == paper.twin_sha256
        };
        let at = (0..request.versions.len()).rev().find(printed_from).ok_or(RequestError::EditOfOther)?;
        let printed = self.docx(office, &request, at + 1, &paper.languages)?;
        let printed = docx::read(&printed.bytes).map_err(RequestError::from)?;
        let found = compare(&printed, paper);
        let draft = &request.versions[at].request.draft;
        // What the drafter wrote stands in his language, and beside it what it was translated to; nothing else is a field.
        let is_ours =
            |language: &Language| *language == draft.language || draft.translation.as_ref() == Some(language);
        let (changes, foreign): (Vec<_>, Vec<_>) =
            found.changes.into_iter().partition(|change| is_ours(&change.segment.language));
        let (written, translated): (Vec<_>, Vec<_>) =
            changes.into_iter().partition(|change| change.segment.language == draft.language);
        let written = written.into_iter().map(|change| (change.segment.field, change.after));
        let mut changes = edited(draft, written);
        changes.extend(translated.into_iter().map(|change| FieldChange {
            translates: Some(Translates {
                of: draft.text_at(&change.segment.field).unwrap_or_default().to_owned(),
                language: change.segment.language,
            }),
            field: change.segment.field,
            before: Some(Value::Text(change.before)),
            after: Some(Value::Text(change.after)),
        }));
        Ok(Edited {
            version: request.versions[at].request.number,
            changes,
            lost: found.lost.into_iter().map(|segment| segment.field).collect(),
            outside: found.outside || !foreign.is_empty(),
        })
    }

    /// The first `versions` versions of a request end with the one that is printed.
    fn docx(
        &self,
        office: &Office,
        request: &Request,
        versions: usize,
        languages: &[Language],
    ) -> Result<Docx, CaseworkError> {
        let version = &request.versions[versions - 1];
        let print = PrintAs {
            state: State::Draft,
            copy: CopyKind::Original,
            act: &version.act,
            register_number: None,
            // What is not cleared yet stands in the check and on the draft as PDF; the text is what is edited here.
            open: &[],
        };
        let document = document(&version.request, &print)?;
        let twin = Twin { json: twin_of(&version.request)?, signature: None };
        let words = self.packs().words(office)?;
        let languages = languages_of(&version.request, languages);
        docx::write(&document, &twin, &languages, &words).map_err(|e| RequestError::from(e).into())
    }
}

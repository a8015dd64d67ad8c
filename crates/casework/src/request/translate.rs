//! What a request says in the language of the other side: what was translated before and the glossary propose, and a
//! person decides.

use std::collections::BTreeMap;
use std::sync::Arc;

use comity_record::{CaseId, EntryId, Language};
use comity_request::life::Side;
use comity_request::{Draft, TermPair, likeness};
use comity_store::Store;

use super::desk::Checked;
use super::error::RequestError;
use super::fold::Request;
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;

/// Percent of words that an earlier text shares with this one from which its translation is proposed.
const ALIKE: u8 = 70;
/// Proposals for one text.
const MAX_PROPOSALS: usize = 3;

/// A text that stays in the language of its author until somebody translates it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToTranslate {
    /// The field.
    pub field: String,
    /// The text.
    pub text: String,
    /// What it says in the other language, where somebody has said so.
    pub translation: Option<String>,
    /// What was said of texts like it before, the most alike first.
    pub proposals: Vec<Proposal>,
    /// The terms of the glossary that it holds.
    pub terms: Vec<TermPair>,
}

/// A translation that somebody made before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The text that was translated.
    pub of: String,
    /// Its translation.
    pub translation: String,
    /// How alike the two texts are, in percent of their words. Only 100 with the same letters is the same text.
    pub alike: u8,
    /// The reference of the request in which it was made.
    pub reference: String,
}

impl<S: Store> Casework<S> {
    /// The texts of a request in the order of their fields, with what is proposed for each. What was translated in
    /// requests that the officer may not read is not proposed.
    ///
    /// # Errors
    /// Fails for a request that is printed in one language, and when the glossary in force cannot be read.
    pub fn texts_to_translate(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
    ) -> Result<Vec<ToTranslate>, CaseworkError> {
        let known = self.request(session, case, request)?;
        let draft = &known.version().request.draft;
        let into = draft.translation.as_ref().ok_or(RequestError::OneLanguage)?;
        let memory = self.translated_before(session, &draft.language, into)?;
        let state = self.state();
        let glossary = self.packs.glossary(state.office(session.office())?)?;
        let texts = texts(draft).into_iter().map(|(field, text)| {
            let mut proposals: Vec<_> = memory.iter().filter_map(|known| known.proposed_for(text)).collect();
            proposals.sort_by_key(|proposal| std::cmp::Reverse(proposal.alike));
            proposals.truncate(MAX_PROPOSALS);
            ToTranslate {
                field: field.to_owned(),
                text: text.to_owned(),
                translation: draft.translations.get(text).cloned(),
                proposals,
                terms: glossary.terms_in(text, &draft.language, into),
            }
        });
        Ok(texts.collect())
    }

    /// Says what texts of a request say in the other language, by their places in
    /// [`Casework::texts_to_translate`], counted from 1; an empty translation takes one away. It makes another version.
    /// `seen` is the number of the version from which the places were read, if that is known.
    ///
    /// # Errors
    /// Fails for a place that there is not, for one that had another text in the version that was seen, and says why a
    /// version was not taken.
    pub async fn translate_request(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        said: &BTreeMap<usize, String>,
        seen: Option<u32>,
        with: With,
    ) -> Result<(Receipt, Checked), CaseworkError> {
        let known = self.request(session, case, request)?;
        let last = known.version().request.number;
        let seen = seen.map(|number| {
            let version = known.versions.iter().find(|version| version.request.number == number);
            version.ok_or(RequestError::NoVersion { number, last })
        });
        let seen = seen.transpose()?;
        let mut draft = known.version().request.draft.clone();
        draft.translation.as_ref().ok_or(RequestError::OneLanguage)?;
        let texts: Vec<String> = texts(&draft).into_iter().map(|(_, text)| text.to_owned()).collect();
        for (number, translation) in said {
            let text = number.checked_sub(1).and_then(|place| texts.get(place));
            if let Some(seen) = &seen
                && text_at(&seen.request.draft, *number) != text.map(String::as_str)
            {
                let version = seen.request.number;
                return Err(RequestError::TextMoved { number: *number, version, last }.into());
            }
            let text = text.ok_or(RequestError::NoSuchText { number: *number, texts: texts.len() })?;
            if translation.trim().is_empty() {
                draft.translations.remove(text);
            } else {
                draft.translations.insert(text.clone(), translation.clone());
            }
        }
        self.revise_request(session, case, request, draft, with).await
    }

    /// What was translated between two languages in requests that the officer may read, the newest of each text.
    fn translated_before(
        &self,
        session: &Session,
        from: &Language,
        into: &Language,
    ) -> Result<Vec<Before>, CaseworkError> {
        let mut known: BTreeMap<String, Before> = BTreeMap::new();
        for row in self.cases(session)? {
            // What others say in their requests is no work of this office.
            let own = |request: &Arc<Request>| request.side() == Side::Sender;
            for request in self.requests(session, row.case)?.into_iter().filter(own) {
                for version in &request.versions {
                    let draft = &version.request.draft;
                    if draft.language != *from || draft.translation.as_ref() != Some(into) {
                        continue;
                    }
                    for (of, translation) in &draft.translations {
                        let before = Before {
                            of: of.clone(),
                            translation: translation.clone(),
                            at: version.act.timestamp(),
                            request: Arc::clone(&request),
                        };
                        if known.get(of).is_none_or(|held| held.at <= before.at) {
                            known.insert(of.clone(), before);
                        }
                    }
                }
            }
        }
        Ok(known.into_values().collect())
    }
}

/// A translation that was made before.
struct Before {
    of: String,
    translation: String,
    at: jiff::Timestamp,
    request: Arc<Request>,
}

impl Before {
    /// It as a proposal for a text, if the two are alike enough.
    fn proposed_for(&self, text: &str) -> Option<Proposal> {
        let alike = if self.of == text { 100 } else { likeness(&self.of, text) };
        (alike >= ALIKE).then(|| Proposal {
            of: self.of.clone(),
            translation: self.translation.clone(),
            alike,
            reference: self.request.reference().to_owned(),
        })
    }
}

/// The text of a draft at a place, counted from 1.
fn text_at(draft: &Draft, number: usize) -> Option<&str> {
    texts(draft).get(number.checked_sub(1)?).map(|(_, text)| *text)
}

/// The texts of a draft with their fields, each text once.
fn texts(draft: &Draft) -> Vec<(&str, &str)> {
    let mut seen = std::collections::BTreeSet::new();
    let all = draft
        .values
        .iter()
        .flat_map(|(field, value)| value.prose().into_iter().map(move |text| (field.as_str(), text)));
    all.filter(|(_, text)| seen.insert(*text)).collect()
}

//! A named jurist confirms, overrules or rejects each uncertain legal fact that a request relies on.
//!
//! The print carries none of this; the log does.

use comity_law::ToConfirm;
use comity_record::{Coded, OfficerId, Sha256Digest};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::check::Verdict;
use crate::form::MAX_CHARS;

/// What the jurist decided about a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// It is so: checked against the text that the reason names.
    Confirmed,
    /// It was not checked, or is doubtful; the request may rely on it for the reason given.
    Overruled,
    /// It is not so: nothing may be issued that relies on it.
    Rejected,
}

/// A jurist's word on one fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// The digest of the fact: another wording, source or confidence is another fact.
    pub fact: Sha256Digest,
    /// Who.
    pub by: OfficerId,
    /// His name, as it stands in the log.
    pub name: String,
    /// On which day.
    pub day: Date,
    /// What.
    pub decision: Decision,
    /// Why, or against which text.
    pub reason: String,
}

/// A confirmation that says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConfirmError {
    /// No name: a jurist answers for it by name.
    #[error("the confirmation names nobody")]
    NameMissing,
    /// No reason.
    #[error("the confirmation gives no reason")]
    ReasonMissing,
    /// A text beyond the limit.
    #[error("the confirmation is too long")]
    TooLong,
}

impl Coded for ConfirmError {
    fn code(&self) -> &'static str {
        match self {
            Self::NameMissing => "request-confirm-name-missing",
            Self::ReasonMissing => "request-confirm-reason-missing",
            Self::TooLong => "request-confirm-too-long",
        }
    }
}

impl Confirmation {
    /// Checks that somebody by name says why.
    ///
    /// # Errors
    /// Fails without a name or a reason, or past a limit.
    pub fn check(&self) -> Result<(), ConfirmError> {
        if self.name.trim().is_empty() {
            return Err(ConfirmError::NameMissing);
        }
        if self.reason.trim().is_empty() {
            return Err(ConfirmError::ReasonMissing);
        }
        if self.name.chars().count() > 200 || self.reason.chars().count() > MAX_CHARS {
            return Err(ConfirmError::TooLong);
        }
        Ok(())
    }
}

/// What jurists said so far. Later words on a fact replace earlier ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clearance {
    words: Vec<Confirmation>,
}

impl Clearance {
    /// Takes the confirmations in the order in which they were given.
    ///
    /// # Errors
    /// Fails for the first that says nothing.
    pub fn of(words: impl IntoIterator<Item = Confirmation>) -> Result<Self, ConfirmError> {
        let words: Vec<_> = words.into_iter().collect();
        words.iter().try_for_each(Confirmation::check)?;
        Ok(Self { words })
    }

    /// The last word on a fact.
    pub fn on(&self, fact: &ToConfirm) -> Option<&Confirmation> {
        self.last(fact.digest())
    }

    /// The last word on whatever a digest names.
    pub fn last(&self, fact: Sha256Digest) -> Option<&Confirmation> {
        self.words.iter().rev().find(|word| word.fact == fact)
    }

    /// Everything that was said, in the order in which it was.
    pub fn words(&self) -> &[Confirmation] {
        &self.words
    }

    /// Takes one more word.
    ///
    /// # Errors
    /// Fails for one that says nothing.
    pub fn add(&mut self, word: Confirmation) -> Result<(), ConfirmError> {
        word.check()?;
        self.words.push(word);
        Ok(())
    }

    /// The facts of a check on which nobody has spoken.
    pub fn open_for<'v>(&self, verdict: &'v Verdict) -> impl Iterator<Item = &'v ToConfirm> {
        verdict.to_confirm.iter().filter(|fact| self.on(fact).is_none())
    }

    /// The facts of a check that a jurist rejected.
    pub fn rejected_for<'v>(&self, verdict: &'v Verdict) -> impl Iterator<Item = &'v ToConfirm> {
        let rejected = |fact: &&ToConfirm| self.on(fact).is_some_and(|w| w.decision == Decision::Rejected);
        verdict.to_confirm.iter().filter(rejected)
    }
}

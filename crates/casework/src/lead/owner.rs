//! The same value in two cases of the node: what an officer is told of it, and how the owner of the other case is asked.
//!
//! Whoever may read the other case is told which it is and where the value stands. Whoever may not is told that there is a
//! match and which office to ask, and nothing else: no case, no number of cases, no value but his own. The question goes to
//! every case that knows the value; who sees it there knows the value too, and decides what to say.

use std::collections::{BTreeMap, BTreeSet};

use comity_record::entry::{Author, SignedStatement};
use comity_record::{ActTime, CaseId, EntryId, OfficeId};
use comity_store::Store;
use serde::{Deserialize, Serialize};

use super::FoundHit;
use crate::body::{Body, read_body};
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::known::{KnownAt, Tag, tag};
use crate::refusal::Refusal;
use crate::state::State;

/// The owners of other cases are asked about a value. The entry refers to the account of the own case as `about`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerAsked {
    /// What the value is: `bitcoin-address`.
    pub kind: String,
    /// The value: its canonical spelling, or the fingerprint of a secret.
    pub value: String,
    /// Why it is asked, for the owner to read.
    pub reason: String,
}

/// A question from another case is answered. The entry refers to the question as `answers`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerAnswered {
    /// What the one who asked may know.
    pub text: String,
}

impl Body for OwnerAsked {
    const KIND: &'static str = "owner.asked";
}

impl Body for OwnerAnswered {
    const KIND: &'static str = "owner.answered";
}

/// A value of a case that another case knows too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// What it is.
    pub kind: String,
    /// The value, as the own case knows it: canonical, or the fingerprint of a secret.
    pub value: String,
    /// The own entry that holds it: that by which it was promoted, else a scan.
    pub own: EntryId,
    /// Of a scan, the line of its hits, from 1.
    pub line: Option<u64>,
    /// Where else it is known.
    pub elsewhere: Vec<Elsewhere>,
}

/// Where else a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Elsewhere {
    /// In a case that the officer may read.
    Open {
        /// The case.
        case: CaseId,
        /// The entry that holds it.
        entry: EntryId,
        /// Of a scan, the line of its hits, from 1.
        line: Option<u64>,
        /// The number of the exhibit that was searched.
        exhibit: Option<u32>,
    },
    /// In a case or several that he may not read.
    Closed {
        /// The office whose it is, which he may ask.
        office: OfficeId,
    },
}

/// A question about a value that the case knows, or one that the case asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The entry.
    pub entry: EntryId,
    /// The office that asks.
    pub office: OfficeId,
    /// Who asks.
    pub author: Author,
    /// When.
    pub at: ActTime,
    /// What is asked.
    pub asked: OwnerAsked,
    /// What was answered: by the own case, or by whoever was asked.
    pub answers: Vec<Answer>,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The entry.
    pub entry: EntryId,
    /// The office that answers.
    pub office: OfficeId,
    /// Who answers.
    pub author: Author,
    /// When.
    pub at: ActTime,
    /// What is said.
    pub text: String,
}

impl<S: Store> Casework<S> {
    /// The values of a case that other cases of the node know: what was promoted, then what its scans found.
    ///
    /// # Errors
    /// Fails when the officer may not read the case.
    pub async fn matches(&self, session: &Session, case: CaseId) -> Result<Vec<Match>, CaseworkError> {
        self.may_read(session, case)?;
        let known = self.known_in(case).await?;
        self.matches_of(session, case, known).await
    }

    /// The same of what was promoted alone, which is looked up without going through what scans found.
    ///
    /// # Errors
    /// Fails when the officer may not read the case.
    pub async fn account_matches(
        &self,
        session: &Session,
        case: CaseId,
    ) -> Result<Vec<Match>, CaseworkError> {
        let key = self.keyring.known_values();
        let accounts = self.accounts(session, case).await?.into_iter().filter(|account| !account.withdrawn);
        let known = accounts.filter_map(|account| {
            let hit = account.promoted.as_ref().map(|promoted| &promoted.hit)?;
            Some(KnownAt { tag: tag(&key, &hit.kind, hit.name()?), case, entry: account.entry, line: None })
        });
        self.matches_of(session, case, known.collect()).await
    }

    async fn matches_of(
        &self,
        session: &Session,
        case: CaseId,
        all: Vec<KnownAt>,
    ) -> Result<Vec<Match>, CaseworkError> {
        let mut by_tag: BTreeMap<Tag, KnownAt> = BTreeMap::new();
        for known in all {
            let best = by_tag.entry(known.tag).or_insert(known);
            // What was promoted is named before what a scan found, and what was found first before what came later.
            let is_better = (known.line.is_some(), known.line) < (best.line.is_some(), best.line);
            if is_better {
                *best = known;
            }
        }
        let mut values = ValuesOf::default();
        let mut matches = Vec::new();
        for known in by_tag.into_values() {
            let elsewhere = self.elsewhere(session, case, &known.tag).await?;
            if elsewhere.is_empty() {
                continue;
            }
            if let Some((kind, value)) = self.value_of(session, case, known, &mut values).await? {
                matches.push(Match { kind, value, own: known.entry, line: known.line, elsewhere });
            }
        }
        matches.sort_by(|a, b| {
            (a.line.is_some(), &a.kind, &a.value).cmp(&(b.line.is_some(), &b.kind, &b.value))
        });
        Ok(matches)
    }

    /// Where else than in this case a value is known, as far as the officer may know.
    async fn elsewhere(
        &self,
        session: &Session,
        own: CaseId,
        tag: &Tag,
    ) -> Result<Vec<Elsewhere>, CaseworkError> {
        let state = self.state();
        let exercise = state.case(own)?.exercise;
        let mut found = BTreeSet::new();
        for known in self.known_at(tag).await?.into_iter().filter(|known| known.case != own) {
            let case = state.case(known.case)?;
            if case.exercise != exercise {
                continue;
            }
            found.insert(match self.may(session, case.id, "case.read") {
                Ok(()) => Elsewhere::Open {
                    case: case.id,
                    entry: known.entry,
                    line: known.line,
                    exhibit: known.line.and_then(|_| case.searched(known.entry)),
                },
                Err(CaseworkError::Refused(_)) => Elsewhere::Closed { office: case.office },
                Err(error) => return Err(error),
            });
        }
        Ok(found.into_iter().collect())
    }

    /// Kind and name of a value that the case knows; none where the row is not what the entry says.
    async fn value_of(
        &self,
        session: &Session,
        case: CaseId,
        known: KnownAt,
        values: &mut ValuesOf,
    ) -> Result<Option<(String, String)>, CaseworkError> {
        let named = |hit: &FoundHit| Some((hit.kind.clone(), hit.name()?.to_owned()));
        let Some(line) = known.line else {
            if values.accounts.is_empty() {
                values.accounts = self.accounts(session, case).await?;
            }
            // The row of a correction stands under the correction.
            let key = self.keyring.known_values();
            let hits = values.accounts.iter().filter_map(|account| Some(&account.promoted.as_ref()?.hit));
            let is_it = |(kind, name): &(String, String)| tag(&key, kind, name) == known.tag;
            return Ok(hits.filter_map(named).find(is_it));
        };
        if values.scan != Some(known.entry) {
            values.hits = self.hits(session, case, known.entry).await?;
            values.scan = Some(known.entry);
        }
        let at = usize::try_from(line).ok().and_then(|line| line.checked_sub(1));
        let hit = at.and_then(|at| values.hits.get(at).cloned());
        Ok(hit.and_then(|hit| serde_json::from_value(hit).ok()).as_ref().and_then(named))
    }

    /// Asks the owners of other cases about an account that they know, too.
    ///
    /// # Errors
    /// Says why it was not done: no case that the officer may not read knows the value, say.
    pub async fn ask_owner(
        &self,
        session: &Session,
        case: CaseId,
        account: EntryId,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        self.may_since(session, case, OwnerAsked::KIND)?;
        self.counts(case, account)?;
        let accounts = self.accounts(session, case).await?;
        let promoted = accounts.into_iter().find(|known| known.entry == account);
        let hit = promoted.ok_or(Refusal::UnknownEntry(account))?.promoted.map(|promoted| promoted.hit);
        let hit = hit.ok_or(Refusal::UnknownEntry(account))?;
        let value = hit.name().ok_or(Refusal::NoMatch)?.to_owned();
        let tag = tag(&self.keyring.known_values(), &hit.kind, &value);
        let elsewhere = self.elsewhere(session, case, &tag).await?;
        if !elsewhere.iter().any(|at| matches!(at, Elsewhere::Closed { .. })) {
            return Err(Refusal::NoMatch.into());
        }
        let body = OwnerAsked { kind: hit.kind, value, reason };
        self.record(session, case, &body, With::reference("about", account)).await
    }

    /// Answers a question from another case.
    ///
    /// # Errors
    /// Says why it was not done: the question is not about anything that this case knows, say.
    pub async fn answer_owner(
        &self,
        session: &Session,
        case: CaseId,
        question: EntryId,
        text: String,
    ) -> Result<Receipt, CaseworkError> {
        self.may_since(session, case, OwnerAnswered::KIND)?;
        let questions = self.questions(session, case).await?;
        if !questions.iter().any(|known| known.entry == question) {
            return Err(Refusal::UnknownEntry(question).into());
        }
        self.record(session, case, &OwnerAnswered { text }, With::reference("answers", question)).await
    }

    /// The questions from other cases about what this case knows, with what this case answered.
    ///
    /// # Errors
    /// Fails when the officer may not read the case.
    pub async fn questions(&self, session: &Session, case: CaseId) -> Result<Vec<Question>, CaseworkError> {
        self.may_read(session, case)?;
        let state = self.state();
        let own = state.case(case)?;
        let key = self.keyring.known_values();
        let mut questions = Vec::new();
        for other in state.cases().filter(|other| other.id != case && other.exercise == own.exercise) {
            for entry in other.leads.questions().iter().filter(|entry| other.counts(**entry)) {
                let Some((signed, asked)) = self.body_of::<OwnerAsked>(&state, *entry).await? else {
                    continue;
                };
                let known = self.known_at(&tag(&key, &asked.kind, &asked.value)).await?;
                if !known.iter().any(|known| known.case == case) {
                    continue;
                }
                let answers = self.answers(&state, *entry, Some(case)).await?;
                questions.push(question(*entry, &signed, asked, answers));
            }
        }
        questions.sort_by_key(|question| (question.at.timestamp(), question.entry));
        Ok(questions)
    }

    /// The questions that a case asked, with what was answered, by whichever case.
    ///
    /// # Errors
    /// Fails when the officer may not read the case.
    pub async fn asked(&self, session: &Session, case: CaseId) -> Result<Vec<Question>, CaseworkError> {
        self.may_read(session, case)?;
        let state = self.state();
        let own = state.case(case)?;
        let mut asked = Vec::new();
        for entry in own.leads.questions().iter().filter(|entry| own.counts(**entry)) {
            if let Some((signed, body)) = self.body_of::<OwnerAsked>(&state, *entry).await? {
                let answers = self.answers(&state, *entry, None).await?;
                asked.push(question(*entry, &signed, body, answers));
            }
        }
        Ok(asked)
    }

    /// The answers to a question that count: of all cases, or of one.
    async fn answers(
        &self,
        state: &State,
        question: EntryId,
        of: Option<CaseId>,
    ) -> Result<Vec<Answer>, CaseworkError> {
        let mut answers = Vec::new();
        for case in state.cases().filter(|case| of.is_none_or(|of| of == case.id)) {
            let its = case.leads.answers().iter().filter(|(_, to)| *to == question);
            for (entry, _) in its.filter(|(entry, _)| case.counts(*entry)) {
                if let Some((signed, body)) = self.body_of::<OwnerAnswered>(state, *entry).await? {
                    let statement = signed.unverified();
                    answers.push(Answer {
                        entry: *entry,
                        office: statement.office,
                        author: statement.author,
                        at: statement.act.clone(),
                        text: body.text,
                    });
                }
            }
        }
        answers.sort_by_key(|answer| (answer.at.timestamp(), answer.entry));
        Ok(answers)
    }

    /// An entry of whichever case, for the node's own use; none once it was forgotten.
    async fn body_of<B: Body>(
        &self,
        state: &State,
        entry: EntryId,
    ) -> Result<Option<(SignedStatement, B)>, CaseworkError> {
        let Some(stored) = self.store.entry(entry).await? else { return Ok(None) };
        if state.is_forgotten(stored.case, entry) {
            return Ok(None);
        }
        let (signed, content) = self.read_stored(&stored).await?;
        let body = read_body(signed.unverified(), content.as_ref())?;
        Ok(body.map(|body| (signed, body)))
    }
}

/// What was read of a case to name its values.
#[derive(Default)]
struct ValuesOf {
    accounts: Vec<super::Account>,
    scan: Option<EntryId>,
    hits: Vec<serde_json::Value>,
}

fn question(entry: EntryId, signed: &SignedStatement, asked: OwnerAsked, answers: Vec<Answer>) -> Question {
    let statement = signed.unverified();
    let (office, author, at) = (statement.office, statement.author, statement.act.clone());
    Question { entry, office, author, at, asked, answers }
}

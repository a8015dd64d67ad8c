//! The two-person rule, as a type.
//!
//! What needs a second person takes an [`Approved`]. Only this module can make one, and only of a proposal that
//! another person approved by naming its entry: the identifier is the digest of exactly what was proposed.

use comity_record::entry::{Author, Statement};
use comity_record::{EntryId, OfficerId};

use crate::refusal::Refusal;

/// Something that one person proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal<T> {
    act: T,
    entry: EntryId,
    by: OfficerId,
    status: Status,
}

/// What became of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nobody has decided yet.
    Open,
    /// Another person approved, with this entry.
    Approved(EntryId),
    /// Somebody rejected, with this entry.
    Rejected(EntryId),
}

/// Something that one person proposed and another approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approved<T> {
    act: T,
    proposal: EntryId,
    first: OfficerId,
    second: OfficerId,
}

impl<T> Approved<T> {
    /// What was approved.
    pub fn act(&self) -> &T {
        &self.act
    }

    /// The entry that proposed it.
    pub fn proposal(&self) -> EntryId {
        self.proposal
    }

    /// The person who proposed it.
    pub fn proposed_by(&self) -> OfficerId {
        self.first
    }

    /// The person who approved it.
    pub fn approved_by(&self) -> OfficerId {
        self.second
    }
}

impl<T: Clone> Proposal<T> {
    /// The proposal that an entry makes.
    pub(crate) fn made(act: T, entry: EntryId, statement: &Statement) -> Result<Self, Refusal> {
        Ok(Self { act, entry, by: officer(statement)?, status: Status::Open })
    }

    /// What is proposed.
    pub fn act(&self) -> &T {
        &self.act
    }

    /// Who proposed it.
    pub fn by(&self) -> OfficerId {
        self.by
    }

    /// What became of it.
    pub fn status(&self) -> Status {
        self.status
    }

    /// The approval that an entry gives, without recording it.
    pub(crate) fn approval(&self, statement: &Statement) -> Result<Approved<T>, Refusal> {
        let approver = officer(statement)?;
        if self.status != Status::Open {
            return Err(Refusal::Decided);
        }
        if approver == self.by {
            return Err(Refusal::SamePerson);
        }
        if only_reference(statement, "approves")? != self.entry {
            return Err(Refusal::Reference("approves"));
        }
        Ok(Approved { act: self.act.clone(), proposal: self.entry, first: self.by, second: approver })
    }

    /// Takes the approval that an entry gives.
    pub(crate) fn approve(&mut self, entry: EntryId, statement: &Statement) -> Result<Approved<T>, Refusal> {
        let approved = self.approval(statement)?;
        self.status = Status::Approved(entry);
        Ok(approved)
    }

    /// Whether it waits for a second person on the word of this officer.
    pub(crate) fn waits_on(&self, officer: OfficerId) -> bool {
        self.status == Status::Open && self.by == officer
    }

    /// Takes it back, if it waits on the word of this officer.
    pub(crate) fn take_back_of(&mut self, officer: OfficerId, by: EntryId) {
        if self.by == officer {
            self.take_back(by);
        }
    }

    /// Takes it back, if it waits.
    pub(crate) fn take_back(&mut self, by: EntryId) {
        if self.status == Status::Open {
            self.status = Status::Rejected(by);
        }
    }

    /// Ends what was approved and can be carried out again and again.
    pub(crate) fn end(&mut self, by: EntryId) {
        self.status = Status::Rejected(by);
    }

    /// Takes the rejection that an entry gives. Whoever proposed may take it back in this way.
    pub(crate) fn reject(&mut self, entry: EntryId) -> Result<(), Refusal> {
        if self.status != Status::Open {
            return Err(Refusal::Decided);
        }
        self.status = Status::Rejected(entry);
        Ok(())
    }
}

/// The officer who made a statement; the node by itself is nobody's second person.
pub(crate) fn officer(statement: &Statement) -> Result<OfficerId, Refusal> {
    match statement.author {
        Author::Officer(id) => Ok(id),
        Author::Node(_) => Err(Refusal::SamePerson),
    }
}

/// The one entry that a statement refers to, in the role given.
pub(crate) fn only_reference(statement: &Statement, role: &'static str) -> Result<EntryId, Refusal> {
    match statement.refs.as_slice() {
        [one] if one.role.as_str() == role => Ok(one.entry),
        _ => Err(Refusal::Reference(role)),
    }
}

/// The entry that a statement speaks of in this role, whatever it refers to besides.
pub(crate) fn referred(statement: &Statement, role: &'static str) -> Result<EntryId, Refusal> {
    let found = statement.refs.iter().find(|reference| reference.role.as_str() == role);
    found.map(|reference| reference.entry).ok_or(Refusal::Reference(role))
}

//! Time-stamps of a case and the servers of an office, folded from their entries.

use std::collections::BTreeMap;

use comity_record::entry::{Content, Statement};
use comity_record::{EntryId, RecordedTime, Sha256Digest};

use super::body::{StampServer, Subject, TimestampRenewed, TimestampTaken};
use crate::approval::only_reference;
use crate::body::{Body as _, read_body};
use crate::exhibit::Exhibits;
use crate::refusal::Refusal;

/// The roles of references: to the exhibit that was stamped, and to the entry whose time-stamp is renewed.
pub(super) const EXHIBIT: &str = "exhibit";
pub(super) const RENEWS: &str = "renews";

/// An entry about time-stamps. What was forgotten says nothing but that it was there.
pub(crate) enum Step {
    Taken(Option<TimestampTaken>),
    Renewed(Option<TimestampRenewed>),
}

impl Step {
    pub(crate) fn read(statement: &Statement, content: Option<&Content>) -> Result<Option<Self>, Refusal> {
        Ok(match statement.kind.as_str() {
            TimestampTaken::KIND => Some(Self::Taken(read_body(statement, content)?)),
            TimestampRenewed::KIND => Some(Self::Renewed(read_body(statement, content)?)),
            _ => None,
        })
    }

    fn until(&self) -> Option<RecordedTime> {
        match self {
            Self::Taken(taken) => taken.as_ref().map(|taken| taken.token.until),
            Self::Renewed(renewed) => renewed.as_ref().map(|renewed| renewed.token.until),
        }
    }
}

/// How a time-stamp stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The time-stamp that it renewed.
    pub renews: Option<EntryId>,
    /// The one by which it was renewed.
    pub renewed_by: Option<EntryId>,
    /// Until when its certificates are valid; none once its content was forgotten.
    pub until: Option<RecordedTime>,
}

/// The time-stamps of a case.
#[derive(Clone, Debug, Default)]
pub struct Timestamps(BTreeMap<EntryId, Standing>);

impl Timestamps {
    /// Each with the entry that holds it.
    pub fn all(&self) -> impl Iterator<Item = (EntryId, &Standing)> {
        self.0.iter().map(|(entry, standing)| (*entry, standing))
    }

    /// How the time-stamp of an entry stands.
    pub fn standing(&self, entry: EntryId) -> Option<&Standing> {
        self.0.get(&entry)
    }

    /// The time-stamp, and those that it renewed, back to the first.
    pub fn back(&self, entry: EntryId) -> impl Iterator<Item = EntryId> {
        let before = |entry: &EntryId| self.0.get(entry).and_then(|standing| standing.renews);
        std::iter::successors(Some(entry), before)
    }

    pub(crate) fn check(
        &self,
        exhibits: &Exhibits,
        statement: &Statement,
        step: &Step,
    ) -> Result<(), Refusal> {
        match step {
            Step::Taken(taken) => {
                let Some(taken) = taken else { return Ok(()) };
                if let Subject::Exhibit(_) = taken.of {
                    let exhibit = only_reference(statement, EXHIBIT)?;
                    exhibits.number(exhibit).ok_or(Refusal::UnknownEntry(exhibit))?;
                }
                taken.check()
            }
            Step::Renewed(renewed) => {
                let entry = only_reference(statement, RENEWS)?;
                let before = self.0.get(&entry).ok_or(Refusal::UnknownEntry(entry))?;
                if before.renewed_by.is_some() {
                    return Err(Refusal::Exists("renewal"));
                }
                renewed.as_ref().map_or(Ok(()), |renewed| renewed.token.check())
            }
        }
    }

    /// Takes in an entry that [`Self::check`] admitted.
    pub(crate) fn apply(&mut self, id: EntryId, statement: &Statement, step: &Step) -> Result<(), Refusal> {
        let renews = match step {
            Step::Taken(_) => None,
            Step::Renewed(_) => Some(only_reference(statement, RENEWS)?),
        };
        if let Some(before) = renews.and_then(|entry| self.0.get_mut(&entry)) {
            before.renewed_by = Some(id);
        }
        self.0.insert(id, Standing { renews, renewed_by: None, until: step.until() });
        Ok(())
    }
}

/// The time-stamp servers of an office.
#[derive(Clone, Debug, Default)]
pub struct Stamping {
    /// The one that is asked.
    current: Option<Sha256Digest>,
    /// All that ever were, since their time-stamps are checked by them.
    known: BTreeMap<Sha256Digest, StampServer>,
}

impl Stamping {
    /// The server that is asked.
    pub fn server(&self) -> Option<&StampServer> {
        self.known.get(&self.current?)
    }

    /// The server of this digest, asked now or earlier.
    pub fn known(&self, digest: Sha256Digest) -> Option<&StampServer> {
        self.known.get(&digest)
    }

    /// Whether this server can take the place of the one that is asked; without one, none is asked any more.
    pub(crate) fn check(&self, server: Option<&StampServer>) -> Result<(), Refusal> {
        match (server, self.current) {
            (None, None) => Err(Refusal::NoStampServer),
            (Some(server), Some(current)) if server.digest() == current => {
                Err(Refusal::Exists("time-stamp server"))
            }
            (Some(server), _) => server.check(),
            (None, Some(_)) => Ok(()),
        }
    }

    pub(crate) fn set(&mut self, server: Option<&StampServer>) {
        self.current = server.map(StampServer::digest);
        if let Some(server) = server {
            self.known.insert(server.digest(), server.clone());
        }
    }
}

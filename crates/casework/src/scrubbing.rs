//! Reading the vault again: what a node found of the files of a case when it did.
//!
//! The node reads a part of its vault each day by itself ([`Scrub::Due`]), or all of it when somebody asks. What is not as
//! it was stored is an entry in the journal of its case, signed by the node: a court asks whether a file was always whole,
//! and since when it was not. That it is whole again, restored from a backup, is one too. An entry is made when the finding
//! is another one than before, and not at every reading.
//!
//! What is not there any more is read by nobody. So the files that entries hold are looked for as well, each time.

use std::collections::BTreeMap;

use comity_record::entry::{Content, Statement};
use comity_record::{EntryId, Sha256Digest};
use serde::{Deserialize, Serialize};

use crate::approval::only_reference;
use crate::body::{Body, read_body};
use crate::refusal::Refusal;

mod work;

pub use work::{PERIOD_DAYS, Scrub, Scrubbed};

/// Files of one entry; more of them are told by further entries.
pub const MAX_FILES_CHECKED: usize = 1_000;

/// The role of the reference to the entry that holds the files.
pub(crate) const HELD_BY: &str = "held-by";

/// The kinds of this module.
pub const KINDS: &[&str] = &[FilesChecked::KIND];

/// The node read files again that the entry referred to as `held-by` holds: an exhibit, or another one with attachments.
/// Signed by the node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilesChecked {
    /// What was found of each of them.
    pub finding: Finding,
    /// Their digests, as they were when they came in: sorted, each once.
    pub files: Vec<Sha256Digest>,
}

/// What was found when a file in the vault was read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// Its bytes are not those that were written.
    Decayed,
    /// It is cut, or is no object of the vault.
    Malformed,
    /// The disk does not give its bytes.
    Unreadable,
    /// It is not in the vault any more.
    Missing,
    /// It is there and whole, after it was not.
    Whole,
}

impl Finding {
    /// Every finding.
    pub const ALL: [Self; 5] = [Self::Decayed, Self::Malformed, Self::Unreadable, Self::Missing, Self::Whole];

    /// The word for it in an entry.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Decayed => "decayed",
            Self::Malformed => "malformed",
            Self::Unreadable => "unreadable",
            Self::Missing => "missing",
            Self::Whole => "whole",
        }
    }

    /// The finding that the code of a damage in the vault stands for. What later versions tell apart is not readable here.
    pub(crate) fn of_code(code: &str) -> Self {
        match code {
            "evidence-damage-decayed" => Self::Decayed,
            "evidence-damage-malformed" => Self::Malformed,
            _ => Self::Unreadable,
        }
    }
}

impl Body for FilesChecked {
    const KIND: &'static str = "files.checked";
}

impl FilesChecked {
    fn check(&self) -> Result<(), Refusal> {
        let sorted = self.files.is_sorted_by(|one, next| one < next);
        if self.files.is_empty() || !sorted || self.files.len() > MAX_FILES_CHECKED {
            return Err(Refusal::Body("no list of files that were read again".to_owned()));
        }
        Ok(())
    }
}

/// Whether the node makes entries of this kind by itself.
pub(crate) fn is_by_node(kind: &str) -> bool {
    kind == FilesChecked::KIND
}

/// An entry of this module. What was forgotten says nothing but that it was there.
pub(crate) struct Step(Option<FilesChecked>);

impl Step {
    pub(crate) fn read(statement: &Statement, content: Option<&Content>) -> Result<Option<Self>, Refusal> {
        Ok(match statement.kind.as_str() {
            FilesChecked::KIND => Some(Self(read_body(statement, content)?)),
            _ => None,
        })
    }
}

/// The files of a case that were not whole when they were read last, by the entries that hold them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Damaged(BTreeMap<EntryId, BTreeMap<Sha256Digest, Finding>>);

impl Damaged {
    /// The files of an entry that are not whole, and what was found of each.
    pub fn of(&self, entry: EntryId) -> impl Iterator<Item = (Sha256Digest, Finding)> {
        self.0.get(&entry).into_iter().flatten().map(|(file, finding)| (*file, *finding))
    }

    /// The files that were not there, each once for every entry that holds it.
    pub fn missing(&self) -> impl Iterator<Item = (EntryId, Sha256Digest)> {
        let files = self.0.iter().flat_map(|(entry, files)| files.iter().map(|found| (*entry, found)));
        files
            .filter(|(_, (_, finding))| **finding == Finding::Missing)
            .map(|(entry, (file, _))| (entry, *file))
    }

    /// What was found last of a file.
    pub fn finding(&self, entry: EntryId, file: &Sha256Digest) -> Finding {
        self.0.get(&entry).and_then(|files| files.get(file)).copied().unwrap_or(Finding::Whole)
    }

    pub(crate) fn check(
        statement: &Statement,
        step: &Step,
        is_known: impl Fn(EntryId) -> bool,
    ) -> Result<(), Refusal> {
        let entry = only_reference(statement, HELD_BY)?;
        if !is_known(entry) {
            return Err(Refusal::UnknownEntry(entry));
        }
        step.0.as_ref().map_or(Ok(()), FilesChecked::check)
    }

    /// Takes in an entry that [`Self::check`] admitted.
    pub(crate) fn apply(&mut self, statement: &Statement, step: &Step) -> Result<(), Refusal> {
        let entry = only_reference(statement, HELD_BY)?;
        let Some(checked) = &step.0 else { return Ok(()) };
        let files = self.0.entry(entry).or_default();
        for file in &checked.files {
            match checked.finding {
                Finding::Whole => drop(files.remove(file)),
                finding => drop(files.insert(*file, finding)),
            }
        }
        if files.is_empty() {
            self.0.remove(&entry);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_files_is_taken_at_the_limit_and_refused_one_past_it() {
        let files = |count: usize| {
            let mut files: Vec<_> = (0..count).map(|at| Sha256Digest::of(&at.to_be_bytes())).collect();
            files.sort_unstable();
            FilesChecked { finding: Finding::Decayed, files }.check()
        };
        assert!(files(1).is_ok() && files(MAX_FILES_CHECKED).is_ok());
        assert!(files(0).is_err() && files(MAX_FILES_CHECKED + 1).is_err());
        let one = Sha256Digest::of(b"one");
        assert!(FilesChecked { finding: Finding::Whole, files: vec![one, one] }.check().is_err());
    }

    #[test]
    fn every_damage_of_the_vault_is_a_finding() {
        let codes = comity_evidence::CODES.iter().filter(|code| code.starts_with("evidence-damage-"));
        let found: Vec<_> = codes.map(|code| Finding::of_code(code)).collect();
        assert_eq!(found, [Finding::Decayed, Finding::Malformed, Finding::Unreadable]);
    }
}

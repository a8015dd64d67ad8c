//! Secrets that a search found in an exhibit, kept so that no officer sees one alone.
//!
//! Each is sealed under a key of its own, which is parted in two: one half is sealed to one of two officers, the other to the
//! other. Whoever has the key of the case opens neither. One of the two asks to see a secret and says why
//! ([`CaseAct::RevealSecret`]); the other approves, and with the approval goes his half, sealed to whoever asked. Then that
//! one sees it, once, and an entry tells of it ([`SecretRevealed`]).

mod commands;
mod sealed;

use std::collections::BTreeMap;

use comity_record::entry::{Content, Statement};
use comity_record::{EntryId, KeyId, OfficerId};
use serde::{Deserialize, Serialize};

use crate::approval::{Approved, officer, only_reference};
use crate::body::{Body, CaseAct, read_body};
use crate::refusal::{self, Refusal};

pub use commands::{FoundSecret, KeptSecrets, Look, Revealed};

/// The attachment that holds the sealed secrets. It never leaves the node.
pub const SECRETS: &str = "secrets.cbor";
/// Different secrets of one scan that are kept. Who finds more searches for some kinds only.
pub const MAX_SECRETS: usize = 10_000;

/// One of the two officers to whom secrets are sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// The officer.
    pub officer: OfficerId,
    /// The key that the officer had then.
    pub key: KeyId,
}

/// The secrets of a scan were sealed to two officers. The entry refers to the scan as `found-in`; the secrets are attached
/// as [`SECRETS`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretsSealed {
    /// The two.
    pub officers: [Holder; 2],
    /// How many different secrets.
    pub secrets: u64,
}

/// An officer saw a secret, as another had approved. The entry refers to the proposal as `carries-out`, and to the exhibit
/// as `exhibit`. It is never withdrawn or forgotten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretRevealed {
    /// The key to which it was sealed; none where it was shown on a terminal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyId>,
}

impl Body for SecretsSealed {
    const KIND: &'static str = "secrets.sealed";
}

impl Body for SecretRevealed {
    const KIND: &'static str = "secret.revealed";
}

/// The kinds of this module.
pub const KINDS: &[&str] = &[SecretsSealed::KIND, SecretRevealed::KIND];

/// An entry of this module, read. Sealed secrets that were forgotten say nothing but that they were there.
pub(crate) enum Step {
    Sealed(Option<SecretsSealed>),
    Revealed,
}

impl Step {
    pub(crate) fn read(statement: &Statement, content: Option<&Content>) -> Result<Option<Self>, Refusal> {
        Ok(match statement.kind.as_str() {
            SecretsSealed::KIND => Some(Self::Sealed(read_body(statement, content)?)),
            SecretRevealed::KIND => read_body::<SecretRevealed>(statement, content)?.map(|_| Self::Revealed),
            _ => None,
        })
    }
}

/// The sealed secrets of a case and the looks at them, as folded from its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Secrets {
    /// Who holds the halves; unknown once that was forgotten.
    sealed: BTreeMap<EntryId, Option<[Holder; 2]>>,
    /// The look that a proposal led to.
    looks: BTreeMap<EntryId, EntryId>,
}

impl Secrets {
    /// The two officers to whom an entry sealed secrets; none once that was forgotten.
    ///
    /// # Errors
    /// Fails for an entry that sealed none.
    pub fn holders(&self, sealed: EntryId) -> Result<Option<[Holder; 2]>, Refusal> {
        self.sealed.get(&sealed).copied().ok_or(Refusal::UnknownEntry(sealed))
    }

    /// The look that a proposal led to.
    pub fn look(&self, proposal: EntryId) -> Option<EntryId> {
        self.looks.get(&proposal).copied()
    }

    pub(crate) fn check_sealed(
        statement: &Statement,
        sealed: Option<&SecretsSealed>,
        is_scan: impl Fn(EntryId) -> bool,
    ) -> Result<(), Refusal> {
        let scan = only_reference(statement, "found-in")?;
        if !is_scan(scan) {
            return Err(Refusal::UnknownEntry(scan));
        }
        match sealed.map(|sealed| sealed.officers) {
            Some([first, second]) if first.officer == second.officer => Err(Refusal::SamePerson),
            _ => Ok(()),
        }
    }

    /// Whether a look may be asked for by whoever made this statement.
    pub(crate) fn check_asked(&self, statement: &Statement, act: &CaseAct) -> Result<(), Refusal> {
        let CaseAct::RevealSecret { sealed, fingerprint } = act else { return Ok(()) };
        refusal::name("fingerprint", fingerprint)?;
        self.check_holder(*sealed, officer(statement)?)
    }

    /// Whether a look is approved by the other holder, with his half of what is to be seen; and nothing else by a half.
    pub(crate) fn check_approval(&self, approved: &Approved<CaseAct>, halves: usize) -> Result<(), Refusal> {
        match approved.act() {
            CaseAct::RevealSecret { sealed, .. } if halves > 0 => {
                self.check_holder(*sealed, approved.approved_by())
            }
            CaseAct::RevealSecret { .. } => Err(Refusal::Body("an approval without a half".to_owned())),
            _ if halves > 0 => Err(Refusal::Body("an approval with a half of a secret".to_owned())),
            _ => Ok(()),
        }
    }

    /// Whether a look may take place by whoever made this statement, as this was approved.
    pub(crate) fn check_look(
        &self,
        statement: &Statement,
        approved: &Approved<CaseAct>,
    ) -> Result<(), Refusal> {
        if !matches!(approved.act(), CaseAct::RevealSecret { .. }) {
            return Err(Refusal::NotApproved);
        }
        if officer(statement)? != approved.proposed_by() {
            return Err(Refusal::NotHolder);
        }
        self.look(approved.proposal()).map_or(Ok(()), |look| Err(Refusal::SecretShown(look)))
    }

    fn check_holder(&self, sealed: EntryId, officer: OfficerId) -> Result<(), Refusal> {
        match self.holders(sealed)? {
            Some(holders) if holders.iter().all(|holder| holder.officer != officer) => {
                Err(Refusal::NotHolder)
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn apply(&mut self, id: EntryId, statement: &Statement, step: &Step) -> Result<(), Refusal> {
        match step {
            Step::Sealed(sealed) => {
                self.sealed.insert(id, sealed.as_ref().map(|sealed| sealed.officers));
            }
            Step::Revealed => drop(self.looks.insert(referred(statement, "carries-out")?, id)),
        }
        Ok(())
    }
}

/// The entry that a statement speaks of in this role.
pub(crate) fn referred(statement: &Statement, role: &'static str) -> Result<EntryId, Refusal> {
    let found = statement.refs.iter().find(|reference| reference.role.as_str() == role);
    found.map(|reference| reference.entry).ok_or(Refusal::Reference(role))
}

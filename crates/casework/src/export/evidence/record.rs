//! The records of a package that programs read: what it is, and the custody of each exhibit.

use std::collections::BTreeMap;

use comity_evidence::custody::{CustodyEntry, Item, Party};
use comity_record::{ActTime, CaseId, Coded as _, EntryId, KeyId, OfficeId, OfficerId};
use serde::{Deserialize, Serialize};

use super::super::WithheldGround;
use crate::body::WithdrawalGround;
use crate::exhibit::{Exhibit, ExhibitChecked, FileGivenOut, OnRecord, label};
use crate::scrubbing::FilesChecked;
use crate::secret::Look;

/// The version of the record of custody.
pub const VERSION: u16 = 1;
/// The version of the record of a package. Those of the first were written by one officer alone.
pub const PACKAGE_VERSION: u16 = 2;

/// What a package is. It lies in it as `package.json`, and the officer's signature covers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageRecord {
    /// The version.
    pub v: u16,
    /// The case.
    pub case: CaseId,
    /// Its number in the register of the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register_number: Option<String>,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The office that wrote it out.
    pub office: OfficeId,
    /// The officer who did.
    pub officer: OfficerId,
    /// The entry by which it was proposed; none in the first version, as for those who agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<EntryId>,
    /// Who proposed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_by: Option<OfficerId>,
    /// Who approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<OfficerId>,
    /// The exhibits, as they are called.
    pub exhibits: Vec<String>,
    /// For whom.
    pub recipient: String,
    /// Why.
    pub reason: String,
    /// The last place of the case when it was written out: no later entry was looked at.
    pub up_to: u64,
    /// Entries without content, by their places, and why.
    pub withheld: BTreeMap<u64, WithheldGround>,
    /// When.
    pub at: ActTime,
}

/// The custody of an exhibit as data. It lies in a package as `custody/E-n.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyData {
    /// The version.
    pub v: u16,
    /// The exhibit, as it is called.
    pub exhibit: String,
    /// What people call it.
    pub title: String,
    /// What tells the thing from others of its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Item>,
    /// Every act, in the order in which they were recorded and as they were last corrected; those that were withdrawn do not
    /// count, and say so.
    pub acts: Vec<CustodyAct>,
    /// What is missing or does not fit between the acts.
    pub gaps: Vec<CustodyGap>,
    /// Each time it was read again, and what came of that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<CustodyReading<ExhibitChecked>>,
    /// What the node found when it read files of it again by itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<CustodyFound>,
    /// The files that were given out of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given_out: Vec<CustodyReading<FileGivenOut>>,
    /// Each look at a secret that was found in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub looks: Vec<CustodyLook>,
}

/// What the node found when it read files again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyFound {
    /// The entry of the node that tells of it.
    pub entry: EntryId,
    /// When.
    pub at: ActTime,
    /// What the entry says; none where that stays with the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<FilesChecked>,
}

/// A look at a secret, as one officer asked for it and another approved. The secret itself is nowhere in a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyLook {
    /// The entry that tells of it.
    pub entry: EntryId,
    /// Who saw the secret.
    pub by: String,
    /// When.
    pub at: ActTime,
    /// Which secret, as the hits of the search name it.
    pub fingerprint: String,
    /// Why.
    pub reason: String,
    /// The entry by which it was asked for.
    pub asked: EntryId,
    /// The entry that approved it.
    pub approved: EntryId,
    /// Who approved it.
    pub approved_by: String,
    /// The key to which the secret was sealed; none where it was shown on a terminal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyId>,
}

impl CustodyLook {
    fn of(look: &Look) -> Self {
        Self {
            entry: look.entry,
            by: look.by.name.clone(),
            at: look.at.clone(),
            fingerprint: look.fingerprint.clone(),
            reason: look.reason.clone(),
            asked: look.asked,
            approved: look.approved,
            approved_by: look.approved_by.name.clone(),
            key: look.key,
        }
    }
}

/// Something that was read of an exhibit, and where it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyReading<T> {
    /// The entry that tells of it.
    pub entry: EntryId,
    /// Who did it.
    pub by: String,
    /// When.
    pub at: ActTime,
    /// What the entry says; none where that stays with the office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<T>,
}

impl<T: Clone> CustodyReading<T> {
    fn of(read: &OnRecord<T>) -> Self {
        Self { entry: read.entry, by: read.by.name.clone(), at: read.at.clone(), said: read.said.clone() }
    }
}

/// An act of custody, and where it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyAct {
    /// The entry that tells of it.
    pub entry: EntryId,
    /// What was done; none where the content was destroyed or stays with the office.
    #[serde(flatten)]
    pub custody: Option<CustodyEntry>,
    /// The second signature under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<SecondSignature>,
    /// Why it does not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<WithdrawnAct>,
}

impl CustodyAct {
    /// The act, if it counts, and whether another person has signed it.
    pub(super) fn counts(&self) -> Option<(&CustodyEntry, bool)> {
        let custody = self.custody.as_ref().filter(|_| self.withdrawn.is_none())?;
        Some((custody, self.confirmed.is_some()))
    }
}

/// That an act does not count, and who said so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawnAct {
    /// The entry that says so.
    pub entry: EntryId,
    /// Who withdrew it.
    pub by: String,
    /// When.
    pub at: ActTime,
    /// On what ground.
    pub ground: WithdrawalGround,
    /// In words.
    pub reason: String,
}

/// Another person's confirmation of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondSignature {
    /// The entry.
    pub entry: EntryId,
    /// Who signed the entry: the other person, or who has seen the paper.
    pub by: String,
    /// When.
    pub at: ActTime,
    /// What he had to say about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whose signatures he has seen on paper; nobody's where he signed for himself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on_paper: Vec<Party>,
}

/// Something missing between acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyGap {
    /// The act that shows it, counted from 1.
    pub act: usize,
    /// The code of the gap.
    pub gap: String,
}

impl CustodyData {
    /// The custody of an exhibit. Of the looks at secrets of the case it takes those that are its own.
    pub fn of(exhibit: &Exhibit, looks: &[Look]) -> Self {
        let acts = exhibit.acts.iter().map(|act| CustodyAct {
            entry: act.entry,
            custody: act.leaving().cloned(),
            confirmed: act.confirmed.as_ref().map(|second| SecondSignature {
                entry: second.entry,
                by: second.by.name.clone(),
                at: second.at.clone(),
                // What follows from an act that stays here stays with it.
                note: second.note.clone().filter(|_| act.leaving().is_some()),
                on_paper: act.leaving().map(|_| second.on_paper.clone()).unwrap_or_default(),
            }),
            withdrawn: act.withdrawn.as_ref().map(|of| WithdrawnAct {
                entry: of.entry,
                by: of.by.name.clone(),
                at: of.at.clone(),
                ground: of.ground,
                reason: of.reason.clone(),
            }),
        });
        let gaps = exhibit.gaps().into_iter();
        let gaps = gaps.map(|gap| CustodyGap { act: gap.at + 1, gap: gap.kind.code().to_owned() }).collect();
        let title = exhibit.received.as_ref().map(|received| received.title.clone()).unwrap_or_default();
        let item = exhibit.received.as_ref().and_then(|received| received.item.clone());
        Self {
            v: VERSION,
            exhibit: label(exhibit.number),
            title,
            item,
            acts: acts.collect(),
            gaps,
            checks: exhibit.checks.iter().map(CustodyReading::of).collect(),
            found: { exhibit.found.iter() }
                .map(|of| CustodyFound { entry: of.entry, at: of.at.clone(), said: of.said.clone() })
                .collect(),
            given_out: exhibit.given_out.iter().map(CustodyReading::of).collect(),
            looks: looks.iter().filter(|look| look.exhibit == exhibit.entry).map(CustodyLook::of).collect(),
        }
    }

    /// The record as it lies in a package.
    pub fn to_json(&self) -> Vec<u8> {
        json(self)
    }
}

impl PackageRecord {
    /// The record as it lies in a package.
    pub fn to_json(&self) -> Vec<u8> {
        json(self)
    }
}

fn json<T: Serialize>(record: &T) -> Vec<u8> {
    let mut json = serde_json::to_vec_pretty(record).expect("texts and numbers are always JSON");
    json.push(b'\n');
    json
}

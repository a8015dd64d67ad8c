//! The records of a package that programs read: what it is, and the custody of each exhibit.

use std::collections::BTreeMap;

use comity_evidence::custody::{CustodyEntry, Item};
use comity_record::{ActTime, CaseId, Coded as _, EntryId, OfficeId, OfficerId};
use serde::{Deserialize, Serialize};

use super::super::WithheldGround;
use crate::exhibit::{Exhibit, label};

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
    /// Every act that counts, in the order in which they were recorded and as they were last corrected.
    pub acts: Vec<CustodyAct>,
    /// What is missing or does not fit between the acts.
    pub gaps: Vec<CustodyGap>,
}

/// An act of custody, and where it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyAct {
    /// The entry that tells of it.
    pub entry: EntryId,
    /// What was done.
    #[serde(flatten)]
    pub custody: CustodyEntry,
    /// The second signature under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<SecondSignature>,
}

/// Another person's confirmation of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondSignature {
    /// The entry.
    pub entry: EntryId,
    /// Who signed.
    pub by: String,
    /// When.
    pub at: ActTime,
    /// What he had to say about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
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
    /// The custody of an exhibit.
    pub fn of(exhibit: &Exhibit) -> Self {
        let acts = exhibit.acts.iter();
        let confirmed = |entry| {
            exhibit.confirmed.get(entry).map(|confirmation| SecondSignature {
                entry: confirmation.entry,
                by: confirmation.by.name.clone(),
                at: confirmation.at.clone(),
                note: confirmation.note.clone(),
            })
        };
        let acts = acts.map(|(entry, custody)| CustodyAct {
            entry: *entry,
            custody: custody.clone(),
            confirmed: confirmed(entry),
        });
        let gaps = exhibit.chains.iter().flat_map(|(_, chain)| &chain.gaps);
        let mut gaps: Vec<_> =
            gaps.map(|gap| CustodyGap { act: gap.at + 1, gap: gap.kind.code().to_owned() }).collect();
        gaps.sort_by_key(|gap| gap.act);
        let title = exhibit.received.as_ref().map(|received| received.title.clone()).unwrap_or_default();
        let item = exhibit.received.as_ref().and_then(|received| received.item.clone());
        Self { v: VERSION, exhibit: label(exhibit.number), title, item, acts: acts.collect(), gaps }
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

//! Compares what a finding says that tag packs say with the packs themselves, as far as they are here.

use std::collections::{BTreeMap, HashMap};

use comity_record::Sha256Digest;
use serde::{Deserialize, Serialize};

use super::verify::{Difference, DifferencePlace, text};
use super::{Finding, PackName};
use crate::tags::{Stated, TagPack, TagRow, TagSet};

/// What is known here of a pack that a finding names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackCheck {
    /// The pack, as the finding names it.
    #[serde(flatten)]
    pub name: PackName,
    /// How many rows of it the finding carries.
    pub rows: usize,
    /// Whether they were compared with the file, and what came of it.
    pub standing: PackStanding,
    /// Those of the rows that say more than the file does: a source, or the state that a service answers to, which whoever
    /// keeps a file enters beside it. That cannot be compared with any file.
    pub entered: usize,
}

/// Whether a pack says what a finding says that it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PackStanding {
    /// The file is here, and the rows of the finding are those that it has for the trace.
    Agrees,
    /// The file is here and has another title, another maker or other rows.
    Differs,
    /// The file is not here. The rows are taken as the finding states them.
    NotHere,
}

/// The packs of a finding, compared: what [`Finding::verify_against`] takes.
#[derive(Clone, Debug)]
pub struct PacksHere {
    pub(super) checks: Vec<PackCheck>,
    pub(super) differences: Vec<Difference>,
    /// All rows of the packs that are here, and those of the finding for the others.
    pub(super) tags: TagSet,
}

impl From<&TagRow> for PackName {
    fn from(row: &TagRow) -> Self {
        Self { digest: row.pack_digest, title: row.pack.clone(), creator: row.pack_creator.clone() }
    }
}

impl Finding {
    /// Compares the rows that the finding carries with the packs that `pack_of` gives for a digest, if it has them. What a
    /// file does not say itself, and whoever imports it states, is to be taken from the finding.
    ///
    /// # Errors
    /// When `pack_of` fails.
    pub fn check_packs<E>(
        &self,
        mut pack_of: impl FnMut(&Sha256Digest, &Stated) -> Result<Option<TagPack>, E>,
    ) -> Result<PacksHere, E> {
        let mut named: BTreeMap<Sha256Digest, BTreeMap<PackName, Vec<&TagRow>>> = BTreeMap::new();
        for name in &self.packs {
            named.entry(name.digest).or_default().entry(name.clone()).or_default();
        }
        for row in &self.tag_rows {
            named.entry(row.pack_digest).or_default().entry(PackName::from(row)).or_default().push(row);
        }
        let mut here =
            PacksHere { checks: Vec::new(), differences: Vec::new(), tags: TagSet::new(self.network) };
        for (digest, names) in named {
            let (name, _) = names.first_key_value().expect("a digest is there for a name");
            let licence = names.values().flatten().find_map(|row| row.pack_licence.clone());
            let stated = Stated {
                title: Some(name.title.clone()),
                creator: Some(name.creator.clone()),
                licence,
                ..Stated::default()
            };
            match pack_of(&digest, &stated)? {
                Some(pack) => here.compare(pack, names),
                None => here.take(names),
            }
        }
        Ok(here)
    }
}

impl PacksHere {
    /// Takes rows of a pack that is not here as they are.
    fn take(&mut self, names: BTreeMap<PackName, Vec<&TagRow>>) {
        for (name, rows) in names {
            let count = rows.len();
            for row in rows {
                if !self.tags.add_row(row.clone()) {
                    self.differ(DifferencePlace::TagRow, row.address.clone(), String::new());
                }
            }
            let standing = PackStanding::NotHere;
            self.checks.push(PackCheck { name, rows: count, standing, entered: 0 });
        }
    }

    /// Compares rows with the pack that they are said to be from, and takes all rows of that.
    fn compare(&mut self, mut pack: TagPack, names: BTreeMap<PackName, Vec<&TagRow>>) {
        let places: HashMap<u32, usize> = (0..).zip(&pack.rows).map(|(at, row)| (row.row, at)).collect();
        let mut source = None;
        for (name, rows) in names {
            let of_file = PackName::from(&pack);
            let mut agrees = name == of_file;
            if !agrees {
                self.differ(DifferencePlace::Pack, text(&name), text(&of_file));
            }
            let (count, mut entered) = (rows.len(), 0);
            for row in rows {
                let Some(own) = places.get(&row.row).map(|at| &mut pack.rows[*at]) else {
                    agrees = false;
                    continue;
                };
                let with_entered = TagRow {
                    answers_to: row.answers_to.clone(),
                    source: own.source.clone().or_else(|| row.source.clone()),
                    // Who is named has no part in what is followed where.
                    label_of_pack: row.label_of_pack,
                    pack_licence: row.pack_licence.clone(),
                    ..own.clone()
                };
                if with_entered == *row {
                    entered += usize::from(own.answers_to != row.answers_to || own.source != row.source);
                    source = source.or_else(|| row.source.clone().filter(|_| own.source.is_none()));
                    *own = with_entered;
                } else {
                    agrees = false;
                }
            }
            let standing = if agrees { PackStanding::Agrees } else { PackStanding::Differs };
            self.checks.push(PackCheck { name, rows: count, standing, entered });
        }
        // A source is stated of a whole file, so that rows which are alike in it stay alike.
        for row in &mut pack.rows {
            row.source = row.source.take().or_else(|| source.clone());
        }
        self.tags.add(&pack);
    }

    fn differ(&mut self, place: DifferencePlace, finding: String, recomputed: String) {
        self.differences.push(Difference { place, item: None, finding, recomputed });
    }
}

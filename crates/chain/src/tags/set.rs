//! The tags of one network's addresses.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use comity_record::Sha256Digest;
use serde::{Deserialize, Serialize};

use super::index::TagIndex;
use super::row::{compared_name, disagree};
use super::{Actor, ActorPack, TagPack, TagRow};
use crate::network::Network;
use crate::script::ScriptKey;

/// The tags of one network's addresses, from any number of packs. What is answered does not depend on the order in which
/// the packs were added.
#[derive(Clone, Debug)]
pub struct TagSet {
    network: Network,
    /// The rows that a ledger keeps, before all others; they are read when they are asked for.
    kept: Option<Arc<TagIndex>>,
    /// The others.
    rows: Vec<TagRow>,
    of_key: HashMap<ScriptKey, Vec<usize>>,
    packs: BTreeSet<Sha256Digest>,
    actors: BTreeMap<String, Vec<Actor>>,
}

/// What became of a pack's rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagReport {
    /// The pack's title.
    pub title: String,
    /// The digest of its file.
    pub digest: Sha256Digest,
    /// Whether the same file was there already, so that nothing was added.
    pub repeated: bool,
    /// Rows that now stand for an address of the network.
    pub taken: usize,
    /// Rows of other currencies.
    pub other_currency: usize,
    /// The numbers of rows whose text is no address of the network, or that are about a transaction.
    pub no_address: Vec<u32>,
    /// The numbers of rows that say word for word what an earlier one of the pack says.
    pub repeated_rows: Vec<u32>,
}

/// Rows that say different things of one address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TagConflict<'t> {
    /// The address.
    pub address: String,
    /// All rows of it.
    pub rows: Vec<&'t TagRow>,
}

impl TagSet {
    /// No tags, for addresses of `network`.
    pub fn new(network: Network) -> Self {
        Self {
            network,
            kept: None,
            rows: Vec::new(),
            of_key: HashMap::new(),
            packs: BTreeSet::new(),
            actors: BTreeMap::new(),
        }
    }

    /// The tags that a ledger keeps, by the index over their files.
    pub(super) fn of_index(network: Network, index: TagIndex) -> Self {
        let packs = index.packs().collect();
        Self { kept: Some(Arc::new(index)), packs, ..Self::new(network) }
    }

    /// Adds the rows of a pack.
    pub fn add(&mut self, pack: &TagPack) -> TagReport {
        let mut report = TagReport {
            title: pack.title.clone(),
            digest: pack.digest,
            repeated: !self.packs.insert(pack.digest),
            taken: 0,
            other_currency: 0,
            no_address: Vec::new(),
            repeated_rows: Vec::new(),
        };
        if report.repeated {
            return report;
        }
        report.no_address.clone_from(&pack.without_address);
        let mut said = HashSet::new();
        for row in &pack.rows {
            if !row.is_of_currency() {
                report.other_currency += 1;
            } else if !said.insert(row.said()) {
                report.repeated_rows.push(row.row);
            } else if self.add_row(row.clone()) {
                report.taken += 1;
            } else {
                report.no_address.push(row.row);
            }
        }
        report.no_address.sort_unstable();
        report
    }

    /// Adds one row, as a finding holds it; `false` where its text is no address of the network.
    pub fn add_row(&mut self, row: TagRow) -> bool {
        let Ok(key) = ScriptKey::parse(&row.address, self.network) else { return false };
        self.of_key.entry(key).or_default().push(self.rows.len());
        self.rows.push(row);
        true
    }

    /// Adds what a pack says of actors; `false` where it was there already.
    pub fn add_actors(&mut self, pack: &ActorPack) -> bool {
        let new = self.packs.insert(pack.digest);
        if new {
            for actor in &pack.actors {
                let names: BTreeSet<_> = std::iter::once(&actor.id).chain(&actor.aliases).collect();
                for name in names {
                    self.actors.entry(name.clone()).or_default().push(actor.clone());
                }
            }
        }
        new
    }

    /// What is said of an address, in the order of the titles of the packs, their digests, and the rows.
    pub fn find<'t>(&'t self, key: &ScriptKey) -> impl Iterator<Item = &'t TagRow> + use<'t> {
        let mut rows: Vec<&TagRow> = Vec::new();
        // A script by hash in a pack was read without its kind.
        for key in key.alternatives() {
            if let Some(kept) = &self.kept {
                rows.extend(kept.find(&key).into_iter().map(|number| kept.row(number)));
            }
            rows.extend(self.of_key.get(&key).into_iter().flatten().map(|place| &self.rows[*place]));
        }
        rows.sort_by_key(|row| row.place());
        rows.into_iter()
    }

    /// Who is said to hold an address: the actor or label of each row that names one ([`TagRow::holder`]).
    /// More than one means that the rows disagree, or that one has an actor and another only a label; none, that nobody
    /// says who holds it.
    pub fn actors_of(&self, key: &ScriptKey) -> BTreeSet<&str> {
        let mut named: BTreeMap<String, &str> = BTreeMap::new();
        for holder in self.find(key).filter_map(TagRow::holder) {
            named
                .entry(compared_name(holder))
                .and_modify(|first| *first = (*first).min(holder))
                .or_insert(holder);
        }
        named.into_values().collect()
    }

    /// What actor packs say of the actor of this name or alias, in the order of the titles of the packs, their digests, and
    /// their rows.
    pub fn actor(&self, name: &str) -> Vec<&Actor> {
        let mut actors: Vec<_> = self.actors.get(name).into_iter().flatten().collect();
        actors.sort_by_key(|actor| actor.place());
        actors
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.kept_len() + self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All rows, in the order in which the packs were added.
    pub fn rows(&self) -> impl Iterator<Item = &TagRow> {
        (0..self.len()).map(|number| self.row(number))
    }

    /// A row by its number.
    pub(crate) fn row(&self, number: usize) -> &TagRow {
        match &self.kept {
            Some(kept) if number < kept.len() => kept.row(number),
            _ => &self.rows[number - self.kept_len()],
        }
    }

    /// The keys of all rows, in the order of their numbers, and who is named; nobody where a row does not say who holds
    /// its address. No row of the kept ones is read for it.
    pub(crate) fn named(&self) -> impl Iterator<Item = (ScriptKey, Option<&str>)> {
        let others = self.rows.iter().map(|row| {
            let key = ScriptKey::parse(&row.address, self.network).expect("only rows of addresses are taken");
            (key, row.holder())
        });
        self.kept.iter().flat_map(|kept| kept.named()).chain(others)
    }

    /// What stands for who is named for which address. Two sets that name the same may have two of them: rows that a ledger
    /// keeps are told by its index.
    pub(crate) fn names_digest(&self) -> Sha256Digest {
        let kept = self.kept.as_ref().map(|kept| kept.names_digest());
        let mut others: Vec<_> =
            self.rows.iter().filter_map(|row| Some((&row.address, row.holder()?))).collect();
        others.sort_unstable();
        Sha256Digest::of(&serde_json::to_vec(&(kept, others)).expect("plain data"))
    }

    fn kept_len(&self) -> usize {
        self.kept.as_ref().map_or(0, |kept| kept.len())
    }

    /// The addresses of which rows name different holders, or kinds of holder that have nothing in common, in the order
    /// of the addresses' text. Rows that are about no holder disagree with none.
    pub fn conflicts(&self) -> Vec<TagConflict<'_>> {
        let mut of_key: HashMap<ScriptKey, Vec<usize>> = HashMap::new();
        for (number, (key, _)) in self.named().enumerate() {
            of_key.entry(key).or_default().push(number);
        }
        let mut conflicts = Vec::new();
        for (key, numbers) in of_key.into_iter().filter(|(_, numbers)| numbers.len() > 1) {
            let mut rows: Vec<_> = numbers.into_iter().map(|number| self.row(number)).collect();
            if disagree(&rows) {
                rows.sort_by_key(|row| row.place());
                conflicts.push(TagConflict { address: key.text(self.network), rows });
            }
        }
        conflicts.sort_by(|a, b| a.address.cmp(&b.address));
        conflicts
    }
}

//! The files of tags that a ledger keeps, and what was entered beside them.
//!
//! Each file lies as it came under its SHA-256 in the ledger's folder, and a small list names those that count. The list is
//! replaced whole and durably when the files that it names are: after any crash there is the list before or the one after,
//! and what no list names is cleared away by whoever writes next. Beside them lies an index over their rows, from which
//! questions are answered; where it is not there, the files are read again: a hundred thousand rows of YAML take a quarter
//! of a second.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use comity_disk::{Disk, DiskError, DiskLock, DiskPath, make_dir_durable, write_durable};
use comity_record::{Country, Sha256Digest};
use serde::{Deserialize, Serialize};

use super::index::TagIndex;
use super::{
    ActorPack, AnswersTo, MAX_PACK_BYTES, MAX_TEXT, Stated, TagFile, TagFormat, TagPack, TagReport, TagSet,
    TagStoreError, asset_of_list,
};
use crate::finding::PackName;
use crate::ledger::StoreError;
use crate::network::Network;
use crate::store::{self, path};

/// The folder of the files.
const FILES: &str = "tags/files";
/// The list of those that count.
const LIST: &str = "tags/tags.json";
/// The file that stands for the right to change it.
const LOCK: &str = "tags/lock";
/// The form of list that this program writes.
const FORMAT: u32 = 1;
/// Bytes of a list: some ten thousand files.
const MAX_LIST_BYTES: usize = 16 << 20;

/// The tags that a ledger keeps.
pub struct TagStore {
    disk: Arc<dyn Disk>,
    network: Network,
    /// Keys the hashes of an index.
    seed: u64,
    list: List,
    /// Held by whoever changes it.
    _lock: Option<Box<dyn DiskLock>>,
}

/// What counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    format: u32,
    /// In the order of their digests.
    files: Vec<KeptFile>,
    /// The states that actors and labels answer to, as far as somebody has entered them.
    answers_to: BTreeMap<String, AnswersTo>,
}

/// A file that was imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptFile {
    /// SHA-256 of the file.
    pub digest: Sha256Digest,
    /// What it was called.
    pub name: String,
    /// Its format.
    pub format: TagFormat,
    /// How many bytes it has.
    pub bytes: usize,
    /// Its title.
    pub title: String,
    /// Who made it.
    pub creator: String,
    /// How many rows it has, whatever they are about.
    pub rows: usize,
    /// What was stated of it.
    pub stated: Stated,
}

/// A file to be imported.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// What it is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its format; seen by the name where none is said.
    pub format: Option<TagFormat>,
    /// What is stated of it. A list of addresses and CSV have their name for a title where none is stated, and a list the
    /// asset in its name for a currency ([`asset_of_list`]).
    pub stated: Stated,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// The file, as it is kept.
    pub file: KeptFile,
    /// Whether it was kept already, so that nothing was changed.
    pub repeated: bool,
    /// What became of its rows; none for an actor pack and for a file that was kept already.
    pub tags: Option<TagReport>,
    /// Addresses of the file on whose holder the rows of all kept files now disagree.
    pub conflicts: usize,
}

/// What the kept files hold, in the order of their digests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The tags. Where somebody has entered the state that an actor or label answers to, its rows have it.
    pub packs: Vec<TagPack>,
    /// The actors.
    pub actors: Vec<ActorPack>,
}

impl TagStore {
    /// Opens the tags of a ledger for questions; there are none where nothing was imported.
    ///
    /// # Errors
    /// When there is no ledger, or it cannot be read.
    pub fn open(disk: Arc<dyn Disk>) -> Result<Self, TagStoreError> {
        let manifest = store::Manifest::read(disk.as_ref()).map_err(StoreError::from)?;
        let store::Manifest { network, seed, .. } = manifest.ok_or(StoreError::Missing)?;
        let list = List::read(disk.as_ref())?;
        Ok(Self { disk, network, seed, list, _lock: None })
    }

    /// Opens the tags of a ledger to change them. Nobody else can until they are dropped.
    ///
    /// # Errors
    /// When there is no ledger, somebody else changes its tags, or the disk fails.
    pub fn open_to_write(disk: Arc<dyn Disk>) -> Result<Self, TagStoreError> {
        // Nothing is made where there is no ledger.
        Self::open(disk.clone())?;
        make_dir_durable(disk.as_ref(), &path(FILES))?;
        let lock = disk.lock(&path(LOCK))?;
        Ok(Self { _lock: Some(lock), ..Self::open(disk)? })
    }

    /// The network of the ledger.
    pub fn network(&self) -> Network {
        self.network
    }

    /// The files, in the order of their digests.
    pub fn files(&self) -> &[KeptFile] {
        &self.list.files
    }

    /// The states that somebody has entered, by actor or label.
    pub fn answers_to(&self) -> &BTreeMap<String, AnswersTo> {
        &self.list.answers_to
    }

    /// Everything that the files hold.
    ///
    /// # Errors
    /// When a file cannot be read, or is not the one that was imported.
    pub fn load(&self) -> Result<Kept, TagStoreError> {
        self.load_of(|_| true)
    }

    /// What some of the files hold.
    fn load_of(&self, wanted: impl Fn(TagFormat) -> bool) -> Result<Kept, TagStoreError> {
        let mut list = self.list.clone();
        loop {
            match list.load(self.disk.as_ref(), &wanted) {
                Err(TagStoreError::Disk(DiskError::Missing { path })) => {
                    // Files that were removed since are gone.
                    let now = List::read(self.disk.as_ref())?;
                    if now == list {
                        return Err(TagStoreError::Damaged(path));
                    }
                    list = now;
                }
                other => return other,
            }
        }
    }

    /// The pack of this digest, if it is kept, read with what somebody else stated of it instead of what was stated here, and
    /// without the states that were entered here.
    ///
    /// # Errors
    /// When the file is damaged or cannot be read.
    pub fn pack(&self, digest: &Sha256Digest, stated: &Stated) -> Result<Option<TagPack>, TagStoreError> {
        let Ok(at) = self.list.files.binary_search_by_key(digest, |file| file.digest) else {
            return Ok(None);
        };
        let mut file = self.list.files[at].clone();
        // The currency says which rows count, which is not for others to say.
        file.stated = Stated { currency: file.stated.currency, ..stated.clone() };
        let list = List { files: vec![file], ..List::default() };
        Ok(list.load(self.disk.as_ref(), &|_| true)?.packs.pop())
    }

    /// Gives the rows of a pack from elsewhere the states that somebody has entered here.
    pub fn enter_states(&self, pack: &mut TagPack) {
        self.list.enter_states(pack);
    }

    /// The tags of all files, and behind them those of packs that are not kept, with the states that somebody has entered.
    /// Of a pack that is also kept, more is known here, so that it comes first. Rows of kept files are read when they are
    /// asked for, where the index over them is there and whole. What packs say of actors is not among them
    /// ([`Self::add_actors`]).
    ///
    /// # Errors
    /// When a file is damaged or cannot be read.
    pub fn tags_with(&self, packs: Vec<TagPack>) -> Result<(TagSet, Vec<PackName>), TagStoreError> {
        let index = TagIndex::open(self.disk.as_ref(), &self.list.digest()?)?;
        let kept = self.list.files.iter().filter(|file| file.format != TagFormat::ActorPack);
        let mut names: Vec<PackName> = kept.map(PackName::from).collect();
        let mut tags = match index {
            Some(index) => TagSet::of_index(self.network, index),
            None => {
                let kept = self.load_of(|format| format != TagFormat::ActorPack)?;
                names = kept.packs.iter().map(PackName::from).collect();
                kept.in_order(self.network)
            }
        };
        for mut pack in packs {
            self.enter_states(&mut pack);
            tags.add(&pack);
            names.push(PackName::from(&pack));
        }
        Ok((tags, names))
    }

    /// Adds what the kept files say of actors.
    ///
    /// # Errors
    /// When a file is damaged or cannot be read.
    pub fn add_actors(&self, tags: &mut TagSet) -> Result<(), TagStoreError> {
        for pack in self.load_of(|format| format == TagFormat::ActorPack)?.actors {
            tags.add_actors(&pack);
        }
        Ok(())
    }

    /// Keeps files: all of them, or where one is not taken none. What becomes of their rows does not depend on the order
    /// in which files are imported.
    ///
    /// # Errors
    /// When a file is not taken, or the disk fails.
    pub fn import(&mut self, files: Vec<Incoming>) -> Result<Vec<Imported>, TagStoreError> {
        let (mut list, mut new, mut imported) = (self.list.clone(), Vec::new(), Vec::new());
        let mut tags = self.load()?.in_order(self.network);
        for incoming in files {
            let digest = Sha256Digest::of(&incoming.bytes);
            let known = list.files.binary_search_by_key(&digest, |file| file.digest);
            let at = match known {
                Ok(at) => {
                    let file = list.files[at].clone();
                    imported.push(Imported { file, repeated: true, tags: None, conflicts: 0 });
                    continue;
                }
                Err(at) => at,
            };
            let (mut content, file) = incoming.read(digest)?;
            let tags = match &mut content {
                TagFile::Tags(pack) => {
                    list.enter_states(pack);
                    Some(tags.add(pack))
                }
                TagFile::Actors(pack) => {
                    tags.add_actors(pack);
                    None
                }
            };
            list.files.insert(at, file.clone());
            imported.push(Imported { file, repeated: false, tags, conflicts: 0 });
            new.push((digest, incoming.bytes));
        }
        for conflict in tags.conflicts() {
            let packs: BTreeSet<_> = conflict.rows.iter().map(|row| row.pack_digest).collect();
            for file in imported.iter_mut().filter(|file| packs.contains(&file.file.digest)) {
                file.conflicts += 1;
            }
        }
        if new.is_empty() {
            if TagIndex::open(self.disk.as_ref(), &self.list.digest()?)?.is_none() {
                self.index(&tags);
            }
            return Ok(imported);
        }
        let bytes = list.to_bytes()?;
        for (digest, content) in &new {
            write_durable(self.disk.as_ref(), &file_path(digest), content)?;
        }
        self.replace(list, &bytes)?;
        self.index(&tags);
        Ok(imported)
    }

    /// Keeps a file no longer, and gives what it was.
    ///
    /// # Errors
    /// When no such file was imported, or the disk fails.
    pub fn remove(&mut self, digest: &Sha256Digest) -> Result<KeptFile, TagStoreError> {
        let mut list = self.list.clone();
        let at = list.files.binary_search_by_key(digest, |file| file.digest);
        let file = list.files.remove(at.map_err(|_| TagStoreError::NotImported(*digest))?);
        let bytes = list.to_bytes()?;
        self.replace(list, &bytes)?;
        self.index_again();
        Ok(file)
    }

    /// Enters the state that an actor or a label answers to, and where that is written; or takes back what was entered.
    ///
    /// # Errors
    /// When no kept row names the actor or label, nothing was entered that could be taken back, the source is empty or
    /// too long, or the disk fails.
    pub fn enter_state(&mut self, name: &str, state: Option<(Country, String)>) -> Result<(), TagStoreError> {
        let mut list = self.list.clone();
        if let Some((country, source)) = state {
            if source.trim().is_empty() || source.len() > MAX_TEXT {
                return Err(TagStoreError::Text("source"));
            }
            if !self.load()?.names(name) {
                return Err(TagStoreError::UnknownHolder(name.to_owned()));
            }
            list.answers_to.insert(name.to_owned(), AnswersTo::State { country, source });
        } else if list.answers_to.remove(name).is_none() {
            return Err(TagStoreError::NotEntered(name.to_owned()));
        }
        let bytes = list.to_bytes()?;
        self.replace(list, &bytes)?;
        self.index_again();
        Ok(())
    }

    /// Writes the index over the rows of all files, which are read for it.
    fn index_again(&self) {
        if let Ok(kept) = self.load_of(|format| format != TagFormat::ActorPack) {
            self.index(&kept.in_order(self.network));
        }
    }

    /// Writes the index over the rows of all files.
    fn index(&self, tags: &TagSet) {
        let mut rows: Vec<_> = tags.named().map(|(key, _)| key).zip(tags.rows()).collect();
        rows.sort_by_key(|(_, row)| (row.pack_digest, row.row));
        if let Ok(list) = self.list.digest() {
            // What follows from the files is not worth failing for: they are there, and questions read them.
            let _ = TagIndex::write(self.disk.as_ref(), list, self.seed, &rows);
        }
    }

    /// Puts another list in the place of the one before, durably, and clears away files that it does not name.
    fn replace(&mut self, list: List, bytes: &[u8]) -> Result<(), TagStoreError> {
        write_durable(self.disk.as_ref(), &path(LIST), bytes)?;
        self.list = list;
        let named: BTreeSet<_> = self.list.files.iter().map(|file| file.digest.to_string()).collect();
        let folder = path(FILES);
        for entry in self.disk.list(&folder)? {
            if !named.contains(&entry.name) {
                // What stays does not count, and whoever writes next tries again.
                let _ = self.disk.remove(&folder.join(&entry.name)?);
            }
        }
        Ok(())
    }
}

impl List {
    fn read(disk: &dyn Disk) -> Result<Self, TagStoreError> {
        let most = u64::try_from(MAX_LIST_BYTES).expect("it is small");
        let bytes = match disk.read(&path(LIST), most) {
            Err(DiskError::Missing { .. }) => return Ok(Self { format: FORMAT, ..Self::default() }),
            other => other?,
        };
        #[derive(Deserialize)]
        struct Form {
            format: u32,
        }
        let damaged = |error: serde_json::Error| TagStoreError::Damaged(format!("{LIST}: {error}"));
        let form: Form = serde_json::from_slice(&bytes).map_err(damaged)?;
        if form.format != FORMAT {
            return Err(TagStoreError::Format(form.format));
        }
        let mut list: Self = serde_json::from_slice(&bytes).map_err(damaged)?;
        list.files.sort_by_key(|file| file.digest);
        Ok(list)
    }

    fn to_bytes(&self) -> Result<Vec<u8>, TagStoreError> {
        let bytes = serde_json::to_vec_pretty(self).expect("plain data");
        if bytes.len() > MAX_LIST_BYTES { Err(TagStoreError::Full) } else { Ok(bytes) }
    }

    /// What tells this list from every other.
    fn digest(&self) -> Result<Sha256Digest, TagStoreError> {
        Ok(Sha256Digest::of(&self.to_bytes()?))
    }

    fn load(&self, disk: &dyn Disk, wanted: &impl Fn(TagFormat) -> bool) -> Result<Kept, TagStoreError> {
        let mut kept = Kept::default();
        for file in self.files.iter().filter(|file| wanted(file.format)) {
            let path = file_path(&file.digest);
            let bytes = disk.read(&path, u64::try_from(MAX_PACK_BYTES).expect("it is small"))?;
            if Sha256Digest::of(&bytes) != file.digest {
                return Err(TagStoreError::Damaged(path.to_string()));
            }
            let content = TagFile::parse(file.format, &bytes, &file.stated)
                .map_err(|source| TagStoreError::File { file: file.name.clone(), source })?;
            match content {
                TagFile::Tags(mut pack) => {
                    self.enter_states(&mut pack);
                    kept.packs.push(pack);
                }
                TagFile::Actors(pack) => kept.actors.push(pack),
            }
        }
        Ok(kept)
    }

    fn enter_states(&self, pack: &mut TagPack) {
        for row in &mut pack.rows {
            let of_actor = row.actor.as_ref().and_then(|actor| self.answers_to.get(actor));
            if let Some(state) = of_actor.or_else(|| self.answers_to.get(&row.label)) {
                row.answers_to = state.clone();
            }
        }
    }
}

impl Incoming {
    fn read(&self, digest: Sha256Digest) -> Result<(TagFile, KeptFile), TagStoreError> {
        let guessed = || TagFormat::guess(&self.name, &self.bytes);
        let format = self.format.or_else(guessed);
        let format = format.ok_or_else(|| TagStoreError::UnknownFormat(self.name.clone()))?;
        let mut stated = self.stated.clone();
        if matches!(format, TagFormat::Ofac | TagFormat::Csv) {
            let stem = || self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem).to_owned();
            stated.title.get_or_insert_with(stem);
        }
        if format == TagFormat::Ofac && stated.currency.is_none() {
            stated.currency = asset_of_list(&self.name).map(str::to_owned);
        }
        let content = TagFile::parse(format, &self.bytes, &stated)
            .map_err(|source| TagStoreError::File { file: self.name.clone(), source })?;
        let (title, creator, rows) = match &content {
            TagFile::Tags(pack) => (&pack.title, &pack.creator, pack.rows.len() + pack.without_address.len()),
            TagFile::Actors(pack) => (&pack.title, &pack.creator, pack.actors.len()),
        };
        let file = KeptFile {
            digest,
            name: self.name.clone(),
            format,
            bytes: self.bytes.len(),
            title: title.clone(),
            creator: creator.clone(),
            rows,
            stated,
        };
        Ok((content, file))
    }
}

impl Kept {
    /// All of it for the addresses of a network.
    pub fn in_order(&self, network: Network) -> TagSet {
        let mut tags = TagSet::new(network);
        for pack in &self.packs {
            tags.add(pack);
        }
        for pack in &self.actors {
            tags.add_actors(pack);
        }
        tags
    }

    /// Whether a row or an actor pack has an actor or label of this name.
    fn names(&self, name: &str) -> bool {
        let mut rows = self.packs.iter().flat_map(|pack| &pack.rows);
        let mut actors = self.actors.iter().flat_map(|pack| &pack.actors);
        rows.any(|row| row.label == name || row.actor.as_deref() == Some(name))
            || actors.any(|actor| actor.id == name)
    }
}

fn file_path(digest: &Sha256Digest) -> DiskPath {
    path(&format!("{FILES}/{digest}"))
}

//! Brings a folder to what a view shows, and writes no more than it must.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use comity_chain::Network;
use comity_chain::hash::BlockHash;
use comity_chain::ledger::View;
use comity_chain::range::RangeDigest;
use comity_chain::tags::TagRow;
use comity_disk::{
    Disk, DiskError, DiskPath, Kind, PARTIAL_SUFFIX, TEMP_SUFFIX, make_dir_durable, write_durable,
};
use comity_record::Sha256Digest;
use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::ExportError;
use crate::list::{EXPORT, FORMAT, FileEntry, List, path};
use crate::rows;
use crate::table::{SCHEMA, Table};
use crate::write::TableFile;

/// The file that stands for the right to write.
const LOCK: &str = "lock";
/// What the columns mean.
const SCHEMA_FILE: &str = "schema.json";
/// How the name of every file of a table ends.
const PARQUET: &str = ".parquet";
/// Bytes of a file that are hashed in one go.
const PIECE: usize = 1 << 20;

/// How far an export is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Files that are there.
    pub files: u64,
    /// Files that there will be.
    pub of_files: u64,
}

/// What was exported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The network of the ledger.
    pub network: Network,
    /// The height of its first block.
    pub first_height: u32,
    /// The height that was taken as the tip.
    pub at_height: u32,
    /// The hash of the block at that height.
    pub at_block: BlockHash,
    /// Rows of each table.
    pub rows: BTreeMap<&'static str, u64>,
    /// Files of the export.
    pub files: usize,
    /// Of these, files that were written now; the rest was there already.
    pub written: usize,
    /// Files of an earlier export that were removed.
    pub removed: usize,
    /// Bytes of all files.
    pub bytes: u64,
}

/// A file that the export must have.
struct Wanted {
    table: Table,
    range: (u32, u32),
    path: String,
    of: String,
}

/// Exports what a view shows into the folder that `disk` is, with rows of tags if there are any. A folder with an earlier
/// export of the same ledger is brought to this view; any other folder must be empty. Files of the earlier export that stay
/// are read again, and written anew where they are not what its list says.
///
/// # Errors
/// When the folder holds something else or another ledger, somebody else exports to it, the ledger changes meanwhile, or
/// a disk fails. Its list then says that it is not complete, unless nothing was changed.
pub fn export(
    view: &View<'_>,
    tags: &[&TagRow],
    disk: &Arc<dyn Disk>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Report, ExportError> {
    let ours = |name: &str| name == LOCK || *name == [EXPORT, TEMP_SUFFIX].concat();
    let mut old = List::read(disk.as_ref())?;
    if old.is_none()
        && let Some(other) = disk.list(&DiskPath::root())?.into_iter().find(|entry| !ours(&entry.name))
    {
        return Err(ExportError::NotEmpty(other.name));
    }
    let _lock = disk.lock(&path(LOCK)).map_err(|error| match error {
        DiskError::Locked { .. } => ExportError::InUse,
        other => other.into(),
    })?;
    // Whoever held the lock may have written since.
    old = List::read(disk.as_ref())?.or(old);
    let ledger = view.ledger();
    let mut list = List {
        format: FORMAT,
        complete: false,
        network: ledger.network(),
        first_height: ledger.first_height().expect("a view is of a ledger with blocks"),
        at_height: view.height(),
        at_block: view.tip_hash(),
        ranges: view.range_digests(),
        files: vec![],
    };
    if let Some(old) =
        old.as_ref().filter(|old| (old.network, old.first_height) != (list.network, list.first_height))
    {
        return Err(ExportError::OtherLedger {
            expected: list.network,
            expected_first: list.first_height,
            found: old.network,
            found_first: old.first_height,
        });
    }
    let mut tags = tags.to_vec();
    tags.sort_by_key(|row| (&row.pack, row.pack_digest, row.row));
    let wanted = wanted(&list, &tags);
    if let Some(other) = foreign(disk.as_ref(), old.as_ref())? {
        return Err(ExportError::NotEmpty(other));
    }
    list.files = still_good(disk.as_ref(), old.as_ref(), &wanted)?;
    let kept = list.files.len();
    let complete = List { complete: true, ..list.clone() };
    if kept == wanted.len() && old.as_ref() == Some(&complete) && stale(disk.as_ref(), &list)?.is_empty() {
        return Ok(report(&list, kept, 0));
    }

    // From here on nobody may take the folder for a whole export.
    list.write(disk.as_ref())?;
    write_durable(disk.as_ref(), &path(SCHEMA_FILE), SCHEMA.as_bytes())?;
    for table in wanted.iter().map(|wanted| wanted.table).collect::<BTreeSet<_>>() {
        make_dir_durable(disk.as_ref(), &path(table.name()))?;
    }
    let stale = stale(disk.as_ref(), &list)?;
    stale.iter().try_for_each(|path| disk.remove(path))?;

    let mut writing = Writing { view, disk, list, wanted, progress };
    writing.ranges()?;
    writing.clusters()?;
    writing.tags(&tags)?;
    if !ledger.is_current()? {
        return Err(ExportError::Changed);
    }
    let mut list = writing.list;
    list.complete = true;
    list.write(disk.as_ref())?;
    Ok(report(&list, kept, stale.len()))
}

/// The files of an export, in the order of the list.
fn wanted(list: &List, tags: &[&TagRow]) -> Vec<Wanted> {
    let mut wanted = vec![];
    for table in Table::ALL.into_iter().filter(|table| *table != Table::Tags) {
        wanted.extend(list.ranges.iter().map(|RangeDigest { first, last, digest }| Wanted {
            table,
            range: (*first, *last),
            path: format!("{}/{first:07}-{last:07}{PARQUET}", table.name()),
            // Which scripts are one owner's may change with any block.
            of: if table == Table::Clusters { list.at_block.to_string() } else { digest.to_string() },
        }));
    }
    if !tags.is_empty() {
        let rows = serde_json::to_vec(tags).expect("plain data");
        // Whether an address is known hangs on the height.
        let of = Sha256Digest::of_parts(&[list.at_block.as_bytes(), &rows]).to_string();
        let path = format!("{}/{}{PARQUET}", Table::Tags.name(), Table::Tags.name());
        wanted.push(Wanted { table: Table::Tags, range: (list.first_height, list.at_height), path, of });
    }
    wanted
}

/// Something in a folder with an export that no export wrote. Files in the folders of tables are taken for those of one that
/// was cut off, whose list does not name them yet, where they are called so.
fn foreign(disk: &dyn Disk, old: Option<&List>) -> Result<Option<String>, ExportError> {
    let tables: HashMap<_, _> = Table::ALL.into_iter().map(|table| (table.name(), table)).collect();
    let files = [LOCK, EXPORT, SCHEMA_FILE].map(str::to_owned);
    let begun = [EXPORT, SCHEMA_FILE].map(|name| [name, TEMP_SUFFIX].concat());
    let listed = old.map(List::paths).unwrap_or_default();
    for entry in disk.list(&DiskPath::root())? {
        if files.contains(&entry.name) || begun.contains(&entry.name) {
            continue;
        }
        let table = tables.get(&*entry.name).filter(|_| entry.kind == Kind::Dir);
        let Some(table) = table else { return Ok(Some(entry.name)) };
        let folder = path(table.name());
        for entry in disk.list(&folder)? {
            let path = folder.join(&entry.name)?.to_string();
            let ours = listed.contains(&*path) || is_name_of(*table, &entry.name);
            if entry.kind != Kind::File || !ours {
                return Ok(Some(path));
            }
        }
    }
    Ok(None)
}

/// Whether an export calls a file of this table so, whole or begun.
fn is_name_of(table: Table, name: &str) -> bool {
    let whole = name.strip_suffix(PARTIAL_SUFFIX).unwrap_or(name);
    let Some(stem) = whole.strip_suffix(PARQUET) else { return false };
    let is_height = |text: &str| text.len() >= 7 && text.bytes().all(|byte| byte.is_ascii_digit());
    match table {
        Table::Tags => stem == table.name(),
        _ => stem.split_once('-').is_some_and(|(first, last)| is_height(first) && is_height(last)),
    }
}

/// The files of an earlier export that this one has too, and that are there as its list says.
fn still_good(disk: &dyn Disk, old: Option<&List>, wanted: &[Wanted]) -> Result<Vec<FileEntry>, ExportError> {
    let there: HashMap<_, _> =
        old.iter().flat_map(|old| &old.files).map(|file| ((&file.path, &file.of), file)).collect();
    let checked = wanted.par_iter().map(|wanted| -> Result<Option<FileEntry>, ExportError> {
        let Some(entry) = there.get(&(&wanted.path, &wanted.of)) else { return Ok(None) };
        match disk.metadata(&path(&wanted.path)) {
            Ok(found) if found.kind == Kind::File && found.size == entry.bytes => {
                let same = sha256(disk, &path(&wanted.path))? == entry.sha256;
                Ok(same.then(|| (*entry).clone()))
            }
            Ok(_) | Err(DiskError::Missing { .. }) => Ok(None),
            Err(other) => Err(other.into()),
        }
    });
    Ok(checked.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// SHA-256 of a file, which is read piece by piece.
fn sha256(disk: &dyn Disk, path: &DiskPath) -> Result<Sha256Digest, ExportError> {
    let file = disk.open_read(path)?;
    let (mut hasher, mut piece, mut at) = (Sha256::new(), vec![0; PIECE], 0);
    loop {
        let read = file.read_at(at, &mut piece)?;
        if read == 0 {
            return Ok(Sha256Digest::from_bytes(hasher.finalize().into()));
        }
        hasher.update(&piece[..read]);
        at += u64::try_from(read).expect("a piece is small");
    }
}

/// Files in the folders of the tables that the list does not have.
fn stale(disk: &dyn Disk, list: &List) -> Result<Vec<DiskPath>, ExportError> {
    let (mut stale, listed) = (vec![], list.paths());
    for table in Table::ALL {
        let folder = path(table.name());
        if !disk.exists(&folder)? {
            continue;
        }
        for entry in disk.list(&folder)?.into_iter().filter(|entry| entry.kind != Kind::Dir) {
            let path = folder.join(&entry.name)?;
            if !listed.contains(path.as_str()) {
                stale.push(path);
            }
        }
    }
    Ok(stale)
}

fn report(list: &List, kept: usize, removed: usize) -> Report {
    let mut rows = BTreeMap::new();
    for table in Table::ALL {
        let folder = format!("{}/", table.name());
        let files = list.files.iter().filter(|file| file.path.starts_with(&folder));
        rows.insert(table.name(), files.map(|file| file.rows).sum());
    }
    Report {
        network: list.network,
        first_height: list.first_height,
        at_height: list.at_height,
        at_block: list.at_block,
        rows,
        files: list.files.len(),
        written: list.files.len() - kept,
        removed,
        bytes: list.files.iter().map(|file| file.bytes).sum(),
    }
}

/// An export at work.
struct Writing<'w, 'v> {
    view: &'w View<'v>,
    disk: &'w Arc<dyn Disk>,
    list: List,
    wanted: Vec<Wanted>,
    progress: &'w mut dyn FnMut(Progress),
}

impl Writing<'_, '_> {
    /// The tables that follow from ranges, range by range.
    fn ranges(&mut self) -> Result<(), ExportError> {
        for range in self.list.ranges.clone() {
            let range = (range.first, range.last);
            let missing: Vec<_> =
                self.missing(|wanted| wanted.range == range && Table::OF_RANGE.contains(&wanted.table));
            let (view, disk, list) = (self.view, self.disk, &self.list);
            let written = missing.into_par_iter().map(|wanted| {
                let mut file = begin(disk, list, wanted)?;
                rows::write(view, wanted.table, range, &mut file)?;
                file.settle(wanted.of.clone())
            });
            // Whatever stands in the list is durable, so that an export that is cut off goes on after it.
            let written: Vec<_> = written.collect::<Result<_, ExportError>>()?;
            self.note(written)?;
        }
        Ok(())
    }

    /// Clusters, in one go over all scripts.
    fn clusters(&mut self) -> Result<(), ExportError> {
        if self.missing(|wanted| wanted.table == Table::Clusters).is_empty() {
            return Ok(());
        }
        let clustering = self.view.clustering();
        let mut assignments = clustering.assignments().peekable();
        for range in self.list.ranges.clone() {
            let end = self.view.new_scripts(range.first, range.last).last().map(|last| last.0 + 1);
            let missing = self.missing(|wanted| {
                wanted.table == Table::Clusters && wanted.range == (range.first, range.last)
            });
            let mut file = missing.first().map(|wanted| begin(self.disk, &self.list, wanted)).transpose()?;
            while let Some(row) = assignments.next_if(|(script, _)| end.is_some_and(|end| script.0 < end)) {
                if let Some(file) = &mut file {
                    rows::cluster(row, file)?;
                }
            }
            if let Some(file) = file {
                let of = self.list.at_block.to_string();
                self.note(vec![file.settle(of)?])?;
            }
        }
        Ok(())
    }

    fn tags(&mut self, tags: &[&TagRow]) -> Result<(), ExportError> {
        let Some(wanted) = self.missing(|wanted| wanted.table == Table::Tags).pop() else { return Ok(()) };
        let mut file = begin(self.disk, &self.list, wanted)?;
        rows::tags(self.view, tags, &mut file)?;
        let entry = file.settle(wanted.of.clone())?;
        self.note(vec![entry])
    }

    /// The files that are still to be written, of those that are asked for.
    fn missing(&self, asked: impl Fn(&Wanted) -> bool) -> Vec<&Wanted> {
        let there = self.list.paths();
        self.wanted.iter().filter(|wanted| asked(wanted) && !there.contains(&*wanted.path)).collect()
    }

    /// Adds files to the list, in their place.
    fn note(&mut self, written: Vec<FileEntry>) -> Result<(), ExportError> {
        if !written.is_empty() {
            self.list.files.extend(written);
            let places: HashMap<_, _> = (0..).zip(&self.wanted).map(|(at, w)| (&w.path, at)).collect();
            self.list.files.sort_by_key(|file| places.get(&file.path).copied().unwrap_or(usize::MAX));
            self.list.write(self.disk.as_ref())?;
        }
        let count = |files: usize| u64::try_from(files).expect("memory holds fewer than 2^64 files");
        (self.progress)(Progress { files: count(self.list.files.len()), of_files: count(self.wanted.len()) });
        Ok(())
    }
}

/// Begins a file that says what it is.
fn begin(disk: &Arc<dyn Disk>, list: &List, wanted: &Wanted) -> Result<TableFile, ExportError> {
    let about = [
        ("table", wanted.table.name().to_owned()),
        ("format", FORMAT.to_string()),
        ("network", list.network.to_string()),
        ("ledger_first_height", list.first_height.to_string()),
        ("range_first", wanted.range.0.to_string()),
        ("range_last", wanted.range.1.to_string()),
        (
            match wanted.table {
                Table::Clusters => "at_block",
                Table::Tags => "tags_digest",
                _ => "range_digest",
            },
            wanted.of.clone(),
        ),
    ];
    TableFile::begin(disk.clone(), &path(&wanted.path), wanted.table, &about)
}

//! Disks that fail, tear and lie.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io;

use comity_journal::{CHECKPOINT_PATH, Log, LogError, MemoryStore, Tile, TileStore};
use comity_record::EntryId;

use crate::help::{ids, known, log_in, log_of, mistaken, node_key, origin};

/// A disk whose power goes after so many operations. What was not synced is lost, torn or kept, as a seed
/// decides; `replace` is whole or not at all.
struct Disk {
    durable: RefCell<BTreeMap<String, Vec<u8>>>,
    pending: RefCell<Vec<(String, Vec<u8>)>>,
    operations_left: Cell<usize>,
    seed: Cell<u64>,
}

impl Disk {
    fn new() -> Self {
        Self {
            durable: RefCell::default(),
            pending: RefCell::default(),
            operations_left: Cell::new(usize::MAX),
            seed: Cell::new(0),
        }
    }

    /// Lets the power go after `operations` more.
    fn cut_after(&self, operations: usize, seed: u64) {
        self.operations_left.set(operations);
        self.seed.set(seed);
    }

    /// What is found when the power is back.
    fn reboot(&self) {
        for (path, bytes) in self.pending.take() {
            let content = match self.draw() % 4 {
                0 => continue,
                1 => Vec::new(),
                2 => bytes[..bytes.len() / 2].to_vec(),
                _ => bytes,
            };
            self.durable.borrow_mut().insert(path, content);
        }
        self.operations_left.set(usize::MAX);
    }

    fn draw(&self) -> u64 {
        // splitmix64
        let next = self.seed.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.seed.set(next);
        let mixed = (next ^ (next >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 27)) >> 16
    }

    fn operate(&self) -> io::Result<()> {
        let left = self.operations_left.get();
        self.operations_left.set(left.saturating_sub(1));
        if left == 0 { Err(io::Error::other("the power is gone")) } else { Ok(()) }
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.durable.borrow().clone()
    }
}

impl TileStore for Disk {
    fn read(&self, path: &str, limit: usize) -> io::Result<Option<Vec<u8>>> {
        let pending = self.pending.borrow();
        let found = pending.iter().rev().find(|(written, _)| written == path).map(|(_, bytes)| bytes.clone());
        let found = found.or_else(|| self.durable.borrow().get(path).cloned());
        match found {
            Some(bytes) if bytes.len() > limit => Err(io::ErrorKind::InvalidData.into()),
            found => Ok(found),
        }
    }

    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        // The last write before the cut may have reached the disk, or a part of it.
        let before = self.operate();
        self.pending.borrow_mut().push((path.to_owned(), bytes.to_vec()));
        before
    }

    fn sync(&self) -> io::Result<()> {
        self.operate()?;
        self.durable.borrow_mut().extend(self.pending.take());
        Ok(())
    }

    fn replace(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let before = self.operate();
        // A replacement that fails may have happened nevertheless.
        if before.is_ok() || self.draw().is_multiple_of(2) {
            self.durable.borrow_mut().insert(path.to_owned(), bytes.to_vec());
        }
        before
    }

    fn discard(&self, folder: &str) -> io::Result<()> {
        self.operate()?;
        self.durable.borrow_mut().retain(|path, _| !path.starts_with(&format!("{folder}/")));
        Ok(())
    }
}

/// Appends in these batches, each followed by tidying, from wherever the log stands.
fn run<S: TileStore>(store: S, all: &[EntryId], batches: &[usize]) -> Result<(), LogError> {
    let (key, known) = (node_key(), known());
    let mut log = match Log::open(&store, &origin(0), &known) {
        Err(LogError::Absent) => Log::create(&store, origin(0), &key)?,
        log => log?,
    };
    let mut end = 0;
    for batch in batches {
        end += batch;
        let done = usize::try_from(log.head().size).unwrap();
        if done < end {
            log.append(&all[done..end], &key)?;
            log.tidy()?;
        }
    }
    Ok(())
}

/// The files that the final checkpoint needs.
fn needed(files: &BTreeMap<String, Vec<u8>>, size: u64) -> BTreeMap<String, Vec<u8>> {
    let is_needed = |path: &str| {
        path == CHECKPOINT_PATH
            || path
                .parse::<Tile>()
                .is_ok_and(|tile| Tile::in_tree(tile.kind(), tile.number(), size) == Some(tile))
    };
    files
        .iter()
        .filter(|(path, _)| is_needed(path))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

#[test]
fn a_power_cut_at_any_operation_leaves_a_log_that_opens_and_goes_on_to_the_same_files() {
    let batches = [1, 254, 3, 1, 500, 10];
    let all = ids(769);
    let whole = Disk::new();
    run(&whole, &all, &batches).unwrap();
    let expected = needed(&whole.files(), 769);
    assert_eq!(
        expected.len(),
        3 * 2 + 2 + 1 + 1,
        "three full and one partial of each kind, one above, one checkpoint"
    );

    let mut cuts = 0;
    for operations in 0.. {
        let mut failed = false;
        for seed in 0..8 {
            let disk = Disk::new();
            disk.cut_after(operations, seed);
            failed |= run(&disk, &all, &batches).is_err();
            disk.reboot();
            // What is there now is a log that verifies, or none.
            match Log::open(&disk, &origin(0), &known()) {
                Ok(log) => log.verify().unwrap(),
                Err(LogError::Absent) => assert_eq!(operations, 0),
                Err(error) => panic!("after {operations} operations: {error}"),
            }
            run(&disk, &all, &batches).unwrap();
            assert_eq!(needed(&disk.files(), 769), expected, "after {operations} operations, seed {seed}");
            cuts += 1;
        }
        if !failed {
            break;
        }
    }
    assert!(cuts > 250, "{cuts} power cuts");
}

#[test]
fn after_a_failed_write_the_log_has_to_be_opened_again() {
    let disk = Disk::new();
    let all = ids(10);
    let mut log = log_in(&disk, &all[..5]);
    let before = log.note().clone();
    disk.cut_after(0, 1);
    assert!(matches!(log.append(&all[5..], &node_key()), Err(LogError::Store { .. })));
    disk.reboot();
    assert_eq!(log.note(), &before);
    assert!(matches!(log.append(&all[5..], &node_key()), Err(LogError::Unsure)));
    log.reopen(&known()).unwrap();
    assert_eq!(log.note(), &before);
    disk.cut_after(0, 1);
    assert!(matches!(log.append(&all[5..], &node_key()), Err(LogError::Store { .. })));
    disk.reboot();
    assert!(matches!(log.reincarnate(1, &node_key()), Err(LogError::Unsure)));
    let mut log = Log::open(&disk, &origin(0), &known()).unwrap();
    log.append(&all[5..], &node_key()).unwrap();
    log.verify().unwrap();
}

/// A store that refuses to write a path twice, but for checkpoints.
struct WriteOnce(MemoryStore);

impl TileStore for WriteOnce {
    fn read(&self, path: &str, limit: usize) -> io::Result<Option<Vec<u8>>> {
        self.0.read(path, limit)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        assert!(self.0.read(path, usize::MAX)?.is_none(), "{path} is written twice");
        self.0.write(path, bytes)
    }

    fn sync(&self) -> io::Result<()> {
        self.0.sync()
    }

    fn replace(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        assert!(!path.starts_with("tile/"));
        self.0.replace(path, bytes)
    }

    fn discard(&self, folder: &str) -> io::Result<()> {
        self.0.discard(folder)
    }
}

#[test]
fn a_tile_is_never_written_again() {
    let store = WriteOnce(MemoryStore::new());
    let all = ids(1500);
    let batches: Vec<usize> = (0..60).map(|n| n % 50).collect();
    run(&store, &all, &batches).unwrap();
    // Tidying leaves no partial state of a full tile.
    let files = store.0.files();
    for number in ["000", "001", "002", "003"] {
        for folder in ["tile/0", "tile/entries"] {
            assert!(files.contains_key(&format!("{folder}/{number}")));
            assert!(files.keys().all(|path| !path.starts_with(&format!("{folder}/{number}.p/"))));
        }
    }
}

#[test]
fn a_rebuilt_log_has_the_same_files() {
    let all = ids(70_000);
    let first = MemoryStore::new();
    let log = log_in(&first, &all[..69_000]);
    let note = log.note().clone();
    let second = MemoryStore::new();
    let mut rebuilt = Log::rebuild(&second, &origin(0), &known(), note.clone(), &all).unwrap();
    assert_eq!(second.files(), first.files());
    rebuilt.append(&all[69_000..], &node_key()).unwrap();
    rebuilt.verify().unwrap();

    let mut others = all.clone();
    others[300] = EntryId::of(b"another");
    let other = Log::rebuild(MemoryStore::new(), &origin(0), &known(), note.clone(), &others);
    assert!(matches!(other, Err(LogError::Root)));
    let fewer = Log::rebuild(MemoryStore::new(), &origin(0), &known(), note, &all[..68_999]);
    assert!(matches!(fewer, Err(LogError::Root)));
}

#[test]
fn any_changed_or_missing_file_is_noticed_and_named() {
    let all = ids(600);
    let good = MemoryStore::new();
    log_in(&good, &all);
    for (path, bytes) in good.files() {
        // One byte in every 64, so that each hash and each entry is hit at least once over the bits.
        for at in (0..bytes.len()).step_by(61) {
            let store = MemoryStore::new();
            for (path, bytes) in good.files() {
                store.write(&path, &bytes).unwrap();
            }
            let mut changed = bytes.clone();
            changed[at] ^= 1 << (at % 8);
            store.write(&path, &changed).unwrap();
            let error = Log::open(&store, &origin(0), &known()).and_then(|log| log.verify()).unwrap_err();
            match error {
                LogError::Changed { path: named } => assert_eq!(named, path),
                LogError::Root => assert_eq!(path, "tile/1/000.p/2", "all others can be told apart"),
                LogError::Checkpoint(_) | LogError::OtherLog { .. } => assert_eq!(path, CHECKPOINT_PATH),
                other => panic!("{path}: {other}"),
            }
        }
        let store = MemoryStore::new();
        for (other, bytes) in good.files().into_iter().filter(|(other, _)| *other != path) {
            store.write(&other, &bytes).unwrap();
        }
        let error = Log::open(&store, &origin(0), &known()).and_then(|log| log.verify()).unwrap_err();
        match error {
            LogError::Missing { path: named } => assert_eq!(named, path),
            LogError::Absent => assert_eq!(path, CHECKPOINT_PATH),
            other => panic!("{path}: {other}"),
        }
    }
}

#[test]
fn what_is_read_is_what_was_logged_or_an_error() {
    let all = ids(600);
    let store = MemoryStore::new();
    let log = log_in(&store, &all);
    for (number, bundle) in (0..).zip(all.chunks(256)) {
        assert_eq!(log.bundle(number).unwrap(), bundle);
    }
    assert!(log.bundle(3).is_err() && log.entry(600).is_err() && log.entry(u64::MAX).is_err());
    assert_eq!(log.entry(599).unwrap(), all[599]);

    // An id exchanged in the bundle alone, or in the bundle and its tile, does not come out.
    let bundle = store.read("tile/entries/001", usize::MAX).unwrap().unwrap();
    let tile = store.read("tile/0/001", usize::MAX).unwrap().unwrap();
    let other = EntryId::of(b"another");
    let (mut bad_bundle, mut bad_tile) = (bundle.clone(), tile);
    bad_bundle[34 * 77 + 2..34 * 78].copy_from_slice(other.as_bytes());
    bad_tile[32 * 77..32 * 78].copy_from_slice(comity_journal::TreeHash::of_entry(&other).as_bytes());
    store.write("tile/entries/001", &bad_bundle).unwrap();
    assert!(matches!(log.entry(256 + 77), Err(LogError::Changed { .. })));
    assert!(matches!(log.entry(256), Err(LogError::Changed { .. })), "no id of that bundle is given");
    store.write("tile/0/001", &bad_tile).unwrap();
    assert!(log.entry(256 + 77).is_err());
    assert!(log.inclusion(256 + 77, 600).is_err());
    assert_eq!(log.entry(3).unwrap(), all[3], "other bundles are as good as before");
    let _ = bundle;
}

#[test]
fn a_log_is_not_begun_twice_nor_opened_as_another() {
    let store = MemoryStore::new();
    assert!(matches!(Log::open(&store, &origin(0), &known()), Err(LogError::Absent)));
    log_in(&store, &ids(3));
    assert!(matches!(Log::create(&store, origin(0), &node_key()), Err(LogError::Exists)));
    assert!(matches!(Log::open(&store, &origin(1), &known()), Err(LogError::OtherLog { .. })));
    assert!(matches!(Log::open(&store, &origin(0), &mistaken()), Err(LogError::Checkpoint(_))));
}

#[test]
fn appending_nothing_changes_nothing() {
    let mut log = log_of(&ids(3));
    let before = log.note().clone();
    assert_eq!(log.append(&[], &node_key()).unwrap(), &before);
}

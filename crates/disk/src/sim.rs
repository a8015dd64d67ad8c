//! A disk in memory that forgets, reorders and tears what was not synced.
//!
//! The model is harsher than any file system in use, so that a protocol that survives here needs no luck:
//! - bytes written but not synced survive a power cut or do not, each write for itself, sector by sector,
//!   and a file may have grown by bytes that were never written;
//! - names made, moved or removed survive or do not, each change for itself, until their folder is synced;
//!   syncing a file says nothing about its name;
//! - a rename is one step: after the cut the file has the old name, the new one or both, never none;
//! - after a sync that failed, what it should have written is lost even if the next sync succeeds, as Linux
//!   behaves.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::{DirEntry, Disk, DiskError, DiskFile, DiskLock, DiskPath, Kind, Metadata};

/// The unit in which a write survives a power cut: the sector of most disks.
const SECTOR: usize = 512;

/// What bytes hold that a file grew by without ever being written.
const STALE: u8 = 0xA5;

/// The node number of the folder of the disk itself.
const ROOT: usize = 0;

/// What an operation can be made to fail with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No room (`ENOSPC`).
    Full,
    /// The device fails (`EIO`).
    Io,
}

/// A deterministic disk in memory. Clones are the same disk.
#[derive(Clone)]
pub struct SimDisk {
    state: Arc<Mutex<State>>,
}

impl SimDisk {
    /// An empty disk without limit or fault.
    #[expect(clippy::new_without_default, reason = "an empty disk is made on purpose, in tests")]
    pub fn new() -> Self {
        Self::of(vec![Node::Dir(Dir::default())])
    }

    /// Every write beyond `bytes` in all files together fails for want of room.
    pub fn set_capacity(&self, bytes: Option<u64>) {
        self.state().capacity = bytes;
    }

    /// How many changing operations (create, write, truncate, rename, remove, sync) were asked for so far.
    pub fn operations(&self) -> u64 {
        self.state().operations
    }

    /// Makes the changing operation number `operation` (the first is 0) fail.
    pub fn fail_at(&self, operation: u64, fault: Fault) {
        self.state().faults.insert(operation, fault);
    }

    /// Takes the power away during the changing operation number `operation` (the first is 0): it and everything
    /// after it fails with [`DiskError::PowerLost`]. See [`SimDisk::power_cut`] for what is found then.
    pub fn cut_at(&self, operation: u64) {
        self.state().cut_at = Some(operation);
    }

    /// Takes the power away now and gives the disk as it is found when the machine starts again. The seed
    /// decides which of the changes that were not synced survived. Files opened before are dead.
    #[must_use]
    pub fn power_cut(&self, seed: u64) -> Self {
        let mut state = self.state();
        state.dead = true;
        Self::of(state.after_cut(seed))
    }

    /// Flips the bits of `mask` in one byte at rest, as a failing medium does.
    ///
    /// # Errors
    /// Fails when no such byte is there.
    pub fn damage(&self, path: &DiskPath, offset: u64, mask: u8) -> Result<(), DiskError> {
        let mut state = self.state();
        let file = state.file_at(path)?;
        let at = usize::try_from(offset).unwrap_or(usize::MAX);
        let byte = file.live.get_mut(at).ok_or(DiskError::Short { path: path.to_string(), offset })?;
        *byte ^= mask;
        if let Some(byte) = file.durable.get_mut(at) {
            *byte ^= mask;
        }
        Ok(())
    }

    /// Makes every later read of the file at `path` fail with an input/output error.
    ///
    /// # Errors
    /// Fails when no file is there.
    pub fn break_reads(&self, path: &DiskPath) -> Result<(), DiskError> {
        self.state().file_at(path)?.unreadable = true;
        Ok(())
    }

    fn of(nodes: Vec<Node>) -> Self {
        let state = State {
            nodes,
            capacity: None,
            operations: 0,
            cut_at: None,
            dead: false,
            faults: BTreeMap::new(),
            locks: BTreeSet::new(),
            renames: 0,
        };
        Self { state: Arc::new(Mutex::new(state)) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn opened(&self, path: &DiskPath, writable: bool) -> Result<Box<dyn DiskFile>, DiskError> {
        let state = self.state();
        state.alive()?;
        let node = state.find(path)?;
        match &state.nodes[node] {
            Node::File(_) => {
                Ok(Box::new(SimFile { disk: self.clone(), node, writable, path: path.to_string() }))
            }
            Node::Dir(_) => Err(DiskError::NotAFile { path: path.to_string() }),
        }
    }
}

impl Disk for SimDisk {
    fn create_new(&self, path: &DiskPath) -> Result<Box<dyn DiskFile>, DiskError> {
        self.state().change(path, |state| state.make(path, Node::File(File::default())))?;
        self.opened(path, true)
    }

    fn open(&self, path: &DiskPath) -> Result<Box<dyn DiskFile>, DiskError> {
        self.opened(path, true)
    }

    fn open_read(&self, path: &DiskPath) -> Result<Box<dyn DiskFile>, DiskError> {
        self.opened(path, false)
    }

    fn create_dir_all(&self, path: &DiskPath) -> Result<(), DiskError> {
        if path.is_root() {
            return Ok(());
        }
        self.create_dir_all(&path.parent())?;
        match self.metadata(path) {
            Ok(Metadata { kind: Kind::Dir, .. }) => Ok(()),
            Ok(_) => Err(DiskError::NotADir { path: path.to_string() }),
            Err(DiskError::Missing { .. }) => self.state().change(path, |state| {
                // Another thread may have made it meanwhile.
                if state.dir_at(path).is_ok() {
                    return Ok(());
                }
                state.make(path, Node::Dir(Dir::default()))
            }),
            Err(other) => Err(other),
        }
    }

    fn rename(&self, from: &DiskPath, to: &DiskPath) -> Result<(), DiskError> {
        self.state().change(from, |state| state.rename(from, to))
    }

    fn remove(&self, path: &DiskPath) -> Result<(), DiskError> {
        self.state().change(path, |state| {
            let node = state.find(path)?;
            if matches!(state.nodes[node], Node::Dir(_)) {
                return Err(DiskError::NotAFile { path: path.to_string() });
            }
            state.unlink(path, node, None)
        })
    }

    fn remove_dir(&self, path: &DiskPath) -> Result<(), DiskError> {
        self.state().change(path, |state| {
            let node = state.find(path)?;
            match &state.nodes[node] {
                Node::File(_) => return Err(DiskError::NotADir { path: path.to_string() }),
                Node::Dir(dir) if !dir.live.is_empty() || node == ROOT => {
                    return Err(DiskError::of_io(path.as_str(), io::ErrorKind::DirectoryNotEmpty.into()));
                }
                Node::Dir(_) => {}
            }
            state.unlink(path, node, None)
        })
    }

    fn list(&self, dir: &DiskPath) -> Result<Vec<DirEntry>, DiskError> {
        let mut state = self.state();
        state.alive()?;
        let names = state.dir_at(dir)?.live.clone();
        Ok(names.into_iter().map(|(name, node)| DirEntry { name, kind: state.nodes[node].kind() }).collect())
    }

    fn metadata(&self, path: &DiskPath) -> Result<Metadata, DiskError> {
        let state = self.state();
        state.alive()?;
        let node = &state.nodes[state.find(path)?];
        let size = match node {
            Node::File(file) => length(&file.live),
            Node::Dir(_) => 0,
        };
        Ok(Metadata { kind: node.kind(), size })
    }

    fn sync_dir(&self, dir: &DiskPath) -> Result<(), DiskError> {
        self.state().change(dir, |state| {
            let node = state.find(dir)?;
            state.dir_at(dir)?;
            state.sync_names(node);
            Ok(())
        })
    }

    fn sync_tree(&self, dir: &DiskPath) -> Result<(), DiskError> {
        self.state().change(dir, |state| {
            state.dir_at(dir)?;
            let mut below = vec![state.find(dir)?];
            while let Some(node) = below.pop() {
                match &mut state.nodes[node] {
                    Node::File(file) => file.sync(),
                    Node::Dir(folder) => {
                        below.extend(folder.live.values());
                        state.sync_names(node);
                    }
                }
            }
            Ok(())
        })
    }

    fn free_bytes(&self) -> Result<Option<u64>, DiskError> {
        let state = self.state();
        state.alive()?;
        Ok(state.capacity.map(|_| state.room()))
    }

    fn lock(&self, path: &DiskPath) -> Result<Box<dyn DiskLock>, DiskError> {
        if !self.exists(path)? {
            self.state().change(path, |state| state.make(path, Node::File(File::default())))?;
        }
        if !self.state().locks.insert(path.to_string()) {
            return Err(DiskError::Locked { path: path.to_string() });
        }
        Ok(Box::new(SimLock { disk: self.clone(), path: path.to_string() }))
    }
}

struct SimLock {
    disk: SimDisk,
    path: String,
}

impl DiskLock for SimLock {}

impl Drop for SimLock {
    fn drop(&mut self) {
        self.disk.state().locks.remove(&self.path);
    }
}

struct SimFile {
    disk: SimDisk,
    node: usize,
    writable: bool,
    path: String,
}

impl SimFile {
    fn change(&self, change: impl FnOnce(&mut File)) -> Result<(), DiskError> {
        if !self.writable {
            return Err(DiskError::of_io(&self.path, io::ErrorKind::PermissionDenied.into()));
        }
        let mut state = self.disk.state();
        match state.step()? {
            Step::Fail(fault) => Err(fault.error(&self.path)),
            step => {
                change(state.open_file(self.node));
                step.end()
            }
        }
    }

    fn write(&self, offset: Option<u64>, bytes: &[u8]) -> Result<(), DiskError> {
        if !self.writable {
            return Err(DiskError::of_io(&self.path, io::ErrorKind::PermissionDenied.into()));
        }
        let mut state = self.disk.state();
        let step = state.step()?;
        let room = state.room();
        let file = state.open_file(self.node);
        let offset = offset.unwrap_or_else(|| length(&file.live));
        // A write that fails leaves a part of itself behind, as a real one may.
        let growth = (offset + length(bytes)).saturating_sub(length(&file.live));
        let (fits, failure) = match step {
            Step::Fail(fault) => (bytes.len() / 2, Some(fault)),
            _ if growth > room => {
                let over = usize::try_from(growth - room).unwrap_or(usize::MAX);
                (bytes.len().saturating_sub(over), Some(Fault::Full))
            }
            _ => (bytes.len(), None),
        };
        if fits > 0 {
            file.apply(Change::Write { offset, bytes: bytes[..fits].to_vec() });
        }
        failure.map_or_else(|| step.end(), |fault| Err(fault.error(&self.path)))
    }

    fn sync(&self) -> Result<(), DiskError> {
        let mut state = self.disk.state();
        let step = state.step()?;
        let file = state.open_file(self.node);
        match step {
            Step::Fail(fault) => {
                file.pending.clear();
                Err(fault.error(&self.path))
            }
            Step::Cut => step.end(),
            Step::Go => {
                file.sync();
                Ok(())
            }
        }
    }
}

impl DiskFile for SimFile {
    fn path(&self) -> &str {
        &self.path
    }

    fn read_at(&self, offset: u64, out: &mut [u8]) -> Result<usize, DiskError> {
        let mut state = self.disk.state();
        state.alive()?;
        let file = state.open_file(self.node);
        if file.unreadable {
            return Err(Fault::Io.error(&self.path));
        }
        let rest = usize::try_from(offset).ok().and_then(|at| file.live.get(at..)).unwrap_or_default();
        let read = rest.len().min(out.len());
        out[..read].copy_from_slice(&rest[..read]);
        Ok(read)
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), DiskError> {
        self.write(None, bytes)
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> Result<(), DiskError> {
        self.write(Some(offset), bytes)
    }

    fn truncate(&mut self, size: u64) -> Result<(), DiskError> {
        self.change(|file| file.apply(Change::SetLength(size)))
    }

    fn size(&self) -> Result<u64, DiskError> {
        let mut state = self.disk.state();
        state.alive()?;
        Ok(length(&state.open_file(self.node).live))
    }

    fn sync_data(&mut self) -> Result<(), DiskError> {
        self.sync()
    }

    fn sync_all(&mut self) -> Result<(), DiskError> {
        self.sync()
    }
}

struct State {
    /// Files and folders by number; never taken out, so that open files stay readable after removal.
    nodes: Vec<Node>,
    capacity: Option<u64>,
    operations: u64,
    cut_at: Option<u64>,
    dead: bool,
    faults: BTreeMap<u64, Fault>,
    locks: BTreeSet<String>,
    renames: u64,
}

enum Node {
    File(File),
    Dir(Dir),
}

impl Node {
    fn kind(&self) -> Kind {
        match self {
            Self::File(_) => Kind::File,
            Self::Dir(_) => Kind::Dir,
        }
    }
}

#[derive(Default)]
struct File {
    /// What readers see.
    live: Vec<u8>,
    /// What a power cut cannot take.
    durable: Vec<u8>,
    /// What it may take.
    pending: Vec<Change>,
    unreadable: bool,
}

impl File {
    fn sync(&mut self) {
        for change in std::mem::take(&mut self.pending) {
            change.apply(&mut self.durable);
        }
    }

    fn apply(&mut self, change: Change) {
        change.apply(&mut self.live);
        self.pending.push(change);
    }
}

enum Change {
    Write { offset: u64, bytes: Vec<u8> },
    SetLength(u64),
}

impl Change {
    fn apply(&self, to: &mut Vec<u8>) {
        match self {
            Self::Write { offset, bytes } => {
                let at = place(*offset);
                if to.len() < at + bytes.len() {
                    to.resize(at + bytes.len(), 0);
                }
                to[at..at + bytes.len()].copy_from_slice(bytes);
            }
            Self::SetLength(size) => to.resize(place(*size), 0),
        }
    }
}

#[derive(Default)]
struct Dir {
    live: BTreeMap<String, usize>,
    durable: BTreeMap<String, usize>,
    pending: Vec<NameChange>,
}

#[derive(Clone)]
struct NameChange {
    name: String,
    node: usize,
    add: bool,
    /// Changes of one rename stand or fall together.
    rename: Option<u64>,
}

impl NameChange {
    fn apply(&self, names: &mut BTreeMap<String, usize>) {
        if self.add {
            names.insert(self.name.clone(), self.node);
        } else if names.get(&self.name) == Some(&self.node) {
            names.remove(&self.name);
        }
    }
}

/// What becomes of the operation that begins.
#[derive(Clone, Copy)]
enum Step {
    Go,
    /// It takes effect, unsynced, and nobody is told.
    Cut,
    Fail(Fault),
}

impl Step {
    fn end(self) -> Result<(), DiskError> {
        match self {
            Self::Cut => Err(DiskError::PowerLost),
            _ => Ok(()),
        }
    }
}

impl Fault {
    fn error(self, path: &str) -> DiskError {
        match self {
            Self::Full => DiskError::Full { path: path.to_owned() },
            Self::Io => DiskError::Failed {
                path: path.to_owned(),
                source: io::Error::other("simulated input/output error"),
            },
        }
    }
}

impl State {
    fn alive(&self) -> Result<(), DiskError> {
        if self.dead { Err(DiskError::PowerLost) } else { Ok(()) }
    }

    /// Counts an operation that changes something, and says what becomes of it.
    fn step(&mut self) -> Result<Step, DiskError> {
        self.alive()?;
        let number = self.operations;
        self.operations += 1;
        if self.cut_at.is_some_and(|at| number >= at) {
            self.dead = true;
            return Ok(Step::Cut);
        }
        Ok(self.faults.remove(&number).map_or(Step::Go, Step::Fail))
    }

    fn change(
        &mut self,
        path: &DiskPath,
        change: impl FnOnce(&mut Self) -> Result<(), DiskError>,
    ) -> Result<(), DiskError> {
        match self.step()? {
            Step::Fail(fault) => Err(fault.error(path.as_str())),
            // What was not yet synced may survive by itself; a sync that was cut short did nothing more.
            Step::Cut => Err(DiskError::PowerLost),
            Step::Go => change(self),
        }
    }

    fn room(&self) -> u64 {
        let Some(capacity) = self.capacity else { return u64::MAX };
        let mut used = 0_u64;
        let mut dirs = vec![ROOT];
        while let Some(dir) = dirs.pop() {
            let Node::Dir(dir) = &self.nodes[dir] else { continue };
            for &node in dir.live.values() {
                match &self.nodes[node] {
                    Node::File(file) => used += length(&file.live),
                    Node::Dir(_) => dirs.push(node),
                }
            }
        }
        capacity.saturating_sub(used)
    }

    fn find(&self, path: &DiskPath) -> Result<usize, DiskError> {
        let mut node = ROOT;
        for part in path.as_str().split('/').filter(|p| !p.is_empty()) {
            let Node::Dir(dir) = &self.nodes[node] else {
                return Err(DiskError::NotADir { path: path.to_string() });
            };
            node = *dir.live.get(part).ok_or_else(|| DiskError::Missing { path: path.to_string() })?;
        }
        Ok(node)
    }

    fn dir_at(&mut self, path: &DiskPath) -> Result<&mut Dir, DiskError> {
        let node = self.find(path)?;
        match &mut self.nodes[node] {
            Node::Dir(dir) => Ok(dir),
            Node::File(_) => Err(DiskError::NotADir { path: path.to_string() }),
        }
    }

    fn file_at(&mut self, path: &DiskPath) -> Result<&mut File, DiskError> {
        let node = self.find(path)?;
        match &mut self.nodes[node] {
            Node::File(file) => Ok(file),
            Node::Dir(_) => Err(DiskError::NotAFile { path: path.to_string() }),
        }
    }

    fn open_file(&mut self, node: usize) -> &mut File {
        match &mut self.nodes[node] {
            Node::File(file) => file,
            Node::Dir(_) => unreachable!("only files are opened"),
        }
    }

    fn make(&mut self, path: &DiskPath, node: Node) -> Result<(), DiskError> {
        if self.find(path).is_ok() {
            return Err(DiskError::Exists { path: path.to_string() });
        }
        self.dir_at(&path.parent())?;
        self.nodes.push(node);
        self.link(path, self.nodes.len() - 1, None)
    }

    fn link(&mut self, path: &DiskPath, node: usize, rename: Option<u64>) -> Result<(), DiskError> {
        let dir = self.dir_at(&path.parent())?;
        let change = NameChange { name: path.name().to_owned(), node, add: true, rename };
        change.apply(&mut dir.live);
        dir.pending.push(change);
        Ok(())
    }

    fn unlink(&mut self, path: &DiskPath, node: usize, rename: Option<u64>) -> Result<(), DiskError> {
        let dir = self.dir_at(&path.parent())?;
        let change = NameChange { name: path.name().to_owned(), node, add: false, rename };
        change.apply(&mut dir.live);
        dir.pending.push(change);
        Ok(())
    }

    fn rename(&mut self, from: &DiskPath, to: &DiskPath) -> Result<(), DiskError> {
        let node = self.find(from)?;
        if node == ROOT || to.as_str().starts_with(&format!("{from}/")) {
            return Err(DiskError::of_io(from.as_str(), io::ErrorKind::InvalidInput.into()));
        }
        if from == to {
            return Ok(());
        }
        self.dir_at(&to.parent())?;
        if let Ok(there) = self.find(to) {
            match (&self.nodes[node], &self.nodes[there]) {
                (Node::File(_), Node::File(_)) => {}
                (Node::Dir(_), Node::Dir(old)) if old.live.is_empty() => {}
                (Node::Dir(_), Node::File(_)) => return Err(DiskError::NotADir { path: to.to_string() }),
                (Node::File(_), Node::Dir(_)) => return Err(DiskError::NotAFile { path: to.to_string() }),
                (Node::Dir(_), Node::Dir(_)) => {
                    return Err(DiskError::of_io(to.as_str(), io::ErrorKind::DirectoryNotEmpty.into()));
                }
            }
        }
        self.renames += 1;
        let rename = Some(self.renames);
        self.link(to, node, rename)?;
        self.unlink(from, node, rename)
    }

    /// Makes the names of one folder durable. A file that was renamed out of it is never lost by that: its new name
    /// becomes durable too.
    fn sync_names(&mut self, node: usize) {
        let Node::Dir(dir) = &mut self.nodes[node] else { return };
        let mut moved = BTreeSet::new();
        for change in std::mem::take(&mut dir.pending) {
            change.apply(&mut dir.durable);
            moved.extend(change.rename);
        }
        for other in &mut self.nodes {
            let Node::Dir(dir) = other else { continue };
            for change in std::mem::take(&mut dir.pending) {
                match change.rename {
                    Some(rename) if moved.contains(&rename) && change.add => change.apply(&mut dir.durable),
                    Some(rename) if moved.contains(&rename) => {
                        dir.pending.push(NameChange { rename: None, ..change });
                    }
                    _ => dir.pending.push(change),
                }
            }
        }
    }

    /// The nodes as found after the power came back.
    fn after_cut(&self, seed: u64) -> Vec<Node> {
        let mut dice = Dice(seed);
        let mut renames = BTreeMap::new();
        self.nodes
            .iter()
            .map(|node| match node {
                Node::Dir(dir) => {
                    let mut names = dir.durable.clone();
                    for change in &dir.pending {
                        let survives = match change.rename {
                            Some(rename) => *renames.entry(rename).or_insert_with(|| dice.one_in(2)),
                            None => dice.one_in(2),
                        };
                        if survives {
                            change.apply(&mut names);
                        }
                    }
                    Node::Dir(Dir { live: names.clone(), durable: names, pending: Vec::new() })
                }
                Node::File(file) => {
                    let bytes = file.after_cut(&mut dice);
                    Node::File(File {
                        live: bytes.clone(),
                        durable: bytes,
                        pending: Vec::new(),
                        unreadable: file.unreadable,
                    })
                }
            })
            .collect()
    }
}

impl File {
    fn after_cut(&self, dice: &mut Dice) -> Vec<u8> {
        let mut bytes = self.durable.clone();
        for change in &self.pending {
            match change {
                Change::SetLength(_) if dice.one_in(2) => change.apply(&mut bytes),
                Change::SetLength(_) => {}
                Change::Write { offset, bytes: written } => match dice.below(3) {
                    0 => change.apply(&mut bytes),
                    1 => {
                        for (sector, part) in written.chunks(SECTOR).enumerate() {
                            if dice.one_in(2) {
                                let offset = offset + length_of(sector * SECTOR);
                                Change::Write { offset, bytes: part.to_vec() }.apply(&mut bytes);
                            }
                        }
                    }
                    _ => {
                        let end = place(*offset) + written.len();
                        if bytes.len() < end && dice.one_in(4) {
                            bytes.resize(end, STALE);
                        }
                    }
                },
            }
        }
        bytes
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): enough to choose what survives, the same on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

fn length(bytes: &[u8]) -> u64 {
    length_of(bytes.len())
}

fn length_of(bytes: usize) -> u64 {
    u64::try_from(bytes).expect("no machine has more than 2^64 bytes of memory")
}

fn place(offset: u64) -> usize {
    usize::try_from(offset).expect("a simulated file fits into memory")
}

//! Sealing by copy in several sessions: what an interrupted one left is taken up where it stopped.
//!
//! While files are copied into the folder that is to become a package, a list beside them says of each whole file what its
//! digests are and what told the source from any other then, and of a large file every [`MARK_BYTES`] the digest of what was
//! copied so far. Whoever takes the work up again believes none of it unseen: what lies in the folder is read and hashed
//! again, and only what has the digest that was noted is kept. A source that has changed since is copied anew; one that is
//! half copied must still be the one that it was. The hash of a file is so always that of every byte of the copy, read in
//! one pass.
//!
//! The package says that it was made in several sessions, when each began and where it went on ([`SESSIONS`]).
//!
//! What nobody can tell without reading the source again: whether somebody changed both the copy and the list between two
//! sessions. The folder is to be kept as the source is.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::rc::Rc;

use comity_disk::{Disk, DiskError, DiskFile, DiskLock, DiskPath, Kind, NewFolder, PARTIAL_SUFFIX};
use comity_record::Blake3Digest;
use serde::{Deserialize, Serialize};

use crate::bag::{BagError, BagWriter, PAYLOAD};
use crate::hash::{Digests, length};
use crate::intake::{Discard, Intake, IntakeError, Stamp};
use crate::seal::{Seal, SealError, SealOptions, SealedBag, SealedFile, TagFile, finish};
use crate::signature::Signer;
use crate::walk::{Found, walk};

/// Where a package tells of its sessions, if there was more than one.
pub const SESSIONS: &str = "comity/sessions.json";

/// After so many bytes of a file its copy is made durable and its digest noted. So much is copied twice at most after a power
/// cut; between two syncs lie a second or two of a fast disk.
pub const MARK_BYTES: u64 = 256 << 20;

/// Blocks of the source that are compared with the copy before a half-copied file is gone on with: the first, the last, and
/// others between them. Another device of the same length would be noticed.
const SPOTS: u64 = 16;
const SPOT_BYTES: u64 = 1 << 20;

/// What the list of an interrupted session may have: some 300 bytes for each of the two million files of an intake.
const MAX_LIST_BYTES: u64 = 1 << 30;

/// Bytes of lines that are written at once.
const GATHERED_BYTES: usize = 16 << 10;

const LIST: &str = "sessions.jsonl";
const LOCK: &str = "sessions.lock";

/// A session of sealing.
#[derive(Clone, Copy, Debug)]
pub struct Session<'a> {
    /// When it began, as the package tells it.
    pub began: &'a str,
    /// Whether it goes on with what an earlier one left; without, that is removed.
    pub resume: bool,
}

/// What a package tells of one session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionTold {
    /// When it began.
    pub began: String,
    /// Files that it made whole.
    pub files: u64,
    /// The files that it found half copied and went on with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub went_on: Vec<WentOn>,
}

/// Where a session went on with a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WentOn {
    /// The file, as the package calls it.
    pub path: String,
    /// The first byte that this session read from the source.
    pub offset: u64,
}

/// A package that was made in one session or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedInSessions {
    /// The package.
    pub sealed: SealedBag,
    /// Its sessions; the last one made it whole.
    pub sessions: Vec<SessionTold>,
}

/// Where a sealing into `bag` that did not come to its end left what a session can go on with. Nowhere where nothing is left or
/// the package is there, and while another one works in it.
///
/// # Errors
/// Fails when the disk does.
pub fn left_of(disk: &dyn Disk, bag: &DiskPath) -> Result<Option<DiskPath>, DiskError> {
    let partial = partial_of(bag)?;
    if disk.exists(bag)? || !disk.exists(&partial.join(LIST)?)? {
        return Ok(None);
    }
    match disk.lock(&partial.join(LOCK)?) {
        Ok(_) => Ok(Some(partial)),
        Err(DiskError::Locked { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}

fn partial_of(bag: &DiskPath) -> Result<DiskPath, DiskError> {
    bag.parent().join(&format!("{}{PARTIAL_SUFFIX}", bag.name()))
}

/// As [`seal_to_bag`](crate::seal_to_bag), and so that it can be taken up again when it is interrupted.
///
/// # Errors
/// On any failure there is nothing at `bag`. What was copied stays beside it, in the clear, for the next session: whoever gave
/// the order is to be told. A half-copied source that is another one now, a copy of it that has decayed, or what was left of
/// a source that has none of these files, is refused.
pub fn seal_in_sessions(
    source: &std::path::Path,
    (disk, bag): (&dyn Disk, &DiskPath),
    options: &SealOptions,
    signer: Option<&Signer<'_>>,
    intake: &mut Intake<'_>,
    session: Session<'_>,
) -> Result<SealedInSessions, SealError> {
    intake.stay_below(source);
    let found = walk(source, intake.limits())?;
    let (list, folder) = List::open(disk, bag, session, (source, &found.files))?;
    let list = Rc::new(RefCell::new(list));
    let mut writer = BagWriter::listed(disk, folder, &list)?;
    let mut files = Vec::with_capacity(found.files.len());
    for file in found.files {
        let digests = match whole(disk, &file, &list, intake)? {
            Some(digests) => {
                writer.held(&file.path, digests, intake)?;
                digests
            }
            None => copy(disk, &mut writer, &file, &list, intake)?,
        };
        let further = intake.further().clone();
        files.push(SealedFile { path: file.path, original: file.original, digests, further });
    }
    let seal = Seal::new(files, found.left_out);
    let sessions = list.borrow().told();
    let bag = if sessions.len() > 1 {
        let mut options = options.clone();
        options.info.push(("Comity-Sessions".to_owned(), sessions.len().to_string()));
        let mut bytes = serde_json::to_vec_pretty(&sessions).expect("texts and numbers are always JSON");
        bytes.push(b'\n');
        options.tags.push(TagFile { path: SESSIONS.to_owned(), bytes });
        finish(writer, &seal, &options, signer)?
    } else {
        finish(writer, &seal, options, signer)?
    };
    Ok(SealedInSessions { sealed: SealedBag { seal, bag }, sessions })
}

/// The digests of a file that an earlier session copied whole, from a source that has not changed since; read again from
/// the copy.
fn whole(
    disk: &dyn Disk,
    file: &Found,
    list: &RefCell<List<'_>>,
    intake: &mut Intake<'_>,
) -> Result<Option<Digests>, SealError> {
    let Some(noted) = list.borrow_mut().listed.whole.remove(&file.path) else { return Ok(None) };
    // That a device is the one it was, its times do not tell.
    if !noted.source.regular || intake.look(&file.place)? != noted.source {
        return Ok(None);
    }
    let copy = list.borrow().place(&file.path)?;
    let mut copy = match disk.open_read(&copy) {
        Ok(file) => Copied { file, at: 0 },
        Err(DiskError::Missing { .. }) => return Ok(None),
        Err(other) => return Err(BagError::from(other).into()),
    };
    if intake.stream(&mut copy, &file.path, &mut Discard)? != noted.digests {
        return Ok(None);
    }
    list.borrow_mut().listed.count(noted.session);
    Ok(Some(noted.digests))
}

/// Copies a file, from where an earlier session came to if it left a part of this one.
fn copy(
    disk: &dyn Disk,
    writer: &mut BagWriter<'_>,
    file: &Found,
    list: &RefCell<List<'_>>,
    intake: &mut Intake<'_>,
) -> Result<Digests, SealError> {
    let half = half(disk, file, list, intake)?;
    let digests = match half {
        Some((held, from, marks)) => {
            compare_spots(file, &*held, from, intake)?;
            list.borrow_mut().go_on(file, from, marks)?;
            let mut copied = Copied { file: held, at: 0 }.take(from);
            writer.payload_after(&file.path, (&mut copied, from), &file.place, intake)?
        }
        None => {
            list.borrow_mut().begin(file)?;
            writer.payload_file(&file.path, None, &file.place, intake)?
        }
    };
    if let Some(source) = intake.stamp() {
        list.borrow_mut().whole(&file.path, source.clone(), digests)?;
    }
    Ok(digests)
}

/// A copy that an earlier session left half done of what is there now: up to which byte, and its digests on the way.
type Half = (Box<dyn DiskFile>, u64, Marks);

fn half(
    disk: &dyn Disk,
    file: &Found,
    list: &RefCell<List<'_>>,
    intake: &Intake<'_>,
) -> Result<Option<Half>, SealError> {
    let marked = list.borrow_mut().listed.marks.remove(&file.path);
    let Some((source, marks)) = marked else { return Ok(None) };
    let now = intake.look(&file.place)?;
    if !source.may_be(&now) {
        return Ok(None);
    }
    let place = list.borrow().place(&file.path)?;
    let held = match disk.open_read(&place) {
        Ok(held) => held,
        Err(DiskError::Missing { .. }) => return Ok(None),
        Err(other) => return Err(BagError::from(other).into()),
    };
    let size = held.size().map_err(BagError::from)?.min(now.size);
    let from = marks.keys().copied().filter(|mark| *mark <= size).max();
    Ok(from.map(|from| (held, from, marks)))
}

/// Whether what is to be gone on with still begins as it did.
fn compare_spots(file: &Found, copy: &dyn DiskFile, upto: u64, intake: &Intake<'_>) -> Result<(), SealError> {
    let name = file.place.display().to_string();
    let failed = |source| IntakeError::Unreadable { path: name.clone(), source };
    let (source, _) = intake.open(&file.place)?;
    let want = usize::try_from(upto.min(SPOT_BYTES)).expect("a mebibyte at most");
    let last = upto.saturating_sub(SPOT_BYTES);
    let (mut there, mut here) = (vec![0; want], vec![0; want]);
    for number in 0..SPOTS {
        let at = if number + 1 == SPOTS { last } else { last / (SPOTS - 1) * number };
        std::os::unix::fs::FileExt::read_exact_at(&source, &mut there, at).map_err(failed)?;
        copy.read_exact_at(at, &mut here).map_err(BagError::from)?;
        if there != here {
            return Err(SealError::OtherSource { path: name });
        }
    }
    Ok(())
}

/// What stands in the list, a line each.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum Line {
    /// A session began.
    Session(String),
    /// What the session seals, as it was called.
    Source(String),
    /// So much of a file is copied and durable.
    Mark { path: String, source: Stamp, size: u64, blake3: Blake3Digest },
    /// The session went on with a file.
    WentOn(WentOn),
    /// A file is copied.
    Whole { path: String, source: Stamp, digests: Digests },
}

/// What a file had at each mark.
type Marks = BTreeMap<u64, Blake3Digest>;

/// The list of what is in the folder, and the folder while it is worked in.
pub(crate) struct List<'a> {
    disk: &'a dyn Disk,
    partial: DiskPath,
    file: Box<dyn DiskFile>,
    end: u64,
    /// Lines that are not in the file yet.
    lines: Vec<u8>,
    /// Whether an earlier session left something.
    taken_up: bool,
    lock: Option<Box<dyn DiskLock>>,
    listed: Listed,
    /// The file that is being copied.
    current: Option<Current>,
}

struct Current {
    path: String,
    from: u64,
    /// What it must have at each mark up to there.
    expected: Marks,
}

impl<'a> List<'a> {
    /// Begins or takes up the folder in which a package is put together.
    fn open(
        disk: &'a dyn Disk,
        bag: &DiskPath,
        session: Session<'_>,
        (source, found): (&std::path::Path, &[Found]),
    ) -> Result<(Self, NewFolder<'a>), SealError> {
        let of_disk = |error: DiskError| SealError::from(BagError::from(error));
        let partial = partial_of(bag).map_err(of_disk)?;
        let place = |name: &str| partial.join(name).map_err(of_disk);
        let taken_up = session.resume && disk.exists(&place(LIST)?).map_err(of_disk)?;
        let folder = if taken_up {
            NewFolder::take_up(disk, bag)
        } else {
            // What another one is writing at this moment is not removed.
            if disk.exists(&place(LOCK)?).map_err(of_disk)? {
                drop(disk.lock(&place(LOCK)?).map_err(of_disk)?);
            }
            NewFolder::begin(disk, bag).map(NewFolder::kept)
        };
        let folder = folder.map_err(of_disk)?;
        // Two who work in one folder would make one package of both.
        let lock = disk.lock(&place(LOCK)?).map_err(of_disk)?;
        let mut listed = Listed::default();
        let (file, end) = if taken_up {
            let end = listed.read(&disk.read(&place(LIST)?, MAX_LIST_BYTES).map_err(of_disk)?);
            // Whoever names another source by mistake would lose all that was copied, and the package would tell of a session
            // that had nothing to do with it.
            if listed.is_of_another(source, found) {
                return Err(SealError::NothingOfIt { path: source.display().to_string() });
            }
            let mut file = disk.open(&place(LIST)?).map_err(of_disk)?;
            // A line that was cut is written over.
            file.truncate(end).map_err(of_disk)?;
            (file, end)
        } else {
            (disk.create_new(&place(LIST)?).map_err(of_disk)?, 0)
        };
        let mut list = Self {
            disk,
            partial: partial.clone(),
            file,
            end,
            lines: vec![],
            taken_up,
            lock: Some(lock),
            listed,
            current: None,
        };
        if taken_up {
            list.clear(found).map_err(of_disk)?;
        }
        list.listed.take(Line::Session(session.began.to_owned()));
        list.note(&Line::Session(session.began.to_owned()))?;
        list.note(&Line::Source(source.display().to_string()))?;
        list.flush()?;
        list.file.sync_all().map_err(of_disk)?;
        disk.sync_dir(&partial).and_then(|()| disk.sync_dir(&partial.parent())).map_err(of_disk)?;
        Ok((list, folder))
    }

    /// Removes what is not of the source any more, and what was written around the files: that is made anew.
    fn clear(&self, found: &[Found]) -> Result<(), DiskError> {
        let known: BTreeSet<&str> = found.iter().map(|file| file.path.as_str()).collect();
        self.clear_in(&self.partial, "", &known)
    }

    fn clear_in(&self, folder: &DiskPath, below: &str, known: &BTreeSet<&str>) -> Result<(), DiskError> {
        for entry in self.disk.list(folder)? {
            let path = folder.join(&entry.name)?;
            let name = if below.is_empty() { entry.name.clone() } else { format!("{below}/{}", entry.name) };
            let payload = name.strip_prefix(PAYLOAD).and_then(|inside| inside.strip_prefix('/'));
            match entry.kind {
                Kind::Dir => {
                    self.clear_in(&path, &name, known)?;
                    if self.disk.list(&path)?.is_empty() {
                        self.disk.remove_dir(&path)?;
                    }
                }
                _ if matches!(name.as_str(), LIST | LOCK) => {}
                _ if payload.is_some_and(|path| known.contains(path)) => {}
                _ => self.disk.remove(&path)?,
            }
        }
        Ok(())
    }

    /// Where the copy of a file lies.
    fn place(&self, path: &str) -> Result<DiskPath, SealError> {
        self.partial.join(&format!("{PAYLOAD}/{path}")).map_err(|error| BagError::from(error).into())
    }

    /// A file is copied from its beginning: what an earlier session left of it is removed.
    fn begin(&mut self, file: &Found) -> Result<(), SealError> {
        if self.taken_up {
            match self.disk.remove(&self.place(&file.path)?) {
                Ok(()) | Err(DiskError::Missing { .. }) => {}
                Err(other) => return Err(BagError::from(other).into()),
            }
        }
        self.current = Some(Current { path: file.path.clone(), from: 0, expected: Marks::new() });
        Ok(())
    }

    fn go_on(&mut self, file: &Found, from: u64, expected: Marks) -> Result<(), BagError> {
        let line = Line::WentOn(WentOn { path: file.path.clone(), offset: from });
        self.note(&line)?;
        self.listed.take(line);
        self.current = Some(Current { path: file.path.clone(), from, expected });
        Ok(())
    }

    fn whole(&mut self, path: &str, source: Stamp, digests: Digests) -> Result<(), BagError> {
        let line = Line::Whole { path: path.to_owned(), source, digests };
        self.note(&line)?;
        self.listed.count(self.listed.sessions.len() - 1);
        self.current = None;
        Ok(())
    }

    /// From which byte on the file is written that is begun now.
    pub(crate) fn from(&self) -> u64 {
        self.current.as_ref().map_or(0, |current| current.from)
    }

    /// So much of the file that was begun last has this digest: what was copied before must have it, and what is copied now is
    /// made durable before it is noted.
    pub(crate) fn mark(&mut self, size: u64, blake3: Blake3Digest, source: &Stamp) -> Result<(), BagError> {
        let Some(current) = &self.current else { return Ok(()) };
        let path = current.path.clone();
        if size <= current.from {
            if current.expected.get(&size) != Some(&blake3) {
                return Err(BagError::CopyDecayed { path });
            }
        } else {
            self.disk.sync_tree(&self.partial)?;
        }
        self.note(&Line::Mark { path, source: source.clone(), size, blake3 })?;
        self.flush()?;
        Ok(self.file.sync_data()?)
    }

    /// Adds a line. Those of small files are gathered: what a death takes of them is copied again.
    fn note(&mut self, line: &Line) -> Result<(), BagError> {
        serde_json::to_writer(&mut self.lines, line).expect("texts and numbers are always JSON");
        self.lines.push(b'\n');
        if self.lines.len() >= GATHERED_BYTES { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), BagError> {
        if self.lines.is_empty() {
            return Ok(());
        }
        self.file.write_at(self.end, &self.lines)?;
        self.end += length(&self.lines);
        self.lines.clear();
        Ok(())
    }

    /// The sessions, each with how many files it made whole.
    fn told(&self) -> Vec<SessionTold> {
        self.listed.sessions.clone()
    }

    /// All is there: what only helped to go on is removed.
    pub(crate) fn close(&mut self) -> Result<(), DiskError> {
        self.lines.clear();
        self.lock = None;
        for name in [LIST, LOCK] {
            self.disk.remove(&self.partial.join(name)?)?;
        }
        Ok(())
    }
}

impl Drop for List<'_> {
    fn drop(&mut self) {
        // What ends in order leaves all that it knows. A line that is missing costs a file that is copied again.
        let _ = self.flush();
    }
}

/// What a list says.
#[derive(Default)]
struct Listed {
    source: Option<String>,
    whole: BTreeMap<String, Noted>,
    marks: BTreeMap<String, (Stamp, Marks)>,
    sessions: Vec<SessionTold>,
}

/// A file that was copied whole.
struct Noted {
    source: Stamp,
    digests: Digests,
    /// The place of its session among all.
    session: usize,
}

impl Listed {
    /// Takes in the lines, to the first that is none. Gives where that begins.
    fn read(&mut self, bytes: &[u8]) -> u64 {
        let mut end = 0;
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            let Some(text) = line.strip_suffix(b"\n") else { break };
            let Ok(said) = serde_json::from_slice::<Line>(text) else { break };
            end += length(line);
            self.take(said);
        }
        end
    }

    /// Whether it notes files of a source that was called otherwise, and none that is in this one.
    fn is_of_another(&self, source: &std::path::Path, found: &[Found]) -> bool {
        let knows = |file: &Found| self.whole.contains_key(&file.path) || self.marks.contains_key(&file.path);
        let other = self.source.as_ref().is_some_and(|before| *before != source.display().to_string());
        other && (!self.whole.is_empty() || !self.marks.is_empty()) && !found.iter().any(knows)
    }

    /// A file was made whole by this session, as this or a later one has seen.
    fn count(&mut self, session: usize) {
        if let Some(session) = self.sessions.get_mut(session) {
            session.files += 1;
        }
    }

    fn take(&mut self, line: Line) {
        match line {
            Line::Session(began) => {
                self.sessions.push(SessionTold { began, files: 0, went_on: vec![] });
            }
            Line::Source(source) => self.source = Some(source),
            Line::Mark { path, source, size, blake3 } => {
                let (known, marks) = self.marks.entry(path).or_insert_with(|| (source.clone(), Marks::new()));
                if *known != source {
                    *known = source;
                    marks.clear();
                }
                marks.insert(size, blake3);
            }
            Line::WentOn(went_on) => {
                if let Some(last) = self.sessions.last_mut() {
                    last.went_on.push(went_on);
                }
            }
            Line::Whole { path, source, digests } => {
                let session = self.sessions.len().saturating_sub(1);
                self.whole.insert(path, Noted { source, digests, session });
            }
        }
    }
}

/// A copy, read from its beginning.
struct Copied {
    file: Box<dyn DiskFile>,
    at: u64,
}

impl Read for Copied {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read_at(self.at, out).map_err(io::Error::other)?;
        self.at += length(&out[..read]);
        Ok(read)
    }
}

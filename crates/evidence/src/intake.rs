//! Taking bytes in: once, counted, within limits, watched.

use std::collections::BTreeSet;
use std::fs::{File, Metadata};
use std::io::{self, Read, Seek as _, SeekFrom};
use std::ops::ControlFlow;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use comity_disk::{Below, DiskError};
use comity_record::{Blake3Digest, Coded};
use serde::{Deserialize, Serialize};

use crate::hash::{Algorithm, BLOCK_BYTES, Digests, Further, FurtherHasher, Hasher, length};
use crate::room::{Quota, Room, sealed_bytes};
use crate::salvage::{MAX_PLACES, Salvage, Unread};
use crate::sessions::MARK_BYTES;
use crate::walk::Found;

/// What one intake may take. Every limit is there to end a mistake or an attack, not to hinder a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file. 16 TiB: the largest file of ext4.
    pub max_file_bytes: u64,
    /// Bytes of all files together. 64 TiB: more than one intake reads in a day.
    pub max_total_bytes: u64,
    /// Files of one folder tree. Two million keep the list of a package below a gibibyte.
    pub max_files: u64,
    /// Folders inside one another. Deeper trees are made by errors and by attackers.
    pub max_depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_file_bytes: 16 << 40, max_total_bytes: 64 << 40, max_files: 2_000_000, max_depth: 64 }
    }
}

/// How far an intake has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files read to the end.
    pub files: u64,
    /// Bytes read.
    pub bytes: u64,
}

/// Told after every block; answers whether to go on.
pub type Watch<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// Where the bytes go besides into the digests.
pub trait Sink {
    /// What can go wrong while the bytes go there.
    type Error: From<IntakeError>;

    /// Takes the next block.
    ///
    /// # Errors
    /// Ends the intake.
    fn take(&mut self, block: &[u8]) -> Result<(), Self::Error>;

    /// So many bytes have come since the source began, with this digest. Told every [`MARK_BYTES`], for those who can go on
    /// from there another time; of a file or device with what tells it from others.
    ///
    /// # Errors
    /// Ends the intake.
    fn mark(&mut self, _: u64, _: Blake3Digest, _: Option<&Stamp>) -> Result<(), Self::Error> {
        Ok(())
    }
}

/// For bytes that are only hashed.
pub struct Discard;

impl Sink for Discard {
    type Error = IntakeError;

    fn take(&mut self, _: &[u8]) -> Result<(), IntakeError> {
        Ok(())
    }
}

/// One intake: the limits are counted over everything that is read through it.
pub struct Intake<'a> {
    limits: Limits,
    watch: Option<Watch<'a>>,
    done: Progress,
    block: Vec<u8>,
    /// What could not be read; none where that ends the intake.
    unread: Option<Vec<Unread>>,
    /// Which digests are wanted beside the two.
    asked: BTreeSet<Algorithm>,
    further: Further,
    /// The folder that was named, out of which no path may lead.
    below: Option<Below>,
    /// Who is asked whether there is room; nobody, where nothing is kept.
    room: Option<Box<dyn Room>>,
    /// How far apart marks are.
    mark_bytes: u64,
    /// What tells the file that was read last from others; none of a stream.
    stamp: Option<Stamp>,
}

impl<'a> Intake<'a> {
    /// An intake that nobody watches.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            watch: None,
            done: Progress::default(),
            block: vec![0; BLOCK_BYTES],
            unread: None,
            asked: BTreeSet::new(),
            further: Further::default(),
            below: None,
            room: None,
            mark_bytes: MARK_BYTES,
            stamp: None,
        }
    }

    /// An intake that tells `watch` how far it has come, and stops when told.
    pub fn watched(limits: Limits, watch: Watch<'a>) -> Self {
        Self { watch: Some(watch), ..Self::new(limits) }
    }

    /// Marks of so many bytes, for tests that need many marks of few bytes.
    #[doc(hidden)]
    #[must_use]
    pub fn with_mark_bytes(self, mark_bytes: u64) -> Self {
        assert!(mark_bytes > 0);
        Self { mark_bytes, ..self }
    }

    /// Goes on where a device fails, with zeros for what cannot be read; [`Intake::unread`] says what that is.
    #[must_use]
    pub fn salvaging(self) -> Self {
        Self { unread: Some(vec![]), ..self }
    }

    /// From now on computes these digests too.
    pub fn ask(&mut self, algorithms: impl IntoIterator<Item = Algorithm>) {
        self.asked.extend(algorithms);
    }

    /// The digests that were [asked](Intake::ask) for, of what was read last.
    pub fn further(&self) -> &Further {
        &self.further
    }

    /// What could not be read of the files so far.
    pub fn unread(&self) -> &[Unread] {
        self.unread.as_deref().unwrap_or_default()
    }

    /// From now on asks `room` before anything is taken.
    pub fn within(&mut self, room: Box<dyn Room>) {
        self.room = Some(room);
    }

    /// Asks for room no more: what was taken is kept, or was given back.
    pub fn leave(&mut self, kept: bool) {
        if let Some(mut room) = self.room.take() {
            room.end(kept);
        }
    }

    /// Makes sure, before anything is read, that there is room for these files as long as they are now.
    pub(crate) fn expect(&mut self, files: &[Found]) -> Result<(), IntakeError> {
        let Some(room) = &mut self.room else { return Ok(()) };
        let mut bytes = 0_u64;
        for file in files {
            bytes = bytes.saturating_add(sealed_bytes(length_of(&file.place)?));
        }
        room.ask(bytes)
    }

    fn take_room(&mut self, bytes: u64) -> Result<(), IntakeError> {
        self.room.as_mut().map_or(Ok(()), |room| room.take(bytes))
    }

    /// Whether gaps of an earlier session are taken as those of this one are.
    pub(crate) fn takes_gaps(&self, gaps: &[Unread]) -> bool {
        gaps.is_empty() || self.unread.is_some()
    }

    /// Counts in what an earlier session could not read.
    pub(crate) fn add_unread(&mut self, gaps: &[Unread]) {
        if let Some(all) = &mut self.unread {
            all.extend_from_slice(gaps);
        }
    }

    /// What has been read through this intake.
    pub fn progress(&self) -> Progress {
        self.done
    }

    /// The limits it was made with.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Reads the files of this folder, if it is one, from the folder as it is now: one that is replaced by a link later, or has one
    /// on the way to a file, leads to none.
    pub(crate) fn stay_below(&mut self, folder: &Path) {
        self.below = Below::hold(folder).ok();
    }

    /// Reads `source` to its end, once: every block goes into both digests and into `sink`. `name` is what errors
    /// call the source.
    ///
    /// # Errors
    /// Fails when the source fails, a limit is passed, the watcher says stop, or the sink fails.
    pub fn stream<S: Sink>(
        &mut self,
        source: &mut dyn Read,
        name: &str,
        sink: &mut S,
    ) -> Result<Digests, S::Error> {
        self.stamp = None;
        self.read(source, name, sink)
    }

    fn read<S: Sink>(
        &mut self,
        source: &mut dyn Read,
        name: &str,
        sink: &mut S,
    ) -> Result<Digests, S::Error> {
        let mut hasher = Hasher::new();
        let mut further = FurtherHasher::new(&self.asked);
        self.further = Further::default();
        let mut size = 0_u64;
        if self.done.files >= self.limits.max_files {
            return Err(IntakeError::TooMany { limit: self.limits.max_files }.into());
        }
        self.take_room(sealed_bytes(0))?;
        loop {
            // A block ends where a mark is.
            let left = self.mark_bytes - size % self.mark_bytes;
            let most = usize::try_from(left).unwrap_or(usize::MAX).min(self.block.len());
            let read = match source.read(&mut self.block[..most]) {
                Ok(0) => break,
                Ok(read) => read,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                Err(source) => {
                    return Err(IntakeError::Unreadable { path: name.to_owned(), source }.into());
                }
            };
            let block = &self.block[..read];
            size += length(block);
            self.done.bytes += length(block);
            if size > self.limits.max_file_bytes {
                let limit = self.limits.max_file_bytes;
                return Err(IntakeError::FileTooLarge { path: name.to_owned(), limit }.into());
            }
            if self.done.bytes > self.limits.max_total_bytes {
                return Err(IntakeError::TotalTooLarge { limit: self.limits.max_total_bytes }.into());
            }
            let before = size - length(block);
            self.take_room(sealed_bytes(size) - sealed_bytes(before))?;
            let block = &self.block[..read];
            hasher.update(block);
            further.update(block);
            sink.take(block)?;
            if size.is_multiple_of(self.mark_bytes) {
                sink.mark(size, hasher.so_far(), self.stamp.as_ref())?;
            }
            self.tell()?;
        }
        self.done.files += 1;
        self.tell()?;
        self.further = further.finish();
        Ok(hasher.finish())
    }

    /// Reads one regular file or block device, once, and makes sure that it did not change meanwhile.
    ///
    /// # Errors
    /// As [`Intake::stream`]; also for a link, a folder, a pipe or a socket, and for a file whose size or time of
    /// change moved while it was read.
    pub fn file<S: Sink>(&mut self, path: &Path, sink: &mut S) -> Result<Digests, S::Error> {
        let name = path.display().to_string();
        let (mut file, known) = self.open(path)?;
        let before = Stamp::of(&known);
        self.stamp = Some(before.clone().with_length(&mut file, &name)?);
        let digests = if self.unread.is_some() {
            self.salvage(&mut file, &name, sink)?
        } else {
            // Whether a file ends where it ended need not be read: the stamp tells.
            let end = if before.regular && before.size > 0 { before.size } else { u64::MAX };
            self.read(&mut (&mut file).take(end), &name, sink)?
        };
        let known =
            file.metadata().map_err(|source| IntakeError::Unreadable { path: name.clone(), source })?;
        let after = Stamp::of(&known);
        // The size of a block device reads as 0 there; its bytes are counted by the digest.
        if before != after || (before.regular && before.size != digests.size) {
            return Err(IntakeError::Changed { path: name }.into());
        }
        Ok(digests)
    }

    /// As [`Intake::file`], of which the first bytes were copied before: they are read from there, so many as is said, and
    /// what follows from the file. The digests are of both together.
    pub(crate) fn file_after<S: Sink>(
        &mut self,
        path: &Path,
        (copied, from): (&mut dyn Read, u64),
        sink: &mut S,
    ) -> Result<Digests, S::Error> {
        let name = path.display().to_string();
        let failed = |source| IntakeError::Unreadable { path: name.clone(), source };
        let (mut file, _) = self.open(path)?;
        let before = self.look(path)?;
        self.stamp = Some(before.clone());
        file.seek(SeekFrom::Start(from)).map_err(failed)?;
        let rest = (&mut file).take(before.size.saturating_sub(from));
        let digests = self.read(&mut copied.take(from).chain(rest), &name, sink)?;
        if self.look(path)? != before || before.size != digests.size {
            return Err(IntakeError::Changed { path: name }.into());
        }
        Ok(digests)
    }

    /// As [`Intake::stream`], of what is held already and takes no room.
    pub(crate) fn again<S: Sink>(
        &mut self,
        source: &mut dyn Read,
        name: &str,
        sink: &mut S,
    ) -> Result<Digests, S::Error> {
        let room = self.room.take();
        let read = self.stream(source, name, sink);
        self.room = room;
        read
    }

    /// What told the file that was read last from others, as it was when it was read; none of a stream.
    pub(crate) fn stamp(&self) -> Option<&Stamp> {
        self.stamp.as_ref()
    }

    pub(crate) fn mark_bytes(&self) -> u64 {
        self.mark_bytes
    }

    /// Opens a file to be read as evidence.
    pub(crate) fn open(&self, path: &Path) -> Result<(File, Metadata), IntakeError> {
        match &self.below {
            Some(below) if path.starts_with(below.root()) => refused(path, below.open_foreign(path)),
            _ => refused(path, comity_disk::open_foreign(path)),
        }
    }

    /// What tells a file or device from what it was at another time; of a device, with its real length.
    pub(crate) fn look(&self, path: &Path) -> Result<Stamp, IntakeError> {
        let (mut file, known) = self.open(path)?;
        Stamp::of(&known).with_length(&mut file, &path.display().to_string())
    }

    fn salvage<S: Sink>(&mut self, file: &mut File, name: &str, sink: &mut S) -> Result<Digests, S::Error> {
        let failed = |source| IntakeError::Unreadable { path: name.to_owned(), source };
        // The length of a device is where its end is.
        let size = file.seek(SeekFrom::End(0)).map_err(failed)?;
        let mut device = Salvage::new(&*file, size);
        let digests = self.read(&mut device, name, sink)?;
        let places = device.unread.into_iter();
        let all = self.unread.get_or_insert_default();
        all.extend(places.map(|(offset, length)| Unread { path: name.to_owned(), offset, length }));
        if all.len() > MAX_PLACES {
            return Err(failed(io::ErrorKind::Other.into()).into());
        }
        Ok(digests)
    }

    fn tell(&mut self) -> Result<(), IntakeError> {
        match self.watch.as_mut().map(|watch| watch(self.done)) {
            Some(ControlFlow::Break(())) => Err(IntakeError::Stopped),
            _ => Ok(()),
        }
    }
}

/// A file that was opened to be read as evidence: never through a link, never hanging on a pipe.
fn refused(path: &Path, opened: io::Result<(File, Metadata)>) -> Result<(File, Metadata), IntakeError> {
    opened.map_err(|source| match source.kind() {
        io::ErrorKind::InvalidInput => IntakeError::NotRegular { path: path.display().to_string() },
        _ => IntakeError::Unreadable { path: path.display().to_string(), source },
    })
}

/// How long a file or block device is now.
fn length_of(path: &Path) -> Result<u64, IntakeError> {
    let failed = |source| IntakeError::Unreadable { path: path.display().to_string(), source };
    let found = std::fs::symlink_metadata(path).map_err(failed)?;
    if found.is_file() {
        return Ok(found.len());
    }
    // The length of a device is where its end is.
    let (mut device, _) = refused(path, comity_disk::open_foreign(path))?;
    device.seek(SeekFrom::End(0)).map_err(failed)
}

/// What tells a file from what it was at another time: whether it changed while it was read, or since. Of a device, whose times tell
/// when it was plugged in, its length.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    pub(crate) regular: bool,
    pub(crate) size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

impl Stamp {
    /// Whether what is there now can be what was there then: the same file, unchanged, or a device of the same length, whose
    /// times tell only when it was plugged in.
    pub(crate) fn may_be(&self, now: &Self) -> bool {
        self == now || !self.regular && !now.regular && self.size == now.size
    }

    /// The size of a device reads as 0: its length is where its end is. The file is at its beginning then.
    fn with_length(mut self, file: &mut File, name: &str) -> Result<Self, IntakeError> {
        if !self.regular {
            let failed = |source| IntakeError::Unreadable { path: name.to_owned(), source };
            self.size = file.seek(SeekFrom::End(0)).map_err(failed)?;
            file.rewind().map_err(failed)?;
        }
        Ok(self)
    }

    #[cfg(test)]
    pub(crate) fn for_tests(size: u64) -> Self {
        Self { regular: true, size, modified: (1, 2), changed: (3, 4) }
    }

    /// That of a file as it was found.
    pub fn of(found: &Metadata) -> Self {
        Self {
            regular: found.is_file(),
            size: found.len(),
            modified: (found.mtime(), found.mtime_nsec()),
            changed: (found.ctime(), found.ctime_nsec()),
        }
    }
}

/// Why something was not taken in.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IntakeError {
    /// The system cannot read it.
    #[error("{path} cannot be read: {source}")]
    Unreadable {
        /// What cannot be read.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// A link, pipe, socket or folder where a file is needed.
    #[error("{path} is not a regular file")]
    NotRegular {
        /// What it is.
        path: String,
    },
    /// The file changed while it was read, so that no digest speaks for it.
    #[error("{path} changed while it was read")]
    Changed {
        /// The file.
        path: String,
    },
    /// One file is over [`Limits::max_file_bytes`].
    #[error("{path} is larger than {limit} bytes")]
    FileTooLarge {
        /// The file.
        path: String,
        /// The limit.
        limit: u64,
    },
    /// All files together are over [`Limits::max_total_bytes`].
    #[error("the files together are larger than {limit} bytes")]
    TotalTooLarge {
        /// The limit.
        limit: u64,
    },
    /// More than [`Limits::max_files`].
    #[error("more than {limit} files")]
    TooMany {
        /// The limit.
        limit: u64,
    },
    /// Deeper than [`Limits::max_depth`].
    #[error("{path} lies deeper than {limit} folders")]
    TooDeep {
        /// The folder.
        path: String,
        /// The limit.
        limit: usize,
    },
    /// A name that cannot be kept, even quoted, in what a package allows.
    #[error("{path} has a name too long to be kept")]
    NameTooLong {
        /// The name as quoted.
        path: String,
    },
    /// It would be more than whoever runs the node lets the vault, a case or the disk take. Nothing of it is kept.
    #[error("there is no room for {wanted} bytes: {held} of {most} are taken ({quota:?})")]
    NoRoom {
        /// What it would be too much for.
        quota: Quota,
        /// The limit in bytes; of a disk, what stays free.
        most: u64,
        /// Bytes that are held; of a disk, what is free.
        held: u64,
        /// Bytes that were to be taken.
        wanted: u64,
    },
    /// The disk does not say what it has room for.
    #[error("it cannot be said what the disk has room for: {0}")]
    RoomUnknown(#[source] DiskError),
    /// Whoever watched said stop.
    #[error("the intake was stopped")]
    Stopped,
}

impl Coded for IntakeError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "evidence-unreadable",
            Self::NotRegular { .. } => "evidence-not-regular",
            Self::Changed { .. } => "evidence-changed",
            Self::FileTooLarge { .. } => "evidence-file-too-large",
            Self::TotalTooLarge { .. } => "evidence-total-too-large",
            Self::TooMany { .. } => "evidence-too-many-files",
            Self::TooDeep { .. } => "evidence-too-deep",
            Self::NameTooLong { .. } => "evidence-name-too-long",
            Self::NoRoom { quota: Quota::Vault, .. } => "evidence-no-room-vault",
            Self::NoRoom { quota: Quota::Case, .. } => "evidence-no-room-case",
            Self::NoRoom { quota: Quota::Disk, .. } => "evidence-no-room-disk",
            Self::RoomUnknown(_) => "evidence-room-unknown",
            Self::Stopped => "evidence-stopped",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unreadable { path, source } => {
                vec![("path", path.clone()), ("cause", source.to_string())]
            }
            Self::NotRegular { path } | Self::Changed { path } | Self::NameTooLong { path } => {
                vec![("path", path.clone())]
            }
            Self::FileTooLarge { path, limit } => {
                vec![("path", path.clone()), ("limit", limit.to_string())]
            }
            Self::TotalTooLarge { limit } | Self::TooMany { limit } => vec![("limit", limit.to_string())],
            Self::TooDeep { path, limit } => vec![("path", path.clone()), ("limit", limit.to_string())],
            Self::NoRoom { most, held, wanted, .. } => {
                vec![("most", most.to_string()), ("held", held.to_string()), ("wanted", wanted.to_string())]
            }
            Self::RoomUnknown(cause) => vec![("cause", cause.to_string())],
            Self::Stopped => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its bytes one by one, with interruptions, as a slow device may.
    struct Dribble<'a>(&'a [u8], bool);

    impl Read for Dribble<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            self.1 = !self.1;
            if self.1 {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let Some((first, rest)) = self.0.split_first() else { return Ok(0) };
            out[0] = *first;
            self.0 = rest;
            Ok(1)
        }
    }

    #[test]
    fn a_slow_source_has_the_same_digests() {
        let mut intake = Intake::new(Limits::default());
        let digests = intake.stream(&mut Dribble(b"hello", false), "x", &mut Discard).unwrap();
        assert_eq!(digests, Digests::of(b"hello"));
        assert_eq!(intake.progress(), Progress { files: 1, bytes: 5 });
    }

    #[test]
    fn limits_are_taken_at_the_limit_and_refused_one_past_it() {
        let limits = Limits { max_file_bytes: 5, max_total_bytes: 8, max_files: 3, max_depth: 1 };
        let read =
            |intake: &mut Intake, bytes: &[u8]| intake.stream(&mut &*bytes, "x", &mut Discard).map(|_| ());
        let mut intake = Intake::new(limits);
        read(&mut intake, b"12345").unwrap();
        assert!(matches!(
            read(&mut Intake::new(limits), b"123456"),
            Err(IntakeError::FileTooLarge { limit: 5, .. })
        ));
        read(&mut intake, b"678").unwrap();
        assert!(matches!(read(&mut intake, b"9"), Err(IntakeError::TotalTooLarge { limit: 8 })));
        let mut intake = Intake::new(limits);
        for _ in 0..3 {
            read(&mut intake, b"").unwrap();
        }
        assert!(matches!(read(&mut intake, b""), Err(IntakeError::TooMany { limit: 3 })));
    }

    #[test]
    fn the_watcher_sees_every_block_and_can_stop() {
        let bytes = vec![1; BLOCK_BYTES * 2 + 1];
        let mut seen = Vec::new();
        let mut watch = |progress: Progress| {
            seen.push(progress.bytes);
            if seen.len() == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let mut intake = Intake::watched(Limits::default(), &mut watch);
        let stopped = intake.stream(&mut bytes.as_slice(), "x", &mut Discard);
        assert!(matches!(stopped, Err(IntakeError::Stopped)));
        assert_eq!(seen, [length(&bytes[..BLOCK_BYTES]), length(&bytes[..2 * BLOCK_BYTES])]);
    }
}

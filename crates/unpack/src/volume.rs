//! Disks, partitions and file systems: their files, each by its path, opened as a layer of its own.
//!
//! A file need not lie in one piece, so this needs bytes that can be read at any place. It is done before the layer that holds
//! the file system is searched from its front to its back; what was shown as a file is not opened a second time there. What no
//! file holds, such as free space, slack and deleted files, is left to that search.

use std::cell::Cell;
use std::io;
use std::ops::{ControlFlow, Range};

use crate::fault::{Fault, damaged};
use crate::layer::{Layer, wide};
use crate::media::{Cached, ReadAt, Runs, Scattered, Stream, exactly, up_to};
use crate::partition::{is_divided, partitions};
use crate::ranges::Ranges;
use crate::times::Times;
use crate::visit::Step;
use crate::walk::{Inside, Walk};
use crate::zip::file_name;
use crate::{ext, fat, ntfs, partition};

/// So much tells what a layer is.
const BEGIN_BYTES: usize = 2048;

/// The longest path that is built; what lies deeper is not opened by name.
const PATH_BYTES: usize = 4096;

/// So many ranges of a layer are remembered as shown: 16 bytes each. What is beyond is found twice.
const RANGES_MAX: usize = 1 << 20;

/// The media before it is known.
const NOTHING: Vec<u8> = Vec::new();

/// What reading one file system may take, so that a hostile one ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// Entries of folders, or records of files.
    pub(crate) entries: u64,
    /// Pieces of files and links between clusters.
    pub(crate) links: u64,
    /// Pieces of one file, each of which takes 24 bytes of memory.
    pub(crate) pieces: usize,
    /// Folders in each other. Windows and Linux allow paths that are shorter than this is deep.
    pub(crate) depth: usize,
    /// Bytes of one folder: half a million files by names of usual length.
    pub(crate) folder_bytes: u64,
}

impl Bounds {
    /// A disk of a server holds some ten million files.
    pub(crate) const DEFAULT: Self =
        Self { entries: 16 << 20, links: 128 << 20, pieces: 1 << 20, depth: 256, folder_bytes: 32 << 20 };
}

/// Where a file system lies, and what is left of its bounds.
pub(crate) struct Volume<'s> {
    cached: Cached<'s>,
    start: u64,
    pub(crate) bounds: Bounds,
    entries: Cell<u64>,
    links: Cell<u64>,
}

impl<'s> Volume<'s> {
    pub(crate) fn new(source: &'s dyn ReadAt, start: u64, bounds: Bounds) -> Self {
        Self { cached: Cached::new(source), start, bounds, entries: Cell::new(0), links: Cell::new(0) }
    }

    pub(crate) fn bytes(&self, offset: u64, count: usize) -> io::Result<Vec<u8>> {
        exactly(self, offset, count)
    }

    /// Counts an entry of a folder, while there may be more.
    pub(crate) fn entry(&self) -> io::Result<()> {
        count(&self.entries, self.bounds.entries, "entries")
    }

    /// Counts a link.
    pub(crate) fn link(&self) -> io::Result<()> {
        count(&self.links, self.bounds.links, "pieces of files")
    }

    /// Adds a piece to a file, while it may have more.
    pub(crate) fn piece(&self, runs: &mut Runs, from: Option<u64>, bytes: u64) -> io::Result<()> {
        self.link()?;
        runs.push(from, bytes);
        if runs.len() > self.bounds.pieces {
            return Err(damaged(format!("a file of more than {} pieces", self.bounds.pieces)));
        }
        Ok(())
    }
}

impl ReadAt for Volume<'_> {
    fn read_at(&self, offset: u64, out: &mut [u8]) -> io::Result<usize> {
        self.cached.read_at(self.start.saturating_add(offset), out)
    }
}

fn count(counted: &Cell<u64>, limit: u64, what: &str) -> io::Result<()> {
    if counted.get() >= limit {
        return Err(damaged(format!("more than {limit} {what}")));
    }
    counted.set(counted.get() + 1);
    Ok(())
}

/// A path with one more name, as text; none where it is too long, or the name is none.
pub(crate) fn joined(folder: &str, name: &[u8]) -> Option<String> {
    if name.is_empty() || name == b"." || name == b".." || folder.len() + name.len() >= PATH_BYTES {
        return None;
    }
    let name = file_name(name).replace('/', "\u{fffd}");
    Some(if folder.is_empty() { name } else { format!("{folder}/{name}") })
}

/// What a file system says of a file.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) times: Times,
    pub(crate) content: Content,
}

/// Where the bytes of a file are. Offsets are those of the file system.
pub(crate) enum Content {
    /// In clusters or blocks.
    Runs(Runs),
    /// In the record of the file, which was read, and stands at this place if it stands there as it is.
    Held { bytes: Vec<u8>, at: u64, is_as_it_is: bool },
    /// Packed by LZNT1 in units of so many bytes, of which these are stored; and how long it is.
    Packed { runs: Runs, unit_bytes: usize, bytes: u64 },
}

/// Takes what is found in a file system.
pub(crate) trait Sink {
    /// A file. Whoever breaks wants no more.
    fn file(&mut self, file: File) -> ControlFlow<()>;

    /// What could not be read: a file or folder by its path, or the file system.
    fn fault(&mut self, path: &str, error: &io::Error) -> ControlFlow<()>;
}

/// Passes a file on, or says why it could not be read.
pub(crate) fn pass(
    sink: &mut dyn Sink,
    path: String,
    times: Times,
    content: io::Result<Content>,
) -> ControlFlow<()> {
    match content {
        Ok(content) => sink.file(File { path, times, content }),
        Err(error) => sink.fault(&path, &error),
    }
}

/// A kind of file system.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FileSystem {
    Ext,
    Fat,
    ExFat,
    Ntfs,
}

impl FileSystem {
    /// What begins so.
    fn of(begin: &[u8]) -> Option<Self> {
        match begin {
            _ if ntfs::is_at(begin) => Some(Self::Ntfs),
            _ if fat::is_exfat(begin) => Some(Self::ExFat),
            _ if ext::is_at(begin) => Some(Self::Ext),
            _ if fat::is_at(begin) => Some(Self::Fat),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Ext => "ext",
            Self::Fat => "fat",
            Self::ExFat => "exfat",
            Self::Ntfs => "ntfs",
        }
    }

    fn span(self, begin: &[u8]) -> u64 {
        match self {
            Self::Ext => ext::span(begin),
            Self::Fat => fat::span(begin),
            Self::ExFat => fat::exfat_span(begin),
            Self::Ntfs => ntfs::span(begin),
        }
    }

    fn read(self, volume: &Volume<'_>, sink: &mut dyn Sink) -> io::Result<()> {
        match self {
            Self::Ext => ext::read(volume, sink),
            Self::Fat => fat::read(volume, sink),
            Self::ExFat => fat::read_exfat(volume, sink),
            Self::Ntfs => ntfs::read(volume, sink),
        }
    }
}

/// Opens the files of a layer that is a disk or a file system.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>) {
    layer.fill(wide(BEGIN_BYTES));
    let begin = layer.from(0);
    let file_system = FileSystem::of(begin);
    if file_system.is_none() && !is_divided(begin) {
        return;
    }
    let held_bytes;
    let mut files = Files {
        walk,
        depth: layer.depth + 1,
        step: Step { name: file_system.map_or("disk", FileSystem::name), offset: 0, file: None },
        partition: None,
        shown: Vec::new(),
        source: &NOTHING,
    };
    let span = file_system.map_or_else(|| partition::span(begin), |it| it.span(begin));
    let held = match layer.random {
        Some(source) => {
            files.source = source;
            files.disk(file_system);
            None
        }
        // It came out of a decoder, which gives it from the front to the back only.
        None => walk.hold(usize::try_from(span).unwrap_or(usize::MAX), &files.step),
    };
    if held.is_some() {
        layer.fill(span);
        held_bytes = layer.from(0);
        files.source = &held_bytes;
        files.disk(file_system);
    }
    let mut ranges = Ranges::default();
    ranges.add(files.shown);
    walk.shown_inside(ranges.as_slice());
    layer.covered = ranges;
}

/// Opens files as they are found.
struct Files<'w, 'v, 's> {
    walk: &'w Walk<'v>,
    depth: usize,
    source: &'s dyn ReadAt,
    /// The file system that is being read: where it begins in the layer.
    step: Step,
    partition: Option<usize>,
    /// Where what was shown stands in the layer.
    shown: Vec<Range<u64>>,
}

impl Files<'_, '_, '_> {
    fn disk(&mut self, file_system: Option<FileSystem>) {
        if let Some(file_system) = file_system {
            return self.volume(file_system);
        }
        let (partitions, failure) = partitions(self.source);
        if let Some(error) = failure {
            self.walk.refuse(self.step.clone(), &Fault::of(&error));
        }
        for partition in partitions {
            let mut begin = vec![0; BEGIN_BYTES];
            let read = up_to(self.source, partition.start, &mut begin).unwrap_or(0);
            begin.truncate(read);
            self.partition = Some(partition.number);
            self.step.offset = partition.start;
            if let Some(file_system) = FileSystem::of(&begin) {
                self.volume(file_system);
            }
        }
    }

    fn volume(&mut self, file_system: FileSystem) {
        self.step.name = file_system.name();
        let (walk, volume) = (self.walk, Volume::new(self.source, self.step.offset, Bounds::DEFAULT));
        let read = walk.guarded(|| file_system.read(&volume, self));
        let fault = match read {
            Ok(Ok(())) => return,
            Ok(Err(error)) => Fault::of(&error),
            Err(fault) => fault,
        };
        walk.refuse(Step { file: self.named(""), ..self.step.clone() }, &fault);
    }

    /// The path with the partition before it.
    fn named(&self, path: &str) -> Option<String> {
        match self.partition {
            Some(number) if path.is_empty() => Some(format!("partition-{number}")),
            Some(number) => Some(format!("partition-{number}/{path}")),
            None => Some(path.to_owned()).filter(|path| !path.is_empty()),
        }
    }

    fn flow(&self) -> ControlFlow<()> {
        if self.walk.is_exhausted() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl Sink for Files<'_, '_, '_> {
    fn file(&mut self, file: File) -> ControlFlow<()> {
        let start = self.step.offset;
        let moved = |runs: &Runs| {
            let mut moved = Runs::default();
            let mut at = 0;
            while let Some(piece) = runs.piece(at) {
                moved.push(piece.from.map(|from| from.saturating_add(start)), piece.bytes);
                at += piece.bytes;
            }
            moved
        };
        let (content, stored, first, runs): (Box<dyn ReadAt>, u64, u64, Runs) = match file.content {
            Content::Runs(runs) => {
                let runs = moved(&runs);
                let (stored, first) = (runs.stored(), runs.first());
                let scattered = Scattered { source: self.source, runs: runs.clone(), between: 0 };
                (Box::new(scattered), stored, first.unwrap_or(start), runs)
            }
            Content::Held { bytes, at, is_as_it_is } => {
                let mut runs = Runs::default();
                let at = start.saturating_add(at);
                runs.push(is_as_it_is.then_some(at), wide(bytes.len()));
                let stored = wide(bytes.len());
                (Box::new(bytes), stored, at, runs)
            }
            Content::Packed { runs, unit_bytes, bytes } => {
                let runs = moved(&runs);
                let (stored, first) = (runs.stored(), runs.first());
                let packed = ntfs::Packed::new(self.source, runs, unit_bytes, bytes);
                (Box::new(packed), stored, first.unwrap_or(start), Runs::default())
            }
        };
        let step = Step { name: self.step.name, offset: first, file: self.named(&file.path) };
        let inside = Inside { taken: stored, random: Some(&*content), times: Some(file.times) };
        let given = self.walk.open_inside(self.depth, step, &inside, &mut Stream::new(&*content));
        // What was not searched to its end, for the budget was used up, is not known to be dealt with.
        if !self.walk.is_exhausted() && self.shown.len() < RANGES_MAX {
            self.shown.extend(runs.places(0..given.min(runs.bytes())));
        }
        self.flow()
    }

    fn fault(&mut self, path: &str, error: &io::Error) -> ControlFlow<()> {
        let step = Step { file: self.named(path), ..self.step.clone() };
        self.walk.refuse(step, &Fault::of(error));
        self.flow()
    }
}

/// What the tests of all file systems look at.
#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The files of a file system, and its faults.
    #[derive(Default)]
    pub(crate) struct Seen<'s> {
        pub(crate) source: Option<&'s dyn ReadAt>,
        pub(crate) files: Vec<(String, Vec<u8>)>,
        pub(crate) times: Vec<Times>,
        pub(crate) faults: Vec<(String, String)>,
    }

    impl Sink for Seen<'_> {
        fn file(&mut self, file: File) -> ControlFlow<()> {
            let source = self.source.unwrap();
            let bytes = match file.content {
                Content::Runs(runs) => {
                    let count = usize::try_from(runs.bytes()).unwrap();
                    exactly(&Scattered { source, runs, between: 0 }, 0, count)
                }
                Content::Held { bytes, .. } => Ok(bytes),
                Content::Packed { runs, unit_bytes, bytes } => {
                    let count = usize::try_from(bytes).unwrap();
                    exactly(&ntfs::Packed::new(source, runs, unit_bytes, bytes), 0, count)
                }
            };
            match bytes {
                Ok(bytes) => self.files.push((file.path, bytes)),
                Err(error) => self.faults.push((file.path, error.to_string())),
            }
            self.times.push(file.times);
            ControlFlow::Continue(())
        }

        fn fault(&mut self, path: &str, error: &io::Error) -> ControlFlow<()> {
            self.faults.push((path.to_owned(), error.to_string()));
            ControlFlow::Continue(())
        }
    }

    /// Reads a file system that is all of these bytes.
    pub(crate) fn seen(
        image: &Vec<u8>,
        bounds: Bounds,
        read: fn(&Volume<'_>, &mut dyn Sink) -> io::Result<()>,
    ) -> Seen<'_> {
        let mut seen = Seen { source: Some(image), ..Seen::default() };
        if let Err(error) = read(&Volume::new(image, 0, bounds), &mut seen) {
            seen.faults.push((String::new(), error.to_string()));
        }
        seen
    }

    #[test]
    fn paths_are_of_names_and_no_longer_than_allowed() {
        assert_eq!(joined("", b"a\n"), Some("a\u{fffd}".into()));
        assert_eq!(joined("a", b"b/c"), Some("a/b\u{fffd}c".into()));
        assert_eq!([joined("a", b""), joined("a", b"."), joined("a", b"..")], [None, None, None]);
        assert!(joined(&"a".repeat(PATH_BYTES - 2), b"b").is_some());
        assert!(joined(&"a".repeat(PATH_BYTES - 1), b"b").is_none());
    }
}

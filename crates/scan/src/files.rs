//! Scanning files and folders, one after the other, in an order that is always the same.

use std::fs;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use comity_record::Coded;

use crate::hit::Hit;
use crate::scanner::Scanner;
use crate::stream::ScanError;

/// Opens files. A caller that counts bytes, or reads in another process, gives its own.
pub trait Opener {
    /// The bytes of the file at this path.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>>;
}

/// Opens files as the operating system shows them.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlainFiles;

/// What happens while files are scanned.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event {
    /// A file is about to be read.
    Started {
        /// Its path.
        path: PathBuf,
    },
    /// A hit in that file.
    Hit(Hit),
    /// A file or folder that could not be read, wholly or from some point on. The scan goes on.
    Failed(FileError),
}

/// What was gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Totals {
    /// Files read to their end.
    pub files: u64,
    /// Bytes of these files.
    pub bytes: u64,
    /// Hits handed out, those in files that failed later included.
    pub hits: u64,
    /// Files and folders that could not be read to their end.
    pub failures: u64,
    /// Whether the receiver broke the scan off.
    pub stopped: bool,
}

/// Why a file or folder was not read, or not to its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// The file cannot be opened, or there is none.
    #[error("the file {} cannot be read", path.display())]
    Unreadable {
        /// The path as given, or as found in a folder that was given.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The folder cannot be listed.
    #[error("the folder {} cannot be listed", path.display())]
    Folder {
        /// Its path.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// A pipe, socket, device or link inside a folder. Such things are read only when they are named
    /// themselves: a pipe may never end, and a link may lead out of what was seized.
    #[error("{} is not a plain file", path.display())]
    NotAFile {
        /// Its path.
        path: PathBuf,
    },
    /// Reading failed on the way; the hits before that point were handed out.
    #[error("the file {} was read in part", path.display())]
    Interrupted {
        /// Its path.
        path: PathBuf,
        /// Where, and why.
        source: ScanError,
    },
}

impl Opener for PlainFiles {
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        Ok(Box::new(fs::File::open(path)?))
    }
}

impl FileError {
    /// The path that could not be read.
    pub fn path(&self) -> &Path {
        match self {
            Self::Unreadable { path, .. }
            | Self::Folder { path, .. }
            | Self::NotAFile { path }
            | Self::Interrupted { path, .. } => path,
        }
    }
}

impl Coded for FileError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "scan-file-unreadable",
            Self::Folder { .. } => "scan-folder-unreadable",
            Self::NotAFile { .. } => "scan-not-a-file",
            Self::Interrupted { source, .. } => source.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = vec![("path", self.path().display().to_string())];
        match self {
            Self::Unreadable { source, .. } | Self::Folder { source, .. } => {
                args.push(("cause", source.to_string()));
            }
            Self::NotAFile { .. } => {}
            Self::Interrupted { source, .. } => args.extend(source.args()),
        }
        args
    }
}

/// Scans these files, and all files in these folders and in the folders inside them.
///
/// Paths are taken in the order given; what lies in a folder, in the order of its names, byte by byte. What
/// cannot be read is told as [`Event::Failed`] and the others are read all the same; whether that is a failure
/// of the whole is for the caller to say. The receiver can break off at any event.
///
/// Hits name their file as text: bytes of a name that are no UTF-8 are shown as `\u{fffd}`. The events hold the
/// exact path.
pub fn scan_paths<P: AsRef<Path>>(
    scanner: &Scanner,
    opener: &dyn Opener,
    paths: impl IntoIterator<Item = P>,
    on_event: impl FnMut(Event) -> ControlFlow<()>,
) -> Totals {
    let mut walk = Walk { scanner, opener, on_event, totals: Totals::default() };
    for path in paths {
        let flow = match fs::metadata(path.as_ref()) {
            Ok(found) if found.is_dir() => walk.folder(path.as_ref()),
            // What is named itself is opened whatever it is, and also where nothing can be learned about it:
            // the error of opening tells more.
            _ => walk.file(path.as_ref()),
        };
        if flow.is_break() {
            walk.totals.stopped = true;
            break;
        }
    }
    walk.totals
}

struct Walk<'a, E> {
    scanner: &'a Scanner,
    opener: &'a dyn Opener,
    on_event: E,
    totals: Totals,
}

impl<E: FnMut(Event) -> ControlFlow<()>> Walk<'_, E> {
    fn folder(&mut self, folder: &Path) -> ControlFlow<()> {
        // A list instead of recursion, so that the depth of the folders does not matter.
        let mut waiting = vec![(folder.to_owned(), true)];
        while let Some((path, is_folder)) = waiting.pop() {
            if !is_folder {
                self.file_inside(&path)?;
                continue;
            }
            match list(&path) {
                Ok(inside) => waiting.extend(inside.into_iter().rev()),
                Err(source) => self.fail(FileError::Folder { path, source })?,
            }
        }
        ControlFlow::Continue(())
    }

    fn file_inside(&mut self, path: &Path) -> ControlFlow<()> {
        match fs::symlink_metadata(path) {
            Ok(found) if !found.is_file() => self.fail(FileError::NotAFile { path: path.to_owned() }),
            _ => self.file(path),
        }
    }

    fn file(&mut self, path: &Path) -> ControlFlow<()> {
        (self.on_event)(Event::Started { path: path.to_owned() })?;
        let mut reader = match self.opener.open(path) {
            Ok(reader) => reader,
            Err(source) => return self.fail(FileError::Unreadable { path: path.to_owned(), source }),
        };
        let hits = &mut self.totals.hits;
        let on_event = &mut self.on_event;
        let name = Arc::from(path.to_string_lossy());
        let mut stream = self.scanner.stream(|hit| {
            *hits += 1;
            on_event(Event::Hit(hit))
        });
        stream = stream.in_file(name);
        let read = stream.read_all(&mut reader);
        let summary = stream.finish();
        if summary.stopped {
            return ControlFlow::Break(());
        }
        match read {
            Ok(()) => {
                self.totals.files += 1;
                self.totals.bytes += summary.bytes;
                ControlFlow::Continue(())
            }
            Err(source) => self.fail(FileError::Interrupted { path: path.to_owned(), source }),
        }
    }

    fn fail(&mut self, error: FileError) -> ControlFlow<()> {
        self.totals.failures += 1;
        (self.on_event)(Event::Failed(error))
    }
}

/// What lies in a folder, in the order of the names, and whether each is a folder (links are not followed).
fn list(folder: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
    let mut inside = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        inside.push((entry.path(), entry.file_type()?.is_dir()));
    }
    inside.sort();
    Ok(inside)
}

//! A closed world for the compiler: a few virtual files, the embedded fonts, no clock, no disk, no network.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::FONTS;

/// Figures in one document. Paths are interned by the compiler for ever, so there is a fixed set of them.
pub const MAX_FIGURES: usize = 20;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The paths that exist. The compiler interns every path it sees and can hold 65 535 in the life of a process:
/// what changes from document to document (a case number) must never be part of one.
static PATHS: LazyLock<Paths> = LazyLock::new(|| Paths {
    main: intern("main.typ"),
    base: intern("base.typ"),
    view: intern("view.json"),
    twin: intern("twin"),
    signature: intern("twin-signature"),
    figures: (0..MAX_FIGURES).map(|n| intern(&figure_path(n))).collect(),
});

struct Paths {
    main: FileId,
    base: FileId,
    view: FileId,
    twin: FileId,
    signature: FileId,
    figures: Vec<FileId>,
}

/// The virtual path of a figure.
pub(crate) fn figure_path(number: usize) -> String {
    format!("figure-{number}.svg")
}

/// What one document is made of.
pub(crate) struct ClosedWorld {
    main: Source,
    base: Source,
    view: Bytes,
    twin: Bytes,
    signature: Option<Bytes>,
    figures: Vec<Bytes>,
}

impl ClosedWorld {
    pub(crate) fn new(
        main: &str,
        base: &str,
        view: Vec<u8>,
        twin: Vec<u8>,
        signature: Option<Vec<u8>>,
        figures: Vec<Vec<u8>>,
    ) -> Self {
        Self {
            main: Source::new(PATHS.main, main.to_owned()),
            base: Source::new(PATHS.base, base.to_owned()),
            view: Bytes::new(view),
            twin: Bytes::new(twin),
            signature: signature.map(Bytes::new),
            figures: figures.into_iter().map(Bytes::new).collect(),
        }
    }
}

impl World for ClosedWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.1
    }

    fn main(&self) -> FileId {
        PATHS.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id {
            id if id == PATHS.main => Ok(self.main.clone()),
            id if id == PATHS.base => Ok(self.base.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let figure =
            || PATHS.figures.iter().position(|f| *f == id).and_then(|n| self.figures.get(n)).cloned();
        match id {
            id if id == PATHS.view => Ok(self.view.clone()),
            id if id == PATHS.twin => Ok(self.twin.clone()),
            id if id == PATHS.signature => self.signature.clone().ok_or(FileError::AccessDenied),
            _ => figure().ok_or(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.0.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn intern(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("the paths of this module are plain file names");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_the_given_files_can_be_read() {
        let world = ClosedWorld::new("", "", b"{}".to_vec(), vec![], None, vec![]);
        assert!(world.file(PATHS.view).is_ok());
        for path in ["etc/passwd", "figure-0.svg", "twin-signature", "other.typ"] {
            assert!(matches!(world.file(intern(path)), Err(FileError::AccessDenied)), "{path}");
            assert!(matches!(world.source(intern(path)), Err(FileError::AccessDenied)), "{path}");
        }
        assert!(world.today(None).is_none());
    }
}

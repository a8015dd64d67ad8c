//! Files and folders: order, what is left out, what fails.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use comity_record::Coded;
use comity_scan::Scanner;
use comity_scan::files::{Event, FileError, Opener, PlainFiles, Totals, scan_paths};

const ADDRESS: &str = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
}

fn run(opener: &dyn Opener, paths: &[PathBuf], root: &Path) -> (Vec<String>, Totals) {
    let mut told = Vec::new();
    let short = |path: &Path| path.strip_prefix(root).unwrap_or(path).display().to_string();
    let totals = scan_paths(&Scanner::new(), opener, paths, |event| {
        told.push(match event {
            Event::Started { path } => format!("start {}", short(&path)),
            Event::Hit(hit) => {
                format!("hit {} {}", short(Path::new(hit.file.as_deref().unwrap())), hit.offset)
            }
            Event::Failed(error) => format!("{} {}", error.code(), short(error.path())),
            other => format!("{other:?}"),
        });
        ControlFlow::Continue(())
    });
    (told, totals)
}

#[test]
fn folders_are_walked_in_the_order_of_names() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    put(&root.join("b.txt"), &format!("x {ADDRESS}"));
    put(&root.join("a/z.txt"), ADDRESS);
    put(&root.join("a/deeper/y.txt"), "nothing");
    put(&root.join("c.txt"), "");
    let (told, totals) = run(&PlainFiles, &[root.to_owned()], root);
    assert_eq!(
        told,
        [
            "start a/deeper/y.txt",
            "start a/z.txt",
            "hit a/z.txt 0",
            "start b.txt",
            "hit b.txt 2",
            "start c.txt"
        ]
    );
    assert_eq!((totals.files, totals.bytes, totals.hits, totals.failures), (4, 77, 2, 0));
}

#[test]
fn a_file_that_fails_does_not_stop_the_others() {
    /// Refuses one file, and breaks off in another.
    struct Failing;
    impl Opener for Failing {
        fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
            match path.file_name().and_then(|name| name.to_str()) {
                Some("a") => Err(io::ErrorKind::PermissionDenied.into()),
                Some("b") => Ok(Box::new(PlainFiles.open(path)?.chain(Broken))),
                _ => PlainFiles.open(path),
            }
        }
    }
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("bad sector"))
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for name in ["a", "b", "c"] {
        put(&root.join(name), ADDRESS);
    }
    let (told, totals) = run(&Failing, &[root.join("none"), root.to_owned()], root);
    assert_eq!(
        told,
        [
            "start none",
            "scan-file-unreadable none",
            "start a",
            "scan-file-unreadable a",
            "start b",
            "hit b 0",
            "scan-read-failed b",
            "start c",
            "hit c 0"
        ]
    );
    assert_eq!((totals.files, totals.hits, totals.failures, totals.stopped), (1, 2, 3, false));
}

#[cfg(unix)]
#[test]
fn links_inside_a_folder_are_told_and_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    put(&root.join("inside/file"), ADDRESS);
    put(&root.join("outside"), ADDRESS);
    std::os::unix::fs::symlink("../outside", root.join("inside/link")).unwrap();
    std::os::unix::fs::symlink("..", root.join("inside/loop")).unwrap();
    let (told, totals) = run(&PlainFiles, &[root.join("inside")], root);
    assert_eq!(
        told,
        [
            "start inside/file",
            "hit inside/file 0",
            "scan-not-a-file inside/link",
            "scan-not-a-file inside/loop"
        ]
    );
    assert_eq!(totals.failures, 2);
    // Named itself, a link is read.
    assert_eq!(run(&PlainFiles, &[root.join("inside/link")], root).1.hits, 1);
}

#[test]
fn the_receiver_can_break_off_between_files() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a", "b", "c"] {
        put(&folder.path().join(name), ADDRESS);
    }
    let mut hits = 0;
    let totals = scan_paths(&Scanner::new(), &PlainFiles, [folder.path()], |event| {
        hits += u32::from(matches!(event, Event::Hit(_)));
        if hits == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((hits, totals.hits, totals.files, totals.stopped), (2, 2, 1, true));
}

#[test]
fn every_error_of_a_file_names_its_path() {
    let source = || io::Error::other("cause");
    for error in [
        FileError::Unreadable { path: "p".into(), source: source() },
        FileError::Folder { path: "p".into(), source: source() },
        FileError::NotAFile { path: "p".into() },
    ] {
        assert_eq!(error.args()[0], ("path", "p".to_owned()));
        assert!(comity_scan::CODES.contains(&error.code()));
    }
}

//! Folders and files of this machine: walked, sealed in place, referenced.

use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

use comity_disk::RealDisk;
use comity_evidence::bag::Finding;
use comity_evidence::walk::{LeftOutKind, walk};
use comity_evidence::{
    Digests, IntakeError, Limits, Seal, SealOptions, Verdict, reference, seal_in_place, seal_to_bag,
    verify_in_place, verify_package,
};

use crate::{intake, path};

fn put(folder: &Path, name: &[u8], bytes: &[u8]) {
    use std::io::Write as _;
    let place = folder.join(std::ffi::OsStr::from_bytes(name));
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::File::create(place).unwrap().write_all(bytes).unwrap();
}

/// A folder with everything that a seized one may hold.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b", "a", "z/inner", "Z-other"] {
        put(folder.path(), name.as_bytes(), name.as_bytes());
    }
    put(folder.path(), b"bad\xFFname", b"not UTF-8");
    put(folder.path(), b"100%", b"percent");
    put(folder.path(), b"B", b"differs by case");
    std::fs::create_dir(folder.path().join("empty")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", folder.path().join("link")).unwrap();
    let _ = std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status();
    folder
}

#[test]
fn a_walk_is_sorted_and_says_what_it_left_out() {
    let folder = folder();
    let found = walk(folder.path(), &Limits::default()).unwrap();
    let files: Vec<_> = found.files.iter().map(|f| f.path.as_str()).collect();
    assert_eq!(files, ["100=25", "=62", "B", "Z-other", "a", "bad=FFname", "z/inner"]);
    assert_eq!(found.files[5].original.as_ref().unwrap().0, b"bad\xFFname");
    assert_eq!(found.files[6].original, None);
    let left: Vec<_> = found.left_out.iter().map(|l| (l.path.as_str(), l.kind)).collect();
    assert_eq!(
        left,
        [("empty", LeftOutKind::EmptyFolder), ("link", LeftOutKind::Link), ("pipe", LeftOutKind::Special)]
    );
    assert_eq!(found.left_out[1].target.as_deref(), Some("../elsewhere"));
}

#[test]
fn walks_stop_at_their_limits() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), b"1/2/3/f", b"");
    put(folder.path(), b"g", b"");
    let limited =
        |max_depth, max_files| walk(folder.path(), &Limits { max_depth, max_files, ..Limits::default() });
    assert!(limited(3, 2).is_ok());
    assert!(matches!(limited(2, 2), Err(IntakeError::TooDeep { limit: 2, .. })));
    assert!(matches!(limited(3, 1), Err(IntakeError::TooMany { limit: 1 })));
    assert!(matches!(
        walk(&folder.path().join("none"), &Limits::default()),
        Err(IntakeError::Unreadable { .. })
    ));
}

#[test]
fn a_seal_in_place_changes_nothing_and_finds_every_change() {
    let folder = folder();
    let seal = seal_in_place(folder.path(), &mut intake()).unwrap();
    let verdict = |seal: &Seal| verify_in_place(folder.path(), seal, &mut intake());
    assert_eq!(verdict(&seal).verdict(), Verdict::Pass);
    assert_eq!(seal_in_place(folder.path(), &mut intake()).unwrap(), seal);
    assert_eq!(Seal::from_json(&seal.to_json()).unwrap(), seal);

    put(folder.path(), b"a", b"A");
    assert!(matches!(verdict(&seal).findings.as_slice(), [Finding::PlaceChanged { path }] if path == "a"));
    std::fs::remove_file(folder.path().join("a")).unwrap();
    std::os::unix::fs::symlink("/dev/null", folder.path().join("a")).unwrap();
    assert!(
        verdict(&seal).findings.iter().any(|f| matches!(f, Finding::PlaceMissing { path } if path == "a"))
    );
    std::fs::remove_file(folder.path().join("a")).unwrap();
    put(folder.path(), b"a", b"a");
    let text = String::from_utf8(seal.to_json()).unwrap();
    let other = text.replacen(&seal.root.to_string(), &"0".repeat(64), 1);
    let other = Seal::from_json(other.as_bytes()).unwrap();
    assert_eq!(verdict(&other).findings, [Finding::SealRoot]);
    put(folder.path(), b"new", b"");
    assert!(matches!(verdict(&seal).findings.as_slice(), [Finding::PlaceAdded { path }] if path == "new"));
    std::fs::remove_file(folder.path().join("new")).unwrap();
    std::fs::remove_file(folder.path().join("z/inner")).unwrap();
    let report = verdict(&seal);
    assert!(report.findings.iter().any(|f| matches!(f, Finding::PlaceMissing { path } if path == "z/inner")));
    // The folder is empty now, which the seal did not say.
    assert!(report.findings.iter().any(|f| matches!(f, Finding::PlaceAdded { path } if path == "z")));
    put(folder.path(), b"z/inner", b"z/inner");
    std::fs::remove_file(folder.path().join("link")).unwrap();
    assert_eq!(verdict(&seal).verdict(), Verdict::Fail);
}

#[test]
fn an_awkward_folder_becomes_a_package_that_passes() {
    let folder = folder();
    let out = tempfile::tempdir().unwrap();
    let disk = RealDisk::open(out.path()).unwrap();
    let options = SealOptions { bagging_date: "2026-11-23".parse().unwrap(), info: vec![], tags: vec![] };
    let sealed = seal_to_bag(folder.path(), &disk, &path("bag"), &options, None, &mut intake()).unwrap();
    assert_eq!(sealed.bag.files, 7);
    assert_eq!(sealed.seal, seal_in_place(folder.path(), &mut intake()).unwrap());
    let report = verify_package(&disk, &path("bag"), &Limits::default(), None);
    assert_eq!(report.verdict(), Verdict::Pass, "{:?}", report.findings);
    // An empty folder is not there without a trace; one that was sealed as empty may lie there again.
    for (name, verdict) in [("added", Verdict::Fail), ("empty", Verdict::Pass)] {
        let added = out.path().join("bag/data").join(name);
        std::fs::create_dir(&added).unwrap();
        let report = verify_package(&disk, &path("bag"), &Limits::default(), None);
        assert_eq!(report.verdict(), verdict, "{:?}", report.findings);
        std::fs::remove_dir(added).unwrap();
    }
    // sha256sum of this machine reads the same manifest.
    if let Ok(run) = std::process::Command::new("sha256sum")
        .args(["--check", "--strict", "--quiet", "manifest-sha256.txt"])
        .current_dir(out.path().join("bag"))
        .output()
    {
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }
    assert!(seal_to_bag(folder.path(), &disk, &path("bag"), &options, None, &mut intake()).is_err());
}

#[test]
fn one_file_is_sealed_like_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), b"image.dd", b"bytes");
    let seal = seal_in_place(&folder.path().join("image.dd"), &mut intake()).unwrap();
    assert_eq!(seal.files.len(), 1);
    assert_eq!((seal.files[0].path.as_str(), seal.files[0].digests), ("image.dd", Digests::of(b"bytes")));
}

#[test]
fn references_say_whether_what_they_point_at_is_still_the_same() {
    let folder = folder();
    let file = folder.path().join("a");
    let (to_file, none) = reference(&file, &mut intake()).unwrap();
    assert!(none.is_none());
    assert_eq!(to_file.size, 1);
    assert_eq!(to_file.verify(None, &mut intake()).verdict(), Verdict::Pass);
    let (to_folder, seal) = reference(folder.path(), &mut intake()).unwrap();
    assert_eq!(to_folder.files, 7);
    assert_eq!(to_folder.verify(seal.as_ref(), &mut intake()).verdict(), Verdict::Pass);
    assert_eq!(to_folder.verify(None, &mut intake()).verdict(), Verdict::Pass);
    let bytes = comity_record::cbor::to_canonical(&to_folder).unwrap();
    assert_eq!(comity_record::cbor::from_canonical::<comity_evidence::Reference>(&bytes).unwrap(), to_folder);

    put(folder.path(), b"a", b"changed");
    assert_eq!(to_file.verify(None, &mut intake()).verdict(), Verdict::Fail);
    assert_eq!(to_folder.verify(None, &mut intake()).verdict(), Verdict::Fail);
    let report = to_folder.verify(seal.as_ref(), &mut intake());
    assert!(matches!(report.findings.as_slice(), [Finding::PlaceChanged { path }] if path == "a"));
    // What is not there any more is not called changed.
    std::fs::remove_file(&file).unwrap();
    assert_eq!(to_file.verify(None, &mut intake()).verdict(), Verdict::CannotDecide);
}

#[test]
fn links_and_pipes_are_not_taken_for_files() {
    let folder = folder();
    for name in ["link", "pipe"] {
        let place = folder.path().join(name);
        if std::fs::symlink_metadata(&place).is_ok() {
            assert!(matches!(walk(&place, &Limits::default()), Err(IntakeError::NotRegular { .. })));
            assert!(reference(&place, &mut intake()).is_err());
        }
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused() {
    use std::io::Write as _;
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), b"log", &vec![1; 600_000]);
    let place = folder.path().join("log");
    let mut writer = std::fs::OpenOptions::new().append(true).open(&place).unwrap();
    let mut first = true;
    let mut watch = |_| {
        if std::mem::take(&mut first) {
            writer.write_all(b"more").unwrap();
        }
        std::ops::ControlFlow::Continue(())
    };
    let mut intake = comity_evidence::Intake::watched(Limits::default(), &mut watch);
    let read = intake.file(&place, &mut comity_evidence::intake::Discard);
    assert!(matches!(read, Err(IntakeError::Changed { .. })));
}

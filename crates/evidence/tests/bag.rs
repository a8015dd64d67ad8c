//! Packages: written, checked, broken in every way.

use std::fmt::Write as _;

use comity_disk::{Disk, DiskPath, RealDisk, SimDisk, write_durable};
use comity_evidence::bag::{BagWriter, Check, Finding, Note};
use comity_evidence::{
    BagError, Digests, Limits, Report, SealOptions, TagFile, Verdict, seal_to_bag, verify_package,
};
use sha2::Digest as _;

use crate::{intake, path, tree};

fn options() -> SealOptions {
    SealOptions {
        bagging_date: "2026-11-23".parse().unwrap(),
        info: vec![("Source-Organization".to_owned(), "Exercise unit".to_owned())],
        tags: vec![TagFile { path: "custody/record.txt".to_owned(), bytes: b"collected\n".to_vec() }],
    }
}

/// A folder with a few files, sealed into a package in memory.
fn sealed() -> SimDisk {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in
        [("a.txt", "first"), ("sub/b.txt", "second"), ("sub/c%d.txt", ""), ("отчёт.txt", "x")]
    {
        put_real(folder.path(), name, bytes.as_bytes());
    }
    std::os::unix::fs::symlink("a.txt", folder.path().join("link")).unwrap();
    let disk = SimDisk::new();
    seal_to_bag(folder.path(), &disk, &path("bag"), &options(), None, &mut intake()).unwrap();
    disk
}

fn put_real(folder: &std::path::Path, name: &str, bytes: &[u8]) {
    use std::io::Write as _;
    let place = folder.join(name);
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::File::create(place).unwrap().write_all(bytes).unwrap();
}

fn check(disk: &dyn Disk) -> Report {
    verify_package(disk, &path("bag"), &Limits::default(), None)
}

fn put(disk: &SimDisk, at: &str, bytes: &[u8]) {
    write_durable(disk, &path(&format!("bag/{at}")), bytes).unwrap();
}

fn text(disk: &SimDisk, at: &str) -> String {
    String::from_utf8(disk.read(&path(&format!("bag/{at}")), 1 << 20).unwrap()).unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    Digests::of(bytes).sha256.to_string()
}

/// A bag as another program would write it, without tag manifest.
fn foreign(payload: &[(&str, &[u8])]) -> SimDisk {
    let disk = SimDisk::new();
    put(&disk, "bagit.txt", b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n");
    let mut manifest = String::new();
    for (name, bytes) in payload {
        put(&disk, &format!("data/{name}"), bytes);
        writeln!(manifest, "{}  data/{name}", sha256(bytes)).unwrap();
    }
    put(&disk, "manifest-sha256.txt", manifest.as_bytes());
    disk
}

fn names(finding: &Finding, file: &str) -> bool {
    use comity_record::Coded as _;
    finding.args().iter().any(|(_, value)| value == file)
        || (file == "bagit.txt" && matches!(finding, Finding::Declaration))
}

#[test]
fn a_package_passes_with_every_check_made() {
    let report = check(&sealed());
    assert_eq!(report.findings, []);
    assert_eq!(report.verdict(), Verdict::Pass);
    assert_eq!(report.notes, [Note::NoSignature]);
    let answers = report.answers().into_iter().map(|answer| (answer.verdict, answer.because));
    let mut all = vec![(Verdict::Pass, None); 5];
    all.push((Verdict::CannotDecide, Some(Note::NoSignature)));
    assert_eq!(answers.collect::<Vec<_>>(), all);
}

#[test]
fn the_texts_are_those_of_rfc_8493() {
    let disk = sealed();
    assert_eq!(text(&disk, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    assert_eq!(
        text(&disk, "manifest-sha256.txt"),
        format!(
            "{}  data/a.txt\n{}  data/sub/b.txt\n{}  data/sub/c=25d.txt\n{}  data/отчёт.txt\n",
            sha256(b"first"),
            sha256(b"second"),
            sha256(b""),
            sha256(b"x")
        )
    );
    assert_eq!(
        text(&disk, "bag-info.txt"),
        format!(
            "Source-Organization: Exercise unit\nBag-Software-Agent: Comity {}\nBagging-Date: 2026-11-23\nPayload-Oxum: 12.4\n",
            env!("CARGO_PKG_VERSION")
        )
    );
    let tags: Vec<_> = text(&disk, "tagmanifest-sha256.txt").lines().map(|l| l[66..].to_owned()).collect();
    assert_eq!(
        tags,
        [
            "bag-info.txt",
            "bagit.txt",
            "comity/manifest-blake3.txt",
            "comity/seal.json",
            "custody/record.txt",
            "manifest-sha256.txt"
        ]
    );
    assert!(text(&disk, "comity/seal.json").contains("\"kind\": \"link\""));
}

#[test]
fn the_same_files_give_the_same_bytes() {
    assert_eq!(tree(&sealed(), &path("bag")), tree(&sealed(), &path("bag")));
}

#[test]
fn every_flipped_byte_is_found_and_its_file_named() {
    let disk = sealed();
    let mut flips = 0;
    for (file, bytes) in tree(&disk, &path("bag")) {
        let inside = file.strip_prefix("bag/").unwrap();
        for offset in 0..bytes.len() {
            // The tag manifest is vouched for by nothing but itself, so that every bit of it is tried. Elsewhere one bit
            // of each byte is, and the one that changes the case of a letter.
            let masks: &[u8] = match inside {
                "tagmanifest-sha256.txt" => &[1, 2, 4, 8, 16, 32, 64, 128],
                _ => &[1 << (offset % 8), 0x20],
            };
            let offset = u64::try_from(offset).unwrap();
            for mask in masks {
                disk.damage(&path(&file), offset, *mask).unwrap();
                let report = check(&disk);
                disk.damage(&path(&file), offset, *mask).unwrap();
                assert_eq!(report.verdict(), Verdict::Fail, "{file}, byte {offset}, mask {mask}");
                assert!(
                    report.findings.iter().any(|f| names(f, inside)),
                    "{file}, byte {offset}, mask {mask}: {:?}",
                    report.findings
                );
                flips += 1;
            }
        }
    }
    assert!(flips > 6000, "only {flips} flips");
    assert_eq!(check(&disk).verdict(), Verdict::Pass);
}

#[test]
fn a_file_added_removed_or_renamed_is_found() {
    for (file, at) in [("data/new", "data/new"), ("extra.txt", "extra.txt"), ("comity/x", "comity/x")] {
        let disk = sealed();
        put(&disk, file, b"added");
        let report = check(&disk);
        assert_eq!(report.verdict(), Verdict::Fail);
        assert!(report.findings.iter().any(|f| matches!(f, Finding::Unlisted { path, .. } if path == at)));
    }
    for (file, _) in tree(&sealed(), &path("bag")) {
        let disk = sealed();
        disk.remove(&path(&file)).unwrap();
        let report = check(&disk);
        assert_eq!(report.verdict(), Verdict::Fail, "{file} is not missed");
        let disk = sealed();
        disk.rename(&path(&file), &path(&format!("{file}2"))).unwrap();
        assert_eq!(check(&disk).verdict(), Verdict::Fail, "{file} may be renamed");
    }
}

#[test]
fn two_files_swapped_are_found() {
    let disk = sealed();
    disk.rename(&path("bag/data/a.txt"), &path("bag/data/t")).unwrap();
    disk.rename(&path("bag/data/sub/b.txt"), &path("bag/data/a.txt")).unwrap();
    disk.rename(&path("bag/data/t"), &path("bag/data/sub/b.txt")).unwrap();
    let report = check(&disk);
    for file in ["data/a.txt", "data/sub/b.txt"] {
        assert!(report.findings.iter().any(|f| matches!(f, Finding::Mismatch { path, .. } if path == file)));
    }
}

#[test]
fn a_bag_of_another_program_passes_with_notes() {
    let disk = foreign(&[("a", b"1"), ("deep/b c", b"2")]);
    let report = check(&disk);
    assert_eq!(report.verdict(), Verdict::Pass, "{:?}", report.findings);
    assert_eq!(report.notes, [Note::NoTagManifest, Note::NoOxum, Note::NoSeal, Note::NoSignature]);
    assert!(!report.checks.contains(&Check::Seal) && !report.checks.contains(&Check::Tags));
}

#[test]
fn names_with_percent_signs_are_read_in_both_ways() {
    // As the RFC says, and as older programs write it.
    let escaped = SimDisk::new();
    let mut bag = BagWriter::create(&escaped, &path("bag")).unwrap();
    bag.payload("100%.txt", &mut &b"x"[..], &mut intake()).unwrap();
    bag.payload("a\nb\rc", &mut &b"y"[..], &mut intake()).unwrap();
    bag.finish("2026-11-23".parse().unwrap(), &[]).unwrap();
    assert!(text(&escaped, "manifest-sha256.txt").contains("data/100%25.txt\n"));
    assert!(text(&escaped, "manifest-sha256.txt").contains("data/a%0Ab%0Dc\n"));
    assert_eq!(check(&escaped).verdict(), Verdict::Pass);
    let literal = foreign(&[("a%25b", b"x"), ("a%0Ab", b"y"), ("c%20d", b"z")]);
    let report = check(&literal);
    assert_eq!(report.verdict(), Verdict::Pass, "{:?}", report.findings);
    assert_eq!(report.notes.iter().filter(|n| matches!(n, Note::PercentUnescaped { .. })).count(), 2);
}

#[test]
fn what_would_leave_the_bag_is_refused() {
    for bad in
        ["../../etc/passwd", "/etc/passwd", "data/../../x", "~/x", "C:\\x", "data\\..\\..\\x", "bagit.txt"]
    {
        let disk = foreign(&[("a", b"1")]);
        let manifest = text(&disk, "manifest-sha256.txt") + &format!("{}  {bad}\n", sha256(b"1"));
        put(&disk, "manifest-sha256.txt", manifest.as_bytes());
        let report = check(&disk);
        assert_eq!(report.verdict(), Verdict::Fail);
        assert!(
            report.findings.iter().any(|f| matches!(f, Finding::Path { .. })),
            "{bad}: {:?}",
            report.findings
        );
    }
}

#[test]
fn fetch_lists_clashes_duplicates_and_torn_lines_are_refused() {
    let expect = |change: &dyn Fn(&SimDisk), wanted: &dyn Fn(&Finding) -> bool| {
        let disk = foreign(&[("a", b"1")]);
        change(&disk);
        let report = check(&disk);
        assert_eq!(report.verdict(), Verdict::Fail, "{:?}", report.findings);
        assert!(report.findings.iter().any(wanted), "{:?}", report.findings);
    };
    expect(&|d| put(d, "fetch.txt", b"http://example.org/a 1 data/a\n"), &|f| *f == Finding::Fetch);
    expect(&|d| put(d, "data/A", b"1"), &|f| matches!(f, Finding::Clash { .. }));
    expect(&|d| put(d, "DATA/x", b"1"), &|f| matches!(f, Finding::Clash { .. }));
    expect(
        &|d| {
            put(d, "data/\u{e9}", b"1");
            put(d, "data/e\u{301}", b"1");
        },
        &|f| matches!(f, Finding::Clash { .. }),
    );
    let line = format!("{}  data/a\n", sha256(b"1"));
    expect(&|d| put(d, "manifest-sha256.txt", line.repeat(2).as_bytes()), &|f| {
        matches!(f, Finding::Duplicate { .. })
    });
    expect(&|d| put(d, "manifest-sha256.txt", format!("{line}abc data/b\n").as_bytes()), &|f| {
        matches!(f, Finding::Line { line: 2, .. })
    });
    expect(&|d| put(d, "manifest-sha256.txt", b"\xff"), &|f| matches!(f, Finding::Form { .. }));
    expect(&|d| d.remove(&path("bag/bagit.txt")).unwrap(), &|f| *f == Finding::Declaration);
    expect(&|d| put(d, "bagit.txt", b"\xef\xbb\xbfBagIt"), &|f| *f == Finding::Declaration);
    expect(&|d| put(d, "bag-info.txt", b"Payload-Oxum: 2.1\n"), &|f| matches!(f, Finding::Oxum { .. }));
    expect(&|d| d.remove(&path("bag/manifest-sha256.txt")).unwrap(), &|f| *f == Finding::NoManifest);
}

#[test]
fn links_and_names_that_are_not_utf8_are_refused() {
    use std::os::unix::ffi::OsStrExt as _;
    let build = |spoil: &dyn Fn(&std::path::Path)| {
        let folder = tempfile::tempdir().unwrap();
        for (file, bytes) in tree(&foreign(&[("a", b"1")]), &DiskPath::root()) {
            put_real(folder.path(), &file, &bytes);
        }
        spoil(&folder.path().join("bag"));
        check(&RealDisk::open(folder.path()).unwrap())
    };
    assert_eq!(build(&|_| ()).verdict(), Verdict::Pass);
    let link =
        |bag: &std::path::Path| std::os::unix::fs::symlink("/etc/hostname", bag.join("data/l")).unwrap();
    let report = build(&link);
    assert!(matches!(report.findings.as_slice(), [Finding::NotRegular { path }] if path == "data/l"));
    let folder_link = |bag: &std::path::Path| {
        std::fs::rename(bag.join("data"), bag.join("real")).unwrap();
        std::os::unix::fs::symlink("real", bag.join("data")).unwrap();
    };
    assert_eq!(build(&folder_link).verdict(), Verdict::Fail);
    let bytes = |bag: &std::path::Path| {
        std::fs::File::create(bag.join("data").join(std::ffi::OsStr::from_bytes(b"\xff"))).unwrap();
    };
    assert!(build(&bytes).findings.iter().any(|f| matches!(f, Finding::NotUtf8 { .. })));
}

#[test]
fn what_was_not_checked_is_not_called_passed() {
    let undecided = |change: &dyn Fn(&SimDisk), wanted: &dyn Fn(&Finding) -> bool| {
        let disk = foreign(&[("a", b"1")]);
        change(&disk);
        let report = check(&disk);
        assert_eq!(report.verdict(), Verdict::CannotDecide, "{:?}", report.findings);
        assert!(report.findings.iter().any(wanted), "{:?}", report.findings);
    };
    undecided(&|d| put(d, "manifest-sha384.txt", b"c4ca4238a0b923820dcc509a6f75849b  data/a\n"), &|f| {
        matches!(f, Finding::Algorithm { .. })
    });
    // MD5 alone: contents of the same digest can be made.
    undecided(
        &|d| {
            d.remove(&path("bag/manifest-sha256.txt")).unwrap();
            put(d, "manifest-md5.txt", b"c4ca4238a0b923820dcc509a6f75849b  data/a\n");
        },
        &|f| matches!(f, Finding::Algorithm { manifest } if manifest == "manifest-md5.txt"),
    );
    undecided(
        &|d| d.rename(&path("bag/manifest-sha256.txt"), &path("bag/manifest-sha3-256.txt")).unwrap(),
        &|f| matches!(f, Finding::Algorithm { .. }),
    );
    undecided(&|d| put(d, "bagit.txt", b"BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"), &|f| {
        matches!(f, Finding::Version { .. })
    });
    undecided(&|d| put(d, "bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n"), &|f| {
        matches!(f, Finding::Encoding { .. })
    });
    let later = format!(
        "{{\"format\": \"comity-seal-9\", \"root\": \"{}\", \"files\": [], \"left_out\": []}}",
        sha256(b"")
    );
    undecided(&|d| put(d, "comity/seal.json", later.as_bytes()), &|f| {
        matches!(f, Finding::SealFormat { .. })
    });
    undecided(&|d| d.break_reads(&path("bag/data/a")).unwrap(), &|f| matches!(f, Finding::Unreadable { .. }));
    let none = verify_package(&SimDisk::new(), &path("bag"), &Limits::default(), None);
    assert_eq!(none.verdict(), Verdict::CannotDecide);
    assert!(none.checks.is_empty());
    // A failure is a failure, whatever else could not be checked.
    let disk = foreign(&[("a", b"1")]);
    put(&disk, "manifest-sha384.txt", b"");
    put(&disk, "data/a", b"2");
    assert_eq!(check(&disk).verdict(), Verdict::Fail);
}

#[test]
fn a_sha512_manifest_is_checked_too() {
    let disk = foreign(&[("a", b"abc")]);
    // FIPS 180-4 example: SHA-512 of "abc".
    let digest = "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
                  2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";
    assert_eq!(hex::encode(sha2::Sha512::digest(b"abc")), digest);
    put(&disk, "manifest-sha512.txt", format!("{digest}  data/a\n").as_bytes());
    assert_eq!(check(&disk).verdict(), Verdict::Pass);
    put(&disk, "manifest-sha512.txt", format!("{}  data/a\n", digest.replace("dd", "de")).as_bytes());
    assert!(matches!(
        check(&disk).findings.as_slice(),
        [Finding::Mismatch { manifest, .. }] if manifest == "manifest-sha512.txt"
    ));
}

#[test]
fn the_bag_of_the_example_in_rfc_8493_section_4_is_of_this_shape() {
    // The RFC prints the tree and the manifest, not the bytes of the two files. By MD5 alone the answer is that it cannot
    // be decided, with the algorithm named and nothing else.
    let disk = SimDisk::new();
    put(&disk, "bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    put(&disk, "data/27613-h/images/q172.png", b"(image)");
    put(&disk, "data/27613-h/images/q172.txt", b"(OCR text)");
    put(
        &disk,
        "manifest-md5.txt",
        b"202102f97909b942a18b78328caa121c data/27613-h/images/q172.png\nee6b6ed95979673dc109e542da35d2b8 data/27613-h/images/q172.txt\n",
    );
    let report = check(&disk);
    assert_eq!(report.findings, [Finding::Algorithm { manifest: "manifest-md5.txt".to_owned() }]);
    assert_eq!(report.verdict(), Verdict::CannotDecide);
    // The same bag with the digests of RFC 8493's recommended algorithm passes.
    disk.remove(&path("bag/manifest-md5.txt")).unwrap();
    let manifest = format!(
        "{} data/27613-h/images/q172.png\n{} data/27613-h/images/q172.txt\n",
        sha256(b"(image)"),
        sha256(b"(OCR text)")
    );
    put(&disk, "manifest-sha256.txt", manifest.as_bytes());
    assert_eq!(check(&disk).verdict(), Verdict::Pass);
}

#[test]
fn limits_hold_and_the_watcher_can_stop() {
    let disk = foreign(&[("a", b"1"), ("b/c/d", b"2")]);
    let limited = |limits: Limits| verify_package(&disk, &path("bag"), &limits, None).verdict();
    assert_eq!(limited(Limits { max_files: 4, ..Limits::default() }), Verdict::Pass);
    assert_eq!(limited(Limits { max_files: 3, ..Limits::default() }), Verdict::CannotDecide);
    assert_eq!(limited(Limits { max_depth: 3, ..Limits::default() }), Verdict::Pass);
    assert_eq!(limited(Limits { max_depth: 2, ..Limits::default() }), Verdict::CannotDecide);
    let mut stop = |_| std::ops::ControlFlow::Break(());
    let report = verify_package(&disk, &path("bag"), &Limits::default(), Some(&mut stop));
    assert_eq!(report.findings, [Finding::Stopped]);
}

#[test]
fn the_writer_refuses_what_the_checker_would() {
    let disk = SimDisk::new();
    let mut bag = BagWriter::create(&disk, &path("bag")).unwrap();
    let mut add = |name: &str| bag.payload(name, &mut &b"x"[..], &mut intake()).map(|_| ());
    add("dir/a").unwrap();
    for bad in ["../x", "/x", "a//b", "", "a\\..\\b", "x/"] {
        assert!(matches!(add(bad), Err(BagError::Path { .. } | BagError::Disk(_))), "took {bad:?}");
    }
    for clash in ["dir/A", "DIR/b", "dir/a", "Dir"] {
        assert!(matches!(add(clash), Err(BagError::Clash { .. })), "took {clash:?}");
    }
    for reserved in ["data/x", "bagit.txt", "manifest-md5.txt", "fetch.txt", "tagmanifest-sha256.txt"] {
        assert!(matches!(bag.tag(reserved, b""), Err(BagError::Path { .. })), "took {reserved:?}");
    }
    let date = "2026-11-23".parse().unwrap();
    for (label, value) in [("a:b", "x"), ("a", "x\ny"), ("a", ""), (" a", "x"), ("payload-oxum", "1.1")] {
        let disk = SimDisk::new();
        let bag = BagWriter::create(&disk, &path("bag")).unwrap();
        let refused = bag.finish(date, &[(label.to_owned(), value.to_owned())]);
        assert!(matches!(refused, Err(BagError::Info { .. })), "took {label:?}: {value:?}");
        assert!(!disk.exists(&path("bag")).unwrap());
    }
    let disk = sealed();
    assert!(matches!(BagWriter::create(&disk, &path("bag")), Err(BagError::Disk(_))));
}

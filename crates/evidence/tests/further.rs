//! Digests that are asked for beside the two.

use comity_disk::{Disk as _, SimDisk};
use comity_evidence::bag::{Check, Finding};
use comity_evidence::{
    Algorithm, NoKeys, Seal, SealOptions, Verdict, seal_in_place, seal_to_bag, verify_in_place,
    verify_package,
};

use crate::vault::CASE;
use crate::{intake, path, vault};

/// MD5 of nothing and of "abc" (RFC 1321, appendix A.5).
const MD5: [&str; 2] = ["d41d8cd98f00b204e9800998ecf8427e", "900150983cd24fb0d6963f7d28e17f72"];

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(&folder.path().join("abc"), b"abc");
    put(&folder.path().join("empty"), b"");
    folder
}

#[test]
fn a_package_has_a_manifest_for_each_and_is_checked_by_it() {
    let (folder, disk) = (folder(), SimDisk::new());
    let options = SealOptions { bagging_date: "2026-11-23".parse().unwrap(), info: vec![], tags: vec![] };
    let mut asked = intake();
    asked.ask([Algorithm::Md5, Algorithm::Sha1]);
    let bag = path("bag");
    let sealed = seal_to_bag(folder.path(), &disk, &bag, &options, None, &mut asked).unwrap();
    let text =
        |name: &str| String::from_utf8(disk.read(&path(&format!("bag/{name}")), 9999).unwrap()).unwrap();
    assert_eq!(text("manifest-md5.txt"), format!("{}  data/abc\n{}  data/empty\n", MD5[1], MD5[0]));
    assert!(text("manifest-sha1.txt").starts_with("a9993e364706816aba3e25717850c26c9cd0d89d  data/abc\n"));
    assert!(!disk.exists(&path("bag/manifest-sha512.txt")).unwrap());
    assert!(text("tagmanifest-sha256.txt").contains("manifest-md5.txt"));
    let check = || verify_package(&disk, &bag, &comity_evidence::Limits::default(), None);
    assert_eq!(check().verdict(), Verdict::Pass, "{:?}", check().findings);
    // The root is that of the same files without further digests: nothing rests on them.
    let plain = seal_in_place(folder.path(), &mut intake()).unwrap();
    assert_eq!(plain.root, sealed.seal.root);
    // A list that says another value is found, and the seal that does.
    disk.damage(&path("bag/manifest-md5.txt"), 0, 1).unwrap();
    let found = check();
    assert_eq!(found.verdict(), Verdict::Fail);
    let by_md5 = |finding: &Finding| matches!(finding, Finding::Mismatch { path, manifest } if path == "data/abc" && manifest == "manifest-md5.txt");
    assert!(found.findings.iter().any(by_md5), "{:?}", found.findings);
}

#[test]
fn a_seal_in_place_has_them_and_is_checked_by_them() {
    let folder = folder();
    let mut asked = intake();
    asked.ask([Algorithm::Md5]);
    let seal = seal_in_place(folder.path(), &mut asked).unwrap();
    let values: Vec<_> = seal.files.iter().map(|file| file.further.get(Algorithm::Md5).unwrap()).collect();
    assert_eq!(values, [MD5[1], MD5[0]]);
    assert_eq!(Seal::from_json(&seal.to_json()).unwrap(), seal);
    let report = verify_in_place(folder.path(), &seal, &mut intake());
    assert_eq!(report.verdict(), Verdict::Pass);
    assert!(report.checks.contains(&Check::Seal));
    let other = String::from_utf8(seal.to_json()).unwrap().replace(MD5[0], MD5[1]);
    let other = Seal::from_json(other.as_bytes()).unwrap();
    let report = verify_in_place(folder.path(), &other, &mut intake());
    assert!(
        matches!(report.findings.as_slice(), [Finding::PlaceChanged { path }] if path == "empty"),
        "{:?}",
        report.findings
    );
}

#[test]
fn what_is_stored_has_them_also_when_it_was_held() {
    let (folder, disk) = (folder(), SimDisk::new());
    let vault = vault(&disk, &std::sync::Arc::default());
    let mut asked = intake();
    asked.ask(Algorithm::ALL);
    let stored = vault.add_folder(folder.path(), &mut asked, &NoKeys(CASE)).unwrap();
    assert_eq!(stored.files[0].object.further.get(Algorithm::Md5), Some(MD5[1]));
    assert_eq!(stored.files[1].object.further.get(Algorithm::Md5), Some(MD5[0]));
    assert_eq!(stored.seal().asked(), Algorithm::ALL.into());
    // Another intake asks for none, and has none from the one before.
    let plain = vault.add(&mut &b"abc"[..], "abc", &mut intake(), &NoKeys(CASE)).unwrap();
    assert!(plain.further.is_empty());
}

#[expect(clippy::disallowed_methods, reason = "a file of a test, before anything is taken in")]
fn put(path: &std::path::Path, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap();
}

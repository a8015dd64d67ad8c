//! Packages that somebody signed.

use std::fmt::Write as _;

use comity_disk::{Disk, SimDisk, write_durable};
use comity_evidence::bag::{Check, Finding};
use comity_evidence::signature::{SIGNATURE, SIGNATURE_BYTES, SIGNED_BYTES, SIGNER, TAGS};
use comity_evidence::{
    Limits, PackageWriter, Report, SealOptions, SealedBag, SignedRoot, Signer, TagFile, Verdict,
    seal_in_place, verify_package,
};
use comity_record::sign::{SigningKey, VerifyingKey};
use comity_record::{Coded as _, Sha256Digest};

use crate::{intake, path, tree};

fn key() -> SigningKey {
    SigningKey::from_seed(&[7; 32])
}

fn signer(key: &SigningKey) -> Signer<'_> {
    let at = "2026-11-23T12:00:00+05:00[Asia/Dushanbe]".parse().unwrap();
    Signer { key, name: Some("Samar, Unit One".to_owned()), at }
}

/// A package of two files and a custody record.
fn package(disk: &SimDisk, by: &SigningKey) -> SealedBag {
    let mut writer = PackageWriter::create(disk, &path("bag")).unwrap();
    for name in ["E-1/b.txt", "E-1/a.txt"] {
        writer.file(name, None, None, &mut name.as_bytes(), &mut intake()).unwrap();
    }
    let options = SealOptions {
        bagging_date: "2026-11-23".parse().unwrap(),
        info: vec![],
        tags: vec![TagFile { path: "custody/E-1.json".to_owned(), bytes: b"{}".to_vec() }],
    };
    writer.finish(vec![], &options, Some(&signer(by))).unwrap()
}

fn check(disk: &SimDisk) -> Report {
    verify_package(disk, &path("bag"), &Limits::default(), None)
}

fn read(disk: &SimDisk, at: &str) -> Vec<u8> {
    disk.read(&path(&format!("bag/{at}")), 1 << 20).unwrap()
}

fn put(disk: &SimDisk, at: &str, bytes: &[u8]) {
    write_durable(disk, &path(&format!("bag/{at}")), bytes).unwrap();
}

/// Makes the lists fit again, as somebody would who changes a package; of BagIt nothing is wrong then.
fn rewrite_tag_manifest(disk: &SimDisk) {
    let mut lines: Vec<(String, String)> = vec![];
    for (file, bytes) in tree(disk, &path("bag")) {
        let inside = file.strip_prefix("bag/").unwrap();
        if !inside.starts_with("data/") && inside != "tagmanifest-sha256.txt" {
            lines.push((inside.to_owned(), Sha256Digest::of(&bytes).to_string()));
        }
    }
    let mut text = String::new();
    for (path, digest) in lines {
        writeln!(text, "{digest}  {path}").unwrap();
    }
    put(disk, "tagmanifest-sha256.txt", text.as_bytes());
}

fn signature_of(report: &Report) -> Verdict {
    report.answers().into_iter().find(|answer| answer.check == Check::Signature).unwrap().verdict
}

#[test]
fn a_signed_package_passes_and_says_who_signed() {
    let disk = SimDisk::new();
    let sealed = package(&disk, &key());
    let report = check(&disk);
    assert_eq!(report.findings, []);
    assert!(report.answers().iter().all(|answer| answer.verdict == Verdict::Pass));
    let signed = report.signed.unwrap();
    assert_eq!((signed.root, signed.key), (sealed.seal.root, key().verifying_key()));
    assert_eq!(signed.tags, Some(Sha256Digest::of(&read(&disk, TAGS))));
    assert_eq!(sealed.seal.files[0].path, "E-1/a.txt");
}

#[test]
fn the_parts_for_openssl_are_the_signature() {
    let disk = SimDisk::new();
    let sealed = package(&disk, &key());
    let signer = VerifyingKey::from_pem(&String::from_utf8(read(&disk, SIGNER)).unwrap()).unwrap();
    let signed = read(&disk, SIGNED_BYTES);
    assert!(signer.verifies(&signed, &read(&disk, SIGNATURE_BYTES).try_into().unwrap()));
    for digest in [sealed.seal.root, Sha256Digest::of(&read(&disk, TAGS))] {
        assert!(signed.windows(32).any(|bytes| bytes == digest.as_bytes()));
    }
}

#[test]
fn every_flipped_byte_of_a_signed_package_is_found() {
    let disk = SimDisk::new();
    package(&disk, &key());
    for (file, bytes) in tree(&disk, &path("bag")) {
        for offset in 0..u64::try_from(bytes.len()).unwrap() {
            disk.damage(&path(&file), offset, 1 << (offset % 8)).unwrap();
            assert_eq!(check(&disk).verdict(), Verdict::Fail, "{file}, byte {offset}");
            disk.damage(&path(&file), offset, 1 << (offset % 8)).unwrap();
        }
    }
}

#[test]
fn a_text_changed_with_its_lists_is_found_by_the_signature_alone() {
    let disk = SimDisk::new();
    package(&disk, &key());
    for at in ["custody/E-1.json", "bag-info.txt"] {
        let before = read(&disk, at);
        put(&disk, at, &[&before[..], b"Contact-Name: nobody\n"].concat());
        rewrite_tag_manifest(&disk);
        let report = check(&disk);
        assert_eq!(report.findings, [Finding::SignedOther { path: TAGS.to_owned() }], "{at}");
        assert_eq!(signature_of(&report), Verdict::Fail);
        assert_eq!(report.signed, None);
        put(&disk, at, &before);
    }
    put(&disk, "added.txt", b"more");
    rewrite_tag_manifest(&disk);
    assert_eq!(signature_of(&check(&disk)), Verdict::Fail);
}

#[test]
fn a_signature_that_was_taken_away_or_is_of_another_package_is_not_passed() {
    let disk = SimDisk::new();
    package(&disk, &key());
    let other = SimDisk::new();
    let mut writer = PackageWriter::create(&other, &path("bag")).unwrap();
    writer.file("E-1/a.txt", None, None, &mut &b"other"[..], &mut intake()).unwrap();
    let options = SealOptions { bagging_date: "2026-11-23".parse().unwrap(), info: vec![], tags: vec![] };
    writer.finish(vec![], &options, Some(&signer(&key()))).unwrap();
    for at in [SIGNATURE, SIGNED_BYTES, SIGNATURE_BYTES] {
        put(&disk, at, &read(&other, at));
    }
    rewrite_tag_manifest(&disk);
    let report = check(&disk);
    assert_eq!(signature_of(&report), Verdict::Fail);
    let codes: Vec<_> = report.findings.iter().map(comity_record::Coded::code).collect();
    assert_eq!(codes, ["evidence-found-signed-other"; 2], "{:?}", report.findings);

    disk.remove(&path(&format!("bag/{SIGNATURE}"))).unwrap();
    rewrite_tag_manifest(&disk);
    assert_eq!(signature_of(&check(&disk)), Verdict::Fail);
    for at in [TAGS, SIGNED_BYTES, SIGNATURE_BYTES, SIGNER] {
        disk.remove(&path(&format!("bag/{at}"))).unwrap();
    }
    rewrite_tag_manifest(&disk);
    let report = check(&disk);
    assert_eq!((report.verdict(), signature_of(&report)), (Verdict::Pass, Verdict::CannotDecide));
    assert!(report.notes.iter().any(|note| note.code() == "evidence-note-no-signature"));
}

#[test]
fn a_time_stamp_may_come_later_and_nothing_else() {
    let disk = SimDisk::new();
    package(&disk, &key());
    put(&disk, "timestamps/signature.tsr", b"a token");
    assert_eq!(check(&disk).verdict(), Verdict::Pass);
    put(&disk, "other/signature.tsr", b"a token");
    assert_eq!(check(&disk).verdict(), Verdict::Fail);
}

#[test]
fn files_sealed_where_they_lie_are_signed_by_their_root() {
    let folder = tempfile::tempdir().unwrap();
    let seal = seal_in_place(folder.path(), &mut intake()).unwrap();
    let key = key();
    let bytes = signer(&key).sign(seal.root);
    assert_eq!(SignedRoot::verify_root(&bytes, seal.root).unwrap().key, key.verifying_key());
    let disk = SimDisk::new();
    let sealed = package(&disk, &key);
    assert!(SignedRoot::verify_root(&read(&disk, SIGNATURE), sealed.seal.root).is_err());
}

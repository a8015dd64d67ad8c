//! Real mails, web captures and packed files. What must be in them was counted by other programs: Python's `email`, `zlib` and
//! `tarfile`.

use std::collections::BTreeMap;

use comity_unpack::Fault;
use sha2::Digest as _;

use crate::kept::{All, Kept, archive, opened, read};

/// Mails, how many of their parts are in base64 or quoted-printable and not empty, and the names of attachments among them.
const MAILS: &[(&str, usize, &[&str])] = &[
    ("legacy/000", 1, &["redball.png"]),
    ("legacy/006", 2, &["blueball.png", "redball.png"]),
    ("legacy/008", 4, &["blueball.png", "greenball.png", "redball.png"]),
    ("legacy/014", 2, &[]),
    ("legacy/018", 4, &["blueball.png", "redball.png"]),
    ("legacy/024", 3, &["2aa48eb6.png", "2aa48ec0.png"]),
    ("legacy/032", 3, &["greenball.png", "blueball.png"]),
    ("legacy/044", 4, &["redball.png", "greenball.png", "blueball.png"]),
    ("legacy/052", 0, &[]),
    ("malformed/018", 1, &[]),
    ("malformed/020", 1, &[]),
    ("thirdparty/003", 2, &[]),
    ("thirdparty/005", 3, &[]),
    ("thirdparty/009", 1, &[]),
    ("thirdparty/011", 1, &["01H5HSCoUeEcg6CH.png"]),
    ("thirdparty/017", 3, &["kigaaldcbanejcbi.png"]),
    ("thirdparty/019", 4, &["kigaaldcbanejcbi.png", "attach2.png"]),
];

/// The layers right inside the input that are whole parts.
fn parts<'a>(all: &'a All, names: &[&str]) -> Vec<&'a Kept> {
    let is_part = |layer: &&Kept| {
        layer.rewritten.is_none() && layer.steps.len() == 1 && names.contains(&layer.steps[0].name)
    };
    all.layers.iter().filter(is_part).collect()
}

#[test]
fn every_encoded_part_of_real_mails_is_decoded() {
    let Some(files) = archive("every_encoded_part_of_real_mails_is_decoded", "mail/messages.tar.gz") else {
        return;
    };
    let mut wrong = BTreeMap::new();
    for (name, count, names) in MAILS {
        let (_, mail) = files.iter().find(|(file, _)| file.contains(name)).unwrap();
        let all = opened(mail);
        let parts = parts(&all, &["base64", "quoted-printable"]);
        let files: Vec<_> = parts.iter().filter_map(|part| part.steps[0].file.as_deref()).collect();
        if parts.len() < *count || !names.iter().all(|name| files.contains(name)) {
            wrong.insert(name, (parts.len(), files.iter().map(ToString::to_string).collect::<Vec<_>>()));
        }
        let pictures = parts.iter().filter(|part| part.bytes.starts_with(b"\x89PNG")).count();
        assert!(pictures >= names.len(), "{name}");
    }
    assert_eq!(wrong, BTreeMap::new());
}

/// Captures, how many records they hold, and an address of one.
const CAPTURES: &[(&str, usize, &str)] = &[
    ("example.warc", 6, "http://example.com/"),
    ("example.warc.gz", 6, "http://example.com/"),
    ("example-resource.warc.gz", 3, "http://example.com/"),
    ("example-space-in-target-uri.warc.gz", 2, "file:///example with spaces.png"),
    ("example-wget-bad-target-uri.warc.gz", 6, "metadata://gnu.org/software/wget/warc/MANIFEST.txt"),
    ("example-wrong-chunks.warc.gz", 2, "http://example.com/"),
    ("example-bad.warc.gz.bad", 6, "http://www.iana.org/domains/example"),
    ("example.arc", 2, "http://example.com/"),
    ("example.arc.gz", 2, "http://example.com/"),
];

#[test]
fn every_record_of_real_captures_is_opened_by_its_address() {
    for (name, count, uri) in CAPTURES {
        let Some(file) =
            read("every_record_of_real_captures_is_opened_by_its_address", &format!("warc/{name}"))
        else {
            return;
        };
        let all = opened(&file);
        let is_record =
            |layer: &&Kept| layer.steps.last().is_some_and(|step| matches!(step.name, "warc" | "arc"));
        let records: Vec<_> = all.layers.iter().filter(is_record).collect();
        assert!(
            records.iter().any(|record| record.steps.last().unwrap().file.as_deref() == Some(uri)),
            "{name}"
        );
        // A record without a block is none that is shown.
        assert!(records.len() + 1 >= *count && records.len() <= *count, "{name}: {}", records.len());
    }
}

#[test]
fn bodies_of_real_captures_are_unpacked() {
    for name in ["example.warc", "example.warc.gz", "example.arc", "example-wrong-chunks.warc.gz"] {
        let Some(file) = read("bodies_of_real_captures_are_unpacked", &format!("warc/{name}")) else {
            return;
        };
        let ways = opened(&file).with("</html>");
        assert!(!ways.is_empty(), "{name}");
        let is_packed =
            ways.iter().any(|way| way.contains("-warc(http://example.com/)-") && way.ends_with("-gzip"));
        assert!(is_packed || !name.starts_with("example.warc"), "{name}: {ways:?}");
    }
    let bad = read("bodies_of_real_captures_are_unpacked", "warc/bad.arc").unwrap();
    let all = opened(&bad);
    assert_eq!(all.faults.len(), 3, "three lengths are no numbers: {:?}", all.faults);
    assert!(matches!(all.faults[0].1, Fault::Damaged { .. }));
}

#[test]
fn real_packed_files_hold_the_same_log() {
    let mut logs = Vec::new();
    for name in ["syslog.bz2", "syslog.tgz", "syslog.xz", "syslog.zip", "syslog.zlib"] {
        let Some(file) = read("real_packed_files_hold_the_same_log", &format!("images/{name}")) else {
            return;
        };
        let all = opened(&file);
        assert_eq!(all.faults, [], "{name}");
        let log = all.layers.iter().find(|layer| layer.bytes.len() == 1247 && !layer.steps.is_empty());
        logs.push(log.expect(name).bytes.clone());
    }
    assert!(logs.iter().all(|log| *log == logs[0]));
}

#[test]
fn an_image_of_a_disk_is_the_one_that_was_taken() {
    let Some(file) = read("an_image_of_a_disk_is_the_one_that_was_taken", "images/ext2.E01") else { return };
    let all = opened(&file);
    assert_eq!(all.faults, []);
    let image = &all.layers[1];
    assert_eq!((image.steps[0].name, image.bytes.len()), ("ewf", 4 << 20));
    // Of the bytes whose MD5 the image itself records.
    let digest = hex::encode(sha2::Sha256::digest(&image.bytes));
    assert_eq!(digest, "a6c2f0e39afe6c6ab432ca5465349fcefe8dc944398e97b2d957d3f89dbb5d80");
    assert!(!all.with("superrich").is_empty());
    // Cut off, it is read as far as it goes.
    let all = opened(&file[..5000]);
    assert!(all.layers[1].bytes.len() > 100_000);
    assert_eq!(all.faults[0].1, Fault::Truncated);
}

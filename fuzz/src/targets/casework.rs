//! Exports that others sealed to this office, and what is in them.

use std::collections::BTreeMap;

use comity_casework::{Identity, Package};
use comity_record::ActTime;
use comity_record::testing::Counting;

use crate::Target;

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "casework-sealed-export", seeds: sealed, run: open },
        Target { name: "casework-export-tar", seeds: tars, run: read },
    ]
}

/// The key that every input is opened with.
fn identity() -> Identity {
    Identity::draw(&Counting::default())
}

fn package() -> Package {
    let files =
        [("tagmanifest-sha256.txt", 0), ("data/README.txt", 700), ("data/entries/00000000.seal", 512)];
    let files =
        files.into_iter().map(|(path, size)| (path.to_owned(), vec![0x61; size])).collect::<BTreeMap<_, _>>();
    let act: ActTime = "2026-11-23T12:00:00+05:00[Asia/Tashkent]".parse().expect("a literal time");
    Package::new(files, &act)
}

fn sealed() -> Vec<Vec<u8>> {
    vec![package().seal(&identity().recipient(), &Counting::default()).expect("the key is sound")]
}

fn tars() -> Vec<Vec<u8>> {
    vec![package().to_tar().expect("the paths are short").to_vec()]
}

fn open(bytes: &[u8]) {
    if let Ok(opened) = Package::open(&identity(), bytes) {
        assert!(opened.digest() == package().digest(), "only what was sealed opens");
    }
}

fn read(bytes: &[u8]) {
    if let Ok(read) = Package::from_tar(bytes) {
        assert_eq!(read.to_tar().expect("it was read").as_slice(), bytes, "there is one spelling");
        for path in read.files().keys() {
            assert!(
                !path.starts_with('/') && !path.split('/').any(|part| part == ".."),
                "{path} leaves the folder"
            );
        }
    }
}

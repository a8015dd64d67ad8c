//! Wallet files beside other files.

use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use comity_scan::{Class, Kind, Scanner, Value};

use crate::data;

const KEYSTORE: &str = r#"{"version": 3, "id": "x", "crypto": {
    "ciphertext": "5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46", "cipher": "aes-128-ctr", "kdf": "scrypt",
    "mac": "517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"}}"#;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => files(&entry.path(), found),
            Ok(kind) if kind.is_file() => found.push(entry.path()),
            _ => {}
        }
    }
}

#[test]
fn no_ordinary_file_is_taken_for_a_wallet() {
    let Some(folder) = data::path("no_ordinary_file_is_taken_for_a_wallet", "") else { return };
    let mut all = Vec::new();
    files(&folder, &mut all);
    let scanner = Scanner::new().with_kinds([Kind::WalletFile]);
    let mut hits = Vec::new();
    for path in all {
        let Ok(file) = File::open(&path) else { continue };
        let _summary = scanner.scan(file, |hit| {
            hits.push(format!("{}: {:?} {:?}", path.display(), hit.class, hit.value));
            ControlFlow::Continue(())
        });
    }
    assert!(hits.is_empty(), "{hits:#?}");
}

#[test]
fn a_wallet_is_one_hit_from_the_first_byte_to_the_last_and_comes_last() {
    let text = format!("{KEYSTORE}\n");
    let hits = Scanner::new().with_kinds([Kind::WalletFile, Kind::TransactionId]).scan_bytes(text.as_bytes());
    let wallet = hits.last().unwrap();
    assert_eq!((wallet.kind, wallet.class), (Kind::WalletFile, Class::WellFormed));
    assert_eq!((wallet.offset, wallet.length), (0, u64::try_from(text.len()).unwrap()));
    let Value::Plain { found, canonical } = &wallet.value else { panic!("it is no secret") };
    assert_eq!(found, "ethereum-keystore");
    assert!(canonical.starts_with("ethereum-keystore:encrypted:"), "{canonical}");
    assert_eq!(hits.iter().filter(|hit| hit.kind == Kind::WalletFile).count(), 1);
}

#[test]
fn a_wallet_is_looked_for_only_where_it_is_asked_for() {
    let hits = Scanner::new().with_kinds([Kind::EmailAddress]).scan_bytes(KEYSTORE.as_bytes());
    assert!(hits.is_empty(), "{hits:?}");
}

#[test]
fn what_is_cut_off_in_the_middle_of_reading_is_still_told() {
    let begin = &KEYSTORE[..KEYSTORE.len() - 1];
    let hits = Scanner::new().with_kinds([Kind::WalletFile]).scan_bytes(begin.as_bytes());
    assert_eq!(hits.iter().map(|hit| hit.class).collect::<Vec<_>>(), [Class::ShapeOnly]);
}

//! Integration tests of `law`: the pack that ships with Comity, and broken copies of it.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic; helpers of tests are tests")]

mod catalogue;
mod change;
mod comparing;
mod golden;
mod pack;
mod properties;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use comity_law::{Basis, Law, OffenceAsked, Question};
use comity_record::pack::Pack;

/// The day for which the golden answers were worked out.
const DAY: &str = "2026-11-23";

static LAW: LazyLock<Law> =
    LazyLock::new(|| Law::from_pack(&pack_of(files())).expect("the pack that ships is sound"));

fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")
}

/// The files of the law pack, by name.
fn files() -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(packs().join("law")).expect("packs/law is part of the repository");
    let files = entries.map(|entry| entry.expect("readable folder"));
    files
        .map(|f| {
            (
                f.file_name().into_string().expect("plain name"),
                std::fs::read(f.path()).expect("readable file"),
            )
        })
        .collect()
}

fn pack_of(files: BTreeMap<String, Vec<u8>>) -> Pack {
    Pack::from_files(files).expect("form of a pack")
}

fn ask(from: &str, to: &str, measure: &str, categories: &[&str], on: &str) -> Basis {
    let question = Question {
        from: from.parse().expect("state"),
        to: to.parse().expect("state"),
        on: on.parse().expect("day"),
        measure: measure.to_owned(),
        offences: categories.iter().map(|c| OffenceAsked::of(c)).collect(),
    };
    LAW.basis(&question).expect("a question that the pack takes")
}

//! Every part of the program is there with its licence.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use toml::Table;

use crate::bench::{Bench, errors, said, text};
use crate::resolve::{Target, linked};

type Part = (String, String);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The parts of a kind, as the program lists them.
fn listed(bench: &Bench, kind: &str) -> BTreeSet<Part> {
    let parts = said(&bench.run(&["--json", "licences"]));
    let parts = parts.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let part = |part: Value| {
        assert!(!text(&part["licence"]).is_empty(), "{part}");
        (text(&part["name"]).to_owned(), text(&part["version"]).to_owned())
    };
    parts.filter(|part| part["kind"] == kind).map(part).collect()
}

#[test]
fn the_parts_are_listed_and_each_has_its_text() {
    let bench = Bench::new();
    let list = said(&bench.run(&["licences"]));
    assert!(list.lines().count() > 250 && list.contains("\nserde 1."), "{list}");
    let own = said(&bench.run(&["licences", "comity"]));
    assert!(own.contains("Apache License") && own.contains("Copyright 2026 The Comity authors"), "{own}");
    for kind in ["crate", "npm"] {
        for (name, version) in listed(&bench, kind) {
            let answers = said(&bench.run(&["--json", "licences", &name]));
            let answers = answers.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
            let answer = answers.into_iter().find(|answer| answer["version"] == version.as_str()).unwrap();
            let texts = answer["texts"].as_array().unwrap();
            assert!(texts.iter().any(|it| text(&it["text"]).len() > 500), "{name} {version}");
            assert!(texts.iter().all(|it| text(&it["text"]).trim().contains(' ')), "{name} {version}");
        }
    }
    let unknown = bench.run(&["licences", "no-such-part"]);
    assert!(errors(&unknown).contains("error[comity-licence-unknown]"), "{}", errors(&unknown));
}

/// The program itself is asked: where it may panic, the place in the source is written into it.
#[test]
fn no_package_whose_code_is_in_the_program_is_missing() {
    let bench = Bench::new();
    let listed = listed(&bench, "crate");
    let program = std::fs::read(env!("CARGO_BIN_EXE_comity")).unwrap();
    let place = b"registry/src/";
    let mut found = BTreeSet::new();
    for at in (0..program.len() - place.len()).filter(|at| program[*at..].starts_with(place)) {
        let rest = &program[at + place.len()..program.len().min(at + 200)];
        // The folder of the registry, and in it that of the package: of a path, or the last one of a folder.
        let mut parts = rest.split(|byte| [b'/', 0].contains(byte)).skip(1);
        let Some(package) = parts.next().and_then(|package| std::str::from_utf8(package).ok()) else {
            continue;
        };
        let mut ends = package.match_indices('-');
        // A name may hold a number too, as md-5 does: a version has dots.
        let is_version = |text: &str| {
            text.starts_with(|c: char| c.is_ascii_digit())
                && text.split('-').next().unwrap_or_default().contains('.')
        };
        let Some((at, _)) = ends.find(|(at, _)| is_version(&package[at + 1..])) else {
            continue;
        };
        found.insert((package[..at].to_owned(), package[at + 1..].to_owned()));
    }
    assert!(found.len() > 80, "only {} packages were found in the program", found.len());
    let missing: Vec<&Part> = found.difference(&listed).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn nothing_that_a_crate_of_ours_names_and_nothing_that_is_embedded_is_missing() {
    let bench = Bench::new();
    let names: BTreeSet<String> = listed(&bench, "crate").into_iter().map(|(name, _)| name).collect();
    let manifest = |path: PathBuf| std::fs::read_to_string(path).unwrap().parse::<Table>().unwrap();
    let mut open = vec!["comity".to_owned()];
    let mut seen = BTreeSet::new();
    while let Some(own) = open.pop() {
        if !seen.insert(own.clone()) {
            continue;
        }
        let folder = own.strip_prefix("comity-").unwrap_or(&own);
        let manifest = manifest(root().join("crates").join(folder).join("Cargo.toml"));
        for (name, _) in manifest["dependencies"].as_table().unwrap() {
            if name.starts_with("comity-") {
                open.push(name.clone());
            } else {
                assert!(names.contains(name), "{own} depends on {name}, of which no licence is listed");
            }
        }
    }
    assert!(seen.len() > 10);
    let lock = std::fs::read_to_string(root().join("assets/package-lock.json")).unwrap();
    let lock: Value = serde_json::from_str(&lock).unwrap();
    let embedded = lock["packages"].as_object().unwrap().iter().filter(|(path, _)| !path.is_empty());
    let embedded: BTreeSet<Part> = embedded
        .map(|(path, package)| {
            (path.trim_start_matches("node_modules/").to_owned(), text(&package["version"]).to_owned())
        })
        .collect();
    assert_eq!(listed(&bench, "npm"), embedded);
}

/// Where the sources of the whole lock file are on the machine, cargo itself is the judge, for every platform that
/// deny.toml names.
#[test]
fn the_packages_are_those_that_cargo_would_link_on_every_platform() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let deny: Table = std::fs::read_to_string(root().join("deny.toml")).unwrap().parse().unwrap();
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let sources = crate::collect::sources(&root(), home.as_deref(), None).unwrap();
    for target in deny["graph"]["targets"].as_array().unwrap() {
        let target = target.as_str().unwrap();
        let facts = Command::new("rustc").args(["--print", "cfg", "--target", target]).output().unwrap();
        let tree = Command::new(&cargo)
            .args(["tree", "--locked", "--offline", "--package", "comity", "--edges", "normal"])
            .args(["--target", target, "--prefix", "none", "--format", "{p}"])
            .current_dir(root())
            .output()
            .unwrap();
        if !tree.status.success() {
            // A fresh clone has only what it built. The tests beside this one hold all the same.
            assert!(errors(&tree).contains("--offline was specified"), "{}", errors(&tree));
            continue;
        }
        let package = |line: &str| {
            let (name, rest) = line.split_once(" v").unwrap();
            (name.to_owned(), rest.split(' ').next().unwrap().to_owned())
        };
        let tree = said(&tree);
        let expected: BTreeSet<Part> =
            tree.lines().filter(|line| !line.contains(" (/")).map(package).collect();
        let found = linked(&root(), &sources, &Target::of_compiler(target, &said(&facts))).unwrap();
        let found: BTreeSet<Part> =
            found.into_iter().map(|package| (package.name, package.version)).collect();
        assert_eq!(found, expected, "{target}");
    }
}

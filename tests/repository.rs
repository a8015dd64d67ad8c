//! What may be in the repository, and what must be.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use comity_tests::{data, root};
use sha2::{Digest, Sha256};

/// The size above which a file needs a reason to be here. A clone has to be small enough for a slow line.
const MAX_FILE_BYTES: u64 = 256 * 1024;

/// Larger files, by the end of their path, each with its reason.
const LARGE_FILES: &[(&str, &str)] = &[
    ("packs/exercises/chain/blk00000.dat", "the labelled chain of the exercise, made for this project"),
    ("packs/exercises/chain/truth.json", "who owns each output of the labelled chain"),
];

/// The length at which a source file has a second subject in it (STYLE).
const MAX_SOURCE_LINES: usize = 800;

/// Longer source files, by the end of their path: tables and vectors, each with its reason.
const LONG_SOURCES: &[(&str, &str)] =
    &[("checker/check.py", "one file that a court copies, reads and runs by itself")];

/// Files that may name folders of a machine, each with its reason.
const NAMES_FOLDERS: &[(&str, &str)] = &[("law/src/check.rs", "it refuses packs that name such folders")];

/// Shorter files than this are the same by chance: an empty file, a line with a licence.
const MIN_COMPARED_BYTES: usize = 64;

#[test]
fn no_file_is_large_without_a_reason() {
    let large = files()
        .into_iter()
        .filter(|path| !LARGE_FILES.iter().any(|(end, _)| path.ends_with(end)))
        .filter(|path| fs::metadata(path).unwrap().len() > MAX_FILE_BYTES)
        .collect::<Vec<_>>();
    assert!(large.is_empty(), "over {MAX_FILE_BYTES} bytes: {large:#?}");
}

#[test]
fn no_source_file_is_long_without_a_reason() {
    let long = texts()
        .into_iter()
        .filter(|(path, _)| {
            ["rs", "py", "sh", "js", "css"].iter().any(|end| path.extension() == Some(end.as_ref()))
        })
        .filter(|(path, _)| !LONG_SOURCES.iter().any(|(end, _)| path.ends_with(end)))
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > MAX_SOURCE_LINES)
        .collect::<Vec<_>>();
    assert!(long.is_empty(), "over {MAX_SOURCE_LINES} lines: {long:#?}");
}

#[test]
fn no_file_names_a_folder_of_a_machine_or_the_host_of_a_registry() {
    let mut named = Vec::new();
    for (path, text) in texts() {
        if NAMES_FOLDERS.iter().any(|(end, _)| path.ends_with(end)) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            if let Some(what) = machine_or_host(line, path.ends_with("Cargo.lock")) {
                named.push(format!("{}:{}: {what}", path.display(), number + 1));
            }
        }
    }
    assert!(named.is_empty(), "\n{}", named.join("\n"));
}

#[test]
fn the_search_for_folders_and_hosts_finds_them() {
    // Put together here, so that this file does not name them either.
    let folder = ["/ro", "ot/x"].concat();
    let host = ["https://registry.npm", "js.org/htmx"].concat();
    let index = ["source = \"registry+https://github.com/rust-lang/crates", ".io-index\""].concat();
    assert!(machine_or_host(&format!("open(\"{folder}\")"), false).is_some());
    assert!(machine_or_host(&host, false).is_some());
    assert!(machine_or_host(&index, false).is_some());
    assert!(machine_or_host(&index, true).is_none());
    assert!(machine_or_host("the tree's/root/of hashes", false).is_none());
}

/// Public test data is read where it lies and never committed; only what was made for this project is.
#[test]
fn no_public_test_data_is_in_the_repository() {
    let Some(folder) = data("no_public_test_data_is_in_the_repository", "") else { return };
    let mut sizes: BTreeMap<u64, Vec<PathBuf>> = BTreeMap::new();
    for path in files() {
        sizes.entry(fs::metadata(&path).unwrap().len()).or_default().push(path);
    }
    let mut public = Vec::new();
    walk(&folder, &mut public);
    let made_here = |path: &Path| {
        let inside = path.strip_prefix(&folder).unwrap();
        inside.starts_with("chain/regtest")
            || (inside.starts_with("goaml") && !inside.starts_with("goaml/ivms101"))
    };
    let mut compared = 0;
    for path in public.iter().filter(|path| !made_here(path)) {
        compared += 1;
        let Some(same_size) = sizes.get(&fs::metadata(path).unwrap().len()) else { continue };
        let bytes = fs::read(path).unwrap();
        if bytes.len() < MIN_COMPARED_BYTES {
            continue;
        }
        let digest = Sha256::digest(&bytes);
        for ours in same_size {
            let same = Sha256::digest(fs::read(ours).unwrap()) == digest;
            assert!(!same, "{} is public test data ({})", ours.display(), path.display());
        }
    }
    assert!(compared > 20, "only {compared} files of public test data were found");
}

/// SQL that is put together from text is how an edited name becomes a statement.
#[test]
fn no_sql_is_put_together_by_format() {
    let wanted = ["AssertSqlSafe(", "format!"].concat();
    for (path, text) in sources() {
        let text = text.split_whitespace().collect::<String>();
        assert!(!text.contains(&wanted) && !text.contains(&wanted.replace('(', "(&")), "{}", path.display());
    }
}

#[test]
fn every_crate_takes_the_lints_and_the_licence_of_the_workspace() {
    for (path, text) in texts() {
        if !path.ends_with("Cargo.toml") || path == root().join("Cargo.toml") {
            continue;
        }
        let manifest = text.parse::<toml::Table>().unwrap();
        for (table, key) in [("lints", None), ("package", Some("license")), ("package", Some("rust-version"))]
        {
            let value = manifest.get(table).and_then(|value| key.map_or(Some(value), |key| value.get(key)));
            let inherited = value.and_then(|value| value.get("workspace")).and_then(toml::Value::as_bool);
            assert_eq!(inherited, Some(true), "{}: {table} {key:?}", path.display());
        }
    }
}

#[test]
fn every_code_has_a_message_and_what_to_do() {
    let mut seen = BTreeSet::new();
    let mut missing = Vec::new();
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let codes = codes_in(&folder.join("src"));
        if codes.is_empty() {
            continue;
        }
        let path = root().join("packs/locales/en").join(format!("{name}.ftl"));
        let messages = messages(&fs::read_to_string(path).unwrap_or_default());
        for code in codes {
            match messages.get(&code) {
                None => missing.push(format!("{name}: {code} has no message")),
                Some(false) => missing.push(format!("{name}: {code} does not say what to do")),
                Some(true) => {}
            }
            if !code.starts_with(&format!("{name}-")) {
                missing.push(format!("{name}: {code} does not begin with the name of the crate"));
            }
            if !seen.insert(code.clone()) {
                missing.push(format!("{name}: {code} is there twice"));
            }
        }
    }
    assert!(seen.len() > 20, "only {} codes were found", seen.len());
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

/// Two hands that add the same key say one thing and are heard saying another: the last one counts.
#[test]
fn no_key_stands_twice_in_a_catalogue() {
    let mut twice = Vec::new();
    let mut seen = 0;
    for (path, text) in texts() {
        if path.extension().is_none_or(|end| end != "ftl") {
            continue;
        }
        let mut keys = BTreeSet::new();
        for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            let Some((key, _)) = line.split_once(" =") else { continue };
            seen += 1;
            if !keys.insert(key.to_owned()) {
                twice.push(format!("{}: {key}", path.display()));
            }
        }
    }
    assert!(seen > 1000, "only {seen} keys were found");
    assert!(twice.is_empty(), "\n{}", twice.join("\n"));
}

#[test]
fn codes_and_messages_are_read_as_they_are_written() {
    let code =
        "pub const CODES: &[&str] =\n    &[\"a-b\",\n // why\n \"a-c\"];\nconst OTHER: &[&str] = &[\"x\"];";
    assert_eq!(codes_of(code), ["a-b", "a-c"]);
    let ftl = "# Note.\na-b = Text.\n    .do = Do.\n\na-c = Text\n    more.\n-brand = x\n    .do = y\n";
    let read = messages(ftl);
    assert_eq!((read.get("a-b"), read.get("a-c"), read.get("a-d")), (Some(&true), Some(&false), None));
}

/// What a line should not name, if it does.
fn machine_or_host(line: &str, lock_file: bool) -> Option<&'static str> {
    const FOLDERS: &[&str] = &[concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];
    const HOSTS: &[&str] = &[
        concat!("crates", ".io"),
        concat!("npm", "js.org"),
        concat!("npm", "js.com"),
        concat!("pypi", ".org"),
        concat!("pythonhosted", ".org"),
        concat!("deb", ".debian.org"),
        concat!("proxy", ".golang.org"),
    ];
    let begins = |at: usize| {
        // A path of the machine begins there; `tree/root/x` is a path of something else.
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| !(c.is_alphanumeric() || "./_-}$)>*'".contains(c)))
    };
    let folder = FOLDERS.iter().find(|folder| line.match_indices(**folder).any(|(at, _)| begins(at)));
    // Cargo writes the name of its index into the lock file by itself.
    let cargos_own = lock_file && line.starts_with("source = \"registry+https://github.com/rust-lang/");
    let host = HOSTS.iter().find(|host| !cargos_own && line.contains(**host));
    folder.or(host).copied()
}

/// The codes that the sources of a crate list.
fn codes_in(folder: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    if folder.is_dir() {
        walk(folder, &mut paths);
    }
    paths.sort();
    paths.iter().flat_map(|path| codes_of(&fs::read_to_string(path).unwrap_or_default())).collect()
}

fn codes_of(source: &str) -> Vec<String> {
    let list = source.split("pub const CODES: &[&str] =").nth(1).and_then(|rest| rest.split("];").next());
    let lines = list.unwrap_or_default().lines().map(|line| line.split("//").next().unwrap_or_default());
    let list = lines.collect::<Vec<_>>().concat();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The messages of a catalogue, and whether each says what to do.
fn messages(catalogue: &str) -> BTreeMap<String, bool> {
    let mut messages = BTreeMap::new();
    let mut last = None;
    for line in catalogue.lines() {
        if line.trim_start().starts_with(".do =") {
            if let Some(known) = last.as_ref().and_then(|name: &String| messages.get_mut(name)) {
                *known = true;
            }
        } else if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') {
            last = line.split_once(" =").map(|(name, _)| name.to_owned());
            messages.extend(last.clone().map(|name| (name, false)));
        }
    }
    messages
}

/// Every file that is in the repository or would be with the next commit.
fn files() -> Vec<PathBuf> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git runs");
    assert!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8(output.stdout).expect("names are UTF-8");
    let paths = names.split('\0').filter(|name| !name.is_empty()).map(|name| root().join(name));
    // A file that was deleted and not yet committed is still in the index. A link is what it is, not where it leads.
    let files = paths.filter(|path| path.symlink_metadata().is_ok_and(|it| it.is_file())).collect::<Vec<_>>();
    assert!(files.len() > 50, "only {} files were found", files.len());
    files
}

/// The files that are text.
fn texts() -> Vec<(PathBuf, String)> {
    files().into_iter().filter_map(|path| Some((path.clone(), fs::read_to_string(path).ok()?))).collect()
}

fn sources() -> Vec<(PathBuf, String)> {
    texts().into_iter().filter(|(path, _)| path.extension().is_some_and(|it| it == "rs")).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push(path);
        }
    }
}

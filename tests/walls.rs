//! The walls of the house: a crate imports only from floors below its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use toml::Table;

/// The crates and their floors, as the design draws them. A new crate gets its line here first.
const HOUSE: &[(&str, i64)] = &[
    ("comity-record", 0),
    ("comity-disk", 0),
    ("comity-journal", 1),
    ("comity-messages", 1),
    ("comity-policy", 1),
    ("comity-law", 2),
    ("comity-names", 2),
    ("comity-chain", 2),
    ("comity-scan", 2),
    ("comity-rules", 2),
    ("comity-unpack", 2),
    ("comity-evidence", 2),
    ("comity-stamp", 2),
    ("comity-request", 2),
    ("comity-document", 2),
    ("comity-channel", 2),
    ("comity-matching", 2),
    ("comity-fiu", 2),
    ("comity-custody", 2),
    ("comity-parquet", 3),
    ("comity-store", 3),
    ("comity-store-sqlite", 3),
    ("comity-store-postgres", 3),
    ("comity-adapters", 3),
    ("comity-casework", 4),
    ("comity-node", 5),
    ("comity", 6),
];

/// The imports within a floor that the design names: a request stands on law, matching and intelligence stand on
/// names, and a database stands behind the trait of the store.
const NAMED_EDGES: &[(&str, &str)] = &[
    ("comity-request", "comity-law"),
    ("comity-matching", "comity-names"),
    ("comity-fiu", "comity-names"),
    ("comity-store-sqlite", "comity-store"),
    ("comity-store-postgres", "comity-store"),
];

/// The floor of the engines.
const ENGINES: i64 = 2;

/// What an engine has no use for: a runtime, a database, a server, a client, a random source. Tests of an engine may
/// use them.
const NOT_IN_AN_ENGINE: &[&str] =
    &["tokio", "sqlx", "axum", "reqwest", "hyper", "rustls", "getrandom", "rand"];

/// How an engine would read a clock, the network or a random source.
const NOT_IN_ENGINE_CODE: &[&str] = &[
    "SystemTime::now",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "std::net::Tcp",
    "std::net::Udp",
    "getrandom::",
    "OsRng",
];

/// Two SQLite libraries cannot be linked into one program; sqlx brings the other.
const NOWHERE: &[&str] = &["rusqlite", "openssl", "openssl-sys", "native-tls"];

#[derive(Clone, Debug, Default)]
struct Member {
    name: String,
    floor: Option<i64>,
    /// Package name, and whether only tests import it.
    imports: Vec<(String, bool)>,
    /// Path and text of each source file, without its tests.
    sources: Vec<(PathBuf, String)>,
}

#[test]
fn every_crate_imports_only_from_floors_below_its_own() {
    let members = members(&comity_tests::root());
    assert!(members.len() >= 16, "only {} crates were found", members.len());
    let broken = broken_walls(&members);
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn no_banned_library_is_in_the_tree() {
    let lock = fs::read_to_string(comity_tests::root().join("Cargo.lock")).unwrap();
    for banned in NOWHERE {
        assert!(!lock.contains(&format!("name = \"{banned}\"\n")), "{banned} is in Cargo.lock");
    }
}

/// Everything that is wrong, one line each.
fn broken_walls(members: &[Member]) -> Vec<String> {
    let floors: BTreeMap<_, _> = members.iter().map(|member| (member.name.as_str(), member.floor)).collect();
    let mut broken = Vec::new();
    for member in members {
        let name = member.name.as_str();
        let Some(floor) = member.floor else {
            broken.push(format!("{name} has no floor in [package.metadata.comity]"));
            continue;
        };
        match HOUSE.iter().find(|(other, _)| *other == name) {
            Some((_, drawn)) if *drawn == floor => {}
            Some((_, drawn)) => broken.push(format!("{name} says floor {floor}, the house says {drawn}")),
            None => broken.push(format!("{name} has no place in the house")),
        }
        for (import, only_tests) in &member.imports {
            let import = import.as_str();
            if NOWHERE.contains(&import) {
                broken.push(format!("{name} imports {import}, which is banned"));
            }
            if floor <= ENGINES && !only_tests && NOT_IN_AN_ENGINE.contains(&import) {
                broken.push(format!("{name} is on floor {floor} and imports {import}"));
            }
            if import == name || !import.starts_with("comity") {
                continue;
            }
            match floors.get(import) {
                None => broken.push(format!("{name} imports {import}, which is not a crate of the house")),
                Some(Some(other)) if *other < floor => {}
                Some(_) if NAMED_EDGES.contains(&(name, import)) => {}
                Some(other) => {
                    broken.push(format!("{name} (floor {floor}) imports {import} (floor {other:?})"));
                }
            }
        }
        if floor == ENGINES {
            for (path, text) in &member.sources {
                for word in NOT_IN_ENGINE_CODE.iter().filter(|word| text.contains(**word)) {
                    broken.push(format!("{} is an engine's and says {word}", path.display()));
                }
            }
        }
    }
    broken
}

/// The crates of the workspace.
fn members(root: &Path) -> Vec<Member> {
    let workspace = table(&root.join("Cargo.toml"));
    let shared = workspace["workspace"]["dependencies"].as_table().expect("a table of dependencies");
    let mut folders =
        fs::read_dir(root.join("crates")).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    folders.sort();
    folders.retain(|folder| folder.join("Cargo.toml").exists());
    folders.iter().map(|folder| member(folder, shared)).collect()
}

fn member(folder: &Path, shared: &Table) -> Member {
    let manifest = table(&folder.join("Cargo.toml"));
    let mut sources = Vec::new();
    read_sources(&folder.join("src"), &mut sources);
    Member {
        name: manifest["package"]["name"].as_str().expect("a name").to_owned(),
        floor: floor(&manifest),
        imports: imports(&manifest, shared),
        sources,
    }
}

fn floor(manifest: &Table) -> Option<i64> {
    manifest.get("package")?.get("metadata")?.get("comity")?.get("floor")?.as_integer()
}

/// The packages that a manifest names, under whatever name and for whatever platform.
fn imports(manifest: &Table, shared: &Table) -> Vec<(String, bool)> {
    let platforms = manifest.get("target").and_then(toml::Value::as_table);
    let mut tables = vec![manifest];
    tables.extend(platforms.iter().flat_map(|table| table.values()).filter_map(toml::Value::as_table));
    let mut imports = Vec::new();
    for table in tables {
        for (kind, only_tests) in
            [("dependencies", false), ("build-dependencies", false), ("dev-dependencies", true)]
        {
            for (key, value) in table.get(kind).and_then(toml::Value::as_table).into_iter().flatten() {
                let from_workspace = value.get("workspace").is_some_and(|it| it.as_bool() == Some(true));
                let value = if from_workspace { shared.get(key).unwrap_or(value) } else { value };
                let name = value.get("package").and_then(toml::Value::as_str).unwrap_or(key);
                imports.push((name.to_owned(), only_tests));
            }
        }
    }
    imports
}

fn read_sources(folder: &Path, sources: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_sources(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            // Tests come last in a file; what they do with a clock is theirs. Comments may name what is not used.
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            let code = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect::<Vec<_>>()
                .join("\n");
            sources.push((path, code));
        }
    }
}

fn table(path: &Path) -> Table {
    fs::read_to_string(path).unwrap().parse().unwrap_or_else(|cause| panic!("{}: {cause}", path.display()))
}

/// The checker itself, tried on made-up houses.
mod checker {
    use super::*;

    fn crate_of(name: &str, floor: i64, imports: &[&str]) -> Member {
        Member {
            name: name.to_owned(),
            floor: Some(floor),
            imports: imports.iter().map(|import| ((*import).to_owned(), false)).collect(),
            sources: Vec::new(),
        }
    }

    fn house() -> Vec<Member> {
        vec![
            crate_of("comity-record", 0, &["serde"]),
            crate_of("comity-law", 2, &["comity-record"]),
            crate_of("comity-request", 2, &["comity-record", "comity-law"]),
            crate_of("comity-store", 3, &["comity-record"]),
            crate_of("comity-store-sqlite", 3, &["comity-store", "sqlx"]),
            crate_of("comity", 6, &["comity-store-sqlite", "comity-request"]),
        ]
    }

    #[test]
    fn a_sound_house_has_no_broken_wall() {
        assert_eq!(broken_walls(&house()), Vec::<String>::new());
    }

    #[test]
    fn every_kind_of_broken_wall_is_seen() {
        let only = |change: fn(&mut Vec<Member>)| {
            let mut house = house();
            change(&mut house);
            let broken = broken_walls(&house);
            assert_eq!(broken.len(), 1, "{broken:?}");
            broken.concat()
        };
        let upwards = only(|house| house[0].imports.push(("comity-law".to_owned(), false)));
        assert!(upwards.contains("comity-record (floor 0) imports comity-law"));
        let sideways = only(|house| house[1].imports.push(("comity-request".to_owned(), false)));
        assert!(sideways.contains("comity-law (floor 2) imports comity-request"));
        let by_a_test = only(|house| house[1].imports.push(("comity-store".to_owned(), true)));
        assert!(by_a_test.contains("imports comity-store"));
        assert!(only(|house| house[1].floor = None).contains("no floor"));
        assert!(only(|house| house[3].floor = Some(2)).contains("the house says 3"));
        assert!(only(|house| house.push(crate_of("comity-shed", 6, &[]))).contains("no place"));
        assert!(only(|house| house[2].imports.push(("tokio".to_owned(), false))).contains("imports tokio"));
        assert!(only(|house| house[3].imports.push(("rusqlite".to_owned(), true))).contains("banned"));
        let clock = only(|house| {
            house[1].sources.push((PathBuf::from("a.rs"), "let t = Instant::now();".to_owned()));
        });
        assert!(clock.contains("a.rs is an engine's and says Instant::now"));
    }

    #[test]
    fn imports_are_found_under_another_name_for_one_platform_and_through_the_workspace() {
        let shared = "lore = { package = 'comity-law', path = 'crates/law' }".parse().unwrap();
        let manifest = "[target.'cfg(unix)'.dev-dependencies]\nlore.workspace = true\n\
                        [build-dependencies]\ndb = { package = 'rusqlite', version = '1' }";
        let mut found = imports(&manifest.parse().unwrap(), &shared);
        found.sort();
        assert_eq!(found, [("comity-law".to_owned(), true), ("rusqlite".to_owned(), false)]);
    }
}

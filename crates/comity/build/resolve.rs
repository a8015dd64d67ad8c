//! Which packages cargo links into the program, found as cargo finds them: from the lock file, the manifests, the platform,
//! and the features that packages ask of each other (The Cargo Book, "Features" and "Specifying Dependencies").
//!
//! `cargo tree` says the same, but wants the sources of every package of the lock file, also of those that only tests and
//! other platforms need, and a fresh clone has not got them. A test compares the two.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

/// The name and version of a package.
type Id = (String, String);

/// The package that is the program.
const PROGRAM: &str = "comity";

/// A package of a registry that is linked in.
#[derive(Clone)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its sources.
    pub folder: PathBuf,
    /// What it says of itself.
    pub manifest: Table,
}

impl Package {
    /// A text of the section `package`.
    pub fn says(&self, key: &str) -> Option<&str> {
        self.manifest.get("package")?.get(key)?.as_str()
    }
}

/// The platform that the program is built for.
pub struct Target {
    triple: String,
    /// What holds of it: `unix`, `target_os="linux"`.
    facts: BTreeSet<String>,
}

impl Target {
    /// As a build script is told: a variable for each fact, with its values.
    pub fn of_variables(triple: &str, variables: impl Iterator<Item = (String, String)>) -> Self {
        let mut facts = BTreeSet::new();
        for (name, values) in variables {
            let Some(name) = name.strip_prefix("CARGO_CFG_").map(str::to_lowercase) else { continue };
            match values.as_str() {
                "" => drop(facts.insert(name)),
                values => facts.extend(values.split(',').map(|value| format!("{name}=\"{value}\""))),
            }
        }
        Self { triple: triple.to_owned(), facts }
    }

    /// As `rustc --print cfg` writes them.
    #[cfg(test)]
    pub fn of_compiler(triple: &str, said: &str) -> Self {
        Self { triple: triple.to_owned(), facts: said.lines().map(str::to_owned).collect() }
    }

    /// Whether what stands behind `target.` in a manifest is about this platform.
    fn is_meant(&self, section: &str) -> bool {
        match section.strip_prefix("cfg(").and_then(|rest| rest.strip_suffix(')')) {
            Some(condition) => self.holds(condition),
            None => section == self.triple,
        }
    }

    fn holds(&self, condition: &str) -> bool {
        let condition = condition.trim();
        let inside =
            |word: &str| condition.strip_prefix(word)?.trim_start().strip_prefix('(')?.strip_suffix(')');
        if let Some(all) = inside("all") {
            return parts(all).iter().all(|part| self.holds(part));
        }
        if let Some(any) = inside("any") {
            return parts(any).iter().any(|part| self.holds(part));
        }
        if let Some(not) = inside("not") {
            return !self.holds(not);
        }
        match condition.split_once('=') {
            Some((name, value)) => self.facts.contains(&format!("{}={}", name.trim(), value.trim())),
            None => self.facts.contains(condition),
        }
    }
}

/// The parts between the commas that no bracket encloses.
fn parts(list: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0_usize, 0);
    for (at, sign) in list.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&list[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[from..]);
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// A package on the way into the program.
struct Node {
    package: Package,
    /// A crate of this workspace.
    ours: bool,
    dependencies: Vec<Dependency>,
    features: BTreeSet<String>,
}

/// What a package says of one that it depends on, on this platform.
struct Dependency {
    /// The name under which it is known in the package.
    key: String,
    package: Id,
    optional: bool,
    features: Vec<String>,
}

/// The packages of registries that are linked in, in order.
pub fn linked(root: &Path, sources: &[PathBuf], target: &Target) -> Result<Vec<Package>, String> {
    let world = World::read(root, sources, target)?;
    let program = world.only(PROGRAM)?;
    let mut first = world.node(&program)?;
    first.features.insert("default".to_owned());
    let mut nodes = BTreeMap::from([(program, first)]);
    // Each round adds what the packages so far ask for, until none asks for anything new.
    loop {
        let mut asked: Vec<(Id, String)> = Vec::new();
        for node in nodes.values() {
            asked.extend(asks(node));
        }
        let mut news = false;
        for (id, feature) in asked {
            if !nodes.contains_key(&id) {
                nodes.insert(id.clone(), world.node(&id)?);
                news = true;
            }
            news |= nodes.get_mut(&id).is_some_and(|node| node.features.insert(feature));
        }
        if !news {
            return Ok(nodes.into_values().filter(|node| !node.ours).map(|node| node.package).collect());
        }
    }
}

/// The packages that a package brings with the features that are on, and the features that it asks of each. Every
/// package has the feature of no name, so that it is brought also when nothing is asked of it.
fn asks(node: &Node) -> Vec<(Id, String)> {
    let features = node.package.manifest.get("features").and_then(Value::as_table);
    let meaning =
        |feature: &str| features.and_then(|features| features.get(feature)).and_then(Value::as_array);
    let (mut wanted, mut passed) = (BTreeSet::new(), Vec::new());
    let mut open: Vec<String> = node.features.iter().cloned().collect();
    let mut seen = BTreeSet::new();
    while let Some(feature) = open.pop() {
        if !seen.insert(feature.clone()) {
            continue;
        }
        let Some(items) = meaning(&feature) else {
            // An optional dependency is a feature of its own name, unless a feature names it.
            wanted.insert(feature);
            continue;
        };
        for item in items.iter().filter_map(Value::as_str) {
            if let Some(key) = item.strip_prefix("dep:") {
                wanted.insert(key.to_owned());
            } else if let Some((key, feature)) = item.split_once('/') {
                passed.push((key.trim_end_matches('?').to_owned(), feature.to_owned()));
                if !key.ends_with('?') {
                    wanted.insert(key.to_owned());
                    open.extend(meaning(key).map(|_| key.to_owned()));
                }
            } else {
                open.push(item.to_owned());
            }
        }
    }
    let mut asked = Vec::new();
    for dependency in &node.dependencies {
        if dependency.optional && !wanted.contains(&dependency.key) {
            continue;
        }
        let passed = passed.iter().filter(|(key, _)| *key == dependency.key).map(|(_, feature)| feature);
        let features = dependency.features.iter().chain(passed).cloned();
        asked.extend(features.chain([String::new()]).map(|feature| (dependency.package.clone(), feature)));
    }
    asked
}

/// The lock file, the manifests of the workspace, and where the others are.
struct World<'a> {
    /// By name, each version with the lines that say what it depends on.
    locked: BTreeMap<String, Vec<(String, Vec<String>)>>,
    shared: Table,
    ours: BTreeMap<String, (PathBuf, Table)>,
    sources: &'a [PathBuf],
    target: &'a Target,
}

impl<'a> World<'a> {
    fn read(root: &Path, sources: &'a [PathBuf], target: &'a Target) -> Result<Self, String> {
        let mut locked: BTreeMap<String, Vec<(String, Vec<String>)>> = BTreeMap::new();
        let lock = table(&root.join("Cargo.lock"))?;
        for package in lock.get("package").and_then(Value::as_array).into_iter().flatten() {
            let text = |key: &str| package.get(key).and_then(Value::as_str).map(str::to_owned);
            let (name, version) =
                text("name").zip(text("version")).ok_or("Cargo.lock has a package without a name")?;
            locked.entry(name).or_default().push((version, texts(package.get("dependencies"))));
        }
        let workspace = table(&root.join("Cargo.toml"))?;
        let shared =
            workspace.get("workspace").and_then(|it| it.get("dependencies")).and_then(Value::as_table);
        let mut ours = BTreeMap::new();
        for manifest in manifests(root)? {
            let read = table(&manifest)?;
            let name = read.get("package").and_then(|package| package.get("name")).and_then(Value::as_str);
            let name = name.ok_or_else(|| format!("{} has no name", manifest.display()))?.to_owned();
            ours.insert(name, (manifest, read));
        }
        Ok(Self { locked, shared: shared.cloned().unwrap_or_default(), ours, sources, target })
    }

    fn node(&self, id: &Id) -> Result<Node, String> {
        let (name, version) = id.clone();
        let ours = self.ours.get(&name);
        let (folder, manifest) = match ours {
            Some((manifest, read)) => (manifest.parent().unwrap_or(manifest).to_owned(), read.clone()),
            None => self.sources.iter().find_map(|source| package_in(source, &name, &version)).ok_or_else(|| {
                format!(
                    "the sources of {name} {version} are not where cargo keeps them; name their folder with {}",
                    super::collect::SOURCES
                )
            })?,
        };
        let dependencies = self.dependencies(id, &manifest)?;
        let package = Package { name, version, folder, manifest };
        Ok(Node { package, ours: ours.is_some(), dependencies, features: BTreeSet::new() })
    }

    fn dependencies(&self, (name, version): &Id, manifest: &Table) -> Result<Vec<Dependency>, String> {
        let lines = self.locked.get(name).into_iter().flatten().find(|(locked, _)| locked == version);
        let lines = lines.map(|(_, lines)| lines.as_slice()).unwrap_or_default();
        let platforms = manifest.get("target").and_then(Value::as_table).into_iter().flatten();
        let platforms =
            platforms.filter(|(section, _)| self.target.is_meant(section)).map(|(_, table)| table);
        let mut found = Vec::new();
        for table in [&Value::Table(manifest.clone())].into_iter().chain(platforms) {
            for (key, said) in table.get("dependencies").and_then(Value::as_table).into_iter().flatten() {
                let shared = said.get("workspace").and_then(|_| self.shared.get(key));
                let text = |name: &str| {
                    let own = said.get(name).or_else(|| shared.and_then(|shared| shared.get(name)));
                    own.and_then(Value::as_str)
                };
                let wanted =
                    text("version").or_else(|| said.as_str()).or_else(|| shared.and_then(Value::as_str));
                let Some(package) = self.locked_for(text("package").unwrap_or(key), wanted, lines)? else {
                    // Locked for nobody: optional, and no feature of anything here asks for it.
                    continue;
                };
                let lists = [said.get("features"), shared.and_then(|shared| shared.get("features"))];
                let mut features: Vec<String> = lists.into_iter().flat_map(texts).collect();
                let flag = |names: [&str; 2]| {
                    let said = [Some(said), shared].into_iter().flatten();
                    said.flat_map(|said| names.map(|name| said.get(name))).flatten().find_map(Value::as_bool)
                };
                if flag(["default-features", "default_features"]).unwrap_or(true) {
                    features.push("default".to_owned());
                }
                let optional = said.get("optional").and_then(Value::as_bool).unwrap_or(false);
                found.push(Dependency { key: key.clone(), package, optional, features });
            }
        }
        Ok(found)
    }

    /// The version of a package that is locked for one that depends on it.
    fn locked_for(&self, name: &str, wanted: Option<&str>, lines: &[String]) -> Result<Option<Id>, String> {
        let versions = lines.iter().filter_map(|line| {
            let mut words = line.split(' ');
            (words.next() == Some(name)).then(|| words.next().map(str::to_owned))
        });
        // Where one version is locked at all, the line does not name it.
        let versions = versions.map(|version| version.map_or_else(|| Ok(self.only(name)?.1), Ok));
        let mut versions = versions.collect::<Result<Vec<_>, String>>()?;
        if versions.len() > 1 {
            versions.retain(|version| wanted.is_none_or(|wanted| is_compatible(wanted, version)));
        }
        Ok(versions.pop().map(|version| (name.to_owned(), version)))
    }

    fn only(&self, name: &str) -> Result<Id, String> {
        match self.locked.get(name).map(Vec::as_slice) {
            Some([(version, _)]) => Ok((name.to_owned(), version.clone())),
            _ => Err(format!("Cargo.lock does not have one {name}")),
        }
    }
}

/// Whether a version is one that a plain requirement means: the first number that is not zero is the same.
fn is_compatible(wanted: &str, version: &str) -> bool {
    let numbers = |text: &str| -> Vec<String> {
        text.trim_start_matches(['^', '=', '~', ' ']).split('.').map(str::to_owned).collect()
    };
    let (wanted, version) = (numbers(wanted), numbers(version));
    let significant = wanted.iter().take_while(|number| *number == "0").count() + 1;
    wanted.iter().zip(&version).take(significant).all(|(wanted, there)| wanted == there)
}

/// The manifests of the crates of the workspace.
pub fn manifests(root: &Path) -> Result<Vec<PathBuf>, String> {
    let crates = fs::read_dir(root.join("crates")).map_err(|e| format!("crates: {e}"))?;
    let mut found: Vec<PathBuf> = crates.flatten().map(|entry| entry.path().join("Cargo.toml")).collect();
    found.retain(|manifest| manifest.is_file());
    found.sort();
    Ok(found)
}

/// A package among the sources in one folder, if it is there: a registry writes the version behind the name; whoever
/// vendors may not.
fn package_in(source: &Path, name: &str, version: &str) -> Option<(PathBuf, Table)> {
    let folders = [source.join(format!("{name}-{version}")), source.join(name)];
    folders.into_iter().find_map(|folder| {
        let manifest = table(&folder.join("Cargo.toml")).ok()?;
        (manifest.get("package")?.get("version")?.as_str()? == version).then_some((folder, manifest))
    })
}

fn table(path: &Path) -> Result<Table, String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    text.parse().map_err(|e| format!("{}: {e}", path.display()))
}

fn texts(list: Option<&Value>) -> Vec<String> {
    let list = list.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linux() -> Target {
        let facts = [
            ("CARGO_CFG_UNIX", ""),
            ("CARGO_CFG_TARGET_OS", "linux"),
            ("CARGO_CFG_TARGET_FEATURE", "sse,avx"),
        ];
        let facts = facts.into_iter().chain([("PATH", "elsewhere")]);
        Target::of_variables(
            "x86_64-unknown-linux-gnu",
            facts.map(|(name, value)| (name.to_owned(), value.to_owned())),
        )
    }

    #[test]
    fn what_is_said_of_a_platform_holds_or_not() {
        let target = linux();
        for meant in [
            "cfg(unix)",
            "cfg(target_os = \"linux\")",
            "cfg(target_feature=\"avx\")",
            "cfg(not(windows))",
            "cfg(all())",
            "cfg(all(unix, not(any(target_os = \"macos\", target_os = \"ios\"))))",
            "cfg(any(windows, all(unix, target_os = \"linux\"),))",
            "x86_64-unknown-linux-gnu",
        ] {
            assert!(target.is_meant(meant), "{meant}");
        }
        for other in [
            "cfg(windows)",
            "cfg(target_os = \"macos\")",
            "cfg(target_feature = \"avx2\")",
            "cfg(any())",
            "cfg(all(unix, windows))",
            "cfg(not(all(unix, target_os = \"linux\")))",
            "x86_64-pc-windows-gnu",
        ] {
            assert!(!target.is_meant(other), "{other}");
        }
        assert!(
            Target::of_compiler("t", "unix\ntarget_os=\"linux\"")
                .is_meant("cfg(all(unix, target_os = \"linux\"))")
        );
    }

    #[test]
    fn a_requirement_means_versions_with_the_same_first_number_that_is_not_zero() {
        for (wanted, version) in
            [("1", "1.9.2"), ("1.2", "1.9.2"), ("^0.4.1", "0.4.9"), ("=0.0.3", "0.0.3"), ("0", "0.9.1")]
        {
            assert!(is_compatible(wanted, version), "{wanted} {version}");
        }
        for (wanted, version) in [("1", "2.0.0"), ("0.4.1", "0.5.0"), ("0.0.3", "0.0.4"), ("2.1", "1.2.1")] {
            assert!(!is_compatible(wanted, version), "{wanted} {version}");
        }
    }

    fn asked(manifest: &str, features: &[&str], dependencies: &[(&str, bool)]) -> Vec<String> {
        let dependency = |(key, optional): &(&str, bool)| Dependency {
            key: (*key).to_owned(),
            package: ((*key).to_owned(), "1.0.0".to_owned()),
            optional: *optional,
            features: vec![],
        };
        let (name, version) = ("a".to_owned(), "1.0.0".to_owned());
        let node = Node {
            package: Package { name, version, folder: PathBuf::new(), manifest: manifest.parse().unwrap() },
            ours: false,
            dependencies: dependencies.iter().map(dependency).collect(),
            features: features.iter().map(|feature| (*feature).to_owned()).collect(),
        };
        asks(&node).into_iter().map(|((name, _), feature)| format!("{name}/{feature}")).collect()
    }

    #[test]
    fn features_bring_optional_packages_and_pass_features_on() {
        let manifest =
            "[features]\ndefault = ['one']\none = ['dep:b', 'c/std']\ntwo = ['b?/fast', 'd?/fast']\n";
        let dependencies = [("b", true), ("c", true), ("d", true), ("e", false)];
        assert_eq!(asked(manifest, &[], &dependencies), ["e/"]);
        assert_eq!(asked(manifest, &["default"], &dependencies), ["b/", "c/std", "c/", "e/"]);
        assert_eq!(asked(manifest, &["two"], &dependencies), ["e/"], "a weak feature brings nothing");
        assert_eq!(asked(manifest, &["one", "two"], &dependencies), ["b/fast", "b/", "c/std", "c/", "e/"]);
        // Without a table an optional package is a feature of its own name.
        assert_eq!(asked("", &["d"], &dependencies), ["d/", "e/"]);
    }
}

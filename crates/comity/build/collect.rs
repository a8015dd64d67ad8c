//! Licences, as packages carry them: read from the folders in which cargo and npm keep the packages.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use toml::Table;

use super::resolve::Package;

/// Names folders that hold the sources of packages, for who keeps them where cargo does not say; like `PATH`.
pub const SOURCES: &str = "COMITY_CRATE_SOURCES";

/// What the name of a file with a licence or notice begins with, in small letters.
const BEGINNINGS: &[&str] = &["licence", "license", "copying", "copyright", "notice", "unlicense", "authors"];
/// Endings of files that are no text for people whatever their name begins with.
const NOT_TEXT: &[&str] = &["rs", "toml", "json", "py", "sh", "c", "h", "js", "in"];
/// Folders of a package that are not built into anything.
const NOT_BUILT: &[&str] = &["benches", "tests", "examples", "fuzz", "node_modules", ".git"];

/// No text of a licence is shorter; what is, names it or says who wrote.
const LEAST_LICENCE: usize = 500;

/// The heading of the one text that needs no name in it and that we carry no copy of.
const CC0_HEADING: &str = "CC0 1.0 Universal";

/// A part of the program that others wrote, or we.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// Where it comes from: `comity`, `crate` or `npm`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as it says itself.
    pub licence: String,
    /// The files with licences and notices: path in the package, and text.
    pub texts: Vec<(String, String)>,
}

/// Texts that stand in where a package carries none.
pub struct Texts {
    apache: String,
    mit: String,
    bsd: String,
    zero_bsd: String,
}

impl Texts {
    /// Our own licence, and the texts of others without their holders.
    pub fn of_workspace(root: &Path) -> Result<Self, String> {
        Ok(Self {
            apache: read(&root.join("LICENSE"))?,
            mit: read(&root.join("crates/comity/texts/MIT.txt"))?,
            bsd: read(&root.join("crates/comity/texts/BSD-3-Clause.txt"))?,
            zero_bsd: read(&root.join("crates/comity/texts/0BSD.txt"))?,
        })
    }

    /// The text for a package that carries none.
    fn for_want_of(
        &self,
        name: &str,
        version: &str,
        licence: &str,
        authors: &[String],
    ) -> Result<(String, String), String> {
        self.standing_in(licence, authors).ok_or_else(|| {
            format!(
                "{name} {version} ({licence}) carries no text of its licence, and none can stand in for it"
            )
        })
    }

    /// The text that an expression lets us choose: Apache-2.0, which is our own, before MIT, BSD and 0BSD.
    fn standing_in(&self, licence: &str, authors: &[String]) -> Option<(String, String)> {
        let choices: Vec<&str> =
            licence.split(" OR ").flat_map(|choice| choice.split('/')).map(without_exception).collect();
        if choices.contains(&"Apache-2.0") {
            return Some(("Apache-2.0".to_owned(), self.apache.clone()));
        }
        let holders: Vec<&str> = authors.iter().map(|author| name_alone(author)).collect();
        // 0BSD asks for no notice at all, so that it stands in even where nobody is named.
        let is_nobodys = holders.is_empty();
        [
            ("MIT", &self.mit, is_nobodys),
            ("BSD-3-Clause", &self.bsd, is_nobodys),
            ("0BSD", &self.zero_bsd, false),
        ]
        .into_iter()
        .find(|(name, _, lacks)| choices.contains(name) && !lacks)
        .map(|(name, text, _)| (name.to_owned(), text.replace("{holders}", &holders.join(", "))))
    }
}

/// An exception of this kind allows more than the licence does. Whoever makes no use of it has the licence itself.
fn without_exception(licence: &str) -> &str {
    let licence = licence.trim();
    licence.strip_suffix(" WITH LLVM-exception").unwrap_or(licence)
}

/// Comity itself.
pub fn ourselves(root: &Path, version: &str) -> Result<Component, String> {
    let texts = ["LICENSE", "NOTICE"].map(|file| Ok((file.to_owned(), read(&root.join(file))?)));
    Ok(Component {
        kind: "comity",
        name: "comity".to_owned(),
        version: version.to_owned(),
        licence: "Apache-2.0".to_owned(),
        texts: texts.into_iter().collect::<Result<_, String>>()?,
    })
}

/// The standard library of Rust, which every program carries.
pub fn standard_library(version: &str, texts: &Texts) -> Result<Component, String> {
    let (name, licence) = ("rust-std".to_owned(), "MIT OR Apache-2.0".to_owned());
    let text = texts.for_want_of(&name, version, &licence, &[])?;
    Ok(Component { kind: "crate", name, version: version.to_owned(), licence, texts: vec![text] })
}

/// Packages of Rust.
pub fn crates(packages: Vec<Package>, texts: &Texts) -> Result<Vec<Component>, String> {
    let mut found = Vec::new();
    for package in packages {
        let licence = match (package.says("license"), package.says("license-file")) {
            (Some(licence), _) => licence.to_owned(),
            (None, Some(file)) => format!("LicenseRef-{file}"),
            (None, None) => return Err(format!("{} {} says no licence", package.name, package.version)),
        };
        let carried = texts_in(&package.folder)?;
        let (name, version) = (package.name.clone(), package.version.clone());
        found.push((Component { kind: "crate", name, version, licence, texts: carried }, package));
    }
    let carried = found.iter().flat_map(|(component, _)| &component.texts).map(|(_, text)| text);
    let mut cc0 = carried.filter(|text| text.lines().take(3).any(|line| line.trim() == CC0_HEADING));
    let cc0 = cc0.next().cloned();
    // Of several packages of one repository, often the main one alone names its authors.
    let mut written: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (_, package) in &found {
        let authors = authors(package);
        if let (Some(repository), false) = (package.says("repository"), authors.is_empty()) {
            written.entry(repository.to_owned()).or_insert(authors);
        }
    }
    let authors = |package: &Package| {
        let named = authors(package);
        let of_repository =
            || package.says("repository").and_then(|repository| written.get(repository)).cloned();
        if named.is_empty() { of_repository().unwrap_or_default() } else { named }
    };
    let complete = |(mut component, package): (Component, Package)| {
        if component.texts.iter().any(|(_, text)| text.len() >= LEAST_LICENCE) {
            return Ok(component);
        }
        let Component { name, version, licence, .. } = &component;
        let text = match &cc0 {
            // It gives everything away and asks for no notice; the text is the same wherever it stands.
            Some(text) if licence == "CC0-1.0" => ("CC0-1.0".to_owned(), text.clone()),
            _ => texts.for_want_of(name, version, licence, &authors(&package))?,
        };
        component.texts.push(text);
        Ok(component)
    };
    found.into_iter().map(complete).collect()
}

fn authors(package: &Package) -> Vec<String> {
    let authors = package.manifest.get("package").and_then(|package| package.get("authors"));
    let authors = authors.and_then(toml::Value::as_array).into_iter().flatten();
    authors.filter_map(|author| author.as_str().map(str::to_owned)).collect()
}

/// An author without the address.
fn name_alone(author: &str) -> &str {
    author.split('<').next().unwrap_or_default().trim()
}

/// Where sources of packages may lie: folders that were named, those that the configuration of cargo names in place of a
/// registry, and those of registries in the home of cargo.
pub fn sources(root: &Path, home: Option<&Path>, named: Option<&OsStr>) -> Result<Vec<PathBuf>, String> {
    let mut found: Vec<PathBuf> =
        named.map(|named| std::env::split_paths(named).collect()).unwrap_or_default();
    let homes = root.ancestors().map(|above| above.join(".cargo")).chain(home.map(Path::to_owned));
    for folder in homes {
        for file in ["config.toml", "config"] {
            let Ok(text) = fs::read_to_string(folder.join(file)) else { continue };
            let config: Table = text.parse().map_err(|e| format!("{}: {e}", folder.join(file).display()))?;
            let replaced = config.get("source").and_then(toml::Value::as_table).into_iter().flatten();
            let folders = replaced.filter_map(|(_, source)| source.get("directory")?.as_str());
            // Such a path is relative to the folder that the folder of the configuration lies in.
            found.extend(folders.map(|path| folder.parent().unwrap_or(&folder).join(path)));
        }
    }
    let registries = home.map(|home| fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten());
    let mut registries: Vec<PathBuf> = registries.into_iter().flatten().map(|entry| entry.path()).collect();
    registries.sort();
    found.extend(registries);
    Ok(found)
}

/// A package of npm, by name, with its version and licence.
pub struct NpmPackage {
    /// The name.
    pub name: String,
    version: String,
    licence: String,
}

/// The packages of a lock file of npm.
pub fn npm_packages(lock: &str) -> Result<Vec<NpmPackage>, String> {
    let lock: serde_json::Value =
        serde_json::from_str(lock).map_err(|e| format!("package-lock.json: {e}"))?;
    let packages = lock["packages"].as_object().ok_or("package-lock.json has no packages")?;
    let package = |(path, package): (&String, &serde_json::Value)| {
        // The empty path is the list of packages itself.
        let name = path.rsplit_once("node_modules/")?.1.to_owned();
        let text = |key: &str| package[key].as_str().map(str::to_owned);
        Some(
            text("version")
                .zip(text("license"))
                .ok_or_else(|| format!("{path} says no version or licence"))
                .map(|(version, licence)| NpmPackage { name, version, licence }),
        )
    };
    packages.iter().filter_map(package).collect()
}

/// The same with their texts.
pub fn npm(packages: Vec<NpmPackage>, modules: &Path) -> Result<Vec<Component>, String> {
    let component = |NpmPackage { name, version, licence }| {
        let texts = texts_in(&modules.join(&name))?;
        if !texts.iter().any(|(_, text)| text.len() >= LEAST_LICENCE) {
            return Err(format!("{name} {version} ({licence}) carries no text of its licence"));
        }
        Ok(Component { kind: "npm", name, version, licence, texts })
    };
    packages.into_iter().map(component).collect()
}

/// The files with licences and notices in the folder of a package, also of what it brings inside.
pub fn texts_in(package: &Path) -> Result<Vec<(String, String)>, String> {
    let mut texts = Vec::new();
    let mut folders = vec![package.to_owned()];
    while let Some(folder) = folders.pop() {
        let fault = |e| format!("{}: {e}", folder.display());
        for entry in fs::read_dir(&folder).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            let (name, kind) = (entry.file_name(), entry.file_type().map_err(fault)?);
            let name = name.to_string_lossy();
            if kind.is_dir() && !NOT_BUILT.contains(&&*name) {
                folders.push(entry.path());
            } else if kind.is_file() && (is_licence(&name) || folder.ends_with("LICENSES")) {
                let path = entry.path();
                let inside = path.strip_prefix(package).unwrap_or(&path).display().to_string();
                texts.push((inside, read(&path)?));
            }
        }
    }
    // Packing makes a link to a file outside the package into a file that holds only the path.
    let is_path = |text: &str| !text.contains(char::is_whitespace);
    texts.retain(|(_, text)| !is_path(text.trim()));
    texts.sort();
    Ok(texts)
}

fn is_licence(name: &str) -> bool {
    let name = name.to_lowercase();
    let ending = Path::new(&name).extension().and_then(OsStr::to_str).unwrap_or_default();
    BEGINNINGS.iter().any(|beginning| name.starts_with(beginning)) && !NOT_TEXT.contains(&ending)
}

fn read(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(folder: &Path, name: &str, text: &str) {
        use std::io::Write as _;
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
    }

    #[test]
    fn texts_are_found_by_their_names_wherever_they_lie_in_a_package() {
        let package = tempfile::tempdir().unwrap();
        let found = [
            "LICENSE",
            "LICENCE.md",
            "license-mit",
            "COPYING.txt",
            "NOTICE",
            "inner/UNLICENSE",
            "LICENSES/MIT.txt",
        ];
        let others =
            ["license.rs", "licenses.json", "src/notice.c", "tests/LICENSE", "benches/x/LICENSE", "README"];
        for name in found.iter().chain(&others) {
            put(package.path(), name, "a text\r\n");
        }
        put(package.path(), "COPYRIGHT", " \n");
        put(package.path(), "LICENSE-APACHE", "../LICENSE-APACHE");
        let mut expected = found;
        expected.sort_unstable();
        let texts = texts_in(package.path()).unwrap();
        assert_eq!(texts.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), expected);
        assert!(texts.iter().all(|(_, text)| text == "a text\n"));
    }

    #[test]
    fn a_text_stands_in_only_where_the_licence_allows_it() {
        let [apache, mit, bsd, zero_bsd] =
            ["apache", "(c) {holders}", "bsd {holders}", "zero"].map(str::to_owned);
        let texts = Texts { apache, mit, bsd, zero_bsd };
        let authors = ["A. Writer <a@example.org>".to_owned(), "B. Other".to_owned()];
        let text = |licence, authors| texts.standing_in(licence, authors).map(|(_, text)| text);
        assert_eq!(text("MIT OR Apache-2.0", &authors).as_deref(), Some("apache"));
        assert_eq!(text("MIT/Apache-2.0", &[]).as_deref(), Some("apache"));
        assert_eq!(text("MIT", &authors).as_deref(), Some("(c) A. Writer, B. Other"));
        assert_eq!(text("BSD-3-Clause", &authors).as_deref(), Some("bsd A. Writer, B. Other"));
        assert_eq!(text("Apache-2.0 WITH LLVM-exception", &[]).as_deref(), Some("apache"));
        for (licence, authors) in [
            ("MIT", &[][..]),
            ("BSD-3-Clause", &[]),
            ("MIT AND BSD-3-Clause", &authors),
            ("MPL-2.0", &authors),
        ] {
            assert_eq!(text(licence, authors), None, "{licence}");
        }
        assert!(texts.for_want_of("x", "1", "BSD-3-Clause", &[]).unwrap_err().contains("BSD-3-Clause"));
    }

    #[test]
    fn sources_are_looked_for_where_cargo_has_them() {
        let root = tempfile::tempdir().unwrap();
        put(
            root.path(),
            "work/.cargo/config.toml",
            "[source.kept]\ndirectory = 'vendor'\n[build]\njobs = 1\n",
        );
        put(root.path(), "home/registry/src/index-1/a-1.0.0/Cargo.toml", "");
        let (work, home) = (root.path().join("work"), root.path().join("home"));
        let found = sources(&work, Some(&home), Some(root.path().join("named").as_os_str())).unwrap();
        let expected = [root.path().join("named"), work.join("vendor"), home.join("registry/src/index-1")];
        assert_eq!(found[..1], expected[..1]);
        assert!(expected.iter().all(|folder| found.contains(folder)), "{found:?}");
    }
}

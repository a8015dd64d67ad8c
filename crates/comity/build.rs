//! Collects the licences of everything that the program carries, for `comity licences`.
//!
//! The build script of the program itself does it, because by then cargo has the sources of every package of the program
//! on this machine, however fresh the clone is. No network is asked for them.

#[path = "build/collect.rs"]
mod collect;
#[path = "../../assets/install.rs"]
mod install;
#[path = "build/resolve.rs"]
mod resolve;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use collect::{Component, Texts};
use resolve::Target;

fn main() -> Result<(), String> {
    let root = Path::new(&variable("CARGO_MANIFEST_DIR")?).join("../..");
    let root = root.canonicalize().map_err(|e| format!("the workspace: {e}"))?;
    let texts = Texts::of_workspace(&root)?;
    let mut components = vec![collect::ourselves(&root, &variable("CARGO_PKG_VERSION")?)?, rust(&texts)?];
    let target = Target::of_variables(&variable("TARGET")?, std::env::vars());
    components.extend(collect::crates(resolve::linked(&root, &sources(&root)?, &target)?, &texts)?);
    components.extend(npm(&root)?);
    components.sort_by(|a, b| (a.kind, &a.name, &a.version).cmp(&(b.kind, &b.name, &b.version)));
    write(&components)?;
    let files =
        ["Cargo.lock", "Cargo.toml", "LICENSE", "NOTICE", "assets/package-lock.json", "assets/install.rs"];
    let own = ["build.rs", "build", "texts"].map(|own| root.join("crates/comity").join(own));
    for watched in files.map(|file| root.join(file)).into_iter().chain(own).chain(resolve::manifests(&root)?)
    {
        println!("cargo::rerun-if-changed={}", watched.display());
    }
    for watched in ["CARGO_HOME", collect::SOURCES] {
        println!("cargo::rerun-if-env-changed={watched}");
    }
    Ok(())
}

fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|e| format!("{name}: {e}"))
}

/// The folders in which cargo may have the sources of packages, one a package.
fn sources(root: &Path) -> Result<Vec<PathBuf>, String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cargo")));
    let named = std::env::var_os(collect::SOURCES);
    collect::sources(root, home.as_deref(), named.as_deref())
}

/// The standard library of Rust, which every program carries.
fn rust(texts: &Texts) -> Result<Component, String> {
    let output = Command::new(variable("RUSTC")?).arg("--version").output();
    let said = output.map_err(|e| format!("rustc: {e}"))?.stdout;
    let said = String::from_utf8_lossy(&said).into_owned();
    let version = said.split(' ').nth(1).ok_or("rustc does not say its version")?;
    collect::standard_library(version, texts)
}

/// The fonts and scripts that are embedded.
fn npm(root: &Path) -> Result<Vec<Component>, String> {
    let lock = std::fs::read_to_string(root.join("assets/package-lock.json"))
        .map_err(|e| format!("assets/package-lock.json: {e}"))?;
    let packages = collect::npm_packages(&lock)?;
    let files: Vec<String> =
        packages.iter().map(|package| format!("{}/package.json", package.name)).collect();
    let assets = install::ensure(&files.iter().map(String::as_str).collect::<Vec<_>>())?;
    collect::npm(packages, &assets.join("node_modules"))
}

/// Writes the table that the program includes. A text that many packages share is there once.
fn write(components: &[Component]) -> Result<(), String> {
    let mut texts: Vec<&str> = components
        .iter()
        .flat_map(|component| component.texts.iter().map(|(_, text)| text.as_str()))
        .collect();
    texts.sort_unstable();
    texts.dedup();
    let fault = |e: std::fmt::Error| e.to_string();
    let mut code = String::from("static TEXTS: &[&str] = &[\n");
    for text in &texts {
        writeln!(code, "    {text:?},").map_err(fault)?;
    }
    code.push_str("];\n\nstatic COMPONENTS: &[Component] = &[\n");
    for component in components {
        let Component { kind, name, version, licence, .. } = component;
        writeln!(code, "    Component {{ kind: {kind:?}, name: {name:?}, version: {version:?}, licence: {licence:?}, texts: &[")
            .map_err(fault)?;
        for (file, text) in &component.texts {
            let at = texts.binary_search(&text.as_str()).map_err(|_| "a text was lost")?;
            writeln!(code, "        ({file:?}, {at}),").map_err(fault)?;
        }
        code.push_str("    ] },\n");
    }
    code.push_str("];\n");
    let out = Path::new(&variable("OUT_DIR")?).join("licences.rs");
    #[expect(
        clippy::disallowed_methods,
        reason = "a build script makes a file that the next build makes again"
    )]
    std::fs::write(out, code).map_err(|e| format!("licences.rs: {e}"))
}

//! Brings the files of `assets/package.json` into `assets/node_modules`. Shared by the build scripts that embed them.
//!
//! A fresh clone builds by plain `cargo build`: what is missing, or is of another version than the lock file
//! names, is installed by `npm ci --ignore-scripts`. When all is there, neither npm nor a network is asked.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder `assets`, with every one of `files` (relative to `node_modules`) in place.
///
/// # Errors
/// Fails with a text for the person who builds: what is missing, and what to do.
pub fn ensure(files: &[&str]) -> Result<PathBuf, String> {
    let manifest = std::env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?;
    let assets = Path::new(&manifest).join("../../assets");
    let assets = assets.canonicalize().map_err(|e| format!("the folder assets of the workspace: {e}"))?;
    // Two build scripts may run at once, and `npm ci` empties the folder first.
    let lock_path = assets.join("package-lock.json");
    let lock = File::open(&lock_path).map_err(|e| format!("assets/package-lock.json: {e}"))?;
    lock.lock().map_err(|e| format!("locking assets/package-lock.json: {e}"))?;
    if !complete(&assets, files) {
        install(&assets)?;
        if let Some(absent) = files.iter().find(|f| !assets.join("node_modules").join(f).is_file()) {
            return Err(format!(
                "npm installed the packages of assets/package.json, but {absent} is not among them"
            ));
        }
    }
    Ok(assets)
}

/// Whether the files are there and npm's own record of what it installed agrees with the lock file.
fn complete(assets: &Path, files: &[&str]) -> bool {
    let integrity = |path: PathBuf| -> Option<Vec<String>> {
        let text = fs::read_to_string(path).ok()?;
        let lines = text.lines().map(str::trim).filter(|l| l.starts_with("\"integrity\""));
        Some(lines.map(|l| l.trim_end_matches(',').to_owned()).collect())
    };
    let wanted = integrity(assets.join("package-lock.json"));
    let present = integrity(assets.join("node_modules/.package-lock.json"));
    wanted.is_some()
        && wanted == present
        && files.iter().all(|f| assets.join("node_modules").join(f).is_file())
}

fn install(assets: &Path) -> Result<(), String> {
    let remedy = "Install Node.js with npm (Debian, Ubuntu: apt-get install npm) and build again. Without a network, \
                  copy assets/node_modules from a machine where `npm ci --ignore-scripts` was run in assets.";
    let done = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(assets)
        .output()
        .map_err(|e| format!("npm is needed once, for the fonts and scripts that are embedded, and cannot be run: {e}. {remedy}"))?;
    if done.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&done.stderr);
    Err(format!("`npm ci --ignore-scripts` failed in assets: {}. {remedy}", said.trim()))
}

//! Shared by the whole-program tests: where the repository and the shared test data lie, and how a test says that it
//! could not be run.

use std::io::Write;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the workspace").to_owned()
}

/// The folder of the shared test data, `COMITY_TEST_DATA` or `../shared/data` beside the repository.
pub fn data_folder() -> PathBuf {
    std::env::var_os("COMITY_TEST_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from)
}

/// A file or folder of the shared test data. Where it is absent the test is reported as skipped.
pub fn data(test: &str, name: &str) -> Option<PathBuf> {
    let path = data_folder().join(name);
    if path.exists() {
        return Some(path);
    }
    skip(test, "test data absent");
    None
}

/// Says that a test was not run, in the form that `make test` collects: `SKIPPED <name>: <why>` on standard error.
pub fn skip(test: &str, why: &str) {
    // Past the capture of the test harness, which swallows what the print macros write when a test passes.
    let _written = writeln!(std::io::stderr(), "SKIPPED {test}: {why}");
}

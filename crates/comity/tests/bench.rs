//! A folder with passphrases, and a node in it.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

pub struct Bench {
    pub folder: TempDir,
}

impl Bench {
    pub fn new() -> Self {
        let bench = Self { folder: tempfile::tempdir().unwrap() };
        for name in ["node", "amina", "bobur", "other"] {
            bench.write(name, &format!("the passphrase of {name}\n"));
        }
        bench
    }

    /// A bench with a founded node.
    pub fn founded() -> Self {
        let bench = Self::new();
        let made = bench.run(&bench.init());
        assert!(made.status.success(), "{}", errors(&made));
        bench
    }

    pub fn init(&self) -> Vec<String> {
        let words = [
            "node",
            "init",
            "--office",
            "Unit",
            "--authority",
            "Ministry",
            "--country",
            "TJ",
            "--exercise",
            "--founder",
            "Amina=administrator,investigator",
            "--founder",
            "Bobur=supervisor,prosecutor",
        ];
        let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        for (option, file) in [
            ("--node", "office"),
            ("--founder-passphrase-file", "amina"),
            ("--founder-passphrase-file", "bobur"),
            ("--node-passphrase-file", "node"),
            ("--recovery-sheet", "sheet.txt"),
        ] {
            words.extend([option.to_owned(), self.path(file).display().to_string()]);
        }
        words
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        let mut file = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(self.path(name))
            .unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }

    /// The program with the environment of this bench and of nobody else.
    pub fn program(&self) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_comity"));
        program
            .env_clear()
            .env("COMITY_ZONE", "UTC")
            .current_dir(self.folder.path())
            .env("COMITY_NODE", self.path("office"))
            .env("COMITY_NODE_PASSPHRASE_FILE", self.path("node"));
        program
    }

    /// The program, as an officer gives it commands.
    pub fn program_of(&self, officer: &str) -> Command {
        let mut program = self.program();
        program
            .env("COMITY_OFFICER", officer)
            .env("COMITY_PASSPHRASE_FILE", self.path(&officer.to_lowercase()));
        program
    }

    pub fn run<W: AsRef<std::ffi::OsStr>>(&self, words: &[W]) -> Output {
        self.program().args(words).output().unwrap()
    }

    /// Runs a command as an officer and gives its answer, or what it said instead.
    pub fn answer(&self, officer: &str, words: &[&str]) -> Result<Vec<Value>, Value> {
        let output = self.program_of(officer).arg("--json").args(words).output().unwrap();
        let lines = |bytes: &[u8]| -> Vec<Value> {
            String::from_utf8_lossy(bytes).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
        };
        if output.status.success() {
            assert!(output.stderr.is_empty(), "{}", errors(&output));
            Ok(lines(&output.stdout))
        } else {
            Err(lines(&output.stderr).remove(0))
        }
    }

    /// What a command of an officer prints for people.
    pub fn told(&self, officer: &str, words: &[&str]) -> Output {
        self.program_of(officer).args(words).output().unwrap()
    }

    /// The one answer of a command that succeeds.
    pub fn one(&self, officer: &str, words: &[&str]) -> Value {
        self.answer(officer, words).unwrap().remove(0)
    }

    /// A case that an officer opens, by its identifier.
    pub fn case(&self, officer: &str, title: &str) -> String {
        text(&self.one(officer, &["case", "open", title])["case"]).to_owned()
    }
}

pub fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Real files of others, which are never committed; says so where they are absent.
pub fn data(test: &str) -> Option<PathBuf> {
    let fallback = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("COMITY_TEST_DATA").map_or(fallback, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    // Not with a macro of the test harness, which swallows what a passing test prints.
    let _ = writeln!(std::io::stderr(), "SKIPPED {test}: test data absent");
    None
}

//! `comity demo`: the parts that are built, one after the other, by the same commands that an officer would use.
//!
//! It is an exercise from its first entry. It writes into one new folder, speaks to no network, and prints what it
//! made and which programs of others can check it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser as _;
use comity_adapters::world::SystemEntropy;
use comity_casework::RecoveryCode;

use crate::cli::Cli;
use crate::out::{Failure, Out, shown};
use crate::packs::BUILT_IN;

/// The address that the exercise's victim reports.
const VICTIM: &str = "mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31";
/// The folders of `packs` that the exercise works with.
const MATERIAL: &[&str] = &["exercises/notes", "exercises/chain", "tags"];

pub fn run(out: &Out, folder: &Path) -> Result<ExitCode, Failure> {
    if folder.exists() {
        return Err(Failure::new("comity-folder-exists", vec![("folder", shown(folder))]));
    }
    let demo = Demo { out, folder };
    std::fs::create_dir_all(folder).map_err(|e| Failure::file("make", folder, e))?;
    demo.material()?;
    for name in ["node", "amina", "bobur"] {
        // Random letters as a recovery sheet has them: nobody types them, and the files are the demonstration's own.
        let secret = RecoveryCode::draw(&SystemEntropy);
        crate::node::write_outside(&demo.at(name), format!("{}\n", secret.reveal()).as_bytes())?;
    }

    let office =
        ["--office", "Exercise Unit", "--authority", "Exercise Ministry", "--country", "TJ", "--exercise"];
    let founders =
        ["--founder", "Amina=administrator,investigator", "--founder", "Bobur=supervisor,prosecutor"];
    let passphrases = [
        ("--founder-passphrase-file", "amina"),
        ("--founder-passphrase-file", "bobur"),
        ("--recovery-sheet", "recovery-sheet.txt"),
    ];
    let mut init = demo.words(&["node", "init"], &[]);
    init.extend(office.iter().chain(&founders).map(|word| (*word).to_owned()));
    init.extend(passphrases.iter().flat_map(|(option, file)| [(*option).to_owned(), shown(&demo.at(file))]));
    demo.step("comity-demo-found", init)?;
    demo.step("comity-demo-open", demo.acting("amina", &["case", "open"], &["The trader's wallet"]))?;

    let notes = shown(&demo.at("exercises/notes"));
    let package = shown(&demo.at("exhibit-1"));
    demo.step("comity-demo-seal", line(&["evidence", "seal", &notes, "--out", &package]))?;
    demo.step("comity-demo-scan", line(&["scan", &notes]))?;

    let blocks = shown(&demo.at("exercises/chain"));
    let tags = shown(&demo.at("tags/exercise.yaml"));
    let (finding, drawing) = (shown(&demo.at("finding.json")), shown(&demo.at("flow.svg")));
    let trace = [
        "chain",
        "trace",
        "--network",
        "regtest",
        "--blocks",
        &blocks,
        "--tags",
        &tags,
        "--from",
        VICTIM,
        "--at",
        "860",
        "--finding",
        &finding,
        "--svg",
        &drawing,
    ];
    demo.step("comity-demo-trace", line(&trace))?;
    let verify = ["chain", "verify", "--network", "regtest", "--blocks", &blocks, &finding];
    demo.step("comity-demo-recompute", line(&verify))?;
    let basis = ["law", "basis", "--from", "TJ", "--to", "KZ", "--measure", "preservation"];
    demo.step("comity-demo-law", line(&basis))?;
    demo.step("comity-demo-check", line(&["evidence", "verify", &package]))?;
    demo.step("comity-demo-verify", demo.words(&["node", "verify"], &[]))?;
    out.say("comity-demo-done", &[("folder", &shown(folder))]);
    Ok(ExitCode::SUCCESS)
}

struct Demo<'a> {
    out: &'a Out,
    folder: &'a Path,
}

impl Demo<'_> {
    fn at(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Writes what the exercise works with: the seized files, the blocks and the tags.
    fn material(&self) -> Result<(), Failure> {
        for folder in MATERIAL {
            let to = self.at(folder);
            std::fs::create_dir_all(&to).map_err(|e| Failure::file("make", &to, e))?;
            let files = BUILT_IN.get_dir(folder).map(include_dir::Dir::files).into_iter().flatten();
            for file in files {
                let path = self.at(&file.path().to_string_lossy());
                crate::node::write_outside(&path, file.contents())?;
            }
        }
        Ok(())
    }

    /// The words of a command on the node.
    fn words(&self, command: &[&str], rest: &[&str]) -> Vec<String> {
        let node = [
            "--node".to_owned(),
            shown(&self.at("office")),
            "--node-passphrase-file".to_owned(),
            shown(&self.at("node")),
        ];
        line(command).into_iter().chain(node).chain(line(rest)).collect()
    }

    /// The words of a command by an officer.
    fn acting(&self, officer: &str, command: &[&str], rest: &[&str]) -> Vec<String> {
        let name = officer[..1].to_uppercase() + &officer[1..];
        let file = shown(&self.at(officer));
        self.words(command, &[&["--as", &name, "--passphrase-file", &file], rest].concat())
    }

    /// Says what comes, shows the command as an officer would type it, and runs it.
    fn step(&self, key: &str, words: Vec<String>) -> Result<(), Failure> {
        self.out.line("");
        self.out.say(key, &[]);
        self.out.line(&format!(
            "$ comity {}",
            words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
        ));
        let all = std::iter::once("comity".to_owned()).chain(words);
        let cli = Cli::try_parse_from(all).expect("the demonstration types what the command line takes");
        let status = crate::run(self.out, cli.command)?;
        if status == ExitCode::SUCCESS { Ok(()) } else { Err(Failure::new("comity-demo-stopped", vec![])) }
    }
}

fn line(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=,:".contains(c);
    if word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

//! `comity demo`: the main job between the offices of two states on this machine, by the commands that officers type.
//!
//! It is an exercise from its first entry. It writes into one new folder, speaks to nobody but its own two nodes on
//! loopback, and prints what it made and which programs of others can check it. Each step runs this program anew, as an
//! officer would; the two nodes serve meanwhile.

mod node;
mod walk;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use comity_adapters::world::{SystemClock, SystemEntropy};
use comity_casework::RecoveryCode;
use comity_record::Clock as _;
use serde_json::Value;

use crate::out::{Failure, Out, RECORD, shown};
use crate::packs::BUILT_IN;

use node::Served;

/// Where a walk goes when nobody says otherwise.
const FOLDER: &str = "comity-demo";
/// So many lines of what a command tells are shown.
const LINES: usize = 10;
/// The folders of `packs` that the exercise works with.
const MATERIAL: &[&str] =
    &["exercises/notes", "exercises/chain", "exercises/request", "exercises/records", "tags"];

/// Walks through the main job. With `serve` the pages stay open until Ctrl-C.
pub fn run(out: &Out, folder: Option<PathBuf>, serve: bool) -> Result<ExitCode, Failure> {
    let folder = folder.unwrap_or_else(free);
    if folder.exists() {
        return Err(Failure::new("comity-folder-exists", vec![("folder", shown(&folder))]));
    }
    std::fs::create_dir_all(&folder).map_err(|e| Failure::file("make", &folder, e))?;
    let folder = folder.canonicalize().map_err(|e| Failure::file("read", &folder, e))?;
    let program = std::env::current_exe().map_err(|e| Failure::file("start", Path::new("comity"), e))?;
    let demo = Demo { out, folder, program };
    demo.material()?;
    for name in ["node-tj", "amina", "bobur", "node-kz", "dana", "erlan"] {
        // Random letters as a recovery sheet has them: nobody types them, and the files are the demonstration's own.
        let secret = RecoveryCode::draw(&SystemEntropy);
        crate::outside::write(&demo.at(name), format!("{}\n", secret.reveal()).as_bytes())?;
    }
    let nodes = walk::run(&demo)?;
    out.say("comity-demo-done", &[("folder", &shown(&demo.folder))]);
    if serve {
        demo.wait(&nodes)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A folder for whoever named none: what an earlier walk left stays as it is.
fn free() -> PathBuf {
    let others = (2..).map(|number| PathBuf::from(format!("{FOLDER}-{number}")));
    std::iter::once(PathBuf::from(FOLDER)).chain(others).find(|folder| !folder.exists()).expect("it goes on")
}

struct Demo<'a> {
    out: &'a Out,
    folder: PathBuf,
    program: PathBuf,
}

impl Demo<'_> {
    fn at(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn path(&self, name: &str) -> String {
        shown(&self.at(name))
    }

    /// Writes what the exercise works with: the seized files, the blocks, the tags, the values of the request.
    fn material(&self) -> Result<(), Failure> {
        for folder in MATERIAL {
            let to = self.at(folder);
            std::fs::create_dir_all(&to).map_err(|e| Failure::file("make", &to, e))?;
            let files = BUILT_IN.get_dir(folder).map(include_dir::Dir::files).into_iter().flatten();
            // What they are made of is told to whoever works on them, and was seized by nobody.
            for file in files.filter(|file| file.path().file_name().is_none_or(|name| name != "README.md")) {
                let path = self.at(&file.path().to_string_lossy());
                crate::outside::write(&path, file.contents())?;
            }
        }
        Ok(())
    }

    /// Heads a step.
    fn head(&self, key: &str) {
        self.out.line("");
        self.out.say(key, &[]);
    }

    /// Shows a command as it is typed, runs it, and shows what it tells, or the first lines of it.
    fn step(&self, words: &[String]) -> Result<Value, Failure> {
        let typed: Vec<_> = words.iter().map(|word| quoted(word)).collect();
        self.out.line(&format!("$ comity {}", typed.join(" ")));
        let (told, answer) = self.run(words)?;
        for line in told.lines().take(LINES) {
            self.out.line(&format!("    {line}"));
        }
        if let more @ 1.. = told.lines().count().saturating_sub(LINES) {
            self.out.say("comity-demo-more", &[("lines", &more.to_string())]);
        }
        Ok(answer)
    }

    /// Runs a command. Gives what it tells people, and its answer for programs.
    fn run(&self, words: &[String]) -> Result<(String, Value), Failure> {
        let output = self.command().arg("--both").args(words).output();
        let output = output.map_err(|e| Failure::file("start", &self.program, e))?;
        if !output.status.success() {
            let cause = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            return Err(Failure::new("comity-demo-stopped", vec![("cause", cause)]));
        }
        let said = String::from_utf8_lossy(&output.stdout);
        let (mut told, mut answer) = (String::new(), Value::Null);
        for line in said.lines() {
            match line.strip_prefix(RECORD) {
                Some(json) => answer = serde_json::from_str(json).unwrap_or_default(),
                None => told.extend([line, "\n"]),
            }
        }
        Ok((told, answer))
    }

    /// This program, without the settings of whoever runs the demonstration.
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        for name in ["NODE", "NODE_PASSPHRASE_FILE", "OFFICER", "OFFICE", "PASSPHRASE_FILE"] {
            command.env_remove(format!("COMITY_{name}"));
        }
        command.env("COMITY_ZONE", SystemClock.zone());
        command.stdin(Stdio::null()).stderr(Stdio::piped());
        command
    }

    /// Leaves the pages open until somebody ends the program, or a node ends.
    fn wait(&self, nodes: &[Served; 2]) -> Result<(), Failure> {
        for node in nodes {
            self.out.say("comity-demo-pages", &[("office", node.called), ("url", &node.url)]);
            for (officer, file) in node.officers {
                let values = [("officer", *officer), ("file", &self.path(file))];
                self.out.say("comity-demo-sign-in", &values);
            }
        }
        self.out.say("comity-demo-waiting", &[]);
        crate::node::block_on(async {
            tokio::signal::ctrl_c().await.map_err(|e| Failure::file("start", Path::new("signal"), e))
        })
    }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=,:".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

/// The words of a line.
fn line(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

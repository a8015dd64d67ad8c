//! The worked example of the guide, typed line by line as it stands there.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::bench::{errors, said};

const GUIDE: &str = include_str!("../../../docs/guide/requests.md");

/// Where an officer of the example works.
fn office(who: &str) -> &'static str {
    match who {
        "Amina" | "Bobur" | "dushanbe" => "dushanbe",
        "Dana" | "Erlan" | "astana" => "astana",
        other => panic!("{other} works nowhere"),
    }
}

/// The words of a line as a shell takes them: with quotes, and nothing else that acts.
pub fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (vec![], String::new(), false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.extend((!word.is_empty()).then(|| std::mem::take(&mut word))),
            c => word.push(c),
        }
    }
    assert!(!quoted, "a quote is open in {line}");
    words.extend((!word.is_empty()).then_some(word));
    words
}

fn put(path: &Path, text: &str) {
    let mut file =
        std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
}

struct Desk {
    folder: TempDir,
    /// What the placeholders stand for, in each office.
    printed: BTreeMap<(&'static str, &'static str), String>,
}

impl Desk {
    fn types(&mut self, who: &str, line: &str) {
        let office = office(who);
        let at = |name: &str| self.folder.path().join(name);
        let words: Vec<String> = words(line)
            .into_iter()
            .map(|word| match word.as_str() {
                "CASE" | "PROPOSAL" => self
                    .printed
                    .iter()
                    .find(|((of, name), _)| *of == office && *name == word)
                    .unwrap()
                    .1
                    .clone(),
                _ => word,
            })
            .collect();
        let run = |json: bool| {
            let mut program = Command::new(env!("CARGO_BIN_EXE_comity"));
            program
                .env_clear()
                .env("COMITY_ZONE", "Asia/Dushanbe")
                .env("COMITY_NODE", at(office))
                .env("COMITY_OFFICER", who)
                .env("COMITY_PASSPHRASE_FILE", at("passphrase"))
                .env("COMITY_NODE_PASSPHRASE_FILE", at("passphrase"))
                .current_dir(self.folder.path())
                .args(json.then_some("--json"))
                .args(&words[1..]);
            if words[1..3] == ["node", "init"] {
                for option in
                    ["--founder-passphrase-file", "--founder-passphrase-file", "--node-passphrase-file"]
                {
                    program.arg(option).arg(at("passphrase"));
                }
                program.env_remove("COMITY_NODE_PASSPHRASE_FILE").env_remove("COMITY_PASSPHRASE_FILE");
            }
            program.output().unwrap()
        };
        let output = run(true);
        assert!(output.status.success(), "{who}$ {line}\n{}{}", said(&output), errors(&output));
        let answers: Vec<Value> =
            said(&output).lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        for answer in &answers {
            for (field, name) in [("case", "CASE"), ("entry", "PROPOSAL")] {
                if let Some(value) = answer[field].as_str() {
                    self.printed.insert((office, name), value.to_owned());
                }
            }
        }
    }
}

#[test]
fn the_worked_example_is_typed_as_it_stands_and_leaves_two_sound_nodes() {
    let mut desk = Desk { folder: tempfile::tempdir().unwrap(), printed: BTreeMap::new() };
    put(&desk.folder.path().join("passphrase"), "the passphrase of everybody in the example\n");
    let (mut lines, mut typed) = (GUIDE.lines(), 0);
    while let Some(line) = lines.next() {
        if let Some(file) = line.strip_prefix("```toml ") {
            let text: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
            put(&desk.folder.path().join(file), &format!("{}\n", text.join("\n")));
        } else if let Some((who, command)) = line.strip_prefix("    ").and_then(|line| line.split_once("$ "))
        {
            desk.types(who, command);
            typed += 1;
        }
    }
    assert!(typed > 40, "only {typed} commands were found");
    let clocks = |who: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_comity"));
        program
            .env_clear()
            .env("COMITY_NODE", desk.folder.path().join(office(who)))
            .env("COMITY_OFFICER", who);
        program.env("COMITY_PASSPHRASE_FILE", desk.folder.path().join("passphrase"));
        program.env("COMITY_NODE_PASSPHRASE_FILE", desk.folder.path().join("passphrase"));
        said(&program.args(["--json", "request", "list"]).output().unwrap())
    };
    for (who, stage) in [("Amina", "closed"), ("Dana", "executed")] {
        let listed: Value = serde_json::from_str(clocks(who).lines().next().unwrap()).unwrap();
        assert_eq!(listed["stage"], stage, "{who}");
    }
}

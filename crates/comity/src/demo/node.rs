//! The two nodes of the exercise, each served by a process of its own.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use serde_json::Value;

use super::{Demo, line};
use crate::out::Failure;

/// A node that is served until this is dropped.
pub struct Served {
    /// What people call the office.
    pub called: &'static str,
    /// The folder of the node.
    pub folder: &'static str,
    /// The file with its passphrase.
    secret: &'static str,
    /// The officers, each with the file of the passphrase.
    pub officers: &'static [(&'static str, &'static str)],
    /// Where its pages are.
    pub url: String,
    /// Where other nodes reach it.
    pub door: String,
    process: Child,
}

impl Served {
    /// Starts to serve a node, with its pages and its door on free ports of this machine.
    pub fn start(
        demo: &Demo<'_>,
        called: &'static str,
        folder: &'static str,
        secret: &'static str,
        officers: &'static [(&'static str, &'static str)],
    ) -> Result<Self, Failure> {
        let (node, file) = (demo.path(folder), demo.path(secret));
        let words = line(&[
            "node",
            "serve",
            "--node",
            &node,
            "--node-passphrase-file",
            &file,
            "--listen",
            "127.0.0.1:0",
            "--door",
            "127.0.0.1:0",
        ]);
        demo.out.line(&format!("$ comity {}", words.join(" ")));
        let failed = |e| Failure::file("start", &demo.program, e);
        let mut command = demo.command();
        command.arg("--json").args(&words).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().map_err(failed)?;
        let mut said = String::new();
        if let Some(stdout) = process.stdout.take() {
            BufReader::new(stdout).read_line(&mut said).map_err(failed)?;
        }
        let answer: Value = serde_json::from_str(&said).unwrap_or_default();
        let text = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
        let served = Self { called, folder, secret, officers, url: text("url"), door: text("door"), process };
        if served.url.is_empty() || served.door.is_empty() {
            return Err(Failure::new("comity-demo-stopped", vec![("cause", said)]));
        }
        Ok(served)
    }

    /// The words of a command by an officer of this node.
    pub fn by(&self, demo: &Demo<'_>, officer: &str, command: &[&str]) -> Vec<String> {
        let file =
            self.officers.iter().find(|(name, _)| *name == officer).map_or(self.secret, |(_, file)| file);
        let named = line(&[
            "--node",
            &demo.path(self.folder),
            "--as",
            officer,
            "--passphrase-file",
            &demo.path(file),
        ]);
        line(command).into_iter().chain(named).collect()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It is told to end, so that its store is closed in order; whoever does not listen is ended.
        let told = i32::try_from(self.process.id()).ok().and_then(rustix::process::Pid::from_raw);
        if let Some(pid) = told {
            let _ = rustix::process::kill_process(pid, rustix::process::Signal::TERM);
        }
        for _ in 0..100 {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

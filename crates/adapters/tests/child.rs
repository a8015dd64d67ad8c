//! The child of the integration tests: sandboxed tasks that misbehave, a process that holds a lock until it is
//! killed, a parent that is killed over its child, and a stranger at the local socket.

mod tasks;

use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use comity_adapters::frame::write_frame;
use comity_adapters::lock::FolderLock;
use comity_adapters::sandbox::{self, Job, Sandbox, Source};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        [sandbox::SUBCOMMAND, task] => sandbox::child::run(tasks::TASKS, task),
        ["hold-lock", folder] => hold_lock(Path::new(folder)),
        ["hold-child"] => hold_child(),
        ["connect", socket] => connect(Path::new(socket)),
        _ => ExitCode::from(64),
    }
}

/// Locks a folder, says so, and waits to be killed.
fn hold_lock(folder: &Path) -> ExitCode {
    let Ok(_lock) = FolderLock::acquire(folder) else { return ExitCode::FAILURE };
    say("held");
    let _ = io::stdin().read(&mut [0]);
    ExitCode::SUCCESS
}

/// Runs a sandboxed child that sleeps with this process's standard input as its input, says when it sleeps, and
/// waits for it.
fn hold_child() -> ExitCode {
    let Ok(input) = io::stdin().as_fd().try_clone_to_owned() else { return ExitCode::FAILURE };
    let _ = Sandbox::new(tasks::TASKS).run(&Job::new("sleep"), Source::File(input.into()), &mut |_| {
        say("asleep");
        ControlFlow::Continue(())
    });
    ExitCode::SUCCESS
}

/// Sends a request to a socket and says whether anything came back.
fn connect(socket: &Path) -> ExitCode {
    let Ok(mut stream) = UnixStream::connect(socket) else {
        say("not connected");
        return ExitCode::FAILURE;
    };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
    let _ = write_frame(&mut stream, 1, b"who am I");
    let mut answer = Vec::new();
    match stream.read_to_end(&mut answer) {
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => say("silence"),
        _ => say(if answer.is_empty() { "closed" } else { "answered" }),
    }
    ExitCode::SUCCESS
}

fn say(word: &str) {
    let _ = writeln!(io::stdout(), "{word}").and_then(|()| io::stdout().flush());
}

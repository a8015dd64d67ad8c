//! Case node for cooperation against cybercrime across borders: the command line.
//!
//! Every command is a thin door. Those on a case go to `casework`; those of an engine work on files and know no case.
//! Nothing is decided here.

mod agreement;
mod ask;
mod beside;
mod caller;
mod carrier;
mod case;
mod channel;
mod cli;
mod decision;
mod demo;
mod dispatch;
mod engine;
mod exhibit;
mod export;
mod folder;
mod lead;
mod licences;
mod log;
mod neighbours;
mod node;
mod objects;
mod office;
mod out;
mod outside;
mod packs;
mod page_tls;
mod report;
mod request;
mod secret;
mod serve;
mod serving;
mod size;
mod stamp;
mod tasks;
mod terminal;
mod wire;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::CommandFactory as _;
use comity_adapters::sandbox;
use comity_adapters::world::count_days_in;

use cli::{Cli, Command};
use out::{Failure, Out};

/// Runs the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    // A sandboxed child gives up its rights before anything else exists in the process.
    let mut arguments = std::env::args();
    if arguments.nth(1).as_deref() == Some(sandbox::SUBCOMMAND) {
        return sandbox::child::run(tasks::TASKS, &arguments.next().unwrap_or_default());
    }
    let line = words::typed();
    log::begin(&line.cli);
    let out = Out::new(line.cli.readers(), line.cli.language.clone());
    let placed = out.speaks().and_then(|()| count_days_in(line.cli.zone.as_deref()).map_err(Failure::of));
    let answered = placed.and_then(|()| {
        let served = ask::served(&out, &line);
        served.unwrap_or_else(|| run(&out, line.cli.command))
    });
    match answered {
        Ok(code) => code,
        Err(failure) => {
            out.failure(&failure);
            ExitCode::FAILURE
        }
    }
}

/// Reads words as a command line, for whoever tries words that nobody would type. `None` when they are none; else
/// whether they are understood as well when they are written out for the process that serves the node.
#[must_use]
pub fn understands(words: &[OsString]) -> Option<bool> {
    words::understood(words)
}

fn run(out: &Out, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Node(command) => node::run(out, command),
        Command::Office(command) => office::run(out, command),
        Command::Case(command) => case::run(out, command),
        Command::Agreement(command) => agreement::run(out, command),
        Command::Channel(command) => channel::run(out, command),
        Command::Request(command) => request::run(out, command),
        Command::Packs(command) => packs::run(out, command),
        Command::Scan(arguments) => engine::scan::run(out, &arguments),
        Command::Chain(command) => engine::chain::run(out, command),
        Command::Evidence(command) => engine::evidence::run(out, command),
        Command::Law(command) => engine::law::run(out, command),
        Command::Form(command) => engine::form::run(out, command),
        Command::Demo { dir, no_serve } => demo::run(out, dir, !no_serve),
        Command::Licences { name } => licences::run(out, name.as_deref()),
        Command::Completions { shell } => {
            out.print_with(|bytes| clap_complete::generate(shell, &mut Cli::command(), "comity", bytes));
            Ok(ExitCode::SUCCESS)
        }
        Command::Man { folder } => {
            clap_mangen::generate_to(Cli::command(), &folder)
                .map_err(|source| Failure::file("man", &folder, source))?;
            out.say("comity-man-written", &[("folder", &out::shown(&folder))]);
            Ok(ExitCode::SUCCESS)
        }
    }
}

//! What the program notes while it works, for whoever runs the machine: on standard error, one line each. What happened in
//! a case is not here but in its entries, and no secret and no content of a case is noted at any level.

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;

use crate::cli::{Cli, Command, LogLevel, NodeCommand};

/// The first part of the names of our crates.
const OURS: &str = "comity";

/// Begins to note, as the command line says.
pub fn begin(cli: &Cli) {
    let level = cli.log.map_or_else(|| usual(&cli.command), filter);
    // Libraries tell at length what they do; of them only faults count.
    let targets = Targets::new().with_target(OURS, level).with_default(level.min(LevelFilter::ERROR));
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(false);
    let notes = tracing_subscriber::registry().with(targets).with(lines);
    // There is one already only where a test began one.
    let _ = tracing::subscriber::set_global_default(notes);
}

/// What is noted when nobody says otherwise: a serving node runs unwatched, so it also tells whom it refused.
fn usual(command: &Command) -> LevelFilter {
    match command {
        Command::Node(NodeCommand::Serve(_)) => LevelFilter::INFO,
        _ => LevelFilter::WARN,
    }
}

fn filter(level: LogLevel) -> LevelFilter {
    match level {
        LogLevel::Off => LevelFilter::OFF,
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    }
}

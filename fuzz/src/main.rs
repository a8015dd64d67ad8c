//! The driver: runs every fuzz target for a while, each in a process of its own, on the stable toolchain.
//!
//! A process of its own, because a parser that overflows the stack or asks for all memory takes its process
//! with it. Such a target is run again with the same seed, hence the same inputs, each written to a file first.

mod child;
mod guard;
mod selftest;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use comity_fuzz::Target;

#[global_allocator]
static GUARD: guard::Guard = guard::Guard;

const USAGE: &str = "\
Feeds every parser of foreign bytes its regression inputs, its seeds, and inputs made from both.

  cargo run -p comity-fuzz -- [OPTIONS]

  --seconds-per-target N   how long to make inputs for each target (default 2)
  --runs N                 stop a target after N made inputs, whatever the time
  --target NAME            only this target
  --seed N                 other inputs (default 1; the same seed gives the same inputs)
  --replay FILE            run one input, with --target
  --limit-seconds N        how long one input may take (default 20)
  --failures DIR           where failing inputs are kept (default fuzz/failures)
  --list                   the names of the targets
  --self-test              targets that fail, to try the driver itself
";

/// How long a target may take for one input. Parsers answer within milliseconds; the rest is room for an
/// unoptimised build on a machine that does something else besides.
const LIMIT_SECONDS: f64 = 20.0;

struct Arguments {
    seconds: f64,
    runs: u64,
    target: Option<String>,
    seed: u64,
    replay: Option<PathBuf>,
    limit: f64,
    failures: Option<PathBuf>,
    list: bool,
    help: bool,
    self_test: bool,
    /// Given by the driver to itself.
    child: bool,
    careful: bool,
}

fn main() -> io::Result<ExitCode> {
    let arguments = match arguments(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(problem) => {
            write!(io::stderr(), "{problem}\n\n{USAGE}")?;
            return Ok(ExitCode::from(2));
        }
    };
    if arguments.help {
        io::stdout().write_all(USAGE.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(folder) = &arguments.failures {
        child::FAILURES.get_or_init(|| folder.clone());
    }
    let mut targets = if arguments.self_test { selftest::targets() } else { comity_fuzz::targets() };
    if let Some(name) = &arguments.target {
        targets.retain(|target| target.name == name);
        if targets.is_empty() {
            writeln!(io::stderr(), "there is no target {name}; --list names them")?;
            return Ok(ExitCode::from(2));
        }
    }
    if arguments.list {
        for target in targets {
            writeln!(io::stdout(), "{}", target.name)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    if let (Some(file), [target]) = (&arguments.replay, targets.as_slice()) {
        return child::replay(*target, file, Duration::from_secs_f64(arguments.limit));
    }
    if arguments.replay.is_some() {
        writeln!(io::stderr(), "--replay needs --target")?;
        return Ok(ExitCode::from(2));
    }
    if let (true, [target]) = (arguments.child, targets.as_slice()) {
        let order = child::Order {
            time: Duration::from_secs_f64(arguments.seconds),
            runs: arguments.runs,
            seed: arguments.seed,
            limit: Duration::from_secs_f64(arguments.limit),
            careful: arguments.careful,
        };
        return child::run(*target, &order);
    }
    drive(&targets, &arguments)
}

/// Runs the targets one after the other and prints the table.
fn drive(targets: &[Target], arguments: &Arguments) -> io::Result<ExitCode> {
    let mut out = io::stdout();
    writeln!(out, "{:<36} {:>10} {:>10}", "target", "runs", "runs/s")?;
    let mut failed = Vec::new();
    for target in targets {
        let Ended { status, counted } = spawn(*target, arguments, false)?;
        if let Some((runs, micros)) = counted.filter(|_| status == Some(0)) {
            let per_second = u128::from(runs) * 1_000_000 / u128::from(micros.max(1));
            writeln!(out, "{:<36} {runs:>10} {per_second:>10}", target.name)?;
            continue;
        }
        writeln!(out, "{:<36} {:>10}", target.name, "FAILED")?;
        failed.push(target.name);
        // With status 1 the child has reported; with anything else it died, and has to die again, watched.
        if status != Some(1) {
            let again = spawn(*target, arguments, true)?.status;
            let path = child::careful_path(target.name);
            match fs::read(&path) {
                Ok(input) if again != Some(0) && again != Some(1) => {
                    child::keep(target.name, &input, "the process died: stack overflow, abort or no memory")?;
                    fs::remove_file(path)?;
                }
                _ => writeln!(
                    io::stderr(),
                    "FAILED {}: the process died once, and not again with --seed {}",
                    target.name,
                    arguments.seed
                )?,
            }
        }
    }
    writeln!(out, "{} targets, {} failed", targets.len(), failed.len())?;
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How the process of a target ended.
struct Ended {
    /// None when a signal ended it.
    status: Option<i32>,
    /// The runs and the microseconds that it told.
    counted: Option<(u64, u64)>,
}

/// Runs one target in a process of its own.
fn spawn(target: Target, arguments: &Arguments, careful: bool) -> io::Result<Ended> {
    // A careful run writes a file for every input, so it gets longer to come as far.
    let seconds = if careful { arguments.seconds * 20.0 + 10.0 } else { arguments.seconds };
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["--child", "--target", target.name]);
    command.args(["--seconds-per-target", &seconds.to_string(), "--seed", &arguments.seed.to_string()]);
    command.args(["--runs", &arguments.runs.to_string()]);
    command.args(["--limit-seconds", &arguments.limit.to_string()]);
    if let Some(folder) = &arguments.failures {
        command.arg("--failures").arg(folder);
    }
    if arguments.self_test {
        command.arg("--self-test");
    }
    if careful {
        command.arg("--careful");
    }
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let counted = text.lines().find_map(|line| {
        let mut words = line.strip_prefix(child::RESULT)?.split_whitespace().map(str::parse);
        Some((words.next()?.ok()?, words.next()?.ok()?))
    });
    Ok(Ended { status: output.status.code(), counted })
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut arguments = Arguments {
        seconds: 2.0,
        runs: u64::MAX,
        target: None,
        seed: 1,
        replay: None,
        limit: LIMIT_SECONDS,
        failures: None,
        list: false,
        help: false,
        self_test: false,
        child: false,
        careful: false,
    };
    while let Some(option) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("{option} wants a value"));
        match option.as_str() {
            "--seconds-per-target" => arguments.seconds = seconds(&option, &value()?)?,
            "--limit-seconds" => arguments.limit = seconds(&option, &value()?)?,
            "--failures" => arguments.failures = Some(PathBuf::from(value()?)),
            "--self-test" => arguments.self_test = true,
            "--runs" => arguments.runs = value()?.parse().map_err(|_| format!("{option} wants a number"))?,
            "--seed" => arguments.seed = value()?.parse().map_err(|_| format!("{option} wants a number"))?,
            "--target" => arguments.target = Some(value()?),
            "--replay" => arguments.replay = Some(PathBuf::from(value()?)),
            "--list" => arguments.list = true,
            "--help" | "-h" => arguments.help = true,
            "--child" => arguments.child = true,
            "--careful" => arguments.careful = true,
            _ => return Err(format!("{option} is not an option")),
        }
    }
    Ok(arguments)
}

fn seconds(option: &str, value: &str) -> Result<f64, String> {
    let seconds: f64 = value.parse().map_err(|_| format!("{option} wants a number of seconds"))?;
    if !(0.0..=86_400.0).contains(&seconds) {
        return Err(format!("{option} is between 0 and 86400"));
    }
    Ok(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Arguments, String> {
        arguments(words.iter().map(ToString::to_string))
    }

    #[test]
    fn options_are_read_and_wrong_ones_refused() {
        let given = parse(&["--target", "scan-bytes", "--seconds-per-target", "0.5", "--seed", "9"]).ok();
        assert_eq!(given.map(|a| (a.target, a.seed)), Some((Some("scan-bytes".to_owned()), 9)));
        assert!(parse(&["--target"]).is_err());
        assert!(parse(&["--seconds-per-target", "-1"]).is_err());
        assert!(parse(&["--seconds-per-target", "NaN"]).is_err());
        assert!(parse(&["--seconds"]).is_err());
    }
}

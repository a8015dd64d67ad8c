//! Runs one target in this process, which may die of it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

use comity_fuzz::{Mutator, Target};

use crate::guard;

/// How many shorter versions of a failing input are tried.
const MAX_SHORTENINGS: usize = 400;

/// What the child prints before the number of runs and the microseconds, for the parent to read.
pub const RESULT: &str = "RESULT";

/// What one run of a target is told to do.
pub struct Order {
    /// For how long inputs are made, after the regression inputs and the seeds.
    pub time: Duration,
    /// After how many made inputs to stop, whatever the time.
    pub runs: u64,
    /// What the inputs depend on.
    pub seed: u64,
    /// How long a target may take for one input.
    pub limit: Duration,
    /// Whether to write each input to a file before it is run, so that it is known when the process dies.
    pub careful: bool,
}

/// The input that is being run, for those who report a failure from elsewhere.
static CURRENT: Mutex<Option<(&'static str, Vec<u8>)>> = Mutex::new(None);
/// When it was begun, in milliseconds since the start of the run, plus one; 0 between inputs.
static BEGUN: AtomicU64 = AtomicU64::new(0);
static QUIET: AtomicBool = AtomicBool::new(false);

/// Runs one target: regression inputs, seeds, then what the mutator makes of both.
pub fn run(target: Target, order: &Order) -> io::Result<ExitCode> {
    let start = Instant::now();
    let limit = order.limit;
    std::thread::spawn(move || watch(start, limit));
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if !QUIET.load(Ordering::Relaxed) {
            usual(info);
        }
    }));
    let mut seeds = corpus(target.name)?;
    seeds.extend((target.seeds)());
    let mut runs = 0;
    for seed in &seeds {
        if !try_input(target, seed, order.careful, start)? {
            return failed(target, seed.clone(), start);
        }
        runs += 1;
    }
    let mut mutator = Mutator::new(order.seed, seeds);
    let begun = Instant::now();
    let mut made = 0;
    while made < order.runs && begun.elapsed() < order.time {
        let input = mutator.next_input();
        if !try_input(target, &input, order.careful, start)? {
            return failed(target, input, start);
        }
        made += 1;
    }
    runs += made;
    if order.careful {
        fs::remove_file(careful_path(target.name))?;
    }
    writeln!(io::stdout(), "{RESULT} {runs} {}", start.elapsed().as_micros())?;
    Ok(ExitCode::SUCCESS)
}

/// Runs one input from a file.
pub fn replay(target: Target, file: &Path, limit: Duration) -> io::Result<ExitCode> {
    let start = Instant::now();
    std::thread::spawn(move || watch(start, limit));
    let input = fs::read(file)?;
    let survived = try_input(target, &input, false, start)?;
    let verdict = if survived { "passes" } else { "FAILS" };
    writeln!(io::stdout(), "{}: {} ({} bytes) {verdict}", target.name, file.display(), input.len())?;
    Ok(if survived { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Where failing inputs are written, when not into `failures/` of this package.
pub static FAILURES: OnceLock<PathBuf> = OnceLock::new();

/// Where failing inputs are written.
pub fn failures() -> PathBuf {
    FAILURES.get().cloned().unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("failures"))
}

/// Where a careful run keeps the input that it is about to run.
pub fn careful_path(name: &str) -> PathBuf {
    failures().join(format!("{name}-running"))
}

/// Keeps a failing input and says how to have it again.
pub fn keep(name: &str, input: &[u8], why: &str) -> io::Result<()> {
    fs::create_dir_all(failures())?;
    let path = failures().join(format!("{name}-{:016x}", fnv(input)));
    File::create(&path)?.write_all(input)?;
    writeln!(
        io::stderr(),
        "FAILED {name}: {why}\n  again: cargo run -p comity-fuzz -- --target {name} --replay {}",
        path.display()
    )
}

/// Reports a failure that the process does not survive, and ends it.
#[expect(
    clippy::exit,
    reason = "a thread that hangs, or asks for all memory, cannot be ended in any other way"
)]
pub fn give_up(why: &str) -> ! {
    // An input whose run panicked while it was noted is still the input that was run.
    let current = CURRENT.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
    if let Some((name, input)) = current {
        let trace = std::backtrace::Backtrace::force_capture();
        let _reported = writeln!(io::stderr(), "{trace}");
        if let Err(cause) = keep(name, &input, why) {
            let _reported =
                writeln!(io::stderr(), "FAILED {name}: {why}; and the input cannot be kept: {cause}");
        }
    }
    std::process::exit(1);
}

fn watch(start: Instant, limit: Duration) {
    loop {
        std::thread::sleep(Duration::from_millis(200));
        let begun = BEGUN.load(Ordering::Acquire);
        if begun != 0 && millis(start).saturating_sub(begun) > millis_of(limit) {
            give_up(&format!("did not come back within {} seconds", limit.as_secs()));
        }
    }
}

fn try_input(target: Target, input: &[u8], careful: bool, start: Instant) -> io::Result<bool> {
    if careful {
        fs::create_dir_all(failures())?;
        File::create(careful_path(target.name))?.write_all(input)?;
    }
    *CURRENT.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some((target.name, input.to_vec()));
    BEGUN.store(millis(start) + 1, Ordering::Release);
    let survived = catch_unwind(AssertUnwindSafe(|| guard::watched(|| (target.run)(input)))).is_ok();
    BEGUN.store(0, Ordering::Release);
    guard::unwatch();
    Ok(survived)
}

fn failed(target: Target, input: Vec<u8>, start: Instant) -> io::Result<ExitCode> {
    QUIET.store(true, Ordering::Relaxed);
    let short = shorten(target, input, start)?;
    QUIET.store(false, Ordering::Relaxed);
    // Once more aloud, so that the message belongs to the input that is kept.
    let _panicked_again = try_input(target, &short, false, start)?;
    keep(target.name, &short, "panicked")?;
    Ok(ExitCode::FAILURE)
}

/// Leaves out pieces, large ones first, as long as it still fails.
fn shorten(target: Target, mut input: Vec<u8>, start: Instant) -> io::Result<Vec<u8>> {
    let mut tries = 0;
    let mut piece = input.len() / 2;
    while piece > 0 {
        let mut at = 0;
        while at < input.len() && tries < MAX_SHORTENINGS {
            let mut shorter = input.clone();
            shorter.drain(at..(at + piece).min(input.len()));
            tries += 1;
            if try_input(target, &shorter, false, start)? {
                at += piece;
            } else {
                input = shorter;
            }
        }
        piece /= 2;
    }
    Ok(input)
}

/// The regression inputs of a target, in the order of their names.
fn corpus(name: &str) -> io::Result<Vec<Vec<u8>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    paths.iter().map(fs::read).collect()
}

fn millis(start: Instant) -> u64 {
    millis_of(start.elapsed())
}

fn millis_of(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// FNV-1a: a short name for a file, nothing more.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

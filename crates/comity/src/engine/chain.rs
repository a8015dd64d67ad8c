//! `comity chain`: look-ups, traces and findings over a ledger, or over the block files of a node.
//!
//! Blocks that are read for one question, tag packs and findings beside them are read in a sandboxed child; this side only
//! opens the files and prints the answers. A whole chain is taken into a ledger, and a ledger is asked, in a process that
//! gives up everything else first ([`stored`]), or in a child that does, where the process holds keys.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use comity_adapters::sandbox::{Job, Limits, Minimum, Report, Sandbox, Source};
use comity_chain::Network;
use comity_chain::flow::coins;
use comity_chain::paths::PathLimits;
use comity_disk::RealDisk;
use serde_json::{Value, json};

use crate::cli::{self, Asked, ChainCommand};
use crate::folder::of_disk;
use crate::out::{Failure, Out, Progress, clean, shown};
use crate::outside::Outside;
use crate::tasks::chain::stored::StoreAsk;
use crate::tasks::chain::{Ask, Joining, Part, What};
use crate::tasks::{CHAIN, LEDGER, TASKS};

mod export;
mod stored;
mod tags;
pub mod trace;
mod transaction;

/// Parsing and linking take seconds a gigabyte; six hours are for the whole chain on a slow machine.
const CPU_SECONDS: u64 = 6 * 3600;
/// The largest answer: a finding with a drawing.
const ANSWER_BYTES: u64 = 64 << 20;
/// Memory for tag packs alone: the largest public collection has some hundred thousand rows.
const TAGS_MEMORY_GIB: u8 = 2;
/// The file of a node's folder that its block files are obfuscated with.
const KEY_FILE: &str = "xor.dat";

pub fn run(out: &Out, command: ChainCommand) -> Result<ExitCode, Failure> {
    match command {
        ChainCommand::Ingest(words) => stored::ingest(out, &words)?,
        ChainCommand::Export(words) => export::run(out, &words)?,
        ChainCommand::Status { asked } => {
            let answer = answers(out, &asked, What::Status, &Given::default())?;
            out.answer(&answer[0], |out| {
                print(out, &answer[0]);
                notes(out, &answer[0]);
            });
        }
        ChainCommand::Address { asked, address } => {
            let answer = answers(out, &asked, What::Address(address.clone()), &Given::default())?;
            return Ok(found(out, &answer[0], &address));
        }
        ChainCommand::Block { asked, block } => {
            let answer = answers(out, &asked, What::Block(block.clone()), &Given::default())?;
            return Ok(found(out, &answer[0], &block));
        }
        ChainCommand::Tx { asked, txids } => {
            let answers = answers(out, &asked, What::Transactions(txids.clone()), &Given::default())?;
            let found = txids.iter().zip(&answers).map(|(txid, answer)| transactions(out, answer, txid));
            let missed = found.filter(|code| *code == ExitCode::FAILURE).count();
            return Ok(if missed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS });
        }
        ChainCommand::Trace(words) => trace::trace(out, *words)?,
        ChainCommand::Peel(words) => trace::peel(out, &words)?,
        ChainCommand::Tags(command) => tags::run(out, command)?,
        ChainCommand::Verify { asked, tags, finding } => {
            let given = Given { finding: Some(&finding), tags: &tags, ..Given::default() };
            let answer = answers(out, &asked.into(), What::Verify, &given)?;
            let equal = answer[0]["equal"].as_bool() == Some(true);
            out.answer(&answer[0], |out| {
                out.say(if equal { "comity-finding-equal" } else { "comity-finding-differs" }, &[]);
                let differences = &answer[0]["differences"];
                let listed = json!({
                    "ledger_tip": differences["ledger_tip"], "differences": differences["differences"],
                });
                print(out, &listed);
                if differences["left_out"].as_u64().is_some_and(|count| count > 0) {
                    let count = differences["left_out"].to_string();
                    out.say("comity-finding-left-out", &[("count", &count)]);
                }
                print_packs(out, &answer[0]["packs"]);
            });
            return Ok(if equal { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        ChainCommand::Cluster { asked, by, limit, address } => {
            let (tags, by) = joining(by);
            let what = What::Cluster { address: address.clone(), by, limit };
            let answer = answers(out, &asked, what, &Given { tags: &tags, ..Given::default() })?;
            return Ok(found(out, &answer[0], &address));
        }
        ChainCommand::Clusters { asked, by, csv } => {
            let (tags, by) = joining(by);
            let what = What::Clusters { by, rows: csv.is_some() };
            let answer = table(out, &asked, what, &tags, csv.as_deref())?;
            out.answer(&answer, |out| {
                print(out, &answer["totals"]);
                for held in answer["held"].as_array().into_iter().flatten() {
                    out.line(&held.to_string());
                }
            });
        }
        ChainCommand::Joined { asked, by, address, other } => {
            let (tags, by) = joining(by);
            let what = What::Joined { address: address.clone(), other: other.clone(), by };
            let answer = answers(out, &asked, what, &Given { tags: &tags, ..Given::default() })?;
            out.answer(&answer[0], |out| {
                print_joined(out, &answer[0], &address, &other);
                bare_keys(out, &answer[0]);
            });
        }
        ChainCommand::Paths { asked, from, to, depth, limit, through_coinjoins } => {
            let limits =
                PathLimits { hops: depth, paths: limit.get(), through_coinjoins, ..PathLimits::default() };
            let answer = answers(out, &asked, What::Paths { from, to, limits }, &Given::default())?;
            out.answer(&answer[0], |out| {
                print_paths(out, &answer[0]);
                bare_keys(out, &answer[0]);
            });
        }
        ChainCommand::Coinjoins { asked, csv } => {
            let answer = table(out, &asked, What::CoinJoins { rows: csv.is_some() }, &[], csv.as_deref())?;
            out.answer(&answer, |out| print(out, &answer));
        }
        ChainCommand::Score { asked, truth } => {
            let given = Given { truth: Some(&truth), ..Given::default() };
            let answer = answers(out, &asked, What::Score, &given)?;
            out.answer(&answer[0], |out| print_score(out, &answer[0]));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn joining(by: cli::Joining) -> (Vec<PathBuf>, Joining) {
    let cli::Joining { layers, tags, decided } = by;
    (tags, Joining { layers, decided })
}

/// Asks for a summary and, where there is a file to write, for its lines.
fn table(
    out: &Out,
    asked: &Asked,
    what: What,
    tags: &[PathBuf],
    csv: Option<&Path>,
) -> Result<Value, Failure> {
    let mut file = csv.map(Outside::create).transpose()?;
    let (mut summary, mut written) = (Value::Null, Ok(()));
    let given = Given { tags, written: csv.into_iter().collect(), ..Given::default() };
    tell(out, asked, what, &given, &mut |answer| match (&answer, &mut file) {
        (Value::String(lines), Some(file)) => {
            if written.is_ok() {
                written = file.write_all(lines.as_bytes());
            }
        }
        _ => summary = answer,
    })?;
    if let (Some(file), Some(path)) = (file, csv) {
        written.map_err(|e| Failure::file("write", path, e))?;
        file.settle()?;
    }
    Ok(summary)
}

/// Files that belong to a question.
#[derive(Default)]
pub struct Given<'a> {
    /// Tag packs.
    pub tags: &'a [PathBuf],
    /// A finding that is verified.
    pub finding: Option<&'a Path>,
    /// A truth that is measured against.
    pub truth: Option<&'a Path>,
    /// Files that the answer is written to.
    pub written: Vec<&'a Path>,
}

/// Asks the ledger or the blocks that are named.
fn answers(out: &Out, asked: &Asked, what: What, given: &Given<'_>) -> Result<Vec<Value>, Failure> {
    let mut answers = vec![];
    tell(out, asked, what, given, &mut |answer| answers.push(answer))?;
    Ok(answers)
}

/// The same, answer by answer as they come.
fn tell(
    out: &Out,
    asked: &Asked,
    what: What,
    given: &Given<'_>,
    each: &mut dyn FnMut(Value),
) -> Result<(), Failure> {
    match &asked.of.store {
        Some(store) => stored::ask(out, store, asked.network.as_deref(), asked.at, &what, given, each),
        None => {
            ask_blocks(out, asked, what, given)?.into_iter().for_each(each);
            Ok(())
        }
    }
}

/// Tells what was found, or that nothing was, which is no success.
fn found(out: &Out, answer: &Value, text: &str) -> ExitCode {
    let nothing =
        answer.is_null() || answer["found"] == false || answer.as_array().is_some_and(Vec::is_empty);
    out.answer(answer, |out| {
        if nothing {
            out.say("comity-chain-nothing", &[("text", &clean(text))]);
            return bare_keys(out, answer);
        }
        let mut flat = answer.clone();
        let mut taken = |name| flat.as_object_mut().and_then(|fields| fields.remove(name));
        let (said, _) = (taken("tags"), taken("bare_keys_left_out"));
        print(out, &flat);
        if let Some(said) = said {
            tags::rows(out, &flat["address"], &said);
        }
        bare_keys(out, answer);
    });
    if nothing { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Tells what was found of a transaction: before BIP 30 several could have one id.
fn transactions(out: &Out, answer: &Value, txid: &str) -> ExitCode {
    let all = answer.as_array().map(Vec::as_slice).unwrap_or_default();
    if all.is_empty() {
        return found(out, answer, txid);
    }
    out.answer(answer, |out| all.iter().for_each(|one| transaction::print(out, one)));
    ExitCode::SUCCESS
}

/// By which addresses outputs to a bare public key were not looked for.
fn bare_keys(out: &Out, answer: &Value) {
    for address in answer["bare_keys_left_out"].as_array().into_iter().flatten() {
        out.say("comity-chain-bare-key", &[("address", &clean(address.as_str().unwrap_or_default()))]);
    }
}

/// Asks the ledger or the blocks that are named in a child, for a process that holds keys and goes on.
pub fn ask_apart(out: &Out, asked: &Asked, what: What, given: &Given<'_>) -> Result<Vec<Value>, Failure> {
    match &asked.of.store {
        Some(store) => ask_ledger(out, store, asked, what, given),
        None => ask_blocks(out, asked, what, given),
    }
}

/// Asks a child that reads the folder of a ledger and nothing else.
fn ask_ledger(
    out: &Out,
    store: &Path,
    asked: &Asked,
    what: What,
    given: &Given<'_>,
) -> Result<Vec<Value>, Failure> {
    let failed = |e| Failure::file("read", store, e);
    // A child begins at the root of the file system. Whether there is such a folder is said from here.
    RealDisk::open(store).map_err(of_disk)?;
    let store = std::path::absolute(store).map_err(failed)?;
    let ask = StoreAsk { network: asked.network.clone(), at: asked.at, what };
    let parameters = ask.parameters(&store);
    let minimum = Minimum::BESIDE_FOLDERS;
    let job = Job { parameters: &parameters, minimum, limits: limits(), ..Job::new(LEDGER) };
    let (answers, report) = child(out, &job, Parts::beside(given)?)?;
    stored::tell_confined(out, report.protection.landlock);
    Ok(answers)
}

/// Asks a sandboxed child that reads the blocks.
fn ask_blocks(out: &Out, asked: &Asked, what: What, given: &Given<'_>) -> Result<Vec<Value>, Failure> {
    let path = asked.of.blocks.as_deref().expect("the command line asks for blocks where it has no ledger");
    let mut parts = Parts::default();
    parts.add_all(Part::Blocks, &block_files(path)?)?;
    parts.waiting.append(&mut Parts::beside(given)?.waiting);
    let ask = Ask {
        network: asked.network.clone().unwrap_or_else(|| Network::Mainnet.to_string()),
        key: read_key(path)?,
        at: asked.at,
        first_height: asked.first_height,
        what,
    };
    answers_of(out, &ask, parts, asked.memory_gib)
}

/// Asks a sandboxed child that reads these parts.
fn answers_of(out: &Out, ask: &Ask, parts: Parts, memory_gib: u8) -> Result<Vec<Value>, Failure> {
    ask.network.parse::<Network>().map_err(Failure::of)?;
    let parameters = serde_json::to_vec(ask).expect("plain data");
    let limits = Limits { memory_bytes: u64::from(memory_gib) << 30, ..limits() };
    Ok(child(out, &Job { parameters: &parameters, limits, ..Job::new(CHAIN) }, parts)?.0)
}

fn limits() -> Limits {
    Limits {
        cpu_seconds: CPU_SECONDS,
        wall_millis: CPU_SECONDS * 2000,
        frame_bytes: ANSWER_BYTES,
        ..Limits::default()
    }
}

fn child(out: &Out, job: &Job<'_>, parts: Parts) -> Result<(Vec<Value>, Report), Failure> {
    let progress = out.progress_of_bytes(parts.waiting.iter().map(|(_, _, length)| length).sum());
    let mut parts = Watched { parts, done: 0, progress: &progress };
    let (replies, report) =
        Sandbox::new(TASKS).collect(job, Source::Stream(&mut parts)).map_err(Failure::of)?;
    let broken = || Failure::new("comity-child-answer", vec![]);
    let answers: Vec<Value> = replies
        .iter()
        .map(|reply| serde_json::from_slice(reply).map_err(|_| broken()))
        .collect::<Result<_, _>>()?;
    if answers.is_empty() { Err(broken()) } else { Ok((answers, report)) }
}

/// The block files of a folder in order of their numbers, or the one file that is named.
fn block_files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).map_err(|e| Failure::file("read", path, e))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|e| Failure::file("read", path, e))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with("blk") && Path::new(name).extension().is_some_and(|e| e == "dat") {
            stored::regular(&path)?;
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Failure::new("comity-no-block-files", vec![("folder", shown(path))]));
    }
    Ok(files)
}

fn read_key(path: &Path) -> Result<Option<[u8; 8]>, Failure> {
    let folder = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new(".")) };
    let file = folder.join(KEY_FILE);
    if file.exists() {
        stored::regular(&file)?;
    }
    match std::fs::read(&file) {
        Ok(bytes) => bytes
            .try_into()
            .map(Some)
            .map_err(|_| Failure::new("comity-xor-key", vec![("path", shown(&file))])),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Failure::file("read", &file, e)),
    }
}

/// What is read, and how much of it was.
struct Watched<'a> {
    parts: Parts,
    done: u64,
    progress: &'a Progress,
}

impl Read for Watched<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.parts.read(out)?;
        self.done = self.done.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        self.progress.set(self.done);
        Ok(read)
    }
}

/// The files one after another, each after a head that tells its part, name and length.
#[derive(Default)]
struct Parts {
    waiting: VecDeque<(Vec<u8>, File, u64)>,
    head: VecDeque<u8>,
    body: Option<io::Take<File>>,
}

impl Parts {
    /// The files that belong to a question.
    fn beside(given: &Given<'_>) -> Result<Self, Failure> {
        let mut parts = Self::default();
        parts.add_all(Part::Tags, given.tags)?;
        parts.add_all(Part::Finding, given.finding.map(Path::to_owned).as_slice())?;
        parts.add_all(Part::Truth, given.truth.map(Path::to_owned).as_slice())?;
        Ok(parts)
    }

    fn add_all(&mut self, part: Part, paths: &[PathBuf]) -> Result<(), Failure> {
        for path in paths {
            let (file, length) = stored::open(path)?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.waiting.push_back((part.head(&name, length), file, length));
        }
        Ok(())
    }
}

impl Read for Parts {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.head.is_empty() {
                return self.head.read(out);
            }
            if let Some(body) = &mut self.body {
                let read = body.read(out)?;
                if read > 0 || out.is_empty() {
                    return Ok(read);
                }
                if body.limit() > 0 {
                    return Err(io::Error::new(
                        io::ErrorKind::UnexpectedEof,
                        "a file became shorter while it was read",
                    ));
                }
                self.body = None;
            }
            let Some((head, file, length)) = self.waiting.pop_front() else { return Ok(0) };
            self.head = head.into();
            self.body = Some(file.take(length));
        }
    }
}

/// A flat answer, a line a value.
fn print(out: &Out, answer: &Value) {
    match answer {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::Array(items) => {
                        out.line(&format!("{name}: {}", items.len()));
                        for item in items {
                            match item {
                                Value::String(text) => out.line(&format!("  {text}")),
                                other => out.line(&format!("  {other}")),
                            }
                        }
                    }
                    Value::String(text) => out.line(&format!("{name}: {text}")),
                    other => out.line(&format!("{name}: {other}")),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| out.line(&item.to_string())),
        other => out.line(&other.to_string()),
    }
}

/// What the source of the blocks had to say: a record that breaks off, room that was not used.
pub fn notes(out: &Out, status: &Value) {
    for note in status["report"]["notes"].as_array().into_iter().flatten() {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), clean);
        let (file, offset) = (text(&note["place"]["file"]), text(&note["place"]["offset"]));
        let values = [("file", &*file), ("offset", &*offset), ("length", &*text(&note["length"]))];
        out.say(&format!("chain-note-{}", text(&note["note"])), &values);
    }
}

/// Which packs a finding was compared with, and what came of it.
fn print_packs(out: &Out, packs: &Value) {
    for pack in packs.as_array().into_iter().flatten() {
        let text = |name: &str| pack[name].as_str().map_or_else(|| pack[name].to_string(), clean);
        let [title, creator, digest, rows] = ["title", "creator", "digest", "rows"].map(text);
        let values = [("title", &*title), ("creator", &creator), ("digest", &digest), ("rows", &rows)];
        let key = match pack["standing"].as_str() {
            Some("agrees") => "comity-finding-pack-agrees",
            Some("differs") => "comity-finding-pack-differs",
            _ => "comity-finding-pack-not-here",
        };
        out.say(key, &values);
        if pack["entered"] != 0 {
            out.say("comity-finding-pack-entered", &[("rows", &*text("entered"))]);
        }
    }
}

/// By which transaction two addresses became one owner's, and the way from one to the other.
fn print_joined(out: &Out, answer: &Value, address: &str, other: &str) {
    let text = |step: &Value, name: &str| match &step[name] {
        Value::String(text) => clean(text),
        other => other.to_string(),
    };
    if answer["same"] == true {
        return out.say("comity-joined-same", &[("address", &clean(address)), ("other", &clean(other))]);
    }
    let by = &answer["by"];
    if by.is_null() {
        out.say("comity-not-joined", &[("address", &clean(address)), ("other", &clean(other))]);
        for held in answer["held"].as_array().into_iter().flatten() {
            let (txid, actors) =
                (text(held, "txid"), format!("{} / {}", held["actors"], held["other_actors"]));
            out.say("comity-joined-held", &[("txid", &txid), ("actors", &clean(&actors))]);
        }
        return;
    }
    out.say("comity-joined", &[("txid", &text(by, "txid")), ("height", &text(by, "height"))]);
    for step in answer["proof"].as_array().into_iter().flatten() {
        let [height, txid, layer, from, to] =
            ["height", "txid", "layer", "address", "other"].map(|name| text(step, name));
        out.line(&format!("{height:>7}  {txid}  {layer}  {from}  {to}"));
    }
}

/// The ways, each under its number.
fn print_paths(out: &Out, answer: &Value) {
    let paths = answer["paths"].as_array().map(Vec::as_slice).unwrap_or_default();
    for (number, path) in (1..).zip(paths) {
        let steps = path.as_array().map(Vec::as_slice).unwrap_or_default();
        let (number, count) = (number.to_string(), steps.len().to_string());
        out.say("comity-path", &[("number", &number), ("steps", &count)]);
        for step in steps {
            let text = |name: &str| clean(step[name].as_str().unwrap_or_default());
            let value = coins(step["value_sat"].as_u64().unwrap_or_default());
            out.line(&format!(
                "{:>7}  {}  {} → {}  {value}",
                step["height"].to_string(),
                text("txid"),
                text("from"),
                text("to")
            ));
        }
    }
    let (count, seen) = (paths.len().to_string(), answer["transactions"].to_string());
    let at_coinjoins = answer["at_coinjoins"].as_u64().unwrap_or_default();
    if at_coinjoins > 0 {
        out.say("comity-paths-coinjoins", &[("count", &at_coinjoins.to_string())]);
    }
    let all = if answer["cut_off"] == true { "comity-paths-cut-off" } else { "comity-paths-all" };
    out.say(all, &[("count", &count), ("transactions", &seen)]);
}

/// How well the engine did, and on what: no figure goes without the chain that it is of.
fn print_score(out: &Out, answer: &Value) {
    let count = |name: &str| answer[name].to_string();
    out.say(
        "comity-scored",
        &[
            ("network", answer["network"].as_str().unwrap_or_default()),
            ("tip", answer["tip"].as_str().unwrap_or_default()),
            ("transactions", &count("transactions")),
            ("addresses", &count("addresses")),
            ("owners", &count("owners")),
        ],
    );
    let passed_over = answer["unlabelled_coinjoins"].as_array().map_or(0, Vec::len).to_string();
    let key =
        if answer["whole"] == Value::Bool(true) { "comity-score-whole" } else { "comity-score-labelled" };
    out.say(key, &[("unlabelled", &count("unlabelled")), ("coinjoins", &passed_over)]);
    let measure = |kind: &str, name: &str, measure: &Value| {
        let part = |field: &str| match measure[field].as_u64() {
            Some(ppm) => format!("{}.{:06}", ppm / 1_000_000, ppm % 1_000_000),
            None => "-".to_owned(),
        };
        let [said, right, actual] = ["said", "right", "actual"].map(|field| measure[field].to_string());
        let (precision, recall) = (part("precision_ppm"), part("recall_ppm"));
        out.line(&format!(
            "{kind:<10} {name:<28} {precision:>10} {recall:>10}  {right:>9} {said:>9} {actual:>9}"
        ));
    };
    out.say("comity-score-columns", &[]);
    for kind in ["clusters", "change"] {
        for (name, of) in answer[kind].as_object().into_iter().flatten() {
            measure(kind, name, of);
        }
    }
    measure("coinjoins", "", &answer["coinjoins"]);
    measure("peels", "", &answer["peels"]);
    for kind in ["false_coinjoins", "missed_coinjoins", "unlabelled_coinjoins"] {
        for txid in answer[kind].as_array().into_iter().flatten() {
            out.line(&format!("{kind}: {}", txid.as_str().unwrap_or_default()));
        }
    }
}

//! `comity scan`: files are searched in a sandboxed child.

pub mod far;
pub mod known;
mod name;
pub mod rules;
pub mod secrets;
pub mod segments;

use std::fs::File;
use std::io::{self, ErrorKind, Seek as _};
use std::ops::ControlFlow;
use std::os::unix::fs::FileTypeExt as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use comity_adapters::sandbox::{Job, Limits, ReadSeek, Sandbox, SandboxError, Session, Source};
use comity_disk::Below;
use comity_scan::files::FileError;
use comity_scan::{Kind, masked};
use far::Far;
use known::Known;
use rules::{Rules, Searcher};
use secrets::{Carried, SecretsFile};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::cli::ScanArguments;
use crate::out::{Failure, Out, clean, escaped, shown};
use crate::size;
use crate::tasks::scan::rules::FAULTS as RULE_FAULTS;
use crate::tasks::scan::{NO_DECODE, SECRET, SECRETS};
use crate::tasks::{SCAN, TASKS};

/// A hostile file may hold scanning up; an hour is more than any plain file needs.
const CPU_SECONDS: u64 = 3600;

pub fn run(out: &Out, arguments: &ScanArguments) -> Result<ExitCode, Failure> {
    check_kinds(&arguments.kinds)?;
    let mut parameters = arguments.kinds.clone();
    parameters.extend(arguments.no_decode.then(|| NO_DECODE.to_owned()));
    parameters.extend(arguments.secrets.to.as_ref().map(|_| SECRETS.to_owned()));
    let parameters = parameters.join("\n");
    let known = Known::read(&arguments.known)?;
    let rules = Rules::read(&arguments.rules)?;
    let mut found = Found { out, files: Vec::new(), left_out: 0, failures: 0 };
    for path in &arguments.paths {
        found.named(path);
    }
    let Found { files, left_out, mut failures, .. } = found;
    let files = segments::sets(
        files,
        |file| &file.path,
        |file| segments::is_named(&file.path) && file.open().is_ok_and(segments::begins),
    );
    // What is written must not be among what is searched.
    let mut kept = SecretsFile::begin(out, &arguments.secrets)?;
    // Nobody has files looked at for a bar that nobody sees.
    let size = |file: &Named| if out.watched() { size::of(&file.path) } else { 0 };
    let sizes: Vec<u64> = files.iter().map(|set| set.iter().map(size).fold(0, u64::saturating_add)).collect();
    let progress = out.progress_of_bytes(sizes.iter().copied().fold(0, u64::saturating_add));
    let mut done = 0_u64;
    let (mut hits, mut read, mut unopened, mut set_aside, mut blocks) = (0_u64, 0_u64, 0_u64, 0_u64, 0_u64);
    let mut is_whole = true;
    let sandbox = Sandbox::new(TASKS);
    let with_rules = Rules::parameters(rules.as_ref(), &parameters);
    let mut searcher = Searcher::begin(&sandbox, &parameters, &with_rules)?;
    for (set, size) in files.iter().zip(sizes) {
        let far = Far::behind(&progress, done);
        done = done.saturating_add(size);
        // What cannot be read for that is told by the search.
        let is_known =
            |file: &Named| file.open().and_then(|opened| known.has(&file.path, opened)).unwrap_or(false);
        if !known.is_empty() && set.iter().all(is_known) {
            set_aside += 1;
            progress.set(done);
            continue;
        }
        let mut on_hit = |hit: Value| {
            hits += 1;
            progress.suspend(|| print(out, &hit));
        };
        let found = search_set(&mut searcher, set, &far, &mut on_hit);
        unopened += found.unopened;
        blocks += found.blocks;
        is_whole &= !found.without_rules;
        for part in &found.parts {
            progress.suspend(|| out.failure(part));
        }
        if let Some(kept) = &mut kept {
            kept.put(&found.secrets)?;
        }
        match &found.failure {
            None => read += 1,
            Some(failure) => {
                failures += 1;
                progress.suspend(|| out.failure(failure));
            }
        }
        progress.set(done);
    }
    drop(progress);
    let counted = |n: u64| n.to_string();
    let kept = kept.map(SecretsFile::settle).transpose()?;
    out.say(
        "comity-scan-done",
        &[("files", &counted(read)), ("hits", &counted(hits)), ("failures", &counted(failures))],
    );
    if let (Some(count), Some(to)) = (kept, &arguments.secrets.to) {
        out.say("comity-scan-secrets", &[("count", &counted(count)), ("path", &shown(to))]);
    }
    if unopened > 0 {
        out.say("comity-scan-unopened", &[("count", &counted(unopened))]);
    }
    if blocks > 0 {
        out.say("comity-scan-blocks", &[("count", &counted(blocks))]);
    }
    if set_aside > 0 {
        out.say("comity-scan-known", &[("count", &counted(set_aside))]);
    }
    if left_out > 0 {
        out.say("comity-scan-left-out", &[("count", &counted(left_out))]);
    }
    Ok(if failures == 0 && is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Searches a file, or the segments of an image as one, by the name of the first.
fn search_set(
    searcher: &mut Searcher<'_>,
    set: &[Named],
    far: &Far<'_>,
    on_hit: &mut dyn FnMut(Value),
) -> Searched {
    match set {
        [] => Searched::default(),
        [file] => searcher.search(&shown(&file.path), &mut Place::Found(file), far, on_hit),
        [first, ..] => match segments::joined(set) {
            Ok(mut joined) => {
                searcher.search(&shown(&first.path), &mut Place::Ranges(&mut joined), far, on_hit)
            }
            Err(failure) => Searched::failed(failure),
        },
    }
}

/// A file that is to be searched.
pub struct Named {
    path: PathBuf,
    /// The folder in which it was found, out of which no link leads.
    below: Option<Arc<Below>>,
}

impl Named {
    /// Opens it: where a person named the file itself, also by a link.
    fn open(&self) -> Result<File, Failure> {
        let failed = |source: io::Error| match source.kind() {
            ErrorKind::InvalidInput => special(&self.path),
            _ => Failure::file("read", &self.path, source),
        };
        match &self.below {
            Some(below) => below.open_foreign(&self.path).map(|(file, _)| file).map_err(failed),
            None => open(&self.path.canonicalize().map_err(failed)?),
        }
    }
}

/// The files that are to be searched, in an order that is always the same.
struct Found<'a> {
    out: &'a Out,
    files: Vec<Named>,
    /// Links, pipes and the like inside folders: told one by one, and no failure.
    left_out: u64,
    failures: u64,
}

impl Found<'_> {
    /// What a person named: a folder, or a file or device, also by a link. A pipe may never end.
    fn named(&mut self, path: &Path) {
        match std::fs::metadata(path) {
            Ok(found) if found.is_dir() => match Below::hold(path) {
                Ok(below) => self.folder(path, &Arc::new(below)),
                Err(source) => self.fail(&Failure::file("read", path, source)),
            },
            Ok(found) if found.is_file() || found.file_type().is_block_device() => {
                let named = |path| Named { path, below: None };
                self.files.push(named(path.to_owned()));
                self.files.extend(segments::others(path).into_iter().map(named));
            }
            Ok(_) => self.fail(&special(path)),
            Err(source) => self.fail(&Failure::file("read", path, source)),
        }
    }

    /// What is inside a folder. Links are not followed: they may lead out of what was seized.
    fn folder(&mut self, path: &Path, below: &Arc<Below>) {
        let listed = std::fs::read_dir(path)
            .and_then(|entries| entries.map(|entry| entry.map(|e| e.path())).collect::<Result<Vec<_>, _>>());
        let mut inside = match listed {
            Ok(inside) => inside,
            Err(source) => return self.fail(&Failure::file("read", path, source)),
        };
        inside.sort();
        for path in inside {
            match std::fs::symlink_metadata(&path) {
                Ok(found) if found.is_dir() => self.folder(&path, below),
                Ok(found) if found.is_file() => {
                    self.files.push(Named { path, below: Some(Arc::clone(below)) });
                }
                Ok(found) => {
                    self.left_out += 1;
                    let link =
                        found.is_symlink().then(|| Failure::of(FileError::NotAFile { path: path.clone() }));
                    self.out.failure(&link.unwrap_or_else(|| special(&path)));
                }
                Err(source) => self.fail(&Failure::file("read", &path, source)),
            }
        }
    }

    fn fail(&mut self, failure: &Failure) {
        self.failures += 1;
        self.out.failure(failure);
    }
}

fn special(path: &Path) -> Failure {
    Failure::new("comity-scan-special", vec![("path", shown(path))])
}

/// Opens a file to be searched. What became a pipe since it was found does not hold the search up.
pub fn open(path: &Path) -> Result<File, Failure> {
    let opened = comity_disk::open_foreign(path).map_err(|source| match source.kind() {
        ErrorKind::InvalidInput => special(path),
        _ => Failure::file("read", path, source),
    });
    opened.map(|(file, _)| file)
}

/// Whether all kinds are ones that the scanner knows.
pub fn check_kinds(kinds: &[String]) -> Result<(), Failure> {
    kinds.iter().try_for_each(|kind| kind.parse::<Kind>().map(drop).map_err(Failure::of))
}

/// The search with the parameters of [`SCAN`], and what a child may take for one file.
pub fn job(parameters: &str) -> Job<'_> {
    let limits = Limits {
        cpu_seconds: CPU_SECONDS,
        wall_millis: CPU_SECONDS * 2000,
        // Each is used and let go as it comes; the child counts the hits of a file.
        frames: u64::MAX,
        reply_bytes: u64::MAX,
        ..Limits::default()
    };
    Job { parameters: parameters.as_bytes(), limits, ..Job::new(SCAN) }
}

/// What is told of the search of one file, besides its hits.
#[derive(Default)]
pub struct Searched {
    /// What the secrets among the hits are, where that was asked for.
    pub secrets: Vec<Carried>,
    /// The pages of web captures in it, as they are recorded.
    pub pages: Vec<Value>,
    /// Parts of the file that were not opened, or not to their end, and hits that are too many to be listed, as far as they are
    /// told one by one.
    pub parts: Vec<Failure>,
    /// How many parts were not opened, or not to their end.
    pub unopened: u64,
    /// Why the file was not searched to its end. The hits that were handed out before stand.
    pub failure: Option<Failure>,
    /// The last hit, where it stands for a secret that may follow.
    masked: Option<Value>,
    /// How many layers were so long that rules saw them in blocks.
    pub blocks: u64,
    /// Whether no rule was applied although there are some: they failed on this file.
    pub without_rules: bool,
}

/// So much is told of one file one by one, whatever a child says.
const PARTS_TOLD: usize = 100;

impl Searched {
    /// That of a file which cannot be searched at all.
    pub fn failed(failure: Failure) -> Self {
        Self { failure: Some(failure), ..Self::default() }
    }

    /// Takes an answer of the child; gives the hit, if it is one.
    fn take(&mut self, frame: &[u8], file: &str) -> Option<Value> {
        if let [SECRET, text @ ..] = frame {
            self.secrets.extend(self.masked.take().and_then(|hit| Carried::of(text, hit)));
            return None;
        }
        let Ok(Value::Object(mut answer)) = serde_json::from_slice::<Value>(frame) else { return None };
        if let Some(Value::Object(page)) = answer.get_mut("page").map(Value::take) {
            self.pages.push(placed(page, file));
            return None;
        }
        if let Some(blocks) = answer.get("blocks").and_then(Value::as_u64) {
            self.blocks = self.blocks.saturating_add(blocks);
            return None;
        }
        let Some(code) = answer.get("fault") else {
            let hit = placed(answer, file);
            self.masked = hit["fingerprint"].is_string().then(|| hit.clone());
            return Some(hit);
        };
        let text = |value: &Value| value.as_str().map(clean).unwrap_or_default();
        let place = answer.get("path").map(text).unwrap_or_default();
        let path = if place.is_empty() { file.to_owned() } else { format!("{file}-{place}") };
        if let Some(more) = answer.get("more").and_then(Value::as_u64) {
            self.unopened = self.unopened.saturating_add(more);
        }
        if let Some(unlisted) = answer.get("unlisted").and_then(Value::as_u64) {
            let kind = answer.get("kind").and_then(Value::as_str).and_then(|kind| kind.parse::<Kind>().ok());
            let kind = kind.map_or("", Kind::as_str).to_owned();
            let args = vec![("path", path), ("kind", kind), ("count", unlisted.to_string())];
            self.tell(Failure::new("comity-scan-unlisted", args));
            return None;
        }
        let known = comity_unpack::CODES.iter().chain(RULE_FAULTS).find(|known| code == **known)?;
        self.unopened = self.unopened.saturating_add(u64::from(!RULE_FAULTS.contains(known)));
        let mut args = vec![("path", path)];
        args.extend(
            PART_ARGS
                .iter()
                .map(|name| (*name, answer.get("args").map(|args| text(&args[*name])).unwrap_or_default())),
        );
        self.tell(Failure::new(known, args));
        None
    }

    fn tell(&mut self, failure: Failure) {
        if self.parts.len() < PARTS_TOLD {
            self.parts.push(failure);
        }
    }
}

/// The values of a message about a part.
const PART_ARGS: &[&str] = &["cause", "limit", "method", "number"];

/// A hit with the name of its file: the forensic path is the name, then the way inside. The child read foreign bytes:
/// what it answers is taken apart again, and what is not well formed is no hit.
fn placed(mut hit: Map<String, Value>, file: &str) -> Value {
    let place = hit.get("path").and_then(Value::as_str).unwrap_or_default().to_owned();
    hit.insert("file".to_owned(), Value::String(file.to_owned()));
    let path = if place.is_empty() { file.to_owned() } else { format!("{file}-{place}") };
    hit.insert("path".to_owned(), Value::String(path));
    Value::Object(hit)
}

/// Where what is to be searched lies.
pub enum Place<'a> {
    /// On the disk, and opened.
    Opened(&'a File),
    /// On the disk, as it was found.
    Found(&'a Named),
    /// Where it is read range by range: in the vault, which decrypts it, or in the segments of an image.
    Ranges(&'a mut dyn ReadSeek),
}

/// Has what lies at a place read, and shows how far that is. No child is to blame for what is not there: that is the outer
/// failure.
fn read(
    session: &mut Session<'_>,
    place: &mut Place<'_>,
    far: &Far<'_>,
    receive: &mut dyn FnMut(Vec<u8>) -> ControlFlow<()>,
) -> Result<Result<(), Failure>, Failure> {
    let file = match place {
        Place::Ranges(object) => {
            let read = session.read(Source::Ranges(&mut far.over(&mut **object)), receive);
            return Ok(read.map(drop).map_err(Failure::of));
        }
        Place::Opened(file) => match file.try_clone().and_then(|mut same| same.rewind().map(|()| same)) {
            Ok(same) => same,
            Err(source) => {
                return Ok(Err(Failure::of(SandboxError::InputUnreadable { cause: source.to_string() })));
            }
        },
        Place::Found(file) => file.open()?,
    };
    let read = match file.try_clone() {
        Ok(same) => far.follow(&same, || session.read(Source::File(file), receive)),
        Err(_) => session.read(Source::File(file), receive),
    };
    Ok(read.map(drop).map_err(Failure::of))
}

/// Searches one file, and hands out each hit as it is found. Secrets in the name are masked.
pub fn search(
    session: &mut Session<'_>,
    name: &str,
    place: &mut Place<'_>,
    far: &Far<'_>,
    on_hit: &mut dyn FnMut(Value),
) -> Searched {
    let name = masked(name);
    let mut handed_out = 0_u64;
    loop {
        let is_fresh = session.is_fresh();
        let mut searched = Searched::default();
        let mut hits = 0_u64;
        let mut receive = |frame: Vec<u8>| {
            if let Some(hit) = searched.take(&Zeroizing::new(frame), &name) {
                hits += 1;
                // The same bytes give the same hits in the same order, so that a second search goes on where the first ended.
                if hits > handed_out {
                    handed_out = hits;
                    on_hit(hit);
                }
            }
            ControlFlow::Continue(())
        };
        let ended = match read(session, place, far, &mut receive) {
            Ok(ended) => ended,
            Err(failure) => return Searched::failed(failure),
        };
        match ended {
            Ok(()) => return searched,
            // It may be due to what the child read before: a fresh one says whether this file is to blame.
            Err(_) if !is_fresh => {}
            Err(failure) => {
                if handed_out > 0 {
                    let args = vec![("path", name.to_string()), ("count", handed_out.to_string())];
                    searched.parts.push(Failure::new("comity-scan-part", args));
                }
                searched.failure = Some(failure);
                return searched;
            }
        }
    }
}

fn print(out: &Out, hit: &Value) {
    out.answer(hit, |out| print_line(out, hit));
}

fn print_line(out: &Out, hit: &Value) {
    let text = |name: &str| match &hit[name] {
        Value::String(text) => escaped(text),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let value = match hit["fingerprint"].as_str() {
        Some(fingerprint) if hit["words"].is_null() => {
            format!("{}, fingerprint {}", text("value"), clean(fingerprint))
        }
        Some(fingerprint) => format!("{} words, fingerprint {}", text("words"), clean(fingerprint)),
        None if !hit["namespace"].is_null() => format!("{}:{}", text("namespace"), text("value")),
        // That of a wallet file says besides whether it is encrypted.
        None if hit["kind"] == Kind::WalletFile.as_str() => text("canonical"),
        None => text("value"),
    };
    // In plain bytes the way to a hit is its offset alone.
    let file = text("file");
    let path = text("path");
    let place = path.strip_prefix(&format!("{file}-")).unwrap_or(&path);
    out.line(&format!("{file}:{place}\t{}\t{}\t{value}", text("kind"), text("class")));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a file of a test need not last")]
    fn a_file_of_a_folder_that_became_a_link_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let (folder, outside) = (dir.path().join("folder"), dir.path().join("outside"));
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(&outside, "outside").unwrap();
        let below = Some(Arc::new(Below::hold(&folder).unwrap()));
        let file = Named { path: folder.join("file"), below };
        std::fs::write(&file.path, "inside").unwrap();
        assert_eq!(io::read_to_string(file.open().unwrap()).unwrap(), "inside");
        std::fs::remove_file(&file.path).unwrap();
        std::os::unix::fs::symlink(&outside, &file.path).unwrap();
        assert!(file.open().is_err());
        // By its own name a person may mean a link.
        assert!(Named { path: file.path, below: None }.open().is_ok());
    }

    #[test]
    fn what_a_child_says_of_hits_that_are_not_listed_is_told() {
        let mut searched = Searched::default();
        let frame = br#"{"fault":null,"unlisted":2,"kind":"url","path":"0-zip(a)"}"#;
        assert!(searched.take(frame, "f").is_none());
        let args = comity_record::Coded::args(&searched.parts[0]);
        assert_eq!(
            args.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>(),
            ["f-0-zip(a)", "url", "2"]
        );
        for _ in 0..2 * PARTS_TOLD {
            searched.take(frame, "f");
        }
        assert_eq!(searched.parts.len(), PARTS_TOLD);
    }
}

//! `comity evidence leaves` and `transfer`: large files whose parts are checked alone, and go on where they stopped.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use comity_disk::{Disk as _, DiskFile};
use comity_evidence::leaves::{LIST_SUFFIX, MAX_LIST_BYTES};
use comity_evidence::transfer::{ARRIVING_SUFFIX, wrong_leaves};
use comity_evidence::{Arriving, Leaves};
use comity_record::Blake3Digest;
use rustix::fs::statvfs;
use serde_json::{Value, json};

use super::place;
use crate::cli::{LeavesOfFile, TransferFile};
use crate::folder::of_disk;
use crate::out::{Failure, Out, shown};
use crate::outside;

/// Bad places that are told one by one; the number of the others is.
const MAX_TOLD: usize = 20;

/// Lists the leaves of a file, or checks it by its list.
pub fn leaves(out: &Out, words: &LeavesOfFile) -> Result<ExitCode, Failure> {
    let Some(list) = &words.list else {
        let to = words.out.clone().unwrap_or_else(|| beside(&words.file));
        // Said before the file is read, which may take an hour.
        if to.exists() {
            return Err(Failure::new("comity-file-exists", vec![("path", shown(&to))]));
        }
        let leaves = made(out, &words.file)?;
        outside::write(&to, leaves.to_text().as_bytes())?;
        let answer = json!({
            "list": shown(&to), "root": leaves.root(), "bytes": leaves.size(), "leaves": leaves.count(),
        });
        out.answer(&answer, |out| {
            let values = [("list", shown(&to)), ("root", leaves.root().to_string())];
            out.say("comity-leaves-listed", &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        });
        return Ok(ExitCode::SUCCESS);
    };
    let leaves = read(list, words.root)?;
    let among = words.range.as_ref().map_or(0..leaves.count(), |range| leaves.touched(range));
    let file = open(&words.file)?;
    let asked = among.clone().map(|index| leaves.range(index)).map(|range| range.end - range.start).sum();
    let bar = out.progress(Some(asked));
    let wrong = wrong_leaves(file.as_ref(), &leaves, among.clone(), &mut |done| bar.set(done));
    drop(bar);
    let wrong = wrong.map_err(of_disk)?;
    let longer = file.size().map_err(of_disk)? > leaves.size();
    let whole = wrong.is_empty() && !longer;
    let answer = json!({
        "file": shown(&words.file), "root": leaves.root(), "bytes": leaves.size(), "leaves": leaves.count(),
        "checked": among.end - among.start, "wrong": places(&leaves, &wrong), "longer": longer,
        "whole": whole && words.range.is_none(),
    });
    out.answer(&answer, |out| {
        tell_wrong(out, &words.file, &leaves, &wrong);
        if longer {
            out.say("comity-leaves-longer", &[("file", &shown(&words.file))]);
        }
        if whole {
            let key = if words.range.is_none() { "comity-leaves-whole" } else { "comity-leaves-right" };
            let values = [
                ("file", shown(&words.file)),
                ("leaves", (among.end - among.start).to_string()),
                ("root", leaves.root().to_string()),
            ];
            out.say(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        }
    });
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Copies a file leaf by leaf, or what is missing of it.
pub fn transfer(out: &Out, words: &TransferFile) -> Result<ExitCode, Failure> {
    let name = words.from.file_name().ok_or_else(|| no_file(&words.from))?;
    let to = if words.to.is_dir() { words.to.join(name) } else { words.to.clone() };
    let known = [beside(&words.from), beside(&to)].into_iter().find(|list| list.is_file());
    let leaves = match words.list.clone().or(known) {
        Some(list) => read(&list, words.root)?,
        None => expected(made(out, &words.from)?, words.root)?,
    };
    let source = open(&words.from)?;
    if source.size().map_err(of_disk)? > leaves.size() {
        let values = vec![("file", shown(&words.from)), ("bytes", leaves.size().to_string())];
        return Err(Failure::new("comity-transfer-longer", values));
    }
    let mut told = Told { copied: 0, wrong: BTreeSet::new() };
    if let Some(mut arriving) = begin(out, &to, leaves.clone())? {
        let missing = arriving.bytes_missing();
        let bar = out.progress(Some(missing));
        let taken = arriving.take_from(source.as_ref(), &mut |done| bar.set(done));
        drop(bar);
        taken.map_err(Failure::of)?;
        told.copied = missing - arriving.bytes_missing();
        told.wrong = arriving.missing().collect();
        if told.wrong.is_empty() {
            arriving.settle().map_err(Failure::of)?;
        }
    }
    Ok(told.tell(out, (&words.from, &to), &leaves, |_| ()))
}

/// Begins a file that comes, or goes on with it, after a look at what is there and at the room on the disk, and puts its
/// list beside it. Gives nothing where it is there already, whole.
pub fn begin(out: &Out, to: &Path, leaves: Leaves) -> Result<Option<Arriving>, Failure> {
    let list = beside(to);
    let listed = is_listed(&list, &leaves)?;
    let text = leaves.to_text();
    let (disk, name) = place(to)?;
    // Where nothing is there yet, nothing is left by a refusal either.
    if !to.exists() && !with_ending(to, ARRIVING_SUFFIX).exists() {
        check_room(to, leaves.size())?;
    }
    let bar = out.progress(Some(leaves.size()));
    let begun = Arriving::begin(Arc::new(disk), &name, leaves, &mut |done| bar.set(done));
    drop(bar);
    let begun = begun.map_err(Failure::of)?;
    if !listed {
        outside::write(&list, text.as_bytes())?;
    }
    let Some(arriving) = begun else { return Ok(None) };
    check_room(to, arriving.bytes_missing())?;
    Ok(Some(arriving))
}

/// Makes sure that so many bytes more have room where a file goes.
fn check_room(to: &Path, bytes: u64) -> Result<(), Failure> {
    let above = to.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let room = statvfs(above).map(|found| found.f_bavail.saturating_mul(found.f_frsize));
    let room = room.map_err(|e| Failure::file("write", to, e.into()))?;
    if room < bytes {
        let args = vec![("path", shown(to)), ("bytes", bytes.to_string()), ("room", room.to_string())];
        return Err(Failure::new("comity-transfer-no-room", args));
    }
    Ok(())
}

/// Puts a list beside the file that it is of.
pub fn put_list(at: &Path, leaves: &Leaves) -> Result<(), Failure> {
    if is_listed(at, leaves)? { Ok(()) } else { outside::write(at, leaves.to_text().as_bytes()) }
}

/// Whether the list is there. Another one there is not replaced.
fn is_listed(at: &Path, leaves: &Leaves) -> Result<bool, Failure> {
    if !at.exists() {
        return Ok(false);
    }
    if crate::export::read(at, MAX_LIST_BYTES)? == leaves.to_text().as_bytes() {
        return Ok(true);
    }
    Err(Failure::new("comity-transfer-other-list", vec![("path", shown(at))]))
}

/// What came of a transfer.
pub struct Told {
    /// Bytes that were copied now.
    pub copied: u64,
    /// The leaves that are missing still.
    pub wrong: BTreeSet<u64>,
}

impl Told {
    /// Tells it, of a file that is whole with what is to do next, and how the command ends.
    pub fn tell(
        &self,
        out: &Out,
        (from, to): (&Path, &Path),
        leaves: &Leaves,
        next: impl FnOnce(&Out),
    ) -> ExitCode {
        let whole = self.wrong.is_empty();
        let answer = json!({
            "file": shown(to), "root": leaves.root(), "bytes": leaves.size(), "leaves": leaves.count(),
            "copied": self.copied, "missing": places(leaves, &self.wrong), "whole": whole,
        });
        out.answer(&answer, |out| {
            if whole {
                let values = [
                    ("file", shown(to)),
                    ("bytes", self.copied.to_string()),
                    ("root", leaves.root().to_string()),
                ];
                let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
                out.say("comity-transferred", &values);
                next(out);
            } else {
                tell_wrong(out, from, leaves, &self.wrong);
                let values = [("file", shown(to)), ("leaves", self.wrong.len().to_string())];
                let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
                out.say("comity-transfer-incomplete", &values);
            }
        });
        if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Where the list of a file lies beside it.
pub fn beside(file: &Path) -> PathBuf {
    with_ending(file, LIST_SUFFIX)
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut path = file.to_owned().into_os_string();
    path.push(ending);
    path.into()
}

/// The list that was given, if it is that of the file with this root.
pub fn read(list: &Path, root: Option<Blake3Digest>) -> Result<Leaves, Failure> {
    let bytes = crate::export::read(list, MAX_LIST_BYTES)?;
    expected(Leaves::parse(&bytes).map_err(Failure::of)?, root)
}

/// The list, if it is that of the file with this root.
pub fn expected(leaves: Leaves, root: Option<Blake3Digest>) -> Result<Leaves, Failure> {
    match root {
        Some(root) if root != leaves.root() => {
            let args = vec![("expected", root.to_string()), ("found", leaves.root().to_string())];
            Err(Failure::new("comity-leaves-other-root", args))
        }
        _ => Ok(leaves),
    }
}

/// The leaves of a file: by the list beside it, or else it is read for them.
pub fn leaves_of(out: &Out, file: &Path, root: Option<Blake3Digest>) -> Result<Leaves, Failure> {
    let list = beside(file);
    if list.is_file() { read(&list, root) } else { expected(made(out, file)?, root) }
}

/// The leaves of a file, which is read for them.
fn made(out: &Out, file: &Path) -> Result<Leaves, Failure> {
    let unreadable = |error| Failure::file("read", file, error);
    let found = fs::metadata(file).map_err(unreadable)?;
    if !found.is_file() {
        return Err(no_file(file));
    }
    let bar = out.progress(Some(found.len()));
    let mut source = fs::File::open(file).map_err(unreadable)?;
    Leaves::of_reader(&mut Watched { source: &mut source, done: 0, told: &mut |done| bar.set(done) })
        .map_err(unreadable)
}

struct Watched<'a> {
    source: &'a mut dyn std::io::Read,
    done: u64,
    told: &'a mut dyn FnMut(u64),
}

impl std::io::Read for Watched<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.source.read(into)?;
        self.done += u64::try_from(read).unwrap_or_default();
        (self.told)(self.done);
        Ok(read)
    }
}

fn open(file: &Path) -> Result<Box<dyn DiskFile>, Failure> {
    let (disk, name) = place(file)?;
    disk.open_read(&name).map_err(of_disk)
}

fn no_file(path: &Path) -> Failure {
    Failure::new("comity-leaves-no-file", vec![("path", shown(path))])
}

/// Leaves as places in the file, those that follow each other as one.
fn joined(leaves: &Leaves, wrong: &BTreeSet<u64>) -> Vec<(u64, u64)> {
    let mut joined: Vec<(u64, u64)> = Vec::new();
    for range in wrong.iter().map(|index| leaves.range(*index)) {
        match joined.last_mut() {
            Some((_, end)) if *end == range.start => *end = range.end,
            _ => joined.push((range.start, range.end)),
        }
    }
    joined
}

fn places(leaves: &Leaves, wrong: &BTreeSet<u64>) -> Vec<Value> {
    joined(leaves, wrong).into_iter().map(|(start, end)| json!({ "start": start, "end": end })).collect()
}

fn tell_wrong(out: &Out, file: &Path, leaves: &Leaves, wrong: &BTreeSet<u64>) {
    let joined = joined(leaves, wrong);
    for (start, end) in joined.iter().take(MAX_TOLD) {
        // The last byte, as --range takes it; an empty file has none.
        let last = end.saturating_sub(1).max(*start);
        let values = [("file", shown(file)), ("first", start.to_string()), ("last", last.to_string())];
        out.say("comity-leaves-wrong", &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    }
    if let Some(others) = joined.len().checked_sub(MAX_TOLD).filter(|others| *others > 0) {
        out.say("comity-leaves-wrong-others", &[("count", &others.to_string())]);
    }
}

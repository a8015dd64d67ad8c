//! What a pack would change against another: whoever decides on it sees that first.
//!
//! Packs of law are compared row by row and answer by answer, all others line by line.

use std::collections::BTreeSet;
use std::sync::Arc;

use comity_law::{Changes, Day};
use comity_record::pack::Pack;
use comity_record::{Sha256Digest, Token};
use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::error::CaseworkError;
use crate::request::{LAW, RequestError};
use crate::rights::Packs;

/// Lines of a file that are compared one by one. Time grows with the square of what differs: a file that is longer on
/// either side is told to be another, without its lines.
pub const MAX_COMPARED_LINES: usize = 5_000;

/// A pack as people tell one from another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackVersion {
    /// Its version.
    pub version: String,
    /// Its digest.
    pub digest: Sha256Digest,
}

impl PackVersion {
    fn of(pack: &Pack) -> Self {
        Self { version: pack.manifest().version.clone(), digest: pack.digest() }
    }
}

/// What one pack changes against another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The name of the newer one.
    pub name: Token,
    /// The older one; none where no pack of that name is in force.
    pub before: Option<PackVersion>,
    /// The newer one.
    pub after: PackVersion,
    /// The files that are not the same, by path.
    pub files: Vec<FileChange>,
    /// What changes in rows and answers, for packs of law.
    pub law: Option<Changes>,
}

/// A file that is not the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileChange {
    /// Its path in the pack.
    pub path: String,
    /// Whether it was there before.
    pub before: bool,
    /// Whether it is there now.
    pub after: bool,
    /// The lines that came and went, in order. None for a file whose rows are compared instead, one that is no text, and
    /// one of more than [`MAX_COMPARED_LINES`].
    pub lines: Option<Vec<LineChange>>,
}

/// A line that came or went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineChange {
    /// It came; else it went.
    pub added: bool,
    /// Its number, from 1: in the newer file if it came, in the older one if it went.
    pub number: usize,
    /// What it says.
    pub text: String,
}

impl Packs {
    /// Compares two packs; those of law by the answers that they give on a day, too.
    ///
    /// # Errors
    /// Fails when a pack of law is not sound.
    pub fn compare(
        &self,
        before: Option<&Pack>,
        after: &Pack,
        on: Day,
    ) -> Result<Arc<Comparison>, CaseworkError> {
        let key = (before.map(Pack::digest), after.digest(), on);
        self.library.comparison(key, || compare(before, after, on))
    }
}

fn compare(before: Option<&Pack>, after: &Pack, on: Day) -> Result<Comparison, CaseworkError> {
    let is_law = |pack: &Pack| pack.manifest().schema.as_str() == LAW;
    let law = match before.filter(|before| is_law(before) && is_law(after)) {
        Some(before) => Some(Changes::between(before, after, on).map_err(RequestError::from)?),
        None => None,
    };
    let of = |pack: &Pack| pack.files().map(|(path, _)| path.to_owned()).collect::<BTreeSet<_>>();
    let paths = &before.map(of).unwrap_or_default() | &of(after);
    let change = |path: String| {
        let (old, new) = (before.and_then(|before| before.file(&path)), after.file(&path));
        // What stands in the tables of law is told by its rows, wherever in the file they stand.
        let by_rows = law.is_some() && comity_law::is_table_file(&path);
        (old != new).then(|| FileChange {
            before: old.is_some(),
            after: new.is_some(),
            lines: if by_rows { None } else { lines(old.unwrap_or_default(), new.unwrap_or_default()) },
            path,
        })
    };
    Ok(Comparison {
        name: after.manifest().name.clone(),
        before: before.map(PackVersion::of),
        after: PackVersion::of(after),
        files: paths.into_iter().filter_map(change).collect(),
        law,
    })
}

/// The lines that came and went.
fn lines(old: &[u8], new: &[u8]) -> Option<Vec<LineChange>> {
    let (old, new) = (std::str::from_utf8(old).ok()?, std::str::from_utf8(new).ok()?);
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    if old.len().max(new.len()) > MAX_COMPARED_LINES {
        return None;
    }
    let mut changes = Vec::new();
    for change in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if change.tag() == DiffTag::Equal {
            continue;
        }
        let went = change.old_range().map(|at| (false, at, old[at]));
        let came = change.new_range().map(|at| (true, at, new[at]));
        let line = |(added, at, text): (bool, usize, &str)| LineChange {
            added,
            number: at + 1,
            text: text.to_owned(),
        };
        changes.extend(went.chain(came).map(line));
    }
    Some(changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(files: &[(&str, &[u8])]) -> Pack {
        let manifest = b"name = \"forms\"\nschema = \"request-form\"\nschema_version = 1\nversion = \"1\"\n\
                         licence = \"CC0-1.0\"\nabout = \"Forms.\"\n";
        let manifest = [("pack.toml", &manifest[..])];
        let files = files.iter().chain(&manifest);
        Pack::from_files(files.map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()))).unwrap()
    }

    fn compared(before: &[(&str, &[u8])], after: &[(&str, &[u8])]) -> Vec<FileChange> {
        let day = "2026-11-23".parse().unwrap();
        compare(Some(&pack(before)), &pack(after), day).unwrap().files
    }

    #[test]
    fn files_are_compared_line_by_line_and_named_whether_they_came_or_went() {
        let before: &[(&str, &[u8])] = &[("a", b"one\ntwo\nthree\n"), ("gone", b"x\n"), ("same", b"y")];
        let after: &[(&str, &[u8])] = &[("a", b"one\n2\nthree\nfour\n"), ("new", b"z\n"), ("same", b"y")];
        let files = compared(before, after);
        let told: Vec<_> = files.iter().map(|f| (f.path.as_str(), f.before, f.after)).collect();
        assert_eq!(told, [("a", true, true), ("gone", true, false), ("new", false, true)]);
        let lines = files[0].lines.as_ref().unwrap();
        let lines: Vec<_> = lines.iter().map(|l| (l.added, l.number, l.text.as_str())).collect();
        assert_eq!(lines, [(false, 2, "two"), (true, 2, "2"), (true, 4, "four")]);
        assert_eq!(files[1].lines.as_ref().unwrap().len(), 1);
        assert!(compared(before, before).is_empty());
    }

    #[test]
    fn what_is_no_text_or_too_long_is_told_to_be_another_without_its_lines() {
        let long = |lines: usize| "line\n".repeat(lines).into_bytes();
        let (most, more) = (long(MAX_COMPARED_LINES), long(MAX_COMPARED_LINES + 1));
        let short = long(MAX_COMPARED_LINES - 1);
        let lines = |old: &[u8], new: &[u8]| compared(&[("a", old)], &[("a", new)]).remove(0).lines;
        assert_eq!(lines(&short, &most).unwrap().len(), 1);
        assert_eq!(lines(&most, &more), None);
        assert_eq!(lines(&[0xff], b"text"), None);
    }
}

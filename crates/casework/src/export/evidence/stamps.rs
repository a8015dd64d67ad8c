//! The time-stamps in a package: of its signature, or of an exhibit as its case has it.

use std::collections::{BTreeMap, BTreeSet};

use comity_evidence::signature::TIMESTAMPS;
use comity_record::{RecordedTime, Sha256Digest};
use comity_stamp::{Anchors, Link, MAX_SERIES, Request, Verdict, verify_series};

use super::PackageRecord;
use super::check::{PackageFinding, received};
use super::journal::Journal;
use crate::body::EntryWithdrawn;
use crate::exhibit::{Holding, MANIFEST};
use crate::timestamp::TimestampTaken;

/// A request and its reply.
struct Pair<'a> {
    /// Where the reply lies.
    path: String,
    request: &'a [u8],
    reply: &'a [u8],
    imprint: Sha256Digest,
}

/// What a time-stamp says that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampedAt {
    /// Where the reply lies.
    pub path: String,
    /// The time that it tells.
    pub time: RecordedTime,
    /// Until when it can be checked, with what renews it.
    pub until: RecordedTime,
}

/// Where the list of the files of an exhibit lies, which its time-stamp is about.
pub(super) fn list_path(label: &str) -> String {
    format!("{TIMESTAMPS}{label}.{MANIFEST}")
}

/// What the time-stamps of a package can be of, and what has to be there of them.
#[derive(Default)]
pub(super) struct Known {
    /// The digest of the signature.
    signature: Option<Sha256Digest>,
    /// What the time-stamp of each exhibit is about.
    exhibits: BTreeSet<Sha256Digest>,
    /// The lists of files that lie beside, by their paths.
    lists: BTreeMap<String, Sha256Digest>,
    /// The digests of the replies that the entries tell of. What renews one only lets it be checked for longer.
    recorded: BTreeSet<Sha256Digest>,
}

impl Known {
    /// What can be stamped where there is nothing but a signature.
    pub(super) fn of_signature(signature: Option<&[u8]>) -> Self {
        Self { signature: signature.map(Sha256Digest::of), ..Self::default() }
    }

    /// The same of the exhibits of a package too.
    pub(super) fn and_of(mut self, record: &PackageRecord, journal: &Journal) -> Self {
        for (entry, body) in
            received(journal).filter(|(_, body)| record.exhibits.contains(&body.custody.exhibit))
        {
            let files = entry.content.as_ref().map(|content| content.attachments.iter());
            let list = files.and_then(|mut files| files.find(|file| file.name == MANIFEST));
            match (list, &body.holds) {
                (Some(list), _) => {
                    self.exhibits.insert(list.sha256);
                    self.lists.insert(list_path(&body.custody.exhibit), list.sha256);
                }
                (None, Holding::InPlace(place)) => {
                    self.exhibits.insert(place.digest());
                }
                (None, _) => {}
            }
            for taken in journal.of::<TimestampTaken>("exhibit", entry.id) {
                if journal.of::<EntryWithdrawn>("withdraws", taken.id).next().is_some() {
                    continue;
                }
                let token = journal.body::<TimestampTaken>(taken).map(|body| body.token);
                self.recorded.extend(token.map(|token| Sha256Digest::of(token.reply.as_ref())));
            }
        }
        self
    }

    fn has(&self, imprint: Sha256Digest) -> bool {
        self.signature == Some(imprint) || self.exhibits.contains(&imprint)
    }
}

/// Whether every time-stamp is of the signature or of an exhibit of the package, holds by those who are trusted, and none is
/// missing of which the entries tell. `files` are those below [`TIMESTAMPS`]: nothing signs them, so that each must be known
/// for what it is. Gives the time that each series begins with.
pub(super) fn check(
    files: &BTreeMap<String, Vec<u8>>,
    known: &Known,
    anchors: Option<&Anchors>,
) -> Result<Vec<StampedAt>, PackageFinding> {
    if files.is_empty() && known.recorded.is_empty() {
        return Err(PackageFinding::NoTimestamps);
    }
    let pairs = pairs(files)?;
    let other = |path: &str| PackageFinding::TimestampOther { path: path.to_owned() };
    if let Some(path) = files.keys().find(|path| !is_known(path, files, known)) {
        return Err(other(path));
    }
    // What renews a time-stamp is over the reply before it.
    let by_reply: BTreeMap<Sha256Digest, usize> =
        (0..).zip(&pairs).map(|(at, pair)| (Sha256Digest::of(pair.reply), at)).collect();
    if known.recorded.iter().any(|reply| !by_reply.contains_key(reply)) {
        return Err(PackageFinding::TimestampMissing);
    }
    let mut next: BTreeMap<usize, usize> = BTreeMap::new();
    let mut series = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        match by_reply.get(&pair.imprint) {
            Some(before) if next.insert(*before, at).is_none() => {}
            None if known.has(pair.imprint) => {
                // Of an exhibit there are those that the entries tell of, and no others in their place.
                let is_recorded = known.recorded.is_empty()
                    || known.signature == Some(pair.imprint)
                    || known.recorded.contains(&Sha256Digest::of(pair.reply));
                if !is_recorded {
                    return Err(other(&pair.path));
                }
                series.push(vec![at]);
            }
            _ => return Err(other(&pair.path)),
        }
    }
    let mut seen = 0;
    for series in &mut series {
        while let Some(after) = next.get(&series[series.len() - 1]).filter(|_| series.len() < MAX_SERIES) {
            series.push(*after);
        }
        seen += series.len();
    }
    if seen != pairs.len() {
        // Renewals of one another, or of more than anybody has.
        return Err(other(TIMESTAMPS.trim_end_matches('/')));
    }
    let anchors = anchors.ok_or(PackageFinding::TimestampsUnchecked)?;
    let mut stamped = Vec::new();
    for series in &series {
        let links: Vec<_> =
            series.iter().map(|at| Link { request: pairs[*at].request, reply: pairs[*at].reply }).collect();
        let first = &pairs[series[0]];
        let found = verify_series(first.imprint, &links, anchors).map_err(|(at, verdict)| {
            let path = pairs[series[at.min(series.len() - 1)]].path.clone();
            match verdict {
                Verdict::Fail(fault) => PackageFinding::Timestamp { path, cause: fault.to_string() },
                Verdict::Undecided(why) => {
                    PackageFinding::TimestampUndecided { path, cause: why.to_string() }
                }
                // What passes is no error.
                Verdict::Pass(_) => PackageFinding::TimestampsUnchecked,
            }
        })?;
        stamped.push(StampedAt {
            path: first.path.clone(),
            time: RecordedTime::at(found.first.time),
            until: RecordedTime::at(found.last.until),
        });
    }
    Ok(stamped)
}

/// Whether a file below [`TIMESTAMPS`] is a request or reply that has its other half, the certificates that the office trusted
/// for one, or the list of the files of an exhibit as it came in.
fn is_known(path: &str, files: &BTreeMap<String, Vec<u8>>, known: &Known) -> bool {
    let with = |stem: &str, ending: &str| files.contains_key(&format!("{stem}{ending}"));
    if let Some(digest) = known.lists.get(path) {
        return Sha256Digest::of(&files[path]) == *digest;
    }
    match path.rsplit_once('.') {
        Some((stem, "tsr")) => with(stem, ".tsq"),
        Some((stem, "tsq")) => with(stem, ".tsr"),
        Some((stem, "pem")) => stem.strip_suffix(".authorities").is_some_and(|stem| with(stem, ".tsr")),
        _ => false,
    }
}

/// Each reply with its request.
fn pairs(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<Pair<'_>>, PackageFinding> {
    let stems = files.keys().filter_map(|path| Some((path, path.strip_suffix(".tsr")?)));
    stems
        .map(|(path, stem)| {
            let request = files.get(&format!("{stem}.tsq"));
            // By the nonce in it the reply is known to be the one to it.
            let request = request.ok_or_else(|| PackageFinding::TimestampUndecided {
                path: path.clone(),
                cause: format!("{stem}.tsq is not there"),
            })?;
            let read = Request::parse(request);
            let imprint = read.map_err(|_| PackageFinding::Form { path: format!("{stem}.tsq") })?.imprint();
            Ok(Pair { path: path.clone(), request, reply: &files[path], imprint })
        })
        .collect()
}

//! The time-stamps in a package: of its signature, or of an exhibit as its case has it.

use std::collections::{BTreeMap, BTreeSet};

use comity_evidence::signature::TIMESTAMPS;
use comity_record::Sha256Digest;
use comity_stamp::{Anchors, Link, MAX_SERIES, Request, Verdict, verify_series};

use super::PackageRecord;
use super::check::{PackageFinding, received};
use super::journal::Journal;
use crate::exhibit::{Exhibit, Holding, MANIFEST, label};

/// A request and its reply.
struct Pair<'a> {
    /// Where the reply lies.
    path: String,
    request: &'a [u8],
    reply: &'a [u8],
    imprint: Sha256Digest,
}

/// Where the list of the files of an exhibit lies, which its time-stamp is about.
pub(super) fn list_path(exhibit: &Exhibit) -> String {
    format!("{TIMESTAMPS}{}.{MANIFEST}", label(exhibit.number))
}

/// Whether every time-stamp is of the signature or of an exhibit of the package, and holds by those who are trusted. `files`
/// are those below [`TIMESTAMPS`].
pub(super) fn check(
    files: &BTreeMap<String, Vec<u8>>,
    signature: Option<&[u8]>,
    (record, journal): (&PackageRecord, &Journal),
    anchors: Option<&Anchors>,
) -> Result<(), PackageFinding> {
    let pairs = pairs(files)?;
    if pairs.is_empty() {
        return Err(PackageFinding::NoTimestamps);
    }
    let known: BTreeSet<Sha256Digest> =
        signature.map(Sha256Digest::of).into_iter().chain(digests(record, journal)).collect();
    // What renews a time-stamp is over the reply before it.
    let by_reply: BTreeMap<Sha256Digest, usize> =
        (0..).zip(&pairs).map(|(at, pair)| (Sha256Digest::of(pair.reply), at)).collect();
    let mut next: BTreeMap<usize, usize> = BTreeMap::new();
    let mut series = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        match by_reply.get(&pair.imprint) {
            Some(before) if next.insert(*before, at).is_none() => {}
            None if known.contains(&pair.imprint) => series.push(vec![at]),
            _ => return Err(PackageFinding::TimestampOther { path: pair.path.clone() }),
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
        let path = TIMESTAMPS.trim_end_matches('/').to_owned();
        return Err(PackageFinding::TimestampOther { path });
    }
    let anchors = anchors.ok_or(PackageFinding::TimestampsUnchecked)?;
    for series in &series {
        let links: Vec<_> =
            series.iter().map(|at| Link { request: pairs[*at].request, reply: pairs[*at].reply }).collect();
        verify_series(pairs[series[0]].imprint, &links, anchors).map_err(|(at, verdict)| {
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
    }
    Ok(())
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

/// What a time-stamp of an exhibit of the package is about, by the entry with which it came in.
fn digests<'a>(
    record: &'a PackageRecord,
    journal: &'a Journal,
) -> impl Iterator<Item = Sha256Digest> + use<'a> {
    let of_package = received(journal).filter(|(_, body)| record.exhibits.contains(&body.custody.exhibit));
    of_package.filter_map(|(entry, body)| {
        let files = entry.content.as_ref().map(|content| content.attachments.iter());
        let list = files.and_then(|mut files| files.find(|file| file.name == MANIFEST));
        match (list, &body.holds) {
            (Some(list), _) => Some(list.sha256),
            (None, Holding::InPlace(place)) => Some(place.digest()),
            (None, _) => None,
        }
    })
}

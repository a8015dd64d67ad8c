//! An exhibit as it stands: what it holds, every act on it with all that is recorded of it, what is missing between them,
//! its searches, its files.

use std::borrow::Cow;

use comity_casework::Session;
use comity_casework::body::{Body as _, WithdrawalGround};
use comity_casework::exhibit::{
    Confirmation, Exhibit, FurtherAct, GapWords, Holding, RecordedAct, Withdrawal, label,
};
use comity_casework::lead::ScanRecorded;
use comity_casework::scrubbing::Finding;
use comity_evidence::custody::{CustodyEntry, Gap, GapKind, Item, Party, Piece};
use comity_evidence::seal::SealedFile;
use comity_record::{CaseId, Coded as _, EntryId, Sha256Digest};
use comity_scan::masked;
use serde_json::{Map, Value, json};

use super::{media, print_digests, print_left_out, print_sessions, print_unread, reading, withdrawn};
use crate::cli::{CaseName, OfExhibit, ShowExhibit};
use crate::folder::{self, Opened};
use crate::out::{Failure, Out, clean, file_name, plain, shown};

/// The exhibits of a case, each with who has it and whether something is missing in its chain.
pub async fn list(out: &Out, who: &crate::cli::As, case: &CaseName) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, who).await?;
    let case = opened.case(&session, case)?;
    for exhibit in opened.node.exhibits(&session, case).await.map_err(Failure::of)? {
        out.answer(&as_json(out, &exhibit), |out| {
            out.line(&format!("{:<6} {}", label(exhibit.number), named(out, &exhibit)));
            for media in exhibit.received.iter().flat_map(|received| &received.media) {
                out.line(&format!("       {}", media::told(out, media)));
            }
            for holder in holders(out, &exhibit) {
                out.line(&clean(&format!("       {holder}")));
            }
            if let gaps @ 1.. = exhibit.gaps().len() {
                out.line(&format!(
                    "       {}",
                    out.message("comity-exhibit-gaps", &[("count", &gaps.to_string())])
                ));
            }
        });
    }
    Ok(())
}

/// One exhibit.
pub async fn show(out: &Out, words: &ShowExhibit) -> Result<(), Failure> {
    let OfExhibit { who, case, exhibit } = &words.exhibit;
    let (opened, session) = folder::sign_in(out, who).await?;
    let case = opened.case(&session, case)?;
    let exhibit = opened.node.exhibit(&session, case, *exhibit).await.map_err(Failure::of)?;
    let (files, left_out) = match &exhibit.manifest {
        Some(_) => {
            let seal = opened.node.manifest(&session, case, &exhibit).await.map_err(Failure::of)?;
            (seal.files, seal.left_out)
        }
        None => (vec![], vec![]),
    };
    let scans = scans(&opened, &session, case, &exhibit).await?;
    let looks = opened.node.looks(&session, case).await.map_err(Failure::of)?;
    let packages = opened.node.packages_of(&session, case, exhibit.entry).await.map_err(Failure::of)?;
    let state = opened.node.state();
    let damaged: Vec<_> = state.case(case).map_err(Failure::of)?.damaged.of(exhibit.entry).collect();
    let mut answer = as_json(out, &exhibit);
    let found = damaged.iter().map(|(file, finding)| json!({ "sha256": file, "finding": finding }));
    answer["damaged"] = found.collect();
    answer["files"] = json!(files);
    answer["left_out"] = json!(left_out);
    for listed in ["files", "left_out"] {
        answer[listed].as_array_mut().into_iter().flatten().for_each(mask_names);
    }
    for (name, read) in reading::as_json(&exhibit, &looks, &packages) {
        answer[name] = read;
    }
    answer["scans"] = scans.iter().map(Scan::as_json).collect();
    out.answer(&answer, |out| {
        out.line(&format!("{}  {}", label(exhibit.number), named(out, &exhibit)));
        print_item(out, exhibit.received.as_ref().and_then(|received| received.item.as_ref()));
        for holder in holders(out, &exhibit) {
            out.line(&clean(&format!("  {holder}")));
        }
        for (at, act) in exhibit.acts.iter().enumerate() {
            print_act(out, at, act, &exhibit.acts[..at]);
        }
        for gap in exhibit.gaps() {
            print_gap(out, gap, exhibit.entry_of(gap));
        }
        print_damaged(out, &damaged, &files);
        for scan in &scans {
            out.line(&scan.line(out));
        }
        reading::print(out, &exhibit, &looks, &packages);
        let line = |file: &SealedFile| {
            let further = file.further.iter().map(|(of, digest)| format!("\n    {}  {digest}", of.name()));
            let further: String = further.collect();
            format!("{}  {:>12}  {}{further}", file.digests.sha256, file.digests.size, file_name(&file.path))
        };
        let lines: Vec<_> = files.iter().map(line).collect();
        for line in if words.files { lines } else { out.first(&lines) } {
            out.line(&format!("  {line}"));
        }
        if let (true, Some(received)) = (files.is_empty(), &exhibit.received) {
            print_digests(out, &received.further);
        }
        print_left_out(out, &left_out);
        print_unread(out, exhibit.received.as_ref().map_or(&[], |received| &received.unread));
        print_sessions(out, exhibit.received.as_ref().map_or(&[], |received| &received.sessions));
        media::print(out, exhibit.received.as_ref().map_or(&[], |received| &received.media));
    });
    Ok(())
}

/// The files that were not whole when the node read them last.
fn print_damaged(out: &Out, damaged: &[(Sha256Digest, Finding)], files: &[SealedFile]) {
    if damaged.is_empty() {
        return;
    }
    out.say("comity-exhibit-damaged", &[("count", &damaged.len().to_string())]);
    let line = |(file, finding): &(Sha256Digest, Finding)| {
        let held = files.iter().find(|held| held.digests.sha256 == *file);
        let path = held.map_or_else(|| file.to_string(), |held| held.path.clone());
        let finding = out.message(&format!("document-custody-found-{}", finding.as_str()), &[]);
        clean(&format!("  ! {}: {}", masked(&path), plain(&finding)))
    };
    let lines: Vec<_> = damaged.iter().map(line).collect();
    for line in out.first(&lines) {
        out.line(&line);
    }
}

/// Masks the secrets in the names of a file, or of what was left out. Of a name that is no text the bytes would show them.
fn mask_names(listed: &mut Value) {
    let mut is_masked = false;
    for key in ["path", "target"] {
        if let Some(name) = listed[key].as_str()
            && let Cow::Owned(hidden) = masked(name)
        {
            listed[key] = json!(hidden);
            is_masked = true;
        }
    }
    if let (true, Some(fields)) = (is_masked, listed.as_object_mut()) {
        fields.remove("original");
    }
}

/// A search of an exhibit, as it was recorded.
struct Scan {
    entry: EntryId,
    recorded: Option<ScanRecorded>,
    is_withdrawn: bool,
}

async fn scans(
    opened: &Opened,
    session: &Session,
    case: CaseId,
    exhibit: &Exhibit,
) -> Result<Vec<Scan>, Failure> {
    let told = opened.node.entries_of(session, case, &[ScanRecorded::KIND]).await.map_err(Failure::of)?;
    let of_it = told.iter().filter(|scan| scan.reference("exhibit") == Some(exhibit.entry));
    let scan = |told: &comity_casework::Told| Scan {
        entry: told.entry,
        recorded: told.body(),
        is_withdrawn: told.withdrawn,
    };
    Ok(of_it.map(scan).collect())
}

impl Scan {
    fn as_json(&self) -> Value {
        json!({ "entry": self.entry, "scan": self.recorded, "withdrawn": self.is_withdrawn })
    }

    fn line(&self, out: &Out) -> String {
        let said = match &self.recorded {
            Some(scan) => out.message(
                "comity-exhibit-scan",
                &[
                    ("program", &scan.program),
                    ("files", &scan.files.to_string()),
                    ("hits", &scan.hits.values().sum::<u64>().to_string()),
                    ("entry", &self.entry.to_string()),
                ],
            ),
            None => format!("{}  {}", out.message("comity-content-gone", &[]), self.entry),
        };
        clean(&format!("  {}{}", plain(&said), withdrawn(out, self.is_withdrawn)))
    }
}

/// An act with all that is recorded of it, a line each.
fn print_act(out: &Out, at: usize, act: &RecordedAct, before: &[RecordedAct]) {
    let struck = withdrawn(out, act.withdrawn.is_some());
    match &act.custody {
        Some(custody) => {
            let what = what_was_done(out, custody);
            let passed = match (&custody.giver, &custody.taker) {
                (Some(giver), Some(taker)) => format!("{} -> {}", person(giver), person(taker)),
                (Some(one), None) | (None, Some(one)) => person(one),
                (None, None) => "-".to_owned(),
            };
            let place = &custody.place;
            out.line(&clean(&format!("  {}  {}  {what}  {passed}  {place}{struck}", at + 1, custody.at)));
        }
        None => {
            let gone = out.message("comity-content-gone", &[]);
            out.line(&clean(&format!("  {}  {gone}{struck}", at + 1)));
        }
    }
    let own = |key: &str, value: &str| field(out, 6, key, value);
    if let Some(withdrawal) = &act.withdrawn {
        let Withdrawal { entry, by, at, reason, .. } = withdrawal;
        let ground = out.message(ground(withdrawal.ground), &[]);
        own("document-custody-withdrawn", &format!("{ground}. {reason}"));
        own("document-custody-withdrawn-by", &format!("{}  {at}  {entry}", person(by)));
    }
    for (key, value) in act.custody.iter().flat_map(fields) {
        own(key, &value);
    }
    for (key, value) in act.confirmed.iter().flat_map(second) {
        own(key, &value);
    }
    own("document-entry", &act.entry.to_string());
    let late = act.is_late(before);
    own(if late { "document-recorded-late" } else { "document-recorded-at" }, &act.recorded.to_string());
}

/// A value with its name, on a line of its own.
fn field(out: &Out, indent: usize, key: &str, value: &str) {
    out.line(&clean(&format!("{:indent$}{}: {value}", "", plain(&out.message(key, &[])))));
}

const fn ground(ground: WithdrawalGround) -> &'static str {
    match ground {
        WithdrawalGround::Mistaken => "document-ground-mistaken",
        WithdrawalGround::Privileged => "document-ground-privileged",
        WithdrawalGround::WrongCase => "document-ground-wrong-case",
    }
}

fn person(party: &Party) -> String {
    format!("{}, {}", party.name, party.organisation)
}

/// The word for the thing itself, or for a copy with its number.
fn piece(out: &Out, piece: &Piece) -> String {
    plain(&match piece {
        Piece::Original => out.message("document-custody-original", &[]),
        Piece::WorkingCopy(number) => {
            out.message("document-custody-on-copy", &[("number", &number.to_string())])
        }
    })
}

/// What was done, and with which copy.
fn what_was_done(out: &Out, custody: &CustodyEntry) -> String {
    let act = plain(&out.message(&format!("document-custody-{}", custody.act.as_str()), &[]));
    match &custody.piece {
        Piece::Original => act,
        copy @ Piece::WorkingCopy(_) => format!("{act} ({})", piece(out, copy)),
    }
}

/// What is recorded of an act beside its first line.
fn fields(custody: &CustodyEntry) -> Vec<(&'static str, String)> {
    let CustodyEntry {
        exhibit: _,
        piece: _,
        act: _,
        at: _,
        place: _,
        giver: _,
        taker: _,
        present,
        reason,
        authority,
        seals_before,
        seals_after,
        condition,
        tool,
        before,
        after,
        unavoidable_change,
        copy_made,
        transport,
        storage,
    } = custody;
    let present: Vec<_> = present.iter().map(person).collect();
    let tool = tool.as_ref().map(|tool| {
        let settings = tool.settings.as_deref().map(|settings| format!(" {settings}"));
        format!("{} {}{}", tool.name, tool.version, settings.unwrap_or_default())
    });
    let made = copy_made.as_ref().and_then(|made| match made {
        Piece::Original => None,
        Piece::WorkingCopy(number) => Some(number.to_string()),
    });
    let fields = [
        ("document-reason", Some(reason.clone())),
        ("document-custody-authority", authority.clone()),
        ("document-custody-present", (!present.is_empty()).then(|| present.join("; "))),
        ("document-custody-seals-before", (!seals_before.is_empty()).then(|| seals_before.join(", "))),
        ("document-custody-seals-after", (!seals_after.is_empty()).then(|| seals_after.join(", "))),
        ("document-custody-condition", condition.clone()),
        ("document-custody-tool", tool),
        ("document-custody-before", before.map(|digests| digests.sha256.to_string())),
        ("document-custody-after", after.map(|digests| digests.sha256.to_string())),
        ("document-custody-change", unavoidable_change.clone()),
        ("document-custody-copy-made", made),
        ("document-custody-transport", transport.clone()),
        ("document-custody-storage", storage.clone()),
    ];
    fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

/// The second signature under an act.
fn second(second: &Confirmation) -> Vec<(&'static str, String)> {
    let by = format!("{}  {}  {}", person(&second.by), second.at, second.entry);
    let note = second.note.clone().map(|note| ("document-custody-note", note));
    if second.on_paper.is_empty() {
        return [("document-custody-confirmed", by)].into_iter().chain(note).collect();
    }
    let signed: Vec<_> = second.on_paper.iter().map(person).collect();
    let papers = second.papers.iter().map(|paper| ("document-custody-paper", paper.sha256.to_string()));
    [("document-custody-on-paper", signed.join("; ")), ("document-custody-paper-seen-by", by)]
        .into_iter()
        .chain(papers)
        .chain(note)
        .collect()
}

/// Who has the exhibit, and who each copy of it.
fn holders(out: &Out, exhibit: &Exhibit) -> Vec<String> {
    let label = plain(&out.message("document-custody-holder", &[]));
    let ended = || plain(&out.message("document-custody-ended", &[]));
    let held = exhibit.chains.iter().map(|(of, chain)| {
        let holder = chain.holder.as_ref().map_or_else(ended, person);
        if exhibit.chains.len() > 1 {
            format!("{label}: {}: {holder}", piece(out, of))
        } else {
            format!("{label}: {holder}")
        }
    });
    held.collect()
}

/// What is missing at an act, with what to do about it.
fn print_gap(out: &Out, gap: &Gap, entry: Option<EntryId>) {
    let number = (gap.at + 1).to_string();
    let entry = entry.map(|entry| entry.to_string()).unwrap_or_default();
    let said = said(out, &gap.kind);
    out.line(&clean(
        &out.message("comity-exhibit-gap", &[("number", &number), ("entry", &entry), ("what", &said)]),
    ));
    if let Some(to_do) = out.advice(&gap.kind).to_do {
        out.line(&clean(&format!("    {}", plain(&to_do))));
    }
}

/// What is missing, in words.
fn said(out: &Out, kind: &GapKind) -> String {
    let words = GapWords::of(kind);
    let mut said = plain(&out.message(&words.key, &[]));
    for (key, value) in words.values {
        said = format!("{said} {}: {value}.", plain(&out.message(key, &[])));
    }
    said
}

/// A gap for programs.
pub fn gap_json(out: &Out, gap: &Gap, entry: Option<EntryId>) -> Value {
    let args: Map<_, _> =
        GapWords::args(&gap.kind).into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
    let to_do = out.advice(&gap.kind).to_do.map(|to_do| plain(&to_do));
    json!({
        "code": gap.kind.code(), "args": args, "act": gap.at + 1, "entry": entry,
        "message": said(out, &gap.kind), "to_do": to_do,
    })
}

/// What is missing at the first act of an exhibit.
pub fn first_gaps(gaps: &[GapKind]) -> Vec<Gap> {
    gaps.iter().map(|kind| Gap { at: 0, kind: kind.clone() }).collect()
}

/// Gaps of an act that was just made, or would be.
pub fn print_gaps(out: &Out, gaps: &[Gap], entry: Option<EntryId>) {
    for gap in gaps {
        print_gap(out, gap, entry);
    }
}

/// An act that would be recorded, as somebody sees it before it is signed.
pub fn print_further(out: &Out, further: &FurtherAct) {
    let custody = &further.custody;
    let name = |party: &Option<Party>| party.as_ref().map_or_else(|| "-".to_owned(), person);
    let (what, at) = (what_was_done(out, custody), &custody.at);
    let (giver, taker) = (name(&custody.giver), name(&custody.taker));
    let line = format!("  {}  {at}  {what}  {giver} -> {taker}  {}", further.number, custody.place);
    out.line(&clean(&line));
    for (key, value) in fields(custody) {
        field(out, 6, key, &value);
    }
    print_gaps(out, &further.gaps, None);
}

/// What tells a thing from others of its kind, a line each.
fn print_item(out: &Out, item: Option<&Item>) {
    let Some(item) = item else { return };
    let fields = [
        ("node-field-make", item.make.clone()),
        ("node-field-model", item.model.clone()),
        ("node-field-serial", item.serial.clone()),
        ("node-field-imei", (!item.imei.is_empty()).then(|| item.imei.join(", "))),
        ("node-field-capacity", item.capacity_bytes.map(|bytes| bytes.to_string())),
        ("node-field-power", item.power.clone()),
        ("node-field-clock-ahead", item.clock_ahead_seconds.map(|seconds| seconds.to_string())),
    ];
    for (key, value) in fields {
        if let Some(value) = value {
            field(out, 2, key, &value);
        }
    }
}

/// Its title and what it holds, and whether it counts.
fn named(out: &Out, exhibit: &Exhibit) -> String {
    let gone = || out.message("comity-content-gone", &[]);
    let title = exhibit.received.as_ref().map_or_else(gone, |received| clean(&received.title));
    format!("{title}  {}{}", held(out, exhibit), withdrawn(out, exhibit.withdrawn))
}

/// What an exhibit holds, in a few letters, with the value by which it is known.
fn held(out: &Out, exhibit: &Exhibit) -> String {
    let say = |key: &str, (files, bytes): (u64, u64), path: &str| {
        let (files, bytes) = (files.to_string(), bytes.to_string());
        clean(&out.message(key, &[("files", &files), ("bytes", &bytes), ("path", path)]))
    };
    let held = match exhibit.received.as_ref().map(|received| &received.holds) {
        Some(Holding::Files { files, bytes, .. }) => say("comity-held", (*files, *bytes), ""),
        Some(Holding::InPlace(place)) => {
            say("comity-held-in-place", (place.files, place.size), &shown(&place.path()))
        }
        Some(Holding::Thing) | None => return String::new(),
    };
    let hash = exhibit
        .hash_value()
        .map(|hash| format!(", {}: {}", plain(&out.message(hash.label(), &[])), hash.sha256()));
    format!("{held}{}", hash.unwrap_or_default())
}

fn as_json(out: &Out, exhibit: &Exhibit) -> Value {
    let chains = exhibit.chains.iter().map(|(piece, chain)| {
        let gaps: Vec<_> = chain.gaps.iter().map(|gap| gap_json(out, gap, exhibit.entry_of(gap))).collect();
        json!({ "piece": piece, "holder": chain.holder, "gaps": gaps })
    });
    let confirmed = |second: &Confirmation| {
        json!({
            "entry": second.entry, "by": second.by, "at": second.at.to_string(), "note": second.note,
            "on_paper": second.on_paper, "papers": second.papers,
        })
    };
    let struck = |of: &Withdrawal| {
        json!({
            "entry": of.entry, "by": of.by, "at": of.at.to_string(), "ground": of.ground, "reason": of.reason,
        })
    };
    let acts = exhibit.acts.iter().enumerate().map(|(at, act)| {
        json!({
            "number": at + 1, "entry": act.entry, "act": act.custody, "recorded": act.recorded.to_string(),
            "late": act.is_late(&exhibit.acts[..at]), "confirmed": act.confirmed.as_ref().map(confirmed),
            "withdrawn": act.withdrawn.as_ref().map(struck),
        })
    });
    let received = exhibit.received.as_ref();
    json!({
        "exhibit": label(exhibit.number), "number": exhibit.number, "entry": exhibit.entry,
        "title": received.map(|received| &received.title),
        "holds": received.map(|received| &received.holds),
        "hash": exhibit.hash_value().map(|hash| json!({ "of": hash.as_str(), "sha256": hash.sha256() })),
        "item": received.and_then(|received| received.item.as_ref()),
        "unread": received.map(|received| &received.unread),
        "sessions": received.map(|received| &received.sessions),
        "further": received.map(|received| &received.further),
        "media": received.map(|received| media::as_json(&received.media)),
        "withdrawn": exhibit.withdrawn, "custody": acts.collect::<Vec<_>>(), "chains": chains.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_in_a_name_is_masked_for_programs_too() {
        let key = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";
        let mut listed = json!({ "path": "a link", "target": format!("keys/{key}.txt"), "original": "6b657973", "size": 1 });
        mask_names(&mut listed);
        assert_eq!(listed, json!({ "path": "a link", "target": "keys/•••.txt", "size": 1 }));
        let plain = json!({ "path": "notes.txt", "original": "6e6f746573" });
        let mut same = plain.clone();
        mask_names(&mut same);
        assert_eq!(same["original"], plain["original"]);
    }
}

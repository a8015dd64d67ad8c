//! `comity evidence` on a case: take in exhibits, record their custody, search them.

mod held;
mod hits;
mod media;
mod offer;
mod package;
mod pages;
mod promote;
mod reading;
mod secret;
mod show;
mod unseen;

use std::ops::ControlFlow;
use std::path::Path;

use comity_adapters::sandbox::Sandbox;
use comity_adapters::world::SystemClock;
use comity_casework::exhibit::{NewExhibit, SignedPaper, Source, Turn, label};
use comity_casework::lead::NewScan;
use comity_casework::{CaseworkError, MAX_MINUTES_BYTES, MinutesText};
use comity_evidence::custody::{Act, CustodyEntry, Item, Party, Piece, Tool};
use comity_evidence::salvage::Unread;
use comity_evidence::walk::LeftOut;
use comity_evidence::{Further, Intake, Limits, Progress, SessionTold};
use comity_record::{Clock as _, Language};
use serde_json::json;

use crate::case::as_answer;
use crate::cli::request::PaperArguments;
use crate::cli::{
    ActName, AddExhibit, BeginningName, CaseName, ConfirmCustody, CustodyWords, OfExhibit, RecordCustody,
    ScanExhibit,
};
use crate::engine::scan::far::Far;
use crate::engine::scan::known::Known;
use crate::engine::scan::rules::{Rules, Searcher};
use crate::engine::scan::{self, Searched, segments};
use crate::folder;
use crate::out::{Failure, Out, clean, file_name, shown};
use crate::report;
use crate::tasks::TASKS;

use held::{Held, InPlace, Vault};
pub use hits::hits;
pub use offer::{fetch, offer};
pub use package::package;
pub use pages::pages;
pub use promote::{accounts, answer_owner, ask_owner, matches, promote, questions};
pub use reading::{check, file};
pub use secret::secret;
pub use show::{list, show};

/// Takes in an exhibit.
pub async fn add(out: &Out, words: AddExhibit) -> Result<(), Failure> {
    let act = match words.act {
        BeginningName::Collected => Act::Collected,
        BeginningName::Received => Act::Received,
    };
    let custody = custody(out, act, words.custody)?;
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let case = opened.case(&session, &words.case)?;
    if let Some(path) = words.path.as_deref().filter(|_| !words.resume && !words.anew && !words.in_place)
        && let Some(began) = opened.node.cut_off(&session, case, path).await.map_err(Failure::of)?
    {
        let values = vec![("path", shown(path)), ("began", began.to_string())];
        return Err(Failure::new("comity-intake-left-before", values));
    }
    // Ended by the way of every failure, it clears away what is not whole and tells what is kept. What is sent to the program
    // may never come, and nobody waits for it then.
    if words.path.as_deref().is_none_or(|path| path.as_os_str() != "-") {
        out.hear_interrupts();
    }
    let bar = out.progress_over(words.path.as_deref().unwrap_or(Path::new("-")));
    let mut watch = |progress: Progress| {
        bar.set(progress.bytes);
        if bar.is_abandoned() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let mut intake = Intake::watched(Limits::default(), &mut watch);
    if words.salvage {
        intake = intake.salvaging();
    }
    intake.ask(words.digests.into_iter().map(Into::into));
    let mut sent = out.input_stream();
    let source = match (&words.path, words.in_place) {
        (None, _) => Source::Thing,
        (Some(path), false) if path.as_os_str() == "-" => {
            if words.resume {
                return Err(Failure::new("comity-resume-stream", vec![]));
            }
            Source::Stream { from: &mut sent, name: &words.name }
        }
        (Some(path), true) => Source::InPlace(path),
        (Some(path), false) if words.resume => Source::Resume(path),
        (Some(path), false) => Source::Copy(path),
    };
    let item = words.item;
    let item = Item {
        make: item.make,
        model: item.model,
        serial: item.serial,
        imei: item.imei,
        capacity_bytes: item.capacity,
        power: item.power,
        clock_ahead_seconds: item.clock_ahead,
    };
    let at = custody.at.clone();
    let new = NewExhibit { title: words.title, custody, item: Some(item), source };
    let taken = opened.node.receive_images(&session, case, new, &mut intake, &mut media::read).await;
    let taken = match taken {
        Ok(taken) => taken,
        Err(error) => {
            let failure = Failure::of(error);
            let Some(path) = &words.path else { return Err(failure) };
            // Where it cannot be looked up nobody is told that anything is kept.
            let kept = opened.node.cut_off(&session, case, path).await.ok().flatten();
            return Err(match kept {
                Some(_) => failure.adding("comity-intake-left", vec![]),
                None => failure,
            });
        }
    };
    drop(bar);
    let (gaps, of) = (show::first_gaps(&taken.gaps), Some(taken.receipt.entry));
    let answer = json!({
        "exhibit": label(taken.number), "number": taken.number, "entry": taken.receipt.entry, "at": at.to_string(),
        "left_out": taken.left_out, "unread": taken.unread, "media": media::as_json(&taken.media),
        "sessions": taken.sessions,
        "gaps": gaps.iter().map(|gap| show::gap_json(out, gap, of)).collect::<Vec<_>>(),
    });
    out.answer(&answer, |out| {
        let entry = taken.receipt.entry.to_string();
        out.say("comity-exhibit-added", &[("exhibit", &label(taken.number)), ("entry", &entry)]);
        print_left_out(out, &taken.left_out);
        print_unread(out, &taken.unread);
        print_sessions(out, &taken.sessions);
        media::print(out, &taken.media);
        show::print_gaps(out, &gaps, of);
    });
    Ok(())
}

/// Records a further act.
pub async fn record_custody(out: &Out, words: RecordCustody) -> Result<(), Failure> {
    let act = match words.act {
        ActName::HandedOver => Act::HandedOver,
        ActName::Copied => Act::Copied,
        ActName::Examined => Act::Examined,
        ActName::Sealed => Act::Sealed,
        ActName::Opened => Act::Opened,
        ActName::Returned => Act::Returned,
        ActName::Destroyed => Act::Destroyed,
    };
    let mut custody = custody(out, act, words.custody)?;
    custody.piece = words.copy.map_or(Piece::Original, Piece::WorkingCopy);
    custody.copy_made = words.copy_made.map(Piece::WorkingCopy);
    let turn = if words.late { Turn::Late } else { Turn::Next };
    let OfExhibit { who, case, exhibit } = words.exhibit;
    let (opened, session) = folder::sign_in(out, &who).await?;
    let case = opened.case(&session, &case)?;
    if words.dry_run {
        let further = opened.node.further_act(&session, case, exhibit, custody, turn).await;
        let further = further.map_err(Failure::of)?;
        let gaps: Vec<_> = further.gaps.iter().map(|gap| show::gap_json(out, gap, None)).collect();
        let answer = json!({
            "recorded": false, "number": further.number, "act": further.custody, "gaps": gaps,
        });
        out.answer(&answer, |out| {
            show::print_further(out, &further);
            out.say("comity-custody-dry-run", &[("gaps", &further.gaps.len().to_string())]);
        });
        return Ok(());
    }
    let recorded = opened.node.record_custody(&session, case, exhibit, custody, turn).await;
    let (taken, further) = recorded.map_err(Failure::of)?;
    let entry = taken.entry.to_string();
    let mut answer = as_answer(&taken);
    answer["at"] = json!(further.custody.at.to_string());
    let gaps = further.gaps.iter().map(|gap| show::gap_json(out, gap, Some(taken.entry)));
    answer["gaps"] = gaps.collect();
    out.answer(&answer, |out| {
        out.say("comity-recorded", &[("entry", &entry)]);
        show::print_gaps(out, &further.gaps, Some(taken.entry));
        out.say("comity-custody-undo", &[("case", &case.to_string()), ("entry", &entry)]);
    });
    Ok(())
}

/// Confirms an act by a second signature, or says that it was signed on paper.
pub async fn confirm_custody(out: &Out, words: ConfirmCustody) -> Result<(), Failure> {
    let ConfirmCustody { who, case, act, paper, note } = words;
    let read = |path: &Path| {
        let bytes = crate::request::read(path, MAX_PAPER_BYTES.saturating_add(1))?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_PAPER_BYTES {
            let args = vec![("path", shown(path)), ("most", MAX_PAPER_BYTES.to_string())];
            return Err(Failure::new("comity-paper-too-large", args));
        }
        Ok(bytes)
    };
    let scan = paper.as_deref().map(read).transpose()?;
    let (opened, session) = folder::sign_in(out, &who).await?;
    let case = opened.case(&session, &case)?;
    let confirmed = match (&paper, &scan) {
        (Some(path), Some(bytes)) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let media_type = media_type(bytes);
            let paper = SignedPaper { name: &name, media_type, bytes };
            opened.node.confirm_custody_on_paper(&session, case, act, paper, note).await
        }
        _ => opened.node.confirm_custody(&session, case, act, note).await,
    };
    let taken = confirmed.map_err(Failure::of)?;
    out.answer(&as_answer(&taken), |out| {
        out.say("comity-recorded", &[("entry", &taken.entry.to_string())]);
    });
    Ok(())
}

/// Bytes of a scanned receipt. Thirty pages in colour have less.
const MAX_PAPER_BYTES: u64 = 64 << 20;

/// What a scan is, by how it begins.
fn media_type(bytes: &[u8]) -> &'static str {
    let begins: [(&[u8], &str); 4] = [
        (b"%PDF-", "application/pdf"),
        (b"\x89PNG", "image/png"),
        (b"\xFF\xD8\xFF", "image/jpeg"),
        (b"II*\0", "image/tiff"),
    ];
    let found = begins.into_iter().find(|(magic, _)| bytes.starts_with(magic));
    found.map_or("application/octet-stream", |(_, name)| name)
}

/// The digests of a file that were asked for besides, a line each.
fn print_digests(out: &Out, further: &Further) {
    for (algorithm, digest) in further.iter() {
        out.line(&format!("    {}  {digest}", algorithm.name()));
    }
}

/// What lay in a folder and was not taken in.
pub fn print_left_out(out: &Out, left_out: &[LeftOut]) {
    if left_out.is_empty() {
        return;
    }
    out.say("comity-exhibit-left-out", &[("count", &left_out.len().to_string())]);
    let line = |left: &LeftOut| {
        let (path, target) =
            (file_name(&left.path), left.target.as_deref().map(file_name).unwrap_or_default());
        let values = [("path", path.as_str()), ("target", target.as_str())];
        clean(&out.message(&format!("comity-left-out-{}", left.kind.as_str()), &values))
    };
    let lines: Vec<_> = left_out.iter().map(line).collect();
    for line in out.first(&lines) {
        out.line(&format!("  {line}"));
    }
}

/// What a failing device did not give.
fn print_unread(out: &Out, unread: &[Unread]) {
    if unread.is_empty() {
        return;
    }
    let bytes: u64 = unread.iter().map(|gap| gap.length).sum();
    out.say(
        "comity-exhibit-salvaged",
        &[("places", &unread.len().to_string()), ("bytes", &bytes.to_string())],
    );
    let lines: Vec<_> = unread
        .iter()
        .map(|gap| clean(&format!("{}  {} + {}", file_name(&gap.path), gap.offset, gap.length)))
        .collect();
    for line in out.first(&lines) {
        out.line(&format!("  {line}"));
    }
}

/// In how many sessions the files were taken in, if it was interrupted.
fn print_sessions(out: &Out, sessions: &[SessionTold]) {
    if sessions.is_empty() {
        return;
    }
    out.say("comity-exhibit-sessions", &[("count", &sessions.len().to_string())]);
    for session in sessions {
        let values = [("began", &*session.began), ("files", &session.files.to_string())];
        out.say("comity-exhibit-session", &values);
    }
}

fn custody(out: &Out, act: Act, words: CustodyWords) -> Result<CustodyEntry, Failure> {
    let at = match words.when {
        Some(when) => when.told(out, &SystemClock)?,
        None => SystemClock.here().map_err(Failure::of)?,
    };
    Ok(CustodyEntry {
        exhibit: String::new(),
        piece: Piece::Original,
        act,
        at,
        place: words.place,
        giver: words.giver.as_deref().map(party).transpose()?,
        taker: words.taker.as_deref().map(party).transpose()?,
        present: words.present.iter().map(|text| party(text)).collect::<Result<_, _>>()?,
        reason: words.reason,
        authority: words.authority,
        seals_before: words.seals_before,
        seals_after: words.seals_after,
        condition: words.condition,
        tool: words.tool.as_deref().map(tool).transpose()?,
        before: None,
        after: None,
        unavoidable_change: words.change,
        copy_made: None,
        transport: words.transport,
        storage: words.storage,
    })
}

/// A person as written on the command line: `NAME=ORGANISATION`.
fn party(text: &str) -> Result<Party, Failure> {
    let parts = text.split_once('=').map(|(name, organisation)| (name.trim(), organisation.trim()));
    match parts {
        Some((name, organisation)) if !name.is_empty() && !organisation.is_empty() => {
            Ok(Party { name: name.to_owned(), role: None, organisation: organisation.to_owned() })
        }
        _ => Err(Failure::new("comity-party", vec![("text", text.to_owned())])),
    }
}

/// A program or instrument as written on the command line: `NAME=VERSION`.
fn tool(text: &str) -> Result<Tool, Failure> {
    let parts = text.split_once('=').map(|(name, version)| (name.trim(), version.trim()));
    match parts {
        Some((name, version)) if !name.is_empty() && !version.is_empty() => {
            Ok(Tool { name: name.to_owned(), version: version.to_owned(), settings: None })
        }
        _ => Err(Failure::new("comity-tool", vec![("text", text.to_owned())])),
    }
}

/// The mark of what was withdrawn.
pub fn withdrawn(out: &Out, withdrawn: bool) -> String {
    if withdrawn { format!("  [{}]", out.message("comity-mark-withdrawn", &[])) } else { String::new() }
}

/// Searches the files of an exhibit in a sandboxed child, and records what was found. Gives whether all of them
/// could be read.
pub async fn scan_exhibit(out: &Out, words: ScanExhibit) -> Result<bool, Failure> {
    scan::check_kinds(&words.kinds)?;
    let (known, rules) = (Known::read(&words.known)?, Rules::read(&words.rules)?);
    let OfExhibit { who, case, exhibit: number } = words.exhibit;
    let (opened, session) = folder::sign_in(out, &who).await?;
    let case = opened.case(&session, &case)?;
    let exhibit = opened.node.exhibit(&session, case, number).await.map_err(Failure::of)?;
    let holders = secret::holders(&opened, &session, case, &words.secrets_officers)?;
    let kinds = secret::parameters(&words.kinds, holders.is_some());
    let sandbox = Sandbox::new(TASKS);
    let with_rules = Rules::parameters(rules.as_ref(), &kinds);
    let mut child = Searcher::begin(&sandbox, &kinds, &with_rules)?;
    let mut unseen = unseen::begin(&known);
    let (mut hits, mut pages, mut files, mut failures) = (Vec::new(), Vec::new(), 0, 0);
    let mut secrets = Vec::new();
    let vault = Vault { opened: &opened, session: &session, case };
    let sources = held::sources(vault, &exhibit).await?;
    let all = sources.len();
    let sets = segments::sets(sources, |held| Path::new(&held.name), |held| held.is_segment);
    let size = |set: &[Held]| set.iter().map(Held::to_read).fold(0, u64::saturating_add);
    let bar = out.progress_of_bytes(sets.iter().map(|set| size(set)).fold(0, u64::saturating_add));
    let mut done = 0_u64;
    for set in &sets {
        let before = done;
        done = done.saturating_add(size(set));
        let in_place = held::compare(set, &bar, before);
        if in_place.is_ok() && unseen::set_aside(&mut unseen, &known, set) {
            bar.set(done);
            continue;
        }
        let far = Far::behind(&bar, done.saturating_sub(set.iter().map(|held| held.digests.size).sum()));
        let first_hit = hits.len();
        let mut on_hit = |hit| hits.push(hit);
        let mut found = match &in_place {
            Ok(files) => held::search(vault, &mut child, (set, files), &far, &mut on_hit).await,
            Err(_) => Searched::default(),
        };
        let changed = match in_place {
            Ok(files) => files.iter().find_map(InPlace::changed),
            Err(failure) => Some(failure),
        };
        if let Some(changed) = changed {
            hits.truncate(first_hit);
            found = Searched::failed(changed);
        }
        for part in &found.parts {
            bar.suspend(|| out.failure(part));
        }
        unseen::add(&mut unseen, &found);
        secrets.extend(secret::of_file(found.secrets));
        pages.extend(found.pages);
        match &found.failure {
            None => files += u64::try_from(set.len()).unwrap_or(u64::MAX),
            Some(failure) => {
                failures += 1;
                bar.suspend(|| out.failure(failure));
            }
        }
        bar.set(done);
    }
    drop(bar);
    if files == 0 && failures > 0 && hits.is_empty() {
        let args = vec![("exhibit", label(number)), ("files", all.to_string())];
        return Err(Failure::new("comity-exhibit-unread", args));
    }
    let shown_hits = hits.clone();
    let new = NewScan {
        program: concat!("comity ", env!("CARGO_PKG_VERSION")).to_owned(),
        kinds: words.kinds,
        files,
        failures,
        hits,
        pages,
        unseen: unseen.clone(),
        rules: unseen::applied(rules.as_ref()),
    };
    let shown_rules = new.rules.clone();
    let of = (case, number);
    let (taken, sealed) = secret::record_scan(&opened, &session, of, new, (holders, secrets)).await?;
    let answer = json!({
        "entry": taken.entry, "files": files, "failures": failures, "hits": shown_hits,
        "unseen": unseen, "rules": shown_rules, "sealed": sealed.map(|sealed| sealed.entry),
    });
    out.answer(&answer, |out| {
        hits::print_first(out, &shown_hits);
        out.say(
            "comity-exhibit-scanned",
            &[
                ("files", &files.to_string()),
                ("hits", &shown_hits.len().to_string()),
                ("failures", &failures.to_string()),
                ("entry", &taken.entry.to_string()),
            ],
        );
        unseen::say(out, &unseen);
        secret::tell(out, &shown_hits, sealed.as_ref(), holders.is_some());
    });
    Ok(failures == 0 && unseen.without_rules == 0)
}

/// Prints the record of custody of an exhibit.
pub async fn record(out: &Out, which: &OfExhibit, paper: &PaperArguments) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, &which.who).await?;
    let case = opened.case(&session, &which.case)?;
    let languages = languages(out, paper);
    let printed = opened.node.custody_record(&session, case, which.exhibit, &languages);
    report::paper(out, paper, &printed.await.map_err(Failure::of)?)
}

/// Prints minutes from a file.
pub async fn minutes(
    out: &Out,
    (who, case): (&crate::cli::As, &CaseName),
    file: &Path,
    paper: &PaperArguments,
) -> Result<(), Failure> {
    let most = u64::try_from(MAX_MINUTES_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let text = MinutesText::read(&crate::request::read(file, most)?)
        .map_err(|e| Failure::of(CaseworkError::from(e)))?;
    let (opened, session) = folder::sign_in(out, who).await?;
    let case = opened.case(&session, case)?;
    let printed = opened.node.minutes(&session, case, &text, &languages(out, paper)).await;
    report::paper(out, paper, &printed.map_err(Failure::of)?)
}

/// The languages of a paper; that of the sentences, where none is named.
fn languages(out: &Out, paper: &PaperArguments) -> Vec<Language> {
    if paper.languages.is_empty() { vec![out.language().clone()] } else { paper.languages.clone() }
}

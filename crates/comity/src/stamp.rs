//! Time-stamps at the command line: in a case, in files, and the server that an office asks.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use comity_adapters::stamp_server::StampServers;
use comity_casework::body::office_journal;
use comity_casework::exhibit::label;
use comity_casework::timestamp::{Ending, StampServer, Stampable, Subject, Timestamp};
use comity_evidence::Digests;
use comity_record::{Bytes, Sha256Digest};
use comity_stamp::{
    Anchors, MAX_LIST_BYTES, MAX_PEM_BYTES, MAX_REPLY_BYTES, MAX_REQUEST_BYTES, Request, RevocationLists,
    Stamped, Verdict, verify,
};
use serde_json::{Value, json};

use crate::case::{as_answer, receipt};
use crate::cli::{CheckStamp, NameStampServer, RenewStamps, StampInCase, StampsOfCase};
use crate::folder;
use crate::out::{Failure, Out};
use crate::{export, outside};

/// Has the log or an exhibit stamped.
pub async fn take(out: &Out, words: &StampInCase) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let case = opened.case(&session, &words.case)?;
    let of = words.exhibit.map_or(Stampable::Checkpoint, Stampable::Exhibit);
    let taken = opened.node.stamp(&session, case, of, &StampServers::default()).await;
    let taken = taken.map_err(Failure::of)?;
    let mut answer = as_answer(&taken.receipt);
    answer["stamp"] = of_stamped(&taken.stamped);
    out.answer(&answer, |out| {
        say_stamped(out, "comity-stamped", &taken.stamped);
        out.say("comity-recorded", &[("entry", &taken.receipt.entry.to_string())]);
    });
    Ok(())
}

/// The time-stamps of a case, each checked anew. Says whether all hold.
pub async fn list(out: &Out, words: &StampsOfCase) -> Result<bool, Failure> {
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let case = opened.case(&session, &words.case)?;
    let all = opened.node.timestamps(&session, case).await.map_err(Failure::of)?;
    if let Some(folder) = &words.out {
        let files = opened.node.timestamp_files(&session, case).await.map_err(Failure::of)?;
        std::fs::create_dir(folder).map_err(|error| Failure::file("make", folder, error))?;
        for (name, bytes) in files {
            outside::write(&folder.join(&name), &bytes)?;
        }
    }
    let exhibits = opened.node.exhibits(&session, case).await.map_err(Failure::of)?;
    let mut whole = true;
    for series in &all {
        let about = exhibits.iter().find(|exhibit| Some(exhibit.entry) == series.exhibit);
        let about = about.map(|exhibit| label(exhibit.number));
        whole &= series.withdrawn || series.links.is_empty() || series.verdict.is_ok();
        out.answer(&as_json(out, series, about.as_deref()), |out| tell(out, series, about.as_deref()));
    }
    Ok(whole)
}

fn as_json(out: &Out, series: &Timestamp, exhibit: Option<&str>) -> Value {
    let verdict = match &series.verdict {
        Ok(sound) => {
            json!({ "verdict": "pass", "first": of_stamped(&sound.first), "last": of_stamped(&sound.last) })
        }
        Err((place, verdict)) => {
            let mut told = of_verdict(out, verdict);
            told["place"] = json!(place + 1);
            told
        }
    };
    let entries: Vec<_> = series.links.iter().map(|link| link.entry).collect();
    json!({
        "number": series.number, "entry": series.entry, "entries": entries, "exhibit": exhibit,
        "imprint": series.of.as_ref().map(Subject::imprint), "withdrawn": series.withdrawn,
        "forgotten": series.of.is_none(), "check": verdict,
    })
}

fn tell(out: &Out, series: &Timestamp, exhibit: Option<&str>) {
    let number = series.number.to_string();
    let log = out.message("comity-stamp-of-log", &[]);
    let (of, renewals) = (exhibit.unwrap_or(&log), series.links.len().saturating_sub(1).to_string());
    let values = [("number", number.as_str()), ("of", of), ("renewals", &renewals)];
    match &series.verdict {
        _ if series.withdrawn => out.say("comity-stamp-withdrawn", &values),
        _ if series.links.is_empty() => out.say("comity-stamp-forgotten", &values),
        Ok(sound) => {
            let (time, until) = (sound.first.time.to_string(), sound.last.until.to_string());
            let more = [("time", time.as_str()), ("until", &until), ("authority", &sound.first.authority)];
            out.say("comity-stamp-holds", &[&values[..], &more].concat());
        }
        Err((_, verdict)) => {
            out.say("comity-stamp-does-not-hold", &values);
            advise(out, verdict);
        }
    }
}

/// Checks a time-stamp in files; needs no case and no network.
pub fn check(out: &Out, words: &CheckStamp) -> Result<ExitCode, Failure> {
    let request = Request::parse(&read(&words.request, MAX_REQUEST_BYTES)?).map_err(Failure::of)?;
    let reply = read(&words.reply, MAX_REPLY_BYTES)?;
    let anchors =
        words.authorities.as_deref().map(|path| trusted(path, &words.lists)).transpose()?.unwrap_or_default();
    let about = words.data.as_deref().map(digest_of).transpose()?;
    let verdict = match about {
        Some(digest) if digest != request.imprint() => Verdict::Fail(comity_stamp::Fault::OtherImprint),
        _ => verify(&reply, &request, &anchors),
    };
    let mut answer = of_verdict(out, &verdict);
    answer["imprint"] = json!(request.imprint());
    answer["data_compared"] = json!(about.is_some());
    out.answer(&answer, |out| match &verdict {
        Verdict::Pass(stamped) => {
            say_stamped(out, "comity-stamp-checked", stamped);
            if about.is_none() {
                out.say("comity-stamp-of-digest", &[("digest", &request.imprint().to_string())]);
            }
        }
        verdict => advise(out, verdict),
    });
    Ok(match verdict {
        Verdict::Pass(_) => ExitCode::SUCCESS,
        Verdict::Fail(_) => ExitCode::FAILURE,
        Verdict::Undecided(_) => ExitCode::from(3),
    })
}

/// The authorities in a file that are trusted to make time-stamps, and whom they revoked by the lists in other files.
pub fn trusted(path: &Path, lists: &[PathBuf]) -> Result<Anchors, Failure> {
    let mut at_hand = RevocationLists::default();
    for list in lists {
        at_hand.add(&read(list, MAX_LIST_BYTES)?).map_err(Failure::of)?;
    }
    let anchors = Anchors::from_pem(&read(path, MAX_PEM_BYTES)?).map_err(Failure::of)?;
    Ok(anchors.asking(at_hand))
}

fn digest_of(path: &Path) -> Result<Sha256Digest, Failure> {
    let failed = |error: io::Error| Failure::file("read", path, error);
    let mut file = std::fs::File::open(path).map_err(failed)?;
    Ok(Digests::of_reader(&mut file).map_err(failed)?.sha256)
}

/// Proposes the server that the office asks.
pub async fn name_server(out: &Out, words: NameStampServer) -> Result<(), Failure> {
    let NameStampServer { who, url, authorities, tls_authorities, reason, .. } = words;
    let certificates = |path: Option<&Path>| -> Result<Vec<Bytes>, Failure> {
        let Some(path) = path else { return Ok(vec![]) };
        let anchors = Anchors::from_pem(&read(path, MAX_PEM_BYTES)?).map_err(Failure::of)?;
        Ok(anchors.certificates().iter().cloned().map(Bytes).collect())
    };
    let server = match url {
        None => None,
        Some(url) => Some(StampServer {
            url,
            authorities: certificates(authorities.as_deref())?,
            tls_authorities: certificates(tls_authorities.as_deref())?,
        }),
    };
    let (opened, session) = folder::sign_in(out, &who).await?;
    let proposed = opened.node.propose_stamp_server(&session, server, reason).await.map_err(Failure::of)?;
    receipt(out, "comity-proposed", &proposed);
    Ok(())
}

/// Renews the time-stamps that end soon, as the officer who operates the node. Says whether none was left.
pub async fn renew(out: &Out, words: &RenewStamps) -> Result<bool, Failure> {
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let node = &opened.node;
    node.may(&session, office_journal(session.office()), "node.operated").map_err(Failure::of)?;
    if words.show {
        for ending in node.timestamps_ending(words.within_days) {
            out.answer(&of_ending(&ending), |out| say_ending(out, "comity-stamp-ending", &ending));
        }
        return Ok(true);
    }
    let renewals = node.renew_timestamps(words.within_days, &StampServers::default()).await;
    let left = renewals.left.iter().map(|left| {
        let advice = out.advice(&left.why);
        let mut told = of_ending(&left.ending);
        told["code"] = json!(advice.code);
        told["message"] = json!(advice.what);
        told
    });
    let left: Vec<_> = left.collect();
    let renewed = renewals.renewed.iter().map(|(ending, receipt)| {
        let mut told = of_ending(ending);
        told["by"] = json!(receipt.entry);
        told
    });
    let renewed: Vec<_> = renewed.collect();
    out.answer(&json!({ "renewed": renewed, "left": left }), |out| {
        for (ending, _) in &renewals.renewed {
            say_ending(out, "comity-stamp-renewed", ending);
        }
        for left in &renewals.left {
            say_ending(out, "comity-stamp-not-renewed", &left.ending);
            out.advise(&left.why);
        }
        let counts = (renewals.renewed.len().to_string(), renewals.left.len().to_string());
        out.say("comity-stamps-renewed", &[("renewed", &counts.0), ("left", &counts.1)]);
    });
    Ok(renewals.left.is_empty())
}

fn of_ending(ending: &Ending) -> Value {
    json!({ "case": ending.case, "entry": ending.entry, "until": ending.until.timestamp().to_string() })
}

fn say_ending(out: &Out, key: &str, ending: &Ending) {
    let (case, entry) = (ending.case.to_string(), ending.entry.to_string());
    let until = ending.until.timestamp().to_string();
    out.say(key, &[("case", &case), ("entry", &entry), ("until", &until)]);
}

fn of_stamped(stamped: &Stamped) -> Value {
    json!({
        "time": stamped.time.to_string(), "until": stamped.until.to_string(), "authority": stamped.authority,
        "policy": stamped.policy, "certificate_sha256": stamped.certificate,
        "revocation_checked": stamped.revocation_asked,
    })
}

fn say_stamped(out: &Out, key: &str, stamped: &Stamped) {
    let (time, until) = (stamped.time.to_string(), stamped.until.to_string());
    out.say(key, &[("time", &time), ("until", &until), ("authority", &stamped.authority)]);
}

fn of_verdict(out: &Out, verdict: &Verdict) -> Value {
    let (word, advice) = match verdict {
        Verdict::Pass(stamped) => return json!({ "verdict": "pass", "stamp": of_stamped(stamped) }),
        Verdict::Fail(fault) => ("fail", out.advice(fault)),
        Verdict::Undecided(undecided) => ("undecided", out.advice(undecided)),
    };
    json!({ "verdict": word, "code": advice.code, "message": advice.what, "to_do": advice.to_do })
}

fn read(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    export::read(path, u64::try_from(most).unwrap_or(u64::MAX))
}

fn advise(out: &Out, verdict: &Verdict) {
    match verdict {
        Verdict::Pass(_) => {}
        Verdict::Fail(fault) => out.advise(fault),
        Verdict::Undecided(undecided) => out.advise(undecided),
    }
}

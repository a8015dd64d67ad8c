//! `comity request send`, `take`, `answer`: requests travel to another office under an agreement, and back.

use std::ops::ControlFlow;
use std::path::Path;

use comity_adapters::world::SystemClock;
use comity_casework::exchange::SendWhat;
use comity_casework::{ExportError, Package, Receipt, Session};
use comity_evidence::{Limits, Progress, Verdict, verify_package};
use comity_record::{CaseId, Clock as _, Sha256Digest};
use comity_request::life::Stage;
use serde_json::json;

use crate::cli::dispatch::{AnswerRequest, Dispatching, OpenAnswer, SendRequest, TakeParcel, Telling};
use crate::engine::evidence::place;
use crate::folder::{self, Opened};
use crate::out::{Failure, Out, shown};
use crate::request::Desk;

/// Sends an issued request, or proposes to.
pub async fn send(out: &Out, words: SendRequest) -> Result<(), Failure> {
    let desk = Desk::open(out, &words.which).await?;
    let what = match words.dispatching.proposal {
        Some(proposal) => approved(&desk, proposal).await?,
        None => {
            let agreement = agreement(&desk, words.dispatching.agreement.as_deref())?;
            let message = desk.node().request_message(&desk.session, desk.case, desk.id(), agreement);
            message.await.map_err(Failure::of)?
        }
    };
    dispatch(out, &desk, what, &words.dispatching).await
}

/// Sends what a request asked for, or proposes to.
pub async fn answer(out: &Out, words: AnswerRequest) -> Result<(), Failure> {
    let desk = Desk::open(out, &words.which).await?;
    let what = match words.dispatching.proposal {
        Some(proposal) => approved(&desk, proposal).await?,
        None => {
            let package = match &words.package {
                Some(folder) => Some(package(folder)?),
                None if words.without_package => None,
                None => return Err(Failure::new("comity-answer-no-package", vec![])),
            };
            let agreement = agreement(&desk, words.dispatching.agreement.as_deref())?;
            desk.node()
                .answer_message(
                    &desk.session,
                    desk.case,
                    desk.id(),
                    agreement,
                    words.what.clone().unwrap_or_default(),
                    words.outstanding.clone(),
                    package.as_ref(),
                )
                .map_err(Failure::of)?
        }
    };
    dispatch(out, &desk, what, &words.dispatching).await?;
    if desk.request.life.stage == Some(Stage::Executed) {
        out.say("comity-answer-further", &[]);
    }
    Ok(())
}

/// The package that lies in a folder.
fn package(folder: &Path) -> Result<Package, Failure> {
    let (disk, name) = place(folder)?;
    let act = SystemClock.here().map_err(Failure::of)?;
    Package::read(&disk, &name, &act).map_err(|error| match error {
        ExportError::NotAPackage => {
            Failure::new("comity-answer-not-a-package", vec![("folder", shown(folder))])
        }
        error => Failure::of(error),
    })
}

async fn approved(desk: &Desk, proposal: comity_record::EntryId) -> Result<SendWhat, Failure> {
    let message = desk.node().approved_message(&desk.session, desk.case, desk.id(), proposal);
    message.await.map_err(Failure::of)
}

/// Proposes a message, or sends it.
async fn dispatch(out: &Out, desk: &Desk, what: SendWhat, how: &Dispatching) -> Result<(), Failure> {
    if let Some(reason) = &how.propose {
        let proposed =
            desk.node().propose_dispatch(&desk.session, desk.case, desk.id(), &what, reason.clone());
        let proposed = proposed.await.map_err(Failure::of)?;
        crate::case::receipt(out, "comity-proposed", &proposed);
        return Ok(());
    }
    let sent = desk.node().dispatch(&desk.session, desk.case, desk.id(), what);
    told(out, "comity-request-sent", &sent.await.map_err(Failure::of)?);
    Ok(())
}

/// Takes what a message brings.
pub async fn take(out: &Out, words: TakeParcel) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let known = match &words.case {
        Some(case) => Some(opened.case(&session, case)?),
        None => opened
            .node
            .case_of_parcel(&session, words.message, &words.register_number)
            .await
            .map_err(Failure::of)?,
    };
    let case = match known {
        Some(case) => case,
        None => new_case(out, &opened, &session, &words).await?,
    };
    let taken = opened
        .node
        .take_parcel(&session, case, words.message, words.register_number.clone())
        .await
        .map_err(Failure::of)?;
    let request = opened.node.request(&session, case, taken.request).map_err(Failure::of)?;
    let stage = request.life.stage.map(comity_request::life::Stage::code);
    let answer = json!({
        "case": case, "request": taken.request, "reference": request.reference(), "stage": stage,
        "signed_by": request.signed_by, "ticket": request.life.ticket,
        "entries": taken.entries.iter().map(|taken| taken.entry).collect::<Vec<_>>(),
    });
    out.answer(&answer, |out| {
        out.say(
            "comity-request-taken",
            &[
                ("reference", request.reference()),
                ("case", &case.to_string()),
                ("stage", stage.unwrap_or_default()),
            ],
        );
        if let Some(ticket) = &request.life.ticket {
            out.say(
                "comity-request-ticket",
                &[("number", &ticket.number), ("until", &ticket.kept_until.to_string())],
            );
        }
    });
    Ok(())
}

/// A case for a request that came in.
async fn new_case(
    out: &Out,
    opened: &Opened,
    session: &Session,
    words: &TakeParcel,
) -> Result<CaseId, Failure> {
    let state = opened.node.state();
    let (channel, _) = state.channels().received(session.office(), words.message).map_err(Failure::of)?;
    let them = channel.them();
    let title =
        out.message("comity-request-from-title", &[("office", &them.name), ("state", them.country.as_str())]);
    let number = (!words.register_number.is_empty()).then(|| words.register_number.clone());
    let case = opened.node.open_case(session, crate::out::plain(&title), number).await;
    Ok(case.map_err(Failure::of)?.0)
}

/// Writes what came in answer into a folder, and checks it. Gives whether it passed.
pub async fn open_answer(out: &Out, words: &OpenAnswer) -> Result<bool, Failure> {
    let desk = Desk::open(out, &words.which).await?;
    let answer = desk.node().answer(&desk.session, desk.case, desk.id());
    let package = answer.await.map_err(Failure::of)?;
    let (disk, name) = place(&words.out)?;
    package.write(&disk, &name).map_err(Failure::of)?;
    let bar = out.progress(None);
    let mut watch = |progress: Progress| {
        bar.set(progress.bytes);
        ControlFlow::Continue(())
    };
    let report = verify_package(&disk, &name, &Limits::default(), Some(&mut watch));
    drop(bar);
    let pass = report.verdict() == Verdict::Pass;
    let findings: Vec<_> = report.findings.iter().map(|finding| out.advice(finding).what).collect();
    let said = json!({
        "folder": shown(&words.out), "files": package.files().len(), "digest": package.digest(),
        "verdict": report.verdict().as_str(), "findings": findings,
    });
    out.answer(&said, |out| {
        out.say(
            "comity-answer-opened",
            &[
                ("folder", &shown(&words.out)),
                ("files", &package.files().len().to_string()),
                ("digest", &package.digest().to_string()),
            ],
        );
        for finding in &findings {
            out.line(&crate::out::plain(finding));
        }
        out.say(if pass { "comity-verdict-pass" } else { "comity-verdict-fail" }, &[]);
    });
    Ok(pass)
}

/// The agreement under which the other office is told, where that was asked for.
pub fn telling(desk: &Desk, how: &Telling) -> Result<Option<Sha256Digest>, Failure> {
    if how.tell { agreement(desk, how.agreement.as_deref()).map(Some) } else { Ok(None) }
}

/// The agreement for messages about a request.
pub fn agreement(desk: &Desk, named: Option<&str>) -> Result<Sha256Digest, Failure> {
    let named = named.map(|named| digest(desk, named)).transpose()?;
    desk.node().agreement_for(&desk.session, &desk.request, named).map_err(Failure::of)
}

/// The agreement whose digest begins so.
fn digest(desk: &Desk, named: &str) -> Result<Sha256Digest, Failure> {
    let state = desk.node().state();
    let ours = state.channels().iter().filter(|channel| channel.office == desk.session.office());
    let fitting: Vec<_> = ours
        .map(comity_casework::exchange::Channel::agreement)
        .filter(|digest| named.len() >= 6 && digest.to_string().starts_with(named))
        .collect();
    match fitting.as_slice() {
        [only] => Ok(*only),
        _ => Err(Failure::new("comity-agreement-unknown", vec![("named", named.to_owned())])),
    }
}

fn told(out: &Out, key: &str, receipts: &[Receipt]) {
    let entries: Vec<_> = receipts.iter().map(|taken| taken.entry).collect();
    let first = entries.first().map(ToString::to_string).unwrap_or_default();
    out.answer(&json!({ "entries": entries }), |out| out.say(key, &[("entry", &first)]));
}

//! `comity case ledger` and `comity case trace`: blocks read and money followed for a case.

use comity_casework::lead::{LedgerRead, TraceRecorded};
use comity_chain::trace::{Direction, End};
use comity_record::{CaseId, EntryId};
use serde_json::{Value, json};

use crate::case::receipt;
use crate::cli::{As, CaseName, LedgerInCase, TraceInCase};
use crate::engine::chain::trace::{question, remarks};
use crate::engine::chain::{Given, ask_apart, notes};
use crate::exhibit::withdrawn;
use crate::folder::{self, Opened};
use crate::out::{Failure, Out, clean};
use crate::tasks::chain::{Wanted, What};

/// Reads blocks and records how far they go.
pub async fn ledger(out: &Out, words: LedgerInCase) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let case = opened.case(&session, &words.case)?;
    let answer = ask_apart(out, &words.asked, What::Status, &Given::default())?;
    let status = &answer[0];
    let read = || {
        Some(LedgerRead {
            network: status["network"].as_str()?.to_owned(),
            height: status["height"].as_u64()?.try_into().ok()?,
            headers_digest: status["headers_digest"].as_str()?.parse().ok()?,
            utxos: status["utxo_count"].as_u64()?,
            utxo_total_sat: status["utxo_sat"].as_u64()?,
            source: words.source.clone(),
        })
    };
    // The child read foreign bytes; an answer of another form is refused.
    let read = read().ok_or_else(|| Failure::new("comity-child-answer", vec![]))?;
    let taken = opened.node.record_ledger(&session, case, &read).await.map_err(Failure::of)?;
    if !out.is_json() {
        out.say(
            "comity-ledger-read",
            &[
                ("network", &read.network),
                ("height", &read.height.to_string()),
                ("utxos", &read.utxos.to_string()),
                ("total", &read.utxo_total_sat.to_string()),
            ],
        );
        notes(out, status);
    }
    receipt(out, "comity-recorded", &taken);
    Ok(())
}

/// Follows money and records where it went.
pub async fn trace(out: &Out, words: TraceInCase) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let case = opened.case(&session, &words.case)?;
    let mut from = words.from;
    let accounts = opened.node.accounts(&session, case).await.map_err(Failure::of)?;
    for entry in &words.accounts {
        let account = accounts.iter().find(|account| account.entry == *entry && !account.withdrawn);
        let address = account.and_then(|account| account.promoted.as_ref()?.hit.canonical.clone());
        let unknown = || Failure::new("comity-account-unknown", vec![("account", entry.to_string())]);
        from.push(address.ok_or_else(unknown)?);
    }
    if from.is_empty() {
        return Err(Failure::new("comity-trace-no-start", vec![]));
    }
    let tags = words.how.tags.clone();
    let what = question(from, words.how, Wanted { finding: true, svg: true, graphml: false })?;
    let answer = ask_apart(out, &words.asked, what, &Given { tags: &tags, ..Given::default() })?;
    let text = |at: usize| answer.get(at).and_then(Value::as_str).unwrap_or_default();
    let (number, taken) = opened
        .node
        .record_trace(&session, case, text(1).as_bytes(), text(2).as_bytes(), &words.accounts)
        .await
        .map_err(Failure::of)?;
    let recorded = recorded(&opened, &session, case, taken.entry).await?;
    let remarked = &answer[0];
    let answer = json!({
        "number": number, "entry": taken.entry, "trace": recorded,
        "stops_nowhere": remarked["stops_nowhere"], "methods_left_out": remarked["methods_left_out"],
    });
    out.answer(&answer, |out| {
        if let Some(recorded) = &recorded {
            print(out, recorded);
        }
        remarks(out, remarked);
        out.say("comity-recorded", &[("entry", &taken.entry.to_string())]);
    });
    Ok(())
}

/// The traces of a case.
pub async fn list(out: &Out, who: &As, case: &CaseName) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, who).await?;
    let case = opened.case(&session, case)?;
    for trace in opened.node.traces(&session, case).await.map_err(Failure::of)? {
        let answer = json!({
            "entry": trace.entry, "trace": trace.recorded, "withdrawn": trace.withdrawn,
            "attachments": trace.attachments,
        });
        out.answer(&answer, |out| {
            out.line(&format!("{}{}", trace.entry, withdrawn(out, trace.withdrawn)));
            match &trace.recorded {
                Some(recorded) => print(out, recorded),
                None => out.say("comity-content-gone", &[]),
            }
        });
    }
    Ok(())
}

async fn recorded(
    opened: &Opened,
    session: &comity_casework::Session,
    case: CaseId,
    entry: EntryId,
) -> Result<Option<TraceRecorded>, Failure> {
    let traces = opened.node.traces(session, case).await.map_err(Failure::of)?;
    Ok(traces.into_iter().find(|trace| trace.entry == entry).and_then(|trace| trace.recorded))
}

fn print(out: &Out, trace: &TraceRecorded) {
    let number = trace.number.to_string();
    out.say(
        "comity-trace",
        &[
            ("number", &number),
            ("method", &trace.method),
            ("direction", &out.message(trace.direction.message(), &[])),
            ("starts", &clean(&trace.starts.join(", "))),
            ("network", &trace.network),
            ("height", &trace.at_height.to_string()),
            ("started", &trace.followed_sat().to_string()),
        ],
    );
    for (end, sat) in &trace.ended_sat {
        // An end that a later version knows keeps its code.
        let known =
            End::ALL.iter().find(|known| known.message().strip_prefix("chain-end-") == Some(end.as_str()));
        let end = known.map_or_else(|| clean(end), |known| out.message(known.message(), &[]));
        out.line(&format!("  {sat:>16}  {end}"));
    }
    let reached = match trace.direction {
        Direction::Forward => "comity-trace-reached",
        Direction::Backward => "comity-trace-came-from",
    };
    for service in trace.services() {
        let Some(largest) = service.at.first() else { continue };
        out.say(
            reached,
            &[
                ("value", &service.value_sat().to_string()),
                ("label", &clean(service.label)),
                ("addresses", &service.at.len().to_string()),
                ("largest", &largest.value_sat.to_string()),
                ("address", &clean(&largest.address)),
                ("row", &largest.row.to_string()),
                ("pack", &largest.pack.to_string()),
            ],
        );
    }
    if trace.reached.is_empty() {
        out.say("comity-trace-reached-none", &[]);
    }
    out.say("comity-trace-digest", &[("digest", &trace.result_digest.to_string())]);
}

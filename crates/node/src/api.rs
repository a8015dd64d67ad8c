//! The pages that only show something, for programs.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use comity_casework::{TimelineEntry, TimelineRow};
use comity_record::{CaseId, EntryId};
use comity_store::Store;
use serde_json::{Value, json};

use crate::error::NodeError;
use crate::facts::{json as body_json, plain};
use crate::pages::entry::{find, prove};
use crate::routes::Node;
use crate::visit::{Named, Visit, Within};

/// Entries in one answer.
const ENTRIES_AN_ANSWER: u32 = 100;

pub(crate) async fn cases<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
) -> Result<Json<Value>, NodeError> {
    let cases = node.casework.cases(&visit.officer()?.session)?;
    Ok(Json(json!({ "cases": plain(&cases) })))
}

pub(crate) async fn timeline<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Named(case): Named<CaseId>,
) -> Result<Json<Value>, NodeError> {
    let session = &visit.officer()?.session;
    let from = visit.number("from").unwrap_or(0);
    let entries = node.casework.timeline(session, case, from, ENTRIES_AN_ANSWER).await?;
    let last = entries.last().map(|entry| entry.row.sequence + 1);
    let next = last.filter(|next| *next < node.casework.state().end(case).next);
    Ok(Json(json!({ "entries": entries.iter().map(entry_json).collect::<Vec<_>>(), "next": next })))
}

pub(crate) async fn requests<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Named(case): Named<CaseId>,
) -> Result<Json<Value>, NodeError> {
    let session = &visit.officer()?.session;
    let requests = node.casework.requests(session, case)?;
    let told: Vec<_> = requests.iter().map(|request| request.summary(case, node.today())).collect();
    Ok(Json(json!({ "requests": told })))
}

pub(crate) async fn request<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Within(case, request): Within<CaseId, EntryId>,
) -> Result<Json<Value>, NodeError> {
    let session = &visit.officer()?.session;
    let request = node.casework.request(session, case, request)?;
    Ok(Json(json!({ "request": request.told(case, node.today()) })))
}

pub(crate) async fn entry<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Named(id): Named<EntryId>,
) -> Result<Json<Value>, NodeError> {
    let found = find(&node.casework, &visit.officer()?.session, id).await?;
    let seal = found.seal.unverified();
    let proof = prove(&node.casework, seal.log_index)?;
    Ok(Json(json!({
        "entry": entry_json(&found.entry),
        "statement": plain(found.statement.unverified()),
        "signed_by": plain(&found.statement.key_id()),
        "seal": plain(seal),
        "sealed_by": plain(&found.seal.key_id()),
        "proof": proof.map(|proof| proof.to_string()),
    })))
}

pub(crate) async fn checkpoint<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
) -> Result<Json<Value>, NodeError> {
    visit.officer()?;
    let log = node.casework.log();
    let head = log.head();
    Ok(Json(json!({ "size": head.size, "root": head.root.to_string(), "note": log.note().to_string() })))
}

fn entry_json(entry: &TimelineEntry) -> Value {
    let standing = entry.standing.as_ref();
    let row: &TimelineRow = &entry.row;
    json!({
        "id": plain(&row.entry),
        "sequence": row.sequence,
        "kind": row.kind,
        "kind_version": row.kind_version,
        "author": plain(&row.author),
        "office": plain(&row.office),
        "act": row.act.to_string(),
        "recorded": row.recorded.to_string(),
        "clock_jump": row.clock_jump,
        "log_index": row.log_index,
        "refs": row.refs.iter().map(|(role, id)| json!({ "role": role, "entry": plain(id) })).collect::<Vec<_>>(),
        "body": row.body.as_ref().map(body_json),
        "attachments": plain(&row.attachments),
        "corrected_by": plain(&standing.and_then(|s| s.corrected_by)),
        "withdrawn_by": plain(&standing.and_then(|s| s.withdrawn_by)),
        "forgotten_by": plain(&standing.and_then(|s| s.forgotten_by)),
    })
}

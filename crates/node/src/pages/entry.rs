//! An entry with everything that proves it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use comity_casework::{Casework, Session, TimelineEntry};
use comity_journal::{KnownLog, LogError, ProofFile, TreeError};
use comity_record::entry::SignedStatement;
use comity_record::seal::SignedSeal;
use comity_record::{EntryId, Sha256Digest};
use comity_store::Store;

use super::timeline::item;
use super::{Frame, page};
use crate::error::NodeError;
use crate::facts::{Fact, Reader};
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::{Named, Visit, Within};

/// The media type of the drawings that this program makes.
const DRAWING: &str = "image/svg+xml";

#[derive(Template)]
#[template(path = "entry.html")]
struct EntryPage {
    frame: Frame,
    id: EntryId,
    kind: Shown,
    journal: Shown,
    shown_id: Shown,
    content: Vec<Fact>,
    standing: Vec<Fact>,
    statement: Vec<Fact>,
    handling: Vec<Fact>,
    seal: Vec<Fact>,
    signature: Fact,
    seal_key: Fact,
    proof: Option<ProofView>,
}

struct ProofView {
    facts: Vec<Fact>,
    path: Vec<Shown>,
    checkpoint: Shown,
}

/// An entry, read and checked.
pub(crate) struct Found {
    pub(crate) statement: SignedStatement,
    pub(crate) seal: SignedSeal,
    pub(crate) entry: TimelineEntry,
}

/// Reads an entry that the officer may read.
pub(crate) async fn find<S: Store>(
    casework: &Casework<S>,
    session: &Session,
    id: EntryId,
) -> Result<Found, NodeError> {
    let (statement, seal) = casework.signed_entry(session, id).await?;
    let (case, sequence) = (seal.unverified().case, seal.unverified().sequence);
    let mut rows = casework.timeline(session, case, sequence, 1).await?;
    let entry = rows.pop().filter(|found| found.row.entry == id).ok_or(NodeError::NotFound)?;
    Ok(Found { statement, seal, entry })
}

/// Shows, offline, that an entry was logged. Nothing while no checkpoint covers it.
pub(crate) fn prove<S: Store>(casework: &Casework<S>, index: u64) -> Result<Option<ProofFile>, NodeError> {
    let key = casework.node_key();
    let known = KnownLog::of_node(key.key_id(), vec![key]);
    let log = casework.log();
    if index >= log.head().size {
        return Ok(None);
    }
    match log.prove(index, log.note(), &known) {
        Ok(proof) => Ok(Some(proof)),
        Err(LogError::Tree(TreeError::IndexOutside { .. })) => Ok(None),
        Err(error) => Err(NodeError::Casework(error.into())),
    }
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Named(id): Named<EntryId>,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let found = find(&node.casework, session, id).await?;
    let state = node.casework.state();
    let reader = Reader { words: &visit.words, state: &state };
    let (statement, seal) = (found.statement.unverified(), found.seal.unverified());
    let shown = item(&reader, seal.case, &found.entry);
    let proof = prove(&node.casework, seal.log_index)?;
    let kind = visit.words.with("node-entry-title", "sequence", &seal.sequence.to_string());
    page(&EntryPage {
        frame: Frame::new(
            &node,
            &visit,
            kind,
            if state.case(seal.case).is_ok() { "cases" } else { "office" },
        ),
        id,
        kind: shown.kind,
        journal: reader.journal(seal.case),
        shown_id: Shown::ltr(id),
        content: reader.body(&found.entry.row),
        standing: shown.standing,
        statement: reader.statement(statement),
        handling: reader.handling(&statement.handling),
        seal: reader.seal(seal),
        signature: reader.fact("node-field-signed-by", Shown::ltr(found.statement.key_id())),
        seal_key: reader.fact("node-field-sealed-by", Shown::ltr(found.seal.key_id())),
        proof: proof.map(|proof| proof_view(&reader, &proof)),
    })
}

fn proof_view(reader: &Reader<'_>, proof: &ProofFile) -> ProofView {
    let key_facts = vec![
        reader.fact("node-field-leaf", Shown::ltr(proof.id)),
        reader.fact("node-field-log-index", Shown::ltr(proof.proof.index)),
    ];
    ProofView {
        facts: key_facts,
        path: proof.proof.path.iter().map(Shown::ltr).collect(),
        checkpoint: Shown::Lines(proof.note.to_string()),
    }
}

/// The files with which somebody else can check the entry.
pub(crate) async fn file<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Within(id, file): Within<EntryId, String>,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let (_, seal) = node.casework.signed_entry(session, id).await?;
    let (kind, bytes) = match file.as_str() {
        "proof.tlog-proof" => {
            let proof = prove(&node.casework, seal.unverified().log_index)?.ok_or(NodeError::NotLoggedYet)?;
            ("text/plain; charset=utf-8", proof.to_string())
        }
        "checkpoint.txt" => ("text/plain; charset=utf-8", node.casework.log().note().to_string()),
        _ => return Err(NodeError::NotFound),
    };
    let name = format!("attachment; filename=\"{id}-{file}\"");
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// A file that belongs to an entry. A drawing is shown in its page; everything else is handed over to be kept, and no
/// browser guesses what it is.
pub(crate) async fn attachment<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Within(id, sha256): Within<EntryId, Sha256Digest>,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let found = find(&node.casework, session, id).await?;
    let file = found.entry.row.attachments.iter().find(|file| file.sha256 == sha256);
    let file = file.ok_or(NodeError::NotFound)?;
    let bytes = node.casework.attached(session, id, sha256).await?;
    let (kind, disposition) = if file.media_type == DRAWING {
        (DRAWING, "inline".to_owned())
    } else {
        ("application/octet-stream", format!("attachment; filename=\"{}\"", plain_name(&file.name)))
    };
    let headers = [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes.to_vec()).into_response())
}

/// A name that means nothing to a header or a file system.
fn plain_name(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '_' };
    name.chars().take(100).map(plain).collect()
}

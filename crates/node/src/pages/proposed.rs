//! What a proposal in a case would do, with what is inside of a message that waits to be sent: whoever decides sees what
//! would leave.

use std::collections::BTreeSet;

use comity_casework::body::CaseAct;
use comity_casework::dispatch::Parcel;
use comity_casework::exchange::MessageContent;
use comity_casework::{Case, Package, Session};
use comity_record::{CaseId, EntryId};
use comity_request::RequestTwin;
use comity_store::Store;

use crate::error::NodeError;
use crate::facts::{Reader, entry_link};
use crate::routes::Node;
use crate::shown::Shown;

/// Characters of a message that are shown; the command line writes the whole into a file.
const MAX_TEXT: usize = 2000;
/// Files of a package, or entries, that are named.
const MAX_NAMED: usize = 50;

/// What an open proposal would do.
pub(super) async fn of<S: Store + 'static>(
    node: &Node<S>,
    reader: &Reader<'_>,
    session: &Session,
    case: CaseId,
    (proposal, act): (EntryId, &CaseAct),
) -> Result<Shown, NodeError> {
    if let CaseAct::Forget(entry) = act {
        return Ok(forgetting(reader, node.casework.state().case(case)?, *entry, reader.case_act(act)));
    }
    if !matches!(act, CaseAct::Send { .. }) {
        return Ok(reader.case_act(act));
    }
    let content = node.casework.proposed_message(session, case, proposal).await?;
    let mut parts = vec![reader.case_act(act), Shown::ltr(content.kind.as_str())];
    parts.extend(inside(reader, &content));
    Ok(Shown::List(parts))
}

/// What is destroyed along with an entry, and what rests on it and stays.
fn forgetting(reader: &Reader<'_>, case: &Case, entry: EntryId, act: Shown) -> Shown {
    let mut more = case.with_repetitions(entry);
    more.remove(&entry);
    let named = |key: &str, entries: BTreeSet<EntryId>| {
        let line = |entry: &EntryId| {
            let kind = case.standing(*entry).map(|standing| reader.kind(standing.kind.as_str()));
            Shown::pair(kind.unwrap_or_else(|_| reader.word("node-none")), entry_link(*entry))
        };
        let lines = listed(reader, entries.iter().map(line));
        (!entries.is_empty()).then(|| Shown::pair(reader.word(key), Shown::List(lines)))
    };
    let more = named("node-forget-more", more);
    let stays = named("node-forget-stays", case.resting_on(entry));
    Shown::List(std::iter::once(act).chain(more).chain(stays).collect())
}

/// The lines of a list up to [`MAX_NAMED`], and how many more there are.
pub(super) fn listed(reader: &Reader<'_>, lines: impl ExactSizeIterator<Item = Shown>) -> Vec<Shown> {
    let left = lines.len().saturating_sub(MAX_NAMED);
    let more = (left > 0).then(|| reader.more(left));
    lines.take(MAX_NAMED).chain(more).collect()
}

fn inside(reader: &Reader<'_>, content: &MessageContent) -> Vec<Shown> {
    let body = content.body.as_ref();
    match Parcel::read(body) {
        Ok(Parcel::Request { twin, .. }) => match RequestTwin::from_bytes(twin.as_ref()) {
            Ok(twin) => vec![Shown::pair(Shown::said(&twin.request.reference), Shown::ltr(twin.digest))],
            Err(_) => vec![],
        },
        Ok(Parcel::Events { request, events, .. }) => {
            let codes = events.iter().map(|event| Shown::ltr(event.kind().code()));
            std::iter::once(Shown::ltr(request)).chain(codes).collect()
        }
        Ok(Parcel::Answer { request, package, .. }) => {
            let package = package.and_then(|package| Package::from_tar(package.as_ref()).ok());
            let files =
                package.map(|package| listed(reader, package.files().keys().map(|file| Shown::said(file))));
            std::iter::once(Shown::ltr(request)).chain(files.into_iter().flatten()).collect()
        }
        Err(_) => {
            let text = String::from_utf8_lossy(body);
            let shown: String = text.chars().take(MAX_TEXT).collect();
            let left = text.chars().count().saturating_sub(MAX_TEXT);
            let more = || Shown::Words(reader.words.with("node-more-text", "count", &left.to_string()));
            std::iter::once(Shown::said(&shown)).chain((left > 0).then(more)).collect()
        }
    }
}

//! A trace: the flow of money as a drawing and as a table, and what another office needs to find the same.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use comity_casework::Case;
use comity_casework::lead::{FINDING, FLOW, TraceOfCase, TraceRecorded, count_reached};
use comity_chain::Finding;
use comity_chain::flow::{FlowRow, coins, rows};
use comity_record::CaseId;
use comity_store::Store;

use super::{Frame, page};
use crate::error::NodeError;
use crate::facts::{Fact, Reader, entry_link};
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::{Visit, Within};

/// Movements that one page lists. The finding has all.
const MAX_ROWS: usize = 500;

#[derive(Template)]
#[template(path = "trace.html")]
struct TracePage {
    frame: Frame,
    case: Shown,
    title: String,
    facts: Vec<Fact>,
    reached: Vec<ReachedView>,
    more_reached: Option<Shown>,
    drawing: Option<String>,
    drawing_words: String,
    rows: Vec<RowView>,
    more: Option<String>,
    files: Vec<Shown>,
}

struct ReachedView {
    coins: Shown,
    holder: Shown,
    category: Shown,
    address: Shown,
    tag: Shown,
}

struct RowView {
    hop: Shown,
    height: Shown,
    output: Shown,
    coins: Shown,
    address: Shown,
    end: Shown,
    holder: Shown,
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Within(id, number): Within<CaseId, u32>,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let traces = node.casework.traces(session, id).await?;
    let of_number = |trace: &TraceOfCase| trace.recorded.as_ref().is_some_and(|r| r.number == number);
    let trace = traces.into_iter().find(of_number).ok_or(NodeError::NotFound)?;
    let recorded = trace.recorded.as_ref().ok_or(NodeError::NotFound)?;
    let file = |name: &str| trace.attachments.iter().find(|file| file.name == name);
    let finding = match file(FINDING) {
        Some(file) => {
            let bytes = node.casework.attached(session, trace.entry, file.sha256).await?;
            Some(Finding::from_json(&bytes).map_err(|e| NodeError::Casework(e.into()))?)
        }
        None => None,
    };
    let state = node.casework.state();
    let reader = Reader { words: &visit.words, state: &state };
    let number = number.to_string();
    let left = finding.as_ref().map_or(0, |finding| finding.flows.len().saturating_sub(MAX_ROWS));
    let unlisted = unlisted(recorded, finding.as_ref());
    let address = |sha256| format!("/entries/{}/files/{sha256}", trace.entry);
    page(&TracePage {
        frame: Frame::new(&node, &visit, visit.words.with("node-trace-title", "number", &number), "cases"),
        case: reader.journal(id),
        title: visit.words.with("node-trace-title", "number", &number),
        facts: facts(&reader, &trace, recorded),
        reached: reached(&reader, recorded),
        more_reached: (unlisted > 0).then(|| reader.more(unlisted)),
        drawing: file(FLOW).map(|file| address(file.sha256)),
        drawing_words: visit.words.say("node-trace-drawing"),
        rows: finding.as_ref().map(|finding| table(&reader, finding)).unwrap_or_default(),
        more: (left > 0).then(|| visit.words.with("node-more", "count", &left.to_string())),
        files: trace
            .attachments
            .iter()
            .map(|file| Shown::link(address(file.sha256), Shown::ltr(&file.name)))
            .collect(),
    })
}

/// The traces of a case, as its page lists them.
pub(super) fn list(reader: &Reader<'_>, case: &Case, traces: &[TraceOfCase]) -> Vec<Shown> {
    let known = traces.iter().filter(|trace| !trace.withdrawn).filter_map(|trace| trace.recorded.as_ref());
    known
        .map(|recorded| {
            let number = recorded.number.to_string();
            let name = Shown::Words(reader.words.with("node-trace-title", "number", &number));
            let link = Shown::link(format!("/cases/{}/traces/{number}", case.id), name);
            let started = Shown::Ltr(format!("{} BTC", coins(recorded.followed_sat())));
            let services = recorded.services().into_iter().map(|service| Shown::said(service.label));
            Shown::pair(Shown::Row(vec![link, started]), Shown::Row(services.collect()))
        })
        .collect()
}

fn facts(reader: &Reader<'_>, trace: &TraceOfCase, recorded: &TraceRecorded) -> Vec<Fact> {
    let fact = |key, value| reader.fact(key, value);
    let sum = |sat: u64| Shown::Ltr(coins(sat));
    let ended = recorded
        .ended_sat
        .iter()
        .map(|(end, sat)| Shown::pair(reader.word_or("node-end-", end), sum(*sat)))
        .collect();
    let packs = recorded
        .packs
        .iter()
        .map(|pack| Shown::pair(Shown::said(&pack.title), Shown::ltr(pack.digest)))
        .collect();
    vec![
        fact("node-field-network", Shown::ltr(&recorded.network)),
        fact("node-field-method", reader.word_or("node-method-", &recorded.method)),
        fact("node-field-direction", reader.word_or("node-direction-", recorded.direction.name())),
        fact("node-field-from", Shown::List(recorded.starts.iter().map(Shown::ltr).collect())),
        fact(
            "node-field-height",
            Shown::pair(Shown::ltr(recorded.at_height), Shown::ltr(&recorded.at_block)),
        ),
        fact("node-field-started", sum(recorded.followed_sat())),
        fact("node-field-ended", Shown::List(ended)),
        fact("node-field-tag-packs", Shown::List(packs)),
        fact("node-field-result-digest", Shown::ltr(recorded.result_digest)),
        fact("node-field-entry", entry_link(trace.entry)),
    ]
}

fn reached(reader: &Reader<'_>, recorded: &TraceRecorded) -> Vec<ReachedView> {
    let views = recorded.reached.iter().take(MAX_ROWS).map(|reached| ReachedView {
        coins: Shown::Ltr(coins(reached.value_sat)),
        holder: Shown::said(&reached.label),
        category: match &reached.category {
            Some(category) => reader.word_or("node-category-", category),
            None => reader.word("node-none"),
        },
        address: Shown::ltr(&reached.address),
        tag: Shown::pair(Shown::ltr(reached.row), Shown::ltr(reached.pack)),
    });
    views.collect()
}

/// How many services were reached that the page does not list. The finding has all of them, the entry the largest.
fn unlisted(recorded: &TraceRecorded, finding: Option<&Finding>) -> usize {
    let all = finding.map_or(recorded.reached.len(), count_reached);
    all.saturating_sub(recorded.reached.len().min(MAX_ROWS))
}

fn table(reader: &Reader<'_>, finding: &Finding) -> Vec<RowView> {
    let holder = |row: &FlowRow| {
        let mut said =
            row.tags.iter().filter_map(|place| finding.tag_rows.get(usize::try_from(*place).ok()?));
        said.find(|said| said.holder().is_some()).map(|said| Shown::said(&said.label))
    };
    let shown = rows(&finding.flows).take(MAX_ROWS).map(|row| RowView {
        hop: Shown::ltr(row.hop),
        height: Shown::ltr(row.height),
        output: Shown::Ltr(match row.vout {
            Some(vout) => format!("{}:{vout}", row.txid),
            None => row.txid.clone(),
        }),
        coins: Shown::ltr(coins(row.value_sat)),
        address: row.to_address.as_ref().map_or_else(|| reader.word("node-none"), Shown::ltr),
        end: reader.word_or("node-end-", row.end.message().trim_start_matches("chain-end-")),
        holder: holder(&row).unwrap_or_else(|| reader.word("node-none")),
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn services_past_the_limit_of_the_page_are_counted() {
        let unlisted = |services: usize| {
            let digest = "00".repeat(32);
            let reached = json!({
                "value_sat": 1, "address": "a", "label": "b", "category": null, "pack": digest, "row": 1, "txids": [],
            });
            let recorded = json!({
                "number": 1, "network": "regtest", "at_height": 1, "at_block": "00", "method": "fifo", "starts": [],
                "started_sat": 1, "ended_sat": {}, "reached": vec![reached; services], "packs": [],
                "result_digest": digest,
            });
            unlisted(&serde_json::from_value(recorded).unwrap(), None)
        };
        assert_eq!(unlisted(MAX_ROWS), 0);
        assert_eq!(unlisted(MAX_ROWS + 2), 2);
    }
}

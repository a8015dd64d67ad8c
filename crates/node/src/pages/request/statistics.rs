//! How many requests went out and came in, how far they got, and why they were refused: as tables, as CSV, on paper.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use comity_casework::law_sheet;
use comity_casework::request::statistics::{Period, Statistics, document, to_csv};
use comity_document::RequestDocument;
use comity_store::Store;
use jiff::civil::Date;

use super::super::law::sheet::{SheetView, view};
use super::{Frame, page};
use crate::error::NodeError;
use crate::facts::Reader;
use crate::routes::Node;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "statistics.html")]
struct StatisticsPage {
    frame: Frame,
    from: String,
    to: String,
    sheet: SheetView,
    /// Where the same is had for a spreadsheet, and on paper.
    csv: String,
    paper: String,
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
) -> Result<Response, NodeError> {
    let (counted, document) = counted(&node, &visit)?;
    let state = node.casework.state();
    let reader = Reader { words: &visit.words, state: &state };
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    page(&StatisticsPage {
        frame: Frame::new(&node, &visit, visit.words.say("request-statistics"), "cases"),
        from: day(counted.period.from),
        to: day(counted.period.to),
        sheet: view(&reader, &document),
        csv: visit.with_query("/requests/statistics/statistics.csv"),
        paper: visit.with_query("/requests/statistics/paper.pdf"),
    })
}

pub(crate) async fn csv<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
) -> Result<Response, NodeError> {
    let (counted, _) = counted(&node, &visit)?;
    Ok(file("text/csv; charset=utf-8", "statistics.csv", to_csv(&counted)))
}

/// The same on paper, in the language of the page.
pub(crate) async fn paper<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
) -> Result<Response, NodeError> {
    let (counted, document) = counted(&node, &visit)?;
    let (office, languages) = (visit.officer()?.session.office(), vec![visit.words.language().clone()]);
    let twin = serde_json::to_vec_pretty(&counted).expect("figures are plain data");
    let casework = Arc::clone(&node.casework);
    // Setting a page takes longer than a page may hold up the others.
    let print = move || {
        let state = casework.state();
        law_sheet::paper(casework.packs(), state.office(office)?, &document, twin, &languages)
    };
    let pdf = tokio::task::spawn_blocking(print).await.expect("printing does not panic")?;
    Ok(file("application/pdf", "statistics.pdf", pdf.bytes))
}

/// What the officer may count in the period that the address names.
fn counted<S: Store>(node: &Node<S>, visit: &Visit) -> Result<(Statistics, RequestDocument), NodeError> {
    let query = visit.query()?;
    let day = |name: &'static str| match query.text(name) {
        "" => Ok(None),
        day => day.parse().map(Some).map_err(|_| NodeError::Malformed(name)),
    };
    let period = Period { from: day("from")?, to: day("to")? };
    let session = &visit.officer()?.session;
    let counted = node.casework.request_statistics(session, period, node.today())?;
    let state = node.casework.state();
    // Without a law pack in force the figures are the same, by the identifiers of the measures.
    let law = node.casework.packs().law(state.office(session.office())?).ok();
    let document = document(&counted, law.as_deref());
    Ok((counted, document))
}

fn file(kind: &str, name: &str, bytes: Vec<u8>) -> Response {
    let headers =
        [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))];
    (headers, bytes).into_response()
}

//! The list of cases, and opening one.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use comity_casework::body::{Body as _, CaseOpened, office_journal};
use comity_store::Store;

use super::{Frame, page, see};
use crate::error::NodeError;
use crate::facts::Reader;
use crate::form::Form;
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "cases.html")]
struct CasesPage {
    frame: Frame,
    rows: Vec<Row>,
    may_open: bool,
}

struct Row {
    title: Shown,
    number: Shown,
    office: Shown,
    status: Shown,
    open: bool,
    entries: Shown,
    last: Shown,
}

pub(crate) async fn first() -> Response {
    see("/cases")
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
) -> Result<Response, NodeError> {
    let officer = visit.officer()?;
    let mut cases = node.casework.cases(&officer.session)?;
    // What was worked on last comes first; the identifier decides between two of one moment.
    cases.sort_by_key(|case| (std::cmp::Reverse(case.last_recorded), case.case));
    let state = node.casework.state();
    let reader = Reader { words: &visit.words, state: &state };
    let rows = cases.iter().map(|case| Row {
        title: Shown::link(format!("/cases/{}", case.case), Shown::said(&case.title)),
        number: case.register_number.as_deref().map_or_else(|| Shown::ltr("–"), Shown::said),
        office: reader.office(case.office),
        status: reader.word(if case.open { "node-case-open" } else { "node-case-closed" }),
        open: case.open,
        entries: Shown::ltr(case.entries),
        last: Shown::Time(super::timeline::moment(case.last_recorded)),
    });
    let journal = office_journal(officer.session.office());
    page(&CasesPage {
        frame: Frame::new(&node, &visit, visit.words.say("node-cases"), "cases"),
        rows: rows.collect(),
        may_open: node.casework.may(&officer.session, journal, CaseOpened::KIND).is_ok(),
    })
}

pub(crate) async fn open<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    form: Form,
) -> Result<Response, NodeError> {
    let officer = visit.officer()?;
    let number = Some(form.text("register_number")).filter(|number| !number.is_empty()).map(str::to_owned);
    let (case, _) = node.casework.open_case(&officer.session, form.text("title").to_owned(), number).await?;
    Ok(see(&format!("/cases/{case}")))
}

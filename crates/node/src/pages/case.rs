//! A case as a time line, and the steps in it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use comity_casework::body::{
    Body, CaseApproval, CaseAssigned, CaseClosed, CaseRejection, CaseReopened, NoteWritten,
};
use comity_casework::lead::ScanRecorded;
use comity_casework::{Case, Proposal, ProposalStatus, Receipt, Session, Status, Told};
use comity_record::{CaseId, EntryId, OfficerId};
use comity_store::Store;

use super::timeline::{ENTRIES_A_PAGE, Item, Window, item};
use super::{Frame, ProposalView, exhibit, leads, page, proposed, request, see, status_key, trace};
use crate::error::NodeError;
use crate::facts::{Fact, Reader, entry_link};
use crate::form::Form;
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::{Named, Visit, Within};

#[derive(Template)]
#[template(path = "case.html")]
struct CasePage {
    frame: Frame,
    id: CaseId,
    /// The address of the case.
    at: String,
    title: Shown,
    facts: Vec<Fact>,
    items: Vec<Item>,
    window: Window,
    proposals: Vec<ProposalView>,
    /// What the case has beside its time line: the name of each list, and its items.
    subjects: Vec<(&'static str, Vec<Shown>)>,
    may: May,
    members: Vec<(OfficerId, String)>,
    others: Vec<(OfficerId, String)>,
}

/// Which forms are offered; what is sent is decided anew all the same.
struct May {
    note: bool,
    assign: bool,
    close: bool,
    reopen: bool,
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Named(id): Named<CaseId>,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let state = node.casework.state();
    let window = Window::of(visit.number("from"), state.end(id).next);
    let entries = node.casework.timeline(session, id, window.from, ENTRIES_A_PAGE).await?;
    let exhibits = node.casework.exhibits(session, id).await?;
    let accounts = node.casework.accounts(session, id).await?;
    let scans = node.casework.entries_of(session, id, &[ScanRecorded::KIND]).await?;
    let scans = scans.iter().filter(|scan| !scan.withdrawn).filter_map(Told::body::<ScanRecorded>);
    let pages = scans.map(|scan| scan.pages).max().unwrap_or_default();
    let traces = node.casework.traces(session, id).await?;
    let requests = node.casework.requests(session, id)?;
    let case = state.case(id)?;
    let reader = Reader { words: &visit.words, state: &state };
    let may = |kind| node.casework.may(session, id, kind).is_ok();
    let (approve, reject) = (may(CaseApproval::KIND), may(CaseRejection::KIND));
    let mut proposals = Vec::new();
    for (entry, proposal) in &case.proposals {
        let act = proposal.act();
        let what = match proposal.status() {
            ProposalStatus::Open => proposed::of(&node, &reader, session, id, (*entry, act)).await?,
            _ => reader.case_act(act),
        };
        let view = ProposalView {
            entry: *entry,
            what,
            changes: None,
            by: reader.officer(proposal.by()),
            link: entry_link(*entry),
            status: visit.words.say(status_key(proposal.status())),
            consequence: visit.words.say(&format!("node-consequence-{}", act.as_str())),
            approve,
            reject,
        };
        proposals.push(offered(view, proposal, session));
    }
    let officers = state.office(case.office)?.officers.values();
    let (members, others): (Vec<_>, Vec<_>) = officers
        .filter(|officer| !officer.roles.is_empty() || case.members.contains(&officer.id))
        .map(|officer| (officer.id, officer.name.clone()))
        .partition(|(id, _)| case.members.contains(id));
    page(&CasePage {
        frame: Frame::new(&node, &visit, case.title.clone(), "cases"),
        id,
        at: format!("/cases/{id}"),
        title: Shown::said(&case.title),
        facts: facts(&reader, case),
        items: entries.iter().map(|entry| item(&reader, id, entry)).collect(),
        window,
        proposals,
        subjects: vec![
            ("exhibits", exhibit::list(&reader, case, &exhibits)),
            ("leads", leads::list(&reader, id, &accounts, pages)),
            ("traces", trace::list(&reader, case, &traces)),
            (
                "requests",
                request::list(&reader, id, &requests, node.today(), &node.casework.calendar(session)?),
            ),
        ],
        may: May {
            note: may(NoteWritten::KIND),
            assign: may(CaseAssigned::KIND),
            close: may(CaseClosed::KIND) && case.status == Status::Open,
            reopen: may(CaseReopened::KIND) && case.status == Status::Closed,
        },
        members,
        others,
    })
}

fn facts(reader: &Reader<'_>, case: &Case) -> Vec<Fact> {
    let number = case.register_number.as_deref();
    let status = if case.status == Status::Open { "node-case-open" } else { "node-case-closed" };
    let members = case.members.iter().map(|member| reader.officer(*member)).collect();
    let mut facts = vec![
        reader.fact("node-field-status", reader.word(status)),
        reader
            .fact("node-field-register-number", number.map_or_else(|| reader.word("node-none"), Shown::said)),
        reader.fact("node-field-office", reader.office(case.office)),
        reader.fact("node-field-members", Shown::List(members)),
        reader.fact("node-field-case-id", Shown::ltr(case.id)),
    ];
    if let Some(office) = case.offered_to {
        facts.push(reader.fact("node-field-offered-to", reader.office(office)));
    }
    facts
}

/// Offers a decision on an open proposal; to approve is never offered to who proposed.
pub(super) fn offered<T: Clone>(
    mut view: ProposalView,
    proposal: &Proposal<T>,
    session: &Session,
) -> ProposalView {
    let open = proposal.status() == ProposalStatus::Open;
    view.approve &= open && proposal.by() != session.officer();
    view.reject &= open;
    view
}

pub(crate) async fn write_note<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Named(case): Named<CaseId>,
    form: Form,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    Ok(done(&node.casework.write_note(session, case, form.text("text").to_owned()).await?))
}

pub(crate) async fn assign<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Named(case): Named<CaseId>,
    form: Form,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let member = match form.text("member") {
        "joins" => true,
        "leaves" => false,
        _ => return Err(NodeError::Malformed("member")),
    };
    Ok(done(&node.casework.assign(session, case, form.id("officer")?, member).await?))
}

pub(crate) async fn close<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Named(case): Named<CaseId>,
    form: Form,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    Ok(done(&node.casework.close_case(session, case, form.text("reason").to_owned()).await?))
}

pub(crate) async fn reopen<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Named(case): Named<CaseId>,
    form: Form,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    Ok(done(&node.casework.reopen_case(session, case, form.text("reason").to_owned()).await?))
}

pub(crate) async fn decide<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Within(case, proposal): Within<CaseId, EntryId>,
    form: Form,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let receipt = match form.text("decision") {
        "approve" => node.casework.approve_in_case(session, case, proposal).await?,
        "reject" => {
            let reason = form.text("reason").to_owned();
            node.casework.reject_in_case(session, case, proposal, reason).await?
        }
        _ => return Err(NodeError::Malformed("decision")),
    };
    Ok(done(&receipt))
}

/// Shows the entry that was taken, in its time line.
fn done(receipt: &Receipt) -> Response {
    see(&format!("/cases/{}#e{}", receipt.journal, receipt.sequence))
}
